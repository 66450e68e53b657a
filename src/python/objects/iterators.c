/* The two iterators that make any object iterable: over a sequence protocol (get_item with 0, 1, 2, ...) and over a
 * callable until a sentinel comes; and what all containers share. */
#include "python/objects/iterators.h"

#include "python/objects/class.h"
#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/vm.h"

/* ---- shared by the containers ---- */

Object *container_class_getitem(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return generic_alias_new(vm, self, args[0]);
}

Object *iterator_pair(Vm *vm, Object *result, Object *first, Object *second)
{
    if (result->count != 1) {
        result = tuple_new(vm, 2);
        if (!result) {
            decref(vm, first);
            decref(vm, second);
            return NULL;
        }
        ((Tuple *)result)->items[0] = first;
        ((Tuple *)result)->items[1] = second;
        return result;
    }
    incref(result);
    object_replace(vm, &((Tuple *)result)->items[0], first);
    object_replace(vm, &((Tuple *)result)->items[1], second);
    if (!gc_is_tracked(result))
        gc_track(vm, result);      /* the collector may have found that it held nothing of interest */
    return result;
}

/* CPython holds no item meanwhile, and a __repr__ of the program can count: it holds the item as its `self`. A list among
 * the items could be let go by what is in it, so that one is held. */
static bool needs_hold(Vm *vm, Object *item)
{
    Type *type = object_type(vm, item);
    return !(type->flags & TYPE_HEAP) || !is_exact(type_lookup(vm, type, name_of(vm, repr)), FUNCTION);
}

static int write_item_repr(Vm *vm, StrWriter *writer, Object *item)
{
    bool held = needs_hold(vm, item);
    if (held)
        incref(item);
    Object *text = object_repr(vm, item);
    if (held)
        decref(vm, item);
    if (!text)
        return -1;
    int status = writer_str(vm, writer, text);
    decref(vm, text);
    return status;
}

static int write_items(Vm *vm, StrWriter *writer, Object **const *items, const int64_t *count, bool single_comma)
{
    for (int64_t i = 0; i < *count; i++)
        if ((i && writer_ascii(vm, writer, ", ", 2) < 0) || write_item_repr(vm, writer, (*items)[i]) < 0)
            return -1;
    return single_comma && *count == 1 ? writer_char(vm, writer, ',') : 0;
}

