/* One interface for every language: load a source, run to a stop, give the view.
 *
 * A run is a function of the program, its input and a position. A position is a step (an event that a debugger would
 * report: a line about to run, a call, a return, an exception, the end) and, within it, a number of bytecode
 * instructions executed since that event. While the next instruction makes the language's collector run, the position
 * has a third number: how often the collector has got on since that instruction began (see CollectorPhase).
 *
 * `run` goes on from where the machine stands and calls the visitor at every stop asked for. While the visitor runs,
 * the state is complete and may be viewed. A stop may lie inside a built-in that called back into the program
 * (sorted's key, an __eq__ under a dict look-up); then the C stack is not flat and the machine cannot be suspended
 * there: the visitor either names a later stop, or leaves, and after leaving from such a stop the arena is torn and
 * must be restored from a snapshot before it is run again (`RunResult.torn`). Nothing is ever suspended inside C.
 */
#ifndef REFARROWS_MACHINE_MACHINE_H
#define REFARROWS_MACHINE_MACHINE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine/arena.h"
#include "machine/object_bytes.h"
#include "machine/pool_map.h"
#include "machine/view.h"

typedef struct Position {
    uint64_t step;             /* 0 is the event before the first line */
    uint64_t instruction;      /* instructions executed since that event; 0 is the event itself */
    uint64_t moment;           /* of collections since that instruction; 0: none has begun */
} Position;

#define POSITION_NEVER ((Position){UINT64_MAX, 0, 0})

static inline int position_compare(Position a, Position b)
{
    if (a.step != b.step)
        return a.step < b.step ? -1 : 1;
    if (a.instruction != b.instruction)
        return a.instruction < b.instruction ? -1 : 1;
    if (a.moment != b.moment)
        return a.moment < b.moment ? -1 : 1;
    return 0;
}

typedef enum StepEvent {
    STEP_LINE, STEP_CALL, STEP_RETURN, STEP_EXCEPTION, STEP_END, STEP_ERROR
} StepEvent;

/* "line", "call", "return", "exception", "end", "error" */
const char *step_event_name(StepEvent event);

enum { LINE_OPEN = 4 };

/* The exit status of a program that died of an interrupt of its own: its process ends by SIGINT. */
enum { EXIT_BY_INTERRUPT = 512 };

typedef enum OutputStream { OUTPUT_STDOUT, OUTPUT_STDERR } OutputStream;

/* An object whose last reference went. A cascade is reported in the order in which counts reached zero, each object before
 * what it releases in its turn. */
typedef struct Death {
    uint64_t number;
    uint64_t by;               /* the object whose release took the last reference; 0: the program itself did */
    char type[40];             /* its type's name */
    bool revived;              /* a finalizer brought it back: it was reported before, and is alive after all */
} Death;

#define DEATH_BY_COLLECTOR UINT64_MAX
#define DEATH_IN_FINALIZER (UINT64_MAX - 1)     /* the program itself did, in a finalizer that a death runs */

/* What the machine needs from outside. It lives outside the arena, at one place for the whole life of the machine.
 *
 * How a run is interrupted. The machine counts events; at each event it does one relaxed load:
 *
 *     if (step >= atomic_load_explicit(&host->stop_at, memory_order_relaxed))  -> slow path
 *
 * - The machine alone arms: with `machine_host_arm(host, first.step)` when `run` begins, and again with the step of
 *   the visitor's `next` after every visit that goes on. When arming answers false a cancel is pending, and `run`
 *   ends with RUN_CANCELLED before another instruction is executed. The machine stores to `stop_at` in no other way.
 * - Any other thread may lower `stop_at` to 0 at any time: `machine_host_tick`, a wish to be visited at the next
 *   event. Arming afterwards overwrites the wish, so a tick may be lost; whoever ticks ticks again. A cancel is never
 *   lost.
 * - On the slow path the machine first looks at `cancel`, then visits the stop. It need not know why it got there: a
 *   stop before the position asked for is allowed at any time; the visitor answers with the same `next` again.
 * - Where no events come (shipped library code, a long built-in, a loop inside one) the machine polls `cancel`
 *   (relaxed) at backward jumps and calls, or every few thousand elements, and ends from there with RUN_CANCELLED and
 *   `torn`. Ticks are served at events only.
 * - `cancel` stays set until the owner of the host clears it, between two runs. */
