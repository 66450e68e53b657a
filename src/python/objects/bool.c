/* bool: the two ints that are called False and True. They live in the Vm and are never made or freed. */
#include "python/objects/int.h"
#include "python/objects/str.h"
#include "python/vm.h"

static Object *bool_repr(Vm *vm, Object *self) { return str_interned(vm, int_is_zero(self) ? "False" : "True"); }

static Object *bool_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "bool", names) || !args_check(vm, "bool", count, 0, 1))
        return NULL;
    int truth = count ? object_truth(vm, args[0]) : 0;
    return truth < 0 ? NULL : new_bool(vm, truth);
}

/* Two bools give a bool; anything else is the business of int. */
static Object *combine(Vm *vm, Object *left, Object *right, BinaryOp op)
{
    if (!is_exact(left, BOOL) || !is_exact(right, BOOL))
        return builtin_type(vm, TYPE_INT)->slots.binary[op](vm, left, right);
    bool x = !int_is_zero(left), y = !int_is_zero(right);
    return new_bool(vm, op == BINARY_AND ? x && y : op == BINARY_OR ? x || y : x != y);
}

static Object *bool_and(Vm *vm, Object *left, Object *right) { return combine(vm, left, right, BINARY_AND); }
static Object *bool_or(Vm *vm, Object *left, Object *right) { return combine(vm, left, right, BINARY_OR); }
static Object *bool_xor(Vm *vm, Object *left, Object *right) { return combine(vm, left, right, BINARY_XOR); }

const TypeSpec bool_spec = {
    .name = "bool",
    .doc = "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\nThe builtins True and False "
           "are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be "
           "subclassed.",
    .size = sizeof(Int),
    .item_size = 4,
    .flags = TYPE_IMMUTABLE | TYPE_INT_SUBCLASS | TYPE_MATCH_SELF,
    .slots = {
        .repr = bool_repr, .new = bool_new,
        .binary = { [BINARY_AND] = bool_and, [BINARY_OR] = bool_or, [BINARY_XOR] = bool_xor },
    },
};
