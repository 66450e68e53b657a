#include "draw/coverage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    UNIT = 256,                        /* steps per pixel */
    FULL = 2 * UNIT * UNIT             /* a cell's value for a pixel that is covered in full */
};

void coverage_init(Coverage *coverage)
{
    *coverage = (Coverage){0};
}

void coverage_finish(Coverage *coverage)
{
    free(coverage->cells);
    free(coverage->marks);
    *coverage = (Coverage){0};
}

/* The old content is all zero, so it need not be kept. */
static void *grow_zeroed(void *old, size_t *capacity, size_t wanted, size_t size)
{
    if (wanted <= *capacity)
        return old;
    free(old);
    void *fresh = calloc(wanted, size);
    if (!fresh) {
        fputs("refarrows: out of memory\n", stderr);
        exit(2);
    }
    *capacity = wanted;
    return fresh;
}

/* A row has two cells more than the box is wide: an edge at the right border writes into the pixel behind it. */
void coverage_begin(Coverage *coverage, PixelBox box)
{
    size_t height = (size_t)(box.y1 - box.y0);
    coverage->box = box;
    coverage->stride = box.x1 - box.x0 + 2;
    coverage->words = (coverage->stride + 63) / 64;
    coverage->cells = grow_zeroed(coverage->cells, &coverage->cell_capacity, height * (size_t)coverage->stride,
                                  sizeof *coverage->cells);
    coverage->marks = grow_zeroed(coverage->marks, &coverage->word_capacity, height * (size_t)coverage->words,
                                  sizeof *coverage->marks);
}

typedef struct Row {
    int32_t *cells;
    uint64_t *marks;
} Row;

static inline void mark(Row row, int column)
{
    row.marks[column >> 6] |= UINT64_C(1) << (column & 63);
}

/* An edge inside one pixel: `height` is how far it goes down, from_x + to_x twice where it stands on average. */
static inline void add_in_pixel(Row row, int column, int from_x, int to_x, int height)
{
    int right = height * (from_x + to_x);
    row.cells[column] += 2 * UNIT * height - right;
    row.cells[column + 1] += right;
    mark(row, column);
    mark(row, column + 1);
}

/* An edge inside one row, from x0 to x1, `height` down (negative: up). It is cut at the borders of pixels; heights of
 * the pieces are rounded, but their sum is exact. */
static void add_in_row(Row row, int x0, int x1, int height)
{
    if (x0 > x1) {
        int swap = x0;
        x0 = x1;
        x1 = swap;
    }
    int column = x0 >> 8, last = x1 >> 8;
    if (column == last) {
        add_in_pixel(row, column, x0 & 255, x1 & 255, height);
        return;
    }
    double slope = (double)height / (x1 - x0);
    int done = (int)(slope * ((column + 1) * UNIT - x0));
    add_in_pixel(row, column, x0 & 255, UNIT, done);
    for (column++; column < last; column++) {
        int upto = (int)(slope * ((column + 1) * UNIT - x0));
        add_in_pixel(row, column, 0, UNIT, upto - done);
        done = upto;
    }
    if (x1 & 255)
        add_in_pixel(row, last, 0, x1 & 255, height - done);
    else
        add_in_pixel(row, last - 1, UNIT, UNIT, height - done);
}

/* An edge that lies inside the box, y0 < y1; `direction` is 1 if it goes down. */
static void add_inside(Coverage *coverage, int x0, int y0, int x1, int y1, int direction)
{
    double slope = (double)(x1 - x0) / (y1 - y0);
    int x = x0;
    for (int y = y0; y < y1;) {
        int line = y >> 8;
        int next = (line + 1) * UNIT < y1 ? (line + 1) * UNIT : y1;
        int next_x = next == y1 ? x1 : x0 + (int)(slope * (next - y0));
        Row row = {coverage->cells + (size_t)line * (size_t)coverage->stride,
                   coverage->marks + (size_t)line * (size_t)coverage->words};
        add_in_row(row, x, next_x, direction * (next - y));
        x = next_x;
        y = next;
    }
}

typedef struct Edge { double x0, y0, x1, y1; } Edge;

