/* Weak references: they lead to an object without counting, and learn of its death.
 *
 * An object whose type has room for it (weaklist_offset) is the head of a list of its weak references, the plain ones
 * without a callback first; a weak reference knows its object and its neighbours, and none of these count. As CPython's
 * weakrefobject.c.
 */
#ifndef REFARROWS_PYTHON_MODULES_WEAKREF_H
#define REFARROWS_PYTHON_MODULES_WEAKREF_H

#include "python/modules/library_types.h"
#include "python/object.h"

typedef struct WeakReference {
    Object head;
    Object *object;            /* not counted; NULL once it is dead */
    Object *callback;          /* owned, or NULL */
    int64_t hash;              /* -1: not computed */
    struct WeakReference *previous, *next;
    void *vectorcall;          /* the room of CPython's field: sizes agree */
} WeakReference;

/* The head of the object's list, or NULL when its type has no room for one. */
static inline WeakReference **weakref_list(const Vm *vm, Object *object)
{
    uint32_t offset = object_type(vm, object)->weaklist_offset;
    return offset ? (WeakReference **)((char *)object + offset) : NULL;
}

/* The object is dying (count 0, not to come back): its weak references forget it, then their callbacks are called. */
void weakref_forget(Vm *vm, Object *object);

/* For deallocation: what weakref_forget does, if there is anything to do. */
static inline void weakref_at_death(Vm *vm, Object *object)
{
    WeakReference **list = weakref_list(vm, object);
    if (list && *list)
        weakref_forget(vm, object);
}

/* For the collector, for each object of the trash before anything of it is finalized: its weak references forget it.
 * Those outside the trash (`in_trash` says which) that have a callback are appended to *waiting, a list made when
 * needed, for weakref_call_waiting. A weak reference that is trash itself forgets its object too. As handle_weakrefs. */
void weakref_collect(Vm *vm, Object *object, bool (*in_trash)(const Vm *vm, const Object *object), Object **waiting);
/* Returns how many of them nobody holds any more once their callbacks have run: CPython counts these as collected. */
int64_t weakref_call_waiting(Vm *vm, Object *waiting /* taken over; may be NULL */);

/* Is it a weak reference or proxy? */
bool weakref_check(Vm *vm, const Object *object);
/* The object that a weak reference or proxy leads to: borrowed; NULL when it is dead or `object` is none. */
Object *weakref_target(Vm *vm, const Object *object);
/* A weak reference (LIBRARY_WEAKREF or a proxy type) to an object: an old one where CPython gives that; callback may be
 * NULL. NULL with TypeError. */
Object *weakref_make(Vm *vm, Type *type, Object *object, Object *callback);
void weakref_dealloc(Vm *vm, Object *self);
int weakref_traverse(Vm *vm, Object *self, VisitFunction visit, void *context);
int weakref_clear(Vm *vm, Object *self);

#endif
