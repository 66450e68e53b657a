/* Expressions: operands in source order, then the instruction that takes them.
 *
 * Each expression gives its own span to its instructions and puts the location of the one around it back. An expression
 * that fold.c found to be constant is a LOAD_CONST.
 */
#include "python/compile.h"
#include "python/fold.h"

#include "python/objects/str.h"

void visit_exprs(Compiler *c, const ExprList *list)
{
    for (int i = 0; i < list->count; i++)
        visit_expr(c, list->items[i]);
}

void visit_annotation(Compiler *c, Expr *expr)
{
    if (c->future_annotations)
        emit_constant(c, unparse_expr(c, expr));
    else
        visit_expr(c, expr);
}

/* ---- tests and choices ---- */

static void jump_if_bool_op(Compiler *c, Expr *e, Block *target, bool condition)
{
    bool short_cut = e->bool_op.op == BOOL_OR;
    Block *other = short_cut == condition ? target : block_new(c);
    int last = e->bool_op.values.count - 1;
    for (int i = 0; i < last; i++)
        visit_jump_if(c, e->bool_op.values.items[i], other, short_cut);
    visit_jump_if(c, e->bool_op.values.items[last], target, condition);
    if (other != target)
        block_use(c, other);
}

static void jump_if_choice(Compiler *c, Expr *e, Block *target, bool condition)
{
    Block *end = block_new(c), *orelse = block_new(c);
    visit_jump_if(c, e->if_exp.test, orelse, false);
    visit_jump_if(c, e->if_exp.body, target, condition);
    emit_jump_no_line(c, OP_JUMP, end);
    block_use(c, orelse);
    visit_jump_if(c, e->if_exp.orelse, target, condition);
    block_use(c, end);
}

/* a < b < c with the middle operand kept for the next comparison:  a b -> b (a < b) */
static void compare_links(Compiler *c, Expr *e, int jump, Block *cleanup)
{
    visit_expr(c, e->compare.left);
    int last = e->compare.comparators.count - 1;
    for (int i = 0; i < last; i++) {
        visit_expr(c, e->compare.comparators.items[i]);
        emit_arg(c, OP_SWAP, 2);
        emit_arg(c, OP_COPY, 2);
        emit_compare(c, e->compare.ops[i]);
        emit_jump(c, jump, cleanup);
    }
    visit_expr(c, e->compare.comparators.items[last]);
    emit_compare(c, e->compare.ops[last]);
}

static void jump_if_chain(Compiler *c, Expr *e, Block *target, bool condition)
{
    check_identity(c, e);
    Block *cleanup = block_new(c);
    compare_links(c, e, OP_POP_JUMP_IF_FALSE, cleanup);
    emit_jump(c, condition ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE, target);
    Block *end = block_new(c);
    emit_jump_no_line(c, OP_JUMP, end);
    block_use(c, cleanup);
    emit(c, OP_POP_TOP);
    if (!condition)
        emit_jump_no_line(c, OP_JUMP, target);
    block_use(c, end);
}

void visit_jump_if(Compiler *c, Expr *expr, Block *target, bool condition)
{
    Expr *e = fold_of(c, expr);
    if (e->kind == EXPR_COMPARE)
        set_location(c, e->span);      /* stays, as in CPython: the jump and what follows belong to the comparison */
    if (e->kind == EXPR_UNARY_OP && e->unary_op.op == TREE_UNARY_NOT) {
        visit_jump_if(c, e->unary_op.operand, target, !condition);
    } else if (e->kind == EXPR_BOOL_OP) {
        jump_if_bool_op(c, e, target, condition);
    } else if (e->kind == EXPR_IF_EXP) {
        jump_if_choice(c, e, target, condition);
    } else if (e->kind == EXPR_COMPARE && e->compare.comparators.count > 1) {
        jump_if_chain(c, e, target, condition);
    } else {
        visit_expr(c, e);
        emit_jump(c, condition ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE, target);
    }
}

static void visit_bool_op(Compiler *c, Expr *e)
{
    int jump = e->bool_op.op == BOOL_AND ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP;
    Block *end = block_new(c);
    int last = e->bool_op.values.count - 1;
    for (int i = 0; i < last; i++) {
        visit_expr(c, e->bool_op.values.items[i]);
        emit_jump(c, jump, end);
    }
    visit_expr(c, e->bool_op.values.items[last]);
    block_use(c, end);
}

