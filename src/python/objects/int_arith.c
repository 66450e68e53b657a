/* Arithmetic of ints: sums, products, quotients, powers. Each operation has a short way for values of one limb and a
 * general one over GMP's mpn functions; powers poll between their steps, because a learner may ask for 10**10**8. */
#include "python/objects/int_limbs.h"

#include <string.h>

#include <gmp.h>

#include "python/objects/float.h"
#include "python/vm.h"

/* A magnitude that is passed around without an object. */
typedef struct Row { const uint64_t *limbs; size_t count; } Row;

static Row row_of(const Object *object) { return (Row){ as_int(object)->limbs, int_limb_count(object) }; }

static int row_compare(Row x, Row y)
{
    if (x.count != y.count)
        return x.count < y.count ? -1 : 1;
    return x.count ? mpn_cmp(x.limbs, y.limbs, (mp_size_t)x.count) : 0;
}

static void row_swap(Row *x, Row *y)
{
    Row other = *x;
    *x = *y;
    *y = other;
}

static Object *add_rows(Vm *vm, bool negative, Row x, Row y)
{
    Scratch sum;
    if (x.count < y.count)
        row_swap(&x, &y);
    if (y.count == 0)
        return int_from_limbs(vm, negative, x.limbs, x.count);
    if (!scratch_init(vm, &sum, x.count + 1))
        return NULL;
    sum.limbs[x.count] = mpn_add(sum.limbs, x.limbs, (mp_size_t)x.count, y.limbs, (mp_size_t)y.count);
    return scratch_finish(vm, &sum, negative, x.count + 1);
}

static Object *subtract_rows(Vm *vm, bool negative, Row x, Row y)
{
    Scratch difference;
    if (row_compare(x, y) < 0) {
        row_swap(&x, &y);
        negative = !negative;
    }
    if (y.count == 0)
        return int_from_limbs(vm, negative, x.limbs, x.count);
    if (!scratch_init(vm, &difference, x.count))
        return NULL;
    mpn_sub(difference.limbs, x.limbs, (mp_size_t)x.count, y.limbs, (mp_size_t)y.count);
    return scratch_finish(vm, &difference, negative, x.count);
}

static Object *add_signed(Vm *vm, Object *a, Object *b, bool negate_b)
{
    bool a_negative = int_is_negative(a), b_negative = int_is_negative(b) != negate_b;
    if (a_negative == b_negative)
        return add_rows(vm, a_negative, row_of(a), row_of(b));
    return subtract_rows(vm, a_negative, row_of(a), row_of(b));
}

Object *int_add(Vm *vm, Object *a, Object *b)
{
    if (int_is_compact(a) && int_is_compact(b))
        return int_from_i64(vm, int_compact_value(a) + int_compact_value(b));
    return add_signed(vm, a, b, false);
}

Object *int_subtract(Vm *vm, Object *a, Object *b)
{
    if (int_is_compact(a) && int_is_compact(b))
        return int_from_i64(vm, int_compact_value(a) - int_compact_value(b));
    return add_signed(vm, a, b, true);
}

static void multiply_rows(uint64_t *product, Row x, Row y)
{
    if (x.limbs == y.limbs && x.count == y.count)
        mpn_sqr(product, x.limbs, (mp_size_t)x.count);
    else if (x.count >= y.count)
        mpn_mul(product, x.limbs, (mp_size_t)x.count, y.limbs, (mp_size_t)y.count);
    else
        mpn_mul(product, y.limbs, (mp_size_t)y.count, x.limbs, (mp_size_t)x.count);
}

Object *int_multiply(Vm *vm, Object *a, Object *b)
{
    if (int_is_compact(a) && int_is_compact(b))
        return int_from_i128(vm, (__int128)int_compact_value(a) * int_compact_value(b));
    Row x = row_of(a), y = row_of(b);
    Scratch product;
    if (x.count == 0 || y.count == 0)
        return int_from_i64(vm, 0);
    if (x.count + y.count > INT_MAX_LIMBS + 1)
        return vm_raise_memory(vm);
    if (!scratch_init(vm, &product, x.count + y.count))
        return NULL;
    multiply_rows(product.limbs, x, y);
    return scratch_finish(vm, &product, int_is_negative(a) != int_is_negative(b), x.count + y.count);
}

Object *int_negative(Vm *vm, Object *a)
{
    return int_from_limbs(vm, !int_is_negative(a), as_int(a)->limbs, int_limb_count(a));
}

Object *int_absolute(Vm *vm, Object *a)
{
    return int_is_negative(a) ? int_negative(vm, a) : int_exact(vm, a);
}

/* ---- division ---- */

