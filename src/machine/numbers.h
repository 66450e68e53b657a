/* An index from the numbers that never repeat (of objects, of frames) to places in an array, by hashing. Usage:
 *
 *     NumberIndex index;
 *     number_index_init(&index);
 *     number_index_objects(&index, view);
 *     int32_t place = number_index_find(&index, number);      VIEW_NONE if there is none
 *     number_index_finish(&index);
 */
#ifndef REFARROWS_MACHINE_NUMBERS_H
#define REFARROWS_MACHINE_NUMBERS_H

#include "machine/view.h"

typedef struct NumberPlace {
    uint64_t number;
    int32_t place;             /* VIEW_NONE: free */
} NumberPlace;

typedef struct NumberIndex {
    NumberPlace *places;
    uint32_t capacity;         /* a power of two, at least twice the numbers held; 0 at first */
    uint32_t mask;
} NumberIndex;

void number_index_init(NumberIndex *index);
void number_index_finish(NumberIndex *index);

/* Empties the index and makes room for so many numbers. */
void number_index_reset(NumberIndex *index, uint32_t count);

/* A number that is there already keeps its place. */
void number_index_add(NumberIndex *index, uint64_t number, int32_t place);
int32_t number_index_find(const NumberIndex *index, uint64_t number);

/* Emptied and filled with the numbers of all objects, or frames, of a view. */
void number_index_objects(NumberIndex *index, const View *view);
void number_index_frames(NumberIndex *index, const View *view);

#endif
