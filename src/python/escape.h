/* Backslash escapes in string and bytes literals.
 */
#ifndef REFARROWS_PYTHON_ESCAPE_H
#define REFARROWS_PYTHON_ESCAPE_H

#include <stddef.h>
#include <stdint.h>

#include "python/region.h"

/* What an escape that cannot be read is called; the rest of the message is the caller's. */
typedef struct EscapeError {
    const char *reason;        /* NULL while all is well */
    size_t start, end;         /* the escape within the literal, as CPython counts: see escape_decode_str */
} EscapeError;

/* Appends a code point as generalised UTF-8 (surrogates as three bytes); returns the place behind it. */
char *escape_put_code_point(char *to, uint32_t code_point);

/* Decodes a str literal's inside into the region; a NUL follows the result. CPython's positions in an error count each
 * non-ASCII character as ten, for it decodes a text in which they are written \UXXXXXXXX; so do ours. */
char *escape_decode_str(Region *region, const char *text, size_t length, size_t *result_length, EscapeError *error);

/* The same for a bytes literal. */
char *escape_decode_bytes(Region *region, const char *text, size_t length, size_t *result_length,
                          EscapeError *error);

#endif
