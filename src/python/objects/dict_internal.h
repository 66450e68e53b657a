/* The inside of a dict: for the evaluation loop and its inline caches, and for the files dict*.c themselves.
 *
 * As CPython 3.11: a table of small indices (the hash table proper, 1 to 8 bytes each) is followed, in the same
 * block, by the entries in the order of insertion. While all keys are exact str, entries need no hash (the str knows
 * it) and take 16 bytes; otherwise 24.
 *
 *     DictKeys | indices: 2^log2_index_bytes bytes | entries: (2 * 2^log2_size) / 3 of them
 *
 * An index is the place of an entry, or DICT_EMPTY (never used) or DICT_DUMMY (its entry was deleted). A deleted entry
 * keeps its place with key and value NULL, until the table is made anew.
 */
#ifndef REFARROWS_PYTHON_OBJECTS_DICT_INTERNAL_H
#define REFARROWS_PYTHON_OBJECTS_DICT_INTERNAL_H

#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/vm.h"

enum { DICT_EMPTY = -1, DICT_DUMMY = -2, DICT_ERROR = -3 };   /* instead of a place */
enum { DICT_KEYS_GENERAL, DICT_KEYS_STR };                    /* DictKeys.kind */
enum { DICT_LOG2_MIN = 3, DICT_PERTURB_SHIFT = 5 };

typedef struct DictStrEntry { Object *key; Object *value; } DictStrEntry;

struct DictKeys {
    int64_t holders;           /* 1, as nothing shares keys here; counts in sys.getsizeof as in CPython */
    uint8_t log2_size;         /* of the number of indices */
    uint8_t log2_index_bytes;  /* of the bytes that they take */
    uint8_t kind;
    uint32_t version;          /* 0: not assigned. Reset when a key comes or goes; a new value does not change it */
    int64_t usable;            /* entries that can still be added */
    int64_t entry_count;       /* entries ever added, deleted ones included */
    int8_t indices[];
};

static inline void *dict_entries(const DictKeys *keys)
{
    return (void *)((uintptr_t)keys->indices + ((size_t)1 << keys->log2_index_bytes));
}
static inline DictEntry *dict_general_entries(const DictKeys *keys) { return dict_entries(keys); }
static inline DictStrEntry *dict_str_entries(const DictKeys *keys) { return dict_entries(keys); }

static inline int64_t dict_index_at(const DictKeys *keys, size_t i)
{
    if (keys->log2_size < 8)
        return keys->indices[i];
    if (keys->log2_size < 16)
        return ((const int16_t *)keys->indices)[i];
    if (keys->log2_size < 32)
        return ((const int32_t *)keys->indices)[i];
    return ((const int64_t *)keys->indices)[i];
}

/* The place of an exact str key with that hash in a table of str keys, or DICT_EMPTY. Runs no code of the program. */
static inline int64_t dict_find_str(const DictKeys *keys, const Object *key, int64_t hash)
{
    const DictStrEntry *entries = dict_str_entries(keys);
    size_t mask = ((size_t)1 << keys->log2_size) - 1, perturb = (size_t)hash, i = (size_t)hash & mask;
    for (;;) {
        int64_t place = dict_index_at(keys, i);
        if (place >= 0) {
            const Object *there = entries[place].key;
            if (there == key || (((const Str *)there)->hash == hash && str_equal(there, key)))
                return place;
        } else if (place == DICT_EMPTY)
            return DICT_EMPTY;
        perturb >>= DICT_PERTURB_SHIFT;
        i = mask & (i * 5 + perturb + 1);
    }
}

/* dict_get for the evaluation loop: names are exact str with a known hash, and nearly always found by identity at the
 * first probe. Borrowed; NULL: absent, or error (vm_failed). */
static inline Object *dict_get_name(Vm *vm, Object *dict, Object *name)
{
    const DictKeys *keys = ((Dict *)dict)->keys;
    int64_t hash = ((Str *)name)->hash;
    if (keys->kind != DICT_KEYS_STR || !is_exact(name, STR) || hash == -1)
        return dict_get(vm, dict, name);
    int64_t place = dict_find_str(keys, name, hash);
    return place < 0 ? NULL : dict_str_entries(keys)[place].value;
}

