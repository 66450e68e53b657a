/* The facts about one step, from which narration and predictions are made: what was, what is, and what did it. Nothing
 * in it is owned. */
#ifndef REFARROWS_LESSON_STEP_FACTS_H
#define REFARROWS_LESSON_STEP_FACTS_H

#include <stddef.h>
#include <stdbool.h>

#include "machine/change.h"
#include "machine/view.h"

typedef struct StepFacts {
    const View *before;        /* NULL at the start of the run */
    const View *after;
    const ChangeList *changes; /* between them; NULL with `before` */
    const char *source_line;   /* the text of the line that does it, see narration_line; NULL */
    const char *output;        /* what the step writes to stdout, or its beginning; NULL: not known */
    size_t output_length;
    int following_line;        /* the next line of the source after that one which is code; 0: none, or not known */
    const char *program;       /* the whole source; NULL: not known */
} StepFacts;

/* For `following_line`: `source_line` gives a line of the source, malloc'ed, or NULL where there is none. */
int step_following_line(char *(*source_line)(void *context, int line), void *context, int line);

#endif
