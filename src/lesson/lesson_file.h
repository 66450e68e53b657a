/* Reading whole text files that come from users: limits, readable messages, UTF-8. Private to lesson*.c. */
#ifndef REFARROWS_LESSON_LESSON_FILE_H
#define REFARROWS_LESSON_LESSON_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Reads at most LESSON_LARGEST bytes into a malloc'ed, NUL-terminated text. On failure returns NULL and sets `why` to
 * words that follow a file's name and a colon. */
char *lesson_file_read(const char *path, size_t *length, const char **why);

/* The first byte that is not UTF-8 or is a NUL, or `length` if all is well; `why` is set then. */
size_t lesson_file_first_wrong(const char *text, size_t length, const char **why);

#endif
