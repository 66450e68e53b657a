/* Telling of slots: names bound, rebound and unbound; parts of objects set and removed.
 *
 * Slots of frames just pushed and of objects just born are not told one by one: the call tells its arguments, and a new
 * object is shown with its contents. */
#include "lesson/narrator.h"

#include <inttypes.h>
#include <string.h>

#include "lesson/phrase.h"

enum {
    MOST_CLAUSES = 4,          /* changes told in one sentence */
    MOST_HOLDERS = 2           /* objects whose changed parts are told */
};

static bool slots_is_change(const Change *change)
{
    return change->kind == CHANGE_BOUND || change->kind == CHANGE_REBOUND || change->kind == CHANGE_UNBOUND;
}

/* The slot that the change is about, and the view it lies in: what is now, or what was if nothing is. */
typedef struct SlotPlace {
    const View *view;
    const ViewSlot *slot;
} SlotPlace;

static SlotPlace slots_place(const Narrator *n, const Change *change)
{
    if (change->slot_after != VIEW_NONE)
        return (SlotPlace){n->after, &n->after->slots[change->slot_after]};
    return (SlotPlace){n->before, &n->before->slots[change->slot_before]};
}

static void slots_add_label(Narrator *n, SlotPlace place)
{
    if (place.slot->label.length > 0)
        prose_add_bytes(&n->prose, view_text(place.view, place.slot->label), place.slot->label.length);
}

static void slots_add_content(Narrator *n, const Change *change)
{
    SlotPlace place = slots_place(n, change);
    phrase_slot_content(&n->prose, place.view, place.slot, change->object != 0 && narrator_is_born(n, change->object));
}

static void slots_add_subject(Narrator *n)
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

static bool slots_is_name(const Narrator *n, const Change *change)
{
    if (!slots_is_change(change) || !change->holder_is_frame || narrator_is_pushed(n, change->holder))
        return false;
    SlotPlace place = slots_place(n, change);
    return place.slot->role == ROLE_NAME && !slots_is_bookkeeping(place);
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
        || (narrator_is_c(n->after) && n->after->frames[frame].is_module))
        return;                /* C's globals need no word: their names say enough */
    prose_add(&n->prose, " in ");
    narrator_add_frame(n, n->after, &n->after->frames[frame]);
}

/* " from the int 9" where nothing further will be said about the object that was let go. */
static void slots_add_origin(Narrator *n, const Change *change)
{
    const ViewSlot *before = change->slot_before == VIEW_NONE ? NULL : &n->before->slots[change->slot_before];
    if (change->kind != CHANGE_REBOUND || before == NULL
        || (change->object_before != 0 && narrator_tells_loss(n, change->object_before)))
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

static void slots_bound_name(Narrator *n, const Change *change)
{
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
    return !narrator_is_c(n->after) && n->after->event != STEP_CALL
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
        if (verb == NULL || strcmp(verb, next) != 0)
            prose_format(&n->prose, "%s ", next);
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
        prose_format(&n->prose, " and changed %" PRIu32 " more %s", count - told,
                     narrator_is_c(n->after) ? "variables" : "names");
}

/* `except ... as e` removes the name at the end of its clause, whatever the line there says. */
static bool slots_is_clause_end(const Narrator *n, const Change *change)
{
    return change->kind == CHANGE_UNBOUND && n->source != NULL && strstr(n->source, "del ") == NULL
        && change->object_before != 0 && !narrator_is_c(n->after) && n->after->event != STEP_CALL;
}

static void slots_tell_clause_end(Narrator *n, const Change *change)
{
    prose_add(&n->prose, n->out->count == 0 ? "The except clause ended, which" : "The except clause ended there, which");
    slots_one_name(n, change);
    narrator_end_sentence(n);
}

void narration_names(Narrator *n)
{
    const Change *changes[MOST_CLAUSES + 1], *ended = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        if (!slots_is_name(n, change))
            continue;
        if (ended == NULL && slots_is_clause_end(n, change)) {
            ended = change;
            continue;
        }
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
    if (ended != NULL)
        slots_tell_clause_end(n, ended);
}

static bool slots_is_argument(const Narrator *n, const Change *change, uint64_t frame)
{
    return change->kind == CHANGE_BOUND && change->holder_is_frame && change->holder == frame
        && slots_place(n, change).slot->role == ROLE_NAME;
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
    }
    if (told < count)
        prose_format(&n->prose, " and %" PRIu32 " more", count - told);
}

/* Parts of objects. */

static bool slots_is_part(const Narrator *n, const Change *change)
{
    if (!slots_is_change(change) || change->holder_is_frame || narrator_is_born(n, change->holder))
        return false;
    int32_t holder = number_index_find(&n->objects_after, change->holder);
    if (holder != VIEW_NONE && n->after->objects[holder].flags & OBJECT_FREED)
        return false;
    uint8_t role = slots_place(n, change).slot->role;
    return role == ROLE_ITEM || role == ROLE_ENTRY || role == ROLE_MEMBER || role == ROLE_ATTRIBUTE;
}

