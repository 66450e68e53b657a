/* Birth and death of objects. */
#include "python/object.h"

#include <stdio.h>
#include <string.h>

#include "python/alloc_fast.h"
#include "python/eval.h"
#include "python/gc.h"
#include "python/modules/weakref.h"
#include "python/objects/class.h"
#include "python/slot.h"
#include "python/text.h"
#include "python/vm.h"
#include "python/warn.h"

enum { TRASH_DEPTH = 50 };     /* nested deallocations after which the rest waits, as CPython's PyTrash_UNWIND_LEVEL */

/* How many bytes lie before an object of that type. */
static size_t prefix_size(uint32_t flags)
{
    return (flags & TYPE_HAS_GC ? sizeof(GcHead) : 0) + (flags & TYPE_MANAGED_DICT ? sizeof(ManagedDict) : 0);
}

size_t object_prefix_size(const Type *type) { return prefix_size(type->flags); }

static Object *object_start(Vm *vm, Type *type, Object *object)
{
    object->count = 1;
    object->type = TYPE_REF_OF(vm, type);
    object->number = vm->next_number++;
    if (type->flags & TYPE_HEAP)
        type->head.count++;
    return object;
}

/* A subclass of a built-in type may have more fields (__slots__, weak references) than the type's own constructor knows:
 * room for them, all NULL. */
static size_t size_with_subclass(const Type *type, size_t size)
{
    return (type->flags & TYPE_HEAP) && size < type->size ? type->size : size;
}

Object *object_new(Vm *vm, Type *type, size_t size)
{
    size_t prefix = prefix_size(type->flags);
    if (size > PTRDIFF_MAX - prefix)
        return vm_raise_memory(vm);
    if (!prefix) {
        Object *object = mem_alloc_fast(vm, size);
        return object ? object_start(vm, type, object) : vm_raise_memory(vm);
    }
    size_t whole = size_with_subclass(type, size);
    unsigned char *block = mem_alloc_fast(vm, prefix + whole);
    if (!block)
        return vm_raise_memory(vm);
    memset(block, 0, prefix);
    if (whole > size)
        memset(block + prefix + size, 0, whole - size);
    gc_allocated(vm);          /* as _PyObject_GC_Link: the block is taken before a collection frees others */
    return object_start(vm, type, (Object *)(block + prefix));
}

Object *object_new_builtin(Vm *vm, TypeId id, size_t size) { return object_new(vm, builtin_type(vm, id), size); }

Object *object_new_zeroed(Vm *vm, Type *type, size_t size)
{
    Object *object = object_new(vm, type, size);
    if (object)
        memset(object + 1, 0, size - sizeof(Object));
    return object;
}

void object_free(Vm *vm, Object *object)
{
    Type *type = object_type(vm, object);
    size_t prefix = prefix_size(type->flags);
    if (type->flags & TYPE_HAS_GC) {
        gc_untrack(vm, object);
        gc_freed(vm);
    }
    mem_free_fast(vm, (unsigned char *)object - prefix);
    if (type->flags & TYPE_HEAP)
        decref(vm, &type->head);
}

Object *object_resize(Vm *vm, Object *object, size_t size)
{
    Type *type = object_type(vm, object);
    size_t prefix = prefix_size(type->flags);
    unsigned char *block = (unsigned char *)object - prefix;
    unsigned char *moved = mem_realloc(vm, block, prefix + size);
    if (moved)
        return (Object *)(moved + prefix);
    mem_free(vm, block);
    if (type->flags & TYPE_HEAP)
        decref(vm, &type->head);
    return vm_raise_memory(vm);
}

/* Weak references to an instance of a class hear of its death after its __del__: see class_instance_dealloc. */
static inline void dealloc_container(Vm *vm, Object *object)
{
    Type *type = object_type(vm, object);
    if (type->weaklist_offset && !(type->flags & TYPE_HEAP))
        weakref_at_death(vm, object);
    type->slots.dealloc(vm, object);
}

