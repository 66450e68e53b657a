/* itertools: the iterators that never end, those that join several, and the module itself.
 * As CPython's itertoolsmodule.c. */
#include "python/modules/lazy.h"
#include "python/modules/module.h"
#include "python/objects/iterators.h"
#include "python/objects/list_internal.h"
#include "python/vm.h"

/* ---- count: objects[0] the next number, [1] the step ---- */

static bool is_number(Vm *vm, Object *object)
{
    const TypeSlots *slots = &object_type(vm, object)->slots;
    return slots->to_index || slots->to_float || slots->to_int || is_exact(object, COMPLEX);
}

static Object *count_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "count", "|start,step", args, count, names, out))
        return NULL;
    if ((out[0] && !is_number(vm, out[0])) || (out[1] && !is_number(vm, out[1])))
        return vm_raise(vm, TYPE_TypeError, "a number is required");
    Object *start = out[0] ? incref(out[0]) : int_from_i64(vm, 0);
    return lazy_new(vm, type, start, out[1] ? incref(out[1]) : int_from_i64(vm, 1), NULL);
}

static Object *count_next(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    Object *value = o[0], *next = object_binary(vm, value, o[1], BINARY_ADD);
    if (!next)
        return NULL;
    o[0] = next;
    return value;
}

static Object *count_repr(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    if (is_int(vm, o[1]) && int_is_compact(o[1]) && int_compact_value(o[1]) == 1)
        return str_format(vm, "count(%R)", o[0]);
    return str_format(vm, "count(%R, %R)", o[0], o[1]);
}

static Object *count_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object **o = LAZY(self)->objects;
    bool by_one = is_int(vm, o[1]) && int_is_compact(o[1]) && int_compact_value(o[1]) == 1;
    return iterator_remade(vm, self, by_one ? tuple_pack(vm, 1, o[0]) : tuple_pack(vm, 2, o[0], o[1]));
}

static const MethodDef count_methods[] = {
    {"__reduce__", count_reduce, METHOD_NO_ARGS, "Return state information for pickling."}, {0},
};

const TypeSpec itertools_count_spec = {
    .name = "itertools.count", .size = sizeof(Lazy), .flags = TYPE_HAS_GC | TYPE_BASE, .methods = count_methods,
    .doc = "Return a count object whose .__next__() method returns consecutive values.",
    .slots = {.dealloc = lazy_dealloc, .traverse = lazy_traverse, .clear = lazy_clear, .iter = lazy_self,
              .new = count_new, .next = count_next, .repr = count_repr, .size_of = lazy_size_of},
};

/* ---- cycle: objects[0] the iterator, NULL once through; [1] the items seen; numbers[0]: place among them ---- */

static Object *cycle_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "cycle", names) || !args_check(vm, "cycle", count, 1, 1))
        return NULL;
    Object *iterator = object_iter(vm, args[0]);
    return lazy_new(vm, type, iterator, iterator ? list_new(vm, 0) : NULL, NULL);
}

static Object *cycle_next(Vm *vm, Object *object)
{
    Lazy *self = LAZY(object);
    Object *item = lazy_pull(vm, object, 0);
    if (item && list_append(vm, self->objects[1], item) < 0)
        object_replace(vm, &item, NULL);
    if (item || vm_failed(vm))
        return item;
    object_replace(vm, &self->objects[0], NULL);
    const List *seen = (const List *)self->objects[1];
    if (!seen || seen->length == 0)
        return NULL;
    if (self->numbers[0] >= seen->length)
        self->numbers[0] = 0;
    return incref(seen->items[self->numbers[0]++]);
}

const TypeSpec itertools_cycle_spec = {
    LAZY_TYPE("itertools.cycle", cycle_new, cycle_next),
    .doc = "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
};

/* ---- repeat: objects[0] the object; numbers[0]: how often still, -1 without end ---- */

static Object *repeat_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "repeat", "object|times", args, count, names, out))
        return NULL;
    int64_t times = out[1] ? object_as_index(vm, out[1], false) : -1;
    if (vm_failed(vm))
        return NULL;
    Object *self = lazy_new(vm, type, incref(out[0]), NULL, NULL);
    if (self)
        LAZY(self)->numbers[0] = out[1] && times < 0 ? 0 : times;
    return self;
}

static Object *repeat_next(Vm *vm, Object *self)
{
    if (LAZY(self)->numbers[0] == 0)
        return NULL;
    if (LAZY(self)->numbers[0] > 0)
        LAZY(self)->numbers[0]--;
    return incref(LAZY(self)->objects[0]);
}

