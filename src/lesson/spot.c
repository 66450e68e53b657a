/* Every step is looked at as it is recorded, with the change from the step before; a line, or a function, counts once
 * for each kind, so that a loop does not fill the list. */
#include "lesson/spot.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/fate.h"
#include "lesson/lesson.h"
#include "lesson/narration.h"
#include "machine/memory.h"

enum {
    SPOT_LOOKED = 20000,       /* steps looked at closely: a lesson is over long before */
    SPOT_SEEN = 500000,        /* frames, objects and slots looked at in all of them: a second at most */
    SPOT_OBJECTS = 2000        /* followed in each of them */
};

static const ViewOptions spot_view = {.max_repr = 40, .max_objects = SPOT_OBJECTS, .max_slots = SPOT_OBJECTS};

typedef struct SpotFinder {
    SpotList *list;
    Timeline *timeline;
    View before, view;
    bool has_before;
    uint64_t seen;             /* frames, objects and slots so far */
    ChangeList changes;
    uint32_t *visits;          /* per line: how often the run came there */
    uint32_t line_capacity;
} SpotFinder;

static void spot_add(SpotFinder *finder, SpotKind kind, const ViewFrame *frame)
{
    SpotList *list = finder->list;
    const View *view = &finder->view;
    Spot spot = {.kind = kind, .step = view->step, .line = narration_line(&finder->before, view)};
    if (frame != NULL)
        spot.function = strndup(view_text(view, frame->name), frame->name.length);
    if (spot.line > 0 && (uint32_t)spot.line < finder->line_capacity)
        spot.occurrence = finder->visits[spot.line];
    list->items = memory_grow(list->items, &list->capacity, (uint64_t)list->count + 1, sizeof *list->items);
    list->items[list->count++] = spot;
}

static bool spot_has_function(const SpotFinder *finder, SpotKind kind, const ViewFrame *frame)
{
    for (uint32_t i = 0; i < finder->list->count; i++) {
        const Spot *spot = &finder->list->items[i];
        if (spot->kind == kind && spot->function != NULL
            && view_text_equals(&finder->view, frame->name, spot->function))
            return true;
    }
    return false;
}

static bool spot_has_line(const SpotFinder *finder, SpotKind kind, int line)
{
    for (uint32_t i = 0; i < finder->list->count; i++)
        if (finder->list->items[i].kind == kind && finder->list->items[i].line == line)
            return true;
    return false;
}

/* What happens to frames. */

static const ViewFrame *spot_active(const View *view)
{
    return view->frame_count == 0 ? NULL : &view->frames[view->frame_count - 1];
}

static bool spot_is_function(const View *view, const ViewFrame *frame)
{
    return frame != NULL && !frame->is_module && !frame->is_class_body && frame->name.length > 0
        && view_text(view, frame->name)[0] != '<';
}

static void spot_frame_event(SpotFinder *finder)
{
    const View *view = &finder->view;
    const ViewFrame *frame = spot_active(view);
    SpotKind kind = view->event == STEP_CALL ? SPOT_CALL : view->event == STEP_RETURN ? SPOT_RETURN : SPOT_EXCEPTION;
    bool passes_on = kind == SPOT_EXCEPTION && finder->before.event != STEP_LINE;
    bool named = frame != NULL && (kind == SPOT_EXCEPTION || spot_is_function(view, frame));
    if (named && !passes_on && !spot_has_function(finder, kind, frame))
        spot_add(finder, kind, frame);
}

/* What happens to names and objects. */

/* Somebody may change it, and it is no definition. */
static bool spot_is_data(const ViewObject *object)
{
    return (object->flags & OBJECT_MUTABLE) && !(object->flags & (OBJECT_SHARED | OBJECT_LIBRARY))
        && object->kind != KIND_FUNCTION && object->kind != KIND_CLASS && object->kind != KIND_MODULE
        && object->kind != KIND_OTHER;
}

/* Names of frames that refer to the object. */
static uint32_t spot_names(const View *view, int32_t object)
{
    uint32_t names = 0;
    for (uint32_t f = 0; f < view->frame_count; f++)
        for (uint32_t s = 0; s < view->frames[f].slot_count; s++) {
            const ViewSlot *slot = &view->slots[view->frames[f].first_slot + s];
            names += slot->role == ROLE_NAME && slot->target == object;
        }
    return names;
}

static bool spot_is_alias(const SpotFinder *finder, const Change *change)
{
    bool binds = change->kind == CHANGE_BOUND || change->kind == CHANGE_REBOUND;
    int32_t object = binds && change->holder_is_frame ? view_find_object(&finder->view, change->object) : VIEW_NONE;
    return object != VIEW_NONE && change->object <= finder->before.newest_number
        && spot_is_data(&finder->view.objects[object]) && spot_names(&finder->view, object) >= 2;
}

static bool spot_is_bound(const SpotFinder *finder, const Change *change)
{
    bool binds = change->kind == CHANGE_BOUND && change->holder_is_frame && change->slot_after != VIEW_NONE;
    int32_t object = binds ? view_find_object(&finder->view, change->object) : VIEW_NONE;
    uint8_t kind = object == VIEW_NONE ? KIND_OTHER : finder->view.objects[object].kind;
    return binds && kind != KIND_FUNCTION && kind != KIND_CLASS && kind != KIND_MODULE;
}

static bool spot_has_change(const SpotFinder *finder, bool (*is_it)(const SpotFinder *, const Change *))
{
    for (uint32_t i = 0; i < finder->changes.count; i++)
        if (is_it(finder, &finder->changes.items[i]))
            return true;
    return false;
}

