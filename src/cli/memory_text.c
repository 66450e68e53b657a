#include "cli/memory_text.h"

#include <inttypes.h>
#include <stdio.h>

static const char *plural(uint64_t count) { return count == 1 ? "" : "s"; }

static void print_owner(const MapBlock *block)
{
    if (block->object)
        printf(", %s%sobject %" PRIu64, block->part, *block->part ? " of " : "", block->object);
}

/* The list of free blocks, first given first: numbers of blocks within the pool. */
static void print_free_list(const PoolMap *map, const MapPool *pool)
{
    uint64_t at = pool->first_free;
    uint32_t told = 0;
    if (!at || !pool->block_count)
        return;
    printf("      free list:");
    for (; at && told < pool->capacity; told++) {
        const MapBlock *block = pool_map_block_at(map, at);
        printf(" %" PRIu64, (at - pool->address - map->pool_head) / pool->block_size);
        at = block ? block->next_free : 0;
    }
    printf("\n");
}

static void print_blocks(const PoolMap *map, const MapPool *pool)
{
    for (uint32_t i = 0; i < pool->block_count; i++) {
        const MapBlock *block = &map->blocks[pool->first_block + i];
        if (block->state == BLOCK_UNTOUCHED) {
            printf("      blocks %" PRIu32 " to %" PRIu32 ": never used\n", i, pool->capacity - 1);
            break;
        }
        printf("      block %" PRIu32 " at 0x%" PRIx64 ": %s", i, block->address,
               block_state_name((BlockState)block->state));
        print_owner(block);
        printf("\n");
    }
}

static void print_pool(const PoolMap *map, const MapPool *pool, uint32_t number)
{
    printf("    pool %" PRIu32 " at 0x%" PRIx64 ": %s", number, pool->address, pool_state_name((PoolState)pool->state));
    if (pool->block_size)
        printf(", blocks of %" PRIu32 " bytes, %" PRIu32 " of %" PRIu32 " used", pool->block_size, pool->used,
               pool->capacity);
    printf("%s\n", pool->is_next ? ", gives the next block of its size" : "");
    print_free_list(map, pool);
    print_blocks(map, pool);
}

static void print_arena(const PoolMap *map, uint32_t index)
{
    const MapArena *arena = &map->arenas[index];
    printf("  arena %" PRIu32 " at 0x%" PRIx64 ": %" PRIu32 " pools, %" PRIu32 " of them free%s\n", arena->number,
           arena->address, arena->pool_count, arena->free_pools, arena->place == 1 ? ", gives the next pool" : "");
    uint32_t untouched = 0;
    for (uint32_t i = 0; i < arena->pool_count; i++) {
        const MapPool *pool = &map->pools[arena->first_pool + i];
        if (pool->state == POOL_UNTOUCHED)
            untouched++;
        else
            print_pool(map, pool, i);
    }
    if (untouched)
        printf("    %" PRIu32 " pool%s never used\n", untouched, plural(untouched));
}

/* ---- a heap ---- */

static void print_free_block(const MapBlock *block)
{
    if (block->state == BLOCK_UNTOUCHED)
        printf(": never given out");
    else if (block->list)
        printf(": free, number %" PRIu32 " in the list of blocks of %" PRIu32 " bytes", block->place, block->list);
    else
        printf(": free, number %" PRIu32 " by address", block->place);
}

static void print_chunk(const PoolMap *map, const MapBlock *block)
{
    printf("  0x%" PRIx64 ": %" PRIu64 " bytes", block->address, block->size);
    if (block->state != BLOCK_USED)
        print_free_block(block);
    else if (*block->part)
        printf(": %s", block->part);
    else
        printf(": header of %" PRIu32 ", %" PRIu64 " asked for at 0x%" PRIx64 ", object %" PRIu64, map->header,
               block->asked, block->address + map->header, block->object);
    printf("\n");
}

static void print_heap(const PoolMap *map)
{
    printf("heap, from 0x%" PRIx64 "\n", map->arena_count ? map->arenas[0].address : 0);
    for (uint32_t i = 0; i < map->block_count; i++)
        print_chunk(map, &map->blocks[i]);
    printf("  %" PRIu64 " bytes asked for and not freed\n", map->small_used);
}

void memory_text_pools(const PoolMap *map)
{
    if (map->is_heap) {
        print_heap(map);
        return;
    }
    printf("pools\n");
    for (uint32_t i = 0; i < map->arena_count; i++)
        print_arena(map, i);
    if (map->arenas_returned)
        printf("  %" PRIu64 " arena%s given back\n", map->arenas_returned, plural(map->arenas_returned));
    printf("  small blocks: %" PRIu64 " bytes used; large ones: %" PRIu64 " bytes\n", map->small_used, map->large_used);
    for (uint32_t i = 0; i < map->large_count; i++) {
        printf("    large block at 0x%" PRIx64 ": %" PRIu64 " bytes, %s", map->large[i].address, map->large[i].size,
               block_state_name((BlockState)map->large[i].state));
        print_owner(&map->large[i]);
        printf("\n");
    }
}

static void print_field(const BytesField *field)
{
    char range[32];
    snprintf(range, sizeof range, "%" PRId64 "..%" PRId64, field->offset, field->offset + (int64_t)field->size - 1);
    printf("    %-10s %-19s %-27s %s", range, field->type, field->name, field->value);
    if (field->target)
        printf(" (object %" PRIu64 ")", field->target);
    printf("\n");
}

void memory_text_bytes(const ObjectBytes *bytes)
{
    printf("bytes of object %" PRIu64 ": %s, %" PRIu64 " bytes\n", bytes->number, bytes->type, bytes->size);
    for (uint32_t i = 0; i < bytes->part_count; i++) {
        const BytesPart *part = &bytes->parts[i];
        printf("  %s at 0x%" PRIx64 ", %" PRIu64 " bytes\n", part->name, part->address, part->size);
        for (uint32_t f = 0; f < part->field_count; f++)
            print_field(&bytes->fields[part->first_field + f]);
        if (part->is_cut)
            printf("    and more of the same\n");
    }
}
