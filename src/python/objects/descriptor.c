/* What the methods and attributes of built-in types are: objects in the type's dict that know how to be reached through
 * an instance. As CPython's descrobject.c. */
#include "python/objects/descriptor.h"

#include <stdio.h>
#include <string.h>

#include "python/eval.h"
#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/vm.h"

/* ---- calling C functions ---- */

static Object *wrong_count(Vm *vm, const char *type_name, const char *name, const char *wanted, size_t count)
{
    return vm_raise(vm, TYPE_TypeError, "%s%s%s() takes %s (%zu given)", type_name ? type_name : "",
                    type_name ? "." : "", name, wanted, count);
}

Object *method_def_call(Vm *vm, const MethodDef *def, const char *type_name, Object *self, Object *const *args,
                        size_t count, Object *names)
{
    int kind = def->kind & METHOD_KIND_MASK;
    if (kind != METHOD_KEYWORDS && kind != METHOD_PACKED_KEYWORDS && names && tuple_length(names))
        return vm_raise(vm, TYPE_TypeError, "%s%s%s() takes no keyword arguments", type_name ? type_name : "",
                        type_name ? "." : "", def->name);
    if (kind == METHOD_NO_ARGS && count != 0)
        return wrong_count(vm, type_name, def->name, "no arguments", count);
    if (kind == METHOD_ONE && count != 1)
        return wrong_count(vm, type_name, def->name, "exactly one argument", count);
    if (kind < METHOD_PACKED || call_is_packed(vm, args))
        return def->function(vm, self, args, count, names);
    Object *tuple, *dict;
    if (eval_pack_call(vm, args, count, names, &tuple, &dict) < 0)
        return NULL;
    Packed outer = call_pack(vm, args, tuple);
    Object *result = def->function(vm, self, args, count, names);
    vm->packed = outer;
    xdecref(vm, tuple);
    xdecref(vm, dict);
    return result;
}

/* ---- what all descriptors share ---- */

static void descriptor_dealloc(Vm *vm, Object *self)
{
    Descriptor *descriptor = (Descriptor *)self;
    gc_untrack(vm, self);
    xdecref(vm, &descriptor->type->head);
    xdecref(vm, descriptor->name);
    xdecref(vm, descriptor->qualname);
    object_free(vm, self);
}

static int descriptor_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Descriptor *descriptor = (Descriptor *)self;
    VISIT(descriptor->type);
    VISIT(descriptor->name);
    VISIT(descriptor->qualname);
    return 0;
}

static Object *descriptor_start(Vm *vm, TypeId id, Type *type, const char *name)
{
    Type *kind = builtin_type(vm, id);
    Descriptor *descriptor = (Descriptor *)object_new_zeroed(vm, kind, kind->size);
    if (!descriptor)
        return NULL;
    descriptor->type = (Type *)incref(&type->head);
    descriptor->name = str_interned(vm, name);
    gc_track(vm, &descriptor->head);
    if (descriptor->name)
        return &descriptor->head;
    decref(vm, &descriptor->head);
    return NULL;
}

/* The instance must be one of the descriptor's type. */
static bool check_instance(Vm *vm, Descriptor *descriptor, Object *instance)
{
    if (object_is_instance(vm, instance, descriptor->type))
        return true;
    vm_raise(vm, TYPE_TypeError, "descriptor '%U' for '%N' objects doesn't apply to a '%T' object", descriptor->name,
             descriptor->type, instance);
    return false;
}

static Object *descriptor_get_qualname(Vm *vm, Object *self, void *closure)
{
    Descriptor *descriptor = (Descriptor *)self;
    return str_format(vm, "%U.%U", descriptor->type->qualname, descriptor->name);
}

static Object *descriptor_get_name(Vm *vm, Object *self, void *closure) { return incref(((Descriptor *)self)->name); }

static Object *descriptor_get_class(Vm *vm, Object *self, void *closure)
{
    return incref(&((Descriptor *)self)->type->head);
}

static Object *method_get_doc(Vm *vm, Object *self, void *closure)
{
    const char *doc = ((MethodDescriptor *)self)->def->doc;
    return doc ? str_from_c(vm, doc) : new_none(vm);
}

