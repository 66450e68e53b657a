#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/space.h"
#include "c/library/library.h"

/* ---- memory ---- */

static CType *block_type(const CNative *call)
{
    const CType *type = call->site->result;
    return type && type->kind == TY_POINTER && type->base->kind != TY_VOID ? type->base : NULL;
}

static bool give_block(CNative *call, CCell *result, uint64_t address)
{
    result->u = address;
    CBlock *block = address ? c_block_at(call->vm, address) : NULL;
    if (block && block_type(call))
        block->type = block_type(call);
    if (!address)
        c_set_errno(call->vm, ENOMEM);
    return !call->vm->ending;
}

static bool n_malloc(CNative *call, CCell *result)
{
    return give_block(call, result, c_malloc(call->vm, c_address_argument(call, 0)));
}

static bool n_calloc(CNative *call, CCell *result)
{
    return give_block(call, result, c_calloc(call->vm, c_address_argument(call, 0), c_address_argument(call, 1)));
}

static bool n_realloc(CNative *call, CCell *result)
{
    return give_block(call, result, c_realloc(call->vm, c_address_argument(call, 0), c_address_argument(call, 1)));
}

static bool n_reallocarray(CNative *call, CCell *result)
{
    uint64_t size;
    if (__builtin_mul_overflow(c_address_argument(call, 1), c_address_argument(call, 2), &size))
        return true;
    return give_block(call, result, c_realloc(call->vm, c_address_argument(call, 0), size));
}

static bool n_aligned_alloc(CNative *call, CCell *result)
{
    return give_block(call, result, c_malloc(call->vm, c_address_argument(call, 1)));
}

static bool n_free(CNative *call, CCell *result)
{
    c_free(call->vm, c_address_argument(call, 0));
    return !call->vm->ending;
}

static bool n_usable_size(CNative *call, CCell *result)
{
    const CBlock *block = c_block_at(call->vm, c_address_argument(call, 0));
    result->u = block ? block->chunk - 8 : 0;
    return true;
}

/* Blocks that the prelude takes for itself are no business of the program's. */
static bool n_hidden_malloc(CNative *call, CCell *result)
{
    call->vm->hidden_depth++;
    result->u = c_malloc(call->vm, c_address_argument(call, 0));
    call->vm->hidden_depth--;
    return true;
}

/* ---- the end ---- */

static bool n_exit_now(CNative *call, CCell *result)
{
    call->vm->ending = ENDING_EXIT;
    call->vm->exit_status = (int32_t)(c_int_argument(call, 0) & 0xff);
    return false;
}

static bool n_abort(CNative *call, CCell *result)
{
    c_fault(call->vm, 134, "abort() was called: the system stops the program (SIGABRT).");
    return false;
}

/* As where there is no such program: the shell's status 127. Programs clear the screen with it, and go on. */
static bool n_system(CNative *call, CCell *result)
{
    uint64_t length, address = c_address_argument(call, 0);
    const char *command = address ? c_read_string(call->vm, address, &length) : NULL;
    if (address && !command)
        return false;
    if (command)
        c_report(call->vm, "system() does nothing here: no other program can be started, not \"%.60s\" either.", command);
    result->i = command ? 127 << 8 : 0;
    return true;
}

static bool n_assert_fail(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    uint64_t length;
    const char *text = c_read_string(vm, c_address_argument(call, 0), &length);
    const char *file = text ? c_read_string(vm, c_address_argument(call, 1), &length) : NULL;
    const char *function = file ? c_read_string(vm, c_address_argument(call, 3), &length) : NULL;
    if (!function)
        return false;
    const char *slash = strrchr(vm->program->file->name, '/'), *name = slash ? slash + 1 : vm->program->file->name;
    const char *dot = strrchr(name, '.');
    char line[1000];
    snprintf(line, sizeof line, "%.*s: %s:%d: %s: Assertion `%s' failed.\n",
             dot ? (int)(dot - name) : (int)strlen(name), name, file, (int)c_int_argument(call, 2), function, text);
    c_write(vm, OUTPUT_STDERR, line, strlen(line));
    c_fault(vm, 134, "The assertion '%s' does not hold: the program is stopped (SIGABRT).", text);
    return false;
}

static bool n_raise(CNative *call, CCell *result)
{
    int number = (int)c_int_argument(call, 0);
    c_fault(call->vm, 128 + number, "The program sends itself the signal %d, which stops it.", number);
    return false;
}

/* ---- numbers from text ---- */

static const char *text_argument(CNative *call, int i)
{
    uint64_t length;
    return c_read_string(call->vm, c_address_argument(call, i), &length);
}

static bool n_atoi(CNative *call, CCell *result)
{
    const char *text = text_argument(call, 0);
    result->i = text ? (int32_t)strtol(text, NULL, 10) : 0;
    return text != NULL;
}

static bool n_atol(CNative *call, CCell *result)
{
    const char *text = text_argument(call, 0);
    result->i = text ? strtol(text, NULL, 10) : 0;
    return text != NULL;
}

