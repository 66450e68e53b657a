/* "You are the interpreter": a row for each name of the running frame, with what the learner says it will refer to, and
 * once that is compared what it does refer to. */
#include <stdio.h>

#include "scene/panels/panels.h"

enum { DRAFT_ROW = 40, DRAFT_ROW_COMPARED = 56 };

static void draw_draft(const Kit *kit, Rect row, const PanelModel *model, size_t index)
{
    const PanelDraft *draft = &model->drafts[index];
    bool selected = index == model->draft_selected && !model->draft_compared;
    uint8_t edge = model->draft_compared ? draft->right ? COLOR_OK : COLOR_DEAD : selected ? COLOR_ACCENT : COLOR_LINE;
    draw_rect(kit->list, row, 8, (Paint){.fill = selected ? COLOR_ACCENT_SOFT : COLOR_CANVAS, .stroke = edge,
              .alpha = 255, .width = selected || model->draft_compared ? 2 : 1});
    TextStyle name = {FACE_MONO, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 15};
    kit_text_fit(kit, row.x + 12, row.y + 25, name, 90, draft->name);
    TextStyle words = {FACE_SANS, draft->changed ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, ANCHOR_START,
                       draft->changed ? COLOR_MARK : COLOR_TEXT, 15};
    kit_text_fit(kit, row.x + 108, row.y + 25, words, row.w - 120, draft->words);
    if (model->draft_compared && !draft->right) {
        char truth[200];
        snprintf(truth, sizeof truth, "the machine: %s", draft->truth);
        words = (TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_DEAD, 14};
        kit_text_fit(kit, row.x + 108, row.y + 46, words, row.w - 120, truth);
    }
    kit_hit(kit, row, TARGET_DRAFT, (int)index);
}

static void draw_verdict(const Kit *kit, Rect rect, float y, const PanelModel *model)
{
    char words[120];
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, model->draft_wrong ? COLOR_DEAD : COLOR_OK, 15};
    if (model->draft_wrong == 0)
        snprintf(words, sizeof words, "All as the machine does it.");
    else
        snprintf(words, sizeof words, "%u of %zu differ: go on and see why.", model->draft_wrong, model->draft_count);
    kit_text_fit(kit, rect.x + 20, y + 18, style, rect.w - 40, words);
}

void interpreter_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_ACCENT, 2);
    kit_hit(kit, rect, TARGET_NONE, 0);
    kit_text(kit, rect.x + 20, rect.y + 30, kit_heading(), "You are the interpreter: after the next step\xE2\x80\xA6");
    float y = rect.y + 44, bottom = rect.y + rect.h - (model->draft_compared ? 56 : 32);
    size_t first = model->draft_selected > 5 && !model->draft_compared ? model->draft_selected - 5 : 0;
    for (size_t i = first; i < model->draft_count; i++) {
        float high = model->draft_compared && !model->drafts[i].right ? DRAFT_ROW_COMPARED : DRAFT_ROW;
        if (y + high > bottom)
            break;
        draw_draft(kit, (Rect){rect.x + 14, y, rect.w - 28, high - 4}, model, i);
        y += high;
    }
    if (model->draft_compared)
        draw_verdict(kit, rect, y, model);
    TextStyle hint = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 12.5f};
    kit_text_fit(kit, rect.x + 20, rect.y + rect.h - 12, hint, rect.w - 40,
                 model->draft_compared ? "Enter: see it happen     Esc: close"
                                       : "Left, Right, click: object   type: new   Del: none   Enter: compare");
}
