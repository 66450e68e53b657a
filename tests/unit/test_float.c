/* float: the shortest text, rounding to decimals, hexadecimal. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "python/objects/float_parts.h"
#include "python/objects/str.h"
#include "python/vm_life.h"

static void assert_prints(double value, const char *expected)
{
    char text[32];
    assert_int_equal(float_print(value, text), strlen(expected));
    assert_string_equal(text, expected);
}

static void prints_the_shortest_text(void **state)
{
    assert_prints(0.1, "0.1");
    assert_prints(0.1 + 0.2, "0.30000000000000004");
    assert_prints(1e16, "1e+16");
    assert_prints(1e15, "1000000000000000.0");
    assert_prints(-0.0, "-0.0");
    assert_prints(0.0001, "0.0001");
    assert_prints(0.00001, "1e-05");
    assert_prints(5e-324, "5e-324");
    assert_prints(0x1p-44, "5.684341886080802e-14");
    assert_prints(9007199254740993.0, "9007199254740992.0");
    assert_prints(1.7976931348623157e308, "1.7976931348623157e+308");
    assert_prints((double)INFINITY, "inf");
    assert_prints((double)NAN, "nan");
}

static void what_is_printed_reads_back(void **state)
{
    uint64_t bits = 88172645463325252;
    for (int i = 0; i < 20000; i++) {
        char text[32];
        double value;
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        memcpy(&value, &bits, sizeof value);
        float_print(value, text);
        assert_true(isnan(value) || strtod(text, NULL) == value);
    }
}

static void assert_rounds(Vm *vm, double value, int64_t digits, double expected)
{
    Object *result = float_round(vm, value, digits);
    assert_non_null(result);
    assert_true(float_value(result) == expected);
    decref(vm, result);
}

static void rounds_to_decimals(void **state)
{
    Vm *vm = vm_create();
    assert_non_null(vm);
    assert_rounds(vm, 2.675, 2, 2.67);
    assert_rounds(vm, 0.5, 0, 0.0);
    assert_rounds(vm, 25.0, -1, 20.0);
    assert_rounds(vm, 5.0, -1, 0.0);
    assert_rounds(vm, 5.000001, -1, 10.0);
    assert_rounds(vm, -15.0, -1, -20.0);
    assert_rounds(vm, 5e22, -23, 0.0);
    assert_rounds(vm, 1e300, 400, 1e300);
    assert_null(float_round(vm, 1.7e308, -308));
    assert_true(vm_failed_with(vm, TYPE_OverflowError));
    vm_clear_error(vm);
    vm_destroy(vm);
}

static bool from_hex(Vm *vm, const char *text, double *value) { return float_from_hex(vm, text, strlen(text), value); }

static void reads_hexadecimal(void **state)
{
    Vm *vm = vm_create();
    double value;
    assert_non_null(vm);
    assert_true(from_hex(vm, " -0x1.8p3 ", &value) && value == -12.0);
    assert_true(from_hex(vm, "1p-1075", &value) && value == 0.0);
    assert_true(from_hex(vm, "1.8p-1075", &value) && value == 0x1p-1074);
    assert_true(from_hex(vm, "0x1.00000000000008p0", &value) && value == 1.0);
    assert_true(from_hex(vm, "0x1.000000000000080000000000000001p0", &value) && value == 1.0 + 0x1p-52);
    assert_false(from_hex(vm, "0x1p", &value));
    assert_true(vm_failed_with(vm, TYPE_ValueError));
    vm_clear_error(vm);
    vm_destroy(vm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_the_shortest_text), cmocka_unit_test(what_is_printed_reads_back),
        cmocka_unit_test(rounds_to_decimals), cmocka_unit_test(reads_hexadecimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
