/* The types set and frozenset: their slots. */
#include "python/objects/set_internal.h"
#include "python/objects/str.h"

static Object *set_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    return set_make(vm, type, NULL);
}

static int set_slot_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "set", names) || !args_check(vm, "set", count, 0, 1))
        return -1;
    if (((Set *)self)->fill)
        set_clear(vm, self);
    ((Set *)self)->hash = -1;
    return count ? set_update(vm, self, args[0]) : 0;
}

static Object *frozenset_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Type *base = builtin_type(vm, TYPE_FROZENSET);
    if ((type == base || type->slots.init == base->slots.init) && !args_no_names(vm, "frozenset", names))
        return NULL;
    if (!args_check(vm, "frozenset", count, 0, 1))
        return NULL;
    Object *iterable = count ? args[0] : NULL;
    return type == base ? frozenset_new(vm, iterable) : set_make(vm, type, iterable);
}

static void set_dealloc(Vm *vm, Object *self)
{
    Set *set = (Set *)self;
    gc_untrack(vm, self);
    SetEntry *entry = set->table;
    for (int64_t used = set->used; used > 0; entry++)
        if (entry->key) {
            used--;
            decref(vm, entry->key);
        }
    if (set->table != set->small)
        mem_free(vm, set->table);
    object_free(vm, self);
}

static int set_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Object *key;
    for (int64_t i = 0; set_next(self, &i, &key);)
        VISIT(key);
    return 0;
}

static int set_slot_clear(Vm *vm, Object *self)
{
    set_clear(vm, self);
    return 0;
}

static uint64_t set_size_of(Vm *vm, Object *self)
{
    Set *set = (Set *)self;
    uint64_t table = set->table == set->small ? 0 : (uint64_t)(set->mask + 1) * sizeof(SetEntry);
    return object_type(vm, self)->size + table;
}

static int64_t set_length(Vm *vm, Object *self) { return ((Set *)self)->used; }

/* ---- repr, hash, comparison ---- */

static Object *set_repr_inner(Vm *vm, Object *self)
{
    Object *list = sequence_list(vm, self);
    Object *whole = list ? object_repr(vm, list) : NULL;
    xdecref(vm, list);
    Object *items = whole ? str_substring(vm, whole, 1, ((Str *)whole)->length - 1) : NULL;
    xdecref(vm, whole);
    if (!items)
        return NULL;
    Object *text = is_exact(self, SET) ? str_format(vm, "{%U}", items) : str_format(vm, "%T({%U})", self, items);
    decref(vm, items);
    return text;
}

static Object *set_repr(Vm *vm, Object *self)
{
    int inside = repr_enter(vm, self);
    if (inside)
        return inside < 0 ? NULL : str_format(vm, "%T(...)", self);
    Object *text = set_length(vm, self) ? set_repr_inner(vm, self) : str_format(vm, "%T()", self);
    repr_leave(vm, self);
    return text;
}

static uint64_t shuffle_bits(uint64_t hash)
{
    return ((hash ^ UINT64_C(89869747)) ^ (hash << 16)) * UINT64_C(3644798167);
}

/* The same for every order of the elements. */
static int64_t frozenset_hash(Vm *vm, Object *self)
{
    Set *set = (Set *)self;
    if (set->hash != -1)
        return set->hash;
    Object *key;
    int64_t key_hash;
    uint64_t hash = 0;
    for (int64_t i = 0; set_walk(set, &i, &key, &key_hash);)
        hash ^= shuffle_bits((uint64_t)key_hash);
    hash ^= ((uint64_t)set->used + 1) * UINT64_C(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069 + UINT64_C(907133923);
    set->hash = hash == UINT64_MAX ? 590923713 : (int64_t)hash;
    return set->hash;
}

static int set_equal(Vm *vm, Object *left, Object *right)
{
    Set *a = (Set *)left, *b = (Set *)right;
    if (a->used != b->used || (a->hash != -1 && b->hash != -1 && a->hash != b->hash))
        return 0;
    return set_is_subset(vm, left, right);
}

static int set_ask(Vm *vm, Object *left, Object *right, CompareOp op)
{
    int64_t a = ((Set *)left)->used, b = ((Set *)right)->used;
    switch (op) {
    case COMPARE_EQ: case COMPARE_NE: return set_equal(vm, left, right);
    case COMPARE_LE: return set_is_subset(vm, left, right);
    case COMPARE_GE: return set_is_superset(vm, left, right);
    case COMPARE_LT: return a < b ? set_is_subset(vm, left, right) : 0;
    case COMPARE_GT: return a > b ? set_is_superset(vm, left, right) : 0;
    }
    return 0;
}

static Object *set_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_any_set(vm, left) || !is_any_set(vm, right))
        return new_not_implemented(vm);
    int truth = set_ask(vm, left, right, op);
    return truth < 0 ? NULL : new_bool(vm, op == COMPARE_NE ? !truth : truth);
}

