/* The lexer: kinds, places and texts of tokens, and its own mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "python/escape.h"
#include "python/lexer.h"

typedef struct Fixture {
    Region region;
    IdentifierTable names;
    Lexer lexer;
} Fixture;

static void lex(Fixture *fixture, const char *text)
{
    region_init(&fixture->region);
    identifier_table_init(&fixture->names, &fixture->region);
    lexer_run(&fixture->lexer, &fixture->region, &fixture->names, text, strlen(text), 1, 0);
}

/* The tokens' spellings, separated by spaces. */
static void expect_tokens(const char *text, const char *expected)
{
    Fixture fixture;
    char seen[1000] = "";
    lex(&fixture, text);
    for (size_t i = 0; i < fixture.lexer.count; i++) {
        const Token *token = &fixture.lexer.tokens[i];
        bool has_text = token->kind == TOKEN_NAME || token->kind == TOKEN_NUMBER || token->kind == TOKEN_STRING;
        size_t length = strlen(seen);
        if (has_text)
            snprintf(seen + length, sizeof seen - length, "%.*s ", (int)(token->end - token->start), text + token->start);
        else
            snprintf(seen + length, sizeof seen - length, "%s ", token_traits(token->kind)->text);
    }
    assert_string_equal(seen, expected);
    region_finish(&fixture.region);
}

static void expect_error(const char *text, const char *message, int line, int column)
{
    Fixture fixture;
    lex(&fixture, text);
    assert_int_equal(fixture.lexer.tokens[fixture.lexer.count - 1].kind, TOKEN_ERROR);
    assert_string_equal(fixture.lexer.error.message, message);
    assert_int_equal(fixture.lexer.error.line, line);
    assert_int_equal(fixture.lexer.error.column, column);
    region_finish(&fixture.region);
}

static void test_operators_are_longest_match(void **state)
{
    expect_tokens("a**=b//c->d:=e...f!=g\n", "a **= b // c -> d := e ... f != g NEWLINE ENDMARKER ");
    expect_tokens("x<<=1>>2<=3\n", "x <<= 1 >> 2 <= 3 NEWLINE ENDMARKER ");
}

static void test_indentation(void **state)
{
    expect_tokens("if x:\n  y\n\n  # note\n  z\nw\n",
                  "if x : NEWLINE INDENT y NEWLINE z NEWLINE DEDENT w NEWLINE ENDMARKER ");
    expect_tokens("if x:\n  if y:\n    z\n",
                  "if x : NEWLINE INDENT if y : NEWLINE INDENT z NEWLINE DEDENT DEDENT ENDMARKER ");
    expect_error("if x:\n    a\n  b\n", "unindent does not match any outer indentation level", 3, 4);
    expect_error("if 1:\n\ta\n        b\n", "inconsistent use of tabs and spaces in indentation", 3, 1);
}

static void test_lines_join(void **state)
{
    expect_tokens("a = (1,\n  # comment\n  2)\n", "a = ( 1 , 2 ) NEWLINE ENDMARKER ");
    expect_tokens("a = 1 + \\\n  2\n", "a = 1 + 2 NEWLINE ENDMARKER ");
    expect_error("a = \\ 1\n", "unexpected character after line continuation character", 1, 6);
}

static void test_numbers(void **state)
{
    expect_tokens("0xF_f 0b1 0o7 1_0.5e-3j .5 1. 00 1if x\n",
                  "0xF_f 0b1 0o7 1_0.5e-3j .5 1. 00 1 if x NEWLINE ENDMARKER ");
    expect_error("1__0\n", "invalid decimal literal", 1, 2);
    expect_error("0b12\n", "invalid digit '2' in binary literal", 1, 4);
    expect_error("012\n", "leading zeros in decimal integer literals are not permitted; "
                 "use an 0o prefix for octal integers", 1, 1);
}

static void test_strings(void **state)
{
    expect_tokens("rb'a\\'b' f\"{x}\" '''a\n'b'''\n", "rb'a\\'b' f\"{x}\" '''a\n'b''' NEWLINE ENDMARKER ");
    expect_error("x = 'abc\n", "unterminated string literal (detected at line 1)", 1, 5);
    expect_error("'''abc\ndef\n", "unterminated triple-quoted string literal (detected at line 2)", 1, 1);
}

static void test_brackets(void **state)
{
    char deep[300];
    memset(deep, '(', sizeof deep);
    strcpy(deep + LEXER_MAX_LEVEL + 1, "\n");
    expect_error(deep, "too many nested parentheses", 1, LEXER_MAX_LEVEL + 1);
    expect_error("(\n]\n", "closing parenthesis ']' does not match opening parenthesis '(' on line 1", 2, 1);
    expect_error(")\n", "unmatched ')'", 1, 1);
}

static void test_names_are_interned_and_normalised(void **state)
{
    Fixture fixture;
    lex(&fixture, "name \xEF\xAC\x81x fix name\n");      /* the ligature fi, then x: NFKC makes it "fix" */
    const Token *tokens = fixture.lexer.tokens;
    assert_string_equal(tokens[1].name, "fix");
    assert_ptr_equal(tokens[1].name, tokens[2].name);
    assert_ptr_equal(tokens[0].name, tokens[3].name);
    region_finish(&fixture.region);
}

static void test_escapes(void **state)
{
    Region region;
    EscapeError error;
    size_t length;
    region_init(&region);
    static const char text[] = "a\\x41\\u00e9\\N{bullet}\\ud800\\q\\101\\\nz";
    const char *result = escape_decode_str(&region, text, sizeof text - 1, &length, &error);
    assert_string_equal(result, "aA\xC3\xA9\xE2\x80\xA2\xED\xA0\x80\\qAz");
    assert_null(escape_decode_str(&region, "ab\\x1", 5, &length, &error));
    assert_string_equal(error.reason, "truncated \\xXX escape");
    assert_int_equal(error.start, 2);
    region_finish(&region);
}

static void test_region_limit(void **state)
{
    Region region;
    jmp_buf exhausted;
    volatile int allocations = 0;
    region_init(&region);
    region.limit = 100000;
    region.on_exhausted = &exhausted;
    if (!setjmp(exhausted))
        for (;; allocations++)
            memset(region_alloc(&region, 1000), 1, 1000);
    assert_in_range(allocations, 10, 100);
    region_finish(&region);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operators_are_longest_match), cmocka_unit_test(test_indentation),
        cmocka_unit_test(test_lines_join), cmocka_unit_test(test_numbers), cmocka_unit_test(test_strings),
        cmocka_unit_test(test_brackets), cmocka_unit_test(test_names_are_interned_and_normalised),
        cmocka_unit_test(test_escapes), cmocka_unit_test(test_region_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
