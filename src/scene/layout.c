/* Feeding: what the layout remembers of each view.
 *
 * For each object its life, the most it ever needs, and who refers to it. For the shape of the picture, each view is
 * walked depth first from the oldest frame's first name; the reference by which the walk came to an object is a vote
 * for standing beside that holder. Depth first, because lists and trees then come out as chains and trees whatever
 * other names point into their middle; votes, because a structure is what it is for most of its life and not what it
 * was for the one step in which it was put together. */
#include "scene/layout.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/graph.h"
#include "scene/style.h"
#include "scene/wording.h"

/* A way through all objects of a view: for each the object and the slot by which it was reached first. */
typedef struct Reached { int32_t from; uint32_t slot, depth; } Reached;
typedef struct Walk {
    Reached *reached;          /* by object */
    uint32_t capacity;
    uint32_t deepest;
} Walk;

typedef struct WalkItem { int32_t object; uint32_t slot; } WalkItem;

enum { NOT_REACHED = -2, DEPTH_SLACK = 8 };

struct Layout {
    TextMeasure measure;
    SceneOptions options;
    Graph graph;
    uint32_t *node_of_object;  /* of the view being fed: its objects' nodes */
    uint32_t object_capacity;
    uint32_t *slots;           /* scratch for figure_measure */
    uint32_t slot_capacity;
    Walk deep, broad;
    WalkItem *stack;           /* of the deep walk; queue of the broad one */
    uint32_t stack_capacity;
};

Layout *layout_create(const TextMeasure *measure, const SceneOptions *options)
{
    Layout *layout = memory_resize(NULL, sizeof *layout);
    *layout = (Layout){.measure = *measure, .options = *options, .graph.deepest = UINT32_MAX};
    return layout;
}

static void graph_finish(Graph *graph)
{
    for (uint32_t i = 0; i < graph->activation_count; i++)
    {
        free(graph->activations[i].rows);
        free(graph->activations[i].bound);
    }
    for (uint32_t i = 0; i < graph->name_count; i++)
        free(graph->names[i].text);
    free(graph->nodes);
    free(graph->edges);
    free(graph->activations);
    free(graph->names);
    free(graph->columns);
    number_map_finish(&graph->node_of);
    number_map_finish(&graph->edge_of);
    number_map_finish(&graph->activation_of);
    number_map_finish(&graph->name_of);
}

void layout_destroy(Layout *layout)
{
    if (!layout)
        return;
    graph_finish(&layout->graph);
    free(layout->node_of_object);
    free(layout->slots);
    free(layout->deep.reached);
    free(layout->broad.reached);
    free(layout->stack);
    free(layout);
}

/* Names */

static uint64_t hash_text(const char *text, size_t length)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
    return hash;
}

/* Two names with one hash would share a row; the hash is stepped on until the name is found or a place is free. */
static uint32_t find_name(const Graph *graph, const char *text, size_t length, uint64_t *hash)
{
    for (*hash = hash_text(text, length);; ++*hash) {
        uint32_t index = number_map_get(&graph->name_of, *hash);
        if (index == MAP_ABSENT)
            return MAP_ABSENT;
        const Name *name = &graph->names[index];
        if (name->length == length && !memcmp(name->text, text, length))
            return index;
    }
}

