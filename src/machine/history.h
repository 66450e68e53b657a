/* The history: the snapshots of one run in order of position, within a budget of bytes.
 *
 * Entry 0 is the fresh machine and stays. When room is needed, that snapshot goes whose loss hurts least: the one with
 * the smallest gap between its neighbours, in cost of running, compared with its distance from the cursor. So snapshots
 * stay dense near the cursor and thin out exponentially away from it; a constant added to the distance keeps them near
 * even where that costs little (random jumps over a whole run).
 *
 * Cost is whatever its owner counts: nanoseconds of run time, or steps. It grows with position.
 */
#ifndef REFARROWS_MACHINE_HISTORY_H
#define REFARROWS_MACHINE_HISTORY_H

#include "machine/machine.h"
#include "machine/snapshot.h"

typedef struct HistoryEntry {
    Position position;         /* of entry 0: {0,0}, though the fresh machine stands before that */
    uint64_t cost;             /* of running from the start to here */
    Snapshot *snapshot;
} HistoryEntry;

typedef struct History {
    PagePool pool;
    HistoryEntry *entries;
    uint32_t count, capacity;
    size_t tables;             /* bytes of the snapshots' own tables */
    size_t budget;             /* bytes for everything here; one eighth is for tables, the rest for pages */
    uint64_t reach;            /* cost: within this distance of the cursor all snapshots count as equally near */
} History;

/* False when there is no memory for an empty one. */
bool history_init(History *history, size_t budget, uint64_t reach);
void history_finish(History *history);

/* Takes a snapshot of the arena, which is at `position`. Makes room by thinning around `cursor` (a cost). False when it
 * did not fit or there is no memory: nothing was taken then. The first one taken becomes entry 0 and is taken whatever
 * the budget. */
bool history_take(History *history, const Arena *arena, Position position, uint64_t cost, uint64_t cursor);

/* Index of the last entry at or before the position. */
uint32_t history_find(const History *history, Position position);

/* Index of the last entry strictly before the position; entry 0 counts as before everything. */
uint32_t history_find_before(const History *history, Position position);

/* The cost of a position, interpolated by step between its neighbours; beyond the last entry, that of the last. */
uint64_t history_cost(const History *history, Position position);

void history_restore(const History *history, uint32_t index, Arena *arena);

/* Bytes of memory held: each page once, pages kept for later use, tables. */
size_t history_size(const History *history);

#endif
