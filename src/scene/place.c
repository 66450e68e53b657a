/* Placing: the trees of the forest, packed into the room that there is.
 *
 * 1. decide.c says which objects are boxes, and which are satellites.
 * 2. forest.c says who stands beside whom, satellite.c and tidy.c make a block of each tree.
 * 3. Trees in the order of the names that lead to them: each as near as possible to its name, in the first column; where
 *    the room is not high enough, higher up or some columns further right, wherever it costs least.
 *
 * Every order ends in an index: equal input gives equal places. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/solver.h"

enum {
    ENTRY = 30,                /* how far below its top an arrow from a name should meet a box */
    MOST_ASIDE = 8,            /* columns to the right that are tried */
    MANY_REFINED = 160,        /* blocks; of more places are not reconsidered */
    STARTS = 4, HIGHER = 110,  /* heights above that of the name that are tried, so far apart */
    MOST_CROSSED = 8,          /* arrows that count as crossed; of more it does not matter any more */
    MANY_BLOCKS = 320,         /* of more only the trees' roots are compared */
    PATIENCE = 400             /* trees; further ones are placed without a search */
};

/* What a place costs, per pixel. */
static const float COST_LOW = 0.25f;        /* below or above where the name is */
static const float COST_HOLE = 0.2f;       /* below the top of a further column, which is filled from there */
static const float COST_DETOUR = 0.4f;     /* of an arrow that passes the first column, above or below what is there */
static const float COST_ASIDE = 0.5f;      /* right of the first column */
static const float COST_OUTSIDE[ORDER_COUNT] = {8, 30, 8, 30, 8};     /* beyond the room, by PlacingOrder */

static const float COST_LINE = 200;        /* of a chain that is broken */
static const float COST_STRAY = 120;       /* a reference that is not one of a tree's */

/* Roots */

typedef struct Extent { float top, bottom; } Extent;

static Extent extent_of(const Solver *solver, uint32_t from, uint32_t to)
{
    Extent extent = {INFINITY, -INFINITY};
    for (uint32_t i = from; i < to; i++) {
        extent.top = fminf(extent.top, solver->blocks[i].y);
        extent.bottom = fmaxf(extent.bottom, solver->blocks[i].y + solver->blocks[i].h);
    }
    return extent;
}

void place_move_aside(Solver *solver, uint32_t from, uint32_t to, int32_t columns)
{
    for (uint32_t i = from; i < to; i++)
        solver->blocks[i].column += columns;
}

/* Where a column would begin, measured from the first one. */
static float column_start(const Solver *solver, int32_t column)
{
    float x = 0;
    for (int32_t c = 0; c < column; c++)
        x += solver->column_width[c] + solver->graph->gutter;
    return x;
}

/* How much further right the picture would reach than the room does. */
static float reach_outside(const Solver *solver, uint32_t from, uint32_t to)
{
    float grown = 0, reach = 0;
    int32_t last = solver->graph->column_count;
    for (uint32_t i = from; i < to; i++)
        last = solver->blocks[i].column >= last ? solver->blocks[i].column + 1 : last;
    for (int32_t c = 0; c < last; c++) {
        float width = solver->column_width[c];
        for (uint32_t i = from; i < to; i++)
            if (solver->blocks[i].column == c)
                width = fmaxf(width, solver->blocks[i].w);
        grown += width - solver->column_width[c];
        reach += width + solver->graph->gutter;
    }
    reach -= solver->graph->gutter;
    return grown > 0 && reach > solver->room.w ? fminf(grown, reach - solver->room.w) : 0;
}

static bool is_above(const Block *a, float a_shift, const Block *b)
{
    return a->y + a_shift < b->y;
}

/* How many arrows from names to one tree cross those to another that ends below it. What several names refer to is
 * reached from each of them; a name that does so for few steps counts for little. */
static float crossed_names(const Root *above, const Root *below)
{
    float count = 0;
    for (uint32_t i = 0; i < above->name_count; i++)
        for (uint32_t k = 0; k < below->name_count; k++)
            if (above->names[i].y > below->names[k].y)
                count += fminf(above->names[i].weight, below->names[k].weight);
    return count;
}

/* How many arrows into two blocks of one column cross: they do if they come in the other order than they end. An arrow
 * from a name passes every column on its way in the order of the names. */
static float crossed_blocks(const Solver *solver, const Root *root, const Block *block, float shift,
                            const Root *other_root, const Block *other)
{
    bool ends_above = is_above(block, shift, other);
    bool by_name = block->parent == GRAPH_NONE, other_by_name = other->parent == GRAPH_NONE;
    if (by_name && other_by_name)
        return ends_above ? crossed_names(root, other_root) : crossed_names(other_root, root);
    if (by_name || other_by_name)
        return root->y != other_root->y && (root->y < other_root->y) != ends_above;
    return is_above(&solver->blocks[block->parent], shift, &solver->blocks[other->parent]) != ends_above;
}

