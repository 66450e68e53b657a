/* Collecting: what the parts of a layout that read views share.
 *
 * frame_row.c knows the rows of frames, collect.c notes objects and references, walk.c finds who leads to whom, layout.c
 * runs them for each view and answers. Nobody else includes it.
 */
#ifndef REFARROWS_SCENE_COLLECT_H
#define REFARROWS_SCENE_COLLECT_H

#include "scene/graph.h"
#include "scene/layout.h"

/* A way through all objects of a view: for each the object and the slot by which it was reached first. */
typedef struct Reached { int32_t from; uint32_t slot, depth; } Reached;
typedef struct Walk {
    Reached *reached;          /* by object */
    uint32_t capacity;
    uint32_t deepest;
} Walk;

typedef struct WalkItem { int32_t object; uint32_t slot; } WalkItem;

struct Layout {
    TextMeasure measure;
    SceneOptions options;
    Graph graph;
    uint32_t *node_of_object;  /* of the view being fed: its objects' nodes */
    uint32_t object_capacity;
    uint32_t *slots;           /* scratch for figure_measure */
    uint32_t slot_capacity;
    bool *aimed;               /* of the view being fed, by slot: some pointer leads to it */
    uint32_t aimed_capacity;
    Walk deep, broad;
    WalkItem *stack;           /* of the deep walk; queue of the broad one */
    uint32_t stack_capacity;
    uint32_t hidden;           /* of the view being fed: so many frames after the oldest one are surely folded */
    float *heights;            /* scratch, frames */
    uint32_t height_capacity;
};

/* Takes note of one view's objects, then of its frames and names, then of the references between objects. */
void collect_view(Layout *layout, const View *view);

/* Finds how many frames of a view are folded whatever the frames' heights will be, and, once it is collected and walked
 * through, notes what is drawn then. */
void life_find_hidden(Layout *layout, const View *view);
void life_note(Layout *layout, const View *view);

/* Walks through a view from the names of those of its frames that may be drawn; what was reached is in `broad`. */
void walk_shown(Layout *layout, const View *view);
bool walk_reached(const Walk *walk, uint32_t object);

/* Walks through a view from its names, and gives a vote to each reference by which it came to an object first. */
void walk_view(Layout *layout, const View *view);

/* The row of a name in a frame, MAP_ABSENT or GRAPH_NONE if there is none; `intern` makes one. */
uint32_t frame_row_find_name(const Graph *graph, const char *text, size_t length);
int32_t frame_row_find(const Activation *activation, uint32_t name, uint32_t likely);
int32_t frame_row_intern(Graph *graph, int32_t activation, const char *text, uint32_t likely);

#endif
