/* Long spans are where the time of a picture goes, so they are laid four pixels at a time with SSE2, which every x86-64
 * has; the values are those of surface_mix to the bit. Elsewhere the plain loop does it all. */
#include "draw/surface.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

bool surface_init(Surface *surface, int width, int height)
{
    *surface = (Surface){0};
    if (width <= 0 || height <= 0)
        return false;
    surface->pixels = malloc((size_t)width * (size_t)height * sizeof *surface->pixels);
    if (!surface->pixels)
        return false;
    surface->width = surface->stride = width;
    surface->height = height;
    return true;
}

void surface_finish(Surface *surface)
{
    free(surface->pixels);
    *surface = (Surface){0};
}

PixelBox surface_box(const Surface *surface)
{
    return (PixelBox){0, 0, surface->width, surface->height};
}

PixelBox pixel_box_intersect(PixelBox a, PixelBox b)
{
    return (PixelBox){
        a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0,
        a.x1 < b.x1 ? a.x1 : b.x1, a.y1 < b.y1 ? a.y1 : b.y1,
    };
}

#ifdef __SSE2__
/* How many of `count` pixels were done: a multiple of four. */
static int fill_fours(uint32_t *pixels, int count, uint32_t color)
{
    __m128i four = _mm_set1_epi32((int)color);
    int i = 0;
    for (; i + 4 <= count; i += 4)
        _mm_storeu_si128((__m128i *)(void *)(pixels + i), four);
    return i;
}

/* Channels are widened to 16 bits: color * over + under * keep stays below 2^16, as over + keep is 256. */
static int mix_fours(uint32_t *pixels, int count, uint32_t color, unsigned alpha)
{
    unsigned over = alpha + (alpha >> 7);
    __m128i zero = _mm_setzero_si128(), keep = _mm_set1_epi16((short)(256 - over));
    __m128i wide = _mm_unpacklo_epi8(_mm_set1_epi32((int)color), zero);
    __m128i part = _mm_mullo_epi16(wide, _mm_set1_epi16((short)over));
    __m128i opaque = _mm_set1_epi32((int)UINT32_C(0xFF000000));
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        __m128i *place = (__m128i *)(void *)(pixels + i), under = _mm_loadu_si128(place);
        __m128i low = _mm_mullo_epi16(_mm_unpacklo_epi8(under, zero), keep);
        __m128i high = _mm_mullo_epi16(_mm_unpackhi_epi8(under, zero), keep);
        low = _mm_srli_epi16(_mm_add_epi16(low, part), 8);
        high = _mm_srli_epi16(_mm_add_epi16(high, part), 8);
        _mm_storeu_si128(place, _mm_or_si128(_mm_packus_epi16(low, high), opaque));
    }
    return i;
}

/* Two pixels of 16-bit channels, `over` 0 to 256 in each. */
static __m128i mix_two(__m128i under, __m128i color, __m128i over)
{
    __m128i keep = _mm_sub_epi16(_mm_set1_epi16(256), over);
    return _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(color, over), _mm_mullo_epi16(under, keep)), 8);
}

/* Most of a glyph's mask is empty, so four zeros are passed over. */
static int mask_fours(uint32_t *pixels, int count, uint32_t color, const uint8_t *mask)
{
    __m128i zero = _mm_setzero_si128(), wide = _mm_unpacklo_epi8(_mm_set1_epi32((int)color), zero);
    __m128i own = _mm_set1_epi16((short)(color >> 24)), half = _mm_set1_epi16(128);
    __m128i opaque = _mm_set1_epi32((int)UINT32_C(0xFF000000));
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        int four;
        memcpy(&four, mask + i, 4);
        if (!four)
            continue;
        /* as surface_alpha and surface_mix, for four pixels in the lower half */
        __m128i alpha = _mm_add_epi16(_mm_mullo_epi16(_mm_unpacklo_epi8(_mm_cvtsi32_si128(four), zero), own), half);
        alpha = _mm_srli_epi16(_mm_add_epi16(alpha, _mm_srli_epi16(alpha, 8)), 8);
        __m128i over = _mm_add_epi16(alpha, _mm_srli_epi16(alpha, 7));
        over = _mm_unpacklo_epi16(over, over);
        __m128i *place = (__m128i *)(void *)(pixels + i), under = _mm_loadu_si128(place);
        __m128i low = mix_two(_mm_unpacklo_epi8(under, zero), wide, _mm_unpacklo_epi32(over, over));
        __m128i high = mix_two(_mm_unpackhi_epi8(under, zero), wide, _mm_unpackhi_epi32(over, over));
        _mm_storeu_si128(place, _mm_or_si128(_mm_packus_epi16(low, high), opaque));
    }
    return i;
}

