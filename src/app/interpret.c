/* "You are the interpreter", at the window: which key and which doing of the pointer draws, and the pictures of the
 * drawing and, once they are compared, of the machine. They are built here and not by the worker, for they change with
 * every letter; what is drawn by hand is small. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/holders.h"
#include "app/viewer_parts.h"
#include "lesson/phrase.h"

/* ---- opening and closing ---- */

void interpret_init(Viewer *viewer)
{
    Interpreting *now = &viewer->interpreting;
    *now = (Interpreting){.open = false};
    interpreter_init(&now->drawing);
    scene_init(&now->scenes[INTERPRET_DRAWN]);
    scene_init(&now->scenes[INTERPRET_TRUTH]);
}

void interpret_finish(Viewer *viewer)
{
    interpreter_finish(&viewer->interpreting.drawing);
    scene_finish(&viewer->interpreting.scenes[INTERPRET_DRAWN]);
    scene_finish(&viewer->interpreting.scenes[INTERPRET_TRUTH]);
}

static void word_frame(Prose *prose, const View *view, const char *words)
{
    uint32_t start = prose->length;
    phrase_frame(prose, view, &view->frames[view->frame_count - 1]);
    prose_capitalize(prose, start);
    prose_add(prose, words);
}

/* "`b = a`", or "line 3" */
static void word_line(Viewer *viewer, Prose *prose)
{
    const PageWords *words = &viewer->options.worker.words;
    int line = narration_line(&viewer->page->stage.view, &viewer->page->stage.next);
    char *source = words->source_line ? words->source_line(words->context, line) : NULL;
    uint32_t start = prose->length;
    phrase_source_line(prose, source, line);
    if (start > 0 && prose->text[start] == 'L')
        prose->text[start] = 'l';
    free(source);
}

/* "Draw the memory after `b = a`" */
static void word_task(Viewer *viewer)
{
    const View *view = &viewer->page->stage.view, *next = &viewer->page->stage.next;
    Prose prose;
    prose_init(&prose);
    if (next->frame_count > view->frame_count) {
        word_line(viewer, &prose);
        prose_add(&prose, " calls ");
        phrase_frame(&prose, next, &next->frames[next->frame_count - 1]);
        prose_add(&prose, ": draw its frame");
    } else if (view->event == STEP_CALL) {
        word_frame(&prose, view, " begins: draw the memory before its first line");
    } else if (next->frame_count < view->frame_count) {
        word_frame(&prose, view, " is left: draw the memory after that");
    } else {
        prose_add(&prose, "Draw the memory after ");
        word_line(viewer, &prose);
    }
    snprintf(viewer->interpreting.task, sizeof viewer->interpreting.task, "%s", prose.text);
    prose_finish(&prose);
}

void interpret_open(Viewer *viewer)
{
    Interpreting *now = &viewer->interpreting;
    const StagePicture *stage = viewer->page ? &viewer->page->stage : NULL;
    now->open = stage && stage->has_next
                && interpreter_begin(&now->drawing, &stage->view, &stage->next, viewer->options.is_c);
    if (!now->open) {
        snprintf(viewer->notice, sizeof viewer->notice, "the next step has nothing to draw: step on, then Shift+V again");
        return;
    }
    now->stale = true;
    now->goes_on = false;
    word_task(viewer);
    quiz_close(&viewer->quiz);
    holders_close(viewer);
}

void interpret_close(Viewer *viewer)
{
    viewer->interpreting.open = viewer->interpreting.goes_on = false;
}

/* A page has come: whoever handed the step in goes on with the next one. */
void interpret_turn(Viewer *viewer)
{
    bool on = viewer->interpreting.goes_on;
    interpret_close(viewer);
    if (on && viewer->page->stage.view.event == STEP_CALL && viewer->page->stage.has_next) {
        viewer->interpreting.goes_on = true;       /* before the first line of a call nothing happens */
        viewer_move(viewer, TRAVEL_INTO);
    } else if (on) {
        interpret_open(viewer);
    }
}

/* Compares; once that is done, shows the step. */
static void hand_in(Viewer *viewer)
{
    Interpreting *now = &viewer->interpreting;
    if (now->drawing.compared) {
        now->goes_on = true;
        viewer_move(viewer, TRAVEL_INTO);
        return;
    }
    interpreter_compare(&now->drawing);
    viewer->quiz.asked++;
    viewer->quiz.right += now->drawing.wrong == 0;
}

void interpret_button(Viewer *viewer, PanelTarget button)
{
    viewer->interpreting.stale = true;
    if (button == TARGET_HAND_IN)
        hand_in(viewer);
    else if (button == TARGET_RECALL)
        interpreter_recall(&viewer->interpreting.drawing);
    else
        interpret_close(viewer);
}

/* ---- keys ---- */

static bool compared_key(Viewer *viewer, SDL_Keycode key)
{
    switch (key) {
    case SDLK_RETURN: case SDLK_KP_ENTER: case SDLK_RIGHT: case SDLK_SPACE: case SDLK_PAGEDOWN:
        hand_in(viewer);
        return true;
    case SDLK_ESCAPE: interpret_close(viewer); return true;
    default: return false;
    }
}

