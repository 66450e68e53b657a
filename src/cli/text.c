/* `refarrows text`: a step in words, for screen readers and for reading over the telephone. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/narrate.h"
#include "cli/program.h"
#include "machine/outline.h"

static void print_narration(const SourceFile *source, const View *before, const View *view,
                            const ChangeList *changes)
{
    char *text = narrate_step(source, before, view, changes);
    if (text)
        printf("what happened\n");
    for (char *at = text; at && *at;) {
        int length = 0;
        while (at[length] && at[length] != '\n')
            length++;
        printf("  %.*s\n", length, at);
        at += at[length] ? length + 1 : length;
    }
    free(text);
}

static void print_step(const SourceFile *source, const View *before, const View *view)
{
    ChangeList changes;
    change_init(&changes);
    if (before)
        change_compute(&changes, before, view);
    outline_write(stdout, view, before, before ? &changes : NULL);
    print_narration(source, before, view, before ? &changes : NULL);
    change_finish(&changes);
}

static int print_text(Program *program, uint64_t step)
{
    ViewOptions options = {0};
    View before, view;
    view_init(&before);
    view_init(&view);
    program_find_waypoints(program);
    int status = program_seek(program, step, &options, &view, NULL);
    if (status == 0 && step > 0)
        status = program_seek(program, step - 1, &options, &before, NULL);
    if (status == 0)
        print_step(&program->source, step > 0 ? &before : NULL, &view);
    view_finish(&view);
    view_finish(&before);
    return status;
}

int text_command(const Options *options)
{
    Program program;
    int status = program_open(&program, options);
    if (status == 0)
        status = program_load(&program, NULL);
    if (status == 0)
        status = print_text(&program, options->has_step ? options->step : program.source.step);
    program_close(&program);
    return status;
}
