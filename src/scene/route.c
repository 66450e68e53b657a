/* In five passes over all arrows: a plan each (which side to enter, which gaps to cross), the spreading of heights
 * in gaps, the spreading of ends along sides, lanes in channels, and the curves.
 *
 * A curve is built in up to three manners, the first that is free of foreign boxes being taken: one sweep from end
 * to end; sweeps that begin right at the box; sweeps that begin at the channel, which are free by construction. */
#include "scene/route.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"
#include "scene/obstacle.h"
#include "scene/spread.h"
#include "scene/style.h"

#define NO_WISH UINT32_MAX

static const float STEEP = 2.2f;       /* a turn into a lane is so much longer than wide */

enum {
    LAST_CHANNEL = 64,         /* width of the channel right of the last column */
    HEAD = 22,                 /* room before a box's side that is kept free of lanes, for arrow heads */
    MANY_LEGS = 160,           /* in one channel: beyond, lanes are dealt out in turn */
    LEAST_TURN = 36,
    TURN = 18                  /* radius where an arrow turns between a gap and a cell */
};

typedef enum Entry { ENTRY_LEFT, ENTRY_RIGHT, ENTRY_TOP, ENTRY_BOTTOM } Entry;
typedef enum Manner { MANNER_SWEEP, MANNER_CLOSE, MANNER_SAFE, MANNER_COUNT } Manner;

typedef struct Plan {
    uint8_t entry;             /* Entry */
    bool local;                /* from a cell to its own satellite below */
    int32_t start_channel, end_channel;
    uint32_t exit_wish;        /* EXIT_DOWN: height of the lane below the cells, or NO_WISH */
    uint32_t entry_wish;       /* ENTRY_BOTTOM: height of the lane below the satellite, or NO_WISH */
    uint32_t first_crossing;   /* wishes for the gaps crossed, in order */
    uint32_t crossing_count;
    uint32_t end_wish;         /* place along the side of the target */
    uint32_t first_leg, leg_count;
    float start_y;
    Point end;
} Plan;

/* A move in one channel. Left to right, right to left, or from one edge back to the same. */
typedef struct Leg {
    int32_t channel;
    bool from_left, to_left;   /* edges of the channel where it begins and ends */
    float y0, y1;
    float lane;                /* x of the vertical part */
    uint32_t lane_index;
} Leg;

typedef struct Router {
    const RouteField *field;
    const RouteArrow *arrows;
    uint32_t arrow_count;
    Obstacles obstacles;
    Plan *plans;
    SpreadList heights;        /* in gaps and below cells */
    SpreadList ends;           /* along sides */
    Leg *legs;
    uint32_t leg_count, leg_capacity;
} Router;

static const RouteBox *box_at(const Router *router, uint32_t index)
{
    return &router->field->boxes[index];
}

static float box_right(const RouteBox *box)
{
    return box->rect.x + box->rect.w;
}

static float box_bottom(const RouteBox *box)
{
    return box->rect.y + box->rect.h;
}

static float channel_left(const RouteField *field, int32_t channel)
{
    return channel == 0 ? field->stack_right : field->columns[channel - 1].right;
}

static float channel_right(const RouteField *field, int32_t channel)
{
    return channel < field->column_count ? field->columns[channel].left : channel_left(field, channel) + LAST_CHANNEL;
}

/* Plans */

static uint64_t gap_group(int32_t column, uint32_t gap)
{
    return (uint64_t)(uint32_t)column << 32 | gap;
}

static uint64_t strip_group(uint32_t box)
{
    return UINT64_C(1) << 63 | box;
}

/* The top of the satellites below a box, or 0 if there are none. */
static float satellites_top(const Router *router, uint32_t box)
{
    float top = 0, bottom = box_bottom(box_at(router, box));
    uint32_t at = router->obstacles.first_box[box_at(router, box)->block];
    for (; at != UINT32_MAX; at = router->obstacles.next_box[at]) {
        const RouteBox *other = box_at(router, at);
        if (other->rect.y > bottom && (top == 0 || other->keep.y < top))
            top = other->keep.y;
    }
    return top;
}