static bool spot_is_freed(const SpotFinder *finder)
{
    bool found = false;
    Fate fate;
    fate_init(&fate, &finder->before, &finder->view, &finder->changes);
    for (uint32_t i = 0; i < finder->before.object_count; i++)
        found |= fate.kinds[i] == FATE_FREED && finder->before.objects[i].kind != KIND_SCALAR;
    fate_finish(&fate);
    return found;
}

static void spot_line_event(SpotFinder *finder)
{
    int line = narration_line(&finder->before, &finder->view);
    change_compute(&finder->changes, &finder->before, &finder->view);
    change_drop_living(&finder->changes, &finder->before, timeline_is_alive, finder->timeline);
    if (line == 0)
        return;
    if (!spot_has_line(finder, SPOT_ALIAS, line) && spot_has_change(finder, spot_is_alias))
        spot_add(finder, SPOT_ALIAS, NULL);
    else if (!spot_has_line(finder, SPOT_FREED, line) && spot_is_freed(finder))
        spot_add(finder, SPOT_FREED, NULL);
    else if (!spot_has_line(finder, SPOT_BOUND, line) && spot_has_change(finder, spot_is_bound))
        spot_add(finder, SPOT_BOUND, NULL);
}

/* The run. */

static void spot_count_line(SpotFinder *finder, int line)
{
    uint32_t old = finder->line_capacity;
    if (line < 0 || line > LESSON_LARGEST)
        return;
    finder->visits = memory_grow(finder->visits, &finder->line_capacity, (uint64_t)line + 1, sizeof *finder->visits);
    memset(finder->visits + old, 0, (finder->line_capacity - old) * sizeof *finder->visits);
    finder->visits[line]++;
}

static void spot_look(SpotFinder *finder)
{
    uint8_t event = finder->view.event;
    if (event == STEP_END || event == STEP_ERROR)
        spot_add(finder, SPOT_END, NULL);
    else if (event == STEP_LINE)
        spot_line_event(finder);
    else
        spot_frame_event(finder);
}

static RunAnswer spot_visit(void *context, const StopInfo *stop)
{
    SpotFinder *finder = context;
    Position next = {stop->position.step + 1, 0};
    timeline_language(finder->timeline)->view(timeline_machine(finder->timeline), &spot_view, &finder->view);
    if (finder->has_before)
        spot_look(finder);
    if (stop->event == STEP_LINE)
        spot_count_line(finder, stop->line);
    View kept = finder->before;
    finder->before = finder->view;
    finder->view = kept;
    finder->has_before = true;
    finder->seen += finder->before.frame_count + finder->before.object_count + finder->before.slot_count;
    if (next.step > SPOT_LOOKED || finder->seen > SPOT_SEEN)
        next.step = LESSON_STEPS;
    return (RunAnswer){.leave = stop->position.step >= LESSON_STEPS, .next = next};
}

void spots_find(SpotList *list, Timeline *timeline)
{
    SpotFinder finder = {.list = list, .timeline = timeline};
    *list = (SpotList){0};
    view_init(&finder.before);
    view_init(&finder.view);
    change_init(&finder.changes);
    timeline_visit(timeline, (Position){0, 0}, spot_visit, &finder, TIMELINE_WHOLE);
    change_finish(&finder.changes);
    view_finish(&finder.before);
    view_finish(&finder.view);
    free(finder.visits);
}

void spots_finish(SpotList *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        free(list->items[i].function);
    free(list->items);
    *list = (SpotList){0};
}

/* Choosing. The first `taken` of the list are taken. */

static uint64_t spot_gap(const SpotList *list, uint32_t taken, const Spot *spot)
{
    uint64_t least = UINT64_MAX;
    for (uint32_t i = 0; i < taken; i++) {
        uint64_t other = list->items[i].step;
        uint64_t gap = other > spot->step ? other - spot->step : spot->step - other;
        least = gap < least ? gap : least;
    }
    return least;
}

static uint32_t spot_taken_of(const SpotList *list, uint32_t taken, SpotKind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < taken; i++)
        count += list->items[i].kind == kind;
    return count;
}

static bool spot_is_better(const SpotList *list, uint32_t taken, const Spot *a, const Spot *b)
{
    uint32_t of_a = spot_taken_of(list, taken, a->kind), of_b = spot_taken_of(list, taken, b->kind);
    if (of_a != of_b)
        return of_a < of_b;
    if (a->kind != b->kind)
        return a->kind < b->kind;
    return spot_gap(list, taken, a) > spot_gap(list, taken, b);
}

static void spot_take(SpotList *list, uint32_t taken, uint32_t which)
{
    Spot spot = list->items[which];
    list->items[which] = list->items[taken];
    list->items[taken] = spot;
}

static int spot_compare(const void *a, const void *b)
{
    const Spot *left = a, *right = b;
    return left->step < right->step ? -1 : left->step > right->step;
}

void spots_choose(SpotList *list, uint32_t most)
{
    uint32_t taken = 0;
    if (list->count > 0 && list->items[list->count - 1].kind == SPOT_END)
        spot_take(list, taken++, list->count - 1);
    while (taken < most && taken < list->count) {
        uint32_t best = taken;
        for (uint32_t i = taken + 1; i < list->count; i++)
            if (spot_is_better(list, taken, &list->items[i], &list->items[best]))
                best = i;
        spot_take(list, taken++, best);
    }
    for (uint32_t i = taken; i < list->count; i++)
        free(list->items[i].function);
    list->count = taken;
    if (taken > 0)
        qsort(list->items, taken, sizeof *list->items, spot_compare);
}
