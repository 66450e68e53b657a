/* operator: the operators as functions. As CPython's _operator.c. The three getters are in operator_getters.c. */
#include "python/modules/library_types.h"
#include "python/modules/module.h"
#include "python/vm.h"

/* X(name, in-place name, operation) */
#define BINARY_OPERATORS(X) \
    X(add, iadd, ADD) X(and_, iand, AND) X(floordiv, ifloordiv, FLOOR_DIVIDE) X(lshift, ilshift, LSHIFT) \
    X(matmul, imatmul, MATRIX_MULTIPLY) X(mul, imul, MULTIPLY) X(mod, imod, REMAINDER) X(or_, ior, OR) \
    X(pow, ipow, POWER) X(rshift, irshift, RSHIFT) X(sub, isub, SUBTRACT) X(truediv, itruediv, TRUE_DIVIDE) \
    X(xor, ixor, XOR)

#define COMPARISONS(X) X(lt, LT) X(le, LE) X(eq, EQ) X(ne, NE) X(gt, GT) X(ge, GE)

#define UNARY_OPERATORS(X) X(neg, NEGATIVE) X(pos, POSITIVE) X(invert, INVERT) X(abs, ABSOLUTE)

#define X(name, in_place_name, op) \
    static Object *operator_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names) \
    { \
        return args_check(vm, #name, count, 2, 2) ? object_binary(vm, args[0], args[1], BINARY_##op) : NULL; \
    } \
    static Object *operator_##in_place_name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names) \
    { \
        return args_check(vm, #in_place_name, count, 2, 2) ? object_in_place(vm, args[0], args[1], BINARY_##op) : NULL; \
    }
BINARY_OPERATORS(X)
#undef X

#define X(name, op) \
    static Object *operator_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names) \
    { \
        return args_check(vm, #name, count, 2, 2) ? object_compare(vm, args[0], args[1], COMPARE_##op) : NULL; \
    }
COMPARISONS(X)
#undef X

#define X(name, op) \
    static Object *operator_##name(Vm *vm, Object *self, Object *const *args, size_t count, Object *names) \
    { \
        return object_unary(vm, args[0], UNARY_##op); \
    }
UNARY_OPERATORS(X)
#undef X

static Object *truth_answer(Vm *vm, int truth) { return truth < 0 ? NULL : new_bool(vm, truth); }

static Object *operator_truth(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return truth_answer(vm, object_truth(vm, args[0]));
}

static Object *operator_not(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int truth = object_truth(vm, args[0]);
    return truth_answer(vm, truth < 0 ? truth : !truth);
}

static Object *operator_is(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return args_check(vm, "is_", count, 2, 2) ? new_bool(vm, args[0] == args[1]) : NULL;
}

static Object *operator_is_not(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return args_check(vm, "is_not", count, 2, 2) ? new_bool(vm, args[0] != args[1]) : NULL;
}

static Object *operator_contains(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return args_check(vm, "contains", count, 2, 2) ? truth_answer(vm, object_contains(vm, args[0], args[1])) : NULL;
}

static Object *operator_getitem(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return args_check(vm, "getitem", count, 2, 2) ? object_get_item(vm, args[0], args[1]) : NULL;
}

static Object *operator_setitem(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "setitem", count, 3, 3) || object_set_item(vm, args[0], args[1], args[2]) < 0)
        return NULL;
    return new_none(vm);
}

static Object *operator_delitem(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "delitem", count, 2, 2) || object_set_item(vm, args[0], args[1], NULL) < 0)
        return NULL;
    return new_none(vm);
}

static Object *operator_index(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return object_index(vm, args[0]);
}

static bool is_sequence(Vm *vm, Object *object)
{
    const TypeSlots *slots = &object_type(vm, object)->slots;
    return slots->concat || slots->item || ((object_type(vm, object)->flags & TYPE_HEAP) && slots->get_item);
}

static Object *operator_concat(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "concat", count, 2, 2))
        return NULL;
    if (!is_sequence(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "'%T' object can't be concatenated", args[0]);
    return object_binary(vm, args[0], args[1], BINARY_ADD);
}

static Object *operator_iconcat(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "iconcat", count, 2, 2))
        return NULL;
    if (!is_sequence(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "'%T' object can't be concatenated", args[0]);
    return object_in_place(vm, args[0], args[1], BINARY_ADD);
}

