#include "draw/shape.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void shape_init(Shape *shape)
{
    *shape = (Shape){0};
}

void shape_finish(Shape *shape)
{
    free(shape->points);
    free(shape->contours);
    *shape = (Shape){0};
}

void shape_reset(Shape *shape)
{
    shape->point_count = shape->contour_count = 0;
}

static void *grow(void *old, uint32_t *capacity, size_t size)
{
    *capacity = *capacity ? *capacity * 2 : 64;
    void *grown = realloc(old, *capacity * size);
    if (!grown) {
        fputs("refarrows: out of memory\n", stderr);
        exit(2);
    }
    return grown;
}

static void begin_contour(Shape *shape, bool closed)
{
    if (shape->contour_count == shape->contour_capacity)
        shape->contours = grow(shape->contours, &shape->contour_capacity, sizeof *shape->contours);
    shape->contours[shape->contour_count++] = (Contour){shape->point_count, 0, closed};
}

static Contour *current(Shape *shape)
{
    return &shape->contours[shape->contour_count - 1];
}

static void add_point(Shape *shape, Point point)
{
    if (shape->point_count == shape->point_capacity)
        shape->points = grow(shape->points, &shape->point_capacity, sizeof *shape->points);
    shape->points[shape->point_count++] = point;
    current(shape)->count++;
}

/* A point equal to the one before it would be a piece without a direction. */
static void add_distinct(Shape *shape, Point point)
{
    if (current(shape)->count) {
        Point last = shape->points[shape->point_count - 1];
        if (last.x == point.x && last.y == point.y)
            return;
    }
    add_point(shape, point);
}

static Point plus(Point a, Point b) { return (Point){a.x + b.x, a.y + b.y}; }
static Point minus(Point a, Point b) { return (Point){a.x - b.x, a.y - b.y}; }
static Point times(Point a, float k) { return (Point){a.x * k, a.y * k}; }
static float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
static float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
static float length_of(Point a) { return sqrtf(dot(a, a)); }

static Point unit(Point a)
{
    float length = length_of(a);
    return length > 0 ? times(a, 1 / length) : (Point){1, 0};
}

/* How many equal steps of the parameter keep a cubic's pieces within FLATNESS: a chord is off by at most an eighth of
 * its step squared times the second derivative, and that is at most 6 times the larger second difference. */
static int cubic_steps(const Point p[4])
{
    Point bend_a = plus(minus(p[0], times(p[1], 2)), p[2]), bend_b = plus(minus(p[1], times(p[2], 2)), p[3]);
    float bend = fmaxf(dot(bend_a, bend_a), dot(bend_b, bend_b));
    float steps = ceilf(sqrtf(sqrtf(bend) * 0.75f / SHAPE_FLATNESS));
    return steps < 1 ? 1 : steps > 500 ? 500 : (int)steps;
}

static void add_cubic(Shape *shape, const Point p[4])
{
    int steps = cubic_steps(p);
    for (int i = 1; i <= steps; i++) {
        float t = (float)i / (float)steps, s = 1 - t;
        Point start = plus(times(p[0], s * s * s), times(p[1], 3 * s * s * t));
        Point end = plus(times(p[2], 3 * s * t * t), times(p[3], t * t * t));
        add_distinct(shape, i == steps ? p[3] : plus(start, end));
    }
}

static void close_contour(Shape *shape)
{
    Contour *contour = current(shape);
    Point first = shape->points[contour->first], last = shape->points[shape->point_count - 1];
    contour->closed = true;
    if (contour->count > 1 && first.x == last.x && first.y == last.y) {
        contour->count--;
        shape->point_count--;
    }
}

