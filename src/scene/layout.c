/* Feeding, solving, and answers. What is remembered of each view is collect.c's and walk.c's, how it all finds its place
 * fit.c's. */
#include "scene/layout.h"

#include <stdlib.h>

#include "machine/memory.h"
#include "scene/collect.h"
#include "scene/style.h"

Layout *layout_create(const TextMeasure *measure, const SceneOptions *options)
{
    Layout *layout = memory_resize(NULL, sizeof *layout);
    *layout = (Layout){.measure = *measure, .options = *options, .graph.deepest = UINT32_MAX};
    graph_find_stack_room(&layout->graph, options);
    return layout;
}

static void graph_finish(Graph *graph)
{
    for (uint32_t i = 0; i < graph->activation_count; i++)
    {
        free(graph->activations[i].rows);
        free(graph->activations[i].bound);
        free(graph->activations[i].rooms);
    }
    for (uint32_t i = 0; i < graph->name_count; i++)
        free(graph->names[i].text);
    graph_finish_samples(graph);
    free(graph->moments);
    free(graph->nodes);
    free(graph->edges);
    free(graph->activations);
    free(graph->names);
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
    free(layout->aimed);
    free(layout->deep.reached);
    free(layout->broad.reached);
    free(layout->stack);
    free(layout->heights);
    free(layout);
}

/* Many arrows out of one list are a fan, out of many they are a tangle. */
enum { TANGLE_HOLDERS = 3, TANGLE_REFERENCES = 4, TANGLE_PAIR = 6,     /* PAIR: references out of two lists */
       TANGLE_FRAMES = 4 };    /* and out of several frames */

static void note_crowding(Graph *graph)
{
    uint32_t most = graph->scalar_holders >= TANGLE_HOLDERS ? TANGLE_REFERENCES : TANGLE_PAIR;
    graph->tangled |= graph->scalar_holders >= 2 && graph->scalar_references >= most;
    graph->frames_tangled |= graph->scalar_frames >= 2 && graph->frame_pairs >= TANGLE_FRAMES;
    graph->scalar_holders = graph->scalar_references = graph->scalar_frames = 0;
    graph->last_scalar_holder = graph->last_scalar_frame = GRAPH_NONE;
    if (graph->object_pairs > graph->most_object_pairs)
        graph->most_object_pairs = graph->object_pairs;
    if (graph->frame_pairs > graph->most_frame_pairs)
        graph->most_frame_pairs = graph->frame_pairs;
    graph->object_pairs = graph->frame_pairs = 0;
}

/* Rows that are drawn as one nest have several slots: then the rows say how high it is. */
static float frame_height(const Graph *graph, const ViewFrame *frame)
{
    uint32_t index = number_map_get(&graph->activation_of, frame->number);
    float rows = STYLE_FRAME_ROW * (float)frame->slot_count;
    if (index != MAP_ABSENT && graph->nest_width > 0)
        rows = graph_rows_height(&graph->activations[index], UINT64_MAX);
    return STYLE_FRAME_HEADER + rows + STYLE_FRAME_FOOT + STYLE_FRAME_GAP;
}

static void note_depth(Graph *graph, const View *view)
{
    float height = 0;
    for (uint32_t i = 0; i < view->frame_count; i++)
        height += frame_height(graph, &view->frames[i]);
    if (height > graph->stack_height)
        graph->stack_height = height;
}

static void note_moment(Graph *graph, const View *view)
{
    const ViewFrame *top = view->frame_count ? &view->frames[view->frame_count - 1] : NULL;
    graph->moments = memory_grow(graph->moments, &graph->moment_capacity, (uint64_t)graph->views + 1,
                                 sizeof *graph->moments);
    graph->moments[graph->views] = (Moment){
        .step = view->step, .frame = top ? (int32_t)number_map_get(&graph->activation_of, top->number) : GRAPH_NONE,
    };
}

void layout_add_view(Layout *layout, const View *view)
{
    layout->node_of_object = memory_grow(layout->node_of_object, &layout->object_capacity,
                                         (uint64_t)view->object_count + 1, sizeof *layout->node_of_object);
    layout->stack = memory_grow(layout->stack, &layout->stack_capacity, (uint64_t)view->object_count + 1,
                                sizeof *layout->stack);
    life_find_hidden(layout, view);
    collect_view(layout, view);
    walk_view(layout, view);
    life_note(layout, view);
    note_depth(&layout->graph, view);
    note_crowding(&layout->graph);
    note_moment(&layout->graph, view);
    layout->graph.views++;
}

