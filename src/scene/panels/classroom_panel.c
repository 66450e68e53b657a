/* What lies over the picture in front of a class: ink, the spotlight, the loupe, the question put to all. */
#include <stdio.h>

#include "scene/panels/panels.h"

/* Ink. */

static void draw_stroke(const Kit *kit, const PanelStroke *stroke, float scale)
{
    float width = stroke->width / (stroke->in_scene && scale > 0 ? scale : 1);
    uint8_t verbs[64] = {PATH_MOVE};
    Paint paint = {.stroke = COLOR_DEAD, .alpha = 255, .width = width};
    for (size_t i = 1; i < sizeof verbs; i++)
        verbs[i] = PATH_LINE;
    if (stroke->count == 1)
        draw_circle(kit->list, stroke->points[0], width, (Paint){.fill = COLOR_DEAD, .alpha = 255});
    for (uint32_t at = 0; at + 1 < stroke->count; at += (uint32_t)sizeof verbs - 1) {  /* in pieces that share an end */
        uint32_t left = stroke->count - at, count = left < sizeof verbs ? left : (uint32_t)sizeof verbs;
        draw_path(kit->list, verbs, count, stroke->points + at, count, paint);
    }
}

void ink_draw(const Kit *kit, Rect memory, DrawTransform scene, const PanelModel *model)
{
    for (uint32_t i = 0; i < model->stroke_count; i++) {
        const PanelStroke *stroke = &model->strokes[i];
        if (stroke->in_scene) {
            draw_clip_push(kit->list, memory);
            draw_transform_push(kit->list, scene.scale, scene.dx, scene.dy);
        }
        draw_stroke(kit, stroke, scene.scale);
        if (stroke->in_scene) {
            draw_transform_pop(kit->list);
            draw_clip_pop(kit->list);
        }
    }
}

/* The spotlight: the window's rectangle with a round hole, which winds the other way. */

#define ROUND 0.5523f              /* of the radius: handles of the cubic that is nearest to a quarter circle */

void spotlight_draw(const Kit *kit, float width, float height, const PanelModel *model)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE,
                                    PATH_MOVE, PATH_CUBIC, PATH_CUBIC, PATH_CUBIC, PATH_CUBIC, PATH_CLOSE};
    float x = model->pointer.x, y = model->pointer.y, r = model->tool_size, h = r * ROUND;
    const Point points[] = {
        {0, 0}, {width, 0}, {width, height}, {0, height},
        {x + r, y}, {x + r, y - h}, {x + h, y - r}, {x, y - r}, {x - h, y - r}, {x - r, y - h}, {x - r, y},
        {x - r, y + h}, {x - h, y + r}, {x, y + r}, {x + h, y + r}, {x + r, y + h}, {x + r, y},
    };
    draw_path(kit->list, verbs, sizeof verbs, points, sizeof points / sizeof *points,
              (Paint){.fill = COLOR_DIM, .alpha = 255});
    draw_circle(kit->list, model->pointer, r, (Paint){.stroke = COLOR_ACCENT, .alpha = 255, .width = 2});
}

/* The loupe: a frame around what loupe_begin and loupe_end enclose, drawn again and larger. */

enum { LOUPE_WIDTH = 440, LOUPE_HEIGHT = 280 };

static Rect loupe_rect(const PanelModel *model)
{
    return (Rect){model->pointer.x - LOUPE_WIDTH / 2, model->pointer.y - LOUPE_HEIGHT / 2, LOUPE_WIDTH, LOUPE_HEIGHT};
}

void loupe_begin(const Kit *kit, const PanelModel *model)
{
    float scale = model->tool_size;
    draw_rect(kit->list, loupe_rect(model), 0, (Paint){.fill = COLOR_PAGE, .alpha = 255});
    draw_clip_push(kit->list, loupe_rect(model));
    draw_transform_push(kit->list, scale, model->pointer.x * (1 - scale), model->pointer.y * (1 - scale));
}

void loupe_end(const Kit *kit, const PanelModel *model)
{
    draw_transform_pop(kit->list);
    draw_clip_pop(kit->list);
    draw_rect(kit->list, loupe_rect(model), 0, (Paint){.stroke = COLOR_ACCENT, .alpha = 255, .width = 3});
}

/* The question put to the class: large, over the picture that is dimmed but can still be looked at. */

typedef struct ClassCard {
    const Kit *kit;
    const PanelModel *model;
    Rect rect;
    float size;                    /* of the question's type */
    uint32_t most;                 /* hands of the choice that has most */
} ClassCard;

static float class_prose_height(const ClassCard *card, TextStyle style, float width, int lines, const char *text)
{
    DrawList unseen;
    Kit trial = *card->kit;
    draw_list_init(&unseen);
    trial.list = &unseen;
    float height = kit_prose(&trial, 0, 0, style, width, style.size * 1.35f, lines, text);
    draw_list_finish(&unseen);
    return height;
}

