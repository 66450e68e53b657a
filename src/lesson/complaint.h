/* Complaints: the mistakes found in one lesson, each with its place, told in order of place. Usage:
 *
 *     Complaints complaints;
 *     complaints_init(&complaints, path, text, length);
 *     complaint_at(&complaints, "/waypoints/2/at/line", "line %d is outside of the program", line);
 *     size_t count = complaints_write(&complaints, out);
 *     complaints_finish(&complaints);
 */
#ifndef REFARROWS_LESSON_COMPLAINT_H
#define REFARROWS_LESSON_COMPLAINT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "lesson/place.h"

typedef struct Complaint {
    Place place;               /* line 0: the file as a whole */
    uint32_t order;            /* found as the n-th, for equal places */
    char *message;             /* one line: what is wrong and what to do */
} Complaint;

typedef struct Complaints {
    const char *path;          /* as the user wrote it; not owned */
    const char *text;          /* the lesson's raw text; not owned; NULL before it is read */
    size_t length;
    Complaint *items;
    uint32_t count, capacity;
} Complaints;

void complaints_init(Complaints *complaints, const char *path, const char *text, size_t length);
void complaints_finish(Complaints *complaints);

/* About the file as a whole. */
void complaint_about_file(Complaints *complaints, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* About the value at that path (place.h), or, where there is none, the nearest thing around it. */
void complaint_at(Complaints *complaints, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* About a key; `repetition` as in place_find. */
void complaint_at_key(Complaints *complaints, const char *path, int repetition, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* About a byte of the text. */
void complaint_at_byte(Complaints *complaints, size_t byte, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Writes `path:line:column: message` lines; returns how many. */
size_t complaints_write(Complaints *complaints, FILE *out);

#endif
