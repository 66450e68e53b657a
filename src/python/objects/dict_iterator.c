/* The six iterators over a dict: keys, values and items, forwards and backwards. All are one struct; they differ in
 * what they give (DictGive) and in the direction.
 *
 * An iterator knows how many entries the dict had. When that number has changed the program is told, and told again at
 * every further try. */
#include "python/objects/dict_internal.h"

#include "python/gc.h"
#include "python/objects/iterators.h"

typedef struct DictIterator {
    Object head;
    Object *dict;              /* NULL: exhausted */
    int64_t used;              /* entries at the start; -1 once the dict has changed */
    int64_t position;          /* next place to look at */
    Object *result;            /* items: the pair that is used again while nobody holds it; else NULL */
    int64_t left;
} DictIterator;

static bool gives_items(TypeId type)
{
    return type == TYPE_DICT_ITEM_ITERATOR || type == TYPE_DICT_REVERSE_ITEM_ITERATOR;
}

static bool is_reverse(TypeId type)
{
    return type == TYPE_DICT_REVERSE_KEY_ITERATOR || type == TYPE_DICT_REVERSE_VALUE_ITERATOR
        || type == TYPE_DICT_REVERSE_ITEM_ITERATOR;
}

Object *dict_iterator_new(Vm *vm, Object *dict, TypeId type)
{
    DictIterator *self = (DictIterator *)object_new_builtin(vm, type, sizeof(DictIterator));
    if (!self)
        return NULL;
    self->dict = incref(dict);
    self->used = self->left = dict_length(dict);
    self->position = is_reverse(type) ? ((Dict *)dict)->keys->entry_count - 1 : 0;
    self->result = NULL;
    if (gives_items(type) && !(self->result = tuple_pack(vm, 2, none(vm), none(vm)))) {
        decref(vm, &self->head);
        return NULL;
    }
    gc_track(vm, &self->head);
    return &self->head;
}

static void iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((DictIterator *)self)->dict);
    xdecref(vm, ((DictIterator *)self)->result);
    object_free(vm, self);
}

static int iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((DictIterator *)self)->dict);
    VISIT(((DictIterator *)self)->result);
    return 0;
}

static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

static bool iterator_finish(Vm *vm, DictIterator *self)
{
    Object *dict = self->dict;
    self->dict = NULL;
    decref(vm, dict);
    return false;
}

/* Is there a dict of the size that it had at the start? */
static bool iterator_valid(Vm *vm, DictIterator *self)
{
    if (!self->dict)
        return false;
    if (self->used == dict_length(self->dict))
        return true;
    self->used = -1;
    vm_raise(vm, TYPE_RuntimeError, "dictionary changed size during iteration");
    return false;
}

static bool step_forward(Vm *vm, DictIterator *self, Object **key, Object **value)
{
    if (!iterator_valid(vm, self))
        return false;
    if (!dict_next(self->dict, &self->position, key, value))
        return iterator_finish(vm, self);
    if (self->left == 0) {
        vm_raise(vm, TYPE_RuntimeError, "dictionary keys changed during iteration");
        return iterator_finish(vm, self);
    }
    self->left--;
    return true;
}

static bool step_backward(Vm *vm, DictIterator *self, Object **key, Object **value)
{
    if (!iterator_valid(vm, self))
        return false;
    int64_t place = self->position;
    if (place >= ((Dict *)self->dict)->keys->entry_count)
        place = ((Dict *)self->dict)->keys->entry_count - 1;     /* the table was made anew, and smaller */
    for (; place >= 0; place--) {
        int64_t next = place;
        if (dict_next(self->dict, &next, key, value) && next == place + 1) {
            self->position = place - 1;
            self->left--;
            return true;
        }
    }
    return iterator_finish(vm, self);
}

static Object *next_key(Vm *vm, Object *self)
{
    Object *key, *value;
    return step_forward(vm, (DictIterator *)self, &key, &value) ? incref(key) : NULL;
}

static Object *next_value(Vm *vm, Object *self)
{
    Object *key, *value;
    return step_forward(vm, (DictIterator *)self, &key, &value) ? incref(value) : NULL;
}

static Object *next_item(Vm *vm, Object *self)
{
    Object *key, *value;
    DictIterator *iterator = (DictIterator *)self;
    if (!step_forward(vm, iterator, &key, &value))
        return NULL;
    return iterator_pair(vm, iterator->result, incref(key), incref(value));
}

static Object *previous_key(Vm *vm, Object *self)
{
    Object *key, *value;
    return step_backward(vm, (DictIterator *)self, &key, &value) ? incref(key) : NULL;
}

static Object *previous_value(Vm *vm, Object *self)
{
    Object *key, *value;
    return step_backward(vm, (DictIterator *)self, &key, &value) ? incref(value) : NULL;
}

static Object *previous_item(Vm *vm, Object *self)
{
    Object *key, *value;
    DictIterator *iterator = (DictIterator *)self;
    if (!step_backward(vm, iterator, &key, &value))
        return NULL;
    return iterator_pair(vm, iterator->result, incref(key), incref(value));
}

static Object *method_length_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    DictIterator *iterator = (DictIterator *)self;
    bool valid = iterator->dict && iterator->used == dict_length(iterator->dict);
    return int_from_i64(vm, valid ? iterator->left : 0);
}

/* What is still to come, as a list: a copy of the iterator gives it. */
static Object *method_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const DictIterator *iterator = (const DictIterator *)self;
    Object *rest = list_new(vm, 0), *item;
    DictIterator *copy = NULL;
    if (rest && iterator->dict) {
        copy = (DictIterator *)object_new_zeroed(vm, object_type(vm, self), sizeof *copy);
        if (copy) {
            copy->dict = incref(iterator->dict);
            copy->result = xincref(iterator->result);
            copy->used = iterator->used, copy->position = iterator->position, copy->left = iterator->left;
            gc_track(vm, &copy->head);
        }
    }
    UnaryFunction next = object_type(vm, self)->slots.next;
    while (copy && (item = next(vm, &copy->head))) {
        int added = list_append(vm, rest, item);
        decref(vm, item);
        if (added < 0)
            break;
    }
    xdecref(vm, OBJECT(copy));
    if (vm_failed(vm))
        object_replace(vm, &rest, NULL);
    return iterator_reduced(vm, "iter", rest, NULL);
}

static const MethodDef iterator_methods[] = {
    {"__reduce__", method_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__length_hint__", method_length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {0},
};

#define DICT_ITERATOR_SPEC(variable, python_name, next_function) \
    const TypeSpec variable = { \
        .name = python_name, \
        .size = sizeof(DictIterator), \
        .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION, \
        .slots = { \
            .dealloc = iterator_dealloc, .traverse = iterator_traverse, \
            .iter = iterator_self, .next = next_function, \
        }, \
        .methods = iterator_methods, \
    }

DICT_ITERATOR_SPEC(dict_key_iterator_spec, "dict_keyiterator", next_key);
DICT_ITERATOR_SPEC(dict_value_iterator_spec, "dict_valueiterator", next_value);
DICT_ITERATOR_SPEC(dict_item_iterator_spec, "dict_itemiterator", next_item);
DICT_ITERATOR_SPEC(dict_reverse_key_iterator_spec, "dict_reversekeyiterator", previous_key);
DICT_ITERATOR_SPEC(dict_reverse_value_iterator_spec, "dict_reversevalueiterator", previous_value);
DICT_ITERATOR_SPEC(dict_reverse_item_iterator_spec, "dict_reverseitemiterator", previous_item);
