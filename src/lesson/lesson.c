/* From text to lesson: the text is looked at as bytes, parsed by cJSON, checked against the tables of its fields, then
 * for what the tables cannot say; only a lesson without mistakes is built. */
#include "lesson/lesson.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "lesson/field.h"
#include "lesson/lesson_draft.h"
#include "lesson/lesson_file.h"
#include "lesson/lesson_json.h"
#include "lesson/prose.h"
#include "machine/memory.h"


enum { LEAST_ZOOM = 25, MOST_ZOOM = 600 };

/* The format. */

static const char *const formats[] = {"refarrows-lesson", NULL};
static const char *const languages[] = {"python", "c", NULL};
static const char *const levels[] = {"values", "references", "counts", "memory", NULL};
static const char *const themes[] = {"light", "dark", "contrast", NULL};

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
    {"zoom", "the zoom of the memory in percent", FIELD_NUMBER, false, LEAST_ZOOM, NULL},
    {"input", "lines that the program is given to read", FIELD_TEXTS, false, 0, NULL},
    {"hide", "names and types that are not drawn", FIELD_TEXTS, false, 0, NULL},
    {"focus", "the only name whose objects are drawn", FIELD_TEXT, false, 0, NULL},
    {"requires", "titles of lessons that come before", FIELD_TEXTS, false, 0, NULL},
    {NULL, NULL, FIELD_TEXT, false, 0, NULL},
};

/* The program. */

char *lesson_copy(const char *text)
{
    if (text == NULL)
        return NULL;
    size_t size = strlen(text) + 1;
    return memcpy(memory_resize(NULL, size), text, size);
}

char **lesson_copy_texts(const cJSON *list, uint32_t *count)
{
    const cJSON *item;
    char **texts = memory_resize(NULL, (size_t)cJSON_GetArraySize(list) * sizeof *texts);
    *count = 0;
    cJSON_ArrayForEach(item, list)
        texts[(*count)++] = lesson_copy(item->valuestring);
    return texts;
}

void lesson_free_texts(char **texts, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
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

bool lesson_is_blank(const char *text, size_t length)
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

static char **lesson_texts(const LessonDraft *draft, const char *key, uint32_t *count)
{
    const cJSON *list = field_get(draft->root, lesson_rules, key);
    return list == NULL ? NULL : lesson_copy_texts(list, count);
}

static void lesson_check_zoom(LessonDraft *draft)
{
    if (field_number(draft->root, lesson_rules, "zoom") > MOST_ZOOM)
        complaint_at(draft->complaints, "/zoom", "'zoom' must be from %d to %d percent", LEAST_ZOOM, MOST_ZOOM);
}

/* What is drawn is chosen by words of a bounded number and length (choice.h). */
static void lesson_check_hide(LessonDraft *draft)
{
    const cJSON *list = field_get(draft->root, lesson_rules, "hide"), *word;
    int index = 0;
    cJSON_ArrayForEach(word, list) {
        char path[40];
        snprintf(path, sizeof path, "/hide/%d", index++);
        if (index > LESSON_HIDDEN)
            complaint_at(draft->complaints, path, "at most %d names and types can be hidden", LESSON_HIDDEN);
        else if (strlen(word->valuestring) >= LESSON_WORD)
            complaint_at(draft->complaints, path, "a name of %d bytes or more cannot be hidden", LESSON_WORD);
    }
}

static void lesson_check_input(LessonDraft *draft)
{
    const cJSON *list = field_get(draft->root, lesson_rules, "input"), *line;
    int index = 0;
    cJSON_ArrayForEach(line, list) {
        char path[40];
        snprintf(path, sizeof path, "/input/%d", index++);
        if (strchr(line->valuestring, '\n') != NULL)
            complaint_at(draft->complaints, path, "one line of input cannot hold a line break; write two texts");
    }
}

bool lesson_read_input(void *reader, const char **text, size_t *length)
{
    LessonInput *input = reader;
    if (input->next >= input->lesson->input_count)
        return false;
    *text = input->lesson->input[input->next++];
    *length = strlen(*text);
    return true;
}

static void lesson_fill(LessonDraft *draft)
{
    Lesson *lesson = draft->lesson;
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
    lesson->zoom = field_number(draft->root, lesson_rules, "zoom");
    lesson->focus = lesson_field(draft, "focus");
    lesson->input = lesson_texts(draft, "input", &lesson->input_count);
    lesson->hide = lesson_texts(draft, "hide", &lesson->hide_count);
    lesson->requires = lesson_texts(draft, "requires", &lesson->requires_count);
}

static void lesson_check_root(LessonDraft *draft)
{
    if (!cJSON_IsObject(draft->root)) {
        complaint_at(draft->complaints, "", "a lesson is one object in braces");
        return;
    }
    field_check(draft->complaints, draft->root, "", lesson_rules);
    lesson_check_version(draft);
    lesson_check_zoom(draft);
    lesson_check_hide(draft);
    lesson_check_input(draft);
    lesson_fill(draft);
    lesson_check_program(draft);
    lesson_check_waypoints(draft, field_get(draft->root, lesson_rules, "waypoints"));
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

void lesson_destroy(Lesson *lesson)
{
    if (lesson == NULL)
        return;
    for (uint32_t i = 0; i < lesson->waypoint_count; i++)
        lesson_finish_waypoint(&lesson->waypoints[i]);
    lesson_free_texts(lesson->input, lesson->input_count);
    lesson_free_texts(lesson->hide, lesson->hide_count);
    lesson_free_texts(lesson->requires, lesson->requires_count);
    char *owned[] = {lesson->path, lesson->title, lesson->course, lesson->goal, lesson->intro, lesson->exercise,
                     lesson->language, lesson->program, lesson->program_name, lesson->level, lesson->theme, lesson->focus};
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
