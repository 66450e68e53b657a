/* What gcc's code leaves in the register eax.
 *
 * A function that ends without a value gives what happens to be there: the exit status of `void main`, and what a caller
 * gets where a 'return' was forgotten. Calls leave their result (CVm.result); in functions that can show the register,
 * OP_KEEP notes what -O0 has loaded since: it compares a local with a constant in memory, and loads what else it
 * compares or stores. What it would take an instruction selection to know (elements, members, divisions) is left out.
 */
#include <string.h>

#include "c/compile.h"

static const CNode *without_promotion(const CNode *node)
{
    while (node->kind == N_CAST && node->is_implicit)
        node = node->left;
    return node;
}

static bool is_constant(const CNode *node)
{
    int64_t value;
    return c_constant_integer(node, &value);
}

static CStaticPlace place_of(const CNode *node)
{
    int64_t offset;
    return c_static_place(without_promotion(node), &offset);
}

static bool is_plain(const CNode *node) { return is_constant(node) || place_of(node) != PLACE_UNKNOWN; }

/* ---- conditions ---- */

/* The value on top, unless it is compared where it lies. */
static void keep(CCompiler *c, const CNode *node, bool beside_constant)
{
    bool in_memory = beside_constant && place_of(node) == PLACE_LOCAL;
    if (c->shows_register && !in_memory && !c_type_is_floating(node->type) && c_type_is_scalar(node->type))
        c_emit(c, OP_KEEP, 0, 0);
}

void c_compile_compared(CCompiler *c, CNode *left, CNode *right)
{
    c_compile_value(c, left);
    if (is_plain(right))
        keep(c, left, is_constant(right));
    c_compile_value(c, right);
    if (!is_plain(right))
        keep(c, right, false);
}

static bool compares_with_zero(const CNode *node)
{
    int64_t value;
    return (node->kind == N_EQ || node->kind == N_NE) && !c_type_is_floating(node->left->type)
        && c_constant_integer(node->right, &value) && value == 0;
}

bool c_compile_tested(CCompiler *c, CNode *node, bool sense)
{
    bool is_compared = c->shows_register && compares_with_zero(node);
    CNode *tested = is_compared ? node->left : node;
    c_compile_value(c, tested);
    if (is_compared || !(node->kind >= N_EQ && node->kind <= N_GE))
        keep(c, tested, true);
    return sense == !(is_compared && node->kind == N_EQ);
}

/* ---- statements ---- */

static bool adds_in_memory(uint8_t kind)
{
    return kind == N_ADD || kind == N_SUB || kind == N_AND || kind == N_OR || kind == N_XOR;
}

static bool is_same_variable(const CNode *a, const CNode *b)
{
    a = without_promotion(a);
    b = without_promotion(b);
    return a->kind == N_VARIABLE && b->kind == N_VARIABLE && a->variable == b->variable;
}

/* x op= y, or x = x op y. */
static CNode *left_by_operation(CNode *target, uint8_t kind, CNode *operand)
{
    if (!adds_in_memory(kind))
        return kind == N_MUL ? target : NULL;
    if (is_constant(operand))
        return place_of(target) == PLACE_LOCAL ? NULL : target;
    return is_plain(operand) ? operand : NULL;
}

/* The expression whose value is in the register when the statement has run; its evaluation has no effects. */
static CNode *left_over(CNode *node)
{
    bool stores = (node->kind == N_ASSIGN || node->kind == N_ASSIGN_OP) && place_of(node->left) != PLACE_UNKNOWN
               && c_type_is_scalar(node->type) && !c_type_is_floating(node->type);
    if (!stores)
        return NULL;
    if (node->kind == N_ASSIGN_OP)
        return left_by_operation(node->left, node->op, node->right);
    CNode *right = (CNode *)without_promotion(node->right);
    if (adds_in_memory(right->kind) && is_same_variable(node->left, right->left))
        return left_by_operation(node->left, right->kind, right->right);
    return is_constant(right) ? NULL : node->left;
}

static void keep_and_pop(CCompiler *c)
{
    c_emit(c, OP_KEEP, 0, 0);
    c_emit(c, OP_POP, 0, 0);
    c_stack(c, -1);
}

static void keep_again(CCompiler *c, CNode *node)
{
    c_compile_value(c, node);
    keep_and_pop(c);
}

static const char *literal_text(const CNode *node)
{
    node = without_promotion(node);
    if (node->kind == N_DECAY)
        node = node->left;
    bool is_string = node->kind == N_VARIABLE && node->variable->is_string && node->variable->items;
    return is_string ? node->variable->items->text : NULL;
}

/* printf("x") and printf("%c", x), which gcc makes putchar of: the character, not the number of them. */
static void keep_character(CCompiler *c, const CNode *call)
{
    bool is_printf = call->left->kind == N_VARIABLE && !strcmp(call->left->variable->name, "printf") && call->list;
    const char *format = is_printf ? literal_text(call->list) : NULL;
    CNode *argument = format ? call->list->next : NULL;
    if (format && format[0] && format[0] != '%' && !format[1] && !argument) {
        c_emit(c, OP_CONST, 0, (unsigned char)format[0]);
        c_stack(c, 1);
        keep_and_pop(c);
    } else if (argument && !strcmp(format, "%c") && !c_has_effects(argument)) {
        keep_again(c, argument);
    }
}

void c_compile_kept(CCompiler *c, CNode *node)
{
    c_compile_effect(c, node);
    if (!c->shows_register)
        return;
    CNode *left = left_over(node);
    if (left)
        keep_again(c, left);
    else if (node->kind == N_CALL)
        keep_character(c, node);
}

void c_keep_initialised(CCompiler *c, const CVariable *variable)
{
    const CInitItem *item = variable->items;
    const CType *type = variable->type;
    if (!c->shows_register || !item || !item->value || is_constant(item->value) || !c_type_is_scalar(type)
        || c_type_is_floating(type))
        return;
    c_emit(c, (COpcode)(OP_LOAD_LOCAL_I8 + c_memory_type(type)), (int32_t)variable->offset, 0);
    c_stack(c, 1);
    keep_and_pop(c);
}
