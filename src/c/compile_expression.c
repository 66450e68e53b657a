#include <string.h>

#include "c/compile.h"

static bool is_record(const CType *type) { return c_type_is_record(type); }

bool c_has_effects(const CNode *node)
{
    if (!node)
        return false;
    switch (node->kind) {
    case N_ASSIGN: case N_ASSIGN_OP: case N_STEP: case N_CALL: case N_STATEMENTS: case N_VA_ARG: case N_LITERAL:
        return true;
    default:
        return c_has_effects(node->left) || c_has_effects(node->right) || c_has_effects(node->third);
    }
}

/* ---- places ---- */

CStaticPlace c_static_place(const CNode *node, int64_t *offset)
{
    CStaticPlace place;
    switch (node->kind) {
    case N_VARIABLE:
        if (node->variable->is_function || node->type->kind == TY_VLA)
            return PLACE_UNKNOWN;
        *offset = node->variable->is_global ? (int64_t)node->variable->address : node->variable->offset;
        return node->variable->is_global ? PLACE_GLOBAL : PLACE_LOCAL;
    case N_MEMBER:
        place = c_static_place(node->left, offset);
        *offset += node->offset;
        return place;
    default:
        return PLACE_UNKNOWN;
    }
}

static bool is_bit_field(const CNode *node)
{
    return node->kind == N_MEMBER && node->member->is_bit_field;
}

static void emit_memory(CCompiler *c, COpcode first, const CType *type, int32_t a, int64_t k, bool keeps)
{
    COpcode op = (COpcode)(first + c_memory_type(type));
    c_emit(c, op, a, k)->aux = keeps;
}

/* The address on the stack is replaced by what is there. */
static void load(CCompiler *c, const CNode *node)
{
    const CType *type = node->type;
    if (is_bit_field(node)) {
        const CMember *member = node->member;
        c_emit(c, OP_LOAD_BITS, member->bit_offset, member->bit_width)->aux = c_type_is_unsigned(type);
    } else if (!is_record(type) && !c_type_is_array(type) && type->kind != TY_FUNCTION && type->kind != TY_VOID) {
        emit_memory(c, OP_LOAD_I8, type, 0, 0, false);
    }
}

static void compile_lvalue_value(CCompiler *c, CNode *node)
{
    int64_t offset;
    CStaticPlace place = is_bit_field(node) || !c_type_is_scalar(node->type) ? PLACE_UNKNOWN
                                                                             : c_static_place(node, &offset);
    if (place == PLACE_LOCAL) {
        emit_memory(c, OP_LOAD_LOCAL_I8, node->type, (int32_t)offset, 0, false);
        c_stack(c, 1);
    } else if (place == PLACE_GLOBAL) {
        emit_memory(c, OP_LOAD_GLOBAL_I8, node->type, 0, offset, false);
        c_stack(c, 1);
    } else {
        c_compile_address(c, node);
        c->place = node->place;
        load(c, node);
    }
}

static void variable_address(CCompiler *c, const CNode *node)
{
    CVariable *variable = node->variable;
    if (variable->is_function) {
        int32_t index = c_routine_of(c, variable);
        c_emit(c, OP_CONST, 0, (int64_t)((CRoutine *)c->routines.items)[index].address);
    } else if (variable->is_global) {
        c_emit(c, OP_CONST, 0, (int64_t)variable->address);
    } else if (variable->type->kind == TY_VLA) {
        c_emit(c, OP_LOAD_LOCAL_I64, (int32_t)variable->offset, 0);
    } else {
        c_emit(c, OP_LOCAL, (int32_t)variable->offset, 0);
    }
    c_stack(c, 1);
}

static void pointer_add(CCompiler *c, CNode *node, bool may_be_end);

static void compile_address(CCompiler *c, CNode *node)
{
    c->place = node->place;
    switch (node->kind) {
    case N_VARIABLE:
        variable_address(c, node);
        break;
    case N_LITERAL:
        if (!node->variable->is_global)
            c_compile_initialiser(c, node->variable);
        variable_address(c, node);
        break;
    case N_DEREF:
        if (node->left->kind == N_POINTER_ADD)
            pointer_add(c, node->left, false);
        else
            c_compile_value(c, node->left);
        break;
    case N_MEMBER:
        c_compile_address(c, node->left);
        c->place = node->place;
        if (node->offset)
            c_emit(c, OP_MEMBER, 0, node->offset);
        break;
    default:                   /* a struct that is a value: its cell is an address */
        c_compile_value(c, node);
    }
}

