/* list: a growing array of references. Its sizes are CPython 3.11's at every moment: list_resize is the policy for
 * growing and shrinking, literals and copies get exactly what they need, list(iterable) what the iterable announces.
 *
 * The program's code may run whenever an item is compared or released, and may change this very list. So a list is put
 * into its new state before anything is released, and no pointer into `items` is kept across such a moment. */
#include "python/objects/list_internal.h"

#include <string.h>

#include "python/objects/iterators.h"

/* ---- room ---- */

int list_resize(Vm *vm, List *list, int64_t length)
{
    if (list->capacity >= length && length >= list->capacity >> 1) {
        list->length = length;
        return 0;
    }
    if (length > INT64_MAX / 32) {
        vm_raise_memory(vm);
        return -1;
    }
    size_t capacity = ((size_t)length + ((size_t)length >> 3) + 6) & ~(size_t)3;
    if (length - list->length > (int64_t)capacity - length)
        capacity = ((size_t)length + 3) & ~(size_t)3;       /* one big step: no sign of many small ones to come */
    if (length == 0)
        capacity = 0;
    Object **items = mem_realloc(vm, list->items, capacity * sizeof(Object *));
    if (!items) {
        vm_raise_memory(vm);
        return -1;
    }
    list->items = items;
    list->length = length;
    list->capacity = (int64_t)capacity;
    return 0;
}

/* Room for a list that never had any: an even number of items. */
static int list_preallocate(Vm *vm, List *list, int64_t capacity)
{
    capacity = (capacity + 1) & ~INT64_C(1);
    Object **items = capacity <= INT64_MAX / 16 ? mem_alloc(vm, (size_t)capacity * sizeof(Object *)) : NULL;
    if (!items) {
        vm_raise_memory(vm);
        return -1;
    }
    list->items = items;
    list->capacity = capacity;
    return 0;
}

/* A list with that length, items not set, not tracked. */
static List *list_raw(Vm *vm, int64_t length)
{
    if (length > INT64_MAX / 16)
        return vm_raise_memory(vm);
    List *list = (List *)free_list_take(vm, FREE_LISTS, TYPE_LIST);
    if (!list)
        list = (List *)object_new_builtin(vm, TYPE_LIST, sizeof(List));
    if (!list)
        return NULL;
    list->items = length ? mem_alloc(vm, (size_t)length * sizeof(Object *)) : NULL;
    list->length = list->capacity = length;
    if (length && !list->items) {
        list->length = list->capacity = 0;
        decref(vm, &list->head);
        return vm_raise_memory(vm);
    }
    return list;
}

Object *list_new(Vm *vm, int64_t length)
{
    List *list = list_raw(vm, length);
    if (!list)
        return NULL;
    if (length)
        memset(list->items, 0, (size_t)length * sizeof(Object *));
    gc_track(vm, &list->head);
    return &list->head;
}

Object *list_from(Vm *vm, Object *const *items, int64_t length)
{
    List *list = list_raw(vm, length);
    if (!list)
        return NULL;
    for (int64_t i = 0; i < length; i++)
        list->items[i] = incref(items[i]);
    gc_track(vm, &list->head);
    return &list->head;
}

Object *list_slice(Vm *vm, const List *list, int64_t start, int64_t stop)
{
    return list_from(vm, list->items + start, stop - start);
}

Object *list_as_tuple(Vm *vm, Object *list) { return tuple_from(vm, ((List *)list)->items, ((List *)list)->length); }

/* ---- adding ---- */

int list_append_taken(Vm *vm, List *list, Object *item)
{
    int64_t length = list->length;
    if (length < list->capacity)
        list->length = length + 1;
    else if (list_resize(vm, list, length + 1) < 0) {
        decref(vm, item);
        return -1;
    }
    list->items[length] = item;
    return 0;
}

int list_append(Vm *vm, Object *list, Object *item) { return list_append_taken(vm, (List *)list, incref(item)); }

int list_insert(Vm *vm, Object *object, int64_t index, Object *item)
{
    List *list = (List *)object;
    int64_t length = list->length;
    if (list_resize(vm, list, length + 1) < 0)
        return -1;
    if (index < 0)
        index = index + length < 0 ? 0 : index + length;
    if (index > length)
        index = length;
    memmove(list->items + index + 1, list->items + index, (size_t)(length - index) * sizeof(Object *));
    list->items[index] = incref(item);
    return 0;
}

/* From a list or tuple, possibly itself. */
static int extend_from_items(Vm *vm, List *list, Object *source)
{
    bool is_row = is_tuple(vm, source);
    int64_t added = is_row ? tuple_length(source) : ((List *)source)->length, length = list->length;
    if (added == 0)
        return 0;
    if (!list->items) {
        if (list_preallocate(vm, list, added) < 0)
            return -1;
        list->length = added;
    } else if (list_resize(vm, list, length + added) < 0)
        return -1;
    Object *const *items = is_row ? ((Tuple *)source)->items : ((List *)source)->items;
    for (int64_t i = 0; i < added; i++)
        list->items[length + i] = incref(items[i]);
    return 0;
}

