/* Saves progress for ever, as fast as it can, for progress_killed.py to kill: each state one step on from the one before,
 * with more and more lessons in it. Argument: the folder. */
#include "lesson/progress_file.h"

#include <stdio.h>

enum { LESSONS = 40 };

int main(int count, char **words)
{
    char error[500], name[20];
    Progress progress;
    progress_init(&progress);
    if (count < 2 || !progress_load(&progress, words[1], error, sizeof error))
        return 1;
    const ProgressLesson *first = progress_find(&progress, "lesson-0");
    for (uint64_t step = first ? first->last + 1 : 1;; step++) {
        for (uint64_t i = 0; i < LESSONS; i++) {
            snprintf(name, sizeof name, "lesson-%d", (int)i);
            progress_show(progress_lesson(&progress, name), step, 0, false);
        }
        if (!progress_save(&progress, words[1], error, sizeof error))
            return 1;
    }
}
