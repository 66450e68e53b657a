/* The patterns of `case`. */
#include "python/parser_rules.h"

#include <string.h>

#include "python/parser_invalid.h"

static Pattern *parse_pattern(Parser *p);

static bool at_pattern(const Parser *p)
{
    return parser_at_expression(p);
}

/* -------------------------------------------------------------------------------------------- literals ------------- */

static bool is_imaginary(const Expr *expr)
{
    return expr->constant.kind == CONSTANT_COMPLEX;
}

/* ['-'] NUMBER */
static Expr *parse_signed_number(Parser *p)
{
    Span from = parser_peek(p)->span;
    if (!parser_accept(p, TOKEN_MINUS))
        return parse_number(p);
    Expr *number = parse_number(p);
    Expr *expr = parser_expr(p, EXPR_UNARY_OP, from);
    expr->unary_op.op = TREE_UNARY_USUB;
    expr->unary_op.operand = number;
    return expr;
}

/* signed_number !('+' | '-') | signed_real_number ('+' | '-') imaginary_number */
static Expr *parse_number_literal(Parser *p)
{
    Expr *left = parse_signed_number(p);
    bool is_plus = parser_at(p, TOKEN_PLUS);
    if (!is_plus && !parser_at(p, TOKEN_MINUS))
        return left;
    if (is_imaginary(left->kind == EXPR_UNARY_OP ? left->unary_op.operand : left))
        parser_raise_at(p, left->span, "real number required in complex literal");
    parser_advance(p);
    Expr *right = parse_number(p);
    if (!is_imaginary(right))
        parser_raise_at(p, right->span, "imaginary number required in complex literal");
    Expr *expr = parser_expr(p, EXPR_BIN_OP, left->span);
    expr->bin_op.op = is_plus ? TREE_BINARY_ADD : TREE_BINARY_SUB;
    expr->bin_op.left = left;
    expr->bin_op.right = right;
    return expr;
}

static bool at_number_literal(const Parser *p)
{
    return parser_at(p, TOKEN_NUMBER) || parser_at(p, TOKEN_MINUS);
}

/* None, True, False, or CONSTANT_STR for anything else */
static ConstantKind singleton_kind(TokenKind kind)
{
    switch (kind) {
    case TOKEN_NONE: return CONSTANT_NONE;
    case TOKEN_TRUE: return CONSTANT_TRUE;
    case TOKEN_FALSE: return CONSTANT_FALSE;
    default: return CONSTANT_STR;
    }
}

static Pattern *value_pattern(Parser *p, Expr *value)
{
    Pattern *pattern = parser_pattern(p, PATTERN_VALUE, value->span);
    pattern->value.value = value;
    return pattern;
}

static Pattern *parse_singleton(Parser *p)
{
    const Token *token = parser_advance(p);
    Pattern *pattern = parser_pattern(p, PATTERN_SINGLETON, token->span);
    pattern->singleton.value = singleton_kind(token->kind);
    return pattern;
}

/* --------------------------------------------------------------------------------- names and classes --------------- */

/* name_or_attr: NAME ('.' NAME)* */
static Expr *parse_name_or_attr(Parser *p)
{
    const Token *token = parser_expect(p, TOKEN_NAME);
    Expr *expr = parser_expr(p, EXPR_NAME, token->span);
    expr->name.id = token->name;
    while (parser_accept(p, TOKEN_DOT)) {
        Identifier attr = parser_expect_name(p);
        Expr *outer = parser_expr(p, EXPR_ATTRIBUTE, token->span);
        outer->attribute.value = expr;
        outer->attribute.attr = attr;
        expr = outer;
    }
    return expr;
}

/* pattern_capture_target: !"_" NAME !('.' | '(' | '=') */
static Identifier parse_capture_target(Parser *p)
{
    Identifier name = parser_expect_name(p);
    if (!strcmp(name, "_") || parser_at(p, TOKEN_DOT) || parser_at(p, TOKEN_LPAREN) || parser_at(p, TOKEN_ASSIGN))
        parser_fail(p);
    return name;
}

/* A positional pattern after a keyword: the mistake is all of them up to the next keyword or the end. */
static _Noreturn void fail_positional(Parser *p)
{
    if (!p->diagnosing)
        parser_fail(p);
    Span first = parse_pattern(p)->span, last = first;
    while (parser_accept(p, TOKEN_COMMA) && at_pattern(p) && parser_second(p) != TOKEN_ASSIGN)
        last = parse_pattern(p)->span;
    parser_raise_range(p, first, last, "positional patterns follow keyword patterns");
}

