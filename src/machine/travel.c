/* Nothing runs backwards: the last stop before a position is found by running the stretch from the snapshot before it,
 * visiting every event and remembering the last that matches; then the stretch before that one, and so on. */
#include "machine/travel.h"

typedef struct TravelSearch {
    TravelMatch match;
    void *context;
    Timeline *timeline;        /* backwards, by instruction */
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

/* The least position behind another that there may be. */
static Position travel_least_after(const Timeline *timeline, Position position)
{
    if (timeline_language(timeline)->has_collector)
        return (Position){position.step, position.instruction, position.moment + 1};
    return (Position){position.step, position.instruction + 1, 0};
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

/* What was before the first instruction of a step is the last of the step before; how many that one has, and how many
 * moments of a collection an instruction has, shows by running. */
static RunAnswer travel_visit_instruction(void *context, const StopInfo *stop)
{
    TravelSearch *search = context;
    if (position_compare(stop->position, search->end) >= 0)
        return (RunAnswer){.leave = true};
    search->found = stop->position;
    return travel_go_on(travel_least_after(search->timeline, stop->position));
}

static TimelineStatus travel_find_previous_instruction(Timeline *timeline, Position from, Position *found)
{
    if (from.moment > 0) {
        *found = (Position){from.step, from.instruction, from.moment - 1};
        return TIMELINE_REACHED;
    }
    if (from.step == 0 && from.instruction == 0)
        return TIMELINE_END;
    Position first = from.instruction > 0 ? (Position){from.step, from.instruction - 1, 0}
                                          : (Position){from.step - 1, 0, 0};
    TravelSearch search = {.timeline = timeline, .end = from};
    TimelineStatus status = timeline_visit(timeline, first, travel_visit_instruction, &search, TIMELINE_WHOLE);
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
    [TRAVEL_INSTRUCTION_OVER] = {NULL, false},
    [TRAVEL_COLLECTION] = {NULL, false},
    [TRAVEL_BACK_COLLECTION] = {NULL, true},
};

/* Collections. */

typedef struct TravelMoments {
    Timeline *timeline;
    uint64_t step, ordinal, count;
    uint64_t collections;      /* only moments of collections behind that one count */
    Position found;
} TravelMoments;

static RunAnswer travel_visit_moment(void *context, const StopInfo *stop)
{
    TravelMoments *search = context;
    if (stop->position.step != search->step)
        return (RunAnswer){.leave = true};
    if (stop_is_in_collection(stop) && stop->collections > search->collections) {
        search->found = stop->position;
        if (++search->count == search->ordinal)
            return (RunAnswer){.leave = true};
    }
    return travel_go_on(travel_least_after(search->timeline, stop->position));
}

static TimelineStatus travel_search_moment(Timeline *timeline, TravelMoments search, Position *found)
{
    search.timeline = timeline;
    search.found = (Position){search.step, 0, 0};
    TimelineStatus status = timeline_visit(timeline, (Position){search.step, 0, 1}, travel_visit_moment, &search,
                                           TIMELINE_WHOLE);
    *found = search.found;
    return status == TIMELINE_CANCELLED ? status : search.count == search.ordinal ? TIMELINE_REACHED : TIMELINE_END;
}

TimelineStatus travel_find_moment(Timeline *timeline, uint64_t step, uint64_t ordinal, Position *found)
{
    return travel_search_moment(timeline, (TravelMoments){.step = step, .ordinal = ordinal}, found);
}

static bool travel_has_collected(void *context, const StopInfo *stop)
{
    return stop->collections > *(const uint64_t *)context;
}

/* One begins between two events: the first of them is the step that it belongs to. */
static TimelineStatus travel_find_next_collection(Timeline *timeline, const StopInfo *from, Position *found)
{
    uint64_t collections = from->collections;
    Position after;
    TimelineStatus status = travel_find_next(timeline, from->position, travel_has_collected, &collections, &after);
    if (status != TIMELINE_REACHED)
        return status;
    TravelMoments search = {.step = after.step - 1, .ordinal = 1, .collections = collections};
    return travel_search_moment(timeline, search, found);
}

static bool travel_knows_fewer(void *context, const StopInfo *stop)
{
    return stop->collections < *(const uint64_t *)context;
}

static TimelineStatus travel_find_previous_collection(Timeline *timeline, const StopInfo *from, Position *found)
{
    uint64_t wanted = from->collections - (stop_is_in_collection(from) && from->collections > 0);
    Position before;
    if (wanted == 0)
        return TIMELINE_END;
    TimelineStatus status = travel_find_previous(timeline, from->position, travel_knows_fewer, &wanted, &before);
    if (status != TIMELINE_REACHED)
        return status;
    TravelMoments search = {.step = before.step, .ordinal = 1, .collections = wanted - 1};
    return travel_search_moment(timeline, search, found);
}

/* What every event matches need not be searched. */
static bool travel_is_obvious(const Timeline *timeline, TravelRule rule, Position from, Position *target)
{
    if (rule.backwards) {
        bool inside = from.instruction > 0 || from.moment > 0;
        *target = inside || from.step == 0 ? (Position){from.step, 0} : (Position){from.step - 1, 0};
        return rule.match == travel_is_any && position_compare(from, *target) > 0;
    }
    *target = rule.match == NULL ? travel_least_after(timeline, from) : travel_after(from);
    return rule.match == NULL || rule.match == travel_is_any;
}

static TimelineStatus travel_find(Timeline *timeline, TravelRule rule, const StopInfo *from, TravelGoal *goal,
                                  Position *target)
{
    if (travel_is_obvious(timeline, rule, from->position, target))
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
    TimelineStatus status;
    if (move == TRAVEL_INSTRUCTION_OVER) {
        target = (Position){from->position.step, from->position.instruction + 1, 0};
        status = TIMELINE_REACHED;
    } else if (move == TRAVEL_COLLECTION)
        status = travel_find_next_collection(timeline, from, &target);
    else if (move == TRAVEL_BACK_COLLECTION)
        status = travel_find_previous_collection(timeline, from, &target);
    else
        status = travel_find(timeline, rule, from, &goal, &target);
    if (status == TIMELINE_CANCELLED)
        return status;
    if (status == TIMELINE_END)
        target = rule.backwards ? (Position){0, 0} : timeline_extent(timeline).last;
    TimelineStatus arrived = timeline_seek(timeline, target, options, view, to);
    return arrived == TIMELINE_REACHED ? status : arrived;
}
