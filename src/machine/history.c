/* Thinning looks at every entry each time: there are some thousands at most, and a snapshot is taken every few
 * milliseconds, so it costs a thousandth of the time. */
#include "machine/history.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

bool history_init(History *history, size_t budget, uint64_t reach)
{
    *history = (History){.budget = budget, .reach = reach};
    return page_pool_init(&history->pool);
}

void history_finish(History *history)
{
    for (uint32_t i = 0; i < history->count; i++)
        snapshot_destroy(history->entries[i].snapshot, &history->pool);
    free(history->entries);
    page_pool_finish(&history->pool);
    memset(history, 0, sizeof *history);
}

/* How many entries, entry 0 not counted, lie before the position, or at it too. */
static uint32_t history_count_below(const History *history, Position position, bool or_at)
{
    uint32_t low = 1, high = history->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = position_compare(history->entries[middle].position, position);
        if (order < 0 || (or_at && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

uint32_t history_find(const History *history, Position position)
{
    return history_count_below(history, position, true);
}

uint32_t history_find_before(const History *history, Position position)
{
    return history_count_below(history, position, false);
}

uint64_t history_cost(const History *history, Position position)
{
    uint32_t index = history_find(history, position);
    const HistoryEntry *below = &history->entries[index];
    if (index + 1 >= history->count || position.step <= below->position.step)
        return below->cost;
    const HistoryEntry *above = &history->entries[index + 1];
    double share = (double)(position.step - below->position.step)
        / (double)(above->position.step - below->position.step + 1);
    return below->cost + (uint64_t)(share * (double)(above->cost - below->cost));
}

void history_restore(const History *history, uint32_t index, Arena *arena)
{
    snapshot_restore(history->entries[index].snapshot, &history->pool, arena);
}

size_t history_size(const History *history)
{
    return page_pool_size(&history->pool) + history->tables + history->capacity * sizeof *history->entries;
}

/* Thinning. */

/* What losing an entry costs, relative to how far away it is: smaller goes first. */
static double history_worth(const History *history, uint32_t index, uint64_t cursor, uint64_t near)
{
    const HistoryEntry *entry = &history->entries[index];
    uint64_t gap = entry[1].cost - entry[-1].cost;
    uint64_t distance = entry->cost > cursor ? entry->cost - cursor : cursor - entry->cost;
    return ((double)gap + 1) / ((double)distance + (double)near + 1);
}

/* The distance within which all entries are equally near. For short runs a part of the run, so that most of it is
 * covered evenly. */
static uint64_t history_near(const History *history)
{
    uint64_t part = history->entries[history->count - 1].cost / 32;
    return part < history->reach ? part : history->reach;
}

/* The entry to lose next, or 0 when only the first and the last are left. */
static uint32_t history_least(const History *history, uint64_t cursor)
{
    uint64_t near = history_near(history);
    uint32_t least = 0;
    double least_worth = 0;
    for (uint32_t i = 1; i + 1 < history->count; i++) {
        double worth = history_worth(history, i, cursor, near);
        if (least == 0 || worth < least_worth) {
            least = i;
            least_worth = worth;
        }
    }
    return least;
}

static void history_drop(History *history, uint32_t index)
{
    HistoryEntry *entry = &history->entries[index];
    history->tables -= snapshot_size(entry->snapshot);
    snapshot_destroy(entry->snapshot, &history->pool);
    history->count--;
    memmove(entry, entry + 1, (history->count - index) * sizeof *entry);
}

static bool history_fits(const History *history, const Snapshot *planned)
{
    size_t for_tables = history->budget / 8, for_pages = history->budget - for_tables;
    size_t pages = (size_t)page_pool_in_use(&history->pool) + planned->missing;
    size_t tables = history->tables + snapshot_size(planned) + history->capacity * sizeof *history->entries
        + pages * sizeof(uint32_t);
    return pages * ARENA_PAGE <= for_pages && tables <= for_tables;
}

/* Drops entries until the planned snapshot fits. The last one goes only for a snapshot behind it. */
static bool history_make_room(History *history, const Snapshot *planned, bool is_last, uint64_t cursor)
{
    while (!history_fits(history, planned)) {
        uint32_t index = history_least(history, cursor);
        if (index == 0 && is_last && history->count > 1)
            index = history->count - 1;
        if (index == 0)
            return false;
        history_drop(history, index);
    }
    return true;
}

/* Taking. */

static void history_insert(History *history, uint32_t index, HistoryEntry entry)
{
    history->entries = memory_grow(history->entries, &history->capacity, (uint64_t)history->count + 1,
                                   sizeof *history->entries);
    HistoryEntry *place = &history->entries[index];
    memmove(place + 1, place, (history->count - index) * sizeof *place);
    *place = entry;
    history->count++;
    history->tables += snapshot_size(entry.snapshot);
}

static uint64_t history_clamp(uint64_t cost, const HistoryEntry *older, const HistoryEntry *newer)
{
    if (older != NULL && cost < older->cost)
        return older->cost;
    return newer != NULL && cost > newer->cost ? newer->cost : cost;
}

bool history_take(History *history, const Arena *arena, Position position, uint64_t cost, uint64_t cursor)
{
    uint32_t index = history->count == 0 ? 0 : history_find(history, position) + 1;
    const HistoryEntry *older = index > 0 ? &history->entries[index - 1] : NULL;
    const HistoryEntry *newer = index < history->count ? &history->entries[index] : NULL;
    HistoryEntry entry = {position, history_clamp(cost, older, newer),
                          snapshot_plan(&history->pool, arena, older != NULL ? older->snapshot : NULL,
                                        newer != NULL ? newer->snapshot : NULL)};
    if (entry.snapshot == NULL)
        return false;
    if ((index > 0 && !history_make_room(history, entry.snapshot, newer == NULL, cursor))
        || !snapshot_fill(entry.snapshot, &history->pool, arena)) {
        snapshot_destroy(entry.snapshot, &history->pool);
        return false;
    }
    history_insert(history, index > 0 ? history_find(history, position) + 1 : 0, entry);
    return true;
}
