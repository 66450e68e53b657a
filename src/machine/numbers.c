/* Open addressing with linear probing; nothing is ever removed but everything at once. */
#include "machine/numbers.h"

#include <stdlib.h>

#include "machine/memory.h"

void number_index_init(NumberIndex *index)
{
    *index = (NumberIndex){NULL, 0, 0};
}

void number_index_finish(NumberIndex *index)
{
    free(index->places);
    number_index_init(index);
}

void number_index_reset(NumberIndex *index, uint32_t count)
{
    uint32_t needed = 16;
    while (needed < count * UINT64_C(2))
        needed *= 2;
    index->places = memory_grow(index->places, &index->capacity, needed, sizeof *index->places);
    index->mask = needed - 1;
    for (uint32_t i = 0; i < needed; i++)
        index->places[i].place = VIEW_NONE;
}

/* Where the number is or would be. Fibonacci hashing: neighbouring numbers land far apart. */
static NumberPlace *number_index_slot(const NumberIndex *index, uint64_t number)
{
    uint32_t at = (uint32_t)(number * 11400714819323198485u >> 32) & index->mask;
    while (index->places[at].place != VIEW_NONE && index->places[at].number != number)
        at = (at + 1) & index->mask;
    return &index->places[at];
}

void number_index_add(NumberIndex *index, uint64_t number, int32_t place)
{
    NumberPlace *slot = number_index_slot(index, number);
    if (slot->place == VIEW_NONE)
        *slot = (NumberPlace){number, place};
}

int32_t number_index_find(const NumberIndex *index, uint64_t number)
{
    return index->capacity == 0 ? VIEW_NONE : number_index_slot(index, number)->place;
}

void number_index_objects(NumberIndex *index, const View *view)
{
    number_index_reset(index, view->object_count);
    for (uint32_t i = 0; i < view->object_count; i++)
        number_index_add(index, view->objects[i].number, (int32_t)i);
}

void number_index_frames(NumberIndex *index, const View *view)
{
    number_index_reset(index, view->frame_count);
    for (uint32_t i = 0; i < view->frame_count; i++)
        number_index_add(index, view->frames[i].number, (int32_t)i);
}
