/* The predictor: what the parts of the predictions share while they look at one step. Private to predict*.c.
 *
 * Each part looks for its kind of question. It opens a question, adds the right choice and wrong ones, and closes it;
 * choices in the same words are dropped, and a question left with only one choice is dropped whole.
 */
#ifndef REFARROWS_LESSON_PREDICTOR_H
#define REFARROWS_LESSON_PREDICTOR_H

#include "lesson/fate.h"
#include "lesson/naming.h"
#include "lesson/predict.h"
#include "lesson/prose.h"
#include "machine/machine.h"
#include "machine/numbers.h"

typedef struct Predictor {
    const StepFacts *step;
    const View *before, *after;
    const ChangeList *changes;
    int line;                  /* the line that does it; 0: none */
    PredictionList *list;
    Prediction *open;          /* the question in the making, the last of the list */
    Prose prose;               /* the text in the making */
    NumberIndex objects_before, objects_after;
    Fate fate;
} Predictor;

/* "After `b = a`, " or "Once add has returned, ": how a question about the state to come begins. */
void predictor_lead(Predictor *p);

/* Opens a question; what stands in the prose is asked. */
void predictor_open(Predictor *p, PredictionKind kind, uint64_t subject);

/* Adds a choice in the words of the prose. The right one must be added first. */
void predictor_choice(Predictor *p, Misconception belief, uint64_t object);
void predictor_choice_words(Predictor *p, Misconception belief, const char *words);
void predictor_choice_number(Predictor *p, Misconception belief, uint64_t number);

/* Closes it: puts the choices into an order that says nothing, and drops the question if it is none. */
void predictor_close(Predictor *p);

const ViewFrame *predictor_active(const View *view);       /* the newest frame, or NULL */
const Change *predictor_find(const Predictor *p, ChangeKind kind);
bool predictor_is_born(const Predictor *p, uint64_t object);

/* Containers and instances of the program: what is worth counting, and whose references all can be seen. */
bool predictor_is_countable(const ViewObject *object);

/* Index of an object, or VIEW_NONE. */
int32_t predictor_before(const Predictor *p, uint64_t number);
int32_t predictor_after(const Predictor *p, uint64_t number);

/* A name of the frame `frame` that refers to the object, other than the slot `except`; VIEW_NONE if there is none. */
int32_t predictor_name_of(const View *view, const ViewFrame *frame, int32_t object, int32_t except);

void predictor_add_text(Predictor *p, const View *view, ViewText text);

/* Are the two texts equal? */
bool predictor_text_is(const View *view, ViewText label, const View *other, ViewText text);

/* predict_names.c */
void predict_same(Predictor *p);
void predict_target(Predictor *p);
void predict_value(Predictor *p);

/* predict_parts.c */
void predict_part(Predictor *p);
void predict_return(Predictor *p);

/* predict_c.c */
void predict_c(Predictor *p);

/* predict_counts.c */
void predict_count(Predictor *p);
void predict_death(Predictor *p);

/* predict_frames.c */
void predict_frame(Predictor *p);

/* predict_flow.c */
void predict_flow(Predictor *p);

/* predict_output.c */
void predict_output(Predictor *p);

#endif
