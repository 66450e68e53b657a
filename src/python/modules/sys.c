/* sys, as far as a program that is watched needs it. */
#include <string.h>

#include "python/modules/module.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/str.h"
#include "python/text.h"
#include "python/vm.h"

/* The objects that CPython 3.11 has in its own binary begin with this count, to live for ever (_PyObject_IMMORTAL_REFCNT);
 * references to them are counted on top of it. */
enum { COUNT_OF_IMMORTALS = 999999999 };

static bool is_immortal(Vm *vm, Object *object)
{
    if ((uintptr_t)object - (uintptr_t)vm->small_ints < sizeof vm->small_ints)
        return true;
    if (is_exact(object, STR) && ((Str *)object)->length == 1 && str_at((Str *)object, 0) < 256)
        return true;
    return object == vm->empty_str || object == vm->empty_tuple || object == vm->empty_bytes
        || (is_exact(object, BYTES) && text_chars(vm, object).length == 1);
}

/* One more than the references that there are: the argument itself. */
static Object *sys_getrefcount(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, args[0]->count + (is_immortal(vm, args[0]) ? COUNT_OF_IMMORTALS : 0));
}

/* What an own __sizeof__ gives; may raise. */
static int64_t size_said(Vm *vm, Object *method, Object *object)
{
    Object *own = object_call_one(vm, method, object);
    if (!own)
        return -1;
    int overflow = 0;
    int64_t size = is_int(vm, own) ? int_as_i64(vm, own, &overflow)
                                   : vm_raise_int(vm, TYPE_TypeError, "an integer is required");
    decref(vm, own);
    if (vm_failed(vm))
        return -1;
    if (overflow)
        return vm_raise_int(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
    return size < 0 ? vm_raise_int(vm, TYPE_ValueError, "__sizeof__() should return >= 0") : size;
}

static Object *sys_getsizeof(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "getsizeof", "object|default", args, count, names, out))
        return NULL;
    Type *type = object_type(vm, out[0]);
    Object *method = type->flags & TYPE_HEAP ? type_lookup(vm, type, name_of(vm, sizeof)) : NULL;
    if (!method || !is_exact(method, FUNCTION))
        return int_from_u64(vm, object_size(vm, out[0]));
    int64_t size = size_said(vm, method, out[0]);
    if (vm_failed(vm)) {
        if (!out[1] || !vm_failed_with(vm, TYPE_TypeError))
            return NULL;
        vm_clear_error(vm);
        return incref(out[1]);
    }
    uint64_t head = (type->flags & TYPE_HAS_GC ? sizeof(GcHead) : 0) +
                    (type->flags & TYPE_MANAGED_DICT ? sizeof(ManagedDict) : 0);
    return int_from_u64(vm, (uint64_t)size + head);
}

static Object *sys_exit(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "exit", count, 0, 1))
        return NULL;
    if (!count || !is_tuple(vm, args[0]))
        return vm_raise_object(vm, TYPE_SystemExit, count && args[0] != none(vm) ? args[0] : NULL);
    const Tuple *several = (const Tuple *)args[0];   /* as PyErr_SetObject: the arguments of the exception */
    Object *exception = exception_new(vm, builtin_type(vm, TYPE_SystemExit), several->items, (size_t)several->length);
    return exception ? vm_raise_value(vm, exception) : NULL;
}

static Object *sys_getrecursionlimit(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, vm->recursion_limit);
}

static Object *sys_setrecursionlimit(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int overflow = 0;
    Object *index = object_index(vm, args[0]);
    if (!index)
        return NULL;
    int64_t limit = int_as_i64(vm, index, &overflow);
    decref(vm, index);
    if (overflow || limit > INT32_MAX)
        return vm_raise(vm, TYPE_OverflowError, "Python int too large to convert to C int");
    if (limit < 1)
        return vm_raise(vm, TYPE_ValueError, "recursion limit must be greater or equal than 1");
    if (limit <= vm->depth + vm->c_depth)
        return vm_raise(vm, TYPE_RecursionError, "cannot set the recursion limit to %lld at the recursion depth %d: "
                        "the limit is too low", (long long)limit, (int)vm->depth);
    vm->recursion_limit = (uint32_t)limit;
    return new_none(vm);
}

