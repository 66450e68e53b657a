/* The flow graph of a unit: its blocks, which of them are reached, and what can be saved, as the optimiser of CPython
 * 3.11's compile.c does it.
 */
#ifndef REFARROWS_PYTHON_FLOWGRAPH_H
#define REFARROWS_PYTHON_FLOWGRAPH_H

#include "python/compile.h"

/* The constants of a unit while it is being optimised: folding may append. */
typedef struct ConstantList { Object **items; int count, capacity; } ConstantList;

void constant_list_add(Compiler *c, ConstantList *list, Object *object);

/* The first block of the current unit. */
Block *flow_entry(const Compiler *c);

/* Before everything: exits and falls noted, jumps to short exits replaced by copies of them. */
void flow_prepare(Compiler *c);

/* Peephole optimisation, unreachable blocks, redundant jumps; then a copy of a line-less exit for each way to it, and
 * lines given to what has none. Trailing constants that are not used any more are dropped from the list. */
void flow_optimize(Compiler *c, ConstantList *constants);

/* Drops the markers of handlers and what NOPs can go, and turns the pseudo jumps into forward and backward ones. The
 * handlers must have been assigned. */
void flow_finish(Compiler *c);

/* compile_peephole.c: within one block. */
void peephole_block(Compiler *c, Block *block, ConstantList *constants);

#endif
