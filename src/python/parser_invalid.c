/* What can be wrong with an expression. The order of the questions is CPython's, for the first to know the mistake
 * names it. */
#include "python/parser_invalid.h"

#include <string.h>

#include "python/parser_rules.h"

/* parser_try and its kin want rules that return void pointers. */
static void *try_disjunction(Parser *p) { return parse_disjunction(p); }
static void *try_expression(Parser *p) { return parse_expression(p); }
static void *try_plain_expression(Parser *p) { return parse_expression_plain(p); }
static void *try_bitwise_or(Parser *p) { return parse_bitwise_or(p); }
static void *try_star_expressions(Parser *p) { return parse_star_expressions(p); }
static void *try_star_named_expression(Parser *p) { return parse_star_named_expression(p); }
static void *try_atom(Parser *p) { return parse_atom(p); }

static void *try_clauses(Parser *p)
{
    ComprehensionList *list = REGION_NEW(p->scratch, ComprehensionList);
    if (!parser_at_comprehension(p))
        parser_fail(p);
    *list = parse_for_if_clauses(p);
    return list;
}

static void *try_star_named_list(Parser *p)
{
    ExprList *list = REGION_NEW(p->scratch, ExprList);
    *list = parse_star_named_list(p);
    return list;
}

/* '*' expression */
static void *try_starred(Parser *p)
{
    Span from = parser_expect(p, TOKEN_STAR)->span;
    Expr *value = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_STARRED, from);
    expr->starred.value = value;
    return expr;
}

/* ------------------------------------------------------------------------------------------- expression ------------ */

/* The print and exec that were statements once. */
static bool is_legacy(const Expr *expr)
{
    return expr->kind == EXPR_NAME && (!strcmp(expr->name.id, "print") || !strcmp(expr->name.id, "exec"));
}

/* CPython 3.11 compares only as many characters as the name has, so that c and ma count as soft keywords, too. */
static bool at_soft_keyword(const Parser *p)
{
    static const char *const words[] = {"_", "case", "match"};
    const Token *token = parser_peek(p);
    for (size_t i = 0; token->kind == TOKEN_NAME && i < sizeof words / sizeof words[0]; i++)
        if (!strncmp(words[i], token->name, strlen(token->name)))
            return true;
    return false;
}

/* Two expressions in a row inside brackets: a comma is missing. Not for a bad string prefix such as kf"". */
static void diagnose_missing_comma(Parser *p)
{
    if ((parser_at(p, TOKEN_NAME) && parser_second(p) == TOKEN_STRING) || at_soft_keyword(p))
        return;
    size_t start = p->position;
    Expr *left = parser_try(p, try_disjunction);
    Expr *right = NULL;
    if (left) {
        p->diagnosing = false;
        right = parser_try(p, try_plain_expression);
        p->diagnosing = true;
    }
    if (right && !is_legacy(left) && parser_previous(p)->level > 0)
        parser_raise_range(p, left->span, right->span, "invalid syntax. Perhaps you forgot a comma?");
    parser_reset(p, start);
}

static void diagnose_missing_else(Parser *p)
{
    size_t start = p->position;
    Expr *body = parser_try(p, try_disjunction);
    if (body && parser_accept(p, TOKEN_IF)) {
        Expr *test = parser_try(p, try_disjunction);
        if (test && !parser_at(p, TOKEN_ELSE) && !parser_at(p, TOKEN_COLON) && !parser_at(p, TOKEN_ERROR))
            parser_raise_range(p, body->span, test->span, "expected 'else' after 'if' expression");
    }
    parser_reset(p, start);
}

/* The operand is read after any name, and mistakes in it found, before it is asked whether the name was a statement. */
static void diagnose_legacy(Parser *p)
{
    if (!parser_at(p, TOKEN_NAME) || parser_second(p) == TOKEN_LPAREN)
        return;
    bool was_statement = parser_at_word(p, "print") || parser_at_word(p, "exec");
    size_t start = p->position;
    const Token *name = parser_advance(p);
    Expr *operand = parser_try(p, try_star_expressions);
    if (operand && was_statement)
        parser_raise_range(p, name->span, operand->span, "Missing parentheses in call to '%s'. Did you mean %s(...)?",
                           name->name, name->name);
    parser_reset(p, start);
}

