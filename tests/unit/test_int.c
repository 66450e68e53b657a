/* int: arithmetic on limbs, conversions, sizes. Values go in and come out as text, so that the expectations can be read
 * (and were computed by CPython). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "python/objects/int_limbs.h"
#include "python/objects/str.h"
#include "python/vm_life.h"

static Object *number(Vm *vm, const char *text)
{
    Object *value = int_from_text(vm, text, strlen(text), 0);
    assert_non_null(value);
    return value;
}

/* Takes `value` over. */
static void assert_number(Vm *vm, Object *value, const char *expected)
{
    assert_non_null(value);
    Object *text = int_to_text(vm, value, 10, false);
    assert_true(str_equals_c(text, expected));
    decref(vm, text);
    decref(vm, value);
}

static void assert_raises(Vm *vm, Object *result, TypeId exception)
{
    assert_null(result);
    assert_true(vm_failed_with(vm, exception));
    vm_clear_error(vm);
}

typedef Object *(*Binary)(Vm *vm, Object *a, Object *b);

static void check(Vm *vm, Binary operation, const char *a, const char *b, const char *expected)
{
    Object *x = number(vm, a), *y = number(vm, b);
    assert_number(vm, operation(vm, x, y), expected);
    decref(vm, x);
    decref(vm, y);
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

static void arithmetic_carries_across_limbs(void **state)
{
    Vm *vm = *state;
    check(vm, int_add, "18446744073709551615", "1", "18446744073709551616");
    check(vm, int_add, "4611686018427387903", "4611686018427387903", "9223372036854775806");
    check(vm, int_subtract, "18446744073709551616", "1", "18446744073709551615");
    check(vm, int_subtract, "1", "18446744073709551616", "-18446744073709551615");
    check(vm, int_add, "340282366920938463463374607431768211455", "-340282366920938463463374607431768211455", "0");
    check(vm, int_multiply, "-4294967296", "4294967296", "-18446744073709551616");
    check(vm, int_multiply, "18446744073709551615", "18446744073709551615", "340282366920938463426481119284349108225");
}

static void division_rounds_towards_minus_infinity(void **state)
{
    Vm *vm = *state;
    check(vm, int_floor_divide, "-7", "2", "-4");
    check(vm, int_remainder, "-7", "2", "1");
    check(vm, int_remainder, "7", "-2", "-1");
    check(vm, int_floor_divide, "-100000000000000000000000000000", "30000000000000000000", "-3333333334");
    check(vm, int_remainder, "-100000000000000000000000000000", "30000000000000000000", "20000000000000000000");
    check(vm, int_remainder, "5", "-100000000000000000000000000000", "-99999999999999999999999999995");
    check(vm, int_floor_divide, "-18446744073709551616", "18446744073709551616", "-1");
}

static void shifts_and_bits_are_twos_complement(void **state)
{
    Vm *vm = *state;
    check(vm, int_rshift, "-18446744073709551617", "64", "-2");
    check(vm, int_rshift, "-18446744073709551616", "64", "-1");
    check(vm, int_rshift, "-1", "1000", "-1");
    check(vm, int_lshift, "-3", "70", "-3541774862152233910272");
    check(vm, int_and, "-18446744073709551616", "36893488147419103231", "18446744073709551616");
    check(vm, int_or, "-340282366920938463463374607431768211456", "1", "-340282366920938463463374607431768211455");
    check(vm, int_xor, "-1", "18446744073709551615", "-18446744073709551616");
}

static void powers_stop_at_the_limit(void **state)
{
    Vm *vm = *state;
    Object *two = number(vm, "2"), *bits = int_from_u64(vm, (uint64_t)INT_MAX_LIMBS * LIMB_BITS / 4);
    Object *large = int_power(vm, two, bits, NULL);
    assert_non_null(large);
    assert_true(int_bit_length(large) == (uint64_t)INT_MAX_LIMBS * LIMB_BITS / 4 + 1);
    Object *beyond = int_from_u64(vm, (uint64_t)INT_MAX_LIMBS * LIMB_BITS + 1);
    assert_raises(vm, int_power(vm, two, beyond, NULL), TYPE_MemoryError);
    assert_raises(vm, int_lshift(vm, two, beyond), TYPE_MemoryError);
    Object *square = int_multiply(vm, large, large);
    assert_non_null(square);
    Object *objects[] = { two, bits, large, beyond, square };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        decref(vm, objects[i]);
}

static void small_ints_are_shared_and_sizes_are_cpythons(void **state)
{
    Vm *vm = *state;
    for (int64_t n = SMALL_INT_MIN - 1; n <= SMALL_INT_MAX + 1; n++) {
        Object *a = int_from_i64(vm, n), *b = int_from_i64(vm, n);
        assert_true((a == b) == (n >= SMALL_INT_MIN && n <= SMALL_INT_MAX));
        decref(vm, a);
        decref(vm, b);
    }
    assert_int_equal(int_size_for_bits(0), 28);
    assert_int_equal(int_size_for_bits(30), 28);
    assert_int_equal(int_size_for_bits(31), 32);
    assert_int_equal(int_size_for_bits(61), 36);
    assert_int_equal(int_size_for_bits(1001), 160);
    for (uint64_t bits = 1; bits < 5000; bits++)      /* our limbs fit into CPython's size, rounded up to 16 */
        assert_true(INT_HEADER_SIZE + 8 * ((bits + 63) / 64) <= (int_size_for_bits(bits) + 15) / 16 * 16);
}

static void text_has_a_limit_of_digits(void **state)
{
    enum { LIMIT = 4300 };
    Vm *vm = *state;
    static char digits[LIMIT + 1];
    memset(digits, '7', sizeof digits);
    Object *fits = int_from_text(vm, digits, LIMIT, 10);
    assert_non_null(fits);
    Object *text = int_to_text(vm, fits, 10, false);
    assert_non_null(text);
    assert_raises(vm, int_from_text(vm, digits, LIMIT + 1, 10), TYPE_ValueError);
    Object *longer = int_from_text(vm, digits, LIMIT + 1, 8);
    assert_non_null(longer);
    decref(vm, longer);
    decref(vm, text);
    decref(vm, fits);
    assert_raises(vm, int_from_text(vm, "1__0", 4, 10), TYPE_ValueError);
    assert_raises(vm, int_from_text(vm, "012", 3, 0), TYPE_ValueError);
}

static void doubles_are_rounded_half_to_even(void **state)
{
    Vm *vm = *state;
    Object *a = number(vm, "9007199254740993"), *b = number(vm, "9007199254740995");
    assert_true(int_as_double(vm, a) == 9007199254740992.0 && int_as_double(vm, b) == 9007199254740996.0);
    assert_int_equal(int_compare_double(a, 9007199254740992.0), 1);
    assert_int_equal(int_compare_double(b, 9007199254740996.0), -1);
    decref(vm, a);
    decref(vm, b);
    assert_true(limbs_scale(3, -1075) == 0x1p-1073);  /* one and a half smallest doubles: up to the even one */
    assert_true(limbs_scale(1, -1075) == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(arithmetic_carries_across_limbs, start, end),
        cmocka_unit_test_setup_teardown(division_rounds_towards_minus_infinity, start, end),
        cmocka_unit_test_setup_teardown(shifts_and_bits_are_twos_complement, start, end),
        cmocka_unit_test_setup_teardown(powers_stop_at_the_limit, start, end),
        cmocka_unit_test_setup_teardown(small_ints_are_shared_and_sizes_are_cpythons, start, end),
        cmocka_unit_test_setup_teardown(text_has_a_limit_of_digits, start, end),
        cmocka_unit_test_setup_teardown(doubles_are_rounded_half_to_even, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
