/* Operators whose operands need no look at a type's slots: two numbers that fit machine words, two strings compared, an
 * item of a list. Inline, for the evaluation loop. Nothing here runs the program's code or refers to a frame; what is
 * not answered here is left to the abstract operations, which give the same answers. */
#ifndef REFARROWS_PYTHON_EVAL_NUMBER_H
#define REFARROWS_PYTHON_EVAL_NUMBER_H

#include "python/alloc_fast.h"
#include "python/objects/dict_internal.h"

#define EVAL_INLINE static inline __attribute__((always_inline))

/* ---- results ---- */

EVAL_INLINE Object *number_int(Vm *vm, int64_t value)
{
    if ((uint64_t)value - (uint64_t)SMALL_INT_MIN < SMALL_INT_COUNT)
        return incref(&vm->small_ints[value - SMALL_INT_MIN].value.head);
    Int *result = mem_alloc_number(vm);
    if (__builtin_expect(!result, 0))
        return vm_raise_memory(vm);
    result->head = (Object){1, TYPE_REF(INT), vm->next_number++};
    result->size = value < 0 ? -1 : 1;
    result->limbs[0] = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    return &result->head;
}

EVAL_INLINE Object *number_float(Vm *vm, double value)
{
    Float *result = float_block(vm);
    if (__builtin_expect(!result, 0))
        return vm_raise_memory(vm);
    result->head = (Object){1, TYPE_REF(FLOAT), vm->next_number++};
    result->value = value;
    return &result->head;
}

/* decref for an operand that number_operate took: an int of one limb or a float. */
EVAL_INLINE void number_release(Vm *vm, Object *number)
{
    if (--number->count)
        return;
    if (is_exact(number, FLOAT))
        float_release(vm, number);
    else
        mem_free_number(vm, number);
}

/* ---- operands ---- */

/* Are both exact ints that are compact (int.h)? Zero is a small int, which has room for a limb as all others. */
EVAL_INLINE bool number_both_compact(const Object *left, const Object *right)
{
    if (!is_exact(left, INT) || !is_exact(right, INT))
        return false;
    const Int *a = (const Int *)left, *b = (const Int *)right;
    return (uint64_t)(a->size + 1) <= 2 && (uint64_t)(b->size + 1) <= 2 && (a->limbs[0] | b->limbs[0]) >> 62 == 0;
}

EVAL_INLINE int64_t number_value(const Object *object)
{
    return ((const Int *)object)->size * (int64_t)((const Int *)object)->limbs[0];
}

enum { NUMBER_DOUBLE_BITS = 53 };      /* ints of so many bits are doubles, exactly */

EVAL_INLINE bool number_fits_double(int64_t value)
{
    return (uint64_t)(value + (INT64_C(1) << NUMBER_DOUBLE_BITS)) <= UINT64_C(1) << (NUMBER_DOUBLE_BITS + 1);
}

/* A float, or an int that is a double exactly. */
EVAL_INLINE bool number_as_double(const Object *object, double *value)
{
    if (is_exact(object, FLOAT)) {
        *value = float_value(object);
        return true;
    }
    if (!is_exact(object, INT) || !int_is_compact(object) || !number_fits_double(number_value(object)))
        return false;
    *value = (double)number_value(object);
    return true;
}

/* ---- operators ---- */

EVAL_INLINE bool number_operate_ints(Vm *vm, BinaryOp op, int64_t a, int64_t b, Object **result)
{
    int64_t value;
    switch (op) {
    case BINARY_ADD: value = a + b; break;
    case BINARY_SUBTRACT: value = a - b; break;
    case BINARY_MULTIPLY:
        if (__builtin_mul_overflow(a, b, &value) || value == INT64_MIN)
            return false;
        break;
    case BINARY_REMAINDER:
        if (b <= 0)
            return false;
        value = a % b;
        value += value < 0 ? b : 0;
        break;
    case BINARY_FLOOR_DIVIDE:
        if (b <= 0)
            return false;
        value = a / b - (a % b < 0);
        break;
    case BINARY_TRUE_DIVIDE:
        if (b == 0 || !number_fits_double(a) || !number_fits_double(b))
            return false;
        *result = number_float(vm, (double)a / (double)b);
        return true;
    case BINARY_AND: value = a & b; break;
    case BINARY_OR: value = a | b; break;
    case BINARY_XOR: value = a ^ b; break;
    default: return false;
    }
    *result = number_int(vm, value);
    return true;
}

