/* Telling of names: bound, rebound and unbound.
 *
 * Slots of frames just pushed and of objects just born are not told one by one: the call tells its arguments, and a new
 * object is shown with its contents. */
#include "lesson/narration_slots.h"

#include <inttypes.h>
#include <string.h>

#include "lesson/phrase.h"

bool slots_is_change(const Change *change)
{
    return change->kind == CHANGE_BOUND || change->kind == CHANGE_REBOUND || change->kind == CHANGE_UNBOUND;
}

SlotPlace slots_place(const Narrator *n, const Change *change)
{
    if (change->slot_after != VIEW_NONE)
        return (SlotPlace){n->after, &n->after->slots[change->slot_after]};
    return (SlotPlace){n->before, &n->before->slots[change->slot_before]};
}

void slots_add_label(Narrator *n, SlotPlace place)
{
    if (place.slot->label.length > 0)
        prose_add_bytes(&n->prose, view_text(place.view, place.slot->label), place.slot->label.length);
}

/* Was it told as new in this step already? If not, it is now. */
static bool slots_told_new(Narrator *n, uint64_t object)
{
    uint32_t most = sizeof n->told_new / sizeof *n->told_new;
    for (uint32_t i = 0; i < most && i < n->told_new_count; i++)
        if (n->told_new[i] == object)
            return true;
    n->told_new[n->told_new_count++ % most] = object;
    return false;
}

void slots_add_content(Narrator *n, const Change *change)
{
    SlotPlace place = slots_place(n, change);
    bool born = change->object != 0 && narrator_is_born(n, change->object);
    if (born && place.slot->state == SLOT_REFERENCE && slots_told_new(n, change->object)) {
        prose_add(&n->prose, "the same ");
        phrase_bare_object(&n->prose, place.view, place.slot->target);
        return;
    }
    phrase_slot_content(&n->prose, place.view, place.slot, born);
}

void slots_add_subject(Narrator *n)
{
    if (n->out->count == 0)
        narrator_add_line(n);
    else
        prose_add(&n->prose, "The line also");
}

/* Names. */

static bool slots_is_bookkeeping(SlotPlace place)
{
    return view_text_equals(place.view, place.slot->label, "__module__")
        || view_text_equals(place.view, place.slot->label, "__qualname__");
}

/* Does the line speak of the variable? */
static bool slots_is_in_line(const Narrator *n, const Change *change)
{
    SlotPlace place = slots_place(n, change);
    return n->source != NULL && memmem(n->source, strlen(n->source), view_text(place.view, place.slot->label),
                                       place.slot->label.length) != NULL;
}

/* C: a pointer that holds the same address and that the line does not speak of; only what lies there is another block. */
static bool slots_stayed(const Narrator *n, const Change *change)
{
    if (change->slot_before == VIEW_NONE || change->slot_after == VIEW_NONE || slots_is_in_line(n, change))
        return false;
    const ViewSlot *was = &n->before->slots[change->slot_before], *is = &n->after->slots[change->slot_after];
    return was->state == SLOT_POINTER && is->state == SLOT_POINTER && was->pointer == is->pointer && is->pointer != 0;
}

bool slots_is_written(const Narrator *n, const Change *change)
{
    return !slots_stayed(n, change);
}

static bool slots_is_name(const Narrator *n, const Change *change)
{
    if (!slots_is_change(change) || !change->holder_is_frame || narrator_is_pushed(n, change->holder))
        return false;
    if (change->kind == CHANGE_UNBOUND && view_is_c(n->after))
        return false;          /* its lifetime ended, whatever the line did */
    SlotPlace place = slots_place(n, change);
    return place.slot->role == ROLE_NAME && !slots_is_bookkeeping(place) && !slots_stayed(n, change);
}

/* Verbs by kind of change and by what the slot holds: a Python name is bound, a C variable is set. */
static const char *const name_verbs[][2] = {
    [CHANGE_BOUND] = {"bound", "set"},
    [CHANGE_REBOUND] = {"rebound", "changed"},
    [CHANGE_UNBOUND] = {"removed the name", "ended the life of"},
};

static const char *slots_verb(const Narrator *n, const Change *change)
{
    return name_verbs[change->kind][slots_place(n, change).slot->state >= SLOT_VALUE];
}

static void slots_add_elsewhere(Narrator *n, const Change *change)
{
    const ViewFrame *active = narrator_active(n->after);
    int32_t frame = view_find_frame(n->after, change->holder);
    if (active == NULL || frame == VIEW_NONE || active->number == change->holder
        || (view_is_c(n->after) && n->after->frames[frame].is_module))
        return;                /* C's globals need no word: their names say enough */
    prose_add(&n->prose, " in ");
    narrator_add_frame(n, n->after, &n->after->frames[frame]);
}

