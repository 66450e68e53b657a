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
    bool is_cell = reference->role == HOLDER_CELL && is_exact(reference->target, CELL);
    bool fits = reference->role == search->slot->role || (is_cell && search->slot->role == HOLDER_NAME);
    if (!fits || !is_labelled(vm, reference, search->slot->label))
        return 0;
    search->found = is_cell ? ((Cell *)reference->target)->value : reference->target;
    return 1;
}

static uint64_t number_of(Vm *vm, const Search *search)
{
    int64_t position = 0;
    Object *key, *value;
    if (search->found || !search->part)
        return search->found ? search->found->number : 0;
    while (dict_next(search->part, &position, &key, &value))
        if (is_labelled(vm, &(Reference){.label = key, .role = HOLDER_NAME}, search->slot->label))
            return value->number;
    return 0;
}

uint64_t python_target(Vm *vm, const HolderSlot *slot)
{
    Search search = {.slot = slot};
    if (slot->place == HOLDER_IN_FRAME) {
        Frame *frame = vm->frame;
        while (frame && frame->number != slot->number)
            frame = frame->back;
        if (frame)
            references_of_frame(vm, frame, NULL, compare, &search);
    } else if (slot->place == HOLDER_IN_OBJECT && python_alive(vm, slot->number, slot->address)) {
        references_of_object(vm, object_at(vm, slot->address), compare, &search);
    }
    return number_of(vm, &search);
}