/* For what part of the life of a block another one lives, too. */
static float shared_life(const Block *block, const Block *other)
{
    uint32_t first = block->first > other->first ? block->first : other->first;
    uint32_t last = block->last < other->last ? block->last : other->last;
    return first > last ? 0 : (float)(last - first + 1) / (float)(block->last - block->first + 1);
}

/* How many arrows of the trees placed before those of a tree must cross if it stands so, averaged over its life. */
static float count_crossed(const Solver *solver, const Root *root, uint32_t from, float shift)
{
    bool many = solver->block_count > MANY_BLOCKS;
    uint32_t to = many ? from + 1 : solver->blocks[from].end;
    float count = 0;
    for (uint32_t i = 0; i < solver->placed_count && i < PATIENCE; i++) {
        const PlacedRoot *placed = &solver->placed[i];
        uint32_t end = many ? placed->block + 1 : solver->blocks[placed->block].end;
        for (uint32_t k = placed->block; k < end; k++)
            for (uint32_t b = from; b < to; b++)
                if (solver->blocks[b].column == solver->blocks[k].column)
                    count += shared_life(&solver->blocks[b], &solver->blocks[k])
                           * crossed_blocks(solver, root, &solver->blocks[b], shift, &placed->root, &solver->blocks[k]);
    }
    return fminf(count, MOST_CROSSED);
}

/* How far out of its way an arrow goes that passes the first column below what earlier names refer to and above what
 * later ones do. */
static float measure_detour(const Solver *solver, const Root *root, const Block *block, float y)
{
    float low = solver->room.y, high = INFINITY;
    for (uint32_t i = 0; i < solver->placed_count && i < PATIENCE; i++) {
        const Root *other = &solver->placed[i].root;
        const Block *at = &solver->blocks[solver->placed[i].block];
        if (at->column > 0 || other->y == root->y || !lives_overlap(block->first, block->last, at->first, at->last))
            continue;
        if (other->y < root->y)
            low = fmaxf(low, at->y + at->h);
        else
            high = fminf(high, at->y);
    }
    float from = fmaxf(low, fminf(root->y, high)), to = fmaxf(low, fminf(y + ENTRY, high));
    return fabsf(from - root->y) + fabsf(to - y - ENTRY);
}

float place_least(const Solver *solver, uint32_t from)
{
    return solver->room.y - extent_of(solver, from, solver->blocks[from].end).top;
}

float place_wish(const Solver *solver, const Root *root, uint32_t from)
{
    return fmaxf(root->y - ENTRY, place_least(solver, from));
}

float place_outside(const Solver *solver, uint32_t from, float shift)
{
    uint32_t to = solver->blocks[from].end;
    float low = extent_of(solver, from, to).bottom + shift - solver->room.y - solver->room.h;
    return fmaxf(low, 0) + reach_outside(solver, from, to);
}

float place_cost(const Solver *solver, const Root *root, uint32_t from, float shift, int32_t aside)
{
    float least = place_least(solver, from);
    float cost = column_start(solver, aside) * COST_ASIDE;
    cost += aside ? (shift - least) * COST_HOLE : fabsf(shift - place_wish(solver, root, from)) * COST_LOW;
    if (aside)
        cost += COST_DETOUR * measure_detour(solver, root, &solver->blocks[from], solver->blocks[from].y + shift);
    return cost + COST_OUTSIDE[solver->graph->order] * place_outside(solver, from, shift);
}

typedef struct Offer { int32_t aside; float shift, cost; } Offer;

/* A place for a tree whose blocks are moved aside already. */
static Offer offer_place(const Solver *solver, const Root *root, uint32_t from, float start, int32_t aside)
{
    uint32_t to = solver->blocks[from].end;
    float shift = tidy_clear(solver, from, to, fmaxf(start, place_least(solver, from)));
    float cost = place_cost(solver, root, from, shift, aside);
    return (Offer){aside, shift, cost + PLACE_CROSSED * count_crossed(solver, root, from, shift)};
}

static bool is_inside(const Solver *solver, uint32_t from, uint32_t to, float shift)
{
    return extent_of(solver, from, to).bottom + shift <= solver->room.y + solver->room.h;
}

static void keep_better(Offer *best, Offer offer)
{
    if (offer.cost < best->cost)
        *best = offer;
}

