/* One pass over the members for what should not be there, one over the rules for what is not. */
#include "lesson/field.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/nearest.h"
#include "machine/memory.h"

enum { LONGEST_PATH = 200, MOST_FIELDS = 31 };

static const FieldRule *field_find(const FieldRule *rules, const char *key)
{
    for (; rules->key != NULL; rules++)
        if (strcmp(rules->key, key) == 0)
            return rules;
    return NULL;
}

/* Types. */

static bool field_is_text(const cJSON *value)
{
    return cJSON_IsString(value) && value->valuestring[0] != '\0';
}

static bool field_is_texts(const cJSON *value)
{
    if (!cJSON_IsArray(value))
        return false;
    const cJSON *item;
    cJSON_ArrayForEach(item, value)
        if (!cJSON_IsString(item))
            return false;
    return true;
}

static bool field_is_lines(const cJSON *value)
{
    return cJSON_IsString(value) || field_is_texts(value);
}

static bool field_is_number(const cJSON *value)
{
    return cJSON_IsNumber(value) && value->valuedouble == floor(value->valuedouble)
        && fabs(value->valuedouble) <= FIELD_LARGEST;
}

static bool field_is_object(const cJSON *value)
{
    return cJSON_IsObject(value);
}

static bool field_is_list(const cJSON *value)
{
    return cJSON_IsArray(value);
}

static const struct { bool (*is)(const cJSON *value); const char *words; } field_types[] = {
    [FIELD_TEXT] = {field_is_text, "a text in quotes that is not empty"},
    [FIELD_TEXTS] = {field_is_texts, "a list of texts"},
    [FIELD_LINES] = {field_is_lines, "a text, or a list of texts with one line each"},
    [FIELD_NUMBER] = {field_is_number, "a whole number without quotes"},
    [FIELD_OBJECT] = {field_is_object, "an object in braces"},
    [FIELD_LIST] = {field_is_list, "a list in brackets"},
};

static const char *field_type_of(const cJSON *value)
{
    if (cJSON_IsString(value))
        return value->valuestring[0] == '\0' ? "an empty text" : "a text";
    return cJSON_IsNumber(value) ? "a number" : cJSON_IsBool(value) ? "true or false" : cJSON_IsNull(value) ? "null"
        : cJSON_IsArray(value) ? "a list" : "an object";
}

/* One member. */

static const char *field_nearest(const char *key, const FieldRule *rules)
{
    const char *words[MOST_FIELDS + 1];
    size_t count = 0;
    for (; rules[count].key != NULL && count < MOST_FIELDS; count++)
        words[count] = rules[count].key;
    words[count] = NULL;
    return nearest_word(key, words);
}

static void field_unknown(Complaints *complaints, const char *path, const char *key, const FieldRule *rules)
{
    const char *nearest = field_nearest(key, rules);
    if (nearest != NULL)
        complaint_at_key(complaints, path, 0, "unknown key '%s'; did you mean '%s'?", key, nearest);
    else
        complaint_at_key(complaints, path, 0, "unknown key '%s'; remove it", key);
}

static void field_check_word(Complaints *complaints, const char *path, const cJSON *value, const FieldRule *rule)
{
    char all[200] = "";
    for (size_t i = 0; rule->words[i] != NULL; i++) {
        if (strcmp(rule->words[i], value->valuestring) == 0)
            return;
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s'%s'", i == 0 ? "" : rule->words[i + 1] == NULL ? " or " : ", ",
                 rule->words[i]);
    }
    const char *nearest = nearest_word(value->valuestring, rule->words);
    if (nearest != NULL)
        complaint_at(complaints, path, "'%s' cannot be '%s'; did you mean '%s'?", rule->key, value->valuestring,
                     nearest);
    else
        complaint_at(complaints, path, "'%s' cannot be '%s'; write %s", rule->key, value->valuestring, all);
}

static void field_check_value(Complaints *complaints, const char *path, const cJSON *value, const FieldRule *rule)
{
    if (!field_types[rule->type].is(value))
        complaint_at(complaints, path, "'%s' must be %s, not %s", rule->key, field_types[rule->type].words,
                    rule->type == FIELD_NUMBER && cJSON_IsNumber(value) ? "this number" : field_type_of(value));
    else if (rule->type == FIELD_NUMBER && value->valuedouble < rule->least)
        complaint_at(complaints, path, "'%s' must be %d or more", rule->key, rule->least);
    else if (rule->words != NULL)
        field_check_word(complaints, path, value, rule);
}

/* How many members before this one have its key. */
static int field_repetition(const cJSON *object, const cJSON *member)
{
    int count = 0;
    for (const cJSON *other = object->child; other != member; other = other->next)
        count += strcmp(other->string, member->string) == 0;
    return count;
}

/* Is the key there, or an unknown one that was taken for it? */
static bool field_is_there(const cJSON *object, const FieldRule *rules, const char *key)
{
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        const char *nearest = field_find(rules, member->string) == NULL ? field_nearest(member->string, rules) : NULL;
        if (strcmp(member->string, key) == 0 || (nearest != NULL && strcmp(nearest, key) == 0))
            return true;
    }
    return false;
}

void field_check(Complaints *complaints, const cJSON *object, const char *path, const FieldRule *rules)
{
    char part[LONGEST_PATH];
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        const FieldRule *rule = field_find(rules, member->string);
        int repetition = field_repetition(object, member);
        snprintf(part, sizeof part, "%s/%s", path, member->string);
        if (repetition > 0)
            complaint_at_key(complaints, part, repetition, "the key '%s' stands here a second time; remove one",
                            member->string);
        else if (rule == NULL)
            field_unknown(complaints, part, member->string, rules);
        else
            field_check_value(complaints, part, member, rule);
    }
    for (const FieldRule *rule = rules; rule->key != NULL; rule++)
        if (rule->required && !field_is_there(object, rules, rule->key))
            complaint_at(complaints, path, "'%s' is missing: add %s", rule->key, rule->meaning);
}

const cJSON *field_get(const cJSON *object, const FieldRule *rules, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return value != NULL && field_types[field_find(rules, key)->type].is(value) ? value : NULL;
}

const char *field_text(const cJSON *object, const FieldRule *rules, const char *key)
{
    const cJSON *value = field_get(object, rules, key);
    return value == NULL ? NULL : value->valuestring;
}

int field_number(const cJSON *object, const FieldRule *rules, const char *key)
{
    const cJSON *value = field_get(object, rules, key);
    return value == NULL ? 0 : (int)value->valuedouble;
}
