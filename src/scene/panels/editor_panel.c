/* The program while it is being edited: the same lines in the same type as in the code panel, with a caret in them. A
 * text that is wider than its panel moves sideways under the caret. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene/panels/panels.h"

enum { FOOT = 12, WORDS_PITCH = 20, WORDS_MOST = 3, CARET_MARGIN = 24 };

/* Where the text stands. */
typedef struct Page {
    Rect inside;               /* of all lines, gutters included */
    float size, pitch;
    float x;                   /* of the text's left edge; further left when it has moved sideways */
    float left;                /* where the text begins to show */
    int count;                 /* lines that fit */
} Page;

static const char *words_of(const PanelEditor *editor)
{
    return editor->wrong ? editor->wrong : editor->message ? editor->message : editor->task;
}

static float words_height(Rect rect, const PanelEditor *editor)
{
    const char *words = words_of(editor);
    if (!words)
        return 0;
    int lines = 1 + (int)((float)strlen(words) * 7.4f / (rect.w - 40));
    return (float)((lines < WORDS_MOST ? lines : WORDS_MOST) * WORDS_PITCH + FOOT);
}

static float width_to(const TextMeasure *measure, const PanelEditor *editor, uint32_t line, uint32_t column, float size)
{
    const SyntaxLine *place = &editor->syntax->lines[line];
    return code_panel_width(measure, editor->syntax->text + place->start,
                            column < place->length ? column : place->length, size);
}

static Page page_of(const TextMeasure *measure, Rect rect, bool compact, const PanelEditor *editor)
{
    Page page = {.size = code_panel_size(rect, compact, editor->syntax)};
    page.pitch = code_panel_pitch(page.size);
    page.inside = (Rect){rect.x + 6, rect.y + CODE_HEADER, rect.w - 12,
                         rect.h - CODE_HEADER - FOOT - words_height(rect, editor)};
    page.count = (int)(page.inside.h / page.pitch);
    page.count = page.count > 1 ? page.count : 1;
    page.x = page.left = page.inside.x + code_panel_gutter(page.size);
    if (!measure)
        return page;
    float caret = width_to(measure, editor, editor->line, editor->column, page.size);
    float room = page.inside.x + page.inside.w - CARET_MARGIN - page.left;
    page.x -= caret > room ? caret - room : 0;
    return page;
}

int screen_edit_lines(const ScreenPlan *plan, const PanelModel *model)
{
    return page_of(NULL, plan->code, plan->compact, model->editor).count;
}

Rect screen_edit_caret(const ScreenPlan *plan, const PanelModel *model, const TextMeasure *measure)
{
    const PanelEditor *editor = model->editor;
    Page page = page_of(measure, plan->code, plan->compact, editor);
    float x = page.x + width_to(measure, editor, editor->line, editor->column, page.size);
    return (Rect){x - 1, page.inside.y + page.pitch * (float)((int)editor->line - editor->first), 2, page.pitch};
}

