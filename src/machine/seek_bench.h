/* What `refarrows bench seek FILE` measures: recording a run, jumping about in it, stepping back from its end. */
#ifndef REFARROWS_MACHINE_SEEK_BENCH_H
#define REFARROWS_MACHINE_SEEK_BENCH_H

#include <stdio.h>

#include "machine/timeline.h"

/* Records a fresh timeline to its end (or up to `most_steps`, 0: to the end), makes 1000 random seeks and 1000 steps
 * back from the end, each with its view, and prints one line of JSON:
 *
 *     {"steps":..,"record_ms":..,"seek_ms":{"p50":..,"p99":..,"max":..},"back_ms":{..},
 *      "heap_mib":..,"recording_mib":..}
 *
 * False when cancelled; nothing is printed then. */
bool seek_bench_run(Timeline *timeline, uint64_t most_steps, const ViewOptions *options, FILE *out);

#endif
