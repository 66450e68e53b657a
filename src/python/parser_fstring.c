/* f-strings, as CPython 3.11's string_parser.c reads them: text by hand, and each expression, in parentheses put around
 * it, by a parser of its own whose tokens are told where in the file they really are. */
#include "python/parser_string.h"

#include <string.h>

#include "python/parser_rules.h"

enum { MAX_NESTING = 2, MAX_BRACKETS = 200 };

/* Where we are in one literal. */
typedef struct FReader {
    Parser *p;
    FString *fstring;          /* of the whole expression or, one level down, of a format specification */
    const StringPiece *piece;
    const char *next;
    int level;                 /* 0: in the literal itself; 1: in a format specification */
} FReader;

#define RAISE(reader, ...) parser_raise_last((reader)->p, PROBLEM_SYNTAX_ERROR, __VA_ARGS__)

/* ------------------------------------------------------------------------------------------------ literal ---------- */

/* Steps over a backslash and what it escapes; false if that is a brace, which then counts as one. */
static bool skip_escape(FReader *reader)
{
    const char *end = reader->piece->end;
    reader->next++;
    if (reader->next >= end)
        return true;
    char c = *reader->next++;
    if (c == '{' || c == '}') {
        reader->next--;
        return false;
    }
    if (c != 'N' || reader->next >= end || *reader->next++ != '{')
        return true;
    while (reader->next < end && *reader->next++ != '}')
        continue;
    return true;
}

/* Before a brace a backslash stands for itself, unless another one escapes it: an odd number of them ends the text. */
static bool is_lone_backslash(const char *start, const char *stop)
{
    int count = 0;
    while (stop > start && *--stop == '\\')
        count++;
    return count % 2 == 1;
}

/* Reads text up to a brace that is one. Doubled braces stand for themselves, but not in a format specification.
 * Returns true where more text follows a doubled brace. */
static bool read_literal(FReader *reader)
{
    const char *start = reader->next, *end = reader->piece->end, *stop = NULL;
    bool more = false;
    while (reader->next < end) {
        char c = *reader->next;
        if (c == '\\' && !reader->piece->is_raw && skip_escape(reader))
            continue;
        c = *reader->next;
        if (c != '{' && c != '}') {
            reader->next++;
            continue;
        }
        if (reader->level == 0 && reader->next + 1 < end && reader->next[1] == c) {
            stop = reader->next + 1;
            reader->next += 2;
            more = true;
        } else if (reader->level == 0 && c == '}') {
            RAISE(reader, "f-string: single '}' is not allowed");
        }
        break;
    }
    if (!stop)
        stop = reader->next;
    bool lone = stop > start && stop[-1] == '\\' && !reader->piece->is_raw && is_lone_backslash(start, stop);
    if (stop > start + lone)
        parser_string_decode(reader->p, &reader->fstring->literal, start, (size_t)(stop - start - lone), reader->piece);
    if (lone)
        parser_string_append(reader->p, &reader->fstring->literal, "\\", 1);
    return more;
}

static void flush_literal(Parser *p, FString *fstring)
{
    if (!fstring->literal.length)
        return;
    Expr *constant = parser_string_constant(p, &fstring->literal, fstring->span);
    constant->constant.unicode_prefix = fstring->has_u;
    parser_push(p, constant);
    fstring->literal = (StringBuffer){0};
}

/* --------------------------------------------------------------------------------------------- expression ---------- */

/* Finding the end of an expression: brackets and strings within it hide the characters that would end it. */
typedef struct FScan {
    char quote;                /* 0 outside a string */
    bool is_triple;
    char brackets[MAX_BRACKETS];
    int depth;
} FScan;

static bool is_tripled(const FReader *reader, char c)
{
    return reader->next + 2 < reader->piece->end && reader->next[1] == c && reader->next[2] == c;
}

static void scan_in_string(FReader *reader, FScan *scan)
{
    char c = *reader->next;
    if (c != scan->quote || (scan->is_triple && !is_tripled(reader, c)))
        return;
    if (scan->is_triple)
        reader->next += 2;
    scan->quote = '\0';
}

static void scan_quote(FReader *reader, FScan *scan, char c)
{
    scan->quote = c;
    scan->is_triple = is_tripled(reader, c);
    if (scan->is_triple)
        reader->next += 2;
}

