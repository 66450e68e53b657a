/* Collecting: what the layout remembers of each view. For each object its life, the most it ever needs, and who refers to
 * it; for each frame its rows. */
#include "scene/collect.h"

#include <string.h>

#include "machine/memory.h"
#include "scene/style.h"
#include "scene/wording.h"

/* Frames */

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

static void measure_frame_slot(Layout *layout, const View *view, const ViewSlot *slot, bool in_class)
{
    char text[WORDING_MAX];
    Graph *graph = &layout->graph;
    wording_value(view, slot, text);
    float value = wording_width(&layout->measure, STYLE_CELL, text);
    if (slot->state == SLOT_POINTER && slot->aim)
        value = 0;             /* an arrow takes its place */
    if (slot->state == SLOT_VALUE || slot->state == SLOT_POINTER)
        graph->slot_width = larger(graph->slot_width, value + 20);
    else if (slot->target != VIEW_NONE && figure_is_scalar(&view->objects[slot->target]))
        graph->value_width = larger(graph->value_width, value + 20);
    else if (slot->target != VIEW_NONE && view->objects[slot->target].flags & OBJECT_SHIPPED)
        graph->slot_width = larger(graph->slot_width, value + 20);     /* it has no box at any crowding */
    else if (slot->target != VIEW_NONE)
        graph->function_width = larger(graph->function_width, value + 20);
    if (in_class && slot->target != VIEW_NONE && view->objects[slot->target].kind == KIND_FUNCTION)
        graph->method_width = larger(graph->method_width, value + 20);
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
        .number = object->number, .born = graph->views, .kind = figure_kind(object),
        .hidden = !choice_shows_type(&options->choices, view_text(view, object->type), object->type.length),
        .pinned = choice_find_pin(&options->choices, object->number) != NULL, .least_depth = UINT32_MAX,
        .nothing = figure_is_nothing(view, object, options), .shared = object->flags & OBJECT_SHARED,
        .library = object->flags & (OBJECT_LIBRARY | OBJECT_SHIPPED),
        .last_holder = GRAPH_NONE, .last_edge = GRAPH_NONE,
    };
    number_map_put(&graph->node_of, object->number, graph->node_count);
    return graph->node_count++;
}

/* A cheap fingerprint of what the size depends on, so that unchanged objects are not measured at every step. */
static uint32_t slots_fingerprint(const View *view, const ViewObject *object)
{
    uint32_t sum = object->length * 31 + object->repr.length * 7 + object->signature.length * 13;
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
    node->stranded |= (object->flags & OBJECT_STRANDED) != 0;
    node->holders = node->instances = 0;
    node->last_holder = GRAPH_NONE;
    NestThing thing;
    bool lanes = nest_of_object(view, object, &thing) && nest_needs_lanes(&thing, layout->aimed, false);
    uint32_t labels = slots_fingerprint(view, object);
    bool known = node->born != graph->views;
    if (known && (!lanes || node->needs.lanes) && node->last_slots == object->slot_count && node->last_labels == labels)
        return;
    node->last_slots = object->slot_count;
    node->last_labels = labels;
    layout->slots = memory_grow(layout->slots, &layout->slot_capacity, (uint64_t)object->slot_count + 1,
                                sizeof *layout->slots);
    FigureNeeds needs = figure_measure(view, object, &layout->options, &layout->measure, layout->slots);
    figure_measure_nest(view, object, &layout->options, &layout->measure, node->needs.cell,
                        lanes || node->needs.lanes, &needs);
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
        if (node->kind != KIND_SCALAR)
            return;
        graph->frame_pairs++;
        graph->scalar_frames += graph->last_scalar_frame != holder;
        graph->last_scalar_frame = holder;
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

static void note_link(Layout *layout, int32_t from, uint32_t slot, int32_t target, LinkKind kind)
{
    graph_note_link(&layout->graph, (Link){from, slot, (int32_t)layout->node_of_object[target], (uint8_t)kind});
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
            note_link(layout, holder, i, slot->target, LINK_SLOT);
        }
        if (slot->key != VIEW_NONE && figure_key_is_arrow(&view->objects[slot->key], &layout->options))
            note_reference(layout, slot->key, holder, i);
    }
    if (class_slot == VIEW_NONE || view->slots[class_slot].target == VIEW_NONE)
        return;
    layout->graph.nodes[holder].class_number = view->objects[view->slots[class_slot].target].number;
    note_class(layout, view->slots[class_slot].target);
    note_link(layout, holder, 0, view->slots[class_slot].target, LINK_CLASS);
}

