#include "c/diagnose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void note(CDiagnoser *diagnoser, CPlace place, const char *format, va_list arguments)
{
    for (int i = 0; i < diagnoser->count; i++)
        if (diagnoser->errors[i].place.file == place.file && diagnoser->errors[i].place.line == place.line)
            return;
    if (diagnoser->count >= C_MOST_ERRORS)
        longjmp(diagnoser->fatal, 1);
    char text[500];
    vsnprintf(text, sizeof text, format, arguments);
    diagnoser->errors[diagnoser->count++] = (CError){place, c_pool_text(diagnoser->pool, text, strlen(text))};
}

void c_diagnose(CDiagnoser *diagnoser, CPlace place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    note(diagnoser, place, format, arguments);
    va_end(arguments);
}

void c_diagnose_fatal(CDiagnoser *diagnoser, CPlace place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    note(diagnoser, place, format, arguments);
    va_end(arguments);
    longjmp(diagnoser->fatal, 1);
}

/* ---- the report ---- */

const char *c_line_start(const CFile *file, int line)
{
    const char *at = file->text;
    for (; line > 1 && *at; at++)
        line -= *at == '\n';
    return at;
}

/* The line, and below it a caret with a tilde for every further letter of what is meant. */
static void print_line(FILE *out, CPlace place)
{
    const char *start = c_line_start(place.file, place.line), *end = start + strcspn(start, "\r\n");
    fprintf(out, "%5d | %.*s\n      | ", place.line, (int)(end - start), start);
    int column = 1;
    for (const char *at = start; at < end && column < place.column; at++, column++)
        if (((unsigned char)*at & 0xc0) != 0x80)
            fputc(*at == '\t' ? '\t' : ' ', out);
    fputc('^', out);
    for (int i = 1; i < place.length && start + column - 1 + i < end; i++)
        fputc('~', out);
    fputc('\n', out);
}

static void print_error(FILE *out, const CError *error)
{
    CPlace place = error->place;
    if (!place.file) {
        fprintf(out, "error: %s\n", error->message);
        return;
    }
    fprintf(out, "%s:%d:%d: error: %s\n", place.file->name, place.line, place.column, error->message);
    print_line(out, place);
}

static int by_line(const void *a, const void *b)
{
    const CError *first = a, *second = b;
    bool same = first->place.file == second->place.file;
    return same ? (first->place.line > second->place.line) - (first->place.line < second->place.line) : 0;
}

void c_diagnose_report(const CDiagnoser *diagnoser, SourceError *error)
{
    CError sorted[C_MOST_ERRORS];
    memcpy(sorted, diagnoser->errors, sizeof sorted);
    qsort(sorted, (size_t)diagnoser->count, sizeof *sorted, by_line);
    const CError *first = &sorted[0];
    memset(error, 0, sizeof *error);
    snprintf(error->kind, sizeof error->kind, "error");
    snprintf(error->message, sizeof error->message, "%.399s", first->message);
    error->line = error->end_line = first->place.line;
    error->column = first->place.column;
    error->end_column = first->place.column + first->place.length;
    size_t size;
    FILE *out = open_memstream(&error->report, &size);
    if (!out)
        return;
    for (int i = 0; i < diagnoser->count; i++)
        print_error(out, &sorted[i]);
    fprintf(out, "%d error%s generated.\n", diagnoser->count, diagnoser->count == 1 ? "" : "s");
    fclose(out);
}
