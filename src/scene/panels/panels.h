/* The panels themselves, one file each. Private to screen.c. */
#ifndef REFARROWS_SCENE_PANELS_PANELS_H
#define REFARROWS_SCENE_PANELS_PANELS_H

#include "scene/panels/kit.h"
#include "scene/panels/screen.h"

void top_bar_draw(const Kit *kit, Rect rect, const PanelModel *model);
void code_panel_draw(const Kit *kit, Rect rect, const PanelModel *model);
void editor_panel_draw(const Kit *kit, Rect rect, const PanelModel *model);
void narration_panel_draw(const Kit *kit, Rect rect, const PanelModel *model);

/* The card of the open question; and below the narration, which ends at `used`, the question that could be asked. */
void question_panel_draw(const Kit *kit, Rect rect, const PanelModel *model);
void question_teaser_draw(const Kit *kit, Rect rect, float used, const PanelModel *model);
void output_panel_draw(const Kit *kit, Rect rect, const PanelModel *model);
void memory_panel_draw(const Kit *kit, Rect rect, DrawTransform transform, const PanelModel *model);
void compare_panel_draw(const Kit *kit, const ScreenPlan *plan, DrawTransform transform, const PanelModel *model);
void overview_draw(const Kit *kit, Rect memory, DrawTransform shown, const PanelModel *model);
Point overview_point(Rect memory, DrawTransform shown, const PanelModel *model, float x, float y);
void menu_card_draw(const Kit *kit, Rect memory, const PanelModel *model);
void key_focus_draw(const Kit *kit, const PanelModel *model);      /* last: round what was drawn before */
void holders_card_draw(const Kit *kit, Rect memory, const PanelModel *model);
void pools_panel_draw(const Kit *kit, Rect memory, const PanelModel *model);
void heap_panel_draw(const Kit *kit, Rect memory, const PanelModel *model);
void bytes_card_draw(const Kit *kit, Rect memory, const PanelModel *model);
void timeline_panel_draw(const Kit *kit, Rect rect, Rect track, const PanelModel *model);

/* In front of a class. Between loupe_begin and loupe_end everything is drawn once more, larger, inside its frame. */
void ink_draw(const Kit *kit, Rect memory, DrawTransform scene, const PanelModel *model);
void spotlight_draw(const Kit *kit, float width, float height, const PanelModel *model);
void loupe_begin(const Kit *kit, const PanelModel *model);
void loupe_end(const Kit *kit, const PanelModel *model);
void class_question_draw(const Kit *kit, float width, float height, const PanelModel *model);

/* For somebody who learns alone. */
void interpreter_panel_draw(const Kit *kit, Rect rect, const PanelModel *model);
void mistakes_draw(const Kit *kit, float width, float height, const PanelModel *model);
void answer_arrow_draw(const Kit *kit, const PanelModel *model);

void overlays_draw(const Kit *kit, float width, float height, const PanelModel *model);

/* The address of the block of the pool looked into that lies under a point; 0: none does. */
uint64_t pools_panel_block_at(bool compact, Rect memory, const PanelModel *model, float x, float y);

uint64_t heap_panel_block_at(bool compact, Rect memory, const PanelModel *model, float x, float y);

/* The code's type, chosen so that its longest line fits if it can. */
float code_panel_size(Rect rect, bool compact, const Syntax *syntax);
float code_panel_pitch(float size);

float code_panel_gutter(float size);       /* from the margin to the text, line numbers included */
enum { CODE_HEADER = 44 };                 /* logical pixels over the first line */

/* The number of a line (from 0) in its gutter; `row` is the line's. */
void code_panel_number(const Kit *kit, Rect row, int line, float size, uint8_t color);

/* A line in its colours. */
void code_panel_text(const Kit *kit, const Syntax *syntax, int line, float x, float baseline, float size);

/* How wide a piece of a line is: a tab stands for four letters. */
float code_panel_width(const TextMeasure *measure, const char *text, size_t length, float size);

/* A small button in the head of a card, its right edge at `right`; returns where the next one ends. */
float code_panel_button(const Kit *kit, float right, float top, PanelTarget target, const char *word, bool weighty);

/* The height of a panel that shows the whole program, or its first `most` lines. */
float code_panel_height(Rect rect, bool compact, const Syntax *syntax, int most);

#endif
