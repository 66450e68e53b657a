/* Marks: what a timeline bar shows of a stretch of the run, gathered on request by running it again.
 *
 * A row divides the steps [from, to) into cells; a cell covers one step or many and tells how deep the call stack got
 * and what happened. In a cell of more than MARKS_VISITS steps only so many are looked at, so that a row over ten
 * million steps costs little more than the run; output is noticed wherever it was written. Usage:
 *
 *     MarkRow row;
 *     marks_init(&row, 0, steps, width);
 *     while (marks_gather(&row, timeline, 8000000) == TIMELINE_PAUSED)
 *         draw(row.cells, row.done);
 *     marks_finish(&row);
 */
#ifndef REFARROWS_MACHINE_MARKS_H
#define REFARROWS_MACHINE_MARKS_H

#include "machine/timeline.h"

enum { MARKS_VISITS = 64 };

/* Bits of Mark.seen: 1 << StepEvent for the events, and these for output, for runs of the cycle collector and for
 * deaths of objects that are more than a value, which like output are noticed wherever they begin. */
enum { MARK_STDOUT = 1 << 6, MARK_STDERR = 1 << 7, MARK_COLLECTION = 1 << 8,
       MARK_DEATH = 1 << 9, MARK_LINE = 1 << 10 };     /* MARK_LINE: one of the row's lines was about to run */

typedef struct Mark {
    uint8_t depth;             /* the deepest call stack seen, at most 255; 0: nothing was looked at */
    uint16_t seen;
} Mark;

typedef struct MarkRow {
    uint64_t from, to;         /* steps */
    uint32_t count;            /* cells */
    uint32_t done;             /* cells that are complete */
    Mark *cells;
    uint64_t at;               /* the step looked at last */
    uint64_t collections;      /* begun before that step */
    const int *lines;          /* not owned, set by the caller: lines that are marked where they run; */
    size_t line_count;         /* 0: none */
} MarkRow;

/* `count` is made smaller if there are fewer steps than cells. */
void marks_init(MarkRow *row, uint64_t from, uint64_t to, uint32_t count);
void marks_finish(MarkRow *row);

/* Goes on gathering for `slice` nanoseconds. TIMELINE_REACHED or TIMELINE_END: the row is complete. */
TimelineStatus marks_gather(MarkRow *row, Timeline *timeline, uint64_t slice);

/* The first step of a cell; for `count`, the step behind the row. */
uint64_t marks_first_step(const MarkRow *row, uint32_t cell);

#endif
