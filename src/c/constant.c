#include "c/parse.h"

int64_t c_truncate(int64_t value, const CType *type)
{
    if (type->kind == TY_ENUM)
        type = type->base;
    switch (type->kind) {
    case TY_BOOL: return value != 0;
    case TY_CHAR: case TY_SCHAR: return (int8_t)value;
    case TY_UCHAR: return (uint8_t)value;
    case TY_SHORT: return (int16_t)value;
    case TY_USHORT: return (uint16_t)value;
    case TY_INT: return (int32_t)value;
    case TY_UINT: return (uint32_t)value;
    default: return value;
    }
}

static bool divide(const CNode *node, int64_t a, int64_t b, int64_t *value)
{
    bool is_unsigned = c_type_is_unsigned(node->type);
    if (b == 0)
        return false;
    if (is_unsigned)
        *value = (int64_t)(node->kind == N_DIV ? (uint64_t)a / (uint64_t)b : (uint64_t)a % (uint64_t)b);
    else if (b == -1)
        *value = node->kind == N_DIV ? (int64_t)(0 - (uint64_t)a) : 0;
    else
        *value = node->kind == N_DIV ? a / b : a % b;
    return true;
}

static bool compare(const CNode *node, int64_t a, int64_t b, int64_t *value)
{
    bool is_unsigned = c_type_is_unsigned(node->left->type);
    bool less = is_unsigned ? (uint64_t)a < (uint64_t)b : a < b;
    switch (node->kind) {
    case N_EQ: *value = a == b; break;
    case N_NE: *value = a != b; break;
    case N_LT: *value = less; break;
    case N_GE: *value = !less; break;
    case N_LE: *value = less || a == b; break;
    default: *value = !less && a != b; break;
    }
    return true;
}

static bool shift(const CNode *node, int64_t a, int64_t b, int64_t *value)
{
    int bits = (int)node->type->size * 8;
    if (b < 0 || b >= bits)
        return false;
    if (node->kind == N_SHL)
        *value = (int64_t)((uint64_t)a << b);
    else
        *value = c_type_is_unsigned(node->type) ? (int64_t)((uint64_t)a >> b) : a >> b;
    return true;
}

static bool binary(const CNode *node, int64_t *value)
{
    int64_t a, b;
    if (c_type_is_floating(node->left->type)) {
        long double x, y;
        if (node->kind < N_EQ || !c_constant_floating(node->left, &x) || !c_constant_floating(node->right, &y))
            return false;
        *value = node->kind == N_EQ ? x == y : node->kind == N_NE ? x != y : node->kind == N_LT ? x < y
               : node->kind == N_LE ? x <= y : node->kind == N_GT ? x > y : x >= y;
        return true;
    }
    if (!c_constant_integer(node->left, &a) || !c_constant_integer(node->right, &b))
        return false;
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    switch (node->kind) {
    case N_ADD: *value = (int64_t)(x + y); return true;
    case N_SUB: *value = (int64_t)(x - y); return true;
    case N_MUL: *value = (int64_t)(x * y); return true;
    case N_AND: *value = a & b; return true;
    case N_OR: *value = a | b; return true;
    case N_XOR: *value = a ^ b; return true;
    case N_DIV: case N_MOD: return divide(node, a, b, value);
    case N_SHL: case N_SHR: return shift(node, a, b, value);
    default: return compare(node, a, b, value);
    }
}

static bool cast(const CNode *node, int64_t *value)
{
    long double floating;
    if (c_type_is_floating(node->left->type)) {
        if (!c_constant_floating(node->left, &floating))
            return false;
        bool is_int = node->type->size == 4 && !c_type_is_unsigned(node->type);
        *value = node->type->kind == TY_BOOL ? floating != 0
               : is_int && floating >= 0x1p31L ? INT32_MAX : is_int && floating <= -0x1p31L ? INT32_MIN
               : c_type_is_unsigned(node->type) && floating >= 0 ? (int64_t)(uint64_t)floating : (int64_t)floating;
        return true;
    }
    return c_constant_integer(node->left, value);
}

static bool unary(const CNode *node, int64_t *value)
{
    long double floating;
    if (node->kind == N_NOT && c_type_is_floating(node->left->type)) {
        bool known = c_constant_floating(node->left, &floating);
        *value = known && !floating;
        return known;
    }
    if (!c_constant_integer(node->left, value))
        return false;
    *value = node->kind == N_NEGATE ? (int64_t)(0 - (uint64_t)*value) : node->kind == N_NOT ? !*value : ~*value;
    return true;
}

static bool either(const CNode *node, int64_t *value)
{
    int64_t a, b;
    if (!c_constant_integer(node->left, &a))
        return false;
    if ((node->kind == N_AND_AND && !a) || (node->kind == N_OR_OR && a)) {
        *value = node->kind == N_OR_OR;
        return true;
    }
    if (!c_constant_integer(node->right, &b))
        return false;
    *value = b != 0;
    return true;
}

static bool choose(const CNode *node, int64_t *value)
{
    int64_t condition;
    if (!c_constant_integer(node->left, &condition))
        return false;
    const CNode *yes = node->right ? node->right : node->left;
    return c_constant_integer(condition ? yes : node->third, value);
}

static bool evaluate(const CNode *node, int64_t *value)
{
    switch (node->kind) {
    case N_INTEGER: *value = node->value; return true;
    case N_CAST: return cast(node, value);
    case N_NEGATE: case N_BIT_NOT: case N_NOT: return unary(node, value);
    case N_AND_AND: case N_OR_OR: return either(node, value);
    case N_CONDITIONAL: return choose(node, value);
    default: return node->kind >= N_ADD && node->kind <= N_GE && binary(node, value);
    }
}

