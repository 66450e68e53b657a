/* Coverage: which part of each pixel a shape covers, summed up exactly from its edges.
 *
 * Edges are added in any order, in 24.8 fixed point. Each one leaves, in the pixels that it crosses, the change of
 * covered area that takes place there; a running sum along a row then is the coverage. Pixels that were touched are
 * marked in a bitmap, so a sweep visits only them and fills what lies between two of them as a span: cost grows with a
 * shape's outline, not with its area. All sums are integers, so a closed outline leaves exactly nothing behind it, and
 * the result does not depend on the order of edges or on the machine.
 *
 * Areas that are covered more than once, in one direction, count once (the non-zero rule for outlines that do not wind
 * against themselves, which is what strokes and glyph-like shapes are made of).
 */
#ifndef REFARROWS_DRAW_COVERAGE_H
#define REFARROWS_DRAW_COVERAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/surface.h"

typedef struct Coverage {
    int32_t *cells;            /* rows of `stride`; all zero between two shapes */
    uint64_t *marks;           /* one bit per cell, `words` per row; all zero between two shapes */
    size_t cell_capacity, word_capacity;
    PixelBox box;              /* where the shape may show */
    int stride, words;
} Coverage;

void coverage_init(Coverage *coverage);
void coverage_finish(Coverage *coverage);

/* Starts a shape that shows only inside `box`, which is not empty. Running out of memory ends the process. */
void coverage_begin(Coverage *coverage, PixelBox box);

/* Adds an edge, in 1/256 pixels of the surface. The edges of a shape must close. */
void coverage_edge(Coverage *coverage, int32_t x0, int32_t y0, int32_t x1, int32_t y1);

/* Lays the colour where the shape is, and forgets the shape. */
void coverage_fill(Coverage *coverage, Surface *surface, uint32_t color);

#endif
