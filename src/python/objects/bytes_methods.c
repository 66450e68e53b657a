/* What bytes and bytearray can do that str cannot, or does otherwise: ASCII case and tests, decode, hex, translate, repr.
 * Source of behaviour: CPython's bytes_methods.c, pystrhex.c, bytesobject.c.
 */
#include "python/objects/bytes.h"
#include "python/objects/containers.h"
#include "python/objects/str_parts.h"
#include "python/text.h"
#include "python/vm.h"

static bool is_lower(uint32_t c) { return c - 'a' < 26; }
static bool is_upper(uint32_t c) { return c - 'A' < 26; }
static bool is_alpha(uint32_t c) { return is_lower(c | 32); }
static bool is_digit(uint32_t c) { return c - '0' < 10; }
static bool is_alnum(uint32_t c) { return is_alpha(c) || is_digit(c); }
static bool is_space(uint32_t c) { return c == ' ' || c - 9 < 5; }

/* ---- tests ---- */

static Object *all_are(Vm *vm, Object *self, bool (*test)(uint32_t))
{
    Chars c = text_chars(vm, self);
    for (int64_t i = 0; i < c.length; i++)
        if (!test(chars_at(c, i)))
            return new_bool(vm, false);
    return new_bool(vm, c.length > 0);
}

#define METHOD(name) \
    Object *bytes_method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

METHOD(isalnum) { return all_are(vm, self, is_alnum); }
METHOD(isalpha) { return all_are(vm, self, is_alpha); }
METHOD(isdigit) { return all_are(vm, self, is_digit); }
METHOD(isspace) { return all_are(vm, self, is_space); }
METHOD(isascii) { return new_bool(vm, chars_max(text_chars(vm, self)) < 0x80); }

static Object *some_but_no(Vm *vm, Object *self, bool (*wanted)(uint32_t), bool (*other)(uint32_t))
{
    Chars c = text_chars(vm, self);
    bool some = false;
    for (int64_t i = 0; i < c.length; i++) {
        if (other(chars_at(c, i)))
            return new_bool(vm, false);
        some = some || wanted(chars_at(c, i));
    }
    return new_bool(vm, some);
}

METHOD(islower) { return some_but_no(vm, self, is_lower, is_upper); }
METHOD(isupper) { return some_but_no(vm, self, is_upper, is_lower); }

METHOD(istitle)
{
    Chars c = text_chars(vm, self);
    bool some = false, after_letter = false;
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t x = chars_at(c, i);
        if ((is_upper(x) && after_letter) || (is_lower(x) && !after_letter))
            return new_bool(vm, false);
        after_letter = is_alpha(x);
        some = some || after_letter;
    }
    return new_bool(vm, some);
}

/* ---- case ---- */

typedef uint32_t (*ByteMap)(uint32_t c, uint32_t before);   /* before: the byte in front, 0 at the start */

static uint32_t to_lower(uint32_t c, uint32_t before) { return is_upper(c) ? c + 32 : c; }
static uint32_t to_upper(uint32_t c, uint32_t before) { return is_lower(c) ? c - 32 : c; }
static uint32_t swap_case(uint32_t c, uint32_t before) { return is_alpha(c) ? c ^ 32 : c; }

static uint32_t to_title(uint32_t c, uint32_t before)
{
    return is_alpha(before) ? to_lower(c, before) : to_upper(c, before);
}

static Object *map_bytes(Vm *vm, Object *self, ByteMap map)
{
    Chars c = text_chars(vm, self);
    Object *result = text_new(vm, self, c.length, 0xFF);
    if (!result || c.length == 0)
        return result;
    for (int64_t i = 0; i < c.length; i++)
        chars_put(text_data(vm, result), 1, i, map(chars_at(c, i), i > 0 ? chars_at(c, i - 1) : 0));
    return result;
}

METHOD(lower) { return map_bytes(vm, self, to_lower); }
METHOD(upper) { return map_bytes(vm, self, to_upper); }
METHOD(swapcase) { return map_bytes(vm, self, swap_case); }
METHOD(title) { return map_bytes(vm, self, to_title); }

