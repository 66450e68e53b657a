/* What memory holds, as a number: for finding out when it changed last. A byte that nothing was stored in differs from a
 * zero, and one of a block that was given back from the same byte before. */
#include "c/c.h"
#include "c/space.h"
#include "machine/holders.h"

static uint64_t mix(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * UINT64_C(0x100000001B3);
}

static uint64_t content_at(const CVm *vm, uint64_t address, uint64_t size)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    if (!c_is_mapped(vm, address, size))
        return 0;
    const unsigned char *memory = c_at_address(vm, address);
    for (uint64_t i = 0; i < size; i++)
        hash = mix(mix(hash, memory[i]), memory[SHADOW_DISTANCE + i]);
    return hash;
}

/* Slots in frames and blocks are asked for what they point to. */
static uint64_t target_of(CVm *vm, const HolderSlot *slot)
{
    View view;
    uint64_t target = 0;
    view_init(&view);
    c_view(vm, &(ViewOptions){0}, &view);
    bool in_frame = slot->place == HOLDER_IN_FRAME;
    int32_t index = in_frame ? view_find_frame(&view, slot->number) : view_find_object(&view, slot->number);
    uint32_t first = index == VIEW_NONE ? 0 : in_frame ? view.frames[index].first_slot : view.objects[index].first_slot;
    uint32_t count = index == VIEW_NONE ? 0 : in_frame ? view.frames[index].slot_count : view.objects[index].slot_count;
    for (uint32_t i = first; i < first + count; i++)
        if (view_text_equals(&view, view.slots[i].label, slot->label))
            target = view.slots[i].pointer;
    view_finish(&view);
    return target;
}

uint64_t c_content(CVm *vm, const HolderSlot *slot)
{
    if (slot->place == HOLDER_AT_ADDRESS)
        return content_at(vm, slot->address, slot->number);
    return target_of(vm, slot);
}
