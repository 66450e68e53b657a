/* Way-points: where each is, what it says and what it asks. */
#include <stdlib.h>
#include <string.h>

#include "lesson/field.h"
#include "lesson/lesson_draft.h"
#include "lesson/predict.h"
#include "machine/memory.h"

enum { MOST_CHOICES = 6 };

static const char *const events[] = {"call", "return", "exception", "end", NULL};
static const WaypointKind event_kinds[] = {WAYPOINT_CALL, WAYPOINT_RETURN, WAYPOINT_EXCEPTION, WAYPOINT_END};

static const FieldRule waypoint_rules[] = {
    {"at", "where it is, such as {\"after\": 3}", FIELD_OBJECT, true, 0, NULL},
    {"say", "the text to show there", FIELD_TEXT, true, 0, NULL},
    {"question", "a question", FIELD_OBJECT, false, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

static const FieldRule at_rules[] = {
    {"line", "a line about to run", FIELD_NUMBER, false, 1, NULL},
    {"after", "a line just run", FIELD_NUMBER, false, 1, NULL},
    {"step", "a step", FIELD_NUMBER, false, 0, NULL},
    {"event", "an event", FIELD_TEXT, false, 0, events},
    {"when", "a condition, such as \"len(items) == 3\"", FIELD_TEXT, false, 0, NULL},
    {"function", "the function of the event", FIELD_TEXT, false, 0, NULL},
    {"occurrence", "which time", FIELD_NUMBER, false, 1, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

static const FieldRule question_rules[] = {
    {"ask", "the question", FIELD_TEXT, true, 0, NULL},
    {"choices", "the list of answers to choose from", FIELD_TEXTS, true, 0, NULL},
    {"answer", "the right one of the choices", FIELD_TEXT, true, 0, NULL},
    {"why", "why it is right", FIELD_TEXT, true, 0, NULL},
    {"hint", "what helps after a first wrong answer", FIELD_TEXT, false, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

static const FieldRule free_rules[] = {
    {"ask", "the question", FIELD_TEXT, true, 0, NULL},
    {"why", "the answer, shown when it was thought about", FIELD_TEXT, true, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

static const FieldRule made_rules[] = {
    {"predict", "the kind of a question that the run answers", FIELD_TEXT, true, 0, prediction_kind_names},
    {"why", "why it is right", FIELD_TEXT, false, 0, NULL},
    {"hint", "what helps after a first wrong answer", FIELD_TEXT, false, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

/* Where it is. */

static const char *lesson_line(const char *program, int number, size_t *length)
{
    for (; number > 1 && program != NULL; number--) {
        program = strchr(program, '\n');
        program += program != NULL;
    }
    if (program == NULL || *program == '\0')
        return NULL;
    *length = strcspn(program, "\n");
    return program;
}

static int lesson_line_count(const char *program)
{
    size_t length = 0;
    int count = 0;
    while (lesson_line(program, count + 1, &length) != NULL)
        count++;
    return count;
}

static void lesson_check_line(LessonDraft *draft, const char *path, const char *key, int line)
{
    char part[160];
    size_t length = 0;
    const char *program = draft->lesson->program, *text;
    if (program == NULL || line < 1)
        return;
    snprintf(part, sizeof part, "%s/at/%s", path, key);
    text = lesson_line(program, line, &length);
    int count = text == NULL ? lesson_line_count(program) : 0;
    if (text == NULL)
        complaint_at(draft->complaints, part, "line %d is outside of the program, which has %d line%s", line, count,
                    count == 1 ? "" : "s");
    else if (lesson_is_blank(text, length) || (text + strspn(text, " \t"))[0] == '#')
        complaint_at(draft->complaints, part, "line %d of the program has no code, so no step stops there", line);
}

static int lesson_index(const char *const *words, const char *word)
{
    for (int i = 0; word != NULL && words[i] != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return -1;
}

static const struct { const char *key; WaypointKind kind; } at_keys[] = {
    {"line", WAYPOINT_LINE}, {"after", WAYPOINT_AFTER}, {"step", WAYPOINT_STEP},
};

static int lesson_count_keys(const cJSON *at)
{
    int count = (cJSON_GetObjectItemCaseSensitive(at, "event") != NULL)
        + (cJSON_GetObjectItemCaseSensitive(at, "when") != NULL);
    for (size_t i = 0; i < sizeof at_keys / sizeof at_keys[0]; i++)
        count += cJSON_GetObjectItemCaseSensitive(at, at_keys[i].key) != NULL;
    return count;
}

static void lesson_check_at(LessonDraft *draft, const cJSON *at, const char *path)
{
    char part[160];
    snprintf(part, sizeof part, "%s/at", path);
    field_check(draft->complaints, at, part, at_rules);
    if (lesson_count_keys(at) != 1)
        complaint_at(draft->complaints, part, "write exactly one of 'line', 'after', 'step', 'event' or 'when' here");
    lesson_check_line(draft, path, "line", field_number(at, at_rules, "line"));
    lesson_check_line(draft, path, "after", field_number(at, at_rules, "after"));
    if (cJSON_GetObjectItemCaseSensitive(at, "function") != NULL
        && cJSON_GetObjectItemCaseSensitive(at, "event") == NULL) {
        snprintf(part, sizeof part, "%s/at/function", path);
        complaint_at_key(draft->complaints, part, 0, "'function' goes with 'event'; remove it or add the event");
    }
}

static void lesson_build_condition(LessonDraft *draft, const cJSON *at, const char *path, Waypoint *waypoint)
{
    char part[160], message[200];
    const char *text = field_text(at, at_rules, "when");
    if (text == NULL)
        return;
    snprintf(part, sizeof part, "%s/at/when", path);
    waypoint->kind = WAYPOINT_WHEN;
    waypoint->condition = condition_parse(text, message, sizeof message, NULL);
    if (waypoint->condition == NULL)
        complaint_at(draft->complaints, part, "%s", message);
}

static void lesson_build_at(const cJSON *at, Waypoint *waypoint)
{
    int event = lesson_index(events, field_text(at, at_rules, "event"));
    int occurrence = field_number(at, at_rules, "occurrence");
    waypoint->occurrence = occurrence > 0 ? (uint32_t)occurrence : 1;
    waypoint->function = lesson_copy(field_text(at, at_rules, "function"));
    if (event >= 0)
        waypoint->kind = event_kinds[event];
    for (size_t i = 0; i < sizeof at_keys / sizeof at_keys[0]; i++)
        if (field_get(at, at_rules, at_keys[i].key) != NULL) {
            int number = field_number(at, at_rules, at_keys[i].key);
            waypoint->kind = at_keys[i].kind;
            waypoint->number = number < 0 ? 0 : (uint64_t)number;
        }
}

/* Its question. */

static int lesson_find_choice(const cJSON *choices, const char *answer)
{
    int index = 0;
    const cJSON *choice;
    cJSON_ArrayForEach(choice, choices) {
        if (strcmp(choice->valuestring, answer) == 0)
            return index;
        index++;
    }
    return -1;
}

/* The fields of its kind. Free is what has nothing but a question and an answer to it. */
static const FieldRule *lesson_question_rules(const cJSON *question)
{
    const cJSON *member;
    if (cJSON_GetObjectItemCaseSensitive(question, "predict") != NULL)
        return made_rules;
    cJSON_ArrayForEach(member, question)
        if (strcmp(member->string, "ask") != 0 && strcmp(member->string, "why") != 0)
            return question_rules;
    return free_rules;
}

static void lesson_check_question(LessonDraft *draft, const cJSON *question, const char *path)
{
    char part[160];
    snprintf(part, sizeof part, "%s/question", path);
    field_check(draft->complaints, question, part, lesson_question_rules(question));
    const cJSON *choices = field_get(question, question_rules, "choices");
    const char *answer = field_text(question, question_rules, "answer");
    int count = cJSON_GetArraySize(choices);
    snprintf(part, sizeof part, "%s/question/choices", path);
    if (choices != NULL && (count < 2 || count > MOST_CHOICES))
        complaint_at(draft->complaints, part, "%d choice%s; give from 2 to %d", count, count == 1 ? "" : "s",
                    MOST_CHOICES);
    snprintf(part, sizeof part, "%s/question/answer", path);
    if (choices != NULL && answer != NULL && lesson_find_choice(choices, answer) < 0)
        complaint_at(draft->complaints, part, "'%s' is none of the choices; write one of them, letter by letter",
                     answer);
}

static void lesson_build_question(const cJSON *question, LessonQuestion *out)
{
    const cJSON *choices = field_get(question, question_rules, "choices");
    const char *answer = field_text(question, question_rules, "answer");
    int index = choices == NULL || answer == NULL ? -1 : lesson_find_choice(choices, answer);
    out->ask = lesson_copy(field_text(question, question_rules, "ask"));
    out->why = lesson_copy(field_text(question, question_rules, "why"));
    out->hint = lesson_copy(field_text(question, question_rules, "hint"));
    if (choices != NULL)
        out->choices = lesson_copy_texts(choices, &out->choice_count);
    out->answer = index < 0 ? 0 : (uint32_t)index;
    out->predict = lesson_copy(field_text(question, made_rules, "predict"));
}

/* The whole way-point. */

static void lesson_check_waypoint(LessonDraft *draft, const cJSON *value, const char *path, Waypoint *waypoint)
{
    Place place = {1, 1};
    place_find(draft->complaints->text, draft->complaints->length, path, false, 0, &place);
    *waypoint = (Waypoint){.occurrence = 1, .step = LESSON_NOWHERE, .source_line = place.line,
                           .source_column = place.column};
    if (!cJSON_IsObject(value)) {
        complaint_at(draft->complaints, path, "a way-point must be an object in braces");
        return;
    }
    field_check(draft->complaints, value, path, waypoint_rules);
    const cJSON *at = field_get(value, waypoint_rules, "at");
    const cJSON *question = field_get(value, waypoint_rules, "question");
    waypoint->say = lesson_copy(field_text(value, waypoint_rules, "say"));
    waypoint->has_question = question != NULL;
    if (at != NULL) {
        lesson_check_at(draft, at, path);
        lesson_build_at(at, waypoint);
        lesson_build_condition(draft, at, path, waypoint);
    }
    if (question != NULL) {
        lesson_check_question(draft, question, path);
        lesson_build_question(question, &waypoint->question);
    }
}

static bool lesson_same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static const char *lesson_condition(const Waypoint *waypoint)
{
    return waypoint->condition == NULL ? NULL : condition_text(waypoint->condition);
}

static bool lesson_same_place(const Waypoint *a, const Waypoint *b)
{
    bool is_known = a->kind != WAYPOINT_WHEN || a->condition != NULL;
    return is_known && a->kind == b->kind && a->number == b->number && a->occurrence == b->occurrence
        && lesson_same_text(a->function, b->function) && lesson_same_text(lesson_condition(a), lesson_condition(b));
}

static void lesson_check_same(LessonDraft *draft, uint32_t index)
{
    const Waypoint *waypoints = draft->lesson->waypoints;
    char path[100];
    snprintf(path, sizeof path, "/waypoints/%u/at", index);
    for (uint32_t i = 0; i < index && waypoints[index].say != NULL; i++)
        if (waypoints[i].say != NULL && lesson_same_place(&waypoints[i], &waypoints[index])) {
            complaint_at(draft->complaints, path, "way-point %u is at the same place as way-point %u; merge them",
                        index + 1, i + 1);
            return;
        }
}

void lesson_check_waypoints(LessonDraft *draft, const cJSON *list)
{
    const cJSON *value;
    Lesson *lesson = draft->lesson;
    if (list == NULL)
        return;
    if (list->child == NULL)
        complaint_at(draft->complaints, "/waypoints", "there are no way-points; a lesson needs at least one");
    lesson->waypoints = memory_resize(NULL, (size_t)cJSON_GetArraySize(list) * sizeof *lesson->waypoints);
    cJSON_ArrayForEach(value, list) {
        char path[100];
        snprintf(path, sizeof path, "/waypoints/%u", lesson->waypoint_count);
        lesson_check_waypoint(draft, value, path, &lesson->waypoints[lesson->waypoint_count]);
        lesson_check_same(draft, lesson->waypoint_count++);
    }
}

void lesson_finish_waypoint(Waypoint *waypoint)
{
    condition_destroy(waypoint->condition);
    free(waypoint->function);
    free(waypoint->say);
    free(waypoint->question.ask);
    free(waypoint->question.why);
    free(waypoint->question.hint);
    free(waypoint->question.predict);
    lesson_free_texts(waypoint->question.choices, waypoint->question.choice_count);
}
