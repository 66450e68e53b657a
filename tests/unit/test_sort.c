/* Sorting: order, stability, and a list that is whole after a failure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "python/objects/containers.h"
#include "python/objects/sort_internal.h"
#include "python/vm_life.h"

enum { MANY = 3000 };

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

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407;
    return (uint32_t)(*seed >> 33);
}

static Object *random_list(Vm *vm, int64_t count, uint32_t span)
{
    uint64_t seed = 7;
    Object *list = list_new(vm, count);
    for (int64_t i = 0; i < count; i++)
        ((List *)list)->items[i] = int_from_i64(vm, next_random(&seed) % span);
    return list;
}

static void assert_sorted(Object *list, bool reverse)
{
    Object **items = ((List *)list)->items;
    for (int64_t i = 1; i < ((List *)list)->length; i++)
        assert_true(reverse ? int_compact_value(items[i - 1]) >= int_compact_value(items[i])
                            : int_compact_value(items[i - 1]) <= int_compact_value(items[i]));
}

static void test_both_directions(void **state)
{
    Vm *vm = *state;
    Object *list = random_list(vm, MANY, 100000);
    assert_int_equal(list_sort(vm, list, NULL, false), 0);
    assert_sorted(list, false);
    assert_int_equal(list_sort(vm, list, NULL, true), 0);
    assert_sorted(list, true);
    assert_int_equal(((List *)list)->length, MANY);
    decref(vm, list);
}

static int less_key(Vm *vm, const Sort *sort, Object *a, Object *b)
{
    return int_compact_value(a) < int_compact_value(b);
}

/* Values ride along with their keys, and those with equal keys keep their order. */
static void test_stable_with_values(void **state)
{
    Vm *vm = *state;
    Object *keys = random_list(vm, MANY, 40), *values = list_new(vm, MANY);
    for (int64_t i = 0; i < MANY; i++)
        ((List *)values)->items[i] = int_from_i64(vm, i);
    Sort *sort = malloc(sizeof *sort);
    sort->less = less_key;
    assert_int_equal(sort_run(vm, sort, (SortSlice){((List *)keys)->items, ((List *)values)->items}, MANY), 0);
    free(sort);
    assert_sorted(keys, false);
    for (int64_t i = 1; i < MANY; i++) {
        int64_t before = int_compact_value(((List *)keys)->items[i - 1]);
        if (before == int_compact_value(((List *)keys)->items[i]))
            assert_true(int_compact_value(((List *)values)->items[i - 1])
                        < int_compact_value(((List *)values)->items[i]));
    }
    decref(vm, keys);
    decref(vm, values);
}

static int fail_countdown(Vm *vm, const Sort *sort, Object *a, Object *b)
{
    if (--vm->random_state == 0)
        return -1;
    return int_compact_value(a) < int_compact_value(b);
}

/* Whenever a comparison fails, every item is still there, once. */
static void test_failure_loses_nothing(void **state)
{
    Vm *vm = *state;
    Sort *sort = malloc(sizeof *sort);
    for (uint64_t when = 1; when < 2600; when += 37) {
        Object *list = random_list(vm, 400, 1000);
        int64_t sum = 0, after = 0;
        for (int64_t i = 0; i < 400; i++)
            sum += int_compact_value(((List *)list)->items[i]) * int_compact_value(((List *)list)->items[i]);
        vm->random_state = when;
        sort->less = fail_countdown;
        assert_int_equal(sort_run(vm, sort, (SortSlice){((List *)list)->items, NULL}, 400), -1);
        for (int64_t i = 0; i < 400; i++)
            after += int_compact_value(((List *)list)->items[i]) * int_compact_value(((List *)list)->items[i]);
        assert_int_equal(sum, after);
        decref(vm, list);
    }
    free(sort);
}

static void test_mixed_types_are_an_error(void **state)
{
    Vm *vm = *state;
    Object *list = random_list(vm, 20, 10);
    list_append(vm, list, none(vm));
    assert_int_equal(list_sort(vm, list, NULL, false), -1);
    assert_true(vm_failed_with(vm, TYPE_TypeError));
    vm_clear_error(vm);
    assert_int_equal(((List *)list)->length, 21);
    decref(vm, list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_both_directions, start, stop),
        cmocka_unit_test_setup_teardown(test_stable_with_values, start, stop),
        cmocka_unit_test_setup_teardown(test_failure_loses_nothing, start, stop),
        cmocka_unit_test_setup_teardown(test_mixed_types_are_an_error, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
