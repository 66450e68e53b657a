#include "machine/biography.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

/* ---- one place ---- */

static uint64_t target_in_view(const View *view, const HolderSlot *slot)
{
    int32_t holder = slot->place == HOLDER_IN_FRAME ? view_find_frame(view, slot->number)
                                                    : view_find_object(view, slot->number);
    if (holder == VIEW_NONE)
        return 0;
    bool in_frame = slot->place == HOLDER_IN_FRAME;
    uint32_t first = in_frame ? view->frames[holder].first_slot : view->objects[holder].first_slot;
    uint32_t count = in_frame ? view->frames[holder].slot_count : view->objects[holder].slot_count;
    for (uint32_t i = first; i < first + count; i++)
        if (view_text_equals(view, view->slots[i].label, slot->label) && view->slots[i].target != VIEW_NONE)
            return view->objects[view->slots[i].target].number;
    return 0;
}

uint64_t biography_target(Timeline *timeline, const HolderSlot *slot)
{
    const MachineLanguage *language = timeline_language(timeline);
    if (language->target)
        return language->target(timeline_machine(timeline), slot);
    View view;
    view_init(&view);
    language->view(timeline_machine(timeline), &(ViewOptions){0}, &view);
    uint64_t target = target_in_view(&view, slot);
    view_finish(&view);
    return target;
}

/* What tells whether the slot still holds the same. */
static uint64_t content_of(Timeline *timeline, const HolderSlot *slot)
{
    const MachineLanguage *language = timeline_language(timeline);
    return language->content ? language->content(timeline_machine(timeline), slot) : biography_target(timeline, slot);
}

static bool is_alive(Timeline *timeline, uint64_t number, uint64_t address)
{
    const MachineLanguage *language = timeline_language(timeline);
    if (language->alive)
        return language->alive(timeline_machine(timeline), number, address);
    View view;
    view_init(&view);
    language->view(timeline_machine(timeline), &(ViewOptions){0}, &view);
    int32_t object = view_find_object(&view, number);
    bool alive = object != VIEW_NONE && !(view.objects[object].flags & OBJECT_FREED);
    view_finish(&view);
    return alive;
}

/* ---- halving ---- */

/* Has it happened yet at the stop where the machine stands? Once true it stays true. */
typedef struct Question {
    Timeline *timeline;
    bool (*happened)(const struct Question *question, const StopInfo *stop);
    uint64_t number, address;
    uint64_t limit;            /* no step after this is looked at */
    HolderSlot slot;
} Question;

static bool is_born(const Question *question, const StopInfo *stop) { return stop->newest_number >= question->number; }

static bool is_dead(const Question *question, const StopInfo *stop)
{
    return !is_alive(question->timeline, question->number, question->address);
}

/* The stop at or after a position, and whether it has happened there. */
static TimelineStatus ask(const Question *question, Position at, StopInfo *stop, bool *happened)
{
    TimelineStatus status = timeline_seek(question->timeline, at, NULL, NULL, stop);
    *happened = status != TIMELINE_CANCELLED && question->happened(question, stop);
    return status;
}

/* The events around it: *before where it has not happened yet, *after the first event where it has. `before` is given. */
static TimelineStatus find_step(const Question *question, Position *before, Position *after)
{
    uint64_t low = before->step, stride = 1, high = low;
    StopInfo stop;
    bool happened = false;
    for (; low < question->limit; stride *= 2, low = high) {
        uint64_t next = stride < question->limit - low ? low + stride : question->limit;
        TimelineStatus status = ask(question, (Position){next, 0}, &stop, &happened);
        high = stop.position.step;
        if (status == TIMELINE_CANCELLED)
            return status;
        if (happened || status == TIMELINE_END)
            break;
    }
    if (!happened)
        return TIMELINE_END;
    while (high > low + 1) {
        uint64_t middle = low + (high - low) / 2;
        if (ask(question, (Position){middle, 0}, &stop, &happened) == TIMELINE_CANCELLED)
            return TIMELINE_CANCELLED;
        if (happened)
            high = middle;
        else
            low = middle;
    }
    *before = (Position){low, low == before->step ? before->instruction : 0};
    *after = (Position){high, 0};
    return timeline_seek(question->timeline, *before, NULL, NULL, &stop) == TIMELINE_CANCELLED ? TIMELINE_CANCELLED
                                                                                              : TIMELINE_REACHED;
}

