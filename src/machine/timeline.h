/* The timeline: one run of one program as a whole, in which any position can be asked for.
 *
 * It owns the machine, the history of snapshots, and what was written and read. A state at a position is got by
 * restoring the nearest snapshot at or before it and running on; there is no log to undo. Snapshots are taken along
 * the way whenever the machine runs, about every four milliseconds of run time and never for more than a fifteenth of
 * it (a quarter on the way to a place sought), and thinned around the cursor, the position sought last. So a far jump
 * may take as long as the gap that was left there, and what is near it is quick from then on.
 *
 * A timeline is used by one thread at a time (not always the same). Only timeline_cancel and timeline_progress may be
 * called from others at any time. No thread of its own is left between calls.
 *
 * Whoever fills a stop inside C recursion leaves the machine torn; the timeline restores it before its next use, so
 * callers need not know.
 */
#ifndef REFARROWS_MACHINE_TIMELINE_H
#define REFARROWS_MACHINE_TIMELINE_H

#include "machine/machine.h"
#include "machine/transcript.h"

/* Snapshots, together with the at most 16 MiB that a transcript keeps, stay within 64 MiB. */
#define TIMELINE_BUDGET ((size_t)47 << 20)

/* A slice or deadline that never ends. */
#define TIMELINE_WHOLE UINT64_MAX

typedef struct TimelineOptions {
    size_t budget;             /* bytes for snapshots; 0: TIMELINE_BUDGET */
    uint64_t snapshot_steps;   /* 0: by time. Else a snapshot every so many steps, without a clock (tests) */
    const char *const *arguments;  /* as in MachineHost */
    bool audit;                    /* as in MachineHost */
    bool stops_at_error;           /* as in MachineHost */

    /* Asks for a line of input that is not recorded yet (without its newline, but a byte behind it; see MachineHost; valid
     * until the next call). May block;
     * returns false at the end of input, or when cancelled. NULL: there is no input. */
    bool (*input)(void *context, const char **text, size_t *length);

    /* Text written for the first time. NULL: it is only recorded. */
    void (*output)(void *context, OutputStream stream, const char *text, size_t length);
    void *context;             /* passed to input and output */
} TimelineOptions;

typedef enum TimelineStatus {
    TIMELINE_REACHED,          /* what was asked for */
    TIMELINE_END,              /* the run ends (or begins) before it; the machine stands at its last (first) step */
    TIMELINE_PAUSED,           /* the slice is over; call again to go on */
    TIMELINE_CANCELLED         /* cancelled; still so until timeline_allow */
} TimelineStatus;

/* How far the run is known. */
typedef struct TimelineExtent {
    Position last;             /* the furthest stop seen */
    bool begun;                /* a stop was seen */
    bool ended;                /* `last` is the last step of the run */
    int exit_status;           /* valid if ended */
} TimelineExtent;

typedef struct Timeline Timeline;

/* Loads a source; `options` (copied) may be NULL. Returns NULL and fills `error` (finish it) when the source is
 * wrong, or when there is no memory (kind "MemoryError"). */
Timeline *timeline_create(const MachineLanguage *language, const Source *source, const TimelineOptions *options,
                          SourceError *error);
void timeline_destroy(Timeline *timeline);

/* Records forward from the furthest stop to the first one at or after `until`, or for `slice` nanoseconds. A slice
 * ends at flat stops only, and never without having got on, so that slices make progress whatever is sought between
 * them; so it may take longer than asked for. A cancel is prompt. */
TimelineStatus timeline_record(Timeline *timeline, Position until, uint64_t slice);

/* Goes to the first stop at or after `target` and tells about it: `stop` and `view` may be NULL, `view` is filled as
 * `options` says (needed then). The cursor moves there. With TIMELINE_END they show the last step; when cancelled
 * they are left alone. */
TimelineStatus timeline_seek(Timeline *timeline, Position target, const ViewOptions *options, View *view,
                             StopInfo *stop);

/* Runs from the first stop at or after `first` as the visitor says (it is called at stops it asked for and at the
 * last step, never at others), for `slice` nanoseconds, then TIMELINE_PAUSED, at a flat stop, not before the second
 * visit. The cursor stays. TIMELINE_END when the last step was visited. */
TimelineStatus timeline_visit(Timeline *timeline, Position first, RunVisitor visit, void *context, uint64_t slice);

/* The position of the last snapshot strictly before that position; {0,0} if there is none. For searching
 * backwards. */
Position timeline_landmark_before(const Timeline *timeline, Position position);

TimelineExtent timeline_extent(const Timeline *timeline);
const Transcript *timeline_transcript(const Timeline *timeline);

/* Has the program written since this was asked last, in whatever run? A bit per OutputStream. */
unsigned timeline_take_written(Timeline *timeline);

/* From any thread: ends what is going on, and whatever is begun before timeline_allow. */
void timeline_cancel(Timeline *timeline);

/* Takes the cancel back. Call it where a new request is accepted, under the lock under which it is cancelled. */
void timeline_allow(Timeline *timeline);

/* From any thread: the furthest step recorded so far. */
uint64_t timeline_progress(const Timeline *timeline);

/* Bytes: what the recording holds (snapshots, transcript, tables), and the arena's use at its largest, as far
 * as seen. */
size_t timeline_recording_size(const Timeline *timeline);
size_t timeline_heap_size(const Timeline *timeline);

/* How many snapshots there are. */
uint32_t timeline_snapshot_count(const Timeline *timeline);

/* The machine, as it stands after the last call or, in a visitor, at the stop visited: for what only its language can be
 * asked. Whatever else is done to it, the timeline does not notice. */
Machine *timeline_machine(Timeline *timeline);

/* Is that object alive in the state as the machine stands? As MachineLanguage.alive; `timeline` is a Timeline. */
bool timeline_is_alive(void *timeline, uint64_t number, uint64_t address);

const MachineLanguage *timeline_language(const Timeline *timeline);

/* From now on every death in whatever run is told, until `died` is NULL; see MachineHost. */
void timeline_watch_deaths(Timeline *timeline, void (*died)(void *context, const Death *death), void *context);

/* For tests: the arena, as it stands after the last call. */
const Arena *timeline_arena(const Timeline *timeline);

#endif
