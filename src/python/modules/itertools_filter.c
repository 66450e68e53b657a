/* itertools: iterators that pass on, leave out or change what one other iterator gives.
 * As CPython's itertoolsmodule.c. */
#include "python/modules/lazy.h"
#include "python/vm.h"

/* f(x): does it count as true? */
static int answers(Vm *vm, Object *function, Object *item)
{
    Object *answer = object_call_one(vm, function, item);
    int truth = answer ? object_truth(vm, answer) : -1;
    xdecref(vm, answer);
    return truth;
}

/* f(x), or x itself without a function: does it count as true? */
static int passes(Vm *vm, Object *function, Object *item)
{
    if (!function || function == none(vm) || function == OBJECT(builtin_type(vm, TYPE_BOOL)))
        return object_truth(vm, item);
    return answers(vm, function, item);
}

/* Arguments (function, iterable): objects[0] the iterator, [1] the function; numbers[0]: the predicate has decided. */
static Object *function_first(Vm *vm, Type *type, const char *name, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, name, names) || !args_check(vm, name, count, 2, 2))
        return NULL;
    Object *iterator = object_iter(vm, args[1]);
    return lazy_new(vm, type, iterator, incref(args[0]), NULL);
}

/* ---- dropwhile, takewhile, filterfalse, starmap ---- */

static Object *dropwhile_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return function_first(vm, type, "dropwhile", args, count, names);
}

static Object *dropwhile_next(Vm *vm, Object *self)
{
    Object *item;
    while ((item = lazy_pull(vm, self, 0))) {
        int drop = LAZY(self)->numbers[0] ? 0 : answers(vm, LAZY(self)->objects[1], item);
        LAZY(self)->numbers[0] |= drop == 0;
        if (drop == 0)
            return item;
        decref(vm, item);
        if (drop < 0 || vm_poll(vm) < 0)
            return NULL;
    }
    return NULL;
}

const TypeSpec itertools_dropwhile_spec = {
    LAZY_TYPE("itertools.dropwhile", dropwhile_new, dropwhile_next),
    .doc = "Drop items from the iterable while predicate(item) is true.",
};

static Object *takewhile_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return function_first(vm, type, "takewhile", args, count, names);
}

static Object *takewhile_next(Vm *vm, Object *self)
{
    Object *item = LAZY(self)->numbers[0] ? NULL : lazy_pull(vm, self, 0);
    int take = item ? answers(vm, LAZY(self)->objects[1], item) : 0;
    if (take > 0)
        return item;
    LAZY(self)->numbers[0] |= item && take == 0;
    xdecref(vm, item);
    return NULL;
}

const TypeSpec itertools_takewhile_spec = {
    LAZY_TYPE("itertools.takewhile", takewhile_new, takewhile_next),
    .doc = "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
};

static Object *filterfalse_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return function_first(vm, type, "filterfalse", args, count, names);
}

static Object *filterfalse_next(Vm *vm, Object *self)
{
    Object *item;
    while ((item = lazy_pull(vm, self, 0))) {
        int out = passes(vm, LAZY(self)->objects[1], item);
        if (out == 0)
            return item;
        decref(vm, item);
        if (out < 0 || vm_poll(vm) < 0)
            return NULL;
    }
    return NULL;
}

const TypeSpec itertools_filterfalse_spec = {
    LAZY_TYPE("itertools.filterfalse", filterfalse_new, filterfalse_next),
    .doc = "Return those items of iterable for which function(item) is false.",
};

static Object *starmap_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return function_first(vm, type, "starmap", args, count, names);
}

static Object *starmap_next(Vm *vm, Object *self)
{
    Object *item = lazy_pull(vm, self, 0);
    Object *arguments = item ? sequence_tuple(vm, item) : NULL;
    Object *result = arguments ? object_call(vm, LAZY(self)->objects[1], ((Tuple *)arguments)->items,
                                             (size_t)tuple_length(arguments), NULL)
                               : NULL;
    xdecref(vm, arguments);
    xdecref(vm, item);
    return result;
}

const TypeSpec itertools_starmap_spec = {
    LAZY_TYPE("itertools.starmap", starmap_new, starmap_next),
    .doc = "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from "
           "the given sequence.",
};

/* ---- compress: objects[0] the data, [1] the selectors ---- */

static Object *compress_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "compress", "data,selectors", args, count, names, out))
        return NULL;
    Object *data = object_iter(vm, out[0]), *selectors = data ? object_iter(vm, out[1]) : NULL;
    return lazy_new(vm, type, data, selectors, NULL);
}

static Object *compress_next(Vm *vm, Object *self)
{
    Object *item;
    while ((item = lazy_pull(vm, self, 0))) {
        Object *selector = lazy_pull(vm, self, 1);
        int take = selector ? object_truth(vm, selector) : -1;
        xdecref(vm, selector);
        if (take > 0)
            return item;
        decref(vm, item);
        if (take < 0 || vm_poll(vm) < 0)
            return NULL;
    }
    return NULL;
}

const TypeSpec itertools_compress_spec = {
    LAZY_TYPE("itertools.compress", compress_new, compress_next),
    .doc = "Return data elements corresponding to true selector elements.",
};

/* ---- accumulate: objects[0] the iterator, [1] the function or None, [2] the total, [3] the initial value ---- */

static Object *accumulate_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[3];
    if (!args_parse(vm, "accumulate", "iterable|func,$initial", args, count, names, out))
        return NULL;
    Object *iterator = object_iter(vm, out[0]);
    Object *self = lazy_new(vm, type, iterator, incref(out[1] ? out[1] : none(vm)), NULL);
    if (self && out[2] && out[2] != none(vm))
        LAZY(self)->objects[3] = incref(out[2]);
    return self;
}

