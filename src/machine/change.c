/* How causes are found. While slot changes are listed, the first change that gave an object a reference, and the first
 * that took one, are noted with it; a birth or a rising count points at the former, a falling one at the latter. Deaths
 * are played again as counting would have them: each frame popped and each slot changed takes its references, an object
 * of which none is left dies and takes its own in turn, depth first. Weak references neither give nor take.
 */
#include "machine/change.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"
#include "machine/numbers.h"
#include "machine/slot_match.h"

typedef struct ChangeRelease {
    int32_t object;            /* of the view before */
    uint32_t part;             /* of its references, counted in keys and targets */
    int32_t cause;             /* its death, in the list */
} ChangeRelease;

typedef struct ChangeWork {
    ChangeList *list;
    const View *before, *after;
    NumberIndex objects_before, objects_after, frames_before, frames_after;
    SlotMatch match;
    int32_t *gained;           /* per object after: the change that first gave it a reference, or VIEW_NONE */
    int32_t *lost;             /* per object before: the change that first took one */
    uint32_t *inward;          /* per object before: references to it that are shown and not yet released */
    bool *dead;                /* per object before: gone, and its death is not listed yet */
    ChangeRelease *stack;      /* of objects that are dying */
    uint32_t stack_count, stack_capacity;
} ChangeWork;

void change_init(ChangeList *list)
{
    *list = (ChangeList){NULL, 0, 0};
}

void change_finish(ChangeList *list)
{
    free(list->items);
    change_init(list);
}

static int32_t change_add(ChangeWork *work, Change change)
{
    ChangeList *list = work->list;
    list->items = memory_grow(list->items, &list->capacity, (uint64_t)list->count + 1, sizeof *list->items);
    list->items[list->count] = change;
    return (int32_t)list->count++;
}

static Change change_of(ChangeKind kind)
{
    return (Change){.kind = (uint8_t)kind, .slot_before = VIEW_NONE, .slot_after = VIEW_NONE, .cause = VIEW_NONE};
}

static Change change_of_object(ChangeKind kind, uint64_t object, int32_t cause)
{
    Change change = change_of(kind);
    change.object = object;
    change.cause = cause;
    return change;
}

/* Notes the first change that gave or took a reference. */
static void change_note(int32_t *first, int32_t object, int32_t change)
{
    if (object != VIEW_NONE && first[object] == VIEW_NONE)
        first[object] = change;
}

/* Frames. */

static void change_frames(ChangeWork *work, ChangeKind kind, const View *view, const NumberIndex *others)
{
    for (uint32_t i = 0; i < view->frame_count; i++) {
        if (number_index_find(others, view->frames[i].number) != VIEW_NONE)
            continue;
        Change change = change_of(kind);
        change.holder_is_frame = true;
        change.holder = view->frames[i].number;
        change_add(work, change);
    }
}

/* Slots. */

static uint64_t change_target_number(const View *view, const ViewSlot *slot)
{
    return slot == NULL || slot->target == VIEW_NONE ? 0 : view->objects[slot->target].number;
}

static bool change_text_differs(const ChangeWork *work, ViewText before, ViewText after)
{
    return before.length != after.length
        || (before.length > 0
            && memcmp(view_text(work->before, before), view_text(work->after, after), before.length) != 0);
}

static bool change_slot_differs(const ChangeWork *work, const ViewSlot *before, const ViewSlot *after)
{
    return before->state != after->state || before->offset != after->offset
        || change_target_number(work->before, before) != change_target_number(work->after, after)
        || change_text_differs(work, before->value, after->value);
}

static bool change_is_bound(const ViewSlot *slot)
{
    return slot != NULL && slot->state != SLOT_UNBOUND;
}

/* What happened to a slot; either side may be NULL. False: nothing. */
static bool change_slot_kind(const ChangeWork *work, const ViewSlot *before, const ViewSlot *after, ChangeKind *kind)
{
    bool was = change_is_bound(before), is = change_is_bound(after);
    if (was && is) {
        *kind = CHANGE_REBOUND;
        return change_slot_differs(work, before, after);
    }
    *kind = is ? CHANGE_BOUND : CHANGE_UNBOUND;
    return was != is;
}

