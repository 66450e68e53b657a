/* The viewer: the state of the window without the window. It takes commands and what the pointer does, asks the worker,
 * and fills the panel model. It knows no SDL, so that it can be driven by a test.
 */
#ifndef REFARROWS_APP_VIEWER_H
#define REFARROWS_APP_VIEWER_H

#include "app/classroom.h"
#include "app/desk.h"
#include "app/editor_session.h"
#include "app/keys.h"
#include "app/quiz.h"
#include "app/snapshot_view.h"
#include "app/worker.h"
#include "draw/theme.h"
#include "lesson/interpreter.h"
#include "scene/panels/screen.h"
#include "scene/passing.h"

enum { VIEWER_ID = 256, VIEWER_HOLDERS = ANSWER_HOLDERS + 1, VIEWER_WORDS = 160 };

/* A question that was answered wrongly. */
enum { MISTAKES_MOST = 50, MISTAKE_WORDS = 240 };

typedef struct Mistake {
    uint64_t step;
    char ask[MISTAKE_WORDS], taken[MISTAKE_WORDS], right[MISTAKE_WORDS];
} Mistake;

/* What somebody who learns has done: answered a question, or left. */
typedef struct ViewerNote {
    uint64_t step, furthest;           /* shown now; the furthest one shown */
    uint64_t last_step;                /* of the run; 0: not known yet */
    bool reached_end;                  /* the last step was shown */
    bool answered, right;
    const char *kind, *belief;         /* answered: as in QuizQuestion, of the choice taken */
    const char *ask, *taken, *answer;  /* answered wrongly: in words; else NULL */
} ViewerNote;

/* The file that is shown, when it may change while it is. */
typedef struct ViewerFile {
    bool (*changed)(void *context);    /* has it, since this was asked last? Asked every now and then */

    /* Makes `viewer`, a copy of the options in use, show it as it is now. When it cannot be shown there is a line in
     * `notice` and the answer is no; else that is empty. */
    bool (*reload)(void *context, ViewerOptions *viewer, char *notice, size_t notice_size);
    void (*reloaded)(void *context);   /* what was shown before is no longer in use */

    /* The same as reload for another file, which was dropped on the window. NULL: that is of no use. */
    bool (*open)(void *context, const char *path, ViewerOptions *viewer, char *notice, size_t notice_size);
    void *context;
} ViewerFile;

struct ViewerOptions {
    const char *course, *title;        /* as in PanelModel */
    float zoom;                        /* of the memory, to begin with; 0: 1 */
    uint32_t lesson, lesson_count;
    const char *file_name;             /* shown over the code */
    const char *source;                /* NUL-terminated, outlives the viewer */
    size_t source_length;
    bool is_c;
    const Lesson *lesson_file;         /* whose questions are asked; outlives the viewer; NULL: none */
    const char *program_name;          /* what the program calls itself; NULL: file_name */
    const char *lesson_text;           /* JSON of the lesson, for snapshots; NULL */
    const SnapshotView *view;          /* how it is looked at at first; NULL: as usual */
    const char *snapshot_stem;         /* path of saved pictures without "-step-7.png"; NULL: file_name */
    const Theme *theme;
    WorkerOptions worker;
    Position start;
    bool resumes;                      /* go on at the step where the program was left, as far as desk_folder knows */
    bool resumed;                      /* `start` is where it was left the last time: that is told */
    bool reloaded;                     /* the file was read again: that is told */
    EditHost edit;                     /* run is NULL: the program cannot be edited */
    bool has_other_run;                /* as in PanelModel */
    const char *task;                  /* what shall be changed in the program, for an exercise; NULL: nothing */
    ViewerFile file;                   /* reload is NULL: it does not change */

    const char *desk_folder;           /* where it is kept how the window was left, see desk.h; NULL: it is not */
    const char *desk_key;              /* what the program is called there */

    /* Told at each answer and when the viewer is finished. False, with a line for the reader in `error`, when it could
     * not be kept. NULL: nobody wants to know. */
    bool (*note)(void *context, const ViewerNote *note, char *error, size_t error_size);
    void *note_context;

    /* Fills in what went wrong the last times, at most `most` of it, the oldest first; returns how much. NULL: nothing. */
    uint32_t (*mistakes)(void *context, Mistake *items, uint32_t most);
};

/* What the keyboard is on, see key_focus.h. */
typedef enum KeyArea {
    AREA_NONE, AREA_MEMORY, AREA_CODE, AREA_WORDS, AREA_TIMELINE, AREA_BAR, AREA_SPLITS, AREA_CARD, AREA_MENU, AREA_COUNT
} KeyArea;

