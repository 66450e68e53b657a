/* Nothing runs backwards: the last stop before a position is found by running the stretch from the snapshot before it,
 * visiting every event and remembering the last that matches; then the stretch before that one, and so on. */
#include "machine/travel.h"

typedef struct TravelSearch {
    TravelMatch match;
    void *context;
    Position end;              /* backwards: look at events before this */
    Position found;
    bool is_found;
} TravelSearch;

static RunAnswer travel_go_on(Position next)
{
    return (RunAnswer){.next = next};
}

static Position travel_after(Position position)
{
    return (Position){position.step + 1, 0};
}

/* Forwards. */

static RunAnswer travel_visit_next(void *context, const StopInfo *stop)
{
    TravelSearch *search = context;
    search->is_found = search->match(search->context, stop);
    search->found = stop->position;
    return search->is_found ? (RunAnswer){.leave = true} : travel_go_on(travel_after(stop->position));
}

TimelineStatus travel_find_next(Timeline *timeline, Position from, TravelMatch match, void *context,
                                Position *found)
{
    TimelineExtent extent = timeline_extent(timeline);
    if (extent.ended && position_compare(from, extent.last) >= 0)
        return TIMELINE_END;
    TravelSearch search = {.match = match, .context = context};
    TimelineStatus status = timeline_visit(timeline, travel_after(from), travel_visit_next, &search, TIMELINE_WHOLE);
    *found = search.found;
    return status == TIMELINE_END && search.is_found ? TIMELINE_REACHED : status;
}

/* Backwards. */

static RunAnswer travel_visit_stretch(void *context, const StopInfo *stop)
{
    TravelSearch *search = context;
    if (position_compare(stop->position, search->end) >= 0)
        return (RunAnswer){.leave = true};
    if (search->match(search->context, stop)) {
        search->found = stop->position;
        search->is_found = true;
    }
    Position next = travel_after(stop->position);
    return travel_go_on(position_compare(next, search->end) < 0 ? next : search->end);
}

TimelineStatus travel_find_previous(Timeline *timeline, Position from, TravelMatch match, void *context,
                                    Position *found)
{
    const Position start = {0, 0};
    TravelSearch search = {.match = match, .context = context, .end = from};
    while (!search.is_found && position_compare(search.end, start) > 0) {
        Position first = timeline_landmark_before(timeline, search.end);
        if (timeline_visit(timeline, first, travel_visit_stretch, &search, TIMELINE_WHOLE) == TIMELINE_CANCELLED)
            return TIMELINE_CANCELLED;
        search.end = first;
    }
    *found = search.found;
    return search.is_found ? TIMELINE_REACHED : TIMELINE_END;
}

/* What the moves look for. */

typedef struct TravelGoal {
    uint32_t depth;
    const TravelLines *lines;
} TravelGoal;

static bool travel_is_not_deeper(void *context, const StopInfo *stop)
{
    const TravelGoal *goal = context;
    return stop->depth <= goal->depth;
}

static bool travel_is_outside(void *context, const StopInfo *stop)
{
    const TravelGoal *goal = context;
    return stop->depth < goal->depth;
}

static bool travel_is_on_line(void *context, const StopInfo *stop)
{
    const TravelGoal *goal = context;
    if (stop->event != STEP_LINE || goal->lines == NULL)
        return false;
    for (size_t i = 0; i < goal->lines->count; i++)
        if (goal->lines->lines[i] == stop->line)
            return true;
    return false;
}

static bool travel_is_any(void *context, const StopInfo *stop)
{
    return true;
}

/* The instruction before the first of a step is the last of the step before; how many that one has shows by running. */
static RunAnswer travel_visit_instruction(void *context, const StopInfo *stop)
{
    TravelSearch *search = context;
    if (position_compare(stop->position, search->end) >= 0)
        return (RunAnswer){.leave = true};
    search->found = stop->position;
    return travel_go_on((Position){stop->position.step, stop->position.instruction + 1});
}

static TimelineStatus travel_find_previous_instruction(Timeline *timeline, Position from, Position *found)
{
    if (from.instruction > 0) {
        *found = (Position){from.step, from.instruction - 1};
        return TIMELINE_REACHED;
    }
    if (from.step == 0)
        return TIMELINE_END;
    TravelSearch search = {.end = from};
    TimelineStatus status = timeline_visit(timeline, (Position){from.step - 1, 0}, travel_visit_instruction, &search,
                                           TIMELINE_WHOLE);
    *found = search.found;
    return status == TIMELINE_CANCELLED ? TIMELINE_CANCELLED : TIMELINE_REACHED;
}

/* How each move is made: to an event that matches, or instruction by instruction. */
typedef struct TravelRule {
    TravelMatch match;         /* NULL: by instruction */
    bool backwards;
} TravelRule;

static const TravelRule travel_rules[] = {
    [TRAVEL_INTO] = {travel_is_any, false},
    [TRAVEL_BACK] = {travel_is_any, true},
    [TRAVEL_OVER] = {travel_is_not_deeper, false},
    [TRAVEL_BACK_OVER] = {travel_is_not_deeper, true},
    [TRAVEL_OUT] = {travel_is_outside, false},
    [TRAVEL_BACK_OUT] = {travel_is_outside, true},
    [TRAVEL_LINE] = {travel_is_on_line, false},
    [TRAVEL_BACK_LINE] = {travel_is_on_line, true},
    [TRAVEL_INSTRUCTION] = {NULL, false},
    [TRAVEL_BACK_INSTRUCTION] = {NULL, true},
};

/* What every event matches need not be searched. */
static bool travel_is_obvious(TravelRule rule, Position from, Position *target)
{
    if (rule.backwards) {
        *target = from.instruction > 0 || from.step == 0 ? (Position){from.step, 0} : (Position){from.step - 1, 0};
        return rule.match == travel_is_any && position_compare(from, *target) > 0;
    }
    *target = rule.match == NULL ? (Position){from.step, from.instruction + 1} : travel_after(from);
    return rule.match == NULL || rule.match == travel_is_any;
}

static TimelineStatus travel_find(Timeline *timeline, TravelRule rule, const StopInfo *from, TravelGoal *goal,
                                  Position *target)
{
    if (travel_is_obvious(rule, from->position, target))
        return TIMELINE_REACHED;
    if (rule.match == NULL)
        return travel_find_previous_instruction(timeline, from->position, target);
    if (rule.backwards)
        return travel_find_previous(timeline, from->position, rule.match, goal, target);
    return travel_find_next(timeline, from->position, rule.match, goal, target);
}

TimelineStatus travel_make(Timeline *timeline, TravelMove move, const StopInfo *from, const TravelLines *lines,
                           const ViewOptions *options, View *view, StopInfo *to)
{
    TravelRule rule = travel_rules[move];
    TravelGoal goal = {from->depth, lines};
    Position target;
    TimelineStatus status = travel_find(timeline, rule, from, &goal, &target);
    if (status == TIMELINE_CANCELLED)
        return status;
    if (status == TIMELINE_END)
        target = rule.backwards ? (Position){0, 0} : timeline_extent(timeline).last;
    TimelineStatus arrived = timeline_seek(timeline, target, options, view, to);
    return arrived == TIMELINE_REACHED ? status : arrived;
}
