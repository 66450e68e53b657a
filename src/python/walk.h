/* The walk: every reference that the machine holds, by following them all from the roots and the collector's lists.
 *
 *     Walk walk = {0};
 *     if (walk_run(&walk, vm, visit, context))
 *         ... walk.table: every object with the references found to it ...
 *     walk_finish(&walk);
 *
 * Its memory is its own and lies outside the arena: the state that is examined stays as it is. Valid where the C stack is
 * flat; elsewhere a built-in in the middle of its work holds references that only its C variables know.
 */
#ifndef REFARROWS_PYTHON_WALK_H
#define REFARROWS_PYTHON_WALK_H

#include "python/references.h"

typedef struct WalkEntry {
    Object *object;            /* NULL: free */
    uint64_t found;            /* references to it */
} WalkEntry;

typedef struct Walk {
    WalkEntry *table;          /* by address, with open addressing */
    size_t size, used;         /* size is a power of two */
    Object **waiting;          /* objects not yet looked into */
    size_t waiting_count, waiting_size;
    bool out_of_memory;
    ReferenceVisitor visit;    /* may be NULL */
    void *context;
} Walk;

/* Walks, telling each reference to `visit` (may be NULL), whose result other than 0 ends the walk. False for a lack of
 * memory, or when it was ended. Finish the walk in any case. */
bool walk_run(Walk *walk, Vm *vm, ReferenceVisitor visit, void *context);
void walk_finish(Walk *walk);

#endif
