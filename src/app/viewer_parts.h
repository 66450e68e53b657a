/* What the files of the viewer share, and nobody else: viewer.c its life and its picture, commands.c what keys do,
 * pointer.c, typing.c, places.c, truth.c, lecture.c, learn.c and interpret.c what they are named after. */
#ifndef REFARROWS_APP_VIEWER_PARTS_H
#define REFARROWS_APP_VIEWER_PARTS_H

#include "app/viewer.h"

#define VIEWER_NOTCH 1.125f        /* how much one notch of the wheel or one key enlarges */

static inline float viewer_bounded(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}

/* Asks the worker to go somewhere; the page comes later. */
void viewer_move(Viewer *viewer, TravelMove way);
void viewer_seek(Viewer *viewer, uint64_t step);

/* To the next line with a breakpoint, TRAVEL_LINE or TRAVEL_BACK_LINE; to the lesson's next place or the one before. */
void viewer_run_to(Viewer *viewer, TravelMove way);
void viewer_to_waypoint(Viewer *viewer, bool back);
void viewer_toggle_breakpoint(Viewer *viewer, int line);

/* The line that the menu, the keyboard or the pointer is on; 0: none. To its next line event, or the one before. */
int viewer_line_meant(const Viewer *viewer);
void viewer_run_here(Viewer *viewer, bool back);

/* Asks for the condition of a breakpoint there. */
void viewer_ask_condition(Viewer *viewer);


/* Tells who wants to know what was done; `question` is the one just answered, NULL when it is left. */
void viewer_note(Viewer *viewer, const QuizQuestion *question);

/* The question that is open: false if none is. And an answer to it. */
bool viewer_question(const Viewer *viewer, QuizQuestion *question);
void viewer_choose(Viewer *viewer, uint32_t choice);

/* How much is shown. viewer_ask_memory tells the worker what `question` and `focus` say now. */
void viewer_set_level(Viewer *viewer, uint8_t level);
void viewer_ask_memory(Viewer *viewer);
void viewer_pools(Viewer *viewer);
void viewer_bytes(Viewer *viewer);
void viewer_both_runs(Viewer *viewer);     /* this run beside the other one; or no more */
void viewer_compare(Viewer *viewer);       /* keeps the step shown, to be compared with others; or no more */

void viewer_find(Viewer *viewer);  /* opens the search */

/* What a click on a thing of the memory does; false if it does nothing. And a point of the scene in the window,
 * and one of the window in the scene. */
bool viewer_click_thing(Viewer *viewer, const char *id);
Point viewer_window_point(Viewer *viewer, Point at);
Point viewer_scene_point(Viewer *viewer, float x, float y);

/* lecture.c: what the keys and the pointer do in front of a class. True: it was for the class, and nobody else's. */
bool lecture_command(Viewer *viewer, Command command);
bool lecture_press(Viewer *viewer, float x, float y);
bool lecture_point(Viewer *viewer, float x, float y);
bool lecture_release(Viewer *viewer);
bool lecture_wheel(Viewer *viewer, float wheel);
bool lecture_escape(Viewer *viewer);

/* learn.c: the same for somebody who learns alone. `id` is what lies under the pointer, "" for nothing. */
void learn_begin(Viewer *viewer);      /* takes up what went wrong before */
bool learn_command(Viewer *viewer, Command command);
bool learn_press(Viewer *viewer, float x, float y, const char *id);
void learn_release(Viewer *viewer, const char *id);
void learn_answered(Viewer *viewer, const QuizQuestion *question);        /* just now, for the first time */
void learn_go_to_mistake(Viewer *viewer, uint32_t which);
void learn_fill(Viewer *viewer, PanelModel *model);

/* interpret.c: the learner in the interpreter's place. */
void interpret_init(Viewer *viewer);
void interpret_finish(Viewer *viewer);
void interpret_open(Viewer *viewer);
void interpret_close(Viewer *viewer);
void interpret_turn(Viewer *viewer);       /* another step is shown */
void interpret_button(Viewer *viewer, PanelTarget button);
void interpret_build(Viewer *viewer, const TextMeasure *measure);
bool interpret_press(Viewer *viewer, const char *id);
bool interpret_release(Viewer *viewer, const char *id);
void interpret_fill(Viewer *viewer, PanelModel *model);

/* What the memory shows: the step, its comparison, or what the learner draws. There is a page. */
const Scene *viewer_scene(const Viewer *viewer);

#endif
