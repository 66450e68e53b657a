/* A snapshot: what an arena holds at one moment, in pages, sharing every page that is equal to one of a neighbouring
 * snapshot (or all zero).
 *
 * It is taken in two steps, so that whoever keeps a budget can make room between them:
 *
 *     Snapshot *snapshot = snapshot_plan(&pool, &arena, older, newer);      compares, holds what can be shared
 *     ... snapshot->missing pages will be needed; destroy other snapshots, or this one ...
 *     if (snapshot_fill(snapshot, &pool, &arena)) ...                        copies the rest
 *
 * The arena must not change in between. Snapshots of one arena live in one pool.
 */
#ifndef REFARROWS_MACHINE_SNAPSHOT_H
#define REFARROWS_MACHINE_SNAPSHOT_H

#include "machine/arena.h"
#include "machine/pages.h"

typedef struct Snapshot {
    size_t used[ARENA_MAX_SEGMENTS];       /* bytes of each segment */
    size_t segment_count;
    uint32_t page_count;
    uint32_t missing;                      /* pages that snapshot_fill will have to copy; 0 when it is complete */
    uint32_t pages[];                      /* segment by segment, ceil(used / ARENA_PAGE) each */
} Snapshot;

/* Plans a snapshot of the arena as it is; `older` and `newer` are complete snapshots to share with, or NULL. Returns
 * NULL when there is no memory. */
Snapshot *snapshot_plan(PagePool *pool, const Arena *arena, const Snapshot *older, const Snapshot *newer);

/* Completes a planned snapshot. False when there is no memory; the snapshot is then good for destroying only. */
bool snapshot_fill(Snapshot *snapshot, PagePool *pool, const Arena *arena);

/* Puts bytes and used sizes back into the arena that the snapshot was taken from. */
void snapshot_restore(const Snapshot *snapshot, const PagePool *pool, Arena *arena);

/* Releases its pages and itself; NULL is allowed. */
void snapshot_destroy(Snapshot *snapshot, PagePool *pool);

/* Bytes of the snapshot's own table, without pages. */
size_t snapshot_size(const Snapshot *snapshot);

/* How many bytes an arena uses, all segments together. */
size_t snapshot_arena_used(const Arena *arena);

#endif
