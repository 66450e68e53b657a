/* From way-points to steps: the program is run once, and each event is offered to the way-points that wait. Events that
 * ask for a function are only noted, since its name stands in the view; afterwards the views of those that came into
 * question are looked at, in order. A condition is asked of every step, as long as one waits. */
#include <stdlib.h>
#include <string.h>

#include "lesson/lesson.h"
#include "machine/memory.h"

typedef struct Resolver {
    Lesson *lesson;
    uint32_t *seen;            /* per way-point: how many times it came there */
    uint32_t *depth;           /* AFTER: the depth of the frame whose line runs; 0: not waiting */
    uint64_t *events;          /* steps of calls, returns and exceptions */
    uint8_t *event_kinds;      /* their StepEvent */
    uint32_t event_count, event_capacity, kind_capacity;
    bool wants_events;
    Timeline *timeline;
    View view;                 /* of the step, for conditions */
    bool *held;                /* per way-point: its condition held at the step before */
    uint64_t looked_at;        /* frames, objects and slots, in all steps together */
} Resolver;

enum { RESOLVE_LOOKED_AT = 20000000 };         /* conditions are asked no further: a few seconds */

static bool resolve_is_event(const Waypoint *waypoint)
{
    return waypoint->kind == WAYPOINT_CALL || waypoint->kind == WAYPOINT_RETURN
        || waypoint->kind == WAYPOINT_EXCEPTION;
}

/* The line has run when the next event of its frame, or of a caller, comes. */
static void resolve_after(Resolver *resolver, uint32_t i, const StopInfo *stop)
{
    Waypoint *waypoint = &resolver->lesson->waypoints[i];
    bool is_last = stop->event == STEP_END || stop->event == STEP_ERROR;
    if (resolver->depth[i] > 0 && (stop->depth <= resolver->depth[i] || is_last)) {
        waypoint->step = stop->position.step;
        return;
    }
    if (resolver->depth[i] == 0 && stop->event == STEP_LINE && (uint64_t)stop->line == waypoint->number
        && ++resolver->seen[i] == waypoint->occurrence)
        resolver->depth[i] = stop->depth;
}

static bool resolve_waits_for_condition(const Resolver *resolver)
{
    for (uint32_t i = 0; i < resolver->lesson->waypoint_count; i++)
        if (resolver->lesson->waypoints[i].kind == WAYPOINT_WHEN && resolver->lesson->waypoints[i].step == LESSON_NOWHERE)
            return true;
    return false;
}

static void resolve_look(Resolver *resolver)
{
    View *view = &resolver->view;
    if (resolver->looked_at > RESOLVE_LOOKED_AT || !resolve_waits_for_condition(resolver)) {
        resolver->looked_at = UINT64_MAX;
        return;
    }
    timeline_language(resolver->timeline)->view(timeline_machine(resolver->timeline), &condition_view, view);
    resolver->looked_at += view->frame_count + view->object_count + view->slot_count;
}

/* A condition comes true: it holds, and did not at the step before. */
static bool resolve_when(Resolver *resolver, uint32_t i)
{
    if (resolver->looked_at > RESOLVE_LOOKED_AT)
        return false;
    const Waypoint *waypoint = &resolver->lesson->waypoints[i];
    bool holds = condition_answer(waypoint->condition, &resolver->view) == CONDITION_TRUE, held = resolver->held[i];
    resolver->held[i] = holds;
    return holds && !held && ++resolver->seen[i] == waypoint->occurrence;
}

static void resolve_waypoint(Resolver *resolver, uint32_t i, const StopInfo *stop)
{
    Waypoint *waypoint = &resolver->lesson->waypoints[i];
    bool is_last = stop->event == STEP_END || stop->event == STEP_ERROR;
    bool is_here = false;
    switch (waypoint->kind) {
    case WAYPOINT_LINE:
        is_here = stop->event == STEP_LINE && (uint64_t)stop->line == waypoint->number
            && ++resolver->seen[i] == waypoint->occurrence;
        break;
    case WAYPOINT_STEP: is_here = stop->position.step == waypoint->number; break;
    case WAYPOINT_END: is_here = is_last; break;
    case WAYPOINT_WHEN: is_here = resolve_when(resolver, i); break;
    case WAYPOINT_AFTER: resolve_after(resolver, i, stop); break;
    case WAYPOINT_CALL: case WAYPOINT_RETURN: case WAYPOINT_EXCEPTION: break;
    }
    if (is_here)
        waypoint->step = stop->position.step;
}

static void resolve_note_event(Resolver *resolver, const StopInfo *stop)
{
    if (stop->event != STEP_CALL && stop->event != STEP_RETURN && stop->event != STEP_EXCEPTION)
        return;
    uint64_t needed = (uint64_t)resolver->event_count + 1;
    resolver->events = memory_grow(resolver->events, &resolver->event_capacity, needed, sizeof *resolver->events);
    resolver->event_kinds = memory_grow(resolver->event_kinds, &resolver->kind_capacity, needed, 1);
    resolver->event_kinds[resolver->event_count] = (uint8_t)stop->event;
    resolver->events[resolver->event_count++] = stop->position.step;
}

static RunAnswer resolve_visit(void *context, const StopInfo *stop)
{
    Resolver *resolver = context;
    resolve_look(resolver);
    for (uint32_t i = 0; i < resolver->lesson->waypoint_count; i++)
        if (resolver->lesson->waypoints[i].step == LESSON_NOWHERE)
            resolve_waypoint(resolver, i, stop);
    if (resolver->wants_events)
        resolve_note_event(resolver, stop);
    return (RunAnswer){stop->position.step >= LESSON_STEPS, {stop->position.step + 1, 0}};
}

