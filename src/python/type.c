/* Types: order of resolution, look-up, readiness. As CPython's typeobject.c. */
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/vm.h"

bool type_is_subtype(const Vm *vm, const Type *type, const Type *base)
{
    if (type == base)
        return true;
    if (!type->mro) {
        while (type && type != base)
            type = type->base;
        return type != NULL;
    }
    const Tuple *mro = (const Tuple *)type->mro;
    for (int64_t i = 1; i < mro->length; i++)
        if (mro->items[i] == &base->head)
            return true;
    return false;
}

/* ---- look-up ---- */

static Object *lookup_mro(Vm *vm, Type *type, Object *name)
{
    const Tuple *mro = (const Tuple *)type->mro;
    for (int64_t i = 0; mro && i < mro->length; i++) {
        Object *value = dict_get(vm, ((Type *)mro->items[i])->dict, name);
        if (value)
            return value;
        if (vm_failed(vm))
            vm_clear_error(vm);
    }
    return NULL;
}

uint32_t type_version(Vm *vm, Type *type)
{
    if (type->version)
        return type->version;
    for (int64_t i = 1; type->mro && i < tuple_length(type->mro); i++)
        if (!type_version(vm, (Type *)tuple_item(type->mro, i)))
            return 0;
    return type->version = ++vm->next_type_version;
}

void type_modified(Vm *vm, Type *type)
{
    if (!type->version)
        return;                /* then no subclass has one either */
    type->version = 0;
    for (uint32_t i = 0; i < type->subclass_count; i++)
        type_modified(vm, type->subclasses[i]);
}

Object *type_lookup(Vm *vm, Type *type, Object *name)
{
    if (!((const Str *)name)->interned)
        return lookup_mro(vm, type, name);
    uint32_t version = type_version(vm, type);
    size_t slot = (version * 31u + (uint32_t)((uintptr_t)name >> 4)) % TYPE_CACHE_SIZE;
    TypeCacheEntry *entry = &vm->type_cache[slot];
    if (entry->version == version && entry->name == name)
        return entry->value;
    Object *value = lookup_mro(vm, type, name);
    /* an interned name may die and another take its place in memory: the entry is cleared then, see type_cache_forget */
    *entry = (TypeCacheEntry){version, name, value};
    return value;
}

void type_cache_forget(Vm *vm, const Object *name)
{
    for (size_t i = 0; i < TYPE_CACHE_SIZE; i++)
        if (vm->type_cache[i].name == name)
            vm->type_cache[i] = (TypeCacheEntry){0};
}

Object *type_module(Vm *vm, Type *type)
{
    if (type->flags & TYPE_HEAP) {
        Object *module = dict_get(vm, type->dict, name_of(vm, module));
        return module ? incref(module) : str_interned(vm, "builtins");
    }
    const char *name = type->spec ? type->spec->name : type->c_name;
    const char *dot = strrchr(name, '.');
    return dot ? str_from_utf8(vm, name, (size_t)(dot - name)) : str_interned(vm, "builtins");
}

/* ---- C3 ---- */

/* Is the candidate in the tail (all but the first left) of any list? */
static bool in_some_tail(Object *const *lists, const int64_t *heads, int64_t count, const Object *candidate)
{
    for (int64_t i = 0; i < count; i++)
        for (int64_t j = heads[i] + 1; j < tuple_length(lists[i]); j++)
            if (tuple_item(lists[i], j) == candidate)
                return true;
    return false;
}

