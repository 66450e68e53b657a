/* `refarrows snapshot`: a step as a PNG, or every step. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/handout.h"
#include "cli/picture.h"

enum {
    SNAPSHOT_MOST = 10000,     /* pictures of one call: an endless loop must end, and nobody looks at more */
    SNAPSHOT_BAR = 40          /* columns of the progress bar */
};

/* ---- one step ---- */

static int write_step(Picture *picture, uint64_t step, const char *path)
{
    int status = picture_make(picture, step);
    if (status != 0)
        return status;
    picture_draw(picture);
    return picture_write(picture, path);
}

/* ---- all steps ---- */

static void show_progress(uint64_t done, uint64_t count)
{
    char bar[SNAPSHOT_BAR + 1];
    if (!isatty(STDERR_FILENO))
        return;
    memset(bar, ' ', SNAPSHOT_BAR);
    memset(bar, '#', (size_t)(done * SNAPSHOT_BAR / count));
    bar[SNAPSHOT_BAR] = '\0';
    fprintf(stderr, "\r[%s] %" PRIu64 " of %" PRIu64 "%s", bar, done, count, done == count ? "\n" : "");
    fflush(stderr);
}

/* Names sort as the steps do. */
static int write_numbered(Picture *picture, const char *directory, uint64_t step, uint64_t last)
{
    char path[4096];
    int digits = snprintf(NULL, 0, "%" PRIu64, last);
    int length = snprintf(path, sizeof path, "%s/step-%0*" PRIu64 ".png", directory, digits, step);
    if (length >= (int)sizeof path)
        return complain("the name of the directory is too long: %.200s", directory);
    return write_step(picture, step, path);
}

static int make_directory(const char *path)
{
    struct stat status;
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return complain("cannot make the directory %s: %s", path, strerror(errno));
    if (stat(path, &status) == 0 && !S_ISDIR(status.st_mode))
        return complain("%s is no directory; with --all, -o names one", path);
    return 0;
}

/* Which steps there are to write: `count` of them from `options->from` on. Returns 0 or the exit status. */
static int count_steps(Program *program, const Options *options, uint64_t *count)
{
    uint64_t wish = options->has_steps ? options->steps : SNAPSHOT_MOST;
    if (wish < 1 || wish > SNAPSHOT_MOST)
        return complain("--steps takes a number from 1 to %d here", SNAPSHOT_MOST);
    TimelineStatus status = timeline_record(program->timeline, (Position){options->from + wish, 0}, TIMELINE_WHOLE);
    uint64_t last = timeline_extent(program->timeline).last.step;
    if (last < options->from)
        return program_no_step(program, options->from);
    if (status == TIMELINE_REACHED && !options->has_steps)
        return complain("the program has more than %d steps; choose some with --from N --steps N", SNAPSHOT_MOST);
    *count = last - options->from + 1 < wish ? last - options->from + 1 : wish;
    return 0;
}

static int write_all(Picture *picture, uint64_t count)
{
    const Options *options = picture->options;
    uint64_t last = options->from + count - 1;
    int status = make_directory(options->output);
    for (uint64_t i = 0; i < count && status == 0; i++) {
        status = write_numbered(picture, options->output, options->from + i, last);
        if (status == 0)
            show_progress(i + 1, count);
    }
    return status;
}

/* All of them on one page. */
static int write_page(Picture *picture, uint64_t count)
{
    Handout handout;
    int status = handout_begin(&handout, picture, picture->options->output);
    for (uint64_t i = 0; i < count && status == 0; i++) {
        status = picture_make(picture, picture->options->from + i);
        if (status != 0)
            break;
        picture_draw(picture);
        status = handout_add(&handout, picture);
        show_progress(i + 1, count);
    }
    return handout_end(&handout, status);
}

/* ---- the command ---- */

static int check(const Options *options)
{
    if (!options->output)
        return complain("say where to: -o %s", options->all ? "DIRECTORY" : "picture.png");
    if (options->all && options->has_step)
        return complain("--step picks one step, --all takes every one; leave one of them away");
    if (!options->all && (options->has_steps || options->from))
        return complain("--from and --steps go with --all; one step is --step N");
    return 0;
}

/* A snapshot of a snapshot looks like it, as far as nothing else is asked for. */
static Options as_seen(const Options *options, const SnapshotView *view)
{
    Options own = *options;
    if (view && view->width && !options->has_size) {
        own.width = view->width;
        own.height = view->height;
        own.scale = own.scale == 1 ? view->scale : own.scale;
    }
    return own;
}

static int draw(Program *program, const Options *given)
{
    Options own = as_seen(given, program->source.view), *options = &own;
    Picture picture = {0};
    uint64_t count = 0, step = options->has_step ? options->step : program->source.step;
    int status = options->all ? count_steps(program, options, &count) : 0;
    if (status == 0)
        status = picture_init(&picture, program, options);
    if (status == 0)
        status = !options->all ? write_step(&picture, step, options->output)
                 : handout_is_page(options->output) ? write_page(&picture, count) : write_all(&picture, count);
    picture_finish(&picture);
    return status;
}

int snapshot_command(const Options *options)
{
    Program program = {0};
    int status = check(options);
    if (status == 0)
        status = program_open(&program, options);
    if (status == 0)
        status = program_load(&program, NULL);
    if (status == 0)
        status = draw(&program, options);
    program_close(&program);
    return status;
}
