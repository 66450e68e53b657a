/* The solver: what the parts of placing share.
 *
 * forest.c says who stands beside whom, satellite.c puts scalars below their cells, tidy.c makes a tidy tree of each
 * root's descendants, place.c packs the trees into the room that there is, improve.c moves what crosses, space.c says
 * how far right it all stands. Nobody else includes it.
 */
#ifndef REFARROWS_SCENE_SOLVER_H
#define REFARROWS_SCENE_SOLVER_H

#include "scene/graph.h"
#include "scene/style.h"

enum { HEAP_TOP = STYLE_TOP + 12 };

/* One block to be placed: a node with its satellites. Blocks lie in preorder, so that a subtree is a range. */
typedef struct Block {
    uint32_t node;
    uint32_t end;              /* index after the subtree's last block */
    int32_t parent;            /* block, or GRAPH_NONE */
    int32_t column;            /* relative to the tree's until the tree is placed */
    uint32_t first, last;      /* life of the node and its satellites */
    const Spans *drawn;        /* when the node is within that, or NULL: always */
    float x, y, w, h;          /* x: once all have their columns */
    int32_t next;              /* in its column, among those already placed */
} Block;

/* A name that leads to a tree: where it stands, and for what part of the time of the one that does longest. */
typedef struct RootName { float y, weight; } RootName;

/* A tree of the forest, or, of a chain that is longer than the room is wide, what stands in one line. */
typedef struct Root {
    uint32_t node;
    uint32_t line;             /* 0: the first of its chain; the others follow it */
    uint32_t weight;           /* the heaviest go first; 0 for all: in the order of the names */
    float y;                   /* of the name that leads to it for the longest time */
    RootName names[GRAPH_NAMES];
    uint32_t name_count;
} Root;

typedef struct PlacedRoot { Root root; uint32_t block; } PlacedRoot;

typedef struct Solver {
    Graph *graph;
    Rect room;                 /* where the heap should stand */
    Block *blocks;
    uint32_t block_count;
    int32_t *column_head;      /* by column: the placed blocks against which the next are checked */
    int32_t *column_tail;
    uint32_t *column_stamp;
    float *column_width;       /* of what was placed */
    float *column_bottom;      /* the lowest of the placed blocks */
    uint32_t stamp;
    Root *roots;
    uint32_t root_count;
    PlacedRoot *placed;        /* in the order of placing, without further lines of chains */
    uint32_t placed_count;
} Solver;

bool forest_contains(const Node *node);

/* Finds parents, children in order, and the roots in the order in which they are placed; chains are broken. */
void forest_grow(Solver *solver);

static inline bool lives_overlap(uint32_t a_first, uint32_t a_last, uint32_t b_first, uint32_t b_last)
{
    return a_first <= b_last && b_first <= a_last;
}

/* Whether two blocks are ever drawn at the same time. */
static inline bool blocks_meet(const Block *a, const Block *b)
{
    return lives_overlap(a->first, a->last, b->first, b->last)
        && (!a->drawn || !b->drawn || spans_meet(a->drawn, b->drawn));
}

/* Gives satellites their places below their owners, whose blocks become wide and high enough. */
void satellites_attach(Solver *solver, const uint32_t *block_of);

/* Makes blocks of the forest, each tree in preorder. */
void tidy_flatten(Solver *solver);
void tidy_children(Solver *solver, uint32_t parent);
bool tidy_is_main(const Solver *solver, const Block *block);

/* What was placed, by column: a range collides with none of it from the shift that clear_range returns, at least
 * `shift`, on. */
void tidy_forget(Solver *solver);
void tidy_remember(Solver *solver, uint32_t from, uint32_t to);
float tidy_clear(const Solver *solver, uint32_t from, uint32_t to, float shift);
void tidy_shift(Solver *solver, uint32_t from, uint32_t to, float dy);

/* Says how far right each block stands. */
void space_blocks(Solver *solver);

/* Of placing, for improve.c. A tree begins at block `from`; what is said of a shift and of columns aside is meant for a
 * tree that has not been placed: its root at height 0 in column 0. */
#define PLACE_CROSSED 250.0f   /* what it costs for each arrow that another must cross; see place.c for this coin */
void place_move_aside(Solver *solver, uint32_t from, uint32_t to, int32_t columns);
float place_least(const Solver *solver, uint32_t from);        /* the shift to the top of the room */
float place_wish(const Solver *solver, const Root *root, uint32_t from);

/* How far such a place is beyond the room, in pixels. */
float place_outside(const Solver *solver, uint32_t from, float shift);

/* What a place costs but for crossings; the blocks are already moved aside. */
float place_cost(const Solver *solver, const Root *root, uint32_t from, float shift, int32_t aside);

/* Remembers all trees but one where they are, and then the one. */
void place_without(Solver *solver, uint32_t without);
void place_settle(Solver *solver, uint32_t from, float shift, int32_t aside);

/* Looks for better places for all trees, one after the other. `block_of`: by node. */
void improve_places(Solver *solver, const uint32_t *block_of);

#endif
