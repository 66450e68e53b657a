/* dict.keys(), dict.values(), dict.items(): windows on a dict that show what it holds now. Keys and items behave like
 * sets as well; the results of their operators are plain sets, computed as CPython's dictviews_* do. */
#include "python/objects/dict_internal.h"

#include "python/gc.h"
#include "python/objects/iterators.h"

typedef struct DictView { Object head; Object *dict; } DictView;

static Object *view_dict(const Object *self) { return ((const DictView *)self)->dict; }

Object *dict_view_new(Vm *vm, Object *dict, TypeId type)
{
    DictView *self = (DictView *)object_new_builtin(vm, type, sizeof(DictView));
    if (!self)
        return NULL;
    self->dict = incref(dict);
    gc_track(vm, &self->head);
    return &self->head;
}

static void view_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, view_dict(self));
    object_free(vm, self);
}

static int view_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(view_dict(self));
    return 0;
}

static int64_t view_length(Vm *vm, Object *self) { return dict_length(view_dict(self)); }

/* Views of an OrderedDict are of the same types here, and in CPython of types of their own: odict_keys and so on. */
static bool is_of_ordered_dict(Vm *vm, Object *self)
{
    const Type *type = object_type(vm, view_dict(self));
    while (type && !(type->flags & TYPE_LIBRARY))
        type = type->base;
    return type && str_equals_c(type->name, "OrderedDict");
}

static Object *view_repr(Vm *vm, Object *self)
{
    int inside = repr_enter(vm, self);
    if (inside)
        return inside < 0 ? NULL : str_from_c(vm, "...");
    Object *list = sequence_list(vm, self);
    const char *prefix = is_of_ordered_dict(vm, self) ? "o" : "";
    Object *text = list ? str_format(vm, "%s%T(%R)", prefix, self, list) : NULL;
    xdecref(vm, list);
    repr_leave(vm, self);
    return text;
}

static Object *get_mapping(Vm *vm, Object *self, void *closure) { return mapping_proxy_new(vm, view_dict(self)); }

static const GetSetDef view_getset[] = {
    {"mapping", get_mapping, NULL, NULL},
    {0},
};

/* ---- keys and items as sets ---- */

static bool is_set_view(const Object *object) { return is_exact(object, DICT_KEYS) || is_exact(object, DICT_ITEMS); }

static int keys_contains(Vm *vm, Object *self, Object *key) { return dict_contains(vm, view_dict(self), key); }

static int items_contains(Vm *vm, Object *self, Object *item)
{
    if (!is_tuple(vm, item) || tuple_length(item) != 2)
        return 0;
    Object *value = dict_get(vm, view_dict(self), tuple_item(item, 0));
    if (!value)
        return vm_failed(vm) ? -1 : 0;
    incref(value);
    int equal = object_compare_truth(vm, value, tuple_item(item, 1), COMPARE_EQ);
    decref(vm, value);
    return equal;
}

static int view_contains(Vm *vm, Object *self, Object *item)
{
    return is_exact(self, DICT_KEYS) ? keys_contains(vm, self, item) : items_contains(vm, self, item);
}

/* Is each item of the first in the second? */
static int all_contained(Vm *vm, Object *self, Object *other)
{
    Object *iterator = object_iter(vm, self);
    if (!iterator)
        return -1;
    int contained = 1;
    Object *item;
    while (contained == 1 && (item = iterator_next(vm, iterator))) {
        contained = object_contains(vm, other, item);
        decref(vm, item);
    }
    decref(vm, iterator);
    return vm_failed(vm) ? -1 : contained;
}

static int compare_sizes(Vm *vm, Object *self, Object *other, int64_t own, int64_t others, CompareOp op)
{
    switch (op) {
    case COMPARE_EQ: case COMPARE_NE: return own == others ? all_contained(vm, self, other) : 0;
    case COMPARE_LT: return own < others ? all_contained(vm, self, other) : 0;
    case COMPARE_LE: return own <= others ? all_contained(vm, self, other) : 0;
    case COMPARE_GT: return own > others ? all_contained(vm, other, self) : 0;
    case COMPARE_GE: return own >= others ? all_contained(vm, other, self) : 0;
    }
    return 0;
}

static Object *view_compare(Vm *vm, Object *self, Object *other, CompareOp op)
{
    if (!is_any_set(vm, other) && !is_set_view(other))
        return new_not_implemented(vm);
    int64_t own = view_length(vm, self), others = object_length(vm, other);
    int answer = others < 0 ? -1 : compare_sizes(vm, self, other, own, others, op);
    return answer < 0 ? NULL : new_bool(vm, op == COMPARE_NE ? !answer : answer);
}

