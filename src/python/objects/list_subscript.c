/* list[i], list[i:j], list[i:j:k]: getting, assigning and deleting. */
#include "python/objects/list_internal.h"

#include <string.h>

#include "python/objects/iterators.h"

/* ---- getting ---- */

static Object *get_slice(Vm *vm, List *list, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t count = slice_adjust(list->length, &start, &stop, step);
    if (count <= 0)
        return list_new(vm, 0);
    if (step == 1)
        return list_slice(vm, list, start, stop);
    Object *result = list_new(vm, count);
    for (int64_t i = 0; result && i < count; i++)
        ((List *)result)->items[i] = incref(list->items[start + i * step]);
    return result;
}

Object *list_get_item(Vm *vm, Object *self, Object *key)
{
    List *list = (List *)self;
    if (object_type(vm, key)->slots.to_index) {
        int64_t index = container_index(vm, key, list->length);
        if (index == -1 && vm_failed(vm))
            return NULL;
        if (index < 0 || index >= list->length)
            return vm_raise(vm, TYPE_IndexError, "list index out of range");
        return incref(list->items[index]);
    }
    if (is_exact(key, SLICE))
        return get_slice(vm, list, key);
    return vm_raise(vm, TYPE_TypeError, "list indices must be integers or slices, not %T", key);
}

/* ---- assigning a stretch ---- */

/* list[start:stop] = `count` new items (references are taken here). The old ones are set aside first and released
 * last. */
static int replace_stretch(Vm *vm, List *list, int64_t start, int64_t stop, Object *const *items, int64_t count)
{
    Object *few[8], **old = few;
    int64_t removed = stop - start, change = count - removed, length = list->length;
    if (removed > 8 && !(old = mem_alloc(vm, (size_t)removed * sizeof(Object *)))) {
        vm_raise_memory(vm);
        return -1;
    }
    if (removed)
        memcpy(old, list->items + start, (size_t)removed * sizeof(Object *));
    int status = 0;
    size_t tail = (size_t)(length - stop) * sizeof(Object *);
    if (change < 0) {
        memmove(list->items + stop + change, list->items + stop, tail);
        status = list_resize(vm, list, length + change);
        if (status < 0) {          /* it could not even shrink: put everything back */
            memmove(list->items + stop, list->items + stop + change, tail);
            memcpy(list->items + start, old, (size_t)removed * sizeof(Object *));
        }
    } else if (change > 0) {
        status = list_resize(vm, list, length + change);
        if (status == 0)
            memmove(list->items + stop + change, list->items + stop, tail);
    }
    for (int64_t i = 0; status == 0 && i < count; i++)
        list->items[start + i] = incref(items[i]);
    for (int64_t i = removed; status == 0 && i-- > 0;)
        xdecref(vm, old[i]);
    if (old != few)
        mem_free(vm, old);
    return status;
}

/* The source of an assignment as a list or tuple; new reference. */
static Object *assigned_items(Vm *vm, Object *list, Object *source, const char *message)
{
    if (source == list)
        return list_slice(vm, (List *)list, 0, ((List *)list)->length);
    if (is_list(vm, source) || is_tuple(vm, source))
        return incref(source);
    Object *items = sequence_list(vm, source);
    if (!items && vm_failed_with(vm, TYPE_TypeError) && !object_type(vm, source)->slots.iter) {
        vm_clear_error(vm);
        vm_raise(vm, TYPE_TypeError, "%s", message);
    }
    return items;
}

static int64_t row_length(Vm *vm, Object *row)
{
    return is_tuple(vm, row) ? tuple_length(row) : ((List *)row)->length;
}

static Object *const *row_items(Vm *vm, Object *row)
{
    return is_tuple(vm, row) ? ((Tuple *)row)->items : ((List *)row)->items;
}

