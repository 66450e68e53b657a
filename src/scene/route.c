/* In passes over all arrows: a plan each (which side to enter, which gaps to cross), other gaps where that saves
 * crossings, the spreading of heights in gaps and of ends along sides, lanes in channels, and the curves.
 *
 * A curve is built in up to three manners, the first that is free of foreign boxes being taken: one sweep from end
 * to end; sweeps that begin right at the box; sweeps that begin at the channel, which are free by construction. */
#include "scene/route.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/router.h"

static const float STEEP = 2.2f;       /* a turn into a lane is so much longer than wide */

enum {
    LEAST_TURN = 36,
    REACH = 52,                /* how far from its lane a turn may begin */
    PATIENCE = 300,            /* arrows; of more the first manner that is free is taken */
    TURN = 18                  /* radius where an arrow turns between a gap and a cell */
};

typedef enum Manner { MANNER_SWEEP, MANNER_CLOSE, MANNER_SAFE, MANNER_COUNT } Manner;

/* A turn begins at most so far from its lane: nearer to the box it would be in the way of arrows with other lanes. */
static float near_lane(float lane, float x)
{
    return fminf(fmaxf(x, lane - REACH), lane + REACH);
}

/* A move to `to` by way of the lane: a quarter turn into it, along it, and a quarter turn out. The turns are longer
 * than wide, so that the eye can follow them; where there is no room to go straight, they meet in an S or a bow. */
