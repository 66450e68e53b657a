#include "draw/font.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL_ttf.h>

enum {
    FONT_COUNT = FONT_MISSING,
    METRIC_SIZE = 2000         /* pixels at which advances are read, so that rounding them cannot be seen */
};

/* What the letters of FONT_MISSING look like, as parts of the em. */
#define MISSING_ADVANCE 0.6f
#define MISSING_HEIGHT 0.7f

typedef enum FontPlace { PLACE_SANS, PLACE_MONO, PLACE_FALLBACK, PLACE_HAN, PLACE_SYMBOLS } FontPlace;

static const struct { const char *directory, *package; } places[] = {
    [PLACE_SANS] = {FONT_DIR_SANS, "fonts-inter"},
    [PLACE_MONO] = {FONT_DIR_MONO, "fonts-jetbrains-mono"},
    [PLACE_FALLBACK] = {FONT_DIR_FALLBACK, "fonts-dejavu-core"},
    [PLACE_HAN] = {FONT_DIR_HAN, "fonts-wqy-microhei"},
    [PLACE_SYMBOLS] = {FONT_DIR_SYMBOLS, "fonts-symbola"},
};

/* Whoever lacks a letter asks these. Emoji are drawn in the text's colour, as everything is. */
enum { FALLBACK_SANS = FACE_COUNT * WEIGHT_COUNT, FALLBACK_MONO, FALLBACK_HAN, FALLBACK_SYMBOLS };

static const struct { const char *file; FontPlace place; } files[FONT_COUNT] = {
    [FACE_SANS * WEIGHT_COUNT + WEIGHT_REGULAR] = {"Inter-Regular.otf", PLACE_SANS},
    [FACE_SANS * WEIGHT_COUNT + WEIGHT_MEDIUM] = {"Inter-Medium.otf", PLACE_SANS},
    [FACE_SANS * WEIGHT_COUNT + WEIGHT_SEMIBOLD] = {"Inter-SemiBold.otf", PLACE_SANS},
    [FACE_SANS * WEIGHT_COUNT + WEIGHT_BOLD] = {"Inter-Bold.otf", PLACE_SANS},
    [FACE_MONO * WEIGHT_COUNT + WEIGHT_REGULAR] = {"JetBrainsMono-Regular.ttf", PLACE_MONO},
    [FACE_MONO * WEIGHT_COUNT + WEIGHT_MEDIUM] = {"JetBrainsMono-Medium.ttf", PLACE_MONO},
    [FACE_MONO * WEIGHT_COUNT + WEIGHT_SEMIBOLD] = {"JetBrainsMono-SemiBold.ttf", PLACE_MONO},
    [FACE_MONO * WEIGHT_COUNT + WEIGHT_BOLD] = {"JetBrainsMono-Bold.ttf", PLACE_MONO},
    [FALLBACK_SANS] = {"DejaVuSans.ttf", PLACE_FALLBACK},
    [FALLBACK_MONO] = {"DejaVuSansMono.ttf", PLACE_FALLBACK},
    [FALLBACK_HAN] = {"wqy-microhei.ttc", PLACE_HAN},
    [FALLBACK_SYMBOLS] = {"Symbola_hint.ttf", PLACE_SYMBOLS},
};

/* A file is opened twice: changing a font's size is dear (its hinting program runs), and advances and masks are asked
 * for in turns. The file is mapped into memory once, which also makes opening twice as fast. */
typedef struct OpenFont {
    bool tried;                /* if the fonts are NULL then, the file cannot be used */
    TTF_Font *drawing;         /* set to `size`, widened */
    TTF_Font *metrics;         /* set to METRIC_SIZE */
    float size;
    void *bytes;               /* the mapped file */
    size_t length;
} OpenFont;

struct FontSet {
    const char *directory;     /* of REFARROWS_FONTS, or NULL */
    OpenFont open[FONT_COUNT];
};

static void path_of(const FontSet *set, int font, char *path, size_t size)
{
    const char *directory = set->directory ? set->directory : places[files[font].place].directory;
    snprintf(path, size, "%s/%s", directory, files[font].file);
}

/* Every font of TextStyle must be there; looking costs microseconds, opening them all would cost 20 ms. */
static bool all_present(const FontSet *set, char *error, size_t error_size)
{
    char path[4096];
    for (int font = 0; font < FACE_COUNT * WEIGHT_COUNT; font++) {
        path_of(set, font, path, sizeof path);
        if (access(path, R_OK) == 0)
            continue;
        snprintf(error, error_size, "cannot read the font %s: install the package %s, or set REFARROWS_FONTS to the "
                 "directory that holds it", path, places[files[font].place].package);
        return false;
    }
    return true;
}

FontSet *font_create(char *error, size_t error_size)
{
    FontSet *set = calloc(1, sizeof *set);
    if (!set) {
        snprintf(error, error_size, "out of memory");
        return NULL;
    }
    const char *directory = getenv("REFARROWS_FONTS");
    set->directory = directory && *directory ? directory : NULL;
    if (!all_present(set, error, error_size)) {
        free(set);
        return NULL;
    }
    if (TTF_Init() != 0) {
        snprintf(error, error_size, "cannot start the font library: %s", TTF_GetError());
        free(set);
        return NULL;
    }
    return set;
}

static void close_font(OpenFont *open)
{
    if (open->drawing)
        TTF_CloseFont(open->drawing);
    if (open->metrics)
        TTF_CloseFont(open->metrics);
    if (open->bytes)
        munmap(open->bytes, open->length);
    *open = (OpenFont){.tried = true};
}

void font_destroy(FontSet *set)
{
    if (!set)
        return;
    for (int font = 0; font < FONT_COUNT; font++)
        close_font(&set->open[font]);
    TTF_Quit();
    free(set);
}

