#include "cli/watch.h"

#include <stddef.h>

static bool same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev && a->st_size == b->st_size
           && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

void watch_begin(Watch *watch, const char *path)
{
    *watch = (Watch){.path = path};
    if (path && stat(path, &watch->known) != 0)
        watch->path = NULL;
    watch->seen = watch->known;
}

bool watch_changed(Watch *watch)
{
    struct stat now;
    if (!watch->path || stat(watch->path, &now) != 0 || !S_ISREG(now.st_mode))
        return false;
    bool settled = same(&now, &watch->seen);
    watch->seen = now;
    if (!settled || same(&now, &watch->known))
        return false;
    watch->known = now;
    return true;
}
