/* Places to go to: lines with a breakpoint, the way-points of a lesson. */
#include <stdio.h>

#include "app/viewer_parts.h"

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
