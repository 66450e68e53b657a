/* The writer of JSON: whatever the bytes of a text are, and wherever it is cut into parts, what comes out is JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cli/json.h"

/* Writes the text in two parts, cut at each place in turn. */
static void check(const char *text, const char *expected)
{
    size_t length = strlen(text);
    for (size_t cut = 0; cut <= length; cut++) {
        JsonWriter json;
        json_init(&json, NULL);
        json_text_begin(&json);
        json_text_part(&json, text, cut);
        json_text_part(&json, text + cut, length - cut);
        json_text_end(&json);
        if (json.length != strlen(expected) || memcmp(json.bytes, expected, json.length) != 0)
            fail_msg("cut at %zu: got %.*s, expected %s", cut, (int)json.length, json.bytes, expected);
        json_finish(&json);
    }
}

static void test_text_stays(void **state)
{
    check("plain \"quoted\" \\ \n\x01", "\"plain \\\"quoted\\\" \\\\ \\n\\u0001\"");
    check("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80 \xed\x9f\xbf", "\"\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80 \xed\x9f\xbf\"");
}

static void test_surrogates_are_escaped(void **state)
{
    check("a\xed\xa0\x80\xed\xbf\xbf", "\"a\\ud800\\udfff\"");
}

static void test_bytes_that_are_no_text_are_replaced(void **state)
{
    check("Ren\xe9 4", "\"Ren\\ufffd 4\"");
    check("Ren\xe9", "\"Ren\\ufffd\"");
    check("\xe2\x82", "\"\\ufffd\\ufffd\"");
    check("\xe2\x82X", "\"\\ufffd\\ufffdX\"");
    check("\xc0\xaf\xff", "\"\\ufffd\\ufffd\\ufffd\"");
    check("\xe9\xc3\xa9", "\"\\ufffd\xc3\xa9\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_stays), cmocka_unit_test(test_surrogates_are_escaped),
        cmocka_unit_test(test_bytes_that_are_no_text_are_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
