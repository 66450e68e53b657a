/* The manner of a container follows what it holds. Scalars hang below their list, so such a list is a row of cells
 * with arrows down; objects with slots of their own stand to the right, so a list of those is a column of rows with
 * arrows to the right, in the order of the targets. A list of lists thereby becomes a grid, and a node's fields
 * never cross. */
#include "scene/figure.h"

#include <string.h>

#include "scene/nest.h"
#include "scene/style.h"
#include "scene/wording.h"

enum {
    DEFAULT_CELLS = 30,        /* side by side, broken into rows */
    DEFAULT_ROWS = 12,         /* one below the other: entries, and items that are containers */
    CLASS_ROWS = 12, METHODS_PER_ROW = 2, METHOD_LEAST = 70,
    DEFAULT_LETTERS = 32,
    MOST_SCALARS = 8,          /* different scalars of one container that get boxes of their own */
    MOST_ARROWS = 10,          /* cells in a row with an arrow each */
    GRID_WIDTH = 640,          /* a row of values is broken when it gets wider */
    LEAST_VALUE = 36,
    MOST_VALUE = 210,
    MEMORY_WIDTH = 236         /* of "1234 bytes   0x7fffffffffff" with its margins */
};

SceneOptions scene_options_default(void)
{
    return (SceneOptions){.level = LEVEL_COUNTS, .class_arrows = true};
}

uint8_t figure_kind(const ViewObject *object)
{
    return object->kind == KIND_SCALAR && object->flags & OBJECT_READ_ONLY ? KIND_BLOCK : object->kind;
}

bool figure_is_scalar(const ViewObject *object)
{
    return figure_kind(object) == KIND_SCALAR;
}

bool figure_is_nothing(const View *view, const ViewObject *object, const SceneOptions *options)
{
    return !options->full && object->kind == KIND_SCALAR && view_text_equals(view, object->type, "NoneType");
}

bool figure_key_is_arrow(const ViewObject *key, const SceneOptions *options)
{
    return options->full || (key->kind != KIND_SCALAR && key->kind != KIND_SEQUENCE);
}

static bool is_one_of(const View *view, ViewText label, const char *const *names)
{
    for (; *names; names++)
        if (view_text_equals(view, label, *names))
            return true;
    return false;
}

/* A method that a library wrote, as dataclass does. */
static bool is_shipped(const View *view, const ViewSlot *slot)
{
    return slot->state == SLOT_REFERENCE && slot->target != VIEW_NONE
        && (view->objects[slot->target].flags & OBJECT_SHIPPED);
}

/* What every class has and no lesson is about, and what a decorator or a library has for itself. */
static bool is_plumbing(const View *view, const ViewObject *object, const ViewSlot *slot)
{
    static const char *const OF_CLASSES[] = {
        "__module__", "__doc__", "__dict__", "__weakref__", "__qualname__", "__annotations__", "__abstractmethods__",
        "_abc_impl", "__match_args__", "__dataclass_fields__", "__dataclass_params__", "_generate_next_value_",
        "_member_names_", "_member_map_", "_value2member_map_", "_hashable_values_", "_unhashable_values_",
        "_member_type_", "_value_repr_", "_use_args_", "_new_member_", "__new_member__", "_field_defaults", NULL,
    };
    /* functools.wraps and Enum make them */
    static const char *const OF_COPIES[] = {
        "__module__", "__doc__", "__name__", "__qualname__", "__annotations__", "__objclass__", "_sort_order_", NULL,
    };
    static const char *const OF_CACHES[] = {"__wrapped__", "_look_up", "_typed", "cache_parameters", NULL};
    if (object->kind == KIND_CLASS)
        return is_shipped(view, slot) || is_one_of(view, slot->label, OF_CLASSES);
    return object->kind == KIND_INSTANCE && slot->role == ROLE_ATTRIBUTE
        && (is_one_of(view, slot->label, OF_COPIES)
            || (view_text_equals(view, object->type, "_lru_cache_wrapper") && is_one_of(view, slot->label, OF_CACHES)));
}

