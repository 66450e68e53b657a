/* Numbers of a file are believed as far as they are whole, not negative and no larger than a double holds exactly. */
#include "lesson/progress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/pretty.h"
#include "machine/memory.h"

#define PROGRESS_FORMAT "refarrows-progress"
#define PROGRESS_LARGEST 9007199254740992.0    /* 2 to the 53 */

enum { PROGRESS_VERSION = 1 };

static char *progress_copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_resize(NULL, size), text, size);
}

void progress_init(Progress *progress)
{
    *progress = (Progress){0};
}

static void progress_finish_wrong(ProgressWrong *wrong)
{
    free(wrong->ask);
    free(wrong->taken);
    free(wrong->right);
}

static void progress_finish_lesson(ProgressLesson *lesson)
{
    for (uint32_t i = 0; i < lesson->mistake_count; i++) {
        free(lesson->mistakes[i].kind);
        free(lesson->mistakes[i].belief);
    }
    for (uint32_t i = 0; i < lesson->wrong_count; i++)
        progress_finish_wrong(&lesson->wrong[i]);
    free(lesson->mistakes);
    free(lesson->name);
}

void progress_finish(Progress *progress)
{
    for (uint32_t i = 0; i < progress->count; i++)
        progress_finish_lesson(&progress->lessons[i]);
    free(progress->lessons);
    progress_init(progress);
}

const ProgressLesson *progress_find(const Progress *progress, const char *name)
{
    for (uint32_t i = 0; i < progress->count; i++)
        if (strcmp(progress->lessons[i].name, name) == 0)
            return &progress->lessons[i];
    return NULL;
}

static ProgressLesson *progress_add(Progress *progress, const char *name)
{
    progress->lessons = memory_grow(progress->lessons, &progress->capacity, (uint64_t)progress->count + 1,
                                    sizeof *progress->lessons);
    ProgressLesson *lesson = &progress->lessons[progress->count++];
    *lesson = (ProgressLesson){.name = progress_copy(name)};
    return lesson;
}

ProgressLesson *progress_lesson(Progress *progress, const char *name)
{
    const ProgressLesson *found = progress_find(progress, name);
    ProgressLesson *lesson = found ? &progress->lessons[found - progress->lessons] : progress_add(progress, name);
    lesson->changed = true;
    return lesson;
}

void progress_show(ProgressLesson *lesson, uint64_t step, uint64_t steps, bool is_last)
{
    lesson->last = step;
    if (step > lesson->furthest)
        lesson->furthest = step;
    if (steps > 0)
        lesson->steps = steps;
    lesson->ended |= is_last;
}

static ProgressMistake *progress_mistake(ProgressLesson *lesson, const char *kind, const char *belief)
{
    for (uint32_t i = 0; i < lesson->mistake_count; i++)
        if (strcmp(lesson->mistakes[i].kind, kind) == 0 && strcmp(lesson->mistakes[i].belief, belief) == 0)
            return &lesson->mistakes[i];
    lesson->mistakes = memory_grow(lesson->mistakes, &lesson->mistake_capacity, (uint64_t)lesson->mistake_count + 1,
                                   sizeof *lesson->mistakes);
    ProgressMistake *mistake = &lesson->mistakes[lesson->mistake_count++];
    *mistake = (ProgressMistake){progress_copy(kind), progress_copy(belief), 0};
    return mistake;
}

void progress_answer(ProgressLesson *lesson, bool right, const char *kind, const char *belief)
{
    lesson->asked++;
    lesson->right += right;
    if (!right)
        progress_mistake(lesson, kind, belief)->times++;
}

void progress_wrong(ProgressLesson *lesson, uint64_t step, const char *ask, const char *taken, const char *right)
{
    if (lesson->wrong_count == PROGRESS_WRONG) {
        progress_finish_wrong(&lesson->wrong[0]);
        memmove(lesson->wrong, lesson->wrong + 1, (PROGRESS_WRONG - 1) * sizeof *lesson->wrong);
        lesson->wrong_count--;
    }
    lesson->wrong[lesson->wrong_count++] = (ProgressWrong){step, progress_copy(ask), progress_copy(taken),
                                                           progress_copy(right)};
}

