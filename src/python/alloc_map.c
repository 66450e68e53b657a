/* The allocator's memory as a pool map: read out of the pools' heads, the lists of free blocks and the boundary tags. */
#include "python/alloc_map.h"

#include <string.h>

#include "python/alloc_internal.h"
#include "python/gc.h"
#include "python/objects/class.h"
#include "python/objects/dict_internal.h"
#include "python/walk.h"

typedef struct Mapper {
    Vm *vm;
    const PoolOptions *options;
    PoolMap *map;
} Mapper;

static uint64_t nominal(const Mapper *mapper, const void *place) { return arena_nominal(mapper->vm->arena, place); }

/* ---- pools ---- */

static PoolState state_of(const PoolArena *arena, const Pool *pool)
{
    if ((const unsigned char *)pool >= arena->untouched)
        return POOL_UNTOUCHED;
    if (pool->used == 0)
        return POOL_EMPTY;
    return pool->free_block ? POOL_USED : POOL_FULL;
}

/* The blocks from `next_offset` on were never handed out; those before it are used, unless the free list says otherwise. */
static void add_blocks(Mapper *mapper, const Pool *pool, MapPool *out)
{
    PoolMap *map = mapper->map;
    out->first_block = map->block_count;
    out->block_count = out->capacity;
    for (uint32_t i = 0; i < out->capacity; i++) {
        MapBlock *block = pool_map_add_block(map);
        uint32_t offset = (uint32_t)sizeof(Pool) + i * out->block_size;
        *block = (MapBlock){.address = out->address + offset, .part = "", .size = out->block_size,
                            .state = offset < pool->next_offset ? BLOCK_USED : BLOCK_UNTOUCHED};
    }
    const unsigned char *at = pool->free_block;
    while (at) {
        uint32_t i = (uint32_t)((size_t)(at - (const unsigned char *)pool) - sizeof(Pool)) / out->block_size;
        MapBlock *block = &map->blocks[out->first_block + i];
        memcpy(&at, at, sizeof at);
        block->state = BLOCK_FREE;
        block->next_free = at ? nominal(mapper, at) : 0;
    }
}

/* Blocks of dead objects that a free list keeps for the next of their type. */
static void mark_kept(Mapper *mapper)
{
    for (int i = 0; i < FREE_LIST_COUNT; i++)
        for (const GcHead *head = mapper->vm->free_lists[i].first; head; head = (const GcHead *)head->next) {
            const MapBlock *block = pool_map_block_at(mapper->map, nominal(mapper, head));
            if (block)
                mapper->map->blocks[block - mapper->map->blocks].state = BLOCK_KEPT;
        }
}

static void add_pool(Mapper *mapper, const PoolArena *arena, const Pool *pool, uint32_t arena_index)
{
    MapPool *out = pool_map_add_pool(mapper->map);
    const PoolOptions *options = mapper->options;
    out->address = nominal(mapper, pool);
    out->arena = arena_index;
    out->state = (uint8_t)state_of(arena, pool);
    if (out->state == POOL_UNTOUCHED)
        return;
    out->block_size = (pool->class + 1) * ALLOC_ALIGNMENT;
    out->capacity = (uint32_t)(ALLOC_POOL_SIZE - sizeof(Pool)) / out->block_size;
    out->used = pool->used;
    out->first_free = pool->free_block ? nominal(mapper, pool->free_block) : 0;
    out->is_next = mapper->vm->alloc.used[pool->class] == pool;
    mapper->map->small_used += (uint64_t)out->used * out->block_size;
    bool asked = options->blocks_of >= out->address && options->blocks_of - out->address < ALLOC_POOL_SIZE;
    if (options->all_blocks || asked)
        add_blocks(mapper, pool, out);
}

static uint32_t place_among_usable(const Vm *vm, const PoolArena *wanted)
{
    uint32_t place = 1;
    for (const PoolArena *arena = vm->alloc.usable; arena; arena = arena->next, place++)
        if (arena == wanted)
            return place;
    return 0;
}

static void add_arena(Mapper *mapper, const PoolArena *arena)
{
    PoolMap *map = mapper->map;
    uint32_t index = map->arena_count;
    MapArena *out = pool_map_add_arena(map);
    *out = (MapArena){
        .address = nominal(mapper, arena->address), .number = (uint32_t)(arena - arena_table(mapper->vm)), .free_pools = arena->free_count,
        .place = place_among_usable(mapper->vm, arena), .first_pool = map->pool_count, .pool_count = POOLS_PER_ARENA,
    };
    for (uint32_t i = 0; i < POOLS_PER_ARENA; i++)
        add_pool(mapper, arena, (const Pool *)(arena->address + (size_t)i * ALLOC_POOL_SIZE), index);
}

