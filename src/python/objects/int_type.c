/* The type int: its slots, its methods and int(...). */
#include <stdlib.h>
#include <string.h>

#include <gmp.h>

#include "python/number_text.h"
#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/int_limbs.h"
#include "python/objects/str.h"
#include "python/text.h"
#include "python/vm.h"
#include "python/slot.h"
#include "python/warn.h"

/* ---- slots ---- */

/* A binary slot: what is not an int on both sides is somebody else's affair. */
#define INT_SLOT(name) \
    static Object *slot_##name(Vm *vm, Object *left, Object *right) \
    { \
        return is_int(vm, left) && is_int(vm, right) ? int_##name(vm, left, right) : new_not_implemented(vm); \
    }
INT_SLOT(add)
INT_SLOT(subtract)
INT_SLOT(multiply)
INT_SLOT(floor_divide)
INT_SLOT(remainder)
INT_SLOT(true_divide)
INT_SLOT(lshift)
INT_SLOT(rshift)
INT_SLOT(and)
INT_SLOT(or)
INT_SLOT(xor)

static Object *pair_of(Vm *vm, Object *first, Object *second)
{
    Object *pair = first && second ? tuple_pack(vm, 2, first, second) : NULL;
    xdecref(vm, first);
    xdecref(vm, second);
    return pair;
}

static Object *slot_divmod(Vm *vm, Object *left, Object *right)
{
    Object *quotient, *remainder;
    if (!is_int(vm, left) || !is_int(vm, right))
        return new_not_implemented(vm);
    if (int_is_zero(right))
        return vm_raise(vm, TYPE_ZeroDivisionError, "integer division or modulo by zero");
    if (int_divide(vm, left, right, &quotient, &remainder) < 0)
        return NULL;
    return pair_of(vm, quotient, remainder);
}

static Object *slot_power(Vm *vm, Object *left, Object *right)
{
    return is_int(vm, left) && is_int(vm, right) ? int_power(vm, left, right, NULL) : new_not_implemented(vm);
}

static Object *slot_power_modulo(Vm *vm, Object *base, Object *exponent, Object *modulus)
{
    if (!is_int(vm, base) || !is_int(vm, exponent) || !is_int(vm, modulus))
        return new_not_implemented(vm);
    return int_power(vm, base, exponent, modulus);
}

static Object *slot_repr(Vm *vm, Object *self) { return int_to_text(vm, self, 10, false); }

static int64_t slot_hash(Vm *vm, Object *self)
{
    const uint64_t modulus = (UINT64_C(1) << 61) - 1;
    size_t count = int_limb_count(self);
    if (count == 0)
        return 0;
    const uint64_t *limbs = as_int(self)->limbs;
    uint64_t rest = count == 1 ? limbs[0] % modulus : mpn_mod_1(limbs, (mp_size_t)count, modulus);
    int64_t hash = int_is_negative(self) ? -(int64_t)rest : (int64_t)rest;
    return hash == -1 ? -2 : hash;
}

static bool order_answers(int order, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return order < 0;
    case COMPARE_LE: return order <= 0;
    case COMPARE_EQ: return order == 0;
    case COMPARE_NE: return order != 0;
    case COMPARE_GT: return order > 0;
    default: return order >= 0;
    }
}

static Object *slot_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_int(vm, left) || !is_int(vm, right))
        return new_not_implemented(vm);
    return new_bool(vm, order_answers(int_compare(left, right), op));
}

static int slot_truth(Vm *vm, Object *self) { return !int_is_zero(self); }

static Object *slot_float(Vm *vm, Object *self)
{
    double value = int_as_double(vm, self);
    return vm_failed(vm) ? NULL : float_new(vm, value);
}

static uint64_t slot_size_of(Vm *vm, Object *self) { return int_size_for_bits(int_bit_length(self)); }

/* ---- int(...) ---- */

static Object *from_text(Vm *vm, Object *source, int base)
{
    NumberText text;
    if (number_text_init(vm, &text, source) < 0)
        return NULL;
    Object *original = is_str(vm, source) || is_bytes(vm, source) ? incref(source)
                                                                   : bytes_from(vm, text.text, text.length);
    Object *result = original ? int_parse(vm, text.text, text.length, base, original) : NULL;
    xdecref(vm, original);
    number_text_release(vm, &text);
    return result;
}

