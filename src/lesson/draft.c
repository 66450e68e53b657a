/* A way-point is placed by what happens there, since that still holds when the author changes the program. Whether the
 * place leads to the step that was meant is tried out on the finished text; where it does not, the step's number stands
 * instead. */
#include "lesson/draft.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/lesson.h"
#include "lesson/narration.h"
#include "lesson/predict.h"
#include "lesson/pretty.h"
#include "lesson/prose.h"
#include "lesson/spot.h"

enum { DRAFT_SENTENCES = 3, DRAFT_OUTPUT_LONGEST = 256 };

typedef struct Draft {
    const DraftProgram *program;
    Timeline *timeline;
    SpotList spots;
    uint32_t asking;           /* index of the spot that asks */
    cJSON *question;           /* what it asks; NULL: nothing */
} Draft;

/* Two steps that follow each other, and what changed. */
typedef struct DraftStep {
    View before, after;
    ChangeList changes;
    char *line;                /* the text of the line that did it; NULL */
    bool there;                /* both were reached */
    char output[DRAFT_OUTPUT_LONGEST];         /* what the step writes, or its beginning */
    size_t output_length;
} DraftStep;

static char *draft_line(const char *text, int number)
{
    for (; number > 1 && text != NULL; number--) {
        text = strchr(text, '\n');
        text += text != NULL;
    }
    return number < 1 || text == NULL ? NULL : strndup(text, strcspn(text, "\r\n"));
}

static bool draft_seek(Draft *draft, uint64_t step, View *view)
{
    static const ViewOptions options = {0};
    StopInfo stop;
    TimelineStatus status = timeline_seek(draft->timeline, (Position){step, 0}, &options, view, &stop);
    return status == TIMELINE_REACHED && stop.position.step == step;
}

/* The step that leads to `to`, which is not 0. */
static void draft_step_init(DraftStep *step, Draft *draft, uint64_t to)
{
    *step = (DraftStep){0};
    view_init(&step->before);
    view_init(&step->after);
    change_init(&step->changes);
    step->there = draft_seek(draft, to - 1, &step->before) && draft_seek(draft, to, &step->after);
    if (!step->there)
        return;
    change_compute(&step->changes, &step->before, &step->after);
    change_drop_living(&step->changes, &step->before, timeline_is_alive, draft->timeline);
    step->line = draft_line(draft->program->text, narration_line(&step->before, &step->after));
    step->output_length = transcript_copy(timeline_transcript(draft->timeline), OUTPUT_STDOUT,
                                          step->before.output_length, step->after.output_length, step->output,
                                          sizeof step->output);
}

static void draft_step_finish(DraftStep *step)
{
    free(step->line);
    change_finish(&step->changes);
    view_finish(&step->after);
    view_finish(&step->before);
}

/* The first sentences of the narration in one text. */
static char *draft_say(const DraftStep *step)
{
    Narration narration;
    Prose prose;
    narration_init(&narration);
    prose_init(&prose);
    narration_make(&(StepFacts){&step->before, &step->after, &step->changes, step->line, step->output,
                                step->output_length}, &narration);
    for (uint32_t i = 0; i < narration.told && i < DRAFT_SENTENCES; i++) {
        prose_add(&prose, i == 0 ? "" : " ");
        prose_add(&prose, narration.sentences[i]);
    }
    narration_finish(&narration);
    return prose_take(&prose);
}

/* The question. */

static cJSON *draft_question(const Prediction *prediction, const char *why)
{
    cJSON *question = cJSON_CreateObject();
    cJSON_AddStringToObject(question, "ask", prediction->ask);
    cJSON *choices = cJSON_AddArrayToObject(question, "choices");
    for (uint32_t i = 0; i < prediction->choice_count; i++)
        cJSON_AddItemToArray(choices, cJSON_CreateString(prediction->choices[i].words));
    cJSON_AddStringToObject(question, "answer", prediction->choices[prediction->answer].words);
    cJSON_AddStringToObject(question, "why", why);
    return question;
}

/* What can be asked at a step about the next one; NULL: nothing. */
static cJSON *draft_ask(Draft *draft, uint64_t at)
{
    DraftStep step;
    PredictionList list;
    cJSON *question = NULL;
    predictions_init(&list);
    draft_step_init(&step, draft, at + 1);
    if (step.there) {
        StepFacts asked = {&step.before, &step.after, &step.changes, step.line, step.output, step.output_length};
        predictions_make(&list, &asked);
    }
    if (list.count > 0) {
        char *why = draft_say(&step);
        question = draft_question(&list.items[0], why);
        free(why);
    }
    draft_step_finish(&step);
    predictions_finish(&list);
    return question;
}

/* From the middle of the lesson on: by then there is something to ask about. */
static void draft_find_question(Draft *draft)
{
    uint32_t count = draft->spots.count;
    for (uint32_t i = 0; i < count && draft->question == NULL; i++) {
        draft->asking = (count / 2 + i) % count;
        if (draft->spots.items[draft->asking].kind != SPOT_END)
            draft->question = draft_ask(draft, draft->spots.items[draft->asking].step);
    }
}

/* Places. */

static const char *const draft_events[SPOT_KINDS] = {
    [SPOT_CALL] = "call", [SPOT_RETURN] = "return", [SPOT_EXCEPTION] = "exception", [SPOT_END] = "end",
};

