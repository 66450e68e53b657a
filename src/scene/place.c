/* Placing: columns by distance from the names, and in each column as near to the holder as there is room.
 *
 * 1. decide.c says which objects are boxes, and which are satellites.
 * 2. Satellites: a scalar that only one row of cells ever referred to stands below it, and they are placed as one
 *    block.
 * 3. A forest over the rest, greedily from the references with the most votes (see layout.c); depth is the column.
 * 4. Tidy subtrees: children one below the other in the order of their slots, as close as their whole subtrees
 *    allow, a parent in the middle of its children, or level with an only child: chains run straight, trees spread
 *    evenly.
 * 5. Roots, each as near as possible to the name that refers to it.
 *
 * Two boxes collide only if their lives overlap, so a place is used again. Every order ends in an index: equal input
 * gives equal places. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/graph.h"
#include "scene/style.h"

enum {
    HEAP_TOP = STYLE_TOP + 12,
    ENTRY = 30,                /* how far below its top an arrow from a name should meet a box */
    LETS_PASS = 180            /* as high as a box must be to be placed after a small one that follows it */
};

/* One block to be placed: a node with its satellites. Blocks lie in preorder, so that a subtree is a range. */
typedef struct Block {
    uint32_t node;
    uint32_t end;              /* index after the subtree's last block */
    int32_t column;
    uint32_t first, last;      /* life of the node and its satellites */
    float y, w, h;
    int32_t next;              /* in its column, among those already placed */
} Block;

typedef struct Solver {
    Graph *graph;
    Block *blocks;
    uint32_t block_count;
    int32_t *column_head;      /* by column: the placed blocks against which the next are checked */
    int32_t *column_tail;
    uint32_t *column_stamp;
    uint32_t stamp;
    uint32_t *roots;           /* nodes */
    uint32_t root_count;
} Solver;

/* The forest */

static int compare_edges(const void *a, const void *b)
{
    const Edge *left = a, *right = b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    if (left->parent != right->parent)
        return left->parent < right->parent ? -1 : 1;
    return left->child < right->child ? -1 : left->child > right->child;
}

static uint32_t find_tree(uint32_t *trees, uint32_t node)
{
    while (trees[node] != node) {
        trees[node] = trees[trees[node]];
        node = trees[node];
    }
    return node;
}

static bool stands_in_forest(const Node *node)
{
    return node->place.boxed && node->owner == GRAPH_NONE;
}

/* A holder that is not drawn itself is stood in for by its own holder. */
static int32_t drawn_holder(const Graph *graph, int32_t index)
{
    for (int hops = 0; hops < 4 && index != GRAPH_NONE; hops++) {
        const Node *node = &graph->nodes[index];
        if (stands_in_forest(node))
            return index;
        index = node->known_holders ? node->holder[0] : GRAPH_NONE;
    }
    return GRAPH_NONE;
}

/* A scalar that the walk met in a cell that has it written out stands beside one that has not. */
static void adopt_scalar(const Graph *graph, Node *node)
{
    if (node->kind != KIND_SCALAR || node->in_frame || node->parent != GRAPH_NONE || !stands_in_forest(node))
        return;
    for (uint32_t i = 0; i < node->known_holders && node->parent == GRAPH_NONE; i++) {
        if (!graph_draws_arrows(graph, node->holder[i]))
            continue;
        node->parent = node->holder[i];
        node->slot = node->cell_sum[i] / node->cell_uses[i];
    }
}

static void grow_forest(Graph *graph)
{
    uint32_t *trees = memory_resize(NULL, (graph->node_count + 1) * sizeof *trees);
    for (uint32_t i = 0; i < graph->node_count; i++)
        trees[i] = i;
    if (graph->edge_count)
        qsort(graph->edges, graph->edge_count, sizeof *graph->edges, compare_edges);
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const Edge *edge = &graph->edges[i];
        Node *child = &graph->nodes[edge->child];
        bool written = child->kind == KIND_SCALAR && !graph_draws_arrows(graph, edge->parent);
        int32_t parent = written ? GRAPH_NONE : drawn_holder(graph, edge->parent);
        if (child->parent != GRAPH_NONE || !stands_in_forest(child) || parent == GRAPH_NONE)
            continue;
        uint32_t tree = find_tree(trees, (uint32_t)parent);
        if (tree == (uint32_t)edge->child)
            continue;
        child->parent = parent;
        child->slot = edge->slot;
        trees[edge->child] = tree;
    }
    free(trees);
    for (uint32_t i = 0; i < graph->node_count; i++)
        adopt_scalar(graph, &graph->nodes[i]);
}

