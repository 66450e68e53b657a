#include "python/objects/int_limbs.h"

#include <string.h>

#include <gmp.h>

#include "python/objects/class.h"
#include "python/vm.h"

_Static_assert(sizeof(mp_limb_t) == sizeof(uint64_t), "limbs of the arena are GMP's limbs");
_Static_assert(offsetof(Int, limbs) == INT_HEADER_SIZE, "the header of an int is as long as CPython's");

bool scratch_init(Vm *vm, Scratch *scratch, size_t limbs)
{
    scratch->limbs = scratch->small;
    if (limbs <= SCRATCH_LIMBS)
        return true;
    /* Twice the limit: products and shifted operands are formed before they are measured. */
    scratch->limbs = limbs > 2 * (size_t)INT_MAX_LIMBS + 2 ? NULL : mem_alloc(vm, limbs * sizeof(uint64_t));
    if (!scratch->limbs)
        vm_raise_memory(vm);
    return scratch->limbs != NULL;
}

void scratch_release(Vm *vm, Scratch *scratch)
{
    if (scratch->limbs != scratch->small)
        mem_free(vm, scratch->limbs);
    scratch->limbs = scratch->small;
}

Object *scratch_finish(Vm *vm, Scratch *scratch, bool negative, size_t count)
{
    Object *result = int_from_limbs(vm, negative, scratch->limbs, count);
    scratch_release(vm, scratch);
    return result;
}

size_t limbs_trim(const uint64_t *limbs, size_t count)
{
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    return count;
}

uint64_t limbs_bit_length(const uint64_t *limbs, size_t count)
{
    if (count == 0)
        return 0;
    return count * LIMB_BITS - (uint64_t)__builtin_clzll(limbs[count - 1]);
}

uint64_t limbs_top(const uint64_t *limbs, size_t count, int64_t *exponent)
{
    *exponent = 0;
    if (count <= 1)
        return count ? limbs[0] : 0;
    int shift = __builtin_clzll(limbs[count - 1]);
    uint64_t top = limbs[count - 1], next = limbs[count - 2];
    uint64_t value = shift ? top << shift | next >> (LIMB_BITS - shift) : top;
    bool lost = shift ? next << shift != 0 : next != 0;
    lost = lost || limbs_trim(limbs, count - 2) != 0;
    *exponent = (int64_t)(count - 1) * LIMB_BITS - shift;
    return value | lost;
}

uint64_t int_size_for_bits(uint64_t bits)
{
    uint64_t digits = (bits + INT_DIGIT_BITS - 1) / INT_DIGIT_BITS;
    return INT_HEADER_SIZE + 4 * (digits ? digits : 1);
}

/* CPython's size rounded up to the allocator's 16 bytes always holds our limbs: they pack 64 bits into what its digits
 * use for 60. Asking for the larger of the two keeps the size class and never writes past the request. */
static size_t block_size(const uint64_t *limbs, size_t count)
{
    size_t nominal = int_size_for_bits(limbs_bit_length(limbs, count));
    size_t actual = INT_HEADER_SIZE + 8 * count;
    return nominal > actual ? nominal : actual;
}

static Object *fill(Object *object, bool negative, const uint64_t *limbs, size_t count)
{
    Int *result = (Int *)object;
    if (!result)
        return NULL;
    result->size = negative ? -(int64_t)count : (int64_t)count;
    memcpy(result->limbs, limbs, count * sizeof(uint64_t));
    return object;
}

/* One limb, not in the table of small ints. Below 2^60 CPython needs two digits, 32 bytes; above, three: 36. */
static inline Object *from_limb(Vm *vm, bool negative, uint64_t limb)
{
    Int *result = (Int *)object_new_builtin(vm, TYPE_INT, limb >> (2 * INT_DIGIT_BITS) ? 36 : 32);
    if (!result)
        return NULL;
    result->size = negative ? -1 : 1;
    result->limbs[0] = limb;
    return OBJECT(result);
}

