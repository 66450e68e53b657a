/* The narrator: what the parts of the narration share while they tell one step. Private to narration*.c.
 *
 * Each part looks at its kind of change and adds sentences. The first sentence added is the headline, so parts are
 * asked in order of weight. What one part has said, another does not repeat: `counted` marks objects whose count was
 * mentioned.
 */
#ifndef REFARROWS_LESSON_NARRATOR_H
#define REFARROWS_LESSON_NARRATOR_H

#include "lesson/fate.h"
#include "lesson/naming.h"
#include "lesson/narration.h"
#include "lesson/prose.h"
#include "machine/machine.h"
#include "machine/numbers.h"

typedef struct Narrator {
    const View *before, *after;
    const ChangeList *changes;
    const StepFacts *step;
    const char *source;        /* the source line, may be NULL */
    int line;                  /* its number */
    Narration *out;
    Prose prose;               /* the sentence in the making */
    uint32_t aside;            /* where its first aside begins; 0: it has none */
    NumberIndex objects_before, objects_after;
    Naming naming, naming_before;      /* of the view after, of that before */
    Fate fate;
    uint64_t told_new[4];      /* objects that were told as new, the latest ones */
    uint32_t told_new_count;   /* in all */
    bool *counted;             /* per object of the view after */
} Narrator;

/* Ends the sentence: adds the full stop and hands it over. Too many are dropped. */
void narrator_end_sentence(Narrator *n);

/* What follows in the sentence is an aside: left out where one sentence must do. */
void narrator_begin_aside(Narrator *n);

/* "`b = 4`" or "Line 4"; in a comprehension, whose line is only part of a statement, "The list comprehension" */
void narrator_add_line(Narrator *n);

/* "add", "the module"; at the beginning of a sentence "The module" */
void narrator_add_frame(Narrator *n, const View *view, const ViewFrame *frame);

/* Does the source line begin with that word? */
bool narrator_line_starts(const Narrator *n, const char *word);

/* Does the frame belong to a part of an expression, such as a comprehension or a lambda? Such frames have no line of
 * their own. */
bool narrator_is_expression(const View *view, const ViewFrame *frame);

const Change *narrator_find(const Narrator *n, ChangeKind kind);
const ViewFrame *narrator_active(const View *view);       /* the newest frame, or NULL */
/* Made in this step. Modules and what is in them do not count as made: an import finds them. */
bool narrator_is_born(const Narrator *n, uint64_t object);
bool narrator_is_pushed(const Narrator *n, uint64_t frame);

/* Will something be said about the object that lost a reference? Then a rebinding need not name it. */
bool narrator_tells_loss(const Narrator *n, uint64_t object);
bool narrator_tells_fall(const Narrator *n, const Change *count);

/* narration_frames.c */
void narration_start(Narrator *n);
void narration_mistake(Narrator *n);        /* a mistake that C went on after, or died of */
void narration_end(Narrator *n);            /* the program ended, well or not */
void narration_raised(Narrator *n);
void narration_called(Narrator *n);
void narration_handled(Narrator *n);
void narration_returned(Narrator *n);       /* stands at its return event */
void narration_popped(Narrator *n);
void narration_block_ended(Narrator *n);    /* the same for a module or a class body */
void narration_add_unset(Narrator *n, const ViewFrame *frame);     /* C: "; its variable i has no value yet" */

/* narration_slots.c */
void narration_names(Narrator *n);
void narration_clause_ended(Narrator *n);   /* an except clause, which took its name with it */
void narration_parts(Narrator *n);          /* items, entries, members, attributes */
void narration_values(Narrator *n);         /* objects that changed in another way */
void narration_add_bindings(Narrator *n, uint64_t frame);  /* "x bound to the int 1 and y to the list []" */

/* narration_ledger.c: counts, addresses and sizes, for NARRATION_COUNTS */
void narration_ledger(Narrator *n);

/* narration_c.c */
void narration_freed(Narrator *n);          /* blocks given to free, by a line that does no more */
void narration_freed_too(Narrator *n);      /* ... that sets a variable as well */
void narration_lifetimes(Narrator *n);      /* variables whose block was left */
void narration_add_pointed(Narrator *n, int32_t slot);     /* ", where list->next pointed" */

/* narration_collector.c: all that there is to say at a stop inside a collection */
void narration_collector(Narrator *n);

/* narration_counts.c */
void narration_add_other_names(Narrator *n, int32_t slot); /* ", which a already names" */
void narration_add_namers(Narrator *n, int32_t slot);      /* "; a already names it" */
void narration_add_which(Narrator *n, int32_t slot);       /* " that a names", of instances, which look alike */
void narration_add_risen(Narrator *n, uint64_t object);    /* ": its count rose to 3" */
void narration_counts(Narrator *n);
void narration_deaths(Narrator *n);

/* narration_quiet.c */
void narration_tested(Narrator *n);         /* how the head of a block came out, where the line did no more */
void narration_quiet(Narrator *n);          /* when nothing else was said */

/* narration_instruction.c: what an instruction took off the evaluation stack and put on it; that it did nothing. */
void narration_worked(Narrator *n);
void narration_idle(Narrator *n);

#endif
