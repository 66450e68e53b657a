#include "app/worker.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "app/line_search.h"
#include "machine/condition.h"
#include "machine/ticker.h"

enum {
    MAX_MOVES = 64,                /* asked for and not made yet; more are forgotten */
    SLICE = 6000000,               /* nanoseconds of background work between two looks at what is asked */
    AHEAD = 2000000,               /* steps that are recorded beyond the one shown, if the run goes on for so long */
    SLOW_MS = 600,                 /* after which something asked for counts as stuck */
    NEWS_EVERY = 16                /* slices of recording between two reports of how far it got */
};

typedef struct Request {
    bool seek, reshow;
    Position position;             /* if seek */
    int line;                      /* as WorkerOptions.start_line */
    StepEvent event;
    uint64_t visit;
    TravelMove moves[MAX_MOVES];
    int move_count;
    int only_line;                 /* where TRAVEL_LINE and TRAVEL_BACK_LINE lead; 0: to a breakpoint */
} Request;

struct Worker {
    WorkerOptions options;
    pthread_t thread;
    pthread_mutex_t lock;          /* guards what follows up to the next comment */
    pthread_cond_t asked;
    Request request;
    SceneOptions scene;
    Breakpoints breakpoints;
    StageQuestion memory_question;
    bool scene_changed, quit;
    bool lines_changed;            /* the marks of breakpoints are not those of the lines that have one now */
    bool working;                  /* on a request */
    bool in_background;            /* in a slice of its own */
    bool looking_ahead;            /* the step asked for is reached, its surroundings are being got */
    bool past_step;                /* the same, and still so after a hurry: what is met now is not worth asking for */
    bool wants_input;              /* recording on needs a line that nobody typed yet */
    bool hurried;                  /* the cancel was meant for the look ahead */
    uint64_t working_since;        /* as ticker_now */
    Page *page;
    WorkerTicks *ticks;
    Answer *answer;
    ChronicleQuestion question;    /* about nothing: there is none */
    uint64_t last_step;
    bool ended;

    /* the thread's own */
    Stage stage;
    StopInfo at;
    bool marked;                   /* the marks cover all that is recorded */
    bool gathering;
    MarkRow row;
    int mark_lines[BREAKPOINTS_MOST];      /* of the row */
    int slices;
};

void worker_page_destroy(Page *page)
{
    if (!page)
        return;
    page_finish(page);
    free(page);
}

void worker_ticks_destroy(WorkerTicks *ticks)
{
    if (!ticks)
        return;
    free(ticks->items);
    free(ticks);
}

/* Asking, from the window's thread. */

static void cancel_run(Worker *worker)
{
    timeline_cancel(worker->options.timeline);
    if (worker->options.other.timeline)
        timeline_cancel(worker->options.other.timeline);
    input_box_interrupt(worker->options.input);
}

static void allow_run(Worker *worker)
{
    timeline_allow(worker->options.timeline);
    if (worker->options.other.timeline)
        timeline_allow(worker->options.other.timeline);
    input_box_resume(worker->options.input);
}

static bool is_stuck(const Worker *worker)
{
    if (worker->working && input_box_waits(worker->options.input))
        return true;
    return worker->working && ticker_now() - worker->working_since > (uint64_t)SLOW_MS * 1000000;
}

/* Lets the thread look at the request soon. Holds the lock. */
static void call(Worker *worker, bool end_work)
{
    if (worker->in_background || (worker->working && end_work)) {
        worker->hurried = false;
        cancel_run(worker);
    }
    pthread_cond_signal(&worker->asked);
}

void worker_seek(Worker *worker, Position position)
{
    pthread_mutex_lock(&worker->lock);
    worker->request = (Request){.seek = true, .position = position};
    call(worker, true);
    pthread_mutex_unlock(&worker->lock);
}

void worker_move(Worker *worker, TravelMove move)
{
    pthread_mutex_lock(&worker->lock);
    bool stuck = is_stuck(worker);
    if (stuck && !worker->request.seek)
        worker->request.move_count = 0;
    if (worker->request.move_count < MAX_MOVES)
        worker->request.moves[worker->request.move_count++] = move;
    call(worker, stuck);
    pthread_mutex_unlock(&worker->lock);
}

void worker_run_to(Worker *worker, int line, bool back)
{
    pthread_mutex_lock(&worker->lock);
    bool stuck = is_stuck(worker);
    worker->request.move_count = 1;
    worker->request.moves[0] = back ? TRAVEL_BACK_LINE : TRAVEL_LINE;
    worker->request.only_line = line;
    call(worker, stuck);
    pthread_mutex_unlock(&worker->lock);
}

