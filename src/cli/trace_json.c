/* JSON Lines: the view, fact by fact. See the README for the format. */
#include "cli/trace.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void write_text(JsonWriter *json, const View *view, ViewText text)
{
    json_text(json, text.length ? view_text(view, text) : "", text.length);
}

static void write_reference(JsonWriter *json, const View *view, int32_t object)
{
    if (object == VIEW_NONE)
        json_null(json);
    else
        json_unsigned(json, view->objects[object].number);
}

/* What a C variable holds instead of a reference; null where nothing was stored yet. */
static void write_value(JsonWriter *json, const View *view, const ViewSlot *slot)
{
    char address[24];
    snprintf(address, sizeof address, "0x%" PRIx64, slot->address);
    json_open(json, '{');
    json_key(json, "type");
    write_text(json, view, slot->type);
    json_key(json, "address");
    json_string(json, address);
    json_key(json, "bytes");
    json_unsigned(json, slot->size);
    json_key(json, "value");
    if (slot->state == SLOT_UNBOUND)
        json_null(json);
    else
        write_text(json, view, slot->value);
    if (slot->state == SLOT_POINTER && slot->target != VIEW_NONE) {
        json_key(json, "to");
        write_reference(json, view, slot->target);
        json_key(json, "offset");
        json_unsigned(json, slot->offset);
    }
    json_close(json, '}');
}

static void write_content(JsonWriter *json, const View *view, const ViewSlot *slot)
{
    if (slot->state == SLOT_VALUE || slot->state == SLOT_POINTER || slot->type.length)
        write_value(json, view, slot);
    else
        write_reference(json, view, slot->state == SLOT_REFERENCE ? slot->target : VIEW_NONE);
}

/* [label, REF]; what has no label is told by its place. */
static void write_slot(JsonWriter *json, const View *view, const ViewSlot *slot, uint32_t place)
{
    json_open(json, '[');
    char number[12];
    if (slot->label.length)
        write_text(json, view, slot->label);
    else
        json_text(json, number, (size_t)snprintf(number, sizeof number, "%" PRIu32, place));
    write_content(json, view, slot);
    json_close(json, ']');
}

static void write_frame(JsonWriter *json, const View *view, const ViewFrame *frame)
{
    json_open(json, '{');
    json_key(json, "name");
    write_text(json, view, frame->name);
    json_key(json, "line");
    json_signed(json, frame->line);
    json_key(json, "names");
    json_open(json, '[');
    for (uint32_t i = 0; i < frame->slot_count; i++)
        write_slot(json, view, &view->slots[frame->first_slot + i], i);
    json_close(json, ']');
    json_close(json, '}');
}

static void write_entries(JsonWriter *json, const View *view, const ViewObject *object)
{
    json_key(json, "entries");
    json_open(json, '[');
    for (uint32_t i = 0; i < object->slot_count; i++) {
        const ViewSlot *slot = &view->slots[object->first_slot + i];
        if (slot->role != ROLE_ENTRY)
            continue;
        json_open(json, '[');
        write_reference(json, view, slot->key);
        write_reference(json, view, slot->target);
        json_close(json, ']');
    }
    json_close(json, ']');
}

/* All slots but a dict's entries, which come as pairs, and the reference to the class, which has a key of its own. */
static void write_fields(JsonWriter *json, const View *view, const ViewObject *object)
{
    const ViewSlot *class_slot = NULL;
    bool has_entries = object->kind == KIND_DICT;
    json_key(json, "fields");
    json_open(json, '[');
    for (uint32_t i = 0; i < object->slot_count; i++) {
        const ViewSlot *slot = &view->slots[object->first_slot + i];
        if (slot->role == ROLE_CLASS)
            class_slot = slot;
        else if (slot->role == ROLE_ENTRY)
            has_entries = true;
        else
            write_slot(json, view, slot, i);
    }
    json_close(json, ']');
    if (class_slot) {
        json_key(json, "class");
        write_reference(json, view, class_slot->target);
    }
    if (has_entries)
        write_entries(json, view, object);
}

/* Only while the collector runs. */
static void write_collector_marks(JsonWriter *json, const ViewObject *object)
{
    if (object->generation) {
        json_key(json, "generation");
        json_unsigned(json, object->generation - 1u);
    }
    if (object->color != COLLECTOR_UNMARKED) {
        json_key(json, "color");
        json_string(json, collector_color_name((CollectorColor)object->color));
    }
    if (object->gc_refs >= 0) {
        json_key(json, "gc_refs");
        json_signed(json, object->gc_refs);
    }
}

/* A frame is told by its place in "frames", an object by its number, the interpreter by neither. */
static void write_holder(const Trace *trace, JsonWriter *json, const Holder *holder)
{
    const HolderList *list = &trace->holders;
    json_open(json, '{');
    json_key(json, "kind");
    json_string(json, holder_role_name((HolderRole)holder->role));
    if (holder->label.length) {
        json_key(json, "name");
        json_text(json, holder_text(list, holder->label), holder->label.length);
    }
    if (holder->owner.length) {
        json_key(json, "of");
        json_text(json, holder_text(list, holder->owner), holder->owner.length);
    }
    if (holder->place == HOLDER_IN_FRAME) {
        int32_t frame = view_find_frame(&trace->view, holder->number);
        json_key(json, "frame");
        if (frame == VIEW_NONE)
            json_null(json);
        else
            json_signed(json, frame);
    } else if (holder->place == HOLDER_IN_OBJECT) {
        json_key(json, "object");
        json_unsigned(json, holder->number);
    }
    json_close(json, '}');
}

