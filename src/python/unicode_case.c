/* Full case mappings, where one character may become three.
 *
 * utf8proc gives the simple mappings and the full case folding. The full upper-case forms of SpecialCasing.txt need no
 * table of their own: wherever a character folds to several, its upper-case form is the upper case of each of them, and
 * its title-case form the upper case of the first that has a case. Three exceptions are real: a dotted capital I and a capital sharp s are
 * upper case already, and the Greek iota subscript stays a subscript in title case.
 */
#include "python/unicode.h"

#include <utf8proc.h>

enum {
    SHARP_S = 0xDF, DOTTED_CAPITAL_I = 0x130, COMBINING_DOT = 0x307, CAPITAL_SHARP_S = 0x1E9E,
    IOTA = 0x3B9, IOTA_SUBSCRIPT = 0x345, GREEK_EXTENDED = 0x1F80, GREEK_EXTENDED_END = 0x2000
};

static uint32_t simple_lower(uint32_t c) { return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c); }
static uint32_t simple_upper(uint32_t c) { return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c); }
static uint32_t simple_title(uint32_t c) { return (uint32_t)utf8proc_totitle((utf8proc_int32_t)c); }

static bool ascii_case(uint32_t c, uint32_t first) { return c - first < 26; }

size_t unicode_fold(uint32_t c, uint32_t *out)
{
    out[0] = c;
    if (c < 128) {
        out[0] = ascii_case(c, 'A') ? c + 32 : c;
        return 1;
    }
    if (unicode_is_surrogate(c))
        return 1;
    utf8proc_int32_t folded[UNICODE_MAX_EXPANSION + 1];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, folded, UNICODE_MAX_EXPANSION + 1,
                                                 UTF8PROC_CASEFOLD, &boundary);
    if (n < 1 || n > UNICODE_MAX_EXPANSION)
        return 1;
    for (utf8proc_ssize_t i = 0; i < n; i++)
        out[i] = (uint32_t)folded[i];
    return (size_t)n;
}

size_t unicode_to_lower(uint32_t c, uint32_t *out)
{
    out[0] = c < 128 ? (ascii_case(c, 'A') ? c + 32 : c) : simple_lower(c);
    if (c != DOTTED_CAPITAL_I)
        return 1;
    out[0] = 'i';
    out[1] = COMBINING_DOT;
    return 2;
}

/* How many characters the fold of `c` has, when that fold says how `c` is written in upper case; 1 otherwise. */
static size_t special_fold(uint32_t c, uint32_t *out)
{
    if (c < 128 || c == DOTTED_CAPITAL_I || c == CAPITAL_SHARP_S)
        return 1;
    return unicode_fold(c, out);
}

size_t unicode_to_upper(uint32_t c, uint32_t *out)
{
    if (c < 128) {
        out[0] = ascii_case(c, 'a') ? c - 32 : c;
        return 1;
    }
    size_t n = special_fold(c, out);
    if (n == 1)
        out[0] = simple_upper(c);
    else
        for (size_t i = 0; i < n; i++)
            out[i] = simple_upper(out[i]);
    return n;
}

static bool in_greek_extended(uint32_t c) { return c >= GREEK_EXTENDED && c < GREEK_EXTENDED_END; }

/* Characters with a title-case form of one character, or that are one, use that. */
static bool has_simple_title(uint32_t c) { return simple_title(c) != c || unicode_is_title(c); }

size_t unicode_to_title(uint32_t c, uint32_t *out)
{
    if (c < 128)
        return unicode_to_upper(c, out);
    size_t n = c == SHARP_S || !has_simple_title(c) ? special_fold(c, out) : 1;
    if (n == 1) {
        out[0] = simple_title(c);
        return 1;
    }
    size_t first = unicode_is_cased(out[0]) ? 0 : 1;   /* an apostrophe may come before the letter */
    out[first] = simple_upper(out[first]);
    if (in_greek_extended(c) && out[n - 1] == IOTA)
        out[n - 1] = IOTA_SUBSCRIPT;
    return n;
}
