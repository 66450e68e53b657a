/* Questions about what names refer to, and about what an object contains that two names lead to. */
#include "lesson/predictor.h"

#include <string.h>

#include "lesson/phrase.h"

/* Names that the language makes for itself are nobody's question. */
static bool names_is_asked(const View *view, ViewText label)
{
    return label.length > 0 && !(label.length > 2 && memcmp(view_text(view, label), "__", 2) == 0);
}

/* The change that bound a name of the frame that runs: the last one of the line. NULL if there is none. */
static const Change *names_bound(const Predictor *p)
{
    const Change *found = NULL;
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *change = &p->changes->items[i];
        if ((change->kind != CHANGE_BOUND && change->kind != CHANGE_REBOUND) || !change->holder_is_frame
            || view_find_frame(p->before, change->holder) == VIEW_NONE || change->slot_after == VIEW_NONE)
            continue;
        const ViewSlot *slot = &p->after->slots[change->slot_after];
        if (slot->role == ROLE_NAME && slot->state == SLOT_REFERENCE && names_is_asked(p->after, slot->label))
            found = change;
    }
    return found;
}

static const ViewFrame *names_frame(const View *view, uint64_t number)
{
    int32_t frame = view_find_frame(view, number);
    return frame == VIEW_NONE ? NULL : &view->frames[frame];
}

/* Does a name of the view before still lead to its object when the step is done? */
static bool names_stays(const Predictor *p, uint64_t frame_number, const ViewSlot *slot)
{
    const ViewFrame *frame = names_frame(p->after, frame_number);
    int32_t object = predictor_after(p, p->before->objects[slot->target].number);
    for (uint32_t i = 0; frame && object != VIEW_NONE && i < frame->slot_count; i++) {
        const ViewSlot *now = &p->after->slots[frame->first_slot + i];
        if (now->target == object && predictor_text_is(p->before, slot->label, p->after, now->label))
            return true;
    }
    return false;
}

/* A name of the holder's frame, in the view before, for the object; NULL if it has none. */
static const ViewSlot *names_other(const Predictor *p, const Change *bound, uint64_t object)
{
    int32_t before = predictor_before(p, object);
    const ViewFrame *frame = names_frame(p->before, bound->holder);
    int32_t slot = before == VIEW_NONE || !frame ? VIEW_NONE
                                                  : predictor_name_of(p->before, frame, before, bound->slot_before);
    return slot == VIEW_NONE ? NULL : &p->before->slots[slot];
}

static void names_add_label(Predictor *p, const Change *bound)
{
    predictor_add_text(p, p->after, p->after->slots[bound->slot_after].label);
}

static void names_ask_same(Predictor *p, const Change *bound, const ViewSlot *other)
{
    predictor_lead(p);
    prose_add(&p->prose, "will ");
    predictor_add_text(p, p->before, other->label);
    prose_add(&p->prose, " and ");
    names_add_label(p, bound);
    prose_add(&p->prose, " refer to one object, so that `");
    predictor_add_text(p, p->before, other->label);
    prose_add(&p->prose, " is ");
    names_add_label(p, bound);
    prose_add(&p->prose, "` is True?");
    predictor_open(p, PREDICT_SAME, bound->object);
}

static void names_same_one(Predictor *p, const Change *bound, const ViewSlot *other)
{
    names_ask_same(p, bound, other);
    predictor_choice_words(p, BELIEF_RIGHT, "yes: one object with two names");
    prose_add(&p->prose, "no: ");
    names_add_label(p, bound);
    prose_add(&p->prose, " gets a copy of its own");
    predictor_choice(p, BELIEF_COPY_VALUE, 0);
    prose_add(&p->prose, "no: ");
    names_add_label(p, bound);
    prose_add(&p->prose, " refers to the name ");
    predictor_add_text(p, p->before, other->label);
    predictor_choice(p, BELIEF_COPY_REFERENCE, 0);
    predictor_close(p);
}