static uint32_t intern_name(Graph *graph, const char *text, size_t length)
{
    uint64_t hash;
    uint32_t index = find_name(graph, text, length, &hash);
    if (index != MAP_ABSENT)
        return index;
    graph->names = memory_grow(graph->names, &graph->name_capacity, (uint64_t)graph->name_count + 1,
                               sizeof *graph->names);
    char *copy = memory_resize(NULL, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    graph->names[graph->name_count] = (Name){copy, length, hash};
    number_map_put(&graph->name_of, hash, graph->name_count);
    return graph->name_count++;
}

/* Frames */

static int32_t find_row(const Activation *activation, uint32_t name, uint32_t likely)
{
    if (likely < activation->row_count && activation->rows[likely] == name)
        return (int32_t)likely;
    for (uint32_t i = 0; i < activation->row_count; i++)
        if (activation->rows[i] == name)
            return (int32_t)i;
    return GRAPH_NONE;
}

static int32_t intern_row(Activation *activation, uint32_t name, uint32_t likely)
{
    int32_t row = find_row(activation, name, likely);
    if (row != GRAPH_NONE)
        return row;
    activation->rows = memory_grow(activation->rows, &activation->row_capacity, (uint64_t)activation->row_count + 1,
                                   sizeof *activation->rows);
    activation->bound = memory_grow(activation->bound, &activation->bound_capacity,
                                    (uint64_t)activation->row_count + 1, sizeof *activation->bound);
    activation->rows[activation->row_count] = name;
    activation->bound[activation->row_count] = UINT64_MAX;
    return (int32_t)activation->row_count++;
}

/* A frame that returns is the last one: its return value needs no room above others. */
static void note_row(Activation *activation, const ViewSlot *slot, int32_t row)
{
    if (slot->role != ROLE_RETURN && (uint32_t)row >= activation->lasting_rows)
        activation->lasting_rows = (uint32_t)row + 1;
}

static int32_t intern_activation(Graph *graph, uint64_t number, int32_t below)
{
    uint32_t index = number_map_get(&graph->activation_of, number);
    if (index != MAP_ABSENT)
        return (int32_t)index;
    graph->activations = memory_grow(graph->activations, &graph->activation_capacity,
                                     (uint64_t)graph->activation_count + 1, sizeof *graph->activations);
    graph->activations[graph->activation_count] = (Activation){.number = number, .below = below};
    number_map_put(&graph->activation_of, number, graph->activation_count);
    return (int32_t)graph->activation_count++;
}

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static void measure_frame(Layout *layout, const View *view, const ViewFrame *frame)
{
    char name[WORDING_MAX], note[WORDING_MAX];
    wording_frame_name(view, frame, name);
    wording_frame_note(view, frame, note);
    float width = wording_width(&layout->measure, STYLE_FRAME_TITLE, name)
                + wording_width(&layout->measure, STYLE_NOTE, note) + 2 * STYLE_FRAME_PAD + 16;
    layout->graph.title_width = larger(layout->graph.title_width, width);
}

static void measure_frame_slot(Layout *layout, const View *view, const ViewSlot *slot)
{
    char text[WORDING_MAX];
    Graph *graph = &layout->graph;
    wording_value(view, slot, text);
    float value = wording_width(&layout->measure, STYLE_CELL, text);
    if (slot->state == SLOT_VALUE || slot->state == SLOT_POINTER)
        graph->slot_width = larger(graph->slot_width, value + 20);
    else if (slot->target != VIEW_NONE && figure_is_scalar(&view->objects[slot->target]))
        graph->value_width = larger(graph->value_width, value + 20);
    else if (slot->target != VIEW_NONE)
        graph->function_width = larger(graph->function_width, value + 20);
    wording_label(view, slot, text);
    graph->label_width = larger(graph->label_width, wording_width(&layout->measure, STYLE_NAME, text));
}

/* Objects */

static uint32_t intern_node(Graph *graph, const View *view, const ViewObject *object, const SceneOptions *options)
{
    uint32_t index = number_map_get(&graph->node_of, object->number);
    if (index != MAP_ABSENT)
        return index;
    graph->nodes = memory_grow(graph->nodes, &graph->node_capacity, (uint64_t)graph->node_count + 1,
                               sizeof *graph->nodes);
    graph->nodes[graph->node_count] = (Node){
        .number = object->number, .born = graph->views, .kind = object->kind,
        .hidden = !choice_shows_type(&options->choices, view_text(view, object->type), object->type.length),
        .pinned = choice_find_pin(&options->choices, object->number) != NULL, .least_depth = UINT32_MAX,
        .nothing = figure_is_nothing(view, object, options), .shared = object->flags & OBJECT_SHARED, .library = object->flags & OBJECT_LIBRARY,
        .last_holder = GRAPH_NONE, .last_edge = GRAPH_NONE,
    };
    number_map_put(&graph->node_of, object->number, graph->node_count);
    return graph->node_count++;
}

/* A cheap fingerprint of what the size depends on, so that unchanged objects are not measured at every step. */
static uint32_t slots_fingerprint(const View *view, const ViewObject *object)
{
    uint32_t sum = object->length * 31 + object->repr.length * 7;
    for (uint32_t i = 0; i < object->slot_count; i++) {
        const ViewSlot *slot = &view->slots[object->first_slot + i];
        bool refers = slot->target != VIEW_NONE;
        uint32_t target = refers ? (uint32_t)view->objects[slot->target].number : slot->value.length;
        sum = sum * 33 + slot->label.length * 5 + target;
    }
    return sum;
}

static void feed_object(Layout *layout, const View *view, uint32_t index)
{
    Graph *graph = &layout->graph;
    const ViewObject *object = &view->objects[index];
    uint32_t at = intern_node(graph, view, object, &layout->options);
    Node *node = &graph->nodes[at];
    layout->node_of_object[index] = at;
    node->died = graph->views + (node->shared ? 0 : 1);
    node->holders = node->instances = 0;
    node->last_holder = GRAPH_NONE;
    uint32_t labels = slots_fingerprint(view, object);
    bool known = node->born != graph->views;
    if (known && node->last_slots == object->slot_count && node->last_labels == labels)
        return;
    node->last_slots = object->slot_count;
    node->last_labels = labels;
    layout->slots = memory_grow(layout->slots, &layout->slot_capacity, (uint64_t)object->slot_count + 1,
                                sizeof *layout->slots);
    FigureNeeds needs = figure_measure(view, object, &layout->options, &layout->measure, layout->slots);
    figure_needs_merge(&node->needs, &needs);
    node->brief = wording_is_brief(view, object) && (node->brief || !known);
    node->figure = figure_decide(&node->needs, view, object, &layout->options);
}

/* References: `holder` is a node, or below -1 a frame. A holder's references come one after the other, so that
 * repeated ones are easily told from new holders. */
static void note_holder(Graph *graph, Node *node, int32_t holder)
{
    if (node->last_holder == holder)
        return;
    node->last_holder = holder;
    if (holder < 0) {
        graph->frame_pairs += node->kind == KIND_SCALAR;
        return;
    }
    if (node->kind == KIND_SCALAR && !graph->nodes[holder].figure.inlines) {
        graph->object_pairs++;
        graph->scalar_holders += graph->last_scalar_holder != holder;
        graph->last_scalar_holder = holder;
    }
    if (++node->holders > node->most_holders)
        node->most_holders = node->holders;
}

static uint32_t find_holder(const Node *node, int32_t holder)
{
    uint32_t i = 0;
    while (i < node->known_holders && node->holder[i] != holder)
        i++;
    return i;
}

static void remember_holder(Node *node, int32_t holder, uint32_t cell, uint32_t now)
{
    uint32_t i = find_holder(node, holder);
    if (i == GRAPH_HOLDERS) {
        node->many_holders = true;
        return;
    }
    if (i == node->known_holders) {
        node->known_holders++;
        node->holder[i] = holder;
        node->holder_since[i] = now;
    }
    if (node->holder_since[i] == now) {
        node->cell_sum[i] += cell;
        node->cell_uses[i]++;
    }
}

static void note_frame(Node *node, uint32_t now)
{
    if (!node->in_frame)
        node->frame_first = now;
    node->in_frame = true;
    node->frame_last = now;
}

static void vote_for_name(Node *node, int32_t frame, int32_t row)
{
    for (uint32_t i = 0; i < GRAPH_NAMES; i++) {
        NameVotes *votes = &node->names[i];
        if (!votes->steps)
            *votes = (NameVotes){frame, row, 0};
        if (votes->frame == frame && votes->row == row) {
            votes->steps++;
            return;
        }
    }
}

static void note_reference(Layout *layout, int32_t target, int32_t holder, uint32_t cell)
{
    Node *node = &layout->graph.nodes[layout->node_of_object[target]];
    note_holder(&layout->graph, node, holder);
    if (holder < 0)
        note_frame(node, layout->graph.views);
    else
        remember_holder(node, holder, cell, layout->graph.views);
}

static void note_class(Layout *layout, int32_t target)
{
    Node *node = &layout->graph.nodes[layout->node_of_object[target]];
    if (++node->instances > node->most_instances)
        node->most_instances = node->instances;
}

/* Only what is drawn leads anywhere: elements that are not shown do not need room for what they refer to. */
static void feed_references(Layout *layout, const View *view, uint32_t index)
{
    const ViewObject *object = &view->objects[index];
    int32_t holder = (int32_t)layout->node_of_object[index], class_slot = figure_class_slot(view, object);
    layout->slots = memory_grow(layout->slots, &layout->slot_capacity, (uint64_t)object->slot_count + 1,
                                sizeof *layout->slots);
    ShownSlots shown = figure_shown_slots(view, object, &layout->options, layout->slots);
    bool inlines = layout->graph.nodes[holder].figure.inlines;
    for (uint32_t i = 0; i < shown.count; i++) {
        const ViewSlot *slot = &view->slots[layout->slots[i]];
        const ViewObject *target = slot->target != VIEW_NONE ? &view->objects[slot->target] : NULL;
        if (target && !figure_is_nothing(view, target, &layout->options)) {
            layout->graph.scalar_references += figure_is_scalar(target) && !inlines;
            note_reference(layout, slot->target, holder, i);
        }
        if (slot->key != VIEW_NONE && figure_key_is_arrow(&view->objects[slot->key], &layout->options))
            note_reference(layout, slot->key, holder, i);
    }
    if (class_slot != VIEW_NONE && view->slots[class_slot].target != VIEW_NONE)
        note_class(layout, view->slots[class_slot].target);
}

static void feed_frame(Layout *layout, const View *view, uint32_t index, int32_t *below)
{
    Graph *graph = &layout->graph;
    const ViewFrame *frame = &view->frames[index];
    int32_t at = intern_activation(graph, frame->number, *below);
    measure_frame(layout, view, frame);
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        char label[WORDING_MAX];
        wording_row(view, slot, i, label);
        uint32_t name = intern_name(graph, label, strlen(label));
        int32_t row = intern_row(&graph->activations[at], name, i);
        note_row(&graph->activations[at], slot, row);
        if (slot->state != SLOT_UNBOUND && view->step < graph->activations[at].bound[row])
            graph->activations[at].bound[row] = view->step;
        measure_frame_slot(layout, view, slot);
        if (slot->target == VIEW_NONE || !layout_shows_name(layout, view, slot))
            continue;
        Node *node = &graph->nodes[layout->node_of_object[slot->target]];
        note_reference(layout, slot->target, -2 - at, 0);
        vote_for_name(node, at, row);
    }
    *below = at;
}

