/* The code: the line that just ran in amber, the one about to run in the accent, both said in words. */
#include "scene/panels/panels.h"

#include <stdio.h>
#include <string.h>

enum { HEADER = CODE_HEADER, FOOT = 12, MAX_SPANS = 64, TAB_LETTERS = 4 };

#define CODE_GUTTER(size) (3.8f * (size))      /* room for line numbers, in which four digits fit */

float code_panel_gutter(float size)
{
    return CODE_GUTTER(size) * 0.95f;
}

float code_panel_size(Rect rect, bool compact, const Syntax *syntax)
{
    float largest = compact ? 16 : 19, smallest = compact ? 12.5f : 14;
    float letters = (float)(syntax && syntax->longest ? syntax->longest : 1);
    float fitting = (rect.w - 20) / (0.6f * letters + 3.8f);     /* the mono face advances 0.6 of the em */
    return fitting > largest ? largest : fitting < smallest ? smallest : fitting;
}

/* Small type stands closer: a small window must show enough of the program. */
float code_panel_pitch(float size)
{
    return (float)(int)(size * (size <= 16 ? 1.6f : 1.79f) + 0.5f);
}

float code_panel_height(Rect rect, bool compact, const Syntax *syntax, int most)
{
    int lines = syntax ? (int)syntax->line_count : 0;
    float pitch = code_panel_pitch(code_panel_size(rect, compact, syntax));
    return HEADER + FOOT + pitch * (float)(lines < most ? lines : most);
}

int screen_first_line(const ScreenPlan *plan, const PanelModel *model, int *count)
{
    float pitch = code_panel_pitch(code_panel_size(plan->code, plan->compact, model->syntax));
    int lines = model->syntax ? (int)model->syntax->line_count : 0;
    *count = (int)((plan->code.h - HEADER - FOOT) / pitch);
    if (*count < 1)
        *count = 1;
    int line = model->line ? model->line : model->previous_line;
    /* a page at a time, the line in its middle half: the code stands still for as long as it can */
    int half = *count / 2 > 0 ? *count / 2 : 1;
    int first = lines <= *count || line <= *count * 3 / 4 ? 0 : (line - *count / 4) / half * half;
    first += model->scroll;
    if (first > lines - *count)
        first = lines - *count;
    return first < 0 ? 0 : first;
}

/* What is said of the line at the end of its band, NULL: nothing. */
static const char *words_of_line(const PanelModel *model, bool next, bool ran)
{
    const char *word = model->line_word ? model->line_word : "next";
    if (next && model->part.line)
        return NULL;                   /* inside the line; the part that is next is marked, and needs the room */
    if (next && ran && strcmp(word, "next") == 0)
        return "just ran, and next";
    return next ? word : ran ? "just ran" : NULL;
}

/* Draws the words and returns where the line's own text must end. */
static float draw_words(const Kit *kit, Rect band, uint8_t ink, const char *words)
{
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_END, ink, 12.5f};
    kit_text(kit, band.x + band.w - 10, band.y + band.h / 2 + 4.5f, style, words);
    return band.x + band.w - 10 - kit_width(kit, style, words) - 8;
}

static float plain_width(const TextMeasure *measure, const char *text, size_t length, float size)
{
    TextStyle style = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, size};
    return measure->width(measure->context, &style, text, length);
}

float code_panel_width(const TextMeasure *measure, const char *text, size_t length, float size)
{
    float width = 0, tab = memchr(text, '\t', length) ? TAB_LETTERS * plain_width(measure, "x", 1, size) : 0;
    for (size_t at = 0; at < length;) {
        const char *next = memchr(text + at, '\t', length - at);
        size_t piece = next ? (size_t)(next - text) - at : length - at;
        width += plain_width(measure, text + at, piece, size) + (next ? tab : 0);
        at += piece + 1;
    }
    return width;
}

/* A piece of one colour, without the tabs in it. */
static void draw_span(const Kit *kit, float x, float baseline, TextStyle style, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        const char *next = memchr(text + at, '\t', length - at);
        size_t piece = next ? (size_t)(next - text) - at : length - at;
        if (piece)
            draw_text(kit->list, x + code_panel_width(kit->measure, text, at, style.size), baseline, style, text + at,
                      piece);
        at += piece + 1;
    }
}

