/* The quiz over a real run: what it asks at a step, how an answer is marked and counted, and that a question is gone
 * with its page. */
#include "app/quiz.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "python/python.h"

static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

static const TextMeasure measure = {half_width, NULL};
static const char program[] = "a = [1]\nb = a\nb = None\nprint(a)\n";

typedef struct Run {
    Timeline *timeline;
    Stage stage;
    Page page;
    Quiz quiz;
} Run;

static char *line_of(void *context, int line)
{
    const char *at = program;
    for (int i = 1; *at && i < line; i++)
        at = strchr(at, '\n') + 1;
    return strndup(at, strcspn(at, "\n"));
}

static void open_run(Run *run, uint64_t step)
{
    static const PageWords words = {.source_line = line_of};
    SourceError error;
    SceneOptions scene = scene_options_default();
    Source source = {"quiz.py", program, sizeof program - 1};
    run->timeline = timeline_create(&python_language, &source, NULL, &error);
    assert_non_null(run->timeline);
    stage_init(&run->stage, run->timeline, &measure, &scene);
    page_init(&run->page);
    assert_int_equal(page_make(&run->page, &run->stage, (Position){step, 0}, &words), TIMELINE_REACHED);
    quiz_init(&run->quiz);
}

static void close_run(Run *run)
{
    page_finish(&run->page);
    stage_finish(&run->stage);
    timeline_destroy(run->timeline);
}

static void a_question_is_asked_marked_and_counted(void **state)
{
    Run run;
    QuizQuestion question;
    open_run(&run, 1);                 /* b = a is next */
    quiz_ask(&run.quiz, &run.page, NULL);
    assert_true(run.quiz.open);
    assert_true(quiz_question(&run.quiz, &run.page, NULL, &question));
    assert_string_equal(question.ask, "After `b = a`, will a and b refer to one object, so that `a is b` is True?");
    uint32_t wrong = question.answer == 0 ? 1 : 0;
    quiz_choose(&run.quiz, &question, wrong);
    assert_int_equal(run.quiz.asked, 1);
    assert_int_equal(run.quiz.right, 0);
    assert_memory_equal(run.quiz.verdict, "Not so. ", 8);
    quiz_choose(&run.quiz, &question, question.answer);
    assert_int_equal(run.quiz.asked, 1);       /* the first answer counts */
    quiz_ask(&run.quiz, &run.page, NULL);
    assert_true(quiz_question(&run.quiz, &run.page, NULL, &question));
    quiz_choose(&run.quiz, &question, question.answer);
    assert_int_equal(run.quiz.right, 1);
    assert_memory_equal(run.quiz.verdict, "Right.", 6);
    close_run(&run);
}

static void an_object_can_be_the_answer(void **state)
{
    Run run;
    QuizQuestion question;
    open_run(&run, 1);
    uint64_t list = run.page.stage.view.objects[0].number;
    quiz_ask(&run.quiz, &run.page, NULL);
    do {
        quiz_ask(&run.quiz, &run.page, NULL);
        assert_true(quiz_question(&run.quiz, &run.page, NULL, &question));
    } while (strstr(question.ask, "which object will b refer to") == NULL);
    assert_false(quiz_choose_object(&run.quiz, &question, list + 1000));
    assert_true(quiz_choose_object(&run.quiz, &question, list));
    assert_int_equal(run.quiz.right, 1);
    close_run(&run);
}

