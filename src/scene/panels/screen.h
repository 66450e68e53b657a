/* The screen: the picture of the whole window, panels and all.
 *
 * A pure function of size and model; the window shows it and a snapshot writes it. Lengths are logical pixels.
 */
#ifndef REFARROWS_SCENE_PANELS_SCREEN_H
#define REFARROWS_SCENE_PANELS_SCREEN_H

#include "scene/panels/panel_model.h"

/* Where the panels stand. A panel without height or width is not shown. */
typedef struct ScreenPlan {
    Rect top, code, narration, output, memory, timeline;
    Rect kept;                 /* while two steps are compared: the memory of the other one, as large as `memory` */
    Rect track;                /* of the timeline: step 0 at its left end, the last one at its right */
    bool compact;              /* a small window: smaller type, narrower margins */
} ScreenPlan;

ScreenPlan screen_plan(float width, float height, const PanelModel *model);

/* Draws over the page's colour. `hits` is filled with what can be pointed at. */
void screen_draw(float width, float height, const PanelModel *model, const TextMeasure *measure, DrawList *list,
                 PanelHits *hits);

/* What lies under a point; target TARGET_NONE if nothing does. */
PanelHit screen_hit(const PanelHits *hits, float x, float y);

/* The step under a point of the track. */
uint64_t screen_step_at(const ScreenPlan *plan, const PanelModel *model, float x);

/* The point of the scene under a point of the overview. */
Point screen_overview_point(const ScreenPlan *plan, const PanelModel *model, float x, float y);

/* The address of the block under a point of the panel of the pools; 0: there is none. */
uint64_t screen_block_at(const ScreenPlan *plan, const PanelModel *model, float x, float y);

/* How the scene lies in the memory panel: scaled so that it fits, then as the user zoomed and panned. */
DrawTransform screen_scene_transform(const ScreenPlan *plan, const PanelModel *model);

/* How many lines of the text being edited are shown. */
int screen_edit_lines(const ScreenPlan *plan, const PanelModel *model);

/* The place in the text being edited that is nearest to a point: the line from 0 and the byte in it. A point above the
 * text is in the line before the first one shown, one below it in the line after the last. */
void screen_edit_place(const ScreenPlan *plan, const PanelModel *model, const TextMeasure *measure, float x, float y,
                       uint32_t *line, uint32_t *column);

/* Where the caret stands in the text being edited. */
Rect screen_edit_caret(const ScreenPlan *plan, const PanelModel *model, const TextMeasure *measure);

/* The first line of code that is shown (from 0), and how many are. */
int screen_first_line(const ScreenPlan *plan, const PanelModel *model, int *count);

#endif
