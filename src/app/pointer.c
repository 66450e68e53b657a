/* The pointer: what it is on, what a press, a drag, a click and the wheel do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/arrange.h"
#include "app/camera.h"
#include "app/holders.h"
#include "app/key_focus.h"
#include "app/splitter.h"
#include "app/viewer_parts.h"

/* In the picture of the step that is compared with: it lies in its card as the other one does. */
static bool kept_thing_at(Viewer *viewer, float x, float y, char *id)
{
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    Point at = viewer_scene_point(viewer, x - plan.kept.x + plan.memory.x, y);
    return model.kept && scene_hit(model.kept, at.x, at.y, id, VIEWER_ID);
}

static bool thing_at(Viewer *viewer, float x, float y, char *id)
{
    if (!viewer->page || screen_hit(&viewer->hits, x, y).target != TARGET_MEMORY)
        return false;
    Point at = viewer_scene_point(viewer, x, y);
    return scene_hit(viewer_scene(viewer), at.x, at.y, id, VIEWER_ID);
}

/* What lights up. */
static bool hover_at(Viewer *viewer, float x, float y, char *id)
{
    if (viewer->page && screen_hit(&viewer->hits, x, y).target == TARGET_KEPT)
        return kept_thing_at(viewer, x, y, id);
    return thing_at(viewer, x, y, id);
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
    holders_ask(viewer, block->object);
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
    if (!answer || !chronicle_same(&answer->question, &viewer->asked))
        return;
    if (hit->target == TARGET_EVENT && (size_t)hit->value < viewer->event_count)
        viewer_seek(viewer, viewer->event_steps[hit->value]);
    else if (hit->target == TARGET_HOLDER && (uint32_t)hit->value < answer->count
             && answer->holders[hit->value].has_since)
        viewer_seek(viewer, answer->holders[hit->value].since);
}

/* Boxes can be dragged, what lies between them moves the whole. */
static void press_memory(Viewer *viewer, float x, float y)
{
    viewer->drag = DRAG_MEMORY;
    bool on_thing = thing_at(viewer, x, y, viewer->drag_id);
    if (viewer->interpreting.open && !on_thing)
        return;
    if (on_thing && learn_press(viewer, x, y, viewer->drag_id)) {
        viewer->drag = DRAG_ARROW;
        return;
    }
    if (!on_thing || !arrange_may_drag(viewer, viewer->drag_id))
        return;
    const Scene *scene = stage_picture_scene(&viewer->page->stage);
    uint32_t box, cell;
    Point at = viewer_scene_point(viewer, x, y);
    scene_find(scene, viewer->drag_id, &box, &cell);
    Rect rect = scene->boxes[box].rect;
    if (at.x < rect.x || at.x > rect.x + rect.w || at.y < rect.y || at.y > rect.y + rect.h)
        return;                        /* on an arrow that leaves from it */
    viewer->drag_hold = (Point){at.x - rect.x, at.y - rect.y};
    viewer->drag = DRAG_BOX;
}

