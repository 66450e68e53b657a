/* "...{field}...".format(...), format_map and str.__format__.
 *
 *     field = '{' [name ('.' attribute | '[' item ']')*] ['!' conversion] [':' spec] '}'
 *
 * A spec may hold fields itself, one level deep. Source of behaviour: CPython's stringlib/unicode_format.h.
 */
#include "python/format_spec.h"
#include "python/objects/containers.h"
#include "python/objects/str_parts.h"
#include "python/text.h"
#include "python/vm.h"

enum { FORMAT_MAX_DEPTH = 2 };

typedef enum Numbering { NUMBERING_OPEN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct Format {
    Object *const *args;       /* positional, then the values of `names`; NULL for format_map */
    size_t count;              /* positional ones */
    Object *names;             /* tuple or NULL */
    Object *mapping;           /* format_map's; NULL otherwise */
    Numbering numbering;
    int64_t next;              /* of automatic numbering */
} Format;

/* A stretch of the format string that is being read. */
typedef struct Reader { Chars c; int64_t at, end; } Reader;

typedef struct Field {
    Chars name, spec;
    uint32_t conversion;       /* 0: none */
    bool nested;               /* the spec holds fields */
} Field;

static bool value_error(Vm *vm, const char *message) { return vm_raise(vm, TYPE_ValueError, "%s", message); }

/* ---- reading a field ---- */

/* Up to what ends the name; returns that character, 0 at the end of the string. Brackets may hold anything. */
static uint32_t read_name(Reader *r, Field *field)
{
    int64_t start = r->at;
    uint32_t c = 0;
    while (r->at < r->end) {
        c = chars_at(r->c, r->at++);
        if (c == '{' || c == '}' || c == ':' || c == '!')
            break;
        while (c == '[' && r->at < r->end && chars_at(r->c, r->at) != ']')
            r->at++;
        c = 0;
    }
    field->name = chars_slice(r->c, start, c ? r->at - 1 : r->at);
    return c;
}

static bool read_spec(Vm *vm, Reader *r, Field *field)
{
    int64_t start = r->at;
    int depth = 1;
    while (r->at < r->end) {
        uint32_t c = chars_at(r->c, r->at++);
        field->nested = field->nested || c == '{';
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
            field->spec = chars_slice(r->c, start, r->at - 1);
            return true;
        }
    }
    return value_error(vm, "unmatched '{' in format spec");
}

/* After '!': the conversion, then '}' or ':'. *done: the field has ended. */
static bool read_conversion(Vm *vm, Reader *r, Field *field, bool *done)
{
    if (r->at >= r->end)
        return value_error(vm, "end of string while looking for conversion specifier");
    field->conversion = chars_at(r->c, r->at++);
    if (r->at >= r->end)
        return true;
    uint32_t c = chars_at(r->c, r->at++);
    *done = c == '}';
    return *done || c == ':' || value_error(vm, "expected ':' after conversion specifier");
}

static bool read_field(Vm *vm, Reader *r, Field *field)
{
    *field = (Field){.spec = {"", 0, 1}};
    uint32_t end = read_name(r, field);
    bool done = end == '}';
    if (end == '{')
        return value_error(vm, "unexpected '{' in field name");
    if (end == 0)
        return value_error(vm, "expected '}' before end of string");
    if (end == '!' && !read_conversion(vm, r, field, &done))
        return false;
    return done || read_spec(vm, r, field);
}

/* ---- what a field names ---- */

/* The number that the characters are, -1 when they are none, -2 on error. */
static int64_t read_integer(Vm *vm, Chars c)
{
    int64_t number = 0;
    for (int64_t i = 0; i < c.length; i++) {
        int digit = unicode_decimal_value(chars_at(c, i));
        if (digit < 0)
            return -1;
        if (number > (INT64_MAX - digit) / 10)
            return value_error(vm, "Too many decimal digits in format string") ? 0 : -2;
        number = number * 10 + digit;
    }
    return c.length > 0 ? number : -1;
}

static bool choose_numbering(Vm *vm, Format *f, bool automatic)
{
    Numbering wanted = automatic ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (f->numbering == NUMBERING_OPEN)
        f->numbering = wanted;
    if (f->numbering == wanted)
        return true;
    return value_error(vm, automatic
        ? "cannot switch from manual field specification to automatic field numbering"
        : "cannot switch from automatic field numbering to manual field specification");
}

static Object *positional(Vm *vm, Format *f, int64_t index)
{
    if (!f->args)
        return vm_raise(vm, TYPE_ValueError, "Format string contains positional fields");
    if ((uint64_t)index >= f->count)
        return vm_raise(vm, TYPE_IndexError, "Replacement index %lld out of range for positional args tuple",
                        (long long)index);
    return incref(f->args[index]);
}

static Object *keyword(Vm *vm, Format *f, Object *key)
{
    if (f->mapping)
        return object_get_item(vm, f->mapping, key);
    for (int64_t i = 0; f->names && i < tuple_length(f->names); i++)
        if (str_equal(tuple_item(f->names, i), key))
            return incref(f->args[f->count + (size_t)i]);
    return vm_raise_object(vm, TYPE_KeyError, key);
}

static Object *first_object(Vm *vm, Format *f, Chars name)
{
    int64_t index = read_integer(vm, name);
    if (index == -2)
        return NULL;
    bool automatic = name.length == 0;
    if ((automatic || index >= 0) && !choose_numbering(vm, f, automatic))
        return NULL;
    if (automatic || index >= 0)
        return positional(vm, f, automatic ? f->next++ : index);
    Object *key = str_from_chars(vm, name);
    Object *object = key ? keyword(vm, f, key) : NULL;
    xdecref(vm, key);
    return object;
}

