/* The editor in the window: the program shown is edited in the place of its code, run, and saved.
 *
 * What is shown stays the run of the text that made it, until another text has proved to be a program: then the new run
 * takes its place, at the same line if that exists, and the run before can be gone back to and forth. Who is host to
 * the viewer makes runs and keeps files; this decides when.
 */
#ifndef REFARROWS_APP_EDITOR_SESSION_H
#define REFARROWS_APP_EDITOR_SESSION_H

#include "app/editor.h"
#include "draw/text.h"
#include "machine/machine.h"
#include "scene/panels/panel_model.h"

typedef struct Viewer Viewer;
typedef struct ViewerOptions ViewerOptions;

enum { EDIT_LINE = 400 };

/* Makes runs, keeps texts. All are called on the window's thread and must be quick. */
typedef struct EditHost {
    /* Makes a run of a text, given the lines that were typed for the one shown; with `anew` they are asked for again.
     * Fills `options`, a copy of those in use, to show it. False: it cannot be run, `error` (to be finished in any case)
     * says where and why. NULL: nothing can be edited. */
    bool (*run)(void *context, const char *text, size_t length, bool anew, ViewerOptions *options, SourceError *error);

    /* The run that was shown before the last one; false: there is none. May be NULL. */
    bool (*other_run)(void *context, ViewerOptions *options);

    /* What was shown before the last of those two is not in use any more. */
    void (*replaced)(void *context);

    /* Writes the text to the program's file and says where, or why not, in `notice`. With `overwrite` even if the file
     * holds something else by now than was read or saved last; else `conflict` is set then, and nothing written. */
    bool (*save)(void *context, const char *text, size_t length, bool overwrite, bool *conflict, char *notice,
                 size_t notice_size);

    /* Keeps a text that is not saved, for the next time; NULL: there is none (any more). False: that failed. */
    bool (*keep)(void *context, const char *text, size_t length);

    /* What was kept, malloc'ed; NULL: nothing. */
    char *(*kept)(void *context);

    /* What the file holds now, malloc'ed; NULL: it cannot be read. */
    char *(*read)(void *context);
    void *context;

    /* C: a run of the same text that ends at the first mistake that is told, or goes on where the one shown does end there.
     * False: it cannot be had. NULL: there is no such thing. */
    bool (*strict_run)(void *context, ViewerOptions *options, bool *stops);
} EditHost;

typedef struct EditSession {
    Editor *editor;            /* NULL: nothing was edited yet */
    bool open;                 /* it stands in the place of the code */
    bool dragging;             /* the mouse selects */
    bool conflict;             /* it was just said that the file holds something else: saving again overwrites it */
    bool follow;               /* the caret shall be in sight in the next picture */
    bool warned;               /* who leaves now loses a text that could not be kept */
    int first, count;          /* line at the top, from 0; lines in sight */
    int line;                  /* of the program, from 1, that is shown while a run takes the place of another */
    uint64_t tried;            /* version of the text that was found wrong */
    uint64_t kept;             /* version that was kept last */
    int wrong_line;            /* as in PanelEditor */
    uint32_t wrong_from, wrong_to;
    char wrong[EDIT_LINE], message[EDIT_LINE], composing[64];
    PanelEditor panel;         /* what the model points to */
} EditSession;

void edit_finish(Viewer *viewer);

/* Opens the editor at the line that is shown; leaves it. Leaving runs what was changed; what cannot be run stays in
 * the editor, and who leaves again leaves it there. */
void edit_open(Viewer *viewer);
void edit_close(Viewer *viewer);

void edit_run(Viewer *viewer);
void edit_other_run(Viewer *viewer);
void edit_strict_run(Viewer *viewer);      /* as strict_run */
void edit_save(Viewer *viewer);
void edit_take_file(Viewer *viewer);       /* what the file holds now, in the place of what was written */

/* Called when the file was changed by somebody else while there are changes here. */
void edit_note_conflict(Viewer *viewer);
bool edit_has_changes(const Viewer *viewer);

/* The file holds this now, and nothing was changed here. */
void edit_take_text(Viewer *viewer, const char *text, size_t length);

/* Text typed. Refused, with a line, if it is no UTF-8. `edit_changed` is for all else that changed text or caret. */
void edit_type(Viewer *viewer, const char *text);
void edit_changed(Viewer *viewer);

/* Is there something that was not kept yet? Keeps it. */
bool edit_wants_keeping(const Viewer *viewer);
bool edit_keep(Viewer *viewer);

/* False, once, if something unsaved would be lost because it cannot be kept; there is a line about it then. */
bool edit_may_leave(Viewer *viewer);

/* The pointer, in logical pixels. False: it is none of the editor's business. `clicks`: 1, 2 for the word, 3 for the
 * line. */
bool edit_press(Viewer *viewer, float x, float y, int clicks, bool selecting);
bool edit_drag(Viewer *viewer, float x, float y);
bool edit_wheel(Viewer *viewer, float x, float y, float wheel);

/* Fills the editor's part of the model, for a window of that size. */
void edit_fill(Viewer *viewer, PanelModel *model, float width, float height);

#endif
