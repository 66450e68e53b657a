/* The loop that executes instructions. Its state while it runs is in four locals (ip, sp, frame, dispatch); SAVE writes
 * back what others look at. Whatever can go wrong leaves by `stopped`, with the reason in vm->ending or because the
 * visitor left; everything needed to go on is then in the arena. */
#include <math.h>
#include <string.h>

#include "c/library/library.h"
#include "c/mistake.h"
#include "c/space.h"

static const char *const opcode_names[] = {
#define X(name) [OP_##name] = #name,
    C_OPCODES(X)
#undef X
};

const char *c_opcode_name(COpcode op)
{
    return opcode_names[op];
}

/* ---- conversions as the processor makes them ---- */

static int64_t to_i64(long double value)
{
    return value >= -0x1p63L && value < 0x1p63L ? (int64_t)value : INT64_MIN;
}

static int64_t to_i32(long double value)
{
    return value > -0x1p31L - 1 && value < 0x1p31L ? (int32_t)value : INT32_MIN;
}

static uint64_t to_u64(long double value)
{
    if (value >= 0x1p63L && value < 0x1p64L)
        return (uint64_t)value;
    return (uint64_t)to_i64(value);
}

/* ---- bit-fields ---- */

/* The bytes that a bit-field touches, within its unit; nine where a packed one of 64 bits begins inside a byte. */
static void field_bytes(const CInstr *ip, uint64_t *first, uint64_t *count)
{
    *first = (uint64_t)ip->a / 8;
    *count = ((uint64_t)ip->a + (uint64_t)ip->k + 7) / 8 - *first;
}

static bool load_bits(CVm *vm, const CInstr *ip, CCell *cell, bool is_unsigned)
{
    uint64_t first, count;
    unsigned __int128 unit = 0;
    field_bytes(ip, &first, &count);
    if (!c_check_read(vm, cell->u + first, count, true))
        return false;
    memcpy(&unit, c_at_address(vm, cell->u + first), count);
    uint64_t bits = (uint64_t)(unit >> (ip->a % 8)) << (64 - ip->k);
    cell->i = is_unsigned ? (int64_t)(bits >> (64 - ip->k)) : (int64_t)bits >> (64 - ip->k);
    return true;
}

static bool store_bits(CVm *vm, const CInstr *ip, uint64_t address, CCell *value, bool is_unsigned)
{
    uint64_t first, count;
    unsigned __int128 unit = 0;
    field_bytes(ip, &first, &count);
    if (!c_check_write(vm, address + first, count))
        return false;
    unsigned char *memory = c_at_address(vm, address + first);
    unsigned __int128 mask = (((unsigned __int128)1 << ip->k) - 1) << (ip->a % 8);
    memcpy(&unit, memory, count);
    unit = (unit & ~mask) | (((unsigned __int128)value->u << (ip->a % 8)) & mask);
    memcpy(memory, &unit, count);
    memset(c_shadow(memory), SHADOW_SET, count);
    value->u <<= 64 - ip->k;
    value->i = is_unsigned ? (int64_t)(value->u >> (64 - ip->k)) : value->i >> (64 - ip->k);
    return true;
}

static int32_t find_case(const CSwitchTable *table, int64_t value)
{
    int32_t low = 0, high = table->count;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        if (table->cases[middle].last < value)
            low = middle + 1;
        else
            high = middle;
    }
    bool hit = low < table->count && table->cases[low].first <= value && value <= table->cases[low].last;
    return hit ? table->cases[low].target : table->otherwise;
}

/* ---- the loop ---- */

