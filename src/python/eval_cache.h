/* Inline caches of the evaluation loop: where a name or an attribute was found last, and how to tell that it still is
 * there. The quick questions are here, inline; filling a cache is in eval_cache.c.
 *
 * A cache belongs to one instruction and lies in the arena with its code object. It holds no references: a type's
 * version is given to no other type, and changes when a look-up on it may; an entry of a dict is taken only if the key
 * there is the very name.
 */
#ifndef REFARROWS_PYTHON_EVAL_CACHE_H
#define REFARROWS_PYTHON_EVAL_CACHE_H

#include "python/code.h"
#include "python/objects/class.h"
#include "python/objects/dict_internal.h"
#include "python/objects/function.h"

/* InlineCache.kind of attributes. `version` is that of the object's type, for all of them. */
typedef enum CacheKind {
    CACHE_INSTANCE,            /* `index` is the place among the values of the instance */
    CACHE_SLOT,                /* `index` is the offset of a member of the object (__slots__) */
    CACHE_TYPE,                /* `value` is on the type, and instances have no such name */
    CACHE_CLASS,               /* the object is a class: `value` holds while its own version is `extra` */
    CACHE_MODULE               /* the object is a module: `index` is the place in its dict */
} CacheKind;

/* The entry at that place of a dict if it has that name, else NULL. */
static inline DictStrEntry *cache_dict_entry(Object *dict, int64_t index, const Object *name)
{
    const DictKeys *keys = ((Dict *)dict)->keys;
    if (!is_exact(dict, DICT) || keys->kind != DICT_KEYS_STR || index >= keys->entry_count)
        return NULL;
    DictStrEntry *entry = &dict_str_entries(keys)[index];
    return entry->key == name ? entry : NULL;
}

/* ---- global names ---- */

/* The value of a global or built-in name; borrowed, NULL: look it up with cache_load_global. */
static inline Object *cached_global(const Frame *frame, const Object *name, const InlineCache *cache)
{
    if (!cache->extra) {
        const DictStrEntry *entry = cache_dict_entry(frame->globals, cache->index, name);
        return entry ? entry->value : NULL;
    }
    if (dict_current_version(frame->globals) != cache->version || dict_current_version(frame->builtins) != cache->extra)
        return NULL;
    return dict_cached_value(frame->builtins, cache->index);
}

Object *cache_load_global(Vm *vm, Frame *frame, Object *name, InlineCache *cache);     /* new reference; NULL: error */
/* Binds a name in a dict, and remembers where. */
int cache_store_name(Vm *vm, Object *dict, Object *name, Object *value, InlineCache *cache);

/* ---- attributes ---- */

Object *cache_find_other(Vm *vm, Object *object, const Object *name, const InlineCache *cache);

/* The value of an attribute; borrowed, NULL: look it up with cache_load_attribute. */
static inline Object *cached_attribute(Vm *vm, Object *object, const Object *name, const InlineCache *cache)
{
    if (!cache->version || object_type(vm, object)->version != cache->version)
        return NULL;
    if (__builtin_expect(cache->kind != CACHE_INSTANCE, 0))
        return cache_find_other(vm, object, name, cache);
    InstanceValues *values = managed_dict(object)->values;
    return values && cache->index < values->capacity ? values->items[cache->index] : NULL;
}

/* New reference; NULL: error. */
Object *cache_load_attribute(Vm *vm, Frame *frame, Object *object, Object *name, InlineCache *cache);
int cache_store_attribute(Vm *vm, Frame *frame, Object *object, Object *name, Object *value, InlineCache *cache);

/* Where an attribute that is to be stored now is kept: the value there may be NULL. NULL: elsewhere, or there is no place
 * for it yet. */
static inline Object **cached_place(Vm *vm, Object *object, const InlineCache *cache)
{
    if (!cache->version || object_type(vm, object)->version != cache->version)
        return NULL;
    if (cache->kind == CACHE_SLOT)
        return (Object **)((char *)object + cache->index);
    InstanceValues *values = cache->kind == CACHE_INSTANCE ? managed_dict(object)->values : NULL;
    if (!values || cache->index >= values->capacity)
        return NULL;
    if (!values->items[cache->index])
        values->order[values->count++] = (uint8_t)cache->index;
    return &values->items[cache->index];
}

/* A method that can be called with the object as its first argument; borrowed, NULL: ask cache_load_method. */
static inline Object *cached_method(Vm *vm, Object *object, const InlineCache *cache)
{
    Type *type = object_type(vm, object);
    if (!cache->version || type->version != cache->version || cache->kind != CACHE_TYPE)
        return NULL;
    return (type->flags & TYPE_MANAGED_DICT) && managed_dict(object)->dict ? NULL : cache->value;
}

/* LOAD_METHOD: the method, with *self the object (borrowed), or any other attribute, with *self NULL. New; NULL: error. */
Object *cache_load_method(Vm *vm, Frame *frame, Object *object, Object *name, Object **self, InlineCache *cache);

/* ---- classes ---- */

/* The __init__, written in Python, that a call of the class runs on a new plain instance; borrowed, NULL: the call is
 * another one, or (vm_failed) the class is abstract. */
Object *cache_find_init(Vm *vm, Frame *frame, Type *type, InlineCache *cache);

static inline Object *cached_init(Vm *vm, Frame *frame, Object *callable, InlineCache *cache)
{
    if (!is_exact(callable, TYPE) || !(((Type *)callable)->flags & TYPE_HEAP))
        return NULL;
    Type *type = (Type *)callable;
    return cache->version && type->version == cache->version ? cache->value : cache_find_init(vm, frame, type, cache);
}

#endif