/* " from the int 9" where nothing further will be said about the object that was let go. */
static void slots_add_origin(Narrator *n, const Change *change)
{
    const ViewSlot *before = change->slot_before == VIEW_NONE ? NULL : &n->before->slots[change->slot_before];
    if (change->kind != CHANGE_REBOUND || before == NULL
        || (change->object_before != 0 && narrator_tells_loss(n, change->object_before))
        || (before->state == SLOT_POINTER && before->target != VIEW_NONE))
        return;
    prose_add(&n->prose, " from ");
    phrase_slot_content(&n->prose, n->before, before, false);
}

static bool slots_was_returned(const Narrator *n, const Change *change)
{
    return n->before->return_value != VIEW_NONE && narrator_find(n, CHANGE_FRAME_POPPED) != NULL
        && n->before->objects[n->before->return_value].number == change->object;
}

static void slots_add_returner(Narrator *n, const Change *change)
{
    const ViewFrame *frame = narrator_active(n->before);
    if (frame == NULL || !slots_was_returned(n, change))
        return;
    narrator_begin_aside(n);
    prose_add(&n->prose, ", which ");
    narrator_add_frame(n, n->before, frame);
    prose_add(&n->prose, frame->is_yielding ? " yielded" : " returned");
}

static void slots_unbound_name(Narrator *n, const Change *change)
{
    prose_format(&n->prose, " %s ", slots_verb(n, change));
    slots_add_label(n, slots_place(n, change));
    slots_add_elsewhere(n, change);
    if (change->object_before == 0 || narrator_tells_loss(n, change->object_before))
        return;
    narrator_begin_aside(n);
    prose_add(&n->prose, "; it referred to ");
    phrase_slot_content(&n->prose, n->before, &n->before->slots[change->slot_before], false);
}

/* "`for x in items` took the next item, the int 2, and rebound x to it" */
static void slots_loop_name(Narrator *n, const Change *change)
{
    prose_add(&n->prose, " took the next item, ");
    slots_add_content(n, change);
    prose_format(&n->prose, ", and %s ", slots_verb(n, change));
    slots_add_label(n, slots_place(n, change));
    prose_add(&n->prose, " to it");
}

/* C: a block from the heap and the pointer to it. */
static void slots_allocated_name(Narrator *n, const Change *change)
{
    SlotPlace place = slots_place(n, change);
    prose_add(&n->prose, " allocated ");
    phrase_object(&n->prose, place.view, place.slot->target, true);
    prose_format(&n->prose, " and %s ", slots_verb(n, change));
    slots_add_label(n, place);
    slots_add_elsewhere(n, change);
    prose_add(&n->prose, " to its address, ");
    prose_add_bytes(&n->prose, view_text(place.view, place.slot->value), place.slot->value.length);
}

static void slots_made_name(Narrator *n, const Change *change)
{
    prose_add(&n->prose, " made ");
    slots_add_content(n, change);
    prose_format(&n->prose, " and %s ", slots_verb(n, change));
    slots_add_label(n, slots_place(n, change));
    slots_add_elsewhere(n, change);
    slots_add_origin(n, change);
    prose_add(&n->prose, " to it");
}

static const ViewSlot *slots_pointer(const View *view, int32_t slot)
{
    bool is_pointer = slot != VIEW_NONE && view->slots[slot].state == SLOT_POINTER
        && view->slots[slot].target != VIEW_NONE;
    return is_pointer ? &view->slots[slot] : NULL;
}

/* "the struct item (list->next)"; if there is no other way to it, its address tells it from others. */
static void slots_add_pointed(Narrator *n, const View *view, const ViewSlot *pointer, const Naming *naming)
{
    int32_t object = number_index_find(&n->objects_after, view->objects[pointer->target].number);
    Prose way;
    phrase_object(&n->prose, view, pointer->target, false);
    prose_init(&way);
    bool is_named = naming_write(&way, naming, object);
    prose_add(&n->prose, is_named ? " (" : " at ");
    if (is_named)
        prose_format(&n->prose, "%s)", way.text);
    else
        prose_add_bytes(&n->prose, view_text(view, pointer->value), pointer->value.length);
    prose_finish(&way);
}

static bool slots_is_item(const View *view, const ViewSlot *pointer)
{
    return pointer->aim == AIM_SLOT && pointer->aimed != VIEW_NONE && view->slots[pointer->aimed].role == ROLE_ITEM;
}

