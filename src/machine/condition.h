/* Conditions: questions with yes or no that a step answers, for way-points and breakpoints:
 *
 *     len(items) == 3
 *     node.next is None and depth > 2
 *     "eve" in seen or total % 10 == 0
 *     count(shared) >= 2
 *
 * They are written as in Python; `->`, `*p`, `&&`, `||`, `!` and NULL of C are understood as well. A condition is answered from a
 * view: nothing of the program runs, so asking changes nothing, and it can be asked of any step of either language.
 * What there is: numbers, texts, True, False, None; names, from the frame that runs outwards; fields `a.b`, elements
 * `a[i]`, entries `a[key]`; len(a), count(a) (the object's references), type(a) (its type's name, a text); + - * / // %;
 * == != < <= > >= is in; and, or, not.
 */
#ifndef REFARROWS_MACHINE_CONDITION_H
#define REFARROWS_MACHINE_CONDITION_H

#include <stddef.h>

#include "machine/view.h"

enum { CONDITION_LONGEST = 300 };      /* bytes of a condition */

typedef struct Condition Condition;

typedef enum ConditionAnswer {
    CONDITION_FALSE,
    CONDITION_TRUE,
    CONDITION_UNKNOWN          /* a name that is not bound here, an element that is not there, "abc" < 3 */
} ConditionAnswer;

/* What the view has to list for an answer to be right in all but monstrous cases. */
extern const ViewOptions condition_view;

/* Reads a condition. NULL if it is none: then `message` has one line that says what is wrong and `column` (may be NULL) the
 * byte where, from 0. The text is copied. */
Condition *condition_parse(const char *text, char *message, size_t size, size_t *column);

/* Takes NULL. */
void condition_destroy(Condition *condition);

/* As it was written. */
const char *condition_text(const Condition *condition);

ConditionAnswer condition_answer(const Condition *condition, const View *view);

#endif
