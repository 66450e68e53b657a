#include "python/format_spec.h"

#include <string.h>

#include "python/objects/str_parts.h"
#include "python/unicode.h"
#include "python/vm.h"

/* ---- parsing ---- */

/* What is left of a format specifier. */
typedef struct Reader { const Str *text; int64_t at; } Reader;

static uint32_t peek(const Reader *reader, int64_t ahead)
{
    int64_t i = reader->at + ahead;
    return i < reader->text->length ? str_at(reader->text, i) : 0;
}

static bool more(const Reader *reader) { return reader->at < reader->text->length; }

static bool take(Reader *reader, uint32_t c)
{
    if (!more(reader) || peek(reader, 0) != c)
        return false;
    reader->at++;
    return true;
}

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* Digits of any script. 0: none there; -1: too large, with ValueError. */
static int read_number(Vm *vm, Reader *reader, int64_t *value)
{
    int64_t start = reader->at, number = 0;
    for (; more(reader); reader->at++) {
        int digit = unicode_decimal_value(peek(reader, 0));
        if (digit < 0)
            break;
        if (number > (INT64_MAX - digit) / 10)
            return vm_raise_int(vm, TYPE_ValueError, "Too many decimal digits in format string");
        number = number * 10 + digit;
    }
    if (reader->at == start)
        return 0;
    *value = number;
    return 1;
}

/* [[fill]align][sign][z][#][0] */
static void read_flags(Reader *reader, FormatSpec *out, char default_align)
{
    bool filled = false, aligned = false;
    if (reader->at + 1 < reader->text->length && is_align(peek(reader, 1))) {
        out->fill = peek(reader, 0);
        out->align = (char)peek(reader, 1);
        filled = aligned = true;
        reader->at += 2;
    } else if (more(reader) && is_align(peek(reader, 0))) {
        out->align = (char)peek(reader, 0);
        aligned = true;
        reader->at++;
    }
    if (more(reader) && (peek(reader, 0) == '+' || peek(reader, 0) == '-' || peek(reader, 0) == ' ')) {
        out->sign = (char)peek(reader, 0);
        reader->at++;
    }
    out->no_negative_zero = take(reader, 'z');
    out->alternate = take(reader, '#');
    if (!filled && take(reader, '0')) {
        out->zero_padded = true;
        out->fill = '0';
        if (!aligned && default_align == '>')
            out->align = '=';
    }
}

static bool both_separators(Vm *vm)
{
    vm_raise(vm, TYPE_ValueError, "Cannot specify both ',' and '_'.");
    return false;
}

static bool read_separator(Vm *vm, Reader *reader, FormatSpec *out)
{
    if (take(reader, ','))
        out->thousands = ',';
    if (more(reader) && peek(reader, 0) == '_') {
        if (out->thousands)
            return both_separators(vm);
        reader->at++;
        out->thousands = '_';
    }
    if (more(reader) && peek(reader, 0) == ',' && out->thousands == '_')
        return both_separators(vm);
    return true;
}

static bool read_precision(Vm *vm, Reader *reader, FormatSpec *out)
{
    if (!take(reader, '.'))
        return true;
    int got = read_number(vm, reader, &out->precision);
    if (got == 0)
        vm_raise(vm, TYPE_ValueError, "Format specifier missing precision");
    return got > 0;
}

static bool separator_allowed(Vm *vm, const FormatSpec *spec)
{
    uint32_t type = spec->type;
    if (!spec->thousands || type == 0 || (type < 128 && strchr("defgEG%F", (int)type)))
        return true;
    if (spec->thousands == '_' && type < 128 && strchr("boxX", (int)type))
        return true;
    if (type > 32 && type < 128)
        vm_raise(vm, TYPE_ValueError, "Cannot specify '%c' with '%c'.", spec->thousands, (int)type);
    else
        vm_raise(vm, TYPE_ValueError, "Cannot specify '%c' with '\\x%x'.", spec->thousands, (unsigned)type);
    return false;
}

bool format_spec_parse(Vm *vm, Object *spec, FormatSpec *out, char default_type, char default_align, Object *value)
{
    Reader reader = { (const Str *)spec, 0 };
    *out = (FormatSpec){ .fill = ' ', .align = default_align, .width = -1, .precision = -1,
                         .type = (uint32_t)default_type };
    read_flags(&reader, out, default_align);
    if (read_number(vm, &reader, &out->width) < 0 || !read_separator(vm, &reader, out)
        || !read_precision(vm, &reader, out))
        return false;
    if (reader.text->length - reader.at > 1) {
        vm_raise(vm, TYPE_ValueError, "Invalid format specifier '%U' for object of type '%T'", spec, value);
        return false;
    }
    if (more(&reader))
        out->type = peek(&reader, 0);
    return separator_allowed(vm, out);
}

Object *format_unknown_code(Vm *vm, uint32_t code, const Object *value)
{
    if (code > 32 && code < 128)
        return vm_raise(vm, TYPE_ValueError, "Unknown format code '%c' for object of type '%T'", (int)code, value);
    return vm_raise(vm, TYPE_ValueError, "Unknown format code '\\x%x' for object of type '%T'", (unsigned)code, value);
}

