/* The strangers are the tracked objects of the program that the names do not lead to. Among them the collector's first
 * three steps are taken (see gc.c): copy the counts, subtract the references between strangers, and whatever has a
 * count left, or is reachable from such a one, is held from elsewhere: by a temporary, a suspended frame, the
 * interpreter. The rest keep each other. Unlike the collector, this looks at the whole heap and changes nothing. */
#include "python/garbage.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "python/gc.h"
#include "python/objects/class.h"

typedef struct Stranger {
    Object *object;
    uint64_t outer;            /* references from elsewhere; after the division not 0: held */
    bool part;                 /* of an instance, class or function: drawn with it */
} Stranger;

typedef struct Search {
    const NumberIndex *known;
    Stranger *items;
    uint32_t count, capacity;
    NumberIndex places;
    uint32_t *queue;           /* held ones whose references were not followed yet */
    uint32_t queued;
    Object *holder;            /* being traversed */
} Search;

static int note_stranger(Vm *vm, Object *object, void *context)
{
    Search *search = context;
    if (object->number < vm->first_number || number_index_find(search->known, object->number) != VIEW_NONE)
        return 0;
    if (search->count == GARBAGE_STRANGERS)
        return 1;
    search->items = memory_grow(search->items, &search->capacity, (uint64_t)search->count + 1, sizeof *search->items);
    search->items[search->count++] = (Stranger){object, object->count, false};
    return 0;
}

static int compare_strangers(const void *a, const void *b)
{
    uint64_t left = ((const Stranger *)a)->object->number, right = ((const Stranger *)b)->object->number;
    return left < right ? -1 : left > right;
}

static Stranger *find(Search *search, const Object *object)
{
    int32_t place = number_index_find(&search->places, object->number);
    return place == VIEW_NONE ? NULL : &search->items[place];
}

/* The dict of an instance, the tables of a class, the tuples of a function. */
static bool consists_of(Vm *vm, const Object *whole, const Object *part)
{
    bool composite = is_type(vm, whole) || is_exact(whole, FUNCTION) || (object_type(vm, whole)->flags & TYPE_HEAP);
    bool container = is_exact(whole, TUPLE) || is_exact(whole, LIST) || is_exact(whole, DICT);
    return composite && !container && (is_exact(part, DICT) || (is_exact(part, TUPLE) && !is_type(vm, part)));
}

static int subtract(Vm *vm, Object *object, void *context)
{
    Search *search = context;
    Stranger *stranger = find(search, object);
    if (!stranger)
        return 0;
    if (stranger->outer)
        stranger->outer--;
    if (consists_of(vm, search->holder, object))
        stranger->part = true;
    return 0;
}

static int hold(Vm *vm, Object *object, void *context)
{
    Search *search = context;
    Stranger *stranger = find(search, object);
    if (!stranger || stranger->outer)
        return 0;
    stranger->outer = 1;
    search->queue[search->queued++] = (uint32_t)(stranger - search->items);
    return 0;
}

static void traverse(Vm *vm, Search *search, Object *object, VisitFunction visit)
{
    search->holder = object;
    object_type(vm, object)->slots.traverse(vm, object, visit, search);
}

static void divide(Vm *vm, Search *search)
{
    for (uint32_t i = 0; i < search->count; i++)
        number_index_add(&search->places, search->items[i].object->number, (int32_t)i);
    for (uint32_t i = 0; i < search->count; i++)
        traverse(vm, search, search->items[i].object, subtract);
    search->queue = memory_resize(NULL, search->count * sizeof *search->queue);
    for (uint32_t i = 0; i < search->count; i++)
        if (search->items[i].outer)
            search->queue[search->queued++] = i;
    while (search->queued)
        traverse(vm, search, search->items[search->queue[--search->queued]].object, hold);
    free(search->queue);
}

static Object **collect(const Search *search, uint32_t *count)
{
    Object **found = memory_resize(NULL, search->count * sizeof *found);
    for (uint32_t i = 0; i < search->count; i++)
        if (!search->items[i].outer && !search->items[i].part)
            found[(*count)++] = search->items[i].object;
    return found;
}

Object **garbage_find(Vm *vm, const NumberIndex *known, uint32_t *count, bool *complete)
{
    Search search = {.known = known};
    Object **found = NULL;
    *count = 0;
    *complete = gc_visit_tracked(vm, note_stranger, &search) == 0;
    if (search.count && *complete) {
        qsort(search.items, search.count, sizeof *search.items, compare_strangers);
        number_index_init(&search.places);
        number_index_reset(&search.places, search.count);
        divide(vm, &search);
        found = collect(&search, count);
        number_index_finish(&search.places);
    }
    free(search.items);
    return found;
}
