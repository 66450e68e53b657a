/* Phrases: what the things of a view are called in a sentence. The words are those of CPython's glossary: a name is
 * bound to an object, an object is an instance of its class, a list has items, a dict has keys, a set has members.
 */
#ifndef REFARROWS_LESSON_PHRASE_H
#define REFARROWS_LESSON_PHRASE_H

#include "lesson/prose.h"
#include "machine/view.h"

/* "the int 4", "None", "the empty list", "the dict of 12 keys", "the Point instance", "the function add"; with `is_new`
 * "a new list [1, 2]". VIEW_NONE is "something that is not shown". */
void phrase_object(Prose *prose, const View *view, int32_t object, bool is_new);

/* "int 4", "empty list", "Point instance": the same without an article. */
void phrase_bare_object(Prose *prose, const View *view, int32_t object);

/* None, True, False and their like stand for themselves: nobody asks who else names them. */
bool phrase_is_singleton(const View *view, const ViewObject *object);

/* What a container's parts are called: "item", "members", "keys". */
const char *phrase_part(ObjectKind kind, bool plural);

/* "add", "the module", "the list comprehension". */
void phrase_frame(Prose *prose, const View *view, const ViewFrame *frame);

/* The content of a slot: the object referred to, or the value itself. */
void phrase_slot_content(Prose *prose, const View *view, const ViewSlot *slot, bool is_new);

/* "`b = 4`", or "Line 7" when the source line is NULL, empty, long or only part of a statement. No colon or comment. */
void phrase_source_line(Prose *prose, const char *source_line, int line);

#endif
