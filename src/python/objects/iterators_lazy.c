/* zip, map and filter: iterators that work on what other iterators give, one item at a time. */
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

/* A tuple of the iterators of the arguments. */
static Object *iterators_of(Vm *vm, Object *const *args, size_t count)
{
    Object *tuple = tuple_new(vm, (int64_t)count);
    for (size_t i = 0; tuple && i < count; i++)
        if (!(((Tuple *)tuple)->items[i] = object_iter(vm, args[i]))) {
            decref(vm, tuple);
            return NULL;
        }
    return tuple;
}

/* ---- zip ---- */

typedef struct Zip {
    Object head;
    int64_t count;
    Object *iterators;         /* tuple */
    Object *result;            /* the tuple that is given again while nobody holds it */
    int64_t strict;
} Zip;

static Object *tuple_of_none(Vm *vm, int64_t count)
{
    Object *tuple = tuple_new(vm, count);
    for (int64_t i = 0; tuple && i < count; i++)
        ((Tuple *)tuple)->items[i] = new_none(vm);
    return tuple;
}

static bool zip_parse_strict(Vm *vm, Object *const *values, Object *names, int64_t *strict)
{
    Object *given = NULL;
    *strict = 0;
    if (!names)
        return true;
    if (!args_parse(vm, "zip", "|$strict", values, 0, names, &given))
        return false;
    int truth = given ? object_truth(vm, given) : 0;
    *strict = truth;
    return truth >= 0;
}

static Object *zip_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    int64_t strict;
    if (!zip_parse_strict(vm, args + count, names, &strict))
        return NULL;
    Object *iterators = iterators_of(vm, args, count);
    Object *result = iterators ? tuple_of_none(vm, (int64_t)count) : NULL;
    Zip *self = result ? (Zip *)object_new_zeroed(vm, type, type->size) : NULL;
    if (!self) {
        xdecref(vm, iterators);
        xdecref(vm, result);
        return NULL;
    }
    self->count = (int64_t)count;
    self->iterators = iterators;
    self->result = result;
    self->strict = strict;
    gc_track(vm, &self->head);
    return &self->head;
}

static void zip_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((Zip *)self)->iterators);
    xdecref(vm, ((Zip *)self)->result);
    object_free(vm, self);
}

static int zip_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Zip *)self)->iterators);
    VISIT(((Zip *)self)->result);
    return 0;
}

static Object *zip_uneven(Vm *vm, int64_t i, const char *how)
{
    return vm_raise(vm, TYPE_ValueError, "zip() argument %lld is %s than argument%s%lld", (long long)i + 1, how,
                    i == 1 ? " " : "s 1-", (long long)i);
}

/* Iterator i was the first to end: with strict=True, all must end together. */
static Object *zip_check_even(Vm *vm, Zip *self, int64_t i)
{
    if (vm_failed(vm))
        return NULL;
    if (i)
        return zip_uneven(vm, i, "shorter");
    for (i = 1; i < self->count; i++) {
        Object *item = iterator_next(vm, tuple_item(self->iterators, i));
        if (item) {
            decref(vm, item);
            return zip_uneven(vm, i, "longer");
        }
        if (vm_failed(vm))
            return NULL;
    }
    return NULL;
}

static Object *zip_next(Vm *vm, Object *object)
{
    Zip *self = (Zip *)object;
    if (self->count == 0)
        return NULL;
    Object *result = self->result->count == 1 ? incref(self->result) : tuple_new(vm, self->count);
    for (int64_t i = 0; result && i < self->count; i++) {
        Object *item = iterator_next(vm, tuple_item(self->iterators, i));
        if (!item) {
            decref(vm, result);
            return self->strict ? zip_check_even(vm, self, i) : NULL;
        }
        object_replace(vm, &((Tuple *)result)->items[i], item);
    }
    if (result && !gc_is_tracked(result))
        gc_track(vm, result);      /* the collector may have found that it held nothing of interest */
    return result;
}

/* zip(strict=True) is made without it, which is then its state. */
static Object *zip_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const Zip *self = (const Zip *)object;
    Object *type = OBJECT(object_type(vm, object));
    return self->strict ? tuple_pack(vm, 3, type, self->iterators, bool_object(vm, true))
                        : tuple_pack(vm, 2, type, self->iterators);
}

static Object *zip_set_state(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    int strict = object_truth(vm, args[0]);
    if (strict < 0)
        return NULL;
    ((Zip *)object)->strict = strict;
    return new_none(vm);
}

static const MethodDef zip_methods[] = {
    {"__reduce__", zip_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", zip_set_state, METHOD_ONE, "Set state information for unpickling."},
    {0},
};

const TypeSpec zip_spec = {
    .name = "zip",
    .doc = "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n"
           "   >>> list(zip('abcdefg', range(3), range(4)))\n"
           "   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\n"
           "The zip object yields n-length tuples, where n is the number of iterables\n"
           "passed as positional arguments to zip().  The i-th element in every tuple\n"
           "comes from the i-th iterable argument to zip().  This continues until the\n"
           "shortest argument is exhausted.\n\n"
           "If strict is true and one of the arguments is exhausted before the others,\n"
           "raise a ValueError.",
    .size = sizeof(Zip),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {
        .dealloc = zip_dealloc, .traverse = zip_traverse, .new = zip_slot_new, .iter = iterator_self,
        .next = zip_next,
    },
    .methods = zip_methods,
};

/* ---- map ---- */

typedef struct Map { Object head; Object *iterators, *function; } Map;

static Object *map_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (type == builtin_type(vm, TYPE_MAP) && !args_no_names(vm, "map", names))
        return NULL;
    if (count < 2)
        return vm_raise(vm, TYPE_TypeError, "map() must have at least two arguments.");
    Object *iterators = iterators_of(vm, args + 1, count - 1);
    Map *self = iterators ? (Map *)object_new_zeroed(vm, type, type->size) : NULL;
    if (!self) {
        xdecref(vm, iterators);
        return NULL;
    }
    self->iterators = iterators;
    self->function = incref(args[0]);
    gc_track(vm, &self->head);
    return &self->head;
}

