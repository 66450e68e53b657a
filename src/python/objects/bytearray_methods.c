/* Changing a bytearray: item and slice assignment, append, extend, insert, pop, remove, reverse. */
#include "python/objects/bytearray.h"
#include "python/objects/containers.h"
#include "python/text.h"
#include "python/vm.h"

/* ---- assignment ---- */

static int set_byte(Vm *vm, ByteArray *array, Object *key, Object *value)
{
    int64_t index;
    uint8_t byte;
    if (!text_index_argument(vm, key, &index))
        return -1;
    index += index < 0 ? array->length : 0;
    if (index < 0 || index >= array->length)
        return vm_raise_int(vm, TYPE_IndexError, "bytearray index out of range");
    if (!value)
        return bytearray_splice(vm, array, index, index + 1, (Chars){"", 0, 1});
    if (!text_byte_argument(vm, value, &byte))
        return -1;
    if (index >= array->length)                       /* __index__ may have cut it short */
        return vm_raise_int(vm, TYPE_IndexError, "bytearray index out of range");
    array->start[index] = (char)byte;
    return 0;
}

/* Takes out every step-th byte: what stays between them moves down. */
static int delete_stepped(Vm *vm, ByteArray *array, int64_t start, int64_t step, int64_t count)
{
    if (array->exports > 0)
        return vm_raise_int(vm, TYPE_BufferError, "Existing exports of data: object cannot be re-sized");
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    int64_t to = start;
    for (int64_t from = start; from < array->length; from++) {
        bool gone = (from - start) % step == 0 && (from - start) / step < count;
        if (!gone)
            array->start[to++] = array->start[from];
    }
    return bytearray_resize(vm, array, to);
}

static int assign_slice(Vm *vm, ByteArray *array, Object *slice, Chars bytes, bool delete)
{
    int64_t start, stop, step;
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return -1;
    int64_t count = slice_adjust(array->length, &start, &stop, step);
    if (step == 1)
        return bytearray_splice(vm, array, start, start + count, bytes);
    if (delete || bytes.length == 0)
        return count == 0 ? 0 : delete_stepped(vm, array, start, step, count);
    if (bytes.length != count)
        return vm_raise_int(vm, TYPE_ValueError, "attempt to assign bytes of size %lld to extended slice of size %lld",
                            (long long)bytes.length, (long long)count);
    for (int64_t i = 0; i < count; i++)
        array->start[start + i * step] = (char)chars_at(bytes, i);
    return 0;
}

static int set_slice(Vm *vm, ByteArray *array, Object *slice, Object *value)
{
    if (!value)
        return assign_slice(vm, array, slice, (Chars){"", 0, 1}, true);
    const TypeSlots *slots = &object_type(vm, value)->slots;
    if (is_str(vm, value) || slots->to_int || slots->to_float || slots->to_index)
        return vm_raise_int(vm, TYPE_TypeError,
                            "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    Object *bytes = bytes_from_object(vm, value, "bytearray");   /* a copy: it may be the array itself */
    if (!bytes)
        return -1;
    int status = assign_slice(vm, array, slice, text_chars(vm, bytes), false);
    decref(vm, bytes);
    return status;
}

int bytearray_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    if (is_exact(key, SLICE))
        return set_slice(vm, (ByteArray *)self, key, value);
    if (!object_type(vm, key)->slots.to_index)
        return vm_raise_int(vm, TYPE_TypeError, "bytearray indices must be integers or slices, not %T", key);
    return set_byte(vm, (ByteArray *)self, key, value);
}

/* ---- methods ---- */

#define METHOD(name) \
    static Object *name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)

METHOD(append)
{
    uint8_t byte;
    if (!text_byte_argument(vm, args[0], &byte) || bytearray_add(vm, (ByteArray *)self, byte) < 0)
        return NULL;
    return new_none(vm);
}

METHOD(clear) { return bytearray_resize(vm, (ByteArray *)self, 0) < 0 ? NULL : new_none(vm); }

METHOD(copy) { return bytearray_from(vm, ((ByteArray *)self)->start, (size_t)((ByteArray *)self)->length); }

METHOD(extend)
{
    ByteArray *array = (ByteArray *)self;
    if (!text_is_bytes_like(vm, args[0]) && !object_type(vm, args[0])->slots.iter &&
        !object_type(vm, args[0])->slots.item)
        return vm_raise(vm, TYPE_TypeError, "can't extend bytearray with %T", args[0]);
    if (is_str(vm, args[0]) && str_length(args[0]) > 0)
        return vm_raise(vm, TYPE_TypeError, "'str' object cannot be interpreted as an integer");
    Object *bytes = is_str(vm, args[0]) ? bytes_from(vm, "", 0) : bytes_from_object(vm, args[0], "bytearray");
    if (!bytes)
        return NULL;
    int status = bytearray_splice(vm, array, array->length, array->length, text_chars(vm, bytes));
    decref(vm, bytes);
    return status < 0 ? NULL : new_none(vm);
}

