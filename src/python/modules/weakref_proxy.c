/* weakref.proxy: stands for its object in every operation, while that lives. */
#include "python/modules/weakref.h"

#include <stdio.h>

#include "python/vm.h"

static bool is_proxy(Vm *vm, const Object *object)
{
    return library_type_is(vm, object, LIBRARY_WEAK_PROXY) || library_type_is(vm, object, LIBRARY_WEAK_CALLABLE_PROXY);
}

/* The object itself, or what the proxy leads to: a new reference; NULL with ReferenceError. */
static Object *unwrap(Vm *vm, Object *object)
{
    if (!is_proxy(vm, object))
        return incref(object);
    Object *target = weakref_target(vm, object);
    return target ? incref(target) : vm_raise(vm, TYPE_ReferenceError, "weakly-referenced object no longer exists");
}

typedef Object *(*Operation)(Vm *vm, Object *a, Object *b);

/* operation(a, b) on what they lead to. */
static Object *with_two(Vm *vm, Object *left, Object *right, Operation operation)
{
    Object *a = unwrap(vm, left), *b = a ? unwrap(vm, right) : NULL;
    Object *result = b ? operation(vm, a, b) : NULL;
    xdecref(vm, a);
    xdecref(vm, b);
    return result;
}

static Object *with_one(Vm *vm, Object *self, Object *(*operation)(Vm *, Object *))
{
    Object *target = unwrap(vm, self);
    Object *result = target ? operation(vm, target) : NULL;
    xdecref(vm, target);
    return result;
}

/* ---- numbers: one function for each operator ---- */

#define BINARY_OPERATORS(X) \
    X(ADD, add) X(AND, and) X(FLOOR_DIVIDE, floor_divide) X(LSHIFT, lshift) X(MATRIX_MULTIPLY, matrix_multiply) \
    X(MULTIPLY, multiply) X(OR, or) X(POWER, power) X(REMAINDER, remainder) X(RSHIFT, rshift) X(SUBTRACT, subtract) \
    X(TRUE_DIVIDE, true_divide) X(XOR, xor)

#define X(op, name) \
    static Object *plain_##name(Vm *vm, Object *a, Object *b) { return object_binary(vm, a, b, BINARY_##op); } \
    static Object *in_place_##name(Vm *vm, Object *a, Object *b) { return object_in_place(vm, a, b, BINARY_##op); } \
    static Object *proxy_##name(Vm *vm, Object *a, Object *b) { return with_two(vm, a, b, plain_##name); } \
    static Object *proxy_in_place_##name(Vm *vm, Object *a, Object *b) { return with_two(vm, a, b, in_place_##name); }
BINARY_OPERATORS(X)
#undef X

static Object *plain_divmod(Vm *vm, Object *a, Object *b) { return object_binary(vm, a, b, BINARY_DIVMOD); }
static Object *proxy_divmod(Vm *vm, Object *a, Object *b) { return with_two(vm, a, b, plain_divmod); }

#define UNARY_OPERATORS(X) X(NEGATIVE, negative) X(POSITIVE, positive) X(INVERT, invert) X(ABSOLUTE, absolute)

#define X(op, name) \
    static Object *plain_##name(Vm *vm, Object *a) { return object_unary(vm, a, UNARY_##op); } \
    static Object *proxy_##name(Vm *vm, Object *a) { return with_one(vm, a, plain_##name); }
UNARY_OPERATORS(X)
#undef X

static Object *call_type(Vm *vm, TypeId id, Object *argument)
{
    return object_call_one(vm, OBJECT(builtin_type(vm, id)), argument);
}

static Object *plain_int(Vm *vm, Object *a) { return call_type(vm, TYPE_INT, a); }
static Object *plain_float(Vm *vm, Object *a) { return call_type(vm, TYPE_FLOAT, a); }
static Object *proxy_int(Vm *vm, Object *self) { return with_one(vm, self, plain_int); }
static Object *proxy_float(Vm *vm, Object *self) { return with_one(vm, self, plain_float); }
static Object *proxy_index(Vm *vm, Object *self) { return with_one(vm, self, object_index); }

/* ---- containers ---- */

static int64_t proxy_length(Vm *vm, Object *self)
{
    Object *target = unwrap(vm, self);
    int64_t length = target ? object_length(vm, target) : -1;
    xdecref(vm, target);
    return length;
}

static int proxy_truth(Vm *vm, Object *self)
{
    Object *target = unwrap(vm, self);
    int truth = target ? object_truth(vm, target) : -1;
    xdecref(vm, target);
    return truth;
}

static int proxy_contains(Vm *vm, Object *self, Object *value)
{
    Object *target = unwrap(vm, self);
    int found = target ? object_contains(vm, target, value) : -1;
    xdecref(vm, target);
    return found;
}

