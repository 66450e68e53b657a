/* Biographies: when an object was made, when and why it died, when a slot changed last. Nothing of this is recorded: it is
 * found by asking the states of the run. Whether an object exists changes twice in a run, so its birth and its death are
 * found by halving; a slot may change often, so its last change is found by going back.
 *
 * A question may be cancelled as any other use of the timeline, and looks at a bounded part of the run. The cursor of the
 * timeline moves; whoever shows a step seeks it again.
 */
#ifndef REFARROWS_MACHINE_BIOGRAPHY_H
#define REFARROWS_MACHINE_BIOGRAPHY_H

#include "machine/holders.h"
#include "machine/timeline.h"

enum {
    BIOGRAPHY_STEPS = 10000000,        /* steps beyond what is known that are run to find a birth or death */
    BIOGRAPHY_BACK = 2000000           /* steps back in which a last change is looked for */
};

/* Where in the run something happened: while the program went from one stop to the next, which may lie inside a step. */
typedef struct Moment {
    Position before, after;
    uint64_t step;             /* the first event at which it has happened: where to go to see it */
    int line;                  /* that was being run; 0: not known */
    char function[80];         /* the name of the frame that ran it, "<module>" */
} Moment;

typedef struct Birth {
    Moment moment;
    uint64_t address;          /* 0: the object was gone, or out of sight, at the stop after */
} Birth;

/* A death, and the deaths that came with it. */
typedef struct Obituary {
    Moment moment;             /* its line is the one whose instruction set off the cascade */
    Position flat;             /* the stop before that instruction */
    Death *deaths;             /* all that the instruction set off, in order; without revived objects, what finalizers
                                * did by themselves, and what was made and let go meanwhile */
    uint32_t count, capacity;
    HolderList holders;        /* before: of the object, and of the first object of its cascade */
    HolderSlot last;           /* the slot whose reference went last; only if `has_last` */
    char last_words[300];      /* that holder in words */
    uint64_t last_target;      /* what that slot refers to since; 0: nothing, or the slot is gone */
    bool has_last;
    bool frame_ended;          /* the slot was a frame's, and that is gone */
    int32_t place;             /* of the object in `deaths`; -1: it is not told there */
    int32_t first;             /* of the first object of its cascade */
    bool watching;             /* (while it is made) */
    uint64_t newest;           /* (while it is made) the newest object before that instruction */
} Obituary;

/* When was the object made? No step after `limit` is looked at (UINT64_MAX: as far as BIOGRAPHY_STEPS go). TIMELINE_END:
 * there is no such object up to there. */
TimelineStatus biography_birth(Timeline *timeline, uint64_t number, uint64_t limit, Birth *birth);

/* When and why did it die? It was alive at `alive`, where `address` is its address. TIMELINE_END: it lives to the end of
 * the run, or up to `limit`. Finish the obituary in any case. */
TimelineStatus biography_death(Timeline *timeline, uint64_t number, uint64_t address, Position alive, uint64_t limit,
                               Obituary *obituary);
void obituary_init(Obituary *obituary);
void obituary_finish(Obituary *obituary);

/* When did what the slot refers to become what it is at `from`? TIMELINE_END: it has been so from the beginning, or for
 * longer than is looked back. */
TimelineStatus biography_last_change(Timeline *timeline, const HolderSlot *slot, Position from, Moment *moment);

/* In words, cut to fit: "step 3, line 5, in add"; and why it died, as a sentence without a full stop. */
void moment_words(const Moment *moment, char *words, size_t size);
void obituary_words(const Obituary *obituary, char *words, size_t size);

/* The number of the object that the slot refers to where the machine of the timeline stands; 0: none. */
uint64_t biography_target(Timeline *timeline, const HolderSlot *slot);

#endif
