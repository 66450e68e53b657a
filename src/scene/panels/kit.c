#include "scene/panels/kit.h"

#include <string.h>

void kit_fill(const Kit *kit, Rect rect, float radius, uint8_t color)
{
    draw_rect(kit->list, rect, radius, (Paint){.fill = color, .alpha = 255});
}

void kit_card(const Kit *kit, Rect rect, uint8_t fill, uint8_t stroke, float width)
{
    kit_fill(kit, (Rect){rect.x + 1, rect.y + 2, rect.w, rect.h}, 12, COLOR_SHADOW);
    draw_rect(kit->list, rect, 12, (Paint){.fill = fill, .stroke = stroke, .alpha = 255, .width = width});
}

void kit_text(const Kit *kit, float x, float baseline, TextStyle style, const char *text)
{
    draw_text(kit->list, x, baseline, style, text, strlen(text));
}

static float width_of(const Kit *kit, TextStyle style, const char *text, size_t length)
{
    return kit->measure->width(kit->measure->context, &style, text, length);
}

float kit_width(const Kit *kit, TextStyle style, const char *text)
{
    return width_of(kit, style, text, strlen(text));
}

/* The longest beginning, in whole code points, that is no wider than `width`. */
static size_t fitting(const Kit *kit, TextStyle style, const char *text, size_t length, float width)
{
    size_t low = 0, high = length;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        while (middle > low && middle < length && ((unsigned char)text[middle] & 0xC0) == 0x80)
            middle--;
        if (middle == low)
            break;
        if (width_of(kit, style, text, middle) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    while (low > 0 && low < length && ((unsigned char)text[low] & 0xC0) == 0x80)
        low--;
    return low;
}

enum { LONGEST_LINE = 1024 };      /* bytes of one line that can be shortened; more never fits on a screen */

void kit_text_fit(const Kit *kit, float x, float baseline, TextStyle style, float width, const char *text)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    size_t length = strnlen(text, LONGEST_LINE);
    if (text[length] == '\0' && width_of(kit, style, text, length) <= width) {
        draw_text(kit->list, x, baseline, style, text, length);
        return;
    }
    char shortened[LONGEST_LINE + sizeof ellipsis];
    size_t kept = fitting(kit, style, text, length, width - kit_width(kit, style, ellipsis));
    memcpy(shortened, text, kept);
    memcpy(shortened + kept, ellipsis, sizeof ellipsis);
    kit_text(kit, x, baseline, style, shortened);
}

void kit_hit(const Kit *kit, Rect rect, PanelTarget target, int value)
{
    if (kit->hits->count < PANEL_MAX_HITS)
        kit->hits->items[kit->hits->count++] = (PanelHit){rect, (uint8_t)target, value};
}

/* How many bytes go on this line: up to the last blank that fits, or as many as fit if there is none. */
static size_t line_break(const Kit *kit, TextStyle style, const char *text, size_t length, float width)
{
    size_t fits = fitting(kit, style, text, length, width);
    if (fits == length)
        return fits;
    for (size_t at = fits; at > 0; at--)
        if (text[at] == ' ')
            return at;
    return fits ? fits : 1;
}

float kit_paragraph(const Kit *kit, float x, float baseline, TextStyle style, float width, float pitch, int max_lines,
                    const char *text)
{
    size_t length = strlen(text);
    for (int line = 0; length > 0 && line < max_lines; line++, baseline += pitch) {
        if (line == max_lines - 1) {
            kit_text_fit(kit, x, baseline, style, width, text);
            return baseline + pitch;
        }
        size_t here = line_break(kit, style, text, length < LONGEST_LINE ? length : LONGEST_LINE, width);
        draw_text(kit->list, x, baseline, style, text, here);
        while (here < length && text[here] == ' ')
            here++;
        text += here;
        length -= here;
    }
    return baseline;
}

/* Prose goes word by word; a word is pieces of one face each, as in "`a`," */
typedef struct Prose {
    const Kit *kit;
    TextStyle style;
    bool code;                 /* inside backquotes */
    float x, left, right;
} Prose;

#define MONO_IN_PROSE 0.92f        /* the mono face looks larger than the sans of the same size */

static TextStyle prose_style(const Prose *prose)
{
    TextStyle style = prose->style;
    if (prose->code) {
        style.face = FACE_MONO;
        style.size *= MONO_IN_PROSE;
        style.weight = WEIGHT_MEDIUM;
    }
    return style;
}

static size_t piece_length(const char *text)
{
    return strcspn(text, " `");
}

/* Walks over a word, drawing it if asked; returns its width. */
static float walk_word(Prose *prose, const char *word, size_t length, float baseline, bool draws)
{
    float width = 0;
    for (size_t at = 0; at < length;) {
        if (word[at] == '`') {
            prose->code = !prose->code;
            at++;
            continue;
        }
        size_t piece = piece_length(word + at);
        TextStyle style = prose_style(prose);
        if (draws)
            draw_text(prose->kit->list, prose->x + width, baseline, style, word + at, piece);
        width += width_of(prose->kit, style, word + at, piece);
        at += piece;
    }
    return width;
}

float kit_prose(const Kit *kit, float x, float baseline, TextStyle style, float width, float pitch, int max_lines,
                const char *text)
{
    Prose prose = {kit, style, false, x, x, x + width};
    float dots = kit_width(kit, style, " \xE2\x80\xA6");
    for (int line = 1; *text;) {
        size_t length = strcspn(text, " ");
        bool code = prose.code, more = text[length] != '\0';
        float word = walk_word(&prose, text, length, baseline, false);
        prose.code = code;
        float limit = line == max_lines && more ? prose.right - dots : prose.right;
        if (prose.x > prose.left && prose.x + word > limit) {
            if (line == max_lines) {
                kit_text(kit, prose.x, baseline, style, "\xE2\x80\xA6");
                break;
            }
            line++;
            prose.x = prose.left;
            baseline += pitch;
        }
        prose.x += walk_word(&prose, text, length, baseline, true);
        prose.x += kit_width(kit, prose_style(&prose), " ");
        text += length + more;
    }
    return baseline + pitch;
}

TextStyle kit_heading(void)
{
    return (TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_SOFT, 14};
}
