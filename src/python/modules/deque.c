/* collections.deque: a ring of references that grows at both ends. What it answers, and in which words, is CPython's
 * _collectionsmodule.c; there it is a chain of blocks of 64, whose number the size counts. */
#include "python/modules/collections.h"
#include "python/modules/library_types.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

typedef struct Deque {
    Object head;
    Object **items;            /* the ring; NULL while capacity is 0 */
    int64_t capacity;          /* a power of two */
    int64_t first, length;
    int64_t limit;             /* maxlen; -1: none */
    int64_t left;              /* leftindex in CPython: place of the first item in the first of its blocks, for sizes */
    uint64_t changes;          /* of its items' number: iterators notice */
    Object *weaklist;
} Deque;

typedef struct DequeIterator { Object head; Object *deque; int64_t index; uint64_t changes; } DequeIterator;

enum { DEQUE_BLOCK_ITEMS = 64, DEQUE_BLOCK_SIZE = 528, DEQUE_HEADER = 216,     /* CPython's block and dequeobject */
       DEQUE_ITERATOR_SIZE = 56,                                               /* and its dequeiterobject */
       DEQUE_CENTRE = DEQUE_BLOCK_ITEMS / 2 };

static Deque *deque_of(Object *object) { return (Deque *)object; }

static Object **deque_place(const Deque *d, int64_t i) { return &d->items[(d->first + i) & (d->capacity - 1)]; }

int64_t deque_size(const Object *deque) { return ((const Deque *)deque)->length; }

int64_t deque_most(const Object *deque) { return ((const Deque *)deque)->limit; }

Object *deque_at(const Object *deque, int64_t i) { return *deque_place((const Deque *)deque, i); }

bool deque_is(Vm *vm, const Object *object)
{
    const Type *type = (const Type *)vm->library_types[LIBRARY_DEQUE];
    return type && object_is_instance(vm, object, type);
}

/* ---- the ring ---- */

static int deque_grow(Vm *vm, Deque *d)
{
    if (d->length < d->capacity)
        return 0;
    int64_t capacity = d->capacity ? 2 * d->capacity : 8;
    Object **items = mem_alloc(vm, (size_t)capacity * sizeof *items);
    if (!items) {
        vm_raise_memory(vm);
        return -1;
    }
    for (int64_t i = 0; i < d->length; i++)
        items[i] = *deque_place(d, i);
    mem_free(vm, d->items);
    d->items = items;
    d->capacity = capacity;
    d->first = 0;
    return 0;
}

/* CPython goes back to the middle of its block when a deque becomes empty at the end of one. */
static void deque_centre_empty(Deque *d)
{
    if (d->length == 0 && d->left == 0)
        d->left = DEQUE_CENTRE;
}

static Object *deque_take_last(Deque *d)
{
    d->changes++;
    Object *item = *deque_place(d, --d->length);
    deque_centre_empty(d);
    return item;
}

static Object *deque_take_first(Deque *d)
{
    Object *item = *deque_place(d, 0);
    d->first = (d->first + 1) & (d->capacity - 1);
    d->left = (d->left + 1) % DEQUE_BLOCK_ITEMS;
    d->length--;
    d->changes++;
    deque_centre_empty(d);
    return item;
}

/* Takes the item over; with a limit, what is too much leaves at the other end. */
static int deque_put_last(Vm *vm, Deque *d, Object *item)
{
    if (deque_grow(vm, d) < 0) {
        decref(vm, item);
        return -1;
    }
    *deque_place(d, d->length++) = item;
    d->changes++;
    if (d->limit >= 0 && d->length > d->limit)
        decref(vm, deque_take_first(d));
    return 0;
}

static int deque_put_first(Vm *vm, Deque *d, Object *item)
{
    if (deque_grow(vm, d) < 0) {
        decref(vm, item);
        return -1;
    }
    d->first = (d->first - 1) & (d->capacity - 1);
    d->left = (d->left + DEQUE_BLOCK_ITEMS - 1) % DEQUE_BLOCK_ITEMS;
    d->length++;
    *deque_place(d, 0) = item;
    d->changes++;
    if (d->limit >= 0 && d->length > d->limit)
        decref(vm, deque_take_last(d));
    return 0;
}

