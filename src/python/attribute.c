/* Attributes: what a dot means. As PyObject_GenericGetAttr, with instance attributes kept as CPython 3.11 keeps them:
 * values under the class's shared names until someone asks for the __dict__. */
#include <stdlib.h>
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/dict_internal.h"
#include "python/objects/exception.h"
#include "python/vm.h"

int shared_keys_find(const SharedKeys *keys, const Object *name)
{
    for (uint32_t i = 0; i < keys->count; i++)
        if (keys->names[i] == name)
            return (int)i;
    return -1;
}

/* Where the items of an object of varying size end. */
static size_t items_end(Vm *vm, Object *object)
{
    if (is_int(vm, object))
        return offsetof(Int, limbs) + (size_t)llabs(((Int *)object)->size) * sizeof(uint64_t);
    if (is_tuple(vm, object))
        return offsetof(Tuple, items) + (size_t)((Tuple *)object)->length * sizeof(Object *);
    return offsetof(Bytes, data) + (size_t)((Bytes *)object)->length + 1;
}

Object **instance_dict_at_end(Vm *vm, Object *object)
{
    return (Object **)((char *)object + ((items_end(vm, object) + 7) & ~(size_t)7));
}

static Object **dict_place(Vm *vm, Object *object)
{
    Type *type = object_type(vm, object);
    if (type->flags & TYPE_MANAGED_DICT)
        return &managed_dict(object)->dict;
    if (type->flags & TYPE_DICT_AT_END)
        return instance_dict_at_end(vm, object);
    return type->dict_offset ? (Object **)((char *)object + type->dict_offset) : NULL;
}

static InstanceValues *instance_values(Vm *vm, Object *object)
{
    return object_type(vm, object)->flags & TYPE_MANAGED_DICT ? managed_dict(object)->values : NULL;
}

/* Only interned names are in shared keys, so a name that is not interned may still equal one. */
static int value_place(Vm *vm, Object *object, Object *name)
{
    const SharedKeys *keys = object_type(vm, object)->keys;
    if (!keys)
        return -1;
    int place = shared_keys_find(keys, name);
    if (place >= 0 || ((Str *)name)->interned)
        return place;
    for (uint32_t i = 0; i < keys->count; i++)
        if (str_equal(keys->names[i], name))
            return (int)i;
    return -1;
}

Object *instance_get(Vm *vm, Object *object, Object *name)
{
    InstanceValues *values = instance_values(vm, object);
    if (values) {
        int place = value_place(vm, object, name);
        return place >= 0 && place < values->capacity ? values->items[place] : NULL;
    }
    Object **dict = dict_place(vm, object);
    return dict && *dict ? dict_get(vm, *dict, name) : NULL;
}

static InstanceValues *values_new(Vm *vm, uint32_t capacity)
{
    InstanceValues *values = mem_alloc(vm, sizeof *values + capacity * sizeof(Object *));
    if (!values)
        return vm_raise_memory(vm);
    values->capacity = (uint8_t)capacity;
    values->count = 0;
    memset(values->items, 0, capacity * sizeof(Object *));
    return values;
}

void shared_keys_release(Vm *vm, SharedKeys *keys)
{
    if (keys && --keys->holders == 0)
        mem_free(vm, keys);
}

/* Room for as many values as the class has names, and a little more while it is young. */
static uint32_t wanted_capacity(const SharedKeys *keys, uint32_t place)
{
    uint32_t wanted = keys->count > place + 1 ? keys->count : place + 1;
    wanted = (wanted + 3) & ~3u;
    return wanted < SHARED_KEYS_MAX ? wanted : SHARED_KEYS_MAX;
}

static InstanceValues *values_with_place(Vm *vm, Object *object, uint32_t place)
{
    ManagedDict *managed = managed_dict(object);
    InstanceValues *old = managed->values;
    if (old && place < old->capacity)
        return old;
    InstanceValues *values = values_new(vm, wanted_capacity(object_type(vm, object)->keys, place));
    if (!values)
        return NULL;
    if (old) {
        values->count = old->count;
        memcpy(values->order, old->order, old->count);
        memcpy(values->items, old->items, old->capacity * sizeof(Object *));
        mem_free(vm, old);
    }
    managed->values = values;
    return values;
}

