/* Improving: once all trees have places, each is lifted and put down where the judge finds the fewest crossings.
 *
 * Placing goes by rules of thumb; the judge asks the router itself. So only few places are asked about: beside the
 * name, at the top, beside those that refer to the tree, and right above and below what stands in that column. */
#include <math.h>

#include "scene/judge.h"

enum { ROUNDS = 3, ASIDE = 5, STARTS = 12, BUDGET = 12000 };     /* BUDGET: arrows planned */

static const float COST_BEYOND = 1500;     /* of what does not fit: worse than some crossings */

/* A place for a tree, and what it costs. */
typedef struct Spot { int32_t aside; float shift, cost; } Spot;

typedef struct Search {
    Solver *solver;
    Judge judge;
    const uint32_t *block_of;
    uint32_t work;             /* done so far */
} Search;

/* The middle of where the arrows to the tree's root come from. */
static float middle_of_sources(const Search *search, const Root *root)
{
    const Solver *solver = search->solver;
    const Node *node = &solver->graph->nodes[root->node];
    float sum = 0, weight = 0;
    for (uint32_t i = 0; i < node->known_holders; i++) {
        const Node *holder = &solver->graph->nodes[node->holder[i]];
        if (!forest_contains(holder))
            continue;
        const Block *block = &solver->blocks[search->block_of[node->holder[i]]];
        sum += block->y + block->h / 2;
        weight += 1;
    }
    for (uint32_t i = 0; i < root->name_count; i++) {
        sum += root->names[i].y * root->names[i].weight;
        weight += root->names[i].weight;
    }
    return weight > 0 ? sum / weight : root->y;
}

static float height_of(const Solver *solver, uint32_t from)
{
    float bottom = 0;
    for (uint32_t i = from; i < solver->blocks[from].end; i++)
        bottom = fmaxf(bottom, solver->blocks[i].y + solver->blocks[i].h);
    return bottom;
}

/* Heights that are worth a try in one column. */
static uint32_t list_starts(const Search *search, const Root *root, uint32_t from, float middle, int32_t aside,
                            float *starts)
{
    const Solver *solver = search->solver;
    uint32_t count = 0;
    float gap = solver->graph->gap, height = height_of(solver, from);
    starts[count++] = place_wish(solver, root, from);
    starts[count++] = place_least(solver, from);
    starts[count++] = middle - solver->blocks[from].h / 2;
    for (uint32_t i = 0; i < solver->block_count && count + 2 <= STARTS; i++) {
        const Block *other = &solver->blocks[i];
        bool own = i >= from && i < solver->blocks[from].end;
        if (own || other->column != aside
            || !lives_overlap(other->first, other->last, solver->blocks[from].first, solver->blocks[from].last))
            continue;
        starts[count++] = other->y + other->h + gap;
        starts[count++] = other->y - gap - height;
    }
    return count;
}

static float share_of_life(const Solver *solver, uint32_t from)
{
    const Block *block = &solver->blocks[from];
    return (float)(block->last - block->first + 1) / (float)(solver->graph->views + 1);
}

/* What it costs to stand there; the blocks are moved aside already. */
static float judge_spot(Search *search, const Root *root, uint32_t from, Spot spot)
{
    Solver *solver = search->solver;
    uint32_t to = solver->blocks[from].end;
    float cost = place_cost(solver, root, from, spot.shift, spot.aside) * share_of_life(solver, from);
    cost += solver->room.w > 0 && place_outside(solver, from, spot.shift) > 0 ? COST_BEYOND : 0;
    tidy_shift(solver, from, to, spot.shift);
    search->work += judge_work(&search->judge, from, to);
    cost += PLACE_CROSSED * judge_moved(&search->judge, from, to);
    tidy_shift(solver, from, to, -spot.shift);
    return cost;
}

static void try_column(Search *search, const Root *root, uint32_t from, float middle, int32_t aside, Spot *best)
{
    Solver *solver = search->solver;
    float starts[STARTS], tried[STARTS];
    uint32_t count = list_starts(search, root, from, middle, aside, starts), known = 0;
    for (uint32_t i = 0; i < count; i++) {
        float least = fmaxf(starts[i], place_least(solver, from));
        Spot spot = {aside, tidy_clear(solver, from, solver->blocks[from].end, least), 0};
        bool again = false;
        for (uint32_t k = 0; k < known; k++)
            again |= fabsf(tried[k] - spot.shift) < 1;
        if (again)
            continue;
        tried[known++] = spot.shift;
        spot.cost = judge_spot(search, root, from, spot);
        if (spot.cost < best->cost - 1)
            *best = spot;
    }
}

/* Whether it has found a better place. */
static bool improve_tree(Search *search, const Root *root, uint32_t from)
{
    Solver *solver = search->solver;
    uint32_t to = solver->blocks[from].end;
    Spot best = {solver->blocks[from].column, solver->blocks[from].y, 0}, old = best;
    float middle = middle_of_sources(search, root);
    place_without(solver, from);
    int32_t columns = solver->graph->column_count;
    tidy_shift(solver, from, to, -best.shift);
    best.cost = judge_spot(search, root, from, best);
    place_move_aside(solver, from, to, -best.aside);
    int32_t most = columns < ASIDE ? columns : ASIDE;
    for (int32_t aside = 0; aside <= most; aside++) {
        try_column(search, root, from, middle, aside, &best);
        place_move_aside(solver, from, to, 1);
    }
    place_move_aside(solver, from, to, -most - 1);
    place_settle(solver, from, best.shift, best.aside);
    judge_moved(&search->judge, from, to);
    return best.aside != old.aside || best.shift != old.shift;
}

/* What the whole costs, in the coin of places. */
static float cost_of_all(Search *search)
{
    Solver *solver = search->solver;
    float cost = PLACE_CROSSED * judge_moved(&search->judge, 0, 0);
    for (uint32_t i = 0, at = 0; i < solver->root_count; at = solver->blocks[at].end, i++) {
        float shift = solver->blocks[at].y;
        tidy_shift(solver, at, solver->blocks[at].end, -shift);
        cost += place_cost(solver, &solver->roots[i], at, shift, solver->blocks[at].column)
              * share_of_life(solver, at);
        tidy_shift(solver, at, solver->blocks[at].end, shift);
    }
    return cost;
}

static bool may_move(const Solver *solver, uint32_t root)
{
    bool lines = solver->roots[root].line || (root + 1 < solver->root_count && solver->roots[root + 1].line);
    return !lines && !solver->graph->nodes[solver->roots[root].node].pinned;
}

/* What crosses nothing and has room stays. */
static bool should_move(const Search *search, uint32_t from)
{
    return judge_crosses(&search->judge, from, search->solver->blocks[from].end)
        || (search->solver->room.w > 0 && place_outside(search->solver, from, 0) > 0);
}

void improve_places(Solver *solver, const uint32_t *block_of)
{
    Search search = {.solver = solver, .block_of = block_of};
    judge_init(&search.judge, solver, block_of);
    judge_all(&search.judge);
    bool moved = true;
    for (uint32_t round = 0; round < ROUNDS && moved; round++) {
        moved = false;
        for (uint32_t i = 0, at = 0; i < solver->root_count; at = solver->blocks[at].end, i++)
            if (may_move(solver, i) && search.work < BUDGET && should_move(&search, at))
                moved |= improve_tree(&search, &solver->roots[i], at);
    }
    solver->graph->cost = cost_of_all(&search);
    judge_finish(&search.judge);
}