/* The walks */

static void vote(Graph *graph, int32_t parent, int32_t child, uint32_t slot)
{
    Node *node = &graph->nodes[child];
    if (node->last_edge != GRAPH_NONE && graph->edges[node->last_edge].parent == parent) {
        graph->edges[node->last_edge].weight++;
        return;
    }
    uint64_t pair = (uint64_t)(uint32_t)parent << 32 | (uint32_t)child;
    uint32_t index = number_map_get(&graph->edge_of, pair);
    if (index == MAP_ABSENT) {
        index = graph->edge_count++;
        graph->edges = memory_grow(graph->edges, &graph->edge_capacity, graph->edge_count, sizeof *graph->edges);
        graph->edges[index] = (Edge){parent, child, slot, 0};
        number_map_put(&graph->edge_of, pair, index);
    }
    graph->edges[index].weight++;
    node->last_edge = (int32_t)index;
}

bool layout_shows_name(const Layout *layout, const View *view, const ViewSlot *slot)
{
    return choice_shows_name(&layout->options.choices, view_text(view, slot->label), slot->label.length);
}

static bool leads_on(const ViewSlot *slot, bool loosely)
{
    bool loose = slot->role == ROLE_CLASS || slot->role == ROLE_WEAK;
    return slot->target != VIEW_NONE && loose == loosely;
}

