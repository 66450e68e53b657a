/* list.sort: keys, the choice of a comparison, and a list that stays valid whatever the program's code does meanwhile.
 *
 * While it is being sorted the list is empty, with a capacity of -1. If something else than that is found afterwards,
 * the program has meddled with it: ValueError, after the sorted items are back.
 *
 * When all keys are of one type, comparing can be direct. The results are those of <; only the way is shorter. */
#include "python/objects/sort_internal.h"

#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/str.h"
#include "python/vm.h"

/* ---- comparisons ---- */

static int less_any(Vm *vm, const Sort *sort, Object *a, Object *b)
{
    return object_compare_truth(vm, a, b, COMPARE_LT);
}

static int less_str(Vm *vm, const Sort *sort, Object *a, Object *b) { return str_compare(a, b) < 0; }

static int less_float(Vm *vm, const Sort *sort, Object *a, Object *b) { return float_value(a) < float_value(b); }

static int less_int(Vm *vm, const Sort *sort, Object *a, Object *b)
{
    return int_compact_value(a) < int_compact_value(b);
}

/* Both of one type: its slot at once, the whole ceremony only if that does not know. */
static int less_same_type(Vm *vm, const Sort *sort, Object *a, Object *b)
{
    Object *result = object_type(vm, a)->slots.compare(vm, a, b, COMPARE_LT);
    if (!result)
        return -1;
    int less = result == not_implemented(vm) ? object_compare_truth(vm, a, b, COMPARE_LT) : object_truth(vm, result);
    decref(vm, result);
    return less;
}

/* Keys that are tuples: the first items that differ decide. */
static int less_tuple(Vm *vm, const Sort *sort, Object *left, Object *right)
{
    Tuple *a = (Tuple *)left, *b = (Tuple *)right;
    for (int64_t i = 0; i < a->length && i < b->length; i++) {
        int equal = object_compare_truth(vm, a->items[i], b->items[i], COMPARE_EQ);
        if (equal < 0)
            return -1;
        if (!equal)
            return i == 0 ? sort->less_first(vm, sort, a->items[0], b->items[0])
                          : object_compare_truth(vm, a->items[i], b->items[i], COMPARE_LT);
    }
    return a->length < b->length;
}

static bool is_full_tuple(const Object *key) { return is_exact(key, TUPLE) && tuple_length(key) > 0; }

static bool all_full_tuples(Object *const *keys, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        if (!is_full_tuple(keys[i]))
            return false;
    return true;
}

static Object *judged_part(Object *key, bool in_tuples) { return in_tuples ? tuple_item(key, 0) : key; }

static void choose_comparison(Vm *vm, Sort *sort, Object *const *keys, int64_t count)
{
    bool in_tuples = is_full_tuple(keys[0]) && all_full_tuples(keys, count), same = true, compact = true;
    Object *first = judged_part(keys[0], in_tuples);
    for (int64_t i = 0; i < count && same; i++) {
        Object *part = judged_part(keys[i], in_tuples);
        same = part->type == first->type;
        compact = same && compact && is_exact(part, INT) && int_is_compact(part);
    }
    sort->less = !same ? less_any
               : compact ? less_int
               : is_exact(first, STR) ? less_str
               : is_exact(first, FLOAT) ? less_float
               : in_tuples && is_exact(first, TUPLE) ? less_any
               : object_type(vm, first)->slots.compare ? less_same_type : less_any;
    sort->less_first = sort->less;
    if (in_tuples)
        sort->less = less_tuple;
}

/* ---- keys ---- */

static void release_keys(Vm *vm, Object **keys, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        decref(vm, keys[i]);
    mem_free(vm, keys);
}

/* key(item) for each item: an array of new references, or NULL. */
static Object **make_keys(Vm *vm, Object *key, Object *const *items, int64_t count)
{
    Object **keys = mem_alloc(vm, (size_t)count * sizeof(Object *));
    if (!keys)
        return vm_raise_memory(vm);
    for (int64_t i = 0; i < count; i++) {
        keys[i] = object_call_one(vm, key, items[i]);
        if (!keys[i]) {
            while (i-- > 0)
                decref(vm, keys[i]);
            mem_free(vm, keys);
            return NULL;
        }
    }
    return keys;
}

static int sort_slice(Vm *vm, SortSlice slice, int64_t count)
{
    Sort sort;
    choose_comparison(vm, &sort, slice.keys, count);
    return sort_run(vm, &sort, slice, count);
}

/* Reversed sorting is stable, too: reverse, sort, reverse. */
static int sort_items(Vm *vm, Object **items, Object **keys, int64_t count, bool reverse)
{
    if (count < 2)
        return 0;
    if (reverse && keys)
        sort_reverse(keys, count);
    if (reverse)
        sort_reverse(items, count);
    int status = sort_slice(vm, keys ? (SortSlice){keys, items} : (SortSlice){items, NULL}, count);
    if (reverse)
        sort_reverse(items, count);
    return status;
}

static int sort_with_key(Vm *vm, Object **items, int64_t count, Object *key, bool reverse)
{
    if (!key)
        return sort_items(vm, items, NULL, count, reverse);
    Object **keys = make_keys(vm, key, items, count);
    if (!keys)
        return -1;
    int status = sort_items(vm, items, keys, count, reverse);
    release_keys(vm, keys, count);
    return status;
}

int list_sort(Vm *vm, Object *object, Object *key, bool reverse)
{
    List *list = (List *)object, saved = *list;
    list->items = NULL;
    list->length = 0;
    list->capacity = -1;
    int status = sort_with_key(vm, saved.items, saved.length, key, reverse);
    if (list->capacity != -1 && status == 0)
        status = vm_raise_int(vm, TYPE_ValueError, "list modified during sort");

    Object **meddled = list->items;
    int64_t i = list->length;
    list->items = saved.items;
    list->length = saved.length;
    list->capacity = saved.capacity;
    while (meddled && i-- > 0)
        xdecref(vm, meddled[i]);
    mem_free(vm, meddled);
    return status;
}
