/* Every way through a run shows the same: stepping, going back, jumping, by whatever snapshots, under any budget. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "machine/marks.h"
#include "machine/seek_bench.h"
#include "machine/timeline.h"
#include "machine/travel.h"
#include "toy_machine.h"

/* Loops, calls in calls, calls from C, a heap that changes in places, output. */
static const char program[] =
    "grow 3000\nset i 40\nset j 5\nstore j i\nadd k 3\nloop j 4\ncall 12\nnative 16 2\nprint k\nloop i 3\nend\n"
    "add k 1\ncall 16\nstore k k\nreturn\n"
    "add m 1\nstore m k\nreturn\n";

static const char endless[] = "grow 20000\nset b 7\nadd a b\nstore a a\ngoto 3\n";

static const ViewOptions options = {.max_slots = 40};

static Timeline *open_timeline(const char *text, const TimelineOptions *timeline_options)
{
    Source source = toy_source(text);
    SourceError error;
    Timeline *timeline = timeline_create(&toy_language, &source, timeline_options, &error);
    assert_non_null(timeline);
    return timeline;
}

/* A straight run: every step's stop, view and the sum of the arena's bytes. */

typedef struct Straight {
    Timeline *timeline;
    StopInfo *stops;
    View *views;
    uint64_t *sums;            /* 0 where the stop is not flat */
    uint64_t count;
} Straight;

/* Of the stack and the heap; not the struct (jump buffers), nor the poisoned zone at the start of the heap. */
static uint64_t sum_of_arena(const Arena *arena)
{
    uint64_t sum = 1469598103934665603u;
    for (size_t segment = 1; segment < arena->segment_count; segment++)
        for (size_t i = segment == 2 ? 64 : 0; i < arena->segments[segment].used; i += 8)
            sum = (sum ^ *(const uint64_t *)(const void *)(arena_segment_base(arena, segment) + i)) * 1099511628211u;
    return sum;
}

static void take_views_of(Straight *straight, uint64_t count)
{
    straight->views = calloc(count, sizeof *straight->views);
    straight->sums = calloc(count, sizeof *straight->sums);
    for (uint64_t i = 0; i < count; i++) {
        view_init(&straight->views[i]);
        timeline_seek(straight->timeline, (Position){i, 0}, &options, &straight->views[i], NULL);
        straight->sums[i] = straight->stops[i].flat ? sum_of_arena(timeline_arena(straight->timeline)) : 0;
    }
}

static RunAnswer note_stop(void *context, const StopInfo *stop)
{
    Straight *straight = context;
    assert_int_equal(stop->position.step, straight->count);
    straight->stops = realloc(straight->stops, (straight->count + 1) * sizeof *stop);
    straight->stops[straight->count++] = *stop;
    return (RunAnswer){.next = {stop->position.step + 1, 0}};
}

static void run_straight(Straight *straight, const char *text)
{
    memset(straight, 0, sizeof *straight);
    TimelineOptions by_steps = {.snapshot_steps = 1000000};
    straight->timeline = open_timeline(text, &by_steps);
    assert_int_equal(timeline_visit(straight->timeline, (Position){0, 0}, note_stop, straight, TIMELINE_WHOLE),
                     TIMELINE_END);
    take_views_of(straight, straight->count);
}

static void forget_straight(Straight *straight)
{
    for (uint64_t i = 0; i < straight->count; i++)
        view_finish(&straight->views[i]);
    free(straight->views);
    free(straight->sums);
    free(straight->stops);
    timeline_destroy(straight->timeline);
}

static void check_step(Timeline *timeline, const Straight *straight, uint64_t step, View *view)
{
    StopInfo stop;
    assert_int_equal(timeline_seek(timeline, (Position){step, 0}, &options, view, &stop), TIMELINE_REACHED);
    const StopInfo *right = &straight->stops[step];
    assert_int_equal(stop.position.step, step);
    assert_int_equal(stop.event, right->event);
    assert_int_equal(stop.line, right->line);
    assert_int_equal(stop.depth, right->depth);
    assert_int_equal(stop.flat, right->flat);
    assert_true(view_equal(view, &straight->views[step]));
    if (right->flat)
        assert_int_equal(sum_of_arena(timeline_arena(timeline)), straight->sums[step]);
}

