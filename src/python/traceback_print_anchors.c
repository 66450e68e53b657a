/* The operator in a wrong operation: parses the piece of source that an instruction stands for. */
#include "python/traceback_print.h"

#include "python/compile_tree.h"

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

static bool find_in_expression(const char *text, const Expr *expr, int *left, int *right)
{
    if (expr->kind == EXPR_BIN_OP)
        return find_operator(text, expr, left, right);
    if (expr->kind != EXPR_SUBSCRIPT)
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
