/* What the keys and buttons do: one table from commands to actions. */
#include <stddef.h>
#include <stdio.h>

#include "app/arrange.h"
#include "app/camera.h"
#include "app/holders.h"
#include "app/key_focus.h"
#include "app/viewer_parts.h"

static void ask_next(Viewer *viewer)
{
    if (!viewer->page)
        return;
    quiz_ask(&viewer->quiz, viewer->page, viewer->options.lesson_file);
    if (!viewer->quiz.open)
        snprintf(viewer->notice, sizeof viewer->notice, "there is nothing to ask about the next step: go on");
}

/* What the keyboard is on comes first. Else asks about the next step; once that is answered, shows it. */
static void enter(Viewer *viewer, int unused)
{
    if (key_focus_press(viewer))
        return;
    if (viewer->quiz.open && viewer->quiz.chosen >= 0)
        viewer_move(viewer, TRAVEL_INTO);
    else if (!viewer->quiz.open)
        ask_next(viewer);
}

static void other_question(Viewer *viewer, int unused) { ask_next(viewer); }

bool viewer_question(const Viewer *viewer, QuizQuestion *question)
{
    return viewer->quiz.open && viewer->page
           && quiz_question(&viewer->quiz, viewer->page, viewer->options.lesson_file, question);
}

void viewer_choose(Viewer *viewer, uint32_t choice)
{
    QuizQuestion question;
    uint32_t answered = viewer->quiz.asked;
    if (viewer_question(viewer, &question))
        quiz_choose(&viewer->quiz, &question, choice);
    if (viewer->quiz.asked > answered)
        learn_answered(viewer, &question);
}

#define LARGEST 3.0f
#define SMALLEST 0.6f

static void enlarge(Viewer *viewer, int way)
{
    float factor = way > 0 ? VIEWER_NOTCH : 1 / VIEWER_NOTCH;
    viewer->enlarged = viewer_bounded(viewer->enlarged * factor, SMALLEST, LARGEST);
}

static void natural(Viewer *viewer, int unused)
{
    viewer->enlarged = 1;
    camera_natural(viewer);
    viewer->scroll = 0;
}

static void quit(Viewer *viewer, int unused)
{
    viewer->quit = edit_may_leave(viewer);
}

/* The projector has a size and a theme of its own. */
static void present(Viewer *viewer, int unused)
{
    viewer->present = !viewer->present;
    classroom_swap(&viewer->room, &viewer->enlarged, &viewer->theme, theme_find("contrast"));
}

static void interpret(Viewer *viewer, int unused) { interpret_open(viewer); }

/* The last step once more, as it came. */
static void replay(Viewer *viewer, int unused)
{
    viewer->shows_new_step = viewer->moves_on = viewer->page != NULL;
}

/* Scrolls what is told, as far as there is more of it. */
static void told(Viewer *viewer, int way)
{
    int most = 0;
    for (size_t i = 0; i < viewer->hits.count; i++)
        if (viewer->hits.items[i].target == TARGET_NARRATION)
            most = viewer->hits.items[i].value;
    int scroll = viewer->told_scroll + way;
    viewer->told_scroll = scroll < 0 ? 0 : scroll > most ? most : scroll;
}

/* Closes whatever lies uppermost; with nothing left to close, the window. */
static void escape(Viewer *viewer, int unused)
{
    if (viewer->help)
        viewer->help = false;
    else if (viewer->edit.open)
        edit_close(viewer);
    else if (viewer->menu.count)
        arrange_close_menu(viewer);
    else if (viewer->condition_line)
        viewer->condition_line = 0;
    else if (viewer->finding)
        viewer->finding = false;
    else if (viewer->typing && viewer->page)
        worker_seek(viewer->worker, viewer->page->stage.stop.position);
    else if (viewer->blank)
        viewer->blank = false;
    else if (lecture_escape(viewer))
        return;
    else if (viewer->quiz.open)
        quiz_close(&viewer->quiz);
    else if (viewer->question.bytes_of)
        viewer_bytes(viewer);
    else if (viewer->question.pools && viewer->focus.block)
        viewer->focus.block = 0;
    else if (viewer->question.pools)
        viewer_pools(viewer);
    else if (chronicle_is_asked(&viewer->asked))
        holders_close(viewer);
    else if (viewer->question.compares)
        viewer_compare(viewer);
    else if (key_focus_leave(viewer))
        viewer->highlight[0] = '\0';
    else if (viewer->present)
        present(viewer, 0);
    else
        quit(viewer, 0);
}