/* A new object equal to one that a name of the frame leads to, of a kind that is not shared. */
static const ViewSlot *names_equal(const Predictor *p, const Change *bound)
{
    int32_t made = predictor_after(p, bound->object);
    const ViewFrame *frame = names_frame(p->before, bound->holder);
    if (made == VIEW_NONE || !frame || !predictor_is_countable(&p->after->objects[made])
        || p->after->objects[made].kind == KIND_INSTANCE || p->after->objects[made].length == 0)
        return NULL;
    const ViewObject *object = &p->after->objects[made];
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        if (slot->target == VIEW_NONE || (int32_t)(frame->first_slot + i) == bound->slot_before)
            continue;
        const ViewObject *other = &p->before->objects[slot->target];
        if (other->kind == object->kind && predictor_text_is(p->before, other->type, p->after, object->type)
            && predictor_text_is(p->before, other->repr, p->after, object->repr))
            return slot;
    }
    return NULL;
}

static void names_same_two(Predictor *p, const Change *bound, const ViewSlot *other)
{
    names_ask_same(p, bound, other);
    predictor_choice_words(p, BELIEF_RIGHT, "no: two equal objects");
    predictor_choice_words(p, BELIEF_EQUAL_IS_SAME, "yes: equal objects are one object");
    predictor_close(p);
}

void predict_same(Predictor *p)
{
    const Change *bound = names_bound(p);
    if (!bound)
        return;
    const ViewSlot *other = names_other(p, bound, bound->object);
    int32_t object = predictor_after(p, bound->object);
    if (other && object != VIEW_NONE && !phrase_is_singleton(p->after, &p->after->objects[object])
        && names_stays(p, bound->holder, other))
        names_same_one(p, bound, other);
    else if (predictor_is_born(p, bound->object) && (other = names_equal(p, bound))
             && names_stays(p, bound->holder, other))
        names_same_two(p, bound, other);
}

/* "the list [1, 2], which a names" */
static void names_add_known(Predictor *p, int32_t object, const ViewSlot *other)
{
    phrase_object(&p->prose, p->before, object, false);
    if (!other || phrase_is_singleton(p->before, &p->before->objects[object]))
        return;
    prose_add(&p->prose, ", which ");
    predictor_add_text(p, p->before, other->label);
    prose_add(&p->prose, " names");
}

static void names_right_target(Predictor *p, const Change *bound)
{
    int32_t before = predictor_before(p, bound->object), after = predictor_after(p, bound->object);
    const ViewSlot *other = names_other(p, bound, bound->object);
    if (before != VIEW_NONE)
        names_add_known(p, before, other);
    else if (after != VIEW_NONE)
        phrase_object(&p->prose, p->after, after, predictor_is_born(p, bound->object));
    predictor_choice(p, BELIEF_RIGHT, before == VIEW_NONE ? 0 : bound->object);
}

/* A rebound name: as if nothing happened, and as if the old object had changed into the new one. */
static void names_old_targets(Predictor *p, const Change *bound)
{
    int32_t old = predictor_before(p, bound->object_before), now = predictor_after(p, bound->object);
    if (bound->kind != CHANGE_REBOUND || old == VIEW_NONE || now == VIEW_NONE || bound->object == bound->object_before)
        return;
    bool one_type = predictor_text_is(p->before, p->before->objects[old].type, p->after, p->after->objects[now].type);
    const ViewText was = p->before->objects[old].repr, is = p->after->objects[now].repr;
    bool looks_same = predictor_text_is(p->before, was, p->after, is);
    if (one_type && !looks_same && !phrase_is_singleton(p->after, &p->after->objects[now])) {
        prose_add(&p->prose, "the same object as before, now ");
        predictor_add_text(p, p->after, is);
        predictor_choice(p, BELIEF_NAME_IS_BOX, 0);
    }
    if (!looks_same) {
        prose_add(&p->prose, "still ");
        phrase_object(&p->prose, p->before, old, false);
        predictor_choice(p, BELIEF_NO_EFFECT, bound->object_before);
    }
}

