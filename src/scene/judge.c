/* A trial is made once for each sample: which boxes there are and which arrows. Moves change only where they stand. */
#include "scene/judge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

enum { NO_BOX = -1 };

static const Node *node_at(const Judge *judge, int32_t index)
{
    return &judge->solver->graph->nodes[index];
}

/* Whether a reference is drawn as an arrow. */
static bool is_drawn(const Judge *judge, const Link *link)
{
    const Node *to = node_at(judge, link->to);
    if (!to->place.boxed)
        return false;
    if (link->kind == LINK_NAME)
        return to->kind != KIND_SCALAR || !judge->solver->graph->frames_inline;
    const Node *from = node_at(judge, link->from);
    if (!from->place.boxed || (link->kind == LINK_CLASS && !to->place.class_arrow))
        return false;
    return link->kind == LINK_CLASS || !(to->nothing || (to->kind == KIND_SCALAR && from->place.figure.inlines));
}

static uint32_t add_box(Trial *trial, int32_t block, uint32_t node)
{
    trial->boxes[trial->box_count] = (RouteBox){.block = trial->box_count, .open_left = true, .open_right = true};
    trial->blocks[trial->box_count] = block;
    trial->nodes[trial->box_count] = node;
    return trial->box_count++;
}

/* Satellites are boxes of their owner's block. `box_of` knows the nodes' boxes, NO_BOX where there is none. */
static uint32_t box_of_node(const Judge *judge, Trial *trial, int32_t *box_of, int32_t node)
{
    if (box_of[node] != NO_BOX)
        return (uint32_t)box_of[node];
    int32_t owner = node_at(judge, node)->owner;
    uint32_t block = owner != GRAPH_NONE ? box_of_node(judge, trial, box_of, owner) : UINT32_MAX;
    uint32_t at = owner != GRAPH_NONE ? (uint32_t)owner : (uint32_t)node;
    uint32_t box = add_box(trial, (int32_t)judge->block_of[at], (uint32_t)node);
    if (block != UINT32_MAX)
        trial->boxes[box].block = block;
    box_of[node] = (int32_t)box;
    return box;
}

static uint32_t box_of_frame(const Judge *judge, Trial *trial, int32_t *box_of, int32_t activation)
{
    const Graph *graph = judge->solver->graph;
    int32_t *found = &box_of[graph->node_count + (uint32_t)activation];
    if (*found != NO_BOX)
        return (uint32_t)*found;
    const Activation *frame = &graph->activations[activation];
    uint32_t box = add_box(trial, GRAPH_NONE, 0);
    Rect rect = {STYLE_MARGIN, frame->y, graph->frame_width, graph_frame_height(frame, frame->last_step)};
    trial->boxes[box].rect = trial->boxes[box].keep = rect;
    trial->boxes[box].column = ROUTE_STACK;
    *found = (int32_t)box;
    return box;
}

static Point middle_of(Rect rect)
{
    return (Point){rect.x + rect.w / 2, rect.y + rect.h / 2};
}

static void add_arrow(const Judge *judge, Trial *trial, int32_t *box_of, const Link *link)
{
    const Graph *graph = judge->solver->graph;
    RouteArrow *arrow = &trial->arrows[trial->arrow_count];
    Point *port = &trial->ports[trial->arrow_count++];
    uint32_t to = box_of_node(judge, trial, box_of, link->to);
    if (link->kind == LINK_NAME) {
        const Activation *frame = &graph->activations[link->from];
        float above = STYLE_FRAME_HEADER + graph_row_offset(frame, link->slot);
        *arrow = (RouteArrow){box_of_frame(judge, trial, box_of, link->from), to, {0}, EXIT_RIGHT, false, 0};
        *port = (Point){graph->frame_width - STYLE_FRAME_PAD, above + STYLE_FRAME_ROW / 2.0f};
        return;
    }
    const Node *from = node_at(judge, link->from);
    const Figure *figure = &from->place.figure;
    *arrow = (RouteArrow){box_of_node(judge, trial, box_of, link->from), to, {0}, EXIT_RIGHT, false, 0};
    if (link->kind == LINK_CLASS) {
        arrow->exit = EXIT_SIDE;
        *port = (Point){0, STYLE_TITLE / 2.0f + 2};
    } else if (figure->form == FIGURE_ROWS || figure->form == FIGURE_CELLS) {
        *port = middle_of(figure_cell(figure, from->place.rect.w, link->slot));
        arrow->exit = figure->form == FIGURE_CELLS ? EXIT_DOWN : EXIT_RIGHT;
    } else {
        *port = (Point){from->place.rect.w / 2, from->place.rect.h / 2};
    }
}

static void make_trial(Judge *judge, const Sample *sample, int32_t *box_of)
{
    const Graph *graph = judge->solver->graph;
    Trial *trial = &judge->trials[judge->trial_count++];
    size_t count = (size_t)sample->count + 1;
    *trial = (Trial){0};
    trial->boxes = memory_resize(NULL, 3 * count * sizeof *trial->boxes);
    trial->blocks = memory_resize(NULL, 3 * count * sizeof *trial->blocks);
    trial->nodes = memory_resize(NULL, 3 * count * sizeof *trial->nodes);
    trial->arrows = memory_resize(NULL, count * sizeof *trial->arrows);
    trial->ports = memory_resize(NULL, count * sizeof *trial->ports);
    trial->crossed = memory_resize(NULL, count * sizeof *trial->crossed);
    memset(box_of, 0xFF, ((size_t)graph->node_count + graph->activation_count) * sizeof *box_of);
    for (uint32_t i = 0; i < sample->count; i++)
        if (is_drawn(judge, &sample->links[i]))
            add_arrow(judge, trial, box_of, &sample->links[i]);
}

