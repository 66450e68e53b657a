/* The evaluation stack and the instruction that comes next, for views.
 *
 * A cell does not know its type. What lies on the stack before an instruction follows from the code alone: a walk from
 * the function's first instruction on keeps the types of the cells, as each instruction pops and pushes them. Code jumps
 * back only where the stack is what the walk has there, so that one pass is enough; a jump forward leaves its stack for
 * its target. */
#include "c/view.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "c/library/library.h"
#include "machine/memory.h"

enum { OPERAND_LENGTH = 200 };

/* Cells taken from the stack and put there; those of a call are its site's. */
typedef struct Effect { uint32_t pops, pushes; } Effect;

#define LEAVES_ONE(name) [OP_##name] = {0, 1},
#define TAKES_ONE(name) [OP_##name] = {1, 0},
#define MAKES_ONE(name) [OP_##name] = {1, 1},
#define JOINS_TWO(name) [OP_##name] = {2, 1},
#define TAKES_TWO(name) [OP_##name] = {2, 0},

static const Effect effects[OP_COUNT] = {
    LEAVES_ONE(CONST) LEAVES_ONE(CONST_F32) LEAVES_ONE(CONST_F64) LEAVES_ONE(CONST_F80) LEAVES_ONE(LOCAL)
    LEAVES_ONE(DUP) LEAVES_ONE(LABEL) LEAVES_ONE(NOTHING_RETURNED)
    C_FOR_MEMORY(LEAVES_ONE, LOAD_LOCAL) C_FOR_MEMORY(LEAVES_ONE, LOAD_GLOBAL)
    TAKES_ONE(POP) TAKES_ONE(RETURN) TAKES_ONE(JUMP_IF) TAKES_ONE(JUMP_UNLESS) TAKES_ONE(JUMP_TABLE)
    TAKES_ONE(SWITCH) TAKES_ONE(VA_START)
    C_FOR_MEMORY(TAKES_ONE, STORE_LOCAL) C_FOR_MEMORY(TAKES_ONE, STORE_GLOBAL)
    MAKES_ONE(MEMBER) MAKES_ONE(LOAD_BITS) MAKES_ONE(NOT) MAKES_ONE(NOT_U32) MAKES_ONE(IS_ZERO) MAKES_ONE(VLA)
    MAKES_ONE(VA_ARG)
    MAKES_ONE(TO_BOOL) MAKES_ONE(TO_BOOL_F32) MAKES_ONE(TO_BOOL_F64) MAKES_ONE(TO_BOOL_F80)
    MAKES_ONE(TO_I8) MAKES_ONE(TO_U8) MAKES_ONE(TO_I16) MAKES_ONE(TO_U16) MAKES_ONE(TO_I32) MAKES_ONE(TO_U32)
    MAKES_ONE(I64_TO_F32) MAKES_ONE(I64_TO_F64) MAKES_ONE(I64_TO_F80)
    MAKES_ONE(U64_TO_F32) MAKES_ONE(U64_TO_F64) MAKES_ONE(U64_TO_F80)
    MAKES_ONE(F32_TO_F64) MAKES_ONE(F32_TO_F80) MAKES_ONE(F64_TO_F32) MAKES_ONE(F64_TO_F80) MAKES_ONE(F80_TO_F32)
    MAKES_ONE(F80_TO_F64) MAKES_ONE(F32_TO_I32) MAKES_ONE(F64_TO_I32) MAKES_ONE(F80_TO_I32) MAKES_ONE(F32_TO_I64)
    MAKES_ONE(F64_TO_I64) MAKES_ONE(F80_TO_I64) MAKES_ONE(F32_TO_U64) MAKES_ONE(F64_TO_U64) MAKES_ONE(F80_TO_U64)
    C_FOR_MEMORY(MAKES_ONE, LOAD) C_FOR_ARITHMETIC(MAKES_ONE, NEGATE)
    JOINS_TWO(STORE_BITS) JOINS_TWO(COPY) JOINS_TWO(POINTER_ADD) JOINS_TWO(POINTER_DIFF) JOINS_TWO(AND) JOINS_TWO(OR)
    JOINS_TWO(XOR)
    C_FOR_ARITHMETIC(JOINS_TWO, ADD) C_FOR_ARITHMETIC(JOINS_TWO, SUB) C_FOR_ARITHMETIC(JOINS_TWO, MUL)
    C_FOR_ARITHMETIC(JOINS_TWO, DIV) C_FOR_INTEGER(JOINS_TWO, MOD) C_FOR_INTEGER(JOINS_TWO, SHL)
    C_FOR_INTEGER(JOINS_TWO, SHR)
    C_FOR_ARITHMETIC(JOINS_TWO, EQ) C_FOR_ARITHMETIC(JOINS_TWO, NE) C_FOR_ARITHMETIC(JOINS_TWO, LT)
    C_FOR_ARITHMETIC(JOINS_TWO, LE) C_FOR_ARITHMETIC(JOINS_TWO, GT) C_FOR_ARITHMETIC(JOINS_TWO, GE)
    C_FOR_MEMORY(TAKES_TWO, STORE) TAKES_TWO(LONGJMP)
    TAKES_TWO(JUMP_EQ_I32) TAKES_TWO(JUMP_NE_I32) TAKES_TWO(JUMP_LT_I32) TAKES_TWO(JUMP_LE_I32)
    TAKES_TWO(JUMP_GT_I32) TAKES_TWO(JUMP_GE_I32)
};

