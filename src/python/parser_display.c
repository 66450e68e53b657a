/* What stands in brackets: tuples, groups, lists, sets, dicts, and their comprehensions. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* --------------------------------------------------------------------------------------- comprehensions ------------ */

bool parser_at_comprehension(Parser *p)
{
    if (parser_at(p, TOKEN_ASYNC) && p->position >= p->furthest)
        p->furthest = p->position + 1;      /* to see what it begins the next token is looked at */
    return parser_at(p, TOKEN_FOR) || (parser_at(p, TOKEN_ASYNC) && parser_second(p) == TOKEN_FOR);
}

/* for_if_clause: ['async'] 'for' star_targets 'in' disjunction ('if' disjunction)* */
static Comprehension *parse_for_if_clause(Parser *p)
{
    if (p->diagnosing)
        parser_diagnose_for_target(p);
    Comprehension *clause = REGION_NEW(p->scratch, Comprehension);
    clause->is_async = parser_accept(p, TOKEN_ASYNC);
    parser_expect(p, TOKEN_FOR);
    clause->target = parse_star_targets(p);
    parser_expect(p, TOKEN_IN);
    clause->iter = parse_disjunction(p);
    size_t mark = parser_mark(p);
    while (parser_accept(p, TOKEN_IF))
        parser_push(p, parse_disjunction(p));
    clause->ifs = parser_take_exprs(p, mark);
    return clause;
}

ComprehensionList parse_for_if_clauses(Parser *p)
{
    ComprehensionList list;
    size_t mark = parser_mark(p);
    do
        parser_push(p, parse_for_if_clause(p));
    while (parser_at_comprehension(p));
    list.items = parser_take_structs(p, mark, sizeof *list.items, &list.count);
    return list;
}

Span parser_comprehension_end(ComprehensionList generators)
{
    const Comprehension *last = &generators.items[generators.count - 1];
    return last->ifs.count ? last->ifs.items[last->ifs.count - 1]->span : last->iter->span;
}

static Expr *parse_comprehension(Parser *p, ExprKind kind, Span from, Expr *elt, TokenKind closing)
{
    if (elt->kind == EXPR_STARRED)
        parser_fail(p);
    ComprehensionList generators = parse_for_if_clauses(p);
    parser_expect(p, closing);
    Expr *expr = parser_expr(p, kind, from);
    expr->comp.elt = elt;
    expr->comp.generators = generators;
    return expr;
}

/* ----------------------------------------------------------------------------------------- parentheses ------------- */

static Expr *finish_sequence(Parser *p, ExprKind kind, Span from, ExprList elts)
{
    Expr *expr = parser_expr(p, kind, from);
    expr->sequence.elts = elts;
    return expr;
}

/* The rest of a tuple whose first item has been read and is followed by a comma. */
static Expr *parse_tuple_rest(Parser *p, Span from, Expr *first)
{
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p))
        parser_push(p, parse_star_named_expression(p));
    ExprList elts = parser_take_exprs(p, mark);
    parser_expect(p, TOKEN_RPAREN);
    return finish_sequence(p, EXPR_TUPLE, from, elts);
}

/* tuple:  '(' [star_named_expression ',' [star_named_expressions]] ')'
 * group:  '(' (yield_expr | named_expression) ')'
 * genexp: '(' (assignment_expression | expression) for_if_clauses ')' */
Expr *parse_parenthesised(Parser *p)
{
    if (p->diagnosing)
        parser_diagnose_parenthesised(p);
    Span from = parser_expect(p, TOKEN_LPAREN)->span;
    if (parser_accept(p, TOKEN_RPAREN))
        return finish_sequence(p, EXPR_TUPLE, from, (ExprList){NULL, 0});
    if (parser_at(p, TOKEN_YIELD)) {
        Expr *value = parse_yield(p);
        parser_expect(p, TOKEN_RPAREN);
        return value;
    }
    Expr *first = parse_star_named_expression(p);
    if (parser_at(p, TOKEN_COMMA))
        return parse_tuple_rest(p, from, first);
    if (parser_at_comprehension(p))
        return parse_comprehension(p, EXPR_GENERATOR, from, first, TOKEN_RPAREN);
    if (first->kind == EXPR_STARRED)
        parser_fail(p);
    parser_expect(p, TOKEN_RPAREN);
    return first;
}

/* list:     '[' [star_named_expressions] ']'
 * listcomp: '[' named_expression for_if_clauses ']' */
