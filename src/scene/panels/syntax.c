#include "scene/panels/syntax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene/drawlist.h"

static const char *const python_keywords[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", NULL,
};

static const char *const c_keywords[] = {
    "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float",
    "for", "goto", "if", "int", "long", "register", "return", "short", "signed", "sizeof", "static", "struct",
    "switch", "typedef", "union", "unsigned", "void", "volatile", "while", NULL,
};

/* A walk along one line. */
typedef struct Scan {
    const char *text;
    uint32_t at, length;
    bool is_c;
    uint8_t state;
} Scan;

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool starts_with(const Scan *scan, const char *what)
{
    size_t length = strlen(what);
    return scan->length - scan->at >= length && memcmp(scan->text + scan->at, what, length) == 0;
}

static bool is_keyword(const char *const *words, const char *text, size_t length)
{
    for (; *words; words++)
        if (strlen(*words) == length && memcmp(*words, text, length) == 0)
            return true;
    return false;
}

/* To behind `end`, or to the end of the line with the state left as it is. */
static void skip_past(Scan *scan, const char *end)
{
    while (scan->at < scan->length && !starts_with(scan, end))
        scan->at += scan->text[scan->at] == '\\' && !scan->is_c ? 2 : 1;
    if (scan->at < scan->length) {
        scan->at += (uint32_t)strlen(end);
        scan->state = SYNTAX_PLAIN;
    } else {
        scan->at = scan->length;
    }
}

static const char *const state_ends[] = {
    [SYNTAX_TRIPLE_SINGLE] = "'''", [SYNTAX_TRIPLE_DOUBLE] = "\"\"\"", [SYNTAX_BLOCK_COMMENT] = "*/",
};

static void skip_quoted(Scan *scan)
{
    char quote = scan->text[scan->at++];
    while (scan->at < scan->length && scan->text[scan->at] != quote)
        scan->at += scan->text[scan->at] == '\\' ? 2 : 1;
    scan->at = scan->at < scan->length ? scan->at + 1 : scan->length;
}

static uint8_t scan_quoted(Scan *scan)
{
    uint8_t state = scan->text[scan->at] == '"' ? SYNTAX_TRIPLE_DOUBLE : SYNTAX_TRIPLE_SINGLE;
    if (!scan->is_c && starts_with(scan, state_ends[state])) {
        scan->state = state;
        scan->at += 3;
        skip_past(scan, state_ends[state]);
    } else {
        skip_quoted(scan);
    }
    return COLOR_STRING;
}

/* A word, which may turn out to be the letters before a quote, as in f"...". */
static uint8_t scan_word(Scan *scan)
{
    uint32_t start = scan->at;
    while (scan->at < scan->length && is_word(scan->text[scan->at]))
        scan->at++;
    bool prefix = !scan->is_c && scan->at - start <= 2 && scan->at < scan->length;
    if (prefix && strchr("rRbBfFuU", scan->text[start]) && strchr("'\"", scan->text[scan->at]))
        return scan_quoted(scan);
    return is_keyword(scan->is_c ? c_keywords : python_keywords, scan->text + start, scan->at - start) ? COLOR_KEYWORD
                                                                                                      : COLOR_TEXT;
}

static uint8_t scan_number(Scan *scan)
{
    while (scan->at < scan->length && (is_word(scan->text[scan->at]) || scan->text[scan->at] == '.'))
        scan->at++;
    return COLOR_NUMBER;
}

/* Moves over one token and tells its colour. */
static uint8_t scan_token(Scan *scan)
{
    if (scan->state != SYNTAX_PLAIN) {
        uint8_t color = scan->state == SYNTAX_BLOCK_COMMENT ? COLOR_COMMENT : COLOR_STRING;
        skip_past(scan, state_ends[scan->state]);
        return color;
    }
    char c = scan->text[scan->at];
    if (starts_with(scan, scan->is_c ? "//" : "#")) {
        scan->at = scan->length;
        return COLOR_COMMENT;
    }
    if (scan->is_c && starts_with(scan, "/*")) {
        scan->state = SYNTAX_BLOCK_COMMENT;
        scan->at += 2;
        skip_past(scan, "*/");
        return COLOR_COMMENT;
    }
    if (c == '"' || c == '\'')
        return scan_quoted(scan);
    if (is_digit(c))
        return scan_number(scan);
    if (is_word(c))
        return scan_word(scan);
    scan->at++;
    return COLOR_TEXT;
}

static void reserve_lines(Syntax *syntax, uint32_t count)
{
    if (count <= syntax->line_capacity)
        return;
    uint32_t capacity = syntax->line_capacity ? syntax->line_capacity : 64;
    while (capacity < count)
        capacity *= 2;
    SyntaxLine *lines = realloc(syntax->lines, capacity * sizeof *lines);
    if (!lines) {
        fputs("refarrows: out of memory\n", stderr);
        exit(2);
    }
    syntax->lines = lines;
    syntax->line_capacity = capacity;
}

