/* Plans: by which side an arrow leaves and enters, and which gaps it crosses, each the nearest to the way. */
#include "scene/router.h"

#include <math.h>

#include "scene/style.h"

static uint64_t strip_group(uint32_t box)
{
    return UINT64_C(1) << 63 | box;
}

/* The top of the satellites below a box, or 0 if there are none. */
static float satellites_top(const Router *router, uint32_t box)
{
    float top = 0, bottom = route_box_bottom(router_box(router, box));
    uint32_t at = router->obstacles.first_box[router_box(router, box)->block];
    for (; at != UINT32_MAX; at = router->obstacles.next_box[at]) {
        const RouteBox *other = router_box(router, at);
        if (other->rect.y > bottom && (top == 0 || other->keep.y < top))
            top = other->keep.y;
    }
    return top;
}

/* From a cell that is not the last, the arrow has to pass below the cells to its right: the leftmost goes lowest. */
static uint32_t wish_exit(Router *router, const RouteArrow *arrow)
{
    const RouteBox *box = router_box(router, arrow->from);
    Wish wish = {.group = strip_group(arrow->from), .tie = -arrow->port.x};
    float top = satellites_top(router, arrow->from);
    if (top > 0) {
        wish.low = route_box_bottom(box) + 9;
        wish.high = top - 6;
    } else {
        Gap gap = obstacles_gap_below(&router->obstacles, box->block);
        wish = (Wish){.group = gap_group(box->column, gap.index), .tie = -arrow->port.x - 1e6f,
                      .low = gap.low, .high = gap.high};
    }
    wish.want = wish.low;
    return spread_add(&router->heights, wish);
}

/* Of arrows that come along below a row of satellites from one side, the one that goes furthest goes lowest. */
static uint32_t wish_below(Router *router, uint32_t box, bool from_left)
{
    const RouteBox *at = router_box(router, box);
    Gap gap = obstacles_gap_below(&router->obstacles, at->block);
    return spread_add(&router->heights, (Wish){.group = gap_group(at->column, gap.index), .want = gap.low,
                                               .tie = from_left ? at->rect.x : -at->rect.x, .low = gap.low,
                                               .high = gap.high});
}

static void plan_entry(Router *router, const RouteArrow *arrow, Plan *plan)
{
    const RouteBox *to = router_box(router, arrow->to);
    bool from_left = plan->start_channel <= to->column;
    plan->end_channel = from_left ? to->column : to->column + 1;
    plan->entry = from_left ? ENTRY_LEFT : ENTRY_RIGHT;
    plan->entry_wish = NO_WISH;
    if (arrow->pinned || (from_left ? to->open_left : to->open_right))
        return;
    plan->entry = ENTRY_BOTTOM;
    plan->entry_wish = wish_below(router, arrow->to, from_left);
}

float router_entry_height(const Router *router, uint32_t index)
{
    const Plan *plan = &router->plans[index];
    const RouteBox *to = router_box(router, router->arrows[index].to);
    if (router->arrows[index].pinned)
        return router->arrows[index].at;
    return plan->entry_wish != NO_WISH ? router->heights.wishes[plan->entry_wish].want : to->rect.y + to->rect.h / 2;
}

static void plan_crossings(Router *router, uint32_t index)
{
    Plan *plan = &router->plans[index];
    float y = plan->start_y, target = router_entry_height(router, index);
    int32_t step = plan->end_channel > plan->start_channel ? 1 : -1;
    plan->first_crossing = router->heights.count;
    for (int32_t channel = plan->start_channel; channel != plan->end_channel; channel += step) {
        int32_t column = step > 0 ? channel : channel - 1;
        Gap gap = obstacles_gap(&router->obstacles, column, y, target);
        float want = fminf(fmaxf(y, gap.low), gap.high);
        spread_add(&router->heights, (Wish){.group = gap_group(column, gap.index), .want = want, .tie = plan->start_y,
                                            .low = gap.low, .high = gap.high});
        y = want;
        plan->crossing_count++;
    }
}

static bool is_local(const Router *router, const RouteArrow *arrow)
{
    return arrow->exit == EXIT_DOWN && arrow->from != arrow->to
        && router_box(router, arrow->from)->block == router_box(router, arrow->to)->block;
}

void router_take_side(Router *router, uint32_t index, bool left)
{
    RouteArrow *arrow = &router->arrows[index];
    const RouteBox *from = router_box(router, arrow->from);
    Plan *plan = &router->plans[index];
    arrow->exit = left ? EXIT_LEFT : EXIT_RIGHT;
    arrow->port.x = left ? from->rect.x : route_box_right(from);
    plan->start_channel = from->column + (left ? 0 : 1);
}

/* By the side where the target is; where it is in the same column, it is still open. */
static void plan_side(Router *router, uint32_t index)
{
    const RouteArrow *arrow = &router->arrows[index];
    const RouteBox *from = router_box(router, arrow->from), *to = router_box(router, arrow->to);
    router->plans[index].either = from->column == to->column && arrow->from != arrow->to && to->open_left
                               && to->open_right;
    router_take_side(router, index, to->column <= from->column);
}

static void plan_arrow(Router *router, uint32_t index)
{
    const RouteArrow *arrow = &router->arrows[index];
    const RouteBox *from = router_box(router, arrow->from);
    Plan *plan = &router->plans[index];
    *plan = (Plan){.local = is_local(router, arrow), .exit_wish = NO_WISH, .entry_wish = NO_WISH,
                   .start_y = arrow->port.y};
    if (arrow->exit == EXIT_SIDE)
        plan_side(router, index);
    if (plan->local) {
        plan->entry = ENTRY_TOP;
        return;
    }
    plan->start_channel = from->column + (arrow->exit == EXIT_LEFT && from->column != ROUTE_STACK ? 0 : 1);
    if (arrow->exit == EXIT_DOWN) {
        plan->exit_wish = wish_exit(router, arrow);
        plan->start_y = router->heights.wishes[plan->exit_wish].want;
    }
    plan_entry(router, arrow, plan);
    plan_crossings(router, index);
}

void router_plan(Router *router)
{
    for (uint32_t i = 0; i < router->arrow_count; i++)
        plan_arrow(router, i);
}
