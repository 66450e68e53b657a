/* Built-in functions that ask objects about themselves. As CPython's bltinmodule.c. */
#include "python/objects/class.h"
#include "python/modules/module.h"
#include "python/slot.h"
#include "python/vm.h"

static Object *builtin_isinstance(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "isinstance", count, 2, 2))
        return NULL;
    int result = object_isinstance(vm, args[0], args[1]);
    return result < 0 ? NULL : new_bool(vm, result);
}

static Object *builtin_issubclass(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "issubclass", count, 2, 2))
        return NULL;
    int result = object_issubclass(vm, args[0], args[1]);
    return result < 0 ? NULL : new_bool(vm, result);
}

static Object *builtin_callable(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, object_type(vm, args[0])->slots.call != NULL);
}

static Object *builtin_id(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_u64(vm, object_address(vm, args[0]));
}

static Object *builtin_hash(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t hash = object_hash(vm, args[0]);
    return hash == -1 ? NULL : int_from_i64(vm, hash);
}

static bool check_name(Vm *vm, const char *function, Object *name)
{
    if (is_str(vm, name))
        return true;
    vm_raise(vm, TYPE_TypeError, "attribute name must be string, not '%T'", name);
    return false;
}

static Object *builtin_getattr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "getattr", count, 2, 3) || !check_name(vm, "getattr", args[1]))
        return NULL;
    if (count == 2)
        return object_get_attribute(vm, args[0], args[1]);
    Object *value = object_look_attribute(vm, args[0], args[1]);
    if (!value && vm_failed_with(vm, TYPE_AttributeError))
        vm_clear_error(vm);
    return value || vm_failed(vm) ? value : incref(args[2]);
}

static Object *builtin_hasattr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "hasattr", count, 2, 2) || !check_name(vm, "hasattr", args[1]))
        return NULL;
    Object *value = object_look_attribute(vm, args[0], args[1]);
    if (!value && vm_failed_with(vm, TYPE_AttributeError))
        vm_clear_error(vm);
    if (vm_failed(vm))
        return NULL;
    xdecref(vm, value);
    return new_bool(vm, value != NULL);
}

static Object *builtin_setattr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "setattr", count, 3, 3))
        return NULL;
    return object_set_attribute(vm, args[0], args[1], args[2]) < 0 ? NULL : new_none(vm);
}

static Object *builtin_delattr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "delattr", count, 2, 2))
        return NULL;
    return object_set_attribute(vm, args[0], args[1], NULL) < 0 ? NULL : new_none(vm);
}

static Object *sorted_names(Vm *vm, Object *names)
{
    Object *list = names ? sequence_list(vm, names) : NULL;
    xdecref(vm, names);
    if (list && list_sort(vm, list, NULL, false) < 0)
        object_replace(vm, &list, NULL);
    return list;
}

static Object *call_keys(Vm *vm, Object *mapping)
{
    Object *name = str_interned(vm, "keys");
    Object *keys = name ? object_call_method(vm, name, &mapping, 1, NULL) : NULL;
    xdecref(vm, name);
    return keys;
}

static Object *builtin_dir(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "dir", count, 0, 1))
        return NULL;
    if (count == 0) {
        Object *locals = frame_locals(vm, vm->frame);
        Object *keys = !locals || is_dict(vm, locals) ? xincref(locals)
                                                      : call_keys(vm, locals);
        xdecref(vm, locals);
        return sorted_names(vm, keys);
    }
    Object *all = special_call(vm, name_of(vm, dir), args, 1);
    if (!all && !vm_failed(vm))
        return vm_raise(vm, TYPE_TypeError, "object does not provide __dir__");
    return sorted_names(vm, all);
}

static Object *builtin_vars(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "vars", count, 0, 1))
        return NULL;
    if (count == 0)
        return frame_locals(vm, vm->frame);
    Object *dict = object_look_attribute(vm, args[0], name_of(vm, dict));
    return dict || vm_failed(vm) ? dict : vm_raise(vm, TYPE_TypeError, "vars() argument must have __dict__ attribute");
}

static Object *builtin_repr(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return object_repr(vm, args[0]);
}

static Object *builtin_ascii(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return object_ascii(vm, args[0]);
}

static Object *builtin_format(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "format", count, 1, 2))
        return NULL;
    if (count == 2 && !is_str(vm, args[1]))
        return vm_raise(vm, TYPE_TypeError, "format() argument 2 must be str, not %B", args[1]);
    return object_format(vm, args[0], count == 2 ? args[1] : NULL);
}

static Object *builtin_build_class(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return class_build(vm, args, count, names);
}

const MethodDef builtins_objects[] = {
    {"isinstance", builtin_isinstance, METHOD_FAST, "Return whether an object is an instance of a class or of a subclass thereof."},
    {"issubclass", builtin_issubclass, METHOD_FAST, "Return whether 'cls' is derived from another class or is the same class."},
    {"callable", builtin_callable, METHOD_ONE, "Return whether the object is callable (i.e., some kind of function)."},
    {"id", builtin_id, METHOD_ONE, "Return the identity of an object."},
    {"hash", builtin_hash, METHOD_ONE, "Return the hash value for the given object."},
    {"getattr", builtin_getattr, METHOD_FAST, "Get a named attribute from an object."},
    {"hasattr", builtin_hasattr, METHOD_FAST, "Return whether the object has an attribute with the given name."},
    {"setattr", builtin_setattr, METHOD_FAST, "Sets the named attribute on the given object to the specified value."},
    {"delattr", builtin_delattr, METHOD_FAST, "Deletes the named attribute from the given object."},
    {"dir", builtin_dir, METHOD_PACKED, "Show attributes of an object."},
    {"vars", builtin_vars, METHOD_PACKED, "Show vars."},
    {"repr", builtin_repr, METHOD_ONE, "Return the canonical string representation of the object."},
    {"ascii", builtin_ascii, METHOD_ONE, "Return an ASCII-only representation of an object."},
    {"format", builtin_format, METHOD_FAST, "Return type(value).__format__(value, format_spec)"},
    {"__build_class__", builtin_build_class, METHOD_KEYWORDS, "Internal helper function used by the class statement."},
    {0},
};
