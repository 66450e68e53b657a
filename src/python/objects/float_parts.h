/* What the files that make up float and complex share. Others include objects/float.h. */
#ifndef REFARROWS_PYTHON_OBJECTS_FLOAT_PARTS_H
#define REFARROWS_PYTHON_OBJECTS_FLOAT_PARTS_H

#include "python/objects/float.h"

/* An operand as a double: 1; 0 when it is neither float nor int; -1 with OverflowError. */
int float_operand(Vm *vm, Object *object, double *value);

/* OverflowError(34, 'Numerical result out of range'), as the C library's ERANGE. Returns NULL. */
Object *float_range_error(Vm *vm);

/* round(value, digits): exact decimal rounding, halves to even. */
Object *float_round(Vm *vm, double value, int64_t digits);

Object *float_to_hex(Vm *vm, double value);
/* float.fromhex of an ASCII text that ends in NUL; false with ValueError or OverflowError. */
bool float_from_hex(Vm *vm, const char *text, size_t length, double *value);

/* base ** exponent of complex numbers; false with ZeroDivisionError or OverflowError. */
typedef struct ComplexValue { double real, imag; } ComplexValue;
bool complex_power(Vm *vm, ComplexValue base, ComplexValue exponent, ComplexValue *result);
bool complex_divide(Vm *vm, ComplexValue a, ComplexValue b, ComplexValue *result);

#endif
