/* The walks: each view is walked depth first from the oldest frame's first name; the reference by which the walk came to an
 * object is a vote for standing beside that holder. Depth first, because lists and trees then come out as chains and
 * trees whatever other names point into their middle; votes, because a structure is what it is for most of its life and
 * not what it was for the one step in which it was put together. */
#include "machine/memory.h"
#include "scene/collect.h"

enum { NOT_REACHED = -2, DEPTH_SLACK = 8 };

static void vote(Graph *graph, int32_t parent, int32_t child, uint32_t slot)
{
    Node *node = &graph->nodes[child];
    if (node->last_edge != GRAPH_NONE && graph->edges[node->last_edge].parent == parent) {
        graph->edges[node->last_edge].votes++;
        return;
    }
    uint64_t pair = (uint64_t)(uint32_t)parent << 32 | (uint32_t)child;
    uint32_t index = number_map_get(&graph->edge_of, pair);
    if (index == MAP_ABSENT) {
        index = graph->edge_count++;
        graph->edges = memory_grow(graph->edges, &graph->edge_capacity, graph->edge_count, sizeof *graph->edges);
        graph->edges[index] = (Edge){.parent = parent, .child = child, .slot = slot, .order = index};
        number_map_put(&graph->edge_of, pair, index);
    }
    graph->edges[index].votes++;
    node->last_edge = (int32_t)index;
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

/* The objects that the frames' names refer to, in order, each once; but those frames after the oldest that are hidden. */
static uint32_t reach_names(Layout *layout, const View *view, Walk *walk, uint32_t hidden)
{
    uint32_t count = 0;
    for (uint32_t f = 0; f < view->frame_count; f++) {
        if (f > 0 && f <= hidden)
            continue;
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
    reach_names(layout, view, &layout->deep, 0);
    walk_broad(layout, view, reach_names(layout, view, &layout->broad, 0));
}

void walk_shown(Layout *layout, const View *view)
{
    walk_init(&layout->broad, view);
    walk_broad(layout, view, reach_names(layout, view, &layout->broad, layout->hidden));
    walk_rest(layout, view);
}

bool walk_reached(const Walk *walk, uint32_t object)
{
    return walk->reached[object].from != NOT_REACHED;
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
void walk_view(Layout *layout, const View *view)
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
