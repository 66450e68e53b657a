#include "draw/rounded.h"

#include <math.h>

/* fminf and fmaxf are calls, because they must treat NaN; here there is none. */
static inline float smaller(float a, float b) { return a < b ? a : b; }
static inline float larger(float a, float b) { return a > b ? a : b; }

Rounded rounded_make(Rect rect, float radius, float grow)
{
    Rounded shape = {rect.x - grow, rect.y - grow, rect.x + rect.w + grow, rect.y + rect.h + grow, 0};
    float shorter = smaller(shape.x1 - shape.x0, shape.y1 - shape.y0);
    if (radius > 0)
        shape.radius = larger(0, smaller(radius + grow, shorter / 2));
    return shape;
}

/* How much of the pixel or row that starts at `at` lies between low and high: 0 to 1. */
static float overlap(float at, float low, float high)
{
    return larger(0, smaller(at + 1, high) - larger(at, low));
}

/* What is the same for all pixels of one row. Pixels in [solid0, solid1) are covered by `level`; those from edge0 to
 * there and from there to edge1 must be asked one by one; the others are outside. */
typedef struct Line {
    float level;
    float deep;                /* how far the row lies inside the band of the corners; 0: between them */
    int edge0, solid0, solid1, edge1;
} Line;

/* Half the width of a circle at the height `deep` from its centre. */
static float half_chord(float radius, float deep)
{
    float square = radius * radius - deep * deep;
    return square > 0 ? sqrtf(square) : 0;
}

static Line line_of(const Rounded *shape, int y)
{
    Line line = {.level = overlap((float)y, shape->y0, shape->y1)};
    if (line.level <= 0)
        return line;
    float r = shape->radius, middle = (float)y + 0.5f;
    line.deep = larger(0, larger(shape->y0 + r - middle, middle - (shape->y1 - r)));
    float outside = shape->x0, inside = shape->x0, outside_end = shape->x1, inside_end = shape->x1;
    if (line.deep > 0) {
        float reach = half_chord(r + 0.5f, line.deep) + 0.5f, sure = half_chord(r - 0.5f, line.deep) - 0.5f;
        if (line.deep > r - 0.5f)
            sure = -0.5f;
        outside = larger(outside, shape->x0 + r - reach);
        outside_end = smaller(outside_end, shape->x1 - r + reach);
        inside = shape->x0 + r - sure;
        inside_end = shape->x1 - r + sure;
    }
    line.edge0 = (int)floorf(outside);
    line.edge1 = (int)ceilf(outside_end);
    line.solid0 = (int)ceilf(inside);
    line.solid1 = (int)floorf(inside_end);
    if (line.solid1 < line.solid0)
        line.solid1 = line.solid0 = line.edge1;
    return line;
}

static float pixel_coverage(const Rounded *shape, const Line *line, int x)
{
    if (x < line->edge0 || x >= line->edge1)
        return 0;
    if (x >= line->solid0 && x < line->solid1)
        return line->level;
    float r = shape->radius, middle = (float)x + 0.5f;
    if (line->deep > 0) {
        float wide = larger(shape->x0 + r - middle, middle - (shape->x1 - r));
        if (wide > 0)
            return larger(0, smaller(1, 0.5f + r - sqrtf(wide * wide + line->deep * line->deep)));
    }
    return line->level * overlap((float)x, shape->x0, shape->x1);
}

/* What was laid on a straight row, to be laid on the next one again: a few pixels and one span. */
enum { RECIPE_EDGES = 24 };

typedef struct Recipe {
    bool usable;               /* everything of the row is in it */
    int count, solid0, solid1;
    unsigned solid;            /* coverage of the span */
    int x[RECIPE_EDGES];
    uint8_t alpha[RECIPE_EDGES];
} Recipe;

/* A ring or disc with one row of it. */
typedef struct Band {
    const Rounded *outer, *inner;
    Line outer_line, inner_line;
    uint32_t *pixels;          /* of the row */
    PixelBox clip;
    uint32_t color;
    Recipe recipe;
} Band;

