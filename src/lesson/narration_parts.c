/* Telling of parts of objects: items, entries, members and attributes set and removed; objects that changed in another
 * way. */
#include "lesson/narration_slots.h"

#include <inttypes.h>
#include <string.h>

#include "lesson/phrase.h"

enum { MOST_HOLDERS = 2 };     /* objects whose changed parts are told */

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
    if (place.slot->label.length == 0 && place.slot->state >= SLOT_VALUE) {        /* a block that is one text */
        prose_add(&n->prose, "the text in ");
        phrase_object(&n->prose, n->after, holder, false);
        return;
    }
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
    [ROLE_ITEM] = {"added %v to %h", "set %p to %v", "removed %p, which referred to %v"},
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

static bool slots_is_added(const Narrator *n, const Change *change)
{
    const ViewSlot *slot = slots_place(n, change).slot;
    return change->kind == CHANGE_BOUND && slot->state == SLOT_REFERENCE && slot->role == ROLE_ITEM;
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

/* "added the int 2 and the int 3 to queue, as queue[0] and queue[1]" */
static bool slots_tell_added(Narrator *n, const PartGroup *group)
{
    for (uint32_t i = 0; i < group->count; i++)
        if (!slots_is_added(n, group->changes[i]))
            return false;
    prose_add(&n->prose, "added ");
    for (uint32_t i = 0; i < group->count; i++) {
        prose_join(&n->prose, i, group->count);
        slots_add_content(n, group->changes[i]);
    }
    prose_add(&n->prose, " to ");
    slots_add_holder(n, group->changes[0]);
    int32_t holder = number_index_find(&n->objects_after, group->changes[0]->holder);
    for (uint32_t i = 0; i < group->count; i++) {
        SlotPlace place = slots_place(n, group->changes[i]);
        Prose part;
        prose_init(&part);
        if (naming_write_slot(&part, &n->naming, holder, place.view, place.slot))
            prose_format(&n->prose, "%s%s", i == 0 ? ", as " : i + 1 == group->count ? " and " : ", ", part.text);
        prose_finish(&part);
    }
    return true;
}

static void slots_tell_group(Narrator *n, const PartGroup *group)
{
    slots_add_subject(n);
    prose_add(&n->prose, " ");
    bool added = false;
    if (slots_is_summary(n, group))
        slots_summary(n, group);
    else if (!(added = slots_tell_added(n, group)))
        for (uint32_t i = 0; i < group->count; i++) {
            prose_join(&n->prose, i, group->count);
            slots_part_clause(n, group->changes[i], i == 0 ? NULL : group->changes[i - 1]);
        }
    if (group->count == 1 && group->changes[0]->slot_after != VIEW_NONE) {
        bool ends_otherwise = added || slots_place(n, group->changes[0]).slot->role == ROLE_MEMBER;
        (ends_otherwise ? narration_add_namers : narration_add_other_names)(n, group->changes[0]->slot_after);
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

/* C: realloc found room behind the block. */
static void slots_tell_resized(Narrator *n, int32_t object)
{
    int32_t before = number_index_find(&n->objects_before, n->after->objects[object].number);
    slots_add_subject(n);
    prose_format(&n->prose, " resized the block of %" PRIu64 " bytes to %" PRIu64 "; it stayed in its place",
                 n->before->objects[before].size, n->after->objects[object].size);
    narrator_end_sentence(n);
}

static void slots_tell_value(Narrator *n, int32_t object)
{
    if (n->after->objects[object].kind == KIND_BLOCK) {
        slots_tell_resized(n, object);
        return;
    }
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
