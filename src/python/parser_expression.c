/* Expressions from the loosest binding down to `**`. What binds tighter is in parser_primary.c. */
#include "python/parser_rules.h"

#include "python/parser_invalid.h"

/* ---------------------------------------------------------------------------------------- operators ---------------- */

/* power:  await_primary ['**' factor]
 * await_primary: 'await' primary | primary */
static Expr *parse_factor(Parser *p);

static Expr *parse_await_primary(Parser *p)
{
    Span from = parser_peek(p)->span;
    if (!parser_accept(p, TOKEN_AWAIT))
        return parse_primary(p);
    Expr *value = parse_primary(p);
    Expr *expr = parser_expr(p, EXPR_AWAIT, from);
    expr->await.value = value;
    return expr;
}

static Expr *parse_power(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *left = parse_await_primary(p);
    if (!parser_accept(p, TOKEN_DOUBLE_STAR))
        return left;
    parser_enter(p);
    Expr *right = parse_factor(p);
    parser_leave(p);
    Expr *expr = parser_expr(p, EXPR_BIN_OP, from);
    expr->bin_op.op = TREE_BINARY_POW;
    expr->bin_op.left = left;
    expr->bin_op.right = right;
    return expr;
}

static Expr *parse_unary(Parser *p, UnaryOperator op, Expr *(*operand_rule)(Parser *))
{
    Span from = parser_advance(p)->span;
    parser_enter(p);
    Expr *operand = operand_rule(p);
    parser_leave(p);
    Expr *expr = parser_expr(p, EXPR_UNARY_OP, from);
    expr->unary_op.op = op;
    expr->unary_op.operand = operand;
    return expr;
}

/* factor: ('+' | '-' | '~') factor | power */
static Expr *parse_factor(Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_PLUS: return parse_unary(p, TREE_UNARY_UADD, parse_factor);
    case TOKEN_MINUS: return parse_unary(p, TREE_UNARY_USUB, parse_factor);
    case TOKEN_TILDE: return parse_unary(p, TREE_UNARY_INVERT, parse_factor);
    default: return parse_power(p);
    }
}

static void *try_operator_and_factor(Parser *p)
{
    parser_advance(p);
    return parse_factor(p);
}

/* bitwise_or down to term, by binding power: operand (operator operand)*, from the table in token.c. In the second pass
 * an operator without an operand is left unread, as CPython's parser, which goes back, leaves it. */
static Expr *parse_binary(Parser *p, int least_power)
{
    Span from = parser_peek(p)->span;
    Expr *left = parse_factor(p);
    for (;;) {
        const TokenTraits *traits = token_traits(parser_peek(p)->kind);
        if (!traits->binary_power || traits->binary_power < least_power)
            return left;
        if (p->memo && !parser_looks_like(p, try_operator_and_factor))
            return left;
        parser_advance(p);
        Expr *right = parse_binary(p, traits->binary_power + 1);
        Expr *expr = parser_expr(p, EXPR_BIN_OP, from);
        expr->bin_op.op = traits->binary_op;
        expr->bin_op.left = left;
        expr->bin_op.right = right;
        left = expr;
    }
}

static Expr *parse_any_binary(Parser *p)
{
    return parse_binary(p, 1);
}

Expr *parse_bitwise_or(Parser *p)
{
    return p->memo ? parser_memo(p, MEMO_BITWISE_OR, parse_any_binary) : parse_any_binary(p);
}

/* Reads a comparison operator if there is one. A `not` is one only before `in`. */
static bool accept_comparison(Parser *p, CompareOperator *op)
{
    static const signed char simple[TOKEN_KIND_COUNT] = {
        [TOKEN_EQUAL] = TREE_COMPARE_EQ + 1, [TOKEN_NOT_EQUAL] = TREE_COMPARE_NOTEQ + 1, [TOKEN_LESS] = TREE_COMPARE_LT + 1,
        [TOKEN_LESS_EQUAL] = TREE_COMPARE_LTE + 1, [TOKEN_GREATER] = TREE_COMPARE_GT + 1,
        [TOKEN_GREATER_EQUAL] = TREE_COMPARE_GTE + 1, [TOKEN_IN] = TREE_COMPARE_IN + 1, [TOKEN_IS] = TREE_COMPARE_IS + 1,
    };
    TokenKind kind = parser_peek(p)->kind;
    if (kind == TOKEN_NOT && p->position >= p->furthest)
        p->furthest = p->position + 1;
    if (kind == TOKEN_NOT && parser_second(p) == TOKEN_IN) {
        parser_advance(p);
        *op = TREE_COMPARE_NOTIN;
    } else if (simple[kind]) {
        *op = simple[kind] - 1;
        if (kind == TOKEN_IS && parser_second(p) == TOKEN_NOT) {
            parser_advance(p);
            *op = TREE_COMPARE_ISNOT;
        }
    } else {
        return false;
    }
    parser_advance(p);
    return true;
}

