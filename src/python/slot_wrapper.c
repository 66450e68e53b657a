/* What list.__len__(x) does: Python arguments to a slot's C arguments, the slot's answer back to an object. */
#include "python/objects/class.h"
#include "python/slot.h"
#include "python/vm.h"

static Object *none_if_done(Vm *vm, int result) { return result < 0 ? NULL : new_none(vm); }

static Object *bool_if_known(Vm *vm, int result) { return result < 0 ? NULL : new_bool(vm, result != 0); }

/* How many arguments each shape takes after self: min, max. */
static const uint8_t shape_arguments[][2] = {
    [SHAPE_UNARY] = {0, 0}, [SHAPE_NEXT] = {0, 0}, [SHAPE_BINARY] = {1, 1}, [SHAPE_REFLECTED] = {1, 1},
    [SHAPE_POWER] = {1, 2}, [SHAPE_COMPARE] = {1, 1}, [SHAPE_LENGTH] = {0, 0}, [SHAPE_TRUTH] = {0, 0},
    [SHAPE_HASH] = {0, 0}, [SHAPE_CONTAINS] = {1, 1}, [SHAPE_SET_ITEM] = {2, 2}, [SHAPE_DELETE_ITEM] = {1, 1},
    [SHAPE_ITEM] = {1, 1}, [SHAPE_REPEAT] = {1, 1}, [SHAPE_SET_ATTRIBUTE] = {2, 2}, [SHAPE_DELETE_ATTRIBUTE] = {1, 1},
    [SHAPE_CALL] = {0, 255}, [SHAPE_INIT] = {0, 255}, [SHAPE_DESCRIPTOR_GET] = {1, 2},
    [SHAPE_DESCRIPTOR_SET] = {2, 2}, [SHAPE_DESCRIPTOR_DELETE] = {1, 1}, [SHAPE_FINALIZE] = {0, 0},
    [SHAPE_NONE] = {0, 0},
};

static bool check_arguments(Vm *vm, const SlotDef *def, size_t count, Object *names)
{
    uint8_t min = shape_arguments[def->shape][0], max = shape_arguments[def->shape][1];
    if (def->name == NAME_rpow)
        max = 2;               /* there is a modulus to take, though nobody heeds it */
    if (max != 255 && names && tuple_length(names)) {
        vm_raise(vm, TYPE_TypeError, "wrapper %U() takes no keyword arguments", vm->names[def->name]);
        return false;
    }
    if (count >= min && (max == 255 || count <= max))
        return true;
    /* two of them, and an index, are counted by PyArg_UnpackTuple for a function without a name */
    const char *name = min == 2 || def->shape == SHAPE_REPEAT ? " " : "";
    if (min == max)
        vm_raise(vm, TYPE_TypeError, "%sexpected %d argument%s, got %zu", name, min, min == 1 ? "" : "s", count);
    else
        vm_raise(vm, TYPE_TypeError, " expected at %s %d argument%s, got %zu", count < min ? "least" : "most",
                 count < min ? min : max, (count < min ? min : max) == 1 ? "" : "s", count);
    return false;
}

/* Wrappers belong to built-in types, so it is the built-in base that answers, whatever a class made of __pow__. */
static Object *wrap_power_modulo(Vm *vm, Object *self, Object *exponent, Object *modulus)
{
    const Type *type = object_type(vm, self);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type->slots.power_modulo ? type->slots.power_modulo(vm, self, exponent, modulus) : new_not_implemented(vm);
}

static Object *wrap_next(Vm *vm, UnaryFunction next, Object *self)
{
    Object *value = next(vm, self);
    if (!value && !vm_failed(vm))
        vm_raise_object(vm, TYPE_StopIteration, NULL);
    return value;
}

static Object *wrap_index(Vm *vm, Object *(*function)(Vm *, Object *, int64_t), Object *self, Object *key, bool item)
{
    int64_t index = object_as_index(vm, key, false);
    if (index == -1 && vm_failed(vm))
        return NULL;
    if (item && index < 0 && object_type(vm, self)->slots.length)
        index += object_type(vm, self)->slots.length(vm, self);
    return function(vm, self, index);
}

