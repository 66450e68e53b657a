/* bytearray: its block, how it grows and shrinks, and the types bytearray and bytearray_iterator.
 *
 * The bytes lie in a block of their own: [block, block + capacity). `start` lies ahead of `block` after bytes were deleted
 * at the front, which makes a queue cheap; the next real change of size closes the gap. The sizes follow CPython's
 * PyByteArray_Resize, because sys.getsizeof shows them.
 */
#include "python/objects/bytearray.h"

#include "python/objects/containers.h"
#include "python/text.h"
#include "python/vm.h"

bool bytearray_check(Vm *vm, const Object *object)
{
    return object_is_instance(vm, object, builtin_type(vm, TYPE_BYTEARRAY));
}

/* ---- size ---- */

/* The capacity for a new length; 0: the present block will do as it is. */
static int64_t new_capacity(const ByteArray *array, int64_t length)
{
    int64_t gap = array->start - array->block, capacity = array->capacity;
    if (length + gap + 1 <= capacity)
        return length < capacity / 2 ? length + 1 : 0;
    bool moderate = length <= capacity + capacity / 8;
    return moderate ? length + (length >> 3) + (length < 9 ? 3 : 6) : length + 1;
}

static bool move_block(Vm *vm, ByteArray *array, int64_t length, int64_t capacity)
{
    char *block;
    if (array->start == array->block) {
        block = array->block ? mem_realloc(vm, array->block, (size_t)capacity) : mem_alloc(vm, (size_t)capacity);
    } else {
        block = mem_alloc(vm, (size_t)capacity);
        if (block)
            memcpy(block, array->start, (size_t)(length < array->length ? length : array->length));
        if (block)
            mem_free(vm, array->block);
    }
    if (!block)
        return vm_raise_memory(vm);
    array->block = array->start = block;
    array->capacity = capacity;
    return true;
}

int bytearray_resize(Vm *vm, ByteArray *array, int64_t length)
{
    if (length == array->length)
        return 0;
    if (array->exports > 0)
        return vm_raise_int(vm, TYPE_BufferError, "Existing exports of data: object cannot be re-sized");
    int64_t capacity = new_capacity(array, length);
    if (capacity > 0 && !move_block(vm, array, length, capacity))
        return -1;
    array->length = length;
    array->start[length] = 0;
    return 0;
}

int bytearray_add(Vm *vm, ByteArray *array, uint8_t byte)
{
    int64_t length = array->length;
    if (bytearray_resize(vm, array, length + 1) < 0)
        return -1;
    array->start[length] = (char)byte;
    return 0;
}

/* Not as bytearray_resize: where the front goes, only `start` moves. */
static int shrink(Vm *vm, ByteArray *array, int64_t low, int64_t high, int64_t new_length)
{
    int64_t gone = high - low - new_length;
    if (array->exports > 0)
        return vm_raise_int(vm, TYPE_BufferError, "Existing exports of data: object cannot be re-sized");
    if (low == 0)
        array->start += gone;
    else
        memmove(array->start + low + new_length, array->start + high, (size_t)(array->length - high));
    if (bytearray_resize(vm, array, array->length - gone) == 0)
        return 0;
    if (low == 0)
        array->start -= gone;
    return -1;
}

int bytearray_splice(Vm *vm, ByteArray *array, int64_t low, int64_t high, Chars bytes)
{
    int64_t growth = bytes.length - (high - low), tail = array->length - high;
    if (growth < 0 && shrink(vm, array, low, high, bytes.length) < 0)
        return -1;
    if (growth > 0) {
        if (array->length > INT64_MAX / 2 - growth) {
            vm_raise_memory(vm);
            return -1;
        }
        if (bytearray_resize(vm, array, array->length + growth) < 0)
            return -1;
        memmove(array->start + high + growth, array->start + high, (size_t)tail);
    }
    if (bytes.length > 0)
        memcpy(array->start + low, bytes.data, (size_t)bytes.length);
    return 0;
}

/* ---- construction ---- */

static Object *make_empty(Vm *vm, Type *type)
{
    ByteArray *array = (ByteArray *)object_new_zeroed(vm, type, type->size);
    if (!array)
        return NULL;
    memset((char *)array + sizeof array->head, 0, type->size - sizeof array->head);
    if (type->flags & TYPE_HAS_GC)
        gc_track(vm, OBJECT(array));
    return OBJECT(array);
}

Object *bytearray_from(Vm *vm, const void *data, size_t length)
{
    Object *object = make_empty(vm, builtin_type(vm, TYPE_BYTEARRAY));
    if (!object || length == 0)
        return object;
    ByteArray *array = (ByteArray *)object;
    array->block = array->start = length < INT64_MAX / 2 ? mem_alloc(vm, length + 1) : NULL;
    if (!array->block) {
        decref(vm, object);
        return vm_raise_memory(vm);
    }
    array->capacity = (int64_t)length + 1;
    array->length = (int64_t)length;
    array->start[length] = 0;
    if (data)
        memcpy(array->start, data, length);
    return object;
}

static Object *bytearray_make(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return make_empty(vm, type);
}

/* Whether an iterable must be asked item by item, which grows the array as CPython grows it. */
static bool is_plain_iterable(Vm *vm, Object *source)
{
    return !is_str(vm, source) && !text_is_bytes_like(vm, source) && !object_type(vm, source)->slots.to_index;
}

