/* The module math: the C library's functions with Python's errors.
 *
 * One rule turns C's special results into errors: a nan that did not come from a nan is a domain error; an infinity
 * that did not come from an infinity is a range error where the function can overflow, else a domain error (a pole).
 */
#include "python/modules/math.h"

#include <float.h>
#include <math.h>

#include <gmp.h>

#include "python/modules/module.h"
#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/int_limbs.h"
#include "python/slot.h"
#include "python/vm.h"

static const double pi = 3.141592653589793238462643383279502884197;
static const double euler = 2.718281828459045235360287471352662497757;

#define FUNCTION(name) \
    static Object *function_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

Object *math_domain_error(Vm *vm) { return vm_raise(vm, TYPE_ValueError, "math domain error"); }
Object *math_range_error(Vm *vm) { return vm_raise(vm, TYPE_OverflowError, "math range error"); }

static bool real_argument(Vm *vm, Object *object, double *value)
{
    *value = float_from_object(vm, object);
    return *value != -1.0 || !vm_failed(vm);
}

static bool real_arguments(Vm *vm, const char *name, Object *const *args, size_t count, double *x, double *y)
{
    return args_check(vm, name, count, 2, 2) && real_argument(vm, args[0], x) && real_argument(vm, args[1], y);
}

/* ---- one real argument ---- */

static Object *apply(Vm *vm, Object *argument, double (*function)(double), bool can_overflow)
{
    double x;
    if (!real_argument(vm, argument, &x))
        return NULL;
    double result = function(x);
    if (isnan(result) && !isnan(x))
        return math_domain_error(vm);
    if (isinf(result) && isfinite(x))
        return can_overflow ? math_range_error(vm) : math_domain_error(vm);
    return float_new(vm, result);
}

/* X(python name, C function, can overflow) */
#define REAL_FUNCTIONS(X) \
    X(acos, acos, false) X(acosh, acosh, false) X(asin, asin, false) X(asinh, asinh, false) X(atan, atan, false) \
    X(atanh, atanh, false) X(cbrt, cbrt, false) X(cos, cos, false) X(cosh, cosh, true) \
    X(erf, erf, false) X(erfc, erfc, false) X(exp, exp, true) X(exp2, exp2, true) X(expm1, expm1, true) \
    X(fabs, fabs, false) X(gamma, math_gamma, true) X(lgamma, math_lgamma, true) X(log1p, log1p, false) \
    X(sin, sin, false) X(sinh, sinh, true) X(sqrt, sqrt, false) X(tan, tan, false) \
    X(tanh, tanh, false)
#define X(name, c_function, can_overflow) FUNCTION(name) { return apply(vm, args[0], c_function, can_overflow); }
REAL_FUNCTIONS(X)
#undef X

FUNCTION(degrees)
{
    double x;
    return real_argument(vm, args[0], &x) ? float_new(vm, x * (180.0 / pi)) : NULL;
}

FUNCTION(radians)
{
    double x;
    return real_argument(vm, args[0], &x) ? float_new(vm, x * (pi / 180.0)) : NULL;
}

/* ---- two real arguments ---- */

static Object *apply_two(Vm *vm, const char *name, Object *const *args, size_t count,
                         double (*function)(double, double))
{
    double x, y;
    if (!real_arguments(vm, name, args, count, &x, &y))
        return NULL;
    double result = function(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y))
        return math_domain_error(vm);
    if (isinf(result) && isfinite(x) && isfinite(y))
        return math_range_error(vm);
    return float_new(vm, result);
}

FUNCTION(atan2) { return apply_two(vm, "atan2", args, count, atan2); }
FUNCTION(copysign) { return apply_two(vm, "copysign", args, count, copysign); }
FUNCTION(fmod) { return apply_two(vm, "fmod", args, count, fmod); }
FUNCTION(remainder) { return apply_two(vm, "remainder", args, count, remainder); }

FUNCTION(nextafter)
{
    double x, y;
    return real_arguments(vm, "nextafter", args, count, &x, &y) ? float_new(vm, nextafter(x, y)) : NULL;
}

