/* Wording: the short texts that stand in boxes: titles, labels, values, signatures.
 *
 * All are NUL-terminated UTF-8 of at most WORDING_MAX bytes with the NUL, taken from the view and shortened by an
 * ellipsis, never in the middle of a code point.
 */
#ifndef REFARROWS_SCENE_WORDING_H
#define REFARROWS_SCENE_WORDING_H

#include "machine/view.h"
#include "scene/drawlist.h"
#include "scene/nest.h"

enum { WORDING_MAX = 512 };

/* Shortens `text` to at most `letters` code points with an ellipsis in the middle, or at the end. */
void wording_elide(char *text, uint32_t letters, bool middle);

/* "list   len 3", "function", the class's name for an instance. */
void wording_title(const View *view, const ViewObject *object, char *out);

/* The line under the title: a value, a class's name, a function's signature. False if such an object has none. */
bool wording_text(const View *view, const ViewObject *object, uint32_t letters, char *out);

/* What stands before a row's cell: a name, an attribute, an index, the key of an entry, or what a nameless one is. */
void wording_label(const View *view, const ViewSlot *slot, char *out);

/* What tells the rows of one frame apart: the name, or for what has none its place on the evaluation stack. */
void wording_row(const View *view, const ViewSlot *slot, uint32_t index, char *out);

/* The same for a thing of several slots: the name of its part. */
void wording_thing(const View *view, const NestThing *thing, uint32_t index, char *out);

/* A tuple of a few scalars, whose representation is short enough to stand in a cell. */
bool wording_is_brief(const View *view, const ViewObject *object);

/* What stands in a cell without an arrow: the value itself, or the name of what is not drawn. */
void wording_value(const View *view, const ViewSlot *slot, char *out);

/* "72 bytes   0x7f0000000c40" */
void wording_memory(const ViewObject *object, char *out);

/* "module", "add"; and "called at line 7", "returns", "class body" or nothing. */
void wording_frame_name(const View *view, const ViewFrame *frame, char *out);
void wording_frame_note(const View *view, const ViewFrame *frame, char *out);

/* Width in logical pixels. Plain ASCII in the mono face is counted, not measured: layouts ask a great many times. */
float wording_width(const TextMeasure *measure, TextStyle style, const char *text);

#endif
