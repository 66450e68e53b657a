/* list and tuple: sizes, slices, counts. The sizes are what sys.getsizeof says in CPython 3.11. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "python/gc.h"
#include "python/objects/containers.h"
#include "python/objects/list_internal.h"
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

/* A list of the ints 0 .. count - 1, built by appending. */
static Object *counting(Vm *vm, int64_t count)
{
    Object *list = list_new(vm, 0);
    for (int64_t i = 0; i < count; i++) {
        Object *number = int_from_i64(vm, i);
        assert_int_equal(list_append(vm, list, number), 0);
        decref(vm, number);
    }
    return list;
}

static void assert_items(Object *list, const int64_t *expected, int64_t count)
{
    assert_int_equal(((List *)list)->length, count);
    for (int64_t i = 0; i < count; i++)
        assert_int_equal(int_compact_value(((List *)list)->items[i]), expected[i]);
}

static Object *slice_of(Vm *vm, int64_t from, int64_t to, int64_t by)
{
    Object *start_ = int_from_i64(vm, from), *stop_ = int_from_i64(vm, to), *step = int_from_i64(vm, by);
    Object *slice = slice_new(vm, start_, stop_, step);
    decref(vm, start_);
    decref(vm, stop_);
    decref(vm, step);
    return slice;
}

static void test_append_grows_as_cpython(void **state)
{
    static const uint64_t sizes[] = {56, 88, 88, 88, 88, 120, 120, 120, 120,
                                     184, 184, 184, 184, 184, 184, 184, 184, 248};
    Vm *vm = *state;
    for (int64_t n = 0; n < 18; n++) {
        Object *list = counting(vm, n);
        assert_int_equal(object_size(vm, list), sizes[n]);
        decref(vm, list);
    }
}

static void test_extend_takes_what_is_announced(void **state)
{
    Vm *vm = *state;
    Object *source = counting(vm, 3), *list = list_new(vm, 0);
    assert_int_equal(list_extend(vm, list, source), 0);
    assert_int_equal(object_size(vm, list), 56 + 4 * 8);
    assert_int_equal(list_extend(vm, list, list), 0);
    static const int64_t twice[] = {0, 1, 2, 0, 1, 2};
    assert_items(list, twice, 6);
    decref(vm, list);
    decref(vm, source);
}

static void test_insert_clamps(void **state)
{
    Vm *vm = *state;
    Object *list = counting(vm, 2), *nine = int_from_i64(vm, 9);
    assert_int_equal(list_insert(vm, list, 100, nine), 0);
    assert_int_equal(list_insert(vm, list, -100, nine), 0);
    assert_int_equal(list_insert(vm, list, -1, nine), 0);
    static const int64_t expected[] = {9, 0, 1, 9, 9};
    assert_items(list, expected, 5);
    decref(vm, nine);
    decref(vm, list);
}

static void test_slices(void **state)
{
    Vm *vm = *state;
    Object *list = counting(vm, 10), *slice = slice_of(vm, 8, 1, -3);
    Object *part = object_get_item(vm, list, slice);
    static const int64_t backwards[] = {8, 5, 2};
    assert_items(part, backwards, 3);
    assert_int_equal(object_set_item(vm, list, slice, NULL), 0);
    static const int64_t rest[] = {0, 1, 3, 4, 6, 7, 9};
    assert_items(list, rest, 7);
    assert_int_equal(list_assign_slice(vm, list, 1, 6, part), 0);
    static const int64_t replaced[] = {0, 8, 5, 2, 9};
    assert_items(list, replaced, 5);
    decref(vm, slice);
    decref(vm, part);
    decref(vm, list);
}

static void test_wrong_size_for_extended_slice(void **state)
{
    Vm *vm = *state;
    Object *list = counting(vm, 4), *slice = slice_of(vm, 0, 4, 2), *source = counting(vm, 3);
    assert_int_equal(object_set_item(vm, list, slice, source), -1);
    assert_true(vm_failed_with(vm, TYPE_ValueError));
    vm_clear_error(vm);
    assert_int_equal(((List *)list)->length, 4);
    decref(vm, source);
    decref(vm, slice);
    decref(vm, list);
}

static void test_counts_balance(void **state)
{
    Vm *vm = *state;
    Object *item = list_new(vm, 0), *list = list_new(vm, 0);
    list_append(vm, list, item);
    Object *three = int_from_i64(vm, 3), *many = object_binary(vm, list, three, BINARY_MULTIPLY);
    assert_int_equal(item->count, 5);
    assert_int_equal(object_size(vm, many), 56 + 3 * 8);
    Object *tuple = list_as_tuple(vm, many);
    assert_int_equal(item->count, 8);
    assert_int_equal(object_size(vm, tuple), 40 + 3 * 8);
    list_clear(vm, many);
    assert_int_equal(item->count, 5);
    assert_int_equal(object_size(vm, many), 56);
    decref(vm, tuple);
    decref(vm, list);
    assert_int_equal(item->count, 1);
    decref(vm, many);
    decref(vm, item);
    decref(vm, three);
}

static void test_empty_tuple_is_one(void **state)
{
    Vm *vm = *state;
    Object *a = tuple_new(vm, 0), *b = tuple_from(vm, NULL, 0);
    assert_ptr_equal(a, b);
    decref(vm, a);
    decref(vm, b);
}

static int count_one(Vm *vm, Object *object, void *context)
{
    ++*(int64_t *)context;
    return 0;
}

static int64_t tracked(Vm *vm)
{
    int64_t count = 0;
    gc_visit_tracked(vm, count_one, &count);
    return count;
}

static void test_deep_list_dies_flat(void **state)
{
    Vm *vm = *state;
    Object *outer = list_new(vm, 0);
    for (int i = 0; i < 200000; i++) {
        Object *next = list_new(vm, 0);
        list_append(vm, next, outer);
        decref(vm, outer);
        outer = next;
    }
    assert_true(tracked(vm) >= 200001);
    decref(vm, outer);
    assert_true(tracked(vm) < 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_append_grows_as_cpython, start, stop),
        cmocka_unit_test_setup_teardown(test_extend_takes_what_is_announced, start, stop),
        cmocka_unit_test_setup_teardown(test_insert_clamps, start, stop),
        cmocka_unit_test_setup_teardown(test_slices, start, stop),
        cmocka_unit_test_setup_teardown(test_wrong_size_for_extended_slice, start, stop),
        cmocka_unit_test_setup_teardown(test_counts_balance, start, stop),
        cmocka_unit_test_setup_teardown(test_empty_tuple_is_one, start, stop),
        cmocka_unit_test_setup_teardown(test_deep_list_dies_flat, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
