/* Starting and ending a Vm: for the machine's adapter and for tests. */
#ifndef REFARROWS_PYTHON_VM_LIFE_H
#define REFARROWS_PYTHON_VM_LIFE_H

#include "python/vm.h"

/* Sizes of the arena's segments, in the order of SEGMENT_*. Address space only: memory is taken as it is touched. */
extern const size_t vm_segment_sizes[SEGMENT_COUNT];

/* Makes the interpreter in an arena with those segments; the Vm is the arena's base. 0, or -1 when memory ran out. */
int vm_start(Vm *vm, Arena *arena, MachineHost *host);

/* What happens when the program has ended: module names are cleared in CPython's order and what they kept dies. */
void vm_finish_program(Vm *vm);

/* For tests: a Vm in an arena of its own, with a host that drops output; NULL on failure. */
Vm *vm_create(void);
void vm_destroy(Vm *vm);       /* takes NULL */

#endif
