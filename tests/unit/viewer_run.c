#include "viewer_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "python/python.h"
#include "toy_machine.h"

static float half_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    return style->size * 0.5f * (float)length;
}

const TextMeasure viewer_measure = {half_width, NULL};

void no_wake(void *context)
{
}

static bool take_note(void *context, const ViewerNote *note, char *error, size_t error_size)
{
    Notes *notes = context;
    notes->last = *note;
    notes->count++;
    snprintf(error, error_size, "the disk is full");
    return !notes->refuse;
}

void open_noted(Run *run, const char *text, Notes *notes, uint64_t start)
{
    Source source = {"noted.py", text, strlen(text), NULL};
    SourceError error;
    run->timeline = timeline_create(&python_language, &source, NULL, &error);
    assert_non_null(run->timeline);
    ViewerOptions options = {
        .file_name = "noted.py", .source = text, .source_length = strlen(text), .theme = theme_find("light"),
        .worker = {.timeline = run->timeline, .measure = &viewer_measure, .scene = scene_options_default(), .wake = no_wake},
        .start = {start, 0}, .resumed = start > 0, .note = take_note, .note_context = notes,
    };
    assert_true(viewer_init(&run->viewer, &options));
}

void open_in(Run *run, const MachineLanguage *language, const char *text)
{
    Source source = toy_source(text);
    SourceError error;
    run->timeline = timeline_create(language, &source, NULL, &error);
    assert_non_null(run->timeline);
    ViewerOptions options = {
        .file_name = "toy", .source = text, .source_length = strlen(text), .theme = theme_find("light"),
        .worker = {.timeline = run->timeline, .measure = &viewer_measure, .scene = scene_options_default(), .wake = no_wake},
    };
    assert_true(viewer_init(&run->viewer, &options));
}

void open_run(Run *run, const char *text) { open_in(run, &toy_language, text); }
void open_python(Run *run, const char *text) { open_in(run, &python_language, text); }

void close_run(Run *run)
{
    viewer_finish(&run->viewer);
    timeline_destroy(run->timeline);
}

void pause_ms(long ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

void expect_step(Run *run, uint64_t step)
{
    for (int i = 0; i < 2000; i++) {
        viewer_update(&run->viewer);
        if (run->viewer.page && run->viewer.page->stage.stop.position.step == step)
            return;
        pause_ms(5);
    }
    fail_msg("step %llu is not shown", (unsigned long long)step);
}

void expect_end(Run *run)
{
    for (int i = 0; i < 2000 && !run->viewer.ended; i++) {
        viewer_update(&run->viewer);
        pause_ms(5);
    }
    assert_true(run->viewer.ended);
}

uint64_t picture_hash(Run *run)
{
    DrawList list;
    draw_list_init(&list);
    run->viewer.highlight[0] = run->viewer.notice[0] = '\0';
    worker_ticks_destroy(run->viewer.ticks);       /* they come when they come; not part of the comparison */
    run->viewer.ticks = NULL;
    viewer_draw(&run->viewer, 1280, 720, &viewer_measure, &list);
    uint64_t hash = draw_list_hash(&list);
    draw_list_finish(&list);
    return hash;
}
