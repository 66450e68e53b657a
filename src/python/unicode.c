/* Unicode properties: utf8proc's data plus the few facts that it does not have.
 *
 * What is derived here follows the Unicode definitions: "alphabetic" is any letter category, "printable" everything that
 * is neither control nor unassigned nor a separator other than the space, identifiers are UAX 31's with its exceptions.
 * Numeric values are not in utf8proc, so the digits have tables of their own: a decimal digit is one of ten in a row that
 * start at a listed zero, other digits lie in short rows. Each rule was compared with CPython over all code points, and
 * tests/unit/test_unicode.c keeps sums over the whole range.
 */
#include "python/unicode.h"

#include <utf8proc.h>

typedef struct Range { uint32_t first, last; } Range;

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Assigned after Unicode 14.0. */
static const Range newer[] = {
    {0xcf3, 0xcf3}, {0xece, 0xece}, {0x10efd, 0x10eff}, {0x1123f, 0x11241}, {0x11b00, 0x11b09}, {0x11f00, 0x11f10},
    {0x11f12, 0x11f3a}, {0x11f3e, 0x11f59}, {0x1342f, 0x1342f}, {0x13439, 0x13455}, {0x1b132, 0x1b132},
    {0x1b155, 0x1b155}, {0x1d2c0, 0x1d2d3}, {0x1df25, 0x1df2a}, {0x1e030, 0x1e06d}, {0x1e08f, 0x1e08f},
    {0x1e4d0, 0x1e4f9}, {0x1f6dc, 0x1f6dc}, {0x1f774, 0x1f776}, {0x1f77b, 0x1f77f}, {0x1f7d9, 0x1f7d9},
    {0x1fa75, 0x1fa77}, {0x1fa87, 0x1fa88}, {0x1faad, 0x1faaf}, {0x1fabb, 0x1fabd}, {0x1fabf, 0x1fabf},
    {0x1face, 0x1facf}, {0x1fada, 0x1fadb}, {0x1fae8, 0x1fae8}, {0x1faf7, 0x1faf8}, {0x2b739, 0x2b739},
    {0x31350, 0x323af},
};

/* The zeros of the decimal digits: nine more follow each. */
static const uint32_t zeros[] = {
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
};

/* Digits that are not decimal: rows whose values count up from `value`. */
static const struct { uint32_t first, last; int value; } digits[] = {
    {0xb2, 0xb3, 2}, {0xb9, 0xb9, 1}, {0x1369, 0x1371, 1}, {0x19da, 0x19da, 1}, {0x2070, 0x2070, 0},
    {0x2074, 0x2079, 4}, {0x2080, 0x2089, 0}, {0x2460, 0x2468, 1}, {0x2474, 0x247c, 1}, {0x2488, 0x2490, 1},
    {0x24ea, 0x24ea, 0}, {0x24f5, 0x24fd, 1}, {0x24ff, 0x24ff, 0}, {0x2776, 0x277e, 1}, {0x2780, 0x2788, 1},
    {0x278a, 0x2792, 1}, {0x10a40, 0x10a43, 1}, {0x10e60, 0x10e68, 1}, {0x11052, 0x1105a, 1}, {0x1f100, 0x1f100, 0},
    {0x1f101, 0x1f10a, 0},
};

