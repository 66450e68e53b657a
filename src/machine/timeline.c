/* All running goes through timeline_drive. Its visitor stands between the machine and the caller's: it keeps the books
 * (how far, at what cost), takes snapshots when one is due, ends slices, and passes on only the stops that were asked
 * for.
 *
 * The clock of the snapshots. A landmark is the snapshot that the machine passed, restored or took last; the time run
 * since then says whether another is due and what it costs to get here. Time is looked at when a quota of steps is used
 * up that should last about a tick, as fast as the run has been so far; and when the ticker has ticked, which it does
 * for runs that become slow all at once. The ticker is a thread, and most runs (one step on, one step back) are over in
 * microseconds; so it is started only when a run has shown to be longer. Until then the quotas are small: one step alone
 * may be an import that takes milliseconds, which nobody wants to wait for again at every step back.
 */
#include "machine/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/history.h"
#include "machine/ticker.h"

enum {
    TIMELINE_PERIOD = 4000000,     /* nanoseconds between ticks: a quarter of a frame */
    TIMELINE_SHARE = 15,           /* run time between two snapshots is at least so many times what one costs, */
    TIMELINE_SEEK_SHARE = 4,       /* and less on the way to where somebody wants to look around */
    TIMELINE_QUOTA_GROWTH = 8,     /* the clock is looked at after at most so many times as many steps as before, */
    TIMELINE_CAREFUL_QUOTA = 8,    /* and after so many at most while no ticker would tell of a slow one */
    TIMELINE_QUIET_TIME = 200000,  /* nanoseconds run before the ticker is started */
    TIMELINE_REACH = 250           /* intervals around the cursor in which snapshots count as equally near */
};

/* The cursor while a position beyond all snapshots is sought: it goes along with the machine. */
#define TIMELINE_AHEAD UINT64_MAX

typedef enum TimelineStanding {
    TIMELINE_FRESH,            /* before the first instruction */
    TIMELINE_STANDS,           /* at the stop `at` */
    TIMELINE_TORN              /* must be restored */
} TimelineStanding;

struct Timeline {
    const MachineLanguage *language;
    Machine *machine;
    MachineHost host;
    TimelineOptions options;
    Ticker ticker;
    History history;
    Transcript transcript;
    TimelineExtent extent;
    _Atomic uint64_t progress;

    TimelineStanding standing;
    Position at;               /* where the machine stands; {0,0} while fresh */
    uint64_t cursor;           /* cost of the position sought last, or TIMELINE_AHEAD */
    bool is_seeking;
    Position landmark;
    uint64_t landmark_cost;
    uint64_t landmark_clock;   /* when the machine was there, as if it had run ever since */
    uint64_t left_clock;       /* when the machine was left */
    uint64_t take_time;        /* nanoseconds that the last snapshot and the last restore took */
    uint64_t restore_time;
    size_t heap_size;
    unsigned written;
};

/* One call of the machine's run. */
typedef struct TimelineDrive {
    Timeline *timeline;
    Position wanted;           /* the first stop that the caller's visitor wants to see */
    RunVisitor visit;
    void *context;
    Position gained;           /* a slice gets on: it does not end before this position */
    uint64_t deadline;         /* on ticker_now's clock, or TIMELINE_WHOLE */
    uint64_t books_at;         /* the step at which the books are kept at the latest */
    uint64_t quota;            /* steps between two looks at the clock */
    uint64_t begun;            /* when and at which step this run began */
    uint64_t begun_step;
    bool over;                 /* the deadline has passed */
    bool paused;
} TimelineDrive;

/* What the machine calls. */

static void timeline_write(void *context, OutputStream stream, uint64_t offset, const char *text, size_t length)
{
    Timeline *timeline = context;
    timeline->written |= 1u << stream;
    size_t fresh = transcript_write(&timeline->transcript, stream, offset, text, length);
    if (fresh > 0 && timeline->options.output != NULL)
        timeline->options.output(timeline->options.context, stream, text + (length - fresh), fresh);
}

static bool timeline_ask_line(Timeline *timeline)
{
    const char *text;
    size_t length;
    if (timeline->options.input == NULL || timeline->transcript.input_ended)
        return false;
    if (timeline->options.input(timeline->options.context, &text, &length)) {
        transcript_add_line(&timeline->transcript, text, length);
        return true;
    }
    if (!machine_host_cancelled(&timeline->host))
        timeline->transcript.input_ended = true;
    return false;
}

