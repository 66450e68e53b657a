/* gc: the collector, as far as a program can see and set it. As CPython 3.11's gcmodule.c. */
#include "python/gc.h"
#include "python/gc_ring.h"
#include "python/modules/module.h"
#include "python/objects/dict_internal.h"

static Object *gc_module_collect(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[1];
    if (!args_parse(vm, "collect", "|generation", args, count, names, out))
        return NULL;
    int64_t generation = out[0] ? object_as_index(vm, out[0], true) : GC_GENERATIONS - 1;
    if (vm_failed(vm))
        return NULL;
    if (generation < 0 || generation >= GC_GENERATIONS)
        return vm_raise(vm, TYPE_ValueError, "invalid generation");
    return int_from_i64(vm, gc_collect(vm, (int)generation));
}

static Object *gc_enable(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    vm->gc.enabled = true;
    return new_none(vm);
}

static Object *gc_disable(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    vm->gc.enabled = false;
    return new_none(vm);
}

static Object *gc_isenabled(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, vm->gc.enabled);
}

/* ---- counts and thresholds ---- */

static Object *three(Vm *vm, int64_t a, int64_t b, int64_t c)
{
    Object *parts[] = {int_from_i64(vm, a), int_from_i64(vm, b), int_from_i64(vm, c)};
    Object *tuple = vm_failed(vm) ? NULL : tuple_from(vm, parts, 3);
    for (int i = 0; i < 3; i++)
        xdecref(vm, parts[i]);
    return tuple;
}

static Object *gc_get_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const uint64_t *counts = vm->gc.count;
    return three(vm, (int64_t)counts[0], (int64_t)counts[1], (int64_t)counts[2]);
}

static Object *gc_get_threshold(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return three(vm, vm->gc.threshold[0], vm->gc.threshold[1], vm->gc.threshold[2]);
}

/* An argument as a C int. */
static bool read_int(Vm *vm, Object *object, int32_t *out)
{
    int overflow = 0;
    Object *index = object_index(vm, object);
    int64_t value = index ? int_as_i64(vm, index, &overflow) : 0;
    xdecref(vm, index);
    if (!index)
        return false;
    if (overflow || value > INT32_MAX || value < INT32_MIN) {
        vm_raise(vm, TYPE_OverflowError, overflow ? "Python int too large to convert to C long"
                 : value > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
        return false;
    }
    *out = (int32_t)value;
    return true;
}

static Object *gc_set_threshold(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count < 1 || count > GC_GENERATIONS)
        return vm_raise(vm, TYPE_TypeError, "set_threshold() takes at %s %d argument%s (%d given)",
                        count ? "most" : "least", count ? GC_GENERATIONS : 1, count ? "s" : "", (int)count);
    free_list_pass_call(vm, count, NULL);     /* METH_VARARGS in CPython */
    for (size_t i = 0; i < count; i++)
        if (!read_int(vm, args[i], &vm->gc.threshold[i]))
            return NULL;
    return new_none(vm);
}

static Object *gc_set_debug(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int32_t flags;
    if (!read_int(vm, args[0], &flags))
        return NULL;
    vm->gc.debug = (uint8_t)flags;
    return new_none(vm);
}

static Object *gc_get_debug(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, vm->gc.debug);
}

static int add_number(Vm *vm, Object *dict, const char *name, uint64_t value)
{
    return module_add_value(vm, dict, name, int_from_u64(vm, value));
}

static Object *gc_get_stats(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *result = list_new(vm, 0);
    for (int i = 0; result && i < GC_GENERATIONS; i++) {
        const GcStats *stats = &vm->gc.stats[i];
        Object *dict = dict_new(vm);
        if (!dict || add_number(vm, dict, "collections", stats->collections) < 0
            || add_number(vm, dict, "collected", stats->collected) < 0
            || add_number(vm, dict, "uncollectable", stats->uncollectable) < 0 || list_append(vm, result, dict) < 0)
            object_replace(vm, &result, NULL);
        xdecref(vm, dict);
    }
    return result;
}

/* ---- which objects there are, and who refers to whom ---- */

static Object *gc_module_is_tracked(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, gc_knows(vm, args[0]) && gc_is_tracked(args[0]));
}

