/* Peephole optimisation of one block: tests of constants, tuples of constants, jumps to jumps, needless SWAPs.
 */
#include "python/flowgraph.h"

#include "python/objects/containers.h"

static int op_at(const Block *block, int index)
{
    return index < block->count ? block->ins[index].op : OP_NOP;
}

static void make_nop(Ins *ins)
{
    ins->op = OP_NOP;
    ins->arg = 0;
    ins->target = NULL;
}

/* ---- constants ---- */

static bool truth_of(Compiler *c, Object *constant)
{
    int truth = object_truth(c->vm, constant);
    if (truth < 0)
        compile_leave(c);
    return truth;
}

/* LOAD_CONST c, jump if: decided now. The value stays for a jump that keeps it. */
static void decide_jump(Compiler *c, Block *block, int index, Object *constant, bool jumps_if_true, bool keeps_value)
{
    Ins *jump = &block->ins[index + 1];
    bool jumps = truth_of(c, constant) == jumps_if_true;
    if (!jumps || !keeps_value)
        make_nop(&block->ins[index]);
    if (jumps) {
        jump->op = OP_JUMP;
        block->no_fallthrough = true;
    } else {
        make_nop(jump);
    }
}

/* x is None, then a jump: one instruction. */
static void test_none(Compiler *c, Block *block, int index, Object *constant)
{
    int jump_op = op_at(block, index + 2);
    if (constant != none(c->vm) || (jump_op != OP_POP_JUMP_IF_FALSE && jump_op != OP_POP_JUMP_IF_TRUE))
        return;
    bool negated = block->ins[index + 1].arg != 0;
    bool if_none = negated == (jump_op == OP_POP_JUMP_IF_FALSE);
    make_nop(&block->ins[index]);
    make_nop(&block->ins[index + 1]);
    block->ins[index + 2].op = if_none ? OP_POP_JUMP_IF_NONE : OP_POP_JUMP_IF_NOT_NONE;
}

static void after_constant(Compiler *c, Block *block, int index, const ConstantList *constants)
{
    Object *constant = constants->items[block->ins[index].arg];
    int next = op_at(block, index + 1);
    if (next == OP_POP_JUMP_IF_FALSE || next == OP_POP_JUMP_IF_TRUE)
        decide_jump(c, block, index, constant, next == OP_POP_JUMP_IF_TRUE, false);
    else if (next == OP_JUMP_IF_FALSE_OR_POP || next == OP_JUMP_IF_TRUE_OR_POP)
        decide_jump(c, block, index, constant, next == OP_JUMP_IF_TRUE_OR_POP, true);
    else if (next == OP_IS_OP)
        test_none(c, block, index, constant);
}

/* LOAD_CONST ... LOAD_CONST, BUILD_TUPLE n: one constant. */
static void fold_tuple_of_constants(Compiler *c, Block *block, int index, ConstantList *constants)
{
    int count = block->ins[index].arg;
    Ins *first = &block->ins[index - count];
    Object **items = region_alloc_array(&c->region, (size_t)count, sizeof(Object *));
    for (int i = 0; i < count; i++) {
        if (first[i].op != OP_LOAD_CONST)
            return;
        items[i] = constants->items[first[i].arg];
    }
    Object *tuple = constant_merge(c, keep(c, tuple_from(c->vm, items, count)));
    int place = 0;
    while (place < constants->count && constants->items[place] != tuple)
        place++;
    if (place == constants->count)
        constant_list_add(c, constants, tuple);
    for (int i = 0; i < count; i++)
        make_nop(&first[i]);
    first[count].op = OP_LOAD_CONST;
    first[count].arg = place;
}

/* a, b = b, a needs no tuple. True when the pair of instructions is dealt with. */
static bool build_then_unpack(Block *block, int index)
{
    Ins *build = &block->ins[index];
    if (op_at(block, index + 1) != OP_UNPACK_SEQUENCE || build[1].arg != build->arg || build->arg < 1 || build->arg > 3)
        return false;
    if (build->arg == 1)
        make_nop(&build[1]);
    else
        build[1].op = OP_SWAP;
    make_nop(build);
    return true;
}

/* ---- jumps ---- */

/* Past a jump to a jump. False if that changes nothing or hides a line. */
static bool thread_jump(Ins *ins, const Ins *target, int op)
{
    if (ins->at.line != target->at.line || ins->target == target->target)
        return false;
    ins->target = target->target;
    ins->op = op;
    return true;
}

/* x and y or z: where the first test already decides the second one. */
static bool thread_or_pop(Ins *ins, const Ins *target)
{
    bool if_false = ins->op == OP_JUMP_IF_FALSE_OR_POP;
    int same_pop = if_false ? OP_POP_JUMP_IF_FALSE : OP_POP_JUMP_IF_TRUE;
    int other = if_false ? OP_JUMP_IF_TRUE_OR_POP : OP_JUMP_IF_FALSE_OR_POP;
    int other_pop = if_false ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE;
    if (target->op == same_pop)
        return thread_jump(ins, target, same_pop);
    if (target->op == OP_JUMP || target->op == ins->op)
        return thread_jump(ins, target, ins->op);
    if ((target->op == other || target->op == other_pop) && ins->at.line == target->at.line) {
        ins->op = same_pop;
        ins->target = ins->target->next;
        return true;
    }
    return false;
}

