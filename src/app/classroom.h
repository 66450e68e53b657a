/* The classroom: what somebody in front of a class has beside the picture. A pointer tool (spotlight, loupe, pen), ink
 * that belongs to the step it was drawn on, a question put to the class with its hands counted, and the projector's
 * size and theme. It lives as long as the window; how a step was reached does not matter to what is drawn on it.
 */
#ifndef REFARROWS_APP_CLASSROOM_H
#define REFARROWS_APP_CLASSROOM_H

#include "draw/theme.h"
#include "scene/panels/panel_model.h"

enum {
    CLASSROOM_STROKES = 512,       /* of all steps; more are not taken */
    CLASSROOM_POINTS = 4096,       /* of one stroke */
    CLASSROOM_HANDS = 999          /* for one choice: three digits */
};

typedef struct InkStroke {
    uint64_t step;
    PanelStroke drawn;             /* owns its points */
} InkStroke;

typedef struct Classroom {
    uint8_t tool;                  /* PanelTool */
    Point pointer;                 /* logical pixels of the window */
    float size[PANEL_TOOLS];       /* of each tool: see PanelModel */
    bool drawing;                  /* the last stroke goes on */
    InkStroke *strokes;
    uint32_t stroke_count, stroke_capacity;
    PanelStroke *shown;            /* those of the step asked for last; points into the strokes */
    uint32_t shown_capacity;

    bool asks, revealed;           /* the question is put to the class; its answer shows */
    uint32_t selected;             /* the choice that digits count hands for */
    uint32_t hands[PANEL_CHOICES];

    float other_size;              /* of everything, on the projector or off it, whichever is not now; 0: not known */
    const Theme *other_theme;
} Classroom;

void classroom_init(Classroom *room);
void classroom_finish(Classroom *room);

/* Takes the tool up, or lays it down if it is in hand. */
void classroom_take(Classroom *room, uint8_t tool);
void classroom_resize(Classroom *room, bool larger);

/* Ink. `in_scene`: the points are those of the scene, so that it moves and grows with it; else of the window. False when
 * there is no room for another stroke. */
bool classroom_begin_stroke(Classroom *room, uint64_t step, bool in_scene, Point at);
void classroom_go_on(Classroom *room, Point at);
void classroom_end_stroke(Classroom *room);
void classroom_clear(Classroom *room, uint64_t step);

/* The question. */
void classroom_ask(Classroom *room);
void classroom_close(Classroom *room);
void classroom_select(Classroom *room, int by, uint32_t choices);
void classroom_digit(Classroom *room, uint32_t digit);
void classroom_erase(Classroom *room);

/* Swaps size and theme for those of the other place. The first time on a projector: the size as it is, `bright`. */
void classroom_swap(Classroom *room, float *size, const Theme **theme, const Theme *bright);

/* Sets what the panels show of it at a step. The model points into the classroom. */
void classroom_fill(Classroom *room, uint64_t step, PanelModel *model);

#endif
