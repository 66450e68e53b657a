/* print and input, and the refusal of open. */
#include <errno.h>
#include <string.h>

#include "python/modules/module.h"
#include "python/objects/containers.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/objects/str.h"
#include "python/slot.h"
#include "python/text.h"
#include "python/vm.h"

typedef struct PrintTarget { Object *file; OutputStream stream; } PrintTarget;

static int print_text(Vm *vm, const PrintTarget *target, Object *text)
{
    if (target->file) {
        Object *args[] = {target->file, text};
        Object *result = object_call_method(vm, name_of(vm, plain_write), args, 2, NULL);
        xdecref(vm, result);
        return result ? 0 : -1;
    }
    Utf8Buffer buffer;
    size_t length;
    const char *utf8 = str_utf8(vm, text, &buffer, &length);
    if (!utf8)
        return -1;
    vm_write(vm, target->stream, utf8, length);
    utf8_buffer_finish(&buffer);
    return 0;
}

static int print_object(Vm *vm, const PrintTarget *target, Object *object)
{
    Object *text = object_str(vm, object);
    int result = text ? print_text(vm, target, text) : -1;
    xdecref(vm, text);
    return result;
}

/* Is it one of our own streams, under whatever name? */
static int find_target(Vm *vm, Object *file, PrintTarget *target)
{
    *target = (PrintTarget){NULL, OUTPUT_STDOUT};
    Object *sys = dict_get_str(vm, vm->modules, "sys");
    Object *standard = sys ? object_look_attribute(vm, sys, name_of(vm, plain_stdout)) : NULL;
    if (!file || file == none(vm))
        file = standard;
    if (file && standard_stream(vm, file, &target->stream))
        file = NULL;
    target->file = file;       /* held by the caller or by sys */
    xdecref(vm, standard);
    return vm_failed(vm) ? -1 : 0;
}

static bool check_separator(Vm *vm, Object **value, const char *name)
{
    if (*value == none(vm))
        *value = NULL;
    if (!*value || is_str(vm, *value))
        return true;
    vm_raise(vm, TYPE_TypeError, "%s must be None or a string, not %T", name, *value);
    return false;
}

/* print(flush=True) on the program's own file object; the real streams hold nothing back. */
static int flush_target(Vm *vm, const PrintTarget *target, Object *wanted)
{
    int flush = wanted ? object_truth(vm, wanted) : 0;
    if (flush <= 0 || !target->file)
        return flush < 0 ? -1 : 0;
    Object *result = object_call_method(vm, name_of(vm, plain_flush), (Object *const *)&target->file, 1, NULL);
    xdecref(vm, result);
    return result ? 0 : -1;
}

static Object *builtin_print(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[4];
    if (!args_parse(vm, "print", "|$sep,end,file,flush", args + count, 0, names, out) ||
        !check_separator(vm, &out[0], "sep") || !check_separator(vm, &out[1], "end"))
        return NULL;
    PrintTarget target;
    if (find_target(vm, out[2], &target) < 0)
        return NULL;
    Object *space = str_from_code_point(vm, ' '), *newline = str_from_code_point(vm, '\n');
    Object *tuple = tuple_from(vm, args, (int64_t)count);      /* as CPython's print: it holds them meanwhile */
    int result = space && newline && tuple ? 0 : -1;
    for (size_t i = 0; i < count && result == 0; i++) {
        if (i > 0)
            result = print_text(vm, &target, out[0] ? out[0] : space);
        if (result == 0)
            result = print_object(vm, &target, args[i]);
    }
    if (result == 0)
        result = print_text(vm, &target, out[1] ? out[1] : newline);
    if (result == 0)
        result = flush_target(vm, &target, out[3]);
    xdecref(vm, tuple);
    xdecref(vm, space);
    xdecref(vm, newline);
    return result < 0 ? NULL : new_none(vm);
}

