/* The hash table of dict: making and growing tables, finding, adding and deleting entries. Sizes, growth and the
 * order in which things are released are those of CPython 3.11's dictobject.c; the layout is described in
 * dict_internal.h.
 *
 * Comparing keys may run the program's own __eq__, which may change the very dict that is being searched. So a search
 * that has compared looks whether table and entry are still the same, and starts again when they are not. Nothing is
 * written before the search is over, and old keys and values are released last of all.
 */
#include "python/objects/dict_internal.h"

#include <string.h>

#include "python/gc.h"
#include "python/objects/class.h"

/* All empty dicts share this table; it is never written to. */
static const DictKeys empty_keys = {
    .holders = 1, .kind = DICT_KEYS_STR,
    .indices = {DICT_EMPTY, DICT_EMPTY, DICT_EMPTY, DICT_EMPTY, DICT_EMPTY, DICT_EMPTY, DICT_EMPTY, DICT_EMPTY},
};

DictKeys *dict_empty_keys(void) { return (DictKeys *)(uintptr_t)&empty_keys; }
bool dict_keys_are_empty(const DictKeys *keys) { return keys == &empty_keys; }

/* ---- tables ---- */

int64_t dict_usable_fraction(int64_t size) { return size * 2 / 3; }

/* As calculate_log2_keysize, with its roundings: 3 gives 16 places, not 8. */
static uint8_t log2_for_size(int64_t size)
{
    uint64_t bits = (uint64_t)((size | 8) - 1) | 7;
    return (uint8_t)(64 - __builtin_clzll(bits));
}

uint8_t dict_log2_for_entries(int64_t count) { return log2_for_size((count * 3 + 1) / 2); }

static uint8_t log2_index_bytes(uint8_t log2_size)
{
    return (uint8_t)(log2_size < 8 ? log2_size : log2_size < 16 ? log2_size + 1 : log2_size < 32 ? log2_size + 2
                                                                                                 : log2_size + 3);
}

static size_t entry_size(const DictKeys *keys)
{
    return keys->kind == DICT_KEYS_GENERAL ? sizeof(DictEntry) : sizeof(DictStrEntry);
}

static size_t keys_size(const DictKeys *keys)
{
    size_t entries = (size_t)dict_usable_fraction(INT64_C(1) << keys->log2_size);
    return sizeof(DictKeys) + ((size_t)1 << keys->log2_index_bytes) + entries * entry_size(keys);
}

static DictKeys *keys_new(Vm *vm, uint8_t log2_size, bool str_keys)
{
    DictKeys form = {
        .holders = 1, .log2_size = log2_size, .log2_index_bytes = log2_index_bytes(log2_size),
        .kind = str_keys ? DICT_KEYS_STR : DICT_KEYS_GENERAL, .usable = dict_usable_fraction(INT64_C(1) << log2_size),
    };
    DictKeys *keys = log2_size == DICT_LOG2_MIN && str_keys ? free_list_take_block(vm, FREE_DICT_KEYS) : NULL;
    if (!keys && log2_size < 48)
        keys = mem_alloc(vm, keys_size(&form));
    if (!keys)
        return vm_raise_memory(vm);
    *keys = form;
    memset(keys->indices, 0xff, (size_t)1 << keys->log2_index_bytes);
    return keys;
}

/* As free_keys_object: the memory alone. */
static void keys_free(Vm *vm, DictKeys *keys)
{
    bool may_keep = keys->log2_size == DICT_LOG2_MIN && keys->kind == DICT_KEYS_STR;
    if (!may_keep || !free_list_keep_block(vm, FREE_DICT_KEYS, keys, keys_size(keys)))
        mem_free(vm, keys);
}

void dict_release_keys(Vm *vm, DictKeys *keys)
{
    if (dict_keys_are_empty(keys))
        return;
    if (keys->kind == DICT_KEYS_STR) {
        DictStrEntry *entries = dict_str_entries(keys);
        for (int64_t i = 0; i < keys->entry_count; i++) {
            xdecref(vm, entries[i].key);
            xdecref(vm, entries[i].value);
        }
    } else {
        DictEntry *entries = dict_general_entries(keys);
        for (int64_t i = 0; i < keys->entry_count; i++) {
            xdecref(vm, entries[i].key);
            xdecref(vm, entries[i].value);
        }
    }
    keys_free(vm, keys);
}

