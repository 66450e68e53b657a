/* The draft: a first version of a lesson about a program, made from what the program does. Way-points stand where
 * something worth saying happens (spot.h), with the narration as their text and one question (predict.h) among them; the
 * texts that only the author can write are there to be replaced.
 */
#ifndef REFARROWS_LESSON_DRAFT_H
#define REFARROWS_LESSON_DRAFT_H

#include <stdio.h>

#include "machine/timeline.h"

enum { DRAFT_WAYPOINTS = 10 };         /* at most: more are not read */

typedef struct DraftProgram {
    const char *name;          /* "linked_list.py": the title is made from it */
    const char *language;      /* "python" or "c" */
    const char *text;          /* UTF-8, NUL-terminated */
} DraftProgram;

/* Runs the program on its timeline, no further than LESSON_STEPS, and returns the lesson's text, the caller's, which
 * lesson_load finds nothing wrong with. NULL when it cannot be a lesson: what is wrong is told on `out` as lesson_load
 * does. */
char *draft_lesson(const DraftProgram *program, Timeline *timeline, FILE *out);

#endif
