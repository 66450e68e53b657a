/* int: sign and magnitude in GMP limbs inside the object; bool is an int with its own type. */
#ifndef REFARROWS_PYTHON_OBJECTS_INT_H
#define REFARROWS_PYTHON_OBJECTS_INT_H

#include "python/object.h"

typedef struct Int {
    Object head;
    int64_t size;              /* number of limbs, negative for negative numbers, 0 for zero; never a leading zero limb */
    uint64_t limbs[];          /* least significant first */
} Int;

/* Small values come from the table of shared ints. */
Object *int_from_i64(Vm *vm, int64_t value);
Object *int_from_u64(Vm *vm, uint64_t value);
Object *int_from_double(Vm *vm, double value);        /* truncates; ValueError/OverflowError for nan, inf as CPython */
/* Digits in base 2 to 36 as int() takes them: optional sign, underscores, prefix when base is 0. ValueError worded as
 * CPython's, incl. the 4300 digit limit. */
Object *int_from_text(Vm *vm, const char *text, size_t length, int base);
/* Value of an int that fits, else *overflow is the sign and the result -1. `object` is an int or a subclass. */
int64_t int_as_i64(Vm *vm, Object *object, int *overflow);
double int_as_double(Vm *vm, Object *object);         /* -1.0 with OverflowError "int too large to convert to float" */
bool int_is_zero(const Object *object);
int int_sign(const Object *object);
uint64_t int_bit_length(const Object *object);
Object *int_to_text(Vm *vm, Object *object, int base, bool prefix);   /* str; base 2, 8, 10, 16 */
Object *int_format(Vm *vm, Object *object, Object *spec);             /* __format__ */
int64_t hash_double(Vm *vm, double value, const Object *self);        /* as _Py_HashDouble (nan: by address of self) */

/* Arithmetic on two ints (or subclasses); always new ints. Errors as CPython's longobject.c. */
Object *int_add(Vm *vm, Object *a, Object *b);
Object *int_subtract(Vm *vm, Object *a, Object *b);
Object *int_multiply(Vm *vm, Object *a, Object *b);
Object *int_floor_divide(Vm *vm, Object *a, Object *b);
Object *int_remainder(Vm *vm, Object *a, Object *b);
Object *int_power(Vm *vm, Object *a, Object *b, Object *modulus /* or NULL */);
int int_compare(const Object *a, const Object *b);    /* -1, 0, 1 */

/* For fast paths: true when the magnitude is one limb below 2^62, so that sums and differences of two fit in int64_t. */
static inline bool int_is_compact(const Object *object)
{
    int64_t size = ((const Int *)object)->size;
    return (uint64_t)(size + 1) <= 2 && (size == 0 || ((const Int *)object)->limbs[0] < (UINT64_C(1) << 62));
}
static inline int64_t int_compact_value(const Object *object)
{
    const Int *i = (const Int *)object;
    return i->size == 0 ? 0 : i->size * (int64_t)i->limbs[0];
}
static inline bool int_equal(const Object *a, const Object *b)
{
    const Int *x = (const Int *)a, *y = (const Int *)b;
    if (x->size != y->size || x->size == 0)
        return x->size == y->size;
    return x->limbs[0] == y->limbs[0] && ((uint64_t)(x->size + 1) <= 2 || int_compare(a, b) == 0);
}
/* The hash of an int of one limb that is smaller than the hashes' modulus, 2^61 - 1: nearly always itself. False: it is
 * not such an int. */
static inline bool int_hash_quickly(const Object *object, int64_t *hash)
{
    const Int *i = (const Int *)object;
    if ((uint64_t)(i->size + 1) > 2 || (i->size != 0 && i->limbs[0] >= (UINT64_C(1) << 61) - 1))
        return false;
    int64_t value = int_compact_value(object);
    *hash = value == -1 ? -2 : value;
    return true;
}

#endif