/* The first wrong answer is answered by a hint, once, and counts. */
static void a_wrong_answer_gives_a_hint(void **state)
{
    Run run;
    QuizQuestion question;
    PanelModel model = {0};
    open_run(&run, 1);
    quiz_ask(&run.quiz, &run.page, NULL);
    assert_true(quiz_question(&run.quiz, &run.page, NULL, &question));
    assert_int_equal(question.choice_count, 3);
    uint32_t wrong = (question.answer + 1) % 3, other = (question.answer + 2) % 3;
    quiz_choose(&run.quiz, &question, wrong);
    assert_false(quiz_is_answered(&run.quiz));
    assert_non_null(strstr(run.quiz.verdict, question.answers[wrong]));
    assert_non_null(strstr(run.quiz.verdict, "Once more?"));
    quiz_fill(&run.quiz, &run.page, NULL, &model);
    assert_int_equal(model.missed, wrong + 1);
    assert_int_equal(model.chosen, -1);
    quiz_choose(&run.quiz, &question, wrong);          /* the same again is no answer */
    assert_false(quiz_is_answered(&run.quiz));
    quiz_choose(&run.quiz, &question, other);
    assert_true(quiz_is_answered(&run.quiz));
    assert_int_equal(run.quiz.asked, 1);
    assert_int_equal(run.quiz.right, 0);
    close_run(&run);
}

static bool ask_for_number(Run *run, QuizQuestion *question)
{
    for (int i = 0; i < 12; i++) {
        quiz_ask(&run->quiz, &run->page, NULL);
        if (quiz_question(&run->quiz, &run->page, NULL, question) && question->is_number)
            return true;
    }
    return false;
}

static void a_number_can_be_typed(void **state)
{
    Run run;
    QuizQuestion question;
    open_run(&run, 1);                 /* b = a: how many references will the list have? 2 */
    assert_true(ask_for_number(&run, &question));
    assert_string_equal(question.choices[question.answer], "2");
    quiz_type(&run.quiz, &question, 1);
    quiz_type(&run.quiz, &question, 7);
    quiz_erase(&run.quiz);
    assert_string_equal(run.quiz.typed, "1");
    quiz_erase(&run.quiz);
    quiz_erase(&run.quiz);
    quiz_submit(&run.quiz, &question);
    assert_false(quiz_is_answered(&run.quiz));         /* nothing was typed */
    quiz_type(&run.quiz, &question, 0);
    quiz_type(&run.quiz, &question, 2);
    quiz_submit(&run.quiz, &question);
    assert_true(quiz_is_answered(&run.quiz));
    assert_int_equal(run.quiz.right, 1);
    assert_true(ask_for_number(&run, &question));
    for (int i = 0; i < QUIZ_DIGITS + 5; i++)
        quiz_type(&run.quiz, &question, 9);
    assert_int_equal(strlen(run.quiz.typed), QUIZ_DIGITS);
    quiz_submit(&run.quiz, &question);
    assert_int_equal(run.quiz.chosen, QUIZ_OTHER);
    assert_string_equal(run.quiz.verdict, "Not 9999999.");
    assert_int_equal(run.quiz.asked, 2);
    assert_int_equal(run.quiz.right, 1);
    close_run(&run);
}

static void the_panels_are_told(void **state)
{
    Run run;
    open_run(&run, 3);                 /* print(a) is next */
    PanelModel model = {0};
    quiz_fill(&run.quiz, &run.page, NULL, &model);
    assert_string_equal(model.ask, "What will `print(a)` print?");
    assert_false(model.asking);
    assert_string_equal(model.choices[model.answer], "[1]");
    assert_int_equal(model.chosen, -1);
    quiz_ask(&run.quiz, &run.page, NULL);
    quiz_close(&run.quiz);
    assert_false(run.quiz.open);
    close_run(&run);
}

static void the_last_step_asks_nothing(void **state)
{
    Run run;
    open_run(&run, 5);
    PanelModel model = {0};
    quiz_ask(&run.quiz, &run.page, NULL);
    quiz_fill(&run.quiz, &run.page, NULL, &model);
    assert_false(run.quiz.open);
    assert_null(model.ask);
    close_run(&run);
}

/* A lesson over the same program, with that question before `b = a`. */
static Lesson *make_lesson(const char *question)
{
    char text[800];
    snprintf(text, sizeof text, "{\"format\": \"refarrows-lesson\", \"version\": 1, \"title\": \"t\", \"course\": \"c\","
             "\"program\": [\"a = [1]\", \"b = a\", \"b = None\", \"print(a)\"],"
             "\"waypoints\": [{\"at\": {\"line\": 2}, \"say\": \"x\", \"question\": %s}]}", question);
    Lesson *lesson = lesson_parse("quiz.json", text, strlen(text), stderr);
    assert_non_null(lesson);
    return lesson;
}

