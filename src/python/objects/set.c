/* The hash table of set and frozenset, probed and grown as CPython 3.11's setobject.c, so that sets iterate in the same
 * order and have the same sizes.
 *
 * Probing looks at up to ten neighbours (a cache line or two) before it jumps. Adding takes the place of the last
 * deleted entry that the search has passed. When three fifths of the table are taken, deleted entries included, it is
 * made anew four times as large as what is in it (twice, from 50,000 on).
 *
 * As in dict.c, comparing may run code that changes the set: then the search starts again. */
#include "python/objects/set_internal.h"

#include <string.h>

#include "python/objects/dict_internal.h"
#include "python/objects/iterators.h"

enum { SET_LINEAR_PROBES = 9, SET_PERTURB_SHIFT = 5, SET_LARGE = 50000 };

/* ---- tables ---- */

static void set_empty(Set *set)
{
    memset(set->small, 0, sizeof set->small);
    set->fill = set->used = 0;
    set->mask = SET_SMALL_TABLE - 1;
    set->table = set->small;
    set->hash = -1;
}

Object *set_make(Vm *vm, Type *type, Object *iterable)
{
    bool plain = type->size == sizeof(Set);
    Object *self = plain ? object_new(vm, type, sizeof(Set)) : object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    set_empty((Set *)self);
    ((Set *)self)->finger = 0;
    ((Set *)self)->weaklist = NULL;
    gc_track(vm, self);
    if (iterable && set_update(vm, self, iterable) < 0) {
        decref(vm, self);
        return NULL;
    }
    return self;
}

Object *set_make_plain(Vm *vm, const Object *like, Object *iterable)
{
    return set_make(vm, builtin_type(vm, is_set(vm, like) ? TYPE_SET : TYPE_FROZENSET), iterable);
}

Object *set_new(Vm *vm, Object *iterable) { return set_make(vm, builtin_type(vm, TYPE_SET), iterable); }

Object *frozenset_new(Vm *vm, Object *iterable)
{
    if (iterable && is_exact(iterable, FROZENSET))
        return incref(iterable);
    return set_make(vm, builtin_type(vm, TYPE_FROZENSET), iterable);
}

/* How many neighbours are looked at besides entry i. */
static inline int64_t probes_from(size_t i, size_t mask)
{
    return i + SET_LINEAR_PROBES <= mask ? SET_LINEAR_PROBES : 0;
}

