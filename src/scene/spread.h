/* Spreading: many wish for a place on one line, and all get one, in order, apart from each other.
 *
 * Arrows that pass the same gap between boxes, or end at the same side of a box, each wish for a coordinate. Grouped
 * by the line that they compete for, they get the places nearest to their wishes (least squares) that keep the
 * distance and the bounds; when there is too little room, the distance shrinks.
 *
 *     SpreadList list = {0};
 *     uint32_t mine = spread_add(&list, (Wish){.group = 7, .want = 30, .low = 0, .high = 100});
 *     spread_solve(&list, 10);
 *     list.wishes[mine].got
 */
#ifndef REFARROWS_SCENE_SPREAD_H
#define REFARROWS_SCENE_SPREAD_H

#include <stdint.h>

typedef struct Wish {
    uint64_t group;            /* what is competed for */
    float want, low, high;     /* the same bounds for all of one group */
    float rank;                /* orders the wishes of a group; what each wants orders those of equal rank */
    float tie;                 /* orders equal wishes, then the order of adding does */
    float got;                 /* the answer */
} Wish;

typedef struct SpreadList {
    Wish *wishes;
    uint32_t count, capacity;
} SpreadList;

/* Returns the index of the wish. */
uint32_t spread_add(SpreadList *list, Wish wish);

/* Fills in `got` everywhere. `distance` is what two neighbours should keep. */
void spread_solve(SpreadList *list, float distance);
void spread_finish(SpreadList *list);

#endif