/* True: look at the changed instruction once more. */
static bool optimize_jump(Ins *ins)
{
    while (ins->target->count == 0 && ins->target->next)
        ins->target = ins->target->next;
    if (ins->target->count == 0)
        return false;
    const Ins *target = &ins->target->ins[0];
    switch (ins->op) {
    case OP_JUMP_IF_FALSE_OR_POP: case OP_JUMP_IF_TRUE_OR_POP:
        return thread_or_pop(ins, target);
    case OP_POP_JUMP_IF_NONE: case OP_POP_JUMP_IF_NOT_NONE: case OP_POP_JUMP_IF_FALSE: case OP_POP_JUMP_IF_TRUE:
    case OP_JUMP:
        return target->op == OP_JUMP && thread_jump(ins, target, ins->op);
    default:
        return false;
    }
}

/* ---- SWAPs ---- */

/* Writes SWAPs from the end of a run backwards, cycle by cycle, so that the run permutes the stack as before with the
 * least number of them. order[i]: which value the old run left at depth i; -1: done. */
static int write_cycles(Ins *run, int end, int *order, int depth)
{
    for (int i = 0; i < depth; i++) {
        if (order[i] < 0 || order[i] == i)
            continue;
        for (int j = i;;) {
            if (j > 0) {
                run[end].op = OP_SWAP;
                run[end--].arg = j + 1;
            }
            if (order[j] < 0)
                break;
            int next = order[j];
            order[j] = -1;
            j = next;
        }
    }
    return end;
}

/* Makes a run of SWAPs and NOPs as short as it can be. Returns the index of its last instruction. */
static int shorten_swaps(Compiler *c, Block *block, int index)
{
    Ins *run = &block->ins[index];
    int length = 1, depth = run->arg;
    bool several = false;
    for (; index + length < block->count; length++) {
        if (run[length].op == OP_SWAP) {
            depth = run[length].arg > depth ? run[length].arg : depth;
            several = true;
        } else if (run[length].op != OP_NOP) {
            break;
        }
    }
    if (!several)
        return index;
    int *order = region_alloc_array(&c->region, (size_t)depth, sizeof(int));
    for (int i = 0; i < depth; i++)
        order[i] = i;
    for (int i = 0; i < length; i++)
        if (run[i].op == OP_SWAP) {
            int top = order[0];
            order[0] = order[run[i].arg - 1];
            order[run[i].arg - 1] = top;
        }
    for (int end = write_cycles(run, length - 1, order, depth); end >= 0; end--)
        make_nop(&run[end]);
    return index + length - 1;
}

static bool is_swappable(int op)
{
    return op == OP_STORE_FAST || op == OP_POP_TOP;
}

/* The next STORE_FAST or POP_TOP after `index`, on that line unless it is negative; -1: none before anything else. */
static int next_swappable(const Block *block, int index, int line)
{
    while (++index < block->count) {
        const Ins *ins = &block->ins[index];
        if (line >= 0 && ins->at.line != line)
            return -1;
        if (ins->op != OP_NOP)
            return is_swappable(ins->op) ? index : -1;
    }
    return -1;
}

static int stored_local(const Ins *ins)
{
    return ins->op == OP_STORE_FAST ? ins->arg : -1;
}

/* The order of two stores may change unless they, or one between them, store to the same local. */
static bool may_exchange(const Block *block, int first, int second)
{
    int a = stored_local(&block->ins[first]), b = stored_local(&block->ins[second]);
    if (a < 0 && b < 0)
        return true;
    if (a == b)
        return false;
    for (int i = first + 1; i < second; i++) {
        int between = stored_local(&block->ins[i]);
        if (between >= 0 && (between == a || between == b))
            return false;
    }
    return true;
}

/* SWAP 2, STORE_FAST a, STORE_FAST b --> STORE_FAST b, STORE_FAST a */
static void exchange_stores(Block *block, int index)
{
    for (; index >= 0; index--) {
        Ins *swap = &block->ins[index];
        if (swap->op == OP_NOP || is_swappable(swap->op))
            continue;
        if (swap->op != OP_SWAP)
            return;
        int first = next_swappable(block, index, -1), second = first;
        if (first < 0)
            return;
        int line = block->ins[first].at.line;
        for (int count = swap->arg - 1; count > 0; count--) {
            second = next_swappable(block, second, line);
            if (second < 0)
                return;
        }
        if (!may_exchange(block, first, second))
            return;
        make_nop(swap);
        Ins moved = block->ins[first];
        block->ins[first] = block->ins[second];
        block->ins[second] = moved;
    }
}

/* ---- the block ---- */

static int optimize_swap(Compiler *c, Block *block, int index)
{
    if (block->ins[index].arg == 1) {
        make_nop(&block->ins[index]);
        return index;
    }
    index = shorten_swaps(c, block, index);
    exchange_stores(block, index);
    return index;
}

/* PUSH_NULL, LOAD_GLOBAL: the load pushes the NULL itself. */
static void join_null_and_global(Block *block, int index)
{
    if (op_at(block, index + 1) == OP_LOAD_GLOBAL && (block->ins[index + 1].arg & 1) == 0) {
        make_nop(&block->ins[index]);
        block->ins[index + 1].arg |= 1;
    }
}

void peephole_block(Compiler *c, Block *block, ConstantList *constants)
{
    for (int i = 0; i < block->count; i++) {
        Ins *ins = &block->ins[i];
        if (op_is_jump(ins->op) || op_is_setup(ins->op)) {
            i -= optimize_jump(ins);
        } else if (ins->op == OP_LOAD_CONST) {
            after_constant(c, block, i, constants);
        } else if (ins->op == OP_BUILD_TUPLE) {
            if (!build_then_unpack(block, i) && i >= ins->arg)
                fold_tuple_of_constants(c, block, i, constants);
        } else if (ins->op == OP_SWAP) {
            i = optimize_swap(c, block, i);
        } else if (ins->op == OP_PUSH_NULL) {
            join_null_and_global(block, i);
        }
    }
}