static Object *proxy_get_item(Vm *vm, Object *self, Object *key) { return with_two(vm, self, key, object_get_item); }

static int proxy_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    Object *target = unwrap(vm, self);
    int result = target ? object_set_item(vm, target, key, value) : -1;
    xdecref(vm, target);
    return result;
}

static Object *proxy_iter(Vm *vm, Object *self) { return with_one(vm, self, object_iter); }

static Object *proxy_next(Vm *vm, Object *self)
{
    Object *target = unwrap(vm, self), *result = NULL;
    if (target && !object_type(vm, target)->slots.next)
        vm_raise(vm, TYPE_TypeError, "Weakref proxy referenced a non-iterator '%T' object", target);
    else if (target)
        result = iterator_next(vm, target);
    xdecref(vm, target);
    return result;
}

/* ---- everything else ---- */

static Object *proxy_get_attribute(Vm *vm, Object *self, Object *name)
{
    return with_two(vm, self, name, object_get_attribute);
}

static int proxy_set_attribute(Vm *vm, Object *self, Object *name, Object *value)
{
    Object *target = unwrap(vm, self);
    int result = target ? object_set_attribute(vm, target, name, value) : -1;
    xdecref(vm, target);
    return result;
}

static Object *proxy_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    Object *a = unwrap(vm, left), *b = a ? unwrap(vm, right) : NULL;
    Object *result = b ? object_compare(vm, a, b, op) : NULL;
    xdecref(vm, a);
    xdecref(vm, b);
    return result;
}

static int64_t proxy_hash(Vm *vm, Object *self)
{
    return vm_raise_int(vm, TYPE_TypeError, "unhashable type: '%T'", self);
}

static Object *proxy_str(Vm *vm, Object *self) { return with_one(vm, self, object_str); }

static Object *proxy_repr(Vm *vm, Object *self)
{
    Object *target = weakref_target(vm, self);
    char own[24], other[24];
    if (!target)
        target = none(vm);
    snprintf(own, sizeof own, "0x%llx", (unsigned long long)object_address(vm, self));
    snprintf(other, sizeof other, "0x%llx", (unsigned long long)object_address(vm, target));
    return str_format(vm, "<weakproxy at %s to %T at %s>", own, target, other);
}

static Object *proxy_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *target = unwrap(vm, self);
    Object *result = target ? object_call(vm, target, args, count, names) : NULL;
    xdecref(vm, target);
    return result;
}

static Object *proxy_bytes(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *target = unwrap(vm, self);
    Object *result = target ? call_type(vm, TYPE_BYTES, target) : NULL;
    xdecref(vm, target);
    return result;
}

static Object *proxy_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *target = unwrap(vm, self);
    Object *result = target ? call_type(vm, TYPE_REVERSED, target) : NULL;
    xdecref(vm, target);
    return result;
}

static const MethodDef proxy_methods[] = {
    {"__bytes__", proxy_bytes, METHOD_NO_ARGS, NULL}, {"__reversed__", proxy_reversed, METHOD_NO_ARGS, NULL}, {0},
};

#define X(op, name) [BINARY_##op] = proxy_##name,
#define IN_PLACE(op, name) [BINARY_##op] = proxy_in_place_##name,
#define UNARY(op, name) [UNARY_##op] = proxy_##name,
#define PROXY_SLOTS(call_function) \
    { \
        .dealloc = weakref_dealloc, .traverse = weakref_traverse, .clear = weakref_clear, \
        .binary = {BINARY_OPERATORS(X) [BINARY_DIVMOD] = proxy_divmod}, .in_place = {BINARY_OPERATORS(IN_PLACE)}, \
        .unary = {UNARY_OPERATORS(UNARY)}, .to_int = proxy_int, .to_float = proxy_float, .to_index = proxy_index, \
        .length = proxy_length, .truth = proxy_truth, .contains = proxy_contains, .get_item = proxy_get_item, \
        .set_item = proxy_set_item, .iter = proxy_iter, .next = proxy_next, .get_attribute = proxy_get_attribute, \
        .set_attribute = proxy_set_attribute, .compare = proxy_compare, .hash = proxy_hash, .str = proxy_str, \
        .repr = proxy_repr, .call = call_function, \
    }

const TypeSpec weak_proxy_spec = {
    .name = "weakref.ProxyType", .size = sizeof(WeakReference), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = PROXY_SLOTS(NULL), .methods = proxy_methods,
};

const TypeSpec weak_callable_proxy_spec = {
    .name = "weakref.CallableProxyType", .size = sizeof(WeakReference), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = PROXY_SLOTS(proxy_call), .methods = proxy_methods,
};
