/* What the files of the module math share; the module itself is math_module in modules/module.h. */
#ifndef REFARROWS_PYTHON_MODULES_MATH_H
#define REFARROWS_PYTHON_MODULES_MATH_H

#include "python/object.h"

/* ValueError "math domain error", OverflowError "math range error"; both return NULL. */
Object *math_domain_error(Vm *vm);
Object *math_range_error(Vm *vm);

/* math_special.c: gamma functions by Lanczos' approximation with the coefficients of Boost, as CPython's (the C
 * library's differ in the last digit). A pole gives nan, too large a result infinity. */
double math_gamma(double x);
double math_lgamma(double x);
/* sqrt of the sum of squares, accurate to within one unit in the last place; scales `values` in place. */
double math_norm(double *values, size_t count);
/* The sum of doubles, rounded once; NULL with OverflowError or ValueError. */
Object *math_fsum(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

/* math_integer.c */
#define MATH_INTEGER_FUNCTIONS(X) \
    X(comb, METHOD_FAST) X(factorial, METHOD_ONE) X(gcd, METHOD_FAST) X(isqrt, METHOD_ONE) X(lcm, METHOD_FAST) \
    X(perm, METHOD_FAST)
#define X(name, kind) Object *math_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
MATH_INTEGER_FUNCTIONS(X)
#undef X

#endif