static bool is_library(const View *view, const ViewSlot *slot)
{
    return slot->state == SLOT_REFERENCE && slot->target != VIEW_NONE
        && (view->objects[slot->target].flags & OBJECT_LIBRARY);
}

static bool is_shown(const View *view, const ViewObject *object, const ViewSlot *slot, const SceneOptions *options)
{
    if (slot->role == ROLE_CLASS)
        return false;
    if (options->full)
        return true;
    return !is_plumbing(view, object, slot) && !(slot->role == ROLE_BASE && is_library(view, slot));
}

static bool begins_with_container(const View *view, const ViewObject *object)
{
    int32_t target = object->slot_count ? view->slots[object->first_slot].target : VIEW_NONE;
    return target != VIEW_NONE && !figure_is_scalar(&view->objects[target]);
}

/* A class may have many methods, and is seldom looked at for all of them. */
static uint32_t most_cells(const View *view, const ViewObject *object, const SceneOptions *options)
{
    bool items = object->kind == KIND_SEQUENCE || object->kind == KIND_SET;
    if (options->full)
        return UINT32_MAX;
    if (options->max_cells)
        return options->max_cells;
    if (object->kind == KIND_CLASS)
        return CLASS_ROWS;
    bool rows = object->kind == KIND_DICT || (items && begins_with_container(view, object));
    return rows ? DEFAULT_ROWS : DEFAULT_CELLS;
}

/* A method says no more than its name: what the class refers to is called so, too. */
static bool is_method(const View *view, const ViewObject *object, const ViewSlot *slot)
{
    if (object->kind != KIND_CLASS || slot->role != ROLE_ATTRIBUTE || slot->target == VIEW_NONE)
        return false;
    uint8_t kind = view->objects[slot->target].kind;
    return kind == KIND_FUNCTION || kind == KIND_OTHER;
}

ShownSlots figure_shown_slots(const View *view, const ViewObject *object, const SceneOptions *options,
                              uint32_t *slots)
{
    uint32_t most = most_cells(view, object, options);
    if (choice_has(&options->choices.opened, object->number))
        most = UINT32_MAX;
    if (choice_folds(&options->choices, object->number, view_text(view, object->type), object->type.length))
        most = 0;
    if (object->flags & OBJECT_UNCOUNTED)
        most = UINT32_MAX;     /* a nest leaves out what it does not show itself */
    ShownSlots shown = {.more = object->length > object->slot_count ? object->length - object->slot_count : 0};
    if (object->kind == KIND_SCALAR)
        shown.more = 0;
    for (int methods = 0; methods < 1 + (object->kind == KIND_CLASS); methods++)
        for (uint32_t i = 0; i < object->slot_count; i++) {
            uint32_t index = object->first_slot + i;
            const ViewSlot *slot = &view->slots[index];
            if (!is_shown(view, object, slot, options) || is_method(view, object, slot) != methods)
                continue;
            if (shown.count == most) {
                shown.more++;
                continue;
            }
            slots[shown.count++] = index;
            shown.methods += methods && !options->full;
        }
    return shown;
}

int32_t figure_class_slot(const View *view, const ViewObject *object)
{
    for (uint32_t i = 0; i < object->slot_count; i++)
        if (view->slots[object->first_slot + i].role == ROLE_CLASS)
            return (int32_t)(object->first_slot + i);
    return VIEW_NONE;
}

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static uint32_t larger_count(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/* Different scalars among the slots. Quadratic, but for no more than a handful of distinct ones. */
static uint32_t count_scalars(const View *view, const uint32_t *slots, uint32_t count)
{
    int32_t seen[MOST_SCALARS + 1];
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < count && distinct <= MOST_SCALARS; i++) {
        int32_t target = view->slots[slots[i]].target;
        if (target == VIEW_NONE || !figure_is_scalar(&view->objects[target]))
            continue;
        uint32_t k = 0;
        while (k < distinct && seen[k] != target)
            k++;
        if (k == distinct)
            seen[distinct++] = target;
    }
    return distinct;
}

