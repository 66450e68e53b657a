/* From nests to cells: what C keeps in a variable or a block, box in box. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "scene/build.h"
#include "scene/style.h"
#include "scene/wording.h"

static bool shows_memory(const Builder *builder)
{
    return layout_options(builder->layout)->level == LEVEL_MEMORY;
}

static SceneText add_view_text(Builder *builder, ViewText text)
{
    char copy[WORDING_MAX];
    size_t length = text.length < sizeof copy ? text.length : sizeof copy - 1;
    memcpy(copy, view_text(builder->view, text), length);
    copy[length] = '\0';
    return scene_add_text(builder->scene, copy);
}

/* "…e4c8": the addresses of one frame differ in their last digits only. */
static SceneText add_address(Builder *builder, uint64_t address)
{
    char text[32];
    snprintf(text, sizeof text, "\xE2\x80\xA6%04" PRIx64, address & 0xFFFF);
    return address ? scene_add_text(builder->scene, text) : 0;
}

static void add_memory(Builder *builder, SceneCell *cell, const ViewSlot *slot)
{
    char text[WORDING_MAX];
    nest_bytes(builder->view, slot, text, sizeof text);
    cell->bytes = scene_add_text(builder->scene, text);
    cell->address = add_address(builder, slot->address);
}

static void refer_to_target(Builder *builder, const ViewSlot *slot)
{
    if (slot->target != VIEW_NONE && build_draws_arrow(builder, slot->target, false))
        build_refer_to(builder, slot->target);
}

void build_c_value(Builder *builder, SceneCell *cell, const ViewSlot *slot)
{
    char text[WORDING_MAX];
    cell->port = (Point){cell->rect.x + cell->rect.w / 2, cell->rect.y + cell->rect.h / 2};
    cell->target = slot->target != VIEW_NONE ? builder->view->objects[slot->target].number : 0;
    cell->unset = slot->state == SLOT_UNBOUND;
    wording_value(builder->view, slot, text);
    if (slot->state == SLOT_POINTER && slot->pointer && shows_memory(builder))
        sprintf(text, "0x%" PRIx64, slot->pointer);
    if (slot->state == SLOT_POINTER && slot->aim == AIM_OUTSIDE) {
        cell->dangling = true;
        if (!shows_memory(builder))
            strcpy(text, "dangling");
    }
    cell->value = scene_add_text(builder->scene, cell->unset ? "?" : text);
    if (slot->state == SLOT_POINTER)
        refer_to_target(builder, slot);
    if (shows_memory(builder))
        add_memory(builder, cell, slot);
}

/* Cells */

static void put_letter(char *out, ViewByte byte)
{
    static const char ESCAPES[] = "\aa\bb\ff\nn\rr\tt\vv\\\\";
    const char *at = byte.value ? memchr(ESCAPES, byte.value, sizeof ESCAPES - 1) : NULL;
    if (byte.state == BYTE_UNINITIALISED)
        strcpy(out, "?");
    else if (!byte.value)
        strcpy(out, "\\0");
    else if (at && (at - ESCAPES) % 2 == 0)
        sprintf(out, "\\%c", at[1]);
    else if (byte.value < ' ' || byte.value >= 127)
        sprintf(out, "%02x", byte.value);
    else
        sprintf(out, "%c", byte.value);
}

/* A letter is called as an element is: "s[2]"; of a block, which has no name, by its index alone. */
static SceneText letter_id(Builder *builder, const ViewSlot *slot, uint32_t byte)
{
    char text[WORDING_MAX + 16];
    if (slot->label.length)
        snprintf(text, sizeof text, "%.*s[%" PRIu32 "]", (int)slot->label.length,
                 view_text(builder->view, slot->label), byte);
    else
        snprintf(text, sizeof text, "%" PRIu32, byte);
    return scene_add_text(builder->scene, text);
}