/* Into a table without deleted entries that does not have the key. */
static void insert_clean(SetEntry *table, size_t mask, Object *key, int64_t hash)
{
    size_t perturb = (size_t)hash, i = (size_t)hash & mask;
    for (;;) {
        SetEntry *entry = &table[i];
        for (int64_t probes = probes_from(i, mask); probes >= 0; probes--, entry++)
            if (!entry->key) {
                *entry = (SetEntry){key, hash};
                return;
            }
        perturb >>= SET_PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

int set_resize(Vm *vm, Set *set, int64_t wanted)
{
    size_t size = SET_SMALL_TABLE, old_mask = (size_t)set->mask;
    while (size <= (size_t)wanted)
        size <<= 1;
    SetEntry *old = set->table, *table = set->small, copy[SET_SMALL_TABLE];
    bool was_small = old == set->small;
    if (size > SET_SMALL_TABLE)
        table = mem_alloc(vm, size * sizeof(SetEntry));
    else if (was_small) {
        if (set->fill == set->used)
            return 0;
        memcpy(copy, old, sizeof copy);
        old = copy;
    }
    if (!table) {
        vm_raise_memory(vm);
        return -1;
    }
    memset(table, 0, size * sizeof(SetEntry));
    set->table = table;
    set->mask = (int64_t)size - 1;
    set->fill = set->used;
    for (size_t i = 0; i <= old_mask; i++)
        if (old[i].key)
            insert_clean(table, size - 1, old[i].key, old[i].hash);
    if (!was_small)
        mem_free(vm, old);
    return 0;
}

static int resize_for_growth(Vm *vm, Set *set)
{
    return set_resize(vm, set, set->used > SET_LARGE ? set->used * 2 : set->used * 4);
}

/* ---- searching ---- */

enum { SET_START_AGAIN = 2 };

/* Is the entry, which has the same hash, equal? 1, 0, -1, or SET_START_AGAIN when the comparison changed the set. */
static int compare_entry(Vm *vm, Set *set, const SetEntry *entry, Object *key)
{
    Object *there = entry->key;
    if (there == key)
        return 1;
    if (is_exact(there, STR) && is_exact(key, STR))
        return str_equal(there, key);
    if (is_exact(there, INT) && is_exact(key, INT))
        return int_equal(there, key);
    SetEntry *table = set->table;
    int64_t mask = set->mask;
    incref(there);
    int equal = object_compare_truth(vm, there, key, COMPARE_EQ);
    bool same = set->table == table && set->mask == mask && entry->key == there;
    decref(vm, there);
    return equal < 0 ? -1 : same ? equal : SET_START_AGAIN;
}

/* What a search found. */
typedef struct Found {
    SetEntry *entry;           /* with the key, or a free one */
    SetEntry *deleted;         /* the last deleted entry on the way, or NULL */
    int status;                /* 1 there, 0 absent, -1 error, SET_START_AGAIN */
} Found;

static Found search_once(Vm *vm, Set *set, Object *key, int64_t hash)
{
    size_t mask = (size_t)set->mask, perturb = (size_t)hash, i = (size_t)hash & mask;
    Found found = {.status = 0};
    for (;;) {
        found.entry = &set->table[i];
        for (int64_t probes = probes_from(i, mask); probes >= 0; probes--, found.entry++) {
            if (!found.entry->key) {
                if (found.entry->hash == 0)
                    return found;
                found.deleted = found.entry;
            } else if (found.entry->hash == hash && (found.status = compare_entry(vm, set, found.entry, key)))
                return found;
        }
        perturb >>= SET_PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static Found search(Vm *vm, Set *set, Object *key, int64_t hash)
{
    Found found;
    do
        found = search_once(vm, set, key, hash);
    while (found.status == SET_START_AGAIN);
    return found;
}

int set_contains_hashed(Vm *vm, Set *set, Object *key, int64_t hash) { return search(vm, set, key, hash).status; }

int set_add_hashed(Vm *vm, Set *set, Object *key, int64_t hash)
{
    incref(key);               /* a comparison might release the caller's */
    Found found = search(vm, set, key, hash);
    if (found.status) {
        decref(vm, key);
        return found.status < 0 ? -1 : 0;
    }
    set->used++;
    if (found.deleted) {
        *found.deleted = (SetEntry){key, hash};
        return 0;
    }
    *found.entry = (SetEntry){key, hash};
    set->fill++;
    return set->fill * 5 < set->mask * 3 ? 0 : resize_for_growth(vm, set);
}

int set_discard_hashed(Vm *vm, Set *set, Object *key, int64_t hash)
{
    Found found = search(vm, set, key, hash);
    if (found.status != 1)
        return found.status;
    Object *old = found.entry->key;
    *found.entry = (SetEntry){NULL, SET_DELETED};
    set->used--;
    decref(vm, old);
    return 1;
}

int set_add(Vm *vm, Object *set, Object *key)
{
    int64_t hash = dict_key_hash(vm, key);
    return hash == -1 ? -1 : set_add_hashed(vm, (Set *)set, key, hash);
}

/* A set is not hashable, but it may be asked for as if it were the equal frozenset: new reference, NULL when that does
 * not apply (the TypeError stands). */
static Object *set_as_key(Vm *vm, Object *key)
{
    if (!is_set(vm, key) || !vm_failed_with(vm, TYPE_TypeError))
        return NULL;
    vm_clear_error(vm);
    return set_make(vm, builtin_type(vm, TYPE_FROZENSET), key);
}

static int ask_for_key(Vm *vm, Object *set, Object *key, int (*ask)(Vm *, Set *, Object *, int64_t))
{
    int64_t hash = dict_key_hash(vm, key);
    if (hash != -1)
        return ask(vm, (Set *)set, key, hash);
    Object *frozen = set_as_key(vm, key);
    if (!frozen)
        return -1;
    hash = object_hash(vm, frozen);
    int status = hash == -1 ? -1 : ask(vm, (Set *)set, frozen, hash);
    decref(vm, frozen);
    return status;
}

int set_contains(Vm *vm, Object *set, Object *key) { return ask_for_key(vm, set, key, set_contains_hashed); }
int set_discard(Vm *vm, Object *set, Object *key) { return ask_for_key(vm, set, key, set_discard_hashed); }

/* ---- many at once ---- */

/* One resize at the start: few of the new keys will be there already. */
static int make_room(Vm *vm, Set *set, int64_t more)
{
    if ((set->fill + more) * 5 < set->mask * 3)
        return 0;
    return set_resize(vm, set, (set->used + more) * 2);
}

/* All of `other` into a set without entries, where no comparison is needed. */
static void copy_into_empty(Set *set, const Set *other)
{
    bool same_form = set->mask == other->mask && other->fill == other->used;
    for (int64_t i = 0; i <= other->mask; i++) {
        SetEntry entry = other->table[i];
        if (!entry.key)
            continue;
        incref(entry.key);
        if (same_form)
            set->table[i] = entry;
        else
            insert_clean(set->table, (size_t)set->mask, entry.key, entry.hash);
    }
    set->fill = set->used = other->used;
}

static int update_from_set(Vm *vm, Set *set, Set *other)
{
    if (other == set || other->used == 0)
        return 0;
    if (make_room(vm, set, other->used) < 0)
        return -1;
    if (set->fill == 0) {
        copy_into_empty(set, other);
        return 0;
    }
    Object *key;
    int64_t hash;
    for (int64_t i = 0; set_walk(other, &i, &key, &hash);)
        if (set_add_hashed(vm, set, key, hash) < 0)
            return -1;
    return 0;
}

static int update_from_dict(Vm *vm, Set *set, Object *dict)
{
    if (make_room(vm, set, dict_length(dict)) < 0)
        return -1;
    Object *key, *value;
    int64_t hash;
    for (int64_t i = 0; dict_walk((Dict *)dict, &i, &key, &value, &hash);)
        if (set_add_hashed(vm, set, key, hash) < 0)
            return -1;
    return 0;
}

static int update_from_iterable(Vm *vm, Object *set, Object *iterable)
{
    Object *iterator = object_iter(vm, iterable);
    if (!iterator)
        return -1;
    Object *key;
    int status = 0;
    while (status == 0 && (key = iterator_next(vm, iterator))) {
        status = set_add(vm, set, key);
        decref(vm, key);
    }
    decref(vm, iterator);
    return status < 0 || vm_failed(vm) ? -1 : 0;
}

int set_update(Vm *vm, Object *set, Object *iterable)
{
    if (is_any_set(vm, iterable))
        return update_from_set(vm, (Set *)set, (Set *)iterable);
    if (is_exact(iterable, DICT))
        return update_from_dict(vm, (Set *)set, iterable);
    return update_from_iterable(vm, set, iterable);
}

/* ---- releasing, swapping, walking ---- */

static void release_entries(Vm *vm, const SetEntry *table, int64_t used)
{
    for (; used > 0; table++)
        if (table->key) {
            used--;
            decref(vm, table->key);
        }
}

void set_clear(Vm *vm, Object *object)
{
    Set *set = (Set *)object;
    SetEntry *table = set->table, copy[SET_SMALL_TABLE];
    int64_t used = set->used;
    bool was_small = table == set->small;
    if (was_small) {
        memcpy(copy, table, sizeof copy);
        table = copy;
    }
    set_empty(set);
    release_entries(vm, table, used);
    if (!was_small)
        mem_free(vm, table);
}

void set_swap(Set *a, Set *b)
{
    Set old = *a;
    a->fill = b->fill, a->used = b->used, a->mask = b->mask;
    a->table = b->table == b->small ? a->small : b->table;
    memcpy(a->small, b->small, sizeof a->small);
    b->fill = old.fill, b->used = old.used, b->mask = old.mask;
    b->table = old.table == a->small ? b->small : old.table;
    memcpy(b->small, old.small, sizeof b->small);
    a->hash = b->hash = -1;
}

bool set_walk(const Set *set, int64_t *position, Object **key, int64_t *hash)
{
    int64_t i = *position;
    while (i <= set->mask && !set->table[i].key)
        i++;
    *position = i + 1;
    if (i > set->mask)
        return false;
    *key = set->table[i].key;
    *hash = set->table[i].hash;
    return true;
}

bool set_next(const Object *set, int64_t *position, Object **key)
{
    int64_t hash;
    return set_walk((const Set *)set, position, key, &hash);
}
