/* Text of objects without making objects. */
#include "python/safe_repr.h"

#include <gmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "python/modules/collections.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/unicode.h"
#include "python/vm.h"

enum { BIG_INT_LIMBS = 1000 };  /* longer ints show their size only */

static void show(Vm *vm, const Object *object, ReprText *out);

static void put(ReprText *out, const char *text, size_t length)
{
    if (out->full)
        return;
    if (out->limit && out->length + length > out->limit) {
        out->full = true;
        text = "\xe2\x80\xa6";  /* an ellipsis */
        length = 3;
    }
    if (out->length + length > out->capacity) {
        size_t capacity = 2 * (out->length + length) + 64;
        char *grown = realloc(out->bytes, capacity);
        if (!grown) {
            out->full = true;
            return;
        }
        out->bytes = grown;
        out->capacity = capacity;
    }
    memcpy(out->bytes + out->length, text, length);
    out->length += length;
}

static void put_text(ReprText *out, const char *text) { put(out, text, strlen(text)); }

static void put_code_point(ReprText *out, uint32_t c)
{
    char utf8[4];
    size_t n = 0;
    if (c < 0x80) {
        utf8[n++] = (char)c;
    } else {
        int rest = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
        utf8[n++] = (char)(lead[rest] | c >> (6 * rest));
        while (rest--)
            utf8[n++] = (char)(0x80 | (c >> (6 * rest) & 0x3f));
    }
    put(out, utf8, n);
}

static void put_str(ReprText *out, const Object *object)
{
    const Str *s = (const Str *)object;
    for (int64_t i = 0; i < s->length && !out->full; i++)
        put_code_point(out, str_at(s, i));
}

/* ---- scalars ---- */

static void show_int(const Object *object, ReprText *out)
{
    const Int *i = (const Int *)object;
    char small[32];
    int64_t size = i->size < 0 ? -i->size : i->size;
    if (size <= 1) {
        snprintf(small, sizeof small, "%s%llu", i->size < 0 ? "-" : "", size ? (unsigned long long)i->limbs[0] : 0ULL);
        put_text(out, small);
        return;
    }
    if (size > BIG_INT_LIMBS) {
        snprintf(small, sizeof small, "<int of %llu bits>", (unsigned long long)int_bit_length(object));
        put_text(out, small);
        return;
    }
    size_t digits = (size_t)size * 20 + 2;
    unsigned char *text = malloc(digits);
    mp_limb_t *limbs = malloc((size_t)size * sizeof *limbs);
    if (text && limbs) {
        memcpy(limbs, i->limbs, (size_t)size * sizeof *limbs);
        size_t n = mpn_get_str(text, 10, limbs, size);
        size_t start = 0;
        while (start + 1 < n && text[start] == 0)
            start++;
        for (size_t k = start; k < n; k++)
            text[k] = (unsigned char)(text[k] + '0');
        if (i->size < 0)
            put(out, "-", 1);
        put(out, (const char *)text + start, n - start);
    }
    free(text);
    free(limbs);
}

