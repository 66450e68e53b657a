/* Limbs: what the files that implement int share. The magnitude of an int is a row of 64-bit limbs, least significant
 * first, as GMP's mpn functions take it; int_limbs.c makes ints out of such rows and lends scratch space for them.
 *
 * Sizes of results are known only once they are there (a carry, a cancelled top), and the block of an int must have
 * exactly the size that CPython's would have. So arithmetic works in a Scratch and int_from_limbs copies the outcome.
 */
#ifndef REFARROWS_PYTHON_OBJECTS_INT_LIMBS_H
#define REFARROWS_PYTHON_OBJECTS_INT_LIMBS_H

#include "python/objects/int.h"

enum {
    LIMB_BITS = 64,
    INT_DIGIT_BITS = 30,       /* CPython's digits: only sizes depend on them */
    INT_HEADER_SIZE = 24,      /* of an int without its digits */
    /* Ints beyond this many limbs (40 million decimal digits) are refused with MemoryError: one multiplication of two
     * such takes GMP about a third of a second, and it cannot be interrupted. */
    INT_MAX_LIMBS = 1 << 21,
    INT_POLL_LIMBS = 512,      /* operations on more limbs than this ask vm_poll between steps */
    SCRATCH_LIMBS = 64         /* what is kept on the C stack; longer rows come from the arena */
};

typedef struct Scratch {
    uint64_t *limbs;           /* small, or a block of the arena */
    uint64_t small[SCRATCH_LIMBS];
} Scratch;

/* Room for that many limbs (uninitialised). False with MemoryError; then nothing needs releasing. */
bool scratch_init(Vm *vm, Scratch *scratch, size_t limbs);
void scratch_release(Vm *vm, Scratch *scratch);
/* The int made of the first `count` limbs (leading zeros allowed), and releases the scratch. */
Object *scratch_finish(Vm *vm, Scratch *scratch, bool negative, size_t count);

/* A new int; leading zero limbs are dropped, small values come from the table. */
Object *int_from_limbs(Vm *vm, bool negative, const uint64_t *limbs, size_t count);
Object *int_from_i128(Vm *vm, __int128 value);
/* A copy of an int (or subclass) as an instance of `type`, which is a subclass of int. */
Object *int_copy_as(Vm *vm, Type *type, Object *value);
/* The int itself when it is exactly an int, else a new int of the same value. */
Object *int_exact(Vm *vm, Object *object);

/* sys.getsizeof of an int with that many bits: CPython's digits of 30 bits, at least one. */
uint64_t int_size_for_bits(uint64_t bits);

size_t limbs_trim(const uint64_t *limbs, size_t count);               /* count without leading zeros */
uint64_t limbs_bit_length(const uint64_t *limbs, size_t count);       /* count is trimmed */
/* Value as (top 64 bits, or all) * 2^*exponent, with the lowest bit set when anything below was cut off. */
uint64_t limbs_top(const uint64_t *limbs, size_t count, int64_t *exponent);
/* m * 2^exponent rounded half to even, where the lowest bit of m stands for all that was cut off; may be infinite. */
double limbs_scale(uint64_t m, int64_t exponent);

static inline const Int *as_int(const Object *object) { return (const Int *)object; }
static inline size_t int_limb_count(const Object *object)
{
    int64_t size = as_int(object)->size;
    return (size_t)(size < 0 ? -size : size);
}
static inline bool int_is_negative(const Object *object) { return as_int(object)->size < 0; }

/* Quotient and remainder rounded towards minus infinity, as divmod(); either place may be NULL. -1 with an error. The
 * divisor is not zero. */
int int_divide(Vm *vm, Object *a, Object *b, Object **quotient, Object **remainder);
Object *int_negative(Vm *vm, Object *a);
Object *int_absolute(Vm *vm, Object *a);
Object *int_true_divide(Vm *vm, Object *a, Object *b);
/* a << shift and a >> shift (towards minus infinity) for a shift of 0 or more. */
Object *int_shift_left(Vm *vm, Object *a, uint64_t shift);
Object *int_shift_right(Vm *vm, Object *a, uint64_t shift);
Object *int_lshift(Vm *vm, Object *a, Object *shift);
Object *int_rshift(Vm *vm, Object *a, Object *shift);
Object *int_and(Vm *vm, Object *a, Object *b);
Object *int_or(Vm *vm, Object *a, Object *b);
Object *int_xor(Vm *vm, Object *a, Object *b);
Object *int_invert(Vm *vm, Object *a);
/* The order of an int and a double that is not nan: -1, 0, 1. Exact, however large. */
int int_compare_double(const Object *a, double b);
/* Greatest common divisor, never negative (math.gcd, fractions). */
Object *int_gcd(Vm *vm, Object *a, Object *b);
/* The integer part of the square root of an int that is not negative. */
Object *int_square_root(Vm *vm, Object *a);
/* a * 2^exponent as an int pair for as_integer_ratio. */
Object *int_ratio_of_double(Vm *vm, double value);

/* Digits of the magnitude, lower case, without sign or prefix; "0" for zero. */
typedef struct IntDigits {
    char *text;                /* small, or a block of the arena; not terminated */
    size_t length;
    char small[72];
} IntDigits;
/* False with MemoryError, or with ValueError when base 10 exceeds the limit on digits. */
bool int_digits_init(Vm *vm, IntDigits *digits, const Object *object, int base);
void int_digits_release(Vm *vm, IntDigits *digits);

/* int(text, base), where `original` is what the message of a ValueError shows; NULL: the text itself. */
Object *int_parse(Vm *vm, const char *text, size_t length, int base, Object *original);
Object *int_from_bytes(Vm *vm, const unsigned char *bytes, size_t count, bool little, bool is_signed);
/* Fills `count` bytes; false with OverflowError when they do not suffice. */
bool int_to_bytes(Vm *vm, const Object *object, unsigned char *bytes, size_t count, bool little, bool is_signed);

#endif