void viewer_press(Viewer *viewer, float x, float y)
{
    static const Command buttons[] = {
        [TARGET_FIRST] = COMMAND_FIRST, [TARGET_BACK] = COMMAND_BACK, [TARGET_FORWARD] = COMMAND_FORWARD,
        [TARGET_LAST] = COMMAND_LAST, [TARGET_THEME] = COMMAND_THEME, [TARGET_HELP] = COMMAND_HELP,
        [TARGET_PREDICT] = COMMAND_PREDICT, [TARGET_MENU] = COMMAND_NONE, [TARGET_MEMORY] = COMMAND_NONE,
        [TARGET_POOLS] = COMMAND_NONE, [TARGET_POOL] = COMMAND_NONE, [TARGET_BLOCKS] = COMMAND_NONE,
        [TARGET_EDIT] = COMMAND_EDIT, [TARGET_OTHER_RUN] = COMMAND_OTHER_RUN,
        [TARGET_KEPT] = COMMAND_NONE, [TARGET_KEPT_GO] = COMMAND_KEPT_STEP, [TARGET_KEPT_LEAVE] = COMMAND_COMPARE,
        [TARGET_EDIT_RUN] = COMMAND_EDIT_RUN, [TARGET_EDIT_SAVE] = COMMAND_EDIT_SAVE,
        [TARGET_EDIT_CLOSE] = COMMAND_EDIT_CLOSE,
        [TARGET_BYTES] = COMMAND_NONE, [TARGET_OVERVIEW] = COMMAND_NONE, [TARGET_SPLIT] = COMMAND_NONE,
        [TARGET_NARRATION] = COMMAND_NONE, [TARGET_TOLD] = COMMAND_NONE,
        [TARGET_MISTAKE] = COMMAND_NONE, [TARGET_RECALL] = COMMAND_NONE, [TARGET_HAND_IN] = COMMAND_NONE,
        [TARGET_LEAVE] = COMMAND_NONE,
    };
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    viewer->drag_x = x;
    viewer->drag_y = y;
    viewer->moved = false;
    if (lecture_press(viewer, x, y))
        return;
    if (viewer->mistakes.open && hit.target != TARGET_MISTAKE) {
        viewer->mistakes.open = false;
        return;
    }
    if (viewer->help) {
        viewer->help = false;
    } else if (hit.target == TARGET_ENTRY) {
        arrange_take_entry(viewer, hit.value);
    } else if (viewer->menu.count) {
        arrange_close_menu(viewer);
    } else if (hit.target == TARGET_HOLDER || hit.target == TARGET_EVENT) {
        follow(viewer, &hit);
    } else if (hit.target == TARGET_TRACK) {
        viewer->drag = DRAG_TRACK;
        scrub(viewer, x);
    } else if (hit.target == TARGET_SPLIT) {
        viewer->drag = DRAG_SPLIT;
        viewer->splitter = hit.value;
    } else if (hit.target == TARGET_OVERVIEW) {
        viewer->drag = DRAG_OVERVIEW;
        camera_look_at(viewer, x, y);
    } else if (hit.target == TARGET_POOL) {
        press_pool(viewer, hit.value);
    } else if (hit.target == TARGET_BLOCKS) {
        press_block(viewer, x, y);
    } else if (hit.target == TARGET_MEMORY) {
        press_memory(viewer, x, y);
    } else if (hit.target == TARGET_TOLD) {
        viewer_command(viewer, hit.value ? COMMAND_TOLD_DOWN : COMMAND_TOLD_UP);
    } else if (hit.target >= TARGET_RECALL && hit.target <= TARGET_LEAVE) {
        interpret_button(viewer, (PanelTarget)hit.target);
    } else if (hit.target == TARGET_MISTAKE) {
        learn_go_to_mistake(viewer, (uint32_t)hit.value);
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

static void drag_box(Viewer *viewer, float x, float y)
{
    Point at = viewer_scene_point(viewer, x, y);
    Point corner = {at.x - viewer->drag_hold.x, at.y - viewer->drag_hold.y};
    uint64_t number = strtoull(viewer->drag_id + strlen("object:"), NULL, 10);
    viewer->pin = arrange_pin_at(viewer, number, corner, &viewer->guide);
}

/* What the pointer is on, for its shape and for what the timeline says of the step there. */
static void note_pointed(Viewer *viewer, float x, float y)
{
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    bool split = hit.target == TARGET_SPLIT || viewer->drag == DRAG_SPLIT;
    int splitter = viewer->drag == DRAG_SPLIT ? viewer->splitter : hit.value;
    viewer->shape = split ? (splitter == SPLIT_LEFT ? SHAPE_ACROSS : SHAPE_ALONG)
                    : viewer->drag == DRAG_BOX || (viewer->drag == DRAG_MEMORY && viewer->moved) ? SHAPE_MOVE
                    : hit.target == TARGET_NONE || hit.target == TARGET_MEMORY || hit.target == TARGET_KEPT
                        ? SHAPE_ARROW : SHAPE_HAND;
    viewer->over_memory = hit.target == TARGET_MEMORY || hit.target == TARGET_OVERVIEW;
    viewer->pointed_line = hit.target == TARGET_CODE ? hit.value : 0;
    viewer->pointed = hit.target == TARGET_TRACK && viewer->drag == DRAG_NONE;
    if (!viewer->pointed)
        return;
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    viewer->pointed_step = screen_step_at(&plan, &model, x);
}

void viewer_press_twice(Viewer *viewer, float x, float y)
{
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    if (hit.target == TARGET_SPLIT)
        splitter_restore(viewer, hit.value);
    else
        viewer_press(viewer, x, y);
}

void viewer_point(Viewer *viewer, float x, float y)
{
    float dx = x - viewer->drag_x, dy = y - viewer->drag_y;
    if (edit_drag(viewer, x, y) || lecture_point(viewer, x, y))
        return;
    bool in_memory = viewer->drag == DRAG_MEMORY || viewer->drag == DRAG_BOX;
    if (in_memory && !viewer->moved && dx * dx + dy * dy < CLICK_SLACK * CLICK_SLACK)
        return;
    note_pointed(viewer, x, y);
    if (viewer->drag == DRAG_TRACK) {
        scrub(viewer, x);
    } else if (viewer->drag == DRAG_SPLIT) {
        splitter_drag(viewer, viewer->splitter, x, y);
    } else if (viewer->drag == DRAG_OVERVIEW) {
        camera_look_at(viewer, x, y);
    } else if (viewer->drag == DRAG_BOX) {
        viewer->moved = true;
        drag_box(viewer, x, y);
    } else if (viewer->drag == DRAG_MEMORY) {
        viewer->moved = true;
        viewer->pan_x += dx;
        viewer->pan_y += dy;
        viewer->drag_x = x;
        viewer->drag_y = y;
    } else if (viewer->menu.count) {
        PanelHit hit = screen_hit(&viewer->hits, x, y);
        if (hit.target == TARGET_ENTRY)
            key_focus_on_entry(viewer, hit.value);
    } else if (!viewer->finding && !hover_at(viewer, x, y, viewer->highlight)) {
        viewer->highlight[0] = '\0';
    }
}

/* An answer to the question that is open, or a question of one's own. */
bool viewer_click_thing(Viewer *viewer, const char *id)
{
    uint64_t number = viewer->page ? holders_object_of(&viewer->page->stage, id) : 0;
    QuizQuestion question;
    uint32_t answered = viewer->quiz.asked;
    if (viewer_question(viewer, &question) && quiz_choose_object(&viewer->quiz, &question, number)) {
        if (viewer->quiz.asked > answered)
            learn_answered(viewer, &question);
        return true;
    }
    return holders_ask_thing(viewer, id, number);
}

void viewer_release(Viewer *viewer, float x, float y)
{
    char id[VIEWER_ID];
    bool in_memory = viewer->drag == DRAG_MEMORY || viewer->drag == DRAG_BOX;
    bool dropped = viewer->drag == DRAG_BOX && viewer->moved;
    if (viewer->drag == DRAG_SPLIT)
        viewer_remember(viewer);
    bool arrow = viewer->drag == DRAG_ARROW;
    viewer->drag = DRAG_NONE;
    if (arrow)
        learn_release(viewer, thing_at(viewer, x, y, id) ? id : "");
    viewer->edit.dragging = false;
    if (lecture_release(viewer))
        return;
    if (dropped)
        arrange_keep(viewer, viewer->pin);
    if (!in_memory || viewer->moved)
        return;
    holders_close(viewer);
    if (thing_at(viewer, x, y, id) && !interpret_release(viewer, id)
        && !arrange_click(viewer, id, viewer_scene_point(viewer, x, y)))
        viewer_click_thing(viewer, id);
}

void viewer_press_menu(Viewer *viewer, float x, float y)
{
    char id[VIEWER_ID];
    arrange_close_menu(viewer);
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    if (viewer->interpreting.open)
        return;
    if (hit.target == TARGET_CODE)
        arrange_open_menu_of_line(viewer, hit.value, (Point){x, y});
    else if (thing_at(viewer, x, y, id))
        arrange_open_menu_of(viewer, id, (Point){x, y});
    else if (hit.target == TARGET_MEMORY || hit.target == TARGET_KEPT)
        arrange_open_menu_of_memory(viewer, (Point){x, y});
}

void viewer_wheel(Viewer *viewer, float x, float y, float wheel)
{
    PanelHit hit = screen_hit(&viewer->hits, x, y);
    if (edit_wheel(viewer, x, y, wheel) || lecture_wheel(viewer, wheel))
        return;
    if (hit.target == TARGET_MEMORY)
        camera_zoom_at(viewer, x, y, wheel > 0 ? VIEWER_NOTCH : 1 / VIEWER_NOTCH);
    else if (hit.target == TARGET_NARRATION || hit.target == TARGET_TOLD)
        viewer_command(viewer, wheel > 0 ? COMMAND_TOLD_UP : COMMAND_TOLD_DOWN);
    else if (hit.target == TARGET_CODE)
        viewer->scroll -= wheel > 0 ? 3 : -3;
    else if (hit.target == TARGET_TRACK)
        viewer_command(viewer, wheel > 0 ? COMMAND_BACK : COMMAND_FORWARD);
}
