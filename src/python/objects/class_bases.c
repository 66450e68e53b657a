/* The order of resolution of a class written in Python, and assigning to its __bases__. As mro_invoke, mro_hierarchy and
 * type_set_bases of CPython's typeobject.c. */
#include "python/objects/class.h"

#include "python/slot.h"
#include "python/vm.h"

static Type *solid_builtin(Type *type)
{
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type;
}

/* What a metaclass's mro() gave. */
static int check_mro(Vm *vm, Type *type, Object *mro)
{
    if (tuple_length(mro) == 0)
        return vm_raise_int(vm, TYPE_TypeError, "type MRO must not be empty");
    for (int64_t i = 0; i < tuple_length(mro); i++) {
        Object *class = tuple_item(mro, i);
        if (!is_type(vm, class))
            return vm_raise_int(vm, TYPE_TypeError, "mro() returned a non-class ('%T')", class);
        if (!type_is_subtype(vm, solid_builtin(type), solid_builtin((Type *)class)))
            return vm_raise_int(vm, TYPE_TypeError, "mro() returned base with unsuitable layout ('%N')", class);
    }
    return 0;
}

Object *class_mro(Vm *vm, Type *type)
{
    Type *metatype = object_type(vm, &type->head);
    if (metatype == builtin_type(vm, TYPE_TYPE) || !(metatype->flags & TYPE_HEAP))
        return type_compute_mro(vm, type);
    Object *self = &type->head;
    Object *order = special_call(vm, name_of(vm, plain_mro), &self, 1);
    Object *tuple = order ? sequence_tuple(vm, order) : NULL;
    xdecref(vm, order);
    if (tuple && check_mro(vm, type, tuple) < 0)
        object_replace(vm, &tuple, NULL);
    return tuple;
}

/* ---- __bases__ = ---- */

/* Within a metaclass's mro() a base may have its new base already but not its new order. */
static bool base_chain_has(const Type *type, const Type *wanted)
{
    while (type && type != wanted)
        type = type->base;
    return type != NULL;
}

static int check_bases(Vm *vm, Type *type, Object *bases)
{
    if (!is_tuple(vm, bases))
        return vm_raise_int(vm, TYPE_TypeError, "can only assign tuple to %N.__bases__, not %T", type, bases);
    if (tuple_length(bases) == 0)
        return vm_raise_int(vm, TYPE_TypeError, "can only assign non-empty tuple to %N.__bases__, not ()", type);
    for (int64_t i = 0; i < tuple_length(bases); i++) {
        Object *base = tuple_item(bases, i);
        if (!is_type(vm, base))
            return vm_raise_int(vm, TYPE_TypeError, "%N.__bases__ must be tuple of classes, not '%T'", type, base);
        if (type_is_subtype(vm, (Type *)base, type) || base_chain_has((Type *)base, type))
            return vm_raise_int(vm, TYPE_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return 0;
}

/* Instances that exist keep their layout. */
static int check_layout(Vm *vm, const Type *old, const Type *new)
{
    const uint32_t dict_flags = TYPE_MANAGED_DICT | TYPE_DICT_AT_END;
    if ((old->flags & TYPE_HEAP) != (new->flags & TYPE_HEAP))
        return vm_raise_int(vm, TYPE_TypeError, "__bases__ assignment: '%N' deallocator differs from '%N'", new, old);
    if (old->size != new->size || old->item_size != new->item_size ||
        (old->flags & dict_flags) != (new->flags & dict_flags) || old->dict_offset != new->dict_offset ||
        solid_builtin((Type *)old) != solid_builtin((Type *)new))
        return vm_raise_int(vm, TYPE_TypeError, "__bases__ assignment: '%N' object layout differs from '%N'", new, old);
    return 0;
}

/* New orders for a class and all below it. When one cannot be made, those made before stay: the caller puts the old
 * bases back and does it again. */
static int mro_hierarchy(Vm *vm, Type *type)
{
    Object *mro = class_mro(vm, type);
    if (!mro)
        return -1;
    type_modified(vm, type);
    object_replace(vm, &type->mro, mro);
    int result = 0;
    for (uint32_t i = 0; i < type->subclass_count && result == 0; i++)
        result = mro_hierarchy(vm, type->subclasses[i]);
    return result;
}

static void unlink_bases(Type *type)
{
    for (int64_t i = 0; i < tuple_length(type->bases); i++)
        type_remove_subclass((Type *)tuple_item(type->bases, i), type);
}

static int link_bases(Vm *vm, Type *type)
{
    int result = 0;
    for (int64_t i = 0; i < tuple_length(type->bases) && result == 0; i++)
        result = type_add_subclass(vm, (Type *)tuple_item(type->bases, i), type);
    return result;
}

static int use_bases(Vm *vm, Type *type, Object *bases, Type *base)
{
    unlink_bases(type);
    object_replace(vm, &type->bases, incref(bases));
    object_replace(vm, (Object **)&type->base, incref(&base->head));
    return link_bases(vm, type) < 0 ? -1 : mro_hierarchy(vm, type);
}

static int put_back(Vm *vm, Type *type, Object *bases, Type *base)
{
    Object *raised = vm->raised;
    vm->raised = NULL;
    use_bases(vm, type, bases, base);
    vm_clear_error(vm);
    vm->raised = raised;
    return -1;
}

int class_set_bases(Vm *vm, Type *type, Object *bases)
{
    if (check_bases(vm, type, bases) < 0)
        return -1;
    Type *base = class_best_base(vm, bases);
    if (!base || check_layout(vm, type->base, base) < 0)
        return -1;
    Object *old_bases = incref(type->bases);
    Object *old_base = incref(&type->base->head);
    int result = use_bases(vm, type, bases, base);
    if (result < 0)
        result = put_back(vm, type, old_bases, (Type *)old_base);
    else
        slot_update(vm, type, NULL);
    decref(vm, old_base);
    decref(vm, old_bases);
    return result;
}