static TextStyle class_choice_style(const ClassCard *card)
{
    return (TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, card->size * 0.85f};
}

static void draw_hands(const ClassCard *card, Rect row, int index)
{
    const PanelModel *model = card->model;
    uint32_t hands = model->hands[index];
    char words[16];
    snprintf(words, sizeof words, "%u", hands);
    TextStyle style = {FACE_SANS, WEIGHT_BOLD, ANCHOR_END, hands ? COLOR_ACCENT : COLOR_FAINT, card->size};
    kit_text(card->kit, row.x + row.w - 20, row.y + row.h / 2 + style.size * 0.35f, style, words);
    if (hands && card->most)
        kit_fill(card->kit, (Rect){row.x + 3, row.y + row.h - 7, (row.w - 6) * (float)hands / (float)card->most, 4}, 2,
                 COLOR_ACCENT);
}

/* Returns where the next choice begins. */
static float draw_class_choice(const ClassCard *card, float y, int index)
{
    const PanelModel *model = card->model;
    TextStyle style = class_choice_style(card);
    float left = card->size * 2.6f, room = card->rect.w - 60 - left - 90;
    Rect row = {card->rect.x + 30, y, card->rect.w - 60, 0};
    row.h = class_prose_height(card, style, room, 3, model->choices[index]) + card->size * 0.7f;
    bool right = model->class_revealed && index == model->answer, selected = index == model->class_selected;
    uint8_t edge = right ? COLOR_OK : model->class_revealed ? COLOR_LINE : selected ? COLOR_ACCENT : COLOR_LINE;
    draw_rect(card->kit->list, row, 10, (Paint){.fill = right ? COLOR_ACCENT_SOFT : COLOR_CANVAS, .stroke = edge,
              .alpha = 255, .width = right || selected ? 3 : 1});
    const char letter[] = {(char)('A' + index), '\0'};
    TextStyle bold = {FACE_SANS, WEIGHT_BOLD, ANCHOR_MIDDLE, right ? COLOR_OK : COLOR_ACCENT, card->size};
    kit_text(card->kit, row.x + left / 2, row.y + row.h / 2 + bold.size * 0.35f, bold, right ? "\xE2\x9C\x93" : letter);
    if (model->class_revealed && !right)
        style.color = COLOR_SOFT;
    kit_prose(card->kit, row.x + left, row.y + card->size * 0.3f + style.size, style, room, style.size * 1.35f, 3,
              model->choices[index]);
    draw_hands(card, row, index);
    kit_hit(card->kit, row, TARGET_CHOICE, index);
    return row.y + row.h + 12;
}

static float class_height(const ClassCard *card)
{
    TextStyle ask = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, card->size};
    TextStyle style = class_choice_style(card);
    float height = 40 + class_prose_height(card, ask, card->rect.w - 60, 5, card->model->ask) + 20 + 56;
    for (size_t i = 0; i < card->model->choice_count; i++)
        height += class_prose_height(card, style, card->rect.w - 60 - card->size * 2.6f - 90, 3, card->model->choices[i])
                  + card->size * 0.7f + 12;
    return height;
}

void class_question_draw(const Kit *kit, float width, float height, const PanelModel *model)
{
    draw_rect(kit->list, (Rect){0, 0, width, height}, 0, (Paint){.fill = COLOR_PAGE, .alpha = 200});
    ClassCard card = {kit, model, .size = 34};
    card.rect.w = width * 0.8f < 1200 ? width * 0.8f : 1200;
    while (card.size > 18 && class_height(&card) > height - 40)
        card.size -= 2;
    card.rect = (Rect){(width - card.rect.w) / 2, 0, card.rect.w, class_height(&card)};
    card.rect.y = card.rect.h < height ? (height - card.rect.h) / 2 : 0;
    for (size_t i = 0; i < model->choice_count; i++)
        card.most = model->hands[i] > card.most ? model->hands[i] : card.most;
    kit_hit(kit, (Rect){0, 0, width, height}, TARGET_NONE, 0);
    kit_card(kit, card.rect, COLOR_PANEL, COLOR_ACCENT, 2);
    TextStyle ask = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, card.size};
    float y = kit_prose(kit, card.rect.x + 30, card.rect.y + 34 + card.size, ask, card.rect.w - 60, card.size * 1.35f, 5,
                        model->ask) - card.size + 14;
    for (size_t i = 0; i < model->choice_count; i++)
        y = draw_class_choice(&card, y, (int)i);
    TextStyle hint = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 16};
    kit_text_fit(kit, card.rect.x + 30, card.rect.y + card.rect.h - 18, hint, card.rect.w - 60,
                 model->class_revealed ? "Enter, Page Down: go on and see     Esc: close"
                                       : "Digits: count hands    Page Down: the answer    N: another    Esc: close");
}
