/* The type float: doubles, their arithmetic with Python's signs and errors, float(...). */
#include "python/objects/float.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "python/format_spec.h"
#include "python/number_text.h"
#include "python/objects/containers.h"
#include "python/objects/float_parts.h"
#include "python/objects/int_limbs.h"
#include "python/objects/str.h"
#include "python/text.h"
#include "python/vm.h"
#include "python/warn.h"

Object *float_new(Vm *vm, double value)
{
    Float *result = free_list_take_block(vm, FREE_FLOATS);
    if (result)
        result->head = (Object){1, TYPE_REF(FLOAT), vm->next_number++};
    else
        result = (Float *)object_new_builtin(vm, TYPE_FLOAT, sizeof(Float));
    if (result)
        result->value = value;
    return OBJECT(result);
}

/* As float_dealloc: not of subclasses. */
static void slot_dealloc(Vm *vm, Object *self)
{
    if (!is_exact(self, FLOAT) || !free_list_keep_block(vm, FREE_FLOATS, self, sizeof(Float)))
        object_free(vm, self);
}

/* ---- conversions ---- */

int float_operand(Vm *vm, Object *object, double *value)
{
    if (is_exact(object, FLOAT) || is_float(vm, object)) {
        *value = float_value(object);
        return 1;
    }
    if (!is_int(vm, object))
        return 0;
    *value = int_as_double(vm, object);
    return *value == -1.0 && vm_failed(vm) ? -1 : 1;
}

static double from_method(Vm *vm, Object *object, UnaryFunction to_float)
{
    Object *value = to_float(vm, object);
    double result = -1.0;
    if (!value)
        return result;
    if (is_exact(value, FLOAT) ||
        (is_float(vm, value) && warn_of_subclass(vm, str_format(vm, "%T.__float__", object), "float", value) == 0))
        result = float_value(value);
    else if (!vm_failed(vm))
        vm_raise(vm, TYPE_TypeError, "%T.__float__ returned non-float (type %T)", object, value);
    decref(vm, value);
    return result;
}

double float_from_object(Vm *vm, Object *object)
{
    const TypeSlots *slots = &object_type(vm, object)->slots;
    if (is_float(vm, object))
        return float_value(object);
    if (slots->to_float)
        return from_method(vm, object, slots->to_float);
    if (!slots->to_index) {
        vm_raise(vm, TYPE_TypeError, "must be real number, not %T", object);
        return -1.0;
    }
    Object *index = object_index(vm, object);
    double value = index ? int_as_double(vm, index) : -1.0;
    xdecref(vm, index);
    return value;
}

static bool parse(NumberText *text, double *value)
{
    const char *start = text->text, *end = text->text + text->length;
    number_text_strip(&start, &end);
    if (start == end || strlen(text->text) != text->length)           /* a NUL inside is no number */
        return false;
    memmove(text->text, start, (size_t)(end - start));
    text->length = (size_t)(end - start);
    text->text[text->length] = '\0';
    if (!number_text_drop_underscores(text))
        return false;
    return number_text_read_double(text->text, value) == text->text + text->length;
}

/* float() of a str or bytes-like object. */
static Object *from_text_object(Vm *vm, Object *source)
{
    NumberText text;
    double value;
    if (number_text_init(vm, &text, source) < 0)
        return NULL;
    bool ok = parse(&text, &value);
    number_text_release(vm, &text);
    return ok ? float_new(vm, value)
              : vm_raise(vm, TYPE_ValueError, "could not convert string to float: %R", source);
}

Object *float_from_text(Vm *vm, const char *text, size_t length)
{
    Object *str = str_from_utf8(vm, text, length);
    Object *result = str ? from_text_object(vm, str) : NULL;
    xdecref(vm, str);
    return result;
}

static Object *make(Vm *vm, Object *object)
{
    const TypeSlots *slots = &object_type(vm, object)->slots;
    if (is_exact(object, FLOAT))
        return incref(object);
    if (is_str(vm, object) || text_is_bytes_like(vm, object))
        return from_text_object(vm, object);
    if (!is_float(vm, object) && !slots->to_float && !slots->to_index)
        return vm_raise(vm, TYPE_TypeError, "float() argument must be a string or a real number, not '%T'", object);
    bool overridden = is_float(vm, object) && slots->to_float != builtin_type(vm, TYPE_FLOAT)->slots.to_float;
    double value = overridden ? from_method(vm, object, slots->to_float) : float_from_object(vm, object);
    return vm_failed(vm) ? NULL : float_new(vm, value);
}