/* `in_cells`: its items may come to stand side by side. */
static void measure_slot(const View *view, const ViewSlot *slot, bool in_cells, const TextMeasure *measure,
                         FigureNeeds *needs)
{
    char text[WORDING_MAX];
    wording_value(view, slot, text);
    needs->value = larger(needs->value, wording_width(measure, STYLE_CELL, text));
    needs->holds_containers |= slot->target != VIEW_NONE && !figure_is_scalar(&view->objects[slot->target]);
    if (in_cells && (slot->role == ROLE_ITEM || slot->role == ROLE_MEMBER))
        return;
    wording_label(view, slot, text);
    needs->label = larger(needs->label, wording_width(measure, STYLE_ROW_LABEL, text));
}

static void measure_method(const View *view, const ViewSlot *slot, const TextMeasure *measure, FigureNeeds *needs)
{
    char text[WORDING_MAX];
    wording_label(view, slot, text);
    needs->method = larger(needs->method, wording_width(measure, STYLE_CELL, text));
    needs->holds_containers = true;
}

static uint32_t text_letters(const SceneOptions *options)
{
    return options->full ? WORDING_MAX : options->max_text ? options->max_text : DEFAULT_LETTERS;
}

static TextStyle text_style(const ViewObject *object)
{
    return figure_is_scalar(object) ? STYLE_VALUE : STYLE_SIGNATURE;
}

FigureNeeds figure_measure(const View *view, const ViewObject *object, const SceneOptions *options,
                           const TextMeasure *measure, uint32_t *slots)
{
    char text[WORDING_MAX];
    FigureNeeds needs = {0};
    wording_title(view, object, text);
    needs.title = wording_width(measure, STYLE_BOX_TITLE, text);
    if (wording_text(view, object, text_letters(options), text))
        needs.text = wording_width(measure, text_style(object), text);
    needs.shown = figure_shown_slots(view, object, options, slots);
    bool in_cells = object->kind == KIND_SEQUENCE || object->kind == KIND_SET;
    uint32_t rows = needs.shown.count - needs.shown.methods;
    for (uint32_t i = 0; i < needs.shown.count; i++)
        if (i < rows)
            measure_slot(view, &view->slots[slots[i]], in_cells, measure, &needs);
        else
            measure_method(view, &view->slots[slots[i]], measure, &needs);
    if (object->kind == KIND_SEQUENCE && needs.shown.count)
        needs.label = larger(needs.label, wording_width(measure, STYLE_INDEX_LABEL, "000"));
    needs.scalars = count_scalars(view, slots, needs.shown.count);
    return needs;
}

NestManner figure_nest_manner(const SceneOptions *options, const TextMeasure *measure, float cell, bool lanes,
                              bool outlined)
{
    return (NestManner){.measure = measure, .cell = cell, .memory = options->level == LEVEL_MEMORY,
                         .full = options->full, .lanes = lanes, .outlined = outlined};
}

void figure_measure_nest(const View *view, const ViewObject *object, const SceneOptions *options,
                          const TextMeasure *measure, float cell, bool lanes, FigureNeeds *needs)
{
    NestThing thing;
    if (!nest_of_object(view, object, &thing))
        return;
    needs->cell = larger(cell, nest_cell(view, &thing, measure));
    NestManner manner = figure_nest_manner(options, measure, needs->cell, lanes, false);
    needs->lanes = lanes;
    Rect size = nest_arrange(view, &thing, &manner, NULL);
    needs->nest_width = size.w;
    needs->nest_height = size.h;
}

