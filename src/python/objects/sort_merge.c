/* Timsort as CPython 3.11's listsort does it, comparison by comparison: a program that prints in its __lt__ prints the
 * same here and there.
 *
 * Natural runs are found (descending ones reversed), short ones lengthened by binary insertion to `minrun`, and
 * merged in the order that powersort gives: each boundary between runs has a power, its depth in a nearly optimal
 * tree, and a run is merged with the one before it as soon as the next boundary lies less deep. A merge copies the
 * shorter run aside and goes item by item until one side wins often in a row; then it gallops, looking ahead in steps
 * that double.
 */
#include "python/objects/sort_internal.h"

#include <string.h>

#include "python/vm.h"

#define LESS(a, b) sort->less(vm, sort, (a), (b))

/* ---- slices ---- */

static void slice_advance(SortSlice *slice, int64_t n)
{
    slice->keys += n;
    if (slice->values)
        slice->values += n;
}

static void slice_copy(SortSlice *to, int64_t i, const SortSlice *from, int64_t j)
{
    to->keys[i] = from->keys[j];
    if (to->values)
        to->values[i] = from->values[j];
}

static void slice_move(SortSlice *to, int64_t i, const SortSlice *from, int64_t j, int64_t n)
{
    memmove(to->keys + i, from->keys + j, (size_t)n * sizeof(Object *));
    if (to->values)
        memmove(to->values + i, from->values + j, (size_t)n * sizeof(Object *));
}

/* Takes one item from the front of `from` to the front of `to`, or from the back to the back. */
static void slice_take(SortSlice *to, SortSlice *from, int direction)
{
    slice_copy(to, 0, from, 0);
    slice_advance(to, direction);
    slice_advance(from, direction);
}

/* ---- runs ---- */

/* Length of the run at the start; a descending one is strictly so, for reversing equal items would not be stable. */
static int64_t count_run(Vm *vm, Sort *sort, Object **keys, int64_t left, bool *descending)
{
    *descending = false;
    if (left == 1)
        return 1;
    int down = LESS(keys[1], keys[0]);
    int64_t n = 2;
    if (down < 0)
        return -1;
    *descending = down;
    for (; n < left; n++) {
        int less = LESS(keys[n], keys[n - 1]);
        if (less < 0)
            return -1;
        if (less != down)
            break;
    }
    return n;
}

static void insert_at(Object **items, int64_t from, int64_t to)
{
    Object *item = items[from];
    memmove(items + to + 1, items + to, (size_t)(from - to) * sizeof(Object *));
    items[to] = item;
}

/* The first `sorted` of `n` items are in order; puts the others in place. */
static int insertion_sort(Vm *vm, Sort *sort, SortSlice slice, int64_t n, int64_t sorted)
{
    for (int64_t i = sorted; i < n; i++) {
        int64_t low = 0, high = i;
        Object *pivot = slice.keys[i];
        do {
            int64_t middle = low + ((high - low) >> 1);
            int less = LESS(pivot, slice.keys[middle]);
            if (less < 0)
                return -1;
            if (less)
                high = middle;
            else
                low = middle + 1;
        } while (low < high);
        insert_at(slice.keys, i, low);
        if (slice.values)
            insert_at(slice.values, i, low);
    }
    return 0;
}

/* Between 32 and 64, so that n / minrun is a power of two or a little less. */
static int64_t min_run(int64_t n)
{
    int64_t rest = 0;
    for (; n >= 64; n >>= 1)
        rest |= n & 1;
    return n + rest;
}

/* ---- galloping ---- */

