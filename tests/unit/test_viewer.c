/* The viewer and its worker, on a real thread with the toy machine: commands lead where they should, an endless program
 * can be stepped, scrubbed and left, the same step gives the same picture by every way. */
#include "app/arrange.h"
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

static const char short_program[] = "set a 3\nset b 7\nadd a b\nprint a\nset c 5\nend\n";

static void commands_lead_where_they_should(void **state)
{
    Run run;
    open_run(&run, short_program);
    expect_step(&run, 0);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 1);
    for (int i = 0; i < 3; i++)
        viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 4);
    assert_int_equal(run.viewer.page->output_length, 3);
    assert_memory_equal(run.viewer.page->output, "10\n", 3);
    viewer_command(&run.viewer, COMMAND_BACK);
    expect_step(&run, 3);
    expect_end(&run);
    viewer_command(&run.viewer, COMMAND_LAST);
    expect_step(&run, run.viewer.last_step);
    viewer_command(&run.viewer, COMMAND_FIRST);
    expect_step(&run, 0);
    close_run(&run);
}

static void a_step_looks_the_same_by_every_way(void **state)
{
    Run run;
    uint64_t forwards[6];
    open_run(&run, short_program);
    expect_step(&run, 0);
    expect_end(&run);
    for (uint64_t step = 0; step < 6; step++) {
        expect_step(&run, step);
        forwards[step] = picture_hash(&run);
        viewer_command(&run.viewer, COMMAND_FORWARD);
    }
    for (int i = 5; i >= 0; i--) {
        worker_seek(run.viewer.worker, (Position){(uint64_t)(i * 7 % 6), 0});
        expect_step(&run, (uint64_t)(i * 7 % 6));
        assert_true(picture_hash(&run) == forwards[i * 7 % 6]);
    }
    for (uint64_t step = 0; step < 5; step++)
        assert_true(forwards[step] != forwards[step + 1]);
    close_run(&run);
}

static void an_endless_program_can_be_left(void **state)
{
    Run run;
    open_run(&run, "set a 1\nadd a 1\ngoto 2\n");
    expect_step(&run, 0);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 1);
    worker_seek(run.viewer.worker, (Position){100000, 0});
    worker_seek(run.viewer.worker, (Position){5000, 0});
    expect_step(&run, 5000);
    viewer_command(&run.viewer, COMMAND_BACK);
    expect_step(&run, 4999);
    assert_false(run.viewer.ended);
    close_run(&run);
}

/* Line 2 never ends. The steps before it are shown all the same, a move into it can be taken back. */
static void a_spinning_program_can_be_left(void **state)
{
    Run run;
    open_run(&run, "set a 1\nspin\n");
    expect_step(&run, 0);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 1);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    pause_ms(100);
    viewer_command(&run.viewer, COMMAND_FIRST);
    expect_step(&run, 0);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 1);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    pause_ms(800);
    viewer_command(&run.viewer, COMMAND_BACK);
    expect_step(&run, 0);
    close_run(&run);
}

static void keys_are_found(void **state)
{
    assert_int_equal(keys_find(SDLK_RIGHT, KMOD_NONE), COMMAND_FORWARD);
    assert_int_equal(keys_find(SDLK_RIGHT, KMOD_LSHIFT), COMMAND_OVER);
    assert_int_equal(keys_find(SDLK_RIGHT, KMOD_RCTRL | KMOD_NUM), COMMAND_INSTRUCTION);
    assert_int_equal(keys_find(SDLK_SLASH, KMOD_SHIFT), COMMAND_HELP);
    assert_int_equal(keys_find(SDLK_SLASH, KMOD_NONE), COMMAND_FIND);
    assert_int_equal(keys_find(SDLK_EQUALS, KMOD_SHIFT), COMMAND_LARGER);
    assert_int_equal(keys_find(SDLK_F4, KMOD_ALT), COMMAND_NONE);
    assert_int_equal(keys_find(SDLK_F12, KMOD_NONE), COMMAND_NONE);
    size_t count;
    assert_non_null(keys_help(&count));
    assert_true(count > 10);
}

