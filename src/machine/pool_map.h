/* The pool map: how the memory of a run is divided, as flat data. In the order of addresses:
 *
 *     arena (asked of the system) = pools (each for blocks of one size) = blocks (used, or free)
 *
 * and, apart from these, the large blocks. Addresses are nominal, as ViewObject.address is.
 *
 * A heap as malloc keeps it (C) has blocks of all sizes, each behind its header, one after the other. It is one arena that
 * is one pool: `is_heap` says so. Its blocks begin with their headers and are kept in several lists: `list` names the one
 * that a free block waits in, and `place` where in it.
 */
#ifndef REFARROWS_MACHINE_POOL_MAP_H
#define REFARROWS_MACHINE_POOL_MAP_H

#include <stdbool.h>
#include <stdint.h>

typedef enum PoolState {
    POOL_UNTOUCHED,            /* never used yet */
    POOL_EMPTY,                /* used before; may serve any size now */
    POOL_USED,                 /* some blocks are free */
    POOL_FULL
} PoolState;

typedef enum BlockState {
    BLOCK_UNTOUCHED,           /* never handed out since the pool got this size */
    BLOCK_FREE,                /* freed: in the pool's list of free blocks */
    BLOCK_KEPT,                /* of a dead object, kept for the next one of its type: not free for others */
    BLOCK_USED
} BlockState;

typedef struct MapBlock {
    uint64_t address;
    uint64_t object;           /* number of the object that lies there or owns it; 0: none of the program's objects */
    uint64_t next_free;        /* BLOCK_FREE: the block behind it in the list of free ones; 0: the last */
    const char *part;          /* what of the object: "" for itself, "items", "keys", ...; lives for ever */
    uint64_t size;             /* bytes; in a heap with the header */
    uint64_t asked;            /* in a heap: bytes asked for, and for free blocks last time */
    uint32_t list, place;      /* in a heap, of a free block: bytes of the blocks in its list, 0: of any; from 1 */
    uint8_t state;             /* BlockState */
} MapBlock;

typedef struct MapPool {
    uint64_t address;
    uint32_t arena;            /* index */
    uint32_t block_size;       /* bytes; 0: untouched */
    uint32_t capacity;         /* blocks that fit */
    uint32_t used;             /* of these are handed out */
    uint64_t first_free;       /* address of the block given next; 0: none */
    uint32_t first_block, block_count;     /* in the map's blocks; none unless asked for */
    uint8_t state;             /* PoolState */
    bool is_next;              /* the pool from which the next block of its size comes */
} MapPool;

typedef struct MapArena {
    uint64_t address;
    uint32_t number;           /* which one it is, from 0: it keeps that when others are given back */
    uint32_t free_pools;       /* empty and untouched ones */
    uint32_t place;            /* among those with free pools, from 1: the first gives the next pool; 0: none is free */
    uint32_t first_pool, pool_count;
} MapArena;

typedef struct PoolOptions {
    uint64_t blocks_of;        /* list the blocks of the pool with that address within it */
    bool all_blocks;           /* list those of all pools */
    bool owners;               /* find out which object lies where: a walk over the whole heap */
} PoolOptions;

typedef struct PoolMap {
    bool is_heap;
    uint32_t header;           /* of a heap: bytes before each block */
    uint32_t arena_size, pool_size, pool_head;     /* bytes; pool_head lies before the first block */
    uint32_t alignment, small_max;                 /* sizes are multiples; larger requests are large blocks */
    MapArena *arenas;
    uint32_t arena_count, arena_capacity;
    MapPool *pools;
    uint32_t pool_count, pool_capacity;
    MapBlock *blocks;
    uint32_t block_count, block_capacity;
    MapBlock *large;           /* if `all_blocks` or `owners` */
    uint32_t large_count, large_capacity;
    uint64_t arenas_returned;  /* places of arenas given back to the system and not in use again */
    uint64_t small_used;       /* bytes of used small blocks, of large ones */
    uint64_t large_used;
} PoolMap;

/* An empty map needs no memory. Running out of memory while filling ends the process with a message. */
void pool_map_init(PoolMap *map);
void pool_map_finish(PoolMap *map);
void pool_map_reset(PoolMap *map);                     /* empties, keeps the memory */

/* For whoever fills one; the pointers are valid until the next call of the same function. */
MapArena *pool_map_add_arena(PoolMap *map);
MapPool *pool_map_add_pool(PoolMap *map);
MapBlock *pool_map_add_block(PoolMap *map);
MapBlock *pool_map_add_large(PoolMap *map);

/* The pool that an address lies in; NULL: none. */
const MapPool *pool_map_pool_at(const PoolMap *map, uint64_t address);
/* The block, small (if listed) or large, that an address lies in; NULL: none. */
const MapBlock *pool_map_block_at(const PoolMap *map, uint64_t address);

/* "untouched", "empty", "used", "full"; "untouched", "free", "kept", "used" */
const char *pool_state_name(PoolState state);
const char *block_state_name(BlockState state);

#endif
