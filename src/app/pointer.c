/* The pointer: what it is on, what a press, a drag, a click and the wheel do. */
#include <stdio.h>
#include <string.h>

#include "app/holders.h"
#include "app/viewer_parts.h"

enum { REVEAL_MARGIN = 32 };       /* logical pixels around what was looked for */

/* Moves the memory just so far that a part of the scene shows. */
void viewer_reveal(Viewer *viewer, Rect part)
{
    PanelModel model = viewer_model(viewer);
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
Point viewer_scene_point(Viewer *viewer, float x, float y)
{
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    DrawTransform transform = screen_scene_transform(&plan, &model);
    return (Point){(x - transform.dx) / transform.scale, (y - transform.dy) / transform.scale};
}

static bool thing_at(Viewer *viewer, float x, float y, char *id)
{
    if (!viewer->page || screen_hit(&viewer->hits, x, y).target != TARGET_MEMORY)
        return false;
    Point at = viewer_scene_point(viewer, x, y);
    return scene_hit(&viewer->page->stage.scene, at.x, at.y, id, VIEWER_ID);
}

/* From arena to pool to block to object. */
static void press_pool(Viewer *viewer, int pool)
{
    const PoolMap *map = &viewer->page->stage.pools;
    if (pool < 0 || (uint32_t)pool >= map->pool_count)
        return;
    viewer->focus = (PoolsFocus){.pool = map->pools[pool].address};
    viewer_ask_memory(viewer);
}

static void press_block(Viewer *viewer, float x, float y)
{
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    uint64_t address = screen_block_at(&plan, &model, x, y);
    const MapBlock *block = address ? pool_map_block_at(&viewer->page->stage.pools, address) : NULL;
    bool again = address && address == viewer->focus.block;
    viewer->focus.block = address;
    if (!again || !block || !block->object)
        return;
    viewer_pools(viewer);
    snprintf(viewer->highlight, sizeof viewer->highlight, "object:%llu", (unsigned long long)block->object);
    if (holders_ask(viewer, block->object))
        viewer->asked = block->object;
}

static void scrub(Viewer *viewer, float x)
{
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    viewer_seek(viewer, screen_step_at(&plan, &model, x));
}

/* A link of the card: to the step where it came to be so. */
static void follow(Viewer *viewer, const PanelHit *hit)
{
    const Answer *answer = viewer->answer;
    if (!answer || answer->number != viewer->asked)
        return;
    if (hit->target == TARGET_BIRTH)
        viewer_seek(viewer, answer->birth_step);
    else if (hit->target == TARGET_DEATH)
        viewer_seek(viewer, answer->death_step);
    else if ((uint32_t)hit->value < answer->count && answer->holders[hit->value].has_since)
        viewer_seek(viewer, answer->holders[hit->value].since);
}

void viewer_press(Viewer *viewer, float x, float y)
{
    static const Command buttons[] = {
        [TARGET_FIRST] = COMMAND_FIRST, [TARGET_BACK] = COMMAND_BACK, [TARGET_FORWARD] = COMMAND_FORWARD,
        [TARGET_LAST] = COMMAND_LAST, [TARGET_THEME] = COMMAND_THEME, [TARGET_HELP] = COMMAND_HELP,
        [TARGET_PREDICT] = COMMAND_PREDICT, [TARGET_MENU] = COMMAND_NONE, [TARGET_MEMORY] = COMMAND_NONE,
        [TARGET_POOLS] = COMMAND_NONE, [TARGET_POOL] = COMMAND_NONE, [TARGET_BLOCKS] = COMMAND_NONE,
        [TARGET_BYTES] = COMMAND_NONE, [TARGET_EDIT] = COMMAND_EDIT, [TARGET_OTHER_RUN] = COMMAND_OTHER_RUN,
        [TARGET_EDIT_RUN] = COMMAND_EDIT_RUN, [TARGET_EDIT_SAVE] = COMMAND_EDIT_SAVE,
        [TARGET_EDIT_CLOSE] = COMMAND_EDIT_CLOSE,
        [TARGET_NARRATION] = COMMAND_NONE,
    };
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    viewer->drag_x = x;
    viewer->drag_y = y;
    viewer->moved = false;
    if (lecture_press(viewer, x, y))
        return;
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
        viewer_toggle_breakpoint(viewer, hit.value);
    } else if (hit.target == TARGET_CHOICE) {
        viewer_choose(viewer, (uint32_t)hit.value);
    } else if (hit.target == TARGET_LEVEL) {
        viewer_set_level(viewer, (uint8_t)hit.value);
    } else if (hit.target != TARGET_NONE) {
        viewer_command(viewer, buttons[hit.target]);
    }
}

enum { CLICK_SLACK = 4 };          /* pixels that a hand may shake during a click */

void viewer_point(Viewer *viewer, float x, float y)
{
    float dx = x - viewer->drag_x, dy = y - viewer->drag_y;
    if (edit_drag(viewer, x, y) || lecture_point(viewer, x, y))
        return;
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
    viewer->edit.dragging = false;
    if (lecture_release(viewer) || !click)
        return;
    viewer->asked = 0;
    if (thing_at(viewer, x, y, id)) {
        uint64_t number = holders_object_of(&viewer->page->stage, id);
        QuizQuestion question;
        uint32_t answered = viewer->quiz.asked;
        if (viewer_question(viewer, &question) && quiz_choose_object(&viewer->quiz, &question, number)) {
            if (viewer->quiz.asked > answered)
                viewer_note(viewer, &question);
            return;
        }
        if (number && holders_ask(viewer, number))
            viewer->asked = number;
    }
}

/* The point of the scene under the pointer stays there. */
static void zoom_at(Viewer *viewer, float x, float y, float factor)
{
    Point at = viewer_scene_point(viewer, x, y);
    viewer->zoom = viewer_bounded(viewer->zoom * factor, 0.25f, 6);
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    DrawTransform transform = screen_scene_transform(&plan, &model);
    viewer->pan_x += x - (at.x * transform.scale + transform.dx);
    viewer->pan_y += y - (at.y * transform.scale + transform.dy);
}

void viewer_wheel(Viewer *viewer, float x, float y, float wheel)
{
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    if (edit_wheel(viewer, x, y, wheel) || lecture_wheel(viewer, wheel))
        return;
    if (hit.target == TARGET_MEMORY)
        zoom_at(viewer, x, y, wheel > 0 ? VIEWER_NOTCH : 1 / VIEWER_NOTCH);
    else if (hit.target == TARGET_NARRATION)
        viewer_command(viewer, wheel > 0 ? COMMAND_TOLD_UP : COMMAND_TOLD_DOWN);
    else if (hit.target == TARGET_CODE)
        viewer->scroll -= wheel > 0 ? 3 : -3;
    else if (hit.target == TARGET_TRACK)
        viewer_command(viewer, wheel > 0 ? COMMAND_BACK : COMMAND_FORWARD);
}
