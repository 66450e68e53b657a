#include "lesson/progress_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lesson/keep_file.h"
#include "lesson/lesson_file.h"

#define FILE_NAME "progress.json"
#define NEW_NAME FILE_NAME ".new"      /* left behind by who is killed while writing; the next one overwrites it */

enum {
    LOCK_TRIES = 50, LOCK_PAUSE = 10000000,    /* nanoseconds: half a second for others to finish */
    ASIDE_MOST = 1000
};

static const char no_folder[] = "progress is not kept: neither XDG_DATA_HOME nor HOME names a folder";

char *progress_folder(void)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    char *folder = NULL;
    int length = -1;
    if (data && data[0] == '/')
        length = asprintf(&folder, "%s/refarrows", data);
    else if (home && home[0] == '/')
        length = asprintf(&folder, "%s/.local/share/refarrows", home);
    return length < 0 ? NULL : folder;
}

/* The folder, opened and locked; -1 with errno set. Closing it unlocks it. */
static int lock_folder(const char *folder)
{
    int directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; directory >= 0 && i < LOCK_TRIES; i++) {
        if (flock(directory, LOCK_EX | LOCK_NB) == 0)
            return directory;
        nanosleep(&(struct timespec){.tv_nsec = LOCK_PAUSE}, NULL);
    }
    int why = errno;
    if (directory >= 0)
        close(directory);
    errno = why;
    return -1;
}

/* Gives what stands under the file's name another one that is free. Returns its number, 0 if that cannot be done. */
static int set_aside(int directory)
{
    char name[sizeof FILE_NAME + 40];
    for (int i = 1; i <= ASIDE_MOST; i++) {
        snprintf(name, sizeof name, FILE_NAME ".unreadable-%d", i);
        if (renameat2(directory, FILE_NAME, directory, name, RENAME_NOREPLACE) == 0)
            return i;
        if (errno != EEXIST)
            break;
    }
    return 0;
}

static bool read_file(Progress *progress, const char *folder)
{
    char *path;
    const char *why;
    size_t length = 0;
    struct stat status;
    if (asprintf(&path, "%s/" FILE_NAME, folder) < 0)
        return false;
    bool regular = stat(path, &status) == 0 && S_ISREG(status.st_mode);
    char *text = regular ? lesson_file_read(path, &length, &why) : NULL;
    bool fine = text && progress_read(progress, text, length);
    free(text);
    free(path);
    return fine;
}

/* Reads the file in a folder that is locked. False with one line when it is there and cannot be read; `movable` says
 * whether it is out of the way. */
static bool take_file(Progress *progress, const char *folder, int directory, bool *movable, char *error, size_t size)
{
    struct stat status;
    *movable = true;
    bool absent = fstatat(directory, FILE_NAME, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT;
    if (absent || read_file(progress, folder))
        return true;
    int aside = set_aside(directory);
    *movable = aside > 0;
    if (aside)
        snprintf(error, size, "the progress kept so far cannot be read; it is now %s/" FILE_NAME ".unreadable-%d",
                 folder, aside);
    else
        snprintf(error, size, "progress is not kept: %s/" FILE_NAME " cannot be read, and not be moved", folder);
    return false;
}

bool progress_load(Progress *progress, const char *folder, char *error, size_t error_size)
{
    bool movable;
    if (!folder) {
        snprintf(error, error_size, "%s", no_folder);
        return false;
    }
    int directory = lock_folder(folder);
    if (directory < 0 && errno == ENOENT)
        return true;
    if (directory < 0) {
        snprintf(error, error_size, "progress cannot be read from %s: %s", folder, strerror(errno));
        return false;
    }
    bool fine = take_file(progress, folder, directory, &movable, error, error_size);
    close(directory);
    return fine;
}

/* The order is the point: the name changes hands only after the bytes are on the disk. */
static bool replace_file(int directory, const char *text)
{
    int file = openat(directory, NEW_NAME, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    bool fine = keep_file_write_all(file, text, strlen(text)) && fsync(file) == 0;
    int why = errno;
    fine = close(file) == 0 && fine;
    if (fine && renameat(directory, NEW_NAME, directory, FILE_NAME) == 0) {
        fsync(directory);
        return true;
    }
    why = fine ? errno : why;
    unlinkat(directory, NEW_NAME, 0);
    errno = why;
    return false;
}

static bool save_locked(Progress *progress, const char *folder, int directory, char *error, size_t error_size)
{
    Progress there;
    bool movable;
    progress_init(&there);
    take_file(&there, folder, directory, &movable, error, error_size);
    progress_merge(progress, &there);
    progress_finish(&there);
    if (!movable)
        return false;
    char *text = progress_write(progress);
    bool saved = replace_file(directory, text);
    if (!saved)
        snprintf(error, error_size, "progress could not be saved in %s: %s", folder, strerror(errno));
    free(text);
    return saved;
}

bool progress_save(Progress *progress, const char *folder, char *error, size_t error_size)
{
    if (!folder) {
        snprintf(error, error_size, "%s", no_folder);
        return false;
    }
    keep_file_folder(folder);
    int directory = lock_folder(folder);
    if (directory < 0) {
        snprintf(error, error_size, "progress could not be saved in %s: %s", folder, strerror(errno));
        return false;
    }
    bool saved = save_locked(progress, folder, directory, error, error_size);
    close(directory);
    return saved;
}
