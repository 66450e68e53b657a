/* memoryview: the bytes of a bytes or bytearray seen without a copy; one dimension, format 'B'.
 *
 * A view holds its exporter itself (CPython puts a shared managed buffer in between), and while it lives a bytearray
 * counts it as an export and cannot be re-sized. A slice is a view with another start, length and step. Source of
 * behaviour: CPython's memoryobject.c.
 */
#include "python/objects/memoryview.h"

#include <stdio.h>
#include <string.h>

#include "python/objects/bytearray.h"
#include "python/objects/containers.h"
#include "python/text.h"
#include "python/vm.h"

typedef struct MemoryView {
    Object head;
    Object *exporter;          /* bytes or bytearray, owned; NULL: released */
    int64_t start, length;     /* of the exporter's bytes; items */
    int64_t step;              /* from item to item, may be negative */
    int64_t hash;              /* -1: not asked for yet */
    Object *weaklist;          /* not counted */
    bool read_only;
    uint8_t unused[103];        /* what CPython's struct holds besides, so that sys.getsizeof() agrees */
} MemoryView;

#define VIEW(self) ((MemoryView *)(self))

static void count_export(Vm *vm, Object *exporter, int change)
{
    if (bytearray_check(vm, exporter))
        ((ByteArray *)exporter)->exports += change;
}

static Object *view_new(Vm *vm, Object *exporter, bool read_only)
{
    MemoryView *self = (MemoryView *)object_new_builtin(vm, TYPE_MEMORYVIEW, sizeof *self);
    if (!self)
        return NULL;
    memset((char *)self + sizeof self->head, 0, sizeof *self - sizeof self->head);
    self->exporter = incref(exporter);
    self->length = text_chars(vm, exporter).length;
    self->step = 1;
    self->hash = -1;
    self->read_only = read_only;
    count_export(vm, exporter, 1);
    gc_track(vm, &self->head);
    return &self->head;
}

static bool is_alive(Vm *vm, const Object *self)
{
    return VIEW(self)->exporter ||
           vm_raise(vm, TYPE_ValueError, "operation forbidden on released memoryview object");
}

static Object *copy_view(Vm *vm, Object *self, bool read_only)
{
    if (!is_alive(vm, self))
        return NULL;
    Object *copy = view_new(vm, VIEW(self)->exporter, read_only);
    if (copy) {
        VIEW(copy)->start = VIEW(self)->start;
        VIEW(copy)->length = VIEW(self)->length;
        VIEW(copy)->step = VIEW(self)->step;
    }
    return copy;
}

static Object *view_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *object = NULL;
    if (!args_parse(vm, "memoryview", "object", args, count, names, &object))
        return NULL;
    if (is_exact(object, MEMORYVIEW))
        return copy_view(vm, object, VIEW(object)->read_only);
    if (!text_is_bytes_like(vm, object))
        return vm_raise(vm, TYPE_TypeError, "memoryview: a bytes-like object is required, not '%T'", object);
    return view_new(vm, object, is_bytes(vm, object));
}

static void let_go(Vm *vm, Object *self)
{
    if (!VIEW(self)->exporter)
        return;
    count_export(vm, VIEW(self)->exporter, -1);
    object_replace(vm, &VIEW(self)->exporter, NULL);
}

static void view_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    let_go(vm, self);
    object_free(vm, self);
}

static int view_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(VIEW(self)->exporter);
    return 0;
}

static int view_clear(Vm *vm, Object *self)
{
    let_go(vm, self);
    return 0;
}

/* The place of an item; the exporter's bytes may have been changed, never moved. */
static uint8_t *place(Vm *vm, const Object *self, int64_t index)
{
    return (uint8_t *)text_data(vm, VIEW(self)->exporter) + VIEW(self)->start + index * VIEW(self)->step;
}

bool memoryview_contiguous(const Object *self)
{
    return VIEW(self)->exporter && (VIEW(self)->step == 1 || VIEW(self)->length < 2);
}