static int add_items(Vm *vm, ByteArray *array, Object *bytes)
{
    Chars c = text_chars(vm, bytes);
    for (int64_t i = 0; i < c.length; i++)
        if (bytearray_add(vm, array, (uint8_t)chars_at(c, i)) < 0)
            return -1;
    return 0;
}

static int bytearray_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    ByteArray *array = (ByteArray *)self;
    if (array->length > 0 && bytearray_resize(vm, array, 0) < 0)
        return -1;
    Object *bytes = bytes_from_arguments(vm, "bytearray", args, count, names);
    if (!bytes)
        return -1;
    Chars c = text_chars(vm, bytes);
    bool one_by_one = count == 1 && !names && is_plain_iterable(vm, args[0]);
    int status = one_by_one ? add_items(vm, array, bytes) : bytearray_splice(vm, array, 0, 0, c);
    decref(vm, bytes);
    return status;
}

static void bytearray_dealloc(Vm *vm, Object *self)
{
    mem_free(vm, ((ByteArray *)self)->block);
    object_free(vm, self);
}

/* ---- slots ---- */

static int64_t bytearray_length(Vm *vm, Object *self) { return ((ByteArray *)self)->length; }

static uint64_t bytearray_size_of(Vm *vm, Object *self)
{
    return object_type(vm, self)->size + (uint64_t)((ByteArray *)self)->capacity;
}

static Object *bytearray_repr(Vm *vm, Object *self)
{
    Object *bytes = bytes_repr_text(vm, text_chars(vm, self), true);
    Object *text = bytes ? str_format(vm, "%T(%U)", self, bytes) : NULL;
    xdecref(vm, bytes);
    return text;
}

static Object *bytearray_item(Vm *vm, Object *self, int64_t index)
{
    const ByteArray *array = (const ByteArray *)self;
    if (index < 0 || index >= array->length)
        return vm_raise(vm, TYPE_IndexError, "bytearray index out of range");
    return int_from_i64(vm, (uint8_t)array->start[index]);
}

static Object *bytearray_get_item(Vm *vm, Object *self, Object *key)
{
    int64_t index;
    if (is_exact(key, SLICE))
        return bytes_get_slice(vm, self, key);
    if (!object_type(vm, key)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError, "bytearray indices must be integers or slices, not %T", key);
    if (!text_index_argument(vm, key, &index))
        return NULL;
    return bytearray_item(vm, self, index < 0 ? index + ((ByteArray *)self)->length : index);
}

static Object *remainder_slot(Vm *vm, Object *left, Object *right)
{
    return bytearray_check(vm, left) ? bytes_percent(vm, left, right) : new_not_implemented(vm);
}

static Object *in_place_concat(Vm *vm, Object *self, Object *other)
{
    ByteArray *array = (ByteArray *)self;
    if (!text_is_bytes_like(vm, other))
        return vm_raise(vm, TYPE_TypeError, "can't concat %T to %T", other, self);
    int64_t length = array->length, more = text_chars(vm, other).length;
    if (bytearray_resize(vm, array, length + more) < 0)
        return NULL;
    const void *data = other == self ? array->start : text_chars(vm, other).data;   /* it may have moved */
    if (more > 0)
        memcpy(array->start + length, data, (size_t)more);
    return incref(self);
}

static Object *in_place_repeat(Vm *vm, Object *self, int64_t times)
{
    ByteArray *array = (ByteArray *)self;
    int64_t length = array->length;
    times = times < 0 ? 0 : times;
    if (times > 0 && length > INT64_MAX / 2 / times)
        return vm_raise_memory(vm);
    if (bytearray_resize(vm, array, length * times) < 0)
        return NULL;
    for (int64_t i = 1; length > 0 && i < times; i++)
        memcpy(array->start + i * length, array->start, (size_t)length);
    return incref(self);
}

static Object *bytearray_iter(Vm *vm, Object *self) { return bytes_iterator_new(vm, TYPE_BYTEARRAY_ITERATOR, self); }

const TypeSpec bytearray_iterator_spec = {
    .name = "bytearray_iterator",
    .size = sizeof(BytesIterator),
    .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION | TYPE_IMMUTABLE,
    .slots = BYTES_ITERATOR_SLOTS,
    .methods = bytes_iterator_methods,
};

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
           "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\n"
           "bytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n"
           "  - an iterable yielding integers in range(256)\n"
           "  - a text string encoded using the specified encoding\n"
           "  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
    .size = sizeof(ByteArray),
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_MATCH_SELF,
    .slots = {
        .dealloc = bytearray_dealloc, .repr = bytearray_repr, .str = bytearray_repr, .compare = bytes_compare,
        .iter = bytearray_iter, .new = bytearray_make, .init = bytearray_init,
        .binary = {[BINARY_REMAINDER] = remainder_slot}, .length = bytearray_length, .contains = bytes_contains,
        .get_item = bytearray_get_item, .set_item = bytearray_set_item, .item = bytearray_item,
        .concat = bytes_concat, .in_place_concat = in_place_concat, .repeat = bytes_repeat,
        .in_place_repeat = in_place_repeat, .size_of = bytearray_size_of,
    },
    .methods = bytearray_methods,
};
