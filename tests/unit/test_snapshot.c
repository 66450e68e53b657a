/* Snapshots, the pages they share, the history that thins them, and the transcript. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "machine/history.h"
#include "machine/snapshot.h"
#include "machine/transcript.h"

enum { PAGES = 64 };

static Arena make_arena(void)
{
    Arena arena;
    const size_t sizes[] = {ARENA_PAGE, PAGES * ARENA_PAGE};
    assert_true(arena_init(&arena, sizes, 2));
    arena_set_used(&arena, 0, 100);
    arena_set_used(&arena, 1, PAGES * ARENA_PAGE);
    for (size_t page = 0; page < PAGES; page++)
        memset(arena_segment_base(&arena, 1) + page * ARENA_PAGE, (int)page + 1, ARENA_PAGE);
    arena.base[0] = 1;
    return arena;
}

static Snapshot *take(PagePool *pool, const Arena *arena, const Snapshot *older, const Snapshot *newer)
{
    Snapshot *snapshot = snapshot_plan(pool, arena, older, newer);
    assert_non_null(snapshot);
    assert_true(snapshot_fill(snapshot, pool, arena));
    assert_int_equal(snapshot->missing, 0);
    return snapshot;
}

static void test_equal_pages_are_shared(void **state)
{
    PagePool pool;
    assert_true(page_pool_init(&pool));
    Arena arena = make_arena();
    Snapshot *first = take(&pool, &arena, NULL, NULL);
    assert_int_equal(page_pool_in_use(&pool), PAGES + 1);
    arena_segment_base(&arena, 1)[5 * ARENA_PAGE + 17]++;
    Snapshot *second = snapshot_plan(&pool, &arena, first, NULL);
    assert_int_equal(second->missing, 1);
    assert_true(snapshot_fill(second, &pool, &arena));
    assert_int_equal(page_pool_in_use(&pool), PAGES + 2);
    arena_segment_base(&arena, 1)[5 * ARENA_PAGE + 17]--;
    Snapshot *third = take(&pool, &arena, second, first);      /* equal to the other neighbour */
    assert_int_equal(page_pool_in_use(&pool), PAGES + 2);
    snapshot_destroy(first, &pool);
    snapshot_destroy(second, &pool);
    assert_int_equal(page_pool_in_use(&pool), PAGES + 1);
    snapshot_restore(third, &pool, &arena);
    snapshot_destroy(third, &pool);
    assert_int_equal(page_pool_in_use(&pool), 0);
    snapshot_destroy(NULL, &pool);
    page_pool_finish(&pool);
    arena_finish(&arena);
}

static void test_restore_gives_bytes_and_sizes_back(void **state)
{
    PagePool pool;
    assert_true(page_pool_init(&pool));
    Arena arena = make_arena();
    unsigned char *heap = arena_segment_base(&arena, 1), *copy = malloc(PAGES * ARENA_PAGE);
    arena_set_used(&arena, 1, 10 * ARENA_PAGE + 3);
    memcpy(copy, heap, PAGES * ARENA_PAGE);
    Snapshot *small = take(&pool, &arena, NULL, NULL);
    arena_set_used(&arena, 1, PAGES * ARENA_PAGE);
    memset(heap, 99, PAGES * ARENA_PAGE);
    Snapshot *large = take(&pool, &arena, small, NULL);
    memset(heap, 0, PAGES * ARENA_PAGE);
    snapshot_restore(small, &pool, &arena);
    assert_int_equal(arena.segments[1].used, 10 * ARENA_PAGE + 3);
    assert_memory_equal(heap, copy, 10 * ARENA_PAGE + 3);
    snapshot_restore(large, &pool, &arena);
    assert_int_equal(arena.segments[1].used, PAGES * ARENA_PAGE);
    assert_int_equal(heap[0], 99);
    assert_int_equal(heap[PAGES * ARENA_PAGE - 1], 99);
    snapshot_destroy(small, &pool);
    snapshot_destroy(large, &pool);
    page_pool_finish(&pool);
    arena_finish(&arena);
    free(copy);
}

static void test_zero_pages_cost_nothing(void **state)
{
    PagePool pool;
    assert_true(page_pool_init(&pool));
    Arena arena = make_arena();
    memset(arena_segment_base(&arena, 1), 0, PAGES * ARENA_PAGE);
    Snapshot *snapshot = take(&pool, &arena, NULL, NULL);
    assert_int_equal(page_pool_in_use(&pool), 1);
    memset(arena_segment_base(&arena, 1), 1, PAGES * ARENA_PAGE);
    snapshot_restore(snapshot, &pool, &arena);
    assert_int_equal(arena_segment_base(&arena, 1)[7 * ARENA_PAGE], 0);
    snapshot_destroy(snapshot, &pool);
    page_pool_finish(&pool);
    arena_finish(&arena);
}