Chars memoryview_chars(Vm *vm, const Object *self)
{
    return (Chars){VIEW(self)->length ? (const char *)place(vm, self, 0) : "", VIEW(self)->length, 1};
}

static Object *copied(Vm *vm, const Object *self)
{
    if (memoryview_contiguous(self))
        return bytes_from(vm, memoryview_chars(vm, self).data, (size_t)VIEW(self)->length);
    Object *bytes = bytes_from(vm, NULL, (size_t)VIEW(self)->length);
    for (int64_t i = 0; bytes && i < VIEW(self)->length; i++)
        ((Bytes *)bytes)->data[i] = (char)*place(vm, self, i);
    return bytes;
}

/* ---- slots ---- */

static Object *view_repr(Vm *vm, Object *self)
{
    char at[24];
    snprintf(at, sizeof at, "0x%llx", (unsigned long long)object_address(vm, self));
    return str_format(vm, VIEW(self)->exporter ? "<memory at %s>" : "<released memory at %s>", at);
}

static int64_t view_hash(Vm *vm, Object *self)
{
    if (VIEW(self)->hash != -1)
        return VIEW(self)->hash;
    if (!is_alive(vm, self))
        return -1;
    if (!VIEW(self)->read_only)
        return vm_raise_int(vm, TYPE_ValueError, "cannot hash writable memoryview object");
    if (object_hash(vm, VIEW(self)->exporter) == -1)
        return -1;
    Object *bytes = copied(vm, self);
    if (bytes)
        VIEW(self)->hash = object_hash(vm, bytes);
    xdecref(vm, bytes);
    return VIEW(self)->hash;
}

/* The bytes of a view or of what is bytes-like: a new reference; NULL without an exception when it has none. */
static Object *bytes_of(Vm *vm, Object *object)
{
    if (is_exact(object, MEMORYVIEW))
        return VIEW(object)->exporter ? copied(vm, object) : NULL;
    if (!text_is_bytes_like(vm, object))
        return NULL;
    Chars c = text_chars(vm, object);
    return bytes_from(vm, c.data, (size_t)c.length);
}

static Object *view_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return new_not_implemented(vm);
    bool released = !VIEW(left)->exporter || (is_exact(right, MEMORYVIEW) && !VIEW(right)->exporter);
    if (released)
        return new_bool(vm, (left == right) == (op == COMPARE_EQ));
    Object *a = bytes_of(vm, left), *b = a ? bytes_of(vm, right) : NULL;
    Object *result = a && b ? object_compare(vm, a, b, op) : vm_failed(vm) ? NULL : new_not_implemented(vm);
    xdecref(vm, a);
    xdecref(vm, b);
    return result;
}

static int64_t view_length(Vm *vm, Object *self) { return is_alive(vm, self) ? VIEW(self)->length : -1; }

static Object *view_item(Vm *vm, Object *self, int64_t index)
{
    if (!is_alive(vm, self))
        return NULL;
    if (index < 0 || index >= VIEW(self)->length)
        return vm_raise(vm, TYPE_IndexError, "index out of bounds on dimension 1");
    return int_from_i64(vm, *place(vm, self, index));
}

static Object *get_slice(Vm *vm, Object *self, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t length = slice_adjust(VIEW(self)->length, &start, &stop, step);
    Object *part = copy_view(vm, self, VIEW(self)->read_only);
    if (part) {
        VIEW(part)->start += start * VIEW(self)->step;
        VIEW(part)->length = length;
        VIEW(part)->step *= step;
    }
    return part;
}

/* The index that `key` means, negative ones counted from the end. */
static bool index_of(Vm *vm, Object *self, Object *key, int64_t *index)
{
    if (!object_type(vm, key)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError, "memoryview: invalid slice key");
    if (!text_index_argument(vm, key, index))
        return false;
    *index += *index < 0 ? VIEW(self)->length : 0;
    return true;
}