static void check_all_ways(const Straight *straight, const TimelineOptions *timeline_options)
{
    Timeline *timeline = open_timeline(program, timeline_options);
    View view;
    view_init(&view);
    for (uint64_t i = 0; i < straight->count; i++)
        check_step(timeline, straight, i, &view);
    for (uint64_t i = straight->count; i-- > 0;)
        check_step(timeline, straight, i, &view);
    uint64_t random = 12345;
    for (int i = 0; i < 3000; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        check_step(timeline, straight, (random >> 33) % straight->count, &view);
    }
    view_finish(&view);
    timeline_destroy(timeline);
}

static void test_every_way_shows_the_same(void **state)
{
    const TimelineOptions policies[] = {
        {.snapshot_steps = 1}, {.snapshot_steps = 7}, {.snapshot_steps = 100}, {.snapshot_steps = 100000},
        {.snapshot_steps = 3, .budget = 96 << 10}, {.snapshot_steps = 5, .budget = 1}, {.budget = 0},
    };
    Straight straight;
    run_straight(&straight, program);
    assert_true(straight.count > 1000);
    for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++)
        check_all_ways(&straight, &policies[i]);
    forget_straight(&straight);
}

/* Stops inside C: seen, left torn, and whatever comes next is right all the same. */
static void test_torn_stops(void **state)
{
    Straight straight;
    run_straight(&straight, program);
    TimelineOptions by_steps = {.snapshot_steps = 10};
    Timeline *timeline = open_timeline(program, &by_steps);
    View view;
    view_init(&view);
    uint64_t torn = 0;
    for (uint64_t i = 1; i < straight.count; i++) {
        if (straight.stops[i].flat)
            continue;
        check_step(timeline, &straight, i, &view);
        check_step(timeline, &straight, torn % 2 ? i - 1 : straight.count - 1 - torn, &view);
        torn++;
    }
    assert_true(torn > 100);
    view_finish(&view);
    timeline_destroy(timeline);
    forget_straight(&straight);
}

/* Beyond the end is the end. */
static void test_the_end(void **state)
{
    Timeline *timeline = open_timeline("set a 3\nprint a\n", NULL);
    StopInfo stop;
    View view;
    view_init(&view);
    assert_int_equal(timeline_seek(timeline, (Position){1000, 0}, &options, &view, &stop), TIMELINE_END);
    assert_int_equal(stop.position.step, 2);
    assert_int_equal(stop.event, STEP_END);
    assert_int_equal(view.step, 2);
    TimelineExtent extent = timeline_extent(timeline);
    assert_true(extent.ended);
    assert_int_equal(extent.exit_status, 3);
    assert_int_equal(timeline_seek(timeline, (Position){2, 0}, &options, &view, &stop), TIMELINE_REACHED);
    assert_int_equal(timeline_record(timeline, POSITION_NEVER, TIMELINE_WHOLE), TIMELINE_END);
    assert_int_equal(timeline_seek(timeline, (Position){0, 0}, &options, &view, &stop), TIMELINE_REACHED);
    assert_int_equal(stop.event, STEP_LINE);
    view_finish(&view);
    timeline_destroy(timeline);
}

static void test_a_wrong_source_is_told(void **state)
{
    Source source = toy_source("");
    SourceError error;
    assert_null(timeline_create(&toy_language, &source, NULL, &error));
    assert_string_equal(error.kind, "ToyError");
    source_error_finish(&error);
}

/* By instruction: the way there, and the same places in the opposite order. */
static void test_instructions_both_ways(void **state)
{
    TimelineOptions by_steps = {.snapshot_steps = 20};
    Timeline *timeline = open_timeline(program, &by_steps);
    enum { COUNT = 400 };
    StopInfo stops[COUNT], stop;
    View *views = calloc(COUNT, sizeof *views), view;
    view_init(&view);
    view_init(&views[0]);
    timeline_seek(timeline, (Position){0, 0}, &options, &views[0], &stops[0]);
    for (int i = 1; i < COUNT; i++) {
        view_init(&views[i]);
        assert_int_equal(travel_make(timeline, TRAVEL_INSTRUCTION, &stops[i - 1], NULL, &options, &views[i],
                                     &stops[i]), TIMELINE_REACHED);
        assert_true(position_compare(stops[i - 1].position, stops[i].position) < 0);
    }
    assert_int_equal(stops[1].position.instruction, 1);    /* grow 3000: two words */
    assert_int_equal(stops[2].position.step, 1);
    assert_int_equal(stops[2].position.instruction, 0);
    stop = stops[COUNT - 1];
    for (int i = COUNT - 2; i >= 0; i--) {
        assert_int_equal(travel_make(timeline, TRAVEL_BACK_INSTRUCTION, &stop, NULL, &options, &view, &stop),
                         TIMELINE_REACHED);
        assert_int_equal(position_compare(stop.position, stops[i].position), 0);
        assert_true(view_equal(&view, &views[i]));
    }
    assert_int_equal(travel_make(timeline, TRAVEL_BACK_INSTRUCTION, &stop, NULL, &options, &view, &stop),
                     TIMELINE_END);
    for (int i = 0; i < COUNT; i++)
        view_finish(&views[i]);
    view_finish(&view);
    free(views);
    timeline_destroy(timeline);
}

