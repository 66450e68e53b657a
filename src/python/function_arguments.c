/* Binding a call's arguments to a function's parameters. As initialize_locals in CPython's ceval.c, with its messages. */
#include <stdio.h>

#include "python/objects/function.h"
#include "python/vm.h"

typedef struct Binding {
    Function *function;
    Code *code;
    Object **slots;            /* of the new frame, all NULL at first */
    size_t count;              /* positional arguments given */
    Object *extra_keywords;    /* the ** dict, NULL if there is none */
} Binding;

static Object *parameter_name(const Code *code, int64_t i) { return tuple_item(code->local_names, i); }

/* "a, b and c" of quoted names; `missing` is a list of str. */
static Object *name_list(Vm *vm, Object *missing)
{
    StrWriter writer;
    writer_init(&writer);
    const List *list = (const List *)missing;
    for (int64_t i = 0; i < list->length; i++) {
        const char *separator = i == 0 ? "" : i < list->length - 1 ? ", " : list->length == 2 ? " and " : ", and ";
        Object *quoted = str_format(vm, "%s%R", separator, list->items[i]);
        if (!quoted || writer_str(vm, &writer, quoted) < 0) {
            xdecref(vm, quoted);
            writer_discard(vm, &writer);
            return NULL;
        }
        decref(vm, quoted);
    }
    return writer_finish(vm, &writer);
}

static int missing_error(Vm *vm, Binding *b, int64_t first, int64_t end, const char *kind)
{
    Object *missing = list_new(vm, 0);
    for (int64_t i = first; missing && i < end; i++)
        if (!b->slots[i])
            list_append(vm, missing, parameter_name(b->code, i));
    Object *names = missing ? name_list(vm, missing) : NULL;
    if (names) {
        int64_t n = ((List *)missing)->length;
        vm_raise(vm, TYPE_TypeError, "%U() missing %lld required %s argument%s: %U", b->function->qualname,
                 (long long)n, kind, n == 1 ? "" : "s", names);
    }
    xdecref(vm, names);
    xdecref(vm, missing);
    return -1;
}

static int too_many_error(Vm *vm, Binding *b)
{
    const Code *code = b->code;
    int64_t defaults = b->function->defaults ? tuple_length(b->function->defaults) : 0;
    int keyword_given = 0;
    for (int i = code->arg_count; i < code->arg_count + code->keyword_only_count; i++)
        keyword_given += b->slots[i] != NULL;
    char takes[48], given[96] = "";
    bool plural = defaults || code->arg_count != 1;
    if (defaults)
        snprintf(takes, sizeof takes, "from %lld to %d", (long long)(code->arg_count - defaults), code->arg_count);
    else
        snprintf(takes, sizeof takes, "%d", code->arg_count);
    if (keyword_given)
        snprintf(given, sizeof given, " positional argument%s (and %d keyword-only argument%s)",
                 b->count != 1 ? "s" : "", keyword_given, keyword_given != 1 ? "s" : "");
    return vm_raise_int(vm, TYPE_TypeError, "%U() takes %s positional argument%s but %zu%s %s given",
                        b->function->qualname, takes, plural ? "s" : "", b->count, given,
                        b->count == 1 && !keyword_given ? "was" : "were");
}

static int find_parameter(const Code *code, Object *name)
{
    int total = code->arg_count + code->keyword_only_count;
    for (int i = code->positional_only_count; i < total; i++)
        if (parameter_name(code, i) == name)
            return i;
    for (int i = code->positional_only_count; i < total; i++)
        if (str_equal(parameter_name(code, i), name))
            return i;
    return -1;
}

/* Positional-only parameters given by keyword are named all at once. */
static bool positional_only_as_keyword(Vm *vm, Binding *b, Object *names)
{
    StrWriter writer;
    writer_init(&writer);
    bool any = false;
    for (int i = 0; i < b->code->positional_only_count; i++) {
        for (int64_t k = 0; k < tuple_length(names); k++) {
            if (!str_equal(parameter_name(b->code, i), tuple_item(names, k)))
                continue;
            if (any)
                writer_ascii(vm, &writer, ", ", 2);
            writer_str(vm, &writer, tuple_item(names, k));
            any = true;
        }
    }
    Object *list = writer_finish(vm, &writer);
    if (any && list)
        vm_raise(vm, TYPE_TypeError, "%U() got some positional-only arguments passed as keyword arguments: '%U'",
                 b->function->qualname, list);
    xdecref(vm, list);
    return any;
}

