/* Objects and types: the header that every object has, the slots through which a type answers, reference counts.
 *
 * The layout of each object equals CPython 3.11's in size, so that sys.getsizeof, the allocator's size classes and
 * returning addresses are the true picture. The header is 16 bytes like CPython's: a count of 32 bits, the type as a
 * 32-bit place within the arena, and the object's number, a serial that is never used again in one run.
 *
 * Rules that everything under python/ keeps:
 * - The Vm comes first in every call; there are no globals. The Vm is the start of the arena.
 * - A function that returns an Object* returns a new reference, or NULL with an exception set (vm_raise); one that
 *   returns an int returns -1 with an exception set. Borrowed results say so in their header. Arguments are borrowed.
 * - Store the new, then release the old (object_replace): a release may run the program's code.
 * - Every reference that an object holds is visited exactly once by its type's traverse; the audit relies on it.
 */
#ifndef REFARROWS_PYTHON_OBJECT_H
#define REFARROWS_PYTHON_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "python/types.h"

typedef struct Vm Vm;
typedef struct Type Type;

typedef struct Object {
    uint32_t count;            /* references to it */
    uint32_t type;             /* its Type: distance from the Vm in units of 16 bytes */
    uint64_t number;           /* serial */
} Object;

/* Before each object whose type has TYPE_HAS_GC. */
typedef struct GcHead {
    uintptr_t next;            /* 0: not tracked by the collector */
    uintptr_t prev;            /* low bits: flags of the collector */
} GcHead;

/* Before the GcHead of each object whose type has TYPE_MANAGED_DICT (instances of classes written in Python), as in
 * CPython 3.11: attribute values under the class's shared keys until a real __dict__ is asked for. */
typedef struct ManagedDict {
    struct InstanceValues *values;   /* NULL once `dict` exists, or before the first attribute */
    Object *dict;                    /* the __dict__, NULL until it is needed */
} ManagedDict;

typedef int (*VisitFunction)(Vm *vm, Object *object, void *context);

/* All functions that C gives to Python have one shape. `args` holds the positional arguments, then the values of the
 * keyword arguments, whose names are the str items of the tuple `names` (NULL: none). */
