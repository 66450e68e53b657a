#include "c/space.h"

#include <inttypes.h>
#include <stdio.h>

bool c_is_mapped(const CVm *vm, uint64_t address, uint64_t size)
{
    bool low = address >= C_TEXT_BASE && address < vm->low_end && size <= vm->low_end - address;
    return low || (address >= C_STACK_LOW && address < C_STACK_TOP && size <= C_STACK_TOP - address);
}

/* What an earlier run left behind is taken away. */
static void clear_low(CVm *vm, uint64_t from, uint64_t to)
{
    unsigned char *memory = vm->memory + (from - C_LOW_BASE);
    memset(memory, 0, to - from);
    memset(c_shadow(memory), SHADOW_NONE, to - from);
    if (from >= vm->program->heap_start)
        memset(vm->granules + (from - vm->program->heap_start) / 16, 0, (to - from) / 16 * sizeof *vm->granules);
}

void c_set_low_end(CVm *vm, uint64_t end)
{
    uint64_t touched = vm->touched->low_end;
    if (vm->low_end && touched > vm->low_end)
        clear_low(vm, vm->low_end, end < touched ? end : touched);
    if (end > touched)
        vm->touched->low_end = end;
    vm->low_end = end;
    vm->low_limit = end - C_TEXT_BASE - 16;
    arena_set_used(vm->arena, SEGMENT_LOW, end - C_LOW_BASE);
    arena_set_used(vm->arena, SEGMENT_LOW_SHADOW, end - C_LOW_BASE);
}

/* ---- what is wrong ---- */

static bool tell_unmapped(CVm *vm, uint64_t address, const char *verb)
{
    if (address < C_PAGE)
        c_fault(vm, 139, "The program %s memory through a null pointer. A null pointer points nowhere, so the system "
                "stops the program (segmentation fault).", verb);
    else
        c_fault(vm, 139, "The program %s memory at address 0x%" PRIx64 ", which does not belong to it: the pointer is "
                "wild. The system stops the program (segmentation fault).", verb, address);
    return false;
}

static void place_in(char *out, size_t size, uint64_t address, const CObject *object)
{
    uint64_t end = object->address + object->size;
    if (address >= end)
        snprintf(out, size, address == end ? "right behind the end of" : "%" PRIu64 " byte%s behind the end of",
                 address - end, address - end == 1 ? "" : "s");
    else if (address < object->address)
        snprintf(out, size, "%" PRIu64 " byte%s before", object->address - address,
                 object->address - address == 1 ? "" : "s");
    else
        snprintf(out, size, "past the end of");
}

static void tell_freed(CVm *vm, uint64_t address, const char *verb, const CObject *object)
{
    char name[200];
    c_describe_object(vm, object, name, sizeof name);
    c_forgive_held(vm, object->block);
    c_report(vm, "The program %s memory in %s, which was freed at line %d: the pointer dangles.", verb, name,
             object->block ? object->block->died_line : 0);
}

static void tell_outside(CVm *vm, uint64_t address, const char *verb)
{
    char name[200], where[60];
    CObject object = c_object_at(vm, address);
    if (object.kind == OBJECT_NONE && address >= C_STACK_LOW) {
        bool below = address < vm->sp;
        c_report(vm, "The program %s memory on the stack that %s.", verb,
                 below ? "belonged to a function that has returned: the pointer dangles"
                       : "belongs to no variable");
        return;
    }
    if (object.kind == OBJECT_NONE) {
        c_report(vm, "The program %s memory at 0x%" PRIx64 ", where no variable and no block is.", verb, address);
        return;
    }
    c_describe_object(vm, &object, name, sizeof name);
    if (object.kind == OBJECT_LOCAL && address - object.address < object.size) {
        c_report(vm, "The program %s memory in %s, which is gone since its block has ended: the pointer dangles.", verb,
                 name);
        return;
    }
    place_in(where, sizeof where, address, &object);
    c_report(vm, "The program %s memory %s %s.", verb, where, name);
}

static uint64_t first_not_owned(const unsigned char *shadow, uint64_t size)
{
    uint64_t i = 0;
    while (i < size && (shadow[i] & SHADOW_UNSET))
        i++;
    return i;
}

static bool check_owned(CVm *vm, uint64_t address, uint64_t size, const char *verb)
{
    const unsigned char *shadow = c_shadow(c_at_address(vm, address));
    uint64_t wrong = first_not_owned(shadow, size);
    if (wrong == size)
        return true;
    CObject object = c_object_at(vm, address + wrong);
    if (shadow[wrong] == SHADOW_FREED && object.block)
        tell_freed(vm, address + wrong, verb, &object);
    else
        tell_outside(vm, address + wrong, verb);
    return false;
}

/* Bytes between the members of a struct may be read as bytes: that is no mistake. */
static bool is_padding(const CVm *vm, uint64_t address)
{
    CObject object = c_object_at(vm, address);
    const CType *type = object.variable ? object.variable->type : object.block ? object.block->type : NULL;
    if (!type || address < object.address)
        return object.block != NULL && !type;
    int64_t offset = (int64_t)(address - object.address);
    while (type->kind == TY_VLA)
        type = type->base;
    if (type->size > 0)
        offset %= type->size;
    const CType *part = c_type_at(type, offset);
    return !part || !c_type_is_char(part);
}

static void tell_unset(CVm *vm, uint64_t address, uint64_t size)
{
    char name[200];
    const unsigned char *shadow = c_shadow(c_at_address(vm, address));
    uint64_t wrong = 0;
    while (wrong < size && shadow[wrong] == SHADOW_SET)
        wrong++;
    if (wrong == size || (size == 1 && is_padding(vm, address)))
        return;
    CObject object = c_object_at(vm, address + wrong);
    c_describe_value(vm, &object, address + wrong, name, sizeof name);
    c_report(vm, "The program uses the value of %s before anything was stored there: it is whatever the memory held.",
             name);
}