/* " moved p from item 2 to item 3 of the block of 32 bytes" */
static void slots_add_walk(Narrator *n, const ViewSlot *before, const ViewSlot *after)
{
    const ViewText from = n->before->slots[before->aimed].own, to = n->after->slots[after->aimed].own;
    prose_format(&n->prose, " moved %.*s from item %.*s to item %.*s of ",
                 (int)after->label.length, view_text(n->after, after->label), (int)from.length,
                 view_text(n->before, from), (int)to.length, view_text(n->after, to));
    phrase_object(&n->prose, n->after, after->target, false);
}

/* C: from one block, or one item of it, to another. False: it is another kind of change. */
static bool slots_moved_pointer(Narrator *n, const Change *change)
{
    const ViewSlot *before = slots_pointer(n->before, change->slot_before);
    const ViewSlot *after = slots_pointer(n->after, change->slot_after);
    if (change->kind != CHANGE_REBOUND || before == NULL || after == NULL)
        return false;
    if (slots_is_item(n->before, before) && slots_is_item(n->after, after) && change->object == change->object_before) {
        slots_add_walk(n, before, after);
        return true;
    }
    if (before->offset > 0 || after->offset > 0)
        return false;
    Naming others;
    naming_init_without(&others, n->after, n->source, change->slot_after);
    prose_add(&n->prose, " moved ");
    slots_add_label(n, slots_place(n, change));
    slots_add_elsewhere(n, change);
    prose_add(&n->prose, " from ");
    slots_add_pointed(n, n->before, before, &others);
    prose_add(&n->prose, " to ");
    slots_add_pointed(n, n->after, after, &others);
    naming_finish(&others);
    return true;
}

static void slots_bound_name(Narrator *n, const Change *change)
{
    if (slots_moved_pointer(n, change))
        return;
    prose_format(&n->prose, " %s ", slots_verb(n, change));
    slots_add_label(n, slots_place(n, change));
    slots_add_elsewhere(n, change);
    slots_add_origin(n, change);
    prose_add(&n->prose, " to ");
    slots_add_content(n, change);
    slots_add_returner(n, change);
    if (slots_was_returned(n, change))
        n->counted[number_index_find(&n->objects_after, change->object)] = true;
    else
        narration_add_other_names(n, change->slot_after);
    narration_add_risen(n, change->object);
}

/* The head of a Python loop, or a comprehension, whose names are its loops'. */
static bool slots_is_loop(const Narrator *n)
{
    const ViewFrame *frame = narrator_active(n->after);
    bool in_expression = frame != NULL && narrator_is_expression(n->after, frame)
        && !view_text_equals(n->after, frame->name, "<lambda>");
    return !view_is_c(n->after) && n->after->event != STEP_CALL
        && (in_expression || (narrator_line_starts(n, "for") && n->after->event == STEP_LINE));
}

static void slots_one_name(Narrator *n, const Change *change)
{
    if (change->kind == CHANGE_UNBOUND)
        slots_unbound_name(n, change);
    else if (slots_is_loop(n) && change->object != 0)
        slots_loop_name(n, change);
    else if (change->object != 0 && slots_place(n, change).slot->state == SLOT_POINTER
             && narrator_is_born(n, change->object))
        slots_allocated_name(n, change);
    else if (change->object != 0 && narrator_is_born(n, change->object))
        slots_made_name(n, change);
    else
        slots_bound_name(n, change);
}

/* "bound a to the int 1 and b to the int 2 and removed the name c": a verb stands again only when it changes. */
static void slots_clause(Narrator *n, const Change *change, const char *verb)
{
    if (verb != NULL)
        prose_format(&n->prose, "%s ", verb);
    slots_add_label(n, slots_place(n, change));
    slots_add_elsewhere(n, change);
    if (change->kind == CHANGE_UNBOUND)
        return;
    prose_add(&n->prose, " to ");
    slots_add_content(n, change);
}

/* Were all these names bound to one object, as by `a = b = []`? */
static bool slots_is_chain(const Narrator *n, const Change *const *changes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (changes[i]->kind == CHANGE_UNBOUND || changes[i]->object == 0 || changes[i]->object != changes[0]->object
            || slots_place(n, changes[i]).slot->state != SLOT_REFERENCE)
            return false;
    return true;
}