void parser_diagnose_expression(Parser *p)
{
    diagnose_missing_comma(p);
    diagnose_missing_else(p);
    diagnose_legacy(p);
}

/* -------------------------------------------------------------------------------------- named expression ----------- */

static bool at_another_assignment(const Parser *p)
{
    return parser_at(p, TOKEN_ASSIGN) || parser_at(p, TOKEN_WALRUS);
}

/* a := b where a is no name */
static void diagnose_walrus_target(Parser *p)
{
    size_t start = p->position;
    Expr *target = parser_try(p, try_expression);
    if (target && parser_accept(p, TOKEN_WALRUS) && parser_try(p, try_expression))
        parser_raise_at(p, target->span, "cannot use assignment expressions with %s", parser_expr_description(target));
    parser_reset(p, start);
}

/* name = value where a comparison is meant */
static void diagnose_name_assignment(Parser *p)
{
    if (!parser_at(p, TOKEN_NAME) || parser_second(p) != TOKEN_ASSIGN)
        return;
    size_t start = p->position;
    const Token *name = parser_advance(p);
    parser_advance(p);
    Expr *value = parser_try(p, try_bitwise_or);
    if (value && !at_another_assignment(p))
        parser_raise_range(p, name->span, value->span,
                           "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    parser_reset(p, start);
}

/* Lists, tuples, generators and the three keyword constants are left to the statement's own rules. */
static bool at_exempt_atom(Parser *p)
{
    size_t start = p->position;
    bool is_display = parser_at(p, TOKEN_LBRACKET) || parser_at(p, TOKEN_LPAREN);
    if (parser_at(p, TOKEN_TRUE) || parser_at(p, TOKEN_NONE) || parser_at(p, TOKEN_FALSE))
        return true;
    if (!is_display)
        return false;
    const Token *opening = parser_peek(p);
    Expr *atom = parser_try(p, try_atom);
    parser_reset(p, start);
    bool has_brackets = atom && atom->span.line == opening->span.line && atom->span.column == opening->span.column;
    return has_brackets && (atom->kind == EXPR_LIST || atom->kind == EXPR_TUPLE || atom->kind == EXPR_GENERATOR);
}

static void diagnose_expression_assignment(Parser *p)
{
    size_t start = p->position;
    if (at_exempt_atom(p))
        return;
    Expr *target = parser_try(p, try_bitwise_or);
    if (target && parser_accept(p, TOKEN_ASSIGN) && parser_try(p, try_bitwise_or) && !at_another_assignment(p))
        parser_raise_at(p, target->span, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                        parser_expr_description(target));
    parser_reset(p, start);
}

void parser_diagnose_named_expression(Parser *p)
{
    diagnose_walrus_target(p);
    diagnose_name_assignment(p);
    diagnose_expression_assignment(p);
}

/* -------------------------------------------------------------------------------------------- displays ------------- */

/* '(' '*' expression ')' and '(' '**' expression ')' */
static void diagnose_group(Parser *p)
{
    size_t start = p->position;
    parser_advance(p);
    Expr *starred = parser_try(p, try_starred);
    if (starred && parser_at(p, TOKEN_RPAREN))
        parser_raise_at(p, starred->span, "cannot use starred expression here");
    parser_reset(p, start + 1);
    const Token *stars = parser_peek(p);
    if (parser_accept(p, TOKEN_DOUBLE_STAR) && parser_try(p, try_expression) && parser_at(p, TOKEN_RPAREN))
        parser_raise_at(p, stars->span, "cannot use double starred expression here");
    parser_reset(p, start);
}

/* bracket '*' expression for ... */
void parser_diagnose_unpacking(Parser *p)
{
    size_t start = p->position;
    parser_advance(p);
    Expr *starred = parser_try(p, try_starred);
    if (starred && parser_try(p, try_clauses))
        parser_raise_at(p, starred->span, "iterable unpacking cannot be used in comprehension");
    parser_reset(p, start);
}

/* [a, b for ...] */
static void diagnose_bare_target(Parser *p)
{
    static const char message[] = "did you forget parentheses around the comprehension target?";
    size_t start = p->position;
    parser_advance(p);
    Expr *first = parser_try(p, try_star_named_expression);
    const Token *comma = parser_peek(p);
    if (first && parser_accept(p, TOKEN_COMMA)) {
        size_t rest = p->position;
        const ExprList *others = parser_try(p, try_star_named_list);
        if (others && parser_try(p, try_clauses))
            parser_raise_range(p, first->span, others->items[others->count - 1]->span, message);
        parser_reset(p, rest);
        if (parser_try(p, try_clauses))
            parser_raise_range(p, first->span, comma->span, message);
    }
    parser_reset(p, start);
}

void parser_diagnose_comprehension(Parser *p)
{
    parser_diagnose_unpacking(p);
    diagnose_bare_target(p);
}

void parser_diagnose_parenthesised(Parser *p)
{
    diagnose_group(p);
    parser_diagnose_unpacking(p);
}

/* --------------------------------------------------------------------------------------------- braces -------------- */

/* '**' bitwise_or | expression ':' expression */
static void *try_pair(Parser *p)
{
    if (parser_accept(p, TOKEN_DOUBLE_STAR))
        return parse_bitwise_or(p);
    Expr *key = parse_expression(p);
    parser_expect(p, TOKEN_COLON);
    parse_expression(p);
    return key;
}

/* key ':' '*' value and key ':' without a value */
static void diagnose_value(Parser *p)
{
    size_t start = p->position;
    if (parser_try(p, try_expression) && parser_at(p, TOKEN_COLON)) {
        const Token *colon = parser_advance(p), *after = parser_peek(p);
        if (parser_accept(p, TOKEN_STAR) && parser_try(p, try_bitwise_or))
            parser_raise_from(p, after->span, "cannot use a starred expression in a dictionary value");
        if (after->kind == TOKEN_RBRACE || after->kind == TOKEN_COMMA)
            parser_raise_at(p, colon->span, "expression expected after dictionary key and ':'");
    }
    parser_reset(p, start);
}

/* After pairs and a comma: a key alone. What may be wrong within the key is asked later, for CPython has it so. */
static void diagnose_key(Parser *p)
{
    size_t start = p->position;
    p->diagnosing = false;
    Expr *key = parser_try(p, try_plain_expression);
    p->diagnosing = true;
    if (key && !parser_at(p, TOKEN_COLON)) {
        Span last = {key->span.line, key->span.end_column - 1, key->span.end_line, -1};
        parser_raise_at(p, last, "':' expected after dictionary key");
    }
    parser_reset(p, start);
    diagnose_value(p);
}

static void diagnose_pairs(Parser *p)
{
    size_t start = p->position;
    parser_advance(p);
    while (parser_try(p, try_pair) && parser_accept(p, TOKEN_COMMA))
        if (!parser_at(p, TOKEN_RBRACE))
            diagnose_key(p);
    parser_reset(p, start + 1);
    diagnose_value(p);
    parser_reset(p, start);
}

/* '{' '**' bitwise_or for ... '}' */
static void diagnose_dict_unpacking(Parser *p)
{
    size_t start = p->position;
    parser_advance(p);
    const Token *stars = parser_peek(p);
    if (parser_accept(p, TOKEN_DOUBLE_STAR) && parser_try(p, try_bitwise_or) && parser_try(p, try_clauses) &&
        parser_at(p, TOKEN_RBRACE))
        parser_raise_at(p, stars->span, "dict unpacking cannot be used in dict comprehension");
    parser_reset(p, start);
}

void parser_diagnose_braces(Parser *p)
{
    diagnose_pairs(p);
    diagnose_dict_unpacking(p);
    parser_diagnose_comprehension(p);
}