#define SAVE() (vm->pc = (uint32_t)(ip - code), vm->cell_count = (uint32_t)(sp - vm->cells))
#define NEXT() do { ip++; goto *dispatch[ip->op]; } while (0)
#define GO(target) do { ip = code + (target); goto *dispatch[ip->op]; } while (0)
#define LOAD_FRAME() (frame = c_at_address(vm, vm->frames[vm->depth - 1].fp))
#define TO_INTEGER(to, convert, from, low, high, name) \
    if (__builtin_expect(!((long double)sp[-1].from low && (long double)sp[-1].from high), 0)) { \
        SAVE(); \
        c_mistake_unfit(vm, (double)sp[-1].from, name); \
    } \
    sp[-1].to = convert(sp[-1].from); \
    NEXT()
#define IN_HEAP(value) ((value) - heap_start < vm->heap_top - heap_start)

void c_run(CVm *vm)
{
    static const void *const normal[] = {
#define X(name) [OP_##name] = &&op_##name,
        C_OPCODES(X)
#undef X
    };
    static const void *const slow[] = {
#define X(name) [OP_##name] = &&slow_instruction,
        C_OPCODES(X)
#undef X
    };
    const CProgram *program = vm->program;
    const CInstr *const code = program->code;
    const uint64_t heap_start = program->heap_start;
    const CInstr *ip = code + vm->pc;
    CCell *sp = vm->cells + vm->cell_count;
    unsigned char *frame;
    const void *const *dispatch = vm->slow ? slow : normal;

    LOAD_FRAME();
    if (vm->frames[vm->depth - 1].is_returning)
        goto do_return;
    goto *dispatch[ip->op];

slow_instruction:
    SAVE();
    if (!c_slow_instruction(vm))
        return;
    dispatch = vm->slow ? slow : normal;
    goto *normal[ip->op];

    /* ---- events ---- */
op_LINE: {
    CFrame *top = &vm->frames[vm->depth - 1];
    vm->previous_line = top->line;
    top->line = ip->a;
    if (vm->candidate_count) {
        SAVE();
        c_check_candidates(vm);
    }
    if (++vm->step >= atomic_load_explicit(&vm->host->stop_at, memory_order_relaxed)) {
        int line = ip->a;
        ip++;
        SAVE();
        if (!c_stop(vm, STEP_LINE, line))
            return;
        dispatch = vm->slow ? slow : normal;
        goto *dispatch[ip->op];
    }
    NEXT();
}
op_ENTER:
    if (!program->routines[vm->frames[vm->depth - 1].routine].is_library
        && ++vm->step >= atomic_load_explicit(&vm->host->stop_at, memory_order_relaxed)) {
        int line = ip->a;
        ip++;
        SAVE();
        if (!c_stop(vm, STEP_CALL, line))
            return;
        dispatch = vm->slow ? slow : normal;
        goto *dispatch[ip->op];
    }
    NEXT();
op_RETURN: {
    CFrame *top = &vm->frames[vm->depth - 1];
    const CRoutine *routine = &program->routines[top->routine];
    SAVE();
    if (routine->tree->type->base->kind == TY_VOID)
        sp[-1].i = vm->result;
    if (ip->aux || (sp[-1].u >= vm->sp && sp[-1].u < top->fp)) {
        c_mistake_returned_address(vm, top, sp[-1].u);
        if (ip->aux)
            sp[-1].u = 0;      /* what gcc makes of `return &local` */
    }
    top->is_returning = true;
    if (routine->is_library)
        goto do_return;
    top->line = (int32_t)ip->k;
    vm->returned = sp[-1];
    if (++vm->step >= atomic_load_explicit(&vm->host->stop_at, memory_order_relaxed)) {
        if (!c_stop(vm, STEP_RETURN, (int)ip->k))
            return;
        dispatch = vm->slow ? slow : normal;
    }
}
do_return: {
    const CFrame *top = &vm->frames[vm->depth - 1];
    CCell value = sp[-1];
    uint32_t return_pc = top->return_pc;
    sp = vm->cells + top->cells;
    c_return(vm);
    *sp++ = value;
    vm->result = value.i;
    LOAD_FRAME();
    ip = code + return_pc;
    goto *dispatch[ip->op];
}
op_POLL:
    if (machine_host_cancelled(vm->host)) {
        SAVE();
        vm->ending = ENDING_CANCELLED;
        return;
    }
    NEXT();

    /* ---- constants and the stack ---- */
op_CONST: (sp++)->i = ip->k; NEXT();
op_CONST_F32: { float f; memcpy(&f, &ip->k, sizeof f); (sp++)->f = f; NEXT(); }
op_CONST_F64: { double d; memcpy(&d, &ip->k, sizeof d); (sp++)->d = d; NEXT(); }
op_CONST_F80: (sp++)->l = program->floatings[ip->a]; NEXT();
op_LOCAL: (sp++)->u = vm->frames[vm->depth - 1].fp + (uint64_t)(int64_t)ip->a; NEXT();
op_POP: sp--; NEXT();
op_DUP: sp[0] = sp[-1]; sp++; NEXT();
op_SWAP: { CCell cell = sp[-1]; sp[-1] = sp[-2]; sp[-2] = cell; NEXT(); }
op_DUP_UNDER: sp[0] = sp[-1]; sp[-1] = sp[-2]; sp[-2] = sp[0]; sp++; NEXT();

    /* ---- memory ---- */
#define X(name, type, field) \
op_LOAD_LOCAL_##name: { \
    type value; \
    const unsigned char *memory = frame + ip->a; \
    if (__builtin_expect(!c_all_set(memory + SHADOW_DISTANCE, sizeof value > 10 ? 10 : sizeof value), 0)) { \
        SAVE(); \
        c_mistake_unset(vm, ip->a); \
    } \
    memcpy(&value, memory, sizeof value > 10 ? 10 : sizeof value); \
    (sp++)->field = value; \
    NEXT(); \
} \
op_STORE_LOCAL_##name: { \
    type value = (type)sp[-1].field; \
    unsigned char *memory = frame + ip->a; \
    if (sizeof value == 8 && vm->checks_leaks) { \
        uint64_t before; \
        memcpy(&before, memory, sizeof before); \
        if (IN_HEAP(before) || IN_HEAP(sp[-1].u)) \
            c_pointer_changes(vm, memory[SHADOW_DISTANCE] == SHADOW_SET ? before : 0, sp[-1].u); \
    } \
    memcpy(memory, &value, sizeof value > 10 ? 10 : sizeof value); \
    memset(memory + SHADOW_DISTANCE, SHADOW_SET, sizeof value); \
    sp -= !ip->aux; \
    NEXT(); \
} \
op_LOAD_GLOBAL_##name: { \
    type value = 0; \
    memcpy(&value, vm->memory + ((uint64_t)ip->k - C_LOW_BASE), sizeof value > 10 ? 10 : sizeof value); \
    (sp++)->field = value; \
    NEXT(); \
} \
op_STORE_GLOBAL_##name: { \
    type value = (type)sp[-1].field; \
    unsigned char *memory = vm->memory + ((uint64_t)ip->k - C_LOW_BASE); \
    if (__builtin_expect((uint64_t)ip->k < program->data_start, 0)) { \
        SAVE(); \
        if (!c_check_write(vm, (uint64_t)ip->k, sizeof value)) \
            return; \
    } \
    if (sizeof value == 8 && vm->checks_leaks) { \
        uint64_t before; \
        memcpy(&before, memory, sizeof before); \
        if (IN_HEAP(before) || IN_HEAP(sp[-1].u)) \
            c_pointer_changes(vm, before, sp[-1].u); \
    } \
    memcpy(memory, &value, sizeof value > 10 ? 10 : sizeof value); \
    sp -= !ip->aux; \
    NEXT(); \
} \
op_LOAD_##name: { \
    type value; \
    const unsigned char *memory = c_reach(vm, sp[-1].u); \
    if (__builtin_expect(!memory || !c_all_set(memory + SHADOW_DISTANCE, sizeof value > 10 ? 10 : sizeof value), 0)) { \
        SAVE(); \
        if (!c_check_read(vm, sp[-1].u, sizeof value > 10 ? 10 : sizeof value, true)) \
            return; \
        memory = c_at_address(vm, sp[-1].u); \
    } \
    memcpy(&value, memory, sizeof value > 10 ? 10 : sizeof value); \
    sp[-1].field = value; \
    NEXT(); \
} \
op_STORE_##name: { \
    type value = (type)sp[-1].field; \
    uint64_t address = sp[-2].u; \
    unsigned char *memory = c_reach(vm, address); \
    if (__builtin_expect(!memory || address < program->data_start \
                         || !c_all_owned(memory + SHADOW_DISTANCE, sizeof value > 10 ? 10 : sizeof value), 0)) { \
        SAVE(); \
        if (!c_check_write(vm, address, sizeof value)) \
            return; \
        memory = c_at_address(vm, address); \
    } else { \
        memset(memory + SHADOW_DISTANCE, SHADOW_SET, sizeof value); \
    } \
    if (sizeof value == 8 && vm->checks_leaks) { \
        uint64_t before; \
        memcpy(&before, memory, sizeof before); \
        if (IN_HEAP(before) || IN_HEAP(sp[-1].u)) \
            c_pointer_changes(vm, before, sp[-1].u); \
    } \
    memcpy(memory, &value, sizeof value > 10 ? 10 : sizeof value); \
    sp[-2] = sp[-1]; \
    sp -= 2 - ip->aux; \
    NEXT(); \
}
    C_MEMORY_TYPES(X)
