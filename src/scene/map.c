/* See map.h. */
#include "scene/map.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { FIRST_PLACES = 64 };

/* Fibonacci hashing: serial numbers are dense, and so are spread evenly by one multiplication. */
static uint32_t first_place(const NumberMap *map, uint64_t key)
{
    return (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (map->capacity - 1);
}

static uint32_t find_place(const NumberMap *map, uint64_t key)
{
    uint32_t place = first_place(map, key);
    while (map->values[place] != MAP_ABSENT && map->keys[place] != key)
        place = (place + 1) & (map->capacity - 1);
    return place;
}

static void grow(NumberMap *map)
{
    NumberMap old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : FIRST_PLACES;
    map->keys = memory_resize(NULL, map->capacity * sizeof *map->keys);
    map->values = memory_resize(NULL, map->capacity * sizeof *map->values);
    memset(map->values, 0xFF, map->capacity * sizeof *map->values);
    for (uint32_t i = 0; i < old.capacity; i++) {
        if (old.values[i] == MAP_ABSENT)
            continue;
        uint32_t place = find_place(map, old.keys[i]);
        map->keys[place] = old.keys[i];
        map->values[place] = old.values[i];
    }
    free(old.keys);
    free(old.values);
}

uint32_t number_map_get(const NumberMap *map, uint64_t key)
{
    return map->capacity ? map->values[find_place(map, key)] : MAP_ABSENT;
}

void number_map_put(NumberMap *map, uint64_t key, uint32_t value)
{
    if (map->count * 2 >= map->capacity)
        grow(map);
    uint32_t place = find_place(map, key);
    map->count += map->values[place] == MAP_ABSENT;
    map->keys[place] = key;
    map->values[place] = value;
}

void number_map_reset(NumberMap *map)
{
    if (map->capacity)
        memset(map->values, 0xFF, map->capacity * sizeof *map->values);
    map->count = 0;
}

void number_map_finish(NumberMap *map)
{
    free(map->keys);
    free(map->values);
    *map = (NumberMap){0};
}
