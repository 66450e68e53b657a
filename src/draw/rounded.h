/* Rounded rectangles and rings of them: the shape that a picture of memory consists of, so it has its own way.
 *
 * Inside, the coverage of a pixel is known without computing it: whole spans are filled. Only pixels on the edge are
 * worked out, from their distance to the corner's centre or, on the straight sides, from their overlap.
 */
#ifndef REFARROWS_DRAW_ROUNDED_H
#define REFARROWS_DRAW_ROUNDED_H

#include "draw/surface.h"
#include "scene/drawlist.h"

typedef struct Rounded {
    float x0, y0, x1, y1;
    float radius;              /* at most half of the shorter side */
} Rounded;

/* A rectangle moved outwards on every side by `grow` (negative: inwards) with its corners kept concentric. */
Rounded rounded_make(Rect rect, float radius, float grow);

static inline bool rounded_empty(Rounded shape) { return shape.x0 >= shape.x1 || shape.y0 >= shape.y1; }

/* Fills what lies in `outer` but not in `inner`, which lies inside it or is empty. */
void rounded_fill(Surface *surface, PixelBox clip, Rounded outer, Rounded inner, uint32_t color);

#endif
