#include "draw/raster.h"

#include <math.h>

#include "draw/rounded.h"

void raster_init(Raster *raster)
{
    *raster = (Raster){0};
    coverage_init(&raster->coverage);
    shape_init(&raster->path);
    shape_init(&raster->dashes);
    shape_init(&raster->stroke);
}

void raster_finish(Raster *raster)
{
    coverage_finish(&raster->coverage);
    shape_finish(&raster->path);
    shape_finish(&raster->dashes);
    shape_finish(&raster->stroke);
}

void raster_target(Raster *raster, Surface *surface, PixelBox clip)
{
    raster->surface = surface;
    raster->clip = pixel_box_intersect(clip, surface_box(surface));
}

/* Beyond this a coordinate is as good as infinite; it keeps 24.8 fixed point from overflowing. */
#define FAR_AWAY 4000000.0f

static float bounded(float value)
{
    return value > -FAR_AWAY ? value < FAR_AWAY ? value : FAR_AWAY : -FAR_AWAY;
}

static int32_t fixed(float value)
{
    return (int32_t)floorf(bounded(value) * 256 + 0.5f);
}

static PixelBox box_around(Rect bounds)
{
    float x0 = bounded(bounds.x), y0 = bounded(bounds.y);
    float x1 = bounded(bounds.x + bounds.w), y1 = bounded(bounds.y + bounds.h);
    return (PixelBox){(int)floorf(x0), (int)floorf(y0), (int)ceilf(x1) + 1, (int)ceilf(y1) + 1};
}

static void add_contour(Coverage *coverage, const Point *points, uint32_t count)
{
    int32_t x = fixed(points[count - 1].x), y = fixed(points[count - 1].y);
    for (uint32_t i = 0; i < count; i++) {
        int32_t next_x = fixed(points[i].x), next_y = fixed(points[i].y);
        coverage_edge(coverage, x, y, next_x, next_y);
        x = next_x;
        y = next_y;
    }
}

static void fill_shape(Raster *raster, const Shape *shape, uint32_t color)
{
    PixelBox box = pixel_box_intersect(raster->clip, box_around(shape_bounds(shape)));
    if (pixel_box_empty(box))
        return;
    coverage_begin(&raster->coverage, box);
    for (uint32_t i = 0; i < shape->contour_count; i++)
        if (shape->contours[i].count > 1)
            add_contour(&raster->coverage, shape->points + shape->contours[i].first, shape->contours[i].count);
    coverage_fill(&raster->coverage, raster->surface, color);
}

static bool is_dashed(const RasterPaint *paint)
{
    return paint->dash_on > 0 && paint->dash_off > 0;
}

static bool contains(Rect outer, Rect inner)
{
    return outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.w <= outer.x + outer.w
        && inner.y + inner.h <= outer.y + outer.h;
}

/* Strokes raster->path, of which only what can show. Dashes end square: with round ends short ones would run together. */
static void stroke_path(Raster *raster, const RasterPaint *paint)
{
    const Shape *from = &raster->path;
    float reach = paint->width + 4;
    Rect near = {(float)raster->clip.x0 - reach, (float)raster->clip.y0 - reach,
                 (float)(raster->clip.x1 - raster->clip.x0) + 2 * reach,
                 (float)(raster->clip.y1 - raster->clip.y0) + 2 * reach};
    shape_reset(&raster->dashes);
    if (is_dashed(paint)) {
        shape_dash(&raster->dashes, from, paint->dash_on, paint->dash_off, near);
        from = &raster->dashes;
    } else if (!contains(near, shape_bounds(from))) {
        shape_keep_near(&raster->dashes, from, near);
        from = &raster->dashes;
    }
    shape_reset(&raster->stroke);
    shape_stroke(&raster->stroke, from, paint->width, !is_dashed(paint));
    fill_shape(raster, &raster->stroke, paint->stroke);
}

static bool has_stroke(const RasterPaint *paint)
{
    return paint->stroke >> 24 && paint->width > 0;
}

/* Whether anything of `bounds`, widened by a stroke, can show. */
static bool shows(const Raster *raster, Rect bounds, float width)
{
    float reach = width / 2 + 1;
    return bounds.x - reach < (float)raster->clip.x1 && bounds.x + bounds.w + reach > (float)raster->clip.x0
           && bounds.y - reach < (float)raster->clip.y1 && bounds.y + bounds.h + reach > (float)raster->clip.y0;
}

void raster_rect(Raster *raster, Rect rect, float radius, const RasterPaint *paint)
{
    float width = has_stroke(paint) ? paint->width : 0;
    if (!shows(raster, rect, width) || !(rect.w >= 0 && rect.h >= 0))
        return;
    rect = (Rect){bounded(rect.x), bounded(rect.y), bounded(rect.w), bounded(rect.h)};
    Rounded shape = rounded_make(rect, radius, 0), nothing = {0};
    rounded_fill(raster->surface, raster->clip, shape, nothing, paint->fill);
    if (!has_stroke(paint))
        return;
    if (is_dashed(paint)) {
        shape_reset(&raster->path);
        shape_add_rect(&raster->path, rect, shape.radius);
        stroke_path(raster, paint);
        return;
    }
    Rounded outer = rounded_make(rect, shape.radius, width / 2), inner = rounded_make(rect, shape.radius, -width / 2);
    rounded_fill(raster->surface, raster->clip, outer, rounded_empty(inner) ? nothing : inner, paint->stroke);
}

/* The control points enclose the curve, so their bounds are enough to know that nothing shows. */
static Rect bounds_of(const Point *points, size_t count)
{
    Point low = points[0], high = points[0];
    for (size_t i = 1; i < count; i++) {
        low = (Point){fminf(low.x, points[i].x), fminf(low.y, points[i].y)};
        high = (Point){fmaxf(high.x, points[i].x), fmaxf(high.y, points[i].y)};
    }
    return (Rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

static size_t points_of(const uint8_t *verbs, size_t verb_count)
{
    static const uint8_t taken[] = {[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CUBIC] = 3, [PATH_CLOSE] = 0};
    size_t count = 0;
    for (size_t i = 0; i < verb_count; i++)
        count += taken[verbs[i]];
    return count;
}

void raster_path(Raster *raster, const uint8_t *verbs, size_t verb_count, const Point *points,
                 const RasterPaint *paint)
{
    size_t point_count = points_of(verbs, verb_count);
    if (!point_count || !shows(raster, bounds_of(points, point_count), has_stroke(paint) ? paint->width : 0))
        return;
    shape_reset(&raster->path);
    shape_add_path(&raster->path, verbs, verb_count, points);
    if (paint->fill >> 24)
        fill_shape(raster, &raster->path, paint->fill);
    if (has_stroke(paint))
        stroke_path(raster, paint);
}