Object *container_repr(Vm *vm, Object *self, Object **const *items, const int64_t *count, const char *brackets,
                       bool single_comma)
{
    int inside = repr_enter(vm, self);
    if (inside)
        return inside < 0 ? NULL : str_format(vm, "%c...%c", brackets[0], brackets[1]);
    StrWriter writer;
    writer_init(&writer);
    int status = writer_char(vm, &writer, (unsigned char)brackets[0]);
    if (status == 0 && (status = write_items(vm, &writer, items, count, single_comma)) == 0)
        status = writer_char(vm, &writer, (unsigned char)brackets[1]);
    repr_leave(vm, self);
    if (status == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

Object *iterator_reduced(Vm *vm, const char *maker, Object *content, Object *state)
{
    Object *function = dict_get_str(vm, vm->builtins, maker);
    Object *arguments = content && !vm_failed(vm) ? tuple_pack(vm, 1, content) : NULL;
    Object *result = !arguments ? NULL : state ? tuple_pack(vm, 3, function, arguments, state)
                                               : tuple_pack(vm, 2, function, arguments);
    xdecref(vm, arguments);
    xdecref(vm, content);
    xdecref(vm, state);
    return result;
}

bool iterator_state(Vm *vm, Object *state, int64_t low, int64_t high, int64_t *index)
{
    int overflow = 0;
    if (!is_int(vm, state))
        return vm_raise(vm, TYPE_TypeError, "an integer is required") != NULL;
    int64_t given = int_as_i64(vm, state, &overflow);
    if (overflow)
        return vm_raise(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t") != NULL;
    *index = given < low ? low : given > high ? high : given;
    return true;
}

Object *iterator_remade(Vm *vm, Object *self, Object *arguments)
{
    Object *result = arguments ? tuple_pack(vm, 2, OBJECT(object_type(vm, self)), arguments) : NULL;
    xdecref(vm, arguments);
    return result;
}

static int64_t index_value(Vm *vm, Object *key, TypeId error, const char *format)
{
    Object *index = object_index(vm, key);
    if (!index)
        return -1;
    int overflow = 0;
    int64_t value = int_as_i64(vm, index, &overflow);
    decref(vm, index);
    return overflow ? vm_raise_int(vm, error, format, key) : value;
}

int64_t container_index(Vm *vm, Object *key, int64_t length)
{
    int64_t i;
    if (is_exact(key, INT) && int_is_compact(key))
        i = int_compact_value(key);
    else {
        i = index_value(vm, key, TYPE_IndexError, "cannot fit '%T' into an index-sized integer");
        if (i == -1 && vm_failed(vm))
            return -1;
    }
    return i < 0 ? i + length : i;
}

int64_t container_number(Vm *vm, Object *number)
{
    return index_value(vm, number, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
}

int container_bounds(Vm *vm, Object *const *args, size_t count, int64_t length, int64_t *start, int64_t *stop)
{
    int64_t *bounds[2] = {start, stop};
    *start = 0;
    *stop = INT64_MAX;
    for (size_t i = 0; i < 2 && i + 1 < count; i++) {
        if (!object_type(vm, args[i + 1])->slots.to_index)
            return vm_raise_int(vm, TYPE_TypeError, "slice indices must be integers or have an __index__ method");
        int64_t bound = object_as_index(vm, args[i + 1], true);
        if (bound == -1 && vm_failed(vm))
            return -1;
        if (bound < 0)
            bound = bound + length < 0 ? 0 : bound + length;
        *bounds[i] = bound;
    }
    return 0;
}

/* ---- over a sequence ---- */

typedef struct SequenceIterator { Object head; int64_t index; Object *sequence; } SequenceIterator;

Object *sequence_iterator_new(Vm *vm, Object *sequence)
{
    SequenceIterator *self = (SequenceIterator *)object_new_builtin(vm, TYPE_SEQUENCE_ITERATOR, sizeof *self);
    if (!self)
        return NULL;
    self->index = 0;
    self->sequence = incref(sequence);
    gc_track(vm, &self->head);
    return &self->head;
}

static void sequence_iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((SequenceIterator *)self)->sequence);
    object_free(vm, self);
}

static int sequence_iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((SequenceIterator *)self)->sequence);
    return 0;
}

/* sequence[index] as PySequence_GetItem: by the item slot, or by get_item for what has only that. */
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

static Object *sequence_iterator_next(Vm *vm, Object *object)
{
    SequenceIterator *self = (SequenceIterator *)object;
    Object *sequence = self->sequence;
    if (!sequence)
        return NULL;
    if (self->index == INT64_MAX)
        return vm_raise(vm, TYPE_OverflowError, "iter index too large");
    Object *item = sequence_item(vm, sequence, self->index);
    if (item) {
        self->index++;
        return item;
    }
    if (vm_failed_with(vm, TYPE_IndexError) || vm_failed_with(vm, TYPE_StopIteration)) {
        vm_clear_error(vm);
        self->sequence = NULL;
        decref(vm, sequence);
    }
    return NULL;
}

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

static Object *sequence_iterator_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    SequenceIterator *self = (SequenceIterator *)object;
    if (!self->sequence)
        return int_from_i64(vm, 0);
    if (!object_type(vm, self->sequence)->slots.length)
        return new_not_implemented(vm);
    int64_t length = object_length(vm, self->sequence);
    if (length < 0)
        return NULL;
    return int_from_i64(vm, length > self->index ? length - self->index : 0);
}