static unsigned byte_of(float coverage)
{
    return (unsigned)(coverage * 255 + 0.5f);
}

static void fill_edge(Band *band, int x0, int x1)
{
    Recipe *recipe = &band->recipe;
    x0 = x0 > band->clip.x0 ? x0 : band->clip.x0;
    x1 = x1 < band->clip.x1 ? x1 : band->clip.x1;
    for (int x = x0; x < x1; x++) {
        float coverage = pixel_coverage(band->outer, &band->outer_line, x)
                         - pixel_coverage(band->inner, &band->inner_line, x);
        if (coverage <= 0)
            continue;
        unsigned alpha = surface_alpha(band->color, byte_of(coverage));
        band->pixels[x] = surface_mix(band->pixels[x], band->color, alpha);
        if (recipe->count < RECIPE_EDGES) {
            recipe->x[recipe->count] = x;
            recipe->alpha[recipe->count] = (uint8_t)alpha;
        } else {
            recipe->usable = false;
        }
        recipe->count++;
    }
}

static void fill_solid(Band *band, int x0, int x1, float level)
{
    x0 = x0 > band->clip.x0 ? x0 : band->clip.x0;
    x1 = x1 < band->clip.x1 ? x1 : band->clip.x1;
    if (x0 >= x1 || level <= 0)
        return;
    band->recipe.solid0 = x0;
    band->recipe.solid1 = x1;
    band->recipe.solid = byte_of(level);
    surface_blend_span(band->pixels + x0, x1 - x0, band->color, band->recipe.solid);
}

static void repeat_row(Band *band)
{
    const Recipe *recipe = &band->recipe;
    for (int i = 0; i < recipe->count; i++) {
        uint32_t *pixel = band->pixels + recipe->x[i];
        *pixel = surface_mix(*pixel, band->color, recipe->alpha[i]);
    }
    if (recipe->solid0 < recipe->solid1)
        surface_blend_span(band->pixels + recipe->solid0, recipe->solid1 - recipe->solid0, band->color, recipe->solid);
}

/*   edge0   solid0                          solid1   edge1        of the outer shape
 *     |  ask  |    ask   |  level - level  |   ask  |  ask |
 *                     solid0            solid1                   of the inner one, if it reaches this row       */
static void fill_row(Band *band)
{
    band->recipe = (Recipe){.usable = true};
    const Line *outer = &band->outer_line, *inner = &band->inner_line;
    if (inner->level <= 0) {
        fill_edge(band, outer->edge0, outer->solid0);
        fill_solid(band, outer->solid0, outer->solid1, outer->level);
        fill_edge(band, outer->solid1, outer->edge1);
        return;
    }
    int from = outer->solid0 > inner->solid0 ? outer->solid0 : inner->solid0;
    int to = outer->solid1 < inner->solid1 ? outer->solid1 : inner->solid1;
    if (from >= to) {
        fill_edge(band, outer->edge0, outer->edge1);
        return;
    }
    fill_edge(band, outer->edge0, from);
    fill_solid(band, from, to, outer->level - inner->level);
    fill_edge(band, to, outer->edge1);
}

static bool is_straight(const Rounded *shape, int y)
{
    return (float)y >= shape->y0 + shape->radius && (float)(y + 1) <= shape->y1 - shape->radius;
}

/* The usual case, a shape on whole pixels: its four corners are one tile, seen in four mirrors. */
enum { TILE = 32 };

typedef struct Tile {
    int size;
    uint8_t left[TILE][TILE], right[TILE][TILE];   /* rows from the top; right is left mirrored */
    float level[TILE];         /* coverage of the row between the corners */
} Tile;

static bool is_whole(float value)
{
    return value == floorf(value);
}

static bool is_near(float a, float b)
{
    return a - b < 0.001f && b - a < 0.001f;
}

