/* The change: what differs between two views of one run. Computed once; narration, animation, marks, predictions and
 * outline read it and never ask the machine.
 */
#ifndef REFARROWS_MACHINE_CHANGE_H
#define REFARROWS_MACHINE_CHANGE_H

#include "machine/view.h"

typedef enum ChangeKind {
    CHANGE_FRAME_PUSHED,       /* frame */
    CHANGE_FRAME_POPPED,       /* frame (of the view before) */
    CHANGE_BOUND,              /* a name or field that was unbound or absent got a target */
    CHANGE_REBOUND,            /* it refers to another object than before, or its value changed */
    CHANGE_UNBOUND,            /* it lost its target, or is gone while its holder lives */
    CHANGE_BORN,               /* object: in the view after, not in the one before, and newer than it */
    CHANGE_APPEARED,           /* object: existed before, but nothing shown led to it */
    CHANGE_DIED,               /* object of the view before to which nothing shown leads any more; freed, once
                                * change_drop_living has been called */
    CHANGE_COUNT,              /* object: its count went from `before` to `after` */
    CHANGE_VALUE,              /* object: same object, other contents that are not slots (repr) */
    CHANGE_OUTPUT              /* text was written: bytes `before` to `after` of stdout */
} ChangeKind;

typedef struct Change {
    uint8_t kind;              /* ChangeKind */
    bool holder_is_frame;      /* BOUND, REBOUND, UNBOUND: whose slot it is */
    uint64_t holder;           /* number of that frame or object; 0 if none */
    int32_t slot_before;       /* index into the slots of the view before, or VIEW_NONE */
    int32_t slot_after;        /* index into the slots of the view after, or VIEW_NONE */
    uint64_t object;           /* number of the object concerned: born, dead, counted, newly referred to */
    uint64_t object_before;    /* REBOUND, UNBOUND: the object referred to before, 0 if none */
    uint64_t before, after;    /* COUNT: counts. OUTPUT: byte offsets */
    int32_t cause;             /* COUNT, BORN, DIED: index of the change that caused it, or VIEW_NONE */
} Change;

typedef struct ChangeList {
    Change *items;             /* frames popped, pushed, then slots in order of frames and objects, then births, counts,
                                  deaths in order of cascade, output */
    uint32_t count, capacity;
} ChangeList;

void change_init(ChangeList *list);
void change_finish(ChangeList *list);

/* Fills `list` (emptied first) with what differs. Numbers of objects and frames identify them; time proportional to the
 * two views. An object is born if its number is larger than View.newest_number of the view before.
 *
 * The slots of a frame pushed or an object born count as bound; those of one that popped, died or only appeared are not
 * listed. A death's cause is the slot change, popped frame or other death that took the last reference shown. Sequences
 * release from their end, as CPython's list_dealloc and tupledealloc do. If the view after is truncated, no deaths are
 * listed, since what is missing may only not have been followed. */
void change_compute(ChangeList *list, const View *before, const View *after);

/* Takes out the deaths of objects that live on out of sight: held by a traceback, a library's object, the interpreter.
 * `alive` answers for the state of the view after, as MachineLanguage.alive does. */
void change_drop_living(ChangeList *list, const View *before,
                        bool (*alive)(void *context, uint64_t number, uint64_t address), void *context);

#endif