static void order_remove(InstanceValues *values, int place)
{
    uint8_t *found = memchr(values->order, place, values->count);
    memmove(found, found + 1, (size_t)(values->order + values->count - (found + 1)));
    values->count--;
}

static int values_set(Vm *vm, Object *object, uint32_t place, Object *value)
{
    InstanceValues *values = values_with_place(vm, object, place);
    if (!values)
        return -1;
    if (!values->items[place])
        values->order[values->count++] = (uint8_t)place;
    object_replace(vm, &values->items[place], incref(value));
    return 0;
}

static int values_delete(Vm *vm, Object *object, int place)
{
    InstanceValues *values = managed_dict(object)->values;
    if (!values || place < 0 || place >= values->capacity || !values->items[place])
        return 1;
    order_remove(values, place);
    object_replace(vm, &values->items[place], NULL);
    return 0;
}

/* The place of a name in the class's shared keys, new if there is room; -1: use a dict. */
static int shared_keys_place(Vm *vm, Type *type, Object *name)
{
    SharedKeys *keys = type->keys;
    if (!keys)
        return -1;
    int place = shared_keys_find(keys, name);
    if (place >= 0 || keys->count == SHARED_KEYS_MAX || !keys->usable || !is_exact(name, STR))
        return place;          /* instances made meanwhile have used up the places, as in insert_into_dictkeys */
    Object *interned = incref(name);
    str_intern(vm, &interned);
    place = shared_keys_find(keys, interned);
    if (place >= 0) {
        decref(vm, interned);
        return place;
    }
    type_modified(vm, type);   /* cached methods must look again: an instance may now have an attribute of that name */
    keys->usable -= keys->usable > 0;
    keys->names[keys->count] = interned;
    return (int)keys->count++;
}

bool instance_next(Vm *vm, Object *object, int64_t *position, Object **name, Object **value)
{
    InstanceValues *values = instance_values(vm, object);
    if (values) {
        if (*position >= values->count)
            return false;
        int place = values->order[(*position)++];
        *name = object_type(vm, object)->keys->names[place];
        *value = values->items[place];
        return true;
    }
    Object **dict = dict_place(vm, object);
    return dict && *dict && dict_next(*dict, position, name, value);
}

Object *instance_dict(Vm *vm, Object *object)
{
    Object **place = dict_place(vm, object);
    if (!place || *place)
        return place ? *place : NULL;
    Object *dict = dict_new(vm);
    if (!dict)
        return NULL;
    int64_t position = 0;
    Object *name, *value;
    while (instance_next(vm, object, &position, &name, &value)) {
        if (dict_set(vm, dict, name, value) < 0) {
            decref(vm, dict);
            return NULL;
        }
    }
    *place = dict;
    SharedKeys *keys = object_type(vm, object)->keys;
    if (keys && (object_type(vm, object)->flags & TYPE_MANAGED_DICT)) {
        ((Dict *)dict)->shared = keys;
        keys->holders++;
    }
    InstanceValues *values = instance_values(vm, object);
    if (values) {
        managed_dict(object)->values = NULL;
        for (int i = 0; i < values->count; i++)
            decref(vm, values->items[values->order[i]]);
        mem_free(vm, values);
    }
    return dict;
}

int instance_set_dict(Vm *vm, Object *object, Object *dict)
{
    Object **place = dict_place(vm, object);
    if (!place)
        return vm_raise_int(vm, TYPE_AttributeError, "This object has no __dict__");
    if (dict && !is_dict(vm, dict))
        return vm_raise_int(vm, TYPE_TypeError, "__dict__ must be set to a dictionary, not a '%T'", dict);
    if (!instance_dict(vm, object))
        return -1;
    object_replace(vm, place, xincref(dict));
    return 0;
}

