/* The common layout of itertools' iterators. */
#include "python/modules/lazy.h"

#include <string.h>

#include "python/modules/module.h"
#include "python/objects/containers.h"
#include "python/vm.h"

Object *lazy_new(Vm *vm, Type *type, Object *first, Object *second, Object *third)
{
    Object *self = vm_failed(vm) ? NULL : object_new_zeroed(vm, type, type->size);
    if (!self) {
        xdecref(vm, first);
        xdecref(vm, second);
        xdecref(vm, third);
        return NULL;
    }
    LAZY(self)->objects[0] = first;
    LAZY(self)->objects[1] = second;
    LAZY(self)->objects[2] = third;
    gc_track(vm, self);
    return self;
}

void lazy_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    for (int i = 0; i < LAZY_OBJECTS; i++)
        xdecref(vm, LAZY(self)->objects[i]);
    mem_free(vm, LAZY(self)->indices);
    object_free(vm, self);
}

uint64_t lazy_size_of(Vm *vm, Object *self)
{
    static const struct { const char *name; uint32_t size; bool indices, cycles; } rows[] = {
        {"count", 40, false, false}, {"cycle", 48, false, false}, {"repeat", 32, false, false},
        {"chain", 32, false, false}, {"zip_longest", 56, false, false}, {"groupby", 64, false, false},
        {"_grouper", 32, false, false}, {"dropwhile", 40, false, false}, {"takewhile", 40, false, false},
        {"filterfalse", 32, false, false}, {"starmap", 32, false, false}, {"compress", 32, false, false},
        {"accumulate", 48, false, false}, {"islice", 56, false, false}, {"pairwise", 32, false, false},
        {"_tee", 40, false, false}, {"combinations", 56, true, false},
        {"combinations_with_replacement", 56, true, false}, {"permutations", 64, true, true}, {"product", 48, false, true},
    };
    const Type *type = object_type(vm, self), *layout = type;
    while (layout->flags & TYPE_HEAP)
        layout = layout->base;
    const char *dot = strrchr(layout->spec->name, '.');
    const Lazy *lazy = LAZY(self);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, dot ? dot + 1 : layout->spec->name) != 0)
            continue;
        uint64_t indices = rows[i].indices ? (uint64_t)lazy->numbers[0] : 0;
        if (rows[i].cycles && lazy->objects[0])
            indices += (uint64_t)tuple_length(lazy->objects[0]);
        return rows[i].size + indices * sizeof(int64_t) + (type->size - layout->size);
    }
    return type->size;
}

int lazy_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    for (int i = 0; i < LAZY_OBJECTS; i++)
        VISIT(LAZY(self)->objects[i]);
    return 0;
}

int lazy_clear(Vm *vm, Object *self)
{
    for (int i = 0; i < LAZY_OBJECTS; i++)
        object_replace(vm, &LAZY(self)->objects[i], NULL);
    return 0;
}

Object *lazy_self(Vm *vm, Object *self) { return incref(self); }

Object *lazy_pull(Vm *vm, Object *self, int which)
{
    Object *iterator = xincref(LAZY(self)->objects[which]);
    Object *item = iterator ? iterator_next(vm, iterator) : NULL;
    xdecref(vm, iterator);
    return item;
}

int64_t *lazy_indices(Vm *vm, Object *self, int64_t count)
{
    int64_t *indices = mem_alloc(vm, (size_t)(count ? count : 1) * sizeof *indices);
    if (!indices)
        return vm_raise_memory(vm);
    LAZY(self)->index_count = count;
    for (int64_t i = 0; i < count; i++)
        indices[i] = i;
    return LAZY(self)->indices = indices;
}

/* ---- copies ---- */

/* Lists are changed by whoever holds them: a copy has its own. */
static Object *share(Vm *vm, Object *object, Object *deepcopy, Object *memo)
{
    if (!object)
        return NULL;
    if (deepcopy) {
        Object *args[] = {object, memo};
        return object_call(vm, deepcopy, args, 2, NULL);
    }
    return is_exact(object, LIST) ? sequence_list(vm, object) : incref(object);
}

static Object *copy_with(Vm *vm, Object *self, Object *deepcopy, Object *memo)
{
    const Lazy *from = LAZY(self);
    Object *copy = lazy_new(vm, object_type(vm, self), NULL, NULL, NULL);
    for (int i = 0; copy && !vm_failed(vm) && i < LAZY_OBJECTS; i++)
        LAZY(copy)->objects[i] = share(vm, from->objects[i], deepcopy, memo);
    if (!copy)
        return NULL;
    memcpy(LAZY(copy)->numbers, from->numbers, sizeof from->numbers);
    if (!vm_failed(vm) && from->indices && lazy_indices(vm, copy, from->index_count))
        memcpy(LAZY(copy)->indices, from->indices, (size_t)from->index_count * sizeof *from->indices);
    if (vm_failed(vm))
        object_replace(vm, &copy, NULL);
    return copy;
}

Object *lazy_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return copy_with(vm, self, NULL, NULL);
}

Object *lazy_deepcopy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *deepcopy = module_attribute(vm, "copy", "deepcopy");
    Object *copy = deepcopy ? copy_with(vm, self, deepcopy, args[0]) : NULL;
    xdecref(vm, deepcopy);
    return copy;
}

const MethodDef lazy_methods[] = {LAZY_COPY_METHODS, {0}};
