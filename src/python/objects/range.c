/* range, and its two iterators: one counts in 64 bits, the other in ints of any size. */
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

static bool fits(Vm *vm, Object *object, int64_t *value)
{
    int overflow = 0;
    *value = int_as_i64(vm, object, &overflow);
    return !overflow;
}

/* a + i * b, exactly. New reference. */
static Object *int_step(Vm *vm, Object *a, Object *i, Object *b)
{
    int64_t x, n, y, sum;
    if (fits(vm, a, &x) && fits(vm, i, &n) && fits(vm, b, &y) && !__builtin_mul_overflow(n, y, &sum)
        && !__builtin_add_overflow(x, sum, &sum))
        return int_from_i64(vm, sum);
    Object *product = int_multiply(vm, i, b);
    Object *result = product ? int_add(vm, a, product) : NULL;
    xdecref(vm, product);
    return result;
}

/* ---- length ---- */

/* Number of items from low (included) to high (excluded) by a positive step. */
static uint64_t count_steps(int64_t low, int64_t high, uint64_t step)
{
    return low < high ? ((uint64_t)high - (uint64_t)low - 1) / step + 1 : 0;
}

static uint64_t range_count(int64_t start, int64_t stop, int64_t step)
{
    return step > 0 ? count_steps(start, stop, (uint64_t)step) : count_steps(stop, start, 0 - (uint64_t)step);
}

/* (high - low - 1) // step + 1 for ints of any size, low < high. */
static Object *count_steps_long(Vm *vm, Object *low, Object *high, Object *step)
{
    Object *one = int_from_i64(vm, 1);
    Object *difference = one ? int_subtract(vm, high, low) : NULL;
    Object *last = difference ? int_subtract(vm, difference, one) : NULL;
    Object *steps = last ? int_floor_divide(vm, last, step) : NULL;
    Object *count = steps ? int_add(vm, steps, one) : NULL;
    xdecref(vm, one);
    xdecref(vm, difference);
    xdecref(vm, last);
    xdecref(vm, steps);
    return count;
}

static Object *int_negated(Vm *vm, Object *value)
{
    Object *zero = int_from_i64(vm, 0);
    Object *result = zero ? int_subtract(vm, zero, value) : NULL;
    xdecref(vm, zero);
    return result;
}

static Object *range_length_object(Vm *vm, Object *start, Object *stop, Object *step)
{
    int64_t from, to, by;
    if (fits(vm, start, &from) && fits(vm, stop, &to) && fits(vm, step, &by))
        return int_from_u64(vm, range_count(from, to, by));
    bool down = int_sign(step) < 0;
    Object *low = down ? stop : start, *high = down ? start : stop;
    if (int_compare(low, high) >= 0)
        return int_from_i64(vm, 0);
    Object *positive = down ? int_negated(vm, step) : incref(step);
    Object *count = positive ? count_steps_long(vm, low, high, positive) : NULL;
    xdecref(vm, positive);
    return count;
}

/* ---- life ---- */

Object *range_new(Vm *vm, Object *start, Object *stop, Object *step)
{
    if (int_is_zero(step))
        return vm_raise(vm, TYPE_ValueError, "range() arg 3 must not be zero");
    Object *length = range_length_object(vm, start, stop, step);
    Range *self = length ? (Range *)object_new_builtin(vm, TYPE_RANGE, sizeof(Range)) : NULL;
    if (!self) {
        xdecref(vm, length);
        return NULL;
    }
    self->start = incref(start);
    self->stop = incref(stop);
    self->step = incref(step);
    self->length = length;
    return &self->head;
}

static Object *range_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "range", names) || !args_check(vm, "range", count, 1, 3))
        return NULL;
    Object *start = count > 1 ? object_index(vm, args[0]) : int_from_i64(vm, 0);
    Object *stop = start ? object_index(vm, args[count > 1]) : NULL;
    Object *step = stop ? (count > 2 ? object_index(vm, args[2]) : int_from_i64(vm, 1)) : NULL;
    Object *self = step ? range_new(vm, start, stop, step) : NULL;
    xdecref(vm, start);
    xdecref(vm, stop);
    xdecref(vm, step);
    return self;
}

