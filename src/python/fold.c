/* Bottom-up over the tree; operations run on the real objects, with limits so that no constant gets large.
 *
 * An operation that fails (1 / 0) is left to fail when the program runs. Under `from __future__ import annotations` the
 * annotations are left alone, since their text is wanted.
 */
#include "python/fold.h"

#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/int.h"
#include "python/objects/str.h"

enum {                         /* as ast_opt.c */
    INT_BITS_MAX = 128, COLLECTION_MAX = 256, STR_MAX = 4096, TOTAL_ITEMS_MAX = 1024
};

static void fold_expr(Compiler *c, Expr *expr);
static void fold_stmts(Compiler *c, const StmtList *list);

/* ---- results ---- */

Expr *fold_of(const Compiler *c, Expr *expr)
{
    return (Expr *)map_get(&c->folded, expr, (intptr_t)expr);
}

Object *fold_constant(Compiler *c, Expr *expr)
{
    Expr *e = fold_of(c, expr);
    if (e->kind != EXPR_CONSTANT)
        return NULL;
    Object *value = (Object *)map_get(&c->values, e, 0);
    if (!value) {
        value = constant_object(c, &e->constant);
        map_set(&c->region, &c->values, e, (intptr_t)value);
    }
    return value;
}

static void replace(Compiler *c, Expr *expr, Expr *by)
{
    map_set(&c->region, &c->folded, expr, (intptr_t)by);
}

/* `value` is kept already. The CONSTANT_NONE of the new node means nothing: its value is in c->values. */
static void replace_by_constant(Compiler *c, Expr *expr, Object *value)
{
    Expr *constant = REGION_NEW(&c->region, Expr);
    constant->kind = EXPR_CONSTANT;
    constant->span = expr->span;
    map_set(&c->region, &c->values, constant, (intptr_t)value);
    replace(c, expr, constant);
}

/* The result of an operation on constants; NULL: it failed, and will again when the program runs. */
static void finish(Compiler *c, Expr *expr, Object *result)
{
    if (result)
        replace_by_constant(c, expr, keep(c, result));
    else
        vm_clear_error(c->vm);
}

/* ---- operators ---- */

static Object *refuse(Vm *vm)
{
    return vm_raise(vm, TYPE_OverflowError, "constant too large");
}

static int64_t collection_length(Vm *vm, const Object *object)
{
    if (is_exact(object, TUPLE))
        return tuple_length(object);
    return is_exact(object, FROZENSET) ? ((const Set *)object)->used : -1;
}

static int64_t text_length(const Object *object, Vm *vm)
{
    if (is_exact(object, STR))
        return ((const Str *)object)->length;
    return is_exact(object, BYTES) ? ((const Bytes *)object)->length : -1;
}

/* What is left of `limit` when each item of a nested tuple takes one; negative: too many. */
static int64_t take_items(Vm *vm, const Object *object, int64_t limit)
{
    if (!is_exact(object, TUPLE))
        return limit;
    limit -= tuple_length(object);
    for (int64_t i = 0; limit >= 0 && i < tuple_length(object); i++)
        limit = take_items(vm, tuple_item(object, i), limit);
    return limit;
}

static bool repeat_is_small(Vm *vm, Object *times, const Object *sequence)
{
    int overflow;
    int64_t n = int_as_i64(vm, times, &overflow), items = collection_length(vm, sequence);
    int64_t length = items >= 0 ? items : text_length(sequence, vm);
    if (length == 0)
        return true;
    if (overflow || n < 0 || n > (items >= 0 ? COLLECTION_MAX : STR_MAX) / length)
        return false;
    return items < 0 || n == 0 || take_items(vm, sequence, TOTAL_ITEMS_MAX / n) >= 0;
}

static bool is_sequence(Vm *vm, const Object *object)
{
    return collection_length(vm, object) >= 0 || text_length(object, vm) >= 0;
}

