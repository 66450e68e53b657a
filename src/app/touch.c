#include "app/touch.h"

#include <math.h>

#include "app/camera.h"
#include "app/viewer_parts.h"

enum {
    LONG_PRESS = 450,          /* milliseconds */
    DOUBLE_TAP = 320,
    SLACK = 10,                /* logical pixels that a finger may roll */
    TAP_APART = 28,            /* between the two of a double tap */
    NOTCH = 26                 /* pixels of a scroll that count as one of the wheel */
};

static float distance(float ax, float ay, float bx, float by) { return hypotf(ax - bx, ay - by); }

static bool scrolls(const Viewer *viewer, Point at)
{
    int target = screen_hit(&viewer->hits, at.x, at.y).target;
    return target == TARGET_CODE || target == TARGET_NARRATION || target == TARGET_TOLD;
}

/* ---- one finger ---- */

/* In front of a class a finger is the pointer at once. */
static void begin(Touch *touch, Viewer *viewer, Uint32 now)
{
    const TouchFinger *finger = &touch->fingers[0];
    touch->start = (Point){finger->x, finger->y};
    touch->since = now;
    touch->moved = false;
    touch->state = TOUCH_DOWN;
    if (viewer->room.tool == TOOL_NONE)
        return;
    touch->state = TOUCH_DRAG;
    viewer_point(viewer, finger->x, finger->y);
    viewer_press(viewer, finger->x, finger->y);
}

static void scroll(Touch *touch, Viewer *viewer, float dy)
{
    touch->left_to_scroll += dy;
    for (; fabsf(touch->left_to_scroll) >= NOTCH; touch->left_to_scroll -= touch->left_to_scroll > 0 ? NOTCH : -NOTCH)
        viewer_wheel(viewer, touch->start.x, touch->start.y, touch->left_to_scroll > 0 ? 1 : -1);
}

static void leave_rest(Touch *touch, Viewer *viewer)
{
    touch->left_to_scroll = 0;
    touch->state = scrolls(viewer, touch->start) ? TOUCH_SCROLL : TOUCH_DRAG;
    if (touch->state == TOUCH_DRAG)
        viewer_press(viewer, touch->start.x, touch->start.y);
}

static void move_one(Touch *touch, Viewer *viewer, float dy)
{
    const TouchFinger *finger = &touch->fingers[0];
    bool away = distance(finger->x, finger->y, touch->start.x, touch->start.y) > SLACK;
    if (touch->state == TOUCH_DOWN && away)
        leave_rest(touch, viewer);
    if (touch->state == TOUCH_SCROLL)
        scroll(touch, viewer, dy);
    else if (touch->state == TOUCH_DRAG || touch->state == TOUCH_HOVER)
        viewer_point(viewer, finger->x, finger->y);
    touch->moved |= away;
}

static void tap(Touch *touch, Viewer *viewer, Uint32 now)
{
    Point at = touch->start;
    bool again = touch->tapped && now - touch->tapped < DOUBLE_TAP
                 && distance(at.x, at.y, touch->tap.x, touch->tap.y) < TAP_APART;
    viewer_point(viewer, at.x, at.y);
    (again ? viewer_press_twice : viewer_press)(viewer, at.x, at.y);
    viewer_release(viewer, at.x, at.y);
    touch->tapped = again ? 0 : now;
    touch->tap = at;
}

static void lift_last(Touch *touch, Viewer *viewer, Uint32 now)
{
    const TouchFinger *finger = &touch->fingers[0];
    if (touch->state == TOUCH_DOWN)
        tap(touch, viewer, now);
    else if (touch->state == TOUCH_DRAG)
        viewer_release(viewer, finger->x, finger->y);
    else if (touch->state == TOUCH_HOVER && !touch->moved)
        viewer_press_menu(viewer, touch->start.x, touch->start.y);
    touch->state = TOUCH_NONE;
}

void touch_rest(Touch *touch, Viewer *viewer, Uint32 now)
{
    if (touch->state != TOUCH_DOWN || now - touch->since < LONG_PRESS)
        return;
    touch->state = TOUCH_HOVER;
    viewer_point(viewer, touch->start.x, touch->start.y);
}

int touch_patience(const Touch *touch, Uint32 now)
{
    if (touch->state != TOUCH_DOWN)
        return -1;
    return now - touch->since < LONG_PRESS ? (int)(LONG_PRESS - (now - touch->since)) : 0;
}

/* ---- two fingers ---- */

static void begin_pair(Touch *touch, Viewer *viewer)
{
    if (touch->state == TOUCH_DRAG)
        viewer_release(viewer, touch->fingers[0].x, touch->fingers[0].y);
    touch->state = TOUCH_PAIR;
}

/* What lies between the fingers stays there. */
static void move_pair(Touch *touch, Viewer *viewer, const TouchFinger before[2])
{
    const TouchFinger *a = &touch->fingers[0], *b = &touch->fingers[1];
    float was = distance(before[0].x, before[0].y, before[1].x, before[1].y), is = distance(a->x, a->y, b->x, b->y);
    viewer->pan_x += (a->x + b->x - before[0].x - before[1].x) / 2;
    viewer->pan_y += (a->y + b->y - before[0].y - before[1].y) / 2;
    if (was > SLACK && is > SLACK)
        camera_zoom_at(viewer, (a->x + b->x) / 2, (a->y + b->y) / 2, is / was);
}

/* ---- events ---- */

static int find_finger(const Touch *touch, SDL_FingerID id)
{
    for (int i = 0; i < touch->count; i++)
        if (touch->fingers[i].id == id)
            return i;
    return -1;
}

static void come_down(Touch *touch, Viewer *viewer, TouchFinger finger, Uint32 now)
{
    if (touch->count == 2)
        return;
    touch->fingers[touch->count++] = finger;
    if (touch->count == 1)
        begin(touch, viewer, now);
    else if (touch->state != TOUCH_OVER)
        begin_pair(touch, viewer);
}

static void move(Touch *touch, Viewer *viewer, TouchFinger finger)
{
    TouchFinger before[2] = {touch->fingers[0], touch->fingers[1]};
    int which = find_finger(touch, finger.id);
    if (which < 0)
        return;
    touch->fingers[which] = finger;
    if (touch->state == TOUCH_PAIR)
        move_pair(touch, viewer, before);
    else if (which == 0)
        move_one(touch, viewer, finger.y - before[0].y);
}

static void lift(Touch *touch, Viewer *viewer, TouchFinger finger, Uint32 now)
{
    int which = find_finger(touch, finger.id);
    if (which < 0)
        return;
    if (touch->count == 1) {
        touch->fingers[0] = finger;
        lift_last(touch, viewer, now);
    } else {
        touch->fingers[0] = touch->fingers[1 - which];
        touch->state = TOUCH_OVER;
    }
    touch->count--;
}

void touch_event(Touch *touch, Viewer *viewer, const SDL_TouchFingerEvent *event)
{
    TouchFinger finger = {event->fingerId, event->x * viewer->width, event->y * viewer->height};
    if (event->type == SDL_FINGERDOWN)
        come_down(touch, viewer, finger, event->timestamp);
    else if (event->type == SDL_FINGERMOTION)
        move(touch, viewer, finger);
    else if (event->type == SDL_FINGERUP)
        lift(touch, viewer, finger, event->timestamp);
}
