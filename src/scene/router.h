/* The router: what the parts of routing share.
 *
 * plan.c decides by which sides and gaps an arrow goes, gap_choice.c reconsiders the gaps so that few arrows cross,
 * lane.c deals out the lanes of the channels, route.c draws the curves. Nobody else includes it.
 */
#ifndef REFARROWS_SCENE_ROUTER_H
#define REFARROWS_SCENE_ROUTER_H

#include "scene/obstacle.h"
#include "scene/route.h"
#include "scene/spread.h"

#define NO_WISH UINT32_MAX

enum {
    LAST_CHANNEL = 64,         /* width of the channel right of the last column */
    HEAD = 22,                 /* room before a box's side that is kept free of lanes, for arrow heads */
    MANY_LEGS = 160            /* in one channel: beyond, lanes are dealt out in turn, and gaps are not reconsidered */
};

typedef enum Entry { ENTRY_LEFT, ENTRY_RIGHT, ENTRY_TOP, ENTRY_BOTTOM } Entry;

typedef struct Plan {
    uint8_t entry;             /* Entry */
    bool local;                /* from a cell to its own satellite below */
    bool either;               /* it may leave and enter by the other sides as well */
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
    RouteArrow *arrows;        /* as asked for, but that sides are decided */
    uint32_t arrow_count;
    Obstacles obstacles;
    Plan *plans;
    SpreadList heights;        /* in gaps and below cells */
    SpreadList ends;           /* along sides */
    Leg *legs;
    uint32_t leg_count, leg_capacity;
} Router;

static inline const RouteBox *router_box(const Router *router, uint32_t index)
{
    return &router->field->boxes[index];
}

static inline float route_box_right(const RouteBox *box)
{
    return box->rect.x + box->rect.w;
}

static inline float route_box_bottom(const RouteBox *box)
{
    return box->rect.y + box->rect.h;
}

static inline float channel_left(const RouteField *field, int32_t channel)
{
    return channel == 0 ? field->stack_right : field->columns[channel - 1].right;
}

static inline float channel_right(const RouteField *field, int32_t channel)
{
    return channel < field->column_count ? field->columns[channel].left : channel_left(field, channel) + LAST_CHANNEL;
}

/* What passes a gap competes for its height. */
static inline uint64_t gap_group(int32_t column, uint32_t gap)
{
    return (uint64_t)(uint32_t)column << 32 | gap;
}

/* Plans every arrow, its heights and its end still as wished. */
void router_plan(Router *router);

/* Leaves a box by its left or right edge. */
void router_take_side(Router *router, uint32_t index, bool left);

/* Changes sides, then the gaps of plans where that saves crossings. */
void router_choose_gaps(Router *router);

/* How often arrows must cross in channels, given their legs, and which do. */
uint32_t router_count_crossings(const Router *router, bool *crossed);

/* Where the arrow wishes to be when it enters the last channel's far side. */
float router_entry_height(const Router *router, uint32_t index);

/* Orders the arrows that pass the same gap so that few of them cross where they part. */
void router_order_gaps(Router *router);

/* Orders the ends at a box's left or right side so that the last moves there, which begin at these heights, do not
 * cross. */
float router_end_rank(const Router *router, uint32_t index, float from_y);

/* Spreads heights and ends, fixes them, and finds the legs; and their lanes, too. */
void router_find_legs(Router *router);
void router_deal(Router *router);

#endif
