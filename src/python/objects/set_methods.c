/* The methods of set and frozenset, and set's iterator. */
#include "python/objects/iterators.h"
#include "python/objects/set_internal.h"

static Object *answer(Vm *vm, int truth) { return truth < 0 ? NULL : new_bool(vm, truth); }
static Object *done(Vm *vm, int status) { return status < 0 ? NULL : new_none(vm); }

/* ---- one element ---- */

static Object *method_add(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return done(vm, set_add(vm, self, args[0]));
}

static Object *method_discard(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return done(vm, set_discard(vm, self, args[0]));
}

static Object *method_remove(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int there = set_discard(vm, self, args[0]);
    return there ? done(vm, there) : vm_raise_object(vm, TYPE_KeyError, args[0]);
}

/* Goes round the table: the finger keeps a loop of pop() from searching the same empty stretch again and again. */
static Object *method_pop(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Set *set = (Set *)self;
    if (set->used == 0)
        return vm_raise(vm, TYPE_KeyError, "pop from an empty set");
    int64_t i = set->finger & set->mask;
    while (!set->table[i].key)
        i = i == set->mask ? 0 : i + 1;
    Object *key = set->table[i].key;
    set->table[i] = (SetEntry){NULL, SET_DELETED};
    set->used--;
    set->finger = i + 1;
    return key;
}

static Object *method_clear(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    set_clear(vm, self);
    return new_none(vm);
}

static Object *method_contains(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return answer(vm, set_contains(vm, self, args[0]));
}

/* ---- whole sets ---- */

static Object *method_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return is_exact(self, FROZENSET) ? incref(self) : set_make_plain(vm, self, self);
}

static Object *method_update(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    for (size_t i = 0; i < count; i++)
        if (set_update(vm, self, args[i]) < 0)
            return NULL;
    return new_none(vm);
}

static Object *method_union(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *result = set_make_plain(vm, self, self);
    for (size_t i = 0; result && i < count; i++)
        if (args[i] != self && set_update(vm, result, args[i]) < 0) {
            decref(vm, result);
            return NULL;
        }
    return result;
}

static Object *method_intersection(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count == 0)
        return set_make_plain(vm, self, self);
    Object *result = incref(self);
    for (size_t i = 0; result && i < count; i++) {
        Object *smaller = set_intersection(vm, result, args[i]);
        decref(vm, result);
        result = smaller;
    }
    return result;
}

static Object *method_intersection_update(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *common = method_intersection(vm, self, args, count, NULL);
    if (!common)
        return NULL;
    set_swap((Set *)self, (Set *)common);
    decref(vm, common);
    return new_none(vm);
}

static Object *method_difference(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count == 0)
        return set_make_plain(vm, self, self);
    Object *result = set_difference(vm, self, args[0]);
    for (size_t i = 1; result && i < count; i++)
        if (set_difference_update(vm, result, args[i]) < 0) {
            decref(vm, result);
            return NULL;
        }
    return result;
}

static Object *method_difference_update(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    for (size_t i = 0; i < count; i++)
        if (set_difference_update(vm, self, args[i]) < 0)
            return NULL;
    return new_none(vm);
}

static Object *method_symmetric_difference(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return set_symmetric_difference(vm, self, args[0]);
}

static Object *method_symmetric_difference_update(Vm *vm, Object *self, Object *const *args, size_t count,
                                                  Object *names)
{
    return done(vm, set_symmetric_difference_update(vm, self, args[0]));
}

static Object *method_is_subset(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return answer(vm, set_is_subset(vm, self, args[0]));
}

static Object *method_is_superset(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return answer(vm, set_is_superset(vm, self, args[0]));
}

static Object *method_is_disjoint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return answer(vm, set_is_disjoint(vm, self, args[0]));
}

/* (type, ([items],), attributes or None) */
static Object *method_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *items = sequence_list(vm, self);
    Object *arguments = items ? tuple_pack(vm, 1, items) : NULL;
    Object *state = arguments ? object_look_attribute(vm, self, name_of(vm, dict)) : NULL;
    if (arguments && !state && !vm_failed(vm))
        state = new_none(vm);
    Object *result = state ? tuple_pack(vm, 3, OBJECT(object_type(vm, self)), arguments, state) : NULL;
    xdecref(vm, state);
    xdecref(vm, arguments);
    xdecref(vm, items);
    return result;
}

