/* Memory for Python objects, in the arena: pools of fixed-size blocks for requests up to 512 bytes, as CPython 3.11's
 * obmalloc.c hands them out (16-byte size classes, 16 KiB pools, 1 MiB arenas, a freed block is the next one given), and
 * a general allocator behind it for larger requests.
 */
#ifndef REFARROWS_PYTHON_ALLOC_H
#define REFARROWS_PYTHON_ALLOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Vm Vm;

enum {
    ALLOC_ALIGNMENT = 16,
    ALLOC_SMALL_MAX = 512,                            /* larger requests go to the system part */
    ALLOC_CLASSES = ALLOC_SMALL_MAX / ALLOC_ALIGNMENT,
    ALLOC_POOL_SIZE = 16 * 1024,
    ALLOC_ARENA_SIZE = 1024 * 1024,
    ALLOC_LARGE_BINS = 64
};

/* The head of a pool; its blocks follow. */
typedef struct Pool {
    uint32_t used;             /* blocks handed out */
    uint32_t padding;
    unsigned char *free_block; /* first of the list of free blocks; each block's first word names the next */
    struct Pool *next, *previous;   /* in used[class] (previous NULL: head), or `next` in the arena's free pools */
    uint32_t arena;            /* index into the table of arenas */
    uint32_t class;
    uint32_t next_offset;      /* of the first block never handed out */
    uint32_t last_offset;      /* the largest next_offset that still is a block */
} Pool;

typedef struct LargeBlock LargeBlock;

typedef struct Alloc {
    Pool *used[ALLOC_CLASSES];                        /* pools of the class that have a free block; the head serves */
    struct PoolArena *usable, *unused;                /* arenas with free pools, fullest first; arena structs to reuse */
    uintptr_t arenas_end;                             /* first address of the pools segment never used */
    LargeBlock *bins[ALLOC_LARGE_BINS];               /* free large blocks by size */
    uintptr_t large_start, large_end;                 /* blocks from there on are large ones */
} Alloc;

void alloc_init(Vm *vm);
/* NULL when it cannot be had (no exception is set). Zero bytes count as one. Blocks are 16-byte aligned. */
void *mem_alloc(Vm *vm, size_t size);
void mem_free(Vm *vm, void *block);                   /* takes NULL */
void *mem_realloc(Vm *vm, void *block, size_t size);  /* on NULL the old block is still there */
size_t mem_usable_size(Vm *vm, const void *block);

/* Is what lies there not handed out? For any place inside a block that was handed out once. */
bool mem_is_free(Vm *vm, const void *place);

#endif
