/* Every arrangement is made from its top left corner, the size being what it took; only a struct must know its widest
 * member before, because cells stand at the right, so it measures its members first. */
#include "scene/nest.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/style.h"
#include "scene/wording.h"

enum {
    CELL_HEIGHT = 32, CELL_LEAST = 38, CELL_GAP = 3, BYTES_LINE = 16,
    LETTER_WIDTH = 26, LETTER_BYTE = 30, LETTER_HEIGHT = 30, LINE_OF_LETTERS = 12, MOST_LETTERS = 36,
    TEXT_LEAST = 60, TEXT_MOST = 240,
    INDEX_LINE = 17,           /* above a line of cells */
    LANE = 18, LANE_DEPTH = 10,/* below it, where pointers lead to it: its height, and where in it arrows run */
    LINE_WIDTH = 400, LINE_MOST = 10,      /* of cells side by side */
    MOST_CELLS = 30, MOST_ROWS = 10,
    PART_PAD = 9, FLAT_PAD = 4,/* inside an outline; of a line of a table */
    ROW_GAP = 6, LABEL_GAP = 12, ROW_LABEL = 20,
    PADDING_ROW = 20, MORE_ROW = 22, TABLE_COLUMNS = 4,
    BYTE_WIDTH = 20            /* of "2c " in the small face */
};

typedef struct Arranger {
    const View *view;
    const NestManner *manner;
    Nest *nest;              /* NULL: only the size is asked for */
} Arranger;

typedef struct Size { float w, h; } Size;

static float larger(float a, float b)
{
    return a > b ? a : b;
}

/* What contains what */

NestThing nest_thing(const View *view, uint32_t slot)
{
    int32_t part = view_outermost_part(view, &view->slots[slot]);
    if (part == VIEW_NONE)
        return (NestThing){VIEW_NONE, slot, slot + 1};
    return (NestThing){part, view->parts[part].first_slot, view->parts[part].first_slot + view->parts[part].slot_count};
}

/* The thing that begins with a slot among what a part contains. */
static NestThing child_at(const View *view, int32_t around, uint32_t slot)
{
    int32_t part = view->slots[slot].part;
    if (part == around)
        return (NestThing){VIEW_NONE, slot, slot + 1};
    while (view->parts[part].parent != around)
        part = view->parts[part].parent;
    return (NestThing){part, slot, view->parts[part].first_slot + view->parts[part].slot_count};
}

static uint32_t part_end(const ViewPart *part)
{
    return part->first_slot + part->slot_count;
}

/* char[n]; a text that is longer than its bytes are listed has its one cell. */
static bool is_text(const View *view, const ViewSlot *slot)
{
    const char *type = view_text(view, slot->type);
    return slot->type.length > 5 && !strncmp(type, "char[", 5) && slot->state != SLOT_POINTER;
}

static bool has_letters(const View *view, const ViewSlot *slot)
{
    return is_text(view, slot) && slot->size <= MOST_LETTERS && view_slot_bytes(view, slot);
}

bool nest_is_nested(const View *view, const NestThing *thing)
{
    return thing->part != VIEW_NONE || is_text(view, &view->slots[thing->slot]);
}

bool nest_of_object(const View *view, const ViewObject *object, NestThing *thing)
{
    if (!(object->flags & OBJECT_UNCOUNTED) || !object->slot_count)
        return false;
    *thing = nest_thing(view, object->first_slot);
    return true;
}

static bool is_pointer(const View *view, const ViewSlot *slot)
{
    return slot->type.length && memchr(view_text(view, slot->type), '*', slot->type.length);
}

/* Widths */

float nest_cell(const View *view, const NestThing *thing, const TextMeasure *measure)
{
    float width = 0;
    char text[WORDING_MAX];
    for (uint32_t i = thing->slot; i < thing->end; i++) {
        const ViewSlot *slot = &view->slots[i];
        if (is_text(view, slot) || slot->aim)
            continue;
        wording_value(view, slot, text);
        width = larger(width, wording_width(measure, STYLE_CELL, text));
    }
    return width;
}

