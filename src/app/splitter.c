#include "app/splitter.h"

#include "app/viewer_parts.h"

enum { NOTCH_SIZE = 24 };          /* logical pixels */

static ScreenPlan plan_of(Viewer *viewer)
{
    PanelModel model = viewer_model(viewer);
    return screen_plan(viewer->width, viewer->height, &model);
}

/* The column from the code's top to the end of what lies below it. */
static Rect column_of(const ScreenPlan *plan)
{
    Rect last = plan->output.h > 0 ? plan->output : plan->narration;
    return (Rect){plan->code.x, plan->code.y, plan->code.w, last.y + last.h - plan->code.y};
}

static float part(float value, float whole)
{
    return viewer_bounded(whole > 0 ? value / whole : 0, 0.02f, 0.9f);
}

/* What the two panels below the code have is fixed as it is, so that only one boundary moves. */
static void take_shares(Viewer *viewer, const ScreenPlan *plan, Rect column)
{
    viewer->shares.words = part(plan->narration.h, column.h);
    if (plan->output.h > 0)
        viewer->shares.output = part(plan->output.h, column.h);
}

static void place(Viewer *viewer, int splitter, float x, float y)
{
    ScreenPlan plan = plan_of(viewer);
    Rect column = column_of(&plan);
    if (splitter == SPLIT_LEFT) {
        viewer->shares.left = part(x - column.x, viewer->width);
        return;
    }
    take_shares(viewer, &plan, column);
    float words_end = plan.narration.y + plan.narration.h, end = column.y + column.h;
    if (splitter == SPLIT_WORDS) {
        viewer->shares.words = part(words_end - y, column.h);
    } else {
        viewer->shares.output = part(end - y, column.h);
        viewer->shares.words = part(y - plan.narration.y, column.h);
    }
}

void splitter_drag(Viewer *viewer, int splitter, float x, float y)
{
    place(viewer, splitter, x, y);
}

void splitter_move(Viewer *viewer, int splitter, int notches)
{
    ScreenPlan plan = plan_of(viewer);
    float by = (float)(notches * NOTCH_SIZE);
    place(viewer, splitter, plan.code.x + plan.code.w + by,
          (splitter == SPLIT_WORDS ? plan.narration.y : plan.output.y) + by);
    viewer_remember(viewer);
}

void splitter_restore(Viewer *viewer, int splitter)
{
    if (splitter == SPLIT_LEFT)
        viewer->shares.left = 0;
    else
        viewer->shares.words = viewer->shares.output = 0;
    viewer_remember(viewer);
}