static void add_rounded(Coverage *coverage, Edge edge, int direction)
{
    int y0 = (int)edge.y0, y1 = (int)edge.y1;
    if (y0 < y1)
        add_inside(coverage, (int)edge.x0, y0, (int)edge.x1, y1, direction);
}

/* What lies left of the box still covers the pixels right of it, so it is moved onto the border; what lies right of it
 * covers nothing that shows. An edge that crosses a border is cut there. */
static void add_cut(Coverage *coverage, Edge edge, int direction)
{
    double right = (double)(coverage->box.x1 - coverage->box.x0) * UNIT;
    const double borders[] = {0, right};
    for (int i = 0; i < 2; i++) {
        double at = borders[i];
        if ((edge.x0 < at) == (edge.x1 < at) || edge.x0 == at || edge.x1 == at)
            continue;
        double y = (double)(int)(edge.y0 + (edge.y1 - edge.y0) * (at - edge.x0) / (edge.x1 - edge.x0));
        add_cut(coverage, (Edge){edge.x0, edge.y0, at, y}, direction);
        add_cut(coverage, (Edge){at, y, edge.x1, edge.y1}, direction);
        return;
    }
    if (edge.x0 >= right && edge.x1 >= right)
        return;
    if (edge.x0 <= 0 && edge.x1 <= 0)
        edge.x0 = edge.x1 = 0;
    add_rounded(coverage, edge, direction);
}

void coverage_edge(Coverage *coverage, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
    int direction = 1;
    double left = (double)coverage->box.x0 * UNIT, top = (double)coverage->box.y0 * UNIT;
    double bottom = (double)(coverage->box.y1 - coverage->box.y0) * UNIT;
    Edge edge = {x0 - left, y0 - top, x1 - left, y1 - top};
    if (y0 > y1) {
        edge = (Edge){edge.x1, edge.y1, edge.x0, edge.y0};
        direction = -1;
    }
    if (edge.y0 == edge.y1 || edge.y1 <= 0 || edge.y0 >= bottom)
        return;
    double slope = (edge.x1 - edge.x0) / (edge.y1 - edge.y0);
    if (edge.y0 < 0) {
        edge.x0 -= slope * edge.y0;
        edge.y0 = 0;
    }
    if (edge.y1 > bottom) {
        edge.x1 = edge.x0 + slope * (bottom - edge.y0);
        edge.y1 = bottom;
    }
    add_cut(coverage, edge, direction);
}

/* 0 to 255 of what a running sum covers. */
static inline unsigned covered(int32_t sum)
{
    uint32_t area = (uint32_t)(sum < 0 ? -sum : sum);
    if (area > FULL)
        area = FULL;
    return (area * 255 + FULL / 2) / FULL;
}

static void sweep_row(Coverage *coverage, Row row, uint32_t *pixels, uint32_t color)
{
    int width = coverage->stride - 2, at = 0;
    int32_t sum = 0;
    for (int word = 0; word < coverage->words; word++) {
        for (uint64_t bits = row.marks[word]; bits; bits &= bits - 1) {
            int column = word * 64 + __builtin_ctzll(bits);
            int upto = column < width ? column : width;
            if (at < upto && sum)
                surface_blend_span(pixels + at, upto - at, color, covered(sum));
            sum += row.cells[column];
            row.cells[column] = 0;
            unsigned alpha = surface_alpha(color, covered(sum));
            if (column < width && alpha)
                pixels[column] = surface_mix(pixels[column], color, alpha);
            at = column + 1;
        }
        row.marks[word] = 0;
    }
    if (at < width && sum)
        surface_blend_span(pixels + at, width - at, color, covered(sum));
}

void coverage_fill(Coverage *coverage, Surface *surface, uint32_t color)
{
    PixelBox box = coverage->box;
    for (int y = box.y0; y < box.y1; y++) {
        size_t line = (size_t)(y - box.y0);
        Row row = {coverage->cells + line * (size_t)coverage->stride, coverage->marks + line * (size_t)coverage->words};
        sweep_row(coverage, row, surface->pixels + (size_t)y * (size_t)surface->stride + box.x0, color);
    }
}