/* What the user opened begins anew: as much shows below it as below a name. */
static void open_depths(const Layout *layout, const View *view, int32_t at)
{
    if (layout->options.choices.opened.count && choice_has(&layout->options.choices.opened, view->objects[at].number))
        layout->broad.reached[at].depth = 0;
}

static bool reach(Walk *walk, int32_t object, int32_t from, uint32_t slot)
{
    Reached *reached = &walk->reached[object];
    if (reached->from != NOT_REACHED)
        return false;
    *reached = (Reached){from, slot, from == VIEW_NONE ? 0 : walk->reached[from].depth + 1};
    if (reached->depth > walk->deepest)
        walk->deepest = reached->depth;
    return true;
}

/* Everything below one object that was just reached, depth first. The stack is explicit: lists may be long. */
static void walk_deep(Layout *layout, const View *view, int32_t start)
{
    uint32_t depth = 0;
    layout->stack[depth++] = (WalkItem){start, 0};
    while (depth) {
        WalkItem *item = &layout->stack[depth - 1];
        const ViewObject *object = &view->objects[item->object];
        if (item->slot == object->slot_count) {
            depth--;
            continue;
        }
        uint32_t index = item->slot++;
        const ViewSlot *slot = &view->slots[object->first_slot + index];
        if (leads_on(slot, false) && reach(&layout->deep, slot->target, item->object, index))
            layout->stack[depth++] = (WalkItem){slot->target, 0};
    }
}

