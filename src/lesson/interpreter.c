#include "lesson/interpreter.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/interpreter_parts.h"
#include "lesson/phrase.h"
#include "machine/machine.h"

void interpreter_init(Interpreter *interpreter)
{
    *interpreter = (Interpreter){.is_c = false};
    view_init(&interpreter->before);
    view_init(&interpreter->truth);
    view_init(&interpreter->drawn);
    view_init(&interpreter->shown);
}

void interpreter_finish(Interpreter *interpreter)
{
    view_finish(&interpreter->before);
    view_finish(&interpreter->truth);
    view_finish(&interpreter->drawn);
    view_finish(&interpreter->shown);
}

bool drawn_reads_same(const char *a, size_t a_length, const char *b, size_t b_length)
{
    const char *a_end = a + a_length, *b_end = b + b_length;
    for (;; a++, b++) {
        while (a < a_end && isspace((unsigned char)*a))
            a++;
        while (b < b_end && isspace((unsigned char)*b))
            b++;
        if (a == a_end || b == b_end)
            return a == a_end && b == b_end;
        bool quotes = (*a == '"' || *a == '\'') && (*b == '"' || *b == '\'');
        if (*a != *b && !quotes)
            return false;
    }
}

/* ---- places ---- */

static bool is_place(const Interpreter *it, const ViewSlot *slot, bool of_frame)
{
    if (slot->role == ROLE_CLASS || slot->role == ROLE_MEMBER || slot->role == ROLE_WEAK || slot->label.length == 0)
        return slot->role == ROLE_ENTRY;
    return of_frame || it->is_c || slot->role == ROLE_ITEM || slot->role == ROLE_ATTRIBUTE;
}

/* Can it be drawn? What is given cannot, nor can what it consists of. */
static bool is_drawn_object(const Interpreter *it, int32_t object)
{
    return !drawn_is_given(&it->shown.objects[object]);
}

static DrawnPlace place_of(const Interpreter *it, const View *view)
{
    return drawn_find(view, it->selected);
}

static void keep_typed(Interpreter *it)
{
    view_copy(&it->drawn, &it->shown);
    it->next_number += INTERPRETER_TYPED;          /* more than it made */
    it->typed[0] = '\0';
}

bool interpreter_select(Interpreter *it, const char *id)
{
    DrawnPlace place = drawn_find(&it->shown, id);
    bool slot = place.slot != VIEW_NONE && is_place(it, &it->shown.slots[place.slot], strncmp(id, "frame:", 6) == 0);
    bool box = place.object != VIEW_NONE && is_drawn_object(it, place.object)
               && (it->shown.objects[place.object].flags & OBJECT_MUTABLE) && !it->is_c;
    if (it->compared || (!slot && !box) || strlen(id) >= sizeof it->selected)
        return false;
    if (strcmp(id, it->selected) == 0)
        return true;
    keep_typed(it);
    snprintf(it->selected, sizeof it->selected, "%s", id);
    return true;
}

static bool leads_to_given(const Interpreter *it, const ViewSlot *slot)
{
    return slot->target != VIEW_NONE && !is_drawn_object(it, slot->target);
}

/* The places in the order of the keys: the names of the frame that runs, what it leads to, the other frames. */
typedef struct Places { uint32_t count; DrawnPlace items[4 * INTERPRETER_OBJECTS]; } Places;

static void add_place(Places *places, DrawnPlace place)
{
    if (places->count < sizeof places->items / sizeof *places->items)
        places->items[places->count++] = place;
}

static void add_places(const Interpreter *it, Places *places, uint32_t first, uint32_t count, bool of_frame)
{
    for (uint32_t i = first; i < first + count; i++)
        if (is_place(it, &it->shown.slots[i], of_frame) && !leads_to_given(it, &it->shown.slots[i]))
            add_place(places, (DrawnPlace){(int32_t)i, VIEW_NONE});
}

/* A box that can be written anew, and what it consists of. */
static void add_object_places(const Interpreter *it, Places *places, int32_t object)
{
    const ViewObject *box = &it->shown.objects[object];
    if (box->kind >= KIND_SEQUENCE && box->kind <= KIND_DICT && (box->flags & OBJECT_MUTABLE))
        add_place(places, (DrawnPlace){VIEW_NONE, object});
    add_places(it, places, box->first_slot, box->slot_count, false);
}

