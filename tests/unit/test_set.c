/* set and frozenset: order, sizes, deleted entries. What is expected is what CPython 3.11 shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "python/objects/containers.h"
#include "python/objects/set_internal.h"
#include "python/vm_life.h"

static int start(void **state)
{
    *state = vm_create();
    return *state ? 0 : -1;
}

static int stop(void **state)
{
    vm_destroy(*state);
    return 0;
}

static void add_int(Vm *vm, Object *set, int64_t value)
{
    Object *key = int_from_i64(vm, value);
    assert_int_equal(set_add(vm, set, key), 0);
    decref(vm, key);
}

static int discard_int(Vm *vm, Object *set, int64_t value)
{
    Object *key = int_from_i64(vm, value);
    int there = set_discard(vm, set, key);
    decref(vm, key);
    return there;
}

static void assert_order(Object *set, const int64_t *expected, int64_t count)
{
    Object *key;
    int64_t n = 0;
    for (int64_t i = 0; set_next(set, &i, &key); n++)
        assert_true(n < count && int_compact_value(key) == expected[n]);
    assert_int_equal(n, count);
}

static void test_sizes(void **state)
{
    Vm *vm = *state;
    Object *set = set_new(vm, NULL);
    assert_int_equal(object_size(vm, set), 216);
    for (int64_t i = 0; i < 100; i++) {
        add_int(vm, set, i);
        assert_int_equal(object_size(vm, set), i < 4 ? 216 : i < 18 ? 728 : i < 76 ? 2264 : 8408);
    }
    decref(vm, set);
}

static void test_last_deleted_entry_is_taken_first(void **state)
{
    static const int64_t expected[] = {128, 96, 64, 1000, 1001, 1002, 1003};
    Vm *vm = *state;
    Object *set = set_new(vm, NULL);
    for (int64_t i = 0; i < 3; i++)
        add_int(vm, set, 32 * i);
    for (int64_t i = 0; i < 4; i++)
        add_int(vm, set, 1000 + i);
    assert_int_equal(discard_int(vm, set, 0), 1);
    assert_int_equal(discard_int(vm, set, 32), 1);
    assert_int_equal(discard_int(vm, set, 32), 0);
    add_int(vm, set, 96);
    add_int(vm, set, 128);
    assert_order(set, expected, 7);
    decref(vm, set);
}

static void test_equal_frozensets_hash_equal(void **state)
{
    Vm *vm = *state;
    Object *a = set_new(vm, NULL), *b = set_new(vm, NULL);
    for (int64_t i = 0; i < 50; i++) {
        add_int(vm, a, i);
        add_int(vm, b, 49 - i);
        add_int(vm, b, 1000 + i);
    }
    for (int64_t i = 0; i < 50; i++)
        discard_int(vm, b, 1000 + i);
    Object *frozen_a = frozenset_new(vm, a), *frozen_b = frozenset_new(vm, b);
    assert_int_equal(object_hash(vm, frozen_a), object_hash(vm, frozen_b));
    assert_int_equal(object_compare_truth(vm, frozen_a, b, COMPARE_EQ), 1);
    assert_ptr_equal(frozenset_new(vm, frozen_a), frozen_a);
    decref(vm, frozen_a);
    decref(vm, a);
    decref(vm, b);
    decref(vm, frozen_a);
    decref(vm, frozen_b);
}

static void test_swap_small_and_large(void **state)
{
    static const int64_t small[] = {1, 2};
    Vm *vm = *state;
    Object *a = set_new(vm, NULL), *b = set_new(vm, NULL);
    add_int(vm, a, 1);
    add_int(vm, a, 2);
    for (int64_t i = 0; i < 30; i++)
        add_int(vm, b, i);
    set_swap((Set *)a, (Set *)b);
    assert_order(b, small, 2);
    assert_int_equal(((Set *)a)->used, 30);
    assert_ptr_equal(((Set *)b)->table, ((Set *)b)->small);
    add_int(vm, b, 3);
    decref(vm, a);
    decref(vm, b);
}

static void test_set_is_asked_for_as_frozenset(void **state)
{
    Vm *vm = *state;
    Object *outer = set_new(vm, NULL), *inner = set_new(vm, NULL);
    add_int(vm, inner, 5);
    Object *frozen = frozenset_new(vm, inner);
    assert_int_equal(set_add(vm, outer, frozen), 0);
    assert_int_equal(set_contains(vm, outer, inner), 1);
    assert_int_equal(set_add(vm, outer, inner), -1);
    assert_true(vm_failed_with(vm, TYPE_TypeError));
    vm_clear_error(vm);
    assert_int_equal(inner->count, 1);
    decref(vm, frozen);
    decref(vm, inner);
    decref(vm, outer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sizes, start, stop),
        cmocka_unit_test_setup_teardown(test_last_deleted_entry_is_taken_first, start, stop),
        cmocka_unit_test_setup_teardown(test_equal_frozensets_hash_equal, start, stop),
        cmocka_unit_test_setup_teardown(test_swap_small_and_large, start, stop),
        cmocka_unit_test_setup_teardown(test_set_is_asked_for_as_frozenset, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