static bool timeline_read_line(void *context, uint64_t n, const char **text, size_t *length)
{
    Timeline *timeline = context;
    if (n >= timeline->transcript.line_count && !timeline_ask_line(timeline))
        return false;
    return transcript_line(&timeline->transcript, n, text, length);
}

/* Costs and snapshots. */

static bool timeline_by_steps(const Timeline *timeline)
{
    return timeline->options.snapshot_steps > 0;
}

static void timeline_set_landmark(Timeline *timeline, Position position, uint64_t cost, uint64_t clock)
{
    timeline->landmark = position;
    timeline->landmark_cost = cost;
    timeline->landmark_clock = clock;
}

/* If snapshots were passed since the landmark, the last of them is the new one. */
static void timeline_pass_landmarks(Timeline *timeline, uint64_t now)
{
    const HistoryEntry *entry = &timeline->history.entries[history_find(&timeline->history, timeline->at)];
    if (position_compare(entry->position, timeline->landmark) > 0)
        timeline_set_landmark(timeline, entry->position, entry->cost, now);
}

static bool timeline_is_beyond_history(const Timeline *timeline)
{
    return history_find(&timeline->history, timeline->at) + 1 == timeline->history.count;
}

/* What it costs to run from the start to where the machine is. Between two snapshots their costs decide, since a second
 * run never takes exactly as long as the first. */
static uint64_t timeline_cost_here(const Timeline *timeline, uint64_t now)
{
    if (timeline_by_steps(timeline))
        return timeline->at.step;
    if (!timeline_is_beyond_history(timeline))
        return history_cost(&timeline->history, timeline->at);
    return timeline->landmark_cost + (now - timeline->landmark_clock);
}

static void timeline_take_snapshot(Timeline *timeline, uint64_t now)
{
    const Arena *arena = timeline->language->arena(timeline->machine);
    size_t used = snapshot_arena_used(arena);
    if (used > timeline->heap_size)
        timeline->heap_size = used;
    uint64_t cost = timeline_cost_here(timeline, now);
    uint64_t cursor = timeline->cursor == TIMELINE_AHEAD ? cost : timeline->cursor;
    history_take(&timeline->history, arena, timeline->at, cost, cursor);
    uint64_t after = ticker_now();
    timeline->take_time = after - now;
    timeline_set_landmark(timeline, timeline->at, cost, after);
}

static bool timeline_is_due_by_time(const Timeline *timeline, uint64_t now)
{
    uint64_t interval = timeline->take_time * (timeline->is_seeking ? TIMELINE_SEEK_SHARE : TIMELINE_SHARE);
    if (interval < TIMELINE_PERIOD / 10 * 9)
        interval = TIMELINE_PERIOD / 10 * 9;
    return now - timeline->landmark_clock >= interval;
}

/* By steps there is one snapshot in each stretch of so many steps, at its first flat event. */
static bool timeline_is_due_by_steps(const Timeline *timeline)
{
    const HistoryEntry *entry = &timeline->history.entries[history_find(&timeline->history, timeline->at)];
    uint64_t every = timeline->options.snapshot_steps;
    return entry->position.step / every < timeline->at.step / every;
}

/* Restoring. */

static void timeline_restore(Timeline *timeline, uint32_t index)
{
    uint64_t begun = ticker_now();
    history_restore(&timeline->history, index, timeline->language->arena(timeline->machine));
    timeline->language->restored(timeline->machine);
    const HistoryEntry *entry = &timeline->history.entries[index];
    timeline->standing = index == 0 ? TIMELINE_FRESH : TIMELINE_STANDS;
    timeline->at = entry->position;
    timeline->left_clock = ticker_now();
    timeline->restore_time = timeline->left_clock - begun;
    timeline_set_landmark(timeline, entry->position, entry->cost, timeline->left_clock);
}

/* Brings the machine to a place at or before `first`, by going back or forth to a snapshot if that is needed or cheaper
 * than running. */
static void timeline_prepare(Timeline *timeline, Position first)
{
    const History *history = &timeline->history;
    uint32_t index = history_find(history, first);
    if (timeline->standing != TIMELINE_TORN && position_compare(timeline->at, first) <= 0) {
        uint64_t here = history_cost(history, timeline->at), there = history->entries[index].cost;
        uint64_t price = timeline_by_steps(timeline) ? 0 : timeline->restore_time;
        if (position_compare(history->entries[index].position, timeline->at) <= 0 || there - here <= price)
            return;
    }
    timeline_restore(timeline, index);
}

/* Driving. */