static void *try_bitwise_or(Parser *p) { return parse_bitwise_or(p); }

/* As accept_comparison; in the second pass one without an operand is left unread, like any operator. */
static bool accept_compared(Parser *p, CompareOperator *op)
{
    size_t start = p->position;
    if (!accept_comparison(p, op))
        return false;
    if (!p->memo || parser_looks_like(p, try_bitwise_or))
        return true;
    parser_reset(p, start);
    return false;
}

/* comparison: bitwise_or (compare_op bitwise_or)* */
static Expr *parse_comparison(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *left = parse_bitwise_or(p);
    CompareOperator op;
    if (!accept_compared(p, &op))
        return left;
    size_t mark = parser_mark(p);
    size_t ops_size = 0;
    CompareOperator *ops = NULL;
    int count = 0;
    do {
        ops = region_grow(p->scratch, ops, ops_size, ops_size + sizeof *ops);
        ops_size += sizeof *ops;
        ops[count++] = op;
        parser_push(p, parse_bitwise_or(p));
    } while (accept_compared(p, &op));
    Expr *expr = parser_expr(p, EXPR_COMPARE, from);
    expr->compare.left = left;
    expr->compare.ops = (CompareOperator *)region_strdup(p->region, (const char *)ops, ops_size);
    expr->compare.comparators = parser_take_exprs(p, mark);
    return expr;
}

/* inversion: 'not' inversion | comparison */
static Expr *parse_inversion(Parser *p)
{
    if (parser_at(p, TOKEN_NOT))
        return parse_unary(p, TREE_UNARY_NOT, parse_inversion);
    return parse_comparison(p);
}

/* Reads `and` or `or`; in the second pass one without an operand is left unread, like any operator. */
static bool accept_bool(Parser *p, TokenKind token, ParserRule operand_rule)
{
    size_t start = p->position;
    if (!parser_accept(p, token))
        return false;
    if (!p->memo || parser_looks_like(p, operand_rule))
        return true;
    parser_reset(p, start);
    return false;
}

static Expr *parse_bool(Parser *p, TokenKind token, BoolOperator op, ParserRule operand_rule)
{
    Span from = parser_peek(p)->span;
    Expr *first = operand_rule(p);
    if (!accept_bool(p, token, operand_rule))
        return first;
    size_t mark = parser_mark(p);
    parser_push(p, first);
    do
        parser_push(p, operand_rule(p));
    while (accept_bool(p, token, operand_rule));
    Expr *expr = parser_expr(p, EXPR_BOOL_OP, from);
    expr->bool_op.op = op;
    expr->bool_op.values = parser_take_exprs(p, mark);
    return expr;
}

static void *try_inversion(Parser *p) { return parse_inversion(p); }

/* conjunction: inversion ('and' inversion)* */
static Expr *parse_conjunction(Parser *p)
{
    return parse_bool(p, TOKEN_AND, BOOL_AND, try_inversion);
}

static void *try_conjunction(Parser *p) { return parse_conjunction(p); }

/* disjunction: conjunction ('or' conjunction)* */
static Expr *parse_any_disjunction(Parser *p)
{
    return parse_bool(p, TOKEN_OR, BOOL_OR, try_conjunction);
}

Expr *parse_disjunction(Parser *p)
{
    return p->memo ? parser_memo(p, MEMO_DISJUNCTION, parse_any_disjunction) : parse_any_disjunction(p);
}

/* --------------------------------------------------------------------------------------- expression ---------------- */

/* lambdef: 'lambda' [lambda_params] ':' expression */
static Expr *parse_lambda(Parser *p)
{
    Span from = parser_expect(p, TOKEN_LAMBDA)->span;
    Arguments *args = parse_parameters(p, true);
    parser_expect(p, TOKEN_COLON);
    Expr *body = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_LAMBDA, from);
    expr->lambda.args = args;
    expr->lambda.body = body;
    return expr;
}

/* 'if' disjunction 'else' expression, after the body */
static void *parse_condition(Parser *p)
{
    parser_expect(p, TOKEN_IF);
    Expr *test = parse_disjunction(p);
    parser_expect(p, TOKEN_ELSE);
    Expr *orelse = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_IF_EXP, test->span);
    expr->if_exp.test = test;
    expr->if_exp.orelse = orelse;
    return expr;
}

/* disjunction ['if' disjunction 'else' expression]. In search of a reason an incomplete condition is left unread. */
static Expr *parse_conditional(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *body = parse_disjunction(p);
    if (!parser_at(p, TOKEN_IF))
        return body;
    Expr *expr = p->memo ? parser_try(p, parse_condition) : parse_condition(p);
    if (!expr)
        return body;
    expr->span = parser_span_from(p, from);
    expr->if_exp.body = body;
    return expr;
}