typedef Object *(*CFunction)(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

typedef enum MethodKind {
    METHOD_NO_ARGS,            /* count checked: none */
    METHOD_ONE,                /* count checked: exactly one */
    METHOD_FAST,               /* positional only; the function checks the count (args_check) */
    METHOD_KEYWORDS,           /* the function parses `names` as well (args_parse) */
    METHOD_PACKED,             /* as METHOD_FAST and METHOD_KEYWORDS: but in CPython it is METH_VARARGS, for which the */
    METHOD_PACKED_KEYWORDS,    /* caller makes a tuple of the arguments and, for names, a dict, which hold them */
    METHOD_KIND_MASK = 15,
    METHOD_STATIC = 16,        /* self is NULL */
    METHOD_CLASS = 32          /* self is the class */
} MethodKind;

typedef struct MethodDef {
    const char *name;
    CFunction function;
    int kind;
    const char *doc;           /* may be NULL */
} MethodDef;                   /* tables end with a NULL name */

typedef struct GetSetDef {
    const char *name;
    Object *(*get)(Vm *vm, Object *self, void *closure);
    int (*set)(Vm *vm, Object *self, Object *value, void *closure);   /* NULL: read-only; value NULL: delete */
    void *closure;
} GetSetDef;

typedef enum MemberKind { MEMBER_OBJECT, MEMBER_OBJECT_OR_ERROR, MEMBER_SSIZE, MEMBER_INT, MEMBER_BOOL } MemberKind;

typedef struct MemberDef {
    const char *name;
    MemberKind kind;
    size_t offset;
    bool read_only;
} MemberDef;

typedef enum BinaryOp {
    BINARY_ADD, BINARY_AND, BINARY_FLOOR_DIVIDE, BINARY_LSHIFT, BINARY_MATRIX_MULTIPLY, BINARY_MULTIPLY,
    BINARY_REMAINDER, BINARY_OR, BINARY_POWER, BINARY_RSHIFT, BINARY_SUBTRACT, BINARY_TRUE_DIVIDE, BINARY_XOR,
    BINARY_DIVMOD,
    BINARY_COUNT
} BinaryOp;                    /* the first 13 in the order of CPython's BINARY_OP argument */

typedef enum UnaryOp { UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT, UNARY_ABSOLUTE, UNARY_OP_COUNT } UnaryOp;

typedef enum CompareOp { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE } CompareOp;

typedef Object *(*UnaryFunction)(Vm *vm, Object *self);
typedef Object *(*BinaryFunction)(Vm *vm, Object *left, Object *right);

/* How a type answers. A slot that is NULL is inherited when the type is made ready. */
typedef struct TypeSlots {
    void (*dealloc)(Vm *vm, Object *self);            /* count is 0: release what it holds, then object_free */
    int (*traverse)(Vm *vm, Object *self, VisitFunction visit, void *context);
    int (*clear)(Vm *vm, Object *self);               /* drop references that may form a cycle */
    void (*finalize)(Vm *vm, Object *self);           /* __del__ */

    UnaryFunction repr, str;
    int64_t (*hash)(Vm *vm, Object *self);            /* -1: error */
    CFunction call;
    Object *(*get_attribute)(Vm *vm, Object *self, Object *name);
    int (*set_attribute)(Vm *vm, Object *self, Object *name, Object *value);   /* value NULL: delete */
    Object *(*compare)(Vm *vm, Object *left, Object *right, CompareOp op);     /* may return NotImplemented */
    UnaryFunction iter;
    UnaryFunction next;                               /* NULL without exception: exhausted */
    Object *(*descriptor_get)(Vm *vm, Object *self, Object *instance /* or NULL */, Object *owner);
    int (*descriptor_set)(Vm *vm, Object *self, Object *instance, Object *value);
    Object *(*new)(Vm *vm, Type *type, Object *const *args, size_t count, Object *names);
    int (*init)(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

    /* Numbers. Binary slots get (left, right) in source order whichever operand's slot it is, and may return
     * NotImplemented. `power` is in binary[]; the three-argument pow() asks power_modulo. */
    BinaryFunction binary[BINARY_COUNT];
    BinaryFunction in_place[BINARY_COUNT];
    UnaryFunction unary[UNARY_OP_COUNT];
    UnaryFunction to_int, to_float, to_index;
    Object *(*power_modulo)(Vm *vm, Object *base, Object *exponent, Object *modulus);
    int (*truth)(Vm *vm, Object *self);

    /* Sequences and mappings */
    int64_t (*length)(Vm *vm, Object *self);
    int (*contains)(Vm *vm, Object *self, Object *value);
    BinaryFunction get_item;                          /* self[key] */
    int (*set_item)(Vm *vm, Object *self, Object *key, Object *value);         /* value NULL: delete */
    Object *(*item)(Vm *vm, Object *self, int64_t index);   /* sequence protocol: index from 0, IndexError past the end */
    BinaryFunction concat;                            /* asked after both operands' binary[ADD] */
    BinaryFunction in_place_concat;
    Object *(*repeat)(Vm *vm, Object *self, int64_t times);
    Object *(*in_place_repeat)(Vm *vm, Object *self, int64_t times);

    UnaryFunction await, async_iter, async_next;
    uint64_t (*size_of)(Vm *vm, Object *self);        /* what __sizeof__ gives: without GcHead and ManagedDict */
} TypeSlots;

typedef enum TypeFlag {
    TYPE_HAS_GC = 1,           /* objects have a GcHead; traverse is set */
    TYPE_MANAGED_DICT = 2,     /* objects have a ManagedDict before the GcHead */
    TYPE_BASE = 4,             /* may be subclassed */
    TYPE_HEAP = 8,             /* made at run time; instances hold a reference to it */
    TYPE_IMMUTABLE = 16,       /* attributes of the type cannot be set */
    TYPE_INT_SUBCLASS = 32, TYPE_LIST_SUBCLASS = 64, TYPE_TUPLE_SUBCLASS = 128, TYPE_STR_SUBCLASS = 256,
    TYPE_BYTES_SUBCLASS = 512, TYPE_DICT_SUBCLASS = 1024, TYPE_TYPE_SUBCLASS = 2048, TYPE_EXCEPTION_SUBCLASS = 4096,
    TYPE_SEQUENCE = 8192,      /* match statement: sequence patterns */
    TYPE_MAPPING = 16384,
    TYPE_MATCH_SELF = 32768,   /* match statement: Type(x) binds the subject itself */
    TYPE_METHOD_DESCRIPTOR_FLAG = 65536,   /* functions: a call through an instance needs no bound method */
    TYPE_NO_INSTANTIATION = 131072,
    TYPE_LIBRARY = 262144,     /* defined by a shipped library module, not by the learner */
    TYPE_HAS_FINALIZER = 524288,
    TYPE_DICT_AT_END = 1048576 /* the __dict__ lies behind the items: subclasses of int, tuple and bytes */
} TypeFlag;

typedef struct TypeSpec {
    const char *name;          /* "list", or "collections.deque": module before the last dot, else builtins */
    const char *doc;
    uint32_t size;             /* sizeof of the object without its items */
    uint32_t item_size;        /* bytes per item for var-sized objects */
    uint32_t flags;
    uint32_t dict_offset;      /* of the field with the __dict__; 0: none */
    uint32_t weaklist_offset;  /* of the room for weak references that CPython's struct has; 0: none */
    bool heap_there;           /* CPython makes it at run time, as those of many modules */
    TypeSlots slots;
    const MethodDef *methods;
    const GetSetDef *getset;
    const MemberDef *members;
} TypeSpec;

struct Type {
    Object head;
    const char *c_name;        /* static types: spec name; heap types: UTF-8 of `name`, in the arena */
    Object *name, *qualname;   /* str */
    Type *base;                /* the one whose layout it extends; owned; NULL only for object */
    Object *bases, *mro;       /* tuples; owned */
    Object *dict;              /* Dict; owned */
    Type **subclasses;         /* direct ones, not owned: a dying class takes itself out */
    uint32_t subclass_count, subclass_capacity;
    const TypeSpec *spec;      /* NULL for heap types */
    struct SharedKeys *keys;   /* TYPE_MANAGED_DICT: names of instance attributes in order of first use */
    Object *slot_names;        /* tuple of __slots__ names, or NULL */
    Object *weaklist;          /* its weak references, see modules/weakref.h; not counted */
    uint32_t size, item_size, flags;
    uint32_t version;          /* changes whenever an attribute look-up on it may change; 0: not assigned */
    uint32_t dict_offset;      /* where objects keep their __dict__ if not managed; 0: nowhere */
    uint32_t weaklist_offset, slots_start;   /* 0: none; slots_start: offset of the first __slots__ member */
    int32_t surplus;           /* bytes that its objects take more in CPython, where it is written in C: see class_nominal.c */
    bool has_nodes;            /* and for each key of theirs a node of a list: OrderedDict */
    uint32_t own_size;         /* what the type itself takes in CPython if that is not seen from its flags; else 0 */
    TypeSlots slots;
} __attribute__((aligned(16)));

/* The place of a built-in type as objects store it: a constant. Needs vm.h. */
#define TYPE_REF(id) ((uint32_t)((offsetof(Vm, types) + (size_t)TYPE_##id * sizeof(Type)) >> 4))
#define TYPE_REF_OF(vm, t) ((uint32_t)(((uintptr_t)(t) - (uintptr_t)(vm)) >> 4))

static inline Type *object_type(const Vm *vm, const Object *object)
{
    return (Type *)((uintptr_t)vm + ((uintptr_t)object->type << 4));
}

/* Called when the count has reached 0. Deep structures are released without deep recursion (as CPython's trashcan). */
void object_dealloc(Vm *vm, Object *object);
/* A finalizer brought the object back to life: tells who watches deaths. */
void object_revived(Vm *vm, Object *object);

static inline Object *incref(Object *object)
{
    object->count++;
    return object;
}

static inline void decref(Vm *vm, Object *object)
{
    if (--object->count == 0)
        object_dealloc(vm, object);
}

static inline Object *xincref(Object *object) { return object ? incref(object) : NULL; }

static inline void xdecref(Vm *vm, Object *object)
{
    if (object)
        decref(vm, object);
}

/* *place = value (taken over), then releases what was there; either may be NULL. */
static inline void object_replace(Vm *vm, Object **place, Object *value)
{
    Object *old = *place;
    *place = value;
    xdecref(vm, old);
}

#define OBJECT(x) ((Object *)(x))

/* Makes an object of `size` bytes (without GcHead): count 1, type and number set, the rest not. With TYPE_HAS_GC it is
 * not tracked yet: gc_track once its fields are valid. NULL with MemoryError. */
Object *object_new(Vm *vm, Type *type, size_t size);
/* The same for a built-in type by its TypeId. */
Object *object_new_builtin(Vm *vm, TypeId id, size_t size);
/* Gives the memory back: the last thing a dealloc does (releases the type of heap types; untracks). */
void object_free(Vm *vm, Object *object);
size_t object_prefix_size(const Type *type);          /* how many bytes lie before an object of that type */
/* Changes the size of an untracked object with count 1 (tuple, str while being built). NULL with MemoryError: the old
 * one is gone. */
Object *object_resize(Vm *vm, Object *object, size_t size);

/* object_new with all bytes after the header zero: for objects whose fields must be valid at once. */
Object *object_new_zeroed(Vm *vm, Type *type, size_t size);
/* The hash of an object that has no other: its address, turned as CPython's _Py_HashPointer does. */
int64_t hash_pointer(const Vm *vm, const Object *object);

/* What the collector keeps of births, deaths and tracked objects is in vm.h: gc_allocated, gc_freed, gc_track, gc_untrack. */
static inline GcHead *gc_head(const Object *object) { return (GcHead *)((uintptr_t)object - sizeof(GcHead)); }
static inline bool gc_is_tracked(const Object *object) { return gc_head(object)->next != 0; }

/* For traverse: visits a field that may be NULL and returns from the function when the visitor says so. */
#define VISIT(field) \
    do { \
        if (field) { \
            int visited_ = visit(vm, OBJECT(field), context); \
            if (visited_) \
                return visited_; \
        } \
    } while (0)

/* ---- the abstract operations, as CPython's abstract.c and object.c ---- */
bool type_is_subtype(const Vm *vm, const Type *type, const Type *base);
/* A class of the program, and its subclasses, match as sequence or as mapping if `from` does. */
void type_adopt_match_kind(Type *type, const Type *from);
static inline bool object_is_instance(const Vm *vm, const Object *object, const Type *type)
{
    return object_type(vm, object) == type || type_is_subtype(vm, object_type(vm, object), type);
}

Object *object_repr(Vm *vm, Object *object);          /* a str; guards against too deep recursion */
Object *object_str(Vm *vm, Object *object);
Object *object_ascii(Vm *vm, Object *object);
Object *object_format(Vm *vm, Object *object, Object *spec /* str or NULL */);
int64_t object_hash(Vm *vm, Object *object);          /* -1: error */
int object_truth(Vm *vm, Object *object);             /* 1, 0, -1: error */
Object *object_compare(Vm *vm, Object *left, Object *right, CompareOp op);
int object_compare_truth(Vm *vm, Object *left, Object *right, CompareOp op);   /* identity implies == */
Object *object_binary(Vm *vm, Object *left, Object *right, BinaryOp op);
Object *object_in_place(Vm *vm, Object *left, Object *right, BinaryOp op);
Object *object_unary(Vm *vm, Object *operand, UnaryOp op);
Object *object_power(Vm *vm, Object *base, Object *exponent, Object *modulus);

Object *object_get_attribute(Vm *vm, Object *object, Object *name);
/* The same, but a missing attribute gives NULL without an exception (test vm_failed for others). */
Object *object_look_attribute(Vm *vm, Object *object, Object *name);
int object_set_attribute(Vm *vm, Object *object, Object *name, Object *value);   /* NULL: delete */
Object *object_generic_get(Vm *vm, Object *object, Object *name);

/* object.__sizeof__, which several types have as their own, too. */
Object *object_sizeof(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);
int object_generic_set(Vm *vm, Object *object, Object *name, Object *value);
/* A special method looked up on the type only, not bound: borrowed, NULL without an exception. */
Object *type_lookup(Vm *vm, Type *type, Object *name);

int64_t object_length(Vm *vm, Object *object);
int64_t object_length_hint(Vm *vm, Object *object, int64_t otherwise);   /* as PyObject_LengthHint */
Object *object_get_item(Vm *vm, Object *object, Object *key);
int object_set_item(Vm *vm, Object *object, Object *key, Object *value);         /* NULL: delete */
int object_contains(Vm *vm, Object *container, Object *value);
Object *object_iter(Vm *vm, Object *object);
Object *iterator_next(Vm *vm, Object *iterator);      /* NULL without exception: exhausted (StopIteration cleared) */
Object *object_index(Vm *vm, Object *object);         /* __index__: an int */
/* __index__ as a C number. Beyond 64 bits: `clip` (NULL clips) or raises OverflowError. -1 may mean error. */
int64_t object_as_index(Vm *vm, Object *object, bool clip);
/* New list or tuple from any iterable. */
Object *sequence_list(Vm *vm, Object *iterable);
Object *sequence_tuple(Vm *vm, Object *iterable);

/* ---- calls ---- */
Object *object_call(Vm *vm, Object *callable, Object *const *args, size_t count, Object *names);
/* callable(first, *args, ...), as _PyObject_Call_Prepend: no bound method is made. */
Object *object_call_before(Vm *vm, Object *callable, Object *first, Object *const *args, size_t count, Object *names);
/* Arguments that a tuple (and a dict, for those by name) holds already: a type or a __call__ makes no other one. */
typedef struct Packed {
    Object *const *args;       /* where they lie; NULL: nowhere */
    Object *tuple;             /* of those without a name; borrowed, NULL if there are none */
} Packed;

/* object_call with packed arguments, as f(*args, **names) has them. */
Object *object_call_packed(Vm *vm, Object *callable, Object *const *args, Object *tuple, Object *names);
bool call_is_by_vector(Vm *vm, Object *callable);     /* it takes its arguments as they lie, in no tuple */
/* One more reference to each argument for the time of a call, where CPython has a tuple of them; and its end. */
void call_hold(Object *const *args, size_t count);
void call_release(Vm *vm, Object *const *args, size_t count);
Object *object_call_none(Vm *vm, Object *callable);
Object *object_call_one(Vm *vm, Object *callable, Object *argument);
/* object.name(args): args[0] is the object itself, `count` includes it. */
Object *object_call_method(Vm *vm, Object *name, Object *const *args, size_t count, Object *names);

/* ---- identity, size ---- */
uint64_t object_address(const Vm *vm, const Object *object);   /* nominal: what id() gives */
uint64_t object_size(Vm *vm, Object *object);                  /* what sys.getsizeof gives */

/* Repr recursion: true when the object is already being shown (then write "[...]"). Leave what you entered with false. */
int repr_enter(Vm *vm, Object *object);               /* 1: already inside; 0: entered; -1: error */
void repr_leave(Vm *vm, Object *object);

#endif
