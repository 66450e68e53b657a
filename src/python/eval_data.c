/* Unpacking, formatting, making functions and containers: the longer instructions of the loop that handle data. */
#include <stdio.h>

#include "python/eval.h"

/* ---- unpacking ---- */

static void release(Vm *vm, Object **items, int count)
{
    for (int i = 0; i < count; i++)
        decref(vm, items[i]);
}

/* The items of an exact list or tuple, the first one on top. */
static int unpack_known(Vm *vm, Object *const *items, int64_t length, int wanted, Object **top)
{
    if (length > wanted)
        return vm_raise_int(vm, TYPE_ValueError, "too many values to unpack (expected %d)", wanted);
    if (length < wanted)
        return vm_raise_int(vm, TYPE_ValueError, "not enough values to unpack (expected %d, got %lld)", wanted,
                            (long long)length);
    for (int i = 0; i < wanted; i++)
        top[wanted - 1 - i] = incref(items[i]);
    return 0;
}

/* Reads `count` items into places that run downwards from *place; how many were read, -1 with an exception. */
static int read_items(Vm *vm, Object *iterator, int count, Object **place)
{
    for (int i = 0; i < count; i++) {
        Object *item = iterator_next(vm, iterator);
        if (!item)
            return vm_failed(vm) ? -1 - i : i;
        *place-- = item;
    }
    return count;
}

static int check_end(Vm *vm, Object *iterator, int wanted)
{
    Object *extra = iterator_next(vm, iterator);
    if (!extra)
        return vm_failed(vm) ? -1 : 0;
    decref(vm, extra);
    return vm_raise_int(vm, TYPE_ValueError, "too many values to unpack (expected %d)", wanted);
}

/* The starred name takes what is left over in the middle. */
static int unpack_rest(Vm *vm, Object *iterator, int before, int after, Object **first)
{
    Object *rest = sequence_list(vm, iterator);
    if (!rest)
        return -1;
    List *list = (List *)rest;
    if (list->length < after) {
        vm_raise(vm, TYPE_ValueError, "not enough values to unpack (expected at least %d, got %lld)", before + after,
                 (long long)(before + list->length));
        decref(vm, rest);
        return -1;
    }
    int64_t middle = list->length - after;
    for (int i = 0; i < after; i++)
        first[-before - 1 - i] = list->items[middle + i];
    list->length = middle;
    first[-before] = rest;
    return 0;
}

int eval_unpack(Vm *vm, Object *sequence, int before, int after, Object **top)
{
    if (after < 0 && is_exact(sequence, TUPLE))
        return unpack_known(vm, ((Tuple *)sequence)->items, tuple_length(sequence), before, top);
    if (after < 0 && is_exact(sequence, LIST))
        return unpack_known(vm, ((List *)sequence)->items, ((List *)sequence)->length, before, top);
    Object *iterator = object_iter(vm, sequence);
    if (!iterator) {
        if (vm_failed_with(vm, TYPE_TypeError) && !object_type(vm, sequence)->slots.iter) {
            vm_clear_error(vm);
            vm_raise(vm, TYPE_TypeError, "cannot unpack non-iterable %T object", sequence);
        }
        return -1;
    }
    int total = before + (after < 0 ? 0 : 1 + after);
    Object **first = top + total - 1;
    int read = read_items(vm, iterator, before, first);
    int result = 0;
    if (read < before) {
        if (read >= 0)
            vm_raise(vm, TYPE_ValueError, "not enough values to unpack (expected %s%d, got %d)",
                     after < 0 ? "" : "at least ", after < 0 ? before : before + after, read);
        else
            read = -1 - read;
        result = -1;
    } else if (after < 0) {
        result = check_end(vm, iterator, before);
    } else {
        result = unpack_rest(vm, iterator, before, after, first);
    }
    if (result < 0)
        release(vm, first - read + 1, read);
    decref(vm, iterator);
    return result;
}

/* ---- f-strings ---- */

Object *eval_format_value(Vm *vm, Object *value, uint32_t flags, Object *spec)
{
    Object *converted;
    switch (flags & FORMAT_CONVERSION_MASK) {
    case FORMAT_STR: converted = object_str(vm, value); break;
    case FORMAT_REPR: converted = object_repr(vm, value); break;
    case FORMAT_ASCII: converted = object_ascii(vm, value); break;
    default:
        return is_exact(value, STR) && !spec ? incref(value) : object_format(vm, value, spec);
    }
    if (!converted || (is_exact(converted, STR) && !spec))
        return converted;
    Object *text = object_format(vm, converted, spec);
    decref(vm, converted);
    return text;
}

