/* What the files that make up str share among themselves. Others include objects/str.h. */
#ifndef REFARROWS_PYTHON_OBJECTS_STR_PARTS_H
#define REFARROWS_PYTHON_OBJECTS_STR_PARTS_H

#include "python/chars.h"
#include "python/objects/str.h"
#include "python/unicode.h"

static inline Chars str_chars(const Object *str)
{
    const Str *s = (const Str *)str;
    return (Chars){s->data, s->length, s->kind};
}

/* Narrowed to the least kind; the empty and one-character ones are the shared ones. */
Object *str_from_chars(Vm *vm, Chars chars);
/* Takes the reference over; str must be unshared, of exactly type str, its data inline. NULL with MemoryError. */
Object *str_resize(Vm *vm, Object *str, int64_t length);
/* A new instance of a subclass of str with the text of `str`. */
Object *str_new_of(Vm *vm, Type *type, Object *str);

/* writer.c: more ways to write. */
int writer_chars(Vm *vm, StrWriter *writer, Chars chars);
int writer_fill(Vm *vm, StrWriter *writer, uint32_t c, int64_t count);

/* repr of a str: the text with its quotes and escapes. */
int writer_repr(Vm *vm, StrWriter *writer, Chars chars);

void str_dealloc(Vm *vm, Object *self);
uint64_t str_size_of(Vm *vm, Object *self);

/* str_case.c: the case methods and the is... predicates. */
Object *str_method_capitalize(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_casefold(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_lower(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_swapcase(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_title(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_upper(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

#define STR_PREDICATES(X) \
    X(isalnum) X(isalpha) X(isascii) X(isdecimal) X(isdigit) X(isidentifier) X(islower) X(isnumeric) X(isprintable) \
    X(isspace) X(istitle) X(isupper)
#define X(name) Object *str_method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
STR_PREDICATES(X)
#undef X

/* str_translate.c, str_format_method.c, codec.c */
Object *str_method_translate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_maketrans(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_format(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_format_map(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_dunder_format(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
Object *str_method_encode(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

#endif