Object *int_from_i64(Vm *vm, int64_t value)
{
    if (value >= SMALL_INT_MIN && value <= SMALL_INT_MAX)
        return incref(&vm->small_ints[value - SMALL_INT_MIN].value.head);
    return from_limb(vm, value < 0, value < 0 ? -(uint64_t)value : (uint64_t)value);
}

Object *int_from_u64(Vm *vm, uint64_t value)
{
    return value <= SMALL_INT_MAX ? int_from_i64(vm, (int64_t)value) : from_limb(vm, false, value);
}

Object *int_from_i128(Vm *vm, __int128 value)
{
    if (value == (int64_t)value)
        return int_from_i64(vm, (int64_t)value);
    unsigned __int128 magnitude = value < 0 ? -(unsigned __int128)value : (unsigned __int128)value;
    uint64_t limbs[2] = { (uint64_t)magnitude, (uint64_t)(magnitude >> LIMB_BITS) };
    return int_from_limbs(vm, value < 0, limbs, 2);
}

Object *int_from_limbs(Vm *vm, bool negative, const uint64_t *limbs, size_t count)
{
    count = limbs_trim(limbs, count);
    if (count == 0)
        return int_from_i64(vm, 0);
    if (count == 1 && limbs[0] <= SMALL_INT_MAX)
        return int_from_i64(vm, negative ? -(int64_t)limbs[0] : (int64_t)limbs[0]);
    if (count == 1)
        return from_limb(vm, negative, limbs[0]);
    if (count > INT_MAX_LIMBS)
        return vm_raise_memory(vm);
    return fill(object_new_builtin(vm, TYPE_INT, block_size(limbs, count)), negative, limbs, count);
}

Object *int_copy_as(Vm *vm, Type *type, Object *value)
{
    const Int *source = as_int(value);
    size_t count = int_limb_count(value);
    size_t extra = type->size > INT_HEADER_SIZE ? type->size - INT_HEADER_SIZE : 0;
    Object *copy = object_new(vm, type, block_size(source->limbs, count) + extra);
    if (!fill(copy, source->size < 0, source->limbs, count))
        return NULL;
    if (type->flags & TYPE_DICT_AT_END)
        *instance_dict_at_end(vm, copy) = NULL;
    if (type->flags & TYPE_HAS_GC)
        gc_track(vm, copy);
    return copy;
}

Object *int_exact(Vm *vm, Object *object)
{
    if (is_exact(object, INT))
        return incref(object);
    return int_from_limbs(vm, int_is_negative(object), as_int(object)->limbs, int_limb_count(object));
}

bool int_is_zero(const Object *object) { return as_int(object)->size == 0; }

int int_sign(const Object *object)
{
    int64_t size = as_int(object)->size;
    return (size > 0) - (size < 0);
}

uint64_t int_bit_length(const Object *object)
{
    return limbs_bit_length(as_int(object)->limbs, int_limb_count(object));
}

int64_t int_as_i64(Vm *vm, Object *object, int *overflow)
{
    const Int *self = as_int(object);
    *overflow = 0;
    if (self->size == 0)
        return 0;
    uint64_t limit = (uint64_t)INT64_MAX + (self->size < 0);
    if (int_limb_count(object) > 1 || self->limbs[0] > limit) {
        *overflow = int_sign(object);
        return -1;
    }
    return self->size < 0 ? (int64_t)-self->limbs[0] : (int64_t)self->limbs[0];
}

int int_compare(const Object *a, const Object *b)
{
    const Int *x = as_int(a), *y = as_int(b);
    if (x->size != y->size)
        return x->size < y->size ? -1 : 1;
    if (x->size == 0)
        return 0;
    int order = mpn_cmp(x->limbs, y->limbs, (mp_size_t)int_limb_count(a));
    order = (order > 0) - (order < 0);
    return x->size < 0 ? -order : order;
}
