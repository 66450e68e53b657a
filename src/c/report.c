#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "c/vm.h"

enum { LONGEST_QUOTE = 40 };

int c_current_line(const CVm *vm)
{
    for (uint32_t i = vm->depth; i-- > 0;)
        if (!vm->program->routines[vm->frames[i].routine].is_library)
            return vm->frames[i].line;
    return 0;
}

static bool in_library(const CVm *vm)
{
    return vm->depth && vm->program->routines[vm->frames[vm->depth - 1].routine].is_library;
}

/* The place of the instruction that runs; inside the library, of the call into it. */
static void write_place(const CVm *vm, int line, char *out, size_t size)
{
    const CPlace *place = &vm->program->places[vm->pc];
    if (line)
        snprintf(out, size, "%s:%d", vm->program->file->name, line);
    else if (in_library(vm) || !place->file || place->file->is_builtin)
        snprintf(out, size, "%s:%d", vm->program->file->name, c_current_line(vm));
    else
        snprintf(out, size, "%s:%d", place->file->name, place->line);
}

static void print_report(CVm *vm, int line_number, const char *text)
{
    char line[REPORT_LENGTH + 300], place[260];
    write_place(vm, line_number, place, sizeof place);
    int length = snprintf(line, sizeof line, "%s: %s\n", place, text);
    c_write(vm, OUTPUT_STDERR, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
}

bool c_quote(const CVm *vm, char *out, size_t size)
{
    const CSpan *span = &vm->program->marks[vm->pc].span;
    if (in_library(vm) || !span->file || span->file->is_builtin || span->line != span->end_line)
        return false;
    const char *start = c_line_start(span->file, span->line) + span->column - 1;
    int length = span->end_column - span->column;
    if (length < 1 || length > LONGEST_QUOTE)
        return false;
    snprintf(out, size, "%.*s", length, start);
    return true;
}

/* "The program ..." says in which expression, unless it names that anyway. */
static void put_where(const CVm *vm, char *out, size_t size, const char *text)
{
    static const char subject[] = "The program ";
    char quote[LONGEST_QUOTE + 1];
    if (!strncmp(text, subject, sizeof subject - 1) && c_quote(vm, quote, sizeof quote) && !strstr(text, quote))
        snprintf(out, size, "In '%s' the program %s", quote, text + sizeof subject - 1);
    else
        snprintf(out, size, "%s", text);
}

static void keep_report(CVm *vm, const char *text)
{
    snprintf(vm->report, sizeof vm->report, "%s", text);
    vm->report_step = vm->step + 1;
    vm->reports++;
}

/* Once for every instruction, and once a step: what follows from a mistake is not told as another. */
static void report(CVm *vm, int line, const char *format, va_list arguments)
{
    char plain[REPORT_LENGTH], text[REPORT_LENGTH];
    unsigned char *byte = &vm->reported[vm->pc / 8], bit = (unsigned char)(1u << (vm->pc % 8));
    if ((*byte & bit) || vm->report_step == vm->step + 1)
        return;
    *byte |= bit;
    vsnprintf(plain, sizeof plain, format, arguments);
    put_where(vm, text, sizeof text, plain);
    keep_report(vm, text);
    print_report(vm, line, text);
    vm->is_stopping = vm->host->stops_at_error;
    if (vm->is_stopping)
        machine_host_tick(vm->host);       /* at the next event, see c_stop */
}

void c_report(CVm *vm, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(vm, 0, format, arguments);
    va_end(arguments);
}

void c_report_at(CVm *vm, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(vm, line, format, arguments);
    va_end(arguments);
}

static void fault(CVm *vm, int status, int line, const char *format, va_list arguments)
{
    char plain[REPORT_LENGTH], text[REPORT_LENGTH];
    vsnprintf(plain, sizeof plain, format, arguments);
    put_where(vm, text, sizeof text, plain);
    keep_report(vm, text);
    print_report(vm, line, text);
    vm->ending = ENDING_FAULT;
    vm->exit_status = status;
    vm->fault_line = line;
}

void c_fault(CVm *vm, int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fault(vm, status, 0, format, arguments);
    va_end(arguments);
}

void c_fault_at(CVm *vm, int status, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fault(vm, status, line, format, arguments);
    va_end(arguments);
}
