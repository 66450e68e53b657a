/* The operator in a wrong operation: parses the piece of source that an instruction stands for. */
#include "python/traceback_print.h"

#include <stdlib.h>

#include "python/ast.h"
#include "python/parser.h"

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/* The first one or two characters between the operands that are no blanks. */
static bool find_operator(const char *text, const Expr *expr, int *left, int *right)
{
    int end = expr->bin_op.right->span.column;
    for (int i = expr->bin_op.left->span.end_column; i < end; i++) {
        if (is_blank(text[i]))
            continue;
        *left = i;
        *right = i + 1 < end && !is_blank(text[i + 1]) ? i + 2 : i + 1;
        return true;
    }
    return false;
}

/* ---- CPython folds the piece before it looks at it: "abc"[0] is no subscript any more ---- */

static bool is_constant(const Expr *expr)
{
    if (expr->kind == EXPR_CONSTANT)
        return true;
    bool all = expr->kind == EXPR_TUPLE;
    for (int i = 0; all && i < expr->sequence.elts.count; i++)
        all = is_constant(expr->sequence.elts.items[i]);
    return all;
}

/* Items of a constant str, bytes or tuple; 0 for everything else. */
static long constant_length(const Expr *expr)
{
    if (expr->kind == EXPR_TUPLE && is_constant(expr))
        return expr->sequence.elts.count;
    if (expr->kind != EXPR_CONSTANT)
        return 0;
    const Constant *constant = &expr->constant;
    long count = 0;
    for (size_t i = 0; i < constant->length; i++)
        count += constant->kind == CONSTANT_BYTES || ((unsigned char)constant->text[i] & 0xC0) != 0x80;
    return constant->kind == CONSTANT_STR || constant->kind == CONSTANT_BYTES ? count : 0;
}

static bool is_folded_subscript(const Expr *expr)
{
    const Expr *index = expr->subscript.slice;
    bool negative = index->kind == EXPR_UNARY_OP && index->unary_op.op == TREE_UNARY_USUB;
    if (negative)
        index = index->unary_op.operand;
    if (index->kind != EXPR_CONSTANT || index->constant.kind != CONSTANT_INT)
        return false;
    long place = strtol(index->constant.text, NULL, index->constant.base);
    long length = constant_length(expr->subscript.value);
    return negative ? place <= length && length > 0 : place < length;
}

static bool find_in_expression(const char *text, const Expr *expr, int *left, int *right)
{
    if (expr->kind == EXPR_BIN_OP)
        return find_operator(text, expr, left, right);
    if (expr->kind != EXPR_SUBSCRIPT || is_folded_subscript(expr))
        return false;
    *left = expr->subscript.value->span.end_column;
    *right = expr->subscript.slice->span.end_column + 1;
    return true;
}

bool anchors_find(const char *text, size_t length, int *left, int *right)
{
    Region region;
    SyntaxProblem problem;
    region_init(&region);
    const Module *module = parse_source(&region, "<segment>", text, length, PARSE_EXEC, &problem);
    bool found = module && module->body.count == 1 && module->body.items[0]->kind == STMT_EXPR &&
                 find_in_expression(text, module->body.items[0]->expr.value, left, right);
    syntax_problem_finish(&problem);
    region_finish(&region);
    return found;
}
