/* Arguments of functions written in C: the checks and the words of CPython's getargs.c and Argument Clinic. */
#include <stdio.h>
#include <string.h>

#include "python/vm.h"

bool args_check(Vm *vm, const char *function, size_t count, size_t min, size_t max)
{
    if (count >= min && count <= max)
        return true;
    size_t bound = count < min ? min : max;
    const char *how = min == max ? "" : count < min ? "at least " : "at most ";
    vm_raise(vm, TYPE_TypeError, "%s expected %s%zu argument%s, got %zu", function, how, bound, bound == 1 ? "" : "s",
             count);
    return false;
}

bool args_counted(Vm *vm, const char *function, size_t count, size_t min, size_t max)
{
    if (count >= min && count <= max)
        return true;
    size_t bound = count < min ? min : max;
    const char *how = min == max ? "exactly" : count < min ? "at least" : "at most";
    vm_raise(vm, TYPE_TypeError, "%s() takes %s %zu argument%s (%zu given)", function, how, bound, bound == 1 ? "" : "s",
             count);
    return false;
}

bool args_no_names(Vm *vm, const char *function, Object *names)
{
    if (!names || tuple_length(names) == 0)
        return true;
    vm_raise(vm, TYPE_TypeError, "%s() takes no keyword arguments", function);
    return false;
}

enum { ARGS_MAX = 24 };

typedef struct Parameter { const char *name; size_t length; } Parameter;

typedef struct Signature {
    Parameter parameters[ARGS_MAX];
    size_t count;
    size_t required, positional_only, positional;    /* how many of them, from the left */
} Signature;

/* Reads "a,b/c|d,$e": '/' ends what is positional only, '|' what is required, '$' what may be positional. */
static void signature_read(const char *format, Signature *out)
{
    bool required_open = true, positional_open = true;
    memset(out, 0, sizeof *out);
    for (const char *p = format; *p;) {
        size_t length = strcspn(p, ",|/$");
        if (length) {
            out->parameters[out->count++] = (Parameter){p, length};
            p += length;
        }
        if (*p == '/')
            out->positional_only = out->count;
        else if (*p == '|' && required_open)
            out->required = out->count, required_open = false;
        else if (*p == '$' && positional_open)
            out->positional = out->count, positional_open = false;
        p += *p != 0;
    }
    if (required_open)
        out->required = out->count;
    if (positional_open)
        out->positional = out->count;
}

static bool parameter_is(const Parameter *parameter, Object *name)
{
    const Str *s = (const Str *)name;
    return s->ascii && (size_t)s->length == parameter->length && memcmp(str_data(s), parameter->name, parameter->length) == 0;
}

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

/* More arguments than parameters, or more positional ones than may be positional. */
static bool too_many(Vm *vm, const char *function, const Signature *signature, size_t count, size_t named)
{
    size_t max = signature->positional;
    if (count + named > signature->count)
        vm_raise(vm, TYPE_TypeError, "%s() takes at most %zu %sargument%s (%zu given)", function,
                 signature->count, count ? "" : "keyword ", plural(signature->count), count + named);
    else if (max == 0)
        vm_raise(vm, TYPE_TypeError, "%s() takes no positional arguments", function);
    else
        vm_raise(vm, TYPE_TypeError, "%s() takes %s %zu positional argument%s (%zu given)", function,
                 signature->required < max ? "at most" : "exactly", max, plural(max), count);
    return false;
}

static size_t parameter_find(const Signature *signature, Object *name)
{
    size_t i = signature->positional_only;
    while (i < signature->count && !parameter_is(&signature->parameters[i], name))
        i++;
    return i;
}

/* Puts values into place; the first name that has none, or is given twice, is found again by complain(). */
static bool take_keywords(const Signature *signature, Object *const *values, Object *names, Object **out)
{
    bool good = true;
    for (int64_t k = 0; k < tuple_length(names); k++) {
        size_t i = parameter_find(signature, tuple_item(names, k));
        bool taken = i < signature->count && !out[i];
        good = good && taken;
        if (taken)
            out[i] = values[k];
    }
    return good;
}

static bool complain(Vm *vm, const char *function, const Signature *signature, Object *names, size_t count)
{
    for (int64_t k = 0; k < tuple_length(names); k++) {
        Object *name = tuple_item(names, k);
        size_t i = parameter_find(signature, name);
        if (i < count)
            vm_raise(vm, TYPE_TypeError, "argument for %s() given by name ('%U') and position (%zu)", function, name,
                     i + 1);
        else if (i == signature->count)
            vm_raise(vm, TYPE_TypeError, "'%U' is an invalid keyword argument for %s()", name, function);
        if (vm_failed(vm))
            break;
    }
    return false;
}

static bool missing(Vm *vm, const char *function, const Signature *signature, size_t i, size_t count)
{
    if (i < signature->positional_only) {
        size_t least = signature->positional_only < signature->required ? signature->positional_only
                                                                         : signature->required;
        vm_raise(vm, TYPE_TypeError, "%s() takes %s %zu positional argument%s (%zu given)", function,
                 least < signature->positional ? "at least" : "exactly", least, plural(least), count);
        return false;
    }
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)signature->parameters[i].length, signature->parameters[i].name);
    vm_raise(vm, TYPE_TypeError, "%s() missing required argument '%s' (pos %zu)", function, name, i + 1);
    return false;
}

bool args_parse(Vm *vm, const char *function, const char *format, Object *const *args, size_t count, Object *names,
                Object **out)
{
    Signature signature;
    signature_read(format, &signature);
    size_t named = names ? (size_t)tuple_length(names) : 0;
    memset(out, 0, signature.count * sizeof *out);
    if (count > signature.positional || count + named > signature.count)
        return too_many(vm, function, &signature, count, named);
    for (size_t i = 0; i < count; i++)
        out[i] = args[i];
    bool good = !named || take_keywords(&signature, args + count, names, out);
    for (size_t i = 0; i < signature.required; i++)
        if (!out[i])
            return missing(vm, function, &signature, i, count);
    return good || complain(vm, function, &signature, names, count);
}
