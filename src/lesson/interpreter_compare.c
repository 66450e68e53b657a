/* The drawing against the machine: both are walked at once from the names. Objects that can change are paired as they are
 * met, one with one: so two names of one object are told from two equal objects. What cannot change is compared by value. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/interpreter_parts.h"
#include "lesson/phrase.h"
#include "machine/memory.h"

typedef struct Comparing {
    Interpreter *it;
    const View *truth, *shown;
    int32_t *drawn_of, *truth_of;      /* pairs of objects, by index; VIEW_NONE */
    int32_t marked[INTERPRETER_MARKS][2];      /* slots of the marks, the drawn one and the true one; VIEW_NONE */
    int32_t marked_objects[INTERPRETER_MARKS][2];
} Comparing;

/* ---- words ---- */

static void word_slot(Prose *prose, const View *view, int32_t slot, bool is_c, bool is_new)
{
    const ViewSlot *it = slot == VIEW_NONE ? NULL : &view->slots[slot];
    if (!it)
        prose_add(prose, "nothing");
    else if (drawn_is_hidden(view, it))
        prose_add(prose, "not drawn");
    else if (it->state == SLOT_UNBOUND)
        prose_add(prose, is_c ? "nothing stored" : "not bound");
    else if (is_c && it->target != VIEW_NONE && !(view->objects[it->target].flags & OBJECT_READ_ONLY))
        phrase_object(prose, view, it->target, is_new);
    else if (is_c)
        prose_add_bytes(prose, view_text(view, it->value), it->value.length);
    else
        phrase_slot_content(prose, view, it, is_new);
}

/* The first name of the frames, other than `slot`, that leads to an object; VIEW_NONE. */
static int32_t find_name_of(const View *view, int32_t target, int32_t slot)
{
    for (int32_t i = 0; target != VIEW_NONE && i < (int32_t)view->slot_count; i++)
        if (i != slot && view->slots[i].target == target && view->slots[i].role == ROLE_NAME)
            return i;
    return VIEW_NONE;
}

/* "b", "c[0]", "head->value" */
static void word_place(Prose *prose, const View *view, int32_t slot)
{
    ViewText label = view->slots[slot].label;
    for (uint32_t i = 0; i < view->object_count; i++) {
        const ViewObject *object = &view->objects[i];
        if ((uint32_t)slot - object->first_slot >= object->slot_count)
            continue;
        int32_t name = find_name_of(view, (int32_t)i, VIEW_NONE), key = view->slots[slot].key;
        if (name != VIEW_NONE)
            prose_add_bytes(prose, view_text(view, view->slots[name].label), view->slots[name].label.length);
        else
            prose_format(prose, "%.*s", (int)object->type.length, view_text(view, object->type));
        if (key != VIEW_NONE)
            label = view->objects[key].repr;
        bool item = object->kind <= KIND_DICT, index = label.length && *view_text(view, label) == '[';
        prose_format(prose, "%s%.*s%s", item ? "[" : index ? "" : object->kind == KIND_BLOCK ? "->" : ".",
                     (int)label.length, view_text(view, label), item ? "]" : "");
        return;
    }
    prose_add_bytes(prose, view_text(view, label), label.length);
}

/* The first place within an object that leads to an object. */
static int32_t find_part_of(const View *view, int32_t target, int32_t slot)
{
    for (int32_t i = 0; i < (int32_t)view->slot_count; i++) {
        uint8_t role = view->slots[i].role;
        if (i != slot && view->slots[i].target == target
            && (role == ROLE_ITEM || role == ROLE_ATTRIBUTE || role == ROLE_ENTRY))
            return i;
    }
    return VIEW_NONE;
}

/* ", which a names", ", which head.next refers to": by what else an object is known. */
static void add_other(Prose *prose, const View *view, int32_t name, int32_t part)
{
    if (name == VIEW_NONE && part == VIEW_NONE)
        return;
    bool points = name != VIEW_NONE && view->slots[name].state == SLOT_POINTER;
    prose_add(prose, ", which ");
    word_place(prose, view, name != VIEW_NONE ? name : part);
    prose_add(prose, name == VIEW_NONE ? " refers to" : points ? " points to" : " names");
}