typedef struct MachineHost {
    _Atomic uint64_t stop_at;
    _Atomic bool cancel;

    /* Text the program writes. `offset` is how many bytes this run had written to the stream before: a run that was
     * wound back writes the same bytes at the same offsets again, and the host keeps only what is new. The count lies
     * in the arena. Text is handed over before the next event (no buffering across events). */
    void (*write)(void *context, OutputStream stream, uint64_t offset, const char *text, size_t length);

    /* The n-th line of input (without its newline), counted from 0. Returns false at the end of input. The text stays
     * valid until the next call; the same n always gives the same line, so input is never typed twice. The end of
     * input does not advance n. The call may block until a line is typed; when it returns false the machine looks at
     * `cancel` first, and if that is set ends with RUN_CANCELLED instead of showing the program an end of input. The
     * byte behind the text is LINE_OPEN if the input ended without a newline there. */
    bool (*read_line)(void *context, uint64_t n, const char **text, size_t *length);
    void *context;             /* passed to write and read_line */

    /* Told about every death while it is not NULL; looked at when a run begins. (Numbers that the evaluation loop releases
     * by its shortest way are not reported.) */
    void (*died)(void *context, const Death *death);
    void *died_context;

    const char *const *arguments;   /* sys.argv[1:], NULL-terminated; may be NULL */
    bool audit;                     /* check every reference count at every instruction (slow; for tests) */
    bool stops_at_error;            /* C: the first mistake that is told ends the program, with exit status 1 */
} MachineHost;

/* A host that drops all output and has no input, no arguments and nothing pending. */
void machine_host_init(MachineHost *host);

/* For the machine only: the next visit is wanted at the first event at or after `step`. False when the run must
 * end with RUN_CANCELLED. (Store, then look: a cancel sets its flag before it lowers stop_at, so one of the two sees
 * the other.) */
static inline bool machine_host_arm(MachineHost *host, uint64_t step)
{
    atomic_store(&host->stop_at, step);
    return !atomic_load(&host->cancel);
}

/* For the machine, at polls: is a cancel pending? */
static inline bool machine_host_cancelled(const MachineHost *host)
{
    return atomic_load_explicit(&host->cancel, memory_order_relaxed);
}

/* From any thread: asks for a visit at the next event. */
static inline void machine_host_tick(MachineHost *host)
{
    atomic_store(&host->stop_at, 0);
}

/* From any thread: ends the run soon; a run begun afterwards ends at once, until the flag is cleared. */
static inline void machine_host_cancel(MachineHost *host)
{
    atomic_store(&host->cancel, true);
    atomic_store(&host->stop_at, 0);
}

/* Where a source is wrong. Lines and columns count from 1; column 0 means none is known. */
typedef struct SourceError {
    int line, column, end_line, end_column;
    char kind[32];             /* "SyntaxError", "IndentationError", ... */
    char message[400];         /* one line, without place */
    char *report;              /* what the language's own tool prints, with caret and newline; malloc'd or NULL */
} SourceError;

/* Releases the report. */
void source_error_finish(SourceError *error);

typedef struct Source {
    const char *name;          /* shown in tracebacks, e.g. "lists.py" */
    const char *text;          /* UTF-8, need not end in a NUL */
    size_t length;
    const char *argument;      /* what the program finds as its own name among its arguments; NULL: `name` */
    bool was_latin1;           /* C: the file has a byte for each character above ASCII, and so have its strings */
} Source;

typedef enum RunEnd {
    RUN_LEFT,                  /* the visitor left; the machine stands at that stop unless it is torn */
    RUN_FINISHED,              /* the program has ended; the machine stands at its last step, and was visited there */
    RUN_CANCELLED              /* ended anywhere; unless torn, the machine stands at a stop or is still fresh */
} RunEnd;

/* What is true at a stop, cheap to read. */
typedef struct StopInfo {
    Position position;
    StepEvent event;
    int line;                  /* the line of the event, from 1 */
    uint32_t depth;            /* frames on the call stack; 1 is the module or main alone */
    bool flat;                 /* the machine could be suspended here */
    uint64_t newest_number;    /* the largest object number given out so far in the run */
    uint64_t collections;      /* begun so far in the run by the language's cycle collector */
} StopInfo;