static Object *wrapper_get_doc(Vm *vm, Object *self, void *closure)
{
    return str_from_c(vm, ((WrapperDescriptor *)self)->def->doc);
}

static Object *no_doc(Vm *vm, Object *self, void *closure) { return new_none(vm); }

#define DESCRIPTOR_GETSET(doc) \
    {"__name__", descriptor_get_name, NULL, NULL}, {"__qualname__", descriptor_get_qualname, NULL, NULL}, \
    {"__objclass__", descriptor_get_class, NULL, NULL}, {"__doc__", doc, NULL, NULL}, {0},

static const GetSetDef method_getset[] = {DESCRIPTOR_GETSET(method_get_doc)};
static const GetSetDef wrapper_getset[] = {DESCRIPTOR_GETSET(wrapper_get_doc)};
static const GetSetDef plain_getset[] = {DESCRIPTOR_GETSET(no_doc)};

#define DESCRIPTOR_SPEC(descriptor_name, Struct) \
    .name = descriptor_name, .size = sizeof(Struct), .flags = TYPE_HAS_GC

/* ---- methods ---- */

Object *descriptor_method(Vm *vm, Type *type, const MethodDef *def)
{
    if (def->kind & METHOD_STATIC) {
        Object *function = builtin_function_new(vm, def, OBJECT(type), NULL);
        Object *holder = function ? object_call_one(vm, &builtin_type(vm, TYPE_STATICMETHOD)->head, function) : NULL;
        xdecref(vm, function);
        return holder;
    }
    TypeId id = def->kind & METHOD_CLASS ? TYPE_CLASSMETHOD_DESCRIPTOR : TYPE_METHOD_DESCRIPTOR;
    Object *descriptor = descriptor_start(vm, id, type, def->name);
    if (descriptor)
        ((MethodDescriptor *)descriptor)->def = def;
    return descriptor;
}

static Object *method_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    MethodDescriptor *method = (MethodDescriptor *)self;
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "unbound method %U.%U() needs an argument", method->base.type->qualname,
                        method->base.name);
    if (!check_instance(vm, &method->base, args[0]))
        return NULL;
    return method_def_call(vm, method->def, method->base.type->c_name, args[0], args + 1, count - 1, names);
}

static Object *method_bind(Vm *vm, Object *self, Object *instance, Object *owner)
{
    MethodDescriptor *method = (MethodDescriptor *)self;
    if (!instance)
        return incref(self);
    if (!check_instance(vm, &method->base, instance))
        return NULL;
    return builtin_function_new(vm, method->def, instance, NULL);
}

static Object *method_repr(Vm *vm, Object *self)
{
    Descriptor *descriptor = (Descriptor *)self;
    return str_format(vm, "<method '%U' of '%N' objects>", descriptor->name, descriptor->type);
}

const TypeSpec method_descriptor_spec = {
    .name = "method_descriptor", .size = sizeof(MethodDescriptor),
    .flags = TYPE_HAS_GC | TYPE_METHOD_DESCRIPTOR_FLAG,
    .slots = {.dealloc = descriptor_dealloc, .traverse = descriptor_traverse, .repr = method_repr,
              .call = method_call, .descriptor_get = method_bind},
    .getset = method_getset,
};

static Object *classmethod_bind(Vm *vm, Object *self, Object *instance, Object *owner)
{
    MethodDescriptor *method = (MethodDescriptor *)self;
    Object *type = owner ? owner : &object_type(vm, instance)->head;
    if (!is_type(vm, type))
        return vm_raise(vm, TYPE_TypeError, "descriptor '%U' for type '%N' needs a type, not a '%T' as arg 2",
                        method->base.name, method->base.type, type);
    if (!type_is_subtype(vm, (Type *)type, method->base.type))
        return vm_raise(vm, TYPE_TypeError, "descriptor '%U' requires a subtype of '%N' but received '%N'",
                        method->base.name, method->base.type, type);
    return builtin_function_new(vm, method->def, type, NULL);
}

static Object *classmethod_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "descriptor '%U' of '%N' object needs an argument",
                        ((Descriptor *)self)->name, ((Descriptor *)self)->type);
    Object *bound = classmethod_bind(vm, self, NULL, args[0]);
    Object *result = bound ? object_call(vm, bound, args + 1, count - 1, names) : NULL;
    xdecref(vm, bound);
    return result;
}