/* ---- laying out ---- */

char format_sign(const FormatSpec *spec, bool negative)
{
    if (negative)
        return '-';
    return spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

static int64_t group_size(const FormatSpec *spec)
{
    if (!spec->thousands)
        return 0;
    return spec->type && strchr("boxX", (int)spec->type) ? 4 : 3;
}

/* Zeros that go before the digits, so that digits, separators and zeros fill `room`: never a leading separator. */
static int64_t zeros_to_fill(int64_t digits, int64_t room, int64_t group)
{
    int64_t count = digits;
    if (group == 0)
        return room > digits ? room - digits : 0;
    while (count + (count - 1) / group < room)
        count++;
    return count - digits;
}

static int write_digits(Vm *vm, StrWriter *writer, const NumberParts *parts, int64_t zeros, int64_t group,
                        char separator)
{
    int64_t total = zeros + (int64_t)parts->digit_count;
    for (int64_t i = 0; i < total; i++) {
        if (group && i > 0 && (total - i) % group == 0 && writer_char(vm, writer, (unsigned char)separator) < 0)
            return -1;
        char c = i < zeros ? '0' : parts->digits[i - zeros];
        if (writer_char(vm, writer, (unsigned char)c) < 0)
            return -1;
    }
    return 0;
}

/* Columns of padding before the sign, between prefix and digits, and after the number. */
typedef struct Padding { int64_t before, inside, after; } Padding;

static Padding spread_padding(char align, int64_t room)
{
    if (room <= 0)
        return (Padding){ 0, 0, 0 };
    if (align == '<')
        return (Padding){ 0, 0, room };
    if (align == '^')
        return (Padding){ room / 2, 0, room - room / 2 };
    return align == '=' ? (Padding){ 0, room, 0 } : (Padding){ room, 0, 0 };
}

int format_number(Vm *vm, StrWriter *writer, const FormatSpec *spec, const NumberParts *parts)
{
    int64_t group = group_size(spec), digits = (int64_t)parts->digit_count;
    int64_t other = (parts->sign != 0) + (int64_t)strlen(parts->prefix) + (int64_t)parts->rest_length;
    bool zero_filled = spec->fill == '0' && spec->align == '=';
    int64_t zeros = zero_filled && digits ? zeros_to_fill(digits, spec->width - other, group) : 0;   /* none for inf */
    int64_t total = digits + zeros;
    int64_t shown = total + (group && total > 0 ? (total - 1) / group : 0);
    Padding padding = spread_padding(spec->align, spec->width - other - shown);
    bool ok = writer_fill(vm, writer, spec->fill, padding.before) == 0
        && (!parts->sign || writer_char(vm, writer, (unsigned char)parts->sign) == 0)
        && writer_ascii(vm, writer, parts->prefix, strlen(parts->prefix)) == 0
        && writer_fill(vm, writer, spec->fill, padding.inside) == 0
        && write_digits(vm, writer, parts, zeros, group, spec->thousands) == 0
        && writer_ascii(vm, writer, parts->rest, parts->rest_length) == 0
        && writer_fill(vm, writer, spec->fill, padding.after) == 0;
    return ok ? 0 : -1;
}

/* ---- str ---- */

static Object *refuse_str(Vm *vm, const FormatSpec *spec)
{
    if (spec->sign)
        return vm_raise(vm, TYPE_ValueError, spec->sign == ' ' ? "Space not allowed in string format specifier"
                                                               : "Sign not allowed in string format specifier");
    if (spec->no_negative_zero)
        return vm_raise(vm, TYPE_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec->alternate)
        return vm_raise(vm, TYPE_ValueError, "Alternate form (#) not allowed in string format specifier");
    return vm_raise(vm, TYPE_ValueError, "'=' alignment not allowed in string format specifier");
}

static Object *pad_str(Vm *vm, Object *str, const FormatSpec *spec, int64_t length)
{
    StrWriter writer;
    Padding padding = spread_padding(spec->align, spec->width - length);
    writer_init(&writer);
    if (writer_fill(vm, &writer, spec->fill, padding.before) == 0
        && writer_chars(vm, &writer, chars_slice(str_chars(str), 0, length)) == 0
        && writer_fill(vm, &writer, spec->fill, padding.after) == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

Object *str_format_spec(Vm *vm, Object *str, Object *spec)
{
    FormatSpec parsed;
    int64_t length = ((const Str *)str)->length;
    if (((const Str *)spec)->length == 0)
        return is_exact(str, STR) ? incref(str) : object_str(vm, str);
    if (!format_spec_parse(vm, spec, &parsed, 's', '<', str))
        return NULL;
    if (parsed.type != 's')
        return format_unknown_code(vm, parsed.type, str);
    if (parsed.sign || parsed.no_negative_zero || parsed.alternate || parsed.align == '=')
        return refuse_str(vm, &parsed);
    if (parsed.precision >= 0 && parsed.precision < length)
        length = parsed.precision;
    return pad_str(vm, str, &parsed, length);
}
