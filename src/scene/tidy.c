/* Tidy subtrees: children one below the other in the order of their slots, as close as their whole subtrees allow, a
 * parent in the middle of its children, or level with an only child: chains run straight, trees spread evenly.
 *
 * Two boxes collide only if their lives overlap, so a place is used again. */
#include "scene/solver.h"

#include <stdlib.h>

#include "machine/memory.h"

/* Blocks */

static void add_block(Solver *solver, uint32_t node, int32_t parent, int32_t column)
{
    const Node *at = &solver->graph->nodes[node];
    solver->blocks[solver->block_count++] = (Block){
        .node = node, .parent = parent, .column = column, .first = at->first, .last = at->last,
        .w = at->place.rect.w, .h = at->place.rect.h, .drawn = &at->drawn,
    };
}

/* Writes a tree in preorder. `path` is scratch for one tree: the blocks whose ends are still open. */
static void flatten_tree(Solver *solver, uint32_t root, uint32_t *path)
{
    Graph *graph = solver->graph;
    uint32_t depth = 0;
    int32_t node = (int32_t)root;
    while (node != GRAPH_NONE) {
        path[depth] = solver->block_count;
        add_block(solver, (uint32_t)node, depth ? (int32_t)path[depth - 1] : GRAPH_NONE, (int32_t)depth);
        if (graph->nodes[node].first_child != GRAPH_NONE) {
            node = graph->nodes[node].first_child;
            depth++;
            continue;
        }
        solver->blocks[path[depth]].end = solver->block_count;
        while (depth && graph->nodes[node].next_sibling == GRAPH_NONE) {
            node = graph->nodes[node].parent;
            solver->blocks[path[--depth]].end = solver->block_count;
        }
        node = depth ? graph->nodes[node].next_sibling : GRAPH_NONE;
    }
}

void tidy_flatten(Solver *solver)
{
    uint32_t *path = memory_resize(NULL, (solver->graph->node_count + 1) * sizeof *path);
    for (uint32_t i = 0; i < solver->root_count; i++)
        flatten_tree(solver, solver->roots[i].node, path);
    free(path);
}

/* Placed */

void tidy_forget(Solver *solver)
{
    solver->stamp++;
}

static int32_t placed_in(const Solver *solver, int32_t column)
{
    return solver->column_stamp[column] == solver->stamp ? solver->column_head[column] : GRAPH_NONE;
}

/* Placed blocks are chained from top to bottom, so that one pass over them finds the next free place. */
void tidy_remember(Solver *solver, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        Block *block = &solver->blocks[i];
        float *bottom = &solver->column_bottom[block->column];
        if (placed_in(solver, block->column) == GRAPH_NONE) {
            solver->column_head[block->column] = GRAPH_NONE;
            *bottom = block->y + block->h;
        }
        *bottom = block->y + block->h > *bottom ? block->y + block->h : *bottom;
        solver->column_stamp[block->column] = solver->stamp;
        int32_t *link = &solver->column_head[block->column], tail = solver->column_tail[block->column];
        if (*link != GRAPH_NONE && solver->blocks[tail].y < block->y)
            link = &solver->blocks[tail].next;
        while (*link != GRAPH_NONE && solver->blocks[*link].y < block->y)
            link = &solver->blocks[*link].next;
        block->next = *link;
        *link = (int32_t)i;
        if (block->next == GRAPH_NONE)
            solver->column_tail[block->column] = (int32_t)i;
    }
}

/* Rows of a grid: containers side by side in one, with nothing but values in them. */
static bool are_rows(const Graph *graph, const Block *a, const Block *b)
{
    const Node *first = &graph->nodes[a->node], *second = &graph->nodes[b->node];
    return first->parent != GRAPH_NONE && first->parent == second->parent
        && graph->nodes[first->parent].kind != KIND_INSTANCE && first->kind == KIND_SEQUENCE
        && first->place.figure.form == FIGURE_CELLS && second->place.figure.form == FIGURE_CELLS
        && first->place.figure.inlines && second->place.figure.inlines;
}

static float gap_between(const Solver *solver, const Block *a, const Block *b)
{
    return are_rows(solver->graph, a, b) ? STYLE_GRID_GAP : solver->graph->gap;
}

