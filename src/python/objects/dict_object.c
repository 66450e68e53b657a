/* The type dict: its slots and methods. The table itself is in dict.c. */
#include "python/objects/dict_internal.h"

#include "python/gc.h"
#include "python/objects/class.h"
#include "python/objects/iterators.h"
#include "python/slot.h"

/* ---- life ---- */

static Object *dict_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    ((Dict *)self)->keys = dict_empty_keys();
    if (!is_exact(self, DICT))
        gc_track(vm, self);     /* a subclass has attributes, too; a plain dict waits for its first container */
    return self;
}

/* What dict() and dict.update() take: at most one mapping or iterable of pairs, and names. */
static int update_from_arguments(Vm *vm, Object *self, const char *function, Object *const *args, size_t count,
                                 Object *names)
{
    if (!args_check(vm, function, count, 0, 1) || (count && dict_update(vm, self, args[0]) < 0))
        return -1;
    for (int64_t i = 0; names && i < tuple_length(names); i++)
        if (dict_set(vm, self, tuple_item(names, i), args[count + (size_t)i]) < 0)
            return -1;
    return 0;
}

static int dict_slot_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return update_from_arguments(vm, self, "dict", args, count, names);
}

static void dict_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    dict_end_sharing(vm, (Dict *)self);
    dict_release_keys(vm, ((Dict *)self)->keys);
    if (!is_exact(self, DICT) || !free_list_keep(vm, FREE_DICTS, self))
        object_free(vm, self);
}

static int dict_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Object *key, *value;
    for (int64_t i = 0; dict_next(self, &i, &key, &value);) {
        VISIT(key);
        VISIT(value);
    }
    return 0;
}

static int dict_slot_clear(Vm *vm, Object *self)
{
    dict_clear(vm, self);
    return 0;
}

static uint64_t dict_size_of(Vm *vm, Object *self)
{
    const DictKeys *keys = ((Dict *)self)->keys;
    uint64_t size = object_type(vm, self)->size;
    uint64_t room = ((Dict *)self)->shared ? shared_keys_room(((Dict *)self)->shared) : 0;
    if (room && (uint64_t)((Dict *)self)->used <= room && (dict_keys_are_empty(keys) || keys->kind == DICT_KEYS_STR))
        return size + room * sizeof(Object *);   /* an instance's __dict__: the keys belong to the class */
    if (dict_keys_are_empty(keys))
        return size;
    uint64_t entry = keys->kind == DICT_KEYS_STR ? sizeof(DictStrEntry) : sizeof(DictEntry);
    return size + sizeof(DictKeys) + (UINT64_C(1) << keys->log2_index_bytes)
         + (uint64_t)dict_usable_fraction(INT64_C(1) << keys->log2_size) * entry;
}

/* ---- showing, comparing ---- */

static int write_repr(Vm *vm, StrWriter *writer, Object *object)
{
    Object *text = object_repr(vm, object);
    if (!text)
        return -1;
    int status = writer_str(vm, writer, text);
    decref(vm, text);
    return status;
}

static int write_entry(Vm *vm, StrWriter *writer, Object *key, Object *value, bool first)
{
    incref(key);
    incref(value);
    int status = first ? 0 : writer_ascii(vm, writer, ", ", 2);
    if (status == 0 && (status = write_repr(vm, writer, key)) == 0
        && (status = writer_ascii(vm, writer, ": ", 2)) == 0)
        status = write_repr(vm, writer, value);
    decref(vm, value);
    decref(vm, key);
    return status;
}

