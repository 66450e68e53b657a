/* __format__ of int, float and complex: numbers become pieces of ASCII, format_number lays the pieces out. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "python/format_spec.h"
#include "python/objects/float.h"
#include "python/objects/int_limbs.h"
#include "python/objects/str_parts.h"
#include "python/unicode.h"
#include "python/vm.h"

enum { DEFAULT_PRECISION = 6 };

static Object *finish(Vm *vm, StrWriter *writer, int failed)
{
    if (!failed)
        return writer_finish(vm, writer);
    writer_discard(vm, writer);
    return NULL;
}

static bool is_one_of(uint32_t type, const char *codes) { return type && type < 128 && strchr(codes, (int)type); }

static bool is_empty(const Object *spec) { return ((const Str *)spec)->length == 0; }

/* ---- int ---- */

static Object *format_character(Vm *vm, Object *object, const FormatSpec *spec)
{
    int overflow;
    int64_t c = int_as_i64(vm, object, &overflow);
    StrWriter writer;
    if (spec->sign)
        return vm_raise(vm, TYPE_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return vm_raise(vm, TYPE_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (overflow)
        return vm_raise(vm, TYPE_OverflowError, "Python int too large to convert to C long");
    if (c < 0 || c > UNICODE_MAX)
        return vm_raise(vm, TYPE_OverflowError, "%%c arg not in range(0x110000)");
    int64_t room = spec->width > 1 ? spec->width - 1 : 0;
    int64_t before = spec->align == '<' ? 0 : spec->align == '^' ? room / 2 : room;
    writer_init(&writer);
    return finish(vm, &writer, writer_fill(vm, &writer, spec->fill, before) < 0
                               || writer_char(vm, &writer, (uint32_t)c) < 0
                               || writer_fill(vm, &writer, spec->fill, room - before) < 0);
}

/* The base of an integer type, and the prefix that '#' asks for. */
static int base_of(const FormatSpec *spec, const char **prefix)
{
    static const struct { char type; int base; const char *prefix; } bases[] = {
        { 'b', 2, "0b" }, { 'o', 8, "0o" }, { 'x', 16, "0x" }, { 'X', 16, "0X" },
    };
    *prefix = "";
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        if (spec->type == (unsigned char)bases[i].type) {
            *prefix = spec->alternate ? bases[i].prefix : "";
            return bases[i].base;
        }
    return 10;
}

static void capitalize(char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] = (char)(text[i] - 'a' + 'A');
}

static Object *format_digits(Vm *vm, Object *object, const FormatSpec *spec)
{
    IntDigits digits;
    StrWriter writer;
    NumberParts parts = { .sign = format_sign(spec, int_is_negative(object)), .rest = "" };
    int base = base_of(spec, &parts.prefix);
    if (!int_digits_init(vm, &digits, object, base))
        return NULL;
    if (spec->type == 'X')
        capitalize(digits.text, digits.length);
    parts.digits = digits.text;
    parts.digit_count = digits.length;
    writer_init(&writer);
    int failed = format_number(vm, &writer, spec, &parts);
    int_digits_release(vm, &digits);
    return finish(vm, &writer, failed);
}

static Object *format_integer(Vm *vm, Object *object, const FormatSpec *spec)
{
    if (spec->precision >= 0)
        return vm_raise(vm, TYPE_ValueError, "Precision not allowed in integer format specifier");
    if (spec->no_negative_zero)
        return vm_raise(vm, TYPE_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    return spec->type == 'c' ? format_character(vm, object, spec) : format_digits(vm, object, spec);
}

/* ---- float ---- */

/* How a float type is printed: the code and precision for double_text_init. */
typedef struct FloatStyle { char code; int precision; unsigned flags; } FloatStyle;

static bool float_style(Vm *vm, const FormatSpec *spec, FloatStyle *style)
{
    if (spec->precision > INT_MAX) {
        vm_raise(vm, TYPE_ValueError, "precision too big");
        return false;
    }
    style->precision = spec->precision < 0 ? DEFAULT_PRECISION : (int)spec->precision;
    style->flags = (spec->alternate ? DOUBLE_ALTERNATE : 0) | (spec->no_negative_zero ? DOUBLE_NO_NEGATIVE_ZERO : 0);
    if (spec->type == 0)
        style->code = spec->precision < 0 ? 'r' : 'g';
    else
        style->code = spec->type == 'n' ? 'g' : spec->type == '%' ? 'f' : (char)spec->type;
    return true;
}

/* Writes a double under the spec; `percent` adds the sign to what is printed. */
static int write_double(Vm *vm, StrWriter *writer, const FormatSpec *spec, const FloatStyle *style, double value)
{
    DoubleText text;
    if (!double_text_init(vm, &text, value, style->code, style->precision, style->flags))
        return -1;
    if (spec->type == '%')                            /* the terminating NUL makes room for it */
        text.text[text.length++] = '%';
    bool negative = text.text[0] == '-';
    NumberParts parts = { .sign = format_sign(spec, negative), .prefix = "", .digits = text.text + negative };
    while (negative + parts.digit_count < text.length && parts.digits[parts.digit_count] >= '0'
           && parts.digits[parts.digit_count] <= '9')
        parts.digit_count++;
    parts.rest = parts.digits + parts.digit_count;
    parts.rest_length = text.length - negative - parts.digit_count;
    int failed = format_number(vm, writer, spec, &parts);
    double_text_release(vm, &text);
    return failed;
}

static Object *format_double(Vm *vm, double value, const FormatSpec *spec)
{
    FloatStyle style;
    StrWriter writer;
    if (!float_style(vm, spec, &style))
        return NULL;
    if (spec->type == 0)
        style.flags |= DOUBLE_ADD_DOT_ZERO;
    writer_init(&writer);
    return finish(vm, &writer, write_double(vm, &writer, spec, &style, spec->type == '%' ? value * 100 : value));
}

Object *int_format(Vm *vm, Object *object, Object *spec)
{
    FormatSpec parsed;
    if (is_empty(spec))
        return object_str(vm, object);
    if (!format_spec_parse(vm, spec, &parsed, 'd', '>', object))
        return NULL;
    if (is_one_of(parsed.type, "bcdoxXn"))
        return format_integer(vm, object, &parsed);
    if (!is_one_of(parsed.type, "eEfFgG%"))
        return format_unknown_code(vm, parsed.type, object);
    double value = int_as_double(vm, object);
    return vm_failed(vm) ? NULL : format_double(vm, value, &parsed);
}

Object *float_format(Vm *vm, Object *object, Object *spec)
{
    FormatSpec parsed;
    if (is_empty(spec))
        return object_str(vm, object);
    if (!format_spec_parse(vm, spec, &parsed, 0, '>', object))
        return NULL;
    if (parsed.type && !is_one_of(parsed.type, "eEfFgGn%"))
        return format_unknown_code(vm, parsed.type, object);
    return format_double(vm, float_value(object), &parsed);
}

/* ---- complex ---- */

/* Both parts without padding: "(1+2j)", "1.00+2.00j", or "2j" when the type is not given and the real part is +0. */
static int write_complex(Vm *vm, StrWriter *writer, const FormatSpec *spec, double real, double imag)
{
    FormatSpec part = *spec;
    FloatStyle style;
    bool bare = spec->type == 0, only_imag = bare && real == 0.0 && !signbit(real);
    part.width = -1;
    part.fill = ' ';
    part.align = '<';
    if (!float_style(vm, spec, &style))
        return -1;
    if (bare && !only_imag && writer_char(vm, writer, '(') < 0)
        return -1;
    if (!only_imag && write_double(vm, writer, &part, &style, real) < 0)
        return -1;
    part.sign = only_imag ? spec->sign : '+';
    if (write_double(vm, writer, &part, &style, imag) < 0 || writer_char(vm, writer, 'j') < 0)
        return -1;
    return bare && !only_imag ? writer_char(vm, writer, ')') : 0;
}

static Object *pad_complex(Vm *vm, Object *text, const FormatSpec *spec)
{
    StrWriter writer;
    int64_t room = spec->width - ((const Str *)text)->length;
    int64_t before = room <= 0 || spec->align == '<' ? 0 : spec->align == '^' ? room / 2 : room;
    if (room <= 0)
        return incref(text);
    writer_init(&writer);
    return finish(vm, &writer, writer_fill(vm, &writer, spec->fill, before) < 0 || writer_str(vm, &writer, text) < 0
                               || writer_fill(vm, &writer, spec->fill, room - before) < 0);
}

static Object *format_parsed_complex(Vm *vm, const Complex *value, const FormatSpec *spec)
{
    StrWriter writer;
    writer_init(&writer);
    Object *text = finish(vm, &writer, write_complex(vm, &writer, spec, value->real, value->imag));
    Object *padded = text ? pad_complex(vm, text, spec) : NULL;
    xdecref(vm, text);
    return padded;
}

Object *complex_format(Vm *vm, Object *object, Object *spec)
{
    FormatSpec parsed;
    if (is_empty(spec))
        return object_str(vm, object);
    if (!format_spec_parse(vm, spec, &parsed, 0, '>', object))
        return NULL;
    if (parsed.type && !is_one_of(parsed.type, "eEfFgGn"))
        return format_unknown_code(vm, parsed.type, object);
    if (parsed.fill == '0')
        return vm_raise(vm, TYPE_ValueError, "Zero padding is not allowed in complex format specifier");
    if (parsed.align == '=')
        return vm_raise(vm, TYPE_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    return format_parsed_complex(vm, (const Complex *)object, &parsed);
}
