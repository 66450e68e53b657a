#include "python/codec.h"

#include <string.h>

#include "python/codec_parts.h"
#include "python/text.h"
#include "python/vm.h"

enum { NAME_MAX_LENGTH = 32, SINK_FIRST_ROOM = 64 };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The names as spelled after normalize_name. */
static const struct { const char *alias; Codec codec; } codecs[] = {
    {"utf_8", {"utf-8", CODEC_UTF8, ORDER_MARKED, false}}, {"utf8", {"utf-8", CODEC_UTF8, ORDER_MARKED, false}},
    {"u8", {"utf-8", CODEC_UTF8, ORDER_MARKED, false}}, {"utf", {"utf-8", CODEC_UTF8, ORDER_MARKED, false}},
    {"cp65001", {"utf-8", CODEC_UTF8, ORDER_MARKED, false}},
    {"utf_8_sig", {"utf-8", CODEC_UTF8, ORDER_MARKED, true}},
    {"ascii", {"ascii", CODEC_ASCII, ORDER_MARKED, false}}, {"us_ascii", {"ascii", CODEC_ASCII, ORDER_MARKED, false}},
    {"646", {"ascii", CODEC_ASCII, ORDER_MARKED, false}},
    {"latin_1", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"latin1", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"latin", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}}, {"l1", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"iso8859_1", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"iso_8859_1", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"8859", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}}, {"cp819", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"iso8859", {"latin-1", CODEC_LATIN1, ORDER_MARKED, false}},
    {"cp1252", {"charmap", CODEC_CHARMAP, ORDER_MARKED, false}},
    {"windows_1252", {"charmap", CODEC_CHARMAP, ORDER_MARKED, false}},
    {"1252", {"charmap", CODEC_CHARMAP, ORDER_MARKED, false}},
    {"unicode_escape", {"unicodeescape", CODEC_ESCAPE, ORDER_MARKED, false}},
    {"raw_unicode_escape", {"rawunicodeescape", CODEC_RAW_ESCAPE, ORDER_MARKED, false}},
    {"utf_16", {"utf-16", CODEC_UTF16, ORDER_MARKED, false}}, {"utf16", {"utf-16", CODEC_UTF16, ORDER_MARKED, false}},
    {"u16", {"utf-16", CODEC_UTF16, ORDER_MARKED, false}},
    {"utf_16_le", {"utf-16-le", CODEC_UTF16, ORDER_LITTLE, false}},
    {"utf_16le", {"utf-16-le", CODEC_UTF16, ORDER_LITTLE, false}},
    {"utf_16_be", {"utf-16-be", CODEC_UTF16, ORDER_BIG, false}},
    {"utf_16be", {"utf-16-be", CODEC_UTF16, ORDER_BIG, false}},
    {"utf_32", {"utf-32", CODEC_UTF32, ORDER_MARKED, false}}, {"utf32", {"utf-32", CODEC_UTF32, ORDER_MARKED, false}},
    {"u32", {"utf-32", CODEC_UTF32, ORDER_MARKED, false}},
    {"utf_32_le", {"utf-32-le", CODEC_UTF32, ORDER_LITTLE, false}},
    {"utf_32le", {"utf-32-le", CODEC_UTF32, ORDER_LITTLE, false}},
    {"utf_32_be", {"utf-32-be", CODEC_UTF32, ORDER_BIG, false}},
    {"utf_32be", {"utf-32-be", CODEC_UTF32, ORDER_BIG, false}},
};

/* Lower case, runs of what is neither letter nor digit as one underscore, as encodings.normalize_encoding. */
static bool normalize_name(const Object *name, char *out)
{
    size_t n = 0;
    bool gap = false;
    for (int64_t i = 0; i < str_length(name); i++) {
        uint32_t c = str_at((const Str *)name, i);
        bool word = c < 128 && (unicode_is_alnum(c) || c == '.');
        if (word && gap && n > 0 && n < NAME_MAX_LENGTH - 1)
            out[n++] = '_';
        gap = !word;
        if (word && n >= NAME_MAX_LENGTH - 1)
            return false;
        if (word)
            out[n++] = (char)(c - 'A' < 26 ? c + 32 : c);
    }
    out[n] = 0;
    return n > 0;
}

static bool find_codec(Vm *vm, const Object *name, Codec *out)
{
    char plain[NAME_MAX_LENGTH];
    *out = codecs[0].codec;
    if (!name)
        return true;
    for (size_t i = 0; normalize_name(name, plain) && i < COUNT(codecs); i++)
        if (strcmp(codecs[i].alias, plain) == 0) {
            *out = codecs[i].codec;
            return true;
        }
    return vm_raise(vm, TYPE_LookupError, "unknown encoding: %U", name);
}

/* ---- encode ---- */

int sink_bytes(Vm *vm, ByteSink *sink, const void *data, size_t length)
{
    int64_t need = sink->length + (int64_t)length;
    int64_t room = sink->bytes ? ((Bytes *)sink->bytes)->length : 0;
    if (need > room) {
        room = need < SINK_FIRST_ROOM ? SINK_FIRST_ROOM : need + need / 4;
        Object *bigger = bytes_from(vm, NULL, (size_t)room);
        if (!bigger)
            return -1;
        if (sink->bytes)
            memcpy(((Bytes *)bigger)->data, ((Bytes *)sink->bytes)->data, (size_t)sink->length);
        xdecref(vm, sink->bytes);
        sink->bytes = bigger;
    }
    memcpy(((Bytes *)sink->bytes)->data + sink->length, data, length);
    sink->length = need;
    return 0;
}

