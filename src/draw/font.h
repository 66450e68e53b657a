/* Font files: which one has a letter, how far it advances, what it looks like at a size. The only user of SDL2_ttf
 * among the files that draw; caching is the business of text.c.
 *
 * A font is named by an index: face * WEIGHT_COUNT + weight for those of TextStyle, then the fallbacks, then
 * FONT_MISSING for letters that no file has.
 */
#ifndef REFARROWS_DRAW_FONT_H
#define REFARROWS_DRAW_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scene/drawlist.h"

enum {
    FONT_FALLBACKS = 4,
    FONT_MISSING = FACE_COUNT * WEIGHT_COUNT + FONT_FALLBACKS,
    FONT_PHASES = 4            /* masks are this many times finer horizontally than the pixels */
};

typedef struct FontSet FontSet;

/* NULL when a font of TextStyle is missing, with one line in `error`. Opens nothing yet. */
FontSet *font_create(char *error, size_t error_size);
void font_destroy(FontSet *set);

/* The font that has the letter: the one asked for, else a fallback, else FONT_MISSING. */
int font_find(FontSet *set, int face, int weight, uint32_t letter);

/* How far the letter moves the pen, as a part of the em. */
float font_advance(FontSet *set, int font, uint32_t letter);

/* A letter's coverage, FONT_PHASES times as wide as it appears. The caller frees the bytes. */
typedef struct FontMask {
    uint8_t *bytes;            /* NULL: nothing to draw */
    int width, height;
    int left;                  /* from the pen to the first column, in columns */
    int top;                   /* from the baseline to the first row, in rows, upwards */
} FontMask;

FontMask font_render(FontSet *set, int font, uint32_t letter, float size);

#endif