static void scan_opening(FReader *reader, FScan *scan, char c)
{
    if (scan->depth >= MAX_BRACKETS)
        RAISE(reader, "f-string: too many nested parenthesis");
    scan->brackets[scan->depth++] = c;
}

static void scan_closing(FReader *reader, FScan *scan, char c)
{
    if (!scan->depth)
        RAISE(reader, "f-string: unmatched '%c'", c);
    char opening = scan->brackets[--scan->depth];
    char expected = opening == '(' ? ')' : opening == '[' ? ']' : '}';
    if (c != expected)
        RAISE(reader, "f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c, opening);
}

/* Whether the character, outside all brackets, ends the expression. Steps over the first half of == != <= >=. */
static bool ends_expression(FReader *reader, char c)
{
    if (reader->next + 1 < reader->piece->end && reader->next[1] == '=' && strchr("!=<>", c)) {
        reader->next++;
        return false;
    }
    return c != '<' && c != '>';
}

/* One character of the expression; true where it ends. */
static bool scan_character(FReader *reader, FScan *scan)
{
    char c = *reader->next;
    if (c == '\\')
        RAISE(reader, "f-string expression part cannot include a backslash");
    if (scan->quote)
        scan_in_string(reader, scan);
    else if (c == '\'' || c == '"')
        scan_quote(reader, scan, c);
    else if (c == '[' || c == '{' || c == '(')
        scan_opening(reader, scan, c);
    else if (c == '#')
        RAISE(reader, "f-string expression part cannot include '#'");
    else if (!scan->depth && c && strchr("!:}=<>", c))
        return ends_expression(reader, c);
    else if (c == ']' || c == '}' || c == ')')
        scan_closing(reader, scan, c);
    return false;
}

/* Steps to the character that ends the expression. */
static void scan_expression(FReader *reader)
{
    FScan scan = {.depth = 0};
    while (reader->next < reader->piece->end && !scan_character(reader, &scan))
        reader->next++;
    if (scan.quote)
        RAISE(reader, "f-string: unterminated string");
    if (scan.depth)
        RAISE(reader, "f-string: unmatched '%c'", scan.brackets[scan.depth - 1]);
    if (reader->next >= reader->piece->end)
        RAISE(reader, "f-string: expecting '}'");
}

/* The place in the file of an expression whose opening brace is given, as CPython finds it: a line break right after
 * the brace moves the first line. */
static void locate(const FReader *reader, const char *brace, int *line, int *column)
{
    const Token *token = reader->piece->token;
    const char *text = reader->p->lexer->text + token->start;
    const char *after = brace + 1 + strspn(brace + 1, " \t\f");
    int lines = 0, columns = 0;
    for (const char *c = text; c < brace; c++)
        lines += *c == '\n';
    if (*after != '\n') {
        const char *start = brace;
        while (start > text && *start != '\n')
            start--;
        columns = (int)(brace - start) - (*start == '\n');
    }
    *line = token->span.line + lines;
    *column = lines ? columns : token->span.column + columns;
}

/* fstring: star_expressions, here always a group */
static void *parse_fstring_expression(Parser *p)
{
    Expr *expr = parse_star_expressions(p);
    return expr;
}

static void check_not_empty(FReader *reader, const char *start, const char *end)
{
    if (start + strspn(start, " \t\n\f") < end)
        return;
    if (*end == '!' || *end == ':' || *end == '=')
        RAISE(reader, "f-string: expression required before '%c'", *end);
    RAISE(reader, "f-string: empty expression not allowed");
}

/* Parses the text between start and end, put in parentheses, with tokens placed as in the file. */
static Expr *compile_expression(FReader *reader, const char *start, const char *end)
{
    Parser *p = reader->p;
    size_t length = (size_t)(end - start);
    int line, column;
    check_not_empty(reader, start, end);
    locate(reader, start - 1, &line, &column);
    char *text = region_alloc(p->scratch, length + 3);
    text[0] = '(';
    memcpy(text + 1, start, length);
    text[length + 1] = ')';
    Lexer *lexer = REGION_NEW(p->scratch, Lexer);
    Parser *inner = REGION_NEW(p->scratch, Parser);
    lexer_run(lexer, p->scratch, p->names, text, length + 2, line, column);
    parser_init(inner, p->region, p->scratch, p->names, lexer);
    inner->is_fstring = true;
    Expr *expr = parser_run(inner, parse_fstring_expression);
    if (!expr)
        parser_raise_inner(p, inner);
    return expr;
}

/* ---------------------------------------------------------------------------------------------- replacement -------- */

static void check_not_at_end(FReader *reader)
{
    if (reader->next >= reader->piece->end)
        RAISE(reader, "f-string: expecting '}'");
}

/* '=': the expression's own text becomes part of the literal. */
static bool read_debug_text(FReader *reader, const char *start)
{
    if (*reader->next != '=')
        return false;
    reader->next++;
    while (*reader->next && strchr(" \t\n\f\v\r", *reader->next))
        reader->next++;
    check_not_at_end(reader);
    parser_string_append(reader->p, &reader->fstring->literal, start, (size_t)(reader->next - start));
    return true;
}

/* ['!' ('s' | 'r' | 'a')] */
static int read_conversion(FReader *reader)
{
    if (*reader->next != '!')
        return CONVERSION_NONE;
    reader->next++;
    check_not_at_end(reader);
    char conversion = *reader->next++;
    if (conversion != 's' && conversion != 'r' && conversion != 'a')
        RAISE(reader, "f-string: invalid conversion character: expected 's', 'r', or 'a'");
    return conversion;
}

static void read_parts(FReader *reader);

/* [':' format specification], an f-string of its own */
static Expr *read_format_spec(FReader *reader)
{
    if (*reader->next != ':')
        return NULL;
    FString spec = {.span = reader->fstring->span, .mark = parser_mark(reader->p)};
    FReader inner = *reader;
    inner.next++;
    check_not_at_end(&inner);
    inner.fstring = &spec;
    inner.level++;
    read_parts(&inner);
    reader->next = inner.next;
    /* as CPython: the whole, and the text that ends it, lie where their literal lies */
    spec.span = reader->piece->token->span;
    return parser_fstring_finish(reader->p, &spec);
}

/* replacement: '{' expression ['='] ['!' conversion] [':' specification] '}' */
static void read_replacement(FReader *reader)
{
    Parser *p = reader->p;
    if (reader->level >= MAX_NESTING)
        RAISE(reader, "f-string: expressions nested too deeply");
    const char *start = ++reader->next;
    scan_expression(reader);
    Expr *value = compile_expression(reader, start, reader->next);
    bool is_debug = read_debug_text(reader, start);
    flush_literal(p, reader->fstring);
    int conversion = read_conversion(reader);
    check_not_at_end(reader);
    Expr *format_spec = read_format_spec(reader);
    if (reader->next >= reader->piece->end || *reader->next != '}')
        RAISE(reader, "f-string: expecting '}'");
    reader->next++;
    Expr *expr = parser_expr(p, EXPR_FORMATTED_VALUE, reader->fstring->span);
    expr->span = reader->fstring->span;
    expr->formatted.value = value;
    expr->formatted.conversion = is_debug && !format_spec && conversion == CONVERSION_NONE ? CONVERSION_REPR
                                                                                           : conversion;
    expr->formatted.format_spec = format_spec;
    parser_push(p, expr);
}

/* (literal | replacement)*, up to the end or, in a format specification, the closing brace */
static void read_parts(FReader *reader)
{
    while (reader->next < reader->piece->end) {
        if (read_literal(reader))
            continue;
        if (reader->next >= reader->piece->end || *reader->next == '}')
            return;
        read_replacement(reader);
    }
}

void parser_fstring_parse(Parser *p, FString *fstring, const StringPiece *piece)
{
    FReader reader = {.p = p, .fstring = fstring, .piece = piece, .next = piece->text};
    read_parts(&reader);
}

Expr *parser_fstring_finish(Parser *p, FString *fstring)
{
    flush_literal(p, fstring);
    Expr *expr = parser_expr(p, EXPR_JOINED_STR, fstring->span);
    expr->span = fstring->span;
    expr->joined.values = parser_take_exprs(p, fstring->mark);
    return expr;
}
