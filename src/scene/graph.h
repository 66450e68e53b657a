/* The graph that a layout collects: one node for every object of the stretch, one activation for every frame.
 *
 * Shared by layout.c, which fills it from views, fit.c, which seeks the manner in which all has room, decide.c, which
 * decides what is a box, and those that find the places (solver.h). Nobody else includes it.
 */
#ifndef REFARROWS_SCENE_GRAPH_H
#define REFARROWS_SCENE_GRAPH_H

#include "machine/view.h"
#include "scene/figure.h"
#include "scene/layout.h"
#include "scene/map.h"

enum {
    GRAPH_NONE = -1, GRAPH_HOLDERS = 3, GRAPH_NAMES = 4,
    GRAPH_MANY_ROWS = 8        /* of a frame before those that are never bound may be left out */
};

/* A row of a frame that led to an object, and for how many steps. */
typedef struct NameVotes { int32_t frame, row; uint32_t steps; } NameVotes;

/* How much is drawn as boxes, so that it finds room; each adds to the one before. */
typedef enum Crowding {
    CROWD_NONE,
    CROWD_SCALARS,             /* all scalars are written into cells and beside names */
    CROWD_FUNCTIONS,           /* and functions that hold nothing, and brief tuples */
    CROWD_CLASSES,             /* and classes */
    CROWD_COUNT
} Crowding;

/* Which trees are placed first and so find the best places, and how. */
typedef enum PlacingOrder {
    ORDER_NAMES,               /* those of the first names */
    ORDER_NAMES_INSIDE,        /* and rather with crossings than beyond the room */
    ORDER_NAMES_HIGH,          /* and as high as there is room */
    ORDER_LARGE,
    ORDER_SMALL,
    ORDER_COUNT
} PlacingOrder;

/* From one view to another, both included. */
typedef struct Span { uint32_t first, last; } Span;

/* When a thing is drawn, from first to last: what only a folded frame leads to is not. */
enum { MOST_SPANS = 6 };
typedef struct Spans { Span at[MOST_SPANS]; uint32_t count; } Spans;

/* An object over the stretch. Times are indexes of views in the order they were fed. */
typedef struct Node {
    uint64_t number;
    uint64_t class_number;     /* of an instance: its class; otherwise 0 */
    uint32_t born, died;       /* life; `died` counts the ghost that a dead object leaves for one step */
    Spans drawn;
    uint32_t first, last;      /* when there is a box, with pauses if `drawn` has some */
    uint8_t kind;
    bool nothing;              /* objects write it into their cells, see figure_is_nothing */
    bool brief;                /* a tuple that may be written into a cell */
    bool hidden;               /* of a type that the user does not want to see */
    bool pinned;
    float row_cell;            /* of a container of rows: the widest of their cells */
    uint32_t least_depth;      /* fewest references from a name */
    bool shared;
    bool library;
    bool stranded;             /* at some step no name led to it, and it was drawn all the same */
    bool in_frame;             /* some frame's name refers to it... */
    uint32_t frame_first, frame_last;      /* ... during these steps */
    int32_t owner;             /* the only holder that draws arrows to it, if it stands below its cells */
    FigureNeeds needs;
    Figure figure;             /* in a picture that is not crowded */
    Place place;

    int32_t holder[GRAPH_HOLDERS];     /* nodes of the first objects that referred to it */
    uint32_t holder_since[GRAPH_HOLDERS];
    uint32_t cell_sum[GRAPH_HOLDERS], cell_uses[GRAPH_HOLDERS];    /* its cells, at the first step of each holder */
    uint32_t known_holders;
    bool many_holders;         /* more than these did */
    uint32_t most_holders;     /* different objects that referred to it at one step, at most */
    uint32_t most_instances;   /* KIND_CLASS: instances at one step, at most */
    float cell;                /* below which of the owner's cells it stands; between two if several refer to it */
    NameVotes names[GRAPH_NAMES];      /* the first names that led to it */

    /* The forest: who it stands beside. */
    int32_t parent;
    uint32_t slot;             /* orders the children of one parent */
    int32_t first_child, next_sibling;

    /* Scratch of deciding: what its slots refer to, containers of values and others. */
    uint32_t lines, named_lines, not_lines;

    /* Scratch of the step being fed. */
    uint32_t holders, instances;
    int32_t last_holder;
    uint32_t last_slots, last_labels;      /* what was measured last */
    int32_t last_edge;
} Node;

