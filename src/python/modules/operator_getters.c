/* operator.itemgetter, attrgetter, methodcaller: functions made to measure, for sort keys above all. */
#include "python/modules/library_types.h"
#include "python/modules/module.h"
#include "python/vm.h"

/* what: the items or attribute names, or for methodcaller (name, arguments...); names: of its keyword arguments, whose
 * values come last in `what`. */
typedef struct Getter { Object head; Object *what, *names; } Getter;

static Getter *getter_of(Object *self) { return (Getter *)self; }

static Object *getter_make(Vm *vm, Type *type, Object *what, Object *names)
{
    Object *self = what ? object_new_zeroed(vm, type, type->size) : NULL;
    if (!self) {
        xdecref(vm, what);
        return NULL;
    }
    getter_of(self)->what = what;
    getter_of(self)->names = xincref(names);
    gc_track(vm, self);
    return self;
}

static void getter_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, getter_of(self)->what);
    xdecref(vm, getter_of(self)->names);
    object_free(vm, self);
}

static int getter_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(getter_of(self)->what);
    VISIT(getter_of(self)->names);
    return 0;
}

/* "1", or "name='x'" for what has a name. */
static Object *part_repr(Vm *vm, const Getter *g, int64_t i)
{
    int64_t first_named = tuple_length(g->what) - (g->names ? tuple_length(g->names) : 0);
    if (i < first_named)
        return object_repr(vm, tuple_item(g->what, i));
    return str_format(vm, "%U=%R", tuple_item(g->names, i - first_named), tuple_item(g->what, i));
}

/* "operator.itemgetter(1, 2)" */
static Object *getter_repr(Vm *vm, Object *self)
{
    const Getter *g = getter_of(self);
    Object *text = str_format(vm, "operator.%s(", object_type(vm, self)->c_name);
    for (int64_t i = 0; text && i < tuple_length(g->what); i++) {
        Object *part = part_repr(vm, g, i);
        object_replace(vm, &text, part ? str_format(vm, i ? "%U, %U" : "%U%U", text, part) : NULL);
        xdecref(vm, part);
    }
    object_replace(vm, &text, text ? str_format(vm, "%U)", text) : NULL);
    return text;
}

typedef Object *(*GetOne)(Vm *vm, Object *object, Object *what);

/* One thing, or a tuple of as many as were asked for. */
static Object *get_all(Vm *vm, Object *self, Object *object, GetOne get)
{
    Object *what = getter_of(self)->what;
    int64_t count = tuple_length(what);
    if (count == 1)
        return get(vm, object, tuple_item(what, 0));
    Object *result = tuple_new(vm, count);
    for (int64_t i = 0; result && i < count; i++)
        if (!(((Tuple *)result)->items[i] = get(vm, object, tuple_item(what, i))))
            object_replace(vm, &result, NULL);
    return result;
}

static bool one_argument(Vm *vm, const char *name, size_t count, Object *names)
{
    return args_no_names(vm, name, names) && args_check(vm, name, count, 1, 1);
}

/* ---- itemgetter ---- */

static Object *itemgetter_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "itemgetter", names) || !args_check(vm, "itemgetter", count, 1, count ? count : 1))
        return NULL;
    return getter_make(vm, type, tuple_from(vm, args, (int64_t)count), NULL);
}

static Object *itemgetter_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return one_argument(vm, "itemgetter", count, names) ? get_all(vm, self, args[0], object_get_item) : NULL;
}

static uint64_t itemgetter_size_of(Vm *vm, Object *self) { return 48; }     /* of CPython's itemgetterobject */

const TypeSpec itemgetter_spec = {
    .name = "operator.itemgetter", .size = sizeof(Getter), .flags = TYPE_HAS_GC, .heap_there = true,
    .doc = "Return a callable object that fetches the given item(s) from its operand.",
    .slots = {.dealloc = getter_dealloc, .traverse = getter_traverse, .repr = getter_repr, .new = itemgetter_new,
              .size_of = itemgetter_size_of,
              .call = itemgetter_call},
};

/* ---- attrgetter ---- */

static Object *attrgetter_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "attrgetter", names) || !args_check(vm, "attrgetter", count, 1, count ? count : 1))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (!is_str(vm, args[i]))
            return vm_raise(vm, TYPE_TypeError, "attribute name must be a string");
    return getter_make(vm, type, tuple_from(vm, args, (int64_t)count), NULL);
}

/* "a.b.c" asks one after the other. */
static Object *get_dotted(Vm *vm, Object *object, Object *name)
{
    Object *value = incref(object);
    int64_t start = 0, length = str_length(name);
    while (value && start <= length) {
        int64_t end = start;
        while (end < length && str_at((const Str *)name, end) != '.')
            end++;
        Object *part = str_substring(vm, name, start, end);
        if (part)
            str_intern(vm, &part);
        object_replace(vm, &value, part ? object_get_attribute(vm, value, part) : NULL);
        xdecref(vm, part);
        start = end + 1;
    }
    return value;
}

static Object *attrgetter_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return one_argument(vm, "attrgetter", count, names) ? get_all(vm, self, args[0], get_dotted) : NULL;
}

static uint64_t attrgetter_size_of(Vm *vm, Object *self) { return 40; }     /* of CPython's attrgetterobject */

const TypeSpec attrgetter_spec = {
    .name = "operator.attrgetter", .size = sizeof(Getter), .flags = TYPE_HAS_GC, .heap_there = true,
    .doc = "Return a callable object that fetches the given attribute(s) from its operand.",
    .slots = {.dealloc = getter_dealloc, .traverse = getter_traverse, .repr = getter_repr, .new = attrgetter_new,
              .size_of = attrgetter_size_of,
              .call = attrgetter_call},
};

/* ---- methodcaller ---- */

static Object *methodcaller_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "methodcaller needs at least one argument, the method name");
    if (!is_str(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "method name must be a string");
    size_t all = count + (names ? (size_t)tuple_length(names) : 0);
    return getter_make(vm, type, tuple_from(vm, args, (int64_t)all), names);
}

static Object *methodcaller_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!one_argument(vm, "methodcaller", count, names))
        return NULL;
    const Getter *g = getter_of(self);
    Object *method = object_get_attribute(vm, args[0], tuple_item(g->what, 0));
    size_t named = g->names ? (size_t)tuple_length(g->names) : 0;
    Object *result = method ? object_call(vm, method, &((Tuple *)g->what)->items[1],
                                          (size_t)tuple_length(g->what) - 1 - named, g->names)
                            : NULL;
    xdecref(vm, method);
    return result;
}

static uint64_t methodcaller_size_of(Vm *vm, Object *self) { return 40; }     /* of CPython's methodcallerobject */

const TypeSpec methodcaller_spec = {
    .name = "operator.methodcaller", .size = sizeof(Getter), .flags = TYPE_HAS_GC, .heap_there = true,
    .doc = "Return a callable object that calls the given method on its operand.",
    .slots = {.dealloc = getter_dealloc, .traverse = getter_traverse, .repr = getter_repr, .new = methodcaller_new,
              .size_of = methodcaller_size_of,
              .call = methodcaller_call},
};
