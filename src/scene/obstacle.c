/* Blocks of one column never overlap, so their tops and bottoms are sorted alike and binary search finds the few
 * that a curve may touch. */
#include "scene/obstacle.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"
#include "scene/style.h"

#define NO_BOX UINT32_MAX

enum { CLEARANCE = 8, OPEN_GAP = 4000, HIGHEST = STYLE_LABEL_Y + 12, GAPS_TRIED = 4, NARROW = 2, TOO_NARROW = 400 };

static void start_block(Obstacles *obstacles, uint32_t box)
{
    const RouteBox *at = &obstacles->field->boxes[box];
    obstacles->intervals[obstacles->interval_count++] = (Interval){
        .column = at->column, .block = at->block, .top = at->keep.y, .bottom = at->keep.y + at->keep.h,
    };
}

static void join_block(Interval *interval, const RouteBox *box)
{
    interval->top = fminf(interval->top, box->keep.y);
    interval->bottom = fmaxf(interval->bottom, box->keep.y + box->keep.h);
}

static int compare_intervals(const void *a, const void *b)
{
    const Interval *left = a, *right = b;
    if (left->column != right->column)
        return left->column < right->column ? -1 : 1;
    if (left->top != right->top)
        return left->top < right->top ? -1 : 1;
    return left->block < right->block ? -1 : left->block > right->block;
}

static void gather(Obstacles *obstacles)
{
    const RouteField *field = obstacles->field;
    for (uint32_t i = field->box_count; i-- > 0;) {
        const RouteBox *box = &field->boxes[i];
        obstacles->next_box[i] = obstacles->first_box[box->block];
        obstacles->first_box[box->block] = i;
    }
    for (uint32_t block = 0; block < field->box_count; block++) {
        uint32_t box = obstacles->first_box[block];
        if (box == NO_BOX || field->boxes[box].column == ROUTE_STACK)
            continue;
        start_block(obstacles, box);
        for (; box != NO_BOX; box = obstacles->next_box[box])
            join_block(&obstacles->intervals[obstacles->interval_count - 1], &field->boxes[box]);
    }
}

void obstacles_init(Obstacles *obstacles, const RouteField *field)
{
    size_t count = (size_t)field->box_count + 1;
    *obstacles = (Obstacles){.field = field};
    obstacles->intervals = memory_resize(NULL, count * sizeof *obstacles->intervals);
    obstacles->interval_of = memory_resize(NULL, count * sizeof(uint32_t));
    obstacles->first_box = memory_resize(NULL, count * sizeof(uint32_t));
    obstacles->next_box = memory_resize(NULL, count * sizeof(uint32_t));
    obstacles->column_first = memory_resize(NULL, ((size_t)field->column_count + 2) * sizeof(uint32_t));
    for (uint32_t i = 0; i < field->box_count; i++)
        obstacles->first_box[i] = NO_BOX;
    gather(obstacles);
    qsort(obstacles->intervals, obstacles->interval_count, sizeof *obstacles->intervals, compare_intervals);
    uint32_t at = 0;
    for (int32_t c = 0; c <= field->column_count; c++) {
        while (at < obstacles->interval_count && obstacles->intervals[at].column < c)
            at++;
        obstacles->column_first[c] = at;
    }
    for (uint32_t i = 0; i < obstacles->interval_count; i++)
        obstacles->interval_of[obstacles->intervals[i].block] = i;
}

void obstacles_finish(Obstacles *obstacles)
{
    free(obstacles->intervals);
    free(obstacles->interval_of);
    free(obstacles->first_box);
    free(obstacles->next_box);
    free(obstacles->column_first);
}

