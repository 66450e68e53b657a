/* float and complex. */
#ifndef REFARROWS_PYTHON_OBJECTS_FLOAT_H
#define REFARROWS_PYTHON_OBJECTS_FLOAT_H

#include "python/object.h"

typedef struct Float { Object head; double value; } Float;
typedef struct Complex { Object head; double real, imag; } Complex;

Object *float_new(Vm *vm, double value);
Object *complex_new(Vm *vm, double real, double imag);
/* base ** exponent as Python's: a float, a complex for roots of negative numbers, or ZeroDivisionError,
 * OverflowError. */
Object *float_power(Vm *vm, double base, double exponent);
static inline double float_value(const Object *object) { return ((const Float *)object)->value; }
/* float, int or an object with __float__/__index__ as a double; -1.0 may mean error (test vm_failed). */
double float_from_object(Vm *vm, Object *object);
Object *float_from_text(Vm *vm, const char *text, size_t length);     /* as float(str): ValueError */
/* Shortest text that reads back the same, as repr(float): at most 32 bytes with the NUL. Returns its length. */
size_t float_print(double value, char *text);

#endif