const TypeSpec classmethod_descriptor_spec = {
    DESCRIPTOR_SPEC("classmethod_descriptor", MethodDescriptor),
    .slots = {.dealloc = descriptor_dealloc, .traverse = descriptor_traverse, .repr = method_repr,
              .call = classmethod_call, .descriptor_get = classmethod_bind},
    .getset = method_getset,
};

/* ---- attributes ---- */

Object *descriptor_getset(Vm *vm, Type *type, const GetSetDef *def)
{
    Object *descriptor = descriptor_start(vm, TYPE_GETSET_DESCRIPTOR, type, def->name);
    if (descriptor)
        ((GetSetDescriptor *)descriptor)->def = def;
    return descriptor;
}

static Object *getset_get(Vm *vm, Object *self, Object *instance, Object *owner)
{
    GetSetDescriptor *descriptor = (GetSetDescriptor *)self;
    if (!instance)
        return incref(self);
    if (!check_instance(vm, &descriptor->base, instance))
        return NULL;
    return descriptor->def->get(vm, instance, descriptor->def->closure);
}

static int getset_set(Vm *vm, Object *self, Object *instance, Object *value)
{
    GetSetDescriptor *descriptor = (GetSetDescriptor *)self;
    if (!check_instance(vm, &descriptor->base, instance))
        return -1;
    if (!descriptor->def->set)
        return vm_raise_int(vm, TYPE_AttributeError, "attribute '%U' of '%N' objects is not writable",
                            descriptor->base.name, descriptor->base.type);
    return descriptor->def->set(vm, instance, value, descriptor->def->closure);
}

static Object *getset_repr(Vm *vm, Object *self)
{
    Descriptor *descriptor = (Descriptor *)self;
    return str_format(vm, "<attribute '%U' of '%N' objects>", descriptor->name, descriptor->type);
}

const TypeSpec getset_descriptor_spec = {
    DESCRIPTOR_SPEC("getset_descriptor", GetSetDescriptor),
    .slots = {.dealloc = descriptor_dealloc, .traverse = descriptor_traverse, .repr = getset_repr,
              .descriptor_get = getset_get, .descriptor_set = getset_set},
    .getset = plain_getset,
};

Object *descriptor_member(Vm *vm, Type *type, const MemberDef *def, Object *name)
{
    Object *object = descriptor_start(vm, TYPE_MEMBER_DESCRIPTOR, type, def->name ? def->name : "");
    if (!object)
        return NULL;
    MemberDescriptor *descriptor = (MemberDescriptor *)object;
    descriptor->def = (MemberPlace){(uint32_t)def->offset, (uint8_t)def->kind, def->read_only};
    if (name)
        object_replace(vm, &descriptor->base.name, incref(name));
    return object;
}

static Object *member_get(Vm *vm, Object *self, Object *instance, Object *owner)
{
    MemberDescriptor *descriptor = (MemberDescriptor *)self;
    if (!instance)
        return incref(self);
    if (!check_instance(vm, &descriptor->base, instance))
        return NULL;
    const char *place = (const char *)instance + descriptor->def.offset;
    switch ((MemberKind)descriptor->def.kind) {
    case MEMBER_SSIZE: return int_from_i64(vm, *(const int64_t *)place);
    case MEMBER_INT: return int_from_i64(vm, *(const int32_t *)place);
    case MEMBER_BOOL: return new_bool(vm, *(const bool *)place);
    case MEMBER_OBJECT:
    case MEMBER_OBJECT_OR_ERROR: break;
    }
    Object *value = *(Object *const *)place;
    if (value)
        return incref(value);
    if (descriptor->def.kind == MEMBER_OBJECT)
        return new_none(vm);
    return vm_raise(vm, TYPE_AttributeError, "'%T' object has no attribute '%U'", instance, descriptor->base.name);
}