static void visit_if_exp(Compiler *c, Expr *e)
{
    Block *end = block_new(c), *orelse = block_new(c);
    visit_jump_if(c, e->if_exp.test, orelse, false);
    visit_expr(c, e->if_exp.body);
    emit_jump_no_line(c, OP_JUMP, end);
    block_use(c, orelse);
    visit_expr(c, e->if_exp.orelse);
    block_use(c, end);
}

static void visit_compare(Compiler *c, Expr *e)
{
    check_identity(c, e);
    if (e->compare.comparators.count == 1) {
        visit_expr(c, e->compare.left);
        visit_expr(c, e->compare.comparators.items[0]);
        emit_compare(c, e->compare.ops[0]);
        return;
    }
    Block *cleanup = block_new(c);
    compare_links(c, e, OP_JUMP_IF_FALSE_OR_POP, cleanup);
    Block *end = block_new(c);
    emit_jump_no_line(c, OP_JUMP, end);
    block_use(c, cleanup);
    emit_arg(c, OP_SWAP, 2);
    emit(c, OP_POP_TOP);
    block_use(c, end);
}

/* ---- yield and await ---- */

static void check_in_function(Compiler *c, const char *what)
{
    if (c->unit->scope->kind != SCOPE_FUNCTION)
        compile_error(c, c->unit->at, "'%s' outside function", what);
}

static void visit_yield(Compiler *c, Expr *e)
{
    check_in_function(c, "yield");
    if (e->yield.value)
        visit_expr(c, e->yield.value);
    else
        emit_none(c);
    emit_yield(c);
}

static void visit_yield_from(Compiler *c, Expr *e)
{
    check_in_function(c, "yield");
    if (c->unit->kind == UNIT_ASYNC_FUNCTION)
        compile_error(c, c->unit->at, "'yield from' inside async function");
    visit_expr(c, e->yield.value);
    emit(c, OP_GET_YIELD_FROM_ITER);
    emit_none(c);
    emit_yield_from(c, false);
}

static void visit_await(Compiler *c, Expr *e)
{
    check_in_function(c, "await");
    if (c->unit->kind != UNIT_ASYNC_FUNCTION && c->unit->kind != UNIT_COMPREHENSION)
        compile_error(c, c->unit->at, "'await' outside async function");
    visit_expr(c, e->await.value);
    emit_await(c, 0);
}

/* ---- attributes, items, targets ---- */

void locate_attribute(Compiler *c, const Expr *attribute)
{
    Location *at = &c->unit->at;
    const Span *span = &attribute->span;
    if (at->line == span->end_line)
        return;
    int length = 0;            /* in characters, as CPython counts here */
    for (const char *p = attribute->attribute.attr; *p; p++)
        length += (*p & 0xc0) != 0x80;
    at->line = span->end_line;
    at->column = span->end_column - length;
    if (at->end_line < at->line)
        at->end_line = at->line;
    if (at->end_line == at->line && at->end_column < at->column)
        at->end_column = at->column;
}

static void visit_attribute(Compiler *c, Expr *e)
{
    static const int ops[] = { [CONTEXT_LOAD] = OP_LOAD_ATTR, [CONTEXT_STORE] = OP_STORE_ATTR,
                               [CONTEXT_DEL] = OP_DELETE_ATTR };
    Name *name = name_of_identifier(c, e->attribute.attr);
    visit_expr(c, e->attribute.value);
    if (e->attribute.ctx == CONTEXT_STORE)
        check_forbidden_name(c, name, CONTEXT_STORE);
    if (e->attribute.ctx != CONTEXT_DEL)
        locate_attribute(c, e);
    emit_name(c, ops[e->attribute.ctx], name);
}

static void visit_subscript(Compiler *c, Expr *e)
{
    static const int ops[] = { [CONTEXT_LOAD] = OP_BINARY_SUBSCR, [CONTEXT_STORE] = OP_STORE_SUBSCR,
                               [CONTEXT_DEL] = OP_DELETE_SUBSCR };
    if (e->subscript.ctx == CONTEXT_LOAD)
        check_subscript(c, e);
    visit_expr(c, e->subscript.value);
    visit_expr(c, e->subscript.slice);
    emit(c, ops[e->subscript.ctx]);
}

static void visit_or_none(Compiler *c, Expr *expr)
{
    if (expr)
        visit_expr(c, expr);
    else
        emit_none(c);
}