static inline void set_index(DictKeys *keys, size_t i, int64_t place)
{
    if (keys->log2_size < 8)
        keys->indices[i] = (int8_t)place;
    else if (keys->log2_size < 16)
        ((int16_t *)keys->indices)[i] = (int16_t)place;
    else if (keys->log2_size < 32)
        ((int32_t *)keys->indices)[i] = (int32_t)place;
    else
        ((int64_t *)keys->indices)[i] = place;
}

static inline size_t index_mask(const DictKeys *keys) { return ((size_t)1 << keys->log2_size) - 1; }

/* Where a key with that hash, known to be absent, goes. */
static size_t find_free_index(const DictKeys *keys, int64_t hash)
{
    size_t mask = index_mask(keys), perturb = (size_t)hash, i = (size_t)hash & mask;
    while (dict_index_at(keys, i) >= 0) {
        perturb >>= DICT_PERTURB_SHIFT;
        i = mask & (i * 5 + perturb + 1);
    }
    return i;
}

/* The index that holds that place. */
static size_t find_index_of_place(const DictKeys *keys, int64_t hash, int64_t place)
{
    size_t mask = index_mask(keys), perturb = (size_t)hash, i = (size_t)hash & mask;
    while (dict_index_at(keys, i) != place) {
        perturb >>= DICT_PERTURB_SHIFT;
        i = mask & (i * 5 + perturb + 1);
    }
    return i;
}

/* Copies the entries that are there to a table that is at least as general. */
static void move_entries(const DictKeys *from, DictKeys *to)
{
    int64_t n = 0;
    for (int64_t i = 0; i < from->entry_count; i++) {
        DictEntry entry;
        if (from->kind == DICT_KEYS_STR) {
            DictStrEntry *old = &dict_str_entries(from)[i];
            entry = (DictEntry){old->key ? ((Str *)old->key)->hash : 0, old->key, old->value};
        } else
            entry = dict_general_entries(from)[i];
        if (!entry.value)
            continue;
        if (to->kind == DICT_KEYS_STR)
            dict_str_entries(to)[n] = (DictStrEntry){entry.key, entry.value};
        else
            dict_general_entries(to)[n] = entry;
        set_index(to, find_free_index(to, entry.hash), n++);
    }
    to->entry_count = n;
    to->usable -= n;
}

int dict_resize(Vm *vm, Dict *dict, uint8_t log2_size, bool str_keys)
{
    DictKeys *old = dict->keys;
    DictKeys *keys = keys_new(vm, log2_size, str_keys && old->kind == DICT_KEYS_STR);
    if (!keys)
        return -1;
    move_entries(old, keys);
    dict->keys = keys;
    if (!dict_keys_are_empty(old))
        keys_free(vm, old);
    return 0;
}

static int resize_for_insertion(Vm *vm, Dict *dict, bool str_keys)
{
    return dict_resize(vm, dict, log2_for_size(dict->used * 3), str_keys);
}

void dict_end_sharing(Vm *vm, Dict *dict)
{
    shared_keys_release(vm, dict->shared);
    dict->shared = NULL;
}

int dict_unsplit(Vm *vm, Object *dict)
{
    dict_end_sharing(vm, (Dict *)dict);
    return dict_keys_are_empty(((Dict *)dict)->keys) ? 0 : resize_for_insertion(vm, (Dict *)dict, true);
}

DictKeys *dict_clone_keys(Vm *vm, const Dict *dict)
{
    const DictKeys *old = dict->keys;
    size_t size = keys_size(old);
    DictKeys *keys = mem_alloc(vm, size);
    if (!keys)
        return vm_raise_memory(vm);
    memcpy(keys, old, size);
    keys->version = 0;
    Object *key, *value;
    for (int64_t i = 0; dict_next(OBJECT(dict), &i, &key, &value);) {
        incref(key);
        incref(value);
    }
    return keys;
}

/* ---- making dicts ---- */