static void show_character(ReprText *out, uint32_t c, char quote)
{
    static const struct { uint32_t c; const char *text; } escapes[] = {{'\n', "\\n"}, {'\t', "\\t"}, {'\r', "\\r"},
                                                                       {'\\', "\\\\"}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        if (escapes[i].c == c) {
            put_text(out, escapes[i].text);
            return;
        }
    }
    char text[12];
    if (c == (uint32_t)quote) {
        snprintf(text, sizeof text, "\\%c", quote);
    } else if (c >= ' ' && c < 127) {
        put_code_point(out, c);
        return;
    } else if (c < 256 && (c < 161 || c == 173)) {
        snprintf(text, sizeof text, "\\x%02x", c);
    } else if (unicode_is_printable(c)) {
        put_code_point(out, c);
        return;
    } else {
        snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    put_text(out, text);
}

static void show_str(const Object *object, ReprText *out)
{
    const Str *s = (const Str *)object;
    bool single = false, twice = false;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        single |= c == '\'';
        twice |= c == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    put(out, &quote, 1);
    for (int64_t i = 0; i < s->length && !out->full; i++)
        show_character(out, str_at(s, i), quote);
    put(out, &quote, 1);
}

static void put_bytes(const char *data, int64_t length, ReprText *out)
{
    bool single = length && memchr(data, '\'', (size_t)length), twice = length && memchr(data, '"', (size_t)length);
    char quote = single && !twice ? '"' : '\'';
    put(out, "b", 1);
    put(out, &quote, 1);
    for (int64_t i = 0; i < length && !out->full; i++) {
        unsigned char c = (unsigned char)data[i];
        char text[8];
        if (c < 128 && c != 127)
            show_character(out, c, quote);
        else {
            snprintf(text, sizeof text, "\\x%02x", c);
            put_text(out, text);
        }
    }
    put(out, &quote, 1);
}

static void show_bytes(const Object *object, ReprText *out)
{
    put_bytes(((const Bytes *)object)->data, ((const Bytes *)object)->length, out);
}

static void show_bytearray(const Object *object, ReprText *out)
{
    const ByteArray *array = (const ByteArray *)object;
    put_text(out, "bytearray(");
    put_bytes(array->start, array->length, out);
    put(out, ")", 1);
}

static void show_float(const Object *object, ReprText *out)
{
    char text[40];
    put(out, text, float_print(float_value(object), text));
}

static void show_none(const Object *object, ReprText *out) { put_text(out, "None"); }

static void show_bool(const Object *object, ReprText *out) { put_text(out, ((const Int *)object)->size ? "True" : "False"); }

/* ---- containers ---- */

static bool enter(ReprText *out, const Object *object)
{
    for (unsigned i = 0; i < out->depth; i++)
        if (out->inside[i] == object)
            return false;
    if (out->depth == sizeof out->inside / sizeof *out->inside)
        return false;
    out->inside[out->depth++] = object;
    return true;
}

static void show_items(Vm *vm, Object *const *items, int64_t count, const char *brackets, bool comma, ReprText *out)
{
    put(out, brackets, 1);
    for (int64_t i = 0; i < count && !out->full; i++) {
        if (i)
            put(out, ", ", 2);
        show(vm, items[i], out);
    }
    put_text(out, comma && count == 1 ? "," : "");
    put(out, brackets + 1, 1);
}

static void show_list(Vm *vm, const Object *object, ReprText *out)
{
    const List *list = (const List *)object;
    show_items(vm, list->items, list->length, "[]", false, out);
}

static void show_tuple(Vm *vm, const Object *object, ReprText *out)
{
    show_items(vm, ((const Tuple *)object)->items, tuple_length(object), "()", true, out);
}

static void show_dict(Vm *vm, const Object *object, ReprText *out)
{
    int64_t position = 0;
    Object *key, *value;
    put(out, "{", 1);
    for (bool first = true; !out->full && dict_next(object, &position, &key, &value); first = false) {
        put_text(out, first ? "" : ", ");
        show(vm, key, out);
        put(out, ": ", 2);
        show(vm, value, out);
    }
    put(out, "}", 1);
}

static void show_set(Vm *vm, const Object *object, ReprText *out)
{
    bool frozen = is_exact(object, FROZENSET);
    int64_t position = 0;
    Object *key;
    if (((const Set *)object)->used == 0) {
        put_text(out, frozen ? "frozenset()" : "set()");
        return;
    }
    put_text(out, frozen ? "frozenset({" : "{");
    for (bool first = true; !out->full && set_next(object, &position, &key); first = false) {
        put_text(out, first ? "" : ", ");
        show(vm, key, out);
    }
    put_text(out, frozen ? "})" : "}");
}

static void show_range(Vm *vm, const Object *object, ReprText *out)
{
    const Range *range = (const Range *)object;
    put_text(out, "range(");
    show(vm, range->start, out);
    put(out, ", ", 2);
    show(vm, range->stop, out);
    if (!int_is_compact(range->step) || int_compact_value(range->step) != 1) {
        put(out, ", ", 2);
        show(vm, range->step, out);
    }
    put(out, ")", 1);
}

static void show_slice(Vm *vm, const Object *object, ReprText *out)
{
    const Slice *slice = (const Slice *)object;
    Object *const parts[] = {slice->start, slice->stop, slice->step};
    put_text(out, "slice");
    show_items(vm, parts, 3, "()", false, out);
}

static void show_deque(Vm *vm, const Object *object, ReprText *out)
{
    put_text(out, "deque([");
    for (int64_t i = 0; i < deque_size(object) && !out->full; i++) {
        put_text(out, i ? ", " : "");
        show(vm, deque_at(object, i), out);
    }
    put(out, "]", 1);
    if (deque_most(object) >= 0) {
        char text[40];
        snprintf(text, sizeof text, ", maxlen=%lld", (long long)deque_most(object));
        put_text(out, text);
    }
    put(out, ")", 1);
}

static void show_defaultdict(Vm *vm, const Object *object, ReprText *out)
{
    put_text(out, "defaultdict(");
    show(vm, defaultdict_factory(object) ? defaultdict_factory(object) : none(vm), out);
    put(out, ", ", 2);
    show_dict(vm, object, out);
    put(out, ")", 1);
}

/* ---- everything else ---- */

static void put_address(Vm *vm, const Object *object, ReprText *out)
{
    char text[32];
    snprintf(text, sizeof text, " at 0x%llx>", (unsigned long long)object_address(vm, object));
    put_text(out, text);
}

static void put_type_name(Vm *vm, const Type *type, ReprText *out)
{
    Object *module = type->flags & TYPE_HEAP ? dict_get(vm, type->dict, name_of(vm, module)) : NULL;
    if (module && is_exact(module, STR)) {
        put_str(out, module);
        put(out, ".", 1);
    }
    if (!(type->flags & TYPE_HEAP) && type->spec)
        put_text(out, type->spec->name);
    else
        put_str(out, type->flags & TYPE_HEAP ? type->qualname : type->name);
}

static void show_type(Vm *vm, const Object *object, ReprText *out)
{
    put_text(out, "<class '");
    put_type_name(vm, (const Type *)object, out);
    put_text(out, "'>");
}

static void show_function(Vm *vm, const Object *object, ReprText *out)
{
    put_text(out, "<function ");
    put_str(out, ((const Function *)object)->qualname);
    put_address(vm, object, out);
}

static void show_method(Vm *vm, const Object *object, ReprText *out)
{
    const Method *method = (const Method *)object;
    put_text(out, "<bound method ");
    if (is_exact(method->function, FUNCTION))
        put_str(out, ((const Function *)method->function)->qualname);
    put_text(out, " of ");
    show(vm, method->self, out);
    put(out, ">", 1);
}

static void show_builtin(Vm *vm, const Object *object, ReprText *out)
{
    const BuiltinFunction *f = (const BuiltinFunction *)object;
    bool owned = f->self && !is_exact(f->self, MODULE);
    put_text(out, owned ? "<built-in method " : "<built-in function ");
    put_text(out, f->def->name);
    if (!owned) {
        put(out, ">", 1);
        return;
    }
    put_text(out, " of ");
    put_text(out, object_type(vm, f->self)->c_name);
    put_text(out, " object");
    put_address(vm, f->self, out);
}

static void show_module(Vm *vm, const Object *object, ReprText *out)
{
    put_text(out, "<module '");
    put_str(out, ((const ModuleObject *)object)->name);
    put_text(out, "' (built-in)>");
}

static void show_exception(Vm *vm, const Object *object, ReprText *out)
{
    const Exception *exception = (const Exception *)object;
    put_text(out, object_type(vm, object)->c_name);
    if (exception->args)
        show_items(vm, ((const Tuple *)exception->args)->items, tuple_length(exception->args), "()", false, out);
    else
        put(out, "()", 2);
}

static void show_other(Vm *vm, const Object *object, ReprText *out)
{
    put(out, "<", 1);
    put_type_name(vm, object_type(vm, object), out);
    put_text(out, " object");
    put_address(vm, object, out);
}

typedef struct ShowRow {
    TypeId type;
    void (*scalar)(const Object *object, ReprText *out);
    void (*other)(Vm *vm, const Object *object, ReprText *out);
    bool nested;               /* may contain itself */
    const char *inside;        /* what is shown then */
} ShowRow;

static const ShowRow rows[] = {
    {TYPE_INT, show_int, NULL, false, NULL},
    {TYPE_BOOL, show_bool, NULL, false, NULL},
    {TYPE_FLOAT, show_float, NULL, false, NULL},
    {TYPE_STR, show_str, NULL, false, NULL},
    {TYPE_BYTES, show_bytes, NULL, false, NULL},
    {TYPE_BYTEARRAY, show_bytearray, NULL, false, NULL},
    {TYPE_SLICE, NULL, show_slice, true, "slice(...)"},
    {TYPE_NONE, show_none, NULL, false, NULL},
    {TYPE_LIST, NULL, show_list, true, "[...]"},
    {TYPE_TUPLE, NULL, show_tuple, true, "(...)"},
    {TYPE_DICT, NULL, show_dict, true, "{...}"},
    {TYPE_SET, NULL, show_set, true, "set(...)"},
    {TYPE_FROZENSET, NULL, show_set, true, "frozenset(...)"},
    {TYPE_RANGE, NULL, show_range, false, NULL},
    {TYPE_FUNCTION, NULL, show_function, false, NULL},
    {TYPE_METHOD, NULL, show_method, true, "..."},
    {TYPE_BUILTIN_FUNCTION, NULL, show_builtin, false, NULL},
    {TYPE_MODULE, NULL, show_module, false, NULL},
};

static void show_row(Vm *vm, const ShowRow *row, const Object *object, ReprText *out)
{
    if (row->scalar) {
        row->scalar(object, out);
    } else if (!row->nested) {
        row->other(vm, object, out);
    } else if (enter(out, object)) {
        row->other(vm, object, out);
        out->depth--;
    } else {
        put_text(out, row->inside);
    }
}

static void show(Vm *vm, const Object *object, ReprText *out)
{
    const Type *type = object_type(vm, object);
    if (out->full)
        return;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (type == &vm->types[rows[i].type]) {
            show_row(vm, &rows[i], object, out);
            return;
        }
    }
    static const ShowRow deque = {0, NULL, show_deque, true, "[...]"};
    static const ShowRow defaultdict = {0, NULL, show_defaultdict, true, "..."};
    if (is_type(vm, object))
        show_type(vm, object, out);
    else if (!(type->flags & TYPE_HEAP) && deque_is(vm, object))
        show_row(vm, &deque, object, out);
    else if (!(type->flags & TYPE_HEAP) && defaultdict_is(vm, object))
        show_row(vm, &defaultdict, object, out);
    else if (is_exception(vm, object) && type->slots.repr == vm->types[TYPE_BaseException].slots.repr)
        show_exception(vm, object, out);
    else
        show_other(vm, object, out);
}