static Object *gc_module_is_finalized(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return new_bool(vm, gc_knows(vm, args[0]) && gc_is_finalized(args[0]));
}

typedef struct Search {
    Object *result;            /* a list */
    Object *const *wanted;     /* referrers: of which objects */
    size_t wanted_count;
    Object *holder;            /* referents: whose */
} Search;

static int append_ring(Vm *vm, const GcHead *ring, Object *result)
{
    for (GcHead *node = ring_next(ring); node != ring; node = ring_next(node))
        if (gc_object(node) != result && list_append(vm, result, gc_object(node)) < 0)
            return -1;
    return 0;
}

/* None: all of them; -1 with an exception. */
static int read_generation(Vm *vm, Object *object, int64_t *generation)
{
    *generation = -1;
    if (!object || object == none(vm))
        return 0;
    if (!object_type(vm, object)->slots.to_index)
        return vm_raise_int(vm, TYPE_TypeError, "argument should be integer or None, not '%T'", object);
    *generation = object_as_index(vm, object, true);
    if (vm_failed(vm))
        return -1;
    if (*generation >= GC_GENERATIONS)
        return vm_raise_int(vm, TYPE_ValueError, "generation parameter must be less than the number of available "
                            "generations (%d)", GC_GENERATIONS);
    if (*generation < -1)
        return vm_raise_int(vm, TYPE_ValueError, "generation parameter cannot be negative");
    return 0;
}

static Object *gc_get_objects(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *out[1];
    int64_t generation;
    if (!args_parse(vm, "get_objects", "|generation", args, count, names, out)
        || read_generation(vm, out[0], &generation) < 0)
        return NULL;
    Object *result = list_new(vm, 0);
    for (int i = 0; result && i < GC_GENERATIONS; i++)
        if ((generation == -1 || generation == i) && append_ring(vm, gc_generation(vm, i), result) < 0)
            object_replace(vm, &result, NULL);
    return result;
}

static int is_wanted(Vm *vm, Object *object, void *context)
{
    const Search *search = context;
    for (size_t i = 0; i < search->wanted_count; i++)
        if (search->wanted[i] == object)
            return 1;
    return 0;
}

static int append_if_referrer(Vm *vm, Object *object, void *context)
{
    Search *search = context;
    if (object == search->result || !object_type(vm, object)->slots.traverse(vm, object, is_wanted, search))
        return 0;
    return list_append(vm, search->result, object);
}

/* The permanent generation is not asked: CPython does not either. */
static Object *gc_get_referrers(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Search search = {.result = list_new(vm, 0), .wanted = args, .wanted_count = count};
    for (int i = 0; search.result && i < GC_GENERATIONS; i++) {
        GcHead *ring = gc_generation(vm, i);
        for (GcHead *node = ring_next(ring); search.result && node != ring; node = ring_next(node))
            if (append_if_referrer(vm, gc_object(node), &search) < 0)
                object_replace(vm, &search.result, NULL);
    }
    return search.result;
}

/* What CPython holds too, but does not tell its collector of: the names of a class. */
static bool is_unseen(Vm *vm, Object *holder, const Object *object)
{
    return is_type(vm, holder) && (is_exact(object, STR) || object == ((Type *)holder)->slot_names);
}

static int append_referent(Vm *vm, Object *object, void *context)
{
    Search *search = context;
    return is_unseen(vm, search->holder, object) ? 0 : list_append(vm, search->result, object);
}

/* CPython's collector is not told of keys that are all text: they cannot be part of a cycle. */
static int append_values(Vm *vm, Object *dict, Object *result)
{
    int64_t position = 0;
    Object *key, *value;
    bool only_values = ((Dict *)dict)->keys->kind == DICT_KEYS_STR;
    while (dict_next(dict, &position, &key, &value))
        if (list_append(vm, result, value) < 0 || (!only_values && list_append(vm, result, key) < 0))
            return -1;
    return 0;
}

