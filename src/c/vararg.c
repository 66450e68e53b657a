/* Variable arguments: va_start, va_arg. They lie above the callee's frame, each in 16 bytes (a struct in as many as it
 * needs), and the call's site knows their types: so what is asked for can be compared with what was given. */
#include <string.h>

#include "c/space.h"

bool c_start_varargs(CVm *vm, uint64_t list)
{
    uint64_t words[3] = {48 | UINT64_C(304) << 32, vm->frames[vm->depth - 1].varargs, 0};
    unsigned char *to = c_write_memory(vm, list, sizeof words);
    if (to)
        memcpy(to, words, sizeof words);
    return to != NULL;
}

static uint64_t room_of(const CType *type)
{
    return c_type_is_record(type) ? ((uint64_t)type->size + 15) / 16 * 16 : 16;
}

/* Answers what was given at the address, or NULL when it is not known. `*ended`: the address is behind the last one. */
static const CType *given_at(const CVm *vm, uint64_t at, const CFrame *frame, bool *ended)
{
    const CSite *site = &vm->program->sites[frame->site];
    uint64_t address = frame->varargs;
    for (int32_t i = site->fixed; i < site->count; i++) {
        if (address == at)
            return site->types[i];
        address += room_of(site->types[i]);
    }
    *ended = address == at;
    return NULL;
}

/* The innermost frame that the arguments can belong to: the list may have been handed on. */
static const CFrame *owner_of(const CVm *vm, uint64_t at)
{
    for (uint32_t i = vm->depth; i-- > 0;) {
        const CFrame *frame = &vm->frames[i];
        if (frame->varargs && frame->site >= 0 && frame->varargs <= at)
            return frame;
    }
    return NULL;
}

static void check_given(CVm *vm, uint64_t at, const CType *wanted)
{
    const CFrame *frame = owner_of(vm, at);
    bool ended = false;
    const CType *given = frame ? given_at(vm, at, frame, &ended) : NULL;
    const char *name = frame ? vm->program->routines[frame->routine].name : "";
    if (ended)
        c_report(vm, "va_arg() asks for one more argument than %s() was called with: it gets what lies behind them.", name);
    else if (given && c_type_is_floating(given) != c_type_is_floating(wanted))
        c_report(vm, "va_arg() asks for %s, but the argument given to %s() is %s.", c_kind_name(wanted), name,
                 c_kind_name(given));
}

bool c_next_vararg(CVm *vm, const CType *type, CCell *cell)
{
    uint64_t at;
    unsigned char *list = c_read_memory(vm, cell->u, 24);
    if (!list)
        return false;
    memcpy(&at, list + 8, sizeof at);
    uint64_t next = at + room_of(type);
    memcpy(list + 8, &next, sizeof next);
    cell->u = at;
    check_given(vm, at, type);
    return true;
}
