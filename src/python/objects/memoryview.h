/* memoryview, as bytes-like code needs it. */
#ifndef REFARROWS_PYTHON_OBJECTS_MEMORYVIEW_H
#define REFARROWS_PYTHON_OBJECTS_MEMORYVIEW_H

#include "python/chars.h"
#include "python/object.h"

/* Not released, and its bytes lie one after the other. */
bool memoryview_contiguous(const Object *self);
/* The bytes of a contiguous view; they are the exporter's. */
Chars memoryview_chars(Vm *vm, const Object *self);

#endif
