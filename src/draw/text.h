/* Text: fonts, glyph masks and widths, through SDL2_ttf; no other file under draw/ knows it.
 *
 * Widths are those of the font at scale 1 and grow in proportion, so a layout measured once fits at every zoom. Glyphs
 * are rasterised at the size in which they appear, never stretched, and stand at quarters of a pixel horizontally and
 * whole pixels vertically. Fonts are opened when first used.
 *
 * The fonts are Inter and JetBrains Mono, found where the build was told they lie (FONT_DIR_SANS, FONT_DIR_MONO), or,
 * if the environment variable REFARROWS_FONTS names a directory, there and nowhere else. A letter that they lack comes
 * from DejaVu (FONT_DIR_FALLBACK) if that is there; a letter that nobody has is drawn as an empty box.
 */
#ifndef REFARROWS_DRAW_TEXT_H
#define REFARROWS_DRAW_TEXT_H

#include <stddef.h>

#include "draw/surface.h"
#include "scene/drawlist.h"

typedef struct TextFonts TextFonts;

/* NULL when a font is missing; then `error` holds one line that says which package to install. */
TextFonts *text_create(char *error, size_t error_size);
void text_destroy(TextFonts *fonts);       /* takes NULL */

/* Logical pixels at scale 1; style's colour and anchor do not matter. Bytes that are not UTF-8 count as U+FFFD. */
float text_width(TextFonts *fonts, const TextStyle *style, const char *text, size_t length);

/* The same as a TextMeasure for the scene; valid as long as the fonts. */
TextMeasure text_measure(TextFonts *fonts);

/* Draws one line. x is where the style's anchor says, x and baseline in pixels of the surface, `scale` multiplies the
 * style's size. */
void text_draw(TextFonts *fonts, Surface *surface, PixelBox clip, float x, float baseline, const TextStyle *style,
               float scale, uint32_t color, const char *text, size_t length);

#endif
