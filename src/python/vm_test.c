/* A Vm by itself, for unit tests and fuzzers: in an arena of its own, with a host that drops what is written. */
#include <stdlib.h>

#include "python/vm_life.h"

typedef struct OwnVm { Arena arena; MachineHost host; } OwnVm;

Vm *vm_create(void)
{
    OwnVm *own = calloc(1, sizeof *own);
    if (!own)
        return NULL;
    machine_host_init(&own->host);
    atomic_store(&own->host.stop_at, UINT64_MAX);
    if (!arena_init(&own->arena, vm_segment_sizes, SEGMENT_COUNT) ||
        vm_start((Vm *)own->arena.base, &own->arena, &own->host) < 0) {
        arena_finish(&own->arena);
        free(own);
        return NULL;
    }
    return (Vm *)own->arena.base;
}

void vm_destroy(Vm *vm)
{
    if (!vm)
        return;
    OwnVm *own = (OwnVm *)((char *)vm->arena - offsetof(OwnVm, arena));
    arena_finish(&own->arena);
    free(own);
}
