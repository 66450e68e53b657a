/* The chronicle: what happened to an object and to a name, event by event: bound when, changed when; or which
 * calls have ended. Nothing of it is
 * recorded: the states of the run round a place are looked at once more, step by step, and compared. A bounded part of the
 * run is looked at; what lies beyond is said to be there, not what it is. Births and deaths are no part of it, they are
 * found quicker and from any distance (machine/biography.h).
 */
#ifndef REFARROWS_LESSON_CHRONICLE_H
#define REFARROWS_LESSON_CHRONICLE_H

#include "machine/timeline.h"

enum {
    CHRONICLE_EVENTS = 24,         /* that are kept: those nearest to the place */
    CHRONICLE_AFTER = 8,           /* of these so many of later steps at most */
    CHRONICLE_REACH = 100000,      /* steps back and on that are looked at, */
    CHRONICLE_SLICE = 500000000    /* and the nanoseconds that may take, each way */
};

/* Whose? Either may be left out: object 0, or an empty name. */
typedef struct ChronicleQuestion {
    uint64_t object;               /* number */
    uint64_t frame;                /* number of the activation that has the name */
    char name[80];
    bool calls;                    /* instead: which calls have ended up to there, and how */
} ChronicleQuestion;

bool chronicle_is_asked(const ChronicleQuestion *question);        /* about anything at all */
bool chronicle_same(const ChronicleQuestion *a, const ChronicleQuestion *b);

typedef struct ChronicleEvent {
    uint64_t step;                 /* the first at which it has happened */
    int line;                      /* that did it; 0: not known */
    bool of_name;                  /* of the name, not of the object */
    char words[100];               /* "bound to the int 3", "item 2 is now None" */
} ChronicleEvent;

typedef struct Chronicle {
    ChronicleEvent events[CHRONICLE_EVENTS];       /* in the order of the run */
    uint32_t count;
    bool more_before, more_after;                  /* there is, or may be, more than that */
} Chronicle;

/* Looks from a place in both directions, no further than step `last`. The cursor of the timeline moves. Cancelled: the
 * chronicle says nothing. */
TimelineStatus chronicle_make(Chronicle *chronicle, Timeline *timeline, const ChronicleQuestion *question, Position at,
                              uint64_t last);

#endif
