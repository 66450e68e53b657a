/* Ints and doubles: exact conversions, true division rounded once, exact comparison, the common hash of numbers. */
#include "python/objects/int_limbs.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include <gmp.h>

#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/vm.h"

enum {
    LOWEST_EXPONENT = DBL_MIN_EXP - DBL_MANT_DIG,     /* of the lowest bit of a subnormal double: -1074 */
    DOUBLE_LIMBS = DBL_MAX_EXP / LIMB_BITS + 2,       /* room for the largest double and a shift */
    HASH_BITS = 61                                    /* sys.hash_info.width of CPython's modulus 2**61 - 1 */
};

double limbs_scale(uint64_t m, int64_t exponent)
{
    if (m == 0)
        return 0.0;
    int bits = LIMB_BITS - __builtin_clzll(m);
    int64_t drop = bits - DBL_MANT_DIG;
    if (exponent + drop < LOWEST_EXPONENT)
        drop = LOWEST_EXPONENT - exponent;
    if (drop > bits)                                  /* below half of the smallest double */
        return 0.0;
    if (drop > 0) {
        uint64_t half = UINT64_C(1) << (drop - 1), low = m & (half | (half - 1));
        m = drop < LIMB_BITS ? m >> drop : 0;
        m += low > half || (low == half && (m & 1));
        exponent += drop;
    }
    return exponent > DBL_MAX_EXP ? HUGE_VAL : ldexp((double)m, (int)exponent);
}

double int_as_double(Vm *vm, Object *object)
{
    int64_t exponent;
    if (int_is_compact(object) && int_limb_count(object) && as_int(object)->limbs[0] >> DBL_MANT_DIG == 0)
        return (double)int_compact_value(object);
    uint64_t top = limbs_top(as_int(object)->limbs, int_limb_count(object), &exponent);
    double value = limbs_scale(top, exponent);
    if (isinf(value)) {
        vm_raise(vm, TYPE_OverflowError, "int too large to convert to float");
        return -1.0;
    }
    return int_is_negative(object) ? -value : value;
}

/* The limbs of a double that is an integer, not negative and finite; returns how many. */
static size_t limbs_of_double(double value, uint64_t limbs[DOUBLE_LIMBS])
{
    int exponent;
    double fraction = frexp(value, &exponent);
    uint64_t mantissa = (uint64_t)ldexp(fraction, DBL_MANT_DIG);
    int shift = exponent - DBL_MANT_DIG;
    memset(limbs, 0, DOUBLE_LIMBS * sizeof(uint64_t));
    if (shift <= 0) {
        limbs[0] = shift > -LIMB_BITS ? mantissa >> -shift : 0;
        return limbs_trim(limbs, 1);
    }
    size_t place = (size_t)shift / LIMB_BITS;
    int rest = shift % LIMB_BITS;
    limbs[place] = mantissa << rest;
    limbs[place + 1] = rest ? mantissa >> (LIMB_BITS - rest) : 0;
    return limbs_trim(limbs, place + 2);
}

Object *int_from_double(Vm *vm, double value)
{
    uint64_t limbs[DOUBLE_LIMBS];
    if (isinf(value))
        return vm_raise(vm, TYPE_OverflowError, "cannot convert float infinity to integer");
    if (isnan(value))
        return vm_raise(vm, TYPE_ValueError, "cannot convert float NaN to integer");
    if (fabs(value) < 0x1p62)
        return int_from_i64(vm, (int64_t)value);
    return int_from_limbs(vm, value < 0, limbs, limbs_of_double(trunc(fabs(value)), limbs));
}

static int order_of(double a, double b) { return (a > b) - (a < b); }

int int_compare_double(const Object *a, double b)
{
    int sign = int_sign(a);
    uint64_t limbs[DOUBLE_LIMBS];
    if (isinf(b) || sign == 0 || (b > 0) - (b < 0) != sign)
        return order_of(sign, b);
    double whole = trunc(fabs(b));
    size_t count = limbs_of_double(whole, limbs), mine = int_limb_count(a);
    int order = mine != count ? (mine > count) - (mine < count) : mpn_cmp(as_int(a)->limbs, limbs, (mp_size_t)count);
    if (order == 0)
        order = order_of(whole, fabs(b));
    order = (order > 0) - (order < 0);
    return sign < 0 ? -order : order;
}

/* ---- true division ---- */

/* |a| / |b| as a double. The dividend gets (or loses) whole low limbs until it is two limbs longer than the divisor;
 * then the integer quotient has more than 64 bits, and all that is cut off only matters as "not exact". */
typedef struct Division { Scratch n, q, r; } Division;

static bool division_init(Vm *vm, Division *d, size_t divisor_limbs)
{
    bool ok = scratch_init(vm, &d->n, divisor_limbs + 2);
    if (ok && !(ok = scratch_init(vm, &d->q, 3)))
        scratch_release(vm, &d->n);
    else if (ok && !(ok = scratch_init(vm, &d->r, divisor_limbs)))
        scratch_release(vm, &d->n);
    return ok;
}