/* Stores what the caller wants of a quotient and a remainder that fit. */
static int store_small(Vm *vm, int64_t q, int64_t r, Object **quotient, Object **remainder)
{
    if (quotient && !(*quotient = int_from_i64(vm, q)))
        return -1;
    if (remainder && !(*remainder = int_from_i64(vm, r))) {
        if (quotient)
            decref(vm, *quotient);
        return -1;
    }
    return 0;
}

static int divide_small(Vm *vm, int64_t a, int64_t b, Object **quotient, Object **remainder)
{
    int64_t q = a / b, r = a % b;
    if (r != 0 && (r < 0) != (b < 0)) {
        q--;
        r += b;
    }
    return store_small(vm, q, r, quotient, remainder);
}

/* q has room for one limb more than the quotient needs, r has d.count limbs. Truncates; then, when the signs differ and
 * something is left over, steps down to the floor: q + 1 and d - r as magnitudes. */
static void divide_rows(uint64_t *q, uint64_t *r, Row n, Row d, bool signs_differ)
{
    size_t q_count = n.count - d.count + 1;
    mpn_tdiv_qr(q, r, 0, n.limbs, (mp_size_t)n.count, d.limbs, (mp_size_t)d.count);
    q[q_count] = 0;
    if (!signs_differ || limbs_trim(r, d.count) == 0)
        return;
    mpn_add_1(q, q, (mp_size_t)q_count + 1, 1);
    mpn_sub_n(r, d.limbs, r, (mp_size_t)d.count);
}

static int divide_large(Vm *vm, Object *a, Object *b, Object **quotient, Object **remainder)
{
    Row n = row_of(a), d = row_of(b);
    bool negative = int_is_negative(b), differ = int_is_negative(a) != negative;
    Scratch q, r;
    if (!scratch_init(vm, &q, n.count - d.count + 2))
        return -1;
    if (!scratch_init(vm, &r, d.count)) {
        scratch_release(vm, &q);
        return -1;
    }
    divide_rows(q.limbs, r.limbs, n, d, differ);
    Object *quotient_int = quotient ? int_from_limbs(vm, differ, q.limbs, n.count - d.count + 2) : NULL;
    Object *remainder_int = remainder ? int_from_limbs(vm, negative, r.limbs, d.count) : NULL;
    scratch_release(vm, &q);
    scratch_release(vm, &r);
    if ((quotient && !quotient_int) || (remainder && !remainder_int)) {
        xdecref(vm, quotient_int);
        xdecref(vm, remainder_int);
        return -1;
    }
    if (quotient)
        *quotient = quotient_int;
    if (remainder)
        *remainder = remainder_int;
    return 0;
}

/* |a| < |b|: the quotient is 0 or -1. */
static int divide_by_larger(Vm *vm, Object *a, Object *b, Object **quotient, Object **remainder)
{
    bool step = !int_is_zero(a) && int_is_negative(a) != int_is_negative(b);
    if (remainder && !(*remainder = step ? int_add(vm, a, b) : int_exact(vm, a)))
        return -1;
    if (quotient)
        *quotient = int_from_i64(vm, step ? -1 : 0);
    return 0;
}

int int_divide(Vm *vm, Object *a, Object *b, Object **quotient, Object **remainder)
{
    if (int_is_compact(a) && int_is_compact(b))
        return divide_small(vm, int_compact_value(a), int_compact_value(b), quotient, remainder);
    if (row_compare(row_of(a), row_of(b)) < 0)
        return divide_by_larger(vm, a, b, quotient, remainder);
    return divide_large(vm, a, b, quotient, remainder);
}

Object *int_floor_divide(Vm *vm, Object *a, Object *b)
{
    Object *quotient;
    if (int_is_zero(b))
        return vm_raise(vm, TYPE_ZeroDivisionError, "integer division or modulo by zero");
    return int_divide(vm, a, b, &quotient, NULL) < 0 ? NULL : quotient;
}

Object *int_remainder(Vm *vm, Object *a, Object *b)
{
    Object *remainder;
    if (int_is_zero(b))
        return vm_raise(vm, TYPE_ZeroDivisionError, "integer modulo by zero");
    return int_divide(vm, a, b, NULL, &remainder) < 0 ? NULL : remainder;
}

/* ---- powers ---- */

/* Two rows that take turns: a step reads one and writes the other. */
typedef struct Power {
    Scratch space;             /* both rows, each `room` limbs */
    uint64_t *now, *next;
    size_t count;              /* limbs in `now`, trimmed */
} Power;

