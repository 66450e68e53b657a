/* What can be wrong with the arguments of a call and the parameters of a function. */
#include "python/parser_invalid.h"

#include "python/parser_rules.h"

static void *try_expression(Parser *p) { return parse_expression(p); }

static void *try_clauses(Parser *p)
{
    ComprehensionList *list = REGION_NEW(p->scratch, ComprehensionList);
    if (!parser_at_comprehension(p))
        parser_fail(p);
    *list = parse_for_if_clauses(p);
    return list;
}

static Span last_item(const ComprehensionList *generators)
{
    return parser_comprehension_end(*generators);
}

/* -------------------------------------------------------------------------------------------- arguments ------------ */

/* As many arguments as follow each other rightly. */
typedef struct ArgumentRun {
    int count;                 /* of all */
    Span first, last;          /* of the first and the last */
    Span last_positional;
    int positional_count;      /* plain and starred */
    bool has_keyword, has_double_star;
} ArgumentRun;

/* '*' expression | (assignment_expression | expression) !'=' */
static void *try_positional(Parser *p)
{
    Span from = parser_peek(p)->span;
    if (!parser_accept(p, TOKEN_STAR)) {
        Expr *expr = parse_assignment_or_expression(p);
        if (parser_at(p, TOKEN_ASSIGN))
            parser_fail(p);
        return expr;
    }
    parse_expression(p);
    return parser_expr(p, EXPR_STARRED, from);
}

/* '**' expression | '*' expression | NAME '=' expression */
static void *try_keyword(Parser *p)
{
    Span from = parser_peek(p)->span;
    if (!parser_at(p, TOKEN_STAR) && !parser_at(p, TOKEN_DOUBLE_STAR))
        parser_diagnose_keyword(p);
    if (!parser_accept(p, TOKEN_STAR) && !parser_accept(p, TOKEN_DOUBLE_STAR)) {
        parser_expect_name(p);
        parser_expect(p, TOKEN_ASSIGN);
    }
    parse_expression(p);
    return parser_expr(p, EXPR_STARRED, from);
}

static Expr *read_argument(Parser *p, ArgumentRun *run)
{
    Expr *argument = run->has_keyword ? NULL : parser_try(p, try_positional);
    if (argument) {
        run->positional_count++;
        run->last_positional = argument->span;
        return argument;
    }
    bool is_star = parser_at(p, TOKEN_STAR), is_double_star = parser_at(p, TOKEN_DOUBLE_STAR);
    if (is_star && run->has_double_star)
        return NULL;
    argument = parser_try(p, try_keyword);
    if (argument && is_star) {
        run->positional_count++;
        run->last_positional = argument->span;
    }
    run->has_keyword |= argument != NULL;
    run->has_double_star |= argument && is_double_star;
    return argument;
}

