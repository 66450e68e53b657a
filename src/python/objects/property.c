/* property, classmethod, staticmethod: descriptors that programs make. As CPython's descrobject.c, funcobject.c. */
#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/objects/function.h"
#include "python/vm.h"

/* ---- property ---- */

static void property_dealloc(Vm *vm, Object *self)
{
    Property *property = (Property *)self;
    gc_untrack(vm, self);
    xdecref(vm, property->get);
    xdecref(vm, property->set);
    xdecref(vm, property->delete);
    xdecref(vm, property->doc);
    xdecref(vm, property->name);
    object_free(vm, self);
}

static int property_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Property *property = (Property *)self;
    VISIT(property->get);
    VISIT(property->set);
    VISIT(property->delete);
    VISIT(property->doc);
    VISIT(property->name);
    return 0;
}

static Object *property_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (self)
        gc_track(vm, self);
    return self;
}

static Object *given(Vm *vm, Object *value) { return value && value != none(vm) ? incref(value) : NULL; }

static int property_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Property *property = (Property *)self;
    Object *out[4];
    if (!args_parse(vm, "property", "|fget,fset,fdel,doc", args, count, names, out))
        return -1;
    object_replace(vm, &property->get, given(vm, out[0]));
    object_replace(vm, &property->set, given(vm, out[1]));
    object_replace(vm, &property->delete, given(vm, out[2]));
    object_replace(vm, &property->doc, given(vm, out[3]));
    property->doc_from_getter = false;
    if (property->doc || !property->get)
        return 0;
    Object *doc = object_look_attribute(vm, property->get, name_of(vm, doc));
    if (vm_failed(vm))
        return -1;
    property->doc_from_getter = doc != NULL;
    if (!doc || object_type(vm, self) == builtin_type(vm, TYPE_PROPERTY)) {
        object_replace(vm, &property->doc, doc);
        return 0;
    }
    int result = object_set_attribute(vm, self, name_of(vm, doc), doc);    /* over the doc of the subclass itself */
    decref(vm, doc);
    return result;
}

static Object *no_accessor(Vm *vm, Property *property, Object *instance, const char *what)
{
    if (property->name)
        return vm_raise(vm, TYPE_AttributeError, "property %R of %R object has no %s", property->name,
                        object_type(vm, instance)->qualname, what);
    return vm_raise(vm, TYPE_AttributeError, "property of %R object has no %s", object_type(vm, instance)->qualname, what);
}

static Object *property_get(Vm *vm, Object *self, Object *instance, Object *owner)
{
    Property *property = (Property *)self;
    if (!instance || instance == none(vm))
        return incref(self);
    return property->get ? object_call_one(vm, property->get, instance) : no_accessor(vm, property, instance, "getter");
}

static int property_set(Vm *vm, Object *self, Object *instance, Object *value)
{
    Property *property = (Property *)self;
    Object *function = value ? property->set : property->delete;
    if (!function) {
        no_accessor(vm, property, instance, value ? "setter" : "deleter");
        return -1;
    }
    Object *args[] = {instance, value};
    Object *result = object_call(vm, function, args, value ? 2 : 1, NULL);
    if (!result)
        return -1;
    decref(vm, result);
    return 0;
}

static Object *property_copy(Vm *vm, Object *self, Object *get, Object *set, Object *delete)
{
    Property *old = (Property *)self;
    Object *fallback = none(vm);
    Object *getter = get ? get : old->get ? old->get : fallback;
    Object *args[] = {
        getter, set ? set : old->set ? old->set : fallback, delete ? delete : old->delete ? old->delete : fallback,
        old->doc_from_getter && getter != fallback ? fallback : old->doc ? old->doc : fallback,
    };
    Object *copy = object_call(vm, &object_type(vm, self)->head, args, 4, NULL);
    if (copy && object_is_instance(vm, copy, builtin_type(vm, TYPE_PROPERTY)))
        object_replace(vm, &((Property *)copy)->name, xincref(old->name));
    return copy;
}

static Object *property_getter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return property_copy(vm, self, args[0], NULL, NULL);
}

static Object *property_setter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return property_copy(vm, self, NULL, args[0], NULL);
}

static Object *property_deleter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return property_copy(vm, self, NULL, NULL, args[0]);
}

static Object *property_set_name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count != 2)
        return vm_raise(vm, TYPE_TypeError, "__set_name__() takes 2 positional arguments but %zu were given", count);
    object_replace(vm, &((Property *)self)->name, incref(args[1]));
    return new_none(vm);
}

static Object *property_is_abstract(Vm *vm, Object *self, void *closure)
{
    Property *property = (Property *)self;
    Object *parts[] = {property->get, property->set, property->delete};
    for (int i = 0; i < 3; i++) {
        Object *flag = parts[i] ? object_look_attribute(vm, parts[i], name_of(vm, isabstractmethod)) : NULL;
        int truth = flag ? object_truth(vm, flag) : 0;
        xdecref(vm, flag);
        if (truth || vm_failed(vm))
            return vm_failed(vm) ? NULL : new_bool(vm, true);
    }
    return new_bool(vm, false);
}

static const MethodDef property_methods[] = {
    {"getter", property_getter, METHOD_ONE, "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", property_setter, METHOD_ONE, "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", property_deleter, METHOD_ONE, "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", property_set_name, METHOD_FAST, "Method to set name of a property."},
    {0},
};

static const GetSetDef property_getset_table[] = {
    {"__isabstractmethod__", property_is_abstract, NULL, NULL},
    {0},
};