float nest_bytes_width(const ViewSlot *slot)
{
    return (float)slot->size * BYTE_WIDTH + 8;
}

static float cell_width(const Arranger *a, const ViewSlot *slot)
{
    char text[WORDING_MAX];
    if (is_text(a->view, slot)) {
        wording_value(a->view, slot, text);
        return fminf(larger(wording_width(a->manner->measure, STYLE_CELL, text) + 16, TEXT_LEAST), TEXT_MOST);
    }
    float width = larger(a->manner->cell + 16, is_pointer(a->view, slot) ? 44 : CELL_LEAST);
    return a->manner->memory ? larger(width, nest_bytes_width(slot)) : width;
}

static float cell_height(const Arranger *a)
{
    return a->manner->memory ? CELL_HEIGHT + BYTES_LINE : CELL_HEIGHT;
}

/* The room below a line of cells; lines of a grid stand as near to each other as cells side by side. */
static float line_gap(const Arranger *a)
{
    return a->manner->lanes ? LANE : CELL_GAP;
}

static float lane_below(const Arranger *a, float bottom)
{
    return a->manner->lanes ? bottom + LANE_DEPTH : 0;
}

bool nest_needs_lanes(const NestThing *thing, const bool *aimed, bool in_frame)
{
    for (uint32_t i = thing->slot; i < thing->end; i++)
        if (aimed[i] && (in_frame || i > thing->slot || thing->part == VIEW_NONE))
            return true;
    return false;
}

static float label_width(const Arranger *a, ViewText label)
{
    char text[WORDING_MAX];
    size_t length = label.length < WORDING_MAX ? label.length : WORDING_MAX - 1;
    memcpy(text, view_text(a->view, label), length);
    text[length] = '\0';
    return wording_width(a->manner->measure, STYLE_ROW_LABEL, text);
}

static ViewText thing_label(const View *view, const NestThing *thing)
{
    return thing->part != VIEW_NONE ? view->parts[thing->part].own : view->slots[thing->slot].own;
}

static uint64_t thing_address(const View *view, const NestThing *thing)
{
    return thing->part != VIEW_NONE ? view->parts[thing->part].address : view->slots[thing->slot].address;
}

static uint64_t thing_size(const View *view, const NestThing *thing)
{
    return thing->part != VIEW_NONE ? view->parts[thing->part].size : view->slots[thing->slot].size;
}

/* Items */

static NestItem *add(const Arranger *a, NestStyle style, Rect rect)
{
    if (!a->nest)
        return NULL;
    a->nest->items = memory_grow(a->nest->items, &a->nest->capacity, (uint64_t)a->nest->count + 1,
                                  sizeof *a->nest->items);
    NestItem *item = &a->nest->items[a->nest->count++];
    *item = (NestItem){.style = (uint8_t)style, .rect = rect, .slot = VIEW_NONE, .part = VIEW_NONE};
    return item;
}

static void add_cell(const Arranger *a, uint32_t slot, Rect rect, float lane, bool has_index)
{
    NestItem *item = add(a, NEST_CELL, rect);
    if (!item)
        return;
    item->slot = (int32_t)slot;
    item->lane = lane;
    item->address = a->view->slots[slot].address;
    if (!has_index)
        return;
    item->label = a->view->slots[slot].own;
    item->label_above = true;
    item->label_at = (Point){rect.x + rect.w / 2, rect.y - 5};
}

/* A label to the left of the item that was added as number `index`. */
static void label_item(const Arranger *a, uint32_t index, ViewText label, Point at)
{
    if (!a->nest || index >= a->nest->count)
        return;
    a->nest->items[index].label = label;
    a->nest->items[index].label_at = at;
}

static uint32_t item_count(const Arranger *a)
{
    return a->nest ? a->nest->count : 0;
}

static void add_more(const Arranger *a, Point at, uint32_t count, int32_t part)
{
    NestItem *item = add(a, NEST_MORE, (Rect){at.x, at.y, 120, MORE_ROW});
    if (!item)
        return;
    item->byte = count;
    item->part = part;
    item->label_at = (Point){at.x, at.y + 15};
}