static void deque_empty(Vm *vm, Deque *d)
{
    Deque old = *d;
    d->items = NULL;
    d->capacity = d->first = d->length = 0;
    d->left = DEQUE_CENTRE;
    d->changes++;
    for (int64_t i = 0; i < old.length; i++)
        decref(vm, *deque_place(&old, i));
    mem_free(vm, old.items);
}

/* ---- life ---- */

static Object *deque_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    deque_of(self)->limit = -1;
    deque_of(self)->left = DEQUE_CENTRE;
    gc_track(vm, self);
    return self;
}

static int deque_extend_by(Vm *vm, Deque *d, Object *iterable, bool left)
{
    Object *source = iterable == &d->head ? sequence_list(vm, iterable) : incref(iterable);
    Object *iterator = source ? object_iter(vm, source) : NULL, *item;
    int result = iterator ? 0 : -1;
    if (iterator && d->length == 0)
        d->left = left ? DEQUE_BLOCK_ITEMS - 1 : 1;    /* an empty one is filled from the end of its block */
    while (result == 0 && (item = iterator_next(vm, iterator))) {
        result = left ? deque_put_first(vm, d, item) : deque_put_last(vm, d, item);
        if (result == 0)
            result = vm_poll(vm);
    }
    xdecref(vm, iterator);
    xdecref(vm, source);
    return vm_failed(vm) ? -1 : result;
}

static int deque_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "deque", "|iterable,maxlen", args, count, names, out))
        return -1;
    int64_t limit = -1;
    if (out[1] && out[1] != none(vm)) {
        if (!is_int(vm, out[1]))
            return vm_raise_int(vm, TYPE_TypeError, "an integer is required");
        limit = object_as_index(vm, out[1], false);
        if (vm_failed(vm))
            return -1;
        if (limit < 0)
            return vm_raise_int(vm, TYPE_ValueError, "maxlen must be non-negative");
    }
    deque_of(self)->limit = limit;
    deque_empty(vm, deque_of(self));
    return out[0] ? deque_extend_by(vm, deque_of(self), out[0], false) : 0;
}

static void deque_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    deque_empty(vm, deque_of(self));
    object_free(vm, self);
}

static int deque_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    for (int64_t i = 0; i < deque_of(self)->length; i++)
        VISIT(*deque_place(deque_of(self), i));
    return 0;
}

static int deque_slot_clear(Vm *vm, Object *self)
{
    deque_empty(vm, deque_of(self));
    return 0;
}

static uint64_t deque_size_of(Vm *vm, Object *self)
{
    const Deque *d = deque_of(self);
    int64_t blocks = (d->left + d->length + DEQUE_BLOCK_ITEMS - 1) / DEQUE_BLOCK_ITEMS;
    return DEQUE_HEADER + (uint64_t)(blocks ? blocks : 1) * DEQUE_BLOCK_SIZE;
}

/* ---- both ends ---- */

static Object *deque_append(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return deque_put_last(vm, deque_of(self), incref(args[0])) < 0 ? NULL : new_none(vm);
}

static Object *deque_appendleft(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return deque_put_first(vm, deque_of(self), incref(args[0])) < 0 ? NULL : new_none(vm);
}

static Object *deque_pop(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (deque_of(self)->length == 0)
        return vm_raise(vm, TYPE_IndexError, "pop from an empty deque");
    return deque_take_last(deque_of(self));
}

static Object *deque_popleft(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (deque_of(self)->length == 0)
        return vm_raise(vm, TYPE_IndexError, "pop from an empty deque");
    return deque_take_first(deque_of(self));
}

static Object *deque_extend(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return deque_extend_by(vm, deque_of(self), args[0], false) < 0 ? NULL : new_none(vm);
}

static Object *deque_extendleft(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return deque_extend_by(vm, deque_of(self), args[0], true) < 0 ? NULL : new_none(vm);
}

static Object *deque_clear(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    deque_empty(vm, deque_of(self));
    return new_none(vm);
}