static void slots_add_holder(Narrator *n, const Change *change)
{
    int32_t holder = number_index_find(&n->objects_after, change->holder);
    if (!naming_write(&n->prose, &n->naming, holder))
        phrase_object(&n->prose, n->after, holder, false);
}

/* "p.x", "items[0]", or in words where the holder has no name. */
static void slots_add_part(Narrator *n, const Change *change)
{
    SlotPlace place = slots_place(n, change);
    int32_t holder = number_index_find(&n->objects_after, change->holder);
    if (naming_write_slot(&n->prose, &n->naming, holder, place.view, place.slot))
        return;
    prose_add(&n->prose, place.slot->role == ROLE_ITEM ? "item " : place.slot->role == ROLE_ENTRY ? "the value of "
                                                                                                  : "the attribute ");
    if (place.slot->role == ROLE_ENTRY && place.slot->key != VIEW_NONE)
        phrase_object(&n->prose, place.view, place.slot->key, false);
    else
        slots_add_label(n, place);
    prose_add(&n->prose, " of ");
    slots_add_holder(n, change);
}

static void slots_add_key(Narrator *n, const Change *change)
{
    SlotPlace place = slots_place(n, change);
    if (place.slot->key == VIEW_NONE)
        slots_add_label(n, place);
    else
        prose_add_bytes(&n->prose, view_text(place.view, place.view->objects[place.slot->key].repr),
                        place.view->objects[place.slot->key].repr.length);
}

/* One template per role and kind of change: %h the holder, %p the part, %k the key, %v what it refers to now (or
 * did, if it is gone). */
static const char *const part_templates[][3] = {
    [ROLE_ITEM] = {"added %p, a reference to %v", "set %p to %v", "removed %p, which referred to %v"},
    [ROLE_ENTRY] = {"set %p, a new key, to %v", "set %p to %v", "removed the key %k from %h"},
    [ROLE_MEMBER] = {"added %v to %h", "replaced a member of %h by %v", "removed %v from %h"},
    [ROLE_ATTRIBUTE] = {"bound %p to %v", "rebound %p to %v", "removed %p, which referred to %v"},
};

/* The same where the value lies in the part itself, as in C. */
static const char *const value_templates[] = {"set %p to %v", "changed %p to %v", "ended the life of %p"};

static const char *slots_part_template(const Narrator *n, const Change *change)
{
    const ViewSlot *slot = slots_place(n, change).slot;
    const char *const *templates = slot->state >= SLOT_VALUE ? value_templates : part_templates[slot->role];
    return templates[change->kind - CHANGE_BOUND];
}

/* The verb of a template is left out where the clause before it had the same. */
static void slots_part_clause(Narrator *n, const Change *change, const Change *last)
{
    const char *at = slots_part_template(n, change), *same = last == NULL ? "" : slots_part_template(n, last);
    size_t verb = strcspn(at, " ") + 1;
    if (strncmp(at, same, verb) == 0)
        at += verb;
    for (; *at != '\0'; at++) {
        if (*at != '%') {
            prose_add_bytes(&n->prose, at, 1);
            continue;
        }
        switch (*++at) {
        case 'h': slots_add_holder(n, change); break;
        case 'p': slots_add_part(n, change); break;
        case 'k': slots_add_key(n, change); break;
        default: slots_add_content(n, change); break;
        }
    }
}

typedef struct PartGroup {
    const Change *changes[MOST_CLAUSES];
    uint32_t count, rebound;
    int64_t growth;            /* how many parts more than before */
} PartGroup;

static PartGroup slots_group(const Narrator *n, uint64_t holder)
{
    PartGroup group = {.count = 0};
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        if (!slots_is_part(n, change) || change->holder != holder)
            continue;
        if (group.count < MOST_CLAUSES)
            group.changes[group.count] = change;
        group.count++;
        group.rebound += change->kind == CHANGE_REBOUND;
    }
    int32_t before = number_index_find(&n->objects_before, holder);
    int32_t after = number_index_find(&n->objects_after, holder);
    if (before != VIEW_NONE && after != VIEW_NONE)
        group.growth = (int64_t)n->after->objects[after].length - n->before->objects[before].length;
    return group;
}

/* Did nothing but the order change? */
static bool slots_is_reordered(const Narrator *n, const PartGroup *group)
{
    uint64_t was = 0, is = 0;
    if (group->growth != 0 || group->count < 2 || group->count != group->rebound || group->count >= MOST_CLAUSES)
        return false;
    for (uint32_t i = 0; i < group->count; i++) {
        was ^= group->changes[i]->object_before * 0x9E3779B97F4A7C15u;
        is ^= group->changes[i]->object * 0x9E3779B97F4A7C15u;
    }
    return was == is && slots_place(n, group->changes[0]).slot->state == SLOT_REFERENCE;
}

