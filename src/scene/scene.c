/* Boxes come from the layout's places and the view's contents; nothing is measured here, so that a step costs
 * little. A box never outgrows the room that was kept for it: where a view asks for more (it was not fed to the
 * layout), the last cells are folded into the line that says how many more there are. */
#include "scene/scene.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/build.h"
#include "scene/style.h"
#include "scene/wording.h"

enum { VALUE_LETTERS = 32, PORT_CELL = 44, MOST_COUNTED = 16, TAG_LINE = 17 };

void scene_init(Scene *scene)
{
    *scene = (Scene){0};
}

void scene_finish(Scene *scene)
{
    free(scene->boxes);
    free(scene->cells);
    free(scene->arrows);
    free(scene->text);
    point_pool_finish(&scene->points);
    scene_init(scene);
}

SceneText scene_add_text(Scene *scene, const char *text)
{
    uint32_t length = (uint32_t)strlen(text), start = scene->text_length;
    if (!length && start)
        return 0;
    scene->text = memory_grow(scene->text, &scene->text_capacity, (uint64_t)start + length + 1, 1);
    memcpy(scene->text + start, text, length + 1);
    scene->text_length += length + 1;
    return start;
}

SceneBox *build_box(Scene *scene, SceneKind kind, uint64_t number)
{
    scene->boxes = memory_grow(scene->boxes, &scene->box_capacity, (uint64_t)scene->box_count + 1,
                               sizeof *scene->boxes);
    SceneBox *box = &scene->boxes[scene->box_count++];
    *box = (SceneBox){.kind = kind, .number = number, .first_cell = scene->cell_count};
    return box;
}

SceneCell *scene_add_cell(Scene *scene, uint32_t box)
{
    scene->cells = memory_grow(scene->cells, &scene->cell_capacity, (uint64_t)scene->cell_count + 1,
                               sizeof *scene->cells);
    SceneCell *cell = &scene->cells[scene->cell_count++];
    *cell = (SceneCell){.box = box};
    scene->boxes[box].cell_count++;
    return cell;
}

static Point rect_middle(Rect rect)
{
    return (Point){rect.x + rect.w / 2, rect.y + rect.h / 2};
}

bool build_draws_arrow(const Builder *builder, int32_t target, bool holder_inlines)
{
    if (target == VIEW_NONE)
        return false;
    const ViewObject *object = &builder->view->objects[target];
    const Place *place = layout_place(builder->layout, object->number);
    return place && place->boxed && !(holder_inlines && figure_is_scalar(object));
}

/* Only what some arrow leads to is drawn; it is drawn in the order in which the arrows are met. */
void build_refer_to(Builder *builder, int32_t target)
{
    if (builder->referred[target])
        return;
    builder->referred[target] = true;
    builder->queue[builder->queue_length++] = (uint32_t)target;
}

static bool is_nothing(const Builder *builder, const ViewSlot *slot)
{
    return slot->target != VIEW_NONE && figure_is_nothing(builder->view, &builder->view->objects[slot->target],
                                                          layout_options(builder->layout));
}

/* How many objects that are not drawn an object leads to, itself included. */
static uint32_t count_folded(Builder *builder, int32_t start)
{
    const View *view = builder->view;
    uint32_t count = 0, next = 0, end = 0;
    memset(builder->counted, 0, view->object_count + 1);
    builder->counting[end++] = start;
    builder->counted[start] = true;
    for (; next < end; next++) {
        const ViewObject *object = &view->objects[builder->counting[next]];
        const Place *place = layout_place(builder->layout, object->number);
        if (place && place->boxed)
            continue;
        count += object->kind != KIND_SCALAR;
        for (uint32_t i = 0; i < object->slot_count; i++) {
            const ViewSlot *slot = &view->slots[object->first_slot + i];
            if (slot->target == VIEW_NONE || slot->role == ROLE_CLASS || builder->counted[slot->target])
                continue;
            builder->counted[slot->target] = true;
            builder->counting[end++] = slot->target;
        }
    }
    return count;
}

