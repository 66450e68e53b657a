/* type: the type of types. Calling a class, attributes of classes, isinstance. As CPython's typeobject.c. */
#include <string.h>

#include "python/eval.h"
#include "python/gc.h"
#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/objects/function.h"
#include "python/slot.h"
#include "python/vm.h"

enum {
    NOMINAL_STATIC_SIZE = 408,  /* sizeof(PyTypeObject) and sizeof(PyHeapTypeObject) in CPython 3.11 */
    NOMINAL_HEAP_SIZE = 904,
    NOMINAL_KEYS_SIZE = 768     /* the shared keys of a class whose instances have a __dict__ */
};

/* ---- calling a class ---- */

static Object *type_of_one(Vm *vm, Object *const *args, size_t count, Object *names)
{
    if (count == 1 && !(names && tuple_length(names)))
        return incref(&object_type(vm, args[0])->head);
    return NULL;
}

/* The types that CPython 3.11 calls without making a tuple of the arguments. */
static bool takes_vector(Vm *vm, const Type *type)
{
    static const TypeId ids[] = {TYPE_LIST, TYPE_TUPLE, TYPE_DICT, TYPE_SET, TYPE_FROZENSET, TYPE_FLOAT, TYPE_BOOL,
                                 TYPE_RANGE, TYPE_ENUMERATE, TYPE_REVERSED, TYPE_MAP, TYPE_FILTER, TYPE_SUPER};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (type == builtin_type(vm, ids[i]))
            return true;
    return false;
}

static Object *make_instance(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *object = type->slots.new(vm, type, args, count, names);
    if (!object || !type_is_subtype(vm, object_type(vm, object), type))
        return object;
    int (*init)(Vm *, Object *, Object *const *, size_t, Object *) = object_type(vm, object)->slots.init;
    if (init && init(vm, object, args, count, names) < 0)
        object_replace(vm, &object, NULL);
    return object;
}

static Object *type_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *type = (Type *)self;
    if (type == builtin_type(vm, TYPE_TYPE)) {
        Object *found = type_of_one(vm, args, count, names);
        if (found)
            return found;
        if (count == 1)
            return vm_raise(vm, TYPE_TypeError, "type() takes no keyword arguments");
        if (count != 3)
            return vm_raise(vm, TYPE_TypeError, "type() takes 1 or 3 arguments");
    }
    if (!type->slots.new)
        return vm_raise(vm, TYPE_TypeError, "cannot create '%s' instances", type->spec ? type->spec->name : type->c_name);
    if (takes_vector(vm, type))
        return make_instance(vm, type, args, count, names);
    Object *tuple, *dict;
    if (call_is_packed(vm, args))
        return make_instance(vm, type, args, count, names);
    if (eval_pack_call(vm, args, count, names, &tuple, &dict) < 0)
        return NULL;
    Packed outer = call_pack(vm, args, tuple);
    Object *object = make_instance(vm, type, args, count, names);
    vm->packed = outer;
    xdecref(vm, tuple);
    xdecref(vm, dict);
    return object;
}

/* The most derived metaclass makes the class, even when type was asked. */
static Object *type_new(Vm *vm, Type *metatype, Object *const *args, size_t count, Object *names)
{
    if (count != 3)
        return vm_raise(vm, TYPE_TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", count);
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "type.__new__() argument 1 must be str, not %B", args[0]);
    if (!is_tuple(vm, args[1]))
        return vm_raise(vm, TYPE_TypeError, "type.__new__() argument 2 must be tuple, not %B", args[1]);
    if (!is_dict(vm, args[2]))
        return vm_raise(vm, TYPE_TypeError, "type.__new__() argument 3 must be dict, not %B", args[2]);
    Type *winner = class_metatype(vm, metatype, args[1]);
    if (!winner)
        return NULL;
    if (winner != metatype && winner->slots.new != type_new)
        return winner->slots.new(vm, winner, args, count, names);
    return class_new(vm, winner, args[0], args[1], args[2], args, count, names);
}