static Object *multiply(Vm *vm, Object *left, Object *right)
{
    if (is_int(vm, left) && is_int(vm, right)) {
        if (!int_is_zero(left) && !int_is_zero(right)
            && int_bit_length(left) + int_bit_length(right) > INT_BITS_MAX)
            return refuse(vm);
    } else if (is_int(vm, left) && is_sequence(vm, right)) {
        if (!repeat_is_small(vm, left, right))
            return refuse(vm);
    } else if (is_int(vm, right) && is_sequence(vm, left)) {
        if (!repeat_is_small(vm, right, left))
            return refuse(vm);
    }
    return object_binary(vm, left, right, BINARY_MULTIPLY);
}

static Object *power(Vm *vm, Object *left, Object *right)
{
    if (is_int(vm, left) && is_int(vm, right) && !int_is_zero(left) && int_sign(right) > 0) {
        int overflow;
        int64_t exponent = int_as_i64(vm, right, &overflow);
        if (overflow || int_bit_length(left) > (uint64_t)(INT_BITS_MAX / exponent))
            return refuse(vm);
    }
    return object_power(vm, left, right, none(vm));
}

static Object *shift_left(Vm *vm, Object *left, Object *right)
{
    if (is_int(vm, left) && is_int(vm, right) && !int_is_zero(left) && !int_is_zero(right)) {
        int overflow;
        int64_t bits = int_as_i64(vm, right, &overflow);
        if (overflow || bits < 0 || bits > INT_BITS_MAX || int_bit_length(left) > (uint64_t)(INT_BITS_MAX - bits))
            return refuse(vm);
    }
    return object_binary(vm, left, right, BINARY_LSHIFT);
}

static Object *remainder_of(Vm *vm, Object *left, Object *right)
{
    return is_exact(left, STR) || is_exact(left, BYTES) ? refuse(vm)
                                                        : object_binary(vm, left, right, BINARY_REMAINDER);
}

static Object *evaluate(Vm *vm, BinaryOperator op, Object *left, Object *right)
{
    switch (op) {
    case TREE_BINARY_ADD: return object_binary(vm, left, right, BINARY_ADD);
    case TREE_BINARY_SUB: return object_binary(vm, left, right, BINARY_SUBTRACT);
    case TREE_BINARY_MULT: return multiply(vm, left, right);
    case TREE_BINARY_DIV: return object_binary(vm, left, right, BINARY_TRUE_DIVIDE);
    case TREE_BINARY_FLOORDIV: return object_binary(vm, left, right, BINARY_FLOOR_DIVIDE);
    case TREE_BINARY_MOD: return remainder_of(vm, left, right);
    case TREE_BINARY_POW: return power(vm, left, right);
    case TREE_BINARY_LSHIFT: return shift_left(vm, left, right);
    case TREE_BINARY_RSHIFT: return object_binary(vm, left, right, BINARY_RSHIFT);
    case TREE_BINARY_BITOR: return object_binary(vm, left, right, BINARY_OR);
    case TREE_BINARY_BITXOR: return object_binary(vm, left, right, BINARY_XOR);
    case TREE_BINARY_BITAND: return object_binary(vm, left, right, BINARY_AND);
    case TREE_BINARY_MATMULT: break;        /* no constant has it */
    }
    return refuse(vm);
}

static bool has_starred(const ExprList *list)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

static void fold_binary(Compiler *c, Expr *e)
{
    Object *left = fold_constant(c, e->bin_op.left);
    if (!left)
        return;
    Expr *argument = fold_of(c, e->bin_op.right);
    if (e->bin_op.op == TREE_BINARY_MOD && argument->kind == EXPR_TUPLE && is_str(c->vm, left)
        && !has_starred(&argument->sequence.elts)) {
        Expr *joined = fold_format(c, e, left, &argument->sequence.elts);
        if (joined)
            replace(c, e, joined);
        return;
    }
    Object *right = fold_constant(c, argument);
    if (right)
        finish(c, e, evaluate(c->vm, e->bin_op.op, left, right));
}

