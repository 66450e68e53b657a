/* A cubic whose control polygon bends by d (the larger second difference) is approximated by n equal steps within
 * 3/4 d/n², from the bound |B''| <= 6d on the chord error h²/8 |B''|. Everything here is made of that. */
#include "scene/curve.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"

static const float HIT_TOLERANCE = 0.25f;
enum { MOST_STEPS = 64 };

void point_pool_add(PointPool *pool, Point point)
{
    pool->points = memory_grow(pool->points, &pool->capacity, (uint64_t)pool->count + 1, sizeof *pool->points);
    pool->points[pool->count++] = point;
}

void point_pool_finish(PointPool *pool)
{
    free(pool->points);
    *pool = (PointPool){0};
}

static Point between(Point a, Point b, float t)
{
    return (Point){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

void curve_cubic(PointPool *pool, Point first_control, Point second_control, Point to)
{
    point_pool_add(pool, first_control);
    point_pool_add(pool, second_control);
    point_pool_add(pool, to);
}

void curve_line(PointPool *pool, Point to)
{
    Point from = pool->points[pool->count - 1];
    if (from.x == to.x && from.y == to.y)
        return;
    curve_cubic(pool, between(from, to, 1 / 3.0f), between(from, to, 2 / 3.0f), to);
}

void curve_turn(PointPool *pool, Point corner, Point to)
{
    const float ROUND = 0.5523f;               /* the classic control length of a quarter circle */
    Point from = pool->points[pool->count - 1];
    curve_cubic(pool, between(from, corner, ROUND), between(to, corner, ROUND), to);
}

static float second_difference(Point a, Point b, Point c)
{
    float x = a.x - 2 * b.x + c.x, y = a.y - 2 * b.y + c.y;
    return sqrtf(x * x + y * y);
}

static uint32_t piece_steps(const Point *piece, float tolerance)
{
    float d = fmaxf(second_difference(piece[0], piece[1], piece[2]), second_difference(piece[1], piece[2], piece[3]));
    float steps = ceilf(sqrtf(0.75f * d / tolerance));
    return steps < 1 ? 1 : steps > MOST_STEPS ? MOST_STEPS : (uint32_t)steps;
}

static Point piece_at(const Point *piece, float t)
{
    float s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (Point){a * piece[0].x + b * piece[1].x + c * piece[2].x + d * piece[3].x,
                   a * piece[0].y + b * piece[1].y + c * piece[2].y + d * piece[3].y};
}

void curve_flatten(const Point *points, uint32_t count, float tolerance, PointPool *out)
{
    if (count)
        point_pool_add(out, points[0]);
    for (uint32_t i = 0; i + 3 < count; i += 3) {
        uint32_t steps = piece_steps(points + i, tolerance);
        for (uint32_t k = 1; k < steps; k++)
            point_pool_add(out, piece_at(points + i, (float)k / (float)steps));
        point_pool_add(out, points[i + 3]);
    }
}

Rect curve_bounds(const Point *points, uint32_t count)
{
    if (!count)
        return (Rect){0};
    float left = points[0].x, right = left, top = points[0].y, bottom = top;
    for (uint32_t i = 1; i < count; i++) {
        left = points[i].x < left ? points[i].x : left;
        right = points[i].x > right ? points[i].x : right;
        top = points[i].y < top ? points[i].y : top;
        bottom = points[i].y > bottom ? points[i].y : bottom;
    }
    return (Rect){left, top, right - left, bottom - top};
}

/* Narrows the part [t0, t1] of a segment to where start + t * delta lies in [low, high]. */
static bool clip_axis(float start, float delta, float low, float high, float *t0, float *t1)
{
    if (delta == 0)
        return start > low && start < high;
    float enter = (low - start) / delta, leave = (high - start) / delta;
    if (enter > leave) {
        float swap = enter;
        enter = leave;
        leave = swap;
    }
    *t0 = fmaxf(*t0, enter);
    *t1 = fminf(*t1, leave);
    return *t0 < *t1;
}

bool segment_hits_rect(Point a, Point b, Rect rect)
{
    float t0 = 0, t1 = 1;
    if (a.x == b.x && a.y == b.y)
        return a.x > rect.x && a.x < rect.x + rect.w && a.y > rect.y && a.y < rect.y + rect.h;
    return clip_axis(a.x, b.x - a.x, rect.x, rect.x + rect.w, &t0, &t1)
        && clip_axis(a.y, b.y - a.y, rect.y, rect.y + rect.h, &t0, &t1);
}

static bool rects_touch(Rect a, Rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static bool piece_hits_rect(const Point *piece, Rect rect)
{
    Rect bounds = curve_bounds(piece, 4);
    bounds.x -= 1;
    bounds.y -= 1;
    bounds.w += 2;
    bounds.h += 2;
    if (!rects_touch(bounds, rect))
        return false;
    uint32_t steps = piece_steps(piece, HIT_TOLERANCE);
    Point from = piece[0];
    for (uint32_t k = 1; k <= steps; k++) {
        Point to = piece_at(piece, (float)k / (float)steps);
        if (segment_hits_rect(from, to, rect))
            return true;
        from = to;
    }
    return false;
}

bool curve_hits_rect(const Point *points, uint32_t count, Rect rect)
{
    if (!rects_touch(curve_bounds(points, count), rect))
        return false;
    for (uint32_t i = 0; i + 3 < count; i += 3)
        if (piece_hits_rect(points + i, rect))
            return true;
    return false;
}

static float segment_distance(Point a, Point b, Point from)
{
    float dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    float t = square > 0 ? ((from.x - a.x) * dx + (from.y - a.y) * dy) / square : 0;
    Point nearest = between(a, b, fminf(fmaxf(t, 0), 1));
    return hypotf(nearest.x - from.x, nearest.y - from.y);
}

float curve_distance(const Point *points, uint32_t count, Point from)
{
    float least = INFINITY;
    for (uint32_t i = 0; i + 3 < count; i += 3) {
        uint32_t steps = piece_steps(points + i, HIT_TOLERANCE);
        Point last = points[i];
        for (uint32_t k = 1; k <= steps; k++) {
            Point next = piece_at(points + i, (float)k / (float)steps);
            least = fminf(least, segment_distance(last, next, from));
            last = next;
        }
    }
    return least;
}

static float piece_size(const Point *piece)
{
    float size = 0;
    for (int i = 0; i < 3; i++)
        size += hypotf(piece[i + 1].x - piece[i].x, piece[i + 1].y - piece[i].y);
    return size;
}

/* De Casteljau's construction: the part of a cubic before t. */
static void cut_piece(const Point *piece, float t, Point *out)
{
    Point a = between(piece[0], piece[1], t), b = between(piece[1], piece[2], t), c = between(piece[2], piece[3], t);
    Point d = between(a, b, t), e = between(b, c, t);
    out[0] = a;
    out[1] = d;
    out[2] = between(d, e, t);
}

/* Lengths are those of the control polygons: an animation needs no more. */
uint32_t curve_beginning(const Point *points, uint32_t count, float part, Point *out)
{
    float whole = 0;
    uint32_t written = 1;
    for (uint32_t i = 0; i + 3 < count; i += 3)
        whole += piece_size(points + i);
    float left = whole * part;
    out[0] = points[0];
    for (uint32_t i = 0; i + 3 < count && left > 0; i += 3, written += 3) {
        float size = piece_size(points + i);
        cut_piece(points + i, left < size ? left / size : 1, out + written);
        left -= size;
    }
    return written;
}
