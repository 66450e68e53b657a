/* Where tracing reports a line.
 *
 * CPython compares, before each instruction, its line with that of the instruction executed before it in the same
 * frame, and reports when they differ or when the instruction was jumped back to. Which instructions can come before
 * is known here, so most instructions need no check at all: within a block the answer is fixed, and at the
 * start of a block it is fixed unless the ways there disagree; only then LINE_CHECK decides when the program runs.
 *
 * An instruction without a line counts as a line of its own: what follows it is reported. If that meets a LINE_CHECK,
 * a `LINE 0` goes before it, which only forgets the frame's line.
 */
#include "python/assemble.h"

typedef struct Arrivals { bool same, other; } Arrivals;

static bool is_backward(int op)
{
    return op < PSEUDO_FIRST && opcode_info((unsigned)op)->operand == OPERAND_BACKWARD;
}

static void arrive(Arrivals *arrivals, int from, int to)
{
    if (from == to)
        arrivals->same = true;
    else
        arrivals->other = true;
}

static void arrive_by_jump(Block *target, const Ins *jump, Arrivals *arrivals)
{
    const Ins *first = &target->ins[0];
    if (is_backward(jump->op) && first->op != OP_SEND)
        arrivals->other = true;
    else
        arrive(arrivals, jump->at.line, first->at.line);
}

static Arrivals *arrivals_of(Arrivals *all, const Block *block)
{
    return &all[block->offset];
}

static const Ins *falls_from(const Block *block)
{
    const Ins *last = block->count > 0 ? &block->ins[block->count - 1] : NULL;
    return last && !op_ends_block(last->op) ? last : NULL;
}

/* block->offset serves as the block's number here; it is overwritten when the code is laid out. */
static Arrivals *collect_arrivals(Compiler *c, Block *entry)
{
    int count = 0;
    for (Block *b = entry; b; b = b->next)
        b->offset = count++;
    Arrivals *all = region_alloc_array(&c->region, (size_t)count, sizeof(Arrivals));
    for (Block *b = entry; b; b = b->next) {
        const Ins *last = falls_from(b);
        if (last && b->next && b->next->count > 0)
            arrive(arrivals_of(all, b->next), last->at.line, b->next->ins[0].at.line);
        for (int i = 0; i < b->count; i++) {
            const Ins *ins = &b->ins[i];
            if (ins->target)
                arrive_by_jump(ins->target, ins, arrivals_of(all, ins->target));
            if (ins->handler && ins->handler->count > 0)
                arrive(arrivals_of(all, ins->handler), ins->at.line, ins->handler->ins[0].at.line);
        }
    }
    return all;
}

/* Does an instruction without a line lead to a block that checks? (A backward jump forgets the line by itself.) */
static bool leads_to_check(const Block *block, const Ins *ins, const Arrivals *all)
{
    if (is_backward(ins->op))
        return false;
    const Block *ways[2] = { ins->target, falls_from(block) == ins ? block->next : NULL };
    for (int i = 0; i < 2; i++)
        if (ways[i] && ways[i]->count > 0 && ways[i]->ins[0].at.line > 0 && all[ways[i]->offset].same
            && all[ways[i]->offset].other)
            return true;
    return false;
}

static int marker_for(const Ins *ins, const Ins *previous, Arrivals arrivals, bool *fresh)
{
    if (ins->at.line <= 0 || ins->op == OP_RESUME)
        return OP_NOP;
    if (*fresh) {
        *fresh = false;
        return OP_LINE;
    }
    if (previous)
        return previous->at.line == ins->at.line ? OP_NOP : OP_LINE;
    return !arrivals.other ? OP_NOP : arrivals.same ? OP_LINE_CHECK : OP_LINE;
}

/* Copies a block with its markers. `started`: RESUME has been seen; `fresh`: nothing with a line since. */
static void mark_block(Compiler *c, Block *block, const Arrivals *all, bool *started, bool *fresh)
{
    Block marked = { .count = 0 };
    const Ins *previous = NULL;
    for (int i = 0; i < block->count; i++) {
        const Ins *ins = &block->ins[i];
        int marker = *started ? marker_for(ins, previous, all[block->offset], fresh) : OP_NOP;
        bool forget = *started && ins->at.line <= 0 && leads_to_check(block, ins, all);
        if (marker != OP_NOP || forget) {
            Ins *added = block_add(c, &marked, forget ? OP_LINE : marker, forget ? 0 : ins->at.line, ins->at);
            added->handler = ins->handler;
        }
        Ins copy = *ins;
        *block_add(c, &marked, OP_NOP, 0, ins->at) = copy;
        if (!*started && ins->op == OP_RESUME)
            *started = *fresh = true;
        previous = ins;
    }
    block->ins = marked.ins;
    block->count = marked.count;
    block->capacity = marked.capacity;
}

void lines_mark(Compiler *c, Block *entry)
{
    Arrivals *all = collect_arrivals(c, entry);
    bool started = false, fresh = false;
    for (Block *b = entry; b; b = b->next)
        mark_block(c, b, all, &started, &fresh);
}