/* What the program has put in the place of sys.stdin: borrowed; NULL while that is ours. */
static Object *replaced_stdin(Vm *vm)
{
    Object *sys = dict_get_str(vm, vm->modules, "sys"), *info = dict_get_str(vm, vm->modules, "_sys_info");
    Object *file = sys ? dict_get_str(vm, module_dict(sys), "stdin") : NULL;
    Object *own = info ? dict_get_str(vm, module_dict(info), "stdin") : NULL;
    return file != own ? file : NULL;
}

/* As PyFile_GetLine(file, -1): one line without its newline. */
static Object *line_from(Vm *vm, Object *file)
{
    Object *name = str_from_c(vm, "readline");
    Object *line = name ? object_call_method(vm, name, &file, 1, NULL) : NULL;
    xdecref(vm, name);
    if (line && !is_str(vm, line))
        vm_raise(vm, TYPE_TypeError, "object.readline() returned non-string");
    else if (line && str_length(line) == 0)
        vm_raise(vm, TYPE_EOFError, "EOF when reading a line");
    int64_t length = line && !vm_failed(vm) ? str_length(line) : 0;
    if (length > 0 && str_at((const Str *)line, length - 1) == '\n')
        object_replace(vm, &line, text_slice(vm, line, 0, length - 1));
    if (vm_failed(vm) && line)
        object_replace(vm, &line, NULL);
    return line;
}

static Object *builtin_input(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "input", count, 0, 1))
        return NULL;
    PrintTarget target;
    vm->prompt_start = vm->output_length[OUTPUT_STDOUT];
    if (find_target(vm, NULL, &target) < 0 || (count && print_object(vm, &target, args[0]) < 0))
        return NULL;
    Object *file = replaced_stdin(vm);
    if (file || vm_failed(vm))
        return file ? line_from(vm, file) : NULL;
    const char *text;
    size_t length;
    if (!vm->host->read_line || !vm->host->read_line(vm->host->context, vm->input_lines, &text, &length)) {
        if (machine_host_cancelled(vm->host))
            return vm_abort(vm), NULL;
        return vm_raise(vm, TYPE_EOFError, "EOF when reading a line");
    }
    vm->input_lines++;
    return str_from_utf8(vm, text, length);
}

/* ---- open: whatever is asked for, there is no such file ---- */

typedef enum OpenArgument { OPEN_FILE, OPEN_MODE, OPEN_BUFFERING, OPEN_ENCODING, OPEN_ERRORS, OPEN_NEWLINE, OPEN_CLOSEFD,
                            OPEN_OPENER, OPEN_ARGUMENTS } OpenArgument;

/* What os.fspath makes of it, a number stays: new reference. */
static Object *path_of(Vm *vm, Object *file)
{
    if (is_str(vm, file) || is_bytes(vm, file) || is_int(vm, file))
        return incref(file);
    Object *name = str_interned(vm, "__fspath__");
    Object *path = name ? special_call(vm, name, &file, 1) : NULL;
    xdecref(vm, name);
    return path || vm_failed(vm) ? path
        : vm_raise(vm, TYPE_TypeError, "expected str, bytes or os.PathLike object, not %T", file);
}

static bool check_texts(Vm *vm, Object *const *out)
{
    static const struct { OpenArgument at; const char *name; } texts[] = {
        {OPEN_ENCODING, "encoding"}, {OPEN_ERRORS, "errors"}, {OPEN_NEWLINE, "newline"},
    };
    if (out[OPEN_MODE] && !is_str(vm, out[OPEN_MODE]))
        vm_raise(vm, TYPE_TypeError, "open() argument 'mode' must be str, not %T", out[OPEN_MODE]);
    else if (out[OPEN_BUFFERING])
        object_as_index(vm, out[OPEN_BUFFERING], false);
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !vm_failed(vm); i++) {
        Object *given = out[texts[i].at];
        if (given && given != none(vm) && !is_str(vm, given))
            vm_raise(vm, TYPE_TypeError, "open() argument '%s' must be str or None, not %T", texts[i].name, given);
    }
    return !vm_failed(vm);
}

