/* Kept until all are found, then sorted, so that the reader goes through the file once from top to bottom. */
#include "lesson/complaint.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/prose.h"
#include "machine/memory.h"

void complaints_init(Complaints *complaints, const char *path, const char *text, size_t length)
{
    *complaints = (Complaints){.path = path, .text = text, .length = length};
}

void complaints_finish(Complaints *complaints)
{
    for (uint32_t i = 0; i < complaints->count; i++)
        free(complaints->items[i].message);
    free(complaints->items);
    complaints->items = NULL;
    complaints->count = complaints->capacity = 0;
}

/* A message stays on its line, whatever it quotes. */
static void complaint_flatten(char *message)
{
    for (; *message != '\0'; message++)
        if ((unsigned char)*message < ' ' || *message == 0x7F)
            *message = ' ';
}

static void complaint_add(Complaints *complaints, Place place, const char *format, va_list arguments)
{
    Prose prose;
    prose_init(&prose);
    prose_format_list(&prose, format, arguments);
    complaints->items = memory_grow(complaints->items, &complaints->capacity, (uint64_t)complaints->count + 1,
                                    sizeof *complaints->items);
    Complaint *complaint = &complaints->items[complaints->count];
    *complaint = (Complaint){place, complaints->count, prose_take(&prose)};
    complaint_flatten(complaint->message);
    complaints->count++;
}

void complaint_about_file(Complaints *complaints, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complaint_add(complaints, (Place){0, 0}, format, arguments);
    va_end(arguments);
}

/* The place of a path, or of the longest part of it that there is. */
static Place complaint_place(const Complaints *complaints, const char *path, bool key, int repetition)
{
    char part[200];
    Place place = {1, 1};
    snprintf(part, sizeof part, "%s", path);
    while (!place_find(complaints->text, complaints->length, part, key, repetition, &place)) {
        char *last = strrchr(part, '/');
        if (last == NULL)
            break;
        *last = '\0';
        key = false;
        repetition = 0;
    }
    return place;
}

void complaint_at(Complaints *complaints, const char *path, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complaint_add(complaints, complaint_place(complaints, path, false, 0), format, arguments);
    va_end(arguments);
}

void complaint_at_key(Complaints *complaints, const char *path, int repetition, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complaint_add(complaints, complaint_place(complaints, path, true, repetition), format, arguments);
    va_end(arguments);
}

void complaint_at_byte(Complaints *complaints, size_t byte, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complaint_add(complaints, place_of_byte(complaints->text, complaints->length, byte), format, arguments);
    va_end(arguments);
}

static int complaint_compare(const void *a, const void *b)
{
    const Complaint *x = a, *y = b;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    if (x->place.column != y->place.column)
        return x->place.column < y->place.column ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

size_t complaints_write(Complaints *complaints, FILE *out)
{
    if (complaints->count > 1)
        qsort(complaints->items, complaints->count, sizeof *complaints->items, complaint_compare);
    for (uint32_t i = 0; i < complaints->count; i++) {
        const Complaint *complaint = &complaints->items[i];
        if (complaint->place.line > 0)
            fprintf(out, "%s:%d:%d: %s\n", complaints->path, complaint->place.line, complaint->place.column,
                    complaint->message);
        else
            fprintf(out, "%s: %s\n", complaints->path, complaint->message);
    }
    return complaints->count;
}
