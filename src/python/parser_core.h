/* What the parts of the parser share: the cursor over the tokens, building of nodes, failing and trying.
 *
 * A rule is a function `parse_x` that reads what the grammar rule above it says and returns a node. A rule that cannot go
 * on does not return: it fails (parser_fail), which jumps to the nearest parser_try, or ends the pass. So rules need no
 * tests for NULL. A mistake that has a message of its own is raised (parser_raise_...), which always ends the parse.
 *
 * A program is parsed in one pass without looking for reasons. If that fails, a second pass, `diagnosing`, goes over it
 * again and at the places where CPython's grammar has its invalid_ rules asks what the mistake is (parser_invalid.c). If
 * it finds no reason either, the answer is "invalid syntax" at the token the first pass got stuck at.
 */
#ifndef REFARROWS_PYTHON_PARSER_CORE_H
#define REFARROWS_PYTHON_PARSER_CORE_H

#include <setjmp.h>
#include <stdbool.h>

#include "python/lexer.h"
#include "python/parser.h"

enum {
    PARSER_MAX_DEPTH = 6000    /* as CPython's MAXSTACK; deeper is a MemoryError there and here */
};

/* What is wrong, before it is turned into a SyntaxProblem. Columns as in LexerError. */
typedef struct ParserError {
    SyntaxProblemKind kind;
    int line, column, end_line, end_column;
    bool is_at_end;            /* see SyntaxProblem */
    bool is_lexers;            /* found by the lexer: its lines have no newline */
    const Lexer *lexer;        /* whose text has the line */
    char message[320];
} ParserError;

typedef struct Parser {
    Region *region;            /* for the tree */
    Region *scratch;           /* for what the tree does not need */
    IdentifierTable *names;
    Lexer *lexer;
    const Token *tokens;
    size_t position;           /* index of the next token to read */
    size_t furthest;           /* the furthest token any rule has looked at */
    void **stack;              /* items of the sequences being built */
    size_t stack_count, stack_capacity;
    int depth;                 /* nested rules, see parser_enter */
    bool diagnosing;           /* the second pass */
    long patience;             /* tries left in the second pass; without it the search for a reason is given up */
    struct ParserMemo *memo;   /* second pass: what rules gave at each token, see parser_memo */
    bool is_fstring;           /* an expression of an f-string, in parentheses put around it */
    jmp_buf *recover;          /* where a failure goes; never NULL during a pass */
    jmp_buf *leave;            /* where a raised error goes */
    ParserError error;         /* valid after a raise */
} Parser;

/* ------------------------------------------------------------------------------------------------- cursor ---------- */

static inline const Token *parser_peek(const Parser *p) { return &p->tokens[p->position]; }
static inline bool parser_at(const Parser *p, TokenKind kind) { return parser_peek(p)->kind == kind; }

/* The kind of the token after the next one. */
static inline TokenKind parser_second(const Parser *p)
{
    return parser_peek(p)->kind == TOKEN_END || parser_peek(p)->kind == TOKEN_ERROR ? parser_peek(p)->kind
                                                                                    : p->tokens[p->position + 1].kind;
}

/* The token read last; there must be one. */
static inline const Token *parser_previous(const Parser *p) { return &p->tokens[p->position - 1]; }

/* Reads the next token, whatever it is. */
static inline const Token *parser_advance(Parser *p) { return &p->tokens[p->position++]; }

static inline bool parser_accept(Parser *p, TokenKind kind)
{
    if (!parser_at(p, kind))
        return false;
    p->position++;
    return true;
}

/* Reads a token of that kind or fails. */
const Token *parser_expect(Parser *p, TokenKind kind);
Identifier parser_expect_name(Parser *p);

/* Whether the next token is the name `word`; for soft keywords. */
bool parser_at_word(const Parser *p, const char *word);

/* Whether an expression, or a starred one, can begin with the next token. */
bool parser_at_expression(const Parser *p);

/* ------------------------------------------------------------------------------------------ failing, trying -------- */

/* "This rule does not match here." */
_Noreturn void parser_fail(Parser *p);

/* Raises a mistake with its range. The functions differ in the range, as CPython's RAISE_ macros do: a span, from one
 * span's start to another's end, from a span's start on, the last token looked at. */
_Noreturn void parser_raise_at(Parser *p, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void parser_raise_range(Parser *p, Span from, Span to, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
_Noreturn void parser_raise_from(Parser *p, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void parser_raise_last(Parser *p, SyntaxProblemKind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Raises the mistake that a parser of an f-string's expression has found. */
_Noreturn void parser_raise_inner(Parser *p, const Parser *inner);

typedef void *(*ParserRule)(Parser *p);

/* Runs a rule; after a failure the cursor is back where it was and the result is NULL. */
void *parser_try(Parser *p, ParserRule rule);

/* The same, and the cursor is put back after success, too. */
bool parser_looks_like(Parser *p, ParserRule rule);

/* Rules that the search for a reason tries again and again at one place; the second pass keeps what they gave, or that
 * they failed, so that nesting does not multiply the tries. */
typedef enum ParserMemoRule { MEMO_EXPRESSION, MEMO_DISJUNCTION, MEMO_BITWISE_OR, MEMO_RULE_COUNT } ParserMemoRule;

typedef struct ParserMemo {
    Expr *expr[MEMO_RULE_COUNT];               /* NULL: not tried, or failed */
    uint32_t end[MEMO_RULE_COUNT];             /* the position behind it */
    bool is_known[MEMO_RULE_COUNT];
} ParserMemo;

Expr *parser_memo(Parser *p, ParserMemoRule which, Expr *(*rule)(Parser *));

/* Puts the cursor back, remembering how far it had got. */
void parser_reset(Parser *p, size_t position);

/* Guards rules that contain themselves: pairs of calls around the inner rule. Raises MemoryError when too deep. */
void parser_enter(Parser *p);
static inline void parser_leave(Parser *p) { p->depth--; }

/* ------------------------------------------------------------------------------------------------- nodes ----------- */

/* Nodes from the start of a token, or of another node, to the end of the token read last. */
Expr *parser_expr(Parser *p, ExprKind kind, Span from);
Stmt *parser_stmt(Parser *p, StmtKind kind, Span from);
Pattern *parser_pattern(Parser *p, PatternKind kind, Span from);
Span parser_span_from(const Parser *p, Span from);

/* Sequences: remember parser_mark, push items, take them as an array in the region. */
static inline size_t parser_mark(const Parser *p) { return p->stack_count; }
void parser_push(Parser *p, void *item);
ExprList parser_take_exprs(Parser *p, size_t mark);
StmtList parser_take_stmts(Parser *p, size_t mark);
PatternList parser_take_patterns(Parser *p, size_t mark);
IdentifierList parser_take_identifiers(Parser *p, size_t mark);

/* For sequences of structs: the items pushed point to `size` bytes each. Returns the array and sets the count. */
void *parser_take_structs(Parser *p, size_t mark, size_t size, int *count);

/* Both passes over the parser's tokens. Returns what `rule` made, or NULL with p->error set. */
void *parser_run(Parser *p, ParserRule rule);

/* A parser over other text: an f-string's expression. `lexer` is filled. */
void parser_init(Parser *p, Region *region, Region *scratch, IdentifierTable *names, Lexer *lexer);

#endif