static Object *dict_repr_inner(Vm *vm, Object *self)
{
    StrWriter writer;
    writer_init(&writer);
    int status = writer_char(vm, &writer, '{');
    Object *key, *value;
    bool first = true;
    for (int64_t i = 0; status == 0 && dict_next(self, &i, &key, &value); first = false)
        status = write_entry(vm, &writer, key, value, first);
    if (status == 0 && writer_char(vm, &writer, '}') == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

static Object *dict_repr(Vm *vm, Object *self)
{
    int inside = repr_enter(vm, self);
    if (inside)
        return inside < 0 ? NULL : str_from_c(vm, "{...}");
    Object *text = dict_length(self) ? dict_repr_inner(vm, self) : str_from_c(vm, "{}");
    repr_leave(vm, self);
    return text;
}

/* 1: b has an equal value under that key. */
static int entry_equal_in(Vm *vm, Dict *b, Object *key, int64_t hash, Object *value)
{
    incref(key);
    incref(value);
    Object *other;
    int equal = dict_lookup(vm, b, key, hash, &other) == DICT_ERROR ? -1 : other != NULL;
    if (equal == 1) {
        incref(other);
        equal = object_compare_truth(vm, other, value, COMPARE_EQ);
        decref(vm, other);
    }
    decref(vm, key);
    decref(vm, value);
    return equal;
}

static int dict_equal(Vm *vm, Dict *a, Dict *b)
{
    if (a->used != b->used)
        return 0;
    Object *key, *value;
    int64_t hash;
    int equal = 1;
    for (int64_t i = 0; equal == 1 && dict_walk(a, &i, &key, &value, &hash);)
        equal = entry_equal_in(vm, b, key, hash, value);
    return equal;
}

static Object *dict_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_dict(vm, left) || !is_dict(vm, right))
        return new_not_implemented(vm);
    int equal = dict_equal(vm, (Dict *)left, (Dict *)right);
    return equal < 0 ? NULL : new_bool(vm, equal == (op == COMPARE_EQ));
}

/* ---- items ---- */

static Object *dict_missing(Vm *vm, Object *self, Object *key)
{
    if (!is_exact(self, DICT) && type_lookup(vm, object_type(vm, self), name_of(vm, missing))) {
        Object *method = special_bound(vm, self, name_of(vm, missing));
        Object *value = method ? object_call_one(vm, method, key) : NULL;
        xdecref(vm, method);
        return value;
    }
    return vm_raise_object(vm, TYPE_KeyError, key);
}

static Object *dict_get_item(Vm *vm, Object *self, Object *key)
{
    Object *value = dict_get(vm, self, key);
    if (value)
        return incref(value);
    return vm_failed(vm) ? NULL : dict_missing(vm, self, key);
}

static int dict_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    return value ? dict_set(vm, self, key, value) : dict_delete(vm, self, key);
}

static int64_t dict_slot_length(Vm *vm, Object *self) { return dict_length(self); }

static Object *dict_iter(Vm *vm, Object *self) { return dict_iterator_new(vm, self, TYPE_DICT_KEY_ITERATOR); }

static Object *dict_or(Vm *vm, Object *left, Object *right)
{
    if (!is_dict(vm, left) || !is_dict(vm, right))
        return new_not_implemented(vm);
    Object *both = dict_copy(vm, left);
    if (both && dict_update(vm, both, right) < 0) {
        decref(vm, both);
        return NULL;
    }
    return both;
}

static Object *dict_in_place_or(Vm *vm, Object *self, Object *other)
{
    return dict_update(vm, self, other) < 0 ? NULL : incref(self);
}

/* ---- methods ---- */

static Object *method_get(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "get", count, 1, 2))
        return NULL;
    Object *value = dict_get(vm, self, args[0]);
    if (value)
        return incref(value);
    return vm_failed(vm) ? NULL : incref(count == 2 ? args[1] : none(vm));
}

static Object *method_set_default(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "setdefault", count, 1, 2))
        return NULL;
    return xincref(dict_set_default(vm, self, args[0], count == 2 ? args[1] : none(vm)));
}

static Object *method_pop(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return args_check(vm, "pop", count, 1, 2) ? dict_pop(vm, self, args[0], count == 2 ? args[1] : NULL) : NULL;
}

/* The last entry goes, and the place that it had can be used again. */
static Object *method_pop_item(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *pair = tuple_new(vm, 2);
    if (!pair)
        return NULL;
    Dict *dict = (Dict *)self;
    if (dict->used == 0) {
        decref(vm, pair);
        return vm_raise(vm, TYPE_KeyError, "popitem(): dictionary is empty");
    }
    dict_end_sharing(vm, dict);
    int64_t last = dict->keys->entry_count - 1, position = last, hash;
    Object **items = ((Tuple *)pair)->items;
    while (!dict_walk(dict, &position, &items[0], &items[1], &hash))
        position = --last;
    dict_take_out(dict, last, hash, &items[0], &items[1]);
    dict->keys->entry_count = last;
    return pair;
}

