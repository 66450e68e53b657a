#include "c/library/library.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "c/space.h"

static const CNativeEntry *const tables[] = {
    c_natives_stdio, c_natives_scan, c_natives_string, c_natives_ctype, c_natives_math, c_natives_stdlib, c_natives_time,
};

enum { TABLE_COUNT = sizeof tables / sizeof *tables, TABLE_SHIFT = 8 };

/* An index is a table's number and the entry's place in it. */
int c_native_find(const char *name)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (int i = 0; tables[t][i].name; i++)
            if (strcmp(tables[t][i].name, name) == 0)
                return t << TABLE_SHIFT | i;
    return -1;
}

static const CNativeEntry *entry_of(int index)
{
    return &tables[index >> TABLE_SHIFT][index & ((1 << TABLE_SHIFT) - 1)];
}

CNativeFunction c_native_function(int index) { return entry_of(index)->run; }
const char *c_native_name(int index) { return entry_of(index)->name; }

/* Where what is behind the part belongs to nobody, the write tells. */
static bool stays_unseen(const CNative *call, int argument, uint64_t size)
{
    uint64_t address = c_address_argument(call, argument);
    if (!c_is_mapped(call->vm, address, size))
        return false;
    const unsigned char *shadow = c_shadow(c_at_address(call->vm, address));
    while (size > 0 && (shadow[size - 1] & SHADOW_UNSET))
        size--;
    return size == 0;
}

void c_check_part(const CNative *call, int argument, uint64_t size)
{
    static const struct { const char *before, *after, *into; } words[] = {
        [N_MEMBER] = {"the member '", "'", "what follows in the struct"},
        [N_DEREF] = {"a row of an array", "", "the next row"},
        [N_VARIABLE] = {"'", "'", "the variable behind it"},
    };
    const CNode *part = call->site->parts ? call->site->parts[argument] : NULL;
    if (!part || size <= (uint64_t)part->type->size
        || (part->kind == N_VARIABLE && !stays_unseen(call, argument, size)))
        return;
    const char *name = part->kind == N_MEMBER ? part->member->name : part->kind == N_VARIABLE ? part->variable->name : "";
    c_report(call->vm, "%s() writes %" PRIu64 " bytes into %s%s%s, which has %" PRId64 ": it runs on into %s.", call->name,
             size, words[part->kind].before, name ? name : "", words[part->kind].after, part->type->size,
             words[part->kind].into);
}

void c_set_errno(CVm *vm, int value)
{
    memcpy(c_at_address(vm, vm->program->errno_address), &value, sizeof value);
}

bool c_keep_errno(CNative *call)
{
    if (errno)
        c_set_errno(call->vm, errno);
    return true;
}
