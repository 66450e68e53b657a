/* Where objects keep references, by type: a table of fields for those with fields, a function for those with items.
 * What has neither is asked through its traverse, and its references have no label. */
#include "python/references.h"

#include <stddef.h>

#include "python/modules/collections.h"
#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/vm.h"

/* One visit of what one holder refers to. */
typedef struct Emitter {
    Vm *vm;
    ReferenceVisitor visit;
    void *context;
    Reference like;            /* holder and frame are set */
    int result;                /* not 0: ended */
} Emitter;

static void emit(Emitter *e, Object *target, HolderRole role, Object *label, const char *word, int64_t index)
{
    if (!target || e->result)
        return;
    Reference reference = e->like;
    reference.target = target;
    reference.role = (uint8_t)role;
    reference.label = label;
    reference.word = word;
    reference.index = index;
    e->result = e->visit(e->vm, &reference, e->context);
}

/* A part: what it holds counts as the holder's own, in that role. */
static void emit_part(Emitter *e, Object *target, HolderRole role, const char *word, HolderRole inner)
{
    e->like.is_part = true;
    e->like.inner = (uint8_t)inner;
    emit(e, target, role, NULL, word, -1);
    e->like.is_part = false;
    e->like.inner = 0;
}

/* ---- fields ---- */

typedef struct FieldRow {
    uint32_t offset;
    uint8_t role;              /* HolderRole */
    uint8_t inner;             /* with is_part: of what the field's object holds */
    bool is_part;
    const char *word;          /* NULL ends a list */
} FieldRow;

#define FIELD(type, name, role, word) {offsetof(type, name), HOLDER_##role, 0, false, word}
#define PART(type, name, inner, word) {offsetof(type, name), HOLDER_PART, HOLDER_##inner, true, word}
#define END {0}

static const FieldRow function_fields[] = {
    FIELD(Function, code, PART, "__code__"), FIELD(Function, globals, NAMESPACE, "__globals__"),
    FIELD(Function, module, PART, "__module__"), PART(Function, defaults, DEFAULT, "__defaults__"),
    PART(Function, kwdefaults, DEFAULT, "__kwdefaults__"), FIELD(Function, doc, PART, "__doc__"),
    FIELD(Function, name, PART, "__name__"), PART(Function, dict, ATTRIBUTE, "__dict__"),
    PART(Function, closure, CLOSURE, "__closure__"), FIELD(Function, annotations, PART, "__annotations__"),
    FIELD(Function, qualname, PART, "__qualname__"), FIELD(Function, builtins, NAMESPACE, "__builtins__"), END,
};
static const FieldRow method_fields[] = {
    FIELD(Method, function, METHOD, "__func__"), FIELD(Method, self, METHOD, "__self__"), END,
};
static const FieldRow builtin_fields[] = {
    FIELD(BuiltinFunction, self, METHOD, "__self__"), FIELD(BuiltinFunction, module, PART, "__module__"), END,
};
static const FieldRow cell_fields[] = {FIELD(Cell, value, PART, "contents"), END};
static const FieldRow module_fields[] = {
    PART(ModuleObject, dict, NAME, "__dict__"), FIELD(ModuleObject, name, PART, "__name__"), END,
};
static const FieldRow code_fields[] = {
    PART(Code, consts, CONSTANT, "co_consts"), FIELD(Code, names, PART, "co_names"),
    FIELD(Code, local_names, PART, "co_varnames"), FIELD(Code, filename, PART, "co_filename"),
    FIELD(Code, name, PART, "co_name"), FIELD(Code, qualname, PART, "co_qualname"), END,
};
static const FieldRow traceback_fields[] = {
    FIELD(Traceback, next, TRACEBACK, "tb_next"), FIELD(Traceback, frame, TRACEBACK, "tb_frame"), END,
};
static const FieldRow exception_fields[] = {
    PART(Exception, dict, ATTRIBUTE, "__dict__"), FIELD(Exception, args, PART, "args"),
    FIELD(Exception, notes, PART, "__notes__"), FIELD(Exception, traceback, TRACEBACK, "__traceback__"),
    FIELD(Exception, cause, PART, "__cause__"), FIELD(Exception, context, PART, "__context__"), END,
};
static const FieldRow slice_fields[] = {
    FIELD(Slice, start, PART, "start"), FIELD(Slice, stop, PART, "stop"), FIELD(Slice, step, PART, "step"), END,
};
static const FieldRow range_fields[] = {
    FIELD(Range, start, PART, "start"), FIELD(Range, stop, PART, "stop"), FIELD(Range, step, PART, "step"),
    FIELD(Range, length, PART, "length"), END,
};
static const FieldRow property_fields[] = {
    FIELD(Property, get, PART, "fget"), FIELD(Property, set, PART, "fset"), FIELD(Property, delete, PART, "fdel"),
    FIELD(Property, doc, PART, "__doc__"), FIELD(Property, name, PART, "name"), END,
};
static const FieldRow method_holder_fields[] = {
    FIELD(MethodHolder, callable, PART, "__func__"), PART(MethodHolder, dict, ATTRIBUTE, "__dict__"), END,
};

