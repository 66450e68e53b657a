/* The heap as a map: what heap.c's books say of every chunk between its start and its end. */
#include <string.h>

#include "c/c.h"
#include "c/space.h"

enum { HEADER = 16, GRANULE = 16 };

typedef struct Mapper {
    const CVm *vm;
    PoolMap *map;
    uint32_t range;            /* the next of the free ranges */
} Mapper;

static MapBlock *add_chunk(Mapper *m, uint64_t address, uint64_t size, BlockState state)
{
    MapBlock *out = pool_map_add_block(m->map);
    *out = (MapBlock){.address = address, .size = size, .state = (uint8_t)state, .part = ""};
    return out;
}

/* Which chunk of a size comes next: the last that came. From 1; 0: it does not wait there. */
static uint32_t place_in_bin(const CVm *vm, uint64_t address, uint64_t size, uint64_t *next)
{
    uint64_t bin = size / GRANULE;
    if (bin >= TCACHE_BINS)
        return 0;
    for (uint32_t i = 0; i < vm->tcache_count[bin]; i++) {
        if (vm->tcache[bin][i] != address)
            continue;
        *next = i > 0 ? vm->tcache[bin][i - 1] : 0;
        return vm->tcache_count[bin] - i;
    }
    return 0;
}

static void add_record(Mapper *m, uint64_t address, const CBlock *block)
{
    uint64_t next = 0;
    uint32_t place = block->state == BLOCK_LIVE ? 0 : place_in_bin(m->vm, address, block->chunk, &next);
    MapBlock *out = add_chunk(m, address, block->chunk, block->state == BLOCK_LIVE ? BLOCK_USED : BLOCK_FREE);
    out->asked = block->size;
    out->next_free = next;
    out->place = place;
    out->list = place ? (uint32_t)block->chunk : 0;
    if (block->is_hidden)
        out->part = "of the library itself";
    else if (block->state == BLOCK_LIVE)
        out->object = block->number;
}

static void add_range(Mapper *m)
{
    const CRange *range = &m->vm->ranges[m->range++];
    MapBlock *out = add_chunk(m, range->address, range->size, BLOCK_FREE);
    out->place = m->range;
    out->next_free = m->range < m->vm->range_count ? m->vm->ranges[m->range].address : 0;
}

/* What lies between blocks that are known: free memory too small for the books, or of records that are forgotten. */
static uint64_t next_known(const Mapper *m, uint64_t address)
{
    const CVm *vm = m->vm;
    uint64_t end = m->range < vm->range_count ? vm->ranges[m->range].address : vm->heap_top;
    while (address < end) {
        const CBlock *block = c_block_at(vm, address + HEADER);
        if (block && block->address == address + HEADER)
            return address;
        address += GRANULE;
    }
    return end;
}

static uint64_t add_at(Mapper *m, uint64_t address)
{
    const CVm *vm = m->vm;
    if (m->range < vm->range_count && vm->ranges[m->range].address == address) {
        add_range(m);
        return address + vm->ranges[m->range - 1].size;
    }
    const CBlock *block = c_block_at(vm, address + HEADER);
    if (block && block->address == address + HEADER) {
        add_record(m, address, block);
        return address + block->chunk;
    }
    uint64_t next = next_known(m, address + GRANULE);
    add_chunk(m, address, next - address, BLOCK_FREE);
    return next;
}

/* The allocator's own chunk is the first: nothing of the program's lies before its end. */
static uint64_t first_chunk(const CVm *vm)
{
    return vm->program->heap_start + C_FIRST_CHUNK;
}

void c_heap_map(const CVm *vm, PoolMap *map)
{
    Mapper mapper = {.vm = vm, .map = map};
    pool_map_reset(map);
    map->is_heap = true;
    map->header = HEADER;
    map->small_used = vm->live_bytes;
    if (!vm->heap_end)
        return;
    uint64_t start = vm->program->heap_start;
    MapArena *arena = pool_map_add_arena(map);
    *arena = (MapArena){.address = start, .pool_count = 1};
    add_chunk(&mapper, start, first_chunk(vm) - start, BLOCK_USED)->part = "of the allocator itself";
    for (uint64_t at = first_chunk(vm); at < vm->heap_top;)
        at = add_at(&mapper, at);
    add_chunk(&mapper, vm->heap_top, vm->heap_end - vm->heap_top, BLOCK_UNTOUCHED);
    MapPool *pool = pool_map_add_pool(map);
    *pool = (MapPool){.address = start, .block_count = map->block_count, .capacity = map->block_count,
                      .state = POOL_USED};
}
