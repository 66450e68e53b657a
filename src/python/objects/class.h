/* Types as objects: making them ready, looking things up on them, classes written in Python and their instances. */
#ifndef REFARROWS_PYTHON_OBJECTS_CLASS_H
#define REFARROWS_PYTHON_OBJECTS_CLASS_H

#include "python/object.h"

enum { SHARED_KEYS_MAX = 30 };  /* attribute names of one class kept without a dict, as CPython's SHARED_KEYS_MAX_SIZE */

/* The names of instance attributes of one class, in order of first use. A name keeps its place as long as the class
 * lives, so an inline cache may remember (type version, place). */
typedef struct SharedKeys {
    uint32_t count;
    uint32_t usable;                   /* places that CPython still has: one less for each new name and each instance */
    uint32_t holders;                  /* the class, and each __dict__ made under them: the last one frees them */
    Object *names[SHARED_KEYS_MAX];    /* interned str, owned */
} SharedKeys;

static inline uint32_t shared_keys_room(const SharedKeys *keys) { return keys->count + keys->usable; }
/* One holder less; takes NULL. The names are the class's. */
void shared_keys_release(Vm *vm, SharedKeys *keys);

/* The attribute values of one instance under its class's shared keys. */
typedef struct InstanceValues {
    uint8_t capacity;
    uint8_t count;                     /* values that are there */
    uint8_t order[SHARED_KEYS_MAX];    /* their places in order of insertion */
    Object *items[];                   /* NULL: not set */
} InstanceValues;

static inline ManagedDict *managed_dict(const Object *object)
{
    return (ManagedDict *)((uintptr_t)object - sizeof(GcHead) - sizeof(ManagedDict));
}

/* ---- type.c: readiness and look-up ---- */
/* Fills a built-in type from its spec: dict, mro, inherited slots, descriptors. The base is ready. */
int type_make_builtin(Vm *vm, Type *type, const TypeSpec *spec, Type *base);
/* C3 (as mro_implementation): a tuple; NULL with TypeError. */
Object *type_compute_mro(Vm *vm, Type *type);
int type_inherit(Vm *vm, Type *type);
int type_add_subclass(Vm *vm, Type *base, Type *type);
void type_remove_subclass(Type *base, Type *type);
/* Something about attributes of the type changed: forgets versions of it and of all subclasses. */
void type_modified(Vm *vm, Type *type);
/* A version for inline caches; 0 when none can be had. */
uint32_t type_version(Vm *vm, Type *type);
/* An interned str is about to die: look-ups that remember it are forgotten. */
void type_cache_forget(Vm *vm, const Object *name);
extern const MethodDef type_new_method;               /* __new__ of every built-in type: self is the type */
Object *type_module(Vm *vm, Type *type);              /* new reference: __module__ */

/* ---- slot.c: slots that call special methods, and special methods that call slots ---- */
int slot_add_wrappers(Vm *vm, Type *type);            /* __add__ and so on for the slots of a built-in type */
void slot_update(Vm *vm, Type *type, Object *name /* or NULL: all */);   /* after __add__ and so on changed on a class */

/* ---- class.c: classes written in Python ---- */
Object *class_instance_new(Vm *vm, Type *type);       /* an instance with nothing set */
void class_instance_dealloc(Vm *vm, Object *self);
int class_instance_traverse(Vm *vm, Object *self, VisitFunction visit, void *context);
int class_instance_clear(Vm *vm, Object *self);
int class_refuse_abstract(Vm *vm, Type *type);
int class_assign(Vm *vm, Object *object, Object *type);     /* object.__class__ = type */
Object *class_dir_instance(Vm *vm, Object *object);
Object *class_build(Vm *vm, Object *const *args, size_t count, Object *names);   /* __build_class__ */
Object *class_new(Vm *vm, Type *metatype, Object *name, Object *bases, Object *namespace, Object *const *args,
                  size_t count, Object *names);       /* type.__new__ with class keyword arguments */
/* Finds the most derived metaclass; borrowed; NULL with TypeError. */
Type *class_metatype(Vm *vm, Type *metatype, Object *bases);
/* The base that gives instances their layout, as best_base; borrowed; NULL with TypeError. */
Type *class_best_base(Vm *vm, Object *bases);
int class_set_name(Vm *vm, Type *type, Object *name);

/* ---- class_bases.c ---- */
/* The order of resolution, which a metaclass's mro() may change: a tuple; NULL with TypeError. */
Object *class_mro(Vm *vm, Type *type);
int class_set_bases(Vm *vm, Type *type, Object *bases);     /* type.__bases__ = bases */

/* ---- type_object.c ---- */
int type_add_size_attributes(Vm *vm);                 /* __basicsize__ and __itemsize__, once descriptors exist */
int class_is_instance_plain(Vm *vm, Object *object, Object *type);   /* without asking __instancecheck__ */
int class_is_subclass_plain(Vm *vm, Object *derived, Object *type);
int object_isinstance(Vm *vm, Object *object, Object *type);         /* type: a class, tuple or union; 1, 0, -1 */
int object_issubclass(Vm *vm, Object *derived, Object *type);

/* ---- attribute.c: instance attributes ---- */
/* Value of an instance attribute in the instance itself: borrowed, NULL if it is not there. */
Object *instance_get(Vm *vm, Object *object, Object *name);
int instance_set(Vm *vm, Object *object, Object *name, Object *value);   /* value NULL: delete; 1: absent */
/* The __dict__, made now if need be: borrowed; NULL with an error, or without when the type has none. */
Object *instance_dict(Vm *vm, Object *object);
int instance_set_dict(Vm *vm, Object *object, Object *dict);
void instance_clear(Vm *vm, Object *object);
/* The place of the __dict__ of an object with TYPE_DICT_AT_END, once its size is set. */
Object **instance_dict_at_end(Vm *vm, Object *object);
/* Place of a name in the shared keys, -1 if absent. */
int shared_keys_find(const SharedKeys *keys, const Object *name);
/* Walks the attributes in insertion order without making a dict; start with *position 0. Borrowed. */
bool instance_next(Vm *vm, Object *object, int64_t *position, Object **name, Object **value);

/* ---- generic_alias.c ---- */
Object *union_new(Vm *vm, Object *left, Object *right);                  /* int | str; may be NotImplemented */
Object *union_members(Object *object);                /* borrowed tuple, or NULL if it is no union */
Object *generic_alias_new(Vm *vm, Object *origin, Object *arguments);    /* list[int] */

/* ---- descriptor.c ---- */
Object *descriptor_method(Vm *vm, Type *type, const MethodDef *def);
Object *descriptor_getset(Vm *vm, Type *type, const GetSetDef *def);
Object *descriptor_member(Vm *vm, Type *type, const MemberDef *def, Object *name);
struct SlotDef;
Object *descriptor_wrapper(Vm *vm, Type *type, const struct SlotDef *def);
Object *builtin_function_new(Vm *vm, const MethodDef *def, Object *self /* or NULL */, Object *module /* or NULL */);

/* What a shipped class says of CPython's sizes: see class_nominal.c. 0 or -1. */
int class_take_nominal(Vm *vm, Type *type);
/* What an OrderedDict takes for its nodes. */
uint64_t class_nodes_size(const Object *dict);

#endif
