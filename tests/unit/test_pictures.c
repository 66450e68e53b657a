/* Pictures of real programs, compared with golden draw lists: tests/golden/NAME-STEP.txt is what the scene of that step
 * of NAME.py is drawn with. A golden file is made with the argument --write, and only after the picture was looked at;
 * a missing one fails. Reached by another way, the picture must be the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/stage.h"
#include "draw/text.h"
#include "machine/travel.h"
#include "python/python.h"

static const struct { const char *name; uint64_t step; } pictures[] = {
    {"arguments", 6}, {"arguments", 7}, {"arguments", 8}, {"linked", 20}, {"linked", 36}, {"tree", 89}, {"alias", 7},
    {"matrix", 11}, {"closure", 20}, {"shapes", 53}, {"cycle", 6}, {"cycle", 7}, {"dictlists", 43}, {"recursion", 26},
    {"deep", 100}, {"strings", 8},
};

static bool writes;                /* the golden files, instead of comparing */

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t length = 0, room = 1 << 20;
    char *text = malloc(room + 1);
    assert_non_null(text);
    length = fread(text, 1, room, file);
    text[length] = '\0';
    fclose(file);
    return text;
}

typedef struct Run {
    char *text;
    Timeline *timeline;
    TextFonts *fonts;
    TextMeasure measure;
    Stage stage;
} Run;

static void open_run(Run *run, const char *name)
{
    char path[200], error[300];
    SourceError wrong = {0};
    snprintf(path, sizeof path, "tests/golden/%s.py", name);
    run->text = read_file(path);
    assert_non_null(run->text);
    Source source = {name, run->text, strlen(run->text)};
    run->timeline = timeline_create(&python_language, &source, NULL, &wrong);
    assert_non_null(run->timeline);
    run->fonts = text_create(error, sizeof error);
    assert_non_null(run->fonts);
    run->measure = text_measure(run->fonts);
    SceneOptions options = scene_options_default();
    stage_init(&run->stage, run->timeline, &run->measure, &options);
}

static void close_run(Run *run)
{
    stage_finish(&run->stage);
    timeline_destroy(run->timeline);
    text_destroy(run->fonts);
    free(run->text);
}

static char *print_place(Run *run, Position place)
{
    StagePicture picture;
    DrawList list;
    stage_picture_init(&picture);
    draw_list_init(&list);
    assert_int_equal(stage_show(&run->stage, place, &picture), TIMELINE_REACHED);
    scene_draw(&picture.scene, NULL, &list);
    char *text = draw_list_print(&list);
    draw_list_finish(&list);
    stage_picture_finish(&picture);
    return text;
}

static char *print_step(Run *run, uint64_t step) { return print_place(run, (Position){step, 0, 0}); }

/* The last moment of that phase of the collection in a step. */
static Position find_phase(Run *run, uint64_t step, CollectorPhase phase)
{
    ViewOptions options = {.max_objects = 1};
    Position found = {0}, at;
    View view;
    view_init(&view);
    for (uint64_t i = 1; travel_find_moment(run->timeline, step, i, &at) == TIMELINE_REACHED; i++) {
        timeline_seek(run->timeline, at, &options, &view, NULL);
        if (view.collector.phase == phase)
            found = at;
    }
    view_finish(&view);
    assert_true(found.moment > 0);
    return found;
}

/* Tells the first line that differs, for a list is long. */
static void expect_equal(const char *path, const char *got, const char *wanted)
{
    int line = 1;
    size_t start = 0, i = 0;
    for (; got[i] && got[i] == wanted[i]; i++)
        if (got[i] == '\n') {
            line++;
            start = i + 1;
        }
    if (got[i] != wanted[i])
        fail_msg("%s:%d: got %.*s, wanted %.*s", path, line, (int)strcspn(got + start, "\n"), got + start,
                 (int)strcspn(wanted + start, "\n"), wanted + start);
}

static void check_golden(const char *path, const char *got)
{
    if (writes) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fputs(got, file);
        fclose(file);
        return;
    }
    char *wanted = read_file(path);
    if (!wanted)
        fail_msg("%s is missing; look at the picture, then run this test with --write", path);
    expect_equal(path, got, wanted);
    free(wanted);
}

static void test_golden(void **state)
{
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        Run run;
        char path[200];
        open_run(&run, pictures[i].name);
        char *got = print_step(&run, pictures[i].step);
        snprintf(path, sizeof path, "tests/golden/%s-%d.txt", pictures[i].name, (int)pictures[i].step);
        check_golden(path, got);
        free(got);
        close_run(&run);
    }
}

/* The marks of the collector: all sums done, then all divided. */
static void test_collector(void **state)
{
    static const struct { CollectorPhase phase; const char *path; } moments[] = {
        {COLLECTOR_SUBTRACT, "tests/golden/cycle-6-subtract.txt"}, {COLLECTOR_DIVIDE, "tests/golden/cycle-6-divide.txt"},
    };
    for (size_t i = 0; i < 2; i++) {
        Run run;
        open_run(&run, "cycle");
        char *got = print_place(&run, find_phase(&run, 6, moments[i].phase));
        check_golden(moments[i].path, got);
        free(got);
        close_run(&run);
    }
}

/* From the end backwards, and once more forwards. */
static void test_every_way(void **state)
{
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        Run run;
        open_run(&run, pictures[i].name);
        char *first = print_step(&run, pictures[i].step);
        timeline_record(run.timeline, POSITION_NEVER, TIMELINE_WHOLE);
        uint64_t last = timeline_extent(run.timeline).last.step;
        for (uint64_t back = 0; back < 5 && back <= last; back++)
            free(print_step(&run, last - back));
        char *second = print_step(&run, pictures[i].step);
        expect_equal(pictures[i].name, second, first);
        free(first);
        free(second);
        close_run(&run);
    }
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden), cmocka_unit_test(test_collector), cmocka_unit_test(test_every_way)};
    writes = count > 1 && strcmp(words[1], "--write") == 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
