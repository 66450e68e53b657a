/* The worker: the thread that owns the timeline, so that the window never waits for a machine.
 *
 * The window asks for a position or for a move and goes on; when the page is ready the worker wakes it and it takes
 * the page. Only the last position asked for counts, moves add up. While nobody asks, the worker records the run
 * ahead and gathers the marks of the timeline bar, a few milliseconds at a time. A step that never ends keeps
 * the worker busy, not the window: a position asked for ends it, and so does a move after SLOW_MS.
 */
#ifndef REFARROWS_APP_WORKER_H
#define REFARROWS_APP_WORKER_H

#include "app/answer.h"
#include "app/breakpoints.h"
#include "app/input_box.h"
#include "app/page.h"
#include "machine/travel.h"
#include "scene/panels/panel_model.h"

typedef struct WorkerOptions {
    Timeline *timeline;            /* owned by the caller, used by the worker alone until it is destroyed */
    InputBox *input;               /* of the timeline; owned by the caller; NULL: the program does not wait for us */
    const TextMeasure *measure;    /* may be called from the worker's thread */
    SceneOptions scene;
    int start_line;                /* shown first is a step that stands at this line, 0: the start itself, */
    StepEvent start_event;         /* with this event, if one is found soon: */
    uint64_t start_visit;          /* the so many-th one, from 1, or the last before it; 0: the one nearest to the start */
    const char *source;            /* of the program; outlives the worker; NULL */
    size_t source_length;
    OtherRun other;                /* that can be shown beside this one */
    PageWords words;               /* called on the worker's thread */
    void (*wake)(void *context);   /* called on the worker's thread when there is something to take */
    void *wake_context;
} WorkerOptions;

typedef struct WorkerTicks {
    PanelTick *items;
    uint32_t count;
    uint64_t steps;
} WorkerTicks;

typedef struct WorkerNews {
    Page *page;                    /* NULL: none since the last time; the taker owns it */
    WorkerTicks *ticks;            /* the same */
    Answer *answer;                /* the same; free it */
    uint64_t last_step;            /* recorded so far */
    bool ended;                    /* that is the end of the run */
    bool busy;                     /* something asked for is not shown yet */
} WorkerNews;

typedef struct Worker Worker;

/* Shows `start` first. NULL if the thread cannot be had. */
Worker *worker_create(const WorkerOptions *options, Position start);

/* Cancels what is going on and waits for the thread to end. Takes NULL. */
void worker_destroy(Worker *worker);

void worker_seek(Worker *worker, Position position);
void worker_move(Worker *worker, TravelMove move);
/* Asks about an object, a name or both, at the step that is shown when the worker comes to it. The answer comes twice, the
 * second time with its history; looking for that ends when anything else is asked for, and is taken up again afterwards. */
void worker_ask(Worker *worker, const ChronicleQuestion *question);

void worker_ask_memory(Worker *worker, StageQuestion question);     /* told with every page from now on */
void worker_set_scene(Worker *worker, SceneOptions scene);

/* To the next line event of a line, or the one before, whatever breakpoints there are. */
void worker_run_to(Worker *worker, int line, bool back);

/* For the moves that are asked for from now on. */
void worker_set_breakpoints(Worker *worker, const Breakpoints *breakpoints);

/* To be called every now and then while the worker is busy: when it has been looking ahead for too long, it shall show
 * what it has. */
void worker_hurry(Worker *worker);

/* Never waits. */
WorkerNews worker_take(Worker *worker);

void worker_page_destroy(Page *page);          /* takes NULL */
void worker_ticks_destroy(WorkerTicks *ticks);         /* takes NULL */

#endif
