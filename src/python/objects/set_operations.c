/* Union, intersection and the like. The order in which elements are asked for and inserted is CPython's: it shows in
 * the order of the result and in the calls of the program's __eq__ and __hash__. */
#include "python/objects/dict_internal.h"
#include "python/objects/set_internal.h"

/* Does something with each key of an iterable: goes on while the function says 0. 1 or -1 as it says; 0 at the end. */
typedef int (*KeyFunction)(Vm *vm, Set *set, Object *key, int64_t hash, Object *result);

static int each_key(Vm *vm, Object *iterable, KeyFunction function, Set *set, Object *result)
{
    Object *iterator = object_iter(vm, iterable);
    if (!iterator)
        return -1;
    Object *key;
    int status = 0;
    while (status == 0 && (key = iterator_next(vm, iterator))) {
        int64_t hash = dict_key_hash(vm, key);
        status = hash == -1 ? -1 : function(vm, set, key, hash, result);
        decref(vm, key);
    }
    decref(vm, iterator);
    return vm_failed(vm) ? -1 : status;
}

static int each_entry(Vm *vm, const Set *other, KeyFunction function, Set *set, Object *result)
{
    Object *key;
    int64_t hash;
    int status = 0;
    for (int64_t i = 0; status == 0 && set_walk(other, &i, &key, &hash);) {
        incref(key);
        status = function(vm, set, key, hash, result);
        decref(vm, key);
    }
    return status;
}

static Object *result_or_error(Vm *vm, Object *result, int status)
{
    if (status >= 0)
        return result;
    decref(vm, result);
    return NULL;
}

/* ---- intersection ---- */

static int add_if_there(Vm *vm, Set *set, Object *key, int64_t hash, Object *result)
{
    int there = set_contains_hashed(vm, set, key, hash);
    return there > 0 ? set_add_hashed(vm, (Set *)result, key, hash) : there;
}

Object *set_intersection(Vm *vm, Object *self, Object *other)
{
    if (self == other)
        return set_make_plain(vm, self, self);
    Object *result = set_make_plain(vm, self, NULL);
    if (!result)
        return NULL;
    if (!is_any_set(vm, other))
        return result_or_error(vm, result, each_key(vm, other, add_if_there, (Set *)self, result));
    bool swap = ((Set *)other)->used > ((Set *)self)->used;      /* walk the smaller one */
    Set *walked = (Set *)(swap ? self : other), *asked = (Set *)(swap ? other : self);
    return result_or_error(vm, result, each_entry(vm, walked, add_if_there, asked, result));
}

/* ---- difference ---- */

static int discard_key(Vm *vm, Set *set, Object *key, int64_t hash, Object *result)
{
    return set_discard_hashed(vm, set, key, hash) < 0 ? -1 : 0;
}

static int discard_entries(Vm *vm, Object *self, Object *other)
{
    if (((Set *)other)->used >> 3 <= ((Set *)self)->used)
        return each_entry(vm, (Set *)other, discard_key, (Set *)self, NULL);
    Object *common = set_intersection(vm, self, other);          /* the other is much larger */
    if (!common)
        return -1;
    int status = each_entry(vm, (Set *)common, discard_key, (Set *)self, NULL);
    decref(vm, common);
    return status;
}