/* not a is b --> a is not b */
static void fold_not_compare(Compiler *c, Expr *e, Expr *compare)
{
    static const CompareOperator opposite[] = { [TREE_COMPARE_IS] = TREE_COMPARE_ISNOT, [TREE_COMPARE_ISNOT] = TREE_COMPARE_IS,
                                                [TREE_COMPARE_IN] = TREE_COMPARE_NOTIN, [TREE_COMPARE_NOTIN] = TREE_COMPARE_IN };
    if (compare->compare.comparators.count != 1 || compare->compare.ops[0] < TREE_COMPARE_IS)
        return;
    Expr *turned = REGION_NEW(&c->region, Expr);
    *turned = *compare;
    turned->compare.ops = REGION_NEW(&c->region, CompareOperator);
    turned->compare.ops[0] = opposite[compare->compare.ops[0]];
    replace(c, e, turned);
}

static void fold_unary(Compiler *c, Expr *e)
{
    static const UnaryOp operations[] = { [TREE_UNARY_INVERT] = UNARY_INVERT, [TREE_UNARY_UADD] = UNARY_POSITIVE,
                                          [TREE_UNARY_USUB] = UNARY_NEGATIVE };
    Object *value = fold_constant(c, e->unary_op.operand);
    Expr *operand = fold_of(c, e->unary_op.operand);
    if (!value && e->unary_op.op == TREE_UNARY_NOT && operand->kind == EXPR_COMPARE) {
        fold_not_compare(c, e, operand);
    } else if (value && e->unary_op.op == TREE_UNARY_NOT) {
        int truth = object_truth(c->vm, value);
        finish(c, e, truth < 0 ? NULL : new_bool(c->vm, !truth));
    } else if (value) {
        finish(c, e, object_unary(c->vm, value, operations[e->unary_op.op]));
    }
}

/* ---- displays ---- */

/* The tuple of all items if they are constants, else NULL. */
static Object *tuple_if_constant(Compiler *c, const ExprList *elts)
{
    return all_constant(c, elts, 0, elts->count) ? tuple_of_constants(c, elts, 0, elts->count) : NULL;
}

/* A list that is only looped over or searched may as well be a tuple, a set a frozenset. */
static void fold_iterable(Compiler *c, Expr *expr)
{
    Expr *e = fold_of(c, expr);
    if (e->kind == EXPR_LIST && !has_starred(&e->sequence.elts)) {
        Object *tuple = tuple_if_constant(c, &e->sequence.elts);
        if (tuple) {
            replace_by_constant(c, e, tuple);
            return;
        }
        Expr *as_tuple = REGION_NEW(&c->region, Expr);
        *as_tuple = *e;
        as_tuple->kind = EXPR_TUPLE;
        replace(c, e, as_tuple);
    } else if (e->kind == EXPR_SET) {
        Object *tuple = tuple_if_constant(c, &e->set.elts);
        if (tuple)
            finish(c, e, frozenset_new(c->vm, tuple));
    }
}

static void fold_compare(Compiler *c, Expr *e)
{
    int last = e->compare.comparators.count - 1;
    if (e->compare.ops[last] >= TREE_COMPARE_IN)
        fold_iterable(c, e->compare.comparators.items[last]);
}

static void fold_subscript(Compiler *c, Expr *e)
{
    if (e->subscript.ctx != CONTEXT_LOAD)
        return;
    Object *value = fold_constant(c, e->subscript.value);
    Object *index = value ? fold_constant(c, e->subscript.slice) : NULL;
    if (index)
        finish(c, e, object_get_item(c->vm, value, index));
}

static void fold_tuple(Compiler *c, Expr *e)
{
    Object *tuple = e->sequence.ctx == CONTEXT_LOAD ? tuple_if_constant(c, &e->sequence.elts) : NULL;
    if (tuple)
        replace_by_constant(c, e, tuple);
}