static void a_free_question_is_answered_and_not_counted(void **state)
{
    Run run;
    QuizQuestion question;
    Lesson *lesson = make_lesson("{\"ask\": \"How many lists?\", \"why\": \"One; = copies nothing.\"}");
    open_run(&run, 1);
    lesson_resolve(lesson, run.timeline, NULL);
    quiz_ask(&run.quiz, &run.page, lesson);
    assert_true(quiz_question(&run.quiz, &run.page, lesson, &question));
    assert_string_equal(question.ask, "How many lists?");
    assert_int_equal(question.choice_count, 1);
    quiz_choose(&run.quiz, &question, 0);
    assert_string_equal(run.quiz.verdict, "One; = copies nothing.");
    assert_int_equal(run.quiz.asked, 0);
    close_run(&run);
    lesson_destroy(lesson);
}

static void a_lesson_chooses_what_the_run_asks_first(void **state)
{
    Run run;
    QuizQuestion question, first;
    Lesson *lesson = make_lesson("{\"predict\": \"count\", \"why\": \"Two names hold it.\"}");
    open_run(&run, 1);
    lesson_resolve(lesson, run.timeline, NULL);
    assert_true(quiz_question(&run.quiz, &run.page, NULL, &first));
    assert_string_equal(first.kind, "same");
    quiz_ask(&run.quiz, &run.page, lesson);
    assert_true(quiz_question(&run.quiz, &run.page, lesson, &question));
    assert_string_equal(question.kind, "count");
    quiz_choose(&run.quiz, &question, question.answer);
    assert_string_equal(run.quiz.verdict, "Right. Two names hold it.");
    bool meets_first = false;
    for (uint32_t i = 1; i < run.page.predictions.count; i++) {
        quiz_ask(&run.quiz, &run.page, lesson);
        assert_true(quiz_question(&run.quiz, &run.page, lesson, &question));
        meets_first |= strcmp(question.ask, first.ask) == 0;
    }
    assert_true(meets_first);          /* the others are still asked */
    close_run(&run);
    lesson_destroy(lesson);
}

/* After a first wrong answer the lesson's own hint helps, if there are choices left. */
static void a_lesson_has_a_hint(void **state)
{
    Run run;
    QuizQuestion question;
    Lesson *lesson = make_lesson("{\"ask\": \"How many lists?\", \"choices\": [\"0\", \"1\", \"2\"], \"answer\": \"1\","
                                 " \"why\": \"= copies nothing.\", \"hint\": \"Count the brackets.\"}");
    open_run(&run, 1);
    lesson_resolve(lesson, run.timeline, NULL);
    quiz_ask(&run.quiz, &run.page, lesson);
    assert_true(quiz_question(&run.quiz, &run.page, lesson, &question));
    quiz_choose(&run.quiz, &question, 2);
    assert_string_equal(run.quiz.verdict, "Not so. Count the brackets. Once more?");
    assert_false(quiz_is_answered(&run.quiz));
    quiz_choose(&run.quiz, &question, 1);
    assert_string_equal(run.quiz.verdict, "Right. = copies nothing.");
    assert_int_equal(run.quiz.right, 0);
    close_run(&run);
    lesson_destroy(lesson);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_is_asked_marked_and_counted), cmocka_unit_test(an_object_can_be_the_answer),
        cmocka_unit_test(a_wrong_answer_gives_a_hint), cmocka_unit_test(a_number_can_be_typed),
        cmocka_unit_test(the_panels_are_told), cmocka_unit_test(the_last_step_asks_nothing),
        cmocka_unit_test(a_free_question_is_answered_and_not_counted),
        cmocka_unit_test(a_lesson_chooses_what_the_run_asks_first), cmocka_unit_test(a_lesson_has_a_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
