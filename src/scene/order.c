/* Order: which of the arrows that pass the same gap passes above the others, and which ends above the others.
 *
 * Two arrows that go through the same gaps for a while part at both ends of that stretch. In the channel where they
 * part they need not cross if the right one passes above the other. Where both ends ask for the same order they do not
 * cross at all; where not, they cross once, which cannot be helped. So the order in a gap is that which the right ends
 * ask for, or the left ones where the right ones leave it open. */
#include "scene/router.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"

static const float OUTLINE = 1e6f;         /* more than any channel is high; see gap_choice.c */

typedef struct Passage {
    uint32_t arrow, which;     /* which of the arrow's crossings */
    uint32_t wish;
} Passage;

static int32_t step_of(const Plan *plan)
{
    return plan->end_channel > plan->start_channel ? 1 : -1;
}

/* A point of a channel's outline: down its left side, then up its right one. */
static float outline(bool left, float y)
{
    return left ? y : 2 * OUTLINE - y;
}

/* How far it is along the outline, from a point on. */
static float way_along(float from, float to)
{
    float way = to - from;
    return way < 0 ? way + 4 * OUTLINE : way;
}

static uint64_t group_at(const Router *router, uint32_t arrow, uint32_t which)
{
    return router->heights.wishes[router->plans[arrow].first_crossing + which].group;
}

/* Which of an arrow's crossings comes next to one side; -1 if it begins or ends before. */
static int64_t neighbour(const Router *router, uint32_t arrow, uint32_t which, bool right)
{
    const Plan *plan = &router->plans[arrow];
    int64_t next = (int64_t)which + ((step_of(plan) > 0) == right ? 1 : -1);
    return next < 0 || next >= (int64_t)plan->crossing_count ? -1 : next;
}

/* Where the arrow's way through the channel to that side of a crossing ends, on the channel's outline. */
static float far_end(const Router *router, uint32_t arrow, uint32_t which, bool right)
{
    const Plan *plan = &router->plans[arrow];
    int64_t next = neighbour(router, arrow, which, right);
    if (next >= 0)
        return outline(!right, router->heights.wishes[plan->first_crossing + (uint32_t)next].want);
    if ((step_of(plan) > 0) == right) {
        bool left = plan->end_channel > router_box(router, router->arrows[arrow].to)->column;
        return outline(left, router_entry_height(router, arrow));
    }
    return outline(router->arrows[arrow].exit != EXIT_LEFT, plan->start_y);
}

/* Below 0: the first should pass above, as far as the side is concerned on which they part. */
static int compare_parting(const Router *router, Passage a, Passage b, bool right)
{
    for (;;) {
        int64_t next_a = neighbour(router, a.arrow, a.which, right);
        int64_t next_b = neighbour(router, b.arrow, b.which, right);
        if (next_a < 0 || next_b < 0
            || group_at(router, a.arrow, (uint32_t)next_a) != group_at(router, b.arrow, (uint32_t)next_b))
            break;
        a.which = (uint32_t)next_a;
        b.which = (uint32_t)next_b;
    }
    float at = outline(right, router->heights.wishes[router->plans[a.arrow].first_crossing + a.which].want);
    float way_a = way_along(at, far_end(router, a.arrow, a.which, right));
    float way_b = way_along(at, far_end(router, b.arrow, b.which, right));
    if (fabsf(way_a - way_b) < 0.5f)
        return 0;
    return (way_a > way_b) == right ? -1 : 1;
}

static bool passes_above(const Router *router, Passage a, Passage b)
{
    int order = compare_parting(router, a, b, true);
    return (order ? order : compare_parting(router, a, b, false)) < 0;
}

static int compare_passages(const void *a, const void *b)
{
    const Wish *left = *(Wish *const *)a, *right = *(Wish *const *)b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    if (left->want != right->want)
        return left->want < right->want ? -1 : 1;
    if (left->tie != right->tie)
        return left->tie < right->tie ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* Those of one gap, in the order of their heights so far. */
static void order_gap(Router *router, Passage *passages, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        Passage moved = passages[i];
        uint32_t at = i;
        for (; at > 0 && passes_above(router, moved, passages[at - 1]); at--)
            passages[at] = passages[at - 1];
        passages[at] = moved;
    }
    for (uint32_t i = 0; i < count; i++)
        router->heights.wishes[passages[i].wish].rank = (float)i + 1;
}

/* Fills in the passages, those of one gap side by side. */
static uint32_t list_passages(const Router *router, Passage *passages)
{
    uint32_t count = 0;
    Passage *by_wish = memory_resize(NULL, ((size_t)router->heights.count + 1) * sizeof *by_wish);
    Wish **order = memory_resize(NULL, ((size_t)router->heights.count + 1) * sizeof *order);
    for (uint32_t i = 0; i < router->arrow_count; i++) {
        const Plan *plan = &router->plans[i];
        for (uint32_t k = 0; k < plan->crossing_count && !plan->local; k++) {
            uint32_t wish = plan->first_crossing + k;
            by_wish[wish] = (Passage){i, k, wish};
            order[count++] = &router->heights.wishes[wish];
        }
    }
    qsort(order, count, sizeof *order, compare_passages);
    for (uint32_t i = 0; i < count; i++)
        passages[i] = by_wish[order[i] - router->heights.wishes];
    free(by_wish);
    free(order);
    return count;
}

void router_order_gaps(Router *router)
{
    Passage *passages = memory_resize(NULL, ((size_t)router->heights.count + 1) * sizeof *passages);
    uint32_t count = list_passages(router, passages);
    for (uint32_t i = 0, end; i < count; i = end) {
        uint64_t group = router->heights.wishes[passages[i].wish].group;
        for (end = i + 1; end < count && router->heights.wishes[passages[end].wish].group == group;)
            end++;
        if (end - i <= MANY_LEGS)
            order_gap(router, passages + i, end - i);
    }
    free(passages);
}

float router_end_rank(const Router *router, uint32_t index, float from_y)
{
    const Plan *plan = &router->plans[index];
    const RouteBox *to = router_box(router, router->arrows[index].to);
    bool from_left = plan->crossing_count ? step_of(plan) > 0 : router->arrows[index].exit != EXIT_LEFT;
    bool to_left = plan->end_channel > to->column;
    float way = way_along(outline(to_left, to->rect.y + to->rect.h / 2), outline(from_left, from_y));
    return to_left ? -way : way;
}
