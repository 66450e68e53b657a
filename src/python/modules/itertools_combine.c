/* itertools: product, permutations, combinations. As CPython's itertoolsmodule.c, in whose order the results come.
 *
 * objects[0] is the tuple of what is chosen from (for product: a tuple of such tuples), objects[1] the result handed out
 * last, which serves again if nobody else holds it; numbers[0] is how many are chosen, numbers[1] the State; indices are
 * the current choice.
 */
#include "python/modules/lazy.h"
#include "python/objects/class.h"
#include "python/vm.h"

enum State { FRESH, RUNNING, ENDED };

static Object *end(Object *self)
{
    LAZY(self)->numbers[1] = ENDED;
    return NULL;
}

/* The tuple for the next result: the last one if only the iterator holds it. */
static Object *row_of(Vm *vm, Object *self, int64_t count)
{
    Object *last = LAZY(self)->objects[1];
    if (last && count && last->count == 1) {
        if (!gc_is_tracked(last))
            gc_track(vm, last);    /* the collector may have found that it held nothing of interest */
        return incref(last);
    }
    Object *row = tuple_new(vm, count);
    if (row)
        object_replace(vm, &LAZY(self)->objects[1], incref(row));
    return row;
}

/* Items that stay as they are are not put in again: as in CPython, nothing dies that comes back. */
static void row_set(Vm *vm, Object *row, int64_t i, Object *item)
{
    if (((Tuple *)row)->items[i] != item)
        object_replace(vm, &((Tuple *)row)->items[i], incref(item));
}

/* The items of the pool at the indices. */
static Object *chosen(Vm *vm, Object *self)
{
    int64_t count = LAZY(self)->numbers[0];
    Object *row = row_of(vm, self, count);
    for (int64_t i = 0; row && i < count; i++)
        row_set(vm, row, i, tuple_item(LAZY(self)->objects[0], LAZY(self)->indices[i]));
    return row;
}

/* Makes one over a pool of which r are chosen; r larger than the pool gives nothing if `distinct`. */
static Object *choose_new(Vm *vm, Type *type, Object *iterable, Object *r, bool cycles, bool distinct)
{
    int64_t asked = r ? object_as_index(vm, r, false) : 0;
    Object *pool = vm_failed(vm) ? NULL : sequence_tuple(vm, iterable);
    int64_t n = pool ? tuple_length(pool) : 0, count = r ? asked : n;
    if (!vm_failed(vm) && count < 0)
        vm_raise(vm, TYPE_ValueError, "r must be non-negative");
    Object *self = lazy_new(vm, type, pool, NULL, NULL);
    if (!self)
        return NULL;
    LAZY(self)->numbers[0] = count;
    bool none_at_all = distinct ? count > n : n == 0 && count > 0;
    if (none_at_all)
        end(self);
    else if (!lazy_indices(vm, self, cycles ? n + count : count > n ? count : n))
        object_replace(vm, &self, NULL);
    return self;
}

/* ---- product ---- */

static bool product_repeat(Vm *vm, Object *const *values, Object *names, int64_t *repeat)
{
    Object *given[1] = {NULL};
    *repeat = 1;
    if (names && tuple_length(names) && !args_parse(vm, "product", "|$repeat", values, 0, names, given))
        return false;
    if (given[0])
        *repeat = object_as_index(vm, given[0], false);
    if (!vm_failed(vm) && *repeat < 0)
        vm_raise(vm, TYPE_ValueError, "repeat argument cannot be negative");
    return !vm_failed(vm);
}

static Object *product_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    int64_t repeat;
    if (!product_repeat(vm, args + count, names, &repeat))
        return NULL;
    int64_t once = repeat ? (int64_t)count : 0;
    if (repeat && (int64_t)count > INT64_MAX / 8 / repeat)
        return vm_raise(vm, TYPE_OverflowError, "repeat argument too large");
    Object *pools = tuple_new(vm, once * repeat);
    for (int64_t i = 0; pools && !vm_failed(vm) && i < once * repeat; i++)
        ((Tuple *)pools)->items[i] = i < once ? sequence_tuple(vm, args[i]) : incref(tuple_item(pools, i - once));
    Object *self = lazy_new(vm, type, pools, NULL, NULL);
    if (!self || !lazy_indices(vm, self, tuple_length(pools))) {
        xdecref(vm, self);
        return NULL;
    }
    memset(LAZY(self)->indices, 0, (size_t)tuple_length(pools) * sizeof(int64_t));
    return self;
}

/* Counts up, the last place fastest; false once all places have gone round. */
static bool product_advance(Object *pools, int64_t *indices)
{
    for (int64_t i = tuple_length(pools) - 1; i >= 0; i--) {
        if (++indices[i] < tuple_length(tuple_item(pools, i)))
            return true;
        indices[i] = 0;
    }
    return false;
}

static Object *product_next(Vm *vm, Object *self)
{
    Object *pools = LAZY(self)->objects[0];
    int64_t count = pools ? tuple_length(pools) : 0, state = LAZY(self)->numbers[1];
    if (!pools || state == ENDED || (state == RUNNING && !product_advance(pools, LAZY(self)->indices)))
        return end(self);
    LAZY(self)->numbers[1] = RUNNING;
    for (int64_t i = 0; i < count; i++)
        if (tuple_length(tuple_item(pools, i)) == 0)
            return end(self);
    Object *row = row_of(vm, self, count);
    for (int64_t i = 0; row && i < count; i++)
        row_set(vm, row, i, tuple_item(tuple_item(pools, i), LAZY(self)->indices[i]));
    return row;
}