static void range_dealloc(Vm *vm, Object *object)
{
    Range *self = (Range *)object;
    decref(vm, self->start);
    decref(vm, self->stop);
    decref(vm, self->step);
    decref(vm, self->length);
    object_free(vm, object);
}

static int range_traverse(Vm *vm, Object *object, VisitFunction visit, void *context)
{
    Range *self = (Range *)object;
    VISIT(self->start);
    VISIT(self->stop);
    VISIT(self->step);
    VISIT(self->length);
    return 0;
}

static bool is_one(const Object *value) { return int_is_compact(value) && int_compact_value(value) == 1; }

static Object *range_repr(Vm *vm, Object *object)
{
    Range *self = (Range *)object;
    if (is_one(self->step))
        return str_format(vm, "range(%R, %R)", self->start, self->stop);
    return str_format(vm, "range(%R, %R, %R)", self->start, self->stop, self->step);
}

/* ---- iterators ---- */

typedef struct LongRangeIterator { Object head; Object *index, *start, *step, *length; } LongRangeIterator;

static Object *short_iterator(Vm *vm, int64_t start, int64_t step, uint64_t count)
{
    RangeIterator *self = (RangeIterator *)object_new_builtin(vm, TYPE_RANGE_ITERATOR, sizeof(RangeIterator));
    if (!self)
        return NULL;
    self->next = self->start = start;
    self->step = step;
    self->left = count;
    return &self->head;
}

static Object *long_iterator(Vm *vm, Object *start, Object *step, Object *length)
{
    Object *zero = int_from_i64(vm, 0);
    LongRangeIterator *self = (LongRangeIterator *)object_new_builtin(vm, TYPE_LONG_RANGE_ITERATOR, sizeof *self);
    if (!self) {
        decref(vm, zero);
        return NULL;
    }
    self->index = zero;
    self->start = incref(start);
    self->step = incref(step);
    self->length = incref(length);
    return &self->head;
}

/* Can the numbers, one step beyond the last included, be counted in 64 bits? */
static bool counts_short(Vm *vm, const Range *self, int64_t *start, int64_t *step, int64_t *count)
{
    int64_t stop, beyond;
    return fits(vm, self->start, start) && fits(vm, self->stop, &stop) && fits(vm, self->step, step)
        && fits(vm, self->length, count)
        && !__builtin_add_overflow(stop, *step > 0 ? *step - 1 : *step + 1, &beyond);
}

static Object *range_iter(Vm *vm, Object *object)
{
    Range *self = (Range *)object;
    int64_t start, step, count;
    if (counts_short(vm, self, &start, &step, &count))
        return short_iterator(vm, start, step, (uint64_t)count);
    return long_iterator(vm, self->start, self->step, self->length);
}

static Object *long_reversed(Vm *vm, Range *self)
{
    Object *one = int_from_i64(vm, 1);
    Object *last = one ? int_subtract(vm, self->length, one) : NULL;
    Object *start = last ? int_step(vm, self->start, last, self->step) : NULL;
    Object *step = start ? int_negated(vm, self->step) : NULL;
    Object *iterator = step ? long_iterator(vm, start, step, self->length) : NULL;
    xdecref(vm, one);
    xdecref(vm, last);
    xdecref(vm, start);
    xdecref(vm, step);
    return iterator;
}

static Object *method_reversed(Vm *vm, Object *object, Object *const *args, size_t arg_count, Object *names)
{
    Range *self = (Range *)object;
    int64_t start, step, count;
    if (!counts_short(vm, self, &start, &step, &count) || step == INT64_MIN)
        return long_reversed(vm, self);
    int64_t last = (int64_t)((uint64_t)start + ((uint64_t)count - 1) * (uint64_t)step);
    return short_iterator(vm, last, -step, (uint64_t)count);
}

static void plain_dealloc(Vm *vm, Object *self) { object_free(vm, self); }
static Object *iterator_self(Vm *vm, Object *self) { return incref(self); }

