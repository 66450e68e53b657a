#include "app/viewer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/holders.h"
#include "scene/panels/memory_fit.h"

bool viewer_init(Viewer *viewer, const ViewerOptions *options)
{
    *viewer = (Viewer){.options = *options, .theme = options->theme, .scene = options->worker.scene, .enlarged = 1,
                       .zoom = options->zoom > 0 ? options->zoom : 1};
    viewer->busy = true;
    quiz_init(&viewer->quiz);
    syntax_scan(&viewer->syntax, options->source, options->source_length, options->is_c);
    viewer->worker = worker_create(&options->worker, options->start);
    if (!viewer->worker)
        syntax_finish(&viewer->syntax);
    return viewer->worker != NULL;
}

/* Tells what was done; `question` is the one just answered, NULL when it is left. */
static void note(Viewer *viewer, const QuizQuestion *question)
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
        made.right = (uint32_t)viewer->quiz.chosen == question->answer;
        made.kind = question->kind;
        made.belief = question->beliefs[viewer->quiz.chosen];
    }
    if (!viewer->options.note(viewer->options.note_context, &made, error, sizeof error))
        memcpy(viewer->notice, error, sizeof error);
}

void viewer_finish(Viewer *viewer)
{
    note(viewer, NULL);
    worker_destroy(viewer->worker);
    worker_page_destroy(viewer->page);
    worker_ticks_destroy(viewer->ticks);
    free(viewer->answer);
    syntax_finish(&viewer->syntax);
}

bool viewer_replace(Viewer *viewer, const ViewerOptions *options)
{
    ViewerOptions other = *options;
    Viewer old = *viewer;
    other.worker.scene = old.scene;
    if (old.page)
        other.start = (Position){old.page->stage.stop.position.step, 0};
    viewer_finish(viewer);
    if (!viewer_init(viewer, &other))
        return false;
    viewer->theme = old.theme;
    viewer->enlarged = old.enlarged;
    viewer->present = old.present;
    viewer->still = old.still;
    viewer->furthest = old.furthest;
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
    worker_page_destroy(viewer->page);
    viewer->page = news.page;
    viewer->shows_new_step = true;
    quiz_close(&viewer->quiz);
    viewer->scroll = 0;
    viewer->notice[0] = '\0';
    count_step(viewer, first);
    if (viewer->asked && !holders_ask(viewer, viewer->asked))
        viewer->asked = 0;
}

static void move(Viewer *viewer, TravelMove way)
{
    viewer->highlight[0] = '\0';
    viewer->busy = true;
    worker_move(viewer->worker, way);
}

static void seek(Viewer *viewer, uint64_t step)
{
    viewer->highlight[0] = '\0';
    viewer->busy = true;
    worker_seek(viewer->worker, (Position){step, 0});
}

/* Commands. */

static void forward(Viewer *viewer) { move(viewer, TRAVEL_INTO); }
static void back(Viewer *viewer) { move(viewer, TRAVEL_BACK); }
static void over(Viewer *viewer) { move(viewer, TRAVEL_OVER); }
static void back_over(Viewer *viewer) { move(viewer, TRAVEL_BACK_OVER); }
static void out(Viewer *viewer) { move(viewer, TRAVEL_OUT); }
static void back_out(Viewer *viewer) { move(viewer, TRAVEL_BACK_OUT); }
static void instruction(Viewer *viewer) { move(viewer, TRAVEL_INSTRUCTION); }
static void back_instruction(Viewer *viewer) { move(viewer, TRAVEL_BACK_INSTRUCTION); }
static void instruction_over(Viewer *viewer) { move(viewer, TRAVEL_INSTRUCTION_OVER); }
static void collection(Viewer *viewer) { move(viewer, TRAVEL_COLLECTION); }
static void back_collection(Viewer *viewer) { move(viewer, TRAVEL_BACK_COLLECTION); }
static void ask_memory(Viewer *viewer)
{
    viewer->question.pool = viewer->question.pools ? viewer->focus.pool : 0;
    viewer->busy = true;
    worker_ask_memory(viewer->worker, viewer->question);
}