static Object *gc_get_referents(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Search search = {.result = list_new(vm, 0)};
    for (size_t i = 0; search.result && i < count; i++) {
        Type *type = object_type(vm, args[i]);
        search.holder = args[i];
        if (!gc_knows(vm, args[i]) && !(is_type(vm, args[i]) && type->slots.traverse))
            continue;
        if ((is_exact(args[i], DICT) ? append_values(vm, args[i], search.result)
             : type->slots.traverse(vm, args[i], append_referent, &search)) < 0)
            object_replace(vm, &search.result, NULL);
    }
    return search.result;
}

/* ---- the permanent generation ---- */

static Object *gc_module_freeze(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    gc_freeze(vm);
    return new_none(vm);
}

static Object *gc_module_unfreeze(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    gc_unfreeze(vm);
    return new_none(vm);
}

static Object *gc_get_freeze_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, ring_size(&vm->gc.permanent));
}

/* ---- the module ---- */

static int gc_init_module(Vm *vm, Object *dict)
{
    static const struct { const char *name; int value; } constants[] = {
        {"DEBUG_STATS", GC_DEBUG_STATS}, {"DEBUG_COLLECTABLE", GC_DEBUG_COLLECTABLE},
        {"DEBUG_UNCOLLECTABLE", GC_DEBUG_UNCOLLECTABLE}, {"DEBUG_SAVEALL", GC_DEBUG_SAVEALL},
        {"DEBUG_LEAK", GC_DEBUG_LEAK},
    };
    if (!vm->gc.garbage)
        vm->gc.garbage = list_new(vm, 0);
    if (!vm->gc.callbacks)
        vm->gc.callbacks = list_new(vm, 0);
    if (!vm->gc.garbage || !vm->gc.callbacks || dict_set_str(vm, dict, "garbage", vm->gc.garbage) < 0
        || dict_set_str(vm, dict, "callbacks", vm->gc.callbacks) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (add_number(vm, dict, constants[i].name, (uint64_t)constants[i].value) < 0)
            return -1;
    return 0;
}

static const MethodDef gc_functions[] = {
    {"enable", gc_enable, METHOD_NO_ARGS, "Enable automatic garbage collection."},
    {"disable", gc_disable, METHOD_NO_ARGS, "Disable automatic garbage collection."},
    {"isenabled", gc_isenabled, METHOD_NO_ARGS, "Returns true if automatic garbage collection is enabled."},
    {"set_debug", gc_set_debug, METHOD_ONE, "Set the garbage collection debugging flags."},
    {"get_debug", gc_get_debug, METHOD_NO_ARGS, "Get the garbage collection debugging flags."},
    {"get_count", gc_get_count, METHOD_NO_ARGS, "Return a three-tuple of the current collection counts."},
    {"set_threshold", gc_set_threshold, METHOD_FAST, "Set the collection thresholds. Setting the first to zero "
     "disables collection."},
    {"get_threshold", gc_get_threshold, METHOD_NO_ARGS, "Return the current collection thresholds."},
    {"collect", gc_module_collect, METHOD_KEYWORDS, "Run the garbage collector."},
    {"get_objects", gc_get_objects, METHOD_KEYWORDS, "Return a list of objects tracked by the collector."},
    {"get_stats", gc_get_stats, METHOD_NO_ARGS, "Return a list of dictionaries containing per-generation statistics."},
    {"is_tracked", gc_module_is_tracked, METHOD_ONE, "Returns true if the object is tracked by the garbage collector."},
    {"is_finalized", gc_module_is_finalized, METHOD_ONE,
     "Returns true if the object has been already finalized by the garbage collector."},
    {"get_referrers", gc_get_referrers, METHOD_FAST, "Return the list of objects that directly refer to any of the objects."},
    {"get_referents", gc_get_referents, METHOD_FAST, "Return the list of objects directly referred to by the objects."},
    {"freeze", gc_module_freeze, METHOD_NO_ARGS, "Freeze all tracked objects: later collections ignore them."},
    {"unfreeze", gc_module_unfreeze, METHOD_NO_ARGS, "Put all frozen objects back into the oldest generation."},
    {"get_freeze_count", gc_get_freeze_count, METHOD_NO_ARGS, "Return the number of objects in the permanent generation."},
    {0},
};

const ModuleDef gc_module = {"gc", "This module provides access to the garbage collector for reference cycles.",
                             gc_functions, gc_init_module};
