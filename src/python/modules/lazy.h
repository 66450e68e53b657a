/* Iterators of itertools: all of them hold a few objects and a few numbers, so they share one layout, and with it how they
 * die and what the collector sees of them. */
#ifndef REFARROWS_PYTHON_MODULES_LAZY_H
#define REFARROWS_PYTHON_MODULES_LAZY_H

#include "python/modules/library_types.h"
#include "python/object.h"

enum { LAZY_OBJECTS = 5, LAZY_NUMBERS = 3 };

/* What the fields mean is said above each iterator. */
typedef struct Lazy {
    Object head;
    Object *objects[LAZY_OBJECTS];     /* owned, may be NULL */
    int64_t numbers[LAZY_NUMBERS];
    int64_t *indices;                  /* a block in the arena, or NULL */
    int64_t index_count;               /* how many are in it */
} Lazy;

/* Takes the references over; with an exception on its way (one of them could not be made) releases them: NULL. */
Object *lazy_new(Vm *vm, Type *type, Object *first, Object *second, Object *third);
void lazy_dealloc(Vm *vm, Object *self);
int lazy_traverse(Vm *vm, Object *self, VisitFunction visit, void *context);
int lazy_clear(Vm *vm, Object *self);
Object *lazy_self(Vm *vm, Object *self);
/* The next item of objects[which], which stays alive until it has answered even if it asks `self` for an item meanwhile
 * and so ends it; NULL where nothing is left to read. */
Object *lazy_pull(Vm *vm, Object *self, int which);
/* A block of `count` indices from 0 on; NULL with MemoryError. */
int64_t *lazy_indices(Vm *vm, Object *self, int64_t count);

/* __copy__ and __deepcopy__: CPython's have __reduce__ for it. A copy shares the iterators that are read, a deep one
 * copies them. */
#define LAZY_COPY_METHODS \
    {"__copy__", lazy_copy, METHOD_NO_ARGS, NULL}, {"__deepcopy__", lazy_deepcopy, METHOD_ONE, NULL}
Object *lazy_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *lazy_deepcopy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
extern const MethodDef lazy_methods[];

/* What the object takes in CPython, where each of these types has its own fields. */
uint64_t lazy_size_of(Vm *vm, Object *self);

#define LAZY_TYPE(type_name, new_function, next_function) \
    LAZY_TYPE_WITH(type_name, new_function, next_function, lazy_methods)
#define LAZY_TYPE_WITH(type_name, new_function, next_function, its_methods) \
    .name = type_name, .size = sizeof(Lazy), .flags = TYPE_HAS_GC | TYPE_BASE, \
    .slots = {.dealloc = lazy_dealloc, .traverse = lazy_traverse, .clear = lazy_clear, .iter = lazy_self, \
              .size_of = lazy_size_of, \
              .new = new_function, .next = next_function}, \
    .methods = its_methods

#define LAZY(self) ((Lazy *)(self))

#endif
