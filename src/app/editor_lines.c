/* Whole lines of the text that is edited: their indentation, their comments. */
#include "app/editor_parts.h"

#include <stdlib.h>
#include <string.h>

/* ---- indentation ---- */

/* A level, as the text itself does it: a tab if a line begins with one, else as many blanks as the least indented. */
static const char *level_of(const Editor *editor)
{
    static const char blanks[] = "        ";
    uint32_t least = 0;
    for (uint32_t i = 0; i < editor->syntax.line_count && i < 1000; i++) {
        int start = editor_line_start(editor, i), text = editor_text_start(editor, i);
        if (text > start && editor->text[start] == '\t')
            return "\t";
        uint32_t depth = (uint32_t)(text - start);
        if (depth > 1 && text < editor_line_end(editor, i) && (!least || depth < least))
            least = depth;
    }
    return blanks + sizeof blanks - 1 - (least > 1 && least <= 8 ? least : TAB_COLUMNS);
}

void editor_newline(Editor *editor)
{
    int from, to;
    if (editor->state.single_line)
        return;
    if (!editor_selected(editor, &from, &to))
        from = editor->state.cursor;
    uint32_t line = editor_line_of(editor, from);
    int start = editor_line_start(editor, line), indent = editor_text_start(editor, line), last = from;
    indent = (indent < from ? indent : from) - start;
    while (last > start && (editor->text[last - 1] == ' ' || editor->text[last - 1] == '\t'))
        last--;
    bool deeper = last > start && editor->text[last - 1] == (editor->syntax.is_c ? '{' : ':');
    const char *level = deeper ? level_of(editor) : "";
    size_t length = 1 + (size_t)indent + strlen(level);
    char *made = malloc(length + 1);
    if (!made)
        return;
    made[0] = '\n';
    memcpy(made + 1, editor->text + start, (size_t)indent);
    strcpy(made + 1 + indent, level);
    editor_replace_selected(editor, made, length);
    free(made);
}

/* How many blanks at the beginning of a line are one level: up to the last stop before them. */
int editor_level_before(const Editor *editor, uint32_t line, int at)
{
    const char *level = level_of(editor);
    int start = editor_line_start(editor, line), size = (int)strlen(level), depth = at - start;
    if (depth < 1 || level[0] == '\t' || editor->text[at - 1] == '\t')
        return depth > 0;
    int less = depth % size ? depth % size : size;
    for (int i = 1; i < less; i++)
        if (editor->text[at - 1 - i] != ' ')
            return i;
    return less;
}

/* The lines that a selection touches; one that ends at the beginning of a line does not touch that. */
static void selected_lines(const Editor *editor, uint32_t *first, uint32_t *last)
{
    int from, to;
    bool any = editor_selected(editor, &from, &to);
    *first = editor_line_of(editor, from);
    *last = editor_line_of(editor, to);
    if (!any)
        *first = *last = editor_line_of(editor, editor->state.cursor);
    else if (*last > *first && to == editor_line_start(editor, *last))
        --*last;
}

/* What becomes of a line's beginning: `cut` bytes at `at` give way to a text. */
typedef struct LineEdit { int at, cut; const char *text; } LineEdit;

/* Changes all lines from `first` to `last`, as one change, and selects them. */
static void edit_lines(Editor *editor, uint32_t first, uint32_t last,
                       LineEdit (*edit)(const Editor *editor, uint32_t line, int argument), int argument)
{
    int start = editor_line_start(editor, first), end = editor_line_end(editor, last), length = 0;
    size_t most = (size_t)(end - start) + (size_t)(last - first + 1) * 8 + 1;
    bool several = editor->state.select_start != editor->state.select_end;
    int behind = end - editor->state.cursor;
    char *made = malloc(most);
    if (!made)
        return;
    for (uint32_t i = first; i <= last; i++) {
        LineEdit change = edit(editor, i, argument);
        int from = editor_line_start(editor, i), to = i < last ? editor_line_start(editor, i + 1) : end;
        int size = (int)strlen(change.text);
        memcpy(made + length, editor->text + from, (size_t)(change.at - from));
        length += change.at - from;
        memcpy(made + length, change.text, (size_t)size);
        length += size;
        memcpy(made + length, editor->text + change.at + change.cut, (size_t)(to - change.at - change.cut));
        length += to - change.at - change.cut;
    }
    bool same = length == end - start && memcmp(made, editor->text + start, (size_t)length) == 0;
    if (!same && editor_replace(editor, start, end, made, length)) {
        int cursor = start + length - behind;
        editor_put_caret(editor, several ? start : cursor < start ? start : cursor, false);
        if (several)
            editor_put_caret(editor, start + length, true);
    }
    free(made);
}

static LineEdit deeper(const Editor *editor, uint32_t line, int argument)
{
    bool empty = editor_line_start(editor, line) == editor_line_end(editor, line);
    return (LineEdit){editor_line_start(editor, line), 0, empty ? "" : level_of(editor)};
}

static LineEdit less_deep(const Editor *editor, uint32_t line, int argument)
{
    int text = editor_text_start(editor, line);
    return (LineEdit){editor_line_start(editor, line), editor_level_before(editor, line, text), ""};
}

void editor_indent(Editor *editor, bool less)
{
    uint32_t first, last;
    int from, to;
    selected_lines(editor, &first, &last);
    bool any = editor_selected(editor, &from, &to);
    if (less || (any && first < last)) {
        edit_lines(editor, first, last, less ? less_deep : deeper, 0);
        return;
    }
    const char *level = level_of(editor);
    int size = (int)strlen(level), column = (int)editor_column_of(editor, any ? from : editor->state.cursor);
    editor_replace_selected(editor, level, level[0] == '\t' ? 1 : (size_t)(size - column % size));
}

/* ---- comments ---- */

static const char *comment_sign(const Editor *editor)
{
    return editor->syntax.is_c ? "//" : "#";
}

static bool is_comment(const Editor *editor, uint32_t line)
{
    const char *sign = comment_sign(editor);
    return strncmp(editor->text + editor_text_start(editor, line), sign, strlen(sign)) == 0;
}

static bool is_empty(const Editor *editor, uint32_t line)
{
    return editor_text_start(editor, line) == editor_line_end(editor, line);
}

static LineEdit with_comment(const Editor *editor, uint32_t line, int column)
{
    if (is_empty(editor, line))
        return (LineEdit){editor_line_start(editor, line), 0, ""};
    return (LineEdit){editor_line_start(editor, line) + column, 0, editor->syntax.is_c ? "// " : "# "};
}

static LineEdit without_comment(const Editor *editor, uint32_t line, int column)
{
    int at = editor_text_start(editor, line), size = (int)strlen(comment_sign(editor));
    if (!is_comment(editor, line))
        return (LineEdit){at, 0, ""};
    return (LineEdit){at, size + (editor->text[at + size] == ' '), ""};
}

void editor_comment(Editor *editor)
{
    uint32_t first, last;
    bool all = true;
    int column = -1;
    selected_lines(editor, &first, &last);
    for (uint32_t i = first; i <= last; i++) {
        int depth = editor_text_start(editor, i) - editor_line_start(editor, i);
        if (is_empty(editor, i))
            continue;
        all &= is_comment(editor, i);
        column = column < 0 || depth < column ? depth : column;
    }
    if (column >= 0)
        edit_lines(editor, first, last, all ? without_comment : with_comment, column);
}
