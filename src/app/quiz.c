#include "app/quiz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void quiz_init(Quiz *quiz)
{
    *quiz = (Quiz){.chosen = -1, .missed = -1};
}

/* The question of the lesson at this step, if any. */
static const LessonQuestion *own_question(const Page *page, const Lesson *lesson)
{
    Position at = page->stage.stop.position;
    const Waypoint *waypoint = lesson && at.instruction == 0 ? lesson_waypoint_at(lesson, at.step) : NULL;
    return waypoint && waypoint->has_question ? &waypoint->question : NULL;
}

/* Of the questions made from the run, the one that the lesson asks for, which comes first. */
static uint32_t wanted_prediction(const Page *page, const LessonQuestion *own)
{
    for (uint32_t i = 0; own != NULL && own->predict != NULL && i < page->predictions.count; i++)
        if (strcmp(prediction_kind_names[page->predictions.items[i].kind], own->predict) == 0)
            return i;
    return 0;
}

static bool asks_itself(const LessonQuestion *own)
{
    return own != NULL && own->predict == NULL;
}

static uint32_t question_count(const Page *page, const Lesson *lesson)
{
    return page->predictions.count + asks_itself(own_question(page, lesson));
}

/* A free question has one choice: to see what is to be said. */
static void fill_own(const LessonQuestion *own, QuizQuestion *question)
{
    *question = (QuizQuestion){.ask = own->ask, .why = own->why, .hint = own->hint, .answer = own->answer, .kind = "lesson",
                               .is_free = own->choice_count == 0};
    if (question->is_free) {
        question->beliefs[0] = "none";
        question->choices[question->choice_count++] = "I have an answer; show yours";
    }
    for (uint32_t i = 0; i < own->choice_count && i < PANEL_CHOICES; i++) {
        question->beliefs[i] = "none";
        question->choices[question->choice_count++] = own->choices[i];
    }
}

static void fill_prediction(const Prediction *prediction, QuizQuestion *question)
{
    *question = (QuizQuestion){.ask = prediction->ask, .choice_count = prediction->choice_count,
                               .answer = prediction->answer, .is_number = prediction->is_number,
                               .is_target = prediction->kind == PREDICT_TARGET,
                               .kind = prediction_kind_names[prediction->kind]};
    for (uint32_t i = 0; i < prediction->choice_count; i++) {
        question->choices[i] = prediction->choices[i].words;
        question->objects[i] = prediction->choices[i].object;
        question->answers[i] = misconception_answer((Misconception)prediction->choices[i].belief);
        question->beliefs[i] = misconception_name((Misconception)prediction->choices[i].belief);
    }
}

bool quiz_question(const Quiz *quiz, const Page *page, const Lesson *lesson, QuizQuestion *question)
{
    const LessonQuestion *own = own_question(page, lesson);
    uint32_t which = quiz->which - asks_itself(own), wanted = wanted_prediction(page, own);
    if (asks_itself(own) && quiz->which == 0) {
        fill_own(own, question);
        return true;
    }
    if (which >= page->predictions.count)
        return false;
    fill_prediction(&page->predictions.items[which == 0 ? wanted : which == wanted ? 0 : which], question);
    if (which == 0 && own != NULL) {
        question->why = own->why;
        question->hint = own->hint;
    }
    return true;
}

static void quiz_clear(Quiz *quiz)
{
    quiz->chosen = quiz->missed = -1;
    quiz->typed[0] = '\0';
}

bool quiz_is_answered(const Quiz *quiz)
{
    return quiz->chosen >= 0;
}

void quiz_ask(Quiz *quiz, const Page *page, const Lesson *lesson)
{
    uint32_t count = question_count(page, lesson);
    if (quiz->open && count > 0)
        quiz->which = (quiz->which + 1) % count;
    quiz->open = count > 0;
    quiz_clear(quiz);
}

void quiz_close(Quiz *quiz)
{
    quiz->open = false;
    quiz->which = 0;
    quiz_clear(quiz);
}

static void quiz_count(Quiz *quiz, bool right)
{
    quiz->asked += quiz->missed < 0;
    quiz->right += right && quiz->missed < 0;
}

