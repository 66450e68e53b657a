/* Comparing a page costs about as much as copying it, and most pages of a heap do not change between two snapshots a
 * few milliseconds apart; so a snapshot costs one pass over the heap in time, and in memory only what changed. */
#include "machine/snapshot.h"

#include <stdlib.h>
#include <string.h>

/* Marks a page that is planned but not copied yet. */
#define SNAPSHOT_MISSING UINT32_MAX

static size_t snapshot_pages_of(size_t bytes)
{
    return (bytes + ARENA_PAGE - 1) / ARENA_PAGE;
}

static const unsigned char *snapshot_arena_page(const Arena *arena, size_t segment, size_t index)
{
    return arena_segment_base(arena, segment) + index * ARENA_PAGE;
}

size_t snapshot_arena_used(const Arena *arena)
{
    size_t bytes = 0;
    for (size_t i = 0; i < arena->segment_count; i++)
        bytes += arena->segments[i].used;
    return bytes;
}

static Snapshot *snapshot_create(const Arena *arena)
{
    size_t pages = 0;
    for (size_t i = 0; i < arena->segment_count; i++)
        pages += snapshot_pages_of(arena->segments[i].used);
    Snapshot *snapshot = pages < SNAPSHOT_MISSING ? malloc(sizeof *snapshot + pages * sizeof snapshot->pages[0]) : NULL;
    if (snapshot == NULL)
        return NULL;
    memset(snapshot, 0, sizeof *snapshot);
    snapshot->segment_count = arena->segment_count;
    snapshot->page_count = (uint32_t)pages;
    for (size_t i = 0; i < arena->segment_count; i++)
        snapshot->used[i] = arena->segments[i].used;
    return snapshot;
}

/* The page table of one segment of a snapshot that may be NULL. */
typedef struct SnapshotPart {
    const uint32_t *pages;
    size_t count;
} SnapshotPart;

static SnapshotPart snapshot_part(const Snapshot *snapshot, size_t segment)
{
    if (snapshot == NULL)
        return (SnapshotPart){NULL, 0};
    size_t first = 0;
    for (size_t i = 0; i < segment; i++)
        first += snapshot_pages_of(snapshot->used[i]);
    return (SnapshotPart){snapshot->pages + first, snapshot_pages_of(snapshot->used[segment])};
}

static bool snapshot_part_has(const PagePool *pool, SnapshotPart part, size_t index, const unsigned char *bytes)
{
    return index < part.count && pages_equal(page_pool_bytes(pool, part.pages[index]), bytes);
}

/* A page in the pool that equals `bytes`, held for the caller, or SNAPSHOT_MISSING. */
static uint32_t snapshot_share(PagePool *pool, SnapshotPart older, SnapshotPart newer, size_t index,
                               const unsigned char *bytes)
{
    uint32_t page = SNAPSHOT_MISSING;
    if (snapshot_part_has(pool, older, index, bytes))
        page = older.pages[index];
    else if (snapshot_part_has(pool, newer, index, bytes))
        page = newer.pages[index];
    else if (pages_equal(page_pool_bytes(pool, PAGES_ZERO), bytes))
        page = PAGES_ZERO;
    if (page != SNAPSHOT_MISSING)
        page_pool_hold(pool, page);
    return page;
}

Snapshot *snapshot_plan(PagePool *pool, const Arena *arena, const Snapshot *older, const Snapshot *newer)
{
    Snapshot *snapshot = snapshot_create(arena);
    if (snapshot == NULL)
        return NULL;
    uint32_t *page = snapshot->pages;
    for (size_t segment = 0; segment < snapshot->segment_count; segment++) {
        SnapshotPart below = snapshot_part(older, segment), above = snapshot_part(newer, segment);
        size_t count = snapshot_pages_of(snapshot->used[segment]);
        for (size_t i = 0; i < count; i++, page++) {
            *page = snapshot_share(pool, below, above, i, snapshot_arena_page(arena, segment, i));
            snapshot->missing += *page == SNAPSHOT_MISSING;
        }
    }
    return snapshot;
}

bool snapshot_fill(Snapshot *snapshot, PagePool *pool, const Arena *arena)
{
    uint32_t *page = snapshot->pages;
    for (size_t segment = 0; segment < snapshot->segment_count; segment++) {
        size_t count = snapshot_pages_of(snapshot->used[segment]);
        for (size_t i = 0; i < count; i++, page++) {
            if (*page != SNAPSHOT_MISSING)
                continue;
            uint32_t taken = page_pool_take(pool);
            if (taken == PAGES_ZERO)
                return false;
            pages_copy(page_pool_bytes(pool, taken), snapshot_arena_page(arena, segment, i));
            *page = taken;
            snapshot->missing--;
        }
    }
    return true;
}

/* A page that is the same already is not written: that leaves it clean in the caches. */
void snapshot_restore(const Snapshot *snapshot, const PagePool *pool, Arena *arena)
{
    const uint32_t *page = snapshot->pages;
    Arena place = *arena;      /* the struct may lie in a page that is written below */
    for (size_t segment = 0; segment < snapshot->segment_count; segment++) {
        unsigned char *bytes = arena_segment_base(&place, segment);
        size_t count = snapshot_pages_of(snapshot->used[segment]);
        for (size_t i = 0; i < count; i++, bytes += ARENA_PAGE) {
            const unsigned char *saved = page_pool_bytes(pool, *page++);
            if (!pages_equal(bytes, saved))
                pages_copy(bytes, saved);
        }
    }
    for (size_t segment = 0; segment < snapshot->segment_count; segment++)
        arena_set_used(arena, segment, snapshot->used[segment]);
}

void snapshot_destroy(Snapshot *snapshot, PagePool *pool)
{
    if (snapshot == NULL)
        return;
    for (uint32_t i = 0; i < snapshot->page_count; i++)
        if (snapshot->pages[i] != SNAPSHOT_MISSING)
            page_pool_release(pool, snapshot->pages[i]);
    free(snapshot);
}

size_t snapshot_size(const Snapshot *snapshot)
{
    return sizeof *snapshot + snapshot->page_count * sizeof snapshot->pages[0];
}
