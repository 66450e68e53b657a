/* Questions about one object or one place, answered without looking at the rest of the heap. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/holders.h"
#include "python/objects/function.h"
#include "python/python.h"
#include "python/references.h"
#include "python/safe_repr.h"

static Object *object_at(Vm *vm, uint64_t address)
{
    uint64_t first = arena_nominal(vm->arena, vm->arena->base);
    return address < first ? NULL : (Object *)(vm->arena->base + (address - first));
}

/* What lies in the Vm itself lives as long as it does. Elsewhere the memory must be handed out and begin with the number;
 * numbers are never used twice. */
bool python_alive(Vm *vm, uint64_t number, uint64_t address)
{
    Object *object = object_at(vm, address);
    if (!object || number >= vm->next_number)
        return false;
    bool in_vm = (unsigned char *)object < (unsigned char *)(vm + 1);
    return (in_vm || !mem_is_free(vm, object)) && object->number == number && object->count > 0;
}

/* ---- slots ---- */

typedef struct Search {
    const HolderSlot *slot;
    Object *found;
    Object *part;              /* a dict that belongs to the holder and holds such slots under their names */
} Search;

static bool is_labelled(Vm *vm, const Reference *reference, const char *label)
{
    char text[sizeof ((HolderSlot *)0)->label];
    if (reference->word)
        return strcmp(reference->word, label) == 0;
    if (!reference->label) {
        snprintf(text, sizeof text, "%lld", (long long)reference->index);
        return strcmp(text, label) == 0 || (reference->index < 0 && !*label);
    }
    if (is_str(vm, reference->label) && reference->role != HOLDER_KEY && reference->role != HOLDER_VALUE) {
        size_t length = safe_str(reference->label, text, sizeof text - 1);
        return strlen(label) == length && memcmp(text, label, length) == 0;
    }
    ReprText repr = {.limit = sizeof text - 8};
    safe_repr(vm, reference->label, &repr);
    bool equal = strlen(label) == repr.length && memcmp(repr.bytes, label, repr.length) == 0;
    free(repr.bytes);
    return equal;
}

static int compare(Vm *vm, const Reference *reference, void *context)
{
    Search *search = context;
    if (reference->is_part && reference->inner == search->slot->role && is_dict(vm, reference->target))
        search->part = reference->target;
    if (reference->role != search->slot->role || !is_labelled(vm, reference, search->slot->label))
        return 0;
    search->found = reference->target;
    return 1;
}

static bool is_name(const Object *str, const char *name)
{
    char text[sizeof ((HolderSlot *)0)->label];
    if (((const Str *)str)->ascii)
        return str_equals_c(str, name);
    size_t length = safe_str(str, text, sizeof text);
    return strlen(name) == length && memcmp(text, name, length) == 0;
}

static Object *find_by_name(Vm *vm, const Object *dict, const char *name)
{
    int64_t position = 0;
    Object *key, *value;
    while (dict_next(dict, &position, &key, &value))
        if (is_str(vm, key) && is_name(key, name))
            return value;
    return NULL;
}

/* Names are asked for at many steps in a row: by the shortest way. */
static Object *find_in_frame(Vm *vm, Frame *frame, const HolderSlot *slot, Search *search)
{
    const Code *code = frame->code;
    if (slot->role != HOLDER_NAME && slot->role != HOLDER_CELL) {
        references_of_frame(vm, frame, NULL, compare, search);
        return search->found;
    }
    if (frame->locals && !(code->flags & CODE_OPTIMIZED) && is_dict(vm, frame->locals))
        return find_by_name(vm, frame->locals, slot->label);
    for (int i = 0; i < code->locals_count; i++)
        if (is_name(tuple_item(code->local_names, i), slot->label))
            return frame_variable(vm, frame, i);
    return NULL;
}

static Object *find_in_object(Vm *vm, Object *object, const HolderSlot *slot, Search *search)
{
    if (slot->role == HOLDER_ITEM && (is_list(vm, object) || is_tuple(vm, object))) {
        int64_t index = strtoll(slot->label, NULL, 10);
        int64_t length = is_list(vm, object) ? ((List *)object)->length : tuple_length(object);
        Object *const *items = is_list(vm, object) ? ((List *)object)->items : ((Tuple *)object)->items;
        return index < length ? items[index] : NULL;
    }
    references_of_object(vm, object, compare, search);
    return search->found || !search->part ? search->found : find_by_name(vm, search->part, slot->label);
}

uint64_t python_target(Vm *vm, const HolderSlot *slot)
{
    Search search = {.slot = slot};
    Object *found = NULL;
    Frame *frame = slot->place == HOLDER_IN_FRAME ? vm->frame : NULL;
    while (frame && frame->number != slot->number)
        frame = frame->back;
    if (frame)
        found = find_in_frame(vm, frame, slot, &search);
    else if (slot->place == HOLDER_IN_OBJECT && python_alive(vm, slot->number, slot->address))
        found = find_in_object(vm, object_at(vm, slot->address), slot, &search);
    return found ? found->number : 0;
}
