/* The words for a step: what really changed, told about the line that did it. */
#ifndef REFARROWS_CLI_NARRATE_H
#define REFARROWS_CLI_NARRATE_H

#include "cli/source.h"
#include "lesson/narration.h"

/* Fills a text for each depth: one sentence per line, malloc'ed; NULL when there is nothing to say. The source line of
 * `facts` is looked up here. A lesson's own words for the step come first. */
void narrate_step(const SourceFile *source, const StepFacts *facts, char *texts[NARRATION_DEPTHS]);

#endif