static void draw_leg(PointPool *points, const Leg *leg, Point to)
{
    Point from = points->points[points->count - 1];
    float dy = to.y - from.y, way = dy < 0 ? -1 : 1;
    float first, second;
    if (fabsf(dy) < 1) {
        curve_line(points, to);
        return;
    }
    float begin = near_lane(leg->lane, from.x), end = near_lane(leg->lane, to.x);
    if (begin != from.x)
        curve_line(points, (Point){begin, from.y});
    if (leg->from_left != leg->to_left && fabsf(dy) < fabsf(end - begin) * 1.2f) {
        curve_cubic(points, (Point){leg->lane, from.y}, (Point){leg->lane, to.y}, (Point){end, to.y});
        if (end != to.x)
            curve_line(points, to);
        return;
    }
    first = fminf(fabsf(dy) / 2, fmaxf(fabsf(leg->lane - begin) * STEEP, LEAST_TURN));
    second = fminf(fabsf(dy) / 2, fmaxf(fabsf(end - leg->lane) * STEEP, LEAST_TURN));
    curve_turn(points, (Point){leg->lane, from.y}, (Point){leg->lane, from.y + way * first});
    curve_line(points, (Point){leg->lane, to.y - way * second});
    curve_turn(points, (Point){leg->lane, to.y}, (Point){end, to.y});
    if (end != to.x)
        curve_line(points, to);
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
    const RouteBox *from = router_box(router, arrow->from);
    if (arrow->exit == EXIT_DOWN)
        draw_exit_down(points, arrow, plan);
    float near = arrow->exit == EXIT_LEFT ? from->rect.x : route_box_right(from);
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
    float start = route_box_right(router_box(router, router->arrows[index].from));
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

/* The polylines of what is drawn already. */
typedef struct Drawn {
    PointPool points;
    uint32_t *first;           /* by arrow: into points; one more at the end */
    Rect *bounds;
    uint32_t count;
} Drawn;

static void drawn_init(Drawn *drawn, uint32_t arrows)
{
    *drawn = (Drawn){0};
    drawn->first = memory_resize(NULL, ((size_t)arrows + 1) * sizeof *drawn->first);
    drawn->bounds = memory_resize(NULL, ((size_t)arrows + 1) * sizeof *drawn->bounds);
    drawn->first[0] = 0;
}

static void drawn_finish(Drawn *drawn)
{
    point_pool_finish(&drawn->points);
    free(drawn->first);
    free(drawn->bounds);
}

static bool rects_meet(Rect a, Rect b)
{
    return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

static Rect segment_bounds(Point a, Point b)
{
    return (Rect){fminf(a.x, b.x), fminf(a.y, b.y), fabsf(a.x - b.x), fabsf(a.y - b.y)};
}

static float side_of(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool segments_cross(Point a, Point b, Point c, Point d)
{
    return (side_of(a, b, c) > 0) != (side_of(a, b, d) > 0) && (side_of(c, d, a) > 0) != (side_of(c, d, b) > 0);
}

static uint32_t count_segment(const Drawn *drawn, uint32_t arrow, Point a, Point b)
{
    uint32_t count = 0;
    Rect bounds = segment_bounds(a, b);
    for (uint32_t i = drawn->first[arrow]; i + 1 < drawn->first[arrow + 1]; i++) {
        Point c = drawn->points.points[i], d = drawn->points.points[i + 1];
        count += rects_meet(bounds, segment_bounds(c, d)) && segments_cross(a, b, c, d);
    }
    return count;
}

/* How often the polyline from `first` to the end of the pool crosses those before it. */
static uint32_t count_drawn(const Drawn *drawn, uint32_t first, Rect bounds)
{
    uint32_t count = 0;
    for (uint32_t arrow = 0; arrow < drawn->count; arrow++)
        for (uint32_t i = first; i + 1 < drawn->points.count && rects_meet(bounds, drawn->bounds[arrow]); i++)
            count += count_segment(drawn, arrow, drawn->points.points[i], drawn->points.points[i + 1]);
    return count;
}

static bool manner_is_free(const Router *router, uint32_t index, Manner manner, const Point *points, uint32_t count)
{
    const RouteArrow *arrow = &router->arrows[index];
    return router->plans[index].local || manner == MANNER_SAFE
        || obstacles_clear(&router->obstacles, points, count, arrow->from, arrow->to);
}

static bool can_draw(const Router *router, uint32_t index, Manner manner)
{
    return manner != MANNER_SWEEP || can_sweep(router, index);
}

/* Draws over whatever was drawn from `first` on. */
static Route draw_anew(const Router *router, PointPool *points, uint32_t first, uint32_t index, Manner manner)
{
    points->count = first;
    draw_in(router, points, index, manner);
    return (Route){first, points->count - first};
}

/* The first manner that is free. */
static Route draw_quickly(const Router *router, PointPool *points, uint32_t index)
{
    uint32_t first = points->count;
    for (int manner = MANNER_SWEEP; manner < MANNER_SAFE; manner++) {
        if (!can_draw(router, index, (Manner)manner))
            continue;
        Route route = draw_anew(router, points, first, index, (Manner)manner);
        if (manner_is_free(router, index, (Manner)manner, points->points + first, route.count))
            return route;
    }
    return draw_anew(router, points, first, index, MANNER_SAFE);
}

static void remember_drawn(Drawn *drawn, const PointPool *points, Route route)
{
    curve_flatten(points->points + route.first, route.count, 1, &drawn->points);
    drawn->bounds[drawn->count++] = curve_bounds(points->points + route.first, route.count);
    drawn->first[drawn->count] = drawn->points.count;
}

static uint32_t count_curve(Drawn *drawn, const PointPool *points, Route route)
{
    uint32_t start = drawn->points.count;
    curve_flatten(points->points + route.first, route.count, 1, &drawn->points);
    uint32_t count = count_drawn(drawn, start, curve_bounds(points->points + route.first, route.count));
    drawn->points.count = start;
    return count;
}

/* The first of those manners that are free and cross least. */
static Route draw_arrow(const Router *router, Drawn *drawn, PointPool *points, uint32_t index)
{
    uint32_t least = UINT32_MAX, first = points->count;
    Manner best = MANNER_SAFE, drawn_last = MANNER_COUNT;
    Route route = {first, 0};
    for (Manner manner = MANNER_SWEEP; manner < MANNER_COUNT && least > 0; manner++) {
        if (!can_draw(router, index, manner))
            continue;
        route = draw_anew(router, points, first, index, manner);
        drawn_last = manner;
        if (!manner_is_free(router, index, manner, points->points + first, route.count))
            continue;
        uint32_t count = count_curve(drawn, points, route);
        if (count < least) {
            least = count;
            best = manner;
        }
        if (router->plans[index].local)
            break;
    }
    if (best != drawn_last)
        route = draw_anew(router, points, first, index, best);
    remember_drawn(drawn, points, route);
    return route;
}

static void plan_all(Router *router, const RouteField *field, const RouteArrow *arrows, uint32_t count)
{
    *router = (Router){.field = field, .arrow_count = count};
    router->arrows = memory_resize(NULL, ((size_t)count + 1) * sizeof *router->arrows);
    router->plans = memory_resize(NULL, ((size_t)count + 1) * sizeof *router->plans);
    memcpy(router->arrows, arrows, count * sizeof *arrows);
    obstacles_init(&router->obstacles, field);
    router_plan(router);
    router_choose_gaps(router);
}

static void finish(Router *router)
{
    spread_finish(&router->heights);
    spread_finish(&router->ends);
    obstacles_finish(&router->obstacles);
    free(router->legs);
    free(router->plans);
    free(router->arrows);
}

void route_solve(const RouteField *field, const RouteArrow *arrows, uint32_t arrow_count, Route *routes,
                 PointPool *points)
{
    Router router;
    plan_all(&router, field, arrows, arrow_count);
    router_deal(&router);
    Drawn drawn;
    drawn_init(&drawn, arrow_count);
    for (uint32_t i = 0; i < arrow_count; i++)
        routes[i] = arrow_count > PATIENCE ? draw_quickly(&router, points, i) : draw_arrow(&router, &drawn, points, i);
    drawn_finish(&drawn);
    finish(&router);
}

uint32_t route_count_crossings(const RouteField *field, const RouteArrow *arrows, uint32_t arrow_count, bool *crossed)
{
    Router router;
    plan_all(&router, field, arrows, arrow_count);
    router_find_legs(&router);
    uint32_t count = router_count_crossings(&router, crossed);
    finish(&router);
    return count;
}
