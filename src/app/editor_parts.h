/* What the files of the editor share: editor.c has the text, its caret and its changes, editor_lines.c what is done to whole
 * lines. */
#ifndef REFARROWS_APP_EDITOR_PARTS_H
#define REFARROWS_APP_EDITOR_PARTS_H

#include "app/editor.h"

enum { TAB_COLUMNS = 4 };

/* The library's arrays are part of its state; what is never touched costs nothing. A text can be deleted whole, and
 * that be undone and redone. */
#define STB_TEXTEDIT_CHARTYPE char
#define STB_TEXTEDIT_POSITIONTYPE int
#define STB_TEXTEDIT_UNDOSTATECOUNT EDITOR_UNDO
#define STB_TEXTEDIT_UNDOCHARCOUNT (2 * EDITOR_MOST + 2)
#include <stb_textedit.h>

struct Editor {
    char *text;
    size_t length, capacity;
    Syntax syntax;
    STB_TexteditState state;
    float goal;                /* the column that moves up and down keep to; below 0: the caret's own */
    int page;
    uint64_t version;
    char *kept;
    size_t kept_length;
};

/* Places are in bytes of the text, lines from 0. */
int editor_line_start(const Editor *editor, uint32_t line);
int editor_line_end(const Editor *editor, uint32_t line);
uint32_t editor_line_of(const Editor *editor, int at);
int editor_text_start(const Editor *editor, uint32_t line);        /* behind its blanks */
float editor_column_of(const Editor *editor, int at);

/* What is selected; false, with both at one place, if nothing is. */
bool editor_selected(const Editor *editor, int *from, int *to);
void editor_put_caret(Editor *editor, int at, bool selecting);

/* One change to be undone at once; the caret stands behind what is new. False when that would be too long. */
bool editor_replace(Editor *editor, int from, int to, const char *text, int length);
bool editor_replace_selected(Editor *editor, const char *text, size_t length);

/* How many blanks at the beginning of a line are one level: up to the last stop before them. */
int editor_level_before(const Editor *editor, uint32_t line, int at);

#endif
