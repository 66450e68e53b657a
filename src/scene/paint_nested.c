/* Painting what nests consist of: values, letters, outlines, padding. What nothing was stored in is dashed and says "?",
 * what points to nobody's memory is red, dashed and says so. */
#include <string.h>

#include "scene/scene.h"
#include "scene/style.h"

enum { DIMMED_CELL = 56, BYTES_SIZE = 11 };

typedef struct Pen {
    const Scene *scene;
    const SceneCell *cell;
    ColorRole edge;
    bool dimmed;
    DrawList *list;
} Pen;

static void write_at(const Pen *pen, Point at, TextStyle style, SceneText text)
{
    const char *string = scene_text(pen->scene, text);
    if (pen->dimmed)
        style.color = COLOR_GHOST;
    if (string[0])
        draw_text(pen->list, at.x, at.y, style, string, strlen(string));
}

static void outline(const Pen *pen, ColorRole fill, ColorRole stroke, float width, float radius, float dash)
{
    Paint paint = {.fill = (uint8_t)fill, .stroke = (uint8_t)stroke, .alpha = pen->dimmed ? DIMMED_CELL : 255,
                   .width = width, .dash_on = dash, .dash_off = dash};
    draw_rect(pen->list, pen->cell->rect, radius, paint);
}

static void write_label(const Pen *pen)
{
    const SceneCell *cell = pen->cell;
    TextStyle style = cell->names ? STYLE_NAME
                    : cell->index_label ? STYLE_INDEX_LABEL : STYLE_ROW_LABEL;
    style.anchor = cell->label_middle ? ANCHOR_MIDDLE : ANCHOR_START;
    if (style.face == FACE_SANS)
        style.size = 12;
    if (cell->style != CELL_NAME)
        write_at(pen, cell->label_at, style, cell->label);
    if (!cell->address || !cell->label || cell->label_middle)
        return;
    TextStyle small = {FACE_MONO, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, BYTES_SIZE};
    write_at(pen, (Point){cell->label_at.x, cell->label_at.y + 14}, small, cell->address);
}

/* Left over: in a block that was given back. */
static TextStyle value_style(const SceneCell *cell, bool is_left_over)
{
    TextStyle style = STYLE_CELL;
    if (cell->unset || cell->faint || is_left_over)
        style.color = COLOR_FAINT;
    if (cell->dangling) {
        style.color = COLOR_DEAD;
        style.size = 13;
    }
    return style;
}

/* The value, and below it the bytes that it consists of. */
static void write_value(const Pen *pen)
{
    const SceneCell *cell = pen->cell;
    Rect rect = cell->rect;
    float middle = rect.x + rect.w / 2, y = rect.y + rect.h / 2 + 5.5f;
    if (!cell->bytes) {
        write_at(pen, (Point){middle, y}, value_style(cell, pen->edge == COLOR_GHOST), cell->value);
        return;
    }
    TextStyle value = value_style(cell, pen->edge == COLOR_GHOST);
    value.size = cell->has_port ? 12 : value.size;
    TextStyle small = {FACE_MONO, WEIGHT_REGULAR, ANCHOR_MIDDLE, cell->unset ? COLOR_FAINT : COLOR_SOFT, BYTES_SIZE};
    write_at(pen, (Point){middle - (cell->has_port ? 6 : 0), rect.y + 21}, value, cell->value);
    write_at(pen, (Point){middle, rect.y + rect.h - 8}, small, cell->bytes);
}

static void draw_value(const Pen *pen, float radius)
{
    const SceneCell *cell = pen->cell;
    ColorRole edge = cell->dangling ? COLOR_DEAD : cell->changed ? COLOR_MARK : pen->edge;
    ColorRole fill = pen->edge == COLOR_GHOST ? COLOR_NONE : COLOR_PANEL;
    bool dashed = cell->unset || cell->dangling || pen->edge == COLOR_GHOST;
    outline(pen, fill, edge, cell->changed ? 2 : 1.2f, radius, dashed ? 3 : 0);
    write_value(pen);
    write_label(pen);
}

static void draw_part(const Pen *pen)
{
    if (!pen->cell->faint)
        outline(pen, COLOR_NONE, pen->edge, 1.2f, 8, pen->cell->is_union ? 4 : 0);
    write_label(pen);
}

static void draw_padding(const Pen *pen)
{
    TextStyle small = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_FAINT, BYTES_SIZE};
    outline(pen, COLOR_PAGE, COLOR_LINE, 1, 4, 2);
    write_at(pen, pen->cell->label_at, small, pen->cell->label);
}

void scene_draw_nested(const Scene *scene, const SceneCell *cell, ColorRole edge, bool dimmed, DrawList *list)
{
    Pen pen = {scene, cell, edge, dimmed, list};
    switch (cell->style) {
    case CELL_PART: draw_part(&pen); break;
    case CELL_PADDING: draw_padding(&pen); break;
    case CELL_MORE: write_at(&pen, cell->label_at, STYLE_MORE, cell->label); break;
    default: draw_value(&pen, cell->style == CELL_NAME ? 8 : 5);
    }
}