void worker_hurry(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    if (is_stuck(worker) && worker->looking_ahead) {
        worker->hurried = true;
        cancel_run(worker);
    }
    pthread_mutex_unlock(&worker->lock);
}

void worker_ask(Worker *worker, const ChronicleQuestion *question)
{
    pthread_mutex_lock(&worker->lock);
    worker->question = *question;
    call(worker, false);
    pthread_mutex_unlock(&worker->lock);
}

void worker_ask_memory(Worker *worker, StageQuestion question)
{
    pthread_mutex_lock(&worker->lock);
    worker->memory_question = question;
    worker->request.reshow = true;
    call(worker, false);
    pthread_mutex_unlock(&worker->lock);
}

void worker_set_scene(Worker *worker, SceneOptions scene)
{
    pthread_mutex_lock(&worker->lock);
    worker->scene = scene;
    worker->scene_changed = worker->request.reshow = true;
    call(worker, false);
    pthread_mutex_unlock(&worker->lock);
}

void worker_set_breakpoints(Worker *worker, const Breakpoints *breakpoints)
{
    pthread_mutex_lock(&worker->lock);
    worker->breakpoints = *breakpoints;
    worker->lines_changed = true;
    call(worker, false);
    pthread_mutex_unlock(&worker->lock);
}

static Breakpoints current_breakpoints(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    Breakpoints breakpoints = worker->breakpoints;
    pthread_mutex_unlock(&worker->lock);
    return breakpoints;
}

static bool is_asked(const Request *request)
{
    return request->seek || request->reshow || request->move_count > 0;
}

WorkerNews worker_take(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    WorkerNews news = {worker->page, worker->ticks, worker->answer, worker->last_step, worker->ended,
                       worker->working || is_asked(&worker->request)};
    worker->page = NULL;
    worker->answer = NULL;
    worker->ticks = NULL;
    pthread_mutex_unlock(&worker->lock);
    return news;
}

/* Working, on the thread itself. */

/* The program wants a line that was not typed yet. Only who asked for a step behind it is made to type it; recording
 * and looking ahead do without what comes then. */
static bool may_wait(void *context)
{
    Worker *worker = context;
    pthread_mutex_lock(&worker->lock);
    bool wanted = !worker->in_background && !worker->past_step;
    if (!wanted) {
        worker->hurried = worker->past_step;
        worker->wants_input = true;
        cancel_run(worker);
    }
    pthread_mutex_unlock(&worker->lock);
    if (wanted)
        worker->options.wake(worker->options.wake_context);
    return wanted;
}

static bool take_hurry(void *context)
{
    Worker *worker = context;
    pthread_mutex_lock(&worker->lock);
    bool hurried = worker->hurried && !worker->quit;
    worker->hurried = worker->looking_ahead = false;
    if (hurried)
        allow_run(worker);
    pthread_mutex_unlock(&worker->lock);
    return hurried;
}

static void set_looking_ahead(Worker *worker, bool looking)
{
    pthread_mutex_lock(&worker->lock);
    worker->looking_ahead = worker->past_step = looking;
    pthread_mutex_unlock(&worker->lock);
}

static void publish(Worker *worker, Page *page)
{
    TimelineExtent extent = timeline_extent(worker->options.timeline);
    pthread_mutex_lock(&worker->lock);
    if (page) {
        worker_page_destroy(worker->page);
        worker->page = page;
    }
    worker->last_step = extent.last.step;
    worker->ended = extent.ended;
    pthread_mutex_unlock(&worker->lock);
    worker->options.wake(worker->options.wake_context);
}

static void show(Worker *worker, Position position)
{
    const WorkerOptions *options = &worker->options;
    Page *page = malloc(sizeof *page);
    if (!page)
        return;
    page_init(page);
    set_looking_ahead(worker, true);
    TimelineStatus status = page_make(page, &worker->stage, position, &options->words);
    set_looking_ahead(worker, false);
    if (status == TIMELINE_CANCELLED) {
        worker_page_destroy(page);
        return;
    }
    worker->at = page->stage.stop;
    publish(worker, page);
}

/* To the step at the line that is asked for, the start if none is found. What the program would ask for on the way is
 * not worth asking. False when all was cancelled. */
static bool go_to_line(Worker *worker, const Request *request)
{
    Timeline *timeline = worker->options.timeline;
    Position here = worker->at.position;
    LineFound found;
    TimelineStatus status;
    set_looking_ahead(worker, true);
    if (request->visit)
        status = line_search_visit(timeline, request->line, request->event, request->visit, &found);
    else
        status = line_search_nearest(timeline, request->line, request->event, here, &found);
    set_looking_ahead(worker, false);
    if (status == TIMELINE_CANCELLED && !take_hurry(worker))
        return false;
    return timeline_seek(timeline, found.count ? found.at : here, NULL, NULL, &worker->at) != TIMELINE_CANCELLED;
}

