/* Special methods and slots. A class that defines __len__ gets a `length` slot that calls it; a built-in type with a
 * `length` slot gets a __len__ that calls the slot. As the slotdefs of CPython's typeobject.c. */
#include "python/slot.h"

#include <string.h>

#include "python/eval.h"
#include "python/free_list.h"
#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/objects/function.h"
#include "python/vm.h"

/* ---- calling special methods ---- */

Object *special_bound(Vm *vm, Object *object, Object *name)
{
    Type *type = object_type(vm, object);
    Object *method = type_lookup(vm, type, name);
    if (!method)
        return NULL;
    Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, method)->slots.descriptor_get;
    return get ? get(vm, method, object, &type->head) : incref(method);
}

Object *special_call(Vm *vm, Object *name, Object *const *args, size_t count)
{
    Type *type = object_type(vm, args[0]);
    Object *method = type_lookup(vm, type, name);
    if (!method)
        return NULL;
    if (object_type(vm, method)->flags & TYPE_METHOD_DESCRIPTOR_FLAG) {
        incref(method);
        Object *result = object_call(vm, method, args, count, NULL);
        decref(vm, method);
        return result;
    }
    Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, method)->slots.descriptor_get;
    Object *bound = get ? get(vm, method, args[0], &type->head) : incref(method);
    if (!bound)
        return NULL;
    Object *result = object_call(vm, bound, args + 1, count - 1, NULL);
    decref(vm, bound);
    return result;
}

static Object *call_or_not_implemented(Vm *vm, Object *name, Object *self, Object *other)
{
    Object *args[] = {self, other};
    Object *result = special_call(vm, name, args, 2);
    return result || vm_failed(vm) ? result : new_not_implemented(vm);
}

/* A method that must be there; its result is dropped or turned by the caller. */
static Object *call_needed(Vm *vm, Object *name, Object *const *args, size_t count)
{
    Object *result = special_call(vm, name, args, count);
    if (!result && !vm_failed(vm))
        vm_raise_object(vm, TYPE_AttributeError, name);
    return result;
}

static int done(Vm *vm, Object *result)
{
    if (!result)
        return -1;
    decref(vm, result);
    return 0;
}

/* ---- binary operators: SLOT1BINFULL ---- */

typedef struct OperatorNames { NameId plain, reflected; } OperatorNames;

#define OPERATORS(X) \
    X(ADD, add, radd, iadd) X(AND, and, rand, iand) X(FLOOR_DIVIDE, floordiv, rfloordiv, ifloordiv) \
    X(LSHIFT, lshift, rlshift, ilshift) X(MATRIX_MULTIPLY, matmul, rmatmul, imatmul) X(MULTIPLY, mul, rmul, imul) \
    X(REMAINDER, mod, rmod, imod) X(OR, or, ror, ior) X(POWER, pow, rpow, ipow) X(RSHIFT, rshift, rrshift, irshift) \
    X(SUBTRACT, sub, rsub, isub) X(TRUE_DIVIDE, truediv, rtruediv, itruediv) X(XOR, xor, rxor, ixor)

static const OperatorNames operator_names[BINARY_COUNT] = {
#define X(op, plain, reflected, augmented) [BINARY_##op] = {NAME_##plain, NAME_##reflected},
    OPERATORS(X)
#undef X
    [BINARY_DIVMOD] = {NAME_divmod, NAME_rdivmod},
};

static bool is_overloaded(Vm *vm, Object *left, Object *right, Object *name)
{
    Object *a = type_lookup(vm, object_type(vm, right), name);
    Object *b = type_lookup(vm, object_type(vm, left), name);
    return a && a != b;
}

