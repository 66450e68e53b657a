#include "app/classroom.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

static const struct { float first, least, most; } sizes[PANEL_TOOLS] = {
    [TOOL_SPOTLIGHT] = {140, 40, 500},
    [TOOL_LOUPE] = {2, 1.25f, 5},
    [TOOL_INK] = {4, 2, 16},
};

#define SIZE_NOTCH 1.2f

void classroom_init(Classroom *room)
{
    *room = (Classroom){0};
    for (int i = 0; i < PANEL_TOOLS; i++)
        room->size[i] = sizes[i].first;
}

void classroom_finish(Classroom *room)
{
    for (uint32_t i = 0; i < room->stroke_count; i++)
        free(room->strokes[i].drawn.points);
    free(room->strokes);
    free(room->shown);
    classroom_init(room);
}

/* Tools. */

void classroom_take(Classroom *room, uint8_t tool)
{
    room->tool = room->tool == tool ? TOOL_NONE : tool;
    room->drawing = false;
}

void classroom_resize(Classroom *room, bool larger)
{
    float size = larger ? room->size[room->tool] * SIZE_NOTCH : room->size[room->tool] / SIZE_NOTCH;
    float least = sizes[room->tool].least, most = sizes[room->tool].most;
    room->size[room->tool] = size < least ? least : size > most ? most : size;
}

/* Ink. */

static PanelStroke *last_stroke(Classroom *room)
{
    return &room->strokes[room->stroke_count - 1].drawn;
}

static void add_point(PanelStroke *stroke, Point at)
{
    if (stroke->count == CLASSROOM_POINTS)
        return;
    stroke->points = memory_grow(stroke->points, &stroke->capacity, (uint64_t)stroke->count + 1, sizeof *stroke->points);
    stroke->points[stroke->count++] = at;
}

bool classroom_begin_stroke(Classroom *room, uint64_t step, bool in_scene, Point at)
{
    if (room->stroke_count == CLASSROOM_STROKES)
        return false;
    room->strokes = memory_grow(room->strokes, &room->stroke_capacity, (uint64_t)room->stroke_count + 1,
                                sizeof *room->strokes);
    room->strokes[room->stroke_count++] = (InkStroke){step, {.in_scene = in_scene, .width = room->size[TOOL_INK]}};
    room->drawing = true;
    add_point(last_stroke(room), at);
    return true;
}

void classroom_go_on(Classroom *room, Point at)
{
    if (room->drawing)
        add_point(last_stroke(room), at);
}

void classroom_end_stroke(Classroom *room)
{
    room->drawing = false;
}

void classroom_clear(Classroom *room, uint64_t step)
{
    uint32_t kept = 0;
    room->drawing = false;
    for (uint32_t i = 0; i < room->stroke_count; i++) {
        if (room->strokes[i].step == step)
            free(room->strokes[i].drawn.points);
        else
            room->strokes[kept++] = room->strokes[i];
    }
    room->stroke_count = kept;
}

/* The question. */

void classroom_ask(Classroom *room)
{
    room->asks = true;
    room->revealed = false;
    room->selected = 0;
    memset(room->hands, 0, sizeof room->hands);
}

void classroom_close(Classroom *room)
{
    room->asks = room->revealed = false;
}

void classroom_select(Classroom *room, int by, uint32_t choices)
{
    int64_t selected = (int64_t)room->selected + by;
    if (choices > 0)
        room->selected = (uint32_t)((selected + choices) % choices);
}

void classroom_digit(Classroom *room, uint32_t digit)
{
    uint32_t *hands = &room->hands[room->selected], more = *hands * 10 + digit;
    if (more <= CLASSROOM_HANDS)
        *hands = more;
}

void classroom_erase(Classroom *room)
{
    room->hands[room->selected] /= 10;
}

/* The projector. */

void classroom_swap(Classroom *room, float *size, const Theme **theme, const Theme *bright)
{
    float other_size = room->other_size > 0 ? room->other_size : *size;
    const Theme *other_theme = room->other_theme ? room->other_theme : bright;
    room->other_size = *size;
    room->other_theme = *theme;
    *size = other_size;
    *theme = other_theme;
}

/* The picture. */

static uint32_t gather_strokes(Classroom *room, uint64_t step)
{
    uint32_t count = 0;
    room->shown = memory_grow(room->shown, &room->shown_capacity, (uint64_t)room->stroke_count + 1, sizeof *room->shown);
    for (uint32_t i = 0; i < room->stroke_count; i++)
        if (room->strokes[i].step == step)
            room->shown[count++] = room->strokes[i].drawn;
    return count;
}

void classroom_fill(Classroom *room, uint64_t step, PanelModel *model)
{
    model->tool = room->tool;
    model->tool_size = room->size[room->tool];
    model->pointer = room->pointer;
    model->stroke_count = gather_strokes(room, step);
    model->strokes = room->shown;
    model->asks_class = room->asks && model->asking;
    model->class_revealed = room->revealed;
    model->class_selected = (int)room->selected;
    model->hands = room->hands;
}
