/* One cursor over the literal, one over the result, which is never longer than the literal: the shortest escape of a
 * code point is no shorter than its UTF-8. (\x80 to \xff are four characters for two bytes.) */
#include "python/escape.h"

#include <stdbool.h>
#include <string.h>

#include "python/unicode_name.h"

typedef struct Decoder {
    const char *start, *next, *end;
    char *to;
    EscapeError *error;
} Decoder;

char *escape_put_code_point(char *to, uint32_t code_point)
{
    if (code_point < 0x80) {
        *to++ = (char)code_point;
    } else if (code_point < 0x800) {
        *to++ = (char)(0xC0 | code_point >> 6);
        *to++ = (char)(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        *to++ = (char)(0xE0 | code_point >> 12);
        *to++ = (char)(0x80 | (code_point >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code_point & 0x3F));
    } else {
        *to++ = (char)(0xF0 | code_point >> 18);
        *to++ = (char)(0x80 | (code_point >> 12 & 0x3F));
        *to++ = (char)(0x80 | (code_point >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code_point & 0x3F));
    }
    return to;
}

/* The position CPython would give for a place in the literal. */
static size_t counted_position(const Decoder *decoder, const char *place)
{
    enum { WRITTEN_OUT = 10 };
    size_t position = 0;
    for (const char *c = decoder->start; c < place; c++)
        if ((unsigned char)*c < 0x80)
            position++;
        else if ((*c & 0xC0) != 0x80)
            position += WRITTEN_OUT;
    return position;
}

static void fail(Decoder *decoder, const char *escape, const char *reason)
{
    decoder->error->reason = reason;
    decoder->error->start = counted_position(decoder, escape);
    decoder->error->end = counted_position(decoder, decoder->next);
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Reads up to `count` hexadecimal digits; false if there are fewer. */
static bool read_hex(Decoder *decoder, int count, uint32_t *value)
{
    *value = 0;
    for (; count; count--) {
        int digit = decoder->next < decoder->end ? digit_value(*decoder->next) : -1;
        if (digit < 0)
            return false;
        *value = *value << 4 | (uint32_t)digit;
        decoder->next++;
    }
    return true;
}

static uint32_t read_octal(Decoder *decoder)
{
    uint32_t value = 0;
    for (int i = 0; i < 3 && decoder->next < decoder->end && *decoder->next >= '0' && *decoder->next <= '7'; i++)
        value = value * 8 + (uint32_t)(*decoder->next++ - '0');
    return value;
}

/* The single-letter escapes: the letter and what it stands for, in turn. */
static const char simple_escapes[] = "\\\\''\"\"b\bf\ft\tn\nr\rv\va\a";

static int simple_escape(char letter)
{
    for (const char *pair = simple_escapes; *pair; pair += 2)
        if (pair[0] == letter)
            return pair[1];
    return -1;
}

/* \N{name}: `next` stands behind the N. */
static bool decode_named(Decoder *decoder, const char *escape)
{
    const char *close = NULL;
    if (decoder->next < decoder->end && *decoder->next == '{')
        close = memchr(decoder->next, '}', (size_t)(decoder->end - decoder->next));
    if (!close || close == decoder->next + 1) {
        if (decoder->next < decoder->end && *decoder->next == '{')
            decoder->next = close ? close : decoder->end;
        fail(decoder, escape, "malformed \\N character escape");
        return false;
    }
    const char *name = decoder->next + 1;
    decoder->next = close + 1;
    int32_t code_point = unicode_name_find(name, (size_t)(close - name));
    if (code_point < 0) {
        fail(decoder, escape, "unknown Unicode character name");
        return false;
    }
    decoder->to = escape_put_code_point(decoder->to, (uint32_t)code_point);
    return true;
}

typedef struct HexEscape {
    char letter;
    int digits;
    const char *truncated;
} HexEscape;

static const HexEscape hex_escapes[] = {
    {'x', 2, "truncated \\xXX escape"}, {'u', 4, "truncated \\uXXXX escape"}, {'U', 8, "truncated \\UXXXXXXXX escape"},
};

static bool decode_hex(Decoder *decoder, const char *escape, const HexEscape *kind)
{
    enum { LAST_CODE_POINT = 0x10FFFF };
    uint32_t value;
    if (!read_hex(decoder, kind->digits, &value)) {
        fail(decoder, escape, kind->truncated);
        return false;
    }
    if (value > LAST_CODE_POINT) {
        fail(decoder, escape, "illegal Unicode character");
        return false;
    }
    decoder->to = escape_put_code_point(decoder->to, value);
    return true;
}

/* One escape of a str; `next` stands behind the backslash. What is no escape stays as it is, backslash and all. */
static bool decode_str_escape(Decoder *decoder)
{
    const char *escape = decoder->next - 1;
    if (decoder->next >= decoder->end) {
        fail(decoder, escape, "\\ at end of string");
        return false;
    }
    char letter = *decoder->next;
    if (letter >= '0' && letter <= '7') {
        decoder->to = escape_put_code_point(decoder->to, read_octal(decoder));
        return true;
    }
    decoder->next++;
    if (letter == '\n')
        return true;
    if (letter == 'N')
        return decode_named(decoder, escape);
    for (size_t i = 0; i < sizeof hex_escapes / sizeof hex_escapes[0]; i++)
        if (hex_escapes[i].letter == letter)
            return decode_hex(decoder, escape, &hex_escapes[i]);
    int meant = simple_escape(letter);
    if (meant < 0) {
        *decoder->to++ = '\\';
        decoder->next--;
    } else {
        *decoder->to++ = (char)meant;
    }
    return true;
}

/* The same for bytes; positions in errors are those of the backslash. */
static bool decode_bytes_escape(Decoder *decoder)
{
    const char *escape = decoder->next - 1;
    char letter = decoder->next < decoder->end ? *decoder->next : '\0';
    if (letter >= '0' && letter <= '7') {
        *decoder->to++ = (char)read_octal(decoder);
        return true;
    }
    decoder->next++;
    int meant = simple_escape(letter);
    uint32_t value;
    if (letter == '\n') {
        return true;
    } else if (letter == 'x') {
        if (!read_hex(decoder, 2, &value)) {
            fail(decoder, escape, "invalid \\x escape");
            return false;
        }
        *decoder->to++ = (char)value;
    } else if (meant >= 0) {
        *decoder->to++ = (char)meant;
    } else {
        *decoder->to++ = '\\';
        decoder->next--;
    }
    return true;
}

static char *decode(Region *region, const char *text, size_t length, size_t *result_length, EscapeError *error,
                    bool (*decode_escape)(Decoder *))
{
    char *result = region_alloc(region, length + 1);
    Decoder decoder = {.start = text, .next = text, .end = text + length, .to = result, .error = error};
    error->reason = NULL;
    while (decoder.next < decoder.end) {
        const char *backslash = memchr(decoder.next, '\\', (size_t)(decoder.end - decoder.next));
        size_t plain = (size_t)((backslash ? backslash : decoder.end) - decoder.next);
        memcpy(decoder.to, decoder.next, plain);
        decoder.to += plain;
        decoder.next += plain;
        if (!backslash)
            break;
        decoder.next++;
        if (!decode_escape(&decoder))
            return NULL;
    }
    *decoder.to = '\0';
    *result_length = (size_t)(decoder.to - result);
    return result;
}

char *escape_decode_str(Region *region, const char *text, size_t length, size_t *result_length, EscapeError *error)
{
    return decode(region, text, length, result_length, error, decode_str_escape);
}

char *escape_decode_bytes(Region *region, const char *text, size_t length, size_t *result_length, EscapeError *error)
{
    return decode(region, text, length, result_length, error, decode_bytes_escape);
}
