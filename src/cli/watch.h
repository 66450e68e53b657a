/* The watch: has a file been written anew? A file counts as changed when it is another one than before and stays as it
 * is from one look to the next, so that what an editor is still writing is not read half.
 */
#ifndef REFARROWS_CLI_WATCH_H
#define REFARROWS_CLI_WATCH_H

#include <stdbool.h>
#include <sys/stat.h>

typedef struct Watch {
    const char *path;          /* not owned; NULL: nothing to watch */
    struct stat known;         /* as it was read last */
    struct stat seen;          /* at the last look */
} Watch;

/* Begins to watch; the file is known as it is now. */
void watch_begin(Watch *watch, const char *path);

/* To be asked every now and then. A file that is gone has not changed. */
bool watch_changed(Watch *watch);

#endif