/* The address of an object of the page, 0 if it is not there; number 0 stands for the newest one. */
static uint64_t address_of(const Viewer *viewer, uint64_t number)
{
    const View *view = viewer->page ? &viewer->page->stage.view : NULL;
    const ViewObject *found = NULL;
    for (uint32_t i = 0; view && i < view->object_count; i++) {
        const ViewObject *object = &view->objects[i];
        if (number ? object->number == number : !(object->flags & (OBJECT_SHARED | OBJECT_LIBRARY))
                                                    && (!found || object->number > found->number))
            found = object;
    }
    return found ? found->address : 0;
}

/* Opens at the pool of the object that was clicked, or of the newest one. */
static void pools(Viewer *viewer)
{
    viewer->question.pools = !viewer->question.pools;
    if (viewer->question.pools) {
        viewer->scene.level = LEVEL_MEMORY;
        worker_set_scene(viewer->worker, viewer->scene);
        viewer->focus = (PoolsFocus){.pool = address_of(viewer, viewer->asked)};
    }
    ask_memory(viewer);
}

static void bytes(Viewer *viewer)
{
    if (!viewer->question.bytes_of && !viewer->asked)
        snprintf(viewer->notice, sizeof viewer->notice, "Click an object first: then Y shows its bytes");
    viewer->question.bytes_of = viewer->question.bytes_of ? 0 : viewer->asked;
    ask_memory(viewer);
}

static void first(Viewer *viewer) { seek(viewer, 0); }
static void last(Viewer *viewer) { seek(viewer, viewer->last_step); }
static void play(Viewer *viewer) { viewer->playing = !viewer->playing; }
static void blank(Viewer *viewer) { viewer->blank = !viewer->blank; }
static void present(Viewer *viewer) { viewer->present = !viewer->present; }
static void theme(Viewer *viewer) { viewer->theme = theme_next(viewer->theme); }
static void help(Viewer *viewer) { viewer->help = !viewer->help; }
/* To the next line with a breakpoint, which a click on the line sets. */
static void run_to(Viewer *viewer, TravelMove way)
{
    if (viewer->breakpoints.count)
        move(viewer, way);
    else
        snprintf(viewer->notice, sizeof viewer->notice, "click a line of the code first: that sets a breakpoint");
}

static void run(Viewer *viewer) { run_to(viewer, TRAVEL_LINE); }
static void back_run(Viewer *viewer) { run_to(viewer, TRAVEL_BACK_LINE); }

static void toggle_breakpoint(Viewer *viewer, int line)
{
    if (!breakpoints_toggle(&viewer->breakpoints, line))
        snprintf(viewer->notice, sizeof viewer->notice, "there is no room for more than %d breakpoints",
                 BREAKPOINTS_MOST);
    worker_set_breakpoints(viewer->worker, &viewer->breakpoints);
}

/* The step of the lesson's next way-point, or with `back` of the one before; LESSON_NOWHERE if there is none. */
static uint64_t waypoint_from(const Lesson *lesson, uint64_t step, bool back)
{
    uint64_t found = LESSON_NOWHERE;
    for (uint32_t i = 0; lesson && i < lesson->waypoint_count; i++) {
        uint64_t at = lesson->waypoints[i].step;
        if (at == LESSON_NOWHERE || (back ? at >= step : at <= step))
            continue;
        if (found == LESSON_NOWHERE || (back ? at > found : at < found))
            found = at;
    }
    return found;
}

static void to_waypoint(Viewer *viewer, bool back)
{
    const Lesson *lesson = viewer->options.lesson_file;
    uint64_t here = viewer->page ? viewer->page->stage.stop.position.step : 0, step = waypoint_from(lesson, here, back);
    if (step != LESSON_NOWHERE)
        seek(viewer, step);
    else
        snprintf(viewer->notice, sizeof viewer->notice, "%s", lesson ? "the lesson has no further place this way"
                                                                      : "only lessons have places to go to");
}

static void waypoint(Viewer *viewer) { to_waypoint(viewer, false); }
static void back_waypoint(Viewer *viewer) { to_waypoint(viewer, true); }

static void snapshot(Viewer *viewer) { viewer->wants_snapshot = true; }
static void motion(Viewer *viewer) { viewer->still = !viewer->still; }
static void quit(Viewer *viewer) { viewer->quit = true; }

/* Asks about the next step; once that is answered, shows it. */
static void predict(Viewer *viewer)
{
    if (viewer->quiz.open && viewer->quiz.chosen >= 0)
        forward(viewer);
    else if (!viewer->quiz.open && viewer->page)
        quiz_ask(&viewer->quiz, viewer->page, viewer->options.lesson_file);
}

