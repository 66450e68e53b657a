/* "..." % values, for str and bytes alike.
 *
 *     directive = '%' ['(' key ')'] flags* [width] ['.' precision] [hlL] conversion
 *
 * The result is always written as text; for bytes it is turned into bytes at the end, since none of its characters is
 * above 255. Source of behaviour: CPython's unicodeobject.c (unicode_format_arg) and bytesobject.c (_PyBytes_FormatEx).
 */
#include "python/format_spec.h"
#include "python/objects/bytes.h"
#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/str_parts.h"
#include "python/text.h"
#include "python/vm.h"

enum { FLAG_LEFT = 1, FLAG_SIGN = 2, FLAG_BLANK = 4, FLAG_ALTERNATE = 8, FLAG_ZERO = 16 };
enum { PERCENT_DEFAULT_PRECISION = 6 };

typedef struct Directive {
    unsigned flags;
    int64_t width, precision;  /* -1: none */
    uint32_t conversion;
    int64_t position;          /* of the conversion, for messages */
} Directive;

typedef struct Percent {
    Chars format;
    int64_t at;                /* next character of the format */
    StrWriter out;
    bool text;                 /* str, not bytes */
    Object *values;            /* tuple or single value; borrowed, or owned by key_value */
    Object *mapping;           /* where keys are looked up; NULL: none */
    Object *key_value;         /* what the last key gave; owned */
    int64_t next, count;       /* of the tuple's items; a single value has next -2, count -1 */
} Percent;

/* ---- reading a directive ---- */

static bool at_end(const Percent *p) { return p->at >= p->format.length; }

static uint32_t peek(const Percent *p) { return at_end(p) ? 0 : chars_at(p->format, p->at); }

static void *incomplete(Vm *vm) { return vm_raise(vm, TYPE_ValueError, "incomplete format"); }

static Object *next_value(Vm *vm, Percent *p)
{
    if (p->next >= p->count)
        return vm_raise(vm, TYPE_TypeError, "not enough arguments for format string");
    p->next++;
    return p->count < 0 ? p->values : tuple_item(p->values, p->next - 1);
}

/* '(' key ')': parentheses may nest. */
static bool read_key(Vm *vm, Percent *p)
{
    if (!p->mapping)
        return vm_raise(vm, TYPE_TypeError, "format requires a mapping");
    int64_t start = ++p->at;
    int depth = 1;
    while (depth > 0 && !at_end(p)) {
        uint32_t c = chars_at(p->format, p->at++);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth > 0)
        return vm_raise(vm, TYPE_ValueError, "incomplete format key");
    Chars c = chars_slice(p->format, start, p->at - 1);
    Object *key = p->text ? str_from_chars(vm, c) : bytes_from(vm, c.data, (size_t)c.length);
    Object *value = key ? object_get_item(vm, p->mapping, key) : NULL;
    xdecref(vm, key);
    if (!value)
        return false;
    object_replace(vm, &p->key_value, value);
    p->values = value;
    p->next = -2;
    p->count = -1;
    return true;
}

static unsigned flag_of(uint32_t c)
{
    return c == '-' ? FLAG_LEFT : c == '+' ? FLAG_SIGN : c == ' ' ? FLAG_BLANK : c == '#' ? FLAG_ALTERNATE
         : c == '0' ? FLAG_ZERO : 0;
}

static void read_flags(Percent *p, Directive *d)
{
    for (unsigned flag; (flag = flag_of(peek(p))) != 0; p->at++)
        d->flags |= flag;
}

/* A number, or '*' for the next value. Stays -1 when neither is there. */
static bool read_number(Vm *vm, Percent *p, int64_t *out, int64_t limit, const char *too_big)
{
    if (peek(p) == '*') {
        p->at++;
        Object *value = next_value(vm, p);
        if (!value)
            return false;
        if (!is_int(vm, value))
            return vm_raise(vm, TYPE_TypeError, "* wants int");
        int overflow = 0;
        *out = int_as_i64(vm, value, &overflow);
        if (overflow || *out > limit || *out < -limit)
            return vm_raise(vm, TYPE_OverflowError, "Python int too large to convert to C %s",
                            limit == INT32_MAX ? "int" : "ssize_t");
        return true;
    }
    for (uint32_t c = peek(p); c - '0' < 10; c = peek(p)) {
        *out = *out < 0 ? 0 : *out;
        if (*out > (limit - (int64_t)(c - '0')) / 10)
            return vm_raise(vm, TYPE_ValueError, "%s", too_big);
        *out = *out * 10 + (int64_t)(c - '0');
        p->at++;
    }
    return true;
}

