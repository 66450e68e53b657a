/* Exceptions. As CPython's exceptions.c: a few layouts, shared by many types, all in one table (python/types.h). */
#include "python/objects/exception.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "python/gc.h"
#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/vm.h"

static ExceptionWithFields *with_fields(Object *exception) { return (ExceptionWithFields *)exception; }

static int64_t field_count(Vm *vm, Object *exception)
{
    Type *type = object_type(vm, exception);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return exception_field_count(type);
}

Object *exception_field(Object *exception, int index) { return with_fields(exception)->fields[index]; }

void exception_set_field(Vm *vm, Object *exception, int index, Object *value)
{
    object_replace(vm, &with_fields(exception)->fields[index], xincref(value));
}

/* ---- life ---- */

static Object **base_field(Exception *e, int i)
{
    Object **fields[] = {&e->dict, &e->args, &e->notes, &e->traceback, &e->cause, &e->context};
    return i < 6 ? fields[i] : NULL;
}

static int exception_clear(Vm *vm, Object *self)
{
    Object **field;
    for (int i = 0; (field = base_field((Exception *)self, i)); i++)
        object_replace(vm, field, NULL);
    for (int64_t i = 0; i < field_count(vm, self); i++)
        exception_set_field(vm, self, (int)i, NULL);
    return 0;
}

static void exception_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    exception_clear(vm, self);
    object_free(vm, self);
}

static int exception_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Object **field;
    for (int i = 0; (field = base_field((Exception *)self, i)); i++)
        VISIT(*field);
    for (int64_t i = 0; i < field_count(vm, self); i++)
        VISIT(with_fields(self)->fields[i]);
    return 0;
}

static Object *allocate(Vm *vm, Type *type, Object *const *args, size_t count)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    bool packed = count && call_is_packed(vm, args);
    ((Exception *)self)->args = packed ? incref(vm->packed.tuple) : tuple_from(vm, args, (int64_t)count);
    gc_track(vm, self);
    if (((Exception *)self)->args)
        return self;
    decref(vm, self);
    return NULL;
}

static Object *base_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return allocate(vm, type, args, count);
}

/* Keyword arguments that some exceptions take, by the fields they set; the rest is refused. */
static int take_keywords(Vm *vm, Object *self, Object *const *values, Object *names, const char *const *known,
                         const int *fields)
{
    int64_t given = names ? tuple_length(names) : 0, most = 0;
    while (known[most])
        most++;
    if (most && given > most)
        return vm_raise_int(vm, TYPE_TypeError, "%N() takes at most %lld keyword argument%s (%lld given)",
                            object_type(vm, self), (long long)most, most == 1 ? "" : "s", (long long)given);
    for (int64_t i = 0; i < given; i++) {
        int k = 0;
        while (known[k] && !str_equals_c(tuple_item(names, i), known[k]))
            k++;
        if (!known[k]) {
            Type *type = object_type(vm, self);
            while (known[0] && type->base->slots.init == type->slots.init)   /* ImportError's, NameError's own word */
                type = type->base;
            return known[0] ? vm_raise_int(vm, TYPE_TypeError, "'%U' is an invalid keyword argument for %N()",
                                           tuple_item(names, i), type)
                            : vm_raise_int(vm, TYPE_TypeError, "%N() takes no keyword arguments", type);
        }
        exception_set_field(vm, self, fields[k], values[i]);
    }
    return 0;
}

/* The tuple of the call serves as args, and need not be made again. */
static bool has_args(Vm *vm, const Exception *self, Object *const *args, size_t count)
{
    return self->args && tuple_length(self->args) == (int64_t)count
        && (!count || (call_is_packed(vm, args) && self->args == vm->packed.tuple));
}

static int set_args(Vm *vm, Object *self, Object *const *args, size_t count)
{
    if (has_args(vm, (Exception *)self, args, count))
        return 0;
    Object *tuple = tuple_from(vm, args, (int64_t)count);
    if (!tuple)
        return -1;
    object_replace(vm, &((Exception *)self)->args, tuple);
    return 0;
}

static int base_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    static const char *const none_known[] = {NULL};
    if (take_keywords(vm, self, args + count, names, none_known, NULL) < 0)
        return -1;
    return set_args(vm, self, args, count);
}

/* ---- layouts beyond the base: what their constructor does with the arguments ---- */

