#include "python/walk.h"

#include <stdlib.h>

#include "python/gc.h"
#include "python/vm.h"

enum { WALK_FIRST_SIZE = 1 << 14 };

static size_t walk_slot(const Walk *walk, const Object *object)
{
    size_t i = ((uintptr_t)object >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 16 & (walk->size - 1);
    while (walk->table[i].object && walk->table[i].object != object)
        i = (i + 1) & (walk->size - 1);
    return i;
}

static bool walk_grow(Walk *walk)
{
    size_t old_size = walk->size, size = old_size ? old_size * 2 : WALK_FIRST_SIZE;
    WalkEntry *old = walk->table, *table = calloc(size, sizeof *table);
    if (!table)
        return false;
    walk->table = table;
    walk->size = size;
    for (size_t i = 0; i < old_size; i++)
        if (old[i].object)
            table[walk_slot(walk, old[i].object)] = old[i];
    free(old);
    return true;
}

static bool walk_push(Walk *walk, Object *object)
{
    if (walk->waiting_count == walk->waiting_size) {
        size_t size = walk->waiting_size ? walk->waiting_size * 2 : WALK_FIRST_SIZE;
        Object **waiting = realloc(walk->waiting, size * sizeof *waiting);
        if (!waiting)
            return false;
        walk->waiting = waiting;
        walk->waiting_size = size;
    }
    walk->waiting[walk->waiting_count++] = object;
    return true;
}

/* The entry of an object, made and put on the stack when it is new; NULL: out of memory. */
static WalkEntry *walk_entry(Walk *walk, Object *object)
{
    if (walk->used * 2 >= walk->size && !walk_grow(walk))
        return NULL;
    WalkEntry *entry = &walk->table[walk_slot(walk, object)];
    if (!entry->object) {
        if (!walk_push(walk, object))
            return NULL;
        entry->object = object;
        walk->used++;
    }
    return entry;
}

static int walk_reference(Vm *vm, const Reference *reference, void *context)
{
    Walk *walk = context;
    WalkEntry *entry = walk_entry(walk, reference->target);
    if (!entry) {
        walk->out_of_memory = true;
        return 1;
    }
    entry->found++;
    return walk->visit ? walk->visit(vm, reference, walk->context) : 0;
}

/* An object that exists, without a reference to it. */
static int walk_meet(Vm *vm, Object *object, void *context)
{
    Walk *walk = context;
    walk->out_of_memory = !walk_entry(walk, object);
    return walk->out_of_memory;
}

bool walk_run(Walk *walk, Vm *vm, ReferenceVisitor visit, void *context)
{
    walk->visit = visit;
    walk->context = context;
    if (references_of_roots(vm, walk_reference, walk) || gc_visit_tracked(vm, walk_meet, walk))
        return false;
    while (walk->waiting_count)
        if (references_of_object(vm, walk->waiting[--walk->waiting_count], walk_reference, walk))
            return false;
    return true;
}

void walk_finish(Walk *walk)
{
    free(walk->table);
    free(walk->waiting);
    *walk = (Walk){0};
}
