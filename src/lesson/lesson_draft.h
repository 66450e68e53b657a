/* A lesson while it is checked and filled. Private to lesson.c, which reads the whole, and lesson_waypoint.c. */
#ifndef REFARROWS_LESSON_LESSON_DRAFT_H
#define REFARROWS_LESSON_LESSON_DRAFT_H

#include <cjson/cJSON.h>

#include "lesson/complaint.h"
#include "lesson/lesson.h"

typedef struct LessonDraft {
    Complaints *complaints;
    const cJSON *root;
    Lesson *lesson;            /* filled as far as it is right */
} LessonDraft;

/* A copy that the caller owns; NULL of NULL. */
char *lesson_copy(const char *text);

/* Copies of all texts of a list; lesson_free_texts takes them. */
char **lesson_copy_texts(const cJSON *list, uint32_t *count);
void lesson_free_texts(char **texts, uint32_t count);

/* Nothing but blanks and line ends. */
bool lesson_is_blank(const char *text, size_t length);

/* Checks the list of way-points, which may be NULL, and fills the lesson's; its program is known. */
void lesson_check_waypoints(LessonDraft *draft, const cJSON *list);

void lesson_finish_waypoint(Waypoint *waypoint);

#endif