static int stop_iteration_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (base_init(vm, self, args, count, names) < 0)
        return -1;
    exception_set_field(vm, self, STOP_ITERATION_VALUE, count ? args[0] : none(vm));
    return 0;
}

static int system_exit_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (base_init(vm, self, args, count, names) < 0)
        return -1;
    if (count > 0)
        exception_set_field(vm, self, SYSTEM_EXIT_CODE, count == 1 ? args[0] : ((Exception *)self)->args);
    return 0;
}

static int name_error_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    static const char *const known[] = {"name", NULL};
    static const int fields[] = {NAME_ERROR_NAME};
    if (take_keywords(vm, self, args + count, names, known, fields) < 0)
        return -1;
    return set_args(vm, self, args, count);
}

static int attribute_error_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    static const char *const known[] = {"name", "obj", NULL};
    static const int fields[] = {ATTRIBUTE_ERROR_NAME, ATTRIBUTE_ERROR_OBJ};
    if (take_keywords(vm, self, args + count, names, known, fields) < 0)
        return -1;
    return set_args(vm, self, args, count);
}

static int import_error_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    static const char *const known[] = {"name", "path", NULL};
    static const int fields[] = {IMPORT_ERROR_NAME, IMPORT_ERROR_PATH};
    if (take_keywords(vm, self, args + count, names, known, fields) < 0)
        return -1;
    if (count == 1)
        exception_set_field(vm, self, IMPORT_ERROR_MSG, args[0]);
    return set_args(vm, self, args, count);
}

static int syntax_error_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (base_init(vm, self, args, count, names) < 0)
        return -1;
    if (count >= 1)
        exception_set_field(vm, self, SYNTAX_ERROR_MSG, args[0]);
    if (count != 2)
        return 0;
    Object *info = sequence_tuple(vm, args[1]);
    if (!info)
        return -1;
    static const int fields[] = {SYNTAX_ERROR_FILENAME, SYNTAX_ERROR_LINENO, SYNTAX_ERROR_OFFSET, SYNTAX_ERROR_TEXT,
                                 SYNTAX_ERROR_END_LINENO, SYNTAX_ERROR_END_OFFSET};
    int64_t n = tuple_length(info);
    for (int64_t i = 0; i < n && i < 6; i++)
        exception_set_field(vm, self, fields[i], tuple_item(info, i));
    decref(vm, info);
    if (n == 5)
        return vm_raise_int(vm, TYPE_TypeError, "end_offset must be provided when end_lineno is provided");
    return n == 4 || n == 6 ? 0 : vm_raise_int(vm, TYPE_TypeError, "function takes at %s %d arguments (%lld given)",
                                               n < 4 ? "least" : "most", n < 4 ? 4 : 6, (long long)n);
}

/* OSError itself becomes the subclass that belongs to the number, as errnomap in exceptions.c. */
static const struct { int number; TypeId type; } os_errors[] = {
    {EAGAIN, TYPE_BlockingIOError},           {EALREADY, TYPE_BlockingIOError},
    {EINPROGRESS, TYPE_BlockingIOError},      {EPIPE, TYPE_BrokenPipeError},
    {ESHUTDOWN, TYPE_BrokenPipeError},        {ECHILD, TYPE_ChildProcessError},
    {ECONNABORTED, TYPE_ConnectionAbortedError}, {ECONNREFUSED, TYPE_ConnectionRefusedError},
    {ECONNRESET, TYPE_ConnectionResetError},  {EEXIST, TYPE_FileExistsError},
    {ENOENT, TYPE_FileNotFoundError},         {EISDIR, TYPE_IsADirectoryError},
    {ENOTDIR, TYPE_NotADirectoryError},       {EINTR, TYPE_InterruptedError},
    {EACCES, TYPE_PermissionError},           {EPERM, TYPE_PermissionError},
    {ESRCH, TYPE_ProcessLookupError},         {ETIMEDOUT, TYPE_TimeoutError},
};

static Type *os_error_type(Vm *vm, Type *type, Object *const *args, size_t count)
{
    int overflow = 0;
    if (type != builtin_type(vm, TYPE_OSError) || count < 2 || count > 5 || !is_int(vm, args[0]))
        return type;
    int64_t number = int_as_i64(vm, args[0], &overflow);
    for (size_t i = 0; i < sizeof os_errors / sizeof *os_errors; i++)
        if (!overflow && os_errors[i].number == number)
            return builtin_type(vm, os_errors[i].type);
    return type;
}

