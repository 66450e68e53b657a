/* The allocator's memory, for the machine interface. */
#ifndef REFARROWS_PYTHON_ALLOC_MAP_H
#define REFARROWS_PYTHON_ALLOC_MAP_H

#include "machine/pool_map.h"
#include "python/vm.h"

/* As MachineLanguage.pools. */
void alloc_map(Vm *vm, const PoolOptions *options, PoolMap *map);

#endif
