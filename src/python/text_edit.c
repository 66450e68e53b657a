/* strip, removeprefix, replace, center and its kin, zfill, expandtabs, join.
 * Source of behaviour: CPython's unicodeobject.c, stringlib/transmogrify.h and stringlib/join.h.
 */
#include "python/text.h"

#include "python/objects/bytes.h"
#include "python/objects/containers.h"
#include "python/objects/str.h"
#include "python/unicode.h"
#include "python/vm.h"

/* ---- strip ---- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

typedef struct StripSet { bool space, text; Chars chars; } StripSet;

static bool in_strip_set(const StripSet *set, uint32_t c)
{
    if (!set->space)
        return chars_find_char(set->chars, c, 1) >= 0;
    return set->text ? unicode_is_space(c) : c == ' ' || c - 9 < 5;
}

static bool strip_argument(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, StripSet *out)
{
    if (!args_check(vm, name, count, 0, 1))
        return false;
    *out = (StripSet){.text = is_str(vm, self), .space = count == 0 || args[0] == none(vm)};
    if (out->space)
        return true;
    if (!out->text)
        return text_from_bytes_like(vm, args[0], &out->chars);
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "%s arg must be None or str", name);
    out->chars = text_chars(vm, args[0]);
    return true;
}

static Object *strip(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, int sides)
{
    StripSet set;
    if (!strip_argument(vm, name, self, args, count, &set))
        return NULL;
    Chars c = text_chars(vm, self);
    int64_t start = 0, end = c.length;
    while (sides & STRIP_LEFT && start < end && in_strip_set(&set, chars_at(c, start)))
        start++;
    while (sides & STRIP_RIGHT && end > start && in_strip_set(&set, chars_at(c, end - 1)))
        end--;
    return text_slice(vm, self, start, end);
}

Object *text_strip(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return strip(vm, "strip", self, args, count, STRIP_LEFT | STRIP_RIGHT);
}

Object *text_lstrip(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return strip(vm, "lstrip", self, args, count, STRIP_LEFT);
}

Object *text_rstrip(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return strip(vm, "rstrip", self, args, count, STRIP_RIGHT);
}

/* ---- removeprefix, removesuffix, replace ---- */

/* `where` completes the message for str: "removeprefix() argument", "replace() argument 1". */
static bool same_text_argument(Vm *vm, const char *where, Object *self, Object *object, Chars *out)
{
    if (!is_str(vm, self))
        return text_from_bytes_like(vm, object, out);
    if (!is_str(vm, object))
        return text_must_be_str(vm, where, object);
    *out = text_chars(vm, object);
    return true;
}

Object *text_removeprefix(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Chars c = text_chars(vm, self), affix;
    if (!same_text_argument(vm, "removeprefix() argument", self, args[0], &affix))
        return NULL;
    if (affix.length <= c.length && chars_equal(chars_slice(c, 0, affix.length), affix))
        return text_slice(vm, self, affix.length, c.length);
    return text_unchanged(vm, self);
}

Object *text_removesuffix(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Chars c = text_chars(vm, self), affix;
    if (!same_text_argument(vm, "removesuffix() argument", self, args[0], &affix))
        return NULL;
    int64_t keep = c.length - affix.length;
    if (keep >= 0 && chars_equal(chars_slice(c, keep, c.length), affix))
        return text_slice(vm, self, 0, keep);
    return text_unchanged(vm, self);
}

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* The replacements go in front of each of the first `times` characters, or at the end too. */
static void interleave(void *data, int kind, Chars c, Chars with, int64_t times)
{
    int64_t to = 0;
    for (int64_t i = 0; i <= c.length; i++) {
        if (i < times) {
            chars_copy(data, kind, to, with);
            to += with.length;
        }
        if (i < c.length)
            chars_put(data, kind, to++, chars_at(c, i));
    }
}

static void replace_parts(void *data, int kind, Chars c, Chars part, Chars with, int64_t times)
{
    int64_t from = 0, to = 0;
    while (times-- > 0) {
        int64_t at = chars_find(chars_slice(c, from, c.length), part, 1);
        chars_copy(data, kind, to, chars_slice(c, from, from + at));
        chars_copy(data, kind, to + at, with);
        to += at + with.length;
        from += at + part.length;
    }
    chars_copy(data, kind, to, chars_slice(c, from, c.length));
}

