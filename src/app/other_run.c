#include "app/other_run.h"

#include "app/line_search.h"

static bool stop_at_input(void *context)
{
    timeline_cancel(context);
    return false;
}

void other_run_begin(const OtherRun *other)
{
    if (other->timeline && other->input)
        input_box_set_gate(other->input, stop_at_input, other->timeline);
}

Position other_run_find(const OtherRun *other, Timeline *timeline, const StopInfo *here, const char *source,
                        size_t length)
{
    LineFound found = {{0, 0}, 0};
    TimelineExtent extent = timeline_extent(other->timeline);
    if (here->event >= STEP_END)
        return extent.ended ? extent.last : (Position){UINT64_MAX, 0};
    int line = line_search_moved(here->line, source, length, other->source, other->length);
    uint64_t visit = line_search_count(timeline, here->line, here->event, here->position.step);
    if (visit)
        line_search_visit(other->timeline, line, here->event, visit, &found);
    timeline_allow(other->timeline);
    return found.count ? found.at : (Position){here->position.step, 0};
}
