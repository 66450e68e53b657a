/* C as a language of the machine interface. */
#ifndef REFARROWS_C_C_H
#define REFARROWS_C_C_H

#include "machine/machine.h"

extern const MachineLanguage c_language;

struct CVm;

/* The state behind a machine of that language, see vm.h: for tests. */
struct CVm *c_vm(Machine *machine);

/* view.c: fills a view from the state. */
void c_view(struct CVm *vm, const ViewOptions *options, View *view);

/* heap_map.c: fills a map with the heap's blocks, one after the other, free ones among them. */
void c_heap_map(const struct CVm *vm, PoolMap *map);

/* block_bytes.c: fills `bytes` with a block, its header and what it is made of. False: there is no such block, and no such
 * literal in sight. */
bool c_block_bytes(struct CVm *vm, uint64_t number, ObjectBytes *bytes);

/* content.c: what a slot holds, as a number that is another one as soon as a byte of it is, or a byte's state. */
uint64_t c_content(struct CVm *vm, const HolderSlot *slot);

#endif
