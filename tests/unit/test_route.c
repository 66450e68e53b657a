/* Spreading, curves and routing by themselves, on cases small enough to know the answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "scene/curve.h"
#include "scene/map.h"
#include "scene/route.h"
#include "scene/spread.h"

static void test_spread_keeps_distance_order_and_bounds(void **state)
{
    static const float WANTS[] = {50, 10, 52, 51, 95};
    SpreadList list = {0};
    for (int i = 0; i < 5; i++)
        spread_add(&list, (Wish){.group = 1, .want = WANTS[i], .low = 0, .high = 100});
    uint32_t other = spread_add(&list, (Wish){.group = 2, .want = 51, .low = 0, .high = 100});
    spread_solve(&list, 10);
    const Wish *wishes = list.wishes;
    const float got[] = {wishes[1].got, wishes[0].got, wishes[3].got, wishes[2].got, wishes[4].got};
    assert_true(got[0] == 10 && got[4] == 95);
    assert_true(got[1] == 41 && got[2] == 51 && got[3] == 61);
    assert_true(list.wishes[other].got == 51);
    spread_finish(&list);
}

static void test_spread_shrinks_when_crowded(void **state)
{
    SpreadList list = {0};
    for (int i = 0; i < 11; i++)
        spread_add(&list, (Wish){.group = 1, .want = 500, .low = 0, .high = 50});
    spread_solve(&list, 10);
    for (int i = 0; i < 11; i++)
        assert_true(list.wishes[i].got > (float)i * 5 - 0.01f && list.wishes[i].got < (float)i * 5 + 0.01f);
    spread_finish(&list);
}

static void test_flattening_stays_near(void **state)
{
    PointPool curve = {0}, line = {0};
    point_pool_add(&curve, (Point){0, 0});
    curve_cubic(&curve, (Point){300, 0}, (Point){-200, 200}, (Point){100, 200});
    curve_flatten(curve.points, curve.count, 0.25f, &line);
    assert_true(line.count > 8);
    for (uint32_t i = 1; i < line.count; i++) {
        Point middle = {(line.points[i - 1].x + line.points[i].x) / 2, (line.points[i - 1].y + line.points[i].y) / 2};
        assert_true(curve_distance(curve.points, curve.count, middle) < 0.5f);
    }
    point_pool_finish(&curve);
    point_pool_finish(&line);
}

static void test_hits(void **state)
{
    PointPool curve = {0};
    point_pool_add(&curve, (Point){0, 0});
    curve_cubic(&curve, (Point){50, 0}, (Point){50, 100}, (Point){100, 100});
    assert_true(curve_hits_rect(curve.points, curve.count, (Rect){45, 45, 10, 10}));
    assert_false(curve_hits_rect(curve.points, curve.count, (Rect){70, 0, 30, 60}));
    assert_false(curve_hits_rect(curve.points, curve.count, (Rect){0, 100, 100, 10}));
    point_pool_finish(&curve);
}

/* Three boxes in three columns, level with each other: the arrow from the first to the third goes round the second. */
static void test_goes_round(void **state)
{
    const ColumnSpan columns[] = {{100, 200}, {260, 360}, {420, 520}};
    RouteBox boxes[3];
    for (int i = 0; i < 3; i++) {
        Rect rect = {columns[i].left, 200, 100, 80};
        boxes[i] = (RouteBox){rect, rect, i, (uint32_t)i, true, true};
    }
    const RouteField field = {boxes, 3, columns, 3, 40};
    const RouteArrow arrows[] = {
        {0, 2, {190, 240}, EXIT_RIGHT}, {2, 0, {510, 250}, EXIT_RIGHT}, {1, 1, {350, 240}, EXIT_RIGHT},
    };
    Route routes[3];
    PointPool points = {0};
    route_solve(&field, arrows, 3, routes, &points);
    for (int a = 0; a < 2; a++)
        assert_false(curve_hits_rect(points.points + routes[a].first, routes[a].count, boxes[1].rect));
    Point end = points.points[routes[0].first + routes[0].count - 1];
    assert_true(end.x == 420 && end.y > 200 && end.y < 280);
    end = points.points[routes[1].first + routes[1].count - 1];
    assert_true(end.x == 200 && end.y > 200 && end.y < 280);
    assert_false(curve_hits_rect(points.points + routes[2].first, routes[2].count, boxes[2].rect));
    point_pool_finish(&points);
}

/* Arrows to one box end apart, in the order in which they come. */
static void test_ends_are_spread(void **state)
{
    const ColumnSpan columns[] = {{100, 200}, {300, 400}};
    RouteBox boxes[4];
    for (int i = 0; i < 4; i++) {
        Rect rect = i < 3 ? (Rect){100, 100 + 100 * (float)i, 100, 60} : (Rect){300, 180, 100, 100};
        boxes[i] = (RouteBox){rect, rect, i < 3 ? 0 : 1, (uint32_t)i, true, true};
    }
    const RouteField field = {boxes, 4, columns, 2, 40};
    const RouteArrow arrows[] = {
        {0, 3, {190, 130}, EXIT_RIGHT}, {1, 3, {190, 230}, EXIT_RIGHT}, {2, 3, {190, 330}, EXIT_RIGHT},
    };
    Route routes[3];
    PointPool points = {0};
    float last = 0;
    route_solve(&field, arrows, 3, routes, &points);
    for (int a = 0; a < 3; a++) {
        float y = points.points[routes[a].first + routes[a].count - 1].y;
        assert_true(y > last + 20);
        last = y;
    }
    point_pool_finish(&points);
}

