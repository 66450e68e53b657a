/* The question about the step to come: its card lies over narration and output, where the eye already is, and leaves
 * code and memory in sight, which hold the answer. */
#include <stdio.h>

#include "scene/panels/panels.h"

enum { CHOICE_GAP = 8, CHOICE_INSET = 52 };

static float text_size(const Kit *kit)
{
    return kit->compact ? 15 : 18;
}

/* How high prose is when set in that width. */
static float prose_height(const Kit *kit, TextStyle style, float width, float pitch, const char *text)
{
    DrawList unseen;
    Kit trial = *kit;
    draw_list_init(&unseen);
    trial.list = &unseen;
    float height = kit_prose(&trial, 0, 0, style, width, pitch, 8, text);
    draw_list_finish(&unseen);
    return height;
}

/* Colour alone never says it: the right one has a tick, the wrong one that was taken a cross. */
static void draw_sign(const Kit *kit, float x, float y, bool right)
{
    const uint8_t tick[] = {PATH_MOVE, PATH_LINE, PATH_LINE}, cross[] = {PATH_MOVE, PATH_LINE, PATH_MOVE, PATH_LINE};
    const Point tick_at[] = {{x - 6, y}, {x - 2, y + 5}, {x + 7, y - 6}};
    const Point cross_at[] = {{x - 5, y - 5}, {x + 5, y + 5}, {x - 5, y + 5}, {x + 5, y - 5}};
    Paint paint = {.stroke = right ? COLOR_OK : COLOR_DEAD, .alpha = 255, .width = 2.5f};
    if (right)
        draw_path(kit->list, tick, 3, tick_at, 3, paint);
    else
        draw_path(kit->list, cross, 4, cross_at, 4, paint);
}

static void draw_number(const Kit *kit, float x, float y, int number)
{
    char digit[4];
    snprintf(digit, sizeof digit, "%d", number % 10);
    draw_circle(kit->list, (Point){x, y}, 12, (Paint){.fill = COLOR_ACCENT_SOFT, .alpha = 255});
    TextStyle style = {FACE_SANS, WEIGHT_BOLD, ANCHOR_MIDDLE, COLOR_ACCENT, 14};
    kit_text(kit, x, y + 5, style, digit);
}

/* Returns where the next choice begins. */
static float draw_choice(const Kit *kit, Rect row, const PanelModel *model, int index)
{
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, text_size(kit) - 2};
    float pitch = style.size * 1.35f, room = row.w - CHOICE_INSET - 14;
    row.h = prose_height(kit, style, room, pitch, model->choices[index]) + (kit->compact ? 12 : 18);
    bool answered = model->chosen >= 0 || index + 1 == model->missed;
    bool right = index == model->answer, taken = index == model->chosen || index + 1 == model->missed;
    uint8_t edge = !answered ? COLOR_LINE : right ? COLOR_OK : taken ? COLOR_DEAD : COLOR_LINE;
    draw_rect(kit->list, row, 9, (Paint){.fill = COLOR_CANVAS, .stroke = edge, .alpha = 255,
              .width = answered && (right || taken) ? 2 : 1});
    if (answered && (right || taken))
        draw_sign(kit, row.x + 26, row.y + row.h / 2, right);
    else if (model->typed_number)
        draw_circle(kit->list, (Point){row.x + 26, row.y + row.h / 2}, 4, (Paint){.fill = COLOR_ACCENT, .alpha = 255});
    else
        draw_number(kit, row.x + 26, row.y + row.h / 2, index + 1);
    style.color = answered && !right && !taken ? COLOR_SOFT : COLOR_TEXT;
    kit_prose(kit, row.x + CHOICE_INSET, row.y + (kit->compact ? 6 : 9) + style.size, style, room, pitch, 4,
              model->choices[index]);
    kit_hit(kit, row, TARGET_CHOICE, index);
    return row.y + row.h + (kit->compact ? 5 : CHOICE_GAP);
}

static void draw_score(const Kit *kit, Rect rect, const PanelModel *model)
{
    char words[64];
    if (!model->questions_asked)
        return;
    snprintf(words, sizeof words, "%u of %u right", model->questions_right, model->questions_asked);
    TextStyle style = kit_heading();
    style.anchor = ANCHOR_END;
    kit_text(kit, rect.x + rect.w - 20, rect.y + 30, style, words);
}

