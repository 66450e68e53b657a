/* Weak references and their lists. */
#include "python/modules/weakref.h"

#include <stdio.h>

#include "python/gc.h"
#include "python/modules/module.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

static WeakReference *ref_of(const Object *self) { return (WeakReference *)self; }

/* ---- the list of an object ---- */

static void unlink_reference(Vm *vm, WeakReference *r)
{
    if (!r->object)
        return;
    WeakReference **list = weakref_list(vm, r->object);
    if (*list == r)
        *list = r->next;
    if (r->previous)
        r->previous->next = r->next;
    if (r->next)
        r->next->previous = r->previous;
    r->object = NULL;
    r->previous = r->next = NULL;
}

/* After `previous`, or at the head when that is NULL. */
static void link_reference(WeakReference **list, WeakReference *previous, WeakReference *r)
{
    r->previous = previous;
    r->next = previous ? previous->next : *list;
    if (r->next)
        r->next->previous = r;
    if (previous)
        previous->next = r;
    else
        *list = r;
}

static bool is_plain_reference(Vm *vm, const WeakReference *r)
{
    return r && !r->callback && library_type_is(vm, &r->head, LIBRARY_WEAKREF);
}

static bool is_plain_proxy(Vm *vm, const WeakReference *r)
{
    return r && !r->callback && (library_type_is(vm, &r->head, LIBRARY_WEAK_PROXY) ||
                                 library_type_is(vm, &r->head, LIBRARY_WEAK_CALLABLE_PROXY));
}

/* The plain reference and the plain proxy at the head of a list, where there are such. */
static void find_plain(Vm *vm, WeakReference *head, WeakReference **reference, WeakReference **proxy)
{
    *reference = is_plain_reference(vm, head) ? head : NULL;
    WeakReference *next = *reference ? head->next : head;
    *proxy = is_plain_proxy(vm, next) ? next : NULL;
}

Object *weakref_make(Vm *vm, Type *type, Object *object, Object *callback)
{
    WeakReference *reference, *proxy, **list = weakref_list(vm, object);
    if (!list)
        return vm_raise(vm, TYPE_TypeError, "cannot create weak reference to '%T' object", object);
    bool is_plain = !callback && OBJECT(type) == vm->library_types[LIBRARY_WEAKREF];
    bool makes_proxy = OBJECT(type) == vm->library_types[LIBRARY_WEAK_PROXY] ||
                       OBJECT(type) == vm->library_types[LIBRARY_WEAK_CALLABLE_PROXY];
    find_plain(vm, *list, &reference, &proxy);
    if (is_plain && reference)
        return incref(&reference->head);
    if (makes_proxy && !callback && proxy)
        return incref(&proxy->head);
    WeakReference *r = (WeakReference *)object_new_zeroed(vm, type, type->size);
    if (!r)
        return NULL;
    find_plain(vm, *list, &reference, &proxy);          /* making it may have run a collection */
    r->object = object;
    r->callback = xincref(callback);
    r->hash = -1;
    WeakReference *before = is_plain ? NULL : proxy && (callback || !makes_proxy) ? proxy : reference;
    link_reference(list, before, r);
    gc_track(vm, &r->head);
    return &r->head;
}

/* ---- death ---- */

static void call_callback(Vm *vm, Object *reference, Object *callback)
{
    Object *result = object_call_one(vm, callback, reference);
    if (result)
        decref(vm, result);
    else
        vm_write_unraisable(vm, callback);
}

/* References and callbacks in turn. */
static void call_all(Vm *vm, Object *pairs)
{
    for (int64_t i = 0; i + 1 < ((List *)pairs)->length; i += 2)
        call_callback(vm, ((List *)pairs)->items[i], ((List *)pairs)->items[i + 1]);
}

