/* "You are the interpreter": the learner draws the state after the next step, and that is compared with what the machine
 * does. The drawing is a view as the machine's own are, so it is drawn as they are: with boxes and arrows.
 *
 * It begins with the frames as they will be and with what cannot be drawn (functions, classes, modules, iterators); the
 * rest of the heap is hidden: names of the frame that runs which refer to something there hold a "?", pointers of C into
 * it as well. What was there before the step can be recalled. A place takes
 *
 *     a value            4, 'text', [1, [2, 3]], {'k': a}, Node: a new object; in C the value itself
 *     another name       the same object; in C &x, a pointer, NULL, or new for a block of its own
 *     an arrow           to an object, or in C to a variable
 *     nothing            the name is not bound
 *
 * and a box that can change is written anew in place. Compared are values and identities: which two names are the same
 * object, and whether a new one was made. Of what cannot change it makes no difference which of two equal ones it is.
 *
 *     Interpreter interpreter;
 *     interpreter_init(&interpreter);
 *     if (interpreter_begin(&interpreter, &before, &after, false)) { interpreter_type(&interpreter, "[1]"); ...
 *         interpreter_compare(&interpreter); }
 *     interpreter_finish(&interpreter);
 */
#ifndef REFARROWS_LESSON_INTERPRETER_H
#define REFARROWS_LESSON_INTERPRETER_H

#include <stdbool.h>
#include <stdint.h>

#include "machine/view.h"

enum {
    INTERPRETER_TYPED = 96,            /* bytes of one value */
    INTERPRETER_ID = 160,
    INTERPRETER_WORDS = 240,
    INTERPRETER_MARKS = 48,            /* places that are marked; further ones are counted only */
    INTERPRETER_OBJECTS = 400          /* larger heaps are not for drawing */
};

/* A place, compared. Its id is as in scene.h; "" in a picture that has no such place. */
typedef struct InterpreterMark {
    char drawn[INTERPRETER_ID], truth[INTERPRETER_ID];
    char words[INTERPRETER_WORDS];     /* wrong: "b: a copy; the machine: the list [1, 2], which a names" */
    bool right;
} InterpreterMark;

typedef struct Interpreter {
    View before;               /* the step, as much of it as is drawn */
    View truth;                /* the step after it */
    View drawn;                /* by the learner, without what is being typed */
    View shown;                /* with it */
    bool is_c;
    char selected[INTERPRETER_ID];     /* place that is written to */
    char typed[INTERPRETER_TYPED];
    uint64_t next_number;      /* of a new object, larger than any of the machine's */
    bool compared;
    InterpreterMark marks[INTERPRETER_MARKS];
    uint32_t mark_count, wrong, total;
} Interpreter;

void interpreter_init(Interpreter *interpreter);
void interpreter_finish(Interpreter *interpreter);

/* False when there is nothing to draw: the program ends with the step, has no names, or has too many objects. */
bool interpreter_begin(Interpreter *interpreter, const View *before, const View *after, bool is_c);

/* All as it was before the step. */
void interpreter_recall(Interpreter *interpreter);

/* Goes to a place, by its id or to the next one. False: it is none. */
bool interpreter_select(Interpreter *interpreter, const char *id);
void interpreter_next(Interpreter *interpreter, int way);

/* Writes to the place; without a letter left it is as it was before it was written to. */
void interpreter_type(Interpreter *interpreter, const char *text);
void interpreter_erase(Interpreter *interpreter);
void interpreter_unbind(Interpreter *interpreter);

/* An arrow from the place selected to a thing; false: it cannot lead there. And to the next object or the one before. */
bool interpreter_aim(Interpreter *interpreter, const char *to);
void interpreter_cycle(Interpreter *interpreter, int way);

/* What the place holds now, in words: "the list [1, 2]", "not bound", "not drawn yet". */
void interpreter_words(const Interpreter *interpreter, char *words, size_t size);

/* Compares: fills the marks. Nothing can be written any more; `shown` has the machine's numbers for what is the same, so
 * that both can be drawn with the same places. */
void interpreter_compare(Interpreter *interpreter);

#endif