static void deque_turn(Deque *d, int64_t steps)
{
    if (d->length < 2)
        return;
    steps %= d->length;
    for (; steps > 0; steps--) {
        Object *item = deque_take_last(d);
        d->first = (d->first - 1) & (d->capacity - 1);
        d->left = (d->left + DEQUE_BLOCK_ITEMS - 1) % DEQUE_BLOCK_ITEMS;
        d->length++;
        *deque_place(d, 0) = item;
    }
    for (; steps < 0; steps++) {
        Object *item = deque_take_first(d);
        *deque_place(d, d->length++) = item;
    }
}

static Object *deque_rotate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "deque.rotate", count, 0, 1))
        return NULL;
    int64_t steps = count ? object_as_index(vm, args[0], false) : 1;
    if (vm_failed(vm))
        return NULL;
    deque_turn(deque_of(self), steps);
    return new_none(vm);
}

static Object *deque_reverse(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Deque *d = deque_of(self);
    for (int64_t i = 0, j = d->length - 1; i < j; i++, j--) {
        Object *item = *deque_place(d, i);
        *deque_place(d, i) = *deque_place(d, j);
        *deque_place(d, j) = item;
    }
    return new_none(vm);
}

/* ---- copies ---- */

static Object *deque_limit(Vm *vm, Object *self, void *closure)
{
    int64_t limit = deque_of(self)->limit;
    return limit < 0 ? new_none(vm) : int_from_i64(vm, limit);
}

/* type(self)(self), with the limit if there is one. */
static Object *deque_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *limit = deque_limit(vm, self, NULL);
    Object *both[] = {self, limit};
    Object *copy = limit ? object_call(vm, OBJECT(object_type(vm, self)), both, limit == none(vm) ? 1 : 2, NULL) : NULL;
    xdecref(vm, limit);
    return copy;
}

/* The same where it goes on as a deque: a subclass's __new__ may give anything. */
static Object *deque_copy_checked(Vm *vm, Object *self)
{
    Object *copy = deque_copy(vm, self, NULL, 0, NULL);
    if (copy && !deque_is(vm, copy)) {
        vm_raise(vm, TYPE_TypeError, "%T() must return a deque, not %T", self, copy);
        object_replace(vm, &copy, NULL);
    }
    return copy;
}

static Object *deque_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *limit = deque_limit(vm, self, NULL), *empty = tuple_new(vm, 0);
    Object *arguments = limit == none(vm) ? incref(empty) : tuple_pack(vm, 2, empty, limit);
    Object *iterator = arguments ? object_iter(vm, self) : NULL;
    Object *result = iterator ? tuple_pack(vm, 4, OBJECT(object_type(vm, self)), arguments, none(vm), iterator) : NULL;
    xdecref(vm, iterator);
    xdecref(vm, arguments);
    decref(vm, empty);
    xdecref(vm, limit);
    return result;
}

static Object *deque_concat(Vm *vm, Object *left, Object *right)
{
    if (!deque_is(vm, right))
        return vm_raise(vm, TYPE_TypeError, "can only concatenate deque (not \"%T\") to deque", right);
    Object *result = deque_copy_checked(vm, left);
    if (result && deque_extend_by(vm, deque_of(result), right, false) < 0)
        object_replace(vm, &result, NULL);
    return result;
}

static Object *deque_in_place_concat(Vm *vm, Object *self, Object *other)
{
    return deque_extend_by(vm, deque_of(self), other, false) < 0 ? NULL : incref(self);
}

static Object *deque_in_place_repeat(Vm *vm, Object *self, int64_t times)
{
    Object *once = times > 1 ? sequence_list(vm, self) : NULL;
    if (times <= 0)
        deque_empty(vm, deque_of(self));
    for (int64_t i = 1; once && i < times; i++)
        if (deque_extend_by(vm, deque_of(self), once, false) < 0)
            break;
    xdecref(vm, once);
    return vm_failed(vm) ? NULL : incref(self);
}

