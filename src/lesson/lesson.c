/* From text to lesson: the text is looked at as bytes, parsed by cJSON, checked against the tables of its fields, then
 * for what the tables cannot say; only a lesson without mistakes is built. */
#include "lesson/lesson.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "lesson/field.h"
#include "lesson/lesson_file.h"
#include "lesson/lesson_json.h"
#include "lesson/prose.h"
#include "machine/memory.h"

enum { MOST_CHOICES = 6 };

/* The format. */

static const char *const formats[] = {"refarrows-lesson", NULL};
static const char *const languages[] = {"python", "c", NULL};
static const char *const levels[] = {"values", "references", "counts", "memory", NULL};
static const char *const themes[] = {"light", "dark", "contrast", NULL};
static const char *const events[] = {"call", "return", "exception", "end", NULL};
static const WaypointKind event_kinds[] = {WAYPOINT_CALL, WAYPOINT_RETURN, WAYPOINT_EXCEPTION, WAYPOINT_END};

static const FieldRule lesson_rules[] = {
    {"format", "\"format\": \"refarrows-lesson\"", FIELD_TEXT, true, 0, formats},
    {"version", "\"version\": 1", FIELD_NUMBER, true, 1, NULL},
    {"title", "the lesson's name", FIELD_TEXT, true, 0, NULL},
    {"course", "the course it belongs to", FIELD_TEXT, true, 0, NULL},
    {"order", "its place among the lessons", FIELD_NUMBER, false, 1, NULL},
    {"language", "\"python\" or \"c\"", FIELD_TEXT, false, 0, languages},
    {"program", "the program", FIELD_LINES, false, 0, NULL},
    {"program_file", "the program's file", FIELD_TEXT, false, 0, NULL},
    {"goal", "what the learner can do afterwards", FIELD_TEXT, false, 0, NULL},
    {"intro", "a word before the first step", FIELD_TEXT, false, 0, NULL},
    {"exercise", "what to change in the program, and to find out", FIELD_TEXT, false, 0, NULL},
    {"waypoints", "the list of places where the lesson says something", FIELD_LIST, true, 0, NULL},
    {"level", "the level of truth", FIELD_TEXT, false, 0, levels},
    {"theme", "the theme", FIELD_TEXT, false, 0, themes},
    {"hide", "names that are not shown", FIELD_TEXTS, false, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

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
    {"function", "the function of the event", FIELD_TEXT, false, 0, NULL},
    {"occurrence", "which time", FIELD_NUMBER, false, 1, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

static const FieldRule question_rules[] = {
    {"ask", "the question", FIELD_TEXT, true, 0, NULL},
    {"choices", "the list of answers to choose from", FIELD_TEXTS, true, 0, NULL},
    {"answer", "the right one of the choices", FIELD_TEXT, true, 0, NULL},
    {"why", "why it is right", FIELD_TEXT, true, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

/* What a lesson is made of, while it is checked. */
typedef struct LessonDraft {
    Complaints *complaints;
    const cJSON *root;
    Lesson *lesson;            /* filled as far as it is right */
} LessonDraft;

/* The program. */

static char *lesson_copy(const char *text)
{
    if (text == NULL)
        return NULL;
    size_t size = strlen(text) + 1;
    return memcpy(memory_resize(NULL, size), text, size);
}

static char *lesson_join_lines(const cJSON *value)
{
    Prose prose;
    const cJSON *line;
    prose_init(&prose);
    if (cJSON_IsString(value))
        prose_add(&prose, value->valuestring);
    else
        cJSON_ArrayForEach(line, value) {
            prose_add(&prose, line->valuestring);
            prose_add(&prose, "\n");
        }
    return prose_take(&prose);
}

/* "lessons/names.json" and "names.py" give "lessons/names.py". */
static char *lesson_beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    Prose prose;
    prose_init(&prose);
    if (slash != NULL)
        prose_add_bytes(&prose, path, (size_t)(slash - path) + 1);
    prose_add(&prose, name);
    return prose_take(&prose);
}

static void lesson_read_program_file(LessonDraft *draft, const char *name)
{
    if (name[0] == '/' || strstr(name, "..") != NULL) {
        complaint_at(draft->complaints, "/program_file", "the program must lie beside the lesson; give its name alone");
        return;
    }
    size_t length = 0;
    const char *why = "";
    char *path = lesson_beside(draft->lesson->path, name), *text = lesson_file_read(path, &length, &why);
    if (text == NULL)
        complaint_at(draft->complaints, "/program_file", "the program %s: %s", path, why);
    else if (lesson_file_first_wrong(text, length, &why) < length)
        complaint_at(draft->complaints, "/program_file", "the program %s: %s", path, why);
    else {
        draft->lesson->program = text;
        draft->lesson->program_name = lesson_copy(name);
        text = NULL;
    }
    free(text);
    free(path);
}

/* The lesson's own name with the language's ending: "lessons/01-names.json" gives "01-names.py". */
static char *lesson_program_name(const Lesson *lesson)
{
    const char *slash = strrchr(lesson->path, '/'), *name = slash == NULL ? lesson->path : slash + 1;
    const char *dot = strrchr(name, '.');
    Prose prose;
    prose_init(&prose);
    prose_add_bytes(&prose, name, dot == NULL ? strlen(name) : (size_t)(dot - name));
    prose_add(&prose, strcmp(lesson->language, "c") == 0 ? ".c" : ".py");
    return prose_take(&prose);
}

static bool lesson_is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n\f", text[i]) == NULL)
            return false;
    return true;
}

static void lesson_check_program(LessonDraft *draft)
{
    const cJSON *inside = cJSON_GetObjectItemCaseSensitive(draft->root, "program");
    const cJSON *file = cJSON_GetObjectItemCaseSensitive(draft->root, "program_file");
    const char *where = inside != NULL ? "/program" : "/program_file";
    if (inside == NULL && file == NULL)
        complaint_at(draft->complaints, "",
                     "'program' is missing: add the program as a list of lines, or 'program_file'");
    if (inside != NULL && file != NULL)
        complaint_at_key(draft->complaints, "/program_file", 0,
                        "the program is already in 'program'; remove one of the two");
    if (field_get(draft->root, lesson_rules, "program") != NULL)
        draft->lesson->program = lesson_join_lines(inside);
    else if (inside == NULL && field_text(draft->root, lesson_rules, "program_file") != NULL)
        lesson_read_program_file(draft, file->valuestring);
    if (draft->lesson->program != NULL && lesson_is_blank(draft->lesson->program, strlen(draft->lesson->program)))
        complaint_at(draft->complaints, where, "the program is empty; a lesson needs one that runs");
}

/* Way-points. */

/* The n-th line, from 1; NULL if the program has fewer. */
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
    int count = cJSON_GetObjectItemCaseSensitive(at, "event") != NULL;
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
        complaint_at(draft->complaints, part, "write exactly one of 'line', 'after', 'step' or 'event' here");
    lesson_check_line(draft, path, "line", field_number(at, at_rules, "line"));
    lesson_check_line(draft, path, "after", field_number(at, at_rules, "after"));
    if (cJSON_GetObjectItemCaseSensitive(at, "function") != NULL
        && cJSON_GetObjectItemCaseSensitive(at, "event") == NULL) {
        snprintf(part, sizeof part, "%s/at/function", path);
        complaint_at_key(draft->complaints, part, 0, "'function' goes with 'event'; remove it or add the event");
    }
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

static void lesson_check_question(LessonDraft *draft, const cJSON *question, const char *path)
{
    char part[160];
    snprintf(part, sizeof part, "%s/question", path);
    field_check(draft->complaints, question, part, question_rules);
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

static char **lesson_copy_texts(const cJSON *list, uint32_t *count)
{
    const cJSON *item;
    char **texts = memory_resize(NULL, (size_t)cJSON_GetArraySize(list) * sizeof *texts);
    *count = 0;
    cJSON_ArrayForEach(item, list)
        texts[(*count)++] = lesson_copy(item->valuestring);
    return texts;
}

static void lesson_build_question(const cJSON *question, LessonQuestion *out)
{
    const cJSON *choices = field_get(question, question_rules, "choices");
    const char *answer = field_text(question, question_rules, "answer");
    int index = choices == NULL || answer == NULL ? -1 : lesson_find_choice(choices, answer);
    out->ask = lesson_copy(field_text(question, question_rules, "ask"));
    out->why = lesson_copy(field_text(question, question_rules, "why"));
    if (choices != NULL)
        out->choices = lesson_copy_texts(choices, &out->choice_count);
    out->answer = index < 0 ? 0 : (uint32_t)index;
}

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
    }
    if (question != NULL) {
        lesson_check_question(draft, question, path);
        lesson_build_question(question, &waypoint->question);
    }
}

static bool lesson_same_place(const Waypoint *a, const Waypoint *b)
{
    return a->kind == b->kind && a->number == b->number && a->occurrence == b->occurrence
        && (a->function == NULL) == (b->function == NULL)
        && (a->function == NULL || strcmp(a->function, b->function) == 0);
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

static void lesson_check_waypoints(LessonDraft *draft)
{
    const cJSON *list = field_get(draft->root, lesson_rules, "waypoints"), *value;
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

/* The whole. */

static void lesson_check_version(LessonDraft *draft)
{
    int version = field_number(draft->root, lesson_rules, "version");
    if (version > 1)
        complaint_at(draft->complaints, "/version", "version %d is newer than this program, which knows version 1",
                     version);
}

static char *lesson_field(const LessonDraft *draft, const char *key)
{
    return lesson_copy(field_text(draft->root, lesson_rules, key));
}

static void lesson_fill(LessonDraft *draft)
{
    Lesson *lesson = draft->lesson;
    const cJSON *hide = field_get(draft->root, lesson_rules, "hide");
    lesson->title = lesson_field(draft, "title");
    lesson->course = lesson_field(draft, "course");
    lesson->goal = lesson_field(draft, "goal");
    lesson->intro = lesson_field(draft, "intro");
    lesson->exercise = lesson_field(draft, "exercise");
    lesson->level = lesson_field(draft, "level");
    lesson->theme = lesson_field(draft, "theme");
    lesson->order = field_number(draft->root, lesson_rules, "order");
    lesson->language = lesson_field(draft, "language");
    if (lesson->language == NULL)
        lesson->language = lesson_copy("python");
    if (hide != NULL)
        lesson->hide = lesson_copy_texts(hide, &lesson->hide_count);
}

static void lesson_check_root(LessonDraft *draft)
{
    if (!cJSON_IsObject(draft->root)) {
        complaint_at(draft->complaints, "", "a lesson is one object in braces");
        return;
    }
    field_check(draft->complaints, draft->root, "", lesson_rules);
    lesson_check_version(draft);
    lesson_fill(draft);
    lesson_check_program(draft);
    lesson_check_waypoints(draft);
}

static void lesson_finish_build(Lesson *lesson)
{
    lesson->program_length = strlen(lesson->program);
    if (lesson->program_name == NULL)
        lesson->program_name = lesson_program_name(lesson);
}

/* Parses and checks; the mistakes are left with the complaints, the lesson is NULL if there are any. */
static Lesson *lesson_build(const char *path, const char *text, size_t length, Complaints *complaints)
{
    cJSON *root = lesson_json_parse(complaints, text, length);
    if (root == NULL)
        return NULL;
    LessonDraft draft = {complaints, root, memory_resize(NULL, sizeof(Lesson))};
    memset(draft.lesson, 0, sizeof *draft.lesson);
    draft.lesson->path = lesson_copy(path);
    lesson_check_root(&draft);
    cJSON_Delete(root);
    if (complaints->count > 0) {
        lesson_destroy(draft.lesson);
        return NULL;
    }
    lesson_finish_build(draft.lesson);
    return draft.lesson;
}

static Lesson *lesson_parse_counting(const char *path, const char *text, size_t length, FILE *out, size_t *count)
{
    Complaints complaints;
    complaints_init(&complaints, path, text, length);
    Lesson *lesson = lesson_build(path, text, length, &complaints);
    *count = complaints_write(&complaints, out);
    complaints_finish(&complaints);
    return lesson;
}

static Lesson *lesson_load_counting(const char *path, FILE *out, size_t *count)
{
    size_t length = 0;
    const char *why = "";
    char *text = lesson_file_read(path, &length, &why);
    if (text == NULL) {
        fprintf(out, "%s: %s\n", path, why);
        *count = 1;
        return NULL;
    }
    Lesson *lesson = lesson_parse_counting(path, text, length, out, count);
    free(text);
    return lesson;
}

Lesson *lesson_parse(const char *path, const char *text, size_t length, FILE *out)
{
    size_t count;
    return lesson_parse_counting(path, text, length, out, &count);
}

Lesson *lesson_load(const char *path, FILE *out)
{
    size_t count;
    return lesson_load_counting(path, out, &count);
}

size_t lesson_check(const char *path, FILE *out)
{
    size_t count;
    lesson_destroy(lesson_load_counting(path, out, &count));
    return count;
}

static void lesson_free_texts(char **texts, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
}

static void lesson_finish_waypoint(Waypoint *waypoint)
{
    free(waypoint->function);
    free(waypoint->say);
    free(waypoint->question.ask);
    free(waypoint->question.why);
    lesson_free_texts(waypoint->question.choices, waypoint->question.choice_count);
}

void lesson_destroy(Lesson *lesson)
{
    if (lesson == NULL)
        return;
    for (uint32_t i = 0; i < lesson->waypoint_count; i++)
        lesson_finish_waypoint(&lesson->waypoints[i]);
    lesson_free_texts(lesson->hide, lesson->hide_count);
    char *owned[] = {lesson->path, lesson->title, lesson->course, lesson->goal, lesson->intro, lesson->exercise,
                     lesson->language, lesson->program, lesson->program_name, lesson->level, lesson->theme};
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++)
        free(owned[i]);
    free(lesson->waypoints);
    free(lesson);
}

const Waypoint *lesson_waypoint_at(const Lesson *lesson, uint64_t step)
{
    for (uint32_t i = 0; i < lesson->waypoint_count; i++)
        if (lesson->waypoints[i].step == step)
            return &lesson->waypoints[i];
    return NULL;
}

Source lesson_source(const Lesson *lesson)
{
    return (Source){lesson->program_name, lesson->program, lesson->program_length};
}
