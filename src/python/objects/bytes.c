/* bytes: construction, operators, the types bytes and bytes_iterator.
 *
 * One block: the header, the bytes, a zero; 33 + n. The empty one and each of one byte are shared, as in CPython.
 * What bytes and bytearray have in common besides TEXT_METHODS is here and in bytes_methods.c; their results are like the
 * left operand.
 */
#include "python/objects/bytes.h"

#include "python/objects/class.h"
#include "python/objects/containers.h"
#include "python/text.h"
#include "python/slot.h"
#include "python/vm.h"

enum { BYTES_HEADER = 33 };    /* with the final zero: what sys.getsizeof(b"") gives */

static Object *allocate(Vm *vm, Type *type, size_t length)
{
    if (length > INT64_MAX / 2)
        return vm_raise_memory(vm);
    bool dict = (type->flags & TYPE_DICT_AT_END) != 0;
    Bytes *b = (Bytes *)object_new(vm, type, dict ? (type->size + length + 7) & ~(size_t)7 : BYTES_HEADER + length);
    if (!b)
        return NULL;
    b->length = (int64_t)length;
    if (dict)
        *instance_dict_at_end(vm, OBJECT(b)) = NULL;
    b->hash = -1;
    b->data[length] = 0;
    return OBJECT(b);
}

static Object *shared(Vm *vm, Object **place, const void *data, size_t length)
{
    if (!*place) {
        *place = allocate(vm, builtin_type(vm, TYPE_BYTES), length);
        if (*place && length > 0)
            ((Bytes *)*place)->data[0] = *(const char *)data;
    }
    return xincref(*place);
}

Object *bytes_from(Vm *vm, const void *data, size_t length)
{
    if (length == 0)
        return shared(vm, &vm->empty_bytes, NULL, 0);
    if (length == 1 && data)
        return shared(vm, &vm->bytes_of_one[*(const uint8_t *)data], data, 1);
    Object *bytes = allocate(vm, builtin_type(vm, TYPE_BYTES), length);
    if (bytes && data)
        memcpy(((Bytes *)bytes)->data, data, length);
    return bytes;
}

static Object *instance_of(Vm *vm, Type *type, Object *bytes)
{
    Chars c = text_chars(vm, bytes);
    Object *instance = allocate(vm, type, (size_t)c.length);
    if (!instance)
        return NULL;
    memcpy(((Bytes *)instance)->data, c.data, (size_t)c.length);
    if (type->flags & TYPE_HAS_GC)
        gc_track(vm, instance);
    return instance;
}

/* ---- bytes(...) ---- */

/* Bytes collected from an iterable, in a bytes object that is longer than what is there. */
typedef struct Collector { Object *bytes; int64_t length; } Collector;

static int collect(Vm *vm, Collector *c, uint8_t byte)
{
    int64_t room = c->bytes ? ((Bytes *)c->bytes)->length : 0;
    if (c->length == room) {
        Object *bigger = bytes_from(vm, NULL, (size_t)(room < 32 ? 64 : room + room / 2));
        if (!bigger)
            return -1;
        if (c->bytes)
            memcpy(((Bytes *)bigger)->data, ((Bytes *)c->bytes)->data, (size_t)c->length);
        object_replace(vm, &c->bytes, bigger);
    }
    ((Bytes *)c->bytes)->data[c->length++] = (char)byte;
    return 0;
}

static int collect_item(Vm *vm, Collector *c, Object *item, const char *type_name)
{
    Object *number = object_index(vm, item);
    if (!number)
        return -1;
    int overflow = 0;
    int64_t value = int_as_i64(vm, number, &overflow);
    decref(vm, number);
    if (overflow || value < 0 || value > 255)
        return vm_raise_int(vm, TYPE_ValueError, "%s must be in range(0, 256)", type_name);
    return collect(vm, c, (uint8_t)value);
}

