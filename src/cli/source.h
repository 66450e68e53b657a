/* The source: a program as it was named on the command line, read and checked.
 *
 * FILE is a program (.py), a lesson (.json), whose program it is then, a snapshot (.png) that carries its program, or -
 * for stdin. Whatever is wrong with it is told here, in one line, before anything runs.
 */
#ifndef REFARROWS_CLI_SOURCE_H
#define REFARROWS_CLI_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/snapshot_view.h"
#include "cli/language.h"
#include "cli/options.h"
#include "lesson/lesson.h"

/* Far beyond what anybody teaches with; keeps a file given by mistake from filling the memory. */
enum { SOURCE_LIMIT_MIB = 16 };

typedef struct SourceFile {
    char *name;                /* as given; "<stdin>" for - */
    char *text;                /* UTF-8 without NUL bytes, NUL-terminated */
    size_t length;
    bool was_recoded;          /* the file is no UTF-8; of C, each of its bytes was taken for a character of Latin-1 */
    const Language *language;  /* one that is supported */
    uint64_t step;             /* where a snapshot was taken; else 0 */
    SnapshotView *view;        /* how a snapshot looked at it; NULL: it is no snapshot */
    char *input;               /* lines that the program is given before anybody is asked; NULL: none */
    char *lesson_text;         /* JSON of the lesson; NULL: it is none */
    Lesson *lesson;            /* NULL: it is a program of its own */
} SourceFile;

/* Reads the file named by the first word of the options. False when there is none or it is wrong; that was complained
 * about. Finish it in any case. */
bool source_read(SourceFile *file, const Options *options);
void source_finish(SourceFile *file);

/* Is it in C, for the colours of its text? */
bool source_is_c(const SourceFile *file);

/* The path without its folders. Points into it. */
const char *source_base_name(const char *path);

/* A copy of a line, counted from 1, without its newline; the caller's. NULL if there is no such line. */
char *source_copy_line(const SourceFile *file, int line);

#endif
