/* Filling the inline caches. Whatever a cache cannot remember is looked up each time, as without one. */
#include "python/eval_cache.h"

#include "python/eval.h"
#include "python/objects/descriptor.h"

enum { CACHE_PATIENCE = 1 };   /* global names are looked up so often before their place is remembered: most code of a
                                  module runs once */

/* The instructions beyond the number of caches that code can have share one, which nothing is kept in (code.c). */
static bool cache_is_own(const Frame *frame, const InlineCache *cache) { return cache != frame->code->caches; }

/* ---- global names ---- */

static void fill_global(Vm *vm, Frame *frame, Object *name, InlineCache *cache)
{
    if (!is_exact(frame->globals, DICT) || !is_exact(frame->builtins, DICT))
        return;
    cache->extra = 0;
    cache->index = dict_index_of(vm, frame->globals, name);
    if (cache->index >= 0)
        return;
    cache->index = dict_index_of(vm, frame->builtins, name);
    uint32_t version = dict_keys_version(vm, frame->globals), extra = dict_keys_version(vm, frame->builtins);
    if (cache->index < 0 || !version || !extra)
        cache->index = 0;
    else
        *cache = (InlineCache){.version = version, .extra = extra, .index = cache->index, .patience = cache->patience};
}

Object *cache_load_global(Vm *vm, Frame *frame, Object *name, InlineCache *cache)
{
    Object *value = eval_load_global(vm, frame, name);
    if (value && cache_is_own(frame, cache) && cache->patience++ >= CACHE_PATIENCE)
        fill_global(vm, frame, name, cache);
    return value;
}

int cache_store_name(Vm *vm, Object *dict, Object *name, Object *value, InlineCache *cache)
{
    int result = dict_set(vm, dict, name, value);
    if (result == 0 && cache->patience++ >= CACHE_PATIENCE) {
        int64_t index = dict_index_of(vm, dict, name);
        cache->index = index < 0 ? 0 : index;
    }
    return result;
}

/* ---- attributes ---- */

Object *cache_find_other(Vm *vm, Object *object, const Object *name, const InlineCache *cache)
{
    switch ((CacheKind)cache->kind) {
    case CACHE_INSTANCE: break;
    case CACHE_SLOT: return *(Object **)((char *)object + cache->index);
    case CACHE_TYPE:
        return has_type_flag(vm, object, TYPE_MANAGED_DICT) && managed_dict(object)->dict ? NULL : cache->value;
    case CACHE_CLASS: return ((Type *)object)->version == cache->extra ? cache->value : NULL;
    case CACHE_MODULE: {
        const DictStrEntry *entry = cache_dict_entry(module_dict(object), cache->index, name);
        return entry ? entry->value : NULL;
    }
    }
    return NULL;
}

static const TypeSlots *slots_of(Vm *vm, Object *object) { return &object_type(vm, object)->slots; }

static void fill(Vm *vm, Object *object, InlineCache *cache, CacheKind kind, int64_t index, Object *value)
{
    cache->kind = (uint8_t)kind;
    cache->index = index;
    cache->value = value;
    cache->version = type_version(vm, object_type(vm, object));
}

static bool is_member_of(Vm *vm, Object *object, Object *descriptor)
{
    if (!is_exact(descriptor, MEMBER_DESCRIPTOR))
        return false;
    const MemberDescriptor *member = (const MemberDescriptor *)descriptor;
    return member->def.kind == MEMBER_OBJECT_OR_ERROR && !member->def.read_only
        && type_is_subtype(vm, object_type(vm, object), member->base.type);
}

/* No instance of the type has the name itself: else the version would be another, or the instance has a dict. */
static bool is_on_type_only(Vm *vm, Object *object, const Object *name)
{
    const Type *type = object_type(vm, object);
    if (type->dict_offset || (type->flags & TYPE_DICT_AT_END))
        return false;
    return !(type->flags & TYPE_MANAGED_DICT)
        || (!managed_dict(object)->dict && (!type->keys || shared_keys_find(type->keys, name) < 0));
}

/* The program may give the class of what is found a __get__ or __set__ later, which no version tells. */
static bool may_become_descriptor(Vm *vm, const Object *found)
{
    return !(object_type(vm, found)->flags & TYPE_IMMUTABLE);
}

