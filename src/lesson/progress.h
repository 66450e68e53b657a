/* Progress: how far somebody learning alone has come, lesson by lesson. The file that it is kept in is the business of
 * progress_file.h; here it is data and its text:
 *
 *     {"format": "refarrows-progress", "version": 1, "lessons": {"08-a-cycle": {
 *      "last": 7, "furthest": 12, "steps": 30, "ended": false, "asked": 3, "right": 2,
 *      "mistakes": [{"kind": "count", "belief": "count-by-name", "times": 1}],
 *      "wrong": [{"step": 6, "ask": "How many ...?", "taken": "2", "right": "3"}]}}}
 *
 * A file without "wrong" is one of an older version and as good.
 */
#ifndef REFARROWS_LESSON_PROGRESS_H
#define REFARROWS_LESSON_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A wrong answer of one sort. */
typedef struct ProgressMistake {
    char *kind;                /* owned; of the question, as prediction_kind_names, or "lesson" for a lesson's own */
    char *belief;              /* owned; as misconception_name; "none": the lesson does not say */
    uint64_t times;
} ProgressMistake;

/* A question that was answered wrongly: to be looked up, and gone back to. */
typedef struct ProgressWrong {
    uint64_t step;
    char *ask, *taken, *right; /* owned */
} ProgressWrong;

enum { PROGRESS_WRONG = 50 };          /* that are kept of a lesson, the last ones */

typedef struct ProgressLesson {
    char *name;                /* owned; the lesson's file without folder and ending */
    uint64_t last, furthest;   /* steps: where it was left, and the furthest shown */
    uint64_t steps;            /* the last step of its run; 0: not known yet */
    bool ended;                /* the last step was shown once */
    uint64_t asked, right;     /* questions answered, and how many of them rightly */
    ProgressMistake *mistakes;
    uint32_t mistake_count, mistake_capacity;
    ProgressWrong wrong[PROGRESS_WRONG];
    uint32_t wrong_count;
    bool changed;              /* since it was read from the file */
} ProgressLesson;

typedef struct Progress {
    ProgressLesson *lessons;
    uint32_t count, capacity;
} Progress;

/* Nothing learnt yet. */
void progress_init(Progress *progress);
void progress_finish(Progress *progress);

/* NULL when there is none of that name. Valid until a lesson is added. */
const ProgressLesson *progress_find(const Progress *progress, const char *name);

/* The lesson, added when there is none; counts as changed. Valid until the next one is added. */
ProgressLesson *progress_lesson(Progress *progress, const char *name);

/* A step was shown. `steps` as in ProgressLesson; `is_last`: it is the last of the run. */
void progress_show(ProgressLesson *lesson, uint64_t step, uint64_t steps, bool is_last);

/* A question was answered; `kind` and `belief` as in ProgressMistake, not looked at when it is right. */
void progress_answer(ProgressLesson *lesson, bool right, const char *kind, const char *belief);

/* Keeps a question that was answered wrongly; of too many the oldest is forgotten. */
void progress_wrong(ProgressLesson *lesson, uint64_t step, const char *ask, const char *taken, const char *right);

/* Where to go on: the step where the lesson was left, 0 when it has not been begun or was left at its end. */
uint64_t progress_resume(const ProgressLesson *lesson);

/* How much of it was seen, from 0 to 1. `lesson` may be NULL. */
float progress_part(const ProgressLesson *lesson);

/* Takes over from `newer` whatever did not change here: the file may have been written by somebody else meanwhile. */
void progress_merge(Progress *progress, const Progress *newer);

/* The text for the file, the caller's. */
char *progress_write(const Progress *progress);

/* Reads a NUL-terminated text into an empty progress. False, leaving it empty, when it is not what progress_write
 * writes. */
bool progress_read(Progress *progress, const char *text, size_t length);

#endif
