/* `refarrows text`: a step in words, for screen readers and for reading over the telephone. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/history.h"
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

/* The machine stands at the step of `view`. */
static void print_step(const Program *program, const View *before, const View *view)
{
    const SourceFile *source = &program->source;
    ChangeList changes;
    HolderList holders;
    change_init(&changes);
    holder_list_init(&holders);
    if (before) {
        change_compute(&changes, before, view);
        change_drop_living(&changes, before, timeline_is_alive, program->timeline);
    }
    holders_of_view(source->language->machine, timeline_machine(program->timeline), view, OUTLINE_HOLDERS, &holders);
    outline_write(stdout, view, before, before ? &changes : NULL, &holders);
    print_narration(source, before, view, before ? &changes : NULL);
    holder_list_finish(&holders);
    change_finish(&changes);
}

static int print_text(Program *program, uint64_t step)
{
    ViewOptions options = {0};
    View before, view;
    view_init(&before);
    view_init(&view);
    program_find_waypoints(program);
    int status = step > 0 ? program_seek(program, step - 1, &options, &before, NULL) : 0;
    if (status == 0)
        status = program_seek(program, step, &options, &view, NULL);
    if (status == 0)
        print_step(program, step > 0 ? &before : NULL, &view);
    view_finish(&view);
    view_finish(&before);
    return status;
}

int text_command(const Options *options)
{
    Program program;
    int status = program_open(&program, options);
    if (status == 0 && options->has_object && options->name)
        status = complain("--object and --name are two questions; ask one at a time");
    if (status == 0)
        status = program_load(&program, NULL);
    uint64_t step = options->has_step ? options->step : program.source.step;
    if (status == 0 && options->has_object)
        status = print_biography(&program, options->object);
    else if (status == 0 && options->name)
        status = print_last_change(&program, step, options->name);
    else if (status == 0)
        status = print_text(&program, step);
    program_close(&program);
    return status;
}