static void other_question(Viewer *viewer)
{
    if (viewer->page)
        quiz_ask(&viewer->quiz, viewer->page, viewer->options.lesson_file);
}

static bool question_of(const Viewer *viewer, QuizQuestion *question)
{
    return viewer->quiz.open && viewer->page
           && quiz_question(&viewer->quiz, viewer->page, viewer->options.lesson_file, question);
}

static void choose(Viewer *viewer, uint32_t choice)
{
    QuizQuestion question;
    uint32_t answered = viewer->quiz.asked;
    if (question_of(viewer, &question))
        quiz_choose(&viewer->quiz, &question, choice);
    if (viewer->quiz.asked > answered)
        note(viewer, &question);
}

static void choose_1(Viewer *viewer) { choose(viewer, 0); }
static void choose_2(Viewer *viewer) { choose(viewer, 1); }
static void choose_3(Viewer *viewer) { choose(viewer, 2); }
static void choose_4(Viewer *viewer) { choose(viewer, 3); }
static void choose_5(Viewer *viewer) { choose(viewer, 4); }
static void choose_6(Viewer *viewer) { choose(viewer, 5); }

#define LARGEST 3.0f
#define SMALLEST 0.6f
#define NOTCH 1.125f               /* how much one notch of the wheel or one key enlarges */

static float bounded(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}

static void larger(Viewer *viewer) { viewer->enlarged = bounded(viewer->enlarged * NOTCH, SMALLEST, LARGEST); }
static void smaller(Viewer *viewer) { viewer->enlarged = bounded(viewer->enlarged / NOTCH, SMALLEST, LARGEST); }

static void natural(Viewer *viewer)
{
    viewer->enlarged = viewer->zoom = 1;
    viewer->pan_x = viewer->pan_y = 0;
    viewer->scroll = 0;
}

static void find(Viewer *viewer)
{
    viewer->finding = true;
    viewer->find[0] = '\0';
    viewer->find_missed = false;
}

static void set_level(Viewer *viewer, uint8_t level)
{
    viewer->scene.level = level;
    worker_set_scene(viewer->worker, viewer->scene);
}

static void next_level(Viewer *viewer)
{
    set_level(viewer, (uint8_t)((viewer->scene.level + 1) % (LEVEL_MEMORY + 1)));
}

/* Closes whatever lies uppermost; with nothing left to close, the window. */
static void escape(Viewer *viewer)
{
    if (viewer->help)
        viewer->help = false;
    else if (viewer->finding)
        viewer->finding = false;
    else if (viewer->typing && viewer->page)
        worker_seek(viewer->worker, viewer->page->stage.stop.position);
    else if (viewer->blank)
        viewer->blank = false;
    else if (viewer->quiz.open)
        quiz_close(&viewer->quiz);
    else if (viewer->question.bytes_of)
        bytes(viewer);
    else if (viewer->question.pools && viewer->focus.block)
        viewer->focus.block = 0;
    else if (viewer->question.pools)
        pools(viewer);
    else if (viewer->asked)
        viewer->asked = 0;
    else if (viewer->present)
        viewer->present = false;
    else
        viewer->quit = true;
}

