/* The other run of an edited program, to be shown beside this one: at the same line, mapped through what was edited, for
 * the so many-th time; else at the same step. */
#ifndef REFARROWS_APP_OTHER_RUN_H
#define REFARROWS_APP_OTHER_RUN_H

#include "app/input_box.h"
#include "machine/timeline.h"

typedef struct OtherRun {
    Timeline *timeline;        /* in use by nobody else; NULL: there is no other run */
    InputBox *input;
    const char *source;
    size_t length;
} OtherRun;

/* Beyond the lines that were typed for it the other run stops: nobody types for one that only stands beside. */
void other_run_begin(const OtherRun *other);

/* The step that corresponds to `here` of a timeline, whose text that is. What cannot be found in time is at the same step. */
Position other_run_find(const OtherRun *other, Timeline *timeline, const StopInfo *here, const char *source,
                        size_t length);

#endif