static Object *slot_binary(Vm *vm, Object *left, Object *right, BinaryOp op, BinaryFunction self)
{
    Type *lt = object_type(vm, left), *rt = object_type(vm, right);
    Object *plain = vm->names[operator_names[op].plain], *reflected = vm->names[operator_names[op].reflected];
    bool other = lt != rt && rt->slots.binary[op] == self;
    if (lt->slots.binary[op] == self) {
        if (other && type_is_subtype(vm, rt, lt) && is_overloaded(vm, left, right, reflected)) {
            Object *result = call_or_not_implemented(vm, reflected, right, left);
            if (result != not_implemented(vm))
                return result;
            decref(vm, result);
            other = false;
        }
        Object *result = call_or_not_implemented(vm, plain, left, right);
        if (result != not_implemented(vm) || !other)
            return result;
        decref(vm, result);
    }
    return other ? call_or_not_implemented(vm, reflected, right, left) : new_not_implemented(vm);
}

#define X(op, plain, reflected, augmented) \
    static Object *slot_##plain(Vm *vm, Object *left, Object *right) \
    { \
        return slot_binary(vm, left, right, BINARY_##op, slot_##plain); \
    } \
    static Object *slot_##augmented(Vm *vm, Object *left, Object *right) \
    { \
        return call_or_not_implemented(vm, name_of(vm, augmented), left, right); \
    }
OPERATORS(X)
#undef X

static Object *slot_divmod(Vm *vm, Object *left, Object *right)
{
    return slot_binary(vm, left, right, BINARY_DIVMOD, slot_divmod);
}

static Object *slot_power_modulo(Vm *vm, Object *base, Object *exponent, Object *modulus)
{
    Object *args[] = {base, exponent, modulus};
    if (object_type(vm, base)->slots.power_modulo != slot_power_modulo)
        return new_not_implemented(vm);
    Object *result = special_call(vm, name_of(vm, pow), args, 3);
    return result || vm_failed(vm) ? result : new_not_implemented(vm);
}

/* ---- unary ---- */

#define UNARY_METHODS(X) \
    X(neg) X(pos) X(invert) X(abs) X(int) X(float) X(index) X(await) X(aiter) X(anext)

#define X(method) \
    static Object *slot_##method(Vm *vm, Object *self) { return call_needed(vm, name_of(vm, method), &self, 1); }
UNARY_METHODS(X)
#undef X

/* __iter__ = None says that the class cannot be iterated although a base can. */
static Object *slot_iter(Vm *vm, Object *self)
{
    if (type_lookup(vm, object_type(vm, self), name_of(vm, iter)) == none(vm))
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not iterable", self);
    return call_needed(vm, name_of(vm, iter), &self, 1);
}

static Object *slot_next(Vm *vm, Object *self) { return call_needed(vm, name_of(vm, next), &self, 1); }

static Object *slot_repr(Vm *vm, Object *self)
{
    Object *result = special_call(vm, name_of(vm, repr), &self, 1);
    if (result || vm_failed(vm))
        return result;
    return str_format(vm, "<%T object at 0x%llx>", self, (unsigned long long)object_address(vm, self));
}

static Object *slot_str(Vm *vm, Object *self) { return call_needed(vm, name_of(vm, str), &self, 1); }

static int64_t slot_hash(Vm *vm, Object *self)
{
    Object *method = type_lookup(vm, object_type(vm, self), name_of(vm, hash));
    if (!method || method == none(vm))
        return vm_raise_int(vm, TYPE_TypeError, "unhashable type: '%T'", self);
    Object *result = special_call(vm, name_of(vm, hash), &self, 1);
    if (!result)
        return -1;
    if (!is_int(vm, result)) {
        decref(vm, result);
        return vm_raise_int(vm, TYPE_TypeError, "__hash__ method should return an integer");
    }
    int overflow = 0;
    int64_t hash = int_as_i64(vm, result, &overflow);
    if (overflow)
        hash = builtin_type(vm, TYPE_INT)->slots.hash(vm, result);
    decref(vm, result);
    return hash == -1 ? -2 : hash;
}

static int64_t slot_length(Vm *vm, Object *self)
{
    Object *result = call_needed(vm, name_of(vm, len), &self, 1);
    if (!result)
        return -1;
    Object *index = object_index(vm, result);
    decref(vm, result);
    if (!index)
        return -1;
    int overflow = 0;
    int64_t length = int_as_i64(vm, index, &overflow);
    int sign = int_sign(index);
    if (overflow && sign > 0)
        vm_raise(vm, TYPE_OverflowError, "cannot fit '%T' into an index-sized integer", index);
    decref(vm, index);
    if (sign < 0)
        return vm_raise_int(vm, TYPE_ValueError, "__len__() should return >= 0");
    return overflow ? -1 : length;
}

static int slot_truth(Vm *vm, Object *self)
{
    Type *type = object_type(vm, self);
    bool by_length = !type_lookup(vm, type, name_of(vm, bool));
    if (by_length) {
        if (!type_lookup(vm, type, name_of(vm, len)))
            return 1;
        int64_t length = slot_length(vm, self);
        return length < 0 ? -1 : length > 0;
    }
    Object *result = special_call(vm, name_of(vm, bool), &self, 1);
    if (!result)
        return -1;
    int truth = result == bool_object(vm, true);
    if (!is_exact(result, BOOL))
        truth = vm_raise_int(vm, TYPE_TypeError, "__bool__ should return bool, returned %T", result);
    decref(vm, result);
    return truth;
}

static Object *slot_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    static const NameId names[] = {
        [COMPARE_LT] = NAME_lt, [COMPARE_LE] = NAME_le, [COMPARE_EQ] = NAME_eq,
        [COMPARE_NE] = NAME_ne, [COMPARE_GT] = NAME_gt, [COMPARE_GE] = NAME_ge,
    };
    return call_or_not_implemented(vm, vm->names[names[op]], left, right);
}