/* positional_patterns, keyword_patterns: pattern | NAME '=' pattern, the keywords last */
static void parse_class_arguments(Parser *p, Pattern *result)
{
    size_t capacity = 0;
    while (!parser_at(p, TOKEN_RPAREN)) {
        bool is_keyword = parser_at(p, TOKEN_NAME) && parser_second(p) == TOKEN_ASSIGN;
        if (!is_keyword && result->cls.kwd_attrs.count)
            fail_positional(p);
        if (is_keyword) {
            IdentifierList *names = &result->cls.kwd_attrs;
            if ((size_t)names->count == capacity) {
                size_t larger = capacity ? capacity * 2 : 4;
                names->items = region_grow(p->region, names->items, capacity * sizeof(Identifier),
                                           larger * sizeof(Identifier));
                capacity = larger;
            }
            names->items[names->count++] = parser_expect_name(p);
            parser_expect(p, TOKEN_ASSIGN);
        }
        parser_push(p, parse_pattern(p));
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
}

/* class_pattern: name_or_attr '(' [arguments [',']] ')' */
static Pattern *parse_class_pattern(Parser *p, Expr *cls)
{
    Pattern arguments = {0};
    size_t mark = parser_mark(p);
    parser_expect(p, TOKEN_LPAREN);
    parse_class_arguments(p, &arguments);
    int keyword_count = arguments.cls.kwd_attrs.count;
    PatternList keyword_patterns = parser_take_patterns(p, p->stack_count - (size_t)keyword_count);
    PatternList patterns = parser_take_patterns(p, mark);
    parser_expect(p, TOKEN_RPAREN);
    Pattern *pattern = parser_pattern(p, PATTERN_CLASS, cls->span);
    pattern->cls.cls = cls;
    pattern->cls.patterns = patterns;
    pattern->cls.kwd_attrs = arguments.cls.kwd_attrs;
    pattern->cls.kwd_patterns = keyword_patterns;
    return pattern;
}

/* capture_pattern | wildcard_pattern | value_pattern | class_pattern */
static Pattern *parse_name_pattern(Parser *p)
{
    Expr *name = parse_name_or_attr(p);
    if (parser_at(p, TOKEN_LPAREN))
        return parse_class_pattern(p, name);
    if (parser_at(p, TOKEN_ASSIGN))
        parser_fail(p);
    if (name->kind == EXPR_ATTRIBUTE)
        return value_pattern(p, name);
    Pattern *pattern = parser_pattern(p, PATTERN_AS, name->span);
    if (strcmp(name->name.id, "_"))
        pattern->as.name = name->name.id;
    return pattern;
}

/* ---------------------------------------------------------------------------------- sequences, mappings ------------ */

/* star_pattern: '*' (capture target | '_') */
static Pattern *parse_star_pattern(Parser *p)
{
    Span from = parser_expect(p, TOKEN_STAR)->span;
    Identifier name = NULL;
    if (parser_at_word(p, "_"))
        parser_advance(p);
    else
        name = parse_capture_target(p);
    Pattern *pattern = parser_pattern(p, PATTERN_STAR, from);
    pattern->star.name = name;
    return pattern;
}

/* maybe_star_pattern: star_pattern | pattern */
static Pattern *parse_maybe_star(Parser *p)
{
    return parser_at(p, TOKEN_STAR) ? parse_star_pattern(p) : parse_pattern(p);
}

static Pattern *finish_sequence(Parser *p, Span from, size_t mark)
{
    PatternList patterns = parser_take_patterns(p, mark);
    Pattern *pattern = parser_pattern(p, PATTERN_SEQUENCE, from);
    pattern->sequence.patterns = patterns;
    return pattern;
}

/* '[' [maybe_sequence_pattern] ']' */
static Pattern *parse_list_pattern(Parser *p)
{
    Span from = parser_advance(p)->span;
    size_t mark = parser_mark(p);
    while (!parser_at(p, TOKEN_RBRACKET)) {
        parser_push(p, parse_maybe_star(p));
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    parser_expect(p, TOKEN_RBRACKET);
    return finish_sequence(p, from, mark);
}

/* group_pattern: '(' pattern ')'; sequence_pattern: '(' [open_sequence_pattern] ')' */
static Pattern *parse_parenthesised_pattern(Parser *p)
{
    Span from = parser_advance(p)->span;
    size_t mark = parser_mark(p);
    if (parser_accept(p, TOKEN_RPAREN))
        return finish_sequence(p, from, mark);
    Pattern *first = parse_maybe_star(p);
    if (!parser_at(p, TOKEN_COMMA)) {
        if (first->kind == PATTERN_STAR)
            parser_fail(p);
        parser_expect(p, TOKEN_RPAREN);
        return first;
    }
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && !parser_at(p, TOKEN_RPAREN))
        parser_push(p, parse_maybe_star(p));
    parser_expect(p, TOKEN_RPAREN);
    return finish_sequence(p, from, mark);
}

/* literal_expr | attr, before the ':' of a mapping pattern */
static Expr *parse_mapping_key(Parser *p)
{
    if (at_number_literal(p))
        return parse_number_literal(p);
    if (parser_at(p, TOKEN_STRING))
        return parse_strings(p);
    if (singleton_kind(parser_peek(p)->kind) != CONSTANT_STR)
        return parse_atom(p);
    Expr *attr = parse_name_or_attr(p);
    if (attr->kind != EXPR_ATTRIBUTE)
        parser_fail(p);
    return attr;
}

/* mapping_pattern: '{' [key ':' pattern (',' key ':' pattern)*] [','] ['**' capture target [',']] '}' */
static Pattern *parse_mapping_pattern(Parser *p)
{
    Span from = parser_advance(p)->span;
    Identifier rest = NULL;
    size_t mark = parser_mark(p);
    while (!rest && !parser_at(p, TOKEN_RBRACE)) {
        if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
            rest = parse_capture_target(p);
        } else {
            parser_push(p, parse_mapping_key(p));
            parser_expect(p, TOKEN_COLON);
            parser_push(p, parse_pattern(p));
        }
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    parser_expect(p, TOKEN_RBRACE);
    int count = (int)(p->stack_count - mark) / 2;
    Pattern *pattern = parser_pattern(p, PATTERN_MAPPING, from);
    pattern->mapping.keys = (ExprList){region_alloc_array(p->region, (size_t)count, sizeof(Expr *)), count};
    pattern->mapping.patterns = (PatternList){region_alloc_array(p->region, (size_t)count, sizeof(Pattern *)), count};
    for (int i = 0; i < count; i++) {
        pattern->mapping.keys.items[i] = p->stack[mark + 2 * (size_t)i];
        pattern->mapping.patterns.items[i] = p->stack[mark + 2 * (size_t)i + 1];
    }
    p->stack_count = mark;
    pattern->mapping.rest = rest;
    return pattern;
}

/* -------------------------------------------------------------------------------------- alternatives --------------- */

/* closed_pattern: literal | capture | wildcard | value | group | sequence | mapping | class */
static Pattern *parse_closed_pattern(Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_NUMBER: case TOKEN_MINUS: return value_pattern(p, parse_number_literal(p));
    case TOKEN_STRING: return value_pattern(p, parse_strings(p));
    case TOKEN_NONE: case TOKEN_TRUE: case TOKEN_FALSE: return parse_singleton(p);
    case TOKEN_NAME: return parse_name_pattern(p);
    case TOKEN_LPAREN: return parse_parenthesised_pattern(p);
    case TOKEN_LBRACKET: return parse_list_pattern(p);
    case TOKEN_LBRACE: return parse_mapping_pattern(p);
    default: parser_fail(p);
    }
}

