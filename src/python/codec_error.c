/* The error handlers: what becomes of what cannot be encoded or decoded. Source of behaviour: CPython's codecs.c. */
#include <stdio.h>

#include "python/codec_parts.h"
#include "python/objects/exception.h"
#include "python/unicode_name.h"
#include "python/vm.h"

enum { REPLACEMENT = 0xFFFD, ESCAPE_FIRST = 0xDC80, ESCAPE_LAST = 0xDCFF, ESCAPE_BASE = 0xDC00 };

static const char *const mode_names[] = {
    [ERRORS_STRICT] = "strict", [ERRORS_IGNORE] = "ignore", [ERRORS_REPLACE] = "replace",
    [ERRORS_BACKSLASH] = "backslashreplace", [ERRORS_XML] = "xmlcharrefreplace", [ERRORS_NAME] = "namereplace",
    [ERRORS_SURROGATE_ESCAPE] = "surrogateescape", [ERRORS_SURROGATE_PASS] = "surrogatepass",
};

ErrorMode codec_error_mode(const Object *name)
{
    if (!name)
        return ERRORS_STRICT;
    int mode = ERRORS_STRICT;
    while (mode < ERRORS_UNKNOWN && !str_equals_c(name, mode_names[mode]))
        mode++;
    return (ErrorMode)mode;
}

/* Raises type(encoding, object, start, end, reason); takes `object` over. */
static int raise_unicode(Vm *vm, TypeId type, const char *encoding, Object *object, int64_t start, int64_t end,
                         const char *reason)
{
    Object *args[] = {str_from_c(vm, encoding), object, int_from_i64(vm, start), int_from_i64(vm, end),
                      str_from_c(vm, reason)};
    bool complete = true;
    for (int i = 0; i < 5; i++)
        complete = complete && args[i];
    Object *exception = complete ? exception_new(vm, builtin_type(vm, type), args, 5) : NULL;
    for (int i = 0; i < 5; i++)
        xdecref(vm, args[i]);
    if (exception)
        vm_raise_value(vm, exception);
    return -1;
}

static int unknown_handler(Vm *vm, Object *name)
{
    return vm_raise_int(vm, TYPE_LookupError, "unknown error handler name '%U'", name);
}

/* ---- encoding ---- */

static const char *encode_reason(const Codec *codec)
{
    return codec->kind == CODEC_ASCII ? "ordinal not in range(128)"
         : codec->kind == CODEC_LATIN1 ? "ordinal not in range(256)"
         : codec->kind == CODEC_CHARMAP ? "character maps to <undefined>" : "surrogates not allowed";
}

static int encode_strict(Vm *vm, Encoding *e, int64_t start, int64_t end)
{
    return raise_unicode(vm, TYPE_UnicodeEncodeError, e->codec->name, incref(e->source), start, end,
                         encode_reason(e->codec));
}

static int put_text(Vm *vm, Encoding *e, const char *text)
{
    for (; *text; text++)
        if (codec_put(vm, e, (uint8_t)*text) < 0)
            return -1;
    return 0;
}

static int put_substitute(Vm *vm, Encoding *e, uint32_t c)
{
    char text[UNICODE_NAME_MAX + 8] = "?", name[UNICODE_NAME_MAX];
    if (e->errors == ERRORS_NAME && unicode_name_of(c, name))
        snprintf(text, sizeof text, "\\N{%s}", name);
    else if (e->errors == ERRORS_XML)
        snprintf(text, sizeof text, "&#%u;", c);
    else if (e->errors != ERRORS_REPLACE)
        snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    return put_text(vm, e, text);
}

static bool is_wide(const Codec *codec) { return codec->kind == CODEC_UTF16 || codec->kind == CODEC_UTF32; }

/* Bytes that could not be decoded become bytes again; the first character that never was one is an error. */
static int put_escaped(Vm *vm, Encoding *e, int64_t start, int64_t end)
{
    for (int64_t i = start; i < end; i++) {
        uint32_t c = chars_at(e->text, i);
        if (c < ESCAPE_FIRST || c > ESCAPE_LAST || is_wide(e->codec))
            return encode_strict(vm, e, i, end);
        if (sink_byte(vm, &e->out, (uint8_t)(c - ESCAPE_BASE)) < 0)
            return -1;
    }
    return 0;
}

