/* "You are the interpreter": what shall be drawn, the place that is written to, and once it is compared what differs. */
#include <stdio.h>

#include "scene/panels/panels.h"

enum { MARGIN = 20, HINTS = 6, FOOT = 44 };

static const char *const hints[2][HINTS][2] = {
    {{"a value", "4  'text'  [1, 2]  Node"}, {"a name", "the same object (or an arrow)"},
     {"Down, Up", "to another place"}, {"Right, Left", "to another object"}, {"Delete", "not bound"},
     {"Enter", "compare"}},
    {{"a value", "4  'a'  3.5"}, {"a pointer", "&x  NULL  new (or an arrow)"},
     {"Down, Up", "to another place"}, {"Right, Left", "to another block"}, {"Delete", "nothing stored"},
     {"Enter", "compare"}},
};

static void draw_hints(const Kit *kit, Rect rect, float y, float bottom, bool is_c)
{
    TextStyle key = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_SOFT, 13.5f}, words = key;
    words.weight = WEIGHT_REGULAR;
    for (int i = 0; i < HINTS && y < bottom; i++, y += 20) {
        kit_text_fit(kit, rect.x + MARGIN, y, key, 92, hints[is_c][i][0]);
        kit_text_fit(kit, rect.x + MARGIN + 96, y, words, rect.w - 2 * MARGIN - 96, hints[is_c][i][1]);
    }
}

/* The place as a field: its name, and what was typed or what it holds. */
static float draw_place(const Kit *kit, Rect rect, float y, const PanelDrawing *drawing)
{
    Rect field = {rect.x + MARGIN - 6, y, rect.w - 2 * MARGIN + 12, 40};
    TextStyle name = {FACE_MONO, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 16}, value = name;
    draw_rect(kit->list, field, 8, (Paint){.fill = COLOR_ACCENT_SOFT, .stroke = COLOR_ACCENT, .alpha = 255, .width = 2});
    float wide = kit_width(kit, name, drawing->place), most = field.w * 0.45f;
    wide = wide < most ? wide : most;
    kit_text_fit(kit, field.x + 12, field.y + 26, name, wide, drawing->place);
    value.weight = WEIGHT_MEDIUM;
    float x = field.x + 12 + wide + 16, room = field.x + field.w - x - 14;
    if (!drawing->typed[0]) {
        value = (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 15};
        kit_text_fit(kit, x, field.y + 26, value, room, drawing->holds);
        return field.y + field.h;
    }
    const char *text = drawing->typed;             /* its end is what is being typed */
    while (kit_width(kit, value, text) > room && *text)
        for (text++; (*text & 0xC0) == 0x80; text++)
            continue;
    kit_text(kit, x, field.y + 26, value, text);
    kit_fill(kit, (Rect){x + kit_width(kit, value, text) + 2, field.y + 9, 2, 22}, 0, COLOR_ACCENT);
    return field.y + field.h;
}

static void draw_differences(const Kit *kit, Rect rect, float y, float bottom, const PanelDrawing *drawing)
{
    char words[120];
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, drawing->wrong ? COLOR_DEAD : COLOR_OK, 16};
    if (drawing->wrong)
        snprintf(words, sizeof words, "%u of %u differ from what the machine did:", drawing->wrong, drawing->total);
    else
        snprintf(words, sizeof words, "All is as the machine did it.");
    y = kit_paragraph(kit, rect.x + MARGIN, y + 18, style, rect.w - 2 * MARGIN, 22, 2, words);
    style = (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_TEXT, 15};
    for (size_t i = 0; i < drawing->mark_count; i++) {
        int lines = (int)((bottom - y) / 20);
        if (!drawing->marks[i].right && lines > 0)
            y = kit_paragraph(kit, rect.x + MARGIN, y + 2, style, rect.w - 2 * MARGIN, 20, lines,
                              drawing->marks[i].words) + 6;
    }
}

void interpreter_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    const PanelDrawing *drawing = model->drawing;
    kit_card(kit, rect, COLOR_PANEL, COLOR_ACCENT, 2);
    kit_hit(kit, rect, TARGET_NONE, 0);
    kit_text_fit(kit, rect.x + MARGIN, rect.y + 30, kit_heading(), rect.w - 2 * MARGIN,
                 drawing->compared ? "You are the interpreter" : "You are the interpreter: its memory is hidden");
    float right = rect.x + rect.w - 14, foot = rect.y + rect.h - FOOT + 4;
    right = code_panel_button(kit, right, foot, TARGET_HAND_IN, drawing->compared ? "Go on" : "Compare", true);
    right = code_panel_button(kit, right, foot, TARGET_LEAVE, "Close", false);
    if (!drawing->compared)
        code_panel_button(kit, right, foot, TARGET_RECALL, "As it was", false);
    TextStyle task = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 16};
    float y = kit_prose(kit, rect.x + MARGIN, rect.y + 62, task, rect.w - 2 * MARGIN, 23, 3, drawing->task) - 10;
    float bottom = rect.y + rect.h - FOOT;
    if (drawing->compared) {
        draw_differences(kit, rect, y, bottom, drawing);
        return;
    }
    y = draw_place(kit, rect, y, drawing);
    draw_hints(kit, rect, y + 26, bottom, drawing->is_c);
}