static void visit_slice(Compiler *c, Expr *e)
{
    visit_or_none(c, e->slice.lower);
    visit_or_none(c, e->slice.upper);
    if (e->slice.step)
        visit_expr(c, e->slice.step);
    emit_arg(c, OP_BUILD_SLICE, e->slice.step ? 3 : 2);
}

static void visit_sequence(Compiler *c, Expr *e)
{
    if (e->sequence.ctx == CONTEXT_STORE)
        visit_unpacking(c, &e->sequence.elts);
    else if (e->sequence.ctx == CONTEXT_DEL)
        visit_exprs(c, &e->sequence.elts);
    else
        visit_star_items(c, &e->sequence.elts, 0, e->kind == EXPR_LIST ? OP_BUILD_LIST : OP_BUILD_TUPLE,
                         OP_LIST_APPEND, OP_LIST_EXTEND, e->kind == EXPR_TUPLE);
}

static void visit_starred(Compiler *c, Expr *e)
{
    if (e->starred.ctx == CONTEXT_STORE)
        compile_error(c, c->unit->at, "starred assignment target must be in a list or tuple");
    compile_error(c, c->unit->at, "can't use starred expression here");
}

static void visit_named(Compiler *c, Expr *e)
{
    visit_expr(c, e->named.value);
    emit_arg(c, OP_COPY, 1);
    visit_expr(c, e->named.target);
}

static void visit_binary(Compiler *c, Expr *e)
{
    visit_expr(c, e->bin_op.left);
    visit_expr(c, e->bin_op.right);
    emit_binary(c, e->bin_op.op, false);
}

static void visit_unary(Compiler *c, Expr *e)
{
    static const int ops[] = { [TREE_UNARY_INVERT] = OP_UNARY_INVERT, [TREE_UNARY_NOT] = OP_UNARY_NOT,
                               [TREE_UNARY_UADD] = OP_UNARY_POSITIVE, [TREE_UNARY_USUB] = OP_UNARY_NEGATIVE };
    visit_expr(c, e->unary_op.operand);
    emit(c, ops[e->unary_op.op]);
}

static void visit_name(Compiler *c, Expr *e)
{
    emit_variable(c, name_of_identifier(c, e->name.id), e->name.ctx);
}

static void visit_constant(Compiler *c, Expr *e)
{
    emit_constant(c, fold_constant(c, e));
}

static void visit_set(Compiler *c, Expr *e)
{
    visit_star_items(c, &e->set.elts, 0, OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE, false);
}

typedef void (*ExprVisitor)(Compiler *c, Expr *expr);

static const ExprVisitor expr_visitors[EXPR_KIND_COUNT] = {
    [EXPR_BOOL_OP] = visit_bool_op, [EXPR_NAMED] = visit_named, [EXPR_BIN_OP] = visit_binary,
    [EXPR_UNARY_OP] = visit_unary, [EXPR_LAMBDA] = visit_lambda, [EXPR_IF_EXP] = visit_if_exp,
    [EXPR_DICT] = visit_dict, [EXPR_SET] = visit_set, [EXPR_LIST_COMP] = visit_comprehension,
    [EXPR_SET_COMP] = visit_comprehension, [EXPR_DICT_COMP] = visit_comprehension,
    [EXPR_GENERATOR] = visit_comprehension, [EXPR_AWAIT] = visit_await, [EXPR_YIELD] = visit_yield,
    [EXPR_YIELD_FROM] = visit_yield_from, [EXPR_COMPARE] = visit_compare, [EXPR_CALL] = visit_call,
    [EXPR_FORMATTED_VALUE] = visit_formatted, [EXPR_JOINED_STR] = visit_joined_str, [EXPR_CONSTANT] = visit_constant,
    [EXPR_ATTRIBUTE] = visit_attribute, [EXPR_SUBSCRIPT] = visit_subscript, [EXPR_STARRED] = visit_starred,
    [EXPR_NAME] = visit_name, [EXPR_LIST] = visit_sequence, [EXPR_TUPLE] = visit_sequence, [EXPR_SLICE] = visit_slice,
};

void visit_expr(Compiler *c, Expr *expr)
{
    Expr *e = fold_of(c, expr);
    Location outer = c->unit->at;
    set_location(c, e->span);
    compile_enter(c);
    expr_visitors[e->kind](c, e);
    compile_exit(c);
    set_location(c, outer);
}