static Object *replace(Vm *vm, Object *self, Chars part, Chars with, int64_t limit)
{
    Chars c = text_chars(vm, self);
    int64_t times = part.length > c.length ? 0 : chars_count(c, part, limit);
    if (times == 0 || (part.length == with.length && chars_equal(part, with)))
        return text_unchanged(vm, self);
    int64_t growth, length;
    if (__builtin_mul_overflow(with.length - part.length, times, &growth) ||
        __builtin_add_overflow(c.length, growth, &length))
        return vm_raise(vm, TYPE_OverflowError, is_str(vm, self) ? "replace string is too long"
                                                                 : "replace bytes is too long");
    Object *result = text_new(vm, self, length, larger(chars_max(c), chars_max(with)));
    if (!result || length == 0)
        return result;
    if (part.length == 0)
        interleave(text_data(vm, result), text_kind(vm, result), c, with, times);
    else
        replace_parts(text_data(vm, result), text_kind(vm, result), c, part, with, times);
    return text_done(vm, result);
}

Object *text_replace(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Chars part, with;
    int64_t limit = -1;
    if (!args_check(vm, "replace", count, 2, 3) ||
        !same_text_argument(vm, "replace() argument 1", self, args[0], &part) ||
        !same_text_argument(vm, "replace() argument 2", self, args[1], &with) ||
        (count > 2 && !text_number_argument(vm, args[2], &limit)))
        return NULL;
    return replace(vm, self, part, with, limit < 0 ? INT64_MAX : limit);
}

/* ---- padding ---- */

static Object *pad(Vm *vm, Object *self, int64_t left, int64_t right, uint32_t fill)
{
    Chars c = text_chars(vm, self);
    if (left <= 0 && right <= 0)
        return text_unchanged(vm, self);
    int64_t length;
    if (__builtin_add_overflow(c.length, left + right, &length))
        return vm_raise(vm, TYPE_OverflowError, "padded string is too long");
    Object *result = text_new(vm, self, length, larger(chars_max(c), fill));
    if (!result)
        return NULL;
    void *data = text_data(vm, result);
    int kind = text_kind(vm, result);
    chars_fill(data, kind, 0, fill, left);
    chars_copy(data, kind, left, c);
    chars_fill(data, kind, left + c.length, fill, right);
    return text_done(vm, result);
}

static bool fill_argument(Vm *vm, const char *name, Object *self, Object *object, uint32_t *fill)
{
    bool text = is_str(vm, self);
    if (text && !is_str(vm, object))
        return vm_raise(vm, TYPE_TypeError, "The fill character must be a unicode character, not %T", object);
    bool good = text || text_is_bytes_like(vm, object);
    Chars c = good ? text_chars(vm, object) : (Chars){0};
    if (text && c.length != 1)
        return vm_raise(vm, TYPE_TypeError, "The fill character must be exactly one character long");
    if (!good || c.length != 1)
        return vm_raise(vm, TYPE_TypeError, "%s() argument 2 must be a byte string of length 1, not %B", name, object);
    *fill = chars_at(c, 0);
    return true;
}

/* How many characters are missing to the width; -1 on error. */
static int64_t padding(Vm *vm, const char *name, Object *self, Object *const *args, size_t count, uint32_t *fill)
{
    int64_t width;
    *fill = ' ';
    if (!args_check(vm, name, count, 1, 2) || !text_number_argument(vm, args[0], &width) ||
        (count > 1 && !fill_argument(vm, name, self, args[1], fill)))
        return -1;
    int64_t length = text_chars(vm, self).length;
    return width > length ? width - length : 0;
}

Object *text_ljust(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    uint32_t fill;
    int64_t missing = padding(vm, "ljust", self, args, count, &fill);
    return missing < 0 ? NULL : pad(vm, self, 0, missing, fill);
}

Object *text_rjust(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    uint32_t fill;
    int64_t missing = padding(vm, "rjust", self, args, count, &fill);
    return missing < 0 ? NULL : pad(vm, self, missing, 0, fill);
}

Object *text_center(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    uint32_t fill;
    int64_t missing = padding(vm, "center", self, args, count, &fill);
    if (missing < 0)
        return NULL;
    int64_t width = text_chars(vm, self).length + missing;
    int64_t left = missing / 2 + (missing & width & 1);   /* the odd one goes left when the width is odd */
    return pad(vm, self, left, missing - left, fill);
}