/* Is what the breakpoint at that stop asks for true? One that cannot be answered there does not stop. */
static bool condition_holds(const Breakpoints *breakpoints, const StopInfo *at, const View *view)
{
    char message[CONDITION_LONGEST];
    const char *text = breakpoints_condition(breakpoints, at->line);
    Condition *condition = text[0] ? condition_parse(text, message, sizeof message, NULL) : NULL;
    bool holds = !condition || condition_answer(condition, view) == CONDITION_TRUE;
    condition_destroy(condition);
    return holds;
}

/* One move; to a line as often as the condition there is not true. */
static TimelineStatus make_move(Worker *worker, TravelMove move, const Breakpoints *breakpoints)
{
    TravelLines lines = breakpoints_lines(breakpoints);
    bool to_line = move == TRAVEL_LINE || move == TRAVEL_BACK_LINE;
    StopInfo at = worker->at;
    TimelineStatus status;
    View view;
    view_init(&view);
    do {
        status = travel_make(worker->options.timeline, move, &at, &lines, to_line ? &condition_view : NULL,
                             to_line ? &view : NULL, &at);
    } while (to_line && status == TIMELINE_REACHED && !condition_holds(breakpoints, &at, &view));
    view_finish(&view);
    if (status != TIMELINE_CANCELLED)
        worker->at = at;
    return status;
}

static void fulfil(Worker *worker, const Request *request)
{
    Position position = worker->at.position;
    if (request->seek) {
        if (timeline_seek(worker->options.timeline, request->position, NULL, NULL, &worker->at) == TIMELINE_CANCELLED)
            return;
        if (request->line && !go_to_line(worker, request))
            return;
        position = worker->at.position;
    }
    Breakpoints breakpoints = current_breakpoints(worker);
    if (request->only_line) {
        breakpoints.count = 0;
        breakpoints_set(&breakpoints, request->only_line, "");
    }
    for (int i = 0; i < request->move_count; i++) {
        if (make_move(worker, request->moves[i], &breakpoints) == TIMELINE_CANCELLED)
            return;
        position = worker->at.position;
    }
    show(worker, position);
}

static void publish_ticks(Worker *worker)
{
    WorkerTicks *ticks = calloc(1, sizeof *ticks);
    PanelTick *items = calloc(worker->row.count ? worker->row.count : 1, sizeof *items);
    if (!ticks || !items) {
        free(ticks);
        free(items);
        return;
    }
    page_ticks(&worker->row, items);
    *ticks = (WorkerTicks){items, worker->row.count, worker->row.to};
    pthread_mutex_lock(&worker->lock);
    worker_ticks_destroy(worker->ticks);
    worker->ticks = ticks;
    pthread_mutex_unlock(&worker->lock);
    publish(worker, NULL);
}

/* One slice of recording ahead. False when there is nothing more to record. */
static bool record_on(Worker *worker)
{
    TimelineExtent extent = timeline_extent(worker->options.timeline);
    if (worker->wants_input || extent.ended || extent.last.step > worker->at.position.step + AHEAD)
        return false;
    TimelineStatus status = timeline_record(worker->options.timeline, POSITION_NEVER, SLICE);
    worker->marked = false;
    if (++worker->slices % NEWS_EVERY == 0 || status != TIMELINE_PAUSED)
        publish(worker, NULL);
    return true;
}

static void begin_gathering(Worker *worker)
{
    marks_init(&worker->row, 0, timeline_extent(worker->options.timeline).last.step + 1, PAGE_TICKS);
    pthread_mutex_lock(&worker->lock);
    worker->row.line_count = worker->breakpoints.count;
    memcpy(worker->mark_lines, worker->breakpoints.lines, sizeof worker->mark_lines);
    worker->lines_changed = false;
    pthread_mutex_unlock(&worker->lock);
    worker->row.lines = worker->mark_lines;
    worker->gathering = true;
}

static bool take_lines_changed(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    bool changed = worker->lines_changed;
    pthread_mutex_unlock(&worker->lock);
    return changed;
}

