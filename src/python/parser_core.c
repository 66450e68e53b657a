/* The cursor, the two passes and the building of nodes. */
#include "python/parser_core.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_STACK = 64, PATIENCE = 2000000 };

/* What the jump to `leave` says. 0 is the setting of the mark itself. */
enum { RAISED = 1 };

void parser_init(Parser *p, Region *region, Region *scratch, IdentifierTable *names, Lexer *lexer)
{
    *p = (Parser){
        .region = region, .scratch = scratch, .names = names, .lexer = lexer, .tokens = lexer->tokens,
        .patience = PATIENCE,
    };
}

/* ------------------------------------------------------------------------------------------ failing, trying -------- */

static void note_progress(Parser *p)
{
    if (p->position > p->furthest)
        p->furthest = p->position;
}

static void vset_error(Parser *p, SyntaxProblemKind kind, Span span, const char *format, va_list arguments)
{
    p->error = (ParserError){
        .lexer = p->lexer, .kind = kind, .line = span.line, .column = span.column + 1, .end_line = span.end_line,
        .end_column = span.end_column < 0 ? 0 : span.end_column + 1,
    };
    int prefix = 0;
    if (p->is_fstring)
        prefix = snprintf(p->error.message, sizeof p->error.message, "f-string: ");
    vsnprintf(p->error.message + prefix, sizeof p->error.message - (size_t)prefix, format, arguments);
}

static void set_bracket_error(Parser *p)
{
    const LexerBracket *bracket = &p->lexer->brackets[p->lexer->level - 1];
    p->error = (ParserError){
        .lexer = p->lexer, .kind = PROBLEM_SYNTAX_ERROR, .line = bracket->line, .column = bracket->column + 1,
        .end_line = bracket->line,
    };
    snprintf(p->error.message, sizeof p->error.message, "'%c' was never closed", bracket->character);
}

static void set_lexer_error(Parser *p)
{
    const LexerError *error = &p->lexer->error;
    if (error->is_end_of_text && p->lexer->level) {
        set_bracket_error(p);
        return;
    }
    p->error = (ParserError){
        .lexer = p->lexer, .kind = error->kind, .line = error->line, .column = error->column, .end_line = error->line,
        .end_column = error->end_column, .is_lexers = true,
    };
    snprintf(p->error.message, sizeof p->error.message, "%s", error->message);
}

static _Noreturn void raise_lexer_error(Parser *p)
{
    set_lexer_error(p);
    longjmp(*p->leave, RAISED);
}

_Noreturn void parser_fail(Parser *p)
{
    note_progress(p);
    if (parser_at(p, TOKEN_ERROR))
        raise_lexer_error(p);
    longjmp(*p->recover, RAISED);
}

