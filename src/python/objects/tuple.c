/* tuple: a fixed row of references inside the object. The empty one exists once (vm->empty_tuple). */
#include "python/objects/containers.h"

#include <stdarg.h>
#include <string.h>

#include "python/gc.h"
#include "python/objects/iterators.h"

/* ---- life ---- */

static Object *tuple_alloc(Vm *vm, Type *type, int64_t length)
{
    if (length > INT64_MAX / 16)
        return vm_raise_memory(vm);
    Object *self = object_new(vm, type, type->size + (size_t)length * sizeof(Object *));
    if (self)
        ((Tuple *)self)->length = length;
    return self;
}

static Object *tuple_empty(Vm *vm)
{
    if (!vm->empty_tuple) {
        vm->empty_tuple = tuple_alloc(vm, builtin_type(vm, TYPE_TUPLE), 0);
        if (!vm->empty_tuple)
            return NULL;
    }
    return incref(vm->empty_tuple);
}

/* Items not set; not tracked. Of those kept, CPython uses all lengths but the last again (maybe_freelist_pop). */
static Object *tuple_raw(Vm *vm, int64_t length)
{
    Object *self = length < FREE_TUPLE_LENGTHS ? free_list_take(vm, FREE_TUPLES + (int)length - 1, TYPE_TUPLE) : NULL;
    if (!self)
        return tuple_alloc(vm, builtin_type(vm, TYPE_TUPLE), length);
    ((Tuple *)self)->length = length;
    return self;
}

static void tuple_release(Vm *vm, Object *self, int64_t length)
{
    bool may_keep = is_exact(self, TUPLE) && length > 0 && length <= FREE_TUPLE_LENGTHS;
    if (!may_keep || !free_list_keep(vm, FREE_TUPLES + (int)length - 1, self))
        object_free(vm, self);
}

Object *tuple_new(Vm *vm, int64_t length)
{
    if (length == 0)
        return tuple_empty(vm);
    Object *self = tuple_raw(vm, length);
    if (!self)
        return NULL;
    memset(((Tuple *)self)->items, 0, (size_t)length * sizeof(Object *));
    gc_track(vm, self);
    return self;
}

Object *tuple_from(Vm *vm, Object *const *items, int64_t length)
{
    if (length == 0)
        return tuple_empty(vm);
    Object *self = tuple_raw(vm, length);
    if (!self)
        return NULL;
    for (int64_t i = 0; i < length; i++)
        ((Tuple *)self)->items[i] = incref(items[i]);
    gc_track(vm, self);
    return self;
}

Object *tuple_pack(Vm *vm, size_t count, ...)
{
    Object *self = tuple_new(vm, (int64_t)count);
    if (!self)
        return NULL;
    va_list items;
    va_start(items, count);
    for (size_t i = 0; i < count; i++)
        ((Tuple *)self)->items[i] = incref(va_arg(items, Object *));
    va_end(items);
    return self;
}

/* tuple(...) of a subclass: the items of a plain tuple, which is made first. */
static Object *tuple_of_subclass(Vm *vm, Type *type, Object *plain)
{
    int64_t length = tuple_length(plain);
    Object *self = object_new_zeroed(vm, type, type->size + (size_t)length * sizeof(Object *));
    if (!self)
        return NULL;
    ((Tuple *)self)->length = length;
    for (int64_t i = 0; i < length; i++)
        ((Tuple *)self)->items[i] = incref(tuple_item(plain, i));
    gc_track(vm, self);
    return self;
}

static Object *tuple_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Type *base = builtin_type(vm, TYPE_TUPLE);
    if ((type == base || type->slots.init == base->slots.init) && !args_no_names(vm, "tuple", names))
        return NULL;
    if (!args_check(vm, "tuple", count, 0, 1))
        return NULL;
    Object *plain = count ? sequence_tuple(vm, args[0]) : tuple_empty(vm);
    if (!plain || type == base)
        return plain;
    Object *self = tuple_of_subclass(vm, type, plain);
    decref(vm, plain);
    return self;
}

static void tuple_dealloc(Vm *vm, Object *object)
{
    Tuple *self = (Tuple *)object;
    gc_untrack(vm, object);
    for (int64_t i = self->length; i-- > 0;)
        xdecref(vm, self->items[i]);
    tuple_release(vm, object, self->length);
}

static int tuple_traverse(Vm *vm, Object *object, VisitFunction visit, void *context)
{
    Tuple *self = (Tuple *)object;
    for (int64_t i = self->length; i-- > 0;)
        VISIT(self->items[i]);
    return 0;
}

static uint64_t tuple_size_of(Vm *vm, Object *self)
{
    return object_type(vm, self)->size + (uint64_t)tuple_length(self) * sizeof(Object *);
}

bool tuple_is_harmless(Vm *vm, const Object *object)
{
    const Tuple *self = (const Tuple *)object;
    for (int64_t i = 0; i < self->length; i++)
        if (!self->items[i] || gc_may_be_tracked(vm, self->items[i]))
            return false;          /* an item that is not set yet may become anything */
    return true;
}

