#include "app/viewer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/arrange.h"
#include "app/holders.h"
#include "app/key_focus.h"
#include "app/line_search.h"
#include "app/viewer_parts.h"
#include "scene/panels/memory_fit.h"

/* A snapshot is looked at as it was taken. */
static void take_view(Viewer *viewer, const SnapshotView *view)
{
    viewer->enlarged = (float)view->enlarged;
    viewer->present = view->present;
    viewer->pan_x = (float)view->pan_x;
    viewer->pan_y = (float)view->pan_y;
    viewer->shares = (PanelShares){(float)view->left, (float)view->words, (float)view->output};
    viewer->question.compares = view->compares;
    viewer->question.kept = view->kept;
}

/* Takes up what was arranged the last time. */
static void recall(Viewer *viewer)
{
    ViewerOptions *options = &viewer->options;
    if (options->view) {
        take_view(viewer, options->view);
        return;
    }
    Desk desk = {.choices = viewer->scene.choices, .shares = viewer->shares};
    desk_recall(options->desk_folder, options->desk_key, desk_source(options->source, options->source_length), &desk);
    viewer->scene.choices = desk.choices;
    viewer->shares = desk.shares;
    options->worker.scene = viewer->scene;
    if (!options->resumes || !desk.step)
        return;
    options->start = (Position){desk.step, 0};
    options->resumed = true;
}

/* Where to go on the next time: not at the end, and not behind lines that would have to be typed again. */
static uint64_t step_to_keep(const Viewer *viewer)
{
    char *typed = input_box_given(viewer->options.worker.input);
    bool read = typed && *typed;
    free(typed);
    bool ended = viewer->page && viewer->page->stage.stop.event >= STEP_END;
    return viewer->page && !ended && !read ? viewer->page->stage.stop.position.step : 0;
}

void viewer_remember(Viewer *viewer)
{
    const ViewerOptions *options = &viewer->options;
    Desk desk = {viewer->scene.choices, viewer->shares, step_to_keep(viewer)};
    uint64_t source = desk_source(options->source, options->source_length);
    desk_keep(options->desk_folder, options->desk_key, source, &desk, viewer->notice, sizeof viewer->notice);
}

bool viewer_init(Viewer *viewer, const ViewerOptions *options)
{
    *viewer = (Viewer){.options = *options, .theme = options->theme, .scene = options->worker.scene, .enlarged = 1,
                       .zoom = options->zoom > 0 ? options->zoom : 1, .depth = NARRATION_CAUSES};
    viewer->busy = true;
    quiz_init(&viewer->quiz);
    interpret_init(viewer);
    classroom_init(&viewer->room);
    syntax_scan(&viewer->syntax, options->source, options->source_length, options->is_c);
    recall(viewer);
    learn_begin(viewer);
    viewer->waypoints = lesson_steps(options->lesson_file, &viewer->waypoint_count);
    viewer->worker = worker_create(&viewer->options.worker, viewer->options.start);
    if (!viewer->worker) {
        syntax_finish(&viewer->syntax);
        interpret_finish(viewer);
        free(viewer->waypoints);
    } else if (viewer->question.compares) {
        viewer_ask_memory(viewer);
    }
    return viewer->worker != NULL;
}

void viewer_note(Viewer *viewer, const QuizQuestion *question)
{
    char error[VIEWER_WORDS];
    if (!viewer->options.note || !viewer->page)
        return;
    ViewerNote made = {
        .step = viewer->page->stage.stop.position.step, .furthest = viewer->furthest,
        .last_step = viewer->ended ? viewer->last_step : 0, .reached_end = viewer->reached_end,
    };
    if (question) {
        made.answered = true;
        int taken = viewer->quiz.missed >= 0 ? viewer->quiz.missed : viewer->quiz.chosen;
        made.right = (uint32_t)taken == question->answer;
        made.kind = question->kind;
        if (!made.right && !question->is_free) {
            made.ask = question->ask;
            made.taken = taken < (int)question->choice_count ? question->choices[taken] : "another number";
            made.answer = question->choices[question->answer];
        }
        made.belief = taken < (int)question->choice_count ? question->beliefs[taken] : misconception_name(BELIEF_SLIP);
    }
    if (!viewer->options.note(viewer->options.note_context, &made, error, sizeof error))
        memcpy(viewer->notice, error, sizeof error);
}

