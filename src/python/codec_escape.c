/* unicode_escape and raw_unicode_escape: characters written with backslashes in ASCII or latin-1.
 *
 * Source of behaviour: CPython's unicodeobject.c, _PyUnicode_DecodeUnicodeEscapeInternal and the functions beside it.
 */
#include <stdio.h>
#include <string.h>

#include "python/codec_parts.h"
#include "python/unicode_name.h"

enum { ESCAPE_MAX = 12, OCTAL_DIGITS = 3 };

/* ---- out ---- */

static int write_hex(uint32_t c, char *out)
{
    return snprintf(out, ESCAPE_MAX, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

int escape_put(Vm *vm, Encoding *e, uint32_t c)
{
    static const char special[] = "\\\t\n\r", letters[] = "\\tnr";
    bool raw = e->codec->kind == CODEC_RAW_ESCAPE;
    const char *found = c && c < 0x80 ? strchr(special, (int)c) : NULL;
    char text[ESCAPE_MAX];
    if (raw ? c < 0x100 : c >= 0x20 && c < 0x7F && c != '\\')
        return sink_byte(vm, &e->out, (uint8_t)c);
    int n = found && !raw ? snprintf(text, sizeof text, "\\%c", letters[found - special]) : write_hex(c, text);
    return sink_bytes(vm, &e->out, text, (size_t)n);
}

/* ---- in ---- */

static int digit_value(uint8_t c)
{
    return c >= '0' && c <= '9' ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

/* Up to `most` digits of the base; how many there are. */
static int read_digits(const uint8_t *p, int64_t left, int most, int base, uint32_t *value)
{
    int n = 0;
    for (*value = 0; n < most && n < left && digit_value(p[n]) < base; n++)
        *value = *value * (uint32_t)base + (uint32_t)digit_value(p[n]);
    return n;
}

static int64_t get_hex(const uint8_t *p, int64_t left, bool raw, uint32_t *c, const char **reason)
{
    int wanted = p[1] == 'x' ? 2 : p[1] == 'u' ? 4 : 8;
    int n = read_digits(p + 2, left - 2, wanted, 16, c);
    *reason = wanted == 2 ? "truncated \\xXX escape" : wanted == 4 ? "truncated \\uXXXX escape"
                                                                   : "truncated \\UXXXXXXXX escape";
    if (n < wanted)
        return -(2 + n);
    *reason = raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character";
    return *c > UNICODE_MAX ? -(2 + n) : 2 + n;
}

static int64_t get_named(const uint8_t *p, int64_t left, uint32_t *c, const char **reason)
{
    *reason = "malformed \\N character escape";
    if (left < 3 || p[2] != '{')
        return -2;
    const uint8_t *close = memchr(p + 3, '}', (size_t)(left - 3));
    if (!close || close == p + 3)
        return close ? -3 : -left;
    *reason = "unknown Unicode character name";
    int32_t found = unicode_name_find((const char *)p + 3, (size_t)(close - p - 3));
    *c = (uint32_t)found;
    return found < 0 ? -(close + 1 - p) : close + 1 - p;
}

static int64_t get_letter(const uint8_t *p, uint32_t *c)
{
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    const char *found = p[1] ? strchr(letters, p[1]) : NULL;
    *c = found ? (uint8_t)values[found - letters] : p[1] == '\n' ? CODEC_NO_CHARACTER : '\\';
    return *c == '\\' && !found ? 1 : 2;       /* an unknown escape stays as it is */
}

int64_t escape_get(const Codec *codec, const uint8_t *p, int64_t left, uint32_t *c, const char **reason)
{
    bool raw = codec->kind == CODEC_RAW_ESCAPE;
    *c = p[0];
    if (p[0] != '\\' || (raw && (left < 2 || (p[1] != 'u' && p[1] != 'U'))))
        return 1;
    *reason = "\\ at end of string";
    if (left < 2)
        return -1;
    if (p[1] == 'x' || p[1] == 'u' || p[1] == 'U')
        return get_hex(p, left, raw, c, reason);
    if (p[1] == 'N')
        return get_named(p, left, c, reason);
    int digits = read_digits(p + 1, left - 1, OCTAL_DIGITS, 8, c);
    return digits > 0 ? 1 + digits : get_letter(p, c);
}