static Object *repeat_repr(Vm *vm, Object *self)
{
    if (LAZY(self)->numbers[0] < 0)
        return str_format(vm, "repeat(%R)", LAZY(self)->objects[0]);
    return str_format(vm, "repeat(%R, %lld)", LAZY(self)->objects[0], (long long)LAZY(self)->numbers[0]);
}

static Object *repeat_length_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (LAZY(self)->numbers[0] < 0)
        return vm_raise(vm, TYPE_TypeError, "len() of unsized object");
    return int_from_i64(vm, LAZY(self)->numbers[0]);
}

static Object *repeat_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t left = LAZY(self)->numbers[0];
    Object *times = left < 0 ? NULL : int_from_i64(vm, left), *object = LAZY(self)->objects[0];
    Object *arguments = vm_failed(vm) ? NULL : times ? tuple_pack(vm, 2, object, times) : tuple_pack(vm, 1, object);
    xdecref(vm, times);
    return iterator_remade(vm, self, arguments);
}

static const MethodDef repeat_methods[] = {
    {"__reduce__", repeat_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__length_hint__", repeat_length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."}, {0},
};

const TypeSpec itertools_repeat_spec = {
    .name = "itertools.repeat", .size = sizeof(Lazy), .flags = TYPE_HAS_GC | TYPE_BASE,
    .doc = "repeat(object [,times]) -> create an iterator which returns the object\n"
           "for the specified number of times.  If not specified, returns the object\nendlessly.",
    .slots = {.dealloc = lazy_dealloc, .traverse = lazy_traverse, .clear = lazy_clear, .iter = lazy_self,
              .new = repeat_new, .next = repeat_next, .repr = repeat_repr, .size_of = lazy_size_of},
    .methods = repeat_methods,
};

/* ---- chain: objects[0] the iterator of iterables, [1] the one being read ---- */

static Object *chain_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "chain", names))
        return NULL;
    Object *all = tuple_from(vm, args, (int64_t)count);
    Object *iterator = all ? object_iter(vm, all) : NULL;
    xdecref(vm, all);
    return lazy_new(vm, type, iterator, NULL, NULL);
}

static Object *chain_from_iterable(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *iterator = object_iter(vm, args[0]);
    return lazy_new(vm, (Type *)self, iterator, NULL, NULL);
}

/* The next iterable's iterator into objects[1]; false at the end or with an exception. */
static bool chain_advance(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects, *iterable = lazy_pull(vm, self, 0);
    object_replace(vm, &o[1], iterable ? object_iter(vm, iterable) : NULL);
    xdecref(vm, iterable);
    if (!o[1])
        object_replace(vm, &o[0], NULL);
    return o[1] != NULL;
}

static Object *chain_next(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    while (o[0] && (o[1] || chain_advance(vm, self))) {
        Object *item = lazy_pull(vm, self, 1);
        if (item || vm_failed(vm))
            return item;
        object_replace(vm, &o[1], NULL);
        if (vm_poll(vm) < 0)
            return NULL;
    }
    return NULL;
}

static const MethodDef chain_methods[] = {
    LAZY_COPY_METHODS,
    {"from_iterable", chain_from_iterable, METHOD_ONE | METHOD_CLASS,
     "Alternative chain() constructor taking a single iterable argument that evaluates lazily."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, NULL},
    {0},
};

const TypeSpec itertools_chain_spec = {
    LAZY_TYPE_WITH("itertools.chain", chain_new, chain_next, chain_methods),
    .doc = "chain(*iterables) --> chain object",
};

/* ---- tee: objects[0] the source, [1] a link that all copies walk along: a list of the items read, with the next link
 * behind them once there are TEE_CELLS; numbers[0]: which item of it comes next; numbers[1]: it is reading. As in
 * CPython, a link lets go of its items when the last copy has left it. ---- */

enum { TEE_CELLS = 57 };

static Object *tee_make(Vm *vm, Object *source, Object *link, int64_t index)
{
    Object *self = lazy_new(vm, library_type(vm, LIBRARY_ITER_TEE), incref(source), incref(link), NULL);
    if (self)
        LAZY(self)->numbers[0] = index;
    return self;
}

/* The link behind a full one, made for the first who asks; new reference. */
static Object *tee_next_link(Vm *vm, Object *link)
{
    if (((List *)link)->length > TEE_CELLS)
        return incref(((List *)link)->items[TEE_CELLS]);
    Object *next = list_new(vm, 0);
    if (next && list_append(vm, link, next) < 0)
        object_replace(vm, &next, NULL);
    return next;
}

