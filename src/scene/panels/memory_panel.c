/* The memory: the scene in its card, and the card that answers who holds an object. */
#include <stdio.h>

#include "scene/panels/panels.h"

/* A ring as nothing else has it: dark, and away from the box, where the marks of what changed do not reach. */
static void draw_focus(const Kit *kit, const Scene *scene, const char *id)
{
    uint32_t box, cell;
    if (!scene_find(scene, id, &box, &cell))
        return;
    Rect rect = cell == SCENE_NONE ? scene->boxes[box].rect : scene->cells[cell].rect;
    float away = cell == SCENE_NONE ? 9 : 4;
    if (cell != SCENE_NONE && scene->cells[cell].style == CELL_NAME) {
        rect.w += rect.x - scene->boxes[box].rect.x - 8;
        rect.x = scene->boxes[box].rect.x + 8;
    }
    Rect ring = {rect.x - away, rect.y - away, rect.w + 2 * away, rect.h + 2 * away};
    draw_rect(kit->list, ring, 8 + away / 2, (Paint){.stroke = COLOR_TEXT, .alpha = 255, .width = 2.5f});
}

/* The picture says so when it is not all that there is. */
static void draw_unshown(const Kit *kit, Rect rect, const char *words)
{
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_MARK, 14};
    float width = kit_width(kit, style, words) + 32, most = rect.w - 32;
    width = width < most ? width : most;
    Rect pill = {rect.x + 16, rect.y + rect.h - 46, width, 32};
    draw_rect(kit->list, pill, 16, (Paint){.fill = COLOR_MARK_SOFT, .stroke = COLOR_MARK, .alpha = 255, .width = 1});
    kit_text_fit(kit, pill.x + 16, pill.y + 21, style, width - 30, words);
}

void memory_panel_draw(const Kit *kit, Rect rect, DrawTransform transform, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_CANVAS, COLOR_LINE, 1);
    kit_hit(kit, rect, TARGET_MEMORY, 0);
    if (!model->scene)
        return;
    draw_clip_push(kit->list, (Rect){rect.x + 1, rect.y + 1, rect.w - 2, rect.h - 2});
    draw_transform_push(kit->list, transform.scale, transform.dx, transform.dy);
    const SceneLook look = {model->highlight, model->unsettled, model->arrows};
    scene_draw_as(model->scene, &look, kit->list);
    if (model->focus)
        draw_focus(kit, model->scene, model->focus);
    if (model->guided)
        draw_rect(kit->list, model->guide, 11, (Paint){.stroke = COLOR_ACCENT, .alpha = 255, .width = 2, .dash_on = 7,
                  .dash_off = 5});
    draw_transform_pop(kit->list);
    draw_clip_pop(kit->list);
    if (model->unshown)
        draw_unshown(kit, rect, model->unshown);
}

enum {
    CARD_WIDTH = 430, CARD_HEAD = 50, CARD_ROW = 36, CARD_FOOT = 10, CARD_LINKS = 34,
    CARD_LINE = 20, CARD_LINES = 5     /* of the reason of a death */
};

static bool has_text(const char *text) { return text && *text; }

/* What it is, where, and since when: that part leads there. */
static void draw_holder(const Kit *kit, Rect row, const PanelHolder *holder, int index)
{
    TextStyle name = {FACE_MONO, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 15};
    TextStyle place = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14};
    TextStyle since = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_END, COLOR_ACCENT, 14};
    float y = row.y + 20, right = row.x + row.w - 20, x = row.x + 44;
    draw_circle(kit->list, (Point){row.x + 28, y - 5}, 5, (Paint){.fill = holder->color, .alpha = 255});
    if (holder->since) {
        float width = kit_width(kit, since, holder->since);
        kit_text(kit, right, y, since, holder->since);
        kit_hit(kit, (Rect){right - width - 6, row.y, width + 12, row.h}, TARGET_HOLDER, index);
        right -= width + 12;
    }
    float room = right - x, wide = kit_width(kit, name, holder->name);
    wide = wide < room * 0.6f ? wide : room * 0.6f;
    kit_text_fit(kit, x, y, name, wide + 1, holder->name);
    kit_text_fit(kit, x + wide + 10, y, place, room - wide - 10, holder->place);
}

static void draw_links(const Kit *kit, float x, float y, const PanelModel *model)
{
    TextStyle link = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_ACCENT, 14};
    const struct { const char *text; PanelTarget target; } links[] = {
        {model->asked_birth, TARGET_BIRTH}, {model->asked_death, TARGET_DEATH},
    };
    bool follows = false;
    for (int i = 0; i < 2; i++) {
        if (!has_text(links[i].text))
            continue;
        if (follows) {
            kit_text(kit, x, y, (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14}, "\xC2\xB7");
            x += 16;
        }
        float width = kit_width(kit, link, links[i].text);
        kit_text(kit, x, y, link, links[i].text);
        kit_hit(kit, (Rect){x - 4, y - 18, width + 8, 26}, links[i].target, 0);
        x += width + 12;
        follows = true;
    }
}

void holders_card_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    bool links = has_text(model->asked_birth) || has_text(model->asked_death);
    float why = has_text(model->asked_why) ? CARD_LINE * CARD_LINES : 0;
    float rows = CARD_ROW * (float)(model->holder_count + (model->more_holders > 0));
    float height = CARD_HEAD + why + rows + (links ? CARD_LINKS : 0) + CARD_FOOT;
    float width = CARD_WIDTH < memory.w - 32 ? CARD_WIDTH : memory.w - 32;
    Rect card = {memory.x + memory.w - width - 16, memory.y + 16, width, height};
    kit_card(kit, card, COLOR_PANEL, COLOR_ACCENT, 1.5f);
    kit_hit(kit, card, TARGET_NONE, 0);
    TextStyle title = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 16};
    TextStyle count = {FACE_SANS, WEIGHT_BOLD, ANCHOR_END, COLOR_MARK, 18};
    TextStyle plain = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14};
    kit_text_fit(kit, card.x + 20, card.y + 32, title, width - 90, model->asked);
    kit_text(kit, card.x + width - 20, card.y + 32, count, model->asked_count ? model->asked_count : "");
    float y = card.y + CARD_HEAD;
    if (why > 0)
        kit_paragraph(kit, card.x + 20, y + 12, plain, width - 40, CARD_LINE, CARD_LINES, model->asked_why);
    y += why;
    for (size_t i = 0; i < model->holder_count; i++, y += CARD_ROW)
        draw_holder(kit, (Rect){card.x, y, width, CARD_ROW}, &model->holders[i], (int)i);
    if (model->more_holders) {
        char words[64];
        snprintf(words, sizeof words, "and %zu more", model->more_holders);
        kit_text(kit, card.x + 44, y + 20, plain, words);
        y += CARD_ROW;
    }
    if (links)
        draw_links(kit, card.x + 20, y + 20, model);
}
