/* What the telling of names and of parts of objects share. */
#ifndef REFARROWS_LESSON_NARRATION_SLOTS_H
#define REFARROWS_LESSON_NARRATION_SLOTS_H

#include "lesson/narrator.h"

enum { MOST_CLAUSES = 4 };     /* changes told in one sentence */

/* The slot that the change is about, and the view it lies in: what is now, or what was if nothing is. */
typedef struct SlotPlace {
    const View *view;
    const ViewSlot *slot;
} SlotPlace;

bool slots_is_change(const Change *change);        /* bound, rebound, unbound */
SlotPlace slots_place(const Narrator *n, const Change *change);
void slots_add_label(Narrator *n, SlotPlace place);

/* C: not another block at the address that a pointer had all along. */
bool slots_is_written(const Narrator *n, const Change *change);

/* What the slot holds now, or did if it is gone. */
void slots_add_content(Narrator *n, const Change *change);

/* "`a = 1`", or where that was told "The line also". */
void slots_add_subject(Narrator *n);

#endif