/* Reads one item to the end of the link, unless the source asks this iterator or a copy of it for one meanwhile. */
static int tee_read(Vm *vm, Object *self, Object *link, int64_t index)
{
    incref(link);
    LAZY(self)->numbers[1] = true;
    Object *item = iterator_next(vm, LAZY(self)->objects[0]);
    LAZY(self)->numbers[1] = false;
    int status = -1;
    if (item && ((List *)link)->length != index)
        vm_raise(vm, TYPE_RuntimeError, "cannot re-enter the tee iterator");
    else if (item)
        status = list_append(vm, link, item);
    xdecref(vm, item);
    decref(vm, link);
    return status;
}

static Object *tee_next(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    if (LAZY(self)->numbers[1])
        return vm_raise(vm, TYPE_RuntimeError, "cannot re-enter the tee iterator");
    if (LAZY(self)->numbers[0] >= TEE_CELLS) {
        Object *next = tee_next_link(vm, o[1]);
        if (!next)
            return NULL;
        object_replace(vm, &o[1], next);
        LAZY(self)->numbers[0] = 0;
    }
    int64_t index = LAZY(self)->numbers[0];
    if (((List *)o[1])->length <= index) {
        if (tee_read(vm, self, o[1], index) < 0)
            return NULL;
    }
    LAZY(self)->numbers[0] = index + 1;
    return incref(((List *)o[1])->items[index]);
}

static Object *tee_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return tee_make(vm, LAZY(self)->objects[0], LAZY(self)->objects[1], LAZY(self)->numbers[0]);
}

static Object *tee_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "_tee", names) || !args_check(vm, "_tee", count, 1, 1))
        return NULL;
    if (library_type_is(vm, args[0], LIBRARY_ITER_TEE))
        return tee_copy(vm, args[0], NULL, 0, NULL);
    Object *iterator = object_iter(vm, args[0]);
    return lazy_new(vm, type, iterator, iterator ? list_new(vm, 0) : NULL, NULL);
}

static const MethodDef tee_methods[] = {
    {"__copy__", tee_copy, METHOD_NO_ARGS, "Returns an independent iterator."}, {0},
};

const TypeSpec itertools_tee_spec = {
    LAZY_TYPE_WITH("itertools._tee", tee_new, tee_next, tee_methods),
    .doc = "Iterator wrapped to make it copyable.",
};

static Object *itertools_tee(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "itertools.tee", names) || !args_check(vm, "tee", count, 1, 2))
        return NULL;
    int64_t n = count > 1 ? object_as_index(vm, args[1], false) : 2;
    if (vm_failed(vm))
        return NULL;
    if (n < 0)
        return vm_raise(vm, TYPE_ValueError, "n must be >= 0");
    Object *result = tuple_new(vm, n);
    Type *type = result && n ? library_type(vm, LIBRARY_ITER_TEE) : NULL;
    bool copyable = type && library_type_is(vm, args[0], LIBRARY_ITER_TEE);
    Object *first = copyable ? incref(args[0]) : type ? tee_new(vm, type, args, 1, NULL) : NULL;
    for (int64_t i = 0; first && i < n; i++)
        ((Tuple *)result)->items[i] = i == 0 ? incref(first) : tee_copy(vm, first, NULL, 0, NULL);
    xdecref(vm, first);
    if (vm_failed(vm))
        object_replace(vm, &result, NULL);
    return result;
}

/* ---- zip_longest: objects[0] list of iterators (None: ended), [1] the fill; numbers[0]: how many still give ---- */

static Object *zip_longest_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *fill[1] = {NULL};
    if (names && tuple_length(names) && !args_parse(vm, "zip_longest", "|$fillvalue", args + count, 0, names, fill))
        return NULL;
    Object *iterators = list_new(vm, 0);
    for (size_t i = 0; iterators && !vm_failed(vm) && i < count; i++) {
        Object *iterator = object_iter(vm, args[i]);
        if (iterator)
            list_append(vm, iterators, iterator);
        xdecref(vm, iterator);
    }
    Object *self = lazy_new(vm, type, iterators, incref(fill[0] ? fill[0] : none(vm)), NULL);
    if (self)
        LAZY(self)->numbers[0] = (int64_t)count;
    return self;
}

/* Item i, or the fill; NULL when nothing gives any more, or with an exception. */
static Object *zip_longest_item(Vm *vm, Lazy *self, int64_t i)
{
    Object **place = &((List *)self->objects[0])->items[i];
    if (*place == none(vm))
        return incref(self->objects[1]);
    Object *iterator = incref(*place), *item = iterator_next(vm, iterator);
    decref(vm, iterator);
    if (item)
        return item;
    if (vm_failed(vm) || --self->numbers[0] <= 0) {
        self->numbers[0] = 0;
        return NULL;
    }
    object_replace(vm, place, new_none(vm));
    return incref(self->objects[1]);
}