/* How often a walk from the names came to `child` by way of `parent`. */
typedef struct Edge {
    int32_t parent, child;
    uint32_t slot;             /* which of the parent's slots, at first */
    uint32_t votes;            /* steps */
    uint32_t order;            /* among all edges, as they were seen first */
    uint32_t weight;           /* once the forest grows: the heaviest become those of trees */
} Edge;

/* The most that a row of a frame needs over its life. */
typedef struct RowRoom {
    float height;
    float cell;                /* of a row that is a nest: of its widest value */
    bool lanes;                /* see NestManner */
} RowRoom;

/* A frame over its life. Its rows are names in order of appearance. */
typedef struct Activation {
    uint64_t number;
    int32_t below;             /* activation that called it, or GRAPH_NONE */
    uint32_t *rows;            /* indexes of names in Graph.names */
    uint64_t *bound;           /* by row: the step at which it was seen bound first; UINT64_MAX: never */
    uint32_t bound_capacity;
    RowRoom *rooms;            /* by row */
    uint32_t room_capacity;
    uint32_t row_count, row_capacity;
    uint32_t lasting_rows;     /* up to the last that may be there while another frame stands below */
    uint64_t last_step;        /* at which it was seen */
    bool hides_unbound;        /* once decided: rows that are never bound are not shown, for want of room */
    bool shows_late;           /* once decided: a row is there from the step on before that at which it was bound, below
                                  those bound before it */
    bool is_static;
    bool is_class_body;        /* the functions that its names lead to are methods */
    float y;                   /* once solved */
} Activation;

/* A view that was fed. */
typedef struct Moment {
    uint64_t step;
    int32_t frame;             /* activation that ran, or GRAPH_NONE */
    float width, height;       /* once solved: the room to be shown then */
} Moment;

/* A reference at one step, as an arrow would be drawn. */
typedef enum LinkKind { LINK_NAME, LINK_SLOT, LINK_CLASS } LinkKind;
typedef struct Link {
    int32_t from;              /* node; for a name: activation */
    uint32_t slot;             /* which of the node's cells, or of the frame's rows */
    int32_t to;                /* node */
    uint8_t kind;              /* LinkKind */
} Link;

/* All references of one view; see sample.c. */
typedef struct Sample { Link *links; uint32_t count, capacity; } Sample;

enum { MOST_SAMPLES = 24 };

typedef struct Name { char *text; size_t length; uint64_t hash; } Name;