/* Everything below the objects in the queue, breadth first. */
static void walk_broad(Layout *layout, const View *view, uint32_t queued)
{
    for (uint32_t next = 0; next < queued; next++) {
        int32_t at = layout->stack[next].object;
        open_depths(layout, view, at);
        const ViewObject *object = &view->objects[at];
        for (uint32_t i = 0; i < object->slot_count; i++) {
            const ViewSlot *slot = &view->slots[object->first_slot + i];
            if (leads_on(slot, false) && reach(&layout->broad, slot->target, at, i))
                layout->stack[queued++] = (WalkItem){slot->target, 0};
        }
    }
}

/* What only an instance-of or weak reference leads to stands beside that. */
static void walk_rest(Layout *layout, const View *view)
{
    for (uint32_t o = 0; o < view->object_count; o++) {
        const ViewObject *object = &view->objects[o];
        for (uint32_t i = 0; i < object->slot_count; i++) {
            const ViewSlot *slot = &view->slots[object->first_slot + i];
            if (leads_on(slot, true) && reach(&layout->deep, slot->target, (int32_t)o, i))
                walk_deep(layout, view, slot->target);
            if (leads_on(slot, true) && reach(&layout->broad, slot->target, (int32_t)o, i)) {
                layout->stack[0] = (WalkItem){slot->target, 0};
                walk_broad(layout, view, 1);
            }
        }
    }
}

static void walk_init(Walk *walk, const View *view)
{
    walk->reached = memory_grow(walk->reached, &walk->capacity, (uint64_t)view->object_count + 1,
                                sizeof *walk->reached);
    walk->deepest = 0;
    for (uint32_t i = 0; i < view->object_count; i++)
        walk->reached[i].from = NOT_REACHED;
}

/* The objects that the frames' names refer to, in order, each once. */
static uint32_t reach_names(Layout *layout, const View *view, Walk *walk)
{
    uint32_t count = 0;
    for (uint32_t f = 0; f < view->frame_count; f++) {
        const ViewFrame *frame = &view->frames[f];
        for (uint32_t i = 0; i < frame->slot_count; i++) {
            int32_t target = view->slots[frame->first_slot + i].target;
            if (target == VIEW_NONE || !layout_shows_name(layout, view, &view->slots[frame->first_slot + i])
                || !reach(walk, target, VIEW_NONE, 0))
                continue;
            if (walk == &layout->deep)
                walk_deep(layout, view, target);
            else
                layout->stack[count++] = (WalkItem){target, 0};
        }
    }
    return count;
}

static void walk_names(Layout *layout, const View *view)
{
    reach_names(layout, view, &layout->deep);
    walk_broad(layout, view, reach_names(layout, view, &layout->broad));
}

/* So many boxes at one step can still be looked at; where there are more, what lies deepest is folded away. */
enum { MOST_BOXES = 240, DEEPEST = 24, LEAST_DEEP = 2 };