/* Moves, against the list of all stops. */

static const int some_lines[] = {9, 17};
static const TravelLines lines = {some_lines, 2};

static bool is_wanted(TravelMove move, const StopInfo *from, const StopInfo *stop)
{
    switch (move) {
    case TRAVEL_OVER: case TRAVEL_BACK_OVER: return stop->depth <= from->depth;
    case TRAVEL_OUT: case TRAVEL_BACK_OUT: return stop->depth < from->depth;
    case TRAVEL_LINE: case TRAVEL_BACK_LINE: return stop->event == STEP_LINE && (stop->line == 9 || stop->line == 17);
    default: return true;
    }
}

static uint64_t expected_target(const Straight *straight, TravelMove move, uint64_t from, bool back,
                                TimelineStatus *status)
{
    *status = TIMELINE_REACHED;
    for (uint64_t i = from; back ? i-- > 0 : ++i < straight->count;)
        if (is_wanted(move, &straight->stops[from], &straight->stops[i]))
            return i;
    *status = TIMELINE_END;
    return back ? 0 : straight->count - 1;
}

static void test_moves(void **state)
{
    Straight straight;
    run_straight(&straight, program);
    TimelineOptions by_steps = {.snapshot_steps = 30};
    Timeline *timeline = open_timeline(program, &by_steps);
    for (TravelMove move = TRAVEL_INTO; move <= TRAVEL_BACK_LINE; move++)
        for (uint64_t i = 0; i < straight.count; i += 1 + i / 100) {
            bool back = move == TRAVEL_BACK || move == TRAVEL_BACK_OVER || move == TRAVEL_BACK_OUT
                || move == TRAVEL_BACK_LINE;
            TimelineStatus status;
            uint64_t target = expected_target(&straight, move, i, back, &status);
            StopInfo stop;
            assert_int_equal(travel_make(timeline, move, &straight.stops[i], &lines, NULL, NULL, &stop), status);
            assert_int_equal(stop.position.step, target);
        }
    timeline_destroy(timeline);
    forget_straight(&straight);
}

/* Marks: exact where each cell is one step, and complete where it is many. */
static void test_marks(void **state)
{
    Straight straight;
    run_straight(&straight, program);
    TimelineOptions by_steps = {.snapshot_steps = 64};
    Timeline *timeline = open_timeline(program, &by_steps);
    MarkRow row;
    marks_init(&row, 10, 500, 100000);
    assert_int_equal(row.count, 490);
    assert_int_equal(marks_gather(&row, timeline, TIMELINE_WHOLE), TIMELINE_REACHED);
    assert_int_equal(row.done, row.count);
    for (uint32_t i = 0; i < row.count; i++) {
        const StopInfo *stop = &straight.stops[10 + i];
        assert_int_equal(row.cells[i].depth, stop->depth);
        bool prints = straight.views[11 + i].output_length > straight.views[10 + i].output_length;
        assert_int_equal(row.cells[i].seen, 1 << stop->event | (prints ? MARK_STDOUT : 0));
    }
    marks_finish(&row);
    marks_init(&row, 0, straight.count, 3);
    while (marks_gather(&row, timeline, 1000) == TIMELINE_PAUSED)
        ;
    assert_int_equal(row.done, 3);
    assert_int_equal(marks_first_step(&row, 3), straight.count);
    for (int i = 0; i < 3; i++)
        assert_true((row.cells[i].seen & MARK_STDOUT) && row.cells[i].depth >= 2);
    marks_finish(&row);
    timeline_destroy(timeline);
    forget_straight(&straight);
}

/* Output is reported once, input is asked once, whatever way is taken. */

typedef struct Talk {
    char written[4096];
    size_t length;
    int asked;
} Talk;

