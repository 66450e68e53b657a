/* Saves progress on a disk that is full: no file may grow. What was kept before stays, nothing is left half written, and
 * there is one line that says so. Argument: an empty folder. */
#include "lesson/progress_file.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

static bool save(Progress *progress, const char *folder, uint64_t step, char *error, size_t size)
{
    progress_show(progress_lesson(progress, "a-lesson"), step, 100, false);
    return progress_save(progress, folder, error, size);
}

static uint64_t kept(const char *folder, char *error, size_t size)
{
    Progress progress;
    progress_init(&progress);
    bool fine = progress_load(&progress, folder, error, size);
    const ProgressLesson *lesson = progress_find(&progress, "a-lesson");
    uint64_t step = fine && lesson ? lesson->last : 0;
    progress_finish(&progress);
    return step;
}

int main(int count, char **words)
{
    char error[500] = "";
    Progress progress;
    struct rlimit before, none;
    progress_init(&progress);
    if (count < 2 || !save(&progress, words[1], 7, error, sizeof error) || kept(words[1], error, sizeof error) != 7)
        return printf("not ok: a first save fails: %s\n", error), 1;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    none = before;
    none.rlim_cur = 16;
    setrlimit(RLIMIT_FSIZE, &none);
    bool saved = save(&progress, words[1], 9, error, sizeof error);
    setrlimit(RLIMIT_FSIZE, &before);
    if (saved || !error[0] || strchr(error, '\n'))
        return printf("not ok: a full disk is said in one line, not '%s'\n", error), 1;
    printf("ok, said: %s\n", error);
    if (kept(words[1], error, sizeof error) != 7)
        return printf("not ok: what was kept is gone\n"), 1;
    if (!save(&progress, words[1], 9, error, sizeof error) || kept(words[1], error, sizeof error) != 9)
        return printf("not ok: it cannot be saved once there is room again: %s\n", error), 1;
    progress_finish(&progress);
    return 0;
}
