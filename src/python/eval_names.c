/* Names: where the loop finds and binds them, and what is said when there is none. */
#include "python/eval.h"

#include "python/objects/dict_internal.h"

static void raise_with_name(Vm *vm, TypeId type, Object *message, Object *name)
{
    Object *exception = message ? exception_new(vm, builtin_type(vm, type), &message, 1) : NULL;
    xdecref(vm, message);
    if (!exception)
        return;
    exception_set_field(vm, exception, NAME_ERROR_NAME, name);
    vm_raise_value(vm, exception);
}

void eval_raise_name(Vm *vm, TypeId type, const char *format, Object *name)
{
    raise_with_name(vm, type, str_format(vm, format, name), name);
}

void eval_raise_unbound(Vm *vm, const Code *code, int index)
{
    Object *name = tuple_item(code->local_names, index);
    if (code->local_kinds[index] & LOCAL_FREE)
        eval_raise_name(vm, TYPE_NameError,
                        "cannot access free variable '%U' where it is not associated with a value in enclosing scope",
                        name);
    else
        eval_raise_name(vm, TYPE_UnboundLocalError,
                        "cannot access local variable '%U' where it is not associated with a value", name);
}

static Object *look_in(Vm *vm, Object *namespace, Object *name)
{
    if (is_exact(namespace, DICT))
        return xincref(dict_get_name(vm, namespace, name));
    Object *value = object_get_item(vm, namespace, name);
    if (!value && vm_failed_with(vm, TYPE_KeyError))
        vm_clear_error(vm);
    return value;
}

Object *eval_load_global(Vm *vm, Frame *frame, Object *name)
{
    Object *value = look_in(vm, frame->globals, name);
    if (!value && !vm_failed(vm))
        value = look_in(vm, frame->builtins, name);
    if (!value && !vm_failed(vm))
        eval_raise_name(vm, TYPE_NameError, "name '%U' is not defined", name);
    return value;
}

Object *eval_load_name(Vm *vm, Frame *frame, Object *name)
{
    if (!frame->locals)
        return vm_raise(vm, TYPE_SystemError, "no locals when loading %R", name);
    Object *value = look_in(vm, frame->locals, name);
    return value || vm_failed(vm) ? value : eval_load_global(vm, frame, name);
}

Object *eval_load_class_deref(Vm *vm, Frame *frame, int index)
{
    Object *name = tuple_item(frame->code->local_names, index);
    Object *value = frame->locals ? look_in(vm, frame->locals, name) : NULL;
    if (value || vm_failed(vm))
        return value;
    value = ((Cell *)frame->slots[index])->value;
    if (!value)
        eval_raise_unbound(vm, frame->code, index);
    return xincref(value);
}

int eval_store_name(Vm *vm, Frame *frame, Object *name, Object *value)
{
    if (!frame->locals)
        return vm_raise_int(vm, TYPE_SystemError, "no locals found when storing %R", name);
    if (value)
        return is_exact(frame->locals, DICT) ? dict_set(vm, frame->locals, name, value)
                                             : object_set_item(vm, frame->locals, name, value);
    if (object_set_item(vm, frame->locals, name, NULL) == 0)
        return 0;
    if (vm_failed_with(vm, TYPE_KeyError)) {
        vm_clear_error(vm);
        eval_raise_name(vm, TYPE_NameError, "name '%U' is not defined", name);
    }
    return -1;
}

int eval_setup_annotations(Vm *vm, Frame *frame)
{
    Object *there = look_in(vm, frame->locals, name_of(vm, annotations));
    if (there || vm_failed(vm)) {
        xdecref(vm, there);
        return vm_failed(vm) ? -1 : 0;
    }
    Object *dict = dict_new(vm);
    int result = dict ? eval_store_name(vm, frame, name_of(vm, annotations), dict) : -1;
    xdecref(vm, dict);
    return result;
}

Object *eval_build_class_function(Vm *vm, Frame *frame)
{
    Object *function = look_in(vm, frame->builtins, name_of(vm, build_class));
    if (!function && !vm_failed(vm))
        vm_raise(vm, TYPE_NameError, "__build_class__ not found");
    return function;
}