static const FieldRow wrapper_fields[] = {
    FIELD(MethodWrapper, descriptor, PART, "the descriptor"), FIELD(MethodWrapper, self, METHOD, "__self__"), END,
};
static const FieldRow descriptor_fields[] = {
    FIELD(Descriptor, type, PART, "__objclass__"), FIELD(Descriptor, name, PART, "__name__"),
    FIELD(Descriptor, qualname, PART, "__qualname__"), END,
};
static const FieldRow super_fields[] = {
    FIELD(Super, type, PART, "__thisclass__"), FIELD(Super, object, METHOD, "__self__"),
    FIELD(Super, object_type, PART, "__self_class__"), END,
};

static void emit_fields(Emitter *e, Object *object, const FieldRow *rows)
{
    for (; rows->word; rows++) {
        Object *value = *(Object **)((char *)object + rows->offset);
        if (rows->is_part)
            emit_part(e, value, (HolderRole)rows->role, rows->word, (HolderRole)rows->inner);
        else
            emit(e, value, (HolderRole)rows->role, NULL, rows->word, -1);
    }
}

/* ---- items ---- */

static void emit_items(Emitter *e, Object *const *items, int64_t count)
{
    for (int64_t i = 0; i < count && !e->result; i++)
        emit(e, items[i], HOLDER_ITEM, NULL, NULL, i);
}

static void emit_list(Emitter *e, Object *object) { emit_items(e, ((List *)object)->items, ((List *)object)->length); }
static void emit_tuple(Emitter *e, Object *object) { emit_items(e, ((Tuple *)object)->items, tuple_length(object)); }

static void emit_dict(Emitter *e, Object *object)
{
    int64_t position = 0;
    Object *key, *value;
    while (!e->result && dict_next(object, &position, &key, &value)) {
        emit(e, key, HOLDER_KEY, key, NULL, -1);
        emit(e, value, HOLDER_VALUE, key, NULL, -1);
    }
}

static void emit_set(Emitter *e, Object *object)
{
    int64_t position = 0;
    Object *key;
    while (!e->result && set_next(object, &position, &key))
        emit(e, key, HOLDER_MEMBER, NULL, NULL, -1);
}