/* Only what object.__new__ makes keeps its values without a dict: see _PyObject_InitializeDict, which it alone calls. */
static bool may_keep_values(Vm *vm, const Type *type)
{
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type == builtin_type(vm, TYPE_OBJECT);
}

int instance_set(Vm *vm, Object *object, Object *name, Object *value)
{
    Type *type = object_type(vm, object);
    if ((type->flags & TYPE_MANAGED_DICT) && !managed_dict(object)->dict && may_keep_values(vm, type)) {
        int place = value ? shared_keys_place(vm, type, name) : value_place(vm, object, name);
        if (!value)
            return values_delete(vm, object, place);
        if (place >= 0)
            return values_set(vm, object, (uint32_t)place, value);
    }
    Object *dict = instance_dict(vm, object);
    if (!dict)
        return vm_failed(vm) ? -1 : 1;
    bool is_split = is_exact(dict, DICT) && ((Dict *)dict)->shared && type->keys;
    if (value && is_split && shared_keys_place(vm, type, name) < 0 && dict_unsplit(vm, dict) < 0)
        return -1;
    if (value)
        return dict_set(vm, dict, name, value);
    int there = dict_contains(vm, dict, name);
    return there <= 0 ? (there < 0 ? -1 : 1) : dict_delete(vm, dict, name);
}

/* A __dict__ whose keys belong to the class lets its values go in the class's order, as dict_dealloc of a split table. */
static void clear_split_dict(Vm *vm, const Type *type, Object *dict)
{
    const SharedKeys *keys = type->keys;
    for (uint32_t i = 0; i < keys->count; i++)
        if (dict_contains(vm, dict, keys->names[i]) > 0)
            dict_delete(vm, dict, keys->names[i]);
}

void instance_clear(Vm *vm, Object *object)
{
    Type *type = object_type(vm, object);
    if (type->flags & TYPE_MANAGED_DICT) {
        ManagedDict *managed = managed_dict(object);
        InstanceValues *values = managed->values;
        managed->values = NULL;
        if (values) {
            for (int i = 0; i < values->capacity; i++)
                xdecref(vm, values->items[i]);
            mem_free(vm, values);
        }
    }
    Object **place = dict_place(vm, object), *dict = place ? *place : NULL;
    if (dict && dict->count == 1 && is_exact(dict, DICT) && ((Dict *)dict)->shared && type->keys)
        clear_split_dict(vm, type, dict);
    if (place)
        object_replace(vm, place, NULL);
}

/* ---- generic look-up ---- */

static Object *attribute_message(Vm *vm, Object *object, Object *name)
{
    return is_type(vm, object)
        ? str_format(vm, "type object '%N' has no attribute '%U'", object, name)
        : str_format(vm, "'%T' object has no attribute '%U'", object, name);
}

static Object *attribute_error(Vm *vm, Object *object, Object *name)
{
    Object *message = attribute_message(vm, object, name);
    if (!message)
        return NULL;
    Object *error = exception_new(vm, builtin_type(vm, TYPE_AttributeError), &message, 1);
    decref(vm, message);
    if (!error)
        return NULL;
    exception_set_field(vm, error, ATTRIBUTE_ERROR_OBJ, object);
    exception_set_field(vm, error, ATTRIBUTE_ERROR_NAME, name);
    return vm_raise_value(vm, error);
}

static bool check_name(Vm *vm, Object *name)
{
    if (is_str(vm, name))
        return true;
    vm_raise(vm, TYPE_TypeError, "attribute name must be string, not '%T'", name);
    return false;
}

