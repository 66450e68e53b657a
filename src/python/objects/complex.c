/* The type complex: pairs of doubles, their arithmetic as CPython's complexobject.c rounds it, complex(...). */
#include <errno.h>
#include <math.h>
#include <string.h>

#include "python/format_spec.h"
#include "python/number_text.h"
#include "python/objects/containers.h"
#include "python/objects/float_parts.h"
#include "python/objects/int_limbs.h"
#include "python/objects/str.h"
#include "python/slot.h"
#include "python/vm.h"
#include "python/warn.h"

Object *complex_new(Vm *vm, double real, double imag)
{
    Complex *result = (Complex *)object_new_builtin(vm, TYPE_COMPLEX, sizeof(Complex));
    if (!result)
        return NULL;
    result->real = real;
    result->imag = imag;
    return OBJECT(result);
}

static Object *new_from(Vm *vm, ComplexValue value) { return complex_new(vm, value.real, value.imag); }

static bool is_complex(Vm *vm, const Object *object)
{
    return is_exact(object, COMPLEX) || object_is_instance(vm, object, builtin_type(vm, TYPE_COMPLEX));
}

static ComplexValue value_of(const Object *object)
{
    const Complex *self = (const Complex *)object;
    return (ComplexValue){ self->real, self->imag };
}

/* ---- arithmetic ---- */

static ComplexValue multiply(ComplexValue a, ComplexValue b)
{
    return (ComplexValue){ a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real };
}

