#include "lesson/chronicle.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/narration.h"
#include "lesson/phrase.h"
#include "machine/change.h"

/* As the window shows states: what is beyond is not missed in a row of events. */
static const ViewOptions chronicle_view = {.return_slot = true, .max_slots = 200, .max_repr = 60,
                                            .max_objects = 2000};

bool chronicle_is_asked(const ChronicleQuestion *question)
{
    return question->object || question->name[0] || question->calls;
}

bool chronicle_same(const ChronicleQuestion *a, const ChronicleQuestion *b)
{
    return a->object == b->object && a->frame == b->frame && a->calls == b->calls && strcmp(a->name, b->name) == 0;
}

typedef struct Walk {
    Timeline *timeline;
    const ChronicleQuestion *question;
    Chronicle *chronicle;
    uint64_t now, last;            /* steps: where it is asked, and the last that is looked at */
    uint64_t reached;              /* the last that was looked at */
    View views[2];
    int newest;                    /* of the two */
    bool begun;
    Prose prose;
} Walk;

/* ---- keeping ---- */

static uint32_t count_after(const Chronicle *chronicle, uint64_t now)
{
    uint32_t count = 0;
    while (count < chronicle->count && chronicle->events[chronicle->count - 1 - count].step > now)
        count++;
    return count;
}

/* False: there are enough. */
static bool keep(Walk *walk, const ChronicleEvent *event)
{
    Chronicle *chronicle = walk->chronicle;
    if (event->step > walk->now && count_after(chronicle, walk->now) == CHRONICLE_AFTER) {
        chronicle->more_after = true;
        return false;
    }
    if (chronicle->count == CHRONICLE_EVENTS) {
        memmove(chronicle->events, chronicle->events + 1, (CHRONICLE_EVENTS - 1) * sizeof *chronicle->events);
        chronicle->count--;
        chronicle->more_before = true;
    }
    chronicle->events[chronicle->count++] = *event;
    return true;
}

/* ---- words ---- */

static const View *view_before(const Walk *walk) { return &walk->views[1 - walk->newest]; }
static const View *view_after(const Walk *walk) { return &walk->views[walk->newest]; }

/* "item 2", "key 'a'", "next", "a member". */
static void tell_slot(Prose *prose, const View *view, const ViewSlot *slot)
{
    const char *label = slot->label.length ? view_text(view, slot->label) : "";
    if (slot->role == ROLE_ENTRY && slot->key != VIEW_NONE) {
        ViewText key = view->objects[slot->key].repr;
        prose_format(prose, "key %.*s", (int)key.length, key.length ? view_text(view, key) : "");
    } else if (slot->role == ROLE_ITEM && slot->label.length && label[0] != '[') {
        prose_format(prose, "item %.*s", (int)slot->label.length, label);
    } else if (slot->label.length) {
        prose_add_bytes(prose, label, slot->label.length);
    } else {
        prose_add(prose, slot->role == ROLE_MEMBER ? "a member" : "a reference");
    }
}

static void tell_object_slot(Walk *walk, const Change *change)
{
    Prose *prose = &walk->prose;
    const View *before = view_before(walk), *after = view_after(walk);
    bool gone = change->slot_after == VIEW_NONE;
    const ViewSlot *seen = gone ? &before->slots[change->slot_before] : &after->slots[change->slot_after];
    tell_slot(prose, gone ? before : after, seen);
    if (gone || change->kind == CHANGE_UNBOUND) {
        prose_add(prose, " was removed");
        return;
    }
    const ViewSlot *slot = &after->slots[change->slot_after];
    bool is_added = change->kind == CHANGE_BOUND && change->slot_before == VIEW_NONE;
    prose_add(prose, slot->state != SLOT_REFERENCE ? " set to " : is_added ? " was added: " : " is now ");
    phrase_slot_content(prose, after, slot, false);
}