void judge_init(Judge *judge, const Solver *solver, const uint32_t *block_of)
{
    const Graph *graph = solver->graph;
    int32_t *box_of = memory_resize(NULL, ((size_t)graph->node_count + graph->activation_count + 1) * sizeof *box_of);
    *judge = (Judge){.solver = solver, .block_of = block_of};
    judge->columns = memory_resize(NULL, ((size_t)graph->node_count + 32) * sizeof *judge->columns);
    for (uint32_t i = 0; i < graph->sample_count; i++)
        make_trial(judge, &graph->samples[i], box_of);
    make_trial(judge, &graph->latest, box_of);
    free(box_of);
}

void judge_finish(Judge *judge)
{
    for (uint32_t i = 0; i < judge->trial_count; i++) {
        free(judge->trials[i].boxes);
        free(judge->trials[i].blocks);
        free(judge->trials[i].nodes);
        free(judge->trials[i].arrows);
        free(judge->trials[i].ports);
        free(judge->trials[i].crossed);
    }
    free(judge->columns);
}

/* Where the columns would begin and end. */
static int32_t span_columns(const Judge *judge)
{
    const Solver *solver = judge->solver;
    int32_t count = 0;
    for (uint32_t i = 0; i < solver->block_count; i++)
        count = solver->blocks[i].column >= count ? solver->blocks[i].column + 1 : count;
    memset(judge->columns, 0, (size_t)count * sizeof *judge->columns);
    for (uint32_t i = 0; i < solver->block_count; i++) {
        ColumnSpan *span = &judge->columns[solver->blocks[i].column];
        span->right = fmaxf(span->right, solver->blocks[i].w);
    }
    float x = STYLE_MARGIN + solver->graph->frame_width + STYLE_FIRST_GUTTER;
    for (int32_t c = 0; c < count; c++) {
        judge->columns[c] = (ColumnSpan){x, x + judge->columns[c].right};
        x = judge->columns[c].right + solver->graph->gutter;
    }
    return count;
}

static void stand(const Judge *judge, Trial *trial, uint32_t index)
{
    if (trial->blocks[index] == GRAPH_NONE)
        return;
    const Block *block = &judge->solver->blocks[trial->blocks[index]];
    RouteBox *box = &trial->boxes[index];
    Rect own = node_at(judge, (int32_t)trial->nodes[index])->place.rect;
    box->column = block->column;
    box->rect = (Rect){judge->columns[block->column].left + own.x, block->y + own.y, own.w, own.h};
    box->keep = box->rect;
    box->keep.y -= STYLE_BADGE_RISE;
    box->keep.h += STYLE_BADGE_RISE;
}

static void try(const Judge *judge, Trial *trial, int32_t columns)
{
    const Graph *graph = judge->solver->graph;
    for (uint32_t i = 0; i < trial->box_count; i++)
        stand(judge, trial, i);
    for (uint32_t i = 0; i < trial->arrow_count; i++) {
        Rect box = trial->boxes[trial->arrows[i].from].rect;
        trial->arrows[i].port = (Point){box.x + trial->ports[i].x, box.y + trial->ports[i].y};
    }
    RouteField field = {trial->boxes, trial->box_count, judge->columns, columns, STYLE_MARGIN + graph->frame_width};
    trial->crossings = route_count_crossings(&field, trial->arrows, trial->arrow_count, trial->crossed);
}

static bool is_of(const Trial *trial, uint32_t box, uint32_t from, uint32_t to)
{
    return trial->blocks[box] >= (int32_t)from && trial->blocks[box] < (int32_t)to;
}

static bool concerns(const Trial *trial, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < trial->box_count; i++)
        if (is_of(trial, i, from, to))
            return true;
    return false;
}

float judge_moved(Judge *judge, uint32_t from, uint32_t to)
{
    int32_t columns = span_columns(judge);
    float sum = 0;
    for (uint32_t i = 0; i < judge->trial_count; i++) {
        if (concerns(&judge->trials[i], from, to))
            try(judge, &judge->trials[i], columns);
        sum += (float)judge->trials[i].crossings;
    }
    return sum / (float)judge->trial_count;
}

float judge_all(Judge *judge)
{
    return judge_moved(judge, 0, judge->solver->block_count);
}

bool judge_crosses(const Judge *judge, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < judge->trial_count; i++) {
        const Trial *trial = &judge->trials[i];
        for (uint32_t k = 0; k < trial->arrow_count; k++)
            if (trial->crossed[k] && (is_of(trial, trial->arrows[k].from, from, to)
                                      || is_of(trial, trial->arrows[k].to, from, to)))
                return true;
    }
    return false;
}

uint32_t judge_work(const Judge *judge, uint32_t from, uint32_t to)
{
    uint32_t work = 0;
    for (uint32_t i = 0; i < judge->trial_count; i++)
        work += concerns(&judge->trials[i], from, to) ? judge->trials[i].arrow_count : 0;
    return work;
}