static bool n_atof(CNative *call, CCell *result)
{
    const char *text = text_argument(call, 0);
    result->d = text ? strtod(text, NULL) : 0;
    return text != NULL;
}

/* Stores where reading ended, if that is wanted, and passes errno on. */
static bool finish_number(CNative *call, const char *text, const char *end)
{
    uint64_t place = c_address_argument(call, 1), address = c_address_argument(call, 0) + (uint64_t)(end - text);
    unsigned char *to = place ? c_write_memory(call->vm, place, 8) : NULL;
    if (to)
        memcpy(to, &address, sizeof address);
    c_keep_errno(call);
    return !call->vm->ending;
}

#define NUMBER(function, field, ...) \
    static bool n_##function(CNative *call, CCell *result) \
    { \
        const char *text = text_argument(call, 0); \
        char *end; \
        errno = 0; \
        if (!text) \
            return false; \
        result->field = function(text, &end __VA_ARGS__); \
        return finish_number(call, text, end); \
    }

#define BASE , (int)c_int_argument(call, 2)
NUMBER(strtol, i, BASE) NUMBER(strtoul, u, BASE) NUMBER(strtod, d) NUMBER(strtof, f) NUMBER(strtold, l)

/* ---- random numbers: glibc's TYPE_3 generator, r[i] = r[i-3] + r[i-31] ---- */

static void seed_random(CVm *vm, uint32_t seed)
{
    int32_t *r = vm->random;
    r[0] = (int32_t)(seed ? seed : 1);
    for (int i = 1; i < 31; i++) {
        int64_t word = (16807 * (int64_t)r[i - 1]) % 2147483647;
        r[i] = (int32_t)(word < 0 ? word + 2147483647 : word);
    }
    vm->random_front = 3;
    vm->random_rear = 0;
    vm->random[33] = 1;
    for (int i = 0; i < 310; i++) {
        r[vm->random_front] = (int32_t)((uint32_t)r[vm->random_front] + (uint32_t)r[vm->random_rear]);
        vm->random_front = (vm->random_front + 1) % 31;
        vm->random_rear = (vm->random_rear + 1) % 31;
    }
}

static bool n_rand(CNative *call, CCell *result)
{
    CVm *vm = call->vm;
    if (!vm->random[33])
        seed_random(vm, 1);
    int32_t *r = vm->random;
    uint32_t word = (uint32_t)r[vm->random_front] + (uint32_t)r[vm->random_rear];
    r[vm->random_front] = (int32_t)word;
    vm->random_front = (vm->random_front + 1) % 31;
    vm->random_rear = (vm->random_rear + 1) % 31;
    result->i = word >> 1;
    return true;
}

static bool n_srand(CNative *call, CCell *result)
{
    seed_random(call->vm, (uint32_t)c_int_argument(call, 0));
    return true;
}

static bool n_rand_r(CNative *call, CCell *result)
{
    unsigned seed;
    unsigned char *place = c_write_memory(call->vm, c_address_argument(call, 0), sizeof seed);
    if (!place)
        return false;
    memcpy(&seed, place, sizeof seed);
    result->i = rand_r(&seed);
    memcpy(place, &seed, sizeof seed);
    return true;
}

/* ---- the rest ---- */

static bool n_abs(CNative *call, CCell *result)
{
    result->i = (int32_t)c_int_argument(call, 0);
    if (result->i < 0 && result->i != INT32_MIN)
        result->i = -result->i;
    return true;
}

static bool n_labs(CNative *call, CCell *result)
{
    int64_t value = c_int_argument(call, 0);
    result->i = value < 0 ? (int64_t)(0 - (uint64_t)value) : value;
    return true;
}

static bool n_errno(CNative *call, CCell *result)
{
    result->u = call->vm->program->errno_address;
    return true;
}

static bool n_null(CNative *call, CCell *result)
{
    result->u = 0;
    return true;
}

#define BITS(name, function, field) \
    static bool n_##name(CNative *call, CCell *result) { return result->i = function(c_argument(call, 0)->field), true; }
BITS(popcount, __builtin_popcountll, u) BITS(clzll, __builtin_clzll, u) BITS(ctzll, __builtin_ctzll, u)

static bool n_popcount32(CNative *call, CCell *result)
{
    return result->i = __builtin_popcount((uint32_t)c_argument(call, 0)->u), true;
}

static bool n_clz(CNative *call, CCell *result)
{
    return result->i = __builtin_clz((uint32_t)c_argument(call, 0)->u), true;
}

static bool n_ffs(CNative *call, CCell *result)
{
    return result->i = __builtin_ffsll(c_argument(call, 0)->i), true;
}

static bool n_parity(CNative *call, CCell *result)
{
    return result->i = __builtin_parityll(c_argument(call, 0)->u), true;
}

static __int128 integer_argument(const CNative *call, int i)
{
    const CCell *cell = c_argument(call, i);
    return c_type_is_unsigned(call->site->types[i]) ? (__int128)cell->u : (__int128)cell->i;
}

