/* The learner's draft of the next step against what the machine does. */
#include "lesson/interpreter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "machine/timeline.h"
#include "python/python.h"

static const char program[] = "a = [1, 2]\nb = a\nb = [3]\nn = 4\nm = n\ndel a\ns = 'x y'\ndef f():\n    pass\nf()\n";

typedef struct Step {
    Timeline *timeline;
    View before, after;
    Interpreter draft;
    bool can;
} Step;

static void open_step(Step *step, uint64_t at)
{
    SourceError error;
    ViewOptions options = {0};
    Source source = {"draft.py", program, sizeof program - 1};
    step->timeline = timeline_create(&python_language, &source, NULL, &error);
    assert_non_null(step->timeline);
    view_init(&step->before);
    view_init(&step->after);
    assert_int_equal(timeline_seek(step->timeline, (Position){at, 0}, &options, &step->before, NULL), TIMELINE_REACHED);
    assert_int_equal(timeline_seek(step->timeline, (Position){at + 1, 0}, &options, &step->after, NULL),
                     TIMELINE_REACHED);
    step->can = interpreter_begin(&step->draft, &step->before, &step->after);
}

static void close_step(Step *step)
{
    view_finish(&step->before);
    view_finish(&step->after);
    timeline_destroy(step->timeline);
}

static uint32_t row_of(const Step *step, const char *name)
{
    for (uint32_t i = 0; i < step->draft.count; i++)
        if (strcmp(step->draft.names[i].name, name) == 0)
            return i;
    fail_msg("no name %s", name);
    return 0;
}

static const DraftName *compare(Step *step, const char *name)
{
    interpreter_compare(&step->draft, &step->before, &step->after);
    return &step->draft.names[row_of(step, name)];
}

static void nothing_done_is_wrong(void **state)
{
    Step step;
    open_step(&step, 1);                           /* b = a */
    assert_true(step.can);
    const DraftName *b = compare(&step, "b");
    assert_false(b->right);
    assert_string_equal(b->truth, "the list [1, 2], which a names");
    assert_int_equal(step.draft.wrong, 1);
    close_step(&step);
}

static void an_alias_is_the_same_object(void **state)
{
    Step step;
    open_step(&step, 1);
    uint32_t b = row_of(&step, "b"), a = row_of(&step, "a");
    interpreter_bind(&step.draft, b, step.draft.names[a].object);
    assert_true(compare(&step, "b")->right);
    assert_int_equal(step.draft.wrong, 0);
    interpreter_unbind(&step.draft, b);            /* too late */
    assert_int_equal(step.draft.names[b].state, DRAFT_KNOWN);
    close_step(&step);
}

static void a_copy_is_not(void **state)
{
    Step step;
    open_step(&step, 1);
    interpreter_type(&step.draft, row_of(&step, "b"), "[1, 2]");
    assert_false(compare(&step, "b")->right);
    close_step(&step);
}

static void a_new_object_is_typed(void **state)
{
    static const struct { const char *typed; bool right; } tries[] = {
        {"[3]", true}, {"[ 3 ]", true}, {"[3, 3]", false}, {"3", false}, {"[3", false},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        Step step;
        open_step(&step, 2);                       /* b = [3] */
        interpreter_type(&step.draft, row_of(&step, "b"), tries[i].typed);
        assert_int_equal(compare(&step, "b")->right, tries[i].right);
        close_step(&step);
    }
}

static void numbers_have_no_identity_that_matters(void **state)
{
    Step step;
    open_step(&step, 4);                           /* m = n */
    interpreter_type(&step.draft, row_of(&step, "m"), "4");
    assert_true(compare(&step, "m")->right);
    close_step(&step);
}

static void quotes_may_differ(void **state)
{
    Step step;
    open_step(&step, 6);                           /* s = 'x y' */
    interpreter_type(&step.draft, row_of(&step, "s"), "\"x y\"");
    assert_true(compare(&step, "s")->right);
    close_step(&step);
}

static void a_name_can_go(void **state)
{
    Step step;
    open_step(&step, 5);                           /* del a */
    assert_string_equal(step.draft.names[row_of(&step, "a")].name, "a");
    interpreter_unbind(&step.draft, row_of(&step, "a"));
    assert_true(compare(&step, "a")->right);
    close_step(&step);
}

static void letters_are_taken_back(void **state)
{
    Step step;
    char words[80];
    open_step(&step, 2);
    uint32_t b = row_of(&step, "b");
    interpreter_type(&step.draft, b, "\xC3\xA9");
    interpreter_words(&step.draft.names[b], &step.before, words, sizeof words);
    assert_string_equal(words, "new: \xC3\xA9");
    interpreter_erase(&step.draft, b);
    interpreter_words(&step.draft.names[b], &step.before, words, sizeof words);
    assert_string_equal(words, "the list [1, 2]");
    for (int i = 0; i < 40; i++)
        interpreter_type(&step.draft, b, "1234");  /* no further than there is room */
    assert_true(strlen(step.draft.names[b].typed) < INTERPRETER_WORDS);
    close_step(&step);
}

static void a_call_is_not_drafted(void **state)
{
    Step step;
    open_step(&step, 8);                           /* f() */
    assert_int_equal(step.after.event, STEP_CALL);
    assert_false(step.can);
    close_step(&step);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_done_is_wrong), cmocka_unit_test(an_alias_is_the_same_object),
        cmocka_unit_test(a_copy_is_not), cmocka_unit_test(a_new_object_is_typed),
        cmocka_unit_test(numbers_have_no_identity_that_matters), cmocka_unit_test(quotes_may_differ),
        cmocka_unit_test(a_name_can_go), cmocka_unit_test(letters_are_taken_back),
        cmocka_unit_test(a_call_is_not_drafted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
