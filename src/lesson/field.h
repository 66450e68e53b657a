/* Fields: the rules of a JSON object as a table, one row per key, and the check of an object against them: unknown keys
 * with the nearest right word, repeated keys, wrong types, wrong words, numbers out of range, what is missing.
 */
#ifndef REFARROWS_LESSON_FIELD_H
#define REFARROWS_LESSON_FIELD_H

#include <cjson/cJSON.h>

#include "lesson/complaint.h"

typedef enum FieldType {
    FIELD_TEXT,                /* not empty */
    FIELD_TEXTS,               /* a list of texts */
    FIELD_LINES,               /* a text, or a list of texts, one per line */
    FIELD_NUMBER,              /* a whole number from `least` */
    FIELD_OBJECT,
    FIELD_LIST
} FieldType;

typedef struct FieldRule {
    const char *key;           /* NULL ends a table */
    const char *meaning;       /* "the lesson's name": said where it is missing */
    FieldType type;
    bool required;
    int least;                 /* FIELD_NUMBER */
    const char *const *words;  /* FIELD_TEXT: the texts allowed, ended by NULL; NULL: any */
} FieldRule;

enum { FIELD_LARGEST = 1000000000 };

/* Checks an object at that path. Parts that are objects or lists of objects are not looked into. */
void field_check(Complaints *complaints, const cJSON *object, const char *path, const FieldRule *rules);

/* The value of a field, or NULL if it is not there or not of its type. */
const cJSON *field_get(const cJSON *object, const FieldRule *rules, const char *key);
const char *field_text(const cJSON *object, const FieldRule *rules, const char *key);

/* 0 if it is not there. */
int field_number(const cJSON *object, const FieldRule *rules, const char *key);

#endif