bool c_constant_integer(const CNode *node, int64_t *value)
{
    if (!c_type_is_integer(node->type) && node->type->kind != TY_POINTER)
        return false;
    if (!evaluate(node, value))
        return false;
    *value = c_truncate(*value, node->type);
    return true;
}

static long double rounded(long double value, const CType *type)
{
    return type->kind == TY_FLOAT ? (float)value : type->kind == TY_DOUBLE ? (double)value : value;
}

static bool floating_binary(const CNode *node, long double *value)
{
    long double a, b;
    if (!c_constant_floating(node->left, &a) || !c_constant_floating(node->right, &b))
        return false;
    bool is_double = node->type->kind == TY_DOUBLE, is_float = node->type->kind == TY_FLOAT;
    double x = (double)a, y = (double)b;
    float f = (float)a, g = (float)b;
#define APPLY(op) (is_float ? (long double)(f op g) : is_double ? (long double)(x op y) : a op b)
    switch (node->kind) {
    case N_ADD: *value = APPLY(+); return true;
    case N_SUB: *value = APPLY(-); return true;
    case N_MUL: *value = APPLY(*); return true;
    case N_DIV: *value = APPLY(/); return true;
    default: return false;
    }
#undef APPLY
}

bool c_constant_floating(const CNode *node, long double *value)
{
    int64_t integer;
    if (c_type_is_integer(node->type)) {
        bool known = c_constant_integer(node, &integer);
        *value = !known ? 0 : c_type_is_unsigned(node->type) ? (long double)(uint64_t)integer : (long double)integer;
        return known;
    }
    bool known = false;
    switch (node->kind) {
    case N_FLOATING: *value = node->floating; return true;
    case N_CAST: known = c_constant_floating(node->left, value); break;
    case N_NEGATE: known = c_constant_floating(node->left, value); *value = -*value; break;
    case N_ADD: case N_SUB: case N_MUL: case N_DIV: known = floating_binary(node, value); break;
    case N_CONDITIONAL:
        known = c_constant_integer(node->left, &integer)
             && c_constant_floating(integer && node->right ? node->right : node->third, value);
        break;
    default: return false;
    }
    *value = known ? rounded(*value, node->type) : 0;
    return known;
}

/* ---- addresses ---- */

static bool address_of(const CNode *node, CVariable **variable, int64_t *offset)
{
    switch (node->kind) {
    case N_VARIABLE:
    case N_LITERAL:
        *variable = node->variable;
        *offset = 0;
        return node->variable->is_global || node->variable->is_function;
    case N_MEMBER:
        if (!address_of(node->left, variable, offset))
            return false;
        *offset += node->offset;
        return true;
    case N_DEREF: return c_constant_address(node->left, variable, offset);
    default: return false;
    }
}

static bool add_elements(const CNode *node, CVariable **variable, int64_t *offset)
{
    int64_t count;
    if (!c_constant_address(node->left, variable, offset) || !c_constant_integer(node->right, &count))
        return false;
    *offset += count * node->type->base->size;
    return true;
}

bool c_constant_address(const CNode *node, CVariable **variable, int64_t *offset)
{
    *variable = NULL;
    switch (node->kind) {
    case N_ADDRESS: case N_DECAY: return address_of(node->left, variable, offset);
    case N_POINTER_ADD: return add_elements(node, variable, offset);
    case N_CAST:
        if (node->type->size == 8 && (c_type_is_pointer(node->left->type) || node->left->type->size == 8))
            return c_constant_address(node->left, variable, offset);
        return c_constant_integer(node, offset);
    case N_CONDITIONAL: {
        int64_t condition;
        return c_constant_integer(node->left, &condition)
            && c_constant_address(condition && node->right ? node->right : node->third, variable, offset);
    }
    case N_ADD: case N_SUB: {
        int64_t more;
        bool known = c_constant_address(node->left, variable, offset) && c_constant_integer(node->right, &more);
        if (known && *variable)
            *offset += node->kind == N_ADD ? more : -more;
        return known && *variable ? true : c_constant_integer(node, offset);
    }
    default: return c_constant_integer(node, offset);
    }
}

static bool fits(__int128 value, const CType *type)
{
    return type->size == 8 ? value >= INT64_MIN && value <= INT64_MAX : value >= INT32_MIN && value <= INT32_MAX;
}

/* A sum, difference or product of constants, or a negated one. */
static bool overflows_itself(const CNode *node)
{
    int64_t a, b = 0;
    bool is_one = node->kind == N_NEGATE, is_signed = c_type_is_integer(node->type) && !c_type_is_unsigned(node->type);
    if ((!is_one && (node->kind < N_ADD || node->kind > N_MUL)) || !is_signed)
        return false;
    if (!c_constant_integer(node->left, &a) || (!is_one && !c_constant_integer(node->right, &b)))
        return false;
    __int128 wide = is_one ? -(__int128)a : node->kind == N_ADD ? (__int128)a + b : node->kind == N_SUB ? (__int128)a - b
                  : (__int128)a * b;
    return !fits(wide, node->type);
}

bool c_constant_overflows(const CNode *node)
{
    return node && (overflows_itself(node) || c_constant_overflows(node->left) || c_constant_overflows(node->right));
}