static void timeline_note_stop(Timeline *timeline, const StopInfo *stop)
{
    timeline->at = stop->position;
    if (timeline->extent.begun && position_compare(stop->position, timeline->extent.last) <= 0)
        return;
    timeline->extent.begun = true;
    timeline->extent.last = stop->position;
    atomic_store_explicit(&timeline->progress, stop->position.step, memory_order_relaxed);
}

static bool timeline_can_take(const StopInfo *stop)
{
    return stop->flat && stop->position.instruction == 0 && stop->event != STEP_END && stop->event != STEP_ERROR;
}

static void timeline_keep_books_by_steps(TimelineDrive *drive, const StopInfo *stop)
{
    Timeline *timeline = drive->timeline;
    uint64_t every = timeline->options.snapshot_steps;
    if (stop->position.step < drive->books_at)
        return;
    if (drive->deadline != TIMELINE_WHOLE)
        drive->over = ticker_now() >= drive->deadline;
    bool is_due = timeline_is_due_by_steps(timeline);
    if (is_due && !timeline_can_take(stop))
        return;
    if (is_due)
        timeline_take_snapshot(timeline, ticker_now());
    drive->books_at = (stop->position.step / every + 1) * every;
}

/* As many steps as should take a period, carefully. */
static void timeline_set_quota(TimelineDrive *drive, uint64_t step, uint64_t now)
{
    double rate = (double)(step - drive->begun_step) / (double)(now - drive->begun + 1);
    uint64_t most = drive->timeline->ticker.running ? (uint64_t)(rate * TIMELINE_PERIOD) + 1 : TIMELINE_CAREFUL_QUOTA;
    drive->quota *= TIMELINE_QUOTA_GROWTH;
    if (drive->quota > most)
        drive->quota = most;
    drive->books_at = step + drive->quota;
}

static void timeline_keep_books_by_time(TimelineDrive *drive, const StopInfo *stop)
{
    Timeline *timeline = drive->timeline;
    if (!ticker_take(&timeline->ticker) && stop->position.step < drive->books_at)
        return;
    uint64_t now = ticker_now();
    timeline_set_quota(drive, stop->position.step, now);
    if (!timeline->ticker.running && now - drive->begun >= TIMELINE_QUIET_TIME)
        ticker_start(&timeline->ticker);
    drive->over = now >= drive->deadline;
    timeline_pass_landmarks(timeline, now);
    if (timeline_can_take(stop) && timeline_is_due_by_time(timeline, now))
        timeline_take_snapshot(timeline, now);
}

/* The next stop that the machine is asked for: the one wanted, or an earlier one for the books. */
static Position timeline_next(const TimelineDrive *drive, Position at)
{
    uint64_t step = drive->books_at > at.step ? drive->books_at : at.step + 1;
    Position quota = {step, 0};
    return position_compare(quota, drive->wanted) < 0 ? quota : drive->wanted;
}

static RunAnswer timeline_drive_visit(void *context, const StopInfo *stop)
{
    TimelineDrive *drive = context;
    Timeline *timeline = drive->timeline;
    timeline_note_stop(timeline, stop);
    if (timeline_by_steps(timeline))
        timeline_keep_books_by_steps(drive, stop);
    else
        timeline_keep_books_by_time(drive, stop);
    bool is_last = stop->event == STEP_END || stop->event == STEP_ERROR;
    if (is_last || position_compare(stop->position, drive->wanted) >= 0) {
        RunAnswer answer = drive->visit(drive->context, stop);
        if (answer.leave)
            return answer;
        drive->wanted = answer.next;
        if (position_compare(drive->gained, POSITION_NEVER) == 0)
            drive->gained = answer.next;
    }
    if (drive->over && stop->flat && !is_last && position_compare(stop->position, drive->gained) >= 0) {
        drive->paused = true;
        return (RunAnswer){.leave = true};
    }
    return (RunAnswer){.next = timeline_next(drive, stop->position)};
}

/* Takes down where the machine is after a run. After a cancel it is taken as torn, wherever it may stand: the place is
 * not known, and the nearest snapshot is not far. */
static TimelineStatus timeline_conclude(Timeline *timeline, const TimelineDrive *drive, RunResult result)
{
    timeline->standing = result.torn || result.end == RUN_CANCELLED ? TIMELINE_TORN : TIMELINE_STANDS;
    if (result.end == RUN_CANCELLED)
        return TIMELINE_CANCELLED;
    if (result.end == RUN_LEFT)
        return drive->paused ? TIMELINE_PAUSED : TIMELINE_REACHED;
    timeline->extent.ended = true;
    timeline->extent.exit_status = timeline->language->exit_status(timeline->machine);
    return TIMELINE_END;
}