typedef struct Graph {
    Node *nodes;
    uint32_t node_count, node_capacity;
    Edge *edges;
    uint32_t edge_count, edge_capacity;
    Activation *activations;
    uint32_t activation_count, activation_capacity;
    Name *names;               /* every label of a frame, once */
    uint32_t name_count, name_capacity;
    NumberMap node_of, edge_of, activation_of, name_of;
    uint32_t views;            /* fed so far */
    Moment *moments;           /* by view */
    uint32_t moment_capacity;
    float view_width, view_height;         /* of the panel at full size */
    Sample samples[MOST_SAMPLES];          /* of views spread evenly over those fed */
    uint32_t sample_count, sample_stride;  /* one of so many views is kept */
    Sample latest;             /* of the view fed last */
    uint32_t object_pairs, frame_pairs;    /* at this step: arrows to scalars from objects, from frames */
    uint32_t most_object_pairs, most_frame_pairs;
    uint32_t scalar_holders, scalar_references;    /* at this step: objects that draw arrows to scalars, and those */
    int32_t last_scalar_holder;
    float stack_height;        /* of the highest stack, unfolded */
    bool tangled;              /* there were too many of both at some step */
    uint32_t scalar_frames;    /* at this step: frames that refer to scalars */
    int32_t last_scalar_frame;
    bool frames_tangled;       /* several frames referred to too many scalars at some step */
    bool frames_inline;        /* scalars are written beside the names */
    bool draws_scalars;        /* objects may refer to scalars by arrows */
    float title_width, label_width, value_width, nest_width;      /* needed by frames */
    float function_width;      /* of what stands for a function or class beside a name */
    float method_width;        /* of what stands for a method beside its name while the body of its class runs */
    float frame_width, slot_width;
    uint32_t deepest;          /* what lies deeper is folded away */
    uint8_t crowding;          /* Crowding */
    float cost;                /* of all places: what stands away from its name, arrows that cross */
    uint8_t order;             /* PlacingOrder */
    bool refine;               /* places are reconsidered when all have one */
    bool by_class;             /* a class stands beside the first that is derived from it */
    bool by_name;              /* what a name leads to for most of its life stands for itself, beside no holder */
    float gap, gutter;         /* between boxes one above the other, and between columns */
    float room_width, room_height;         /* for everything, margins included; 0: as much as it takes */
    float line_room;           /* chains wider than this go on in the next line */
    float stack_room;          /* stacks higher than this are folded; known from the beginning */
    float width, height;       /* once solved: what everything needs, margins included */
    int32_t column_count;
} Graph;

/* Takes note of a reference of the view being fed; what was noted is kept or forgotten when the next view begins. */
void graph_note_link(Graph *graph, Link link);
void graph_begin_sample(Graph *graph);
void graph_finish_samples(Graph *graph);

/* Finds how much room is shown at each step, given that of the panel; and says it. */
void graph_find_phases(Graph *graph, float view_width, float view_height);
const Moment *graph_moment(const Graph *graph, uint64_t step);

/* Adds a view, which comes after all that were added; a short pause is no pause. And whether two things are drawn at the
 * same time. */
void spans_add(Spans *spans, uint32_t view);
bool spans_meet(const Spans *a, const Spans *b);

/* Writes what of the spans (NULL: all of the time) lies in a life to `out`, with room for MOST_SPANS; returns how many. */
uint32_t spans_clip(const Spans *spans, Span life, Span *out);

/* Finds how high the stack may be. */
void graph_find_stack_room(Graph *graph, const SceneOptions *options);

/* How many frames are folded from the one at `first` on, given the heights of all of them with their gaps, oldest first, and
 * how much room. */
uint32_t graph_fold(const float *heights, uint32_t count, uint32_t first, float room);

/* The first frame of a stack that may be folded: the oldest stays, and the globals of C above it. */
uint32_t graph_first_folded(const Graph *graph, uint64_t oldest_number);

/* How high a frame is at its largest while others stand below it; of one that shows its rows late: at that step. */
float graph_frame_height(const Activation *activation, uint64_t step);

/* How high all rows are together that are ever shown, or shown at that step; and how high those above a row are. */
float graph_rows_height(const Activation *activation, uint64_t step);
float graph_row_offset(const Activation *activation, uint32_t row);

/* How many rows are shown at a step, and whether a row is. */
uint32_t graph_shown_rows(const Activation *activation, uint64_t step);
bool graph_row_is_shown(const Activation *activation, uint32_t row, uint64_t step);

/* Finds the least crowded manner and the largest scale at which everything has room, and places it so. */
void graph_solve(Graph *graph, const SceneOptions *options);

/* Decides which objects are boxes, how large, and which stand below others; and how wide the frames are. */
void graph_decide(Graph *graph, const SceneOptions *options);

/* Takes its box from what nothing leads to that is drawn, and shortens lives to the time when something does. */
void graph_limit_lives(Graph *graph);

/* Whether a holder is drawn, with arrows to the scalars that it refers to. */
bool graph_draws_arrows(const Graph *graph, int32_t holder);

/* Makes grids of containers whose elements are containers of values: their rows stand beside the cells that refer to
 * them. To be called when it is known what is a box. */
void graph_make_grids(Graph *graph);

/* Gives every box a place. */
void graph_place(Graph *graph, const SceneOptions *options);

#endif
