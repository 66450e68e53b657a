/* Searching in linear time, whatever is searched: bytes go to memmem and memchr, which are fast and linear; wider
 * characters and searches from the end use Knuth, Morris and Pratt, whose table lives on the C stack or, for long parts,
 * in a block that does not outlive the call.
 */
#include "python/chars.h"

#include <stdlib.h>
#include <string.h>

void chars_copy(void *to, int to_kind, int64_t at, Chars from)
{
    if (to_kind == from.kind) {
        if (from.length > 0)
            memcpy((char *)to + at * to_kind, from.data, (size_t)(from.length * to_kind));
        return;
    }
    for (int64_t i = 0; i < from.length; i++)
        chars_put(to, to_kind, at + i, chars_at(from, i));
}

void chars_fill(void *to, int to_kind, int64_t at, uint32_t c, int64_t length)
{
    if (to_kind == 1 && length > 0)
        memset((char *)to + at, (int)c, (size_t)length);
    else
        for (int64_t i = 0; i < length; i++)
            chars_put(to, to_kind, at + i, c);
}

static uint32_t bytes_max(const uint8_t *data, int64_t length)
{
    int64_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, data + i, 8);
        if (word & UINT64_C(0x8080808080808080))
            return 0xFF;
    }
    for (; i < length; i++)
        if (data[i] >= 0x80)
            return 0xFF;
    return 0x7F;
}

uint32_t chars_max(Chars c)
{
    if (c.kind == 1)
        return bytes_max(c.data, c.length);
    uint32_t seen = 0;                                /* the bits of all: enough to tell the classes apart */
    for (int64_t i = 0; i < c.length; i++)
        seen |= chars_at(c, i);
    return seen < 0x80 ? 0x7F : seen < 0x100 ? 0xFF : seen < 0x10000 ? 0xFFFF : 0x10FFFF;
}

bool chars_equal(Chars a, Chars b)
{
    if (a.length != b.length)
        return false;
    if (a.kind == b.kind)
        return a.length == 0 || memcmp(a.data, b.data, (size_t)(a.length * a.kind)) == 0;
    for (int64_t i = 0; i < a.length; i++)
        if (chars_at(a, i) != chars_at(b, i))
            return false;
    return true;
}

static int sign_of(int64_t x) { return (x > 0) - (x < 0); }

int chars_compare(Chars a, Chars b)
{
    int64_t common = a.length < b.length ? a.length : b.length;
    if (a.kind == 1 && b.kind == 1) {
        int order = common > 0 ? memcmp(a.data, b.data, (size_t)common) : 0;
        return order ? sign_of(order) : sign_of(a.length - b.length);
    }
    for (int64_t i = 0; i < common; i++) {
        uint32_t x = chars_at(a, i), y = chars_at(b, i);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return sign_of(a.length - b.length);
}

int64_t chars_find_char(Chars c, uint32_t wanted, int direction)
{
    if (c.length == 0 || (c.kind == 1 && wanted > 0xFF))
        return -1;
    if (c.kind == 1) {
        const char *at = direction < 0 ? memrchr(c.data, (int)wanted, (size_t)c.length)
                                       : memchr(c.data, (int)wanted, (size_t)c.length);
        return at ? at - (const char *)c.data : -1;
    }
    if (direction < 0) {
        for (int64_t i = c.length; i-- > 0;)
            if (chars_at(c, i) == wanted)
                return i;
    } else {
        for (int64_t i = 0; i < c.length; i++)
            if (chars_at(c, i) == wanted)
                return i;
    }
    return -1;
}

/* Character i in the direction of the search. */
static inline uint32_t along(Chars c, int64_t i, int direction)
{
    return chars_at(c, direction < 0 ? c.length - 1 - i : i);
}

/* border[i]: length of the longest proper prefix of part[0..i] that is also its suffix. */
static void kmp_table(Chars part, int direction, int64_t *border)
{
    border[0] = 0;
    int64_t matched = 0;
    for (int64_t i = 1; i < part.length; i++) {
        uint32_t c = along(part, i, direction);
        while (matched > 0 && c != along(part, matched, direction))
            matched = border[matched - 1];
        matched += c == along(part, matched, direction);
        border[i] = matched;
    }
}

static int64_t kmp_search(Chars c, Chars part, int direction, const int64_t *border)
{
    int64_t matched = 0;
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t x = along(c, i, direction);
        while (matched > 0 && x != along(part, matched, direction))
            matched = border[matched - 1];
        matched += x == along(part, matched, direction);
        if (matched == part.length)
            return direction < 0 ? c.length - 1 - i : i - matched + 1;
    }
    return -1;
}

/* Without memory for a table: slow, but right. */
static int64_t plain_search(Chars c, Chars part, int direction)
{
    int64_t last = c.length - part.length;
    for (int64_t i = 0; i <= last; i++) {
        int64_t at = direction < 0 ? last - i : i;
        if (chars_equal(chars_slice(c, at, at + part.length), part))
            return at;
    }
    return -1;
}

static int64_t table_search(Chars c, Chars part, int direction)
{
    enum { SMALL = 64 };
    int64_t small[SMALL], *border = small;
    if (part.length > SMALL)
        border = malloc((size_t)part.length * sizeof *border);
    if (!border)
        return plain_search(c, part, direction);
    kmp_table(part, direction, border);
    int64_t at = kmp_search(c, part, direction, border);
    if (border != small)
        free(border);
    return at;
}

int64_t chars_find(Chars c, Chars part, int direction)
{
    if (part.length == 0)
        return direction < 0 ? c.length : 0;
    if (part.length > c.length)
        return -1;
    if (part.length == 1)
        return chars_find_char(c, chars_at(part, 0), direction);
    if (c.kind == 1 && part.kind == 1 && direction >= 0) {
        const char *at = memmem(c.data, (size_t)c.length, part.data, (size_t)part.length);
        return at ? at - (const char *)c.data : -1;
    }
    return table_search(c, part, direction);
}

int64_t chars_count(Chars c, Chars part, int64_t limit)
{
    if (part.length == 0)
        return c.length + 1 < limit ? c.length + 1 : limit;
    int64_t count = 0, at = 0;
    while (count < limit) {
        int64_t found = chars_find(chars_slice(c, at, c.length), part, 1);
        if (found < 0)
            break;
        at += found + part.length;
        count++;
    }
    return count;
}
