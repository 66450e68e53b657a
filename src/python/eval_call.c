/* Calls with * and **, methods, context managers, awaiting: the longer instructions of the loop that call things. */
#include <string.h>

#include "python/eval.h"
#include "python/slot.h"

/* ---- the calls of classes ---- */

static Object *pack_keywords(Vm *vm, Object *const *values, Object *names)
{
    Object *dict = dict_new(vm);
    for (int64_t i = 0; dict && i < tuple_length(names); i++)
        if (dict_set(vm, dict, tuple_item(names, i), values[i]) < 0)
            object_replace(vm, &dict, NULL);
    return dict;
}

int eval_pack_call(Vm *vm, Object *const *args, size_t count, Object *names, Object **tuple, Object **dict)
{
    *tuple = *dict = NULL;
    if (count && !(*tuple = tuple_from(vm, args, (int64_t)count)))
        return -1;
    if (names && tuple_length(names) && !(*dict = pack_keywords(vm, args + count, names))) {
        object_replace(vm, tuple, NULL);
        return -1;
    }
    return 0;
}

/* ---- f(*args, **keywords) ---- */

/* As _PyStack_UnpackDict: what takes its arguments as they lie gets an array of them that holds them. */
static Object *call_unpacked(Vm *vm, Object *callable, Object *const *args, Object *tuple, Object *names)
{
    if (!call_is_by_vector(vm, callable))
        return object_call_packed(vm, callable, args, tuple, names);
    size_t count = (size_t)tuple_length(tuple), all = count + (size_t)tuple_length(names);
    call_hold(args, all);
    Object *result = object_call(vm, callable, args, count, names);
    call_release(vm, args, all);
    return result;
}

static Object *call_with_dict(Vm *vm, Object *callable, Object *args, Object *keywords)
{
    size_t count = (size_t)tuple_length(args), named = (size_t)dict_length(keywords);
    Object **all = mem_alloc(vm, (count + named) * sizeof *all);
    Object *names = tuple_new(vm, (int64_t)named);
    if (!all || !names) {
        mem_free(vm, all);
        xdecref(vm, names);
        return vm_failed(vm) ? NULL : vm_raise_memory(vm);
    }
    memcpy(all, ((Tuple *)args)->items, count * sizeof *all);
    int64_t position = 0;
    Object *name, *value;
    bool strings = true;
    for (size_t i = 0; dict_next(keywords, &position, &name, &value); i++) {
        ((Tuple *)names)->items[i] = incref(name);
        all[count + i] = value;
        strings &= is_str(vm, name);
    }
    Object *result = strings ? call_unpacked(vm, callable, all, args, names)
                             : vm_raise(vm, TYPE_TypeError, "keywords must be strings");
    decref(vm, names);
    mem_free(vm, all);
    return result;
}

/* Makes a tuple of what comes after the star; false with an exception. */
static bool check_star(Vm *vm, Object *callable, Object **place)
{
    Object *args = *place;
    if (is_exact(args, TUPLE))
        return true;
    Object *tuple = sequence_tuple(vm, args);
    if (tuple) {
        object_replace(vm, place, tuple);
        return true;
    }
    if (!vm_failed_with(vm, TYPE_TypeError) || object_type(vm, args)->slots.iter || object_type(vm, args)->slots.get_item)
        return false;
    vm_clear_error(vm);
    Object *name = object_look_attribute(vm, callable, name_of(vm, qualname));
    Object *module = name ? object_look_attribute(vm, callable, name_of(vm, module)) : NULL;
    if (name && module && is_str(vm, module) && !str_equals_c(module, "builtins"))
        vm_raise(vm, TYPE_TypeError, "%U.%S() argument after * must be an iterable, not %T", module, name, args);
    else if (name)
        vm_raise(vm, TYPE_TypeError, "%S() argument after * must be an iterable, not %T", name, args);
    else
        vm_raise(vm, TYPE_TypeError, "%S argument after * must be an iterable, not %T", callable, args);
    xdecref(vm, name);
    xdecref(vm, module);
    return false;
}

Object *eval_call_ex(Vm *vm, Object *callable, Object **args, Object *keywords)
{
    if (!check_star(vm, callable, args))
        return NULL;
    if (!keywords || (is_exact(keywords, DICT) && dict_length(keywords) == 0))
        return object_call_packed(vm, callable, ((Tuple *)*args)->items, *args, NULL);
    if (is_exact(keywords, DICT))
        return call_with_dict(vm, callable, *args, keywords);
    Object *dict = dict_new(vm);
    bool merged = dict && eval_dict_merge(vm, callable, dict, keywords) == 0;
    Object *result = merged ? call_with_dict(vm, callable, *args, dict) : NULL;
    xdecref(vm, dict);
    return result;
}

/* ---- methods ---- */

Object *eval_load_method(Vm *vm, Object *object, Object *name, Object **self)
{
    Type *type = object_type(vm, object);
    *self = NULL;
    if (type->slots.get_attribute != object_generic_get)
        return object_get_attribute(vm, object, name);
    Object *method = type_lookup(vm, type, name);
    if (!method || !(object_type(vm, method)->flags & TYPE_METHOD_DESCRIPTOR_FLAG) || instance_get(vm, object, name))
        return vm_failed(vm) ? NULL : object_get_attribute(vm, object, name);
    *self = object;
    return incref(method);
}

