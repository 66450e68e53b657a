/* The panel model: everything that the picture of the window depends on besides its size.
 *
 * Panels are pure functions of it: model in, draw list and places to point at out. The window fills it from the run and
 * the user's doings, a snapshot from a step alone; equal models give equal pictures. Nothing in it is owned.
 */
#ifndef REFARROWS_SCENE_PANELS_PANEL_MODEL_H
#define REFARROWS_SCENE_PANELS_PANEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine/object_bytes.h"
#include "machine/pool_map.h"
#include "scene/drawlist.h"
#include "scene/panels/syntax.h"
#include "scene/scene.h"

/* What happened in one cell of the timeline; a cell is one step or many. */
typedef struct PanelTick {
    uint8_t depth;             /* frames on the call stack at most; 0: not looked at yet */
    bool call, output, exception, collection, death, breakpoint;
} PanelTick;

/* One holder of the object asked about. */
typedef struct PanelHolder {
    const char *name;          /* "a", "[0]", "next" */
    const char *place;         /* "in module", "in a list" */
    const char *since;         /* "since step 2", a link; NULL: not known */
    uint8_t color;             /* ColorRole of its arrow */
} PanelHolder;

/* One line of the history of an object or a name. */
typedef struct PanelEvent {
    const char *what;          /* "bound to the int 3" */
    const char *when;          /* "line 2, step 3", a link; NULL: `what` is a heading */
    bool is_now;               /* it is what the step shown did */
} PanelEvent;

/* One entry of the menu of a thing in the memory. */
typedef struct PanelEntry {
    const char *words, *key;
} PanelEntry;

/* How the user divided the window; each 0 at first: as the window thinks best. */
typedef struct PanelShares {
    float left;                /* part of the width that code, words and output have */
    float words, output;       /* parts of that column's height */
} PanelShares;

enum { PANEL_CHOICES = 6 };        /* of a question */

/* What of the pools is looked into: any address within the pool and that of the block; 0: nothing. */
typedef struct PoolsFocus {
    uint64_t pool, block;
} PoolsFocus;

/* A place of the learner's drawing, compared with the machine's. */
typedef struct PanelMark {
    const char *drawn, *truth; /* ids in the two pictures; "": it has none */
    const char *words;         /* wrong: what is, and what should be */
    bool right;
} PanelMark;

/* The next step as the learner draws it. */
typedef struct PanelDrawing {
    const char *task;          /* "Draw the memory after `b = a`." */
    const char *place, *holds, *typed;         /* where it is written now, what that holds, what was typed of it */
    bool is_c;
    bool compared;             /* with what the machine does, which is shown beside it */
    unsigned wrong, total;     /* places */
    const PanelMark *marks;
    size_t mark_count;
} PanelDrawing;

/* A question that was answered wrongly. */
typedef struct PanelMistake {
    uint64_t step;
    const char *ask, *taken, *right;
} PanelMistake;

/* What the pointer is, in front of a class. */
typedef enum PanelTool { TOOL_NONE, TOOL_SPOTLIGHT, TOOL_LOUPE, TOOL_INK, PANEL_TOOLS } PanelTool;

/* A stroke of ink. */
typedef struct PanelStroke {
    Point *points;
    uint32_t count, capacity;
    bool in_scene;             /* points of the scene; else of the window */
    float width;               /* logical pixels of the window */
} PanelStroke;

/* One line of the help. */
typedef struct PanelKey {
    const char *keys, *meaning;
} PanelKey;

/* The program while it is being edited, in the place of the code. Lines from 0, columns in bytes of the line. */
typedef struct PanelEditor {
    const Syntax *syntax;
    uint32_t line, column;     /* of the caret */
    bool selected;
    uint32_t from_line, from_column, to_line, to_column;
    int first;                 /* the line at the top */
    const char *composing;     /* what an input method is putting together at the caret; NULL: nothing */
    bool changed;              /* it is not what the file holds */
    int wrong_line;            /* from 1, where it cannot be run; 0: nowhere */
    uint32_t wrong_from, wrong_to;     /* columns there; equal: none is known */
    const char *wrong;         /* why, one line; NULL */
    const char *message;       /* what was said last; NULL */
    const char *task;          /* what shall be changed, for an exercise; NULL */
} PanelEditor;

/* A part of the source: lines from 1, columns in bytes of the line. Line 0: none. */
typedef struct PanelPart { int line, end_line, column, end_column; } PanelPart;