/* ---- operators: both sides must be sets ---- */

static bool are_sets(Vm *vm, Object *a, Object *b) { return is_any_set(vm, a) && is_any_set(vm, b); }

static Object *set_or(Vm *vm, Object *left, Object *right)
{
    if (!are_sets(vm, left, right))
        return new_not_implemented(vm);
    Object *result = set_make_plain(vm, left, left);
    if (result && left != right && set_update(vm, result, right) < 0) {
        decref(vm, result);
        return NULL;
    }
    return result;
}

static Object *set_and(Vm *vm, Object *left, Object *right)
{
    return are_sets(vm, left, right) ? set_intersection(vm, left, right) : new_not_implemented(vm);
}

static Object *set_subtract(Vm *vm, Object *left, Object *right)
{
    return are_sets(vm, left, right) ? set_difference(vm, left, right) : new_not_implemented(vm);
}

static Object *set_xor(Vm *vm, Object *left, Object *right)
{
    return are_sets(vm, left, right) ? set_symmetric_difference(vm, left, right) : new_not_implemented(vm);
}

static Object *changed(Object *self, int status) { return status < 0 ? NULL : incref(self); }

static Object *set_in_place_or(Vm *vm, Object *self, Object *other)
{
    return is_any_set(vm, other) ? changed(self, set_update(vm, self, other)) : new_not_implemented(vm);
}

static Object *set_in_place_and(Vm *vm, Object *self, Object *other)
{
    if (!is_any_set(vm, other))
        return new_not_implemented(vm);
    Object *common = set_intersection(vm, self, other);
    if (!common)
        return NULL;
    set_swap((Set *)self, (Set *)common);
    decref(vm, common);
    return incref(self);
}

static Object *set_in_place_subtract(Vm *vm, Object *self, Object *other)
{
    return is_any_set(vm, other) ? changed(self, set_difference_update(vm, self, other)) : new_not_implemented(vm);
}

static Object *set_in_place_xor(Vm *vm, Object *self, Object *other)
{
    return is_any_set(vm, other) ? changed(self, set_symmetric_difference_update(vm, self, other))
                                 : new_not_implemented(vm);
}

#define BOTH_BINARY \
    { \
        [BINARY_OR] = set_or, [BINARY_AND] = set_and, [BINARY_SUBTRACT] = set_subtract, [BINARY_XOR] = set_xor \
    }

const TypeSpec set_spec = {
    .name = "set",
    .doc = "set() -> new empty set object\nset(iterable) -> new set object\n\n"
           "Build an unordered collection of unique elements.",
    .size = sizeof(Set), .weaklist_offset = sizeof(Set) - sizeof(Object *),
    .flags = TYPE_HAS_GC | TYPE_BASE | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = set_dealloc, .traverse = set_traverse, .clear = set_slot_clear, .size_of = set_size_of,
        .new = set_slot_new, .init = set_slot_init, .repr = set_repr, .compare = set_compare, .iter = set_iter,
        .length = set_length, .contains = set_contains, .binary = BOTH_BINARY,
        .in_place = {
            [BINARY_OR] = set_in_place_or, [BINARY_AND] = set_in_place_and,
            [BINARY_SUBTRACT] = set_in_place_subtract, [BINARY_XOR] = set_in_place_xor,
        },
    },
    .methods = set_methods,
};

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .doc = "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\n"
           "Build an immutable unordered collection of unique elements.",
    .size = sizeof(Set), .weaklist_offset = sizeof(Set) - sizeof(Object *),
    .flags = TYPE_HAS_GC | TYPE_BASE | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = set_dealloc, .traverse = set_traverse, .clear = set_slot_clear, .size_of = set_size_of,
        .new = frozenset_slot_new, .repr = set_repr, .hash = frozenset_hash, .compare = set_compare,
        .iter = set_iter, .length = set_length, .contains = set_contains, .binary = BOTH_BINARY,
    },
    .methods = frozenset_methods,
};
