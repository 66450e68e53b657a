/* The memory: the scene in its card. */
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

enum { MARK_SIZE = 20 };

/* A place that was drawn rightly or wrongly: a frame of its own kind round it and a sign at its end, not colour alone. */
static void draw_mark(const Kit *kit, const Scene *scene, const char *id, bool right)
{
    uint32_t box, cell;
    if (!id[0] || !scene_find(scene, id, &box, &cell))
        return;
    Rect rect = cell == SCENE_NONE || scene->cells[cell].rect.w <= 0 ? scene->boxes[box].rect : scene->cells[cell].rect;
    uint8_t color = right ? COLOR_OK : COLOR_DEAD;
    Point at = {rect.x - 4, rect.y + 2};
    Rect ring = {rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6};
    draw_rect(kit->list, ring, 9, (Paint){.stroke = color, .alpha = 255, .width = 2.5f, .dash_on = right ? 0 : 6,
              .dash_off = right ? 0 : 4});
    draw_circle(kit->list, at, MARK_SIZE / 2, (Paint){.fill = color, .alpha = 255});
    TextStyle sign = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, COLOR_CANVAS, 15};
    kit_text(kit, at.x, at.y + 5, sign, right ? "\xE2\x9C\x93" : "\xC3\x97");
}

static void draw_marks(const Kit *kit, const PanelModel *model)
{
    bool drawn = model->scene == model->kept;
    for (size_t i = 0; i < model->drawing->mark_count; i++) {
        const PanelMark *mark = &model->drawing->marks[i];
        if (drawn || !mark->right)
            draw_mark(kit, model->scene, drawn ? mark->drawn : mark->truth, mark->right);
    }
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
    const SceneLook look = {model->highlight, model->unsettled, model->arrows, model->scene_before, model->passing};
    scene_draw_as(model->scene, &look, kit->list);
    if (model->drawing && model->drawing->compared)
        draw_marks(kit, model);
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
