#include "app/editor_parts.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

enum { LEAST_CAPACITY = 1024 };

/* ---- what the library asks of the text ---- */

static bool reserve(Editor *editor, size_t length)
{
    if (length < editor->capacity)
        return true;
    size_t capacity = 2 * length + LEAST_CAPACITY;
    char *text = length <= EDITOR_MOST ? realloc(editor->text, capacity) : NULL;
    if (!text)
        return false;
    editor->text = text;
    editor->capacity = capacity;
    editor->syntax.text = text;
    return true;
}

/* Every change of the text comes through here. */
static int splice(Editor *editor, int at, int removed, const char *text, int inserted)
{
    size_t length = editor->length - (size_t)removed + (size_t)inserted;
    if (!reserve(editor, length))
        return 0;
    char *place = editor->text + at;
    memmove(place + inserted, place + removed, editor->length - (size_t)at - (size_t)removed);
    memcpy(place, text, (size_t)inserted);
    editor->text[length] = '\0';
    editor->length = length;
    editor->version++;
    syntax_replace(&editor->syntax, editor->text, length, (size_t)at, (size_t)removed, (size_t)inserted);
    return 1;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

typedef enum Kind { KIND_BLANK, KIND_NEWLINE, KIND_WORD, KIND_SIGN } Kind;

/* Of the character at a byte. */
static Kind kind_at(const Editor *editor, int at)
{
    char c = editor->text[at];
    if (c == '\n')
        return KIND_NEWLINE;
    if (c == ' ' || c == '\t')
        return KIND_BLANK;
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
    return letter ? KIND_WORD : KIND_SIGN;
}

/* To the beginning of the word, or run of signs, before the caret; a line's end is one of its own. */
static int word_left(Editor *editor, int at)
{
    while (at > 0 && kind_at(editor, at - 1) == KIND_BLANK)
        at--;
    if (at == 0)
        return 0;
    Kind kind = kind_at(editor, --at);
    while (at > 0 && kind != KIND_NEWLINE && kind_at(editor, at - 1) == kind)
        at--;
    return at;
}

static int word_right(Editor *editor, int at)
{
    int end = (int)editor->length;
    if (at < end) {
        Kind kind = kind_at(editor, at++);
        while (at < end && kind != KIND_NEWLINE && kind_at(editor, at) == kind)
            at++;
    }
    while (at < end && kind_at(editor, at) == KIND_BLANK)
        at++;
    return at;
}

static float width_at(const Editor *editor, int at)
{
    utf8proc_int32_t letter;
    if (editor->text[at] == '\t')
        return TAB_COLUMNS;
    if (is_continuation(editor->text[at]))
        return 0;
    utf8proc_iterate((const utf8proc_uint8_t *)editor->text + at, (utf8proc_ssize_t)(editor->length - (size_t)at),
                     &letter);
    return (float)utf8proc_charwidth(letter);
}

/* The library walks rows only to move up and down, which is done here: it goes wrong at the end of the last line. */
static void layout_row(StbTexteditRow *row, const Editor *editor, int start)
{
    *row = (StbTexteditRow){.num_chars = (int)editor->length - start, .ymax = 1};
}

enum {
    KEY_SHIFT = 1 << 24, KEY_LEFT = 1 << 20, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_LINE_START,
    KEY_LINE_END, KEY_TEXT_START, KEY_TEXT_END, KEY_DELETE, KEY_BACKSPACE, KEY_UNDO, KEY_REDO, KEY_WORD_LEFT,
    KEY_WORD_RIGHT
};

#define STB_TEXTEDIT_STRING Editor
#define STB_TEXTEDIT_STRINGLEN(editor) ((int)(editor)->length)
#define STB_TEXTEDIT_LAYOUTROW(row, editor, start) layout_row(row, editor, start)
#define STB_TEXTEDIT_GETWIDTH(editor, start, i) width_at(editor, (start) + (i))
#define STB_TEXTEDIT_KEYTOTEXT(key) (-1)
#define STB_TEXTEDIT_GETCHAR(editor, i) ((editor)->text[i])
#define STB_TEXTEDIT_NEWLINE '\n'
#define STB_TEXTEDIT_DELETECHARS(editor, at, count) splice(editor, at, count, "", 0)
#define STB_TEXTEDIT_INSERTCHARS(editor, at, letters, count) splice(editor, at, 0, letters, count)
#define STB_TEXTEDIT_MOVEWORDLEFT word_left
#define STB_TEXTEDIT_MOVEWORDRIGHT word_right
#define STB_TEXTEDIT_K_SHIFT KEY_SHIFT
#define STB_TEXTEDIT_K_LEFT KEY_LEFT
#define STB_TEXTEDIT_K_RIGHT KEY_RIGHT
#define STB_TEXTEDIT_K_UP KEY_UP
#define STB_TEXTEDIT_K_DOWN KEY_DOWN
#define STB_TEXTEDIT_K_PGUP KEY_PAGE_UP
#define STB_TEXTEDIT_K_PGDOWN KEY_PAGE_DOWN
#define STB_TEXTEDIT_K_LINESTART KEY_LINE_START
#define STB_TEXTEDIT_K_LINEEND KEY_LINE_END
#define STB_TEXTEDIT_K_TEXTSTART KEY_TEXT_START
#define STB_TEXTEDIT_K_TEXTEND KEY_TEXT_END
#define STB_TEXTEDIT_K_DELETE KEY_DELETE
#define STB_TEXTEDIT_K_BACKSPACE KEY_BACKSPACE
#define STB_TEXTEDIT_K_UNDO KEY_UNDO
#define STB_TEXTEDIT_K_REDO KEY_REDO
#define STB_TEXTEDIT_K_WORDLEFT KEY_WORD_LEFT
#define STB_TEXTEDIT_K_WORDRIGHT KEY_WORD_RIGHT
#define STB_TEXTEDIT_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_textedit.h>
#pragma GCC diagnostic pop

/* ---- a text of its own ---- */

Editor *editor_create(bool is_c, bool single_line)
{
    Editor *editor = calloc(1, sizeof *editor);
    if (!editor || !reserve(editor, 1)) {
        free(editor);
        return NULL;
    }
    editor->text[0] = '\0';
    editor->goal = -1;
    editor->page = 10;
    stb_textedit_initialize_state(&editor->state, single_line);
    syntax_scan_edited(&editor->syntax, editor->text, 0, is_c);
    return editor;
}

void editor_destroy(Editor *editor)
{
    if (!editor)
        return;
    syntax_finish(&editor->syntax);
    free(editor->text);
    free(editor->kept);
    free(editor);
}

const char *editor_text(const Editor *editor, size_t *length)
{
    if (length)
        *length = editor->length;
    return editor->text;
}

const Syntax *editor_syntax(const Editor *editor)
{
    return &editor->syntax;
}

uint64_t editor_version(const Editor *editor)
{
    return editor->version;
}

/* A copy with newlines only, in a single line with none; NULL if it is no UTF-8, holds a NUL or is too long. */
static char *clean(const Editor *editor, const char *text, size_t length, size_t *clean_length)
{
    utf8proc_int32_t letter;
    char *made = length <= EDITOR_MOST ? malloc(length + 1) : NULL;
    *clean_length = 0;
    for (size_t at = 0; made && at < length;) {
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                  (utf8proc_ssize_t)(length - at), &letter);
        if (taken < 1 || letter == 0) {
            free(made);
            return NULL;
        }
        bool ends = letter == '\r' || letter == '\n';
        bool paired = letter == '\r' && at + 1 < length && text[at + 1] == '\n';
        if (ends && !paired)
            made[(*clean_length)++] = editor->state.single_line ? ' ' : '\n';
        for (utf8proc_ssize_t i = 0; !ends && i < taken; i++)
            made[(*clean_length)++] = text[at + (size_t)i];
        at += (size_t)taken;
    }
    if (made)
        made[*clean_length] = '\0';
    return made;
}