void code_panel_text(const Kit *kit, const Syntax *syntax, int line, float x, float baseline, float size)
{
    SyntaxSpan spans[MAX_SPANS];
    size_t count = syntax_spans(syntax, (uint32_t)line, spans, MAX_SPANS);
    const char *text = syntax->text + syntax->lines[line].start;
    for (size_t i = 0; i < count; i++) {
        TextStyle style = {FACE_MONO, spans[i].heavy ? WEIGHT_BOLD : WEIGHT_MEDIUM, ANCHOR_START, spans[i].color, size};
        draw_span(kit, x, baseline, style, text + spans[i].start, spans[i].length);
        x += code_panel_width(kit->measure, text + spans[i].start, spans[i].length, size);
    }
}

/* Which bytes of a line are worked out next; none if `from` is `to`. */
static void part_of_line(const PanelModel *model, int line, int *from, int *to)
{
    const PanelPart *part = &model->part;
    const SyntaxLine *of = &model->syntax->lines[line];
    *from = *to = 0;
    if (part->line == 0 || line + 1 < part->line || line + 1 > part->end_line)
        return;
    int length = (int)of->length, end = line + 1 == part->end_line ? part->end_column : length;
    int begin = line + 1 == part->line ? part->column : (int)strspn(model->syntax->text + of->start, " \t");
    *to = end < length ? end : length;
    *from = begin < *to ? begin : *to;
}

/* Behind the text of what is worked out next, and under it. */
static void draw_part(const Kit *kit, Rect row, float x, float width, float size)
{
    float height = size * 1.5f, top = row.y + (row.h - height) / 2;
    draw_rect(kit->list, (Rect){x - 3, top, width + 6, height}, 5, (Paint){.fill = COLOR_ACCENT, .alpha = 56});
    kit_fill(kit, (Rect){x - 1, top + height - 3, width + 2, 3}, 1.5f, COLOR_ACCENT);
}

/* A line too long for its room ends in an ellipsis; unless what is worked out next lies behind it: then it begins with
 * one. */
static void draw_text_within(const Kit *kit, const PanelModel *model, int line, Rect room, float baseline, float size)
{
    const Syntax *syntax = model->syntax;
    int from, to;
    TextStyle style = {FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_SOFT, size};
    const char *text = syntax->text + syntax->lines[line].start;
    float whole = code_panel_width(kit->measure, text, syntax->lines[line].length, size);
    float ellipsis = kit_width(kit, style, "\xE2\x80\xA6");
    part_of_line(model, line, &from, &to);
    float begin = code_panel_width(kit->measure, text, (size_t)from, size);
    float end = code_panel_width(kit->measure, text, (size_t)to, size);
    bool cut = whole > room.w, behind = cut && end > room.w - ellipsis;
    float x = behind ? room.x + ellipsis : room.x, shift = behind ? whole - (room.w - ellipsis) : 0;
    if (behind && begin < shift)
        shift = begin;
    if (cut) {
        room.w -= ellipsis;
        draw_clip_push(kit->list, (Rect){x, room.y, room.w, room.h});
    }
    if (to > from)
        draw_part(kit, room, x + begin - shift, end - begin, size);
    code_panel_text(kit, syntax, line, x - shift, baseline, size);
    if (cut) {
        draw_clip_pop(kit->list);
        kit_text(kit, behind ? room.x : room.x + room.w, baseline, style, "\xE2\x80\xA6");
    }
}

/* The condition of a line's breakpoint, "" if it always stops; NULL: the line has none. */
static const char *breakpoint_of(const PanelModel *model, int line)
{
    for (size_t i = 0; i < model->breakpoint_count; i++)
        if (model->breakpoints[i] == line)
            return model->breakpoint_conditions ? model->breakpoint_conditions + i * model->condition_size : "";
    return NULL;
}

/* A dot, hollow if it has a condition. */
static void draw_breakpoint(const Kit *kit, Point at, float radius, bool hollow)
{
    Paint paint = {.fill = hollow ? COLOR_PANEL : COLOR_DEAD, .stroke = hollow ? COLOR_DEAD : COLOR_NONE, .alpha = 255,
                   .width = 2.5f};
    draw_circle(kit->list, at, hollow ? radius - 0.5f : radius, paint);
}