/* ---- the whole tree ---- */

static void fold_optional(Compiler *c, Expr *expr)
{
    if (expr)
        fold_expr(c, expr);
}

static void fold_exprs(Compiler *c, const ExprList *list)
{
    for (int i = 0; i < list->count; i++)
        fold_optional(c, list->items[i]);
}

static void fold_annotation(Compiler *c, Expr *annotation)
{
    if (annotation && !c->future_annotations)
        fold_expr(c, annotation);
}

static void fold_args(Compiler *c, const ArgList *list)
{
    for (int i = 0; i < list->count; i++)
        fold_annotation(c, list->items[i].annotation);
}

static void fold_arguments(Compiler *c, const Arguments *args)
{
    fold_args(c, &args->posonly);
    fold_args(c, &args->args);
    fold_annotation(c, args->vararg ? args->vararg->annotation : NULL);
    fold_args(c, &args->kwonly);
    fold_exprs(c, &args->kw_defaults);
    fold_annotation(c, args->kwarg ? args->kwarg->annotation : NULL);
    fold_exprs(c, &args->defaults);
}

static void fold_generators(Compiler *c, const ComprehensionList *list)
{
    for (int i = 0; i < list->count; i++) {
        fold_expr(c, list->items[i].target);
        fold_expr(c, list->items[i].iter);
        fold_exprs(c, &list->items[i].ifs);
        fold_iterable(c, list->items[i].iter);
    }
}

static void fold_keywords(Compiler *c, const KeywordList *list)
{
    for (int i = 0; i < list->count; i++)
        fold_expr(c, list->items[i].value);
}

static void fold_name(Compiler *c, Expr *e)
{
    if (e->name.ctx == CONTEXT_LOAD && strcmp(e->name.id, "__debug__") == 0)
        replace_by_constant(c, e, bool_object(c->vm, true));
}

static void fold_expr_kind(Compiler *c, Expr *e)
{
    switch (e->kind) {
    case EXPR_BOOL_OP: fold_exprs(c, &e->bool_op.values); break;
    case EXPR_NAMED: fold_expr(c, e->named.value); break;
    case EXPR_BIN_OP: fold_expr(c, e->bin_op.left); fold_expr(c, e->bin_op.right); fold_binary(c, e); break;
    case EXPR_UNARY_OP: fold_expr(c, e->unary_op.operand); fold_unary(c, e); break;
    case EXPR_LAMBDA: fold_arguments(c, e->lambda.args); fold_expr(c, e->lambda.body); break;
    case EXPR_IF_EXP:
        fold_expr(c, e->if_exp.test);
        fold_expr(c, e->if_exp.body);
        fold_expr(c, e->if_exp.orelse);
        break;
    case EXPR_DICT: fold_exprs(c, &e->dict.keys); fold_exprs(c, &e->dict.values); break;
    case EXPR_SET: fold_exprs(c, &e->set.elts); break;
    case EXPR_LIST_COMP: case EXPR_SET_COMP: case EXPR_GENERATOR:
        fold_expr(c, e->comp.elt);
        fold_generators(c, &e->comp.generators);
        break;
    case EXPR_DICT_COMP:
        fold_expr(c, e->dict_comp.key);
        fold_expr(c, e->dict_comp.value);
        fold_generators(c, &e->dict_comp.generators);
        break;
    case EXPR_AWAIT: fold_expr(c, e->await.value); break;
    case EXPR_YIELD: case EXPR_YIELD_FROM: fold_optional(c, e->yield.value); break;
    case EXPR_COMPARE: fold_expr(c, e->compare.left); fold_exprs(c, &e->compare.comparators); fold_compare(c, e); break;
    case EXPR_CALL:
        fold_expr(c, e->call.func);
        fold_exprs(c, &e->call.args);
        fold_keywords(c, &e->call.keywords);
        break;
    case EXPR_FORMATTED_VALUE: fold_expr(c, e->formatted.value); fold_optional(c, e->formatted.format_spec); break;
    case EXPR_JOINED_STR: fold_exprs(c, &e->joined.values); break;
    case EXPR_ATTRIBUTE: fold_expr(c, e->attribute.value); break;
    case EXPR_SUBSCRIPT:
        fold_expr(c, e->subscript.value);
        fold_expr(c, e->subscript.slice);
        fold_subscript(c, e);
        break;
    case EXPR_STARRED: fold_expr(c, e->starred.value); break;
    case EXPR_SLICE:
        fold_optional(c, e->slice.lower);
        fold_optional(c, e->slice.upper);
        fold_optional(c, e->slice.step);
        break;
    case EXPR_LIST: fold_exprs(c, &e->sequence.elts); break;
    case EXPR_TUPLE: fold_exprs(c, &e->sequence.elts); fold_tuple(c, e); break;
    case EXPR_NAME: fold_name(c, e); break;
    case EXPR_CONSTANT: case EXPR_KIND_COUNT: break;
    }
}

