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

#endif