/* Notes what a changed slot gave and took: its target if that is another one, and its key if the slot came or went. */
static void change_note_slot(ChangeWork *work, const ViewSlot *before, const ViewSlot *after, int32_t change)
{
    bool same = before != NULL && after != NULL
        && change_target_number(work->before, before) == change_target_number(work->after, after);
    if (after != NULL && after->role != ROLE_WEAK && !same)
        change_note(work->gained, after->target, change);
    if (before != NULL && before->role != ROLE_WEAK && !same)
        change_note(work->lost, before->target, change);
    if (before == NULL)
        change_note(work->gained, after->key, change);
    if (after == NULL)
        change_note(work->lost, before->key, change);
}

static const ViewSlot *change_slot_at(const View *view, int32_t slot)
{
    return slot == VIEW_NONE ? NULL : &view->slots[slot];
}

/* A frame or an object, with its slots on both sides; a side it is not on has none. */
typedef struct ChangeHolder {
    bool is_frame;
    uint64_t number;
    SlotRange before, after;
} ChangeHolder;

static void change_slot(ChangeWork *work, const ChangeHolder *holder, int32_t slot_before, int32_t slot_after)
{
    const ViewSlot *before = change_slot_at(work->before, slot_before);
    const ViewSlot *after = change_slot_at(work->after, slot_after);
    ChangeKind kind;
    if (!change_slot_kind(work, before, after, &kind))
        return;
    Change change = change_of(kind);
    change.holder_is_frame = holder->is_frame;
    change.holder = holder->number;
    change.slot_before = slot_before;
    change.slot_after = slot_after;
    change.object = change_target_number(work->after, after);
    change.object_before = change_target_number(work->before, before);
    change_note_slot(work, before, after, change_add(work, change));
}

/* All slots of a holder that is in the view after. Returns whether anything changed. */
static bool change_holder(ChangeWork *work, const ChangeHolder *holder)
{
    uint32_t count = work->list->count;
    slot_match_holder(&work->match, holder->before, holder->after);
    for (uint32_t i = 0; i < holder->after.count; i++) {
        uint32_t slot = holder->after.first + i;
        change_slot(work, holder, work->match.before_of[slot], (int32_t)slot);
    }
    for (uint32_t i = 0; i < holder->before.count; i++) {
        uint32_t slot = holder->before.first + i;
        if (work->match.after_of[slot] == VIEW_NONE)
            change_slot(work, holder, (int32_t)slot, VIEW_NONE);
    }
    return work->list->count > count;
}

static void change_frame_slots(ChangeWork *work)
{
    for (uint32_t i = 0; i < work->after->frame_count; i++) {
        const ViewFrame *frame = &work->after->frames[i];
        ChangeHolder holder = {true, frame->number, {0, 0}, {frame->first_slot, frame->slot_count}};
        int32_t old = number_index_find(&work->frames_before, frame->number);
        if (old != VIEW_NONE)
            holder.before = (SlotRange){work->before->frames[old].first_slot, work->before->frames[old].slot_count};
        change_holder(work, &holder);
    }
}

/* Contents that are not slots: the repr of a container follows from its slots, so it says nothing of its own. */
static bool change_value_differs(const ChangeWork *work, const ViewObject *before, const ViewObject *after)
{
    bool has_own_repr = after->kind == KIND_OTHER || after->kind == KIND_BLOCK || after->kind == KIND_SCALAR
        || (before->slot_count == 0 && after->slot_count == 0);
    return before->flags != after->flags || (has_own_repr && change_text_differs(work, before->repr, after->repr));
}

static bool change_is_born(const ChangeWork *work, const ViewObject *object)
{
    return object->number > work->before->newest_number;
}

/* An object that only appeared held what it holds before, so its slots are no changes. */
static void change_object_slots(ChangeWork *work)
{
    for (uint32_t i = 0; i < work->after->object_count; i++) {
        const ViewObject *object = &work->after->objects[i];
        ChangeHolder holder = {false, object->number, {0, 0}, {object->first_slot, object->slot_count}};
        int32_t old = number_index_find(&work->objects_before, object->number);
        if (old == VIEW_NONE) {
            if (change_is_born(work, object))
                change_holder(work, &holder);
            continue;
        }
        const ViewObject *before = &work->before->objects[old];
        holder.before = (SlotRange){before->first_slot, before->slot_count};
        if (!change_holder(work, &holder) && change_value_differs(work, before, object))
            change_add(work, change_of_object(CHANGE_VALUE, object->number, VIEW_NONE));
    }
}

/* Births and counts. */

