/* Where heads of blocks sent the program, from its text and the line at which it went on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lesson/branch.h"

typedef struct Case { int head, next; Branch branch; } Case;

static void check_cases(const char *program, bool is_c, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (branch_of(program, is_c, cases[i].head, cases[i].next) != cases[i].branch)
            fail_msg("from line %d to line %d: not %d", cases[i].head, cases[i].next, cases[i].branch);
}

#define CHECK(program, is_c, cases) check_cases(program, is_c, cases, sizeof cases / sizeof *cases)

static void test_python(void **state)
{
    static const char program[] =
        "while n:  # a: comment (\n"        /* 1 */
        "\n"
        "    if a == '#':\n"               /* 3 */
        "        # nothing\n"
        "        b()\n"                    /* 5 */
        "    elif c: d()\n"
        "    else:\n"                      /* 7 */
        "        e()\n"
        "else:\n"                          /* 9 */
        "    f()\n"
        "if (g and\n"                      /* 11 */
        "        h):\n"
        "    i()\n"
        "if j:\n"
        "    k()";
    static const Case cases[] = {
        {1, 3, BRANCH_TAKEN}, {1, 10, BRANCH_PASSED}, {3, 5, BRANCH_TAKEN}, {3, 6, BRANCH_PASSED}, {3, 1, BRANCH_PASSED},
        {6, 8, BRANCH_UNKNOWN}, {11, 12, BRANCH_UNKNOWN}, {14, 15, BRANCH_TAKEN}, {14, 16, BRANCH_PASSED},
        {40, 41, BRANCH_UNKNOWN},
    };
    CHECK(program, false, cases);
}

static void test_c(void **state)
{
    static const char program[] =
        "while (*p) {   /* a { brace */\n"     /* 1 */
        "    if (*p == '}')\n"
        "        n++;\n"                       /* 3 */
        "    else if (s == \"{\") {\n"
        "        m++;\n"                       /* 5 */
        "    } else if (q) {\n"
        "        k++;\n"                       /* 7 */
        "    }\n"
        "}\n"                                  /* 9 */
        "do {\n"
        "    p++;\n"                           /* 11 */
        "} while (*p);\n"
        "for (;;)\n"                           /* 13 */
        "{\n"
        "    x();\n"                           /* 15 */
        "}\n"
        "if (y) z();\n";                       /* 17 */
    static const Case cases[] = {
        {1, 2, BRANCH_TAKEN}, {1, 10, BRANCH_PASSED}, {2, 3, BRANCH_TAKEN}, {2, 4, BRANCH_PASSED}, {4, 5, BRANCH_TAKEN},
        {4, 6, BRANCH_PASSED}, {6, 7, BRANCH_TAKEN}, {6, 1, BRANCH_PASSED}, {12, 11, BRANCH_TAKEN},
        {12, 13, BRANCH_PASSED}, {13, 15, BRANCH_TAKEN}, {13, 17, BRANCH_PASSED}, {17, 18, BRANCH_UNKNOWN},
    };
    CHECK(program, true, cases);
}

static void test_without_a_program(void **state)
{
    assert_int_equal(branch_of(NULL, false, 1, 2), BRANCH_UNKNOWN);
    assert_int_equal(branch_of("", true, 1, 2), BRANCH_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_python), cmocka_unit_test(test_c), cmocka_unit_test(test_without_a_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
