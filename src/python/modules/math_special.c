/* The harder functions of math: gamma, lgamma, the norm of a vector, exact sums. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "python/modules/math.h"
#include "python/objects/float.h"
#include "python/vm.h"

/* ---- gamma ---- */

static const double pi = 3.141592653589793238462643383279502884197;
static const double log_pi = 1.144729885849400174143427351353058711647;
static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_minus_half = 5.524680040776729583740234375;

enum {
    LANCZOS_TERMS = 13,
    GAMMA_TABLE = 23,                                 /* gamma(n) for n up to here is exact in a double */
    GAMMA_MAX = 200, POWER_SPLIT = 140                /* beyond: infinite or zero; pow() would overflow before exp() */
};

static const double lanczos_numerator[LANCZOS_TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double lanczos_denominator[LANCZOS_TERMS] = {
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
    1925.0, 66.0, 1.0,
};

/* The rational function of the approximation; for larger x in powers of 1/x, lest it overflows. */
static double lanczos_sum(double x)
{
    double numerator = 0.0, denominator = 0.0;
    for (int i = 0; i < LANCZOS_TERMS; i++) {
        int k = x < 5.0 ? LANCZOS_TERMS - 1 - i : i;
        numerator = (x < 5.0 ? numerator * x : numerator / x) + lanczos_numerator[k];
        denominator = (x < 5.0 ? denominator * x : denominator / x) + lanczos_denominator[k];
    }
    return numerator / denominator;
}

/* sin(pi * x) without the error that pi * x would have. */
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
    case 0: result = sin(pi * y); break;
    case 1: result = cos(pi * (y - 0.5)); break;
    case 2: result = sin(pi * (1.0 - y)); break;
    case 3: result = -cos(pi * (y - 1.5)); break;
    default: result = sin(pi * (y - 2.0)); break;
    }
    return copysign(1.0, x) * result;
}

/* y ** (x - 1/2), as a factor that is applied twice where it would overflow. */
static double times_power(double value, double y, double x, bool divide)
{
    if (x < POWER_SPLIT)
        return divide ? value / pow(y, x - 0.5) : value * pow(y, x - 0.5);
    double root = pow(y, x / 2.0 - 0.25);
    return divide ? value / root / root : value * root * root;
}

static double gamma_general(double x)
{
    double size = fabs(x), y = size + lanczos_g_minus_half, z;
    if (size > lanczos_g_minus_half)
        z = (y - size) - lanczos_g_minus_half;        /* the rounding error of y */
    else
        z = (y - lanczos_g_minus_half) - size;
    z = z * lanczos_g / y;
    if (x < 0.0) {
        double result = -pi / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        result -= z * result;
        return times_power(result, y, size, true);
    }
    double result = lanczos_sum(size) / exp(y);
    result += z * result;
    return times_power(result, y, size, false);
}

static double gamma_of_integer(int n)
{
    double product = 1.0;
    for (int i = 2; i < n; i++)
        product *= i;
    return product;
}

double math_gamma(double x)
{
    if (!isfinite(x))
        return x < 0 ? (double)NAN : x;
    if (x == floor(x) && x <= 0.0)
        return (double)NAN;
    if (x == floor(x) && x <= GAMMA_TABLE)
        return gamma_of_integer((int)x);
    if (fabs(x) < 1e-20)
        return 1.0 / x;
    if (fabs(x) > GAMMA_MAX)
        return x < 0.0 ? 0.0 / sin_pi(x) : (double)INFINITY;
    return gamma_general(x);
}

double math_lgamma(double x)
{
    double size = fabs(x);
    if (!isfinite(x))
        return isnan(x) ? x : (double)INFINITY;
    if (x == floor(x) && x <= 2.0)
        return x <= 0.0 ? (double)NAN : 0.0;
    if (size < 1e-20)
        return -log(size);
    double result = log(lanczos_sum(size)) - lanczos_g;
    result += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    return x < 0.0 ? log_pi - log(fabs(sin_pi(size))) - log(size) - result : result;
}

/* ---- norm ---- */

/* A running sum of squares that keeps the low parts which a double loses. It starts at 1 so that each addition is exact
 * in the high part: every square that is added is at most 1. */
typedef struct NormSum { double high, squares, sums; } NormSum;

static void norm_add(NormSum *sum, double a, double b)
{
    double product = a * b, before = sum->high;
    sum->squares += fma(a, b, -product);
    sum->high = before + product;
    sum->sums += product - (sum->high - before);
}

static double norm_total(const NormSum *sum) { return sum->high - 1.0 + (sum->squares + sum->sums); }