Expr *parse_expression_plain(Parser *p)
{
    parser_enter(p);
    Expr *expr = parser_at(p, TOKEN_LAMBDA) ? parse_lambda(p) : parse_conditional(p);
    parser_leave(p);
    return expr;
}

static Expr *parse_diagnosed_expression(Parser *p)
{
    parser_enter(p);
    parser_diagnose_expression(p);
    parser_leave(p);
    return parse_expression_plain(p);
}

/* expression: disjunction ['if' disjunction 'else' expression] | lambdef */
Expr *parse_expression(Parser *p)
{
    if (!p->memo)
        return parse_expression_plain(p);
    return parser_memo(p, MEMO_EXPRESSION, p->diagnosing ? parse_diagnosed_expression : parse_expression_plain);
}

/* NAME ':=' expression */
static Expr *parse_assignment_expression(Parser *p)
{
    const Token *name = parser_advance(p);
    Expr *target = parser_expr(p, EXPR_NAME, name->span);
    target->name.id = name->name;
    target->name.ctx = CONTEXT_STORE;
    parser_expect(p, TOKEN_WALRUS);
    Expr *value = parse_expression(p);
    Expr *expr = parser_expr(p, EXPR_NAMED, name->span);
    expr->named.target = target;
    expr->named.value = value;
    return expr;
}

static bool at_assignment_expression(const Parser *p)
{
    return parser_at(p, TOKEN_NAME) && parser_second(p) == TOKEN_WALRUS;
}

/* assignment_expression | expression !':=' */
Expr *parse_assignment_or_expression(Parser *p)
{
    if (at_assignment_expression(p))
        return parse_assignment_expression(p);
    Expr *expr = parse_expression(p);
    if (parser_at(p, TOKEN_WALRUS))
        parser_fail(p);
    return expr;
}

/* named_expression: assignment_expression | expression !':=' */
Expr *parse_named_expression(Parser *p)
{
    if (p->diagnosing && !at_assignment_expression(p))
        parser_diagnose_named_expression(p);
    return parse_assignment_or_expression(p);
}

static Expr *parse_starred(Parser *p, Expr *(*operand_rule)(Parser *))
{
    Span from = parser_expect(p, TOKEN_STAR)->span;
    Expr *value = operand_rule(p);
    Expr *expr = parser_expr(p, EXPR_STARRED, from);
    expr->starred.value = value;
    return expr;
}

/* star_named_expression: '*' bitwise_or | named_expression */
Expr *parse_star_named_expression(Parser *p)
{
    return parser_at(p, TOKEN_STAR) ? parse_starred(p, parse_bitwise_or) : parse_named_expression(p);
}

/* star_expression: '*' bitwise_or | expression */
Expr *parse_star_expression(Parser *p)
{
    return parser_at(p, TOKEN_STAR) ? parse_starred(p, parse_bitwise_or) : parse_expression(p);
}

/* item (',' item)* [','], a tuple if there is a comma */
static Expr *parse_tuple_without_brackets(Parser *p, Expr *(*item_rule)(Parser *))
{
    Span from = parser_peek(p)->span;
    Expr *first = item_rule(p);
    if (!parser_at(p, TOKEN_COMMA))
        return first;
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p))
        parser_push(p, item_rule(p));
    Expr *expr = parser_expr(p, EXPR_TUPLE, from);
    expr->sequence.elts = parser_take_exprs(p, mark);
    return expr;
}

/* star_expressions: star_expression (',' star_expression)* [','] */
Expr *parse_star_expressions(Parser *p)
{
    return parse_tuple_without_brackets(p, parse_star_expression);
}

/* expressions: expression (',' expression)* [','] */
Expr *parse_expressions(Parser *p)
{
    return parse_tuple_without_brackets(p, parse_expression);
}

/* yield_expr: 'yield' 'from' expression | 'yield' [star_expressions] */
Expr *parse_yield(Parser *p)
{
    Span from = parser_expect(p, TOKEN_YIELD)->span;
    bool is_from = parser_accept(p, TOKEN_FROM);
    Expr *value = NULL;
    if (is_from)
        value = parse_expression(p);
    else if (parser_at_expression(p))
        value = parse_star_expressions(p);
    Expr *expr = parser_expr(p, is_from ? EXPR_YIELD_FROM : EXPR_YIELD, from);
    expr->yield.value = value;
    return expr;
}

/* yield_expr | star_expressions */
Expr *parse_yield_or_star_expressions(Parser *p)
{
    return parser_at(p, TOKEN_YIELD) ? parse_yield(p) : parse_star_expressions(p);
}