/* An operator on two numbers. False: another case, and nothing was done. *result NULL: there is no memory. */
EVAL_INLINE bool number_operate(Vm *vm, BinaryOp op, Object *left, Object *right, Object **result)
{
    if (number_both_compact(left, right))
        return number_operate_ints(vm, op, number_value(left), number_value(right), result);
    double a, b;
    if (!number_as_double(left, &a) || !number_as_double(right, &b))
        return false;
    switch (op) {
    case BINARY_ADD: *result = number_float(vm, a + b); return true;
    case BINARY_SUBTRACT: *result = number_float(vm, a - b); return true;
    case BINARY_MULTIPLY: *result = number_float(vm, a * b); return true;
    case BINARY_TRUE_DIVIDE:
        if (b == 0)
            return false;
        *result = number_float(vm, a / b);
        return true;
    default: return false;
    }
}

/* ---- comparisons ---- */

/* Bit 0: less, 1: equal, 2: greater, 3: not ordered (a nan). */
EVAL_INLINE int compare_answer(CompareOp op, unsigned order)
{
    static const uint8_t answers[] = {
        [COMPARE_LT] = 1, [COMPARE_LE] = 3, [COMPARE_EQ] = 2, [COMPARE_NE] = 13, [COMPARE_GT] = 4, [COMPARE_GE] = 6,
    };
    return answers[op] >> order & 1;
}

/* Whether two numbers, or the equality of two strings, compare so: 1 or 0; -1: another case. */
EVAL_INLINE int compare_quickly(const Object *left, const Object *right, CompareOp op)
{
    if (number_both_compact(left, right)) {
        int64_t a = number_value(left), b = number_value(right);
        return compare_answer(op, 1u + (a > b) - (a < b));
    }
    if (is_exact(left, FLOAT) && is_exact(right, FLOAT)) {
        double a = float_value(left), b = float_value(right);
        return compare_answer(op, a < b ? 0 : a == b ? 1 : a > b ? 2 : 3);
    }
    if (is_exact(left, STR) && is_exact(right, STR) && (op == COMPARE_EQ || op == COMPARE_NE))
        return (left == right || str_equal(left, right)) == (op == COMPARE_EQ);
    return -1;
}

/* ---- items ---- */

/* Where a list keeps its item at that index from the start; NULL: another case. */
EVAL_INLINE Object **item_place_quickly(const Object *container, const Object *key)
{
    if (!is_exact(container, LIST) || !is_exact(key, INT) || !int_is_compact(key))
        return NULL;
    const List *list = (const List *)container;
    int64_t i = int_compact_value(key);
    return (uint64_t)i < (uint64_t)list->length ? &list->items[i] : NULL;
}

/* container[key] of a list or tuple; borrowed, NULL: another case. */
EVAL_INLINE Object *item_quickly(const Object *container, const Object *key)
{
    if (!is_exact(key, INT) || !int_is_compact(key))
        return NULL;
    int64_t i = int_compact_value(key);
    if (is_exact(container, LIST)) {
        const List *list = (const List *)container;
        i += i < 0 ? list->length : 0;
        return (uint64_t)i < (uint64_t)list->length ? list->items[i] : NULL;
    }
    if (is_exact(container, TUPLE)) {
        const Tuple *tuple = (const Tuple *)container;
        i += i < 0 ? tuple->length : 0;
        return (uint64_t)i < (uint64_t)tuple->length ? tuple->items[i] : NULL;
    }
    return NULL;
}

#endif
