/* Phases: how much room a crowded stretch needs at each time.
 *
 * A stretch that is too large for the panel would be drawn small, all of it at one scale, although it is crowded for a
 * part of its time only. So the scale may change within it, but seldom: what each view needs is widened in time, so
 * that no phase is shorter than one can look at. It depends on the views of the stretch alone, not on how one got
 * there. */
#include <math.h>
#include <stdlib.h>

#include "machine/memory.h"
#include "scene/graph.h"
#include "scene/style.h"

enum { CALM = 12, SCALES = 8 };        /* views to either side that share what one needs; scales between 0 and 1 */

static void need(Moment *moment, float right, float bottom)
{
    moment->width = fmaxf(moment->width, right + STYLE_MARGIN);
    moment->height = fmaxf(moment->height, bottom + STYLE_MARGIN);
}

static void measure_moments(Graph *graph)
{
    for (uint32_t v = 0; v < graph->views; v++) {
        Moment *moment = &graph->moments[v];
        moment->width = moment->height = 0;
        need(moment, STYLE_MARGIN + graph->frame_width, STYLE_TOP);
        if (moment->frame == GRAPH_NONE)
            continue;
        const Activation *frame = &graph->activations[moment->frame];
        float rows = graph_rows_height(frame, frame->shows_late ? moment->step : UINT64_MAX);
        need(moment, 0, frame->y + STYLE_FRAME_HEADER + rows + STYLE_FRAME_FOOT);
    }
    for (uint32_t i = 0; i < graph->node_count; i++) {
        const Node *node = &graph->nodes[i];
        Rect rect = node->place.rect;
        Span spans[MOST_SPANS];
        uint32_t count = node->place.boxed ? spans_clip(&node->drawn, (Span){node->first, node->last}, spans) : 0;
        for (uint32_t s = 0; s < count; s++)
            for (uint32_t v = spans[s].first; v <= spans[s].last && v < graph->views; v++)
                need(&graph->moments[v], rect.x + rect.w + STYLE_DELTA, rect.y + rect.h);
    }
}

/* The least, or the most, of what stands within reach of each. */
static void widen(const float *from, float *to, uint32_t count, bool most)
{
    for (uint32_t v = 0; v < count; v++) {
        uint32_t last = v + CALM < count ? v + CALM : count - 1;
        to[v] = from[v];
        for (uint32_t i = v > CALM ? v - CALM : 0; i <= last; i++)
            to[v] = most ? fmaxf(to[v], from[i]) : fminf(to[v], from[i]);
    }
}

/* Small scales last for at least 2 * CALM views since each is widened; large ones, since shorter ones are given up. */
static void find_scales(Graph *graph, float *scales, float *scratch)
{
    for (uint32_t v = 0; v < graph->views; v++) {
        const Moment *moment = &graph->moments[v];
        float fit = fminf(graph->view_width / moment->width, graph->view_height / moment->height);
        scales[v] = floorf(fminf(fit, 1) * SCALES) / SCALES;
    }
    widen(scales, scratch, graph->views, false);
    widen(scratch, scales, graph->views, false);
    widen(scales, scratch, graph->views, true);
    for (uint32_t v = 0; v < graph->views; v++) {
        Moment *moment = &graph->moments[v];
        float scale = scratch[v];
        moment->width = scale > 0 ? fminf(graph->view_width / scale, graph->width) : graph->width;
        moment->height = scale > 0 ? fminf(graph->view_height / scale, graph->height) : graph->height;
    }
}

void graph_find_phases(Graph *graph, float view_width, float view_height)
{
    graph->view_width = view_width;
    graph->view_height = view_height;
    if (graph->width > view_width || graph->height > view_height) {
        float *scales = memory_resize(NULL, 2 * ((size_t)graph->views + 1) * sizeof *scales);
        measure_moments(graph);
        find_scales(graph, scales, scales + graph->views);
        free(scales);
        return;
    }
    for (uint32_t v = 0; v < graph->views; v++) {
        graph->moments[v].width = graph->width;
        graph->moments[v].height = graph->height;
    }
}

/* Views come in the order of their steps; several may show one. */
const Moment *graph_moment(const Graph *graph, uint64_t step)
{
    uint32_t low = 0, high = graph->views;
    while (low + 1 < high) {
        uint32_t middle = (low + high) / 2;
        if (graph->moments[middle].step <= step)
            low = middle;
        else
            high = middle;
    }
    return &graph->moments[low];
}
