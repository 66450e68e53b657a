/* What others may see of deque and defaultdict. */
#ifndef REFARROWS_PYTHON_MODULES_COLLECTIONS_H
#define REFARROWS_PYTHON_MODULES_COLLECTIONS_H

#include "python/object.h"

bool deque_is(Vm *vm, const Object *object);          /* of the type or of a subclass */
int64_t deque_size(const Object *deque);
int64_t deque_most(const Object *deque);             /* its maxlen; -1: none */
Object *deque_at(const Object *deque, int64_t i);   /* borrowed */

bool defaultdict_is(Vm *vm, const Object *object);
Object *defaultdict_factory(const Object *dict);      /* borrowed; NULL stands for None */

#endif