static Object *sys_exc_info(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *exception = exception_handled(vm);
    if (!exception)
        return tuple_pack(vm, 3, none(vm), none(vm), none(vm));
    Object *traceback = ((Exception *)exception)->traceback;
    return tuple_pack(vm, 3, OBJECT(object_type(vm, exception)), exception, traceback ? traceback : none(vm));
}

static Object *sys_exception(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *exception = exception_handled(vm);
    return exception ? incref(exception) : new_none(vm);
}

static Object *sys_intern(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "intern() argument must be str, not %B", args[0]);
    if (!is_exact(args[0], STR))
        return vm_raise(vm, TYPE_TypeError, "can't intern %T", args[0]);
    Object *text = incref(args[0]);
    str_intern(vm, &text);
    return text;
}

static Object *sys_getframe(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int overflow = 0;
    int64_t depth = count ? int_as_i64(vm, args[0], &overflow) : 0;
    Frame *frame = vm->frame;
    while (frame && depth-- > 0)
        frame = frame->back;
    if (!frame)
        return vm_raise(vm, TYPE_ValueError, "call stack is not deep enough");
    FrameObject *object = frame_object(vm, frame);
    return object ? incref(&object->head) : NULL;
}

/* ---- stdout, stderr: objects with a write method ---- */

static Object *stream_write_to(Vm *vm, OutputStream stream, Object *text)
{
    if (!is_str(vm, text))
        return vm_raise(vm, TYPE_TypeError, "write() argument must be str, not %B", text);
    Utf8Buffer buffer;
    size_t length;
    const char *utf8 = str_utf8(vm, text, &buffer, &length);
    if (!utf8)
        return NULL;
    vm_write(vm, stream, utf8, length);
    utf8_buffer_finish(&buffer);
    return int_from_i64(vm, ((Str *)text)->length);
}

static Object *stdout_write(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return stream_write_to(vm, OUTPUT_STDOUT, args[0]);
}

static Object *stderr_write(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return stream_write_to(vm, OUTPUT_STDERR, args[0]);
}

static Object *stream_flush(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_none(vm);
}

static Object *write_lines(Vm *vm, OutputStream stream, Object *lines)
{
    Object *iterator = object_iter(vm, lines), *line;
    while (iterator && (line = iterator_next(vm, iterator))) {
        Object *length = stream_write_to(vm, stream, line);
        decref(vm, line);
        if (!length)
            break;
        decref(vm, length);
    }
    xdecref(vm, iterator);
    return vm_failed(vm) ? NULL : new_none(vm);
}

static Object *stdout_writelines(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return write_lines(vm, OUTPUT_STDOUT, args[0]);
}

static Object *stderr_writelines(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return write_lines(vm, OUTPUT_STDERR, args[0]);
}

/* What is written is recorded, whatever it is shown on. */
static Object *stream_isatty(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, false);
}

/* sys._readline(): the next line of the input with its newline; empty at the end. sys.stdin (in _sys_info) asks it. */
static Object *stdin_readline(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const char *text;
    size_t length;
    if (!vm->host->read_line || !vm->host->read_line(vm->host->context, vm->input_lines, &text, &length))
        return str_from_utf8(vm, "", 0);
    vm->input_lines++;
    Object *line = str_from_utf8(vm, text, length);
    if (text[length] == LINE_OPEN)
        return line;
    Object *newline = line ? str_from_code_point(vm, '\n') : NULL;
    Object *whole = newline ? str_concat(vm, line, newline) : NULL;
    xdecref(vm, line);
    xdecref(vm, newline);
    return whole;
}

static const MethodDef stdout_methods[] = {
    {"write", stdout_write, METHOD_ONE, NULL}, {"flush", stream_flush, METHOD_NO_ARGS, NULL},
    {"writelines", stdout_writelines, METHOD_ONE, NULL}, {"isatty", stream_isatty, METHOD_NO_ARGS, NULL}, {0},
};
static const MethodDef stderr_methods[] = {
    {"write", stderr_write, METHOD_ONE, NULL}, {"flush", stream_flush, METHOD_NO_ARGS, NULL},
    {"writelines", stderr_writelines, METHOD_ONE, NULL}, {"isatty", stream_isatty, METHOD_NO_ARGS, NULL}, {0},
};

