/* The kit: what all panels are built from. Private to the panels. */
#ifndef REFARROWS_SCENE_PANELS_KIT_H
#define REFARROWS_SCENE_PANELS_KIT_H

#include "scene/drawlist.h"
#include "scene/panels/panel_model.h"

/* What a panel writes to and asks. */
typedef struct Kit {
    DrawList *list;
    PanelHits *hits;
    const TextMeasure *measure;
    bool compact;              /* a small window: smaller type, narrower margins */
} Kit;

/* A paper card with a hair line and a soft shadow. */
void kit_card(const Kit *kit, Rect rect, uint8_t fill, uint8_t stroke, float width);

void kit_text(const Kit *kit, float x, float baseline, TextStyle style, const char *text);

/* Writes as much as fits in `width`, with an ellipsis if that is not all. */
void kit_text_fit(const Kit *kit, float x, float baseline, TextStyle style, float width, const char *text);
float kit_width(const Kit *kit, TextStyle style, const char *text);

void kit_fill(const Kit *kit, Rect rect, float radius, uint8_t color);
void kit_hit(const Kit *kit, Rect rect, PanelTarget target, int value);

/* Breaks text at blanks into lines no wider than `width`; draws at most `max_lines` of them and returns the baseline of
 * the line that would follow. */
float kit_paragraph(const Kit *kit, float x, float baseline, TextStyle style, float width, float pitch, int max_lines,
                    const char *text);

/* The same for prose in which `code` between backquotes is set in the mono face, without the quotes. */
float kit_prose(const Kit *kit, float x, float baseline, TextStyle style, float width, float pitch, int max_lines,
                const char *text);

/* The heading of a card. */
TextStyle kit_heading(void);

#endif