/* One slice of gathering marks. False when they are complete. */
static bool gather_on(Worker *worker)
{
    bool again = take_lines_changed(worker);
    if (worker->marked && !again)
        return false;
    if (worker->gathering && again) {
        worker->gathering = false;
        marks_finish(&worker->row);
    }
    if (!worker->gathering)
        begin_gathering(worker);
    TimelineStatus status = marks_gather(&worker->row, worker->options.timeline, SLICE);
    if (status == TIMELINE_PAUSED)
        return true;
    if (status != TIMELINE_CANCELLED)
        publish_ticks(worker);
    worker->marked = status != TIMELINE_CANCELLED;
    worker->gathering = false;
    marks_finish(&worker->row);
    return true;
}

static void publish_answer(Worker *worker, const Answer *answer)
{
    Answer *copy = malloc(sizeof *copy);
    if (!copy)
        return;
    *copy = *answer;
    pthread_mutex_lock(&worker->lock);
    free(worker->answer);
    worker->answer = copy;
    pthread_mutex_unlock(&worker->lock);
    publish(worker, NULL);
}

/* Answers the question, if there is one; when it is disturbed it stays. False when there is none. */
static bool answer_on(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    ChronicleQuestion question = worker->question;
    pthread_mutex_unlock(&worker->lock);
    if (!chronicle_is_asked(&question))
        return false;
    Answer answer;
    TimelineStatus status = answer_holders(&answer, worker->options.timeline, &question, worker->at.position);
    if (status != TIMELINE_CANCELLED) {
        publish_answer(worker, &answer);
        status = answer_history(&answer, worker->options.timeline);
    }
    if (status == TIMELINE_CANCELLED)
        return true;
    publish_answer(worker, &answer);
    pthread_mutex_lock(&worker->lock);
    if (chronicle_same(&worker->question, &question))
        worker->question = (ChronicleQuestion){0};
    pthread_mutex_unlock(&worker->lock);
    return true;
}

/* Waits for a request while there is nothing to do in the background. False: the thread shall end. Holds the lock. */
static bool next_request(Worker *worker, Request *request)
{
    bool idle = false;
    worker->working = false;
    while (!worker->quit && !is_asked(&worker->request)) {
        if (idle && !worker->lines_changed && !chronicle_is_asked(&worker->question)) {
            pthread_cond_wait(&worker->asked, &worker->lock);
            continue;
        }
        allow_run(worker);
        worker->in_background = true;
        pthread_mutex_unlock(&worker->lock);
        idle = !answer_on(worker) && !record_on(worker) && !gather_on(worker);
        pthread_mutex_lock(&worker->lock);
        worker->in_background = false;
    }
    *request = worker->request;
    worker->request = (Request){0};
    worker->working = true;
    worker->wants_input = false;
    worker->working_since = ticker_now();
    worker->hurried = false;
    if (worker->quit)
        return false;
    allow_run(worker);
    return true;
}

static void *work(void *argument)
{
    Worker *worker = argument;
    Request request;
    pthread_mutex_lock(&worker->lock);
    while (next_request(worker, &request)) {
        bool changed = worker->scene_changed;
        SceneOptions scene = worker->scene;
        worker->scene_changed = false;
        worker->stage.question = worker->memory_question;
        pthread_mutex_unlock(&worker->lock);
        if (changed)
            stage_set_options(&worker->stage, &scene);
        fulfil(worker, &request);
        pthread_mutex_lock(&worker->lock);
    }
    pthread_mutex_unlock(&worker->lock);
    return NULL;
}

Worker *worker_create(const WorkerOptions *options, Position start)
{
    Worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    worker->options = *options;
    worker->scene = options->scene;
    worker->request = (Request){.seek = true, .position = start, .line = options->start_line,
                                .event = options->start_event, .visit = options->start_visit};
    stage_init(&worker->stage, options->timeline, options->measure, &options->scene);
    if (options->input)
        input_box_set_gate(options->input, may_wait, worker);
    other_run_begin(&options->other);
    worker->stage.other = &worker->options.other;
    worker->stage.source = options->source;
    worker->stage.source_length = options->source_length;
    worker->stage.hurry = take_hurry;
    worker->stage.hurry_context = worker;
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->asked, NULL);
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
        stage_finish(&worker->stage);
        free(worker);
        return NULL;
    }
    return worker;
}

void worker_destroy(Worker *worker)
{
    if (!worker)
        return;
    pthread_mutex_lock(&worker->lock);
    worker->quit = true;
    cancel_run(worker);
    pthread_cond_signal(&worker->asked);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    if (worker->gathering)
        marks_finish(&worker->row);
    stage_finish(&worker->stage);
    worker_page_destroy(worker->page);
    worker_ticks_destroy(worker->ticks);
    free(worker->answer);
    pthread_cond_destroy(&worker->asked);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}
