/* From the scene to the draw list, from back to front: headings, frames, objects, arrows, ports, and what stands on
 * the corners: counts and tags, which nothing may cover.
 *
 * Nothing relies on colour alone: what changed has a ring, a tag or a heavier arrow, what is shared a dashed edge. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/passing.h"
#include "scene/scene.h"
#include "scene/style.h"

enum { DIMMED = 56, HEAD_LENGTH = 13, HEAD_HALF = 6, HEAD_NOTCH = 10, HEAD_INSIDE = 7 };

typedef struct Painter {
    const Scene *scene;
    DrawList *list;
    uint8_t arrows;                    /* SceneArrows */
    const SceneRelated *related;       /* NULL: everything is drawn in full */
    float settled;                     /* 1 when nothing moves */
    const ScenePassing *passing;       /* NULL: nothing of the scene before shows */
} Painter;

static bool box_dimmed(const Painter *painter, uint32_t box)
{
    return painter->related && !painter->related->boxes[box];
}

static Paint filled(ColorRole fill, ColorRole stroke, float width)
{
    return (Paint){.fill = (uint8_t)fill, .stroke = (uint8_t)stroke, .alpha = 255, .width = width};
}

static Paint dashed(ColorRole fill, ColorRole stroke, float width, float on, float off)
{
    Paint paint = filled(fill, stroke, width);
    paint.dash_on = on;
    paint.dash_off = off;
    return paint;
}

static Paint dim_paint(Paint paint, bool dimmed)
{
    if (dimmed)
        paint.alpha = DIMMED;
    return paint;
}

/* What is coming is there in part. */
static Paint coming(const Painter *painter, Paint paint)
{
    paint.alpha = (uint8_t)((float)paint.alpha * painter->settled);
    return paint;
}

enum { TEXT_COMES = 40 };          /* per cent: text cannot fade, so it comes when its box is half there */

static bool text_is_there(const Painter *painter)
{
    return painter->settled * 100 >= TEXT_COMES;
}