bool c_check_read(CVm *vm, uint64_t address, uint64_t size, bool needs_value)
{
    if (!c_is_mapped(vm, address, size))
        return tell_unmapped(vm, address, "reads");
    if (check_owned(vm, address, size, "reads") && needs_value)
        tell_unset(vm, address, size);
    return true;
}

bool c_check_write(CVm *vm, uint64_t address, uint64_t size)
{
    char name[200];
    if (!c_is_mapped(vm, address, size))
        return tell_unmapped(vm, address, "writes to");
    if (address < vm->program->data_start) {
        CObject object = c_object_at(vm, address);
        c_describe_object(vm, &object, name, sizeof name);
        c_fault(vm, 139, "The program writes to %s, which is read-only. The system stops the program (segmentation "
                "fault).", object.kind ? name : "its own code");
        return false;
    }
    check_owned(vm, address, size, "writes to");
    return true;
}

/* ---- for native functions ---- */

static bool shadow_is(const unsigned char *shadow, uint64_t size, bool needs_value)
{
    for (uint64_t i = 0; i < size; i++)
        if (needs_value ? shadow[i] != SHADOW_SET : !(shadow[i] & SHADOW_UNSET))
            return false;
    return true;
}

unsigned char *c_read_memory(CVm *vm, uint64_t address, uint64_t size)
{
    if (!c_is_mapped(vm, address, size))
        return c_check_read(vm, address, size, false), NULL;
    unsigned char *memory = c_at_address(vm, address);
    if (!shadow_is(c_shadow(memory), size, false))
        c_check_read(vm, address, size, false);
    return memory;
}

unsigned char *c_write_memory(CVm *vm, uint64_t address, uint64_t size)
{
    bool plain = c_is_mapped(vm, address, size) && address >= vm->program->data_start
              && shadow_is(c_shadow(c_at_address(vm, address)), size, false);
    if (!plain && !c_check_write(vm, address, size))
        return NULL;
    unsigned char *memory = c_at_address(vm, address), *shadow = c_shadow(memory);
    for (uint64_t i = 0; i < size; i++)
        if (shadow[i] & SHADOW_UNSET)
            shadow[i] = SHADOW_SET;
    return memory;
}

/* How many bytes are mapped from an address on. */
static uint64_t mapped_from(const CVm *vm, uint64_t address)
{
    if (address >= C_TEXT_BASE && address < vm->low_end)
        return vm->low_end - address;
    return address >= C_STACK_LOW && address < C_STACK_TOP ? C_STACK_TOP - address : 0;
}

static void check_string(CVm *vm, uint64_t address, uint64_t length)
{
    const unsigned char *shadow = c_shadow(c_at_address(vm, address));
    uint64_t wrong = first_not_owned(shadow, length);
    char name[200];
    CObject object = c_object_at(vm, address);
    if (wrong == length) {
        if (!shadow_is(shadow, length, true))
            tell_unset(vm, address, length);
        return;
    }
    bool starts_inside = wrong > 0 && object.kind && shadow[wrong] != SHADOW_FREED;
    if (!starts_inside) {
        check_owned(vm, address, length, "reads");
        return;
    }
    c_describe_object(vm, &object, name, sizeof name);
    c_report(vm, "The text in %s does not end with '\\0', so reading it runs on past its end.", name);
}

const char *c_read_string_up_to(CVm *vm, uint64_t address, uint64_t most, uint64_t *length)
{
    uint64_t mapped = mapped_from(vm, address);
    if (!mapped && most)
        return c_check_read(vm, address, 1, true), NULL;
    if (!mapped)
        return *length = 0, "";
    const char *text = (const char *)c_at_address(vm, address);
    uint64_t room = mapped < most ? mapped : most;
    const char *end = memchr(text, 0, room);
    *length = end ? (uint64_t)(end - text) : room;
    if (!end && room < most) {
        c_check_read(vm, address + room, 1, true);
        return NULL;
    }
    check_string(vm, address, *length + (end != NULL));
    return text;
}

const char *c_read_string(CVm *vm, uint64_t address, uint64_t *length)
{
    return c_read_string_up_to(vm, address, UINT64_MAX, length);
}

bool c_copy(CVm *vm, uint64_t to, uint64_t from, uint64_t size)
{
    if (!size)
        return true;
    unsigned char *source = c_read_memory(vm, from, size);
    if (!source)
        return false;
    bool plain = c_is_mapped(vm, to, size) && to >= vm->program->data_start
              && shadow_is(c_shadow(c_at_address(vm, to)), size, false);
    if (!plain && !c_check_write(vm, to, size))
        return false;
    unsigned char *target = c_at_address(vm, to);
    if (vm->checks_leaks && ((to | from) & 7) == 0)
        for (uint64_t i = 0; i + 8 <= size; i += 8) {
            uint64_t before, after;
            memcpy(&before, target + i, 8);
            memcpy(&after, source + i, 8);
            if (before != after)
                c_pointer_changes(vm, before, after);
        }
    memmove(target, source, size);
    unsigned char *shadow = c_shadow(target);
    const unsigned char *from_shadow = c_shadow(source);
    if (from < to && to < from + size) {
        memset(shadow, SHADOW_SET, size);
        return true;
    }
    for (uint64_t i = 0; i < size; i++)
        if (shadow[i] & SHADOW_UNSET)
            shadow[i] = from_shadow[i] & SHADOW_UNSET ? from_shadow[i] : SHADOW_SET;
    return true;
}
