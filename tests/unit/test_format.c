/* The format mini-language: a table of values, specifiers and what CPython makes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "python/format_spec.h"
#include "python/objects/float.h"
#include "python/objects/int.h"
#include "python/vm_life.h"

/* NULL as the result: ValueError. */
typedef struct Case { double value; const char *spec, *expected; } Case;

static const Case int_cases[] = {
    { 1234567, ",", "1,234,567" }, { 1234, "08,", "0,001,234" }, { 1234, "06,", "01,234" }, { 5, "+", "+5" },
    { 255, "#x", "0xff" }, { 255, "#010X", "0X000000FF" }, { 1023, "_b", "11_1111_1111" }, { -5, "=6", "-    5" },
    { 97, "c", "a" }, { 97, ">4c", "   a" }, { 5, "*^5", "**5**" }, { 12345, ".2e", "1.23e+04" },
    { 1, "%", "100.000000%" },
    { 5, ".2d", NULL }, { 5, ",x", NULL }, { 5, ",_", NULL }, { 5, "q", NULL }, { 5, "abc", NULL }, { 5, ".", NULL },
    { 5, "+c", NULL }, { 5, "99999999999999999999", NULL }, { 5, "zd", NULL },
};

static const Case float_cases[] = {
    { 2.5, ".0f", "2" }, { 1234567.891, ",.2f", "1,234,567.89" }, { 1234.5, "015,.2f", "0,000,001,234.50" },
    { 1.5, "*=+10", "+******1.5" }, { 1234.5, ".3", "1.23e+03" }, { 12.0, ".3", "12.0" }, { 123.0, ".3", "1.23e+02" },
    { -0.01, "z.1f", "0.0" }, { -0.01, ".1f", "-0.0" }, { 1e20, "g", "1e+20" }, { 1.0, "#.3g", "1.00" },
    { 3.0, "#.0f", "3." },
    { 0.125, ".1%", "12.5%" }, { 1e15, ",", "1,000,000,000,000,000.0" }, { 1.5, "<6", "1.5   " }, { 1.5, "d", NULL },
    { 1.5, ".99999999999f", NULL }, { 1.5, ",n", NULL },
};

static void check(Vm *vm, Object *value, const Case *c, Object *(*format)(Vm *, Object *, Object *))
{
    Object *spec = str_from_c(vm, c->spec);
    Object *text = format(vm, value, spec);
    if (c->expected) {
        assert_non_null(text);
        assert_true(str_equals_c(text, c->expected));
        decref(vm, text);
    } else {
        assert_null(text);
        assert_true(vm_failed_with(vm, TYPE_ValueError));
        vm_clear_error(vm);
    }
    decref(vm, spec);
    decref(vm, value);
}

static void formats_ints(void **state)
{
    for (size_t i = 0; i < sizeof int_cases / sizeof *int_cases; i++)
        check(*state, int_from_double(*state, int_cases[i].value), &int_cases[i], int_format);
}

static void formats_floats(void **state)
{
    for (size_t i = 0; i < sizeof float_cases / sizeof *float_cases; i++)
        check(*state, float_new(*state, float_cases[i].value), &float_cases[i], float_format);
}

static void formats_text(void **state)
{
    const Case cases[] = {
        { 0, "10.3", "abc       " }, { 0, "^9", "  abcde  " }, { 0, ">3", "abcde" }, { 0, "=9", NULL },
        { 0, "+", NULL },
        { 0, "d", NULL }, { 0, ",", NULL }, { 0, "07", "abcde00" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(*state, str_from_c(*state, "abcde"), &cases[i], str_format_spec);
}

static int start(void **state)
{
    *state = vm_create();
    return *state ? 0 : -1;
}

static int end(void **state)
{
    vm_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(formats_ints, start, end),
        cmocka_unit_test_setup_teardown(formats_floats, start, end),
        cmocka_unit_test_setup_teardown(formats_text, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
