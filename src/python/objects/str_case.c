/* lower, upper, title, capitalize, swapcase, casefold, and the is... predicates.
 *
 * A case method maps each character to up to three. It runs twice over the text: once to learn how long and how wide the
 * result is, once to write it. One mapping looks around: a capital sigma at the end of a word becomes the final sigma.
 * The result is always a new object, even where nothing changed, as in CPython.
 */
#include "python/objects/str_parts.h"
#include "python/vm.h"

enum { CAPITAL_SIGMA = 0x3A3, SMALL_SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2 };

/* Writes what character i becomes; *state starts as 0 and is the mapping's own memory from one character to the next. */
typedef size_t (*CaseMap)(Chars c, int64_t i, int *state, uint32_t *out);

/* Whether the nearest character on that side that is not case-ignorable has a case. */
static bool cased_beside(Chars c, int64_t i, int step)
{
    for (i += step; i >= 0 && i < c.length; i += step)
        if (!unicode_is_case_ignorable(chars_at(c, i)))
            return unicode_is_cased(chars_at(c, i));
    return false;
}

static size_t map_lower(Chars c, int64_t i, int *state, uint32_t *out)
{
    uint32_t x = chars_at(c, i);
    if (x != CAPITAL_SIGMA)
        return unicode_to_lower(x, out);
    out[0] = cased_beside(c, i, -1) && !cased_beside(c, i, 1) ? FINAL_SIGMA : SMALL_SIGMA;
    return 1;
}

static size_t map_upper(Chars c, int64_t i, int *state, uint32_t *out) { return unicode_to_upper(chars_at(c, i), out); }

static size_t map_fold(Chars c, int64_t i, int *state, uint32_t *out) { return unicode_fold(chars_at(c, i), out); }

static size_t map_capitalize(Chars c, int64_t i, int *state, uint32_t *out)
{
    return i == 0 ? unicode_to_title(chars_at(c, 0), out) : map_lower(c, i, state, out);
}

/* *state: the character before has a case. */
static size_t map_title(Chars c, int64_t i, int *state, uint32_t *out)
{
    uint32_t x = chars_at(c, i);
    size_t n = *state ? map_lower(c, i, state, out) : unicode_to_title(x, out);
    *state = unicode_is_cased(x);
    return n;
}

static size_t map_swap(Chars c, int64_t i, int *state, uint32_t *out)
{
    uint32_t x = chars_at(c, i);
    if (unicode_is_upper(x))
        return map_lower(c, i, state, out);
    if (unicode_is_lower(x))
        return unicode_to_upper(x, out);
    out[0] = x;
    return 1;
}

static Object *map_case(Vm *vm, Object *self, CaseMap map)
{
    Chars c = str_chars(self);
    uint32_t out[UNICODE_MAX_EXPANSION], seen = 0;
    int64_t length = 0;
    int state = 0;
    for (int64_t i = 0; i < c.length; i++) {
        size_t n = map(c, i, &state, out);
        length += (int64_t)n;
        for (size_t j = 0; j < n; j++)
            seen |= out[j];
    }
    Object *result = str_new(vm, length, seen < UNICODE_MAX ? seen : UNICODE_MAX);
    if (!result || length == 0)
        return result;
    int64_t to = 0;
    state = 0;
    for (int64_t i = 0; i < c.length; i++) {
        size_t n = map(c, i, &state, out);
        for (size_t j = 0; j < n; j++)
            chars_put(str_buffer(result), ((Str *)result)->kind, to++, out[j]);
    }
    return result;
}

static Object *map_ascii(Vm *vm, Object *self, uint8_t first)
{
    Object *result = str_new(vm, str_length(self), 0x7F);
    if (!result)
        return NULL;
    const uint8_t *from = str_data((Str *)self);
    uint8_t *to = str_buffer(result);
    for (int64_t i = 0; i < str_length(self); i++)
        to[i] = (uint8_t)(from[i] - first) < 26 ? from[i] ^ 32 : from[i];
    return result;
}

Object *str_method_lower(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return ((Str *)self)->ascii ? map_ascii(vm, self, 'A') : map_case(vm, self, map_lower);
}

Object *str_method_upper(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return ((Str *)self)->ascii ? map_ascii(vm, self, 'a') : map_case(vm, self, map_upper);
}

Object *str_method_casefold(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return ((Str *)self)->ascii ? map_ascii(vm, self, 'A') : map_case(vm, self, map_fold);
}

Object *str_method_capitalize(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return map_case(vm, self, map_capitalize);
}

Object *str_method_title(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return map_case(vm, self, map_title);
}

Object *str_method_swapcase(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return map_case(vm, self, map_swap);
}

/* ---- predicates ---- */

/* Each character passes, and there is one. */
static bool all_are(Object *self, bool (*test)(uint32_t))
{
    Chars c = str_chars(self);
    for (int64_t i = 0; i < c.length; i++)
        if (!test(chars_at(c, i)))
            return false;
    return c.length > 0;
}

#define ALL_ARE(name, test) \
    Object *str_method_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names) \
    { \
        return new_bool(vm, all_are(self, test)); \
    }
ALL_ARE(isalnum, unicode_is_alnum)
ALL_ARE(isalpha, unicode_is_alpha)
ALL_ARE(isdecimal, unicode_is_decimal)
ALL_ARE(isdigit, unicode_is_digit)
ALL_ARE(isnumeric, unicode_is_numeric)
ALL_ARE(isspace, unicode_is_space)

Object *str_method_isprintable(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, str_length(self) == 0 || all_are(self, unicode_is_printable));
}

Object *str_method_isascii(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, ((Str *)self)->ascii);
}

bool str_is_identifier(const Object *str)
{
    Chars c = str_chars(str);
    if (c.length == 0 || !unicode_is_xid_start(chars_at(c, 0)))
        return false;
    for (int64_t i = 1; i < c.length; i++)
        if (!unicode_is_xid_continue(chars_at(c, i)))
            return false;
    return true;
}

Object *str_method_isidentifier(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, str_is_identifier(self));
}

/* Some character has the wanted case, none has the other one or is title case. */
static bool is_all(Object *self, bool (*wanted)(uint32_t), bool (*other)(uint32_t))
{
    Chars c = str_chars(self);
    bool some = false;
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t x = chars_at(c, i);
        if (other(x) || unicode_is_title(x))
            return false;
        some = some || wanted(x);
    }
    return some;
}

Object *str_method_islower(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, is_all(self, unicode_is_lower, unicode_is_upper));
}

Object *str_method_isupper(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, is_all(self, unicode_is_upper, unicode_is_lower));
}

/* Upper or title case only after what has no case, lower case only after what has one. */
static bool is_title(Chars c)
{
    bool some = false, after_cased = false;
    for (int64_t i = 0; i < c.length; i++) {
        uint32_t x = chars_at(c, i);
        bool capital = unicode_is_upper(x) || unicode_is_title(x), small = !capital && unicode_is_lower(x);
        if ((capital && after_cased) || (small && !after_cased))
            return false;
        after_cased = capital || small;
        some = some || after_cased;
    }
    return some;
}

Object *str_method_istitle(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, is_title(str_chars(self)));
}