/* "a new list [1, 2]"; "the list [1, 2], which a names" */
static void word_content(Prose *prose, const Interpreter *it, const View *view, int32_t slot)
{
    int32_t target = slot == VIEW_NONE ? VIEW_NONE : view->slots[slot].target;
    bool alike = target == VIEW_NONE || !drawn_has_identity(&view->objects[target]);
    int32_t name = alike ? VIEW_NONE : find_name_of(view, target, slot);
    int32_t part = alike || it->is_c ? VIEW_NONE : find_part_of(view, target, slot);
    bool is_new = !alike && name == VIEW_NONE && part == VIEW_NONE
                  && view_find_object(&it->before, view->objects[target].number) == VIEW_NONE;
    word_slot(prose, view, slot, it->is_c, is_new);
    add_other(prose, view, name, part);
}

/* "b: a new list [1, 2]; the machine: the list [1, 2], which a names" */
static void word_mark(const Comparing *c, InterpreterMark *mark, int32_t drawn, int32_t truth)
{
    Prose prose;
    prose_init(&prose);
    word_place(&prose, truth == VIEW_NONE ? c->shown : c->truth, truth == VIEW_NONE ? drawn : truth);
    prose_add(&prose, ": ");
    word_content(&prose, c->it, c->shown, drawn);
    prose_add(&prose, "; the machine: ");
    word_content(&prose, c->it, c->truth, truth);
    snprintf(mark->words, sizeof mark->words, "%s", prose.text);
    prose_finish(&prose);
}

/* ---- marks ---- */

static InterpreterMark *add_mark(Comparing *c, bool right)
{
    Interpreter *it = c->it;
    it->total++;
    it->wrong += !right;
    if (it->mark_count >= (right ? INTERPRETER_MARKS / 2 : INTERPRETER_MARKS))
        return NULL;
    InterpreterMark *mark = &it->marks[it->mark_count];
    *mark = (InterpreterMark){.right = right};
    for (int i = 0; i < 2; i++)
        c->marked[it->mark_count][i] = c->marked_objects[it->mark_count][i] = VIEW_NONE;
    it->mark_count++;
    return mark;
}

static void mark_slots(Comparing *c, int32_t drawn, int32_t truth, bool right)
{
    InterpreterMark *mark = add_mark(c, right);
    if (!mark)
        return;
    c->marked[c->it->mark_count - 1][0] = drawn;
    c->marked[c->it->mark_count - 1][1] = truth;
    if (!right)
        word_mark(c, mark, drawn, truth);
}

static void mark_length(Comparing *c, int32_t drawn, int32_t truth)
{
    InterpreterMark *mark = add_mark(c, false);
    const ViewObject *object = &c->truth->objects[truth];
    if (!mark)
        return;
    c->marked_objects[c->it->mark_count - 1][0] = drawn;
    c->marked_objects[c->it->mark_count - 1][1] = truth;
    snprintf(mark->words, sizeof mark->words, "the %.*s: %" PRIu32 " drawn; the machine: %" PRIu32 " %s",
             (int)object->type.length, view_text(c->truth, object->type), c->shown->objects[drawn].length,
             object->length, phrase_part((ObjectKind)object->kind, object->length != 1));
}

/* ---- objects ---- */

static bool has_identity(const ViewObject *object)
{
    return object->kind > KIND_DICT || (object->flags & OBJECT_MUTABLE);
}

static bool texts_agree(const View *a, ViewText text, const View *b, ViewText other)
{
    const char *start = view_text(b, other);
    const char *cut = other.length ? memmem(start, other.length, "\xE2\x80\xA6", 3) : NULL;
    size_t length = cut ? (size_t)(cut - start) : other.length, mine = text.length;
    if (cut && mine > length)
        mine = length;                             /* it was shortened */
    return drawn_reads_same(view_text(a, text), mine, start, length);
}

