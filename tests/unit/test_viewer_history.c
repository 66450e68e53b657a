/* The card of the viewer: who holds this, what happened to it, which calls have ended. */
#include "app/holders.h"
#include "viewer_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "c/c.h"
#include "python/python.h"
#include "toy_machine.h"

/* Waits for the whole answer about the object asked about, at the step shown. */
static void expect_answer(Run *run, uint64_t number)
{
    assert_true(holders_ask(&run->viewer, number));
    for (int i = 0; i < 2000; i++) {
        viewer_update(&run->viewer);
        const Answer *answer = run->viewer.answer;
        if (answer && answer->question.object == number && answer->has_history
            && position_compare(answer->at, run->viewer.page->stage.stop.position) == 0)
            return;
        pause_ms(5);
    }
    fail_msg("no answer about object %llu", (unsigned long long)number);
}

static void expect_event(const Run *run, size_t which, const char *what, const char *when)
{
    assert_true(which < run->viewer.event_count);
    assert_string_equal(run->viewer.events[which].what, what);
    assert_string_equal(run->viewer.events[which].when ? run->viewer.events[which].when : "", when);
}

static void wait_for_history(Run *run)
{
    for (int i = 0; i < 2000; i++) {
        viewer_update(&run->viewer);
        const Answer *answer = run->viewer.answer;
        if (answer && answer->has_history && chronicle_same(&answer->question, &run->viewer.asked)
            && position_compare(answer->at, run->viewer.page->stage.stop.position) == 0)
            return;
        pause_ms(5);
    }
    fail_msg("no history of what is asked about");
}

static void a_name_and_an_object_have_histories(void **state)
{
    static const char program[] = "x = 1\nx = [1]\nx.append(2)\nx[0] = 'a'\nx.sort(key=str, reverse=True)\n"
                                  "del x\ny = 0\n";
    Run run;
    open_python(&run, program);
    expect_step(&run, 0);
    expect_end(&run);
    worker_seek(run.viewer.worker, (Position){3, 0});
    expect_step(&run, 3);
    assert_true(viewer_click_thing(&run.viewer, "frame:0/x"));
    wait_for_history(&run);
    expect_event(&run, 0, "x in module", "");
    expect_event(&run, 1, "bound to the int 1", "line 1, step 1");
    expect_event(&run, 2, "rebound to the list [1]", "line 2, step 2");
    expect_event(&run, 3, "unbound", "line 6, step 6");
    expect_event(&run, 4, "the object", "");
    expect_event(&run, 5, "made", "line 2, step 2");
    expect_event(&run, 6, "item 1 was added: the int 2", "line 3, step 3");
    assert_true(run.viewer.events[6].is_now);
    expect_event(&run, 7, "item 0 is now the str 'a'", "line 4, step 4");
    expect_event(&run, 8, "freed", "line 6, step 6");
    assert_int_equal(run.viewer.event_count, 9);
    assert_true(viewer_click_thing(&run.viewer, "frame:0/y"));         /* not bound: there is no object */
    wait_for_history(&run);
    assert_string_equal(run.viewer.asked_words, "y in module");
    expect_event(&run, 0, "bound to the int 0", "line 7, step 7");
    close_run(&run);
}

static void calls_that_ended_are_listed(void **state)
{
    static const char program[] = "def f(n):\n    if n:\n        return n + f(n - 1)\n    return 0\n"
                                  "def g():\n    yield 1\ndef h(x):\n    return x[1]\nf(1)\nnext(g())\n"
                                  "try:\n    h([])\nexcept IndexError:\n    pass\n";
    Run run;
    open_python(&run, program);
    expect_step(&run, 0);
    expect_end(&run);
    viewer_command(&run.viewer, COMMAND_CALLS);
    wait_for_history(&run);
    expect_event(&run, 0, "none yet", "");
    viewer_command(&run.viewer, COMMAND_LAST);
    expect_step(&run, run.viewer.last_step);
    wait_for_history(&run);
    assert_string_equal(run.viewer.asked_words, "Calls that have ended");
    assert_string_equal(run.viewer.events[0].what, "f returned the int 0; n = the int 0");
    assert_string_equal(run.viewer.events[1].what, "f returned the int 1; n = the int 1");
    assert_string_equal(run.viewer.events[2].what, "g was left by the GeneratorExit()");       /* nobody kept it */
    assert_non_null(strstr(run.viewer.events[3].what, "h was left by the IndexError('list index out of range'); x = "));
    assert_int_equal(run.viewer.event_count, 4);
    viewer_command(&run.viewer, COMMAND_CALLS);
    assert_false(chronicle_is_asked(&run.viewer.asked));
    worker_seek(run.viewer.worker, (Position){run.viewer.event_steps[3] - 1, 0});        /* on its way */
    expect_step(&run, run.viewer.event_steps[3] - 1);
    const View *view = &run.viewer.page->stage.view;
    const ViewFrame *frame = &view->frames[view->frame_count - 1];
    const ViewSlot *last = &view->slots[frame->first_slot + frame->slot_count - 1];
    assert_int_equal(last->role, ROLE_RAISED);
    assert_true(view_text_equals(view, view->objects[last->target].type, "IndexError"));
    close_run(&run);
}