static int member_set(Vm *vm, Object *self, Object *instance, Object *value)
{
    MemberDescriptor *descriptor = (MemberDescriptor *)self;
    if (!check_instance(vm, &descriptor->base, instance))
        return -1;
    bool is_object = descriptor->def.kind == MEMBER_OBJECT || descriptor->def.kind == MEMBER_OBJECT_OR_ERROR;
    if (descriptor->def.read_only || !is_object)
        return vm_raise_int(vm, TYPE_AttributeError, "readonly attribute");
    Object **place = (Object **)((char *)instance + descriptor->def.offset);
    if (!value && !*place && descriptor->def.kind == MEMBER_OBJECT_OR_ERROR) {
        vm_raise_object(vm, TYPE_AttributeError, descriptor->base.name);
        return -1;
    }
    object_replace(vm, place, xincref(value));
    return 0;
}

static Object *member_repr(Vm *vm, Object *self)
{
    Descriptor *descriptor = (Descriptor *)self;
    return str_format(vm, "<member '%U' of '%N' objects>", descriptor->name, descriptor->type);
}

const TypeSpec member_descriptor_spec = {
    DESCRIPTOR_SPEC("member_descriptor", MemberDescriptor),
    .slots = {.dealloc = descriptor_dealloc, .traverse = descriptor_traverse, .repr = member_repr,
              .descriptor_get = member_get, .descriptor_set = member_set},
    .getset = plain_getset,
};

/* ---- slots as methods ---- */

Object *descriptor_wrapper(Vm *vm, Type *type, const SlotDef *def)
{
    Utf8Buffer buffer;
    const char *name = str_utf8(vm, vm->names[def->name], &buffer, NULL);
    Object *object = name ? descriptor_start(vm, TYPE_WRAPPER_DESCRIPTOR, type, name) : NULL;
    utf8_buffer_finish(&buffer);
    if (!object)
        return NULL;
    WrapperDescriptor *descriptor = (WrapperDescriptor *)object;
    descriptor->def = def;
    descriptor->wrapped = *(AnyFunction *)((char *)&type->slots + def->offset);
    return object;
}

/* With the tuple and the dict of the arguments without self, which CPython's wrapper functions take. */
static Object *call_wrapped(Vm *vm, const WrapperDescriptor *wrapper, Object *self, Object *const *args, size_t count,
                            Object *names)
{
    Object *tuple, *dict;
    if (eval_pack_call(vm, args, count, names, &tuple, &dict) < 0)
        return NULL;
    Packed outer = call_pack(vm, args, tuple);
    Object *result = slot_call_wrapped(vm, wrapper->def, wrapper->wrapped, self, args, count, names);
    vm->packed = outer;
    xdecref(vm, tuple);
    xdecref(vm, dict);
    return result;
}

static Object *wrapper_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    WrapperDescriptor *wrapper = (WrapperDescriptor *)self;
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "descriptor '%U' of '%N' object needs an argument", wrapper->base.name,
                        wrapper->base.type);
    if (!object_is_instance(vm, args[0], wrapper->base.type))
        return vm_raise(vm, TYPE_TypeError, "descriptor '%U' requires a '%N' object but received a '%T'",
                        wrapper->base.name, wrapper->base.type, args[0]);
    Object *tuple = call_is_packed(vm, args) ? NULL : tuple_from(vm, args, (int64_t)count);    /* the caller's */
    Object *result = vm_failed(vm) ? NULL : call_wrapped(vm, wrapper, args[0], args + 1, count - 1, names);
    xdecref(vm, tuple);
    return result;
}

static Object *wrapper_bind(Vm *vm, Object *self, Object *instance, Object *owner)
{
    if (!instance)
        return incref(self);
    if (!check_instance(vm, (Descriptor *)self, instance))
        return NULL;
    MethodWrapper *bound = (MethodWrapper *)object_new_builtin(vm, TYPE_METHOD_WRAPPER, sizeof *bound);
    if (!bound)
        return NULL;
    bound->descriptor = incref(self);
    bound->self = incref(instance);
    gc_track(vm, &bound->head);
    return &bound->head;
}

static Object *wrapper_repr(Vm *vm, Object *self)
{
    Descriptor *descriptor = (Descriptor *)self;
    return str_format(vm, "<slot wrapper '%U' of '%N' objects>", descriptor->name, descriptor->type);
}