static void tell_name(Walk *walk, const Change *change)
{
    const View *after = view_after(walk);
    const ViewSlot *slot = change->slot_after == VIEW_NONE ? NULL : &after->slots[change->slot_after];
    if (!slot || slot->state == SLOT_UNBOUND) {
        prose_add(&walk->prose, "unbound");
        return;
    }
    bool refers = slot->state == SLOT_REFERENCE;
    prose_add(&walk->prose, !refers ? "set to " : change->kind == CHANGE_BOUND ? "bound to " : "rebound to ");
    phrase_slot_content(&walk->prose, after, slot, false);
}

/* ---- looking ---- */

static bool keep_prose(Walk *walk, bool of_name)
{
    const View *after = view_after(walk);
    ChronicleEvent event = {after->step, narration_line(view_before(walk), after), of_name, ""};
    char *words = prose_take(&walk->prose);
    int length = (int)strlen(words), room = (int)sizeof event.words - 1;
    if (length > room)             /* not in the middle of a letter */
        for (length = room; length > 0 && ((unsigned char)words[length] & 0xC0) == 0x80; length--)
            ;
    snprintf(event.words, sizeof event.words, "%.*s", length, words);
    free(words);
    return keep(walk, &event);
}

static bool is_slot_change(const Change *change)
{
    return change->kind == CHANGE_BOUND || change->kind == CHANGE_REBOUND || change->kind == CHANGE_UNBOUND;
}

static bool is_of_name(const Walk *walk, const Change *change)
{
    const ChronicleQuestion *question = walk->question;
    if (!question->name[0] || !is_slot_change(change) || !change->holder_is_frame || change->holder != question->frame)
        return false;
    bool gone = change->slot_after == VIEW_NONE;
    const View *view = gone ? view_before(walk) : view_after(walk);
    return view_text_equals(view, view->slots[gone ? change->slot_before : change->slot_after].label, question->name);
}

/* That a block of C's was freed is told as its death; what free() writes into it is its own. */
static bool is_freed(const View *view, uint64_t number)
{
    int32_t object = view_find_object(view, number);
    return object != VIEW_NONE && (view->objects[object].flags & OBJECT_FREED);
}

/* That no name leads to it any more, or one does again, is told of the names. */
static bool only_its_ways_changed(const Walk *walk, uint64_t number)
{
    const View *before = view_before(walk), *after = view_after(walk);
    int32_t old = view_find_object(before, number), now = view_find_object(after, number);
    return old != VIEW_NONE && now != VIEW_NONE
        && (before->objects[old].flags ^ after->objects[now].flags) == OBJECT_STRANDED;
}

/* What a new object is made with is no change. */
static bool is_of_object(const Walk *walk, const Change *change)
{
    uint64_t number = walk->question->object;
    bool existed = number && number <= view_before(walk)->newest_number;
    bool of_slot = is_slot_change(change) && !change->holder_is_frame && change->holder == number;
    bool of_value = change->kind == CHANGE_VALUE && change->object == number && !only_its_ways_changed(walk, number);
    return existed && (of_slot || of_value) && !is_freed(view_after(walk), number);
}

/* One event for the object, however much of it changed at once. */
static bool look_at_object(Walk *walk, const ChangeList *changes)
{
    uint32_t count = 0, slots = 0;
    const Change *only = NULL;
    for (uint32_t i = 0; i < changes->count; i++) {
        const Change *change = &changes->items[i];
        if (!is_of_object(walk, change))
            continue;
        count++;
        slots += change->kind != CHANGE_VALUE;
        only = change->kind != CHANGE_VALUE ? change : only;
    }
    if (count == 0)
        return true;
    if (slots == 1)
        tell_object_slot(walk, only);
    else if (slots > 1)
        prose_format(&walk->prose, "%" PRIu32 " of its parts changed", slots);
    else
        prose_add(&walk->prose, "its value changed");
    return keep_prose(walk, false);
}

