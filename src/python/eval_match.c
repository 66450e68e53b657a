/* The match statement's longer instructions. As match_keys and match_class in CPython's ceval.c. */
#include "python/eval.h"

Object *eval_match_keys(Vm *vm, Object *mapping, Object *keys)
{
    int64_t count = tuple_length(keys);
    Object *seen = count ? set_new(vm, NULL) : NULL;
    Object *get = count ? object_get_attribute(vm, mapping, name_of(vm, plain_get)) : NULL;
    Object *absent = count ? class_instance_new(vm, builtin_type(vm, TYPE_OBJECT)) : NULL;
    Object *values = !count || (seen && get && absent) ? tuple_new(vm, count) : NULL;
    for (int64_t i = 0; values && i < count; i++) {
        Object *key = tuple_item(keys, i);
        int there = set_contains(vm, seen, key);
        if (there || set_add(vm, seen, key) < 0) {
            if (there > 0)
                vm_raise(vm, TYPE_ValueError, "mapping pattern checks duplicate key (%R)", key);
            object_replace(vm, &values, NULL);
            break;
        }
        Object *args[] = {key, absent};
        Object *value = object_call(vm, get, args, 2, NULL);
        if (!value || value == absent) {
            object_replace(vm, &values, value ? new_none(vm) : NULL);
            xdecref(vm, value);
            break;
        }
        ((Tuple *)values)->items[i] = value;
    }
    xdecref(vm, seen);
    xdecref(vm, get);
    xdecref(vm, absent);
    return values;
}

static Object *match_attribute(Vm *vm, Object *subject, Object *type, Object *name, Object *seen)
{
    int there = set_contains(vm, seen, name);
    if (there || set_add(vm, seen, name) < 0)
        return there > 0 ? vm_raise(vm, TYPE_TypeError, "%N() got multiple sub-patterns for attribute %R", type, name)
                         : NULL;
    return object_look_attribute(vm, subject, name);
}

static bool append(Vm *vm, Object *list, Object *value)
{
    if (!value)
        return false;
    int result = list_append(vm, list, value);
    decref(vm, value);
    return result == 0;
}

/* Positional patterns: __match_args__ names their attributes; some built-in types match themselves. */
static bool match_positional(Vm *vm, Object *subject, Object *type, int64_t count, Object *list, Object *seen)
{
    Object *names = object_look_attribute(vm, type, name_of(vm, match_args));
    if (vm_failed(vm))
        return false;
    bool self = !names && (((Type *)type)->flags & TYPE_MATCH_SELF);
    if (names && !is_exact(names, TUPLE)) {
        vm_raise(vm, TYPE_TypeError, "%N.__match_args__ must be a tuple (got %T)", type, names);
        decref(vm, names);
        return false;
    }
    int64_t allowed = self ? 1 : names ? tuple_length(names) : 0;
    bool ok = allowed >= count;
    if (!ok)
        vm_raise(vm, TYPE_TypeError, "%N() accepts %lld positional sub-pattern%s (%lld given)", type,
                 (long long)allowed, allowed == 1 ? "" : "s", (long long)count);
    if (ok && self)
        ok = append(vm, list, incref(subject));
    for (int64_t i = 0; ok && !self && i < count; i++) {
        Object *name = tuple_item(names, i);
        if (!is_str(vm, name)) {
            vm_raise(vm, TYPE_TypeError, "__match_args__ elements must be strings (got %T)", name);
            ok = false;
        } else {
            ok = append(vm, list, match_attribute(vm, subject, type, name, seen));
        }
    }
    xdecref(vm, names);
    return ok;
}

Object *eval_match_class(Vm *vm, Object *subject, Object *type, int64_t positional, Object *names)
{
    if (!is_type(vm, type))
        return vm_raise(vm, TYPE_TypeError, "called match pattern must be a class");
    int instance = object_isinstance(vm, subject, type);
    if (instance <= 0)
        return NULL;
    Object *seen = set_new(vm, NULL), *list = seen ? list_new(vm, 0) : NULL;
    bool ok = list != NULL;
    if (ok && positional)
        ok = match_positional(vm, subject, type, positional, list, seen);
    for (int64_t i = 0; ok && i < tuple_length(names); i++)
        ok = append(vm, list, match_attribute(vm, subject, type, tuple_item(names, i), seen));
    Object *result = ok ? list_as_tuple(vm, list) : NULL;
    xdecref(vm, list);
    xdecref(vm, seen);
    return result;
}
