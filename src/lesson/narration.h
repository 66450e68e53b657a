/* The narration: what a step did, in a few sentences of plain English, made from the change alone.
 *
 *     `b = 4` rebound b to the int 4, which a already names: its count rose to 3.
 *     The int 9 lost its last reference and was freed.
 *
 * Past tense, because it explains after the reader has looked; CPython's glossary words; the same text for the same
 * views. It says that an object was freed only where every reference it had is seen to have gone (fate.h). Counts of
 * objects that the interpreter itself shares (small ints, None) are left out: they are not the program's doing.
 */
#ifndef REFARROWS_LESSON_NARRATION_H
#define REFARROWS_LESSON_NARRATION_H

#include "lesson/step_facts.h"

enum {
    NARRATION_MOST = 6,        /* sentences: more are not read */
    NARRATION_LEDGER = 4       /* further ones on counts and addresses */
};

/* How much is told. Each depth has all that the one before it has. */
typedef enum NarrationDepth {
    NARRATION_SENTENCE,        /* one sentence */
    NARRATION_CAUSES,          /* with what it caused, and why: who else refers to it, what was freed */
    NARRATION_COUNTS,          /* with every count that changed, and addresses and sizes */
    NARRATION_DEPTHS
} NarrationDepth;

typedef struct Narration {
    char *sentences[NARRATION_MOST + NARRATION_LEDGER];        /* owned; UTF-8, each ends with a full stop */
    uint32_t count, told;      /* all; those before the ledger, which is of NARRATION_COUNTS alone */
    int32_t headline;          /* index of the sentence that says the essential thing; VIEW_NONE if there are none */
    char *brief;               /* owned; the headline without its asides; NULL: it has none */
} Narration;

void narration_init(Narration *narration);
void narration_finish(Narration *narration);

/* Tells what happened in a step. Fills an initialised narration; what it held is released. */
void narration_make(const StepFacts *step, Narration *out);

/* "sentence", "causes", "counts" */
const char *narration_depth_name(NarrationDepth depth);

/* The number of the source line that did it, from 1; 0 when no line has run yet. */
int narration_line(const View *before, const View *after);

/* The sentences of that depth one per line, without a newline at the end: as page.h wants them. The caller's; NULL if
 * there are none. */
char *narration_text(const Narration *narration, NarrationDepth depth);

#endif