static Object *slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    bool exact = type == builtin_type(vm, TYPE_FLOAT);
    bool own_init = type->slots.init != builtin_type(vm, TYPE_FLOAT)->slots.init;
    if ((!own_init && !args_no_names(vm, "float", names)) || !args_check(vm, "float", count, 0, 1))
        return NULL;
    Object *value = count ? make(vm, args[0]) : float_new(vm, 0.0);
    if (!value || exact)
        return value;
    Object *copy = object_new_zeroed(vm, type, type->size);
    if (copy) {
        ((Float *)copy)->value = float_value(value);
        if (type->flags & TYPE_HAS_GC)
            gc_track(vm, copy);
    }
    decref(vm, value);
    return copy;
}

/* ---- arithmetic ---- */

/* Both operands as doubles; when that fails, `return` what the slot has to give: NotImplemented or NULL. */
static bool operands(Vm *vm, Object *left, Object *right, double *x, double *y, Object **otherwise)
{
    int ok = float_operand(vm, left, x);
    if (ok > 0)
        ok = float_operand(vm, right, y);
    *otherwise = ok == 0 ? new_not_implemented(vm) : NULL;
    return ok > 0;
}

#define FLOAT_SLOT(name, expression) \
    static Object *slot_##name(Vm *vm, Object *left, Object *right) \
    { \
        double x, y; \
        Object *otherwise; \
        return operands(vm, left, right, &x, &y, &otherwise) ? (expression) : otherwise; \
    }

static Object *divided_by_zero(Vm *vm, const char *message) { return vm_raise(vm, TYPE_ZeroDivisionError, message); }

/* The remainder has the sign of the divisor; a zero as well. */
static double modulo(double x, double y)
{
    double rest = fmod(x, y);
    if (rest == 0.0)
        return copysign(0.0, y);
    return (y < 0) != (rest < 0) ? rest + y : rest;
}