static Object *from_iterator(Vm *vm, Object *iterator, const char *type_name)
{
    Collector c = {NULL, 0};
    int status = 0;
    Object *item;
    while (status == 0 && (item = iterator_next(vm, iterator))) {
        status = collect_item(vm, &c, item, type_name);
        decref(vm, item);
    }
    Object *result = status < 0 || vm_failed(vm) ? NULL
                   : bytes_from(vm, c.bytes ? ((Bytes *)c.bytes)->data : "", (size_t)c.length);
    xdecref(vm, c.bytes);
    return result;
}

Object *bytes_from_object(Vm *vm, Object *object, const char *type_name)
{
    if (text_is_bytes_like(vm, object)) {
        Chars c = text_chars(vm, object);
        return bytes_from(vm, c.data, (size_t)c.length);
    }
    Object *iterator = is_str(vm, object) ? NULL : object_iter(vm, object);
    if (iterator) {
        Object *bytes = from_iterator(vm, iterator, strcmp(type_name, "bytes") == 0 ? "bytes" : "byte");
        decref(vm, iterator);
        return bytes;
    }
    if (vm_failed(vm) && !vm_failed_with(vm, TYPE_TypeError))
        return NULL;
    vm_clear_error(vm);
    return vm_raise(vm, TYPE_TypeError, "cannot convert '%T' object to %s", object, type_name);
}

/* bytes(count): that many zeros. NULL without an exception when `object` is no number. */
static Object *zeros(Vm *vm, Object *object)
{
    int64_t length;
    if (!object_type(vm, object)->slots.to_index)
        return NULL;
    if (!text_number_argument(vm, object, &length)) {
        if (vm_failed_with(vm, TYPE_OverflowError)) {
            vm_clear_error(vm);
            vm_raise(vm, TYPE_OverflowError, "cannot fit '%T' into an index-sized integer", object);
        } else if (vm_failed_with(vm, TYPE_TypeError)) {
            vm_clear_error(vm);
        }
        return NULL;
    }
    if (length < 0)
        return vm_raise(vm, TYPE_ValueError, "negative count");
    Object *bytes = bytes_from(vm, length == 1 ? "" : NULL, (size_t)length);
    if (bytes && length > 1)
        memset(((Bytes *)bytes)->data, 0, (size_t)length);
    return bytes;
}

/* object.__bytes__(), NULL without an exception when there is none. */
static Object *asked(Vm *vm, Object *object)
{
    Object *method = type_lookup(vm, object_type(vm, object), name_of(vm, bytes));
    if (!method)
        return NULL;
    Object *bytes = special_call(vm, name_of(vm, bytes), &object, 1);
    if (bytes && !is_bytes(vm, bytes)) {
        vm_raise(vm, TYPE_TypeError, "__bytes__ returned non-bytes (type %T)", bytes);
        decref(vm, bytes);
        return NULL;
    }
    return bytes;
}

static bool name_argument(Vm *vm, const char *function, const char *name, Object *object)
{
    return !object || is_str(vm, object) ||
           vm_raise(vm, TYPE_TypeError, "%s() argument '%s' must be str, not %B", function, name, object);
}

Object *bytes_from_arguments(Vm *vm, const char *name, Object *const *args, size_t count, Object *names)
{
    Object *given[3];
    if (!args_parse(vm, name, "|source,encoding,errors", args, count, names, given) ||
        !name_argument(vm, name, "encoding", given[1]) || !name_argument(vm, name, "errors", given[2]))
        return NULL;
    Object *source = given[0];
    if (given[1] || given[2]) {
        if (source && is_str(vm, source) && given[1])
            return codec_encode(vm, source, given[1], given[2]);
        bool text = source && is_str(vm, source);
        return vm_raise(vm, TYPE_TypeError, text ? "string argument without an encoding"
                        : given[1] ? "encoding without a string argument" : "errors without a string argument");
    }
    if (!source)
        return bytes_from(vm, "", 0);
    Object *result = strcmp(name, "bytes") == 0 ? asked(vm, source) : NULL;
    if (result || vm_failed(vm))
        return result;
    if (is_str(vm, source))
        return vm_raise(vm, TYPE_TypeError, "string argument without an encoding");
    result = zeros(vm, source);
    return result || vm_failed(vm) ? result : bytes_from_object(vm, source, name);
}

