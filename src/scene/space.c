/* Spacing: how far right each block stands.
 *
 * What stands in one column begins where that before it ends, with room for arrows between. But only what lives at
 * the same time is in the way: a wide thing that is there for a few steps pushes aside nobody who never meets it. So a
 * block begins right of all those of the columns before that live while it does. At every step the columns then stand
 * side by side with free channels between them, although one may begin elsewhere than at another step.
 *
 * Blocks that would begin almost level begin level, and so do the children of one parent. */
#include "scene/solver.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { ALMOST = 64, MOST_EDGES = 16, USUAL_BOXES = 6, MORE_GUTTER = 3, MOST_MORE = 60 };

typedef struct Spacer {
    Solver *solver;
    uint32_t views;
    float start;               /* of the first column */
    float *reach;              /* by view: how far right all columns so far reach */
    int32_t *change;           /* by view: blocks of the column that begin or end then */
    uint32_t *order;           /* blocks by column, then those furthest right first */
    float edges[MOST_EDGES];   /* left edges in this column, from right to left */
    uint32_t edge_count;
} Spacer;

static uint32_t view_at(const Spacer *spacer, uint32_t time)
{
    return time < spacer->views ? time : spacer->views - 1;
}

static uint32_t spans_of(const Block *block, Span *spans)
{
    return spans_clip(block->drawn, (Span){block->first, block->last}, spans);
}

/* Beside a column with many boxes at once there is room for more arrows. */
static float find_gutter(Spacer *spacer, const uint32_t *column, uint32_t count)
{
    int32_t living = 0, most = 0;
    memset(spacer->change, 0, ((size_t)spacer->views + 1) * sizeof *spacer->change);
    for (uint32_t i = 0; i < count; i++) {
        Span spans[MOST_SPANS];
        uint32_t parts = spans_of(&spacer->solver->blocks[column[i]], spans);
        for (uint32_t s = 0; s < parts; s++) {
            spacer->change[view_at(spacer, spans[s].first)]++;
            spacer->change[view_at(spacer, spans[s].last) + 1]--;
        }
    }
    for (uint32_t v = 0; v < spacer->views; v++) {
        living += spacer->change[v];
        most = living > most ? living : most;
    }
    int32_t more = most > USUAL_BOXES ? (most - USUAL_BOXES) * MORE_GUTTER : 0;
    return spacer->solver->graph->gutter + (float)(more < MOST_MORE ? more : MOST_MORE);
}

/* As far left as those allow that live at the same time. */
static float find_left(const Spacer *spacer, const Block *block, float gutter)
{
    float reach = spacer->start;
    Span spans[MOST_SPANS];
    uint32_t parts = spans_of(block, spans);
    for (uint32_t s = 0; s < parts; s++)
        for (uint32_t v = view_at(spacer, spans[s].first); v <= view_at(spacer, spans[s].last); v++)
            reach = fmaxf(reach, spacer->reach[v]);
    return reach > spacer->start ? reach + gutter : spacer->start;
}

static int compare_lefts(const void *a, const void *b, void *context)
{
    const Block *blocks = context, *left = &blocks[*(const uint32_t *)a], *right = &blocks[*(const uint32_t *)b];
    if (left->x != right->x)
        return left->x > right->x ? -1 : 1;
    return *(const uint32_t *)a < *(const uint32_t *)b ? -1 : 1;
}

/* The children of a parent lie side by side in preorder, with what stands below them between. */
static void align_siblings(Spacer *spacer, const uint32_t *column, uint32_t count)
{
    Block *blocks = spacer->solver->blocks;
    for (uint32_t i = 0, end; i < count; i = end) {
        float left = blocks[column[i]].x;
        int32_t parent = blocks[column[i]].parent;
        for (end = i + 1; parent != GRAPH_NONE && end < count && blocks[column[end]].parent == parent; end++)
            left = fmaxf(left, blocks[column[end]].x);
        for (uint32_t k = i; k < end; k++)
            blocks[column[k]].x = left;
    }
}

/* Right-most first; each joins an edge that is only a little further right. */
static void align_edges(Spacer *spacer, uint32_t *column, uint32_t count)
{
    Block *blocks = spacer->solver->blocks;
    spacer->edge_count = 0;
    qsort_r(column, count, sizeof *column, compare_lefts, blocks);
    for (uint32_t i = 0; i < count; i++) {
        Block *block = &blocks[column[i]];
        float last = spacer->edge_count ? spacer->edges[spacer->edge_count - 1] : INFINITY;
        if (last - block->x < ALMOST || spacer->edge_count == MOST_EDGES)
            block->x = last;
        else
            spacer->edges[spacer->edge_count++] = block->x;
    }
}

static void space_column(Spacer *spacer, uint32_t *column, uint32_t count)
{
    Block *blocks = spacer->solver->blocks;
    float gutter = find_gutter(spacer, column, count);
    for (uint32_t i = 0; i < count; i++)
        blocks[column[i]].x = find_left(spacer, &blocks[column[i]], gutter);
    align_siblings(spacer, column, count);
    align_edges(spacer, column, count);
    for (uint32_t i = 0; i < count; i++) {
        const Block *block = &blocks[column[i]];
        Span spans[MOST_SPANS];
        uint32_t parts = spans_of(block, spans);
        for (uint32_t s = 0; s < parts; s++)
            for (uint32_t v = view_at(spacer, spans[s].first); v <= view_at(spacer, spans[s].last); v++)
                spacer->reach[v] = fmaxf(spacer->reach[v], block->x + block->w);
    }
}

/* Sorts the blocks by column, each column in preorder; `first` has room for one more than there are columns. */
static void sort_by_column(Spacer *spacer, uint32_t *first)
{
    const Solver *solver = spacer->solver;
    int32_t columns = solver->graph->column_count;
    memset(first, 0, ((size_t)columns + 1) * sizeof *first);
    for (uint32_t i = 0; i < solver->block_count; i++)
        first[solver->blocks[i].column + 1]++;
    for (int32_t c = 0; c < columns; c++)
        first[c + 1] += first[c];
    for (uint32_t i = 0; i < solver->block_count; i++)
        spacer->order[first[solver->blocks[i].column]++] = i;
    for (int32_t c = columns; c > 0; c--)
        first[c] = first[c - 1];
    first[0] = 0;
}

void space_blocks(Solver *solver)
{
    const Graph *graph = solver->graph;
    Spacer spacer = {.solver = solver, .views = graph->views + 2,
                     .start = STYLE_MARGIN + graph->frame_width + STYLE_FIRST_GUTTER};
    spacer.reach = memory_resize(NULL, spacer.views * sizeof *spacer.reach);
    spacer.change = memory_resize(NULL, ((size_t)spacer.views + 1) * sizeof *spacer.change);
    spacer.order = memory_resize(NULL, ((size_t)solver->block_count + 1) * sizeof *spacer.order);
    uint32_t *first = memory_resize(NULL, ((size_t)graph->column_count + 2) * sizeof *first);
    for (uint32_t v = 0; v < spacer.views; v++)
        spacer.reach[v] = spacer.start;
    sort_by_column(&spacer, first);
    for (int32_t c = 0; c < graph->column_count; c++)
        space_column(&spacer, spacer.order + first[c], first[c + 1] - first[c]);
    free(first);
    free(spacer.order);
    free(spacer.change);
    free(spacer.reach);
}
