/* The small part follows CPython 3.11's obmalloc.c: which pool serves a request, when a pool changes lists, when an
 * arena is given back and which one is used next are the same, so addresses come back in the same pattern.
 *
 *     arena (1 MiB) = 64 pools; a pool (16 KiB) = header + blocks of one class
 *     pool states: used (some blocks free, in used[class]) · full (in no list) · empty (in its arena's free_pools)
 *
 * The large part stands for the system's malloc: blocks with boundary tags in one growing region, free ones kept in bins
 * by size, neighbours joined when freed.
 */
#include "python/alloc.h"

#include <stdbool.h>
#include <string.h>

#include "python/alloc_hostile.h"
#include "python/alloc_internal.h"

_Static_assert(sizeof(Pool) == 48, "pool header as CPython's POOL_OVERHEAD");

#ifdef REFARROWS_HOSTILE
#define FILL(place, size, byte) memset((place), (byte), (size))

AllocHostility alloc_hostility;        /* of the test, not of a run */
#else
#define FILL(place, size, byte) ((void)0)
#endif

void alloc_init(Vm *vm)
{
    Alloc *alloc = &vm->alloc;
    memset(alloc, 0, sizeof *alloc);
    alloc->arenas_end = (uintptr_t)pools_base(vm);
    alloc->large_start = alloc->large_end = (uintptr_t)large_base(vm);
    arena_set_used(vm->arena, SEGMENT_VM, (size_t)((unsigned char *)arena_table(vm) - (unsigned char *)vm));
}

/* ---- arenas ---- */

/* A place for one more arena: one given back before, or the next part of the segment. */
static PoolArena *arena_obtain(Vm *vm)
{
    Alloc *alloc = &vm->alloc;
    PoolArena *arena = alloc->unused;
    if (arena) {
        alloc->unused = arena->next;
    } else {
        size_t index = (alloc->arenas_end - (uintptr_t)pools_base(vm)) / ALLOC_ARENA_SIZE;
        if ((index + 1) * ALLOC_ARENA_SIZE > vm->arena->segments[SEGMENT_POOLS].size)
            return NULL;
        arena = &arena_table(vm)[index];
        if (!arena_set_used(vm->arena, SEGMENT_VM, (size_t)((unsigned char *)(arena + 1) - (unsigned char *)vm)))
            return NULL;
        arena->address = (unsigned char *)alloc->arenas_end;
        alloc->arenas_end += ALLOC_ARENA_SIZE;
    }
    arena->untouched = arena->address;
    arena->free_pools = NULL;
    arena->free_count = POOLS_PER_ARENA;
    arena->in_use = true;
    return arena;
}

static void usable_insert(Alloc *alloc, PoolArena *arena, PoolArena *before, PoolArena *after)
{
    arena->previous = before;
    arena->next = after;
    if (before)
        before->next = arena;
    else
        alloc->usable = arena;
    if (after)
        after->previous = arena;
}

static void usable_remove(Alloc *alloc, PoolArena *arena)
{
    if (arena->previous)
        arena->previous->next = arena->next;
    else
        alloc->usable = arena->next;
    if (arena->next)
        arena->next->previous = arena->previous;
}

/* Keeps the list ordered by free pools after one more became free: fuller arenas serve first, so that emptier ones may
 * become empty. Among equals the arena goes behind, as nfp2lasta sees to it in CPython. */
static void usable_reorder(Alloc *alloc, PoolArena *arena)
{
    PoolArena *after = arena->next;
    if (!after || after->free_count >= arena->free_count)
        return;
    usable_remove(alloc, arena);
    PoolArena *before = NULL;
    while (after && after->free_count < arena->free_count) {
        before = after;
        after = after->next;
    }
    usable_insert(alloc, arena, before, after);
}

/* ---- pools ---- */

static void pool_link(Alloc *alloc, Pool *pool)
{
    pool->previous = NULL;
    pool->next = alloc->used[pool->class];
    if (pool->next)
        pool->next->previous = pool;
    alloc->used[pool->class] = pool;
}

static void pool_unlink(Alloc *alloc, Pool *pool)
{
    if (pool->previous)
        pool->previous->next = pool->next;
    else
        alloc->used[pool->class] = pool->next;
    if (pool->next)
        pool->next->previous = pool->previous;
}