static cJSON *draft_place(const Spot *spot)
{
    cJSON *place = cJSON_CreateObject();
    const char *event = draft_events[spot->kind];
    if (spot->by_step)
        cJSON_AddNumberToObject(place, "step", (double)spot->step);
    else if (event != NULL)
        cJSON_AddStringToObject(place, "event", event);
    else
        cJSON_AddNumberToObject(place, "after", spot->line);
    if (!spot->by_step && event != NULL && spot->function != NULL && spot->function[0] != '<')
        cJSON_AddStringToObject(place, "function", spot->function);
    if (!spot->by_step && event == NULL && spot->occurrence > 1)
        cJSON_AddNumberToObject(place, "occurrence", spot->occurrence);
    return place;
}

static bool draft_same_place(const Spot *a, const Spot *b)
{
    cJSON *left = draft_place(a), *right = draft_place(b);
    bool same = cJSON_Compare(left, right, true);
    cJSON_Delete(left);
    cJSON_Delete(right);
    return same;
}

/* A lesson has no two way-points at the same place: the later one is found by its step. */
static void draft_part_places(SpotList *spots)
{
    for (uint32_t i = 1; i < spots->count; i++)
        for (uint32_t j = 0; j < i; j++)
            spots->items[i].by_step |= draft_same_place(&spots->items[i], &spots->items[j]);
}

static cJSON *draft_waypoint(Draft *draft, uint32_t index)
{
    const Spot *spot = &draft->spots.items[index];
    DraftStep step;
    draft_step_init(&step, draft, spot->step);
    char *say = draft_say(&step);
    cJSON *waypoint = cJSON_CreateObject();
    cJSON_AddItemToObject(waypoint, "at", draft_place(spot));
    cJSON_AddStringToObject(waypoint, "say", say);
    if (index == draft->asking && draft->question != NULL)
        cJSON_AddItemToObject(waypoint, "question", cJSON_Duplicate(draft->question, true));
    free(say);
    draft_step_finish(&step);
    return waypoint;
}

/* The whole. */

/* "linked_list.py" gives "Linked list"; what came from stdin has no name. */
static char *draft_title(const char *name)
{
    const char *slash = strrchr(name, '/'), *from = slash == NULL ? name : slash + 1, *dot = strrchr(from, '.');
    size_t length = dot == NULL || dot == from ? strlen(from) : (size_t)(dot - from);
    Prose prose;
    prose_init(&prose);
    if (length == 0 || from[0] == '<')
        prose_add(&prose, "A new lesson");
    for (size_t i = 0; from[0] != '<' && i < length; i++)
        prose_add_bytes(&prose, from[i] == '_' || from[i] == '-' ? " " : &from[i], 1);
    prose_capitalize(&prose, 0);
    return prose_take(&prose);
}

static cJSON *draft_lines(const char *text)
{
    cJSON *lines = cJSON_CreateArray();
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        char *line = strndup(text, length);
        cJSON_AddItemToArray(lines, cJSON_CreateString(line == NULL ? "" : line));
        free(line);
        text += length + (text[length] == '\n');
    }
    return lines;
}

static char *draft_text(Draft *draft)
{
    static const struct { const char *key, *text; } texts[] = {
        {"course", "My lessons"},
        {"goal", "Replace this: what the learner can do afterwards, in one sentence."},
        {"intro", "Replace this: a word before the first step."},
        {"exercise", "Replace this: what to change in the program, and what to find out by it."},
    };
    cJSON *root = cJSON_CreateObject();
    char *title = draft_title(draft->program->name);
    cJSON_AddStringToObject(root, "format", "refarrows-lesson");
    cJSON_AddNumberToObject(root, "version", 1);
    cJSON_AddStringToObject(root, "title", title);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        cJSON_AddStringToObject(root, texts[i].key, texts[i].text);
    cJSON_AddStringToObject(root, "language", draft->program->language);
    cJSON_AddItemToObject(root, "program", draft_lines(draft->program->text));
    cJSON *waypoints = cJSON_AddArrayToObject(root, "waypoints");
    for (uint32_t i = 0; i < draft->spots.count; i++)
        cJSON_AddItemToArray(waypoints, draft_waypoint(draft, i));
    char *text = pretty_json(root);
    cJSON_Delete(root);
    free(title);
    return text;
}

/* Marks the spots whose places lead elsewhere. False if the text is no lesson; `wrong` says whether any are. */
static bool draft_try(Draft *draft, const char *text, bool *wrong, FILE *out)
{
    Lesson *lesson = lesson_parse(draft->program->name, text, strlen(text), out);
    *wrong = false;
    if (lesson == NULL)
        return false;
    lesson_resolve(lesson, draft->timeline, NULL);
    for (uint32_t i = 0; i < lesson->waypoint_count; i++) {
        Spot *spot = &draft->spots.items[i];
        bool missed = lesson->waypoints[i].step != spot->step;
        spot->by_step |= missed;
        *wrong |= missed;
    }
    lesson_destroy(lesson);
    return true;
}

char *draft_lesson(const DraftProgram *program, Timeline *timeline, FILE *out)
{
    Draft draft = {.program = program, .timeline = timeline};
    bool wrong;
    spots_find(&draft.spots, timeline);
    spots_choose(&draft.spots, DRAFT_WAYPOINTS);
    draft_part_places(&draft.spots);
    draft_find_question(&draft);
    char *text = draft_text(&draft);
    bool fine = draft_try(&draft, text, &wrong, out);
    if (fine && wrong) {
        free(text);
        text = draft_text(&draft);
    }
    if (!fine) {
        free(text);
        text = NULL;
    }
    cJSON_Delete(draft.question);
    spots_finish(&draft.spots);
    return text;
}
