/* What lies over the panels: the top bar's line is here too, as are help, search and notices. */
#include <stdio.h>

#include "scene/panels/panels.h"

static const char *const level_names[] = {
    [LEVEL_VALUES] = "Values", [LEVEL_REFERENCES] = "References", [LEVEL_COUNTS] = "Counts", [LEVEL_MEMORY] = "Memory",
};

enum { LEVELS = LEVEL_MEMORY + 1 };

static void draw_levels(const Kit *kit, Rect place, uint8_t chosen)
{
    draw_rect(kit->list, place, 9, (Paint){.fill = COLOR_PANEL, .stroke = COLOR_LINE, .alpha = 255, .width = 1});
    float width = (place.w - 4) / LEVELS;
    for (int i = 0; i < LEVELS; i++) {
        Rect part = {place.x + 2 + width * (float)i, place.y + 2, width, place.h - 4};
        bool here = i == chosen;
        if (here)
            kit_fill(kit, (Rect){part.x + 1, part.y + 1, part.w - 2, part.h - 2}, 7, COLOR_ACCENT_SOFT);
        TextStyle style = {FACE_SANS, here ? WEIGHT_SEMIBOLD : WEIGHT_MEDIUM, ANCHOR_MIDDLE,
                           here ? COLOR_ACCENT : COLOR_SOFT, kit->compact ? 13 : 14};
        kit_text(kit, part.x + part.w / 2, part.y + part.h / 2 + 5, style, level_names[i]);
        kit_hit(kit, part, TARGET_LEVEL, i);
    }
}

static void draw_progress(const Kit *kit, float x, float y, const PanelModel *model)
{
    for (uint32_t i = 0; i < model->lesson_count; i++)
        kit_fill(kit, (Rect){x + 22 * (float)i, y, 16, 6}, 3, i < model->lesson ? COLOR_ACCENT : COLOR_LINE);
}

void top_bar_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    float middle = rect.y + rect.h / 2, baseline = middle + 6, x = rect.x + 4;
    float levels = kit->compact ? 344 : 436, right = rect.x + rect.w;
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_SOFT, kit->compact ? 15 : 17};
    if (model->course) {
        kit_text(kit, x, baseline, style, model->course);
        x += kit_width(kit, style, model->course) + 14;
        style.color = COLOR_FAINT;
        kit_text(kit, x, baseline, style, "\xE2\x80\xBA");
        x += 22;
    }
    style.color = COLOR_TEXT;
    style.weight = WEIGHT_SEMIBOLD;
    const char *title = model->title ? model->title : "";
    float room = right - levels - 130 - x;
    kit_text_fit(kit, x, baseline, style, room, title);
    float after = x + kit_width(kit, style, title) + 36;
    if (after + 22 * (float)model->lesson_count < right - levels - 130)
        draw_progress(kit, after, middle - 3, model);
    draw_levels(kit, (Rect){right - levels - 126, middle - 17, levels, 34}, model->level);
    style = (TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, COLOR_SOFT, 16};
    kit_text(kit, right - 84, baseline, style, "Aa");
    kit_hit(kit, (Rect){right - 106, rect.y, 44, rect.h}, TARGET_THEME, 0);
    kit_text(kit, right - 34, baseline, style, "?");
    kit_hit(kit, (Rect){right - 56, rect.y, 44, rect.h}, TARGET_HELP, 0);
}

enum {
    HELP_ROW = 30, HELP_LEAST_ROW = 20, HELP_HEAD = 68, HELP_FOOT = 24, HELP_COLUMN = 460, HELP_SIDES = 48,
    HELP_AROUND = 12           /* the card, at least */
};

/* Closer together where they would not fit. */
static float help_pitch(float height, size_t rows)
{
    float fitting = (height - HELP_HEAD - HELP_FOOT - 2 * HELP_AROUND) / (float)rows;
    return fitting > HELP_ROW ? HELP_ROW : fitting < HELP_LEAST_ROW ? HELP_LEAST_ROW : fitting;
}

