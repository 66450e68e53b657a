/* Below the least scale the smallest labels, of 13 pixels, cannot be read any more: on a screen of 1080 lines they keep
 * 12 of them, in a smaller window less, as everything does there. Things are placed so that they fit at that scale; what
 * does not even so is drawn a little smaller still, and then reached by panning. A small picture is enlarged a little, for
 * the back row. */
#include "scene/panels/memory_fit.h"

enum { USUAL_WIDTH = 1316, USUAL_HEIGHT = 888, STEPS = 40 };      /* the panel at 1920x1080; scales in one */

#define SMALLEST_FIT 0.675f
#define READABLE_FIT 0.925f        /* 13 pixels become 12 */
#define LARGEST_FIT 1.3f
#define LAST_RESORT 0.85f          /* so much smaller it may be, where that shows what would be cut off */

static float clamp(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}

/* Text of few sizes. */
static float whole_steps(float scale)
{
    return (float)(int)(scale * STEPS + 0.01f) / STEPS;
}

static float least_scale(Rect memory)
{
    float wide = memory.w / USUAL_WIDTH, high = memory.h / USUAL_HEIGHT;
    return whole_steps(clamp(READABLE_FIT * (wide < high ? wide : high), SMALLEST_FIT, READABLE_FIT));
}

void memory_fit_room(Rect memory, SceneOptions *options)
{
    options->room_width = memory.w;
    options->room_height = memory.h;
    options->least_scale = least_scale(memory);
}

/* The room is that of a stretch or of a long part of it, so that nothing moves while it lasts. */
static float fitting_scale(Rect memory, const PanelModel *model)
{
    float wide = model->extent_width > 0 ? memory.w / model->extent_width : 1;
    float high = model->extent_height > 0 ? memory.h / model->extent_height : 1;
    float least = least_scale(memory) * LAST_RESORT;
    float fit = clamp(wide < high ? wide : high, least, LARGEST_FIT);
    return whole_steps(fit);
}

static Rect around(Rect a, Rect b)
{
    if (a.w <= 0)
        return b;
    float x0 = a.x < b.x ? a.x : b.x, x1 = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    float y0 = a.y < b.y ? a.y : b.y, y1 = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (Rect){x0, y0, x1 - x0, y1 - y0};
}

/* How far to move so that [from, to] shows in a window of `size` onto `whole`, beginning at the start of the whole; the
 * beginning is more important than the end. */
static float shift_to_show(float from, float to, float size, float whole)
{
    float shift = whole > size && to > size ? size - to : 0;
    return from + shift < 0 ? -from : shift;
}

enum { FOCUS_MARGIN = 24 };        /* around what must be seen, with its badge */

/* Where an arrow leads: to a place in a box, or to all of it. */
static Rect arrow_goal(const Scene *scene, const SceneArrow *arrow)
{
    return arrow->to_cell != SCENE_NONE ? scene->cells[arrow->to_cell].rect : scene->boxes[arrow->to_box].rect;
}

/* What the step is about: the cells that changed and where their arrows lead, and what is new. */
static Rect changed_part(const Scene *scene)
{
    Rect focus = {0};
    for (uint32_t i = 0; i < scene->cell_count; i++)
        if (scene->cells[i].changed)
            focus = around(focus, scene->cells[i].rect);
    for (uint32_t i = 0; i < scene->arrow_count; i++)
        if (scene->arrows[i].marked)
            focus = around(focus, arrow_goal(scene, &scene->arrows[i]));
    for (uint32_t i = 0; i < scene->box_count; i++)
        if (scene->boxes[i].is_new)
            focus = around(focus, scene->boxes[i].rect);
    return focus;
}

static bool fits(Rect part, Rect memory, float scale)
{
    return (part.w + 2 * FOCUS_MARGIN) * scale <= memory.w && (part.h + 2 * FOCUS_MARGIN) * scale <= memory.h;
}

static void take_in(Rect *focus, Rect more, Rect memory, float scale)
{
    Rect both = around(*focus, more);
    if (focus->w <= 0 || fits(both, memory, scale))
        *focus = both;
}

/* The frame that runs and what its names lead to belong to it, as far as there is room; of a change that is too large to
 * be seen at once the frame is what counts. */
static Rect focus_of(const Scene *scene, Rect memory, float scale)
{
    Rect focus = changed_part(scene);
    if (!fits(focus, memory, scale))
        focus = (Rect){0};
    for (uint32_t i = 0; i < scene->box_count; i++)
        if (scene->boxes[i].active)
            take_in(&focus, scene->boxes[i].rect, memory, scale);
    for (uint32_t i = 0; i < scene->arrow_count; i++)
        if (scene->boxes[scene->arrows[i].from_box].active)
            take_in(&focus, arrow_goal(scene, &scene->arrows[i]), memory, scale);
    return focus;
}

/* A scene that does not fit is shown from its top left corner, unless the step is about something beyond. This depends
 * on the step alone, so it looks the same however one got there. */
static Point focus_shift(const PanelModel *model, Rect memory, float scale)
{
    const Scene *scene = model->scene;
    float wide = model->extent_width * scale, high = model->extent_height * scale;
    if (!scene || (wide <= memory.w + 1 && high <= memory.h + 1))
        return (Point){0, 0};
    Rect focus = focus_of(scene, memory, scale);
    if (focus.w <= 0)
        return (Point){0, 0};
    float x0 = (focus.x - FOCUS_MARGIN) * scale, x1 = (focus.x + focus.w + FOCUS_MARGIN) * scale;
    float y0 = (focus.y - FOCUS_MARGIN) * scale, y1 = (focus.y + focus.h + FOCUS_MARGIN) * scale;
    return (Point){shift_to_show(x0, x1, memory.w, wide), shift_to_show(y0, y1, memory.h, high)};
}

DrawTransform memory_fit_transform(Rect memory, const PanelModel *model)
{
    float fit = fitting_scale(memory, model), zoom = model->zoom > 0 ? model->zoom : 1;
    Point shift = focus_shift(model, memory, fit);
    return (DrawTransform){fit * zoom, memory.x + shift.x * zoom + model->pan_x,
                           memory.y + shift.y * zoom + model->pan_y};
}