static bool within(unsigned op, unsigned first, unsigned count) { return op - first < count; }

static bool keeps_value(unsigned op)
{
    return within(op, OP_STORE_I8, MEMORY_TYPE_COUNT) || within(op, OP_STORE_LOCAL_I8, MEMORY_TYPE_COUNT)
        || within(op, OP_STORE_GLOBAL_I8, MEMORY_TYPE_COUNT);
}

static Effect effect_of(const CProgram *program, const CInstr *instr)
{
    Effect effect = effects[instr->op];
    if (keeps_value(instr->op) && instr->aux)
        effect.pushes = 1;
    switch (instr->op) {
    case OP_POINTER_ADD: effect.pops = instr->a ? 1 : 2; break;
    case OP_STEP_LOCAL_I32: effect.pushes = instr->aux != 0; break;
    case OP_CALL: effect = (Effect){(uint32_t)(program->sites[instr->k].count + instr->aux), 1}; break;
    case OP_CALL_INDIRECT: effect = (Effect){(uint32_t)(program->sites[instr->k].count + instr->aux + 1), 1}; break;
    case OP_CALL_NATIVE: effect = (Effect){(uint32_t)program->sites[instr->k].count, 1}; break;
    case OP_SETJMP: effect = (Effect){(uint32_t)instr->a, 1}; break;
    default: break;
    }
    return effect;
}

/* ---- the types of the cells ---- */

typedef struct Stack {
    const CMark **cells;       /* of the instruction that pushed each */
    uint32_t count;
} Stack;

static bool jumps_on(unsigned op)
{
    return op == OP_JUMP || op == OP_RETURN || op == OP_JUMP_TABLE || op == OP_SWITCH || op == OP_LONGJMP;
}

static void apply(Stack *stack, const CProgram *program, uint32_t pc, uint32_t room)
{
    const CInstr *instr = &program->code[pc];
    const CMark **cells = stack->cells;
    Effect effect = effect_of(program, instr);
    if (stack->count < effect.pops || stack->count + 1 >= room)
        return;
    const CMark *top = stack->count ? cells[stack->count - 1] : NULL, *pushed = &program->marks[pc];
    if (instr->op == OP_DUP || keeps_value(instr->op))
        pushed = top;
    if (instr->op == OP_SWAP && stack->count > 1) {
        cells[stack->count - 1] = cells[stack->count - 2];
        cells[stack->count - 2] = top;
    } else if (instr->op == OP_DUP_UNDER && stack->count > 1) {
        cells[stack->count] = top;
        cells[stack->count - 1] = cells[stack->count - 2];
        cells[stack->count - 2] = top;
        stack->count++;
    }
    stack->count -= effect.pops;
    if (effect.pushes)
        cells[stack->count++] = pushed;
}

