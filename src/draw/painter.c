#include "draw/painter.h"

#include <math.h>
#include <stdlib.h>

void painter_init(Painter *painter, TextFonts *fonts)
{
    *painter = (Painter){.fonts = fonts};
    raster_init(&painter->raster);
}

void painter_finish(Painter *painter)
{
    raster_finish(&painter->raster);
}

static PainterTransform transform_now(const Painter *painter)
{
    return painter->transforms[painter->transform_count - 1];
}

static PixelBox clip_now(const Painter *painter)
{
    return painter->clips[painter->clip_count - 1];
}

static Rect to_pixels(const Painter *painter, Rect rect)
{
    PainterTransform t = transform_now(painter);
    return (Rect){rect.x * t.scale + t.dx, rect.y * t.scale + t.dy, rect.w * t.scale, rect.h * t.scale};
}

static RasterPaint raster_paint(const Painter *painter, const Paint *paint)
{
    float scale = transform_now(painter).scale;
    return (RasterPaint){
        .fill = theme_color(painter->theme, paint->fill, paint->alpha),
        .stroke = theme_color(painter->theme, paint->stroke, paint->alpha),
        .width = paint->width * scale,
        .dash_on = paint->dash_on * scale,
        .dash_off = paint->dash_off * scale,
    };
}

/* Moves the sides so that the outer edge (of the stroke, if there is one) lies on whole pixels: straight sides are
 * sharp then at any scale. Circles keep their exact place: they have no straight sides. */
static Rect snapped(Rect rect, float radius, float stroke)
{
    if (rect.w == rect.h && radius * 2 >= rect.w)
        return rect;
    float half = stroke / 2;
    float x0 = floorf(rect.x - half + 0.5f), x1 = floorf(rect.x + rect.w + half + 0.5f);
    float y0 = floorf(rect.y - half + 0.5f), y1 = floorf(rect.y + rect.h + half + 0.5f);
    if (x1 - x0 <= stroke || y1 - y0 <= stroke)
        return rect;
    return (Rect){x0 + half, y0 + half, x1 - x0 - stroke, y1 - y0 - stroke};
}

static void paint_rect(Painter *painter, const void *payload)
{
    const DrawRect *command = payload;
    RasterPaint paint = raster_paint(painter, &command->paint);
    float scale = transform_now(painter).scale, stroke = paint.stroke >> 24 ? paint.width : 0;
    Rect rect = snapped(to_pixels(painter, command->rect), command->radius * scale, stroke);
    raster_rect(&painter->raster, rect, command->radius * scale, &paint);
}

/* The pixels of a rectangle that are sure to be opaque once it is painted; empty if its fill lets anything through. */
static PixelBox opaque_part(const Painter *painter, const DrawRect *command)
{
    Rect rect = to_pixels(painter, command->rect);
    float inset = command->radius * transform_now(painter).scale + 2;
    PixelBox box = {(int)ceilf(rect.x + inset), (int)ceilf(rect.y + inset), (int)floorf(rect.x + rect.w - inset),
                    (int)floorf(rect.y + rect.h - inset)};
    bool opaque = theme_color(painter->theme, command->paint.fill, command->paint.alpha) >> 24 == 255;
    return opaque ? box : (PixelBox){0};
}

enum { WORTH_CUTTING = 4000 };     /* pixels */

/* A shadow is nearly all covered by the card that follows it, and blending is dear: only the rim is painted. */
static bool paint_rim(Painter *painter, const DrawRect *shadow, const DrawRect *card)
{
    PixelBox all = clip_now(painter), hidden = pixel_box_intersect(all, opaque_part(painter, card));
    if (shadow->paint.fill != COLOR_SHADOW || shadow->paint.stroke != COLOR_NONE || pixel_box_empty(hidden)
        || (hidden.x1 - hidden.x0) * (hidden.y1 - hidden.y0) < WORTH_CUTTING)
        return false;
    const PixelBox rim[] = {
        {all.x0, all.y0, all.x1, hidden.y0}, {all.x0, hidden.y1, all.x1, all.y1},
        {all.x0, hidden.y0, hidden.x0, hidden.y1}, {hidden.x1, hidden.y0, all.x1, hidden.y1},
    };
    for (int i = 0; i < 4; i++) {
        raster_target(&painter->raster, painter->surface, rim[i]);
        paint_rect(painter, shadow);
    }
    raster_target(&painter->raster, painter->surface, all);
    return true;
}

/* Of a rectangle and the command after it. */
static bool is_rim(Painter *painter, const DrawHeader *at, const DrawHeader *next)
{
    return at->op == DRAW_RECT && next && next->op == DRAW_RECT
        && paint_rim(painter, (const DrawRect *)(at + 1), (const DrawRect *)(next + 1));
}

