/* What can be wrong with a statement. */
#include "python/parser_invalid.h"

#include <stdio.h>
#include <string.h>

#include "python/parser_rules.h"

static void *try_expression(Parser *p) { return parse_expression(p); }
static void *try_star_expressions(Parser *p) { return parse_star_expressions(p); }
static void *try_star_named_expression(Parser *p) { return parse_star_named_expression(p); }
static void *try_yield(Parser *p) { return parse_yield(p); }
static void *try_yield_or_star(Parser *p) { return parse_yield_or_star_expressions(p); }
static void *try_atom(Parser *p) { return parse_atom(p); }

static void *try_star_named_list(Parser *p)
{
    parse_star_named_list(p);
    return p;
}

/* star_targets '=' */
static void *try_target(Parser *p)
{
    Expr *target = parse_star_targets(p);
    parser_expect(p, TOKEN_ASSIGN);
    return target;
}

static void raise_if_invalid(Parser *p, const Expr *expr, TargetRole role)
{
    const Expr *culprit = parser_invalid_target(expr, role);
    if (culprit)
        parser_raise_at(p, culprit->span, role == TARGET_DEL ? "cannot delete %s" : "cannot assign to %s",
                        parser_expr_description(culprit));
}

/* ------------------------------------------------------------------------------------------- assignment ------------ */

/* [a, b]: x or (a, b): x */
static void diagnose_annotated_list(Parser *p)
{
    size_t start = p->position;
    Expr *target = NULL;
    if (parser_at(p, TOKEN_LBRACKET) || parser_at(p, TOKEN_LPAREN))
        target = parser_try(p, try_atom);
    bool is_list = target && (target->kind == EXPR_LIST || target->kind == EXPR_TUPLE);
    if (is_list && parser_accept(p, TOKEN_COLON) && parser_try(p, try_expression))
        parser_raise_at(p, target->span, "only single target (not %s) can be annotated",
                        parser_expr_description(target));
    parser_reset(p, start);
}

/* a, b: x */
static void diagnose_annotated_tuple(Parser *p)
{
    size_t start = p->position;
    Expr *first = parser_try(p, try_star_named_expression);
    if (first && parser_accept(p, TOKEN_COMMA)) {
        while (parser_try(p, try_star_named_list))   /* even where no comma stands between: mistakes are found there */
            continue;
        if (parser_accept(p, TOKEN_COLON) && parser_try(p, try_expression))
            parser_raise_at(p, first->span, "only single target (not tuple) can be annotated");
    }
    parser_reset(p, start);
}

static void diagnose_annotation(Parser *p)
{
    size_t start = p->position;
    Expr *target = parser_try(p, try_expression);
    if (target && parser_accept(p, TOKEN_COLON) && parser_try(p, try_expression))
        parser_raise_at(p, target->span, "illegal target for annotation");
    parser_reset(p, start);
}

/* a = f() = b, and a = yield = b */
static void diagnose_targets(Parser *p)
{
    size_t start = p->position;
    while (parser_try(p, try_target))
        continue;
    size_t last = p->position;
    Expr *expr = parser_try(p, try_star_expressions);
    if (expr && parser_at(p, TOKEN_ASSIGN))
        raise_if_invalid(p, expr, TARGET_STAR);
    parser_reset(p, last);
    expr = parser_at(p, TOKEN_YIELD) ? parser_try(p, try_yield) : NULL;
    if (expr && parser_at(p, TOKEN_ASSIGN))
        parser_raise_at(p, expr->span, "assignment to yield expression not possible");
    parser_reset(p, start);
}

static void diagnose_augmented(Parser *p)
{
    size_t start = p->position;
    Expr *target = parser_try(p, try_star_expressions);
    if (target && token_traits(parser_peek(p)->kind)->is_augmented) {
        parser_advance(p);
        if (parser_try(p, try_yield_or_star))
            parser_raise_at(p, target->span, "'%s' is an illegal expression for augmented assignment",
                            parser_expr_description(target));
    }
    parser_reset(p, start);
}

void parser_diagnose_assignment(Parser *p, ParserRule valid)
{
    size_t start = p->position;
    Stmt *stmt = parser_try(p, valid);
    parser_reset(p, start);
    if (stmt && stmt->kind != STMT_EXPR)
        return;
    diagnose_annotated_list(p);
    diagnose_annotated_tuple(p);
    diagnose_annotation(p);
    diagnose_targets(p);
    diagnose_augmented(p);
}

/* ----------------------------------------------------------------------------------------- other targets ----------- */

static void *try_del(Parser *p)
{
    parse_del_targets(p);
    if (!parser_at(p, TOKEN_SEMICOLON) && !parser_at(p, TOKEN_NEWLINE))
        parser_fail(p);
    return p;
}

void parser_diagnose_del(Parser *p)
{
    size_t start = p->position;
    parser_advance(p);
    if (!parser_looks_like(p, try_del)) {
        Expr *expr = parser_try(p, try_star_expressions);
        if (expr)
            raise_if_invalid(p, expr, TARGET_DEL);
    }
    parser_reset(p, start);
}

static void *try_for_target(Parser *p)
{
    parse_star_targets(p);
    parser_expect(p, TOKEN_IN);
    return p;
}

