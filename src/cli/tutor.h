/* Python Tutor's notion of a step, made from our views: what its three files share. Private to trace_python_tutor.c,
 * tutor_frames.c and tutor_encode.c.
 *
 * Where the formats differ: Python Tutor writes small values in place and everything else into a "heap" of its own
 * numbering; it steps over class bodies, __new__ and __repr__; it shows what str() says of an instance; and it keeps
 * frames that closures were made in ("zombies") after they have returned. It holds such frames alive, our machine does
 * not: so a copy of the view at their return is kept, and an object is looked for in the present view first.
 */
#ifndef REFARROWS_CLI_TUTOR_H
#define REFARROWS_CLI_TUTOR_H

#include "cli/trace.h"
#include "machine/numbers.h"
#include "python/ask.h"
#include "scene/map.h"

/* An object, in the view that knows it best. */
typedef struct TutorValue {
    const View *view;
    int32_t object;            /* VIEW_NONE: no value */
} TutorValue;

typedef struct TutorFrame {    /* an activation whose call was shown */
    uint64_t number;           /* ViewFrame.number */
    uint64_t code;
    uint32_t id;               /* Python Tutor's; a generator gets a new one each time it goes on */
    uint32_t plain_count;      /* see FrameFacts */
    bool is_parent;            /* functions were made in it: it is shown after its return, too */
    int32_t place;             /* in the present view's frames; VIEW_NONE: it is not on the stack */
    View view;                 /* when it returned, if it is a parent */
    int32_t kept_place;        /* of it in that view */
    uint64_t *cells;           /* numbers of the cells of its variables then; 0: none */
} TutorFrame;

typedef struct TutorClosure {
    uint64_t function, code;   /* numbers; function is 0 for a lambda known by its code only */
    uint32_t frame;            /* index of the parent among the frames */
} TutorClosure;

typedef struct TutorFunction { uint64_t number; FunctionFacts facts; } TutorFunction;

typedef struct TutorText {     /* what str() says of an object; */
    char *text;
    size_t length;
    bool is_other;             /* that it was no str that __str__ returned */
    uint32_t slot_members;     /* and how many of its attributes, the first ones, lie in __slots__ */
} TutorText;

typedef struct TutorItem {     /* of a step's heap, still to be written */
    TutorValue value;
    bool with_parent;          /* a function's parent frame is told */
} TutorItem;

typedef struct Tutor {
    Trace *trace;
    Machine *machine;
    const View *view;          /* the present one */
    NumberIndex index;         /* of its objects */

    TutorFrame **frames;       /* in order of their first call */
    uint32_t frame_count, frame_capacity;
    NumberMap frame_of_number;
    uint32_t last_id;          /* of a frame */
    TutorClosure *closures, *lambdas;
    uint32_t closure_count, closure_capacity, lambda_count, lambda_capacity;
    NumberMap globals_known;   /* functions that were seen as globals */

    NumberMap ids;             /* of objects, to Python Tutor's small ones */
    uint32_t *written_at;      /* per id: the entry in which it was written last */
    uint32_t id_count, id_capacity;
    uint32_t entry;            /* counts from 1 */
    TutorItem *queue;
    uint32_t queue_count, queue_capacity;
    NumberMap lambdas_seen;    /* code numbers of lambdas that were encoded */
    TutorFunction *functions;
    uint32_t function_count, function_capacity;
    NumberMap function_of_number;
    TutorText *texts;          /* what str() said last */
    uint32_t text_count, text_capacity;
    NumberMap text_of_number;
    AskMemory memory;

    char **global_names;       /* all that ever were, in order of appearance */
    uint32_t global_count, global_capacity;
    uint64_t skipping;         /* activation of a class body that is stepped over; 0: none */
    JsonWriter held;           /* the newest entry, see trace_python_tutor.c */
    bool is_exception;         /* that is one; */
    bool is_last_return;       /* it is the module's return, and an exception came before it */
    bool after_class_body;     /* it is the return of the body of a decorated class with annotations */
} Tutor;

/* ---- tutor_frames.c ---- */

/* Takes note of a call. */
void tutor_call(Tutor *tutor, const ViewFrame *frame);

/* Brings what is known of frames and functions up to the present view. */
void tutor_update_frames(Tutor *tutor);

/* A frame that has just returned is kept if it is a parent. */
void tutor_keep_frame(Tutor *tutor);

/* Writes "stack_to_render". */
void tutor_write_stack(Tutor *tutor, JsonWriter *json);

/* The id of the frame that a function was made in, 0 if none is known. */
uint32_t tutor_parent_of_function(const Tutor *tutor, uint64_t number);

void tutor_finish_frames(Tutor *tutor);

/* ---- tutor_encode.c ---- */

/* The slot's value, and the same object where it is now if it still is. */
TutorValue tutor_value(const Tutor *tutor, const View *view, int32_t object);

/* Would the program find them equal, as far as that can be told from their text? */
bool tutor_values_equal(TutorValue a, TutorValue b);

/* NULL if the value is no function of the program's kind. */
const FunctionFacts *tutor_function(Tutor *tutor, TutorValue value);

void tutor_write_value(Tutor *tutor, JsonWriter *json, TutorValue value, bool with_parent);

/* Writes "heap": everything that was referred to since the last time. */
void tutor_write_heap(Tutor *tutor, JsonWriter *json);

/* What str() says; remembered for when the object is gone. */
const TutorText *tutor_str(Tutor *tutor, TutorValue value);

/* str() is asked only of what is shown by it. */
bool tutor_is_shown_by_str(TutorValue value);

void tutor_finish_encoding(Tutor *tutor);

#endif