int sink_byte(Vm *vm, ByteSink *sink, uint8_t byte) { return sink_bytes(vm, sink, &byte, 1); }

static Object *sink_finish(Vm *vm, ByteSink *sink, bool good)
{
    Object *bytes = !good ? NULL
                  : bytes_from(vm, sink->bytes ? ((Bytes *)sink->bytes)->data : "", (size_t)sink->length);
    xdecref(vm, sink->bytes);
    return bytes;
}

static int encode_run(Vm *vm, Encoding *e)
{
    bool single = e->codec->kind == CODEC_UTF16 || e->codec->kind == CODEC_UTF32;
    for (int64_t i = 0; i < e->text.length;) {
        int64_t start = i;
        if (codec_can_encode(e->codec, chars_at(e->text, i))) {
            if (vm_asked_to_stop(vm) || codec_put(vm, e, chars_at(e->text, i++)) < 0)
                return -1;
            continue;
        }
        do
            i++;
        while (!single && i < e->text.length && !codec_can_encode(e->codec, chars_at(e->text, i)));
        if (codec_encode_error(vm, e, start, i) < 0)
            return -1;
    }
    return 0;
}

Object *codec_encode(Vm *vm, Object *str, Object *encoding, Object *errors)
{
    Codec codec;
    if (!find_codec(vm, encoding, &codec))
        return NULL;
    Encoding e = {.codec = &codec, .source = str, .text = str_chars(str), .errors = codec_error_mode(errors),
                  .errors_name = errors};
    bool narrow = codec.kind == CODEC_UTF8 || codec.kind == CODEC_ASCII;
    uint32_t safe = codec.kind == CODEC_LATIN1 ? 0xFF : 0x7F;
    if ((narrow || codec.kind == CODEC_LATIN1) && !codec.signature && str_max(str) <= safe)
        return bytes_from(vm, e.text.data, (size_t)e.text.length);
    bool wide = codec.kind == CODEC_UTF16 || codec.kind == CODEC_UTF32;
    bool mark = codec.signature || (wide && codec.order == ORDER_MARKED);
    bool good = (!mark || codec_put(vm, &e, 0xFEFF) == 0) && encode_run(vm, &e) == 0;
    return sink_finish(vm, &e.out, good);
}

/* ---- decode ---- */

static int decode_run(Vm *vm, Decoding *d, int64_t start)
{
    for (int64_t i = start; i < d->length && !vm_asked_to_stop(vm);) {
        uint32_t c;
        const char *reason;
        int64_t n = codec_get(d->codec, d->data + i, d->length - i, &c, &reason);
        if (n > 0 && c != CODEC_NO_CHARACTER && writer_char(vm, &d->out, c) < 0)
            return -1;
        i = n > 0 ? i + n : codec_decode_error(vm, d, i, i - n, reason);
        if (i < 0)
            return -1;
    }
    return vm_failed(vm) ? -1 : 0;
}

/* Errors name the order that was found. */
static void name_order(Codec *codec)
{
    bool big = codec->order == ORDER_BIG;
    codec->name = codec->kind == CODEC_UTF16 ? (big ? "utf-16-be" : "utf-16-le") : big ? "utf-32-be" : "utf-32-le";
}

/* How long the byte order mark is; the codec learns the order from it. */
static int64_t skip_mark(Codec *codec, const uint8_t *data, int64_t length)
{
    int size = codec->kind == CODEC_UTF16 ? 2 : 4;
    if (codec->signature)
        return length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if ((codec->kind != CODEC_UTF16 && codec->kind != CODEC_UTF32) || codec->order != ORDER_MARKED)
        return 0;
    name_order(codec);
    if (length < size)
        return 0;
    uint32_t little = 0, big = 0;
    for (int i = 0; i < size; i++) {
        little |= (uint32_t)data[i] << 8 * i;
        big |= (uint32_t)data[size - 1 - i] << 8 * i;
    }
    codec->order = big == 0xFEFF ? ORDER_BIG : ORDER_LITTLE;
    name_order(codec);
    return little == 0xFEFF || big == 0xFEFF ? size : 0;
}

Object *codec_decode(Vm *vm, Object *bytes, Object *encoding, Object *errors)
{
    Codec codec;
    Chars c = text_chars(vm, bytes);
    if (!find_codec(vm, encoding, &codec))
        return NULL;
    bool narrow = codec.kind == CODEC_UTF8 || codec.kind == CODEC_ASCII;
    if (codec.kind == CODEC_LATIN1 || (narrow && chars_max(c) < 0x80))
        return str_from_chars(vm, c);
    Decoding d = {.codec = &codec, .data = c.data, .length = c.length, .errors = codec_error_mode(errors),
                  .errors_name = errors};
    writer_init(&d.out);
    int64_t start = skip_mark(&codec, d.data, d.length);
    if (decode_run(vm, &d, start) == 0)
        return writer_finish(vm, &d.out);
    writer_discard(vm, &d.out);
    return NULL;
}

/* ---- str.encode ---- */

static bool name_argument(Vm *vm, const char *name, Object *object)
{
    return !object || is_str(vm, object) ||
           vm_raise(vm, TYPE_TypeError, "encode() argument '%s' must be str, not %B", name, object);
}

Object *str_method_encode(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *given[2];
    if (!args_parse(vm, "encode", "|encoding,errors", args, count, names, given) ||
        !name_argument(vm, "encoding", given[0]) || !name_argument(vm, "errors", given[1]))
        return NULL;
    return codec_encode(vm, self, given[0], given[1]);
}
