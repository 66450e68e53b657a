/* Names of characters, for "\N{GREEK SMALL LETTER ALPHA}".
 *
 * utf8proc knows no names; this knows those that programs for people use: Latin and Greek letters, digits, punctuation,
 * arrows, common mathematical and box-drawing signs.
 */
#ifndef REFARROWS_PYTHON_UNICODE_NAME_H
#define REFARROWS_PYTHON_UNICODE_NAME_H

#include <stddef.h>
#include <stdint.h>

/* The code point with that name, in any case of letters; -1 if it is not known. */
int32_t unicode_name_find(const char *name, size_t length);

#endif