static void change_births(ChangeWork *work)
{
    for (uint32_t i = 0; i < work->after->object_count; i++) {
        const ViewObject *object = &work->after->objects[i];
        if (number_index_find(&work->objects_before, object->number) != VIEW_NONE)
            continue;
        ChangeKind kind = change_is_born(work, object) ? CHANGE_BORN : CHANGE_APPEARED;
        change_add(work, change_of_object(kind, object->number, work->gained[i]));
    }
}

/* The causes of falling counts may be deaths, which are listed later: see change_explain_counts. */
static void change_counts(ChangeWork *work)
{
    for (uint32_t i = 0; i < work->after->object_count; i++) {
        const ViewObject *object = &work->after->objects[i];
        int32_t old = number_index_find(&work->objects_before, object->number);
        if (old == VIEW_NONE || work->before->objects[old].count == object->count)
            continue;
        Change change = change_of_object(CHANGE_COUNT, object->number, work->gained[i]);
        change.before = work->before->objects[old].count;
        change.after = object->count;
        change_add(work, change);
    }
}

static void change_explain_counts(ChangeWork *work)
{
    for (uint32_t i = 0; i < work->list->count; i++) {
        Change *change = &work->list->items[i];
        if (change->kind == CHANGE_COUNT && change->after < change->before)
            change->cause = work->lost[number_index_find(&work->objects_before, change->object)];
    }
}

/* Deaths. */

static void change_count_inward(ChangeWork *work)
{
    for (uint32_t i = 0; i < work->before->slot_count; i++) {
        const ViewSlot *slot = &work->before->slots[i];
        if (slot->target != VIEW_NONE && slot->role != ROLE_WEAK)
            work->inward[slot->target]++;
        if (slot->key != VIEW_NONE)
            work->inward[slot->key]++;
    }
    for (uint32_t i = 0; i < work->before->object_count; i++)
        work->dead[i] = number_index_find(&work->objects_after, work->before->objects[i].number) == VIEW_NONE;
}

static void change_die(ChangeWork *work, int32_t object, int32_t cause)
{
    work->dead[object] = false;
    int32_t death = change_add(work, change_of_object(CHANGE_DIED, work->before->objects[object].number, cause));
    work->stack = memory_grow(work->stack, &work->stack_capacity, (uint64_t)work->stack_count + 1,
                              sizeof *work->stack);
    work->stack[work->stack_count++] = (ChangeRelease){object, 0, death};
}

static void change_release(ChangeWork *work, int32_t object, int32_t cause)
{
    if (object == VIEW_NONE)
        return;
    change_note(work->lost, object, cause);
    if (work->inward[object] > 0)
        work->inward[object]--;
    if (work->inward[object] == 0 && work->dead[object])
        change_die(work, object, cause);
}

static int32_t change_weighty_target(const ViewSlot *slot)
{
    return slot->role == ROLE_WEAK ? VIEW_NONE : slot->target;
}

/* The n-th reference that an object releases. Sequences go from their end, as CPython's list_dealloc and tupledealloc
 * do, but for a deque; everything else from its beginning, keys before values. */
static int32_t change_part(const View *view, const ViewObject *object, uint32_t part)
{
    uint32_t slot = part / 2;
    if (object->kind == KIND_SEQUENCE && !view_text_equals(view, object->type, "collections.deque"))
        slot = object->slot_count - 1 - slot;
    const ViewSlot *it = &view->slots[object->first_slot + slot];
    return part % 2 == 0 ? it->key : change_weighty_target(it);
}

/* Lets what was begun to die release all it holds. */
static void change_cascade(ChangeWork *work)
{
    while (work->stack_count > 0) {
        ChangeRelease *top = &work->stack[work->stack_count - 1];
        const ViewObject *object = &work->before->objects[top->object];
        if (top->part == object->slot_count * 2)
            work->stack_count--;
        else
            change_release(work, change_part(work->before, object, top->part++), top->cause);
    }
}

static void change_release_slot(ChangeWork *work, const ViewSlot *slot, bool with_key, int32_t cause)
{
    if (with_key)
        change_release(work, slot->key, cause);
    change_cascade(work);
    change_release(work, change_weighty_target(slot), cause);
    change_cascade(work);
}

static void change_release_frame(ChangeWork *work, uint64_t number, int32_t cause)
{
    const ViewFrame *frame = &work->before->frames[number_index_find(&work->frames_before, number)];
    for (uint32_t i = 0; i < frame->slot_count; i++)
        change_release_slot(work, &work->before->slots[frame->first_slot + i], true, cause);
}