static void forget_left(Viewer *viewer)
{
    worker_page_destroy(viewer->left);
    scene_passing_finish(&viewer->passing);
    viewer->left = NULL;
}

void viewer_finish(Viewer *viewer)
{
    viewer_note(viewer, NULL);
    edit_finish(viewer);
    worker_destroy(viewer->worker);
    forget_left(viewer);
    worker_page_destroy(viewer->page);
    worker_ticks_destroy(viewer->ticks);
    free(viewer->answer);
    free(viewer->waypoints);
    classroom_finish(&viewer->room);
    editor_destroy(viewer->line);
    free(viewer->lines);
    interpret_finish(viewer);
    syntax_finish(&viewer->syntax);
}

bool viewer_replace(Viewer *viewer, const ViewerOptions *options)
{
    ViewerOptions other = *options;
    Viewer old = *viewer;
    other.worker.scene = old.scene;
    choice_forget_objects(&other.worker.scene.choices);
    other.view = NULL;
    if (old.page)
        other.start = (Position){old.page->stage.stop.position.step, 0};
    viewer->edit = (EditSession){0};           /* it goes on */
    viewer->lines = NULL;
    viewer_finish(viewer);
    if (other.worker.start_line) {     /* now nobody else uses the timeline */
        timeline_allow(old.options.worker.timeline);       /* its worker cancelled it when it ended */
        other.worker.start_visit = line_search_count(old.options.worker.timeline, old.edit.line,
                                                     other.worker.start_event, other.start.step);
    }
    bool begun = viewer_init(viewer, &other);
    viewer->edit = old.edit;
    viewer->lines = old.lines;
    if (!begun)
        return false;
    viewer->theme = old.theme;
    viewer->shares = old.shares;
    viewer->enlarged = old.enlarged;
    viewer->zoom = old.zoom;
    viewer->pan_x = old.pan_x;
    viewer->pan_y = old.pan_y;
    viewer->present = old.present;
    viewer->still = old.still;
    viewer->depth = old.depth;
    viewer->mistakes = old.mistakes;
    viewer->room.other_size = old.room.other_size;
    viewer->room.other_theme = old.room.other_theme;
    viewer->furthest = old.furthest;
    if (old.question.of_runs && other.worker.other.timeline)
        viewer_both_runs(viewer);
    viewer->quiz.asked = old.quiz.asked;
    viewer->quiz.right = old.quiz.right;
    return true;
}

/* A page has come: how far was that? */
static void count_step(Viewer *viewer, bool first)
{
    const StopInfo *stop = &viewer->page->stage.stop;
    uint64_t step = stop->position.step;
    viewer->reached_end |= stop->event == STEP_END || stop->event == STEP_ERROR;
    viewer->furthest = step > viewer->furthest ? step : viewer->furthest;
    if (first && viewer->options.resumed)
        snprintf(viewer->notice, sizeof viewer->notice, "resumed at step %" PRIu64 "; Home goes to the beginning",
                 step);
    if (first && viewer->options.reloaded)
        snprintf(viewer->notice, sizeof viewer->notice, "the file has changed and was read again");
}

static bool same_places(const Page *a, const Page *b)
{
    const Scene *one = &a->stage.scene, *other = &b->stage.scene;
    return a->stage.extent_width == b->stage.extent_width && a->stage.extent_height == b->stage.extent_height
           && one->heap_left == other->heap_left && !a->stage.comparison.is_there && !b->stage.comparison.is_there;
}