bool editor_set_text(Editor *editor, const char *text, size_t length)
{
    size_t clean_length;
    char *made = clean(editor, text, length, &clean_length);
    bool fits = made && reserve(editor, clean_length);
    if (fits) {
        memcpy(editor->text, made, clean_length);
        editor->text[clean_length] = '\0';
        editor->length = clean_length;
        editor->version++;
        editor->goal = -1;
        stb_textedit_initialize_state(&editor->state, editor->state.single_line);
        bool is_c = editor->syntax.is_c;
        syntax_finish(&editor->syntax);
        syntax_scan_edited(&editor->syntax, editor->text, clean_length, is_c);
    }
    free(made);
    return fits;
}

void editor_mark_kept(Editor *editor)
{
    char *kept = malloc(editor->length + 1);
    if (!kept)
        return;
    memcpy(kept, editor->text, editor->length + 1);
    free(editor->kept);
    editor->kept = kept;
    editor->kept_length = editor->length;
}

bool editor_is_changed(const Editor *editor)
{
    return editor->length != editor->kept_length
           || (editor->kept && memcmp(editor->text, editor->kept, editor->length) != 0);
}

/* ---- places ---- */

int editor_line_start(const Editor *editor, uint32_t line)
{
    return (int)editor->syntax.lines[line].start;
}

