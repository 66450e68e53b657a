/* Places to go to: lines with a breakpoint, the way-points of a lesson. */
#include <stdio.h>

#include "app/viewer_parts.h"
#include "machine/condition.h"

void viewer_run_to(Viewer *viewer, TravelMove way)
{
    if (viewer->breakpoints.count)
        viewer_move(viewer, way);
    else
        snprintf(viewer->notice, sizeof viewer->notice, "click a line of the code first: that sets a breakpoint");
}

void viewer_toggle_breakpoint(Viewer *viewer, int line)
{
    if (!breakpoints_toggle(&viewer->breakpoints, line))
        snprintf(viewer->notice, sizeof viewer->notice, "there is no room for more than %d breakpoints",
                 BREAKPOINTS_MOST);
    worker_set_breakpoints(viewer->worker, &viewer->breakpoints);
}

int viewer_line_meant(const Viewer *viewer)
{
    if (viewer->menu.line)
        return viewer->menu.line;
    return viewer->key_focus.target == TARGET_CODE ? viewer->key_focus.value : viewer->pointed_line;
}

static bool has_line(Viewer *viewer, int line)
{
    if (!line)
        snprintf(viewer->notice, sizeof viewer->notice, "Point at a line of the code first, or go there with F6 and Tab");
    return line != 0;
}

void viewer_run_here(Viewer *viewer, bool back)
{
    int line = viewer_line_meant(viewer);
    if (!has_line(viewer, line))
        return;
    viewer->highlight[0] = '\0';
    viewer->busy = true;
    worker_run_to(viewer->worker, line, back);
}

void viewer_ask_condition(Viewer *viewer)
{
    int line = viewer_line_meant(viewer);
    if (!has_line(viewer, line))
        return;
    viewer->condition_line = line;
    viewer->condition_wrong[0] = '\0';
    snprintf(viewer->condition, sizeof viewer->condition, "%s", breakpoints_condition(&viewer->breakpoints, line));
}

void viewer_take_condition(Viewer *viewer)
{
    size_t column = 0;
    char *wrong = viewer->condition_wrong;
    Condition *condition = viewer->condition[0]
        ? condition_parse(viewer->condition, wrong, sizeof viewer->condition_wrong, &column) : NULL;
    if (viewer->condition[0] && !condition)
        return;
    condition_destroy(condition);
    if (!breakpoints_set(&viewer->breakpoints, viewer->condition_line, viewer->condition))
        snprintf(viewer->notice, sizeof viewer->notice, "there is no room for more than %d breakpoints",
                 BREAKPOINTS_MOST);
    worker_set_breakpoints(viewer->worker, &viewer->breakpoints);
    viewer->condition_line = 0;
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

void viewer_to_waypoint(Viewer *viewer, bool back)
{
    const Lesson *lesson = viewer->options.lesson_file;
    uint64_t here = viewer->page ? viewer->page->stage.stop.position.step : 0, step = waypoint_from(lesson, here, back);
    if (step != LESSON_NOWHERE)
        viewer_seek(viewer, step);
    else
        snprintf(viewer->notice, sizeof viewer->notice, "%s", lesson ? "the lesson has no further place this way"
                                                                      : "only lessons have places to go to");
}