/* Room for as many items as the iterable says, eight if it says nothing. */
static int make_room_for(Vm *vm, List *list, Object *iterable)
{
    int64_t hint = object_length_hint(vm, iterable, 8), length = list->length;
    if (hint < 0)
        return -1;
    if (hint > INT64_MAX - length)
        return 0;                  /* more than can be: let it fail when it comes */
    if (!list->items)
        return hint ? list_preallocate(vm, list, hint) : 0;
    if (list_resize(vm, list, length + hint) < 0)
        return -1;
    list->length = length;
    return 0;
}

static int extend_from_iterator(Vm *vm, List *list, Object *iterator)
{
    UnaryFunction next = object_type(vm, iterator)->slots.next;
    Object *item;
    while ((item = next(vm, iterator)))
        if (list_append_taken(vm, list, item) < 0 || vm_asked_to_stop(vm))
            return -1;
    if (vm_failed(vm)) {
        if (!vm_failed_with(vm, TYPE_StopIteration))
            return -1;
        vm_clear_error(vm);
    }
    return list->length < list->capacity ? list_resize(vm, list, list->length) : 0;
}

int list_extend(Vm *vm, Object *object, Object *iterable)
{
    List *list = (List *)object;
    if (is_exact(iterable, LIST) || is_exact(iterable, TUPLE) || iterable == object)
        return extend_from_items(vm, list, iterable);
    Object *iterator = object_iter(vm, iterable);
    if (!iterator)
        return -1;
    int status = make_room_for(vm, list, iterable);
    if (status == 0)
        status = extend_from_iterator(vm, list, iterator);
    decref(vm, iterator);
    return status;
}

/* ---- releasing ---- */

void list_clear(Vm *vm, Object *object)
{
    List *list = (List *)object;
    Object **items = list->items;
    int64_t i = list->length;
    list->items = NULL;
    list->length = list->capacity = 0;
    while (i-- > 0)
        xdecref(vm, items[i]);
    mem_free(vm, items);
}

static int list_slot_clear(Vm *vm, Object *self)
{
    list_clear(vm, self);
    return 0;
}

static void list_dealloc(Vm *vm, Object *self)
{
    List *list = (List *)self;
    gc_untrack(vm, self);
    for (int64_t i = list->length; i-- > 0;)
        xdecref(vm, list->items[i]);
    mem_free(vm, list->items);
    if (!is_exact(self, LIST) || !free_list_keep(vm, FREE_LISTS, self))
        object_free(vm, self);
}

static int list_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    List *list = (List *)self;
    for (int64_t i = list->length; i-- > 0;)
        VISIT(list->items[i]);
    return 0;
}

/* ---- slots ---- */

static Object *list_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (self)
        gc_track(vm, self);
    return self;
}

static int list_slot_init(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Type *base = builtin_type(vm, TYPE_LIST);
    if (object_type(vm, self)->slots.new == base->slots.new && !args_no_names(vm, "list", names))
        return -1;
    if (!args_check(vm, "list", count, 0, 1))
        return -1;
    if (((List *)self)->items)
        list_clear(vm, self);
    return count ? list_extend(vm, self, args[0]) : 0;
}

static uint64_t list_size_of(Vm *vm, Object *self)
{
    return object_type(vm, self)->size + (uint64_t)((List *)self)->capacity * sizeof(Object *);
}

static int64_t list_slot_length(Vm *vm, Object *self) { return ((List *)self)->length; }

static Object *list_repr(Vm *vm, Object *self)
{
    List *list = (List *)self;
    if (list->length == 0)
        return str_format(vm, "[]");
    return container_repr(vm, self, &list->items, &list->length, "[]", false);
}

static int list_contains(Vm *vm, Object *self, Object *value)
{
    List *list = (List *)self;
    int equal = 0;
    for (int64_t i = 0; equal == 0 && i < list->length; i++) {
        Object *item = incref(list->items[i]);
        equal = object_compare_truth(vm, item, value, COMPARE_EQ);
        decref(vm, item);
    }
    return equal;
}

static bool compare_lengths(int64_t a, int64_t b, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return a < b;
    case COMPARE_LE: return a <= b;
    case COMPARE_EQ: return a == b;
    case COMPARE_NE: return a != b;
    case COMPARE_GT: return a > b;
    case COMPARE_GE: return a >= b;
    }
    return false;
}