/* Smith's method: divide by the larger part of the divisor first, so that nothing overflows needlessly. */
static ComplexValue quotient(ComplexValue a, ComplexValue b)
{
    double real = fabs(b.real), imag = fabs(b.imag);
    if (real >= imag) {
        double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
        return (ComplexValue){ (a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator };
    }
    if (imag >= real) {
        double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
        return (ComplexValue){ (a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator };
    }
    return (ComplexValue){ (double)NAN, (double)NAN };   /* the divisor has a nan */
}

bool complex_divide(Vm *vm, ComplexValue a, ComplexValue b, ComplexValue *result)
{
    if (b.real == 0.0 && b.imag == 0.0) {
        vm_raise(vm, TYPE_ZeroDivisionError, "complex division by zero");
        return false;
    }
    *result = quotient(a, b);
    return true;
}

/* Small whole exponents by repeated squaring, which keeps whole results whole. */
static ComplexValue power_whole(ComplexValue base, int exponent)
{
    ComplexValue result = { 1.0, 0.0 }, square = base;
    int times = exponent < 0 ? -exponent : exponent;
    for (int bit = 1; bit <= times; bit <<= 1) {
        if (times & bit)
            result = multiply(result, square);
        square = multiply(square, square);
    }
    return exponent < 0 ? quotient((ComplexValue){ 1.0, 0.0 }, result) : result;
}

static ComplexValue power_polar(ComplexValue base, ComplexValue exponent)
{
    double modulus = hypot(base.real, base.imag), angle = atan2(base.imag, base.real);
    double length = pow(modulus, exponent.real), phase = angle * exponent.real;
    if (exponent.imag != 0.0) {
        length /= exp(angle * exponent.imag);
        phase += exponent.imag * log(modulus);
    }
    return (ComplexValue){ length * cos(phase), length * sin(phase) };
}

bool complex_power(Vm *vm, ComplexValue base, ComplexValue exponent, ComplexValue *result)
{
    enum { MOST_WHOLE = 100 };
    bool whole = exponent.imag == 0.0 && exponent.real == floor(exponent.real) && fabs(exponent.real) <= MOST_WHOLE;
    if (exponent.real == 0.0 && exponent.imag == 0.0) {
        *result = (ComplexValue){ 1.0, 0.0 };
        return true;
    }
    if (base.real == 0.0 && base.imag == 0.0 && (exponent.imag != 0.0 || exponent.real < 0.0)) {
        vm_raise(vm, TYPE_ZeroDivisionError, "0.0 to a negative or complex power");
        return false;
    }
    if (whole)
        *result = power_whole(base, (int)exponent.real);
    else if (base.real == 0.0 && base.imag == 0.0)
        *result = (ComplexValue){ 0.0, 0.0 };
    else
        *result = power_polar(base, exponent);
    if (isinf(result->real) || isinf(result->imag)) {
        vm_raise(vm, TYPE_OverflowError, "complex exponentiation");
        return false;
    }
    return true;
}

/* An operand as a complex: 1; 0: not a number; -1: an int too large. */
static int operand(Vm *vm, Object *object, ComplexValue *value)
{
    if (is_complex(vm, object)) {
        *value = value_of(object);
        return 1;
    }
    value->imag = 0.0;
    return float_operand(vm, object, &value->real);
}

static bool operands(Vm *vm, Object *left, Object *right, ComplexValue *x, ComplexValue *y, Object **otherwise)
{
    int ok = operand(vm, left, x);
    if (ok > 0)
        ok = operand(vm, right, y);
    *otherwise = ok == 0 ? new_not_implemented(vm) : NULL;
    return ok > 0;
}

#define COMPLEX_SLOT(name, expression) \
    static Object *slot_##name(Vm *vm, Object *left, Object *right) \
    { \
        ComplexValue x, y; \
        Object *otherwise; \
        return operands(vm, left, right, &x, &y, &otherwise) ? (expression) : otherwise; \
    }

static Object *divide_objects(Vm *vm, ComplexValue x, ComplexValue y)
{
    ComplexValue result;
    return complex_divide(vm, x, y, &result) ? new_from(vm, result) : NULL;
}

static Object *raise_to_power(Vm *vm, ComplexValue x, ComplexValue y)
{
    ComplexValue result;
    return complex_power(vm, x, y, &result) ? new_from(vm, result) : NULL;
}

COMPLEX_SLOT(add, complex_new(vm, x.real + y.real, x.imag + y.imag))
COMPLEX_SLOT(subtract, complex_new(vm, x.real - y.real, x.imag - y.imag))
COMPLEX_SLOT(multiply, new_from(vm, multiply(x, y)))
COMPLEX_SLOT(divide, divide_objects(vm, x, y))
COMPLEX_SLOT(power, raise_to_power(vm, x, y))

static Object *slot_power_modulo(Vm *vm, Object *base, Object *exponent, Object *modulus)
{
    return vm_raise(vm, TYPE_ValueError, "complex modulo");
}

static Object *slot_negative(Vm *vm, Object *self)
{
    return complex_new(vm, -value_of(self).real, -value_of(self).imag);
}

static Object *slot_self(Vm *vm, Object *self)
{
    return is_exact(self, COMPLEX) ? incref(self) : new_from(vm, value_of(self));
}

static Object *slot_absolute(Vm *vm, Object *self)
{
    ComplexValue z = value_of(self);
    double size = hypot(z.real, z.imag);
    if (isinf(size) && isfinite(z.real) && isfinite(z.imag))
        return vm_raise(vm, TYPE_OverflowError, "absolute value too large");
    return float_new(vm, size);
}

static int slot_truth(Vm *vm, Object *self) { return value_of(self).real != 0.0 || value_of(self).imag != 0.0; }

static int64_t slot_hash(Vm *vm, Object *self)
{
    enum { HASH_OF_I = 1000003 };
    ComplexValue z = value_of(self);
    uint64_t real = (uint64_t)hash_double(vm, z.real, self), imag = (uint64_t)hash_double(vm, z.imag, self);
    int64_t hash = (int64_t)(real + HASH_OF_I * imag);
    return hash == -1 ? -2 : hash;
}

static Object *slot_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    ComplexValue z = value_of(left);
    bool equal;
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return new_not_implemented(vm);
    if (is_complex(vm, right))
        equal = z.real == value_of(right).real && z.imag == value_of(right).imag;
    else if (is_float(vm, right))
        equal = z.real == float_value(right) && z.imag == 0.0;
    else if (is_int(vm, right))
        equal = z.imag == 0.0 && !isnan(z.real) && int_compare_double(right, z.real) == 0;
    else
        return new_not_implemented(vm);
    return new_bool(vm, equal == (op == COMPARE_EQ));
}

/* "(1+2j)", or "2j" when the real part is +0. */
static Object *slot_repr(Vm *vm, Object *self)
{
    ComplexValue z = value_of(self);
    char text[80], *out = text;
    bool only_imag = z.real == 0.0 && !signbit(z.real);
    DoubleText part;
    if (!only_imag) {
        *out++ = '(';
        double_text_init(vm, &part, z.real, 'r', 0, 0);               /* never asks for memory */
        out = (char *)memcpy(out, part.text, part.length) + part.length;
    }
    double_text_init(vm, &part, z.imag, 'r', 0, 0);
    if (!only_imag && part.text[0] != '-')
        *out++ = '+';
    out = (char *)memcpy(out, part.text, part.length) + part.length;
    *out++ = 'j';
    if (!only_imag)
        *out++ = ')';
    return str_from_utf8(vm, text, (size_t)(out - text));
}

/* ---- complex(text): a float, or [float] float j ---- */

static bool ends_imaginary(const char **p)
{
    if ((**p | 0x20) != 'j')
        return false;
    ++*p;
    return true;
}

/* "+j", "-j", "j" stand for one j. */
static const char *read_bare_sign(const char *p, double *value)
{
    *value = *p == '-' ? -1.0 : 1.0;
    return p + (*p == '-' || *p == '+');
}

static const char *read_parts(const char *p, ComplexValue *z)
{
    double first, second = 0.0;
    const char *end = number_text_read_double(p, &first);
    *z = (ComplexValue){ 0.0, 0.0 };
    if (!end) {
        p = read_bare_sign(p, &z->imag);
        return ends_imaginary(&p) ? p : NULL;
    }
    p = end;
    if (*p == '+' || *p == '-') {
        z->real = first;
        end = number_text_read_double(p, &second);
        p = end ? end : read_bare_sign(p, &second);
        z->imag = second;
        return ends_imaginary(&p) ? p : NULL;
    }
    if (ends_imaginary(&p))
        z->imag = first;
    else
        z->real = first;
    return p;
}

static const char *skip_spaces(const char *p)
{
    while (*p == ' ' || (*p >= '\t' && *p <= '\r'))
        p++;
    return p;
}

static bool parse(NumberText *text, ComplexValue *z)
{
    const char *p = skip_spaces(text->text);
    bool bracket = *p == '(';
    if (bracket)
        p = skip_spaces(p + 1);
    p = read_parts(p, z);
    if (!p)
        return false;
    p = skip_spaces(p);
    if (bracket) {
        if (*p != ')')
            return false;
        p = skip_spaces(p + 1);
    }
    return *p == '\0';
}

static bool from_text(Vm *vm, Object *source, ComplexValue *z)
{
    NumberText text;
    if (number_text_init(vm, &text, source) < 0)
        return false;
    bool is_whole = strlen(text.text) == text.length;
    if (is_whole && !number_text_drop_underscores(&text))
        vm_raise(vm, TYPE_ValueError, "could not convert string to complex: %R", source);
    else if (!is_whole || !parse(&text, z))
        vm_raise(vm, TYPE_ValueError, "complex() arg is a malformed string");
    number_text_release(vm, &text);
    return !vm_failed(vm);
}

/* ---- complex(real, imag) ---- */

/* What __complex__ gives; NULL without an error when there is no such method. */
static Object *call_special(Vm *vm, Object *object)
{
    if (is_exact(object, COMPLEX))
        return incref(object);
    Object *value = special_call(vm, name_of(vm, complex), &object, 1);
    if (!value || is_exact(value, COMPLEX))
        return value;
    if (is_complex(vm, value) && warn_of_subclass(vm, str_from_c(vm, "__complex__"), "complex", value) == 0)
        return value;
    if (!vm_failed(vm))
        vm_raise(vm, TYPE_TypeError, "__complex__ returned non-complex (type %T)", value);
    decref(vm, value);
    return NULL;
}

/* One argument as a complex; `words` tells what is wrong with it. */
static bool from_argument(Vm *vm, Object *object, const char *words, bool special, ComplexValue *z)
{
    Object *value = special ? call_special(vm, object) : NULL;
    if (value || vm_failed(vm)) {
        if (value)
            *z = value_of(value);
        xdecref(vm, value);
        return value != NULL;
    }
    const TypeSlots *slots = &object_type(vm, object)->slots;
    *z = (ComplexValue){ 0.0, 0.0 };
    if (is_complex(vm, object))
        *z = value_of(object);
    else if (slots->to_float || slots->to_index)
        z->real = float_from_object(vm, object);
    else
        vm_raise(vm, TYPE_TypeError, "%s, not '%T'", words, object);
    return !vm_failed(vm);
}

/* real + imag * 1j, without losing the sign of a zero where an argument is no complex. */
static bool combine(Vm *vm, Object *const given[2], ComplexValue *z)
{
    ComplexValue real = { 0.0, 0.0 }, imag = { 0.0, 0.0 };
    if (given[0] && !from_argument(vm, given[0], "complex() first argument must be a string or a number", true, &real))
        return false;
    if (given[1] && !from_argument(vm, given[1], "complex() second argument must be a number", false, &imag))
        return false;
    *z = real;
    if (!given[1])
        return true;
    if (is_complex(vm, given[1]))
        z->real -= imag.imag;
    z->imag = given[0] && is_complex(vm, given[0]) ? real.imag + imag.real : imag.real;
    return true;
}

static bool make(Vm *vm, Object *const given[2], ComplexValue *z)
{
    bool text = given[0] && is_str(vm, given[0]);
    if (text && given[1])
        vm_raise(vm, TYPE_TypeError, "complex() can't take second arg if first is a string");
    else if (given[1] && is_str(vm, given[1]))
        vm_raise(vm, TYPE_TypeError, "complex() second arg can't be a string");
    else
        return text ? from_text(vm, given[0], z) : combine(vm, given, z);
    return false;
}

static Object *slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *given[2];
    ComplexValue z = {0, 0};
    if (!args_parse(vm, "complex", "|real,imag", args, count, names, given))
        return NULL;
    if (given[0] && !given[1] && type == builtin_type(vm, TYPE_COMPLEX) && is_exact(given[0], COMPLEX))
        return incref(given[0]);
    if (!make(vm, given, &z))
        return NULL;
    Complex *result = (Complex *)object_new_zeroed(vm, type, type->size);
    if (!result)
        return NULL;
    result->real = z.real;
    result->imag = z.imag;
    if (type->flags & TYPE_HAS_GC)
        gc_track(vm, OBJECT(result));
    return OBJECT(result);
}

