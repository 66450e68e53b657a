/* Lessons: what is read, what is told about wrong ones, how way-points become steps.
 *
 * The wrong lessons lie in tests/lessons, and what is to be said of all of them, in order of their names, in
 * tests/lessons/expected.txt. Run from the top of the repository. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/c.h"
#include "lesson/field.h"
#include "lesson/lesson.h"
#include "lesson/nearest.h"
#include "lesson/place.h"
#include "python/python.h"
#include "toy_machine.h"

/* Writing what is said into a text. */

typedef struct Said {
    FILE *file;
    char *text;
    size_t length;
} Said;

static void said_begin(Said *said)
{
    said->file = open_memstream(&said->text, &said->length);
    assert_non_null(said->file);
}

static const char *said_end(Said *said)
{
    fclose(said->file);
    return said->text;
}

static char *read_all(const char *path)
{
    char *text = calloc(1, 100000);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_true(fread(text, 1, 99999, file) > 0);
    fclose(file);
    return text;
}

/* Wrong lessons. */

static void test_wrong_lessons(void **state)
{
    glob_t found;
    Said said;
    assert_int_equal(glob("tests/lessons/*.json", 0, NULL, &found), 0);
    said_begin(&said);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        size_t count = lesson_check(found.gl_pathv[i], said.file);
        assert_int_equal(count == 0, strstr(found.gl_pathv[i], "/right.json") != NULL);
    }
    char *expected = read_all("tests/lessons/expected.txt");
    assert_string_equal(said_end(&said), expected);
    free(expected);
    free(said.text);
    globfree(&found);
}

static void test_unreadable_files(void **state)
{
    Said said;
    said_begin(&said);
    assert_int_equal(lesson_check("tests/lessons/nowhere.json", said.file), 1);
    assert_int_equal(lesson_check("tests/lessons", said.file), 1);
    assert_null(lesson_load("tests/lessons/nowhere.json", said.file));
    assert_string_equal(said_end(&said), "tests/lessons/nowhere.json: No such file or directory\n"
                        "tests/lessons: is a directory; name a file in it\n"
                        "tests/lessons/nowhere.json: No such file or directory\n");
    free(said.text);
}

/* At the limit of the size, and one byte beyond. */
static void test_size_limit(void **state)
{
    char path[] = "/tmp/refarrows-lesson-XXXXXX", *right = read_all("tests/lessons/right.json");
    size_t length = strlen(right);
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    FILE *file = fdopen(handle, "wb");
    fputs(right, file);
    for (size_t i = length; i < LESSON_LARGEST; i++)
        fputc(' ', file);
    fflush(file);
    assert_int_equal(lesson_check(path, stderr), 0);
    fputc(' ', file);
    fclose(file);
    Said said;
    said_begin(&said);
    assert_int_equal(lesson_check(path, said.file), 1);
    assert_non_null(strstr(said_end(&said), "is larger than 1 MiB"));
    remove(path);
    free(said.text);
    free(right);
}

/* At the limit of nesting, and one bracket beyond. */
static void test_depth_limit(void **state)
{
    for (int depth = LESSON_DEEPEST; depth <= LESSON_DEEPEST + 1; depth++) {
        char text[200] = "";
        Said said;
        memset(text, '[', (size_t)depth);
        memset(text + depth, ']', (size_t)depth);
        said_begin(&said);
        assert_null(lesson_parse("deep.json", text, strlen(text), said.file));
        assert_string_equal(said_end(&said), depth == LESSON_DEEPEST
                            ? "deep.json:1:1: a lesson is one object in braces\n"
                            : "deep.json:1:33: brackets are nested deeper than 32, which no lesson needs\n");
        free(said.text);
    }
}

/* Right lessons. */

static void test_load(void **state)
{
    Lesson *lesson = lesson_load("tests/lessons/right.json", stderr);
    assert_non_null(lesson);
    assert_string_equal(lesson->title, "A lesson");
    assert_string_equal(lesson->course, "A course");
    assert_string_equal(lesson->language, "python");
    assert_string_equal(lesson->program, "a = 1\n\nb = a\n");
    assert_string_equal(lesson->program_name, "right.py");
    assert_int_equal(lesson_source(lesson).length, lesson->program_length);
    assert_null(lesson->level);
    assert_int_equal(lesson->waypoint_count, 2);
    assert_int_equal(lesson->waypoints[0].kind, WAYPOINT_AFTER);
    assert_int_equal(lesson->waypoints[1].kind, WAYPOINT_LINE);
    assert_int_equal(lesson->waypoints[1].number, 3);
    assert_true(lesson->waypoints[1].has_question);
    assert_int_equal(lesson->waypoints[1].question.choice_count, 2);
    assert_int_equal(lesson->waypoints[1].question.answer, 0);
    assert_int_equal(lesson->waypoints[1].source_line, 9);
    lesson_destroy(lesson);
    lesson_destroy(NULL);
}

static bool asks_something(const Lesson *lesson)
{
    for (uint32_t i = 0; i < lesson->waypoint_count; i++)
        if (lesson->waypoints[i].has_question)
            return true;
    return false;
}