static Object *os_error_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return allocate(vm, os_error_type(vm, type, args, count), args, count);
}

static int os_error_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (base_init(vm, self, args, count, names) < 0)
        return -1;
    if (count > 2 && object_is_instance(vm, self, builtin_type(vm, TYPE_BlockingIOError)) &&
        object_type(vm, args[2])->slots.to_index)
        return 0;              /* the third is then the number of characters written */
    static const int fields[] = {OS_ERROR_ERRNO, OS_ERROR_STRERROR, OS_ERROR_FILENAME, -1, OS_ERROR_FILENAME2};
    for (size_t i = 0; count >= 2 && i < count && i < 5; i++)
        if (fields[i] >= 0)
            exception_set_field(vm, self, fields[i], args[i]);
    return count > 2 ? set_args(vm, self, args, 2) : 0;
}

/* One argument of a Unicode error, as PyArg_ParseTuple's "U" (str) and "n" (index) check it. */
static int check_unicode_argument(Vm *vm, Object *value, int place, bool index)
{
    if (!index && !is_str(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "argument %d must be str, not %B", place, value);
    if (index && !object_type(vm, value)->slots.to_index)
        return vm_raise_int(vm, TYPE_TypeError, "'%T' object cannot be interpreted as an integer", value);
    return 0;
}

/* (encoding, object, start, end, reason); a UnicodeTranslateError has no encoding. */
static int unicode_error_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (base_init(vm, self, args, count, names) < 0)
        return -1;
    bool decodes = object_is_instance(vm, self, builtin_type(vm, TYPE_UnicodeDecodeError));
    int first = object_is_instance(vm, self, builtin_type(vm, TYPE_UnicodeTranslateError)) ? 1 : 0;
    if (count != (size_t)(5 - first))
        return vm_raise_int(vm, TYPE_TypeError, "function takes exactly %d arguments (%zu given)", 5 - first, count);
    for (int i = first; i < 5; i++) {
        bool free = decodes && i == UNICODE_ERROR_OBJECT, index = i == UNICODE_ERROR_START || i == UNICODE_ERROR_END;
        if (!free && check_unicode_argument(vm, args[i - first], i - first + 1, index) < 0)
            return -1;
    }
    if (decodes && !is_bytes(vm, args[1]))
        return vm_raise_int(vm, TYPE_TypeError, "a bytes-like object is required, not '%T'", args[1]);
    for (int i = first; i < 5; i++)
        exception_set_field(vm, self, i, args[i - first]);
    return 0;
}

static int group_check_members(Vm *vm, Object *exceptions, bool *all_ordinary)
{
    if (tuple_length(exceptions) == 0)
        return vm_raise_int(vm, TYPE_ValueError, "second argument (exceptions) must be a non-empty sequence");
    *all_ordinary = true;
    for (int64_t i = 0; i < tuple_length(exceptions); i++) {
        Object *item = tuple_item(exceptions, i);
        if (!is_exception(vm, item))
            return vm_raise_int(vm, TYPE_ValueError, "Item %lld of second argument (exceptions) is not an exception",
                                (long long)i);
        *all_ordinary &= object_is_instance(vm, item, builtin_type(vm, TYPE_Exception));
    }
    return 0;
}

