/* The iterators over a list, forwards and backwards. They look at the list anew at each step, so a list may grow or
 * shrink under them; once the end was met they let go of it and stay exhausted. */
#include "python/objects/list_internal.h"

#include "python/objects/iterators.h"

Object *list_iterator_new(Vm *vm, Object *list, TypeId type)
{
    ListIterator *self = (ListIterator *)object_new_builtin(vm, type, sizeof(ListIterator));
    if (!self)
        return NULL;
    self->index = type == TYPE_LIST_ITERATOR ? 0 : ((List *)list)->length - 1;
    self->list = incref(list);
    gc_track(vm, &self->head);
    return &self->head;
}

static void iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((ListIterator *)self)->list);
    object_free(vm, self);
}

static int iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((ListIterator *)self)->list);
    return 0;
}

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

static Object *iterator_finish(Vm *vm, ListIterator *self)
{
    Object *list = self->list;
    self->list = NULL;
    xdecref(vm, list);
    return NULL;
}

static Object *next_item(Vm *vm, Object *object)
{
    ListIterator *self = (ListIterator *)object;
    List *list = (List *)self->list;
    if (list && self->index < list->length)
        return incref(list->items[self->index++]);
    return iterator_finish(vm, self);
}

static Object *previous_item(Vm *vm, Object *object)
{
    ListIterator *self = (ListIterator *)object;
    List *list = (List *)self->list;
    if (list && self->index >= 0 && self->index < list->length)
        return incref(list->items[self->index--]);
    self->index = -1;
    return iterator_finish(vm, self);
}

static Object *length_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    ListIterator *self = (ListIterator *)object;
    int64_t left = self->list ? ((List *)self->list)->length - self->index : 0;
    return int_from_i64(vm, left < 0 ? 0 : left);
}

static Object *reverse_length_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    ListIterator *self = (ListIterator *)object;
    int64_t left = self->index + 1;
    return int_from_i64(vm, !self->list || ((List *)self->list)->length < left ? 0 : left);
}

/* What is exhausted is made again as an iterator over nothing. */
static Object *reduce_with(Vm *vm, Object *object, const char *maker)
{
    const ListIterator *self = (const ListIterator *)object;
    if (!self->list)
        return iterator_reduced(vm, "iter", list_new(vm, 0), NULL);
    return iterator_reduced(vm, maker, incref(self->list), int_from_i64(vm, self->index));
}

static Object *reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return reduce_with(vm, self, "iter");
}

static Object *reverse_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return reduce_with(vm, self, "reversed");
}

static Object *set_state_from(Vm *vm, Object *object, Object *state, int64_t low, int64_t beyond)
{
    ListIterator *self = (ListIterator *)object;
    int64_t index, length = self->list ? ((List *)self->list)->length : 0;
    if (!iterator_state(vm, state, low, length + beyond, &index))
        return NULL;
    if (self->list)
        self->index = index;
    return new_none(vm);
}

static Object *set_state(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return set_state_from(vm, self, args[0], 0, 0);
}

static Object *reverse_set_state(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return set_state_from(vm, self, args[0], -1, -1);
}

static const MethodDef iterator_methods[] = {
    {"__reduce__", reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", set_state, METHOD_ONE, "Set state information for unpickling."},
    {"__length_hint__", length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {0},
};

static const MethodDef reverse_iterator_methods[] = {
    {"__reduce__", reverse_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", reverse_set_state, METHOD_ONE, "Set state information for unpickling."},
    {"__length_hint__", reverse_length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec list_iterator_spec = {
    .name = "list_iterator",
    .size = sizeof(ListIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = iterator_self, .next = next_item,
    },
    .methods = iterator_methods,
};

const TypeSpec list_reverse_iterator_spec = {
    .name = "list_reverseiterator",
    .size = sizeof(ListIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = iterator_self, .next = previous_item,
    },
    .methods = reverse_iterator_methods,
};
