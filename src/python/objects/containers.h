/* list, tuple, dict, set, range, slice: their layouts (equal to CPython 3.11's) and what other files need of them. */
#ifndef REFARROWS_PYTHON_OBJECTS_CONTAINERS_H
#define REFARROWS_PYTHON_OBJECTS_CONTAINERS_H

#include "python/object.h"

typedef struct List { Object head; int64_t length; Object **items; int64_t capacity; } List;
typedef struct Tuple { Object head; int64_t length; Object *items[]; } Tuple;
typedef struct Slice { Object head; Object *start, *stop, *step; } Slice;
typedef struct Range { Object head; Object *start, *stop, *step, *length; } Range;

Object *list_new(Vm *vm, int64_t length);             /* items NULL: fill them before anyone looks */
Object *list_from(Vm *vm, Object *const *items, int64_t length);      /* takes new references to the items */
int list_append(Vm *vm, Object *list, Object *item);  /* takes its own reference; growth as list_resize */
int list_insert(Vm *vm, Object *list, int64_t index, Object *item);
int list_extend(Vm *vm, Object *list, Object *iterable);
int list_sort(Vm *vm, Object *list, Object *key /* or NULL */, bool reverse);   /* stable timsort, the same comparisons */
Object *list_as_tuple(Vm *vm, Object *list);

Object *tuple_new(Vm *vm, int64_t length);            /* items NULL; length 0: the shared empty one. Tracked by the gc */
Object *tuple_from(Vm *vm, Object *const *items, int64_t length);     /* takes new references */
Object *tuple_pack(Vm *vm, size_t count, ...);        /* takes new references */
static inline int64_t tuple_length(const Object *t) { return ((const Tuple *)t)->length; }
static inline Object *tuple_item(const Object *t, int64_t i) { return ((const Tuple *)t)->items[i]; }   /* borrowed */

/* dict, laid out as CPython 3.11's dictobject.c: compact entries in insertion order behind an index table. */
typedef struct DictEntry { int64_t hash; Object *key; Object *value; } DictEntry;
typedef struct DictKeys DictKeys;
typedef struct Dict {
    Object head;
    int64_t used;              /* entries that are there */
    uint64_t version;          /* changes at every change of keys or values: vm->next_dict_version */
    DictKeys *keys;
    struct SharedKeys *shared; /* an instance's __dict__: the class's keys, under which CPython keeps its values apart;
                                * one holder of them. NULL: an ordinary dict */
} Dict;

Object *dict_new(Vm *vm);
Object *dict_copy(Vm *vm, Object *dict);
Object *dict_get(Vm *vm, Object *dict, Object *key);  /* borrowed; NULL: absent, or error (vm_failed) */
Object *dict_get_hashed(Vm *vm, Object *dict, Object *key, int64_t hash);
Object *dict_get_str(Vm *vm, Object *dict, const char *key);          /* borrowed; never an error */
int dict_set(Vm *vm, Object *dict, Object *key, Object *value);       /* own references to both; NULL: it failed to be made */
/* The same for a caller that holds both to the end: while __hash__ and __eq__ run there is no reference more. */
int dict_set_held(Vm *vm, Object *dict, Object *key, Object *value);
int dict_set_str(Vm *vm, Object *dict, const char *key, Object *value);
int dict_delete(Vm *vm, Object *dict, Object *key);   /* -1 with KeyError(key) when absent */
int dict_contains(Vm *vm, Object *dict, Object *key);
Object *dict_pop(Vm *vm, Object *dict, Object *key, Object *otherwise /* or NULL: KeyError */);
Object *dict_set_default(Vm *vm, Object *dict, Object *key, Object *value);   /* borrowed */
int dict_update(Vm *vm, Object *dict, Object *other); /* mapping or iterable of pairs, as dict.update */
int dict_merge(Vm *vm, Object *dict, Object *mapping, int override);  /* 2: KeyError(key) on a duplicate (** in calls) */
void dict_clear(Vm *vm, Object *dict);
static inline int64_t dict_length(const Object *dict) { return ((const Dict *)dict)->used; }
/* Walks the entries in insertion order; start with *position 0. key, value borrowed. */
bool dict_next(const Object *dict, int64_t *position, Object **key, Object **value);
/* For inline caches: the place of the entry with that str key, -1 if absent; and the value at a place (borrowed). */
int64_t dict_index_of(Vm *vm, Object *dict, Object *key);
Object *dict_value_at(const Object *dict, int64_t index);
Object *mapping_proxy_new(Vm *vm, Object *mapping);

/* set and frozenset, laid out and probed as CPython's setobject.c, so that iteration order agrees. */
typedef struct SetEntry { Object *key; int64_t hash; } SetEntry;
enum { SET_SMALL_TABLE = 8 };
typedef struct Set {
    Object head;
    int64_t fill, used, mask;
    SetEntry *table;           /* small, or a block of its own */
    int64_t hash;              /* frozenset; -1: not computed */
    int64_t finger;            /* of pop() */
    SetEntry small[SET_SMALL_TABLE];
    Object *weaklist;
} Set;
Object *set_new(Vm *vm, Object *iterable /* or NULL */);
Object *frozenset_new(Vm *vm, Object *iterable /* or NULL */);
int set_add(Vm *vm, Object *set, Object *key);        /* on a frozenset only while it is being built */
int set_contains(Vm *vm, Object *set, Object *key);
int set_discard(Vm *vm, Object *set, Object *key);    /* 1: was there */
int set_update(Vm *vm, Object *set, Object *iterable);
bool set_next(const Object *set, int64_t *position, Object **key);    /* borrowed */

Object *slice_new(Vm *vm, Object *start, Object *stop, Object *step); /* own references; NULL stands for None */
/* As PySlice_Unpack and PySlice_AdjustIndices. */
int slice_unpack(Vm *vm, Object *slice, int64_t *start, int64_t *stop, int64_t *step);
int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step);   /* number of items */
Object *range_new(Vm *vm, Object *start, Object *stop, Object *step);
Object *sequence_iterator_new(Vm *vm, Object *sequence);             /* iter() by __getitem__ from 0 on */
/* FOR_ITER fast path: the two iterators that loops use most. */
typedef struct RangeIterator { Object head; int64_t next, step; uint64_t left; int64_t start; } RangeIterator;
typedef struct ListIterator { Object head; int64_t index; Object *list; } ListIterator;           /* list NULL: exhausted */
typedef struct TupleIterator { Object head; int64_t index; Object *tuple; } TupleIterator;

#endif
