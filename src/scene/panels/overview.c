/* The overview: all of the scene in small, with the part that the panel shows, where that is not all. */
#include "scene/panels/panels.h"

enum { OVERVIEW_WIDTH = 200, OVERVIEW_HEIGHT = 140, OVERVIEW_PAD = 8, OVERVIEW_EDGE = 16 };

static float smaller(float a, float b) { return a < b ? a : b; }

/* How the scene lies in the overview; scale 0: there is none, because all of it can be seen. */
static DrawTransform overview_transform(Rect memory, DrawTransform shown, const PanelModel *model)
{
    const Scene *scene = model->scene;
    if (!model->overview || !scene || scene->width <= 0 || scene->height <= 0)
        return (DrawTransform){0};
    float x = shown.dx - memory.x, y = shown.dy - memory.y;
    bool all = x > -40 && y > -40 && x + scene->width * shown.scale <= memory.w + 40
               && y + scene->height * shown.scale <= memory.h + 40;
    if (all || memory.w < 3 * OVERVIEW_WIDTH || memory.h < 2 * OVERVIEW_HEIGHT)
        return (DrawTransform){0};
    float scale = smaller(OVERVIEW_WIDTH / scene->width, OVERVIEW_HEIGHT / scene->height);
    float wide = scene->width * scale, high = scene->height * scale;
    return (DrawTransform){scale, memory.x + memory.w - OVERVIEW_EDGE - wide, memory.y + memory.h - OVERVIEW_EDGE - high};
}

static Rect seen(DrawTransform at, Rect rect)
{
    return (Rect){rect.x * at.scale + at.dx, rect.y * at.scale + at.dy, rect.w * at.scale, rect.h * at.scale};
}

void overview_draw(const Kit *kit, Rect memory, DrawTransform shown, const PanelModel *model)
{
    DrawTransform at = overview_transform(memory, shown, model);
    if (at.scale <= 0)
        return;
    const Scene *scene = model->scene;
    Rect whole = seen(at, (Rect){0, 0, scene->width, scene->height});
    Rect card = {whole.x - OVERVIEW_PAD, whole.y - OVERVIEW_PAD, whole.w + 2 * OVERVIEW_PAD, whole.h + 2 * OVERVIEW_PAD};
    kit_card(kit, card, COLOR_PANEL, COLOR_LINE, 1);
    for (uint32_t i = 0; i < scene->box_count; i++) {
        const SceneBox *box = &scene->boxes[i];
        uint8_t color = box->kind == SCENE_OBJECT ? box->edge : box->active ? COLOR_ACCENT : COLOR_FAINT;
        Rect rect = seen(at, box->rect);
        rect.w = rect.w < 2 ? 2 : rect.w;
        rect.h = rect.h < 2 ? 2 : rect.h;
        kit_fill(kit, rect, 1, box->is_new ? COLOR_MARK : color);
    }
    Rect part = {(memory.x - shown.dx) / shown.scale, (memory.y - shown.dy) / shown.scale, memory.w / shown.scale,
                 memory.h / shown.scale};
    draw_clip_push(kit->list, card);
    draw_rect(kit->list, seen(at, part), 3, (Paint){.stroke = COLOR_TEXT, .alpha = 255, .width = 2});
    draw_clip_pop(kit->list);
    kit_hit(kit, card, TARGET_OVERVIEW, 0);
}

Point overview_point(Rect memory, DrawTransform shown, const PanelModel *model, float x, float y)
{
    DrawTransform at = overview_transform(memory, shown, model);
    return at.scale > 0 ? (Point){(x - at.dx) / at.scale, (y - at.dy) / at.scale} : (Point){0, 0};
}