Object *dict_over(Vm *vm, DictKeys *keys, int64_t used)
{
    if (!keys)
        return NULL;
    Dict *dict = (Dict *)free_list_take(vm, FREE_DICTS, TYPE_DICT);
    if (!dict)
        dict = (Dict *)object_new_builtin(vm, TYPE_DICT, sizeof(Dict));
    if (!dict) {
        dict_release_keys(vm, keys);
        return NULL;
    }
    dict->used = used;
    dict->version = 0;
    dict->keys = keys;
    dict->shared = NULL;
    return &dict->head;
}

Object *dict_new(Vm *vm) { return dict_over(vm, dict_empty_keys(), 0); }

enum { DICT_PRESIZE_MAX_LOG2 = 17 };   /* do not trust larger announcements, as CPython */

Object *dict_new_presized(Vm *vm, int64_t count, bool str_keys)
{
    if (count <= dict_usable_fraction(1 << DICT_LOG2_MIN))
        return dict_new(vm);
    uint8_t log2_size = count > dict_usable_fraction(1 << DICT_PRESIZE_MAX_LOG2) ? DICT_PRESIZE_MAX_LOG2
                                                                                 : dict_log2_for_entries(count);
    return dict_over(vm, keys_new(vm, log2_size, str_keys), 0);
}

Object *dict_from_items(Vm *vm, Object *const *keys, size_t key_step, Object *const *values, size_t value_step,
                        int64_t count)
{
    bool str_keys = true;
    for (int64_t i = 0; i < count && str_keys; i++)
        str_keys = is_exact(keys[(size_t)i * key_step], STR);
    Object *dict = dict_new_presized(vm, count, str_keys);
    for (int64_t i = 0; dict && i < count; i++)
        if (dict_set(vm, dict, keys[(size_t)i * key_step], values[(size_t)i * value_step]) < 0) {
            decref(vm, dict);
            return NULL;
        }
    return dict;
}

void dict_maintain_tracking(Vm *vm, Object *dict, Object *key, Object *value)
{
    if (!gc_is_tracked(dict) && (gc_may_be_tracked(vm, value) || gc_may_be_tracked(vm, key)))
        gc_track(vm, dict);
}

bool dict_is_harmless(Vm *vm, const Object *dict)
{
    Object *key, *value;
    for (int64_t i = 0; dict_next(dict, &i, &key, &value);)
        if (gc_may_be_tracked(vm, value) || gc_may_be_tracked(vm, key))
            return false;
    return true;
}

/* ---- finding ---- */

int64_t dict_key_hash(Vm *vm, Object *key)
{
    if (is_exact(key, STR)) {
        int64_t hash = ((Str *)key)->hash;
        return hash != -1 ? hash : str_hash(vm, key);
    }
    int64_t hash;
    if (is_exact(key, INT) && int_hash_quickly(key, &hash))
        return hash;
    return object_hash(vm, key);
}

static inline Object **value_place(const DictKeys *keys, int64_t place)
{
    return keys->kind == DICT_KEYS_STR ? &dict_str_entries(keys)[place].value
                                       : &dict_general_entries(keys)[place].value;
}

static inline Object *key_at(const DictKeys *keys, int64_t place)
{
    return keys->kind == DICT_KEYS_STR ? dict_str_entries(keys)[place].key : dict_general_entries(keys)[place].key;
}

static inline int64_t hash_at(const DictKeys *keys, int64_t place)
{
    return keys->kind == DICT_KEYS_STR ? ((Str *)dict_str_entries(keys)[place].key)->hash
                                       : dict_general_entries(keys)[place].hash;
}

/* Is the key at that place equal? 1, 0, DICT_ERROR, or DICT_DUMMY when the comparison changed the dict: start again. */
static int compare_at(Vm *vm, Dict *dict, int64_t place, Object *key)
{
    const DictKeys *keys = dict->keys;
    Object *there = key_at(keys, place);
    if (is_exact(there, STR) && is_exact(key, STR))
        return str_equal(there, key);
    if (is_exact(there, INT) && is_exact(key, INT))
        return int_equal(there, key);
    uint8_t log2_size = keys->log2_size;
    incref(there);
    int equal = object_compare_truth(vm, there, key, COMPARE_EQ);
    bool same = dict->keys == keys && keys->log2_size == log2_size && place < keys->entry_count
             && key_at(keys, place) == there;
    decref(vm, there);
    return equal < 0 ? DICT_ERROR : same ? equal : DICT_DUMMY;
}