/* An empty pool from the first usable arena; its class tells what it served last. */
static Pool *pool_obtain(Vm *vm)
{
    Alloc *alloc = &vm->alloc;
    PoolArena *arena = alloc->usable;
    if (!arena) {
        arena = arena_obtain(vm);
        if (!arena)
            return NULL;
        usable_insert(alloc, arena, NULL, NULL);
    }
    Pool *pool = arena->free_pools;
    if (pool) {
        arena->free_pools = pool->next;
    } else {
        pool = (Pool *)arena->untouched;
        arena->untouched += ALLOC_POOL_SIZE;
        size_t end = (size_t)(arena->untouched - pools_base(vm));
        if (end > vm->arena->segments[SEGMENT_POOLS].used)
            arena_set_used(vm->arena, SEGMENT_POOLS, end);
        pool->arena = (uint32_t)(arena - arena_table(vm));
        pool->class = UNUSED_CLASS;
    }
    if (--arena->free_count == 0)
        usable_remove(alloc, arena);
    return pool;
}

static void *pool_first_block(Vm *vm, Pool *pool, uint32_t class)
{
    uint32_t size = (class + 1) * ALLOC_ALIGNMENT;
    pool->used = 1;
    if (pool->class == class) {
        /* it served this class before: its list of free blocks is still right */
        unsigned char *block = pool->free_block;
        memcpy(&pool->free_block, block, sizeof pool->free_block);
        pool_link(&vm->alloc, pool);
        return block;
    }
    unsigned char *block = (unsigned char *)pool + sizeof(Pool);
    pool->class = class;
    pool->next_offset = (uint32_t)sizeof(Pool) + 2 * size;
    pool->last_offset = ALLOC_POOL_SIZE - size;
    pool->free_block = block + size;
    memset(pool->free_block, 0, sizeof(void *));
    pool_link(&vm->alloc, pool);
    return block;
}

static void *small_alloc(Vm *vm, uint32_t class)
{
    Alloc *alloc = &vm->alloc;
    Pool *pool = alloc->used[class];
    if (__builtin_expect(!pool, 0)) {
        pool = pool_obtain(vm);
        return pool ? pool_first_block(vm, pool, class) : NULL;
    }
    pool->used++;
    unsigned char *block = pool->free_block;
    memcpy(&pool->free_block, block, sizeof pool->free_block);
    if (__builtin_expect(!pool->free_block, 0)) {
        if (pool->next_offset <= pool->last_offset) {
            pool->free_block = (unsigned char *)pool + pool->next_offset;
            pool->next_offset += (class + 1) * ALLOC_ALIGNMENT;
            memset(pool->free_block, 0, sizeof(void *));
        } else {
            pool_unlink(alloc, pool);
        }
    }
    return block;
}

/* A pool became empty: it goes to its arena, which may change its place in the list or be given back. */
static void pool_release(Vm *vm, Pool *pool)
{
    Alloc *alloc = &vm->alloc;
    PoolArena *arena = &arena_table(vm)[pool->arena];
    pool->next = arena->free_pools;
    arena->free_pools = pool;
    if (++arena->free_count == 1) {
        usable_insert(alloc, arena, NULL, alloc->usable);
    } else if (arena->free_count == POOLS_PER_ARENA && arena->next) {
        /* all free, and another arena can serve: give it back */
        usable_remove(alloc, arena);
        arena->in_use = false;
        arena->next = alloc->unused;
        alloc->unused = arena;
        return;
    }
    usable_reorder(alloc, arena);
}

static void small_free(Vm *vm, void *block)
{
    size_t offset = (size_t)((unsigned char *)block - pools_base(vm));
    Pool *pool = (Pool *)(pools_base(vm) + (offset & ~(size_t)(ALLOC_POOL_SIZE - 1)));
    unsigned char *last = pool->free_block;
    FILL(block, (pool->class + 1) * ALLOC_ALIGNMENT, 0xdd);
    memcpy(block, &last, sizeof last);
    pool->free_block = block;
    pool->used--;
    if (__builtin_expect(!last, 0)) {
        pool_link(&vm->alloc, pool);
    } else if (__builtin_expect(pool->used == 0, 0)) {
        pool_unlink(&vm->alloc, pool);
        pool_release(vm, pool);
    }
}

/* ---- large blocks ---- */

static bool large_is_last(Vm *vm, LargeBlock *block) { return (uintptr_t)large_after(block) == vm->alloc.large_end; }

