/* Questions that only C has: the value that a variable holds in itself, where a pointer leads, what free leaves behind,
 * how large a block is. */
#include "lesson/predictor.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/phrase.h"

enum { POINTER_SIZE = 8, LONGEST_VALUE = 40 };     /* bytes */

static const ViewSlot *c_before(const Predictor *p, const Change *change)
{
    return change->slot_before == VIEW_NONE ? NULL : &p->before->slots[change->slot_before];
}

/* Is there but one variable of that name in sight? Blocks within blocks, and statics, may hide others. */
static bool c_is_only(const Predictor *p, ViewText label)
{
    uint32_t count = 0, last = p->after->frame_count - 1;
    for (uint32_t i = 0; i <= last; i++) {
        const ViewFrame *frame = &p->after->frames[i];
        for (uint32_t j = 0; (i == 0 || i == last) && j < frame->slot_count; j++)
            count += predictor_text_is(p->after, p->after->slots[frame->first_slot + j].label, p->after, label);
    }
    return count == 1;
}

/* How the program writes the slot: a name of the running frame or a global, or a part of a block that has a way. */
static bool c_write_slot(const Predictor *p, const Naming *naming, const Change *change, Prose *prose)
{
    const ViewSlot *slot = &p->after->slots[change->slot_after];
    if (change->holder_is_frame) {
        int32_t frame = view_find_frame(p->before, change->holder);
        bool is_seen = frame == (int32_t)p->before->frame_count - 1 || (frame == 0 && p->before->frames[0].is_module);
        if (is_seen && slot->role == ROLE_NAME && slot->label.length > 0 && c_is_only(p, slot->label))
            prose_add_bytes(prose, view_text(p->after, slot->label), slot->label.length);
        return prose->length > 0;
    }
    int32_t holder = predictor_before(p, change->holder);
    return holder != VIEW_NONE && naming_write_slot(prose, naming, holder, p->after, slot);
}

static bool c_is_slot_change(const Change *change)
{
    return (change->kind == CHANGE_BOUND || change->kind == CHANGE_REBOUND) && change->slot_after != VIEW_NONE;
}

/* The first change of a slot in that state that can be named; its name goes into `prose`. */
static const Change *c_find(const Predictor *p, const Naming *naming, SlotState state, Prose *prose)
{
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *change = &p->changes->items[i];
        int32_t holder = predictor_after(p, change->holder);
        bool is_freed = !change->holder_is_frame && holder != VIEW_NONE
            && p->after->objects[holder].flags & OBJECT_FREED;             /* what lies there is malloc's own */
        if (!c_is_slot_change(change) || is_freed || p->after->slots[change->slot_after].state != state)
            continue;
        prose_reset(prose);
        if (c_write_slot(p, naming, change, prose))
            return change;
    }
    return NULL;
}

/* Values. */

static bool c_number(const char *text, size_t length, long *number)
{
    char digits[24], *end;
    if (length == 0 || length > 9)
        return false;
    memcpy(digits, text, length);
    digits[length] = '\0';
    *number = strtol(digits, &end, 10);
    return *end == '\0';
}

/* The value of another variable of the frame with the same type. */
static void c_bystander(Predictor *p, const Change *change, const ViewSlot *is)
{
    const ViewFrame *frame = predictor_active(p->before);
    for (uint32_t i = 0; frame && i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        if (slot->state != SLOT_VALUE || (int32_t)(frame->first_slot + i) == change->slot_before
            || !predictor_text_is(p->before, slot->type, p->after, is->type))
            continue;
        predictor_add_text(p, p->before, slot->value);
        predictor_choice(p, BELIEF_SLIP, 0);
    }
}

static void c_wrong_values(Predictor *p, const Change *change, const ViewSlot *is)
{
    const ViewSlot *was = c_before(p, change);
    long number;
    if (was && was->state == SLOT_VALUE) {
        predictor_add_text(p, p->before, was->value);
        predictor_choice(p, BELIEF_NO_EFFECT, 0);
    } else
        predictor_choice_words(p, BELIEF_NO_EFFECT, "nothing: it stays without a value");
    c_bystander(p, change, is);
    for (int by = 1; by >= -1; by -= 2)
        if (c_number(view_text(p->after, is->value), is->value.length, &number)) {
            prose_reset(&p->prose);
            prose_format(&p->prose, "%ld", number + by);
            predictor_choice(p, BELIEF_SLIP, 0);
        }
}

static void c_ask_value(Predictor *p, const Naming *naming)
{
    Prose name;
    prose_init(&name);
    const Change *change = c_find(p, naming, SLOT_VALUE, &name);
    const ViewSlot *is = change ? &p->after->slots[change->slot_after] : NULL;
    if (is && is->value.length > 0 && is->value.length <= LONGEST_VALUE) {
        predictor_lead(p);
        prose_format(&p->prose, "what will the value of %s be?", name.text);
        predictor_open(p, PREDICT_VALUE, 0);
        predictor_add_text(p, p->after, is->value);
        predictor_choice(p, BELIEF_RIGHT, 0);
        c_wrong_values(p, change, is);
        predictor_close(p);
    }
    prose_finish(&name);
}

/* Pointers. */

/* "where head->next points now", "a new block of 16 bytes", "&x", "NULL" */
static void c_add_place(Predictor *p, const Naming *naming, const ViewSlot *is)
{
    int32_t before = is->target == VIEW_NONE ? VIEW_NONE : predictor_before(p, p->after->objects[is->target].number);
    Prose way;
    prose_init(&way);
    prose_reset(&p->prose);
    if (before != VIEW_NONE && is->offset == 0 && naming_write(&way, naming, before))
        prose_format(&p->prose, "where %s points now", way.text);
    else if (is->target != VIEW_NONE && before == VIEW_NONE && is->offset == 0)
        phrase_object(&p->prose, p->after, is->target, predictor_is_born(p, p->after->objects[is->target].number)
                      && !(p->after->objects[is->target].flags & OBJECT_SHARED));
    else
        predictor_add_text(p, p->after, is->value);
    prose_finish(&way);
}

