/* Arrays that grow and are emptied without being freed, so that filling the same View again and again settles at no
 * allocation at all. Equality is by meaning: two views are equal when every field and every text is, wherever a text
 * lies in its buffer. */
#include "machine/view.h"

#include <stdlib.h>
#include <string.h>

#include "machine/memory.h"

void view_init(View *view)
{
    memset(view, 0, sizeof *view);
    view_reset(view);
}

void view_finish(View *view)
{
    free(view->frames);
    free(view->objects);
    free(view->slots);
    free(view->parts);
    free(view->bytes);
    free(view->text);
    view_init(view);
}

void view_reset(View *view)
{
    View empty = {
        .return_value = VIEW_NONE, .exception = VIEW_NONE,
        .frames = view->frames, .frame_capacity = view->frame_capacity,
        .objects = view->objects, .object_capacity = view->object_capacity,
        .slots = view->slots, .slot_capacity = view->slot_capacity,
        .parts = view->parts, .part_capacity = view->part_capacity,
        .bytes = view->bytes, .byte_capacity = view->byte_capacity,
        .text = view->text, .text_capacity = view->text_capacity,
    };
    *view = empty;
}

static void *view_copy_array(void *to, uint32_t *capacity, const void *from, uint32_t count, size_t item_size)
{
    if (count == 0)
        return to;
    to = memory_grow(to, capacity, count, item_size);
    memcpy(to, from, count * item_size);
    return to;
}

void view_copy(View *to, const View *from)
{
    View copy = *from;
    copy.frame_capacity = to->frame_capacity;
    copy.object_capacity = to->object_capacity;
    copy.slot_capacity = to->slot_capacity;
    copy.part_capacity = to->part_capacity;
    copy.byte_capacity = to->byte_capacity;
    copy.text_capacity = to->text_capacity;
    copy.frames = view_copy_array(to->frames, &copy.frame_capacity, from->frames, from->frame_count,
                                  sizeof *from->frames);
    copy.objects = view_copy_array(to->objects, &copy.object_capacity, from->objects, from->object_count,
                                   sizeof *from->objects);
    copy.slots = view_copy_array(to->slots, &copy.slot_capacity, from->slots, from->slot_count, sizeof *from->slots);
    copy.parts = view_copy_array(to->parts, &copy.part_capacity, from->parts, from->part_count, sizeof *from->parts);
    copy.bytes = view_copy_array(to->bytes, &copy.byte_capacity, from->bytes, from->byte_count, sizeof *from->bytes);
    copy.text = view_copy_array(to->text, &copy.text_capacity, from->text, from->text_length, 1);
    *to = copy;
}

const char *collector_phase_name(CollectorPhase phase)
{
    static const char *const names[] = {
        [COLLECTOR_NONE] = "none", [COLLECTOR_START] = "start", [COLLECTOR_COPY] = "copy",
        [COLLECTOR_SUBTRACT] = "subtract", [COLLECTOR_DIVIDE] = "divide", [COLLECTOR_AGE] = "age",
        [COLLECTOR_WEAKREFS] = "weakrefs", [COLLECTOR_FINALIZE] = "finalize", [COLLECTOR_RESCUE] = "rescue",
        [COLLECTOR_CLEAR] = "clear", [COLLECTOR_END] = "end",
    };
    return names[phase];
}

const char *collector_color_name(CollectorColor color)
{
    static const char *const names[] = {
        [COLLECTOR_UNMARKED] = "unmarked", [COLLECTOR_UNVISITED] = "unvisited", [COLLECTOR_REACHABLE] = "reachable",
        [COLLECTOR_ASIDE] = "put aside", [COLLECTOR_GARBAGE] = "garbage",
    };
    return names[color];
}

/* Equality, part by part. */

static bool view_texts_equal(const View *a, ViewText s, const View *b, ViewText t)
{
    return s.length == t.length && (s.length == 0 || memcmp(view_text(a, s), view_text(b, t), s.length) == 0);
}