static void note_depths(Layout *layout, const View *view)
{
    uint32_t counts[DEEPEST + 1] = {0}, sum = 0, depth = 0;
    for (uint32_t i = 0; i < view->object_count; i++) {
        const Reached *reached = &layout->broad.reached[i];
        Node *node = &layout->graph.nodes[layout->node_of_object[i]];
        if (reached->from == NOT_REACHED)
            continue;
        if (reached->depth < node->least_depth)
            node->least_depth = reached->depth;
        if (reached->depth <= DEEPEST && node->kind != KIND_SCALAR)
            counts[reached->depth]++;
    }
    while (depth <= DEEPEST && (depth <= LEAST_DEEP || sum + counts[depth] <= MOST_BOXES))
        sum += counts[depth++];
    if (depth - 1 < layout->graph.deepest && !layout->options.full)
        layout->graph.deepest = depth - 1;
}

/* Both walks are made, and the deep one has the vote unless it winds through a tangle that is shallow in truth: a
 * list with a name at each end and links both ways is twice as long as it is deep, and is meant to be straight. */
static void vote_all(Layout *layout, const View *view)
{
    walk_init(&layout->deep, view);
    walk_init(&layout->broad, view);
    walk_names(layout, view);
    walk_rest(layout, view);
    note_depths(layout, view);
    bool tangled = layout->deep.deepest > 2 * layout->broad.deepest + DEPTH_SLACK;
    const Walk *walk = tangled ? &layout->broad : &layout->deep;
    for (uint32_t i = 0; i < view->object_count; i++) {
        const Reached *reached = &walk->reached[i];
        if (reached->from >= 0)
            vote(&layout->graph, (int32_t)layout->node_of_object[reached->from], (int32_t)layout->node_of_object[i],
                 reached->slot);
    }
}

/* Many arrows out of one list are a fan, out of many they are a tangle. */
enum { TANGLE_HOLDERS = 3, TANGLE_REFERENCES = 4, TANGLE_PAIR = 6 };   /* PAIR: references out of two lists */

static void note_crowding(Graph *graph)
{
    uint32_t most = graph->scalar_holders >= TANGLE_HOLDERS ? TANGLE_REFERENCES : TANGLE_PAIR;
    graph->tangled |= graph->scalar_holders >= 2 && graph->scalar_references >= most;
    graph->scalar_holders = graph->scalar_references = 0;
    graph->last_scalar_holder = GRAPH_NONE;
    if (graph->object_pairs > graph->most_object_pairs)
        graph->most_object_pairs = graph->object_pairs;
    if (graph->frame_pairs > graph->most_frame_pairs)
        graph->most_frame_pairs = graph->frame_pairs;
    graph->object_pairs = graph->frame_pairs = 0;
}

static void note_depth(Graph *graph, const View *view)
{
    float height = 0;
    for (uint32_t i = 0; i < view->frame_count; i++)
        height += STYLE_FRAME_HEADER + STYLE_FRAME_ROW * (float)view->frames[i].slot_count + STYLE_FRAME_FOOT
                + STYLE_FRAME_GAP;
    if (height > graph->stack_height)
        graph->stack_height = height;
}

void layout_add_view(Layout *layout, const View *view)
{
    note_depth(&layout->graph, view);
    layout->node_of_object = memory_grow(layout->node_of_object, &layout->object_capacity,
                                         (uint64_t)view->object_count + 1, sizeof *layout->node_of_object);
    layout->stack = memory_grow(layout->stack, &layout->stack_capacity, (uint64_t)view->object_count + 1,
                                sizeof *layout->stack);
    for (uint32_t i = 0; i < view->object_count; i++)
        feed_object(layout, view, i);
    int32_t below = GRAPH_NONE;
    for (uint32_t i = 0; i < view->frame_count; i++)
        feed_frame(layout, view, i, &below);
    for (uint32_t i = 0; i < view->object_count; i++)
        feed_references(layout, view, i);
    vote_all(layout, view);
    note_crowding(&layout->graph);
    layout->graph.views++;
}