/* The letter that says what is done with the file; 0 with ValueError. As _io.open. */
static char check_mode(Vm *vm, Object *const *out)
{
    Utf8Buffer buffer;
    const char *mode = out[OPEN_MODE] ? str_utf8(vm, out[OPEN_MODE], &buffer, NULL) : "r";
    if (!mode)
        return 0;
    char kind = 0;
    int kinds = 0;
    bool binary = strchr(mode, 'b'), text = strchr(mode, 't'), valid = mode[strspn(mode, "rwxabt+")] == 0;
    for (const char *c = mode; *c; c++) {
        valid = valid && !strchr(c + 1, *c);
        if (strchr("rwxa", *c))
            kind = *c, kinds++;
    }
    if (!valid)
        vm_raise(vm, TYPE_ValueError, "invalid mode: '%s'", mode);
    else if (binary && text)
        vm_raise(vm, TYPE_ValueError, "can't have text and binary mode at once");
    else if (kinds != 1)
        vm_raise(vm, TYPE_ValueError, "must have exactly one of create/read/write/append mode");
    else if (binary && out[OPEN_ENCODING] && out[OPEN_ENCODING] != none(vm))
        vm_raise(vm, TYPE_ValueError, "binary mode doesn't take an encoding argument");
    else if (binary && out[OPEN_ERRORS] && out[OPEN_ERRORS] != none(vm))
        vm_raise(vm, TYPE_ValueError, "binary mode doesn't take an errors argument");
    else if (binary && out[OPEN_NEWLINE] && out[OPEN_NEWLINE] != none(vm))
        vm_raise(vm, TYPE_ValueError, "binary mode doesn't take a newline argument");
    if (out[OPEN_MODE])
        utf8_buffer_finish(&buffer);
    return vm_failed(vm) ? 0 : kind;
}

static Object *no_such_file(Vm *vm, Object *path)
{
    Object *args[] = {int_from_i64(vm, ENOENT), str_from_c(vm, "No such file or directory"), path};
    Object *error = args[0] && args[1] ? exception_new(vm, builtin_type(vm, TYPE_FileNotFoundError), args, 3) : NULL;
    xdecref(vm, args[0]);
    xdecref(vm, args[1]);
    return error ? vm_raise_value(vm, error) : NULL;
}

static bool has_null(Vm *vm, Object *path)
{
    for (int64_t i = 0; is_str(vm, path) && i < str_length(path); i++)
        if (str_at((const Str *)path, i) == 0)
            return true;
    return is_bytes(vm, path) && memchr(((Bytes *)path)->data, 0, (size_t)((Bytes *)path)->length);
}

/* Reading fails as it does where a file is missing; writing is refused. */
static Object *builtin_open(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[OPEN_ARGUMENTS];
    if (!args_parse(vm, "open", "file|mode,buffering,encoding,errors,newline,closefd,opener", args, count, names, out) ||
        !check_texts(vm, out))
        return NULL;
    Object *path = path_of(vm, out[OPEN_FILE]);
    char kind = path ? check_mode(vm, out) : 0;
    if (kind && has_null(vm, path))
        vm_raise(vm, TYPE_ValueError, "embedded null byte");
    else if (kind == 'r' && !is_int(vm, path))
        no_such_file(vm, path);
    else if (kind)
        vm_raise(vm, TYPE_PermissionError, "programs in refarrows have no files: open() is not available");
    xdecref(vm, path);
    return NULL;
}

const MethodDef builtins_text[] = {
    {"print", builtin_print, METHOD_KEYWORDS, "Prints the values to a stream, or to sys.stdout by default."},
    {"input", builtin_input, METHOD_FAST, "Read a string from standard input.  The trailing newline is stripped."},
    {"open", builtin_open, METHOD_KEYWORDS, "Not available: programs in refarrows have no files."},
    {0},
};