static Object *view_as_set(Vm *vm, Object *self)
{
    bool plain = is_exact(self, DICT_KEYS) && is_exact(view_dict(self), DICT);
    return set_new(vm, plain ? view_dict(self) : self);
}

/* set(self).method(other), and the set. */
static Object *set_changed_by(Vm *vm, Object *self, const char *method, Object *other)
{
    Object *name = str_interned(vm, method);
    Object *result = name ? view_as_set(vm, self) : NULL;
    if (result) {
        Object *args[2] = {result, other};
        Object *done = object_call_method(vm, name, args, 2, NULL);
        if (!done) {
            decref(vm, result);
            result = NULL;
        }
        xdecref(vm, done);
    }
    xdecref(vm, name);
    return result;
}

static Object *view_subtract(Vm *vm, Object *self, Object *other)
{
    return set_changed_by(vm, self, "difference_update", other);
}

static Object *view_or(Vm *vm, Object *self, Object *other)
{
    Object *result = view_as_set(vm, self);
    if (result && set_update(vm, result, other) < 0) {
        decref(vm, result);
        return NULL;
    }
    return result;
}

/* The items of `other` that are in the view. */
static Object *view_collect_common(Vm *vm, Object *self, Object *other)
{
    Object *result = set_new(vm, NULL);
    Object *iterator = result ? object_iter(vm, other) : NULL;
    Object *item;
    int there = 0;
    while (iterator && there >= 0 && (item = iterator_next(vm, iterator))) {
        there = view_contains(vm, self, item);
        if (there > 0)
            there = set_add(vm, result, item);
        decref(vm, item);
    }
    xdecref(vm, iterator);
    if (!vm_failed(vm))
        return result;
    xdecref(vm, result);
    return NULL;
}

static Object *view_and(Vm *vm, Object *left, Object *right)
{
    Object *self = is_set_view(left) ? left : right, *other = self == left ? right : left;
    int64_t length = view_length(vm, self);
    if (is_exact(other, SET) && length <= ((Set *)other)->used) {
        Object *name = str_interned(vm, "intersection");
        Object *args[2] = {other, self};
        Object *result = name ? object_call_method(vm, name, args, 2, NULL) : NULL;
        xdecref(vm, name);
        return result;
    }
    if (is_set_view(other) && view_length(vm, other) > length)
        return view_collect_common(vm, other, self);
    return view_collect_common(vm, self, other);
}

/* One entry of the larger dict: goes out of `rest` when it is there with an equal value, else into the result. */
static int xor_entry(Vm *vm, Object *rest, Object *result, Object *key, Object *value, int64_t hash)
{
    Object *there = dict_get_hashed(vm, rest, key, hash);
    if (vm_failed(vm))
        return -1;
    if (there) {
        incref(there);
        int equal = object_compare_truth(vm, there, value, COMPARE_EQ);
        decref(vm, there);
        if (equal)
            return equal < 0 ? -1 : dict_delete_hashed(vm, rest, key, hash);
    }
    Object *pair = tuple_pack(vm, 2, key, value);
    int status = pair ? set_add(vm, result, pair) : -1;
    xdecref(vm, pair);
    return status;
}

static int xor_into(Vm *vm, Dict *larger, Object *rest, Object *result)
{
    Object *key, *value;
    int64_t hash;
    int status = 0;
    for (int64_t i = 0; status == 0 && dict_walk(larger, &i, &key, &value, &hash);) {
        incref(key);
        incref(value);
        status = xor_entry(vm, rest, result, key, value, hash);
        decref(vm, key);
        decref(vm, value);
    }
    if (status < 0)
        return -1;
    Object *items = dict_view_new(vm, rest, TYPE_DICT_ITEMS);
    status = items ? set_update(vm, result, items) : -1;
    xdecref(vm, items);
    return status;
}

/* Without hashing the values where both agree, as dictitems_xor. */
static Object *items_xor(Vm *vm, Object *one, Object *two)
{
    bool swap = dict_length(one) > dict_length(two);
    Object *rest = dict_copy(vm, swap ? two : one);
    Object *result = rest ? set_new(vm, NULL) : NULL;
    if (result && xor_into(vm, (Dict *)(swap ? one : two), rest, result) < 0) {
        decref(vm, result);
        result = NULL;
    }
    xdecref(vm, rest);
    return result;
}