void safe_repr(Vm *vm, const Object *object, ReprText *out)
{
    out->length = 0;
    out->depth = 0;
    out->full = false;
    show(vm, object, out);
}

/* As str() of the object where that runs no code of the program. */
static void show_as_str(Vm *vm, const Object *object, ReprText *out)
{
    if (is_exact(object, STR))
        put_str(out, object);
    else
        show(vm, object, out);
}

/* The messages of exceptions as their own str() makes them; false: they have none of their own. */

static bool show_os_error(Vm *vm, Object *exception, ReprText *out)
{
    Object *number = exception_field(exception, OS_ERROR_ERRNO), *what = exception_field(exception, OS_ERROR_STRERROR);
    Object *file = exception_field(exception, OS_ERROR_FILENAME), *second = exception_field(exception, OS_ERROR_FILENAME2);
    if (!number || !what)
        return false;
    put_text(out, "[Errno ");
    show_as_str(vm, number, out);
    put_text(out, "] ");
    show_as_str(vm, what, out);
    if (file && file != none(vm)) {
        put_text(out, ": ");
        show(vm, file, out);
    }
    if (file && second && second != none(vm)) {
        put_text(out, " -> ");
        show(vm, second, out);
    }
    return true;
}

static bool show_unicode_error(Vm *vm, Object *exception, ReprText *out)
{
    UnicodeErrorWords words;
    if (!unicode_error_words(vm, exception, &words))
        return false;
    if (words.encoding) {
        put_text(out, "'");
        show_as_str(vm, words.encoding, out);
        put_text(out, "' codec ");
    }
    put_text(out, "can't ");
    put_text(out, words.verb);
    put_text(out, " ");
    put_text(out, words.place);
    put_text(out, ": ");
    show_as_str(vm, words.reason, out);
    return true;
}

