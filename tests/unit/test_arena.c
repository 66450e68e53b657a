#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "machine/arena.h"
#include "machine/machine.h"

static void test_segments_follow_each_other(void **state)
{
    Arena arena;
    const size_t sizes[] = {1, ARENA_PAGE, ARENA_PAGE + 1, 1 << 20};
    assert_true(arena_init(&arena, sizes, 4));
    assert_int_equal((uintptr_t)arena.base % ARENA_PAGE, 0);
    assert_int_equal(arena.segments[0].start, 0);
    assert_int_equal(arena.segments[1].start, ARENA_PAGE);
    assert_int_equal(arena.segments[2].start, 2 * ARENA_PAGE);
    assert_int_equal(arena.segments[3].start, 4 * ARENA_PAGE);
    assert_int_equal(arena.segments[2].size, 2 * ARENA_PAGE);
    assert_int_equal(arena.size, 4 * ARENA_PAGE + (1 << 20));
    assert_int_equal(arena.segment_count, 4);
    arena_finish(&arena);
    assert_null(arena.base);
    arena_finish(&arena);
}

static void test_memory_is_zero_and_large_costs_nothing(void **state)
{
    Arena arena;
    const size_t sizes[] = {ARENA_PAGE, (size_t)16 << 30};
    assert_true(arena_init(&arena, sizes, 2));
    unsigned char *last = arena_segment_base(&arena, 1) + ((size_t)16 << 30) - 1;
    assert_int_equal(*last, 0);
    *last = 7;
    assert_int_equal(*last, 7);
    arena_finish(&arena);
}

static void test_used_has_a_limit(void **state)
{
    Arena arena;
    const size_t sizes[] = {ARENA_PAGE};
    assert_true(arena_init(&arena, sizes, 1));
    assert_int_equal(arena.segments[0].used, 0);
    assert_true(arena_set_used(&arena, 0, ARENA_PAGE));
    assert_int_equal(arena.segments[0].used, ARENA_PAGE);
    assert_false(arena_set_used(&arena, 0, ARENA_PAGE + 1));
    assert_int_equal(arena.segments[0].used, ARENA_PAGE);
    arena_finish(&arena);
}

static void test_too_much_is_refused(void **state)
{
    Arena arena;
    const size_t huge[] = {SIZE_MAX - 1}, two[] = {SIZE_MAX / 2 + 1, SIZE_MAX / 2 + 1};
    const size_t many[ARENA_MAX_SEGMENTS + 1] = {0};
    assert_false(arena_init(&arena, huge, 1));
    assert_null(arena.base);
    assert_false(arena_init(&arena, two, 2));
    assert_false(arena_init(&arena, many, ARENA_MAX_SEGMENTS + 1));
    const size_t unavailable[] = {(size_t)1 << 60};
    assert_false(arena_init(&arena, unavailable, 1));
    arena_finish(&arena);
}

static void test_nominal_addresses(void **state)
{
    Arena arena;
    const size_t sizes[] = {ARENA_PAGE};
    assert_true(arena_init(&arena, sizes, 1));
    assert_true(arena_nominal(&arena, arena.base + 0xc40) == ARENA_NOMINAL_BASE + 0xc40);
    arena_finish(&arena);
}

/* A machine keeps its Arena inside the arena. */
static void test_finish_from_inside(void **state)
{
    Arena arena;
    const size_t sizes[] = {ARENA_PAGE};
    assert_true(arena_init(&arena, sizes, 1));
    Arena *inside = (Arena *)(void *)arena.base;
    *inside = arena;
    arena_finish(inside);
}

static void test_step_events_have_names(void **state)
{
    assert_string_equal(step_event_name(STEP_LINE), "line");
    assert_string_equal(step_event_name(STEP_EXCEPTION), "exception");
    assert_string_equal(step_event_name(STEP_ERROR), "error");
}

static void test_host_arms_and_cancels(void **state)
{
    MachineHost host;
    const char *text;
    size_t length;
    machine_host_init(&host);
    host.write(host.context, OUTPUT_STDOUT, 0, "x", 1);
    assert_false(host.read_line(host.context, 0, &text, &length));
    assert_true(machine_host_arm(&host, 42));
    assert_int_equal(host.stop_at, 42);
    machine_host_tick(&host);
    assert_int_equal(host.stop_at, 0);
    assert_false(machine_host_cancelled(&host));
    machine_host_cancel(&host);
    assert_true(machine_host_cancelled(&host));
    assert_false(machine_host_arm(&host, 42));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_segments_follow_each_other),
        cmocka_unit_test(test_memory_is_zero_and_large_costs_nothing), cmocka_unit_test(test_used_has_a_limit),
        cmocka_unit_test(test_too_much_is_refused), cmocka_unit_test(test_nominal_addresses),
        cmocka_unit_test(test_finish_from_inside), cmocka_unit_test(test_step_events_have_names),
        cmocka_unit_test(test_host_arms_and_cancels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