static void hear(void *context, OutputStream stream, const char *text, size_t length)
{
    Talk *talk = context;
    memcpy(talk->written + talk->length, text, length);
    talk->length += length;
}

static bool answer(void *context, const char **text, size_t *length)
{
    static const char *const answers[] = {"12", "30"};
    Talk *talk = context;
    if (talk->asked++ >= 2)
        return false;
    *text = answers[talk->asked - 1];
    *length = 2;
    return true;
}

static void test_input_and_output_once(void **state)
{
    Talk talk = {.length = 0};
    TimelineOptions talking = {.input = answer, .output = hear, .context = &talk, .snapshot_steps = 3};
    Timeline *timeline = open_timeline("read a\nprint a\nread b\nprint b\nread c\nprint c\nread c\nprint c\n",
                                       &talking);
    static const uint64_t way[] = {3, 1, 5, 0, 8, 2, 7, 4, 8, 0};
    for (size_t i = 0; i < sizeof way / sizeof way[0]; i++)
        assert_int_equal(timeline_seek(timeline, (Position){way[i], 0}, NULL, NULL, NULL), TIMELINE_REACHED);
    assert_int_equal(talk.asked, 3);
    assert_int_equal(talk.length, 12);
    assert_memory_equal(talk.written, "12\n30\n-1\n-1\n", 12);
    const char *text;
    assert_int_equal(transcript_read(timeline_transcript(timeline), OUTPUT_STDOUT, 3, &text), 9);
    assert_memory_equal(text, "30\n-1\n", 6);
    timeline_destroy(timeline);
}

static bool answer_slowly(void *context, const char **text, size_t *length)
{
    nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
    return answer(context, text, length);
}

/* One step of a short run takes long, as an import does: what comes after it does not begin before it again. */
static void test_snapshot_behind_a_slow_step(void **state)
{
    Talk talk = {.length = 0};
    TimelineOptions talking = {.input = answer_slowly, .output = hear, .context = &talk};
    for (int before = 0; before < 40; before += 13) {
        char text[600] = "";
        for (int i = 0; i < before; i++)
            strcat(text, "add k 1\n");
        strcat(text, "read a\nprint a\nprint a\nprint a\nprint a\nprint a\nprint a\nprint a\nprint a\nend\n");
        Timeline *timeline = open_timeline(text, &talking);
        talk = (Talk){.length = 0};
        assert_int_equal(timeline_record(timeline, POSITION_NEVER, TIMELINE_WHOLE), TIMELINE_END);
        assert_true(timeline_snapshot_count(timeline) > 1);
        timeline_destroy(timeline);
    }
}

static int count_threads(void)
{
    DIR *tasks = opendir("/proc/self/task");
    int count = 0;
    for (struct dirent *entry; (entry = readdir(tasks)) != NULL;)
        count += entry->d_name[0] != '.';
    closedir(tasks);
    return count;
}

/* An endless loop, piece by piece: it gets on, stays small, and can be looked at in between. */
static void test_endless_in_slices(void **state)
{
    int threads = count_threads();
    TimelineOptions small = {.budget = 2 << 20};
    Timeline *timeline = open_timeline(endless, &small);
    uint64_t before = 0;
    View view;
    view_init(&view);
    for (int i = 0; i < 60; i++) {
        assert_int_equal(timeline_record(timeline, POSITION_NEVER, 8000000), TIMELINE_PAUSED);
        uint64_t now = timeline_extent(timeline).last.step;
        assert_true(now > before);
        before = now;
        assert_int_equal(timeline_progress(timeline), now);
        assert_int_equal(timeline_seek(timeline, (Position){now / 2, 0}, &options, &view, NULL), TIMELINE_REACHED);
        assert_int_equal(view.step, now / 2);
    }
    assert_true(timeline_recording_size(timeline) <= (2 << 20) + 65536);
    assert_true(timeline_snapshot_count(timeline) > 3);
    assert_int_equal(count_threads(), threads);
    view_finish(&view);
    timeline_destroy(timeline);
}

