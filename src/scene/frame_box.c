/* The boxes of frames: a row for each name, what the instructions under way put on the evaluation stack, and one box for
 * frames that are folded. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene/build.h"
#include "scene/style.h"
#include "scene/wording.h"

/* A name and beside it its cell. */
static void add_name(Builder *builder, uint32_t box, const ViewFrame *frame, uint32_t slot_index, int32_t row,
                     Rect room)
{
    char text[WORDING_MAX];
    Scene *scene = builder->scene;
    const ViewSlot *slot = &builder->view->slots[slot_index];
    builder->cell_of_slot[slot_index] = scene->cell_count;
    SceneCell *cell = scene_add_cell(scene, box);
    float middle = room.y + room.h / 2, width = layout_slot_width(builder->layout);
    float height = room.h >= STYLE_MEMORY_ROW ? STYLE_SLOT_HEIGHT + 16 : STYLE_SLOT_HEIGHT;
    cell->style = CELL_NAME;
    cell->rect = (Rect){room.x + room.w - width, middle - height / 2.0f, width, height};
    cell->label_at = (Point){room.x, middle + 6};
    cell->was_bound = row >= 0 && layout_row_bound(builder->layout, frame->number, row) < builder->view->step;
    wording_row(builder->view, slot, slot_index - frame->first_slot, text);
    cell->id = scene_add_text(scene, text);
    wording_label(builder->view, slot, text);
    cell->label = scene_add_text(scene, text);
    bool shown = layout_shows_name(builder->layout, builder->view, slot);
    build_cell(builder, cell, slot, layout_frames_inline(builder->layout), shown);
}

/* A name and beside it nested boxes. */
static void add_named_nest(Builder *builder, uint32_t box, const NestThing *thing, const ViewFrame *frame, int32_t row,
                            Rect room)
{
    char text[WORDING_MAX];
    Scene *scene = builder->scene;
    NestManner manner = layout_row_manner(builder->layout, frame->number, row);
    Rect size = nest_arrange(builder->view, thing, &manner, NULL);
    Point at = {room.x + room.w - size.w, room.y + (STYLE_FRAME_ROW - STYLE_SLOT_HEIGHT) / 2.0f};
    uint32_t first = scene->cell_count;
    build_nest(builder, box, thing, &manner, at);
    SceneCell *cell = &scene->cells[first];
    wording_thing(builder->view, thing, 0, text);
    wording_elide(text, 18, true);
    cell->label = scene_add_text(scene, text);
    cell->label_middle = cell->index_label = false;
    cell->label_at = (Point){room.x, at.y + 22};
    cell->names = true;
}

static void add_frame_row(Builder *builder, uint32_t box, const ViewFrame *frame, const NestThing *thing, uint32_t likely)
{
    char text[WORDING_MAX];
    SceneBox *at = &builder->scene->boxes[box];
    wording_thing(builder->view, thing, likely, text);
    int32_t row = layout_frame_row(builder->layout, frame->number, text, strlen(text), likely);
    if (row < 0 || !layout_shows_row(builder->layout, frame->number, row, builder->view->step))
        return;
    float height = layout_row_height(builder->layout, frame->number, row);
    float top = at->rect.y + STYLE_FRAME_HEADER + layout_row_offset(builder->layout, frame->number, row);
    Rect room = {at->rect.x + STYLE_FRAME_PAD, top, at->rect.w - 2 * STYLE_FRAME_PAD, height};
    at->rect.h = fmaxf(at->rect.h, top + height + STYLE_FRAME_FOOT - at->rect.y);
    if (nest_is_nested(builder->view, thing))
        add_named_nest(builder, box, thing, frame, row, room);
    else
        add_name(builder, box, frame, thing->slot, row, room);
}

/* The values that the instructions of the frame that runs leave to one another. They come and go inside a step, where no
 * layout knows of them; nothing stands below that frame, so they are written at its foot. A value that has no box is
 * written in a cell as wide as there is room. */
enum { MOST_AT_WORK = 8, AT_WORK_LABEL = 92, AT_WORK_LETTERS = 15 };

/* Of a container what is in it, not only what it is. */
static void write_contents(Builder *builder, SceneCell *cell, const ViewSlot *slot)
{
    char text[WORDING_MAX];
    const ViewObject *object = slot->target == VIEW_NONE ? NULL : &builder->view->objects[slot->target];
    if (!object || (object->kind != KIND_SEQUENCE && object->kind != KIND_SET && object->kind != KIND_DICT))
        return;
    snprintf(text, sizeof text, "%.*s", (int)object->repr.length, view_text(builder->view, object->repr));
    wording_elide(text, AT_WORK_LETTERS, false);
    cell->value = scene_add_text(builder->scene, text);
}

