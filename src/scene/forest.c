/* The forest: greedily from the references with the most votes (see layout.c). Depth is the column.
 *
 * A chain that is longer than the room is wide goes on in the next line: it is broken, and what follows the break is
 * a tree of its own that is placed below. Every order ends in an index: equal input gives equal places. */
#include "scene/solver.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

/* Links between instances of one class are what lists and trees are made of: they count for more than a name of the
 * moment in some other object. */
static bool is_link(const Graph *graph, const Edge *edge)
{
    uint64_t class = graph->nodes[edge->parent].class_number;
    return class && class == graph->nodes[edge->child].class_number;
}

enum { LINK_WORTH = 2, MOMENT = 3 };       /* steps */

/* The edge from the child to the parent, or NULL. */
static Edge *find_reverse(const Graph *graph, const uint32_t *at, const Edge *edge)
{
    uint32_t index = number_map_get(&graph->edge_of, (uint64_t)(uint32_t)edge->child << 32 | (uint32_t)edge->parent);
    return index == MAP_ABSENT ? NULL : &graph->edges[at[index]];
}

/* A list that is turned round, or linked both ways, stays in its row: two nodes are neighbours for as long as either
 * refers to the other. They stand in the order that they had first, unless it was that of a moment only. */
static void weigh_edges(Graph *graph)
{
    /* by order: edges are sorted again and again */
    uint32_t *at = memory_resize(NULL, ((size_t)graph->edge_count + 1) * sizeof *at);
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        at[graph->edges[i].order] = i;
        graph->edges[i].weight = graph->edges[i].votes;
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        Edge *edge = &graph->edges[i], *reverse = NULL;
        if (!is_link(graph, edge))
            continue;
        edge->weight *= LINK_WORTH;
        reverse = find_reverse(graph, at, edge);
        if (!reverse || edge->parent == edge->child)
            continue;
        uint32_t both = edge->votes + reverse->votes;
        bool first = edge->order < reverse->order;
        const Edge *older = first ? edge : reverse, *newer = first ? reverse : edge;
        bool by_age = older->votes > MOMENT || older->votes >= newer->votes;
        edge->weight = first == by_age ? LINK_WORTH * both : 0;
    }
    free(at);
}

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

bool forest_contains(const Node *node)
{
    return node->place.boxed && node->owner == GRAPH_NONE;
}

/* A holder that is not drawn itself is stood in for by its own holder. */
static int32_t drawn_holder(const Graph *graph, int32_t index)
{
    for (int hops = 0; hops < 4 && index != GRAPH_NONE; hops++) {
        const Node *node = &graph->nodes[index];
        if (forest_contains(node))
            return index;
        index = node->known_holders ? node->holder[0] : GRAPH_NONE;
    }
    return GRAPH_NONE;
}

/* A scalar that the walk met in a cell that has it written out stands beside one that has not. */
static void adopt_scalar(const Graph *graph, Node *node)
{
    if (node->kind != KIND_SCALAR || node->in_frame || node->parent != GRAPH_NONE || !forest_contains(node))
        return;
    for (uint32_t i = 0; i < node->known_holders && node->parent == GRAPH_NONE; i++) {
        if (!graph_draws_arrows(graph, node->holder[i]))
            continue;
        node->parent = node->holder[i];
        node->slot = node->cell_sum[i] / node->cell_uses[i];
    }
}

/* The last of a holder's steps may be that of its ghost. */
static bool can_hold(const Node *holder, const Node *node)
{
    uint32_t last = holder->last > holder->first ? holder->last - 1 : holder->last;
    return lives_overlap(holder->first, last, node->first, node->last);
}

/* What the walk met by way of something that is not drawn stands beside a holder that is, not by itself. */
static void adopt_orphan(const Graph *graph, uint32_t *trees, uint32_t index)
{
    Node *node = &graph->nodes[index];
    if (node->kind == KIND_SCALAR || node->kind == KIND_CLASS || node->in_frame || node->pinned
        || node->parent != GRAPH_NONE || !forest_contains(node))
        return;
    for (uint32_t i = 0; i < node->known_holders && node->parent == GRAPH_NONE; i++) {
        uint32_t tree = find_tree(trees, (uint32_t)node->holder[i]);
        const Node *holder = &graph->nodes[node->holder[i]];
        if (!forest_contains(holder) || !can_hold(holder, node) || tree == find_tree(trees, index))
            continue;
        node->parent = node->holder[i];
        node->slot = node->cell_sum[i] / node->cell_uses[i];
        trees[index] = tree;
    }
}