void shape_add_path(Shape *shape, const uint8_t *verbs, size_t verb_count, const Point *points)
{
    Point pen = {0, 0}, start = {0, 0};
    bool drawing = false;
    for (size_t i = 0; i < verb_count; i++) {
        if (verbs[i] == PATH_MOVE) {
            pen = start = *points++;
            drawing = false;
            continue;
        }
        if (!drawing) {
            begin_contour(shape, false);
            add_point(shape, pen);
            drawing = true;
        }
        if (verbs[i] == PATH_LINE) {
            pen = *points++;
            add_distinct(shape, pen);
        } else if (verbs[i] == PATH_CUBIC) {
            add_cubic(shape, (Point[4]){pen, points[0], points[1], points[2]});
            pen = points[2];
            points += 3;
        } else {
            close_contour(shape);
            pen = start;
            drawing = false;
        }
    }
}

void shape_add_rect(Shape *shape, Rect rect, float radius)
{
    /* a quarter of a circle as one cubic: off by less than 0.03% of the radius */
    float x0 = rect.x, y0 = rect.y, x1 = rect.x + rect.w, y1 = rect.y + rect.h, r = radius, k = r * 0.44771525f;
    const Point corners[4][4] = {
        {{x1 - r, y0}, {x1 - k, y0}, {x1, y0 + k}, {x1, y0 + r}},
        {{x1, y1 - r}, {x1, y1 - k}, {x1 - k, y1}, {x1 - r, y1}},
        {{x0 + r, y1}, {x0 + k, y1}, {x0, y1 - k}, {x0, y1 - r}},
        {{x0, y0 + r}, {x0, y0 + k}, {x0 + k, y0}, {x0 + r, y0}},
    };
    begin_contour(shape, false);
    add_point(shape, (Point){x0 + r, y0});
    for (int i = 0; i < 4; i++) {
        add_distinct(shape, corners[i][0]);
        if (r > 0)
            add_cubic(shape, corners[i]);
    }
    close_contour(shape);
}

/* Narrows the part [*first, *last] of a way to where start + part * delta lies between low and high. */
static void narrow(float start, float delta, float low, float high, float *first, float *last)
{
    if (delta == 0) {
        *last = start < low || start > high ? -1 : *last;
        return;
    }
    float a = (low - start) / delta, b = (high - start) / delta;
    *first = fmaxf(*first, fminf(a, b));
    *last = fminf(*last, fmaxf(a, b));
}

/* Which part of a piece lies in the rectangle; false if none does. */
static bool part_within(Point from, Point to, Rect near, float *first, float *last)
{
    *first = 0;
    *last = 1;
    narrow(from.x, to.x - from.x, near.x, near.x + near.w, first, last);
    narrow(from.y, to.y - from.y, near.y, near.y + near.h, first, last);
    return *first <= *last;
}

void shape_keep_near(Shape *to, const Shape *from, Rect near)
{
    for (uint32_t c = 0; c < from->contour_count; c++) {
        Contour contour = from->contours[c];
        const Point *points = from->points + contour.first;
        bool drawing = false;
        for (uint32_t i = 1; i < contour.count + contour.closed; i++) {
            float first, last;
            Point a = points[i - 1], b = points[i % contour.count];
            bool inside = part_within(a, b, near, &first, &last);
            if (inside && !drawing) {
                begin_contour(to, false);
                add_point(to, a);
            }
            if (inside)
                add_distinct(to, b);
            drawing = inside;
        }
    }
}

/* Where a walk along the dashes stands. */
typedef struct DashWalk {
    Shape *to;
    float on, off;
    float left;                /* to go until it changes */
    bool drawing;
} DashWalk;

static void dash_piece(DashWalk *walk, Point from, Point to)
{
    float length = length_of(minus(to, from)), done = 0;
    Point direction = unit(minus(to, from));
    while (length - done > walk->left) {
        done += walk->left;
        Point at = plus(from, times(direction, done));
        if (walk->drawing) {
            add_distinct(walk->to, at);
        } else {
            begin_contour(walk->to, false);
            add_point(walk->to, at);
        }
        walk->drawing = !walk->drawing;
        walk->left = walk->drawing ? walk->on : walk->off;
    }
    walk->left -= length - done;
    if (walk->drawing)
        add_distinct(walk->to, to);
}

