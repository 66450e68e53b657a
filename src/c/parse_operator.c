/* What C's operators require of their operands, what they convert them to and what type they give (C11 6.5). */
#include "c/parse.h"

#include <string.h>

CNode *c_node(CParser *p, CNodeKind kind, CPlace place)
{
    CNode *node = C_NEW(p->pool, CNode);
    node->kind = (uint8_t)kind;
    node->place = place;
    return node;
}

CNode *c_spanned(const CParser *p, CNode *node, CPlace first)
{
    const CToken *last = p->previous;
    if (node && !node->span.file && last && last->place.file == first.file)
        node->span = (CSpan){first.file, first.line, first.column, last->place.line,
                             last->place.column + last->place.length};
    return node;
}

static CNode *unary_node(CParser *p, CNodeKind kind, CNode *operand, CType *type, CPlace place)
{
    CNode *node = c_node(p, kind, place);
    node->left = operand;
    node->type = type;
    return node;
}

static CNode *binary_node(CParser *p, CNodeKind kind, CNode *left, CNode *right, CType *type, CPlace place)
{
    CNode *node = unary_node(p, kind, left, type, place);
    node->right = right;
    return node;
}

CNode *c_integer(CParser *p, int64_t value, CType *type, CPlace place)
{
    CNode *node = c_node(p, N_INTEGER, place);
    node->value = value;
    node->type = type;
    return node;
}

CNode *c_variable_node(CParser *p, CVariable *variable, CPlace place)
{
    CNode *node = c_node(p, N_VARIABLE, place);
    node->variable = variable;
    node->type = c_type_resolve(variable->type);
    variable->is_used = true;
    return node;
}

/* What stands in for an expression that is wrong, so that one error does not bring forth others. */
static CNode *wrong(CParser *p, CPlace place)
{
    return c_integer(p, 0, c_type_basic(TY_INT), place);
}

/* ---- conversions ---- */

CNode *c_decay(CParser *p, CNode *node)
{
    CType *type = node->type;
    if (c_type_is_array(type)) {
        CNode *decayed = unary_node(p, N_DECAY, node, c_type_pointer(p->pool, type->base), node->place);
        decayed->is_implicit = true;
        return decayed;
    }
    if (type->kind == TY_FUNCTION)
        return unary_node(p, N_DECAY, node, c_type_pointer(p->pool, type), node->place);
    return node;
}

CNode *c_convert(CParser *p, CNode *node, CType *type)
{
    node = c_decay(p, node);
    if (node->type->kind == type->kind && type->kind != TY_POINTER && type->kind != TY_ENUM)
        return node;
    if (node->kind == N_INTEGER && c_type_is_integer(type)) {
        CNode *constant = c_integer(p, c_truncate(node->value, type), type, node->place);
        constant->is_implicit = node->is_implicit;
        constant->span = node->span;
        constant->warning = node->warning;
        return constant;
    }
    CNode *cast = unary_node(p, N_CAST, node, type, node->place);
    cast->is_implicit = true;
    return cast;
}

bool c_is_null_constant(const CNode *node)
{
    int64_t value;
    if (node->kind == N_CAST && node->type->kind == TY_POINTER && node->type->base->kind == TY_VOID)
        node = node->left;
    return c_type_is_integer(node->type) && c_constant_integer(node, &value) && value == 0;
}

bool c_is_lvalue(const CNode *node)
{
    switch (node->kind) {
    case N_VARIABLE: return !node->variable->is_function;
    case N_DEREF: case N_LITERAL: return true;
    case N_MEMBER: return c_is_lvalue(node->left) || node->left->kind != N_CALL;
    default: return false;
    }
}

static CNode *promote(CParser *p, CNode *node)
{
    /* a bit-field narrower than int becomes int, whatever its type */
    const CMember *field = node->kind == N_MEMBER && node->member->is_bit_field ? node->member : NULL;
    bool fits = field && field->bit_width < 32 + !c_type_is_unsigned(node->type);
    if (fits)
        return c_convert(p, node, c_type_basic(TY_INT));
    return c_convert(p, node, c_type_promoted(node->type));
}

static void usual(CParser *p, CNode **left, CNode **right)
{
    if (c_type_is_integer((*left)->type) && c_type_is_integer((*right)->type)) {
        *left = promote(p, *left);
        *right = promote(p, *right);
    }
    CType *type = c_type_usual((*left)->type, (*right)->type);
    *left = c_convert(p, *left, type);
    *right = c_convert(p, *right, type);
}

