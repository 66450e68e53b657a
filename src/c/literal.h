/* What number, character and string tokens mean. */
#ifndef REFARROWS_C_LITERAL_H
#define REFARROWS_C_LITERAL_H

#include "c/token.h"

typedef struct CNumber {
    bool is_floating, is_decimal;
    bool is_unsigned, is_float, is_long_double;    /* suffixes u, f, l (of a floating constant) */
    int longs;                                     /* suffixes l: 0, 1, 2 */
    uint64_t integer;
    long double floating;
} CNumber;

/* False, with the error told, for what is no number. */
bool c_literal_number(CDiagnoser *diagnoser, const CToken *token, CNumber *number);

/* Bytes of one element of a character constant or string: 1, 2 (u) or 4 (L, U). */
int c_literal_width(const CToken *token);
bool c_literal_is_long(const CToken *token);       /* L: wchar_t */

/* The value of a character constant, as an int. */
int64_t c_literal_char(CDiagnoser *diagnoser, const CToken *token);

/* Appends a string's elements, each `width` bytes, to `out`, which has room for width times the token's length.
 * Returns the number of bytes. */
size_t c_literal_string(CDiagnoser *diagnoser, const CToken *token, int width, char *out);

#endif