static bool power_init(Vm *vm, Power *power, size_t room)
{
    if (!scratch_init(vm, &power->space, 2 * room))
        return false;
    power->now = power->space.limbs;
    power->next = power->now + room;
    power->now[0] = 1;
    power->count = 1;
    return true;
}

static void power_multiply(Power *power, Row factor)
{
    multiply_rows(power->next, (Row){ power->now, power->count }, factor);
    power->count = limbs_trim(power->next, power->count + factor.count);
    uint64_t *other = power->now;
    power->now = power->next;
    power->next = other;
}

static Object *power_finish(Vm *vm, Power *power, bool negative)
{
    Object *result = int_from_limbs(vm, negative, power->now, power->count);
    scratch_release(vm, &power->space);
    return result;
}

static Object *power_abandon(Vm *vm, Power *power)
{
    scratch_release(vm, &power->space);
    return NULL;
}

static bool poll_failed(Vm *vm, size_t limbs) { return limbs > INT_POLL_LIMBS && vm_poll(vm) < 0; }

/* Base and exponent are so that the result has at most INT_MAX_LIMBS limbs: the caller looked. */
static Object *power_general(Vm *vm, Object *base, uint64_t exponent)
{
    Row row = row_of(base);
    Power power;
    size_t bits = (size_t)limbs_bit_length(row.limbs, row.count) * exponent;
    if (!power_init(vm, &power, bits / LIMB_BITS + 2 + row.count))
        return NULL;
    for (int i = LIMB_BITS - __builtin_clzll(exponent) - 1; i >= 0; i--) {
        if (poll_failed(vm, power.count))
            return power_abandon(vm, &power);
        power_multiply(&power, (Row){ power.now, power.count });
        if (exponent >> i & 1)
            power_multiply(&power, row);
    }
    return power_finish(vm, &power, int_is_negative(base) && (exponent & 1));
}

static Object *power_small_base(Vm *vm, Object *base, const Object *exponent)
{
    bool odd = int_limb_count(exponent) > 0 && (as_int(exponent)->limbs[0] & 1);
    if (int_is_zero(exponent))
        return int_from_i64(vm, 1);
    return int_from_i64(vm, odd ? int_compact_value(base) : int_compact_value(base) * int_compact_value(base));
}

static Object *power_plain(Vm *vm, Object *base, Object *exponent)
{
    int overflow;
    if (int_limb_count(base) == 0 || (int_limb_count(base) == 1 && as_int(base)->limbs[0] == 1))
        return power_small_base(vm, base, exponent);
    int64_t times = int_as_i64(vm, exponent, &overflow);
    uint64_t most = (uint64_t)INT_MAX_LIMBS * LIMB_BITS;
    if (times == 0)
        return int_from_i64(vm, 1);
    if (overflow || (uint64_t)times > most || (int_bit_length(base) - 1) * (uint64_t)times > most)
        return vm_raise_memory(vm);
    return power_general(vm, base, (uint64_t)times);
}

/* now = now * factor mod m; the product lies in `next`, whose room is twice that of m. */
static void power_multiply_modulo(Power *power, Row factor, Row m, uint64_t *quotient)
{
    if (power->count == 0 || factor.count == 0) {
        power->count = 0;
        return;
    }
    multiply_rows(power->next, (Row){ power->now, power->count }, factor);
    size_t count = limbs_trim(power->next, power->count + factor.count);
    if (count < m.count)
        memcpy(power->now, power->next, count * sizeof(uint64_t));
    else
        mpn_tdiv_qr(quotient, power->now, 0, power->next, (mp_size_t)count, m.limbs, (mp_size_t)m.count);
    power->count = limbs_trim(power->now, count < m.count ? count : m.count);
}

/* |base| ** exponent mod m, 0 <= base < m, m > 1. */
static Object *power_modulo(Vm *vm, Row base, Row exponent, Row m)
{
    Power power;
    Scratch quotient;
    if (!scratch_init(vm, &quotient, m.count + 2))
        return NULL;
    if (!power_init(vm, &power, 2 * m.count + 2)) {
        scratch_release(vm, &quotient);
        return NULL;
    }
    bool left = false;
    for (int64_t i = (int64_t)limbs_bit_length(exponent.limbs, exponent.count) - 1; i >= 0 && !left; i--) {
        power_multiply_modulo(&power, (Row){ power.now, power.count }, m, quotient.limbs);
        if (exponent.limbs[i / LIMB_BITS] >> (i % LIMB_BITS) & 1)
            power_multiply_modulo(&power, base, m, quotient.limbs);
        left = (i & 63) == 0 && vm_poll(vm) < 0;
    }
    scratch_release(vm, &quotient);
    return left ? power_abandon(vm, &power) : power_finish(vm, &power, false);
}

