#include "lesson/keep_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file to be replaced, opened by its folder. */
typedef struct Place {
    char *path;                /* without links */
    const char *name;          /* in its folder */
    char *fresh;               /* the name that is written under */
    int folder;
} Place;

static void close_place(Place *place)
{
    if (place->folder >= 0)
        close(place->folder);
    free(place->path);
    free(place->fresh);
}

/* False with errno set. Close it in any case. */
static bool open_place(Place *place, const char *path)
{
    *place = (Place){.folder = -1, .path = realpath(path, NULL)};
    if (!place->path && errno == ENOENT)
        place->path = strdup(path);
    if (!place->path)
        return false;
    char *slash = strrchr(place->path, '/');
    place->name = slash ? slash + 1 : place->path;
    if (asprintf(&place->fresh, ".%s.refarrows-new", place->name) < 0)
        place->fresh = NULL;
    if (slash && slash != place->path)
        *slash = '\0';
    place->folder = open(!slash ? "." : slash == place->path ? "/" : place->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return place->folder >= 0 && place->fresh;
}

/* The new file, ours alone: another window that saves the same one makes us fail rather than write among its bytes. */
static int open_fresh(const Place *place, mode_t mode)
{
    struct stat opened, named;
    int file = openat(place->folder, place->fresh, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool ours = file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0 && fstat(file, &opened) == 0
                && fstatat(place->folder, place->fresh, &named, AT_SYMLINK_NOFOLLOW) == 0
                && opened.st_ino == named.st_ino && ftruncate(file, 0) == 0 && fchmod(file, mode) == 0;
    if (ours || file < 0)
        return file;
    int why = errno ? errno : EBUSY;
    close(file);
    errno = why;
    return -1;
}

bool keep_file_write_all(int file, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, text, length);
        if (written < 0 && errno != EINTR)
            return false;
        text += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool replace(const Place *place, const char *text, size_t length)
{
    struct stat old;
    bool there = fstatat(place->folder, place->name, &old, 0) == 0;
    if (there && !S_ISREG(old.st_mode)) {
        errno = EINVAL;
        return false;
    }
    if (there && faccessat(place->folder, place->name, W_OK, 0) != 0)
        return false;          /* a file that may not be written is not replaced behind its owner's back */
    int file = open_fresh(place, there ? old.st_mode & 07777 : usual_mode());
    if (file < 0)
        return false;
    bool fine = keep_file_write_all(file, text, length) && fsync(file) == 0
                && renameat(place->folder, place->fresh, place->folder, place->name) == 0;
    int why = errno;
    if (!fine)
        unlinkat(place->folder, place->fresh, 0);
    close(file);               /* only now: until then nobody else writes under that name */
    if (fine)
        fsync(place->folder);
    errno = why;
    return fine;
}

bool keep_file_replace(const char *path, const char *text, size_t length)
{
    Place place;
    bool written = open_place(&place, path) && replace(&place, text, length);
    int why = errno;
    close_place(&place);
    errno = why;
    return written;
}

bool keep_file_write(const char *path, const char *text, size_t length, char *error, size_t error_size)
{
    bool written = keep_file_replace(path, text, length);
    if (!written)
        snprintf(error, error_size, "%.100s is not saved: %s", path, strerror(errno));
    return written;
}

char *keep_file_read(const char *path, size_t *length)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool fits = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= KEEP_FILE_MOST;
    size_t room = fits ? (size_t)status.st_size : 0;
    char *text = fits ? malloc(room + 1) : NULL;
    *length = 0;
    for (ssize_t got = 1; text && got > 0 && *length < room;) {
        got = read(file, text + *length, room - *length);
        *length += got > 0 ? (size_t)got : 0;
    }
    if (text)
        text[*length] = '\0';
    if (file >= 0)
        close(file);
    return text;
}

void keep_file_folder(const char *path)
{
    char *copy = strdup(path);
    for (char *slash = copy ? strchr(copy + 1, '/') : NULL; slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(copy, 0700);
        *slash = '/';
    }
    if (copy)
        mkdir(copy, 0700);
    free(copy);
}