static size_t letter_size(const char *text)
{
    size_t size = 1;
    while (((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    return size;
}

/* The byte between two letters of a line that is nearest to x. */
static uint32_t column_at(const TextMeasure *measure, const Page *page, const Syntax *syntax, uint32_t line, float x)
{
    const char *text = syntax->text + syntax->lines[line].start;
    float at = page->x;
    for (uint32_t i = 0; i < syntax->lines[line].length;) {
        uint32_t size = (uint32_t)letter_size(text + i);
        float width = code_panel_width(measure, text + i, size, page->size);
        if (x < at + width / 2)
            return i;
        at += width;
        i += size;
    }
    return syntax->lines[line].length;
}

void screen_edit_place(const ScreenPlan *plan, const PanelModel *model, const TextMeasure *measure, float x, float y,
                       uint32_t *line, uint32_t *column)
{
    const PanelEditor *editor = model->editor;
    Page page = page_of(measure, plan->code, plan->compact, editor);
    int row = (int)floorf((y - page.inside.y) / page.pitch);
    row = row < -1 ? -1 : row > page.count ? page.count : row;
    int at = editor->first + row, last = (int)editor->syntax->line_count - 1;
    *line = (uint32_t)(at < 0 ? 0 : at > last ? last : at);
    *column = column_at(measure, &page, editor->syntax, *line, x);
}

/* ---- drawing ---- */

static void draw_selection(const Kit *kit, const Page *page, const PanelEditor *editor, uint32_t line, Rect row)
{
    if (!editor->selected || line < editor->from_line || line > editor->to_line)
        return;
    uint32_t length = editor->syntax->lines[line].length;
    uint32_t from = line == editor->from_line ? editor->from_column : 0;
    uint32_t to = line == editor->to_line ? editor->to_column : length;
    float start = page->x + width_to(kit->measure, editor, line, from, page->size);
    float end = page->x + width_to(kit->measure, editor, line, to, page->size);
    if (line < editor->to_line)
        end += page->size * 0.5f;          /* the line's end is selected, too */
    draw_rect(kit->list, (Rect){start, row.y, end - start, row.h}, 3,
              (Paint){.fill = COLOR_ACCENT, .alpha = 70});
}

/* A wavy line under what is wrong. */
static void draw_wave(const Kit *kit, float from, float to, float y)
{
    enum { MOST = 80 };
    uint8_t verbs[MOST];
    Point points[MOST];
    size_t count = 0;
    for (float x = from; x < to + 2 && count < MOST; x += 3, count++) {
        verbs[count] = count ? PATH_LINE : PATH_MOVE;
        points[count] = (Point){x, y + (count & 1 ? -1.5f : 1.5f)};
    }
    draw_path(kit->list, verbs, count, points, count, (Paint){.stroke = COLOR_DEAD, .alpha = 255, .width = 1.8f});
}

static void draw_wrong(const Kit *kit, const Page *page, const PanelEditor *editor, uint32_t line, Rect row)
{
    uint32_t length = editor->syntax->lines[line].length, from = editor->wrong_from, to = editor->wrong_to;
    if (from >= to) {
        from = 0;
        to = length;
    }
    float start = page->x + width_to(kit->measure, editor, line, from, page->size);
    float end = page->x + width_to(kit->measure, editor, line, to, page->size);
    draw_wave(kit, start, end > start + page->size * 0.6f ? end : start + page->size * 0.6f, row.y + row.h - 2);
}

static void draw_caret(const Kit *kit, const Page *page, const PanelEditor *editor, Rect row)
{
    float x = page->x + width_to(kit->measure, editor, editor->line, editor->column, page->size);
    if (editor->composing) {
        TextStyle style = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_ACCENT, page->size};
        float width = kit_width(kit, style, editor->composing);
        kit_fill(kit, (Rect){x, row.y, width, row.h}, 0, COLOR_PANEL);
        kit_text(kit, x, row.y + row.h / 2 + page->size * 0.34f, style, editor->composing);
        kit_fill(kit, (Rect){x, row.y + row.h - 3, width, 1.5f}, 0, COLOR_ACCENT);
        x += width;
    }
    kit_fill(kit, (Rect){x - 1, row.y + 2, 2, row.h - 4}, 0, COLOR_ACCENT);
}

static void draw_row(const Kit *kit, const Page *page, const PanelEditor *editor, int line, Rect row)
{
    bool here = line == (int)editor->line, wrong = line + 1 == editor->wrong_line;
    if (wrong)
        draw_rect(kit->list, row, 6, (Paint){.fill = COLOR_DEAD, .alpha = 28});
    else if (here)
        kit_fill(kit, row, 6, COLOR_CANVAS);
    code_panel_number(kit, row, line, page->size, wrong ? COLOR_DEAD : here ? COLOR_TEXT : COLOR_FAINT);
    draw_clip_push(kit->list, (Rect){page->left - 2, row.y, row.x + row.w - page->left + 2, row.h});
    draw_selection(kit, page, editor, (uint32_t)line, row);
    code_panel_text(kit, editor->syntax, line, page->x, row.y + row.h / 2 + page->size * 0.34f, page->size);
    if (wrong)
        draw_wrong(kit, page, editor, (uint32_t)line, row);
    if (here)
        draw_caret(kit, page, editor, row);
    draw_clip_pop(kit->list);
}

static void draw_head(const Kit *kit, Rect rect, const PanelModel *model)
{
    char name[200];
    float top = rect.y + 9, right = code_panel_button(kit, rect.x + rect.w - 10, top, TARGET_EDIT_RUN, "Run", true);
    right = code_panel_button(kit, right, top, TARGET_EDIT_SAVE, "Save", false);
    right = code_panel_button(kit, right, top, TARGET_EDIT_CLOSE, "Close", false);
    snprintf(name, sizeof name, "%s%.180s", model->editor->changed ? "\xE2\x97\x8F " : "",
             model->file_name ? model->file_name : "");
    kit_text_fit(kit, rect.x + 20, rect.y + 30, kit_heading(), right - rect.x - 24, name);
}

static void draw_words(const Kit *kit, Rect rect, const PanelEditor *editor)
{
    const char *words = words_of(editor);
    if (!words)
        return;
    float height = words_height(rect, editor), top = rect.y + rect.h - height;
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, editor->wrong ? COLOR_DEAD : COLOR_SOFT, 14};
    kit_fill(kit, (Rect){rect.x + 12, top - 4, rect.w - 24, 1}, 0, COLOR_LINE);
    kit_paragraph(kit, rect.x + 20, top + 14, style, rect.w - 40, WORDS_PITCH, WORDS_MOST, words);
}

void editor_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    const PanelEditor *editor = model->editor;
    kit_card(kit, rect, COLOR_PANEL, COLOR_ACCENT, 2);
    draw_head(kit, rect, model);
    Page page = page_of(kit->measure, rect, kit->compact, editor);
    kit_hit(kit, page.inside, TARGET_EDITOR, 0);
    draw_clip_push(kit->list, page.inside);
    for (int i = 0; i < page.count && editor->first + i < (int)editor->syntax->line_count; i++) {
        Rect row = {page.inside.x, page.inside.y + page.pitch * (float)i, page.inside.w, page.pitch};
        draw_row(kit, &page, editor, editor->first + i, row);
    }
    draw_clip_pop(kit->list);
    draw_words(kit, rect, editor);
}