static void the_search_finds_names(void **state)
{
    Run run;
    open_run(&run, short_program);
    expect_step(&run, 0);
    viewer_command(&run.viewer, COMMAND_FIND);
    viewer_type(&run.viewer, "b");
    assert_string_equal(run.viewer.highlight, "frame:0/b");
    assert_false(run.viewer.find_missed);
    viewer_type(&run.viewer, "\xC3\xA9zz");
    assert_true(run.viewer.find_missed);
    for (int i = 0; i < 10; i++)
        viewer_erase(&run.viewer);
    assert_string_equal(run.viewer.find, "");
    viewer_command(&run.viewer, COMMAND_ESCAPE);
    assert_false(run.viewer.finding);
    assert_false(run.viewer.quit);
    viewer_command(&run.viewer, COMMAND_ESCAPE);
    assert_true(run.viewer.quit);
    close_run(&run);
}

static void the_timeline_is_scrubbed(void **state)
{
    Run run;
    open_run(&run, short_program);
    expect_step(&run, 0);
    expect_end(&run);
    picture_hash(&run);
    PanelModel model = {.last_step = run.viewer.last_step};
    ScreenPlan plan = screen_plan(1280, 720, &model);
    viewer_press(&run.viewer, plan.track.x + plan.track.w, plan.track.y);
    expect_step(&run, run.viewer.last_step);
    viewer_point(&run.viewer, plan.track.x + plan.track.w * 2 / (float)run.viewer.last_step, 5);
    expect_step(&run, 2);
    viewer_release(&run.viewer, 0, 0);
    viewer_point(&run.viewer, plan.track.x, plan.track.y);
    pause_ms(30);
    expect_step(&run, 2);
    close_run(&run);
}

static void what_was_done_is_noted(void **state)
{
    Run run;
    Notes notes = {.refuse = true};
    open_noted(&run, "a = [1]\nb = a\nb.append(2)\nc = 1\n", &notes, 2);
    expect_step(&run, 2);
    assert_string_equal(run.viewer.notice, "resumed at step 2; Home goes to the beginning");
    expect_end(&run);
    viewer_command(&run.viewer, COMMAND_BACK);
    expect_step(&run, 1);
    assert_string_equal(run.viewer.notice, "");
    assert_int_equal(notes.count, 0);
    viewer_command(&run.viewer, COMMAND_PREDICT);
    QuizQuestion question;
    assert_true(quiz_question(&run.viewer.quiz, run.viewer.page, NULL, &question));
    uint32_t wrong = question.answer == 0;
    char belief[40];
    snprintf(belief, sizeof belief, "%s", question.beliefs[wrong]);
    viewer_command(&run.viewer, (Command)(COMMAND_CHOOSE_1 + wrong));
    assert_int_equal(notes.count, 1);
    assert_true(notes.last.answered && !notes.last.right);
    assert_string_equal(notes.last.belief, belief);
    assert_string_not_equal(belief, "right");
    assert_int_equal(notes.last.step, 1);
    assert_int_equal(notes.last.furthest, 2);
    assert_string_equal(run.viewer.notice, "the disk is full");
    viewer_command(&run.viewer, COMMAND_CHOOSE_1);      /* an answer counts once */
    assert_int_equal(notes.count, 1);
    viewer_command(&run.viewer, COMMAND_LAST);
    expect_step(&run, run.viewer.last_step);
    uint64_t last = run.viewer.last_step;
    close_run(&run);
    assert_int_equal(notes.count, 2);
    assert_true(!notes.last.answered && notes.last.reached_end);
    assert_int_equal(notes.last.step, last);
    assert_int_equal(notes.last.last_step, last);
}

/* Replaces what is shown by another text, as when its file changes. The caller destroys the timeline given back. */
static Timeline *replace(Run *run, const char *text)
{
    Source source = {"noted.py", text, strlen(text), NULL};
    SourceError error;
    Timeline *old = run->timeline;
    ViewerOptions options = run->viewer.options;
    run->timeline = timeline_create(&python_language, &source, NULL, &error);
    assert_non_null(run->timeline);
    options.source = text;
    options.source_length = strlen(text);
    options.worker.timeline = run->timeline;
    options.resumed = false;
    options.reloaded = true;
    assert_true(viewer_replace(&run->viewer, &options));
    return old;
}