CNode *c_condition(CParser *p, CNode *node)
{
    node = c_decay(p, node);
    c_slip_condition(p, node);
    if (c_type_is_scalar(node->type))
        return node;
    c_diagnose(p->diagnoser, node->place, "statement requires expression of scalar type (%s invalid)",
               c_show(p, node->type));
    return wrong(p, node->place);
}

/* Whether gcc 12 accepts the assignment, with a warning at most. */
static bool is_assignable(const CNode *node, const CType *to)
{
    const CType *from = node->type;
    if (c_type_is_record(to) || c_type_is_record(from))
        return c_type_compatible(to, from);
    if (from->kind == TY_VOID || to->kind == TY_VOID)
        return false;
    if (c_type_is_pointer(to))
        return c_type_is_pointer(from) || c_type_is_integer(from);
    if (c_type_is_pointer(from))
        return c_type_is_integer(to);
    return true;
}

CNode *c_convert_assigned(CParser *p, CNode *node, CType *type, const char *what, CPlace place)
{
    node = c_decay(p, node);
    if (!is_assignable(node, type)) {
        c_diagnose(p->diagnoser, place, "%s %s with an expression of incompatible type %s", what, c_show(p, type),
                   c_show(p, node->type));
        return c_convert(p, wrong(p, place), c_type_is_scalar(type) ? type : c_type_basic(TY_INT));
    }
    c_slip_converted(p, node, type);
    return c_type_is_record(type) ? node : c_convert(p, node, type);
}

/* ---- unary ---- */

static CNode *address_of(CParser *p, CNode *operand, CPlace place)
{
    if (operand->kind == N_DEREF)
        return operand->left->type->kind == TY_POINTER
            ? unary_node(p, N_ADDRESS, operand, c_type_pointer(p->pool, operand->type), place) : operand->left;
    bool is_function = operand->type->kind == TY_FUNCTION;
    if (!c_is_lvalue(operand) && !is_function && !c_type_is_array(operand->type)) {
        c_diagnose(p->diagnoser, place, "cannot take the address of an rvalue of type %s", c_show(p, operand->type));
        return wrong(p, place);
    }
    if (operand->kind == N_MEMBER && operand->member->is_bit_field) {
        c_diagnose(p->diagnoser, place, "address of bit-field requested");
        return wrong(p, place);
    }
    if (operand->kind == N_VARIABLE && operand->variable->is_register) {
        c_diagnose(p->diagnoser, place, "address of register variable requested");
        return wrong(p, place);
    }
    for (const CNode *at = operand; at; at = at->kind == N_MEMBER ? at->left : NULL)
        if (at->kind == N_VARIABLE)
            at->variable->is_addressed = true;
    return unary_node(p, N_ADDRESS, operand, c_type_pointer(p->pool, operand->type), place);
}

static CNode *dereference(CParser *p, CNode *operand, CPlace place)
{
    operand = c_decay(p, operand);
    if (!c_type_is_pointer(operand->type)) {
        c_diagnose(p->diagnoser, place, "indirection requires pointer operand (%s invalid)",
                   c_show(p, operand->type));
        return wrong(p, place);
    }
    CType *base = c_type_resolve(operand->type->base);
    return unary_node(p, N_DEREF, operand, base, place);
}

static const char *const punct_names[] = {[P_MINUS] = "-", [P_PLUS] = "+", [P_TILDE] = "~"};

CNode *c_unary(CParser *p, CPunct op, CNode *operand, CPlace place)
{
    if (op == P_AND)
        return address_of(p, operand, place);
    if (op == P_STAR)
        return dereference(p, operand, place);
    if (op == P_NOT)
        return unary_node(p, N_NOT, c_condition(p, operand), c_type_basic(TY_INT), place);
    bool fits = op == P_TILDE ? c_type_is_integer(operand->type) : c_type_is_arithmetic(operand->type);
    if (!fits) {
        c_diagnose(p->diagnoser, place, "invalid argument type %s to unary expression '%s'",
                   c_show(p, operand->type), punct_names[op]);
        return wrong(p, place);
    }
    operand = c_type_is_integer(operand->type) ? promote(p, operand) : operand;
    if (op == P_PLUS)
        return unary_node(p, N_CAST, operand, operand->type, place);
    return unary_node(p, op == P_MINUS ? N_NEGATE : N_BIT_NOT, operand, operand->type, place);
}

