#include "app/editor_session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/line_search.h"
#include "app/viewer.h"

static const EditHost *host_of(const Viewer *viewer)
{
    return &viewer->options.edit;
}

static void say(Viewer *viewer, const char *text)
{
    snprintf(viewer->edit.message, sizeof viewer->edit.message, "%s", text);
}

void edit_finish(Viewer *viewer)
{
    edit_keep(viewer);
    editor_destroy(viewer->edit.editor);
    viewer->edit = (EditSession){0};
}

bool edit_has_changes(const Viewer *viewer)
{
    return viewer->edit.editor && editor_is_changed(viewer->edit.editor);
}

/* ---- keeping ---- */

bool edit_wants_keeping(const Viewer *viewer)
{
    const EditSession *edit = &viewer->edit;
    return edit->editor && host_of(viewer)->keep && edit->kept != editor_version(edit->editor);
}

bool edit_keep(Viewer *viewer)
{
    EditSession *edit = &viewer->edit;
    if (!edit_wants_keeping(viewer))
        return true;
    size_t length;
    const char *text = editor_text(edit->editor, &length);
    bool kept = host_of(viewer)->keep(host_of(viewer)->context, edit_has_changes(viewer) ? text : NULL, length);
    if (kept)
        edit->kept = editor_version(edit->editor);
    return kept;
}

bool edit_may_leave(Viewer *viewer)
{
    if (edit_keep(viewer) || !edit_has_changes(viewer) || viewer->edit.warned)
        return true;
    viewer->edit.warned = true;
    snprintf(viewer->notice, sizeof viewer->notice,
             "your changes are not saved and cannot be kept: Ctrl+E, Ctrl+S saves; once more leaves without them");
    return false;
}

/* ---- opening ---- */

/* The editor with the program's text, and with what was kept of the last time. */
static bool begin(Viewer *viewer)
{
    EditSession *edit = &viewer->edit;
    edit->editor = editor_create(viewer->options.is_c, false);
    if (!edit->editor || !editor_set_text(edit->editor, viewer->options.source, viewer->options.source_length)) {
        editor_destroy(edit->editor);
        edit->editor = NULL;
        snprintf(viewer->notice, sizeof viewer->notice, "the program is too long to be edited here");
        return false;
    }
    editor_mark_kept(edit->editor);
    char *kept = host_of(viewer)->kept ? host_of(viewer)->kept(host_of(viewer)->context) : NULL;
    if (kept && editor_change_text(edit->editor, kept, strlen(kept)) && editor_is_changed(edit->editor))
        say(viewer, "your changes of the last time are back; Ctrl+Z undoes them");
    free(kept);
    edit->kept = editor_version(edit->editor);
    return true;
}

void edit_open(Viewer *viewer)
{
    EditSession *edit = &viewer->edit;
    if (!host_of(viewer)->run) {
        snprintf(viewer->notice, sizeof viewer->notice, "this program cannot be edited here");
        return;
    }
    bool first = edit->editor == NULL;
    if (edit->open || (first && !begin(viewer)))
        return;
    edit->open = edit->follow = true;
    viewer->playing = viewer->blank = viewer->finding = viewer->help = false;
    viewer->asked = (ChronicleQuestion){0};
    quiz_close(&viewer->quiz);
    int line = viewer->page ? viewer->page->stage.stop.line : 0;
    if (first && line > 0)
        editor_go(edit->editor, (EditorPlace){(uint32_t)line - 1, 0}, false);
    if (first && line > 0)
        editor_move(edit->editor, EDITOR_LINE_START, false);
}

/* ---- running ---- */

/* Lines and columns of an error count from 1, columns in letters. */
static uint32_t byte_column(const Syntax *syntax, int line, int column)
{
    const SyntaxLine *place = &syntax->lines[line - 1];
    const char *text = syntax->text + place->start;
    uint32_t at = 0;
    for (int i = 1; i < column && at < place->length; i++)
        for (at++; at < place->length && ((unsigned char)text[at] & 0xC0) == 0x80;)
            at++;
    return at;
}

static void mark_wrong(Viewer *viewer, const SourceError *error)
{
    EditSession *edit = &viewer->edit;
    const Syntax *syntax = editor_syntax(edit->editor);
    int line = error->line < 1 ? 1 : error->line > (int)syntax->line_count ? (int)syntax->line_count : error->line;
    bool same_line = error->end_line == 0 || error->end_line == error->line;
    edit->wrong_line = line;
    edit->wrong_from = error->column > 0 ? byte_column(syntax, line, error->column) : 0;
    edit->wrong_to = error->column == 0 ? 0 : same_line && error->end_column > error->column
        ? byte_column(syntax, line, error->end_column) : same_line ? edit->wrong_from + 1
                                                                    : syntax->lines[line - 1].length;
    snprintf(edit->wrong, sizeof edit->wrong, "line %d: %s: %.340s", line, error->kind, error->message);
    edit->tried = editor_version(edit->editor);
    if (line - 1 < edit->first || line - 1 >= edit->first + edit->count)
        editor_go(edit->editor, (EditorPlace){(uint32_t)line - 1, edit->wrong_from}, false);
    edit->follow = true;
}

