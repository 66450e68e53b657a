/* `left` starts as the true counts. A slot that changed, a slot of a frame that was popped, and the slots of whatever
 * is freed take one each. Generators keep their frame when it leaves the stack, so such frames let nothing go, nor
 * does the module, whose names outlive its frame. */
#include "lesson/fate.h"

#include <stdlib.h>
#include <string.h>

#include "machine/machine.h"
#include "machine/memory.h"

typedef struct FateWork {
    Fate *fate;
    const View *before, *after;
    const ChangeList *changes;
    bool *gone;                /* per object of the view before: not in the view after */
    uint64_t *left;
    int32_t *queue;            /* freed, to let go of their references */
    uint32_t head, tail;
} FateWork;

static void fate_take(FateWork *work, int32_t object)
{
    if (object == VIEW_NONE || work->left[object] == 0)
        return;
    work->left[object]--;
    if (work->left[object] > 0 || !work->gone[object] || work->before->objects[object].flags & OBJECT_SHARED)
        return;
    work->fate->kinds[object] = FATE_FREED;
    work->fate->freed++;
    work->queue[work->tail++] = object;
}

static void fate_take_slot(FateWork *work, const ViewSlot *slot, bool with_key)
{
    if (slot->role != ROLE_WEAK)
        fate_take(work, slot->target);
    if (with_key)
        fate_take(work, slot->key);
}

static void fate_take_slots(FateWork *work, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        fate_take_slot(work, &work->before->slots[first + i], true);
}

/* A variable that inner functions use lies in a cell, and the frame refers to that. The view shows what it is bound to,
 * as the program sees it. Finds the cell through a function that has it, or VIEW_NONE. */
static int32_t fate_cell_of(const View *view, const ViewSlot *variable)
{
    for (uint32_t i = 0; i < view->slot_count; i++) {
        const ViewSlot *slot = &view->slots[i];
        if (slot->role != ROLE_CELL || slot->target == VIEW_NONE || slot->label.length != variable->label.length
            || memcmp(view_text(view, slot->label), view_text(view, variable->label), slot->label.length) != 0)
            continue;
        const ViewObject *cell = &view->objects[slot->target];
        if (cell->slot_count > 0 && view->slots[cell->first_slot].target == variable->target)
            return slot->target;
    }
    return VIEW_NONE;
}

static void fate_take_variable(FateWork *work, const ViewSlot *slot)
{
    int32_t cell = fate_cell_of(work->before, slot);
    if (cell != VIEW_NONE)
        fate_take(work, cell);
    else
        fate_take_slot(work, slot, true);
}

static void fate_pop(FateWork *work, uint64_t number)
{
    int32_t frame = view_find_frame(work->before, number);
    const ViewFrame *it = frame == VIEW_NONE ? NULL : &work->before->frames[frame];
    for (uint32_t i = 0; it != NULL && !it->is_generator && !it->is_module && i < it->slot_count; i++)
        fate_take_variable(work, &work->before->slots[it->first_slot + i]);
}

static bool fate_has_return_slot(const View *view)
{
    for (uint32_t i = 0; i < view->slot_count; i++)
        if (view->slots[i].target == view->return_value
            && (view->slots[i].role == ROLE_RETURN || view->slots[i].role == ROLE_STACK))
            return true;
    return false;
}

/* The value on its way back was held by the way itself. If the caller's line goes on to the next call, the value may
 * wait for it among the temporaries, as the first argument of `print(f(1), f(2))`. */
static void fate_arrive(FateWork *work)
{
    if (work->after->event == STEP_CALL)
        return;
    if (work->before->return_value != VIEW_NONE && !fate_has_return_slot(work->before))
        fate_take(work, work->before->return_value);
}

/* A variable in a cell is left alone: the cell's own content changed as well, and is in the list. */
static void fate_take_slot_change(FateWork *work, const Change *change)
{
    const ViewSlot *slot = &work->before->slots[change->slot_before];
    if (!change->holder_is_frame || fate_cell_of(work->before, slot) == VIEW_NONE)
        fate_take_slot(work, slot, change->slot_after == VIEW_NONE);
}

static void fate_take_change(FateWork *work, const Change *change)
{
    if (change->kind == CHANGE_FRAME_POPPED)
        fate_pop(work, change->holder);
    else if ((change->kind == CHANGE_REBOUND || change->kind == CHANGE_UNBOUND) && change->slot_before != VIEW_NONE
             && change->object != change->object_before)
        fate_take_slot_change(work, change);
}