static bool read_width(Vm *vm, Percent *p, Directive *d)
{
    bool star = peek(p) == '*';
    if (!read_number(vm, p, &d->width, INT64_MAX - 1, "width too big"))
        return false;
    if (star && d->width < 0) {
        d->flags |= FLAG_LEFT;
        d->width = -d->width;
    }
    return true;
}

static bool read_precision(Vm *vm, Percent *p, Directive *d)
{
    if (peek(p) != '.')
        return true;
    p->at++;
    if (!read_number(vm, p, &d->precision, INT32_MAX, p->text ? "precision too big" : "prec too big"))
        return false;
    if (d->precision < 0)
        d->precision = 0;
    return true;
}

static bool read_directive(Vm *vm, Percent *p, Directive *d)
{
    *d = (Directive){.width = -1, .precision = -1};
    if (at_end(p))
        return incomplete(vm);
    if (peek(p) == '(' && !read_key(vm, p))
        return false;
    read_flags(p, d);
    if (!read_width(vm, p, d) || !read_precision(vm, p, d))
        return false;
    if (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L')
        p->at++;
    if (at_end(p))
        return incomplete(vm);
    d->position = p->at;
    d->conversion = chars_at(p->format, p->at++);
    if (!p->text && d->conversion == 'i')
        d->conversion = 'd';
    return true;
}

/* ---- values as text ---- */

static bool is_conversion(const Directive *d, const char *set)
{
    return d->conversion && d->conversion < 128 && strchr(set, (int)d->conversion);
}

/* The int that a number stands for: __index__ for %x and %o, __int__ for %d. */
static Object *to_int(Vm *vm, Object *value, bool index)
{
    const TypeSlots *slots = &object_type(vm, value)->slots;
    Object *number = NULL;
    if (is_int(vm, value))
        return incref(value);
    if (slots->to_index && (index || !slots->to_int))
        return object_index(vm, value);
    if (slots->to_int && !index)
        number = slots->to_int(vm, value);
    if (number && !is_int(vm, number)) {
        vm_raise(vm, TYPE_TypeError, "__int__ returned non-int (type %T)", number);
        decref(vm, number);
        return NULL;
    }
    return number;
}

static Object *integer_value(Vm *vm, const Directive *d, Object *value)
{
    bool index = is_conversion(d, "oxX");
    Object *number = to_int(vm, value, index);
    if (number || (vm_failed(vm) && !vm_failed_with(vm, TYPE_TypeError)))
        return number;
    vm_clear_error(vm);
    return vm_raise(vm, TYPE_TypeError, "%%%c format: %s is required, not %T", (int)d->conversion,
                    index ? "an integer" : "a real number", value);
}

/* Digits at least as many as the precision, with the sign and prefix in front. */
static Object *integer_text(Vm *vm, const Directive *d, Object *number)
{
    int base = is_conversion(d, "xX") ? 16 : d->conversion == 'o' ? 8 : 10;
    Object *plain = int_to_text(vm, number, base, false);
    if (!plain)
        return NULL;
    StrWriter writer;
    writer_init(&writer);
    Chars c = str_chars(plain);
    bool negative = chars_at(c, 0) == '-', upper = d->conversion == 'X';
    Chars digits = chars_slice(c, negative, c.length);
    bool good = !negative || writer_char(vm, &writer, '-') == 0;
    if (good && d->flags & FLAG_ALTERNATE && base != 10)
        good = writer_ascii(vm, &writer, (char[]){'0', (char)d->conversion}, 2) == 0;
    good = good && writer_fill(vm, &writer, '0', d->precision - digits.length) == 0;
    for (int64_t i = 0; good && i < digits.length; i++) {
        uint32_t x = chars_at(digits, i);
        good = writer_char(vm, &writer, upper && x >= 'a' ? x - 32 : x) == 0;
    }
    decref(vm, plain);
    if (good)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

static Object *integer_conversion(Vm *vm, const Directive *d, Object *value)
{
    Object *number = integer_value(vm, d, value);
    if (!number)
        return NULL;
    Object *text = integer_text(vm, d, number);
    decref(vm, number);
    return text;
}

static Object *float_conversion(Vm *vm, const Percent *p, const Directive *d, Object *value)
{
    double number = float_from_object(vm, value);
    if (number == -1.0 && vm_failed(vm)) {
        if (!p->text && vm_failed_with(vm, TYPE_TypeError)) {
            vm_clear_error(vm);
            return vm_raise(vm, TYPE_TypeError, "float argument required, not %T", value);
        }
        return NULL;
    }
    int precision = d->precision < 0 ? PERCENT_DEFAULT_PRECISION : (int)d->precision;
    DoubleText text;
    if (!double_text_init(vm, &text, number, (char)d->conversion, precision,
                          d->flags & FLAG_ALTERNATE ? DOUBLE_ALTERNATE : 0))
        return NULL;
    Object *result = str_from_utf8(vm, text.text, text.length);
    double_text_release(vm, &text);
    return result;
}

static Object *char_of_int(Vm *vm, const Percent *p, Object *value)
{
    Object *number = object_index(vm, value);
    if (!number)
        return NULL;
    int overflow = 0;
    int64_t c = int_as_i64(vm, number, &overflow), limit = p->text ? UNICODE_MAX : 0xFF;
    decref(vm, number);
    if (overflow || c < 0 || c > limit)
        return vm_raise(vm, TYPE_OverflowError, p->text ? "%%c arg not in range(0x110000)"
                                                        : "%%c arg not in range(256)");
    return str_from_code_point(vm, (uint32_t)c);
}

static Object *char_conversion(Vm *vm, const Percent *p, Object *value)
{
    bool fits = p->text ? is_str(vm, value) : text_is_bytes_like(vm, value);
    if (fits && text_chars(vm, value).length == 1)
        return str_from_chars(vm, text_chars(vm, value));
    if (!fits && object_type(vm, value)->slots.to_index)
        return char_of_int(vm, p, value);
    return vm_raise(vm, TYPE_TypeError, p->text ? "%%c requires int or char"
                                                : "%%c requires an integer in range(256) or a single byte");
}

/* %b and %s of bytes: the bytes of the value, as Latin-1 text. */
static Object *bytes_conversion(Vm *vm, Object *value)
{
    if (text_is_bytes_like(vm, value))
        return str_from_chars(vm, text_chars(vm, value));
    if (!type_lookup(vm, object_type(vm, value), name_of(vm, bytes)))
        return vm_raise(vm, TYPE_TypeError,
                        "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", value);
    Object *bytes = object_call_method(vm, name_of(vm, bytes), &value, 1, NULL);
    if (!bytes)
        return NULL;
    Object *text = is_bytes(vm, bytes) ? str_from_chars(vm, text_chars(vm, bytes))
                 : vm_raise(vm, TYPE_TypeError, "__bytes__ returned non-bytes (type %T)", bytes);
    decref(vm, bytes);
    return text;
}

static Object *unsupported(Vm *vm, const Directive *d)
{
    uint32_t c = d->conversion;
    return vm_raise(vm, TYPE_ValueError, "unsupported format character '%c' (0x%x) at index %lld",
                    c >= 31 && c < 126 ? (int)c : '?', c, (long long)d->position);
}

static Object *convert(Vm *vm, Percent *p, const Directive *d, Object *value)
{
    if (is_conversion(d, "diuoxX"))
        return integer_conversion(vm, d, value);
    if (is_conversion(d, "eEfFgG"))
        return float_conversion(vm, p, d, value);
    if (!p->text && is_conversion(d, "bs"))
        return bytes_conversion(vm, value);
    switch (d->conversion) {
    case 's': return object_str(vm, value);
    case 'r': return p->text ? object_repr(vm, value) : object_ascii(vm, value);
    case 'a': return object_ascii(vm, value);
    case 'c': return char_conversion(vm, p, value);
    default: return unsupported(vm, d);
    }
}

/* ---- laying out ---- */

/* The converted value: [sign][prefix]body, the body padded in front or behind. */
static int write_padded(Vm *vm, Percent *p, const Directive *d, Chars body)
{
    bool number = is_conversion(d, "diuoxXeEfFgG");
    bool prefixed = d->flags & FLAG_ALTERNATE && is_conversion(d, "xXo");
    uint32_t sign = 0, first = number && body.length > 0 ? chars_at(body, 0) : 0;
    if (first == '-' || first == '+')
        sign = first, body = chars_slice(body, 1, body.length);
    else if (number)
        sign = d->flags & FLAG_SIGN ? '+' : d->flags & FLAG_BLANK ? ' ' : 0;
    if (is_conversion(d, "srab") && d->precision >= 0 && body.length > d->precision)
        body.length = d->precision;
    Chars prefix = chars_slice(body, 0, prefixed ? 2 : 0);
    body = chars_slice(body, prefix.length, body.length);
    int64_t missing = d->width - body.length - prefix.length - (sign != 0);
    bool zeros = number && d->flags & FLAG_ZERO, left = d->flags & FLAG_LEFT;
    bool good = zeros || left || writer_fill(vm, &p->out, ' ', missing) == 0;
    good = good && (!sign || writer_char(vm, &p->out, sign) == 0);
    good = good && writer_chars(vm, &p->out, prefix) == 0;
    good = good && (!zeros || left || writer_fill(vm, &p->out, '0', missing) == 0);
    good = good && writer_chars(vm, &p->out, body) == 0;
    good = good && (!left || writer_fill(vm, &p->out, ' ', missing) == 0);
    return good ? 0 : -1;
}

static bool is_plain(const Directive *d)
{
    return d->conversion == 's' && d->width < 0 && d->precision < 0;
}

static int write_directive(Vm *vm, Percent *p)
{
    Directive d;
    if (peek(p) == '%') {                             /* only right behind the other: "%5%" is an error */
        p->at++;
        return writer_char(vm, &p->out, '%');
    }
    if (!read_directive(vm, p, &d))
        return -1;
    Object *value = next_value(vm, p);
    Object *text = value ? convert(vm, p, &d, value) : NULL;
    if (!text)
        return -1;
    int status = is_plain(&d) ? writer_str(vm, &p->out, text) : write_padded(vm, p, &d, str_chars(text));
    decref(vm, text);
    return status;
}

static int write_all(Vm *vm, Percent *p)
{
    while (!at_end(p)) {
        int64_t plain = chars_find_char(chars_slice(p->format, p->at, p->format.length), '%', 1);
        int64_t end = plain < 0 ? p->format.length : p->at + plain;
        if (writer_chars(vm, &p->out, chars_slice(p->format, p->at, end)) < 0)
            return -1;
        p->at = end + 1;
        if (plain >= 0 && write_directive(vm, p) < 0)
            return -1;
    }
    if (p->next < p->count && !p->mapping)
        return vm_raise_int(vm, TYPE_TypeError, "not all arguments converted during %s formatting",
                            p->text ? "string" : "bytes");
    return 0;
}

static bool is_mapping(Vm *vm, bool text, Object *values)
{
    if (!object_type(vm, values)->slots.get_item || is_tuple(vm, values))
        return false;
    return text ? !is_str(vm, values) : !is_str(vm, values) && !text_is_bytes_like(vm, values);
}

static Object *percent(Vm *vm, Object *format, Object *values)
{
    bool text = is_str(vm, format), many = is_tuple(vm, values);
    Percent p = {.format = text_chars(vm, format), .text = text, .values = values,
                 .next = many ? 0 : -2, .count = many ? tuple_length(values) : -1};
    p.mapping = is_mapping(vm, text, values) ? values : NULL;
    writer_init(&p.out);
    int status = write_all(vm, &p);
    xdecref(vm, p.key_value);
    bool unchanged = text && p.format.length > 0 && chars_find_char(p.format, '%', 1) < 0;
    if (status == 0 && !unchanged)
        return writer_finish(vm, &p.out);
    writer_discard(vm, &p.out);
    return status == 0 ? incref(format) : NULL;       /* the very object, even of a subclass */
}

Object *str_percent(Vm *vm, Object *format, Object *arguments) { return percent(vm, format, arguments); }

Object *bytes_percent(Vm *vm, Object *format, Object *arguments)
{
    Object *text = percent(vm, format, arguments);
    if (!text)
        return NULL;
    Object *bytes = text_from_chars(vm, format, str_chars(text));
    decref(vm, text);
    return bytes;
}