/* The type's own way to attributes is the plain one. */
static void fill_generic(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Type *type = object_type(vm, object);
    Object *on_type = type_lookup(vm, type, name);
    if (on_type && is_member_of(vm, object, on_type)) {
        fill(vm, object, cache, CACHE_SLOT, (int64_t)((MemberDescriptor *)on_type)->def.offset, NULL);
        return;
    }
    if (on_type && (slots_of(vm, on_type)->descriptor_set || may_become_descriptor(vm, on_type)))
        return;
    if ((type->flags & TYPE_MANAGED_DICT) && managed_dict(object)->values && type->keys) {
        int place = shared_keys_find(type->keys, name);
        if (place >= 0) {
            fill(vm, object, cache, CACHE_INSTANCE, place, NULL);
            return;
        }
    }
    if (on_type && !slots_of(vm, on_type)->descriptor_get && is_on_type_only(vm, object, name))
        fill(vm, object, cache, CACHE_TYPE, 0, on_type);
}

static void fill_class(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Type *type = (Type *)object;
    Object *own = type_lookup(vm, object_type(vm, object), name) ? NULL : type_lookup(vm, type, name);
    if (!own || may_become_descriptor(vm, own) || (slots_of(vm, own)->descriptor_get && !is_exact(own, FUNCTION)))
        return;
    fill(vm, object, cache, CACHE_CLASS, 0, own);
    cache->extra = type_version(vm, type);
    if (!cache->extra)
        cache->version = 0;
}

static void fill_module(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    int64_t index = dict_index_of(vm, module_dict(object), name);
    if (index >= 0 && !type_lookup(vm, object_type(vm, object), name))
        fill(vm, object, cache, CACHE_MODULE, index, NULL);
}

static void fill_attribute(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Object *(*get)(Vm *, Object *, Object *) = slots_of(vm, object)->get_attribute;
    cache->version = 0;
    if (get == object_generic_get)
        fill_generic(vm, object, name, cache);
    else if (is_exact(object, MODULE))
        fill_module(vm, object, name, cache);
    else if (get == builtin_type(vm, TYPE_TYPE)->slots.get_attribute)
        fill_class(vm, object, name, cache);
}

Object *cache_load_attribute(Vm *vm, Frame *frame, Object *object, Object *name, InlineCache *cache)
{
    Object *value = cached_attribute(vm, object, name, cache);
    if (value)
        return incref(value);
    if (cache_is_own(frame, cache))
        fill_attribute(vm, object, name, cache);
    return object_get_attribute(vm, object, name);
}

int cache_store_attribute(Vm *vm, Frame *frame, Object *object, Object *name, Object *value, InlineCache *cache)
{
    int result = object_set_attribute(vm, object, name, value);
    if (result < 0 || !cache_is_own(frame, cache) || slots_of(vm, object)->set_attribute != object_generic_set)
        return result;
    cache->version = 0;
    fill_generic(vm, object, name, cache);
    return result;
}

/* ---- methods ---- */

static void fill_method(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Type *type = object_type(vm, object);
    cache->version = 0;
    if (type->slots.get_attribute != object_generic_get) {
        fill_attribute(vm, object, name, cache);
        return;
    }
    Object *method = type_lookup(vm, type, name);
    bool is_method = method && (object_type(vm, method)->flags & TYPE_METHOD_DESCRIPTOR_FLAG);
    if (is_method && is_on_type_only(vm, object, name))
        fill(vm, object, cache, CACHE_TYPE, 0, method);
}

Object *cache_load_method(Vm *vm, Frame *frame, Object *object, Object *name, Object **self, InlineCache *cache)
{
    *self = NULL;
    if (cache->kind == CACHE_CLASS || cache->kind == CACHE_MODULE) {
        Object *value = cached_attribute(vm, object, name, cache);
        if (value)
            return incref(value);
    }
    if (cache_is_own(frame, cache))
        fill_method(vm, object, name, cache);
    return eval_load_method(vm, object, name, self);
}

/* ---- classes ---- */

Object *cache_find_init(Vm *vm, Frame *frame, Type *type, InlineCache *cache)
{
    if (type->slots.new != builtin_type(vm, TYPE_OBJECT)->slots.new)
        return NULL;
    Object *init = type_lookup(vm, type, name_of(vm, init));
    if (!init || !is_exact(init, FUNCTION) || class_refuse_abstract(vm, type) < 0)
        return NULL;
    if (cache_is_own(frame, cache)) {
        cache->value = init;
        cache->version = type_version(vm, type);
    }
    return init;
}
