/* Classes written in Python: making them (type.__new__), and the life of their instances. As CPython's typeobject.c. */
#include "python/objects/class.h"

#include <string.h>

#include "python/gc.h"
#include "python/modules/weakref.h"
#include "python/objects/descriptor.h"
#include "python/objects/function.h"
#include "python/vm.h"

/* ---- instances ---- */

Object *class_instance_new(Vm *vm, Type *type)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (type->keys && type->keys->usable > 1)
        type->keys->usable--;  /* as init_inline_values: instances made later get fewer spare places */
    if (self && (type->flags & TYPE_HAS_GC))
        gc_track(vm, self);
    return self;
}

static Object **slot_member(Object *self, const Type *type, int64_t i)
{
    return (Object **)((char *)self + type->slots_start) + i;
}

static int64_t slot_count(const Type *type) { return type->slots_start ? tuple_length(type->slot_names) : 0; }

/* The nearest type that was not written in Python. */
static Type *solid_builtin(Type *type)
{
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type;
}

/* Runs __del__ on an object whose count is 0; true when that brought it back to life. */
static bool finalize_at_death(Vm *vm, Object *self)
{
    Type *type = object_type(vm, self);
    if (!type->slots.finalize || ((type->flags & TYPE_HAS_GC) && gc_is_finalized(self)))
        return false;
    uint64_t dying = vm->dying;
    self->count = 1;
    vm->dying = vm->watches_deaths ? DEATH_IN_FINALIZER : 0;
    type->slots.finalize(vm, self);
    vm->dying = dying;
    if (type->flags & TYPE_HAS_GC)
        gc_set_finalized(self);
    return --self->count > 0;
}

void class_instance_dealloc(Vm *vm, Object *self)
{
    Type *type = object_type(vm, self);
    if (finalize_at_death(vm, self)) {
        object_revived(vm, self);
        return;
    }
    if (type->flags & TYPE_HAS_GC)
        gc_untrack(vm, self);
    Type *solid = solid_builtin(type);
    if (!solid->weaklist_offset)
        weakref_at_death(vm, self);
    for (Type *t = type; t->flags & TYPE_HEAP; t = t->base)
        for (int64_t i = 0; i < slot_count(t); i++)
            object_replace(vm, slot_member(self, t, i), NULL);
    if (type->flags & (TYPE_MANAGED_DICT | TYPE_DICT_AT_END))
        instance_clear(vm, self);
    if (solid->weaklist_offset)
        weakref_at_death(vm, self);
    solid->slots.dealloc(vm, self);
}

static int visit_attributes(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    if (object_type(vm, self)->flags & TYPE_DICT_AT_END) {
        VISIT(*instance_dict_at_end(vm, self));
        return 0;
    }
    ManagedDict *managed = managed_dict(self);
    VISIT(managed->dict);
    for (int i = 0; managed->values && i < managed->values->capacity; i++)
        VISIT(managed->values->items[i]);
    return 0;
}

int class_instance_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Type *type = object_type(vm, self);
    for (const Type *t = type; t->flags & TYPE_HEAP; t = t->base)
        for (int64_t i = 0; i < slot_count(t); i++)
            VISIT(*slot_member(self, t, i));
    if (type->flags & (TYPE_MANAGED_DICT | TYPE_DICT_AT_END)) {
        int result = visit_attributes(vm, self, visit, context);
        if (result)
            return result;
    }
    VISIT(type);
    Type *solid = solid_builtin(type);
    return solid->slots.traverse ? solid->slots.traverse(vm, self, visit, context) : 0;
}

int class_instance_clear(Vm *vm, Object *self)
{
    Type *type = object_type(vm, self);
    for (const Type *t = type; t->flags & TYPE_HEAP; t = t->base)
        for (int64_t i = 0; i < slot_count(t); i++)
            object_replace(vm, slot_member(self, t, i), NULL);
    if (type->flags & (TYPE_MANAGED_DICT | TYPE_DICT_AT_END))
        instance_clear(vm, self);
    Type *solid = solid_builtin(type);
    return solid->slots.clear ? solid->slots.clear(vm, self) : 0;
}