Object *text_zfill(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t width;
    if (!text_number_argument(vm, args[0], &width))
        return NULL;
    Chars c = text_chars(vm, self);
    if (width <= c.length)
        return text_unchanged(vm, self);
    Object *result = pad(vm, self, width - c.length, 0, '0');
    if (!result || c.length == 0)
        return result;
    uint32_t first = chars_at(c, 0);
    if (first == '+' || first == '-') {
        chars_put(text_data(vm, result), text_kind(vm, result), 0, first);
        chars_put(text_data(vm, result), text_kind(vm, result), width - c.length, '0');
    }
    return result;
}

/* ---- expandtabs ---- */

/* Copies with tabs made blanks; with data NULL it only counts. Returns the length, -1 when it has no end. */
static int64_t expand(Chars c, int64_t tab, void *data, int kind)
{
    int64_t to = 0, column = 0;
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t x = chars_at(c, i);
        int64_t blanks = x != '\t' ? 0 : tab > 0 ? tab - column % tab : 0;
        if (to > INT64_MAX / 4 - blanks)
            return -1;
        if (data && x == '\t')
            chars_fill(data, kind, to, ' ', blanks);
        else if (data)
            chars_put(data, kind, to, x);
        to += x == '\t' ? blanks : 1;
        column = x == '\n' || x == '\r' ? 0 : x == '\t' ? column + blanks : column + 1;
    }
    return to;
}

Object *text_expandtabs(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *given = NULL;
    int64_t tab = 8;
    if (!args_parse(vm, "expandtabs", "|tabsize", args, count, names, &given) ||
        (given && !text_number_argument(vm, given, &tab)))
        return NULL;
    Chars c = text_chars(vm, self);
    if (is_str(vm, self) && chars_find_char(c, '\t', 1) < 0)
        return text_unchanged(vm, self);
    int64_t length = expand(c, tab, NULL, 0);
    if (length < 0)
        return vm_raise(vm, TYPE_OverflowError, is_str(vm, self) ? "new string is too long" : "result too long");
    Object *result = text_new(vm, self, length, chars_max(c));
    if (!result || length == 0)
        return result;
    expand(c, tab, text_data(vm, result), text_kind(vm, result));
    return text_done(vm, result);
}

/* ---- join ---- */

/* list or tuple as it is, anything else as a new list; a new reference. As PySequence_Fast. */
static Object *join_sequence(Vm *vm, Object *iterable)
{
    if (is_list(vm, iterable) || is_tuple(vm, iterable))
        return incref(iterable);
    Object *iterator = object_iter(vm, iterable);
    if (!iterator) {
        if (vm_failed_with(vm, TYPE_TypeError)) {
            vm_clear_error(vm);
            vm_raise(vm, TYPE_TypeError, "can only join an iterable");
        }
        return NULL;
    }
    Object *list = sequence_list(vm, iterator);
    decref(vm, iterator);
    return list;
}

static Object *join_bytes(Vm *vm, Object *self, Object *const *items, int64_t count)
{
    Chars separator = text_chars(vm, self);
    if (count == 1 && is_exact(self, BYTES) && is_exact(items[0], BYTES))
        return incref(items[0]);
    int64_t length = count > 1 ? (count - 1) * separator.length : 0;
    for (int64_t i = 0; i < count; i++) {
        if (!text_is_bytes_like(vm, items[i]))
            return vm_raise(vm, TYPE_TypeError, "sequence item %lld: expected a bytes-like object, %T found",
                            (long long)i, items[i]);
        length += text_chars(vm, items[i]).length;
    }
    Object *result = text_new(vm, self, length, 0xFF);
    if (!result || length == 0)
        return result;
    void *data = text_data(vm, result);
    int64_t at = 0;
    for (int64_t i = 0; i < count; i++) {
        if (i > 0) {
            chars_copy(data, 1, at, separator);
            at += separator.length;
        }
        Chars item = text_chars(vm, items[i]);
        chars_copy(data, 1, at, item);
        at += item.length;
    }
    return result;
}

static Object *join(Vm *vm, Object *self, Object *iterable)
{
    Object *sequence = join_sequence(vm, iterable);
    if (!sequence)
        return NULL;
    bool list = is_list(vm, sequence);
    Object *const *items = list ? ((List *)sequence)->items : ((Tuple *)sequence)->items;
    int64_t count = list ? ((List *)sequence)->length : tuple_length(sequence);
    Object *result = is_str(vm, self) ? str_join_items(vm, self, items, (size_t)count)
                                      : join_bytes(vm, self, items, count);
    decref(vm, sequence);
    return result;
}

Object *text_join(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return join(vm, self, args[0]);
}

Object *str_join(Vm *vm, Object *separator, Object *iterable) { return join(vm, separator, iterable); }