/* From a cell that is not the last, the arrow has to pass below the cells to its right: the leftmost goes lowest. */
static uint32_t wish_exit(Router *router, const RouteArrow *arrow)
{
    const RouteBox *box = box_at(router, arrow->from);
    Wish wish = {.group = strip_group(arrow->from), .tie = -arrow->port.x};
    float top = satellites_top(router, arrow->from);
    if (top > 0) {
        wish.low = box_bottom(box) + 9;
        wish.high = top - 6;
    } else {
        Gap gap = obstacles_gap_below(&router->obstacles, box->block);
        wish = (Wish){.group = gap_group(box->column, gap.index), .tie = -arrow->port.x - 1e6f,
                      .low = gap.low, .high = gap.high};
    }
    wish.want = wish.low;
    return spread_add(&router->heights, wish);
}

static uint32_t wish_below(Router *router, uint32_t box)
{
    Gap gap = obstacles_gap_below(&router->obstacles, box_at(router, box)->block);
    return spread_add(&router->heights, (Wish){.group = gap_group(box_at(router, box)->column, gap.index),
                                               .want = gap.low, .low = gap.low, .high = gap.high});
}

static void plan_entry(Router *router, const RouteArrow *arrow, Plan *plan)
{
    const RouteBox *to = box_at(router, arrow->to);
    bool from_left = plan->start_channel <= to->column;
    plan->end_channel = from_left ? to->column : to->column + 1;
    plan->entry = from_left ? ENTRY_LEFT : ENTRY_RIGHT;
    plan->entry_wish = NO_WISH;
    if (from_left ? to->open_left : to->open_right)
        return;
    plan->entry = ENTRY_BOTTOM;
    plan->entry_wish = wish_below(router, arrow->to);
}

static float entry_height(const Router *router, const RouteArrow *arrow, const Plan *plan)
{
    const RouteBox *to = box_at(router, arrow->to);
    return plan->entry_wish != NO_WISH ? router->heights.wishes[plan->entry_wish].want : to->rect.y + to->rect.h / 2;
}

static void plan_crossings(Router *router, const RouteArrow *arrow, Plan *plan)
{
    float y = plan->start_y, target = entry_height(router, arrow, plan);
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
        && box_at(router, arrow->from)->block == box_at(router, arrow->to)->block;
}

static void plan_arrow(Router *router, uint32_t index)
{
    const RouteArrow *arrow = &router->arrows[index];
    const RouteBox *from = box_at(router, arrow->from);
    Plan *plan = &router->plans[index];
    *plan = (Plan){.local = is_local(router, arrow), .exit_wish = NO_WISH, .entry_wish = NO_WISH,
                   .start_y = arrow->port.y};
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
    plan_crossings(router, arrow, plan);
}

/* Ends */

static Wish side_wish(const RouteBox *box, Entry entry, float from_x, float from_y)
{
    switch (entry) {
    case ENTRY_LEFT:
        return (Wish){.want = from_y, .low = box->rect.y + 17, .high = box_bottom(box) - 12};
    case ENTRY_RIGHT:
        return (Wish){.want = from_y, .low = box->rect.y + STYLE_BADGE_RISE + 6, .high = box_bottom(box) - 10};
    default:
        return (Wish){.want = from_x, .low = box->rect.x + 12,
                      .high = box_right(box) - (entry == ENTRY_TOP ? STYLE_BADGE : 12)};
    }
}

/* Where the arrow comes from on its way into the target's side. */
static float last_height(const Router *router, const Plan *plan)
{
    if (plan->crossing_count)
        return router->heights.wishes[plan->first_crossing + plan->crossing_count - 1].got;
    return plan->start_y;
}

static void wish_end(Router *router, uint32_t index)
{
    const RouteArrow *arrow = &router->arrows[index];
    Plan *plan = &router->plans[index];
    const RouteBox *to = box_at(router, arrow->to);
    if (plan->exit_wish != NO_WISH)
        plan->start_y = router->heights.wishes[plan->exit_wish].got;
    float from_x = plan->local ? arrow->port.x : to->rect.x + to->rect.w / 2;
    Wish wish = side_wish(to, plan->entry, from_x, last_height(router, plan));
    wish.group = (uint64_t)arrow->to << 2 | plan->entry;
    wish.tie = arrow->from == arrow->to ? 1e6f : arrow->port.y;
    plan->end_wish = spread_add(&router->ends, wish);
}