static bool view_frames_equal(const View *a, const ViewFrame *f, const View *b, const ViewFrame *g)
{
    return f->number == g->number && f->parent == g->parent && f->line == g->line && f->called_from == g->called_from
        && f->first_slot == g->first_slot && f->slot_count == g->slot_count && f->is_module == g->is_module
        && f->is_class_body == g->is_class_body && f->is_active == g->is_active
        && f->is_generator == g->is_generator && f->is_returning == g->is_returning
        && f->is_yielding == g->is_yielding && f->is_resumed == g->is_resumed
        && view_texts_equal(a, f->name, b, g->name);
}

static bool view_objects_equal(const View *a, const ViewObject *o, const View *b, const ViewObject *p)
{
    return o->number == p->number && o->count == p->count && o->size == p->size && o->address == p->address
        && o->length == p->length && o->first_slot == p->first_slot && o->slot_count == p->slot_count
        && o->kind == p->kind && o->flags == p->flags && o->color == p->color && o->generation == p->generation
        && o->gc_refs == p->gc_refs && view_texts_equal(a, o->type, b, p->type)
        && view_texts_equal(a, o->repr, b, p->repr) && view_texts_equal(a, o->signature, b, p->signature);
}

static bool view_slots_equal(const View *a, const ViewSlot *s, const View *b, const ViewSlot *t)
{
    return s->target == t->target && s->key == t->key && s->state == t->state && s->role == t->role
        && s->address == t->address && s->size == t->size && s->offset == t->offset && s->part == t->part
        && s->first_byte == t->first_byte && s->pointer == t->pointer && s->aim == t->aim && s->aimed == t->aimed
        && view_texts_equal(a, s->label, b, t->label) && view_texts_equal(a, s->own, b, t->own)
        && view_texts_equal(a, s->value, b, t->value)
        && view_texts_equal(a, s->type, b, t->type);
}

static bool view_parts_equal(const View *a, const ViewPart *p, const View *b, const ViewPart *q)
{
    return p->parent == q->parent && p->first_slot == q->first_slot && p->slot_count == q->slot_count
        && p->address == q->address && p->size == q->size && p->length == q->length && p->kind == q->kind
        && view_texts_equal(a, p->label, b, q->label) && view_texts_equal(a, p->own, b, q->own)
        && view_texts_equal(a, p->type, b, q->type);
}

static bool view_collectors_equal(const ViewCollector *a, const ViewCollector *b)
{
    return a->phase == b->phase && a->generation == b->generation && a->is_treated == b->is_treated
        && a->object == b->object && a->count == b->count && a->unreachable == b->unreachable
        && a->ordinal == b->ordinal;
}

static bool view_instructions_equal(const View *a, const View *b)
{
    const ViewInstruction *one = &a->next, *other = &b->next;
    return one->line == other->line && one->end_line == other->end_line && one->column == other->column
        && one->end_column == other->end_column && view_texts_equal(a, one->name, b, other->name)
        && view_texts_equal(a, one->operand, b, other->operand);
}

static bool view_heads_equal(const View *a, const View *b)
{
    return a->step == b->step && a->instruction == b->instruction && a->moment == b->moment
        && view_collectors_equal(&a->collector, &b->collector) && a->event == b->event && a->line == b->line
        && a->previous_line == b->previous_line && a->return_value == b->return_value
        && a->exception == b->exception && a->newest_number == b->newest_number
        && a->output_length == b->output_length && a->error_length == b->error_length
        && a->truncated == b->truncated && a->frame_count == b->frame_count
        && a->object_count == b->object_count && a->slot_count == b->slot_count && a->part_count == b->part_count
        && a->byte_count == b->byte_count
        && view_texts_equal(a, a->error, b, b->error) && view_instructions_equal(a, b);
}