/* Deep structures (a list in a list in a list ...) would take the C stack with them: beyond a depth, objects that the
 * collector knows wait in a chain through their GcHead and are released when the outermost deallocation is done. */
static void trash_drain(Vm *vm)
{
    while (vm->trash) {
        Object *object = vm->trash;
        vm->trash = (Object *)(gc_head(object)->prev & ~(uintptr_t)GC_FLAGS);
        gc_head(object)->prev &= GC_FLAGS;
        vm->trash_depth++;
        vm->dying = vm->watches_deaths ? object->number : 0;
        dealloc_container(vm, object);
        vm->trash_depth--;
    }
    vm->dying = 0;
}

static void report_death(Vm *vm, const Object *object, bool revived)
{
    uint64_t by = vm->dying ? vm->dying : vm->gc.running ? DEATH_BY_COLLECTOR : 0;
    Death death = {.number = object->number, .by = by, .revived = revived};
    snprintf(death.type, sizeof death.type, "%s", object_type(vm, object)->c_name);
    vm->host->died(vm->host->died_context, &death);
}

void object_revived(Vm *vm, Object *object)
{
    if (vm->watches_deaths)
        report_death(vm, object, true);
}

static inline void dealloc(Vm *vm, Object *object)
{
    Type *type = object_type(vm, object);
    if (!(type->flags & TYPE_HAS_GC)) {
        type->slots.dealloc(vm, object);
        return;
    }
    if (vm->trash_depth > TRASH_DEPTH) {
        gc_untrack(vm, object);
        gc_head(object)->prev = (uintptr_t)vm->trash | (gc_head(object)->prev & GC_FINALIZED);
        vm->trash = object;
        return;
    }
    vm->trash_depth++;
    dealloc_container(vm, object);
    vm->trash_depth--;
    if (vm->trash && vm->trash_depth == 0)
        trash_drain(vm);
}

static void dealloc_watched(Vm *vm, Object *object)
{
    uint64_t by = vm->dying;
    report_death(vm, object, false);
    vm->dying = object->number;
    dealloc(vm, object);
    vm->dying = by;
}

void object_dealloc(Vm *vm, Object *object)
{
    if (__builtin_expect(vm->watches_deaths, 0))
        dealloc_watched(vm, object);
    else
        dealloc(vm, object);
}

uint64_t object_address(const Vm *vm, const Object *object) { return arena_nominal(vm->arena, object); }

uint64_t object_size(Vm *vm, Object *object)
{
    Type *type = object_type(vm, object);
    uint64_t own = type->slots.size_of ? type->slots.size_of(vm, object) : type->size;
    if (type->has_nodes)
        own += class_nodes_size(object);
    return own + prefix_size(type->flags) + (uint64_t)(int64_t)type->surplus;
}

/* ---- object: the root of all types ---- */

static void plain_dealloc(Vm *vm, Object *self) { object_free(vm, self); }

static Object *object_default_repr(Vm *vm, Object *self)
{
    Type *type = object_type(vm, self);
    Object *module = type_module(vm, type);
    if (!module)
        return NULL;
    Object *text;
    char address[24];
    snprintf(address, sizeof address, "0x%llx", (unsigned long long)object_address(vm, self));
    if (is_str(vm, module) && !str_equals_c(module, "builtins"))
        text = str_format(vm, "<%U.%U object at %s>", module, type->qualname, address);
    else
        text = str_format(vm, "<%U object at %s>", type->qualname, address);
    decref(vm, module);
    return text;
}

/* As object_str of typeobject.c: the slot itself, which counts no depth of its own. */
static Object *object_default_str(Vm *vm, Object *self) { return object_type(vm, self)->slots.repr(vm, self); }

int64_t hash_pointer(const Vm *vm, const Object *object)
{
    uint64_t address = object_address(vm, object);
    int64_t hash = (int64_t)(address >> 4 | address << 60);
    return hash == -1 ? -2 : hash;
}

