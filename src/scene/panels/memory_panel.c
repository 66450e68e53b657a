/* The memory: the scene in its card, and the card that answers who holds an object. */
#include <stdio.h>

#include "scene/panels/panels.h"

void memory_panel_draw(const Kit *kit, Rect rect, DrawTransform transform, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_CANVAS, COLOR_LINE, 1);
    kit_hit(kit, rect, TARGET_MEMORY, 0);
    if (!model->scene)
        return;
    draw_clip_push(kit->list, (Rect){rect.x + 1, rect.y + 1, rect.w - 2, rect.h - 2});
    draw_transform_push(kit->list, transform.scale, transform.dx, transform.dy);
    scene_draw_unsettled(model->scene, model->highlight, model->unsettled, kit->list);
    draw_transform_pop(kit->list);
    draw_clip_pop(kit->list);
}

enum { CARD_WIDTH = 340, CARD_HEAD = 50, CARD_ROW = 36, CARD_FOOT = 10 };

void holders_card_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    float height = CARD_HEAD + CARD_ROW * (float)(model->holder_count + (model->more_holders > 0)) + CARD_FOOT;
    float width = CARD_WIDTH < memory.w - 32 ? CARD_WIDTH : memory.w - 32;
    Rect card = {memory.x + memory.w - width - 16, memory.y + 16, width, height};
    kit_card(kit, card, COLOR_PANEL, COLOR_ACCENT, 1.5f);
    TextStyle title = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 16};
    TextStyle count = {FACE_SANS, WEIGHT_BOLD, ANCHOR_END, COLOR_MARK, 18};
    kit_text_fit(kit, card.x + 20, card.y + 32, title, width - 90, model->asked);
    kit_text(kit, card.x + width - 20, card.y + 32, count, model->asked_count ? model->asked_count : "");
    TextStyle name = {FACE_MONO, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 16};
    TextStyle place = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_END, COLOR_SOFT, 14};
    float y = card.y + CARD_HEAD + 20;
    for (size_t i = 0; i < model->holder_count; i++, y += CARD_ROW) {
        draw_circle(kit->list, (Point){card.x + 28, y - 6}, 5, (Paint){.fill = model->holders[i].color, .alpha = 255});
        kit_text_fit(kit, card.x + 44, y, name, width / 2 - 50, model->holders[i].name);
        kit_text(kit, card.x + width - 20, y, place, model->holders[i].place);
    }
    if (model->more_holders) {
        char words[64];
        snprintf(words, sizeof words, "and %zu more", model->more_holders);
        place.anchor = ANCHOR_START;
        kit_text(kit, card.x + 44, y, place, words);
    }
}