static void draw_help(const Kit *kit, float width, float height, const PanelModel *model)
{
    draw_rect(kit->list, (Rect){0, 0, width, height}, 0, (Paint){.fill = COLOR_PAGE, .alpha = 200});
    size_t columns = height < HELP_HEAD + HELP_ROW * (float)model->key_count + 60 ? 2 : 1;
    size_t rows = (model->key_count + columns - 1) / columns;
    float fitting = (width - HELP_SIDES - 2 * HELP_AROUND) / (float)columns;
    float column = fitting < HELP_COLUMN ? fitting : HELP_COLUMN, wide = column * (float)columns + HELP_SIDES;
    float pitch = help_pitch(height, rows), high = HELP_HEAD + pitch * (float)rows + HELP_FOOT;
    Rect card = {(width - wide) / 2, (height - high) / 2, wide, high};
    kit_card(kit, card, COLOR_PANEL, COLOR_LINE, 1);
    TextStyle title = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 18};
    kit_text(kit, card.x + 28, card.y + 42, title, "Keys");
    TextStyle keys = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_ACCENT, 14};
    TextStyle meaning = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_TEXT, 14};
    for (size_t i = 0; i < model->key_count; i++) {
        float x = card.x + 28 + column * (float)(i / rows), y = card.y + HELP_HEAD + pitch * (float)(i % rows) + 16;
        kit_text_fit(kit, x, y, keys, 176, model->keys[i].keys);
        kit_text_fit(kit, x + 186, y, meaning, column - 200, model->keys[i].meaning);
    }
}

static void draw_find(const Kit *kit, float width, const PanelModel *model)
{
    Rect card = {(width - 420) / 2, 20, 420, 56};
    kit_card(kit, card, COLOR_PANEL, COLOR_ACCENT, 1.5f);
    TextStyle label = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_SOFT, 15};
    kit_text(kit, card.x + 20, card.y + 34, label, "Find");
    TextStyle typed = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, model->find_missed ? COLOR_DEAD : COLOR_TEXT, 17};
    kit_text_fit(kit, card.x + 64, card.y + 34, typed, 250, model->find);
    float caret = card.x + 65 + kit_width(kit, typed, model->find);
    kit_fill(kit, (Rect){caret < card.x + 320 ? caret : card.x + 320, card.y + 18, 2, 22}, 0, COLOR_ACCENT);
    if (model->find_missed) {
        label.anchor = ANCHOR_END;
        label.color = COLOR_DEAD;
        kit_text(kit, card.x + 400, card.y + 34, label, "not here");
    }
}

/* The condition of a breakpoint, as it is typed. */
static void draw_condition(const Kit *kit, float width, const PanelModel *model)
{
    char words[60];
    Rect card = {(width - 640) / 2, 20, 640, 84};
    snprintf(words, sizeof words, "Stop at line %d only if", model->condition_line);
    kit_card(kit, card, COLOR_PANEL, COLOR_ACCENT, 1.5f);
    TextStyle label = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_SOFT, 15};
    TextStyle typed = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, 17};
    float x = card.x + 36 + kit_width(kit, label, words), room = card.x + card.w - 24 - x;
    kit_text(kit, card.x + 20, card.y + 34, label, words);
    kit_text_fit(kit, x, card.y + 34, typed, room, model->condition);
    float caret = x + 1 + kit_width(kit, typed, model->condition);
    kit_fill(kit, (Rect){caret < x + room ? caret : x + room, card.y + 18, 2, 22}, 0, COLOR_ACCENT);
    bool wrong = model->condition_wrong[0] != '\0';
    label.size = 13.5f;
    label.color = wrong ? COLOR_DEAD : COLOR_SOFT;
    kit_text_fit(kit, card.x + 20, card.y + 66, label, card.w - 40,
                 wrong ? model->condition_wrong : "such as  len(items) > 3  or  x is None;  Enter sets it, empty: always, Esc: leave");
}

static void draw_notice(const Kit *kit, float width, float height, const PanelModel *model)
{
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_MIDDLE, COLOR_PAGE, 15};
    float wide = kit_width(kit, style, model->notice) + 48;
    if (wide > width - 40)
        wide = width - 40;
    Rect pill = {(width - wide) / 2, height - 170, wide, 40};
    kit_fill(kit, pill, 20, COLOR_TEXT);
    style.anchor = ANCHOR_START;
    kit_text_fit(kit, pill.x + 24, pill.y + 26, style, wide - 44, model->notice);
}

void overlays_draw(const Kit *kit, float width, float height, const PanelModel *model)
{
    if (model->find)
        draw_find(kit, width, model);
    if (model->condition_line)
        draw_condition(kit, width, model);
    if (model->notice)
        draw_notice(kit, width, height, model);
    if (model->help)
        draw_help(kit, width, height, model);
}