/* Items equal to args[1]: how many, or the place of the first if `first`. */
static int64_t look_through(Vm *vm, Object *iterable, Object *value, bool first)
{
    Object *iterator = object_iter(vm, iterable), *item;
    if (!iterator && vm_failed_with(vm, TYPE_TypeError))
        vm_raise(vm, TYPE_TypeError, "argument of type '%T' is not iterable", iterable);
    int64_t found = 0, place = -1;
    bool done = !iterator;
    while (!done && (item = iterator_next(vm, iterator))) {
        int equal = object_compare_truth(vm, item, value, COMPARE_EQ);
        decref(vm, item);
        place++;
        found += equal > 0;
        done = equal < 0 || (first && equal > 0) || vm_poll(vm) < 0;
    }
    xdecref(vm, iterator);
    return vm_failed(vm) ? -1 : !first ? found : found ? place : -1;
}

static Object *operator_count_of(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "countOf", count, 2, 2))
        return NULL;
    int64_t found = look_through(vm, args[0], args[1], false);
    return found < 0 ? NULL : int_from_i64(vm, found);
}

static Object *operator_index_of(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "indexOf", count, 2, 2))
        return NULL;
    int64_t place = look_through(vm, args[0], args[1], true);
    if (place < 0 && !vm_failed(vm))
        return vm_raise(vm, TYPE_ValueError, "sequence.index(x): x not in sequence");
    return place < 0 ? NULL : int_from_i64(vm, place);
}

static Object *operator_length_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "length_hint", count, 1, 2))
        return NULL;
    int64_t otherwise = count > 1 ? object_as_index(vm, args[1], false) : 0;
    int64_t hint = vm_failed(vm) ? -1 : object_length_hint(vm, args[0], otherwise);
    return vm_failed(vm) ? NULL : int_from_i64(vm, hint);
}

static Object *operator_call(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "call expected at least 1 argument, got 0");
    return object_call(vm, args[0], args + 1, count - 1, names);
}

static const MethodDef operator_functions[] = {
#define X(name, in_place_name, op) \
    {#name, operator_##name, METHOD_FAST, NULL}, {#in_place_name, operator_##in_place_name, METHOD_FAST, NULL},
    BINARY_OPERATORS(X)
#undef X
#define X(name, op) {#name, operator_##name, METHOD_FAST, NULL},
    COMPARISONS(X)
#undef X
#define X(name, op) {#name, operator_##name, METHOD_ONE, NULL},
    UNARY_OPERATORS(X)
#undef X
    {"inv", operator_invert, METHOD_ONE, "Same as ~a."},
    {"truth", operator_truth, METHOD_ONE, "Return True if a is true, False otherwise."},
    {"not_", operator_not, METHOD_ONE, "Same as not a."},
    {"is_", operator_is, METHOD_FAST, "Same as a is b."},
    {"is_not", operator_is_not, METHOD_FAST, "Same as a is not b."},
    {"contains", operator_contains, METHOD_FAST, "Same as b in a (note reversed operands)."},
    {"getitem", operator_getitem, METHOD_FAST, "Same as a[b]."},
    {"setitem", operator_setitem, METHOD_FAST, "Same as a[b] = c."},
    {"delitem", operator_delitem, METHOD_FAST, "Same as del a[b]."},
    {"index", operator_index, METHOD_ONE, "Same as a.__index__()"},
    {"concat", operator_concat, METHOD_FAST, "Same as a + b, for a and b sequences."},
    {"iconcat", operator_iconcat, METHOD_FAST, "Same as a += b, for a and b sequences."},
    {"countOf", operator_count_of, METHOD_FAST, "Return the number of items in a which are, or which equal, b."},
    {"indexOf", operator_index_of, METHOD_FAST, "Return the first index of b in a."},
    {"length_hint", operator_length_hint, METHOD_FAST, "Return an estimate of the number of items in obj."},
    {"call", operator_call, METHOD_KEYWORDS, "Same as obj(*args, **kwargs)."},
    {0},
};

static int operator_init(Vm *vm, Object *dict)
{
    for (int id = LIBRARY_ITEMGETTER; id <= LIBRARY_METHODCALLER; id++)
        if (library_type_add(vm, dict, (LibraryTypeId)id) < 0)
            return -1;
    for (const MethodDef *def = operator_functions; def->name; def++) {
        Object *name = str_format(vm, def->name[strlen(def->name) - 1] == '_' ? "__%.20s_" : "__%.20s__", def->name);
        int result = name ? dict_set(vm, dict, name, dict_get_str(vm, dict, def->name)) : -1;
        xdecref(vm, name);
        if (result < 0)
            return -1;
    }
    return 0;
}

const ModuleDef operator_module = {"operator", "Operator interface.", operator_functions, operator_init};
