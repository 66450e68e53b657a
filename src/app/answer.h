/* The answer to a question about an object, a name, or both: who holds the object at the step shown and since when, where it
 * was made, when and why it dies, and what happened to it and to the name. Made on the worker's thread, in two parts: the
 * holders at once, the history when it was found. */
#ifndef REFARROWS_APP_ANSWER_H
#define REFARROWS_APP_ANSWER_H

#include "lesson/chronicle.h"
#include "machine/biography.h"

enum { ANSWER_HOLDERS = 10, ANSWER_WORDS = 160 };

typedef struct AnswerHolder {
    char name[ANSWER_WORDS], place[ANSWER_WORDS];
    HolderSlot slot;
    bool has_since;
    uint64_t since;            /* the step at which it holds the object first */
} AnswerHolder;

typedef struct Answer {
    ChronicleQuestion question;
    Position at;               /* the step it is about */
    bool exists;               /* there and then; a block of C's that was freed is there as well, but not */
    bool lives;
    uint64_t address;
    AnswerHolder holders[ANSWER_HOLDERS];
    uint32_t count;
    uint64_t found;            /* holders in all */
    bool has_history;          /* what follows was looked for */
    bool has_birth, has_death;
    uint64_t birth_step, death_step;
    int birth_line, death_line;
    char why[600];             /* it died; "" if it did not, as far as the run is recorded */
    Chronicle chronicle;
} Answer;

/* Both may be cancelled; the timeline's cursor moves. The second looks no further than the run is recorded. */
TimelineStatus answer_holders(Answer *answer, Timeline *timeline, const ChronicleQuestion *question, Position at);
TimelineStatus answer_history(Answer *answer, Timeline *timeline);

#endif
