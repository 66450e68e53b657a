/* The audit: does every object's count equal the number of references to it that can be found?
 *
 * This is how we know that no arrow is missing from the picture and no count is invented. Run it when the C stack is
 * flat: a built-in in the middle of its work holds references that only its C variables know.
 */
#ifndef REFARROWS_PYTHON_AUDIT_H
#define REFARROWS_PYTHON_AUDIT_H

#include <stdio.h>

#include "python/vm.h"

/* Walks every reference (walk.h) and counts those to each object. One line on `report` for each object whose count
 * differs: number, type, a short description that runs none of the program's code, count, found. `report` may be NULL.
 * True when all agree. A lack of memory for the audit itself is reported and counts as failure. `objects`, if not NULL,
 * gets the number of objects looked at. */
bool audit_counts(Vm *vm, FILE *report, size_t *objects);

#endif
