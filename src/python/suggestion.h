/* "Did you mean": a name that is there for one that is not. */
#ifndef REFARROWS_PYTHON_SUGGESTION_H
#define REFARROWS_PYTHON_SUGGESTION_H

#include "python/object.h"

/* What follows the message of a NameError or AttributeError (". Did you mean: 'print'?"): a new str; NULL if there is
 * nothing to propose. Leaves no exception set. As CPython 3.11's suggestions.c. May run the program's __dir__. */
Object *suggestion_for(Vm *vm, Object *exception);

/* How different two names are: Levenshtein's distance over bytes, 2 for each byte inserted, dropped or replaced, 1 for
 * a change of case; more than `max_cost` (not exactly how much) when it exceeds that. */
int64_t suggestion_distance(const char *a, int64_t a_length, const char *b, int64_t b_length, int64_t max_cost);

#endif
