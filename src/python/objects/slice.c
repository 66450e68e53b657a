/* slice: three objects, and how they become the indices of a sequence. */
#include "python/objects/containers.h"
#include "python/objects/iterators.h"
#include "python/vm.h"

Object *slice_new(Vm *vm, Object *start, Object *stop, Object *step)
{
    Slice *self = (Slice *)free_list_take(vm, FREE_SLICES, TYPE_SLICE);
    if (!self)
        self = (Slice *)object_new_builtin(vm, TYPE_SLICE, sizeof(Slice));
    if (!self)
        return NULL;
    self->start = incref(start ? start : none(vm));
    self->stop = incref(stop ? stop : none(vm));
    self->step = incref(step ? step : none(vm));
    gc_track(vm, &self->head);
    return &self->head;
}

static Object *slice_slot_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    if (!args_no_names(vm, "slice", names) || !args_check(vm, "slice", count, 1, 3))
        return NULL;
    if (count == 1)
        return slice_new(vm, NULL, args[0], NULL);
    return slice_new(vm, args[0], args[1], count == 3 ? args[2] : NULL);
}

static void slice_dealloc(Vm *vm, Object *object)
{
    Slice *self = (Slice *)object;
    gc_untrack(vm, object);
    decref(vm, self->step);
    decref(vm, self->start);
    decref(vm, self->stop);
    if (!free_list_keep(vm, FREE_SLICES, object))
        object_free(vm, object);
}

static int slice_traverse(Vm *vm, Object *object, VisitFunction visit, void *context)
{
    Slice *self = (Slice *)object;
    VISIT(self->start);
    VISIT(self->stop);
    VISIT(self->step);
    return 0;
}

