/* The functions of math on ints: divisors, roots, and the products that factorials and binomials are. */
#include "python/modules/math.h"
#include "python/objects/int_limbs.h"
#include "python/vm.h"

#define FUNCTION(name) Object *math_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

typedef Object *(*Combine)(Vm *vm, Object *a, Object *b);

static Object *common_multiple(Vm *vm, Object *a, Object *b)
{
    if (int_is_zero(a) || int_is_zero(b))
        return int_from_i64(vm, 0);
    Object *divisor = int_gcd(vm, a, b);
    Object *part = divisor ? int_floor_divide(vm, a, divisor) : NULL;
    Object *product = part ? int_multiply(vm, part, b) : NULL;
    Object *result = product ? int_absolute(vm, product) : NULL;
    xdecref(vm, divisor);
    xdecref(vm, part);
    xdecref(vm, product);
    return result;
}

/* combine(combine(start, args[0]), args[1]) ... */
static Object *fold(Vm *vm, Object *const *args, size_t count, int64_t start, Combine combine)
{
    Object *result = int_from_i64(vm, start);
    for (size_t i = 0; i < count && result; i++) {
        Object *item = object_index(vm, args[i]);
        object_replace(vm, &result, item ? combine(vm, result, item) : NULL);
        xdecref(vm, item);
    }
    return result;
}

FUNCTION(gcd) { return fold(vm, args, count, 0, int_gcd); }
FUNCTION(lcm) { return fold(vm, args, count, 1, common_multiple); }

FUNCTION(isqrt)
{
    Object *n = object_index(vm, args[0]);
    if (!n)
        return NULL;
    Object *root = int_sign(n) < 0 ? vm_raise(vm, TYPE_ValueError, "isqrt() argument must be nonnegative")
                                   : int_square_root(vm, n);
    decref(vm, n);
    return root;
}

/* first * (first + 1) * ... * last, halved again and again so that the factors stay of equal size. */
static Object *product_of_range(Vm *vm, uint64_t first, uint64_t last)
{
    enum { SHORT = 8 };
    if (first > last)
        return int_from_i64(vm, 1);
    if (last - first < SHORT) {
        Object *result = int_from_u64(vm, first);
        for (uint64_t i = first + 1; i <= last && result; i++) {
            Object *factor = int_from_u64(vm, i);
            object_replace(vm, &result, factor ? int_multiply(vm, result, factor) : NULL);
            xdecref(vm, factor);
        }
        return result;
    }
    uint64_t middle = first + (last - first) / 2;
    Object *low = vm_poll(vm) < 0 ? NULL : product_of_range(vm, first, middle);
    Object *high = low ? product_of_range(vm, middle + 1, last) : NULL;
    Object *result = high ? int_multiply(vm, low, high) : NULL;
    xdecref(vm, low);
    xdecref(vm, high);
    return result;
}

/* No factorial beyond this fits in INT_MAX_LIMBS: its average factor has more than 16 bits. */
enum { FACTORIAL_MAX = INT_MAX_LIMBS * 4 };

FUNCTION(factorial)
{
    int overflow;
    Object *n = object_index(vm, args[0]);
    if (!n)
        return NULL;
    int64_t value = int_as_i64(vm, n, &overflow);
    int sign = int_sign(n);
    decref(vm, n);
    if (overflow > 0)
        return vm_raise(vm, TYPE_OverflowError, "factorial() argument should not exceed %lld", INT64_MAX);
    if (sign < 0)
        return vm_raise(vm, TYPE_ValueError, "factorial() not defined for negative values");
    return value > FACTORIAL_MAX ? vm_raise_memory(vm) : product_of_range(vm, 2, (uint64_t)value);
}

/* n * (n - 1) * ... k factors, divided by k! on the way when `divide`: every partial quotient is a binomial. */
static Object *falling_product(Vm *vm, Object *n, int64_t k, bool divide)
{
    Object *result = int_from_i64(vm, 1);
    for (int64_t i = 0; i < k && result; i++) {
        Object *offset = int_from_i64(vm, i), *divisor = int_from_i64(vm, divide ? i + 1 : 1);
        Object *factor = offset ? int_subtract(vm, n, offset) : NULL;
        object_replace(vm, &result, factor ? int_multiply(vm, result, factor) : NULL);
        if (result && divide && divisor)
            object_replace(vm, &result, int_floor_divide(vm, result, divisor));
        xdecref(vm, offset);
        xdecref(vm, divisor);
        xdecref(vm, factor);
        if (result && (i & 255) == 255 && vm_poll(vm) < 0)
            object_replace(vm, &result, NULL);
    }
    return result;
}

/* How many factors to take: at most `k`, or n - k when that is allowed and fewer. */
static Object *choose(Vm *vm, Object *n, Object *k, bool divide)
{
    int overflow = 0;
    if (int_sign(n) < 0)
        return vm_raise(vm, TYPE_ValueError, "n must be a non-negative integer");
    if (int_sign(k) < 0)
        return vm_raise(vm, TYPE_ValueError, "k must be a non-negative integer");
    if (int_compare(k, n) > 0)
        return int_from_i64(vm, 0);
    Object *rest = int_subtract(vm, n, k);
    if (!rest)
        return NULL;
    Object *fewer = divide && int_compare(rest, k) < 0 ? rest : k;
    int64_t times = int_as_i64(vm, fewer, &overflow);
    Object *result = overflow ? vm_raise(vm, TYPE_OverflowError, divide
                                         ? "min(n - k, k) must not exceed %lld" : "k must not exceed %lld", INT64_MAX)
                              : falling_product(vm, n, times, divide);
    decref(vm, rest);
    return result;
}

static Object *choose_arguments(Vm *vm, Object *const *args, bool divide)
{
    Object *n = object_index(vm, args[0]), *k = n ? object_index(vm, args[1]) : NULL;
    Object *result = k ? choose(vm, n, k, divide) : NULL;
    xdecref(vm, n);
    xdecref(vm, k);
    return result;
}

FUNCTION(comb) { return args_check(vm, "comb", count, 2, 2) ? choose_arguments(vm, args, true) : NULL; }

FUNCTION(perm)
{
    if (!args_check(vm, "perm", count, 1, 2))
        return NULL;
    if (count == 1 || args[1] == none(vm))
        return math_factorial(vm, self, args, 1, NULL);
    return choose_arguments(vm, args, false);
}