void figure_needs_merge(FigureNeeds *into, const FigureNeeds *from)
{
    into->cell = larger(into->cell, from->cell);
    into->lanes |= from->lanes;
    into->nest_width = larger(into->nest_width, from->nest_width);
    into->nest_height = larger(into->nest_height, from->nest_height);
    into->title = larger(into->title, from->title);
    into->text = larger(into->text, from->text);
    into->label = larger(into->label, from->label);
    into->value = larger(into->value, from->value);
    uint32_t rows = larger_count(from->shown.count - from->shown.methods, into->shown.count - into->shown.methods);
    into->shown.methods = larger_count(from->shown.methods, into->shown.methods);
    into->shown.count = rows + into->shown.methods;
    into->method = larger(into->method, from->method);
    if (from->shown.more > into->shown.more)
        into->shown.more = from->shown.more;
    if (from->scalars > into->scalars)
        into->scalars = from->scalars;
    into->holds_containers |= from->holds_containers;
}

typedef struct KindColors { uint8_t tint, edge; } KindColors;

static KindColors kind_colors(const View *view, const ViewObject *object)
{
    static const KindColors COLORS[] = {
        [KIND_SCALAR] = {COLOR_INT_TINT, COLOR_INT_EDGE},
        [KIND_SEQUENCE] = {COLOR_LIST_TINT, COLOR_LIST_EDGE},
        [KIND_SET] = {COLOR_DICT_TINT, COLOR_DICT_EDGE},
        [KIND_DICT] = {COLOR_DICT_TINT, COLOR_DICT_EDGE},
        [KIND_INSTANCE] = {COLOR_INSTANCE_TINT, COLOR_INSTANCE_EDGE},
        [KIND_CLASS] = {COLOR_FUNCTION_TINT, COLOR_FUNCTION_EDGE},
        [KIND_FUNCTION] = {COLOR_FUNCTION_TINT, COLOR_FUNCTION_EDGE},
    };
    static const char *const STRINGS[] = {"str", "bytes", "bytearray"};
    for (size_t i = 0; i < sizeof STRINGS / sizeof *STRINGS; i++)
        if (view_text_equals(view, object->type, STRINGS[i]))
            return (KindColors){COLOR_STR_TINT, COLOR_STR_EDGE};
    if (object->kind < sizeof COLORS / sizeof *COLORS && COLORS[object->kind].edge)
        return COLORS[object->kind];
    return (KindColors){COLOR_OTHER_TINT, COLOR_OTHER_EDGE};
}

static FigureForm decide_form(const FigureNeeds *needs, const ViewObject *object)
{
    if (needs->nest_width > 0)
        return FIGURE_NEST;
    if (!needs->shown.count && !needs->shown.more)
        return FIGURE_TEXT;
    bool items = object->kind == KIND_SEQUENCE || object->kind == KIND_SET;
    return items && !needs->holds_containers ? FIGURE_CELLS : FIGURE_ROWS;
}

static float arrow_cell_width(const Figure *figure, uint32_t cells)
{
    if (figure->form == FIGURE_ROWS)
        return 44;
    return cells <= 4 ? 80 : cells <= 7 ? 64 : 52;
}

static float value_cell_width(float value)
{
    float width = value + 20;
    return width < LEAST_VALUE ? LEAST_VALUE : width > MOST_VALUE ? MOST_VALUE : width;
}

/* The defaults of a function stand in its signature, too, and the constants of a class are seldom what it is about. */
static bool decide_inlining(const FigureNeeds *needs, const ViewObject *object, const SceneOptions *options)
{
    if (options->inline_scalars || options->level == LEVEL_VALUES)
        return true;
    if (object->kind == KIND_FUNCTION || object->kind == KIND_CLASS)
        return !options->full;
    return !options->full && (needs->scalars > MOST_SCALARS || needs->shown.count > MOST_ARROWS);
}

static uint32_t cells_per_row(const Figure *figure)
{
    uint32_t most = (uint32_t)(GRID_WIDTH / (figure->cell_width + STYLE_CELL_GAP));
    return !figure->inlines ? UINT32_MAX : most < 10 ? most : 10;
}