METHOD(insert)
{
    ByteArray *array = (ByteArray *)self;
    int64_t index;
    uint8_t byte;
    if (!args_check(vm, "insert", count, 2, 2) || !text_number_argument(vm, args[0], &index) ||
        !text_byte_argument(vm, args[1], &byte))
        return NULL;
    int64_t length = array->length;
    index = index < 0 ? index + length : index;
    index = index < 0 ? 0 : index > length ? length : index;
    if (bytearray_resize(vm, array, length + 1) < 0)
        return NULL;
    memmove(array->start + index + 1, array->start + index, (size_t)(length - index));
    array->start[index] = (char)byte;
    return new_none(vm);
}

static int remove_at(Vm *vm, ByteArray *array, int64_t index)
{
    memmove(array->start + index, array->start + index + 1, (size_t)(array->length - index - 1));
    return bytearray_resize(vm, array, array->length - 1);
}

METHOD(pop)
{
    ByteArray *array = (ByteArray *)self;
    int64_t index = -1;
    if (!args_check(vm, "pop", count, 0, 1) || (count > 0 && !text_number_argument(vm, args[0], &index)))
        return NULL;
    if (array->length == 0)
        return vm_raise(vm, TYPE_IndexError, "pop from empty bytearray");
    index += index < 0 ? array->length : 0;
    if (index < 0 || index >= array->length)
        return vm_raise(vm, TYPE_IndexError, "pop index out of range");
    uint8_t byte = (uint8_t)array->start[index];
    return remove_at(vm, array, index) < 0 ? NULL : int_from_i64(vm, byte);
}

METHOD(remove_byte)
{
    ByteArray *array = (ByteArray *)self;
    uint8_t byte;
    if (!text_byte_argument(vm, args[0], &byte))
        return NULL;
    int64_t at = chars_find_char(text_chars(vm, self), byte, 1);
    if (at < 0)
        return vm_raise(vm, TYPE_ValueError, "value not found in bytearray");
    return remove_at(vm, array, at) < 0 ? NULL : new_none(vm);
}

METHOD(reverse)
{
    ByteArray *array = (ByteArray *)self;
    for (int64_t i = 0, j = array->length - 1; i < j; i++, j--) {
        char swapped = array->start[i];
        array->start[i] = array->start[j];
        array->start[j] = swapped;
    }
    return new_none(vm);
}

METHOD(alloc) { return int_from_i64(vm, ((ByteArray *)self)->capacity); }

/* (type, arguments, None); takes the arguments over. */
static Object *reduced(Vm *vm, Object *self, Object *arguments)
{
    Object *type = OBJECT(object_type(vm, self));
    Object *state = arguments ? object_look_attribute(vm, self, name_of(vm, dict)) : NULL;    /* of a subclass */
    Object *result = arguments && !vm_failed(vm)
        ? tuple_pack(vm, 3, type, arguments, state ? state : none(vm)) : NULL;
    xdecref(vm, state);
    xdecref(vm, arguments);
    return result;
}

METHOD(reduce)
{
    Object *text = str_from_kind(vm, 1, text_chars(vm, self).data, text_chars(vm, self).length);
    Object *encoding = text ? str_from_c(vm, "latin-1") : NULL;
    Object *arguments = encoding ? tuple_pack(vm, 2, text, encoding) : NULL;
    xdecref(vm, text);
    xdecref(vm, encoding);
    return reduced(vm, self, arguments);
}

METHOD(reduce_ex)
{
    int64_t protocol = 0;
    if (!args_check(vm, "__reduce_ex__", count, 0, 1) || (count > 0 && !text_number_argument(vm, args[0], &protocol)))
        return NULL;
    if (protocol < 3)
        return reduce(vm, self, NULL, 0, NULL);
    Object *bytes = bytes_from(vm, text_chars(vm, self).data, (size_t)text_chars(vm, self).length);
    Object *arguments = bytes ? tuple_pack(vm, 1, bytes) : NULL;
    xdecref(vm, bytes);
    return reduced(vm, self, arguments);
}

const MethodDef bytearray_methods[] = {
    TEXT_METHODS(TEXT_METHOD_ENTRY)
    BYTES_METHODS(BYTES_METHOD_ENTRY)
    {"append", append, METHOD_ONE, NULL},
    {"clear", clear, METHOD_NO_ARGS, NULL},
    {"copy", copy, METHOD_NO_ARGS, NULL},
    {"extend", extend, METHOD_ONE, NULL},
    {"insert", insert, METHOD_FAST, NULL},
    {"pop", pop, METHOD_FAST, NULL},
    {"remove", remove_byte, METHOD_ONE, NULL},
    {"reverse", reverse, METHOD_NO_ARGS, NULL},
    {"__alloc__", alloc, METHOD_NO_ARGS, "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated."},
    {"__reduce__", reduce, METHOD_NO_ARGS, NULL},
    {"__reduce_ex__", reduce_ex, METHOD_FAST, NULL},
    {0},
};
