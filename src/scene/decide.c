/* Deciding: which objects of the stretch are boxes, and how large.
 *
 * Every reference is an arrow, but an arrow to every small int makes spaghetti of any program longer than a lesson.
 * So scalars are written into the cells that refer to them, by rules that look at the whole stretch, so that nothing
 * changes its manner from one step to the next, and like things look alike:
 *   - everything, at the level of values or when asked;
 *   - all that objects refer to, or all that frames do, when at some step there are too many such references;
 *   - in a container of many different scalars, its own (figure.c);
 *   - a scalar to which too many objects refer at once.
 * Methods that only their class knows are written into the class. With `full` nothing is written in. */
#include <math.h>

#include "scene/graph.h"
#include "scene/style.h"

enum {
    MOST_HOLDERS = 6,          /* objects at one step before a scalar is written into their cells */
    MOST_PAIRS = 12,           /* references from objects to scalars at one step before all of them are */
    MOST_NAMES = 5,            /* the same for those from names */
    MOST_INSTANCES = 2         /* instances at one step before their arrows to the class are left out */
};

bool graph_draws_arrows(const Graph *graph, int32_t holder)
{
    return graph->nodes[holder].place.boxed && !graph->nodes[holder].place.figure.inlines;
}

static bool holder_draws(const Graph *graph, const Node *node)
{
    for (uint32_t i = 0; i < node->known_holders; i++)
        if (graph_draws_arrows(graph, node->holder[i]))
            return true;
    return node->many_holders && graph->draws_scalars;
}

/* A function, a property, a static method that only the class knows. */
static bool is_method(const Graph *graph, const Node *node)
{
    return (node->kind == KIND_FUNCTION || node->kind == KIND_OTHER) && !node->in_frame && node->known_holders > 0
        && graph->nodes[node->holder[0]].kind == KIND_CLASS;
}

static bool scalar_is_boxed(const Graph *graph, const Node *node, const SceneOptions *options)
{
    if (node->hidden || !node->drawn.count || (node->most_holders > MOST_HOLDERS && !options->full))
        return false;
    return (node->in_frame && !graph->frames_inline) || holder_draws(graph, node);
}

static bool container_is_boxed(const Graph *graph, const Node *node, const SceneOptions *options)
{
    if (!node->in_frame && !node->known_holders && !node->most_instances)
        return false;
    if (node->hidden || !node->drawn.count || node->place.folded || (graph->crowding >= CROWD_FUNCTIONS && node->brief))
        return false;
    if (graph->crowding >= CROWD_FUNCTIONS && node->kind == KIND_FUNCTION && !node->needs.shown.count)
        return false;
    if (graph->crowding >= CROWD_CLASSES && node->kind == KIND_CLASS)
        return false;
    return options->full || (!node->library && !is_method(graph, node));
}

/* A satellite's owner is the holder, of those that draw arrows, from which most of its arrows come, if that is a row of
 * cells: they are short then. Without a majority it belongs to nobody. */
static void find_owner(const Graph *graph, Node *node)
{
    uint32_t found = GRAPH_HOLDERS, uses = 0, most = 0;
    if (!node->place.boxed || node->kind != KIND_SCALAR || node->many_holders)
        return;
    for (uint32_t i = 0; i < node->known_holders; i++) {
        if (!graph_draws_arrows(graph, node->holder[i]))
            continue;
        uses += node->cell_uses[i];
        if (node->cell_uses[i] < most)
            continue;
        most = node->cell_uses[i];
        found = i;
    }
    if (!most || 2 * most < uses || graph->nodes[node->holder[found]].place.figure.form != FIGURE_CELLS)
        return;
    node->owner = node->holder[found];
    node->cell = (float)node->cell_sum[found] / (float)node->cell_uses[found];
}

/* One rule for the whole stretch, so that like things look alike: either scalars are boxes, or they stand in cells. */
static void decide_inlining(Graph *graph, const SceneOptions *options)
{
    bool whole = options->full || options->level == LEVEL_MEMORY;      /* the last level leaves nothing out */
    bool values = options->inline_scalars || options->level == LEVEL_VALUES
        || (graph->crowding >= CROWD_SCALARS && !whole);
    bool crowded = (graph->most_object_pairs > MOST_PAIRS || graph->tangled) && !whole;
    bool frames_crowded = graph->most_frame_pairs > MOST_NAMES || graph->stack_height > graph->stack_room
        || graph->frames_tangled;
    graph->frames_inline = values || (frames_crowded && !whole);
    graph->draws_scalars = !values && !crowded;
    for (uint32_t i = 0; i < graph->node_count && !graph->draws_scalars; i++)
        figure_inline(&graph->nodes[i].place.figure, &graph->nodes[i].needs);
}