/* The quotient that belongs to modulo(): nearest to (x - rest) / y, which is an integer but for rounding. */
static double floor_quotient(double x, double y)
{
    double rest = fmod(x, y), quotient = (x - rest) / y;
    if (rest != 0.0 && (y < 0) != (rest < 0))
        quotient -= 1.0;
    if (quotient == 0.0)
        return copysign(0.0, x / y);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

static Object *divmod_of(Vm *vm, double x, double y)
{
    Object *quotient = float_new(vm, floor_quotient(x, y)), *rest = float_new(vm, modulo(x, y));
    Object *pair = quotient && rest ? tuple_pack(vm, 2, quotient, rest) : NULL;
    xdecref(vm, quotient);
    xdecref(vm, rest);
    return pair;
}

FLOAT_SLOT(add, float_new(vm, x + y))
FLOAT_SLOT(subtract, float_new(vm, x - y))
FLOAT_SLOT(multiply, float_new(vm, x * y))
FLOAT_SLOT(true_divide, y == 0.0 ? divided_by_zero(vm, "float division by zero") : float_new(vm, x / y))
FLOAT_SLOT(floor_divide,
           y == 0.0 ? divided_by_zero(vm, "float floor division by zero") : float_new(vm, floor_quotient(x, y)))
FLOAT_SLOT(remainder, y == 0.0 ? divided_by_zero(vm, "float modulo") : float_new(vm, modulo(x, y)))
FLOAT_SLOT(divmod, y == 0.0 ? divided_by_zero(vm, "float divmod()") : divmod_of(vm, x, y))
FLOAT_SLOT(power, float_power(vm, x, y))

Object *float_range_error(Vm *vm)
{
    Object *number = int_from_i64(vm, ERANGE), *text = str_from_c(vm, "Numerical result out of range");
    Object *type = OBJECT(builtin_type(vm, TYPE_OverflowError));
    Object *args[] = { number, text };
    Object *error = number && text ? object_call(vm, type, args, 2, NULL) : NULL;
    xdecref(vm, number);
    xdecref(vm, text);
    return error ? vm_raise_value(vm, error) : NULL;
}

static Object *complex_root(Vm *vm, double base, double exponent)
{
    ComplexValue result;
    if (!complex_power(vm, (ComplexValue){ base, 0.0 }, (ComplexValue){ exponent, 0.0 }, &result))
        return NULL;
    return complex_new(vm, result.real, result.imag);
}

/* C's pow agrees with Python on every special value (C11, annex F); what differs are the errors. */
Object *float_power(Vm *vm, double base, double exponent)
{
    if (base == 0.0 && exponent < 0.0 && isfinite(exponent))
        return divided_by_zero(vm, "0.0 cannot be raised to a negative power");
    if (base < 0.0 && isfinite(base) && isfinite(exponent) && exponent != floor(exponent))
        return complex_root(vm, base, exponent);
    double result = pow(base, exponent);
    if (isinf(result) && isfinite(base) && isfinite(exponent))
        return float_range_error(vm);
    return float_new(vm, result);
}

static Object *slot_power_modulo(Vm *vm, Object *base, Object *exponent, Object *modulus)
{
    return vm_raise(vm, TYPE_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

static Object *slot_negative(Vm *vm, Object *self) { return float_new(vm, -float_value(self)); }
static Object *slot_absolute(Vm *vm, Object *self) { return float_new(vm, fabs(float_value(self))); }
static Object *slot_int(Vm *vm, Object *self) { return int_from_double(vm, float_value(self)); }

static Object *slot_self(Vm *vm, Object *self)
{
    return is_exact(self, FLOAT) ? incref(self) : float_new(vm, float_value(self));
}

static int slot_truth(Vm *vm, Object *self) { return float_value(self) != 0.0; }
static int64_t slot_hash(Vm *vm, Object *self) { return hash_double(vm, float_value(self), self); }

static Object *slot_repr(Vm *vm, Object *self)
{
    char text[32];
    size_t length = float_print(float_value(self), text);
    return str_from_utf8(vm, text, length);
}

/* ---- comparison ---- */

static bool answers(double x, double y, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return x < y;
    case COMPARE_LE: return x <= y;
    case COMPARE_EQ: return x == y;
    case COMPARE_NE: return x != y;
    case COMPARE_GT: return x > y;
    default: return x >= y;
    }
}

/* `left` is the float: the slot is only asked for floats on the left, or reflected. Ints are compared exactly: their
 * order against the float is what is compared with zero. */
static Object *slot_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    double x = float_value(left);
    if (is_float(vm, right))
        return new_bool(vm, answers(x, float_value(right), op));
    if (!is_int(vm, right))
        return new_not_implemented(vm);
    if (isnan(x))
        return new_bool(vm, op == COMPARE_NE);
    return new_bool(vm, answers(-int_compare_double(right, x), 0.0, op));
}

/* ---- methods ---- */

#define METHOD(name) \
    static Object *method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

METHOD(conjugate) { return slot_self(vm, self); }
METHOD(trunc) { return slot_int(vm, self); }
METHOD(floor) { return int_from_double(vm, floor(float_value(self))); }
METHOD(ceil) { return int_from_double(vm, ceil(float_value(self))); }
METHOD(hex) { return float_to_hex(vm, float_value(self)); }
METHOD(as_integer_ratio) { return int_ratio_of_double(vm, float_value(self)); }

METHOD(is_integer)
{
    double value = float_value(self);
    return new_bool(vm, isfinite(value) && floor(value) == value);
}

METHOD(round)
{
    double value = float_value(self);
    if (!args_check(vm, "__round__", count, 0, 1))
        return NULL;
    if (count == 0 || args[0] == none(vm))            /* rint rounds halves to even */
        return int_from_double(vm, rint(value));
    int64_t digits = object_as_index(vm, args[0], true);
    return digits == -1 && vm_failed(vm) ? NULL : float_round(vm, value, digits);
}

METHOD(getnewargs)
{
    Object *copy = float_new(vm, float_value(self));
    Object *tuple = copy ? tuple_pack(vm, 1, copy) : NULL;
    xdecref(vm, copy);
    return tuple;
}

METHOD(format)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "__format__() argument must be str, not %B", args[0]);
    return float_format(vm, self, args[0]);
}