/* The s of s * a + t * m == 1, reduced to 0 <= s < m; a is in that range. GMP wants the first number to be no shorter
 * than the second, hence a + m in place of a; it destroys both. */
static Object *inverse_cofactor(Vm *vm, Row a, Row m, bool *invertible)
{
    Scratch space;
    size_t n = m.count;
    Object *result = NULL;
    if (!scratch_init(vm, &space, 4 * n + 8))
        return NULL;
    uint64_t *u = space.limbs, *v = u + n + 2, *g = v + n + 1, *s = g + n + 2;
    u[n] = mpn_add(u, m.limbs, (mp_size_t)n, a.limbs, (mp_size_t)a.count);
    memcpy(v, m.limbs, n * sizeof(uint64_t));
    mp_size_t s_count;
    mp_size_t g_count = mpn_gcdext(g, s, &s_count, u, (mp_size_t)limbs_trim(u, n + 1), v, (mp_size_t)n);
    *invertible = g_count == 1 && g[0] == 1;
    if (*invertible)
        result = int_from_limbs(vm, s_count < 0, s, (size_t)(s_count < 0 ? -s_count : s_count));
    scratch_release(vm, &space);
    return result;
}

/* The inverse of `a` modulo the positive m; NULL with ValueError when there is none. */
static Object *int_inverse(Vm *vm, Object *a, Object *m)
{
    bool invertible = false;
    Object *reduced = int_remainder(vm, a, m), *cofactor = NULL, *result = NULL;
    if (reduced && (int_sign(reduced) > 0))
        cofactor = inverse_cofactor(vm, row_of(reduced), row_of(m), &invertible);
    if (cofactor)
        result = int_remainder(vm, cofactor, m);
    else if (reduced && !invertible && !vm_failed(vm))
        vm_raise(vm, TYPE_ValueError, "base is not invertible for the given modulus");
    xdecref(vm, reduced);
    xdecref(vm, cofactor);
    return result;
}

/* base ** exponent mod m for m > 1 and any exponent; all three are owned by the caller. */
static Object *power_positive_modulus(Vm *vm, Object *base, Object *exponent, Object *m)
{
    Object *reduced = int_sign(exponent) < 0 ? int_inverse(vm, base, m) : int_remainder(vm, base, m);
    if (!reduced)
        return NULL;
    Object *result = power_modulo(vm, row_of(reduced), row_of(exponent), row_of(m));
    decref(vm, reduced);
    return result;
}

static Object *power_with_modulus(Vm *vm, Object *base, Object *exponent, Object *modulus)
{
    if (int_is_zero(modulus))
        return vm_raise(vm, TYPE_ValueError, "pow() 3rd argument cannot be 0");
    Object *m = int_absolute(vm, modulus);
    if (!m)
        return NULL;
    bool one = int_limb_count(m) == 1 && as_int(m)->limbs[0] == 1;
    Object *result = one ? int_from_i64(vm, 0) : power_positive_modulus(vm, base, exponent, m);
    decref(vm, m);
    if (result && int_is_negative(modulus) && !int_is_zero(result)) {
        Object *shifted = int_add(vm, result, modulus);
        decref(vm, result);
        result = shifted;
    }
    return result;
}

Object *int_power(Vm *vm, Object *a, Object *b, Object *modulus)
{
    if (modulus)
        return power_with_modulus(vm, a, b, modulus);
    if (int_sign(b) >= 0)
        return power_plain(vm, a, b);
    double base = int_as_double(vm, a);
    double exponent = vm_failed(vm) ? 0.0 : int_as_double(vm, b);
    return vm_failed(vm) ? NULL : float_power(vm, base, exponent);
}

/* ---- number theory for math and fractions ---- */

Object *int_gcd(Vm *vm, Object *a, Object *b)
{
    Object *x = int_absolute(vm, a), *y = int_absolute(vm, b);
    while (x && y && !int_is_zero(y)) {
        Object *rest = int_remainder(vm, x, y);
        decref(vm, x);
        x = y;
        y = rest;
    }
    if (!x || !y) {
        xdecref(vm, x);
        xdecref(vm, y);
        return NULL;
    }
    decref(vm, y);
    return x;
}

Object *int_square_root(Vm *vm, Object *a)
{
    Row row = row_of(a);
    Scratch root;
    if (row.count == 0)
        return int_from_i64(vm, 0);
    if (!scratch_init(vm, &root, (row.count + 1) / 2))
        return NULL;
    mpn_sqrtrem(root.limbs, NULL, row.limbs, (mp_size_t)row.count);
    return scratch_finish(vm, &root, false, (row.count + 1) / 2);
}
