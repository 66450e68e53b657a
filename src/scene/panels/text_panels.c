/* The narration and the program's output. */
#include <string.h>

#include "scene/panels/panels.h"

void narration_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_LINE, 1);
    kit_text(kit, rect.x + 20, rect.y + 30, kit_heading(), "What happened");
    float size = kit->compact ? 16 : 20, pitch = size * 1.45f, baseline = rect.y + 38 + 1.4f * size;
    float bottom = rect.y + rect.h - 12, width = rect.w - 40;
    TextStyle style = {FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, size};
    for (size_t i = 0; i < model->sentence_count && baseline < bottom; i++) {
        style.weight = i == 0 && model->first_is_weighty ? WEIGHT_MEDIUM : WEIGHT_REGULAR;
        int room = (int)((bottom - baseline) / pitch) + 1;
        baseline = kit_paragraph(kit, rect.x + 20, baseline, style, width, pitch, room, model->sentences[i]);
    }
    if (model->error && baseline < bottom) {
        style = (TextStyle){FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_DEAD, size * 0.8f};
        int room = (int)((bottom - baseline) / pitch) + 1;
        kit_paragraph(kit, rect.x + 20, baseline, style, width, pitch, room, model->error);
    }
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

void output_panel_draw(const Kit *kit, Rect rect, const PanelModel *model)
{
    kit_card(kit, rect, COLOR_PANEL, COLOR_LINE, 1);
    kit_text(kit, rect.x + 20, rect.y + 30, kit_heading(), "Output");
    TextStyle style = {FACE_MONO, WEIGHT_REGULAR, ANCHOR_START, COLOR_FAINT, kit->compact ? 14 : 16};
    float pitch = style.size * 1.45f, baseline = rect.y + 64;
    if (!model->output_length) {
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
