/* Unicode properties, searching and hashing: the parts of text that need no objects.
 *
 * The sums were taken from CPython 3.11 over every code point, with the same arithmetic: one wrong answer for one of
 * 1,114,112 characters changes them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "python/chars.h"
#include "python/objects/str.h"
#include "python/unicode.h"

static uint64_t mix(uint64_t sum, uint64_t value) { return (sum ^ value) * UINT64_C(1099511628211); }

static uint64_t sum_of_predicate(bool (*test)(uint32_t))
{
    uint64_t sum = 0;
    for (uint32_t c = 0; c <= UNICODE_MAX; c++)
        sum = mix(sum, test(c));
    return sum;
}

static uint64_t sum_of_mapping(size_t (*map)(uint32_t, uint32_t *))
{
    uint64_t sum = 0;
    for (uint32_t c = 0; c <= UNICODE_MAX; c++) {
        uint32_t out[UNICODE_MAX_EXPANSION];
        size_t n = map(c, out);
        assert_in_range(n, 1, UNICODE_MAX_EXPANSION);
        for (size_t i = 0; i < n; i++)
            sum = mix(sum, out[i]);
        sum = mix(sum, n);
    }
    return sum;
}

static void test_predicates_agree_with_cpython(void **state)
{
    static const struct { bool (*test)(uint32_t); uint64_t sum; } cases[] = {
        {unicode_is_alpha, UINT64_C(0xc0f4ff5b5a19586c)},
        {unicode_is_decimal, UINT64_C(0x9e479258142afa3c)},
        {unicode_is_digit, UINT64_C(0xde886b9fdf058580)},
        {unicode_is_numeric, UINT64_C(0xd4f1af967c122a54)},
        {unicode_is_alnum, UINT64_C(0x99b41e01ea7e50db)},
        {unicode_is_space, UINT64_C(0xe0af4b79d82e6a1d)},
        {unicode_is_line_break, UINT64_C(0x8b3cb3bf471d25c6)},
        {unicode_is_printable, UINT64_C(0xb2c511678c42c3cc)},
        {unicode_is_lower, UINT64_C(0x5f0cd574cfb1adc5)},
        {unicode_is_upper, UINT64_C(0x600e1d11081b5181)},
        {unicode_is_title, UINT64_C(0x492239328123a8ed)},
        {unicode_is_xid_start, UINT64_C(0xcf41b941e6c01417)},
        {unicode_is_xid_continue, UINT64_C(0xc3efe86c200f9c9b)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (sum_of_predicate(cases[i].test) != cases[i].sum)
            fail_msg("predicate %zu differs from CPython's", i);
}

static void test_case_mappings_agree_with_cpython(void **state)
{
    static const struct { size_t (*map)(uint32_t, uint32_t *); uint64_t sum; } cases[] = {
        {unicode_to_lower, UINT64_C(0x4b6fd2e80142087c)},
        {unicode_to_upper, UINT64_C(0xec7f3b1c0e87f911)},
        {unicode_to_title, UINT64_C(0xd1e421a399642f09)},
        {unicode_fold, UINT64_C(0x84102da3ef4b85a6)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (sum_of_mapping(cases[i].map) != cases[i].sum)
            fail_msg("mapping %zu differs from CPython's", i);
}

static void test_digit_values_agree_with_cpython(void **state)
{
    uint64_t digits = 0, decimals = 0;
    for (uint32_t c = 0; c <= UNICODE_MAX; c++) {
        digits = mix(digits, (uint64_t)(int64_t)unicode_digit_value(c));
        decimals = mix(decimals, (uint64_t)(int64_t)unicode_decimal_value(c));
    }
    assert_true(digits == UINT64_C(0xeeae1d88feea79dc));
    assert_true(decimals == UINT64_C(0x3d977db50a2bfbdc));
}

/* ---- hash ---- */

