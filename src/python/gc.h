/* The cycle collector: counting alone cannot free objects that refer to each other; this finds and frees them.
 *
 * As CPython 3.11's gcmodule.c: every object of a container type carries a GcHead and, while it is tracked, sits in the
 * ring of one of three generations. vm->gc_first is the head of the youngest, vm->gc_older[0] and [1] of the others.
 */
#ifndef REFARROWS_PYTHON_GC_H
#define REFARROWS_PYTHON_GC_H

#include "python/vm.h"

enum { GC_GENERATIONS = 3 };

/* Empty rings, CPython's thresholds (700, 10, 10), enabled. */
void gc_init(Vm *vm);

/* Collects that generation (0 youngest, 2 everything) and all younger ones. Returns the number of unreachable objects
 * found; 0 when a collection is running already. Raises nothing: finalizers report their own errors. */
int64_t gc_collect(Vm *vm, int generation);

/* The head of a generation's ring: head->next is the first object's GcHead, the head itself when it is empty. */
GcHead *gc_generation(Vm *vm, int generation);

static inline Object *gc_object(const GcHead *head) { return (Object *)((uintptr_t)head + sizeof(GcHead)); }

/* Does the object have a GcHead? Built-in types lie in the Vm itself and have none, though their type says so. */
static inline bool gc_knows(const Vm *vm, const Object *object)
{
    return (object_type(vm, object)->flags & TYPE_HAS_GC)
        && (uintptr_t)object - (uintptr_t)vm >= sizeof(Vm);
}

/* Could the object ever take part in a cycle, as _PyObject_GC_MAY_BE_TRACKED: not once a tuple has been untracked. */
static inline bool gc_may_be_tracked(const Vm *vm, const Object *object)
{
    return gc_knows(vm, object) && (!is_exact(object, TUPLE) || gc_is_tracked(object));
}

static inline bool gc_is_finalized(const Object *object) { return (gc_head(object)->prev & GC_FINALIZED) != 0; }
static inline void gc_set_finalized(Object *object) { gc_head(object)->prev |= GC_FINALIZED; }

/* Calls visit for every tracked object, youngest generation first; stops when it returns non-zero, and returns that. */
int gc_visit_tracked(Vm *vm, VisitFunction visit, void *context);

/* Stop tracking what can no longer be part of a cycle (_PyTuple_MaybeUntrack, _PyDict_MaybeUntrack). In tuple.c and
 * dict.c; they do nothing for other objects. */
void tuple_maybe_untrack(Vm *vm, Object *object);
void dict_maybe_untrack(Vm *vm, Object *object);

#endif
