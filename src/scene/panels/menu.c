/* One column in the middle, course by course; when the items do not fit it is scrolled so that the chosen one shows. */
#include "scene/panels/menu.h"

#include <stdio.h>
#include <string.h>

#include "scene/panels/kit.h"

enum { COLUMN = 760, HEAD = 132, COURSE = 44, ITEM = 72, ITEM_GAP = 8, FOOT = 64 };

static bool begins_course(const MenuItem *items, size_t i)
{
    return items[i].course && (i == 0 || !items[i - 1].course || strcmp(items[i].course, items[i - 1].course) != 0);
}

static float height_of(const MenuItem *items, size_t i)
{
    return ITEM + ITEM_GAP + (begins_course(items, i) ? COURSE : 0);
}

static void draw_item(const Kit *kit, Rect rect, const MenuItem *item, size_t i, bool chosen)
{
    char number[24];
    kit_card(kit, rect, chosen ? COLOR_ACCENT_SOFT : COLOR_PANEL, chosen ? COLOR_ACCENT : COLOR_LINE, chosen ? 2 : 1);
    snprintf(number, sizeof number, "%zu", i + 1);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, chosen ? COLOR_ACCENT : COLOR_SOFT, 20};
    kit_text(kit, rect.x + 40, rect.y + ITEM / 2.0f + 7, style, number);
    style = (TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 18};
    kit_text_fit(kit, rect.x + 80, rect.y + (item->goal ? 31 : 43), style, rect.w - 100, item->title);
    style = (TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14.5f};
    if (item->goal)
        kit_text_fit(kit, rect.x + 80, rect.y + 54, style, rect.w - 100, item->goal);
    kit_hit(kit, rect, TARGET_MENU, (int)i);
}

static void draw_items(const Kit *kit, Rect column, const MenuItem *items, size_t count, size_t chosen)
{
    TextStyle course = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_SOFT, 15};
    float needed = 0, y = column.y;
    for (size_t i = 0; i <= chosen && i < count; i++)
        needed += height_of(items, i);
    if (needed > column.h)
        y -= needed - column.h;
    draw_clip_push(kit->list, (Rect){column.x - 8, column.y - 4, column.w + 16, column.h + 8});
    for (size_t i = 0; i < count; i++) {
        if (begins_course(items, i)) {
            kit_text(kit, column.x + 4, y + 30, course, items[i].course);
            y += COURSE;
        }
        draw_item(kit, (Rect){column.x, y, column.w, ITEM}, &items[i], i, i == chosen);
        y += ITEM + ITEM_GAP;
    }
    draw_clip_pop(kit->list);
}

void menu_draw(float width, float height, const MenuItem *items, size_t count, size_t chosen,
               const TextMeasure *measure, DrawList *list, PanelHits *hits)
{
    Kit kit = {list, hits, measure, width < COLUMN + 80};
    float wide = width < COLUMN + 80 ? width - 80 : COLUMN, x = (width - wide) / 2;
    hits->count = 0;
    TextStyle name = {FACE_SANS, WEIGHT_BOLD, ANCHOR_START, COLOR_TEXT, 30};
    kit_text(&kit, x + 4, 72, name, "refarrows");
    TextStyle line = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 17};
    kit_text_fit(&kit, x + 4, 104, line, wide,
                 "Every reference is an arrow, and an object's count is the number of them.");
    draw_items(&kit, (Rect){x, HEAD, wide, height - HEAD - FOOT}, items, count, chosen);
    line.size = 14.5f;
    line.anchor = ANCHOR_MIDDLE;
    kit_text(&kit, width / 2, height - 24, line,
             "Up and Down choose, Enter opens \xC2\xB7 a program of your own: refarrows FILE.py");
}
