/* Two runs side by side: what is alike is the same thing in both, and what differs is counted. */
#include "app/compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/other_run.h"
#include "app/line_search.h"
#include "machine/timeline.h"
#include "python/python.h"

static float width(void *fonts, const TextStyle *style, const char *text, size_t length)
{
    return (float)length * style->size / 2;
}

static const TextMeasure measure = {width, NULL};

typedef struct Run { Timeline *timeline; const char *text; View view; StopInfo stop; } Run;

static void open_run(Run *run, const char *text, uint64_t step)
{
    SourceError error;
    ViewOptions options = {0};
    Source source = {"runs.py", text, strlen(text)};
    run->text = text;
    run->timeline = timeline_create(&python_language, &source, NULL, &error);
    assert_non_null(run->timeline);
    view_init(&run->view);
    timeline_seek(run->timeline, (Position){step, 0}, &options, &run->view, &run->stop);
}

static void close_run(Run *run)
{
    view_finish(&run->view);
    timeline_destroy(run->timeline);
}

static void expect_words(const char *old, const char *new, uint64_t step, const char *words)
{
    Run one, two;
    Comparison comparison;
    SceneOptions scene = scene_options_default();
    ViewOptions options = {0};
    const CompareManner manner = {&measure, &scene, &options, NULL};
    open_run(&one, old, step);
    open_run(&two, new, step);
    comparison_init(&comparison);
    comparison_make_runs(&comparison, &one.view, one.stop.position, &two.view, &manner);
    assert_true(comparison.is_there && comparison.of_runs);
    assert_string_equal(comparison.words, words);
    comparison_finish(&comparison);
    close_run(&one);
    close_run(&two);
}

static void what_differs_is_counted(void **state)
{
    expect_words("a = [1]\nb = a\n", "a = [1]\nb = a\n", 2, "no difference");
    expect_words("a = [1]\nb = a\n", "a = [1]\nb = a[:]\n", 2, "2 references differ");       /* b, and b[0] of its list */
    expect_words("a = [1, 2]\nb = a\n", "a = [1, 3]\nb = a\n", 2, "1 reference differs");
    expect_words("a = {'k': [1]}\n", "a = {'k': [1]}\n", 1, "no difference");
}

static uint64_t counterpart(const char *old, const char *new, uint64_t step)
{
    Run one, two;
    open_run(&one, old, 0);
    open_run(&two, new, step);
    OtherRun other = {one.timeline, NULL, old, strlen(old)};
    Position at = other_run_find(&other, two.timeline, &two.stop, new, strlen(new));
    close_run(&one);
    close_run(&two);
    return at.step;
}

static void the_corresponding_step_is_found(void **state)
{
    const char *old = "for i in range(3):\n    x = i\ny = 1\n", *new = "z = 0\nfor i in range(3):\n    x = i\ny = 1\n";
    assert_int_equal(counterpart(old, old, 4), 4);
    assert_int_equal(counterpart(old, new, 4), 3);     /* the same line for the same time */
    assert_int_equal(counterpart(old, new, 8), 7);
    assert_int_equal(line_search_moved(2, old, strlen(old), new, strlen(new)), 3);
    assert_int_equal(line_search_moved(3, new, strlen(new), old, strlen(old)), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_differs_is_counted), cmocka_unit_test(the_corresponding_step_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
