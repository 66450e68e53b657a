/* The program that a command works on: its source, loaded, with a timeline. */
#ifndef REFARROWS_CLI_PROGRAM_H
#define REFARROWS_CLI_PROGRAM_H

#include "cli/source.h"
#include "machine/timeline.h"

/* The exit status for a program that could not be compiled, as CPython's. */
enum { PROGRAM_SYNTAX = 1 };

typedef struct Program {
    SourceFile source;
    Timeline *timeline;        /* NULL until loaded */
    char *path;                /* what the program is called in its own messages; NULL: as the source */
    char *line;                /* of input, read last */
    size_t line_capacity;
    bool stops_at_error;       /* see MachineHost */
    size_t input_at;           /* where in source.input the next line begins */
    bool own_input;            /* stdin is the program's: it was not read as the program */
    bool input_ended;          /* it asked for a line, and there was none */
    uint64_t *read_at;         /* per line of input: how much the program had written when it was read */
    uint32_t read_count, read_capacity;
} Program;

/* Reads and loads what the options name. `timeline` may be NULL; without input and output in it the program reads
 * stdin, unless it came from there itself. Returns 0, or the exit status when it cannot be loaded: then what is wrong
 * was told on stderr, a mistake in the program as its language tells it. Close it in any case. */
int program_open(Program *program, const Options *options);
int program_load(Program *program, const TimelineOptions *timeline);

/* The same without a word on stderr: on a mistake in the program returns false and fills `error` (finish it). */
bool program_try_load(Program *program, const TimelineOptions *timeline, SourceError *error);
void program_close(Program *program);

/* The next of the lines that the program is given before anybody is asked (source.input); false: there is none (any
 * more). For TimelineOptions.input of one's own. */
bool program_scripted_line(Program *program, const char **text, size_t *length);

/* Before program_load: messages and __file__ shall have the whole path, as under python3 FILE. */
void program_use_whole_path(Program *program);

/* Where a lesson has something to say; runs its program. For whoever shows a lesson's words. */
void program_find_waypoints(Program *program);

/* Goes to a step, which must exist; returns 0, or the exit status after complaining that it does not. */
int program_seek(Program *program, uint64_t step, const ViewOptions *options, View *view, StopInfo *stop);

/* The same for any place, which may lie inside a step. */
int program_go(Program *program, Position place, const ViewOptions *options, View *view);

/* Complains that there is no such step. Returns the exit status. */
int program_no_step(const Program *program, uint64_t step);

#endif