static void test_pages_are_used_again(void **state)
{
    PagePool pool;
    assert_true(page_pool_init(&pool));
    uint32_t pages[600];
    for (int i = 0; i < 600; i++) {
        pages[i] = page_pool_take(&pool);
        assert_int_equal(pages[i], i + 1);
        memset(page_pool_bytes(&pool, pages[i]), 0xaa, ARENA_PAGE);
    }
    size_t size = page_pool_size(&pool);
    assert_true(size >= 600 * ARENA_PAGE && size < 600 * ARENA_PAGE + 4096);
    page_pool_hold(&pool, pages[7]);
    page_pool_release(&pool, pages[7]);
    assert_int_equal(page_pool_in_use(&pool), 600);
    page_pool_release(&pool, pages[7]);
    page_pool_release(&pool, pages[300]);
    assert_int_equal(page_pool_in_use(&pool), 598);
    assert_int_equal(page_pool_take(&pool), pages[300]);
    assert_int_equal(page_pool_take(&pool), pages[7]);
    assert_int_equal(page_pool_size(&pool), size);
    page_pool_finish(&pool);
}

/* The struct of the arena may lie in what is restored. */
static void test_arena_inside_itself(void **state)
{
    PagePool pool;
    assert_true(page_pool_init(&pool));
    Arena outside = make_arena();
    Arena *inside = (Arena *)(void *)outside.base;
    *inside = outside;
    arena_set_used(inside, 0, sizeof *inside);
    Snapshot *snapshot = take(&pool, inside, NULL, NULL);
    arena_set_used(inside, 1, 0);
    snapshot_restore(snapshot, &pool, inside);
    assert_int_equal(inside->segments[1].used, PAGES * ARENA_PAGE);
    snapshot_destroy(snapshot, &pool);
    page_pool_finish(&pool);
    arena_finish(inside);
}

/* A history of `count` snapshots at steps 10, 20, ..., each with pages of its own, cursor at a cost. */
static void fill_history(History *history, Arena *arena, uint64_t count, uint64_t cursor)
{
    for (uint64_t i = 0; i <= count; i++) {
        for (size_t page = 0; page < 4; page++)
            memcpy(arena_segment_base(arena, 1) + page * ARENA_PAGE, &i, sizeof i);
        assert_true(history_take(history, arena, (Position){i * 10, 0}, i * 10, cursor));
    }
}

static uint64_t gap_at(const History *history, uint64_t step)
{
    uint32_t index = history_find(history, (Position){step, 0});
    uint64_t next = index + 1 < history->count ? history->entries[index + 1].position.step : step + 10;
    return next - history->entries[index].position.step;
}

static void test_history_finds(void **state)
{
    History history;
    Arena arena = make_arena();
    assert_true(history_init(&history, 64 << 20, 100));
    fill_history(&history, &arena, 20, 0);
    assert_int_equal(history.count, 21);
    assert_int_equal(history_find(&history, (Position){0, 0}), 0);
    assert_int_equal(history_find(&history, (Position){9, 5}), 0);
    assert_int_equal(history_find(&history, (Position){10, 0}), 1);
    assert_int_equal(history_find_before(&history, (Position){10, 0}), 0);
    assert_int_equal(history_find_before(&history, (Position){10, 1}), 1);
    assert_int_equal(history_find_before(&history, (Position){0, 0}), 0);
    assert_int_equal(history_find(&history, POSITION_NEVER), 20);
    assert_int_equal(history_cost(&history, (Position){200, 0}), 200);
    assert_int_equal(history_cost(&history, (Position){5000, 0}), 200);
    uint64_t between = history_cost(&history, (Position){25, 0});
    assert_true(between > 20 && between < 30);
    assert_true(history_take(&history, &arena, (Position){25, 0}, 9999, 0));       /* between two: cost is clamped */
    assert_int_equal(history.entries[3].position.step, 25);
    assert_int_equal(history.entries[3].cost, 30);
    history_restore(&history, 7, &arena);
    uint64_t saved;
    memcpy(&saved, arena_segment_base(&arena, 1), sizeof saved);
    assert_int_equal(saved, history.entries[7].position.step / 10);
    history_finish(&history);
    arena_finish(&arena);
}

static void test_history_thins_around_the_cursor(void **state)
{
    History history;
    Arena arena = make_arena();
    const size_t budget = 1 << 20;
    assert_true(history_init(&history, budget, 1000));
    fill_history(&history, &arena, 20000, 100000);
    assert_true(history_size(&history) <= budget);
    assert_true(history.count > 30 && history.count < 100);
    assert_int_equal(history.entries[0].position.step, 0);
    assert_int_equal(history.entries[history.count - 1].position.step, 200000);
    for (uint32_t i = 1; i < history.count; i++)
        assert_true(position_compare(history.entries[i - 1].position, history.entries[i].position) < 0);
    assert_true(gap_at(&history, 100000) * 8 < gap_at(&history, 10000));
    assert_true(gap_at(&history, 100000) * 8 < gap_at(&history, 190000));
    assert_true(gap_at(&history, 10000) < 60000);
    history_finish(&history);
    arena_finish(&arena);
}