static int type_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (names && tuple_length(names) && count == 1)
        return vm_raise_int(vm, TYPE_TypeError, "type.__init__() takes no keyword arguments");
    if (count != 1 && count != 3)
        return vm_raise_int(vm, TYPE_TypeError, "type.__init__() takes 1 or 3 arguments");
    return 0;
}

/* ---- attributes of classes ---- */

static Object *bind(Vm *vm, Object *value, Object *instance, Object *owner)
{
    Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, value)->slots.descriptor_get;
    if (!get)
        return incref(value);
    incref(value);
    Object *bound = get(vm, value, instance, owner);
    decref(vm, value);
    return bound;
}

static Object *type_get_attribute(Vm *vm, Object *self, Object *name)
{
    Type *type = (Type *)self, *metatype = object_type(vm, self);
    if (!is_str(vm, name))
        return vm_raise(vm, TYPE_TypeError, "attribute name must be string, not '%T'", name);
    Object *meta = type_lookup(vm, metatype, name);
    const TypeSlots *ms = meta ? &object_type(vm, meta)->slots : NULL;
    if (ms && ms->descriptor_get && ms->descriptor_set)
        return bind(vm, meta, self, &metatype->head);
    Object *own = type_lookup(vm, type, name);
    if (own)
        return bind(vm, own, NULL, self);
    if (meta)
        return bind(vm, meta, self, &metatype->head);
    return object_generic_get(vm, self, name);   /* words the error */
}

static int type_set_attribute(Vm *vm, Object *self, Object *name, Object *value)
{
    Type *type = (Type *)self;
    if (!is_str(vm, name))
        return vm_raise_int(vm, TYPE_TypeError, "attribute name must be string, not '%T'", name);
    if (type->flags & TYPE_IMMUTABLE)
        return vm_raise_int(vm, TYPE_TypeError, "cannot set %R attribute of immutable type '%N'", name, type);
    Object *meta = type_lookup(vm, object_type(vm, self), name);
    if (meta && object_type(vm, meta)->slots.descriptor_set)
        return object_type(vm, meta)->slots.descriptor_set(vm, meta, self, value);
    Object *interned = incref(name);
    str_intern(vm, &interned);
    type_modified(vm, type);
    int result;
    if (!value && dict_contains(vm, type->dict, interned) == 0)
        result = vm_raise_int(vm, TYPE_AttributeError, "type object '%N' has no attribute '%U'", type, name);
    else
        result = value ? dict_set(vm, type->dict, interned, value) : dict_delete(vm, type->dict, interned);
    Utf8Buffer buffer;
    const char *text = str_utf8(vm, interned, &buffer, NULL);
    if (result == 0 && text && text[0] == '_' && text[1] == '_')
        slot_update(vm, type, interned);
    utf8_buffer_finish(&buffer);
    decref(vm, interned);
    return result;
}

static Object *get_name(Vm *vm, Object *self, void *closure) { return incref(((Type *)self)->name); }
static Object *get_qualname(Vm *vm, Object *self, void *closure) { return incref(((Type *)self)->qualname); }
static Object *get_module(Vm *vm, Object *self, void *closure) { return type_module(vm, (Type *)self); }

/* None while a metaclass's mro() is still at work. */
static Object *get_mro(Vm *vm, Object *self, void *closure)
{
    Object *mro = ((Type *)self)->mro;
    return mro ? incref(mro) : new_none(vm);
}

static Object *get_bases(Vm *vm, Object *self, void *closure) { return incref(((Type *)self)->bases); }
static Object *get_dict(Vm *vm, Object *self, void *closure) { return mapping_proxy_new(vm, ((Type *)self)->dict); }

static Object *get_base(Vm *vm, Object *self, void *closure)
{
    Type *base = ((Type *)self)->base;
    return base ? incref(&base->head) : new_none(vm);
}

static Object *get_doc(Vm *vm, Object *self, void *closure)
{
    Object *doc = dict_get(vm, ((Type *)self)->dict, name_of(vm, doc));
    return doc ? bind(vm, doc, NULL, self) : new_none(vm);
}

