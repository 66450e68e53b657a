/* What operators do with str: +, +=, *, in, [], ==, <, iteration; and joining.
 *
 * `s += x` is the one operation that may change a str: when nobody else holds it, it grows where it is. Otherwise
 * n appends would copy n strings. The conditions are CPython's (unicode_modifiable): one reference, never hashed, not
 * interned, exactly a str, and wide enough for what comes.
 */
#include "python/objects/str_operators.h"

#include "python/objects/containers.h"
#include "python/objects/str_parts.h"
#include "python/text.h"
#include "python/vm.h"

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

static Object *joined(Vm *vm, Object *a, Object *b)
{
    Object *result = str_new(vm, str_length(a) + str_length(b), larger(str_max(a), str_max(b)));
    if (!result)
        return NULL;
    int kind = ((Str *)result)->kind;
    chars_copy(str_buffer(result), kind, 0, str_chars(a));
    chars_copy(str_buffer(result), kind, str_length(a), str_chars(b));
    return result;
}

Object *str_concat(Vm *vm, Object *a, Object *b)
{
    if (!is_str(vm, b))
        return vm_raise(vm, TYPE_TypeError, "can only concatenate str (not \"%T\") to str", b);
    if (str_length(a) == 0)
        return str_exact(vm, b);
    if (str_length(b) == 0)
        return str_exact(vm, a);
    return joined(vm, a, b);
}

static bool may_grow(const Str *a, const Str *b)
{
    return a->head.count == 1 && a->hash == -1 && !a->interned && a->head.type == TYPE_REF(STR) &&
           b->head.type == TYPE_REF(STR) && b->kind <= a->kind && (!a->ascii || b->ascii);
}

int str_append(Vm *vm, Object **a, Object *b)
{
    Str *left = (Str *)*a, *right = (Str *)b;
    if (left->length == 0 || right->length == 0 || !is_str(vm, b) || !may_grow(left, right)) {
        object_replace(vm, a, str_concat(vm, *a, b));
        return *a ? 0 : -1;
    }
    int64_t length = left->length;
    *a = str_resize(vm, *a, length + right->length);
    if (!*a)
        return -1;
    chars_copy(str_buffer(*a), ((Str *)*a)->kind, length, str_chars(b));
    return 0;
}

/* The length and width of the joined text; -1 with an exception. */
static int64_t measure(Vm *vm, Object *separator, Object *const *items, size_t count, uint32_t *max)
{
    int64_t length = 0;
    *max = count > 1 ? str_max(separator) : 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_str(vm, items[i]))
            return vm_raise_int(vm, TYPE_TypeError, "sequence item %zu: expected str instance, %T found", i, items[i]);
        int64_t more = str_length(items[i]) + (i > 0 ? str_length(separator) : 0);
        if (__builtin_add_overflow(length, more, &length))
            return vm_raise_int(vm, TYPE_OverflowError, "join() result is too long for a Python string");
        *max = larger(*max, str_max(items[i]));
    }
    return length;
}

Object *str_join_items(Vm *vm, Object *separator, Object *const *items, size_t count)
{
    if (count == 1 && is_exact(items[0], STR))
        return incref(items[0]);
    uint32_t max;
    int64_t length = measure(vm, separator, items, count, &max);
    Object *result = length < 0 ? NULL : str_new(vm, length, max);
    if (!result || length == 0)
        return result;
    int kind = ((Str *)result)->kind;
    int64_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            chars_copy(str_buffer(result), kind, at, str_chars(separator));
            at += str_length(separator);
        }
        chars_copy(str_buffer(result), kind, at, str_chars(items[i]));
        at += str_length(items[i]);
    }
    return text_done(vm, result);
}

Object *str_repeat(Vm *vm, Object *self, int64_t times)
{
    Chars c = str_chars(self);
    if (times == 1)
        return str_exact(vm, self);
    if (times <= 0 || c.length == 0)
        return str_new(vm, 0, 0);
    if (times > INT64_MAX / c.length)
        return vm_raise(vm, TYPE_OverflowError, "repeated string is too long");
    Object *result = str_new(vm, c.length * times, str_max(self));
    if (!result)
        return NULL;
    char *data = str_buffer(result);
    size_t unit = (size_t)c.length * (size_t)c.kind, all = unit * (size_t)times, done = unit;
    if (c.length == 1) {
        chars_fill(data, c.kind, 0, chars_at(c, 0), times);
        return result;
    }
    memcpy(data, c.data, unit);
    for (; done < all; done *= 2)                     /* each copy doubles what is there */
        memcpy(data + done, data, done < all - done ? done : all - done);
    return result;
}

int str_contains(Vm *vm, Object *self, Object *value)
{
    if (!is_str(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "'in <string>' requires string as left operand, not %T", value);
    return chars_find(str_chars(self), str_chars(value), 1) >= 0;
}

Object *str_compare_slot(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_str(vm, left) || !is_str(vm, right))
        return new_not_implemented(vm);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return new_bool(vm, str_equal(left, right) == (op == COMPARE_EQ));
    int order = left == right ? 0 : str_compare(left, right);
    bool answers[] = {[COMPARE_LT] = order < 0, [COMPARE_LE] = order <= 0, [COMPARE_GT] = order > 0,
                      [COMPARE_GE] = order >= 0};
    return new_bool(vm, answers[op]);
}

/* ---- indexing ---- */

Object *str_substring(Vm *vm, Object *str, int64_t start, int64_t end)
{
    int64_t length = str_length(str);
    if (end > length)
        end = length;
    if (start >= end)
        return str_new(vm, 0, 0);
    return text_slice(vm, str, start, end);
}

Object *str_item(Vm *vm, Object *self, int64_t index)
{
    if (index < 0 || index >= str_length(self))
        return vm_raise(vm, TYPE_IndexError, "string index out of range");
    return str_from_code_point(vm, str_at((const Str *)self, index));
}

static Object *stepped(Vm *vm, Object *self, int64_t start, int64_t step, int64_t count)
{
    Chars c = str_chars(self);
    Object *result = str_new(vm, count, str_max(self));
    if (!result)
        return NULL;
    for (int64_t i = 0; i < count; i++)
        chars_put(str_buffer(result), c.kind, i, chars_at(c, start + i * step));
    return text_done(vm, result);
}

static Object *slice_of(Vm *vm, Object *self, Object *slice)
{
    int64_t start, stop, step, length = str_length(self);
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t count = slice_adjust(length, &start, &stop, step);
    if (count <= 0)
        return str_new(vm, 0, 0);
    return step == 1 ? text_slice(vm, self, start, start + count) : stepped(vm, self, start, step, count);
}

Object *str_get_item(Vm *vm, Object *self, Object *key)
{
    if (is_exact(key, SLICE))
        return slice_of(vm, self, key);
    int64_t index;
    if (!object_type(vm, key)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError, "string indices must be integers, not '%T'", key);
    if (!text_index_argument(vm, key, &index))
        return NULL;
    return str_item(vm, self, index < 0 ? index + str_length(self) : index);
}

int64_t str_find(Vm *vm, Object *str, Object *part, int64_t start, int64_t end, int direction)
{
    int64_t length = str_length(str);
    end = end > length ? length : end;
    if (start > end)
        return -1;
    int64_t at = chars_find(chars_slice(str_chars(str), start, end), str_chars(part), direction);
    return at < 0 ? -1 : at + start;
}