static bool is_text(Vm *vm, Object *object) { return is_str(vm, object) || text_is_bytes_like(vm, object); }

/* Makes the result of a conversion method exactly an int. */
static Object *exact_or_refuse(Vm *vm, Object *value, const char *method)
{
    if (!value || is_exact(value, INT))
        return value;
    Object *exact = NULL;
    if (!is_int(vm, value))
        vm_raise(vm, TYPE_TypeError, "%s returned non-int (type %T)", method, value);
    else if (warn_of_subclass(vm, str_from_c(vm, method), "int", value) == 0)
        exact = int_exact(vm, value);
    decref(vm, value);
    return exact;
}

static Object *from_trunc(Vm *vm, Object *object)
{
    if (warn_of(vm, TYPE_DeprecationWarning, str_from_c(vm, "The delegation of int() to __trunc__ is deprecated.")) < 0)
        return NULL;
    Object *value = special_call(vm, name_of(vm, trunc), &object, 1);
    if (!value || is_exact(value, INT))
        return value;
    if (is_int(vm, value)) {
        Object *exact = int_exact(vm, value);
        decref(vm, value);
        return exact;
    }
    Object *index = object_type(vm, value)->slots.to_index ? object_index(vm, value)
        : vm_raise(vm, TYPE_TypeError, "__trunc__ returned non-Integral (type %T)", value);
    decref(vm, value);
    return exact_or_refuse(vm, index, "__trunc__");
}

static Object *from_object(Vm *vm, Object *object)
{
    const TypeSlots *slots = &object_type(vm, object)->slots;
    if (is_exact(object, INT))
        return incref(object);
    if (slots->to_int)
        return exact_or_refuse(vm, slots->to_int(vm, object), "__int__");
    if (slots->to_index)
        return exact_or_refuse(vm, object_index(vm, object), "__index__");
    if (type_lookup(vm, object_type(vm, object), name_of(vm, trunc)))
        return from_trunc(vm, object);
    if (is_text(vm, object))
        return from_text(vm, object, 10);
    return vm_raise(vm, TYPE_TypeError, "int() argument must be a string, a bytes-like object or a real number, "
                    "not '%T'", object);
}

static Object *from_text_and_base(Vm *vm, Object *object, Object *base_object)
{
    int64_t base = object_as_index(vm, base_object, true);
    if (base == -1 && vm_failed(vm))
        return NULL;
    if (base != 0 && (base < 2 || base > 36))
        return vm_raise(vm, TYPE_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (!is_text(vm, object))
        return vm_raise(vm, TYPE_TypeError, "int() can't convert non-string with explicit base");
    return from_text(vm, object, (int)base);
}

static Object *make(Vm *vm, Object *const given[2])
{
    if (!given[0] && given[1])
        return vm_raise(vm, TYPE_TypeError, "int() missing string argument");
    if (!given[0])
        return int_from_i64(vm, 0);
    return given[1] ? from_text_and_base(vm, given[0], given[1]) : from_object(vm, given[0]);
}

static Object *slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *given[2];
    if (!args_parse(vm, "int", "|x/base", args, count, names, given))
        return NULL;
    Object *value = make(vm, given);
    if (!value || type == builtin_type(vm, TYPE_INT))
        return value;
    Object *copy = int_copy_as(vm, type, value);
    decref(vm, value);
    return copy;
}

/* ---- methods ---- */

#define METHOD(name) \
    static Object *method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

METHOD(self) { return int_exact(vm, self); }

METHOD(bit_length) { return int_from_u64(vm, int_bit_length(self)); }

METHOD(bit_count)
{
    size_t limbs = int_limb_count(self);
    return int_from_u64(vm, limbs ? mpn_popcount(as_int(self)->limbs, (mp_size_t)limbs) : 0);
}

METHOD(as_integer_ratio) { return pair_of(vm, int_exact(vm, self), int_from_i64(vm, 1)); }

METHOD(getnewargs)
{
    Object *copy = int_exact(vm, self);
    Object *tuple = copy ? tuple_pack(vm, 1, copy) : NULL;
    xdecref(vm, copy);
    return tuple;
}