uint64_t progress_resume(const ProgressLesson *lesson)
{
    bool at_end = lesson && lesson->ended && lesson->last >= lesson->furthest;
    return !lesson || at_end ? 0 : lesson->last;
}

float progress_part(const ProgressLesson *lesson)
{
    if (!lesson || lesson->ended)
        return lesson ? 1 : 0;
    float part = lesson->steps ? (float)lesson->furthest / (float)lesson->steps : 0;
    return part > 1 ? 1 : part;
}

void progress_merge(Progress *progress, const Progress *newer)
{
    for (uint32_t i = 0; i < newer->count; i++) {
        const ProgressLesson *from = &newer->lessons[i], *known = progress_find(progress, from->name);
        if (known && known->changed)
            continue;
        ProgressLesson *to = known ? &progress->lessons[known - progress->lessons] : progress_add(progress, from->name);
        ProgressLesson kept = {.name = to->name, .last = from->last, .furthest = from->furthest, .steps = from->steps,
                               .ended = from->ended, .asked = from->asked, .right = from->right};
        to->name = NULL;
        progress_finish_lesson(to);
        *to = kept;
        for (uint32_t m = 0; m < from->mistake_count; m++)
            progress_mistake(to, from->mistakes[m].kind, from->mistakes[m].belief)->times = from->mistakes[m].times;
        for (uint32_t w = 0; w < from->wrong_count; w++)
            progress_wrong(to, from->wrong[w].step, from->wrong[w].ask, from->wrong[w].taken, from->wrong[w].right);
    }
}

/* Numbers, by their names in the file. */

static const struct { const char *key; size_t field; } numbers[] = {
    {"last", offsetof(ProgressLesson, last)}, {"furthest", offsetof(ProgressLesson, furthest)},
    {"steps", offsetof(ProgressLesson, steps)}, {"asked", offsetof(ProgressLesson, asked)},
    {"right", offsetof(ProgressLesson, right)},
};

enum { NUMBER_COUNT = sizeof numbers / sizeof *numbers };

static uint64_t *progress_number(ProgressLesson *lesson, size_t i)
{
    return (uint64_t *)(void *)((char *)lesson + numbers[i].field);
}

/* Writing. */

static cJSON *progress_mistakes_json(const ProgressLesson *lesson)
{
    cJSON *list = cJSON_CreateArray();
    for (uint32_t i = 0; i < lesson->mistake_count; i++) {
        cJSON *mistake = cJSON_CreateObject();
        cJSON_AddStringToObject(mistake, "kind", lesson->mistakes[i].kind);
        cJSON_AddStringToObject(mistake, "belief", lesson->mistakes[i].belief);
        cJSON_AddNumberToObject(mistake, "times", (double)lesson->mistakes[i].times);
        cJSON_AddItemToArray(list, mistake);
    }
    return list;
}

static cJSON *progress_wrong_json(const ProgressLesson *lesson)
{
    cJSON *list = cJSON_CreateArray();
    for (uint32_t i = 0; i < lesson->wrong_count; i++) {
        cJSON *wrong = cJSON_CreateObject();
        cJSON_AddNumberToObject(wrong, "step", (double)lesson->wrong[i].step);
        cJSON_AddStringToObject(wrong, "ask", lesson->wrong[i].ask);
        cJSON_AddStringToObject(wrong, "taken", lesson->wrong[i].taken);
        cJSON_AddStringToObject(wrong, "right", lesson->wrong[i].right);
        cJSON_AddItemToArray(list, wrong);
    }
    return list;
}