/* ---- hash, comparison, repr ---- */

/* xxHash of the items' hashes, as CPython's tuplehash. */
static int64_t tuple_hash(Vm *vm, Object *object)
{
    const uint64_t prime_1 = UINT64_C(11400714785074694791), prime_2 = UINT64_C(14029467366897019727),
                   prime_5 = UINT64_C(2870177450012600261);
    Tuple *self = (Tuple *)object;
    uint64_t sum = prime_5;
    for (int64_t i = 0; i < self->length; i++) {
        int64_t hash = object_hash(vm, self->items[i]);
        if (hash == -1)
            return -1;
        sum += (uint64_t)hash * prime_2;
        sum = sum << 31 | sum >> 33;
        sum *= prime_1;
    }
    sum += (uint64_t)self->length ^ (prime_5 ^ UINT64_C(3527539));
    return sum == UINT64_MAX ? 1546275796 : (int64_t)sum;
}

static bool compare_lengths(int64_t a, int64_t b, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return a < b;
    case COMPARE_LE: return a <= b;
    case COMPARE_EQ: return a == b;
    case COMPARE_NE: return a != b;
    case COMPARE_GT: return a > b;
    case COMPARE_GE: return a >= b;
    }
    return false;
}

static Object *tuple_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_tuple(vm, left) || !is_tuple(vm, right))
        return new_not_implemented(vm);
    Tuple *a = (Tuple *)left, *b = (Tuple *)right;
    int64_t shorter = a->length < b->length ? a->length : b->length, i = 0;
    for (; i < shorter; i++) {
        int equal = object_compare_truth(vm, a->items[i], b->items[i], COMPARE_EQ);
        if (equal < 0)
            return NULL;
        if (!equal)
            break;
    }
    if (i == shorter)
        return new_bool(vm, compare_lengths(a->length, b->length, op));
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return new_bool(vm, op == COMPARE_NE);
    return object_compare(vm, a->items[i], b->items[i], op);
}

static Object *tuple_repr(Vm *vm, Object *object)
{
    Tuple *self = (Tuple *)object;
    if (self->length == 0)
        return str_format(vm, "()");
    Object **items = self->items;
    return container_repr(vm, object, &items, &self->length, "()", true);
}

/* ---- items ---- */

static int64_t tuple_slot_length(Vm *vm, Object *self) { return tuple_length(self); }

static int tuple_contains(Vm *vm, Object *object, Object *value)
{
    Tuple *self = (Tuple *)object;
    int equal = 0;
    for (int64_t i = 0; equal == 0 && i < self->length; i++)
        equal = object_compare_truth(vm, self->items[i], value, COMPARE_EQ);
    return equal;
}

static Object *tuple_slot_item(Vm *vm, Object *self, int64_t index)
{
    if (index < 0 || index >= tuple_length(self))
        return vm_raise(vm, TYPE_IndexError, "tuple index out of range");
    return incref(tuple_item(self, index));
}

static Object *tuple_slice(Vm *vm, Object *self, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t length = slice_adjust(tuple_length(self), &start, &stop, step);
    if (length == tuple_length(self) && step == 1 && is_exact(self, TUPLE))
        return incref(self);
    Object *result = tuple_new(vm, length);
    for (int64_t i = 0; result && i < length; i++)
        ((Tuple *)result)->items[i] = incref(tuple_item(self, start + i * step));
    return result;
}

static Object *tuple_get_item(Vm *vm, Object *self, Object *key)
{
    if (object_type(vm, key)->slots.to_index) {
        int64_t index = container_index(vm, key, tuple_length(self));
        return index == -1 && vm_failed(vm) ? NULL : tuple_slot_item(vm, self, index);
    }
    if (is_exact(key, SLICE))
        return tuple_slice(vm, self, key);
    return vm_raise(vm, TYPE_TypeError, "tuple indices must be integers or slices, not %T", key);
}

static Object *tuple_concat(Vm *vm, Object *left, Object *right)
{
    if (tuple_length(left) == 0 && is_exact(right, TUPLE))
        return incref(right);
    if (!is_tuple(vm, right))
        return vm_raise(vm, TYPE_TypeError, "can only concatenate tuple (not \"%T\") to tuple", right);
    if (tuple_length(right) == 0 && is_exact(left, TUPLE))
        return incref(left);
    int64_t first = tuple_length(left), second = tuple_length(right);
    Object *result = tuple_new(vm, first + second);
    for (int64_t i = 0; result && i < first; i++)
        ((Tuple *)result)->items[i] = incref(tuple_item(left, i));
    for (int64_t i = 0; result && i < second; i++)
        ((Tuple *)result)->items[first + i] = incref(tuple_item(right, i));
    return result;
}

