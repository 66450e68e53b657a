/* The inside of a bytearray, for its files. */
#ifndef REFARROWS_PYTHON_OBJECTS_BYTEARRAY_H
#define REFARROWS_PYTHON_OBJECTS_BYTEARRAY_H

#include "python/objects/bytes.h"

/* Changes the length as PyByteArray_Resize: new bytes hold anything. 0, or -1 with an exception. */
int bytearray_resize(Vm *vm, ByteArray *array, int64_t length);
/* One more byte in the way of CPython's constructor and append. */
int bytearray_add(Vm *vm, ByteArray *array, uint8_t byte);
/* array[low:high] = bytes; `bytes` must not lie in the array. */
int bytearray_splice(Vm *vm, ByteArray *array, int64_t low, int64_t high, Chars bytes);
int bytearray_set_item(Vm *vm, Object *self, Object *key, Object *value);

extern const MethodDef bytearray_methods[];

#endif