/* Texts */

static uint32_t letters_in_line(uint32_t count)
{
    return count <= LINE_OF_LETTERS ? count : LINE_OF_LETTERS - 2;
}

static void add_letter(const Arranger *a, uint32_t slot, uint32_t byte, Rect rect, bool is_faint)
{
    NestItem *item = add(a, NEST_LETTER, rect);
    if (!item)
        return;
    item->slot = (int32_t)slot;
    item->byte = byte;
    item->address = a->view->slots[slot].address + byte;
    item->lane = lane_below(a, rect.y + rect.h);
    item->is_faint = is_faint;
}

static Size arrange_letters(const Arranger *a, uint32_t index, Point at)
{
    const ViewSlot *slot = &a->view->slots[index];
    const ViewByte *bytes = view_slot_bytes(a->view, slot);
    float width = a->manner->memory ? LETTER_BYTE : LETTER_WIDTH;
    float height = a->manner->memory ? LETTER_HEIGHT + BYTES_LINE : LETTER_HEIGHT;
    uint32_t per_line = letters_in_line(slot->size), lines = (slot->size + per_line - 1) / per_line;
    bool ended = false;
    for (uint32_t i = 0; i < slot->size; i++) {
        Point corner = {at.x + (float)(i % per_line) * width, at.y + (float)(i / per_line) * (height + line_gap(a))};
        add_letter(a, index, i, (Rect){corner.x, corner.y, width, height}, ended);
        ended |= bytes[i].state == BYTE_SET && !bytes[i].value;
    }
    return (Size){(float)per_line * width, (float)lines * (height + line_gap(a))};
}

static Size arrange_slot(const Arranger *a, uint32_t index, Point at)
{
    const ViewSlot *slot = &a->view->slots[index];
    if (has_letters(a->view, slot))
        return arrange_letters(a, index, at);
    Size size = {cell_width(a, slot), cell_height(a)};
    add_cell(a, index, (Rect){at.x, at.y, size.w, size.h}, 0, false);
    return size;
}

/* Arrays */

static Size arrange_part(const Arranger *a, int32_t index, Point at, bool outlined, bool titled);

static Size arrange_thing(const Arranger *a, const NestThing *thing, Point at, bool titled)
{
    if (thing->part == VIEW_NONE)
        return arrange_slot(a, thing->slot, at);
    return arrange_part(a, thing->part, at, a->view->parts[thing->part].kind != PART_ARRAY, titled);
}

static bool is_line(const View *view, int32_t index)
{
    const ViewPart *part = &view->parts[index];
    const ViewSlot *first = &view->slots[part->first_slot];
    return part->kind == PART_ARRAY && first->part == index && !is_text(view, first) && !is_pointer(view, first);
}

static uint32_t most_of(const Arranger *a, uint32_t most)
{
    return a->manner->full ? UINT32_MAX : most;
}

/* Cells side by side. */
static Size arrange_line(const Arranger *a, int32_t index, Point at, bool titled)
{
    const ViewPart *part = &a->view->parts[index];
    float width = cell_width(a, &a->view->slots[part->first_slot]), height = cell_height(a);
    float top = titled ? INDEX_LINE : 0;
    uint32_t shown = part->slot_count < most_of(a, MOST_CELLS) ? part->slot_count : MOST_CELLS;
    uint32_t fit = (uint32_t)(LINE_WIDTH / (width + CELL_GAP)), most = fit < 1 ? 1 : fit < LINE_MOST ? fit : LINE_MOST;
    uint32_t per_line = shown < most ? shown : most, lines = (shown + per_line - 1) / per_line;
    for (uint32_t i = 0; i < shown; i++) {
        float x = at.x + (float)(i % per_line) * (width + CELL_GAP);
        float y = at.y + top + (float)(i / per_line) * (height + line_gap(a) + (titled ? INDEX_LINE : 0));
        add_cell(a, part->first_slot + i, (Rect){x, y, width, height}, lane_below(a, y + height), titled);
    }
    Size size = {(float)per_line * (width + CELL_GAP) - CELL_GAP,
                 (float)lines * (height + line_gap(a) + top)};
    if (part->length > shown) {
        add_more(a, (Point){at.x, at.y + size.h}, part->length - shown, index);
        size.h += MORE_ROW;
    }
    return size;
}

