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
    const char *program;       /* the whole source; NULL: not known */
} StepFacts;

#endif
