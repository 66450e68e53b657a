/* Samples: the references of some views, spread evenly over those fed, by which places are judged: how many arrows
 * would cross. One view of `sample_stride` is kept; when there are too many, every other is given up and the stride
 * doubles. The view fed last is one more: a run is looked at most at its end. */
#include <stdlib.h>

#include "machine/memory.h"
#include "scene/graph.h"

static void swap_samples(Sample *a, Sample *b)
{
    Sample kept = *a;
    *a = *b;
    *b = kept;
}

static void thin_out(Graph *graph)
{
    for (uint32_t i = 0; 2 * i < graph->sample_count; i++)
        swap_samples(&graph->samples[i], &graph->samples[2 * i]);
    graph->sample_count = (graph->sample_count + 1) / 2;
    graph->sample_stride *= 2;
}

void graph_begin_sample(Graph *graph)
{
    if (!graph->sample_stride)
        graph->sample_stride = 1;
    if (graph->sample_count == MOST_SAMPLES)
        thin_out(graph);
    uint32_t before = graph->views - 1;        /* the view that `latest` is of */
    if (graph->views && before % graph->sample_stride == 0)
        swap_samples(&graph->samples[graph->sample_count++], &graph->latest);
    graph->latest.count = 0;
}

void graph_note_link(Graph *graph, Link link)
{
    Sample *sample = &graph->latest;
    sample->links = memory_grow(sample->links, &sample->capacity, (uint64_t)sample->count + 1, sizeof *sample->links);
    sample->links[sample->count++] = link;
}

void graph_finish_samples(Graph *graph)
{
    for (uint32_t i = 0; i < MOST_SAMPLES; i++)
        free(graph->samples[i].links);
    free(graph->latest.links);
}