/* or_pattern: closed_pattern ('|' closed_pattern)* */
static Pattern *parse_or_pattern(Parser *p)
{
    Span from = parser_peek(p)->span;
    Pattern *first = parse_closed_pattern(p);
    if (!parser_at(p, TOKEN_PIPE))
        return first;
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_PIPE))
        parser_push(p, parse_closed_pattern(p));
    Pattern *pattern = parser_pattern(p, PATTERN_OR, from);
    pattern->alternatives.patterns = parser_take_patterns(p, mark);
    return pattern;
}

/* pattern: or_pattern ['as' capture target] */
static Pattern *parse_pattern(Parser *p)
{
    Span from = parser_peek(p)->span;
    parser_enter(p);
    Pattern *inner = parse_or_pattern(p);
    parser_leave(p);
    if (!parser_accept(p, TOKEN_AS))
        return inner;
    if (p->diagnosing)
        parser_diagnose_as_pattern(p);
    Identifier name = parse_capture_target(p);
    Pattern *pattern = parser_pattern(p, PATTERN_AS, from);
    pattern->as.pattern = inner;
    pattern->as.name = name;
    return pattern;
}

/* patterns: maybe_star_pattern ',' [maybe_sequence_pattern] | pattern */
Pattern *parse_patterns(Parser *p)
{
    Span from = parser_peek(p)->span;
    Pattern *first = parse_maybe_star(p);
    if (!parser_at(p, TOKEN_COMMA)) {
        if (first->kind == PATTERN_STAR)
            parser_fail(p);
        return first;
    }
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && at_pattern(p))
        parser_push(p, parse_maybe_star(p));
    return finish_sequence(p, from, mark);
}
