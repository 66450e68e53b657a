/* Calls from C. The evaluation loop has its own ways for the common ones; see eval.c. */
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/vm.h"

/* An instance of a shipped class stands for one of a type that CPython has in C: it counts once, by the frame of its
 * __call__ or by _PyObject_MakeTpCall. */
static bool is_shipped_callable(Vm *vm, Object *callable)
{
    Type *type = object_type(vm, callable);
    Object *call = type->flags & TYPE_HEAP ? type_lookup(vm, type, name_of(vm, call)) : NULL;
    return call && is_exact(call, FUNCTION) && ((const Code *)((const Function *)call)->code)->is_library;
}

/* Functions and methods written in Python count once, by their frame; CPython calls them and the types listed here by
 * vectorcall, all else by _PyObject_MakeTpCall, which counts one more. */
bool call_is_by_vector(Vm *vm, Object *callable)
{
    static const bool vectorcall_types[TYPE_COUNT] = {
        [TYPE_LIST] = true, [TYPE_TUPLE] = true, [TYPE_DICT] = true, [TYPE_SET] = true, [TYPE_FROZENSET] = true,
        [TYPE_FLOAT] = true, [TYPE_BOOL] = true, [TYPE_RANGE] = true, [TYPE_STR] = true, [TYPE_ENUMERATE] = true,
        [TYPE_REVERSED] = true, [TYPE_TYPE] = true,
    };
    if (is_exact(callable, FUNCTION) || is_exact(callable, METHOD))
        return true;
    size_t id = (size_t)((const Type *)callable - vm->types);     /* of those that lie in the Vm */
    if (is_exact(callable, TYPE))
        return (const Type *)callable >= vm->types && id < TYPE_COUNT && vectorcall_types[id];
    return is_shipped_callable(vm, callable);
}

static Object *call_counted(Vm *vm, CFunction call, Object *callable, Object *const *args, size_t count, Object *names)
{
    if (vm_enter_recursion(vm, " while calling a Python object") < 0)
        return NULL;
    Object *result = call(vm, callable, args, count, names);
    vm_leave_recursion(vm);
    return result;
}

Object *object_call(Vm *vm, Object *callable, Object *const *args, size_t count, Object *names)
{
    CFunction call = object_type(vm, callable)->slots.call;
    if (!call)
        return vm_raise(vm, TYPE_TypeError, "'%T' object is not callable", callable);
    Object *result = call_is_by_vector(vm, callable) ? call(vm, callable, args, count, names)
                                                        : call_counted(vm, call, callable, args, count, names);
    if (!result && !vm_failed(vm))
        vm_raise(vm, TYPE_SystemError, "%R returned NULL without setting an exception", callable);
    return result;
}

Object *object_call_before(Vm *vm, Object *callable, Object *first, Object *const *args, size_t count, Object *names)
{
    size_t all = count + (names ? (size_t)tuple_length(names) : 0);
    Object *few[8];
    Object **with_first = all < 8 ? few : mem_alloc(vm, (all + 1) * sizeof *with_first);
    if (!with_first)
        return vm_raise_memory(vm);
    with_first[0] = first;
    if (all)
        memcpy(with_first + 1, args, all * sizeof *args);
    Object *result = object_call(vm, callable, with_first, count + 1, names);
    if (with_first != few)
        mem_free(vm, with_first);
    return result;
}

void call_hold(Object *const *args, size_t count)
{
    for (size_t i = 0; i < count; i++)
        incref(args[i]);
}

void call_release(Vm *vm, Object *const *args, size_t count)
{
    for (size_t i = 0; i < count; i++)
        decref(vm, args[i]);
}

Object *object_call_packed(Vm *vm, Object *callable, Object *const *args, Object *tuple, Object *names)
{
    Packed outer = call_pack(vm, args, tuple);
    Object *result = object_call(vm, callable, args, (size_t)tuple_length(tuple), names);
    vm->packed = outer;
    return result;
}

Object *object_call_none(Vm *vm, Object *callable) { return object_call(vm, callable, NULL, 0, NULL); }

Object *object_call_one(Vm *vm, Object *callable, Object *argument)
{
    return object_call(vm, callable, &argument, 1, NULL);
}

Object *object_call_method(Vm *vm, Object *name, Object *const *args, size_t count, Object *names)
{
    Type *type = object_type(vm, args[0]);
    Object *method = type->slots.get_attribute == object_generic_get ? type_lookup(vm, type, name) : NULL;
    if (method && (object_type(vm, method)->flags & TYPE_METHOD_DESCRIPTOR_FLAG) && !instance_get(vm, args[0], name)) {
        incref(method);
        Object *result = object_call(vm, method, args, count, names);
        decref(vm, method);
        return result;
    }
    method = object_get_attribute(vm, args[0], name);
    if (!method)
        return NULL;
    Object *result = object_call(vm, method, args + 1, count - 1, names);
    decref(vm, method);
    return result;
}
