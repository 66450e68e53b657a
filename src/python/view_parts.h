/* The view while it is being made: shared by view.c, which has the frames and the event, and view_objects.c, which has the
 * objects and what they refer to.
 */
#ifndef REFARROWS_PYTHON_VIEW_PARTS_H
#define REFARROWS_PYTHON_VIEW_PARTS_H

#include "machine/numbers.h"
#include "python/python.h"
#include "python/safe_repr.h"

typedef struct Viewer {
    Vm *vm;
    const ViewOptions *options;
    View *view;
    NumberIndex index;         /* object number to place in the view */
    Object **queue;            /* the objects of the view, in its order; the first `done` have their slots */
    uint32_t done, capacity;
    ReprText repr;
} Viewer;

/* The str as it stands, without quotes. */
ViewText viewer_text(Viewer *v, const Object *str);
/* The object's place in the view, entered if it is new; VIEW_NONE when the view is full. */
int32_t viewer_place(Viewer *v, Object *object);
/* One more slot, of what is being told; value NULL: not bound. */
ViewSlot *viewer_slot(Viewer *v, SlotRole role, ViewText label, Object *value);
/* Follows references breadth first from what was entered, so that objects come in order of distance from the names. */
void viewer_follow(Viewer *v);
/* __name__ */
bool viewer_is_special_name(const Object *name);

#endif
