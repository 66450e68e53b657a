/* Whole dicts at a time: copying, updating from mappings and from pairs, fromkeys. The decisions when a table is
 * cloned, when it is grown at once and when key by key are CPython 3.11's (dict_merge, PyDict_Copy,
 * _PyDict_FromKeys), since they show in sys.getsizeof. */
#include "python/objects/dict_internal.h"
#include "python/objects/set_internal.h"

#include "python/objects/class.h"

/* Does iterating over it give its keys straight from the table? A subclass with its own __iter__ does not. */
static bool iterates_as_dict(Vm *vm, Object *object)
{
    return is_dict(vm, object) && object_type(vm, object)->slots.iter == builtin_type(vm, TYPE_DICT)->slots.iter;
}

static int merge_mutated(Vm *vm)
{
    return vm_raise_int(vm, TYPE_RuntimeError, "dict mutated during update");
}

/* One entry of another dict. override: 1 replace, 0 keep what is there, 2 KeyError when there is one. */
static int merge_entry(Vm *vm, Dict *dict, Object *key, int64_t hash, Object *value, int override)
{
    if (override == 1)
        return dict_insert(vm, dict, key, hash, value);
    int there = dict_contains_hashed(vm, &dict->head, key, hash);
    if (there == 0)
        return dict_insert(vm, dict, key, hash, value);
    if (there > 0 && override) {
        vm_raise_object(vm, TYPE_KeyError, key);
        return -1;
    }
    return there < 0 ? -1 : 0;
}

/* Can the table be taken over as it is: nothing deleted, and not much larger than needed? */
static bool table_is_tight(const Dict *dict)
{
    const DictKeys *keys = dict->keys;
    return dict->used == keys->entry_count
        && (keys->log2_size == DICT_LOG2_MIN || dict_usable_fraction(INT64_C(1) << keys->log2_size >> 1) < dict->used);
}

static int merge_clone(Vm *vm, Dict *dict, const Dict *other)
{
    DictKeys *keys = dict_clone_keys(vm, other);
    if (!keys)
        return -1;
    DictKeys *old = dict->keys;
    dict->keys = keys;
    dict->used = other->used;
    if (dict->shared)
        dict_end_sharing(vm, dict);
    dict_release_keys(vm, old);
    if (gc_is_tracked(&other->head) && !gc_is_tracked(&dict->head))
        gc_track(vm, &dict->head);
    return 0;
}

static int merge_dict(Vm *vm, Dict *dict, Dict *other, int override)
{
    if (other == dict || other->used == 0)
        return 0;
    if (dict->used == 0) {
        override = 1;
        if (!other->shared && table_is_tight(other))
            return merge_clone(vm, dict, other);
    }
    if (dict_usable_fraction(INT64_C(1) << dict->keys->log2_size) < other->used
        && dict_resize(vm, dict, dict_log2_for_entries(dict->used + other->used),
                       other->keys->kind == DICT_KEYS_STR) < 0)
        return -1;
    int64_t entries = other->keys->entry_count, hash;
    Object *key, *value;
    for (int64_t i = 0; dict_walk(other, &i, &key, &value, &hash);) {
        incref(key);
        incref(value);
        int status = merge_entry(vm, dict, key, hash, value, override);
        decref(vm, value);
        decref(vm, key);
        if (status < 0)
            return -1;
        if (entries != other->keys->entry_count)
            return merge_mutated(vm);
    }
    return 0;
}

/* One key of any mapping. */
static int merge_key(Vm *vm, Object *dict, Object *mapping, Object *key, int override)
{
    if (override != 1) {
        int there = dict_contains(vm, dict, key);
        if (there > 0 && override) {
            vm_raise_object(vm, TYPE_KeyError, key);
            return -1;
        }
        if (there)
            return there < 0 ? -1 : 0;
    }
    Object *value = object_get_item(vm, mapping, key);
    if (!value)
        return -1;
    int status = dict_set(vm, dict, key, value);
    decref(vm, value);
    return status;
}

static int merge_mapping(Vm *vm, Object *dict, Object *mapping, int override)
{
    Object *keys = object_call_method(vm, name_of(vm, plain_keys), &mapping, 1, NULL);
    if (!keys)
        return -1;
    Object *iterator = object_iter(vm, keys);
    decref(vm, keys);
    if (!iterator)
        return -1;
    Object *key;
    int status = 0;
    while (status == 0 && (key = iterator_next(vm, iterator))) {
        status = merge_key(vm, dict, mapping, key, override);
        decref(vm, key);
    }
    decref(vm, iterator);
    return status < 0 || vm_failed(vm) ? -1 : 0;
}

int dict_merge(Vm *vm, Object *dict, Object *mapping, int override)
{
    if (iterates_as_dict(vm, mapping))
        return merge_dict(vm, (Dict *)dict, (Dict *)mapping, override);
    return merge_mapping(vm, dict, mapping, override);
}

/* ---- pairs ---- */

/* Unpacks item number `index`: new references. */
static Object *pair_of(Vm *vm, Object *item, int64_t index)
{
    Object *pair = is_exact(item, LIST) || is_exact(item, TUPLE) ? incref(item) : sequence_list(vm, item);
    if (!pair) {
        if (vm_failed_with(vm, TYPE_TypeError)) {
            vm_clear_error(vm);
            vm_raise(vm, TYPE_TypeError, "cannot convert dictionary update sequence element #%lld to a sequence",
                     (long long)index);
        }
        return NULL;
    }
    int64_t length = is_tuple(vm, pair) ? tuple_length(pair) : ((List *)pair)->length;
    if (length == 2)
        return pair;
    vm_raise(vm, TYPE_ValueError, "dictionary update sequence element #%lld has length %lld; 2 is required",
             (long long)index, (long long)length);
    decref(vm, pair);
    return NULL;
}