/* NULL without an exception: there is no such attribute. */
static Object *generic_look(Vm *vm, Object *object, Object *name)
{
    Type *type = object_type(vm, object);
    Object *descriptor = type_lookup(vm, type, name);
    const TypeSlots *ds = descriptor ? &object_type(vm, descriptor)->slots : NULL;
    if (ds && ds->descriptor_get && ds->descriptor_set) {
        incref(descriptor);
        Object *value = ds->descriptor_get(vm, descriptor, object, &type->head);
        decref(vm, descriptor);
        return value;
    }
    xincref(descriptor);       /* the look-up may run an __eq__ that deletes it from the class */
    Object *own = instance_get(vm, object, name);
    if (own || vm_failed(vm) || !descriptor) {
        xincref(own);
        xdecref(vm, descriptor);
        return own;
    }
    if (!ds->descriptor_get)
        return descriptor;
    Object *value = ds->descriptor_get(vm, descriptor, object, &type->head);
    decref(vm, descriptor);
    return value;
}

Object *object_generic_get(Vm *vm, Object *object, Object *name)
{
    if (!check_name(vm, name))
        return NULL;
    Object *value = generic_look(vm, object, name);
    return value || vm_failed(vm) ? value : attribute_error(vm, object, name);
}

/* Where nothing can be set or deleted; the exception does not hold the object then. */
static int refuse_set(Vm *vm, Object *object, Object *name)
{
    Object *message = attribute_message(vm, object, name);
    if (message)
        vm_raise_object(vm, TYPE_AttributeError, message);
    xdecref(vm, message);
    return -1;
}

int object_generic_set(Vm *vm, Object *object, Object *name, Object *value)
{
    if (!check_name(vm, name))
        return -1;
    Type *type = object_type(vm, object);
    Object *descriptor = type_lookup(vm, type, name);
    if (descriptor && object_type(vm, descriptor)->slots.descriptor_set) {
        incref(descriptor);
        int result = object_type(vm, descriptor)->slots.descriptor_set(vm, descriptor, object, value);
        decref(vm, descriptor);
        return result;
    }
    if (dict_place(vm, object)) {
        int result = instance_set(vm, object, name, value);
        return result == 1 ? refuse_set(vm, object, name) : result;
    }
    if (descriptor)
        return vm_raise_int(vm, TYPE_AttributeError, "'%T' object attribute '%U' is read-only", object, name);
    return refuse_set(vm, object, name);
}

/* Whoever raised the AttributeError, from now on it says what was looked for and where, so that a name may be suggested. */
static void *tell_what_was_asked(Vm *vm, Object *object, Object *name)
{
    Object *raised = vm->raised;
    if (vm_failed_with(vm, TYPE_AttributeError) && !exception_field(raised, ATTRIBUTE_ERROR_NAME) &&
        !exception_field(raised, ATTRIBUTE_ERROR_OBJ)) {
        exception_set_field(vm, raised, ATTRIBUTE_ERROR_NAME, name);
        exception_set_field(vm, raised, ATTRIBUTE_ERROR_OBJ, object);
    }
    return NULL;
}

Object *object_get_attribute(Vm *vm, Object *object, Object *name)
{
    Object *value = object_type(vm, object)->slots.get_attribute(vm, object, name);
    return value ? value : tell_what_was_asked(vm, object, name);
}

Object *object_look_attribute(Vm *vm, Object *object, Object *name)
{
    Object *(*get)(Vm *, Object *, Object *) = object_type(vm, object)->slots.get_attribute;
    bool generic = get == object_generic_get;
    if (generic && !check_name(vm, name))
        return NULL;
    Object *value = generic ? generic_look(vm, object, name) : get(vm, object, name);
    if (!value && vm_failed_with(vm, TYPE_AttributeError))
        vm_clear_error(vm);
    return value;
}

int object_set_attribute(Vm *vm, Object *object, Object *name, Object *value)
{
    if (!check_name(vm, name))
        return -1;
    int (*set)(Vm *, Object *, Object *, Object *) = object_type(vm, object)->slots.set_attribute;
    if (set)
        return set(vm, object, name, value);
    return vm_raise_int(vm, TYPE_TypeError, "'%T' object has no attributes (%s .%U)", object,
                        value ? "assign to" : "del", name);
}
