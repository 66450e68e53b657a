/* What the files of the codecs share. */
#ifndef REFARROWS_PYTHON_CODEC_PARTS_H
#define REFARROWS_PYTHON_CODEC_PARTS_H

#include "python/codec_charmap.h"
#include "python/objects/str_parts.h"

typedef enum CodecKind { CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1, CODEC_UTF16, CODEC_UTF32, CODEC_CHARMAP,
                         CODEC_ESCAPE, CODEC_RAW_ESCAPE } CodecKind;
typedef enum ByteOrder { ORDER_MARKED, ORDER_LITTLE, ORDER_BIG } ByteOrder;   /* marked: a byte order mark says which */

typedef struct Codec {
    const char *name;          /* as exceptions name it */
    CodecKind kind;
    ByteOrder order;
    bool signature;            /* utf-8-sig: a mark in front */
} Codec;

typedef enum ErrorMode {
    ERRORS_STRICT, ERRORS_IGNORE, ERRORS_REPLACE, ERRORS_BACKSLASH, ERRORS_XML, ERRORS_NAME, ERRORS_SURROGATE_ESCAPE,
    ERRORS_SURROGATE_PASS, ERRORS_UNKNOWN
} ErrorMode;

/* Bytes being built: an object longer than what is written so far. */
typedef struct ByteSink { Object *bytes; int64_t length; } ByteSink;

typedef struct Encoding {
    const Codec *codec;
    Object *source;            /* the str; borrowed */
    Chars text;
    ErrorMode errors;
    Object *errors_name;       /* str or NULL; borrowed */
    ByteSink out;
} Encoding;

typedef struct Decoding {
    const Codec *codec;
    const uint8_t *data;
    int64_t length;
    ErrorMode errors;
    Object *errors_name;
    StrWriter out;
} Decoding;

int sink_byte(Vm *vm, ByteSink *sink, uint8_t byte);
int sink_bytes(Vm *vm, ByteSink *sink, const void *data, size_t length);

enum { CODEC_NO_CHARACTER = 0x7FFFFFFF };     /* bytes that stand for nothing: a backslash at the end of a line */

/* Writes one character in the encoding, whether it may be written or not (lone surrogates). */
int codec_put(Vm *vm, Encoding *e, uint32_t c);
bool codec_can_encode(const Codec *codec, uint32_t c);
/* Reads one character: the number of bytes it takes; or minus the number of bytes that are wrong, with the reason. */
int64_t codec_get(const Codec *codec, const uint8_t *p, int64_t left, uint32_t *c, const char **reason);

/* unicode_escape and raw_unicode_escape, as codec_put and codec_get. */
int escape_put(Vm *vm, Encoding *e, uint32_t c);
int64_t escape_get(const Codec *codec, const uint8_t *p, int64_t left, uint32_t *c, const char **reason);

ErrorMode codec_error_mode(const Object *name /* or NULL */);
/* Deal with text[start:end], which cannot be encoded: 0, or -1 with an exception. */
int codec_encode_error(Vm *vm, Encoding *e, int64_t start, int64_t end);
/* Deal with data[start:end], which cannot be decoded: where to go on, or -1 with an exception. */
int64_t codec_decode_error(Vm *vm, Decoding *d, int64_t start, int64_t end, const char *reason);

#endif
