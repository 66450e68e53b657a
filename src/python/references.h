/* References: every counted reference in the machine, one by one, each with what it is: name in frame, item, attribute,
 * cell, value on the evaluation stack, root of the interpreter.
 *
 * There is one table of where objects keep references (references.c). The audit counts with it, so a reference that is
 * missing there, or told twice, is found at the first instruction of the first test; and the holders that are shown come
 * out of the same table. Labels are pointers into what is there, nothing is made in words.
 */
#ifndef REFARROWS_PYTHON_REFERENCES_H
#define REFARROWS_PYTHON_REFERENCES_H

#include "machine/holders.h"
#include "python/frame.h"
#include "python/object.h"

typedef struct Reference {
    Object *target;
    Object *holder;            /* the object that refers; NULL: a frame on the call stack, or the interpreter */
    Frame *frame;              /* the frame that refers, wherever it lies; NULL: none */
    Object *label;             /* a str or a dict's key; NULL: `word` or `index` tells */
    const char *word;          /* a name that the language gives; may be NULL */
    int64_t index;             /* of an item, or a line; -1: none */
    uint8_t role;              /* HolderRole */
    uint8_t inner;             /* HolderRole of what the target holds, where the target is only a part of the holder (a
                                * function's tuple of defaults); HOLDER_NAME, which is 0, for none and for namespaces */
    bool is_part;              /* `inner` says something */
} Reference;

/* Returns 0 to go on; anything else ends the visit, which returns it. The reference is valid during the call. */
typedef int (*ReferenceVisitor)(Vm *vm, const Reference *reference, void *context);

/* What the frames on the call stack and the interpreter itself hold: the roots. Frames come first, the innermost first. */
int references_of_roots(Vm *vm, ReferenceVisitor visit, void *context);

/* What an object holds. */
int references_of_object(Vm *vm, Object *object, ReferenceVisitor visit, void *context);

/* What a frame holds; `holder` is the generator or frame object that it lies in, NULL for the call stack. */
int references_of_frame(Vm *vm, Frame *frame, Object *holder, ReferenceVisitor visit, void *context);

#endif
