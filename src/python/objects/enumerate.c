/* enumerate and reversed. */
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/slot.h"
#include "python/vm.h"

/* ---- enumerate ---- */

typedef struct Enumerate {
    Object head;
    int64_t index;             /* INT64_MAX: `large` counts */
    Object *iterator;
    Object *result;            /* the pair that is given again while nobody holds it */
    Object *large;             /* int beyond 64 bits, or NULL */
    void *unused;              /* CPython's `one`: kept so that sizes agree */
} Enumerate;

/* Sets where counting starts: `start` is an int, or NULL for 0. */
static void enumerate_set_start(Vm *vm, Enumerate *self, Object *start)
{
    int overflow = 0;
    self->index = start ? int_as_i64(vm, start, &overflow) : 0;
    if (overflow || self->index == INT64_MAX) {
        self->index = INT64_MAX;
        self->large = incref(start);
    }
}

static Object *enumerate_new(Vm *vm, Type *type, Object *iterable, Object *start)
{
    Enumerate *self = (Enumerate *)object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    enumerate_set_start(vm, self, start);
    self->iterator = object_iter(vm, iterable);
    self->result = self->iterator ? tuple_pack(vm, 2, none(vm), none(vm)) : NULL;
    if (!self->result) {
        decref(vm, &self->head);
        return NULL;
    }
    gc_track(vm, &self->head);
    return &self->head;
}

static Object *enumerate_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *given[2] = {NULL, NULL};
    if (count == 0 && !names)
        return vm_raise(vm, TYPE_TypeError, "enumerate() missing required argument 'iterable'");
    if (!args_parse(vm, "enumerate", "iterable|start", args, count, names, given))
        return NULL;
    Object *start = given[1] ? object_index(vm, given[1]) : NULL;
    if (given[1] && !start)
        return NULL;
    Object *self = enumerate_new(vm, type, given[0], start);
    xdecref(vm, start);
    return self;
}

static void enumerate_dealloc(Vm *vm, Object *object)
{
    Enumerate *self = (Enumerate *)object;
    gc_untrack(vm, object);
    xdecref(vm, self->iterator);
    xdecref(vm, self->result);
    xdecref(vm, self->large);
    object_free(vm, object);
}

static int enumerate_traverse(Vm *vm, Object *object, VisitFunction visit, void *context)
{
    Enumerate *self = (Enumerate *)object;
    VISIT(self->iterator);
    VISIT(self->result);
    VISIT(self->large);
    return 0;
}

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

/* The number to give next: new reference. */
static Object *enumerate_count(Vm *vm, Enumerate *self)
{
    if (self->index < INT64_MAX)
        return int_from_i64(vm, self->index++);
    Object *number = self->large ? self->large : int_from_i64(vm, INT64_MAX);
    Object *one = number ? int_from_i64(vm, 1) : NULL;
    self->large = one ? int_add(vm, number, one) : NULL;
    xdecref(vm, one);
    if (self->large)
        return number;
    xdecref(vm, number);
    return NULL;
}

static Object *enumerate_next(Vm *vm, Object *object)
{
    Enumerate *self = (Enumerate *)object;
    Object *item = iterator_next(vm, self->iterator);
    if (!item)
        return NULL;
    Object *number = enumerate_count(vm, self);
    if (number)
        return iterator_pair(vm, self->result, number, item);
    decref(vm, item);
    return NULL;
}

static Object *enumerate_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const Enumerate *self = (const Enumerate *)object;
    Object *number = self->large ? incref(self->large) : int_from_i64(vm, self->index);
    Object *arguments = number ? tuple_pack(vm, 2, self->iterator, number) : NULL;
    xdecref(vm, number);
    return iterator_remade(vm, object, arguments);
}

static const MethodDef enumerate_methods[] = {
    {"__reduce__", enumerate_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};

const TypeSpec enumerate_spec = {
    .name = "enumerate",
    .doc = "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n"
           "The enumerate object yields pairs containing a count (from start, which\n"
           "defaults to zero) and a value yielded by the iterable argument.\n\n"
           "enumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    .size = sizeof(Enumerate),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {
        .dealloc = enumerate_dealloc, .traverse = enumerate_traverse, .new = enumerate_slot_new,
        .iter = iterator_self, .next = enumerate_next,
    },
    .methods = enumerate_methods,
};

/* ---- reversed ---- */

typedef struct Reversed { Object head; int64_t index; Object *sequence; } Reversed;

static Object *reversed_over(Vm *vm, Type *type, Object *sequence)
{
    const TypeSlots *slots = &object_type(vm, sequence)->slots;
    if (!slots->item && !slots->get_item)
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not reversible", sequence);
    int64_t length = object_length(vm, sequence);
    Reversed *self = length < 0 ? NULL : (Reversed *)object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    self->index = length - 1;
    self->sequence = incref(sequence);
    gc_track(vm, &self->head);
    return &self->head;
}

static Object *reversed_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    bool exact = type == builtin_type(vm, TYPE_REVERSED);
    if ((exact && !args_no_names(vm, "reversed", names)) || !args_check(vm, "reversed", count, 1, 1))
        return NULL;
    Object *own = type_lookup(vm, object_type(vm, args[0]), name_of(vm, reversed));
    if (own == none(vm))
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not reversible", args[0]);
    if (!own)
        return reversed_over(vm, type, args[0]);
    Object *method = special_bound(vm, args[0], name_of(vm, reversed));
    Object *iterator = method ? object_call_none(vm, method) : NULL;
    xdecref(vm, method);
    return iterator;
}

static void reversed_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((Reversed *)self)->sequence);
    object_free(vm, self);
}

static int reversed_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Reversed *)self)->sequence);
    return 0;
}

static Object *sequence_item(Vm *vm, Object *sequence, int64_t index)
{
    const TypeSlots *slots = &object_type(vm, sequence)->slots;
    if (slots->item)
        return slots->item(vm, sequence, index);
    Object *key = int_from_i64(vm, index);
    Object *item = key ? object_get_item(vm, sequence, key) : NULL;
    xdecref(vm, key);
    return item;
}

static Object *reversed_next(Vm *vm, Object *object)
{
    Reversed *self = (Reversed *)object;
    if (self->index >= 0) {
        Object *item = sequence_item(vm, self->sequence, self->index);
        if (item) {
            self->index--;
            return item;
        }
        if (vm_failed_with(vm, TYPE_IndexError) || vm_failed_with(vm, TYPE_StopIteration))
            vm_clear_error(vm);
    }
    self->index = -1;
    object_replace(vm, &self->sequence, NULL);
    return NULL;
}

static Object *reversed_length_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    Reversed *self = (Reversed *)object;
    if (!self->sequence)
        return int_from_i64(vm, 0);
    int64_t length = object_length(vm, self->sequence);
    if (length < 0)
        return NULL;
    return int_from_i64(vm, length < self->index + 1 ? 0 : self->index + 1);
}

static const MethodDef reversed_methods[] = {
    {"__length_hint__", reversed_length_hint, METHOD_NO_ARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec reversed_spec = {
    .name = "reversed",
    .doc = "Return a reverse iterator over the values of the given sequence.",
    .size = sizeof(Reversed),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {
        .dealloc = reversed_dealloc, .traverse = reversed_traverse, .new = reversed_slot_new,
        .iter = iterator_self, .next = reversed_next,
    },
    .methods = reversed_methods,
};
