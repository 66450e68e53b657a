/* The collector: what it finds, what it leaves alone, what it stops tracking. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "python/gc.h"
#include "python/objects/containers.h"
#include "python/vm_life.h"

static int start(void **state)
{
    Vm *vm = vm_create();
    *state = vm;
    if (!vm)
        return -1;
    gc_collect(vm, 2);
    return 0;
}

static int stop(void **state)
{
    vm_destroy(*state);
    return 0;
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

/* Two lists that hold each other. */
static Object *cycle(Vm *vm)
{
    Object *a = list_new(vm, 0), *b = list_new(vm, 0);
    list_append(vm, a, b);
    list_append(vm, b, a);
    decref(vm, b);
    return a;
}

static void test_cycle_is_found_when_let_go(void **state)
{
    Vm *vm = *state;
    Object *a = cycle(vm);
    int64_t before = tracked(vm);
    assert_int_equal(gc_collect(vm, 2), 0);
    decref(vm, a);
    assert_int_equal(tracked(vm), before);
    assert_int_equal(gc_collect(vm, 2), 2);
    assert_int_equal(tracked(vm), before - 2);
}

static void test_what_a_reachable_object_holds_stays(void **state)
{
    Vm *vm = *state;
    Object *holder = list_new(vm, 0), *a = cycle(vm);
    list_append(vm, holder, a);
    decref(vm, a);
    for (int i = 0; i < 3; i++)
        assert_int_equal(gc_collect(vm, i), 0);
    assert_int_equal(a->count, 2);
    decref(vm, holder);
    assert_int_equal(gc_collect(vm, 2), 2);
}

static void test_old_garbage_waits_for_its_generation(void **state)
{
    Vm *vm = *state;
    Object *a = cycle(vm);
    gc_collect(vm, 1);                 /* it survives into the oldest generation */
    decref(vm, a);
    assert_int_equal(gc_collect(vm, 0), 0);
    assert_int_equal(gc_collect(vm, 1), 0);
    assert_int_equal(gc_collect(vm, 2), 2);
}

static void test_births_start_a_collection(void **state)
{
    Vm *vm = *state;
    int64_t before = tracked(vm);
    for (int i = 0; i < 5000; i++)
        decref(vm, cycle(vm));
    assert_true(tracked(vm) < before + 2 * 800);
    vm->gc.enabled = false;
    for (int i = 0; i < 5000; i++)
        decref(vm, cycle(vm));
    assert_true(tracked(vm) > before + 2 * 4000);
    assert_true(gc_collect(vm, 2) >= 10000);
    assert_true(tracked(vm) <= before);
}

static void test_harmless_tuples_are_untracked(void **state)
{
    Vm *vm = *state;
    Object *inner = tuple_pack(vm, 1, none(vm)), *outer = tuple_pack(vm, 2, inner, none(vm));
    Object *list = list_new(vm, 0), *holding = tuple_pack(vm, 1, list);
    gc_collect(vm, 2);
    gc_collect(vm, 2);
    assert_false(gc_is_tracked(inner));
    assert_false(gc_is_tracked(outer));
    assert_true(gc_is_tracked(holding));
    decref(vm, outer);
    decref(vm, inner);
    decref(vm, holding);
    decref(vm, list);
}

static void test_visit_tracked_meets_all_generations(void **state)
{
    Vm *vm = *state;
    int64_t before = tracked(vm);
    Object *old = list_new(vm, 0);
    gc_collect(vm, 0);
    Object *young = list_new(vm, 0);
    assert_int_equal(tracked(vm), before + 2);
    decref(vm, old);
    decref(vm, young);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cycle_is_found_when_let_go, start, stop),
        cmocka_unit_test_setup_teardown(test_what_a_reachable_object_holds_stays, start, stop),
        cmocka_unit_test_setup_teardown(test_old_garbage_waits_for_its_generation, start, stop),
        cmocka_unit_test_setup_teardown(test_births_start_a_collection, start, stop),
        cmocka_unit_test_setup_teardown(test_harmless_tuples_are_untracked, start, stop),
        cmocka_unit_test_setup_teardown(test_visit_tracked_meets_all_generations, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