/* Versions for inline caches. A cache that has seen dict_keys_version(...) == v != 0 and dict_index_of(...) == i for a
 * name may, as long as dict->keys->version == v, take dict_cached_value(dict, i) for it. 0: this dict cannot be cached
 * now (its keys are not all str, it is empty, or versions have run out). */
uint32_t dict_keys_version(Vm *vm, Object *dict);
static inline uint32_t dict_current_version(const Object *dict) { return ((const Dict *)dict)->keys->version; }
static inline Object *dict_cached_value(const Object *dict, int64_t index)    /* borrowed; never NULL */
{
    return dict_str_entries(((const Dict *)dict)->keys)[index].value;
}
/* The cached counterpart for storing: replaces the value of the entry at that place. */
void dict_store_cached(Vm *vm, Object *dict, int64_t index, Object *value);

/* ---- dict.c, for the other dict files ---- */
bool dict_keys_are_empty(const DictKeys *keys);       /* the shared table of all empty dicts */
DictKeys *dict_empty_keys(void);
/* An instance's __dict__ gets a name that its class has no place for: it is a dict of its own from now on, as insertdict. */
int dict_unsplit(Vm *vm, Object *dict);
int64_t dict_usable_fraction(int64_t size);           /* entries for a table of that many indices */
uint8_t dict_log2_for_entries(int64_t count);         /* as estimate_log2_keysize */
/* A new dict over those keys (taken over), untracked; NULL keys with NULL. */
Object *dict_over(Vm *vm, DictKeys *keys, int64_t used);
DictKeys *dict_clone_keys(Vm *vm, const Dict *dict);  /* with references of its own */
void dict_end_sharing(Vm *vm, Dict *dict);             /* it is an ordinary dict from now on */
void dict_release_keys(Vm *vm, DictKeys *keys);       /* releases keys and values in order */
int dict_resize(Vm *vm, Dict *dict, uint8_t log2_size, bool str_keys);
void dict_maintain_tracking(Vm *vm, Object *dict, Object *key, Object *value);
int64_t dict_key_hash(Vm *vm, Object *key);           /* -1: error */
/* Place of a key, DICT_EMPTY or DICT_ERROR; *value is borrowed, NULL when absent. */
int64_t dict_lookup(Vm *vm, Dict *dict, Object *key, int64_t hash, Object **value);
int dict_insert(Vm *vm, Dict *dict, Object *key, int64_t hash, Object *value);
/* Walks on from *position like dict_next, with the hash. */
bool dict_walk(const Dict *dict, int64_t *position, Object **key, Object **value, int64_t *hash);
/* Takes the entry at a place out: the references are the caller's now. */
void dict_take_out(Dict *dict, int64_t place, int64_t hash, Object **key, Object **value);
int dict_delete_hashed(Vm *vm, Object *dict, Object *key, int64_t hash);
int dict_contains_hashed(Vm *vm, Object *dict, Object *key, int64_t hash);

/* ---- literals ---- */
Object *dict_new_presized(Vm *vm, int64_t count, bool str_keys);      /* as _PyDict_NewPresized */
/* BUILD_MAP and BUILD_CONST_KEY_MAP, as _PyDict_FromItems: keys and values lie `step` items apart; own references. */
Object *dict_from_items(Vm *vm, Object *const *keys, size_t key_step, Object *const *values, size_t value_step,
                        int64_t count);

/* ---- dict_merge.c, dict_view.c, dict_iterator.c ---- */
int dict_update_from_pairs(Vm *vm, Object *dict, Object *pairs, bool override);
Object *dict_from_keys(Vm *vm, Object *type, Object *iterable, Object *value);
Object *dict_keys_list(Vm *vm, Object *dict);
Object *dict_view_new(Vm *vm, Object *dict, TypeId type);
Object *dict_iterator_new(Vm *vm, Object *dict, TypeId type);

#endif