static Object *accumulate_next(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    if (o[3]) {
        object_replace(vm, &o[2], o[3]);
        o[3] = NULL;
        return incref(o[2]);
    }
    Object *item = lazy_pull(vm, self, 0);
    if (!item)
        return NULL;
    if (!o[2]) {
        o[2] = item;
        return incref(item);
    }
    Object *pair[] = {incref(o[2]), item};
    Object *total = o[1] == none(vm) ? object_binary(vm, pair[0], pair[1], BINARY_ADD)
                                     : object_call(vm, o[1], pair, 2, NULL);
    decref(vm, pair[0]);
    decref(vm, item);
    if (!total)
        return NULL;
    object_replace(vm, &o[2], total);
    return incref(total);
}

const TypeSpec itertools_accumulate_spec = {
    LAZY_TYPE("itertools.accumulate", accumulate_new, accumulate_next),
    .doc = "Return series of accumulated sums (or other binary function results).",
};

/* ---- islice: objects[0] the iterator or NULL; numbers: next index wanted, stop (-1: none), step; indices[0]: items
 * taken so far ---- */

/* None, or an integer of at least `least`: -1 with an exception. */
static int64_t slice_bound(Vm *vm, Object *value, int64_t otherwise, int64_t least, const char *message)
{
    if (value == none(vm))
        return otherwise;
    int overflow = 1;
    int64_t n = -1;
    Object *index = object_type(vm, value)->slots.to_index ? object_index(vm, value) : NULL;
    if (index) {
        n = int_as_i64(vm, index, &overflow);
        decref(vm, index);
    }
    if (overflow || n < least) {
        vm_clear_error(vm);
        vm_raise(vm, TYPE_ValueError, "%s", message);
        return -1;
    }
    return n;
}

static const char islice_indices[] =
    "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

static bool islice_bounds(Vm *vm, Object *const *args, size_t count, int64_t *bounds)
{
    bool only_stop = count == 2;
    static const char stop_message[] = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    bounds[1] = slice_bound(vm, args[only_stop ? 1 : 2], -1, 0, stop_message);
    if (vm_failed(vm))
        return false;
    bounds[0] = only_stop ? 0 : slice_bound(vm, args[1], 0, 0, islice_indices);
    if (vm_failed(vm))
        return false;
    bounds[2] = count < 4 ? 1 : slice_bound(vm, args[3], 1, 1, "Step for islice() must be a positive integer or None.");
    return !vm_failed(vm);
}

static Object *islice_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    int64_t bounds[LAZY_NUMBERS];
    if (!args_no_names(vm, "islice", names) || !args_check(vm, "islice", count, 2, 4) ||
        !islice_bounds(vm, args, count, bounds))
        return NULL;
    Object *iterator = object_iter(vm, args[0]);
    Object *self = lazy_new(vm, type, iterator, NULL, NULL);
    if (!self || !lazy_indices(vm, self, 1)) {
        xdecref(vm, self);
        return NULL;
    }
    memcpy(LAZY(self)->numbers, bounds, sizeof bounds);
    return self;
}

static Object *islice_end(Vm *vm, Lazy *self)
{
    object_replace(vm, &self->objects[0], NULL);
    return NULL;
}

static Object *islice_next(Vm *vm, Object *object)
{
    Lazy *self = LAZY(object);
    int64_t stop = self->numbers[1];
    if (!self->objects[0])
        return NULL;
    while (self->indices[0] < self->numbers[0]) {
        Object *skipped = stop >= 0 && self->indices[0] >= stop ? NULL : lazy_pull(vm, object, 0);
        if (!skipped)
            return islice_end(vm, self);
        decref(vm, skipped);
        self->indices[0]++;
        if (vm_poll(vm) < 0)
            return NULL;
    }
    Object *item = stop >= 0 && self->indices[0] >= stop ? NULL : lazy_pull(vm, object, 0);
    if (!item)
        return islice_end(vm, self);
    self->indices[0]++;
    int64_t next = self->numbers[0] + self->numbers[2];
    self->numbers[0] = next < 0 || (stop >= 0 && next > stop) ? stop : next;
    return item;
}

const TypeSpec itertools_islice_spec = {
    LAZY_TYPE("itertools.islice", islice_new, islice_next),
    .doc = "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object",
};

/* ---- pairwise: objects[0] the iterator, [1] the item before ---- */

static Object *pairwise_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "pairwise", names) || !args_check(vm, "pairwise", count, 1, 1))
        return NULL;
    Object *iterator = object_iter(vm, args[0]);
    return lazy_new(vm, type, iterator, NULL, NULL);
}

static Object *pairwise_next(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    if (!o[0])
        return NULL;
    if (!o[1]) {
        Object *first = lazy_pull(vm, self, 0);
        object_replace(vm, &o[1], first);
        if (!first || !o[0]) {             /* without an iterator: it asked for a pair meanwhile and ended this */
            object_replace(vm, &o[0], NULL);
            return NULL;
        }
    }
    Object *before = incref(o[1]), *item = lazy_pull(vm, self, 0);
    Object *pair = item ? tuple_pack(vm, 2, before, item) : NULL;
    decref(vm, before);
    object_replace(vm, &o[1], item);
    if (!item)
        object_replace(vm, &o[0], NULL);
    return pair;
}

const TypeSpec itertools_pairwise_spec = {
    LAZY_TYPE("itertools.pairwise", pairwise_new, pairwise_next),
    .doc = "Return an iterator of overlapping pairs taken from the input iterator.",
};