METHOD(format)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "__format__() argument must be str, not %B", args[0]);
    return int_format(vm, self, args[0]);
}

/* self rounded to the multiple of a positive `unit` that is nearest, halves to the even multiple. */
static Object *round_to_unit(Vm *vm, Object *self, Object *unit)
{
    Object *quotient, *rest, *result = NULL;
    if (int_divide(vm, self, unit, &quotient, &rest) < 0)
        return NULL;
    Object *twice = int_add(vm, rest, rest);
    int order = twice ? int_compare(twice, unit) : 0;
    bool odd = !int_is_zero(quotient) && (as_int(quotient)->limbs[0] & 1);
    Object *below = twice ? int_subtract(vm, self, rest) : NULL;
    if (below)
        result = order > 0 || (order == 0 && odd) ? int_add(vm, below, unit) : incref(below);
    decref(vm, quotient);
    decref(vm, rest);
    xdecref(vm, twice);
    xdecref(vm, below);
    return result;
}

static Object *round_to_power(Vm *vm, Object *self, int64_t power)
{
    if ((uint64_t)power > int_bit_length(self))       /* ten to that power is more than twice as large */
        return int_from_i64(vm, 0);
    Object *ten = int_from_i64(vm, 10), *exponent = int_from_i64(vm, power);
    Object *unit = ten && exponent ? int_power(vm, ten, exponent, NULL) : NULL;
    Object *result = unit ? round_to_unit(vm, self, unit) : NULL;
    xdecref(vm, ten);
    xdecref(vm, exponent);
    xdecref(vm, unit);
    return result;
}

METHOD(round)
{
    if (!args_check(vm, "__round__", count, 0, 1))
        return NULL;
    int64_t digits = count ? object_as_index(vm, args[0], true) : 0;
    if (digits == -1 && vm_failed(vm))
        return NULL;
    return digits >= 0 ? int_exact(vm, self) : round_to_power(vm, self, digits == INT64_MIN ? INT64_MAX : -digits);
}

/* The byteorder argument; false with an error. NULL stands for 'big'. */
static bool read_byte_order(Vm *vm, const char *function, Object *order, bool *little)
{
    *little = false;
    if (!order)
        return true;
    if (!is_str(vm, order)) {
        vm_raise(vm, TYPE_TypeError, "%s() argument 'byteorder' must be str, not %B", function, order);
        return false;
    }
    *little = str_equals_c(order, "little");
    if (*little || str_equals_c(order, "big"))
        return true;
    vm_raise(vm, TYPE_ValueError, "byteorder must be either 'little' or 'big'");
    return false;
}

METHOD(to_bytes)
{
    Object *given[3];
    bool little;
    if (!args_parse(vm, "to_bytes", "|length,byteorder,$signed", args, count, names, given))
        return NULL;
    int64_t length = given[0] ? object_as_index(vm, given[0], false) : 1;
    if ((length == -1 && vm_failed(vm)) || !read_byte_order(vm, "to_bytes", given[1], &little))
        return NULL;
    int is_signed = given[2] ? object_truth(vm, given[2]) : 0;
    if (is_signed < 0)
        return NULL;
    if (length < 0)
        return vm_raise(vm, TYPE_ValueError, "length argument must be non-negative");
    unsigned char *bytes = mem_alloc(vm, (size_t)length);
    if (!bytes)
        return vm_raise_memory(vm);
    bool ok = int_to_bytes(vm, self, bytes, (size_t)length, little, is_signed);
    Object *result = ok ? bytes_from(vm, bytes, (size_t)length) : NULL;
    mem_free(vm, bytes);
    return result;
}

/* What bytes(object) gives for the objects that from_bytes takes. */
static Object *bytes_of(Vm *vm, Object *object)
{
    if (is_int(vm, object) || is_str(vm, object))
        return vm_raise(vm, TYPE_TypeError, "cannot convert '%T' object to bytes", object);
    return object_call_one(vm, OBJECT(builtin_type(vm, TYPE_BYTES)), object);
}