/* The same within a step, by instructions. Library code may run a great many of them in one. */
static TimelineStatus find_instruction(const Question *question, Position *before, Position *after)
{
    StopInfo stop;
    bool happened = false;
    uint64_t low = before->instruction, stride = 1, high;
    do {
        if (ask(question, (Position){before->step, low + stride}, &stop, &happened) == TIMELINE_CANCELLED)
            return TIMELINE_CANCELLED;
        happened = happened || position_compare(stop.position, *after) >= 0;
        high = low + stride;
        low = happened ? low : high;
        stride *= 2;
    } while (!happened);
    while (high > low + 1) {
        uint64_t middle = low + (high - low) / 2;
        if (ask(question, (Position){before->step, middle}, &stop, &happened) == TIMELINE_CANCELLED)
            return TIMELINE_CANCELLED;
        if (happened || stop.position.step > before->step)
            high = middle;
        else
            low = middle;
    }
    *before = (Position){before->step, low};
    return ask(question, (Position){before->step, high}, &stop, &happened) == TIMELINE_CANCELLED
               ? TIMELINE_CANCELLED : (*after = stop.position, TIMELINE_REACHED);
}

static uint64_t limit_from(uint64_t step, uint64_t limit)
{
    uint64_t most = step + BIOGRAPHY_STEPS;
    return limit < most ? limit : most;
}

/* Fills in what was running before it happened. After a return event the next instruction is one of the caller's:
 * `in_caller` says that it was that which did it. */
static TimelineStatus tell_moment(Timeline *timeline, Position before, Position after, bool in_caller, Moment *moment)
{
    View view;
    view_init(&view);
    *moment = (Moment){.before = before, .after = after, .step = after.step + (after.instruction > 0)};
    static const ViewOptions frames_only = {.max_objects = 1, .max_slots = 1, .max_repr = 8};
    TimelineStatus status = timeline_seek(timeline, before, &frames_only, &view, NULL);
    if (status != TIMELINE_CANCELLED && view.frame_count) {
        bool returns = in_caller && view.event == STEP_RETURN && before.instruction == 0 && view.frame_count > 1;
        const ViewFrame *frame = &view.frames[view.frame_count - 1 - returns];
        moment->line = frame->line;
        snprintf(moment->function, sizeof moment->function, "%.*s", (int)frame->name.length,
                 view_text(&view, frame->name));
    }
    view_finish(&view);
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}

static TimelineStatus find_moment(const Question *question, Position from, Moment *moment)
{
    Position before = from, after;
    TimelineStatus status = find_step(question, &before, &after);
    if (status == TIMELINE_REACHED)
        status = find_instruction(question, &before, &after);
    return status == TIMELINE_REACHED ? tell_moment(question->timeline, before, after, true, moment) : status;
}

/* ---- birth ---- */

/* An object that is there before the first line was made by loading the program. */
static TimelineStatus born_before_all(Timeline *timeline, Birth *birth)
{
    birth->moment = (Moment){.function = "<module>"};
    return TIMELINE_REACHED;
}

