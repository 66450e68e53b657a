/* The drawing as a view: which part of the machine's it begins with, how its places are called, what is hidden. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/interpreter_parts.h"
#include "machine/memory.h"
#include "machine/slot_match.h"

const ViewFrame *drawn_running(const View *view)
{
    return view->frame_count ? &view->frames[view->frame_count - 1] : NULL;
}

bool drawn_is_given(const ViewObject *object)
{
    bool by_hand = object->kind <= KIND_INSTANCE || (object->kind == KIND_BLOCK && !(object->flags & OBJECT_READ_ONLY));
    return !by_hand || (object->flags & OBJECT_LIBRARY);
}

bool drawn_has_identity(const ViewObject *object)
{
    return object->kind != KIND_SCALAR || (object->flags & OBJECT_MUTABLE);
}

bool drawn_is_hidden(const View *view, const ViewSlot *slot)
{
    return slot->state == SLOT_VALUE && slot->target == VIEW_NONE
           && view_text_equals(view, slot->value, INTERPRETER_HIDDEN);
}

void drawn_hide(View *view, ViewSlot *slot)
{
    slot->state = SLOT_VALUE;
    slot->target = slot->aimed = VIEW_NONE;
    slot->aim = AIM_NONE;
    slot->pointer = 0;
    slot->value = view_add_string(view, INTERPRETER_HIDDEN);
}

/* ---- names of places, as scene.h has them ---- */

static ViewText label_of(const View *view, const ViewSlot *slot)
{
    return slot->role == ROLE_ENTRY && slot->key != VIEW_NONE ? view->objects[slot->key].repr : slot->label;
}

static int32_t find_slot(const View *view, uint32_t first, uint32_t count, const char *label)
{
    for (uint32_t i = first; i < first + count; i++)
        if (view_text_equals(view, label_of(view, &view->slots[i]), label))
            return (int32_t)i;
    return VIEW_NONE;
}

DrawnPlace drawn_find(const View *view, const char *id)
{
    DrawnPlace place = {VIEW_NONE, VIEW_NONE};
    const char *slash = strchr(id, '/');
    if (strncmp(id, "frame:", 6) == 0 && slash) {
        unsigned long index = strtoul(id + 6, NULL, 10);
        if (index < view->frame_count)
            place.slot = find_slot(view, view->frames[index].first_slot, view->frames[index].slot_count, slash + 1);
    } else if (strncmp(id, "object:", 7) == 0) {
        int32_t object = view_find_object(view, strtoull(id + 7, NULL, 10));
        if (object != VIEW_NONE && slash)
            place.slot = find_slot(view, view->objects[object].first_slot, view->objects[object].slot_count, slash + 1);
        else
            place.object = object;
    }
    return place;
}

void drawn_id_of_object(const View *view, int32_t object, char *id)
{
    snprintf(id, INTERPRETER_ID, "object:%" PRIu64, view->objects[object].number);
}

void drawn_id_of_slot(const View *view, int32_t slot, char *id)
{
    ViewText label = label_of(view, &view->slots[slot]);
    int length = (int)(label.length < INTERPRETER_ID - 32 ? label.length : INTERPRETER_ID - 32);
    uint32_t at = (uint32_t)slot;
    id[0] = '\0';
    for (uint32_t i = 0; i < view->frame_count; i++)
        if (at - view->frames[i].first_slot < view->frames[i].slot_count)
            snprintf(id, INTERPRETER_ID, "frame:%" PRIu32 "/%.*s", i, length, view_text(view, label));
    for (uint32_t i = 0; !id[0] && i < view->object_count; i++)
        if (at - view->objects[i].first_slot < view->objects[i].slot_count)
            snprintf(id, INTERPRETER_ID, "object:%" PRIu64 "/%.*s", view->objects[i].number, length,
                     view_text(view, label));
}

/* ---- copying what is reached ---- */

/* Where the things of the view that is copied went; VIEW_NONE: nowhere. */
typedef struct Copying {
    const View *from;
    View *to;
    int32_t *objects, *slots, *parts;
    int32_t *found;            /* objects, in the order in which they were met */
    uint32_t found_count;
} Copying;

