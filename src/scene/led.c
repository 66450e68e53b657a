/* What leads to a thing, and when. Only what a name or a drawn thing leads to is drawn, so whatever only undrawn things
 * lead to gets no place, and what they lead to for most of the time has its place only while something else does: the
 * list in a class that stands beside its name, the members of an Enum. */
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "scene/graph.h"

enum { PATIENCE = 16 };        /* times that a life may be widened, on average; then all that is left is seen always */

typedef struct Leads {
    Graph *graph;
    uint32_t *first, *held;    /* by holder, two more than there are: where what it holds begins in `held` */
    Span *seen;                /* by node; first beyond last: never */
    uint32_t *queue;           /* a ring of nodes whose lives were widened */
    bool *queued;
    uint32_t head, length;
} Leads;

static void list_held(Leads *leads)
{
    const Graph *graph = leads->graph;
    uint32_t count = graph->node_count;
    memset(leads->first, 0, ((size_t)count + 2) * sizeof *leads->first);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < graph->nodes[i].known_holders; k++)
            leads->first[graph->nodes[i].holder[k] + 2]++;
    for (uint32_t i = 2; i < count + 2; i++)
        leads->first[i] += leads->first[i - 1];
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < graph->nodes[i].known_holders; k++)
            leads->held[leads->first[graph->nodes[i].holder[k] + 1]++] = i;
}

/* Something leads to a node for a while. */
static void lead_to(Leads *leads, uint32_t index, Span time)
{
    const Node *node = &leads->graph->nodes[index];
    Span *seen = &leads->seen[index], old = *seen;
    time.first = time.first > node->first ? time.first : node->first;
    time.last = time.last < node->last ? time.last : node->last;
    if (time.first > time.last)
        return;
    seen->first = time.first < seen->first ? time.first : seen->first;
    seen->last = old.first > old.last || time.last > seen->last ? time.last : seen->last;
    if ((seen->first == old.first && seen->last == old.last) || leads->queued[index])
        return;
    leads->queued[index] = true;
    leads->queue[(leads->head + leads->length++) % leads->graph->node_count] = index;
}

/* What leads to it whatever else is drawn. Of many holders not all are known. */
static void begin(Leads *leads, uint32_t index)
{
    const Node *node = &leads->graph->nodes[index];
    if (node->many_holders || node->most_instances || node->pinned || node->stranded)
        lead_to(leads, index, (Span){node->first, node->last});
    else if (node->in_frame)
        lead_to(leads, index, (Span){node->frame_first, node->frame_last + 1});
}

/* A holder leads to a node from the time on when it holds it. */
static Span since(const Node *node, int32_t holder, Span time)
{
    uint32_t i = 0;
    while (i < node->known_holders && node->holder[i] != holder)
        i++;
    bool later = i < node->known_holders && node->holder_since[i] > time.first;
    return later ? (Span){node->holder_since[i], time.last} : time;
}

static void lead_on(Leads *leads)
{
    uint64_t left = (uint64_t)leads->graph->node_count * PATIENCE;
    while (leads->length) {
        uint32_t holder = leads->queue[leads->head];
        leads->head = (leads->head + 1) % leads->graph->node_count;
        leads->length--;
        leads->queued[holder] = false;
        if (!leads->graph->nodes[holder].place.boxed)
            continue;
        Span time = left ? leads->seen[holder] : (Span){0, UINT32_MAX};
        left -= left > 0;
        for (uint32_t k = leads->first[holder]; k < leads->first[holder + 1]; k++)
            lead_to(leads, leads->held[k], since(&leads->graph->nodes[leads->held[k]], (int32_t)holder, time));
    }
}

void graph_limit_lives(Graph *graph)
{
    uint32_t count = graph->node_count;
    Leads leads = {.graph = graph};
    leads.first = memory_resize(NULL, ((size_t)count + 2) * sizeof *leads.first);
    leads.held = memory_resize(NULL, ((size_t)count * GRAPH_HOLDERS + 1) * sizeof *leads.held);
    leads.seen = memory_resize(NULL, ((size_t)count + 1) * sizeof *leads.seen);
    leads.queue = memory_resize(NULL, ((size_t)count + 1) * sizeof *leads.queue);
    leads.queued = memory_resize(NULL, (size_t)count + 1);
    memset(leads.queued, 0, (size_t)count + 1);
    list_held(&leads);
    for (uint32_t i = 0; i < count; i++)
        leads.seen[i] = (Span){UINT32_MAX, 0};
    for (uint32_t i = 0; i < count; i++)
        begin(&leads, i);
    lead_on(&leads);
    for (uint32_t i = 0; i < count; i++) {
        Node *node = &graph->nodes[i];
        node->place.boxed &= leads.seen[i].first <= leads.seen[i].last;
        if (!node->place.boxed)
            continue;
        node->first = leads.seen[i].first;
        node->last = leads.seen[i].last;
        node->place.leaves_ghost = node->last >= node->died;
    }
    free(leads.first);
    free(leads.held);
    free(leads.seen);
    free(leads.queue);
    free(leads.queued);
}