static void a_file_read_again_keeps_step_and_look(void **state)
{
    Run run;
    Notes notes = {0};
    open_noted(&run, "a = [1]\nb = a\nc = 1\n", &notes, 0);
    expect_step(&run, 0);
    worker_seek(run.viewer.worker, (Position){2, 0});
    expect_step(&run, 2);
    viewer_command(&run.viewer, COMMAND_THEME);
    viewer_command(&run.viewer, COMMAND_LARGER);
    const Theme *theme = run.viewer.theme;
    float enlarged = run.viewer.enlarged;
    timeline_destroy(replace(&run, "a = [1]\nb = [a, a]\nc = 1\n"));
    expect_step(&run, 2);
    assert_string_equal(run.viewer.notice, "the file has changed and was read again");
    assert_ptr_equal(run.viewer.theme, theme);
    assert_true(run.viewer.enlarged == enlarged);
    const View *view = &run.viewer.page->stage.view;
    int32_t b = view->slots[view->frames[0].first_slot + 1].target;
    assert_int_equal(view->objects[b].length, 2);
    timeline_destroy(replace(&run, "a = 1\n"));         /* there is no step 2 any more */
    expect_end(&run);
    expect_step(&run, run.viewer.last_step);
    close_run(&run);
}

static void click_line(Run *run, int line)
{
    DrawList list;
    draw_list_init(&list);
    viewer_draw(&run->viewer, 1280, 720, &viewer_measure, &list);
    draw_list_finish(&list);
    for (size_t i = 0; i < run->viewer.hits.count; i++) {
        PanelHit hit = run->viewer.hits.items[i];
        if (hit.target != TARGET_CODE || hit.value != line)
            continue;
        viewer_press(&run->viewer, hit.rect.x + 5, hit.rect.y + hit.rect.h / 2);
        viewer_release(&run->viewer, hit.rect.x + 5, hit.rect.y + hit.rect.h / 2);
        return;
    }
    fail_msg("line %d cannot be clicked", line);
}

static void expect_marks(Run *run, size_t breakpoints)
{
    size_t count = 0;
    for (int i = 0; i < 2000; i++) {
        viewer_update(&run->viewer);
        const WorkerTicks *ticks = run->viewer.ticks;
        count = 0;
        for (uint32_t k = 0; ticks && k < ticks->count; k++)
            count += ticks->items[k].breakpoint;
        if (ticks && count == breakpoints)
            return;
        pause_ms(5);
    }
    fail_msg("%zu steps are marked, not %zu", count, breakpoints);
}

static void breakpoints_are_marked_on_the_timeline(void **state)
{
    Run run;
    open_python(&run, "for i in range(3):\n    a = i\nb = 2\n");
    expect_step(&run, 0);
    expect_end(&run);
    expect_marks(&run, 0);
    click_line(&run, 2);
    expect_marks(&run, 3);
    click_line(&run, 3);
    expect_marks(&run, 4);
    click_line(&run, 2);
    expect_marks(&run, 1);
    close_run(&run);
}

/* Until it is known, or known no more, how the step differs from the one kept. */
static void expect_comparison(Run *run, bool there)
{
    for (int i = 0; i < 2000; i++) {
        viewer_update(&run->viewer);
        if (!run->viewer.busy && run->viewer.page && run->viewer.page->stage.comparison.is_there == there)
            return;
        pause_ms(5);
    }
    fail_msg("the comparison %s", there ? "does not come" : "does not end");
}

/* What a frame of the animation draws; `unsettled` 0 is the step at rest. */
static uint64_t hash_while(Run *run, float unsettled)
{
    DrawList list;
    draw_list_init(&list);
    run->viewer.unsettled = unsettled;
    viewer_draw(&run->viewer, 1280, 720, &viewer_measure, &list);
    uint64_t hash = draw_list_hash(&list);
    run->viewer.unsettled = 0;
    draw_list_finish(&list);
    return hash;
}

