/* What went wrong so far, and the arrow that is being drawn as an answer. */
#include <inttypes.h>
#include <stdio.h>

#include "scene/panels/panels.h"

enum { MISTAKE_ROW = 84, MISTAKE_HEAD = 62 };

static void draw_mistake(const Kit *kit, Rect row, const PanelMistake *mistake, bool selected, int index)
{
    char words[400];
    draw_rect(kit->list, row, 9, (Paint){.fill = selected ? COLOR_ACCENT_SOFT : COLOR_CANVAS,
              .stroke = selected ? COLOR_ACCENT : COLOR_LINE, .alpha = 255, .width = selected ? 2 : 1});
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 15};
    kit_prose(kit, row.x + 16, row.y + 24, style, row.w - 110, 20, 1, mistake->ask);
    style.weight = WEIGHT_REGULAR;
    style.color = COLOR_DEAD;
    snprintf(words, sizeof words, "you: %s", mistake->taken);
    kit_text_fit(kit, row.x + 16, row.y + 44, style, row.w - 32, words);
    style.color = COLOR_OK;
    snprintf(words, sizeof words, "the machine: %s", mistake->right);
    kit_text_fit(kit, row.x + 16, row.y + 63, style, row.w - 32, words);
    snprintf(words, sizeof words, "step %" PRIu64, mistake->step);
    style = (TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_END, COLOR_ACCENT, 14};
    kit_text(kit, row.x + row.w - 14, row.y + 24, style, words);
    kit_hit(kit, row, TARGET_MISTAKE, index);
}

/* The newest stand lowest; those that do not fit above the selected one are left out. */
void mistakes_draw(const Kit *kit, float width, float height, const PanelModel *model)
{
    int most = (int)((height - 40 - MISTAKE_HEAD - 40) / MISTAKE_ROW), count = (int)model->mistake_count;
    int shown = count < most ? count : most, first = (int)model->mistake_selected - shown + 1;
    first = first < 0 ? 0 : first > count - shown ? count - shown : first;
    Rect card = {0, 0, width * 0.8f < 900 ? width * 0.8f : 900, (float)(MISTAKE_HEAD + MISTAKE_ROW * shown + 40)};
    card.x = (width - card.w) / 2;
    card.y = (height - card.h) / 2;
    draw_rect(kit->list, (Rect){0, 0, width, height}, 0, (Paint){.fill = COLOR_PAGE, .alpha = 200});
    kit_hit(kit, (Rect){0, 0, width, height}, TARGET_NONE, 0);
    kit_card(kit, card, COLOR_PANEL, COLOR_LINE, 1);
    TextStyle title = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 20};
    kit_text(kit, card.x + 24, card.y + 40, title, "What was that?");
    for (int i = 0; i < shown; i++)
        draw_mistake(kit, (Rect){card.x + 20, card.y + MISTAKE_HEAD + (float)(MISTAKE_ROW * i), card.w - 40,
                                 MISTAKE_ROW - 8},
                     &model->mistakes[first + i], first + i == (int)model->mistake_selected, first + i);
    TextStyle hint = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14};
    kit_text_fit(kit, card.x + 24, card.y + card.h - 16, hint, card.w - 48,
                 "Up, Down: choose     Enter, or click: back to where it was asked     Esc: close");
}

enum { ARROW_HEAD = 12 };

void answer_arrow_draw(const Kit *kit, const PanelModel *model)
{
    Point from = model->arrow_from, to = model->arrow_to;
    Paint paint = {.stroke = COLOR_ACCENT, .alpha = 255, .width = 3, .dash_on = 8, .dash_off = 5};
    draw_line(kit->list, from, to, paint);
    draw_circle(kit->list, from, 6, (Paint){.fill = COLOR_ACCENT, .alpha = 255});
    draw_circle(kit->list, to, ARROW_HEAD / 2, (Paint){.stroke = COLOR_ACCENT, .alpha = 255, .width = 3});
}
