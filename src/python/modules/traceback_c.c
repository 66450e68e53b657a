/* What the module traceback asks of the interpreter: exceptions as it prints them itself. */
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

static const MethodDef traceback_functions[] = {
    {"format_whole", format_whole, METHOD_ONE, "The exception with its traceback, causes and notes."},
    {"last_line", last_line, METHOD_ONE, "The exception's class and message."},
    {0},
};

const ModuleDef traceback_c_module = {"_traceback", NULL, traceback_functions, NULL};