/* A scalar that all objects write into their cells is a box only while a name refers to it. */
static void shorten_life(const Graph *graph, Node *node)
{
    if (holder_draws(graph, node) || !node->in_frame || node->most_instances)
        return;
    node->first = node->frame_first;
    node->last = node->frame_last + (node->shared ? 0 : 1);
}

/* Deciding may be repeated: everything that placing writes begins anew. */
static void begin_anew(Node *node)
{
    node->first = node->born;
    node->last = node->died;
    if (node->drawn.count) {
        node->first = node->drawn.at[0].first > node->born ? node->drawn.at[0].first : node->born;
        node->last = node->drawn.at[node->drawn.count - 1].last;
        node->last = node->last < node->died ? node->last : node->died;
    }
    node->row_cell = 0;
    node->lines = node->named_lines = node->not_lines = 0;
    node->owner = node->parent = node->first_child = node->next_sibling = GRAPH_NONE;
    node->place = (Place){.figure = node->figure};
}

static void decide_place(Graph *graph, Node *node, const SceneOptions *options)
{
    bool scalar = node->kind == KIND_SCALAR;
    if (scalar)
        shorten_life(graph, node);
    node->place.folded = node->least_depth != UINT32_MAX && node->least_depth > graph->deepest && !node->in_frame;
    node->place.boxed = (scalar ? scalar_is_boxed : container_is_boxed)(graph, node, options);
    node->place.class_arrow = options->class_arrows
        && (options->full || node->most_instances <= MOST_INSTANCES);
    Rect size = figure_size(&node->place.figure, node->needs.shown);
    node->place.rect = (Rect){0, 0, size.w, size.h};
    node->place.block = node->number;
}

/* The rows of a grid have cells of one width, so that they stand in columns. */
static void align_rows(Graph *graph)
{
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < graph->edge_count; i++) {
            const Node *parent = &graph->nodes[graph->edges[i].parent];
            Node *child = &graph->nodes[graph->edges[i].child];
            if (parent->kind != KIND_SEQUENCE || child->kind != KIND_SEQUENCE || !child->place.figure.inlines
                || child->place.figure.form != FIGURE_CELLS)
                continue;
            float *width = &graph->nodes[graph->edges[i].parent].row_cell;
            if (pass == 0)
                *width = fmaxf(*width, child->place.figure.cell_width);
            else
                figure_widen_cells(&child->place.figure, *width);
        }
}

static void decide_boxes(Graph *graph, const SceneOptions *options)
{
    align_rows(graph);
    for (int scalars = 0; scalars < 2; scalars++)
        for (uint32_t i = 0; i < graph->node_count; i++)
            if ((graph->nodes[i].kind == KIND_SCALAR) == (scalars == 1))
                decide_place(graph, &graph->nodes[i], options);
    graph_limit_lives(graph);
    graph_make_grids(graph);
    for (uint32_t i = 0; i < graph->node_count; i++) {
        Node *node = &graph->nodes[i];
        find_owner(graph, node);
        if (node->owner != GRAPH_NONE)
            node->place.block = graph->nodes[node->owner].number;
    }
}

static void decide_frames(Graph *graph, bool full)
{
    float value = graph->frames_inline ? graph->value_width : 0;
    if (graph->crowding >= CROWD_FUNCTIONS)
        value = fmaxf(value, graph->function_width);
    if (!full)
        value = fmaxf(value, graph->method_width);
    graph->slot_width = fmaxf(STYLE_SLOT_WIDTH, fmaxf(graph->slot_width, value));
    float needed = fmaxf(graph->title_width, graph->label_width + graph->slot_width + 2 * STYLE_FRAME_PAD + 24);
    float nests = graph->label_width + graph->nest_width + 2 * STYLE_FRAME_PAD + 24;
    graph->frame_width = fmaxf(STYLE_FRAME_WIDTH, fmaxf(needed, graph->nest_width > 0 ? nests : 0));
}

void graph_decide(Graph *graph, const SceneOptions *options)
{
    for (uint32_t i = 0; i < graph->node_count; i++)
        begin_anew(&graph->nodes[i]);
    for (uint32_t i = 0; i < graph->activation_count; i++)
        graph->activations[i].hides_unbound = graph->crowding >= CROWD_SCALARS && !options->unbound_rows
            && graph->activations[i].row_count >= GRAPH_MANY_ROWS;
    bool is_high = !options->full && !options->unbound_rows && graph->nest_width == 0
        && graph->stack_height > graph->stack_room;
    for (uint32_t i = 0; i < graph->activation_count; i++)
        graph->activations[i].shows_late = is_high && graph->activations[i].row_count >= GRAPH_MANY_ROWS;
    decide_inlining(graph, options);
    decide_boxes(graph, options);
    decide_frames(graph, options->full);
}