/* Few members and plain: in an array they stand side by side. */
static bool is_flat(const Arranger *a, int32_t index)
{
    const ViewPart *part = &a->view->parts[index];
    if (a->manner->memory || part->kind != PART_STRUCT || part->slot_count > TABLE_COLUMNS || part->parent == VIEW_NONE
        || a->view->parts[part->parent].kind != PART_ARRAY)
        return false;
    for (uint32_t i = part->first_slot; i < part_end(part); i++)
        if (a->view->slots[i].part != index || is_text(a->view, &a->view->slots[i])
            || is_pointer(a->view, &a->view->slots[i]))
            return false;
    return true;
}

/* Elements one below the other, indexes to the left; only the first has its columns titled. */
static Size arrange_rows(const Arranger *a, int32_t index, Point at)
{
    const ViewPart *part = &a->view->parts[index];
    Size size = {0, 0};
    uint32_t shown = 0, end = part_end(part);
    for (uint32_t i = part->first_slot; i < end && shown < most_of(a, MOST_ROWS); shown++) {
        NestThing child = child_at(a->view, index, i);
        uint32_t item = item_count(a);
        bool grid = child.part != VIEW_NONE && is_line(a->view, child.part);
        Size got = arrange_thing(a, &child, (Point){at.x + ROW_LABEL, at.y + size.h}, shown == 0);
        bool has_titles = grid || (child.part != VIEW_NONE && is_flat(a, child.part));
        float top = has_titles && shown == 0 ? INDEX_LINE : 0;
        label_item(a, item, thing_label(a->view, &child), (Point){at.x, at.y + size.h + top + 21});
        size.w = larger(size.w, ROW_LABEL + got.w);
        size.h += got.h + (grid || has_letters(a->view, &a->view->slots[child.slot]) ? 0 : ROW_GAP);
        i = child.end;
    }
    if (part->length > shown) {
        add_more(a, (Point){at.x + ROW_LABEL, at.y + size.h}, part->length - shown, index);
        size.h += MORE_ROW;
    }
    return size;
}

/* Structs */

static Size arrange_flat(const Arranger *a, int32_t index, Point at, bool titled)
{
    const ViewPart *part = &a->view->parts[index];
    float top = titled ? INDEX_LINE : 0, x = at.x, height = cell_height(a);
    for (uint32_t i = part->first_slot; i < part_end(part); i++) {
        float width = larger(cell_width(a, &a->view->slots[i]), label_width(a, a->view->slots[i].own));
        add_cell(a, i, (Rect){x, at.y + top, width, height}, 0, titled);
        if (titled && a->nest)
            a->nest->items[a->nest->count - 1].label_at.y -= FLAT_PAD;
        x += width + CELL_GAP;
    }
    return (Size){x - CELL_GAP - at.x, top + height};
}

typedef struct Columns { float label, value; } Columns;

static Columns measure_members(const Arranger *a, int32_t index)
{
    Columns columns = {0, 0};
    Arranger measuring = *a;
    measuring.nest = NULL;
    const ViewPart *part = &a->view->parts[index];
    for (uint32_t i = part->first_slot; i < part_end(part);) {
        NestThing child = child_at(a->view, index, i);
        columns.label = larger(columns.label, label_width(a, thing_label(a->view, &child)));
        columns.value = larger(columns.value, arrange_thing(&measuring, &child, (Point){0, 0}, true).w);
        i = child.end;
    }
    return columns;
}

static float add_padding(const Arranger *a, Point at, float width, uint64_t from, uint64_t to)
{
    if (!a->manner->memory || to <= from)
        return 0;
    NestItem *item = add(a, NEST_PADDING, (Rect){at.x, at.y, width, PADDING_ROW - 4});
    if (item) {
        item->byte = (uint32_t)(to - from);
        item->address = from;
        item->label_at = (Point){at.x + 6, at.y + 12};
    }
    return PADDING_ROW;
}

