/* The head of a function as its definition has it: "add(item, bag)", "step(by=1)", "area(self, *args, **options)".
 * Read out of the run's memory without touching it.
 */
#ifndef REFARROWS_PYTHON_SIGNATURE_H
#define REFARROWS_PYTHON_SIGNATURE_H

#include "python/object.h"
#include "python/safe_repr.h"

/* Writes the signature of a function or bound method, at most `size` bytes with the NUL, cut at a parameter if it gets
 * too long. False, and nothing written, for anything else. `repr` is scratch memory. */
bool signature_write(Vm *vm, const Object *object, ReprText *repr, char *out, size_t size);

#endif
