/* Two readers walk the slots of both sides and make their keys as they go; the hash table holds what is left of the
 * side before once the two walk apart. */
#include "machine/slot_match.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { SLOT_MATCH_ROLES = ROLE_RAISED + 1 };

/* What makes a slot the same slot. */
typedef struct SlotKey {
    const char *label;
    uint32_t length;
    uint32_t role;
    uint64_t number;           /* entry: of its key; member: of what it refers to */
    uint32_t order;            /* without a label: among those of its role */
} SlotKey;

int32_t *slot_match_none(uint32_t count)
{
    int32_t *items = memory_resize(NULL, count * sizeof *items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = VIEW_NONE;
    return items;
}

void slot_match_init(SlotMatch *match, const View *before, const View *after)
{
    *match = (SlotMatch){.before = before, .after = after};
    match->before_of = slot_match_none(after->slot_count);
    match->after_of = slot_match_none(before->slot_count);
}

void slot_match_finish(SlotMatch *match)
{
    free(match->before_of);
    free(match->after_of);
    free(match->table);
}

static uint64_t slot_match_number(const View *view, int32_t object)
{
    return object == VIEW_NONE ? 0 : view->objects[object].number;
}

/* The key of a slot. `orders` counts unlabelled slots by role and must see all slots of the holder in turn. */
static SlotKey slot_match_key(const View *view, uint32_t slot, uint32_t *orders)
{
    const ViewSlot *it = &view->slots[slot];
    SlotKey key = {it->label.length > 0 ? view_text(view, it->label) : "", it->label.length, it->role, 0, 0};
    if (it->role == ROLE_ENTRY)
        key.number = slot_match_number(view, it->key);
    else if (it->role == ROLE_MEMBER)
        key.number = slot_match_number(view, it->target);
    else if (it->label.length == 0)
        key.order = orders[it->role % SLOT_MATCH_ROLES]++;
    return key;
}

static bool slot_match_same(SlotKey a, SlotKey b)
{
    return a.role == b.role && a.number == b.number && a.order == b.order && a.length == b.length
        && memcmp(a.label, b.label, a.length) == 0;
}

/* FNV-1a over the label, the rest mixed in. */
static uint32_t slot_match_hash(SlotKey key)
{
    uint64_t hash = 14695981039346656037u ^ key.number * 11400714819323198485u;
    hash ^= (uint64_t)key.role << 32 | key.order;
    for (uint32_t i = 0; i < key.length; i++)
        hash = (hash ^ (unsigned char)key.label[i]) * 1099511628211u;
    hash *= 11400714819323198485u;
    return (uint32_t)(hash >> 32);
}

static void slot_match_pair(SlotMatch *match, uint32_t before, uint32_t after)
{
    match->before_of[after] = (int32_t)before;
    match->after_of[before] = (int32_t)after;
}

/* One side of a holder, read slot by slot. */
typedef struct SlotReader {
    const View *view;
    uint32_t at, end;
    uint32_t orders[SLOT_MATCH_ROLES];
    SlotKey key;               /* of slot `at` */
} SlotReader;

static void slot_reader_load(SlotReader *reader)
{
    if (reader->at < reader->end)
        reader->key = slot_match_key(reader->view, reader->at, reader->orders);
}

static void slot_reader_begin(SlotReader *reader, const View *view, SlotRange range)
{
    memset(reader, 0, sizeof *reader);
    reader->view = view;
    reader->at = range.first;
    reader->end = range.first + range.count;
    slot_reader_load(reader);
}

static void slot_reader_next(SlotReader *reader)
{
    reader->at++;
    slot_reader_load(reader);
}

/* The table holds slots of `before`; their keys are kept beside it, so that orders need not be counted again. */
typedef struct SlotTable {
    int32_t *slots;
    SlotKey *keys;
    uint32_t mask;
} SlotTable;

static SlotTable slot_table_fill(SlotMatch *match, SlotReader *before)
{
    uint32_t size = 16, count = before->end - before->at;
    while (size < count * UINT64_C(2))
        size *= 2;
    match->table = memory_grow(match->table, &match->table_capacity, size, sizeof *match->table);
    SlotTable table = {match->table, memory_resize(NULL, size * sizeof *table.keys), size - 1};
    for (uint32_t i = 0; i < size; i++)
        table.slots[i] = VIEW_NONE;
    for (; before->at < before->end; slot_reader_next(before)) {
        uint32_t place = slot_match_hash(before->key) & table.mask;
        while (table.slots[place] != VIEW_NONE)
            place = (place + 1) & table.mask;
        table.slots[place] = (int32_t)before->at;
        table.keys[place] = before->key;
    }
    return table;
}

/* The first slot with that key that is not matched yet: a label can come twice, as `int x` in an inner block. */
static int32_t slot_table_find(const SlotMatch *match, const SlotTable *table, SlotKey key)
{
    uint32_t place = slot_match_hash(key) & table->mask;
    for (; table->slots[place] != VIEW_NONE; place = (place + 1) & table->mask)
        if (match->after_of[table->slots[place]] == VIEW_NONE && slot_match_same(table->keys[place], key))
            return table->slots[place];
    return VIEW_NONE;
}

static void slot_match_rest(SlotMatch *match, SlotReader *before, SlotReader *after)
{
    SlotTable table = slot_table_fill(match, before);
    for (; after->at < after->end; slot_reader_next(after)) {
        int32_t slot = slot_table_find(match, &table, after->key);
        if (slot != VIEW_NONE)
            slot_match_pair(match, (uint32_t)slot, after->at);
    }
    free(table.keys);
}

void slot_match_holder(SlotMatch *match, SlotRange before, SlotRange after)
{
    SlotReader old, new;
    slot_reader_begin(&old, match->before, before);
    slot_reader_begin(&new, match->after, after);
    while (old.at < old.end && new.at < new.end && slot_match_same(old.key, new.key)) {
        slot_match_pair(match, old.at, new.at);
        slot_reader_next(&old);
        slot_reader_next(&new);
    }
    if (old.at < old.end && new.at < new.end)
        slot_match_rest(match, &old, &new);
}
