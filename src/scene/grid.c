/* Grids: a list of lists, and a dict of lists, whose elements are nothing but values.
 *
 * The outer container gets so much room from row to row that each inner one stands level with the cell that refers to
 * it: the arrows run straight, one block of rows can be seen. The first row has title and indexes, the others need
 * them no more. A row to which something else refers, too, is no row but an object of its own, and then all of them
 * are; and so they are if most have names for the most time. */
#include <math.h>

#include "scene/graph.h"
#include "scene/style.h"

enum { LEAST_ROWS = 2 };

static bool has_rows(const Node *node)
{
    return node->place.boxed && node->place.figure.form == FIGURE_ROWS
        && (node->kind == KIND_SEQUENCE || node->kind == KIND_DICT);
}

static bool is_named(const Node *node)
{
    uint32_t steps = 0;
    for (uint32_t i = 0; i < GRAPH_NAMES; i++)
        steps += node->names[i].steps;
    return 2 * steps > node->died - node->born;
}

static bool is_line_of(const Node *node, int32_t parent)
{
    return node->kind == KIND_SEQUENCE && node->known_holders == 1 && node->holder[0] == parent
        && !node->pinned && figure_is_line(&node->place.figure, node->needs.shown);
}

static bool is_grid(const Node *node)
{
    return node->lines >= LEAST_ROWS && node->not_lines == 0 && 2 * node->named_lines <= node->lines;
}

static void size_again(Node *node)
{
    Rect size = figure_size(&node->place.figure, node->needs.shown);
    node->place.rect.w = size.w;
    node->place.rect.h = size.h;
}

static bool leads_to_box(const Graph *graph, const Edge *edge)
{
    const Node *child = &graph->nodes[edge->child];
    return has_rows(&graph->nodes[edge->parent]) && child->place.boxed && child->kind != KIND_SCALAR;
}

void graph_make_grids(Graph *graph)
{
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const Edge *edge = &graph->edges[i];
        Node *parent = &graph->nodes[edge->parent];
        if (!leads_to_box(graph, edge))
            continue;
        const Node *child = &graph->nodes[edge->child];
        bool line = is_line_of(child, edge->parent);
        parent->lines += line;
        parent->not_lines += !line;
        parent->named_lines += line && is_named(child);
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const Edge *edge = &graph->edges[i];
        Node *parent = &graph->nodes[edge->parent], *child = &graph->nodes[edge->child];
        if (!leads_to_box(graph, edge) || !is_grid(parent))
            continue;
        if (edge->slot > 0)
            figure_strip(&child->place.figure);
        size_again(child);
        parent->place.figure.row_pitch = STYLE_GRID_PITCH;
        size_again(parent);
    }
}
