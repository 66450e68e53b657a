/* One character at a time, in and out, for every encoding.
 *
 * Wrong UTF-8 is told apart as CPython's decoder does: an error covers the longest start of a character that could still
 * have become one, so "replace" gives one U+FFFD for each of these.
 */
#include "python/codec_parts.h"

/* ---- out ---- */

static size_t utf8_bytes(uint32_t c, uint8_t *out)
{
    if (c < 0x80) {
        out[0] = (uint8_t)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 1; c >>= 6)
        out[i] = (uint8_t)(0x80 | (c & 0x3F));
    out[0] = (uint8_t)(0xF00 >> n | c);               /* 110x, 1110, 11110 in front */
    return n;
}

static size_t unit_bytes(uint32_t unit, size_t size, ByteOrder order, uint8_t *out)
{
    for (size_t i = 0; i < size; i++)
        out[order == ORDER_BIG ? size - 1 - i : i] = (uint8_t)(unit >> 8 * i);
    return size;
}

static size_t utf16_bytes(uint32_t c, ByteOrder order, uint8_t *out)
{
    if (c < 0x10000)
        return unit_bytes(c, 2, order, out);
    c -= 0x10000;
    unit_bytes(0xD800 | c >> 10, 2, order, out);
    unit_bytes(0xDC00 | (c & 0x3FF), 2, order, out + 2);
    return 4;
}

int codec_put(Vm *vm, Encoding *e, uint32_t c)
{
    uint8_t bytes[4] = {(uint8_t)c};
    size_t n = 1;
    if (e->codec->kind == CODEC_ESCAPE || e->codec->kind == CODEC_RAW_ESCAPE)
        return escape_put(vm, e, c);
    if (e->codec->kind == CODEC_CHARMAP)
        bytes[0] = (uint8_t)charmap_byte(c);
    else if (e->codec->kind == CODEC_UTF8)
        n = utf8_bytes(c, bytes);
    else if (e->codec->kind == CODEC_UTF16)
        n = utf16_bytes(c, e->codec->order, bytes);
    else if (e->codec->kind == CODEC_UTF32)
        n = unit_bytes(c, 4, e->codec->order, bytes);
    return sink_bytes(vm, &e->out, bytes, n);
}

bool codec_can_encode(const Codec *codec, uint32_t c)
{
    switch (codec->kind) {
    case CODEC_ASCII: return c < 0x80;
    case CODEC_LATIN1: return c < 0x100;
    case CODEC_CHARMAP: return charmap_byte(c) >= 0;
    case CODEC_ESCAPE:
    case CODEC_RAW_ESCAPE: return true;
    default: return !unicode_is_surrogate(c);
    }
}

/* ---- in ---- */

static bool continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/* Whether `second` may follow `first`: rules out overlong forms, surrogates and what is beyond U+10FFFF. */
static bool second_fits(uint8_t first, uint8_t second)
{
    if (!continues(second))
        return false;
    return first == 0xE0 ? second >= 0xA0 : first == 0xED ? second < 0xA0
         : first == 0xF0 ? second >= 0x90 : first == 0xF4 ? second < 0x90 : true;
}

static int64_t get_utf8(const uint8_t *p, int64_t left, uint32_t *c, const char **reason)
{
    uint8_t first = p[0];
    *c = first;
    if (first < 0x80)
        return 1;
    *reason = "invalid start byte";
    if (first < 0xC2 || first > 0xF4)
        return -1;
    int64_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *c = first & (0x7Fu >> size);
    for (int64_t i = 1; i < size; i++) {
        *reason = "unexpected end of data";
        if (i == left)
            return -left;
        *reason = "invalid continuation byte";
        if (i == 1 ? !second_fits(first, p[1]) : !continues(p[i]))
            return -i;
        *c = *c << 6 | (p[i] & 0x3F);
    }
    return size;
}

static uint32_t read_unit(const uint8_t *p, int size, ByteOrder order)
{
    uint32_t unit = 0;
    for (int i = 0; i < size; i++)
        unit |= (uint32_t)p[order == ORDER_BIG ? size - 1 - i : i] << 8 * i;
    return unit;
}

static int64_t get_utf16(const uint8_t *p, int64_t left, ByteOrder order, uint32_t *c, const char **reason)
{
    *reason = "truncated data";
    if (left < 2)
        return -left;
    *c = read_unit(p, 2, order);
    if (!unicode_is_surrogate(*c))
        return 2;
    *reason = "illegal encoding";
    if (*c >= 0xDC00)
        return -2;
    *reason = "unexpected end of data";
    if (left < 4)
        return -left;
    uint32_t low = read_unit(p + 2, 2, order);
    *reason = "illegal UTF-16 surrogate";
    if (low < 0xDC00 || low > 0xDFFF)
        return -2;
    *c = 0x10000 + ((*c & 0x3FF) << 10 | (low & 0x3FF));
    return 4;
}

static int64_t get_utf32(const uint8_t *p, int64_t left, ByteOrder order, uint32_t *c, const char **reason)
{
    *reason = "truncated data";
    if (left < 4)
        return -left;
    *c = read_unit(p, 4, order);
    *reason = "code point in surrogate code point range(0xd800, 0xe000)";
    if (unicode_is_surrogate(*c))
        return -4;
    *reason = "code point not in range(0x110000)";
    return *c > UNICODE_MAX ? -4 : 4;
}

int64_t codec_get(const Codec *codec, const uint8_t *p, int64_t left, uint32_t *c, const char **reason)
{
    switch (codec->kind) {
    case CODEC_UTF8: return get_utf8(p, left, c, reason);
    case CODEC_UTF16: return get_utf16(p, left, codec->order, c, reason);
    case CODEC_UTF32: return get_utf32(p, left, codec->order, c, reason);
    case CODEC_CHARMAP: return charmap_get(p, c, reason);
    case CODEC_ESCAPE:
    case CODEC_RAW_ESCAPE: return escape_get(codec, p, left, c, reason);
    default: break;
    }
    *c = p[0];
    *reason = "ordinal not in range(128)";
    return codec->kind == CODEC_ASCII && p[0] >= 0x80 ? -1 : 1;
}
