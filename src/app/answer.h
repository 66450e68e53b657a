/* The answer to a question about an object: who holds it at the step shown and since when, where it was made, when and
 * why it dies. Made on the worker's thread, in two parts: the holders at once, the history when it was found. */
#ifndef REFARROWS_APP_ANSWER_H
#define REFARROWS_APP_ANSWER_H

#include "machine/biography.h"

enum { ANSWER_HOLDERS = 10, ANSWER_WORDS = 160 };

typedef struct AnswerHolder {
    char name[ANSWER_WORDS], place[ANSWER_WORDS];
    HolderSlot slot;
    bool has_since;
    uint64_t since;            /* the step at which it holds the object first */
} AnswerHolder;

typedef struct Answer {
    uint64_t number;           /* of the object */
    Position at;               /* the step it is about */
    bool exists;               /* there and then */
    uint64_t address;
    AnswerHolder holders[ANSWER_HOLDERS];
    uint32_t count;
    uint64_t found;            /* holders in all */
    bool has_history;          /* what follows was looked for */
    bool has_birth, has_death;
    uint64_t birth_step, death_step;
    int birth_line, death_line;
    char why[600];             /* it died; "" if it did not, as far as the run is recorded */
} Answer;

/* Both may be cancelled; the timeline's cursor moves. The second looks no further than the run is recorded. */
TimelineStatus answer_holders(Answer *answer, Timeline *timeline, uint64_t number, Position at);
TimelineStatus answer_history(Answer *answer, Timeline *timeline);

#endif