/* "+976": what would be drawn if it were not too deep. Of many such cells only the first count. */
static bool write_folded(Builder *builder, SceneCell *cell, const ViewSlot *slot)
{
    char text[40];
    const Place *place = layout_place(builder->layout, builder->view->objects[slot->target].number);
    if (!place || !place->folded || figure_is_scalar(&builder->view->objects[slot->target]))
        return false;
    cell->folds = builder->folded_cells++ < MOST_COUNTED ? count_folded(builder, slot->target) : 1;
    sprintf(text, builder->folded_cells <= MOST_COUNTED ? "+%" PRIu32 : "+", cell->folds);
    cell->value = scene_add_text(builder->scene, text);
    return true;
}

/* Fills in what a cell says or that an arrow leaves from it. */
void build_cell(Builder *builder, SceneCell *cell, const ViewSlot *slot, bool inlines, bool shown)
{
    char text[WORDING_MAX];
    if (slot->type.length) {
        build_c_value(builder, cell, slot);
        return;
    }
    cell->unbound = slot->state == SLOT_UNBOUND;
    cell->port = rect_middle(cell->rect);
    cell->target = slot->target != VIEW_NONE ? builder->view->objects[slot->target].number : 0;
    cell->has_port = shown && build_draws_arrow(builder, slot->target, inlines);
    if (cell->has_port) {
        build_refer_to(builder, slot->target);
        return;
    }
    if (slot->target != VIEW_NONE && write_folded(builder, cell, slot))
        return;
    wording_value(builder->view, slot, text);
    cell->value = scene_add_text(builder->scene, text);
}

/* Objects */

static void add_badge(Scene *scene, SceneBox *box, const ViewObject *object)
{
    char text[32];
    box->shared = object->flags & OBJECT_SHARED;
    sprintf(text, "%" PRIu64, object->count);
    if (scene->show_counts && !(object->flags & OBJECT_UNCOUNTED))
        box->badge = scene_add_text(scene, box->shared ? "\xE2\x88\x9E" : text);
}

static ShownSlots fit_slots(const Place *place, ShownSlots shown)
{
    Rect size = figure_size(&place->figure, shown);
    while (shown.count && (size.w > place->rect.w || size.h > place->rect.h)) {
        shown.count--;
        shown.methods -= shown.methods > 0;
        shown.more++;
        size = figure_size(&place->figure, shown);
    }
    return shown;
}

static void add_thousands(char *out, uint32_t number)
{
    if (number >= 1000) {
        add_thousands(out, number / 1000);
        sprintf(out + strlen(out), ",%03" PRIu32, number % 1000);
    } else {
        sprintf(out, "%" PRIu32, number);
    }
}

static SceneText more_text(Scene *scene, uint32_t more)
{
    char text[64] = "\xE2\x80\xA6 ";
    if (!more)
        return 0;
    add_thousands(text + strlen(text), more);
    strcat(text, " more");
    return scene_add_text(scene, text);
}

/* The box without its cells. */
static void fill_object(Scene *scene, const View *view, const ViewObject *object, const Layout *layout, uint32_t index,
                        ShownSlots shown)
{
    char text[WORDING_MAX];
    const Place *place = layout_place(layout, object->number);
    const SceneOptions *options = layout_options(layout);
    SceneBox *box = &scene->boxes[index];
    Rect size = figure_size(&place->figure, shown);
    box->tint = place->figure.tint;
    box->edge = place->figure.edge;
    box->signature = place->figure.signature;
    box->column = place->column;
    box->place_block = place->block;
    box->read_only = object->flags & OBJECT_READ_ONLY;
    box->rect = (Rect){place->rect.x, place->rect.y, size.w < place->rect.w ? size.w : place->rect.w,
                       size.h < place->rect.h ? size.h : place->rect.h};
    Point at = figure_text_place(&place->figure, box->rect.w);
    box->text_at = (Point){box->rect.x + at.x, box->rect.y + at.y};
    wording_title(view, object, text);
    if (place->figure.has_memory && (object->flags & OBJECT_SHARED) && !box->read_only)
        strcat(text, "   shared");
    box->title = place->figure.bare ? 0 : scene_add_text(scene, text);
    uint32_t letters = options->full ? WORDING_MAX : options->max_text ? options->max_text : VALUE_LETTERS;
    if (place->figure.has_text && wording_text(view, object, letters, text))
        box->text = scene_add_text(scene, text);
    box->more = more_text(scene, shown.more);
    if (place->figure.has_memory) {
        wording_memory(object, text);
        box->memory = scene_add_text(scene, text);
    }
    add_badge(scene, box, object);
}