/* Puts a child into its parent's list, which is ordered by slot, then by node. Insertion goes from the front, and
 * children are offered last first, so that it is usually at once in its place. */
static void insert_child(Graph *graph, uint32_t index)
{
    Node *child = &graph->nodes[index];
    int32_t *link = &graph->nodes[child->parent].first_child;
    while (*link != GRAPH_NONE) {
        const Node *other = &graph->nodes[*link];
        if (child->slot < other->slot || (child->slot == other->slot && index < (uint32_t)*link))
            break;
        link = &graph->nodes[*link].next_sibling;
    }
    child->next_sibling = *link;
    *link = (int32_t)index;
}

static float name_y(const Graph *graph, const Node *node)
{
    if (node->frame == GRAPH_NONE)
        return HEAP_TOP;
    return graph->activations[node->frame].y + STYLE_FRAME_HEADER + STYLE_FRAME_ROW * ((float)node->row + 0.5f);
}

static void collect_roots(Solver *solver)
{
    Graph *graph = solver->graph;
    for (uint32_t i = graph->node_count; i-- > 0;)
        if (stands_in_forest(&graph->nodes[i]) && graph->nodes[i].parent != GRAPH_NONE)
            insert_child(graph, i);
    for (uint32_t i = 0; i < graph->node_count; i++)
        if (stands_in_forest(&graph->nodes[i]) && graph->nodes[i].parent == GRAPH_NONE)
            solver->roots[solver->root_count++] = i;
}

typedef struct RankedRoot { float y; uint32_t node; } RankedRoot;

static int compare_roots(const void *a, const void *b)
{
    const RankedRoot *left = a, *right = b;
    if (left->y != right->y)
        return left->y < right->y ? -1 : 1;
    return left->node < right->node ? -1 : left->node > right->node;
}

static void sort_roots(Solver *solver)
{
    RankedRoot *ranked = memory_resize(NULL, (solver->root_count + 1) * sizeof *ranked);
    for (uint32_t i = 0; i < solver->root_count; i++)
        ranked[i] = (RankedRoot){name_y(solver->graph, &solver->graph->nodes[solver->roots[i]]), solver->roots[i]};
    qsort(ranked, solver->root_count, sizeof *ranked, compare_roots);
    for (uint32_t i = 0; i < solver->root_count; i++)
        solver->roots[i] = ranked[i].node;
    free(ranked);
}

/* Blocks */

static void add_block(Solver *solver, uint32_t node, int32_t column)
{
    const Node *at = &solver->graph->nodes[node];
    solver->blocks[solver->block_count++] = (Block){
        .node = node, .column = column, .first = at->first, .last = at->last,
        .w = at->place.rect.w, .h = at->place.rect.h,
    };
    if (column >= solver->graph->column_count)
        solver->graph->column_count = column + 1;
}

