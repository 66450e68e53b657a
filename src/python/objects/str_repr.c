/* repr(str): quotes and escapes, as CPython's unicode_repr.
 *
 * Single quotes, unless the text has single quotes and no double ones. What is not printable is escaped by the shortest of
 * \xhh, \uhhhh and \Uhhhhhhhh that holds it.
 */
#include "python/objects/str_parts.h"
#include "python/vm.h"

static const char hex_digits[] = "0123456789abcdef";

static int write_escape(Vm *vm, StrWriter *writer, uint32_t c)
{
    char text[12];
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    text[0] = '\\';
    text[1] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
    for (int i = 0; i < digits; i++)
        text[2 + i] = hex_digits[c >> 4 * (digits - 1 - i) & 15];
    return writer_ascii(vm, writer, text, (size_t)digits + 2);
}

/* The letter after the backslash for characters that have one; 0 for others. */
static char short_escape(uint32_t c, uint32_t quote)
{
    if (c == quote || c == '\\')
        return (char)c;
    return c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : 0;
}

static bool stays(uint32_t c, uint32_t quote)
{
    return !short_escape(c, quote) && unicode_is_printable(c);
}

static int write_escaped(Vm *vm, StrWriter *writer, uint32_t c, uint32_t quote)
{
    char letter = short_escape(c, quote);
    return letter ? writer_ascii(vm, writer, (char[]){'\\', letter}, 2) : write_escape(vm, writer, c);
}

int writer_repr(Vm *vm, StrWriter *writer, Chars c)
{
    bool doubled = chars_find_char(c, '\'', 1) >= 0 && chars_find_char(c, '"', 1) < 0;
    uint32_t quote = doubled ? '"' : '\'';
    int status = writer_char(vm, writer, quote);
    for (int64_t i = 0; status == 0 && i < c.length;) {
        int64_t start = i;
        while (i < c.length && stays(chars_at(c, i), quote))
            i++;
        status = writer_chars(vm, writer, chars_slice(c, start, i));
        if (status == 0 && i < c.length)
            status = write_escaped(vm, writer, chars_at(c, i++), quote);
    }
    return status < 0 ? -1 : writer_char(vm, writer, quote);
}

Object *str_repr(Vm *vm, Object *str)
{
    StrWriter writer;
    writer_init(&writer);
    if (writer_repr(vm, &writer, str_chars(str)) == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}
