/* A block as bytes: the allocator's header before it, then what the program took it for, member by member, with the bytes
 * as they lie in memory, the lowest first, and those that no member has. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "c/c.h"
#include "c/space.h"

enum { BYTES_SHOWN = 8 };

/* "300 = 2c 01 00 00"; of what nothing was stored in, "??". */
static void put_bytes(char *out, size_t size, const ViewByte *bytes, uint32_t count)
{
    size_t n = strlen(out);
    for (uint32_t i = 0; bytes && i < count && i < BYTES_SHOWN && n + 8 < size; i++)
        n += (size_t)(bytes[i].state >= BYTE_SET || bytes[i].state == BYTE_FREED
                          ? snprintf(out + n, size - n, " %02x", bytes[i].value)
                          : snprintf(out + n, size - n, " %s", bytes[i].state == BYTE_UNINITIALISED ? "??" : "--"));
    if (count > BYTES_SHOWN && n + 4 < size)
        snprintf(out + n, size - n, " \xE2\x80\xA6");
}

static void put_name(char *out, const View *view, const ViewSlot *slot)
{
    bool is_index = slot->role == ROLE_ITEM && slot->label.length && view_text(view, slot->label)[0] != '[';
    snprintf(out, BYTES_NAME, is_index ? "[%.*s]" : "%.*s", (int)slot->label.length, view_text(view, slot->label));
}

static void add_padding(ObjectBytes *bytes, const ViewObject *object, uint64_t from, uint64_t to)
{
    if (to <= from)
        return;
    BytesField *field = object_bytes_add_field(bytes, "", (int64_t)(from - object->address), (uint32_t)(to - from));
    snprintf(field->value, sizeof field->value, "padding");
}

static void add_slot(ObjectBytes *bytes, const View *view, const ViewObject *object, const ViewSlot *slot)
{
    char type[BYTES_TYPE];
    snprintf(type, sizeof type, "%.*s", (int)slot->type.length, view_text(view, slot->type));
    BytesField *field = object_bytes_add_field(bytes, type, (int64_t)(slot->address - object->address), slot->size);
    put_name(field->name, view, slot);
    if (slot->state == SLOT_UNBOUND)
        snprintf(field->value, sizeof field->value, "? =");
    else
        snprintf(field->value, sizeof field->value, "%.*s =", (int)(slot->value.length < 40 ? slot->value.length : 40),
                 view_text(view, slot->value));
    put_bytes(field->value, sizeof field->value, view_slot_bytes(view, slot), slot->size);
    field->target = slot->target == VIEW_NONE ? 0 : view->objects[slot->target].number;
}

static void add_header(ObjectBytes *bytes, const CVm *vm, const ViewObject *object)
{
    uint64_t word;
    BytesField *field = object_bytes_add_field(bytes, "size_t", -8, 8);
    memcpy(&word, c_at_address(vm, object->address - 8), sizeof word);
    snprintf(field->name, sizeof field->name, "header");
    snprintf(field->value, sizeof field->value, "%" PRIu64 " bytes in all%s", word & ~UINT64_C(7),
             word & 1 ? ", the block before is in use" : "");
}

static void fill(ObjectBytes *bytes, const CVm *vm, const View *view, const ViewObject *object)
{
    char type[BYTES_NAME];
    snprintf(type, sizeof type, "%.*s", (int)object->type.length, view_text(view, object->type));
    bytes->number = object->number;
    bytes->address = object->address;
    bytes->size = object->size;
    snprintf(bytes->type, sizeof bytes->type, "%s", type);
    BytesPart *part = object_bytes_add_part(bytes, type, object->address, object->size);
    part->is_cut = object->slot_count > BYTES_MOST_ELEMENTS;
    if (object->kind == KIND_BLOCK)
        add_header(bytes, vm, object);
    uint64_t next = object->address;
    for (uint32_t i = 0; i < object->slot_count && i < BYTES_MOST_ELEMENTS; i++) {
        const ViewSlot *slot = &view->slots[object->first_slot + i];
        add_padding(bytes, object, next, slot->address);
        add_slot(bytes, view, object, slot);
        next = slot->address + slot->size > next ? slot->address + slot->size : next;
    }
    if (object->slot_count <= BYTES_MOST_ELEMENTS)
        add_padding(bytes, object, next, object->address + object->size);
}

bool c_block_bytes(CVm *vm, uint64_t number, ObjectBytes *bytes)
{
    View view;
    ViewOptions options = {.max_slots = BYTES_MOST_ELEMENTS + 1};
    view_init(&view);
    object_bytes_reset(bytes);
    c_view(vm, &options, &view);
    int32_t index = view_find_object(&view, number);
    bool is_there = index != VIEW_NONE && view.objects[index].kind != KIND_FUNCTION;
    if (is_there)
        fill(bytes, vm, &view, &view.objects[index]);
    view_finish(&view);
    return is_there;
}