void code_panel_number(const Kit *kit, Rect row, int line, float size, uint8_t color)
{
    char number[16];
    snprintf(number, sizeof number, "%d", line + 1);
    TextStyle style = {FACE_MONO, WEIGHT_REGULAR, ANCHOR_END, color, size * 0.79f < 12 ? 12 : size * 0.79f};
    kit_text(kit, row.x + CODE_GUTTER(size) * 0.62f, row.y + row.h / 2 + size * 0.34f, style, number);
}

static void draw_code_line(const Kit *kit, Rect row, const PanelModel *model, int line, float size)
{
    bool next = line + 1 == model->line, ran = line + 1 == model->previous_line;
    uint8_t color = next ? COLOR_ACCENT_SOFT : COLOR_MARK_SOFT;
    if (next || ran)
        kit_fill(kit, row, 6, color);
    if (next)
        kit_fill(kit, (Rect){row.x, row.y, 4, row.h}, 2, COLOR_ACCENT);
    float baseline = row.y + row.h / 2 + size * 0.34f, gutter = CODE_GUTTER(size);
    code_panel_number(kit, row, line, size, COLOR_FAINT);
    const char *condition = breakpoint_of(model, line + 1), *words = words_of_line(model, next, ran);
    if (condition)
        draw_breakpoint(kit, (Point){row.x + gutter * 0.79f, row.y + row.h / 2}, size * 0.26f, condition[0] != '\0');
    char stops[200];
    bool tells = condition && condition[0] && !words;
    if (tells)
        snprintf(stops, sizeof stops, "if %s", condition);
    float end = row.x + row.w - 6, start = row.x + code_panel_gutter(size);
    if (words)
        end = draw_words(kit, row, next ? COLOR_ACCENT : COLOR_MARK, words);
    if (tells)
        end = draw_words(kit, row, COLOR_DEAD, stops);
    Rect room = {start, row.y, end - start, row.h};
    draw_text_within(kit, model, line, room, baseline, size);
}

float code_panel_button(const Kit *kit, float right, float top, PanelTarget target, const char *word, bool weighty)
{
    TextStyle style = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, weighty ? COLOR_ON_ACCENT : COLOR_ACCENT,
                       kit->compact ? 13 : 14};
    float width = kit_width(kit, style, word) + (kit->compact ? 14 : 24);
    Rect place = {right - width, top, width, 28};
    draw_rect(kit->list, place, 9, (Paint){.fill = weighty ? COLOR_ACCENT : COLOR_PANEL, .stroke = COLOR_LINE,
                                           .alpha = 255, .width = weighty ? 0 : 1});
    kit_text(kit, place.x + width / 2, top + 19, style, word);
    kit_hit(kit, (Rect){place.x, top - 6, width, 40}, target, 0);
    return place.x - (kit->compact ? 5 : 8);
}

static void draw_head(const Kit *kit, Rect rect, const PanelModel *model)
{
    float right = code_panel_button(kit, rect.x + rect.w - 10, rect.y + 9, TARGET_EDIT, "Edit", false);
    if (model->has_other_run)
        right = code_panel_button(kit, right, rect.y + 9, TARGET_OTHER_RUN, "Other run", false);
    kit_text_fit(kit, rect.x + 20, rect.y + 30, kit_heading(), right - rect.x - 24,
                 model->file_name ? model->file_name : "");
}

void code_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_LINE, 1);
    draw_head(kit, rect, model);
    if (!model->syntax || !model->syntax->line_count)
        return;
    ScreenPlan plan = {.code = rect, .compact = kit->compact};
    int count, first = screen_first_line(&plan, model, &count);
    float size = code_panel_size(rect, kit->compact, model->syntax), pitch = code_panel_pitch(size);
    Rect inside = {rect.x + 6, rect.y + HEADER, rect.w - 12, rect.h - HEADER - 2};
    draw_clip_push(kit->list, inside);
    for (int i = 0; i < count && first + i < (int)model->syntax->line_count; i++) {
        Rect row = {inside.x, inside.y + pitch * (float)i, inside.w, pitch};
        draw_code_line(kit, row, model, first + i, size);
        kit_hit(kit, row, TARGET_CODE, first + i + 1);
    }
    draw_clip_pop(kit->list);
}