static Rect place_cell(SceneCell *cell, const Figure *figure, Rect box, ShownSlots shown, uint32_t index)
{
    uint32_t rows = shown.count - shown.methods;
    Rect rect = index < rows ? figure_cell(figure, box.w, index) : figure_method(figure, rows, index - rows);
    cell->rect = (Rect){box.x + rect.x, box.y + rect.y, rect.w, rect.h};
    cell->style = figure->form == FIGURE_CELLS ? CELL_ITEM : CELL_ROW;
    if (cell->style == CELL_ITEM)
        cell->label_at = (Point){cell->rect.x + rect.w / 2, cell->rect.y - 7};
    else
        cell->label_at = (Point){box.x + STYLE_PAD - 2, cell->rect.y + 19};
    return cell->rect;
}

static bool key_is_arrow(const Builder *builder, const ViewSlot *slot)
{
    return slot->key != VIEW_NONE && build_draws_arrow(builder, slot->key, false)
        && figure_key_is_arrow(&builder->view->objects[slot->key], layout_options(builder->layout));
}

static void add_key(Builder *builder, uint32_t box, const ViewSlot *slot, Rect row, const char *label)
{
    char id[WORDING_MAX + 8];
    Scene *scene = builder->scene;
    sprintf(id, "key:%s", label);
    SceneCell *cell = scene_add_cell(scene, box);
    cell->style = CELL_KEY;
    cell->rect = (Rect){scene->boxes[box].rect.x + STYLE_PAD - 4, row.y, 36, row.h};
    cell->port = rect_middle(cell->rect);
    cell->id = scene_add_text(scene, id);
    cell->has_port = true;
    build_refer_to(builder, slot->key);
}

/* The column is as wide as its widest value; an arrow needs less, and starts at the right. */
static void narrow_cell(SceneCell *cell)
{
    float spare = cell->rect.w - PORT_CELL;
    if (spare < 8)
        return;
    cell->rect.x += spare;
    cell->rect.w = PORT_CELL;
    cell->port = rect_middle(cell->rect);
}

/* A method: its name in a cell. */
static void name_method(Builder *builder, SceneCell *cell, SceneText name)
{
    cell->label = 0;
    cell->value = cell->has_port ? 0 : name;
}

static void add_object_cell(Builder *builder, uint32_t box, const Figure *figure, ShownSlots shown, uint32_t i)
{
    uint32_t slot_index = builder->slots[i];
    char text[WORDING_MAX];
    Scene *scene = builder->scene;
    const ViewSlot *slot = &builder->view->slots[slot_index];
    builder->cell_of_slot[slot_index] = scene->cell_count;
    SceneCell *cell = scene_add_cell(scene, box);
    Rect rect = place_cell(cell, figure, scene->boxes[box].rect, shown, i);
    wording_label(builder->view, slot, text);
    cell->label = key_is_arrow(builder, slot) || figure->bare ? 0 : scene_add_text(scene, text);
    if (!text[0])
        sprintf(text, "%" PRIu32, i);
    cell->id = cell->label ? cell->label : scene_add_text(scene, text);
    build_cell(builder, cell, slot, figure->inlines || is_nothing(builder, slot), true);
    if (i >= shown.count - shown.methods)
        name_method(builder, cell, cell->id);
    else if (cell->has_port && cell->style == CELL_ROW)
        narrow_cell(cell);
    if (key_is_arrow(builder, slot))
        add_key(builder, box, slot, rect, text);
}

static void add_class_reference(Builder *builder, uint32_t box, const ViewObject *object)
{
    Scene *scene = builder->scene;
    int32_t index = figure_class_slot(builder->view, object);
    if (index == VIEW_NONE || !build_draws_arrow(builder, builder->view->slots[index].target, false))
        return;
    int32_t target = builder->view->slots[index].target;
    if (!layout_place(builder->layout, builder->view->objects[target].number)->class_arrow)
        return;
    builder->cell_of_slot[index] = scene->cell_count;
    SceneCell *cell = scene_add_cell(scene, box);
    cell->style = CELL_CLASS;
    cell->has_port = true;
    cell->port = (Point){scene->boxes[box].rect.x, scene->boxes[box].rect.y + 18};
    cell->id = scene_add_text(scene, "class");
    build_refer_to(builder, target);
}