static bool is_word_letter(char letter)
{
    return letter == '_' || letter < 0 || isalnum((unsigned char)letter);
}

static bool has_word(const char *all, const char *word, size_t length)
{
    for (const char *at = all; (at = memmem(at, strlen(at), word, length)) != NULL; at++)
        if (!is_word_letter(at[-1]) && !is_word_letter(at[length]))
            return true;
    return false;
}

/* Is every word of `text` one of those that say what the object is? That much can be typed of a function. */
static bool is_named_by(const View *view, const ViewObject *object, const char *text, size_t length)
{
    char all[400];
    bool any = false;
    snprintf(all, sizeof all, " %.*s %.*s %.*s ", (int)object->type.length, view_text(view, object->type),
             (int)object->repr.length, view_text(view, object->repr), (int)object->signature.length,
             view_text(view, object->signature));
    for (size_t i = 0; i < length && text[i] != '(';) {
        size_t end = i;
        while (end < length && is_word_letter(text[end]))
            end++;
        if (end > i && !has_word(all, text + i, end - i))
            return false;
        any |= end > i;
        i = end > i ? end : i + 1;
    }
    return any;
}

static void compare_slots(Comparing *c, int32_t drawn, int32_t truth);

static int32_t find_label(const View *view, const ViewObject *object, const View *from, const ViewSlot *like)
{
    for (uint32_t i = object->first_slot; i < object->first_slot + object->slot_count; i++) {
        const ViewSlot *slot = &view->slots[i];
        bool entry = like->role == ROLE_ENTRY;
        if (slot->role != like->role || (entry && (slot->key == VIEW_NONE || like->key == VIEW_NONE)))
            continue;
        ViewText mine = entry ? view->objects[slot->key].repr : slot->label;
        ViewText other = entry ? from->objects[like->key].repr : like->label;
        if (texts_agree(view, mine, from, other))
            return (int32_t)i;
    }
    return VIEW_NONE;
}

static bool has_member(const View *view, const ViewObject *set, const View *from, int32_t member)
{
    for (uint32_t i = set->first_slot; i < set->first_slot + set->slot_count; i++)
        if (view->slots[i].target != VIEW_NONE
            && texts_agree(view, view->objects[view->slots[i].target].repr, from, from->objects[member].repr))
            return true;
    return false;
}

static void compare_contents(Comparing *c, int32_t drawn, int32_t truth)
{
    const ViewObject *d = &c->shown->objects[drawn], *t = &c->truth->objects[truth];
    bool whole = t->slot_count >= t->length && t->kind <= KIND_DICT;
    if ((t->flags & OBJECT_FREED) || drawn_is_given(t) || d->kind != t->kind)
        return;
    if (whole && d->length != t->length)
        mark_length(c, drawn, truth);
    for (uint32_t i = t->first_slot; i < t->first_slot + t->slot_count; i++) {
        const ViewSlot *slot = &c->truth->slots[i];
        if (slot->role == ROLE_CLASS || slot->role == ROLE_WEAK)
            continue;
        if (slot->role == ROLE_MEMBER) {
            if (slot->target != VIEW_NONE && !has_member(c->shown, d, c->truth, slot->target))
                mark_slots(c, VIEW_NONE, (int32_t)i, false);
            continue;
        }
        int32_t mine = find_label(c->shown, d, c->truth, slot);
        if (mine != VIEW_NONE || !whole)
            compare_slots(c, mine, (int32_t)i);
    }
}