static Rect grown(Rect rect, float by)
{
    return (Rect){rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}

static void write_text(const Painter *painter, Point at, TextStyle style, SceneText text, bool dimmed)
{
    const char *string = scene_text(painter->scene, text);
    if (!string[0])
        return;
    if (dimmed)
        style.color = COLOR_GHOST;
    draw_text(painter->list, at.x, at.y, style, string, strlen(string));
}

static void write_words(const Painter *painter, float x, float y, TextStyle style, const char *words)
{
    draw_text(painter->list, x, y, style, words, strlen(words));
}

static TextStyle colored(TextStyle style, ColorRole color)
{
    style.color = (uint8_t)color;
    return style;
}

/* Frames */

static void paint_cells(const Painter *painter, const SceneBox *box, bool dimmed);

static void paint_name(const Painter *painter, const SceneCell *cell, bool dimmed)
{
    Rect rect = cell->rect;
    TextStyle name = colored(STYLE_NAME, cell->unbound ? COLOR_FAINT : COLOR_TEXT);
    write_text(painter, cell->label_at, name, cell->label, dimmed);
    if (cell->unbound) {
        const char *value = scene_text(painter->scene, cell->value);
        write_words(painter, rect.x + rect.w, cell->label_at.y - 1, colored(STYLE_NOTE, COLOR_FAINT),
                    value[0] ? value : cell->was_bound ? "not bound" : "not bound yet");
        return;
    }
    if (cell->unset || cell->dangling || cell->bytes) {
        scene_draw_nested(painter->scene, cell, COLOR_LINE, dimmed, painter->list);
        return;
    }
    Paint paint = filled(COLOR_PAGE, cell->changed ? COLOR_MARK : COLOR_LINE, cell->changed ? 1.5f : 1);
    draw_rect(painter->list, rect, 8, dim_paint(paint, dimmed));
    write_text(painter, (Point){rect.x + rect.w / 2, rect.y + rect.h / 2 + 5.5f}, STYLE_CELL, cell->value, dimmed);
}

/* Two edges of cards peep out from under the one that stands for all. */
static void paint_fold(const Painter *painter, const SceneBox *box, bool dimmed)
{
    for (int i = 2; i >= 0; i--) {
        Rect rect = {box->rect.x + 8 * (float)i, box->rect.y + 5 * (float)i, box->rect.w - 16 * (float)i, box->rect.h};
        draw_rect(painter->list, rect, 12, filled(COLOR_FRAME, COLOR_LINE, 1));
    }
    write_text(painter, (Point){box->rect.x + STYLE_FRAME_PAD, box->rect.y + 26}, STYLE_MORE, box->title, dimmed);
}

enum { FRAME_SLIDES = 26 };        /* logical pixels, from below */

static void paint_still_frame(const Painter *painter, uint32_t index)
{
    const SceneBox *box = &painter->scene->boxes[index];
    if (box->folded) {
        paint_fold(painter, box, box_dimmed(painter, index));
        return;
    }
    Rect rect = box->rect;
    bool dimmed = box_dimmed(painter, index);
    if (box->active)
        draw_rect(painter->list, grown(rect, 4), 15, dim_paint(filled(COLOR_NONE, COLOR_ACCENT, 2.5f), dimmed));
    draw_rect(painter->list, (Rect){rect.x + 1, rect.y + 2, rect.w, rect.h}, 12, filled(COLOR_SHADOW, COLOR_NONE, 0));
    draw_rect(painter->list, rect, 12, filled(box->is_static ? COLOR_PAGE : COLOR_FRAME, COLOR_LINE, 1));
    write_text(painter, (Point){rect.x + STYLE_FRAME_PAD, rect.y + 31}, STYLE_FRAME_TITLE, box->title, dimmed);
    write_text(painter, (Point){rect.x + rect.w - STYLE_FRAME_PAD, rect.y + 31}, STYLE_NOTE, box->note, dimmed);
    paint_cells(painter, box, dimmed);
}

static void paint_frame(const Painter *painter, uint32_t index)
{
    bool slides = painter->passing && painter->passing->new_frames[index] && painter->settled < 1;
    if (slides)
        draw_transform_push(painter->list, 1, 0, FRAME_SLIDES * (1 - painter->settled));
    paint_still_frame(painter, index);
    if (slides)
        draw_transform_pop(painter->list);
}

/* Of a frame that was popped its card. */
static void paint_gone_frame(const Painter *painter, const SceneBox *box)
{
    float left = 1 - painter->settled;
    Rect rect = box->rect;
    rect.y += FRAME_SLIDES * painter->settled;
    draw_rect(painter->list, rect, 12,
              (Paint){.fill = COLOR_FRAME, .stroke = COLOR_LINE, .alpha = (uint8_t)(255 * left), .width = 1});
}

/* Objects */

static void paint_cell(const Painter *painter, const SceneBox *box, const SceneCell *cell, bool dimmed)
{
    bool ghost = box->kind == SCENE_GHOST;
    Rect rect = cell->rect;
    if (!rect.w)
        return;
    Paint paint = ghost ? dashed(COLOR_NONE, COLOR_GHOST, 1.2f, 4, 4)
                : filled(COLOR_PANEL, cell->changed ? COLOR_MARK : (ColorRole)box->edge, cell->changed ? 2.2f : 1.2f);
    draw_rect(painter->list, rect, 8, dim_paint(paint, dimmed));
    TextStyle label = cell->style == CELL_ITEM ? STYLE_INDEX_LABEL : STYLE_ROW_LABEL;
    write_text(painter, cell->label_at, label, cell->label, dimmed);
    write_text(painter, (Point){rect.x + rect.w / 2, rect.y + rect.h / 2 + 5.5f}, STYLE_CELL, cell->value, dimmed);
}

static void paint_cells(const Painter *painter, const SceneBox *box, bool dimmed)
{
    for (uint32_t i = 0; i < box->cell_count; i++) {
        const SceneCell *cell = &painter->scene->cells[box->first_cell + i];
        ColorRole edge = box->kind == SCENE_GHOST ? COLOR_GHOST : box->kind == SCENE_FRAME ? COLOR_LINE : (ColorRole)box->edge;
        if (cell->style >= CELL_NESTED)
            scene_draw_nested(painter->scene, cell, edge, dimmed, painter->list);
        else if (box->kind == SCENE_FRAME)
            paint_name(painter, cell, dimmed);
        else
            paint_cell(painter, box, cell, dimmed);
    }
}

static void paint_remarks(const Painter *painter, const SceneBox *box, bool dimmed)
{
    float left = box->rect.x + STYLE_PAD - 2, bottom = box->rect.y + box->rect.h - 12;
    write_text(painter, (Point){left, box->rect.y + 22 + STYLE_MEMORY_LINE}, STYLE_MORE, box->memory, dimmed);
    write_text(painter, (Point){left, bottom}, STYLE_MORE, box->more, dimmed);
}

static void paint_card(const Painter *painter, const SceneBox *box, bool dimmed)
{
    Rect rect = box->rect;
    if (box->is_new) {
        float away = 5 + 12 * (1 - painter->settled);
        Paint ring = coming(painter, dim_paint(filled(COLOR_NONE, COLOR_MARK, 3), dimmed));
        draw_rect(painter->list, grown(rect, away), 10 + away, ring);
    }
    if (box->ring)
        draw_rect(painter->list, grown(rect, 5), 15,
                  dim_paint(dashed(COLOR_NONE, (ColorRole)box->ring, 3, box->ring_on, box->ring_off), dimmed));
    Rect shadow = {rect.x + 1, rect.y + 2, rect.w, rect.h};
    if (!dimmed && painter->settled == 1)
        draw_rect(painter->list, shadow, 11, filled(COLOR_SHADOW, COLOR_NONE, 0));
    ColorRole tint = (ColorRole)box->tint, edge = (ColorRole)box->edge;
    Paint paint = box->shared ? dashed(tint, edge, 1.5f, 5, 4) : filled(tint, edge, 1.5f);
    paint = dim_paint(paint, dimmed);
    draw_rect(painter->list, rect, 11, box->is_new ? coming(painter, paint) : paint);
}

static void paint_object(const Painter *painter, uint32_t index)
{
    const SceneBox *box = &painter->scene->boxes[index];
    bool dimmed = box_dimmed(painter, index), ghost = box->kind == SCENE_GHOST;
    if (ghost && painter->settled < 1)             /* it was there just now */
        draw_rect(painter->list, box->rect, 11,
                  (Paint){.fill = box->tint, .stroke = box->edge, .alpha = (uint8_t)(255 * (1 - painter->settled)),
                          .width = 1.5f});
    if (ghost)
        draw_rect(painter->list, box->rect, 11, dim_paint(dashed(COLOR_NONE, COLOR_GHOST, 2, 6, 5), dimmed));
    else
        paint_card(painter, box, dimmed);
    if (box->is_new && !text_is_there(painter))
        return;
    TextStyle title = colored(STYLE_BOX_TITLE, ghost ? COLOR_GHOST : (ColorRole)box->edge);
    write_text(painter, (Point){box->rect.x + STYLE_PAD - 2, box->rect.y + 22}, title, box->title, dimmed);
    TextStyle text = colored(box->signature ? STYLE_SIGNATURE : STYLE_VALUE, ghost ? COLOR_GHOST : COLOR_TEXT);
    write_text(painter, box->text_at, text, box->text, dimmed);
    paint_cells(painter, box, dimmed);
    paint_remarks(painter, box, dimmed);
}

/* Arrows */

static Point scaled(Point from, Point direction, float by)
{
    return (Point){from.x + direction.x * by, from.y + direction.y * by};
}

/* The direction in which a curve arrives: most often from its last control point, which may lie on its end. */
static Point arrival(const Point *points, uint32_t count)
{
    Point end = points[count - 1];
    for (uint32_t i = count - 1; i-- > 0;) {
        float x = end.x - points[i].x, y = end.y - points[i].y, square = x * x + y * y;
        if (square < 0.25f)
            continue;
        float length = sqrtf(square);
        return (Point){x / length, y / length};
    }
    return (Point){1, 0};
}

static void paint_head(const Painter *painter, Point tip, Point direction, float scale, Paint paint)
{
    static const uint8_t VERBS[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    Point normal = {-direction.y, direction.x};
    Point back = scaled(tip, direction, -HEAD_LENGTH * scale);
    Point points[] = {tip, scaled(back, normal, HEAD_HALF * scale), scaled(tip, direction, -HEAD_NOTCH * scale),
                      scaled(back, normal, -HEAD_HALF * scale)};
    draw_path(painter->list, VERBS, sizeof VERBS, points, 4, paint);
}

/* The line ends inside the head, so that its blunt end does not show at the tip. */
static void paint_line(const Painter *painter, const Point *points, uint32_t count, Point direction, Paint paint)
{
    uint32_t pieces = (count - 1) / 3;
    Point *copy = memory_resize(NULL, count * sizeof *copy);
    uint8_t *verbs = memory_resize(NULL, 1 + pieces);
    memcpy(copy, points, count * sizeof *copy);
    copy[count - 1] = scaled(copy[count - 1], direction, -HEAD_INSIDE);
    copy[count - 2] = scaled(copy[count - 2], direction, -HEAD_INSIDE);
    verbs[0] = PATH_MOVE;
    memset(verbs + 1, PATH_CUBIC, pieces);
    draw_path(painter->list, verbs, 1 + pieces, copy, count, paint);
    free(copy);
    free(verbs);
}

typedef struct ArrowLook { uint8_t color; float width, head, dash_on, dash_off; } ArrowLook;

static ArrowLook arrow_look(const SceneArrow *arrow)
{
    ArrowLook look = {arrow->color, 2.2f, 1, 0, 0};
    if (arrow->weak)
        look = (ArrowLook){arrow->color, 2.2f, 1, 6, 5};
    if (arrow->discreet)
        look = (ArrowLook){COLOR_FAINT, 1.4f, 0.75f, 3, 4};
    if (arrow->dangling)
        look = (ArrowLook){COLOR_DEAD, 2.2f, 1, 7, 5};
    if (arrow->marked && !arrow->dangling) {
        look.color = COLOR_MARK;
        look.width = 3;
    }
    return look;
}

/* An arrow grows if it is new: its cell changed, or all that it leaves from is new. */
static bool is_coming(const Scene *scene, const SceneArrow *arrow)
{
    return arrow->marked || scene->boxes[arrow->from_box].is_new;
}

static void paint_curve(const Painter *painter, uint32_t index, const Point *points, uint32_t count)
{
    const SceneArrow *arrow = &painter->scene->arrows[index];
    bool dimmed = painter->related && !painter->related->arrows[index];
    ArrowLook look = arrow_look(arrow);
    Point direction = arrival(points, count), tip = points[count - 1];
    if (arrow->marked && !dimmed) {
        Paint glow = filled(COLOR_NONE, COLOR_MARK, 9);
        glow.alpha = 71;
        paint_line(painter, points, count, direction, glow);
    }
    Paint line = dashed(COLOR_NONE, (ColorRole)look.color, look.width, look.dash_on, look.dash_off);
    paint_line(painter, points, count, direction, dim_paint(line, dimmed));
    paint_head(painter, tip, direction, look.head, dim_paint(filled((ColorRole)look.color, COLOR_NONE, 0), dimmed));
}

static void paint_arrow(const Painter *painter, uint32_t index)
{
    const SceneArrow *arrow = &painter->scene->arrows[index];
    const Point *points = painter->scene->points.points + arrow->first_point;
    uint32_t count = arrow->point_count;
    if (count < 4)
        return;
    if (painter->settled == 1 || !is_coming(painter->scene, arrow)) {
        paint_curve(painter, index, points, count);
        return;
    }
    Point *part = memory_resize(NULL, count * sizeof *part);
    count = curve_beginning(points, count, painter->settled, part);
    if (count >= 4)
        paint_curve(painter, index, part, count);
    free(part);
}

/* Arrows that are gone draw back to where they came from. */
static void paint_gone_arrow(const Painter *old, uint32_t index, float left)
{
    const SceneArrow *arrow = &old->scene->arrows[index];
    const Point *points = old->scene->points.points + arrow->first_point;
    if (arrow->point_count < 4)
        return;
    Point *part = memory_resize(NULL, arrow->point_count * sizeof *part);
    uint32_t count = curve_beginning(points, arrow->point_count, left, part);
    if (count >= 4)
        paint_curve(old, index, part, count);
    free(part);
}

static void paint_port(const Painter *painter, uint32_t index)
{
    static const float RADIUS[] = {
        [CELL_NAME] = 5, [CELL_ITEM] = 5, [CELL_ROW] = 4.5f, [CELL_KEY] = 4, [CELL_CLASS] = 3.5f,
        [CELL_NESTED] = 4.5f,
    };
    const SceneArrow *arrow = &painter->scene->arrows[index];
    const SceneCell *cell = &painter->scene->cells[arrow->from_cell];
    bool dimmed = painter->related && !painter->related->arrows[index];
    if (painter->scene->boxes[arrow->from_box].is_new && !text_is_there(painter))
        return;
    Paint paint = filled((ColorRole)arrow_look(arrow).color, COLOR_NONE, 0);
    draw_circle(painter->list, cell->port, RADIUS[cell->style], dim_paint(paint, dimmed));
}

/* Corners */

static void paint_badge(const Painter *painter, const SceneBox *box, bool dimmed)
{
    static const TextStyle COUNT = {FACE_SANS, WEIGHT_BOLD, ANCHOR_MIDDLE, COLOR_PANEL, 15};
    static const TextStyle DELTA = {FACE_SANS, WEIGHT_BOLD, ANCHOR_MIDDLE, COLOR_MARK, 14};
    Point at = {box->rect.x + box->rect.w - 8, box->rect.y - 2};
    size_t digits = box->shared ? 1 : strlen(scene_text(painter->scene, box->badge));
    float width = digits < 3 ? STYLE_BADGE : STYLE_BADGE + 10 * (float)(digits - 2);
    draw_rect(painter->list, (Rect){at.x - width / 2, at.y - STYLE_BADGE / 2.0f, width, STYLE_BADGE}, 15,
              dim_paint(filled((ColorRole)box->edge, COLOR_PANEL, 2), dimmed));
    write_text(painter, (Point){at.x, at.y + 5.5f}, COUNT, box->badge, false);
    if (!box->delta)
        return;
    at.y += 10 * (1 - painter->settled);           /* the change rises to its place */
    Rect pill = {at.x + width / 2 + 4, at.y - 12, 34, 24};
    draw_rect(painter->list, pill, 12, filled(COLOR_MARK_SOFT, COLOR_MARK, 1));
    write_text(painter, (Point){pill.x + 17, at.y + 5}, DELTA, box->delta, false);
}

static void paint_corners(const Painter *painter, uint32_t index)
{
    const SceneBox *box = &painter->scene->boxes[index];
    if (box->is_new && !text_is_there(painter))
        return;
    if (box->badge)
        paint_badge(painter, box, box_dimmed(painter, index));
    TextStyle tag = colored(STYLE_TAG, (ColorRole)box->tag_color);
    Point at = {box->tag_x + 4, box->rect.y - box->tag_rise};
    write_text(painter, at, tag, box->tag, box_dimmed(painter, index));
}

/* What is static stands above the stack, under a heading of its own. */
static void paint_stack_heading(const Painter *painter)
{
    const Scene *scene = painter->scene;
    bool is_static = scene->box_count && scene->boxes[0].is_static;
    write_words(painter, STYLE_MARGIN, STYLE_LABEL_Y, STYLE_HEADING, is_static ? "Static" : "Stack");
    if (is_static && scene->box_count > 1 && scene->boxes[1].kind == SCENE_FRAME)
        write_words(painter, STYLE_MARGIN, scene->boxes[1].rect.y - 14, STYLE_HEADING, "Stack");
}

static void paint_headings(const Painter *painter)
{
    const Scene *scene = painter->scene;
    paint_stack_heading(painter);
    write_words(painter, scene->heap_left, STYLE_LABEL_Y, STYLE_HEADING, "Heap");
    draw_line(painter->list, (Point){scene->divider, 20}, (Point){scene->divider, scene->height - 20},
              dashed(COLOR_NONE, COLOR_LINE, 1.5f, 2, 6));
}

static bool is_wanted(const Painter *painter, const SceneArrow *arrow)
{
    bool of_name = painter->scene->boxes[arrow->from_box].kind == SCENE_FRAME;
    bool of_class = painter->scene->cells[arrow->from_cell].style == CELL_CLASS;
    switch ((SceneArrows)painter->arrows) {
    case ARROWS_NAMES: return of_name;
    case ARROWS_FIELDS: return !of_name && !of_class;
    case ARROWS_CLASSES: return of_class;
    default: return true;
    }
}

/* Those that changed, or belong to what is lit, come last: they lie above the others. */
static void paint_arrows(const Painter *painter, bool above)
{
    const Scene *scene = painter->scene;
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        bool lit = scene->arrows[i].marked || (painter->related && painter->related->arrows[i]);
        if (lit == above && is_wanted(painter, &scene->arrows[i]))
            paint_arrow(painter, i);
    }
}

/* Behind everything else. */
static void paint_gone_frames(const Painter *painter, const Scene *before)
{
    for (uint32_t i = 0; i < before->box_count; i++)
        if (painter->passing->gone_frames[i])
            paint_gone_frame(painter, &before->boxes[i]);
}

static void paint_gone_arrows(const Painter *painter, const Scene *before)
{
    Painter old = {.scene = before, .list = painter->list, .settled = 1, .arrows = painter->arrows};
    for (uint32_t i = 0; i < before->arrow_count; i++)
        if (painter->passing->gone_arrows[i] && is_wanted(&old, &before->arrows[i]))
            paint_gone_arrow(&old, i, 1 - painter->settled);
}

static void paint_all(const Painter *painter, const Scene *before)
{
    const Scene *scene = painter->scene;
    paint_headings(painter);
    if (painter->passing)
        paint_gone_frames(painter, before);
    for (uint32_t i = 0; i < scene->box_count; i++)
        (scene->boxes[i].kind == SCENE_FRAME ? paint_frame : paint_object)(painter, i);
    paint_arrows(painter, false);
    if (painter->passing)
        paint_gone_arrows(painter, before);
    paint_arrows(painter, true);
    for (uint32_t i = 0; i < scene->arrow_count; i++)
        paint_port(painter, i);
    for (uint32_t i = 0; i < scene->box_count; i++)
        paint_corners(painter, i);
}

void scene_draw(const Scene *scene, const char *highlight, DrawList *list)
{
    scene_draw_as(scene, &(SceneLook){.highlight = highlight}, list);
}

void scene_draw_as(const Scene *scene, const SceneLook *look, DrawList *list)
{
    SceneRelated related;
    Painter painter = {.scene = scene, .list = list, .settled = 1 - look->unsettled, .arrows = look->arrows};
    bool lit = look->highlight && scene_related(scene, look->highlight, &related);
    if (lit)
        painter.related = &related;
    if (look->before && look->passing && look->unsettled > 0)
        painter.passing = look->passing;
    paint_all(&painter, look->before);
    if (lit)
        scene_related_finish(&related);
}