static double norm_scaled(const double *values, size_t count, double scale)
{
    NormSum sum = { 1.0, 0.0, 0.0 };
    for (size_t i = 0; i < count; i++)
        norm_add(&sum, values[i] * scale, values[i] * scale);
    double root = sqrt(norm_total(&sum));
    norm_add(&sum, -root, root);
    root += norm_total(&sum) / (2.0 * root);          /* one step of Newton's method on what is left */
    return root / scale;
}

double math_norm(double *values, size_t count)
{
    double most = 0.0, factor = 1.0;
    bool found_nan = false;
    int exponent;
    for (size_t i = 0; i < count; i++) {
        values[i] = fabs(values[i]);
        found_nan = found_nan || isnan(values[i]);
        most = values[i] > most ? values[i] : most;
    }
    if (isinf(most))
        return most;
    if (found_nan)
        return (double)NAN;
    if (most == 0.0 || count <= 1)
        return most;
    frexp(most, &exponent);
    if (exponent < -DBL_MAX_EXP + 1) {                /* the scale itself would overflow */
        factor = DBL_MIN;
        for (size_t i = 0; i < count; i++)
            values[i] /= DBL_MIN;
        frexp(most / DBL_MIN, &exponent);
    }
    return factor * norm_scaled(values, count, ldexp(1.0, -exponent));
}

/* ---- fsum ---- */

/* Shewchuk's partial sums: doubles that do not overlap, growing in size, whose exact sum is that of all values
 * so far. */
typedef struct Partials {
    double *items;             /* small, or a block of the arena */
    size_t count, room;
    double special, infinite;  /* sums of the values that are not finite, of the infinite ones */
    double small[32];
} Partials;

static bool partials_push(Vm *vm, Partials *p, double value)
{
    if (p->count == p->room) {
        double *items = mem_alloc(vm, 2 * p->room * sizeof(double));
        if (!items) {
            vm_raise_memory(vm);
            return false;
        }
        memcpy(items, p->items, p->count * sizeof(double));
        if (p->items != p->small)
            mem_free(vm, p->items);
        p->items = items;
        p->room *= 2;
    }
    p->items[p->count++] = value;
    return true;
}

static bool partials_add(Vm *vm, Partials *p, double value)
{
    double x = value;
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        double y = p->items[i];
        if (fabs(x) < fabs(y)) {
            y = x;
            x = p->items[i];
        }
        volatile double sum = x + y, part = sum - x;
        double low = y - part;
        if (low != 0.0)
            p->items[kept++] = low;
        x = sum;
    }
    p->count = kept;
    if (x == 0.0)
        return true;
    if (isfinite(x))
        return partials_push(vm, p, x);
    if (isfinite(value)) {
        vm_raise(vm, TYPE_OverflowError, "intermediate overflow in fsum");
        return false;
    }
    p->infinite += isinf(value) ? value : 0.0;
    p->special += value;
    p->count = 0;
    return true;
}

/* Adds the partials from the largest down; a half that is left decides by the sign of the next partial. */
static double partials_round(const Partials *p)
{
    size_t n = p->count;
    double high = n ? p->items[--n] : 0.0, low = 0.0;
    while (n > 0 && low == 0.0) {
        double x = high, y = p->items[--n];
        high = x + y;
        low = y - (high - x);
    }
    if (n > 0 && ((low < 0.0 && p->items[n - 1] < 0.0) || (low > 0.0 && p->items[n - 1] > 0.0))) {
        double twice = low * 2.0, x = high + twice;
        if (twice == x - high)
            high = x;
    }
    return high;
}

static Object *partials_result(Vm *vm, const Partials *p)
{
    if (p->special == 0.0)
        return float_new(vm, partials_round(p));
    if (isnan(p->infinite))
        return vm_raise(vm, TYPE_ValueError, "-inf + inf in fsum");
    return float_new(vm, p->special);
}

static bool partials_add_all(Vm *vm, Partials *p, Object *iterator)
{
    for (Object *item; (item = iterator_next(vm, iterator)) != NULL;) {
        double value = float_from_object(vm, item);
        decref(vm, item);
        if (vm_failed(vm) || !partials_add(vm, p, value))
            return false;
    }
    return !vm_failed(vm);
}

Object *math_fsum(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Partials partials = { .room = 32 };
    partials.items = partials.small;
    Object *iterator = object_iter(vm, args[0]);
    if (!iterator)
        return NULL;
    Object *result = partials_add_all(vm, &partials, iterator) ? partials_result(vm, &partials) : NULL;
    if (partials.items != partials.small)
        mem_free(vm, partials.items);
    decref(vm, iterator);
    return result;
}
