/* <math.h> by the host's own functions: of double, of float (suffix f) and of long double (suffix l). */
#include <complex.h>
#undef I
#include <errno.h>
#include <math.h>
#include <string.h>

#include "c/space.h"
#include "c/library/library.h"

/* The host's functions set errno as the program's would: sqrt(-1) to EDOM, exp(1000) to ERANGE. */
#define KEEP(field, value) (errno = 0, result->field = (value), c_keep_errno(call))

#define ONE(name) \
    static bool n_##name(CNative *call, CCell *result) { return KEEP(d, name(c_argument(call, 0)->d)); } \
    static bool n_##name##f(CNative *call, CCell *result) { return KEEP(f, name##f(c_argument(call, 0)->f)); } \
    static bool n_##name##l(CNative *call, CCell *result) { return KEEP(l, name##l(c_argument(call, 0)->l)); }

#define TWO(name) \
    static bool n_##name(CNative *call, CCell *result) \
    { \
        return KEEP(d, name(c_argument(call, 0)->d, c_argument(call, 1)->d)); \
    } \
    static bool n_##name##f(CNative *call, CCell *result) \
    { \
        return KEEP(f, name##f(c_argument(call, 0)->f, c_argument(call, 1)->f)); \
    } \
    static bool n_##name##l(CNative *call, CCell *result) \
    { \
        return KEEP(l, name##l(c_argument(call, 0)->l, c_argument(call, 1)->l)); \
    }

#define ROUNDED(name) \
    static bool n_##name(CNative *call, CCell *result) { return result->i = name(c_argument(call, 0)->d), true; } \
    static bool n_##name##f(CNative *call, CCell *result) { return result->i = name##f(c_argument(call, 0)->f), true; } \
    static bool n_##name##l(CNative *call, CCell *result) { return result->i = name##l(c_argument(call, 0)->l), true; }

#define ALL_ONE(X) \
    X(sqrt) X(cbrt) X(sin) X(cos) X(tan) X(asin) X(acos) X(atan) X(sinh) X(cosh) X(tanh) X(asinh) X(acosh) X(atanh) \
    X(exp) X(exp2) X(expm1) X(log) X(log2) X(log10) X(log1p) X(logb) X(fabs) X(floor) X(ceil) X(trunc) X(round) \
    X(rint) X(nearbyint) X(erf) X(erfc) X(tgamma) X(lgamma)
#define ALL_TWO(X) \
    X(pow) X(atan2) X(fmod) X(remainder) X(hypot) X(fmin) X(fmax) X(fdim) X(copysign) X(nextafter)
#define ALL_ROUNDED(X) X(lround) X(llround) X(lrint) X(llrint) X(ilogb)

ALL_ONE(ONE)
ALL_TWO(TWO)
ALL_ROUNDED(ROUNDED)

static bool n_fma(CNative *call, CCell *result)
{
    return result->d = fma(c_argument(call, 0)->d, c_argument(call, 1)->d, c_argument(call, 2)->d), true;
}

static bool n_ldexp(CNative *call, CCell *result)
{
    return KEEP(d, ldexp(c_argument(call, 0)->d, (int)c_int_argument(call, 1)));
}

static bool n_ldexpf(CNative *call, CCell *result)
{
    return KEEP(f, ldexpf(c_argument(call, 0)->f, (int)c_int_argument(call, 1)));
}

static bool n_frexp(CNative *call, CCell *result)
{
    int exponent;
    unsigned char *to = c_write_memory(call->vm, c_address_argument(call, 1), sizeof exponent);
    result->d = frexp(c_argument(call, 0)->d, &exponent);
    if (to)
        memcpy(to, &exponent, sizeof exponent);
    return to != NULL;
}

static bool n_modf(CNative *call, CCell *result)
{
    double whole;
    unsigned char *to = c_write_memory(call->vm, c_address_argument(call, 1), sizeof whole);
    result->d = modf(c_argument(call, 0)->d, &whole);
    if (to)
        memcpy(to, &whole, sizeof whole);
    return to != NULL;
}

static bool n_modff(CNative *call, CCell *result)
{
    float whole;
    unsigned char *to = c_write_memory(call->vm, c_address_argument(call, 1), sizeof whole);
    result->f = modff(c_argument(call, 0)->f, &whole);
    if (to)
        memcpy(to, &whole, sizeof whole);
    return to != NULL;
}

/* What the macros of <math.h> call, with a long double. */
static bool n_fpclassify(CNative *call, CCell *result) { return result->i = fpclassify(c_argument(call, 0)->d), true; }
static bool n_signbit(CNative *call, CCell *result) { return result->i = signbit(c_argument(call, 0)->l) != 0, true; }
static bool n_isnan(CNative *call, CCell *result) { return result->i = isnan(c_argument(call, 0)->l) != 0, true; }
static bool n_isinf(CNative *call, CCell *result) { return result->i = isinf(c_argument(call, 0)->l), true; }
static bool n_isfinite(CNative *call, CCell *result) { return result->i = isfinite(c_argument(call, 0)->l) != 0, true; }
static bool n_nan(CNative *call, CCell *result) { return result->d = NAN, true; }
static bool n_inf(CNative *call, CCell *result) { return result->d = INFINITY, true; }
static bool n_huge(CNative *call, CCell *result) { return result->f = INFINITY, true; }
static bool n_nanf(CNative *call, CCell *result) { return result->f = NAN, true; }

#define ENTRY(name) {#name, n_##name}, {#name "f", n_##name##f}, {#name "l", n_##name##l},

const CNativeEntry c_natives_math[] = {
    ALL_ONE(ENTRY) ALL_TWO(ENTRY) ALL_ROUNDED(ENTRY)
    {"fma", n_fma}, {"ldexp", n_ldexp}, {"scalbn", n_ldexp}, {"ldexpf", n_ldexpf}, {"frexp", n_frexp},
    {"modf", n_modf}, {"modff", n_modff}, {"__fpclassify", n_fpclassify}, {"__signbit", n_signbit},
    {"__isnan", n_isnan}, {"__isinf", n_isinf}, {"__isfinite", n_isfinite}, {"nan", n_nan},
    {"__builtin_inf", n_inf}, {"__builtin_inff", n_huge}, {"__builtin_nanf", n_nanf}, {NULL, NULL},
};
