/* str: characters of 1, 2 or 4 bytes, whichever the largest needs, as CPython's PyUnicodeObject (same sizes). */
#ifndef REFARROWS_PYTHON_OBJECTS_STR_H
#define REFARROWS_PYTHON_OBJECTS_STR_H

#include <string.h>

#include "python/object.h"

typedef struct Str {
    Object head;
    int64_t length;            /* characters */
    int64_t hash;              /* -1: not computed yet */
    uint8_t kind;              /* bytes per character: 1, 2, 4 */
    uint8_t ascii;             /* all below 128 (kind is 1) */
    uint8_t interned;
    uint8_t padding[5];
    void *data;                /* the characters and a terminating zero character: they follow the header in the same
                                  block (STR_ASCII_HEADER, STR_HEADER); for subclasses a block of their own. The field
                                  takes the room of CPython's wstr pointer, so that sizes agree */
} Str;

/* As sizeof(PyASCIIObject), sizeof(PyCompactUnicodeObject), sizeof(PyUnicodeObject): the last one for subclasses. */
enum { STR_ASCII_HEADER = 48, STR_HEADER = 72, STR_SUBCLASS_HEADER = 80 };

static inline const void *str_data(const Str *s) { return s->data; }
static inline int64_t str_length(const Object *str) { return ((const Str *)str)->length; }
static inline uint32_t str_at(const Str *s, int64_t i)
{
    const void *data = str_data(s);
    return s->kind == 1 ? ((const uint8_t *)data)[i]
         : s->kind == 2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}

Object *str_from_utf8(Vm *vm, const char *text, size_t length);       /* valid UTF-8, surrogates allowed (WTF-8) */
Object *str_from_c(Vm *vm, const char *text);
Object *str_from_code_point(Vm *vm, uint32_t c);
Object *str_from_kind(Vm *vm, int kind, const void *characters, int64_t length);   /* narrowed to the least kind */
/* Room for `length` characters up to `max`, to be filled at str_buffer(); the empty and shared ones are shared, so never
 * write into a str of length 0. The terminating zero is there. As PyUnicode_New. */
Object *str_new(Vm *vm, int64_t length, uint32_t max);
/* The str of that Latin-1 character in `s`, which has room for STR_HEADER + 2 bytes. */
void str_prepare_character(Str *s, Object head, uint32_t c);
static inline void *str_buffer(Object *str) { return ((Str *)str)->data; }
/* A bound on the characters of a str of this kind: 0x7F, 0xFF, 0xFFFF, 0x10FFFF. */
uint32_t str_max(const Object *str);
/* str -> str with exactly the type str (a subclass instance is copied); a new reference. */
Object *str_exact(Vm *vm, Object *str);
Object *str_interned(Vm *vm, const char *text);                       /* from C text, interned */
/* Replaces *place by the interned str with the same text, as PyUnicode_InternInPlace. */
void str_intern(Vm *vm, Object **place);
/* UTF-8 of a str, in memory that lives until the next call with the same buffer; NULL with MemoryError. Surrogates come
 * out as WTF-8. `length` may be NULL. */
typedef struct Utf8Buffer { char small[256]; char *large; size_t length; } Utf8Buffer;
const char *str_utf8(Vm *vm, Object *str, Utf8Buffer *buffer, size_t *length);
void utf8_buffer_finish(Utf8Buffer *buffer);          /* `large` is malloc'd; it never outlives the call that made it */

/* SipHash-1-3 with a zero key; cached. Never fails. */
int64_t str_hash_now(Str *s);
static inline int64_t str_hash(Vm *vm, Object *str)
{
    int64_t hash = ((const Str *)str)->hash;
    return hash != -1 ? hash : str_hash_now((Str *)str);
}
/* Both str. The hottest comparison of all: identity first, then what differs soonest. */
static inline bool str_equal(const Object *a, const Object *b)
{
    const Str *x = (const Str *)a, *y = (const Str *)b;
    if (x == y)
        return true;
    return x->length == y->length && x->kind == y->kind &&
           memcmp(x->data, y->data, (size_t)x->length * x->kind) == 0;
}
bool str_equals_c(const Object *str, const char *ascii);
int str_compare(const Object *a, const Object *b);
Object *str_concat(Vm *vm, Object *a, Object *b);
/* a += b where *a is owned: grows in place when nobody else holds it (as unicode_concatenate). -1: error, *a NULL. */
int str_append(Vm *vm, Object **a, Object *b);
Object *str_join(Vm *vm, Object *separator, Object *iterable);
Object *str_join_items(Vm *vm, Object *separator, Object *const *items, size_t count);   /* items are str; BUILD_STRING */
Object *str_substring(Vm *vm, Object *str, int64_t start, int64_t end);
int64_t str_find(Vm *vm, Object *str, Object *part, int64_t start, int64_t end, int direction);   /* -1: absent */
Object *str_percent(Vm *vm, Object *format, Object *arguments);       /* "%d" % x */
Object *str_repr(Vm *vm, Object *str);
bool str_is_identifier(const Object *str);
uint64_t hash_bytes(const void *data, size_t length); /* _Py_HashBytes under PYTHONHASHSEED=0; 0 for empty */

/* Building text piece by piece, as _PyUnicodeWriter. Lives on the C stack; its memory is in the arena. */
typedef struct StrWriter { Object *buffer; int64_t length; int kind; uint32_t max; } StrWriter;
void writer_init(StrWriter *writer);
int writer_char(Vm *vm, StrWriter *writer, uint32_t c);
int writer_str(Vm *vm, StrWriter *writer, Object *str);
int writer_ascii(Vm *vm, StrWriter *writer, const char *text, size_t length);
Object *writer_finish(Vm *vm, StrWriter *writer);     /* the str; NULL: error */
void writer_discard(Vm *vm, StrWriter *writer);

/* The format mini-language [[fill]align][sign][z][#][0][width][,][.precision][type] for all types (format_spec.c). */
typedef struct FormatSpec {
    uint32_t fill; char align, sign; bool alternate, no_negative_zero, zero_padded; int64_t width, precision;
    char thousands; uint32_t type;   /* 0: not given; width and precision -1: not given */
} FormatSpec;
bool format_spec_parse(Vm *vm, Object *spec, FormatSpec *out, char default_type, char default_align, Object *value);

/* bytes */
typedef struct Bytes { Object head; int64_t length; int64_t hash; char data[]; } Bytes;   /* data ends in NUL */
Object *bytes_from(Vm *vm, const void *data, size_t length);   /* data NULL: to be filled (not when length is 0 or 1) */

/* bytearray: as PyByteArrayObject, 56 bytes and a block of `capacity`. */
typedef struct ByteArray {
    Object head;
    int64_t length, capacity;
    char *block, *start;       /* start lies inside block: deleting from the front moves it */
    int64_t exports;           /* how many views forbid a change of size */
} ByteArray;
Object *bytearray_from(Vm *vm, const void *data, size_t length);

#endif
