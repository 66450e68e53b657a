/* The languages there are, and how a program's language is found. */
#ifndef REFARROWS_CLI_LANGUAGE_H
#define REFARROWS_CLI_LANGUAGE_H

#include "machine/machine.h"

typedef struct Language {
    const char *name;          /* "python", as --language takes it */
    const char *suffix;        /* ".py" */
    const MachineLanguage *machine;
    void (*finish)(Machine *machine);      /* what happens between a program's end and the process's; may be NULL */
    bool whole_paths;          /* its messages name the program by its whole path, as CPython's do */
    /* What is not UTF-8 as UTF-8: malloc'd and ends in a NUL; NULL where that cannot be. */
    char *(*decode)(const char *bytes, size_t length, size_t *decoded_length);
} Language;

/* NULL when there is none. */
const Language *language_of_name(const char *name);
const Language *language_of_path(const char *path);

#endif