FUNCTION(pow)
{
    double x, y;
    if (!real_arguments(vm, "pow", args, count, &x, &y))
        return NULL;
    double result = pow(x, y);
    if (isfinite(x) && isfinite(y) && !isfinite(result))
        return isnan(result) || x == 0.0 ? math_domain_error(vm) : math_range_error(vm);
    return float_new(vm, result);
}

/* ---- logarithms: of ints of any size ---- */

static bool log_of(Vm *vm, Object *argument, double (*function)(double), double *result)
{
    double x;
    if (is_int(vm, argument) && int_sign(argument) > 0 && int_bit_length(argument) > DBL_MAX_EXP) {
        int64_t exponent;
        double top = limbs_scale(limbs_top(as_int(argument)->limbs, int_limb_count(argument), &exponent), -LIMB_BITS);
        *result = function(top) + function(2.0) * (double)(exponent + LIMB_BITS);
        return true;
    }
    if (is_int(vm, argument) && int_sign(argument) <= 0)
        return math_domain_error(vm) != NULL;
    if (!real_argument(vm, argument, &x))
        return false;
    *result = function(x);
    if ((isnan(*result) && !isnan(x)) || (isinf(*result) && isfinite(x)))
        return math_domain_error(vm) != NULL;
    return true;
}

static Object *apply_log(Vm *vm, Object *argument, double (*function)(double))
{
    double result;
    return log_of(vm, argument, function, &result) ? float_new(vm, result) : NULL;
}

FUNCTION(log2) { return apply_log(vm, args[0], log2); }
FUNCTION(log10) { return apply_log(vm, args[0], log10); }

FUNCTION(log)
{
    double numerator, denominator;
    if (count < 1 || count > 2)
        return vm_raise(vm, TYPE_TypeError, "math.log requires 1 to 2 arguments");
    if (!log_of(vm, args[0], log, &numerator))
        return NULL;
    if (count == 1)
        return float_new(vm, numerator);
    if (!log_of(vm, args[1], log, &denominator))
        return NULL;
    if (denominator == 0.0)
        return vm_raise(vm, TYPE_ZeroDivisionError, "float division by zero");
    return float_new(vm, numerator / denominator);
}

/* ---- integer parts ---- */

/* What the method gives; NULL without an error when the type has none. */
static Object *call_special(Vm *vm, Object *object, Object *name)
{
    return special_call(vm, name, &object, 1);
}

static Object *whole(Vm *vm, Object *argument, Object *name, double (*function)(double))
{
    double x;
    if (!is_exact(argument, FLOAT)) {
        Object *result = call_special(vm, argument, name);
        if (result || vm_failed(vm))
            return result;
    }
    return real_argument(vm, argument, &x) ? int_from_double(vm, function(x)) : NULL;
}

FUNCTION(floor) { return whole(vm, args[0], name_of(vm, floor), floor); }
FUNCTION(ceil) { return whole(vm, args[0], name_of(vm, ceil), ceil); }

FUNCTION(trunc)
{
    if (is_exact(args[0], FLOAT))
        return int_from_double(vm, float_value(args[0]));
    Object *result = call_special(vm, args[0], name_of(vm, trunc));
    if (result || vm_failed(vm))
        return result;
    return vm_raise(vm, TYPE_TypeError, "type %T doesn't define __trunc__ method", args[0]);
}

/* ---- parts of a float ---- */

static Object *pair_of(Vm *vm, Object *first, Object *second)
{
    Object *pair = first && second ? tuple_pack(vm, 2, first, second) : NULL;
    xdecref(vm, first);
    xdecref(vm, second);
    return pair;
}

FUNCTION(frexp)
{
    double x;
    int exponent = 0;
    if (!real_argument(vm, args[0], &x))
        return NULL;
    if (isfinite(x) && x != 0.0)
        x = frexp(x, &exponent);
    return pair_of(vm, float_new(vm, x), int_from_i64(vm, exponent));
}

FUNCTION(modf)
{
    double x, integer;
    if (!real_argument(vm, args[0], &x))
        return NULL;
    double fraction = modf(x, &integer);
    return pair_of(vm, float_new(vm, fraction), float_new(vm, integer));
}

