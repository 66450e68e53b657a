#include "python/text.h"

#include "python/objects/containers.h"
#include "python/objects/str_parts.h"
#include "python/objects/bytes.h"
#include "python/objects/memoryview.h"
#include "python/vm.h"

bool text_is_bytes_like(Vm *vm, const Object *object)
{
    return is_bytes(vm, object) || bytearray_check(vm, object) ||
           (is_exact(object, MEMORYVIEW) && memoryview_contiguous(object));
}

Chars text_chars(Vm *vm, const Object *text)
{
    if (is_str(vm, text))
        return str_chars(text);
    if (is_bytes(vm, text))
        return (Chars){((const Bytes *)text)->data, ((const Bytes *)text)->length, 1};
    if (is_exact(text, MEMORYVIEW))
        return memoryview_chars(vm, text);
    const ByteArray *array = (const ByteArray *)text;
    return (Chars){array->start ? array->start : "", array->length, 1};
}

bool text_from_bytes_like(Vm *vm, Object *object, Chars *out)
{
    if (!text_is_bytes_like(vm, object))
        return vm_raise(vm, TYPE_TypeError, "a bytes-like object is required, not '%T'", object);
    *out = text_chars(vm, object);
    return true;
}

void *text_must_be_str(Vm *vm, const char *where, const Object *object)
{
    if (object == none(vm))
        return vm_raise(vm, TYPE_TypeError, "%s must be str, not None", where);
    return vm_raise(vm, TYPE_TypeError, "%s must be str, not %T", where, object);
}

Object *text_new(Vm *vm, const Object *like, int64_t length, uint32_t max)
{
    if (is_str(vm, like))
        return str_new(vm, length, max);
    return is_bytes(vm, like) ? bytes_from(vm, NULL, (size_t)length) : bytearray_from(vm, NULL, (size_t)length);
}

void *text_data(Vm *vm, Object *text)
{
    return is_str(vm, text) ? str_buffer(text)
         : is_bytes(vm, text) ? (void *)((Bytes *)text)->data : (void *)((ByteArray *)text)->start;
}

int text_kind(Vm *vm, const Object *text) { return is_str(vm, text) ? ((const Str *)text)->kind : 1; }

Object *text_from_chars(Vm *vm, const Object *like, Chars chars)
{
    if (is_str(vm, like))
        return str_from_chars(vm, chars);
    return is_bytes(vm, like) ? bytes_from(vm, chars.data, (size_t)chars.length)
                              : bytearray_from(vm, chars.data, (size_t)chars.length);
}

Object *text_done(Vm *vm, Object *text)
{
    if (!text || !is_str(vm, text))
        return text;
    Chars chars = str_chars(text);
    bool shared = chars.length == 1 && chars_at(chars, 0) < 256;
    if (!shared && (str_max(text) < 0x80 || chars_max(chars) == str_max(text)))
        return text;
    Object *narrow = str_from_chars(vm, chars);
    decref(vm, text);
    return narrow;
}

Object *text_unchanged(Vm *vm, Object *self)
{
    bool same = is_exact(self, STR) || is_exact(self, BYTES);
    return same ? incref(self) : text_from_chars(vm, self, text_chars(vm, self));
}

Object *text_slice(Vm *vm, Object *self, int64_t start, int64_t end)
{
    Chars chars = text_chars(vm, self);
    if (start == 0 && end == chars.length)
        return text_unchanged(vm, self);
    return text_from_chars(vm, self, chars_slice(chars, start, end));
}

/* ---- numbers among the arguments ---- */

static bool index_number(Vm *vm, Object *object, int64_t *out, int *overflow)
{
    Object *number = object_index(vm, object);
    if (!number)
        return false;
    *out = int_as_i64(vm, number, overflow);
    decref(vm, number);
    return true;
}

bool text_number_argument(Vm *vm, Object *object, int64_t *out)
{
    int overflow = 0;
    if (!index_number(vm, object, out, &overflow))
        return false;
    return !overflow || vm_raise(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
}

bool text_index_argument(Vm *vm, Object *object, int64_t *out)
{
    int overflow = 0;
    if (!index_number(vm, object, out, &overflow))
        return false;
    return !overflow || vm_raise(vm, TYPE_IndexError, "cannot fit '%T' into an index-sized integer", object);
}

bool text_byte_argument(Vm *vm, Object *object, uint8_t *out)
{
    int64_t number;
    int overflow = 0;
    if (!index_number(vm, object, &number, &overflow))
        return false;
    if (overflow || number < 0 || number > 255)
        return vm_raise(vm, TYPE_ValueError, "byte must be in range(0, 256)");
    *out = (uint8_t)number;
    return true;
}

static bool bound(Vm *vm, Object *object, int64_t otherwise, int64_t *out)
{
    *out = otherwise;
    if (!object || object == none(vm))
        return true;
    if (!object_type(vm, object)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError,
                        "slice indices must be integers or None or have an __index__ method");
    int overflow = 0;
    if (!index_number(vm, object, out, &overflow))
        return false;
    if (overflow)
        *out = overflow < 0 ? INT64_MIN : INT64_MAX;
    return true;
}

static int64_t from_the_end(int64_t index, int64_t length)
{
    if (index >= 0)
        return index;
    return index + length < 0 ? 0 : index + length;
}

bool text_bounds(Vm *vm, Object *start, Object *end, int64_t length, int64_t *from, int64_t *to)
{
    if (!bound(vm, start, 0, from) || !bound(vm, end, INT64_MAX, to))
        return false;
    *from = from_the_end(*from, length);
    *to = *to > length ? length : from_the_end(*to, length);
    return true;
}
