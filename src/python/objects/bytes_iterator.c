/* Iteration over bytes and bytearray. */
#include "python/objects/bytes.h"
#include "python/objects/containers.h"
#include "python/text.h"
#include "python/vm.h"

Object *bytes_iterator_new(Vm *vm, TypeId id, Object *bytes)
{
    BytesIterator *it = (BytesIterator *)object_new_builtin(vm, id, sizeof *it);
    if (!it)
        return NULL;
    it->index = 0;
    it->bytes = incref(bytes);
    gc_track(vm, OBJECT(it));
    return OBJECT(it);
}

void bytes_iterator_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    xdecref(vm, ((BytesIterator *)self)->bytes);
    object_free(vm, self);
}

int bytes_iterator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((BytesIterator *)self)->bytes);
    return 0;
}

Object *bytes_iterator_iter(Vm *vm, Object *self) { return incref(self); }

static int64_t left(Vm *vm, const BytesIterator *it)
{
    int64_t length = it->bytes ? text_chars(vm, it->bytes).length : 0;
    return it->index < length ? length - it->index : 0;
}

Object *bytes_iterator_next(Vm *vm, Object *self)
{
    BytesIterator *it = (BytesIterator *)self;
    if (left(vm, it) > 0)
        return int_from_i64(vm, chars_at(text_chars(vm, it->bytes), it->index++));
    if (it->bytes)
        object_replace(vm, &it->bytes, NULL);
    return NULL;
}

static Object *length_hint(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, left(vm, (BytesIterator *)self));
}

static Object *reduce(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const BytesIterator *it = (const BytesIterator *)self;
    Object *function = dict_get_str(vm, vm->builtins, "iter");
    Object *content = it->bytes ? incref(it->bytes) : tuple_new(vm, 0);
    Object *index = content ? int_from_i64(vm, it->index) : NULL;
    Object *arguments = index ? tuple_pack(vm, 1, content) : NULL;
    Object *result = !arguments ? NULL : it->bytes ? tuple_pack(vm, 3, function, arguments, index)
                                                   : tuple_pack(vm, 2, function, arguments);
    xdecref(vm, arguments);
    xdecref(vm, index);
    xdecref(vm, content);
    return result;
}

static Object *set_state(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    BytesIterator *it = (BytesIterator *)self;
    int64_t index;
    if (!text_number_argument(vm, args[0], &index))
        return NULL;
    if (it->bytes)
        it->index = index < 0 ? 0 : index;
    return new_none(vm);
}

const MethodDef bytes_iterator_methods[] = {
    {"__length_hint__", length_hint, METHOD_NO_ARGS, "Private method returning an estimate of len(list(it))."},
    {"__reduce__", reduce, METHOD_NO_ARGS, NULL},
    {"__setstate__", set_state, METHOD_ONE, NULL},
    {0},
};
