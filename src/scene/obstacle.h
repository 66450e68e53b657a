/* Obstacles: the boxes of a heap sorted by column, the gaps between them, and whether a curve is free of all of them.
 *
 * In a column a block (a box with the satellites below it) is one interval; gap g lies above interval g, and one more
 * below the last. The first and the last gap are open to one side.
 */
#ifndef REFARROWS_SCENE_OBSTACLE_H
#define REFARROWS_SCENE_OBSTACLE_H

#include "scene/route.h"

typedef struct Interval {
    int32_t column;
    uint32_t block;
    float top, bottom;         /* what arrows stay out of */
} Interval;

typedef struct Obstacles {
    const RouteField *field;
    Interval *intervals;       /* by column, then from top to bottom */
    uint32_t interval_count;
    uint32_t *column_first;    /* index of a column's first interval; column_count + 1 of them */
    uint32_t *interval_of;     /* by block */
    uint32_t *first_box;       /* by block: its boxes, chained by next_box */
    uint32_t *next_box;
} Obstacles;

typedef struct Gap { uint32_t index; float low, high; } Gap;

void obstacles_init(Obstacles *obstacles, const RouteField *field);
void obstacles_finish(Obstacles *obstacles);

/* The gap of a column through which the way from one height to another is shortest, near the first if there are many:
 * an arrow keeps its height until it must leave it. */
Gap obstacles_gap(const Obstacles *obstacles, int32_t column, float from, float to);

/* The gaps of a column by index, from the top. */
uint32_t obstacles_gap_count(const Obstacles *obstacles, int32_t column);
Gap obstacles_gap_at(const Obstacles *obstacles, int32_t column, uint32_t index);

/* The gap below a block. */
Gap obstacles_gap_below(const Obstacles *obstacles, uint32_t block);

/* Whether a curve keeps out of every box but two. */
bool obstacles_clear(const Obstacles *obstacles, const Point *points, uint32_t count, uint32_t from, uint32_t to);

#endif
