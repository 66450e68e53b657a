/* Predictions: questions about the step to come, made from what the machine will do and marked against it.
 *
 *     After `b = a`, which object will b refer to?
 *       - a copy of the list [1, 2]           (copies the value)
 *       - the list [1, 2], which a names      (right)
 *       - the name a                          (refers to a name)
 *
 * A prediction is made from the state the learner looks at, the state one step later and the change between them; it
 * asks in the words of the first and is answered by the second. Wrong choices come from known misconceptions, and each
 * is wrong at this very step: what cannot be told from the right answer is not offered. Equal steps give equal
 * predictions.
 */
#ifndef REFARROWS_LESSON_PREDICT_H
#define REFARROWS_LESSON_PREDICT_H

#include "lesson/step_facts.h"

enum { PREDICTION_CHOICES = 4 };

typedef enum PredictionKind {
    PREDICT_SAME,              /* will these two names refer to one object? */
    PREDICT_VALUE,             /* what will this object contain? */
    PREDICT_DEATH,             /* what will be freed? */
    PREDICT_COUNT,             /* how many references will it have? */
    PREDICT_TARGET,            /* which object will this name, attribute, item or key refer to? */
    PREDICT_RETURN,            /* what will this call return? */
    PREDICT_OUTPUT,            /* what will be printed? */
    PREDICT_BYTES,             /* C: how many bytes will the new block have? */
    PREDICT_FRAME,             /* what will the stack of frames, or the new frame, look like? */
    PREDICT_FLOW,              /* where does the program go on? */
    PREDICT_KINDS
} PredictionKind;

/* "same", "value", ... by kind; a NULL ends them. */
extern const char *const prediction_kind_names[PREDICT_KINDS + 1];

/* What somebody believes who takes a wrong choice. */
typedef enum Misconception {
    BELIEF_RIGHT,
    BELIEF_COPY_VALUE,         /* assignment and calls copy the object */
    BELIEF_COPY_REFERENCE,     /* a name refers to another name */
    BELIEF_NAME_IS_BOX,        /* a name is a box whose content changes in place */
    BELIEF_COUNT_BY_NAME,      /* only names hold references */
    BELIEF_NO_EFFECT,          /* the line changes nothing here */
    BELIEF_EQUAL_IS_SAME,      /* equal objects are one object */
    BELIEF_DEL_FREES,          /* losing one reference frees an object */
    BELIEF_NEVER_FREED,        /* objects stay until the program ends */
    BELIEF_FRAME_STAYS,        /* a frame outlives its call; callers lose theirs */
    BELIEF_FREE_CLEARS,        /* C: free sets the pointer to NULL */
    BELIEF_COUNT_IS_BYTES,     /* C: the number of elements is the number of bytes */
    BELIEF_POINTER_IS_BLOCK,   /* C: a block is as large as the pointer to it */
    BELIEF_PRINTS_NAME,        /* print writes what stands between the brackets */
    BELIEF_LINE_BY_LINE,       /* lines run in the order of the page */
    BELIEF_SLIP,               /* an off-by-one or another slip */
    BELIEF_COUNT
} Misconception;

/* "copy-value", ...; "right" for BELIEF_RIGHT */
const char *misconception_name(Misconception belief);

/* One sentence that sets it right; NULL for BELIEF_RIGHT and BELIEF_SLIP. */
const char *misconception_answer(Misconception belief);

typedef struct PredictionChoice {
    char *words;               /* owned */
    uint8_t belief;            /* Misconception */
    uint64_t object;           /* of the view before, for answering by a click on it; 0: none */
} PredictionChoice;

typedef struct Prediction {
    uint8_t kind;              /* PredictionKind */
    char *ask;                 /* owned; one sentence with a question mark */
    PredictionChoice choices[PREDICTION_CHOICES];
    uint32_t choice_count;     /* at least 2 */
    uint32_t answer;           /* index of the right one */
    bool is_number;            /* choices are numbers, in rising order: can be typed */
    uint64_t subject;          /* number of the object asked about; 0: none */
} Prediction;

typedef struct PredictionList {
    Prediction *items;         /* the most telling first */
    uint32_t count, capacity;
} PredictionList;

void predictions_init(PredictionList *list);
void predictions_finish(PredictionList *list);

/* Fills an initialised list about a step that has one before it; what it held is released. Empty if the step changes nothing that can be asked. */
void predictions_make(PredictionList *list, const StepFacts *step);

/* Does the step change something that can be asked about? The end of the program does not count: everything goes. */
bool predictions_wanted(const StepFacts *step);

#endif