int editor_line_end(const Editor *editor, uint32_t line)
{
    return editor_line_start(editor, line) + (int)editor->syntax.lines[line].length;
}

uint32_t editor_line_of(const Editor *editor, int at)
{
    return syntax_line_at(&editor->syntax, (size_t)at);
}

static EditorPlace place_of(const Editor *editor, int at)
{
    uint32_t line = editor_line_of(editor, at);
    return (EditorPlace){line, (uint32_t)(at - editor_line_start(editor, line))};
}

static int at_place(const Editor *editor, EditorPlace place)
{
    uint32_t last = editor->syntax.line_count - 1;
    if (place.line > last)
        return (int)editor->length;
    int at = editor_line_start(editor, place.line), end = editor_line_end(editor, place.line);
    at = place.column < (uint32_t)(end - at) ? at + (int)place.column : end;
    while (at > 0 && is_continuation(editor->text[at]))
        at--;
    return at;
}

EditorPlace editor_caret(const Editor *editor)
{
    return place_of(editor, editor->state.cursor);
}

bool editor_selected(const Editor *editor, int *from, int *to)
{
    int a = editor->state.select_start, b = editor->state.select_end;
    *from = a < b ? a : b;
    *to = a < b ? b : a;
    return a != b;
}

bool editor_selection(const Editor *editor, EditorPlace *from, EditorPlace *to)
{
    int a, b;
    if (!editor_selected(editor, &a, &b))
        return false;
    *from = place_of(editor, a);
    *to = place_of(editor, b);
    return true;
}

void editor_set_page(Editor *editor, int lines)
{
    editor->page = lines > 1 ? lines : 1;
}

/* ---- moving and selecting ---- */

void editor_put_caret(Editor *editor, int at, bool selecting)
{
    STB_TexteditState *state = &editor->state;
    if (selecting)
        stb_textedit_prep_selection_at_cursor(state);
    else
        state->select_start = at;
    state->cursor = state->select_end = at;
    editor->goal = -1;
}

void editor_go(Editor *editor, EditorPlace place, bool selecting)
{
    editor_put_caret(editor, at_place(editor, place), selecting);
}

float editor_column_of(const Editor *editor, int at)
{
    float column = 0;
    for (int i = editor_line_start(editor, editor_line_of(editor, at)); i < at; i++)
        column += width_at(editor, i);
    return column;
}

/* By lines, as near to the goal as the line has text. */
static void move_lines(Editor *editor, int64_t by, bool selecting)
{
    int from, to, cursor = editor->state.cursor;
    if (!selecting && editor_selected(editor, &from, &to))
        cursor = by < 0 ? from : to;
    float goal = editor->goal < 0 ? editor_column_of(editor, cursor) : editor->goal, column = 0;
    int64_t line = (int64_t)editor_line_of(editor, cursor) + by, last = (int64_t)editor->syntax.line_count - 1;
    if (line < 0 || line > last) {
        editor_put_caret(editor, line < 0 ? 0 : (int)editor->length, selecting);
        return;
    }
    int at = editor_line_start(editor, (uint32_t)line), end = editor_line_end(editor, (uint32_t)line);
    while (at < end && column + width_at(editor, at) <= goal)
        column += width_at(editor, at++);
    while (at > 0 && is_continuation(editor->text[at]))
        at--;
    editor_put_caret(editor, at, selecting);
    editor->goal = goal;
}

/* Where the text of a line begins, behind its blanks. */
int editor_text_start(const Editor *editor, uint32_t line)
{
    int at = editor_line_start(editor, line), end = editor_line_end(editor, line);
    while (at < end && kind_at(editor, at) == KIND_BLANK)
        at++;
    return at;
}

static bool move_on_line(Editor *editor, EditorMove move, bool selecting)
{
    int cursor = editor->state.cursor, start = editor_text_start(editor, editor_line_of(editor, cursor));
    if (move == EDITOR_LINE_START && cursor != start)      /* to the text first, then to the margin */
        editor_put_caret(editor, start, selecting);
    else if (move == EDITOR_TEXT_END)
        editor_put_caret(editor, (int)editor->length, selecting);
    else
        return false;
    return true;
}

