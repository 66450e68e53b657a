/* Expressions that branch: conditions, && and ||, ?:, and statements within expressions. */
#include "c/compile.h"

static bool compares_ints(const CNode *node)
{
    return node->kind >= N_EQ && node->kind <= N_GE && c_arithmetic_type(node->left->type) == ARITHMETIC_I32
        && !c_type_is_pointer(node->left->type);
}

static COpcode compare_jump(CNodeKind kind, bool sense)
{
    static const uint16_t yes[] = {OP_JUMP_EQ_I32, OP_JUMP_NE_I32, OP_JUMP_LT_I32, OP_JUMP_LE_I32, OP_JUMP_GT_I32,
                                   OP_JUMP_GE_I32};
    static const uint16_t no[] = {OP_JUMP_NE_I32, OP_JUMP_EQ_I32, OP_JUMP_GE_I32, OP_JUMP_GT_I32, OP_JUMP_LE_I32,
                                  OP_JUMP_LT_I32};
    return (COpcode)(sense ? yes : no)[kind - N_EQ];
}

static void branch_either(CCompiler *c, CNode *node, int32_t label, bool sense)
{
    bool jumps_early = (node->kind == N_OR_OR) == sense;
    if (jumps_early) {
        c_compile_branch(c, node->left, label, sense);
        c_compile_branch(c, node->right, label, sense);
        return;
    }
    int32_t over = c_label_new(c);
    c_compile_branch(c, node->left, over, !sense);
    c_compile_branch(c, node->right, label, sense);
    c_label_here(c, over);
}

static void compile_branch(CCompiler *c, CNode *node, int32_t label, bool sense)
{
    int64_t value;
    if (c_constant_integer(node, &value)) {
        if ((value != 0) == sense)
            c_emit_jump(c, OP_JUMP, label);
    } else if (node->kind == N_NOT) {
        c_compile_branch(c, node->left, label, !sense);
    } else if (node->kind == N_AND_AND || node->kind == N_OR_OR) {
        branch_either(c, node, label, sense);
    } else if (compares_ints(node)) {
        c_compile_compared(c, node->left, node->right);
        c->place = node->place;
        c_emit_jump(c, compare_jump((CNodeKind)node->kind, sense), label);
        c_stack(c, -2);
    } else {
        bool jumps_if = c_compile_tested(c, node, sense);
        if (c_type_is_floating(node->type))
            c_compile_convert(c, node->type, c_type_basic(TY_BOOL));
        c_emit_jump(c, jumps_if ? OP_JUMP_IF : OP_JUMP_UNLESS, label);
        c_stack(c, -1);
    }
}

void c_compile_branch(CCompiler *c, CNode *node, int32_t label, bool sense)
{
    CMark outer = c_mark_enter(c, node, false);
    const char *warning = node->warning;
    c_compile_warning(c, node);
    node->warning = NULL;      /* told */
    compile_branch(c, node, label, sense);
    node->warning = warning;
    c->mark = outer;
}

void c_compile_truth(CCompiler *c, CNode *node)
{
    int32_t no = c_label_new(c), end = c_label_new(c);
    c_compile_branch(c, node, no, false);
    c_emit(c, OP_CONST, 0, 1);
    c_emit_jump(c, OP_JUMP, end);
    c_label_here(c, no);
    c_emit(c, OP_CONST, 0, 0);
    c_label_here(c, end);
    c_stack(c, 1);
}

void c_compile_side(CCompiler *c, CNode *node, bool wants_value)
{
    if (wants_value)
        c_compile_value(c, node);
    else
        c_compile_effect(c, node);
}

void c_compile_conditional(CCompiler *c, CNode *node, bool wants_value)
{
    int32_t no = c_label_new(c), end = c_label_new(c);
    bool drops = !node->right && !wants_value;
    wants_value = (wants_value || drops) && node->type->kind != TY_VOID;
    if (node->right) {
        c_compile_branch(c, node->left, no, false);
        c_compile_side(c, node->right, wants_value);
    } else {                   /* x ?: y */
        c_compile_value(c, node->left);
        c_emit(c, OP_DUP, 0, 0);
        c_stack(c, 1);
        if (c_type_is_floating(node->left->type))
            c_compile_convert(c, node->left->type, c_type_basic(TY_BOOL));
        c_emit_jump(c, OP_JUMP_UNLESS, no);
        c_stack(c, -1);
        c_compile_convert(c, node->left->type, node->type);
    }
    c_emit_jump(c, OP_JUMP, end);
    c_label_here(c, no);
    c_stack(c, wants_value ? -1 : 0);
    if (!node->right)
        c_emit(c, OP_POP, 0, 0);
    c_compile_side(c, node->third, wants_value);
    c_label_here(c, end);
    if (drops) {
        c_emit(c, OP_POP, 0, 0);
        c_stack(c, -1);
    }
}

void c_compile_statements(CCompiler *c, CNode *node, bool wants_value)
{
    CNode *last = NULL;
    int32_t saved = c->saved_stack;
    for (CNode *at = node->body->body; at; at = at->next) {
        bool is_value = !at->next && at->kind == N_EXPRESSION && wants_value && node->type->kind != TY_VOID;
        if (is_value)
            last = at->left;
        else
            c_compile_statement(c, at);
    }
    if (last)
        c_compile_value(c, last);
    c->saved_stack = saved;
}
