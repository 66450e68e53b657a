/* Figures: what an object looks like, before it is known where it stands.
 *
 * An object is a title, perhaps a line of text (a value, a name, a signature), and its slots, either as cells side
 * by side or as rows of label and cell. Which of these, and how wide, is decided once for a stretch of the run from
 * the needs of all its steps: a box must not change its manner because a list got one element more. Within the
 * stretch only the number of cells varies.
 *
 * Scalars that would only make spaghetti are written into the cell that refers to them. Containers of many different
 * scalars do that for all of theirs (Figure.inlines); which single objects are never boxed is the layout's decision.
 */
#ifndef REFARROWS_SCENE_FIGURE_H
#define REFARROWS_SCENE_FIGURE_H

#include "machine/view.h"
#include "scene/choice.h"
#include "scene/drawlist.h"

/* How much of the truth is shown; each level adds to the one before. */
typedef enum TruthLevel {
    LEVEL_VALUES,              /* small values stand inside names and cells */
    LEVEL_REFERENCES,          /* every value is an object with arrows to it */
    LEVEL_COUNTS,              /* and a count */
    LEVEL_MEMORY               /* and bytes and address */
} TruthLevel;

typedef struct SceneOptions {
    uint8_t level;             /* TruthLevel */
    bool inline_scalars;       /* as LEVEL_VALUES does, at any level */
    bool full;                 /* fold and shorten nothing */
    bool unbound_rows;         /* names keep their rows before they are bound, however little room there is */
    bool class_arrows;         /* instance-of references as arrows, where they are few */
    uint32_t max_cells;        /* cells of one container that are drawn; 0: the default, 30; rows 12 */
    uint32_t max_opened;       /* of an object that the user opened; 0: the default, 200 */
    uint32_t max_text;         /* letters of a value that are drawn; 0: the default, 32 */
    float room_width, room_height;     /* of the panel that the scene is for; 0: that of a window of 1920x1080 */
    Choices choices;           /* what the user opened, folded, hid and pinned */
    float least_scale;         /* the smallest at which the scene may be drawn there; 0: that of such a window */
} SceneOptions;

/* Level counts, nothing inline, defaults. */
SceneOptions scene_options_default(void);

typedef enum FigureForm {
    FIGURE_TEXT, FIGURE_CELLS, FIGURE_ROWS,
    FIGURE_NEST               /* nested boxes, see nest.h */
} FigureForm;

typedef struct Figure {
    uint8_t form;              /* FigureForm */
    bool has_text;             /* a line of text stands between title and slots */
    bool signature;            /* that line is a name or signature, not a value in the middle */
    bool has_memory;           /* a line with size and address stands below the title */
    bool inlines;              /* scalars are written in the cells, not referred to by arrows */
    uint8_t tint, edge;        /* ColorRole */
    uint32_t per_row;          /* CELLS: cells side by side before the next row begins */
    bool bare;                 /* CELLS: without title and indexes, a further row of a grid */
    float cell_width;
    float row_pitch;           /* ROWS: from one to the next */
    float method_width;        /* ROWS: of a method's name */
    float label_width;         /* ROWS: of the column of labels */
    float least_width;         /* title and text need so much */
    float nest_width, nest_height;     /* NEST: of the nested boxes */
    bool lanes;                /* NEST: see NestManner */
} Figure;

/* Which slots of an object are drawn as cells. `more` counts the elements that are not; the last `methods` are those of a
 * class, which stand side by side with nothing but their names. */
typedef struct ShownSlots { uint32_t count, more, methods; } ShownSlots;

/* What one object asks for at one step; the greatest of each over a stretch makes the figure. */
typedef struct FigureNeeds {
    float title, text, label, value, method;   /* widths */
    ShownSlots shown;                  /* cells drawn; elements that are not */
    uint32_t scalars;                  /* different scalars referred to */
    bool holds_containers;             /* some item is not a scalar */
    float cell;                        /* of a nest: its widest value, and all of it */
    bool lanes;                        /* see NestManner */
    float nest_width, nest_height;
} FigureNeeds;

/* Fills `slots` (room for object->slot_count + 1) with indexes into view->slots; the class reference is not among
 * them: it belongs to the title. */
ShownSlots figure_shown_slots(const View *view, const ViewObject *object, const SceneOptions *options,
                              uint32_t *slots);

/* Index into view->slots of the instance-of reference, or VIEW_NONE. */
int32_t figure_class_slot(const View *view, const ViewObject *object);

/* The object's kind as far as drawing goes: a literal of C is a block in which pointers can point about. */
uint8_t figure_kind(const ViewObject *object);

/* int, str, None and the like: drawn as a value. */
bool figure_is_scalar(const ViewObject *object);

/* Whether objects that refer to it write it into their cells in any case: None says that there is nothing to see. */
bool figure_is_nothing(const View *view, const ViewObject *object, const SceneOptions *options);

/* Whether a dict's entry refers to its key by an arrow. Scalars and tuples are written out: their values are the
 * point. */
bool figure_key_is_arrow(const ViewObject *key, const SceneOptions *options);

/* Measures an object as it is now. `slots` is scratch memory for object->slot_count + 1 indexes. */
FigureNeeds figure_measure(const View *view, const ViewObject *object, const SceneOptions *options,
                           const TextMeasure *measure, uint32_t *slots);

/* Adds what an object needs that is a nest; `cell` is what its widest value needed so far, `lanes`: it has those. */
void figure_measure_nest(const View *view, const ViewObject *object, const SceneOptions *options,
                          const TextMeasure *measure, float cell, bool lanes, FigureNeeds *needs);

/* How nests are drawn: those in frames have an outline of their own. */
struct NestManner figure_nest_manner(const SceneOptions *options, const TextMeasure *measure, float cell, bool lanes,
                                       bool outlined);
void figure_needs_merge(FigureNeeds *into, const FigureNeeds *from);

/* Decides the figure from the needs and from what an object never changes, its kind and type. */
Figure figure_decide(const FigureNeeds *needs, const View *view, const ViewObject *object,
                     const SceneOptions *options);

/* Makes a figure one that writes scalars into its cells, because the picture as a whole would be crowded. */
void figure_inline(Figure *figure, const FigureNeeds *needs);

/* Whether it is one line of values, as the rows of a grid are; and makes it a further one of them. */
bool figure_is_line(const Figure *figure, ShownSlots shown);
void figure_strip(Figure *figure);

/* How far below the top of its box the middle of a row is, and that of a line of values. */
float figure_row_middle(const Figure *figure, uint32_t row);
float figure_line_middle(const Figure *figure);

/* Gives the cells of a row that width, unless they are wider. */
void figure_widen_cells(Figure *figure, float width);

/* Geometry, relative to the box's top left corner. */
Rect figure_method(const Figure *figure, uint32_t rows, uint32_t index);        /* below so many rows of other slots */
Rect figure_size(const Figure *figure, ShownSlots shown);               /* x and y are 0 */
Rect figure_cell(const Figure *figure, float width, uint32_t index);    /* `width` is the box's */
Point figure_nest_place(const Figure *figure, float width);            /* top left corner of the nested boxes */
Point figure_text_place(const Figure *figure, float width);             /* of the baseline: its middle for values */

#endif