/* ---- context managers ---- */

/* The manager is let go before __enter__ runs: its two bound methods hold it. */
Object *eval_before_with(Vm *vm, Object **manager, bool async)
{
    const char *protocol = async ? "asynchronous context manager" : "context manager";
    Object *enter = special_bound(vm, *manager, async ? name_of(vm, aenter) : name_of(vm, enter));
    if (!enter)
        return vm_failed(vm) ? NULL : vm_raise(vm, TYPE_TypeError, "'%T' object does not support the %s protocol",
                                               *manager, protocol);
    Object *exit = special_bound(vm, *manager, async ? name_of(vm, aexit) : name_of(vm, exit));
    if (!exit) {
        if (!vm_failed(vm))
            vm_raise(vm, TYPE_TypeError, "'%T' object does not support the %s protocol (missed %s method)", *manager,
                     protocol, async ? "__aexit__" : "__exit__");
        decref(vm, enter);
        return NULL;
    }
    object_replace(vm, manager, exit);
    Object *value = object_call_none(vm, enter);
    decref(vm, enter);
    return value;
}

Object *eval_with_except_start(Vm *vm, Object *exit, Object *exception)
{
    Object *traceback = ((Exception *)exception)->traceback;
    Object *args[] = {OBJECT(object_type(vm, exception)), exception, traceback ? traceback : none(vm)};
    return object_call(vm, exit, args, 3, NULL);
}

/* ---- yield from, await ---- */

Object *eval_yield_from_iter(Vm *vm, Object *iterable, bool in_coroutine)
{
    if (is_exact(iterable, COROUTINE))
        return in_coroutine ? incref(iterable)
                            : vm_raise(vm, TYPE_TypeError,
                                       "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return is_exact(iterable, GENERATOR) ? incref(iterable) : object_iter(vm, iterable);
}

Object *eval_awaitable(Vm *vm, Object *object, uint32_t where)
{
    if (is_exact(object, COROUTINE)) {
        if (generator_yield_from((Generator *)object))
            return vm_raise(vm, TYPE_RuntimeError, "coroutine is being awaited already");
        return incref(object);
    }
    if (is_exact(object, GENERATOR) &&
        ((Code *)((Generator *)object)->code)->flags & CODE_ITERABLE_COROUTINE)
        return incref(object);
    UnaryFunction await = object_type(vm, object)->slots.await;
    if (!await) {
        const char *method = where == 1 ? "__aenter__" : where == 2 ? "__aexit__" : NULL;
        if (method)
            return vm_raise(vm, TYPE_TypeError, "'async with' received an object from %s that does not implement "
                            "__await__: %T", method, object);
        return vm_raise(vm, TYPE_TypeError, "object %T can't be used in 'await' expression", object);
    }
    Object *iterator = await(vm, object);
    if (iterator && !object_type(vm, iterator)->slots.next && !is_exact(iterator, COROUTINE)) {
        vm_raise(vm, TYPE_TypeError, "__await__() returned non-iterator of type '%T'", iterator);
        object_replace(vm, &iterator, NULL);
    }
    return iterator;
}

Object *eval_async_iter(Vm *vm, Object *object)
{
    UnaryFunction iter = object_type(vm, object)->slots.async_iter;
    if (!iter)
        return vm_raise(vm, TYPE_TypeError, "'async for' requires an object with __aiter__ method, got %T", object);
    Object *iterator = iter(vm, object);
    if (iterator && !object_type(vm, iterator)->slots.async_next) {
        vm_raise(vm, TYPE_TypeError, "'async for' received an object from __aiter__ that does not implement "
                 "__anext__: %T", iterator);
        object_replace(vm, &iterator, NULL);
    }
    return iterator;
}

Object *eval_async_next(Vm *vm, Object *iterator)
{
    UnaryFunction next = object_type(vm, iterator)->slots.async_next;
    if (!next)
        return vm_raise(vm, TYPE_TypeError, "'async for' requires an iterator with __anext__ method, got %T", iterator);
    Object *awaitable = next(vm, iterator);
    Object *result = awaitable ? eval_awaitable(vm, awaitable, 0) : NULL;
    xdecref(vm, awaitable);
    return result;
}

Object *eval_send(Vm *vm, Object *receiver, Object *value, bool *done, bool *stopped)
{
    Object *result;
    UnaryFunction next = object_type(vm, receiver)->slots.next;
    if (value == none(vm) && next) {
        result = next(vm, receiver);
    } else {
        Object *args[] = {receiver, value};
        result = object_call_method(vm, name_of(vm, plain_send), args, 2, NULL);
    }
    if (result)
        return result;
    if (vm_failed(vm) && !vm_failed_with(vm, TYPE_StopIteration))
        return NULL;
    *done = true;
    *stopped = vm_failed(vm);
    Object *last = vm_failed(vm) ? exception_field(vm->raised, STOP_ITERATION_VALUE) : NULL;
    last = incref(last ? last : none(vm));
    vm_clear_error(vm);
    return last;
}
