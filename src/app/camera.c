#include "app/camera.h"

#include "app/viewer_parts.h"

enum { REVEAL_MARGIN = 12, PAN_STEP = 80, FIT_MARGIN = 8 };    /* logical pixels */

#define NEAREST 6.0f
#define FARTHEST 0.1f

typedef struct Camera { Rect memory; DrawTransform transform; PanelModel model; ScreenPlan plan; } Camera;

static Camera camera_of(Viewer *viewer)
{
    Camera camera = {.model = viewer_model(viewer)};
    camera.plan = screen_plan(viewer->width, viewer->height, &camera.model);
    camera.memory = camera.plan.memory;
    camera.transform = screen_scene_transform(&camera.plan, &camera.model);
    return camera;
}

Point viewer_scene_point(Viewer *viewer, float x, float y)
{
    DrawTransform transform = camera_of(viewer).transform;
    return (Point){(x - transform.dx) / transform.scale, (y - transform.dy) / transform.scale};
}

Point viewer_window_point(Viewer *viewer, Point at)
{
    DrawTransform transform = camera_of(viewer).transform;
    return (Point){at.x * transform.scale + transform.dx, at.y * transform.scale + transform.dy};
}

/* Moves the memory just so far that a part of the scene shows. */
void viewer_reveal(Viewer *viewer, Rect part)
{
    Camera camera = camera_of(viewer);
    DrawTransform transform = camera.transform;
    Rect memory = camera.memory;
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

/* Moves so that a point of the scene comes to lie at a point of the window. */
static void bring(Viewer *viewer, Point at, float x, float y)
{
    Point now = viewer_window_point(viewer, at);
    viewer->pan_x += x - now.x;
    viewer->pan_y += y - now.y;
}

void camera_zoom_at(Viewer *viewer, float x, float y, float factor)
{
    Point at = viewer_scene_point(viewer, x, y);
    viewer->zoom = viewer_bounded(viewer->zoom * factor, FARTHEST, NEAREST);
    bring(viewer, at, x, y);
}

void camera_zoom(Viewer *viewer, int way)
{
    Rect memory = camera_of(viewer).memory;
    float factor = way > 0 ? VIEWER_NOTCH : 1 / VIEWER_NOTCH;
    camera_zoom_at(viewer, memory.x + memory.w / 2, memory.y + memory.h / 2, factor);
}

void camera_pan(Viewer *viewer, int x, int y)
{
    viewer->pan_x -= (float)(x * PAN_STEP);
    viewer->pan_y -= (float)(y * PAN_STEP);
}

void camera_natural(Viewer *viewer)
{
    viewer->zoom = 1;
    viewer->pan_x = viewer->pan_y = 0;
}

void camera_fit(Viewer *viewer)
{
    camera_natural(viewer);
    Camera camera = camera_of(viewer);
    const Scene *scene = camera.model.scene;
    if (!scene || scene->width <= 0 || scene->height <= 0)
        return;
    float wide = (camera.memory.w - 2 * FIT_MARGIN) / (scene->width * camera.transform.scale);
    float high = (camera.memory.h - 2 * FIT_MARGIN) / (scene->height * camera.transform.scale);
    float fit = wide < high ? wide : high;
    viewer->zoom = viewer_bounded(fit < 1 ? fit : 1, FARTHEST, NEAREST);
    bring(viewer, (Point){0, 0}, camera.memory.x + FIT_MARGIN, camera.memory.y + FIT_MARGIN);
}

void camera_look_at(Viewer *viewer, float x, float y)
{
    Camera camera = camera_of(viewer);
    Point at = screen_overview_point(&camera.plan, &camera.model, x, y);
    bring(viewer, at, camera.memory.x + camera.memory.w / 2, camera.memory.y + camera.memory.h / 2);
}
