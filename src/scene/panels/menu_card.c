/* The menu of a thing in the memory, and the ring round what the keyboard is on. */
#include "scene/panels/panels.h"

enum { ENTRY_HEIGHT = 34, MENU_PAD = 8, MENU_INDENT = 18, KEY_ROOM = 76 };

static float width_of_menu(const Kit *kit, const PanelModel *model, TextStyle style)
{
    float widest = 0;
    for (size_t i = 0; i < model->entry_count; i++) {
        float width = kit_width(kit, style, model->entries[i].words);
        widest = width > widest ? width : widest;
    }
    return widest + 2 * MENU_INDENT + KEY_ROOM;
}

/* Beside the place where it was asked for, but within the window. */
static Rect place_of_menu(Rect memory, Point at, float width, float height)
{
    Rect card = {at.x + 4, at.y + 4, width, height};
    float right = memory.x + memory.w - 8, bottom = memory.y + memory.h - 8;
    if (card.x + card.w > right)
        card.x = right - card.w;
    if (card.y + card.h > bottom)
        card.y = bottom - card.h;
    return card;
}

void menu_card_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    TextStyle words = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, 15};
    TextStyle key = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_END, COLOR_SOFT, 13};
    float width = width_of_menu(kit, model, words), height = ENTRY_HEIGHT * (float)model->entry_count + 2 * MENU_PAD;
    Rect card = place_of_menu(memory, model->entries_at, width, height);
    kit_card(kit, card, COLOR_PANEL, COLOR_ACCENT, 1.5f);
    kit_hit(kit, card, TARGET_NONE, 0);
    for (size_t i = 0; i < model->entry_count; i++) {
        Rect row = {card.x, card.y + MENU_PAD + ENTRY_HEIGHT * (float)i, width, ENTRY_HEIGHT};
        if (model->key_target == TARGET_ENTRY && model->key_value == (int)i)
            kit_fill(kit, (Rect){row.x + 4, row.y + 1, row.w - 8, row.h - 2}, 7, COLOR_ACCENT_SOFT);
        kit_text(kit, row.x + MENU_INDENT, row.y + 22, words, model->entries[i].words);
        kit_text(kit, row.x + row.w - MENU_INDENT, row.y + 22, key, model->entries[i].key);
        kit_hit(kit, row, TARGET_ENTRY, (int)i);
    }
}

void key_focus_draw(const Kit *kit, const PanelModel *model)
{
    if (model->key_target == TARGET_NONE || model->key_target == TARGET_ENTRY)
        return;
    for (size_t i = kit->hits->count; i > 0; i--) {
        const PanelHit *hit = &kit->hits->items[i - 1];
        if (hit->target != model->key_target || hit->value != model->key_value)
            continue;
        draw_rect(kit->list, hit->rect, 8, (Paint){.stroke = COLOR_TEXT, .alpha = 255, .width = 2.5f});
        return;
    }
}
