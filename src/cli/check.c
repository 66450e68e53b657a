/* `refarrows check`: what is wrong with lessons, one line per mistake: in the file, and, when that is right, way-points
 * that the program never reaches. */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/language.h"
#include "lesson/lesson.h"

enum { CHECK_FOUND = 1 };      /* exit status when there are mistakes */

/* Runs the lesson's program. False when it cannot be: that is a mistake, too. */
static bool check_run(Lesson *lesson)
{
    const Language *language = language_of_name(lesson->language);
    Source source = lesson_source(lesson);
    SourceError error = {0};
    LessonInput input = {lesson, 0};
    TimelineOptions options = {.input = lesson_read_input, .context = &input};
    Timeline *timeline = timeline_create(language->machine, &source, &options, &error);
    bool fine = timeline != NULL;
    if (timeline)
        fine = lesson_resolve(lesson, timeline, stdout) == 0;
    else
        printf("%s: the program, line %d: %s: %s\n", lesson->path, error.line, error.kind, error.message);
    timeline_destroy(timeline);
    source_error_finish(&error);
    return fine;
}

int check_command(const Options *options)
{
    int status = 0;
    for (size_t i = 0; i < options->word_count; i++) {
        Lesson *lesson = lesson_load(options->words[i], stdout);
        if (!lesson || !check_run(lesson))
            status = CHECK_FOUND;
        lesson_destroy(lesson);
    }
    return status;
}
