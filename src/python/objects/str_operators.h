/* The slots of str that operators ask; see objects/str.h for what others may call. */
#ifndef REFARROWS_PYTHON_OBJECTS_STR_OPERATORS_H
#define REFARROWS_PYTHON_OBJECTS_STR_OPERATORS_H

#include "python/object.h"

Object *str_repeat(Vm *vm, Object *self, int64_t times);
int str_contains(Vm *vm, Object *self, Object *value);
Object *str_compare_slot(Vm *vm, Object *left, Object *right, CompareOp op);
Object *str_item(Vm *vm, Object *self, int64_t index);
Object *str_get_item(Vm *vm, Object *self, Object *key);

#endif
