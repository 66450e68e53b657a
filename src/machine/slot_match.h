/* Which slot of a holder (a frame, an object) was which slot before: same part, same label, same key.
 *
 * Slots mostly stay where they are, so equal beginnings are matched place by place; what follows goes through a hash
 * table. Members of a set have no label and are told apart by what they refer to; other slots without a label (stack
 * temporaries, contents) by their order among those of the same part.
 */
#ifndef REFARROWS_MACHINE_SLOT_MATCH_H
#define REFARROWS_MACHINE_SLOT_MATCH_H

#include "machine/view.h"

typedef struct SlotMatch {
    const View *before, *after;
    int32_t *before_of;        /* per slot of `after`: its slot in `before`, or VIEW_NONE */
    int32_t *after_of;         /* and the other way round */
    int32_t *table;            /* scratch: slots of `before` */
    uint32_t table_capacity;
} SlotMatch;

/* A map of so many things that leads nowhere: VIEW_NONE for each; the caller's, to be freed. */
int32_t *slot_match_none(uint32_t count);

/* Begins with nothing matched. */
void slot_match_init(SlotMatch *match, const View *before, const View *after);
void slot_match_finish(SlotMatch *match);

typedef struct SlotRange { uint32_t first, count; } SlotRange;

/* Matches the slots of one holder. */
void slot_match_holder(SlotMatch *match, SlotRange before, SlotRange after);

#endif