/* Moves, places, choices */

static void move(Viewer *viewer, int way) { viewer_move(viewer, (TravelMove)way); }
static void run(Viewer *viewer, int way) { viewer_run_to(viewer, (TravelMove)way); }
static void waypoint(Viewer *viewer, int way) { viewer_to_waypoint(viewer, way < 0); }
static void end(Viewer *viewer, int way) { viewer_seek(viewer, way < 0 ? 0 : viewer->last_step); }
static void choose(Viewer *viewer, int choice) { viewer_choose(viewer, (uint32_t)choice); }

/* What is on or off: the value is the place of its flag in the viewer. */
static void toggle(Viewer *viewer, int place)
{
    bool *flag = (bool *)((char *)viewer + place);
    *flag = !*flag;
}

static void theme(Viewer *viewer, int unused)
{
    viewer->theme = theme_next(viewer->theme);
}

static void level(Viewer *viewer, int way)
{
    viewer_set_level(viewer, (uint8_t)((viewer->scene.level + way) % (LEVEL_MEMORY + 1)));
}

static void depth(Viewer *viewer, int way)
{
    static const char *const words[] = {
        [NARRATION_SENTENCE] = "what happened: in one sentence", [NARRATION_CAUSES] = "what happened: with its causes",
        [NARRATION_COUNTS] = "what happened: with every count and address",
    };
    viewer->depth = (NarrationDepth)(((int)viewer->depth + way) % NARRATION_DEPTHS);
    snprintf(viewer->notice, sizeof viewer->notice, "%s", words[viewer->depth]);
}

static void compare(Viewer *viewer, int unused) { viewer_compare(viewer); }

static void both_runs(Viewer *viewer, int unused) { viewer_both_runs(viewer); }

static void calls(Viewer *viewer, int unused) { holders_ask_calls(viewer); }

static void kept_step(Viewer *viewer, int unused)
{
    if (viewer->question.compares)
        viewer_seek(viewer, viewer->question.kept.step);
}

static void look(Viewer *viewer, int what) { (what ? viewer_bytes : viewer_pools)(viewer); }

static void find(Viewer *viewer, int unused)
{
    viewer_find(viewer);
}

static void edit(Viewer *viewer, int which)
{
    static void (*const edits[])(Viewer *) = {edit_open, edit_run, edit_save, edit_close, edit_other_run,
                                             edit_strict_run};
    edits[which](viewer);
}

static void next_arrows(Viewer *viewer, int unused)
{
    viewer->arrows = (uint8_t)((viewer->arrows + 1) % ARROWS_COUNT);
}

static void fit(Viewer *viewer, int all) { (all ? camera_fit : camera_natural)(viewer); }
static void choice(Viewer *viewer, int what) { arrange(viewer, (Arrangement)what); }

static void menu(Viewer *viewer, int unused) { arrange_open_menu(viewer); }

static void ask(Viewer *viewer, int unused)
{
    const char *id = viewer->menu.id[0] ? viewer->menu.id : viewer->key_focus.id[0] ? viewer->key_focus.id
                                                                                    : viewer->highlight;
    viewer_click_thing(viewer, id);
}

static void run_here(Viewer *viewer, int way) { viewer_run_here(viewer, way < 0); }
static void condition(Viewer *viewer, int unused) { viewer_ask_condition(viewer); }

