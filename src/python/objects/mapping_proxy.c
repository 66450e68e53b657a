/* mappingproxy: a mapping that can only be read, as type.__dict__ gives it. Everything is passed on. */
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/objects/str.h"
#include "python/vm.h"

typedef struct MappingProxy { Object head; Object *mapping; } MappingProxy;

static Object *mapping_of(const Object *self) { return ((const MappingProxy *)self)->mapping; }

Object *mapping_proxy_new(Vm *vm, Object *mapping)
{
    MappingProxy *self = (MappingProxy *)object_new_builtin(vm, TYPE_MAPPING_PROXY, sizeof *self);
    if (!self)
        return NULL;
    self->mapping = incref(mapping);
    gc_track(vm, &self->head);
    return &self->head;
}

static Object *proxy_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *mapping = NULL;
    if (!args_parse(vm, "mappingproxy", "mapping", args, count, names, &mapping))
        return NULL;
    if (!object_type(vm, mapping)->slots.get_item || is_list(vm, mapping) || is_tuple(vm, mapping))
        return vm_raise(vm, TYPE_TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
    return mapping_proxy_new(vm, mapping);
}

static void proxy_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    decref(vm, mapping_of(self));
    object_free(vm, self);
}

static int proxy_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(mapping_of(self));
    return 0;
}

static Object *proxy_repr(Vm *vm, Object *self) { return str_format(vm, "mappingproxy(%R)", mapping_of(self)); }
static Object *proxy_str(Vm *vm, Object *self) { return object_str(vm, mapping_of(self)); }
static int64_t proxy_length(Vm *vm, Object *self) { return object_length(vm, mapping_of(self)); }
static Object *proxy_iter(Vm *vm, Object *self) { return object_iter(vm, mapping_of(self)); }
static int proxy_contains(Vm *vm, Object *self, Object *key) { return object_contains(vm, mapping_of(self), key); }
static Object *proxy_get_item(Vm *vm, Object *self, Object *key) { return object_get_item(vm, mapping_of(self), key); }

static Object *proxy_compare(Vm *vm, Object *self, Object *other, CompareOp op)
{
    return object_compare(vm, mapping_of(self), other, op);
}

static Object *unwrapped(Object *object) { return is_exact(object, MAPPING_PROXY) ? mapping_of(object) : object; }

static Object *proxy_or(Vm *vm, Object *left, Object *right)
{
    return object_binary(vm, unwrapped(left), unwrapped(right), BINARY_OR);
}

static Object *proxy_in_place_or(Vm *vm, Object *self, Object *other)
{
    return vm_raise(vm, TYPE_TypeError, "'|=' is not supported by mappingproxy; use '|' instead");
}

/* mapping.name(args...). */
static Object *pass_on(Vm *vm, Object *self, Object *name, Object *const *args, size_t count)
{
    Object *all[3] = {mapping_of(self)};
    for (size_t i = 0; i < count; i++)
        all[i + 1] = args[i];
    return object_call_method(vm, name, all, count + 1, NULL);
}

static Object *method_get(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "get", count, 1, 2))
        return NULL;
    Object *all[2] = {args[0], count == 2 ? args[1] : none(vm)};
    return pass_on(vm, self, name_of(vm, plain_get), all, 2);
}

static Object *method_keys(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return pass_on(vm, self, name_of(vm, plain_keys), NULL, 0);
}

static Object *method_values(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return pass_on(vm, self, name_of(vm, plain_values), NULL, 0);
}

static Object *method_items(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return pass_on(vm, self, name_of(vm, plain_items), NULL, 0);
}

static Object *method_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return pass_on(vm, self, name_of(vm, plain_copy), NULL, 0);
}

static Object *method_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return pass_on(vm, self, name_of(vm, reversed), NULL, 0);
}

static const MethodDef proxy_methods[] = {
    {"get", method_get, METHOD_FAST,
     "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None."},
    {"keys", method_keys, METHOD_NO_ARGS, "D.keys() -> a set-like object providing a view on D's keys"},
    {"values", method_values, METHOD_NO_ARGS, "D.values() -> an object providing a view on D's values"},
    {"items", method_items, METHOD_NO_ARGS, "D.items() -> a set-like object providing a view on D's items"},
    {"copy", method_copy, METHOD_NO_ARGS, "D.copy() -> a shallow copy of D"},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {"__reversed__", method_reversed, METHOD_NO_ARGS, "D.__reversed__() -> reverse iterator"},
    {0},
};

const TypeSpec mapping_proxy_spec = {
    .name = "mappingproxy",
    .size = sizeof(MappingProxy),
    .flags = TYPE_HAS_GC | TYPE_MAPPING,
    .slots = {
        .dealloc = proxy_dealloc, .traverse = proxy_traverse, .new = proxy_slot_new, .repr = proxy_repr,
        .str = proxy_str, .compare = proxy_compare, .iter = proxy_iter, .length = proxy_length,
        .contains = proxy_contains, .get_item = proxy_get_item, .binary = {[BINARY_OR] = proxy_or},
        .in_place = {[BINARY_OR] = proxy_in_place_or},
    },
    .methods = proxy_methods,
};