static Object *tuple_repeat(Vm *vm, Object *self, int64_t times)
{
    int64_t length = tuple_length(self);
    if ((length == 0 || times == 1) && is_exact(self, TUPLE))
        return incref(self);
    if (length == 0 || times <= 0)
        return tuple_empty(vm);
    if (length > INT64_MAX / 16 / times)
        return vm_raise_memory(vm);
    Object *result = tuple_new(vm, length * times);
    for (int64_t i = 0; result && i < length * times; i++)
        ((Tuple *)result)->items[i] = incref(tuple_item(self, i % length));
    return result;
}

/* ---- methods ---- */

static Object *method_index(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t start, stop, length = tuple_length(self);
    if (!args_check(vm, "index", count, 1, 3) || container_bounds(vm, args, count, length, &start, &stop) < 0)
        return NULL;
    for (int64_t i = start; i < stop && i < length; i++) {
        int equal = object_compare_truth(vm, tuple_item(self, i), args[0], COMPARE_EQ);
        if (equal)
            return equal < 0 ? NULL : int_from_i64(vm, i);
    }
    return vm_raise(vm, TYPE_ValueError, "tuple.index(x): x not in tuple");
}

static Object *method_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t found = 0;
    for (int64_t i = 0; i < tuple_length(self); i++) {
        int equal = object_compare_truth(vm, tuple_item(self, i), args[0], COMPARE_EQ);
        if (equal < 0)
            return NULL;
        found += equal;
    }
    return int_from_i64(vm, found);
}

static Object *method_get_new_args(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *items = tuple_from(vm, ((Tuple *)self)->items, tuple_length(self));
    Object *result = items ? tuple_pack(vm, 1, items) : NULL;
    xdecref(vm, items);
    return result;
}

static const MethodDef tuple_methods[] = {
    {"__getnewargs__", method_get_new_args, METHOD_NO_ARGS, NULL},
    {"index", method_index, METHOD_FAST,
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"count", method_count, METHOD_ONE, "Return number of occurrences of value."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};

/* ---- iterator ---- */

static Object *tuple_iter(Vm *vm, Object *tuple)
{
    TupleIterator *self = (TupleIterator *)object_new_builtin(vm, TYPE_TUPLE_ITERATOR, sizeof *self);
    if (!self)
        return NULL;
    self->index = 0;
    self->tuple = incref(tuple);
    gc_track(vm, &self->head);
    return &self->head;
}

static void iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((TupleIterator *)self)->tuple);
    object_free(vm, self);
}

static int iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((TupleIterator *)self)->tuple);
    return 0;
}

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

static Object *tuple_iterator_next(Vm *vm, Object *object)
{
    TupleIterator *self = (TupleIterator *)object;
    Object *tuple = self->tuple;
    if (!tuple)
        return NULL;
    if (self->index < tuple_length(tuple))
        return incref(tuple_item(tuple, self->index++));
    self->tuple = NULL;
    decref(vm, tuple);
    return NULL;
}

static Object *iterator_length_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    TupleIterator *self = (TupleIterator *)object;
    return int_from_i64(vm, self->tuple ? tuple_length(self->tuple) - self->index : 0);
}

static Object *iterator_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const TupleIterator *self = (const TupleIterator *)object;
    if (!self->tuple)
        return iterator_reduced(vm, "iter", tuple_new(vm, 0), NULL);
    return iterator_reduced(vm, "iter", incref(self->tuple), int_from_i64(vm, self->index));
}

static Object *iterator_set_state(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    TupleIterator *self = (TupleIterator *)object;
    int64_t index;
    if (!iterator_state(vm, args[0], 0, self->tuple ? tuple_length(self->tuple) : 0, &index))
        return NULL;
    if (self->tuple)
        self->index = index;
    return new_none(vm);
}

static const MethodDef iterator_methods[] = {
    {"__reduce__", iterator_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", iterator_set_state, METHOD_ONE, "Set state information for unpickling."},
    {"__length_hint__", iterator_length_hint, METHOD_NO_ARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec tuple_iterator_spec = {
    .name = "tuple_iterator",
    .size = sizeof(TupleIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = iterator_self,
        .next = tuple_iterator_next,
    },
    .methods = iterator_methods,
};

const TypeSpec tuple_spec = {
    .name = "tuple",
    .doc = "Built-in immutable sequence.\n\n"
           "If no argument is given, the constructor returns an empty tuple.\n"
           "If iterable is specified the tuple is initialized from iterable's items.\n\n"
           "If the argument is a tuple, the return value is the same object.",
    .size = sizeof(Tuple),
    .item_size = sizeof(Object *),
    .flags = TYPE_HAS_GC | TYPE_BASE | TYPE_TUPLE_SUBCLASS | TYPE_SEQUENCE | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = tuple_dealloc, .traverse = tuple_traverse, .size_of = tuple_size_of, .new = tuple_slot_new,
        .repr = tuple_repr, .hash = tuple_hash, .compare = tuple_compare, .iter = tuple_iter,
        .length = tuple_slot_length, .contains = tuple_contains, .item = tuple_slot_item,
        .get_item = tuple_get_item, .concat = tuple_concat, .repeat = tuple_repeat,
    },
    .methods = tuple_methods,
};
