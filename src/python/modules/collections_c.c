/* The parts of collections that are not written in Python: defaultdict and the counting loop of Counter. (deque has a
 * file of its own.) As CPython's _collectionsmodule.c. */
#include "python/modules/collections.h"
#include "python/modules/library_types.h"
#include "python/modules/module.h"
#include "python/objects/dict_internal.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

/* ---- defaultdict ---- */

typedef struct DefaultDict { Dict dict; Object *factory; /* owned; NULL stands for None */ } DefaultDict;

bool defaultdict_is(Vm *vm, const Object *object)
{
    const Type *type = (const Type *)vm->library_types[LIBRARY_DEFAULTDICT];
    return type && object_is_instance(vm, object, type);
}

Object *defaultdict_factory(const Object *dict) { return ((const DefaultDict *)dict)->factory; }

static void defaultdict_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    object_replace(vm, &((DefaultDict *)self)->factory, NULL);
    builtin_type(vm, TYPE_DICT)->slots.dealloc(vm, self);
}

static int defaultdict_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((DefaultDict *)self)->factory);
    return builtin_type(vm, TYPE_DICT)->slots.traverse(vm, self, visit, context);
}

static int defaultdict_clear(Vm *vm, Object *self)
{
    object_replace(vm, &((DefaultDict *)self)->factory, NULL);
    dict_clear(vm, self);
    return 0;
}

static int defaultdict_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *factory = count ? args[0] : none(vm);
    if (factory != none(vm) && !object_type(vm, factory)->slots.call)
        return vm_raise_int(vm, TYPE_TypeError, "first argument must be callable or None");
    object_replace(vm, &((DefaultDict *)self)->factory, incref(factory));
    return builtin_type(vm, TYPE_DICT)->slots.init(vm, self, args + (count > 0), count - (count > 0), names);
}

static Object *defaultdict_missing(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *factory = ((DefaultDict *)self)->factory;
    if (!factory || factory == none(vm))
        return vm_raise_object(vm, TYPE_KeyError, args[0]);
    Object *value = object_call_none(vm, factory);
    if (value && object_set_item(vm, self, args[0], value) < 0)
        object_replace(vm, &value, NULL);
    return value;
}

static Object *factory_repr(Vm *vm, Object *self)
{
    Object *factory = ((DefaultDict *)self)->factory;
    if (!factory)
        return str_from_c(vm, "None");
    int inside = repr_enter(vm, factory);
    if (inside)
        return inside < 0 ? NULL : str_from_c(vm, "...");
    Object *text = object_repr(vm, factory);
    repr_leave(vm, factory);
    return text;
}

static Object *defaultdict_repr(Vm *vm, Object *self)
{
    Object *base = builtin_type(vm, TYPE_DICT)->slots.repr(vm, self);
    Object *factory = base ? factory_repr(vm, self) : NULL;
    Object *text = factory ? str_format(vm, "%s(%U, %U)", object_type(vm, self)->c_name, factory, base) : NULL;
    xdecref(vm, factory);
    xdecref(vm, base);
    return text;
}

static Object *defaultdict_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *both[] = {((DefaultDict *)self)->factory, self};
    if (!both[0])
        both[0] = none(vm);
    return object_call(vm, OBJECT(object_type(vm, self)), both, 2, NULL);
}

static Object *defaultdict_or(Vm *vm, Object *left, Object *right)
{
    Object *self = library_type_is(vm, left, LIBRARY_DEFAULTDICT) ? left : right;
    if (!is_dict(vm, left) || !is_dict(vm, right))
        return new_not_implemented(vm);
    Object *result = defaultdict_copy(vm, self, NULL, 0, NULL);
    if (!result)
        return NULL;
    dict_clear(vm, result);
    if (dict_update(vm, result, left) < 0 || dict_update(vm, result, right) < 0)
        object_replace(vm, &result, NULL);
    return result;
}

/* type(self), (factory,), None, None, iter(self.items()) */
static Object *defaultdict_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *factory = ((DefaultDict *)self)->factory;
    Object *arguments = factory && factory != none(vm) ? tuple_from(vm, &factory, 1) : tuple_new(vm, 0);
    Object *items = object_call_method(vm, name_of(vm, plain_items), &self, 1, NULL);
    Object *iterator = items ? object_iter(vm, items) : NULL;
    Object *result = arguments && iterator ? tuple_pack(vm, 5, OBJECT(object_type(vm, self)), arguments, none(vm),
                                                        none(vm), iterator)
                                           : NULL;
    xdecref(vm, iterator);
    xdecref(vm, items);
    xdecref(vm, arguments);
    return result;
}

static const MethodDef defaultdict_methods[] = {
    {"__missing__", defaultdict_missing, METHOD_ONE, "Called by __getitem__ for a key that is not there."},
    {"copy", defaultdict_copy, METHOD_NO_ARGS, "D.copy() -> a shallow copy of D."},
    {"__copy__", defaultdict_copy, METHOD_NO_ARGS, "D.copy() -> a shallow copy of D."},
    {"__reduce__", defaultdict_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, NULL},
    {0},
};

static const MemberDef defaultdict_members[] = {
    {"default_factory", MEMBER_OBJECT, offsetof(DefaultDict, factory), false}, {0},
};

const TypeSpec defaultdict_spec = {
    .name = "collections.defaultdict",
    .doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory",
    .size = sizeof(DefaultDict),
    .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {
        .dealloc = defaultdict_dealloc, .traverse = defaultdict_traverse, .clear = defaultdict_clear,
        .init = defaultdict_init, .repr = defaultdict_repr, .binary = {[BINARY_OR] = defaultdict_or},
    },
    .methods = defaultdict_methods, .members = defaultdict_members,
};

/* ---- Counter's loop ---- */

/* mapping[key] = mapping.get(key, 0) + 1; the key is hashed once. */
static int count_one(Vm *vm, Object *mapping, Object *key, Object *one)
{
    int64_t hash = dict_key_hash(vm, key);
    Object *old = hash == -1 ? NULL : dict_get_hashed(vm, mapping, key, hash);
    if (vm_failed(vm))
        return -1;
    Object *sum = old ? object_binary(vm, old, one, BINARY_ADD) : incref(one);
    int result = sum ? dict_insert(vm, (Dict *)mapping, key, hash, sum) : -1;
    xdecref(vm, sum);
    return result;
}

static Object *count_elements(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "_count_elements", count, 2, 2))
        return NULL;
    Object *iterator = object_iter(vm, args[1]), *one = int_from_i64(vm, 1), *key;
    while (iterator && (key = iterator_next(vm, iterator))) {
        int result = count_one(vm, args[0], key, one);
        decref(vm, key);
        if (result < 0 || vm_poll(vm) < 0)
            break;
    }
    decref(vm, one);
    xdecref(vm, iterator);
    return vm_failed(vm) ? NULL : new_none(vm);
}

static int collections_c_init(Vm *vm, Object *dict)
{
    return library_type_add(vm, dict, LIBRARY_DEFAULTDICT) < 0 ? -1 : library_type_add(vm, dict, LIBRARY_DEQUE);
}

static const MethodDef collections_c_functions[] = {
    {"_count_elements", count_elements, METHOD_FAST, "Count elements in the iterable, updating the mapping"}, {0},
};

const ModuleDef collections_c_module = {"_collections", NULL, collections_c_functions, collections_c_init};