static Object *deque_repeat(Vm *vm, Object *self, int64_t times)
{
    Object *copy = deque_copy_checked(vm, self);
    Object *result = copy ? deque_in_place_repeat(vm, copy, times) : NULL;
    xdecref(vm, copy);
    return result;
}

/* ---- as a sequence ---- */

static int64_t deque_length(Vm *vm, Object *self) { return deque_of(self)->length; }

static Object *deque_item(Vm *vm, Object *self, int64_t i)
{
    if (i < 0 || i >= deque_of(self)->length)
        return vm_raise(vm, TYPE_IndexError, "deque index out of range");
    return incref(*deque_place(deque_of(self), i));
}

/* A negative index counts from the end: false with an exception. */
static bool deque_index_argument(Vm *vm, Object *self, Object *key, int64_t *index)
{
    if (!object_type(vm, key)->slots.to_index) {
        vm_raise(vm, TYPE_TypeError, "sequence index must be integer, not '%T'", key);
        return false;
    }
    *index = object_as_index(vm, key, false);
    if (*index < 0)
        *index += deque_of(self)->length;
    return !vm_failed(vm);
}

static Object *deque_get_item(Vm *vm, Object *self, Object *key)
{
    int64_t i;
    return deque_index_argument(vm, self, key, &i) ? deque_item(vm, self, i) : NULL;
}

static void deque_delete_at(Vm *vm, Deque *d, int64_t i)
{
    deque_turn(d, -i);
    Object *item = deque_take_first(d);
    deque_turn(d, i);
    decref(vm, item);
}

static int deque_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    int64_t i;
    if (!deque_index_argument(vm, self, key, &i))
        return -1;
    if (i < 0 || i >= deque_of(self)->length)
        return vm_raise_int(vm, TYPE_IndexError, "deque index out of range");
    if (value)
        object_replace(vm, deque_place(deque_of(self), i), incref(value));
    else
        deque_delete_at(vm, deque_of(self), i);
    return 0;
}

/* The first place from `start` on with an equal item: -1 none, -2 an exception. */
static int64_t deque_find(Vm *vm, Deque *d, Object *value, int64_t start, int64_t stop)
{
    uint64_t changes = d->changes;
    for (int64_t i = start; i < stop; i++) {
        Object *item = incref(*deque_place(d, i));
        int equal = object_compare_truth(vm, item, value, COMPARE_EQ);
        decref(vm, item);
        if (equal >= 0 && changes != d->changes)
            equal = vm_raise_int(vm, TYPE_RuntimeError, "deque mutated during iteration");
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static int deque_contains(Vm *vm, Object *self, Object *value)
{
    int64_t i = deque_find(vm, deque_of(self), value, 0, deque_of(self)->length);
    return i == -2 ? -1 : i >= 0;
}

static Object *deque_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t found = 0, i = -1;
    while ((i = deque_find(vm, deque_of(self), args[0], i + 1, deque_of(self)->length)) >= 0)
        found++;
    return i == -2 ? NULL : int_from_i64(vm, found);
}

static int64_t clip(int64_t i, int64_t length)
{
    i = i < 0 ? i + length : i;
    return i < 0 ? 0 : i > length ? length : i;
}

static Object *deque_index(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_counted(vm, "index", count, 1, 3))
        return NULL;
    int64_t length = deque_of(self)->length;
    int64_t start = count > 1 ? object_as_index(vm, args[1], true) : 0;
    int64_t stop = count > 2 && !vm_failed(vm) ? object_as_index(vm, args[2], true) : length;
    if (vm_failed(vm))
        return NULL;
    int64_t i = deque_find(vm, deque_of(self), args[0], clip(start, length), clip(stop, length));
    return i >= 0 ? int_from_i64(vm, i) : i == -2 ? NULL : vm_raise(vm, TYPE_ValueError, "%R is not in deque", args[0]);
}