/* The side of the tile; 0 if the shape is not the usual case. */
static int tile_size(const Rounded *outer, const Rounded *inner, bool hollow)
{
    if (!is_whole(outer->x0) || !is_whole(outer->x1) || !is_whole(outer->y0) || !is_whole(outer->y1))
        return 0;
    float reach = outer->radius, inset = inner->x0 - outer->x0;
    if (hollow) {
        if (!is_near(inset, inner->y0 - outer->y0) || !is_near(inset, outer->x1 - inner->x1)
            || !is_near(inset, outer->y1 - inner->y1))
            return 0;
        reach = larger(reach, inset + inner->radius);
    }
    float size = ceilf(reach);
    float shorter = smaller(outer->x1 - outer->x0, outer->y1 - outer->y0);
    return size > 0 && size <= TILE && 2 * size <= shorter ? (int)size : 0;
}

static void make_tile(Tile *tile, Band *band, bool hollow)
{
    int x0 = (int)band->outer->x0, y0 = (int)band->outer->y0;
    for (int y = 0; y < tile->size; y++) {
        band->outer_line = line_of(band->outer, y0 + y);
        if (hollow)
            band->inner_line = line_of(band->inner, y0 + y);
        tile->level[y] = band->outer_line.level - band->inner_line.level;
        for (int x = 0; x < tile->size; x++) {
            float coverage = pixel_coverage(band->outer, &band->outer_line, x0 + x)
                             - pixel_coverage(band->inner, &band->inner_line, x0 + x);
            tile->left[y][x] = tile->right[y][tile->size - 1 - x] = (uint8_t)byte_of(larger(coverage, 0));
        }
    }
}

static void lay_mask(const Band *band, int x, int count, const uint8_t *mask)
{
    int from = x < band->clip.x0 ? band->clip.x0 - x : 0, to = x + count > band->clip.x1 ? band->clip.x1 - x : count;
    if (from < to)
        surface_blend_mask(band->pixels + x + from, to - from, band->color, mask + from);
}

static void lay_tile_row(const Tile *tile, Band *band, int row)
{
    int x0 = (int)band->outer->x0, x1 = (int)band->outer->x1;
    lay_mask(band, x0, tile->size, tile->left[row]);
    fill_solid(band, x0 + tile->size, x1 - tile->size, tile->level[row]);
    lay_mask(band, x1 - tile->size, tile->size, tile->right[row]);
}

/* Rows on the straight sides are all alike: only the first of them is worked out. */
void rounded_fill(Surface *surface, PixelBox clip, Rounded outer, Rounded inner, uint32_t color)
{
    if (rounded_empty(outer) || color >> 24 == 0)
        return;
    Band band = {.outer = &outer, .inner = &inner, .clip = clip, .color = color};
    int top = outer.y0 > (float)clip.y0 ? (int)floorf(outer.y0) : clip.y0;
    int bottom = outer.y1 < (float)clip.y1 ? (int)ceilf(outer.y1) : clip.y1;
    bool hollow = !rounded_empty(inner), was_straight = false;
    if (top >= bottom)
        return;
    Tile tile;
    tile.size = tile_size(&outer, &inner, hollow);
    if (tile.size)
        make_tile(&tile, &band, hollow);
    for (int y = top; y < bottom; y++) {
        float depth = smaller((float)y - outer.y0, outer.y1 - 1 - (float)y);
        band.pixels = surface->pixels + (size_t)y * (size_t)surface->stride;
        if (tile.size && depth < (float)tile.size) {
            lay_tile_row(&tile, &band, (int)depth);
            continue;
        }
        bool straight = is_straight(&outer, y) && (!hollow || is_straight(&inner, y));
        if (straight && was_straight && band.recipe.usable) {
            repeat_row(&band);
            continue;
        }
        band.outer_line = line_of(&outer, y);
        if (hollow)
            band.inner_line = line_of(&inner, y);
        fill_row(&band);
        was_straight = straight;
    }
}