void c_compile_address(CCompiler *c, CNode *node)
{
    CMark outer = c_mark_enter(c, node, true);
    compile_address(c, node);
    c->mark = outer;
}

/* ---- arithmetic ---- */

static const struct { uint16_t first; bool is_typed, commutes; } binary_ops[] = {
    [N_ADD] = {OP_ADD_I32, true, true}, [N_SUB] = {OP_SUB_I32, true, false}, [N_MUL] = {OP_MUL_I32, true, true},
    [N_DIV] = {OP_DIV_I32, true, false}, [N_MOD] = {OP_MOD_I32, true, false}, [N_AND] = {OP_AND, false, true},
    [N_OR] = {OP_OR, false, true}, [N_XOR] = {OP_XOR, false, true}, [N_SHL] = {OP_SHL_I32, true, false},
    [N_SHR] = {OP_SHR_I32, true, false}, [N_EQ] = {OP_EQ_I32, true, true}, [N_NE] = {OP_NE_I32, true, true},
    [N_LT] = {OP_LT_I32, true, false}, [N_LE] = {OP_LE_I32, true, false}, [N_GT] = {OP_GT_I32, true, false},
    [N_GE] = {OP_GE_I32, true, false},
};

static void emit_binary(CCompiler *c, CNodeKind kind, const CType *type)
{
    COpcode op = (COpcode)(binary_ops[kind].first + (binary_ops[kind].is_typed ? c_arithmetic_type(type) : 0));
    c_emit(c, op, 0, 0);
    c_stack(c, -1);
}

static bool is_plain_variable(const CNode *node)
{
    while (node->kind == N_CAST && node->is_implicit)
        node = node->left;
    return node->kind == N_VARIABLE;
}

/* gcc evaluates the right side first where the left is a variable and the operator commutes: programs that call a
 * function which changes that variable show it. */
static void compile_binary(CCompiler *c, CNode *node)
{
    bool swaps = binary_ops[node->kind].commutes && is_plain_variable(node->left) && c_has_effects(node->right);
    c_compile_value(c, swaps ? node->right : node->left);
    c_compile_value(c, swaps ? node->left : node->right);
    c->place = node->place;
    emit_binary(c, (CNodeKind)node->kind, node->left->type);
}

/* Index on the stack; the array it goes into is known. */
static void check_index(CCompiler *c, const CNode *sum, bool may_be_end)
{
    if (!sum->keeps_bound || sum->left->kind != N_DECAY)
        return;
    const CNode *array = sum->left->left;
    const CType *type = array->type;
    bool is_last_member = array->kind == N_MEMBER && !array->member->next && type->kind == TY_ARRAY
                       && type->length <= 1;
    if (is_last_member)
        return;                /* the old way to write a flexible array */
    const CType *element = type->base;
    if (type->kind == TY_VLA && type->vla_size) {
        bool is_row = element->kind == TY_VLA && element->vla_size;
        int64_t size = is_row ? element->vla_size->offset : element->size;
        c_emit(c, OP_CHECK_SIZE, (int32_t)type->vla_size->offset, size)->aux = may_be_end;
    } else if (type->kind == TY_ARRAY && type->length >= 0)
        c_emit(c, OP_CHECK, 0, type->length)->aux = may_be_end;
}

static void pointer_add(CCompiler *c, CNode *node, bool may_be_end)
{
    int64_t index;
    CType *element = node->type->base;
    c_compile_value(c, node->left);
    if (c_constant_integer(node->right, &index) && element->kind != TY_VLA && !node->keeps_bound) {
        c->place = node->place;
        if (index)
            c_emit(c, OP_POINTER_ADD, 1, index * element->size);   /* a: no index on the stack */
        return;
    }
    c_compile_value(c, node->right);
    c->place = node->place;
    check_index(c, node, may_be_end);
    if (element->kind == TY_VLA) {
        c_compile_size(c, element);
        c_emit(c, OP_MUL_U64, 0, 0);
        c_stack(c, -1);
        c_emit(c, OP_POINTER_ADD, 0, 1);
    } else {
        c_emit(c, OP_POINTER_ADD, 0, element->size);
    }
    c_stack(c, -1);
}

static void pointer_diff(CCompiler *c, CNode *node)
{
    c_compile_value(c, node->left);
    c_compile_value(c, node->right);
    c->place = node->place;
    CType *element = node->left->type->base;
    if (element->kind == TY_VLA) {
        c_emit(c, OP_SUB_U64, 0, 0);
        c_stack(c, -1);
        c_compile_size(c, element);
        c_emit(c, OP_DIV_I64, 0, 0);
    } else {
        c_emit(c, OP_POINTER_DIFF, 0, element->size ? element->size : 1);
    }
    c_stack(c, -1);
}

