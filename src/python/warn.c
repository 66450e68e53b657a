/* Warnings are rare, so they take the long way: a call into the library module `warnings`. */
#include "python/warn.h"

#include "python/modules/module.h"
#include "python/objects/containers.h"
#include "python/objects/exception.h"
#include "python/objects/str.h"
#include "python/vm.h"

/* A function of the module, which is loaded if need be: new reference. */
static Object *function_of(Vm *vm, const char *function)
{
    Object *name = str_interned(vm, "warnings");
    Object *module = name ? xincref(dict_get(vm, vm->modules, name)) : NULL;
    if (name && !module && !vm_failed(vm))
        module = module_load(vm, name);
    Object *attribute = module ? str_interned(vm, function) : NULL;
    Object *found = attribute ? object_get_attribute(vm, module, attribute) : NULL;
    xdecref(vm, attribute);
    xdecref(vm, module);
    xdecref(vm, name);
    return found;
}

static int call(Vm *vm, const char *function, Object *const *args, size_t count)
{
    Object *callable = function_of(vm, function);
    Object *result = callable ? object_call(vm, callable, args, count, NULL) : NULL;
    xdecref(vm, callable);
    xdecref(vm, result);
    return result ? 0 : -1;
}

int warn_of(Vm *vm, TypeId category, Object *message)
{
    Object *args[] = {message, OBJECT(builtin_type(vm, category))};
    int result = message ? call(vm, "warn", args, 2) : -1;
    xdecref(vm, message);
    return result;
}

int warn_in_program(Vm *vm, TypeId category, Object *message)
{
    int64_t level = 1;
    const Frame *frame = vm->frame;
    while (frame && frame->code->is_library && frame->back) {
        frame = frame->back;
        level++;
    }
    Object *args[] = {message, OBJECT(builtin_type(vm, category)), int_from_i64(vm, level)};
    int result = message && args[2] ? call(vm, "warn", args, 3) : -1;
    xdecref(vm, message);
    xdecref(vm, args[2]);
    return result;
}

int warn_of_subclass(Vm *vm, Object *method, const char *kind, Object *value)
{
    Object *message = method ? str_format(vm, "%U returned non-%s (type %T).  The ability to return an instance of a strict "
                                          "subclass of %s is deprecated, and may be removed in a future version of Python.",
                                          method, kind, value, kind)
                             : NULL;
    xdecref(vm, method);
    return warn_of(vm, TYPE_DeprecationWarning, message);
}

/* No frame is left at the program's end, and no module to ask. */
static void write_at_end(Vm *vm, Object *qualname)
{
    Object *line = str_format(vm, "sys:1: RuntimeWarning: coroutine '%U' was never awaited\n", qualname);
    Utf8Buffer buffer;
    size_t length;
    const char *text = line ? str_utf8(vm, line, &buffer, &length) : NULL;
    if (text) {
        vm_write(vm, OUTPUT_STDERR, text, length);
        utf8_buffer_finish(&buffer);
    }
    xdecref(vm, line);
    vm_clear_error(vm);
}

void warn_never_awaited(Vm *vm, Object *coroutine, Object *qualname)
{
    if (!vm->frame)
        write_at_end(vm, qualname);
    else if (call(vm, "_warn_unawaited_coroutine", &coroutine, 1) < 0)
        vm_write_unraisable(vm, coroutine);
}

Object *warn_list_new(Vm *vm) { return dict_get_str(vm, vm->modules, "warnings") ? list_new(vm, 0) : NULL; }

/* The SyntaxWarning that is on its way becomes a SyntaxError at the place. */
static void become_error(Vm *vm, Object *filename, Object *const *found)
{
    vm_clear_error(vm);
    Object *parts[] = {filename, found[1], found[2], none(vm), found[3], found[4]};
    Object *args[] = {incref(found[0]), tuple_from(vm, parts, 6)};
    Object *error = args[1] ? exception_new(vm, builtin_type(vm, TYPE_SyntaxError), args, 2) : NULL;
    decref(vm, args[0]);
    xdecref(vm, args[1]);
    if (error)
        vm_raise_value(vm, error);
}

int warn_of_source(Vm *vm, Object *found, Object *filename)
{
    for (int64_t i = 0; i < ((List *)found)->length; i++) {
        Object *const *parts = ((Tuple *)((List *)found)->items[i])->items;
        Object *args[] = {parts[0], OBJECT(builtin_type(vm, TYPE_SyntaxWarning)), filename, parts[1]};
        if (call(vm, "warn_explicit", args, 4) == 0)
            continue;
        if (vm_failed_with(vm, TYPE_SyntaxWarning))
            become_error(vm, filename, parts);
        return -1;
    }
    return 0;
}