/* Goes on without drawing. */
static void dash_skip(DashWalk *walk, float length, Point to)
{
    float period = walk->on + walk->off;
    walk->left -= fmodf(length, period);
    while (walk->left <= 0) {
        walk->drawing = !walk->drawing;
        walk->left += walk->drawing ? walk->on : walk->off;
    }
    if (walk->drawing) {
        begin_contour(walk->to, false);
        add_point(walk->to, to);
    }
}

static void dash_near(DashWalk *walk, Point from, Point to, Rect near)
{
    float first, last, length = length_of(minus(to, from));
    if (isinf(walk->left)) {
        dash_piece(walk, from, to);
        return;
    }
    if (!part_within(from, to, near, &first, &last)) {
        dash_skip(walk, length, to);
        return;
    }
    Point enter = plus(from, times(minus(to, from), first)), leave = plus(from, times(minus(to, from), last));
    if (first > 0)
        dash_skip(walk, first * length, enter);
    dash_piece(walk, first > 0 ? enter : from, last < 1 ? leave : to);
    if (last < 1)
        dash_skip(walk, (1 - last) * length, to);
}

/* A contour with more dashes than this is drawn solid: nobody could see them, and they would cost a second. */
enum { MAX_DASHES = 20000 };

static float contour_length(const Shape *shape, Contour contour)
{
    const Point *points = shape->points + contour.first;
    float length = contour.closed ? length_of(minus(points[0], points[contour.count - 1])) : 0;
    for (uint32_t i = 1; i < contour.count; i++)
        length += length_of(minus(points[i], points[i - 1]));
    return length;
}

void shape_dash(Shape *to, const Shape *from, float on, float off, Rect near)
{
    for (uint32_t c = 0; c < from->contour_count; c++) {
        Contour contour = from->contours[c];
        const Point *points = from->points + contour.first;
        DashWalk walk = {to, on, off, on, true};
        bool countable = contour_length(from, contour) <= (float)MAX_DASHES * (on + off);
        if (!countable)            /* also when a length is not a number */
            walk.left = INFINITY;
        begin_contour(to, false);
        add_point(to, points[0]);
        for (uint32_t i = 1; i < contour.count; i++)
            dash_near(&walk, points[i - 1], points[i], near);
        if (contour.closed)
            dash_near(&walk, points[contour.count - 1], points[0], near);
    }
}

/* Points of the arc around `centre` between two unit vectors, the short way, without its ends: halved until the chord
 * is flat. `depth` bounds it for a radius of any size. */
static void add_arc(Shape *shape, Point centre, float radius, Point from, Point to, int depth)
{
    Point middle = unit(plus(from, to));
    if (depth == 0 || radius * (1 - dot(from, middle)) < SHAPE_FLATNESS)
        return;
    add_arc(shape, centre, radius, from, middle, depth - 1);
    add_point(shape, plus(centre, times(middle, radius)));
    add_arc(shape, centre, radius, middle, to, depth - 1);
}

enum { ARC_DEPTH = 7 };        /* 128 pieces at most for a quarter */

/* Half a turn to the right of the stroke's way, from its left side to its right. */
static void add_cap(Shape *shape, Point end, float radius, Point direction)
{
    Point left = {direction.y, -direction.x}, right = {-direction.y, direction.x};
    add_arc(shape, end, radius, left, direction, ARC_DEPTH);
    add_point(shape, plus(end, times(direction, radius)));
    add_arc(shape, end, radius, direction, right, ARC_DEPTH);
}

/* The left side where two pieces meet. On the outside of the bend an arc closes the gap; on the inside the line goes
 * through the corner itself, so that every part of the outline winds the same way. A slight bend needs neither. */
