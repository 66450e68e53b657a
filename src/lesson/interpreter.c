#include "lesson/interpreter.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/phrase.h"
#include "machine/machine.h"

static const ViewFrame *running(const View *view)
{
    return view->frame_count == 0 ? NULL : &view->frames[view->frame_count - 1];
}

static bool is_asked(const View *view, const ViewSlot *slot)
{
    return slot->role == ROLE_NAME && slot->state <= SLOT_UNBOUND && slot->label.length > 0
        && slot->label.length < INTERPRETER_WORDS && view_text(view, slot->label)[0] != '.';
}

static const ViewSlot *find_name(const View *view, const ViewFrame *frame, const char *name)
{
    for (uint32_t i = 0; frame && i < frame->slot_count; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        if (is_asked(view, slot) && view_text_equals(view, slot->label, name))
            return slot;
    }
    return NULL;
}

static bool is_bound(const ViewSlot *slot)
{
    return slot != NULL && slot->state == SLOT_REFERENCE && slot->target != VIEW_NONE;
}

static bool is_taken(const Interpreter *draft, const View *view, const ViewSlot *slot)
{
    for (uint32_t i = 0; i < draft->count; i++)
        if (view_text_equals(view, slot->label, draft->names[i].name))
            return true;
    return false;
}

static void take_name(Interpreter *draft, const View *view, const ViewSlot *slot, const View *before)
{
    DraftName *name = &draft->names[draft->count++];
    *name = (DraftName){.state = DRAFT_NONE};
    memcpy(name->name, view_text(view, slot->label), slot->label.length);
    const ViewSlot *first = find_name(before, running(before), name->name);
    if (is_bound(first)) {
        name->state = name->first = DRAFT_KNOWN;
        name->object = name->first_object = before->objects[first->target].number;
    }
}

static void take_names(Interpreter *draft, const View *view, const View *before)
{
    const ViewFrame *frame = running(view);
    for (uint32_t i = 0; i < frame->slot_count && draft->count < INTERPRETER_NAMES; i++) {
        const ViewSlot *slot = &view->slots[frame->first_slot + i];
        if (is_asked(view, slot) && !is_taken(draft, view, slot))
            take_name(draft, view, slot, before);
    }
}

bool interpreter_begin(Interpreter *draft, const View *before, const View *after)
{
    const ViewFrame *was = running(before), *is = running(after);
    *draft = (Interpreter){.count = 0};
    if (!was || !is || was->number != is->number || after->event >= STEP_END)
        return false;
    take_names(draft, before, before);
    take_names(draft, after, before);
    return draft->count > 0;
}

void interpreter_bind(Interpreter *draft, uint32_t name, uint64_t object)
{
    if (name >= draft->count || draft->compared)
        return;
    draft->names[name].state = DRAFT_KNOWN;
    draft->names[name].object = object;
    draft->names[name].typed[0] = '\0';
}

void interpreter_unbind(Interpreter *draft, uint32_t name)
{
    if (name >= draft->count || draft->compared)
        return;
    draft->names[name].state = DRAFT_NONE;
    draft->names[name].typed[0] = '\0';
}

void interpreter_type(Interpreter *draft, uint32_t name, const char *text)
{
    if (name >= draft->count || draft->compared)
        return;
    DraftName *it = &draft->names[name];
    size_t used = strlen(it->typed), more = strlen(text);
    if (used + more >= sizeof it->typed)
        return;
    memcpy(it->typed + used, text, more + 1);
    it->state = DRAFT_NEW;
}

void interpreter_erase(Interpreter *draft, uint32_t name)
{
    if (name >= draft->count || draft->compared)
        return;
    DraftName *it = &draft->names[name];
    size_t length = strlen(it->typed);
    while (length > 0 && ((unsigned char)it->typed[length - 1] & 0xC0) == 0x80)
        length--;
    it->typed[length > 0 ? length - 1 : 0] = '\0';
    if (it->typed[0] == '\0' && it->state == DRAFT_NEW) {
        it->state = it->first;
        it->object = it->first_object;
    }
}

