/* The layout: where everything of a stretch of the run stands.
 *
 * Two laws bind it: nothing moves unless the program moved it, and a step looks the same however one got there. Both
 * follow from foresight. The layout is fed every view of a bounded stretch, in order, and only then solved: every
 * object and every frame that occurs gets one fixed place, with room for the largest it will ever be in the stretch.
 * Things whose lives do not overlap may share a place. All of it is packed into the room of the panel; where that is
 * not enough, small things are written into others instead of standing beside them (see fit.c). What is drawn at a step is then a function of the layout and
 * that view.
 *
 *     Layout *layout = layout_create(&measure, &options);
 *     for each step of the stretch: layout_add_view(layout, &view);
 *     layout_solve(layout);
 *     const Place *place = layout_place(layout, object->number);
 *
 * Feeding takes time proportional to the view, solving to the objects of the stretch and their crowding.
 */
#ifndef REFARROWS_SCENE_LAYOUT_H
#define REFARROWS_SCENE_LAYOUT_H

#include "machine/view.h"
#include "scene/drawlist.h"
#include "scene/figure.h"
#include "scene/nest.h"

typedef struct Layout Layout;

typedef struct Place {
    Rect rect;                 /* the room reserved; the box begins at its top left corner */
    int32_t column;            /* of the heap, from 0 */
    uint64_t block;            /* number of the object below whose cells this scalar stands, or the object's own */
    bool folded;               /* not boxed because it lies too deep; the cells that refer to it say how much does */
    bool boxed;                /* false: never a box, written into the cells that refer to it */
    bool leaves_ghost;         /* it is drawn when it dies */
    bool class_arrow;          /* of a class: its instances' references to it are arrows */
    Figure figure;
} Place;

/* `measure` must outlive the layout. Destroying takes NULL. */
Layout *layout_create(const TextMeasure *measure, const SceneOptions *options);
void layout_destroy(Layout *layout);

/* Takes note of a view. Views come in the order of the run, all before layout_solve. */
void layout_add_view(Layout *layout, const View *view);
void layout_solve(Layout *layout);

const SceneOptions *layout_options(const Layout *layout);
const TextMeasure *layout_measure(const Layout *layout);

/* Valid once solved. NULL for an object that no view fed to the layout contained. */
const Place *layout_place(const Layout *layout, uint64_t number);

/* The room that the whole stretch needs, margins included. */
void layout_extent(const Layout *layout, float *width, float *height);

/* The room that should be shown at a step: of a stretch that is larger than the panel, what there is of it around that
 * time. It changes seldom. */
void layout_room_at(const Layout *layout, uint64_t step, float *width, float *height);

/* Frames stand one below the other from STYLE_TOP, at STYLE_MARGIN, all of one width. The height is what the frame
 * needs at its largest while others stand below it. The row of a name (see wording_row) is the same as long as the
 * frame lives; -1 if the name is unknown. `likely` is where to look first. */
typedef struct FrameFold { uint32_t first, count; } FrameFold;

/* Which frames of a view one card stands for, because the stack is too high: none, or those after the oldest one. The
 * number is a multiple of FOLD_STEP, so that the frames above do not move with every call. */
enum { FOLD_STEP = 3 };
FrameFold layout_fold(const Layout *layout, const View *view);

/* Whether the name of a frame has an arrow, as far as the user chose. */
bool layout_shows_name(const Layout *layout, const View *view, const ViewSlot *slot);

/* The step at which a row of a frame was seen bound first in the stretch; UINT64_MAX if it never was. */
uint64_t layout_row_bound(const Layout *layout, uint64_t number, int32_t row);

/* Whether a row is shown at a step. Where there is little room it is not before the step that binds it is the next, or not
 * if it is never bound in the stretch. And how many of a frame are not. */
bool layout_shows_row(const Layout *layout, uint64_t number, int32_t row, uint64_t step);
uint32_t layout_hidden_rows(const Layout *layout, uint64_t number, uint64_t step);

/* Where a row that is shown begins, below the frame's header; how high it is; and how a row is drawn that is a nest. */
float layout_row_offset(const Layout *layout, uint64_t number, int32_t row);
float layout_row_height(const Layout *layout, uint64_t number, int32_t row);
NestManner layout_row_manner(const Layout *layout, uint64_t number, int32_t row);

float layout_frame_width(const Layout *layout);
float layout_frame_height(const Layout *layout, const View *view, uint32_t frame);  /* with the room it may yet need */
int32_t layout_frame_row(const Layout *layout, uint64_t number, const char *name, size_t length,
                         uint32_t likely);
float layout_slot_width(const Layout *layout);     /* of the cell that stands beside each name */
bool layout_frames_inline(const Layout *layout);   /* scalars are written beside their names */

#endif