void viewer_command(Viewer *viewer, Command command)
{
    static void (*const commands[COMMAND_COUNT])(Viewer *) = {
        [COMMAND_FORWARD] = forward, [COMMAND_BACK] = back, [COMMAND_OVER] = over, [COMMAND_BACK_OVER] = back_over,
        [COMMAND_OUT] = out, [COMMAND_BACK_OUT] = back_out, [COMMAND_INSTRUCTION] = instruction,
        [COMMAND_BACK_INSTRUCTION] = back_instruction, [COMMAND_INSTRUCTION_OVER] = instruction_over,
        [COMMAND_POOLS] = pools, [COMMAND_BYTES] = bytes, [COMMAND_COLLECTION] = collection,
        [COMMAND_BACK_COLLECTION] = back_collection, [COMMAND_FIRST] = first, [COMMAND_LAST] = last,
        [COMMAND_RUN] = run, [COMMAND_BACK_RUN] = back_run, [COMMAND_WAYPOINT] = waypoint,
        [COMMAND_BACK_WAYPOINT] = back_waypoint,
        [COMMAND_PLAY] = play, [COMMAND_BLANK] = blank, [COMMAND_PRESENT] = present, [COMMAND_LARGER] = larger,
        [COMMAND_SMALLER] = smaller, [COMMAND_NATURAL] = natural, [COMMAND_FIND] = find, [COMMAND_THEME] = theme,
        [COMMAND_LEVEL] = next_level, [COMMAND_HELP] = help, [COMMAND_SNAPSHOT] = snapshot,
        [COMMAND_PREDICT] = predict, [COMMAND_OTHER_QUESTION] = other_question, [COMMAND_CHOOSE_1] = choose_1,
        [COMMAND_CHOOSE_2] = choose_2, [COMMAND_CHOOSE_3] = choose_3, [COMMAND_CHOOSE_4] = choose_4,
        [COMMAND_CHOOSE_5] = choose_5, [COMMAND_CHOOSE_6] = choose_6,
        [COMMAND_MOTION] = motion, [COMMAND_ESCAPE] = escape, [COMMAND_QUIT] = quit,
    };
    if (command > COMMAND_NONE && command < COMMAND_COUNT && commands[command])
        commands[command](viewer);
}

/* The search. */

static void append(char *line, size_t size, const char *text)
{
    size_t used = strlen(line), more = strlen(text);
    if (used + more < size)
        memcpy(line + used, text, more + 1);
}

static void erase_letter(char *line)
{
    size_t length = strlen(line);
    while (length > 0 && ((unsigned char)line[length - 1] & 0xC0) == 0x80)
        length--;
    line[length > 0 ? length - 1 : 0] = '\0';
}

void viewer_type(Viewer *viewer, const char *text)
{
    if (!viewer->finding) {
        append(viewer->typed, sizeof viewer->typed, text);
        return;
    }
    append(viewer->find, sizeof viewer->find, text);
    viewer->highlight[0] = '\0';
    viewer_find_next(viewer);
}

void viewer_erase(Viewer *viewer)
{
    erase_letter(viewer->finding ? viewer->find : viewer->typed);
    viewer->find_missed = false;
}

void viewer_submit(Viewer *viewer)
{
    input_box_submit(viewer->options.worker.input, viewer->typed);
    viewer->typed[0] = '\0';
    viewer->typing = false;
}

/* The picture. */

static PanelModel model_of(Viewer *viewer)
{
    const ViewerOptions *options = &viewer->options;
    PanelModel model = {
        .course = options->course, .title = options->title, .lesson = options->lesson,
        .lesson_count = options->lesson_count, .level = viewer->scene.level, .file_name = options->file_name,
        .syntax = &viewer->syntax, .scroll = viewer->scroll, .last_step = viewer->last_step,
        .recording = !viewer->ended, .playing = viewer->playing, .zoom = viewer->zoom,
        .pan_x = viewer->pan_x, .pan_y = viewer->pan_y, .present = viewer->present, .blank = viewer->blank,
        .help = viewer->help, .find = viewer->finding ? viewer->find : NULL, .find_missed = viewer->find_missed,
        .input = viewer->typing ? viewer->typed : NULL,
        .unsettled = viewer->unsettled,
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
        page_fill(viewer->page, &model);
        model.pools_focus = viewer->focus;
        if (!viewer->question.pools)
            model.pools = NULL;
        if (!viewer->question.bytes_of)
            model.bytes = NULL;
        quiz_fill(&viewer->quiz, viewer->page, options->lesson_file, &model);
    }
    if (viewer->asked) {
        model.asked = viewer->asked_words;
        model.asked_count = viewer->asked_count;
        model.holders = viewer->holders;
        model.holder_count = viewer->holder_count;
        model.more_holders = viewer->more_holders;
        model.asked_birth = viewer->asked_birth;
        model.asked_death = viewer->asked_death;
        model.asked_why = viewer->asked_why;
    }
    return model;
}

/* The scene is laid out for the room that its panel has. */
static void note_room(Viewer *viewer, const PanelModel *model)
{
    SceneOptions scene = viewer->scene;
    memory_fit_room(screen_plan(viewer->width, viewer->height, model).memory, &scene);
    if (scene.room_width == viewer->scene.room_width && scene.room_height == viewer->scene.room_height)
        return;
    viewer->scene = scene;
    worker_set_scene(viewer->worker, scene);
}

