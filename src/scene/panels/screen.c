/* Where the panels stand, in proportions of the design at 1920x1080: the left column takes 540 of 1920 but never less
 * than code needs, and its height is shared 420 : 272 : 164; a program that needs more gets it, as long as the words
 * about it and its output keep what they need. Nothing of this depends on the step, so the panels stand still. */
#include "scene/panels/screen.h"

#include "scene/panels/panels.h"

enum { COMPACT_WIDTH = 1500, COMPACT_HEIGHT = 860 };

static float clamp(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}

enum { WHOLE_LINES = 16 };     /* programs up to that long should be seen whole */

static float fewer(float a, float b)
{
    return a < b ? a : b;
}

/* What the code lacks is taken from the panels below it, from each as far as it has more than its least. */
static void plan_column(ScreenPlan *plan, Rect column, float gap, bool with_output, const PanelModel *model)
{
    float shared = column.h - (with_output ? 2 * gap : gap);
    float output = with_output ? (float)(int)(shared * 164 / 856) : 0;
    float narration = (float)(int)(shared * 272 / 856), code = shared - output - narration;
    float lack = code_panel_height(column, plan->compact, model->syntax, WHOLE_LINES) - code;
    float least_narration = fewer(narration, plan->compact ? 164 : 224);
    float least_output = fewer(output, plan->compact ? 88 : 100);
    float spare = narration - least_narration + output - least_output;
    float given = lack <= 0 || spare <= 0 ? 0 : fewer(lack, spare) / spare;
    narration = (float)(int)(narration - (narration - least_narration) * given);   /* whole: the code gains the rest */
    output = (float)(int)(output - (output - least_output) * given);
    code = shared - output - narration;
    plan->code = (Rect){column.x, column.y, column.w, code};
    plan->narration = (Rect){column.x, column.y + code + gap, column.w, narration};
    if (with_output)
        plan->output = (Rect){column.x, plan->narration.y + narration + gap, column.w, output};
}

ScreenPlan screen_plan(float width, float height, const PanelModel *model)
{
    ScreenPlan plan = {.compact = width < COMPACT_WIDTH || height < COMPACT_HEIGHT};
    float margin = plan.compact ? 12 : 24, gap = plan.compact ? 10 : 16, top = plan.compact ? 50 : 64;
    float foot = plan.compact ? 72 : 92;
    if (model->present)
        top = margin;
    else
        plan.top = (Rect){margin, 0, width - 2 * margin, top};
    float bottom = height - margin + (plan.compact ? 0 : 4) - foot;
    plan.timeline = (Rect){margin, bottom, width - 2 * margin, foot};
    float left = (float)(int)clamp(width * 0.28125f, 296, 720), tall = bottom - gap - top;
    plan_column(&plan, (Rect){margin, top, left, tall}, gap, !model->present || model->output_length > 0,
                model);
    plan.memory = (Rect){margin + left + gap, top, width - 2 * margin - left - gap, tall};
    float track = plan.timeline.x + (plan.compact ? 410 : 450);
    float end = plan.timeline.x + plan.timeline.w - 36;
    plan.track = (Rect){track, bottom + foot / 2 - (plan.compact ? 0 : 2), end - track, 6};
    return plan;
}

/* Below this the smallest labels, of 12.5 pixels, cannot be read any more; what does not fit then is reached by
 * panning. A small picture is enlarged a little, for the back row. */
#define SMALLEST_FIT 0.8f
#define LARGEST_FIT 1.25f

/* The whole stretch must fit, so that nothing moves while it lasts. In whole twentieths: text of few sizes. */
static float fitting_scale(Rect memory, const PanelModel *model)
{
    float wide = model->extent_width > 0 ? memory.w / model->extent_width : 1;
    float high = model->extent_height > 0 ? memory.h / model->extent_height : 1;
    float fit = clamp(wide < high ? wide : high, SMALLEST_FIT, LARGEST_FIT);
    return (float)(int)(fit * 20 + 0.001f) / 20;
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

/* What the step is about: the cells that changed and where their arrows lead, and what is new. */
static Rect changed_part(const Scene *scene)
{
    Rect focus = {0};
    for (uint32_t i = 0; i < scene->cell_count; i++)
        if (scene->cells[i].changed)
            focus = around(focus, scene->cells[i].rect);
    for (uint32_t i = 0; i < scene->arrow_count; i++)
        if (scene->arrows[i].marked)
            focus = around(focus, scene->boxes[scene->arrows[i].to_box].rect);
    for (uint32_t i = 0; i < scene->box_count; i++)
        if (scene->boxes[i].is_new)
            focus = around(focus, scene->boxes[i].rect);
    return focus;
}

static bool fits(Rect part, Rect memory, float scale)
{
    return (part.w + 2 * FOCUS_MARGIN) * scale <= memory.w && (part.h + 2 * FOCUS_MARGIN) * scale <= memory.h;
}

/* The frame that runs belongs to it, if there is room for both. */
static Rect focus_of(const Scene *scene, Rect memory, float scale)
{
    Rect focus = changed_part(scene);
    for (uint32_t i = 0; i < scene->box_count; i++) {
        if (!scene->boxes[i].active)
            continue;
        Rect both = around(focus, scene->boxes[i].rect);
        if (focus.w <= 0 || fits(both, memory, scale))
            focus = both;
    }
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

DrawTransform screen_scene_transform(const ScreenPlan *plan, const PanelModel *model)
{
    float fit = fitting_scale(plan->memory, model), zoom = model->zoom > 0 ? model->zoom : 1;
    Point shift = focus_shift(model, plan->memory, fit);
    return (DrawTransform){fit * zoom, plan->memory.x + shift.x * zoom + model->pan_x,
                           plan->memory.y + shift.y * zoom + model->pan_y};
}

void screen_draw(float width, float height, const PanelModel *model, const TextMeasure *measure, DrawList *list,
                 PanelHits *hits)
{
    hits->count = 0;
    if (model->blank)
        return;
    ScreenPlan plan = screen_plan(width, height, model);
    Kit kit = {list, hits, measure, plan.compact};
    if (plan.top.h > 0)
        top_bar_draw(&kit, plan.top, model);
    code_panel_draw(&kit, plan.code, model);
    if (model->asking)
        question_panel_draw(&kit, around(plan.narration, plan.output.h > 0 ? plan.output : plan.narration), model);
    else
        narration_panel_draw(&kit, plan.narration, model);
    if (plan.output.h > 0 && !model->asking)
        output_panel_draw(&kit, plan.output, model);
    memory_panel_draw(&kit, plan.memory, screen_scene_transform(&plan, model), model);
    if (model->asked)
        holders_card_draw(&kit, plan.memory, model);
    timeline_panel_draw(&kit, plan.timeline, plan.track, model);
    overlays_draw(&kit, width, height, model);
}

PanelHit screen_hit(const PanelHits *hits, float x, float y)
{
    for (size_t i = hits->count; i > 0; i--) {
        Rect rect = hits->items[i - 1].rect;
        if (x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h)
            return hits->items[i - 1];
    }
    return (PanelHit){0};
}

uint64_t screen_step_at(const ScreenPlan *plan, const PanelModel *model, float x)
{
    float part = clamp((x - plan->track.x) / (plan->track.w > 1 ? plan->track.w : 1), 0, 1);
    return (uint64_t)((double)part * (double)model->last_step + 0.5);
}