static void test_budget_over_50_million_steps(void **state)
{
    TimelineOptions small = {.budget = 4 << 20};
    Timeline *timeline = open_timeline(endless, &small);
    assert_int_equal(timeline_record(timeline, (Position){50000000, 0}, TIMELINE_WHOLE), TIMELINE_REACHED);
    assert_true(timeline_recording_size(timeline) <= (4 << 20) + 65536);
    StopInfo stop;
    for (uint64_t step = 50000000; step > 0; step /= 3) {
        assert_int_equal(timeline_seek(timeline, (Position){step, 0}, NULL, NULL, &stop), TIMELINE_REACHED);
        assert_int_equal(stop.position.step, step);
        assert_int_equal(stop.line, step < 2 ? step + 1 : 3 + (step - 2) % 3);
    }
    assert_true(timeline_recording_size(timeline) <= (4 << 20) + 65536);
    timeline_destroy(timeline);
}

/* Cancel, while it runs, while it spins between events, and before it begins. */

static void *cancel_soon(void *timeline)
{
    nanosleep(&(struct timespec){0, 20000000}, NULL);
    timeline_cancel(timeline);
    return NULL;
}

static void check_cancel(const char *text)
{
    Timeline *timeline = open_timeline(text, NULL);
    for (int i = 0; i < 3; i++) {
        pthread_t thread;
        pthread_create(&thread, NULL, cancel_soon, timeline);
        assert_int_equal(timeline_record(timeline, POSITION_NEVER, TIMELINE_WHOLE), TIMELINE_CANCELLED);
        pthread_join(thread, NULL);
        StopInfo stop;
        assert_int_equal(timeline_seek(timeline, (Position){1, 0}, NULL, NULL, &stop), TIMELINE_CANCELLED);
        timeline_allow(timeline);
        assert_int_equal(timeline_seek(timeline, (Position){1, 0}, NULL, NULL, &stop), TIMELINE_REACHED);
        assert_int_equal(stop.position.step, 1);
    }
    timeline_destroy(timeline);
}

static void test_cancel(void **state)
{
    check_cancel(endless);
    check_cancel("set a 1\nset b 1\nspin\n");
    check_cancel("set a 1\nnative 3 2\nadd b 1\ngoto 3\n");
}

/* An end of input that is none, because the wait was cancelled, is not taken for one. */
static bool wait_in_vain(void *context, const char **text, size_t *length)
{
    Timeline *const *timeline = context;
    timeline_cancel(*timeline);
    return false;
}

static void test_cancelled_input(void **state)
{
    Timeline *timeline = NULL;
    TimelineOptions waiting = {.input = wait_in_vain, .context = &timeline};
    timeline = open_timeline("read a\nprint a\n", &waiting);
    assert_int_equal(timeline_record(timeline, POSITION_NEVER, TIMELINE_WHOLE), TIMELINE_CANCELLED);
    assert_false(timeline_transcript(timeline)->input_ended);
    assert_int_equal(timeline_transcript(timeline)->line_count, 0);
    timeline_destroy(timeline);
}

/* A run of ten million steps: what `bench seek` prints, and that it is far from the 16 ms that are allowed. */
static void test_seek_bench(void **state)
{
    Timeline *timeline = open_timeline(endless, NULL);
    char text[512] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    assert_true(seek_bench_run(timeline, 10000000, &options, out));
    fclose(out);
    double record, p50, p99, max, back50, back99, back_max, heap, recording;
    unsigned long long steps;
    assert_int_equal(sscanf(text, "{\"steps\":%llu,\"record_ms\":%lf,\"seek_ms\":{\"p50\":%lf,\"p99\":%lf,\"max\":%lf},"
                            "\"back_ms\":{\"p50\":%lf,\"p99\":%lf,\"max\":%lf},\"heap_mib\":%lf,\"recording_mib\":%lf}",
                            &steps, &record, &p50, &p99, &max, &back50, &back99, &back_max, &heap, &recording), 10);
    print_message("%s", text);
    assert_int_equal(steps, 10000001);
    assert_true(p99 < 40 && back99 < 40);      /* 16 is promised; a shared machine may be slower */
    assert_true(recording < 64);
    timeline_destroy(timeline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_shows_the_same), cmocka_unit_test(test_torn_stops),
        cmocka_unit_test(test_the_end), cmocka_unit_test(test_a_wrong_source_is_told),
        cmocka_unit_test(test_instructions_both_ways), cmocka_unit_test(test_moves), cmocka_unit_test(test_marks),
        cmocka_unit_test(test_input_and_output_once),
        cmocka_unit_test(test_snapshot_behind_a_slow_step), cmocka_unit_test(test_endless_in_slices),
        cmocka_unit_test(test_budget_over_50_million_steps), cmocka_unit_test(test_cancel),
        cmocka_unit_test(test_cancelled_input), cmocka_unit_test(test_seek_bench),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