static void list_places(const Interpreter *it, Places *places)
{
    const View *view = &it->shown;
    places->count = 0;
    for (uint32_t i = view->frame_count; i-- > 0;) {
        add_places(it, places, view->frames[i].first_slot, view->frames[i].slot_count, true);
        if (!it->is_c)
            break;
    }
    for (uint32_t i = 0; i < view->object_count; i++)
        if (is_drawn_object(it, (int32_t)i))
            add_object_places(it, places, (int32_t)i);
}

void interpreter_next(Interpreter *it, int way)
{
    Places places;
    char id[INTERPRETER_ID];
    list_places(it, &places);
    DrawnPlace now = place_of(it, &it->shown);
    int32_t at = way > 0 ? -1 : 0;
    for (uint32_t i = 0; i < places.count; i++)
        if (places.items[i].slot == now.slot && places.items[i].object == now.object)
            at = (int32_t)i;
    if (places.count == 0 || it->compared)
        return;
    DrawnPlace next = places.items[(at + way + (int32_t)places.count) % (int32_t)places.count];
    if (next.slot != VIEW_NONE)
        drawn_id_of_slot(&it->shown, next.slot, id);
    else
        drawn_id_of_object(&it->shown, next.object, id);
    interpreter_select(it, id);
}

/* ---- beginning ---- */

static void hide_slots(Interpreter *it, uint32_t first, uint32_t count)
{
    View *view = &it->drawn;
    for (uint32_t i = first; i < first + count; i++)
        if (view->slots[i].target != VIEW_NONE && !drawn_is_given(&view->objects[view->slots[i].target]))
            drawn_hide(view, &view->slots[i]);
}

/* Takes out what nothing leads to any more. */
static void drop_unreached(View *view)
{
    View all;
    view_init(&all);
    view_copy(&all, view);
    drawn_copy(view, &all, &all);
    view_finish(&all);
}

static void hide_heap(Interpreter *it)
{
    const ViewFrame *running = drawn_running(&it->drawn);
    for (uint32_t i = 0; it->is_c && i < it->drawn.frame_count; i++)
        hide_slots(it, it->drawn.frames[i].first_slot, it->drawn.frames[i].slot_count);
    if (!it->is_c)
        hide_slots(it, running->first_slot, running->slot_count);
    drop_unreached(&it->drawn);
}

static void begin_with(Interpreter *it, bool hidden)
{
    view_copy(&it->drawn, &it->before);
    if (hidden)
        hide_heap(it);
    view_copy(&it->shown, &it->drawn);
    it->typed[0] = '\0';
}

bool interpreter_begin(Interpreter *it, const View *before, const View *after, bool is_c)
{
    it->is_c = is_c;
    it->compared = false;
    it->mark_count = it->wrong = it->total = 0;
    it->selected[0] = '\0';
    it->next_number = after->newest_number + 1;
    if (!after->frame_count || after->event >= STEP_END)
        return false;
    drawn_copy(&it->truth, after, after);
    drawn_copy(&it->before, before, after);
    drawn_add_frames(&it->before, after);
    drawn_add_attributes(&it->before, &it->truth);
    if (it->truth.object_count > INTERPRETER_OBJECTS || it->before.object_count > INTERPRETER_OBJECTS)
        return false;
    begin_with(it, true);
    interpreter_next(it, 1);
    return it->selected[0] != '\0';
}

void interpreter_recall(Interpreter *it)
{
    if (!it->compared)
        begin_with(it, false);
}

/* ---- writing ---- */

static void show_typed(Interpreter *it)
{
    view_copy(&it->shown, &it->drawn);
    DrawnPlace place = place_of(it, &it->shown);
    uint64_t next_number = it->next_number;
    if (it->typed[0])
        drawn_write(&it->shown, place, it->typed, &it->truth, it->is_c, &next_number);
    drop_unreached(&it->shown);
}

void interpreter_type(Interpreter *it, const char *text)
{
    size_t used = strlen(it->typed), more = strlen(text);
    if (it->compared || used + more >= sizeof it->typed || (used == 0 && strspn(text, " ") == more))
        return;
    memcpy(it->typed + used, text, more + 1);
    show_typed(it);
}

void interpreter_erase(Interpreter *it)
{
    size_t length = strlen(it->typed);
    if (it->compared)
        return;
    while (length > 0 && ((unsigned char)it->typed[length - 1] & 0xC0) == 0x80)
        length--;
    it->typed[length > 0 ? length - 1 : 0] = '\0';
    show_typed(it);
}

