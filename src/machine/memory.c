/* Doubling, so that filling an array item by item costs a constant number of copies for each. */
#include "machine/memory.h"

#include <stdio.h>
#include <stdlib.h>

static _Noreturn void memory_is_out(void)
{
    fputs("refarrows: out of memory\n", stderr);
    _Exit(EXIT_FAILURE);       /* possibly on a worker thread: no exit handlers */
}

void *memory_resize(void *memory, size_t size)
{
    void *result = realloc(memory, size > 0 ? size : 1);
    if (result == NULL)
        memory_is_out();
    return result;
}

void *memory_grow(void *items, uint32_t *capacity, uint64_t needed, size_t item_size)
{
    if (needed <= *capacity)
        return items;
    uint64_t room = *capacity < 8 ? 8 : (uint64_t)*capacity * 2;
    if (room < needed)
        room = needed;
    if (room > UINT32_MAX || room > SIZE_MAX / item_size)
        memory_is_out();
    *capacity = (uint32_t)room;
    return memory_resize(items, (size_t)room * item_size);
}
