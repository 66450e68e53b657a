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

void c_check_part(const CNative *call, int argument, uint64_t size)
{
    const CNode *part = call->site->parts ? call->site->parts[argument] : NULL;
    if (!part || size <= (uint64_t)part->type->size)
        return;
    bool is_member = part->kind == N_MEMBER;
    c_report(call->vm, "%s() writes %" PRIu64 " bytes into %s%s%s, which has %" PRId64 ": it runs on into %s.", call->name,
             size, is_member ? "the member '" : "a row of an array", is_member ? part->member->name : "",
             is_member ? "'" : "", part->type->size, is_member ? "what follows in the struct" : "the next row");
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
