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

TextStyle kit_heading(void)
{
    return (TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_SOFT, 14};
}