/* What is wrong with the choice, or what the lesson says helps. */
static const char *hint_of(const QuizQuestion *question, uint32_t choice)
{
    return question->hint ? question->hint : question->answers[choice];
}

/* Is a wrong choice answered by a hint, instead of the answer? */
static bool quiz_gives_hint(const Quiz *quiz, const QuizQuestion *question, uint32_t choice)
{
    return choice != question->answer && quiz->missed < 0 && !question->is_free && question->choice_count > 2
        && hint_of(question, choice) != NULL;
}

void quiz_choose(Quiz *quiz, const QuizQuestion *question, uint32_t choice)
{
    if (!quiz->open || quiz->chosen >= 0 || choice >= question->choice_count || (int)choice == quiz->missed)
        return;
    bool right = choice == question->answer;
    const char *why = question->why ? question->why : question->answers[choice];
    if (question->is_free) {
        quiz->chosen = (int)choice;
        snprintf(quiz->verdict, sizeof quiz->verdict, "%s", why ? why : "");
        return;
    }
    quiz_count(quiz, right);
    if (quiz_gives_hint(quiz, question, choice)) {
        quiz->missed = (int)choice;
        snprintf(quiz->verdict, sizeof quiz->verdict, "Not so. %s Once more?", hint_of(question, choice));
        return;
    }
    quiz->chosen = (int)choice;
    snprintf(quiz->verdict, sizeof quiz->verdict, "%s%s%s", right ? "Right." : "Not so.", why ? " " : "",
             why ? why : "");
}

void quiz_type(Quiz *quiz, const QuizQuestion *question, uint32_t digit)
{
    size_t length = strlen(quiz->typed);
    if (!quiz->open || !question->is_number || quiz->chosen >= 0 || length >= QUIZ_DIGITS)
        return;
    quiz->typed[length] = (char)('0' + digit);
    quiz->typed[length + 1] = '\0';
}

void quiz_erase(Quiz *quiz)
{
    size_t length = strlen(quiz->typed);
    quiz->typed[length > 0 ? length - 1 : 0] = '\0';
}

void quiz_submit(Quiz *quiz, const QuizQuestion *question)
{
    unsigned long number = strtoul(quiz->typed, NULL, 10);
    if (!quiz->open || quiz->chosen >= 0 || !question->is_number || !quiz->typed[0])
        return;
    quiz->typed[0] = '\0';
    for (uint32_t i = 0; i < question->choice_count; i++)
        if (strtoul(question->choices[i], NULL, 10) == number) {
            quiz_choose(quiz, question, i);
            return;
        }
    quiz_count(quiz, false);
    quiz->chosen = QUIZ_OTHER;
    snprintf(quiz->verdict, sizeof quiz->verdict, "Not %lu.", number);
}

bool quiz_choose_object(Quiz *quiz, const QuizQuestion *question, uint64_t object)
{
    for (uint32_t i = 0; object && quiz->open && i < question->choice_count; i++)
        if (question->objects[i] == object) {
            quiz_choose(quiz, question, i);
            return true;
        }
    return false;
}

void quiz_fill(Quiz *quiz, const Page *page, const Lesson *lesson, PanelModel *model)
{
    QuizQuestion question;
    if (!quiz_question(quiz, page, lesson, &question))
        return;
    for (uint32_t i = 0; i < question.choice_count; i++)
        quiz->choices[i] = question.choices[i];
    model->ask = question.ask;
    model->asking = quiz->open;
    model->choices = quiz->choices;
    model->choice_count = question.choice_count;
    model->chosen = quiz->chosen;
    model->answer = (int)question.answer;
    model->missed = quiz->missed + 1;
    model->typed_number = question.is_number && quiz->chosen < 0 ? quiz->typed : NULL;
    model->answered_by_arrow = question.is_target;
    model->verdict = quiz->chosen >= 0 || quiz->missed >= 0 ? quiz->verdict : NULL;
    model->questions_asked = quiz->asked;
    model->questions_right = quiz->right;
}
