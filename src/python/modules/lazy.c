/* The common layout of itertools' iterators. */
#include "python/modules/lazy.h"

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

int64_t *lazy_indices(Vm *vm, Object *self, int64_t count)
{
    int64_t *indices = mem_alloc(vm, (size_t)(count ? count : 1) * sizeof *indices);
    if (!indices)
        return vm_raise_memory(vm);
    for (int64_t i = 0; i < count; i++)
        indices[i] = i;
    return LAZY(self)->indices = indices;
}