static void fold_expr(Compiler *c, Expr *expr)
{
    compile_enter(c);
    fold_expr_kind(c, expr);
    compile_exit(c);
}

static void fold_pattern(Compiler *c, Pattern *p);

static void fold_patterns(Compiler *c, const PatternList *list)
{
    for (int i = 0; i < list->count; i++)
        fold_pattern(c, list->items[i]);
}

static void fold_pattern(Compiler *c, Pattern *p)
{
    compile_enter(c);
    switch (p->kind) {
    case PATTERN_VALUE: fold_expr(c, p->value.value); break;
    case PATTERN_SEQUENCE: fold_patterns(c, &p->sequence.patterns); break;
    case PATTERN_MAPPING: fold_exprs(c, &p->mapping.keys); fold_patterns(c, &p->mapping.patterns); break;
    case PATTERN_CLASS:
        fold_expr(c, p->cls.cls);
        fold_patterns(c, &p->cls.patterns);
        fold_patterns(c, &p->cls.kwd_patterns);
        break;
    case PATTERN_AS:
        if (p->as.pattern)
            fold_pattern(c, p->as.pattern);
        break;
    case PATTERN_OR: fold_patterns(c, &p->alternatives.patterns); break;
    case PATTERN_SINGLETON: case PATTERN_STAR: case PATTERN_KIND_COUNT: break;
    }
    compile_exit(c);
}

/* A first statement that only folding made a string ("a" + "b") is no docstring: it becomes an f-string without
 * fields. */
static void fold_body(Compiler *c, const StmtList *body)
{
    bool had_docstring = body_has_docstring(body);
    fold_stmts(c, body);
    if (had_docstring || body->count == 0 || body->items[0]->kind != STMT_EXPR)
        return;
    Expr *first = body->items[0]->expr.value;
    Object *value = fold_constant(c, first);
    if (!value || !is_str(c->vm, value))
        return;
    Expr *joined = REGION_NEW(&c->region, Expr), *constant = fold_of(c, first);
    joined->kind = EXPR_JOINED_STR;
    joined->span = constant->span;
    joined->joined.values.items = REGION_NEW(&c->region, Expr *);
    joined->joined.values.items[0] = constant;
    joined->joined.values.count = 1;
    replace(c, first, joined);
}

static void fold_function(Compiler *c, Stmt *s)
{
    fold_arguments(c, s->function_def.args);
    fold_body(c, &s->function_def.body);
    fold_exprs(c, &s->function_def.decorators);
    fold_annotation(c, s->function_def.returns);
}

