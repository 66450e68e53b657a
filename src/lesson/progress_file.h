/* The file in which progress is kept: `progress.json` in the user's data directory.
 *
 * It is whole at any moment. A new state is written to a file beside it, forced to the disk and renamed over the old
 * one; who is killed on the way leaves the old one. Whoever writes holds a lock on the folder, so two windows do not
 * lose each other's lessons. A file that cannot be read is somebody's: it is set aside as `progress.json.unreadable-1`,
 * the next as -2, and never overwritten.
 */
#ifndef REFARROWS_LESSON_PROGRESS_FILE_H
#define REFARROWS_LESSON_PROGRESS_FILE_H

#include "lesson/progress.h"

/* Where it is kept: $XDG_DATA_HOME/refarrows, ~/.local/share/refarrows by default; the caller's. NULL if neither
 * variable has an absolute path: then nothing is kept. */
char *progress_folder(void);

/* Reads the file, if there is one, into an empty progress. False with one line in `error` when something was wrong with
 * it; the progress is empty then, and what was there is set aside if that can be done. `folder` may be NULL. */
bool progress_load(Progress *progress, const char *folder, char *error, size_t error_size);

/* Saves what changed, together with what others saved meanwhile, and takes that over; makes the folder if need be.
 * False with one line in `error` when that fails: the old file is still there. `folder` may be NULL. */
bool progress_save(Progress *progress, const char *folder, char *error, size_t error_size);

#endif