static Copying begin_copying(const View *from, View *to)
{
    return (Copying){from, to, slot_match_none(from->object_count), slot_match_none(from->slot_count), slot_match_none(from->part_count),
                     slot_match_none(from->object_count), 0};
}

static void end_copying(Copying *c)
{
    free(c->objects);
    free(c->slots);
    free(c->parts);
    free(c->found);
}

static ViewText copy_text(Copying *c, ViewText text)
{
    return text.length ? view_add_text(c->to, view_text(c->from, text), text.length) : (ViewText){0, 0};
}

/* The new place of an object, which is filled in later. */
static int32_t copy_reference(Copying *c, int32_t object)
{
    if (object == VIEW_NONE)
        return VIEW_NONE;
    if (c->objects[object] == VIEW_NONE) {
        c->objects[object] = (int32_t)c->found_count;
        c->found[c->found_count++] = object;
    }
    return c->objects[object];
}

static int32_t copy_part(Copying *c, int32_t part)
{
    if (part == VIEW_NONE || c->parts[part] != VIEW_NONE)
        return part == VIEW_NONE ? VIEW_NONE : c->parts[part];
    ViewPart copy = c->from->parts[part];
    copy.parent = copy_part(c, copy.parent);
    copy.label = copy_text(c, copy.label);
    copy.own = copy_text(c, copy.own);
    copy.type = copy_text(c, copy.type);
    copy.first_slot = c->to->slot_count;
    copy.slot_count = 0;
    *view_add_part(c->to) = copy;
    c->parts[part] = (int32_t)c->to->part_count - 1;
    return c->parts[part];
}

static bool is_transient(const ViewSlot *slot)
{
    return slot->role == ROLE_RETURN || slot->role == ROLE_STACK || slot->role == ROLE_RAISED;
}

static void copy_slot(Copying *c, uint32_t index)
{
    ViewSlot copy = c->from->slots[index];
    copy.label = copy_text(c, copy.label);
    copy.value = copy_text(c, copy.value);
    copy.type = copy_text(c, copy.type);
    copy.own = copy.own.length == copy.label.length ? copy.label : copy_text(c, copy.own);
    copy.part = copy_part(c, copy.part);
    for (int32_t part = copy.part; part != VIEW_NONE; part = c->to->parts[part].parent)
        c->to->parts[part].slot_count++;
    copy.target = copy_reference(c, copy.target);
    copy.key = copy_reference(c, copy.key);
    copy.first_byte = BYTES_NONE;
    *view_add_slot(c->to) = copy;
    c->slots[index] = (int32_t)c->to->slot_count - 1;
}

/* Returns how many were copied. */
static uint32_t copy_slots(Copying *c, uint32_t first, uint32_t count)
{
    uint32_t begin = c->to->slot_count;
    for (uint32_t i = first; i < first + count; i++)
        if (!is_transient(&c->from->slots[i]))
            copy_slot(c, i);
    return c->to->slot_count - begin;
}

static void copy_frame(Copying *c, const ViewFrame *frame)
{
    ViewFrame copy = *frame;
    copy.name = copy_text(c, copy.name);
    copy.is_returning = copy.is_yielding = copy.is_active = false;
    copy.first_slot = c->to->slot_count;
    copy.slot_count = copy_slots(c, frame->first_slot, frame->slot_count);
    *view_add_frame(c->to) = copy;
}

static void copy_object(Copying *c, const ViewObject *object)
{
    ViewObject copy = *object;
    copy.type = copy_text(c, copy.type);
    copy.repr = copy_text(c, copy.repr);
    copy.signature = copy_text(c, copy.signature);
    copy.first_slot = c->to->slot_count;
    copy.slot_count = copy_slots(c, object->first_slot, object->slot_count);
    *view_add_object(c->to) = copy;
}

/* What a pointer points at may have been copied after it. */
static void settle_aims(Copying *c)
{
    for (uint32_t i = 0; i < c->to->slot_count; i++) {
        ViewSlot *slot = &c->to->slots[i];
        if (slot->aimed == VIEW_NONE)
            continue;
        bool part = slot->aim == AIM_PART || slot->aim == AIM_PART_END;
        slot->aimed = part ? c->parts[slot->aimed] : c->slots[slot->aimed];
        if (slot->aimed == VIEW_NONE)
            slot->aim = slot->target == VIEW_NONE ? AIM_NONE : AIM_WHOLE;
    }
}

