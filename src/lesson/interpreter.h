/* "You are the interpreter": the learner says what each name of the running frame will refer to after the next step, and
 * that is compared with what the machine does.
 *
 * A draft begins as the state before the step. A name can be bound to an object that is there, to a new one whose value
 * is typed as its repr, or to none. Compared are identities: to type the value of an object that is there already is
 * wrong where the object can change (it would be a copy), and right where it cannot, for which of two equal numbers it
 * is makes no difference to the program.
 */
#ifndef REFARROWS_LESSON_INTERPRETER_H
#define REFARROWS_LESSON_INTERPRETER_H

#include <stdbool.h>
#include <stdint.h>

#include "machine/view.h"

enum { INTERPRETER_NAMES = 12, INTERPRETER_WORDS = 64 };

typedef enum DraftState {
    DRAFT_NONE,                /* not bound */
    DRAFT_KNOWN,               /* `object`, of the view before */
    DRAFT_NEW                  /* a new object, with `typed` as its repr */
} DraftState;

typedef struct DraftName {
    char name[INTERPRETER_WORDS];
    uint8_t state, first;      /* DraftState, now and before the step */
    uint64_t object, first_object;     /* number */
    char typed[INTERPRETER_WORDS];
    bool right;                /* once compared */
    char truth[2 * INTERPRETER_WORDS]; /* in words, once compared: "the list [1, 2]" */
} DraftName;

typedef struct Interpreter {
    DraftName names[INTERPRETER_NAMES];
    uint32_t count;
    uint32_t wrong;            /* once compared */
    bool compared;
} Interpreter;

/* Begins with the names of the running frame of `before`, those that `after` binds there included. False when there is
 * nothing to say: the step leaves or enters a frame, or the program has no names. */
bool interpreter_begin(Interpreter *draft, const View *before, const View *after);

void interpreter_bind(Interpreter *draft, uint32_t name, uint64_t object);
void interpreter_unbind(Interpreter *draft, uint32_t name);

/* Adds to the value of a new object, or takes its last letter; without a letter left the name is as it was. */
void interpreter_type(Interpreter *draft, uint32_t name, const char *text);
void interpreter_erase(Interpreter *draft, uint32_t name);

/* Marks each name and counts what is wrong. */
void interpreter_compare(Interpreter *draft, const View *before, const View *after);

/* What a name is said to refer to: "the list [1, 2]", "new: 7", "not bound". */
void interpreter_words(const DraftName *name, const View *before, char *words, size_t size);

#endif