static bool slots_is_emptied(const Narrator *n, const PartGroup *group)
{
    int32_t holder = number_index_find(&n->objects_after, group->changes[0]->holder);
    return group->growth < -1 && holder != VIEW_NONE && n->after->objects[holder].length == 0;
}

/* Items that move up one by one are one change to a reader, not many. */
static bool slots_is_summary(const Narrator *n, const PartGroup *group)
{
    bool is_item = slots_place(n, group->changes[0]).slot->role == ROLE_ITEM;
    return group->count >= MOST_CLAUSES || (is_item && group->growth != 0 && group->rebound > 0)
        || (is_item && slots_is_reordered(n, group)) || slots_is_emptied(n, group);
}

static void slots_summary(Narrator *n, const PartGroup *group)
{
    int32_t holder = number_index_find(&n->objects_after, group->changes[0]->holder);
    if (slots_is_emptied(n, group)) {
        prose_add(&n->prose, "emptied ");
        slots_add_holder(n, group->changes[0]);
        prose_format(&n->prose, ", which had %" PRId64 " %s", -group->growth,
                     phrase_part((ObjectKind)n->after->objects[holder].kind, true));
        return;
    }
    prose_add(&n->prose, slots_is_reordered(n, group) ? "reordered " : "changed ");
    slots_add_holder(n, group->changes[0]);
    if (n->after->objects[holder].kind == KIND_INSTANCE || n->after->objects[holder].kind == KIND_CLASS) {
        prose_format(&n->prose, " in %" PRIu32 " attributes", group->count);
        return;
    }
    prose_add(&n->prose, ": it became ");
    phrase_object(&n->prose, n->after, holder, false);
    uint64_t by = (uint64_t)(group->growth < 0 ? -group->growth : group->growth);
    if (by > 0)
        prose_format(&n->prose, ", with %" PRIu64 " %s %s", by,
                     phrase_part((ObjectKind)n->after->objects[holder].kind, by != 1),
                     group->growth < 0 ? "fewer" : "more");
}

static void slots_tell_group(Narrator *n, const PartGroup *group)
{
    slots_add_subject(n);
    prose_add(&n->prose, " ");
    if (slots_is_summary(n, group))
        slots_summary(n, group);
    else
        for (uint32_t i = 0; i < group->count; i++) {
            prose_join(&n->prose, i, group->count);
            slots_part_clause(n, group->changes[i], i == 0 ? NULL : group->changes[i - 1]);
        }
    if (group->count == 1 && group->changes[0]->slot_after != VIEW_NONE) {
        narration_add_other_names(n, group->changes[0]->slot_after);
        narration_add_risen(n, group->changes[0]->object);
    }
    narrator_end_sentence(n);
}

void narration_parts(Narrator *n)
{
    uint64_t last = 0;
    uint32_t holders = 0;
    for (uint32_t i = 0; i < n->changes->count; i++) {
        const Change *change = &n->changes->items[i];
        if (!slots_is_part(n, change) || change->holder == last)
            continue;
        last = change->holder;
        if (holders++ == MOST_HOLDERS)
            break;
        PartGroup group = slots_group(n, last);
        slots_tell_group(n, &group);
    }
}

/* Other contents. */

static bool slots_value_tells(const Narrator *n, const Change *change)
{
    int32_t after = number_index_find(&n->objects_after, change->object);
    return change->kind == CHANGE_VALUE && after != VIEW_NONE && n->after->objects[after].kind == KIND_SCALAR
        && n->after->objects[after].flags & OBJECT_MUTABLE;
}

/* A part beyond those that are listed came or went: only the length shows it. */
static bool slots_length_tells(const Narrator *n, int32_t after)
{
    const ViewObject *is = &n->after->objects[after];
    int32_t before = number_index_find(&n->objects_before, is->number);
    return before != VIEW_NONE && n->before->objects[before].length != is->length
        && slots_group(n, is->number).count == 0;
}

static void slots_tell_value(Narrator *n, int32_t object)
{
    slots_add_subject(n);
    prose_add(&n->prose, " changed ");
    if (!naming_write(&n->prose, &n->naming, object))
        prose_add(&n->prose, "an object");
    prose_add(&n->prose, ": it became ");
    phrase_object(&n->prose, n->after, object, false);
    narrator_end_sentence(n);
}

void narration_values(Narrator *n)
{
    for (uint32_t i = 0; i < n->changes->count; i++)
        if (slots_value_tells(n, &n->changes->items[i])) {
            slots_tell_value(n, number_index_find(&n->objects_after, n->changes->items[i].object));
            return;
        }
    for (uint32_t i = 0; n->out->count == 0 && i < n->after->object_count; i++)
        if (slots_length_tells(n, (int32_t)i)) {
            slots_tell_value(n, (int32_t)i);
            return;
        }
}