/* One pass; DICT_DUMMY: start again. */
static int64_t find_general(Vm *vm, Dict *dict, Object *key, int64_t hash)
{
    const DictKeys *keys = dict->keys;
    size_t mask = index_mask(keys), perturb = (size_t)hash, i = (size_t)hash & mask;
    for (;;) {
        int64_t place = dict_index_at(keys, i);
        if (place == DICT_EMPTY)
            return DICT_EMPTY;
        if (place >= 0) {
            if (key_at(keys, place) == key)
                return place;
            if (hash_at(keys, place) == hash) {
                int equal = compare_at(vm, dict, place, key);
                if (equal)
                    return equal < 0 ? equal : place;
            }
        }
        perturb >>= DICT_PERTURB_SHIFT;
        i = mask & (i * 5 + perturb + 1);
    }
}

/* The place of an exact int in a general table as long as only ints have its hash; DICT_DUMMY: find_general has to say. */
static int64_t find_int(const DictKeys *keys, const Object *key, int64_t hash)
{
    const DictEntry *entries = dict_general_entries(keys);
    size_t mask = index_mask(keys), perturb = (size_t)hash, i = (size_t)hash & mask;
    for (;;) {
        int64_t place = dict_index_at(keys, i);
        if (place == DICT_EMPTY)
            return DICT_EMPTY;
        if (place >= 0 && entries[place].hash == hash) {
            if (!is_exact(entries[place].key, INT))
                return DICT_DUMMY;
            if (int_equal(entries[place].key, key))
                return place;
        }
        perturb >>= DICT_PERTURB_SHIFT;
        i = mask & (i * 5 + perturb + 1);
    }
}

static inline int64_t lookup(Vm *vm, Dict *dict, Object *key, int64_t hash, Object **value)
{
    int64_t place = DICT_DUMMY;
    if (dict->keys->kind == DICT_KEYS_STR && is_exact(key, STR))
        place = dict_find_str(dict->keys, key, hash);
    else if (dict->keys->kind == DICT_KEYS_GENERAL && is_exact(key, INT))
        place = find_int(dict->keys, key, hash);
    if (place == DICT_DUMMY)
        do
            place = find_general(vm, dict, key, hash);
        while (place == DICT_DUMMY);
    *value = place >= 0 ? *value_place(dict->keys, place) : NULL;
    return place;
}

int64_t dict_lookup(Vm *vm, Dict *dict, Object *key, int64_t hash, Object **value)
{
    return lookup(vm, dict, key, hash, value);
}

Object *dict_get_hashed(Vm *vm, Object *dict, Object *key, int64_t hash)
{
    Object *value;
    lookup(vm, (Dict *)dict, key, hash, &value);
    return value;
}

Object *dict_get(Vm *vm, Object *dict, Object *key)
{
    int64_t hash = dict_key_hash(vm, key);
    return hash == -1 ? NULL : dict_get_hashed(vm, dict, key, hash);
}

int dict_contains_hashed(Vm *vm, Object *dict, Object *key, int64_t hash)
{
    Object *value;
    int64_t place = dict_lookup(vm, (Dict *)dict, key, hash, &value);
    return place == DICT_ERROR ? -1 : value != NULL;
}

int dict_contains(Vm *vm, Object *dict, Object *key)
{
    int64_t hash = dict_key_hash(vm, key);
    return hash == -1 ? -1 : dict_contains_hashed(vm, dict, key, hash);
}

Object *dict_get_str(Vm *vm, Object *dict, const char *key)
{
    Object *name = str_interned(vm, key);
    Object *value = name ? dict_get(vm, dict, name) : NULL;
    if (!value)
        vm_clear_error(vm);
    xdecref(vm, name);
    return value;
}

int64_t dict_index_of(Vm *vm, Object *dict, Object *key)
{
    const DictKeys *keys = ((Dict *)dict)->keys;
    if (keys->kind != DICT_KEYS_STR || !is_exact(key, STR))
        return -1;
    return dict_find_str(keys, key, str_hash(vm, key));
}

Object *dict_value_at(const Object *dict, int64_t index) { return *value_place(((const Dict *)dict)->keys, index); }

