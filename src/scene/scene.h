/* The scene: the boxes, arrows and texts of one step, placed and routed, ready to be drawn, printed and pointed at.
 *
 * A scene is a pure function of a solved layout, the view and the change that led to it: build it twice, or by
 * another way, and it is equal. It owns its memory and refers neither to the layout nor to the views.
 *
 *     Scene scene;
 *     scene_init(&scene);
 *     scene_build(&scene, layout, before, view, changes);      // again for every step; memory is kept
 *     scene_draw(&scene, NULL, &list);
 *     scene_finish(&scene);
 *
 * Things have names: "frame:0" (0 is the oldest), "frame:0/x" for a name in it, "object:12", "object:12/0" for a
 * cell: an index, an attribute, the representation of a key, for what has no label its place; "/class" for the
 * instance-of reference, "/key:" and the representation for the reference to a key.
 */
#ifndef REFARROWS_SCENE_SCENE_H
#define REFARROWS_SCENE_SCENE_H

#include <stdio.h>

#include "machine/change.h"
#include "machine/view.h"
#include "scene/curve.h"
#include "scene/drawlist.h"
#include "scene/layout.h"
#include "scene/route.h"

#define SCENE_NONE UINT32_MAX

typedef enum SceneKind {
    SCENE_FRAME,
    SCENE_OBJECT,
    SCENE_GHOST                /* died at this step; keeps its place until the next */
} SceneKind;

/* Offset of a NUL-terminated text in Scene.text; 0 is the empty text. */
typedef uint32_t SceneText;

typedef enum CellStyle {
    CELL_NAME,                 /* of a frame: a name and beside it the slot */
    CELL_ITEM,                 /* one of a row, its index above it */
    CELL_ROW,                  /* a row of an object: label and cell */
    CELL_KEY,                  /* the key of such a row, when it is an arrow, too */
    CELL_CLASS,                /* the instance-of reference: a dot at the box's edge */
    CELL_NESTED,               /* of a nest: a value */
    CELL_LETTER,               /* a letter of a text */
    CELL_PART,                 /* the outline of a part */
    CELL_PADDING,              /* bytes that no member has */
    CELL_MORE                  /* how many elements are not shown */
} CellStyle;

typedef struct SceneCell {
    uint32_t box;
    uint8_t style;             /* CellStyle */
    bool has_port;             /* an arrow leaves from here */
    bool unbound;              /* a name that has no value */
    bool was_bound;            /* it had one */
    bool changed;
    bool index_label;          /* CELL_NESTED, ...: the label is an index or stands above, in smaller letters */
    bool label_middle;         /* it stands above the middle of the cell */
    bool unset;                /* nothing was stored there: shown as "?" */
    bool faint;                /* CELL_LETTER: behind the end of the text; CELL_PART: no outline is drawn */
    bool dangling;             /* a pointer to memory that is nobody's any more */
    bool is_union;             /* CELL_PART */
    bool names;                /* the first cell of a variable's nested boxes: its label is the variable's name */
    float lane;                /* by which arrows come from below; 0: they come from the side */
    Rect rect;                 /* absolute; w is 0 if no cell is drawn */
    Point label_at;            /* baseline */
    Point port;
    SceneText label, value, id;
    SceneText bytes, address;  /* at the level of memory */
    uint64_t target;           /* number of the object referred to; 0: none */
    uint32_t folds;            /* not 0: so many objects that lie deeper are not drawn */
} SceneCell;

typedef struct SceneBox {
    uint8_t kind;              /* SceneKind */
    uint8_t tint, edge;        /* ColorRole */
    uint8_t tag_color;         /* ColorRole */
    uint8_t ring;              /* ColorRole of a ring round the box: the collector's mark; COLOR_NONE: none */
    float ring_on, ring_off;   /* its dashes; 0: whole */
    bool shared, is_new, active, signature;
    bool read_only;            /* memory that must not be written to */
    bool is_static;            /* frames: not of a call, but of the whole run */
    uint64_t number;           /* of the object or activation */
    uint32_t frame_index;      /* frames: 0 is the oldest */
    uint32_t folded;           /* not 0: a card that stands for so many frames from frame_index on */
    uint64_t place_block;      /* objects: Place.block */
    int32_t column;            /* of the heap, or ROUTE_STACK */
    Rect rect;
    SceneText title, note, text, more, memory, badge, delta;
    SceneText tag;             /* stands above the box: "new", "freed: x was rebound" */
    float tag_x, tag_width;
    float tag_rise;            /* of its baseline above the box: more where the badge is in its way */
    Point text_at;
    uint32_t first_cell, cell_count;
} SceneBox;