typedef struct PanelModel {
    /* the top bar */
    const char *course;        /* NULL for a program of the user's own */
    const char *title;         /* of the lesson, or the program's name */
    uint32_t lesson, lesson_count;     /* from 1; 0, 0: none */
    uint8_t level;             /* TruthLevel */

    PanelShares shares;

    /* the code */
    const char *file_name;
    const Syntax *syntax;      /* the source, scanned */
    int line, previous_line;   /* about to run, just run; 0: none */
    PanelPart part;            /* what is worked out next, inside a line */
    const char *line_word;     /* what `line` is: "next", "called"; NULL: "next" */
    const int *breakpoints;    /* lines, from 1 */
    size_t breakpoint_count;
    const char *breakpoint_conditions; /* texts of condition_size bytes each, "": it always stops; NULL: none has one */
    size_t condition_size;
    int condition_line;        /* whose condition is being typed; 0: none */
    const char *condition;     /* so far */
    const char *condition_wrong;       /* what is wrong with it; "": nothing yet */
    const PanelEditor *editor; /* it is being edited; NULL: it is not */
    bool has_other_run;        /* there is one to be compared with */
    int scroll;                /* lines that the user scrolled away from where the code would stand */

    /* what happened */
    const char *const *sentences;
    size_t sentence_count;
    bool first_is_weighty;     /* the first sentence says the essential thing */
    int narration_scroll;      /* lines of it that are scrolled away, if it does not fit */
    const char *error;         /* the program's last line of traceback at this step; NULL */

    /* a question about the step to come */
    const char *ask;           /* NULL: there is none */
    bool asking;               /* it is open */
    const char *const *choices;
    size_t choice_count;       /* at most PANEL_CHOICES */
    int chosen;                /* -1: not answered yet; beyond the choices: by another number */
    int missed;                /* a first wrong one, from 1, answered by a hint; 0: none */
    const char *typed_number;  /* typed so far, where a number can be typed; NULL: it cannot */
    bool answered_by_arrow;    /* it can be */
    bool draws_arrow;          /* from a name to an object, by the pointer, */
    Point arrow_from, arrow_to;        /* in the window */
    int answer;                /* the right one */
    const char *verdict;       /* NULL: not answered yet */
    unsigned questions_asked, questions_right;     /* so far */

    /* the output */
    const char *output;        /* all that was written up to this step */
    size_t output_length;
    size_t output_new;         /* that many bytes at its end were written by the step shown */

    const char *input;         /* typed so far for a program that waits for a line; NULL: it does not */
    uint32_t input_caret, input_from, input_to;        /* bytes: the caret, and what is selected */

    /* the timeline */
    uint64_t step, last_step;
    bool recording;            /* last_step will grow */
    bool playing;
    const char *where;         /* "line 2, in add" */
    bool pointed;              /* the pointer is on the track: */
    uint64_t pointed_step;     /* there */
    const uint64_t *waypoints; /* steps of the lesson's places, in any order; those beyond last_step are not shown */
    size_t waypoint_count;
    const PanelTick *ticks;
    uint32_t tick_count;
    uint64_t tick_steps;       /* steps that the ticks cover, from 0 */

    /* the memory */
    const Scene *scene;        /* NULL: nothing yet */
    float extent_width, extent_height;     /* room of the scene that should be shown, see layout_room_at */
    float zoom, pan_x, pan_y;  /* the user's, beyond what makes the scene fit; 1, 0, 0 at first */
    const Scene *scene_before; /* while it is unsettled, as in SceneLook; NULL */
    const struct ScenePassing *passing;
    float unsettled;           /* what the step changed is still coming, from 1 to 0; at rest 0 */
    uint8_t arrows;            /* SceneArrows: which are drawn */
    const char *highlight;     /* id of what the pointer is on; NULL */

    bool compares;             /* two steps side by side, the earlier one on the left: */
    bool of_runs;              /* the one kept is of the other run */
    const Scene *kept;         /* of the other one; NULL: nothing yet */
    uint64_t kept_step;
    bool kept_is_later;
    const char *compared;      /* what differs, counted */

    const char *focus;         /* id of what the keyboard is on; NULL */
    bool guided;               /* a box is being dragged: */
    Rect guide;                /* where it would be kept, in the scene's coordinates */
    bool overview;             /* where not all of the scene shows, it is drawn in small as well */
    const char *unshown;       /* what the user hid, and the key that shows it again; NULL: nothing */
    const PanelEntry *entries; /* the menu of a thing */
    size_t entry_count;        /* 0: it is closed */
    Point entries_at;          /* where it was asked for */

    /* who holds this? */
    const char *asked;         /* "Who holds the list [1, 2]?"; NULL: not asked */
    const char *asked_count;   /* its count */
    const PanelHolder *holders;
    size_t holder_count;
    size_t more_holders;       /* that are not listed */
    const PanelEvent *events;  /* what happened to it */
    size_t event_count;
    const char *asked_why;     /* why it died; NULL or "": it lives */

    /* arenas, pools and blocks, over the memory */
    const PoolMap *pools;      /* NULL: not asked for */
    const PoolMap *pools_before;       /* of the step before; NULL */
    PoolsFocus pools_focus;

    /* the bytes of an object, over the memory */
    const ObjectBytes *bytes;  /* NULL: not asked for */

    /* in front of a class */
    uint8_t tool;              /* PanelTool */
    float tool_size;           /* SPOTLIGHT: its radius; LOUPE: how many times larger; INK: the width of a stroke */
    Point pointer;             /* where it is */
    const PanelStroke *strokes;
    uint32_t stroke_count;
    bool asks_class;           /* the question that is open is put to the class */
    bool class_revealed;       /* its answer shows */
    int class_selected;        /* the choice whose hands are counted */
    const uint32_t *hands;     /* for each choice */

    /* what went wrong so far */
    const PanelMistake *mistakes;      /* NULL: not shown */
    size_t mistake_count, mistake_selected;

    /* the learner is the interpreter */
    const PanelDrawing *drawing;       /* NULL: not asked for */

    /* what lies over everything */
    bool present;              /* projector: no top bar, everything larger by the caller's scale */
    bool blank;
    bool help;
    const PanelKey *keys;
    size_t key_count;
    uint8_t key_target;        /* PanelTarget of what the keyboard is on, outside the memory; TARGET_NONE */
    int key_value;             /* its `value` */
    const char *find;          /* what was typed into the search; NULL: not searching */
    bool find_missed;
    const char *notice;        /* a line about the last command; NULL */
} PanelModel;