static Object *short_next(Vm *vm, Object *object)
{
    RangeIterator *self = (RangeIterator *)object;
    if (self->left == 0)
        return NULL;
    self->left--;
    int64_t value = self->next;
    self->next = (int64_t)((uint64_t)value + (uint64_t)self->step);
    return int_from_i64(vm, value);
}

static Object *short_length_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_u64(vm, ((RangeIterator *)self)->left);
}

static void long_dealloc(Vm *vm, Object *object)
{
    LongRangeIterator *self = (LongRangeIterator *)object;
    decref(vm, self->index);
    decref(vm, self->start);
    decref(vm, self->step);
    decref(vm, self->length);
    object_free(vm, object);
}

static int long_traverse(Vm *vm, Object *object, VisitFunction visit, void *context)
{
    LongRangeIterator *self = (LongRangeIterator *)object;
    VISIT(self->index);
    VISIT(self->start);
    VISIT(self->step);
    VISIT(self->length);
    return 0;
}

static Object *long_next(Vm *vm, Object *object)
{
    LongRangeIterator *self = (LongRangeIterator *)object;
    if (int_compare(self->index, self->length) >= 0)
        return NULL;
    Object *one = int_from_i64(vm, 1);
    Object *next = one ? int_add(vm, self->index, one) : NULL;
    Object *result = next ? int_step(vm, self->start, self->index, self->step) : NULL;
    if (result)
        object_replace(vm, &self->index, incref(next));
    xdecref(vm, one);
    xdecref(vm, next);
    return result;
}

static Object *long_length_hint(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    LongRangeIterator *self = (LongRangeIterator *)object;
    return int_subtract(vm, self->length, self->index);
}

/* How many numbers were given. */
static uint64_t short_index(const RangeIterator *self)
{
    uint64_t away = (uint64_t)self->next - (uint64_t)self->start;
    return (uint64_t)((int64_t)away / self->step);
}

static Object *short_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const RangeIterator *self = (const RangeIterator *)object;
    uint64_t beyond = (uint64_t)self->next + self->left * (uint64_t)self->step;
    Object *start = int_from_i64(vm, self->start), *stop = int_from_i64(vm, (int64_t)beyond);
    Object *step = int_from_i64(vm, self->step);
    Object *range = start && stop && step ? range_new(vm, start, stop, step) : NULL;
    xdecref(vm, start);
    xdecref(vm, stop);
    xdecref(vm, step);
    return iterator_reduced(vm, "iter", range, int_from_u64(vm, short_index(self)));
}

static Object *short_set_state(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    RangeIterator *self = (RangeIterator *)object;
    int64_t index, total = (int64_t)(short_index(self) + self->left);
    if (!iterator_state(vm, args[0], 0, total, &index))
        return NULL;
    self->left = (uint64_t)(total - index);
    self->next = (int64_t)((uint64_t)self->start + (uint64_t)index * (uint64_t)self->step);
    return new_none(vm);
}

static Object *long_reduce(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    const LongRangeIterator *self = (const LongRangeIterator *)object;
    Object *stop = int_step(vm, self->start, self->length, self->step);
    Object *range = stop ? range_new(vm, self->start, stop, self->step) : NULL;
    xdecref(vm, stop);
    return iterator_reduced(vm, "iter", range, incref(self->index));
}