static void take_end(const Router *router, uint32_t index)
{
    const RouteBox *to = box_at(router, router->arrows[index].to);
    Plan *plan = &router->plans[index];
    float got = router->ends.wishes[plan->end_wish].got;
    Point ends[] = {
        [ENTRY_LEFT] = {to->rect.x, got}, [ENTRY_RIGHT] = {box_right(to), got},
        [ENTRY_TOP] = {got, to->rect.y}, [ENTRY_BOTTOM] = {got, box_bottom(to)},
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
    bool to_left = plan->end_channel > box_at(router, router->arrows[index].to)->column;
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

/* Curves */

/* A move to `to` by way of the lane: a quarter turn into it, along it, and a quarter turn out. The turns are longer
 * than wide, so that the eye can follow them; where there is no room to go straight, they meet in an S or a bow. */
static void draw_leg(PointPool *points, const Leg *leg, Point to)
{
    Point from = points->points[points->count - 1];
    float dy = to.y - from.y, way = dy < 0 ? -1 : 1;
    float first = fminf(fabsf(dy) / 2, fmaxf(fabsf(leg->lane - from.x) * STEEP, LEAST_TURN));
    float second = fminf(fabsf(dy) / 2, fmaxf(fabsf(to.x - leg->lane) * STEEP, LEAST_TURN));
    if (fabsf(dy) < 1) {
        curve_line(points, to);
        return;
    }
    if (leg->from_left != leg->to_left && fabsf(dy) < fabsf(to.x - from.x) * 1.2f) {
        curve_cubic(points, (Point){leg->lane, from.y}, (Point){leg->lane, to.y}, to);
        return;
    }
    curve_turn(points, (Point){leg->lane, from.y}, (Point){leg->lane, from.y + way * first});
    curve_line(points, (Point){leg->lane, to.y - way * second});
    curve_turn(points, (Point){leg->lane, to.y}, to);
}

static void draw_exit_down(PointPool *points, const RouteArrow *arrow, const Plan *plan)
{
    float radius = fminf(TURN, (plan->start_y - arrow->port.y) / 2);
    Point corner = {arrow->port.x, plan->start_y};
    curve_line(points, (Point){corner.x, corner.y - radius});
    curve_turn(points, corner, (Point){corner.x + radius, corner.y});
}

/* From a gap up into a satellite's lower side. */
static void draw_entry_up(PointPool *points, const Plan *plan)
{
    Point from = points->points[points->count - 1];
    float way = plan->end.x > from.x ? 1 : -1;
    float radius = fminf(fminf(TURN, fabsf(plan->end.x - from.x)), (from.y - plan->end.y) * 0.7f);
    Point corner = {plan->end.x, from.y};
    curve_line(points, (Point){corner.x - way * radius, from.y});
    curve_turn(points, corner, (Point){corner.x, from.y - radius});
    curve_line(points, plan->end);
}

static void draw_local(PointPool *points, const RouteArrow *arrow, const Plan *plan)
{
    float dy = plan->end.y - arrow->port.y;
    Point first = {arrow->port.x, arrow->port.y + dy * 0.55f}, second = {plan->end.x, plan->end.y - dy * 0.5f};
    curve_cubic(points, first, second, plan->end);
}

static float leg_edge(const Router *router, int32_t channel, bool left)
{
    return left ? channel_left(router->field, channel) : channel_right(router->field, channel);
}

/* Leaves the box. In the close manner the first sweep begins at the box, otherwise at the channel. */
static void draw_exit(const Router *router, PointPool *points, uint32_t index, Manner manner)
{
    const RouteArrow *arrow = &router->arrows[index];
    const Plan *plan = &router->plans[index];
    const RouteBox *from = box_at(router, arrow->from);
    if (arrow->exit == EXIT_DOWN)
        draw_exit_down(points, arrow, plan);
    float near = arrow->exit == EXIT_LEFT ? from->rect.x : box_right(from);
    float far = leg_edge(router, plan->start_channel, arrow->exit != EXIT_LEFT);
    float x = manner == MANNER_SAFE ? far : near;
    if (arrow->exit == EXIT_DOWN && x < points->points[points->count - 1].x)
        return;
    curve_line(points, (Point){x, plan->start_y});
}

static void draw_legs(const Router *router, PointPool *points, uint32_t index, Manner manner)
{
    const Plan *plan = &router->plans[index];
    draw_exit(router, points, index, manner);
    for (uint32_t i = 0; i < plan->leg_count; i++) {
        const Leg *leg = &router->legs[plan->first_leg + i];
        bool last = i + 1 == plan->leg_count;
        Point to = {leg_edge(router, leg->channel, leg->to_left), leg->y1};
        if (last && plan->entry_wish == NO_WISH && manner == MANNER_CLOSE)
            to.x = plan->end.x;
        draw_leg(points, leg, to);
        if (!last)
            curve_line(points, (Point){leg_edge(router, leg[1].channel, leg[1].from_left), leg->y1});
    }
    if (plan->entry_wish != NO_WISH)
        draw_entry_up(points, plan);
    else
        curve_line(points, plan->end);
}

static void draw_sweep(const Router *router, PointPool *points, uint32_t index)
{
    const Plan *plan = &router->plans[index];
    float start = box_right(box_at(router, router->arrows[index].from));
    curve_line(points, (Point){start, plan->start_y});
    float reach = fmaxf((plan->end.x - start) * 0.45f, 30);
    curve_cubic(points, (Point){start + reach, plan->start_y}, (Point){plan->end.x - reach, plan->end.y}, plan->end);
}

static bool can_sweep(const Router *router, uint32_t index)
{
    const Plan *plan = &router->plans[index];
    return router->arrows[index].exit == EXIT_RIGHT && plan->entry == ENTRY_LEFT && plan->crossing_count > 0
        && plan->end_channel > plan->start_channel;
}

static void draw_in(const Router *router, PointPool *points, uint32_t index, Manner manner)
{
    const RouteArrow *arrow = &router->arrows[index];
    point_pool_add(points, arrow->port);
    if (router->plans[index].local)
        draw_local(points, arrow, &router->plans[index]);
    else if (manner == MANNER_SWEEP)
        draw_sweep(router, points, index);
    else
        draw_legs(router, points, index, manner);
}

static Route draw_arrow(const Router *router, PointPool *points, uint32_t index)
{
    const RouteArrow *arrow = &router->arrows[index];
    Route route = {.first = points->count};
    for (int manner = MANNER_SWEEP; manner < MANNER_COUNT; manner++) {
        if (manner == MANNER_SWEEP && !can_sweep(router, index))
            continue;
        points->count = route.first;
        draw_in(router, points, index, (Manner)manner);
        route.count = points->count - route.first;
        if (router->plans[index].local || manner == MANNER_SAFE
            || obstacles_clear(&router->obstacles, points->points + route.first, route.count, arrow->from, arrow->to))
            break;
    }
    return route;
}

void route_solve(const RouteField *field, const RouteArrow *arrows, uint32_t arrow_count, Route *routes,
                 PointPool *points)
{
    Router router = {.field = field, .arrows = arrows, .arrow_count = arrow_count};
    router.plans = memory_resize(NULL, (arrow_count + 1) * sizeof *router.plans);
    obstacles_init(&router.obstacles, field);
    for (uint32_t i = 0; i < arrow_count; i++)
        plan_arrow(&router, i);
    spread_solve(&router.heights, STYLE_LANE);
    for (uint32_t i = 0; i < arrow_count; i++)
        wish_end(&router, i);
    spread_solve(&router.ends, 24);
    for (uint32_t i = 0; i < arrow_count; i++)
        take_end(&router, i);
    for (uint32_t i = 0; i < arrow_count; i++)
        add_legs(&router, i);
    deal_lanes(&router);
    for (uint32_t i = 0; i < arrow_count; i++)
        routes[i] = draw_arrow(&router, points, i);
    spread_finish(&router.heights);
    spread_finish(&router.ends);
    obstacles_finish(&router.obstacles);
    free(router.legs);
    free(router.plans);
}