static Object *group_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (count != 2)
        return vm_raise(vm, TYPE_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", count);
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %B", args[0]);
    const TypeSlots *slots = &object_type(vm, args[1])->slots;
    if (is_dict(vm, args[1]) || (!slots->item && !slots->get_item))
        return vm_raise(vm, TYPE_TypeError, "second argument (exceptions) must be a sequence");
    Object *exceptions = sequence_tuple(vm, args[1]);
    bool all_ordinary = true;
    if (!exceptions || group_check_members(vm, exceptions, &all_ordinary) < 0) {
        xdecref(vm, exceptions);
        return NULL;
    }
    if (type == builtin_type(vm, TYPE_BaseExceptionGroup) && all_ordinary)
        type = builtin_type(vm, TYPE_ExceptionGroup);
    Object *self = NULL;
    if (!all_ordinary && type_is_subtype(vm, type, builtin_type(vm, TYPE_ExceptionGroup)))
        vm_raise(vm, TYPE_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    else
        self = allocate(vm, type, args, count);
    if (self) {
        exception_set_field(vm, self, GROUP_MESSAGE, args[0]);
        exception_set_field(vm, self, GROUP_EXCEPTIONS, exceptions);
    }
    decref(vm, exceptions);
    return self;
}

/* ---- str and repr ---- */

static Object *base_str(Vm *vm, Object *self)
{
    Object *args = ((Exception *)self)->args;
    int64_t n = args ? tuple_length(args) : 0;
    if (n == 0)
        return incref(vm->empty_str);
    return n == 1 ? object_str(vm, tuple_item(args, 0)) : object_str(vm, args);
}

static Object *base_repr(Vm *vm, Object *self)
{
    Object *args = ((Exception *)self)->args;
    Type *type = object_type(vm, self);
    if (args && tuple_length(args) == 1)
        return str_format(vm, "%N(%R)", type, tuple_item(args, 0));
    return str_format(vm, "%N%R", type, args);
}

static Object *key_error_str(Vm *vm, Object *self)
{
    Object *args = ((Exception *)self)->args;
    return args && tuple_length(args) == 1 ? object_repr(vm, tuple_item(args, 0)) : base_str(vm, self);
}

static Object *import_error_str(Vm *vm, Object *self)
{
    Object *message = exception_field(self, IMPORT_ERROR_MSG);
    return message && is_exact(message, STR) ? incref(message) : base_str(vm, self);
}

static Object *syntax_error_str(Vm *vm, Object *self)
{
    Object *message = exception_field(self, SYNTAX_ERROR_MSG), *file = exception_field(self, SYNTAX_ERROR_FILENAME);
    Object *line = exception_field(self, SYNTAX_ERROR_LINENO);
    Object *text = message ? message : none(vm);
    bool has_file = file && is_str(vm, file), has_line = line && is_int(vm, line);
    if (has_file) {
        int64_t slash = str_find(vm, file, &vm->characters['/'].value.head, 0, INT64_MAX, -1);
        Object *base = str_substring(vm, file, slash + 1, INT64_MAX);
        if (!base)
            return NULL;
        Object *result = has_line ? str_format(vm, "%S (%U, line %S)", text, base, line)
                                  : str_format(vm, "%S (%U)", text, base);
        decref(vm, base);
        return result;
    }
    return has_line ? str_format(vm, "%S (line %S)", text, line) : object_str(vm, text);
}

static Object *os_error_str(Vm *vm, Object *self)
{
    Object *number = exception_field(self, OS_ERROR_ERRNO), *what = exception_field(self, OS_ERROR_STRERROR);
    Object *file = exception_field(self, OS_ERROR_FILENAME), *second = exception_field(self, OS_ERROR_FILENAME2);
    if (!number || !what)
        return base_str(vm, self);
    if (file && second && second != none(vm))
        return str_format(vm, "[Errno %S] %S: %R -> %R", number, what, file, second);
    return file && file != none(vm) ? str_format(vm, "[Errno %S] %S: %R", number, what, file)
                                    : str_format(vm, "[Errno %S] %S", number, what);
}

/* "character '\xe9' in position 0", "bytes in position 2-3" */
static void unicode_error_place(Vm *vm, Object *object, int64_t start, int64_t end, char *text, size_t size)
{
    char part[40];
    int64_t length = is_str(vm, object) ? ((Str *)object)->length : is_bytes(vm, object) ? ((Bytes *)object)->length : 0;
    bool single = start >= 0 && end == start + 1 && start < length;
    if (single && is_bytes(vm, object)) {
        snprintf(part, sizeof part, "byte 0x%02x", (unsigned char)((Bytes *)object)->data[start]);
    } else if (single) {
        uint32_t c = str_at((Str *)object, start);
        snprintf(part, sizeof part, c < 256 ? "character '\\x%02x'" : c < 65536 ? "character '\\u%04x'"
                                                                               : "character '\\U%08x'", c);
    } else {
        snprintf(part, sizeof part, "%s", is_bytes(vm, object) ? "bytes" : "characters");
    }
    if (single)
        snprintf(text, size, "%s in position %lld", part, (long long)start);
    else
        snprintf(text, size, "%s in position %lld-%lld", part, (long long)start, (long long)(end - 1));
}

bool unicode_error_words(Vm *vm, Object *self, UnicodeErrorWords *words)
{
    Object *object = exception_field(self, UNICODE_ERROR_OBJECT);
    Object *first = exception_field(self, UNICODE_ERROR_START), *last = exception_field(self, UNICODE_ERROR_END);
    int overflow;
    words->encoding = exception_field(self, UNICODE_ERROR_ENCODING);
    words->reason = exception_field(self, UNICODE_ERROR_REASON);
    if (!object || !first || !last || !is_int(vm, first) || !is_int(vm, last))
        return false;
    bool translate = object_is_instance(vm, self, builtin_type(vm, TYPE_UnicodeTranslateError));
    if (!words->reason || (!words->encoding && !translate))
        return false;
    words->verb = translate ? "translate" : is_bytes(vm, object) ? "decode" : "encode";
    if (translate)
        words->encoding = NULL;
    unicode_error_place(vm, object, int_as_i64(vm, first, &overflow), int_as_i64(vm, last, &overflow), words->place,
                        sizeof words->place);
    return true;
}

static Object *unicode_error_str(Vm *vm, Object *self)
{
    UnicodeErrorWords words;
    if (!unicode_error_words(vm, self, &words))
        return incref(vm->empty_str);
    return words.encoding ? str_format(vm, "'%S' codec can't %s %s: %S", words.encoding, words.verb, words.place, words.reason)
                          : str_format(vm, "can't %s %s: %S", words.verb, words.place, words.reason);
}

static Object *group_str(Vm *vm, Object *self)
{
    Object *exceptions = exception_field(self, GROUP_EXCEPTIONS);
    int64_t n = exceptions ? tuple_length(exceptions) : 0;
    return str_format(vm, "%S (%lld sub-exception%s)", exception_field(self, GROUP_MESSAGE), (long long)n,
                      n > 1 ? "s" : "");
}

/* ---- attributes ---- */

static Object *optional(Vm *vm, Object *value) { return value ? incref(value) : new_none(vm); }
static Object *get_traceback(Vm *vm, Object *self, void *c) { return optional(vm, ((Exception *)self)->traceback); }
static Object *get_context(Vm *vm, Object *self, void *c) { return optional(vm, ((Exception *)self)->context); }
static Object *get_cause(Vm *vm, Object *self, void *c) { return optional(vm, ((Exception *)self)->cause); }
static Object *get_args(Vm *vm, Object *self, void *c) { return optional(vm, ((Exception *)self)->args); }
static Object *get_dict(Vm *vm, Object *self, void *c) { return xincref(instance_dict(vm, self)); }

static int set_dict(Vm *vm, Object *self, Object *value, void *c)
{
    return value ? instance_set_dict(vm, self, value) : vm_raise_int(vm, TYPE_TypeError, "cannot delete __dict__");
}

static int set_traceback(Vm *vm, Object *self, Object *value, void *c)
{
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "__traceback__ may not be deleted");
    if (value != none(vm) && !is_exact(value, TRACEBACK))
        return vm_raise_int(vm, TYPE_TypeError, "__traceback__ must be a traceback or None");
    object_replace(vm, &((Exception *)self)->traceback, value == none(vm) ? NULL : incref(value));
    return 0;
}

