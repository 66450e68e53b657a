/* The judge: how many arrows would cross, if the blocks of a solver stood as they do.
 *
 * For each sample of the run (see graph.h) the arrows are given to the router, as they would be when that step is
 * shown; it plans their ways and says how many must cross. Only what moves is judged anew.
 *
 *     Judge judge;
 *     judge_init(&judge, solver, block_of);
 *     float crossings = judge_all(&judge);
 *     ... blocks from..to-1 move ...
 *     crossings = judge_moved(&judge, from, to);
 *     judge_finish(&judge);
 */
#ifndef REFARROWS_SCENE_JUDGE_H
#define REFARROWS_SCENE_JUDGE_H

#include "scene/route.h"
#include "scene/solver.h"

typedef struct Trial {
    RouteBox *boxes;
    int32_t *blocks;           /* by box: its block; GRAPH_NONE for frames */
    uint32_t *nodes;
    uint32_t box_count;
    RouteArrow *arrows;
    Point *ports;              /* where arrows begin, relative to the box that each leaves */
    uint32_t arrow_count;
    uint32_t crossings;        /* as found last; and by arrow: whether it has some */
    bool *crossed;
} Trial;

typedef struct Judge {
    const Solver *solver;
    const uint32_t *block_of;
    Trial trials[MOST_SAMPLES + 1];
    uint32_t trial_count;
    ColumnSpan *columns;
} Judge;

/* `block_of`: by node; must outlive the judge. */
void judge_init(Judge *judge, const Solver *solver, const uint32_t *block_of);
void judge_finish(Judge *judge);

/* Arrows that cross at a sample, on average. */
float judge_all(Judge *judge);

/* The same after blocks were moved. */
float judge_moved(Judge *judge, uint32_t from, uint32_t to);

/* Whether an arrow from or to those blocks crosses another. */
bool judge_crosses(const Judge *judge, uint32_t from, uint32_t to);

/* How many arrows are planned when those blocks have moved. */
uint32_t judge_work(const Judge *judge, uint32_t from, uint32_t to);

#endif
