/* The allocator's own structures, for alloc.c and for alloc_map.c, which tells of them. */
#ifndef REFARROWS_PYTHON_ALLOC_INTERNAL_H
#define REFARROWS_PYTHON_ALLOC_INTERNAL_H

#include "python/vm.h"

typedef struct PoolArena {
    unsigned char *address;    /* of its first pool */
    unsigned char *untouched;  /* first pool never used */
    Pool *free_pools;          /* used before, empty now */
    uint32_t free_count;       /* pools to be had: free_pools and untouched */
    bool in_use;
    struct PoolArena *next, *previous;   /* in the list of usable arenas, fewest free pools first; or of unused ones */
} PoolArena;

enum { POOLS_PER_ARENA = ALLOC_ARENA_SIZE / ALLOC_POOL_SIZE, UNUSED_CLASS = 0xffff };

struct LargeBlock {
    uint64_t size;             /* of the whole block with this header; low bits: LARGE_* */
    uint64_t before;           /* size of the block before it when that one is free */
    LargeBlock *next, *previous;   /* in its bin while free; the payload starts here while used */
};

enum { LARGE_USED = 1, LARGE_BEFORE_USED = 2, LARGE_FLAGS = 15, LARGE_HEADER = 16, LARGE_MIN = 48 };

static inline PoolArena *arena_table(Vm *vm)
{
    return (PoolArena *)((unsigned char *)vm + ((sizeof(Vm) + 63) & ~(size_t)63));
}

static inline unsigned char *pools_base(Vm *vm) { return arena_segment_base(vm->arena, SEGMENT_POOLS); }

static inline unsigned char *large_base(Vm *vm) { return arena_segment_base(vm->arena, SEGMENT_LARGE); }

static inline uint64_t large_size(const LargeBlock *block) { return block->size & ~(uint64_t)LARGE_FLAGS; }

static inline LargeBlock *large_after(LargeBlock *block)
{
    return (LargeBlock *)((unsigned char *)block + large_size(block));
}

#endif
