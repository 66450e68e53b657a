/* The courses in columns, one each where the window is wide enough, else some below each other. What the chosen lesson is
 * for stands below. A column that is too long is scrolled so that the chosen item shows, and tells how many do not. */
#include "scene/panels/menu.h"

#include <stdio.h>
#include <string.h>

#include "scene/panels/kit.h"

enum { HEAD = 103, COURSE = 40, ITEM_GAP = 6, LEAST_PITCH = 30, WIDEST_PITCH = 46, CUE = 26, FOOT = 102, MARGIN = 40,
       COLUMN_GAP = 24, LEAST_COLUMN = 220, WIDEST_COLUMN = 380, TICK = 26, TITLE_LEFT = 34 };

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
    Rect bar = {rect.x + TITLE_LEFT, rect.y + rect.h - 6, rect.w - TITLE_LEFT - TICK, 4};
    if (part >= 1)
        draw_tick(kit, rect.x + rect.w - TICK + 4, rect.y + rect.h / 2, COLOR_TEXT);
    if (part <= 0 || part >= 1)
        return;
    draw_rect(kit->list, bar, 2.5f, (Paint){.fill = COLOR_PANEL, .stroke = COLOR_SOFT, .alpha = 255, .width = 1});
    bar.w = bar.w * part < bar.h ? bar.h : bar.w * part;
    kit_fill(kit, bar, 2.5f, COLOR_ACCENT);
}

static void draw_item(const Kit *kit, Rect rect, const MenuItem *item, size_t number, bool chosen)
{
    char digits[24];
    draw_rect(kit->list, rect, rect.h < 30 ? 8 : 10, (Paint){.fill = chosen ? COLOR_ACCENT_SOFT : COLOR_PANEL,
              .stroke = chosen ? COLOR_ACCENT : COLOR_LINE, .alpha = 255, .width = chosen ? 2 : 1});
    snprintf(digits, sizeof digits, "%zu", number);
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_END, chosen ? COLOR_ACCENT : COLOR_SOFT, 14};
    kit_text(kit, rect.x + 26, rect.y + rect.h / 2 + 5, style, digits);
    style = (TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, rect.w < 260 ? 13 : 15};
    float width = rect.w - TITLE_LEFT - 4 - (item->part >= 1 ? TICK - 6 : 0);
    bool begun = item->part > 0 && item->part < 1;
    kit_text_fit(kit, rect.x + TITLE_LEFT, rect.y + rect.h / 2 + (begun ? 2 : 5), style, width, item->title);
    draw_progress(kit, rect, item->part);
}

/* One column of the menu: some courses below each other, as far as they can be seen. */
typedef struct Column {
    const Kit *kit;
    const MenuItem *items;
    size_t first, end;         /* items */
    size_t chosen;
    Rect rect;
    float pitch;               /* from item to item */
    float top, bottom;         /* what lies between is seen */
    size_t above, below;       /* items that are not */
} Column;

static float course_height(Course course, float pitch)
{
    return COURSE + (float)(course.end - course.first) * pitch;
}

static float column_height(const MenuItem *items, size_t first, size_t end, float pitch)
{
    float height = 0;
    for (size_t i = first; i < end;) {
        Course course = course_of(items, end, i);
        height += course_height(course, pitch);
        i = course.end;
    }
    return height;
}

/* Draws a course whose heading begins at `y`. */
static void draw_course(Column *column, float y, Course course)
{
    const Kit *kit = column->kit;
    TextStyle heading = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_SOFT, 15};
    const char *name = column->items[course.first].course;
    if (name && y + 10 >= column->top && y + COURSE <= column->bottom)
        kit_text_fit(kit, column->rect.x + 4, y + 28, heading, column->rect.w, name);
    y += COURSE;
    for (size_t i = course.first; i < course.end; i++, y += column->pitch) {
        Rect rect = {column->rect.x, y, column->rect.w, column->pitch - ITEM_GAP};
        column->above += y < column->top;
        column->below += y + rect.h > column->bottom;
        if (y < column->top || y + rect.h > column->bottom)
            continue;
        draw_item(kit, rect, &column->items[i], i - course.first + 1, i == column->chosen);
        kit_hit(kit, rect, TARGET_MENU, (int)i);
    }
}

static void tell_hidden(const Column *column, float baseline, size_t count, const char *where)
{
    char text[40];
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, COLOR_ACCENT, 13};
    snprintf(text, sizeof text, "%zu more %s", count, where);
    if (count > 0)
        kit_text(column->kit, column->rect.x + column->rect.w / 2, baseline, style, text);
}

