/* Messages: C's printf with objects, as PyUnicode_FromFormat. The conversions are listed in vm.h.
 *
 * A directive is read once into its flags, width, precision and length; integers are then given to snprintf, objects are
 * asked for their text. %s is UTF-8; a precision that cuts a character in two drops all of it.
 */
#include "python/str_from_format.h"

#include <stdio.h>
#include <string.h>

#include "python/objects/str_parts.h"
#include "python/vm.h"

enum { DIRECTIVE_MAX = 24, NUMBER_MAX = 64 };

typedef enum Length { LENGTH_INT, LENGTH_LONG, LENGTH_LONG_LONG, LENGTH_SIZE } Length;

typedef struct Directive {
    char head[DIRECTIVE_MAX];  /* "%", flags, width and precision as they stand */
    int64_t precision;         /* -1: none */
    Length length;
    char conversion;
} Directive;

/* va_list by pointer, so that a callee's reading moves it on. */
typedef struct Values { va_list list; } Values;

static const char *read_directive(const char *p, Directive *out)
{
    size_t n = strspn(p + 1, "-+ #0123456789.") + 1;
    memset(out, 0, sizeof *out);
    memcpy(out->head, p, n < DIRECTIVE_MAX ? n : DIRECTIVE_MAX - 1);
    const char *dot = strchr(out->head, '.');
    out->precision = -1;
    if (dot) {
        out->precision = 0;
        for (const char *d = dot + 1; *d; d++)
            out->precision = out->precision * 10 + (*d - '0');
    }
    p += n;
    if (*p == 'z')
        out->length = LENGTH_SIZE, p++;
    else if (*p == 'l')
        out->length = p[1] == 'l' ? LENGTH_LONG_LONG : LENGTH_LONG, p += p[1] == 'l' ? 2 : 1;
    out->conversion = *p;
    return p + 1;
}

static long long signed_value(Length length, Values *values)
{
    return length == LENGTH_INT ? va_arg(values->list, int)
         : length == LENGTH_LONG ? va_arg(values->list, long)
         : length == LENGTH_SIZE ? va_arg(values->list, ssize_t) : va_arg(values->list, long long);
}

static unsigned long long unsigned_value(Length length, Values *values)
{
    return length == LENGTH_INT ? va_arg(values->list, unsigned)
         : length == LENGTH_LONG ? va_arg(values->list, unsigned long)
         : length == LENGTH_SIZE ? va_arg(values->list, size_t) : va_arg(values->list, unsigned long long);
}

static int write_number(Vm *vm, StrWriter *writer, const Directive *d, Values *values)
{
    char format[DIRECTIVE_MAX + 4], text[NUMBER_MAX];
    bool is_signed = d->conversion == 'd' || d->conversion == 'i';
    snprintf(format, sizeof format, "%sll%c", d->head, d->conversion);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    int n = is_signed ? snprintf(text, sizeof text, format, signed_value(d->length, values))
                      : snprintf(text, sizeof text, format, unsigned_value(d->length, values));
#pragma GCC diagnostic pop
    return writer_ascii(vm, writer, text, (size_t)(n < NUMBER_MAX ? n : NUMBER_MAX - 1));
}

/* Takes the text over; NULL is an error that is already set. */
static int write_owned(Vm *vm, StrWriter *writer, const Directive *d, Object *text)
{
    if (!text)
        return -1;
    Chars chars = str_chars(text);
    if (d->precision >= 0 && chars.length > d->precision)
        chars.length = d->precision;
    int status = writer_chars(vm, writer, chars);
    decref(vm, text);
    return status;
}

/* What CPython's tp_name says: with the module for built-in types of other modules than builtins. Classes that are
 * written in Python here and in C there say it as _tp_name. */
static Object *type_text(Vm *vm, const Type *type)
{
    Object *given = type->flags & TYPE_LIBRARY && type->dict ? dict_get_str(vm, type->dict, "_tp_name") : NULL;
    if (given && is_str(vm, given))
        return incref(given);
    bool dotted = !(type->flags & TYPE_HEAP) && type->spec && strchr(type->spec->name, '.');
    return dotted ? str_from_c(vm, type->spec->name) : incref(type->name);
}

/* What an argument of the wrong type is called: as _PyArg_BadArgument does, None by its name and not by its type's. */
static Object *argument_text(Vm *vm, Object *argument)
{
    return argument == none(vm) ? str_from_c(vm, "None") : type_text(vm, object_type(vm, argument));
}

static int write_c_text(Vm *vm, StrWriter *writer, const Directive *d, const char *text)
{
    size_t length = d->precision >= 0 ? strnlen(text, (size_t)d->precision) : strlen(text);
    bool cut = text[0] && d->precision >= 0 && length == (size_t)d->precision && text[length];
    while (cut && length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    Directive whole = {.precision = -1};
    return write_owned(vm, writer, &whole, str_from_utf8(vm, text, length));
}

static int write_directive(Vm *vm, StrWriter *writer, const Directive *d, Values *values)
{
    switch (d->conversion) {
    case '%': return writer_char(vm, writer, '%');
    case 'c': return writer_char(vm, writer, (uint32_t)va_arg(values->list, int));
    case 's': return write_c_text(vm, writer, d, va_arg(values->list, const char *));
    case 'R': return write_owned(vm, writer, d, object_repr(vm, va_arg(values->list, Object *)));
    case 'S': return write_owned(vm, writer, d, object_str(vm, va_arg(values->list, Object *)));
    case 'A': return write_owned(vm, writer, d, object_ascii(vm, va_arg(values->list, Object *)));
    case 'U': return write_owned(vm, writer, d, incref(va_arg(values->list, Object *)));
    case 'B': return write_owned(vm, writer, d, argument_text(vm, va_arg(values->list, Object *)));
    case 'T': return write_owned(vm, writer, d, type_text(vm, object_type(vm, va_arg(values->list, Object *))));
    case 'N': return write_owned(vm, writer, d, type_text(vm, va_arg(values->list, Type *)));
    default: return write_number(vm, writer, d, values);
    }
}

static int write_format(Vm *vm, StrWriter *writer, const char *format, Values *values)
{
    while (*format) {
        size_t plain = strcspn(format, "%");
        Directive whole = {.precision = -1};
        if (plain > 0 && write_owned(vm, writer, &whole, str_from_utf8(vm, format, plain)) < 0)
            return -1;
        format += plain;
        if (*format) {
            Directive d;
            format = read_directive(format, &d);
            if (write_directive(vm, writer, &d, values) < 0)
                return -1;
        }
    }
    return 0;
}

Object *str_from_format_list(Vm *vm, const char *format, va_list list)
{
    StrWriter writer;
    Values values;
    writer_init(&writer);
    va_copy(values.list, list);
    int status = write_format(vm, &writer, format, &values);
    va_end(values.list);
    if (status == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

Object *str_format(Vm *vm, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    Object *text = str_from_format_list(vm, format, list);
    va_end(list);
    return text;
}