/* Ideographs that stand for numbers. */
static const Range numeric_letters[] = {
    {0x3405, 0x3405}, {0x3483, 0x3483}, {0x382a, 0x382a}, {0x3b4d, 0x3b4d}, {0x4e00, 0x4e00}, {0x4e03, 0x4e03},
    {0x4e07, 0x4e07}, {0x4e09, 0x4e09}, {0x4e5d, 0x4e5d}, {0x4e8c, 0x4e8c}, {0x4e94, 0x4e94}, {0x4e96, 0x4e96},
    {0x4ebf, 0x4ec0}, {0x4edf, 0x4edf}, {0x4ee8, 0x4ee8}, {0x4f0d, 0x4f0d}, {0x4f70, 0x4f70}, {0x5104, 0x5104},
    {0x5146, 0x5146}, {0x5169, 0x5169}, {0x516b, 0x516b}, {0x516d, 0x516d}, {0x5341, 0x5341}, {0x5343, 0x5345},
    {0x534c, 0x534c}, {0x53c1, 0x53c4}, {0x56db, 0x56db}, {0x58f1, 0x58f1}, {0x58f9, 0x58f9}, {0x5e7a, 0x5e7a},
    {0x5efe, 0x5eff}, {0x5f0c, 0x5f0e}, {0x5f10, 0x5f10}, {0x62fe, 0x62fe}, {0x634c, 0x634c}, {0x67d2, 0x67d2},
    {0x6f06, 0x6f06}, {0x7396, 0x7396}, {0x767e, 0x767e}, {0x8086, 0x8086}, {0x842c, 0x842c}, {0x8cae, 0x8cae},
    {0x8cb3, 0x8cb3}, {0x8d30, 0x8d30}, {0x9621, 0x9621}, {0x9646, 0x9646}, {0x964c, 0x964c}, {0x9678, 0x9678},
    {0x96f6, 0x96f6}, {0xf96b, 0xf96b}, {0xf973, 0xf973}, {0xf978, 0xf978}, {0xf9b2, 0xf9b2}, {0xf9d1, 0xf9d1},
    {0xf9d3, 0xf9d3}, {0xf9fd, 0xf9fd}, {0x20001, 0x20001}, {0x20064, 0x20064}, {0x200e2, 0x200e2},
    {0x20121, 0x20121}, {0x2092a, 0x2092a}, {0x20983, 0x20983}, {0x2098c, 0x2098c}, {0x2099c, 0x2099c},
    {0x20aea, 0x20aea}, {0x20afd, 0x20afd}, {0x20b19, 0x20b19}, {0x22390, 0x22390}, {0x22998, 0x22998},
    {0x23b1b, 0x23b1b}, {0x2626d, 0x2626d}, {0x2f890, 0x2f890},
};

/* Lower case for a later Unicode only. */
static const Range lower_later[] = {{0x10fc, 0x10fc}, {0xa7f2, 0xa7f4}, {0xab69, 0xab69}};

/* Upper case without being letters: Roman numerals, circled letters. */
static const Range upper_symbols[] = {
    {0x2160, 0x216f}, {0x24b6, 0x24cf}, {0x1f130, 0x1f149}, {0x1f150, 0x1f169}, {0x1f170, 0x1f189},
};

/* Punctuation within words, which the search for the end of a word steps over. */
static const Range word_punctuation[] = {
    {0x27, 0x27}, {0x2e, 0x2e}, {0x3a, 0x3a}, {0xb7, 0xb7}, {0x387, 0x387}, {0x55f, 0x55f}, {0x5f4, 0x5f4},
    {0x2018, 0x2019}, {0x2024, 0x2024}, {0x2027, 0x2027}, {0xfe13, 0xfe13}, {0xfe52, 0xfe52}, {0xfe55, 0xfe55},
    {0xff07, 0xff07}, {0xff0e, 0xff0e}, {0xff1a, 0xff1a},
};

/* UAX 31: what may start or continue an identifier beyond or despite its category. */
static const Range starts_too[] = {{0x5f, 0x5f}, {0x1885, 0x1886}, {0x2118, 0x2118}, {0x212e, 0x212e}};
static const Range continues_too[] = {
    {0xb7, 0xb7}, {0x387, 0x387}, {0x1369, 0x1371}, {0x19da, 0x19da}, {0x2118, 0x2118}, {0x212e, 0x212e},
};
static const Range only_continue[] = {{0xe33, 0xe33}, {0xeb3, 0xeb3}, {0xff9e, 0xff9f}};
static const Range not_in_identifiers[] = {
    {0x37a, 0x37a}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70}, {0xfe72, 0xfe72},
    {0xfe74, 0xfe74}, {0xfe76, 0xfe76}, {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e},
};

static bool within(const Range *ranges, size_t count, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= ranges[low].first;
}

#define WITHIN(ranges, c) within(ranges, COUNT(ranges), c)

/* Categories as bits, so that a question about several is one test. */
#define BIT(category) (UINT32_C(1) << UTF8PROC_CATEGORY_##category)