static bool show_group_error(Vm *vm, Object *exception, ReprText *out)
{
    Object *exceptions = exception_field(exception, GROUP_EXCEPTIONS), *message = exception_field(exception, GROUP_MESSAGE);
    char count[48];
    if (!exceptions || !message)
        return false;
    int64_t n = tuple_length(exceptions);
    snprintf(count, sizeof count, " (%lld sub-exception%s)", (long long)n, n > 1 ? "s" : "");
    show_as_str(vm, message, out);
    put_text(out, count);
    return true;
}

static bool show_syntax_error(Vm *vm, Object *exception, ReprText *out)
{
    Object *message = exception_field(exception, SYNTAX_ERROR_MSG), *line = exception_field(exception, SYNTAX_ERROR_LINENO);
    Object *file = exception_field(exception, SYNTAX_ERROR_FILENAME);
    if (!message || !file || !is_exact(file, STR) || !line || !is_int(vm, line))
        return false;
    show_as_str(vm, message, out);
    put_text(out, " (");
    put_str(out, file);
    put_text(out, ", line ");
    show_as_str(vm, line, out);
    put_text(out, ")");
    return true;
}

static const struct { TypeId type; bool (*show)(Vm *vm, Object *exception, ReprText *out); } messages[] = {
    {TYPE_OSError, show_os_error}, {TYPE_UnicodeEncodeError, show_unicode_error},
    {TYPE_BaseExceptionGroup, show_group_error}, {TYPE_SyntaxError, show_syntax_error},
};