static void add_object_nest(Builder *builder, uint32_t box, const ViewObject *object, const Figure *figure)
{
    NestThing thing;
    const SceneBox *at = &builder->scene->boxes[box];
    if (!nest_of_object(builder->view, object, &thing))
        return;
    NestManner manner = figure_nest_manner(layout_options(builder->layout), layout_measure(builder->layout),
                                           figure->cell_width, figure->lanes, false);
    Point place = figure_nest_place(figure, at->rect.w);
    build_nest(builder, box, &thing, &manner, (Point){at->rect.x + place.x, at->rect.y + place.y});
}

static void add_object(Builder *builder, uint32_t index)
{
    const ViewObject *object = &builder->view->objects[index];
    const Place *place = layout_place(builder->layout, object->number);
    uint32_t box = builder->scene->box_count;
    ShownSlots shown = figure_shown_slots(builder->view, object, layout_options(builder->layout), builder->slots);
    shown = fit_slots(place, shown);
    bool is_freed = object->flags & OBJECT_FREED;
    build_box(builder->scene, is_freed ? SCENE_GHOST : SCENE_OBJECT, object->number);
    fill_object(builder->scene, builder->view, object, builder->layout, box, shown);
    builder->box_of_object[index] = box;
    if (place->figure.form == FIGURE_NEST)
        add_object_nest(builder, box, object, &place->figure);
    for (uint32_t i = 0; i < shown.count && place->figure.form != FIGURE_NEST; i++)
        add_object_cell(builder, box, &place->figure, shown, i);
    add_class_reference(builder, box, object);
    if (object->flags & OBJECT_STRANDED)
        build_tag(builder, box, object->flags & OBJECT_UNCOUNTED ? "leaked: nothing points here" : "no name leads here",
                  COLOR_DEAD);
    else if (is_freed)
        build_tag(builder, box, "freed \xC2\xB7 dangling", COLOR_DEAD);
}

/* Objects to which no name leads are drawn for their own sake: they are still there. */
static void refer_to_stranded(Builder *builder)
{
    for (uint32_t i = 0; i < builder->view->object_count; i++)
        if ((builder->view->objects[i].flags & OBJECT_STRANDED) && build_draws_arrow(builder, (int32_t)i, false))
            build_refer_to(builder, (int32_t)i);
}

static void add_objects(Builder *builder)
{
    refer_to_stranded(builder);
    for (uint32_t i = 0; i < builder->queue_length; i++)
        add_object(builder, builder->queue[i]);
}

static bool is_free(const Scene *scene, Rect rect)
{
    for (uint32_t i = 0; i < scene->box_count; i++) {
        Rect other = scene->boxes[i].rect;
        if (rect.x < other.x + other.w && other.x < rect.x + rect.w && rect.y < other.y + other.h
            && other.y < rect.y + rect.h)
            return false;
    }
    return true;
}

/* Whether the tag of a box would stand where that of an earlier one does. */
static bool meets_tag(const Scene *scene, uint32_t box)
{
    const SceneBox *at = &scene->boxes[box];
    float y = at->rect.y - at->tag_rise;
    for (uint32_t i = 0; i < scene->box_count; i++) {
        const SceneBox *other = &scene->boxes[i];
        float distance = other->rect.y - other->tag_rise - y;
        if (i != box && other->tag && distance < TAG_LINE && distance > -TAG_LINE
            && at->tag_x < other->tag_x + other->tag_width + 8 && other->tag_x < at->tag_x + at->tag_width + 8)
            return true;
    }
    return false;
}

void build_tag(Builder *builder, uint32_t box, const char *words, ColorRole color)
{
    SceneText text = scene_add_text(builder->scene, words);
    SceneBox *at = &builder->scene->boxes[box];
    at->tag = text;
    at->tag_color = (uint8_t)color;
    at->tag_width = wording_width(layout_measure(builder->layout), STYLE_TAG, words);
    bool meets_badge = at->badge && at->tag_width > at->rect.w - STYLE_BADGE;
    at->tag_rise = meets_badge ? STYLE_BADGE_RISE + 4 : 11;
    float width, height;
    layout_extent(builder->layout, &width, &height);
    at->tag_x = fminf(at->rect.x, fmaxf(width - 12 - at->tag_width, 0));
    for (int tries = 0; tries < 3 && meets_tag(builder->scene, box); tries++)
        at->tag_rise += TAG_LINE;
}