/* ---- binary ---- */

static const uint8_t binary_kinds[] = {
    [P_PLUS] = N_ADD, [P_MINUS] = N_SUB, [P_STAR] = N_MUL, [P_SLASH] = N_DIV, [P_PERCENT] = N_MOD, [P_AND] = N_AND,
    [P_OR] = N_OR, [P_XOR] = N_XOR, [P_SHL] = N_SHL, [P_SHR] = N_SHR, [P_EQ] = N_EQ, [P_NE] = N_NE, [P_LT] = N_LT,
    [P_LE] = N_LE, [P_GT] = N_GT, [P_GE] = N_GE, [P_AND_AND] = N_AND_AND, [P_OR_OR] = N_OR_OR,
};

static CNode *invalid_operands(CParser *p, const CNode *left, const CNode *right, CPlace place)
{
    c_diagnose(p->diagnoser, place, "invalid operands to binary expression (%s and %s)", c_show(p, left->type),
               c_show(p, right->type));
    return wrong(p, place);
}

static void require_known_size(CParser *p, const CNode *pointer)
{
    const CType *base = c_type_resolve(pointer->type->base);
    if (base->kind != TY_VOID && base->kind != TY_FUNCTION && !c_type_is_complete(base))
        c_diagnose(p->diagnoser, pointer->place, "arithmetic on a pointer to an incomplete type %s", c_show(p, base));
}

static CNode *pointer_add(CParser *p, CNode *pointer, CNode *index, bool minus, CPlace place)
{
    require_known_size(p, pointer);
    index = c_convert(p, index, c_type_is_unsigned(index->type) && index->type->size == 8 ? c_type_basic(TY_ULONG)
                                                                                          : c_type_basic(TY_LONG));
    if (minus)
        index = unary_node(p, N_NEGATE, index, c_type_basic(TY_ULONG), place);
    return binary_node(p, N_POINTER_ADD, pointer, index, pointer->type, place);
}

static CNode *additive(CParser *p, CNodeKind kind, CNode *left, CNode *right, CPlace place)
{
    bool left_points = c_type_is_pointer(left->type), right_points = c_type_is_pointer(right->type);
    if (left_points && c_type_is_integer(right->type))
        return pointer_add(p, left, right, kind == N_SUB, place);
    if (right_points && c_type_is_integer(left->type) && kind == N_ADD)
        return pointer_add(p, right, left, false, place);
    if (left_points && right_points && kind == N_SUB) {
        require_known_size(p, left);
        return binary_node(p, N_POINTER_DIFF, left, right, c_type_basic(TY_LONG), place);
    }
    return invalid_operands(p, left, right, place);
}

static CNode *compare(CParser *p, CNodeKind kind, CNode *left, CNode *right, CPlace place)
{
    CType *result = c_type_basic(TY_INT);
    if (c_type_is_arithmetic(left->type) && c_type_is_arithmetic(right->type)) {
        usual(p, &left, &right);
        return binary_node(p, kind, left, right, result, place);
    }
    bool fits = c_type_is_scalar(left->type) && c_type_is_scalar(right->type)
             && !c_type_is_floating(left->type) && !c_type_is_floating(right->type);
    if (!fits)
        return invalid_operands(p, left, right, place);
    CType *common = c_type_is_pointer(left->type) ? left->type : right->type;
    return binary_node(p, kind, c_convert(p, left, common), c_convert(p, right, common), result, place);
}

static CNode *shift(CParser *p, CNodeKind kind, CNode *left, CNode *right, CPlace place)
{
    left = promote(p, left);
    right = promote(p, right);
    return binary_node(p, kind, left, right, left->type, place);
}

static bool operands_fit(CNodeKind kind, const CNode *left, const CNode *right)
{
    bool integers = c_type_is_integer(left->type) && c_type_is_integer(right->type);
    bool arithmetic = c_type_is_arithmetic(left->type) && c_type_is_arithmetic(right->type);
    return kind == N_ADD || kind == N_SUB || kind == N_MUL || kind == N_DIV ? arithmetic : integers;
}