static int set_link(Vm *vm, Object **place, Object *value, const char *name)
{
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "%s may not be deleted", name);
    if (value != none(vm) && !is_exception(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "exception %s must be None or derive from BaseException",
                            strcmp(name, "__cause__") == 0 ? "cause" : "context");
    object_replace(vm, place, value == none(vm) ? NULL : incref(value));
    return 0;
}

static int set_context(Vm *vm, Object *self, Object *value, void *c)
{
    return set_link(vm, &((Exception *)self)->context, value, "__context__");
}

static int set_cause(Vm *vm, Object *self, Object *value, void *c)
{
    ((Exception *)self)->suppress_context = true;
    return set_link(vm, &((Exception *)self)->cause, value, "__cause__");
}

static int set_args_attribute(Vm *vm, Object *self, Object *value, void *c)
{
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "args may not be deleted");
    Object *tuple = sequence_tuple(vm, value);
    if (!tuple)
        return -1;
    object_replace(vm, &((Exception *)self)->args, tuple);
    return 0;
}

static Object *get_suppress(Vm *vm, Object *self, void *c) { return new_bool(vm, ((Exception *)self)->suppress_context); }

static int set_suppress(Vm *vm, Object *self, Object *value, void *c)
{
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "can't delete numeric/char attribute");
    if (!is_exact(value, BOOL))
        return vm_raise_int(vm, TYPE_TypeError, "attribute value type must be bool");
    ((Exception *)self)->suppress_context = value == bool_object(vm, true);
    return 0;
}

