/* The watch: what counts as a change of a file, and what does not. */
#include "cli/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[100], path[200], other[200];

static int begin(void **state)
{
    snprintf(folder, sizeof folder, "/tmp/test_watch-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/program.py", folder);
    snprintf(other, sizeof other, "%s/program.py.new", folder);
    return 0;
}

static int end(void **state)
{
    unlink(path);
    unlink(other);
    return rmdir(folder);
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void a_change_counts_once_it_has_settled(void **state)
{
    Watch watch;
    put(path, "a = 1\n");
    watch_begin(&watch, path);
    assert_false(watch_changed(&watch));
    put(path, "a = 1\nb =");
    assert_false(watch_changed(&watch));       /* somebody may still be writing */
    put(path, "a = 1\nb = 2\n");
    assert_false(watch_changed(&watch));
    assert_true(watch_changed(&watch));
    assert_false(watch_changed(&watch));       /* that is known now */
}

/* As editors save: a new file takes the old one's name. */
static void a_file_in_its_place_is_a_change(void **state)
{
    Watch watch;
    put(path, "a = 1\n");
    watch_begin(&watch, path);
    put(other, "a = 2\n");
    assert_int_equal(unlink(path), 0);
    assert_false(watch_changed(&watch));       /* gone for a moment */
    assert_int_equal(rename(other, path), 0);
    assert_false(watch_changed(&watch));
    assert_true(watch_changed(&watch));
}

static void what_is_no_file_never_changes(void **state)
{
    Watch watch;
    watch_begin(&watch, NULL);
    assert_false(watch_changed(&watch));
    watch_begin(&watch, "/nowhere/program.py");
    assert_false(watch_changed(&watch));
    put(path, "a = 1\n");
    watch_begin(&watch, path);
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(watch_changed(&watch) || watch_changed(&watch));
    rmdir(path);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_change_counts_once_it_has_settled), IN_FOLDER(a_file_in_its_place_is_a_change),
        IN_FOLDER(what_is_no_file_never_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
