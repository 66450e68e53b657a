/* Names of characters, for "\N{GREEK SMALL LETTER ALPHA}": those of Unicode 14.0 and their aliases. */
#ifndef REFARROWS_PYTHON_UNICODE_NAME_H
#define REFARROWS_PYTHON_UNICODE_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point with that name, in any case of letters; -1 if it is not known. */
int32_t unicode_name_find(const char *name, size_t length);

enum { UNICODE_NAME_MAX = 256 };
/* The name of a code point, in capitals, into `out` of UNICODE_NAME_MAX; false if it has none (control characters,
 * surrogates, what is not assigned). */
bool unicode_name_of(uint32_t code_point, char *out);

#endif