static Object *deque_insert(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Deque *d = deque_of(self);
    if (!args_counted(vm, "insert", count, 2, 2))
        return NULL;
    int64_t i = object_as_index(vm, args[0], false);
    if (vm_failed(vm))
        return NULL;
    if (d->limit >= 0 && d->length >= d->limit)
        return vm_raise(vm, TYPE_IndexError, "deque already at its maximum size");
    i = clip(i, d->length);
    deque_turn(d, -i);
    int result = i == d->length ? deque_put_last(vm, d, incref(args[1])) : deque_put_first(vm, d, incref(args[1]));
    if (result < 0)
        return NULL;
    if (i < d->length - 1)
        deque_turn(d, i);
    return new_none(vm);
}

static Object *deque_remove(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t i = deque_find(vm, deque_of(self), args[0], 0, deque_of(self)->length);
    if (i == -1)
        return vm_raise(vm, TYPE_ValueError, "%R is not in deque", args[0]);
    if (i < 0)
        return NULL;
    deque_delete_at(vm, deque_of(self), i);
    return new_none(vm);
}

static Object *deque_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!deque_is(vm, left) || !deque_is(vm, right))
        return new_not_implemented(vm);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && deque_of(left)->length != deque_of(right)->length)
        return new_bool(vm, op == COMPARE_NE);
    Object *a = sequence_list(vm, left), *b = a ? sequence_list(vm, right) : NULL;
    Object *result = b ? object_compare(vm, a, b, op) : NULL;
    xdecref(vm, a);
    xdecref(vm, b);
    return result;
}

static Object *deque_repr(Vm *vm, Object *self)
{
    int inside = repr_enter(vm, self);
    if (inside)
        return inside < 0 ? NULL : str_from_c(vm, "[...]");
    Object *list = sequence_list(vm, self);
    const char *name = object_type(vm, self)->c_name;
    int64_t limit = deque_of(self)->limit;
    Object *text = !list ? NULL : limit < 0 ? str_format(vm, "%s(%R)", name, list)
                                            : str_format(vm, "%s(%R, maxlen=%lld)", name, list, (long long)limit);
    xdecref(vm, list);
    repr_leave(vm, self);
    return text;
}

/* ---- iterators ---- */

static Object *deque_iterator_new(Vm *vm, Object *self, LibraryTypeId id)
{
    Type *type = library_type(vm, id);
    DequeIterator *it = type ? (DequeIterator *)object_new_zeroed(vm, type, sizeof *it) : NULL;
    if (!it)
        return NULL;
    it->deque = incref(self);
    it->changes = deque_of(self)->changes;
    gc_track(vm, &it->head);
    return &it->head;
}

static Object *deque_iter(Vm *vm, Object *self) { return deque_iterator_new(vm, self, LIBRARY_DEQUE_ITERATOR); }

static Object *deque_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return deque_iterator_new(vm, self, LIBRARY_DEQUE_REVERSE_ITERATOR);
}

static uint64_t deque_iterator_size_of(Vm *vm, Object *self) { return DEQUE_ITERATOR_SIZE; }

static void deque_iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((DequeIterator *)self)->deque);
    object_free(vm, self);
}

static int deque_iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((DequeIterator *)self)->deque);
    return 0;
}

static Object *deque_iterator_self(Vm *vm, Object *self) { return incref(self); }

/* The deque, if it goes on at the index; NULL without an exception at the end. */
static Deque *deque_iterator_check(Vm *vm, DequeIterator *it)
{
    Deque *d = (Deque *)it->deque;
    if (it->index >= d->length && it->changes == d->changes)
        return NULL;
    if (it->changes == d->changes)
        return d;
    it->index = INT64_MAX;
    return vm_raise(vm, TYPE_RuntimeError, "deque mutated during iteration");
}

static Object *deque_iterator_next(Vm *vm, Object *self)
{
    DequeIterator *it = (DequeIterator *)self;
    Deque *d = deque_iterator_check(vm, it);
    return d ? incref(*deque_place(d, it->index++)) : NULL;
}

static Object *deque_reverse_next(Vm *vm, Object *self)
{
    DequeIterator *it = (DequeIterator *)self;
    Deque *d = deque_iterator_check(vm, it);
    return d ? incref(*deque_place(d, d->length - 1 - it->index++)) : NULL;
}