#undef X
op_LOAD_BITS:
    SAVE();
    if (!load_bits(vm, ip, &sp[-1], ip->aux))
        return;
    NEXT();
op_STORE_BITS:
    SAVE();
    if (!store_bits(vm, ip, sp[-2].u, &sp[-1], ip->aux))
        return;
    sp[-2] = sp[-1];
    sp--;
    NEXT();
op_COPY:
    SAVE();
    if (!c_copy(vm, sp[-2].u, sp[-1].u, (uint64_t)ip->k))
        return;
    sp--;
    NEXT();
op_ZERO:
    memset(frame + ip->a, 0, (size_t)ip->k);
    memset(frame + ip->a + SHADOW_DISTANCE, SHADOW_SET, (size_t)ip->k);
    NEXT();
op_BYTES: {
    size_t length = (size_t)(ip->k & 0xffffffff);
    memcpy(frame + ip->a, program->texts[ip->k >> 32], length);
    memset(frame + ip->a + SHADOW_DISTANCE, SHADOW_SET, length);
    NEXT();
}
op_UNSET:
    memset(frame + ip->a + SHADOW_DISTANCE, SHADOW_UNSET, (size_t)ip->k);
    NEXT();
op_GONE:
    memset(frame + ip->a + SHADOW_DISTANCE, SHADOW_NONE, (size_t)ip->k);
    NEXT();
