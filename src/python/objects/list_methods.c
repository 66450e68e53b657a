/* The methods of list. */
#include "python/objects/list_internal.h"

#include <string.h>

#include "python/objects/iterators.h"

static Object *method_append(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return list_append(vm, self, args[0]) < 0 ? NULL : new_none(vm);
}

static Object *method_extend(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return list_extend(vm, self, args[0]) < 0 ? NULL : new_none(vm);
}

static Object *method_insert(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "insert", count, 2, 2))
        return NULL;
    int64_t index = container_number(vm, args[0]);
    if (index == -1 && vm_failed(vm))
        return NULL;
    return list_insert(vm, self, index, args[1]) < 0 ? NULL : new_none(vm);
}

static Object *method_pop(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    List *list = (List *)self;
    int64_t index = -1;
    if (!args_check(vm, "pop", count, 0, 1))
        return NULL;
    if (count && (index = container_number(vm, args[0])) == -1 && vm_failed(vm))
        return NULL;
    if (list->length == 0)
        return vm_raise(vm, TYPE_IndexError, "pop from empty list");
    if (index < 0)
        index += list->length;
    if (index < 0 || index >= list->length)
        return vm_raise(vm, TYPE_IndexError, "pop index out of range");
    Object *item = list->items[index];         /* the list's own reference is handed out */
    int64_t after = list->length - 1;
    memmove(list->items + index, list->items + index + 1, (size_t)(after - index) * sizeof(Object *));
    return list_resize(vm, list, after) < 0 ? NULL : item;
}

/* Place of the first equal item in [start, stop): -1 absent, -2 error. */
static int64_t find_item(Vm *vm, List *list, Object *value, int64_t start, int64_t stop)
{
    for (int64_t i = start; i < stop && i < list->length; i++) {
        Object *item = incref(list->items[i]);
        int equal = object_compare_truth(vm, item, value, COMPARE_EQ);
        decref(vm, item);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static Object *method_remove(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t place = find_item(vm, (List *)self, args[0], 0, INT64_MAX);
    if (place == -1)
        return vm_raise(vm, TYPE_ValueError, "list.remove(x): x not in list");
    if (place < 0 || list_assign_slice(vm, self, place, place + 1, NULL) < 0)
        return NULL;
    return new_none(vm);
}

static Object *method_index(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t start, stop;
    if (!args_check(vm, "index", count, 1, 3)
        || container_bounds(vm, args, count, ((List *)self)->length, &start, &stop) < 0)
        return NULL;
    int64_t place = find_item(vm, (List *)self, args[0], start, stop);
    if (place == -1)
        return vm_raise(vm, TYPE_ValueError, "%R is not in list", args[0]);
    return place < 0 ? NULL : int_from_i64(vm, place);
}

static Object *method_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    List *list = (List *)self;
    int64_t found = 0;
    for (int64_t i = 0; i < list->length; i++) {
        Object *item = incref(list->items[i]);
        int equal = object_compare_truth(vm, item, args[0], COMPARE_EQ);
        decref(vm, item);
        if (equal < 0)
            return NULL;
        found += equal;
    }
    return int_from_i64(vm, found);
}

static Object *method_reverse(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    List *list = (List *)self;
    for (int64_t low = 0, high = list->length - 1; low < high; low++, high--) {
        Object *item = list->items[low];
        list->items[low] = list->items[high];
        list->items[high] = item;
    }
    return new_none(vm);
}

static Object *method_sort(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *given[2] = {NULL, NULL};
    if (!args_parse(vm, "sort", "|$key,reverse", args, count, names, given))
        return NULL;
    int64_t reverse = given[1] ? container_number(vm, given[1]) : 0;
    if (reverse == -1 && vm_failed(vm))
        return NULL;
    Object *key = given[0] == none(vm) ? NULL : given[0];
    return list_sort(vm, self, key, reverse != 0) < 0 ? NULL : new_none(vm);
}

static Object *method_copy(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return list_slice(vm, (List *)self, 0, ((List *)self)->length);
}

static Object *method_clear(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    list_clear(vm, self);
    return new_none(vm);
}

static Object *method_reversed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return list_iterator_new(vm, self, TYPE_LIST_REVERSE_ITERATOR);
}

static Object *method_get_item(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return list_get_item(vm, self, args[0]);
}

const MethodDef list_methods[] = {
    {"__getitem__", method_get_item, METHOD_ONE, "x.__getitem__(y) <==> x[y]"},
    {"__reversed__", method_reversed, METHOD_NO_ARGS, "Return a reverse iterator over the list."},
    {"clear", method_clear, METHOD_NO_ARGS, "Remove all items from list."},
    {"copy", method_copy, METHOD_NO_ARGS, "Return a shallow copy of the list."},
    {"append", method_append, METHOD_ONE, "Append object to the end of the list."},
    {"insert", method_insert, METHOD_FAST, "Insert object before index."},
    {"extend", method_extend, METHOD_ONE, "Extend list by appending elements from the iterable."},
    {"pop", method_pop, METHOD_FAST,
     "Remove and return item at index (default last).\n\n"
     "Raises IndexError if list is empty or index is out of range."},
    {"remove", method_remove, METHOD_ONE,
     "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
    {"index", method_index, METHOD_FAST,
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"count", method_count, METHOD_ONE, "Return number of occurrences of value."},
    {"reverse", method_reverse, METHOD_NO_ARGS, "Reverse *IN PLACE*."},
    {"sort", method_sort, METHOD_KEYWORDS,
     "Sort the list in ascending order and return None.\n\n"
     "The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n"
     "order of two equal elements is maintained).\n\n"
     "If a key function is given, apply it once to each list item and sort them,\n"
     "ascending or descending, according to their function values.\n\n"
     "The reverse flag can be set to sort in descending order."},
    {"__sizeof__", object_sizeof, METHOD_NO_ARGS, "Return the size of the list in memory, in bytes."},
    {"__class_getitem__", container_class_getitem, METHOD_ONE | METHOD_CLASS, "See PEP 585"},
    {0},
};