/* Once a pair, always a pair; an object that was there before is no other one. */
static bool pair_up(Comparing *c, int32_t drawn, int32_t truth)
{
    if (c->drawn_of[truth] != VIEW_NONE || c->truth_of[drawn] != VIEW_NONE)
        return c->drawn_of[truth] == drawn;
    uint64_t number = c->shown->objects[drawn].number;
    bool known = view_find_object(&c->it->before, number) != VIEW_NONE;
    if (known && number != c->truth->objects[truth].number)
        return false;
    c->drawn_of[truth] = drawn;
    c->truth_of[drawn] = truth;
    compare_contents(c, drawn, truth);
    return true;
}

static bool objects_agree(Comparing *c, int32_t drawn, int32_t truth)
{
    const ViewObject *d = &c->shown->objects[drawn], *t = &c->truth->objects[truth];
    bool typed = d->kind == KIND_OTHER && d->number > c->truth->newest_number;
    if (typed && t->kind != KIND_SCALAR)           /* only said what it is */
        return is_named_by(c->truth, t, view_text(c->shown, d->repr), d->repr.length) && pair_up(c, drawn, truth);
    if (!has_identity(t) && t->kind == KIND_SCALAR)
        return !has_identity(d) && texts_agree(c->shown, d->repr, c->truth, t->repr);
    if (d->number == t->number && t->kind == KIND_BLOCK)       /* a freed one has no type any more */
        return pair_up(c, drawn, truth);
    if (d->type.length != t->type.length
        || memcmp(view_text(c->shown, d->type), view_text(c->truth, t->type), t->type.length) != 0)
        return false;
    if (has_identity(t))
        return pair_up(c, drawn, truth);
    compare_contents(c, drawn, truth);
    return true;
}

/* ---- slots ---- */

/* The name of what a pointer points at, "" for the beginning of it all. */
static ViewText aim_label(const View *view, const ViewSlot *slot)
{
    bool part = slot->aim == AIM_PART || slot->aim == AIM_PART_END;
    if (slot->aimed == VIEW_NONE || slot->offset == 0)
        return (ViewText){0, 0};
    return part ? view->parts[slot->aimed].label : view->slots[slot->aimed].label;
}

static bool literal_agrees(Comparing *c, const ViewSlot *drawn, const ViewObject *literal)
{
    if (texts_agree(c->shown, drawn->value, c->truth, literal->repr))
        return true;
    for (uint32_t i = literal->first_slot; i < literal->first_slot + literal->slot_count; i++)
        if (texts_agree(c->shown, drawn->value, c->truth, c->truth->slots[i].value))
            return true;
    return false;
}

static bool pointers_agree(Comparing *c, const ViewSlot *drawn, const ViewSlot *truth)
{
    const ViewObject *goal = truth->target == VIEW_NONE ? NULL : &c->truth->objects[truth->target];
    if (goal && drawn->target == VIEW_NONE)
        return (goal->flags & OBJECT_READ_ONLY) && literal_agrees(c, drawn, goal);
    if (goal && goal->number == c->shown->objects[drawn->target].number && drawn_is_given(goal))
        return true;
    if (goal)
        return objects_agree(c, drawn->target, truth->target)
               && texts_agree(c->shown, aim_label(c->shown, drawn), c->truth, aim_label(c->truth, truth));
    if (drawn->pointer && truth->pointer)
        return drawn->pointer == truth->pointer;
    return drawn->target == VIEW_NONE && texts_agree(c->shown, drawn->value, c->truth, truth->value);
}

static bool slots_agree(Comparing *c, const ViewSlot *drawn, const ViewSlot *truth)
{
    if (truth->state == SLOT_UNBOUND || (truth->state == SLOT_REFERENCE && truth->target == VIEW_NONE))
        return drawn->state == SLOT_UNBOUND || (c->it->is_c && drawn_is_hidden(c->shown, drawn));
    if (drawn->state == SLOT_UNBOUND || drawn_is_hidden(c->shown, drawn))
        return false;
    if (truth->state == SLOT_REFERENCE)
        return drawn->target != VIEW_NONE && objects_agree(c, drawn->target, truth->target);
    if (truth->state == SLOT_POINTER)
        return pointers_agree(c, drawn, truth);
    return texts_agree(c->shown, drawn->value, c->truth, truth->value);
}

