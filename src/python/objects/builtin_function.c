/* Functions and bound methods written in C. As CPython's methodobject.c. */
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/objects/function.h"
#include "python/vm.h"

Object *builtin_function_new(Vm *vm, const MethodDef *def, Object *self, Object *module)
{
    BuiltinFunction *f = (BuiltinFunction *)object_new_zeroed(vm, builtin_type(vm, TYPE_BUILTIN_FUNCTION), sizeof *f);
    if (!f)
        return NULL;
    f->def = def;
    f->self = xincref(self);
    f->module = xincref(module);
    gc_track(vm, &f->head);
    return &f->head;
}

static void builtin_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((BuiltinFunction *)self)->self);
    xdecref(vm, ((BuiltinFunction *)self)->module);
    object_free(vm, self);
}

static int builtin_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((BuiltinFunction *)self)->self);
    VISIT(((BuiltinFunction *)self)->module);
    return 0;
}

/* Functions of modules have the module as self, which is no part of their name. */
static bool has_owner(Object *self) { return self && !is_exact(self, MODULE); }

/* What precedes the function's name in messages: "list" of list.append, "math" of math.sin; nothing for builtins. */
static const char *owner_name(Vm *vm, Object *self)
{
    if (!has_owner(self))
        return self && self != dict_get_str(vm, vm->modules, "builtins")
            ? (const char *)str_data((const Str *)((ModuleObject *)self)->name) : NULL;
    return is_type(vm, self) ? ((Type *)self)->c_name : object_type(vm, self)->c_name;
}

static Object *builtin_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    BuiltinFunction *f = (BuiltinFunction *)self;
    /* cfunction_call says the bare name, the calls by vector that of the class with it */
    if (names && tuple_length(names) && (f->def->kind & METHOD_KIND_MASK) == METHOD_PACKED)
        return vm_raise(vm, TYPE_TypeError, "%s() takes no keyword arguments", f->def->name);
    return method_def_call(vm, f->def, owner_name(vm, f->self), f->self, args, count, names);
}

static Object *builtin_repr(Vm *vm, Object *self)
{
    BuiltinFunction *f = (BuiltinFunction *)self;
    if (!has_owner(f->self))
        return str_format(vm, "<built-in function %s>", f->def->name);
    return str_format(vm, "<built-in method %s of %T object at 0x%llx>", f->def->name, f->self,
                      (unsigned long long)object_address(vm, f->self));
}

static Object *builtin_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(right, BUILTIN_FUNCTION) || (op != COMPARE_EQ && op != COMPARE_NE))
        return new_not_implemented(vm);
    BuiltinFunction *a = (BuiltinFunction *)left, *b = (BuiltinFunction *)right;
    return new_bool(vm, (a->self == b->self && a->def->function == b->def->function) == (op == COMPARE_EQ));
}

static int64_t builtin_hash(Vm *vm, Object *self)
{
    BuiltinFunction *f = (BuiltinFunction *)self;
    uint64_t name = hash_bytes(f->def->name, strlen(f->def->name));
    int64_t hash = (int64_t)(name ^ (uint64_t)(f->self ? hash_pointer(vm, f->self) : 0));
    return hash == -1 ? -2 : hash;
}

static Object *get_name(Vm *vm, Object *self, void *closure) { return str_from_c(vm, ((BuiltinFunction *)self)->def->name); }

static Object *get_qualname(Vm *vm, Object *self, void *closure)
{
    BuiltinFunction *f = (BuiltinFunction *)self;
    if (!has_owner(f->self))
        return get_name(vm, self, NULL);
    Type *type = is_type(vm, f->self) ? (Type *)f->self : object_type(vm, f->self);
    return str_format(vm, "%U.%s", type->qualname, f->def->name);
}

static Object *get_doc(Vm *vm, Object *self, void *closure)
{
    const char *doc = ((BuiltinFunction *)self)->def->doc;
    return doc ? str_from_c(vm, doc) : new_none(vm);
}

static Object *get_module(Vm *vm, Object *self, void *closure)
{
    BuiltinFunction *f = (BuiltinFunction *)self;
    if (f->module)
        return incref(f->module);
    return f->self && is_exact(f->self, MODULE) ? incref(((ModuleObject *)f->self)->name) : new_none(vm);
}

static Object *get_self(Vm *vm, Object *self, void *closure)
{
    BuiltinFunction *f = (BuiltinFunction *)self;
    return f->self ? incref(f->self) : new_none(vm);
}

static const GetSetDef builtin_getset[] = {
    {"__name__", get_name, NULL, NULL},   {"__qualname__", get_qualname, NULL, NULL}, {"__doc__", get_doc, NULL, NULL},
    {"__module__", get_module, NULL, NULL}, {"__self__", get_self, NULL, NULL},       {0},
};

const TypeSpec builtin_function_spec = {
    .name = "builtin_function_or_method", .size = sizeof(BuiltinFunction),
    .weaklist_offset = offsetof(BuiltinFunction, weaklist), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = builtin_dealloc, .traverse = builtin_traverse, .repr = builtin_repr, .call = builtin_call,
              .compare = builtin_compare, .hash = builtin_hash},
    .getset = builtin_getset,
};