FUNCTION(ldexp)
{
    enum { FAR = 100000 };                            /* more than any exponent: the result is 0 or infinite */
    double x;
    int overflow;
    if (!args_check(vm, "ldexp", count, 2, 2) || !real_argument(vm, args[0], &x))
        return NULL;
    if (!is_int(vm, args[1]))
        return vm_raise(vm, TYPE_TypeError, "Expected an int as second argument to ldexp.");
    int64_t exponent = int_as_i64(vm, args[1], &overflow);
    if (overflow || exponent > FAR || exponent < -FAR)
        exponent = int_sign(args[1]) * FAR;
    double result = ldexp(x, (int)exponent);
    return isinf(result) && isfinite(x) ? math_range_error(vm) : float_new(vm, result);
}

FUNCTION(ulp)
{
    double x;
    if (!real_argument(vm, args[0], &x))
        return NULL;
    x = fabs(x);
    if (!isfinite(x))
        return float_new(vm, x);
    double next = nextafter(x, (double)INFINITY);
    return float_new(vm, isinf(next) ? x - nextafter(x, 0.0) : next - x);
}

#define TEST_FUNCTION(name) \
    FUNCTION(name) \
    { \
        double x; \
        return real_argument(vm, args[0], &x) ? new_bool(vm, name(x)) : NULL; \
    }
TEST_FUNCTION(isfinite)
TEST_FUNCTION(isinf)
TEST_FUNCTION(isnan)

static bool tolerance(Vm *vm, Object *given, double *value)
{
    return !given || real_argument(vm, given, value);
}

static bool is_close(double a, double b, double relative, double absolute)
{
    if (a == b)
        return true;
    if (isinf(a) || isinf(b))
        return false;
    double difference = fabs(b - a);
    return difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute;
}

FUNCTION(isclose)
{
    Object *given[4];
    double a, b, relative = 1e-9, absolute = 0.0;
    if (!args_parse(vm, "isclose", "a,b|$rel_tol,abs_tol", args, count, names, given)
        || !real_argument(vm, given[0], &a) || !real_argument(vm, given[1], &b)
        || !tolerance(vm, given[2], &relative) || !tolerance(vm, given[3], &absolute))
        return NULL;
    if (relative < 0.0 || absolute < 0.0)
        return vm_raise(vm, TYPE_ValueError, "tolerances must be non-negative");
    return new_bool(vm, is_close(a, b, relative, absolute));
}

/* ---- vectors and products ---- */

static bool read_reals(Vm *vm, Object *const *items, size_t count, double *values)
{
    for (size_t i = 0; i < count; i++)
        if (!real_argument(vm, items[i], &values[i]))
            return false;
    return true;
}

FUNCTION(hypot)
{
    double *values = mem_alloc(vm, count * sizeof(double));
    if (!values)
        return vm_raise_memory(vm);
    Object *result = read_reals(vm, args, count, values) ? float_new(vm, math_norm(values, count)) : NULL;
    mem_free(vm, values);
    return result;
}

static Object *distance(Vm *vm, const Tuple *p, const Tuple *q)
{
    size_t count = (size_t)p->length;
    if (p->length != q->length)
        return vm_raise(vm, TYPE_ValueError, "both points must have the same number of dimensions");
    double *values = mem_alloc(vm, 2 * count * sizeof(double));
    if (!values)
        return vm_raise_memory(vm);
    bool ok = read_reals(vm, p->items, count, values) && read_reals(vm, q->items, count, values + count);
    for (size_t i = 0; i < count && ok; i++)
        values[i] -= values[count + i];
    Object *result = ok ? float_new(vm, math_norm(values, count)) : NULL;
    mem_free(vm, values);
    return result;
}

FUNCTION(dist)
{
    if (!args_check(vm, "dist", count, 2, 2))
        return NULL;
    Object *p = sequence_tuple(vm, args[0]), *q = p ? sequence_tuple(vm, args[1]) : NULL;
    Object *result = q ? distance(vm, (const Tuple *)p, (const Tuple *)q) : NULL;
    xdecref(vm, p);
    xdecref(vm, q);
    return result;
}