static bool show_message(Vm *vm, const Object *exception, ReprText *out)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (object_type(vm, exception)->slots.str == vm->types[messages[i].type].slots.str)
            return messages[i].show(vm, (Object *)(uintptr_t)exception, out);
    return false;
}

void safe_error_line(Vm *vm, const Object *object, ReprText *out)
{
    const Exception *exception = (const Exception *)object;
    int64_t count = exception->args ? tuple_length(exception->args) : 0;
    out->length = 0;
    out->depth = 0;
    out->full = false;
    put_text(out, object_type(vm, object)->c_name);
    if (count == 0)
        return;
    put_text(out, ": ");
    if (show_message(vm, object, out))
        return;
    Object *first = tuple_item(exception->args, 0);
    if (count == 1 && !object_is_instance(vm, object, builtin_type(vm, TYPE_KeyError)))
        show_as_str(vm, first, out);
    else
        show(vm, count == 1 ? first : exception->args, out);
}

size_t safe_str(const Object *str, char *text, size_t size)
{
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    const Str *s = (const Str *)str;
    size_t n = 0;
    for (int64_t i = 0; i < s->length && n + 5 < size; i++) {
        uint32_t c = str_at(s, i);
        int rest = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        text[n++] = (char)(rest ? lead[rest] | c >> (6 * rest) : c);
        while (rest--)
            text[n++] = (char)(0x80 | (c >> (6 * rest) & 0x3f));
    }
    return n;
}