void layout_solve(Layout *layout)
{
    graph_solve(&layout->graph, &layout->options);
}

/* Answers */

bool layout_shows_name(const Layout *layout, const View *view, const ViewSlot *slot)
{
    return choice_shows_name(&layout->options.choices, view_text(view, slot->label), slot->label.length);
}

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

void layout_extent(const Layout *layout, float *width, float *height)
{
    *width = layout->graph.width;
    *height = layout->graph.height;
}

void layout_room_at(const Layout *layout, uint64_t step, float *width, float *height)
{
    layout_extent(layout, width, height);
    if (!layout->graph.views)
        return;
    *width = graph_moment(&layout->graph, step)->width;
    *height = graph_moment(&layout->graph, step)->height;
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

/* The step by which a frame of a view is at its largest: while the one below it stands there, or while it runs itself. */
static uint64_t step_of_most(const Layout *layout, const View *view, uint32_t frame)
{
    uint32_t below = frame + 1 < view->frame_count ? frame + 1 : frame;
    uint32_t index = number_map_get(&layout->graph.activation_of, view->frames[below].number);
    return index == MAP_ABSENT ? view->step : layout->graph.activations[index].last_step;
}

float layout_frame_height(const Layout *layout, const View *view, uint32_t frame)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, view->frames[frame].number);
    return index == MAP_ABSENT ? STYLE_FRAME_HEADER
         : graph_frame_height(&layout->graph.activations[index], step_of_most(layout, view, frame));
}

FrameFold layout_fold(const Layout *layout, const View *view)
{
    if (layout->options.full)
        return (FrameFold){0, 0};
    float *heights = memory_resize(NULL, ((size_t)view->frame_count + 1) * sizeof *heights);
    for (uint32_t i = 0; i < view->frame_count; i++)
        heights[i] = layout_frame_height(layout, view, i) + STYLE_FRAME_GAP;
    uint32_t first = view->frame_count ? graph_first_folded(&layout->graph, view->frames[0].number) : 1;
    FrameFold fold = {first, graph_fold(heights, view->frame_count, first, layout->graph.stack_room)};
    free(heights);
    return fold;
}

uint64_t layout_row_bound(const Layout *layout, uint64_t number, int32_t row)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT ? UINT64_MAX : layout->graph.activations[index].bound[row];
}

float layout_row_offset(const Layout *layout, uint64_t number, int32_t row)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT ? 0 : graph_row_offset(&layout->graph.activations[index], (uint32_t)row);
}

float layout_row_height(const Layout *layout, uint64_t number, int32_t row)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT ? STYLE_FRAME_ROW : layout->graph.activations[index].rooms[row].height;
}

NestManner layout_row_manner(const Layout *layout, uint64_t number, int32_t row)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    RowRoom room = index == MAP_ABSENT ? (RowRoom){0} : layout->graph.activations[index].rooms[row];
    return figure_nest_manner(&layout->options, &layout->measure, room.cell, room.lanes, true);
}

bool layout_shows_row(const Layout *layout, uint64_t number, int32_t row, uint64_t step)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    return index == MAP_ABSENT || graph_row_is_shown(&layout->graph.activations[index], (uint32_t)row, step);
}

uint32_t layout_hidden_rows(const Layout *layout, uint64_t number, uint64_t step)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    if (index == MAP_ABSENT)
        return 0;
    const Activation *activation = &layout->graph.activations[index];
    return activation->row_count - graph_shown_rows(activation, step);
}

int32_t layout_frame_row(const Layout *layout, uint64_t number, const char *name, size_t length, uint32_t likely)
{
    uint32_t index = number_map_get(&layout->graph.activation_of, number);
    uint32_t interned = frame_row_find_name(&layout->graph, name, length);
    if (index == MAP_ABSENT || interned == MAP_ABSENT)
        return GRAPH_NONE;
    return frame_row_find(&layout->graph.activations[index], interned, likely);
}