static Object *bytes_make(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (type == builtin_type(vm, TYPE_BYTES) && count == 1 && !names && is_exact(args[0], BYTES))
        return incref(args[0]);
    Object *bytes = bytes_from_arguments(vm, "bytes", args, count, names);
    if (!bytes || type == builtin_type(vm, TYPE_BYTES))
        return bytes;
    Object *instance = instance_of(vm, type, bytes);
    decref(vm, bytes);
    return instance;
}

/* ---- operators that bytearray shares ---- */

int bytes_contains(Vm *vm, Object *self, Object *value)
{
    uint8_t byte;
    if (object_type(vm, value)->slots.to_index)
        return text_byte_argument(vm, value, &byte) ? chars_find_char(text_chars(vm, self), byte, 1) >= 0 : -1;
    Chars part;
    return text_from_bytes_like(vm, value, &part) ? chars_find(text_chars(vm, self), part, 1) >= 0 : -1;
}

Object *bytes_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!text_is_bytes_like(vm, left) || !text_is_bytes_like(vm, right) ||
        (is_bytes(vm, left) && !is_bytes(vm, right)))
        return new_not_implemented(vm);
    Chars a = text_chars(vm, left), b = text_chars(vm, right);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return new_bool(vm, chars_equal(a, b) == (op == COMPARE_EQ));
    int order = chars_compare(a, b);
    bool answers[] = {[COMPARE_LT] = order < 0, [COMPARE_LE] = order <= 0, [COMPARE_GT] = order > 0,
                      [COMPARE_GE] = order >= 0};
    return new_bool(vm, answers[op]);
}

Object *bytes_concat(Vm *vm, Object *left, Object *right)
{
    bool mutable = !is_bytes(vm, left);
    if (!text_is_bytes_like(vm, right))
        return vm_raise(vm, TYPE_TypeError, "can't concat %T to %T", right, left);
    Chars a = text_chars(vm, left), b = text_chars(vm, right);
    if (!mutable && a.length == 0 && is_exact(right, BYTES))
        return incref(right);
    if (!mutable && b.length == 0 && is_exact(left, BYTES))
        return incref(left);
    Object *result = text_new(vm, left, a.length + b.length, 0xFF);
    if (!result || a.length + b.length == 0)
        return result;
    chars_copy(text_data(vm, result), 1, 0, a);
    chars_copy(text_data(vm, result), 1, a.length, b);
    return result;
}

Object *bytes_repeat(Vm *vm, Object *self, int64_t times)
{
    Chars c = text_chars(vm, self);
    if (times < 0)
        times = 0;
    if (times > 0 && c.length > INT64_MAX / times)
        return is_bytes(vm, self) ? vm_raise(vm, TYPE_OverflowError, "repeated bytes are too long")
                                  : vm_raise_memory(vm);
    if (times == 1 && is_exact(self, BYTES))
        return incref(self);
    Object *result = text_new(vm, self, c.length * times, 0xFF);
    if (!result || c.length * times == 0)
        return result;
    if (c.length == 1)
        chars_fill(text_data(vm, result), 1, 0, chars_at(c, 0), times);
    else
        for (int64_t i = 0; i < times; i++)
            chars_copy(text_data(vm, result), 1, i * c.length, c);
    return result;
}

Object *bytes_get_slice(Vm *vm, Object *self, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return NULL;
    Chars c = text_chars(vm, self);
    int64_t count = slice_adjust(c.length, &start, &stop, step);
    if (count <= 0)
        return text_from_chars(vm, self, (Chars){"", 0, 1});
    if (step == 1)
        return text_slice(vm, self, start, start + count);
    Object *result = text_new(vm, self, count, 0xFF);
    if (!result)
        return NULL;
    for (int64_t i = 0; i < count; i++)
        chars_put(text_data(vm, result), 1, i, chars_at(c, start + i * step));
    return result;
}

