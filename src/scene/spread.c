/* With u[i] = want[i] - i * distance the condition "at least the distance apart" becomes "not decreasing", and the
 * least squares answer is isotonic regression: neighbours that violate the order are pooled into their mean until
 * none does. Clamping the result to the bounds keeps it optimal. */
#include "scene/spread.h"

#include <stdlib.h>

#include "machine/memory.h"

uint32_t spread_add(SpreadList *list, Wish wish)
{
    list->wishes = memory_grow(list->wishes, &list->capacity, (uint64_t)list->count + 1, sizeof *list->wishes);
    wish.got = wish.want;
    list->wishes[list->count] = wish;
    return list->count++;
}

void spread_finish(SpreadList *list)
{
    free(list->wishes);
    *list = (SpreadList){0};
}

static int compare_floats(float a, float b)
{
    return a < b ? -1 : a > b;
}

static int compare_wishes(const void *a, const void *b)
{
    const Wish *left = *(Wish *const *)a, *right = *(Wish *const *)b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    int order = compare_floats(left->rank, right->rank);
    order = order ? order : compare_floats(left->want, right->want);
    order = order ? order : compare_floats(left->tie, right->tie);
    return order ? order : left < right ? -1 : left > right;
}

typedef struct Pool { float mean; uint32_t count; } Pool;

static uint32_t pool_wishes(Wish **wishes, uint32_t count, float distance, Pool *pools)
{
    uint32_t top = 0;
    for (uint32_t i = 0; i < count; i++) {
        pools[top++] = (Pool){wishes[i]->want - (float)i * distance, 1};
        while (top > 1 && pools[top - 2].mean > pools[top - 1].mean) {
            Pool *into = &pools[top - 2], *from = &pools[top - 1];
            float sum = into->mean * (float)into->count + from->mean * (float)from->count;
            into->count += from->count;
            into->mean = sum / (float)into->count;
            top--;
        }
    }
    return top;
}

static void spread_group(Wish **wishes, uint32_t count, float distance, Pool *pools)
{
    float low = wishes[0]->low, high = wishes[0]->high;
    if (high < low)
        low = high = (low + high) / 2;
    if (count > 1 && distance * (float)(count - 1) > high - low)
        distance = (high - low) / (float)(count - 1);
    uint32_t pool_count = pool_wishes(wishes, count, distance, pools);
    float most = high - distance * (float)(count - 1);
    uint32_t i = 0;
    for (uint32_t p = 0; p < pool_count; p++) {
        float at = pools[p].mean < low ? low : pools[p].mean > most ? most : pools[p].mean;
        for (uint32_t k = 0; k < pools[p].count; k++, i++)
            wishes[i]->got = at + distance * (float)i;
    }
}

void spread_solve(SpreadList *list, float distance)
{
    Wish **order = memory_resize(NULL, (list->count + 1) * sizeof(Wish *));
    Pool *pools = memory_resize(NULL, (list->count + 1) * sizeof *pools);
    for (uint32_t i = 0; i < list->count; i++)
        order[i] = &list->wishes[i];
    qsort(order, list->count, sizeof(Wish *), compare_wishes);
    for (uint32_t i = 0, end; i < list->count; i = end) {
        for (end = i + 1; end < list->count && order[end]->group == order[i]->group;)
            end++;
        spread_group(order + i, end - i, distance, pools);
    }
    free(order);
    free(pools);
}