METHOD(fromhex)
{
    Utf8Buffer buffer;
    size_t length;
    double value;
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "bad argument type for built-in operation");
    const char *text = str_utf8(vm, args[0], &buffer, &length);
    if (!text)
        return NULL;
    bool ok = float_from_hex(vm, text, length, &value);
    utf8_buffer_finish(&buffer);
    Object *result = ok ? float_new(vm, value) : NULL;
    if (!result || self == OBJECT(builtin_type(vm, TYPE_FLOAT)))
        return result;
    Object *instance = object_call_one(vm, self, result);
    decref(vm, result);
    return instance;
}

METHOD(getformat)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "__getformat__() argument must be str, not %B", args[0]);
    if (!str_equals_c(args[0], "double") && !str_equals_c(args[0], "float"))
        return vm_raise(vm, TYPE_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return str_from_c(vm, "IEEE, little-endian");
}

static Object *get_real(Vm *vm, Object *self, void *closure) { return slot_self(vm, self); }
static Object *get_imag(Vm *vm, Object *self, void *closure) { return float_new(vm, 0.0); }

static const MethodDef float_methods[] = {
    { "conjugate", method_conjugate, METHOD_NO_ARGS, "Return self, the complex conjugate of any float." },
    { "__trunc__", method_trunc, METHOD_NO_ARGS, "Return the Integral closest to x between 0 and x." },
    { "__floor__", method_floor, METHOD_NO_ARGS, "Return the floor as an Integral." },
    { "__ceil__", method_ceil, METHOD_NO_ARGS, "Return the ceiling as an Integral." },
    { "__round__", method_round, METHOD_FAST, "Return the Integral closest to x, rounding half toward even." },
    { "as_integer_ratio", method_as_integer_ratio, METHOD_NO_ARGS, "Return integer ratio." },
    { "fromhex", method_fromhex, METHOD_ONE | METHOD_CLASS,
      "Create a floating-point number from a hexadecimal string." },
    { "hex", method_hex, METHOD_NO_ARGS, "Return a hexadecimal representation of a floating-point number." },
    { "is_integer", method_is_integer, METHOD_NO_ARGS, "Return True if the float is an integer." },
    { "__getnewargs__", method_getnewargs, METHOD_NO_ARGS, NULL },
    { "__getformat__", method_getformat, METHOD_ONE | METHOD_CLASS, "You probably don't want to use this function." },
    { "__format__", method_format, METHOD_ONE, "Formats the float according to format_spec." },
    { NULL, NULL, 0, NULL }
};

static const GetSetDef float_getset[] = {
    { "real", get_real, NULL, NULL }, { "imag", get_imag, NULL, NULL }, { NULL, NULL, NULL, NULL }
};

const TypeSpec float_spec = {
    .name = "float",
    .doc = "Convert a string or number to a floating point number, if possible.",
    .size = sizeof(Float),
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = slot_dealloc, .repr = slot_repr, .hash = slot_hash, .compare = slot_compare, .new = slot_new,
        .binary = {
            [BINARY_ADD] = slot_add, [BINARY_SUBTRACT] = slot_subtract, [BINARY_MULTIPLY] = slot_multiply,
            [BINARY_TRUE_DIVIDE] = slot_true_divide, [BINARY_FLOOR_DIVIDE] = slot_floor_divide,
            [BINARY_REMAINDER] = slot_remainder, [BINARY_DIVMOD] = slot_divmod, [BINARY_POWER] = slot_power,
        },
        .unary = {
            [UNARY_NEGATIVE] = slot_negative, [UNARY_POSITIVE] = slot_self, [UNARY_ABSOLUTE] = slot_absolute,
        },
        .to_int = slot_int, .to_float = slot_self, .power_modulo = slot_power_modulo, .truth = slot_truth,
    },
    .methods = float_methods,
    .getset = float_getset,
};