static void c_ask_target(Predictor *p, const Naming *naming)
{
    Prose name;
    prose_init(&name);
    const Change *change = c_find(p, naming, SLOT_POINTER, &name);
    const ViewSlot *is = change ? &p->after->slots[change->slot_after] : NULL, *was = change ? c_before(p, change) : NULL;
    if (is) {
        bool is_null = is->value.length == 4 && memcmp(view_text(p->after, is->value), "NULL", 4) == 0;
        bool was_null = was && was->value.length == 4 && memcmp(view_text(p->before, was->value), "NULL", 4) == 0;
        int32_t known = is->target == VIEW_NONE ? VIEW_NONE
                                                : predictor_before(p, p->after->objects[is->target].number);
        predictor_lead(p);
        prose_format(&p->prose, "where will %s point?", name.text);
        predictor_open(p, PREDICT_TARGET, 0);
        c_add_place(p, naming, is);
        predictor_choice(p, BELIEF_RIGHT, known == VIEW_NONE ? 0 : p->before->objects[known].number);
        if (was && was->state == SLOT_POINTER && !was_null)
            predictor_choice_words(p, BELIEF_NO_EFFECT, "where it points now");
        if (known != VIEW_NONE)
            predictor_choice_words(p, BELIEF_COPY_VALUE, "at a copy of that block");
        if (!is_null)
            predictor_choice_words(p, BELIEF_SLIP, "nowhere: it will be NULL");
        else
            predictor_choice_words(p, BELIEF_NO_EFFECT, "nobody knows: it stays without a value");
        predictor_close(p);
    }
    prose_finish(&name);
}

/* Does the variable of that frame live on, with a value of its own? */
static bool c_lives_on(const Predictor *p, uint64_t number, const ViewSlot *slot)
{
    int32_t place = view_find_frame(p->after, number);
    const ViewFrame *frame = place == VIEW_NONE ? NULL : &p->after->frames[place];
    for (uint32_t i = 0; frame && i < frame->slot_count; i++) {
        const ViewSlot *now = &p->after->slots[frame->first_slot + i];
        if (now->state == SLOT_POINTER && now->address == slot->address
            && predictor_text_is(p->before, slot->label, p->after, now->label))
            return predictor_text_is(p->before, slot->value, p->after, now->value);
    }
    return false;
}

/* What free leaves behind: a pointer that still has the address. */
static void c_ask_dangling(Predictor *p)
{
    const ViewFrame *frame = predictor_active(p->before);
    for (uint32_t i = 0; frame && i < frame->slot_count; i++) {
        const ViewSlot *slot = &p->before->slots[frame->first_slot + i];
        int32_t after = slot->state != SLOT_POINTER || slot->target == VIEW_NONE ? VIEW_NONE
            : predictor_after(p, p->before->objects[slot->target].number);
        if (after == VIEW_NONE || !(p->after->objects[after].flags & OBJECT_FREED)
            || p->before->objects[slot->target].flags & OBJECT_FREED || slot->offset != 0
            || !c_lives_on(p, frame->number, slot))
            continue;
        predictor_lead(p);
        prose_add(&p->prose, "what will the pointer ");
        predictor_add_text(p, p->before, slot->label);
        prose_add(&p->prose, " hold?");
        predictor_open(p, PREDICT_DEATH, p->before->objects[slot->target].number);
        predictor_choice_words(p, BELIEF_RIGHT, "the same address, of a block that is freed");
        predictor_choice_words(p, BELIEF_FREE_CLEARS, "NULL: free clears it");
        predictor_choice_words(p, BELIEF_NEVER_FREED, "the same address, of a block that can still be used");
        predictor_close(p);
        return;
    }
}

/* Bytes. */

static void c_ask_bytes(Predictor *p)
{
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *born = &p->changes->items[i];
        int32_t place = born->kind == CHANGE_BORN ? predictor_after(p, born->object) : VIEW_NONE;
        if (place == VIEW_NONE || p->after->objects[place].kind != KIND_BLOCK
            || p->after->objects[place].flags & OBJECT_SHARED)
            continue;
        uint64_t size = p->after->objects[place].size;
        const char *digit = p->step->source_line ? strpbrk(p->step->source_line, "0123456789") : NULL;
        predictor_lead(p);
        prose_add(&p->prose, "how many bytes will the new block have?");
        predictor_open(p, PREDICT_BYTES, 0);
        predictor_choice_number(p, BELIEF_RIGHT, size);
        if (digit)
            predictor_choice_number(p, BELIEF_COUNT_IS_BYTES, strtoull(digit, NULL, 10));
        predictor_choice_number(p, BELIEF_POINTER_IS_BLOCK, POINTER_SIZE);
        predictor_choice_number(p, BELIEF_SLIP, size + POINTER_SIZE);
        predictor_choice_number(p, BELIEF_SLIP, size * 2);
        predictor_close(p);
        return;
    }
}

void predict_c(Predictor *p)
{
    Naming naming;
    if (!view_is_c(p->before))
        return;
    naming_init(&naming, p->before, p->step->source_line);
    c_ask_dangling(p);
    c_ask_bytes(p);
    c_ask_target(p, &naming);
    c_ask_value(p, &naming);
    naming_finish(&naming);
}
