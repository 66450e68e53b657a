#include "python/free_list.h"

#include <string.h>

#include "python/vm.h"

static uint32_t limit_of(int which)
{
    return which == FREE_SLICES ? 1 : which < FREE_SLICES ? 80 : 2000;
}

Object *free_list_take(Vm *vm, int which, TypeId type)
{
    FreeList *list = &vm->free_lists[which];
    GcHead *head = list->first;
    if (!head)
        return NULL;
    list->first = (GcHead *)head->next;
    list->count--;
    *head = (GcHead){0, 0};
    Object *object = (Object *)(head + 1);
    *object = (Object){1, TYPE_REF_OF(vm, builtin_type(vm, type)), vm->next_number++};
    return object;
}

bool free_list_keep(Vm *vm, int which, Object *object)
{
    FreeList *list = &vm->free_lists[which];
    if (list->count >= limit_of(which))
        return false;
    GcHead *head = gc_head(object);
#ifdef REFARROWS_HOSTILE
    memset(object, 0xdd, mem_usable_size(vm, head) - sizeof *head);
#endif
    *head = (GcHead){(uintptr_t)list->first, 0};
    list->first = head;
    list->count++;
    return true;
}

static void pass_tuple(Vm *vm, size_t length)
{
    if (length == 0 || length >= FREE_TUPLE_LENGTHS || vm->free_lists[FREE_TUPLES + length - 1].first)
        return;
    Object *tuple = tuple_new(vm, (int64_t)length);
    if (tuple)
        decref(vm, tuple);
    else
        vm_clear_error(vm);
}

void free_list_pass_call(Vm *vm, size_t count, Object *names)
{
    pass_tuple(vm, count);
    if (!names || tuple_length(names) == 0)
        return;
    pass_tuple(vm, (size_t)tuple_length(names));
    if (vm->free_lists[FREE_DICTS].first)
        return;
    Object *dict = dict_new(vm);
    if (dict)
        decref(vm, dict);
    else
        vm_clear_error(vm);
}

/* The slice stays, as in clear_freelists. */
void free_lists_clear(Vm *vm)
{
    for (int i = 0; i < FREE_LIST_COUNT; i++) {
        if (i == FREE_SLICES)
            continue;
        FreeList *list = &vm->free_lists[i];
        while (list->first) {
            GcHead *head = list->first;
            list->first = (GcHead *)head->next;
            mem_free(vm, head);
            gc_freed(vm);
        }
        list->count = 0;
    }
}