static float side_of(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool cross(Point a, Point b, Point c, Point d)
{
    return (side_of(a, b, c) > 0) != (side_of(a, b, d) > 0) && (side_of(c, d, a) > 0) != (side_of(c, d, b) > 0);
}

static int count_crossings(const PointPool *points, const Route *routes)
{
    PointPool first = {0}, second = {0};
    int count = 0;
    curve_flatten(points->points + routes[0].first, routes[0].count, 0.5f, &first);
    curve_flatten(points->points + routes[1].first, routes[1].count, 0.5f, &second);
    for (uint32_t i = 0; i + 1 < first.count; i++)
        for (uint32_t k = 0; k + 1 < second.count; k++)
            count += cross(first.points[i], first.points[i + 1], second.points[k], second.points[k + 1]);
    point_pool_finish(&first);
    point_pool_finish(&second);
    return count;
}

/* Two rows of a box refer back, through the gaps above and below it: where both pass the same one, the lower row's
 * arrow bows inside that of the upper one, so it passes above it. Whichever order their targets stand in, none needs to
 * cross. */
static void test_order_in_gaps(void **state)
{
    const ColumnSpan columns[] = {{100, 200}, {300, 400}};
    RouteBox boxes[3];
    for (int i = 0; i < 3; i++) {
        Rect rect = i < 2 ? (Rect){100, 100 + 120 * (float)i, 100, 60} : (Rect){300, 100, 100, 100};
        boxes[i] = (RouteBox){rect, rect, i < 2 ? 0 : 1, (uint32_t)i, true, true};
    }
    const RouteField field = {boxes, 3, columns, 2, 40};
    for (uint32_t upper = 0; upper < 2; upper++) {
        const RouteArrow arrows[] = {{2, upper, {390, 140}, EXIT_RIGHT}, {2, 1 - upper, {390, 170}, EXIT_RIGHT}};
        Route routes[2];
        PointPool points = {0};
        bool crossed[2];
        route_solve(&field, arrows, 2, routes, &points);
        assert_int_equal(count_crossings(&points, routes), 0);
        assert_int_equal(route_count_crossings(&field, arrows, 2, crossed), 0);
        assert_false(crossed[0] || crossed[1]);
        point_pool_finish(&points);
    }
}

/* What may leave by either side takes the one where its target is; within a column, the one where it crosses less. */
static void test_sides(void **state)
{
    const ColumnSpan columns[] = {{100, 200}, {300, 400}};
    RouteBox boxes[5];
    for (int i = 0; i < 3; i++) {
        Rect rect = {100, 100 + 100 * (float)i, 100, 60};
        boxes[i] = (RouteBox){rect, rect, 0, (uint32_t)i, true, true};
    }
    boxes[3] = (RouteBox){{300, 100, 100, 60}, {300, 100, 100, 60}, 1, 3, true, true};
    boxes[4] = (RouteBox){{0, 100, 40, 300}, {0, 100, 40, 300}, ROUTE_STACK, 4, true, true};
    const RouteField field = {boxes, 5, columns, 2, 40};
    const RouteArrow arrows[] = {
        {0, 3, {0, 110}, EXIT_SIDE}, {0, 2, {0, 120}, EXIT_SIDE}, {3, 2, {0, 120}, EXIT_SIDE},
        {4, 1, {30, 230}, EXIT_RIGHT},
    };
    Route routes[4];
    PointPool points = {0};
    route_solve(&field, arrows, 4, routes, &points);
    assert_true(points.points[routes[0].first].x == 200);
    assert_true(points.points[routes[1].first].x == 200);      /* on the left it would cross the arrow from the stack */
    assert_true(points.points[routes[2].first].x == 300);
    points.count = 0;
    route_solve(&field, arrows, 3, routes, &points);
    assert_true(points.points[routes[1].first].x == 100);      /* now it crosses nothing there */
    point_pool_finish(&points);
}

static void test_map(void **state)
{
    NumberMap map = {0};
    assert_int_equal(number_map_get(&map, 1), MAP_ABSENT);
    for (uint32_t i = 0; i < 5000; i++)
        number_map_put(&map, (uint64_t)i << 32 | (i * 7), i);
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(number_map_get(&map, (uint64_t)i << 32 | (i * 7)), i);
    number_map_put(&map, 0, 9);
    assert_int_equal(number_map_get(&map, 0), 9);
    assert_int_equal(map.count, 5000);
    number_map_reset(&map);
    assert_int_equal(number_map_get(&map, 0), MAP_ABSENT);
    number_map_finish(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spread_keeps_distance_order_and_bounds),
        cmocka_unit_test(test_spread_shrinks_when_crowded),
        cmocka_unit_test(test_flattening_stays_near),
        cmocka_unit_test(test_hits),
        cmocka_unit_test(test_goes_round),
        cmocka_unit_test(test_ends_are_spread),
        cmocka_unit_test(test_order_in_gaps),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
