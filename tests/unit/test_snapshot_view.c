/* What a snapshot says about its view is read as it was written, and nonsense is not believed. */
#include "app/snapshot_view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_view_is_read_as_it_was_written(void **state)
{
    SnapshotView view = {.width = 1280, .height = 720, .scale = 1.5, .enlarged = 1.125, .theme = "dark", .level = 3,
                         .full = true, .present = true, .zoom = 2.25, .pan_x = -12.5, .pan_y = 40,
                         .inside = {.instruction = 4, .moment = 2},
                         .compares = true, .kept = {7, 3, 0}};
    SnapshotView read;
    choice_toggle(&view.choices.opened, 12);
    choice_toggle(&view.choices.opened, 4660);
    choice_toggle(&view.choices.folded, 7);
    choice_toggle_word(&view.choices.hidden, "tmp");
    choice_toggle_word(&view.choices.hidden, "unsigned int *, 100%");
    choice_toggle_word(&view.choices.folded_types, "dict");
    view.left = 0.3;
    strcpy(view.choices.focus, "a=b");
    choice_pin(&view.choices, (ChoicePin){12, 1, 300.5f});
    choice_pin(&view.choices, (ChoicePin){13, -1, 3});
    char *text = snapshot_view_print(&view);
    assert_null(strchr(text, '\n'));
    snapshot_view_read(&read, text);
    char *again = snapshot_view_print(&read);
    assert_string_equal(text, again);
    assert_int_equal(read.width, 1280);
    assert_true(read.compares && read.kept.step == 7 && read.kept.instruction == 3);
    assert_true(read.present && read.full && choice_has(&read.choices.opened, 4660));
    assert_string_equal(read.choices.hidden.words[1], "unsigned int *, 100%");
    assert_string_equal(read.choices.focus, "a=b");
    assert_int_equal(read.choices.pins[1].column, -1);
    free(text);
    free(again);
}

static void nonsense_is_not_believed(void **state)
{
    static const char *const texts[] = {
        "", "=", "size=-1x5 zoom=nan scale=1e9 level=77 pan=inf,2", "zoom", "opened=,,,,1 pins=1:2 hidden=,,%",
        "theme=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa focus=%%%%%2", "hidden=a,a,a,a",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        SnapshotView read;
        snapshot_view_read(&read, texts[i]);
        assert_int_equal(read.width, 0);
        assert_true(read.zoom == 1 && read.scale == 1 && read.level == 2 && read.pan_y == 0);
        assert_int_equal(read.choices.pin_count, 0);
        assert_true(strlen(read.theme) < sizeof read.theme);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_view_is_read_as_it_was_written),
        cmocka_unit_test(nonsense_is_not_believed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