static Size arrange_members(const Arranger *a, int32_t index, Point at)
{
    const ViewPart *part = &a->view->parts[index];
    Columns columns = measure_members(a, index);
    float width = columns.label + LABEL_GAP + columns.value, y = 0;
    uint64_t next = part->address;
    for (uint32_t i = part->first_slot; i < part_end(part);) {
        NestThing child = child_at(a->view, index, i);
        uint64_t address = thing_address(a->view, &child);
        y += add_padding(a, (Point){at.x, at.y + y}, width, next, address);
        next = part->kind == PART_UNION ? address : address + thing_size(a->view, &child);
        Arranger measuring = *a;
        measuring.nest = NULL;
        Size size = arrange_thing(&measuring, &child, (Point){0, 0}, true);
        uint32_t item = item_count(a);
        arrange_thing(a, &child, (Point){at.x + width - size.w, at.y + y}, true);
        label_item(a, item, thing_label(a->view, &child), (Point){at.x, at.y + y + 21});
        y += size.h + ROW_GAP;
        i = child.end;
    }
    uint64_t end = part->kind == PART_UNION ? next : part->address + part->size;
    y += add_padding(a, (Point){at.x, at.y + y}, width, next, end);
    return (Size){width, y - ROW_GAP};
}

/* Parts */

static Size arrange_inside(const Arranger *a, int32_t index, Point at, bool titled)
{
    if (a->view->parts[index].kind != PART_ARRAY)
        return is_flat(a, index) ? arrange_flat(a, index, at, titled) : arrange_members(a, index, at);
    return is_line(a->view, index) ? arrange_line(a, index, at, titled) : arrange_rows(a, index, at);
}

static Size arrange_part(const Arranger *a, int32_t index, Point at, bool outlined, bool titled)
{
    const ViewPart *part = &a->view->parts[index];
    float pad = !outlined ? 0 : is_flat(a, index) ? FLAT_PAD : PART_PAD, above = is_flat(a, index) && titled ? INDEX_LINE : 0;
    uint32_t item = item_count(a);
    add(a, NEST_PART, (Rect){at.x, at.y, 0, 0});
    Size size = arrange_inside(a, index, (Point){at.x + pad, at.y + pad}, titled);
    size = (Size){size.w + 2 * pad, size.h + 2 * pad};
    if (a->nest) {
        NestItem *outline = &a->nest->items[item];
        outline->rect = (Rect){at.x, at.y + above, size.w, size.h - above};
        outline->part = index;
        outline->address = part->address;
        outline->is_faint = !outlined;
    }
    return size;
}

Rect nest_arrange(const View *view, const NestThing *thing, const NestManner *manner, Nest *nest)
{
    Arranger arranger = {view, manner, nest};
    Size size;
    if (nest)
        nest->count = 0;
    if (thing->part == VIEW_NONE)
        size = arrange_slot(&arranger, thing->slot, (Point){0, 0});
    else
        size = arrange_part(&arranger, thing->part, (Point){0, 0},
                            manner->outlined && view->parts[thing->part].kind != PART_ARRAY, true);
    return (Rect){0, 0, size.w, size.h};
}

void nest_finish(Nest *nest)
{
    free(nest->items);
    *nest = (Nest){0};
}

void nest_bytes(const View *view, const ViewSlot *slot, char *out, size_t size)
{
    const ViewByte *bytes = view_slot_bytes(view, slot);
    size_t n = 0;
    out[0] = '\0';
    for (uint32_t i = 0; bytes && i < slot->size && n + 8 < size; i++) {
        const char *gap = i ? " " : "";
        if (bytes[i].state == BYTE_SET || bytes[i].state == BYTE_FREED)
            n += (size_t)snprintf(out + n, size - n, "%s%02x", gap, bytes[i].value);
        else
            n += (size_t)snprintf(out + n, size - n, "%s%s", gap, bytes[i].state == BYTE_UNINITIALISED ? "??" : "··");
    }
}