uint32_t dict_keys_version(Vm *vm, Object *dict)
{
    DictKeys *keys = ((Dict *)dict)->keys;
    bool cachable = keys->kind == DICT_KEYS_STR && !dict_keys_are_empty(keys);
    if (keys->version || !cachable || vm->next_dict_version == UINT32_MAX)
        return keys->version;
    return keys->version = ++vm->next_dict_version;
}

/* ---- adding and replacing ---- */

/* Appends an entry; references are taken over, and there is room. */
static void append_entry(Dict *dict, Object *key, int64_t hash, Object *value)
{
    DictKeys *keys = dict->keys;
    int64_t place = keys->entry_count++;
    if (keys->kind == DICT_KEYS_STR)
        dict_str_entries(keys)[place] = (DictStrEntry){key, value};
    else
        dict_general_entries(keys)[place] = (DictEntry){hash, key, value};
    set_index(keys, find_free_index(keys, hash), place);
    keys->usable--;
    keys->version = 0;
    dict->used++;
}

static int make_room(Vm *vm, Dict *dict, Object *key)
{
    if (dict_keys_are_empty(dict->keys)) {
        DictKeys *keys = keys_new(vm, DICT_LOG2_MIN, is_exact(key, STR));
        if (!keys)
            return -1;
        dict->keys = keys;
        return 0;
    }
    bool fits = dict->keys->kind == DICT_KEYS_GENERAL || is_exact(key, STR);   /* it may not, after a comparison */
    if (dict->shared && (uint64_t)dict->used >= shared_keys_room(dict->shared)) {
        dict_end_sharing(vm, dict);    /* one name too many for the class's keys: a table of its own */
        return resize_for_insertion(vm, dict, fits);
    }
    return dict->keys->usable > 0 && fits ? 0 : resize_for_insertion(vm, dict, fits);
}

void dict_store_cached(Vm *vm, Object *dict, int64_t index, Object *value)
{
    dict_maintain_tracking(vm, dict, value, value);
    object_replace(vm, value_place(((Dict *)dict)->keys, index), incref(value));
}

/* The search of an insertion. A table for str keys is made general first when the key is something else. */
static int64_t lookup_to_insert(Vm *vm, Dict *dict, Object *key, int64_t hash, Object **value)
{
    *value = NULL;
    if (dict_keys_are_empty(dict->keys))
        return DICT_EMPTY;
    if (dict->keys->kind == DICT_KEYS_STR && !is_exact(key, STR) && resize_for_insertion(vm, dict, false) < 0)
        return DICT_ERROR;
    return lookup(vm, dict, key, hash, value);
}

/* The caller holds key and value to the end. */
static int insert_held(Vm *vm, Dict *dict, Object *key, int64_t hash, Object *value)
{
    Object *old;
    int64_t place = lookup_to_insert(vm, dict, key, hash, &old);
    if (place == DICT_ERROR || (place == DICT_EMPTY && make_room(vm, dict, key) < 0))
        return -1;
    dict_maintain_tracking(vm, &dict->head, key, value);
    incref(value);
    if (place == DICT_EMPTY) {
        append_entry(dict, incref(key), hash, value);
        return 0;
    }
    *value_place(dict->keys, place) = value;
    decref(vm, old);
    return 0;
}

int dict_insert(Vm *vm, Dict *dict, Object *key, int64_t hash, Object *value)
{
    incref(key);
    incref(value);
    int result = insert_held(vm, dict, key, hash, value);
    decref(vm, value);
    decref(vm, key);
    return result;
}

int dict_set_held(Vm *vm, Object *dict, Object *key, Object *value)
{
    int64_t hash = dict_key_hash(vm, key);
    return hash == -1 ? -1 : insert_held(vm, (Dict *)dict, key, hash, value);
}

int dict_set(Vm *vm, Object *dict, Object *key, Object *value)
{
    if (!value) {
        if (!vm_failed(vm))
            vm_raise_memory(vm);
        return -1;
    }
    if (is_exact(key, STR)) {
        int64_t hash = dict_key_hash(vm, key);
        return hash == -1 ? -1 : dict_insert(vm, (Dict *)dict, key, hash, value);
    }
    incref(key);               /* as PyDict_SetItem: they are held while __hash__ and __eq__ run */
    incref(value);
    int64_t hash = dict_key_hash(vm, key);
    decref(vm, key);
    decref(vm, value);
    return hash == -1 ? -1 : dict_insert(vm, (Dict *)dict, key, hash, value);
}

