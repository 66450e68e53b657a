/* Python as a language of the machine interface. */
#ifndef REFARROWS_PYTHON_PYTHON_H
#define REFARROWS_PYTHON_PYTHON_H

#include "machine/holders.h"
#include "python/vm.h"

extern const MachineLanguage python_language;

/* The interpreter behind a machine of that language: for tests and benchmarks. */
Vm *python_vm(Machine *machine);

/* After the last step: what CPython does between a program's end and the process's: module names are cleared, what they
 * kept dies, finalizers may print. The machine cannot be run afterwards, only restored. */
void python_finish(Machine *machine);

/* Where the machine stands. */
Position python_position(const Vm *vm);

/* view.c: fills a view from the interpreter's state. */
void python_view(Vm *vm, const ViewOptions *options, View *view);

/* holders.c: as holders_find. */
void python_holders(Vm *vm, const uint64_t *numbers, uint32_t count, uint32_t most, HolderList *list);

/* inspect.c: as MachineLanguage's alive and target. */
bool python_alive(Vm *vm, uint64_t number, uint64_t address);
uint64_t python_target(Vm *vm, const HolderSlot *slot);

#endif
