/* `refarrows run`: the program as if by its own interpreter, but recorded.
 *
 * What it writes goes straight through stdio with a large buffer; before it waits for input everything is shown, as
 * after every line when somebody is looking. Ctrl-C must end a run that computes and one that waits: a thread waits
 * for the signal, cancels the timeline, and writes into a pipe that the wait for input watches too. A second Ctrl-C
 * ends the process at once, wherever it is. */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/program.h"

enum { RUN_BUFFER = 1 << 16, RUN_INPUT = 1 << 16 };

static const uint64_t RUN_SLICE = 50000000;    /* nanoseconds for which output may wait, where stdout is no terminal */

typedef struct Run {
    Program program;
    bool is_watched;           /* stdout is a terminal */
    int interrupted[2];        /* a pipe: readable once Ctrl-C was pressed */
    pthread_t watcher;
    bool watching;

    char *line;                /* the line of input being put together */
    size_t line_length, line_capacity;
    char input[RUN_INPUT];     /* read from stdin and not used yet */
    size_t input_at, input_end;
} Run;

/* ---- output ---- */

static void write_output(void *context, OutputStream stream, const char *text, size_t length)
{
    Run *run = context;
    FILE *out = stream == OUTPUT_STDERR ? stderr : stdout;
    fwrite(text, 1, length, out);
    if (run->is_watched && out == stdout && memchr(text, '\n', length))
        fflush(out);
}

/* ---- input ---- */

/* Waits until stdin has something; false when interrupted instead. */
static bool await_input(const Run *run)
{
    struct pollfd both[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = run->interrupted[0], .events = POLLIN}};
    while (poll(both, 2, -1) < 0)
        if (errno != EINTR)
            return true;
    return both[1].revents == 0;
}

/* False at the end of input, or when interrupted. */
static bool fill_input(Run *run)
{
    if (!await_input(run))
        return false;
    ssize_t got = read(STDIN_FILENO, run->input, sizeof run->input);
    run->input_at = 0;
    run->input_end = got > 0 ? (size_t)got : 0;
    return got > 0;
}

static bool add_to_line(Run *run, const char *text, size_t length)
{
    if (run->line_length + length + 1 > run->line_capacity) {
        size_t capacity = 2 * (run->line_length + length) + 128;
        char *grown = realloc(run->line, capacity);
        if (!grown)
            return false;
        run->line = grown;
        run->line_capacity = capacity;
    }
    memcpy(run->line + run->line_length, text, length);
    run->line_length += length;
    return true;
}

static bool read_line(void *context, const char **text, size_t *length)
{
    Run *run = context;
    fflush(stdout);
    if (program_scripted_line(&run->program, text, length))
        return true;
    if (!run->program.own_input)
        return false;
    run->line_length = 0;
    bool complete = false, any = false;
    while (!complete && (run->input_at < run->input_end || fill_input(run))) {
        const char *start = run->input + run->input_at;
        const char *newline = memchr(start, '\n', run->input_end - run->input_at);
        size_t piece = newline ? (size_t)(newline - start) : run->input_end - run->input_at;
        if (!add_to_line(run, start, piece))
            return false;
        run->input_at += piece + (newline ? 1 : 0);
        complete = newline != NULL;
        any = true;
    }
    if (!add_to_line(run, complete ? "\n" : (const char[]){LINE_OPEN}, 1))
        return false;
    *text = run->line;
    *length = run->line_length - 1;
    return any;
}

/* ---- Ctrl-C ---- */

static void *watch(void *context)
{
    Run *run = context;
    sigset_t interrupt;
    int signal_number;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigwait(&interrupt, &signal_number);
    timeline_cancel(run->program.timeline);
    ssize_t written = write(run->interrupted[1], "", 1);
    (void)written;
    sigwait(&interrupt, &signal_number);
    _exit(CLI_INTERRUPTED);
}

/* Without a watcher Ctrl-C ends the process as it ends any other. */
static void begin_watching(Run *run)
{
    sigset_t interrupt, before;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    if (pipe(run->interrupted) != 0)
        return;
    pthread_sigmask(SIG_BLOCK, &interrupt, &before);
    run->watching = pthread_create(&run->watcher, NULL, watch, run) == 0;
    if (!run->watching)
        pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void end_watching(Run *run)
{
    if (run->watching) {
        pthread_cancel(run->watcher);
        pthread_join(run->watcher, NULL);
    }
    for (int i = 0; i < 2; i++)
        if (run->interrupted[i] >= 0)
            close(run->interrupted[i]);
}

/* ---- the run ---- */

static int run_to_end(Run *run)
{
    Timeline *timeline = run->program.timeline;
    TimelineStatus reached;
    do {
        reached = timeline_record(timeline, POSITION_NEVER, RUN_SLICE);
        fflush(stdout);
    } while (reached == TIMELINE_PAUSED);
    if (reached == TIMELINE_CANCELLED) {
        fputs("KeyboardInterrupt\n", stderr);
        return CLI_INTERRUPTED;
    }
    int status = timeline_extent(timeline).exit_status;
    if (run->program.source.language->finish)
        run->program.source.language->finish(timeline_machine(timeline));
    return status;
}

/* As CPython after an uncaught KeyboardInterrupt: whoever waits for the process sees the signal. */
static int die_of_interrupt(void)
{
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    fflush(stdout);
    signal(SIGINT, SIG_DFL);
    raise(SIGINT);
    sigprocmask(SIG_UNBLOCK, &interrupt, NULL);
    return CLI_INTERRUPTED;
}

int run_command(const Options *options)
{
    Run run = {.interrupted = {-1, -1}};
    int status = program_open(&run.program, options);
    if (status == 0) {
        run.is_watched = isatty(STDOUT_FILENO);
        setvbuf(stdout, NULL, _IOFBF, RUN_BUFFER);
        TimelineOptions timeline = {.arguments = options->words + 1, .input = read_line, .output = write_output,
                                    .context = &run};
        program_use_whole_path(&run.program);
        status = program_load(&run.program, &timeline);
    }
    if (status == 0) {
        begin_watching(&run);
        status = run_to_end(&run);
        end_watching(&run);
    }
    program_close(&run.program);
    free(run.line);
    return status == EXIT_BY_INTERRUPT ? die_of_interrupt() : status;
}