static const MachineLanguage *language_of(const Lesson *lesson)
{
    return strcmp(lesson->language, "c") == 0 ? &c_language : &python_language;
}

/* How many way-points the lesson's own program never comes to. */
static size_t unreached(Lesson *lesson)
{
    Source source = lesson_source(lesson);
    SourceError error;
    Timeline *timeline = timeline_create(language_of(lesson), &source, NULL, &error);
    assert_non_null(timeline);
    size_t count = lesson_resolve(lesson, timeline, stderr);
    timeline_destroy(timeline);
    return count;
}

/* Whether every way-point is the one that is shown at its step: of two at the same step only the first is. */
static bool all_shown(const Lesson *lesson)
{
    for (uint32_t i = 0; i < lesson->waypoint_count; i++)
        if (lesson_waypoint_at(lesson, lesson->waypoints[i].step) != &lesson->waypoints[i]) {
            print_error("%s: way-point %u shares its step with an earlier one\n", lesson->title, i + 1);
            return false;
        }
    return true;
}

static void test_shipped_lessons(void **state)
{
    glob_t found;
    assert_int_equal(glob("lessons/[0-9]*.json", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 30);
    int orders[200] = {0};
    for (size_t i = 0; i < found.gl_pathc; i++) {
        Lesson *lesson = lesson_load(found.gl_pathv[i], stderr);
        assert_non_null(lesson);
        for (size_t k = 0; k < i; k++)
            assert_int_not_equal(lesson->order, orders[k]);
        orders[i] = lesson->order;
        assert_non_null(lesson->goal);
        assert_non_null(lesson->intro);
        assert_non_null(lesson->exercise);
        assert_true(lesson->waypoint_count >= 3);
        assert_true(asks_something(lesson));
        assert_int_equal(unreached(lesson), 0);
        assert_true(all_shown(lesson));
        lesson_destroy(lesson);
    }
    globfree(&found);
}

/* Resolving, with the toy machine's language. */

static Lesson *make_lesson(const char *program, const char *waypoints)
{
    char text[2000];
    snprintf(text, sizeof text, "{\"format\": \"refarrows-lesson\", \"version\": 1, \"title\": \"t\","
             " \"course\": \"c\",\n\"program\": \"%s\", \"waypoints\": [%s]}", program, waypoints);
    Lesson *lesson = lesson_parse("toy.json", text, strlen(text), stderr);
    assert_non_null(lesson);
    return lesson;
}

static Timeline *make_timeline(const Lesson *lesson)
{
    SourceError error;
    Source source = lesson_source(lesson);
    Timeline *timeline = timeline_create(&toy_language, &source, NULL, &error);
    assert_non_null(timeline);
    return timeline;
}

/* The step of every event of a run, by what is asked for: the n-th time a line is about to run, or an event comes. */
typedef struct Hunt {
    StepEvent event;
    int line, occurrence;
    uint64_t step;
} Hunt;

static RunAnswer hunt_visit(void *context, const StopInfo *stop)
{
    Hunt *hunt = context;
    if (stop->event == hunt->event && (hunt->line == 0 || stop->line == hunt->line) && --hunt->occurrence == 0)
        hunt->step = stop->position.step;
    return (RunAnswer){false, {stop->position.step + 1, 0}};
}

static uint64_t hunt(Timeline *timeline, StepEvent event, int line, int occurrence)
{
    Hunt it = {event, line, occurrence, LESSON_NOWHERE};
    timeline_visit(timeline, (Position){0, 0}, hunt_visit, &it, TIMELINE_WHOLE);
    assert_true(it.step != LESSON_NOWHERE);
    return it.step;
}

/* A loop of three rounds, each with a call. */
#define TOY_PROGRAM "set a 3\\ncall 5\\nloop a 2\\nend\\nadd b 1\\nreturn"

static void test_resolve(void **state)
{
    Lesson *lesson = make_lesson(TOY_PROGRAM,
        "{\"at\": {\"line\": 2, \"occurrence\": 2}, \"say\": \"x\"}, {\"at\": {\"after\": 2}, \"say\": \"x\"},"
        "{\"at\": {\"step\": 4}, \"say\": \"x\"}, {\"at\": {\"event\": \"end\"}, \"say\": \"x\"},"
        "{\"at\": {\"event\": \"call\", \"occurrence\": 3}, \"say\": \"x\"}");
    Timeline *timeline = make_timeline(lesson);
    assert_int_equal(lesson_resolve(lesson, timeline, NULL), 0);
    assert_int_equal(lesson->waypoints[0].step, hunt(timeline, STEP_LINE, 2, 2));
    assert_int_equal(lesson->waypoints[1].step, hunt(timeline, STEP_LINE, 3, 1));
    assert_int_equal(lesson->waypoints[2].step, 4);
    assert_int_equal(lesson->waypoints[3].step, hunt(timeline, STEP_END, 0, 1));
    assert_int_equal(lesson->waypoints[4].step, hunt(timeline, STEP_CALL, 0, 3));
    assert_ptr_equal(lesson_waypoint_at(lesson, 4), &lesson->waypoints[2]);
    assert_null(lesson_waypoint_at(lesson, 0));
    timeline_destroy(timeline);
    lesson_destroy(lesson);
}

/* The toy machine counts a up to 3 and then down, in three rounds. */
static void test_resolve_when(void **state)
{
    Said said;
    Lesson *lesson = make_lesson("set a 1\\nadd a 1\\nadd a 1\\nset a 0\\nset a 5\\nend",
        "{\"at\": {\"when\": \"a == 3\"}, \"say\": \"x\"},\n{\"at\": {\"when\": \"a > 1\", \"occurrence\": 2}, \"say\": \"x\"},\n"
        "{\"at\": {\"when\": \"a > 1\", \"occurrence\": 3}, \"say\": \"x\"}");
    Timeline *timeline = make_timeline(lesson);
    said_begin(&said);
    assert_int_equal(lesson_resolve(lesson, timeline, said.file), 1);
    assert_string_equal(said_end(&said),
        "toy.json:4:1: way-point 3 (when a > 1, time 3) is never reached; move it or change the program\n");
    assert_int_equal(lesson->waypoints[0].step, hunt(timeline, STEP_LINE, 4, 1));
    assert_int_equal(lesson->waypoints[1].step, hunt(timeline, STEP_END, 0, 1));
    free(said.text);
    timeline_destroy(timeline);
    lesson_destroy(lesson);
}

static void test_never_reached(void **state)
{
    Said said;
    Lesson *lesson = make_lesson("goto 3\\nset a 1\\nend", "{\"at\": {\"line\": 2}, \"say\": \"x\"},\n"
        "{\"at\": {\"event\": \"call\", \"function\": \"f\"}, \"say\": \"x\"},\n"
        "{\"at\": {\"line\": 1, \"occurrence\": 2}, \"say\": \"x\"},\n{\"at\": {\"line\": 1}, \"say\": \"x\"}");
    Timeline *timeline = make_timeline(lesson);
    said_begin(&said);
    assert_int_equal(lesson_resolve(lesson, timeline, said.file), 3);
    assert_string_equal(said_end(&said),
        "toy.json:2:50: way-point 1 (line 2) is never reached; move it or change the program\n"
        "toy.json:3:1: way-point 2 (call of f) is never reached; move it or change the program\n"
        "toy.json:4:1: way-point 3 (line 1, time 2) is never reached; move it or change the program\n");
    free(said.text);
    timeline_destroy(timeline);
    lesson_destroy(lesson);
}

/* An endless program: resolving ends all the same. */
static void test_endless(void **state)
{
    Lesson *lesson = make_lesson("goto 1\\nend", "{\"at\": {\"line\": 2}, \"say\": \"x\"}");
    Timeline *timeline = make_timeline(lesson);
    assert_int_equal(lesson_resolve(lesson, timeline, NULL), 1);
    timeline_destroy(timeline);
    lesson_destroy(lesson);
}

/* The pieces. */

static void test_places(void **state)
{
    static const char text[] = "{\n \"a\": [1, {\"b\\\"\": \"é\", \"c\": 2}],\n \"a\": 3 }";
    Place place;
    assert_true(place_find(text, strlen(text), "/a", false, 0, &place));
    assert_int_equal(place.line * 100 + place.column, 207);
    assert_true(place_find(text, strlen(text), "/a", true, 0, &place));
    assert_int_equal(place.line * 100 + place.column, 202);
    assert_true(place_find(text, strlen(text), "/a", true, 1, &place));
    assert_int_equal(place.line * 100 + place.column, 302);
    assert_true(place_find(text, strlen(text), "/a/1/c", false, 0, &place));
    assert_int_equal(place.line * 100 + place.column, 229);
    assert_false(place_find(text, strlen(text), "/a/2", false, 0, &place));
    assert_false(place_find(text, strlen(text), "/b", false, 0, &place));
    assert_true(place_find(text, strlen(text), "", false, 0, &place));
    assert_int_equal(place.line * 100 + place.column, 101);
}

static void test_nearest(void **state)
{
    static const char *const words[] = {"title", "order", "hide", NULL};
    assert_string_equal(nearest_word("titel", words), "title");
    assert_string_equal(nearest_word("Order", words), "order");
    assert_string_equal(nearest_word("hid", words), "hide");
    assert_null(nearest_word("zebra", words));
    assert_null(nearest_word("", words));
    assert_null(nearest_word("a word that is far longer than any key of a lesson could ever be", words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong_lessons), cmocka_unit_test(test_unreadable_files),
        cmocka_unit_test(test_size_limit), cmocka_unit_test(test_depth_limit), cmocka_unit_test(test_load),
        cmocka_unit_test(test_shipped_lessons), cmocka_unit_test(test_resolve), cmocka_unit_test(test_resolve_when), cmocka_unit_test(test_never_reached),
        cmocka_unit_test(test_endless), cmocka_unit_test(test_places), cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