/* One of the three as a number, clipped to 64 bits; `otherwise` for None. False with an exception. */
static bool slice_number(Vm *vm, Object *value, int64_t otherwise, int64_t *out)
{
    *out = otherwise;
    if (value == none(vm))
        return true;
    if (!object_type(vm, value)->slots.to_index) {
        vm_raise(vm, TYPE_TypeError, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    *out = object_as_index(vm, value, true);
    return *out != -1 || !vm_failed(vm);
}

int slice_unpack(Vm *vm, Object *slice, int64_t *start, int64_t *stop, int64_t *step)
{
    Slice *self = (Slice *)slice;
    if (!slice_number(vm, self->step, 1, step))
        return -1;
    if (*step == 0)
        return vm_raise_int(vm, TYPE_ValueError, "slice step cannot be zero");
    if (*step < -INT64_MAX)
        *step = -INT64_MAX;        /* so that -step is a number, too */
    if (!slice_number(vm, self->start, *step < 0 ? INT64_MAX : 0, start))
        return -1;
    return slice_number(vm, self->stop, *step < 0 ? INT64_MIN : INT64_MAX, stop) ? 0 : -1;
}

static void adjust_bound(int64_t *bound, int64_t length, int64_t step)
{
    if (*bound < 0) {
        *bound += length;
        if (*bound < 0)
            *bound = step < 0 ? -1 : 0;
    } else if (*bound >= length)
        *bound = step < 0 ? length - 1 : length;
}

int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step)
{
    adjust_bound(start, length, step);
    adjust_bound(stop, length, step);
    if (step < 0)
        return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

/* ---- slice.indices: with ints of any size, as _PySlice_GetLongIndices ---- */

static Object *index_or_none(Vm *vm, Object *value)
{
    if (value == none(vm))
        return new_none(vm);
    if (!object_type(vm, value)->slots.to_index)
        return vm_raise(vm, TYPE_TypeError, "slice indices must be integers or None or have an __index__ method");
    return object_index(vm, value);
}

/* A bound clamped to [lower, upper]; negative ones count from the end. New reference. */
static Object *long_bound(Vm *vm, Object *value, Object *otherwise, Object *length, Object *lower, Object *upper)
{
    Object *bound = index_or_none(vm, value);
    if (!bound)
        return NULL;
    if (bound == none(vm)) {
        decref(vm, bound);
        return incref(otherwise);
    }
    if (int_sign(bound) < 0) {
        Object *sum = int_add(vm, bound, length);
        decref(vm, bound);
        if (!sum)
            return NULL;
        bound = sum;
        if (int_compare(bound, lower) < 0) {
            decref(vm, bound);
            return incref(lower);
        }
    } else if (int_compare(bound, upper) > 0) {
        decref(vm, bound);
        return incref(upper);
    }
    return bound;
}

static Object *indices_triple(Vm *vm, Slice *self, Object *length, Object *step, Object *lower, Object *upper)
{
    bool down = int_sign(step) < 0;
    Object *start = long_bound(vm, self->start, down ? upper : lower, length, lower, upper);
    Object *stop = start ? long_bound(vm, self->stop, down ? lower : upper, length, lower, upper) : NULL;
    Object *triple = stop ? tuple_pack(vm, 3, start, stop, step) : NULL;
    xdecref(vm, start);
    xdecref(vm, stop);
    return triple;
}

static Object *indices_for(Vm *vm, Slice *self, Object *length, Object *step)
{
    if (int_is_zero(step))
        return vm_raise(vm, TYPE_ValueError, "slice step cannot be zero");
    bool down = int_sign(step) < 0;
    Object *lower = int_from_i64(vm, down ? -1 : 0);
    Object *upper = lower && down ? int_add(vm, length, lower) : xincref(length);
    Object *triple = lower && upper ? indices_triple(vm, self, length, step, lower, upper) : NULL;
    xdecref(vm, lower);
    xdecref(vm, upper);
    return triple;
}

Object *slice_long_indices(Vm *vm, Object *slice, Object *length)
{
    Slice *self = (Slice *)slice;
    Object *step = self->step == none(vm) ? int_from_i64(vm, 1) : index_or_none(vm, self->step);
    Object *triple = step ? indices_for(vm, self, length, step) : NULL;
    xdecref(vm, step);
    return triple;
}

static Object *method_indices(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *length = object_index(vm, args[0]);
    if (!length)
        return NULL;
    Object *triple = int_sign(length) < 0 ? vm_raise(vm, TYPE_ValueError, "length should not be negative")
                                          : slice_long_indices(vm, self, length);
    decref(vm, length);
    return triple;
}

/* ---- the type ---- */

static Object *slice_repr(Vm *vm, Object *object)
{
    Slice *self = (Slice *)object;
    return str_format(vm, "slice(%R, %R, %R)", self->start, self->stop, self->step);
}

/* Compared like the tuples of their three parts. */
static Object *slice_compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    if (!is_exact(left, SLICE) || !is_exact(right, SLICE))
        return new_not_implemented(vm);
    if (left == right)
        return new_bool(vm, op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE);
    Slice *a = (Slice *)left, *b = (Slice *)right;
    Object *one = tuple_pack(vm, 3, a->start, a->stop, a->step);
    Object *two = one ? tuple_pack(vm, 3, b->start, b->stop, b->step) : NULL;
    Object *result = two ? object_compare(vm, one, two, op) : NULL;
    xdecref(vm, one);
    xdecref(vm, two);
    return result;
}

static Object *method_reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const Slice *slice = (const Slice *)self;
    Object *arguments = tuple_pack(vm, 3, slice->start, slice->stop, slice->step);
    Object *result = arguments ? tuple_pack(vm, 2, OBJECT(object_type(vm, self)), arguments) : NULL;
    xdecref(vm, arguments);
    return result;
}

static const MethodDef slice_methods[] = {
    {"__reduce__", method_reduce, METHOD_NO_ARGS, "Return state information for pickling."},
    {"indices", method_indices, METHOD_ONE,
     "S.indices(len) -> (start, stop, stride)\n\n"
     "Assuming a sequence of length len, calculate the start and stop\n"
     "indices, and the stride length of the extended slice described by\n"
     "S. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices."},
    {0},
};

static const MemberDef slice_members[] = {
    {"start", MEMBER_OBJECT, offsetof(Slice, start), true},
    {"stop", MEMBER_OBJECT, offsetof(Slice, stop), true},
    {"step", MEMBER_OBJECT, offsetof(Slice, step), true},
    {0},
};

const TypeSpec slice_spec = {
    .name = "slice",
    .doc = "slice(stop)\nslice(start, stop[, step])\n\n"
           "Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    .size = sizeof(Slice),
    .flags = TYPE_HAS_GC,
    .slots = {
        .dealloc = slice_dealloc, .traverse = slice_traverse, .repr = slice_repr, .compare = slice_compare,
        .new = slice_slot_new,
    },
    .methods = slice_methods,
    .members = slice_members,
};