/* A heap that does not fit: only the fresh machine is kept, and nothing breaks. */
static void test_history_refuses_what_does_not_fit(void **state)
{
    History history;
    Arena arena = make_arena();
    assert_true(history_init(&history, 16 * ARENA_PAGE, 100));
    assert_true(history_take(&history, &arena, (Position){0, 0}, 0, 0));
    memset(arena_segment_base(&arena, 1), 77, PAGES * ARENA_PAGE);
    assert_false(history_take(&history, &arena, (Position){10, 0}, 10, 10));
    assert_int_equal(history.count, 1);
    assert_int_equal(page_pool_in_use(&history.pool), PAGES + 1);
    history_restore(&history, 0, &arena);
    assert_int_equal(arena_segment_base(&arena, 1)[ARENA_PAGE], 2);
    history_finish(&history);
    arena_finish(&arena);
}

/* The transcript: what is new, what is kept, what is dropped. */
static void test_transcript_keeps_what_is_new(void **state)
{
    Transcript transcript;
    const char *text;
    transcript_init(&transcript);
    assert_int_equal(transcript_write(&transcript, OUTPUT_STDOUT, 0, "hello ", 6), 6);
    assert_int_equal(transcript_write(&transcript, OUTPUT_STDOUT, 0, "hello ", 6), 0);
    assert_int_equal(transcript_write(&transcript, OUTPUT_STDOUT, 4, "o world", 7), 5);
    assert_int_equal(transcript_read(&transcript, OUTPUT_STDOUT, 0, &text), 11);
    assert_memory_equal(text, "hello world", 11);
    assert_int_equal(transcript_read(&transcript, OUTPUT_STDOUT, 11, &text), 0);
    assert_int_equal(transcript_read(&transcript, OUTPUT_STDERR, 0, &text), 0);
    transcript_finish(&transcript);
}

static void test_transcript_drops_the_middle(void **state)
{
    Transcript transcript;
    const char *text;
    transcript_init(&transcript);
    char piece[1000];
    uint64_t total = 0;
    for (; total < 5 * (uint64_t)TRANSCRIPT_PART; total += sizeof piece) {
        for (size_t i = 0; i < sizeof piece; i++)
            piece[i] = (char)((total + i) % 251);
        assert_int_equal(transcript_write(&transcript, OUTPUT_STDERR, total, piece, sizeof piece), sizeof piece);
    }
    assert_true(transcript_size(&transcript) <= 2 * (size_t)TRANSCRIPT_PART + 4096);
    uint64_t dropped = 0, seen = 0;
    for (uint64_t at = 0, length; (length = transcript_read(&transcript, OUTPUT_STDERR, at, &text)) > 0; at += length) {
        for (uint64_t i = 0; text != NULL && i < length; i++)
            assert_int_equal((unsigned char)text[i], (at + i) % 251);
        *(text == NULL ? &dropped : &seen) += length;
    }
    assert_int_equal(seen, 2 * TRANSCRIPT_PART);
    assert_int_equal(seen + dropped, total);
    transcript_finish(&transcript);
}

static void test_transcript_lines(void **state)
{
    Transcript transcript;
    const char *text;
    size_t length;
    transcript_init(&transcript);
    assert_false(transcript_line(&transcript, 0, &text, &length));
    transcript_add_line(&transcript, "", 0);
    assert_true(transcript_line(&transcript, 0, &text, &length));
    assert_int_equal(length, 0);
    transcript_add_line(&transcript, "second", 6);
    assert_true(transcript_line(&transcript, 1, &text, &length));
    assert_memory_equal(text, "second", length);
    assert_int_equal(length, 6);
    transcript_finish(&transcript);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_pages_are_shared), cmocka_unit_test(test_restore_gives_bytes_and_sizes_back),
        cmocka_unit_test(test_zero_pages_cost_nothing), cmocka_unit_test(test_pages_are_used_again),
        cmocka_unit_test(test_arena_inside_itself), cmocka_unit_test(test_history_finds),
        cmocka_unit_test(test_history_thins_around_the_cursor),
        cmocka_unit_test(test_history_refuses_what_does_not_fit),
        cmocka_unit_test(test_transcript_keeps_what_is_new), cmocka_unit_test(test_transcript_drops_the_middle),
        cmocka_unit_test(test_transcript_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
