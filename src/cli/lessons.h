/* The lessons that come with the program: the folder `lessons` beside the one that the program lies in, or in the
 * working directory. */
#ifndef REFARROWS_CLI_LESSONS_H
#define REFARROWS_CLI_LESSONS_H

#include "lesson/lesson.h"
#include "scene/panels/menu.h"

typedef struct LessonList {
    MenuItem *items;           /* in the order that the lessons themselves say */
    const char **paths;        /* of the same items; point into `lessons` */
    Lesson **lessons;
    size_t count;
} LessonList;

/* Lessons with mistakes are left out and told on stderr. Finish the list in any case. */
void lesson_list_read(LessonList *list);
void lesson_list_finish(LessonList *list);

#endif
