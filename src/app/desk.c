#include "app/desk.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>

#include "lesson/keep_file.h"
#include "lesson/lesson_file.h"

#define FORMAT "refarrows-desk"

enum { VERSION = 1 };

uint64_t desk_source(const char *text, size_t length)
{
    uint64_t hash = 0xCBF29CE484222325u;       /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
    return hash;
}

/* Reading */

/* The file, or a new one with nothing in it. NULL: there is no memory. */
static cJSON *read_desk(const char *path)
{
    const char *why;
    size_t length = 0;
    char *text = lesson_file_read(path, &length, &why);
    cJSON *root = text ? cJSON_ParseWithLength(text, length) : NULL;
    free(text);
    const cJSON *format = cJSON_GetObjectItemCaseSensitive(root, "format");
    const cJSON *version = cJSON_GetObjectItemCaseSensitive(root, "version");
    if (cJSON_IsString(format) && strcmp(format->valuestring, FORMAT) == 0 && cJSON_IsNumber(version)
        && version->valueint == VERSION)
        return root;
    cJSON_Delete(root);
    root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "format", FORMAT);
    cJSON_AddNumberToObject(root, "version", VERSION);
    return root;
}

static double number_in(const cJSON *item, double least, double most, double otherwise)
{
    return cJSON_IsNumber(item) && item->valuedouble >= least && item->valuedouble <= most ? item->valuedouble : otherwise;
}

#define LARGEST 9007199254740992.0         /* whole numbers up to here are exact in JSON */

static void read_set(const cJSON *list, ChoiceSet *set)
{
    const cJSON *item;
    set->count = 0;
    cJSON_ArrayForEach(item, list)
    {
        uint64_t number = (uint64_t)number_in(item, 1, LARGEST, 0);
        if (number && !choice_has(set, number) && set->count < CHOICE_OBJECTS)
            choice_toggle(set, number);
    }
}

static void read_words(const cJSON *list, ChoiceWords *words)
{
    const cJSON *item;
    uint32_t count = 0;
    *words = (ChoiceWords){0};
    cJSON_ArrayForEach(item, list)
    {
        if (count == CHOICE_WORDS || !cJSON_IsString(item) || strlen(item->valuestring) >= CHOICE_LETTERS
            || !item->valuestring[0])
            continue;
        strcpy(words->words[count++], item->valuestring);
    }
}

static void read_pins(const cJSON *list, Choices *choices)
{
    const cJSON *item;
    choices->pin_count = 0;
    cJSON_ArrayForEach(item, list)
    {
        uint64_t number = (uint64_t)number_in(cJSON_GetArrayItem(item, 0), 1, LARGEST, 0);
        int32_t column = (int32_t)number_in(cJSON_GetArrayItem(item, 1), 0, 1000, 0);
        float y = (float)number_in(cJSON_GetArrayItem(item, 2), 0, 1e6, 0);
        if (number && choices->pin_count < CHOICE_PINS)
            choice_pin(choices, (ChoicePin){number, column, y});
    }
}

static void read_program(const cJSON *program, uint64_t source, Desk *desk)
{
    Choices *choices = &desk->choices;
    char wanted[20];
    const cJSON *made_for = cJSON_GetObjectItemCaseSensitive(program, "source");
    const cJSON *focus = cJSON_GetObjectItemCaseSensitive(program, "focus");
    snprintf(wanted, sizeof wanted, "%016" PRIx64, source);
    read_words(cJSON_GetObjectItemCaseSensitive(program, "hidden"), &choices->hidden);
    read_words(cJSON_GetObjectItemCaseSensitive(program, "folded_types"), &choices->folded_types);
    if (cJSON_IsString(focus) && strlen(focus->valuestring) < CHOICE_LETTERS)
        strcpy(choices->focus, focus->valuestring);
    if (!cJSON_IsString(made_for) || strcmp(made_for->valuestring, wanted) != 0)
        return;
    desk->step = (uint64_t)number_in(cJSON_GetObjectItemCaseSensitive(program, "step"), 0, LARGEST, 0);
    read_set(cJSON_GetObjectItemCaseSensitive(program, "opened"), &choices->opened);
    read_set(cJSON_GetObjectItemCaseSensitive(program, "folded"), &choices->folded);
    read_pins(cJSON_GetObjectItemCaseSensitive(program, "pins"), choices);
}

static void read_shares(const cJSON *panels, PanelShares *shares)
{
    shares->left = (float)number_in(cJSON_GetObjectItemCaseSensitive(panels, "left"), 0, 1, shares->left);
    shares->words = (float)number_in(cJSON_GetObjectItemCaseSensitive(panels, "words"), 0, 1, shares->words);
    shares->output = (float)number_in(cJSON_GetObjectItemCaseSensitive(panels, "output"), 0, 1, shares->output);
}