static void test_hash_agrees_with_cpython(void **state)
{
    static const struct { const char *text; int64_t hash; } cases[] = {
        {"", INT64_C(0)},
        {"a", INT64_C(4644417185603328019)},
        {"ab", INT64_C(6148830537548944441)},
        {"abc", INT64_C(-4594863902769663758)},
        {"name", INT64_C(-6269146191053140058)},
        {"__init__", INT64_C(4748292593639647670)},
        {"xxxxxxx", INT64_C(4423015880544474238)},
        {"xxxxxxxx", INT64_C(-4724777423671707232)},
        {"xxxxxxxxx", INT64_C(1110956022226650754)},
        {"the quick brown fox", INT64_C(6491753435481021626)},
        {"self", INT64_C(-9024399598115681238)},
        {"0", INT64_C(5313149338359954478)},
        {"key", INT64_C(-2350400668935514176)},
        {"value", INT64_C(3078677611729678100)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true((int64_t)hash_bytes(cases[i].text, strlen(cases[i].text)) == cases[i].hash);
    const uint16_t euro[] = {0x20AC, 0x20AC};
    assert_true((int64_t)hash_bytes(euro, sizeof euro) == INT64_C(5179196702452217043));
}

/* ---- chars ---- */

enum { KINDS = 3 };
static const int kinds[KINDS] = {1, 2, 4};

/* The same ASCII text in characters of another width. */
static Chars widened(const char *text, int kind, uint32_t *room)
{
    Chars c = {text, (int64_t)strlen(text), 1};
    chars_copy(room, kind, 0, c);
    return (Chars){room, c.length, kind};
}

static int64_t naive_find(const char *text, const char *part, int direction)
{
    int64_t n = (int64_t)strlen(text), m = (int64_t)strlen(part), found = -1;
    for (int64_t i = 0; i + m <= n; i++)
        if (memcmp(text + i, part, (size_t)m) == 0 && (found < 0 || direction < 0))
            found = i;
    return found;
}

/* Every text over {a, b} of length up to 7 against every part of length up to 4, in all widths and both directions. */
static void test_find_is_right_for_all_small_texts(void **state)
{
    char text[8] = {0}, part[8] = {0};
    for (unsigned t = 1; t < 256; t++) {
        int n = 0;
        for (unsigned x = t; x > 1; x >>= 1)
            text[n++] = x & 1 ? 'a' : 'b';
        text[n] = 0;
        for (unsigned p = 1; p < 32; p++) {
            int m = 0;
            for (unsigned x = p; x > 1; x >>= 1)
                part[m++] = x & 1 ? 'a' : 'b';
            part[m] = 0;
            for (int k = 0; k < KINDS * KINDS * 2; k++) {
                uint32_t a[8], b[8];
                int direction = k % 2 ? -1 : 1;
                int64_t found = chars_find(widened(text, kinds[k / 2 % KINDS], a),
                                           widened(part, kinds[k / 2 / KINDS], b), direction);
                assert_int_equal(found, naive_find(text, part, direction));
            }
        }
    }
}

static void test_find_is_linear(void **state)
{
    enum { LENGTH = 200000, PART = 50000 };
    static uint16_t text[LENGTH], part[PART];
    for (int i = 0; i < LENGTH; i++)
        text[i] = 'a';
    for (int i = 0; i < PART; i++)
        part[i] = 'a';
    part[PART - 1] = 'b';
    Chars c = {text, LENGTH, 2}, p = {part, PART, 2};
    assert_int_equal(chars_find(c, p, 1), -1);        /* 10^10 comparisons if it were not */
    assert_int_equal(chars_find(c, p, -1), -1);
}

static void test_max_finds_the_class(void **state)
{
    char text[32];
    memset(text, 'a', sizeof text);
    for (int i = 0; i < 32; i++) {
        assert_int_equal(chars_max((Chars){text, 32, 1}), 0x7F);
        text[i] = (char)0x80;
        assert_int_equal(chars_max((Chars){text, 32, 1}), 0xFF);
        assert_int_equal(chars_max((Chars){text, i, 1}), 0x7F);
        text[i] = 'a';
    }
    uint32_t wide[] = {'a', 0xFFFF, 'b'};
    assert_int_equal(chars_max((Chars){wide, 3, 4}), 0xFFFF);
    assert_int_equal(chars_max((Chars){wide, 1, 4}), 0x7F);
    wide[2] = 0x10000;
    assert_int_equal(chars_max((Chars){wide, 3, 4}), UNICODE_MAX);
}

static void test_count_and_compare(void **state)
{
    uint32_t a[8], b[8];
    assert_int_equal(chars_count(widened("aaaaa", 2, a), widened("aa", 1, b), INT64_MAX), 2);
    assert_int_equal(chars_count(widened("aaaaa", 2, a), widened("aa", 1, b), 1), 1);
    assert_int_equal(chars_count(widened("abc", 1, a), widened("", 1, b), INT64_MAX), 4);
    assert_int_equal(chars_compare(widened("abc", 4, a), widened("abd", 1, b)), -1);
    assert_int_equal(chars_compare(widened("abc", 1, a), widened("ab", 2, b)), 1);
    assert_int_equal(chars_compare(widened("abc", 1, a), widened("abc", 4, b)), 0);
    assert_true(chars_equal(widened("abc", 1, a), widened("abc", 4, b)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_predicates_agree_with_cpython),
        cmocka_unit_test(test_case_mappings_agree_with_cpython),
        cmocka_unit_test(test_digit_values_agree_with_cpython),
        cmocka_unit_test(test_hash_agrees_with_cpython),
        cmocka_unit_test(test_find_is_right_for_all_small_texts),
        cmocka_unit_test(test_find_is_linear),
        cmocka_unit_test(test_max_finds_the_class),
        cmocka_unit_test(test_count_and_compare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