/* Searches between two places that are known to enclose the boundary; `right` as below. */
static int64_t gallop_finish(Vm *vm, Sort *sort, Object *key, Object **a, int64_t low, int64_t high, bool right)
{
    for (low++; low < high;) {
        int64_t middle = low + ((high - low) >> 1);
        int less = right ? LESS(key, a[middle]) : LESS(a[middle], key);
        if (less < 0)
            return -1;
        if (right ? less : !less)
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

/* The step after `offset`, or `limit`. */
static int64_t gallop_step(int64_t offset, int64_t limit)
{
    return offset > (limit - 1) / 2 ? limit : offset * 2 + 1;
}

/* Where does the key belong among the n sorted items of `a`, looking outwards from a[hint]? Before equal ones (left) or
 * behind them (right). -1: error. Steps of 1, 3, 7, ... until the place is enclosed, then a binary search. */
static int64_t gallop(Vm *vm, Sort *sort, Object *key, Object **a, int64_t n, int64_t hint, bool right)
{
    int64_t last = 0, offset = 1;
    int first = right ? LESS(key, a[hint]) : LESS(a[hint], key);
    if (first < 0)
        return -1;
    int direction = (right ? !first : first) ? 1 : -1;
    int64_t limit = direction > 0 ? n - hint : hint + 1;
    while (offset < limit) {
        Object *item = a[hint + direction * offset];
        int less = right ? LESS(key, item) : LESS(item, key);
        if (less < 0)
            return -1;
        if (less != first)
            break;
        last = offset;
        offset = gallop_step(offset, limit);
    }
    if (direction > 0)
        return gallop_finish(vm, sort, key, a, hint + last, hint + offset, right);
    return gallop_finish(vm, sort, key, a, hint - offset, hint - last, right);
}

/* ---- merging two neighbours ---- */

/* How a part of a merge ended. */
typedef enum MergeEnd {
    MERGE_ON,                  /* not at all: the other mode takes over */
    MERGE_DONE,                /* one side is used up */
    MERGE_LAST,                /* one item of the copied side is left: it belongs at the far end of all the rest */
    MERGE_FAILED
} MergeEnd;

/* `copy` is the run that was copied aside (the left one when merging upwards, the right one downwards), `rest` the one
 * still in place; `direction` +1 or -1. All three slices point to the next item to take or fill. */
typedef struct Merge {
    SortSlice to, copy, rest;
    int64_t copy_left, rest_left;
    int64_t gallop_at;         /* wins in a row that start galloping */
    int direction;
} Merge;

static MergeEnd take_rest(Merge *merge)
{
    slice_take(&merge->to, &merge->rest, merge->direction);
    return --merge->rest_left == 0 ? MERGE_DONE : MERGE_ON;
}

static MergeEnd take_copy(Merge *merge)
{
    slice_take(&merge->to, &merge->copy, merge->direction);
    return --merge->copy_left == 1 ? MERGE_LAST : MERGE_ON;
}

/* Is the next item of `rest` to be taken? Of equal items the left run's come first. */
static int rest_is_next(Vm *vm, Sort *sort, const Merge *merge)
{
    if (merge->direction > 0)
        return LESS(merge->rest.keys[0], merge->copy.keys[0]);
    return LESS(merge->copy.keys[0], merge->rest.keys[0]);
}

static MergeEnd merge_one_by_one(Vm *vm, Sort *sort, Merge *merge)
{
    int64_t copy_wins = 0, rest_wins = 0;
    while (copy_wins < merge->gallop_at && rest_wins < merge->gallop_at) {
        int rest_next = rest_is_next(vm, sort, merge);
        if (rest_next < 0)
            return MERGE_FAILED;
        MergeEnd end = rest_next ? take_rest(merge) : take_copy(merge);
        if (end != MERGE_ON)
            return end;
        rest_wins = rest_next ? rest_wins + 1 : 0;
        copy_wins = rest_next ? 0 : copy_wins + 1;
    }
    return MERGE_ON;
}

/* How many of the n next items of `from` come before (in the direction of the merge) the next one of `other`? `from` is
 * the left run when `from_left`. -1: error. */
static int64_t gallop_count(Vm *vm, Sort *sort, const Merge *merge, const SortSlice *from, int64_t n,
                            const SortSlice *other, bool from_left)
{
    if (merge->direction > 0)
        return gallop(vm, sort, other->keys[0], from->keys, n, 0, from_left);
    int64_t place = gallop(vm, sort, other->keys[0], from->keys - (n - 1), n, n - 1, from_left);
    return place < 0 ? -1 : n - place;
}

/* Takes n items of `from` at once. */
static void take_many(Merge *merge, SortSlice *from, int64_t n)
{
    if (merge->direction > 0)
        slice_move(&merge->to, 0, from, 0, n);
    slice_advance(&merge->to, merge->direction * n);
    slice_advance(from, merge->direction * n);
    if (merge->direction < 0)
        slice_move(&merge->to, 1, from, 1, n);
}

static MergeEnd gallop_copy(Vm *vm, Sort *sort, Merge *merge, int64_t *taken)
{
    *taken = gallop_count(vm, sort, merge, &merge->copy, merge->copy_left, &merge->rest, merge->direction > 0);
    if (*taken < 0)
        return MERGE_FAILED;
    take_many(merge, &merge->copy, *taken);
    merge->copy_left -= *taken;
    if (*taken && merge->copy_left == 1)
        return MERGE_LAST;
    return merge->copy_left == 0 ? MERGE_DONE : MERGE_ON;    /* 0 only when the comparisons contradict each other */
}

static MergeEnd gallop_rest(Vm *vm, Sort *sort, Merge *merge, int64_t *taken)
{
    *taken = gallop_count(vm, sort, merge, &merge->rest, merge->rest_left, &merge->copy, merge->direction < 0);
    if (*taken < 0)
        return MERGE_FAILED;
    take_many(merge, &merge->rest, *taken);
    merge->rest_left -= *taken;
    return merge->rest_left == 0 ? MERGE_DONE : MERGE_ON;
}

/* One round of galloping: a stretch of each side, each followed by the item of the other side that ended it. The left
 * run is asked first, whichever of the two was copied. */
static MergeEnd gallop_round(Vm *vm, Sort *sort, Merge *merge, int64_t *longest)
{
    int64_t first, second;
    bool copy_first = merge->direction > 0;
    MergeEnd end = copy_first ? gallop_copy(vm, sort, merge, &first) : gallop_rest(vm, sort, merge, &first);
    if (end == MERGE_ON)
        end = copy_first ? take_rest(merge) : take_copy(merge);
    if (end != MERGE_ON)
        return end;
    end = copy_first ? gallop_rest(vm, sort, merge, &second) : gallop_copy(vm, sort, merge, &second);
    if (end == MERGE_ON)
        end = copy_first ? take_copy(merge) : take_rest(merge);
    *longest = first > second ? first : second;
    return end;
}

static MergeEnd merge_galloping(Vm *vm, Sort *sort, Merge *merge)
{
    int64_t longest;
    merge->gallop_at++;
    do {
        merge->gallop_at -= merge->gallop_at > 1;
        sort->min_gallop = merge->gallop_at;
        MergeEnd end = gallop_round(vm, sort, merge, &longest);
        if (end != MERGE_ON)
            return end;
    } while (longest >= SORT_MIN_GALLOP);
    sort->min_gallop = ++merge->gallop_at;       /* galloping did not pay: make it harder to start */
    return MERGE_ON;
}

/* Puts the items that are left where they belong. */
static void merge_finish(Merge *merge, MergeEnd end)
{
    if (end == MERGE_LAST) {
        take_many(merge, &merge->rest, merge->rest_left);
        slice_copy(&merge->to, 0, &merge->copy, 0);
    } else if (merge->copy_left)
        take_many(merge, &merge->copy, merge->copy_left);
}

static int merge_runs(Vm *vm, Sort *sort, Merge *merge)
{
    merge->gallop_at = sort->min_gallop;
    MergeEnd end = take_rest(merge);
    if (end == MERGE_ON && merge->copy_left == 1)
        end = MERGE_LAST;
    while (end == MERGE_ON) {
        end = merge_one_by_one(vm, sort, merge);
        if (end == MERGE_ON)
            end = merge_galloping(vm, sort, merge);
    }
    merge_finish(merge, end);
    return end == MERGE_FAILED ? -1 : 0;
}

static int reserve_temp(Vm *vm, Sort *sort, int64_t n, bool with_values)
{
    if (n <= sort->temp_size)
        return 0;
    if (sort->temp_allocated)
        mem_free(vm, sort->temp.keys);
    sort->temp.keys = mem_alloc(vm, (size_t)n * sizeof(Object *) * (with_values ? 2 : 1));
    sort->temp_allocated = sort->temp.keys != NULL;
    sort->temp_size = sort->temp.keys ? n : 0;
    sort->temp.values = with_values ? sort->temp.keys + n : NULL;
    if (!sort->temp.keys) {
        vm_raise_memory(vm);
        return -1;
    }
    return 0;
}

static int merge_up(Vm *vm, Sort *sort, SortSlice a, int64_t na, SortSlice b, int64_t nb)
{
    if (reserve_temp(vm, sort, na, a.values != NULL) < 0)
        return -1;
    slice_move(&sort->temp, 0, &a, 0, na);
    Merge merge = {.to = a, .copy = sort->temp, .rest = b, .copy_left = na, .rest_left = nb, .direction = 1};
    return merge_runs(vm, sort, &merge);
}

static int merge_down(Vm *vm, Sort *sort, SortSlice a, int64_t na, SortSlice b, int64_t nb)
{
    if (reserve_temp(vm, sort, nb, a.values != NULL) < 0)
        return -1;
    slice_move(&sort->temp, 0, &b, 0, nb);
    Merge merge = {.to = b, .copy = sort->temp, .rest = a, .copy_left = nb, .rest_left = na, .direction = -1};
    slice_advance(&merge.to, nb - 1);
    slice_advance(&merge.copy, nb - 1);
    slice_advance(&merge.rest, na - 1);
    return merge_runs(vm, sort, &merge);
}

/* Merges waiting runs i and i + 1. What is in place already, at both ends, is left alone. */
static int merge_at(Vm *vm, Sort *sort, int i)
{
    SortSlice a = sort->runs[i].base, b = sort->runs[i + 1].base;
    int64_t na = sort->runs[i].length, nb = sort->runs[i + 1].length;
    sort->runs[i].length = na + nb;
    if (i == sort->run_count - 3)
        sort->runs[i + 1] = sort->runs[i + 2];
    sort->run_count--;
    if (vm_asked_to_stop(vm))
        return -1;
    int64_t skip = gallop(vm, sort, b.keys[0], a.keys, na, 0, true);
    if (skip < 0)
        return -1;
    slice_advance(&a, skip);
    na -= skip;
    if (na == 0)
        return 0;
    nb = gallop(vm, sort, a.keys[na - 1], b.keys, nb, nb - 1, false);
    if (nb <= 0)
        return (int)nb;
    return na <= nb ? merge_up(vm, sort, a, na, b, nb) : merge_down(vm, sort, a, na, b, nb);
}

/* ---- which runs are merged when ---- */

/* The power of the boundary between a run of n1 items at `start` and the n2 items behind it, in a list of n: the first
 * binary digit in which the runs' middles, as fractions of the list, differ. */
static int boundary_power(int64_t start, int64_t n1, int64_t n2, int64_t n)
{
    int64_t a = 2 * start + n1, b = a + n1 + n2;
    for (int power = 1;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n)
            return power;
        a <<= 1;
        b <<= 1;
    }
}

static int push_run(Vm *vm, Sort *sort, SortSlice base, int64_t length)
{
    if (sort->run_count) {
        const SortRun *last = &sort->runs[sort->run_count - 1];
        int power = boundary_power(last->base.keys - sort->start, last->length, length, sort->length);
        while (sort->run_count > 1 && sort->runs[sort->run_count - 2].power > power)
            if (merge_at(vm, sort, sort->run_count - 2) < 0)
                return -1;
        sort->runs[sort->run_count - 1].power = power;
    }
    sort->runs[sort->run_count++] = (SortRun){.base = base, .length = length};
    return 0;
}

static int merge_all(Vm *vm, Sort *sort)
{
    while (sort->run_count > 1) {
        int i = sort->run_count - 2;
        if (i > 0 && sort->runs[i - 1].length < sort->runs[i + 1].length)
            i--;
        if (merge_at(vm, sort, i) < 0)
            return -1;
    }
    return 0;
}

/* The next run, lengthened to at least `minimum` items if there are as many. Its length, or -1. */
static int64_t make_run(Vm *vm, Sort *sort, SortSlice base, int64_t left, int64_t minimum)
{
    bool descending;
    int64_t n = count_run(vm, sort, base.keys, left, &descending);
    if (n < 0 || vm_asked_to_stop(vm))
        return -1;
    if (descending) {
        sort_reverse(base.keys, n);
        if (base.values)
            sort_reverse(base.values, n);
    }
    if (n >= minimum)
        return n;
    int64_t wanted = left < minimum ? left : minimum;
    return insertion_sort(vm, sort, base, wanted, n) < 0 ? -1 : wanted;
}

static int sort_all_runs(Vm *vm, Sort *sort, SortSlice base, int64_t left)
{
    int64_t minimum = min_run(left);
    while (left) {
        int64_t n = make_run(vm, sort, base, left, minimum);
        if (n < 0 || push_run(vm, sort, base, n) < 0)
            return -1;
        slice_advance(&base, n);
        left -= n;
    }
    return merge_all(vm, sort);
}

int sort_run(Vm *vm, Sort *sort, SortSlice base, int64_t length)
{
    sort->start = base.keys;
    sort->length = length;
    sort->min_gallop = SORT_MIN_GALLOP;
    sort->run_count = 0;
    sort->temp_allocated = false;
    sort->temp_size = base.values ? SORT_TEMP / 2 : SORT_TEMP;
    sort->temp = (SortSlice){sort->temp_items, base.values ? sort->temp_items + SORT_TEMP / 2 : NULL};
    int status = sort_all_runs(vm, sort, base, length);
    if (sort->temp_allocated)
        mem_free(vm, sort->temp.keys);
    return status;
}