op_CHECK:
    if (__builtin_expect(sp[-1].u >= (uint64_t)ip->k, 0)) {
        SAVE();
        c_mistake_index(vm, sp[-1].i, ip->k, ip->aux);
    }
    NEXT();
op_CHECK_SIZE: {
    int64_t size;
    memcpy(&size, frame + ip->a, sizeof size);
    int64_t element = ip->k;
    if (element < 0)
        memcpy(&element, frame + ip->k, sizeof element);
    int64_t length = element > 0 ? size / element : 0;
    if (element > 0 && (sp[-1].i < 0 || sp[-1].i >= length)) {
        SAVE();
        c_mistake_index(vm, sp[-1].i, length, ip->aux);
    }
    NEXT();
}
op_POINTER_ADD:
    if (ip->a) {
        sp[-1].u += (uint64_t)ip->k;
    } else {
        sp[-2].u += sp[-1].u * (uint64_t)ip->k;
        sp--;
    }
    NEXT();
op_POINTER_DIFF:
    sp[-2].i = (int64_t)(sp[-2].u - sp[-1].u) / ip->k;
    sp--;
    NEXT();
op_MEMBER: sp[-1].u += (uint64_t)ip->k; NEXT();

    /* ---- arithmetic ---- */
#define OVERFLOWING(op, builtin, name, type, sign) \
op_##op##_##name: { \
    type value; \
    if (__builtin_expect(builtin((type)sp[-2].i, (type)sp[-1].i, &value), 0)) { \
        SAVE(); \
        c_mistake_overflow(vm, sign, (type)sp[-2].i, (type)sp[-1].i, 8 * (int)sizeof value); \
    } \
    sp[-2].i = value; \
    sp--; \
    NEXT(); \
}
#define OPERATION(op, sign, name, type, field) \
op_##op##_##name: \
    sp[-2].field = (type)((type)sp[-2].field sign (type)sp[-1].field); \
    sp--; \
    NEXT();
    OVERFLOWING(ADD, __builtin_add_overflow, I32, int32_t, "+")
    OVERFLOWING(SUB, __builtin_sub_overflow, I32, int32_t, "-")
    OVERFLOWING(MUL, __builtin_mul_overflow, I32, int32_t, "*")
    OVERFLOWING(ADD, __builtin_add_overflow, I64, int64_t, "+")
    OVERFLOWING(SUB, __builtin_sub_overflow, I64, int64_t, "-")
    OVERFLOWING(MUL, __builtin_mul_overflow, I64, int64_t, "*")
