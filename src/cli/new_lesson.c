/* `refarrows new-lesson`: a first version of a lesson about a program, for its author to go on with. A lesson has no
 * input, so the program is run without any. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/program.h"
#include "lesson/draft.h"

static bool no_input(void *context, const char **text, size_t *length)
{
    return false;
}

/* Never overwrites: the file that is there may be an author's work. */
static int write_new_file(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST)
        return complain("%s exists already and is left as it is; give another name or remove it first", path);
    FILE *stream = file < 0 ? NULL : fdopen(file, "w");
    if (!stream)
        return complain("cannot write %s: %s", path, strerror(errno));
    bool written = fputs(text, stream) >= 0;
    written = fclose(stream) == 0 && written;
    if (written)
        return 0;
    int why = errno;
    unlink(path);
    return complain("cannot write %s: %s", path, strerror(why));
}

static int write_lesson(Program *program, const Options *options)
{
    const SourceFile *source = &program->source;
    if (source->lesson)
        return complain("%s is a lesson already; name a program", options->words[0]);
    if (source->length > LESSON_LARGEST / 2)
        return complain("%s is too long for a lesson; choose a program of a page or two", source->name);
    if (source->text[strspn(source->text, " \t\r\n\f")] == '\0')
        return complain("%s is empty; write the program first", source->name);
    DraftProgram made = {source->name, source->language->name, source->text};
    char *text = draft_lesson(&made, program->timeline, stderr);
    if (!text)
        return CLI_FAILED;
    int status = 0;
    if (options->output)
        status = write_new_file(options->output, text);
    else
        fputs(text, stdout);
    free(text);
    return status;
}

int new_lesson_command(const Options *options)
{
    Program program;
    TimelineOptions timeline = {.input = no_input};
    int status = program_open(&program, options);
    if (status == 0)
        status = program_load(&program, &timeline);
    if (status == 0)
        status = write_lesson(&program, options);
    program_close(&program);
    return status;
}
