/* In front of a class: which keys and doings of the pointer are the classroom's. While a question is put to the class,
 * a clicker's keys reveal its answer and then go on, digits count hands, and the arrows choose whose. */
#include <stdio.h>

#include "app/viewer_parts.h"

/* Tools. */

static const struct { Command command; uint8_t tool; const char *words; } tools[] = {
    {COMMAND_SPOTLIGHT, TOOL_SPOTLIGHT, "spotlight: follows the pointer; the wheel sizes it; Esc ends it"},
    {COMMAND_LOUPE, TOOL_LOUPE, "loupe: follows the pointer; the wheel sets how large; Esc ends it"},
    {COMMAND_INK, TOOL_INK, "ink: draw with the mouse; it stays with this step; Shift+K wipes it; Esc ends it"},
};

static bool take_tool(Viewer *viewer, Command command)
{
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        if (tools[i].command != command)
            continue;
        classroom_take(&viewer->room, tools[i].tool);
        if (viewer->room.tool != TOOL_NONE)
            snprintf(viewer->notice, sizeof viewer->notice, "%s", tools[i].words);
        else
            viewer->notice[0] = '\0';
        return true;
    }
    return false;
}

enum { POINTER_STEP = 40 };        /* logical pixels that a key moves the pointer by */

static bool move_pointer(Viewer *viewer, Command command)
{
    static const struct { Command command; float x, y; } ways[] = {
        {COMMAND_PAN_LEFT, -1, 0}, {COMMAND_PAN_RIGHT, 1, 0}, {COMMAND_PAN_UP, 0, -1},
        {COMMAND_PAN_DOWN, 0, 1},
    };
    Point *at = &viewer->room.pointer;
    if (viewer->room.tool == TOOL_NONE)
        return false;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].command == command) {
            at->x = viewer_bounded(at->x + ways[i].x * POINTER_STEP, 0, viewer->width);
            at->y = viewer_bounded(at->y + ways[i].y * POINTER_STEP, 0, viewer->height);
            return true;
        }
    return false;
}

/* The question. */

static bool open_question(Viewer *viewer)
{
    if (!viewer->page)
        return true;
    viewer->notice[0] = '\0';
    if (!viewer->quiz.open)
        quiz_ask(&viewer->quiz, viewer->page, viewer->options.lesson_file);
    if (viewer->quiz.open)
        classroom_ask(&viewer->room);
    else
        snprintf(viewer->notice, sizeof viewer->notice, "there is nothing to ask about the next step");
    return true;
}

static void close_question(Viewer *viewer)
{
    classroom_close(&viewer->room);
    quiz_close(&viewer->quiz);
}

static void reveal(Viewer *viewer)
{
    if (!viewer->room.revealed)
        viewer->room.revealed = true;
    else
        viewer_move(viewer, TRAVEL_INTO);
}

static void take_back(Viewer *viewer)
{
    if (viewer->room.revealed)
        viewer->room.revealed = false;
    else
        classroom_erase(&viewer->room);
}

/* Another one, if there is. */
static void next_question(Viewer *viewer)
{
    quiz_ask(&viewer->quiz, viewer->page, viewer->options.lesson_file);
    classroom_ask(&viewer->room);
}

static bool answer_command(Viewer *viewer, const QuizQuestion *question, Command command)
{
    switch (command) {
    case COMMAND_FORWARD: case COMMAND_PREDICT: reveal(viewer); return true;
    case COMMAND_BACK: take_back(viewer); return true;
    case COMMAND_OVER: classroom_select(&viewer->room, 1, question->choice_count); return true;
    case COMMAND_OUT: classroom_select(&viewer->room, -1, question->choice_count); return true;
    case COMMAND_OTHER_QUESTION: next_question(viewer); return true;
    case COMMAND_NATURAL: classroom_digit(&viewer->room, 0); return true;
    case COMMAND_ASK_CLASS: close_question(viewer); return true;
    default: break;
    }
    bool digit = command >= COMMAND_CHOOSE_1 && command <= COMMAND_CHOOSE_9;
    if (digit)
        classroom_digit(&viewer->room, (uint32_t)(command - COMMAND_CHOOSE_1) + 1);
    return digit;
}

bool lecture_command(Viewer *viewer, Command command)
{
    QuizQuestion question;
    if (viewer->room.asks && viewer_question(viewer, &question) && answer_command(viewer, &question, command))
        return true;
    if (command == COMMAND_ASK_CLASS)
        return open_question(viewer);
    if (command == COMMAND_CLEAR_INK) {
        if (viewer->page)
            classroom_clear(&viewer->room, viewer->page->stage.stop.position.step);
        return true;
    }
    return take_tool(viewer, command) || move_pointer(viewer, command);
}

bool lecture_escape(Viewer *viewer)
{
    bool asks = viewer->room.asks, tool = viewer->room.tool != TOOL_NONE;
    if (asks)
        close_question(viewer);
    else if (tool)
        classroom_take(&viewer->room, viewer->room.tool);
    if (asks || tool)
        viewer->notice[0] = '\0';
    return asks || tool;
}

/* The pointer. */

static bool draws(const Viewer *viewer)
{
    return viewer->room.tool == TOOL_INK && viewer->page && !viewer->room.asks && !viewer->help;
}

bool lecture_press(Viewer *viewer, float x, float y)
{
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    if (viewer->room.asks && hit.target == TARGET_CHOICE && !viewer->help) {       /* one more hand */
        viewer->room.selected = (uint32_t)hit.value;
        viewer->room.hands[hit.value] += viewer->room.hands[hit.value] < CLASSROOM_HANDS;
        return true;
    }
    if (!draws(viewer))
        return viewer->room.asks && !viewer->help;
    bool in_scene = hit.target == TARGET_MEMORY;
    Point at = in_scene ? viewer_scene_point(viewer, x, y) : (Point){x, y};
    viewer->notice[0] = '\0';
    if (!classroom_begin_stroke(&viewer->room, viewer->page->stage.stop.position.step, in_scene, at))
        snprintf(viewer->notice, sizeof viewer->notice, "there is no more ink: Shift+K wipes this step");
    return true;
}

bool lecture_point(Viewer *viewer, float x, float y)
{
    Classroom *room = &viewer->room;
    room->pointer = (Point){x, y};
    if (!room->drawing)
        return false;
    bool in_scene = room->strokes[room->stroke_count - 1].drawn.in_scene;
    classroom_go_on(room, in_scene ? viewer_scene_point(viewer, x, y) : (Point){x, y});
    return true;
}

bool lecture_release(Viewer *viewer)
{
    bool drawing = viewer->room.drawing;
    classroom_end_stroke(&viewer->room);
    return drawing;
}

bool lecture_wheel(Viewer *viewer, float wheel)
{
    if (viewer->room.tool == TOOL_NONE)
        return false;
    classroom_resize(&viewer->room, wheel > 0);
    return true;
}