static Object *get_annotations(Vm *vm, Object *self, void *closure)
{
    Type *type = (Type *)self;
    Object *annotations = dict_get(vm, type->dict, name_of(vm, annotations));
    if (annotations)
        return bind(vm, annotations, NULL, self);
    if (!(type->flags & TYPE_HEAP))
        return vm_raise(vm, TYPE_AttributeError, "type object '%N' has no attribute '__annotations__'", type);
    annotations = dict_new(vm);
    if (annotations && dict_set(vm, type->dict, name_of(vm, annotations), annotations) < 0) {
        decref(vm, annotations);
        return NULL;
    }
    return annotations;
}

static int set_in_dict(Vm *vm, Object *self, Object *value, void *closure)
{
    Type *type = (Type *)self;
    Object *name = str_interned(vm, closure);
    if (!name)
        return -1;
    int result;
    if (type->flags & TYPE_IMMUTABLE)
        result = vm_raise_int(vm, TYPE_TypeError, "cannot set '%U' attribute of immutable type '%N'", name, type);
    else
        result = value ? dict_set(vm, type->dict, name, value) : dict_delete(vm, type->dict, name);
    if (!value && vm_failed_with(vm, TYPE_KeyError)) {
        vm_clear_error(vm);
        vm_raise_object(vm, TYPE_AttributeError, name);
    }
    type_modified(vm, type);
    decref(vm, name);
    return result;
}

/* As check_set_special_type_attr. */
static int check_special(Vm *vm, const Type *type, const Object *value, const char *name)
{
    if (type->flags & TYPE_IMMUTABLE)
        return vm_raise_int(vm, TYPE_TypeError, "cannot set '%s' attribute of immutable type '%N'", name, type);
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "cannot delete '%s' attribute of immutable type '%N'", name, type);
    return 0;
}