static Object *view_get_item(Vm *vm, Object *self, Object *key)
{
    int64_t index;
    if (!is_alive(vm, self))
        return NULL;
    if (is_exact(key, SLICE))
        return get_slice(vm, self, key);
    return index_of(vm, self, key, &index) ? view_item(vm, self, index) : NULL;
}

static int set_slice(Vm *vm, Object *self, Object *key, Object *value)
{
    Object *part = get_slice(vm, self, key);
    Object *bytes = part ? bytes_of(vm, value) : NULL;      /* a copy: they may be the same bytes */
    int status = bytes ? 0 : -1;
    if (part && !bytes && !vm_failed(vm))
        vm_raise(vm, TYPE_TypeError, "a bytes-like object is required, not '%T'", value);
    else if (bytes && ((Bytes *)bytes)->length != VIEW(part)->length)
        status = vm_raise_int(vm, TYPE_ValueError,
                              "memoryview assignment: lvalue and rvalue have different structures");
    for (int64_t i = 0; status == 0 && i < VIEW(part)->length; i++)
        *place(vm, part, i) = (uint8_t)((Bytes *)bytes)->data[i];
    xdecref(vm, bytes);
    xdecref(vm, part);
    return status;
}

static int set_byte(Vm *vm, Object *self, Object *key, Object *value)
{
    int64_t index;
    int overflow = 0;
    if (!index_of(vm, self, key, &index))
        return -1;
    if (index < 0 || index >= VIEW(self)->length)
        return vm_raise_int(vm, TYPE_IndexError, "index out of bounds on dimension 1");
    if (!object_type(vm, value)->slots.to_index)
        return vm_raise_int(vm, TYPE_TypeError, "memoryview: invalid type for format 'B'");
    Object *number = object_index(vm, value);
    if (!number)
        return -1;
    int64_t byte = int_as_i64(vm, number, &overflow);
    decref(vm, number);
    if (overflow || byte < 0 || byte > UINT8_MAX)
        return vm_raise_int(vm, TYPE_ValueError, "memoryview: invalid value for format 'B'");
    if (!is_alive(vm, self))       /* __index__ may have released it */
        return -1;
    *place(vm, self, index) = (uint8_t)byte;
    return 0;
}

static int view_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    if (!is_alive(vm, self))
        return -1;
    if (VIEW(self)->read_only)
        return vm_raise_int(vm, TYPE_TypeError, "cannot modify read-only memory");
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "cannot delete memory");
    return is_exact(key, SLICE) ? set_slice(vm, self, key, value) : set_byte(vm, self, key, value);
}

/* ---- methods ---- */

static Object *to_bytes(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return is_alive(vm, self) ? copied(vm, self) : NULL;
}

static Object *to_list(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *bytes = is_alive(vm, self) ? copied(vm, self) : NULL;
    Object *list = bytes ? object_call_one(vm, OBJECT(builtin_type(vm, TYPE_LIST)), bytes) : NULL;
    xdecref(vm, bytes);
    return list;
}

static Object *method_hex(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *bytes = is_alive(vm, self) ? copied(vm, self) : NULL;
    Object *text = bytes ? bytes_method_hex(vm, bytes, args, count, names) : NULL;
    xdecref(vm, bytes);
    return text;
}

static Object *to_read_only(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return copy_view(vm, self, true);
}

static Object *method_release(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    let_go(vm, self);
    return new_none(vm);
}

static Object *method_enter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return is_alive(vm, self) ? incref(self) : NULL;
}

static Object *method_cast(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "cast", "format|shape", args, count, names, out) || !is_alive(vm, self))
        return NULL;
    if (!is_str(vm, out[0]))
        return vm_raise(vm, TYPE_TypeError, "memoryview: format argument must be a string");
    if (out[1] || !str_equals_c(out[0], "B"))
        return vm_raise(vm, TYPE_NotImplementedError,
                        "memoryview.cast(): refarrows has views of single bytes only, format 'B' without a shape");
    return copy_view(vm, self, VIEW(self)->read_only);
}

