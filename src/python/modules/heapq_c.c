/* The heap operations of heapq: a list in which no item is greater than the two below it. The order of comparisons is
 * that of CPython's _heapqmodule.c, so that programs that count or print them agree. */
#include "python/modules/module.h"
#include "python/vm.h"

typedef struct Heap {
    List *list;
    bool max;                  /* the greatest on top: _heapify_max and its like */
} Heap;

/* Does a belong above b? 1, 0, -1 with an exception; also when the list changed its length meanwhile. */
static int above(Vm *vm, const Heap *heap, int64_t i, int64_t j)
{
    int64_t length = heap->list->length;
    Object *a = incref(heap->list->items[i]), *b = incref(heap->list->items[j]);
    int result = heap->max ? object_compare_truth(vm, b, a, COMPARE_LT) : object_compare_truth(vm, a, b, COMPARE_LT);
    decref(vm, a);
    decref(vm, b);
    if (result >= 0 && heap->list->length != length)
        return vm_raise_int(vm, TYPE_RuntimeError, "list changed size during iteration");
    return result;
}

static void swap(List *list, int64_t i, int64_t j)
{
    Object *item = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = item;
}

/* The item at `place` rises towards `start` as long as it belongs above its parent. */
static int rise(Vm *vm, const Heap *heap, int64_t start, int64_t place)
{
    if (place >= heap->list->length)
        return vm_raise_int(vm, TYPE_IndexError, "index out of range");
    while (place > start) {
        int64_t parent = (place - 1) >> 1;
        int higher = above(vm, heap, place, parent);
        if (higher <= 0)
            return higher;
        swap(heap->list, place, parent);
        place = parent;
    }
    return 0;
}

/* The item at `place` goes down to a leaf, the better child rising each time, and from there rises where it belongs. */
static int settle(Vm *vm, const Heap *heap, int64_t place)
{
    int64_t start = place, end = heap->list->length, half = end >> 1;
    if (place >= end)
        return vm_raise_int(vm, TYPE_IndexError, "index out of range");
    while (place < half) {
        int64_t child = 2 * place + 1;
        if (child + 1 < end) {
            int better = above(vm, heap, child, child + 1);
            if (better < 0)
                return -1;
            child += better == 0;
        }
        swap(heap->list, place, child);
        place = child;
    }
    return rise(vm, heap, start, place);
}

static bool heap_argument(Vm *vm, const char *what, Object *object, Heap *heap)
{
    heap->list = (List *)object;
    if (is_list(vm, object))
        return true;
    vm_raise(vm, TYPE_TypeError, "%s must be list, not %B", what, object);
    return false;
}

static Object *heappush(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = false};
    if (!args_check(vm, "heappush", count, 2, 2) || !heap_argument(vm, "heappush() argument 1", args[0], &heap) ||
        list_append(vm, args[0], args[1]) < 0 || rise(vm, &heap, 0, heap.list->length - 1) < 0)
        return NULL;
    return new_none(vm);
}

/* Takes the last item off. */
static Object *take_last(Vm *vm, List *list)
{
    Object *last = incref(list->items[list->length - 1]);
    Object *index = int_from_i64(vm, -1);
    int result = index ? object_set_item(vm, &list->head, index, NULL) : -1;
    xdecref(vm, index);
    if (result < 0)
        object_replace(vm, &last, NULL);
    return last;
}

static Object *pop_top(Vm *vm, const Heap *heap)
{
    if (heap->list->length == 0)
        return vm_raise(vm, TYPE_IndexError, "index out of range");
    Object *last = take_last(vm, heap->list);
    if (!last || heap->list->length == 0)
        return last;
    Object *top = heap->list->items[0];
    heap->list->items[0] = last;
    if (settle(vm, heap, 0) == 0)
        return top;
    decref(vm, top);
    return NULL;
}

static Object *heappop(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = false};
    return heap_argument(vm, "heappop() argument", args[0], &heap) ? pop_top(vm, &heap) : NULL;
}

static Object *heappop_max(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = true};
    return heap_argument(vm, "_heappop_max() argument", args[0], &heap) ? pop_top(vm, &heap) : NULL;
}

static Object *replace_top(Vm *vm, const Heap *heap, Object *item)
{
    if (heap->list->length == 0)
        return vm_raise(vm, TYPE_IndexError, "index out of range");
    Object *top = heap->list->items[0];
    heap->list->items[0] = incref(item);
    if (settle(vm, heap, 0) == 0)
        return top;
    decref(vm, top);
    return NULL;
}

static Object *heapreplace(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = false};
    return args_check(vm, "heapreplace", count, 2, 2) && heap_argument(vm, "heapreplace() argument 1", args[0], &heap)
             ? replace_top(vm, &heap, args[1])
             : NULL;
}

static Object *heapreplace_max(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = true};
    return args_check(vm, "_heapreplace_max", count, 2, 2) && heap_argument(vm, "_heapreplace_max() argument 1", args[0], &heap)
             ? replace_top(vm, &heap, args[1])
             : NULL;
}

static Object *heappushpop(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = false};
    if (!args_check(vm, "heappushpop", count, 2, 2) || !heap_argument(vm, "heappushpop() argument 1", args[0], &heap))
        return NULL;
    if (heap.list->length == 0)
        return incref(args[1]);
    Object *top = incref(heap.list->items[0]);
    int smaller = object_compare_truth(vm, top, args[1], COMPARE_LT);
    decref(vm, top);
    if (smaller < 0)
        return NULL;
    return smaller && heap.list->length ? replace_top(vm, &heap, args[1]) : incref(args[1]);
}

static Object *make_heap(Vm *vm, const Heap *heap)
{
    for (int64_t i = (heap->list->length >> 1) - 1; i >= 0; i--)
        if (settle(vm, heap, i) < 0 || vm_poll(vm) < 0)
            return NULL;
    return new_none(vm);
}

static Object *heapify(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = false};
    return heap_argument(vm, "heapify() argument", args[0], &heap) ? make_heap(vm, &heap) : NULL;
}

static Object *heapify_max(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Heap heap = {.max = true};
    return heap_argument(vm, "_heapify_max() argument", args[0], &heap) ? make_heap(vm, &heap) : NULL;
}

static const MethodDef heapq_functions[] = {
    {"heappush", heappush, METHOD_FAST, "Push item onto heap, maintaining the heap invariant."},
    {"heappop", heappop, METHOD_ONE, "Pop the smallest item off the heap, maintaining the heap invariant."},
    {"heapreplace", heapreplace, METHOD_FAST,
     "Pop and return the current smallest value, and add the new item."},
    {"heappushpop", heappushpop, METHOD_FAST, "Push item on the heap, then pop and return the smallest item from the heap."},
    {"heapify", heapify, METHOD_ONE, "Transform list into a heap, in-place, in O(len(heap)) time."},
    {"_heappop_max", heappop_max, METHOD_ONE, "Maxheap variant of heappop."},
    {"_heapreplace_max", heapreplace_max, METHOD_FAST, "Maxheap variant of heapreplace."},
    {"_heapify_max", heapify_max, METHOD_ONE, "Maxheap variant of heapify."},
    {0},
};

const ModuleDef heapq_c_module = {"_heapq", NULL, heapq_functions, NULL};
