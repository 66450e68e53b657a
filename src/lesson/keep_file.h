/* Files that are whole at any moment: what is written takes the place of what was there only after it is on the disk.
 */
#ifndef REFARROWS_LESSON_KEEP_FILE_H
#define REFARROWS_LESSON_KEEP_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum { KEEP_FILE_MOST = 16 << 20 };      /* bytes: as much as a program may have */

/* Writes beside the file and renames that over it. A link stays one, and what it leads to is replaced; the file keeps
 * its permissions. Who is killed on the way leaves the old file, and perhaps one of the name `.NAME.refarrows-new`
 * beside it, which the next one overwrites. False, with errno set, when that fails: then the old file is still there. */
bool keep_file_replace(const char *path, const char *text, size_t length);

/* The same; tells a failure in one line. */
bool keep_file_write(const char *path, const char *text, size_t length, char *error, size_t error_size);

/* The file's text, malloc'ed and NUL-terminated; NULL when it cannot be read or is larger than KEEP_FILE_MOST. */
char *keep_file_read(const char *path, size_t *length);

/* Makes a folder with all above it; those that are there are fine. Whether it is there shows when it is used. */
void keep_file_folder(const char *path);

/* Writes all of it to an open file, in as many writes as it takes. False with errno set. */
bool keep_file_write_all(int file, const char *text, size_t length);

#endif
