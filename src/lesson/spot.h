/* Spots: the steps of a run where something worth saying happened for the first time. From them the way-points of a new
 * lesson are chosen. Private to the draft of a lesson (draft.h).
 */
#ifndef REFARROWS_LESSON_SPOT_H
#define REFARROWS_LESSON_SPOT_H

#include <stdbool.h>
#include <stdint.h>

#include "machine/timeline.h"

/* In order of worth: of two kinds that a lesson shows equally often the earlier one goes first. */
typedef enum SpotKind {
    SPOT_ALIAS,                /* a name was bound to a mutable object that had a name already */
    SPOT_CALL,                 /* a function's first call */
    SPOT_FREED,                /* an object that is no number or text was freed */
    SPOT_RETURN,               /* a function's first return */
    SPOT_EXCEPTION,            /* an exception was raised, or arrived in a frame that handles it */
    SPOT_BOUND,                /* a name was bound for the first time */
    SPOT_END,                  /* the run ended */
    SPOT_KINDS
} SpotKind;

typedef struct Spot {
    SpotKind kind;
    uint64_t step;             /* what happened is seen here: it is the change from the step before */
    int line;                  /* that did it; 0: none */
    uint32_t occurrence;       /* how often the run had come to that line by then */
    char *function;            /* owned; CALL, RETURN, EXCEPTION: whose; else NULL */
    bool by_step;              /* nothing else than the number of the step leads here */
} Spot;

typedef struct SpotList {
    Spot *items;               /* in order of steps */
    uint32_t count, capacity;
} SpotList;

/* Records the run, no further than LESSON_STEPS, and fills an empty list; looks closely at its first steps only. Finish
 * the list. */
void spots_find(SpotList *list, Timeline *timeline);

/* Keeps at most `most` of them: the end, then each kind in turn, each time the one furthest from those taken. */
void spots_choose(SpotList *list, uint32_t most);

void spots_finish(SpotList *list);

#endif