/* What lies in a block, and when a variable was written: C's values stand where they are. */
static void c_has_histories_too(void **state)
{
    static const char program[] = "#include <stdlib.h>\nint main(void)\n{\n    int *p = malloc(8);\n"
                                  "    p[0] = 3;\n    p[0] = 4;\n"
                                  "    free(p);\n    int x = 1;\n    x = 2;\n    return x;\n}\n";
    Run run;
    open_in(&run, &c_language, program);
    expect_step(&run, 0);
    expect_end(&run);
    worker_seek(run.viewer.worker, (Position){5, 0});
    expect_step(&run, 5);
    assert_true(viewer_click_thing(&run.viewer, "frame:0/p"));
    wait_for_history(&run);
    assert_string_equal(run.viewer.asked_words, "Who still points at the freed int[2]?");
    assert_string_equal(run.viewer.asked_count, "");
    assert_string_equal(run.viewer.events[2].what, "the object");
    expect_event(&run, 3, "made", "line 4, step 2");
    expect_event(&run, 4, "item 0 set to 3", "line 5, step 3");
    expect_event(&run, 5, "item 0 set to 4", "line 6, step 4");
    expect_event(&run, 6, "freed", "line 7, step 5");
    assert_int_equal(run.viewer.event_count, 7);
    assert_true(viewer_click_thing(&run.viewer, "frame:0/x"));
    wait_for_history(&run);
    assert_string_equal(run.viewer.asked_words, "x in main");
    expect_event(&run, 0, "set to 1", "line 8, step 6");
    expect_event(&run, 1, "set to 2", "line 9, step 7");
    close_run(&run);
}

static void an_object_is_asked_about(void **state)
{
    static const char program[] = "a = [1]\nb = a\na = None\nb = None\nc = 1\n";
    Run run;
    open_python(&run, program);
    expect_step(&run, 0);
    expect_end(&run);
    worker_seek(run.viewer.worker, (Position){2, 0});
    expect_step(&run, 2);
    const View *view = &run.viewer.page->stage.view;
    uint64_t number = view->objects[view->slots[view->frames[0].first_slot].target].number;
    expect_answer(&run, number);
    assert_int_equal(run.viewer.holder_count, 2);
    assert_string_equal(run.viewer.holders[0].name, "a");
    assert_string_equal(run.viewer.holders[1].place, "in module");
    assert_string_equal(run.viewer.holders[1].since, "since step 2");
    expect_event(&run, 0, "made", "line 1, step 1");
    expect_event(&run, 1, "freed", "line 4, step 4");
    assert_string_equal(run.viewer.asked_why, "");
    worker_seek(run.viewer.worker, (Position){run.viewer.answer->death_step, 0});
    expect_step(&run, 4);
    expect_answer(&run, number);
    assert_int_equal(run.viewer.holder_count, 0);
    expect_event(&run, 1, "freed", "line 4, step 4");
    assert_true(run.viewer.events[1].is_now);
    assert_non_null(strstr(run.viewer.asked_why, "its last reference was b in module"));
    assert_false(holders_ask(&run.viewer, 99999999));
    close_run(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_object_is_asked_about),
        cmocka_unit_test(a_name_and_an_object_have_histories),
        cmocka_unit_test(calls_that_ended_are_listed),
        cmocka_unit_test(c_has_histories_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
