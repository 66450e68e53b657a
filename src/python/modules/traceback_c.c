/* What the module traceback asks of the interpreter: exceptions as it prints them itself. */
#include <string.h>

#include "python/code.h"
#include "python/modules/module.h"
#include "python/objects/containers.h"
#include "python/objects/exception.h"
#include "python/objects/int.h"
#include "python/traceback_print.h"
#include "python/vm.h"

/* place(traceback): the end line, first and last column of what was running; None each where that is not known. */
static Object *place(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_exact(args[0], TRACEBACK))
        return vm_raise(vm, TYPE_TypeError, "a traceback is needed, not '%T'", args[0]);
    const Traceback *traceback = (const Traceback *)args[0];
    const Code *code = traceback->frame->frame->code;
    bool is_known = traceback->instruction >= 0 && (uint32_t)traceback->instruction < code->instr_count;
    const CodePosition *at = is_known ? &code->positions[traceback->instruction] : NULL;
    const int numbers[3] = {at ? at->end_line : -1, at ? at->column : -1, at ? at->end_column : -1};
    Object *items[3];
    bool complete = true;
    for (int i = 0; i < 3; i++) {
        items[i] = numbers[i] < 0 || at->line <= 0 ? new_none(vm) : int_from_i64(vm, numbers[i]);
        complete &= items[i] != NULL;
    }
    Object *result = complete ? tuple_from(vm, items, 3) : NULL;
    for (int i = 0; i < 3; i++)
        xdecref(vm, items[i]);
    return result;
}

static Object *format_frame(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_exact(args[0], TRACEBACK))
        return vm_raise(vm, TYPE_TypeError, "a traceback is needed, not '%T'", args[0]);
    Report report = {.group_depth = 0};
    writer_init(&report.out);
    if (report_frame(vm, &report, (const Traceback *)args[0]) == 0)
        return writer_finish(vm, &report.out);
    writer_discard(vm, &report.out);
    return NULL;
}

/* anchors(text): where in an expression the blame lies, as (start, end) in bytes; None where it is all of it. */
static Object *anchors(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Utf8Buffer buffer;
    size_t length;
    int left, right;
    if (!is_exact(args[0], STR))
        return vm_raise(vm, TYPE_TypeError, "a str is needed, not '%T'", args[0]);
    const char *text = str_utf8(vm, args[0], &buffer, &length);
    if (!text)
        return NULL;
    bool found = anchors_find(text, length, &left, &right);
    utf8_buffer_finish(&buffer);
    if (!found)
        return new_none(vm);
    Object *start = int_from_i64(vm, left), *end = int_from_i64(vm, right);
    Object *places = start && end ? tuple_pack(vm, 2, start, end) : NULL;
    xdecref(vm, start);
    xdecref(vm, end);
    return places;
}

/* source_line(code, number): the line of the program's text without its indentation; empty where that is not known. In
 * the place of the code its filename will do. */
static Object *source_line(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "source_line", count, 2, 2))
        return NULL;
    Object *file = is_exact(args[0], CODE) ? ((Code *)args[0])->filename : args[0];
    bool program = is_str(vm, file) && vm->program_name && vm->program_text && str_equals_c(file, vm->program_name);
    int64_t number = object_as_index(vm, args[1], true);
    const char *line = vm->program_text, *end = program ? line + vm->program_length : line;
    while (program && number-- > 1 && line < end) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        line = newline ? newline + 1 : end;
    }
    const char *newline = program ? memchr(line, '\n', (size_t)(end - line)) : NULL;
    end = newline ? newline : end;
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f'))
        line++;
    while (line < end && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
        end--;
    return vm_failed(vm) ? NULL : str_from_utf8(vm, line, (size_t)(end - line));
}

static const MethodDef traceback_functions[] = {
    {"source_line", source_line, METHOD_FAST, "The stripped line of that number in the code's file."},
    {"place", place, METHOD_ONE, "The end line, first and last column of what a traceback's entry was running."},
    {"anchors", anchors, METHOD_ONE, "Where in the text of an expression its operator stands, or None."},
    {"format_frame", format_frame, METHOD_ONE, "One entry of a traceback: its place, and its line with carets."},
    {0},
};

const ModuleDef traceback_c_module = {"_traceback", NULL, traceback_functions, NULL};