/* Returns where the next thing may stand. */
static float draw_typed(const Kit *kit, Rect row, const char *typed)
{
    TextStyle style = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, text_size(kit)};
    draw_rect(kit->list, row, 9, (Paint){.fill = COLOR_PAGE, .stroke = COLOR_ACCENT, .alpha = 255, .width = 2});
    kit_text(kit, row.x + 16, row.y + row.h / 2 + 6, style, typed);
    kit_fill(kit, (Rect){row.x + 18 + kit_width(kit, style, typed), row.y + 8, 2, row.h - 16}, 0, COLOR_ACCENT);
    return row.y + row.h + 4;
}

/* What can be done, by what is asked and how far it is answered. */
static void write_foot(const PanelModel *model, char *words, size_t size)
{
    const char *first = "type it or click";
    char keys[32];
    if (model->chosen >= 0) {
        first = "Enter: see it";
    } else if (!model->typed_number) {
        snprintf(keys, sizeof keys, "1 %s %zu%s", model->choice_count == 2 ? "or" : "to", model->choice_count,
                 model->answered_by_arrow ? ", or an arrow" : ", or click");
        first = keys;
    }
    snprintf(words, size, "%s    N: another    Esc: close", first);
}

static void draw_foot(const Kit *kit, Rect rect, float y, const PanelModel *model)
{
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, text_size(kit) - 2};
    if (model->verdict) {
        style.color = model->chosen >= 0 && model->chosen == model->answer ? COLOR_OK : COLOR_DEAD;
        y = kit_prose(kit, rect.x + 20, y + style.size + 4, style, rect.w - 40, style.size * 1.35f, 4, model->verdict);
        y -= style.size;
    }
    char hint[100];
    write_foot(model, hint, sizeof hint);
    style = (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, kit->compact ? 12.5f : 13.5f};
    if (y + 24 < rect.y + rect.h)
        kit_text_fit(kit, rect.x + 20, rect.y + rect.h - 14, style, rect.w - 40, hint);
}

void question_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_ACCENT, 2);
    kit_hit(kit, rect, TARGET_NONE, 0);
    kit_text(kit, rect.x + 20, rect.y + 30, kit_heading(), "Before you go on");
    draw_score(kit, rect, model);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, text_size(kit)};
    float y = rect.y + 38 + style.size * 1.2f;
    y = kit_prose(kit, rect.x + 20, y, style, rect.w - 40, style.size * 1.35f, 4, model->ask);
    y -= style.size - (kit->compact ? 6 : 12);
    for (size_t i = 0; i < model->choice_count; i++)
        y = draw_choice(kit, (Rect){rect.x + 16, y, rect.w - 32, 0}, model, (int)i);
    if (model->typed_number && y + 36 < rect.y + rect.h - 30)
        y = draw_typed(kit, (Rect){rect.x + 16, y, rect.w - 32, 36}, model->typed_number);
    draw_foot(kit, rect, y, model);
}

enum { TEASER_ROOM = 68, BUTTON_WIDTH = 112, BUTTON_HEIGHT = 36 };

static void draw_button(const Kit *kit, Rect place)
{
    kit_fill(kit, place, 9, COLOR_ACCENT);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, COLOR_ON_ACCENT, kit->compact ? 13 : 15};
    kit_text(kit, place.x + place.w / 2, place.y + place.h / 2 + 5, style, "Predict");
    kit_hit(kit, place, TARGET_PREDICT, 0);
}

void question_teaser_draw(const Kit *kit, Rect rect, float used, const PanelModel *model)
{
    if (!model->ask)
        return;
    float top = rect.y + rect.h - TEASER_ROOM - 6;
    if (used > top || kit->compact) {
        draw_button(kit, (Rect){rect.x + rect.w - 92, rect.y + 11, 76, 26});
        return;
    }
    kit_fill(kit, (Rect){rect.x + 20, top, rect.w - 40, 1}, 0, COLOR_LINE);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_ACCENT, 16};
    kit_prose(kit, rect.x + 20, top + 27, style, rect.w - 64 - BUTTON_WIDTH, 23, 2, model->ask);
    draw_button(kit, (Rect){rect.x + rect.w - 20 - BUTTON_WIDTH, top + 18, BUTTON_WIDTH, BUTTON_HEIGHT});
}