static Object *zip_longest_next(Vm *vm, Object *object)
{
    Lazy *self = LAZY(object);
    int64_t count = self->objects[0] ? ((List *)self->objects[0])->length : 0;
    if (count == 0 || self->numbers[0] == 0)
        return NULL;
    Object *row = tuple_new(vm, count);
    for (int64_t i = 0; row && i < count; i++)
        if (!(((Tuple *)row)->items[i] = zip_longest_item(vm, self, i)))
            object_replace(vm, &row, NULL);
    return row;
}

const TypeSpec itertools_zip_longest_spec = {
    LAZY_TYPE("itertools.zip_longest", zip_longest_new, zip_longest_next),
    .doc = "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object",
};

/* ---- groupby: objects[0] the iterator, [1] the key function, [2] the item read ahead, [3] its key, [4] the key of the
 * group handed out last; numbers[0]: how many groups were begun.
 * A grouper: objects[0] its groupby, [1] its key; numbers[0]: which group it is ---- */

static Object *groupby_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "groupby", "iterable|key", args, count, names, out))
        return NULL;
    Object *iterator = object_iter(vm, out[0]);
    return lazy_new(vm, type, iterator, incref(out[1] ? out[1] : none(vm)), NULL);
}

/* Reads one item and its key; false at the end or with an exception. */
static bool groupby_step(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects, *item = lazy_pull(vm, self, 0);
    Object *key = !item ? NULL : o[1] == none(vm) ? incref(item) : object_call_one(vm, o[1], item);
    if (!key) {
        xdecref(vm, item);
        return false;
    }
    object_replace(vm, &o[2], item);
    object_replace(vm, &o[3], key);
    return true;
}

/* The comparison may read on, and so let go of both keys. */
static int keys_equal(Vm *vm, Object *target, Object *key)
{
    incref(target);
    incref(key);
    int equal = object_compare_truth(vm, target, key, COMPARE_EQ);
    decref(vm, key);
    decref(vm, target);
    return equal;
}

/* Reads on until the key is another one than that of the last group. */
static bool groupby_skip(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    while (!o[3] || (o[4] && keys_equal(vm, o[4], o[3]) > 0))
        if (vm_failed(vm) || !groupby_step(vm, self) || vm_poll(vm) < 0)
            return false;
    return !vm_failed(vm);
}

static Object *groupby_next(Vm *vm, Object *self)
{
    Object **o = LAZY(self)->objects;
    LAZY(self)->numbers[0]++;          /* the group before is over, whatever comes */
    if (!o[0] || !groupby_skip(vm, self))
        return NULL;
    object_replace(vm, &o[4], incref(o[3]));
    Object *grouper = lazy_new(vm, library_type(vm, LIBRARY_ITER_GROUPER), incref(self), incref(o[4]), NULL);
    if (!grouper)
        return NULL;
    LAZY(grouper)->numbers[0] = LAZY(self)->numbers[0];
    Object *pair = tuple_pack(vm, 2, o[3], grouper);
    decref(vm, grouper);
    return pair;
}

const TypeSpec itertools_groupby_spec = {
    LAZY_TYPE("itertools.groupby", groupby_new, groupby_next),
    .doc = "make an iterator that returns consecutive keys and groups from the iterable",
};

static Object *grouper_next(Vm *vm, Object *self)
{
    Object *parent = LAZY(self)->objects[0];
    if (!parent || LAZY(self)->numbers[0] != LAZY(parent)->numbers[0])
        return NULL;
    Object **o = LAZY(parent)->objects;
    if (!o[2] && !groupby_step(vm, parent))
        return NULL;
    if (!o[3] || keys_equal(vm, LAZY(self)->objects[1], o[3]) <= 0)
        return NULL;
    Object *item = o[2];
    o[2] = NULL;
    object_replace(vm, &o[3], NULL);
    return item;
}

const TypeSpec itertools_grouper_spec = {LAZY_TYPE("itertools._grouper", NULL, grouper_next)};

/* ---- the module ---- */

static int itertools_init(Vm *vm, Object *dict)
{
    for (int id = LIBRARY_ITER_COUNT; id <= LIBRARY_ITER_COMBINATIONS_AGAIN; id++)
        if (library_type_add(vm, dict, (LibraryTypeId)id) < 0)
            return -1;
    return 0;
}

static const MethodDef itertools_functions[] = {
    {"tee", itertools_tee, METHOD_KEYWORDS, "Returns a tuple of n independent iterators."}, {0},
};

const ModuleDef itertools_module = {"itertools", "Functional tools for creating and using iterators.",
                                    itertools_functions, itertools_init};