static void breakpoint(Viewer *viewer, int unused)
{
    int line = viewer_line_meant(viewer);
    if (line)
        viewer_toggle_breakpoint(viewer, line);
}

static void next_thing(Viewer *viewer, int way) { key_focus_next(viewer, way); }
static void next_area(Viewer *viewer, int way) { key_focus_next_area(viewer, way); }

/* Directions: x + 3 y. */
enum { GO_LEFT = -1, GO_RIGHT = 1, GO_UP = -3, GO_DOWN = 3 };

static void pan(Viewer *viewer, int way) { camera_pan(viewer, way % 3, way / 3); }
static void go(Viewer *viewer, int way) { key_focus_go(viewer, way % 3, way / 3); }
static void shift(Viewer *viewer, int way) { arrange_shift(viewer, way % 3, way / 3); }

#define FLAG(name) {toggle, offsetof(Viewer, name)}

static const struct { void (*act)(Viewer *viewer, int value); int value; } actions[COMMAND_COUNT] = {
    [COMMAND_FORWARD] = {move, TRAVEL_INTO}, [COMMAND_BACK] = {move, TRAVEL_BACK},
    [COMMAND_OVER] = {move, TRAVEL_OVER}, [COMMAND_BACK_OVER] = {move, TRAVEL_BACK_OVER},
    [COMMAND_OUT] = {move, TRAVEL_OUT}, [COMMAND_BACK_OUT] = {move, TRAVEL_BACK_OUT},
    [COMMAND_INSTRUCTION] = {move, TRAVEL_INSTRUCTION}, [COMMAND_BACK_INSTRUCTION] = {move, TRAVEL_BACK_INSTRUCTION},
    [COMMAND_INSTRUCTION_OVER] = {move, TRAVEL_INSTRUCTION_OVER},
    [COMMAND_COLLECTION] = {move, TRAVEL_COLLECTION}, [COMMAND_BACK_COLLECTION] = {move, TRAVEL_BACK_COLLECTION},
    [COMMAND_RUN] = {run, TRAVEL_LINE}, [COMMAND_BACK_RUN] = {run, TRAVEL_BACK_LINE},
    [COMMAND_WAYPOINT] = {waypoint, 1}, [COMMAND_BACK_WAYPOINT] = {waypoint, -1},
    [COMMAND_FIRST] = {end, -1}, [COMMAND_LAST] = {end, 1},
    [COMMAND_POOLS] = {look, 0}, [COMMAND_BYTES] = {look, 1}, [COMMAND_LEVEL] = {level, 1},
    [COMMAND_DEPTH] = {depth, 1},
    [COMMAND_PREDICT] = {enter, 0}, [COMMAND_OTHER_QUESTION] = {other_question, 0},
    [COMMAND_CHOOSE_1] = {choose, 0}, [COMMAND_CHOOSE_2] = {choose, 1}, [COMMAND_CHOOSE_3] = {choose, 2},
    [COMMAND_CHOOSE_4] = {choose, 3}, [COMMAND_CHOOSE_5] = {choose, 4}, [COMMAND_CHOOSE_6] = {choose, 5},
    [COMMAND_PLAY] = FLAG(playing), [COMMAND_BLANK] = FLAG(blank), [COMMAND_PRESENT] = {present, 0},
    [COMMAND_REPLAY] = {replay, 0}, [COMMAND_INTERPRET] = {interpret, 0},
    [COMMAND_COMPARE] = {compare, 0}, [COMMAND_BOTH_RUNS] = {both_runs, 0}, [COMMAND_KEPT_STEP] = {kept_step, 0},
    [COMMAND_CALLS] = {calls, 0},
    [COMMAND_TOLD_DOWN] = {told, 1}, [COMMAND_TOLD_UP] = {told, -1},
    [COMMAND_HELP] = FLAG(help), [COMMAND_MOTION] = FLAG(still), [COMMAND_SNAPSHOT] = FLAG(wants_snapshot),
    [COMMAND_LARGER] = {enlarge, 1}, [COMMAND_SMALLER] = {enlarge, -1}, [COMMAND_NATURAL] = {natural, 0},
    [COMMAND_OPEN] = {choice, ARRANGE_OPEN}, [COMMAND_OPEN_MORE] = {choice, ARRANGE_GO_ON},
    [COMMAND_FOLD] = {choice, ARRANGE_FOLD},
    [COMMAND_FOLD_TYPE] = {choice, ARRANGE_FOLD_TYPE}, [COMMAND_ONLY] = {choice, ARRANGE_ONLY},
    [COMMAND_HIDE] = {choice, ARRANGE_HIDE}, [COMMAND_RELEASE] = {choice, ARRANGE_RELEASE},
    [COMMAND_SHOW_ALL] = {choice, ARRANGE_SHOW_ALL}, [COMMAND_TIDY] = {choice, ARRANGE_TIDY},
    [COMMAND_MENU] = {menu, 0}, [COMMAND_ASK] = {ask, 0},
    [COMMAND_NEXT_THING] = {next_thing, 1}, [COMMAND_PREVIOUS_THING] = {next_thing, -1},
    [COMMAND_NEXT_AREA] = {next_area, 1}, [COMMAND_PREVIOUS_AREA] = {next_area, -1},
    [COMMAND_GO_LEFT] = {go, GO_LEFT}, [COMMAND_GO_RIGHT] = {go, GO_RIGHT}, [COMMAND_GO_UP] = {go, GO_UP},
    [COMMAND_GO_DOWN] = {go, GO_DOWN}, [COMMAND_SHIFT_LEFT] = {shift, GO_LEFT},
    [COMMAND_SHIFT_RIGHT] = {shift, GO_RIGHT}, [COMMAND_SHIFT_UP] = {shift, GO_UP},
    [COMMAND_SHIFT_DOWN] = {shift, GO_DOWN},
    [COMMAND_PAN_LEFT] = {pan, GO_LEFT}, [COMMAND_PAN_RIGHT] = {pan, GO_RIGHT}, [COMMAND_PAN_UP] = {pan, GO_UP},
    [COMMAND_PAN_DOWN] = {pan, GO_DOWN}, [COMMAND_ZOOM_IN] = {camera_zoom, 1}, [COMMAND_ZOOM_OUT] = {camera_zoom, -1},
    [COMMAND_FIT] = {fit, 1}, [COMMAND_UNZOOM] = {fit, 0},
    [COMMAND_RUN_HERE] = {run_here, 1}, [COMMAND_BACK_HERE] = {run_here, -1}, [COMMAND_CONDITION] = {condition, 0},
    [COMMAND_BREAKPOINT] = {breakpoint, 0},
    [COMMAND_ARROWS] = {next_arrows, 0},
    [COMMAND_FIND] = {find, 0}, [COMMAND_THEME] = {theme, 0},
    [COMMAND_EDIT] = {edit, 0}, [COMMAND_EDIT_RUN] = {edit, 1}, [COMMAND_EDIT_SAVE] = {edit, 2},
    [COMMAND_EDIT_CLOSE] = {edit, 3}, [COMMAND_OTHER_RUN] = {edit, 4}, [COMMAND_STRICT_RUN] = {edit, 5},
    [COMMAND_ESCAPE] = {escape, 0}, [COMMAND_QUIT] = {quit, 0},
};

void viewer_command(Viewer *viewer, Command command)
{
    if (!viewer->help && (lecture_command(viewer, command) || learn_command(viewer, command)))
        return;
    if (viewer->menu.count && (command == COMMAND_OVER || command == COMMAND_OUT))     /* Down and Up, in the menu */
        command = command == COMMAND_OVER ? COMMAND_NEXT_THING : COMMAND_PREVIOUS_THING;
    if (command > COMMAND_NONE && command < COMMAND_COUNT && actions[command].act)
        actions[command].act(viewer, actions[command].value);
}