static const GetSetDef base_getset[] = {
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__context__", get_context, set_context, NULL},
    {"__cause__", get_cause, set_cause, NULL},
    {"args", get_args, set_args_attribute, NULL},
    {"__dict__", get_dict, set_dict, NULL},
    {"__suppress_context__", get_suppress, set_suppress, NULL},
    {0},
};

static Object *with_traceback(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return set_traceback(vm, self, args[0], NULL) < 0 ? NULL : incref(self);
}

static Object *add_note(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "note must be a str, not '%T'", args[0]);
    Object *notes = object_look_attribute(vm, self, name_of(vm, notes));
    if (!notes) {
        notes = vm_failed(vm) ? NULL : list_new(vm, 0);
        if (!notes || object_set_attribute(vm, self, name_of(vm, notes), notes) < 0) {
            xdecref(vm, notes);
            return NULL;
        }
    }
    int result = is_list(vm, notes) ? list_append(vm, notes, args[0])
                                    : vm_raise_int(vm, TYPE_TypeError, "Cannot add note: __notes__ is not a list");
    decref(vm, notes);
    return result < 0 ? NULL : new_none(vm);
}

/* The arguments that make an exception again. An OSError keeps only two of its arguments when a third is the file. */
static Object *reduce_arguments(Vm *vm, Object *self)
{
    Object *args = ((Exception *)self)->args;
    if (!object_is_instance(vm, self, builtin_type(vm, TYPE_OSError)) || !args || tuple_length(args) != 2)
        return args ? incref(args) : tuple_new(vm, 0);
    Object *file = exception_field(self, OS_ERROR_FILENAME), *second = exception_field(self, OS_ERROR_FILENAME2);
    if (!file)
        return incref(args);
    return second ? tuple_pack(vm, 5, tuple_item(args, 0), tuple_item(args, 1), file, none(vm), second)
                  : tuple_pack(vm, 3, tuple_item(args, 0), tuple_item(args, 1), file);
}

/* (type, args) or (type, args, attributes) */
static Object *base_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *arguments = reduce_arguments(vm, self), *dict = ((Exception *)self)->dict;
    Object *type = OBJECT(object_type(vm, self));
    Object *result = !arguments ? NULL : dict ? tuple_pack(vm, 3, type, arguments, dict) : tuple_pack(vm, 2, type, arguments);
    xdecref(vm, arguments);
    return result;
}

static Object *base_setstate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (args[0] != none(vm) && !is_dict(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "state is not a dictionary");
    Object *name, *value;
    int64_t position = 0;
    while (args[0] != none(vm) && dict_next(args[0], &position, &name, &value)) {
        incref(name);      /* a name's own __hash__ may empty the dict */
        incref(value);
        int status = object_set_attribute(vm, self, name, value);
        decref(vm, name);
        decref(vm, value);
        if (status < 0)
            return NULL;
    }
    return new_none(vm);
}

static const MethodDef base_methods[] = {
    {"__reduce__", base_reduce, METHOD_NO_ARGS, NULL},
    {"__setstate__", base_setstate, METHOD_ONE, NULL},
    {"with_traceback", with_traceback, METHOD_ONE,
     "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."},
    {"add_note", add_note, METHOD_ONE, "Exception.add_note(note) --\n    add a note to the exception"},
    {0},
};

#define FIELD(name, index) \
    {name, MEMBER_OBJECT, offsetof(ExceptionWithFields, fields) + (size_t)(index) * sizeof(Object *), false}