#define BOTH_METHODS \
    {"__contains__", method_contains, METHOD_ONE, "x.__contains__(y) <==> y in x."}, \
    {"copy", method_copy, METHOD_NO_ARGS, "Return a shallow copy of a set."}, \
    {"difference", method_difference, METHOD_PACKED, \
     "Return the difference of two or more sets as a new set.\n\n" \
     "(i.e. all elements that are in this set but not the others.)"}, \
    {"intersection", method_intersection, METHOD_PACKED, \
     "Return the intersection of two sets as a new set.\n\n(i.e. all elements that are in both sets.)"}, \
    {"isdisjoint", method_is_disjoint, METHOD_ONE, "Return True if two sets have a null intersection."}, \
    {"issubset", method_is_subset, METHOD_ONE, "Report whether another set contains this set."}, \
    {"issuperset", method_is_superset, METHOD_ONE, "Report whether this set contains another set."}, \
    {"symmetric_difference", method_symmetric_difference, METHOD_ONE, \
     "Return the symmetric difference of two sets as a new set.\n\n" \
     "(i.e. all elements that are in exactly one of the sets.)"}, \
    {"union", method_union, METHOD_PACKED, \
     "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)"}, \
    {"__sizeof__", object_sizeof, METHOD_NO_ARGS, "S.__sizeof__() -> size of S in memory, in bytes"}, \
    {"__reduce__", method_reduce, METHOD_NO_ARGS, "Return state information for pickling."}, \
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"}

const MethodDef frozenset_methods[] = {
    BOTH_METHODS,
    {0},
};

const MethodDef set_methods[] = {
    {"add", method_add, METHOD_ONE,
     "Add an element to a set.\n\nThis has no effect if the element is already present."},
    {"clear", method_clear, METHOD_NO_ARGS, "Remove all elements from this set."},
    {"discard", method_discard, METHOD_ONE,
     "Remove an element from a set if it is a member.\n\n"
     "Unlike set.remove(), the discard() method does not raise\n"
     "an exception when an element is missing from the set."},
    {"remove", method_remove, METHOD_ONE,
     "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
    {"pop", method_pop, METHOD_NO_ARGS,
     "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty."},
    {"update", method_update, METHOD_PACKED, "Update a set with the union of itself and others."},
    {"intersection_update", method_intersection_update, METHOD_PACKED,
     "Update a set with the intersection of itself and another."},
    {"difference_update", method_difference_update, METHOD_PACKED,
     "Remove all elements of another set from this set."},
    {"symmetric_difference_update", method_symmetric_difference_update, METHOD_ONE,
     "Update a set with the symmetric difference of itself and another."},
    BOTH_METHODS,
    {0},
};

/* ---- iterator ---- */

typedef struct SetIterator {
    Object head;
    Object *set;               /* NULL: exhausted */
    int64_t used;              /* elements at the start; -1 once the set has changed */
    int64_t position, left;
} SetIterator;

Object *set_iter(Vm *vm, Object *set)
{
    SetIterator *self = (SetIterator *)object_new_builtin(vm, TYPE_SET_ITERATOR, sizeof *self);
    if (!self)
        return NULL;
    self->set = incref(set);
    self->used = self->left = ((Set *)set)->used;
    self->position = 0;
    gc_track(vm, &self->head);
    return &self->head;
}

static void iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((SetIterator *)self)->set);
    object_free(vm, self);
}

static int iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((SetIterator *)self)->set);
    return 0;
}

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

static Object *iterator_next_key(Vm *vm, Object *object)
{
    SetIterator *self = (SetIterator *)object;
    Object *set = self->set, *key;
    if (!set)
        return NULL;
    if (self->used != ((Set *)set)->used) {
        self->used = -1;
        return vm_raise(vm, TYPE_RuntimeError, "Set changed size during iteration");
    }
    if (set_next(set, &self->position, &key)) {
        self->left--;
        return incref(key);
    }
    self->set = NULL;
    decref(vm, set);
    return NULL;
}

static Object *iterator_length_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    SetIterator *self = (SetIterator *)object;
    return int_from_i64(vm, self->set && self->used == ((Set *)self->set)->used ? self->left : 0);
}

/* What is still to come, as a list: a copy of the iterator gives it. */
static Object *iterator_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const SetIterator *self = (const SetIterator *)object;
    Object *rest = list_new(vm, 0), *key;
    if (rest && self->set) {
        SetIterator *copy = (SetIterator *)set_iter(vm, self->set);
        if (!copy) {
            decref(vm, rest);
            return NULL;
        }
        copy->used = self->used, copy->position = self->position, copy->left = self->left;
        while ((key = iterator_next_key(vm, &copy->head)) && list_append(vm, rest, key) == 0)
            decref(vm, key);
        xdecref(vm, key);
        decref(vm, &copy->head);
        if (vm_failed(vm))
            object_replace(vm, &rest, NULL);
    }
    return iterator_reduced(vm, "iter", rest, NULL);
}

static const MethodDef iterator_methods[] = {
    {"__reduce__", iterator_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__length_hint__", iterator_length_hint, METHOD_NO_ARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec set_iterator_spec = {
    .name = "set_iterator",
    .size = sizeof(SetIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = iterator_self,
        .next = iterator_next_key,
    },
    .methods = iterator_methods,
};