/* The stacks at the targets of jumps forward; `depth` is UINT32_MAX where none was met. */
typedef struct Walk {
    const CProgram *program;
    const CRoutine *routine;
    uint32_t room;             /* cells of one stack */
    uint32_t *depths;          /* by instruction of the routine */
    const CMark **kept;
} Walk;

static void leave_for(const Walk *walk, const Stack *stack, uint32_t target)
{
    uint32_t at = target - walk->routine->entry;
    if (target < walk->routine->entry || target >= walk->routine->end || walk->depths[at] != UINT32_MAX)
        return;
    walk->depths[at] = stack->count;
    memcpy(walk->kept + (size_t)at * walk->room, stack->cells, stack->count * sizeof *stack->cells);
}

static void walk_to(const Walk *walk, Stack *stack, uint32_t pc)
{
    bool falls_in = true;
    for (uint32_t at = walk->routine->entry; at <= pc; at++) {
        uint32_t index = at - walk->routine->entry;
        if (!falls_in)
            stack->count = 0;
        if (!falls_in && walk->depths[index] != UINT32_MAX) {
            stack->count = walk->depths[index];
            memcpy(stack->cells, walk->kept + (size_t)index * walk->room, stack->count * sizeof *stack->cells);
        }
        if (at == pc)
            return;
        const CInstr *instr = &walk->program->code[at];
        apply(stack, walk->program, at, walk->room);
        if (instr->op >= OP_JUMP && instr->op <= OP_JUMP_GE_I32)
            leave_for(walk, stack, (uint32_t)instr->a);
        falls_in = !jumps_on(instr->op);
    }
}

/* What is on the stack before the instruction, lowest first. The viewer keeps the cells. */
static Stack stack_before(const CVm *vm, const CRoutine *routine, uint32_t pc)
{
    uint32_t length = routine->end - routine->entry, room = (uint32_t)routine->cells + 8;
    Walk walk = {.program = vm->program, .routine = routine, .room = room};
    Stack stack = {memory_resize(NULL, room * sizeof *stack.cells), 0};
    walk.depths = memory_resize(NULL, (length + 1) * sizeof *walk.depths);
    walk.kept = memory_resize(NULL, ((size_t)length + 1) * room * sizeof *walk.kept);
    memset(walk.depths, 0xff, (length + 1) * sizeof *walk.depths);
    walk_to(&walk, &stack, pc);
    free(walk.depths);
    free(walk.kept);
    return stack;
}

/* ---- what is in a cell ---- */

static bool compares(unsigned op)
{
    return within(op, OP_EQ_I32, 6 * ARITHMETIC_TYPE_COUNT) || within(op, OP_TO_BOOL, 4);
}

/* TY_FLOAT, TY_DOUBLE, TY_LDOUBLE, or TY_LONG for the rest: which part of a cell the instruction fills. */
static CTypeKind filled_part(unsigned op)
{
    const char *name = c_opcode_name((COpcode)op), *suffix = strrchr(name, '_');
    if (!suffix || compares(op))
        return TY_LONG;
    return !strcmp(suffix, "_F32") ? TY_FLOAT : !strcmp(suffix, "_F64") ? TY_DOUBLE
         : !strcmp(suffix, "_F80") ? TY_LDOUBLE : TY_LONG;
}

static bool is_call(unsigned op) { return op == OP_CALL || op == OP_CALL_INDIRECT || op == OP_CALL_NATIVE; }