static int set_name_field(Vm *vm, Object *self, Object *value, void *closure)
{
    Type *type = (Type *)self;
    if (check_special(vm, type, value, closure) < 0)
        return -1;
    if (!is_str(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "can only assign string to %N.%s, not '%T'", type, closure, value);
    if (strcmp(closure, "__name__") == 0)
        return class_set_name(vm, type, value);
    object_replace(vm, &type->qualname, incref(value));
    return 0;
}

static int set_bases(Vm *vm, Object *self, Object *value, void *closure)
{
    Type *type = (Type *)self;
    return check_special(vm, type, value, closure) < 0 ? -1 : class_set_bases(vm, type, value);
}

static Object *get_abstract(Vm *vm, Object *self, void *closure)
{
    Object *names = self == &builtin_type(vm, TYPE_TYPE)->head
        ? NULL : dict_get(vm, ((Type *)self)->dict, name_of(vm, abstractmethods));
    return names ? incref(names) : vm_raise_object(vm, TYPE_AttributeError, name_of(vm, abstractmethods));
}

static const GetSetDef type_getset[] = {
    {"__name__", get_name, set_name_field, "__name__"},
    {"__qualname__", get_qualname, set_name_field, "__qualname__"},
    {"__module__", get_module, set_in_dict, "__module__"},
    {"__mro__", get_mro, NULL, NULL},
    {"__bases__", get_bases, set_bases, "__bases__"},
    {"__base__", get_base, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__doc__", get_doc, set_in_dict, "__doc__"},
    {"__annotations__", get_annotations, set_in_dict, "__annotations__"},
    {"__abstractmethods__", get_abstract, set_in_dict, "__abstractmethods__"},
    {0},
};

static Object *get_size(Vm *vm, Object *self, void *closure)
{
    Type *type = (Type *)self;
    return int_from_u64(vm, closure ? type->item_size : type->size);
}

/* As PyType_Type's members: negative from the end of the object, whose managed dict lies before it in truth. */
static Object *get_dict_offset(Vm *vm, Object *self, void *closure)
{
    const Type *type = (const Type *)self;
    if (type->flags & TYPE_DICT_AT_END)
        return int_from_i64(vm, -(int64_t)sizeof(Object *));
    if (type->flags & TYPE_MANAGED_DICT)
        return int_from_i64(vm, -(int64_t)(type->size + sizeof(ManagedDict) + sizeof(Object *)));
    return int_from_i64(vm, type->dict_offset);
}

static Object *get_weaklist_offset(Vm *vm, Object *self, void *closure)
{
    return int_from_i64(vm, ((const Type *)self)->weaklist_offset);
}

static const GetSetDef type_sizes[] = {
    {"__dictoffset__", get_dict_offset, NULL, NULL}, {"__weakrefoffset__", get_weaklist_offset, NULL, NULL},
    {"__basicsize__", get_size, NULL, NULL}, {"__itemsize__", get_size, NULL, ""}, {0}};

/* ---- methods ---- */

static Object *type_dunder_mro(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *mro = type_compute_mro(vm, (Type *)self);
    Object *list = mro ? sequence_list(vm, mro) : NULL;
    xdecref(vm, mro);
    return list;
}

static Object *type_subclasses(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *type = (Type *)self;
    return list_from(vm, (Object *const *)type->subclasses, type->subclass_count);
}

static Object *type_instance_check(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int result = class_is_instance_plain(vm, args[0], self);
    return result < 0 ? NULL : new_bool(vm, result);
}

static Object *type_subclass_check(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int result = class_is_subclass_plain(vm, args[0], self);
    return result < 0 ? NULL : new_bool(vm, result);
}

static Object *type_prepare(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return dict_new(vm);
}

static Object *type_dir(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *all = dict_new(vm);
    const Tuple *mro = (const Tuple *)((Type *)self)->mro;
    for (int64_t i = mro ? mro->length - 1 : -1; all && i >= 0; i--) {
        if (dict_update(vm, all, ((Type *)mro->items[i])->dict) < 0) {
            decref(vm, all);
            return NULL;
        }
    }
    Object *list = all ? sequence_list(vm, all) : NULL;
    xdecref(vm, all);
    return list;
}

static uint64_t type_size_of(Vm *vm, Object *self)
{
    const Type *type = (const Type *)self;
    if (type->own_size)
        return type->own_size - sizeof(GcHead);
    if (!(type->flags & TYPE_HEAP))
        return type->spec && type->spec->heap_there ? NOMINAL_HEAP_SIZE : NOMINAL_STATIC_SIZE;
    return NOMINAL_HEAP_SIZE + (type->flags & TYPE_MANAGED_DICT ? NOMINAL_KEYS_SIZE : 0);
}

static const MethodDef type_methods[] = {
    {"mro", type_dunder_mro, METHOD_NO_ARGS, "Return a type's method resolution order."},
    {"__subclasses__", type_subclasses, METHOD_NO_ARGS, "Return a list of immediate subclasses."},
    {"__instancecheck__", type_instance_check, METHOD_ONE, "Check if an object is an instance."},
    {"__subclasscheck__", type_subclass_check, METHOD_ONE, "Check if a class is a subclass."},
    {"__prepare__", type_prepare, METHOD_KEYWORDS | METHOD_CLASS, "Used to create the namespace for the class."},
    {"__dir__", type_dir, METHOD_NO_ARGS, "Specialized __dir__ implementation for types."},
    {0},
};

static Object *type_repr(Vm *vm, Object *self)
{
    Type *type = (Type *)self;
    Object *module = type_module(vm, type);
    if (!module)
        return NULL;
    Object *text = is_str(vm, module) && !str_equals_c(module, "builtins")
        ? str_format(vm, "<class '%U.%U'>", module, type->qualname)
        : str_format(vm, "<class '%U'>", type->flags & TYPE_HEAP ? type->qualname : type->name);
    decref(vm, module);
    return text;
}

static Object *type_or(Vm *vm, Object *left, Object *right)
{
    return union_new(vm, left, right);
}

/* ---- death ---- */

static void type_dealloc(Vm *vm, Object *self)
{
    Type *type = (Type *)self;
    gc_untrack(vm, self);
    for (int64_t i = 0; type->bases && i < tuple_length(type->bases); i++)
        type_remove_subclass((Type *)tuple_item(type->bases, i), type);
    for (uint32_t i = 0; type->keys && i < type->keys->count; i++)
        decref(vm, type->keys->names[i]);
    shared_keys_release(vm, type->keys);
    mem_free(vm, type->subclasses);
    mem_free(vm, (char *)type->c_name);
    Object **owned[] = {&type->dict, &type->bases, &type->mro, &type->name, &type->qualname, &type->slot_names};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        object_replace(vm, owned[i], NULL);
    xdecref(vm, OBJECT(type->base));
    gc_freed(vm);              /* the weak reference of its bases, see class_allocate */
    object_free(vm, self);
}

static int type_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Type *type = (Type *)self;
    VISIT(type->dict);
    VISIT(type->mro);
    VISIT(type->bases);
    VISIT(type->base);
    VISIT(type->name);
    VISIT(type->qualname);
    VISIT(type->slot_names);
    for (uint32_t i = 0; type->keys && i < type->keys->count; i++)
        VISIT(type->keys->names[i]);
    return 0;
}

static int type_clear(Vm *vm, Object *self)
{
    Type *type = (Type *)self;
    type_modified(vm, type);
    if (type->dict)
        dict_clear(vm, type->dict);
    object_replace(vm, &type->mro, NULL);
    return 0;
}

const TypeSpec type_spec = {
    .name = "type", .size = NOMINAL_HEAP_SIZE, .item_size = 40, .weaklist_offset = offsetof(Type, weaklist),
    .flags = TYPE_BASE | TYPE_HAS_GC | TYPE_TYPE_SUBCLASS,
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .slots = {.dealloc = type_dealloc, .traverse = type_traverse, .clear = type_clear, .repr = type_repr,
              .call = type_call, .get_attribute = type_get_attribute, .set_attribute = type_set_attribute,
              .new = type_new, .init = type_init, .size_of = type_size_of, .binary = {[BINARY_OR] = type_or}},
    .methods = type_methods, .getset = type_getset,
};

int type_add_size_attributes(Vm *vm)
{
    Type *type = builtin_type(vm, TYPE_TYPE);
    for (const GetSetDef *def = type_sizes; def->name; def++) {
        Object *descriptor = descriptor_getset(vm, type, def);
        int result = descriptor ? dict_set_str(vm, type->dict, def->name, descriptor) : -1;
        xdecref(vm, descriptor);
        if (result < 0)
            return -1;
    }
    return 0;
}

/* ---- isinstance, issubclass: as abstract.c ---- */

/* What is no class but has a tuple as __bases__ may stand for one: these. NULL without an exception if it has none. */
static Object *abstract_bases(Vm *vm, Object *class)
{
    Object *bases = object_look_attribute(vm, class, name_of(vm, bases));
    if (bases && !is_tuple(vm, bases))
        object_replace(vm, &bases, NULL);
    return bases;
}

static bool is_like_class(Vm *vm, Object *class)
{
    Object *bases = abstract_bases(vm, class);
    xdecref(vm, bases);
    return bases != NULL;
}

static int abstract_is_subclass(Vm *vm, Object *derived, Object *class)
{
    if (derived == class)
        return 1;
    if (vm_enter_recursion(vm, " in __issubclass__") < 0)
        return -1;
    Object *bases = abstract_bases(vm, derived);
    int found = vm_failed(vm) ? -1 : 0;
    for (int64_t i = 0; bases && found == 0 && i < tuple_length(bases); i++)
        found = abstract_is_subclass(vm, tuple_item(bases, i), class);
    xdecref(vm, bases);
    vm_leave_recursion(vm);
    return found;
}

static int abstract_is_instance(Vm *vm, Object *object, Object *class)
{
    Object *own = object_look_attribute(vm, object, name_of(vm, class));
    int result = own ? abstract_is_subclass(vm, own, class) : 0;
    xdecref(vm, own);
    return vm_failed(vm) ? -1 : result;
}

int class_is_instance_plain(Vm *vm, Object *object, Object *type)
{
    if (is_type(vm, type)) {
        if (object_is_instance(vm, object, (Type *)type))
            return 1;
        Object *claimed = object_look_attribute(vm, object, name_of(vm, class));
        int result = claimed && claimed != OBJECT(object_type(vm, object)) && is_type(vm, claimed)
            ? type_is_subtype(vm, (Type *)claimed, (Type *)type) : 0;
        xdecref(vm, claimed);
        return vm_failed(vm) ? -1 : result;
    }
    if (is_like_class(vm, type))
        return abstract_is_instance(vm, object, type);
    return vm_failed(vm) ? -1 : vm_raise_int(vm, TYPE_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

int class_is_subclass_plain(Vm *vm, Object *derived, Object *type)
{
    if (is_type(vm, derived) && is_type(vm, type))
        return type_is_subtype(vm, (Type *)derived, (Type *)type);
    if (!is_type(vm, derived) && !is_like_class(vm, derived))
        return vm_failed(vm) ? -1 : vm_raise_int(vm, TYPE_TypeError, "issubclass() arg 1 must be a class");
    if (!is_type(vm, type) && !is_like_class(vm, type))
        return vm_failed(vm) ? -1 : vm_raise_int(vm, TYPE_TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return abstract_is_subclass(vm, derived, type);
}

typedef int (*ClassQuestion)(Vm *, Object *, Object *);

static int ask_class(Vm *vm, Object *subject, Object *type, Object *method, ClassQuestion self, ClassQuestion plain)
{
    Object *members = union_members(type);
    if (is_tuple(vm, type) || members) {
        Object *tuple = members ? members : type;
        int found = 0;
        if (vm_enter_recursion(vm, method == name_of(vm, instancecheck) ? " in __instancecheck__"
                                                                         : " in __subclasscheck__") < 0)
            return -1;
        for (int64_t i = 0; i < tuple_length(tuple) && found == 0; i++)
            found = self(vm, subject, tuple_item(tuple, i));
        vm_leave_recursion(vm);
        return found;
    }
    if (is_exact(type, TYPE) || (is_type(vm, type) && object_type(vm, type) == builtin_type(vm, TYPE_TYPE)))
        return plain(vm, subject, type);
    Object *args[] = {type, subject};
    Object *answer = special_call(vm, method, args, 2);
    if (!answer)
        return vm_failed(vm) ? -1 : plain(vm, subject, type);
    int truth = object_truth(vm, answer);
    decref(vm, answer);
    return truth;
}

int object_isinstance(Vm *vm, Object *object, Object *type)
{
    if (OBJECT(object_type(vm, object)) == type)
        return 1;
    return ask_class(vm, object, type, name_of(vm, instancecheck), object_isinstance, class_is_instance_plain);
}

int object_issubclass(Vm *vm, Object *derived, Object *type)
{
    return ask_class(vm, derived, type, name_of(vm, subclasscheck), object_issubclass, class_is_subclass_plain);
}

/* As object___dir___impl: __dict__ is asked for like any attribute, and what is no dict has no names. */
static int add_own_names(Vm *vm, Object *all, Object *object)
{
    Object *space = object_look_attribute(vm, object, name_of(vm, dict));
    if (!space)
        return vm_failed(vm) ? -1 : 0;
    Object *own = is_dict(vm, space) ? dict_copy(vm, space) : NULL;     /* a key's __eq__ may change the dict */
    int64_t position = 0;
    Object *name, *value;
    int result = vm_failed(vm) ? -1 : 0;
    while (result == 0 && own && dict_next(own, &position, &name, &value))
        result = set_add(vm, all, name) < 0 ? -1 : 0;
    xdecref(vm, own);
    decref(vm, space);
    return result;
}

Object *class_dir_instance(Vm *vm, Object *object)
{
    Object *class = object_look_attribute(vm, object, name_of(vm, class));
    if (!class && vm_failed(vm))
        return NULL;
    /* an object that hides its class has no names of it */
    Object *names = !class ? list_new(vm, 0)
        : type_dir(vm, is_type(vm, class) ? class : OBJECT(object_type(vm, object)), NULL, 0, NULL);
    xdecref(vm, class);
    Object *all = names ? set_new(vm, names) : NULL;
    xdecref(vm, names);
    if (all && add_own_names(vm, all, object) < 0)
        object_replace(vm, &all, NULL);
    Object *list = all ? sequence_list(vm, all) : NULL;
    xdecref(vm, all);
    return list;
}