bool standard_stream(Vm *vm, Object *file, OutputStream *stream)
{
    if (!is_exact(file, NAMESPACE))
        return false;
    Object *dict = instance_dict(vm, file);
    Object *write = dict ? dict_get(vm, dict, name_of(vm, plain_write)) : NULL;
    if (!write || !is_exact(write, BUILTIN_FUNCTION))
        return false;
    const MethodDef *def = ((BuiltinFunction *)write)->def;
    *stream = def == stderr_methods ? OUTPUT_STDERR : OUTPUT_STDOUT;
    return def == stderr_methods || def == stdout_methods;
}

static void write_to_own_stderr(Vm *vm, Object *file, Object *text)
{
    Object *args[] = {incref(file), text};
    Object *result = object_call_method(vm, name_of(vm, plain_write), args, 2, NULL);
    xdecref(vm, result);
    decref(vm, file);
}

void stderr_write_text(Vm *vm, Object *text)
{
    Object *raised = vm->raised, *sys = dict_get_str(vm, vm->modules, "sys");
    OutputStream stream = OUTPUT_STDERR;
    vm->raised = NULL;
    Object *file = sys && is_exact(sys, MODULE) ? dict_get_str(vm, module_dict(sys), "stderr") : NULL;
    if (text && file != none(vm)) {
        if (!file || standard_stream(vm, file, &stream))
            xdecref(vm, stream_write_to(vm, stream, text));
        else
            write_to_own_stderr(vm, file, text);
    }
    vm_clear_error(vm);
    vm->raised = raised;
}

static Object *make_stream(Vm *vm, const MethodDef *methods)
{
    Object *stream = object_call_none(vm, OBJECT(builtin_type(vm, TYPE_NAMESPACE)));
    Object *dict = stream ? instance_dict(vm, stream) : NULL;
    if (!dict || module_add_functions(vm, dict, methods, NULL) < 0 ||
        module_add_value(vm, dict, "encoding", str_from_c(vm, "utf-8")) < 0) {
        xdecref(vm, stream);
        return NULL;
    }
    return stream;
}

static Object *make_arguments(Vm *vm)
{
    Object *list = list_new(vm, 0);
    Object *first = list ? str_from_c(vm, vm->program_argument ? vm->program_argument : "") : NULL;
    if (!first || list_append(vm, list, first) < 0)
        object_replace(vm, &list, NULL);
    xdecref(vm, first);
    for (const char *const *a = vm->host->arguments; list && a && *a; a++) {
        Object *argument = str_from_c(vm, *a);
        if (!argument || list_append(vm, list, argument) < 0)
            object_replace(vm, &list, NULL);
        xdecref(vm, argument);
    }
    return list;
}

/* The stream under its name and, for whoever puts another in its place, under the one that stays. */
static int add_stream(Vm *vm, Object *dict, const char *name, const char *lasting, const MethodDef *methods)
{
    Object *stream = make_stream(vm, methods);
    int status = stream ? dict_set_str(vm, dict, lasting, stream) : -1;
    if (status == 0)
        status = dict_set_str(vm, dict, name, stream);
    xdecref(vm, stream);
    return status;
}

static int sys_init(Vm *vm, Object *dict)
{
    if (module_add_value(vm, dict, "argv", make_arguments(vm)) < 0 ||
        module_add_value(vm, dict, "maxsize", int_from_i64(vm, INT64_MAX)) < 0 ||
        module_add_value(vm, dict, "maxunicode", int_from_i64(vm, 0x10ffff)) < 0 ||
        module_add_value(vm, dict, "version", str_from_c(vm, "3.11.2 (refarrows)")) < 0 ||
        module_add_value(vm, dict, "platform", str_from_c(vm, "linux")) < 0 ||
        module_add_value(vm, dict, "byteorder", str_from_c(vm, "little")) < 0 ||
        module_add_value(vm, dict, "hexversion", int_from_i64(vm, 0x030b02f0)) < 0 ||
        add_stream(vm, dict, "stdout", "__stdout__", stdout_methods) < 0 ||
        add_stream(vm, dict, "stderr", "__stderr__", stderr_methods) < 0 ||
        dict_set_str(vm, dict, "__unraisablehook__", dict_get_str(vm, dict, "unraisablehook")) < 0)
        return -1;
    return dict_set_str(vm, dict, "modules", vm->modules);
}

/* Names with an underscore in front belong to _sys_info itself, but for these. */
static bool is_hidden(Object *name)
{
    static const char *const open[] = {"__stdin__", "__excepthook__", "__displayhook__", "_xoptions"};
    if (str_length(name) == 0 || str_at((const Str *)name, 0) != '_')
        return false;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (str_equals_c(name, open[i]))
            return false;
    return true;
}