void layout_solve(Layout *layout)
{
    graph_solve(&layout->graph, &layout->options);
}

/* Answers */

const SceneOptions *layout_options(const Layout *layout)
{
    return &layout->options;
}

const TextMeasure *layout_measure(const Layout *layout)
{
    return &layout->measure;
}

const Place *layout_place(const Layout *layout, uint64_t number)
{
    uint32_t index = number_map_get(&layout->graph.node_of, number);
    return index == MAP_ABSENT ? NULL : &layout->graph.nodes[index].place;
}

const ColumnSpan *layout_columns(const Layout *layout, int32_t *count)
{
    *count = layout->graph.column_count;
    return layout->graph.columns;
}

void layout_extent(const Layout *layout, float *width, float *height)
{
    *width = layout->graph.width;
    *height = layout->graph.height;
}

float layout_frame_width(const Layout *layout)
{
    return layout->graph.frame_width;
}

float layout_slot_width(const Layout *layout)
{
    return layout->graph.slot_width;
}

bool layout_frames_inline(const Layout *layout)
{
    return layout->graph.frames_inline;
}

float graph_frame_height(const Activation *activation)
{
    float rows = (float)graph_shown_rows(activation, activation->lasting_rows);
    return STYLE_FRAME_HEADER + STYLE_FRAME_ROW * rows + STYLE_FRAME_FOOT;
}

uint32_t graph_shown_rows(const Activation *activation, uint32_t rows)
{
    uint32_t shown = 0;
    for (uint32_t i = 0; i < rows; i++)
        shown += !activation->hides_unbound || activation->bound[i] != UINT64_MAX;
    return shown;
}

int32_t graph_row_place(const Activation *activation, int32_t row)
{
    if (activation->hides_unbound && activation->bound[row] == UINT64_MAX)
        return GRAPH_NONE;
    return (int32_t)graph_shown_rows(activation, (uint32_t)row);
}

float layout_frame_height(const Layout *layout, uint64_t number)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT ? STYLE_FRAME_HEADER : graph_frame_height(&layout->graph.activations[index]);
}

uint32_t graph_fold(const float *heights, uint32_t count, float room)
{
    float total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += heights[i];
    uint32_t hidden = 0, most = count > 2 ? count - 2 : 0;     /* the oldest one and the one that runs stay */
    while (hidden < most && total + (hidden ? STYLE_FOLD + STYLE_FRAME_GAP : 0) > room)
        for (uint32_t i = 0; i < FOLD_STEP && hidden < most; i++)
            total -= heights[1 + hidden++];
    return hidden > 1 ? hidden : 0;
}

FrameFold layout_fold(const Layout *layout, const View *view)
{
    if (layout->options.full)
        return (FrameFold){0, 0};
    float *heights = memory_resize(NULL, ((size_t)view->frame_count + 1) * sizeof *heights);
    for (uint32_t i = 0; i < view->frame_count; i++)
        heights[i] = layout_frame_height(layout, view->frames[i].number) + STYLE_FRAME_GAP;
    FrameFold fold = {1, graph_fold(heights, view->frame_count, layout->graph.stack_room)};
    free(heights);
    return fold;
}

uint64_t layout_row_bound(const Layout *layout, uint64_t number, int32_t row)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT ? UINT64_MAX : layout->graph.activations[index].bound[row];
}

int32_t layout_row_place(const Layout *layout, uint64_t number, int32_t row)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT ? row : graph_row_place(&layout->graph.activations[index], row);
}

uint32_t layout_hidden_rows(const Layout *layout, uint64_t number)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    if (index == MAP_ABSENT)
        return 0;
    const Activation *activation = &layout->graph.activations[index];
    return activation->row_count - graph_shown_rows(activation, activation->row_count);
}

int32_t layout_frame_row(const Layout *layout, uint64_t number, const char *name, size_t length, uint32_t likely)
{
    uint64_t hash;
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    uint32_t interned = find_name(&layout->graph, name, length, &hash);
    if (index == MAP_ABSENT || interned == MAP_ABSENT)
        return GRAPH_NONE;
    return find_row(&layout->graph.activations[index], interned, likely);
}