static void mro_conflict(Vm *vm, Object *const *lists, const int64_t *heads, int64_t count)
{
    StrWriter writer;
    writer_init(&writer);
    bool first = true;
    for (int64_t i = 0; i < count; i++) {
        if (heads[i] >= tuple_length(lists[i]))
            continue;
        Object *type = tuple_item(lists[i], heads[i]);
        bool seen = false;
        for (int64_t j = 0; j < i; j++)
            seen |= heads[j] < tuple_length(lists[j]) && tuple_item(lists[j], heads[j]) == type;
        if (seen)
            continue;
        if (!first)
            writer_ascii(vm, &writer, ", ", 2);
        writer_str(vm, &writer, ((Type *)type)->name);
        first = false;
    }
    Object *names = writer_finish(vm, &writer);
    if (names)
        vm_raise(vm, TYPE_TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %U", names);
    xdecref(vm, names);
}

static int mro_merge(Vm *vm, Object *result, Object *const *lists, int64_t *heads, int64_t count)
{
    for (;;) {
        Object *chosen = NULL;
        bool any = false;
        for (int64_t i = 0; i < count && !chosen; i++) {
            if (heads[i] >= tuple_length(lists[i]))
                continue;
            any = true;
            Object *candidate = tuple_item(lists[i], heads[i]);
            if (!in_some_tail(lists, heads, count, candidate))
                chosen = candidate;
        }
        if (!any)
            return 0;
        if (!chosen) {
            mro_conflict(vm, lists, heads, count);
            return -1;
        }
        if (list_append(vm, result, chosen) < 0)
            return -1;
        for (int64_t i = 0; i < count; i++)
            if (heads[i] < tuple_length(lists[i]) && tuple_item(lists[i], heads[i]) == chosen)
                heads[i]++;
    }
}

static Object *mro_c3(Vm *vm, Type *type, Object **lists, int64_t *heads)
{
    int64_t n = tuple_length(type->bases);
    for (int64_t i = 0; i < n; i++) {
        lists[i] = ((Type *)tuple_item(type->bases, i))->mro;
        if (!lists[i])
            return vm_raise(vm, TYPE_TypeError, "Cannot extend an incomplete type '%N'", tuple_item(type->bases, i));
        heads[i] = 0;
        for (int64_t j = 0; j < i; j++)
            if (tuple_item(type->bases, i) == tuple_item(type->bases, j))
                return vm_raise(vm, TYPE_TypeError, "duplicate base class %N", tuple_item(type->bases, i));
    }
    lists[n] = type->bases;
    heads[n] = 0;
    Object *self = &type->head;
    Object *result = list_from(vm, &self, 1);
    if (!result)
        return NULL;
    Object *mro = mro_merge(vm, result, lists, heads, n + 1) < 0 ? NULL : list_as_tuple(vm, result);
    decref(vm, result);
    return mro;
}

/* The usual case, for which CPython makes no list either. */
static Object *mro_of_one(Vm *vm, Type *type, Object *of_base)
{
    int64_t count = tuple_length(of_base);
    Object *mro = tuple_new(vm, count + 1);
    for (int64_t i = 0; mro && i <= count; i++)
        ((Tuple *)mro)->items[i] = incref(i ? tuple_item(of_base, i - 1) : &type->head);
    return mro;
}

Object *type_compute_mro(Vm *vm, Type *type)
{
    Object *self = &type->head;
    if (!type->bases || tuple_length(type->bases) == 0)
        return tuple_from(vm, &self, 1);
    size_t n = (size_t)tuple_length(type->bases) + 1;
    if (n == 2 && ((Type *)tuple_item(type->bases, 0))->mro)
        return mro_of_one(vm, type, ((Type *)tuple_item(type->bases, 0))->mro);
    void *scratch = mem_alloc(vm, n * (sizeof(Object *) + sizeof(int64_t)));
    if (!scratch)
        return vm_raise_memory(vm);
    Object *mro = mro_c3(vm, type, scratch, (int64_t *)((Object **)scratch + n));
    mem_free(vm, scratch);
    return mro;
}

/* ---- readiness ---- */

int type_add_subclass(Vm *vm, Type *base, Type *type)
{
    if (base->subclass_count == base->subclass_capacity) {
        uint32_t capacity = base->subclass_capacity ? 2 * base->subclass_capacity : 4;
        Type **grown = mem_realloc(vm, base->subclasses, capacity * sizeof *grown);
        if (!grown) {
            vm_raise_memory(vm);
            return -1;
        }
        base->subclasses = grown;
        base->subclass_capacity = capacity;
    }
    base->subclasses[base->subclass_count++] = type;
    return 0;
}

void type_remove_subclass(Type *base, Type *type)
{
    for (uint32_t i = 0; i < base->subclass_count; i++) {
        if (base->subclasses[i] != type)
            continue;
        memmove(&base->subclasses[i], &base->subclasses[i + 1],
                (base->subclass_count - i - 1) * sizeof *base->subclasses);
        base->subclass_count--;
        return;
    }
}

enum { INHERITED_FLAGS = TYPE_INT_SUBCLASS | TYPE_LIST_SUBCLASS | TYPE_TUPLE_SUBCLASS | TYPE_STR_SUBCLASS |
                         TYPE_BYTES_SUBCLASS | TYPE_DICT_SUBCLASS | TYPE_TYPE_SUBCLASS | TYPE_EXCEPTION_SUBCLASS |
                         TYPE_SEQUENCE | TYPE_MAPPING | TYPE_MATCH_SELF | TYPE_HAS_GC | TYPE_HAS_FINALIZER };

enum { MATCH_KINDS = TYPE_SEQUENCE | TYPE_MAPPING };

void type_adopt_match_kind(Type *type, const Type *from)
{
    uint32_t kind = from->flags & MATCH_KINDS;
    if (!kind || (type->flags & MATCH_KINDS) == kind || !(type->flags & TYPE_HEAP))
        return;
    type->flags = (type->flags & ~(uint32_t)MATCH_KINDS) | kind;
    for (size_t i = 0; i < type->subclass_count; i++)
        type_adopt_match_kind(type->subclasses[i], from);
}

/* All slots are function pointers, so they are inherited one like the other; hash and compare only as a pair. */
static void inherit_slots(TypeSlots *slots, const TypeSlots *from)
{
    bool compares = slots->compare || slots->hash;
    void (**own)(void) = (void (**)(void))slots;
    void (*const *base)(void) = (void (*const *)(void))from;
    int64_t (*hash)(Vm *, Object *) = slots->hash;
    Object *(*compare)(Vm *, Object *, Object *, CompareOp) = slots->compare;
    for (size_t i = 0; i < sizeof(TypeSlots) / sizeof *own; i++)
        if (!own[i])
            own[i] = base[i];
    if (compares) {
        slots->hash = hash;
        if (compare)
            slots->compare = compare;
    }
}

int type_inherit(Vm *vm, Type *type)
{
    bool instantiable = type->slots.new || !type->base || (type->flags & TYPE_HEAP) ||
                        type->base != builtin_type(vm, TYPE_OBJECT);
    for (int64_t i = 1; i < tuple_length(type->mro); i++) {
        const Type *base = (const Type *)tuple_item(type->mro, i);
        inherit_slots(&type->slots, &base->slots);
        uint32_t inherited = base->flags & INHERITED_FLAGS;
        if (type->flags & MATCH_KINDS)
            inherited &= ~(uint32_t)MATCH_KINDS;      /* the first base that has a kind decides */
        type->flags |= inherited;
    }
    if (!instantiable)
        type->slots.new = NULL;
    if (!type->dict_offset && type->base)
        type->dict_offset = type->base->dict_offset;
    return 0;
}

static int add_descriptor(Vm *vm, Type *type, const char *name, Object *descriptor)
{
    if (!descriptor)
        return -1;
    int result = dict_set_str(vm, type->dict, name, descriptor);
    decref(vm, descriptor);
    return result;
}

static int add_tables(Vm *vm, Type *type, const TypeSpec *spec)
{
    for (const MethodDef *def = spec->methods; def && def->name; def++)
        if (add_descriptor(vm, type, def->name, descriptor_method(vm, type, def)) < 0)
            return -1;
    for (const GetSetDef *def = spec->getset; def && def->name; def++)
        if (add_descriptor(vm, type, def->name, descriptor_getset(vm, type, def)) < 0)
            return -1;
    for (const MemberDef *def = spec->members; def && def->name; def++)
        if (add_descriptor(vm, type, def->name, descriptor_member(vm, type, def, NULL)) < 0)
            return -1;
    if (dict_get(vm, type->dict, name_of(vm, doc)))
        return 0;
    return add_descriptor(vm, type, "__doc__", spec->doc ? str_from_c(vm, spec->doc) : new_none(vm));
}

/* object.__new__(cls, ...) and the like: the constructor as a function whose self is the type. */
static Object *call_new(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *type = (Type *)self;
    if (count < 1)
        return vm_raise(vm, TYPE_TypeError, "%N.__new__(): not enough arguments", type);
    if (!is_type(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "%N.__new__(X): X is not a type object (%T)", type, args[0]);
    Type *wanted = (Type *)args[0];
    if (!type_is_subtype(vm, wanted, type))
        return vm_raise(vm, TYPE_TypeError, "%N.__new__(%N): %N is not a subtype of %N", type, wanted, wanted, type);
    Type *solid = wanted;
    while (solid && (solid->flags & TYPE_HEAP))
        solid = solid->base;
    if (solid && solid->slots.new != type->slots.new)
        return vm_raise(vm, TYPE_TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", type, wanted, solid);
    return type->slots.new(vm, wanted, args + 1, count - 1, names);
}

const MethodDef type_new_method = {"__new__", call_new, METHOD_KEYWORDS,
                                   "Create and return a new object.  See help(type) for accurate signature."};

int type_make_builtin(Vm *vm, Type *type, const TypeSpec *spec, Type *base)
{
    const char *dot = strrchr(spec->name, '.');
    type->c_name = dot ? dot + 1 : spec->name;
    type->spec = spec;
    type->size = spec->size;
    type->item_size = spec->item_size;
    type->dict_offset = spec->dict_offset;
    type->weaklist_offset = spec->weaklist_offset;
    type->flags = spec->flags | TYPE_IMMUTABLE;
    type->slots = spec->slots;
    Object *base_object = base ? &base->head : NULL;
    type->base = base ? (Type *)incref(base_object) : NULL;
    type->bases = tuple_from(vm, &base_object, base ? 1 : 0);
    type->dict = dict_new(vm);
    type->name = str_interned(vm, type->c_name);
    if (!type->bases || !type->dict || !type->name || !(type->mro = type_compute_mro(vm, type)))
        return -1;
    type->qualname = incref(type->name);
    if (base && type_add_subclass(vm, base, type) < 0)
        return -1;
    bool has_new = spec->slots.new != NULL;
    bool unhashable = spec->slots.compare && !spec->slots.hash;
    if (slot_add_wrappers(vm, type) < 0 || add_tables(vm, type, spec) < 0)
        return -1;
    if (has_new && add_descriptor(vm, type, "__new__",
                                  builtin_function_new(vm, &type_new_method, &type->head, NULL)) < 0)
        return -1;
    if (unhashable && dict_set(vm, type->dict, name_of(vm, hash), none(vm)) < 0)
        return -1;
    return type_inherit(vm, type);
}
