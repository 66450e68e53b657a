#include "app/editor_keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_clipboard.h>
#include <SDL_keyboard.h>
#include <SDL_mouse.h>
#include <SDL_stdinc.h>

enum { SHIFT = 1, CONTROL = 2 };

static const struct { SDL_Keycode key; bool control; EditorMove move; } moves[] = {
    {SDLK_LEFT, false, EDITOR_LEFT}, {SDLK_RIGHT, false, EDITOR_RIGHT}, {SDLK_LEFT, true, EDITOR_WORD_LEFT},
    {SDLK_RIGHT, true, EDITOR_WORD_RIGHT}, {SDLK_HOME, false, EDITOR_LINE_START}, {SDLK_END, false, EDITOR_LINE_END},
    {SDLK_HOME, true, EDITOR_TEXT_START}, {SDLK_END, true, EDITOR_TEXT_END}, {SDLK_UP, false, EDITOR_UP},
    {SDLK_DOWN, false, EDITOR_DOWN}, {SDLK_PAGEUP, false, EDITOR_PAGE_UP}, {SDLK_PAGEDOWN, false, EDITOR_PAGE_DOWN},
};

static void copy(Viewer *viewer)
{
    char *text = editor_copy(viewer_editor(viewer));
    if (text)
        SDL_SetClipboardText(text);
    free(text);
}

static void cut(Viewer *viewer)
{
    EditorPlace from, to;
    copy(viewer);
    if (editor_selection(viewer_editor(viewer), &from, &to))
        editor_erase(viewer_editor(viewer), false, false);
}

static void paste(Viewer *viewer)
{
    char *text = SDL_GetClipboardText();
    if (text && *text && viewer->edit.open)
        edit_type(viewer, text);
    else if (text && *text)
        viewer_type(viewer, text);
    SDL_free(text);
}

static void undo(Viewer *viewer) { editor_undo(viewer_editor(viewer)); }
static void redo(Viewer *viewer) { editor_redo(viewer_editor(viewer)); }
static void select_all(Viewer *viewer) { editor_select_all(viewer_editor(viewer)); }
static void comment(Viewer *viewer) { editor_comment(viewer_editor(viewer)); }
static void newline(Viewer *viewer) { editor_newline(viewer_editor(viewer)); }
static void indent(Viewer *viewer) { editor_indent(viewer_editor(viewer), false); }
static void indent_less(Viewer *viewer) { editor_indent(viewer_editor(viewer), true); }
static void erase(Viewer *viewer) { editor_erase(viewer_editor(viewer), false, false); }
static void erase_word(Viewer *viewer) { editor_erase(viewer_editor(viewer), false, true); }
static void erase_next(Viewer *viewer) { editor_erase(viewer_editor(viewer), true, false); }
static void erase_next_word(Viewer *viewer) { editor_erase(viewer_editor(viewer), true, true); }

static const struct { SDL_Keycode key; int modifiers; void (*edit)(Viewer *viewer); } edits[] = {
    {SDLK_RETURN, 0, newline}, {SDLK_KP_ENTER, 0, newline}, {SDLK_RETURN, SHIFT, newline}, {SDLK_TAB, 0, indent},
    {SDLK_TAB, SHIFT, indent_less}, {SDLK_BACKSPACE, 0, erase}, {SDLK_BACKSPACE, SHIFT, erase},
    {SDLK_BACKSPACE, CONTROL, erase_word}, {SDLK_DELETE, 0, erase_next}, {SDLK_DELETE, CONTROL, erase_next_word},
    {SDLK_DELETE, SHIFT, cut}, {SDLK_INSERT, CONTROL, copy}, {SDLK_INSERT, SHIFT, paste},
    {SDLK_z, CONTROL, undo}, {SDLK_z, CONTROL | SHIFT, redo}, {SDLK_y, CONTROL, redo}, {SDLK_a, CONTROL, select_all},
    {SDLK_c, CONTROL, copy}, {SDLK_x, CONTROL, cut}, {SDLK_v, CONTROL, paste}, {SDLK_SLASH, CONTROL, comment},
    {SDLK_HASH, CONTROL, comment},
};