/* Writes a tree in preorder. `path` is scratch for one tree: the blocks whose ends are still open. */
static void flatten_tree(Solver *solver, uint32_t root, uint32_t *path)
{
    Graph *graph = solver->graph;
    uint32_t depth = 0;
    int32_t node = (int32_t)root;
    while (node != GRAPH_NONE) {
        path[depth] = solver->block_count;
        add_block(solver, (uint32_t)node, (int32_t)depth);
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

static void flatten_forest(Solver *solver)
{
    uint32_t *path = memory_resize(NULL, (solver->graph->node_count + 1) * sizeof *path);
    for (uint32_t i = 0; i < solver->root_count; i++)
        flatten_tree(solver, solver->roots[i], path);
    free(path);
}

static bool lives_overlap(uint32_t a_first, uint32_t a_last, uint32_t b_first, uint32_t b_last)
{
    return a_first <= b_last && b_first <= a_last;
}

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
    block->first = satellite->first < block->first ? satellite->first : block->first;
    block->last = satellite->last > block->last ? satellite->last : block->last;
}

static void attach_satellites(Solver *solver, const uint32_t *block_of)
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

/* Tidy placing */

static void forget_placed(Solver *solver)
{
    solver->stamp++;
}

static int32_t placed_in(const Solver *solver, int32_t column)
{
    return solver->column_stamp[column] == solver->stamp ? solver->column_head[column] : GRAPH_NONE;
}

/* Placed blocks are chained from top to bottom, so that one pass over them finds the next free place. */
static void remember_placed(Solver *solver, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        Block *block = &solver->blocks[i];
        if (placed_in(solver, block->column) == GRAPH_NONE)
            solver->column_head[block->column] = GRAPH_NONE;
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

/* The least shift, at least `shift`, at which a block collides with nothing placed. */
static float clear_block(const Solver *solver, const Block *block, float shift)
{
    bool moved = true;
    while (moved) {
        moved = false;
        for (int32_t i = placed_in(solver, block->column); i != GRAPH_NONE; i = solver->blocks[i].next) {
            const Block *other = &solver->blocks[i];
            float top = block->y + shift, bottom = top + block->h;
            if (top >= other->y + other->h + STYLE_GAP || other->y >= bottom + STYLE_GAP
                || !lives_overlap(block->first, block->last, other->first, other->last))
                continue;
            shift = other->y + other->h + STYLE_GAP - block->y + 0.01f;
            moved = true;
        }
    }
    return shift;
}

static float clear_range(const Solver *solver, uint32_t from, uint32_t to, float shift)
{
    for (;;) {
        float least = shift;
        for (uint32_t i = from; i < to; i++)
            shift = clear_block(solver, &solver->blocks[i], shift);
        if (shift == least)
            return shift;
    }
}

static void shift_range(Solver *solver, uint32_t from, uint32_t to, float dy)
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

static bool is_main(const Solver *solver, const Block *block)
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

static void tidy_children(Solver *solver, uint32_t parent)
{
    Block *blocks = solver->blocks;
    uint32_t end = blocks[parent].end, first = parent + 1;
    const Block *ends[2] = {NULL, NULL}, *main_ends[2] = {NULL, NULL};
    if (first == end)
        return;
    forget_placed(solver);
    for (uint32_t child = first; child < end; child = blocks[child].end) {
        float shift = clear_range(solver, child, blocks[child].end, child_start(solver, first, child));
        shift_range(solver, child, blocks[child].end, shift);
        remember_placed(solver, child, blocks[child].end);
        const Block **pair = is_main(solver, &blocks[child]) ? main_ends : ends;
        pair[0] = pair[0] ? pair[0] : &blocks[child];
        pair[1] = &blocks[child];
    }
    const Block **pair = main_ends[0] ? main_ends : ends;
    shift_range(solver, first, end, -parent_y(&blocks[parent], pair[0], pair[1]));
}

static float highest(const Solver *solver, uint32_t from, uint32_t to)
{
    float y = 0;
    for (uint32_t i = from; i < to; i++)
        y = solver->blocks[i].y < y ? solver->blocks[i].y : y;
    return y;
}

static void place_root(Solver *solver, uint32_t root)
{
    uint32_t end = solver->blocks[root].end;
    float start = name_y(solver->graph, &solver->graph->nodes[solver->blocks[root].node]) - ENTRY;
    float least = HEAP_TOP - highest(solver, root, end);
    shift_range(solver, root, end, clear_range(solver, root, end, start > least ? start : least));
    remember_placed(solver, root, end);
}

/* A tall box or a row above its satellites would send the scalar of the next name far down, where its arrow is long
 * and the foot of the picture cuts it off; so the small one goes first, and only one. */
static bool lets_pass(const Solver *solver, uint32_t root)
{
    const Block *tall = &solver->blocks[root];
    const Block *small = tall->end < solver->block_count ? &solver->blocks[tall->end] : tall;
    const Node *tall_node = &solver->graph->nodes[tall->node], *small_node = &solver->graph->nodes[small->node];
    return small != tall && !is_main(solver, small) && is_main(solver, tall) && small->end == tall->end + 1
        && tall->h >= LETS_PASS && tall_node->frame == small_node->frame && tall_node->frame != GRAPH_NONE
        && lives_overlap(tall->first, tall->last, small->first, small->last);
}

static void place_roots(Solver *solver)
{
    forget_placed(solver);
    for (uint32_t i = 0; i < solver->block_count;) {
        uint32_t end = solver->blocks[i].end;
        bool passed = lets_pass(solver, i);
        if (passed)
            place_root(solver, end);
        place_root(solver, i);
        i = passed ? solver->blocks[end].end : end;
    }
}

/* Columns */

static float gutter(uint32_t boxes)
{
    uint32_t more = boxes > 6 ? (boxes - 6) * 3 : 0;
    return STYLE_GUTTER + (float)(more < 60 ? more : 60);
}

static void space_columns(Solver *solver)
{
    Graph *graph = solver->graph;
    graph->columns = memory_resize(graph->columns, ((size_t)graph->column_count + 1) * sizeof *graph->columns);
    uint32_t *counts = memory_resize(NULL, ((size_t)graph->column_count + 1) * sizeof *counts);
    memset(counts, 0, ((size_t)graph->column_count + 1) * sizeof *counts);
    memset(graph->columns, 0, ((size_t)graph->column_count + 1) * sizeof *graph->columns);
    for (uint32_t i = 0; i < solver->block_count; i++) {
        const Block *block = &solver->blocks[i];
        ColumnSpan *span = &graph->columns[block->column];
        counts[block->column]++;
        span->right = block->w > span->right ? block->w : span->right;
    }
    float x = STYLE_MARGIN + graph->frame_width + STYLE_FIRST_GUTTER;
    for (int32_t c = 0; c < graph->column_count; c++) {
        graph->columns[c] = (ColumnSpan){x, x + graph->columns[c].right};
        x = graph->columns[c].right + gutter(c + 1 < graph->column_count ? counts[c + 1] : 0);
    }
    free(counts);
}

/* Whole pixels, so that edges are sharp at scale 1. */
static float whole(float value)
{
    return (float)(int)(value + 0.5f);
}

static void write_places(Solver *solver, const uint32_t *block_of)
{
    Graph *graph = solver->graph;
    for (uint32_t i = 0; i < graph->node_count; i++) {
        Node *node = &graph->nodes[i];
        if (!node->place.boxed)
            continue;
        const Block *block = &solver->blocks[block_of[node->owner != GRAPH_NONE ? (uint32_t)node->owner : i]];
        node->place.column = block->column;
        node->place.rect.x = whole(node->place.rect.x + graph->columns[block->column].left);
        node->place.rect.y = whole(block->y) + node->place.rect.y;
    }
}

/* Where a frame stands while it is the last one, so while it makes what it makes. `heights` is scratch. */
static float top_of_stack(const Graph *graph, int32_t index, float *heights, bool folds)
{
    uint32_t depth = 0;
    for (int32_t i = index; i != GRAPH_NONE; i = graph->activations[i].below)
        depth++;
    uint32_t at = depth;
    for (int32_t i = index; i != GRAPH_NONE; i = graph->activations[i].below)
        heights[--at] = graph_frame_height(&graph->activations[i]) + STYLE_FRAME_GAP;
    uint32_t hidden = folds ? graph_fold(heights, depth) : 0;
    float y = STYLE_TOP + (hidden ? STYLE_FOLD + STYLE_FRAME_GAP : 0);
    for (uint32_t i = 0; i + 1 < depth; i++)
        y += i == 0 || i > hidden ? heights[i] : 0;
    return y;
}

static void stack_activations(Graph *graph, bool folds)
{
    float *heights = memory_resize(NULL, ((size_t)graph->activation_count + 1) * sizeof *heights);
    for (uint32_t i = 0; i < graph->activation_count; i++)
        graph->activations[i].y = top_of_stack(graph, (int32_t)i, heights, folds);
    free(heights);
}

static void solver_init(Solver *solver, Graph *graph)
{
    size_t nodes = (size_t)graph->node_count + 1;
    *solver = (Solver){.graph = graph};
    solver->blocks = memory_resize(NULL, nodes * sizeof *solver->blocks);
    solver->roots = memory_resize(NULL, nodes * sizeof *solver->roots);
    solver->column_head = memory_resize(NULL, nodes * sizeof *solver->column_head);
    solver->column_tail = memory_resize(NULL, nodes * sizeof *solver->column_tail);
    solver->column_stamp = memory_resize(NULL, nodes * sizeof *solver->column_stamp);
    memset(solver->column_stamp, 0, nodes * sizeof *solver->column_stamp);
}

static void solver_finish(Solver *solver)
{
    free(solver->blocks);
    free(solver->roots);
    free(solver->column_head);
    free(solver->column_tail);
    free(solver->column_stamp);
}

void graph_place(Graph *graph, bool folds)
{
    Solver solver;
    solver_init(&solver, graph);
    stack_activations(graph, folds);
    grow_forest(graph);
    collect_roots(&solver);
    sort_roots(&solver);
    flatten_forest(&solver);
    uint32_t *block_of = memory_resize(NULL, (graph->node_count + 1) * sizeof *block_of);
    for (uint32_t i = 0; i < solver.block_count; i++)
        block_of[solver.blocks[i].node] = i;
    attach_satellites(&solver, block_of);
    for (uint32_t i = solver.block_count; i-- > 0;)
        tidy_children(&solver, i);
    place_roots(&solver);
    space_columns(&solver);
    write_places(&solver, block_of);
    free(block_of);
    solver_finish(&solver);
}