/* sys.__getattr__(name): what is seldom asked for comes from the module _sys_info, and stays. */
static Object *sys_getattr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *name = str_from_c(vm, "_sys_info"), *value = NULL;
    Object *known = name ? dict_get(vm, vm->modules, name) : NULL;
    Object *info = known ? incref(known) : name && !vm_failed(vm) ? module_load(vm, name) : NULL;
    if (info && is_str(vm, args[0]) && !is_hidden(args[0]))
        value = object_look_attribute(vm, info, args[0]);
    if (value && dict_set(vm, module_dict(self), args[0], value) < 0)
        object_replace(vm, &value, NULL);
    if (!value && !vm_failed(vm))
        vm_raise(vm, TYPE_AttributeError, "module 'sys' has no attribute '%S'", args[0]);
    xdecref(vm, info);
    xdecref(vm, name);
    return value;
}

static Object *sys_get_int_digits(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, vm->int_max_str_digits);
}

enum { INT_DIGITS_LEAST = 640 };       /* as _PY_LONG_MAX_STR_DIGITS_THRESHOLD */

static Object *sys_set_int_digits(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *value = NULL;
    if (!args_parse(vm, "set_int_max_str_digits", "maxdigits", args, count, names, &value))
        return NULL;
    int64_t digits = object_as_index(vm, value, false);
    if (vm_failed(vm))
        return NULL;
    if (digits < 0 || digits > INT32_MAX || (digits && digits < INT_DIGITS_LEAST))
        return vm_raise(vm, TYPE_ValueError, "maxdigits must be 0 or larger than %d", INT_DIGITS_LEAST);
    vm->int_max_str_digits = (uint32_t)digits;
    return new_none(vm);
}

static Object *sys_unraisablehook(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    static const char *const wanted[] = {"exc_value", "err_msg", "object"};
    Object *fields[3] = {NULL};
    for (int i = 0; i < 3 && !vm_failed(vm); i++) {
        Object *name = str_interned(vm, wanted[i]);
        fields[i] = name ? object_get_attribute(vm, args[0], name) : NULL;
        xdecref(vm, name);
        if (fields[i] == none(vm))
            object_replace(vm, &fields[i], NULL);
    }
    if (!vm_failed(vm) && fields[0] && is_exception(vm, fields[0]))
        vm_show_unraisable(vm, fields[0], fields[1], fields[2]);
    for (int i = 0; i < 3; i++)
        xdecref(vm, fields[i]);
    return vm_failed(vm) ? NULL : new_none(vm);
}

static const MethodDef sys_functions[] = {
    {"__getattr__", sys_getattr, METHOD_ONE, NULL},
    {"_readline", stdin_readline, METHOD_NO_ARGS, NULL},
    {"get_int_max_str_digits", sys_get_int_digits, METHOD_NO_ARGS, "Return the maximum string digits limit."},
    {"set_int_max_str_digits", sys_set_int_digits, METHOD_KEYWORDS, "Set the maximum string digits limit."},
    {"getrefcount", sys_getrefcount, METHOD_ONE, "Return the reference count of object."},
    {"getsizeof", sys_getsizeof, METHOD_PACKED_KEYWORDS, "Return the size of object in bytes."},
    {"exit", sys_exit, METHOD_FAST, "Exit the interpreter."},
    {"getrecursionlimit", sys_getrecursionlimit, METHOD_NO_ARGS, "Return the current value of the recursion limit."},
    {"setrecursionlimit", sys_setrecursionlimit, METHOD_ONE, "Set the maximum depth of the Python interpreter stack to n."},
    {"exc_info", sys_exc_info, METHOD_NO_ARGS, "Return current exception information: (type, value, traceback)."},
    {"exception", sys_exception, METHOD_NO_ARGS, "Return the current exception."},
    {"intern", sys_intern, METHOD_ONE, "``Intern'' the given string."},
    {"unraisablehook", sys_unraisablehook, METHOD_ONE, "Handle an unraisable exception."},
    {"_getframe", sys_getframe, METHOD_FAST, "Return a frame object from the call stack."},
    {0},
};

const ModuleDef sys_module = {"sys", NULL, sys_functions, sys_init};
