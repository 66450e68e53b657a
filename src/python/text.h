/* Text: what str, bytes and bytearray have in common, written once over Chars.
 *
 * A method of this family works on `self`, looks at it as Chars, and makes its results "like self": a str for str, bytes
 * for bytes, a bytearray for bytearray (never a subclass). Where CPython hands back the very same immutable object, so
 * does this; a bytearray is always copied. Errors are worded as CPython words them for each of the three.
 */
#ifndef REFARROWS_PYTHON_TEXT_H
#define REFARROWS_PYTHON_TEXT_H

#include "python/chars.h"
#include "python/object.h"

/* The contents of a str, bytes or bytearray. */
Chars text_chars(Vm *vm, const Object *text);
/* Bytes-like: bytes, bytearray or a contiguous memoryview. False with TypeError "a bytes-like object is required, not 'int'". */
bool text_from_bytes_like(Vm *vm, Object *object, Chars *out);
bool text_is_bytes_like(Vm *vm, const Object *object);

/* TypeError "`where` must be str, not int"; returns NULL. */
void *text_must_be_str(Vm *vm, const char *where, const Object *object);

/* A new object like `like` with room for `length` characters up to `max` (bytes: any); fill text_data, then text_done.
 * Never write into one of length 0. */
Object *text_new(Vm *vm, const Object *like, int64_t length, uint32_t max);
void *text_data(Vm *vm, Object *text);
int text_kind(Vm *vm, const Object *text);
/* Takes `text` over, gives it back in its canonical form: narrowed, or the shared one-character object. */
Object *text_done(Vm *vm, Object *text);
Object *text_from_chars(Vm *vm, const Object *like, Chars chars);
/* self[start:end]; `self` itself when that is all of it and it is exactly a str or bytes. */
Object *text_slice(Vm *vm, Object *self, int64_t start, int64_t end);
Object *text_unchanged(Vm *vm, Object *self);

/* A C number from any object with __index__; false with TypeError, or OverflowError "Python int too large to convert to
 * C ssize_t". */
bool text_number_argument(Vm *vm, Object *object, int64_t *out);
/* An index into a sequence, negative ones not yet adjusted: false with IndexError when it does not fit. */
bool text_index_argument(Vm *vm, Object *object, int64_t *out);
/* start and end as in slices: NULL and None mean "not given"; clipped to [0, length] as ADJUST_INDICES does, but end may
 * stay below start. False with TypeError. */
bool text_bounds(Vm *vm, Object *start, Object *end, int64_t length, int64_t *from, int64_t *to);
/* One byte, 0 to 255, from an int: false with TypeError or ValueError "byte must be in range(0, 256)". */
bool text_byte_argument(Vm *vm, Object *object, uint8_t *out);

/* The methods: entries for the tables of all three types. Names as in Python. */
#define TEXT_METHODS(X) \
    X(center, METHOD_FAST) X(count, METHOD_PACKED) X(endswith, METHOD_PACKED) X(expandtabs, METHOD_KEYWORDS) \
    X(find, METHOD_PACKED) X(index, METHOD_PACKED) X(join, METHOD_ONE) X(ljust, METHOD_FAST) X(lstrip, METHOD_FAST) \
    X(partition, METHOD_ONE) X(removeprefix, METHOD_ONE) X(removesuffix, METHOD_ONE) X(replace, METHOD_FAST) \
    X(rfind, METHOD_PACKED) X(rindex, METHOD_PACKED) X(rjust, METHOD_FAST) X(rpartition, METHOD_ONE) \
    X(rsplit, METHOD_KEYWORDS) X(rstrip, METHOD_FAST) X(split, METHOD_KEYWORDS) X(splitlines, METHOD_KEYWORDS) \
    X(startswith, METHOD_PACKED) X(strip, METHOD_FAST) X(zfill, METHOD_ONE)

#define X(name, kind) Object *text_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
TEXT_METHODS(X)
#undef X
#define TEXT_METHOD_ENTRY(name, kind) {#name, text_##name, kind, NULL},

#endif
