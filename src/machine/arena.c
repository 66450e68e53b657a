/* One private anonymous mapping, reserved without backing: pages cost memory when first touched, so the segments can be
 * generous. A machine's deepest stack and largest heap are then limits of the language, not of this file. */
#include "machine/arena.h"

#include <string.h>
#include <sys/mman.h>

enum { ARENA_HUGE_PAGE = 2 << 20 };

static size_t arena_round_up(size_t bytes)
{
    return (bytes + ARENA_PAGE - 1) / ARENA_PAGE * ARENA_PAGE;
}

/* Lays the segments out one behind the other. Returns the size of all, or 0 when they are too many or too large. */
static size_t arena_lay_out(Arena *arena, const size_t *segment_sizes, size_t segment_count)
{
    if (segment_count > ARENA_MAX_SEGMENTS)
        return 0;
    size_t end = 0;
    for (size_t i = 0; i < segment_count; i++) {
        size_t size = arena_round_up(segment_sizes[i]);
        if (size < segment_sizes[i] || size > SIZE_MAX - end)
            return 0;
        arena->segments[i] = (ArenaSegment){.start = end, .size = size};
        end += size;
    }
    arena->segment_count = segment_count;
    return end;
}

/* Asks for huge pages in what lies beyond the first of each segment: a large heap then costs few page faults and few
 * misses of the processor's address cache, and a small one no more memory than it needs. */
static void arena_ask_for_huge_pages(const Arena *arena)
{
    const size_t mask = ARENA_HUGE_PAGE - 1;
    for (size_t i = 0; i < arena->segment_count; i++) {
        uintptr_t start = (uintptr_t)arena_segment_base(arena, i), end = start + arena->segments[i].size;
        start = (start + 2 * mask + 1) & ~mask;
        if (start < end)
            madvise((void *)start, end - start, MADV_HUGEPAGE);
    }
}

bool arena_init(Arena *arena, const size_t *segment_sizes, size_t segment_count)
{
    memset(arena, 0, sizeof *arena);
    size_t size = arena_lay_out(arena, segment_sizes, segment_count);
    if (size == 0)
        return false;
    void *base = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base == MAP_FAILED)
        return false;
    arena->base = base;
    arena->size = size;
    arena_ask_for_huge_pages(arena);
    return true;
}

void arena_finish(Arena *arena)
{
    if (arena->base == NULL)
        return;
    Arena gone = *arena;       /* the struct may lie inside what is unmapped */
    bool inside = (unsigned char *)arena >= gone.base && (unsigned char *)arena < gone.base + gone.size;
    if (!inside)
        memset(arena, 0, sizeof *arena);
    munmap(gone.base, gone.size);
}

bool arena_set_used(Arena *arena, size_t segment, size_t used)
{
    if (used > arena->segments[segment].size)
        return false;
    arena->segments[segment].used = used;
    return true;
}
