/* The bytes of an object: its C structs field by field, a small square for each byte of a field, the address on top. */
#include <inttypes.h>
#include <stdio.h>

#include "scene/panels/panels.h"

enum { PADDING = 20, PITCH = 21, SQUARE = 5, MOST_SQUARES = 8, WIDE = 560, HEAD = 60 };

static TextStyle words(uint8_t face, uint8_t weight, uint8_t color, float size)
{
    return (TextStyle){face, weight, ANCHOR_START, color, size};
}

static uint32_t rows_of(const ObjectBytes *bytes)
{
    return bytes->field_count + bytes->part_count;
}

/* Fields before the object's own address are hatched: hollow squares. */
static void draw_squares(const Kit *kit, float x, float y, const BytesField *field)
{
    uint32_t count = field->size < MOST_SQUARES ? field->size : MOST_SQUARES;
    for (uint32_t i = 0; i < count; i++) {
        Rect square = {x + (SQUARE + 1.5f) * (float)i, y - 9, SQUARE, SQUARE + 4};
        draw_rect(kit->list, square, 1, (Paint){.fill = field->offset < 0 ? COLOR_NONE : COLOR_LIST_TINT,
                  .stroke = COLOR_LIST_EDGE, .alpha = 255, .width = 0.8f});
    }
}

static void draw_field(const Kit *kit, Rect card, float y, const BytesField *field)
{
    char text[40];
    float x = card.x + PADDING, room = card.w - 2 * PADDING;
    snprintf(text, sizeof text, "%" PRId64, field->offset);
    TextStyle offset = words(FACE_MONO, WEIGHT_REGULAR, COLOR_SOFT, 12.5f);
    offset.anchor = ANCHOR_END;
    kit_text(kit, x + 30, y, offset, text);
    draw_squares(kit, x + 40, y, field);
    kit_text_fit(kit, x + 100, y, words(FACE_MONO, WEIGHT_REGULAR, COLOR_SOFT, 12.5f), 108, field->type);
    kit_text_fit(kit, x + 214, y, words(FACE_MONO, WEIGHT_MEDIUM, COLOR_TEXT, 12.5f), 140, field->name);
    kit_text_fit(kit, x + 362, y, words(FACE_MONO, WEIGHT_REGULAR, COLOR_TEXT, 12.5f), room - 362, field->value);
}

static void draw_part(const Kit *kit, Rect card, float y, const BytesPart *part)
{
    char text[120];
    snprintf(text, sizeof text, "%s at 0x%" PRIx64 ", %" PRIu64 " bytes%s", part->name, part->address, part->size,
             part->is_cut ? ", the first of them" : "");
    kit_text_fit(kit, card.x + PADDING, y, words(FACE_SANS, WEIGHT_SEMIBOLD, COLOR_SOFT, 13), card.w - 2 * PADDING, text);
}

void bytes_card_draw(const Kit *kit, Rect memory, const PanelModel *model)
{
    const ObjectBytes *bytes = model->bytes;
    char text[160];
    float margin = kit->compact ? 8 : 16, wide = memory.w - 2 * margin < WIDE ? memory.w - 2 * margin : WIDE;
    float most = memory.h - 2 * margin, high = HEAD + PITCH * (float)rows_of(bytes) + PADDING;
    Rect card = {memory.x + memory.w - wide - margin, memory.y + margin, wide, high < most ? high : most};
    kit_card(kit, card, COLOR_PANEL, COLOR_LINE, 1);
    kit_hit(kit, card, TARGET_BYTES, 0);
    snprintf(text, sizeof text, "Object %" PRIu64 ": %s, %" PRIu64 " bytes", bytes->number, bytes->type, bytes->size);
    kit_text_fit(kit, card.x + PADDING, card.y + 34, words(FACE_SANS, WEIGHT_SEMIBOLD, COLOR_TEXT, 17), wide - 2 * PADDING,
                 text);
    uint32_t row = 0, room = (uint32_t)((card.h - HEAD - PADDING) / PITCH);
    for (uint32_t p = 0; p < bytes->part_count; p++)
        for (uint32_t f = 0; f <= bytes->parts[p].field_count && row <= room; f++, row++) {
            float y = card.y + HEAD + PITCH * (float)row + 4;
            bool last = row == room && row + 1 < rows_of(bytes);
            if (last)
                kit_text(kit, card.x + PADDING, y, words(FACE_SANS, WEIGHT_REGULAR, COLOR_SOFT, 13),
                         "\xE2\x80\xA6 and more: refarrows text --bytes lists all of it");
            else if (f == 0)
                draw_part(kit, card, y, &bytes->parts[p]);
            else
                draw_field(kit, card, y, &bytes->fields[bytes->parts[p].first_field + f - 1]);
        }
}