/* Compares the items at that place: the answer if they decide, *decided says whether they do. */
static Object *compare_items(Vm *vm, Object *a, Object *b, CompareOp op, bool *decided)
{
    *decided = false;
    if (a == b)
        return NULL;
    incref(a);
    incref(b);
    Object *result = NULL;
    int equal = object_compare_truth(vm, a, b, COMPARE_EQ);
    *decided = equal <= 0;
    if (equal == 0)
        result = op == COMPARE_EQ || op == COMPARE_NE ? new_bool(vm, op == COMPARE_NE) : object_compare(vm, a, b, op);
    decref(vm, a);
    decref(vm, b);
    return result;
}

static Object *list_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_list(vm, left) || !is_list(vm, right))
        return new_not_implemented(vm);
    List *a = (List *)left, *b = (List *)right;
    if (a->length != b->length && (op == COMPARE_EQ || op == COMPARE_NE))
        return new_bool(vm, op == COMPARE_NE);
    for (int64_t i = 0; i < a->length && i < b->length; i++) {
        bool decided;
        Object *result = compare_items(vm, a->items[i], b->items[i], op, &decided);
        if (decided)
            return result;
    }
    return new_bool(vm, compare_lengths(a->length, b->length, op));
}

static Object *list_slot_item(Vm *vm, Object *self, int64_t index)
{
    List *list = (List *)self;
    if (index < 0 || index >= list->length)
        return vm_raise(vm, TYPE_IndexError, "list index out of range");
    return incref(list->items[index]);
}

static Object *list_concat(Vm *vm, Object *left, Object *right)
{
    if (!is_list(vm, right))
        return vm_raise(vm, TYPE_TypeError, "can only concatenate list (not \"%T\") to list", right);
    List *a = (List *)left, *b = (List *)right;
    List *result = list_raw(vm, a->length + b->length);
    if (!result)
        return NULL;
    for (int64_t i = 0; i < a->length; i++)
        result->items[i] = incref(a->items[i]);
    for (int64_t i = 0; i < b->length; i++)
        result->items[a->length + i] = incref(b->items[i]);
    gc_track(vm, &result->head);
    return &result->head;
}

static Object *list_in_place_concat(Vm *vm, Object *self, Object *other)
{
    return list_extend(vm, self, other) < 0 ? NULL : incref(self);
}

/* Fills items[length .. length * times) with further copies of the first `length`. */
static void repeat_items(Object **items, int64_t length, int64_t times)
{
    for (int64_t i = 0; i < length; i++)
        items[i]->count += (uint32_t)(times - 1);
    for (int64_t done = length, all = length * times; done < all;) {
        int64_t part = done < all - done ? done : all - done;
        memcpy(items + done, items, (size_t)part * sizeof(Object *));
        done += part;
    }
}

static Object *list_repeat(Vm *vm, Object *self, int64_t times)
{
    List *list = (List *)self;
    if (list->length == 0 || times <= 0)
        return list_new(vm, 0);
    if (times > INT64_MAX / 16 / list->length)
        return vm_raise_memory(vm);
    List *result = list_raw(vm, list->length * times);
    if (!result)
        return NULL;
    for (int64_t i = 0; i < list->length; i++)
        result->items[i] = incref(list->items[i]);
    repeat_items(result->items, list->length, times);
    gc_track(vm, &result->head);
    return &result->head;
}

static Object *list_in_place_repeat(Vm *vm, Object *self, int64_t times)
{
    List *list = (List *)self;
    int64_t length = list->length;
    if (length == 0 || times == 1)
        return incref(self);
    if (times < 1) {
        list_clear(vm, self);
        return incref(self);
    }
    if (times > INT64_MAX / 16 / length)
        return vm_raise_memory(vm);
    if (list_resize(vm, list, length * times) < 0)
        return NULL;
    repeat_items(list->items, length, times);
    return incref(self);
}

static Object *list_iter(Vm *vm, Object *self) { return list_iterator_new(vm, self, TYPE_LIST_ITERATOR); }

const TypeSpec list_spec = {
    .name = "list",
    .doc = "Built-in mutable sequence.\n\n"
           "If no argument is given, the constructor creates a new empty list.\n"
           "The argument must be an iterable if specified.",
    .size = sizeof(List),
    .flags = TYPE_HAS_GC | TYPE_BASE | TYPE_LIST_SUBCLASS | TYPE_SEQUENCE | TYPE_MATCH_SELF,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = list_dealloc, .traverse = list_traverse, .clear = list_slot_clear, .size_of = list_size_of,
        .new = list_slot_new, .init = list_slot_init,
        .repr = list_repr, .compare = list_compare, .iter = list_iter,
        .length = list_slot_length, .contains = list_contains, .item = list_slot_item,
        .get_item = list_get_item, .set_item = list_set_item,
        .concat = list_concat, .in_place_concat = list_in_place_concat,
        .repeat = list_repeat, .in_place_repeat = list_in_place_repeat,
    },
    .methods = list_methods,
};