#define ALL_OPERATIONS(name, type, field) \
    OPERATION(ADD, +, name, type, field) OPERATION(SUB, -, name, type, field) OPERATION(MUL, *, name, type, field)
    ALL_OPERATIONS(U32, uint32_t, u) ALL_OPERATIONS(U64, uint64_t, u) ALL_OPERATIONS(F32, float, f)
    ALL_OPERATIONS(F64, double, d) ALL_OPERATIONS(F80, long double, l)
    OPERATION(DIV, /, F32, float, f) OPERATION(DIV, /, F64, double, d) OPERATION(DIV, /, F80, long double, l)

#define DIVISION(op, sign, name, type, least) \
op_##op##_##name: \
    if (__builtin_expect((type)sp[-1].i == 0 || ((least) && (type)sp[-1].i == (type)-1 && (type)sp[-2].i == (type)(least)), 0)) { \
        SAVE(); \
        c_mistake_division(vm, sp[-1].i == 0); \
        return; \
    } \
    sp[-2].i = (int64_t)((type)sp[-2].i sign (type)sp[-1].i); \
    sp--; \
    NEXT();
    DIVISION(DIV, /, I32, int32_t, INT32_MIN) DIVISION(MOD, %, I32, int32_t, INT32_MIN)
    DIVISION(DIV, /, U32, uint32_t, 0) DIVISION(MOD, %, U32, uint32_t, 0)
    DIVISION(DIV, /, I64, int64_t, INT64_MIN) DIVISION(MOD, %, I64, int64_t, INT64_MIN)
    DIVISION(DIV, /, U64, uint64_t, 0) DIVISION(MOD, %, U64, uint64_t, 0)

op_NEGATE_I32:
op_NEGATE_I64:
    if (sp[-1].i == (ip->op == OP_NEGATE_I32 ? INT32_MIN : INT64_MIN)) {
        SAVE();
        c_mistake_overflow(vm, "-", 0, sp[-1].i, ip->op == OP_NEGATE_I32 ? 32 : 64);
    } else {
        sp[-1].i = -sp[-1].i;
    }
    NEXT();
op_NEGATE_U32: sp[-1].u = (uint32_t)(0 - sp[-1].u); NEXT();
op_NEGATE_U64: sp[-1].u = 0 - sp[-1].u; NEXT();
op_NEGATE_F32: sp[-1].f = -sp[-1].f; NEXT();
op_NEGATE_F64: sp[-1].d = -sp[-1].d; NEXT();
op_NEGATE_F80: sp[-1].l = -sp[-1].l; NEXT();

