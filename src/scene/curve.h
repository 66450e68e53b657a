/* Curves: chains of cubic Bézier pieces, the drawn form of an arrow.
 *
 * A curve of n pieces is 1 + 3n points: the start, then for each piece two control points and its end. Straight
 * pieces are cubics as well, so that everybody who reads a curve has one case. Many curves share one pool.
 */
#ifndef REFARROWS_SCENE_CURVE_H
#define REFARROWS_SCENE_CURVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scene/drawlist.h"

typedef struct PointPool {
    Point *points;
    uint32_t count, capacity;
} PointPool;

void point_pool_add(PointPool *pool, Point point);
void point_pool_finish(PointPool *pool);

/* Each begins at the last point of the pool. */
void curve_line(PointPool *pool, Point to);
void curve_cubic(PointPool *pool, Point first_control, Point second_control, Point to);

/* A quarter of an ellipse that leaves along one axis and arrives along the other, with its corner at `corner`. */
void curve_turn(PointPool *pool, Point corner, Point to);

/* The beginning of a curve, up to `part` (0 to 1) of its length, written to `out` (room for `count`). Returns its
 * number of points: 1 + 3n. */
uint32_t curve_beginning(const Point *points, uint32_t count, float part, Point *out);

/* Appends the polyline of a curve to `out`, never further from it than `tolerance` pixels. */
void curve_flatten(const Point *points, uint32_t count, float tolerance, PointPool *out);

Rect curve_bounds(const Point *points, uint32_t count);

/* Whether any part of the curve lies within the rectangle. Exact to a quarter of a pixel. */
bool curve_hits_rect(const Point *points, uint32_t count, Rect rect);

/* Distance from a point to the curve, for the mouse. */
float curve_distance(const Point *points, uint32_t count, Point from);

bool segment_hits_rect(Point a, Point b, Rect rect);

#endif