static void emit_type(Emitter *e, Object *object)
{
    Type *type = (Type *)object;
    emit_part(e, type->dict, HOLDER_PART, "__dict__", HOLDER_ATTRIBUTE);
    emit_part(e, type->bases, HOLDER_PART, "__bases__", HOLDER_BASE);
    emit_part(e, type->mro, HOLDER_PART, "__mro__", HOLDER_PART);
    emit(e, type->name, HOLDER_PART, NULL, "__name__", -1);
    emit(e, type->qualname, HOLDER_PART, NULL, "__qualname__", -1);
    emit(e, type->slot_names, HOLDER_PART, NULL, "__slots__", -1);
    emit(e, OBJECT(type->base), HOLDER_BASE, NULL, "__base__", -1);
    for (uint32_t i = 0; type->keys && i < type->keys->count; i++)
        emit(e, type->keys->names[i], HOLDER_PART, NULL, "names of its instances' attributes", i);
}

static void emit_frame_object(Emitter *e, Object *object)
{
    FrameObject *self = (FrameObject *)object;
    emit(e, OBJECT(self->back), HOLDER_TRACEBACK, NULL, "f_back", -1);
    emit(e, self->trace, HOLDER_PART, NULL, "f_trace", -1);
    if (!e->result && self->frame && self->frame->owner == FRAME_IN_OBJECT)
        e->result = references_of_frame(e->vm, self->frame, object, e->visit, e->context);
}

/* While it runs, its frame is one of the call stack's. */
static void emit_generator(Emitter *e, Object *object)
{
    Generator *self = (Generator *)object;
    emit(e, self->name, HOLDER_PART, NULL, "__name__", -1);
    emit(e, self->qualname, HOLDER_PART, NULL, "__qualname__", -1);
    emit(e, self->code, HOLDER_PART, NULL, "gi_code", -1);
    emit(e, self->handled.value, HOLDER_HANDLED, NULL, NULL, -1);
    if (!e->result && !self->finished && !self->executing)
        e->result = references_of_frame(e->vm, &self->frame, object, e->visit, e->context);
}

static void emit_exception(Emitter *e, Object *object)
{
    Type *type = object_type(e->vm, object);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    emit_fields(e, object, exception_fields);
    int count = (int)exception_field_count(type);
    for (int i = 0; i < count; i++)
        emit(e, exception_field(object, i), HOLDER_PART, NULL, NULL, -1);
}

/* ---- by type ---- */

typedef struct ReferenceRow {
    const FieldRow *fields;
    void (*items)(Emitter *e, Object *object);
} ReferenceRow;

static const ReferenceRow rows[TYPE_COUNT] = {
    [TYPE_LIST] = {NULL, emit_list}, [TYPE_TUPLE] = {NULL, emit_tuple}, [TYPE_DICT] = {NULL, emit_dict},
    [TYPE_SET] = {NULL, emit_set}, [TYPE_FROZENSET] = {NULL, emit_set}, [TYPE_TYPE] = {NULL, emit_type},
    [TYPE_FRAME] = {NULL, emit_frame_object}, [TYPE_GENERATOR] = {NULL, emit_generator},
    [TYPE_COROUTINE] = {NULL, emit_generator}, [TYPE_ASYNC_GENERATOR] = {NULL, emit_generator},
    [TYPE_FUNCTION] = {function_fields, NULL}, [TYPE_METHOD] = {method_fields, NULL},
    [TYPE_BUILTIN_FUNCTION] = {builtin_fields, NULL}, [TYPE_CELL] = {cell_fields, NULL},
    [TYPE_MODULE] = {module_fields, NULL}, [TYPE_CODE] = {code_fields, NULL},
    [TYPE_TRACEBACK] = {traceback_fields, NULL}, [TYPE_SLICE] = {slice_fields, NULL},
    [TYPE_RANGE] = {range_fields, NULL}, [TYPE_PROPERTY] = {property_fields, NULL},
    [TYPE_METHOD_WRAPPER] = {wrapper_fields, NULL}, [TYPE_SUPER] = {super_fields, NULL},
    [TYPE_METHOD_DESCRIPTOR] = {descriptor_fields, NULL}, [TYPE_CLASSMETHOD_DESCRIPTOR] = {descriptor_fields, NULL},
    [TYPE_GETSET_DESCRIPTOR] = {descriptor_fields, NULL}, [TYPE_MEMBER_DESCRIPTOR] = {descriptor_fields, NULL},
    [TYPE_WRAPPER_DESCRIPTOR] = {descriptor_fields, NULL},
    [TYPE_CLASSMETHOD] = {method_holder_fields, NULL}, [TYPE_STATICMETHOD] = {method_holder_fields, NULL},
};

