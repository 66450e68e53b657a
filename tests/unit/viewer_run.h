/* A viewer on a real worker, for the tests of what it does. */
#ifndef TESTS_VIEWER_RUN_H
#define TESTS_VIEWER_RUN_H

#include "app/viewer_parts.h"

#include "machine/timeline.h"

typedef struct Run {
    Timeline *timeline;
    Viewer viewer;
} Run;

/* What the viewer told. */
typedef struct Notes { ViewerNote last; uint32_t count; bool refuse; } Notes;

extern const TextMeasure viewer_measure;

void open_noted(Run *run, const char *text, Notes *notes, uint64_t start);
void open_in(Run *run, const MachineLanguage *language, const char *text);
void open_run(Run *run, const char *text);         /* in the toy language */
void open_python(Run *run, const char *text);
void close_run(Run *run);
void pause_ms(long ms);

/* Waits until the viewer shows that step, knows the end; fails after ten seconds. */
void expect_step(Run *run, uint64_t step);
void expect_end(Run *run);
uint64_t picture_hash(Run *run);
void no_wake(void *context);

#endif