static char *path_in(const char *folder, const char *name)
{
    char *path;
    return asprintf(&path, "%s/%s", folder, name) < 0 ? NULL : path;
}

void desk_recall(const char *folder, const char *key, uint64_t source, Desk *desk)
{
    char *path = folder && key ? path_in(folder, "desk.json") : NULL;
    if (!path)
        return;
    cJSON *root = read_desk(path);
    const cJSON *programs = cJSON_GetObjectItemCaseSensitive(root, "programs");
    const cJSON *program = cJSON_GetObjectItemCaseSensitive(programs, key);
    read_shares(cJSON_GetObjectItemCaseSensitive(root, "panels"), &desk->shares);
    if (cJSON_IsObject(program))
        read_program(program, source, desk);
    cJSON_Delete(root);
    free(path);
}

/* Writing */

static void write_set(cJSON *program, const char *name, const ChoiceSet *set)
{
    cJSON *list = cJSON_AddArrayToObject(program, name);
    for (uint32_t i = 0; i < set->count; i++)
        cJSON_AddItemToArray(list, cJSON_CreateNumber((double)set->numbers[i]));
}

static void write_words(cJSON *program, const char *name, const ChoiceWords *words)
{
    cJSON *list = cJSON_AddArrayToObject(program, name);
    for (uint32_t i = 0; i < choice_count_words(words); i++)
        cJSON_AddItemToArray(list, cJSON_CreateString(words->words[i]));
}

static void write_pins(cJSON *program, const Choices *choices)
{
    cJSON *list = cJSON_AddArrayToObject(program, "pins");
    for (uint32_t i = 0; i < choices->pin_count; i++) {
        const ChoicePin *pin = &choices->pins[i];
        const double numbers[] = {(double)pin->number, pin->column, pin->y};
        cJSON_AddItemToArray(list, cJSON_CreateDoubleArray(numbers, 3));
    }
}

static cJSON *write_program(const Desk *desk, uint64_t source)
{
    const Choices *choices = &desk->choices;
    char made_for[20];
    cJSON *program = cJSON_CreateObject();
    snprintf(made_for, sizeof made_for, "%016" PRIx64, source);
    cJSON_AddStringToObject(program, "source", made_for);
    write_pins(program, choices);
    write_set(program, "opened", &choices->opened);
    write_set(program, "folded", &choices->folded);
    write_words(program, "folded_types", &choices->folded_types);
    write_words(program, "hidden", &choices->hidden);
    cJSON_AddStringToObject(program, "focus", choices->focus);
    if (desk->step)
        cJSON_AddNumberToObject(program, "step", (double)desk->step);
    return program;
}

static bool is_plain(const Desk *desk)
{
    const Choices *choices = &desk->choices;
    return !desk->step && !choices->pin_count && !choices->opened.count && !choices->folded.count && !choice_hides(choices)
           && !choices->folded_types.words[0][0];
}

/* The program goes to the end of the list, and the first of too many goes. */
static void put_program(cJSON *root, const char *key, uint64_t source, const Desk *desk)
{
    cJSON *programs = cJSON_GetObjectItemCaseSensitive(root, "programs");
    if (!cJSON_IsObject(programs)) {
        cJSON_DeleteItemFromObjectCaseSensitive(root, "programs");
        programs = cJSON_AddObjectToObject(root, "programs");
    }
    cJSON_DeleteItemFromObjectCaseSensitive(programs, key);
    if (!is_plain(desk))
        cJSON_AddItemToObject(programs, key, write_program(desk, source));
    while (cJSON_GetArraySize(programs) > DESK_PROGRAMS)
        cJSON_DeleteItemFromArray(programs, 0);
}

static void put_shares(cJSON *root, const PanelShares *shares)
{
    cJSON_DeleteItemFromObjectCaseSensitive(root, "panels");
    cJSON *panels = cJSON_AddObjectToObject(root, "panels");
    cJSON_AddNumberToObject(panels, "left", shares->left);
    cJSON_AddNumberToObject(panels, "words", shares->words);
    cJSON_AddNumberToObject(panels, "output", shares->output);
}

bool desk_keep(const char *folder, const char *key, uint64_t source, const Desk *desk, char *error, size_t error_size)
{
    char *path = folder && key ? path_in(folder, "desk.json") : NULL;
    if (!path)
        return true;
    keep_file_folder(folder);
    cJSON *root = read_desk(path);
    put_program(root, key, source, desk);
    put_shares(root, &desk->shares);
    char *text = cJSON_PrintUnformatted(root);
    bool kept = text && keep_file_replace(path, text, strlen(text));
    if (!kept)
        snprintf(error, error_size, "this could not be kept in %s: %s", folder, strerror(errno));
    free(text);
    cJSON_Delete(root);
    free(path);
    return kept;
}