METHOD(capitalize)
{
    Object *result = map_bytes(vm, self, to_lower);
    if (result && text_chars(vm, result).length > 0)
        chars_put(text_data(vm, result), 1, 0, to_upper(chars_at(text_chars(vm, self), 0), 0));
    return result;
}

/* ---- decode ---- */

METHOD(decode)
{
    Object *given[2];
    static const char *const labels[] = {"decode() argument 'encoding'", "decode() argument 'errors'"};
    if (!args_parse(vm, "decode", "|encoding,errors", args, count, names, given))
        return NULL;
    for (int i = 0; i < 2; i++)
        if (given[i] && !is_str(vm, given[i]))
            return text_must_be_str(vm, labels[i], given[i]);
    return codec_decode(vm, self, given[0], given[1]);
}

/* ---- hex, fromhex ---- */

static bool separator_argument(Vm *vm, Object *object, uint32_t *separator)
{
    int64_t length = object_length(vm, object);
    if (length < 0)
        return false;
    if (length != 1)
        return vm_raise(vm, TYPE_ValueError, "sep must be length 1.");
    if (!is_str(vm, object) && !is_bytes(vm, object))
        return vm_raise(vm, TYPE_TypeError, "sep must be str or bytes.");
    Chars c = text_chars(vm, object);
    *separator = chars_at(c, 0);
    return *separator < 128 || vm_raise(vm, TYPE_ValueError, "sep must be ASCII.");
}

/* A separator stands in front of byte i when whole groups follow it: counted from the right, from the left for < 0. */
static bool group_starts(int64_t i, int64_t length, int64_t group)
{
    return i > 0 && group != 0 && (group > 0 ? (length - i) % group : i % -group) == 0;
}

static int write_hex(Vm *vm, StrWriter *writer, Chars c, uint32_t separator, int64_t group)
{
    static const char digits[] = "0123456789abcdef";
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t byte = chars_at(c, i);
        if (group_starts(i, c.length, group) && writer_char(vm, writer, separator) < 0)
            return -1;
        if (writer_ascii(vm, writer, (char[]){digits[byte >> 4], digits[byte & 15]}, 2) < 0)
            return -1;
    }
    return 0;
}

METHOD(hex)
{
    Object *given[2];
    uint32_t separator = 0;
    int64_t group = 1;
    if (!args_parse(vm, "hex", "|sep,bytes_per_sep", args, count, names, given) ||
        (given[1] && !text_number_argument(vm, given[1], &group)) ||
        (given[0] && !separator_argument(vm, given[0], &separator)))
        return NULL;
    StrWriter writer;
    writer_init(&writer);
    if (write_hex(vm, &writer, text_chars(vm, self), separator, given[0] ? group : 0) == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}

static int hex_digit(uint32_t c)
{
    return is_digit(c) ? (int)c - '0' : (c | 32) - 'a' < 6 ? (int)(c | 32) - 'a' + 10 : -1;
}

/* Reads hex digits into `out` (NULL: only counts); returns how many bytes, or -1 - position of what is wrong. */
static int64_t read_hex(Chars c, uint8_t *out)
{
    int64_t n = 0;
    for (int64_t i = 0; i < c.length;) {
        if (is_space(chars_at(c, i))) {
            i++;
            continue;
        }
        int high = hex_digit(chars_at(c, i)), low = i + 1 < c.length ? hex_digit(chars_at(c, i + 1)) : -1;
        if (high < 0 || low < 0)
            return -1 - (high < 0 ? i : i + 1);
        if (out)
            out[n] = (uint8_t)(high << 4 | low);
        n++;
        i += 2;
    }
    return n;
}

METHOD(fromhex)
{
    if (!is_str(vm, args[0]))
        return text_must_be_str(vm, "fromhex() argument", args[0]);
    Chars c = text_chars(vm, args[0]);
    int64_t length = read_hex(c, NULL);
    if (length < 0)
        return vm_raise(vm, TYPE_ValueError, "non-hexadecimal number found in fromhex() arg at position %lld",
                        (long long)(-1 - length));
    Type *type = (Type *)self;
    bool mutable = type_is_subtype(vm, type, builtin_type(vm, TYPE_BYTEARRAY));
    Object *result = mutable ? bytearray_from(vm, NULL, (size_t)length) : bytes_from(vm, NULL, (size_t)length);
    if (!result)
        return NULL;
    if (length > 0)
        read_hex(c, text_data(vm, result));
    if (type == object_type(vm, result))
        return result;
    Object *instance = object_call_one(vm, self, result);
    decref(vm, result);
    return instance;
}

/* ---- translate, maketrans ---- */

static Object *translate(Vm *vm, Object *self, const uint8_t *table, Chars dropped)
{
    Chars c = text_chars(vm, self);
    Object *result = text_new(vm, self, c.length, 0xFF);
    if (!result || c.length == 0)
        return result;
    int64_t to = 0;
    bool changed = false;
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t x = chars_at(c, i), y = table ? table[x] : x;
        changed = changed || y != x;
        if (dropped.length == 0 || chars_find_char(dropped, x, 1) < 0)
            chars_put(text_data(vm, result), 1, to++, y);
    }
    if (to == c.length && (changed || !is_exact(self, BYTES)))
        return result;
    Object *cut = to == c.length ? incref(self)
                                 : text_from_chars(vm, self, chars_slice(text_chars(vm, result), 0, to));
    decref(vm, result);
    return cut;
}

