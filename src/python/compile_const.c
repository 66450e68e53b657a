/* Constants: made from the tree's literals, equal ones of all code objects merged into one object.
 *
 * Two constants are the same if type and value are, down through tuples and frozensets: 1, 1.0 and True stay three, and
 * so do 0.0 and -0.0 (as _PyCode_ConstantKey and merge_const_one). A str that could be part of an identifier is
 * interned, as code objects do with their constants.
 */
#include "python/compile.h"

#include <string.h>

#include "python/objects/containers.h"
#include "python/objects/float.h"
#include "python/objects/int.h"
#include "python/objects/str.h"

Object *keep(Compiler *c, Object *object)
{
    if (!object)
        compile_leave(c);
    if (c->kept_count == c->kept_capacity) {
        size_t capacity = c->kept_capacity ? c->kept_capacity * 2 : 64;
        c->kept = region_grow(&c->region, c->kept, c->kept_capacity * sizeof(Object *), capacity * sizeof(Object *));
        c->kept_capacity = capacity;
    }
    return c->kept[c->kept_count++] = object;
}

/* The 4300 digit limit of int() holds for literals as well, as a SyntaxError of the parser; here it cannot happen. */
static Object *int_constant(Compiler *c, const Constant *constant)
{
    return int_from_text(c->vm, constant->text, constant->length ? constant->length : strlen(constant->text),
                         constant->base);
}

Object *constant_object(Compiler *c, const Constant *constant)
{
    switch (constant->kind) {
    case CONSTANT_NONE: return none(c->vm);
    case CONSTANT_TRUE: return bool_object(c->vm, true);
    case CONSTANT_FALSE: return bool_object(c->vm, false);
    case CONSTANT_ELLIPSIS: return &c->vm->ellipsis.head;
    case CONSTANT_INT: return keep(c, int_constant(c, constant));
    case CONSTANT_FLOAT: return keep(c, float_new(c->vm, constant->number));
    case CONSTANT_COMPLEX: return keep(c, complex_new(c->vm, 0.0, constant->number));
    case CONSTANT_STR: return keep(c, str_from_utf8(c->vm, constant->text, constant->length));
    case CONSTANT_BYTES: return keep(c, bytes_from(c->vm, constant->text, constant->length));
    }
    return NULL;
}

/* ---- sameness ---- */

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static bool same_items(Vm *vm, const Object *a, const Object *b)
{
    if (tuple_length(a) != tuple_length(b))
        return false;
    for (int64_t i = 0; i < tuple_length(a); i++)
        if (!constant_same(vm, tuple_item(a, i), tuple_item(b, i)))
            return false;
    return true;
}

static bool set_has_same(Vm *vm, const Object *set, const Object *wanted)
{
    int64_t position = 0;
    Object *key;
    while (set_next(set, &position, &key))
        if (constant_same(vm, key, wanted))
            return true;
    return false;
}

static bool same_sets(Vm *vm, const Object *a, const Object *b)
{
    if (((const Set *)a)->used != ((const Set *)b)->used)
        return false;
    int64_t position = 0;
    Object *key;
    while (set_next(a, &position, &key))
        if (!set_has_same(vm, b, key))
            return false;
    return true;
}

static bool same_instructions(const Code *a, const Code *b)
{
    if (a->instr_count != b->instr_count)
        return false;
    for (uint32_t i = 0; i < a->instr_count; i++)
        if (a->instrs[i].op != b->instrs[i].op || a->instrs[i].arg != b->instrs[i].arg)
            return false;
    return memcmp(a->positions, b->positions, a->instr_count * sizeof *a->positions) == 0;
}

/* As code_richcompare: where it stands counts, its qualified name does not. */
static bool same_codes(Vm *vm, const Code *a, const Code *b)
{
    return a->arg_count == b->arg_count && a->positional_only_count == b->positional_only_count
        && a->keyword_only_count == b->keyword_only_count && a->flags == b->flags && a->first_line == b->first_line
        && a->locals_count == b->locals_count && str_equal(a->name, b->name) && same_instructions(a, b)
        && memcmp(a->local_kinds, b->local_kinds, (size_t)a->locals_count) == 0
        && same_items(vm, a->consts, b->consts) && same_items(vm, a->names, b->names)
        && same_items(vm, a->local_names, b->local_names);
}

bool constant_same(Vm *vm, const Object *a, const Object *b)
{
    if (a == b)
        return true;
    if (a->type != b->type)
        return false;
    if (is_exact(a, INT))
        return int_compare(a, b) == 0;
    if (is_exact(a, STR))
        return str_equal(a, b);
    if (is_exact(a, FLOAT))
        return same_bits(float_value(a), float_value(b));
    if (is_exact(a, COMPLEX))
        return same_bits(((const Complex *)a)->real, ((const Complex *)b)->real)
            && same_bits(((const Complex *)a)->imag, ((const Complex *)b)->imag);
    if (is_exact(a, BYTES))
        return ((const Bytes *)a)->length == ((const Bytes *)b)->length
            && memcmp(((const Bytes *)a)->data, ((const Bytes *)b)->data, (size_t)((const Bytes *)a)->length) == 0;
    if (is_exact(a, TUPLE))
        return same_items(vm, a, b);
    if (is_exact(a, FROZENSET))
        return same_sets(vm, a, b);
    return is_exact(a, CODE) && same_codes(vm, (const Code *)a, (const Code *)b);
}