typedef struct SceneArrow {
    uint32_t from_cell, from_box, to_box;
    uint32_t to_cell;          /* the very place that it leads to; SCENE_NONE: the box as a whole */
    bool past;                 /* right behind that place: one past the end */
    bool dangling;
    uint8_t color;             /* ColorRole */
    bool marked;               /* changed at this step */
    bool discreet;             /* instance-of and key references */
    bool weak;
    uint32_t first_point, point_count;     /* a curve in Scene.points */
} SceneArrow;

typedef struct Scene {
    SceneBox *boxes;
    uint32_t box_count, box_capacity;
    SceneCell *cells;
    uint32_t cell_count, cell_capacity;
    SceneArrow *arrows;
    uint32_t arrow_count, arrow_capacity;
    PointPool points;
    char *text;
    uint32_t text_length, text_capacity;
    float width, height;       /* of everything, margins included; may be more than the window has */
    float divider;             /* x of the line between stack and heap */
    float heap_left;
    bool show_counts;
} Scene;

void scene_init(Scene *scene);
void scene_finish(Scene *scene);

/* `before` and `changes` may be NULL: then nothing is marked. Objects that were not fed to the layout are not drawn
 * as boxes. The options are the layout's. */
void scene_build(Scene *scene, const Layout *layout, const View *before, const View *view, const ChangeList *changes);

static inline const char *scene_text(const Scene *scene, SceneText text) { return scene->text + text; }

/* Writes the name of a box, or of a cell in it unless that is SCENE_NONE. Shortened to `size` bytes with the NUL. */
void scene_id(const Scene *scene, uint32_t box, uint32_t cell, char *id, size_t size);

/* The box, and the cell or SCENE_NONE, of that name. False if the scene has no such thing. */
bool scene_find(const Scene *scene, const char *id, uint32_t *box, uint32_t *cell);

/* What lies under a point: a cell with a port or value, else a box, else an arrow within a few pixels (the id of the
 * cell it leaves from). False if nothing does. */
bool scene_hit(const Scene *scene, float x, float y, char *id, size_t size);

/* What belongs to a thing: for an object what it refers to and what refers to it, for a name its arrow and target,
 * for a frame all of its names. */
typedef struct SceneRelated {
    bool *boxes;               /* by index; both are owned */
    bool *arrows;
} SceneRelated;

/* False, with nothing to finish, if the scene has no such thing. */
bool scene_related(const Scene *scene, const char *id, SceneRelated *related);
void scene_related_finish(SceneRelated *related);

/* Draws everything in logical pixels from (0, 0). With a highlighted id the rest is dimmed; NULL highlights nothing. */
void scene_draw(const Scene *scene, const char *highlight, DrawList *list);

/* Which arrows are drawn in full; the others only as their dots. */
typedef enum SceneArrows {
    ARROWS_ALL,
    ARROWS_NAMES,              /* from names */
    ARROWS_FIELDS,             /* from objects, without the instance-of references */
    ARROWS_CLASSES,            /* instance-of references */
    ARROWS_COUNT
} SceneArrows;

/* How a scene is looked at. `unsettled` falls from 1 to 0 while what the step changed is still coming: arrows grow and draw
 * back, boxes and tags appear, frames slide to their places and away, what died fades; nothing else moves. */
typedef struct SceneLook {
    const char *highlight;     /* as for scene_draw */
    float unsettled;
    uint8_t arrows;            /* SceneArrows */
    const Scene *before;       /* while it is unsettled: what was drawn before, which goes; NULL: nothing of it shows */
    const struct ScenePassing *passing;        /* between the two */
} SceneLook;

void scene_draw_as(const Scene *scene, const SceneLook *look, DrawList *list);

/* For the painter: a cell of C's, as nest.h has them. `edge` is the colour of outlines. */
void scene_draw_nested(const Scene *scene, const SceneCell *cell, ColorRole edge, bool dimmed, DrawList *list);

/* The JSON of the command `layout`; width and height are those asked for by the user. */
void scene_print_layout(const Scene *scene, int width, int height, FILE *file);

#endif
