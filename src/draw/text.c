/* The caches of advances and of glyph masks, and the two walks along a line of text that use them.
 *
 * Both caches are hash tables with open addressing that only grow. Masks lie in one block of bytes; when it passes
 * ATLAS_LIMIT (zooming leaves behind sizes that nobody will want again) everything is forgotten and what is in use
 * comes back by itself.
 */
#include "draw/text.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draw/font.h"

enum {
    ATLAS_LIMIT = 24 << 20,    /* bytes; a screen full of different letters takes less than 1 MiB */
    FIRST_SLOTS = 1024,
    LARGEST_SIZE = 400         /* pixels; larger letters are drawn at this size */
};

/* key 0 is an empty slot: keys have a bit that is always set. */
#define KEY_USED (UINT64_C(1) << 63)

typedef struct Letter {
    uint64_t key;              /* face, weight, code point */
    float advance;             /* of the em */
    int font;
} Letter;

/* A glyph's masks for the FONT_PHASES positions within a pixel lie one after another. */
typedef struct Glyph {
    uint64_t key;              /* font, size, code point */
    uint32_t start;            /* in the atlas */
    int16_t left, top;         /* from the pen, pixels; top upwards */
    uint16_t width, height;    /* 0: nothing to draw */
} Glyph;

struct TextFonts {
    FontSet *set;
    Letter *letters;
    Glyph *glyphs;
    uint32_t letter_slots, letter_count, glyph_slots, glyph_count;     /* slots: powers of two */
    uint8_t *atlas;
    uint32_t atlas_used, atlas_capacity;
};

static void out_of_memory(void)
{
    fputs("refarrows: out of memory\n", stderr);
    exit(2);
}

static void *zeroed(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        out_of_memory();
    return memory;
}

TextFonts *text_create(char *error, size_t error_size)
{
    FontSet *set = font_create(error, error_size);
    if (!set)
        return NULL;
    TextFonts *fonts = zeroed(1, sizeof *fonts);
    fonts->set = set;
    fonts->letter_slots = fonts->glyph_slots = FIRST_SLOTS;
    fonts->letters = zeroed(FIRST_SLOTS, sizeof *fonts->letters);
    fonts->glyphs = zeroed(FIRST_SLOTS, sizeof *fonts->glyphs);
    return fonts;
}

void text_destroy(TextFonts *fonts)
{
    if (!fonts)
        return;
    font_destroy(fonts->set);
    free(fonts->letters);
    free(fonts->glyphs);
    free(fonts->atlas);
    free(fonts);
}