static Object *deque_iterator_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    DequeIterator *it = (DequeIterator *)self;
    int64_t left = ((Deque *)it->deque)->length - it->index;
    return int_from_i64(vm, left < 0 || it->index == INT64_MAX ? 0 : left);
}

static const MethodDef deque_iterator_methods[] = {
    {"__length_hint__", deque_iterator_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec deque_iterator_spec = {
    .name = "collections._deque_iterator", .size = sizeof(DequeIterator), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = deque_iterator_dealloc, .traverse = deque_iterator_traverse, .iter = deque_iterator_self,
              .size_of = deque_iterator_size_of,
              .next = deque_iterator_next},
    .methods = deque_iterator_methods,
};

const TypeSpec deque_reverse_iterator_spec = {
    .name = "collections._deque_reverse_iterator", .size = sizeof(DequeIterator), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = deque_iterator_dealloc, .traverse = deque_iterator_traverse, .iter = deque_iterator_self,
              .size_of = deque_iterator_size_of,
              .next = deque_reverse_next},
    .methods = deque_iterator_methods,
};

/* ---- the type ---- */

static const MethodDef deque_methods[] = {
    {"append", deque_append, METHOD_ONE, "Add an element to the right side of the deque."},
    {"appendleft", deque_appendleft, METHOD_ONE, "Add an element to the left side of the deque."},
    {"clear", deque_clear, METHOD_NO_ARGS, "Remove all elements from the deque."},
    {"copy", deque_copy, METHOD_NO_ARGS, "Return a shallow copy of a deque."},
    {"__copy__", deque_copy, METHOD_NO_ARGS, "Return a shallow copy of a deque."},
    {"count", deque_count, METHOD_ONE, "D.count(value) -- return number of occurrences of value"},
    {"extend", deque_extend, METHOD_ONE, "Extend the right side of the deque with elements from the iterable"},
    {"extendleft", deque_extendleft, METHOD_ONE, "Extend the left side of the deque with elements from the iterable"},
    {"index", deque_index, METHOD_FAST, "D.index(value, [start, [stop]]) -- return first index of value."},
    {"insert", deque_insert, METHOD_FAST, "D.insert(index, object) -- insert object before index"},
    {"pop", deque_pop, METHOD_NO_ARGS, "Remove and return the rightmost element."},
    {"popleft", deque_popleft, METHOD_NO_ARGS, "Remove and return the leftmost element."},
    {"__reduce__", deque_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"remove", deque_remove, METHOD_ONE, "D.remove(value) -- remove first occurrence of value."},
    {"__reversed__", deque_reversed, METHOD_NO_ARGS, "D.__reversed__() -- return a reverse iterator over the deque"},
    {"reverse", deque_reverse, METHOD_NO_ARGS, "D.reverse() -- reverse *IN PLACE*"},
    {"rotate", deque_rotate, METHOD_FAST, "Rotate the deque n steps to the right (default n=1).  If n is negative, "
                                          "rotates left."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};

static const GetSetDef deque_getset[] = {{"maxlen", deque_limit, NULL, NULL}, {0}};

const TypeSpec deque_spec = {
    .name = "collections.deque",
    .doc = "deque([iterable[, maxlen]]) --> deque object\n\n"
           "A list-like sequence optimized for data accesses near its endpoints.",
    .size = sizeof(Deque), .weaklist_offset = offsetof(Deque, weaklist),
    .flags = TYPE_HAS_GC | TYPE_BASE | TYPE_SEQUENCE,
    .slots = {
        .dealloc = deque_dealloc, .traverse = deque_traverse, .clear = deque_slot_clear, .size_of = deque_size_of,
        .new = deque_new, .init = deque_init, .repr = deque_repr, .compare = deque_compare, .iter = deque_iter,
        .length = deque_length, .contains = deque_contains, .item = deque_item, .get_item = deque_get_item,
        .set_item = deque_set_item, .concat = deque_concat, .in_place_concat = deque_in_place_concat,
        .repeat = deque_repeat, .in_place_repeat = deque_in_place_repeat,
    },
    .methods = deque_methods, .getset = deque_getset,
};