/* One '.name' or '[item]': where it lies. */
static bool read_step(Vm *vm, Reader *r, bool *attribute, Chars *name)
{
    uint32_t c = chars_at(r->c, r->at++);
    int64_t start = r->at;
    *attribute = c == '.';
    if (c != '.' && c != '[')
        return value_error(vm, "Only '.' or '[' may follow ']' in format field specifier");
    while (r->at < r->end) {
        uint32_t x = chars_at(r->c, r->at);
        if (*attribute ? x == '.' || x == '[' : x == ']')
            break;
        r->at++;
    }
    *name = chars_slice(r->c, start, r->at);
    if (!*attribute && r->at++ >= r->end)
        return value_error(vm, "Missing ']' in format string");
    return name->length > 0 || value_error(vm, "Empty attribute in format string");
}

static Object *take_step(Vm *vm, Object *object, bool attribute, Chars name)
{
    int64_t index = attribute ? -1 : read_integer(vm, name);
    if (index == -2)
        return NULL;
    Object *key = index >= 0 ? int_from_i64(vm, index) : str_from_chars(vm, name);
    if (!key)
        return NULL;
    Object *found = attribute ? object_get_attribute(vm, object, key) : object_get_item(vm, object, key);
    decref(vm, key);
    return found;
}

static Object *field_object(Vm *vm, Format *f, Chars name)
{
    Reader r = {name, 0, name.length};
    while (r.at < r.end && chars_at(name, r.at) != '.' && chars_at(name, r.at) != '[')
        r.at++;
    Object *object = first_object(vm, f, chars_slice(name, 0, r.at));
    while (object && r.at < r.end) {
        bool attribute;
        Chars part;
        Object *next = read_step(vm, &r, &attribute, &part) ? take_step(vm, object, attribute, part) : NULL;
        object_replace(vm, &object, next);
    }
    return object;
}

/* ---- writing ---- */

static Object *convert(Vm *vm, Object *object, uint32_t conversion)
{
    switch (conversion) {
    case 'r': return object_repr(vm, object);
    case 's': return object_str(vm, object);
    case 'a': return object_ascii(vm, object);
    default: break;
    }
    if (conversion > 32 && conversion < 127)
        return vm_raise(vm, TYPE_ValueError, "Unknown conversion specifier %c", (int)conversion);
    return vm_raise(vm, TYPE_ValueError, "Unknown conversion specifier \\x%x", conversion);
}

static Object *build(Vm *vm, Format *f, Chars text, int depth);

static int write_field(Vm *vm, Format *f, StrWriter *writer, const Field *field, int depth)
{
    Object *object = field_object(vm, f, field->name);
    if (object && field->conversion)
        object_replace(vm, &object, convert(vm, object, field->conversion));
    if (!object)
        return -1;
    Object *spec = field->nested ? build(vm, f, field->spec, depth - 1) : str_from_chars(vm, field->spec);
    Object *text = spec ? object_format(vm, object, str_length(spec) > 0 ? spec : NULL) : NULL;
    int status = text ? writer_str(vm, writer, text) : -1;
    xdecref(vm, text);
    xdecref(vm, spec);
    decref(vm, object);
    return status;
}

/* The literal text before the next field, doubled braces as one. *brace: 0 at the end, '{' when a field follows. */
static bool read_literal(Vm *vm, Reader *r, Chars *literal, uint32_t *brace)
{
    int64_t start = r->at;
    *brace = 0;
    while (r->at < r->end && !*brace) {
        uint32_t c = chars_at(r->c, r->at++);
        *brace = c == '{' || c == '}' ? c : 0;
    }
    *literal = chars_slice(r->c, start, r->at - (*brace != 0));
    bool doubled = *brace && r->at < r->end && chars_at(r->c, r->at) == *brace;
    if (doubled) {
        literal->length++;
        r->at++;
        *brace = 0;
    }
    if (*brace == '}')
        return value_error(vm, "Single '}' encountered in format string");
    if (*brace == '{' && r->at >= r->end)
        return value_error(vm, "Single '{' encountered in format string");
    return true;
}

static int write_text(Vm *vm, Format *f, StrWriter *writer, Chars text, int depth)
{
    Reader r = {text, 0, text.length};
    while (r.at < r.end) {
        Chars literal;
        Field field;
        uint32_t brace;
        if (!read_literal(vm, &r, &literal, &brace) || writer_chars(vm, writer, literal) < 0)
            return -1;
        if (brace && (!read_field(vm, &r, &field) || write_field(vm, f, writer, &field, depth) < 0))
            return -1;
    }
    return 0;
}

static Object *build(Vm *vm, Format *f, Chars text, int depth)
{
    if (depth <= 0)
        return vm_raise(vm, TYPE_ValueError, "Max string recursion exceeded");
    StrWriter writer;
    writer_init(&writer);
    if (write_text(vm, f, &writer, text, depth) == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

Object *str_method_format(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    static Object *const nothing[1];
    Format f = {.args = args ? args : nothing, .count = count, .names = names};
    Chars c = str_chars(self);
    if (c.length > 0 && chars_find_char(c, '{', 1) < 0 && chars_find_char(c, '}', 1) < 0)
        return incref(self);                          /* nothing to do: the very object, even of a subclass */
    return build(vm, &f, str_chars(self), FORMAT_MAX_DEPTH);
}

Object *str_method_format_map(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Format f = {.mapping = args[0]};
    return build(vm, &f, str_chars(self), FORMAT_MAX_DEPTH);
}

Object *str_method_dunder_format(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_str(vm, args[0]))
        return text_must_be_str(vm, "__format__() argument", args[0]);
    return str_format_spec(vm, self, args[0]);
}