static void size_cells(Figure *figure, const FigureNeeds *needs)
{
    bool values = figure->inlines || figure->form == FIGURE_ROWS;
    float value = values ? value_cell_width(needs->value) : 0;
    float arrow = figure->inlines && figure->form == FIGURE_CELLS ? 0 : arrow_cell_width(figure, needs->shown.count);
    figure->cell_width = larger(value, arrow);
    figure->per_row = cells_per_row(figure);
}

void figure_inline(Figure *figure, const FigureNeeds *needs)
{
    figure->inlines = true;
    size_cells(figure, needs);
}

void figure_widen_cells(Figure *figure, float width)
{
    figure->cell_width = larger(figure->cell_width, width);
    figure->per_row = cells_per_row(figure);
}

bool figure_is_line(const Figure *figure, ShownSlots shown)
{
    if (figure->has_memory || figure->has_text || shown.more)
        return false;
    bool one_line = figure->form == FIGURE_CELLS && figure->inlines && shown.count <= figure->per_row;
    return figure->form == FIGURE_TEXT || one_line;
}

void figure_strip(Figure *figure)
{
    figure->bare = figure->form == FIGURE_CELLS;
}

Figure figure_decide(const FigureNeeds *needs, const View *view, const ViewObject *object,
                     const SceneOptions *options)
{
    KindColors colors = kind_colors(view, object);
    Figure figure = {
        .form = decide_form(needs, object), .tint = colors.tint, .edge = colors.edge,
        .has_text = needs->text > 0, .signature = !figure_is_scalar(object),
        .has_memory = options->level == LEVEL_MEMORY,
        .inlines = decide_inlining(needs, object, options),
    };
    size_cells(&figure, needs);
    figure.row_pitch = STYLE_ROW;
    figure.method_width = needs->method > 0 ? larger(needs->method + 16, METHOD_LEAST) : 0;
    figure.label_width = needs->label;
    figure.nest_width = needs->nest_width;
    figure.lanes = needs->lanes;
    figure.nest_height = needs->nest_height;
    if (figure.form == FIGURE_NEST)
        figure.cell_width = needs->cell;
    figure.least_width = larger(needs->title + STYLE_PAD + 28, needs->text + 2 * STYLE_PAD);
    if (figure.has_memory)
        figure.least_width = larger(figure.least_width, MEMORY_WIDTH);
    return figure;
}

static float text_height(const Figure *figure)
{
    return !figure->has_text ? 0 : figure->signature ? STYLE_TEXT_LINE + 4 : STYLE_TEXT_LINE;
}

static float cell_height(const Figure *figure)
{
    return figure->inlines ? STYLE_VALUE_HEIGHT : STYLE_CELL_HEIGHT;
}

/* Where the title ends and the contents begin; arrows leave from there, so size and address stand above. */
static float head_height(const Figure *figure)
{
    return STYLE_TITLE + (figure->has_memory ? STYLE_MEMORY_LINE : 0);
}

static float cells_top(const Figure *figure)
{
    if (figure->bare)
        return STYLE_BARE;
    float top = head_height(figure) + text_height(figure);
    return figure->form == FIGURE_CELLS ? top + STYLE_INDEX : top + (figure->has_text ? 4 : 0);
}

static float cell_row_pitch(const Figure *figure)
{
    return cell_height(figure) + 22;
}

static float cells_width(const Figure *figure, uint32_t count)
{
    uint32_t columns = count < figure->per_row ? count : figure->per_row;
    return 2 * STYLE_PAD - STYLE_CELL_GAP + (figure->cell_width + STYLE_CELL_GAP) * (float)columns;
}