void weakref_forget(Vm *vm, Object *object)
{
    WeakReference **list = weakref_list(vm, object);
    Object *raised = vm->raised, *pairs = NULL;
    vm->raised = NULL;
    while (*list) {
        WeakReference *r = *list;
        Object *callback = r->callback;
        unlink_reference(vm, r);
        r->callback = NULL;
        if (callback && r->head.count > 0 && (pairs || (pairs = list_new(vm, 0)))) {
            list_append(vm, pairs, &r->head);
            list_append(vm, pairs, callback);
        }
        xdecref(vm, callback);
    }
    if (pairs)
        call_all(vm, pairs);
    xdecref(vm, pairs);
    vm_clear_error(vm);
    vm->raised = raised;
}

void weakref_collect(Vm *vm, Object *object, bool (*in_trash)(const Vm *vm, const Object *object), Object **waiting)
{
    if (weakref_check(vm, object))
        unlink_reference(vm, ref_of(object));
    WeakReference **list = weakref_list(vm, object);
    while (list && *list) {
        WeakReference *r = *list;
        unlink_reference(vm, r);
        if (r->callback && !in_trash(vm, &r->head) && (*waiting || (*waiting = list_new(vm, 0)))) {
            list_append(vm, *waiting, &r->head);
            list_append(vm, *waiting, r->callback);
        }
    }
}

int64_t weakref_call_waiting(Vm *vm, Object *waiting)
{
    int64_t let_go = 0;
    if (waiting)
        call_all(vm, waiting);
    for (int64_t i = 0; waiting && i < ((List *)waiting)->length; i += 2)
        let_go += ((List *)waiting)->items[i]->count == 1;
    xdecref(vm, waiting);
    return let_go;
}

/* ---- the object itself ---- */

bool weakref_check(Vm *vm, const Object *object)
{
    Object *type = vm->library_types[LIBRARY_WEAKREF];
    return type && (object_is_instance(vm, object, (Type *)type) || library_type_is(vm, object, LIBRARY_WEAK_PROXY) ||
                    library_type_is(vm, object, LIBRARY_WEAK_CALLABLE_PROXY));
}

Object *weakref_target(Vm *vm, const Object *object)
{
    Object *target = weakref_check(vm, object) ? ref_of(object)->object : NULL;
    return target && target->count ? target : NULL;
}

void weakref_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    unlink_reference(vm, ref_of(self));
    object_replace(vm, &ref_of(self)->callback, NULL);
    object_free(vm, self);
}

int weakref_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(ref_of(self)->callback);
    return 0;
}

int weakref_clear(Vm *vm, Object *self)
{
    unlink_reference(vm, ref_of(self));
    object_replace(vm, &ref_of(self)->callback, NULL);
    return 0;
}

static Object *ref_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "__new__", count, 1, 2))
        return NULL;
    if (OBJECT(type) == vm->library_types[LIBRARY_WEAKREF] && !args_no_names(vm, "ref", names))
        return NULL;
    return weakref_make(vm, type, args[0], count > 1 && args[1] != none(vm) ? args[1] : NULL);
}

static int ref_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return args_no_names(vm, "ref", names) && args_check(vm, "__init__", count, 1, 2) ? 0 : -1;
}

static Object *ref_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "weakref", names))
        return NULL;
    if (count)
        return vm_raise(vm, TYPE_TypeError, "weakref expected at most 0 arguments, got %zu", count);
    Object *target = weakref_target(vm, self);
    return target ? incref(target) : new_none(vm);
}

static int64_t ref_hash(Vm *vm, Object *self)
{
    WeakReference *r = ref_of(self);
    if (r->hash != -1)
        return r->hash;
    Object *target = weakref_target(vm, self);
    if (!target)
        return vm_raise_int(vm, TYPE_TypeError, "weak object has gone away");
    incref(target);
    r->hash = object_hash(vm, target);
    decref(vm, target);
    return r->hash;
}

static Object *ref_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    Type *type = (Type *)vm->library_types[LIBRARY_WEAKREF];
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !object_is_instance(vm, right, type))
        return new_not_implemented(vm);
    Object *a = weakref_target(vm, left), *b = weakref_target(vm, right);
    if (!a || !b)
        return new_bool(vm, (left == right) == (op == COMPARE_EQ));
    incref(a);
    incref(b);
    Object *result = object_compare(vm, a, b, op);
    decref(vm, a);
    decref(vm, b);
    return result;
}

