/* What is alive though no name leads to it: objects that only keep each other. The picture shows them, because that is
 * what they are: not freed. Found as the collector finds them, but in memory of our own: looking leaves no trace.
 */
#ifndef REFARROWS_PYTHON_GARBAGE_H
#define REFARROWS_PYTHON_GARBAGE_H

#include "machine/numbers.h"
#include "python/vm.h"

enum { GARBAGE_STRANGERS = 5000 };     /* objects out of sight among which it is looked for; more take too long */

/* The objects that the program made, that are not in `known`, and to which all references come from each other; except
 * for the parts of which an instance, class or function consists. Ordered by number; the caller frees the array. NULL
 * and *count 0 if there are none, which is the rule and costs one walk over the collector's lists. Clears *complete,
 * and finds nothing, when too much is out of sight. */
Object **garbage_find(Vm *vm, const NumberIndex *known, uint32_t *count, bool *complete);

#endif
