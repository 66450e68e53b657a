#include "cli/narrate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the lesson says when the program gets there: at a way-point, and before the first step. */
static const char *lesson_words(const SourceFile *source, const View *view)
{
    const Lesson *lesson = view->instruction == 0 ? source->lesson : NULL;
    const Waypoint *waypoint = lesson ? lesson_waypoint_at(lesson, view->step) : NULL;
    return waypoint ? waypoint->say : lesson && view->step == 0 ? lesson->intro : NULL;
}

/* What is left to do when the program has ended; malloc'ed. */
static char *lesson_exercise(const SourceFile *source, const View *view)
{
    bool ended = view->event == STEP_END || view->event == STEP_ERROR;
    char *text = NULL;
    if (source->lesson && ended && source->lesson->exercise
        && asprintf(&text, "Your turn: %s", source->lesson->exercise) < 0)
        return NULL;
    return text;
}

/* Both texts, one after the other; either may be NULL. Takes over `first`. */
static char *join(char *first, const char *second)
{
    if (!first || !second)
        return first ? first : second ? strdup(second) : NULL;
    size_t length = strlen(first);
    char *text = realloc(first, length + strlen(second) + 2);
    if (!text)
        return first;
    text[length] = '\n';
    strcpy(text + length + 1, second);
    return text;
}

void narrate_step(const SourceFile *source, const StepFacts *facts, char *texts[NARRATION_DEPTHS])
{
    Narration narration;
    StepFacts step = *facts;
    char *line = source_copy_line(source, narration_line(facts->before, facts->after));
    char *exercise = lesson_exercise(source, facts->after);
    step.source_line = line;
    step.program = source->text;
    narration_init(&narration);
    narration_make(&step, &narration);
    for (int depth = 0; depth < NARRATION_DEPTHS; depth++) {
        char *told = narration_text(&narration, (NarrationDepth)depth);
        texts[depth] = join(join(join(NULL, lesson_words(source, facts->after)), told), exercise);
        free(told);
    }
    narration_finish(&narration);
    free(exercise);
    free(line);
}