static void add_arenas(Mapper *mapper)
{
    Vm *vm = mapper->vm;
    size_t count = (vm->alloc.arenas_end - (uintptr_t)pools_base(vm)) / ALLOC_ARENA_SIZE;
    const PoolArena *table = arena_table(vm);
    for (size_t i = 0; i < count; i++) {
        if (table[i].in_use)
            add_arena(mapper, &table[i]);
        else
            mapper->map->arenas_returned++;
    }
}

/* ---- large blocks ---- */

static void add_large(Mapper *mapper)
{
    Vm *vm = mapper->vm;
    LargeBlock *block = (LargeBlock *)large_base(vm);
    for (; (uintptr_t)block < vm->alloc.large_end; block = large_after(block)) {
        bool used = block->size & LARGE_USED;
        if (used)
            mapper->map->large_used += large_size(block);
        if (!mapper->options->all_blocks && !mapper->options->owners)
            continue;
        MapBlock *out = pool_map_add_large(mapper->map);
        *out = (MapBlock){.address = nominal(mapper, (unsigned char *)block + LARGE_HEADER), .part = "",
                          .size = large_size(block) - LARGE_HEADER, .state = used ? BLOCK_USED : BLOCK_FREE};
    }
}

/* ---- who lies where ---- */

static void own(Mapper *mapper, const void *place, const Object *object, const char *part)
{
    Vm *vm = mapper->vm;
    if (!place || (uintptr_t)place - (uintptr_t)vm >= vm->arena->size)
        return;                /* the table that all empty dicts share lies outside */
    const MapBlock *found = pool_map_block_at(mapper->map, nominal(mapper, place));
    MapBlock *block = (MapBlock *)(uintptr_t)found;
    if (!block || block->object)
        return;
    block->object = object->number;
    block->part = part;
}

static void own_parts(Mapper *mapper, Object *object)
{
    Vm *vm = mapper->vm;
    Type *type = object_type(vm, object);
    if (type->flags & TYPE_MANAGED_DICT)
        own(mapper, managed_dict(object)->values, object, "attributes");
    if (is_list(vm, object))
        own(mapper, ((List *)object)->items, object, "items");
    else if (is_dict(vm, object))
        own(mapper, ((Dict *)object)->keys, object, "keys");
    else if (is_any_set(vm, object) && ((Set *)object)->table != ((Set *)object)->small)
        own(mapper, ((Set *)object)->table, object, "table");
    else if (is_type(vm, object)) {
        own(mapper, ((Type *)object)->keys, object, "shared keys");
        own(mapper, ((Type *)object)->subclasses, object, "subclasses");
        own(mapper, ((Type *)object)->c_name, object, "name");
    }
}

static void own_object(Mapper *mapper, Object *object)
{
    Vm *vm = mapper->vm;
    uint32_t flags = object_type(vm, object)->flags;
    if ((uintptr_t)object - (uintptr_t)vm >= sizeof(Vm)) {
        size_t before = (flags & TYPE_HAS_GC ? sizeof(GcHead) : 0) + (flags & TYPE_MANAGED_DICT ? sizeof(ManagedDict) : 0);
        own(mapper, (unsigned char *)object - before, object, "");
    }
    own_parts(mapper, object);
}

static void name_owners(Mapper *mapper)
{
    Walk walk = {0};
    if (walk_run(&walk, mapper->vm, NULL, NULL))
        for (size_t i = 0; i < walk.size; i++)
            if (walk.table[i].object)
                own_object(mapper, walk.table[i].object);
    walk_finish(&walk);
}

void alloc_map(Vm *vm, const PoolOptions *options, PoolMap *map)
{
    Mapper mapper = {vm, options, map};
    pool_map_reset(map);
    map->arena_size = ALLOC_ARENA_SIZE;
    map->pool_size = ALLOC_POOL_SIZE;
    map->pool_head = sizeof(Pool);
    map->alignment = ALLOC_ALIGNMENT;
    map->small_max = ALLOC_SMALL_MAX;
    add_arenas(&mapper);
    add_large(&mapper);
    mark_kept(&mapper);
    if (options->owners)
        name_owners(&mapper);
}
