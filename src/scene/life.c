/* Lives: when each object is drawn. What only folded frames lead to is not, although it lives; with a deep recursion
 * that is most of what there is, and it must not keep places free of those that are seen. Heights of frames are known
 * when all views were fed; by the least that they can be no frame is taken for folded that is shown in the end. */
#include "machine/memory.h"
#include "scene/collect.h"
#include "scene/style.h"

enum { PAUSE = 4, AROUND = 1 };        /* views: less is no pause; before and after what is drawn */

void spans_add(Spans *spans, uint32_t view)
{
    uint32_t first = view > AROUND ? view - AROUND : 0, last = view + AROUND;
    Span *end = spans->count ? &spans->at[spans->count - 1] : NULL;
    if (end && (first <= end->last + PAUSE || spans->count == MOST_SPANS))
        end->last = last > end->last ? last : end->last;
    else
        spans->at[spans->count++] = (Span){first, last};
}

bool spans_meet(const Spans *a, const Spans *b)
{
    for (uint32_t i = 0, k = 0; i < a->count && k < b->count;) {
        if (a->at[i].first <= b->at[k].last && b->at[k].first <= a->at[i].last)
            return true;
        if (a->at[i].last < b->at[k].last)
            i++;
        else
            k++;
    }
    return false;
}

uint32_t spans_clip(const Spans *spans, Span life, Span *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; spans && i < spans->count; i++) {
        uint32_t first = spans->at[i].first > life.first ? spans->at[i].first : life.first;
        uint32_t last = spans->at[i].last < life.last ? spans->at[i].last : life.last;
        if (first <= last)
            out[count++] = (Span){first, last};
    }
    if (!count)
        out[count++] = life;
    return count;
}

/* Of a frame with many rows those may be left out that are never bound. */
static float least_height(const View *view, const ViewFrame *frame)
{
    uint32_t rows = 0, bound = 0;
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        rows += slot->role != ROLE_RETURN;
        bound += slot->role != ROLE_RETURN && slot->state != SLOT_UNBOUND;
    }
    rows = rows + 1 < GRAPH_MANY_ROWS ? rows : bound;
    return STYLE_FRAME_HEADER + STYLE_FRAME_ROW * (float)rows + STYLE_FRAME_FOOT + STYLE_FRAME_GAP;
}

void life_find_hidden(Layout *layout, const View *view)
{
    layout->hidden = 0;
    if (layout->options.full || view_is_c(view))
        return;                /* a nest of C in one row has many slots */
    layout->heights = memory_grow(layout->heights, &layout->height_capacity, (uint64_t)view->frame_count + 1,
                                  sizeof *layout->heights);
    for (uint32_t i = 0; i < view->frame_count; i++)
        layout->heights[i] = least_height(view, &view->frames[i]);
    layout->hidden = graph_fold(layout->heights, view->frame_count, 1, layout->graph.stack_room);
}

void life_note(Layout *layout, const View *view)
{
    Graph *graph = &layout->graph;
    if (layout->hidden)
        walk_shown(layout, view);
    for (uint32_t i = 0; i < view->object_count; i++)
        if (!layout->hidden || walk_reached(&layout->broad, i))
            spans_add(&graph->nodes[layout->node_of_object[i]].drawn, graph->views);
}