int class_refuse_abstract(Vm *vm, Type *type)
{
    Object *abstract = type->flags & TYPE_HEAP ? dict_get(vm, type->dict, name_of(vm, abstractmethods)) : NULL;
    int64_t count = abstract ? object_length(vm, abstract) : 0;
    if (count <= 0)
        return count < 0 ? -1 : 0;
    Object *sorted = sequence_list(vm, abstract);
    if (!sorted || list_sort(vm, sorted, NULL, false) < 0) {
        xdecref(vm, sorted);
        return -1;
    }
    Object *comma = str_from_c(vm, ", ");
    Object *names = comma ? str_join(vm, comma, sorted) : NULL;
    if (names)
        vm_raise(vm, TYPE_TypeError, "Can't instantiate abstract class %N with abstract method%s %U", type,
                 count > 1 ? "s" : "", names);
    xdecref(vm, names);
    xdecref(vm, comma);
    decref(vm, sorted);
    return -1;
}

int class_assign(Vm *vm, Object *object, Object *value)
{
    if (!value)
        return vm_raise_int(vm, TYPE_TypeError, "can't delete __class__ attribute");
    if (!is_type(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "__class__ must be set to a class, not '%T' object", value);
    Type *old = object_type(vm, object), *new = (Type *)value, *module = builtin_type(vm, TYPE_MODULE);
    bool is_module = type_is_subtype(vm, old, module) && type_is_subtype(vm, new, module);
    if (!is_module && (!(old->flags & TYPE_HEAP) || !(new->flags & TYPE_HEAP)))
        return vm_raise_int(vm, TYPE_TypeError,
                            "__class__ assignment only supported for mutable types or ModuleType subclasses");
    const uint32_t dict_flags = TYPE_MANAGED_DICT | TYPE_DICT_AT_END;
    if (old->size != new->size || (old->flags & dict_flags) != (new->flags & dict_flags) ||
        solid_builtin(old) != solid_builtin(new))
        return vm_raise_int(vm, TYPE_TypeError, "__class__ assignment: '%N' object layout differs from '%N'", new, old);
    if ((old->flags & TYPE_MANAGED_DICT) && !instance_dict(vm, object))
        return -1;             /* values under the old class's names become a dict */
    if (new->flags & TYPE_HEAP)            /* built-in types are not held by their instances */
        incref(value);
    object->type = TYPE_REF_OF(vm, new);
    if (old->flags & TYPE_HEAP)
        decref(vm, &old->head);
    return 0;
}

/* ---- bases ---- */

Type *class_metatype(Vm *vm, Type *metatype, Object *bases)
{
    Type *winner = metatype;
    for (int64_t i = 0; i < tuple_length(bases); i++) {
        Type *candidate = object_type(vm, tuple_item(bases, i));
        if (type_is_subtype(vm, winner, candidate))
            continue;
        if (!type_is_subtype(vm, candidate, winner))
            return vm_raise(vm, TYPE_TypeError, "metaclass conflict: the metaclass of a derived class must be a "
                            "(non-strict) subclass of the metaclasses of all its bases");
        winner = candidate;
    }
    return winner;
}

static bool has_own_layout(const Type *type)
{
    const Type *base = type->base;
    if (!base)
        return true;
    return type->flags & TYPE_HEAP ? slot_count(type) > 0
                                   : type->size != base->size || type->item_size != base->item_size ||
                                     type->slots.new != base->slots.new;
}

/* The type that gives instances their layout. */
static Type *solid_base(Type *type)
{
    while (!has_own_layout(type))
        type = type->base;
    return type;
}

Type *class_best_base(Vm *vm, Object *bases)
{
    Type *best = NULL, *winner = NULL;
    for (int64_t i = 0; i < tuple_length(bases); i++) {
        Object *base = tuple_item(bases, i);
        if (!is_type(vm, base))
            return vm_raise(vm, TYPE_TypeError, "bases must be types");
        if (!(((Type *)base)->flags & (TYPE_BASE | TYPE_HEAP)))
            return vm_raise(vm, TYPE_TypeError, "type '%N' is not an acceptable base type", base);
        Type *candidate = solid_base((Type *)base);
        if (!winner || type_is_subtype(vm, candidate, winner)) {
            if (!winner || candidate != winner)
                best = (Type *)base;
            winner = candidate;
        } else if (!type_is_subtype(vm, winner, candidate)) {
            return vm_raise(vm, TYPE_TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

/* ---- __slots__ ---- */

static Object *mangled(Vm *vm, Object *class_name, Object *name)
{
    Utf8Buffer nb, cb;
    const char *text = str_utf8(vm, name, &nb, NULL);
    const char *class = str_utf8(vm, class_name, &cb, NULL);
    size_t length = text ? strlen(text) : 0;
    Object *result;
    while (class && *class == '_')
        class++;
    if (!text || !class)
        return NULL;
    if (strncmp(text, "__", 2) != 0 || (length >= 4 && strcmp(text + length - 2, "__") == 0) || !*class)
        result = incref(name);
    else
        result = str_format(vm, "_%s%U", class, name);
    utf8_buffer_finish(&nb);
    utf8_buffer_finish(&cb);
    return result;
}

typedef struct SlotPlan { Object *names; bool dict, weakref, given; } SlotPlan;

static int plan_slot(Vm *vm, SlotPlan *plan, Object *class_name, Object *namespace, Object *name, const Type *base)
{
    if (!is_str(vm, name))
        return vm_raise_int(vm, TYPE_TypeError, "__slots__ items must be strings, not '%T'", name);
    if (!str_is_identifier(name))
        return vm_raise_int(vm, TYPE_TypeError, "__slots__ must be identifiers");
    if (str_equals_c(name, "__dict__")) {
        if (plan->dict || (base->flags & (TYPE_MANAGED_DICT | TYPE_DICT_AT_END)) || base->dict_offset)
            return vm_raise_int(vm, TYPE_TypeError, "__dict__ slot disallowed: we already got one");
        plan->dict = true;
        return 0;
    }
    if (str_equals_c(name, "__weakref__")) {
        if (plan->weakref || base->weaklist_offset)
            return vm_raise_int(vm, TYPE_TypeError, "__weakref__ slot disallowed: either we already got one, or "
                                "__itemsize__ != 0");
        plan->weakref = true;
        return 0;
    }
    Object *real = mangled(vm, class_name, name);
    if (!real)
        return -1;
    if (dict_contains(vm, namespace, real) > 0 && !str_equals_c(real, "__qualname__") &&
        !str_equals_c(real, "__classcell__")) {
        vm_raise(vm, TYPE_ValueError, "%R in __slots__ conflicts with class variable", real);
        decref(vm, real);
        return -1;
    }
    str_intern(vm, &real);
    int result = list_append(vm, plan->names, real);
    decref(vm, real);
    return result;
}

static bool has_dict(const Type *type)
{
    return (type->flags & (TYPE_MANAGED_DICT | TYPE_DICT_AT_END | TYPE_TYPE_SUBCLASS)) || type->dict_offset;
}

/* What another base than the one that is extended has, instances have too. As type_new_slots_bases. */
static void plan_from_bases(SlotPlan *plan, Object *bases, const Type *base)
{
    for (int64_t i = 0; i < tuple_length(bases); i++) {
        const Type *other = (const Type *)tuple_item(bases, i);
        plan->dict = plan->dict || (has_dict(other) && !has_dict(base));
        plan->weakref = plan->weakref || (other->weaklist_offset && !base->weaklist_offset && !base->item_size);
    }
}

static int plan_slots(Vm *vm, SlotPlan *plan, Object *class_name, Object *namespace, const Type *base, Object *bases)
{
    Object *slots = dict_get(vm, namespace, name_of(vm, slots));
    *plan = (SlotPlan){.names = slots ? list_new(vm, 0) : NULL, .given = slots != NULL};
    if (!slots) {
        plan->dict = !has_dict(base);
        plan->weakref = !base->weaklist_offset && !base->item_size;
        return 0;
    }
    if (!plan->names)
        return -1;
    Object *one = is_str(vm, slots) ? tuple_pack(vm, 1, slots) : sequence_tuple(vm, slots);
    if (!one)
        return -1;
    int result = 0;
    if (tuple_length(one) && base->item_size)
        result = vm_raise_int(vm, TYPE_TypeError, "nonempty __slots__ not supported for subtype of '%N'", base);
    for (int64_t i = 0; i < tuple_length(one) && result == 0; i++)
        result = plan_slot(vm, plan, class_name, namespace, tuple_item(one, i), base);
    decref(vm, one);
    plan_from_bases(plan, bases, base);
    if (result == 0)
        result = list_sort(vm, plan->names, NULL, false);
    return result;
}

/* ---- making a class ---- */

int class_set_name(Vm *vm, Type *type, Object *name)
{
    Utf8Buffer buffer;
    size_t length;
    const char *text = str_utf8(vm, name, &buffer, &length);
    if (text && strlen(text) != length) {
        utf8_buffer_finish(&buffer);
        return vm_raise_int(vm, TYPE_ValueError, "type name must not contain null characters");
    }
    char *copy = text ? mem_alloc(vm, length + 1) : NULL;
    if (copy)
        memcpy(copy, text, length + 1);
    utf8_buffer_finish(&buffer);
    if (!copy)
        return vm_failed(vm) ? -1 : (vm_raise_memory(vm), -1);
    mem_free(vm, (char *)type->c_name);
    type->c_name = copy;
    object_replace(vm, &type->name, incref(name));
    return 0;
}

/* As type_new_descriptors: an object of varying size keeps its __dict__ behind the items, others before the header. */
static void place_dict(Type *type, const SlotPlan *plan)
{
    const Type *base = type->base;
    if (plan->dict && base->item_size)
        type->size += (uint32_t)sizeof(Object *);
    if ((plan->dict && base->item_size) || (base->flags & TYPE_DICT_AT_END))
        type->flags |= TYPE_DICT_AT_END;
    else if (plan->dict || (base->flags & TYPE_MANAGED_DICT))
        type->flags |= TYPE_MANAGED_DICT;
}

static int lay_out(Vm *vm, Type *type, SlotPlan *plan)
{
    const Type *base = type->base;
    type->size = base->size;
    type->item_size = base->item_size;
    type->weaklist_offset = base->weaklist_offset;
    int64_t count = plan->names ? ((List *)plan->names)->length : 0;
    if (count) {
        type->slots_start = (type->size + 7) & ~7u;
        type->size = type->slots_start + (uint32_t)count * (uint32_t)sizeof(Object *);
    }
    if (!(type->slot_names = plan->names ? list_as_tuple(vm, plan->names) : incref(vm->empty_tuple)))
        return -1;
    if (plan->weakref) {
        type->weaklist_offset = (type->size + 7) & ~7u;
        type->size = type->weaklist_offset + (uint32_t)sizeof(Object *);
    }
    place_dict(type, plan);
    if (type->flags & TYPE_MANAGED_DICT) {
        if (!(type->keys = mem_alloc(vm, sizeof *type->keys)))
            return vm_raise_memory(vm), -1;
        type->keys->count = 0;
        type->keys->holders = 1;
        type->keys->usable = SHARED_KEYS_MAX;
    }
    type->flags |= TYPE_HAS_GC;   /* even without fields: an instance refers to its class */
    return 0;
}

static int add_slot_members(Vm *vm, Type *type)
{
    for (int64_t i = 0; i < slot_count(type); i++) {
        Object *name = tuple_item(type->slot_names, i);
        MemberDef def = {"", MEMBER_OBJECT_OR_ERROR, type->slots_start + (size_t)i * sizeof(Object *), false};
        Object *member = descriptor_member(vm, type, &def, name);
        if (!member || dict_set(vm, type->dict, name, member) < 0) {
            xdecref(vm, member);
            return -1;
        }
        decref(vm, member);
    }
    return 0;
}

/* __dict__ and __weakref__ of instances, as type_add_getset in typeobject.c. */
static Object *get_instance_dict(Vm *vm, Object *self, void *closure)
{
    Object *dict = instance_dict(vm, self);
    return dict || vm_failed(vm) ? xincref(dict)
                                 : vm_raise(vm, TYPE_AttributeError, "This object has no __dict__");
}

static int set_instance_dict(Vm *vm, Object *self, Object *value, void *closure)
{
    return instance_set_dict(vm, self, value);
}

static Object *get_weakref(Vm *vm, Object *self, void *closure)
{
    if (!object_type(vm, self)->weaklist_offset)
        return vm_raise(vm, TYPE_AttributeError, "This object has no __weakref__");
    WeakReference *first = *weakref_list(vm, self);
    return first ? incref(&first->head) : new_none(vm);
}

static const GetSetDef instance_dict_def = {"__dict__", get_instance_dict, set_instance_dict, NULL};
static const GetSetDef instance_weakref_def = {"__weakref__", get_weakref, NULL, NULL};

static int add_getset(Vm *vm, Type *type, const GetSetDef *def, Object *name)
{
    if (dict_contains(vm, type->dict, name))
        return 0;
    Object *descriptor = descriptor_getset(vm, type, def);
    int result = descriptor ? dict_set(vm, type->dict, name, descriptor) : -1;
    xdecref(vm, descriptor);
    return result;
}

/* Turns the function under a name into a static or class method, which these names always are. */
static int wrap_function(Vm *vm, Type *type, Object *name, TypeId holder)
{
    Object *function = dict_get(vm, type->dict, name);
    if (!function || !is_exact(function, FUNCTION))
        return vm_failed(vm) ? -1 : 0;
    Object *wrapped = method_holder_new(vm, holder, function);
    int result = wrapped ? dict_set(vm, type->dict, name, wrapped) : -1;
    xdecref(vm, wrapped);
    return result;
}

static int set_module(Vm *vm, Type *type)
{
    if (dict_get(vm, type->dict, name_of(vm, module)) || !vm->frame)
        return vm_failed(vm) ? -1 : 0;
    Object *module = dict_get(vm, vm->frame->globals, name_of(vm, name));
    return module ? dict_set(vm, type->dict, name_of(vm, module), module) : vm_failed(vm) ? -1 : 0;
}

static int set_qualname(Vm *vm, Type *type)
{
    Object *qualname = dict_get(vm, type->dict, name_of(vm, qualname));
    if (!qualname) {
        type->qualname = incref(type->name);
        return 0;
    }
    if (!is_str(vm, qualname))
        return vm_raise_int(vm, TYPE_TypeError, "type __qualname__ must be a str, not %T", qualname);
    type->qualname = incref(qualname);
    return dict_delete(vm, type->dict, name_of(vm, qualname));
}

static int set_class_cell(Vm *vm, Type *type)
{
    Object *cell = dict_get(vm, type->dict, name_of(vm, classcell));
    if (!cell)
        return 0;
    if (!is_exact(cell, CELL))
        return vm_raise_int(vm, TYPE_TypeError, "__classcell__ must be a nonlocal cell, not <class '%T'>", cell);
    object_replace(vm, &((Cell *)cell)->value, incref(&type->head));
    return dict_delete(vm, type->dict, name_of(vm, classcell));
}

static int set_doc(Vm *vm, Type *type)
{
    return dict_contains(vm, type->dict, name_of(vm, doc)) ? 0
                                                           : dict_set(vm, type->dict, name_of(vm, doc), none(vm));
}

static int fill_dict(Vm *vm, Type *type, const SlotPlan *plan)
{
    if (set_doc(vm, type) < 0 ||
        wrap_function(vm, type, name_of(vm, new), TYPE_STATICMETHOD) < 0 ||
        wrap_function(vm, type, name_of(vm, init_subclass), TYPE_CLASSMETHOD) < 0 ||
        wrap_function(vm, type, name_of(vm, class_getitem), TYPE_CLASSMETHOD) < 0 ||
        add_slot_members(vm, type) < 0 || set_class_cell(vm, type) < 0)
        return -1;
    if (plan->dict && add_getset(vm, type, &instance_dict_def, name_of(vm, dict)) < 0)
        return -1;
    if (plan->weakref && add_getset(vm, type, &instance_weakref_def, name_of(vm, weakref)) < 0)
        return -1;
    if (dict_contains(vm, type->dict, name_of(vm, eq)) && !dict_contains(vm, type->dict, name_of(vm, hash)))
        return dict_set(vm, type->dict, name_of(vm, hash), none(vm));
    return 0;
}

/* What collections.abc says of its classes for match statements: as _abc__abc_init, the bits of CPython's tp_flags. */
static int set_match_flags(Vm *vm, Type *type)
{
    enum { CPYTHON_SEQUENCE = 1 << 5, CPYTHON_MAPPING = 1 << 6 };
    if (object_type(vm, &type->head) == builtin_type(vm, TYPE_TYPE))
        return 0;
    Object *flags = dict_get_str(vm, type->dict, "__abc_tpflags__");
    if (!flags || !is_int(vm, flags))
        return vm_failed(vm) ? -1 : 0;
    int overflow;
    int64_t bits = int_as_i64(vm, flags, &overflow);
    type->flags |= (bits & CPYTHON_SEQUENCE ? TYPE_SEQUENCE : 0) | (bits & CPYTHON_MAPPING ? TYPE_MAPPING : 0);
    Object *name = str_interned(vm, "__abc_tpflags__");
    int result = name ? dict_delete(vm, type->dict, name) : -1;
    xdecref(vm, name);
    return result;
}

static void own_slots(Type *type)
{
    type->slots.dealloc = class_instance_dealloc;
    type->slots.traverse = class_instance_traverse;
    type->slots.clear = class_instance_clear;
}

static int link_subclass(Vm *vm, Type *type)
{
    for (int64_t i = 0; i < tuple_length(type->bases); i++)
        if (type_add_subclass(vm, (Type *)tuple_item(type->bases, i), type) < 0)
            return -1;
    return 0;
}

static int class_finish(Vm *vm, Type *type, Object *name, Object *namespace, SlotPlan *plan)
{
    if (class_set_name(vm, type, name) < 0 || lay_out(vm, type, plan) < 0 || !(type->dict = dict_copy(vm, namespace)) ||
        class_take_nominal(vm, type) < 0 || set_module(vm, type) < 0 || set_qualname(vm, type) < 0)
        return -1;             /* with a name it can be shown while a metaclass's mro() is at work */
    if (!(type->mro = class_mro(vm, type)) || fill_dict(vm, type, plan) < 0 || link_subclass(vm, type) < 0)
        return -1;
    type_inherit(vm, type);
    own_slots(type);
    slot_update(vm, type, NULL);
    return set_match_flags(vm, type);
}

static Type *class_allocate(Vm *vm, Type *metatype, Object *bases, Type *base)
{
    Type *type = (Type *)object_new_zeroed(vm, metatype, sizeof(Type));
    if (!type)
        return NULL;
    type->flags = TYPE_HEAP | TYPE_BASE;
    if (vm->frame && vm->frame->code->is_library && vm->main_module && vm->frame->globals != module_dict(vm->main_module))
        type->flags |= TYPE_LIBRARY;
    type->bases = incref(bases);
    type->base = (Type *)incref(&base->head);
    gc_track(vm, &type->head);
    gc_allocated(vm);          /* in CPython its bases know it by a weak reference, which is one more container */
    return type;
}

/* Tells the attributes their names, in the order of the class body. */
static int call_set_names(Vm *vm, Type *type)
{
    Object *copy = dict_copy(vm, type->dict);
    if (!copy)
        return -1;
    int64_t position = 0;
    Object *name, *value;
    int result = 0;
    while (result == 0 && dict_next(copy, &position, &name, &value)) {
        Object *args[] = {&type->head, name};
        Object *method = special_bound(vm, value, name_of(vm, set_name));
        Object *answer = method ? object_call(vm, method, args, 2, NULL) : NULL;
        xdecref(vm, method);
        xdecref(vm, answer);
        if (vm_failed(vm)) {
            Object *cause = vm->raised;
            vm->raised = NULL;
            vm_raise_from(vm, cause, TYPE_RuntimeError, "Error calling __set_name__ on '%T' instance %R in '%N'", value,
                          name, type);
            result = -1;
        }
    }
    decref(vm, copy);
    return result;
}

static int call_init_subclass(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *pair[] = {&type->head, &type->head};
    Object *super = object_call(vm, &builtin_type(vm, TYPE_SUPER)->head, pair, 2, NULL);
    Object *method = super ? object_get_attribute(vm, super, name_of(vm, init_subclass)) : NULL;
    xdecref(vm, super);
    Object *result = method ? object_call(vm, method, args + count, 0, names) : NULL;
    xdecref(vm, method);
    xdecref(vm, result);
    return result ? 0 : -1;
}

/* What makes up a class and is drawn with it, if at all. */
static void set_parts_quiet(Vm *vm, Type *type)
{
    int64_t position = 0;
    Object *name, *value;
    gc_set_quiet(vm, type->dict);
    gc_set_quiet(vm, type->mro);
    gc_set_quiet(vm, type->bases);
    while (dict_next(type->dict, &position, &name, &value))
        if (is_exact(value, GETSET_DESCRIPTOR) || is_exact(value, MEMBER_DESCRIPTOR))
            gc_set_quiet(vm, value);
}

Object *class_new(Vm *vm, Type *metatype, Object *name, Object *bases, Object *namespace, Object *const *args,
                  size_t count, Object *names)
{
    Object *object = &builtin_type(vm, TYPE_OBJECT)->head;
    bases = tuple_length(bases) ? incref(bases) : tuple_from(vm, &object, 1);
    Type *base = bases ? class_best_base(vm, bases) : NULL;
    Type *type = NULL;
    SlotPlan plan = {0};
    if (base && plan_slots(vm, &plan, name, namespace, base, bases) == 0)
        type = class_allocate(vm, metatype, bases, base);
    if (type && (class_finish(vm, type, name, namespace, &plan) < 0 || call_set_names(vm, type) < 0 ||
                 call_init_subclass(vm, type, args, count, names) < 0)) {
        decref(vm, &type->head);
        type = NULL;
    }
    if (type)
        set_parts_quiet(vm, type);
    xdecref(vm, plan.names);
    xdecref(vm, bases);
    return OBJECT(type);
}