static bool divide_as_double(Vm *vm, const Object *a, const Object *b, double *result)
{
    size_t a_count = int_limb_count(a), b_count = int_limb_count(b), count = b_count + 2;
    size_t cut = a_count > count ? a_count - count : 0, low = a_count < count ? count - a_count : 0;
    Division d;
    if (!division_init(vm, &d, b_count))
        return false;
    memset(d.n.limbs, 0, low * sizeof(uint64_t));
    memcpy(d.n.limbs + low, as_int(a)->limbs + cut, (a_count - cut) * sizeof(uint64_t));
    mpn_tdiv_qr(d.q.limbs, d.r.limbs, 0, d.n.limbs, (mp_size_t)count, as_int(b)->limbs, (mp_size_t)b_count);
    bool inexact = limbs_trim(d.r.limbs, b_count) != 0 || limbs_trim(as_int(a)->limbs, cut) != 0;
    int64_t exponent;
    uint64_t top = limbs_top(d.q.limbs, limbs_trim(d.q.limbs, 3), &exponent);
    *result = limbs_scale(top | inexact, exponent + ((int64_t)cut - (int64_t)low) * LIMB_BITS);
    scratch_release(vm, &d.n);
    scratch_release(vm, &d.q);
    scratch_release(vm, &d.r);
    return true;
}

static bool is_exact_double(const Object *object)
{
    return int_is_compact(object) && (int_is_zero(object) || as_int(object)->limbs[0] >> DBL_MANT_DIG == 0);
}

Object *int_true_divide(Vm *vm, Object *a, Object *b)
{
    double result;
    bool negative = int_is_negative(a) != int_is_negative(b);
    if (int_is_zero(b))
        return vm_raise(vm, TYPE_ZeroDivisionError, "division by zero");
    if (is_exact_double(a) && is_exact_double(b)) {
        /* An int has no negative zero: 0 / -5 is -0.0 as in CPython, which divides the doubles as well. */
        return float_new(vm, (double)int_compact_value(a) / (double)int_compact_value(b));
    }
    if (int_is_zero(a))
        return float_new(vm, negative ? -0.0 : 0.0);
    if (!divide_as_double(vm, a, b, &result))
        return NULL;
    if (isinf(result))
        return vm_raise(vm, TYPE_OverflowError, "integer division result too large for a float");
    return float_new(vm, negative ? -result : result);
}

/* ---- hash ---- */

/* The value modulo 2**61 - 1, with the sign: a multiplication by a power of two is a rotation of 61 bits. */
static int64_t hash_finite(double value)
{
    const uint64_t modulus = (UINT64_C(1) << HASH_BITS) - 1;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(fabs(frexp(value, &exponent)), DBL_MANT_DIG);
    int turn = (exponent - DBL_MANT_DIG) % HASH_BITS;
    if (turn < 0)
        turn += HASH_BITS;
    uint64_t hash = turn ? (mantissa << turn & modulus) | mantissa >> (HASH_BITS - turn) : mantissa;
    hash = hash == modulus ? 0 : hash;
    int64_t result = value < 0 ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}

int64_t hash_double(Vm *vm, double value, const Object *self)
{
    enum { HASH_OF_INFINITY = 314159 };
    if (isfinite(value))
        return hash_finite(value);
    if (isinf(value))
        return value > 0 ? HASH_OF_INFINITY : -HASH_OF_INFINITY;
    uint64_t address = object_address(vm, self);
    int64_t hash = (int64_t)(address >> 4 | address << 60);           /* as _Py_HashPointer */
    return hash == -1 ? -2 : hash;
}

/* ---- exact fractions ---- */

Object *int_ratio_of_double(Vm *vm, double value)
{
    int exponent;
    if (isinf(value))
        return vm_raise(vm, TYPE_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(value))
        return vm_raise(vm, TYPE_ValueError, "cannot convert NaN to integer ratio");
    double mantissa = ldexp(frexp(value, &exponent), DBL_MANT_DIG);
    exponent -= DBL_MANT_DIG;
    for (; mantissa != 0 && exponent < 0 && fmod(mantissa, 2.0) == 0; exponent++)
        mantissa /= 2;
    Object *one = int_from_i64(vm, 1);
    Object *numerator = int_from_i64(vm, (int64_t)mantissa), *denominator = incref(one);
    if (numerator && mantissa != 0) {
        Object **place = exponent < 0 ? &denominator : &numerator;
        object_replace(vm, place, int_shift_left(vm, *place, (uint64_t)(exponent < 0 ? -exponent : exponent)));
    }
    Object *pair = numerator && denominator ? tuple_pack(vm, 2, numerator, denominator) : NULL;
    decref(vm, one);
    xdecref(vm, numerator);
    xdecref(vm, denominator);
    return pair;
}
