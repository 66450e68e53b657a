/* Fate: what became of the objects that are no longer shown.
 *
 * That no name leads to an object any more does not mean that it was freed: the code may hold it as a constant, an
 * iterator may, or a cycle may hold itself. So the counts are played on: each reference seen to go is taken off the
 * true count, and only who comes to zero was freed, and lets go in turn.
 */
#ifndef REFARROWS_LESSON_FATE_H
#define REFARROWS_LESSON_FATE_H

#include "machine/change.h"
#include "machine/numbers.h"

typedef enum FateKind {
    FATE_LIVES,                /* still shown, or nothing is known */
    FATE_FREED,                /* its last reference was seen to go */
    FATE_CYCLE                 /* its remaining references all come from objects of the same fate */
} FateKind;

typedef struct Fate {
    uint8_t *kinds;            /* FateKind per object of the view before */
    uint32_t freed, in_cycles;
} Fate;

void fate_init(Fate *fate, const View *before, const View *after, const ChangeList *changes);
void fate_finish(Fate *fate);

#endif
