/* A column for each course, side by side where the window is wide enough, else below each other. What the chosen lesson
 * is for stands below. A column that is too long is scrolled so that the chosen item shows. */
#include "scene/panels/menu.h"

#include <stdio.h>
#include <string.h>

#include "scene/panels/kit.h"

enum { HEAD = 116, COURSE = 44, ITEM = 40, ITEM_GAP = 6, FOOT = 104, MARGIN = 40, COLUMN_GAP = 24, LEAST_COLUMN = 220,
       WIDEST_COLUMN = 380, TICK = 26 };

static bool begins_course(const MenuItem *items, size_t i)
{
    if (i == 0)
        return true;
    const char *here = items[i].course ? items[i].course : "", *before = items[i - 1].course;
    return strcmp(here, before ? before : "") != 0;
}

/* The items of one course: from `first` up to `end`. */
typedef struct Course { size_t first, end; } Course;

static Course course_of(const MenuItem *items, size_t count, size_t item)
{
    Course course = {item, item + 1};
    while (!begins_course(items, course.first))
        course.first--;
    while (course.end < count && !begins_course(items, course.end))
        course.end++;
    return course;
}

size_t menu_move(const MenuItem *items, size_t count, size_t chosen, MenuMove move)
{
    if (count == 0)
        return chosen;
    Course here = course_of(items, count, chosen), there = here;
    if (move == MENU_UP)
        return chosen > 0 ? chosen - 1 : chosen;
    if (move == MENU_DOWN)
        return chosen + 1 < count ? chosen + 1 : chosen;
    if (move == MENU_LEFT && here.first > 0)
        there = course_of(items, count, here.first - 1);
    else if (move == MENU_RIGHT && here.end < count)
        there = course_of(items, count, here.end);
    size_t row = chosen - here.first, rows = there.end - there.first;
    return there.first + (row < rows ? row : rows - 1);
}

static size_t course_count(const MenuItem *items, size_t count)
{
    size_t courses = 0;
    for (size_t i = 0; i < count; i++)
        courses += begins_course(items, i);
    return courses;
}

static void draw_tick(const Kit *kit, float x, float y, uint8_t color)
{
    Paint paint = {.stroke = color, .alpha = 255, .width = 2.2f};
    draw_line(kit->list, (Point){x, y + 1}, (Point){x + 4, y + 5}, paint);
    draw_line(kit->list, (Point){x + 4, y + 5}, (Point){x + 12, y - 5}, paint);
}

/* How far somebody came: a tick at the end of a lesson gone through, a bar under the title of one begun. */
static void draw_progress(const Kit *kit, Rect rect, float part)
{
    Rect bar = {rect.x + 38, rect.y + ITEM - 9, rect.w - 38 - TICK, 5};
    if (part >= 1)
        draw_tick(kit, rect.x + rect.w - TICK + 4, rect.y + ITEM / 2.0f, COLOR_TEXT);
    if (part <= 0 || part >= 1)
        return;
    draw_rect(kit->list, bar, 2.5f, (Paint){.fill = COLOR_PANEL, .stroke = COLOR_SOFT, .alpha = 255, .width = 1});
    bar.w = bar.w * part < bar.h ? bar.h : bar.w * part;
    kit_fill(kit, bar, 2.5f, COLOR_ACCENT);
}

static void draw_item(const Kit *kit, Rect rect, const MenuItem *item, size_t number, bool chosen)
{
    char digits[24];
    draw_rect(kit->list, rect, 10, (Paint){.fill = chosen ? COLOR_ACCENT_SOFT : COLOR_PANEL,
              .stroke = chosen ? COLOR_ACCENT : COLOR_LINE, .alpha = 255, .width = chosen ? 2 : 1});
    snprintf(digits, sizeof digits, "%zu", number);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_END, chosen ? COLOR_ACCENT : COLOR_SOFT, 14};
    kit_text(kit, rect.x + 28, rect.y + ITEM / 2.0f + 5, style, digits);
    style = (TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, rect.w < 260 ? 13 : 15};
    float width = rect.w - 44 - (item->part >= 1 ? TICK - 6 : 0);
    bool begun = item->part > 0 && item->part < 1;
    kit_text_fit(kit, rect.x + 38, rect.y + ITEM / 2.0f + (begun ? 1 : 5), style, width, item->title);
    draw_progress(kit, rect, item->part);
}