enum { SMALL_PATH = 64 };      /* points that fit on the stack */

static void paint_path(Painter *painter, const void *payload)
{
    const DrawPath *command = payload;
    const uint8_t *verbs = (const uint8_t *)(command + 1);
    const Point *points = (const Point *)(verbs + (command->verb_count + 3) / 4 * 4);
    PainterTransform t = transform_now(painter);
    Point small[SMALL_PATH], *moved = small;
    if (command->point_count > SMALL_PATH) {
        moved = malloc(command->point_count * sizeof *moved);
        if (!moved)
            return;
    }
    for (uint32_t i = 0; i < command->point_count; i++)
        moved[i] = (Point){points[i].x * t.scale + t.dx, points[i].y * t.scale + t.dy};
    RasterPaint paint = raster_paint(painter, &command->paint);
    raster_path(&painter->raster, verbs, command->verb_count, moved, &paint);
    if (moved != small)
        free(moved);
}

static void paint_text(Painter *painter, const void *payload)
{
    const DrawText *command = payload;
    PainterTransform t = transform_now(painter);
    text_draw(painter->fonts, painter->surface, clip_now(painter), command->x * t.scale + t.dx,
              command->y * t.scale + t.dy, &command->style, t.scale,
              theme_color(painter->theme, command->style.color, 255), (const char *)(command + 1), command->length);
}

/* A coordinate as a pixel's edge; far away ones are cut so that the conversion is defined. */
static int edge_of(float value)
{
    return (int)floorf(fmaxf(-1e6f, fminf(1e6f, value)) + 0.5f);
}

static void push_clip(Painter *painter, const void *payload)
{
    if (painter->clip_depth++ >= PAINTER_DEPTH)
        return;
    Rect rect = to_pixels(painter, *(const Rect *)payload);
    PixelBox box = {edge_of(rect.x), edge_of(rect.y), edge_of(rect.x + rect.w), edge_of(rect.y + rect.h)};
    painter->clips[painter->clip_count] = pixel_box_intersect(clip_now(painter), box);
    painter->clip_count++;
    raster_target(&painter->raster, painter->surface, clip_now(painter));
}

static void pop_clip(Painter *painter, const void *payload)
{
    if (painter->clip_depth > 1 && --painter->clip_depth < painter->clip_count)
        painter->clip_count = painter->clip_depth;
    raster_target(&painter->raster, painter->surface, clip_now(painter));
}

static void push_transform(Painter *painter, const void *payload)
{
    if (painter->transform_depth++ >= PAINTER_DEPTH)
        return;
    const DrawTransform *inner = payload;
    PainterTransform outer = transform_now(painter);
    painter->transforms[painter->transform_count++] = (PainterTransform){
        outer.scale * inner->scale, inner->dx * outer.scale + outer.dx, inner->dy * outer.scale + outer.dy,
    };
}

static void pop_transform(Painter *painter, const void *payload)
{
    if (painter->transform_depth > 1 && --painter->transform_depth < painter->transform_count)
        painter->transform_count = painter->transform_depth;
}

void painter_draw_box(Painter *painter, Surface *surface, PixelBox box, const DrawList *list, const Theme *theme,
                      float scale)
{
    static void (*const commands[])(Painter *, const void *) = {
        [DRAW_RECT] = paint_rect, [DRAW_PATH] = paint_path, [DRAW_TEXT] = paint_text,
        [DRAW_CLIP_PUSH] = push_clip, [DRAW_CLIP_POP] = pop_clip,
        [DRAW_TRANSFORM_PUSH] = push_transform, [DRAW_TRANSFORM_POP] = pop_transform,
    };
    painter->surface = surface;
    painter->theme = theme;
    painter->clips[0] = pixel_box_intersect(box, surface_box(surface));
    painter->transforms[0] = (PainterTransform){scale, 0, 0};
    painter->clip_count = painter->clip_depth = painter->transform_count = painter->transform_depth = 1;
    raster_target(&painter->raster, surface, painter->clips[0]);
    box = painter->clips[0];
    for (int y = box.y0; y < box.y1; y++)
        surface_blend_span(surface->pixels + (size_t)y * (size_t)surface->stride + box.x0, box.x1 - box.x0,
                           theme->colors[COLOR_PAGE], 255);
    for (const DrawHeader *at = draw_list_next(list, NULL), *next; at; at = next) {
        next = draw_list_next(list, at);
        bool empty = pixel_box_empty(clip_now(painter));
        if (at->op >= DRAW_CLIP_PUSH || (!empty && !is_rim(painter, at, next)))
            commands[at->op](painter, at + 1);
    }
}

void painter_draw(Painter *painter, Surface *surface, const DrawList *list, const Theme *theme, float scale)
{
    painter_draw_box(painter, surface, surface_box(surface), list, theme, scale);
}