/* The page shown makes room for another. Of the step before it is kept what will draw back. */
static void leave_page(Viewer *viewer, Page *page)
{
    Page *old = viewer->page;
    forget_left(viewer);
    viewer->page = page;
    if (!old || !viewer->moves_on || viewer->still || !same_places(old, page)) {
        worker_page_destroy(old);
        return;
    }
    viewer->left = old;
    scene_passing_find(&viewer->passing, &old->stage.scene, &page->stage.scene);
}

void viewer_update(Viewer *viewer)
{
    WorkerNews news = worker_take(viewer->worker);
    viewer->last_step = news.last_step;
    viewer->ended = news.ended;
    viewer->busy = news.busy;
    viewer->typing = news.busy && input_box_waits(viewer->options.worker.input);
    if (news.busy)
        worker_hurry(viewer->worker);
    if (news.ticks) {
        worker_ticks_destroy(viewer->ticks);
        viewer->ticks = news.ticks;
    }
    if (news.answer) {
        free(viewer->answer);
        viewer->answer = news.answer;
        holders_tell(viewer);
    }
    if (!news.page)
        return;
    viewer->moves_on = viewer->page && position_compare(news.page->stage.stop.position,
                                                        viewer->page->stage.stop.position) > 0;
    bool first = viewer->page == NULL;
    bool turned = first || position_compare(news.page->stage.stop.position, viewer->page->stage.stop.position) != 0;
    leave_page(viewer, news.page);
    arrange_close_menu(viewer);
    viewer->shows_new_step = true;
    quiz_close(&viewer->quiz);
    classroom_close(&viewer->room);
    viewer->scroll = viewer->told_scroll = 0;
    viewer->notice[0] = '\0';
    if (turned)
        interpret_turn(viewer);
    count_step(viewer, first);
    if (chronicle_is_asked(&viewer->asked) && !holders_ask_again(viewer))
        holders_close(viewer);
}

void viewer_move(Viewer *viewer, TravelMove way)
{
    viewer->highlight[0] = '\0';
    viewer->busy = true;
    worker_move(viewer->worker, way);
}

void viewer_seek(Viewer *viewer, uint64_t step)
{
    viewer->highlight[0] = '\0';
    viewer->busy = true;
    worker_seek(viewer->worker, (Position){step, 0});
}


/* The picture. */

/* The line that the program waits for. */
static void fill_input(Viewer *viewer, PanelModel *model)
{
    EditorPlace from, to;
    Editor *line = viewer->typing && !viewer->edit.open ? viewer_editor(viewer) : NULL;
    if (!line)
        return;
    model->input = editor_text(line, NULL);
    model->input_caret = editor_caret(line).column;
    if (!editor_selection(line, &from, &to))
        return;
    model->input_from = from.column;
    model->input_to = to.column;
}

/* The window is divided as soon as it is asked for, and whole again as soon as it is not. */
static void fill_comparison(const Viewer *viewer, PanelModel *model)
{
    const Page *page = viewer->page;
    if (model->compares && !viewer->question.compares) {
        model->scene = &page->stage.scene;
        model->extent_width = page->stage.extent_width;
        model->extent_height = page->stage.extent_height;
        model->kept = NULL;
        model->compared = NULL;
    }
    model->compares = viewer->question.compares;
    model->of_runs = viewer->question.of_runs;
    if (!model->of_runs)
        model->kept_step = viewer->question.kept.step;
}