static Object *wrap_get(Vm *vm, AnyFunction wrapped, Object *self, Object *const *args, size_t count)
{
    Object *instance = args[0] == none(vm) ? NULL : args[0];
    Object *owner = count < 2 || args[1] == none(vm) ? NULL : args[1];
    if (!instance && !owner)
        return vm_raise(vm, TYPE_TypeError, "__get__(None, None) is invalid");
    return ((Object *(*)(Vm *, Object *, Object *, Object *))wrapped)(vm, self, instance, owner);
}

static Object *wrap_hash(Vm *vm, AnyFunction wrapped, Object *self)
{
    int64_t hash = ((int64_t (*)(Vm *, Object *))wrapped)(vm, self);
    return hash == -1 && vm_failed(vm) ? NULL : int_from_i64(vm, hash);
}

static Object *wrap_length(Vm *vm, AnyFunction wrapped, Object *self)
{
    int64_t length = ((int64_t (*)(Vm *, Object *))wrapped)(vm, self);
    return length < 0 ? NULL : int_from_i64(vm, length);
}

typedef int (*SetFunction)(Vm *, Object *, Object *, Object *);
typedef int (*InitFunction)(Vm *, Object *, Object *const *, size_t, Object *);
typedef Object *(*CompareFunction)(Vm *, Object *, Object *, CompareOp);
typedef Object *(*IndexFunction)(Vm *, Object *, int64_t);

Object *slot_call_wrapped(Vm *vm, const SlotDef *def, AnyFunction wrapped, Object *self, Object *const *args,
                          size_t count, Object *names)
{
    if (!check_arguments(vm, def, count, names))
        return NULL;
    if ((def->shape == SHAPE_SET_ATTRIBUTE || def->shape == SHAPE_DELETE_ATTRIBUTE) && is_type(vm, self) &&
        (SetFunction)wrapped != builtin_type(vm, TYPE_TYPE)->slots.set_attribute)
        return vm_raise(vm, TYPE_TypeError, "can't apply this %U to type object", vm->names[def->name]);   /* hackcheck */
    switch ((SlotShape)def->shape) {
    case SHAPE_UNARY: return ((UnaryFunction)wrapped)(vm, self);
    case SHAPE_NEXT: return wrap_next(vm, (UnaryFunction)wrapped, self);
    case SHAPE_BINARY: return ((BinaryFunction)wrapped)(vm, self, args[0]);
    case SHAPE_REFLECTED: return ((BinaryFunction)wrapped)(vm, args[0], self);
    case SHAPE_POWER:
        return count == 2 && args[1] != none(vm) ? wrap_power_modulo(vm, self, args[0], args[1])
                                                 : ((BinaryFunction)wrapped)(vm, self, args[0]);
    case SHAPE_COMPARE: return ((CompareFunction)wrapped)(vm, self, args[0], (CompareOp)def->extra);
    case SHAPE_LENGTH: return wrap_length(vm, wrapped, self);
    case SHAPE_TRUTH: return bool_if_known(vm, ((int (*)(Vm *, Object *))wrapped)(vm, self));
    case SHAPE_HASH: return wrap_hash(vm, wrapped, self);
    case SHAPE_CONTAINS: return bool_if_known(vm, ((int (*)(Vm *, Object *, Object *))wrapped)(vm, self, args[0]));
    case SHAPE_SET_ITEM:
    case SHAPE_SET_ATTRIBUTE:
    case SHAPE_DESCRIPTOR_SET: return none_if_done(vm, ((SetFunction)wrapped)(vm, self, args[0], args[1]));
    case SHAPE_DELETE_ITEM:
    case SHAPE_DELETE_ATTRIBUTE:
    case SHAPE_DESCRIPTOR_DELETE: return none_if_done(vm, ((SetFunction)wrapped)(vm, self, args[0], NULL));
    case SHAPE_ITEM: return wrap_index(vm, (IndexFunction)wrapped, self, args[0], true);
    case SHAPE_REPEAT: return wrap_index(vm, (IndexFunction)wrapped, self, args[0], false);
    case SHAPE_CALL: return ((CFunction)wrapped)(vm, self, args, count, names);
    case SHAPE_INIT: return none_if_done(vm, ((InitFunction)wrapped)(vm, self, args, count, names));
    case SHAPE_DESCRIPTOR_GET: return wrap_get(vm, wrapped, self, args, count);
    case SHAPE_FINALIZE: ((void (*)(Vm *, Object *))wrapped)(vm, self); return new_none(vm);
    case SHAPE_NONE: break;
    }
    return new_none(vm);
}