/* ---- methods ---- */

#define METHOD(name) \
    static Object *method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

METHOD(conjugate) { return complex_new(vm, value_of(self).real, -value_of(self).imag); }
METHOD(complex) { return slot_self(vm, self); }

METHOD(getnewargs)
{
    Object *real = float_new(vm, value_of(self).real), *imag = float_new(vm, value_of(self).imag);
    Object *pair = real && imag ? tuple_pack(vm, 2, real, imag) : NULL;
    xdecref(vm, real);
    xdecref(vm, imag);
    return pair;
}

METHOD(format)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "__format__() argument must be str, not %B", args[0]);
    return complex_format(vm, self, args[0]);
}

static Object *get_real(Vm *vm, Object *self, void *closure) { return float_new(vm, value_of(self).real); }
static Object *get_imag(Vm *vm, Object *self, void *closure) { return float_new(vm, value_of(self).imag); }

static const MethodDef complex_methods[] = {
    { "conjugate", method_conjugate, METHOD_NO_ARGS, "Return the complex conjugate of its argument." },
    { "__complex__", method_complex, METHOD_NO_ARGS, "Convert this value to exact type complex." },
    { "__getnewargs__", method_getnewargs, METHOD_NO_ARGS, NULL },
    { "__format__", method_format, METHOD_ONE, "Convert to a string according to format_spec." },
    { NULL, NULL, 0, NULL }
};

static const GetSetDef complex_getset[] = {
    { "real", get_real, NULL, NULL }, { "imag", get_imag, NULL, NULL }, { NULL, NULL, NULL, NULL }
};

const TypeSpec complex_spec = {
    .name = "complex",
    .doc = "Create a complex number from a real part and an optional imaginary part.\n\nThis is equivalent to "
           "(real + imag*1j) where imag defaults to 0.",
    .size = sizeof(Complex),
    .flags = TYPE_BASE | TYPE_IMMUTABLE,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = object_free, .repr = slot_repr, .hash = slot_hash, .compare = slot_compare, .new = slot_new,
        .binary = {
            [BINARY_ADD] = slot_add, [BINARY_SUBTRACT] = slot_subtract, [BINARY_MULTIPLY] = slot_multiply,
            [BINARY_TRUE_DIVIDE] = slot_divide, [BINARY_POWER] = slot_power,
        },
        .unary = {
            [UNARY_NEGATIVE] = slot_negative, [UNARY_POSITIVE] = slot_self, [UNARY_ABSOLUTE] = slot_absolute,
        },
        .power_modulo = slot_power_modulo, .truth = slot_truth,
    },
    .methods = complex_methods,
    .getset = complex_getset,
};