static Object *ref_repr(Vm *vm, Object *self)
{
    Object *target = weakref_target(vm, self);
    char own[24], other[24];
    snprintf(own, sizeof own, "0x%llx", (unsigned long long)object_address(vm, self));
    if (!target)
        return str_format(vm, "<weakref at %s; dead>", own);
    incref(target);
    snprintf(other, sizeof other, "0x%llx", (unsigned long long)object_address(vm, target));
    Object *name = object_look_attribute(vm, target, name_of(vm, name)), *text = NULL;
    if (!vm_failed(vm))
        text = name && is_str(vm, name)
            ? str_format(vm, "<weakref at %s; to '%T' at %s (%U)>", own, target, other, name)
            : str_format(vm, "<weakref at %s; to '%T' at %s>", own, target, other);
    xdecref(vm, name);
    decref(vm, target);
    return text;
}

static Object *get_callback(Vm *vm, Object *self, void *closure)
{
    Object *callback = ref_of(self)->callback;
    return callback ? incref(callback) : new_none(vm);
}

static const MethodDef ref_methods[] = {
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"}, {0},
};

static const GetSetDef ref_getset[] = {{"__callback__", get_callback, NULL, NULL}, {0}};

const TypeSpec weakref_spec = {
    .name = "weakref.ReferenceType", .size = sizeof(WeakReference), .flags = TYPE_HAS_GC | TYPE_BASE,
    .slots = {.dealloc = weakref_dealloc, .traverse = weakref_traverse, .clear = weakref_clear, .new = ref_new,
              .init = ref_init, .call = ref_call, .hash = ref_hash, .compare = ref_compare, .repr = ref_repr},
    .methods = ref_methods, .getset = ref_getset,
};

/* ---- the module ---- */

static Object *weakref_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t n = 0;
    WeakReference **list = weakref_list(vm, args[0]);
    for (const WeakReference *r = list ? *list : NULL; r; r = r->next)
        n++;
    return int_from_i64(vm, n);
}

static Object *weakref_all(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *result = list_new(vm, 0);
    WeakReference **list = weakref_list(vm, args[0]);
    for (WeakReference *r = list ? *list : NULL; r && result; r = r->next)
        if (list_append(vm, result, &r->head) < 0)
            object_replace(vm, &result, NULL);
    return result;
}

static Object *weakref_proxy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "proxy", count, 1, 2))
        return NULL;
    bool callable = object_type(vm, args[0])->slots.call != NULL;
    Type *type = library_type(vm, callable ? LIBRARY_WEAK_CALLABLE_PROXY : LIBRARY_WEAK_PROXY);
    return type ? weakref_make(vm, type, args[0], count > 1 && args[1] != none(vm) ? args[1] : NULL) : NULL;
}

static int weakref_init(Vm *vm, Object *dict)
{
    Type *reference = library_type(vm, LIBRARY_WEAKREF), *proxy = library_type(vm, LIBRARY_WEAK_PROXY);
    Type *callable = library_type(vm, LIBRARY_WEAK_CALLABLE_PROXY);
    if (!reference || !proxy || !callable)
        return -1;
    return dict_set_str(vm, dict, "ref", &reference->head) < 0 ||
           dict_set_str(vm, dict, "ReferenceType", &reference->head) < 0 ||
           dict_set_str(vm, dict, "ProxyType", &proxy->head) < 0 ||
           dict_set_str(vm, dict, "CallableProxyType", &callable->head) < 0 ? -1 : 0;
}

static const MethodDef weakref_functions[] = {
    {"getweakrefcount", weakref_count, METHOD_ONE, "Return the number of weak references to 'object'."},
    {"getweakrefs", weakref_all, METHOD_ONE, "Return a list of all weak reference objects pointing to 'object'."},
    {"proxy", weakref_proxy, METHOD_FAST, "Create a proxy object that weakly references 'object'."},
    {0},
};

const ModuleDef weakref_c_module = {"_weakref", NULL, weakref_functions, weakref_init};
