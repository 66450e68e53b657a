/* Numbers and text laid out by the format mini-language: [[fill]align][sign][z][#][0][width][,][.precision][type].
 *
 * FormatSpec and format_spec_parse are in objects/str.h; int_format in objects/int.h. All messages are those of
 * CPython's formatter_unicode.c.
 */
#ifndef REFARROWS_PYTHON_FORMAT_SPEC_H
#define REFARROWS_PYTHON_FORMAT_SPEC_H

#include "python/objects/str.h"

/* What __format__ of these types gives; `spec` is a str. */
Object *float_format(Vm *vm, Object *object, Object *spec);
Object *complex_format(Vm *vm, Object *object, Object *spec);
Object *str_format_spec(Vm *vm, Object *str, Object *spec);

/* A double in ASCII, as PyOS_double_to_string: code 'e', 'f', 'g' or their capitals with `precision` digits, or 'r' for
 * repr. The sign is a leading '-'; "inf" and "nan" (capitals for capital codes). */
typedef struct DoubleText {
    char *text;                /* small, or a block of the arena; ends in NUL */
    size_t length;
    char small[64];
} DoubleText;
enum { DOUBLE_ALTERNATE = 1, DOUBLE_ADD_DOT_ZERO = 2, DOUBLE_NO_NEGATIVE_ZERO = 4 };   /* flags */
/* False with MemoryError. */
bool double_text_init(Vm *vm, DoubleText *text, double value, char code, int precision, unsigned flags);
void double_text_release(Vm *vm, DoubleText *text);

/* A number in pieces, all ASCII; `digits` is what separators and zero padding apply to. */
typedef struct NumberParts {
    char sign;                 /* '-', '+', ' ' or 0 */
    const char *prefix;        /* "0x", never NULL */
    const char *digits;
    size_t digit_count;
    const char *rest;          /* point, decimals, exponent, '%' */
    size_t rest_length;
} NumberParts;
/* The sign to show for a number under `spec`. */
char format_sign(const FormatSpec *spec, bool negative);
/* -1 with an error. */
int format_number(Vm *vm, StrWriter *writer, const FormatSpec *spec, const NumberParts *parts);

/* "Unknown format code 'q' for object of type 'int'"; returns NULL. */
Object *format_unknown_code(Vm *vm, uint32_t code, const Object *value);

#endif