/* "made a new list [] and bound a and b to it", "bound a and rebound b to the int 0" */
static void slots_chained_names(Narrator *n, const Change *const *changes, uint32_t count)
{
    bool is_born = narrator_is_born(n, changes[0]->object);
    const char *verb = NULL;
    if (is_born) {
        prose_add(&n->prose, " made ");
        slots_add_content(n, changes[0]);
        prose_add(&n->prose, " and");
    }
    prose_add(&n->prose, " ");
    for (uint32_t i = 0; i < count; i++) {
        const char *next = slots_verb(n, changes[i]);
        prose_join(&n->prose, i, count);
        bool is_pair = count == 2 && i == 0 && strcmp(next, slots_verb(n, changes[1])) == 0;
        if (verb == NULL || strcmp(verb, next) != 0)
            prose_format(&n->prose, is_pair ? "%s both " : "%s ", next);
        slots_add_label(n, slots_place(n, changes[i]));
        slots_add_elsewhere(n, changes[i]);
        verb = next;
    }
    prose_add(&n->prose, " to ");
    if (is_born)
        prose_add(&n->prose, "it");
    else
        slots_add_content(n, changes[0]);
    narration_add_risen(n, changes[0]->object);
}

static void slots_many_names(Narrator *n, const Change *const *changes, uint32_t count)
{
    uint32_t told = count <= MOST_CLAUSES ? count : MOST_CLAUSES - 1, parts = told + (told < count);
    const char *verb = NULL;
    if (count <= MOST_CLAUSES + 1 && slots_is_chain(n, changes, count)) {
        slots_chained_names(n, changes, count);
        return;
    }
    prose_add(&n->prose, " ");
    for (uint32_t i = 0; i < told; i++) {
        const char *next = changes[i]->kind == CHANGE_UNBOUND ? "removed" : slots_verb(n, changes[i]);
        prose_join(&n->prose, i, parts);
        slots_clause(n, changes[i], verb == NULL || strcmp(verb, next) != 0 ? next : NULL);
        verb = next;
    }
    if (told < count)
        prose_format(&n->prose, " and %" PRIu32 " more %s", count - told,
                     view_is_c(n->after) ? "variables" : "names");
}

/* `except ... as e` removes the name at the end of its clause, whatever the line there says. */
static bool slots_is_clause_end(const Narrator *n, const Change *change)
{
    return change->kind == CHANGE_UNBOUND && n->source != NULL && strstr(n->source, "del ") == NULL
        && change->object_before != 0 && !view_is_c(n->after) && n->after->event != STEP_CALL;
}

static void slots_tell_clause_end(Narrator *n, const Change *change)
{
    prose_add(&n->prose, n->out->count == 0 ? "The except clause ended, which" : "The except clause ended there, which");
    slots_one_name(n, change);
    narrator_end_sentence(n);
}

void narration_names(Narrator *n)
{
    const Change *changes[MOST_CLAUSES + 1];
    uint32_t count = 0;
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        if (!slots_is_name(n, change) || slots_is_clause_end(n, change))
            continue;
        if (count <= MOST_CLAUSES)
            changes[count] = change;
        count++;
    }
    if (count > 0) {
        slots_add_subject(n);
        if (count == 1)
            slots_one_name(n, changes[0]);
        else
            slots_many_names(n, changes, count);
        narrator_end_sentence(n);
    }
}

void narration_clause_ended(Narrator *n)
{
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (slots_is_name(n, &n->changes->items[i]) && slots_is_clause_end(n, &n->changes->items[i])) {
            slots_tell_clause_end(n, &n->changes->items[i]);
            return;
        }
}

static bool slots_is_argument(const Narrator *n, const Change *change, uint64_t frame)
{
    if (change->kind != CHANGE_BOUND || !change->holder_is_frame || change->holder != frame)
        return false;
    SlotPlace place = slots_place(n, change);
    return place.slot->role == ROLE_NAME && !view_text_equals(place.view, place.slot->label, "__class__");
}

/* ", with x bound to the int 1 and y to the empty list", the arguments of a call. */
void narration_add_bindings(Narrator *n, uint64_t frame)
{
    uint32_t count = 0, told = 0;
    for (uint32_t i = 0; i < n->changes->count; i++)
        count += slots_is_argument(n, &n->changes->items[i], frame);
    for (uint32_t i = 0; i < n->changes->count && told < MOST_CLAUSES; i++) {
        const Change *change = &n->changes->items[i];
        if (!slots_is_argument(n, change, frame))
            continue;
        prose_add(&n->prose, told == 0 ? ", with " : told + 1 == count ? " and " : ", ");
        slots_add_label(n, slots_place(n, change));
        bool is_value = slots_place(n, change).slot->state >= SLOT_VALUE;
        prose_add(&n->prose, told++ > 0 ? " to " : is_value ? " set to " : " bound to ");
        slots_add_content(n, change);
        if (count == 1)
            narration_add_other_names(n, change->slot_after);
        else
            narration_add_which(n, change->slot_after);
    }
    if (told < count)
        prose_format(&n->prose, " and %" PRIu32 " more", count - told);
}