/* The line that begins at `start`, in `state`, which becomes that of the line after it. Returns where that begins. */
static size_t scan_line(const Syntax *syntax, const char *text, size_t length, size_t start, uint8_t *state,
                        SyntaxLine *line)
{
    const char *newline = start < length ? memchr(text + start, '\n', length - start) : NULL;
    size_t end = newline ? (size_t)(newline - text) : length;
    size_t shown = end > start && text[end - 1] == '\r' ? end - 1 : end;
    *line = (SyntaxLine){(uint32_t)start, (uint32_t)(shown - start), *state};
    Scan scan = {text + start, 0, line->length, syntax->is_c, *state};
    while (scan.at < scan.length)
        scan_token(&scan);
    *state = scan.state;
    return end + 1;
}

/* Is there a line that begins at `start`? */
static bool has_line(const Syntax *syntax, size_t start, size_t length)
{
    return start < length + syntax->is_edited;
}

static void scan_all(Syntax *syntax, size_t length)
{
    uint8_t state = SYNTAX_PLAIN;
    for (size_t start = 0; has_line(syntax, start, length);) {
        reserve_lines(syntax, syntax->line_count + 1);
        SyntaxLine *line = &syntax->lines[syntax->line_count++];
        start = scan_line(syntax, syntax->text, length, start, &state, line);
        syntax->longest = line->length > syntax->longest ? line->length : syntax->longest;
    }
}

void syntax_scan(Syntax *syntax, const char *text, size_t length, bool is_c)
{
    *syntax = (Syntax){.text = text, .is_c = is_c};
    scan_all(syntax, length);
}

void syntax_scan_edited(Syntax *syntax, const char *text, size_t length, bool is_c)
{
    *syntax = (Syntax){.text = text, .is_c = is_c, .is_edited = true};
    scan_all(syntax, length);
}

uint32_t syntax_line_at(const Syntax *syntax, size_t at)
{
    uint32_t low = 0, high = syntax->line_count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (syntax->lines[middle].start <= at)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* The lines from `first` up to, not including, `end` are written anew from `start` on; lines behind it move. */
static void replace_lines(Syntax *syntax, uint32_t first, uint32_t end, const SyntaxLine *lines, uint32_t count)
{
    uint32_t behind = syntax->line_count - end;
    reserve_lines(syntax, first + count + behind);
    memmove(syntax->lines + first + count, syntax->lines + end, behind * sizeof *lines);
    memcpy(syntax->lines + first, lines, count * sizeof *lines);
    syntax->line_count = first + count + behind;
}

void syntax_replace(Syntax *syntax, const char *text, size_t length, size_t at, size_t removed, size_t inserted)
{
    uint32_t first = syntax_line_at(syntax, at), end = syntax_line_at(syntax, at + removed) + 1;
    Syntax fresh = {.text = text, .is_c = syntax->is_c, .is_edited = true};
    size_t start = syntax->lines[first].start;
    uint8_t state = syntax->lines[first].state;
    syntax->text = text;
    for (uint32_t i = end; i < syntax->line_count; i++)
        syntax->lines[i].start += (uint32_t)(inserted - removed);
    /* at least up to where the change ends, then on until a line begins as it did before */
    while (has_line(&fresh, start, length)) {
        while (end < syntax->line_count && syntax->lines[end].start < start)
            end++;
        bool behind = start > at + inserted, meets = end < syntax->line_count && syntax->lines[end].start == start;
        if (behind && meets && syntax->lines[end].state == state)
            break;
        reserve_lines(&fresh, fresh.line_count + 1);
        start = scan_line(&fresh, text, length, start, &state, &fresh.lines[fresh.line_count++]);
    }
    if (!has_line(&fresh, start, length))
        end = syntax->line_count;
    replace_lines(syntax, first, end, fresh.lines, fresh.line_count);
    free(fresh.lines);
}

void syntax_finish(Syntax *syntax)
{
    free(syntax->lines);
    *syntax = (Syntax){0};
}

size_t syntax_spans(const Syntax *syntax, uint32_t line, SyntaxSpan *spans, size_t capacity)
{
    const SyntaxLine *place = &syntax->lines[line];
    Scan scan = {syntax->text + place->start, 0, place->length, syntax->is_c, place->state};
    size_t count = 0;
    while (scan.at < scan.length) {
        uint32_t start = scan.at;
        uint8_t color = scan_token(&scan);
        if (scan.at > scan.length)
            scan.at = scan.length;
        SyntaxSpan *last = count ? &spans[count - 1] : NULL;
        if (last && (last->color == color || count == capacity))
            last->length += scan.at - start;
        else
            spans[count++] = (SyntaxSpan){start, scan.at - start, color, color == COLOR_KEYWORD};
    }
    return count;
}
