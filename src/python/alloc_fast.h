/* The allocator's two shortest ways, inline for the evaluation loop: a block is the head of its pool's free list, and goes
 * back there. Everything else is left to mem_alloc and mem_free, which behave the same. */
#ifndef REFARROWS_PYTHON_ALLOC_FAST_H
#define REFARROWS_PYTHON_ALLOC_FAST_H

#include <string.h>

#include "python/vm.h"

/* Ints of one limb and floats: requests of 17 to 32 bytes. */
enum { ALLOC_NUMBER_SIZE = 32 };

static inline void *mem_alloc_fast(Vm *vm, size_t size)
{
#ifdef REFARROWS_HOSTILE
    return mem_alloc(vm, size);
#endif
    Pool *pool = size - 1 < ALLOC_SMALL_MAX ? vm->alloc.used[(size - 1) / ALLOC_ALIGNMENT] : NULL;
    if (__builtin_expect(pool != NULL, 1)) {
        unsigned char *block = pool->free_block, *next;
        memcpy(&next, block, sizeof next);
        if (__builtin_expect(next != NULL, 1)) {
            pool->used++;
            pool->free_block = next;
            return block;
        }
    }
    return mem_alloc(vm, size);
}

static inline void *mem_alloc_number(Vm *vm) { return mem_alloc_fast(vm, ALLOC_NUMBER_SIZE); }

/* The block lies in a pool: pools are aligned within the arena, whose start the Vm is. */
static inline void mem_free_number(Vm *vm, void *block)
{
#ifdef REFARROWS_HOSTILE
    mem_free(vm, block);
#else
    size_t offset = (size_t)((unsigned char *)block - (unsigned char *)vm);
    Pool *pool = (Pool *)((unsigned char *)vm + (offset & ~(size_t)(ALLOC_POOL_SIZE - 1)));
    if (__builtin_expect(pool->free_block == NULL || pool->used == 1, 0)) {
        mem_free(vm, block);   /* the pool changes lists */
        return;
    }
    memcpy(block, &pool->free_block, sizeof pool->free_block);
    pool->free_block = block;
    pool->used--;
#endif
}

/* The block of a float: a kept one, as float_new. */
static inline void *float_block(Vm *vm)
{
    FreeList *list = &vm->free_lists[FREE_FLOATS];
    GcHead *head = list->first;
    if (!head)
        return mem_alloc_number(vm);
    list->first = (GcHead *)head->next;
    list->count--;
    return head;
}

/* The end of an exact float. */
static inline void float_release(Vm *vm, Object *number)
{
    FreeList *list = &vm->free_lists[FREE_FLOATS];
    if (list->count >= FREE_FLOATS_MOST) {
        mem_free_number(vm, number);
        return;
    }
    *(GcHead *)(void *)number = (GcHead){(uintptr_t)list->first, 0};
    list->first = (GcHead *)(void *)number;
    list->count++;
}

static inline void mem_free_fast(Vm *vm, void *block)
{
    if ((uintptr_t)block < vm->alloc.large_start)
        mem_free_number(vm, block);
    else
        mem_free(vm, block);
}

/* decref for values of which many are numbers. */
static inline void decref_number(Vm *vm, Object *object)
{
    if (--object->count)
        return;
    if (is_exact(object, FLOAT))
        float_release(vm, object);
    else if (is_exact(object, INT) && (uint64_t)(((Int *)object)->size + 1) <= 2)
        mem_free_number(vm, object);
    else
        object_dealloc(vm, object);
}

#endif