static void add_at_work(Builder *builder, uint32_t box, const ViewFrame *frame, uint32_t slot, bool first)
{
    Scene *scene = builder->scene;
    SceneBox *at = &scene->boxes[box];
    Rect room = {at->rect.x + STYLE_FRAME_PAD, at->rect.y + at->rect.h - STYLE_FRAME_FOOT,
                 at->rect.w - 2 * STYLE_FRAME_PAD, STYLE_FRAME_ROW};
    at->rect.h += STYLE_FRAME_ROW;
    add_name(builder, box, frame, slot, -1, room);
    SceneCell *cell = &scene->cells[builder->cell_of_slot[slot]];
    if (!first)
        cell->label = 0;
    if (cell->has_port)
        return;
    cell->rect.w = room.w - AT_WORK_LABEL;
    cell->rect.x = room.x + AT_WORK_LABEL;
    write_contents(builder, cell, &builder->view->slots[slot]);
}

static void add_evaluation_stack(Builder *builder, uint32_t box, const ViewFrame *frame)
{
    char text[WORDING_MAX];
    uint32_t end = frame->first_slot + frame->slot_count, first = end, drawn = 0;
    while (first > frame->first_slot && builder->view->slots[first - 1].role == ROLE_STACK)
        first--;
    for (uint32_t i = first; i < end; i++) {
        wording_row(builder->view, &builder->view->slots[i], i - frame->first_slot, text);
        int32_t row = layout_frame_row(builder->layout, frame->number, text, strlen(text), i - frame->first_slot);
        bool has_row = row >= 0 && layout_shows_row(builder->layout, frame->number, row, builder->view->step);
        if (!has_row && end - i <= MOST_AT_WORK)
            add_at_work(builder, box, frame, i, drawn++ == 0);
    }
}

static void add_frame(Builder *builder, uint32_t index, float y)
{
    char text[WORDING_MAX];
    Scene *scene = builder->scene;
    const ViewFrame *frame = &builder->view->frames[index];
    uint32_t at = scene->box_count;
    SceneBox *box = build_box(scene, SCENE_FRAME, frame->number);
    builder->box_of_frame[index] = at;
    box->frame_index = index;
    box->column = ROUTE_STACK;
    box->active = frame->is_active;
    box->rect = (Rect){STYLE_MARGIN, y, layout_frame_width(builder->layout), STYLE_FRAME_HEADER};
    wording_frame_name(builder->view, frame, text);
    box->title = scene_add_text(scene, text);
    wording_frame_note(builder->view, frame, text);
    uint32_t hidden = layout_hidden_rows(builder->layout, frame->number, builder->view->step);
    bool is_c = frame->slot_count && builder->view->slots[frame->first_slot].type.length > 0;
    if (hidden && !text[0])
        sprintf(text, "%" PRIu32 " %s", hidden, is_c ? "uninitialised" : "not bound yet");
    if (is_c && frame->is_module)
        strcpy(text, "there for the whole run");
    box->note = scene_add_text(scene, text);
    box->is_static = frame->is_module && is_c;
    for (uint32_t i = frame->first_slot, likely = 0; i < frame->first_slot + frame->slot_count; likely++) {
        NestThing thing = nest_thing(builder->view, i);
        add_frame_row(builder, at, frame, &thing, likely);
        i = thing.end;
    }
    if (frame->is_active)
        add_evaluation_stack(builder, at, frame);
}

static void add_fold(Builder *builder, FrameFold fold, float y)
{
    char text[40];
    Scene *scene = builder->scene;
    SceneBox *box = build_box(scene, SCENE_FRAME, 0);
    box->frame_index = fold.first;
    box->folded = fold.count;
    box->column = ROUTE_STACK;
    box->rect = (Rect){STYLE_MARGIN, y, layout_frame_width(builder->layout), STYLE_FOLD};
    sprintf(text, "%" PRIu32 " more frame%s", fold.count, fold.count > 1 ? "s" : "");
    box->title = scene_add_text(scene, text);
}

void build_frames(Builder *builder)
{
    float y = STYLE_TOP;
    FrameFold fold = layout_fold(builder->layout, builder->view);
    for (uint32_t i = 0; i < builder->view->frame_count; i++) {
        if (fold.count && i == fold.first) {
            add_fold(builder, fold, y);
            y += STYLE_FOLD + STYLE_FRAME_GAP;
            i += fold.count;
        }
        add_frame(builder, i, y);
        y += layout_frame_height(builder->layout, builder->view, i) + STYLE_FRAME_GAP;
    }
}