/* The least shift, at least `shift`, at which a block collides with nothing placed. */
static float clear_block(const Solver *solver, const Block *block, float shift)
{
    bool moved = placed_in(solver, block->column) != GRAPH_NONE;
    while (moved && block->y + shift < solver->column_bottom[block->column] + solver->graph->gap) {
        moved = false;
        for (int32_t i = placed_in(solver, block->column); i != GRAPH_NONE; i = solver->blocks[i].next) {
            const Block *other = &solver->blocks[i];
            float top = block->y + shift, bottom = top + block->h, gap = gap_between(solver, block, other);
            if (top >= other->y + other->h + gap || other->y >= bottom + gap
                || !blocks_meet(block, other))
                continue;
            shift = other->y + other->h + gap - block->y + 0.01f;
            moved = true;
        }
    }
    return shift;
}

float tidy_clear(const Solver *solver, uint32_t from, uint32_t to, float shift)
{
    for (;;) {
        float least = shift;
        for (uint32_t i = from; i < to; i++)
            shift = clear_block(solver, &solver->blocks[i], shift);
        if (shift == least)
            return shift;
    }
}

void tidy_shift(Solver *solver, uint32_t from, uint32_t to, float dy)
{
    if (dy != 0)
        for (uint32_t i = from; i < to; i++)
            solver->blocks[i].y += dy;
}

static float middle(const Block *block)
{
    return block->y + block->h / 2;
}

/* Where the parent's top should be, given the first and the last of its children that count. */
static float parent_y(const Block *parent, const Block *first, const Block *last)
{
    if (first == last)
        return first->y;
    return (middle(first) + middle(last)) / 2 - parent->h / 2;
}

bool tidy_is_main(const Solver *solver, const Block *block)
{
    return solver->graph->nodes[block->node].kind != KIND_SCALAR;
}

/* Children keep the order of their slots: one starts no higher than those before it that live at the same time. */
static float child_start(const Solver *solver, uint32_t first_child, uint32_t child)
{
    const Block *block = &solver->blocks[child];
    float start = 0;
    for (uint32_t i = first_child; i < child; i = solver->blocks[i].end) {
        const Block *other = &solver->blocks[i];
        if (lives_overlap(block->first, block->last, other->first, other->last) && other->y > start)
            start = other->y;
    }
    return start;
}

/* A container that a name refers to stands beside its first item, not in the middle: nearer to the name. */
static bool leads_list(const Solver *solver, const Block *block)
{
    uint8_t kind = solver->graph->nodes[block->node].kind;
    return block->column == 0 && (kind == KIND_SEQUENCE || kind == KIND_DICT || kind == KIND_SET);
}

/* Each row of a grid is level with the cell that refers to it. */
static void tidy_rows(Solver *solver, uint32_t parent)
{
    Block *blocks = solver->blocks;
    const Figure *figure = &solver->graph->nodes[blocks[parent].node].place.figure;
    tidy_forget(solver);
    for (uint32_t child = parent + 1; child < blocks[parent].end; child = blocks[child].end) {
        const Node *node = &solver->graph->nodes[blocks[child].node];
        float wish = figure_row_middle(figure, node->slot) - figure_line_middle(&node->place.figure);
        tidy_shift(solver, child, blocks[child].end, tidy_clear(solver, child, blocks[child].end, wish));
        tidy_remember(solver, child, blocks[child].end);
    }
}

void tidy_children(Solver *solver, uint32_t parent)
{
    Block *blocks = solver->blocks;
    uint32_t end = blocks[parent].end, first = parent + 1;
    const Block *ends[2] = {NULL, NULL}, *main_ends[2] = {NULL, NULL};
    if (first == end)
        return;
    if (solver->graph->nodes[blocks[parent].node].place.figure.row_pitch > STYLE_ROW) {
        tidy_rows(solver, parent);
        return;
    }
    tidy_forget(solver);
    for (uint32_t child = first; child < end; child = blocks[child].end) {
        float shift = tidy_clear(solver, child, blocks[child].end, child_start(solver, first, child));
        tidy_shift(solver, child, blocks[child].end, shift);
        tidy_remember(solver, child, blocks[child].end);
        const Block **pair = tidy_is_main(solver, &blocks[child]) ? main_ends : ends;
        pair[0] = pair[0] ? pair[0] : &blocks[child];
        pair[1] = &blocks[child];
    }
    const Block **pair = main_ends[0] ? main_ends : ends;
    if (leads_list(solver, &blocks[parent]))
        pair[1] = pair[0];
    tidy_shift(solver, first, end, -parent_y(&blocks[parent], pair[0], pair[1]));
}
