/* Satellites: a scalar that only one row of cells ever referred to stands below it, as a part of its block. */
#include "scene/solver.h"

#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"

/* Satellites stand side by side below their cells; those whose lives overlap are pushed apart to the right. Their
 * places are relative to the block until it has one. */
static int compare_satellites(const void *a, const void *b)
{
    const Node *left = *(const Node *const *)a, *right = *(const Node *const *)b;
    if (left->owner != right->owner)
        return left->owner < right->owner ? -1 : 1;
    if (left->cell != right->cell)
        return left->cell < right->cell ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

/* Arrows that fan out from a long row need more height. */
static float strip_height(float width)
{
    return fminf(fmaxf(width * 0.15f, STYLE_STRIP), 2 * STYLE_STRIP);
}

static void place_satellite(const Graph *graph, Node **satellites, uint32_t group, uint32_t index)
{
    Node *node = satellites[index];
    const Node *holder = &graph->nodes[node->owner];
    Rect cell = figure_cell(&holder->place.figure, holder->place.rect.w, 0);
    Rect *rect = &node->place.rect;
    rect->x = cell.x + cell.w / 2 + (cell.w + STYLE_CELL_GAP) * node->cell - rect->w / 2;
    rect->x = rect->x < 0 ? 0 : rect->x;
    rect->y = holder->place.rect.h + strip_height(holder->place.rect.w);
    for (uint32_t i = group; i < index; i++) {
        const Node *other = satellites[i];
        float right = other->place.rect.x + other->place.rect.w + STYLE_ROW_GAP;
        if (lives_overlap(node->first, node->last, other->first, other->last) && rect->x < right)
            rect->x = right;
    }
}

static void widen_block(Block *block, const Node *satellite)
{
    const Rect *rect = &satellite->place.rect;
    block->w = rect->x + rect->w > block->w ? rect->x + rect->w : block->w;
    block->h = rect->y + rect->h > block->h ? rect->y + rect->h : block->h;
    block->drawn = NULL;
    block->first = satellite->first < block->first ? satellite->first : block->first;
    block->last = satellite->last > block->last ? satellite->last : block->last;
}

void satellites_attach(Solver *solver, const uint32_t *block_of)
{
    Graph *graph = solver->graph;
    Node **satellites = memory_resize(NULL, (graph->node_count + 1) * sizeof *satellites);
    uint32_t count = 0, group = 0;
    for (uint32_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].owner != GRAPH_NONE)
            satellites[count++] = &graph->nodes[i];
    qsort(satellites, count, sizeof *satellites, compare_satellites);
    for (uint32_t i = 0; i < count; i++) {
        if (satellites[i]->owner != satellites[group]->owner)
            group = i;
        place_satellite(graph, satellites, group, i);
        widen_block(&solver->blocks[block_of[satellites[i]->owner]], satellites[i]);
    }
    free(satellites);
}