/* Two bins for every power of two. */
static unsigned large_bin(uint64_t size)
{
    unsigned log = 63u - (unsigned)__builtin_clzll(size);
    unsigned bin = 2 * (log - 5) + (unsigned)(size >> (log - 1) & 1);
    return bin < ALLOC_LARGE_BINS ? bin : ALLOC_LARGE_BINS - 1;
}

static void bin_insert(Alloc *alloc, LargeBlock *block)
{
    LargeBlock **head = &alloc->bins[large_bin(large_size(block))];
    block->previous = NULL;
    block->next = *head;
    if (*head)
        (*head)->previous = block;
    *head = block;
}

static void bin_remove(Alloc *alloc, LargeBlock *block)
{
    if (block->previous)
        block->previous->next = block->next;
    else
        alloc->bins[large_bin(large_size(block))] = block->next;
    if (block->next)
        block->next->previous = block->previous;
}

static bool large_set_end(Vm *vm, uintptr_t end)
{
    if (!arena_set_used(vm->arena, SEGMENT_LARGE, end - (uintptr_t)large_base(vm)))
        return false;
    vm->alloc.large_end = end;
    return true;
}

/* Cuts a used block down to `size`; the rest becomes free. */
static void large_free_block(Vm *vm, LargeBlock *block);

static void large_trim(Vm *vm, LargeBlock *block, uint64_t size)
{
    uint64_t rest = large_size(block) - size;
    if (rest < LARGE_MIN)
        return;
    block->size = size | (block->size & LARGE_FLAGS);
    LargeBlock *tail = large_after(block);
    tail->size = rest | LARGE_USED | LARGE_BEFORE_USED;
    large_free_block(vm, tail);
}

static LargeBlock *large_take(Vm *vm, LargeBlock *block, uint64_t size)
{
    bin_remove(&vm->alloc, block);
    block->size |= LARGE_USED;
    if (!large_is_last(vm, block))
        large_after(block)->size |= LARGE_BEFORE_USED;
    large_trim(vm, block, size);
    return block;
}

static LargeBlock *large_find(Vm *vm, uint64_t size)
{
    for (unsigned bin = large_bin(size); bin < ALLOC_LARGE_BINS; bin++)
        for (LargeBlock *block = vm->alloc.bins[bin]; block; block = block->next)
            if (large_size(block) >= size)
                return large_take(vm, block, size);
    return NULL;
}

static uint64_t large_round(size_t size)
{
    uint64_t whole = ((uint64_t)size + LARGE_HEADER + 15) & ~UINT64_C(15);
    return whole < LARGE_MIN ? LARGE_MIN : whole;
}

/* The last block is never free: freeing it lowers the end. So a block made at the end follows a used one. */
static void *large_alloc(Vm *vm, size_t size)
{
    if (size > vm->arena->segments[SEGMENT_LARGE].size)
        return NULL;
    uint64_t whole = large_round(size);
    LargeBlock *block = large_find(vm, whole);
    if (!block) {
        block = (LargeBlock *)vm->alloc.large_end;
        if (!large_set_end(vm, vm->alloc.large_end + whole))
            return NULL;
        block->size = whole | LARGE_USED | LARGE_BEFORE_USED;
    }
    return (unsigned char *)block + LARGE_HEADER;
}

static void large_free_block(Vm *vm, LargeBlock *block)
{
    Alloc *alloc = &vm->alloc;
    uint64_t size = large_size(block);
    FILL((unsigned char *)block + LARGE_HEADER, size - LARGE_HEADER, 0xdd);
    uint64_t flags = block->size & LARGE_BEFORE_USED;
    LargeBlock *after = large_after(block);
    if (!large_is_last(vm, block) && !(after->size & LARGE_USED)) {
        bin_remove(alloc, after);
        size += large_size(after);
    }
    if (!flags) {
        block = (LargeBlock *)((unsigned char *)block - block->before);
        bin_remove(alloc, block);
        size += large_size(block);
        flags = block->size & LARGE_BEFORE_USED;
    }
    block->size = size | flags;
    if (large_is_last(vm, block)) {
        large_set_end(vm, (uintptr_t)block);
        return;
    }
    after = large_after(block);
    after->before = size;
    after->size &= ~(uint64_t)LARGE_BEFORE_USED;
    bin_insert(alloc, block);
}

