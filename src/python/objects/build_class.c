/* The class statement: __build_class__. As builtin___build_class__ in CPython's bltinmodule.c. */
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/vm.h"

typedef struct ClassCall {
    Object *function, *name, *bases, *original_bases, *metatype, *namespace;
    Object *names;             /* tuple of the keyword names without metaclass; may be NULL */
    Object *values[32];        /* their values, borrowed */
} ClassCall;

/* Bases that are no classes may say what stands for them (__mro_entries__); else the same tuple, with no new reference. */
static Object *update_bases(Vm *vm, Object *bases)
{
    Object *list = NULL;
    for (int64_t i = 0; i < tuple_length(bases); i++) {
        Object *base = tuple_item(bases, i);
        Object *method = is_type(vm, base) ? NULL : object_look_attribute(vm, base, name_of(vm, mro_entries));
        if (vm_failed(vm))
            goto failed;
        if (method && !list) {
            list = list_new(vm, 0);
            for (int64_t j = 0; list && j < i; j++)
                list_append(vm, list, tuple_item(bases, j));
        }
        if (!method) {
            if (list && list_append(vm, list, base) < 0)
                goto failed;
            continue;
        }
        Object *entries = object_call_one(vm, method, bases);
        decref(vm, method);
        if (!entries || !list || list_extend(vm, list, entries) < 0) {
            xdecref(vm, entries);
            goto failed;
        }
        decref(vm, entries);
    }
    if (!list)
        return bases;
    Object *result = list_as_tuple(vm, list);
    decref(vm, list);
    return result;
failed:
    xdecref(vm, list);
    return NULL;
}

static int take_keywords(Vm *vm, ClassCall *call, Object *const *values, Object *names)
{
    Object *rest = names ? list_new(vm, 0) : NULL;
    size_t n = 0;
    for (int64_t i = 0; rest && i < tuple_length(names); i++) {
        Object *name = tuple_item(names, i);
        if (str_equal(name, name_of(vm, plain_metaclass))) {
            call->metatype = incref(values[i]);
        } else if (n < sizeof call->values / sizeof *call->values) {
            call->values[n++] = values[i];
            list_append(vm, rest, name);
        }
    }
    call->names = rest && n ? list_as_tuple(vm, rest) : NULL;
    xdecref(vm, rest);
    return vm_failed(vm) ? -1 : 0;
}

static int find_metatype(Vm *vm, ClassCall *call)
{
    if (!call->metatype)
        call->metatype = incref(tuple_length(call->bases) ? OBJECT(object_type(vm, tuple_item(call->bases, 0)))
                                                          : OBJECT(builtin_type(vm, TYPE_TYPE)));
    if (!is_type(vm, call->metatype))
        return 0;
    Type *winner = class_metatype(vm, (Type *)call->metatype, call->bases);
    if (!winner)
        return -1;
    object_replace(vm, &call->metatype, incref(OBJECT(winner)));
    return 0;
}

static Object *call_with_keywords(Vm *vm, ClassCall *call, Object *callable, Object *const *args, size_t count)
{
    Object *all[40];
    size_t n = call->names ? (size_t)tuple_length(call->names) : 0;
    memcpy(all, args, count * sizeof *all);
    memcpy(all + count, call->values, n * sizeof *all);
    return object_call(vm, callable, all, count, call->names);
}

static int prepare(Vm *vm, ClassCall *call)
{
    Object *method = object_look_attribute(vm, call->metatype, name_of(vm, prepare));
    if (!method) {
        call->namespace = vm_failed(vm) ? NULL : dict_new(vm);
        return call->namespace ? 0 : -1;
    }
    Object *args[] = {call->name, call->bases};
    call->namespace = call_with_keywords(vm, call, method, args, 2);
    decref(vm, method);
    if (call->namespace && !is_dict(vm, call->namespace) && !object_type(vm, call->namespace)->slots.get_item)
        return vm_raise_int(vm, TYPE_TypeError, "%s.__prepare__() must return a mapping, not %T",
                            is_type(vm, call->metatype) ? ((Type *)call->metatype)->c_name : "<metaclass>",
                            call->namespace);
    return call->namespace ? 0 : -1;
}

/* The body has run; its __class__ cell must refer to the class that came out. */
static Object *check_cell(Vm *vm, ClassCall *call, Object *class, Object *cell)
{
    if (!class || !is_type(vm, class) || !is_exact(cell, CELL) || ((Cell *)cell)->value == class)
        return class;
    if (((Cell *)cell)->value)
        vm_raise(vm, TYPE_TypeError, "__class__ set to %R defining %R as %R", ((Cell *)cell)->value, call->name, class);
    else
        vm_raise(vm, TYPE_RuntimeError, "__class__ not set defining %R as %R. Was __classcell__ propagated to "
                 "type.__new__?", call->name, class);
    decref(vm, class);
    return NULL;
}

static Object *run(Vm *vm, ClassCall *call)
{
    Function *function = (Function *)call->function;
    if (call->bases != call->original_bases &&
        dict_set_str(vm, call->namespace, "__orig_bases__", call->original_bases) < 0)
        return NULL;
    Frame *frame = frame_push(vm, incref(call->function), (Code *)function->code, function->globals,
                              function->builtins, incref(call->namespace));
    if (!frame)
        return NULL;
    Object *cell = eval_frame(vm, frame);
    if (!cell)
        return NULL;
    Object *args[] = {call->name, call->bases, call->namespace};
    Object *class = call_with_keywords(vm, call, call->metatype, args, 3);
    class = check_cell(vm, call, class, cell);
    decref(vm, cell);
    return class;
}

Object *class_build(Vm *vm, Object *const *args, size_t count, Object *names)
{
    if (count < 2)
        return vm_raise(vm, TYPE_TypeError, "__build_class__: not enough arguments");
    if (!is_exact(args[0], FUNCTION))
        return vm_raise(vm, TYPE_TypeError, "__build_class__: func must be a function");
    if (!is_str(vm, args[1]))
        return vm_raise(vm, TYPE_TypeError, "__build_class__: name is not a string");
    ClassCall call = {.function = args[0], .name = args[1]};
    call.original_bases = tuple_from(vm, args + 2, (int64_t)count - 2);
    call.bases = call.original_bases ? update_bases(vm, call.original_bases) : NULL;
    Object *class = NULL;
    if (call.bases && take_keywords(vm, &call, args + count, names) == 0 && find_metatype(vm, &call) == 0 &&
        prepare(vm, &call) == 0)
        class = run(vm, &call);
    xdecref(vm, call.namespace);
    xdecref(vm, call.metatype);
    xdecref(vm, call.names);
    if (call.bases != call.original_bases)
        xdecref(vm, call.bases);
    xdecref(vm, call.original_bases);
    return class;
}