/* Index of the first interval of a column whose bottom is below y. */
static uint32_t first_below(const Obstacles *obstacles, int32_t column, float y)
{
    uint32_t low = obstacles->column_first[column], high = obstacles->column_first[column + 1];
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (obstacles->intervals[mid].bottom <= y)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The gap above interval `index` of a column, or below its last. */
static Gap gap_above(const Obstacles *obstacles, int32_t column, uint32_t index)
{
    const Interval *intervals = obstacles->intervals;
    bool first = index == obstacles->column_first[column], last = index == obstacles->column_first[column + 1];
    Gap gap = {.index = index - obstacles->column_first[column]};
    gap.low = first ? HIGHEST : intervals[index - 1].bottom + CLEARANCE;
    gap.high = last ? gap.low + OPEN_GAP : intervals[index].top - CLEARANCE / 2;
    if (gap.high < gap.low)
        gap.low = gap.high = (gap.low + gap.high) / 2;
    return gap;
}

static float clamp(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}

Gap obstacles_gap(const Obstacles *obstacles, int32_t column, float from, float to)
{
    float least = INFINITY;
    uint32_t start = obstacles->column_first[column], end = obstacles->column_first[column + 1];
    uint32_t near = first_below(obstacles, column, from);
    uint32_t low = near > start + GAPS_TRIED ? near - GAPS_TRIED : start;
    uint32_t high = near + GAPS_TRIED < end ? near + GAPS_TRIED : end;
    Gap best = {0};
    for (uint32_t i = low; i <= high; i++) {
        Gap gap = gap_above(obstacles, column, i);
        float y = clamp(from, gap.low, gap.high);
        float way = fabsf(y - from) + fabsf(y - to) + 0.05f * fabsf(y - from);
        way += gap.high - gap.low < NARROW ? TOO_NARROW : 0;
        if (way < least) {
            least = way;
            best = gap;
        }
    }
    return best;
}

uint32_t obstacles_gap_count(const Obstacles *obstacles, int32_t column)
{
    return obstacles->column_first[column + 1] - obstacles->column_first[column] + 1;
}

Gap obstacles_gap_at(const Obstacles *obstacles, int32_t column, uint32_t index)
{
    return gap_above(obstacles, column, obstacles->column_first[column] + index);
}

Gap obstacles_gap_below(const Obstacles *obstacles, uint32_t block)
{
    uint32_t index = obstacles->interval_of[block];
    return gap_above(obstacles, obstacles->intervals[index].column, index + 1);
}

static bool block_clear(const Obstacles *obstacles, uint32_t block, const Point *points, uint32_t count,
                        uint32_t from, uint32_t to)
{
    for (uint32_t box = obstacles->first_box[block]; box != NO_BOX; box = obstacles->next_box[box])
        if (box != from && box != to && curve_hits_rect(points, count, obstacles->field->boxes[box].keep))
            return false;
    return true;
}

/* The first column whose boxes, badges included, may reach to the right of x. */
static int32_t first_column(const RouteField *field, float x)
{
    int32_t low = 0, high = field->column_count;
    while (low < high) {
        int32_t mid = (low + high) / 2;
        if (field->columns[mid].right + STYLE_BADGE < x)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* One cubic piece; most lie in a channel or a gap and meet no box's bounds at all. */
static bool piece_clear(const Obstacles *obstacles, const Point *piece, uint32_t from, uint32_t to)
{
    const RouteField *field = obstacles->field;
    Rect bounds = curve_bounds(piece, 4);
    for (int32_t c = first_column(field, bounds.x); c < field->column_count; c++) {
        if (field->columns[c].left >= bounds.x + bounds.w)
            break;
        for (uint32_t i = first_below(obstacles, c, bounds.y); i < obstacles->column_first[c + 1]; i++) {
            if (obstacles->intervals[i].top > bounds.y + bounds.h)
                break;
            if (!block_clear(obstacles, obstacles->intervals[i].block, piece, 4, from, to))
                return false;
        }
    }
    return true;
}

bool obstacles_clear(const Obstacles *obstacles, const Point *points, uint32_t count, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i + 3 < count; i += 3)
        if (!piece_clear(obstacles, points + i, from, to))
            return false;
    return true;
}