/* The library goes by bytes. */
static void settle(Editor *editor, bool onwards)
{
    STB_TexteditState *state = &editor->state;
    bool selecting = state->select_start != state->select_end;
    while (state->cursor > 0 && state->cursor < (int)editor->length && is_continuation(editor->text[state->cursor]))
        state->cursor += onwards ? 1 : -1;
    state->select_end = state->cursor;
    if (!selecting)
        state->select_start = state->cursor;
    editor->goal = -1;
}

void editor_move(Editor *editor, EditorMove move, bool selecting)
{
    static const int keys[] = {
        [EDITOR_LEFT] = KEY_LEFT, [EDITOR_RIGHT] = KEY_RIGHT, [EDITOR_WORD_LEFT] = KEY_WORD_LEFT,
        [EDITOR_WORD_RIGHT] = KEY_WORD_RIGHT, [EDITOR_LINE_START] = KEY_LINE_START, [EDITOR_LINE_END] = KEY_LINE_END,
        [EDITOR_TEXT_START] = KEY_TEXT_START,
    };
    static const int signs[] = {[EDITOR_UP] = -1, [EDITOR_DOWN] = 1, [EDITOR_PAGE_UP] = -1, [EDITOR_PAGE_DOWN] = 1};
    if (move >= EDITOR_UP) {
        move_lines(editor, signs[move] * (move >= EDITOR_PAGE_UP ? editor->page : 1), selecting);
    } else if (!move_on_line(editor, move, selecting)) {
        stb_textedit_key(editor, &editor->state, keys[move] | (selecting ? KEY_SHIFT : 0));
        settle(editor, move == EDITOR_RIGHT);
    }
}

void editor_select_all(Editor *editor)
{
    editor_put_caret(editor, 0, false);
    editor_put_caret(editor, (int)editor->length, true);
}

void editor_select_word(Editor *editor, EditorPlace place)
{
    int at = at_place(editor, place), end = (int)editor->length;
    if (at == end || kind_at(editor, at) == KIND_NEWLINE)
        at -= at > editor_line_start(editor, place_of(editor, at).line);
    int from = at, to = at;
    Kind kind = at < end ? kind_at(editor, at) : KIND_NEWLINE;
    while (kind != KIND_NEWLINE && from > 0 && kind_at(editor, from - 1) == kind)
        from--;
    while (kind != KIND_NEWLINE && to < end && kind_at(editor, to) == kind)
        to++;
    editor_put_caret(editor, from, false);
    editor_put_caret(editor, to, true);
}

void editor_select_line(Editor *editor, uint32_t line)
{
    if (line >= editor->syntax.line_count)
        return;
    bool last = line + 1 == editor->syntax.line_count;
    editor_put_caret(editor, editor_line_start(editor, line), false);
    editor_put_caret(editor, last ? (int)editor->length : editor_line_start(editor, line + 1), true);
}

char *editor_copy(const Editor *editor)
{
    int from, to;
    return editor_selected(editor, &from, &to) ? strndup(editor->text + from, (size_t)(to - from)) : NULL;
}

/* ---- changing ---- */

/* One change to be undone at once; the caret stands behind what is new. False when that would be too long. */
bool editor_replace(Editor *editor, int from, int to, const char *text, int length)
{
    if (editor->length - (size_t)(to - from) + (size_t)length > EDITOR_MOST || !reserve(editor, editor->length
                                                                                         + (size_t)length))
        return false;
    if (from == to && length == 0)
        return true;
    stb_text_makeundo_replace(editor, &editor->state, from, to - from, length);
    splice(editor, from, to - from, text, length);
    editor_put_caret(editor, from + length, false);
    return true;
}

bool editor_replace_selected(Editor *editor, const char *text, size_t length)
{
    int from, to;
    if (!editor_selected(editor, &from, &to))
        from = to = editor->state.cursor;
    return editor_replace(editor, from, to, text, (int)length);
}

bool editor_type(Editor *editor, const char *text)
{
    size_t length;
    char *made = clean(editor, text, strlen(text), &length);
    bool done = made && editor_replace_selected(editor, made, length);
    free(made);
    return done;
}