/* Shows another run in the place of this one. */
static void show_run(Viewer *viewer, const ViewerOptions *options)
{
    void (*replaced)(void *context) = host_of(viewer)->replaced;
    void *context = host_of(viewer)->context;
    ViewerOptions other = *options;
    other.worker.measure = viewer->options.worker.measure;
    other.worker.wake = viewer->options.worker.wake;
    other.worker.wake_context = viewer->options.worker.wake_context;
    other.resumed = other.reloaded = false;
    StepEvent event = viewer->page ? viewer->page->stage.stop.event : STEP_END;
    int line = event == STEP_END || event == STEP_ERROR ? 0 : viewer->page->stage.stop.line;
    viewer->edit.line = line;
    other.worker.start_event = event;
    other.worker.start_line = line > 0 ? line_search_moved(line, viewer->options.source, viewer->options.source_length,
                                                    options->source, options->source_length) : 0;
    bool shown = viewer_replace(viewer, &other);
    replaced(context);
    viewer->quit |= !shown;
}

static void leave(Viewer *viewer)
{
    edit_keep(viewer);
    viewer->edit.open = viewer->edit.dragging = false;
    viewer->edit.message[0] = viewer->edit.composing[0] = '\0';
}

static bool is_shown(const Viewer *viewer)
{
    size_t length;
    const char *text = editor_text(viewer->edit.editor, &length);
    return length == viewer->options.source_length && memcmp(text, viewer->options.source, length) == 0;
}

/* Runs what was changed. What is shown already runs again only to be given other input, and not by closing. */
static void run(Viewer *viewer, bool closing)
{
    EditSession *edit = &viewer->edit;
    SourceError error = {0};
    size_t length;
    char *typed = input_box_given(viewer->options.worker.input);
    bool shown = !edit->open || is_shown(viewer), anew = shown && edit->open && typed && !closing;
    free(typed);
    if (shown && !anew) {
        leave(viewer);
        return;
    }
    ViewerOptions options = viewer->options;
    const char *text = editor_text(edit->editor, &length);
    bool ran = host_of(viewer)->run(host_of(viewer)->context, text, length, anew, &options, &error);
    if (ran) {
        leave(viewer);
        show_run(viewer, &options);
    } else {
        mark_wrong(viewer, &error);
    }
    source_error_finish(&error);
}

void edit_run(Viewer *viewer)
{
    run(viewer, false);
}

void edit_close(Viewer *viewer)
{
    EditSession *edit = &viewer->edit;
    bool wrong = edit->wrong_line > 0 && edit->tried == editor_version(edit->editor);
    if (!wrong) {
        run(viewer, true);
        return;
    }
    leave(viewer);
    snprintf(viewer->notice, sizeof viewer->notice, "this is still the run before; Ctrl+E goes on editing");
}

void edit_other_run(Viewer *viewer)
{
    ViewerOptions options = viewer->options;
    if (host_of(viewer)->other_run && host_of(viewer)->other_run(host_of(viewer)->context, &options))
        show_run(viewer, &options);
    else
        snprintf(viewer->notice, sizeof viewer->notice,
                 "there is one run only; Ctrl+E edits the program, then O compares");
}

void edit_strict_run(Viewer *viewer)
{
    ViewerOptions options = viewer->options;
    bool stops = false;
    if (!options.is_c || !host_of(viewer)->strict_run) {
        snprintf(viewer->notice, sizeof viewer->notice, "only C goes on after a mistake; Python raises an exception");
        return;
    }
    if (viewer->edit.open || !host_of(viewer)->strict_run(host_of(viewer)->context, &options, &stops))
        return;
    show_run(viewer, &options);
    snprintf(viewer->notice, sizeof viewer->notice,
             stops ? "now the first mistake that is told ends the program; O: the run before"
                   : "now the program goes on after a mistake, as C would; O: the run before");
}

/* ---- saving ---- */

void edit_note_conflict(Viewer *viewer)
{
    say(viewer, "the file was changed by another program: Ctrl+T takes what it holds now, Ctrl+S keeps yours");
    if (!viewer->edit.open)
        snprintf(viewer->notice, sizeof viewer->notice,
                 "the file was changed by another program, and you changed it too; Ctrl+E to decide");
}

void edit_save(Viewer *viewer)
{
    EditSession *edit = &viewer->edit;
    char notice[VIEWER_WORDS] = "";
    size_t length;
    bool conflict = false;
    if (!edit->editor || !host_of(viewer)->save)
        return;
    const char *text = editor_text(edit->editor, &length);
    bool saved = host_of(viewer)->save(host_of(viewer)->context, text, length, edit->conflict, &conflict, notice,
                                       sizeof notice);
    edit->conflict = conflict;
    if (conflict)
        snprintf(notice, sizeof notice, "the file was changed by another program: %s",
                 "Ctrl+S once more overwrites it, Ctrl+T takes what it holds now");
    say(viewer, notice);
    if (!edit->open)
        memcpy(viewer->notice, notice, sizeof notice);
    if (!saved)
        return;
    editor_mark_kept(edit->editor);
    edit->kept = editor_version(edit->editor) - 1;     /* what was kept of it is to be forgotten */
    edit_keep(viewer);
}

