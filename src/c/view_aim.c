/* What pointers point at: the very element, member, letter, or the place right behind the last one.
 *
 * One address can be several things: a struct, its first member, the first element of that. The type that the pointer
 * points to decides, then the smallest. The end of one variable can be the beginning of the next: the next one is meant
 * unless its type is another and that of what ends there is right. */
#include "c/view.h"

#include <stdlib.h>

#include "machine/memory.h"

typedef struct Spot { uint64_t address, end; uint32_t slot; } Spot;

static int compare_spots(const void *a, const void *b)
{
    const Spot *left = a, *right = b;
    if (left->address != right->address)
        return left->address < right->address ? -1 : 1;
    return left->slot < right->slot ? -1 : left->slot > right->slot;
}

static uint32_t list_spots(const View *view, Spot *spots)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < view->slot_count; i++)
        if (view->slots[i].address)
            spots[count++] = (Spot){view->slots[i].address, view->slots[i].address + view->slots[i].size, i};
    qsort(spots, count, sizeof *spots, compare_spots);
    return count;
}

/* Index of the first spot that begins at or behind the address. */
static uint32_t first_from(const Spot *spots, uint32_t count, uint64_t address)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (spots[middle].address < address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_meant(const CType *type, const CType *pointed)
{
    return type && (c_type_same(type, pointed) || c_type_compatible(type, pointed));
}

/* Is a text's letter what is pointed to? */
static bool is_letter(const CType *type, const CType *pointed)
{
    return type->kind == TY_ARRAY && type->base->kind == TY_CHAR && c_type_is_char(pointed);
}

typedef struct Aim { AimKind kind; int32_t index; } Aim;

/* Of what begins (or ends) at the address with this slot: what has the type, from the inside out. */
static Aim aim_by_type(const Viewer *v, uint32_t slot, const CType *pointed, uint64_t address, bool at_end)
{
    const View *view = v->view;
    if (is_meant(v->slot_types[slot], pointed) || is_letter(v->slot_types[slot], pointed))
        return (Aim){at_end ? AIM_SLOT_END : AIM_SLOT, (int32_t)slot};
    for (int32_t i = view->slots[slot].part; i != VIEW_NONE; i = view->parts[i].parent) {
        const ViewPart *part = &view->parts[i];
        if ((at_end ? part->address + part->size : part->address) != address)
            break;
        if (is_meant(v->part_types[i], pointed))
            return (Aim){at_end ? AIM_PART_END : AIM_PART, i};
    }
    return (Aim){AIM_NONE, VIEW_NONE};
}

/* The largest thing that begins at the address: what a pointer to anything is most likely meant for. */
static Aim aim_at_largest(const View *view, uint32_t slot, uint64_t address)
{
    Aim aim = {AIM_SLOT, (int32_t)slot};
    for (int32_t i = view->slots[slot].part; i != VIEW_NONE && view->parts[i].address == address;
         i = view->parts[i].parent)
        aim = (Aim){AIM_PART, i};
    return aim;
}

static Aim find_inside(const Viewer *v, const Spot *spots, uint32_t count, uint64_t address, const CType *pointed)
{
    uint32_t first = first_from(spots, count, address);
    for (uint32_t i = first; i < count && spots[i].address == address; i++) {
        Aim aim = aim_by_type(v, spots[i].slot, pointed, address, false);
        if (aim.kind)
            return aim;
    }
    return (Aim){AIM_NONE, VIEW_NONE};
}

/* The slots before `first` that reach up to the address or over it; variables do not overlap but in unions. */
static Aim find_before(const Viewer *v, const Spot *spots, uint32_t first, uint64_t address, const CType *pointed)
{
    enum { UNION_MEMBERS = 16 };
    Aim over = {AIM_NONE, VIEW_NONE};
    for (uint32_t i = first, tries = 0; i-- > 0 && tries < UNION_MEMBERS; tries++) {
        if (spots[i].end > address)
            return (Aim){AIM_SLOT, (int32_t)spots[i].slot};
        Aim aim = spots[i].end == address ? aim_by_type(v, spots[i].slot, pointed, address, true) : over;
        if (aim.kind)
            return aim;
    }
    return over;
}

static Aim find_aim(const Viewer *v, const Spot *spots, uint32_t count, uint64_t address, const CType *pointed)
{
    uint32_t first = first_from(spots, count, address);
    Aim aim = find_inside(v, spots, count, address, pointed);
    if (!aim.kind)
        aim = find_before(v, spots, first, address, pointed);
    if (!aim.kind && first < count && spots[first].address == address)
        aim = aim_at_largest(v->view, spots[first].slot, address);
    return aim;
}

static bool is_nobodys(const CVm *vm, uint64_t address)
{
    return !c_is_mapped(vm, address, 1) || c_at_address(vm, address)[SHADOW_DISTANCE] < SHADOW_UNSET;
}

static void aim_slot(Viewer *v, ViewSlot *slot, const Spot *spots, uint32_t count, const CType *pointed)
{
    Aim aim = find_aim(v, spots, count, slot->pointer, pointed);
    slot->aim = (uint8_t)aim.kind;
    slot->aimed = aim.index;
    if (aim.kind)
        return;
    if (slot->target != VIEW_NONE)
        slot->aim = AIM_WHOLE;
    else if (is_nobodys(v->vm, slot->pointer))
        slot->aim = AIM_OUTSIDE;
}

void c_view_aim(Viewer *v)
{
    View *view = v->view;
    Spot *spots = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < view->slot_count; i++) {
        ViewSlot *slot = &view->slots[i];
        if (slot->state != SLOT_POINTER || !slot->pointer)
            continue;
        if (!spots) {
            spots = memory_resize(NULL, ((size_t)view->slot_count + 1) * sizeof *spots);
            count = list_spots(view, spots);
        }
        aim_slot(v, slot, spots, count, v->slot_types[i]->base);
    }
    free(spots);
}