/* A hash that agrees with constant_same. */
static uint64_t constant_hash(Vm *vm, Object *object)
{
    uint64_t hash = object->type;
    if (is_exact(object, TUPLE)) {
        for (int64_t i = 0; i < tuple_length(object); i++)
            hash = hash * 1000003 ^ constant_hash(vm, tuple_item(object, i));
    } else if (is_exact(object, FROZENSET)) {
        int64_t position = 0;
        Object *key;
        while (set_next(object, &position, &key))
            hash += constant_hash(vm, key);
    } else if (is_exact(object, CODE)) {
        hash += ((Code *)object)->instr_count * 31u + (uint64_t)((Code *)object)->first_line;
    } else if (is_exact(object, FLOAT)) {
        uint64_t bits;
        memcpy(&bits, &((Float *)object)->value, sizeof bits);
        hash += bits;
    } else {
        hash += (uint64_t)object_hash(vm, object);
    }
    return hash * UINT64_C(0x9e3779b97f4a7c15);
}

/* ---- merging ---- */

static Object **find_constant(Compiler *c, const ConstantTable *table, Object *object)
{
    size_t i = (size_t)(constant_hash(c->vm, object) >> 20) & (table->size - 1);
    while (table->slots[i] && !constant_same(c->vm, table->slots[i], object))
        i = (i + 1) & (table->size - 1);
    return &table->slots[i];
}

static void grow_constants(Compiler *c)
{
    ConstantTable old = c->constants;
    c->constants.size = old.size ? old.size * 2 : 256;
    c->constants.slots = region_alloc_array(&c->region, c->constants.size, sizeof(Object *));
    for (size_t i = 0; i < old.size; i++)
        if (old.slots[i])
            *find_constant(c, &c->constants, old.slots[i]) = old.slots[i];
}

static bool looks_like_identifier(const Object *object)
{
    const Str *str = (const Str *)object;
    const unsigned char *text = str_data(str);
    if (!str->ascii)
        return false;
    for (int64_t i = 0; i < str->length; i++)
        if (text[i] != '_' && (text[i] < '0' || (text[i] > '9' && text[i] < 'A') || (text[i] > 'Z' && text[i] < 'a')
                               || text[i] > 'z'))
            return false;
    return true;
}

/* The items of a fresh tuple become the merged ones. */
static void merge_items(Compiler *c, Object *tuple)
{
    for (int64_t i = 0; i < tuple_length(tuple); i++) {
        Object *item = tuple_item(tuple, i), *merged = constant_merge(c, item);
        if (merged != item)
            object_replace(c->vm, &((Tuple *)tuple)->items[i], incref(merged));
    }
}

/* A new frozenset of the merged items, entered in the order of the old one: its own order may come out another, as it
 * does in CPython, which makes yet another one when a code object exchanges an item for the interned str. */
static Object *merge_set(Compiler *c, Object *set)
{
    int64_t position = 0, count = 0;
    Object *key, **items = region_alloc_array(&c->region, (size_t)((Set *)set)->used, sizeof(Object *));
    bool exchanged = false;
    while (set_next(set, &position, &key)) {
        items[count] = constant_merge(c, key);
        exchanged |= map_has(&c->interned_elsewhere, items[count++]);
    }
    Object *tuple = keep(c, tuple_from(c->vm, items, count));
    Object *merged = keep(c, frozenset_new(c->vm, tuple));
    if (!exchanged)
        return merged;
    tuple = keep(c, sequence_tuple(c->vm, merged));
    return keep(c, frozenset_new(c->vm, tuple));
}

Object *constant_merge(Compiler *c, Object *object)
{
    if (object == none(c->vm) || object == &c->vm->ellipsis.head || is_exact(object, BOOL))
        return object;
    if (c->constants.count * 2 >= c->constants.size)
        grow_constants(c);
    Object **slot = find_constant(c, &c->constants, object);
    if (*slot)
        return *slot;
    if (is_exact(object, STR) && !((Str *)object)->interned && looks_like_identifier(object)) {
        Object *interned = incref(object);
        str_intern(c->vm, &interned);
        if (interned != object)
            map_add(&c->region, &c->interned_elsewhere, interned);
        object = keep(c, interned);
    } else if (is_exact(object, TUPLE) || is_exact(object, FROZENSET)) {
        if (is_exact(object, TUPLE))
            merge_items(c, object);
        else
            object = merge_set(c, object);
        if (c->constants.count * 2 >= c->constants.size)
            grow_constants(c);
        slot = find_constant(c, &c->constants, object);
    }
    c->constants.count++;
    return *slot = object;
}