static void fill_letter(Builder *builder, SceneCell *cell, const NestItem *item)
{
    char text[8];
    const ViewSlot *slot = &builder->view->slots[item->slot];
    ViewByte byte = view_slot_bytes(builder->view, slot)[item->byte];
    cell->style = CELL_LETTER;
    cell->unset = byte.state == BYTE_UNINITIALISED;
    cell->faint = item->is_faint;
    cell->id = letter_id(builder, slot, item->byte);
    put_letter(text, byte);
    cell->value = scene_add_text(builder->scene, text);
    if (shows_memory(builder)) {
        snprintf(text, sizeof text, cell->unset ? "??" : "%02x", byte.value);
        cell->bytes = scene_add_text(builder->scene, text);
    }
    if (item->byte == 0)
        builder->cell_of_slot[item->slot] = (uint32_t)(cell - builder->scene->cells);
}

static void fill_nested(Builder *builder, SceneCell *cell, const NestItem *item)
{
    const ViewSlot *slot = &builder->view->slots[item->slot];
    cell->style = CELL_NESTED;
    cell->id = add_view_text(builder, slot->label);
    builder->cell_of_slot[item->slot] = (uint32_t)(cell - builder->scene->cells);
    build_c_value(builder, cell, slot);
}

static void fill_part(Builder *builder, SceneCell *cell, const NestItem *item)
{
    const ViewPart *part = &builder->view->parts[item->part];
    cell->style = CELL_PART;
    cell->faint = item->is_faint;
    cell->is_union = part->kind == PART_UNION;
    cell->id = add_view_text(builder, part->label);
    if (shows_memory(builder))
        cell->address = add_address(builder, part->address);
    builder->cell_of_part[item->part] = (uint32_t)(cell - builder->scene->cells);
}

static void fill_padding(Builder *builder, SceneCell *cell, const NestItem *item)
{
    char text[48];
    cell->style = CELL_PADDING;
    snprintf(text, sizeof text, "%" PRIu32 " %s of padding", item->byte, item->byte == 1 ? "byte" : "bytes");
    cell->label = cell->id = scene_add_text(builder->scene, text);
}

static void fill_more(Builder *builder, SceneCell *cell, const NestItem *item)
{
    char text[48];
    cell->style = CELL_MORE;
    snprintf(text, sizeof text, "\xE2\x80\xA6 %" PRIu32 " more", item->byte);
    cell->label = cell->id = scene_add_text(builder->scene, text);
}

/* Is it an element of an array? Its name is an index then. */
static bool is_element(const View *view, const NestItem *item)
{
    int32_t around = item->style == NEST_PART ? view->parts[item->part].parent
                   : item->slot != VIEW_NONE ? view->slots[item->slot].part : VIEW_NONE;
    return around != VIEW_NONE && view->parts[around].kind == PART_ARRAY;
}

typedef void (*Filler)(Builder *builder, SceneCell *cell, const NestItem *item);

static void add_item(Builder *builder, uint32_t box, const NestItem *item, Point at)
{
    static const Filler FILLERS[] = {
        [NEST_CELL] = fill_nested, [NEST_LETTER] = fill_letter, [NEST_PART] = fill_part,
        [NEST_PADDING] = fill_padding, [NEST_MORE] = fill_more,
    };
    SceneCell *cell = scene_add_cell(builder->scene, box);
    cell->rect = (Rect){item->rect.x + at.x, item->rect.y + at.y, item->rect.w, item->rect.h};
    cell->label_at = (Point){item->label_at.x + at.x, item->label_at.y + at.y};
    cell->lane = item->lane > 0 ? item->lane + at.y : 0;
    cell->label_middle = item->label_above;
    cell->index_label = item->label_above || is_element(builder->view, item);
    FILLERS[item->style](builder, cell, item);
    if (item->label.length)
        cell->label = add_view_text(builder, item->label);
}

void build_nest(Builder *builder, uint32_t box, const NestThing *thing, const NestManner *manner, Point at)
{
    nest_arrange(builder->view, thing, manner, &builder->nest);
    for (uint32_t i = 0; i < builder->nest.count; i++)
        add_item(builder, box, &builder->nest.items[i], at);
}
