/* `refarrows bench`: figures as one JSON object, so that they can be compared between versions and machines. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/picture.h"
#include "draw/bench.h"
#include "machine/seek_bench.h"
#include "scene/layout_bench.h"

enum { BENCH_FRAMES = 200 };   /* drawn to find the 50th and 99th percentile */

static int bench_seek(Program *program, const Options *options)
{
    ViewOptions view = {.max_slots = 200, .max_repr = 200, .max_objects = 2000};   /* what the window looks at */
    bool done = seek_bench_run(program->timeline, options->has_steps ? options->steps : 0, &view, stdout);
    return done ? 0 : complain("the run was interrupted");
}

/* Draws the step that is asked for and hands the picture on. */
static int with_picture(Program *program, const Options *options, int (*measure)(Picture *picture))
{
    Picture picture = {0};
    int status = picture_init(&picture, program, options);
    if (status == 0)
        status = picture_make(&picture, options->has_step ? options->step : program->source.step);
    if (status == 0)
        status = measure(&picture);
    picture_finish(&picture);
    return status;
}

static int measure_frame(Picture *picture)
{
    FrameFigures figures;
    char error[300];
    const Options *options = picture->options;
    if (!bench_frame(picture->fonts, &picture->list, picture->theme, options->width, options->height,
                     (float)options->scale, BENCH_FRAMES, &figures, error, sizeof error))
        return complain("%s", error);
    printf("{\"boxes\":%d,\"arrows\":%d,\"texts\":%d,\"frame_ms\":{\"p50\":%.3f,\"p99\":%.3f}}\n", figures.boxes,
           figures.arrows, figures.texts, figures.p50_ms, figures.p99_ms);
    return 0;
}

static int measure_snapshot(Picture *picture)
{
    SnapshotFigures figures;
    char error[300];
    const Options *options = picture->options;
    if (!bench_snapshot(picture->fonts, &picture->list, picture->theme, options->width, options->height,
                        (float)options->scale, &figures, error, sizeof error))
        return complain("%s", error);
    printf("{\"width\":%d,\"height\":%d,\"draw_ms\":%.3f,\"encode_ms\":%.3f,\"bytes\":%zu}\n", figures.width,
           figures.height, figures.draw_ms, figures.encode_ms, figures.bytes);
    return 0;
}

static int measure_layout(Picture *picture)
{
    const StagePicture *step = &picture->page.stage;
    layout_bench(&picture->measure, &picture->stage.options, step->has_before ? &step->before : NULL, &step->view,
                 step->has_before ? &step->changes : NULL, stdout);
    return 0;
}

static int bench_frame_command(Program *program, const Options *options)
{
    return with_picture(program, options, measure_frame);
}

static int bench_layout_command(Program *program, const Options *options)
{
    return with_picture(program, options, measure_layout);
}

static int bench_snapshot_command(Program *program, const Options *options)
{
    return with_picture(program, options, measure_snapshot);
}

typedef struct BenchRow {
    const char *name;
    int (*run)(Program *program, const Options *options);
} BenchRow;

static const BenchRow rows[] = {
    {"seek", bench_seek}, {"frame", bench_frame_command}, {"layout", bench_layout_command},
    {"snapshot", bench_snapshot_command},
};

static const BenchRow *find_row(const char *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    return NULL;
}

int bench_command(const Options *options)
{
    Program program = {0};
    Options rest = *options;
    rest.words++;
    rest.word_count--;
    const BenchRow *row = find_row(options->words[0]);
    if (!row)
        return complain("bench measures seek, frame, layout or snapshot, not '%s'", options->words[0]);
    int status = program_open(&program, &rest);
    if (status == 0)
        status = program_load(&program, NULL);
    if (status == 0)
        status = row->run(&program, &rest);
    program_close(&program);
    return status;
}