const TypeSpec itertools_product_spec = {
    LAZY_TYPE("itertools.product", product_new, product_next),
    .doc = "product(*iterables, repeat=1) --> product object",
};

/* ---- permutations: behind the n indices stand r counters, how often each place still changes ---- */

static Object *permutations_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "permutations", "iterable|r", args, count, names, out))
        return NULL;
    if (out[1] == none(vm))
        out[1] = NULL;
    Object *pool = sequence_tuple(vm, out[0]);
    if (!pool)
        return NULL;
    if (out[1] && !is_int(vm, out[1])) {
        decref(vm, pool);
        return vm_raise(vm, TYPE_TypeError, "Expected int as r");
    }
    Object *self = choose_new(vm, type, pool, out[1], true, true);
    decref(vm, pool);
    if (!self || LAZY(self)->numbers[1] == ENDED)
        return self;
    int64_t n = tuple_length(LAZY(self)->objects[0]);
    for (int64_t i = 0; i < LAZY(self)->numbers[0]; i++)
        LAZY(self)->indices[n + i] = n - i;
    return self;
}

static bool permutations_advance(int64_t *indices, int64_t n, int64_t r)
{
    int64_t *cycles = indices + n;
    for (int64_t i = r - 1; i >= 0; i--) {
        if (--cycles[i] > 0) {
            int64_t j = n - cycles[i], swapped = indices[i];
            indices[i] = indices[j];
            indices[j] = swapped;
            return true;
        }
        int64_t first = indices[i];
        memmove(&indices[i], &indices[i + 1], (size_t)(n - 1 - i) * sizeof *indices);
        indices[n - 1] = first;
        cycles[i] = n - i;
    }
    return false;
}

static Object *permutations_next(Vm *vm, Object *self)
{
    Lazy *lazy = LAZY(self);
    if (!lazy->objects[0] || lazy->numbers[1] == ENDED)
        return NULL;
    int64_t n = tuple_length(lazy->objects[0]);
    if (lazy->numbers[1] == RUNNING && (n == 0 || !permutations_advance(lazy->indices, n, lazy->numbers[0])))
        return end(self);
    lazy->numbers[1] = RUNNING;
    return chosen(vm, self);
}

const TypeSpec itertools_permutations_spec = {
    LAZY_TYPE("itertools.permutations", permutations_new, permutations_next),
    .doc = "Return successive r-length permutations of elements in the iterable.",
};

/* ---- combinations ---- */

static Object *combinations_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "combinations", "iterable,r", args, count, names, out))
        return NULL;
    return choose_new(vm, type, out[0], out[1], false, true);
}

static Object *combinations_next(Vm *vm, Object *self)
{
    Lazy *lazy = LAZY(self);
    if (!lazy->objects[0] || lazy->numbers[1] == ENDED)
        return NULL;
    int64_t n = tuple_length(lazy->objects[0]), r = lazy->numbers[0], i = r - 1;
    if (lazy->numbers[1] == RUNNING) {
        while (i >= 0 && lazy->indices[i] == i + n - r)
            i--;
        if (i < 0)
            return end(self);
        lazy->indices[i]++;
        for (int64_t j = i + 1; j < r; j++)
            lazy->indices[j] = lazy->indices[j - 1] + 1;
    }
    lazy->numbers[1] = RUNNING;
    return chosen(vm, self);
}

const TypeSpec itertools_combinations_spec = {
    LAZY_TYPE("itertools.combinations", combinations_new, combinations_next),
    .doc = "Return successive r-length combinations of elements in the iterable.",
};

/* ---- combinations_with_replacement ---- */

static Object *combinations_again_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "combinations_with_replacement", "iterable,r", args, count, names, out))
        return NULL;
    Object *self = choose_new(vm, type, out[0], out[1], false, false);
    for (int64_t i = 0; self && LAZY(self)->indices && i < LAZY(self)->numbers[0]; i++)
        LAZY(self)->indices[i] = 0;
    return self;
}

static Object *combinations_again_next(Vm *vm, Object *self)
{
    Lazy *lazy = LAZY(self);
    if (!lazy->objects[0] || lazy->numbers[1] == ENDED)
        return NULL;
    int64_t n = tuple_length(lazy->objects[0]), r = lazy->numbers[0], i = r - 1;
    if (lazy->numbers[1] == RUNNING) {
        while (i >= 0 && lazy->indices[i] == n - 1)
            i--;
        if (i < 0)
            return end(self);
        int64_t index = lazy->indices[i] + 1;
        for (; i < r; i++)
            lazy->indices[i] = index;
    }
    lazy->numbers[1] = RUNNING;
    return chosen(vm, self);
}

const TypeSpec itertools_combinations_again_spec = {
    LAZY_TYPE("itertools.combinations_with_replacement", combinations_again_new, combinations_again_next),
    .doc = "Return successive r-length combinations of elements in the iterable allowing individual elements to have "
           "successive repeats.",
};