void parser_diagnose_for_target(Parser *p)
{
    size_t start = p->position;
    parser_accept(p, TOKEN_ASYNC);
    if (parser_accept(p, TOKEN_FOR) && !parser_looks_like(p, try_for_target)) {
        Expr *expr = parser_try(p, try_star_expressions);
        if (expr)
            raise_if_invalid(p, expr, TARGET_FOR);
    }
    parser_reset(p, start);
}

static bool at_end_of_item(const Parser *p)
{
    return parser_at(p, TOKEN_COMMA) || parser_at(p, TOKEN_RPAREN) || parser_at(p, TOKEN_COLON);
}

static void *try_with_target(Parser *p)
{
    Expr *target = parse_star_target(p);
    if (!at_end_of_item(p))
        parser_fail(p);
    return target;
}

void parser_diagnose_with_target(Parser *p)
{
    size_t start = p->position;
    if (!parser_looks_like(p, try_with_target)) {
        Expr *expr = parser_try(p, try_expression);
        if (expr && at_end_of_item(p))
            raise_if_invalid(p, expr, TARGET_STAR);
    }
    parser_reset(p, start);
}

void parser_diagnose_import_comma(Parser *p)
{
    if (parser_at(p, TOKEN_NEWLINE))
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "trailing comma not allowed without surrounding parentheses");
}

void parser_diagnose_as_pattern(Parser *p)
{
    size_t start = p->position;
    Span target = parser_peek(p)->span;
    if (parser_at_word(p, "_"))
        parser_raise_at(p, target, "cannot use '_' as a target");
    if (!parser_at(p, TOKEN_NAME)) {
        Expr *expr = parser_try(p, try_expression);
        if (expr)
            parser_raise_at(p, expr->span, "invalid pattern target");
    }
    parser_reset(p, start);
}

/* ------------------------------------------------------------------------------------------ colon, block ----------- */

/* "'if' statement", but "function definition" */
static void describe(char *to, size_t size, const char *what)
{
    snprintf(to, size, strchr(what, ' ') ? "%s" : "'%s' statement", what);
}

void parser_diagnose_block(Parser *p, const Token *header, const char *what)
{
    char description[40];
    size_t start = p->position;
    if (parser_at(p, TOKEN_NEWLINE))
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "expected ':'");
    describe(description, sizeof description, what);
    if (parser_accept(p, TOKEN_COLON) && parser_accept(p, TOKEN_NEWLINE) && !parser_at(p, TOKEN_INDENT))
        parser_raise_last(p, PROBLEM_INDENTATION_ERROR, "expected an indented block after %s on line %d", description,
                          header->span.line);
    parser_reset(p, start);
}

void parser_force(Parser *p, TokenKind kind)
{
    if (parser_at(p, TOKEN_ERROR))
        parser_fail(p);
    if (!parser_at(p, kind))
        parser_raise_at(p, parser_peek(p)->span, "expected '%s'", token_traits(kind)->text);
    parser_advance(p);
}

void parser_force_colon(Parser *p)
{
    size_t start = p->position;
    parser_force(p, TOKEN_COLON);
    parser_reset(p, start);
}

/* ----------------------------------------------------------------------------------------------- except ------------ */

static void *try_expressions(Parser *p) { return parse_expressions(p); }

/* except A, B: without parentheses */
static void diagnose_several_types(Parser *p)
{
    Expr *type = parser_try(p, try_expression);
    if (!type || !parser_accept(p, TOKEN_COMMA) || !parser_try(p, try_expressions))
        return;
    if (parser_accept(p, TOKEN_AS) && !parser_accept(p, TOKEN_NAME))
        return;
    if (parser_at(p, TOKEN_COLON))
        parser_raise_from(p, type->span, "multiple exception types must be parenthesized");
}

void parser_diagnose_except(Parser *p)
{
    size_t start = p->position;
    parser_advance(p);
    bool is_star = parser_accept(p, TOKEN_STAR);
    bool has_no_type = parser_at(p, TOKEN_NEWLINE) || parser_at(p, TOKEN_COLON);
    if (is_star && has_no_type) {
        parser_advance(p);
        parser_reset(p, p->position - 1);
        p->furthest = p->position;
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "expected one or more exception types");
    }
    if (parser_at(p, TOKEN_NEWLINE))
        parser_raise_last(p, PROBLEM_SYNTAX_ERROR, "expected ':'");
    if (!has_no_type)
        diagnose_several_types(p);
    parser_reset(p, start);
}

void parser_diagnose_mixed_except(Parser *p, bool is_star)
{
    static const char message[] = "cannot have both 'except' and 'except*' on the same 'try'";
    size_t start = p->position;
    const Token *header = parser_advance(p);
    const Token *star = parser_peek(p);
    bool has_star = parser_accept(p, TOKEN_STAR);
    if (has_star != is_star) {
        parser_try(p, try_expression);
        if (parser_accept(p, TOKEN_AS))
            parser_accept(p, TOKEN_NAME);
        if (parser_at(p, TOKEN_COLON) && has_star)
            parser_raise_range(p, header->span, star->span, message);
        if (parser_at(p, TOKEN_COLON))
            parser_raise_at(p, header->span, message);
    }
    parser_reset(p, start);
}