int list_assign_slice(Vm *vm, Object *self, int64_t start, int64_t stop, Object *source)
{
    List *list = (List *)self;
    Object *row = source ? assigned_items(vm, self, source, "can only assign an iterable") : NULL;
    if (source && !row)
        return -1;
    int64_t count = row ? row_length(vm, row) : 0;
    start = start < 0 ? 0 : start > list->length ? list->length : start;
    stop = stop < start ? start : stop > list->length ? list->length : stop;
    int status = 0;
    if (list->length + count == stop - start)
        list_clear(vm, self);
    else
        status = replace_stretch(vm, list, start, stop, row ? row_items(vm, row) : NULL, count);
    xdecref(vm, row);
    return status;
}

/* ---- extended slices ---- */

static int delete_extended(Vm *vm, List *list, int64_t start, int64_t step, int64_t count)
{
    if (step < 0) {                /* the same places from the front */
        start += step * (count - 1);
        step = -step;
    }
    Object **removed = mem_alloc(vm, (size_t)count * sizeof(Object *));
    if (!removed) {
        vm_raise_memory(vm);
        return -1;
    }
    for (int64_t i = 0, place = start; i < count; i++, place += step) {
        removed[i] = list->items[place];
        int64_t next = i + 1 < count ? place + step : list->length;
        memmove(list->items + place - i, list->items + place + 1, (size_t)(next - place - 1) * sizeof(Object *));
    }
    int status = list_resize(vm, list, list->length - count);
    for (int64_t i = 0; i < count; i++)
        decref(vm, removed[i]);
    mem_free(vm, removed);
    return status;
}

static int assign_row(Vm *vm, List *list, int64_t start, int64_t step, int64_t count, Object *const *items)
{
    if (count == 0)
        return 0;
    Object **old = mem_alloc(vm, (size_t)count * sizeof(Object *));
    if (!old) {
        vm_raise_memory(vm);
        return -1;
    }
    for (int64_t i = 0; i < count; i++) {
        old[i] = list->items[start + i * step];
        list->items[start + i * step] = incref(items[i]);
    }
    for (int64_t i = 0; i < count; i++)
        decref(vm, old[i]);
    mem_free(vm, old);
    return 0;
}

static int assign_extended(Vm *vm, List *list, int64_t start, int64_t step, int64_t count, Object *value)
{
    Object *row = assigned_items(vm, &list->head, value, "must assign iterable to extended slice");
    if (!row)
        return -1;
    int status;
    if (row_length(vm, row) != count)
        status = vm_raise_int(vm, TYPE_ValueError,
                              "attempt to assign sequence of size %lld to extended slice of size %lld",
                              (long long)row_length(vm, row), (long long)count);
    else
        status = assign_row(vm, list, start, step, count, row_items(vm, row));
    decref(vm, row);
    return status;
}

static int set_slice(Vm *vm, List *list, Object *slice, Object *value)
{
    int64_t start, stop, step;
    if (slice_unpack(vm, slice, &start, &stop, &step) < 0)
        return -1;
    int64_t count = slice_adjust(list->length, &start, &stop, step);
    if (step == 1)
        return list_assign_slice(vm, &list->head, start, stop, value);
    if (value)
        return assign_extended(vm, list, start, step, count, value);
    return count > 0 ? delete_extended(vm, list, start, step, count) : 0;
}

static int set_at(Vm *vm, List *list, int64_t index, Object *value)
{
    if (index < 0 || index >= list->length)
        return vm_raise_int(vm, TYPE_IndexError, "list assignment index out of range");
    if (!value)
        return list_assign_slice(vm, &list->head, index, index + 1, NULL);
    object_replace(vm, &list->items[index], incref(value));
    return 0;
}

int list_set_item(Vm *vm, Object *self, Object *key, Object *value)
{
    List *list = (List *)self;
    if (object_type(vm, key)->slots.to_index) {
        int64_t index = container_index(vm, key, list->length);
        return index == -1 && vm_failed(vm) ? -1 : set_at(vm, list, index, value);
    }
    if (is_exact(key, SLICE))
        return set_slice(vm, list, key, value);
    return vm_raise_int(vm, TYPE_TypeError, "list indices must be integers or slices, not %T", key);
}