/* Not c_type_pointer: that one is kept by the type pointed to, and a view's types go with the view. */
static const CType *pointer_to(Viewer *v, const CType *type)
{
    CType *pointer = C_NEW(&v->pool, CType);
    *pointer = (CType){.kind = TY_POINTER, .size = 8, .align = 8, .base = (CType *)type, .is_complete = true};
    return pointer;
}

/* The type of the cell that an instruction left. The mark's is that of the whole expression; steps on the way to it may
 * leave something else. */
static const CType *cell_type(Viewer *v, const CMark *mark)
{
    const CProgram *program = v->vm->program;
    unsigned op = program->code[mark - program->marks].op;
    const CType *type = mark->yields;
    CTypeKind part = filled_part(op);
    if (!type)
        return c_type_basic(part);
    if (mark->is_address || c_type_is_record(type) || c_type_is_array(type) || type->kind == TY_FUNCTION)
        return pointer_to(v, type);
    if (type->kind == TY_VOID)
        return c_type_basic(TY_INT);
    bool is_float = c_type_is_floating(type);
    if (!is_call(op) && (is_float ? type->kind != part : part != TY_LONG))
        return c_type_basic(part);
    return type;
}

static bool is_shown(const CVm *vm, uint32_t frame)
{
    return !vm->frames[frame].is_returning && !vm->program->routines[vm->frames[frame].routine].is_library;
}

void c_view_add_temporaries(Viewer *v, uint32_t frame, uint32_t pc)
{
    const CVm *vm = v->vm;
    bool is_last = frame + 1 == vm->depth;
    const CFrame *at = &vm->frames[frame];
    uint32_t first = at->cells, end = is_last ? vm->cell_count : vm->frames[frame + 1].cells;
    if (!v->options->evaluation_stack || !is_shown(vm, frame) || end <= first)
        return;
    if (!v->walked || v->walked_pc != pc) {
        free(v->walked);
        Stack found = stack_before(vm, &vm->program->routines[at->routine], pc);
        v->walked = found.cells;
        v->walked_count = found.count;
        v->walked_pc = pc;
    }
    Stack stack = {v->walked, v->walked_count};
    if (!is_last)              /* its call has taken the arguments */
        stack.count -= effect_of(vm->program, &vm->program->code[pc]).pops;
#ifdef REFARROWS_HOSTILE
    assert(stack.count == end - first);
#endif
    for (uint32_t i = 0; i < end - first && i < stack.count; i++)
        c_view_add_value(v, ROLE_STACK, "", cell_type(v, stack.cells[i]), &vm->cells[first + i]);
}

/* ---- the next instruction ---- */

static void put_local(const CRoutine *routine, int32_t offset, char *out, size_t size)
{
    char part[100];
    for (int32_t i = 0; i < routine->variable_count; i++) {
        const CVariable *variable = routine->variables[i];
        if (!variable->name || offset < variable->offset || offset >= variable->offset + variable->type->size)
            continue;
        c_describe_part(variable->type, offset - variable->offset, part, sizeof part);
        snprintf(out, size, "%s%s", variable->name, part);
        return;
    }
}

static void put_global(const CVm *vm, uint64_t address, char *out, size_t size)
{
    CObject object = c_object_at(vm, address);
    if (object.variable && object.variable->name)
        c_view_put_pointer(vm, out, size, address, &object);
    if (*out == '&')
        memmove(out, out + 1, strlen(out));
}

