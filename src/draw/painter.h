/* The painter: a draw list becomes pixels.
 *
 * It keeps the clip and the transform that the list pushes, resolves colours by a theme, multiplies by the scale of the
 * screen, and skips early what lies outside the clip. The same list, theme, scale and size give the same bytes in the
 * window, in a PNG and on every machine.
 */
#ifndef REFARROWS_DRAW_PAINTER_H
#define REFARROWS_DRAW_PAINTER_H

#include "draw/raster.h"
#include "draw/surface.h"
#include "draw/text.h"
#include "draw/theme.h"
#include "scene/drawlist.h"

enum { PAINTER_DEPTH = 16 };       /* clips or transforms within each other; deeper ones are ignored */

typedef struct PainterTransform { float scale, dx, dy; } PainterTransform;     /* to pixels of the surface */

typedef struct Painter {
    TextFonts *fonts;              /* not owned */
    Raster raster;
    PixelBox clips[PAINTER_DEPTH];
    PainterTransform transforms[PAINTER_DEPTH];
    int clip_count, transform_count;   /* in use; the first of each is what painting started with */
    int clip_depth, transform_depth;   /* pushed, also beyond PAINTER_DEPTH */
    const Theme *theme;
    Surface *surface;
} Painter;

void painter_init(Painter *painter, TextFonts *fonts);
void painter_finish(Painter *painter);

/* Draws the list over the page's colour. Lengths are multiplied by `scale`. */
void painter_draw(Painter *painter, Surface *surface, const DrawList *list, const Theme *theme, float scale);

/* The same, but changes only pixels inside `box`. */
void painter_draw_box(Painter *painter, Surface *surface, PixelBox box, const DrawList *list, const Theme *theme,
                      float scale);

#endif
