/* What the files of the interpreter share. */
#ifndef REFARROWS_LESSON_INTERPRETER_PARTS_H
#define REFARROWS_LESSON_INTERPRETER_PARTS_H

#include "lesson/interpreter.h"

#define INTERPRETER_HIDDEN "?"         /* what a place holds that nobody drew yet */

/* A place of a view: a slot, or an object as a whole. Both VIEW_NONE: there is none. */
typedef struct DrawnPlace { int32_t slot, object; } DrawnPlace;

DrawnPlace drawn_find(const View *view, const char *id);
void drawn_id_of_slot(const View *view, int32_t slot, char *id);
void drawn_id_of_object(const View *view, int32_t object, char *id);

/* Copies of `from` those frames that are drawn of `after`, its oldest and its newest ones, and what they lead to. Objects are
 * in the order of discovery; values on their way to a caller are left out. */
enum { INTERPRETER_FRAMES = 3 };
void drawn_copy(View *to, const View *from, const View *after);

/* Adds the frames that `after` has and `to` does not, without contents. */
void drawn_add_frames(View *to, const View *after);

/* Adds an object that consists of the same as one of `from`, with nothing in it. */
int32_t drawn_add_shape(View *to, const View *from, int32_t object);

/* Adds to instances the attributes that `truth` has in them and `to` does not, not bound: places for what the step makes. */
void drawn_add_attributes(View *to, const View *truth);

const ViewFrame *drawn_running(const View *view);

/* It cannot be drawn by hand: a function, a class, a module, ... */
bool drawn_is_given(const ViewObject *object);

bool drawn_is_hidden(const View *view, const ViewSlot *slot);
void drawn_hide(View *view, ViewSlot *slot);

/* Which of two equal ones it is makes a difference. */
bool drawn_has_identity(const ViewObject *object);

/* Puts what was typed in a place. `shapes` knows what instances and blocks of a type consist of. `next_number` counts on. */
void drawn_write(View *view, DrawnPlace place, const char *typed, const View *shapes, bool is_c, uint64_t *next_number);
void drawn_bind(View *view, int32_t slot, int32_t object);
void drawn_unbind(View *view, int32_t slot);

/* C: the pointer leads to a slot. */
void drawn_point_at(View *view, int32_t slot, int32_t aimed);

/* Equal but for blanks, and for which quotes are used. */
bool drawn_reads_same(const char *a, size_t a_length, const char *b, size_t b_length);

#endif
