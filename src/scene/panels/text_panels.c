/* The narration and the program's output. */
#include <string.h>

#include "scene/panels/panels.h"

/* Room under the baseline of the last line. */
static float below_line(float size) { return size * 0.45f; }

/* Returns where the next line would stand. */
static float draw_sentences(const Kit *kit, Rect rect, const PanelModel *model, float size)
{
    float pitch = size * 1.45f, baseline = rect.y + 38 + 1.4f * size;
    float bottom = rect.y + rect.h - below_line(size) + 0.5f, width = rect.w - 40;
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, size};
    for (size_t i = 0; i < model->sentence_count && baseline < bottom; i++) {
        if (i == 1 && model->first_is_weighty)
            baseline += size * 0.3f;
        style.weight = i == 0 && model->first_is_weighty ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
        int room = (int)((bottom - baseline) / pitch) + 1;
        baseline = kit_prose(kit, rect.x + 20, baseline, style, width, pitch, room, model->sentences[i]);
    }
    if (model->error && baseline < bottom) {
        style = (TextStyle){FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_DEAD, size * 0.8f};
        int room = (int)((bottom - baseline) / pitch) + 1;
        baseline = kit_paragraph(kit, rect.x + 20, baseline, style, width, pitch, room, model->error);
    }
    return baseline;
}

/* How high the text would be if it had all the room it needs. */
static float needed_height(const Kit *kit, Rect rect, const PanelModel *model, float size)
{
    DrawList unseen;
    Kit trial = *kit;
    draw_list_init(&unseen);
    trial.list = &unseen;
    float end = draw_sentences(&trial, (Rect){rect.x, rect.y, rect.w, 4000}, model, size);
    draw_list_finish(&unseen);
    return end - rect.y - size * 1.45f + below_line(size);
}

/* How much of it there is, and where one is. */
static void draw_scroll_bar(const Kit *kit, Rect body, float scrolled, float whole)
{
    float high = body.h * body.h / whole, room = body.h - high;
    float most = whole - body.h > 1 ? whole - body.h : 1, part = scrolled < most ? scrolled / most : 1;
    Rect bar = {body.x + body.w - 6, body.y, 4, body.h};
    kit_fill(kit, bar, 2, COLOR_LINE);
    kit_fill(kit, (Rect){bar.x, bar.y + room * part, 4, high}, 2, COLOR_ACCENT);
}

/* What does not fit even so is scrolled, under its heading. */
static void draw_scrolled(const Kit *kit, Rect rect, const PanelModel *model, float size, float lacking)
{
    float pitch = size * 1.45f, top = rect.y + 38;
    int most = (int)(lacking / pitch) + 2, scroll = model->narration_scroll < most ? model->narration_scroll : most;
    Rect body = {rect.x + 4, top, rect.w - 8, rect.h - 38 - 28};
    draw_clip_push(kit->list, body);
    draw_sentences(kit, (Rect){rect.x, rect.y - (float)scroll * pitch, rect.w, 4000}, model, size);
    draw_clip_pop(kit->list);
    kit_hit(kit, rect, TARGET_NARRATION, most);
    draw_scroll_bar(kit, body, (float)scroll * pitch, body.h + lacking + 28);
    TextStyle hint = {FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_ACCENT, 13};
    const char *words = scroll < most ? "\xE2\x96\xBC more:  ]  or the wheel" : "\xE2\x96\xB2 back:  [  or the wheel";
    kit_text_fit(kit, rect.x + 20, rect.y + rect.h - 11, hint, rect.w - 40, words);
    kit_hit(kit, (Rect){rect.x, rect.y + rect.h - 30, kit_width(kit, hint, words) + 40, 30}, TARGET_TOLD, scroll < most);
}

/* The type gets smaller rather than leaving something out, down to what can still be read. */
void narration_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    float size = kit->compact ? 16 : 20, least = kit->compact ? 13 : 14;
    kit_card(kit, rect, COLOR_PANEL, COLOR_LINE, 1);
    kit_text(kit, rect.x + 20, rect.y + 30, kit_heading(), "What happened");
    while (size > least && needed_height(kit, rect, model, size) > rect.h)
        size -= 1;
    float needed = needed_height(kit, rect, model, size);
    if (needed > rect.h) {
        draw_scrolled(kit, rect, model, size, needed - rect.h);
        question_teaser_draw(kit, rect, rect.y + rect.h, model);
        return;
    }
    float used = draw_sentences(kit, rect, model, size) - size;
    question_teaser_draw(kit, rect, used, model);
}

