/* The arena: one contiguous region that holds everything a run can change.
 *
 * A machine places its own struct at offset 0 and everything else behind it, so the arena's base address is also the
 * machine's address. Pointers inside the arena are plain pointers: a region is reserved once and never moves while it
 * lives, and a snapshot is always restored into the place it was taken from.
 *
 * The region is cut into a few segments (the machine's struct, its frame stack, its heap). A segment is reserved in
 * full, costs memory only as it is touched, and has a high-water mark: bytes at or above `used` have no meaning, are
 * not saved by a snapshot, and may hold anything after a restore. What lies in [start, used) is the state.
 */
#ifndef REFARROWS_MACHINE_ARENA_H
#define REFARROWS_MACHINE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    ARENA_PAGE = 4096,         /* the unit in which snapshots share memory */
    ARENA_MAX_SEGMENTS = 12
};

/* Where the arena pretends to lie: what id() and the picture show is this base plus an offset, on every machine and in
 * every run the same. */
#define ARENA_NOMINAL_BASE UINT64_C(0x7f0000000000)

typedef struct ArenaSegment {
    size_t start;              /* offset of the first byte, a multiple of ARENA_PAGE */
    size_t size;               /* bytes reserved, a multiple of ARENA_PAGE */
    size_t used;               /* bytes that belong to the state, counted from start; at most size */
} ArenaSegment;

typedef struct Arena {
    unsigned char *base;       /* page aligned; NULL when the reservation failed */
    size_t size;               /* bytes reserved in all */
    size_t segment_count;
    ArenaSegment segments[ARENA_MAX_SEGMENTS];
} Arena;

/* Reserves an arena with segments of the given sizes (bytes, rounded up to pages), in that order from offset 0. The
 * memory reads as zero at first. False when the address space cannot be had. */
bool arena_init(Arena *arena, const size_t *segment_sizes, size_t segment_count);

/* Gives the memory back; an arena that failed to initialise, or was finished before, is left alone. */
void arena_finish(Arena *arena);

/* Sets how much of a segment belongs to the state. Returns false when that is more than the segment's size. */
bool arena_set_used(Arena *arena, size_t segment, size_t used);

static inline unsigned char *arena_segment_base(const Arena *arena, size_t segment)
{
    return arena->base + arena->segments[segment].start;
}

/* The address that a learner sees for a place in the arena, and back. */
static inline uint64_t arena_nominal(const Arena *arena, const void *place)
{
    return ARENA_NOMINAL_BASE + (uint64_t)((const unsigned char *)place - arena->base);
}

#endif