static void map_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((Map *)self)->iterators);
    xdecref(vm, ((Map *)self)->function);
    object_free(vm, self);
}

static int map_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Map *)self)->iterators);
    VISIT(((Map *)self)->function);
    return 0;
}

/* One item of each iterator into `items`: how many came. */
static int64_t map_gather(Vm *vm, const Map *self, Object **items, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        if (!(items[i] = iterator_next(vm, tuple_item(self->iterators, i))))
            return i;
    return count;
}

enum { MAP_FEW = 5 };          /* iterators whose items fit on the C stack */

static Object *map_next(Vm *vm, Object *object)
{
    Map *self = (Map *)object;
    int64_t count = tuple_length(self->iterators);
    Object *few[MAP_FEW], **items = count <= MAP_FEW ? few : mem_alloc(vm, (size_t)count * sizeof(Object *));
    if (!items)
        return vm_raise_memory(vm);
    int64_t got = map_gather(vm, self, items, count);
    Object *result = got == count ? object_call(vm, self->function, items, (size_t)count, NULL) : NULL;
    for (int64_t i = 0; i < got; i++)
        decref(vm, items[i]);
    if (items != few)
        mem_free(vm, items);
    return result;
}

static Object *map_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const Map *self = (const Map *)object;
    int64_t more = tuple_length(self->iterators);
    Object *arguments = tuple_new(vm, more + 1);
    for (int64_t i = 0; arguments && i <= more; i++)
        ((Tuple *)arguments)->items[i] = incref(i ? tuple_item(self->iterators, i - 1) : self->function);
    return iterator_remade(vm, object, arguments);
}

static const MethodDef map_methods[] = {
    {"__reduce__", map_reduce, METHOD_NO_ARGS, "Return state information for pickling."}, {0},
};

const TypeSpec map_spec = {
    .name = "map",
    .doc = "map(func, *iterables) --> map object\n\n"
           "Make an iterator that computes the function using arguments from\n"
           "each of the iterables.  Stops when the shortest iterable is exhausted.",
    .size = sizeof(Map),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {
        .dealloc = map_dealloc, .traverse = map_traverse, .new = map_slot_new, .iter = iterator_self,
        .next = map_next,
    },
    .methods = map_methods,
};

/* ---- filter ---- */

typedef struct Filter { Object head; Object *function, *iterator; } Filter;

static Object *filter_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    bool exact = type == builtin_type(vm, TYPE_FILTER);
    if ((exact && !args_no_names(vm, "filter", names)) || !args_check(vm, "filter", count, 2, 2))
        return NULL;
    Object *iterator = object_iter(vm, args[1]);
    Filter *self = iterator ? (Filter *)object_new_zeroed(vm, type, type->size) : NULL;
    if (!self) {
        xdecref(vm, iterator);
        return NULL;
    }
    self->function = incref(args[0]);
    self->iterator = iterator;
    gc_track(vm, &self->head);
    return &self->head;
}

static void filter_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((Filter *)self)->function);
    xdecref(vm, ((Filter *)self)->iterator);
    object_free(vm, self);
}

static int filter_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Filter *)self)->iterator);
    VISIT(((Filter *)self)->function);
    return 0;
}

/* Does the item pass? Without a function, and with bool, its own truth decides. */
static int filter_passes(Vm *vm, const Filter *self, Object *item)
{
    if (self->function == none(vm) || self->function == &builtin_type(vm, TYPE_BOOL)->head)
        return object_truth(vm, item);
    Object *good = object_call_one(vm, self->function, item);
    int passes = good ? object_truth(vm, good) : -1;
    xdecref(vm, good);
    return passes;
}

static Object *filter_next(Vm *vm, Object *object)
{
    Filter *self = (Filter *)object;
    Object *item;
    while ((item = iterator_next(vm, self->iterator))) {
        int passes = filter_passes(vm, self, item);
        if (passes > 0)
            return item;
        decref(vm, item);
        if (passes < 0 || vm_poll(vm) < 0)
            return NULL;
    }
    return NULL;
}

static Object *filter_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const Filter *self = (const Filter *)object;
    return iterator_remade(vm, object, tuple_pack(vm, 2, self->function, self->iterator));
}

static const MethodDef filter_methods[] = {
    {"__reduce__", filter_reduce, METHOD_NO_ARGS, "Return state information for pickling."}, {0},
};

const TypeSpec filter_spec = {
    .name = "filter",
    .doc = "filter(function or None, iterable) --> filter object\n\n"
           "Return an iterator yielding those items of iterable for which function(item)\n"
           "is true. If function is None, return the items that are true.",
    .size = sizeof(Filter),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {
        .dealloc = filter_dealloc, .traverse = filter_traverse, .new = filter_slot_new, .iter = iterator_self,
        .next = filter_next,
    },
    .methods = filter_methods,
};
