#include "app/line_search.h"

#include <string.h>

enum {
    LINE_SLICE = 200000000,        /* nanoseconds to look for a line in, */
    COUNT_SLICE = 40000000         /* and to count how often it was passed, while the window waits */
};

/* From where it begins to the `most`-th, or to before the step `until`. */
typedef struct LineSearch {
    int line;
    StepEvent event;
    uint64_t most, until;
    LineFound found;               /* the last one */
} LineSearch;

static RunAnswer search_line(void *context, const StopInfo *stop)
{
    LineSearch *search = context;
    uint64_t step = stop->position.step;
    if (step >= search->until)
        return (RunAnswer){.leave = true};
    if (stop->line == search->line && stop->event == search->event) {
        search->found.at = stop->position;
        search->found.count++;
    }
    return (RunAnswer){.leave = search->found.count >= search->most, .next = {step + 1, 0}};
}

TimelineStatus line_search_visit(Timeline *timeline, int line, StepEvent event, uint64_t visit, LineFound *found)
{
    LineSearch search = {line, event, visit, UINT64_MAX, {{0, 0}, 0}};
    TimelineStatus status = timeline_visit(timeline, (Position){0, 0}, search_line, &search, LINE_SLICE);
    *found = search.found;
    return status;
}

TimelineStatus line_search_nearest(Timeline *timeline, int line, StepEvent event, Position here, LineFound *found)
{
    LineSearch on = {line, event, 1, UINT64_MAX, {{0, 0}, 0}}, back = {line, event, UINT64_MAX, here.step, {{0, 0}, 0}};
    TimelineStatus status = timeline_visit(timeline, here, search_line, &on, LINE_SLICE);
    if (status != TIMELINE_CANCELLED && here.step > 0)
        status = timeline_visit(timeline, (Position){0, 0}, search_line, &back, LINE_SLICE);
    bool behind = back.found.count && (!on.found.count
                                       || here.step - back.found.at.step <= on.found.at.step - here.step);
    *found = behind ? back.found : on.found;
    return status;
}

uint64_t line_search_count(Timeline *timeline, int line, StepEvent event, uint64_t step)
{
    LineSearch search = {line, event, UINT64_MAX, step + 1, {{0, 0}, 0}};
    TimelineStatus status = timeline_visit(timeline, (Position){0, 0}, search_line, &search, COUNT_SLICE);
    return status == TIMELINE_REACHED || status == TIMELINE_END ? search.found.count : 0;
}

/* ---- lines of texts ---- */

static int newlines(const char *text, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n';
    return count;
}

static size_t line_start(const char *text, size_t length, int line)
{
    const char *at = text;
    for (int i = 1; i < line && at; i++) {
        at = memchr(at, '\n', length - (size_t)(at - text));
        at += at != NULL;
    }
    return at ? (size_t)(at - text) : length;
}

int line_search_moved(int line, const char *old, size_t old_length, const char *new, size_t new_length)
{
    size_t same = 0, tail = 0, most = old_length < new_length ? old_length : new_length;
    while (same < most && old[same] == new[same])
        same++;
    while (same > 0 && old[same - 1] != '\n')
        same--;
    while (tail < most - same && old[old_length - 1 - tail] == new[new_length - 1 - tail])
        tail++;
    int last = newlines(new, new_length) + 1;
    if (line_start(old, old_length, line) >= old_length - tail)
        line += last - 1 - newlines(old, old_length);
    return line < 1 ? 1 : line > last ? last : line;
}
