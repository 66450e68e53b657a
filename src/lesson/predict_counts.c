/* Questions about counts and deaths. They are asked only where the picture holds the answer: of objects all of whose
 * references are shown. */
#include "lesson/predictor.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/phrase.h"

typedef struct Holders { uint64_t all, names; } Holders;

/* The references to an object that a view shows. */
static Holders counts_seen(const View *view, int32_t object)
{
    Holders seen = {0, 0};
    for (uint32_t i = 0; i < view->slot_count; i++) {
        const ViewSlot *slot = &view->slots[i];
        if (slot->role == ROLE_WEAK)
            continue;
        seen.all += slot->target == object && slot->state == SLOT_REFERENCE;
        seen.all += slot->key == object;
        seen.names += slot->target == object && slot->role == ROLE_NAME;
    }
    return seen;
}

static bool counts_is_plain(const View *view, int32_t object)
{
    return counts_seen(view, object).all == view->objects[object].count;
}

/* The change of a count that can be told from the picture. */
static const Change *counts_told(const Predictor *p)
{
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *change = &p->changes->items[i];
        if (change->kind != CHANGE_COUNT)
            continue;
        int32_t before = predictor_before(p, change->object), after = predictor_after(p, change->object);
        if (before != VIEW_NONE && after != VIEW_NONE && predictor_is_countable(&p->before->objects[before])
            && counts_is_plain(p->before, before) && counts_is_plain(p->after, after))
            return change;
    }
    return NULL;
}

void predict_count(Predictor *p)
{
    const Change *count = counts_told(p);
    if (!count)
        return;
    int32_t before = predictor_before(p, count->object), after = predictor_after(p, count->object);
    predictor_lead(p);
    prose_add(&p->prose, "how many references will there be to ");
    phrase_object(&p->prose, p->before, before, false);
    prose_add(&p->prose, "?");
    predictor_open(p, PREDICT_COUNT, count->object);
    predictor_choice_number(p, BELIEF_RIGHT, count->after);
    predictor_choice_number(p, BELIEF_NO_EFFECT, count->before);
    predictor_choice_number(p, BELIEF_COUNT_BY_NAME, counts_seen(p->after, after).names);
    predictor_choice_number(p, BELIEF_SLIP, count->after + 1);
    predictor_choice_number(p, BELIEF_SLIP, count->after > 1 ? count->after - 1 : count->after + 2);
    predictor_close(p);
}

/* Deaths. */

static bool death_is_asked(const ViewObject *object)
{
    return object->kind != KIND_CELL && object->kind != KIND_MODULE && object->kind != KIND_OTHER
           && !(object->flags & (OBJECT_LIBRARY | OBJECT_STRANDED));
}

/* The first to be freed that the picture shows; an index of the view before. */
static int32_t death_first(const Predictor *p)
{
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *death = &p->changes->items[i];
        int32_t object = death->kind == CHANGE_DIED ? predictor_before(p, death->object) : VIEW_NONE;
        if (object != VIEW_NONE && p->fate.kinds[object] == FATE_FREED && death_is_asked(&p->before->objects[object]))
            return object;
    }
    return VIEW_NONE;
}

/* An object that lost a reference and lives on; an index of the view before. */
static int32_t death_escaped(const Predictor *p)
{
    for (uint32_t i = 0; i < p->changes->count; i++) {
        const Change *count = &p->changes->items[i];
        if (count->kind != CHANGE_COUNT || count->after >= count->before)
            continue;
        int32_t object = predictor_before(p, count->object);
        if (object != VIEW_NONE && predictor_is_countable(&p->before->objects[object])
            && predictor_after(p, count->object) != VIEW_NONE)
            return object;
    }
    return VIEW_NONE;
}

/* Do the two read the same? Then a learner could not tell them apart by words. */
static bool death_reads_same(const Predictor *p, int32_t a, int32_t b)
{
    const ViewObject *one = &p->before->objects[a], *other = &p->before->objects[b];
    return predictor_text_is(p->before, one->type, p->before, other->type)
           && predictor_text_is(p->before, one->repr, p->before, other->repr);
}

/* Up to `most` objects of the program that live on. */
static void death_add_survivors(Predictor *p, int32_t dead, int most)
{
    for (uint32_t i = 0; i < p->before->object_count && most > 0; i++) {
        const ViewObject *object = &p->before->objects[i];
        if (!predictor_is_countable(object) || predictor_after(p, object->number) == VIEW_NONE
            || death_reads_same(p, (int32_t)i, dead))
            continue;
        phrase_object(&p->prose, p->before, (int32_t)i, false);
        predictor_choice(p, BELIEF_DEL_FREES, object->number);
        most--;
    }
}

static void death_ask_which(Predictor *p, int32_t dead)
{
    predictor_lead(p);
    prose_add(&p->prose, "which of these will have been freed?");
    predictor_open(p, PREDICT_DEATH, p->before->objects[dead].number);
    phrase_object(&p->prose, p->before, dead, false);
    predictor_choice(p, BELIEF_RIGHT, p->before->objects[dead].number);
    death_add_survivors(p, dead, 2);
    predictor_choice_words(p, BELIEF_NEVER_FREED, "nothing: objects stay until the program ends");
    predictor_close(p);
}

static void death_ask_whether(Predictor *p, int32_t object)
{
    predictor_lead(p);
    prose_add(&p->prose, "will ");
    phrase_object(&p->prose, p->before, object, false);
    prose_add(&p->prose, " have been freed?");
    predictor_open(p, PREDICT_DEATH, p->before->objects[object].number);
    predictor_choice_words(p, BELIEF_RIGHT, "no: something still refers to it");
    predictor_choice_words(p, BELIEF_DEL_FREES, "yes: it lost a reference");
    predictor_close(p);
}

void predict_death(Predictor *p)
{
    if (p->after->event >= STEP_END)
        return;                    /* everything goes at the end */
    int32_t dead = death_first(p), escaped = death_escaped(p);
    if (dead != VIEW_NONE)
        death_ask_which(p, dead);
    else if (escaped != VIEW_NONE)
        death_ask_whether(p, escaped);
}