static const MemberDef property_members[] = {
    {"fget", MEMBER_OBJECT, offsetof(Property, get), true},
    {"fset", MEMBER_OBJECT, offsetof(Property, set), true},
    {"fdel", MEMBER_OBJECT, offsetof(Property, delete), true},
    {"__doc__", MEMBER_OBJECT, offsetof(Property, doc), false},
    {0},
};

const TypeSpec property_spec = {
    .name = "property", .size = sizeof(Property), .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {.dealloc = property_dealloc, .traverse = property_traverse, .new = property_new, .init = property_init,
              .descriptor_get = property_get, .descriptor_set = property_set},
    .methods = property_methods, .getset = property_getset_table, .members = property_members,
};

/* ---- classmethod, staticmethod ---- */

static void holder_dealloc(Vm *vm, Object *self)
{
    MethodHolder *holder = (MethodHolder *)self;
    gc_untrack(vm, self);
    xdecref(vm, holder->callable);
    xdecref(vm, holder->dict);
    object_free(vm, self);
}

static int holder_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    MethodHolder *holder = (MethodHolder *)self;
    VISIT(holder->callable);
    VISIT(holder->dict);
    return 0;
}

static int holder_clear(Vm *vm, Object *self)
{
    MethodHolder *holder = (MethodHolder *)self;
    object_replace(vm, &holder->callable, NULL);
    object_replace(vm, &holder->dict, NULL);
    return 0;
}

/* Takes over __name__, __doc__ and so on from what it wraps, as functools_wraps in funcobject.c. */
static int take_over_names(Vm *vm, Object *self, Object *callable)
{
    Object *names[] = {name_of(vm, module), name_of(vm, name), name_of(vm, qualname), name_of(vm, doc),
                       name_of(vm, annotations)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Object *value = object_look_attribute(vm, callable, names[i]);
        if (value && instance_set(vm, self, names[i], value) < 0) {
            decref(vm, value);
            return -1;
        }
        xdecref(vm, value);
        if (vm_failed(vm))
            return -1;
    }
    return 0;
}

static int holder_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const char *name = object_type(vm, self)->c_name;
    if (!args_no_names(vm, name, names) || !args_check(vm, name, count, 1, 1))
        return -1;
    object_replace(vm, &((MethodHolder *)self)->callable, incref(args[0]));
    return is_exact(args[0], BUILTIN_FUNCTION) ? 0 : take_over_names(vm, self, args[0]);
}

Object *method_holder_new(Vm *vm, TypeId id, Object *callable)
{
    MethodHolder *holder = (MethodHolder *)object_new_zeroed(vm, builtin_type(vm, id), sizeof *holder);
    if (!holder)
        return NULL;
    holder->callable = incref(callable);
    gc_track(vm, &holder->head);
    return &holder->head;
}

static Object *classmethod_get(Vm *vm, Object *self, Object *instance, Object *owner)
{
    MethodHolder *holder = (MethodHolder *)self;
    Object *type = owner ? owner : &object_type(vm, instance)->head;
    if (!holder->callable)
        return vm_raise(vm, TYPE_RuntimeError, "uninitialized classmethod object");
    Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, holder->callable)->slots.descriptor_get;
    if (get)
        return get(vm, holder->callable, type, type);
    return method_new(vm, holder->callable, type);
}

static Object *staticmethod_get(Vm *vm, Object *self, Object *instance, Object *owner)
{
    MethodHolder *holder = (MethodHolder *)self;
    return holder->callable ? incref(holder->callable)
                            : vm_raise(vm, TYPE_RuntimeError, "uninitialized staticmethod object");
}

static Object *staticmethod_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return object_call(vm, ((MethodHolder *)self)->callable, args, count, names);
}

static Object *holder_repr(Vm *vm, Object *self)
{
    return str_format(vm, "<%s(%R)>", object_type(vm, self)->c_name, ((MethodHolder *)self)->callable);
}

static Object *holder_is_abstract(Vm *vm, Object *self, void *closure)
{
    Object *flag = object_look_attribute(vm, ((MethodHolder *)self)->callable, name_of(vm, isabstractmethod));
    int truth = flag ? object_truth(vm, flag) : 0;
    xdecref(vm, flag);
    return vm_failed(vm) ? NULL : new_bool(vm, truth > 0);
}

static Object *holder_get_dict(Vm *vm, Object *self, void *closure) { return xincref(instance_dict(vm, self)); }

static const GetSetDef holder_getset[] = {
    {"__isabstractmethod__", holder_is_abstract, NULL, NULL},
    {"__dict__", holder_get_dict, NULL, NULL},
    {0},
};

static const MemberDef holder_members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(MethodHolder, callable), true},
    {"__wrapped__", MEMBER_OBJECT, offsetof(MethodHolder, callable), true},
    {0},
};

const TypeSpec classmethod_spec = {
    .name = "classmethod", .size = sizeof(MethodHolder), .flags = TYPE_HAS_GC | TYPE_BASE,
    .dict_offset = offsetof(MethodHolder, dict),
    .slots = {.dealloc = holder_dealloc, .traverse = holder_traverse, .clear = holder_clear, .new = property_new,
              .init = holder_init, .descriptor_get = classmethod_get, .repr = holder_repr},
    .getset = holder_getset, .members = holder_members,
};

const TypeSpec staticmethod_spec = {
    .name = "staticmethod", .size = sizeof(MethodHolder), .flags = TYPE_HAS_GC | TYPE_BASE,
    .dict_offset = offsetof(MethodHolder, dict),
    .slots = {.dealloc = holder_dealloc, .traverse = holder_traverse, .clear = holder_clear, .new = property_new,
              .init = holder_init, .descriptor_get = staticmethod_get, .call = staticmethod_call, .repr = holder_repr},
    .getset = holder_getset, .members = holder_members,
};
