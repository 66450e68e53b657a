/* bytes and bytearray: what their files share, and what text.c needs of them. */
#ifndef REFARROWS_PYTHON_OBJECTS_BYTES_H
#define REFARROWS_PYTHON_OBJECTS_BYTES_H

#include "python/chars.h"
#include "python/codec.h"
#include "python/objects/str.h"

bool bytearray_check(Vm *vm, const Object *object);   /* bytearray or a subclass */

/* A bytes object from bytes-like or an iterable of ints; `type_name` is "bytes" or "bytearray", for messages. */
Object *bytes_from_object(Vm *vm, Object *object, const char *type_name);

/* b'...' with its escapes; the quote is the one that needs none. A bytearray escapes single quotes all the same. */
Object *bytes_repr_text(Vm *vm, Chars bytes, bool escape_single);

/* Methods that bytes and bytearray have in common beyond TEXT_METHODS. */
#define BYTES_METHODS(X) \
    X(capitalize, METHOD_NO_ARGS) X(isalnum, METHOD_NO_ARGS) X(isalpha, METHOD_NO_ARGS) X(isascii, METHOD_NO_ARGS) \
    X(isdigit, METHOD_NO_ARGS) X(islower, METHOD_NO_ARGS) X(isspace, METHOD_NO_ARGS) X(istitle, METHOD_NO_ARGS) \
    X(isupper, METHOD_NO_ARGS) X(lower, METHOD_NO_ARGS) X(swapcase, METHOD_NO_ARGS) X(title, METHOD_NO_ARGS) \
    X(upper, METHOD_NO_ARGS) X(decode, METHOD_KEYWORDS) X(hex, METHOD_KEYWORDS) X(translate, METHOD_KEYWORDS) \
    X(fromhex, METHOD_ONE | METHOD_CLASS) X(maketrans, METHOD_FAST | METHOD_STATIC)
#define X(name, kind) Object *bytes_method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
BYTES_METHODS(X)
#undef X
#define BYTES_METHOD_ENTRY(name, kind) {#name, bytes_method_##name, kind, NULL},

/* self % arguments, the result like self (percent_format.c). */
Object *bytes_percent(Vm *vm, Object *format, Object *arguments);

/* Slots that both have. */
int bytes_contains(Vm *vm, Object *self, Object *value);
Object *bytes_compare(Vm *vm, Object *left, Object *right, CompareOp op);
Object *bytes_concat(Vm *vm, Object *left, Object *right);
Object *bytes_repeat(Vm *vm, Object *self, int64_t times);
/* self[slice]; the result is like self. */
Object *bytes_get_slice(Vm *vm, Object *self, Object *slice);
/* What `bytes(...)` and `bytearray(...)` were called with, as a bytes object (new reference). */
Object *bytes_from_arguments(Vm *vm, const char *name, Object *const *args, size_t count, Object *names);

/* bytes_iterator and bytearray_iterator are made alike: one layout, one set of slots (bytes_iterator.c). */
typedef struct BytesIterator { Object head; int64_t index; Object *bytes; } BytesIterator;   /* bytes NULL: exhausted */
Object *bytes_iterator_new(Vm *vm, TypeId id, Object *bytes);
void bytes_iterator_dealloc(Vm *vm, Object *self);
int bytes_iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context);
Object *bytes_iterator_iter(Vm *vm, Object *self);
Object *bytes_iterator_next(Vm *vm, Object *self);
extern const MethodDef bytes_iterator_methods[];
#define BYTES_ITERATOR_SLOTS \
    { \
        .dealloc = bytes_iterator_dealloc, .traverse = bytes_iterator_traverse, .iter = bytes_iterator_iter, \
        .next = bytes_iterator_next, \
    }

#endif