/* ---- assignment ---- */

static void store(CCompiler *c, const CNode *left, bool keeps)
{
    const CType *type = left->type;
    if (is_record(type)) {
        c_emit(c, OP_COPY, 0, type->size);
        c_stack(c, -1);
        if (!keeps) {
            c_emit(c, OP_POP, 0, 0);
            c_stack(c, -1);
        }
        return;
    }
    if (is_bit_field(left)) {
        const CMember *member = left->member;
        c_emit(c, OP_STORE_BITS, member->bit_offset, member->bit_width)->aux = c_type_is_unsigned(type);
        c_stack(c, -1);
        if (!keeps) {
            c_emit(c, OP_POP, 0, 0);
            c_stack(c, -1);
        }
        return;
    }
    emit_memory(c, OP_STORE_I8, type, 0, 0, keeps);
    c_stack(c, keeps ? -1 : -2);
}

static CStaticPlace storable_place(const CNode *left, int64_t *offset)
{
    return is_bit_field(left) || !c_type_is_scalar(left->type) ? PLACE_UNKNOWN : c_static_place(left, offset);
}

static void store_at(CCompiler *c, CStaticPlace place, int64_t offset, const CType *type, bool keeps)
{
    if (place == PLACE_LOCAL)
        emit_memory(c, OP_STORE_LOCAL_I8, type, (int32_t)offset, 0, keeps);
    else
        emit_memory(c, OP_STORE_GLOBAL_I8, type, 0, offset, keeps);
    c_stack(c, keeps ? 0 : -1);
}

static void compile_assign(CCompiler *c, CNode *node, bool keeps)
{
    int64_t offset;
    CStaticPlace place = storable_place(node->left, &offset);
    if (place) {
        c_compile_value(c, node->right);
        c->place = node->place;
        store_at(c, place, offset, node->left->type, keeps);
        return;
    }
    c_compile_address(c, node->left);
    c_compile_value(c, node->right);
    c->place = node->place;
    store(c, node->left, keeps);
}

/* left op right -> in left's type. The left value is on the stack below the right one. */
static void operate(CCompiler *c, const CNode *node)
{
    if (node->op == N_POINTER_ADD) {
        CType *element = node->type->base;
        c_emit(c, OP_POINTER_ADD, 0, element->kind == TY_VLA ? 1 : element->size);
        c_stack(c, -1);
        return;
    }
    emit_binary(c, (CNodeKind)node->op, node->common);
    c_compile_convert(c, node->common, node->left->type);
}

/* gcc computes the right side first, whatever the operator. */
static void compile_assign_op(CCompiler *c, CNode *node, bool keeps)
{
    int64_t offset;
    CNode *left = node->left;
    CStaticPlace place = storable_place(left, &offset);
    bool first = c_has_effects(node->right);
    if (first)
        c_compile_value(c, node->right);
    if (place) {
        compile_lvalue_value(c, left);
    } else {
        c_compile_address(c, left);
        c->place = node->place;
        c_emit(c, first ? OP_DUP_UNDER : OP_DUP, 0, 0);    /* address, right, address | address, address */
        c_stack(c, 1);
        load(c, left);
    }
    c->place = node->place;
    if (node->op != N_POINTER_ADD)
        c_compile_convert(c, left->type, node->common);
    if (first) {
        c_emit(c, OP_SWAP, 0, 0);
    } else {
        c_compile_value(c, node->right);
    }
    if (node->op == N_POINTER_ADD && node->type->base->kind == TY_VLA) {
        c_compile_size(c, node->type->base);
        c_emit(c, OP_MUL_U64, 0, 0);
        c_stack(c, -1);
    }
    c->place = node->place;
    operate(c, node);
    if (place)
        store_at(c, place, offset, left->type, keeps);
    else
        store(c, left, keeps);
}