static cJSON *progress_lesson_json(ProgressLesson *lesson)
{
    cJSON *object = cJSON_CreateObject();
    for (size_t i = 0; i < NUMBER_COUNT; i++)
        cJSON_AddNumberToObject(object, numbers[i].key, (double)*progress_number(lesson, i));
    cJSON_AddBoolToObject(object, "ended", lesson->ended);
    cJSON_AddItemToObject(object, "mistakes", progress_mistakes_json(lesson));
    if (lesson->wrong_count)
        cJSON_AddItemToObject(object, "wrong", progress_wrong_json(lesson));
    return object;
}

char *progress_write(const Progress *progress)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "format", PROGRESS_FORMAT);
    cJSON_AddNumberToObject(root, "version", PROGRESS_VERSION);
    cJSON *lessons = cJSON_AddObjectToObject(root, "lessons");
    for (uint32_t i = 0; i < progress->count; i++)
        cJSON_AddItemToObject(lessons, progress->lessons[i].name, progress_lesson_json(&progress->lessons[i]));
    char *text = pretty_json(root);
    cJSON_Delete(root);
    return text;
}

/* Reading. */

static bool progress_read_number(const cJSON *object, const char *key, uint64_t *number)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    double given = cJSON_IsNumber(value) ? value->valuedouble : -1;
    bool fine = given >= 0 && given <= PROGRESS_LARGEST && floor(given) == given;
    *number = fine ? (uint64_t)given : 0;
    return fine;
}

static bool progress_read_mistakes(ProgressLesson *lesson, const cJSON *list)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        const char *kind = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "kind"));
        const char *belief = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "belief"));
        uint64_t times;
        if (!kind || !belief || !progress_read_number(item, "times", &times))
            return false;
        progress_mistake(lesson, kind, belief)->times = times;
    }
    return cJSON_IsArray(list);
}

static bool progress_read_wrong(ProgressLesson *lesson, const cJSON *list)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        const char *ask = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "ask"));
        const char *taken = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "taken"));
        const char *right = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "right"));
        uint64_t step;
        if (!ask || !taken || !right || !progress_read_number(item, "step", &step))
            return false;
        progress_wrong(lesson, step, ask, taken, right);
    }
    return !list || cJSON_IsArray(list);
}

static bool progress_read_lesson(Progress *progress, const cJSON *object)
{
    const cJSON *ended = cJSON_GetObjectItemCaseSensitive(object, "ended");
    bool fine = cJSON_IsObject(object) && cJSON_IsBool(ended) && !progress_find(progress, object->string);
    if (!fine)
        return false;
    ProgressLesson *lesson = progress_add(progress, object->string);
    lesson->ended = cJSON_IsTrue(ended);
    for (size_t i = 0; i < NUMBER_COUNT; i++)
        fine &= progress_read_number(object, numbers[i].key, progress_number(lesson, i));
    return fine && progress_read_mistakes(lesson, cJSON_GetObjectItemCaseSensitive(object, "mistakes"))
        && progress_read_wrong(lesson, cJSON_GetObjectItemCaseSensitive(object, "wrong"));
}

static bool progress_read_root(Progress *progress, const cJSON *root)
{
    const char *format = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "format"));
    const cJSON *lessons = cJSON_GetObjectItemCaseSensitive(root, "lessons"), *lesson;
    uint64_t version;
    if (!format || strcmp(format, PROGRESS_FORMAT) != 0 || !progress_read_number(root, "version", &version)
        || version != PROGRESS_VERSION || !cJSON_IsObject(lessons))
        return false;
    cJSON_ArrayForEach(lesson, lessons)
        if (!progress_read_lesson(progress, lesson))
            return false;
    return true;
}

bool progress_read(Progress *progress, const char *text, size_t length)
{
    cJSON *root = strlen(text) == length ? cJSON_ParseWithLengthOpts(text, length + 1, NULL, true) : NULL;
    bool fine = root && progress_read_root(progress, root);
    cJSON_Delete(root);
    if (!fine)
        progress_finish(progress);
    return fine;
}
