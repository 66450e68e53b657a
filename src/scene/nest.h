/* Nests: values that contain others, as nested boxes. What C keeps in a variable or a block, a struct, an array, a text,
 * is drawn as boxes in boxes, and each of the innermost is a cell.
 *
 *     struct     its members one below the other, label and cell; in an array of structs, if they are few and plain, side
 *                by side, so that the array is a table
 *     array      of numbers: cells side by side, their indexes above them, in as many lines as it takes; of pointers and of
 *                all that contains others: one below the other; of arrays of numbers: a grid
 *     text       its letters as cells up to a certain length, then one cell with the text
 *
 * Below a line of cells is a lane by which arrows come to each of them without crossing another. At the level of memory
 * each cell shows its bytes as well, and bytes that belong to no member have a place of their own.
 */
#ifndef REFARROWS_SCENE_NEST_H
#define REFARROWS_SCENE_NEST_H

#include "machine/view.h"
#include "scene/drawlist.h"
#include "scene/figure.h"

typedef enum NestStyle {
    NEST_CELL,                /* a number, a pointer, a text in one cell */
    NEST_LETTER,              /* one byte of a text */
    NEST_PART,                /* the outline of a part; comes before what it contains */
    NEST_PADDING,             /* bytes that no member has */
    NEST_MORE                 /* a line that says how many elements are not shown */
} NestStyle;

typedef struct NestItem {
    uint8_t style;             /* NestStyle */
    bool label_above;          /* the label is in the middle above the cell; otherwise it begins at label_at */
    bool is_faint;             /* NEST_LETTER: behind the text's end */
    Rect rect;                 /* from the top left corner of the nest */
    Point label_at;            /* baseline */
    ViewText label;            /* empty: none */
    int32_t slot, part;        /* what it shows; VIEW_NONE: that is not a slot, a part */
    uint32_t byte;             /* NEST_LETTER: which; NEST_PADDING, NEST_MORE: how many */
    uint64_t address;
    float lane;                /* y of the lane below its line; 0: arrows come from the side */
} NestItem;

typedef struct Nest {
    NestItem *items;
    uint32_t count, capacity;
} Nest;

/* How it is to be drawn. */
typedef struct NestManner {
    const TextMeasure *measure;
    float cell;                /* width of what stands in a cell, as nest_cell answers it, at most over the stretch */
    bool memory;               /* bytes and padding too */
    bool full;                 /* leave no elements out */
    bool lanes;                /* below lines of cells is room for arrows to them */
    bool outlined;             /* the outermost part has an outline of its own */
} NestManner;

/* One thing of a frame, by the index of its first slot: a slot by itself, or a part that nothing contains. */
typedef struct NestThing {
    int32_t part;              /* VIEW_NONE: a slot by itself */
    uint32_t slot;             /* the first */
    uint32_t end;              /* behind the last */
} NestThing;
NestThing nest_thing(const View *view, uint32_t slot);

/* Is it drawn as a nest: does it contain others, or is it a text whose letters are shown? */
bool nest_is_nested(const View *view, const NestThing *thing);

/* Of an object: its contents as a thing. False if it is not drawn as a nest. */
bool nest_of_object(const View *view, const ViewObject *object, NestThing *thing);

/* The width that the widest value in it needs. */
float nest_cell(const View *view, const NestThing *thing, const TextMeasure *measure);

/* Does some pointer lead to a cell of it by a lane? `aimed` says by slot whether a pointer leads there; what begins a block is
 * reached from the side. */
bool nest_needs_lanes(const NestThing *thing, const bool *aimed, bool in_frame);

/* Arranges it: adds items to `nest`, unless that is NULL, and answers the size. */
Rect nest_arrange(const View *view, const NestThing *thing, const NestManner *manner, Nest *nest);
void nest_finish(Nest *nest);

/* How wide a cell is that shows the bytes of a slot. */
float nest_bytes_width(const ViewSlot *slot);

/* "2c 01 00 00": the bytes of a slot, "??" for those that nothing was stored in, "··" for those of nobody. */
void nest_bytes(const View *view, const ViewSlot *slot, char *out, size_t size);

#endif