static int64_t object_default_hash(Vm *vm, Object *self) { return hash_pointer(vm, self); }

static Object *object_default_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (op == COMPARE_EQ && left == right)
        return new_bool(vm, true);
    if (op == COMPARE_NE) {
        /* != is the opposite of == unless that says NotImplemented */
        Object *equal = object_type(vm, left)->slots.compare(vm, left, right, COMPARE_EQ);
        if (!equal || equal == not_implemented(vm))
            return equal;
        int truth = object_truth(vm, equal);
        decref(vm, equal);
        return truth < 0 ? NULL : new_bool(vm, !truth);
    }
    return new_not_implemented(vm);
}

static Object *object_get_class(Vm *vm, Object *self, void *closure)
{
    return incref(&object_type(vm, self)->head);
}

static int object_set_class(Vm *vm, Object *self, Object *value, void *closure)
{
    return class_assign(vm, self, value);
}

static const GetSetDef object_getset[] = {
    {"__class__", object_get_class, object_set_class, NULL},
    {0},
};

Object *object_sizeof(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *type = object_type(vm, self);
    return int_from_u64(vm, object_size(vm, self) - prefix_size(type->flags));
}

static Object *object_dunder_format(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "__format__() argument must be str, not %B", args[0]);
    if (((Str *)args[0])->length)
        return vm_raise(vm, TYPE_TypeError, "unsupported format string passed to %T.__format__", self);
    return object_str(vm, self);
}

static Object *object_dunder_dir(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return class_dir_instance(vm, self);
}

static Object *object_init_subclass(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count || (names && tuple_length(names)))
        return vm_raise(vm, TYPE_TypeError, "%U.__init_subclass__() takes no %sarguments", ((Type *)self)->qualname,
                        count ? "" : "keyword ");
    return new_none(vm);
}

static Object *object_subclass_hook(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_not_implemented(vm);
}

/* The rest is written in Python: a function of copyreg, called with the object. */
static Object *call_copyreg(Vm *vm, const char *function, Object *const *args, size_t count)
{
    Object *name = str_interned(vm, "copyreg"), *wanted = str_interned(vm, function), *zero = int_from_i64(vm, 0);
    Object *module = name && wanted && zero ? import_name(vm, vm->frame, name, none(vm), zero) : NULL;
    Object *callable = module ? object_get_attribute(vm, module, wanted) : NULL;
    Object *result = callable ? object_call(vm, callable, args, count, NULL) : NULL;
    Object *made[] = {name, wanted, zero, module, callable};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        xdecref(vm, made[i]);
    return result;
}

static Object *object_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return call_copyreg(vm, "_reduce_ex", &self, 1);
}

/* As object___reduce_ex___impl: a __reduce__ that a class has of its own comes first. What has no constructor cannot be
 * made again. */
static Object *object_reduce_ex(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *type = object_type(vm, self);
    Object *name = name_of(vm, reduce);
    int64_t protocol;
    if (type_lookup(vm, type, name) != type_lookup(vm, builtin_type(vm, TYPE_OBJECT), name))
        return special_call(vm, name, &self, 1);
    if (!text_number_argument(vm, args[0], &protocol))
        return NULL;
    if (protocol < 2)
        return object_reduce(vm, self, NULL, 0, NULL);
    if (!(type->flags & TYPE_HEAP) && !type->slots.new)
        return vm_raise(vm, TYPE_TypeError, "cannot pickle '%T' object", self);
    Object *both[] = {self, args[0]};
    return call_copyreg(vm, "reduce_object", both, 2);
}

static Object *object_getstate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return call_copyreg(vm, "_state", &self, 1);
}

