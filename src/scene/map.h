/* A hash map from 64-bit numbers (of objects, frames, pairs) to 32-bit indexes.
 *
 *     NumberMap map = {0};
 *     number_map_put(&map, 12, 3);
 *     number_map_get(&map, 12);      // 3
 *     number_map_get(&map, 13);      // MAP_ABSENT
 *     number_map_finish(&map);
 *
 * Open addressing with linear probing, at most half full; nothing is ever removed, so no tombstones. Iteration order
 * is never exposed: what is drawn must not depend on hashing.
 */
#ifndef REFARROWS_SCENE_MAP_H
#define REFARROWS_SCENE_MAP_H

#include <stdint.h>

#define MAP_ABSENT UINT32_MAX

typedef struct NumberMap {
    uint64_t *keys;
    uint32_t *values;          /* MAP_ABSENT: the place is free */
    uint32_t count, capacity;  /* capacity: 0 or a power of two */
} NumberMap;

/* The value stored under the key, or MAP_ABSENT. */
uint32_t number_map_get(const NumberMap *map, uint64_t key);

/* Stores a value other than MAP_ABSENT, replacing what was there. */
void number_map_put(NumberMap *map, uint64_t key, uint32_t value);

/* Empties, keeps the memory. */
void number_map_reset(NumberMap *map);
void number_map_finish(NumberMap *map);

#endif