static Object *view_xor(Vm *vm, Object *self, Object *other)
{
    if (is_exact(self, DICT_ITEMS) && is_exact(other, DICT_ITEMS))
        return items_xor(vm, view_dict(self), view_dict(other));
    return set_changed_by(vm, self, "symmetric_difference_update", other);
}

static int is_disjoint(Vm *vm, Object *self, Object *other)
{
    Object *iterator = object_iter(vm, other);
    if (!iterator)
        return -1;
    int there = 0;
    Object *item;
    while (there == 0 && (item = iterator_next(vm, iterator))) {
        there = object_contains(vm, self, item);
        decref(vm, item);
    }
    decref(vm, iterator);
    return there < 0 || vm_failed(vm) ? -1 : !there;
}

static Object *method_is_disjoint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *other = args[0];
    if (self == other)
        return new_bool(vm, view_length(vm, self) == 0);
    bool sized = is_exact(other, SET) || is_exact(other, FROZENSET) || is_set_view(other);
    bool swap = sized && object_length(vm, other) > view_length(vm, self);
    int answer = swap ? is_disjoint(vm, other, self) : is_disjoint(vm, self, other);
    return answer < 0 ? NULL : new_bool(vm, answer);
}

/* ---- the three types ---- */

static Object *keys_iter(Vm *vm, Object *self)
{
    return dict_iterator_new(vm, view_dict(self), TYPE_DICT_KEY_ITERATOR);
}

static Object *values_iter(Vm *vm, Object *self)
{
    return dict_iterator_new(vm, view_dict(self), TYPE_DICT_VALUE_ITERATOR);
}

static Object *items_iter(Vm *vm, Object *self)
{
    return dict_iterator_new(vm, view_dict(self), TYPE_DICT_ITEM_ITERATOR);
}

static Object *keys_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_iterator_new(vm, view_dict(self), TYPE_DICT_REVERSE_KEY_ITERATOR);
}

static Object *values_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_iterator_new(vm, view_dict(self), TYPE_DICT_REVERSE_VALUE_ITERATOR);
}

static Object *items_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_iterator_new(vm, view_dict(self), TYPE_DICT_REVERSE_ITEM_ITERATOR);
}

#define DISJOINT_DOC "Return True if the view and the given iterable have a null intersection."

static const MethodDef keys_methods[] = {
    {"isdisjoint", method_is_disjoint, METHOD_ONE, DISJOINT_DOC},
    {"__reversed__", keys_reversed, METHOD_NO_ARGS, "Return a reverse iterator over the dict keys."},
    {0},
};

static const MethodDef values_methods[] = {
    {"__reversed__", values_reversed, METHOD_NO_ARGS, "Return a reverse iterator over the dict values."},
    {0},
};

static const MethodDef items_methods[] = {
    {"isdisjoint", method_is_disjoint, METHOD_ONE, DISJOINT_DOC},
    {"__reversed__", items_reversed, METHOD_NO_ARGS, "Return a reverse iterator over the dict items."},
    {0},
};

#define SET_OPERATORS \
    { \
        [BINARY_SUBTRACT] = view_subtract, [BINARY_AND] = view_and, [BINARY_OR] = view_or, [BINARY_XOR] = view_xor \
    }

const TypeSpec dict_keys_spec = {
    .name = "dict_keys",
    .size = sizeof(DictView),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = view_dealloc, .traverse = view_traverse, .repr = view_repr, .compare = view_compare,
        .iter = keys_iter, .length = view_length, .contains = keys_contains, .binary = SET_OPERATORS,
    },
    .methods = keys_methods,
    .getset = view_getset,
};

const TypeSpec dict_values_spec = {
    .name = "dict_values",
    .size = sizeof(DictView),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = view_dealloc, .traverse = view_traverse, .repr = view_repr, .iter = values_iter,
        .length = view_length,
    },
    .methods = values_methods,
    .getset = view_getset,
};

const TypeSpec dict_items_spec = {
    .name = "dict_items",
    .size = sizeof(DictView),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {
        .dealloc = view_dealloc, .traverse = view_traverse, .repr = view_repr, .compare = view_compare,
        .iter = items_iter, .length = view_length, .contains = items_contains, .binary = SET_OPERATORS,
    },
    .methods = items_methods,
    .getset = view_getset,
};
