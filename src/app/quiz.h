/* The quiz: questions about the step to come, one at a time. The lesson's own question at a way-point comes first, then
 * those that were made from the run (lesson/predict.h). A question is open from the moment it is asked until the page
 * changes or it is put away; answered once, it is marked and counted.
 */
#ifndef REFARROWS_APP_QUIZ_H
#define REFARROWS_APP_QUIZ_H

#include "app/page.h"
#include "lesson/lesson.h"

enum { QUIZ_WORDS = 600, QUIZ_DIGITS = 7, QUIZ_OTHER = PANEL_CHOICES };

typedef struct Quiz {
    bool open;
    uint32_t which;            /* among the questions of the page, from 0 */
    int chosen;                /* index of the choice taken; -1: none yet; QUIZ_OTHER: a number that is no choice */
    int missed;                /* index of a first wrong choice that was answered by a hint; -1: none */
    char typed[QUIZ_DIGITS + 1];       /* the number typed so far, where a number is asked for */
    uint32_t asked, right;     /* answered so far, and how many of them rightly */
    const char *choices[PANEL_CHOICES];        /* of the question open; the page's or the lesson's */
    char verdict[QUIZ_WORDS];
} Quiz;

/* One question, whoever asks it. Points into the page or the lesson. */
typedef struct QuizQuestion {
    const char *ask, *why, *hint;      /* why and hint may be NULL */
    const char *choices[PANEL_CHOICES];
    uint64_t objects[PANEL_CHOICES];   /* numbers that may be clicked instead; 0: none */
    const char *answers[PANEL_CHOICES];        /* what sets a wrong choice right; NULL */
    const char *kind;          /* as prediction_kind_names, or "lesson" for its own */
    const char *beliefs[PANEL_CHOICES];        /* of who takes it, as misconception_name; "none": not said */
    uint32_t choice_count, answer;
    bool is_free;              /* thought about, then answered: neither right nor wrong, and not counted */
    bool is_number;            /* may be typed */
    bool is_target;            /* an arrow may be drawn to the object */
} QuizQuestion;

/* A quiz with nothing asked. */
void quiz_init(Quiz *quiz);

/* The question of the page that comes first, or that is open. False if there is none. `lesson` may be NULL. */
bool quiz_question(const Quiz *quiz, const Page *page, const Lesson *lesson, QuizQuestion *question);

/* Opens the question, or goes on to the page's next one when it is open. */
void quiz_ask(Quiz *quiz, const Page *page, const Lesson *lesson);
void quiz_close(Quiz *quiz);

/* Takes a choice; the first one counts. A first wrong one is answered by a hint, if there is one and more than one choice
 * is left, and the question stays open. */
void quiz_choose(Quiz *quiz, const QuizQuestion *question, uint32_t choice);

/* Takes the choice that stands for an object. False if none does. */
bool quiz_choose_object(Quiz *quiz, const QuizQuestion *question, uint64_t object);

/* A number typed: digits, the last one taken back, and handed in. Only where a number is asked for. */
void quiz_type(Quiz *quiz, const QuizQuestion *question, uint32_t digit);
void quiz_erase(Quiz *quiz);
void quiz_submit(Quiz *quiz, const QuizQuestion *question);

/* Is the question answered for good? */
bool quiz_is_answered(const Quiz *quiz);

/* Sets what the panels show of it. The model points into the quiz, the page and the lesson. */
void quiz_fill(Quiz *quiz, const Page *page, const Lesson *lesson, PanelModel *model);

#endif