static bool drawing_key(Viewer *viewer, SDL_Keycode key)
{
    Interpreter *drawing = &viewer->interpreting.drawing;
    switch (key) {
    case SDLK_DOWN: case SDLK_TAB: interpreter_next(drawing, 1); return true;
    case SDLK_UP: interpreter_next(drawing, -1); return true;
    case SDLK_RIGHT: case SDLK_LEFT:
        if (!drawing->typed[0])
            interpreter_cycle(drawing, key == SDLK_RIGHT ? 1 : -1);
        return true;
    case SDLK_RETURN: case SDLK_KP_ENTER: case SDLK_PAGEDOWN: hand_in(viewer); return true;
    case SDLK_BACKSPACE: interpreter_erase(drawing); return true;
    case SDLK_DELETE: interpreter_unbind(drawing); return true;
    case SDLK_HOME: interpreter_recall(drawing); return true;
    case SDLK_ESCAPE: interpret_close(viewer); return true;
    default: return key >= 0x20 && key < 0x80;     /* letters are typed, see interpret_type */
    }
}

bool interpret_key(Viewer *viewer, SDL_Keycode key, SDL_Keymod modifiers)
{
    Interpreting *now = &viewer->interpreting;
    if (!now->open || !viewer->page || viewer->help || (modifiers & (KMOD_CTRL | KMOD_LALT)))
        return false;
    now->stale = true;
    return (now->drawing.compared ? compared_key : drawing_key)(viewer, key);
}

void interpret_type(Viewer *viewer, const char *text)
{
    viewer->interpreting.stale = true;
    interpreter_type(&viewer->interpreting.drawing, text);
}

/* ---- the pointer: from a place to what it shall refer to ---- */

bool interpret_press(Viewer *viewer, const char *id)
{
    Interpreting *now = &viewer->interpreting;
    return now->open && !now->drawing.compared && interpreter_select(&now->drawing, id);
}

bool interpret_release(Viewer *viewer, const char *id)
{
    Interpreting *now = &viewer->interpreting;
    if (!now->open)
        return false;
    now->stale = true;
    if (id[0] && strcmp(id, now->drawing.selected) != 0 && !interpreter_aim(&now->drawing, id))
        snprintf(viewer->notice, sizeof viewer->notice, "an arrow cannot lead there");
    return true;
}

/* ---- the picture ---- */

const Scene *viewer_scene(const Viewer *viewer)
{
    const Interpreting *now = &viewer->interpreting;
    if (now->open)
        return &now->scenes[now->drawing.compared ? INTERPRET_TRUTH : INTERPRET_DRAWN];
    return stage_picture_scene(&viewer->page->stage);
}

/* Both with the same places. Before they are compared nothing of the truth has a say in them. */
void interpret_build(Viewer *viewer, const TextMeasure *measure)
{
    Interpreting *now = &viewer->interpreting;
    if (!now->open || !now->stale)
        return;
    SceneOptions options = viewer->scene;
    options.level = LEVEL_REFERENCES;
    options.unbound_rows = true;                       /* what is not bound yet may be what is to be drawn */
    options.inline_scalars = !now->drawing.is_c;       /* it is drawn by hand: the less the better */
    Layout *layout = layout_create(measure, &options);
    if (!layout)
        return;
    layout_add_view(layout, &now->drawing.shown);
    if (now->drawing.compared)
        layout_add_view(layout, &now->drawing.truth);
    layout_solve(layout);
    scene_build(&now->scenes[INTERPRET_DRAWN], layout, NULL, &now->drawing.shown, NULL);
    if (now->drawing.compared)
        scene_build(&now->scenes[INTERPRET_TRUTH], layout, NULL, &now->drawing.truth, NULL);
    layout_extent(layout, &now->extent_width, &now->extent_height);
    layout_destroy(layout);
    now->stale = false;
}

static void fill_marks(Interpreting *now)
{
    const Interpreter *drawing = &now->drawing;
    for (uint32_t i = 0; i < drawing->mark_count; i++) {
        const InterpreterMark *mark = &drawing->marks[i];
        now->marks[i] = (PanelMark){mark->drawn, mark->truth, mark->words, mark->right};
    }
}

static void fill_place(Interpreting *now)
{
    const char *slash = strchr(now->drawing.selected, '/');
    interpreter_words(&now->drawing, now->holds, sizeof now->holds);
    now->panel.place = slash ? slash + 1 : now->drawing.selected[0] ? "this object" : "";
    now->panel.holds = now->holds;
    now->panel.typed = now->drawing.typed;
}

void interpret_fill(Viewer *viewer, PanelModel *model)
{
    Interpreting *now = &viewer->interpreting;
    if (!now->open || !viewer->page)
        return;
    fill_marks(now);
    now->panel = (PanelDrawing){.task = now->task, .compared = now->drawing.compared, .is_c = now->drawing.is_c,
                                .wrong = now->drawing.wrong, .total = now->drawing.total, .marks = now->marks,
                                .mark_count = now->drawing.mark_count};
    fill_place(now);
    model->drawing = &now->panel;
    model->scene = viewer_scene(viewer);
    model->compares = now->drawing.compared;
    model->kept = now->drawing.compared ? &now->scenes[INTERPRET_DRAWN] : NULL;
    model->kept_is_later = false;
    model->scene_before = NULL;
    model->passing = NULL;
    model->pools = model->pools_before = NULL;
    model->bytes = NULL;
    model->unsettled = 0;
    model->extent_width = now->extent_width;
    model->extent_height = now->extent_height;
    model->focus = now->drawing.compared ? NULL : now->drawing.selected;
    model->unshown = NULL;
}