/* Beside its name, higher up, or in the columns further right: wherever it costs least. */
static Offer best_offer(Solver *solver, const Root *root, uint32_t from, float wish)
{
    uint32_t to = solver->blocks[from].end;
    bool high = solver->graph->order == ORDER_NAMES_HIGH;
    Offer best = offer_place(solver, root, from, high ? solver->room.y : wish, 0);
    bool many = solver->block_count > MANY_BLOCKS, crossed = best.cost >= PLACE_CROSSED && !many;
    if (solver->room.w <= 0 || (is_inside(solver, from, to, best.shift) && !crossed))
        return best;
    float start = solver->room.y + solver->room.h - extent_of(solver, from, to).bottom;
    int32_t most = solver->graph->column_count < MOST_ASIDE ? solver->graph->column_count : MOST_ASIDE;
    for (int32_t aside = 0; aside <= most && solver->root_count < PATIENCE; aside++) {
        keep_better(&best, offer_place(solver, root, from, solver->room.y, aside));
        if (!high)
            keep_better(&best, offer_place(solver, root, from, fminf(wish, start), aside));
        for (int higher = 1; higher <= STARTS && !many && !high; higher++)
            keep_better(&best, offer_place(solver, root, from, wish - (float)(higher * HIGHER), aside));
        place_move_aside(solver, from, to, 1);
    }
    place_move_aside(solver, from, to, -(solver->root_count < PATIENCE ? most + 1 : 0));
    return best;
}

static void settle(Solver *solver, uint32_t from, uint32_t to, Offer offer)
{
    place_move_aside(solver, from, to, offer.aside);
    tidy_shift(solver, from, to, offer.shift);
    for (uint32_t i = from; i < to; i++) {
        const Block *block = &solver->blocks[i];
        solver->column_width[block->column] = fmaxf(solver->column_width[block->column], block->w);
        if (block->column >= solver->graph->column_count)
            solver->graph->column_count = block->column + 1;
    }
    tidy_remember(solver, from, to);
}

static void place_root(Solver *solver, const Root *root, uint32_t from)
{
    uint32_t to = solver->blocks[from].end;
    float wish = place_wish(solver, root, from);
    Offer offer = best_offer(solver, root, from, wish);
    const Block *block = &solver->blocks[from];
    solver->graph->cost += offer.cost * (float)(block->last - block->first + 1) / (float)(solver->graph->views + 1);
    settle(solver, from, to, offer);
    solver->placed[solver->placed_count++] = (PlacedRoot){*root, from};
}

/* The next line of a chain begins below the one before. */
static void place_line(Solver *solver, uint32_t before, uint32_t from)
{
    uint32_t to = solver->blocks[from].end;
    float below = extent_of(solver, before, solver->blocks[before].end).bottom + solver->graph->gap;
    place_move_aside(solver, from, to, solver->blocks[before].column);
    float shift = tidy_clear(solver, from, to, below - extent_of(solver, from, to).top);
    solver->graph->cost += COST_LINE;
    settle(solver, from, to, (Offer){.shift = shift});
}

/* Pinned trees come first, whatever stands in the way of the others. */
static void place_pinned(Solver *solver, const Choices *choices)
{
    for (uint32_t i = 0, at = 0; i < solver->root_count; at = solver->blocks[at].end, i++) {
        const ChoicePin *pin = choice_find_pin(choices, solver->graph->nodes[solver->roots[i].node].number);
        if (!pin)
            continue;
        uint32_t to = solver->blocks[at].end;
        float wish = fmaxf(pin->y - solver->blocks[at].y, solver->room.y - extent_of(solver, at, to).top);
        int32_t column = pin->column < 0 ? 0 : pin->column < MOST_ASIDE ? pin->column : MOST_ASIDE;
        place_move_aside(solver, at, to, column);
        settle(solver, at, to, (Offer){.shift = tidy_clear(solver, at, to, wish)});
    }
}

static void place_roots(Solver *solver, const Choices *choices)
{
    tidy_forget(solver);
    place_pinned(solver, choices);
    uint32_t before = 0, at = 0;
    for (uint32_t i = 0; i < solver->root_count; i++) {
        const Root *root = &solver->roots[i];
        if (root->line)
            place_line(solver, before, at);
        else if (!solver->graph->nodes[root->node].pinned)
            place_root(solver, root, at);
        before = at;
        at = solver->blocks[at].end;
    }
}

void place_without(Solver *solver, uint32_t without)
{
    solver->graph->column_count = 0;
    memset(solver->column_width, 0, ((size_t)solver->graph->node_count + MOST_ASIDE) * sizeof *solver->column_width);
    tidy_forget(solver);
    for (uint32_t at = 0; at < solver->block_count; at = solver->blocks[at].end)
        if (at != without)
            settle(solver, at, solver->blocks[at].end, (Offer){0});
}

void place_settle(Solver *solver, uint32_t from, float shift, int32_t aside)
{
    settle(solver, from, solver->blocks[from].end, (Offer){.aside = aside, .shift = shift});
}