static int bind_keyword(Vm *vm, Binding *b, Object *name, Object *value, Object *names)
{
    if (!is_str(vm, name))
        return vm_raise_int(vm, TYPE_TypeError, "%U() keywords must be strings", b->function->qualname);
    int i = find_parameter(b->code, name);
    if (i < 0) {
        if (b->extra_keywords)
            return dict_set(vm, b->extra_keywords, name, value);
        if (b->code->positional_only_count && positional_only_as_keyword(vm, b, names))
            return -1;
        return vm_raise_int(vm, TYPE_TypeError, "%U() got an unexpected keyword argument '%U'", b->function->qualname,
                            name);
    }
    if (b->slots[i])
        return vm_raise_int(vm, TYPE_TypeError, "%U() got multiple values for argument '%U'", b->function->qualname,
                            name);
    b->slots[i] = incref(value);
    return 0;
}

static int fill_positional_defaults(Vm *vm, Binding *b)
{
    int64_t count = b->function->defaults ? tuple_length(b->function->defaults) : 0;
    int64_t first_default = b->code->arg_count - count;
    for (int64_t i = (int64_t)b->count; i < first_default; i++)
        if (!b->slots[i])
            return missing_error(vm, b, (int64_t)b->count, first_default, "positional");
    for (int64_t i = first_default < 0 ? 0 : first_default; i < b->code->arg_count; i++)
        if (!b->slots[i])
            b->slots[i] = incref(tuple_item(b->function->defaults, i - first_default));
    return 0;
}

static int fill_keyword_defaults(Vm *vm, Binding *b)
{
    int first = b->code->arg_count, end = first + b->code->keyword_only_count;
    bool missing = false;
    for (int i = first; i < end; i++) {
        if (b->slots[i])
            continue;
        Object *value = b->function->kwdefaults
            ? dict_get(vm, b->function->kwdefaults, parameter_name(b->code, i)) : NULL;
        if (vm_failed(vm))
            return -1;
        b->slots[i] = xincref(value);
        missing |= !value;
    }
    return missing ? missing_error(vm, b, first, end, "keyword-only") : 0;
}

static int bind(Vm *vm, Binding *b, Object *const *args, Object *names)
{
    const Code *code = b->code;
    int named = code->arg_count + code->keyword_only_count;
    size_t direct = b->count < (size_t)code->arg_count ? b->count : (size_t)code->arg_count;
    if (code->flags & CODE_VARKEYWORDS) {
        b->extra_keywords = dict_new(vm);
        if (!b->extra_keywords)
            return -1;
        b->slots[named + (code->flags & CODE_VARARGS ? 1 : 0)] = b->extra_keywords;
    }
    for (size_t i = 0; i < direct; i++)
        b->slots[i] = incref(args[i]);
    if (code->flags & CODE_VARARGS) {
        Object *rest = tuple_from(vm, args + direct, (int64_t)(b->count - direct));
        if (!rest)
            return -1;
        b->slots[named] = rest;
    }
    for (int64_t k = 0; names && k < tuple_length(names); k++)
        if (bind_keyword(vm, b, tuple_item(names, k), args[b->count + (size_t)k], names) < 0)
            return -1;
    if (b->count > (size_t)code->arg_count && !(code->flags & CODE_VARARGS))
        return too_many_error(vm, b);
    if (b->count < (size_t)code->arg_count && fill_positional_defaults(vm, b) < 0)
        return -1;
    return code->keyword_only_count ? fill_keyword_defaults(vm, b) : 0;
}

Frame *function_push(Vm *vm, Function *function, Object *const *args, size_t count, Object *names)
{
    Code *code = (Code *)function->code;
    Object *locals = NULL;
    Frame *frame = frame_push(vm, incref(&function->head), code, function->globals, function->builtins, locals);
    if (!frame) {
        decref(vm, &function->head);
        return NULL;
    }
    const int32_t special = CODE_VARARGS | CODE_VARKEYWORDS;
    if (count == (size_t)code->arg_count && !names && !(code->flags & special) && !code->keyword_only_count) {
        for (size_t i = 0; i < count; i++)
            frame->slots[i] = incref(args[i]);
        return frame;
    }
    Binding binding = {.function = function, .code = code, .slots = frame->slots, .count = count};
    if (bind(vm, &binding, args, names) == 0)
        return frame;
    frame_end(vm, frame);
    return NULL;
}