METHOD(translate)
{
    Object *given[2];
    Chars table = {0}, dropped = {0};
    if (!args_parse(vm, "translate", "table/|delete", args, count, names, given))
        return NULL;
    bool mapped = given[0] != none(vm);
    if (mapped && !text_from_bytes_like(vm, given[0], &table))
        return NULL;
    if (mapped && table.length != 256)
        return vm_raise(vm, TYPE_ValueError, "translation table must be 256 characters long");
    if (given[1] && !text_from_bytes_like(vm, given[1], &dropped))
        return NULL;
    return translate(vm, self, mapped ? table.data : NULL, dropped);
}

METHOD(maketrans)
{
    Chars from, to;
    if (!args_check(vm, "maketrans", count, 2, 2) || !text_from_bytes_like(vm, args[0], &from) ||
        !text_from_bytes_like(vm, args[1], &to))
        return NULL;
    if (from.length != to.length)
        return vm_raise(vm, TYPE_ValueError, "maketrans arguments must have same length");
    Object *table = bytes_from(vm, NULL, 256);
    if (!table)
        return NULL;
    for (uint32_t i = 0; i < 256; i++)
        chars_put(text_data(vm, table), 1, i, i);
    for (int64_t i = 0; i < from.length; i++)
        chars_put(text_data(vm, table), 1, chars_at(from, i), chars_at(to, i));
    return table;
}

/* ---- repr ---- */

static int write_repr_byte(Vm *vm, StrWriter *writer, uint32_t c, uint32_t quote)
{
    static const char digits[] = "0123456789abcdef";
    if (c == quote || c == '\\')
        return writer_ascii(vm, writer, (char[]){'\\', (char)c}, 2);
    if (c == '\t' || c == '\n' || c == '\r')
        return writer_ascii(vm, writer, c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r", 2);
    if (c < ' ' || c >= 0x7f)
        return writer_ascii(vm, writer, (char[]){'\\', 'x', digits[c >> 4], digits[c & 15]}, 4);
    return writer_char(vm, writer, c);
}

static int write_repr(Vm *vm, StrWriter *writer, Chars c, bool escape_single)
{
    bool doubled = chars_find_char(c, '\'', 1) >= 0 && chars_find_char(c, '"', 1) < 0;
    char quote = doubled ? '"' : '\'';
    uint32_t escaped = escape_single ? '\'' : (uint32_t)quote;
    if (writer_ascii(vm, writer, (char[]){'b', quote}, 2) < 0)
        return -1;
    for (int64_t i = 0; i < c.length; i++)
        if (write_repr_byte(vm, writer, chars_at(c, i), escaped) < 0)
            return -1;
    return writer_char(vm, writer, (uint32_t)quote);
}

Object *bytes_repr_text(Vm *vm, Chars c, bool escape_single)
{
    StrWriter writer;
    writer_init(&writer);
    if (write_repr(vm, &writer, c, escape_single) == 0)
        return writer_finish(vm, &writer);
    writer_discard(vm, &writer);
    return NULL;
}
