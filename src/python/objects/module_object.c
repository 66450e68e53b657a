/* module and types.SimpleNamespace: attributes in a dict. As CPython's moduleobject.c and namespaceobject.c. */
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/vm.h"

typedef struct Namespace { Object head; Object *dict; } Namespace;

static Object *module_make(Vm *vm, Type *type, Object *name)
{
    ModuleObject *module = (ModuleObject *)object_new_zeroed(vm, type, type->size);
    if (!module)
        return NULL;
    module->name = incref(name);
    module->dict = dict_new(vm);
    gc_track(vm, &module->head);
    const char *const empty[] = {"__doc__", "__package__", "__loader__", "__spec__"};
    int result = module->dict ? dict_set(vm, module->dict, name_of(vm, name), name) : -1;
    for (int i = 0; i < 4 && result == 0; i++)
        result = dict_set_str(vm, module->dict, empty[i], none(vm));
    if (result == 0)
        return &module->head;
    decref(vm, &module->head);
    return NULL;
}

Object *module_new(Vm *vm, Object *name) { return module_make(vm, builtin_type(vm, TYPE_MODULE), name); }

static void module_dealloc(Vm *vm, Object *self)
{
    ModuleObject *module = (ModuleObject *)self;
    gc_untrack(vm, self);
    xdecref(vm, module->dict);
    xdecref(vm, module->name);
    object_free(vm, self);
}

static int module_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((ModuleObject *)self)->dict);
    VISIT(((ModuleObject *)self)->name);
    return 0;
}

static Object *module_get_attribute(Vm *vm, Object *self, Object *name)
{
    Object *value = object_generic_get(vm, self, name);
    if (value || !vm_failed_with(vm, TYPE_AttributeError))
        return value;
    vm_clear_error(vm);
    Object *hook = dict_get(vm, module_dict(self), name_of(vm, getattr));
    if (hook)
        return object_call_one(vm, hook, name);
    Object *own_name = dict_get(vm, module_dict(self), name_of(vm, name));
    if (own_name && is_str(vm, own_name))
        vm_raise(vm, TYPE_AttributeError, "module '%U' has no attribute '%U'", own_name, name);
    else
        vm_raise(vm, TYPE_AttributeError, "module has no attribute '%U'", name);
    if (vm_failed_with(vm, TYPE_AttributeError)) {
        exception_set_field(vm, vm->raised, ATTRIBUTE_ERROR_OBJ, self);
        exception_set_field(vm, vm->raised, ATTRIBUTE_ERROR_NAME, name);
    }
    return NULL;
}

static Object *module_repr(Vm *vm, Object *self)
{
    Object *name = dict_get(vm, module_dict(self), name_of(vm, name));
    Object *file = dict_get_str(vm, module_dict(self), "__file__");
    if (!name)
        name = ((ModuleObject *)self)->name;
    if (file)
        return str_format(vm, "<module %R from %R>", name, file);
    bool imported = dict_get(vm, vm->modules, name) == self;
    return str_format(vm, imported ? "<module %R (built-in)>" : "<module %R>", name);
}

static Object *module_type_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *out[2];
    if (!args_parse(vm, "module", "name|doc", args, count, names, out))
        return NULL;
    Object *module = module_make(vm, type, out[0]);
    if (module && out[1])
        dict_set(vm, module_dict(module), name_of(vm, doc), out[1]);
    return module;
}

static Object *get_dict(Vm *vm, Object *self, void *closure) { return incref(((ModuleObject *)self)->dict); }

static Object *module_dir(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return sequence_list(vm, module_dict(self));
}

static const GetSetDef module_getset[] = {{"__dict__", get_dict, NULL, NULL}, {0}};
static const MethodDef module_methods[] = {{"__dir__", module_dir, METHOD_NO_ARGS, NULL}, {0}};

const TypeSpec module_spec = {
    .name = "module", .size = sizeof(ModuleObject), .weaklist_offset = offsetof(ModuleObject, weaklist),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .dict_offset = offsetof(ModuleObject, dict),
    .slots = {.dealloc = module_dealloc, .traverse = module_traverse, .repr = module_repr, .new = module_type_new,
              .get_attribute = module_get_attribute},
    .methods = module_methods, .getset = module_getset,
};

/* ---- SimpleNamespace ---- */

static void namespace_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((Namespace *)self)->dict);
    object_free(vm, self);
}

static int namespace_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Namespace *)self)->dict);
    return 0;
}

static Object *namespace_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (!self)
        return NULL;
    gc_track(vm, self);
    if ((((Namespace *)self)->dict = dict_new(vm)))
        return self;
    decref(vm, self);
    return NULL;
}

static int namespace_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count)
        return vm_raise_int(vm, TYPE_TypeError, "no positional arguments expected");
    for (int64_t i = 0; names && i < tuple_length(names); i++)
        if (dict_set(vm, ((Namespace *)self)->dict, tuple_item(names, i), args[i]) < 0)
            return -1;
    return 0;
}

static Object *namespace_repr(Vm *vm, Object *self)
{
    Type *type = object_type(vm, self);
    const char *name = type == builtin_type(vm, TYPE_NAMESPACE) ? "namespace" : type->c_name;
    int inside = repr_enter(vm, self);
    if (inside)
        return inside < 0 ? NULL : str_format(vm, "%s(...)", name);
    Object *parts = list_new(vm, 0), *key, *value;
    int64_t position = 0;
    while (parts && dict_next(((Namespace *)self)->dict, &position, &key, &value)) {
        Object *part = str_format(vm, "%S=%R", key, value);
        if (!part || list_append(vm, parts, part) < 0)
            object_replace(vm, &parts, NULL);
        xdecref(vm, part);
    }
    repr_leave(vm, self);
    Object *comma = str_from_c(vm, ", ");
    Object *inner = parts && comma ? str_join(vm, comma, parts) : NULL;
    Object *text = inner ? str_format(vm, "%s(%U)", name, inner) : NULL;
    xdecref(vm, inner);
    xdecref(vm, comma);
    xdecref(vm, parts);
    return text;
}

static Object *namespace_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    Type *type = builtin_type(vm, TYPE_NAMESPACE);
    if (!object_is_instance(vm, left, type) || !object_is_instance(vm, right, type))
        return new_not_implemented(vm);
    return object_compare(vm, ((Namespace *)left)->dict, ((Namespace *)right)->dict, op);
}

static Object *namespace_get_dict(Vm *vm, Object *self, void *closure) { return incref(((Namespace *)self)->dict); }

static const GetSetDef namespace_getset[] = {{"__dict__", namespace_get_dict, NULL, NULL}, {0}};

const TypeSpec namespace_spec = {
    .name = "types.SimpleNamespace", .size = sizeof(Namespace), .flags = TYPE_HAS_GC | TYPE_BASE,
    .dict_offset = offsetof(Namespace, dict),
    .slots = {.dealloc = namespace_dealloc, .traverse = namespace_traverse, .new = namespace_new,
              .init = namespace_init, .repr = namespace_repr, .compare = namespace_compare},
    .getset = namespace_getset,
};