static bool is_drawn(const View *after, uint64_t frame)
{
    int32_t at = view_find_frame(after, frame);
    return at == 0 || (at > 0 && (uint32_t)at + INTERPRETER_FRAMES >= after->frame_count);
}

void drawn_copy(View *to, const View *from, const View *after)
{
    view_reset(to);
    Copying c = begin_copying(from, to);
    to->newest_number = from->newest_number;
    to->return_value = to->exception = VIEW_NONE;
    for (uint32_t i = 0; i < from->frame_count; i++)
        if (is_drawn(after, from->frames[i].number))
            copy_frame(&c, &from->frames[i]);
    for (uint32_t i = 0; i < c.found_count; i++)
        copy_object(&c, &from->objects[c.found[i]]);
    settle_aims(&c);
    if (to->frame_count)
        to->frames[to->frame_count - 1].is_active = true;
    end_copying(&c);
}

int32_t drawn_add_shape(View *to, const View *from, int32_t object)
{
    Copying c = begin_copying(from, to);
    copy_object(&c, &from->objects[object]);
    end_copying(&c);
    ViewObject *copy = &to->objects[to->object_count - 1];
    for (uint32_t i = 0; i < copy->slot_count; i++) {
        to->slots[copy->first_slot + i].key = VIEW_NONE;
        drawn_unbind(to, (int32_t)(copy->first_slot + i));
    }
    return (int32_t)to->object_count - 1;
}

/* The slots of an object stand together: those there are move to the end, the new ones behind them. */
static void add_attribute(View *to, uint32_t object, const View *truth, const ViewSlot *like)
{
    ViewText label = view_add_text(to, view_text(truth, like->label), like->label.length);
    uint32_t first = to->slot_count;
    for (uint32_t i = 0; i < to->objects[object].slot_count; i++) {
        ViewSlot copy = to->slots[to->objects[object].first_slot + i];
        *view_add_slot(to) = copy;
    }
    ViewSlot *slot = view_add_slot(to);
    slot->role = ROLE_ATTRIBUTE;
    slot->label = slot->own = label;
    slot->state = SLOT_UNBOUND;
    slot->first_byte = BYTES_NONE;
    to->objects[object].first_slot = first;
    to->objects[object].slot_count++;
}

void drawn_add_attributes(View *to, const View *truth)
{
    for (uint32_t i = 0; i < to->object_count; i++) {
        int32_t same = view_find_object(truth, to->objects[i].number);
        if (to->objects[i].kind != KIND_INSTANCE || same == VIEW_NONE)
            continue;
        const ViewObject *object = &truth->objects[same];
        for (uint32_t s = object->first_slot; s < object->first_slot + object->slot_count; s++) {
            const ViewObject *mine = &to->objects[i];
            char label[INTERPRETER_ID];
            snprintf(label, sizeof label, "%.*s", (int)truth->slots[s].label.length,
                     view_text(truth, truth->slots[s].label));
            if (truth->slots[s].role == ROLE_ATTRIBUTE
                && find_slot(to, mine->first_slot, mine->slot_count, label) == VIEW_NONE)
                add_attribute(to, i, truth, &truth->slots[s]);
        }
    }
}

void drawn_add_frames(View *to, const View *after)
{
    Copying c = begin_copying(after, to);
    for (uint32_t i = 0; i < after->frame_count; i++) {
        if (!is_drawn(after, after->frames[i].number) || view_find_frame(to, after->frames[i].number) != VIEW_NONE)
            continue;
        uint32_t first = to->slot_count;
        copy_frame(&c, &after->frames[i]);
        for (uint32_t s = first; s < to->slot_count; s++) {
            drawn_hide(to, &to->slots[s]);
            to->slots[s].state = SLOT_UNBOUND;
            to->slots[s].value = (ViewText){0, 0};
        }
    }
    for (uint32_t i = 0; i < to->frame_count; i++)
        to->frames[i].is_active = i + 1 == to->frame_count;
    end_copying(&c);
}
