/* super: looks an attribute up from behind a class in the order of resolution. As super_getattro in typeobject.c. */
#include "python/objects/class.h"
#include "python/objects/descriptor.h"
#include "python/objects/function.h"
#include "python/vm.h"

static void super_dealloc(Vm *vm, Object *self)
{
    Super *super = (Super *)self;
    gc_untrack(vm, self);
    xdecref(vm, OBJECT(super->type));
    xdecref(vm, super->object);
    xdecref(vm, OBJECT(super->object_type));
    object_free(vm, self);
}

static int super_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Super *super = (Super *)self;
    VISIT(super->type);
    VISIT(super->object);
    VISIT(super->object_type);
    return 0;
}

static Object *super_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (self)
        gc_track(vm, self);
    return self;
}

/* The class whose order of resolution counts: the object itself for class methods, else its type, or what a proxy says by
 * its __class__ that it stands for. New reference. */
static Type *super_check(Vm *vm, Type *type, Object *object)
{
    if (is_type(vm, object) && type_is_subtype(vm, (Type *)object, type))
        return (Type *)incref(object);
    if (type_is_subtype(vm, object_type(vm, object), type))
        return (Type *)incref(OBJECT(object_type(vm, object)));
    Object *claimed = object_look_attribute(vm, object, name_of(vm, class));
    if (!claimed)
        vm_clear_error(vm);
    if (claimed && is_type(vm, claimed) && type_is_subtype(vm, (Type *)claimed, type))
        return (Type *)claimed;
    xdecref(vm, claimed);
    return vm_raise(vm, TYPE_TypeError, "super(type, obj): obj must be an instance or subtype of type");
}

/* super() without arguments: the first argument of the running function, and its __class__ cell. */
static int from_frame(Vm *vm, Type **type, Object **object)
{
    Frame *frame = vm->frame;
    if (!frame || frame->code->arg_count == 0)
        return vm_raise_int(vm, TYPE_RuntimeError, "super(): no arguments");
    Object *first = frame_variable(vm, frame, 0);
    if (!first)
        return vm_raise_int(vm, TYPE_RuntimeError, "super(): arg[0] deleted");
    for (int i = frame->code->locals_count - frame->code->free_count; i < frame->code->locals_count; i++) {
        if (!str_equals_c(tuple_item(frame->code->local_names, i), "__class__"))
            continue;
        Object *cell = frame->slots[i] ? ((Cell *)frame->slots[i])->value : NULL;
        if (!cell)
            return vm_raise_int(vm, TYPE_RuntimeError, "super(): empty __class__ cell");
        *type = (Type *)cell;
        *object = first;
        return 0;
    }
    return vm_raise_int(vm, TYPE_RuntimeError, "super(): __class__ cell not found");
}

static int super_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Super *super = (Super *)self;
    if (!args_no_names(vm, "super", names) || !args_check(vm, "super()", count, 0, 2))
        return -1;
    Type *type = count > 0 ? (Type *)args[0] : NULL;
    Object *object = count > 1 ? args[1] : NULL;
    if (count == 0 && from_frame(vm, &type, &object) < 0)
        return -1;
    if (!is_type(vm, &type->head))
        return vm_raise_int(vm, TYPE_TypeError, "super() argument 1 must be a type, not %T", type);
    if (object == none(vm))
        object = NULL;
    Type *object_type_found = object ? super_check(vm, type, object) : NULL;
    if (object && !object_type_found)
        return -1;
    object_replace(vm, (Object **)&super->type, incref(&type->head));
    object_replace(vm, &super->object, xincref(object));
    object_replace(vm, (Object **)&super->object_type, OBJECT(object_type_found));
    return 0;
}

static Object *super_look(Vm *vm, Super *super, Object *name)
{
    const Tuple *mro = (const Tuple *)super->object_type->mro;
    int64_t i = 0;
    if (!mro)
        return NULL;           /* the class is still being made */
    while (i + 1 < mro->length && mro->items[i] != OBJECT(super->type))
        i++;
    for (i++; i < mro->length; i++) {
        Object *value = dict_get(vm, ((Type *)mro->items[i])->dict, name);
        if (vm_failed(vm))
            return NULL;
        if (!value)
            continue;
        Object *(*get)(Vm *, Object *, Object *, Object *) = object_type(vm, value)->slots.descriptor_get;
        if (!get)
            return incref(value);
        incref(value);
        Object *bound = get(vm, value, super->object == OBJECT(super->object_type) ? NULL : super->object,
                            OBJECT(super->object_type));
        decref(vm, value);
        return bound;
    }
    return NULL;
}

static Object *super_get_attribute(Vm *vm, Object *self, Object *name)
{
    Super *super = (Super *)self;
    if (super->object_type && !str_equal(name, name_of(vm, class))) {
        Object *value = super_look(vm, super, name);
        if (value || vm_failed(vm))
            return value;
    }
    return object_generic_get(vm, self, name);
}

static Object *super_bind(Vm *vm, Object *self, Object *instance, Object *owner)
{
    Super *super = (Super *)self;
    if (!instance || instance == none(vm) || super->object)
        return incref(self);
    Object *args[] = {OBJECT(super->type), instance};
    return object_call(vm, &object_type(vm, self)->head, args, 2, NULL);
}

static Object *super_repr(Vm *vm, Object *self)
{
    Super *super = (Super *)self;
    if (super->object_type)
        return str_format(vm, "<super: <class '%N'>, <%N object>>", super->type, super->object_type);
    return str_format(vm, "<super: <class '%N'>, NULL>", super->type);
}

static const MemberDef super_members[] = {
    {"__thisclass__", MEMBER_OBJECT, offsetof(Super, type), true},
    {"__self__", MEMBER_OBJECT, offsetof(Super, object), true},
    {"__self_class__", MEMBER_OBJECT, offsetof(Super, object_type), true},
    {0},
};

const TypeSpec super_spec = {
    .name = "super", .size = sizeof(Super), .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {.dealloc = super_dealloc, .traverse = super_traverse, .new = super_new, .init = super_init,
              .get_attribute = super_get_attribute, .descriptor_get = super_bind, .repr = super_repr},
    .members = super_members,
};