/* What one listed change took. */
static void change_take(ChangeWork *work, int32_t index)
{
    Change change = work->list->items[index];
    if (change.kind == CHANGE_FRAME_POPPED)
        change_release_frame(work, change.holder, index);
    else if (change.slot_before != VIEW_NONE && change.object != change.object_before)
        change_release_slot(work, &work->before->slots[change.slot_before], change.slot_after == VIEW_NONE, index);
}

/* Whatever is left is gone without a reference having been seen to go: a cycle, or something held from elsewhere. */
static void change_deaths(ChangeWork *work)
{
    uint32_t changes = work->list->count;
    change_count_inward(work);
    if (work->after->truncated)
        memset(work->dead, 0, work->before->object_count * sizeof *work->dead);
    for (uint32_t i = 0; i < changes; i++)
        change_take(work, (int32_t)i);
    for (uint32_t i = 0; i < work->before->object_count; i++)
        if (work->dead[i]) {
            change_die(work, (int32_t)i, work->lost[i]);
            change_cascade(work);
        }
}

static void change_output(ChangeWork *work)
{
    if (work->after->output_length <= work->before->output_length)
        return;
    Change change = change_of(CHANGE_OUTPUT);
    change.before = work->before->output_length;
    change.after = work->after->output_length;
    change_add(work, change);
}

/* All of it. */

static int32_t *change_firsts(uint32_t count)
{
    int32_t *firsts = memory_resize(NULL, count * sizeof *firsts);
    for (uint32_t i = 0; i < count; i++)
        firsts[i] = VIEW_NONE;
    return firsts;
}

static void change_begin(ChangeWork *work, ChangeList *list, const View *before, const View *after)
{
    memset(work, 0, sizeof *work);
    work->list = list;
    work->before = before;
    work->after = after;
    number_index_objects(&work->objects_before, before);
    number_index_objects(&work->objects_after, after);
    number_index_frames(&work->frames_before, before);
    number_index_frames(&work->frames_after, after);
    slot_match_init(&work->match, before, after);
    work->gained = change_firsts(after->object_count);
    work->lost = change_firsts(before->object_count);
    work->inward = memory_resize(NULL, before->object_count * sizeof *work->inward);
    memset(work->inward, 0, before->object_count * sizeof *work->inward);
    work->dead = memory_resize(NULL, before->object_count * sizeof *work->dead);
}

static void change_end(ChangeWork *work)
{
    number_index_finish(&work->objects_before);
    number_index_finish(&work->objects_after);
    number_index_finish(&work->frames_before);
    number_index_finish(&work->frames_after);
    slot_match_finish(&work->match);
    free(work->gained);
    free(work->lost);
    free(work->inward);
    free(work->dead);
    free(work->stack);
}

void change_compute(ChangeList *list, const View *before, const View *after)
{
    ChangeWork work;
    list->count = 0;
    change_begin(&work, list, before, after);
    change_frames(&work, CHANGE_FRAME_POPPED, before, &work.frames_after);
    change_frames(&work, CHANGE_FRAME_PUSHED, after, &work.frames_before);
    change_frame_slots(&work);
    change_object_slots(&work);
    change_births(&work);
    change_counts(&work);
    change_deaths(&work);
    change_explain_counts(&work);
    change_output(&work);
    change_end(&work);
}

void change_drop_living(ChangeList *list, const View *before,
                        bool (*alive)(void *context, uint64_t number, uint64_t address), void *context)
{
    NumberIndex objects;
    int32_t *moved = memory_resize(NULL, list->count * sizeof *moved);
    uint32_t kept = 0;
    number_index_init(&objects);
    number_index_objects(&objects, before);
    for (uint32_t i = 0; i < list->count; i++) {
        Change change = list->items[i];
        int32_t place = change.kind == CHANGE_DIED ? number_index_find(&objects, change.object) : VIEW_NONE;
        bool lives = place != VIEW_NONE && alive(context, change.object, before->objects[place].address);
        moved[i] = lives ? VIEW_NONE : (int32_t)kept;
        if (!lives)
            list->items[kept++] = change;
    }
    list->count = kept;
    for (uint32_t i = 0; i < kept; i++)
        if (list->items[i].cause != VIEW_NONE)
            list->items[i].cause = moved[list->items[i].cause];
    number_index_finish(&objects);
    free(moved);
}
