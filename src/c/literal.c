#include "c/literal.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

static bool fail(CDiagnoser *diagnoser, const CToken *token, const char *what)
{
    c_diagnose(diagnoser, token->place, "%s '%.*s'", what, (int)token->length, token->text);
    return false;
}

static bool is_hex(const char *text)
{
    return text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
}

static bool looks_floating(const char *text)
{
    const char *exponent = is_hex(text) ? "pP" : "eE";
    return strchr(text, '.') || strpbrk(text, exponent);
}

static bool integer_suffix(CNumber *number, const char *suffix)
{
    for (; *suffix; suffix++) {
        if ((*suffix == 'u' || *suffix == 'U') && !number->is_unsigned)
            number->is_unsigned = true;
        else if ((*suffix == 'l' || *suffix == 'L') && number->longs == 0)
            number->longs = suffix[1] == suffix[0] ? (suffix++, 2) : 1;
        else
            return false;
    }
    return true;
}

static bool floating_suffix(CNumber *number, const char *suffix)
{
    if (!*suffix)
        return true;
    number->is_float = *suffix == 'f' || *suffix == 'F';
    number->is_long_double = *suffix == 'l' || *suffix == 'L';
    return (number->is_float || number->is_long_double) && !suffix[1];
}

static bool parse_integer(CDiagnoser *diagnoser, const CToken *token, const char *text, CNumber *number)
{
    bool binary = text[0] == '0' && (text[1] == 'b' || text[1] == 'B');
    int base = is_hex(text) ? 16 : binary ? 2 : text[0] == '0' ? 8 : 10;
    char *end;
    errno = 0;
    number->integer = strtoull(binary ? text + 2 : text, &end, base);
    number->is_decimal = base == 10;
    if (errno == ERANGE)
        return fail(diagnoser, token, "integer constant is too large for any integer type:");
    if (base == 8 && isdigit((unsigned char)*end))
        return fail(diagnoser, token, "invalid digit in octal constant");
    return integer_suffix(number, end) || fail(diagnoser, token, "invalid suffix on integer constant");
}

bool c_literal_number(CDiagnoser *diagnoser, const CToken *token, CNumber *number)
{
    char text[400];
    *number = (CNumber){0};
    if (token->length >= sizeof text)
        return fail(diagnoser, token, "number is too long:");
    memcpy(text, token->text, token->length);
    text[token->length] = '\0';
    if (!looks_floating(text))
        return parse_integer(diagnoser, token, text, number);
    char *end;
    number->is_floating = true;
    number->floating = strtold(text, &end);
    if (!floating_suffix(number, end))
        return fail(diagnoser, token, "invalid suffix on floating constant");
    if (number->is_float)
        number->floating = strtof(text, NULL);
    else if (!number->is_long_double)
        number->floating = strtod(text, NULL);
    return true;
}

/* ---- characters ---- */

int c_literal_width(const CToken *token)
{
    const char *text = token->text;
    return *text == 'L' || *text == 'U' ? 4 : *text == 'u' && text[1] != '8' ? 2 : 1;
}

bool c_literal_is_long(const CToken *token)
{
    return *token->text == 'L';
}

static int hex_value(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

static uint32_t read_hex(const char **at, int most)
{
    uint32_t value = 0;
    for (int i = 0; i < most && isxdigit((unsigned char)**at); i++)
        value = value * 16 + (uint32_t)hex_value(*(*at)++);
    return value;
}

static uint32_t read_octal(const char **at)
{
    uint32_t value = 0;
    for (int i = 0; i < 3 && **at >= '0' && **at <= '7'; i++)
        value = value * 8 + (uint32_t)(*(*at)++ - '0');
    return value;
}

/* Behind the backslash. `is_code_point`: the value is a character, not a byte. */
static uint32_t read_escape(CDiagnoser *diagnoser, const CToken *token, const char **at, bool *is_code_point)
{
    static const char letters[] = "abfnrtve", values[] = "\a\b\f\n\r\t\v\033";
    char c = *(*at)++;
    const char *letter = strchr(letters, c);
    if (c && letter)
        return (uint32_t)values[letter - letters];
    if (c == 'x') {
        if (!isxdigit((unsigned char)**at))
            c_diagnose(diagnoser, token->place, "\\x used with no following hex digits");
        return read_hex(at, 100);
    }
    if (c == 'u' || c == 'U') {
        *is_code_point = true;
        return read_hex(at, c == 'u' ? 4 : 8);
    }
    if (c >= '0' && c <= '7') {
        --*at;
        return read_octal(at);
    }
    return (unsigned char)c;
}

static uint32_t read_utf8(const char **at)
{
    unsigned char c = (unsigned char)*(*at)++;
    int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;
    uint32_t value = more ? c & (0x3fu >> more) : c;
    while (more-- && ((unsigned char)**at & 0xc0) == 0x80)
        value = value << 6 | ((unsigned char)*(*at)++ & 0x3f);
    return value;
}

static size_t write_utf8(uint32_t c, char *out)
{
    if (c < 0x80)
        return *out = (char)c, 1;
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};
    *out = (char)(leads[more] | c >> (6 * more));
    for (int i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> (6 * (more - i)) & 0x3f));
    return (size_t)more + 1;
}

/* One element, or a character of several, at `*at`; what it adds to the string. */
static size_t read_element(CDiagnoser *diagnoser, const CToken *token, const char **at, int width, char *out)
{
    bool is_code_point = false, escaped = **at == '\\';
    if (!escaped && width == 1)
        return *out = token->place.file->was_latin1 ? (char)read_utf8(at) : *(*at)++, 1;
    if (escaped)
        ++*at;
    uint32_t value = escaped ? read_escape(diagnoser, token, at, &is_code_point) : read_utf8(at);
    if (width == 1 && is_code_point)
        return write_utf8(value, out);
    if (width == 2 && value > 0xffff) {
        uint16_t pair[] = {(uint16_t)(0xd7c0 + (value >> 10)), (uint16_t)(0xdc00 | (value & 0x3ff))};
        memcpy(out, pair, sizeof pair);
        return sizeof pair;
    }
    memcpy(out, &value, (size_t)width);
    return (size_t)width;
}

static const char *content(const CToken *token, const char **end)
{
    char quote = token->text[token->length - 1];
    *end = token->text + token->length - 1;
    return (const char *)memchr(token->text, quote, token->length) + 1;
}

int64_t c_literal_char(CDiagnoser *diagnoser, const CToken *token)
{
    const char *end, *at = content(token, &end);
    int width = c_literal_width(token);
    uint32_t value = 0;
    int count = 0;
    if (at == end)
        c_diagnose(diagnoser, token->place, "empty character constant");
    for (; at < end; count++) {
        char out[8] = {0};
        size_t length = read_element(diagnoser, token, &at, width, out);
        if (width > 1)
            memcpy(&value, out, (size_t)width);
        for (size_t i = 0; width == 1 && i < length; i++)
            value = value << 8 | (unsigned char)out[i];
    }
    bool single = width == 1 && value < 256 && count == 1;
    return single ? (signed char)value : c_literal_is_long(token) || width == 1 ? (int32_t)value : (int64_t)value;
}

size_t c_literal_string(CDiagnoser *diagnoser, const CToken *token, int width, char *out)
{
    const char *end, *at = content(token, &end);
    size_t length = 0;
    while (at < end)
        length += read_element(diagnoser, token, &at, width, out + length);
    return length;
}