void viewer_draw(Viewer *viewer, float width, float height, const TextMeasure *measure, DrawList *list)
{
    PanelModel model = model_of(viewer);
    viewer->width = width;
    viewer->height = height;
    note_room(viewer, &model);
    screen_draw(width, height, &model, measure, list, &viewer->hits);
}

/* The pointer. */

enum { REVEAL_MARGIN = 32 };       /* logical pixels around what was looked for */

/* Moves the memory just so far that a part of the scene shows. */
void viewer_reveal(Viewer *viewer, Rect part)
{
    PanelModel model = model_of(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    DrawTransform transform = screen_scene_transform(&plan, &model);
    Rect memory = plan.memory;
    float x = part.x * transform.scale + transform.dx, y = part.y * transform.scale + transform.dy;
    float right = x + part.w * transform.scale, bottom = y + part.h * transform.scale;
    if (right > memory.x + memory.w - REVEAL_MARGIN)
        viewer->pan_x -= right - (memory.x + memory.w - REVEAL_MARGIN);
    else if (x < memory.x + REVEAL_MARGIN)
        viewer->pan_x += memory.x + REVEAL_MARGIN - x;
    if (bottom > memory.y + memory.h - REVEAL_MARGIN)
        viewer->pan_y -= bottom - (memory.y + memory.h - REVEAL_MARGIN);
    else if (y < memory.y + REVEAL_MARGIN)
        viewer->pan_y += memory.y + REVEAL_MARGIN - y;
}

/* From the window to the scene. */
static Point scene_point(Viewer *viewer, float x, float y)
{
    PanelModel model = model_of(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    DrawTransform transform = screen_scene_transform(&plan, &model);
    return (Point){(x - transform.dx) / transform.scale, (y - transform.dy) / transform.scale};
}

static bool thing_at(Viewer *viewer, float x, float y, char *id)
{
    if (!viewer->page || screen_hit(&viewer->hits, x, y).target != TARGET_MEMORY)
        return false;
    Point at = scene_point(viewer, x, y);
    return scene_hit(&viewer->page->stage.scene, at.x, at.y, id, VIEWER_ID);
}

/* From arena to pool to block to object. */
static void press_pool(Viewer *viewer, int pool)
{
    const PoolMap *map = &viewer->page->stage.pools;
    if (pool < 0 || (uint32_t)pool >= map->pool_count)
        return;
    viewer->focus = (PoolsFocus){.pool = map->pools[pool].address};
    ask_memory(viewer);
}

static void press_block(Viewer *viewer, float x, float y)
{
    PanelModel model = model_of(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    uint64_t address = screen_block_at(&plan, &model, x, y);
    const MapBlock *block = address ? pool_map_block_at(&viewer->page->stage.pools, address) : NULL;
    bool again = address && address == viewer->focus.block;
    viewer->focus.block = address;
    if (!again || !block || !block->object)
        return;
    pools(viewer);
    snprintf(viewer->highlight, sizeof viewer->highlight, "object:%llu", (unsigned long long)block->object);
    if (holders_ask(viewer, block->object))
        viewer->asked = block->object;
}

static void scrub(Viewer *viewer, float x)
{
    PanelModel model = model_of(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    seek(viewer, screen_step_at(&plan, &model, x));
}

/* A link of the card: to the step where it came to be so. */
static void follow(Viewer *viewer, const PanelHit *hit)
{
    const Answer *answer = viewer->answer;
    if (!answer || answer->number != viewer->asked)
        return;
    if (hit->target == TARGET_BIRTH)
        seek(viewer, answer->birth_step);
    else if (hit->target == TARGET_DEATH)
        seek(viewer, answer->death_step);
    else if ((uint32_t)hit->value < answer->count && answer->holders[hit->value].has_since)
        seek(viewer, answer->holders[hit->value].since);
}

void viewer_press(Viewer *viewer, float x, float y)
{
    static const Command buttons[] = {
        [TARGET_FIRST] = COMMAND_FIRST, [TARGET_BACK] = COMMAND_BACK, [TARGET_FORWARD] = COMMAND_FORWARD,
        [TARGET_LAST] = COMMAND_LAST, [TARGET_THEME] = COMMAND_THEME, [TARGET_HELP] = COMMAND_HELP,
        [TARGET_PREDICT] = COMMAND_PREDICT, [TARGET_MENU] = COMMAND_NONE, [TARGET_MEMORY] = COMMAND_NONE,
        [TARGET_POOLS] = COMMAND_NONE, [TARGET_POOL] = COMMAND_NONE, [TARGET_BLOCKS] = COMMAND_NONE,
        [TARGET_BYTES] = COMMAND_NONE,
    };
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    viewer->drag_x = x;
    viewer->drag_y = y;
    viewer->moved = false;
    if (viewer->help) {
        viewer->help = false;
    } else if (hit.target == TARGET_HOLDER || hit.target == TARGET_BIRTH || hit.target == TARGET_DEATH) {
        follow(viewer, &hit);
    } else if (hit.target == TARGET_TRACK) {
        viewer->drag = DRAG_TRACK;
        scrub(viewer, x);
    } else if (hit.target == TARGET_POOL) {
        press_pool(viewer, hit.value);
    } else if (hit.target == TARGET_BLOCKS) {
        press_block(viewer, x, y);
    } else if (hit.target == TARGET_MEMORY) {
        viewer->drag = DRAG_MEMORY;
    } else if (hit.target == TARGET_CODE) {
        toggle_breakpoint(viewer, hit.value);
    } else if (hit.target == TARGET_CHOICE) {
        choose(viewer, (uint32_t)hit.value);
    } else if (hit.target == TARGET_LEVEL) {
        set_level(viewer, (uint8_t)hit.value);
    } else if (hit.target != TARGET_NONE) {
        viewer_command(viewer, buttons[hit.target]);
    }
}

enum { CLICK_SLACK = 4 };          /* pixels that a hand may shake during a click */

void viewer_point(Viewer *viewer, float x, float y)
{
    float dx = x - viewer->drag_x, dy = y - viewer->drag_y;
    if (viewer->drag == DRAG_TRACK) {
        scrub(viewer, x);
    } else if (viewer->drag == DRAG_MEMORY) {
        if (!viewer->moved && dx * dx + dy * dy < CLICK_SLACK * CLICK_SLACK)
            return;
        viewer->moved = true;
        viewer->pan_x += dx;
        viewer->pan_y += dy;
        viewer->drag_x = x;
        viewer->drag_y = y;
    } else if (!viewer->finding && !thing_at(viewer, x, y, viewer->highlight)) {
        viewer->highlight[0] = '\0';
    }
}

void viewer_release(Viewer *viewer, float x, float y)
{
    char id[VIEWER_ID];
    bool click = viewer->drag == DRAG_MEMORY && !viewer->moved;
    viewer->drag = DRAG_NONE;
    if (!click)
        return;
    viewer->asked = 0;
    if (thing_at(viewer, x, y, id)) {
        uint64_t number = holders_object_of(&viewer->page->stage, id);
        QuizQuestion question;
        uint32_t answered = viewer->quiz.asked;
        if (question_of(viewer, &question) && quiz_choose_object(&viewer->quiz, &question, number)) {
            if (viewer->quiz.asked > answered)
                note(viewer, &question);
            return;
        }
        if (number && holders_ask(viewer, number))
            viewer->asked = number;
    }
}

/* The point of the scene under the pointer stays there. */
static void zoom_at(Viewer *viewer, float x, float y, float factor)
{
    Point at = scene_point(viewer, x, y);
    viewer->zoom = bounded(viewer->zoom * factor, 0.25f, 6);
    PanelModel model = model_of(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    DrawTransform transform = screen_scene_transform(&plan, &model);
    viewer->pan_x += x - (at.x * transform.scale + transform.dx);
    viewer->pan_y += y - (at.y * transform.scale + transform.dy);
}

void viewer_wheel(Viewer *viewer, float x, float y, float wheel)
{
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    if (hit.target == TARGET_MEMORY)
        zoom_at(viewer, x, y, wheel > 0 ? NOTCH : 1 / NOTCH);
    else if (hit.target == TARGET_CODE)
        viewer->scroll -= wheel > 0 ? 3 : -3;
    else if (hit.target == TARGET_TRACK)
        viewer_command(viewer, wheel > 0 ? COMMAND_BACK : COMMAND_FORWARD);
}