static Object *sequence_iterator_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const SequenceIterator *self = (const SequenceIterator *)object;
    if (!self->sequence)
        return iterator_reduced(vm, "iter", tuple_new(vm, 0), NULL);
    return iterator_reduced(vm, "iter", incref(self->sequence), int_from_i64(vm, self->index));
}

static Object *sequence_iterator_set_state(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    SequenceIterator *self = (SequenceIterator *)object;
    int64_t index;
    if (!iterator_state(vm, args[0], 0, INT64_MAX, &index))
        return NULL;
    if (self->sequence)
        self->index = index;
    return new_none(vm);
}

static const MethodDef sequence_iterator_methods[] = {
    {"__reduce__", sequence_iterator_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", sequence_iterator_set_state, METHOD_ONE, "Set state information for unpickling."},
    {"__length_hint__", sequence_iterator_hint, METHOD_NO_ARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec sequence_iterator_spec = {
    .name = "iterator",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = sequence_iterator_dealloc, .traverse = sequence_iterator_traverse,
        .iter = iterator_self, .next = sequence_iterator_next,
    },
    .methods = sequence_iterator_methods,
};

/* ---- over a callable ---- */

typedef struct CallableIterator { Object head; Object *callable, *sentinel; } CallableIterator;

Object *callable_iterator_new(Vm *vm, Object *callable, Object *sentinel)
{
    CallableIterator *self = (CallableIterator *)object_new_builtin(vm, TYPE_CALLABLE_ITERATOR, sizeof *self);
    if (!self)
        return NULL;
    self->callable = incref(callable);
    self->sentinel = incref(sentinel);
    gc_track(vm, &self->head);
    return &self->head;
}

static void callable_iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((CallableIterator *)self)->callable);
    xdecref(vm, ((CallableIterator *)self)->sentinel);
    object_free(vm, self);
}

static int callable_iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((CallableIterator *)self)->callable);
    VISIT(((CallableIterator *)self)->sentinel);
    return 0;
}

static void callable_iterator_finish(Vm *vm, CallableIterator *self)
{
    object_replace(vm, &self->callable, NULL);
    object_replace(vm, &self->sentinel, NULL);
}

static Object *callable_iterator_next(Vm *vm, Object *object)
{
    CallableIterator *self = (CallableIterator *)object;
    if (!self->callable)
        return NULL;
    Object *result = object_call_none(vm, self->callable);
    if (!result) {
        if (vm_failed_with(vm, TYPE_StopIteration)) {
            vm_clear_error(vm);
            callable_iterator_finish(vm, self);
        }
        return NULL;
    }
    if (!self->sentinel) {         /* the call has exhausted this very iterator */
        decref(vm, result);
        return NULL;
    }
    int equal = object_compare_truth(vm, self->sentinel, result, COMPARE_EQ);
    if (equal == 0)
        return result;
    decref(vm, result);
    if (equal > 0)
        callable_iterator_finish(vm, self);
    return NULL;
}

static Object *callable_iterator_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const CallableIterator *self = (const CallableIterator *)object;
    if (!self->callable)
        return iterator_reduced(vm, "iter", tuple_new(vm, 0), NULL);
    Object *function = dict_get_str(vm, vm->builtins, "iter");
    Object *arguments = tuple_pack(vm, 2, self->callable, self->sentinel);
    Object *result = arguments ? tuple_pack(vm, 2, function, arguments) : NULL;
    xdecref(vm, arguments);
    return result;
}

static const MethodDef callable_iterator_methods[] = {
    {"__reduce__", callable_iterator_reduce, METHOD_NO_ARGS, "Return state information for pickling."}, {0},
};

const TypeSpec callable_iterator_spec = {
    .name = "callable_iterator",
    .size = sizeof(CallableIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = callable_iterator_dealloc, .traverse = callable_iterator_traverse,
        .iter = iterator_self, .next = callable_iterator_next,
    },
    .methods = callable_iterator_methods,
};
