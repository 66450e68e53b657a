/* Python Tutor's trace: one JSON object {"code", "trace"}, as its tracer (version 5) makes it for the same program.
 *
 * Its tracer drops the return of the module when the entry before was an exception. Entries are therefore held back by
 * one. */
#include <stdlib.h>
#include <string.h>

#include "cli/tutor.h"
#include "machine/memory.h"

static bool has_name(const View *view, const ViewFrame *frame, const char *name)
{
    return view_text_equals(view, frame->name, name);
}

/* A line of the source without its indentation; NULL where there is none. */
static const char *line_start(const SourceFile *source, int line)
{
    const char *at = source->text, *end = at + source->length;
    for (; line > 1 && at; line--) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
    return at ? at + strspn(at, " \t\f") : NULL;
}

static bool starts_with(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

/* Does a line of the source begin with "class "? That is how Python Tutor knows the call of a class body. */
static bool is_class_line(const SourceFile *source, int line)
{
    const char *at = line_start(source, line);
    return at && (starts_with(at, "class ") || starts_with(at, "class\t") || starts_with(at, "class\n"));
}

/* The body of a decorated class is not known as one, so the tracer writes into its namespace. That changes size while
 * dataclass goes through it, and the tracer ends with the exception. */
static bool breaks_dataclass(Tutor *tutor)
{
    const View *view = tutor->view;
    const ViewFrame *top = &view->frames[view->frame_count - 1];
    bool after_body = tutor->after_class_body;
    FrameFacts facts;
    tutor->after_class_body = view->event == STEP_RETURN && view->frame_count > 1 &&
                              python_frame_facts(tutor->machine, top->number, &facts) && facts.sets_annotations;
    if (!after_body || view->event != STEP_LINE)
        return false;
    const char *at = line_start(&tutor->trace->program->source, view->line);
    return at && (starts_with(at, "@dataclass") || starts_with(at, "@dataclasses.dataclass"));
}

/* A generator's delegate has ended: bdb keeps that StopIteration, which has no traceback, to itself. */
static bool is_inner_stop(const Tutor *tutor, const ViewFrame *top)
{
    FrameFacts facts;
    return tutor->view->event == STEP_EXCEPTION && tutor->view->exception == VIEW_NONE &&
           python_frame_facts(tutor->machine, top->number, &facts) && facts.is_generator;
}

/* Stepped over: class bodies with all they call, __new__, __repr__, and what is no event of the tracer. */
static bool is_skipped(Tutor *tutor)
{
    const View *view = tutor->view;
    if (view->event >= STEP_END || view->frame_count == 0)
        return true;
    const ViewFrame *top = &view->frames[view->frame_count - 1];
    if (has_name(view, top, "__new__") || has_name(view, top, "__repr__"))
        return true;
    if (view->event == STEP_CALL && view->frame_count == 1)
        return true;
    if (is_inner_stop(tutor, top))
        return true;
    if (tutor->skipping) {
        if (view->event == STEP_RETURN && top->number == tutor->skipping)
            tutor->skipping = 0;
        return true;
    }
    if (view->event == STEP_CALL && is_class_line(&tutor->trace->program->source, view->line))
        tutor->skipping = top->number;
    return tutor->skipping != 0;
}

/* ---- globals ---- */

static bool is_hidden_global(const char *name)
{
    static const char *const hidden[] = {"__builtins__", "__name__", "__exception__", "__doc__", "__package__",
                                         "__file__", "__spec__", "__loader__", "__cached__", "__return__"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (strcmp(name, hidden[i]) == 0)
            return true;
    return false;
}

static void note_global(Tutor *tutor, const char *name)
{
    for (uint32_t i = 0; i < tutor->global_count; i++)
        if (strcmp(tutor->global_names[i], name) == 0)
            return;
    tutor->global_names = memory_grow(tutor->global_names, &tutor->global_capacity, tutor->global_count + 1,
                                      sizeof *tutor->global_names);
    char *copy = memory_resize(NULL, strlen(name) + 1);
    strcpy(copy, name);
    tutor->global_names[tutor->global_count++] = copy;
}

/* In `python3 FILE` an empty __annotations__ is there from the beginning, in Python Tutor only from the first line on of a
 * program that has annotations. */
static bool is_shown_global(const Tutor *tutor, const ViewSlot *slot, const char *name)
{
    FrameFacts facts;
    if (slot->state != SLOT_REFERENCE || is_hidden_global(name))
        return false;
    if (strcmp(name, "__annotations__") != 0 || tutor->view->objects[slot->target].length > 0)
        return true;
    return tutor->entry > 1 && python_frame_facts(tutor->machine, tutor->view->frames[0].number, &facts) &&
           facts.sets_annotations;
}

static bool is_global_now(const Tutor *tutor, const ViewFrame *module, const char *name)
{
    const View *view = tutor->view;
    for (uint32_t i = 0; i < module->slot_count; i++) {
        const ViewSlot *slot = &view->slots[module->first_slot + i];
        if (view_text_equals(view, slot->label, name))
            return is_shown_global(tutor, slot, name);
    }
    return false;
}

static void write_globals(Tutor *tutor, JsonWriter *json)
{
    const View *view = tutor->view;
    const ViewFrame *module = &view->frames[0];
    json_key(json, "globals");
    json_open(json, '{');
    if (is_global_now(tutor, module, "__annotations__"))
        note_global(tutor, "__annotations__");         /* it is made before the names of the program */
    for (uint32_t i = 0; i < module->slot_count; i++) {
        const ViewSlot *slot = &view->slots[module->first_slot + i];
        char name[300];
        snprintf(name, sizeof name, "%.*s", (int)slot->label.length, view_text(view, slot->label));
        if (!is_shown_global(tutor, slot, name))
            continue;
        note_global(tutor, name);
        json_key(json, name);
        tutor_write_value(tutor, json, (TutorValue){view, slot->target}, true);
    }
    json_close(json, '}');
    json_key(json, "ordered_globals");
    json_open(json, '[');
    for (uint32_t i = 0; i < tutor->global_count; i++)
        if (is_global_now(tutor, module, tutor->global_names[i]))
            json_string(json, tutor->global_names[i]);
    json_close(json, ']');
}

/* ---- entries ---- */

static void write_message(Tutor *tutor, JsonWriter *json)
{
    const View *view = tutor->view;
    if (view->event != STEP_EXCEPTION || view->exception == VIEW_NONE)
        return;
    const ViewObject *exception = &view->objects[view->exception];
    static const char no_files[] = "programs in refarrows have no files";
    static const char missing[] = "[Errno 2] No such file or directory";
    const TutorText *text = tutor_str(tutor, (TutorValue){view, view->exception});
    json_key(json, "exception_msg");
    if (text->text && (strncmp(text->text, no_files, sizeof no_files - 1) == 0 ||
                       strncmp(text->text, missing, sizeof missing - 1) == 0)) {
        json_string(json, "Exception: open() is not supported by Python Tutor.\n"
                          "Instead use io.StringIO() to simulate a file.\n"
                          "Here is an example: http://goo.gl/uNvBGl");
        return;
    }
    json_text_begin(json);
    json_text_part(json, view_text(view, exception->type), exception->type.length);
    json_text_part(json, ": ", 2);
    if (text->text)
        json_text_part(json, text->text, text->length);
    json_text_end(json);
}

/* What was typed appears in it, as on a terminal. */
static void write_stdout(const Tutor *tutor, JsonWriter *json)
{
    const Program *program = tutor->trace->program;
    const char *text;
    size_t length;
    uint64_t from = 0;
    json_text_begin(json);
    for (uint32_t i = 0; i < program->read_count; i++) {
        trace_write_output_part(tutor->trace, json, from, program->read_at[i]);
        from = program->read_at[i];
        if (transcript_line(timeline_transcript(program->timeline), i, &text, &length))
            json_text_part(json, text, length);
        json_text_part(json, "\n", 1);
    }
    trace_write_output_part(tutor->trace, json, from, tutor->view->output_length);
    json_text_end(json);
}

/* The code of exec() and eval() begins at line 0. */
static bool is_module_call(const View *view)
{
    return view->event == STEP_CALL && has_name(view, &view->frames[view->frame_count - 1], "<module>");
}

static void write_entry(Tutor *tutor, JsonWriter *json)
{
    static const char *const events[] = {[STEP_LINE] = "step_line", [STEP_CALL] = "call", [STEP_RETURN] = "return",
                                         [STEP_EXCEPTION] = "exception"};
    const View *view = tutor->view;
    ViewText name = view->frames[view->frame_count - 1].name;
    json_open(json, '{');
    json_key(json, "line");
    json_signed(json, is_module_call(view) ? 0 : view->line);
    json_key(json, "event");
    json_string(json, events[view->event]);
    json_key(json, "func_name");
    json_text(json, view_text(view, name), name.length);
    tutor_write_stack(tutor, json);
    write_globals(tutor, json);
    json_key(json, "heap");
    tutor_write_heap(tutor, json);
    json_key(json, "stdout");
    write_stdout(tutor, json);
    write_message(tutor, json);
    json_close(json, '}');
}

/* Lets the newest entry go. */
static void release_entry(Tutor *tutor)
{
    JsonWriter *entry = &tutor->held;
    if (entry->length == 0)
        return;
    json_raw(&tutor->trace->json, entry->bytes, entry->length);
    entry->length = 0;
    entry->follows = false;
}

static void add_entry(Tutor *tutor)
{
    const View *view = tutor->view;
    bool was_exception = tutor->is_exception;
    release_entry(tutor);
    tutor->entry++;
    JsonWriter *entry = &tutor->held;
    write_entry(tutor, entry);
    if (!tutor->trace->shows)
        entry->length = 0;
    entry->follows = false;
    tutor->is_exception = view->event == STEP_EXCEPTION;
    tutor->is_last_return = was_exception && view->event == STEP_RETURN && view->frame_count == 1;
}

/* Its tracer stops there, but a window that was asked for is written in full. */
enum { MOST_ENTRIES = 1000 };

/* The entry that a trace ends with where the tracer itself gives up. */
static void write_last(Tutor *tutor, const char *event, const char *message)
{
    JsonWriter *json = &tutor->trace->json;
    release_entry(tutor);
    json_open(json, '{');
    json_key(json, "event");
    json_string(json, event);
    json_key(json, "exception_msg");
    json_string(json, message);
    json_close(json, '}');
    tutor->trace->done = true;
}

static void write_limit(Tutor *tutor)
{
    write_last(tutor, "instruction_limit_reached",
               "Stopped after running 1000 steps. Please shorten your code,\n"
               "since Python Tutor is not designed to handle long-running code.");
}

static void write_broken_dataclass(Tutor *tutor)
{
    write_last(tutor, "uncaught_exception", "RuntimeError: dictionary changed size during iteration");
}

/* The program waits for a line that nobody has typed: there Python Tutor ends, to ask for it and run it all again. */
static void write_raw_input(Tutor *tutor)
{
    JsonWriter *json = &tutor->trace->json;
    release_entry(tutor);
    json_open(json, '{');
    json_key(json, "event");
    json_string(json, "raw_input");
    json_key(json, "prompt");
    trace_write_output(tutor->trace, json, python_prompt_start(tutor->machine), tutor->view->output_length);
    json_close(json, '}');
    tutor->trace->done = true;
}

static void begin_trace(Trace *trace)
{
    json_open(&trace->json, '{');
    json_key(&trace->json, "code");
    json_text(&trace->json, trace->program->source.text, trace->program->source.length);
    json_key(&trace->json, "trace");
    json_open(&trace->json, '[');
}

static Tutor *tutor_of(Trace *trace)
{
    if (trace->own)
        return trace->own;
    Tutor *tutor = memory_resize(NULL, sizeof *tutor);
    *tutor = (Tutor){.trace = trace, .machine = timeline_machine(trace->program->timeline)};
    number_index_init(&tutor->index);
    return trace->own = tutor;
}

static void write_step(Trace *trace, const StopInfo *stop)
{
    Tutor *tutor = tutor_of(trace);
    tutor->view = &trace->view;
    if (trace->program->input_ended) {
        write_raw_input(tutor);
        return;
    }
    if (is_skipped(tutor))
        return;
    number_index_objects(&tutor->index, tutor->view);
    const ViewFrame *top = &tutor->view->frames[tutor->view->frame_count - 1];
    if (tutor->view->event == STEP_CALL)
        tutor_call(tutor, top);
    tutor_update_frames(tutor);
    add_entry(tutor);
    tutor_keep_frame(tutor);
    if (tutor->view->event == STEP_RETURN)
        python_keep_variables(tutor->machine, top->number);
    if (breaks_dataclass(tutor))
        write_broken_dataclass(tutor);
    else if (trace->whole && tutor->entry == MOST_ENTRIES)
        write_limit(tutor);
}

static void end_trace(Trace *trace)
{
    Tutor *tutor = tutor_of(trace);
    if (!tutor->is_last_return)
        release_entry(tutor);
    json_close(&trace->json, ']');
    json_close(&trace->json, '}');
    json_line(&trace->json);
}

static void write_refusal(Trace *trace, const SourceError *error)
{
    char message[600];
    JsonWriter *json = &trace->json;
    snprintf(message, sizeof message, "%s: %s (<string>, line %d)", error->kind, error->message, error->line);
    begin_trace(trace);
    json_open(json, '{');
    json_key(json, "event");
    json_string(json, "uncaught_exception");
    json_key(json, "line");
    json_signed(json, error->line);
    json_key(json, "offset");
    json_signed(json, error->column);
    json_key(json, "exception_msg");
    json_string(json, message);
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    json_line(json);
}

static void finish_trace(Trace *trace)
{
    Tutor *tutor = trace->own;
    if (!tutor)
        return;
    tutor_finish_frames(tutor);
    tutor_finish_encoding(tutor);
    for (uint32_t i = 0; i < tutor->global_count; i++)
        free(tutor->global_names[i]);
    free(tutor->global_names);
    number_index_finish(&tutor->index);
    json_finish(&tutor->held);
    free(tutor);
    trace->own = NULL;
}

const TraceFormat trace_python_tutor = {.view = {.hidden_names = true}, .needs_all = true, .begin = begin_trace,
                                        .step = write_step, .end = end_trace,
                                        .refused = write_refusal, .finish = finish_trace};
