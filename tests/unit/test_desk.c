/* The desk: what is kept of a window is there again, and what is wrong with its file does no harm. */
#include "app/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char folder[100], path[200], error[500];

static int make_folder(void **state)
{
    snprintf(folder, sizeof folder, "/tmp/test_desk-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/desk.json", folder);
    return 0;
}

static int remove_folder(void **state)
{
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static Desk arranged(void)
{
    Desk desk = {.shares = {0.25f, 0.5f, 0.125f}};
    choice_pin(&desk.choices, (ChoicePin){.number = 12, .column = 2, .y = 300});
    choice_toggle(&desk.choices.opened, 4);
    choice_toggle(&desk.choices.folded, 5);
    choice_toggle_word(&desk.choices.folded_types, "dict");
    choice_toggle_word(&desk.choices.hidden, "i");
    strcpy(desk.choices.focus, "head");
    desk.step = 9;
    return desk;
}

static void what_was_kept_is_there_again(void **state)
{
    Desk kept = arranged(), found = {0}, other = {0};
    assert_true(desk_keep(folder, "/a.py", 7, &kept, error, sizeof error));
    assert_true(desk_keep(folder, "/b.py", 7, &other, error, sizeof error));
    desk_recall(folder, "/a.py", 7, &found);
    assert_memory_equal(&found.choices, &kept.choices, sizeof found.choices);
    assert_true(found.shares.left == 0);               /* the panels are as they were left last, by whatever program */
    assert_int_equal(found.step, 9);
    desk_recall(folder, "/b.py", 7, &other);
    assert_int_equal(other.step, 0);
    assert_true(other.choices.pin_count == 0 && !choice_hides(&other.choices));
}

/* Numbers mean nothing in another run. */
static void another_source_takes_up_names_only(void **state)
{
    Desk kept = arranged(), found = {0};
    assert_true(desk_keep(folder, "/a.py", 7, &kept, error, sizeof error));
    desk_recall(folder, "/a.py", 8, &found);
    assert_int_equal(found.step, 0);
    assert_true(found.choices.pin_count == 0 && found.choices.opened.count == 0 && found.choices.folded.count == 0);
    assert_string_equal(found.choices.focus, "head");
    assert_string_equal(found.choices.hidden.words[0], "i");
    assert_true(found.shares.left == 0.25f && found.shares.words == 0.5f && found.shares.output == 0.125f);
}

static void the_first_of_too_many_goes(void **state)
{
    Desk kept = arranged(), found = {0};
    char key[40];
    for (int i = 0; i <= DESK_PROGRAMS; i++) {
        snprintf(key, sizeof key, "/%d.py", i);
        assert_true(desk_keep(folder, key, 7, &kept, error, sizeof error));
    }
    desk_recall(folder, "/0.py", 7, &found);
    assert_int_equal(found.choices.pin_count, 0);
    desk_recall(folder, "/1.py", 7, &found);
    assert_int_equal(found.choices.pin_count, 1);
}

static void a_wrong_file_does_no_harm(void **state)
{
#define DESK "{\"format\":\"refarrows-desk\",\"version\":1,"
#define A_PY DESK "\"programs\":{\"/a.py\":{\"source\":\"0000000000000007\","
    static const char *const texts[] = {
        "", "{", "[]", "null", "7", "{\"format\":\"refarrows-desk\",\"version\":2}", DESK "\"programs\":[1]}",
        DESK "\"programs\":{\"/a.py\":3},\"panels\":{\"left\":\"wide\",\"words\":-1,\"output\":1e300}}",
        A_PY "\"pins\":[[1,2],[\"x\"],7,{},[-1,-1,-1],[1e300,1,1],[5,1e9,1]],\"opened\":[0,-4,1e300,\"a\",[]]}}}",
        A_PY "\"hidden\":[1,\"\",\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"],\"focus\":[]}}}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Desk found = {0}, kept = arranged();
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_true(fputs(texts[i], file) >= 0);
        assert_int_equal(fclose(file), 0);
        desk_recall(folder, "/a.py", 7, &found);
        assert_true(found.shares.left == 0 && found.shares.words == 0 && found.shares.output == 0);
        assert_true(!choice_hides(&found.choices) && found.choices.opened.count == 0);
        assert_true(desk_keep(folder, "/a.py", 7, &kept, error, sizeof error));
        found = (Desk){0};
        desk_recall(folder, "/a.py", 7, &found);
        assert_memory_equal(&found.choices, &kept.choices, sizeof found.choices);
    }
}

static void where_it_cannot_be_kept_that_is_told(void **state)
{
    Desk kept = arranged(), found = {0};
    assert_false(desk_keep("/dev/null/no", "/a.py", 7, &kept, error, sizeof error));
    assert_non_null(strstr(error, "/dev/null/no"));
    desk_recall("/dev/null/no", "/a.py", 7, &found);
    assert_int_equal(found.choices.pin_count, 0);
    assert_true(desk_keep(NULL, "/a.py", 7, &kept, error, sizeof error));      /* nobody asked for it */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_kept_is_there_again, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(another_source_takes_up_names_only, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(the_first_of_too_many_goes, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_wrong_file_does_no_harm, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(where_it_cannot_be_kept_that_is_told, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