/* "fact returned 6; n = 3": the names as they were at the end. */
static void tell_call(Prose *prose, const View *view, const ViewFrame *frame)
{
    bool has_value = false;
    uint32_t names = 0;
    phrase_frame(prose, view, frame);
    for (int told = 0; told < 2; told++)           /* the value first: it stands last among the slots */
        for (uint32_t i = frame->first_slot; i < frame->first_slot + frame->slot_count; i++) {
            const ViewSlot *slot = &view->slots[i];
            bool is_end = slot->role == ROLE_RETURN || slot->role == ROLE_RAISED;
            if (is_end != (told == 0) || slot->state == SLOT_UNBOUND)
                continue;
            if (is_end)
                prose_add(prose, slot->role == ROLE_RETURN ? " returned " : " was left by ");
            else
                prose_format(prose, "%s%.*s = ", names++ ? ", " : "; ", (int)slot->label.length,
                             slot->label.length ? view_text(view, slot->label) : "");
            phrase_slot_content(prose, view, slot, false);
            has_value |= is_end;
        }
    if (!has_value && !names)
        prose_add(prose, " ended");
}

static bool look_at_call(Walk *walk)
{
    const View *view = view_after(walk);
    const ViewFrame *frame = view->frame_count ? &view->frames[view->frame_count - 1] : NULL;
    if (!walk->question->calls || !frame || !frame->is_returning || frame->is_yielding || frame->is_module)
        return true;
    tell_call(&walk->prose, view, frame);
    return keep_prose(walk, false);
}

static bool look_at_name(Walk *walk, const ChangeList *changes)
{
    bool more = true;
    for (uint32_t i = 0; i < changes->count && more; i++) {
        if (!is_of_name(walk, &changes->items[i]))
            continue;
        tell_name(walk, &changes->items[i]);
        more = keep_prose(walk, true);
    }
    return more;
}

static RunAnswer look(void *context, const StopInfo *stop)
{
    Walk *walk = context;
    ChangeList changes;
    bool more = stop->position.step <= walk->last;
    if (more) {
        walk->newest = 1 - walk->newest;
        timeline_language(walk->timeline)->view(timeline_machine(walk->timeline), &chronicle_view,
                                                &walk->views[walk->newest]);
        walk->reached = stop->position.step;
    }
    if (more && walk->begun) {
        change_init(&changes);
        change_compute(&changes, view_before(walk), view_after(walk));
        more = look_at_object(walk, &changes) && look_at_name(walk, &changes) && look_at_call(walk);
        change_finish(&changes);
    }
    walk->begun = true;
    return (RunAnswer){.leave = !more, .next = {stop->position.step + 1, 0}};
}

/* From one step to another. Paused: that would take too long. */
static TimelineStatus go(Walk *walk, uint64_t from, uint64_t to)
{
    walk->begun = false;
    walk->last = to;
    walk->reached = from;
    return timeline_visit(walk->timeline, (Position){from, 0}, look, walk, CHRONICLE_SLICE);
}

/* The steps up to the place: from as far back as the time allows. */
static TimelineStatus go_there(Walk *walk, uint64_t now)
{
    Chronicle *chronicle = walk->chronicle;
    TimelineStatus status;
    for (uint64_t reach = CHRONICLE_REACH;; reach /= 4) {
        uint64_t from = now > reach ? now - reach : 0;
        *chronicle = (Chronicle){.more_before = from > 0};
        status = go(walk, from, now);
        if (status != TIMELINE_PAUSED || reach < 16)
            return status;
    }
}

TimelineStatus chronicle_make(Chronicle *chronicle, Timeline *timeline, const ChronicleQuestion *question, Position at,
                              uint64_t last)
{
    Walk walk = {.timeline = timeline, .question = question, .chronicle = chronicle, .now = at.step};
    for (int i = 0; i < 2; i++)
        view_init(&walk.views[i]);
    prose_init(&walk.prose);
    TimelineStatus status = go_there(&walk, at.step);
    uint64_t to = last > at.step && last - at.step > CHRONICLE_REACH ? at.step + CHRONICLE_REACH : last;
    if (status != TIMELINE_CANCELLED && to > at.step && !question->calls) {
        status = go(&walk, at.step, to);
        chronicle->more_after |= walk.reached < last;
    }
    prose_finish(&walk.prose);
    for (int i = 0; i < 2; i++)
        view_finish(&walk.views[i]);
    return status == TIMELINE_CANCELLED ? status : TIMELINE_REACHED;
}