#define SHIFT(name, type, utype, bits, is_signed) \
op_SHL_##name: \
    if (__builtin_expect(sp[-1].u >= bits || (is_signed && sp[-2].u >> (bits - 1 - sp[-1].u)), 0)) { \
        SAVE(); \
        c_mistake_shift(vm, sp[-2].i, sp[-1].i, bits); \
    } \
    sp[-2].i = (int64_t)(type)((utype)sp[-2].u << (sp[-1].u & (bits - 1))); \
    sp--; \
    NEXT(); \
op_SHR_##name: \
    if (__builtin_expect(sp[-1].u >= bits, 0)) { \
        SAVE(); \
        c_mistake_shift(vm, sp[-2].i, sp[-1].i, bits); \
    } \
    sp[-2].i = (int64_t)((type)sp[-2].i >> (sp[-1].u & (bits - 1))); \
    sp--; \
    NEXT();
    SHIFT(I32, int32_t, uint32_t, 32, true) SHIFT(U32, uint32_t, uint32_t, 32, false)
    SHIFT(I64, int64_t, uint64_t, 64, true) SHIFT(U64, uint64_t, uint64_t, 64, false)

op_AND: sp[-2].u &= sp[-1].u; sp--; NEXT();
op_OR: sp[-2].u |= sp[-1].u; sp--; NEXT();
op_XOR: sp[-2].u ^= sp[-1].u; sp--; NEXT();
op_NOT: sp[-1].u = ~sp[-1].u; NEXT();
op_NOT_U32: sp[-1].u = (uint32_t)~sp[-1].u; NEXT();

#define COMPARE(op, sign, name, type, field) \
op_##op##_##name: \
    sp[-2].i = (type)sp[-2].field sign (type)sp[-1].field; \
    sp--; \
    NEXT();
#define X(name, type, field) \
    COMPARE(EQ, ==, name, type, field) COMPARE(NE, !=, name, type, field) COMPARE(LT, <, name, type, field) \
    COMPARE(LE, <=, name, type, field) COMPARE(GT, >, name, type, field) COMPARE(GE, >=, name, type, field)
    C_ARITHMETIC_TYPES(X)
#undef X
op_IS_ZERO: sp[-1].i = sp[-1].i == 0; NEXT();

    /* ---- conversions ---- */
