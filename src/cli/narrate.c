#include "cli/narrate.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/narration.h"

static char *tell(const SourceFile *source, const View *before, const View *view, const ChangeList *changes)
{
    Narration narration;
    char *line = source_copy_line(source, narration_line(before, view));
    narration_init(&narration);
    narration_make(before, view, changes, line, &narration);
    char *text = narration_text(&narration);
    narration_finish(&narration);
    free(line);
    return text;
}

/* What the lesson says when the program gets there, if it is a lesson. */
static const char *lesson_words(const SourceFile *source, const View *view)
{
    const Waypoint *waypoint = source->lesson ? lesson_waypoint_at(source->lesson, view->step) : NULL;
    return waypoint && view->instruction == 0 ? waypoint->say : NULL;
}

static char *join(const char *first, const char *second)
{
    char *text = malloc(strlen(first) + strlen(second) + 2);
    if (text) {
        strcpy(text, first);
        strcat(text, "\n");
        strcat(text, second);
    }
    return text;
}

char *narrate_step(const SourceFile *source, const View *before, const View *view, const ChangeList *changes)
{
    char *told = tell(source, before, view, changes);
    const char *said = lesson_words(source, view);
    if (!said)
        return told;
    char *both = told ? join(said, told) : strdup(said);
    free(told);
    return both;
}
