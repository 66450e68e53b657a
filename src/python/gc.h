/* The cycle collector: counting alone cannot free objects that refer to each other; this finds and frees them.
 *
 * As CPython 3.11's gcmodule.c: every object of a container type carries a GcHead and, while it is tracked, sits in the
 * ring of one of three generations, or in the permanent one. See gc_state.h for what the Vm keeps of it.
 */
#ifndef REFARROWS_PYTHON_GC_H
#define REFARROWS_PYTHON_GC_H

#include "python/vm.h"

/* As gc.DEBUG_...; what they print goes to stderr. */
enum { GC_DEBUG_STATS = 1, GC_DEBUG_COLLECTABLE = 2, GC_DEBUG_UNCOLLECTABLE = 4, GC_DEBUG_SAVEALL = 32,
       GC_DEBUG_LEAK = GC_DEBUG_COLLECTABLE | GC_DEBUG_UNCOLLECTABLE | GC_DEBUG_SAVEALL };

/* Empty rings, CPython's thresholds (700, 10, 10), enabled. */
void gc_init(Vm *vm);

/* Collects that generation (0 youngest, 2 everything) and all younger ones, and calls gc.callbacks before and after.
 * Returns the number of unreachable objects found; 0 when a collection is running already. Raises nothing: finalizers
 * and callbacks report their own errors. */
int64_t gc_collect(Vm *vm, int generation);

/* Once everything that belongs to the interpreter is made: counts stand as CPython's stand when a small program begins. */
void gc_settle(Vm *vm);

static inline GcHead *gc_generation(Vm *vm, int generation) { return &vm->gc.generations[generation]; }

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

/* The object, if it has a GcHead, is passed over without a stop from now on. */
static inline void gc_set_quiet(Vm *vm, Object *object)
{
    if (object && gc_knows(vm, object))
        gc_head(object)->prev |= GC_QUIET;
}

/* The same for all tracked objects from that number on: what a module of the library made while it was loaded. */
void gc_set_quiet_since(Vm *vm, uint64_t number);

/* Calls visit for every tracked object, youngest generation first, then what a collection under way has put aside, then
 * the permanent ones; stops when it returns non-zero, and returns that. */
int gc_visit_tracked(Vm *vm, VisitFunction visit, void *context);

/* The same for one ring, of which the members may be marked as tentatively unreachable. */
int gc_visit_ring(Vm *vm, const GcHead *ring, VisitFunction visit, void *context);

/* gc.freeze() and gc.unfreeze(): all that is tracked goes to the permanent generation; back to the oldest. */
void gc_freeze(Vm *vm);
void gc_unfreeze(Vm *vm);

/* Does a tuple, a dict hold nothing that could be part of a cycle (_PyTuple_MaybeUntrack, _PyDict_MaybeUntrack)? In
 * tuple.c and dict.c. */
bool tuple_is_harmless(Vm *vm, const Object *tuple);
bool dict_is_harmless(Vm *vm, const Object *dict);

/* gc_report.c: what gc.callbacks and gc.set_debug say about a collection. */
void gc_call_back(Vm *vm, const char *phase, int64_t collected);
void gc_report_start(Vm *vm);
void gc_report_found(Vm *vm, const GcHead *unreachable);
void gc_report_end(Vm *vm);

#endif
