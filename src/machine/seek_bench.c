/* Each sample is what a user waits for: restoring, running and filling the view. */
#include "machine/seek_bench.h"

#include <stdlib.h>

#include "machine/ticker.h"

enum { SEEK_BENCH_SAMPLES = 1000 };

typedef struct SeekBench {
    Timeline *timeline;
    const ViewOptions *options;
    View view;
    double samples[SEEK_BENCH_SAMPLES];    /* milliseconds */
} SeekBench;

typedef struct SeekBenchFigures { double p50, p99, max; } SeekBenchFigures;

static double seek_bench_since(uint64_t begun)
{
    return (double)(ticker_now() - begun) / 1e6;
}

static int seek_bench_compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static SeekBenchFigures seek_bench_figures(SeekBench *bench)
{
    qsort(bench->samples, SEEK_BENCH_SAMPLES, sizeof bench->samples[0], seek_bench_compare);
    return (SeekBenchFigures){bench->samples[SEEK_BENCH_SAMPLES / 2], bench->samples[SEEK_BENCH_SAMPLES * 99 / 100],
                              bench->samples[SEEK_BENCH_SAMPLES - 1]};
}

static bool seek_bench_seek(SeekBench *bench, uint64_t step, double *sample)
{
    uint64_t begun = ticker_now();
    TimelineStatus status = timeline_seek(bench->timeline, (Position){step, 0}, bench->options, &bench->view, NULL);
    *sample = seek_bench_since(begun);
    return status != TIMELINE_CANCELLED;
}

/* The same places in every measurement: a linear congruential generator (Knuth's MMIX constants), upper bits. */
static uint64_t seek_bench_random(uint64_t *state, uint64_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (*state >> 16) % below;
}

static bool seek_bench_jumps(SeekBench *bench, uint64_t last)
{
    uint64_t state = 1;
    for (int i = 0; i < SEEK_BENCH_SAMPLES; i++)
        if (!seek_bench_seek(bench, seek_bench_random(&state, last + 1), &bench->samples[i]))
            return false;
    return true;
}

/* A shorter run is stepped back through again from its end. */
static bool seek_bench_steps_back(SeekBench *bench, uint64_t last)
{
    double ignored;
    uint64_t at = last;
    if (!seek_bench_seek(bench, at, &ignored))
        return false;
    for (int i = 0; i < SEEK_BENCH_SAMPLES; i++) {
        at = at > 0 ? at - 1 : last;
        if (!seek_bench_seek(bench, at, &bench->samples[i]))
            return false;
    }
    return true;
}

static void seek_bench_print(FILE *out, const char *name, SeekBenchFigures figures)
{
    fprintf(out, "\"%s\":{\"p50\":%.3f,\"p99\":%.3f,\"max\":%.3f},", name, figures.p50, figures.p99, figures.max);
}

static bool seek_bench_measure(SeekBench *bench, uint64_t most_steps, FILE *out)
{
    Position until = most_steps > 0 ? (Position){most_steps, 0} : POSITION_NEVER;
    uint64_t begun = ticker_now();
    if (timeline_record(bench->timeline, until, TIMELINE_WHOLE) == TIMELINE_CANCELLED)
        return false;
    double record = seek_bench_since(begun);
    uint64_t last = timeline_extent(bench->timeline).last.step;
    if (!seek_bench_jumps(bench, last))
        return false;
    SeekBenchFigures seeks = seek_bench_figures(bench);
    if (!seek_bench_steps_back(bench, last))
        return false;
    SeekBenchFigures steps_back = seek_bench_figures(bench);
    fprintf(out, "{\"steps\":%llu,\"record_ms\":%.3f,", (unsigned long long)last + 1, record);
    seek_bench_print(out, "seek_ms", seeks);
    seek_bench_print(out, "back_ms", steps_back);
    fprintf(out, "\"heap_mib\":%.3f,\"recording_mib\":%.3f}\n",
            (double)timeline_heap_size(bench->timeline) / 1048576,
            (double)timeline_recording_size(bench->timeline) / 1048576);
    return true;
}

bool seek_bench_run(Timeline *timeline, uint64_t most_steps, const ViewOptions *options, FILE *out)
{
    SeekBench *bench = malloc(sizeof *bench);
    if (bench == NULL)
        return false;
    bench->timeline = timeline;
    bench->options = options;
    view_init(&bench->view);
    bool is_done = seek_bench_measure(bench, most_steps, out);
    view_finish(&bench->view);
    free(bench);
    return is_done;
}