/* The value on the stack grows by the step. */
static void add_step(CCompiler *c, const CNode *node)
{
    const CType *type = node->type;
    if (c_type_is_pointer(type)) {
        if (type->base->kind == TY_VLA) {
            c_compile_size(c, type->base);
            c_emit(c, OP_CONST, 0, node->value);
            c_stack(c, 1);
            c_emit(c, OP_MUL_U64, 0, 0);
            c_emit(c, OP_POINTER_ADD, 0, 1);
            c_stack(c, -2);
        } else {
            c_emit(c, OP_POINTER_ADD, 1, node->value * type->base->size);
        }
        return;
    }
    const CType *common = c_type_is_floating(type) ? type : c_type_promoted((CType *)type);
    c_compile_convert(c, type, common);
    if (c_type_is_floating(common)) {
        c_emit(c, OP_CONST, 0, node->value);
        c_stack(c, 1);
        c_compile_convert(c, c_type_basic(TY_LONG), common);
    } else {
        c_emit(c, OP_CONST, 0, node->value);
        c_stack(c, 1);
    }
    emit_binary(c, N_ADD, common);
    c_compile_convert(c, common, type);
}

static void compile_step(CCompiler *c, CNode *node, bool wants_value)
{
    int64_t offset;
    CNode *left = node->left;
    CStaticPlace place = storable_place(left, &offset);
    bool keeps_old = wants_value && node->is_postfix;
    if (place == PLACE_LOCAL && left->type->kind == TY_INT) {
        c_emit(c, OP_STEP_LOCAL_I32, (int32_t)offset, node->value)->aux = wants_value ? node->is_postfix ? 1 : 2 : 0;
        c_stack(c, wants_value);
        return;
    }
    if (place) {
        compile_lvalue_value(c, left);
    } else {
        c_compile_address(c, left);
        c->place = node->place;
        c_emit(c, OP_DUP, 0, 0);
        c_stack(c, 1);
        load(c, left);
    }
    c->place = node->place;
    if (keeps_old) {           /* old old | old, address, old */
        c_emit(c, place ? OP_DUP : OP_DUP_UNDER, 0, 0);
        c_stack(c, 1);
    }
    add_step(c, node);
    if (place)
        store_at(c, place, offset, left->type, wants_value && !keeps_old);
    else
        store(c, left, wants_value && !keeps_old);
}

/* ---- values ---- */

static void compile_floating(CCompiler *c, const CNode *node)
{
    float f = (float)node->floating;
    double d = (double)node->floating;
    int64_t bits = 0;
    if (node->type->kind == TY_LDOUBLE) {
        *(long double *)c_vector_add(&c->floatings, sizeof(long double)) = node->floating;
        c_emit(c, OP_CONST_F80, (int32_t)c->floatings.count - 1, 0);
    } else if (node->type->kind == TY_FLOAT) {
        memcpy(&bits, &f, sizeof f);
        c_emit(c, OP_CONST_F32, 0, bits);
    } else {
        memcpy(&bits, &d, sizeof d);
        c_emit(c, OP_CONST_F64, 0, bits);
    }
    c_stack(c, 1);
}

static void compile_va_arg(CCompiler *c, CNode *node)
{
    c_compile_value(c, node->left);
    *(CType **)c_vector_add(&c->types, sizeof(CType *)) = node->type;
    c->place = node->place;
    c_emit(c, OP_VA_ARG, (int32_t)c->types.count - 1, node->type->size);
    load(c, node);
}

static void compile_unary(CCompiler *c, CNode *node)
{
    c_compile_value(c, node->left);
    c->place = node->place;
    if (node->kind == N_NEGATE)
        c_emit(c, (COpcode)(OP_NEGATE_I32 + c_arithmetic_type(node->type)), 0, 0);
    else
        c_emit(c, c_arithmetic_type(node->type) == ARITHMETIC_U32 ? OP_NOT_U32 : OP_NOT, 0, 0);
}

static void compile_not(CCompiler *c, CNode *node)
{
    c_compile_value(c, node->left);
    if (c_type_is_floating(node->left->type))
        c_compile_convert(c, node->left->type, c_type_basic(TY_BOOL));
    c_emit(c, OP_IS_ZERO, 0, 0);
}

/* &array[i], &*p, and an array in an array that decays: an address, without looking at what is there. */
static void compile_address_of(CCompiler *c, CNode *node)
{
    CNode *operand = node->left;
    if (operand->kind == N_DEREF && operand->left->kind == N_POINTER_ADD)
        pointer_add(c, operand->left, true);
    else
        c_compile_address(c, operand);
}

static void compile_cast(CCompiler *c, CNode *node, bool wants_value)
{
    if (node->type->kind == TY_VOID || !wants_value) {
        c_compile_effect(c, node->left);
        return;
    }
    c_compile_value(c, node->left);
    c->place = node->place;
    c_compile_convert(c, node->left->type, node->type);
    /* what a block is taken for tells what it holds: (int *)malloc(...) */
    bool is_block = node->left->kind == N_CALL && c_type_is_pointer(node->type) && c_type_is_pointer(node->left->type);
    if (is_block)
        ((CSite *)c->sites.items)[c->sites.count - 1].result = node->type;
}