op_TO_BOOL: sp[-1].i = sp[-1].i != 0; NEXT();
op_TO_BOOL_F32: sp[-1].i = sp[-1].f != 0; NEXT();
op_TO_BOOL_F64: sp[-1].i = sp[-1].d != 0; NEXT();
op_TO_BOOL_F80: sp[-1].i = sp[-1].l != 0; NEXT();
op_TO_I8: sp[-1].i = (int8_t)sp[-1].i; NEXT();
op_TO_U8: sp[-1].i = (uint8_t)sp[-1].i; NEXT();
op_TO_I16: sp[-1].i = (int16_t)sp[-1].i; NEXT();
op_TO_U16: sp[-1].i = (uint16_t)sp[-1].i; NEXT();
op_TO_I32: sp[-1].i = (int32_t)sp[-1].i; NEXT();
op_TO_U32: sp[-1].i = (uint32_t)sp[-1].i; NEXT();
op_I64_TO_F32: sp[-1].f = (float)sp[-1].i; NEXT();
op_I64_TO_F64: sp[-1].d = (double)sp[-1].i; NEXT();
op_I64_TO_F80: sp[-1].l = (long double)sp[-1].i; NEXT();
op_U64_TO_F32: sp[-1].f = (float)sp[-1].u; NEXT();
op_U64_TO_F64: sp[-1].d = (double)sp[-1].u; NEXT();
op_U64_TO_F80: sp[-1].l = (long double)sp[-1].u; NEXT();
op_F32_TO_F64: sp[-1].d = sp[-1].f; NEXT();
op_F32_TO_F80: sp[-1].l = sp[-1].f; NEXT();
op_F64_TO_F32: sp[-1].f = (float)sp[-1].d; NEXT();
op_F64_TO_F80: sp[-1].l = sp[-1].d; NEXT();
op_F80_TO_F32: sp[-1].f = (float)sp[-1].l; NEXT();
op_F80_TO_F64: sp[-1].d = (double)sp[-1].l; NEXT();
op_F32_TO_I32: TO_INTEGER(i, to_i32, f, > -0x1p31L - 1, < 0x1p31L, "an int");
op_F64_TO_I32: TO_INTEGER(i, to_i32, d, > -0x1p31L - 1, < 0x1p31L, "an int");
op_F80_TO_I32: TO_INTEGER(i, to_i32, l, > -0x1p31L - 1, < 0x1p31L, "an int");
op_F32_TO_I64: TO_INTEGER(i, to_i64, f, >= -0x1p63L, < 0x1p63L, "a long");
op_F64_TO_I64: TO_INTEGER(i, to_i64, d, >= -0x1p63L, < 0x1p63L, "a long");
op_F80_TO_I64: TO_INTEGER(i, to_i64, l, >= -0x1p63L, < 0x1p63L, "a long");
op_F32_TO_U64: TO_INTEGER(u, to_u64, f, > -1.0L, < 0x1p64L, "an unsigned long");
op_F64_TO_U64: TO_INTEGER(u, to_u64, d, > -1.0L, < 0x1p64L, "an unsigned long");
op_F80_TO_U64: TO_INTEGER(u, to_u64, l, > -1.0L, < 0x1p64L, "an unsigned long");

    /* ---- control ---- */
op_LABEL: (sp++)->i = ip->a; NEXT();
op_JUMP: GO(ip->a);
op_JUMP_IF:
    if ((--sp)->i)
        GO(ip->a);
    NEXT();
op_JUMP_UNLESS:
    if (!(--sp)->i)
        GO(ip->a);
    NEXT();
#define COMPARE_JUMP(op, sign) \
op_JUMP_##op##_I32: \
    sp -= 2; \
    if (sp[0].i sign sp[1].i) \
        GO(ip->a); \
    NEXT();
    COMPARE_JUMP(EQ, ==) COMPARE_JUMP(NE, !=) COMPARE_JUMP(LT, <) COMPARE_JUMP(LE, <=) COMPARE_JUMP(GT, >)
    COMPARE_JUMP(GE, >=)
op_JUMP_TABLE: {
    uint64_t target = (--sp)->u;
    const CRoutine *routine = &program->routines[vm->frames[vm->depth - 1].routine];
    if (target < routine->entry || target >= routine->end) {
        SAVE();
        c_fault(vm, 139, "The program jumps to something that is no label. The system stops it (segmentation fault).");
        return;
    }
    GO(target);
}
op_SWITCH: GO(find_case(&program->switches[ip->a], (--sp)->i));
op_STEP_LOCAL_I32: {
    int32_t before, after;
    unsigned char *memory = frame + ip->a;
    if (__builtin_expect(!c_all_set(memory + SHADOW_DISTANCE, sizeof before), 0)) {
        SAVE();
        c_mistake_unset(vm, ip->a);
        memset(memory + SHADOW_DISTANCE, SHADOW_SET, sizeof before);
    }
    memcpy(&before, memory, sizeof before);
    if (__builtin_expect(__builtin_add_overflow(before, (int32_t)ip->k, &after), 0)) {
        SAVE();
        c_mistake_overflow(vm, ip->k < 0 ? "-" : "+", before, ip->k < 0 ? -ip->k : ip->k, 32);
    }
    memcpy(memory, &after, sizeof after);
    if (ip->aux)
        (sp++)->i = ip->aux == 1 ? before : after;
    NEXT();
}

    /* ---- calls ---- */