/* What the interpreter itself keeps is not counted: null. */
static void write_holders(const Trace *trace, JsonWriter *json, uint32_t place)
{
    const HeldObject *held = &trace->holders.objects[place];
    json_key(json, "holders");
    if (trace->view.objects[place].flags & OBJECT_SHARED) {
        json_null(json);
        return;
    }
    json_open(json, '[');
    for (uint32_t i = 0; i < held->listed; i++)
        write_holder(trace, json, &trace->holders.items[held->first + i]);
    json_close(json, ']');
}

static void write_object(const Trace *trace, JsonWriter *json, uint32_t place)
{
    const View *view = &trace->view;
    const ViewObject *object = &view->objects[place];
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, object->number);
    json_key(json, text);
    json_open(json, '{');
    json_key(json, "type");
    write_text(json, view, object->type);
    json_key(json, "repr");
    write_text(json, view, object->repr);
    json_key(json, "refcount");
    json_unsigned(json, object->count);
    json_key(json, "size");
    json_unsigned(json, object->size);
    snprintf(text, sizeof text, "0x%" PRIx64, object->address);
    json_key(json, "address");
    json_string(json, text);
    json_key(json, "shared");
    json_bool(json, object->flags & OBJECT_SHARED);
    write_collector_marks(json, object);
    if (object->kind == KIND_BLOCK) {
        json_key(json, "freed");
        json_bool(json, object->flags & OBJECT_FREED);
    }
    write_fields(json, view, object);
    if (trace->with_holders)
        write_holders(trace, json, place);
    json_close(json, '}');
}

/* C's blocks have a key of their own; what is left there under "objects" is string literals. */
static void write_objects(const Trace *trace, JsonWriter *json, const char *key, bool blocks)
{
    json_key(json, key);
    json_open(json, '{');
    for (uint32_t i = 0; i < trace->view.object_count; i++)
        if ((trace->view.objects[i].kind == KIND_BLOCK) == blocks)
            write_object(trace, json, i);
    json_close(json, '}');
}

/* What the event is about, where it is about something. */
static void write_event(JsonWriter *json, const View *view)
{
    if (view->event == STEP_RETURN) {
        json_key(json, "value");
        write_reference(json, view, view->return_value);
    }
    if (view->exception != VIEW_NONE) {
        json_key(json, "exception");
        write_reference(json, view, view->exception);
    }
    if (view->error.length) {
        json_key(json, "message");
        write_text(json, view, view->error);
    }
}

/* Where the collection under way stands. */
static void write_collector(JsonWriter *json, const View *view)
{
    const ViewCollector *collector = &view->collector;
    json_key(json, "collector");
    json_open(json, '{');
    json_key(json, "phase");
    json_string(json, collector_phase_name((CollectorPhase)collector->phase));
    json_key(json, "generation");
    json_unsigned(json, collector->generation);
    json_key(json, "object");
    write_reference(json, view, collector->object);
    json_key(json, "count");
    json_unsigned(json, collector->count);
    json_key(json, "unreachable");
    json_unsigned(json, collector->unreachable);
    json_close(json, '}');
}

static void write_step(Trace *trace, const StopInfo *stop)
{
    JsonWriter *json = &trace->json;
    const View *view = &trace->view;
    json_open(json, '{');
    json_key(json, "step");
    json_unsigned(json, stop->position.step);
    if (trace->by != BY_LINE) {
        json_key(json, "instruction");
        json_unsigned(json, stop->position.instruction);
    }
    if (stop_is_in_collection(stop)) {
        json_key(json, "moment");
        json_unsigned(json, stop->position.moment);
        write_collector(json, view);
    }
    json_key(json, "event");
    json_string(json, step_event_name(stop->event));
    json_key(json, "line");
    json_signed(json, view->line);
    write_event(json, view);
    json_key(json, "frames");
    json_open(json, '[');
    for (uint32_t i = 0; i < view->frame_count; i++)
        write_frame(json, view, &view->frames[i]);
    json_close(json, ']');
    write_objects(trace, json, "objects", false);
    if (source_is_c(&trace->program->source))
        write_objects(trace, json, "blocks", true);
    json_key(json, "stdout");
    trace_write_output(trace, json, trace->output_before, view->output_length);
    json_close(json, '}');
    json_line(json);
}

static void write_head(Trace *trace)
{
    JsonWriter *json = &trace->json;
    const SourceFile *source = &trace->program->source;
    json_open(json, '{');
    json_key(json, "format");
    json_string(json, "refarrows");
    json_key(json, "version");
    json_unsigned(json, 1);
    json_key(json, "language");
    json_string(json, source->language->name);
    json_key(json, "file");
    json_string(json, source->name);
    json_key(json, "source");
    json_text(json, source->text, source->length);
    json_close(json, '}');
    json_line(json);
}

static void end_trace(Trace *trace)
{
}

const TraceFormat trace_json = {.begin = write_head, .step = write_step, .end = end_trace};