int set_difference_update(Vm *vm, Object *self, Object *other)
{
    Set *set = (Set *)self;
    if (self == other) {
        set_clear(vm, self);
        return 0;
    }
    int status = is_any_set(vm, other) ? discard_entries(vm, self, other)
                                       : each_key(vm, other, discard_key, set, NULL);
    if (status < 0 || set->fill - set->used <= set->mask / 4)
        return status;
    return set_resize(vm, set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

static int add_if_not_in_set(Vm *vm, Set *other, Object *key, int64_t hash, Object *result)
{
    int there = set_contains_hashed(vm, other, key, hash);
    return there ? (there < 0 ? -1 : 0) : set_add_hashed(vm, (Set *)result, key, hash);
}

static int add_if_not_in_dict(Vm *vm, Set *dict, Object *key, int64_t hash, Object *result)
{
    int there = dict_contains_hashed(vm, OBJECT(dict), key, hash);
    return there ? (there < 0 ? -1 : 0) : set_add_hashed(vm, (Set *)result, key, hash);
}

static Object *copy_and_discard(Vm *vm, Object *self, Object *other)
{
    Object *result = set_make_plain(vm, self, self);
    return result ? result_or_error(vm, result, set_difference_update(vm, result, other)) : NULL;
}

Object *set_difference(Vm *vm, Object *self, Object *other)
{
    bool is_plain_dict = is_exact(other, DICT);
    if (!is_plain_dict && !is_any_set(vm, other))
        return copy_and_discard(vm, self, other);
    int64_t size = is_plain_dict ? dict_length(other) : ((Set *)other)->used;
    if (((Set *)self)->used >> 2 > size)
        return copy_and_discard(vm, self, other);
    Object *result = set_make_plain(vm, self, NULL);
    if (!result)
        return NULL;
    KeyFunction function = is_plain_dict ? add_if_not_in_dict : add_if_not_in_set;
    return result_or_error(vm, result, each_entry(vm, (Set *)self, function, (Set *)other, result));
}

/* ---- symmetric difference ---- */

static int toggle(Vm *vm, Set *set, Object *key, int64_t hash, Object *result)
{
    int there = set_discard_hashed(vm, set, key, hash);
    return there ? (there < 0 ? -1 : 0) : set_add_hashed(vm, set, key, hash);
}

static int toggle_dict(Vm *vm, Set *set, Object *dict)
{
    Object *key, *value;
    int64_t hash;
    int status = 0;
    for (int64_t i = 0; status == 0 && dict_walk((Dict *)dict, &i, &key, &value, &hash);) {
        incref(key);
        status = toggle(vm, set, key, hash, NULL);
        decref(vm, key);
    }
    return status;
}

int set_symmetric_difference_update(Vm *vm, Object *self, Object *other)
{
    if (self == other) {
        set_clear(vm, self);
        return 0;
    }
    if (is_exact(other, DICT))
        return toggle_dict(vm, (Set *)self, other);
    Object *keys = is_any_set(vm, other) ? incref(other) : set_make_plain(vm, self, other);
    if (!keys)
        return -1;
    int status = each_entry(vm, (Set *)keys, toggle, (Set *)self, NULL);
    decref(vm, keys);
    return status;
}

Object *set_symmetric_difference(Vm *vm, Object *self, Object *other)
{
    Object *result = set_make_plain(vm, self, other);
    return result ? result_or_error(vm, result, set_symmetric_difference_update(vm, result, self)) : NULL;
}

/* ---- questions ---- */

static int is_absent(Vm *vm, Set *set, Object *key, int64_t hash, Object *result)
{
    int there = set_contains_hashed(vm, set, key, hash);
    return there < 0 ? -1 : !there;
}

static int is_there(Vm *vm, Set *set, Object *key, int64_t hash, Object *result)
{
    return set_contains_hashed(vm, set, key, hash);
}

static int negate(int answer) { return answer < 0 ? -1 : !answer; }

int set_is_subset(Vm *vm, Object *self, Object *other)
{
    int64_t used = ((Set *)self)->used;
    if (!is_any_set(vm, other)) {
        Object *items = set_new(vm, other);
        int all = items ? set_is_subset(vm, self, items) : -1;
        xdecref(vm, items);
        return all;
    }
    if (used > ((Set *)other)->used)
        return 0;
    return negate(each_entry(vm, (Set *)self, is_absent, (Set *)other, NULL));
}

int set_is_superset(Vm *vm, Object *self, Object *other)
{
    if (is_any_set(vm, other))
        return set_is_subset(vm, other, self);
    return negate(each_key(vm, other, is_absent, (Set *)self, NULL));
}

int set_is_disjoint(Vm *vm, Object *self, Object *other)
{
    if (self == other)
        return ((Set *)self)->used == 0;
    if (!is_exact(other, SET) && !is_exact(other, FROZENSET))
        return negate(each_key(vm, other, is_there, (Set *)self, NULL));
    bool swap = ((Set *)other)->used > ((Set *)self)->used;
    Set *walked = (Set *)(swap ? self : other), *asked = (Set *)(swap ? other : self);
    return negate(each_entry(vm, walked, is_there, asked, NULL));
}