/* How far the column is scrolled up so that the chosen item shows with what is told below it. */
static float scroll_of(const Column *column)
{
    float y = 0;
    if (column->chosen < column->first || column->chosen >= column->end)
        return 0;
    Course course = course_of(column->items, column->end, column->chosen);
    y = column_height(column->items, column->first, course.first, column->pitch)
      + COURSE + (float)(column->chosen - course.first + 1) * column->pitch;
    float room = column->rect.h - (column->chosen + 1 < column->end ? CUE : 0);
    return y > room ? y - room : 0;
}

static void draw_column(Column *column)
{
    float height = column_height(column->items, column->first, column->end, column->pitch);
    bool is_whole = height - ITEM_GAP <= column->rect.h;
    float shift = is_whole ? 0 : scroll_of(column), y = column->rect.y - shift;
    column->top = column->rect.y + (shift > 0 ? CUE : 0);
    column->bottom = column->rect.y + column->rect.h
                   - (is_whole || height - shift - ITEM_GAP <= column->rect.h ? 0 : CUE);
    for (size_t i = column->first; i < column->end;) {
        Course course = course_of(column->items, column->end, i);
        draw_course(column, y, course);
        y += course_height(course, column->pitch);
        i = course.end;
    }
    tell_hidden(column, column->rect.y + CUE - 8, column->above, "above");
    tell_hidden(column, column->rect.y + column->rect.h - 6, column->below, "below");
}

/* The end of the column that begins with an item, when none is to be higher. A course is never parted. */
static size_t column_end(const MenuItem *items, size_t count, size_t first, float pitch, float most)
{
    size_t end = course_of(items, count, first).end;
    while (end < count) {
        size_t next = course_of(items, count, end).end;
        if (column_height(items, first, next, pitch) > most)
            break;
        end = next;
    }
    return end;
}

static size_t column_count(const MenuItem *items, size_t count, float pitch, float most)
{
    size_t columns = 0;
    for (size_t i = 0; i < count; columns++)
        i = column_end(items, count, i, pitch, most);
    return columns;
}

/* The height of the highest column when the courses fill so many columns as evenly as they can. */
static float even_height(const MenuItem *items, size_t count, size_t columns, float pitch)
{
    float most = 0;
    for (size_t i = 0; i < count;) {
        Course course = course_of(items, count, i);
        float height = course_height(course, pitch);
        most = height > most ? height : most;
        i = course.end;
    }
    while (column_count(items, count, pitch, most) > columns)
        most += pitch;
    return most;
}

/* Rows as far apart as the area lets them be, down to what can still be hit. */
static float choose_pitch(const MenuItem *items, size_t count, size_t columns, float room)
{
    float pitch = WIDEST_PITCH;
    while (pitch > LEAST_PITCH && even_height(items, count, columns, pitch) - ITEM_GAP > room)
        pitch -= 1;
    return pitch;
}

static void draw_columns(const Kit *kit, Rect area, const MenuItem *items, size_t count, size_t chosen)
{
    size_t courses = course_count(items, count), columns = (size_t)((area.w + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP));
    columns = columns < 1 ? 1 : columns > courses ? courses : columns;
    float pitch = choose_pitch(items, count, columns, area.h), most = even_height(items, count, columns, pitch);
    columns = column_count(items, count, pitch, most);
    float width = (area.w + COLUMN_GAP) / (float)columns - COLUMN_GAP;
    width = width > WIDEST_COLUMN ? WIDEST_COLUMN : width;
    float x = area.x + (area.w - (width + COLUMN_GAP) * (float)columns + COLUMN_GAP) / 2;
    for (size_t i = 0; i < count; x += width + COLUMN_GAP) {
        Column column = {kit, items, i, column_end(items, count, i, pitch, most), chosen,
                         {x, area.y, width, area.h}, pitch, 0, 0, 0, 0};
        draw_column(&column);
        i = column.end;
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
    if (count > 0)
        draw_columns(&kit, area, items, count, chosen);
    draw_clip_pop(list);
    line.anchor = ANCHOR_MIDDLE;
    line.color = COLOR_TEXT;
    line.weight = WEIGHT_SEMIBOLD;
    if (chosen < count)
        kit_text(&kit, width / 2, height - 80, line, items[chosen].title);
    line.weight = WEIGHT_REGULAR;
    if (chosen < count && items[chosen].goal)
        kit_text_fit(&kit, width / 2, height - 58, line, area.w, items[chosen].goal);
    line.color = COLOR_SOFT;
    line.size = 14.5f;
    kit_text(&kit, width / 2, height - 22, line,
             "The arrow keys choose, Enter opens \xC2\xB7 a program of your own: refarrows FILE.py");
}
