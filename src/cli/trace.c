/* `refarrows trace`: runs the program once and hands every stop of the window to a format. Nothing is kept, so a trace
 * of a million steps needs no more memory than one of ten. */
#include "cli/trace.h"

#include <stdio.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/complain.h"

typedef struct Tracer {
    Trace trace;
    const TraceFormat *format;
    bool begun;
} Tracer;

void trace_write_output_part(const Trace *trace, JsonWriter *json, uint64_t from, uint64_t to)
{
    const Transcript *transcript = timeline_transcript(trace->program->timeline);
    while (from < to) {
        const char *text;
        uint64_t length = transcript_read(transcript, OUTPUT_STDOUT, from, &text);
        if (length == 0)
            break;
        if (length > to - from)
            length = to - from;
        if (text)
            json_text_part(json, text, (size_t)length);
        from += length;
    }
}

void trace_write_output(const Trace *trace, JsonWriter *json, uint64_t from, uint64_t to)
{
    json_text_begin(json);
    trace_write_output_part(trace, json, from, to);
    json_text_end(json);
}

static void begin(Tracer *tracer)
{
    if (!tracer->begun)
        tracer->format->begin(&tracer->trace);
    tracer->begun = true;
}

static RunAnswer next_stop(const Trace *trace, const StopInfo *stop)
{
    Position at = stop->position;
    bool enough = trace->written >= trace->steps || trace->done || ferror(stdout);
    const Position next[] = {
        [BY_LINE] = {at.step + 1, 0, 0}, [BY_INSTRUCTION] = {at.step, at.instruction + 1, 0},
        [BY_COLLECTOR] = {at.step, at.instruction, at.moment + 1},
    };
    return (RunAnswer){.leave = enough, .next = next[trace->by]};
}

static RunAnswer visit(void *context, const StopInfo *stop)
{
    Tracer *tracer = context;
    Trace *trace = &tracer->trace;
    const MachineLanguage *language = trace->program->source.language->machine;
    if (trace->by == BY_COLLECTOR && stop->position.instruction > 0 && !stop_is_in_collection(stop))
        return next_stop(trace, stop);         /* only passed on the way to where the collector may run */
    trace->shows = stop->position.step >= trace->from;
    if (trace->shows || tracer->format->needs_all || trace->from - stop->position.step == 1)
        language->view(timeline_machine(trace->program->timeline), &tracer->format->view, &trace->view);
    if (trace->shows && trace->with_holders)
        holders_of_view(language, timeline_machine(trace->program->timeline), &trace->view, 0, &trace->holders);
    if (trace->shows)
        begin(tracer);
    if (trace->shows || tracer->format->needs_all)
        tracer->format->step(trace, stop);
    trace->written += trace->shows;
    trace->output_before = trace->view.output_length;
    return next_stop(trace, stop);
}

/* The window begins with the text written since the step before it, so that is where the visits begin. */
static Position first_stop(const Tracer *tracer)
{
    uint64_t from = tracer->trace.from;
    return (Position){tracer->format->needs_all || from == 0 ? 0 : from - 1, 0};
}

static int write_trace(Tracer *tracer)
{
    Trace *trace = &tracer->trace;
    view_init(&trace->view);
    holder_list_init(&trace->holders);
    json_init(&trace->json, stdout);
    timeline_visit(trace->program->timeline, first_stop(tracer), visit, tracer, TIMELINE_WHOLE);
    if (tracer->begun)
        tracer->format->end(trace);
    if (tracer->format->finish)
        tracer->format->finish(trace);
    json_finish(&trace->json);
    holder_list_finish(&trace->holders);
    view_finish(&trace->view);
    if (tracer->begun || trace->steps == 0)
        return 0;
    return program_no_step(trace->program, trace->from);
}

/* Returns the exit status; 0 without a timeline when the mistake was written as the trace. */
static int load(Tracer *tracer)
{
    Trace *trace = &tracer->trace;
    if (!tracer->format->refused)
        return program_load(trace->program, NULL);
    SourceError error;
    if (program_try_load(trace->program, NULL, &error))
        return 0;
    json_init(&trace->json, stdout);
    tracer->format->refused(trace, &error);
    json_finish(&trace->json);
    source_error_finish(&error);
    return 0;
}

int trace_command(const Options *options)
{
    static const TraceFormat *const formats[] = {
        [FORMAT_JSONL] = &trace_json, [FORMAT_PYTHON_TUTOR] = &trace_python_tutor,
    };
    Program program;
    const TraceFormat *format = formats[options->format];
    uint64_t steps = options->has_steps && options->steps < TRACE_MOST_STEPS ? options->steps : TRACE_MOST_STEPS;
    Tracer tracer = {.format = format, .trace = {.program = &program, .from = options->from, .steps = steps,
                     .by = options->by, .with_holders = options->holders,
                     .whole = !options->has_steps && options->from == 0}};
    int status = program_open(&program, options);
    if (status == 0 && options->by != BY_LINE && format == &trace_python_tutor)
        status = complain("Python Tutor's format has lines only; leave --by away, or say --format jsonl");
    if (status == 0 && options->holders && format == &trace_python_tutor)
        status = complain("Python Tutor's format has no holders; leave --holders away, or say --format jsonl");
    if (status == 0)
        status = load(&tracer);
    if (status == 0 && program.timeline)
        status = write_trace(&tracer);
    program_close(&program);
    return status;
}