/* The boundaries between panels that can be moved. */
typedef enum PanelSplit { SPLIT_LEFT, SPLIT_WORDS, SPLIT_OUTPUT } PanelSplit;

/* What can be pointed at. */
typedef enum PanelTarget {
    TARGET_NONE,
    TARGET_FIRST, TARGET_BACK, TARGET_FORWARD, TARGET_LAST,    /* buttons */
    TARGET_TRACK,              /* the timeline: `value` is unused, see screen_step_at */
    TARGET_LEVEL,              /* `value`: TruthLevel */
    TARGET_THEME, TARGET_HELP,
    TARGET_PREDICT,
    TARGET_CHOICE,             /* `value`: index of the choice */
    TARGET_RECALL, TARGET_HAND_IN, TARGET_LEAVE,       /* buttons of the learner's drawing */
    TARGET_MISTAKE,            /* `value`: which one */
    TARGET_NARRATION,          /* `value`: lines that it can be scrolled by at most */
    TARGET_TOLD,               /* scrolls it: `value` is 1 for on, 0 for back */
    TARGET_CODE,               /* `value`: the line, from 1 */
    TARGET_EDIT, TARGET_OTHER_RUN,     /* buttons of the code */
    TARGET_EDIT_RUN, TARGET_EDIT_SAVE, TARGET_EDIT_CLOSE,      /* and of the editor */
    TARGET_EDITOR,             /* the text being edited: see screen_edit_place */
    TARGET_MENU,               /* `value`: the item, from 0 */
    TARGET_POOLS,              /* the panel of the pools, where it has nothing else */
    TARGET_POOL,               /* `value`: index of the pool in the map */
    TARGET_BLOCKS,             /* the blocks of the pool looked into: see screen_block_at */
    TARGET_BYTES,              /* the card with an object's bytes */
    TARGET_MEMORY,             /* the area of the scene */
    TARGET_KEPT,               /* that of the step that it is compared with */
    TARGET_KEPT_GO, TARGET_KEPT_LEAVE, /* goes there; ends the comparison */
    TARGET_OVERVIEW,
    TARGET_SPLIT,              /* `value`: PanelSplit */
    TARGET_ENTRY,              /* `value`: the entry of the menu */
    TARGET_HOLDER,             /* since when: `value` is the holder */
    TARGET_EVENT               /* `value`: the event */
} PanelTarget;

typedef struct PanelHit {
    Rect rect;
    uint8_t target;            /* PanelTarget */
    int value;
} PanelHit;

enum { PANEL_MAX_HITS = 480 };

typedef struct PanelHits {
    PanelHit items[PANEL_MAX_HITS];    /* later ones lie above earlier ones */
    size_t count;
} PanelHits;

#endif