static void timeline_begin_books(TimelineDrive *drive, uint64_t now, uint64_t slice)
{
    Timeline *timeline = drive->timeline;
    uint64_t every = timeline->options.snapshot_steps;
    drive->deadline = slice < TIMELINE_WHOLE - now ? now + slice : TIMELINE_WHOLE;
    drive->begun = now;
    drive->begun_step = timeline->at.step;
    drive->quota = 1;
    drive->books_at = timeline->at.step + drive->quota;
    if (timeline_by_steps(timeline))
        drive->books_at = (timeline->at.step / every + 1) * every;
}

/* Runs as `drive` says: wanted, visit, context, gained are set. */
static TimelineStatus timeline_drive(Timeline *timeline, TimelineDrive *drive, uint64_t slice)
{
    if (machine_host_cancelled(&timeline->host))
        return TIMELINE_CANCELLED;
    timeline_prepare(timeline, drive->wanted);
    uint64_t now = ticker_now();
    timeline_begin_books(drive, now, slice);
    timeline->landmark_clock += now - timeline->left_clock;
    RunResult result = timeline->language->run(timeline->machine, timeline_next(drive, timeline->at),
                                               timeline_drive_visit, drive);
    ticker_stop(&timeline->ticker);
    timeline->left_clock = ticker_now();
    return timeline_conclude(timeline, drive, result);
}

TimelineStatus timeline_visit(Timeline *timeline, Position first, RunVisitor visit, void *context, uint64_t slice)
{
    TimelineDrive drive = {.timeline = timeline, .wanted = first, .visit = visit, .context = context,
                           .gained = POSITION_NEVER};     /* until the second visit is known */
    return timeline_drive(timeline, &drive, slice);
}

/* Recording and seeking. */

static RunAnswer timeline_leave(void *context, const StopInfo *stop)
{
    return (RunAnswer){.leave = true};
}

TimelineStatus timeline_record(Timeline *timeline, Position until, uint64_t slice)
{
    const TimelineExtent *extent = &timeline->extent;
    if (extent->begun && position_compare(extent->last, until) >= 0)
        return TIMELINE_REACHED;
    if (extent->ended)
        return TIMELINE_END;
    TimelineDrive drive = {.timeline = timeline, .wanted = until, .visit = timeline_leave,
                           .gained = {extent->last.step, extent->last.instruction + 1}};
    return timeline_drive(timeline, &drive, slice);
}

typedef struct TimelineSeek {
    Timeline *timeline;
    const ViewOptions *options;
    View *view;
    StopInfo *stop;
    Position found;
} TimelineSeek;

static RunAnswer timeline_look(void *context, const StopInfo *stop)
{
    TimelineSeek *seek = context;
    seek->found = stop->position;
    if (seek->stop != NULL)
        *seek->stop = *stop;
    if (seek->view != NULL)
        seek->timeline->language->view(seek->timeline->machine, seek->options, seek->view);
    return (RunAnswer){.leave = true};
}

TimelineStatus timeline_seek(Timeline *timeline, Position target, const ViewOptions *options, View *view,
                             StopInfo *stop)
{
    TimelineSeek seek = {timeline, options, view, stop, {0, 0}};
    const History *history = &timeline->history;
    bool is_ahead = position_compare(target, history->entries[history->count - 1].position) > 0;
    timeline->cursor = is_ahead ? TIMELINE_AHEAD : history_cost(history, target);
    timeline->is_seeking = true;
    TimelineStatus status = timeline_visit(timeline, target, timeline_look, &seek, TIMELINE_WHOLE);
    timeline->is_seeking = false;
    if (is_ahead)
        timeline->cursor = timeline_cost_here(timeline, timeline->left_clock);
    if (status == TIMELINE_END && position_compare(seek.found, target) >= 0)
        return TIMELINE_REACHED;
    return status;
}

/* Making and unmaking. */

static void timeline_set_up_host(Timeline *timeline)
{
    machine_host_init(&timeline->host);
    timeline->host.write = timeline_write;
    timeline->host.read_line = timeline_read_line;
    timeline->host.context = timeline;
    timeline->host.arguments = timeline->options.arguments;
    timeline->host.audit = timeline->options.audit;
    timeline->host.stops_at_error = timeline->options.stops_at_error;
}