FUNCTION(prod)
{
    Object *given[2];
    if (!args_parse(vm, "prod", "iterable/|$start", args, count, names, given))
        return NULL;
    Object *iterator = object_iter(vm, given[0]);
    if (!iterator)
        return NULL;
    Object *result = given[1] ? incref(given[1]) : int_from_i64(vm, 1);
    for (Object *item; result && (item = iterator_next(vm, iterator)) != NULL; decref(vm, item))
        object_replace(vm, &result, object_binary(vm, result, item, BINARY_MULTIPLY));
    if (result && vm_failed(vm))
        object_replace(vm, &result, NULL);
    decref(vm, iterator);
    return result;
}

/* ---- the module ---- */

static const MethodDef math_methods[] = {
#define X(name, c_function, can_overflow) { #name, function_##name, METHOD_ONE, NULL },
    REAL_FUNCTIONS(X)
#undef X
#define X(name, kind) { #name, math_##name, kind, NULL },
    MATH_INTEGER_FUNCTIONS(X)
#undef X
    { "atan2", function_atan2, METHOD_FAST, "Return the arc tangent (measured in radians) of y/x." },
    { "ceil", function_ceil, METHOD_ONE, "Return the ceiling of x as an Integral." },
    { "copysign", function_copysign, METHOD_FAST, "Return a float with the magnitude of x but the sign of y." },
    { "degrees", function_degrees, METHOD_ONE, "Convert angle x from radians to degrees." },
    { "dist", function_dist, METHOD_FAST, "Return the Euclidean distance between two points p and q." },
    { "floor", function_floor, METHOD_ONE, "Return the floor of x as an Integral." },
    { "fmod", function_fmod, METHOD_FAST, "Return fmod(x, y), according to platform C." },
    { "frexp", function_frexp, METHOD_ONE, "Return the mantissa and exponent of x, as pair (m, e)." },
    { "fsum", math_fsum, METHOD_ONE, "Return an accurate floating point sum of values in the iterable seq." },
    { "hypot", function_hypot, METHOD_FAST, "Multidimensional Euclidean distance from the origin to a point." },
    { "isclose", function_isclose, METHOD_KEYWORDS,
      "Determine whether two floating point numbers are close in value." },
    { "isfinite", function_isfinite, METHOD_ONE, "Return True if x is neither an infinity nor a NaN." },
    { "isinf", function_isinf, METHOD_ONE, "Return True if x is a positive or negative infinity." },
    { "isnan", function_isnan, METHOD_ONE, "Return True if x is a NaN (not a number), and False otherwise." },
    { "ldexp", function_ldexp, METHOD_FAST, "Return x * (2**i)." },
    { "log", function_log, METHOD_FAST, "log(x, [base=math.e])\nReturn the logarithm of x to the given base." },
    { "log10", function_log10, METHOD_ONE, "Return the base 10 logarithm of x." },
    { "log2", function_log2, METHOD_ONE, "Return the base 2 logarithm of x." },
    { "modf", function_modf, METHOD_ONE, "Return the fractional and integer parts of x." },
    { "nextafter", function_nextafter, METHOD_FAST, "Return the next floating-point value after x towards y." },
    { "pow", function_pow, METHOD_FAST, "Return x**y (x to the power of y)." },
    { "prod", function_prod, METHOD_KEYWORDS, "Calculate the product of all the elements in the input iterable." },
    { "radians", function_radians, METHOD_ONE, "Convert angle x from degrees to radians." },
    { "remainder", function_remainder, METHOD_FAST, "Difference between x and the closest integer multiple of y." },
    { "trunc", function_trunc, METHOD_ONE, "Truncates the Real x to the nearest Integral toward 0." },
    { "ulp", function_ulp, METHOD_ONE, "Return the value of the least significant bit of the float x." },
    { NULL, NULL, 0, NULL }
};

static int math_init(Vm *vm, Object *dict)
{
    const struct { const char *name; double value; } constants[] = {
        { "pi", pi }, { "e", euler }, { "tau", 2 * pi }, { "inf", (double)INFINITY }, { "nan", (double)NAN },
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add_value(vm, dict, constants[i].name, float_new(vm, constants[i].value)) < 0)
            return -1;
    return 0;
}

const ModuleDef math_module = {
    .name = "math",
    .doc = "This module provides access to the mathematical functions\ndefined by the C standard.",
    .functions = math_methods,
    .init = math_init,
};