static const MethodDef object_methods[] = {
    {"__sizeof__", object_sizeof, METHOD_NO_ARGS, NULL},
    {"__format__", object_dunder_format, METHOD_ONE, NULL},
    {"__dir__", object_dunder_dir, METHOD_NO_ARGS, NULL},
    {"__init_subclass__", object_init_subclass, METHOD_KEYWORDS | METHOD_CLASS, NULL},
    {"__subclasshook__", object_subclass_hook, METHOD_FAST | METHOD_CLASS, NULL},
    {"__reduce__", object_reduce, METHOD_NO_ARGS, NULL},
    {"__reduce_ex__", object_reduce_ex, METHOD_ONE, NULL},
    {"__getstate__", object_getstate, METHOD_NO_ARGS, NULL},
    {0},
};

/* Arguments that neither __new__ nor __init__ was written to take, as object_new and object_init in typeobject.c. */
static bool excess_arguments(size_t count, Object *names) { return count || (names && tuple_length(names)); }

static Object *object_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (excess_arguments(count, names)) {
        if (type->slots.new != object_slot_new)
            return vm_raise(vm, TYPE_TypeError,
                            "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->slots.init == builtin_type(vm, TYPE_OBJECT)->slots.init)
            return vm_raise(vm, TYPE_TypeError, "%N() takes no arguments", type);
    }
    if (class_refuse_abstract(vm, type) < 0)
        return NULL;
    return class_instance_new(vm, type);
}

static int object_slot_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *type = object_type(vm, self);
    if (!excess_arguments(count, names))
        return 0;
    if (type->slots.init != object_slot_init)
        return vm_raise_int(vm, TYPE_TypeError,
                            "object.__init__() takes exactly one argument (the instance to initialize)");
    if (type->slots.new == object_slot_new)
        return vm_raise_int(vm, TYPE_TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)",
                            type);
    return 0;
}

const TypeSpec object_spec = {
    .name = "object",
    .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
           "instance that has no instance attributes and cannot be given any.\n",
    .size = sizeof(Object),
    .flags = TYPE_BASE,
    .slots = {
        .dealloc = plain_dealloc,
        .repr = object_default_repr,
        .str = object_default_str,
        .hash = object_default_hash,
        .compare = object_default_compare,
        .get_attribute = object_generic_get,
        .set_attribute = object_generic_set,
        .new = object_slot_new,
        .init = object_slot_init,
    },
    .methods = object_methods,
    .getset = object_getset,
};

/* ---- None, NotImplemented, Ellipsis ---- */

static Object *none_repr(Vm *vm, Object *self) { return str_interned(vm, "None"); }
static Object *not_implemented_repr(Vm *vm, Object *self) { return str_interned(vm, "NotImplemented"); }
static Object *ellipsis_repr(Vm *vm, Object *self) { return str_interned(vm, "Ellipsis"); }
static int none_truth(Vm *vm, Object *self) { return 0; }

static Object *none_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return count || names ? vm_raise(vm, TYPE_TypeError, "NoneType takes no arguments") : new_none(vm);
}

static int not_implemented_truth(Vm *vm, Object *self)
{
    Object *message = str_from_c(vm, "NotImplemented should not be used in a boolean context");
    return warn_of(vm, TYPE_DeprecationWarning, message) < 0 ? -1 : 1;
}

static Object *not_implemented_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return count || names ? vm_raise(vm, TYPE_TypeError, "NotImplementedType takes no arguments") : new_not_implemented(vm);
}

static Object *ellipsis_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return count || names ? vm_raise(vm, TYPE_TypeError, "EllipsisType takes no arguments") : incref(&vm->ellipsis.head);
}

const TypeSpec none_spec = {
    .name = "NoneType", .size = sizeof(Object),
    .slots = {.dealloc = plain_dealloc, .repr = none_repr, .truth = none_truth, .new = none_new},
};

const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType", .size = sizeof(Object),
    .slots = {.dealloc = plain_dealloc, .repr = not_implemented_repr, .truth = not_implemented_truth, .new = not_implemented_new},
};

const TypeSpec ellipsis_spec = {
    .name = "ellipsis", .size = sizeof(Object),
    .slots = {.dealloc = plain_dealloc, .repr = ellipsis_repr, .new = ellipsis_new},
};
