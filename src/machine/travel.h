/* Travel: the moves of a debugger, forwards and backwards, on a timeline. */
#ifndef REFARROWS_MACHINE_TRAVEL_H
#define REFARROWS_MACHINE_TRAVEL_H

#include "machine/timeline.h"

typedef enum TravelMove {
    TRAVEL_INTO,               /* the next step */
    TRAVEL_BACK,               /* the step before; from inside a step, its event */
    TRAVEL_OVER,               /* the next step that is not deeper: calls run through */
    TRAVEL_BACK_OVER,
    TRAVEL_OUT,                /* the next step in a caller */
    TRAVEL_BACK_OUT,           /* the last step of a caller before this call */
    TRAVEL_LINE,               /* the next line event on one of the lines given */
    TRAVEL_BACK_LINE,
    TRAVEL_INSTRUCTION,        /* the next instruction; behind a step's last one, the next event. When the instruction
                                * makes the collector run: the next moment of the collection */
    TRAVEL_BACK_INSTRUCTION,
    TRAVEL_INSTRUCTION_OVER,   /* the same, but over collections */
    TRAVEL_COLLECTION,         /* into the next collection: its first moment */
    TRAVEL_BACK_COLLECTION     /* into the last collection that began before, from inside one: into the one before it */
} TravelMove;

/* The lines with a breakpoint, in any order. Belongs to the caller. */
typedef struct TravelLines {
    const int *lines;
    size_t count;
} TravelLines;

/* Makes a move from the stop `from` and shows where it leads, as timeline_seek does. Only the LINE moves look at
 * `lines`. Where there is no such stop: TIMELINE_END, at the last step of the run or at its first. When cancelled,
 * `view` and `to` are left alone. `from` and `to` may be the same. */
TimelineStatus travel_make(Timeline *timeline, TravelMove move, const StopInfo *from, const TravelLines *lines,
                           const ViewOptions *options, View *view, StopInfo *to);

/* Finds the `ordinal`-th moment of collections (from 1) within a step. TIMELINE_END: it has fewer; *found is then the
 * last of them, and {step, 0, 0} if there are none. */
TimelineStatus travel_find_moment(Timeline *timeline, uint64_t step, uint64_t ordinal, Position *found);

/* Does a stop have what is looked for? */
typedef bool (*TravelMatch)(void *context, const StopInfo *stop);

/* Finds the first event after `from` that matches. TIMELINE_END: there is none up to the end of the run. */
TimelineStatus travel_find_next(Timeline *timeline, Position from, TravelMatch match, void *context,
                                Position *found);

/* Finds the last event before `from` that matches. TIMELINE_END: there is none since the beginning. */
TimelineStatus travel_find_previous(Timeline *timeline, Position from, TravelMatch match, void *context,
                                    Position *found);

#endif
