/* What Unicode says of one character, as CPython 3.11's str methods see it.
 *
 * The categories and simple case mappings are utf8proc's. It may know a later Unicode than CPython 3.11's 14.0; characters
 * that came later count as unassigned, so that both give the same answer for every code point. All functions take any
 * number up to 0x10FFFF, lone surrogates included.
 */
#ifndef REFARROWS_PYTHON_UNICODE_H
#define REFARROWS_PYTHON_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNICODE_MAX = 0x10FFFF, UNICODE_MAX_EXPANSION = 3 };

bool unicode_is_alpha(uint32_t c);
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_alnum(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_line_break(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_title(uint32_t c);
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
bool unicode_is_xid_start(uint32_t c);               /* may start an identifier; '_' included */
bool unicode_is_xid_continue(uint32_t c);

int unicode_decimal_value(uint32_t c);               /* 0 to 9, -1: not a decimal digit (what int("٣") reads) */
int unicode_digit_value(uint32_t c);                 /* also superscripts, circled digits; -1: none */

/* Full case mappings: write up to UNICODE_MAX_EXPANSION characters and return how many. */
size_t unicode_to_lower(uint32_t c, uint32_t *out);
size_t unicode_to_upper(uint32_t c, uint32_t *out);
size_t unicode_to_title(uint32_t c, uint32_t *out);
size_t unicode_fold(uint32_t c, uint32_t *out);      /* str.casefold */

static inline bool unicode_is_surrogate(uint32_t c) { return (c & 0xFFFFF800) == 0xD800; }

#endif