static void map_file(OpenFont *font, const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat status;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (bytes != MAP_FAILED) {
            font->bytes = bytes;
            font->length = (size_t)status.st_size;
        }
    }
    close(file);
}

static TTF_Font *open_mapped(const OpenFont *font)
{
    SDL_RWops *stream = font->bytes ? SDL_RWFromConstMem(font->bytes, (int)font->length) : NULL;
    return stream ? TTF_OpenFontRW(stream, 1, 16) : NULL;
}

static void open_font(OpenFont *open, const char *path)
{
    open->tried = true;
    map_file(open, path);
    open->drawing = open_mapped(open);
    open->metrics = open_mapped(open);
    if (!open->drawing || !open->metrics) {
        close_font(open);
        return;
    }
    TTF_SetFontHinting(open->drawing, TTF_HINTING_LIGHT);
    TTF_SetFontHinting(open->metrics, TTF_HINTING_NONE);
    TTF_SetFontSizeDPI(open->metrics, 1, 72 * METRIC_SIZE, 72 * METRIC_SIZE);
}

/* NULL for a fallback that is not installed, or a file that is not a font: its letters are then drawn as boxes. */
static OpenFont *opened(FontSet *set, int font)
{
    OpenFont *open = &set->open[font];
    if (!open->tried) {
        char path[4096];
        path_of(set, font, path, sizeof path);
        open_font(open, path);
    }
    return open->drawing ? open : NULL;
}

/* SDL2_ttf takes whole points; one point at a resolution of 72 times the size gives sizes in 72nds of a pixel, and a
 * horizontal resolution FONT_PHASES times as high gives the finer columns. */
static void set_size(OpenFont *open, float size)
{
    if (open->size == size)
        return;
    unsigned resolution = (unsigned)(size * 72 + 0.5f);
    TTF_SetFontSizeDPI(open->drawing, 1, resolution * FONT_PHASES, resolution);
    open->size = size;
}

static bool has_letter(FontSet *set, int font, uint32_t letter)
{
    OpenFont *open = opened(set, font);
    return open && TTF_GlyphIsProvided32(open->metrics, letter);
}

int font_find(FontSet *set, int face, int weight, uint32_t letter)
{
    static const int order[FACE_COUNT][FONT_FALLBACKS] = {
        [FACE_SANS] = {FALLBACK_SANS, FALLBACK_HAN, FALLBACK_SYMBOLS, FALLBACK_MONO},
        [FACE_MONO] = {FALLBACK_MONO, FALLBACK_SANS, FALLBACK_HAN, FALLBACK_SYMBOLS},
    };
    int wanted = face * WEIGHT_COUNT + weight;
    if (has_letter(set, wanted, letter))
        return wanted;
    for (int i = 0; i < FONT_FALLBACKS; i++)
        if (has_letter(set, order[face][i], letter))
            return order[face][i];
    return FONT_MISSING;
}

float font_advance(FontSet *set, int font, uint32_t letter)
{
    OpenFont *open = font == FONT_MISSING ? NULL : opened(set, font);
    if (!open)
        return MISSING_ADVANCE;
    int advance = 0;
    if (TTF_GlyphMetrics32(open->metrics, letter, NULL, NULL, NULL, NULL, &advance) != 0)
        return MISSING_ADVANCE;
    return (float)advance / METRIC_SIZE;
}

static FontMask missing_mask(float size)
{
    FontMask mask = {.width = (int)(size * (MISSING_ADVANCE - 0.1f) * FONT_PHASES) + 2 * FONT_PHASES,
                     .height = (int)(size * MISSING_HEIGHT) + 2};
    mask.top = mask.height;
    mask.left = FONT_PHASES / 2;
    mask.bytes = calloc((size_t)mask.width, (size_t)mask.height);
    for (int y = 0; mask.bytes && y < mask.height; y++)
        for (int x = 0; x < mask.width; x++)
            if (y == 0 || y == mask.height - 1 || x < FONT_PHASES || x >= mask.width - FONT_PHASES)
                mask.bytes[y * mask.width + x] = 200;
    return mask;
}

static void copy_alpha(FontMask *mask, const SDL_Surface *drawn)
{
    for (int y = 0; y < mask->height; y++) {
        const Uint32 *row = (const Uint32 *)((const unsigned char *)drawn->pixels + y * drawn->pitch);
        for (int x = 0; x < mask->width; x++)
            mask->bytes[y * mask->width + x] = (uint8_t)(row[x] >> 24);
    }
}

/* SDL2_ttf draws a letter as a line of text of its own: the picture starts at the pen or at the letter's left edge,
 * whichever is further left, and at the font's ascent or the letter's top, whichever is higher. */
FontMask font_render(FontSet *set, int font, uint32_t letter, float size)
{
    OpenFont *open = font == FONT_MISSING ? NULL : opened(set, font);
    if (!open)
        return missing_mask(size);
    set_size(open, size);
    int left = 0, top = 0;
    if (TTF_GlyphMetrics32(open->drawing, letter, &left, NULL, NULL, &top, NULL) != 0)
        return (FontMask){0};
    SDL_Surface *drawn = TTF_RenderGlyph32_Blended(open->drawing, letter, (SDL_Color){255, 255, 255, 255});
    if (!drawn)
        return (FontMask){0};
    int ascent = TTF_FontAscent(open->drawing);
    FontMask mask = {.width = drawn->w, .height = drawn->h, .left = left < 0 ? left : 0,
                     .top = top > ascent ? top : ascent};
    mask.bytes = malloc((size_t)drawn->w * (size_t)drawn->h);
    if (mask.bytes)
        copy_alpha(&mask, drawn);
    SDL_FreeSurface(drawn);
    return mask;
}
