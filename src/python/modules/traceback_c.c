/* What the module traceback asks of the interpreter: exceptions as it prints them itself. */
#include <string.h>

#include "python/code.h"
#include "python/modules/module.h"
#include "python/objects/exception.h"
#include "python/vm.h"

static Object *format_whole(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_exception(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "Exception expected for value, %T found", args[0]);
    return traceback_format(vm, args[0]);
}

static Object *last_line(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_exception(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "Exception expected for value, %T found", args[0]);
    return exception_last_line(vm, args[0]);
}

/* source_line(code, number): the line of the program's text without its indentation; empty where that is not known. */
static Object *source_line(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "source_line", count, 2, 2))
        return NULL;
    bool program = is_exact(args[0], CODE) && vm->program_name && vm->program_text &&
                   str_equals_c(((Code *)args[0])->filename, vm->program_name);
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
    {"format_whole", format_whole, METHOD_ONE, "The exception with its traceback, causes and notes."},
    {"last_line", last_line, METHOD_ONE, "The exception's class and message."},
    {0},
};

const ModuleDef traceback_c_module = {"_traceback", NULL, traceback_functions, NULL};
