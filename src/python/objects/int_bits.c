/* Bits of ints: shifts, and, or, xor, invert. Negative numbers behave as infinitely long two's complement. */
#include "python/objects/int_limbs.h"

#include <string.h>

#include <gmp.h>

#include "python/vm.h"

Object *int_shift_left(Vm *vm, Object *a, uint64_t shift)
{
    size_t count = int_limb_count(a), whole = shift / LIMB_BITS;
    unsigned part = shift % LIMB_BITS;
    Scratch moved;
    if (count == 0 || shift == 0)
        return int_exact(vm, a);
    if (whole > INT_MAX_LIMBS)
        return vm_raise_memory(vm);
    if (!scratch_init(vm, &moved, count + whole + 1))
        return NULL;
    memset(moved.limbs, 0, whole * sizeof(uint64_t));
    memcpy(moved.limbs + whole, as_int(a)->limbs, count * sizeof(uint64_t));
    moved.limbs[whole + count] = 0;
    if (part)
        moved.limbs[whole + count] = mpn_lshift(moved.limbs + whole, moved.limbs + whole, (mp_size_t)count, part);
    return scratch_finish(vm, &moved, int_is_negative(a), count + whole + 1);
}

/* The magnitude of a negative number that loses a set bit grows by one: the result goes towards minus infinity. */
Object *int_shift_right(Vm *vm, Object *a, uint64_t shift)
{
    size_t count = int_limb_count(a), whole = shift / LIMB_BITS;
    unsigned part = shift % LIMB_BITS;
    bool negative = int_is_negative(a);
    const uint64_t *limbs = as_int(a)->limbs;
    Scratch moved;
    if (whole >= count)
        return int_from_i64(vm, negative ? -1 : 0);
    if (!scratch_init(vm, &moved, count - whole + 1))
        return NULL;
    memcpy(moved.limbs, limbs + whole, (count - whole) * sizeof(uint64_t));
    uint64_t lost = limbs_trim(limbs, whole) != 0;
    if (part)
        lost |= mpn_rshift(moved.limbs, moved.limbs, (mp_size_t)(count - whole), part);
    moved.limbs[count - whole] = 0;
    if (negative && lost)
        mpn_add_1(moved.limbs, moved.limbs, (mp_size_t)(count - whole) + 1, 1);
    return scratch_finish(vm, &moved, negative, count - whole + 1);
}

Object *int_lshift(Vm *vm, Object *a, Object *shift)
{
    int overflow;
    int64_t bits = int_as_i64(vm, shift, &overflow);
    if (int_sign(shift) < 0)
        return vm_raise(vm, TYPE_ValueError, "negative shift count");
    if (int_is_zero(a))
        return int_from_i64(vm, 0);
    if (overflow)
        return vm_raise(vm, TYPE_OverflowError, "too many digits in integer");
    if (int_is_compact(a) && bits < LIMB_BITS - 2)
        return int_from_i128(vm, (__int128)int_compact_value(a) * ((__int128)1 << bits));
    return int_shift_left(vm, a, (uint64_t)bits);
}

Object *int_rshift(Vm *vm, Object *a, Object *shift)
{
    int overflow;
    int64_t bits = int_as_i64(vm, shift, &overflow);
    if (int_sign(shift) < 0)
        return vm_raise(vm, TYPE_ValueError, "negative shift count");
    if (overflow || (uint64_t)bits / LIMB_BITS >= int_limb_count(a))
        return int_from_i64(vm, int_is_negative(a) ? -1 : 0);
    if (int_is_compact(a))
        return int_from_i64(vm, int_compact_value(a) >> bits);
    return int_shift_right(vm, a, (uint64_t)bits);
}

/* The two's complement of a number in `count` limbs, which are more than it has. */
static void spread(uint64_t *limbs, size_t count, const Object *a)
{
    size_t own = int_limb_count(a);
    memcpy(limbs, as_int(a)->limbs, own * sizeof(uint64_t));
    memset(limbs + own, 0, (count - own) * sizeof(uint64_t));
    if (int_is_negative(a))
        mpn_neg(limbs, limbs, (mp_size_t)count);
}

typedef enum BitOp { BIT_AND, BIT_OR, BIT_XOR } BitOp;

static void combine(uint64_t *a, const uint64_t *b, size_t count, BitOp op)
{
    if (op == BIT_AND)
        mpn_and_n(a, a, b, (mp_size_t)count);
    else if (op == BIT_OR)
        mpn_ior_n(a, a, b, (mp_size_t)count);
    else
        mpn_xor_n(a, a, b, (mp_size_t)count);
}

static Object *bitwise(Vm *vm, Object *a, Object *b, BitOp op)
{
    size_t a_count = int_limb_count(a), b_count = int_limb_count(b);
    size_t count = (a_count > b_count ? a_count : b_count) + 1;
    Scratch x, y;
    if (!scratch_init(vm, &x, count))
        return NULL;
    if (!scratch_init(vm, &y, count)) {
        scratch_release(vm, &x);
        return NULL;
    }
    spread(x.limbs, count, a);
    spread(y.limbs, count, b);
    combine(x.limbs, y.limbs, count, op);
    scratch_release(vm, &y);
    bool negative = x.limbs[count - 1] >> (LIMB_BITS - 1);
    if (negative)
        mpn_neg(x.limbs, x.limbs, (mp_size_t)count);
    return scratch_finish(vm, &x, negative, count);
}

Object *int_and(Vm *vm, Object *a, Object *b)
{
    if (int_is_compact(a) && int_is_compact(b))
        return int_from_i64(vm, int_compact_value(a) & int_compact_value(b));
    return bitwise(vm, a, b, BIT_AND);
}

Object *int_or(Vm *vm, Object *a, Object *b)
{
    if (int_is_compact(a) && int_is_compact(b))
        return int_from_i64(vm, int_compact_value(a) | int_compact_value(b));
    return bitwise(vm, a, b, BIT_OR);
}

Object *int_xor(Vm *vm, Object *a, Object *b)
{
    if (int_is_compact(a) && int_is_compact(b))
        return int_from_i64(vm, int_compact_value(a) ^ int_compact_value(b));
    return bitwise(vm, a, b, BIT_XOR);
}

/* ~a == -(a + 1) */
Object *int_invert(Vm *vm, Object *a)
{
    if (int_is_compact(a))
        return int_from_i64(vm, ~int_compact_value(a));
    Object *one = int_from_i64(vm, 1);
    Object *next = int_add(vm, a, one);
    Object *result = next ? int_negative(vm, next) : NULL;
    decref(vm, one);
    xdecref(vm, next);
    return result;
}
