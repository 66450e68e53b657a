/* Routing: the way of every arrow round the boxes.
 *
 * The heap stands in columns with channels between them: channel k lies left of column k, the last one right of the
 * last column, and no box stands in a channel. A column spans what stands in it at this step. An arrow leaves its box to a side, moves up or down in channels
 * only, and crosses a column only in a gap between its boxes. Each such move is one smooth S or C, so an arrow
 * cannot touch a foreign box whatever the graph; where a straighter curve is free as well, it is taken instead.
 *
 * In a channel arrows keep to lanes, in gaps and at the side of the target they are spread (spread.h), each in the
 * order that crosses least.
 */
#ifndef REFARROWS_SCENE_ROUTE_H
#define REFARROWS_SCENE_ROUTE_H

#include "scene/curve.h"
#include "scene/layout.h"

enum { ROUTE_STACK = -1 };

typedef struct ColumnSpan { float left, right; } ColumnSpan;

typedef struct RouteBox {
    Rect rect;
    Rect keep;                 /* with badge and tags: foreign arrows stay outside */
    int32_t column;            /* ROUTE_STACK for frames */
    uint32_t block;            /* index of the box below whose cells this one stands, or its own */
    bool open_left, open_right;/* nothing of its block stands between it and that side of the column */
} RouteBox;

/* EXIT_SIDE: from the left or the right edge of the box, as it serves; the port's height counts alone, and the way says
 * where it begins. */
typedef enum RouteExit { EXIT_RIGHT, EXIT_LEFT, EXIT_DOWN, EXIT_SIDE } RouteExit;

typedef struct RouteArrow {
    uint32_t from, to;         /* boxes */
    Point port;                /* where it begins, inside or at the edge of `from` */
    uint8_t exit;              /* RouteExit */
    bool pinned;               /* it must arrive at height `at` at the left or right side of `to` */
    float at;
} RouteArrow;

typedef struct RouteField {
    const RouteBox *boxes;
    uint32_t box_count;
    const ColumnSpan *columns;
    int32_t column_count;
    float stack_right;         /* right edge of the frames */
} RouteField;

typedef struct Route { uint32_t first, count; } Route;     /* points of a curve in the pool */

/* Fills routes[arrow_count]; the points are added to the pool. */
void route_solve(const RouteField *field, const RouteArrow *arrows, uint32_t arrow_count, Route *routes,
                 PointPool *points);

/* How many crossings the plans of these arrows have, and which arrows have some: the same search, without drawing. */
uint32_t route_count_crossings(const RouteField *field, const RouteArrow *arrows, uint32_t arrow_count, bool *crossed);

#endif