/* C counts nothing: a block that the machine says died was freed. */
static void fate_bury_block(FateWork *work, uint64_t number)
{
    int32_t object = view_find_object(work->before, number);
    if (object == VIEW_NONE || work->before->objects[object].kind != KIND_BLOCK || !work->gone[object]
        || work->before->objects[object].flags & (OBJECT_FREED | OBJECT_READ_ONLY)
        || work->fate->kinds[object] == FATE_FREED)
        return;
    work->fate->kinds[object] = FATE_FREED;
    work->fate->freed++;
}

static void fate_play(FateWork *work)
{
    for (uint32_t i = 0; i < work->changes->count; i++) {
        fate_take_change(work, &work->changes->items[i]);
        if (work->changes->items[i].kind == CHANGE_DIED)
            fate_bury_block(work, work->changes->items[i].object);
    }
    fate_arrive(work);
    while (work->head < work->tail) {
        const ViewObject *object = &work->before->objects[work->queue[work->head++]];
        fate_take_slots(work, object->first_slot, object->slot_count);
    }
}

/* Cycles: assume that all who are gone and not freed are one; then drop whoever has a reference from elsewhere, and
 * with it all that it keeps, until nothing changes. This is the collector's own reasoning, the other way round. */

static bool fate_is_candidate(const FateWork *work, int32_t object)
{
    return work->fate->kinds[object] == FATE_CYCLE;
}

static void fate_count_inner(const FateWork *work, uint64_t *inner)
{
    memset(inner, 0, work->before->object_count * sizeof *inner);
    for (uint32_t i = 0; i < work->before->object_count; i++) {
        const ViewObject *object = &work->before->objects[i];
        for (uint32_t j = 0; fate_is_candidate(work, (int32_t)i) && j < object->slot_count; j++) {
            const ViewSlot *slot = &work->before->slots[object->first_slot + j];
            if (slot->target != VIEW_NONE && slot->role != ROLE_WEAK)
                inner[slot->target]++;
            if (slot->key != VIEW_NONE)
                inner[slot->key]++;
        }
    }
}

/* Drops one round of objects that are held from elsewhere, or by nobody. */
static bool fate_drop(FateWork *work, const uint64_t *inner)
{
    bool dropped = false;
    for (uint32_t i = 0; i < work->before->object_count; i++)
        if (fate_is_candidate(work, (int32_t)i) && (inner[i] == 0 || work->left[i] != inner[i])) {
            work->fate->kinds[i] = FATE_LIVES;
            dropped = true;
        }
    return dropped;
}

static void fate_find_cycles(FateWork *work)
{
    uint64_t *inner = memory_resize(NULL, work->before->object_count * sizeof *inner);
    for (uint32_t i = 0; i < work->before->object_count; i++)
        if (work->gone[i] && work->fate->kinds[i] == FATE_LIVES)
            work->fate->kinds[i] = FATE_CYCLE;
    do
        fate_count_inner(work, inner);
    while (fate_drop(work, inner));
    for (uint32_t i = 0; i < work->before->object_count; i++)
        work->fate->in_cycles += fate_is_candidate(work, (int32_t)i);
    free(inner);
}

static void fate_begin(FateWork *work)
{
    uint32_t count = work->before->object_count;
    NumberIndex after;
    number_index_init(&after);
    number_index_objects(&after, work->after);
    work->gone = memory_resize(NULL, count * sizeof *work->gone);
    work->left = memory_resize(NULL, count * sizeof *work->left);
    work->queue = memory_resize(NULL, count * sizeof *work->queue);
    for (uint32_t i = 0; i < count; i++) {
        work->gone[i] = number_index_find(&after, work->before->objects[i].number) == VIEW_NONE;
        work->left[i] = work->before->objects[i].count;
    }
    number_index_finish(&after);
}

void fate_init(Fate *fate, const View *before, const View *after, const ChangeList *changes)
{
    *fate = (Fate){memory_resize(NULL, before->object_count), 0, 0};
    memset(fate->kinds, FATE_LIVES, before->object_count);
    if (after->truncated || before->object_count == 0)
        return;
    FateWork work = {.fate = fate, .before = before, .after = after, .changes = changes};
    fate_begin(&work);
    fate_play(&work);
    fate_find_cycles(&work);
    free(work.gone);
    free(work.left);
    free(work.queue);
}

void fate_finish(Fate *fate)
{
    free(fate->kinds);
    fate->kinds = NULL;
}