/* Some other object that a name of the frame leads to and that does not look like the right one. */
static void names_bystander(Predictor *p, const Change *bound)
{
    const ViewFrame *frame = names_frame(p->before, bound->holder);
    int32_t now = predictor_after(p, bound->object);
    for (uint32_t i = 0; frame && now != VIEW_NONE && i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        if (slot->target == VIEW_NONE)
            continue;
        const ViewObject *object = &p->before->objects[slot->target];
        if (object->number == bound->object || object->number == bound->object_before || object->kind == KIND_MODULE
            || predictor_text_is(p->before, object->repr, p->after, p->after->objects[now].repr))
            continue;
        names_add_known(p, slot->target, slot);
        predictor_choice(p, BELIEF_SLIP, object->number);
        return;
    }
}

void predict_target(Predictor *p)
{
    const Change *bound = names_bound(p);
    if (!bound || predictor_after(p, bound->object) == VIEW_NONE)
        return;
    predictor_lead(p);
    prose_add(&p->prose, "which object will ");
    names_add_label(p, bound);
    prose_add(&p->prose, " refer to?");
    predictor_open(p, PREDICT_TARGET, bound->object);
    names_right_target(p, bound);
    const ViewSlot *other = names_other(p, bound, bound->object);
    int32_t object = predictor_before(p, bound->object);
    if (other && !phrase_is_singleton(p->before, &p->before->objects[object])) {
        prose_add(&p->prose, "a copy of ");
        phrase_object(&p->prose, p->before, object, false);
        predictor_choice(p, BELIEF_COPY_VALUE, 0);
        prose_add(&p->prose, "none: it refers to the name ");
        predictor_add_text(p, p->before, other->label);
        predictor_choice(p, BELIEF_COPY_REFERENCE, 0);
    }
    names_old_targets(p, bound);
    names_bystander(p, bound);
    if (bound->kind == CHANGE_BOUND)
        predictor_choice_words(p, BELIEF_NO_EFFECT, "none: it will not be bound");
    predictor_close(p);
}

/* What an object will contain. */

enum { LONGEST_CONTENT = 48 };     /* bytes of a repr that can be compared at a glance */

/* The object of a name of the running frame whose repr the step changes; its slot in the view before. */
static const ViewSlot *value_changed(const Predictor *p)
{
    const ViewFrame *frame = predictor_active(p->before);
    for (uint32_t i = 0; frame && i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        if (slot->role != ROLE_NAME || slot->target == VIEW_NONE || !names_is_asked(p->before, slot->label))
            continue;
        const ViewObject *object = &p->before->objects[slot->target];
        int32_t after = predictor_after(p, object->number);
        if (after == VIEW_NONE || !predictor_is_countable(object) || object->kind == KIND_INSTANCE)
            continue;
        ViewText was = object->repr, is = p->after->objects[after].repr;
        if (!predictor_text_is(p->before, was, p->after, is) && was.length <= LONGEST_CONTENT
            && is.length <= LONGEST_CONTENT)
            return slot;
    }
    return NULL;
}

/* Of the names that lead to the object the last is asked about: the line mostly speaks of the first. */
static const ViewSlot *value_alias(const Predictor *p, const ViewSlot *first)
{
    const ViewFrame *frame = predictor_active(p->before);
    const ViewSlot *last = first;
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        if (slot->role == ROLE_NAME && slot->target == first->target)
            last = slot;
    }
    return last;
}

void predict_value(Predictor *p)
{
    const ViewSlot *changed = value_changed(p);
    if (!changed)
        return;
    const ViewSlot *slot = value_alias(p, changed);
    if (!names_stays(p, predictor_active(p->before)->number, slot))
        return;
    const ViewObject *was = &p->before->objects[slot->target];
    const ViewObject *is = &p->after->objects[predictor_after(p, was->number)];
    predictor_lead(p);
    prose_add(&p->prose, "what will ");
    predictor_add_text(p, p->before, slot->label);
    prose_add(&p->prose, " be?");
    predictor_open(p, PREDICT_VALUE, was->number);
    predictor_add_text(p, p->after, is->repr);
    predictor_choice(p, BELIEF_RIGHT, 0);
    predictor_add_text(p, p->before, was->repr);
    predictor_choice(p, slot == changed ? BELIEF_NO_EFFECT : BELIEF_COPY_VALUE, 0);
    predictor_choice_words(p, BELIEF_SLIP, "None");
    predictor_close(p);
}
