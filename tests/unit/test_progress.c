/* Progress: what is counted, what its file looks like, and what becomes of files that cannot be read. The file's life
 * under kill -9 is tests/cli/progress_killed.py's business. */
#include "lesson/progress_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[100], path[200], error[500];

static int make_folder(void **state)
{
    snprintf(folder, sizeof folder, "/tmp/test_progress-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/progress.json", folder);
    error[0] = '\0';
    return 0;
}

static int remove_folder(void **state)
{
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void expect_content(const char *name, const char *text)
{
    char got[4000];
    FILE *file = fopen(name, "r");
    assert_non_null(file);
    got[fread(got, 1, sizeof got - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(got, text);
}

static void learn(Progress *progress)
{
    ProgressLesson *lesson = progress_lesson(progress, "08-a-cycle");
    progress_show(lesson, 12, 30, false);
    progress_show(lesson, 7, 30, false);
    progress_answer(lesson, true, "same", "right");
    progress_answer(lesson, false, "count", "count-by-name");
    progress_answer(lesson, false, "count", "count-by-name");
    for (uint64_t i = 0; i < PROGRESS_WRONG + 2; i++)
        progress_wrong(lesson, i, "How many?", "2", "\"3\"");
}

static void expect_learnt(const Progress *progress)
{
    const ProgressLesson *lesson = progress_find(progress, "08-a-cycle");
    assert_non_null(lesson);
    assert_int_equal(lesson->last, 7);
    assert_int_equal(lesson->furthest, 12);
    assert_int_equal(lesson->steps, 30);
    assert_false(lesson->ended);
    assert_int_equal(lesson->asked, 3);
    assert_int_equal(lesson->right, 1);
    assert_int_equal(lesson->mistake_count, 1);
    assert_string_equal(lesson->mistakes[0].kind, "count");
    assert_string_equal(lesson->mistakes[0].belief, "count-by-name");
    assert_int_equal(lesson->mistakes[0].times, 2);
    assert_int_equal(progress_resume(lesson), 7);
    assert_int_equal(lesson->wrong_count, PROGRESS_WRONG);
    assert_int_equal(lesson->wrong[0].step, 2);        /* the oldest are forgotten */
    assert_string_equal(lesson->wrong[PROGRESS_WRONG - 1].ask, "How many?");
    assert_string_equal(lesson->wrong[0].right, "\"3\"");
}

static void test_counting(void **state)
{
    Progress progress;
    progress_init(&progress);
    assert_null(progress_find(&progress, "08-a-cycle"));
    assert_int_equal(progress_resume(NULL), 0);
    assert_true(progress_part(NULL) == 0);
    learn(&progress);
    expect_learnt(&progress);
    ProgressLesson *lesson = progress_lesson(&progress, "08-a-cycle");
    assert_true(progress_part(lesson) > 0.39f && progress_part(lesson) < 0.41f);
    progress_show(lesson, 30, 30, true);
    assert_true(lesson->ended && progress_part(lesson) == 1);
    assert_int_equal(progress_resume(lesson), 0);      /* what was gone through begins again */
    progress_show(lesson, 5, 30, false);
    assert_true(lesson->ended);
    assert_int_equal(progress_resume(lesson), 5);
    progress_finish(&progress);
}

static void test_round_trip(void **state)
{
    Progress saved, loaded;
    char deep[150];
    snprintf(deep, sizeof deep, "%s/data/refarrows", folder);
    progress_init(&saved);
    progress_init(&loaded);
    assert_true(progress_load(&loaded, deep, error, sizeof error));    /* nothing there yet */
    assert_int_equal(loaded.count, 0);
    learn(&saved);
    assert_true(progress_save(&saved, deep, error, sizeof error));
    assert_true(progress_load(&loaded, deep, error, sizeof error));
    expect_learnt(&loaded);
    progress_finish(&saved);
    progress_finish(&loaded);
}

/* Two windows, each with a lesson of its own. */
static void test_two_writers(void **state)
{
    Progress one, two;
    progress_init(&one);
    progress_init(&two);
    learn(&one);
    progress_show(progress_lesson(&two, "other"), 3, 9, false);
    assert_true(progress_save(&one, folder, error, sizeof error));
    assert_true(progress_save(&two, folder, error, sizeof error));
    expect_learnt(&two);
    progress_answer(progress_lesson(&two, "other"), true, "same", "right");
    assert_true(progress_save(&two, folder, error, sizeof error));
    assert_true(progress_save(&one, folder, error, sizeof error));
    assert_int_equal(progress_find(&one, "other")->asked, 1);
    expect_learnt(&one);
    progress_finish(&one);
    progress_finish(&two);
}

static const char *const unreadable[] = {
    "", "{", "[]", "null", "42", "not JSON", "{}", "{\"format\": \"refarrows-progress\"}",
    "{\"format\": \"refarrows-progress\", \"version\": 2, \"lessons\": {}}",
    "{\"format\": \"refarrows-progress\", \"version\": 1, \"lessons\": []}",
    "{\"format\": \"refarrows-progress\", \"version\": 1, \"lessons\": {}} more",
    "{\"format\": \"refarrows-progress\", \"version\": 1, \"lessons\": {\"a\": 1}}",
    "{\"format\": \"refarrows-progress\", \"version\": 1, \"lessons\": {\"a\": {\"last\": -1, \"furthest\": 0,"
    " \"steps\": 0, \"ended\": false, \"asked\": 0, \"right\": 0, \"mistakes\": []}}}",
    "{\"format\": \"refarrows-progress\", \"version\": 1, \"lessons\": {\"a\": {\"last\": 1e99, \"furthest\": 0,"
    " \"steps\": 0, \"ended\": false, \"asked\": 0, \"right\": 0, \"mistakes\": []}}}",
    "{\"format\": \"refarrows-progress\", \"version\": 1, \"lessons\": {\"a\": {\"last\": 1, \"furthest\": 0,"
    " \"steps\": 0, \"ended\": false, \"asked\": 0, \"right\": 0, \"mistakes\": [{\"kind\": 3}]}}}",
};

enum { UNREADABLE_COUNT = sizeof unreadable / sizeof *unreadable };

/* Each is set aside under a name of its own and stays as it was; saving goes on. */
static void test_unreadable(void **state)
{
    char aside[300];
    for (size_t i = 0; i < UNREADABLE_COUNT; i++) {
        Progress progress;
        progress_init(&progress);
        put(path, unreadable[i]);
        assert_false(progress_load(&progress, folder, error, sizeof error));
        assert_int_equal(progress.count, 0);
        snprintf(aside, sizeof aside, "%s.unreadable-%zu", path, i + 1);
        assert_non_null(strstr(error, aside));
        expect_content(aside, unreadable[i]);
        learn(&progress);
        assert_true(progress_save(&progress, folder, error, sizeof error));
        progress_finish(&progress);
    }
    snprintf(aside, sizeof aside, "%s.unreadable-1", path);
    expect_content(aside, unreadable[0]);
}

/* It became unreadable after it was loaded. */
static void test_unreadable_when_saving(void **state)
{
    char aside[300];
    Progress progress;
    progress_init(&progress);
    learn(&progress);
    put(path, "{ half");
    assert_true(progress_save(&progress, folder, error, sizeof error));
    snprintf(aside, sizeof aside, "%s.unreadable-1", path);
    expect_content(aside, "{ half");
    progress_finish(&progress);
    assert_true(progress_load(&progress, folder, error, sizeof error));
    expect_learnt(&progress);
    progress_finish(&progress);
}

/* What bears the file's name is no file. */
static void test_no_file(void **state)
{
    Progress progress;
    progress_init(&progress);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(progress_load(&progress, folder, error, sizeof error));
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(progress_load(&progress, folder, error, sizeof error));
    assert_false(progress_load(&progress, NULL, error, sizeof error));
    assert_false(progress_save(&progress, NULL, error, sizeof error));
    put(path, "");
    assert_false(progress_save(&progress, path, error, sizeof error));         /* the folder is a file */
    progress_finish(&progress);
}

/* The disk is full after some bytes: the old file stays, nothing half-written is left. */
static void test_full_disk(void **state)
{
    char left[300];
    Progress progress, loaded;
    struct rlimit old, small;
    progress_init(&progress);
    progress_init(&loaded);
    learn(&progress);
    assert_true(progress_save(&progress, folder, error, sizeof error));
    progress_answer(progress_lesson(&progress, "other"), true, "same", "right");
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    small = (struct rlimit){100, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool saved = progress_save(&progress, folder, error, sizeof error);
    setrlimit(RLIMIT_FSIZE, &old);
    assert_false(saved);
    assert_non_null(strstr(error, "could not be saved"));
    snprintf(left, sizeof left, "%s.new", path);
    assert_int_not_equal(access(left, F_OK), 0);
    assert_true(progress_load(&loaded, folder, error, sizeof error));
    expect_learnt(&loaded);
    assert_null(progress_find(&loaded, "other"));
    assert_true(progress_save(&progress, folder, error, sizeof error));        /* there is room again */
    progress_finish(&progress);
    progress_finish(&loaded);
}

static void test_folder(void **state)
{
    static const struct { const char *data, *home, *folder; } cases[] = {
        {"/data", "/home/ada", "/data/refarrows"}, {NULL, "/home/ada", "/home/ada/.local/share/refarrows"},
        {"", "/home/ada", "/home/ada/.local/share/refarrows"}, {"here", "/home/ada", "/home/ada/.local/share/refarrows"},
        {NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsetenv("XDG_DATA_HOME");
        unsetenv("HOME");
        if (cases[i].data)
            setenv("XDG_DATA_HOME", cases[i].data, 1);
        if (cases[i].home)
            setenv("HOME", cases[i].home, 1);
        char *found = progress_folder();
        if (cases[i].folder)
            assert_string_equal(found, cases[i].folder);
        else
            assert_null(found);
        free(found);
    }
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counting), IN_FOLDER(test_round_trip), IN_FOLDER(test_two_writers),
        IN_FOLDER(test_unreadable), IN_FOLDER(test_unreadable_when_saving), IN_FOLDER(test_no_file),
        IN_FOLDER(test_full_disk), cmocka_unit_test(test_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
