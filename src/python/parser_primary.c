/* Primaries (a.b, a[b], a(b)) and the atoms they start with. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* --------------------------------------------------------------------------------------------- atoms --------------- */

static Expr *parse_name(Parser *p)
{
    const Token *token = parser_advance(p);
    Expr *expr = parser_expr(p, EXPR_NAME, token->span);
    expr->name.id = token->name;
    return expr;
}

static Expr *parse_keyword_constant(Parser *p, ConstantKind kind)
{
    const Token *token = parser_advance(p);
    Expr *expr = parser_expr(p, EXPR_CONSTANT, token->span);
    expr->constant.kind = kind;
    return expr;
}

/* atom: NAME | 'True' | 'False' | 'None' | '...' | NUMBER | strings | tuple | group | genexp | list | listcomp
 *     | dict | set | dictcomp | setcomp */
Expr *parse_atom(Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_NAME: return parse_name(p);
    case TOKEN_NUMBER: return parse_number(p);
    case TOKEN_STRING: return parse_strings(p);
    case TOKEN_LPAREN: return parse_parenthesised(p);
    case TOKEN_LBRACKET: return parse_list(p);
    case TOKEN_LBRACE: return parse_braces(p);
    case TOKEN_TRUE: return parse_keyword_constant(p, CONSTANT_TRUE);
    case TOKEN_FALSE: return parse_keyword_constant(p, CONSTANT_FALSE);
    case TOKEN_NONE: return parse_keyword_constant(p, CONSTANT_NONE);
    case TOKEN_ELLIPSIS: return parse_keyword_constant(p, CONSTANT_ELLIPSIS);
    default: parser_fail(p);
    }
}

/* star_named_expressions: star_named_expression (',' star_named_expression)* [','] */
ExprList parse_star_named_list(Parser *p)
{
    size_t mark = parser_mark(p);
    do
        parser_push(p, parse_star_named_expression(p));
    while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p));
    return parser_take_exprs(p, mark);
}

/* ---------------------------------------------------------------------------------------- subscripts --------------- */

static bool at_slice_part(const Parser *p)
{
    return parser_at_expression(p) && !parser_at(p, TOKEN_STAR);
}

/* slice: [expression] ':' [expression] [':' [expression]] | named_expression */
static Expr *parse_slice(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *lower = NULL, *upper = NULL, *step = NULL;
    bool is_named = parser_at(p, TOKEN_NAME) && parser_second(p) == TOKEN_WALRUS;
    if (!parser_at(p, TOKEN_COLON)) {
        lower = parse_named_expression(p);
        if (!parser_at(p, TOKEN_COLON) || is_named)
            return lower;
    }
    parser_expect(p, TOKEN_COLON);
    if (at_slice_part(p))
        upper = parse_expression(p);
    if (parser_accept(p, TOKEN_COLON) && at_slice_part(p))
        step = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_SLICE, from);
    expr->slice.lower = lower;
    expr->slice.upper = upper;
    expr->slice.step = step;
    return expr;
}

/* starred_expression: '*' expression */
static Expr *parse_slice_or_starred(Parser *p)
{
    Span from = parser_peek(p)->span;
    if (!parser_accept(p, TOKEN_STAR))
        return parse_slice(p);
    Expr *value = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_STARRED, from);
    expr->starred.value = value;
    return expr;
}

/* slices: slice !',' | (slice | starred_expression) (',' (slice | starred_expression))* [','] */
static Expr *parse_slices(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *first = parse_slice_or_starred(p);
    if (!parser_at(p, TOKEN_COMMA) && first->kind != EXPR_STARRED)
        return first;
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && (parser_at_expression(p) || parser_at(p, TOKEN_COLON)))
        parser_push(p, parse_slice_or_starred(p));
    Expr *expr = parser_expr(p, EXPR_TUPLE, from);
    expr->sequence.elts = parser_take_exprs(p, mark);
    return expr;
}

static Expr *parse_subscript(Parser *p, Span from, Expr *value)
{
    parser_expect(p, TOKEN_LBRACKET);
    Expr *slice = parse_slices(p);
    parser_expect(p, TOKEN_RBRACKET);
    Expr *expr = parser_expr(p, EXPR_SUBSCRIPT, from);
    expr->subscript.value = value;
    expr->subscript.slice = slice;
    return expr;
}

/* ------------------------------------------------------------------------------------------ primaries -------------- */

static Expr *parse_attribute(Parser *p, Span from, Expr *value)
{
    parser_expect(p, TOKEN_DOT);
    Identifier attr = parser_expect_name(p);
    Expr *expr = parser_expr(p, EXPR_ATTRIBUTE, from);
    expr->attribute.value = value;
    expr->attribute.attr = attr;
    return expr;
}

static Expr *parse_call(Parser *p, Span from, Expr *func)
{
    ExprList args;
    KeywordList keywords;
    parser_expect(p, TOKEN_LPAREN);
    parse_call_arguments(p, true, &args, &keywords);
    parser_expect(p, TOKEN_RPAREN);
    Expr *expr = parser_expr(p, EXPR_CALL, from);
    expr->call.func = func;
    expr->call.args = args;
    expr->call.keywords = keywords;
    return expr;
}

static void *try_arguments(Parser *p)
{
    ExprList args;
    KeywordList keywords;
    if (p->diagnosing)
        parser_diagnose_unpacking(p);
    parser_expect(p, TOKEN_LPAREN);
    parse_call_arguments(p, true, &args, &keywords);
    parser_expect(p, TOKEN_RPAREN);
    return p;
}

static void *try_subscript(Parser *p)
{
    parser_expect(p, TOKEN_LBRACKET);
    parse_slices(p);
    parser_expect(p, TOKEN_RBRACKET);
    return p;
}

static void *try_attribute(Parser *p)
{
    parser_expect(p, TOKEN_DOT);
    parser_expect_name(p);
    return p;
}

/* In the second pass brackets or a dot that do not go on rightly are left unread, as CPython's parser, which goes back,
 * leaves them. */
static bool goes_on(Parser *p, ParserRule rest)
{
    return !p->memo || parser_looks_like(p, rest);
}

/* primary: atom ('.' NAME | '(' [arguments] ')' | genexp | '[' slices ']')* */
Expr *parse_primary(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *expr = parse_atom(p);
    for (;;)
        switch (parser_peek(p)->kind) {
        case TOKEN_DOT:
            if (!goes_on(p, try_attribute))
                return expr;
            expr = parse_attribute(p, from, expr);
            break;
        case TOKEN_LPAREN:
            if (!goes_on(p, try_arguments))
                return expr;
            expr = parse_call(p, from, expr);
            break;
        case TOKEN_LBRACKET:
            if (!goes_on(p, try_subscript))
                return expr;
            expr = parse_subscript(p, from, expr);
            break;
        case TOKEN_ERROR: parser_fail(p);
        default: return expr;
        }
}
