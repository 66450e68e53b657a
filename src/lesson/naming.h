/* Naming: how a program would write the way to an object: `a`, `p.next`, `rows[0][2]`, `d['k']`, in C `p->next`.
 *
 * The shortest way from a name is taken: names that stand in the source line first, then those of the running frame,
 * then those of its callers.
 */
#ifndef REFARROWS_LESSON_NAMING_H
#define REFARROWS_LESSON_NAMING_H

#include "lesson/prose.h"
#include "machine/view.h"

enum { NAMING_LONGEST = 3 };   /* steps after the name beyond which a way says nothing to a reader */

typedef struct NamingWay {
    int32_t slot;              /* the slot that leads here, or VIEW_NONE */
    int32_t from;              /* the object that has this slot; VIEW_NONE: a frame's name */
    int32_t depth;             /* 0: a name leads here */
} NamingWay;

typedef struct Naming {
    const View *view;
    NamingWay *ways;           /* per object of the view */
} Naming;

/* `line` is the source line that the words are about; NULL: none. */
void naming_init(Naming *naming, const View *view, const char *line);
/* The same, but no way leads through that slot of the view. */
void naming_init_without(Naming *naming, const View *view, const char *line, int32_t slot);
void naming_finish(Naming *naming);

/* Writes the way to the object; false, and nothing is written, if there is none that is short. */
bool naming_write(Prose *prose, const Naming *naming, int32_t object);

/* The way to a slot of an object, such as `p.x`, `items[0]`. False if the object has none, or the slot is no such part.
 * The slot may be one of `view`, which can be another view of the run. */
bool naming_write_slot(Prose *prose, const Naming *naming, int32_t object, const View *view, const ViewSlot *slot);

#endif