static void compare_slots(Comparing *c, int32_t drawn, int32_t truth)
{
    bool right = drawn != VIEW_NONE && slots_agree(c, &c->shown->slots[drawn], &c->truth->slots[truth]);
    mark_slots(c, drawn, truth, right);
}

static void compare_frame(Comparing *c, const ViewFrame *truth)
{
    int32_t at = view_find_frame(c->shown, truth->number);
    const ViewFrame *drawn = at == VIEW_NONE ? NULL : &c->shown->frames[at];
    for (uint32_t i = truth->first_slot; drawn && i < truth->first_slot + truth->slot_count; i++) {
        const ViewSlot *slot = &c->truth->slots[i];
        int32_t mine = VIEW_NONE;
        for (uint32_t j = drawn->first_slot; j < drawn->first_slot + drawn->slot_count; j++)
            if (texts_agree(c->shown, c->shown->slots[j].label, c->truth, slot->label))
                mine = (int32_t)j;
        bool given = slot->state == SLOT_REFERENCE && slot->target != VIEW_NONE && mine != VIEW_NONE
                     && c->shown->slots[mine].target != VIEW_NONE && drawn_is_given(&c->truth->objects[slot->target])
                     && c->truth->objects[slot->target].number
                            == c->shown->objects[c->shown->slots[mine].target].number;
        bool idle = slot->state == SLOT_UNBOUND && mine != VIEW_NONE && c->shown->slots[mine].state == SLOT_UNBOUND;
        if (!given && !idle)
            compare_slots(c, mine, (int32_t)i);
    }
}

/* ---- the end ---- */

/* What is the same object is called the same, so that both pictures have it in one place. */
static void take_numbers(Comparing *c)
{
    View *shown = &c->it->shown;
    for (uint32_t i = 0; i < shown->object_count; i++) {
        int32_t same = view_find_object(c->truth, shown->objects[i].number);
        if (c->truth_of[i] != VIEW_NONE)
            shown->objects[i].number = c->truth->objects[c->truth_of[i]].number;
        else if (same != VIEW_NONE && c->drawn_of[same] != VIEW_NONE)      /* another one is the same as that */
            shown->objects[i].number = c->it->next_number + i;
    }
}

static void name_marks(Comparing *c)
{
    for (uint32_t i = 0; i < c->it->mark_count; i++) {
        InterpreterMark *mark = &c->it->marks[i];
        char *ids[2] = {mark->drawn, mark->truth};
        for (int side = 0; side < 2; side++) {
            const View *view = side ? c->truth : c->shown;
            if (c->marked[i][side] != VIEW_NONE)
                drawn_id_of_slot(view, c->marked[i][side], ids[side]);
            else if (c->marked_objects[i][side] != VIEW_NONE)
                drawn_id_of_object(view, c->marked_objects[i][side], ids[side]);
        }
    }
}

static int32_t *nothing(uint32_t count)
{
    int32_t *map = memory_resize(NULL, count * sizeof *map);
    for (uint32_t i = 0; i < count; i++)
        map[i] = VIEW_NONE;
    return map;
}

void interpreter_compare(Interpreter *it)
{
    if (it->compared)
        return;
    it->compared = true;
    it->next_number += INTERPRETER_TYPED;
    it->mark_count = it->wrong = it->total = 0;
    Comparing c = {.it = it, .truth = &it->truth, .shown = &it->shown, .drawn_of = nothing(it->truth.object_count),
                   .truth_of = nothing(it->shown.object_count)};
    for (uint32_t i = it->truth.frame_count; i-- > 0;) {
        compare_frame(&c, &it->truth.frames[i]);
        if (!it->is_c)                             /* what the callers' names refer to was given */
            break;
    }
    take_numbers(&c);
    name_marks(&c);
    free(c.drawn_of);
    free(c.truth_of);
}