/* An arrow that moved draws back, a frame that was pushed or popped slides: for as long as the animation lasts. */
static void what_goes_is_shown_going(void **state)
{
    Run run;
    open_python(&run, "def f(a):\n    return a\nx = [1]\nx = [2]\nf(x)\nx = 3\n");
    expect_step(&run, 0);
    expect_end(&run);
    hash_while(&run, 0);
    expect_comparison(&run, false);
    worker_seek(run.viewer.worker, (Position){2, 0});
    expect_step(&run, 2);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 3);
    const Scene *before = &run.viewer.left->stage.scene;
    uint32_t gone = 0;
    for (uint32_t i = 0; i < before->arrow_count; i++)
        gone += run.viewer.passing.gone_arrows[i];
    assert_true(gone >= 1 && gone < before->arrow_count);
    uint64_t rest = hash_while(&run, 0), half = hash_while(&run, 0.5f);
    assert_true(half != rest && hash_while(&run, 0.25f) != half && hash_while(&run, 0) == rest);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 4);
    const Scene *now = &run.viewer.page->stage.scene;
    for (uint32_t i = 0; i < now->box_count; i++)
        assert_int_equal(run.viewer.passing.new_frames[i], i == 1);
    worker_seek(run.viewer.worker, (Position){1, 0});          /* back: nothing is kept */
    expect_step(&run, 1);
    assert_null(run.viewer.left);
    viewer_command(&run.viewer, COMMAND_MOTION);
    viewer_command(&run.viewer, COMMAND_FORWARD);
    expect_step(&run, 2);
    assert_null(run.viewer.left);      /* nothing is animated */
    close_run(&run);
}

/* With the keyboard alone: to the Edit button, which opens the editor, and along the timeline. */
static void every_control_is_reached_by_keys(void **state)
{
    static const uint8_t wanted[] = {
        TARGET_FIRST, TARGET_BACK, TARGET_FORWARD, TARGET_LAST, TARGET_TRACK, TARGET_LEVEL, TARGET_THEME, TARGET_HELP,
        TARGET_CODE, TARGET_EDIT, TARGET_SPLIT, TARGET_PREDICT,
    };
    bool reached[TARGET_EVENT + 1] = {false};
    Run run;
    open_python(&run, "a = [1]\nb = a\nfor i in range(100):\n    pass\n");
    expect_step(&run, 0);
    expect_end(&run);
    picture_hash(&run);
    for (int area = 0; area < AREA_COUNT; area++) {
        viewer_command(&run.viewer, COMMAND_NEXT_AREA);
        for (int thing = 0; thing < 20; thing++) {
            reached[run.viewer.key_focus.target] = true;
            viewer_command(&run.viewer, COMMAND_NEXT_THING);
        }
    }
    for (size_t i = 0; i < sizeof wanted; i++)
        assert_true(reached[wanted[i]]);
    run.viewer.key_focus = (KeyFocus){.area = AREA_TIMELINE, .target = TARGET_TRACK};
    viewer_command(&run.viewer, COMMAND_GO_RIGHT);
    expect_step(&run, run.viewer.last_step / 20);
    viewer_command(&run.viewer, COMMAND_PREDICT);      /* Enter is no leap */
    viewer_command(&run.viewer, COMMAND_GO_LEFT);
    expect_step(&run, 0);
    close_run(&run);
}

static void an_opened_list_goes_on(void **state)
{
    Run run;
    open_python(&run, "a = list(range(1000))\nb = 1\n");
    expect_step(&run, 0);
    worker_seek(run.viewer.worker, (Position){1, 0});
    expect_step(&run, 1);
    const View *view = &run.viewer.page->stage.view;
    uint64_t number = view->objects[view->slots[view->frames[0].first_slot].target].number;
    char id[40];
    snprintf(id, sizeof id, "object:%llu", (unsigned long long)number);
    for (uint32_t listed = 200; listed <= 1000; listed = listed * 2 < 1000 || listed == 1000 ? listed * 2 : 1000) {
        const Page *old = run.viewer.page;
        uint32_t box, cell;
        assert_true(scene_find(&old->stage.scene, id, &box, &cell));
        Rect rect = old->stage.scene.boxes[box].rect;
        assert_true(old->stage.scene.boxes[box].more != 0);
        assert_true(arrange_click(&run.viewer, id, (Point){rect.x + 20, rect.y + rect.h - 5}));
        for (int i = 0; i < 2000 && (run.viewer.page == old || run.viewer.busy); i++) {
            viewer_update(&run.viewer);
            pause_ms(5);
        }
        view = &run.viewer.page->stage.view;
        assert_int_equal(view->objects[view_find_object(view, number)].slot_count, listed);
        if (listed == 1000)
            break;
    }
    close_run(&run);
}

static uint32_t count_changed(const Scene *scene)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < scene->cell_count; i++)
        count += scene->cells[i].changed;
    return count;
}

