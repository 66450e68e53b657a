/* Objects as the structs of CPython 3.11, for the machine interface. */
#ifndef REFARROWS_PYTHON_OBJECT_STRUCTS_H
#define REFARROWS_PYTHON_OBJECT_STRUCTS_H

#include "machine/object_bytes.h"
#include "python/vm.h"

/* As MachineLanguage.bytes. */
bool object_structs(Vm *vm, uint64_t number, ObjectBytes *bytes);

#endif
