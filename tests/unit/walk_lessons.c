/* Walks lessons to their end: at every step each question is asked and answered, once with every wrong answer and once
 * rightly, and is marked as it should be. Arguments: lessons. Says how many steps and questions there were. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/quiz.h"
#include "cli/options.h"
#include "cli/picture.h"
#include "cli/program.h"

enum { MOST_STEPS = 3000 };

typedef struct Walk {
    const char *path;
    uint64_t steps, questions, own, wrong_answers, hints, failures;
} Walk;

static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

static void fail(Walk *walk, uint64_t step, const char *what, const QuizQuestion *question)
{
    printf("%s, step %llu: %s: %s\n", walk->path, (unsigned long long)step, what, question->ask);
    walk->failures++;
}

/* A quiz that has just asked its question number `which`. */
static bool ask(Quiz *quiz, const Page *page, const Lesson *lesson, uint32_t which, QuizQuestion *question)
{
    quiz_init(quiz);
    for (uint32_t i = 0; i <= which; i++)
        quiz_ask(quiz, page, lesson);
    return quiz->open && quiz->which == which && quiz_question(quiz, page, lesson, question);
}

static void answer_rightly(Walk *walk, uint64_t step, Quiz *quiz, const QuizQuestion *question)
{
    quiz_choose(quiz, question, question->answer);
    bool counted = question->is_free ? quiz->asked == 0 : quiz->asked == 1 && quiz->right == 1;
    if (!quiz_is_answered(quiz) || !counted || (!question->is_free && strncmp(quiz->verdict, "Right.", 6) != 0))
        fail(walk, step, "the right answer is not taken as right", question);
}

/* Wrongly, and after a hint rightly: that counts as wrong all the same. */
static void answer_wrongly(Walk *walk, uint64_t step, Quiz *quiz, const QuizQuestion *question, uint32_t choice)
{
    quiz_choose(quiz, question, choice);
    walk->wrong_answers++;
    if (quiz->asked != 1 || quiz->right != 0 || strncmp(quiz->verdict, "Not so.", 7) != 0)
        fail(walk, step, "a wrong answer is not taken as wrong", question);
    if (quiz_is_answered(quiz))
        return;
    walk->hints++;
    quiz_choose(quiz, question, question->answer);
    if (!quiz_is_answered(quiz) || quiz->asked != 1 || quiz->right != 0)
        fail(walk, step, "the answer after a hint is not taken", question);
}

static void walk_step(Walk *walk, const Page *page, const Lesson *lesson)
{
    uint64_t step = page->stage.stop.position.step;
    Quiz quiz;
    QuizQuestion question;
    for (uint32_t which = 0; ask(&quiz, page, lesson, which, &question); which++) {
        walk->questions++;
        walk->own += strcmp(question.kind, "lesson") == 0;
        answer_rightly(walk, step, &quiz, &question);
        for (uint32_t choice = 0; choice < question.choice_count; choice++)
            if (choice != question.answer && ask(&quiz, page, lesson, which, &question))
                answer_wrongly(walk, step, &quiz, &question, choice);
    }
}

static void walk_program(Walk *walk, Program *program)
{
    static const TextMeasure measure = {half_width, NULL};
    Stage stage;
    SceneOptions scene = scene_options_default();
    PageWords words = picture_words(&program->source);
    bool ended = false;
    stage_init(&stage, program->timeline, &measure, &scene);
    for (uint64_t step = 0; !ended && step < MOST_STEPS; step++) {
        Page page;
        page_init(&page);
        TimelineStatus status = page_make(&page, &stage, (Position){step, 0}, &words);
        ended = status != TIMELINE_REACHED || page.stage.stop.position.step != step;
        if (!ended) {
            walk->steps++;
            walk_step(walk, &page, program->source.lesson);
        }
        page_finish(&page);
    }
    stage_finish(&stage);
}

static bool walk_lesson(Walk *walk, char *path)
{
    Options options;
    Program program;
    bool fine = options_read(&options, FOR_TEXT, false, 1, &path);
    walk->path = path;
    fine = fine && program_open(&program, &options) == 0;
    if (fine && program_load(&program, NULL) == 0) {
        program_find_waypoints(&program);
        walk_program(walk, &program);
    } else
        walk->failures++;
    if (fine)
        program_close(&program);
    options_finish(&options);
    return fine;
}

int main(int count, char **words)
{
    Walk walk = {.steps = 0};
    int silent = 0;
    for (int i = 1; i < count; i++) {
        uint64_t own = walk.own;
        walk_lesson(&walk, words[i]);
        if (walk.own == own && ++silent > 0)
            printf("%s asks nothing of its own\n", words[i]);
    }
    printf("%d lessons, %llu steps, %llu questions, %llu of them the lessons' own, %llu wrong answers, %llu hints\n",
           count - 1, (unsigned long long)walk.steps, (unsigned long long)walk.questions, (unsigned long long)walk.own,
           (unsigned long long)walk.wrong_answers, (unsigned long long)walk.hints);
    return walk.failures > 0 || silent > 0 || count < 2;
}