void edit_take_text(Viewer *viewer, const char *text, size_t length)
{
    EditSession *edit = &viewer->edit;
    edit->conflict = false;
    if (!edit->editor || !editor_change_text(edit->editor, text, length))
        return;
    editor_mark_kept(edit->editor);
    edit->message[0] = '\0';
    edit_changed(viewer);
}

void edit_take_file(Viewer *viewer)
{
    const EditHost *host = host_of(viewer);
    char *text = host->read ? host->read(host->context) : NULL;
    if (!text) {
        say(viewer, "there is no file that could be read again");
        return;
    }
    edit_take_text(viewer, text, strlen(text));
    say(viewer, "this is what the file holds; Ctrl+Z brings yours back");
    free(text);
}

/* ---- typing and pointing ---- */

void edit_changed(Viewer *viewer)
{
    EditSession *edit = &viewer->edit;
    edit->follow = true;
    edit->warned = edit->conflict = false;
    if (edit->wrong_line && edit->tried != editor_version(edit->editor)) {
        edit->wrong_line = 0;
        edit->wrong[0] = '\0';
    }
    edit->message[0] = '\0';
}

void edit_type(Viewer *viewer, const char *text)
{
    bool typed = editor_type(viewer->edit.editor, text);
    viewer->edit.composing[0] = '\0';
    edit_changed(viewer);
    if (!typed)
        say(viewer, "that is no UTF-8 text, or too much of it: it was not taken");
}

static EditorPlace place_at(Viewer *viewer, float x, float y)
{
    EditorPlace place;
    PanelModel model = viewer_model(viewer);
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    screen_edit_place(&plan, &model, viewer->options.worker.measure, x, y, &place.line, &place.column);
    return place;
}

bool edit_press(Viewer *viewer, float x, float y, int clicks, bool selecting)
{
    EditSession *edit = &viewer->edit;
    if (!edit->open || viewer->help || screen_hit(&viewer->hits, x, y).target != TARGET_EDITOR)
        return false;
    EditorPlace place = place_at(viewer, x, y);
    edit->dragging = clicks == 1;
    if (clicks == 2)
        editor_select_word(edit->editor, place);
    else if (clicks > 2)
        editor_select_line(edit->editor, place.line);
    else
        editor_go(edit->editor, place, selecting);
    edit_changed(viewer);
    return true;
}

bool edit_drag(Viewer *viewer, float x, float y)
{
    if (!viewer->edit.dragging)
        return false;
    editor_go(viewer->edit.editor, place_at(viewer, x, y), true);
    edit_changed(viewer);
    return true;
}

bool edit_wheel(Viewer *viewer, float x, float y, float wheel)
{
    EditSession *edit = &viewer->edit;
    if (!edit->open || screen_hit(&viewer->hits, x, y).target != TARGET_EDITOR)
        return false;
    edit->first += wheel > 0 ? -3 : 3;
    edit->follow = false;
    return true;
}

/* ---- the model ---- */

static void fill_panel(Viewer *viewer, PanelEditor *panel)
{
    EditSession *edit = &viewer->edit;
    EditorPlace caret = editor_caret(edit->editor), from = caret, to = caret;
    *panel = (PanelEditor){
        .syntax = editor_syntax(edit->editor), .line = caret.line, .column = caret.column, .first = edit->first,
        .composing = edit->composing[0] ? edit->composing : NULL, .changed = editor_is_changed(edit->editor),
        .wrong_line = edit->wrong_line, .wrong_from = edit->wrong_from, .wrong_to = edit->wrong_to,
        .wrong = edit->wrong_line ? edit->wrong : NULL, .message = edit->message[0] ? edit->message : NULL,
        .task = viewer->options.task,
    };
    panel->selected = editor_selection(edit->editor, &from, &to);
    panel->from_line = from.line;
    panel->from_column = from.column;
    panel->to_line = to.line;
    panel->to_column = to.column;
}

void edit_fill(Viewer *viewer, PanelModel *model, float width, float height)
{
    EditSession *edit = &viewer->edit;
    if (!edit->open)
        return;
    fill_panel(viewer, &edit->panel);
    model->editor = &edit->panel;
    ScreenPlan plan = screen_plan(width, height, model);
    int count = screen_edit_lines(&plan, model), caret = (int)edit->panel.line;
    int last = (int)edit->panel.syntax->line_count - count;
    edit->count = count;
    editor_set_page(edit->editor, count - 1);
    if (edit->follow && caret < edit->first)
        edit->first = caret;
    if (edit->follow && caret >= edit->first + count)
        edit->first = caret - count + 1;
    edit->first = edit->first > last ? last : edit->first;
    edit->first = edit->first < 0 ? 0 : edit->first;
    edit->panel.first = edit->first;
}
