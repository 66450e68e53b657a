/* The measures of the picture, in logical pixels: every length that more than one file of the scene must agree on.
 *
 * They are those of the design at 1920x1080: an 8 px grid, 24 px margins, cards with a radius of 12, boxes of 11,
 * names at 18 px, titles at 13. Colours are roles of the draw list.
 */
#ifndef REFARROWS_SCENE_STYLE_H
#define REFARROWS_SCENE_STYLE_H

#include "scene/drawlist.h"

enum {
    STYLE_GRID = 8,            /* most lengths are multiples of it */
    STYLE_MARGIN = 24,         /* around the whole picture */
    STYLE_LABEL_Y = 32,        /* baseline of "Stack" and "Heap" */
    STYLE_TOP = 56,            /* where the first frame begins */

    STYLE_FRAME_WIDTH = 288,   /* at least */
    STYLE_FRAME_PAD = 20,
    STYLE_FRAME_HEADER = 44,   /* the frame's name and note */
    STYLE_FRAME_ROW = 38,
    STYLE_FRAME_FOOT = 8,
    STYLE_FRAME_GAP = 22,
    STYLE_APART = 30,          /* more between what is static and the stack: room for a heading */
    STYLE_MEMORY_ROW = 54,     /* of a variable whose bytes are shown */
    STYLE_FOLD = 40,           /* height of the card that stands for folded frames */
    STYLE_SLOT_WIDTH = 60,
    STYLE_SLOT_HEIGHT = 32,

    STYLE_DIVIDER = 34,        /* from the frames' right edge */
    STYLE_FIRST_GUTTER = 80,   /* between the frames and the first column of objects */
    STYLE_GUTTER = 64,         /* between columns of objects, at least */
    STYLE_TIGHT_GUTTER = 48,   /* where there is too little room */
    STYLE_GAP = 36,            /* between objects, one above the other; a lane for arrows and the badge above a box */
    STYLE_TIGHT_GAP = 32,
    STYLE_GRID_PITCH = 76,     /* from one to the next: STYLE_BARE, STYLE_VALUE_HEIGHT, STYLE_BARE and that gap */
    STYLE_GRID_GAP = 22,       /* between the rows of a grid: the badge above a box, no arrow */
    STYLE_ROW_GAP = 16,        /* between satellites, side by side */
    STYLE_STRIP = 48,          /* between a row of cells and its satellites below, at least */

    STYLE_PAD = 16,            /* inside a box, left and right */
    STYLE_TITLE = 32,          /* height of the title line */
    STYLE_TEXT_LINE = 32,      /* height of the line that holds a value or a name */
    STYLE_MEMORY_LINE = 20,    /* height of the line with bytes and address */
    STYLE_BARE = 8,            /* above and below the cells of a further row of a grid */
    STYLE_FOOT = 12,           /* below cells and rows */
    STYLE_INDEX = 10,          /* the line of indexes over a row of cells, beyond the title */
    STYLE_CELL_HEIGHT = 42,
    STYLE_VALUE_HEIGHT = 38,   /* of a cell that shows its value */
    STYLE_CELL_GAP = 8,
    STYLE_ROW = 32,            /* pitch of rows: attributes, entries */
    STYLE_ROW_HEIGHT = 26,

    STYLE_BADGE = 30,          /* diameter of the count */
    STYLE_BADGE_RISE = 17,     /* how far the badge stands above the box */
    STYLE_DELTA = 32,          /* how far the change of a count may reach beyond the right side of a box */
    STYLE_LANE = 9,            /* between parallel arrows, at most */
    STYLE_END = 24             /* between their ends at one side of a box, at most */
};

#define STYLE_FRAME_TITLE ((TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 17})
#define STYLE_NOTE ((TextStyle){FACE_SANS, WEIGHT_REGULAR, ANCHOR_END, COLOR_SOFT, 13})
#define STYLE_NAME ((TextStyle){FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, 18})
#define STYLE_BOX_TITLE ((TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_TEXT, 13})
#define STYLE_VALUE ((TextStyle){FACE_MONO, WEIGHT_SEMIBOLD, ANCHOR_MIDDLE, COLOR_TEXT, 21})
#define STYLE_SIGNATURE ((TextStyle){FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, 17})
#define STYLE_CELL ((TextStyle){FACE_MONO, WEIGHT_MEDIUM, ANCHOR_MIDDLE, COLOR_TEXT, 16})
#define STYLE_ROW_LABEL ((TextStyle){FACE_MONO, WEIGHT_MEDIUM, ANCHOR_START, COLOR_TEXT, 15})
#define STYLE_INDEX_LABEL ((TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_MIDDLE, COLOR_SOFT, 13})
#define STYLE_TAG ((TextStyle){FACE_SANS, WEIGHT_SEMIBOLD, ANCHOR_START, COLOR_MARK, 13})
#define STYLE_MORE ((TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_SOFT, 13})
#define STYLE_HEADING ((TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_START, COLOR_SOFT, 15})

#endif