static int put_surrogates(Vm *vm, Encoding *e, int64_t start, int64_t end)
{
    if (e->codec->kind != CODEC_UTF8 && !is_wide(e->codec))
        return encode_strict(vm, e, start, end);
    for (int64_t i = start; i < end; i++)
        if (codec_put(vm, e, chars_at(e->text, i)) < 0)
            return -1;
    return 0;
}

int codec_encode_error(Vm *vm, Encoding *e, int64_t start, int64_t end)
{
    switch (e->errors) {
    case ERRORS_IGNORE: return 0;
    case ERRORS_STRICT: return encode_strict(vm, e, start, end);
    case ERRORS_SURROGATE_ESCAPE: return put_escaped(vm, e, start, end);
    case ERRORS_SURROGATE_PASS: return put_surrogates(vm, e, start, end);
    case ERRORS_UNKNOWN: return unknown_handler(vm, e->errors_name);
    default: break;
    }
    for (int64_t i = start; i < end; i++)
        if (put_substitute(vm, e, chars_at(e->text, i)) < 0)
            return -1;
    return 0;
}

/* ---- decoding ---- */

static int64_t decode_strict(Vm *vm, Decoding *d, int64_t start, int64_t end, const char *reason)
{
    Object *bytes = bytes_from(vm, d->data, (size_t)d->length);
    return bytes ? raise_unicode(vm, TYPE_UnicodeDecodeError, d->codec->name, bytes, start, end, reason) : -1;
}

static int64_t get_escaped(Vm *vm, Decoding *d, int64_t start, int64_t end, const char *reason)
{
    int64_t i = start;
    for (; i < end && d->data[i] >= 0x80; i++)
        if (writer_char(vm, &d->out, ESCAPE_BASE + d->data[i]) < 0)
            return -1;
    return i > start ? i : decode_strict(vm, d, start, end, reason);
}

/* The surrogate that stands at p in that encoding; its length in bytes, 0 when there is none. */
static int64_t read_surrogate(const Codec *codec, const uint8_t *p, int64_t left, uint32_t *c)
{
    bool big = codec->order == ORDER_BIG;
    int64_t size = codec->kind == CODEC_UTF8 ? 3 : codec->kind == CODEC_UTF16 ? 2 : codec->kind == CODEC_UTF32 ? 4 : 0;
    *c = 0;
    if (size == 0 || left < size)
        return 0;
    if (codec->kind == CODEC_UTF8)
        *c = (p[0] & 0xF0) == 0xE0 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80
           ? (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu) : 0;
    else
        for (int64_t i = 0; i < size; i++)
            *c |= (uint32_t)p[big ? size - 1 - i : i] << 8 * i;
    return unicode_is_surrogate(*c) ? size : 0;
}

static int64_t get_surrogate(Vm *vm, Decoding *d, int64_t start, int64_t end, const char *reason)
{
    uint32_t c;
    int64_t size = read_surrogate(d->codec, d->data + start, d->length - start, &c);
    if (size == 0)
        return decode_strict(vm, d, start, end, reason);
    return writer_char(vm, &d->out, c) < 0 ? -1 : start + size;
}

static int64_t get_backslashed(Vm *vm, Decoding *d, int64_t start, int64_t end)
{
    for (int64_t i = start; i < end; i++) {
        char text[8];
        snprintf(text, sizeof text, "\\x%02x", d->data[i]);
        if (writer_ascii(vm, &d->out, text, 4) < 0)
            return -1;
    }
    return end;
}

int64_t codec_decode_error(Vm *vm, Decoding *d, int64_t start, int64_t end, const char *reason)
{
    switch (d->errors) {
    case ERRORS_IGNORE: return end;
    case ERRORS_REPLACE: return writer_char(vm, &d->out, REPLACEMENT) < 0 ? -1 : end;
    case ERRORS_BACKSLASH: return get_backslashed(vm, d, start, end);
    case ERRORS_SURROGATE_ESCAPE: return get_escaped(vm, d, start, end, reason);
    case ERRORS_SURROGATE_PASS: return get_surrogate(vm, d, start, end, reason);
    case ERRORS_UNKNOWN: return unknown_handler(vm, d->errors_name);
    case ERRORS_XML:
    case ERRORS_NAME:
        return vm_raise_int(vm, TYPE_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    default: return decode_strict(vm, d, start, end, reason);
    }
}
