/* Where the panels stand, in proportions of the design at 1920x1080: the left column takes 540 of 1920 but never less
 * than code needs, and its height is shared 420 : 272 : 164; a program that needs more gets it, as long as the words
 * about it and its output keep what they need. Nothing of this depends on the step, so the panels stand still. */
#include "scene/panels/screen.h"

#include "scene/panels/memory_fit.h"
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

/* As the user divided it; the code keeps its least. */
static void share_column(const PanelShares *shares, float shared, float *narration, float *output)
{
    float least = 72, most = shared - 120;
    if (shares->output > 0 && *output > 0)
        *output = (float)(int)clamp(shares->output * shared, 48, most / 2);
    if (shares->words > 0)
        *narration = (float)(int)clamp(shares->words * shared, least, most - *output);
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
    share_column(&model->shares, shared, &narration, &output);
    code = shared - output - narration;
    if (model->editor) {           /* who writes needs to see it; what happened can wait */
        code += narration + gap;
        narration = -gap;
    }
    plan->code = (Rect){column.x, column.y, column.w, code};
    plan->narration = (Rect){column.x, column.y + code + gap, column.w, narration};
    if (with_output)
        plan->output = (Rect){column.x, plan->narration.y + narration + gap, column.w, output};
}

enum { COMPARE_HEAD = 34, COMPARE_GAP = 10 };      /* over the two pictures; between them */

/* Side by side, the earlier step on the left. */
static void plan_comparison(ScreenPlan *plan, const PanelModel *model)
{
    Rect whole = plan->memory;
    float width = (float)(int)((whole.w - COMPARE_GAP) / 2);
    Rect left = {whole.x, whole.y + COMPARE_HEAD, width, whole.h - COMPARE_HEAD}, right = left;
    right.x = whole.x + whole.w - width;
    plan->memory = model->kept_is_later ? left : right;
    plan->kept = model->kept_is_later ? right : left;
}

/* In a small window two pictures need all of its width; unless something is to be written in the column beside them. */
static bool leaves_column(const ScreenPlan *plan, const PanelModel *model)
{
    return plan->compact && model->compares && !model->editor && !model->asking && !model->drawing && !model->input;
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
    if (model->shares.left > 0)
        left = (float)(int)clamp(width * model->shares.left, 220, width * 0.6f);
    plan_column(&plan, (Rect){margin, top, left, tall}, gap, !model->present || model->output_length > 0,
                model);
    plan.memory = (Rect){margin + left + gap, top, width - 2 * margin - left - gap, tall};
    if (leaves_column(&plan, model)) {
        plan.memory = (Rect){margin, top, width - 2 * margin, tall};
        plan.code = plan.narration = plan.output = (Rect){0};
    }
    if (model->compares)
        plan_comparison(&plan, model);
    float track = plan.timeline.x + (plan.compact ? 410 : 450);
    float end = plan.timeline.x + plan.timeline.w - 36;
    plan.track = (Rect){track, bottom + foot / 2 - (plan.compact ? 0 : 2), end - track, 6};
    return plan;
}

DrawTransform screen_scene_transform(const ScreenPlan *plan, const PanelModel *model)
{
    return memory_fit_transform(plan->memory, model);
}

/* Over narration and output. */
static Rect question_place(const ScreenPlan *plan)
{
    Rect place = plan->narration;
    if (plan->output.h > 0)
        place.h = plan->output.y + plan->output.h - place.y;
    return place;
}

static float between(float end, float start, float *size)
{
    *size = start - end + 6;
    return end - 3;
}

/* Unseen; the pointer changes its shape there, and the keyboard's focus has its ring. */
static void add_splits(const Kit *kit, const ScreenPlan *plan, const PanelModel *model)
{
    Rect upright = {.y = plan->code.y, .h = plan->memory.h}, level = {.x = plan->code.x, .w = plan->code.w};
    bool kept_first = plan->kept.w > 0 && plan->kept.x < plan->memory.x;
    upright.x = between(plan->code.x + plan->code.w, kept_first ? plan->kept.x : plan->memory.x, &upright.w);
    kit_hit(kit, upright, TARGET_SPLIT, SPLIT_LEFT);
    level.y = between(plan->code.y + plan->code.h, plan->narration.y, &level.h);
    kit_hit(kit, level, TARGET_SPLIT, SPLIT_WORDS);
    level.y = between(plan->narration.y + plan->narration.h, plan->output.y, &level.h);
    if (plan->output.h > 0 && !model->asking)
        kit_hit(kit, level, TARGET_SPLIT, SPLIT_OUTPUT);
}