/* Whether one name leads to it for at least half of the time, so that it may stand for itself. What is linked
 * directly is a list or a tree, and stays one. */
static bool stands_alone(const Graph *graph, const Node *node, int32_t holder)
{
    if (!graph->by_name || graph->nodes[holder].kind == KIND_INSTANCE)
        return false;
    uint32_t most = 0;
    for (uint32_t i = 0; i < GRAPH_NAMES; i++)
        most = node->names[i].steps > most ? node->names[i].steps : most;
    return 2 * most >= node->died - node->born;
}

/* A hierarchy of classes reads like any other structure: from what refers to what it refers to. */
static void adopt_class(const Graph *graph, uint32_t *trees, uint32_t index)
{
    Node *node = &graph->nodes[index];
    if (node->kind != KIND_CLASS || node->pinned || !forest_contains(node))
        return;
    for (uint32_t i = 0; i < node->known_holders && node->parent == GRAPH_NONE; i++) {
        uint32_t tree = find_tree(trees, (uint32_t)node->holder[i]);
        const Node *derived = &graph->nodes[node->holder[i]];
        if (derived->kind != KIND_CLASS || !forest_contains(derived) || tree == find_tree(trees, index))
            continue;
        node->parent = node->holder[i];
        node->slot = node->cell_sum[i] / node->cell_uses[i];
        trees[index] = tree;
    }
}

static void grow_forest(Graph *graph)
{
    uint32_t *trees = memory_resize(NULL, (graph->node_count + 1) * sizeof *trees);
    for (uint32_t i = 0; i < graph->node_count; i++)
        trees[i] = i;
    for (uint32_t i = 0; i < graph->node_count && graph->by_class; i++)
        adopt_class(graph, trees, i);
    weigh_edges(graph);
    if (graph->edge_count)
        qsort(graph->edges, graph->edge_count, sizeof *graph->edges, compare_edges);
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const Edge *edge = &graph->edges[i];
        Node *child = &graph->nodes[edge->child];
        bool written = child->nothing || (child->kind == KIND_SCALAR && !graph_draws_arrows(graph, edge->parent));
        int32_t parent = written ? GRAPH_NONE : drawn_holder(graph, edge->parent);
        if (parent != GRAPH_NONE && !can_hold(&graph->nodes[parent], child))
            continue;
        if (child->pinned || stands_alone(graph, child, edge->parent) || child->parent != GRAPH_NONE
            || !forest_contains(child) || parent == GRAPH_NONE)
            continue;
        uint32_t tree = find_tree(trees, (uint32_t)parent);
        if (tree == (uint32_t)edge->child)
            continue;
        child->parent = parent;
        child->slot = edge->slot;
        trees[edge->child] = tree;
    }
    for (uint32_t i = 0; i < graph->node_count; i++) {
        adopt_orphan(graph, trees, i);
        adopt_scalar(graph, &graph->nodes[i]);
    }
    free(trees);
}

/* Rows refer to the right, in their order. Cells side by side refer downwards, the first one's arrow lowest, so that the
 * others are not in its way: what does not stand below them stands in the opposite order. */
static bool goes_before(const Graph *graph, uint32_t index, uint32_t other)
{
    const Node *node = &graph->nodes[index];
    uint32_t slot = node->slot, other_slot = graph->nodes[other].slot;
    bool cells = graph->nodes[node->parent].place.figure.form == FIGURE_CELLS;
    if (slot != other_slot)
        return cells ? slot > other_slot : slot < other_slot;
    return index < other;
}

/* Puts a child into its parent's list, which is ordered by slot, then by node. Insertion goes from the front, and
 * children are offered last first, so that it is usually at once in its place. */
static void insert_child(Graph *graph, uint32_t index)
{
    Node *child = &graph->nodes[index];
    int32_t *link = &graph->nodes[child->parent].first_child;
    while (*link != GRAPH_NONE && !goes_before(graph, index, (uint32_t)*link))
        link = &graph->nodes[*link].next_sibling;
    child->next_sibling = *link;
    *link = (int32_t)index;
}

static float name_y(const Graph *graph, const NameVotes *votes)
{
    const Activation *activation = &graph->activations[votes->frame];
    float above = graph_row_offset(activation, (uint32_t)votes->row);
    return activation->y + STYLE_FRAME_HEADER + above + STYLE_FRAME_ROW / 2.0f;
}

