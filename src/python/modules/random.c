/* The generator behind the module random: the Mersenne Twister MT19937 (Matsumoto and Nishimura), seeded and read as
 * CPython's _randommodule.c does it, so that the same seed gives the same numbers. Without a seed it starts from a fixed
 * one: a run that is shown twice must be the same run. */
#include "python/modules/library_types.h"
#include "python/modules/module.h"
#include "python/vm.h"

enum { WORDS = 624, SHIFT = 397 };

typedef struct Random { Object head; uint32_t state[WORDS]; int32_t index; } Random;

/* ---- the twister ---- */

static void twist(uint32_t *mt)
{
    for (int k = 0; k < WORDS; k++) {
        uint32_t y = (mt[k] & 0x80000000u) | (mt[(k + 1) % WORDS] & 0x7fffffffu);
        mt[k] = mt[(k + SHIFT) % WORDS] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    }
}

static uint32_t next_word(Random *r)
{
    if (r->index >= WORDS) {
        twist(r->state);
        r->index = 0;
    }
    uint32_t y = r->state[r->index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

static void seed_word(Random *r, uint32_t seed)
{
    r->state[0] = seed;
    for (uint32_t i = 1; i < WORDS; i++)
        r->state[i] = 1812433253u * (r->state[i - 1] ^ (r->state[i - 1] >> 30)) + i;
    r->index = WORDS;
}

static uint32_t mixed(const uint32_t *mt, uint32_t i) { return mt[i - 1] ^ (mt[i - 1] >> 30); }

/* i goes round the state, skipping place 0, whose value the last place hands on. */
static uint32_t advance(uint32_t *mt, uint32_t i)
{
    if (++i < WORDS)
        return i;
    mt[0] = mt[WORDS - 1];
    return 1;
}

static void seed_key(Random *r, const uint32_t *key, size_t length)
{
    uint32_t *mt = r->state, i = 1;
    seed_word(r, 19650218u);
    for (size_t k = 0, j = 0; k < (length > WORDS ? length : WORDS); k++) {
        mt[i] = (mt[i] ^ (mixed(mt, i) * 1664525u)) + key[j] + (uint32_t)j;
        i = advance(mt, i);
        j = j + 1 < length ? j + 1 : 0;
    }
    for (int k = 0; k < WORDS - 1; k++) {
        mt[i] = (mt[i] ^ (mixed(mt, i) * 1566083941u)) - i;
        i = advance(mt, i);
    }
    mt[0] = 0x80000000u;
}

/* ---- seeds ---- */

enum { FIXED_SEED = 0 };

/* The magnitude of an int, in words of 32 bits from the lowest on. */
static int seed_int(Vm *vm, Random *r, Object *seed)
{
    const Int *n = (const Int *)seed;
    size_t limbs = (size_t)(n->size < 0 ? -n->size : n->size);
    uint32_t *key = mem_alloc(vm, (2 * limbs + 1) * sizeof *key);
    if (!key) {
        vm_raise_memory(vm);
        return -1;
    }
    key[0] = 0;
    for (size_t i = 0; i < limbs; i++) {
        key[2 * i] = (uint32_t)n->limbs[i];
        key[2 * i + 1] = (uint32_t)(n->limbs[i] >> 32);
    }
    size_t length = 2 * limbs;
    while (length > 1 && key[length - 1] == 0)
        length--;
    seed_key(r, key, length ? length : 1);
    mem_free(vm, key);
    return 0;
}

static int random_set_seed(Vm *vm, Random *r, Object *seed)
{
    Object *number = NULL;
    if (!seed || seed == none(vm)) {
        number = int_from_i64(vm, FIXED_SEED);
    } else if (is_int(vm, seed)) {
        number = incref(seed);
    } else {
        int64_t hash = object_hash(vm, seed);
        number = vm_failed(vm) ? NULL : int_from_u64(vm, (uint64_t)hash);
    }
    int result = number ? seed_int(vm, r, number) : -1;
    xdecref(vm, number);
    return result;
}

static Object *random_new(Vm *vm, Type *type, Object *const *args, size_t count, Object *names)
{
    Object *self = object_new_zeroed(vm, type, type->size);
    if (self && random_set_seed(vm, (Random *)self, count ? args[0] : NULL) < 0)
        object_replace(vm, &self, NULL);
    return self;
}

static void random_dealloc(Vm *vm, Object *self) { object_free(vm, self); }

static Object *random_seed(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    if (!args_check(vm, "seed", count, 0, 1) || random_set_seed(vm, (Random *)self, count ? args[0] : NULL) < 0)
        return NULL;
    return new_none(vm);
}

/* ---- numbers ---- */

/* 53 random bits over 2^53. */
static Object *random_random(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    uint32_t a = next_word((Random *)self) >> 5, b = next_word((Random *)self) >> 6;
    return float_new(vm, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

/* The highest word comes last and gives its upper bits. */
static Object *many_bits(Vm *vm, Random *r, int64_t bits)
{
    int64_t words = (bits - 1) / 32 + 1, limbs = (words + 1) / 2;
    Int *n = (Int *)object_new_builtin(vm, TYPE_INT, sizeof(Int) + (size_t)limbs * sizeof(uint64_t));
    if (!n)
        return NULL;
    memset(n->limbs, 0, (size_t)limbs * sizeof(uint64_t));
    for (int64_t i = 0; i < words; i++, bits -= 32) {
        uint64_t word = bits < 32 ? next_word(r) >> (32 - bits) : next_word(r);
        n->limbs[i / 2] |= word << (i % 2 * 32);
    }
    while (limbs > 0 && n->limbs[limbs - 1] == 0)
        limbs--;
    n->size = limbs;
    if (limbs > 1)
        return OBJECT(n);
    Object *small = int_from_u64(vm, limbs ? n->limbs[0] : 0);
    decref(vm, OBJECT(n));
    return small;
}

static Object *random_getrandbits(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    int64_t bits = object_as_index(vm, args[0], false);
    if (vm_failed(vm))
        return NULL;
    if (bits < 0)
        return vm_raise(vm, TYPE_ValueError, "number of bits must be non-negative");
    if (bits == 0)
        return int_from_i64(vm, 0);
    if (bits <= 32)
        return int_from_u64(vm, next_word((Random *)self) >> (32 - bits));
    return many_bits(vm, (Random *)self, bits);
}

/* A number below n, as Random._randbelow_with_getrandbits draws it: the hottest of all, so it has a way of its own. */
static Object *random_below(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *n = args[0];
    if (!is_int(vm, n) || int_sign(n) <= 0)
        return int_from_i64(vm, 0);
    int64_t bits = (int64_t)int_bit_length(n);
    for (;;) {
        Object *r = bits <= 32 ? int_from_u64(vm, next_word((Random *)self) >> (32 - bits))
                               : many_bits(vm, (Random *)self, bits);
        if (!r || int_compare(r, n) < 0)
            return r;
        decref(vm, r);
    }
}

/* ---- the state as a tuple of 625 numbers ---- */

static Object *random_getstate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    const Random *r = (const Random *)self;
    Object *state = tuple_new(vm, WORDS + 1);
    for (int i = 0; state && i <= WORDS; i++)
        ((Tuple *)state)->items[i] = int_from_i64(vm, i < WORDS ? (int64_t)r->state[i] : r->index);
    return state;
}

static Object *random_setstate(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Random *r = (Random *)self;
    if (!is_tuple(vm, args[0]))
        return vm_raise(vm, TYPE_TypeError, "state vector must be a tuple");
    if (tuple_length(args[0]) != WORDS + 1)
        return vm_raise(vm, TYPE_ValueError, "state vector is the wrong size");
    int64_t words[WORDS + 1];
    for (int i = 0; i <= WORDS; i++) {
        words[i] = object_as_index(vm, tuple_item(args[0], i), false);
        if (vm_failed(vm))
            return NULL;
    }
    if (words[WORDS] < 0 || words[WORDS] > WORDS)
        return vm_raise(vm, TYPE_ValueError, "invalid state");
    for (int i = 0; i < WORDS; i++)
        r->state[i] = (uint32_t)words[i];
    r->index = (int32_t)words[WORDS];
    return new_none(vm);
}

static const MethodDef random_methods[] = {
    {"random", random_random, METHOD_NO_ARGS, "random() -> x in the interval [0, 1)."},
    {"seed", random_seed, METHOD_FAST, "seed([n]) -> None."},
    {"getstate", random_getstate, METHOD_NO_ARGS, "getstate() -> tuple containing the current state."},
    {"setstate", random_setstate, METHOD_ONE, "setstate(state) -> None.  Restores generator state."},
    {"getrandbits", random_getrandbits, METHOD_ONE, "getrandbits(k) -> x.  Generates an int with k random bits."},
    {"_randbelow", random_below, METHOD_ONE, "Return a random int in the range [0,n).  Returns 0 if n==0."},
    {0},
};

const TypeSpec random_spec = {
    .name = "_random.Random", .doc = "Random() -> create a random number generator with its own internal state.",
    .size = sizeof(Random), .flags = TYPE_BASE,
    .slots = {.new = random_new, .dealloc = random_dealloc},
    .methods = random_methods,
};

static int random_init(Vm *vm, Object *dict) { return library_type_add(vm, dict, LIBRARY_RANDOM); }

const ModuleDef random_c_module = {"_random", "Module implements the Mersenne Twister random number generator.", NULL,
                                   random_init};
