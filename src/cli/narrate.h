/* The words for a step: what really changed, told about the line that did it. */
#ifndef REFARROWS_CLI_NARRATE_H
#define REFARROWS_CLI_NARRATE_H

#include "cli/source.h"
#include "machine/change.h"
#include "machine/view.h"

/* One sentence per line, malloc'ed; NULL when there is nothing to say. `before` and `changes` may be NULL, at the
 * beginning. A lesson's own words for the step come first. */
char *narrate_step(const SourceFile *source, const View *before, const View *view, const ChangeList *changes);

#endif