int dict_set_str(Vm *vm, Object *dict, const char *key, Object *value)
{
    Object *name = str_interned(vm, key);
    if (!name)
        return -1;
    int status = dict_set(vm, dict, name, value);
    decref(vm, name);
    return status;
}

Object *dict_set_default(Vm *vm, Object *object, Object *key, Object *value)
{
    Dict *dict = (Dict *)object;
    Object *there;
    int64_t hash = dict_key_hash(vm, key);
    if (hash == -1)
        return NULL;
    int64_t place = lookup_to_insert(vm, dict, key, hash, &there);
    if (place != DICT_EMPTY)
        return there;
    if (make_room(vm, dict, key) < 0)
        return NULL;
    dict_maintain_tracking(vm, object, key, value);
    append_entry(dict, incref(key), hash, incref(value));
    return value;
}

/* ---- deleting ---- */

void dict_take_out(Dict *dict, int64_t place, int64_t hash, Object **key, Object **value)
{
    DictKeys *keys = dict->keys;
    set_index(keys, find_index_of_place(keys, hash, place), DICT_DUMMY);
    *key = key_at(keys, place);
    *value = *value_place(keys, place);
    if (keys->kind == DICT_KEYS_STR)
        dict_str_entries(keys)[place] = (DictStrEntry){NULL, NULL};
    else
        dict_general_entries(keys)[place] = (DictEntry){0, NULL, NULL};
    keys->version = 0;
    dict->used--;
}

int dict_delete_hashed(Vm *vm, Object *dict, Object *key, int64_t hash)
{
    Object *value;
    int64_t place = dict_lookup(vm, (Dict *)dict, key, hash, &value);
    if (place == DICT_ERROR)
        return -1;
    if (!value) {
        vm_raise_object(vm, TYPE_KeyError, key);
        return -1;
    }
    Object *old_key;
    dict_take_out((Dict *)dict, place, hash, &old_key, &value);
    decref(vm, old_key);
    decref(vm, value);
    return 0;
}

int dict_delete(Vm *vm, Object *dict, Object *key)
{
    int64_t hash = dict_key_hash(vm, key);
    return hash == -1 ? -1 : dict_delete_hashed(vm, dict, key, hash);
}

static Object *pop_missing(Vm *vm, Object *key, Object *otherwise)
{
    if (otherwise)
        return incref(otherwise);
    return vm_raise_object(vm, TYPE_KeyError, key);
}

Object *dict_pop(Vm *vm, Object *object, Object *key, Object *otherwise)
{
    Dict *dict = (Dict *)object;
    if (dict->used == 0)
        return pop_missing(vm, key, otherwise);
    int64_t hash = dict_key_hash(vm, key);
    if (hash == -1)
        return NULL;
    Object *value, *old_key;
    int64_t place = dict_lookup(vm, dict, key, hash, &value);
    if (place == DICT_ERROR)
        return NULL;
    if (!value)
        return pop_missing(vm, key, otherwise);
    dict_take_out(dict, place, hash, &old_key, &value);
    decref(vm, old_key);
    return value;
}

void dict_clear(Vm *vm, Object *object)
{
    Dict *dict = (Dict *)object;
    DictKeys *old = dict->keys;
    dict_end_sharing(vm, dict);
    dict->keys = dict_empty_keys();
    dict->used = 0;
    dict_release_keys(vm, old);
}

/* ---- walking ---- */

bool dict_walk(const Dict *dict, int64_t *position, Object **key, Object **value, int64_t *hash)
{
    const DictKeys *keys = dict->keys;
    int64_t i = *position;
    if (i < 0)
        return false;
    while (i < keys->entry_count && !*value_place(keys, i))
        i++;
    *position = i + 1;
    if (i >= keys->entry_count)
        return false;
    *key = key_at(keys, i);
    *value = *value_place(keys, i);
    *hash = hash_at(keys, i);
    return true;
}

bool dict_next(const Object *dict, int64_t *position, Object **key, Object **value)
{
    int64_t hash;
    return dict_walk((const Dict *)dict, position, key, value, &hash);
}