static Object *long_set_state(Vm *vm, Object *object, Object *const *args, size_t count, Object *names)
{
    LongRangeIterator *self = (LongRangeIterator *)object;
    if (!is_int(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "an integer is required");
    Object *zero = int_from_i64(vm, 0);
    Object *index = int_compare(args[0], zero) < 0 ? zero : int_compare(args[0], self->length) > 0 ? self->length : args[0];
    object_replace(vm, &self->index, incref(index));
    decref(vm, zero);
    return new_none(vm);
}

static const MethodDef short_methods[] = {
    {"__reduce__", short_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", short_set_state, METHOD_ONE, "Set state information for unpickling."},
    {"__length_hint__", short_length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {0},
};

static const MethodDef long_methods[] = {
    {"__reduce__", long_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"__setstate__", long_set_state, METHOD_ONE, "Set state information for unpickling."},
    {"__length_hint__", long_length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {0},
};

const TypeSpec range_iterator_spec = {
    .name = "range_iterator",
    .size = sizeof(RangeIterator),
    .flags = TYPE_NO_INSTANTIATION,
    .slots = {.dealloc = plain_dealloc, .iter = iterator_self, .next = short_next},
    .methods = short_methods,
};

const TypeSpec long_range_iterator_spec = {
    .name = "longrange_iterator",
    .size = sizeof(LongRangeIterator),
    .flags = TYPE_NO_INSTANTIATION,
    .slots = {.dealloc = long_dealloc, .traverse = long_traverse, .iter = iterator_self, .next = long_next},
    .methods = long_methods,
};

/* ---- items ---- */

static int64_t range_length(Vm *vm, Object *self) { return container_number(vm, ((Range *)self)->length); }

static int range_truth(Vm *vm, Object *self) { return !int_is_zero(((Range *)self)->length); }

static Object *range_at(Vm *vm, Range *self, Object *index)
{
    Object *place = int_sign(index) < 0 ? int_add(vm, index, self->length) : incref(index);
    if (!place)
        return NULL;
    Object *item = NULL;
    if (int_sign(place) < 0 || int_compare(place, self->length) >= 0)
        vm_raise(vm, TYPE_IndexError, "range object index out of range");
    else
        item = int_step(vm, self->start, place, self->step);
    decref(vm, place);
    return item;
}

static Object *range_slice(Vm *vm, Range *self, Object *slice)
{
    Object *indices = slice_long_indices(vm, slice, self->length);
    if (!indices)
        return NULL;
    Object *start = int_step(vm, self->start, tuple_item(indices, 0), self->step);
    Object *stop = start ? int_step(vm, self->start, tuple_item(indices, 1), self->step) : NULL;
    Object *step = stop ? int_multiply(vm, self->step, tuple_item(indices, 2)) : NULL;
    Object *part = step ? range_new(vm, start, stop, step) : NULL;
    decref(vm, indices);
    xdecref(vm, start);
    xdecref(vm, stop);
    xdecref(vm, step);
    return part;
}

static Object *range_get_item(Vm *vm, Object *self, Object *key)
{
    if (is_exact(key, SLICE))
        return range_slice(vm, (Range *)self, key);
    if (!object_type(vm, key)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError, "range indices must be integers or slices, not %T", key);
    Object *index = object_index(vm, key);
    Object *item = index ? range_at(vm, (Range *)self, index) : NULL;
    xdecref(vm, index);
    return item;
}

static Object *range_item(Vm *vm, Object *self, int64_t i)
{
    Object *index = int_from_i64(vm, i);
    Object *item = index ? range_at(vm, (Range *)self, index) : NULL;
    xdecref(vm, index);
    return item;
}

/* ---- searching ---- */

/* The place of an int if it is in the range: 1 with a new reference in *place, 0, -1. */
static int find_int(Vm *vm, Range *self, Object *value, Object **place)
{
    bool down = int_sign(self->step) < 0;
    bool inside = down ? int_compare(value, self->start) <= 0 && int_compare(value, self->stop) > 0
                       : int_compare(value, self->start) >= 0 && int_compare(value, self->stop) < 0;
    if (!inside)
        return 0;
    Object *offset = int_subtract(vm, value, self->start);
    Object *rest = offset ? int_remainder(vm, offset, self->step) : NULL;
    int found = rest ? int_is_zero(rest) : -1;
    *place = found == 1 ? int_floor_divide(vm, offset, self->step) : NULL;
    xdecref(vm, offset);
    xdecref(vm, rest);
    return found == 1 && !*place ? -1 : found;
}

/* Compares with each item: counts the equal ones, or stops at the first; its place in *place. */
static int64_t search_items(Vm *vm, Object *self, Object *value, bool first_only, int64_t *place)
{
    Object *iterator = range_iter(vm, self);
    if (!iterator)
        return -1;
    int64_t found = 0;
    Object *item;
    for (*place = 0; (!first_only || !found) && (item = iterator_next(vm, iterator)); ++*place) {
        int equal = object_compare_truth(vm, item, value, COMPARE_EQ);
        decref(vm, item);
        found = equal < 0 ? -1 : found + equal;
        if (found < 0)
            break;
    }
    decref(vm, iterator);
    return vm_failed(vm) ? -1 : found;
}

static bool is_plain_int(const Object *value) { return is_exact(value, INT) || is_exact(value, BOOL); }

static int range_contains(Vm *vm, Object *self, Object *value)
{
    int64_t steps;
    if (!is_plain_int(value))
        return (int)search_items(vm, self, value, true, &steps);
    Object *place = NULL;
    int found = find_int(vm, (Range *)self, value, &place);
    xdecref(vm, place);
    return found;
}

static Object *method_index(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!is_plain_int(args[0])) {
        int64_t place, found = search_items(vm, self, args[0], true, &place);
        if (found == 0)
            vm_raise(vm, TYPE_ValueError, "sequence.index(x): x not in sequence");
        return found > 0 ? int_from_i64(vm, place - 1) : NULL;
    }
    Object *place = NULL;
    int found = find_int(vm, (Range *)self, args[0], &place);
    return found ? place : vm_raise(vm, TYPE_ValueError, "%R is not in range", args[0]);
}

static Object *method_count(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t place, found = is_plain_int(args[0]) ? range_contains(vm, self, args[0])
                                                 : search_items(vm, self, args[0], false, &place);
    return found < 0 ? NULL : int_from_i64(vm, found);
}

/* ---- comparison, hash ---- */

/* Ranges are equal when they give the same items. */
static bool range_equal(const Range *a, const Range *b)
{
    if (int_compare(a->length, b->length))
        return false;
    if (int_is_zero(a->length))
        return true;
    if (int_compare(a->start, b->start))
        return false;
    return is_one(a->length) || int_compare(a->step, b->step) == 0;
}

static Object *range_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(left, RANGE) || !is_exact(right, RANGE) || (op != COMPARE_EQ && op != COMPARE_NE))
        return new_not_implemented(vm);
    return new_bool(vm, range_equal((Range *)left, (Range *)right) == (op == COMPARE_EQ));
}

static int64_t range_hash(Vm *vm, Object *object)
{
    Range *self = (Range *)object;
    bool some = !int_is_zero(self->length), many = some && !is_one(self->length);
    Object *parts = tuple_pack(vm, 3, self->length, some ? self->start : none(vm), many ? self->step : none(vm));
    int64_t hash = parts ? object_hash(vm, parts) : -1;
    xdecref(vm, parts);
    return hash;
}

static const MethodDef range_methods[] = {
    {"__reversed__", method_reversed, METHOD_NO_ARGS, "Return a reverse iterator."},
    {"count", method_count, METHOD_ONE, "rangeobject.count(value) -> integer -- return number of occurrences of value"},
    {"index", method_index, METHOD_ONE,
     "rangeobject.index(value) -> integer -- return index of value.\n"
     "Raise ValueError if the value is not present."},
    {0},
};

static const MemberDef range_members[] = {
    {"start", MEMBER_OBJECT, offsetof(Range, start), true},
    {"stop", MEMBER_OBJECT, offsetof(Range, stop), true},
    {"step", MEMBER_OBJECT, offsetof(Range, step), true},
    {0},
};

const TypeSpec range_spec = {
    .name = "range",
    .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
           "Return an object that produces a sequence of integers from start (inclusive)\n"
           "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
           "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
           "These are exactly the valid indices for a list of 4 elements.\n"
           "When step is given, it specifies the increment (or decrement).",
    .size = sizeof(Range),
    .flags = TYPE_SEQUENCE,
    .slots = {
        .get_attribute = object_generic_get,
        .dealloc = range_dealloc, .traverse = range_traverse, .new = range_slot_new, .repr = range_repr,
        .hash = range_hash, .compare = range_compare, .iter = range_iter, .truth = range_truth,
        .length = range_length, .contains = range_contains, .get_item = range_get_item, .item = range_item,
    },
    .methods = range_methods,
    .members = range_members,
};
