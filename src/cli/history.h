/* `refarrows text --object N` and `--name NAME`: what happened to one object or one name, as plain text. */
#ifndef REFARROWS_CLI_HISTORY_H
#define REFARROWS_CLI_HISTORY_H

#include "cli/program.h"

/* Who made the object, when and why it died, what was released with it, and how it changed. Returns the exit status. */
int print_biography(Program *program, uint64_t number);

/* When the name changed last before or at that step. Of several frames that have it, the innermost counts. */
int print_last_change(Program *program, uint64_t step, const char *name);

#endif