const TypeSpec wrapper_descriptor_spec = {
    .name = "wrapper_descriptor", .size = sizeof(WrapperDescriptor),
    .flags = TYPE_HAS_GC | TYPE_METHOD_DESCRIPTOR_FLAG,
    .slots = {.dealloc = descriptor_dealloc, .traverse = descriptor_traverse, .repr = wrapper_repr,
              .call = wrapper_call, .descriptor_get = wrapper_bind},
    .getset = wrapper_getset,
};

static void bound_wrapper_dealloc(Vm *vm, Object *self)
{
    MethodWrapper *bound = (MethodWrapper *)self;
    gc_untrack(vm, self);
    xdecref(vm, bound->descriptor);
    xdecref(vm, bound->self);
    object_free(vm, self);
}

static int bound_wrapper_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    MethodWrapper *bound = (MethodWrapper *)self;
    VISIT(bound->descriptor);
    VISIT(bound->self);
    return 0;
}

static Object *bound_wrapper_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    MethodWrapper *bound = (MethodWrapper *)self;
    WrapperDescriptor *wrapper = (WrapperDescriptor *)bound->descriptor;
    if (call_is_packed(vm, args))
        return slot_call_wrapped(vm, wrapper->def, wrapper->wrapped, bound->self, args, count, names);
    return call_wrapped(vm, wrapper, bound->self, args, count, names);
}

static Object *bound_wrapper_repr(Vm *vm, Object *self)
{
    MethodWrapper *bound = (MethodWrapper *)self;
    char address[24];
    snprintf(address, sizeof address, "0x%llx", (unsigned long long)object_address(vm, bound->self));
    return str_format(vm, "<method-wrapper '%U' of %T object at %s>", ((Descriptor *)bound->descriptor)->name,
                      bound->self, address);
}

static Object *bound_wrapper_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(right, METHOD_WRAPPER) || (op != COMPARE_EQ && op != COMPARE_NE))
        return new_not_implemented(vm);
    MethodWrapper *a = (MethodWrapper *)left, *b = (MethodWrapper *)right;
    return new_bool(vm, (a->descriptor == b->descriptor && a->self == b->self) == (op == COMPARE_EQ));
}

static int64_t bound_wrapper_hash(Vm *vm, Object *self)
{
    MethodWrapper *bound = (MethodWrapper *)self;
    int64_t hash = hash_pointer(vm, bound->self) ^ hash_pointer(vm, bound->descriptor);
    return hash == -1 ? -2 : hash;
}

static Object *bound_wrapper_get_name(Vm *vm, Object *self, void *closure)
{
    return incref(((Descriptor *)((MethodWrapper *)self)->descriptor)->name);
}

static Object *bound_wrapper_get_self(Vm *vm, Object *self, void *closure)
{
    return incref(((MethodWrapper *)self)->self);
}

static Object *bound_wrapper_get_doc(Vm *vm, Object *self, void *closure)
{
    return wrapper_get_doc(vm, ((MethodWrapper *)self)->descriptor, NULL);
}

static Object *bound_wrapper_get_class(Vm *vm, Object *self, void *closure)
{
    return descriptor_get_class(vm, ((MethodWrapper *)self)->descriptor, NULL);
}

static Object *bound_wrapper_get_qualname(Vm *vm, Object *self, void *closure)
{
    return descriptor_get_qualname(vm, ((MethodWrapper *)self)->descriptor, NULL);
}

static const GetSetDef bound_wrapper_getset[] = {
    {"__objclass__", bound_wrapper_get_class, NULL, NULL},
    {"__qualname__", bound_wrapper_get_qualname, NULL, NULL},
    {"__name__", bound_wrapper_get_name, NULL, NULL},
    {"__self__", bound_wrapper_get_self, NULL, NULL},
    {"__doc__", bound_wrapper_get_doc, NULL, NULL},
    {0},
};

const TypeSpec method_wrapper_spec = {
    .name = "method-wrapper", .size = sizeof(MethodWrapper), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = bound_wrapper_dealloc, .traverse = bound_wrapper_traverse, .repr = bound_wrapper_repr,
              .call = bound_wrapper_call, .compare = bound_wrapper_compare, .hash = bound_wrapper_hash},
    .getset = bound_wrapper_getset,
};