/* Draws a course from the top of the column, or higher by `shift`. */
static void draw_course(const Kit *kit, Rect column, float shift, const MenuItem *items, Course course, size_t chosen)
{
    TextStyle heading = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_SOFT, 15};
    float y = column.y - shift;
    if (items[course.first].course)
        kit_text_fit(kit, column.x + 4, y + 28, heading, column.w, items[course.first].course);
    y += COURSE;
    for (size_t i = course.first; i < course.end; i++, y += ITEM + ITEM_GAP) {
        if (y + ITEM < column.y || y > column.y + column.h)
            continue;
        Rect rect = {column.x, y, column.w, ITEM};
        draw_item(kit, rect, &items[i], i - course.first + 1, i == chosen);
        kit_hit(kit, rect, TARGET_MENU, (int)i);
    }
}

static float course_height(Course course)
{
    return COURSE + (float)(course.end - course.first) * (ITEM + ITEM_GAP);
}

/* How far a column is scrolled so that the item, whose bottom is `bottom` below the top, shows. */
static float scroll_for(float bottom, float room)
{
    return bottom > room ? bottom - room : 0;
}

static float bottom_of(Course course, size_t item)
{
    return COURSE + (float)(item - course.first + 1) * (ITEM + ITEM_GAP);
}

static void draw_side_by_side(const Kit *kit, Rect area, const MenuItem *items, size_t count, size_t chosen)
{
    size_t courses = course_count(items, count);
    float width = (area.w + COLUMN_GAP) / (float)courses - COLUMN_GAP;
    width = width > WIDEST_COLUMN ? WIDEST_COLUMN : width;
    float x = area.x + (area.w - (width + COLUMN_GAP) * (float)courses + COLUMN_GAP) / 2;
    for (size_t i = 0; i < count; x += width + COLUMN_GAP) {
        Course course = course_of(items, count, i);
        bool here = chosen >= course.first && chosen < course.end;
        draw_course(kit, (Rect){x, area.y, width, area.h},
                    here ? scroll_for(bottom_of(course, chosen), area.h) : 0, items, course, chosen);
        i = course.end;
    }
}

static void draw_below_each_other(const Kit *kit, Rect area, const MenuItem *items, size_t count, size_t chosen)
{
    float y = 0, shift = 0;
    for (size_t i = 0; i < count;) {
        Course course = course_of(items, count, i);
        if (chosen >= course.first && chosen < course.end)
            shift = scroll_for(y + bottom_of(course, chosen), area.h);
        y += course_height(course);
        i = course.end;
    }
    y = 0;
    for (size_t i = 0; i < count;) {
        Course course = course_of(items, count, i);
        draw_course(kit, area, shift - y, items, course, chosen);
        y += course_height(course);
        i = course.end;
    }
}

void menu_draw(float width, float height, const MenuItem *items, size_t count, size_t chosen,
               const TextMeasure *measure, DrawList *list, PanelHits *hits)
{
    Kit kit = {list, hits, measure, false};
    Rect area = {MARGIN, HEAD, width - 2 * MARGIN, height - HEAD - FOOT};
    hits->count = 0;
    TextStyle name = {FACE_SANS, WEIGHT_BOLD, ANCHOR_START, COLOR_TEXT, 30};
    kit_text(&kit, area.x + 4, 60, name, "refarrows");
    TextStyle line = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 17};
    kit_text_fit(&kit, area.x + 4, 92, line, area.w,
                 "Every reference is an arrow, and an object's count is the number of them.");
    draw_clip_push(list, (Rect){area.x - 8, area.y - 4, area.w + 16, area.h + 8});
    size_t courses = course_count(items, count);
    if (courses > 0 && area.w / (float)courses >= LEAST_COLUMN)
        draw_side_by_side(&kit, area, items, count, chosen);
    else
        draw_below_each_other(&kit, area, items, count, chosen);
    draw_clip_pop(list);
    line.anchor = ANCHOR_MIDDLE;
    line.color = COLOR_TEXT;
    if (chosen < count && items[chosen].goal)
        kit_text(&kit, width / 2, height - 62, line, items[chosen].goal);
    line.color = COLOR_SOFT;
    line.size = 14.5f;
    kit_text(&kit, width / 2, height - 22, line,
             "The arrow keys choose, Enter opens \xC2\xB7 a program of your own: refarrows FILE.py");
}