/* args, as far as it goes. The cursor ends behind the last argument, before a comma that no argument follows. */
static ArgumentRun read_arguments(Parser *p)
{
    ArgumentRun run = {0};
    size_t end = p->position;
    for (;;) {
        Expr *argument = read_argument(p, &run);
        if (!argument)
            break;
        end = p->position;
        run.last = argument->span;
        if (!run.count++)
            run.first = argument->span;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    parser_reset(p, end);
    return run;
}

/* expression for ... , or args, expression for ...: the cursor stands at the expression. */
static void diagnose_bare_generator(Parser *p, bool needs_comma)
{
    size_t start = p->position;
    Expr *elt = parser_try(p, try_expression);
    const ComprehensionList *generators = elt ? parser_try(p, try_clauses) : NULL;
    if (generators && (!needs_comma || parser_at(p, TOKEN_COMMA)))
        parser_raise_range(p, elt->span, last_item(generators), "Generator expression must be parenthesized");
    parser_reset(p, start);
}

/* NAME '=' expression for ... */
static void diagnose_named_generator(Parser *p)
{
    size_t start = p->position;
    const Token *name = parser_peek(p);
    if (parser_accept(p, TOKEN_NAME) && parser_at(p, TOKEN_ASSIGN)) {
        const Token *assign = parser_advance(p);
        if (parser_try(p, try_expression) && parser_try(p, try_clauses))
            parser_raise_range(p, name->span, assign->span,
                               "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    parser_reset(p, start);
}

/* The arguments up to here are right; what follows them is not. */
static void diagnose_after(Parser *p, const ArgumentRun *run)
{
    const ComprehensionList *generators = parser_try(p, try_clauses);
    if (generators && run->positional_count > 1)
        parser_raise_range(p, run->last_positional, last_item(generators),
                           "Generator expression must be parenthesized");
    if (generators || !parser_accept(p, TOKEN_COMMA))
        return;
    diagnose_bare_generator(p, false);
    if (read_arguments(p).count)
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, run->has_double_star
                          ? "positional argument follows keyword argument unpacking"
                          : "positional argument follows keyword argument");
}

void parser_diagnose_arguments(Parser *p)
{
    size_t start = p->position;
    ArgumentRun run = read_arguments(p);
    size_t end = p->position;
    if (!run.count)
        return;
    parser_accept(p, TOKEN_COMMA);
    bool is_star = parser_previous(p)->kind == TOKEN_COMMA && parser_at(p, TOKEN_STAR);
    bool is_right = parser_at(p, TOKEN_RPAREN);
    Span whole = {run.first.line, run.first.column, run.last.end_line, run.last.end_column};
    parser_reset(p, start);
    if (is_right)
        return;
    if (is_star)
        parser_raise_at(p, whole, "iterable argument unpacking follows keyword argument unpacking");
    diagnose_bare_generator(p, true);
    diagnose_named_generator(p);
    parser_reset(p, end);
    diagnose_after(p, &run);
    parser_reset(p, start);
}

/* invalid_kwarg, at what should be NAME '=' expression */
void parser_diagnose_keyword(Parser *p)
{
    size_t start = p->position;
    const Token *name = parser_peek(p);
    bool is_constant = name->kind == TOKEN_TRUE || name->kind == TOKEN_FALSE || name->kind == TOKEN_NONE;
    if (is_constant && parser_second(p) == TOKEN_ASSIGN) {
        parser_advance(p);
        parser_raise_range(p, name->span, parser_peek(p)->span, "cannot assign to %s", name->name);
    }
    diagnose_named_generator(p);
    if (name->kind == TOKEN_NAME && parser_second(p) == TOKEN_ASSIGN)
        return;
    Expr *target = parser_try(p, try_expression);
    if (target)
        parser_diagnose_keyword_after(p, target);
    parser_reset(p, start);
}

void parser_diagnose_keyword_after(Parser *p, const Expr *value)
{
    if (parser_at(p, TOKEN_ASSIGN) && (value->kind != EXPR_NAME || parser_previous(p)->kind != TOKEN_NAME))
        parser_raise_range(p, value->span, parser_peek(p)->span,
                           "expression cannot contain assignment, perhaps you meant \"==\"?");
}

/* ------------------------------------------------------------------------------------------- parameters ------------ */

typedef struct ParameterScan {
    bool is_lambda;
    bool seen_default, seen_slash, seen_star;
    int count;                 /* parameters so far */
} ParameterScan;

static TokenKind closing(const ParameterScan *scan)
{
    return scan->is_lambda ? TOKEN_COLON : TOKEN_RPAREN;
}

/* NAME [':' expression], without the annotation in a lambda */
static void *try_param(Parser *p)
{
    parser_expect_name(p);
    if (parser_accept(p, TOKEN_COLON))
        parse_expression(p);
    return p;
}

static bool skip_param(Parser *p, const ParameterScan *scan, Span *span)
{
    Span from = parser_peek(p)->span;
    bool found = scan->is_lambda ? parser_accept(p, TOKEN_NAME) : parser_try(p, try_param) != NULL;
    if (found)
        *span = parser_span_from(p, from);
    return found;
}

/* '=' expression; true if there was one */
static bool skip_default(Parser *p)
{
    const Token *assign = parser_peek(p);
    if (!parser_accept(p, TOKEN_ASSIGN))
        return false;
    if (parser_at(p, TOKEN_RPAREN) || parser_at(p, TOKEN_COMMA))
        parser_raise_at(p, assign->span, "expected default value expression");
    parser_try(p, try_expression);
    return true;
}

/* '(' names ')' in place of a parameter */
static void diagnose_parameter_brackets(Parser *p, const ParameterScan *scan)
{
    Span span, from = parser_peek(p)->span;
    bool is_parameter = !scan->count || parser_previous(p)->kind == TOKEN_COMMA;
    if (!is_parameter || scan->seen_default || scan->seen_slash || scan->seen_star)
        return;
    if (!parser_accept(p, TOKEN_LPAREN) || !skip_param(p, scan, &span))
        return;
    while (parser_accept(p, TOKEN_COMMA) && skip_param(p, scan, &span))
        continue;
    if (parser_at(p, TOKEN_RPAREN))
        parser_raise_range(p, from, parser_peek(p)->span, scan->is_lambda
                           ? "Lambda expression parameters cannot be parenthesized"
                           : "Function parameters cannot be parenthesized");
}

static bool scan_slash(Parser *p, ParameterScan *scan)
{
    const Token *slash = parser_advance(p);
    if (!scan->count && parser_at(p, TOKEN_COMMA))
        parser_raise_at(p, slash->span, "at least one argument must precede /");
    if (scan->seen_slash)
        parser_raise_at(p, slash->span, "/ may appear only once");
    if (scan->seen_star)
        parser_raise_at(p, slash->span, "/ must be ahead of *");
    if (parser_at(p, TOKEN_STAR))
        parser_raise_at(p, parser_peek(p)->span, "expected comma between / and *");
    scan->seen_slash = true;
    return parser_accept(p, TOKEN_COMMA);
}

static bool scan_param(Parser *p, ParameterScan *scan)
{
    Span span;
    if (!skip_param(p, scan, &span))
        return false;
    scan->count++;
    bool has_default = skip_default(p);
    bool is_ended = parser_at(p, TOKEN_COMMA) || parser_at(p, closing(scan));
    if (!has_default && scan->seen_default && !scan->seen_star && is_ended)
        parser_raise_at(p, span, "non-default argument follows default argument");
    scan->seen_default |= has_default;
    return parser_accept(p, TOKEN_COMMA);
}

static bool scan_star(Parser *p, ParameterScan *scan)
{
    parser_advance(p);
    scan->seen_star = true;
    Span span;
    skip_param(p, scan, &span);
    return parser_accept(p, TOKEN_COMMA);
}

/* The mistakes in the order and number of parameters; those around * and ** are parser_diagnose_star_etc's. */
void parser_diagnose_parameters(Parser *p, bool is_lambda)
{
    ParameterScan scan = {.is_lambda = is_lambda};
    size_t start = p->position;
    bool more = true;
    while (more) {
        if (parser_at(p, TOKEN_SLASH))
            more = scan_slash(p, &scan);
        else if (parser_at(p, TOKEN_STAR) && !scan.seen_star)
            more = scan_star(p, &scan);
        else
            more = scan_param(p, &scan);
    }
    diagnose_parameter_brackets(p, &scan);
    parser_reset(p, start);
}

static void diagnose_second_star(Parser *p, ParameterScan *scan)
{
    scan->seen_star = true;
    while (parser_at(p, TOKEN_NAME) && scan_param(p, scan))
        continue;
    const Token *star = parser_peek(p);
    if (parser_accept(p, TOKEN_STAR) && (parser_at(p, TOKEN_COMMA) || parser_at(p, TOKEN_NAME)))
        parser_raise_at(p, star->span, "* argument may appear only once");
}

/* invalid_kwds: '**' param and what may not follow it */
static void diagnose_kwarg(Parser *p, const ParameterScan *scan)
{
    Span span;
    parser_advance(p);
    if (!skip_param(p, scan, &span))
        return;
    if (parser_at(p, TOKEN_ASSIGN))
        parser_raise_at(p, parser_peek(p)->span, "var-keyword argument cannot have default value");
    if (!parser_accept(p, TOKEN_COMMA))
        return;
    Span next = parser_peek(p)->span;
    if (skip_param(p, scan, &next) || parser_at(p, TOKEN_STAR) || parser_at(p, TOKEN_DOUBLE_STAR) ||
        parser_at(p, TOKEN_SLASH))
        parser_raise_at(p, next, "arguments cannot follow var-keyword argument");
}

/* invalid_star_etc: '*' and what may not follow it */
static void diagnose_star(Parser *p, ParameterScan *scan)
{
    const Token *star = parser_advance(p);
    Span span;
    bool is_bare = parser_accept(p, TOKEN_COMMA);
    bool is_last = parser_at(p, closing(scan)) || (is_bare && parser_at(p, TOKEN_DOUBLE_STAR));
    if (is_last && scan->is_lambda) {
        parser_reset(p, p->position);
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "named arguments must follow bare *");
    }
    if (is_last)
        parser_raise_at(p, star->span, "named arguments must follow bare *");
    if (!is_bare && !skip_param(p, scan, &span))
        return;
    if (!is_bare && parser_at(p, TOKEN_ASSIGN))
        parser_raise_at(p, parser_peek(p)->span, "var-positional argument cannot have default value");
    if (is_bare || parser_accept(p, TOKEN_COMMA))
        diagnose_second_star(p, scan);
}

void parser_diagnose_star_etc(Parser *p, bool is_lambda)
{
    ParameterScan scan = {.is_lambda = is_lambda};
    size_t start = p->position;
    if (parser_at(p, TOKEN_STAR))
        diagnose_star(p, &scan);
    while (parser_at(p, TOKEN_NAME) && scan_param(p, &scan))
        continue;
    if (parser_at(p, TOKEN_DOUBLE_STAR))
        diagnose_kwarg(p, &scan);
    parser_reset(p, start);
}