static uint32_t slot_of(uint64_t key, uint32_t slots)
{
    return (uint32_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & (slots - 1);
}

static Letter *letter_slot(Letter *letters, uint32_t slots, uint64_t key)
{
    uint32_t at = slot_of(key, slots);
    while (letters[at].key && letters[at].key != key)
        at = (at + 1) & (slots - 1);
    return &letters[at];
}

static Glyph *glyph_slot(Glyph *glyphs, uint32_t slots, uint64_t key)
{
    uint32_t at = slot_of(key, slots);
    while (glyphs[at].key && glyphs[at].key != key)
        at = (at + 1) & (slots - 1);
    return &glyphs[at];
}

static void grow_letters(TextFonts *fonts)
{
    uint32_t slots = fonts->letter_slots * 2;
    Letter *letters = zeroed(slots, sizeof *letters);
    for (uint32_t i = 0; i < fonts->letter_slots; i++)
        if (fonts->letters[i].key)
            *letter_slot(letters, slots, fonts->letters[i].key) = fonts->letters[i];
    free(fonts->letters);
    fonts->letters = letters;
    fonts->letter_slots = slots;
}

static void grow_glyphs(TextFonts *fonts)
{
    uint32_t slots = fonts->glyph_slots * 2;
    Glyph *glyphs = zeroed(slots, sizeof *glyphs);
    for (uint32_t i = 0; i < fonts->glyph_slots; i++)
        if (fonts->glyphs[i].key)
            *glyph_slot(glyphs, slots, fonts->glyphs[i].key) = fonts->glyphs[i];
    free(fonts->glyphs);
    fonts->glyphs = glyphs;
    fonts->glyph_slots = slots;
}

/* Joiners and variation selectors say how other letters are to be drawn; alone they are nothing. */
static bool joins(uint32_t code)
{
    return (code >= 0x200B && code <= 0x200F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

static Letter find_letter(TextFonts *fonts, const TextStyle *style, uint32_t code)
{
    uint64_t key = KEY_USED | (uint64_t)style->face << 40 | (uint64_t)style->weight << 32 | code;
    Letter *slot = letter_slot(fonts->letters, fonts->letter_slots, key);
    if (slot->key)
        return *slot;
    if (++fonts->letter_count * 2 > fonts->letter_slots)
        grow_letters(fonts);
    Letter letter = {.key = key, .font = FONT_MISSING};
    if (!joins(code)) {
        letter.font = font_find(fonts->set, style->face, style->weight, code);
        letter.advance = font_advance(fonts->set, letter.font, code);
    }
    *letter_slot(fonts->letters, fonts->letter_slots, key) = letter;
    return letter;
}

static uint32_t reserve_atlas(TextFonts *fonts, uint32_t size)
{
    if (fonts->atlas_used + size > fonts->atlas_capacity) {
        fonts->atlas_capacity = (fonts->atlas_used + size) * 2;
        uint8_t *atlas = realloc(fonts->atlas, fonts->atlas_capacity);
        if (!atlas)
            out_of_memory();
        fonts->atlas = atlas;
    }
    uint32_t start = fonts->atlas_used;
    memset(fonts->atlas + start, 0, size);
    fonts->atlas_used += size;
    return start;
}

static int floor_quarter(int columns)
{
    return columns >= 0 ? columns / FONT_PHASES : -((FONT_PHASES - 1 - columns) / FONT_PHASES);
}

/* Adds up the fine columns that fall into each pixel when the pen stands `phase` columns right of a pixel's edge. */
static void fold_phase(const FontMask *mask, const Glyph *glyph, int phase, uint8_t *to)
{
    int shift = mask->left + phase - glyph->left * FONT_PHASES;
    for (int y = 0; y < glyph->height; y++) {
        const uint8_t *row = mask->bytes + (size_t)y * (size_t)mask->width;
        for (int x = 0; x < glyph->width; x++) {
            unsigned sum = 0;
            for (int column = x * FONT_PHASES - shift, i = 0; i < FONT_PHASES; i++, column++)
                if (column >= 0 && column < mask->width)
                    sum += row[column];
            to[y * glyph->width + x] = (uint8_t)((sum + FONT_PHASES / 2) / FONT_PHASES);
        }
    }
}

static Glyph make_glyph(TextFonts *fonts, uint64_t key, int font, uint32_t code, float size)
{
    Glyph glyph = {.key = key};
    FontMask mask = font_render(fonts->set, font, code, size);
    if (!mask.bytes)
        return glyph;
    glyph.left = (int16_t)floor_quarter(mask.left);
    glyph.top = (int16_t)mask.top;
    glyph.width = (uint16_t)(floor_quarter(mask.left + FONT_PHASES - 1 + mask.width - 1) - glyph.left + 1);
    glyph.height = (uint16_t)mask.height;
    uint32_t area = (uint32_t)glyph.width * glyph.height;
    glyph.start = reserve_atlas(fonts, area * FONT_PHASES);
    for (int phase = 0; phase < FONT_PHASES; phase++)
        fold_phase(&mask, &glyph, phase, fonts->atlas + glyph.start + (uint32_t)phase * area);
    free(mask.bytes);
    return glyph;
}

static void forget_glyphs(TextFonts *fonts)
{
    memset(fonts->glyphs, 0, fonts->glyph_slots * sizeof *fonts->glyphs);
    fonts->glyph_count = fonts->atlas_used = 0;
}

static Glyph find_glyph(TextFonts *fonts, int font, uint32_t code, float size)
{
    uint64_t key = KEY_USED | (uint64_t)font << 48 | (uint64_t)(size * 4) << 32 | code;
    Glyph *slot = glyph_slot(fonts->glyphs, fonts->glyph_slots, key);
    if (slot->key)
        return *slot;
    if (fonts->atlas_used > ATLAS_LIMIT)
        forget_glyphs(fonts);
    if (++fonts->glyph_count * 2 > fonts->glyph_slots)
        grow_glyphs(fonts);
    Glyph glyph = make_glyph(fonts, key, font, code, size);
    *glyph_slot(fonts->glyphs, fonts->glyph_slots, key) = glyph;
    return glyph;
}

enum { REPLACEMENT = 0xFFFD };

/* The code point at *at, which moves behind it. What is not UTF-8 (also overlong forms and surrogates) is one
 * replacement per byte; control characters are blanks. */
static uint32_t next_code(const unsigned char **at, const unsigned char *end)
{
    static const struct { unsigned char mask, lead; int more; uint32_t least; } forms[] = {
        {0xE0, 0xC0, 1, 0x80}, {0xF0, 0xE0, 2, 0x800}, {0xF8, 0xF0, 3, 0x10000},
    };
    const unsigned char *start = (*at)++;
    if (*start < 0x80)
        return *start < 0x20 || *start == 0x7F ? ' ' : *start;
    for (int form = 0; form < 3; form++) {
        if ((*start & forms[form].mask) != forms[form].lead || end - start <= forms[form].more)
            continue;
        uint32_t code = *start & (unsigned char)~forms[form].mask;
        for (int i = 1; i <= forms[form].more; i++) {
            if ((start[i] & 0xC0) != 0x80)
                return REPLACEMENT;
            code = code << 6 | (start[i] & 0x3F);
        }
        if (code < forms[form].least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            return REPLACEMENT;
        *at = start + forms[form].more + 1;
        return code;
    }
    return REPLACEMENT;
}

/* In parts of the em. */
static float em_width(TextFonts *fonts, const TextStyle *style, const char *text, size_t length)
{
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    float width = 0;
    while (at < end)
        width += find_letter(fonts, style, next_code(&at, end)).advance;
    return width;
}

float text_width(TextFonts *fonts, const TextStyle *style, const char *text, size_t length)
{
    return em_width(fonts, style, text, length) * style->size;
}

static float measure_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return text_width(context, style, text, length);
}

TextMeasure text_measure(TextFonts *fonts)
{
    return (TextMeasure){measure_width, fonts};
}

/* Lays a glyph's mask where the pen is, given in columns (quarters of a pixel). */
static void blend_glyph(const TextFonts *fonts, const Glyph *glyph, Surface *surface, PixelBox clip, int column,
                        int baseline, uint32_t color)
{
    int pixel = floor_quarter(column), phase = column - pixel * FONT_PHASES;
    int x0 = pixel + glyph->left, y0 = baseline - glyph->top;
    PixelBox box = pixel_box_intersect(clip, (PixelBox){x0, y0, x0 + glyph->width, y0 + glyph->height});
    if (pixel_box_empty(box))
        return;
    const uint8_t *mask = fonts->atlas + glyph->start + (size_t)phase * glyph->width * glyph->height;
    for (int y = box.y0; y < box.y1; y++)
        surface_blend_mask(surface->pixels + (size_t)y * (size_t)surface->stride + box.x0, box.x1 - box.x0, color,
                           mask + (size_t)(y - y0) * glyph->width + (box.x0 - x0));
}

/* Glyphs exist in sizes of a quarter of a pixel, above 24 pixels of half a one, above 48 of a whole one: a zoom then
 * needs few of them, and no letter is off by more than a hundredth. The pen goes by the exact size. */
static float glyph_size(float size)
{
    float step = size < 24 ? 4 : size < 48 ? 2 : 1;
    float rounded = floorf(size * step + 0.5f) / step;
    return fmaxf(1, fminf(LARGEST_SIZE, rounded));
}

static const float anchor_part[] = {[ANCHOR_START] = 0, [ANCHOR_MIDDLE] = 0.5f, [ANCHOR_END] = 1};

void text_draw(TextFonts *fonts, Surface *surface, PixelBox clip, float x, float baseline, const TextStyle *style,
               float scale, uint32_t color, const char *text, size_t length)
{
    float size = style->size * scale;
    if (baseline + size < (float)clip.y0 || baseline - 1.5f * size > (float)clip.y1 || color >> 24 == 0)
        return;
    if (style->anchor != ANCHOR_START)
        x -= em_width(fonts, style, text, length) * size * anchor_part[style->anchor];
    float drawn = glyph_size(size), pen = 0;
    int line = (int)floorf(baseline + 0.5f);
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    while (at < end && x + pen * size < (float)clip.x1 + size) {
        uint32_t code = next_code(&at, end);
        Letter letter = find_letter(fonts, style, code);
        float place = x + pen * size;
        pen += letter.advance;
        if (code == ' ' || joins(code) || place + 2 * size < (float)clip.x0)
            continue;
        Glyph glyph = find_glyph(fonts, letter.font, code, drawn);
        blend_glyph(fonts, &glyph, surface, clip, (int)floorf(place * FONT_PHASES + 0.5f), line, color);
    }
}
