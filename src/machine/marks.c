/* One visit per step looked at. Where a slice ended, the next one looks at the same step again, which adds nothing; so
 * nothing is missed between them. Text written between two looks belongs to the cell of the first. */
#include "machine/marks.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

typedef struct MarkVisit {
    MarkRow *row;
    Timeline *timeline;
    bool is_first;             /* what was written before this visit belongs to no cell */
    bool died;                 /* since the last look */
} MarkVisit;

void marks_init(MarkRow *row, uint64_t from, uint64_t to, uint32_t count)
{
    uint64_t steps = to > from ? to - from : 0;
    if (count > steps)
        count = (uint32_t)steps;
    *row = (MarkRow){.from = from, .to = to, .count = count, .at = from};
    if (count > 0)
        row->cells = memory_resize(NULL, count * sizeof *row->cells);
    for (uint32_t i = 0; i < count; i++)
        row->cells[i] = (Mark){0, 0};
}

void marks_finish(MarkRow *row)
{
    free(row->cells);
    memset(row, 0, sizeof *row);
}

/* a * b / c without overflow of the product, for b <= c. */
static uint64_t marks_scale(uint64_t a, uint64_t b, uint64_t c)
{
    return a / c * b + a % c * b / c;
}

uint64_t marks_first_step(const MarkRow *row, uint32_t cell)
{
    return row->count == 0 ? row->to : row->from + marks_scale(row->to - row->from, cell, row->count);
}

/* The cell of a step: the quotient may be one too small, because cells begin at rounded-down steps. */
static uint32_t marks_cell_of(const MarkRow *row, uint64_t step)
{
    double share = (double)(step - row->from) / (double)(row->to - row->from);
    uint32_t cell = (uint32_t)(share * row->count);
    while (cell > 0 && (cell >= row->count || marks_first_step(row, cell) > step))
        cell--;
    while (cell + 1 < row->count && marks_first_step(row, cell + 1) <= step)
        cell++;
    return cell;
}

/* What was written since the last look, as bits of Mark.seen. */
static uint16_t marks_take_written(Timeline *timeline)
{
    unsigned written = timeline_take_written(timeline);
    return (uint16_t)((written & 1u << OUTPUT_STDOUT ? MARK_STDOUT : 0)
                     | (written & 1u << OUTPUT_STDERR ? MARK_STDERR : 0));
}

static void marks_add_written(MarkVisit *visit)
{
    MarkRow *row = visit->row;
    uint16_t written = marks_take_written(visit->timeline);
    if (!visit->is_first)
        row->cells[marks_cell_of(row, row->at)].seen |= written;
    visit->is_first = false;
}

/* What began between two looks belongs to the cell of the first. */
static void marks_add_collections(MarkRow *row, const StopInfo *stop)
{
    if (stop->collections > row->collections && stop->position.step > row->at)
        row->cells[marks_cell_of(row, row->at)].seen |= MARK_COLLECTION;
    row->collections = stop->collections;
}

/* Values die at every step; what is drawn as a box of its own is told. */
static void marks_note_death(void *context, const Death *death)
{
    static const char *const values[] = {
        "int", "str", "float", "complex", "bytes", "tuple", "range", "slice", "method", "builtin_function_or_method",
        "cell", "frame", "code", "range_iterator", "list_iterator", "str_iterator", "tuple_iterator", "dict_keyiterator",
    };
    MarkVisit *visit = context;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strcmp(death->type, values[i]) == 0)
            return;
    visit->died |= !death->revived;
}

static void marks_add_deaths(MarkVisit *visit, const StopInfo *stop)
{
    if (visit->died && stop->position.step > visit->row->at)
        visit->row->cells[marks_cell_of(visit->row, visit->row->at)].seen |= MARK_DEATH;
    visit->died = false;
}

/* The next step to look at: the one behind, or the first of the next cell when enough of this one was seen. */
static uint64_t marks_next_step(const MarkRow *row, uint32_t cell, uint64_t step)
{
    return step + 1 - marks_first_step(row, cell) < MARKS_VISITS ? step + 1 : marks_first_step(row, cell + 1);
}

static bool marks_is_line(const MarkRow *row, const StopInfo *stop)
{
    for (size_t i = 0; i < row->line_count && stop->event == STEP_LINE; i++)
        if (row->lines[i] == stop->line)
            return true;
    return false;
}

static RunAnswer marks_visit(void *context, const StopInfo *stop)
{
    MarkVisit *visit = context;
    MarkRow *row = visit->row;
    uint64_t step = stop->position.step;
    marks_add_written(visit);
    marks_add_collections(row, stop);
    marks_add_deaths(visit, stop);
    if (step >= row->to || step < row->from)
        return (RunAnswer){.leave = true};
    uint32_t cell = marks_cell_of(row, step);
    Mark *mark = &row->cells[cell];
    uint8_t depth = (uint8_t)(stop->depth < 255 ? stop->depth : 255);
    if (depth > mark->depth)
        mark->depth = depth;
    mark->seen |= (uint16_t)(1u << stop->event | (marks_is_line(row, stop) ? MARK_LINE : 0));
    row->at = step;
    row->done = cell;
    uint64_t next = marks_next_step(row, cell, step);
    return (RunAnswer){.next = {next > step ? next : step + 1, 0}};
}

TimelineStatus marks_gather(MarkRow *row, Timeline *timeline, uint64_t slice)
{
    if (row->done == row->count)
        return TIMELINE_REACHED;
    MarkVisit visit = {row, timeline, .is_first = true};
    timeline_watch_deaths(timeline, marks_note_death, &visit);
    TimelineStatus status = timeline_visit(timeline, (Position){row->at, 0}, marks_visit, &visit, slice);
    timeline_watch_deaths(timeline, NULL, NULL);
    if (status == TIMELINE_REACHED || status == TIMELINE_END)
        row->done = row->count;
    return status;
}
