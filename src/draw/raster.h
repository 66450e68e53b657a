/* The rasteriser: shapes with a fill and a stroke, drawn anti-aliased into a surface within a clip.
 *
 * Coordinates are pixels of the surface (the caller has applied scale and transform), y downwards, a pixel's centre at
 * a half. Deterministic to the byte on every x86-64: integers, and floats with the four operations and square roots.
 */
#ifndef REFARROWS_DRAW_RASTER_H
#define REFARROWS_DRAW_RASTER_H

#include "draw/coverage.h"
#include "draw/shape.h"
#include "draw/surface.h"
#include "scene/drawlist.h"

typedef struct RasterPaint {
    uint32_t fill, stroke;     /* 0xAARRGGBB; alpha 0: none */
    float width;               /* of the stroke, pixels */
    float dash_on, dash_off;   /* pixels; 0, 0: solid */
} RasterPaint;

typedef struct Raster {
    Surface *surface;          /* not owned */
    PixelBox clip;             /* inside the surface */
    Coverage coverage;
    Shape path, dashes, stroke;
} Raster;

void raster_init(Raster *raster);
void raster_finish(Raster *raster);

/* From now on draws into that surface, inside the clip. */
void raster_target(Raster *raster, Surface *surface, PixelBox clip);

void raster_rect(Raster *raster, Rect rect, float radius, const RasterPaint *paint);
void raster_path(Raster *raster, const uint8_t *verbs, size_t verb_count, const Point *points,
                 const RasterPaint *paint);

#endif