static int insert_pair(Vm *vm, Object *dict, Object *item, int64_t index, bool override)
{
    Object *pair = pair_of(vm, item, index);
    if (!pair)
        return -1;
    Object *const *items = is_tuple(vm, pair) ? ((Tuple *)pair)->items : ((List *)pair)->items;
    Object *key = incref(items[0]), *value = incref(items[1]);
    int status = override ? dict_set(vm, dict, key, value) : dict_set_default(vm, dict, key, value) ? 0 : -1;
    decref(vm, key);
    decref(vm, value);
    decref(vm, pair);
    return status;
}

int dict_update_from_pairs(Vm *vm, Object *dict, Object *pairs, bool override)
{
    Object *iterator = object_iter(vm, pairs);
    if (!iterator)
        return -1;
    int status = 0;
    for (int64_t index = 0; status == 0; index++) {
        Object *item = iterator_next(vm, iterator);
        if (!item)
            break;
        status = insert_pair(vm, dict, item, index, override);
        decref(vm, item);
    }
    decref(vm, iterator);
    return status < 0 || vm_failed(vm) ? -1 : 0;
}

int dict_update(Vm *vm, Object *dict, Object *other)
{
    if (is_exact(other, DICT))
        return dict_merge(vm, dict, other, 1);
    Object *keys = object_look_attribute(vm, other, name_of(vm, plain_keys));
    if (vm_failed(vm))
        return -1;
    if (!keys)
        return dict_update_from_pairs(vm, dict, other, true);
    decref(vm, keys);
    return dict_merge(vm, dict, other, 1);
}

/* ---- copies ---- */

Object *dict_copy(Vm *vm, Object *object)
{
    Dict *dict = (Dict *)object;
    if (dict->used == 0)
        return dict_new(vm);
    if (iterates_as_dict(vm, object) && dict->used >= dict->keys->entry_count * 2 / 3) {
        Object *copy = dict_over(vm, dict_clone_keys(vm, dict), dict->used);
        if (copy && dict->shared) {
            ((Dict *)copy)->shared = dict->shared;
            dict->shared->holders++;
        }
        if (copy && gc_is_tracked(object))
            gc_track(vm, copy);
        return copy;
    }
    Object *copy = dict_new(vm);
    if (copy && dict_merge(vm, copy, object, 1) < 0) {
        decref(vm, copy);
        return NULL;
    }
    return copy;
}

/* ---- fromkeys ---- */

static int keys_from_dict(Vm *vm, Dict *dict, Dict *source, Object *value)
{
    if (dict_resize(vm, dict, dict_log2_for_entries(source->used), source->keys->kind == DICT_KEYS_STR) < 0)
        return -1;
    Object *key, *old;
    int64_t hash;
    for (int64_t i = 0; dict_walk(source, &i, &key, &old, &hash);)
        if (dict_insert(vm, dict, key, hash, value) < 0)
            return -1;
    return 0;
}

static int keys_from_set(Vm *vm, Dict *dict, Object *source, Object *value)
{
    if (dict_resize(vm, dict, dict_log2_for_entries(((Set *)source)->used), false) < 0)
        return -1;
    Object *key;
    int64_t hash;
    for (int64_t i = 0; set_walk((const Set *)source, &i, &key, &hash);)
        if (dict_insert(vm, dict, key, hash, value) < 0)
            return -1;
    return 0;
}

static int keys_from_iterable(Vm *vm, Object *dict, Object *iterable, Object *value)
{
    Object *iterator = object_iter(vm, iterable);
    if (!iterator)
        return -1;
    bool exact = is_exact(dict, DICT);
    Object *key;
    int status = 0;
    while (status == 0 && (key = iterator_next(vm, iterator))) {
        status = exact ? dict_set(vm, dict, key, value) : object_set_item(vm, dict, key, value);
        decref(vm, key);
    }
    decref(vm, iterator);
    return status < 0 || vm_failed(vm) ? -1 : 0;
}

Object *dict_from_keys(Vm *vm, Object *type, Object *iterable, Object *value)
{
    Object *dict = object_call_none(vm, type);
    if (!dict)
        return NULL;
    bool fresh = is_exact(dict, DICT) && dict_length(dict) == 0;
    int status;
    if (fresh && is_exact(iterable, DICT))
        status = keys_from_dict(vm, (Dict *)dict, (Dict *)iterable, value);
    else if (fresh && (is_exact(iterable, SET) || is_exact(iterable, FROZENSET)))
        status = keys_from_set(vm, (Dict *)dict, iterable, value);
    else
        status = keys_from_iterable(vm, dict, iterable, value);
    if (status < 0) {
        decref(vm, dict);
        return NULL;
    }
    return dict;
}

/* Making the list may collect, and a finalizer change the dict: then again. */
Object *dict_keys_list(Vm *vm, Object *object)
{
    Object *list = list_new(vm, dict_length(object));
    while (list && ((List *)list)->length != dict_length(object)) {
        decref(vm, list);
        list = list_new(vm, dict_length(object));
    }
    if (!list)
        return NULL;
    Object *key, *value;
    int64_t n = 0;
    for (int64_t i = 0; dict_next(object, &i, &key, &value);)
        ((List *)list)->items[n++] = incref(key);
    return list;
}
