/* Names of characters, for "\N{GREEK SMALL LETTER ALPHA}": those of Unicode 14.0 and their aliases. */
#ifndef REFARROWS_PYTHON_UNICODE_NAME_H
#define REFARROWS_PYTHON_UNICODE_NAME_H

#include <stddef.h>
#include <stdint.h>

/* The code point with that name, in any case of letters; -1 if it is not known. */
int32_t unicode_name_find(const char *name, size_t length);

#endif