static void fold_try(Compiler *c, Stmt *s)
{
    fold_stmts(c, &s->try_stmt.body);
    for (int i = 0; i < s->try_stmt.handlers.count; i++) {
        fold_optional(c, s->try_stmt.handlers.items[i].type);
        fold_stmts(c, &s->try_stmt.handlers.items[i].body);
    }
    fold_stmts(c, &s->try_stmt.orelse);
    fold_stmts(c, &s->try_stmt.finalbody);
}

static void fold_with(Compiler *c, Stmt *s)
{
    for (int i = 0; i < s->with.items.count; i++) {
        fold_expr(c, s->with.items.items[i].context_expr);
        fold_optional(c, s->with.items.items[i].optional_vars);
    }
    fold_stmts(c, &s->with.body);
}

static void fold_match(Compiler *c, Stmt *s)
{
    fold_expr(c, s->match.subject);
    for (int i = 0; i < s->match.cases.count; i++) {
        fold_pattern(c, s->match.cases.items[i].pattern);
        fold_optional(c, s->match.cases.items[i].guard);
        fold_stmts(c, &s->match.cases.items[i].body);
    }
}

static void fold_stmt_kind(Compiler *c, Stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF: case STMT_ASYNC_FUNCTION_DEF: fold_function(c, s); break;
    case STMT_CLASS_DEF:
        fold_exprs(c, &s->class_def.bases);
        fold_keywords(c, &s->class_def.keywords);
        fold_body(c, &s->class_def.body);
        fold_exprs(c, &s->class_def.decorators);
        break;
    case STMT_RETURN: fold_optional(c, s->ret.value); break;
    case STMT_DELETE: fold_exprs(c, &s->del.targets); break;
    case STMT_ASSIGN: fold_exprs(c, &s->assign.targets); fold_expr(c, s->assign.value); break;
    case STMT_AUG_ASSIGN: fold_expr(c, s->aug_assign.target); fold_expr(c, s->aug_assign.value); break;
    case STMT_ANN_ASSIGN:
        fold_expr(c, s->ann_assign.target);
        fold_annotation(c, s->ann_assign.annotation);
        fold_optional(c, s->ann_assign.value);
        break;
    case STMT_FOR: case STMT_ASYNC_FOR:
        fold_expr(c, s->loop.target);
        fold_expr(c, s->loop.iter);
        fold_stmts(c, &s->loop.body);
        fold_stmts(c, &s->loop.orelse);
        if (s->kind == STMT_FOR)
            fold_iterable(c, s->loop.iter);
        break;
    case STMT_WHILE: case STMT_IF:
        fold_expr(c, s->branch.test);
        fold_stmts(c, &s->branch.body);
        fold_stmts(c, &s->branch.orelse);
        break;
    case STMT_WITH: case STMT_ASYNC_WITH: fold_with(c, s); break;
    case STMT_MATCH: fold_match(c, s); break;
    case STMT_RAISE: fold_optional(c, s->raise.exc); fold_optional(c, s->raise.cause); break;
    case STMT_TRY: case STMT_TRY_STAR: fold_try(c, s); break;
    case STMT_ASSERT: fold_expr(c, s->assert_stmt.test); fold_optional(c, s->assert_stmt.msg); break;
    case STMT_EXPR: fold_expr(c, s->expr.value); break;
    case STMT_IMPORT: case STMT_IMPORT_FROM: case STMT_GLOBAL: case STMT_NONLOCAL: case STMT_PASS: case STMT_BREAK:
    case STMT_CONTINUE: case STMT_KIND_COUNT: break;
    }
}

static void fold_stmts(Compiler *c, const StmtList *list)
{
    for (int i = 0; i < list->count; i++) {
        compile_enter(c);
        fold_stmt_kind(c, list->items[i]);
        compile_exit(c);
    }
}

void fold_module(Compiler *c, Module *module)
{
    if (module->kind == MODULE_EVAL)
        fold_expr(c, module->expression);
    else if (module->kind == MODULE_EXEC)
        fold_body(c, &module->body);
    else
        fold_stmts(c, &module->body);
}