static void compile_comma(CCompiler *c, CNode *node, bool wants_value)
{
    c_compile_effect(c, node->left);
    c_compile_side(c, node->right, wants_value && node->type->kind != TY_VOID);
}

static void compile_list_operation(CCompiler *c, CNode *node)
{
    c_compile_value(c, node->left);
    if (node->kind == N_VA_COPY) {
        c_compile_value(c, node->right);
        c_emit(c, OP_COPY, 0, 24);
        c_stack(c, -1);
    }
    c->place = node->place;
    c_emit(c, node->kind == N_VA_START ? OP_VA_START : OP_POP, 0, 0);
    c_stack(c, -1);
}

void c_compile_warning(CCompiler *c, CNode *node)
{
    if (!node->warning)
        return;
    *(const char **)c_vector_add(&c->texts, sizeof(char *)) = node->warning;
    c->place = node->place;
    c_emit(c, OP_TELL, 0, c->texts.count - 1);
}

static bool compile_with_effect(CCompiler *c, CNode *node, bool wants_value)
{
    switch (node->kind) {
    case N_ASSIGN: compile_assign(c, node, wants_value); return true;
    case N_ASSIGN_OP: compile_assign_op(c, node, wants_value); return true;
    case N_STEP: compile_step(c, node, wants_value); return true;
    case N_CALL: c_compile_call(c, node, wants_value); return true;
    case N_CONDITIONAL: c_compile_conditional(c, node, wants_value); return true;
    case N_COMMA: compile_comma(c, node, wants_value); return true;
    case N_CAST: compile_cast(c, node, wants_value); return true;
    case N_STATEMENTS: c_compile_statements(c, node, wants_value); return true;
    case N_VA_START: case N_VA_END: case N_VA_COPY: compile_list_operation(c, node); return true;
    default: return false;
    }
}

static void compile_alloca(CCompiler *c, CNode *node)
{
    int32_t keeper = c_frame_room(c, 8, 8, 0);
    c_compile_value(c, node->left);
    c_emit(c, OP_VLA, keeper, 0);
}

static void compile_value(CCompiler *c, CNode *node)
{
    int64_t value;
    c->place = node->place;
    c_compile_warning(c, node);
    if (c_type_is_integer(node->type) && c_constant_integer(node, &value) && !c_constant_overflows(node)) {
        c_emit(c, OP_CONST, 0, value);
        c_stack(c, 1);
        return;
    }
    if (compile_with_effect(c, node, true))
        return;
    switch (node->kind) {
    case N_FLOATING: compile_floating(c, node); break;
    case N_VARIABLE: case N_MEMBER: case N_DEREF: case N_LITERAL: compile_lvalue_value(c, node); break;
    case N_ADDRESS: compile_address_of(c, node); break;
    case N_DECAY: compile_address_of(c, node); break;
    case N_NEGATE: case N_BIT_NOT: compile_unary(c, node); break;
    case N_NOT: compile_not(c, node); break;
    case N_POINTER_ADD: pointer_add(c, node, true); break;
    case N_POINTER_DIFF: pointer_diff(c, node); break;
    case N_AND_AND: case N_OR_OR: c_compile_truth(c, node); break;
    case N_SIZE: c_compile_size(c, node->common); break;
    case N_VA_ARG: compile_va_arg(c, node); break;
    case N_ALLOCA: compile_alloca(c, node); break;
    case N_LABEL_ADDRESS:
        c_emit_jump(c, OP_LABEL, c_label_of(c, node->target));
        c_stack(c, 1);
        break;
    default: compile_binary(c, node);
    }
}

void c_compile_value(CCompiler *c, CNode *node)
{
    CMark outer = c_mark_enter(c, node, false);
    compile_value(c, node);
    c->mark = outer;
}

static void compile_effect(CCompiler *c, CNode *node)
{
    c->place = node->place;
    c_compile_warning(c, node);
    if (compile_with_effect(c, node, false))
        return;
    const char *warning = node->warning;
    node->warning = NULL;      /* told above */
    int32_t depth = c->depth;
    c_compile_value(c, node);
    node->warning = warning;
    if (c->depth > depth) {
        c_emit(c, OP_POP, 0, 0);
        c_stack(c, -1);
    }
}

void c_compile_effect(CCompiler *c, CNode *node)
{
    CMark outer = c_mark_enter(c, node, false);
    compile_effect(c, node);
    c->mark = outer;
}