/* Snapshots the fresh machine: the place from which everything can be reached. */
static bool timeline_begin(Timeline *timeline)
{
    uint64_t interval = timeline_by_steps(timeline) ? timeline->options.snapshot_steps : TIMELINE_PERIOD;
    if (!history_init(&timeline->history, timeline->options.budget, TIMELINE_REACH * interval))
        return false;
    const Arena *arena = timeline->language->arena(timeline->machine);
    timeline->heap_size = snapshot_arena_used(arena);
    timeline->left_clock = timeline->landmark_clock = ticker_now();
    return history_take(&timeline->history, arena, (Position){0, 0}, 0, 0);
}

static Timeline *timeline_allocate(const MachineLanguage *language, const TimelineOptions *options)
{
    Timeline *timeline = calloc(1, sizeof *timeline);
    if (timeline == NULL)
        return NULL;
    timeline->language = language;
    if (options != NULL)
        timeline->options = *options;
    if (timeline->options.budget == 0)
        timeline->options.budget = TIMELINE_BUDGET;
    atomic_init(&timeline->progress, 0);
    timeline_set_up_host(timeline);
    ticker_init(&timeline->ticker, &timeline->host, TIMELINE_PERIOD);
    transcript_init(&timeline->transcript);
    return timeline;
}

static void timeline_set_no_memory(SourceError *error)
{
    *error = (SourceError){.line = 1};
    snprintf(error->kind, sizeof error->kind, "MemoryError");
    snprintf(error->message, sizeof error->message, "not enough memory to load the program");
}

Timeline *timeline_create(const MachineLanguage *language, const Source *source, const TimelineOptions *options,
                          SourceError *error)
{
    Timeline *timeline = timeline_allocate(language, options);
    if (timeline == NULL) {
        timeline_set_no_memory(error);
        return NULL;
    }
    timeline->machine = language->load(source, &timeline->host, error);
    bool is_loaded = timeline->machine != NULL;
    if (is_loaded && timeline_begin(timeline))
        return timeline;
    if (is_loaded)
        timeline_set_no_memory(error);
    timeline_destroy(timeline);
    return NULL;
}

void timeline_destroy(Timeline *timeline)
{
    if (timeline == NULL)
        return;
    timeline->language->destroy(timeline->machine);
    history_finish(&timeline->history);
    transcript_finish(&timeline->transcript);
    ticker_finish(&timeline->ticker);
    free(timeline);
}

/* Asking. */

Position timeline_landmark_before(const Timeline *timeline, Position position)
{
    return timeline->history.entries[history_find_before(&timeline->history, position)].position;
}

TimelineExtent timeline_extent(const Timeline *timeline)
{
    return timeline->extent;
}

const Transcript *timeline_transcript(const Timeline *timeline)
{
    return &timeline->transcript;
}

unsigned timeline_take_written(Timeline *timeline)
{
    unsigned written = timeline->written;
    timeline->written = 0;
    return written;
}

void timeline_cancel(Timeline *timeline)
{
    machine_host_cancel(&timeline->host);
}

void timeline_allow(Timeline *timeline)
{
    atomic_store(&timeline->host.cancel, false);
}

uint64_t timeline_progress(const Timeline *timeline)
{
    return atomic_load_explicit(&timeline->progress, memory_order_relaxed);
}

size_t timeline_recording_size(const Timeline *timeline)
{
    return sizeof *timeline + history_size(&timeline->history) + transcript_size(&timeline->transcript);
}

size_t timeline_heap_size(const Timeline *timeline)
{
    size_t now = snapshot_arena_used(timeline->language->arena(timeline->machine));
    return now > timeline->heap_size ? now : timeline->heap_size;
}

uint32_t timeline_snapshot_count(const Timeline *timeline)
{
    return timeline->history.count;
}

Machine *timeline_machine(Timeline *timeline)
{
    return timeline->machine;
}

bool timeline_is_alive(void *context, uint64_t number, uint64_t address)
{
    const Timeline *timeline = context;
    const MachineLanguage *language = timeline->language;
    return language->alive != NULL && language->alive(timeline->machine, number, address);
}

const MachineLanguage *timeline_language(const Timeline *timeline)
{
    return timeline->language;
}

void timeline_watch_deaths(Timeline *timeline, void (*died)(void *context, const Death *death), void *context)
{
    timeline->host.died = died;
    timeline->host.died_context = context;
}

const Arena *timeline_arena(const Timeline *timeline)
{
    return timeline->language->arena(timeline->machine);
}