/* Stores what is left of the value in the type that the third argument points to; was it more than that? */
static bool store_checked(CNative *call, __int128 value, bool is_more, CCell *result)
{
    const CType *type = call->site->types[2]->base;
    int shift = 64 - (int)type->size * 8;
    uint64_t bits = (uint64_t)value << shift;
    __int128 kept = c_type_is_unsigned(type) ? (__int128)(bits >> shift) : (__int128)((int64_t)bits >> shift);
    unsigned char *to = c_write_memory(call->vm, c_address_argument(call, 2), (uint64_t)type->size);
    if (to)
        memcpy(to, &kept, (size_t)type->size);
    result->i = is_more || value != kept;
    return to != NULL;
}

#define CHECKED(name) \
    static bool n_checked_##name(CNative *call, CCell *result) \
    { \
        __int128 value; \
        bool is_more = __builtin_##name##_overflow(integer_argument(call, 0), integer_argument(call, 1), &value); \
        return store_checked(call, value, is_more, result); \
    }
CHECKED(add) CHECKED(sub) CHECKED(mul)

static bool n_bswap16(CNative *call, CCell *result)
{
    return result->u = __builtin_bswap16((uint16_t)c_argument(call, 0)->u), true;
}

static bool n_bswap32(CNative *call, CCell *result)
{
    return result->u = __builtin_bswap32((uint32_t)c_argument(call, 0)->u), true;
}

static bool n_bswap64(CNative *call, CCell *result) { return result->u = __builtin_bswap64(c_argument(call, 0)->u), true; }

const CNativeEntry c_natives_stdlib[] = {
    {"malloc", n_malloc}, {"calloc", n_calloc}, {"realloc", n_realloc}, {"reallocarray", n_reallocarray},
    {"aligned_alloc", n_aligned_alloc}, {"free", n_free}, {"malloc_usable_size", n_usable_size},
    {"__hidden_malloc", n_hidden_malloc}, {"_Exit", n_exit_now}, {"_exit", n_exit_now}, {"abort", n_abort}, {"system", n_system},
    {"__assert_fail", n_assert_fail}, {"__raise", n_raise}, {"atoi", n_atoi}, {"atol", n_atol}, {"atoll", n_atol},
    {"atof", n_atof}, {"strtol", n_strtol}, {"strtoll", n_strtol}, {"strtoimax", n_strtol}, {"strtoul", n_strtoul},
    {"strtoull", n_strtoul}, {"strtoumax", n_strtoul}, {"strtod", n_strtod}, {"strtof", n_strtof},
    {"strtold", n_strtold}, {"rand", n_rand}, {"srand", n_srand}, {"random", n_rand}, {"srandom", n_srand},
    {"rand_r", n_rand_r}, {"abs", n_abs}, {"labs", n_labs}, {"llabs", n_labs}, {"imaxabs", n_labs},
    {"__errno_location", n_errno}, {"getenv", n_null},
    {"__builtin_popcount", n_popcount32}, {"__builtin_popcountl", n_popcount}, {"__builtin_popcountll", n_popcount},
    {"__builtin_clz", n_clz}, {"__builtin_clzl", n_clzll}, {"__builtin_clzll", n_clzll}, {"__builtin_ctz", n_ctzll},
    {"__builtin_ctzl", n_ctzll}, {"__builtin_ctzll", n_ctzll}, {"__builtin_parity", n_parity},
    {"__builtin_ffs", n_ffs}, {"ffs", n_ffs},
    {"__builtin_bswap16", n_bswap16}, {"__builtin_bswap32", n_bswap32}, {"__builtin_bswap64", n_bswap64},
    {"__builtin_add_overflow", n_checked_add}, {"__builtin_sadd_overflow", n_checked_add},
    {"__builtin_saddl_overflow", n_checked_add}, {"__builtin_saddll_overflow", n_checked_add},
    {"__builtin_uadd_overflow", n_checked_add}, {"__builtin_uaddl_overflow", n_checked_add},
    {"__builtin_uaddll_overflow", n_checked_add}, {"__builtin_sub_overflow", n_checked_sub},
    {"__builtin_ssub_overflow", n_checked_sub}, {"__builtin_ssubl_overflow", n_checked_sub},
    {"__builtin_ssubll_overflow", n_checked_sub}, {"__builtin_usub_overflow", n_checked_sub},
    {"__builtin_usubl_overflow", n_checked_sub}, {"__builtin_usubll_overflow", n_checked_sub},
    {"__builtin_mul_overflow", n_checked_mul}, {"__builtin_smul_overflow", n_checked_mul},
    {"__builtin_smull_overflow", n_checked_mul}, {"__builtin_smulll_overflow", n_checked_mul},
    {"__builtin_umul_overflow", n_checked_mul}, {"__builtin_umull_overflow", n_checked_mul},
    {"__builtin_umulll_overflow", n_checked_mul},
    {NULL, NULL},
};