/* Grows in place into a free neighbour or at the end of the region. */
static bool large_grow(Vm *vm, LargeBlock *block, uint64_t whole)
{
    uint64_t size = large_size(block);
    if (large_is_last(vm, block)) {
        if (!large_set_end(vm, vm->alloc.large_end + (whole - size)))
            return false;
        block->size = whole | (block->size & LARGE_FLAGS);
        return true;
    }
    LargeBlock *after = large_after(block);
    if ((after->size & LARGE_USED) || size + large_size(after) < whole)
        return false;
    bin_remove(&vm->alloc, after);
    block->size = (size + large_size(after)) | (block->size & LARGE_FLAGS);
    if (!large_is_last(vm, block))
        large_after(block)->size |= LARGE_BEFORE_USED;
    large_trim(vm, block, whole);
    return true;
}

/* ---- the interface ---- */

static bool is_large(Vm *vm, const void *block) { return (const unsigned char *)block >= large_base(vm); }

size_t mem_usable_size(Vm *vm, const void *block)
{
    if (is_large(vm, block))
        return (size_t)large_size((const LargeBlock *)((const unsigned char *)block - LARGE_HEADER)) - LARGE_HEADER;
    size_t offset = (size_t)((const unsigned char *)block - pools_base(vm));
    const Pool *pool = (const Pool *)(pools_base(vm) + (offset & ~(size_t)(ALLOC_POOL_SIZE - 1)));
    return (size_t)(pool->class + 1) * ALLOC_ALIGNMENT;
}

static bool large_is_free(Vm *vm, const unsigned char *place)
{
    if ((uintptr_t)place >= vm->alloc.large_end)
        return true;
    for (int bin = 0; bin < ALLOC_LARGE_BINS; bin++)
        for (const LargeBlock *block = vm->alloc.bins[bin]; block; block = block->next)
            if (place >= (const unsigned char *)block && place < (const unsigned char *)block + large_size(block))
                return true;
    return false;
}

bool mem_is_free(Vm *vm, const void *place)
{
    const unsigned char *at = place;
    if (is_large(vm, at))
        return large_is_free(vm, at);
    if (at < pools_base(vm) || (uintptr_t)at >= vm->alloc.arenas_end)
        return true;
    size_t offset = (size_t)(at - pools_base(vm));
    const Pool *pool = (const Pool *)(pools_base(vm) + (offset & ~(size_t)(ALLOC_POOL_SIZE - 1)));
    size_t size = (size_t)(pool->class + 1) * ALLOC_ALIGNMENT, in_pool = (size_t)(at - (const unsigned char *)pool);
    if (!pool->used || in_pool >= pool->next_offset)
        return true;
    const unsigned char *next;
    for (const unsigned char *block = pool->free_block; block; block = next) {
        if (at >= block && at < block + size)
            return true;
        memcpy(&next, block, sizeof next);
    }
    return false;
}

void *mem_alloc(Vm *vm, size_t size)
{
    if (alloc_refuses())
        return NULL;
    if (size - 1 < ALLOC_SMALL_MAX)
        return small_alloc(vm, (uint32_t)(size - 1) / ALLOC_ALIGNMENT);
    if (size == 0)
        return small_alloc(vm, 0);
    void *block = large_alloc(vm, size);
    if (block)
        FILL(block, size, 0xcd);
    return block;
}

void mem_free(Vm *vm, void *block)
{
    if (!block)
        return;
    if (is_large(vm, block))
        large_free_block(vm, (LargeBlock *)((unsigned char *)block - LARGE_HEADER));
    else
        small_free(vm, block);
}

void *mem_realloc(Vm *vm, void *block, size_t size)
{
    if (!block)
        return mem_alloc(vm, size);
    if (alloc_refuses())
        return NULL;
    size_t usable = mem_usable_size(vm, block);
    if (is_large(vm, block) && size > ALLOC_SMALL_MAX) {
        LargeBlock *large = (LargeBlock *)((unsigned char *)block - LARGE_HEADER);
        if (size > vm->arena->segments[SEGMENT_LARGE].size)
            return NULL;
        if (size <= usable) {
            large_trim(vm, large, large_round(size));
            return block;
        }
        if (large_grow(vm, large, large_round(size)))
            return block;
    } else if (!is_large(vm, block) && size <= usable && 4 * size > 3 * usable) {
        return block;          /* as pymalloc_realloc: less than a quarter is saved */
    }
    void *moved = mem_alloc(vm, size);
    if (!moved)
        return NULL;
    memcpy(moved, block, size < usable ? size : usable);
    mem_free(vm, block);
    return moved;
}