CNode *c_binary(CParser *p, CPunct op, CNode *left, CNode *right, CPlace place)
{
    CNodeKind kind = (CNodeKind)binary_kinds[op];
    left = c_decay(p, left);
    right = c_decay(p, right);
    if (kind == N_AND_AND || kind == N_OR_OR) {
        left = c_condition(p, left);
        return binary_node(p, kind, left, c_condition(p, right), c_type_basic(TY_INT), place);
    }
    if (kind >= N_EQ && kind <= N_GE)
        return compare(p, kind, left, right, place);
    bool pointers = c_type_is_pointer(left->type) || c_type_is_pointer(right->type);
    if (pointers && (kind == N_ADD || kind == N_SUB))
        return additive(p, kind, left, right, place);
    if (!operands_fit(kind, left, right))
        return invalid_operands(p, left, right, place);
    if (kind == N_SHL || kind == N_SHR)
        return shift(p, kind, left, right, place);
    usual(p, &left, &right);
    return binary_node(p, kind, left, right, left->type, place);
}

/* ---- assignment ---- */

static bool is_modifiable(CParser *p, const CNode *node, CPlace place)
{
    if (!c_is_lvalue(node)) {
        c_diagnose(p->diagnoser, place, "expression is not assignable");
        return false;
    }
    if (c_type_is_array(node->type)) {
        c_diagnose(p->diagnoser, place, "array type %s is not assignable", c_show(p, node->type));
        return false;
    }
    bool is_const = false;
    const CNode *at = node;
    for (; at; at = at->kind == N_MEMBER ? at->left : NULL)
        is_const |= at->type->is_const;
    if (is_const && node->kind == N_VARIABLE)
        c_diagnose(p->diagnoser, place, "cannot assign to variable '%s' with const-qualified type %s",
                   node->variable->name, c_show(p, node->type));
    else if (is_const)
        c_diagnose(p->diagnoser, place, "read-only variable is not assignable");
    return !is_const;
}

CNode *c_assign(CParser *p, CNode *left, CNode *right, CPlace place)
{
    if (!is_modifiable(p, left, place))
        return wrong(p, place);
    CType *type = c_type_unqualified(p->pool, left->type);
    right = c_convert_assigned(p, right, type, "assigning to", place);
    return binary_node(p, N_ASSIGN, left, right, type, place);
}

CNode *c_assign_op(CParser *p, CPunct op, CNode *left, CNode *right, CPlace place)
{
    if (!is_modifiable(p, left, place))
        return wrong(p, place);
    CNode *operation = c_binary(p, op, left, right, place);
    CNode *node = binary_node(p, N_ASSIGN_OP, left, right, c_type_unqualified(p->pool, left->type), place);
    bool known = operation->kind >= N_ADD && operation->kind <= N_SHR;
    if (!known && operation->kind != N_POINTER_ADD)
        return operation;              /* an error was told */
    node->op = operation->kind;
    node->right = operation->right;
    node->common = operation->kind == N_POINTER_ADD ? operation->type : operation->left->type;
    return node;
}

CNode *c_step(CParser *p, CNode *operand, int delta, bool is_postfix, CPlace place)
{
    if (!is_modifiable(p, operand, place))
        return wrong(p, place);
    if (!c_type_is_scalar(operand->type)) {
        c_diagnose(p->diagnoser, place, "cannot %s value of type %s", delta > 0 ? "increment" : "decrement",
                   c_show(p, operand->type));
        return wrong(p, place);
    }
    if (c_type_is_pointer(operand->type))
        require_known_size(p, operand);
    CNode *node = unary_node(p, N_STEP, operand, c_type_unqualified(p->pool, operand->type), place);
    node->value = delta;
    node->is_postfix = is_postfix;
    return node;
}

/* ---- the others ---- */

/* What the one or the other pointer may not change, the result may not either. */
static CType *with_both_qualifiers(CParser *p, CType *type, const CNode *yes, const CNode *no)
{
    bool both = c_type_is_pointer(yes->type) && c_type_is_pointer(no->type) && !c_is_null_constant(yes)
             && !c_is_null_constant(no);
    if (!both)
        return type;
    const CType *a = yes->type->base, *b = no->type->base;
    CType *base = c_type_qualified(p->pool, type->base, a->is_const || b->is_const, a->is_volatile || b->is_volatile);
    return base == type->base ? type : c_type_pointer(p->pool, base);
}

