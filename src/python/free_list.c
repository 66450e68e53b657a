#include "python/free_list.h"

#include <string.h>

#include "python/vm.h"

static uint32_t limit_of(int which)
{
    return which < FREE_FLOATS ? 2000 : which == FREE_FLOATS ? FREE_FLOATS_MOST : which == FREE_SLICES ? 1 : 80;
}

static bool has_gc_head(int which) { return which != FREE_FLOATS && which != FREE_DICT_KEYS; }

void *free_list_take_block(Vm *vm, int which)
{
    FreeList *list = &vm->free_lists[which];
    GcHead *head = list->first;
    if (!head)
        return NULL;
    list->first = (GcHead *)head->next;
    list->count--;
    return head;
}

bool free_list_keep_block(Vm *vm, int which, void *block, size_t size)
{
    FreeList *list = &vm->free_lists[which];
    if (list->count >= limit_of(which))
        return false;
#ifdef REFARROWS_HOSTILE
    memset(block, 0xdd, size);
#endif
    *(GcHead *)block = (GcHead){(uintptr_t)list->first, 0};
    list->first = block;
    list->count++;
    return true;
}

Object *free_list_take(Vm *vm, int which, TypeId type)
{
    GcHead *head = free_list_take_block(vm, which);
    if (!head)
        return NULL;
    *head = (GcHead){0, 0};
    Object *object = (Object *)(head + 1);
    *object = (Object){1, TYPE_REF_OF(vm, builtin_type(vm, type)), vm->next_number++};
    return object;
}

bool free_list_keep(Vm *vm, int which, Object *object)
{
    GcHead *head = gc_head(object);
    return free_list_keep_block(vm, which, head, mem_usable_size(vm, head));
}

void free_list_pass_tuple(Vm *vm, size_t length)
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
    free_list_pass_tuple(vm, count);
    if (!names || tuple_length(names) == 0)
        return;
    free_list_pass_tuple(vm, (size_t)tuple_length(names));
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
            if (has_gc_head(i))
                gc_freed(vm);
        }
        list->count = 0;
    }
}