/* Where the last `lines` lines of a text begin. */
static size_t tail_start(const char *text, size_t length, int lines)
{
    size_t at = length;
    if (at > 0 && text[at - 1] == '\n')
        at--;
    for (; at > 0; at--)
        if (text[at - 1] == '\n' && --lines == 0)
            break;
    return at;
}

enum { OUTPUT_LINE = 400 };        /* bytes of one line that can show */

static void draw_output_line(const Kit *kit, Rect row, TextStyle style, const char *text, size_t length)
{
    char line[OUTPUT_LINE + 1];
    size_t kept = length < OUTPUT_LINE ? length : OUTPUT_LINE;
    memcpy(line, text, kept);
    line[kept] = '\0';
    kit_text_fit(kit, row.x, row.y, style, row.w, line);
}

enum { INPUT_HEIGHT = 40 };

/* How wide the first bytes of what was typed are. */
static float input_width(const Kit *kit, TextStyle style, const char *typed, uint32_t bytes)
{
    return kit->measure->width(kit->measure->context, &style, typed, bytes);
}

static void draw_input(const Kit *kit, Rect field, TextStyle style, const PanelModel *model)
{
    const char *typed = model->input;
    draw_rect(kit->list, field, 9, (Paint){.fill = COLOR_PAGE, .stroke = COLOR_ACCENT, .alpha = 255, .width = 2});
    style.color = COLOR_TEXT;
    float caret = input_width(kit, style, typed, model->input_caret), room = field.w - 32, x = field.x + 14;
    float from = input_width(kit, style, typed, model->input_from);
    float to = input_width(kit, style, typed, model->input_to);
    draw_clip_push(kit->list, field);
    x -= caret > room ? caret - room : 0;      /* where one is typing is in sight */
    draw_rect(kit->list, (Rect){x + from, field.y + 7, to - from, field.h - 14}, 3,
              (Paint){.fill = COLOR_ACCENT, .alpha = 70});
    kit_text(kit, x, field.y + 26, style, typed);
    kit_fill(kit, (Rect){x + caret, field.y + 9, 2, field.h - 18}, 0, COLOR_ACCENT);
    draw_clip_pop(kit->list);
    if (!*typed) {
        TextStyle hint = {FACE_SANS, WEIGHT_REGULAR, ANCHOR_START, COLOR_SOFT, 14};
        kit_text_fit(kit, x + 12, field.y + 25, hint, room - 12,
                     "the program waits for a line: type it, then Enter");
    }
}

void output_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_LINE, 1);
    kit_text(kit, rect.x + 20, rect.y + 30, kit_heading(), model->input ? "Output and input" : "Output");
    TextStyle style = {FACE_MONO, WEIGHT_REGULAR, ANCHOR_START, COLOR_FAINT, kit->compact ? 14 : 16};
    float pitch = style.size * 1.45f, baseline = rect.y + 64;
    if (model->input) {
        rect.h -= INPUT_HEIGHT + 12;
        draw_input(kit, (Rect){rect.x + 14, rect.y + rect.h, rect.w - 28, INPUT_HEIGHT}, style, model);
    }
    if (!model->output_length) {
        if (!model->input)
            kit_text(kit, rect.x + 20, baseline, style, "nothing printed yet");
        return;
    }
    int lines = (int)((rect.y + rect.h - 12 - baseline) / pitch) + 1;
    const char *text = model->output, *end = text + model->output_length;
    size_t fresh = model->output_length - model->output_new;
    for (const char *at = text + tail_start(text, model->output_length, lines < 1 ? 1 : lines); at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        style.color = (size_t)(stop - text) >= fresh && model->output_new ? COLOR_MARK : COLOR_TEXT;
        draw_output_line(kit, (Rect){rect.x + 20, baseline, rect.w - 40, 0}, style, at, (size_t)(stop - at));
        baseline += pitch;
        at = stop + 1;
    }
}