op_CALL:
    SAVE();
    if (!c_call(vm, ip->a, (int32_t)ip->k, program->sites[ip->k].count + ip->aux, sp, vm->pc + 1))
        return;
    sp -= program->sites[ip->k].count + ip->aux;
    LOAD_FRAME();
    GO(program->routines[ip->a].entry);
op_CALL_INDIRECT: {
    const CSite *site = &program->sites[ip->k];
    int count = site->count + ip->aux;
    uint64_t address = sp[-1 - count].u;
    int32_t index = c_routine_at(vm, address);
    SAVE();
    if (index < 0) {
        c_fault(vm, 139, address ? "The program calls a function through a pointer that points to no function. The system "
                "stops the program (segmentation fault)." : "The program calls a function through a null pointer. The "
                "system stops the program (segmentation fault).");
        return;
    }
    const CRoutine *routine = &program->routines[index];
    if (routine->native >= 0) {
        CNative call = {vm, site, sp, routine->name};
        CCell result = {0};
        if (!c_native_function(routine->native)(&call, &result) || vm->ending)
            return;
        sp -= count + 1;
        *sp++ = result;
        vm->result = result.i;
        NEXT();
    }
    /* the function's address lies below the arguments: it goes with them */
    if (!c_call(vm, index, (int32_t)ip->k, count, sp, vm->pc + 1))
        return;
    vm->frames[vm->depth - 1].cells--;
    sp -= count + 1;
    LOAD_FRAME();
    GO(routine->entry);
}
op_CALL_NATIVE: {
    const CSite *site = &program->sites[ip->k];
    CNative call = {vm, site, sp, c_native_name(ip->a)};
    CCell result = {0};
    SAVE();
    if (!c_native_function(ip->a)(&call, &result) || vm->ending)
        return;
    sp -= site->count;
    *sp++ = result;
    vm->result = result.i;
    NEXT();
}
op_KEEP:
    vm->result = sp[-1].i;
    NEXT();
op_NOTHING_RETURNED:
    SAVE();
    c_mistake_nothing_returned(vm);
    (sp++)->i = vm->result;
    NEXT();
op_VLA: {
    SAVE();
    uint64_t address = c_take_stack(vm, sp[-1].u);
    if (!address)
        return;
    sp[-1].u = address;
    memcpy(frame + ip->a, &address, sizeof address);
    memset(frame + ip->a + SHADOW_DISTANCE, SHADOW_SET, sizeof address);
    NEXT();
}
op_SAVE_STACK:
    memcpy(frame + ip->a, &vm->sp, sizeof vm->sp);
    memset(frame + ip->a + SHADOW_DISTANCE, SHADOW_SET, sizeof vm->sp);
    NEXT();
op_RESTORE_STACK: {
    uint64_t address;
    memcpy(&address, frame + ip->a, sizeof address);
    c_give_stack(vm, address);
    NEXT();
}
op_VA_START:
    SAVE();
    if (!c_start_varargs(vm, (--sp)->u))
        return;
    NEXT();
op_VA_ARG:
    SAVE();
    if (!c_next_vararg(vm, program->types[ip->a], &sp[-1]))
        return;
    NEXT();
op_TELL:
    SAVE();
    if (ip->aux)
        vm->report_step = 0;   /* several may belong to the beginning of main */
    c_report(vm, "%s", program->texts[ip->k]);
    NEXT();
op_SETJMP:
    SAVE();
    sp -= ip->a;
    c_set_jump(vm, sp[ip->a - 1].u, (uint32_t)(sp - vm->cells));
    if (vm->ending)
        return;
    (sp++)->i = 0;
    NEXT();
op_LONGJMP: {
    uint32_t cells;
    int64_t value = sp[-2].i;
    SAVE();
    if (!c_long_jump(vm, sp[-1].u, &cells))
        return;
    sp = vm->cells + cells;
    (sp++)->i = value ? value : 1;
    LOAD_FRAME();
    GO(vm->pc);
}
}