static CType *chosen_type(CParser *p, CNode **yes, CNode **no, CPlace place)
{
    CType *a = (*yes)->type, *b = (*no)->type;
    if (c_type_is_arithmetic(a) && c_type_is_arithmetic(b)) {
        usual(p, yes, no);
        return (*yes)->type;
    }
    if (a->kind == TY_VOID || b->kind == TY_VOID)
        return c_type_basic(TY_VOID);
    if (c_type_is_record(a) && c_type_compatible(a, b))
        return a;
    if (!c_type_is_scalar(a) || !c_type_is_scalar(b)) {
        c_diagnose(p->diagnoser, place, "incompatible operand types (%s and %s)", c_show(p, a), c_show(p, b));
        return a;
    }
    CType *type = !c_type_is_pointer(a) || c_is_null_constant(*yes) ? b : a;
    if (c_type_is_pointer(a) && c_type_is_pointer(b) && a->base->kind == TY_VOID && !c_is_null_constant(*yes))
        type = a;
    else if (c_type_is_pointer(a) && c_type_is_pointer(b) && b->base->kind == TY_VOID && !c_is_null_constant(*no))
        type = b;
    type = with_both_qualifiers(p, type, *yes, *no);
    *yes = c_convert(p, *yes, type);
    *no = c_convert(p, *no, type);
    return type;
}

CNode *c_choose(CParser *p, CNode *condition, CNode *yes, CNode *no, CPlace place)
{
    CNode *node = c_node(p, N_CONDITIONAL, place);
    node->left = c_condition(p, condition);
    no = c_decay(p, no);
    CNode *value = yes ? c_decay(p, yes) : node->left;
    node->type = chosen_type(p, &value, &no, place);
    node->right = yes ? value : NULL;
    node->third = no;
    node->common = value->type;
    return node;
}

CNode *c_subscript(CParser *p, CNode *array, CNode *index, CPlace place)
{
    bool known = array->type->kind == TY_ARRAY || array->type->kind == TY_VLA;
    array = c_decay(p, array);
    index = c_decay(p, index);
    if (c_type_is_integer(array->type) && c_type_is_pointer(index->type)) {
        CNode *swapped = array;
        array = index;
        index = swapped;
    }
    if (!c_type_is_pointer(array->type)) {
        c_diagnose(p->diagnoser, place, "subscripted value is not an array or pointer: it is %s",
                   c_show(p, array->type));
        return wrong(p, place);
    }
    if (!c_type_is_integer(index->type)) {
        c_diagnose(p->diagnoser, index->place, "array subscript is not an integer: it is %s", c_show(p, index->type));
        return wrong(p, place);
    }
    if (array->type->base->kind == TY_FUNCTION || (array->type->base->kind == TY_VOID)) {
        c_diagnose(p->diagnoser, place, "subscript of pointer to %s type",
                   array->type->base->kind == TY_VOID ? "void" : "function");
        return wrong(p, place);
    }
    CNode *sum = pointer_add(p, array, index, false, place);
    sum->keeps_bound = known;
    return dereference(p, sum, place);
}

CNode *c_member(CParser *p, CNode *record, const CToken *name, bool through_pointer, CPlace place)
{
    if (name->kind != C_TOKEN_NAME)
        c_diagnose_fatal(p->diagnoser, name->place, "expected the name of a member");
    if (through_pointer) {
        record = c_decay(p, record);
        if (c_type_is_record(record->type)) {
            c_diagnose(p->diagnoser, place, "member reference type %s is not a pointer; did you mean to use '.'?",
                       c_show(p, record->type));
            return wrong(p, place);
        }
        record = dereference(p, record, place);
    } else if (c_type_is_pointer(record->type) && c_type_is_record(record->type->base)) {
        c_diagnose(p->diagnoser, place, "member reference type %s is a pointer; did you mean to use '->'?",
                   c_show(p, record->type));
        return wrong(p, place);
    }
    if (!c_type_is_record(record->type)) {
        c_diagnose(p->diagnoser, place, "member reference base type %s is not a structure or union",
                   c_show(p, record->type));
        return wrong(p, place);
    }
    if (!c_type_is_complete(record->type)) {
        c_diagnose(p->diagnoser, place, "incomplete definition of type %s", c_show(p, record->type));
        return wrong(p, place);
    }
    int64_t offset = 0;
    const CMember *member = c_type_member(record->type, name->text, &offset);
    if (!member) {
        c_diagnose(p->diagnoser, name->place, "no member named '%s' in %s", name->text, c_show(p, record->type));
        return wrong(p, place);
    }
    CType *type = c_type_qualified(p->pool, member->type, record->type->is_const, record->type->is_volatile);
    CNode *node = unary_node(p, N_MEMBER, record, c_type_resolve(type), place);
    node->member = member;
    node->offset = offset;
    return node;
}
