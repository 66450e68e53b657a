/* Two steps side by side: over each picture which step it is and what differs; the other one's picture lies in its card
 * as this one's does in its own, so that what is the same is in the same place. */
#include <inttypes.h>
#include <stdio.h>

#include "scene/panels/panels.h"

static void draw_kept(const Kit *kit, const ScreenPlan *plan, DrawTransform transform, const PanelModel *model)
{
    PanelModel other = *model;
    PanelHits none = {.count = 0};
    Kit quiet = *kit;
    quiet.hits = &none;
    other.scene = model->kept;
    other.focus = other.unshown = NULL;
    other.guided = false;
    other.scene_before = NULL;
    transform.dx += plan->kept.x - plan->memory.x;
    memory_panel_draw(&quiet, plan->kept, transform, &other);
    kit_hit(kit, plan->kept, TARGET_KEPT, 0);
}

static void draw_head(const Kit *kit, Rect picture, float right, const char *words, uint8_t color)
{
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, color, kit->compact ? 13.5f : 15};
    kit_text_fit(kit, picture.x + 8, picture.y - 12, style, right - picture.x - 16, words);
}

void compare_panel_draw(const Kit *kit, const ScreenPlan *plan, DrawTransform transform, const PanelModel *model)
{
    char words[200];
    Rect kept = plan->kept, shown = plan->memory;
    draw_kept(kit, plan, transform, model);
    if (model->drawing) {
        draw_head(kit, kept, kept.x + kept.w, "Your drawing", COLOR_SOFT);
        draw_head(kit, shown, shown.x + shown.w, "The machine", COLOR_MARK);
        return;
    }
    float right = code_panel_button(kit, kept.x + kept.w, kept.y - 32, TARGET_KEPT_LEAVE, "Done", false);
    right = code_panel_button(kit, right, kept.y - 32, model->of_runs ? TARGET_OTHER_RUN : TARGET_KEPT_GO, "Go there",
                              false);
    snprintf(words, sizeof words, model->of_runs ? "The other run, step %" PRIu64 : "Step %" PRIu64 ", kept",
             model->kept_step);
    draw_head(kit, kept, right, words, COLOR_SOFT);
    bool same = model->kept && model->kept_step == model->step && !model->of_runs;
    snprintf(words, sizeof words, "Step %" PRIu64 ": %s", model->step,
             same ? "go on or back, and see what differs" : model->compared ? model->compared : "");
    draw_head(kit, shown, shown.x + shown.w, words, COLOR_MARK);
}