static void two_steps_are_compared(void **state)
{
    Run run;
    open_python(&run, "a = [1]\nb = a\na = [2, 3]\nb = None\nc = 5\n");
    expect_step(&run, 0);
    expect_end(&run);
    worker_seek(run.viewer.worker, (Position){2, 0});
    expect_step(&run, 2);
    picture_hash(&run);                /* drawn once, the panel tells the scene how much room it has */
    expect_comparison(&run, false);
    uint64_t alone = picture_hash(&run);
    viewer_command(&run.viewer, COMMAND_COMPARE);
    expect_comparison(&run, true);
    assert_string_equal(run.viewer.page->stage.comparison.words, "no difference");
    worker_seek(run.viewer.worker, (Position){4, 0});
    expect_step(&run, 4);
    const Comparison *comparison = &run.viewer.page->stage.comparison;
    assert_string_equal(comparison->words, "1 new object, 1 freed, 2 references changed");
    assert_false(comparison->kept_is_later);
    assert_int_equal(count_changed(&comparison->scenes[COMPARED_KEPT]), 2);    /* where the list was held, */
    assert_int_equal(count_changed(&comparison->scenes[COMPARED_SHOWN]), 2);   /* what is held there now */
    picture_hash(&run);
    expect_comparison(&run, true);
    uint64_t forwards = picture_hash(&run);
    viewer_command(&run.viewer, COMMAND_FIRST);
    expect_step(&run, 0);
    assert_true(run.viewer.page->stage.comparison.kept_is_later);
    assert_string_equal(run.viewer.page->stage.comparison.words, "1 new object, 2 references changed");
    worker_seek(run.viewer.worker, (Position){4, 0});
    expect_step(&run, 4);
    assert_true(picture_hash(&run) == forwards);
    viewer_command(&run.viewer, COMMAND_KEPT_STEP);
    expect_step(&run, 2);
    picture_hash(&run);
    viewer_press_menu(&run.viewer, 1250, 600);         /* by the mouse alone: where nothing is */
    assert_string_equal(run.viewer.menu.words[0], "Compare no more");
    arrange_take_entry(&run.viewer, 0);
    expect_comparison(&run, false);
    viewer_press_menu(&run.viewer, 1250, 600);
    arrange_take_entry(&run.viewer, 0);
    expect_comparison(&run, true);
    viewer_command(&run.viewer, COMMAND_ESCAPE);
    expect_comparison(&run, false);
    picture_hash(&run);
    expect_comparison(&run, false);
    assert_true(picture_hash(&run) == alone);
    close_run(&run);
}

static void breakpoints_stop_a_run_both_ways(void **state)
{
    Run run;
    open_run(&run, short_program);
    expect_step(&run, 0);
    viewer_command(&run.viewer, COMMAND_RUN);
    assert_string_equal(run.viewer.notice, "click a line of the code first: that sets a breakpoint");
    click_line(&run, 3);
    click_line(&run, 5);
    viewer_command(&run.viewer, COMMAND_RUN);
    viewer_command(&run.viewer, COMMAND_RUN);
    expect_step(&run, 4);
    assert_int_equal(run.viewer.page->stage.stop.line, 5);
    viewer_command(&run.viewer, COMMAND_BACK_RUN);
    expect_step(&run, 2);
    assert_int_equal(run.viewer.page->stage.stop.line, 3);
    click_line(&run, 5);               /* removed: nothing stops the run before its end */
    viewer_command(&run.viewer, COMMAND_RUN);
    expect_step(&run, 5);
    close_run(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breakpoints_are_marked_on_the_timeline), cmocka_unit_test(an_opened_list_goes_on),
        cmocka_unit_test(every_control_is_reached_by_keys),
        cmocka_unit_test(what_goes_is_shown_going),
        cmocka_unit_test(breakpoints_stop_a_run_both_ways), cmocka_unit_test(two_steps_are_compared),
        cmocka_unit_test(commands_lead_where_they_should), cmocka_unit_test(a_step_looks_the_same_by_every_way),
        cmocka_unit_test(an_endless_program_can_be_left), cmocka_unit_test(a_spinning_program_can_be_left),
        cmocka_unit_test(keys_are_found), cmocka_unit_test(the_search_finds_names),
        cmocka_unit_test(the_timeline_is_scrubbed),
        cmocka_unit_test(what_was_done_is_noted), cmocka_unit_test(a_file_read_again_keeps_step_and_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