PanelModel viewer_model(Viewer *viewer)
{
    const ViewerOptions *options = &viewer->options;
    PanelModel model = {
        .course = options->course, .title = options->title, .lesson = options->lesson,
        .lesson_count = options->lesson_count, .level = viewer->scene.level, .file_name = options->file_name,
        .shares = viewer->shares, .syntax = &viewer->syntax, .scroll = viewer->scroll,
        .narration_scroll = viewer->told_scroll, .last_step = viewer->last_step,
        .recording = !viewer->ended, .playing = viewer->playing, .zoom = viewer->zoom,
        .pan_x = viewer->pan_x, .pan_y = viewer->pan_y, .present = viewer->present, .blank = viewer->blank,
        .help = viewer->help, .find = viewer->finding ? viewer->find : NULL, .find_missed = viewer->find_missed,
        .unsettled = viewer->unsettled, .has_other_run = options->has_other_run,
        .highlight = viewer->highlight[0] ? viewer->highlight : NULL,
        .notice = viewer->notice[0] ? viewer->notice : NULL,
        .breakpoints = viewer->breakpoints.lines, .breakpoint_count = viewer->breakpoints.count,
    };
    model.keys = keys_help(&model.key_count);
    if (viewer->ticks) {
        model.ticks = viewer->ticks->items;
        model.tick_count = viewer->ticks->count;
        model.tick_steps = viewer->ticks->steps;
    }
    if (viewer->page) {
        page_fill(viewer->page, viewer->depth, &model);
        model.scene_before = viewer->left ? &viewer->left->stage.scene : NULL;
        model.passing = viewer->left ? &viewer->passing : NULL;
        model.pools_focus = viewer->focus;
        if (!viewer->question.pools)
            model.pools = NULL;
        if (!viewer->question.bytes_of)
            model.bytes = NULL;
        fill_comparison(viewer, &model);
        quiz_fill(&viewer->quiz, viewer->page, options->lesson_file, &model);
        classroom_fill(&viewer->room, viewer->page->stage.stop.position.step, &model);
    }
    edit_fill(viewer, &model, viewer->width, viewer->height);
    model.overview = viewer->over_memory || viewer->zoom != 1 || viewer->pan_x != 0 || viewer->pan_y != 0;
    model.waypoints = viewer->waypoints;
    model.waypoint_count = viewer->waypoint_count;
    model.pointed = viewer->pointed;
    model.breakpoint_conditions = (const char *)viewer->breakpoints.conditions;
    model.condition_size = BREAKPOINTS_CONDITION;
    model.condition_line = viewer->condition_line;
    model.condition = viewer->condition;
    model.condition_wrong = viewer->condition_wrong;
    model.pointed_step = viewer->pointed_step;
    key_focus_fill(viewer, &model);
    arrange_fill(viewer, &model);
    learn_fill(viewer, &model);
    interpret_fill(viewer, &model);
    fill_input(viewer, &model);
    if (chronicle_is_asked(&viewer->asked)) {
        model.asked = viewer->asked_words;
        model.asked_count = viewer->asked_count;
        model.holders = viewer->holders;
        model.holder_count = viewer->holder_count;
        model.more_holders = viewer->more_holders;
        model.events = viewer->events;
        model.event_count = viewer->event_count;
        model.asked_why = viewer->asked_why;
    }
    return model;
}

/* The scene is laid out for the room that its panel has. */
static void note_room(Viewer *viewer, const PanelModel *model)
{
    SceneOptions scene = viewer->scene;
    memory_fit_room(screen_plan(viewer->width, viewer->height, model).memory, &scene);
    if (viewer->drag == DRAG_SPLIT)        /* when it is let go */
        return;
    if (scene.room_width == viewer->scene.room_width && scene.room_height == viewer->scene.room_height)
        return;
    viewer->scene = scene;
    viewer->interpreting.stale = true;
    worker_set_scene(viewer->worker, scene);
}

void viewer_draw(Viewer *viewer, float width, float height, const TextMeasure *measure, DrawList *list)
{
    viewer->width = width;
    viewer->height = height;
    interpret_build(viewer, measure);
    PanelModel model = viewer_model(viewer);
    note_room(viewer, &model);
    screen_draw(width, height, &model, measure, list, &viewer->hits);
}

