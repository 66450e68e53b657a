/* A collection under way, for the view. */
#ifndef REFARROWS_PYTHON_GC_VIEW_H
#define REFARROWS_PYTHON_GC_VIEW_H

#include "machine/numbers.h"
#include "machine/view.h"
#include "python/vm.h"

/* Sets view->collector, and of the view's objects (in `index`, by number) color, generation and gc_refs. Does nothing
 * while no collection runs. */
void gc_view(Vm *vm, const NumberIndex *index, View *view);

#endif