/* What leaves the text alone. */
static const struct { SDL_Keycode key; int modifiers; void (*act)(Viewer *viewer); } acts[] = {
    {SDLK_RETURN, CONTROL, edit_run}, {SDLK_KP_ENTER, CONTROL, edit_run}, {SDLK_r, CONTROL, edit_run},
    {SDLK_s, CONTROL, edit_save}, {SDLK_t, CONTROL, edit_take_file}, {SDLK_ESCAPE, 0, edit_close},
    {SDLK_e, CONTROL, edit_close},
};

static int held(SDL_Keymod modifiers)
{
    return (modifiers & KMOD_SHIFT ? SHIFT : 0) | (modifiers & KMOD_CTRL ? CONTROL : 0);
}

static bool find_edit(Viewer *viewer, SDL_Keycode key, int now)
{
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        if (moves[i].key != key || moves[i].control != ((now & CONTROL) != 0))
            continue;
        editor_move(viewer_editor(viewer), moves[i].move, now & SHIFT);
        return true;
    }
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        if (edits[i].key != key || edits[i].modifiers != now)
            continue;
        edits[i].edit(viewer);
        return true;
    }
    return false;
}

/* Where an input method shall open its window. */
static void tell_caret(Viewer *viewer)
{
    PanelModel model = viewer_model(viewer);
    if (!model.editor)
        return;
    ScreenPlan plan = screen_plan(viewer->width, viewer->height, &model);
    Rect caret = screen_edit_caret(&plan, &model, viewer->options.worker.measure);
    float scale = viewer->pixel_scale;
    SDL_Rect place = {(int)(caret.x * scale), (int)(caret.y * scale), 2, (int)(caret.h * scale)};
    SDL_SetTextInputRect(&place);
}

bool editor_keys_press(Viewer *viewer, const SDL_Keysym *key)
{
    int now = held((SDL_Keymod)key->mod);
    bool function = key->sym >= SDLK_F1 && key->sym <= SDLK_F12;
    if (!viewer->edit.open || viewer->help || function || (key->mod & KMOD_GUI))
        return false;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (acts[i].key != key->sym || acts[i].modifiers != now)
            continue;
        acts[i].act(viewer);
        return true;
    }
    if (!(key->mod & KMOD_ALT) && find_edit(viewer, key->sym, now)) {
        edit_changed(viewer);
        tell_caret(viewer);
    }
    return !((now & CONTROL) && key->sym == SDLK_q);
}

/* A line that is empty leaves the arrows to those who walk through the program. */
bool editor_keys_line(Viewer *viewer, const SDL_Keysym *key)
{
    int now = held((SDL_Keymod)key->mod);
    Editor *line = viewer->edit.open ? NULL : viewer_editor(viewer);
    bool empty = line && !*editor_text(line, NULL), letter = key->sym < 0x80;
    if (!line || (key->mod & (KMOD_GUI | KMOD_ALT)))
        return false;
    if (key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER)
        viewer_submit(viewer);
    else if (key->sym == SDLK_ESCAPE)
        viewer_command(viewer, COMMAND_ESCAPE);
    else if (key->sym == SDLK_d && now == CONTROL && empty)
        viewer_end_input(viewer);
    else if (key->sym == SDLK_UP || key->sym == SDLK_DOWN)
        return viewer_recall(viewer, key->sym == SDLK_UP) || !empty;
    else if ((!empty || letter) && key->sym != SDLK_TAB && find_edit(viewer, key->sym, now))
        return true;
    else
        return letter && (now != CONTROL || (key->sym != SDLK_e && key->sym != SDLK_q));
    return true;
}

bool editor_keys_text(Viewer *viewer, const SDL_Event *event)
{
    EditSession *edit = &viewer->edit;
    if (!edit->open || viewer->help)
        return false;
    if (event->type == SDL_TEXTINPUT)
        edit_type(viewer, event->text.text);
    else if (event->type == SDL_TEXTEDITING)
        snprintf(edit->composing, sizeof edit->composing, "%s", event->edit.text);
    else
        return false;
    tell_caret(viewer);
    return true;
}

bool editor_keys_click(Viewer *viewer, const SDL_Event *event, float scale)
{
    if (event->type != SDL_MOUSEBUTTONDOWN || event->button.button != SDL_BUTTON_LEFT)
        return false;
    return edit_press(viewer, (float)event->button.x / scale, (float)event->button.y / scale, event->button.clicks,
                      held(SDL_GetModState()) & SHIFT);
}