static __m128i mix_half(__m128i a, __m128i b, __m128i keep, __m128i take)
{
    return _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(a, keep), _mm_mullo_epi16(b, take)), 8);
}

static int crossfade_fours(uint32_t *to, const uint32_t *from, const uint32_t *into, int count, unsigned part)
{
    __m128i zero = _mm_setzero_si128(), keep = _mm_set1_epi16((short)(256 - part)), take = _mm_set1_epi16((short)part);
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(from + i));
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(into + i));
        __m128i low = mix_half(_mm_unpacklo_epi8(a, zero), _mm_unpacklo_epi8(b, zero), keep, take);
        __m128i high = mix_half(_mm_unpackhi_epi8(a, zero), _mm_unpackhi_epi8(b, zero), keep, take);
        _mm_storeu_si128((__m128i *)(void *)(to + i), _mm_packus_epi16(low, high));
    }
    return i;
}
#else
static int fill_fours(uint32_t *pixels, int count, uint32_t color) { return 0; }
static int mix_fours(uint32_t *pixels, int count, uint32_t color, unsigned alpha) { return 0; }
static int mask_fours(uint32_t *pixels, int count, uint32_t color, const uint8_t *mask) { return 0; }
static int crossfade_fours(uint32_t *to, const uint32_t *from, const uint32_t *into, int count, unsigned part)
{
    return 0;
}
#endif

static uint32_t crossfade_pixel(uint32_t from, uint32_t into, unsigned part)
{
    uint32_t keep = 256 - part;
    uint32_t red_blue = ((from & 0xFF00FF) * keep + (into & 0xFF00FF) * part) >> 8;
    uint32_t green = ((from & 0x00FF00) * keep + (into & 0x00FF00) * part) >> 8;
    return UINT32_C(0xFF000000) | (red_blue & 0xFF00FF) | (green & 0x00FF00);
}

void surface_crossfade(Surface *to, const Surface *from, const Surface *into, unsigned part)
{
    for (int y = 0; y < to->height; y++) {
        uint32_t *row = to->pixels + (size_t)y * (size_t)to->stride;
        const uint32_t *a = from->pixels + (size_t)y * (size_t)from->stride;
        const uint32_t *b = into->pixels + (size_t)y * (size_t)into->stride;
        for (int i = crossfade_fours(row, a, b, to->width, part); i < to->width; i++)
            row[i] = crossfade_pixel(a[i], b[i], part);
    }
}

void surface_blend_span(uint32_t *pixels, int count, uint32_t color, unsigned coverage)
{
    unsigned alpha = surface_alpha(color, coverage);
    if (alpha == 255) {
        for (int i = fill_fours(pixels, count, color); i < count; i++)
            pixels[i] = color;
    } else if (alpha) {
        for (int i = mix_fours(pixels, count, color, alpha); i < count; i++)
            pixels[i] = surface_mix(pixels[i], color, alpha);
    }
}

void surface_blend_mask(uint32_t *pixels, int count, uint32_t color, const uint8_t *mask)
{
    for (int i = mask_fours(pixels, count, color, mask); i < count; i++)
        if (mask[i])
            pixels[i] = surface_mix(pixels[i], color, surface_alpha(color, mask[i]));
}
