/* Parameters come in the order in which the code object keeps them: positional ones, keyword-only ones, then *args and
 * **kwargs, which are written where Python's grammar has them. A default is written out if it is short. */
#include "python/signature.h"

#include <stdio.h>
#include <string.h>

#include "python/vm.h"
#include "python/objects/function.h"

enum { LONGEST_DEFAULT = 12 };

typedef struct Writer {
    Vm *vm;
    ReprText *repr;
    char *out;
    size_t length, room;       /* room for the closing ")" and an ellipsis is kept back */
    bool first, full;
} Writer;

static void put(Writer *w, const char *text, size_t length)
{
    if (w->full || w->length + length > w->room) {
        w->full = true;
        return;
    }
    memcpy(w->out + w->length, text, length);
    w->length += length;
}

static void put_string(Writer *w, const char *text)
{
    put(w, text, strlen(text));
}

/* A name as it is written: the quotes of its repr are taken off, for names contain nothing that needs an escape. */
static void put_name(Writer *w, const Object *name)
{
    safe_repr(w->vm, name, w->repr);
    if (w->repr->length > 2)
        put(w, w->repr->bytes + 1, w->repr->length - 2);
}

static void put_default(Writer *w, const Object *value)
{
    put_string(w, "=");
    safe_repr(w->vm, value, w->repr);
    if (w->repr->length <= LONGEST_DEFAULT)
        put(w, w->repr->bytes, w->repr->length);
    else
        put_string(w, "\xE2\x80\xA6");
}

static void put_parameter(Writer *w, const char *stars, const Object *name, const Object *value)
{
    size_t start = w->length;
    put_string(w, w->first ? "" : ", ");
    put_string(w, stars);
    if (name)
        put_name(w, name);
    if (value)
        put_default(w, value);
    w->first = false;
    if (w->full)
        w->length = start;
}

static const Object *positional_default(const Function *function, const Code *code, int32_t i)
{
    int64_t count = function->defaults ? tuple_length(function->defaults) : 0;
    int64_t at = i - (code->arg_count - count);
    return at >= 0 ? tuple_item(function->defaults, at) : NULL;
}

static const Object *keyword_default(const Function *function, const Object *name)
{
    int64_t position = 0;
    Object *key, *value;
    while (function->kwdefaults && dict_next(function->kwdefaults, &position, &key, &value))
        if (key == name)
            return value;
    return NULL;
}

static void put_parameters(Writer *w, const Function *function, const Code *code)
{
    int32_t keywords_end = code->arg_count + code->keyword_only_count;
    for (int32_t i = 0; i < code->arg_count; i++) {
        put_parameter(w, "", tuple_item(code->local_names, i), positional_default(function, code, i));
        if (i + 1 == code->positional_only_count)
            put_parameter(w, "/", NULL, NULL);
    }
    bool varargs = code->flags & CODE_VARARGS;
    if (varargs)
        put_parameter(w, "*", tuple_item(code->local_names, keywords_end), NULL);
    else if (code->keyword_only_count)
        put_parameter(w, "*", NULL, NULL);
    for (int32_t i = code->arg_count; i < keywords_end; i++) {
        const Object *name = tuple_item(code->local_names, i);
        put_parameter(w, "", name, keyword_default(function, name));
    }
    if (code->flags & CODE_VARKEYWORDS)
        put_parameter(w, "**", tuple_item(code->local_names, keywords_end + varargs), NULL);
}

bool signature_write(Vm *vm, const Object *object, ReprText *repr, char *out, size_t size)
{
    static const char cut[] = ", \xE2\x80\xA6";
    if (is_exact(object, METHOD))
        object = ((const Method *)object)->function;
    if (!is_exact(object, FUNCTION) || size < 2 * sizeof cut)
        return false;
    const Function *function = (const Function *)object;
    Writer w = {.vm = vm, .repr = repr, .out = out, .room = size - sizeof cut - 2, .first = true};
    put_name(&w, function->name);
    put_string(&w, "(");
    put_parameters(&w, function, (const Code *)function->code);
    sprintf(out + w.length, "%s)", w.full ? cut : "");
    return true;
}
