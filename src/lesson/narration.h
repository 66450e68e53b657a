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

#include "machine/change.h"
#include "machine/view.h"

enum { NARRATION_MOST = 6 };   /* sentences: more are not read */

typedef struct Narration {
    char *sentences[NARRATION_MOST];   /* owned; UTF-8, each ends with a full stop */
    uint32_t count;
    int32_t headline;          /* index of the sentence that says the essential thing; VIEW_NONE if there are none */
} Narration;

void narration_init(Narration *narration);
void narration_finish(Narration *narration);

/* Tells what happened from `before` (NULL at the start of the run) to `after`. `changes` are those between the two
 * (NULL with `before`). `source_line` is the text of the line that narration_line names, or NULL. Fills an initialised
 * narration; what it held is released. */
void narration_make(const View *before, const View *after, const ChangeList *changes, const char *source_line,
                    Narration *out);

/* The number of the source line that did it, from 1; 0 when no line has run yet. */
int narration_line(const View *before, const View *after);

/* The sentences one per line, without a newline at the end: as page.h wants them. The caller's; NULL if there are
 * none. */
char *narration_text(const Narration *narration);

#endif
