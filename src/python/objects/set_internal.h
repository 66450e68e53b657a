/* What the files set*.c share. A free entry has key NULL and hash 0; a deleted one key NULL and hash -1. */
#ifndef REFARROWS_PYTHON_OBJECTS_SET_INTERNAL_H
#define REFARROWS_PYTHON_OBJECTS_SET_INTERNAL_H

#include "python/objects/containers.h"
#include "python/vm.h"

enum { SET_DELETED = -1 };     /* hash of a deleted entry */

/* A set or frozenset of that type with the items of `iterable` (NULL: none), as make_new_set. */
Object *set_make(Vm *vm, Type *type, Object *iterable);
/* The same, of type set or frozenset when the type is a subclass: what operators and copy() give. */
Object *set_make_plain(Vm *vm, const Object *like, Object *iterable);
int set_resize(Vm *vm, Set *set, int64_t wanted);     /* to the least size above `wanted` */
int set_add_hashed(Vm *vm, Set *set, Object *key, int64_t hash);
int set_contains_hashed(Vm *vm, Set *set, Object *key, int64_t hash);
int set_discard_hashed(Vm *vm, Set *set, Object *key, int64_t hash);   /* 1: was there */
void set_clear(Vm *vm, Object *set);
void set_swap(Set *a, Set *b);                        /* their contents */
bool set_walk(const Set *set, int64_t *position, Object **key, int64_t *hash);

/* ---- set_operations.c: as the functions of these names in setobject.c; 1, 0, -1 for questions ---- */
Object *set_intersection(Vm *vm, Object *set, Object *other);
Object *set_difference(Vm *vm, Object *set, Object *other);
Object *set_symmetric_difference(Vm *vm, Object *set, Object *other);
int set_difference_update(Vm *vm, Object *set, Object *other);
int set_symmetric_difference_update(Vm *vm, Object *set, Object *other);
int set_is_subset(Vm *vm, Object *set, Object *other);
int set_is_superset(Vm *vm, Object *set, Object *other);
int set_is_disjoint(Vm *vm, Object *set, Object *other);

/* ---- set_methods.c, set_iterator.c ---- */
extern const MethodDef set_methods[], frozenset_methods[];
Object *set_iter(Vm *vm, Object *set);

#endif
