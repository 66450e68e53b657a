#include "machine/pool_map.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

void pool_map_init(PoolMap *map) { memset(map, 0, sizeof *map); }

void pool_map_finish(PoolMap *map)
{
    free(map->arenas);
    free(map->pools);
    free(map->blocks);
    free(map->large);
    pool_map_init(map);
}

void pool_map_reset(PoolMap *map)
{
    PoolMap empty = {
        .arenas = map->arenas, .arena_capacity = map->arena_capacity, .pools = map->pools,
        .pool_capacity = map->pool_capacity, .blocks = map->blocks, .block_capacity = map->block_capacity,
        .large = map->large, .large_capacity = map->large_capacity,
    };
    *map = empty;
}

/* One more element at the end of an array of the map, zeroed. */
#define ADD(array, count, capacity) \
    ((array) = memory_grow((array), &(capacity), (uint64_t)(count) + 1, sizeof *(array)), \
     memset(&(array)[count], 0, sizeof *(array)), &(array)[(count)++])

MapArena *pool_map_add_arena(PoolMap *map) { return ADD(map->arenas, map->arena_count, map->arena_capacity); }
MapPool *pool_map_add_pool(PoolMap *map) { return ADD(map->pools, map->pool_count, map->pool_capacity); }

MapBlock *pool_map_add_block(PoolMap *map)
{
    MapBlock *block = ADD(map->blocks, map->block_count, map->block_capacity);
    block->part = "";
    return block;
}

MapBlock *pool_map_add_large(PoolMap *map)
{
    MapBlock *block = ADD(map->large, map->large_count, map->large_capacity);
    block->part = "";
    return block;
}

const MapPool *pool_map_pool_at(const PoolMap *map, uint64_t address)
{
    for (uint32_t i = 0; i < map->arena_count; i++) {
        const MapArena *arena = &map->arenas[i];
        if (address < arena->address || address - arena->address >= map->arena_size)
            continue;
        uint32_t pool = (uint32_t)((address - arena->address) / map->pool_size);
        return pool < arena->pool_count ? &map->pools[arena->first_pool + pool] : NULL;
    }
    return NULL;
}

/* The blocks of a heap lie one after the other. */
static const MapBlock *heap_block_at(const PoolMap *map, uint64_t address)
{
    uint32_t low = 0, high = map->block_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (map->blocks[middle].address + map->blocks[middle].size <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low < map->block_count && map->blocks[low].address <= address ? &map->blocks[low] : NULL;
}

const MapBlock *pool_map_block_at(const PoolMap *map, uint64_t address)
{
    if (map->is_heap)
        return heap_block_at(map, address);
    const MapPool *pool = pool_map_pool_at(map, address);
    for (uint32_t i = 0; !pool && i < map->large_count; i++)
        if (address >= map->large[i].address && address - map->large[i].address < map->large[i].size)
            return &map->large[i];
    if (!pool || !pool->block_size || address - pool->address < map->pool_head)
        return NULL;
    uint32_t block = (uint32_t)((address - pool->address - map->pool_head) / pool->block_size);
    return block < pool->block_count ? &map->blocks[pool->first_block + block] : NULL;
}

const char *pool_state_name(PoolState state)
{
    static const char *const names[] = {
        [POOL_UNTOUCHED] = "untouched", [POOL_EMPTY] = "empty", [POOL_USED] = "used", [POOL_FULL] = "full",
    };
    return names[state];
}

const char *block_state_name(BlockState state)
{
    static const char *const names[] = {
        [BLOCK_UNTOUCHED] = "untouched", [BLOCK_FREE] = "free", [BLOCK_KEPT] = "kept", [BLOCK_USED] = "used",
    };
    return names[state];
}
