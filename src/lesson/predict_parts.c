/* Questions about the parts of objects: which object an attribute, an item or a key will refer to; and what a call will
 * return. */
#include "lesson/predictor.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/phrase.h"

/* The part of an object that the step set, of an object the picture shows and a name leads to; NULL if there is none. */
static const Change *parts_set(const Predictor *p)
{
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *change = &p->changes->items[i];
        if ((change->kind != CHANGE_BOUND && change->kind != CHANGE_REBOUND) || change->holder_is_frame
            || change->slot_after == VIEW_NONE || predictor_before(p, change->holder) == VIEW_NONE)
            continue;
        uint8_t role = p->after->slots[change->slot_after].role;
        if (role == ROLE_ATTRIBUTE || role == ROLE_ITEM || role == ROLE_ENTRY)
            return change;
    }
    return NULL;
}

/* Wrong choices: what was there before, a copy of what will be there, and something else that a name leads to. */
static void parts_wrong(Predictor *p, const Change *set)
{
    int32_t old = predictor_before(p, set->object_before), now = predictor_before(p, set->object);
    if (now != VIEW_NONE && predictor_is_countable(&p->before->objects[now])) {
        prose_add(&p->prose, "a copy of ");
        phrase_object(&p->prose, p->before, now, false);
        predictor_choice(p, BELIEF_COPY_VALUE, 0);
    }
    if (set->kind == CHANGE_REBOUND && old != VIEW_NONE) {
        prose_add(&p->prose, "still ");
        phrase_object(&p->prose, p->before, old, false);
        predictor_choice(p, BELIEF_NO_EFFECT, set->object_before);
    } else {
        predictor_choice_words(p, BELIEF_NO_EFFECT, "none: there will be no such part");
    }
}

void predict_part(Predictor *p)
{
    const Change *set = parts_set(p);
    int32_t after = set ? predictor_after(p, set->object) : VIEW_NONE;
    if (after == VIEW_NONE || p->after->slots[set->slot_after].state != SLOT_REFERENCE)
        return;                    /* C's pointers are asked about in predict_c.c */
    Naming naming;
    naming_init(&naming, p->before, p->step->source_line);
    predictor_lead(p);
    prose_add(&p->prose, "which object will ");
    bool named = naming_write_slot(&p->prose, &naming, predictor_before(p, set->holder), p->after,
                                   &p->after->slots[set->slot_after]);
    naming_finish(&naming);
    if (!named) {
        prose_reset(&p->prose);
        return;
    }
    prose_add(&p->prose, " refer to?");
    predictor_open(p, PREDICT_TARGET, set->object);
    int32_t before = predictor_before(p, set->object);
    phrase_object(&p->prose, before == VIEW_NONE ? p->after : p->before, before == VIEW_NONE ? after : before,
                  before == VIEW_NONE && predictor_is_born(p, set->object));
    predictor_choice(p, BELIEF_RIGHT, before == VIEW_NONE ? 0 : set->object);
    parts_wrong(p, set);
    predictor_close(p);
}

/* What a call returns. */

/* An object that a name of the returning frame leads to and that reads otherwise than the value. */
static void return_add_local(Predictor *p, const ViewFrame *frame, const ViewObject *value)
{
    for (uint32_t i = 0; i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        if (slot->role != ROLE_NAME || slot->target == VIEW_NONE)
            continue;
        const ViewObject *object = &p->before->objects[slot->target];
        if (object->number == value->number || predictor_text_is(p->before, object->repr, p->after, value->repr))
            continue;
        phrase_object(&p->prose, p->before, slot->target, false);
        predictor_choice(p, BELIEF_SLIP, object->number);
        return;
    }
}

/* An int one larger. */
static void return_add_shifted(Predictor *p, const ViewObject *value)
{
    if (value->repr.length > 9 || !view_text_equals(p->after, value->type, "int"))
        return;
    char digits[12] = "";
    memcpy(digits, view_text(p->after, value->repr), value->repr.length);
    prose_format(&p->prose, "the int %ld", strtol(digits, NULL, 10) + 1);
    predictor_choice(p, BELIEF_SLIP, 0);
}

void predict_return(Predictor *p)
{
    const ViewFrame *frame = predictor_active(p->before), *leaving = predictor_active(p->after);
    if (p->after->event != STEP_RETURN || p->after->return_value == VIEW_NONE || !frame || !leaving
        || frame->number != leaving->number || frame->is_module || frame->is_class_body)
        return;
    const ViewObject *value = &p->after->objects[p->after->return_value];
    prose_reset(&p->prose);
    prose_add(&p->prose, "What will ");
    phrase_frame(&p->prose, p->before, frame);
    prose_add(&p->prose, frame->is_generator ? " hand over?" : " return?");
    predictor_open(p, PREDICT_RETURN, value->number);
    phrase_object(&p->prose, p->after, p->after->return_value, predictor_is_born(p, value->number));
    predictor_choice(p, BELIEF_RIGHT, predictor_before(p, value->number) == VIEW_NONE ? 0 : value->number);
    return_add_local(p, frame, value);
    return_add_shifted(p, value);
    bool is_none = view_text_equals(p->after, value->type, "NoneType");
    predictor_choice_words(p, BELIEF_SLIP, is_none ? "the int 0" : "None");
    predictor_close(p);
}
