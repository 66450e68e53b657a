/* Lanes: heights and ends are spread, then the moves in each channel get lanes in the order that crosses least. */
#include "scene/router.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"
#include "scene/style.h"

/* Ends */

static Wish side_wish(const RouteBox *box, Entry entry, float from_x, float from_y)
{
    switch (entry) {
    case ENTRY_LEFT:
        return (Wish){.want = from_y, .low = box->rect.y + 17, .high = route_box_bottom(box) - 12};
    case ENTRY_RIGHT:
        return (Wish){.want = from_y, .low = box->rect.y + STYLE_BADGE_RISE + 6, .high = route_box_bottom(box) - 10};
    default:
        return (Wish){.want = from_x, .low = box->rect.x + 12,
                      .high = route_box_right(box) - (entry == ENTRY_TOP ? STYLE_BADGE : 12)};
    }
}

/* Where the arrow comes from on its way into the target's side. */
static float last_height(const Router *router, const Plan *plan)
{
    if (plan->crossing_count)
        return router->heights.wishes[plan->first_crossing + plan->crossing_count - 1].got;
    return plan->start_y;
}

/* Whether the last move ends at the edge of the channel where it began. */
static bool is_bow(const Router *router, uint32_t index)
{
    const Plan *plan = &router->plans[index];
    const RouteArrow *arrow = &router->arrows[index];
    if (plan->local || arrow->from == arrow->to || (plan->entry != ENTRY_LEFT && plan->entry != ENTRY_RIGHT))
        return false;
    bool from_left = plan->crossing_count ? plan->end_channel > plan->start_channel : arrow->exit != EXIT_LEFT;
    return from_left == (plan->entry == ENTRY_RIGHT);
}

/* Bows lie inside each other if what comes from further away ends nearer to where the others come from. */
static void nest_bow(Wish *wish)
{
    bool from_above = wish->want < (wish->low + wish->high) / 2;
    wish->tie = -wish->want;
    wish->want = from_above ? wish->low : wish->high;
}

static void wish_end(Router *router, uint32_t index)
{
    const RouteArrow *arrow = &router->arrows[index];
    Plan *plan = &router->plans[index];
    const RouteBox *to = router_box(router, arrow->to);
    if (plan->exit_wish != NO_WISH)
        plan->start_y = router->heights.wishes[plan->exit_wish].got;
    if (arrow->pinned)
        return;
    float from_x = plan->local ? arrow->port.x : to->rect.x + to->rect.w / 2;
    Wish wish = side_wish(to, plan->entry, from_x, last_height(router, plan));
    wish.group = (uint64_t)arrow->to << 2 | plan->entry;
    wish.tie = arrow->from == arrow->to ? 1e6f : arrow->port.y;
    if (!plan->local && (plan->entry == ENTRY_LEFT || plan->entry == ENTRY_RIGHT))
        wish.rank = router_end_rank(router, index, last_height(router, plan));
    if (is_bow(router, index))
        nest_bow(&wish);
    plan->end_wish = spread_add(&router->ends, wish);
}

static void take_end(const Router *router, uint32_t index)
{
    const RouteBox *to = router_box(router, router->arrows[index].to);
    Plan *plan = &router->plans[index];
    bool pinned = router->arrows[index].pinned;
    float got = pinned ? router->arrows[index].at : router->ends.wishes[plan->end_wish].got;
    Point ends[] = {
        [ENTRY_LEFT] = {to->rect.x, got}, [ENTRY_RIGHT] = {route_box_right(to), got},
        [ENTRY_TOP] = {got, to->rect.y}, [ENTRY_BOTTOM] = {got, route_box_bottom(to)},
    };
    plan->end = ends[plan->entry];
}

/* Lanes */

static void add_leg(Router *router, Leg leg)
{
    router->legs = memory_grow(router->legs, &router->leg_capacity, (uint64_t)router->leg_count + 1,
                               sizeof *router->legs);
    router->legs[router->leg_count++] = leg;
}

static void add_legs(Router *router, uint32_t index)
{
    Plan *plan = &router->plans[index];
    plan->first_leg = router->leg_count;
    if (plan->local)
        return;
    bool from_left = router->arrows[index].exit != EXIT_LEFT;
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1, channel = plan->start_channel;
    float y = plan->start_y;
    for (uint32_t i = 0; i < plan->crossing_count; i++) {
        float next = router->heights.wishes[plan->first_crossing + i].got;
        add_leg(router, (Leg){.channel = channel, .from_left = from_left, .to_left = step < 0, .y0 = y, .y1 = next});
        from_left = step > 0;
        channel += step;
        y = next;
    }
    bool to_left = plan->end_channel > router_box(router, router->arrows[index].to)->column;
    float last = plan->entry_wish != NO_WISH ? router->heights.wishes[plan->entry_wish].got : plan->end.y;
    add_leg(router, (Leg){.channel = channel, .from_left = from_left, .to_left = to_left, .y0 = y, .y1 = last});
    plan->leg_count = router->leg_count - plan->first_leg;
}