Point screen_overview_point(const ScreenPlan *plan, const PanelModel *model, float x, float y)
{
    return overview_point(plan->memory, screen_scene_transform(plan, model), model, x, y);
}

/* Code, words and output. */
static void draw_column(const Kit *kit, const ScreenPlan *plan, const PanelModel *model)
{
    bool asking = model->drawing || (model->asking && !model->asks_class);
    if (model->editor)
        editor_panel_draw(kit, plan->code, model);
    else
        code_panel_draw(kit, plan->code, model);
    if (model->drawing)
        interpreter_panel_draw(kit, question_place(plan), model);
    else if (asking)
        question_panel_draw(kit, question_place(plan), model);
    else if (!model->editor)
        narration_panel_draw(kit, plan->narration, model);
    if (plan->output.h > 0 && !asking)
        output_panel_draw(kit, plan->output, model);
    add_splits(kit, plan, model);
}

static void draw_panels(const Kit *kit, const ScreenPlan *plan, const PanelModel *model)
{
    DrawTransform scene = screen_scene_transform(plan, model);
    if (plan->top.h > 0)
        top_bar_draw(kit, plan->top, model);
    if (plan->code.w > 0)
        draw_column(kit, plan, model);
    memory_panel_draw(kit, plan->memory, scene, model);
    if (model->compares)
        compare_panel_draw(kit, plan, scene, model);
    overview_draw(kit, plan->memory, scene, model);
    if (model->asked)
        holders_card_draw(kit, plan->memory, model);
    if (model->pools)
        (model->pools->is_heap ? heap_panel_draw : pools_panel_draw)(kit, plan->memory, model);
    if (model->bytes)
        bytes_card_draw(kit, plan->memory, model);
    timeline_panel_draw(kit, plan->timeline, plan->track, model);
    ink_draw(kit, plan->memory, scene, model);
    if (model->entry_count)
        menu_card_draw(kit, (Rect){0, 0, plan->timeline.x + plan->timeline.w, plan->timeline.y}, model);
    key_focus_draw(kit, model);
}

/* The loupe draws all once more instead of enlarging pixels: so it is sharp. What can be pointed at stays where it is. */
static void draw_loupe(const Kit *kit, const ScreenPlan *plan, const PanelModel *model)
{
    PanelHits none = {.count = 0};
    Kit again = *kit;
    again.hits = &none;
    loupe_begin(kit, model);
    draw_panels(&again, plan, model);
    loupe_end(kit, model);
}

void screen_draw(float width, float height, const PanelModel *model, const TextMeasure *measure, DrawList *list,
                 PanelHits *hits)
{
    hits->count = 0;
    if (model->blank)
        return;
    ScreenPlan plan = screen_plan(width, height, model);
    Kit kit = {list, hits, measure, plan.compact};
    draw_panels(&kit, &plan, model);
    if (model->tool == TOOL_SPOTLIGHT)
        spotlight_draw(&kit, width, height, model);
    if (model->tool == TOOL_LOUPE)
        draw_loupe(&kit, &plan, model);
    if (model->asks_class)
        class_question_draw(&kit, width, height, model);
    if (model->draws_arrow)
        answer_arrow_draw(&kit, model);
    if (model->mistakes)
        mistakes_draw(&kit, width, height, model);
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

uint64_t screen_block_at(const ScreenPlan *plan, const PanelModel *model, float x, float y)
{
    if (!model->pools)
        return 0;
    bool is_heap = model->pools->is_heap;
    return (is_heap ? heap_panel_block_at : pools_panel_block_at)(plan->compact, plan->memory, model, x, y);
}
