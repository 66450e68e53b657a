/* Runs of characters of 1, 2 or 4 bytes: reading, copying between widths, comparing, searching.
 *
 * No objects here. str, bytes and bytearray all show their contents as Chars (bytes have kind 1), so that what they have
 * in common is written once. Positions and lengths count characters, not bytes.
 */
#ifndef REFARROWS_PYTHON_CHARS_H
#define REFARROWS_PYTHON_CHARS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Chars {
    const void *data;
    int64_t length;
    int kind;                  /* bytes per character: 1, 2, 4 */
} Chars;

static inline uint32_t chars_at(Chars c, int64_t i)
{
    return c.kind == 1 ? ((const uint8_t *)c.data)[i]
         : c.kind == 2 ? ((const uint16_t *)c.data)[i] : ((const uint32_t *)c.data)[i];
}

static inline void chars_put(void *data, int kind, int64_t i, uint32_t c)
{
    if (kind == 1)
        ((uint8_t *)data)[i] = (uint8_t)c;
    else if (kind == 2)
        ((uint16_t *)data)[i] = (uint16_t)c;
    else
        ((uint32_t *)data)[i] = c;
}

static inline Chars chars_slice(Chars c, int64_t start, int64_t end)
{
    return (Chars){(const char *)c.data + start * c.kind, end - start, c.kind};
}

static inline int chars_kind_of(uint32_t max) { return max < 0x100 ? 1 : max < 0x10000 ? 2 : 4; }

/* Copies all of `from` to position `at`; `to_kind` must be wide enough for what is copied, not for from.kind. */
void chars_copy(void *to, int to_kind, int64_t at, Chars from);
void chars_fill(void *to, int to_kind, int64_t at, uint32_t c, int64_t length);
/* A bound on the largest character, the tightest of 0x7F, 0xFF, 0xFFFF, 0x10FFFF. */
uint32_t chars_max(Chars c);
bool chars_equal(Chars a, Chars b);
int chars_compare(Chars a, Chars b);                  /* -1, 0, 1 by code points */

/* First (direction >= 0) or last position of `part`; -1: absent. An empty part is found at either end. Linear time. */
int64_t chars_find(Chars c, Chars part, int direction);
int64_t chars_find_char(Chars c, uint32_t wanted, int direction);
/* Occurrences that do not overlap, at most `limit`; an empty part counts length + 1. */
int64_t chars_count(Chars c, Chars part, int64_t limit);

#endif
