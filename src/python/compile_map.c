/* Open addressing over an array of entries, as a dict has it. A removed entry keeps its slot in the table, so that
 * probing goes past it; the maps of a compilation are too short-lived to clean up. */
#include "python/compile_map.h"

#include <string.h>

static unsigned pointer_hash(const void *key)
{
    uint64_t bits = (uint64_t)(uintptr_t)key >> 3;
    return (unsigned)((bits * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
}

int map_find(const PointerMap *map, const void *key)
{
    if (map->table_size == 0)
        return -1;
    unsigned mask = (unsigned)map->table_size - 1;
    for (unsigned i = pointer_hash(key) & mask; map->table[i] >= 0; i = (i + 1) & mask)
        if (map->entries[map->table[i]].key == key)
            return map->table[i];
    return -1;
}

static void insert_place(PointerMap *map, const void *key, int place)
{
    unsigned mask = (unsigned)map->table_size - 1;
    unsigned i = pointer_hash(key) & mask;
    while (map->table[i] >= 0)
        i = (i + 1) & mask;
    map->table[i] = place;
}

static void grow(Region *region, PointerMap *map)
{
    int capacity = map->capacity ? map->capacity * 2 : 8;
    map->entries = region_grow(region, map->entries, (size_t)map->capacity * sizeof(PointerEntry),
                               (size_t)capacity * sizeof(PointerEntry));
    map->capacity = capacity;
    map->table_size = capacity * 2;
    map->table = region_alloc_array(region, (size_t)map->table_size, sizeof(int));
    memset(map->table, -1, (size_t)map->table_size * sizeof(int));
    for (int i = 0; i < map->count; i++)
        insert_place(map, map->entries[i].key, i);
}

int map_add(Region *region, PointerMap *map, const void *key)
{
    int place = map_find(map, key);
    if (place >= 0)
        return place;
    if (map->count == map->capacity)
        grow(region, map);
    place = map->count++;
    map->entries[place] = (PointerEntry){ key, 0 };
    insert_place(map, key, place);
    return place;
}

void map_remove(PointerMap *map, const void *key)
{
    int place = map_find(map, key);
    if (place >= 0)
        map->entries[place] = (PointerEntry){ NULL, 0 };
}

void map_add_all(Region *region, PointerMap *map, const PointerMap *other)
{
    for (int i = 0; i < other->count; i++)
        if (other->entries[i].key && !map_has(map, other->entries[i].key))
            map_set(region, map, other->entries[i].key, other->entries[i].value);
}
