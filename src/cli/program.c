#include "cli/program.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/complain.h"
#include "machine/memory.h"

int program_open(Program *program, const Options *options)
{
    *program = (Program){0};
    bool read = source_read(&program->source, options);
    program->stops_at_error = options->stop_at_error;
    program->own_input = read && strcmp(options->words[0], "-") != 0 && !options->input;
    return read ? 0 : CLI_FAILED;
}

bool program_scripted_line(Program *program, const char **text, size_t *length)
{
    const char *line = program->source.input ? program->source.input + program->input_at : "";
    *text = line;
    *length = strcspn(line, "\n");
    program->input_at += *length + (line[*length] == '\n');
    return *line != '\0';
}

/* A line of input for the program, as the timeline wants it. */
static bool read_line(void *context, const char **text, size_t *length)
{
    Program *program = context;
    const char *scripted;
    size_t scripted_length;
    bool is_scripted = program_scripted_line(program, &scripted, &scripted_length);
    ssize_t got = is_scripted ? (ssize_t)scripted_length
                  : program->own_input ? getline(&program->line, &program->line_capacity, stdin) : -1;
    program->input_ended = got < 0;
    if (got < 0)
        return false;
    program->read_at = memory_grow(program->read_at, &program->read_capacity, program->read_count + 1,
                                   sizeof *program->read_at);
    program->read_at[program->read_count++] = timeline_transcript(program->timeline)->streams[OUTPUT_STDOUT].length;
    if (!is_scripted && got > 0 && program->line[got - 1] == '\n')
        got--;
    else if (!is_scripted)
        program->line[got] = LINE_OPEN;        /* in place of the NUL */
    *text = is_scripted ? scripted : program->line;
    *length = (size_t)got;
    return true;
}

bool program_try_load(Program *program, const TimelineOptions *timeline, SourceError *error)
{
    TimelineOptions own = timeline ? *timeline : (TimelineOptions){0};
    own.stops_at_error = program->stops_at_error;
    if (!own.input && !own.output) {
        own.input = read_line;
        own.context = program;
    }
    Source source = {program->path ? program->path : program->source.name, program->source.text,
                     program->source.length, program->source.name, program->source.was_recoded};
    *error = (SourceError){0};
    program->timeline = timeline_create(program->source.language->machine, &source, &own, error);
    return program->timeline;
}

int program_load(Program *program, const TimelineOptions *timeline)
{
    SourceError error;
    if (program_try_load(program, timeline, &error))
        return 0;
    if (error.report)
        fputs(error.report, stderr);
    else
        complain("%s, line %d: %s: %s", program->source.name, error.line, error.kind, error.message);
    source_error_finish(&error);
    return PROGRAM_SYNTAX;
}

void program_use_whole_path(Program *program)
{
    const char *name = program->source.name;
    if (!program->source.language->whole_paths)
        return;
    char *folder = program->source.lesson || name[0] == '/' || name[0] == '<' ? NULL : getcwd(NULL, 0);
    if (folder && asprintf(&program->path, "%s/%s", folder, name) < 0)
        program->path = NULL;
    free(folder);
}

void program_find_waypoints(Program *program)
{
    if (program->source.lesson)
        lesson_resolve(program->source.lesson, program->timeline, NULL);
}

void program_close(Program *program)
{
    timeline_destroy(program->timeline);
    source_finish(&program->source);
    free(program->line);
    free(program->read_at);
    free(program->path);
    *program = (Program){0};
}

int program_no_step(const Program *program, uint64_t step)
{
    uint64_t last = timeline_extent(program->timeline).last.step;
    return complain("step %" PRIu64 " does not exist: the program has steps 0 to %" PRIu64, step, last);
}

int program_go(Program *program, Position place, const ViewOptions *options, View *view)
{
    TimelineStatus status = timeline_seek(program->timeline, place, options, view, NULL);
    if (status == TIMELINE_REACHED && place.instruction && view->step > place.step)
        return complain("step %" PRIu64 " has no instruction %" PRIu64, place.step, place.instruction);
    return status == TIMELINE_REACHED && view->step == place.step ? 0 : program_no_step(program, place.step);
}

int program_seek(Program *program, uint64_t step, const ViewOptions *options, View *view, StopInfo *stop)
{
    StopInfo found;
    TimelineStatus status = timeline_seek(program->timeline, (Position){step, 0}, options, view, &found);
    if (stop)
        *stop = found;
    return status == TIMELINE_REACHED && found.position.step == step ? 0 : program_no_step(program, step);
}
