/* `refarrows layout`: where the boxes and arrows of a step are, as JSON. */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/picture.h"

static int print_layout(Program *program, const Options *options)
{
    Picture picture = {0};
    int status = picture_init(&picture, program, options);
    if (status == 0)
        status = picture_make(&picture, options->has_step ? options->step : program->source.step);
    if (status == 0)
        scene_print_layout(&picture.page.stage.scene, options->width, options->height, stdout);
    picture_finish(&picture);
    return status;
}

int layout_command(const Options *options)
{
    Program program;
    int status = program_open(&program, options);
    if (status == 0)
        status = program_load(&program, NULL);
    if (status == 0)
        status = print_layout(&program, options);
    program_close(&program);
    return status;
}