static Root make_root(const Graph *graph, uint32_t index)
{
    const NameVotes *votes = graph->nodes[index].names;
    Root root = {.node = index, .y = HEAP_TOP};
    uint32_t most = 0;
    for (uint32_t i = 0; i < GRAPH_NAMES && votes[i].steps; i++) {
        root.names[root.name_count++] = (RootName){name_y(graph, &votes[i]), (float)votes[i].steps};
        if (votes[i].steps <= most)
            continue;
        most = votes[i].steps;
        root.y = root.names[i].y;
    }
    for (uint32_t i = 0; i < root.name_count; i++)
        root.names[i].weight /= (float)most;
    return root;
}

static void collect_roots(Solver *solver)
{
    Graph *graph = solver->graph;
    for (uint32_t i = graph->node_count; i-- > 0;)
        if (forest_contains(&graph->nodes[i]) && graph->nodes[i].parent != GRAPH_NONE)
            insert_child(graph, i);
    for (uint32_t i = 0; i < graph->node_count; i++)
        if (forest_contains(&graph->nodes[i]) && graph->nodes[i].parent == GRAPH_NONE)
            solver->roots[solver->root_count++] = make_root(graph, i);
}

static int compare_roots(const void *a, const void *b)
{
    const Root *left = a, *right = b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    if (left->y != right->y)
        return left->y < right->y ? -1 : 1;
    return left->node < right->node ? -1 : left->node > right->node;
}

/* The only child with slots of its own, or GRAPH_NONE. */
static int32_t next_of_chain(const Graph *graph, const Node *node)
{
    int32_t found = GRAPH_NONE;
    for (int32_t i = node->first_child; i != GRAPH_NONE; i = graph->nodes[i].next_sibling) {
        if (graph->nodes[i].kind == KIND_SCALAR)
            continue;
        if (found != GRAPH_NONE)
            return GRAPH_NONE;
        found = i;
    }
    return found;
}

static void cut_off(Graph *graph, Node *parent, int32_t child)
{
    int32_t *link = &parent->first_child;
    while (*link != child)
        link = &graph->nodes[*link].next_sibling;
    *link = graph->nodes[child].next_sibling;
    graph->nodes[child].parent = graph->nodes[child].next_sibling = GRAPH_NONE;
}

/* Adds the lines of one tree to `out`. */
static uint32_t break_chain(Solver *solver, Root root, Root *out)
{
    Graph *graph = solver->graph;
    int32_t at = (int32_t)root.node;
    uint32_t lines = 0, length = 1;
    float room = graph->line_room - solver->room.x;
    float right = graph->nodes[at].place.rect.w;
    out[lines++] = root;
    for (int32_t next; (next = next_of_chain(graph, &graph->nodes[at])) != GRAPH_NONE; at = next) {
        float width = graph->nodes[next].place.rect.w;
        right += graph->gutter + width;
        length++;
        if (right <= room || length < 3)
            continue;
        cut_off(graph, &graph->nodes[at], next);
        out[lines] = (Root){.node = (uint32_t)next, .line = lines, .y = root.y};
        lines++;
        right = width;
        length = 1;
    }
    return lines;
}

static void break_chains(Solver *solver)
{
    Root *roots = memory_resize(NULL, (solver->graph->node_count + 1) * sizeof *roots);
    uint32_t count = 0;
    for (uint32_t i = 0; i < solver->root_count; i++)
        count += break_chain(solver, solver->roots[i], roots + count);
    free(solver->roots);
    solver->roots = roots;
    solver->root_count = count;
}

/* The area of a tree's boxes, in squares of the grid. */
static uint32_t tree_size(const Graph *graph, uint32_t root)
{
    float size = 0;
    int32_t at = (int32_t)root;
    for (;;) {
        size += graph->nodes[at].place.rect.w * graph->nodes[at].place.rect.h / (STYLE_GRID * STYLE_GRID);
        if (graph->nodes[at].first_child != GRAPH_NONE) {
            at = graph->nodes[at].first_child;
        } else {
            while (at != (int32_t)root && graph->nodes[at].next_sibling == GRAPH_NONE)
                at = graph->nodes[at].parent;
            if (at == (int32_t)root)
                return (uint32_t)size;
            at = graph->nodes[at].next_sibling;
        }
    }
}

void forest_grow(Solver *solver)
{
    grow_forest(solver->graph);
    collect_roots(solver);
    for (uint32_t i = 0; i < solver->root_count && solver->graph->order >= ORDER_LARGE; i++) {
        uint32_t size = tree_size(solver->graph, solver->roots[i].node);
        solver->roots[i].weight = solver->graph->order == ORDER_LARGE ? size : UINT32_MAX - size;
    }
    qsort(solver->roots, solver->root_count, sizeof *solver->roots, compare_roots);
    if (solver->room.w > 0)
        break_chains(solver);
}
