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

static void add_line(Syntax *syntax, uint32_t *capacity, SyntaxLine line)
{
    if (syntax->line_count == *capacity) {
        *capacity = *capacity ? *capacity * 2 : 64;
        SyntaxLine *lines = realloc(syntax->lines, *capacity * sizeof *lines);
        if (!lines) {
            fputs("refarrows: out of memory\n", stderr);
            exit(2);
        }
        syntax->lines = lines;
    }
    syntax->lines[syntax->line_count++] = line;
    if (line.length > syntax->longest)
        syntax->longest = line.length;
}

void syntax_scan(Syntax *syntax, const char *text, size_t length, bool is_c)
{
    *syntax = (Syntax){.text = text, .is_c = is_c};
    uint32_t capacity = 0;
    uint8_t state = SYNTAX_PLAIN;
    for (size_t start = 0; start < length;) {
        const char *newline = memchr(text + start, '\n', length - start);
        size_t end = newline ? (size_t)(newline - text) : length;
        size_t shown = end > start && text[end - 1] == '\r' ? end - 1 : end;
        add_line(syntax, &capacity, (SyntaxLine){(uint32_t)start, (uint32_t)(shown - start), state});
        Scan scan = {text + start, 0, (uint32_t)(shown - start), is_c, state};
        while (scan.at < scan.length)
            scan_token(&scan);
        state = scan.state;
        start = end + 1;
    }
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