/* Equal but for blanks, and for which quotes are used. */
static bool reads_same(const char *typed, const char *repr, size_t length)
{
    const char *end = repr + length;
    for (;; typed++, repr++) {
        while (isspace((unsigned char)*typed))
            typed++;
        while (repr < end && isspace((unsigned char)*repr))
            repr++;
        if (repr == end || *typed == '\0')
            return repr == end && *typed == '\0';
        bool quotes = (*typed == '"' || *typed == '\'') && (*repr == '"' || *repr == '\'');
        if (*typed != *repr && !quotes)
            return false;
    }
}

/* Does it make a difference which object it is? Not for what cannot change. */
static bool has_identity(const ViewObject *object)
{
    return object->kind != KIND_SCALAR || (object->flags & OBJECT_MUTABLE) != 0;
}

static bool is_right(const DraftName *name, const View *before, const View *after, const ViewSlot *truth)
{
    if (!is_bound(truth))
        return name->state == DRAFT_NONE;
    const ViewObject *object = &after->objects[truth->target];
    if (name->state == DRAFT_KNOWN && name->object == object->number)
        return true;
    if (name->state == DRAFT_NONE)
        return false;
    bool is_new = view_find_object(before, object->number) == VIEW_NONE;
    if (name->state == DRAFT_NEW)
        return (is_new || !has_identity(object)) && object->repr.length > 0
            && reads_same(name->typed, view_text(after, object->repr), object->repr.length);
    int32_t chosen = view_find_object(before, name->object);
    return !has_identity(object) && chosen != VIEW_NONE && !has_identity(&before->objects[chosen])
        && before->objects[chosen].repr.length == object->repr.length
        && memcmp(view_text(before, before->objects[chosen].repr), view_text(after, object->repr),
                  object->repr.length) == 0;
}

/* ", which a names": who else led to the object before the step. */
static void add_other_name(Prose *prose, const DraftName *name, const View *before, const ViewObject *object)
{
    const ViewFrame *frame = running(before);
    int32_t place = has_identity(object) ? view_find_object(before, object->number) : VIEW_NONE;
    for (uint32_t i = 0; place != VIEW_NONE && frame && i < frame->slot_count; i++) {
        const ViewSlot *slot = &before->slots[frame->first_slot + i];
        if (!is_bound(slot) || slot->target != place || !is_asked(before, slot)
            || view_text_equals(before, slot->label, name->name))
            continue;
        prose_format(prose, ", which %.*s names", (int)slot->label.length, view_text(before, slot->label));
        return;
    }
}

static void word_truth(DraftName *name, const View *before, const View *after, const ViewSlot *truth)
{
    Prose prose;
    prose_init(&prose);
    if (!is_bound(truth))
        prose_add(&prose, "not bound");
    else
        phrase_object(&prose, after, truth->target,
                      view_find_object(before, after->objects[truth->target].number) == VIEW_NONE
                          && has_identity(&after->objects[truth->target]));
    if (is_bound(truth) && !name->right)
        add_other_name(&prose, name, before, &after->objects[truth->target]);
    snprintf(name->truth, sizeof name->truth, "%s", prose.text);
    prose_finish(&prose);
}

void interpreter_compare(Interpreter *draft, const View *before, const View *after)
{
    draft->wrong = 0;
    draft->compared = true;
    for (uint32_t i = 0; i < draft->count; i++) {
        DraftName *name = &draft->names[i];
        const ViewSlot *truth = find_name(after, running(after), name->name);
        name->right = is_right(name, before, after, truth);
        draft->wrong += !name->right;
        word_truth(name, before, after, truth);
    }
}

void interpreter_words(const DraftName *name, const View *before, char *words, size_t size)
{
    int32_t object = name->state == DRAFT_KNOWN ? view_find_object(before, name->object) : VIEW_NONE;
    Prose prose;
    prose_init(&prose);
    if (name->state == DRAFT_NEW)
        prose_format(&prose, "new: %s", name->typed);
    else if (object == VIEW_NONE)
        prose_add(&prose, "not bound");
    else
        phrase_object(&prose, before, object, false);
    snprintf(words, size, "%s", prose.text);
    prose_finish(&prose);
}