/* ---- slots of bytes ---- */

static Object *bytes_item(Vm *vm, Object *self, int64_t index)
{
    const Bytes *b = (const Bytes *)self;
    if (index < 0 || index >= b->length)
        return vm_raise(vm, TYPE_IndexError, "index out of range");
    return int_from_i64(vm, (uint8_t)b->data[index]);
}

static Object *bytes_get_item(Vm *vm, Object *self, Object *key)
{
    int64_t index;
    if (is_exact(key, SLICE))
        return bytes_get_slice(vm, self, key);
    if (!object_type(vm, key)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError, "byte indices must be integers or slices, not %T", key);
    if (!text_index_argument(vm, key, &index))
        return NULL;
    return bytes_item(vm, self, index < 0 ? index + ((Bytes *)self)->length : index);
}

static int64_t bytes_hash(Vm *vm, Object *self)
{
    Bytes *b = (Bytes *)self;
    if (b->hash == -1)
        b->hash = (int64_t)hash_bytes(b->data, (size_t)b->length);
    return b->hash;
}

static int64_t bytes_length(Vm *vm, Object *self) { return ((Bytes *)self)->length; }

static uint64_t bytes_size_of(Vm *vm, Object *self)
{
    return object_type(vm, self)->size + (uint64_t)((Bytes *)self)->length;
}

static Object *bytes_repr(Vm *vm, Object *self) { return bytes_repr_text(vm, text_chars(vm, self), false); }

static Object *remainder_slot(Vm *vm, Object *left, Object *right)
{
    return is_bytes(vm, left) ? bytes_percent(vm, left, right) : new_not_implemented(vm);
}

static void bytes_dealloc(Vm *vm, Object *self) { object_free(vm, self); }

static Object *dunder_bytes(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (is_exact(self, BYTES))
        return incref(self);
    return bytes_from(vm, ((Bytes *)self)->data, (size_t)((Bytes *)self)->length);
}

static Object *getnewargs(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *copy = dunder_bytes(vm, self, NULL, 0, NULL);
    Object *tuple = copy ? tuple_pack(vm, 1, copy) : NULL;
    xdecref(vm, copy);
    return tuple;
}

/* ---- iteration ---- */

static Object *bytes_iter(Vm *vm, Object *self) { return bytes_iterator_new(vm, TYPE_BYTES_ITERATOR, self); }

const TypeSpec bytes_iterator_spec = {
    .name = "bytes_iterator",
    .size = sizeof(BytesIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION | TYPE_IMMUTABLE,
    .slots = BYTES_ITERATOR_SLOTS,
    .methods = bytes_iterator_methods,
};

static const MethodDef bytes_methods[] = {
    TEXT_METHODS(TEXT_METHOD_ENTRY)
    BYTES_METHODS(BYTES_METHOD_ENTRY)
    {"__bytes__", dunder_bytes, METHOD_NO_ARGS, "Convert this value to exact type bytes."},
    {"__getnewargs__", getnewargs, METHOD_NO_ARGS, NULL},
    {0},
};

const TypeSpec bytes_spec = {
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
           "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n"
           "bytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n"
           "  - an iterable yielding integers in range(256)\n"
           "  - a text string encoded using the specified encoding\n"
           "  - any object implementing the buffer API.\n  - an integer",
    .size = BYTES_HEADER,
    .item_size = 1,
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_BYTES_SUBCLASS | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = bytes_dealloc, .repr = bytes_repr, .str = bytes_repr, .hash = bytes_hash, .compare = bytes_compare,
        .iter = bytes_iter, .new = bytes_make, .binary = {[BINARY_REMAINDER] = remainder_slot},
        .length = bytes_length, .contains = bytes_contains, .get_item = bytes_get_item, .item = bytes_item,
        .concat = bytes_concat, .repeat = bytes_repeat, .size_of = bytes_size_of,
    },
    .methods = bytes_methods,
};
