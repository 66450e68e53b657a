/* The editor: a text that is being written, with caret, selection and undo. It knows no window.
 *
 * stb_textedit does the editing on a flat buffer of UTF-8; beside it stands a Syntax, the same text as lines with their
 * colours, which every change brings up to date at the cost of the lines that it touches. The caret always stands
 * between two code points. Text that comes in is checked: what is not UTF-8 is refused, and every kind of line end
 * becomes a newline.
 *
 *     Editor *editor = editor_create(false, false);
 *     editor_set_text(editor, source, length);
 *     editor_move(editor, EDITOR_TEXT_END, false);
 *     editor_type(editor, "print(a)");
 *     editor_undo(editor);
 *     editor_destroy(editor);
 */
#ifndef REFARROWS_APP_EDITOR_H
#define REFARROWS_APP_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "scene/panels/syntax.h"

enum {
    EDITOR_MOST = 16 << 20,    /* bytes of a text; what would make it longer is refused */
    EDITOR_UNDO = 8000         /* changes that can be undone; the oldest are forgotten first */
};

typedef struct Editor Editor;

/* In lines and in bytes of the line, both from 0. */
typedef struct EditorPlace { uint32_t line, column; } EditorPlace;

typedef enum EditorMove {
    EDITOR_LEFT, EDITOR_RIGHT, EDITOR_WORD_LEFT, EDITOR_WORD_RIGHT, EDITOR_LINE_START, EDITOR_LINE_END,
    EDITOR_TEXT_START, EDITOR_TEXT_END, EDITOR_UP, EDITOR_DOWN, EDITOR_PAGE_UP, EDITOR_PAGE_DOWN
} EditorMove;

/* An empty text; with `single_line` it stays one line. NULL when there is no memory. Destroying takes NULL. */
Editor *editor_create(bool is_c, bool single_line);
void editor_destroy(Editor *editor);

/* NUL-terminated; valid until the next change. */
const char *editor_text(const Editor *editor, size_t *length);
const Syntax *editor_syntax(const Editor *editor);

/* Another text, with nothing to undo. False, unchanged, when it is no UTF-8 or too long. */
bool editor_set_text(Editor *editor, const char *text, size_t length);

/* Another text as one change that can be undone. False as above. */
bool editor_change_text(Editor *editor, const char *text, size_t length);

/* The text counts as kept: editor_is_changed tells whether it is another one than the last so marked. */
void editor_mark_kept(Editor *editor);
bool editor_is_changed(const Editor *editor);

/* Grows by one with every change of the text. */
uint64_t editor_version(const Editor *editor);

EditorPlace editor_caret(const Editor *editor);

/* False: nothing is selected. */
bool editor_selection(const Editor *editor, EditorPlace *from, EditorPlace *to);

/* How many lines a page has. */
void editor_set_page(Editor *editor, int lines);

void editor_move(Editor *editor, EditorMove move, bool selecting);
void editor_go(Editor *editor, EditorPlace place, bool selecting);     /* as near as there is text */
void editor_select_all(Editor *editor);
void editor_select_word(Editor *editor, EditorPlace place);
void editor_select_line(Editor *editor, uint32_t line);

/* In the place of what is selected. False, unchanged, when it is no UTF-8 or would be too long. */
bool editor_type(Editor *editor, const char *text);
void editor_newline(Editor *editor);       /* keeps the indentation, with a level more behind a ':' or '{' */

/* What is selected, or what lies before (behind) the caret: a letter, a word, a level of indentation. */
void editor_erase(Editor *editor, bool forward, bool word);

/* The lines selected a level deeper or less deep; without a selection, `less` is for the caret's line, else blanks up to
 * the next level are typed. */
void editor_indent(Editor *editor, bool less);

/* Makes comments of the lines selected, or takes the signs away if all are. */
void editor_comment(Editor *editor);

/* What is selected, malloc'ed; NULL if nothing is. */
char *editor_copy(const Editor *editor);

/* False: there is nothing (more) to undo. What was typed in one go, up to a blank, is undone in one go. */
bool editor_undo(Editor *editor);
bool editor_redo(Editor *editor);

#endif