/* One row: a name with its slot, or with the nested boxes of what it contains. */
static int32_t feed_row(Layout *layout, const View *view, int32_t activation, const NestThing *thing, uint32_t likely)
{
    char label[WORDING_MAX];
    Graph *graph = &layout->graph;
    wording_thing(view, thing, likely, label);
    int32_t row = frame_row_intern(graph, activation, label, likely);
    RowRoom *room = &graph->activations[activation].rooms[row];
    note_row(&graph->activations[activation], &view->slots[thing->slot], row);
    if (!nest_is_nested(view, thing)) {
        measure_frame_slot(layout, view, &view->slots[thing->slot], graph->activations[activation].is_class_body);
        if (layout->options.level == LEVEL_MEMORY && view->slots[thing->slot].address) {
            room->height = larger(room->height, STYLE_MEMORY_ROW);
            graph->slot_width = larger(graph->slot_width, nest_bytes_width(&view->slots[thing->slot]));
        }
        return row;
    }
    room->cell = larger(room->cell, nest_cell(view, thing, &layout->measure));
    room->lanes |= nest_needs_lanes(thing, layout->aimed, true);
    NestManner manner = figure_nest_manner(&layout->options, &layout->measure, room->cell, room->lanes, true);
    Rect size = nest_arrange(view, thing, &manner, NULL);
    room->height = larger(room->height, size.h + STYLE_FRAME_ROW - STYLE_SLOT_HEIGHT + 4);
    graph->nest_width = larger(graph->nest_width, size.w);
    graph->label_width = larger(graph->label_width, wording_width(&layout->measure, STYLE_NAME, label));
    return row;
}

/* What a hidden frame's name leads to has no arrow from there. */
static void note_name(Layout *layout, const View *view, const ViewSlot *slot, int32_t activation, int32_t row,
                      bool hidden)
{
    Graph *graph = &layout->graph;
    if (slot->state != SLOT_UNBOUND && view->step < graph->activations[activation].bound[row])
        graph->activations[activation].bound[row] = view->step;
    if (slot->target == VIEW_NONE || !layout_shows_name(layout, view, slot))
        return;
    Node *node = &graph->nodes[layout->node_of_object[slot->target]];
    if (graph->activations[activation].is_class_body && (node->kind == KIND_FUNCTION || node->kind == KIND_OTHER))
        return;                /* a method in the making */
    note_reference(layout, slot->target, -2 - activation, 0);
    if (hidden)
        return;
    graph_note_link(graph, (Link){activation, (uint32_t)row, (int32_t)layout->node_of_object[slot->target], LINK_NAME});
    vote_for_name(node, activation, row);
}

/* The globals of C: no call's frame, so they stand apart from those. */
static bool is_static(const View *view, const ViewFrame *frame)
{
    return frame->is_module && frame->slot_count && view->slots[frame->first_slot].type.length;
}

static void feed_frame(Layout *layout, const View *view, uint32_t index, int32_t *below)
{
    Graph *graph = &layout->graph;
    const ViewFrame *frame = &view->frames[index];
    int32_t at = intern_activation(graph, frame->number, *below);
    graph->activations[at].last_step = view->step;
    graph->activations[at].is_static = is_static(view, frame);
    graph->activations[at].is_class_body = frame->is_class_body;
    measure_frame(layout, view, frame);
    uint32_t end = frame->first_slot + frame->slot_count;
    for (uint32_t i = frame->first_slot, likely = 0; i < end; likely++) {
        NestThing thing = nest_thing(view, i);
        int32_t row = feed_row(layout, view, at, &thing, likely);
        for (; i < thing.end; i++)
            note_name(layout, view, &view->slots[i], at, row, index > 0 && index <= layout->hidden);
    }
    *below = at;
}

static void note_aims(Layout *layout, const View *view)
{
    layout->aimed = memory_grow(layout->aimed, &layout->aimed_capacity, (uint64_t)view->slot_count + 1,
                                sizeof *layout->aimed);
    memset(layout->aimed, 0, ((size_t)view->slot_count + 1) * sizeof *layout->aimed);
    for (uint32_t i = 0; i < view->slot_count; i++)
        if (view->slots[i].aim == AIM_SLOT || view->slots[i].aim == AIM_SLOT_END)
            layout->aimed[view->slots[i].aimed] = true;
}

void collect_view(Layout *layout, const View *view)
{
    note_aims(layout, view);
    graph_begin_sample(&layout->graph);
    for (uint32_t i = 0; i < view->object_count; i++)
        feed_object(layout, view, i);
    int32_t below = GRAPH_NONE;
    for (uint32_t i = 0; i < view->frame_count; i++)
        feed_frame(layout, view, i, &below);
    for (uint32_t i = 0; i < view->object_count; i++)
        feed_references(layout, view, i);
}