static void add_join(Shape *shape, Point corner, float radius, Point before, Point after)
{
    Point left_before = {before.y, -before.x}, left_after = {after.y, -after.x};
    float cosine = dot(before, after);
    if (cosine > 0.9f) {
        add_point(shape, plus(corner, times(plus(left_before, left_after), radius / (1 + cosine))));
        return;
    }
    add_point(shape, plus(corner, times(left_before, radius)));
    if (cross(before, after) < 0)
        add_point(shape, corner);
    else if (cosine > -0.999f)
        add_arc(shape, corner, radius, left_before, left_after, ARC_DEPTH);
    else
        add_cap(shape, corner, radius, before);
    add_point(shape, plus(corner, times(left_after, radius)));
}

/* One side of a contour, walked in the order of points or against it. */
typedef struct SideWalk {
    const Point *points;
    uint32_t count;
    bool backwards;
} SideWalk;

static Point walk_point(SideWalk walk, uint32_t i)
{
    i %= walk.count;
    return walk.points[walk.backwards ? walk.count - 1 - i : i];
}

static Point walk_direction(SideWalk walk, uint32_t i)
{
    return unit(minus(walk_point(walk, i + 1), walk_point(walk, i)));
}

static void add_open_side(Shape *to, SideWalk walk, float radius, bool round)
{
    Point direction = walk_direction(walk, 0);
    add_point(to, plus(walk_point(walk, 0), times((Point){direction.y, -direction.x}, radius)));
    for (uint32_t i = 1; i + 1 < walk.count; i++) {
        Point next = walk_direction(walk, i);
        add_join(to, walk_point(walk, i), radius, direction, next);
        direction = next;
    }
    Point end = walk_point(walk, walk.count - 1);
    add_point(to, plus(end, times((Point){direction.y, -direction.x}, radius)));
    if (round)
        add_cap(to, end, radius, direction);
}

static void add_closed_side(Shape *to, SideWalk walk, float radius)
{
    begin_contour(to, true);
    Point direction = walk_direction(walk, walk.count - 1);
    for (uint32_t i = 0; i < walk.count; i++) {
        Point next = walk_direction(walk, i);
        add_join(to, walk_point(walk, i), radius, direction, next);
        direction = next;
    }
}

static void add_dot(Shape *to, Point centre, float radius)
{
    begin_contour(to, true);
    add_point(to, (Point){centre.x, centre.y - radius});
    add_cap(to, centre, radius, (Point){1, 0});
    add_point(to, (Point){centre.x, centre.y + radius});
    add_cap(to, centre, radius, (Point){-1, 0});
}

void shape_stroke(Shape *to, const Shape *from, float width, bool round)
{
    float radius = width / 2;
    for (uint32_t c = 0; c < from->contour_count; c++) {
        Contour contour = from->contours[c];
        SideWalk forth = {from->points + contour.first, contour.count, false};
        SideWalk back = {forth.points, forth.count, true};
        if (contour.count < 2) {
            if (round && contour.count)
                add_dot(to, forth.points[0], radius);
        } else if (contour.closed && contour.count > 2) {
            add_closed_side(to, forth, radius);
            add_closed_side(to, back, radius);
        } else {
            begin_contour(to, true);
            add_open_side(to, forth, radius, round);
            add_open_side(to, back, radius, round);
        }
    }
}

Rect shape_bounds(const Shape *shape)
{
    if (!shape->point_count)
        return (Rect){0};
    Point low = shape->points[0], high = low;
    for (uint32_t i = 1; i < shape->point_count; i++) {
        Point p = shape->points[i];
        low.x = p.x < low.x ? p.x : low.x;
        low.y = p.y < low.y ? p.y : low.y;
        high.x = p.x > high.x ? p.x : high.x;
        high.y = p.y > high.y ? p.y : high.y;
    }
    return (Rect){low.x, low.y, high.x - low.x, high.y - low.y};
}