/* From left to right: bows on the left edge by size, moves down by height from below, moves up by height from above,
 * and bows on the right edge by size. Within each kind that is the order without crossings. */
static int leg_kind(const Leg *leg)
{
    if (leg->from_left == leg->to_left)
        return leg->from_left ? 0 : 2;
    return 1;
}

static float leg_rank(const Leg *leg)
{
    int kind = leg_kind(leg);
    float left_y = leg->from_left ? leg->y0 : leg->y1, right_y = leg->from_left ? leg->y1 : leg->y0;
    if (kind != 1)
        return kind == 0 ? fabsf(leg->y1 - leg->y0) : -fabsf(leg->y1 - leg->y0);
    return right_y > left_y ? -left_y : left_y - 1e6f;
}

static int compare_legs(const void *a, const void *b)
{
    const Leg *left = *(Leg *const *)a, *right = *(Leg *const *)b;
    if (left->channel != right->channel)
        return left->channel < right->channel ? -1 : 1;
    int kinds = leg_kind(left) - leg_kind(right);
    if (kinds)
        return kinds;
    float ranks = leg_rank(left) - leg_rank(right);
    if (ranks != 0)
        return ranks < 0 ? -1 : 1;
    return left < right ? -1 : left > right;
}

static bool legs_overlap(const Leg *a, const Leg *b)
{
    bool a_down = a->y0 < a->y1, b_down = b->y0 < b->y1;
    float a_top = a_down ? a->y0 : a->y1, a_bottom = a_down ? a->y1 : a->y0;
    float b_top = b_down ? b->y0 : b->y1, b_bottom = b_down ? b->y1 : b->y0;
    return a_top < b_bottom + 6 && b_top < a_bottom + 6;
}

/* A leg lies right of those before it whose heights it shares. Returns how many lanes there are. */
static uint32_t index_lanes(Leg **legs, uint32_t count)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        legs[i]->lane_index = count > MANY_LEGS ? i % 16 : 0;
        for (uint32_t k = 0; k < i && count <= MANY_LEGS; k++)
            if (legs_overlap(legs[k], legs[i]) && legs[k]->lane_index >= legs[i]->lane_index)
                legs[i]->lane_index = legs[k]->lane_index + 1;
        most = legs[i]->lane_index > most ? legs[i]->lane_index : most;
    }
    return most + 1;
}

static void set_lanes(const RouteField *field, Leg **legs, uint32_t count)
{
    float left = channel_left(field, legs[0]->channel) + 12, right = channel_right(field, legs[0]->channel) - HEAD;
    uint32_t lanes = index_lanes(legs, count);
    float distance = fminf(STYLE_LANE, (right - left) / (float)(lanes + 1));
    float start = (left + right - distance * (float)(lanes - 1)) / 2;
    for (uint32_t i = 0; i < count; i++)
        legs[i]->lane = start + distance * (float)legs[i]->lane_index;
}

static void deal_lanes(Router *router)
{
    Leg **order = memory_resize(NULL, (router->leg_count + 1) * sizeof(Leg *));
    for (uint32_t i = 0; i < router->leg_count; i++)
        order[i] = &router->legs[i];
    qsort(order, router->leg_count, sizeof(Leg *), compare_legs);
    for (uint32_t i = 0, end; i < router->leg_count; i = end) {
        for (end = i + 1; end < router->leg_count && order[end]->channel == order[i]->channel;)
            end++;
        set_lanes(router->field, order + i, end - i);
    }
    free(order);
}

void router_find_legs(Router *router)
{
    router_order_gaps(router);
    spread_solve(&router->heights, STYLE_LANE);
    for (uint32_t i = 0; i < router->arrow_count; i++)
        wish_end(router, i);
    spread_solve(&router->ends, STYLE_END);
    for (uint32_t i = 0; i < router->arrow_count; i++)
        take_end(router, i);
    for (uint32_t i = 0; i < router->arrow_count; i++)
        add_legs(router, i);
}

void router_deal(Router *router)
{
    router_find_legs(router);
    deal_lanes(router);
}