enum { LETTERS = BIT(LU) | BIT(LL) | BIT(LT) | BIT(LM) | BIT(LO) };

static uint32_t category_bit(uint32_t c)
{
    if (c >= newer[0].first && WITHIN(newer, c))
        return BIT(CN);
    return UINT32_C(1) << utf8proc_category((utf8proc_int32_t)c);
}

static bool in_category(uint32_t c, uint32_t bits) { return (category_bit(c) & bits) != 0; }

static bool ascii_letter(uint32_t c) { return (c | 32) - 'a' < 26; }

bool unicode_is_alpha(uint32_t c)
{
    return c < 128 ? ascii_letter(c) : in_category(c, LETTERS);
}

int unicode_decimal_value(uint32_t c)
{
    if (c < 128)
        return c - '0' < 10 ? (int)(c - '0') : -1;
    size_t low = 0, high = COUNT(zeros);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (c >= zeros[middle])
            low = middle;
        else
            high = middle;
    }
    return c - zeros[low] < 10 ? (int)(c - zeros[low]) : -1;
}

int unicode_digit_value(uint32_t c)
{
    int value = unicode_decimal_value(c);
    for (size_t i = 0; value < 0 && i < COUNT(digits); i++)
        if (c >= digits[i].first && c <= digits[i].last)
            value = digits[i].value + (int)(c - digits[i].first);
    return value;
}

bool unicode_is_decimal(uint32_t c) { return unicode_decimal_value(c) >= 0; }
bool unicode_is_digit(uint32_t c) { return unicode_digit_value(c) >= 0; }

bool unicode_is_numeric(uint32_t c)
{
    if (c < 128)
        return c - '0' < 10;
    return in_category(c, BIT(ND) | BIT(NL) | BIT(NO)) || WITHIN(numeric_letters, c);
}

bool unicode_is_alnum(uint32_t c) { return unicode_is_alpha(c) || unicode_is_numeric(c); }

bool unicode_is_space(uint32_t c)
{
    if (c < 128)
        return c == ' ' || c - 9 < 5 || c - 0x1c < 4;
    return c == 0x85 || c == 0x2028 || c == 0x2029 || in_category(c, BIT(ZS));
}

bool unicode_is_line_break(uint32_t c)
{
    return c - 10 < 4 || c - 0x1c < 3 || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool unicode_is_printable(uint32_t c)
{
    if (c < 128)
        return c - 32 < 95;
    return !in_category(c, BIT(CC) | BIT(CF) | BIT(CS) | BIT(CO) | BIT(CN) | BIT(ZL) | BIT(ZP) | BIT(ZS));
}

bool unicode_is_lower(uint32_t c)
{
    if (c < 128)
        return c - 'a' < 26;
    return utf8proc_islower((utf8proc_int32_t)c) && !WITHIN(newer, c) && !WITHIN(lower_later, c);
}

bool unicode_is_upper(uint32_t c)
{
    if (c < 128)
        return c - 'A' < 26;
    return in_category(c, BIT(LU)) || WITHIN(upper_symbols, c);
}

bool unicode_is_title(uint32_t c) { return c >= 128 && in_category(c, BIT(LT)); }

bool unicode_is_cased(uint32_t c) { return unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c); }

bool unicode_is_case_ignorable(uint32_t c)
{
    return in_category(c, BIT(MN) | BIT(ME) | BIT(CF) | BIT(LM) | BIT(SK)) || WITHIN(word_punctuation, c);
}

bool unicode_is_xid_start(uint32_t c)
{
    if (c < 128)
        return ascii_letter(c) || c == '_';
    return (in_category(c, LETTERS | BIT(NL)) && !WITHIN(only_continue, c) && !WITHIN(not_in_identifiers, c)) ||
           WITHIN(starts_too, c);
}

bool unicode_is_xid_continue(uint32_t c)
{
    if (c < 128)
        return ascii_letter(c) || c == '_' || c - '0' < 10;
    return (in_category(c, LETTERS | BIT(NL) | BIT(MN) | BIT(MC) | BIT(ND) | BIT(PC)) &&
            !WITHIN(not_in_identifiers, c)) || WITHIN(continues_too, c);
}
