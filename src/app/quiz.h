/* The quiz: questions about the step to come, one at a time. The lesson's own question at a way-point comes first, then
 * those that were made from the run (lesson/predict.h). A question is open from the moment it is asked until the page
 * changes or it is put away; answered once, it is marked and counted.
 */
#ifndef REFARROWS_APP_QUIZ_H
#define REFARROWS_APP_QUIZ_H

#include "app/page.h"
#include "lesson/lesson.h"

enum { QUIZ_WORDS = 600 };

typedef struct Quiz {
    bool open;
    uint32_t which;            /* among the questions of the page, from 0 */
    int chosen;                /* index of the choice taken; -1: none yet */
    uint32_t asked, right;     /* answered so far, and how many of them rightly */
    const char *choices[PANEL_CHOICES];        /* of the question open; the page's or the lesson's */
    char verdict[QUIZ_WORDS];
} Quiz;

/* One question, whoever asks it. Points into the page or the lesson. */
typedef struct QuizQuestion {
    const char *ask, *why;     /* why may be NULL */
    const char *choices[PANEL_CHOICES];
    uint64_t objects[PANEL_CHOICES];   /* numbers that may be clicked instead; 0: none */
    const char *answers[PANEL_CHOICES];        /* what sets a wrong choice right; NULL */
    const char *kind;          /* as prediction_kind_name, or "lesson" for its own */
    const char *beliefs[PANEL_CHOICES];        /* of who takes it, as misconception_name; "none": not said */
    uint32_t choice_count, answer;
    bool is_free;              /* thought about, then answered: neither right nor wrong, and not counted */
} QuizQuestion;

/* A quiz with nothing asked. */
void quiz_init(Quiz *quiz);

/* The question of the page that comes first, or that is open. False if there is none. `lesson` may be NULL. */
bool quiz_question(const Quiz *quiz, const Page *page, const Lesson *lesson, QuizQuestion *question);

/* Opens the question, or goes on to the page's next one when it is open. */
void quiz_ask(Quiz *quiz, const Page *page, const Lesson *lesson);
void quiz_close(Quiz *quiz);

/* Takes a choice; the first one counts. */
void quiz_choose(Quiz *quiz, const QuizQuestion *question, uint32_t choice);

/* Takes the choice that stands for an object. False if none does. */
bool quiz_choose_object(Quiz *quiz, const QuizQuestion *question, uint64_t object);

/* Sets what the panels show of it. The model points into the quiz, the page and the lesson. */
void quiz_fill(Quiz *quiz, const Page *page, const Lesson *lesson, PanelModel *model);

#endif