static float cells_height(const Figure *figure, uint32_t count)
{
    uint32_t rows = (count + figure->per_row - 1) / figure->per_row;
    if (figure->per_row == UINT32_MAX)
        rows = count ? 1 : 0;
    float foot = figure->bare ? STYLE_BARE : STYLE_FOOT;
    return rows ? (float)(rows - 1) * cell_row_pitch(figure) + cell_height(figure) + foot : 0;
}

static float rows_width(const Figure *figure)
{
    float label = figure->label_width > 0 ? figure->label_width + 14 : 0;
    return STYLE_PAD + label + figure->cell_width + STYLE_PAD - 2;
}

static float methods_width(const Figure *figure)
{
    return 2 * STYLE_PAD - 4 + METHODS_PER_ROW * (figure->method_width + STYLE_CELL_GAP) - STYLE_CELL_GAP;
}

Rect figure_size(const Figure *figure, ShownSlots shown)
{
    Rect size = {0, 0, figure->least_width, cells_top(figure)};
    if (figure->form == FIGURE_NEST)
        return (Rect){0, 0, larger(size.w, figure->nest_width + 2 * STYLE_PAD),
                      size.h + figure->nest_height + STYLE_FOOT};
    if (figure->form == FIGURE_TEXT || !(shown.count + shown.more)) {
        size.h = head_height(figure) + text_height(figure) + (figure->has_text ? figure->signature ? 4 : 0 : 4);
    } else if (figure->form == FIGURE_CELLS) {
        size.w = larger(size.w, cells_width(figure, shown.count));
        size.h += cells_height(figure, shown.count);
    } else {
        uint32_t rows = shown.count - shown.methods;
        size.w = larger(size.w, rows ? rows_width(figure) : 0);
        size.w = larger(size.w, shown.methods ? methods_width(figure) : 0);
        rows += (shown.methods + METHODS_PER_ROW - 1) / METHODS_PER_ROW;
        size.h += (float)rows * figure->row_pitch - (figure->row_pitch - STYLE_ROW_HEIGHT) + STYLE_FOOT;
    }
    if (shown.more) {
        size.w = larger(size.w, 150);
        size.h += STYLE_MEMORY_LINE;
    }
    return size;
}

Rect figure_cell(const Figure *figure, float width, uint32_t index)
{
    if (figure->form == FIGURE_ROWS) {
        float x = width - STYLE_PAD + 2 - figure->cell_width;
        return (Rect){x, cells_top(figure) + figure->row_pitch * (float)index, figure->cell_width, STYLE_ROW_HEIGHT};
    }
    float x = STYLE_PAD + (figure->cell_width + STYLE_CELL_GAP) * (float)(index % figure->per_row);
    float y = cells_top(figure) + cell_row_pitch(figure) * (float)(index / figure->per_row);
    return (Rect){x, y, figure->cell_width, cell_height(figure)};
}

Rect figure_method(const Figure *figure, uint32_t rows, uint32_t index)
{
    float x = STYLE_PAD - 2 + (figure->method_width + STYLE_CELL_GAP) * (float)(index % METHODS_PER_ROW);
    float y = cells_top(figure) + figure->row_pitch * (float)(rows + index / METHODS_PER_ROW);
    return (Rect){x, y, figure->method_width, STYLE_ROW_HEIGHT};
}

Point figure_nest_place(const Figure *figure, float width)
{
    return (Point){(width - figure->nest_width) / 2, cells_top(figure)};
}

float figure_row_middle(const Figure *figure, uint32_t row)
{
    return cells_top(figure) + figure->row_pitch * (float)row + STYLE_ROW_HEIGHT / 2.0f;
}

float figure_line_middle(const Figure *figure)
{
    return figure->form == FIGURE_CELLS ? cells_top(figure) + cell_height(figure) / 2 : STYLE_TITLE / 2.0f + 2;
}

Point figure_text_place(const Figure *figure, float width)
{
    if (figure->signature)
        return (Point){STYLE_PAD - 2, head_height(figure) + 22};
    return (Point){width / 2, head_height(figure) + 18};
}
