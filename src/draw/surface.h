/* The surface: 32-bit pixels and the few ways of laying colour on a row of them.
 *
 * Pixels are 0xFFRRGGBB and always opaque, as a window's are. Blending is done in the stored values, without gamma, in
 * integers only, so that the same commands give the same bytes on every machine.
 */
#ifndef REFARROWS_DRAW_SURFACE_H
#define REFARROWS_DRAW_SURFACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Surface {
    uint32_t *pixels;
    int width, height;
    int stride;                /* pixels from one row to the next */
} Surface;

/* Whole pixels, right and bottom exclusive; empty if x0 >= x1 or y0 >= y1. */
typedef struct PixelBox { int x0, y0, x1, y1; } PixelBox;

/* Reserves pixels of its own; false when there is no memory or a side is not positive. */
bool surface_init(Surface *surface, int width, int height);
void surface_finish(Surface *surface);

PixelBox surface_box(const Surface *surface);
PixelBox pixel_box_intersect(PixelBox a, PixelBox b);
static inline bool pixel_box_empty(PixelBox box) { return box.x0 >= box.x1 || box.y0 >= box.y1; }

/* Lays a colour on `count` pixels with a coverage of 0 to 255; the colour's own alpha multiplies it. */
void surface_blend_span(uint32_t *pixels, int count, uint32_t color, unsigned coverage);

/* Lays a colour on `count` pixels, each with its own coverage. */
void surface_blend_mask(uint32_t *pixels, int count, uint32_t color, const uint8_t *mask);

/* Makes `to` a mixture of two surfaces of its size: 0 is all `from`, 256 all `into`. `to` may be one of them. */
void surface_crossfade(Surface *to, const Surface *from, const Surface *into, unsigned part);

/* One pixel; inline because edges consist of single pixels. `alpha` is 0 to 255 and includes the colour's own. */
static inline uint32_t surface_mix(uint32_t under, uint32_t color, unsigned alpha)
{
    uint32_t over = alpha + (alpha >> 7);      /* 0..256, so that 255 replaces and 0 keeps */
    uint32_t keep = 256 - over;
    uint32_t red_blue = ((color & 0xFF00FF) * over + (under & 0xFF00FF) * keep) >> 8;
    uint32_t green = ((color & 0x00FF00) * over + (under & 0x00FF00) * keep) >> 8;
    return UINT32_C(0xFF000000) | (red_blue & 0xFF00FF) | (green & 0x00FF00);
}

static inline unsigned surface_alpha(uint32_t color, unsigned coverage)
{
    unsigned product = (color >> 24) * coverage + 128;
    return (product + (product >> 8)) >> 8;    /* product / 255, rounded */
}

#endif
