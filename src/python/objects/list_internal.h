/* What the files list*.c and sort*.c share. */
#ifndef REFARROWS_PYTHON_OBJECTS_LIST_INTERNAL_H
#define REFARROWS_PYTHON_OBJECTS_LIST_INTERNAL_H

#include "python/objects/containers.h"
#include "python/vm.h"

/* Sets the length; makes room for at least that many items as CPython's list_resize, with its over-allocation. New
 * items are not set. */
int list_resize(Vm *vm, List *list, int64_t length);
/* Appends a reference, taking it over (also on failure). */
int list_append_taken(Vm *vm, List *list, Object *item);
void list_clear(Vm *vm, Object *list);                /* releases the items from the last to the first */
Object *list_slice(Vm *vm, const List *list, int64_t start, int64_t stop);   /* bounds are valid */
/* list[start:stop] = source; NULL deletes. Bounds are clamped. */
int list_assign_slice(Vm *vm, Object *list, int64_t start, int64_t stop, Object *source);

/* ---- list_subscript.c ---- */
Object *list_get_item(Vm *vm, Object *list, Object *key);
int list_set_item(Vm *vm, Object *list, Object *key, Object *value);

/* ---- list_methods.c ---- */
extern const MethodDef list_methods[];

/* ---- list_iterator.c ---- */
Object *list_iterator_new(Vm *vm, Object *list, TypeId type);

#endif