TimelineStatus biography_birth(Timeline *timeline, uint64_t number, uint64_t limit, Birth *birth)
{
    Question question = {.timeline = timeline, .happened = is_born, .number = number, .limit = limit_from(0, limit)};
    StopInfo stop;
    bool happened;
    *birth = (Birth){0};
    if (ask(&question, (Position){0, 0}, &stop, &happened) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    TimelineStatus status = happened ? born_before_all(timeline, birth)
                                     : find_moment(&question, (Position){0, 0}, &birth->moment);
    if (status != TIMELINE_REACHED)
        return status;
    if (timeline_seek(timeline, birth->moment.after, NULL, NULL, NULL) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    HolderList list;
    holder_list_init(&list);
    holders_find(timeline_language(timeline), timeline_machine(timeline), &number, 1, 1, &list);
    birth->address = list.objects[0].exists ? list.objects[0].address : 0;
    holder_list_finish(&list);
    return TIMELINE_REACHED;
}

/* ---- death ---- */

void obituary_init(Obituary *obituary)
{
    *obituary = (Obituary){.place = -1, .first = -1};
    holder_list_init(&obituary->holders);
}

void obituary_finish(Obituary *obituary)
{
    free(obituary->deaths);
    holder_list_finish(&obituary->holders);
    *obituary = (Obituary){0};
}

static void note_death(void *context, const Death *death)
{
    Obituary *obituary = context;
    if (!obituary->watching)
        return;
    obituary->deaths = memory_grow(obituary->deaths, &obituary->capacity, (uint64_t)obituary->count + 1,
                                   sizeof *obituary->deaths);
    obituary->deaths[obituary->count++] = *death;
}

static bool was_revived(const Obituary *obituary, uint32_t i)
{
    for (uint32_t j = i; j < obituary->count; j++)
        if (obituary->deaths[j].revived && obituary->deaths[j].number == obituary->deaths[i].number)
            return true;
    return false;
}

/* Takes out what was revived, both its death and the note that it lives. */
static void drop_revived(Obituary *obituary)
{
    uint32_t kept = 0;
    bool any = false;
    for (uint32_t i = 0; i < obituary->count; i++)
        any = any || obituary->deaths[i].revived;
    for (uint32_t i = 0; any && i < obituary->count; i++)
        if (!was_revived(obituary, i))
            obituary->deaths[kept++] = obituary->deaths[i];
    obituary->count = any ? kept : obituary->count;
}

static bool is_aside(const Obituary *obituary, const Death *death)
{
    return death->by == DEATH_IN_FINALIZER || death->number > obituary->newest;
}

/* Takes out the temporaries of the instruction and of finalizers' own lines, unless the question is about one of them. */
static void drop_asides(Obituary *obituary)
{
    uint32_t kept = 0;
    bool asked = obituary->first >= 0 && is_aside(obituary, &obituary->deaths[obituary->first]);
    for (uint32_t i = 0; i < obituary->count && !asked; i++)
        if (!is_aside(obituary, &obituary->deaths[i]))
            obituary->deaths[kept++] = obituary->deaths[i];
    obituary->count = asked ? obituary->count : kept;
}

static int32_t find_death(const Obituary *obituary, uint64_t number)
{
    for (uint32_t i = 0; i < obituary->count; i++)
        if (obituary->deaths[i].number == number)
            return (int32_t)i;
    return -1;
}

static void find_first_of_cascade(Obituary *obituary, uint64_t number)
{
    int32_t at = obituary->place = find_death(obituary, number);
    obituary->first = at;
    while (at >= 0 && obituary->deaths[at].by && obituary->deaths[at].by < DEATH_IN_FINALIZER) {
        at = find_death(obituary, obituary->deaths[at].by);
        obituary->first = at >= 0 ? at : obituary->first;
    }
}

/* The last flat stop before a position: what finalizers do is part of the instruction that set them off. */
typedef struct FlatSearch { Position end, found; bool by_instruction; } FlatSearch;

static RunAnswer look_for_flat(void *context, const StopInfo *stop)
{
    FlatSearch *search = context;
    Position next = stop->position;
    if (position_compare(next, search->end) > 0)
        return (RunAnswer){.leave = true};
    if (stop->flat)
        search->found = next;
    else if (search->by_instruction)
        return (RunAnswer){.leave = true};
    next = search->by_instruction ? (Position){next.step, next.instruction + 1} : (Position){next.step + 1, 0};
    return (RunAnswer){.next = next};
}

static TimelineStatus find_flat(Timeline *timeline, Position before, Position *flat)
{
    FlatSearch search = {.end = before, .found = timeline_landmark_before(timeline, (Position){before.step, 1})};
    TimelineStatus status = timeline_visit(timeline, search.found, look_for_flat, &search, TIMELINE_WHOLE);
    search.by_instruction = true;
    if (status != TIMELINE_CANCELLED)
        status = timeline_visit(timeline, search.found, look_for_flat, &search, TIMELINE_WHOLE);
    *flat = search.found;
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}

/* Up to the next flat stop: then the instruction is done. */
static RunAnswer begin_watch(void *context, const StopInfo *stop)
{
    Obituary *obituary = context;
    bool reached = position_compare(stop->position, obituary->moment.after) >= 0;
    if (!obituary->newest)
        obituary->newest = stop->newest_number;
    obituary->watching = !(reached && stop->flat);
    return (RunAnswer){.leave = !obituary->watching,
                       .next = reached ? (Position){stop->position.step, stop->position.instruction + 1}
                                       : obituary->moment.after};
}

/* Runs that instruction once more, watching. */
static TimelineStatus watch(Timeline *timeline, uint64_t number, Obituary *obituary)
{
    timeline_watch_deaths(timeline, note_death, obituary);
    TimelineStatus status = timeline_visit(timeline, obituary->flat, begin_watch, obituary, TIMELINE_WHOLE);
    timeline_watch_deaths(timeline, NULL, NULL);
    drop_revived(obituary);
    find_first_of_cascade(obituary, number);
    drop_asides(obituary);
    find_first_of_cascade(obituary, number);
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}

/* Of several references that go in one instruction the last name counts: names of a frame are let go in their order. */
static void choose_last(Obituary *obituary, const HeldObject *held)
{
    const Holder *last = NULL;
    for (uint32_t i = held->first; i < held->first + held->listed; i++) {
        const Holder *holder = &obituary->holders.items[i];
        if (!last || holder->role == HOLDER_NAME || last->role != HOLDER_NAME)
            last = holder;
    }
    obituary->has_last = last != NULL;
    if (!last)
        return;
    obituary->last = holder_slot(&obituary->holders, last);
    holder_words(&obituary->holders, last, obituary->last_words, sizeof obituary->last_words);
}

static TimelineStatus find_last_reference(Timeline *timeline, uint64_t number, Obituary *obituary)
{
    TimelineStatus status = timeline_seek(timeline, obituary->flat, NULL, NULL, NULL);
    if (status == TIMELINE_CANCELLED)
        return status;
    uint64_t numbers[] = {number, obituary->first >= 0 ? obituary->deaths[obituary->first].number : number};
    holders_find(timeline_language(timeline), timeline_machine(timeline), numbers, 1 + (numbers[0] != numbers[1]), 64,
                 &obituary->holders);
    choose_last(obituary, &obituary->holders.objects[numbers[0] != numbers[1]]);
    View view;
    view_init(&view);
    static const ViewOptions frames_only = {.max_objects = 1, .max_slots = 1, .max_repr = 8};
    status = timeline_seek(timeline, obituary->moment.after, &frames_only, &view, NULL);
    if (status != TIMELINE_CANCELLED && obituary->has_last) {
        obituary->last_target = biography_target(timeline, &obituary->last);
        obituary->frame_ended = obituary->last.place == HOLDER_IN_FRAME
            && view_find_frame(&view, obituary->last.number) == VIEW_NONE;
    }
    view_finish(&view);
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}

TimelineStatus biography_death(Timeline *timeline, uint64_t number, uint64_t address, Position alive, uint64_t limit,
                               Obituary *obituary)
{
    Question question = {.timeline = timeline, .happened = is_dead, .number = number, .address = address,
                         .limit = limit_from(alive.step, limit)};
    TimelineStatus status = find_moment(&question, alive, &obituary->moment);
    Position after = obituary->moment.after;
    if (status == TIMELINE_REACHED)
        status = find_flat(timeline, obituary->moment.before, &obituary->flat);
    if (status == TIMELINE_REACHED)
        status = watch(timeline, number, obituary);
    if (status == TIMELINE_REACHED)
        status = find_last_reference(timeline, number, obituary);
    return status == TIMELINE_REACHED
               ? tell_moment(timeline, obituary->flat, after, !obituary->frame_ended, &obituary->moment) : status;
}

/* ---- the last change of a slot ---- */

typedef struct Back {
    Timeline *timeline;
    const HolderSlot *slot;
    uint64_t now;              /* what it holds, see content_of */
    Position end;
    Position found;            /* the last event at which it was something else */
    bool is_found;
} Back;

static RunAnswer look_back(void *context, const StopInfo *stop)
{
    Back *back = context;
    if (position_compare(stop->position, back->end) >= 0)
        return (RunAnswer){.leave = true};
    if (content_of(back->timeline, back->slot) != back->now) {
        back->found = stop->position;
        back->is_found = true;
    }
    Position next = {stop->position.step + 1, 0};
    return (RunAnswer){.next = position_compare(next, back->end) < 0 ? next : back->end};
}

static bool has_become(const Question *question, const StopInfo *stop)
{
    return content_of(question->timeline, &question->slot) == question->number;
}

TimelineStatus biography_last_change(Timeline *timeline, const HolderSlot *slot, Position from, Moment *moment)
{
    Back back = {.timeline = timeline, .slot = slot, .end = from};
    if (timeline_seek(timeline, from, NULL, NULL, NULL) == TIMELINE_CANCELLED)
        return TIMELINE_CANCELLED;
    back.now = content_of(timeline, slot);
    while (!back.is_found && position_compare(back.end, (Position){0, 0}) > 0) {
        Position first = timeline_landmark_before(timeline, back.end);
        if (timeline_visit(timeline, first, look_back, &back, TIMELINE_WHOLE) == TIMELINE_CANCELLED)
            return TIMELINE_CANCELLED;
        if (!back.is_found && from.step - first.step > BIOGRAPHY_BACK)
            return TIMELINE_END;
        back.end = first;
    }
    if (!back.is_found)
        return TIMELINE_END;
    Question question = {.timeline = timeline, .happened = has_become, .number = back.now, .slot = *slot};
    Position before = back.found, after = {back.found.step + 1, 0};
    TimelineStatus status = find_instruction(&question, &before, &after);
    return status == TIMELINE_REACHED ? tell_moment(timeline, before, after, true, moment) : status;
}

/* ---- words ---- */

void moment_words(const Moment *moment, char *words, size_t size)
{
    if (moment->line)
        snprintf(words, size, "step %" PRIu64 ", line %d, in %s", moment->step, moment->line, moment->function);
    else
        snprintf(words, size, "step %" PRIu64, moment->step);
}

static bool was_at_work(uint8_t role)
{
    return role == HOLDER_ITERATOR || role == HOLDER_ARGUMENT || role == HOLDER_TEMPORARY || role == HOLDER_RETURNED ||
           role == HOLDER_RUNNING;
}

/* What became of the slot that referred to it last. */
static void tell_last(const Obituary *obituary, char *words, size_t size)
{
    const HolderSlot *last = &obituary->last;
    if (!obituary->has_last)
        snprintf(words, size, "it was needed only while the line was worked out");
    else if (was_at_work(last->role))
        snprintf(words, size, "it was held only by %s, which was done with it", obituary->last_words);
    else if (obituary->last_target == obituary->holders.objects[0].number)
        snprintf(words, size, "the program gave it back, though it was still held by %s", obituary->last_words);
    else if (obituary->frame_ended)
        snprintf(words, size, "its last reference was %s, and that call ended", obituary->last_words);
    else if (obituary->last_target)
        snprintf(words, size, "its last reference was %s, which refers to object %" PRIu64 " since",
                 obituary->last_words, obituary->last_target);
    else
        snprintf(words, size, "its last reference was %s, which was %s", obituary->last_words,
                 last->place == HOLDER_IN_FRAME ? "unbound" : "removed");
}

void obituary_words(const Obituary *obituary, char *words, size_t size)
{
    const Death *own = obituary->place >= 0 ? &obituary->deaths[obituary->place] : NULL;
    const Death *first = obituary->first >= 0 ? &obituary->deaths[obituary->first] : NULL;
    char cause[500];
    tell_last(obituary, cause, sizeof cause);
    if (first && first->by == DEATH_BY_COLLECTOR)
        snprintf(cause, sizeof cause, "the collector found that nothing but a cycle held it");
    if (own == first) {
        snprintf(words, size, "%s", cause);
        return;
    }
    int32_t by = find_death(obituary, own->by);
    int length = snprintf(words, size, "object %" PRIu64 " (%s), which held it, was released", own->by,
                          by >= 0 ? obituary->deaths[by].type : "?");
    if (length < 0 || (size_t)length >= size)
        return;
    if (own->by != first->number)
        length += snprintf(words + length, size - (size_t)length, ", after object %" PRIu64 " (%s)", first->number,
                           first->type);
    if ((size_t)length < size)
        snprintf(words + length, size - (size_t)length, ": %s", cause);
}