/* ---- functions ---- */

Object *eval_make_function(Vm *vm, Frame *frame, uint32_t flags, Object **stack)
{
    Object *defaults = flags & FUNCTION_DEFAULTS ? *stack++ : NULL;
    Object *kwdefaults = flags & FUNCTION_KW_DEFAULTS ? *stack++ : NULL;
    Object *annotations = flags & FUNCTION_ANNOTATIONS ? *stack++ : NULL;
    Object *closure = flags & FUNCTION_CLOSURE ? *stack++ : NULL;
    Function *function = (Function *)function_new(vm, *stack, frame->globals);
    if (!function)
        return NULL;
    function->parent = frame->code->flags & CODE_OPTIMIZED ? frame->number : 0;
    function->defaults = xincref(defaults);
    function->kwdefaults = xincref(kwdefaults);
    function->annotations = xincref(annotations);
    function->closure = xincref(closure);
    return &function->head;
}

/* ---- containers ---- */

Object *eval_build_set(Vm *vm, Object **items, size_t count)
{
    Object *set = set_new(vm, NULL);
    for (size_t i = 0; set && i < count; i++) {        /* each is let go as soon as the set has it */
        if (set_add(vm, set, items[i]) < 0)
            object_replace(vm, &set, NULL);
        object_replace(vm, &items[i], NULL);
    }
    return set;
}

int eval_list_extend(Vm *vm, Object *list, Object *iterable)
{
    int result = list_extend(vm, list, iterable);
    if (result < 0 && vm_failed_with(vm, TYPE_TypeError) && !object_type(vm, iterable)->slots.iter &&
        !object_type(vm, iterable)->slots.item) {
        vm_clear_error(vm);
        vm_raise(vm, TYPE_TypeError, "Value after * must be an iterable, not %T", iterable);
    }
    return result;
}

/* "module.f()", as _PyObject_FunctionStr; "the object" of messages about calls. */
static Object *function_text(Vm *vm, Object *function)
{
    Object *qualname = object_look_attribute(vm, function, name_of(vm, qualname));
    if (!qualname)
        return vm_failed(vm) ? NULL : object_str(vm, function);
    Object *module = object_look_attribute(vm, function, name_of(vm, module));
    Object *text;
    if (module && is_str(vm, module) && !str_equals_c(module, "builtins"))
        text = str_format(vm, "%U.%S()", module, qualname);
    else
        text = vm_failed(vm) ? NULL : str_format(vm, "%S()", qualname);
    xdecref(vm, module);
    decref(vm, qualname);
    return text;
}

int eval_print_expression(Vm *vm, Object *value)
{
    if (value == none(vm))
        return 0;
    Object *print = dict_get_str(vm, vm->builtins, "print");
    Object *text = print ? object_repr(vm, value) : NULL;
    Object *printed = text ? object_call_one(vm, print, text) : NULL;
    xdecref(vm, text);
    xdecref(vm, printed);
    return printed ? dict_set(vm, vm->builtins, name_of(vm, plain__), value) : -1;
}

int eval_dict_merge(Vm *vm, Object *function, Object *dict, Object *mapping)
{
    if (dict_merge(vm, dict, mapping, 2) == 0)
        return 0;
    Object *text = NULL;
    if (vm_failed_with(vm, TYPE_AttributeError)) {
        vm_clear_error(vm);
        text = function_text(vm, function);
        if (text)
            vm_raise(vm, TYPE_TypeError, "%U argument after ** must be a mapping, not %T", text, mapping);
    } else if (vm_failed_with(vm, TYPE_KeyError)) {
        Object *args = ((Exception *)vm->raised)->args;
        Object *key = args && tuple_length(args) == 1 ? incref(tuple_item(args, 0)) : NULL;
        if (!key)
            return -1;
        vm_clear_error(vm);
        text = function_text(vm, function);
        if (text && is_str(vm, key))
            vm_raise(vm, TYPE_TypeError, "%U got multiple values for keyword argument '%U'", text, key);
        else if (text)
            vm_raise(vm, TYPE_TypeError, "keywords must be strings");
        decref(vm, key);
    }
    xdecref(vm, text);
    return -1;
}