/* Only what differs is changed, so that the caret keeps its place if it can. */
bool editor_change_text(Editor *editor, const char *text, size_t length)
{
    size_t made_length, same = 0, tail = 0;
    char *made = clean(editor, text, length, &made_length);
    if (!made)
        return false;
    size_t most = made_length < editor->length ? made_length : editor->length;
    while (same < most && made[same] == editor->text[same])
        same++;
    while (same > 0 && (is_continuation(made[same]) || is_continuation(editor->text[same])))
        same--;
    while (tail < most - same && made[made_length - 1 - tail] == editor->text[editor->length - 1 - tail])
        tail++;
    while (tail > 0 && is_continuation(editor->text[editor->length - tail]))
        tail--;
    EditorPlace caret = editor_caret(editor);
    bool done = editor_replace(editor, (int)same, (int)(editor->length - tail), made + same,
                               (int)(made_length - same - tail));
    editor_go(editor, caret, false);
    free(made);
    return done;
}

void editor_erase(Editor *editor, bool forward, bool word)
{
    int from, to, cursor = editor->state.cursor;
    if (editor_selected(editor, &from, &to)) {
        editor_replace(editor, from, to, "", 0);
        return;
    }
    from = to = cursor;
    uint32_t line = editor_line_of(editor, cursor);
    bool in_margin = cursor > editor_line_start(editor, line) && editor_text_start(editor, line) >= cursor;
    if (word) {
        from = forward ? cursor : word_left(editor, cursor);
        to = forward ? word_right(editor, cursor) : cursor;
    } else if (forward) {
        to += cursor < (int)editor->length;
        while (to < (int)editor->length && is_continuation(editor->text[to]))
            to++;
    } else if (in_margin) {
        from -= editor_level_before(editor, line, cursor);
    } else {
        from -= cursor > 0;
        while (from > 0 && is_continuation(editor->text[from]))
            from--;
    }
    editor_replace(editor, from, to, "", 0);
}

/* ---- undo ---- */

/* One letter, digit or other sign of a word? */
static bool is_letter(const char *text, int length)
{
    unsigned char c = length > 0 ? (unsigned char)text[0] : ' ';
    int size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return length == size && c > ' ' && !strchr("()[]{}<>=+-*/%&|^~!?:;,.'\"\\#", c);
}

/* Has the change that the record undoes (redoes) only put in one letter? */
static bool undoes_letter(const Editor *editor, const StbUndoRecord *record)
{
    return record->insert_length == 0 && is_letter(editor->text + record->where, record->delete_length);
}

static bool redoes_letter(const StbUndoState *undo, const StbUndoRecord *record)
{
    return record->delete_length == 0 && record->insert_length > 0
           && is_letter(undo->undo_char + record->char_storage, record->insert_length);
}

/* The library cannot keep what is to be redone when its array is full, and would redo nonsense then: better nothing. */
static void undo_one(Editor *editor)
{
    StbUndoState *undo = &editor->state.undostate;
    int taken = undo->undo_rec[undo->undo_point - 1].delete_length;
    if (undo->undo_char_point + taken >= undo->redo_char_point)
        stb_textedit_flush_redo(undo);
    bool fits = undo->undo_char_point + taken < STB_TEXTEDIT_UNDOCHARCOUNT;
    stb_text_undo(editor, &editor->state);
    if (!fits)
        stb_textedit_flush_redo(undo);
}

bool editor_undo(Editor *editor)
{
    const StbUndoState *undo = &editor->state.undostate;
    bool any = undo->undo_point > 0, more = any;
    while (more) {
        StbUndoRecord record = undo->undo_rec[undo->undo_point - 1];
        bool letter = undoes_letter(editor, &record);
        undo_one(editor);
        const StbUndoRecord *next = undo->undo_point > 0 ? &undo->undo_rec[undo->undo_point - 1] : NULL;
        more = letter && next && next->where + next->delete_length == record.where && undoes_letter(editor, next);
    }
    if (any)
        editor_put_caret(editor, editor->state.cursor, false);
    return any;
}

bool editor_redo(Editor *editor)
{
    const StbUndoState *undo = &editor->state.undostate;
    bool any = undo->redo_point < STB_TEXTEDIT_UNDOSTATECOUNT, more = any;
    while (more) {
        StbUndoRecord record = undo->undo_rec[undo->redo_point];
        bool letter = redoes_letter(undo, &record);
        stb_text_redo(editor, &editor->state);
        const StbUndoRecord *next = &undo->undo_rec[undo->redo_point];
        more = letter && undo->redo_point < STB_TEXTEDIT_UNDOSTATECOUNT
               && next->where == record.where + record.insert_length && redoes_letter(undo, next);
    }
    if (any)
        editor_put_caret(editor, editor->state.cursor, false);
    return any;
}