METHOD(from_bytes)
{
    Object *given[3];
    bool little;
    if (!args_parse(vm, "from_bytes", "bytes|byteorder,$signed", args, count, names, given)
        || !read_byte_order(vm, "from_bytes", given[1], &little))
        return NULL;
    int is_signed = given[2] ? object_truth(vm, given[2]) : 0;
    Object *bytes = is_signed < 0 ? NULL : bytes_of(vm, given[0]);
    if (!bytes)
        return NULL;
    Chars chars = text_chars(vm, bytes);
    Object *value = int_from_bytes(vm, chars.data, (size_t)chars.length, little, is_signed);
    decref(vm, bytes);
    if (!value || self == OBJECT(builtin_type(vm, TYPE_INT)))
        return value;
    Object *result = object_call_one(vm, self, value);
    decref(vm, value);
    return result;
}

static Object *get_self(Vm *vm, Object *self, void *closure) { return int_exact(vm, self); }
static Object *get_zero(Vm *vm, Object *self, void *closure) { return int_from_i64(vm, 0); }
static Object *get_one(Vm *vm, Object *self, void *closure) { return int_from_i64(vm, 1); }

static const MethodDef int_methods[] = {
    { "conjugate", method_self, METHOD_NO_ARGS, "Returns self, the complex conjugate of any int." },
    { "bit_length", method_bit_length, METHOD_NO_ARGS, "Number of bits necessary to represent self in binary." },
    { "bit_count", method_bit_count, METHOD_NO_ARGS,
      "Number of ones in the binary representation of the absolute value of self." },
    { "to_bytes", method_to_bytes, METHOD_KEYWORDS, "Return an array of bytes representing an integer." },
    { "from_bytes", method_from_bytes, METHOD_KEYWORDS | METHOD_CLASS,
      "Return the integer represented by the given array of bytes." },
    { "as_integer_ratio", method_as_integer_ratio, METHOD_NO_ARGS, "Return integer ratio." },
    { "__trunc__", method_self, METHOD_NO_ARGS, "Truncating an Integral returns itself." },
    { "__floor__", method_self, METHOD_NO_ARGS, "Flooring an Integral returns itself." },
    { "__ceil__", method_self, METHOD_NO_ARGS, "Ceiling of an Integral returns itself." },
    { "__round__", method_round, METHOD_FAST, "Rounding an Integral returns itself." },
    { "__getnewargs__", method_getnewargs, METHOD_NO_ARGS, NULL },
    { "__format__", method_format, METHOD_ONE, NULL },
    { "__sizeof__", object_sizeof, METHOD_NO_ARGS, "Returns size in memory, in bytes." },
    { NULL, NULL, 0, NULL }
};

static const GetSetDef int_getset[] = {
    { "real", get_self, NULL, NULL }, { "imag", get_zero, NULL, NULL }, { "numerator", get_self, NULL, NULL },
    { "denominator", get_one, NULL, NULL }, { NULL, NULL, NULL, NULL }
};

const TypeSpec int_spec = {
    .name = "int",
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if "
           "no arguments\nare given.",
    .size = INT_HEADER_SIZE,
    .item_size = 4,                                   /* as CPython's int.__itemsize__ */
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_INT_SUBCLASS | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = object_free, .repr = slot_repr, .hash = slot_hash, .compare = slot_compare, .new = slot_new,
        .binary = {
            [BINARY_ADD] = slot_add, [BINARY_SUBTRACT] = slot_subtract, [BINARY_MULTIPLY] = slot_multiply,
            [BINARY_FLOOR_DIVIDE] = slot_floor_divide, [BINARY_REMAINDER] = slot_remainder,
            [BINARY_TRUE_DIVIDE] = slot_true_divide, [BINARY_DIVMOD] = slot_divmod, [BINARY_POWER] = slot_power,
            [BINARY_LSHIFT] = slot_lshift, [BINARY_RSHIFT] = slot_rshift, [BINARY_AND] = slot_and,
            [BINARY_OR] = slot_or, [BINARY_XOR] = slot_xor,
        },
        .unary = {
            [UNARY_NEGATIVE] = int_negative, [UNARY_POSITIVE] = int_exact, [UNARY_INVERT] = int_invert,
            [UNARY_ABSOLUTE] = int_absolute,
        },
        .to_int = int_exact, .to_index = int_exact, .to_float = slot_float,
        .power_modulo = slot_power_modulo, .truth = slot_truth, .size_of = slot_size_of,
    },
    .methods = int_methods,
    .getset = int_getset,
};