/* Is it inside a collection? Such a stop is never flat. */
static inline bool stop_is_in_collection(const StopInfo *stop) { return stop->position.moment > 0; }

/* The visitor's answer: go on to the first stop at or after `next`, or leave. The machine also stops at the last step
 * (STEP_END or STEP_ERROR) whatever was asked; the answer there does not matter, the run ends with RUN_FINISHED.
 * `next` must lie after the stop being visited. When a step has fewer instructions than `next` asks for, the first
 * stop after is the event of the step behind it. */
typedef struct RunAnswer {
    bool leave;
    Position next;
} RunAnswer;

typedef RunAnswer (*RunVisitor)(void *context, const StopInfo *stop);

typedef struct RunResult {
    RunEnd end;
    bool torn;                 /* the arena must be restored before it is used again */
} RunResult;

typedef struct Machine Machine;
typedef struct MachineLanguage MachineLanguage;
typedef struct HolderList HolderList;      /* machine/holders.h */
typedef struct HolderSlot HolderSlot;

struct MachineLanguage {
    const char *name;          /* "python", "c" */
    bool has_collector;        /* positions may have moments; without, none is ever asked for */

    /* Makes a machine that stands before its first instruction. On a wrong source returns NULL and fills `error`
     * (finish it). The source is copied. */
    Machine *(*load)(const Source *source, MachineHost *host, SourceError *error);
    void (*destroy)(Machine *machine);      /* takes NULL */
    Arena *(*arena)(Machine *machine);      /* may itself lie inside the arena */

    /* Runs on to the first stop at or after `first` and from there as the visitor says. A fresh machine has no
     * position yet: its first stop is {0,0}. A machine that stands at a stop (left there, or restored to a snapshot
     * taken there) stops there again, before executing anything, if `first` is not after it; one that stands at its
     * last step always does. Also stops, at an event before `first`, when host->stop_at was lowered from outside: see
     * MachineHost. One thread at a time runs a machine, not always the same one. */
    RunResult (*run)(Machine *machine, Position first, RunVisitor visit, void *context);

    /* Where the machine stands. Valid at a stop. */
    StopInfo (*where)(Machine *machine);

    /* Fills `view` (reset first) with the state. Valid at a stop; changes nothing. */
    void (*view)(Machine *machine, const ViewOptions *options, View *view);

    /* As holders_find (machine/holders.h), which is what others call. NULL: the view shows every reference there is. */
    void (*holders)(Machine *machine, const uint64_t *numbers, uint32_t count, uint32_t most, HolderList *list);

    /* Is there still an object with that number? `address` is where it was seen, in a view or a list of holders. Quick,
     * whatever the size of the heap. NULL: the view shows every object there is. */
    bool (*alive)(Machine *machine, uint64_t number, uint64_t address);

    /* The number of the object that a slot refers to; 0: none, or there is no such slot any more. NULL: as the view says. */
    uint64_t (*target)(Machine *machine, const HolderSlot *slot);

    /* A number that tells whether what a slot holds is still the same. NULL: the object that it refers to says all. */
    uint64_t (*content)(Machine *machine, const HolderSlot *slot);

    /* Fills `map` (reset first) with how the memory is divided. Valid at a stop; changes nothing. NULL: the language has
     * no such pools. */
    void (*pools)(Machine *machine, const PoolOptions *options, PoolMap *map);

    /* Fills `bytes` (reset first) with the object of that number as the structs of C that it consists of. Valid at a
     * stop; changes nothing. False: there is no such object now. NULL: the language has none. */
    bool (*bytes)(Machine *machine, uint64_t number, ObjectBytes *bytes);

    /* After a snapshot's bytes and `used` sizes were put back (also those of a fresh machine, and after a torn run):
     * rebuilds what depends on the arena but lies outside it (poison, caches). At every flat stop the arena's `used`
     * must cover all that matters. */
    void (*restored)(Machine *machine);

    /* The exit status, valid once the machine stands at its last step. */
    int (*exit_status)(Machine *machine);
};

#endif