/* What is done to the place at once: the drawing takes it over. */
static void take_over(Interpreter *it)
{
    drop_unreached(&it->drawn);
    view_copy(&it->shown, &it->drawn);
    it->typed[0] = '\0';
}

void interpreter_unbind(Interpreter *it)
{
    DrawnPlace place = place_of(it, &it->drawn);
    if (it->compared || place.slot == VIEW_NONE)
        return;
    drawn_unbind(&it->drawn, place.slot);
    take_over(it);
}

static void lead_to_object(View *view, int32_t slot, int32_t object, bool is_c)
{
    drawn_bind(view, slot, object);
    if (!is_c)
        return;
    ViewSlot *pointer = &view->slots[slot];
    pointer->state = SLOT_POINTER;
    pointer->aim = AIM_WHOLE;
    pointer->pointer = view->objects[object].address;
    pointer->value = view_add_string(view, "a block");
}

/* A cell stands for what it refers to; one of an object that has its value written in it stands for that object. */
static int32_t object_meant(const Interpreter *it, int32_t slot, const char *id)
{
    int32_t target = it->shown.slots[slot].target;
    bool of_object = strncmp(id, "object:", 7) == 0;
    if (of_object && (target == VIEW_NONE || it->shown.objects[target].kind == KIND_SCALAR))
        return view_find_object(&it->shown, strtoull(id + 7, NULL, 10));
    return target;
}

bool interpreter_aim(Interpreter *it, const char *to)
{
    DrawnPlace goal = drawn_find(&it->shown, to), place;
    if (it->compared || !it->selected[0])
        return false;
    if (goal.slot != VIEW_NONE && !it->is_c)
        goal = (DrawnPlace){VIEW_NONE, object_meant(it, goal.slot, to)};
    if (goal.slot == VIEW_NONE && goal.object == VIEW_NONE)
        return false;
    keep_typed(it);
    place = place_of(it, &it->drawn);
    goal.slot = goal.slot == VIEW_NONE ? VIEW_NONE : drawn_find(&it->drawn, to).slot;
    if (goal.object != VIEW_NONE)
        goal.object = view_find_object(&it->drawn, it->shown.objects[goal.object].number);
    if (place.slot == VIEW_NONE || place.slot == goal.slot || (goal.slot == VIEW_NONE && goal.object == VIEW_NONE))
        return false;
    if (goal.slot != VIEW_NONE)
        drawn_point_at(&it->drawn, place.slot, goal.slot);
    else
        lead_to_object(&it->drawn, place.slot, goal.object, it->is_c);
    take_over(it);
    return true;
}

void interpreter_cycle(Interpreter *it, int way)
{
    DrawnPlace place = place_of(it, &it->shown);
    char id[INTERPRETER_ID];
    if (place.slot == VIEW_NONE || it->compared)
        return;
    int32_t count = (int32_t)it->shown.object_count, target = it->shown.slots[place.slot].target;
    int32_t at = target != VIEW_NONE ? target : way > 0 ? -1 : count;
    do
        at += way;
    while (at >= 0 && at < count && !is_drawn_object(it, at));
    if (at < 0 || at >= count) {
        interpreter_unbind(it);
        return;
    }
    drawn_id_of_object(&it->shown, at, id);
    interpreter_aim(it, id);
}

void interpreter_words(const Interpreter *it, char *words, size_t size)
{
    DrawnPlace place = place_of(it, &it->shown);
    Prose prose;
    prose_init(&prose);
    if (place.object != VIEW_NONE)
        phrase_object(&prose, &it->shown, place.object, false);
    else if (place.slot == VIEW_NONE)
        prose_add(&prose, "");
    else if (drawn_is_hidden(&it->shown, &it->shown.slots[place.slot]))
        prose_add(&prose, "not drawn yet");
    else if (it->shown.slots[place.slot].state == SLOT_UNBOUND)
        prose_add(&prose, it->is_c ? "nothing was stored" : "not bound");
    else if (it->is_c)
        prose_add_bytes(&prose, view_text(&it->shown, it->shown.slots[place.slot].value),
                        it->shown.slots[place.slot].value.length);
    else
        phrase_slot_content(&prose, &it->shown, &it->shown.slots[place.slot], false);
    snprintf(words, size, "%s", prose.text ? prose.text : "");
    prose_finish(&prose);
}