static Object *method_keys(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_view_new(vm, self, TYPE_DICT_KEYS);
}

static Object *method_values(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_view_new(vm, self, TYPE_DICT_VALUES);
}

static Object *method_items(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_view_new(vm, self, TYPE_DICT_ITEMS);
}

static Object *method_update(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return update_from_arguments(vm, self, "update", args, count, names) < 0 ? NULL : new_none(vm);
}

static Object *method_from_keys(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "fromkeys", count, 1, 2))
        return NULL;
    return dict_from_keys(vm, self, args[0], count == 2 ? args[1] : none(vm));
}

static Object *method_clear(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    dict_clear(vm, self);
    return new_none(vm);
}

static Object *method_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_copy(vm, self);
}

static Object *method_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_iterator_new(vm, self, TYPE_DICT_REVERSE_KEY_ITERATOR);
}

static Object *method_get_item(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_get_item(vm, self, args[0]);
}

static Object *method_contains(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int there = dict_contains(vm, self, args[0]);
    return there < 0 ? NULL : new_bool(vm, there);
}

static const MethodDef dict_methods[] = {
    {"__contains__", method_contains, METHOD_ONE, "True if the dictionary has the specified key, else False."},
    {"__getitem__", method_get_item, METHOD_ONE, "x.__getitem__(y) <==> x[y]"},
    {"__sizeof__", object_sizeof, METHOD_NO_ARGS, "D.__sizeof__() -> size of D in memory, in bytes"},
    {"get", method_get, METHOD_FAST, "Return the value for key if key is in the dictionary, else default."},
    {"setdefault", method_set_default, METHOD_FAST,
     "Insert key with a value of default if key is not in the dictionary.\n\n"
     "Return the value for key if key is in the dictionary, else default."},
    {"pop", method_pop, METHOD_FAST,
     "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n"
     "If the key is not found, return the default if given; otherwise,\nraise a KeyError."},
    {"popitem", method_pop_item, METHOD_NO_ARGS,
     "Remove and return a (key, value) pair as a 2-tuple.\n\n"
     "Pairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty."},
    {"keys", method_keys, METHOD_NO_ARGS, "D.keys() -> a set-like object providing a view on D's keys"},
    {"items", method_items, METHOD_NO_ARGS, "D.items() -> a set-like object providing a view on D's items"},
    {"values", method_values, METHOD_NO_ARGS, "D.values() -> an object providing a view on D's values"},
    {"update", method_update, METHOD_PACKED_KEYWORDS,
     "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F."},
    {"fromkeys", method_from_keys, METHOD_FAST | METHOD_CLASS,
     "Create a new dictionary with keys from iterable and values set to value."},
    {"clear", method_clear, METHOD_NO_ARGS, "D.clear() -> None.  Remove all items from D."},
    {"copy", method_copy, METHOD_NO_ARGS, "D.copy() -> a shallow copy of D"},
    {"__reversed__", method_reversed, METHOD_NO_ARGS, "Return a reverse iterator over the dict keys."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .doc = "dict() -> new empty dictionary\n"
           "dict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\n"
           "dict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n"
           "        d[k] = v\n"
           "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
           "    in the keyword argument list.  For example:  dict(one=1, two=2)",
    .size = sizeof(Dict),
    .flags = TYPE_HAS_GC | TYPE_BASE | TYPE_DICT_SUBCLASS | TYPE_MAPPING | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = dict_dealloc, .traverse = dict_traverse, .clear = dict_slot_clear, .size_of = dict_size_of,
        .new = dict_slot_new, .init = dict_slot_init,
        .repr = dict_repr, .compare = dict_compare, .iter = dict_iter,
        .length = dict_slot_length, .contains = dict_contains, .get_item = dict_get_item, .set_item = dict_set_item,
        .binary = {[BINARY_OR] = dict_or}, .in_place = {[BINARY_OR] = dict_in_place_or},
    },
    .methods = dict_methods,
};
