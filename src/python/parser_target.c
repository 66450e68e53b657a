/* Targets: what may stand left of `=`, after `for`, `del` and `as`. A target is read as an expression and then looked
 * at, which gives the same answers as a grammar of its own and needs no going back. */
#include "python/parser_rules.h"

static bool all_targets(ExprList list)
{
    for (int i = 0; i < list.count; i++)
        if (!parser_is_target(list.items[i]))
            return false;
    return true;
}

bool parser_is_target(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_NAME: case EXPR_ATTRIBUTE: case EXPR_SUBSCRIPT:
        return true;
    case EXPR_STARRED:
        return expr->starred.value->kind != EXPR_STARRED && parser_is_target(expr->starred.value);
    case EXPR_LIST: case EXPR_TUPLE:
        return all_targets(expr->sequence.elts);
    default:
        return false;
    }
}

bool parser_is_single_target(const Expr *expr)
{
    return expr->kind == EXPR_NAME || expr->kind == EXPR_ATTRIBUTE || expr->kind == EXPR_SUBSCRIPT;
}

void parser_set_context(Expr *expr, ExprContext context)
{
    switch (expr->kind) {
    case EXPR_NAME: expr->name.ctx = context; break;
    case EXPR_ATTRIBUTE: expr->attribute.ctx = context; break;
    case EXPR_SUBSCRIPT: expr->subscript.ctx = context; break;
    case EXPR_STARRED:
        expr->starred.ctx = context;
        parser_set_context(expr->starred.value, context);
        break;
    case EXPR_LIST: case EXPR_TUPLE:
        expr->sequence.ctx = context;
        for (int i = 0; i < expr->sequence.elts.count; i++)
            parser_set_context(expr->sequence.elts.items[i], context);
        break;
    default:
        break;
    }
}

/* star_target: '*' star_target | target */
Expr *parse_star_target(Parser *p)
{
    Span from = parser_peek(p)->span;
    bool is_starred = parser_accept(p, TOKEN_STAR);
    Expr *target = parse_primary(p);
    if (!parser_is_target(target))
        parser_fail(p);
    if (is_starred) {
        Expr *starred = parser_expr(p, EXPR_STARRED, from);
        starred->starred.value = target;
        target = starred;
    }
    parser_set_context(target, CONTEXT_STORE);
    return target;
}

/* star_targets: star_target (',' star_target)* [','] */
Expr *parse_star_targets(Parser *p)
{
    Span from = parser_peek(p)->span;
    Expr *first = parse_star_target(p);
    if (!parser_at(p, TOKEN_COMMA))
        return first;
    size_t mark = parser_mark(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p))
        parser_push(p, parse_star_target(p));
    Expr *expr = parser_expr(p, EXPR_TUPLE, from);
    expr->sequence.elts = parser_take_exprs(p, mark);
    expr->sequence.ctx = CONTEXT_STORE;
    return expr;
}

static bool is_del_target(const Expr *expr)
{
    if (expr->kind != EXPR_LIST && expr->kind != EXPR_TUPLE)
        return parser_is_single_target(expr);
    for (int i = 0; i < expr->sequence.elts.count; i++)
        if (!is_del_target(expr->sequence.elts.items[i]))
            return false;
    return true;
}

/* del_targets: del_target (',' del_target)* [','] */
ExprList parse_del_targets(Parser *p)
{
    size_t mark = parser_mark(p);
    do {
        Expr *target = parse_primary(p);
        if (!is_del_target(target))
            parser_fail(p);
        parser_set_context(target, CONTEXT_DEL);
        parser_push(p, target);
    } while (parser_accept(p, TOKEN_COMMA) && parser_at_expression(p));
    return parser_take_exprs(p, mark);
}

/* ------------------------------------------------------------------------------------- naming what is wrong -------- */

static const Expr *invalid_in_list(ExprList list, TargetRole role)
{
    for (int i = 0; i < list.count; i++) {
        const Expr *found = parser_invalid_target(list.items[i], role);
        if (found)
            return found;
    }
    return NULL;
}

const Expr *parser_invalid_target(const Expr *expr, TargetRole role)
{
    switch (expr->kind) {
    case EXPR_LIST: case EXPR_TUPLE:
        return invalid_in_list(expr->sequence.elts, role);
    case EXPR_STARRED:
        return role == TARGET_DEL ? expr : parser_invalid_target(expr->starred.value, role);
    case EXPR_COMPARE:
        /* `for 1 in x` was read as a comparison: its left side is the target */
        if (role == TARGET_FOR)
            return expr->compare.ops[0] == TREE_COMPARE_IN ? parser_invalid_target(expr->compare.left, role) : NULL;
        return expr;
    case EXPR_NAME: case EXPR_ATTRIBUTE: case EXPR_SUBSCRIPT:
        return NULL;
    default:
        return expr;
    }
}

static const char *constant_description(ConstantKind kind)
{
    switch (kind) {
    case CONSTANT_NONE: return "None";
    case CONSTANT_TRUE: return "True";
    case CONSTANT_FALSE: return "False";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

const char *parser_expr_description(const Expr *expr)
{
    static const char *const descriptions[EXPR_KIND_COUNT] = {
        [EXPR_BOOL_OP] = "expression", [EXPR_BIN_OP] = "expression", [EXPR_UNARY_OP] = "expression",
        [EXPR_NAMED] = "named expression", [EXPR_LAMBDA] = "lambda", [EXPR_IF_EXP] = "conditional expression",
        [EXPR_DICT] = "dict literal", [EXPR_SET] = "set display", [EXPR_LIST_COMP] = "list comprehension",
        [EXPR_SET_COMP] = "set comprehension", [EXPR_DICT_COMP] = "dict comprehension",
        [EXPR_GENERATOR] = "generator expression", [EXPR_AWAIT] = "await expression",
        [EXPR_YIELD] = "yield expression", [EXPR_YIELD_FROM] = "yield expression", [EXPR_COMPARE] = "comparison",
        [EXPR_CALL] = "function call", [EXPR_FORMATTED_VALUE] = "f-string expression",
        [EXPR_JOINED_STR] = "f-string expression", [EXPR_ATTRIBUTE] = "attribute", [EXPR_SUBSCRIPT] = "subscript",
        [EXPR_STARRED] = "starred", [EXPR_NAME] = "name", [EXPR_LIST] = "list", [EXPR_TUPLE] = "tuple",
        [EXPR_SLICE] = "slice",
    };
    return expr->kind == EXPR_CONSTANT ? constant_description(expr->constant.kind) : descriptions[expr->kind];
}