void build_ghost(Builder *builder, const ViewObject *object, const char *reason)
{
    Scene *scene = builder->scene;
    const Place *place = layout_place(builder->layout, object->number);
    if (!place || !place->boxed || !place->leaves_ghost)
        return;
    uint32_t *slots = memory_resize(NULL, (object->slot_count + 1) * sizeof *slots);
    ShownSlots shown = figure_shown_slots(builder->before, object, layout_options(builder->layout), slots);
    shown = fit_slots(place, shown);
    free(slots);
    Rect size = figure_size(&place->figure, shown);
    if (!is_free(scene, (Rect){place->rect.x, place->rect.y, size.w, size.h}))
        return;
    uint32_t box = scene->box_count;
    build_box(scene, SCENE_GHOST, object->number);
    fill_object(scene, builder->before, object, builder->layout, box, shown);
    scene->boxes[box].badge = 0;
    build_tag(builder, box, reason, COLOR_DEAD);
    for (uint32_t i = 0; i < shown.count && place->figure.form != FIGURE_NEST; i++)
        place_cell(scene_add_cell(scene, box), &place->figure, scene->boxes[box].rect, shown, i);
}

/* The whole */

static void reset(Scene *scene)
{
    scene->box_count = scene->cell_count = scene->arrow_count = scene->text_length = scene->points.count = 0;
    scene_add_text(scene, "");
}

static uint32_t *filled(uint32_t count)
{
    uint32_t *items = memory_resize(NULL, ((size_t)count + 1) * sizeof *items);
    memset(items, 0xFF, ((size_t)count + 1) * sizeof *items);
    return items;
}

static void builder_init(Builder *builder)
{
    const View *view = builder->view;
    builder->box_of_object = filled(view->object_count);
    builder->box_of_frame = filled(view->frame_count);
    builder->cell_of_slot = filled(view->slot_count);
    builder->cell_of_part = filled(view->part_count);
    builder->slots = filled(view->slot_count);
    builder->queue = filled(view->object_count);
    builder->counted = memory_resize(NULL, view->object_count + 1);
    builder->counting = memory_resize(NULL, ((size_t)view->object_count + 1) * sizeof *builder->counting);
    builder->referred = memory_resize(NULL, view->object_count + 1);
    memset(builder->referred, 0, view->object_count + 1);
}

static void builder_finish(Builder *builder)
{
    free(builder->box_of_object);
    free(builder->box_of_frame);
    free(builder->cell_of_slot);
    free(builder->cell_of_part);
    nest_finish(&builder->nest);
    free(builder->slots);
    free(builder->queue);
    free(builder->referred);
    free(builder->counted);
    free(builder->counting);
}

static void grow_to(Scene *scene, Rect rect)
{
    float right = rect.x + rect.w + STYLE_MARGIN, bottom = rect.y + rect.h + STYLE_MARGIN;
    scene->width = right > scene->width ? right : scene->width;
    scene->height = bottom > scene->height ? bottom : scene->height;
}

static void find_bounds(Scene *scene, const Layout *layout)
{
    float stack = STYLE_MARGIN + layout_frame_width(layout);
    scene->divider = stack + STYLE_DIVIDER;
    scene->heap_left = stack + STYLE_FIRST_GUTTER;
    scene->width = scene->heap_left + 2 * STYLE_MARGIN;
    scene->height = STYLE_TOP + STYLE_MARGIN;
    for (uint32_t i = 0; i < scene->box_count; i++) {
        Rect rect = scene->boxes[i].rect;
        rect.w += scene->boxes[i].delta ? STYLE_BADGE + 18 : 0;
        grow_to(scene, rect);
    }
    for (uint32_t i = 0; i < scene->arrow_count; i++) {
        const SceneArrow *arrow = &scene->arrows[i];
        grow_to(scene, curve_bounds(scene->points.points + arrow->first_point, arrow->point_count));
    }
}

void scene_build(Scene *scene, const Layout *layout, const View *before, const View *view, const ChangeList *changes)
{
    Builder builder = {.scene = scene, .layout = layout, .before = before, .view = view, .changes = changes};
    reset(scene);
    scene->show_counts = layout_options(layout)->level >= LEVEL_COUNTS;
    builder_init(&builder);
    build_frames(&builder);
    add_objects(&builder);
    build_marks(&builder);
    build_collector(&builder);
    build_arrows(&builder);
    find_bounds(scene, layout);
    builder_finish(&builder);
}