static const MethodDef view_methods[] = {
    {"tobytes", to_bytes, METHOD_FAST, "Return the data in the buffer as a byte string."},
    {"tolist", to_list, METHOD_NO_ARGS, "Return the data in the buffer as a list of elements."},
    {"hex", method_hex, METHOD_KEYWORDS, "Return the data in the buffer as a str of hexadecimal numbers."},
    {"toreadonly", to_read_only, METHOD_NO_ARGS, "Return a readonly version of the memoryview."},
    {"release", method_release, METHOD_NO_ARGS, "Release the underlying buffer exposed by the memoryview object."},
    {"cast", method_cast, METHOD_KEYWORDS, "Cast a memoryview to a new format or shape."},
    {"__enter__", method_enter, METHOD_NO_ARGS, NULL},
    {"__exit__", method_release, METHOD_FAST, NULL},
    {0},
};

/* ---- attributes ---- */

static Object *get_object(Vm *vm, Object *self, void *closure)
{
    return is_alive(vm, self) ? incref(VIEW(self)->exporter) : NULL;
}

static Object *get_read_only(Vm *vm, Object *self, void *closure)
{
    return is_alive(vm, self) ? new_bool(vm, VIEW(self)->read_only) : NULL;
}

static Object *get_contiguous(Vm *vm, Object *self, void *closure)
{
    return is_alive(vm, self) ? new_bool(vm, memoryview_contiguous(self)) : NULL;
}

static Object *get_format(Vm *vm, Object *self, void *closure)
{
    return is_alive(vm, self) ? str_from_c(vm, "B") : NULL;
}

static Object *get_one(Vm *vm, Object *self, void *closure) { return is_alive(vm, self) ? int_from_i64(vm, 1) : NULL; }

static Object *get_bytes_count(Vm *vm, Object *self, void *closure)
{
    return is_alive(vm, self) ? int_from_i64(vm, VIEW(self)->length) : NULL;
}

/* (number,) of the field at that offset. */
static Object *get_tuple_of(Vm *vm, Object *self, void *closure)
{
    Object *number = is_alive(vm, self) ? int_from_i64(vm, *(int64_t *)((char *)self + (size_t)closure)) : NULL;
    Object *tuple = number ? tuple_pack(vm, 1, number) : NULL;
    xdecref(vm, number);
    return tuple;
}

static Object *get_suboffsets(Vm *vm, Object *self, void *closure)
{
    return is_alive(vm, self) ? tuple_new(vm, 0) : NULL;
}

static const GetSetDef view_getset[] = {
    {"obj", get_object, NULL, NULL}, {"nbytes", get_bytes_count, NULL, NULL}, {"readonly", get_read_only, NULL, NULL},
    {"itemsize", get_one, NULL, NULL}, {"format", get_format, NULL, NULL}, {"ndim", get_one, NULL, NULL},
    {"shape", get_tuple_of, NULL, (void *)offsetof(MemoryView, length)},
    {"strides", get_tuple_of, NULL, (void *)offsetof(MemoryView, step)}, {"suboffsets", get_suboffsets, NULL, NULL},
    {"c_contiguous", get_contiguous, NULL, NULL}, {"f_contiguous", get_contiguous, NULL, NULL},
    {"contiguous", get_contiguous, NULL, NULL}, {0},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .doc = "Create a new memoryview object which references the given object.",
    .size = sizeof(MemoryView), .weaklist_offset = offsetof(MemoryView, weaklist),
    .flags = TYPE_HAS_GC | TYPE_IMMUTABLE | TYPE_SEQUENCE,
    .slots = {
        .dealloc = view_dealloc, .traverse = view_traverse, .clear = view_clear, .new = view_slot_new,
        .repr = view_repr, .str = view_repr, .hash = view_hash, .compare = view_compare, .length = view_length,
        .get_item = view_get_item, .set_item = view_set_item, .item = view_item,
    },
    .methods = view_methods,
    .getset = view_getset,
};
