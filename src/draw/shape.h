/* Shapes: paths as lists of straight pieces, and what is made of them: dashes and strokes.
 *
 * A path's curves are flattened so that no point is further than FLATNESS pixels from the true curve; a stroke is again
 * a shape, to be filled. Only + - * / and square roots are used: they give the same result on every machine, which
 * sines and cosines of different C libraries do not.
 */
#ifndef REFARROWS_DRAW_SHAPE_H
#define REFARROWS_DRAW_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scene/drawlist.h"

/* In pixels of the surface. An eighth cannot be seen once the edge is anti-aliased. */
#define SHAPE_FLATNESS 0.12f

typedef struct Contour {
    uint32_t first, count;     /* points */
    bool closed;
} Contour;

typedef struct Shape {
    Point *points;
    Contour *contours;
    uint32_t point_count, point_capacity;
    uint32_t contour_count, contour_capacity;
} Shape;

/* A shape owns its memory; running out of it ends the process. */
void shape_init(Shape *shape);
void shape_finish(Shape *shape);
void shape_reset(Shape *shape);

/* Flattens a path (see DrawPath). */
void shape_add_path(Shape *shape, const uint8_t *verbs, size_t verb_count, const Point *points);
/* The same for a rectangle with round corners, starting at the left end of the top edge, clockwise. */
void shape_add_rect(Shape *shape, Rect rect, float radius);

/* What of the contours comes near a rectangle, as open ones; what lies elsewhere is left out. */
void shape_keep_near(Shape *to, const Shape *from, Rect near);

/* Cuts what comes near a rectangle into dashes, counted from the beginning of each contour; each becomes an open one. */
void shape_dash(Shape *to, const Shape *from, float on, float off, Rect near);

/* The outline of a stroke of that width, a shape to fill. Joins are round; so are the ends of open contours if `round`,
 * else they are cut off. */
void shape_stroke(Shape *to, const Shape *from, float width, bool round);

/* The smallest rectangle around all points. */
Rect shape_bounds(const Shape *shape);

#endif