static int slot_contains(Vm *vm, Object *self, Object *value)
{
    Object *method = type_lookup(vm, object_type(vm, self), name_of(vm, contains));
    if (method == none(vm))
        return vm_raise_int(vm, TYPE_TypeError, "'%T' object is not a container", self);
    Object *args[] = {self, value};
    Object *result = call_needed(vm, name_of(vm, contains), args, 2);
    if (!result)
        return -1;
    int truth = object_truth(vm, result);
    decref(vm, result);
    return truth;
}

static Object *slot_get_item(Vm *vm, Object *self, Object *key)
{
    Object *args[] = {self, key};
    return call_needed(vm, name_of(vm, getitem), args, 2);
}

static Object *slot_item(Vm *vm, Object *self, int64_t index)
{
    Object *key = int_from_i64(vm, index);
    if (!key)
        return NULL;
    Object *value = slot_get_item(vm, self, key);
    decref(vm, key);
    return value;
}

static int slot_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    Object *args[] = {self, key, value};
    Object *name = value ? name_of(vm, setitem) : name_of(vm, delitem);
    return done(vm, call_needed(vm, name, args, value ? 3 : 2));
}

static int slot_set_attribute(Vm *vm, Object *self, Object *name, Object *value)
{
    Object *args[] = {self, name, value};
    return done(vm, call_needed(vm, value ? name_of(vm, setattr) : name_of(vm, delattr), args, value ? 3 : 2));
}

/* As call_attribute: by a bound method. */
static Object *call_bound(Vm *vm, Object *method, Object *self, Object *argument)
{
    Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, method)->slots.descriptor_get;
    Object *bound = get ? get(vm, method, self, &object_type(vm, self)->head) : incref(method);
    Object *result = bound ? object_call_one(vm, bound, argument) : NULL;
    xdecref(vm, bound);
    return result;
}

/* As slot_tp_getattro, and slot_tp_getattr_hook for classes with __getattr__: __getattribute__ first, __getattr__ when
 * that raised AttributeError. The __getattribute__ of object is no call, so it does not count as one either. */
