/* Free lists: the memory of a released float, list, dict, tuple or slice, and of the smallest table of keys of a dict, is
 * kept for the next one, as CPython 3.11 does it.
 *
 * A kept block stays with the allocator as used, is no object any more, and is not given back to the pools before a full
 * collection. Because nothing is allocated when such a block serves again, the collector's count of births and deaths
 * passes it over too: without this, collections would start at other places than CPython's.
 *
 * How many are kept is CPython's: 100 floats, 80 lists, 80 dicts, 80 tables of keys, 2000 tuples of each length up to 20,
 * one slice.
 */
#ifndef REFARROWS_PYTHON_FREE_LIST_H
#define REFARROWS_PYTHON_FREE_LIST_H

#include "python/object.h"

enum {
    FREE_TUPLE_LENGTHS = 20,
    FREE_TUPLES = 0,           /* which list: FREE_TUPLES + length - 1, or one of these, in the order of clear_freelists */
    FREE_FLOATS = FREE_TUPLES + FREE_TUPLE_LENGTHS,
    FREE_LISTS,
    FREE_DICTS,
    FREE_DICT_KEYS,
    FREE_SLICES,
    FREE_LIST_COUNT,
    FREE_FLOATS_MOST = 100
};

typedef struct FreeList {
    GcHead *first;             /* of the blocks kept; chained through GcHead.next, even where there is no GcHead */
    uint32_t count;
} FreeList;

/* A kept block as a new object of that built-in type: count 1, not tracked, fields not set. NULL when none is kept. */
Object *free_list_take(Vm *vm, int which, TypeId type);

/* Keeps the block of an untracked object whose fields were released; false when the list is full: free it then. */
bool free_list_keep(Vm *vm, int which, Object *object);

/* The same for blocks without a GcHead: floats and tables of keys. NULL when none is kept. */
void *free_list_take_block(Vm *vm, int which);
bool free_list_keep_block(Vm *vm, int which, void *block, size_t size);

/* The tuple of arguments, and for names the dict of them and the tuple of their names, that CPython makes for a call of a
 * class and drops: all that stays of them is that a free list that was empty is not any more. */
void free_list_pass_call(Vm *vm, size_t count, Object *names);

/* The same for one tuple of that length. */
void free_list_pass_tuple(Vm *vm, size_t length);

/* Gives all blocks back to the allocator: at the end of a full collection. */
void free_lists_clear(Vm *vm);

#endif