/* References that are not those of the trees run across them: each will cross something. */
static void count_strays(Graph *graph)
{
    for (uint32_t i = 0; i < graph->node_count; i++) {
        const Node *node = &graph->nodes[i];
        if (!forest_contains(node))
            continue;
        for (uint32_t k = 0; k < node->known_holders; k++) {
            const Node *holder = &graph->nodes[node->holder[k]];
            if (node->holder[k] == node->parent || node->holder[k] == (int32_t)i || !forest_contains(holder)
                || (node->kind == KIND_SCALAR && !graph_draws_arrows(graph, node->holder[k])))
                continue;
            uint32_t first = node->first > holder->first ? node->first : holder->first;
            uint32_t last = node->last < holder->last ? node->last : holder->last;
            if (first <= last)
                graph->cost += COST_STRAY * (float)(last - first + 1) / (float)(graph->views + 1);
        }
    }
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
        node->place.rect.x = whole(node->place.rect.x + block->x);
        node->place.rect.y = whole(block->y) + node->place.rect.y;
    }
}

/* Where a frame stands while it is the last one, so while it makes what it makes. `heights` is scratch. */
static float top_of_stack(const Graph *graph, int32_t index, float *heights, bool folds)
{
    uint32_t depth = 0;
    int32_t oldest = index;
    for (int32_t i = index; i != GRAPH_NONE; i = graph->activations[i].below) {
        oldest = i;
        depth++;
    }
    uint32_t at = depth;
    for (int32_t i = index, under = index; i != GRAPH_NONE; under = i, i = graph->activations[i].below) {
        uint64_t step = graph->activations[under].last_step;   /* so that what stands under it stays where it is */
        heights[--at] = graph_frame_height(&graph->activations[i], step) + STYLE_FRAME_GAP;
    }
    uint32_t first = graph_first_folded(graph, graph->activations[oldest].number);
    uint32_t hidden = folds ? graph_fold(heights, depth, first, graph->stack_room) : 0;
    float y = STYLE_TOP + (hidden ? STYLE_FOLD + STYLE_FRAME_GAP : 0);
    for (uint32_t i = 0; i + 1 < depth; i++)
        y += i < first || i >= first + hidden ? heights[i] : 0;
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
    size_t nodes = (size_t)graph->node_count + 1, columns = nodes + MOST_ASIDE;
    *solver = (Solver){.graph = graph};
    solver->room = (Rect){STYLE_MARGIN + graph->frame_width + STYLE_FIRST_GUTTER, HEAP_TOP, 0, 0};
    if (graph->room_width > 0) {
        solver->room.w = fmaxf(graph->room_width - solver->room.x - STYLE_MARGIN - STYLE_DELTA, 1);
        solver->room.h = fmaxf(graph->room_height - HEAP_TOP - STYLE_MARGIN, 1);
    }
    solver->blocks = memory_resize(NULL, nodes * sizeof *solver->blocks);
    solver->placed = memory_resize(NULL, nodes * sizeof *solver->placed);
    solver->roots = memory_resize(NULL, nodes * sizeof *solver->roots);
    solver->column_head = memory_resize(NULL, columns * sizeof *solver->column_head);
    solver->column_tail = memory_resize(NULL, columns * sizeof *solver->column_tail);
    solver->column_stamp = memory_resize(NULL, columns * sizeof *solver->column_stamp);
    solver->column_width = memory_resize(NULL, columns * sizeof *solver->column_width);
    solver->column_bottom = memory_resize(NULL, columns * sizeof *solver->column_bottom);
    memset(solver->column_stamp, 0, columns * sizeof *solver->column_stamp);
    memset(solver->column_width, 0, columns * sizeof *solver->column_width);
}

static void solver_finish(Solver *solver)
{
    free(solver->blocks);
    free(solver->roots);
    free(solver->placed);
    free(solver->column_head);
    free(solver->column_tail);
    free(solver->column_stamp);
    free(solver->column_width);
    free(solver->column_bottom);
}

void graph_place(Graph *graph, const SceneOptions *options)
{
    Solver solver;
    solver_init(&solver, graph);
    graph->column_count = 0;
    graph->cost = 0;
    stack_activations(graph, !options->full);
    forest_grow(&solver);
    tidy_flatten(&solver);
    uint32_t *block_of = memory_resize(NULL, (graph->node_count + 1) * sizeof *block_of);
    for (uint32_t i = 0; i < solver.block_count; i++)
        block_of[solver.blocks[i].node] = i;
    satellites_attach(&solver, block_of);
    for (uint32_t i = solver.block_count; i-- > 0;)
        tidy_children(&solver, i);
    place_roots(&solver, &options->choices);
    if (graph->refine && solver.block_count <= MANY_REFINED)
        improve_places(&solver, block_of);
    else
        count_strays(graph);
    space_blocks(&solver);
    write_places(&solver, block_of);
    free(block_of);
    solver_finish(&solver);
}