static Object *slot_get_attribute(Vm *vm, Object *self, Object *name)
{
    Object *args[] = {self, name}, *key = name_of(vm, getattribute);
    bool plain = type_lookup(vm, object_type(vm, self), key) == type_lookup(vm, builtin_type(vm, TYPE_OBJECT), key);
    Object *value = plain ? object_generic_get(vm, self, name) : special_call(vm, key, args, 2);
    if (value || !vm_failed_with(vm, TYPE_AttributeError))
        return value;
    Object *method = type_lookup(vm, object_type(vm, self), name_of(vm, getattr));
    if (!method)
        return NULL;
    vm_clear_error(vm);
    incref(method);
    value = call_bound(vm, method, self, name);
    decref(vm, method);
    return value;
}

/* As _PyObject_Call_Prepend: where arguments come by name, those of a dict are laid beside the others, and all are held. */
static Object *call_prepended(Vm *vm, Object *method, Object *self, Object *const *args, size_t count, Object *names)
{
    size_t held = names && tuple_length(names) ? count + (size_t)tuple_length(names) : 0;
    if (held)
        free_list_pass_tuple(vm, held - count);        /* that of the names */
    call_hold(&self, held > 0);
    call_hold(args, held);
    Object *result = object_call_before(vm, method, self, args, count, names);
    call_release(vm, &self, held > 0);
    call_release(vm, args, held);
    return result;
}

/* As lookup_method: a function gets self as it is, anything else is bound first. */
static Object *call_with_self(Vm *vm, Object *method, Object *self, Object *const *args, size_t count, Object *names)
{
    if (object_type(vm, method)->flags & TYPE_METHOD_DESCRIPTOR_FLAG) {
        incref(method);
        Object *result = call_prepended(vm, method, self, args, count, names);
        decref(vm, method);
        return result;
    }
    Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, method)->slots.descriptor_get;
    Object *bound = get ? get(vm, method, self, &object_type(vm, self)->head) : incref(method);
    Object *result = bound ? object_call(vm, bound, args, count, names) : NULL;
    xdecref(vm, bound);
    return result;
}

static Object *slot_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *method = type_lookup(vm, object_type(vm, self), name_of(vm, call));
    if (!method)
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not callable", self);
    Object *tuple = NULL, *dict = NULL;
    if (!call_is_packed(vm, args) && eval_pack_call(vm, args, count, names, &tuple, &dict) < 0)
        return NULL;
    Object *result = call_with_self(vm, method, self, args, count, names);
    xdecref(vm, tuple);
    xdecref(vm, dict);
    return result;
}

static int slot_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *method = type_lookup(vm, object_type(vm, self), name_of(vm, init));
    Object *result = call_with_self(vm, method, self, args, count, names);
    if (result && result != none(vm))
        vm_raise(vm, TYPE_TypeError, "__init__() should return None, not '%T'", result);
    xdecref(vm, result);
    return result == none(vm) ? 0 : -1;
}

static Object *slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *method = object_get_attribute(vm, &type->head, name_of(vm, new));
    if (!method)
        return NULL;
    Object *result = call_prepended(vm, method, &type->head, args, count, names);
    decref(vm, method);
    return result;
}

static Object *slot_descriptor_get(Vm *vm, Object *self, Object *instance, Object *owner)
{
    Object *args[] = {self, instance ? instance : none(vm), owner ? owner : none(vm)};
    Object *value = special_call(vm, name_of(vm, get), args, 3);
    return value || vm_failed(vm) ? value : incref(self);
}

static int slot_descriptor_set(Vm *vm, Object *self, Object *instance, Object *value)
{
    Object *args[] = {self, instance, value};
    return done(vm, call_needed(vm, value ? name_of(vm, set) : name_of(vm, delete), args, value ? 3 : 2));
}