typedef struct KeyFocus {
    uint8_t area;              /* KeyArea */
    uint8_t target;            /* PanelTarget and its value; TARGET_NONE in the memory */
    int value;
    char id[VIEWER_ID];        /* of the thing in the memory; it stays while a menu is open; "" */
} KeyFocus;

/* The menu of a thing, see arrange.h. */
enum { VIEWER_ENTRIES = 12 };
typedef struct ViewerMenu {
    char id[VIEWER_ID];        /* of the thing; "": it is closed, or of a line */
    int line;                  /* of the code; 0 */
    Point at;                  /* in logical pixels of the window */
    uint32_t count;
    PanelEntry entries[VIEWER_ENTRIES];
    Command commands[VIEWER_ENTRIES];
    char words[VIEWER_ENTRIES][VIEWER_WORDS];
} ViewerMenu;

/* Words about one holder; PanelHolder points here. */
typedef struct ViewerHolder { char name[VIEWER_WORDS], place[VIEWER_WORDS], since[40]; } ViewerHolder;

/* Words about one event of the card's histories; PanelEvent points here. The births, deaths and headings are lines, too. */
enum { VIEWER_EVENTS = CHRONICLE_EVENTS + 6 };
typedef struct ViewerEvent { char when[48], what[VIEWER_WORDS]; } ViewerEvent;

/* What went wrong, in this window and before. */
typedef struct Mistakes {
    Mistake items[MISTAKES_MOST];      /* the oldest first */
    uint32_t count, selected;
    bool open;
    PanelMistake rows[MISTAKES_MOST];  /* what the model points to */
} Mistakes;

/* The learner in the interpreter's place. */
enum { INTERPRET_DRAWN, INTERPRET_TRUTH };

typedef struct Interpreting {
    bool open;
    bool goes_on;              /* handed in: the next step is drawn, too */
    bool stale;                /* the scenes are not those of the drawing any more */
    Interpreter drawing;
    Scene scenes[2];           /* of the drawing, and once it is compared of the machine */
    float extent_width, extent_height;
    char task[VIEWER_WORDS], holds[VIEWER_WORDS];
    PanelMark marks[INTERPRETER_MARKS];
    PanelDrawing panel;        /* what the model points to */
} Interpreting;

struct Viewer {
    ViewerOptions options;
    Worker *worker;
    Page *page;                        /* NULL until the first one is there */
    Page *left;                        /* the one before it, as long as it goes; NULL */
    ScenePassing passing;              /* between the two */
    WorkerTicks *ticks;
    Syntax syntax;
    const Theme *theme;
    SceneOptions scene;
    PanelShares shares;
    uint8_t arrows;                    /* SceneArrows: which are drawn */
    uint64_t last_step;
    bool ended;
    uint64_t furthest;                 /* the furthest step shown */
    bool reached_end;                  /* the last step was shown */
    bool busy;                         /* something asked for is not shown yet; call viewer_update again soon */

    float width, height;               /* logical pixels */
    float pixel_scale;                 /* pixels of the window per logical pixel; set by the caller */
    float enlarged;                    /* by + and -; 1 at first */
    float zoom, pan_x, pan_y;          /* of the memory */
    int scroll;
    NarrationDepth depth;
    bool present, blank, help, playing, finding, find_missed, quit;
    bool moves_on;                     /* that page is of a later step than the one before it */
    bool still;                        /* nothing is animated */
    float unsettled;                   /* set by the caller; as in PanelModel */
    bool shows_new_step;               /* a page arrived since the caller last cleared this */
    bool wants_snapshot;               /* the caller shall write one and clear this */
    StageQuestion question;            /* what of the memory is shown besides the picture */
    PoolsFocus focus;                  /* of the pools */
    bool typing;                       /* the program waits for a line of input */
    Quiz quiz;
    Mistakes mistakes;
    Interpreting interpreting;
    EditSession edit;
    Classroom room;
    int told_scroll;                   /* lines of the narration */
    Breakpoints breakpoints;
    char find[VIEWER_WORDS];
    Editor *line;                      /* what is typed for the program; NULL: nothing yet */
    char *lines;                       /* those typed before, each with a newline, malloc'ed; NULL: none */
    int recalled;                      /* how many lines back the one recalled is; 0: none is */
    char highlight[VIEWER_ID];         /* what the pointer is on; "" */
    ChronicleQuestion asked;           /* what the card is about; nothing: there is none */
    Answer *answer;                    /* the last one; may be about something else; NULL */
    char notice[VIEWER_WORDS];