static void put_constant(Viewer *v, uint32_t pc, char *out, size_t size)
{
    const CProgram *program = v->vm->program;
    const CInstr *instr = &program->code[pc];
    const CType *type = cell_type(v, &program->marks[pc]);
    CObject object = {0};
    float f;
    double d;
    memcpy(&f, &instr->k, sizeof f);
    memcpy(&d, &instr->k, sizeof d);
    if (instr->op == OP_CONST_F80)
        c_view_put_floating(out, size, program->floatings[instr->a], 21);
    else if (instr->op != OP_CONST)
        c_view_put_floating(out, size, instr->op == OP_CONST_F32 ? (double)f : d, instr->op == OP_CONST_F32 ? 9 : 17);
    else if (!c_type_is_pointer(type))
        c_view_put_integer(out, size, type, instr->k);
    else {
        object = c_object_at(v->vm, (uint64_t)instr->k);
        c_view_put_pointer(v->vm, out, size, (uint64_t)instr->k, &object);
    }
}

static bool names_local(unsigned op)
{
    return within(op, OP_LOAD_LOCAL_I8, MEMORY_TYPE_COUNT) || within(op, OP_STORE_LOCAL_I8, MEMORY_TYPE_COUNT)
        || op == OP_LOCAL || op == OP_ZERO || op == OP_BYTES || op == OP_UNSET || op == OP_GONE
        || op == OP_STEP_LOCAL_I32;
}

static bool names_global(unsigned op)
{
    return within(op, OP_LOAD_GLOBAL_I8, MEMORY_TYPE_COUNT) || within(op, OP_STORE_GLOBAL_I8, MEMORY_TYPE_COUNT);
}

static void put_operand(Viewer *v, const CRoutine *routine, uint32_t pc, char *out, size_t size)
{
    const CProgram *program = v->vm->program;
    const CInstr *instr = &program->code[pc];
    *out = 0;
    if (names_local(instr->op))
        put_local(routine, instr->a, out, size);
    else if (names_global(instr->op))
        put_global(v->vm, (uint64_t)instr->k, out, size);
    else if (within(instr->op, OP_CONST, 4))
        put_constant(v, pc, out, size);
    else if (instr->op == OP_CALL)
        snprintf(out, size, "%s", program->routines[instr->a].name);
    else if (instr->op == OP_CALL_NATIVE)
        snprintf(out, size, "%s", c_native_name(instr->a));
    else if (instr->op >= OP_JUMP && instr->op <= OP_JUMP_GE_I32 && (uint32_t)instr->a < program->code_count)
        snprintf(out, size, "to line %d", program->places[instr->a].line);
    else if (instr->op == OP_CHECK)
        snprintf(out, size, "0 to %" PRId64, instr->aux ? instr->k : instr->k - 1);
    else if (instr->op == OP_MEMBER || instr->op == OP_POINTER_ADD || instr->op == OP_COPY)
        snprintf(out, size, "%" PRId64 " bytes", instr->k);
}

static bool only_marks(unsigned op) { return op == OP_LINE || op == OP_ENTER || op == OP_POLL; }

void c_view_add_instruction(Viewer *v)
{
    char operand[OPERAND_LENGTH];
    const CVm *vm = v->vm;
    const CProgram *program = vm->program;
    bool leaves = vm->instruction == 0 && vm->event != STEP_LINE && vm->event != STEP_CALL;
    if (!v->options->evaluation_stack || !vm->depth || vm->finished || leaves || !is_shown(vm, vm->depth - 1))
        return;
    const CRoutine *routine = &program->routines[vm->frames[vm->depth - 1].routine];
    uint32_t pc = vm->pc;
    while (pc < routine->end && only_marks(program->code[pc].op))
        pc++;                  /* they are no stop of their own */
    if (pc < routine->entry || pc >= routine->end)
        return;
    ViewInstruction *next = &v->view->next;
    next->name = view_add_string(v->view, c_opcode_name((COpcode)program->code[pc].op));
    put_operand(v, routine, pc, operand, sizeof operand);
    next->operand = view_add_string(v->view, operand);
    const CSpan *span = &program->marks[pc].span;
    if (span->file != program->file)
        return;
    next->line = span->line;
    next->end_line = span->end_line;
    next->column = span->column - 1;
    next->end_column = span->end_column - 1;
}
