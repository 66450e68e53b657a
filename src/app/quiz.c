#include "app/quiz.h"

#include <stdio.h>

void quiz_init(Quiz *quiz)
{
    *quiz = (Quiz){.chosen = -1};
}

/* The question of the lesson at this step, if any. */
static const LessonQuestion *own_question(const Page *page, const Lesson *lesson)
{
    Position at = page->stage.stop.position;
    const Waypoint *waypoint = lesson && at.instruction == 0 ? lesson_waypoint_at(lesson, at.step) : NULL;
    return waypoint && waypoint->has_question ? &waypoint->question : NULL;
}

static uint32_t question_count(const Page *page, const Lesson *lesson)
{
    return page->predictions.count + (own_question(page, lesson) != NULL);
}

static void fill_own(const LessonQuestion *own, QuizQuestion *question)
{
    *question = (QuizQuestion){.ask = own->ask, .why = own->why, .answer = own->answer, .kind = "lesson"};
    for (uint32_t i = 0; i < own->choice_count && i < PANEL_CHOICES; i++) {
        question->beliefs[i] = "none";
        question->choices[question->choice_count++] = own->choices[i];
    }
}

static void fill_prediction(const Prediction *prediction, QuizQuestion *question)
{
    *question = (QuizQuestion){.ask = prediction->ask, .choice_count = prediction->choice_count,
                               .answer = prediction->answer,
                               .kind = prediction_kind_name((PredictionKind)prediction->kind)};
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
    uint32_t which = quiz->which - (own != NULL);
    if (own && quiz->which == 0)
        fill_own(own, question);
    else if (which < page->predictions.count)
        fill_prediction(&page->predictions.items[which], question);
    else
        return false;
    return true;
}

void quiz_ask(Quiz *quiz, const Page *page, const Lesson *lesson)
{
    uint32_t count = question_count(page, lesson);
    if (quiz->open && count > 0)
        quiz->which = (quiz->which + 1) % count;
    quiz->open = count > 0;
    quiz->chosen = -1;
}

void quiz_close(Quiz *quiz)
{
    quiz->open = false;
    quiz->which = 0;
    quiz->chosen = -1;
}

void quiz_choose(Quiz *quiz, const QuizQuestion *question, uint32_t choice)
{
    if (!quiz->open || quiz->chosen >= 0 || choice >= question->choice_count)
        return;
    bool right = choice == question->answer;
    const char *why = question->why ? question->why : question->answers[choice];
    quiz->chosen = (int)choice;
    quiz->asked++;
    quiz->right += right;
    snprintf(quiz->verdict, sizeof quiz->verdict, "%s%s%s", right ? "Right." : "Not so.", why ? " " : "",
             why ? why : "");
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
    model->verdict = quiz->chosen >= 0 ? quiz->verdict : NULL;
    model->questions_asked = quiz->asked;
    model->questions_right = quiz->right;
}
