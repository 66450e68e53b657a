/* dict: table sizes, order, versions for inline caches, tracking. The sizes are those of sys.getsizeof in CPython
 * 3.11. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "python/gc.h"
#include "python/objects/dict_internal.h"
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

static void set_int(Vm *vm, Object *dict, int64_t key, int64_t value)
{
    Object *k = int_from_i64(vm, key), *v = int_from_i64(vm, value);
    assert_int_equal(dict_set(vm, dict, k, v), 0);
    decref(vm, k);
    decref(vm, v);
}

static void set_name(Vm *vm, Object *dict, const char *key, int64_t value)
{
    Object *v = int_from_i64(vm, value);
    assert_int_equal(dict_set_str(vm, dict, key, v), 0);
    decref(vm, v);
}

static void test_sizes_of_int_keys(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm);
    assert_int_equal(object_size(vm, dict), 64);
    for (int64_t i = 0; i < 200; i++) {
        set_int(vm, dict, i, i);
        uint64_t expected = i < 5 ? 224 : i < 10 ? 352 : i < 21 ? 632 : i < 42 ? 1168 : i < 85 ? 2264
                          : i < 170 ? 4688 : 9304;
        assert_int_equal(object_size(vm, dict), expected);
    }
    decref(vm, dict);
}

static void test_str_keys_are_smaller_until_another_comes(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm);
    set_name(vm, dict, "a", 1);
    assert_int_equal(object_size(vm, dict), 184);
    set_int(vm, dict, 1, 2);
    assert_int_equal(object_size(vm, dict), 352);
    assert_int_equal(int_compact_value(dict_get_str(vm, dict, "a")), 1);
    decref(vm, dict);
}

static void test_order_survives_deletion(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm);
    for (int64_t i = 0; i < 5; i++)
        set_int(vm, dict, i, 10 * i);
    Object *two = int_from_i64(vm, 2);
    assert_int_equal(dict_delete(vm, dict, two), 0);
    assert_int_equal(dict_delete(vm, dict, two), -1);
    assert_true(vm_failed_with(vm, TYPE_KeyError));
    vm_clear_error(vm);
    set_int(vm, dict, 2, 99);
    static const int64_t order[] = {0, 1, 3, 4, 2};
    Object *key, *value;
    int64_t n = 0;
    for (int64_t i = 0; dict_next(dict, &i, &key, &value); n++)
        assert_int_equal(int_compact_value(key), order[n]);
    assert_int_equal(n, 5);
    decref(vm, two);
    decref(vm, dict);
}

static void test_keys_version(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm), *name = str_interned(vm, "x");
    assert_int_equal(dict_keys_version(vm, dict), 0);
    set_name(vm, dict, "x", 1);
    uint32_t version = dict_keys_version(vm, dict);
    int64_t index = dict_index_of(vm, dict, name);
    assert_int_not_equal(version, 0);
    set_name(vm, dict, "x", 2);                /* a new value leaves the keys alone */
    assert_int_equal(dict_current_version(dict), version);
    assert_int_equal(int_compact_value(dict_cached_value(dict, index)), 2);
    set_name(vm, dict, "y", 3);
    assert_int_not_equal(dict_current_version(dict), version);
    version = dict_keys_version(vm, dict);
    assert_int_equal(dict_delete(vm, dict, name), 0);
    assert_int_not_equal(dict_current_version(dict), version);
    assert_null(dict_get_name(vm, dict, name));
    decref(vm, name);
    decref(vm, dict);
}

static void test_copy_keeps_the_table(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm);
    for (int64_t i = 0; i < 6; i++)
        set_int(vm, dict, i, i);
    Object *copy = dict_copy(vm, dict);
    assert_int_equal(object_size(vm, copy), object_size(vm, dict));
    set_int(vm, copy, 0, 77);
    Object *zero = int_from_i64(vm, 0);
    assert_int_equal(int_compact_value(dict_get(vm, dict, zero)), 0);
    decref(vm, zero);
    decref(vm, copy);
    decref(vm, dict);
}

static void test_presized(void **state)
{
    Vm *vm = *state;
    Object *small = dict_new_presized(vm, 5, true), *large = dict_new_presized(vm, 6, true);
    assert_int_equal(object_size(vm, small), 64);
    assert_int_equal(object_size(vm, large), 272);
    decref(vm, small);
    decref(vm, large);
}

static void test_tracked_only_with_containers(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm), *list = list_new(vm, 0), *key = str_interned(vm, "k");
    set_name(vm, dict, "k", 1);
    assert_false(gc_is_tracked(dict));
    assert_int_equal(dict_set(vm, dict, key, list), 0);
    assert_true(gc_is_tracked(dict));
    set_name(vm, dict, "k", 1);
    gc_collect(vm, 2);
    assert_false(gc_is_tracked(dict));
    decref(vm, key);
    decref(vm, list);
    decref(vm, dict);
}

static void test_unhashable_key(void **state)
{
    Vm *vm = *state;
    Object *dict = dict_new(vm), *list = list_new(vm, 0);
    assert_int_equal(dict_set(vm, dict, list, list), -1);
    assert_true(vm_failed_with(vm, TYPE_TypeError));
    vm_clear_error(vm);
    assert_int_equal(list->count, 1);
    decref(vm, list);
    decref(vm, dict);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sizes_of_int_keys, start, stop),
        cmocka_unit_test_setup_teardown(test_str_keys_are_smaller_until_another_comes, start, stop),
        cmocka_unit_test_setup_teardown(test_order_survives_deletion, start, stop),
        cmocka_unit_test_setup_teardown(test_keys_version, start, stop),
        cmocka_unit_test_setup_teardown(test_copy_keeps_the_table, start, stop),
        cmocka_unit_test_setup_teardown(test_presized, start, stop),
        cmocka_unit_test_setup_teardown(test_tracked_only_with_containers, start, stop),
        cmocka_unit_test_setup_teardown(test_unhashable_key, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