Expr *parse_list(Parser *p)
{
    if (p->diagnosing)
        parser_diagnose_comprehension(p);
    Span from = parser_expect(p, TOKEN_LBRACKET)->span;
    if (parser_accept(p, TOKEN_RBRACKET))
        return finish_sequence(p, EXPR_LIST, from, (ExprList){NULL, 0});
    ExprList elts = parse_star_named_list(p);
    if (elts.count == 1 && parser_previous(p)->kind != TOKEN_COMMA && parser_at_comprehension(p))
        return parse_comprehension(p, EXPR_LIST_COMP, from, elts.items[0], TOKEN_RBRACKET);
    parser_expect(p, TOKEN_RBRACKET);
    return finish_sequence(p, EXPR_LIST, from, elts);
}

/* ------------------------------------------------------------------------------------------ braces ----------------- */

/* dictcomp: '{' expression ':' expression for_if_clauses '}', from the clauses on */
static Expr *parse_dict_comprehension(Parser *p, Span from, Expr *key, Expr *value)
{
    ComprehensionList generators = parse_for_if_clauses(p);
    parser_expect(p, TOKEN_RBRACE);
    Expr *expr = parser_expr(p, EXPR_DICT_COMP, from);
    expr->dict_comp.key = key;
    expr->dict_comp.value = value;
    expr->dict_comp.generators = generators;
    return expr;
}

/* double_starred_kvpair: '**' bitwise_or | expression ':' expression. Pushes key and value. */
static void parse_dict_item(Parser *p)
{
    Expr *key = NULL;
    if (!parser_accept(p, TOKEN_DOUBLE_STAR)) {
        key = parse_expression(p);
        parser_expect(p, TOKEN_COLON);
    }
    Expr *value = key ? parse_expression(p) : parse_bitwise_or(p);
    parser_push(p, key);
    parser_push(p, value);
}

/* Turns the keys and values pushed in turn into two lists. */
static void take_dict_items(Parser *p, size_t mark, Expr *dict)
{
    size_t count = (p->stack_count - mark) / 2;
    ExprList keys = {region_alloc_array(p->region, count, sizeof(Expr *)), (int)count};
    ExprList values = {region_alloc_array(p->region, count, sizeof(Expr *)), (int)count};
    for (size_t i = 0; i < count; i++) {
        keys.items[i] = p->stack[mark + 2 * i];
        values.items[i] = p->stack[mark + 2 * i + 1];
    }
    p->stack_count = mark;
    dict->dict.keys = keys;
    dict->dict.values = values;
}

/* dict: '{' [double_starred_kvpair (',' double_starred_kvpair)* [',']] '}', with `first` read if not NULL */
static Expr *parse_dict(Parser *p, Span from, Expr *first)
{
    size_t mark = parser_mark(p);
    if (first) {
        parser_expect(p, TOKEN_COLON);
        Expr *value = parse_expression(p);
        if (parser_at_comprehension(p))
            return parse_dict_comprehension(p, from, first, value);
        parser_push(p, first);
        parser_push(p, value);
    } else {
        parse_dict_item(p);
    }
    while (parser_accept(p, TOKEN_COMMA) && !parser_at(p, TOKEN_RBRACE))
        parse_dict_item(p);
    parser_expect(p, TOKEN_RBRACE);
    Expr *expr = parser_expr(p, EXPR_DICT, from);
    take_dict_items(p, mark, expr);
    return expr;
}

/* set:     '{' star_named_expressions '}'
 * setcomp: '{' named_expression for_if_clauses '}' */
static Expr *parse_set(Parser *p, Span from, Expr *first)
{
    if (parser_at_comprehension(p))
        return parse_comprehension(p, EXPR_SET_COMP, from, first, TOKEN_RBRACE);
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p))
        parser_push(p, parse_star_named_expression(p));
    ExprList elts = parser_take_exprs(p, mark);
    parser_expect(p, TOKEN_RBRACE);
    Expr *expr = parser_expr(p, EXPR_SET, from);
    expr->set.elts = elts;
    return expr;
}

Expr *parse_braces(Parser *p)
{
    if (p->diagnosing)
        parser_diagnose_braces(p);
    Span from = parser_expect(p, TOKEN_LBRACE)->span;
    if (parser_accept(p, TOKEN_RBRACE))
        return parser_expr(p, EXPR_DICT, from);
    if (parser_at(p, TOKEN_DOUBLE_STAR))
        return parse_dict(p, from, NULL);
    bool is_named = parser_at(p, TOKEN_NAME) && parser_second(p) == TOKEN_WALRUS;
    Expr *first = parse_star_named_expression(p);
    bool is_dict = parser_at(p, TOKEN_COLON) && !is_named && first->kind != EXPR_STARRED;
    return is_dict ? parse_dict(p, from, first) : parse_set(p, from, first);
}