    KeyFocus key_focus;
    ViewerMenu menu;
    enum { DRAG_NONE, DRAG_TRACK, DRAG_MEMORY, DRAG_BOX, DRAG_SPLIT, DRAG_OVERVIEW,
           DRAG_ARROW } drag;
    Point arrow_from;                  /* DRAG_ARROW: where it begins */
    enum { SHAPE_ARROW, SHAPE_HAND, SHAPE_ACROSS, SHAPE_ALONG, SHAPE_MOVE, SHAPE_COUNT } shape;    /* of the pointer */
    int splitter;                      /* DRAG_SPLIT: PanelSplit */
    int pointed_line;                  /* of the code, the pointer is on; 0 */
    int condition_line;                /* whose breakpoint's condition is being typed; 0: none */
    char condition[BREAKPOINTS_CONDITION], condition_wrong[VIEWER_WORDS];
    bool over_memory;                  /* the pointer is */
    bool pointed;                      /* the pointer is on the timeline, */
    uint64_t pointed_step;             /* there */
    uint64_t *waypoints;               /* steps of the lesson's places */
    uint32_t waypoint_count;
    float drag_x, drag_y;              /* where the pointer was last */
    bool moved;                        /* a drag that was none is a click */
    char drag_id[VIEWER_ID];           /* DRAG_BOX: the box, */
    Point drag_hold;                   /* where in it the pointer took hold, in the scene's coordinates, */
    ChoicePin pin;                     /* and where it would be kept, */
    Rect guide;                        /* there */

    /* what the model points to */
    char asked_words[VIEWER_WORDS], asked_count[32];
    ViewerHolder holder_words[VIEWER_HOLDERS];
    PanelHolder holders[VIEWER_HOLDERS];
    size_t holder_count, more_holders;
    char unshown[2 * VIEWER_WORDS];
    char asked_why[sizeof ((Answer *)0)->why];
    ViewerEvent event_words[VIEWER_EVENTS];
    PanelEvent events[VIEWER_EVENTS];
    uint64_t event_steps[VIEWER_EVENTS];
    size_t event_count;

    PanelHits hits;                    /* of the picture drawn last */
};

/* False if the worker cannot be had. The options' wake is called when viewer_update has something to do. */
bool viewer_init(Viewer *viewer, const ViewerOptions *options);

/* Keeps what shall be so the next time: called when the window is left, too. */
void viewer_remember(Viewer *viewer);
void viewer_finish(Viewer *viewer);

/* Shows something else in its place, as large, as bright and as far as before: the file as it is now. False, finished,
 * if the worker cannot be had. */
bool viewer_replace(Viewer *viewer, const ViewerOptions *options);

/* Takes what the worker has. */
void viewer_update(Viewer *viewer);

void viewer_command(Viewer *viewer, Command command);

/* While the learner is the interpreter, keys and letters are for that. */
bool interpret_key(Viewer *viewer, SDL_Keycode key, SDL_Keymod modifiers);
void interpret_type(Viewer *viewer, const char *text);

/* Text typed while the search is open or the program waits for a line. */
void viewer_type(Viewer *viewer, const char *text);
void viewer_erase(Viewer *viewer);
void viewer_find_next(Viewer *viewer);
void viewer_reveal(Viewer *viewer, Rect part);     /* of the scene, in its own coordinates */
void viewer_take_condition(Viewer *viewer);    /* what was typed for a breakpoint, if it is a condition */
void viewer_submit(Viewer *viewer);        /* the line typed for the program */
void viewer_end_input(Viewer *viewer);     /* there is no more: the program meets the end of its input */
bool viewer_recall(Viewer *viewer, bool earlier);      /* a line typed before; false: there is none */

/* What keys edit now: the program, the line typed for it; NULL: nothing. */
Editor *viewer_editor(Viewer *viewer);

/* The pointer, in logical pixels. `wheel` is in notches, upwards. */
void viewer_press(Viewer *viewer, float x, float y);
void viewer_point(Viewer *viewer, float x, float y);
void viewer_release(Viewer *viewer, float x, float y);
void viewer_press_twice(Viewer *viewer, float x, float y);     /* the second press of a double click */
void viewer_press_menu(Viewer *viewer, float x, float y);      /* the other button */
void viewer_wheel(Viewer *viewer, float x, float y, float wheel);

/* What the window shows now; it points into the viewer. */
PanelModel viewer_model(Viewer *viewer);

/* Draws the window as it is now. */
void viewer_draw(Viewer *viewer, float width, float height, const TextMeasure *measure, DrawList *list);

#endif