_Noreturn void parser_raise_at(Parser *p, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    note_progress(p);
    vset_error(p, PROBLEM_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    longjmp(*p->leave, RAISED);
}

_Noreturn void parser_raise_range(Parser *p, Span from, Span to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    from.end_line = to.end_line;
    from.end_column = to.end_column;
    note_progress(p);
    vset_error(p, PROBLEM_SYNTAX_ERROR, from, format, arguments);
    va_end(arguments);
    longjmp(*p->leave, RAISED);
}

/* CPython ends such a range at the last token it has read. */
_Noreturn void parser_raise_from(Parser *p, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    note_progress(p);
    const Token *last = &p->tokens[p->furthest];
    span.end_line = last->span.end_line;
    span.end_column = last->span.end_column - 1;
    vset_error(p, PROBLEM_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    longjmp(*p->leave, RAISED);
}

/* The place of a token without text is how far the lexer had got in its line. */
static void place_at_token(Parser *p, const Token *token)
{
    if (token->span.column >= 0)
        return;
    const char *line_start = p->lexer->text + token->start;
    if (line_start == p->lexer->end && line_start > p->lexer->text)
        line_start--;
    while (line_start > p->lexer->text && line_start[-1] != '\n')
        line_start--;
    p->error.column = (int)(p->lexer->text + token->start - line_start);
    p->error.end_column = -1;
    p->error.is_at_end = p->lexer->text + token->start == p->lexer->end;
}

_Noreturn void parser_raise_last(Parser *p, SyntaxProblemKind kind, const char *format, ...)
{
    va_list arguments;
    note_progress(p);
    const Token *last = &p->tokens[p->furthest];
    if (last->kind == TOKEN_ERROR)
        raise_lexer_error(p);
    va_start(arguments, format);
    vset_error(p, kind, last->span, format, arguments);
    va_end(arguments);
    place_at_token(p, last);
    longjmp(*p->leave, RAISED);
}

_Noreturn void parser_raise_inner(Parser *p, const Parser *inner)
{
    p->error = inner->error;
    longjmp(*p->leave, RAISED);
}

void parser_reset(Parser *p, size_t position)
{
    note_progress(p);
    p->position = position;
}

void *parser_try(Parser *p, ParserRule rule)
{
    jmp_buf here;
    jmp_buf *outer = p->recover;
    size_t position = p->position, mark = p->stack_count;
    int depth = p->depth;
    void *volatile result = NULL;
    if (p->patience-- <= 0)
        longjmp(*outer, RAISED);
    p->recover = &here;
    if (!setjmp(here)) {
        result = rule(p);
    } else {
        parser_reset(p, position);
        p->stack_count = mark;
        p->depth = depth;
    }
    p->recover = outer;
    return result;
}

bool parser_looks_like(Parser *p, ParserRule rule)
{
    size_t position = p->position;
    bool found = parser_try(p, rule) != NULL;
    parser_reset(p, position);
    return found;
}

Expr *parser_memo(Parser *p, ParserMemoRule which, Expr *(*rule)(Parser *))
{
    ParserMemo *memo = &p->memo[p->position];
    if (memo->is_known[which]) {
        if (!memo->expr[which])
            parser_fail(p);
        p->position = memo->end[which];
        return memo->expr[which];
    }
    memo->is_known[which] = true;
    Expr *expr = rule(p);
    memo->expr[which] = expr;
    memo->end[which] = (uint32_t)p->position;
    return expr;
}

void parser_enter(Parser *p)
{
    if (++p->depth <= PARSER_MAX_DEPTH)
        return;
    p->error = (ParserError){.kind = PROBLEM_MEMORY_ERROR};
    longjmp(*p->leave, RAISED);
}

/* ------------------------------------------------------------------------------------------------- cursor ---------- */

const Token *parser_expect(Parser *p, TokenKind kind)
{
    if (!parser_at(p, kind))
        parser_fail(p);
    return parser_advance(p);
}

Identifier parser_expect_name(Parser *p)
{
    return parser_expect(p, TOKEN_NAME)->name;
}

bool parser_at_word(const Parser *p, const char *word)
{
    return parser_at(p, TOKEN_NAME) && !strcmp(parser_peek(p)->name, word);
}

bool parser_at_expression(const Parser *p)
{
    static const bool starts[TOKEN_KIND_COUNT] = {
        [TOKEN_NAME] = true, [TOKEN_NUMBER] = true, [TOKEN_STRING] = true, [TOKEN_LPAREN] = true,
        [TOKEN_LBRACKET] = true, [TOKEN_LBRACE] = true, [TOKEN_MINUS] = true, [TOKEN_PLUS] = true,
        [TOKEN_TILDE] = true, [TOKEN_STAR] = true, [TOKEN_NOT] = true, [TOKEN_LAMBDA] = true, [TOKEN_AWAIT] = true,
        [TOKEN_NONE] = true, [TOKEN_TRUE] = true, [TOKEN_FALSE] = true, [TOKEN_ELLIPSIS] = true,
        [TOKEN_ERROR] = true,  /* so that its own message comes out */
    };
    return starts[parser_peek(p)->kind];
}

/* ------------------------------------------------------------------------------------------------- nodes ----------- */

/* A node ends with the last token that is more than layout. */
Span parser_span_from(const Parser *p, Span from)
{
    const Token *last = parser_previous(p);
    while (last->kind <= TOKEN_DEDENT && last > p->tokens)
        last--;
    return (Span){from.line, from.column, last->span.end_line, last->span.end_column};
}

Expr *parser_expr(Parser *p, ExprKind kind, Span from)
{
    Expr *expr = REGION_NEW(p->region, Expr);
    expr->kind = kind;
    expr->span = parser_span_from(p, from);
    return expr;
}

Stmt *parser_stmt(Parser *p, StmtKind kind, Span from)
{
    Stmt *stmt = REGION_NEW(p->region, Stmt);
    stmt->kind = kind;
    stmt->span = parser_span_from(p, from);
    return stmt;
}

Pattern *parser_pattern(Parser *p, PatternKind kind, Span from)
{
    Pattern *pattern = REGION_NEW(p->region, Pattern);
    pattern->kind = kind;
    pattern->span = parser_span_from(p, from);
    return pattern;
}

void parser_push(Parser *p, void *item)
{
    if (p->stack_count == p->stack_capacity) {
        size_t old_size = p->stack_capacity * sizeof *p->stack;
        p->stack_capacity = p->stack_capacity ? p->stack_capacity * 2 : FIRST_STACK;
        p->stack = region_grow(p->scratch, p->stack, old_size, p->stack_capacity * sizeof *p->stack);
    }
    p->stack[p->stack_count++] = item;
}

/* The pointers pushed since the mark, as an array in the region; NULL if there are none. */
static void *take(Parser *p, size_t mark, int *count)
{
    size_t pushed = p->stack_count - mark;
    *count = (int)pushed;
    p->stack_count = mark;
    if (!pushed)
        return NULL;
    void **items = region_alloc_array(p->region, pushed, sizeof *items);
    memcpy(items, p->stack + mark, pushed * sizeof *items);
    return items;
}

ExprList parser_take_exprs(Parser *p, size_t mark)
{
    ExprList list;
    list.items = take(p, mark, &list.count);
    return list;
}

StmtList parser_take_stmts(Parser *p, size_t mark)
{
    StmtList list;
    list.items = take(p, mark, &list.count);
    return list;
}

PatternList parser_take_patterns(Parser *p, size_t mark)
{
    PatternList list;
    list.items = take(p, mark, &list.count);
    return list;
}

IdentifierList parser_take_identifiers(Parser *p, size_t mark)
{
    IdentifierList list;
    list.items = take(p, mark, &list.count);
    return list;
}

void *parser_take_structs(Parser *p, size_t mark, size_t size, int *count)
{
    size_t pushed = p->stack_count - mark;
    *count = (int)pushed;
    p->stack_count = mark;
    if (!pushed)
        return NULL;
    char *items = region_alloc_array(p->region, pushed, size);
    for (size_t i = 0; i < pushed; i++)
        memcpy(items + i * size, p->stack[mark + i], size);
    return items;
}

/* ---------------------------------------------------------------------------------------------- the passes --------- */

/* One pass from the first token. Returns NULL after a failure or a raise; `raised` tells which. */
static void *run_pass(Parser *p, ParserRule rule, bool *raised)
{
    jmp_buf failed, left;
    void *volatile result = NULL;
    p->position = 0;
    p->stack_count = 0;
    p->depth = 0;
    p->recover = &failed;
    p->leave = &left;
    *raised = false;
    if (setjmp(left))
        *raised = true;
    else if (!setjmp(failed))
        result = rule(p);
    p->recover = p->leave = NULL;
    return result;
}

static void set_generic_error(Parser *p, const Token *token)
{
    bool is_indent = token->kind == TOKEN_INDENT;
    p->error = (ParserError){
        .lexer = p->lexer, .kind = is_indent || token->kind == TOKEN_DEDENT ? PROBLEM_INDENTATION_ERROR : PROBLEM_SYNTAX_ERROR,
        .line = token->span.line, .column = token->span.column + 1, .end_line = token->span.end_line,
        .end_column = token->span.end_column + 1,
    };
    const char *what = is_indent ? "unexpected indent" : token->kind == TOKEN_DEDENT ? "unexpected unindent"
                                                                                     : "invalid syntax";
    snprintf(p->error.message, sizeof p->error.message, "%s%s", p->is_fstring ? "f-string: " : "", what);
    if (p->error.kind == PROBLEM_INDENTATION_ERROR)
        place_at_token(p, token);
}

/* Some mistakes in the rest of the text's tokens go before one in its grammar: usually they are the cause. An open
 * bracket is held to be the cause if it stands in an earlier line. */
static void prefer_lexer_error(Parser *p, int line)
{
    const Lexer *lexer = p->lexer;
    if (lexer->error.kind == PROBLEM_NONE || p->error.kind == PROBLEM_MEMORY_ERROR)
        return;
    if (lexer->error.outranks_grammar)
        set_lexer_error(p);
    else if (lexer->level && line > lexer->brackets[lexer->level - 1].line)
        set_bracket_error(p);
}

/* In an f-string's expression columns are told within the expression, as they stand in the line that is shown. The
 * lexer's own mistakes are so already, and inner expressions' have been shifted. */
static void shift_fstring_error(Parser *p)
{
    const Lexer *lexer = p->lexer;
    bool is_lexer_error = lexer->error.kind != PROBLEM_NONE && !strcmp(p->error.message, lexer->error.message);
    if (!p->is_fstring || is_lexer_error || p->error.lexer != lexer)
        return;
    p->error.column -= lexer->first_column;
    if (p->error.end_column > 0)
        p->error.end_column -= lexer->first_column;
}

void *parser_run(Parser *p, ParserRule rule)
{
    bool raised;
    void *result = run_pass(p, rule, &raised);
    if (result)
        return result;
    const Token *stuck = &p->tokens[p->furthest];
    if (!raised) {
        p->diagnosing = true;
        p->memo = region_alloc_array(p->scratch, p->lexer->count, sizeof *p->memo);
        run_pass(p, rule, &raised);
        if (!raised)
            set_generic_error(p, stuck);
    }
    bool is_lexer_error = p->tokens[p->furthest].kind == TOKEN_ERROR;
    if (!is_lexer_error && (p->error.kind != PROBLEM_INDENTATION_ERROR || raised))
        prefer_lexer_error(p, p->tokens[p->furthest].span.line);
    shift_fstring_error(p);
    return NULL;
}
