/* Looking for steps that stand at a line. */
#ifndef REFARROWS_APP_LINE_SEARCH_H
#define REFARROWS_APP_LINE_SEARCH_H

#include "machine/timeline.h"

typedef struct LineFound {
    Position at;
    uint64_t count;            /* 0: none was found, and `at` means nothing */
} LineFound;

/* The `visit`-th step at a line with that event, or the last one before it. Both look for a fifth of a second at most. */
TimelineStatus line_search_visit(Timeline *timeline, int line, StepEvent event, uint64_t visit, LineFound *found);

/* The one nearest to `here`. */
TimelineStatus line_search_nearest(Timeline *timeline, int line, StepEvent event, Position here, LineFound *found);

/* How many there are up to and with `step`; 0: that takes too long to tell. */
uint64_t line_search_count(Timeline *timeline, int line, StepEvent event, uint64_t step);

/* Where a line of one text, from 1, is in another: lines before and behind what differs are the same. */
int line_search_moved(int line, const char *old, size_t old_length, const char *new, size_t new_length);

#endif
