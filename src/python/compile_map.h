/* A map from pointers to numbers that remembers the order of insertion: symbols of a scope, names of a code object,
 * what a node was folded to. It lives in a Region and is never freed on its own.
 *
 *     PointerMap map = { 0 };
 *     int place = map_add(region, &map, name);       // the same place for the same key
 *     map.entries[place].value |= SYMBOL_USED;
 */
#ifndef REFARROWS_PYTHON_COMPILE_MAP_H
#define REFARROWS_PYTHON_COMPILE_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "python/region.h"

typedef struct PointerEntry { const void *key; intptr_t value; } PointerEntry;

typedef struct PointerMap {
    PointerEntry *entries;     /* in order of insertion; removed ones have key NULL */
    int count;                 /* entries used, removed ones included */
    int capacity;
    int *table;                /* places in entries, -1: free; table_size is a power of two */
    int table_size;
} PointerMap;

/* The place of a key, or -1. */
int map_find(const PointerMap *map, const void *key);

/* The place of a key, which is entered with value 0 if it is not there. */
int map_add(Region *region, PointerMap *map, const void *key);

/* Forgets a key; its place stays empty. */
void map_remove(PointerMap *map, const void *key);

/* Enters all keys of `other` that are not there yet, with their values. */
void map_add_all(Region *region, PointerMap *map, const PointerMap *other);

static inline bool map_has(const PointerMap *map, const void *key) { return map_find(map, key) >= 0; }

/* The value of a key, or `otherwise`. */
static inline intptr_t map_get(const PointerMap *map, const void *key, intptr_t otherwise)
{
    int place = map_find(map, key);
    return place < 0 ? otherwise : map->entries[place].value;
}

static inline void map_set(Region *region, PointerMap *map, const void *key, intptr_t value)
{
    int place = map_add(region, map, key);
    map->entries[place].value = value;
}

#endif