bool view_equal(const View *a, const View *b)
{
    if (!view_heads_equal(a, b))
        return false;
    for (uint32_t i = 0; i < a->frame_count; i++)
        if (!view_frames_equal(a, &a->frames[i], b, &b->frames[i]))
            return false;
    for (uint32_t i = 0; i < a->object_count; i++)
        if (!view_objects_equal(a, &a->objects[i], b, &b->objects[i]))
            return false;
    for (uint32_t i = 0; i < a->slot_count; i++)
        if (!view_slots_equal(a, &a->slots[i], b, &b->slots[i]))
            return false;
    for (uint32_t i = 0; i < a->part_count; i++)
        if (!view_parts_equal(a, &a->parts[i], b, &b->parts[i]))
            return false;
    return a->byte_count == 0 || memcmp(a->bytes, b->bytes, a->byte_count * sizeof *a->bytes) == 0;
}

/* Filling. */

ViewText view_add_text(View *view, const char *text, size_t length)
{
    ViewText result = {view->text_length, (uint32_t)length};
    if (length == 0)
        return result;
    view->text = memory_grow(view->text, &view->text_capacity, (uint64_t)view->text_length + length, 1);
    memcpy(view->text + view->text_length, text, length);
    view->text_length += (uint32_t)length;
    return result;
}

ViewText view_add_string(View *view, const char *text)
{
    return view_add_text(view, text, strlen(text));
}

ViewFrame *view_add_frame(View *view)
{
    view->frames = memory_grow(view->frames, &view->frame_capacity, (uint64_t)view->frame_count + 1,
                               sizeof *view->frames);
    ViewFrame *frame = &view->frames[view->frame_count++];
    *frame = (ViewFrame){.first_slot = view->slot_count};
    return frame;
}

ViewObject *view_add_object(View *view)
{
    view->objects = memory_grow(view->objects, &view->object_capacity, (uint64_t)view->object_count + 1,
                                sizeof *view->objects);
    ViewObject *object = &view->objects[view->object_count++];
    *object = (ViewObject){.first_slot = view->slot_count, .gc_refs = VIEW_NONE};
    return object;
}

ViewSlot *view_add_slot(View *view)
{
    view->slots = memory_grow(view->slots, &view->slot_capacity, (uint64_t)view->slot_count + 1,
                              sizeof *view->slots);
    ViewSlot *slot = &view->slots[view->slot_count++];
    *slot = (ViewSlot){.target = VIEW_NONE, .key = VIEW_NONE, .part = VIEW_NONE, .first_byte = BYTES_NONE,
                       .aimed = VIEW_NONE};
    return slot;
}

ViewPart *view_add_part(View *view)
{
    view->parts = memory_grow(view->parts, &view->part_capacity, (uint64_t)view->part_count + 1, sizeof *view->parts);
    ViewPart *part = &view->parts[view->part_count++];
    *part = (ViewPart){.parent = VIEW_NONE, .first_slot = view->slot_count};
    return part;
}

ViewByte *view_add_bytes(View *view, uint32_t count)
{
    view->bytes = memory_grow(view->bytes, &view->byte_capacity, (uint64_t)view->byte_count + count,
                              sizeof *view->bytes);
    ViewByte *bytes = view->bytes + view->byte_count;
    view->byte_count += count;
    return bytes;
}

/* Reading. */

bool view_text_equals(const View *view, ViewText text, const char *string)
{
    size_t length = strlen(string);
    return length == text.length && (length == 0 || memcmp(view_text(view, text), string, length) == 0);
}

int32_t view_outermost_part(const View *view, const ViewSlot *slot)
{
    int32_t part = slot->part;
    while (part != VIEW_NONE && view->parts[part].parent != VIEW_NONE)
        part = view->parts[part].parent;
    return part;
}

int32_t view_find_object(const View *view, uint64_t number)
{
    for (uint32_t i = 0; i < view->object_count; i++)
        if (view->objects[i].number == number)
            return (int32_t)i;
    return VIEW_NONE;
}

int32_t view_find_frame(const View *view, uint64_t number)
{
    for (uint32_t i = 0; i < view->frame_count; i++)
        if (view->frames[i].number == number)
            return (int32_t)i;
    return VIEW_NONE;
}

bool view_is_c(const View *view)
{
    if (view->frame_count == 0)
        return false;
    const ViewFrame *oldest = &view->frames[0];
    return !oldest->is_module || (oldest->slot_count > 0 && view->slots[oldest->first_slot].type.length > 0);
}