/* Events of functions. */

static const StepEvent waypoint_events[] = {
    [WAYPOINT_CALL] = STEP_CALL, [WAYPOINT_RETURN] = STEP_RETURN, [WAYPOINT_EXCEPTION] = STEP_EXCEPTION,
};

static bool resolve_is_function(const View *view, const Waypoint *waypoint)
{
    return waypoint->function == NULL
        || (view->frame_count > 0
            && view_text_equals(view, view->frames[view->frame_count - 1].name, waypoint->function));
}

static void resolve_event(Resolver *resolver, const View *view, StepEvent event, uint64_t step)
{
    for (uint32_t i = 0; i < resolver->lesson->waypoint_count; i++) {
        Waypoint *waypoint = &resolver->lesson->waypoints[i];
        if (resolve_is_event(waypoint) && waypoint->step == LESSON_NOWHERE && waypoint_events[waypoint->kind] == event
            && resolve_is_function(view, waypoint) && ++resolver->seen[i] == waypoint->occurrence)
            waypoint->step = step;
    }
}

static bool resolve_still_wants_events(const Resolver *resolver)
{
    for (uint32_t i = 0; i < resolver->lesson->waypoint_count; i++)
        if (resolve_is_event(&resolver->lesson->waypoints[i])
            && resolver->lesson->waypoints[i].step == LESSON_NOWHERE)
            return true;
    return false;
}

static void resolve_events(Resolver *resolver, Timeline *timeline)
{
    static const ViewOptions few = {.max_slots = 1, .max_repr = 1, .max_objects = 1};
    View view;
    view_init(&view);
    for (uint32_t i = 0; i < resolver->event_count && resolve_still_wants_events(resolver); i++) {
        TimelineStatus status = timeline_seek(timeline, (Position){resolver->events[i], 0}, &few, &view, NULL);
        if (status == TIMELINE_CANCELLED)
            break;
        resolve_event(resolver, &view, (StepEvent)resolver->event_kinds[i], resolver->events[i]);
    }
    view_finish(&view);
}

/* Telling. */

static void resolve_describe(const Waypoint *waypoint, char *out, size_t size)
{
    static const char *const words[] = {
        [WAYPOINT_LINE] = "line", [WAYPOINT_AFTER] = "after line", [WAYPOINT_STEP] = "step", [WAYPOINT_WHEN] = "when",
        [WAYPOINT_CALL] = "call of", [WAYPOINT_RETURN] = "return of", [WAYPOINT_EXCEPTION] = "exception in",
        [WAYPOINT_END] = "end",
    };
    int used;
    if (waypoint->kind == WAYPOINT_WHEN)
        used = snprintf(out, size, "when %s", condition_text(waypoint->condition));
    else if (resolve_is_event(waypoint))
        used = snprintf(out, size, "%s %s", words[waypoint->kind],
                        waypoint->function == NULL ? "any function" : waypoint->function);
    else
        used = snprintf(out, size, "%s %llu", words[waypoint->kind], (unsigned long long)waypoint->number);
    if (waypoint->occurrence > 1 && used > 0 && (size_t)used < size)
        snprintf(out + used, size - (size_t)used, ", time %u", waypoint->occurrence);
}

static size_t resolve_report(const Lesson *lesson, FILE *out)
{
    size_t count = 0;
    for (uint32_t i = 0; i < lesson->waypoint_count; i++) {
        char where[120];
        if (lesson->waypoints[i].step != LESSON_NOWHERE)
            continue;
        count++;
        resolve_describe(&lesson->waypoints[i], where, sizeof where);
        if (out != NULL)
            fprintf(out, "%s:%d:%d: way-point %u (%s) is never reached; move it or change the program\n", lesson->path,
                    lesson->waypoints[i].source_line, lesson->waypoints[i].source_column, i + 1, where);
    }
    return count;
}

size_t lesson_resolve(Lesson *lesson, Timeline *timeline, FILE *out)
{
    size_t size = lesson->waypoint_count * sizeof(uint32_t);
    Resolver resolver = {.lesson = lesson, .seen = memory_resize(NULL, size), .depth = memory_resize(NULL, size),
                         .held = memory_resize(NULL, lesson->waypoint_count), .timeline = timeline};
    memset(resolver.seen, 0, size);
    memset(resolver.depth, 0, size);
    memset(resolver.held, 0, lesson->waypoint_count);
    view_init(&resolver.view);
    for (uint32_t i = 0; i < lesson->waypoint_count; i++) {
        lesson->waypoints[i].step = LESSON_NOWHERE;
        resolver.wants_events |= resolve_is_event(&lesson->waypoints[i]);
    }
    TimelineStatus status = timeline_visit(timeline, (Position){0, 0}, resolve_visit, &resolver, TIMELINE_WHOLE);
    if (status != TIMELINE_CANCELLED)
        resolve_events(&resolver, timeline);
    free(resolver.seen);
    free(resolver.depth);
    free(resolver.held);
    view_finish(&resolver.view);
    free(resolver.events);
    free(resolver.event_kinds);
    return status == TIMELINE_CANCELLED ? 0 : resolve_report(lesson, out);
}

uint64_t *lesson_steps(const Lesson *lesson, uint32_t *count)
{
    uint32_t all = lesson ? lesson->waypoint_count : 0;
    uint64_t *steps = all ? calloc(all, sizeof *steps) : NULL;
    *count = 0;
    for (uint32_t i = 0; steps && i < all; i++)
        if (lesson->waypoints[i].step != LESSON_NOWHERE)
            steps[(*count)++] = lesson->waypoints[i].step;
    return steps;
}
