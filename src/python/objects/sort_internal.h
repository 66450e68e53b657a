/* The sort of lists in two parts: sort.c prepares and chooses how to compare, sort_merge.c sorts. */
#ifndef REFARROWS_PYTHON_OBJECTS_SORT_INTERNAL_H
#define REFARROWS_PYTHON_OBJECTS_SORT_INTERNAL_H

#include "python/object.h"

enum {
    SORT_MAX_RUNS = 85,        /* waiting runs: their powers grow, so this is enough for any list */
    SORT_TEMP = 256,           /* items merged without asking for memory */
    SORT_MIN_GALLOP = 7        /* wins in a row after which a merge gallops */
};

/* A stretch of what is sorted: the keys, and the values that move along with them (NULL: the keys are the values). */
typedef struct SortSlice { Object **keys; Object **values; } SortSlice;

typedef struct SortRun {
    SortSlice base;
    int64_t length;
    int power;                 /* of the boundary to the next run: its depth in an ideal tree of merges */
} SortRun;

typedef struct Sort Sort;
struct Sort {
    int (*less)(Vm *vm, const Sort *sort, Object *a, Object *b);          /* a < b: 1, 0, -1 error */
    int (*less_first)(Vm *vm, const Sort *sort, Object *a, Object *b);    /* of the first items, when keys are tuples */
    Object **start;            /* first key */
    int64_t length;
    int64_t min_gallop;
    SortSlice temp;            /* room to merge in */
    int64_t temp_size;
    bool temp_allocated;
    int run_count;
    SortRun runs[SORT_MAX_RUNS];
    Object *temp_items[SORT_TEMP];
};

static inline void sort_reverse(Object **items, int64_t count)
{
    for (int64_t low = 0, high = count - 1; low < high; low++, high--) {
        Object *item = items[low];
        items[low] = items[high];
        items[high] = item;
    }
}

/* Sorts `length` items from `base` on, in place and stably, with `less` set. On -1 they are all still there, in some
 * order. */
int sort_run(Vm *vm, Sort *sort, SortSlice base, int64_t length);

#endif