/* Errors in __del__ are reported and forgotten, as PyErr_WriteUnraisable does; one already on its way stays. */
static void slot_finalize(Vm *vm, Object *self)
{
    Object *raised = vm->raised;
    vm->raised = NULL;
    Object *result = special_call(vm, name_of(vm, del), &self, 1);
    if (result)
        decref(vm, result);
    else if (vm_failed(vm))
        vm_write_unraisable(vm, type_lookup(vm, object_type(vm, self), name_of(vm, del)));
    vm->raised = raised;
}

/* ---- the table ---- */

#define AT(slot) (uint16_t)offsetof(TypeSlots, slot)
#define GENERIC(function) (AnyFunction)(function)

static const SlotDef slot_defs[] = {
    {NAME_repr, AT(repr), SHAPE_UNARY, 0, GENERIC(slot_repr), "Return repr(self)."},
    {NAME_hash, AT(hash), SHAPE_HASH, 0, GENERIC(slot_hash), "Return hash(self)."},
    {NAME_call, AT(call), SHAPE_CALL, 0, GENERIC(slot_call), "Call self as a function."},
    {NAME_str, AT(str), SHAPE_UNARY, 0, GENERIC(slot_str), "Return str(self)."},
    {NAME_getattribute, AT(get_attribute), SHAPE_BINARY, 0, GENERIC(slot_get_attribute), "Return getattr(self, name)."},
    {NAME_getattr, AT(get_attribute), SHAPE_NONE, 0, GENERIC(slot_get_attribute), ""},
    {NAME_setattr, AT(set_attribute), SHAPE_SET_ATTRIBUTE, 0, GENERIC(slot_set_attribute),
     "Implement setattr(self, name, value)."},
    {NAME_delattr, AT(set_attribute), SHAPE_DELETE_ATTRIBUTE, 0, GENERIC(slot_set_attribute),
     "Implement delattr(self, name)."},
    {NAME_lt, AT(compare), SHAPE_COMPARE, COMPARE_LT, GENERIC(slot_compare), "Return self<value."},
    {NAME_le, AT(compare), SHAPE_COMPARE, COMPARE_LE, GENERIC(slot_compare), "Return self<=value."},
    {NAME_eq, AT(compare), SHAPE_COMPARE, COMPARE_EQ, GENERIC(slot_compare), "Return self==value."},
    {NAME_ne, AT(compare), SHAPE_COMPARE, COMPARE_NE, GENERIC(slot_compare), "Return self!=value."},
    {NAME_gt, AT(compare), SHAPE_COMPARE, COMPARE_GT, GENERIC(slot_compare), "Return self>value."},
    {NAME_ge, AT(compare), SHAPE_COMPARE, COMPARE_GE, GENERIC(slot_compare), "Return self>=value."},
    {NAME_iter, AT(iter), SHAPE_UNARY, 0, GENERIC(slot_iter), "Implement iter(self)."},
    {NAME_next, AT(next), SHAPE_NEXT, 0, GENERIC(slot_next), "Implement next(self)."},
    {NAME_get, AT(descriptor_get), SHAPE_DESCRIPTOR_GET, 0, GENERIC(slot_descriptor_get),
     "Return an attribute of instance, which is of type owner."},
    {NAME_set, AT(descriptor_set), SHAPE_DESCRIPTOR_SET, 0, GENERIC(slot_descriptor_set),
     "Set an attribute of instance to value."},
    {NAME_delete, AT(descriptor_set), SHAPE_DESCRIPTOR_DELETE, 0, GENERIC(slot_descriptor_set),
     "Delete an attribute of instance."},
    {NAME_init, AT(init), SHAPE_INIT, 0, GENERIC(slot_init),
     "Initialize self.  See help(type(self)) for accurate signature."},
    {NAME_new, AT(new), SHAPE_NONE, 0, GENERIC(slot_new), ""},
    {NAME_del, AT(finalize), SHAPE_FINALIZE, 0, GENERIC(slot_finalize), ""},
    {NAME_await, AT(await), SHAPE_UNARY, 0, GENERIC(slot_await), "Return an iterator to be used in await expression."},
    {NAME_aiter, AT(async_iter), SHAPE_UNARY, 0, GENERIC(slot_aiter),
     "Return an awaitable, that resolves in asynchronous iterator."},
    {NAME_anext, AT(async_next), SHAPE_UNARY, 0, GENERIC(slot_anext), "Return a value or raise StopAsyncIteration."},
#define X(op, plain, reflected, augmented) \
    {NAME_##plain, AT(binary[BINARY_##op]), BINARY_##op == BINARY_POWER ? SHAPE_POWER : SHAPE_BINARY, 0, \
     GENERIC(slot_##plain), ""}, \
    {NAME_##reflected, AT(binary[BINARY_##op]), SHAPE_REFLECTED, 0, GENERIC(slot_##plain), ""}, \
    {NAME_##augmented, AT(in_place[BINARY_##op]), SHAPE_BINARY, 0, GENERIC(slot_##augmented), ""},
    OPERATORS(X)
#undef X
    {NAME_divmod, AT(binary[BINARY_DIVMOD]), SHAPE_BINARY, 0, GENERIC(slot_divmod), "Return divmod(self, value)."},
    {NAME_rdivmod, AT(binary[BINARY_DIVMOD]), SHAPE_REFLECTED, 0, GENERIC(slot_divmod), "Return divmod(value, self)."},
    {NAME_pow, AT(power_modulo), SHAPE_NONE, 0, GENERIC(slot_power_modulo), ""},
    {NAME_neg, AT(unary[UNARY_NEGATIVE]), SHAPE_UNARY, 0, GENERIC(slot_neg), "-self"},
    {NAME_pos, AT(unary[UNARY_POSITIVE]), SHAPE_UNARY, 0, GENERIC(slot_pos), "+self"},
    {NAME_abs, AT(unary[UNARY_ABSOLUTE]), SHAPE_UNARY, 0, GENERIC(slot_abs), "abs(self)"},
    {NAME_invert, AT(unary[UNARY_INVERT]), SHAPE_UNARY, 0, GENERIC(slot_invert), "~self"},
    {NAME_bool, AT(truth), SHAPE_TRUTH, 0, GENERIC(slot_truth), "True if self else False"},
    {NAME_int, AT(to_int), SHAPE_UNARY, 0, GENERIC(slot_int), "int(self)"},
    {NAME_float, AT(to_float), SHAPE_UNARY, 0, GENERIC(slot_float), "float(self)"},
    {NAME_index, AT(to_index), SHAPE_UNARY, 0, GENERIC(slot_index),
     "Return self converted to an integer, if self is suitable for use as an index into a list."},
    {NAME_len, AT(length), SHAPE_LENGTH, 0, GENERIC(slot_length), "Return len(self)."},
    {NAME_getitem, AT(get_item), SHAPE_BINARY, 0, GENERIC(slot_get_item), "Return self[key]."},
    {NAME_getitem, AT(item), SHAPE_ITEM, 0, GENERIC(slot_item), "Return self[key]."},
    {NAME_setitem, AT(set_item), SHAPE_SET_ITEM, 0, GENERIC(slot_set_item), "Set self[key] to value."},
    {NAME_delitem, AT(set_item), SHAPE_DELETE_ITEM, 0, GENERIC(slot_set_item), "Delete self[key]."},
    {NAME_contains, AT(contains), SHAPE_CONTAINS, 0, GENERIC(slot_contains), "Return key in self."},
    {NAME_add, AT(concat), SHAPE_BINARY, 0, NULL, "Return self+value."},
    {NAME_iadd, AT(in_place_concat), SHAPE_BINARY, 0, NULL, "Implement self+=value."},
    {NAME_mul, AT(repeat), SHAPE_REPEAT, 0, NULL, "Return self*value."},
    {NAME_rmul, AT(repeat), SHAPE_REPEAT, 0, NULL, "Return value*self."},
    {NAME_imul, AT(in_place_repeat), SHAPE_REPEAT, 0, NULL, "Implement self*=value."},
};

enum { SLOT_DEF_COUNT = sizeof slot_defs / sizeof *slot_defs };

static AnyFunction *slot_place(Type *type, const SlotDef *def)
{
    return (AnyFunction *)((char *)&type->slots + def->offset);
}

int slot_add_wrappers(Vm *vm, Type *type)
{
    for (size_t i = 0; i < SLOT_DEF_COUNT; i++) {
        const SlotDef *def = &slot_defs[i];
        if (def->shape == SHAPE_NONE || !*slot_place(type, def))
            continue;
        Object *name = vm->names[def->name];
        if (dict_get(vm, type->dict, name))
            continue;          /* the earlier of two slots of one name */
        Object *wrapper = descriptor_wrapper(vm, type, def);
        int added = wrapper ? dict_set(vm, type->dict, name, wrapper) : -1;
        xdecref(vm, wrapper);
        if (added < 0)
            return -1;
    }
    return 0;
}

/* What one special method found on the type means for its slot. */
static void consider(Vm *vm, const SlotDef *def, Object *method, AnyFunction *specific, bool *generic)
{
    if (is_exact(method, WRAPPER_DESCRIPTOR)) {
        const WrapperDescriptor *wrapper = (const WrapperDescriptor *)method;
        if (wrapper->def == def && (!*specific || *specific == wrapper->wrapped))
            *specific = wrapper->wrapped;
        else if (wrapper->def == def || wrapper->def->name != def->name)
            *generic = true;   /* __str__ = int.__repr__ */
        return;                /* otherwise: the same name for another slot */
    }
    if (is_exact(method, METHOD_DESCRIPTOR)) {     /* list and dict have a method beside the slot (METH_COEXIST) */
        const Descriptor *descriptor = (const Descriptor *)method;
        AnyFunction own = *slot_place(descriptor->type, def);
        if (own && str_equal(descriptor->name, vm->names[def->name]) && (!*specific || *specific == own)) {
            *specific = own;
            return;
        }
    }
    if (def->name == NAME_new && is_exact(method, BUILTIN_FUNCTION)) {
        BuiltinFunction *function = (BuiltinFunction *)method;
        if (function->def == &type_new_method) {
            *specific = (AnyFunction)((Type *)function->self)->slots.new;
            return;
        }
    }
    if (def->name == NAME_hash && method == none(vm))
        return;
    *generic = true;
}

/* What remains of an iterator whose class lost its __next__. */
static Object *next_not_implemented(Vm *vm, Object *self)
{
    return vm_raise(vm, TYPE_TypeError, "'%T' object is not iterable", self);
}

static void update_slot(Vm *vm, Type *type, const SlotDef *first)
{
    AnyFunction specific = NULL, found = NULL;
    bool generic = false;
    for (size_t i = 0; i < SLOT_DEF_COUNT; i++) {
        const SlotDef *def = &slot_defs[i];
        if (def->offset != first->offset)
            continue;
        Object *method = type_lookup(vm, type, vm->names[def->name]);
        if (!method)
            continue;
        bool before = generic;
        consider(vm, def, method, &specific, &generic);
        if (generic && !before)
            found = def->generic;
    }
    bool lost_next = first->name == NAME_next && !generic && !specific && *slot_place(type, first);
    *slot_place(type, first) = lost_next ? GENERIC(next_not_implemented) : generic ? found : specific;
}

void slot_update(Vm *vm, Type *type, Object *name)
{
    for (size_t i = 0; i < SLOT_DEF_COUNT; i++)
        if (!name || vm->names[slot_defs[i].name] == name || str_equal(vm->names[slot_defs[i].name], name))
            update_slot(vm, type, &slot_defs[i]);
    for (uint32_t i = 0; i < type->subclass_count; i++)
        slot_update(vm, type->subclasses[i], name);
}