static const MemberDef stop_iteration_members[] = {FIELD("value", STOP_ITERATION_VALUE), {0}};
static const MemberDef system_exit_members[] = {FIELD("code", SYSTEM_EXIT_CODE), {0}};
static const MemberDef name_error_members[] = {FIELD("name", NAME_ERROR_NAME), {0}};
static const MemberDef attribute_error_members[] = {
    FIELD("name", ATTRIBUTE_ERROR_NAME), FIELD("obj", ATTRIBUTE_ERROR_OBJ), {0},
};
static const MemberDef import_error_members[] = {
    FIELD("msg", IMPORT_ERROR_MSG), FIELD("name", IMPORT_ERROR_NAME), FIELD("path", IMPORT_ERROR_PATH), {0},
};
static const MemberDef syntax_error_members[] = {
    FIELD("msg", SYNTAX_ERROR_MSG), FIELD("filename", SYNTAX_ERROR_FILENAME), FIELD("lineno", SYNTAX_ERROR_LINENO),
    FIELD("offset", SYNTAX_ERROR_OFFSET), FIELD("text", SYNTAX_ERROR_TEXT),
    FIELD("end_lineno", SYNTAX_ERROR_END_LINENO), FIELD("end_offset", SYNTAX_ERROR_END_OFFSET),
    FIELD("print_file_and_line", SYNTAX_ERROR_PRINT_FILE_AND_LINE), {0},
};
static const MemberDef os_error_members[] = {
    FIELD("errno", OS_ERROR_ERRNO), FIELD("strerror", OS_ERROR_STRERROR), FIELD("filename", OS_ERROR_FILENAME),
    FIELD("filename2", OS_ERROR_FILENAME2), {0},
};
static const MemberDef unicode_error_members[] = {
    FIELD("encoding", UNICODE_ERROR_ENCODING), FIELD("object", UNICODE_ERROR_OBJECT),
    FIELD("start", UNICODE_ERROR_START), FIELD("end", UNICODE_ERROR_END), FIELD("reason", UNICODE_ERROR_REASON), {0},
};
#define FIXED_FIELD(name, index) \
    {name, MEMBER_OBJECT, offsetof(ExceptionWithFields, fields) + (size_t)(index) * sizeof(Object *), true}
static const MemberDef group_members[] = {
    FIXED_FIELD("message", GROUP_MESSAGE), FIXED_FIELD("exceptions", GROUP_EXCEPTIONS), {0},
};

/* ---- the table ---- */

typedef enum Layout {
    LAYOUT_BASE, LAYOUT_STOP_ITERATION, LAYOUT_SYSTEM_EXIT, LAYOUT_NAME_ERROR, LAYOUT_ATTRIBUTE_ERROR,
    LAYOUT_IMPORT_ERROR, LAYOUT_SYNTAX_ERROR, LAYOUT_OS_ERROR, LAYOUT_UNICODE_ERROR, LAYOUT_GROUP
} Layout;

/* X(ID, fields, members, init, str, new) */
#define LAYOUTS(X) \
    X(BASE, 0, NULL, base_init, NULL, base_new) \
    X(STOP_ITERATION, 1, stop_iteration_members, stop_iteration_init, NULL, base_new) \
    X(SYSTEM_EXIT, 1, system_exit_members, system_exit_init, NULL, base_new) \
    X(NAME_ERROR, 1, name_error_members, name_error_init, base_str, base_new) \
    X(ATTRIBUTE_ERROR, 2, attribute_error_members, attribute_error_init, base_str, base_new) \
    X(IMPORT_ERROR, 3, import_error_members, import_error_init, import_error_str, base_new) \
    X(SYNTAX_ERROR, 8, syntax_error_members, syntax_error_init, syntax_error_str, base_new) \
    X(OS_ERROR, 5, os_error_members, os_error_init, os_error_str, os_error_new) \
    X(UNICODE_ERROR, 5, unicode_error_members, unicode_error_init, unicode_error_str, base_new) \
    X(GROUP, 2, group_members, base_init, group_str, group_new)

static const TypeSpec layout_specs[] = {
#define X(id, count, members_table, init_function, str_function, new_function) \
    [LAYOUT_##id] = { \
        .size = (uint32_t)(sizeof(Exception) + (count) * sizeof(Object *)), \
        .flags = TYPE_BASE | TYPE_HAS_GC | TYPE_EXCEPTION_SUBCLASS, .dict_offset = offsetof(Exception, dict), \
        .slots = {.dealloc = exception_dealloc, .traverse = exception_traverse, .clear = exception_clear, \
                  .new = new_function, .init = init_function, .str = str_function}, \
        .members = members_table, \
    },
    LAYOUTS(X)
#undef X
};

/* Every exception type has a spec of its own: the layout's, with its name; only the first of a layout in a line of
 * descent adds the members, methods and slots, the others inherit them. */
#define FIRST_EXCEPTION TYPE_BaseException
#define EXCEPTION_COUNT (TYPE_COUNT - FIRST_EXCEPTION)

typedef struct ExceptionRow { const char *name; TypeId base; Layout layout; } ExceptionRow;