/* Types of library modules have no number of their own. */
static bool emit_collection(Emitter *e, Object *object)
{
    if (deque_is(e->vm, object)) {
        for (int64_t i = 0; i < deque_size(object) && !e->result; i++)
            emit(e, deque_at(object, i), HOLDER_ITEM, NULL, NULL, i);
    } else if (defaultdict_is(e->vm, object)) {
        emit(e, defaultdict_factory(object), HOLDER_PART, NULL, "default_factory", -1);
        emit_dict(e, object);
    } else {
        return false;
    }
    return true;
}

static int emit_inside(Vm *vm, Object *target, void *context)
{
    Emitter *e = context;
    emit(e, target, HOLDER_PART, NULL, NULL, -1);
    return e->result;
}

/* What the object is as an instance of a type that was not written in Python. */
static void emit_builtin(Emitter *e, Object *object, Type *type)
{
    uintptr_t place = (uintptr_t)type - (uintptr_t)e->vm->types;
    size_t id = place / sizeof(Type);
    if (id >= TYPE_BaseException && id < TYPE_COUNT)
        emit_exception(e, object);
    else if (id < TYPE_COUNT && rows[id].items)
        rows[id].items(e, object);
    else if (id < TYPE_COUNT && rows[id].fields)
        emit_fields(e, object, rows[id].fields);
    else if (!emit_collection(e, object) && type->slots.traverse)
        type->slots.traverse(e->vm, object, emit_inside, e);
}

static void emit_slots(Emitter *e, Object *object, const Type *type)
{
    int64_t count = type->slots_start ? tuple_length(type->slot_names) : 0;
    for (int64_t i = 0; i < count; i++)
        emit(e, ((Object **)((char *)object + type->slots_start))[i], HOLDER_ATTRIBUTE,
             tuple_item(type->slot_names, i), NULL, -1);
}

static void emit_attributes(Emitter *e, Object *object, uint32_t flags)
{
    if (flags & TYPE_DICT_AT_END) {
        emit_part(e, *instance_dict_at_end(e->vm, object), HOLDER_PART, "__dict__", HOLDER_ATTRIBUTE);
        return;
    }
    const ManagedDict *managed = managed_dict(object);
    emit_part(e, managed->dict, HOLDER_PART, "__dict__", HOLDER_ATTRIBUTE);
    for (int i = 0; managed->values && i < managed->values->count; i++) {
        int place = managed->values->order[i];
        Object *name = object_type(e->vm, object)->keys->names[place];
        emit(e, managed->values->items[place], HOLDER_ATTRIBUTE, name, NULL, -1);
    }
}

static void emit_instance(Emitter *e, Object *object, Type *type)
{
    emit(e, OBJECT(type), HOLDER_CLASS, NULL, NULL, -1);
    for (const Type *t = type; t->flags & TYPE_HEAP; t = t->base)
        emit_slots(e, object, t);
    if (type->flags & (TYPE_MANAGED_DICT | TYPE_DICT_AT_END))
        emit_attributes(e, object, type->flags);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    emit_builtin(e, object, type);
}

int references_of_object(Vm *vm, Object *object, ReferenceVisitor visit, void *context)
{
    Emitter e = {.vm = vm, .visit = visit, .context = context, .like = {.holder = object}};
    Type *type = object_type(vm, object);
    if (type->flags & TYPE_HEAP)
        emit_instance(&e, object, type);
    else
        emit_builtin(&e, object, type);
    return e.result;
}