static const ExceptionRow rows[EXCEPTION_COUNT] = {
#define X(id, base, layout) [TYPE_##id - FIRST_EXCEPTION] = {#id, TYPE_##base, LAYOUT_##layout},
    BUILTIN_EXCEPTIONS(X)
#undef X
};

static const TypeSpec exception_specs[EXCEPTION_COUNT] = {
#define X(id, base, layout) \
    [TYPE_##id - FIRST_EXCEPTION] = {.name = #id, .size = sizeof(Exception), \
                                     .flags = TYPE_BASE | TYPE_HAS_GC | TYPE_EXCEPTION_SUBCLASS, \
                                     .dict_offset = offsetof(Exception, dict)},
    BUILTIN_EXCEPTIONS(X)
#undef X
};

const char *exception_type_name(TypeId id) { return rows[id - FIRST_EXCEPTION].name; }

static bool begins_layout(const ExceptionRow *row)
{
    return row->base < FIRST_EXCEPTION || rows[row->base - FIRST_EXCEPTION].layout != row->layout;
}

/* Which types name __new__ themselves instead of inheriting it, as CPython's SimpleExtendsException and its sisters. */
static bool has_own_new(TypeId id, const ExceptionRow *row)
{
    bool names_it = row->layout == LAYOUT_OS_ERROR || row->layout == LAYOUT_UNICODE_ERROR || row->layout == LAYOUT_GROUP;
    return row->layout == LAYOUT_BASE ? id != TYPE_KeyError : names_it && begins_layout(row);
}

static int make_type(Vm *vm, TypeId id)
{
    const ExceptionRow *row = &rows[id - FIRST_EXCEPTION];
    TypeSpec spec = begins_layout(row) ? layout_specs[row->layout] : exception_specs[id - FIRST_EXCEPTION];
    spec.name = row->name;
    spec.size = layout_specs[row->layout].size;
    if (id == TYPE_BaseException) {
        spec.methods = base_methods;
        spec.getset = base_getset;
        spec.slots.repr = base_repr;
        spec.slots.str = base_str;
        spec.slots.set_attribute = object_generic_set;
        spec.slots.get_attribute = object_generic_get;
    }
    if (id == TYPE_BaseExceptionGroup)
        spec.methods = exception_group_methods;
    if (id == TYPE_ExceptionGroup) {               /* made as a program's class is: with room for weak references */
        spec.weaklist_offset = spec.size;
        spec.size += (uint32_t)sizeof(Object *);
    }
    if (id == TYPE_KeyError)
        spec.slots.str = key_error_str;
    if (id != TYPE_ExceptionGroup)
        spec.slots.init = layout_specs[row->layout].slots.init;
    spec.slots.new = has_own_new(id, row) ? layout_specs[row->layout].slots.new : NULL;
    Type *type = builtin_type(vm, id);
    int result = type_make_builtin(vm, type, &spec, builtin_type(vm, row->base));
    type->spec = &exception_specs[id - FIRST_EXCEPTION];
    return result;
}

/* ExceptionGroup has two bases: BaseExceptionGroup, for the layout, and Exception. */
static int also_exception(Vm *vm, Type *group)
{
    Type *exception = builtin_type(vm, TYPE_Exception);
    object_replace(vm, &group->bases, tuple_pack(vm, 2, OBJECT(group->base), OBJECT(exception)));
    object_replace(vm, &group->mro, group->bases ? type_compute_mro(vm, group) : NULL);
    return group->mro ? type_add_subclass(vm, exception, group) : -1;
}

int exception_make_types(Vm *vm)
{
    for (int id = FIRST_EXCEPTION; id < TYPE_COUNT; id++)
        if (make_type(vm, (TypeId)id) < 0)
            return -1;
    return also_exception(vm, builtin_type(vm, TYPE_ExceptionGroup));
}

Object *exception_new(Vm *vm, Type *type, Object *const *args, size_t count)
{
    Object *exception = allocate(vm, os_error_type(vm, type, args, count), args, count);
    if (!exception || !type->slots.init || type->slots.init == base_init)
        return exception;
    Packed outer = call_pack(vm, args, ((Exception *)exception)->args);
    if (type->slots.init(vm, exception, args, count, NULL) < 0)
        object_replace(vm, &exception, NULL);
    vm->packed = outer;
    return exception;
}
