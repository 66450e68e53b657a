/* From the blocks as they were emitted to the blocks as they stay.
 *
 * Lines matter throughout: an instruction may only vanish if no line event vanishes with it, and an exit that stands on
 * no line of the program is copied for each way that leads to it, so that each copy can take the line it comes from.
 */
#include "python/flowgraph.h"

#include <string.h>

enum { EXIT_COPY_MAX = 4 };    /* an exit of at most that many instructions is copied in place of a jump to it */

Block *flow_entry(const Compiler *c)
{
    Block *block = c->unit->newest;
    while (block->older)
        block = block->older;
    return block;
}

static Ins *last_of(const Block *block)
{
    return block->count > 0 ? &block->ins[block->count - 1] : NULL;
}

static bool ends_with_jump(const Block *block)
{
    return block->count > 0 && op_is_jump(last_of(block)->op);
}

static Block *skip_empty(Block *block)
{
    while (block->count == 0 && block->next)
        block = block->next;
    return block;
}

/* ---- preparation ---- */

static void note_exits(Block *block)
{
    for (int i = 0; i < block->count; i++) {
        Ins *ins = &block->ins[i];
        if (op_ends_block(ins->op))
            block->no_fallthrough = true;
        if (ins->op == OP_RETURN_VALUE || ins->op == OP_RAISE_VARARGS || ins->op == OP_RERAISE)
            block->exits = true;
        if (op_is_jump(ins->op))
            ins->target = skip_empty(ins->target);
    }
}

static bool has_line(const Block *block)
{
    for (int i = 0; i < block->count; i++)
        if (block->ins[i].at.line > 0)
            return true;
    return false;
}

/* A jump to a short exit without lines (return None) becomes the exit itself. */
static void extend_block(Compiler *c, Block *block)
{
    Ins *last = last_of(block);
    if (!last || last->op != OP_JUMP)
        return;
    Block *exit = last->target;
    if (!exit->exits || exit->count > EXIT_COPY_MAX || has_line(exit))
        return;
    last->op = OP_NOP;
    for (int i = 0; i < exit->count; i++) {
        Ins copy = exit->ins[i];
        *block_add(c, block, copy.op, copy.arg, copy.at) = copy;
    }
    block->exits = true;
}

void flow_prepare(Compiler *c)
{
    for (Block *b = c->unit->newest; b; b = b->older)
        note_exits(b);
    for (Block *b = c->unit->newest; b; b = b->older)
        extend_block(c, b);
}

/* ---- cleaning ---- */

/* A NOP may go if it has no line, or if a neighbour is on the same line. */
static bool nop_is_needed(Block *block, int index, int previous_line)
{
    int line = block->ins[index].at.line;
    if (line < 0 || line == previous_line)
        return false;
    if (index + 1 < block->count) {
        Ins *next = &block->ins[index + 1];
        if (next->at.line == line)
            return false;
        if (next->at.line < 0) {
            next->at = block->ins[index].at;
            return false;
        }
        return true;
    }
    const Block *next = block->next ? skip_empty(block->next) : NULL;
    return !next || next->count == 0 || next->ins[0].at.line != line;
}

static void clean_block(Block *block)
{
    int kept = 0, previous_line = -1;
    for (int i = 0; i < block->count; i++) {
        if (block->ins[i].op == OP_NOP && !nop_is_needed(block, i, previous_line))
            continue;
        previous_line = block->ins[i].at.line;
        block->ins[kept++] = block->ins[i];
    }
    block->count = kept;
}

static void drop_empty_blocks(Block *entry)
{
    for (Block *b = entry; b; b = b->next)
        if (b->next)
            b->next = skip_empty(b->next);
    for (Block *b = entry; b; b = b->next)
        if (ends_with_jump(b))
            last_of(b)->target = skip_empty(last_of(b)->target);
}

static bool remove_redundant_jumps(Block *entry)
{
    bool removed = false;
    for (Block *b = entry; b; b = b->next) {
        Ins *last = last_of(b);
        if (last && (last->op == OP_JUMP || last->op == OP_JUMP_NO_INTERRUPT) && last->target == b->next) {
            b->no_fallthrough = false;
            last->op = OP_NOP;
            removed = true;
        }
    }
    if (removed)
        drop_empty_blocks(entry);
    return removed;
}

/* ---- reachability ---- */

static int count_blocks(const Compiler *c)
{
    int count = 0;
    for (const Block *b = c->unit->newest; b; b = b->older)
        count++;
    return count;
}

static void reach(Block *block, Block ***top)
{
    if (block->predecessors++ == 0)
        *(*top)++ = block;
}

static void count_predecessors(Compiler *c, Block *entry)
{
    Block **stack = region_alloc_array(&c->region, (size_t)count_blocks(c) + 1, sizeof(Block *)), **top = stack;
    reach(entry, &top);
    while (top > stack) {
        Block *block = *--top;
        if (block->next && !block->no_fallthrough)
            reach(block->next, &top);
        for (int i = 0; i < block->count; i++)
            if (op_is_jump(block->ins[i].op) || op_is_setup(block->ins[i].op))
                reach(block->ins[i].target, &top);
    }
}

static void drop_unreachable(Block *entry)
{
    for (Block *b = entry; b; b = b->next)
        if (b->predecessors == 0) {
            b->count = 0;
            b->no_fallthrough = false;
        }
}

/* ---- lines of exits ---- */

static bool is_exit_without_line(const Block *block)
{
    if (!block->exits)
        return false;
    for (int i = 0; i < block->count; i++)
        if (block->ins[i].at.line >= 0)
            return false;
    return true;
}

static Block *copy_block(Compiler *c, const Block *block)
{
    Block *copy = block_new(c);
    for (int i = 0; i < block->count; i++)
        *block_add(c, copy, OP_NOP, 0, block->ins[i].at) = block->ins[i];
    copy->exits = block->exits;
    copy->no_fallthrough = true;
    return copy;
}

static void copy_exit_for_jump(Compiler *c, Block *block)
{
    Ins *jump = last_of(block);
    Block *target = jump->target;
    if (!is_exit_without_line(target) || target->predecessors <= 1)
        return;
    Block *copy = copy_block(c, target);
    copy->ins[0].at = jump->at;
    jump->target = copy;
    target->predecessors--;
    copy->predecessors = 1;
    copy->next = target->next;
    target->next = copy;
}

static void duplicate_exits(Compiler *c)
{
    for (Block *b = c->unit->newest; b; b = b->older)
        if (ends_with_jump(b))
            copy_exit_for_jump(c, b);
    for (Block *b = c->unit->newest; b; b = b->older)
        while (b->next && b->next->count == 0)
            b->next = b->next->next;
    for (Block *b = c->unit->newest; b; b = b->older)
        if (!b->no_fallthrough && b->next && b->count > 0 && is_exit_without_line(b->next))
            b->next->ins[0].at = last_of(b)->at;
}

static void inherit_line(Block *block, Location from)
{
    if (block->predecessors == 1 && block->count > 0 && block->ins[0].at.line < 0)
        block->ins[0].at = from;
}

/* What has no line takes that of the instruction before, if there is only one way to come from. */
static void propagate_lines(Block *entry)
{
    for (Block *b = entry; b; b = b->next) {
        if (b->count == 0)
            continue;
        Location previous = { -1, -1, -1, -1 };
        for (int i = 0; i < b->count; i++) {
            if (b->ins[i].at.line < 0)
                b->ins[i].at = previous;
            else
                previous = b->ins[i].at;
        }
        if (!b->no_fallthrough && b->next)
            inherit_line(b->next, previous);
        if (ends_with_jump(b))
            inherit_line(last_of(b)->target, previous);
    }
}

/* Every return needs some line, since a frame reports the one it ended on. */
static void guarantee_lines_of_exits(Block *entry, int first_line)
{
    int line = first_line;
    for (Block *b = entry; b; b = b->next) {
        Ins *last = last_of(b);
        if (!last)
            continue;
        if (last->at.line >= 0)
            line = last->at.line;
        else if (last->op == OP_RETURN_VALUE)
            for (int i = 0; i < b->count; i++)
                b->ins[i].at.line = b->ins[i].at.end_line = line;
    }
}

/* ---- optimise ---- */

void constant_list_add(Compiler *c, ConstantList *list, Object *object)
{
    if (list->count == list->capacity) {
        int capacity = list->capacity ? list->capacity * 2 : 16;
        list->items = region_grow(&c->region, list->items, (size_t)list->capacity * sizeof(Object *),
                                  (size_t)capacity * sizeof(Object *));
        list->capacity = capacity;
    }
    list->items[list->count++] = object;
}

/* The first constant may be a docstring: it stays in any case. */
static void trim_constants(Block *entry, ConstantList *constants)
{
    int largest = 0;
    for (Block *b = entry; b; b = b->next)
        for (int i = 0; i < b->count; i++)
            if ((b->ins[i].op == OP_LOAD_CONST || b->ins[i].op == OP_KW_NAMES) && b->ins[i].arg > largest)
                largest = b->ins[i].arg;
    if (constants->count > largest + 1)
        constants->count = largest + 1;
}

void flow_optimize(Compiler *c, ConstantList *constants)
{
    Block *entry = flow_entry(c);
    for (Block *b = entry; b; b = b->next) {
        peephole_block(c, b, constants);
        clean_block(b);
    }
    for (Block *b = c->unit->newest; b; b = b->older)
        extend_block(c, b);
    count_predecessors(c, entry);
    drop_unreachable(entry);
    drop_empty_blocks(entry);
    for (Block *b = entry; b; b = b->next)
        clean_block(b);
    remove_redundant_jumps(entry);
    duplicate_exits(c);
    trim_constants(entry, constants);
    propagate_lines(entry);
    guarantee_lines_of_exits(entry, c->unit->first_line);
}

/* ---- finishing ---- */

static int directed_jump(int op, bool backward)
{
    switch (op) {
    case OP_JUMP: return backward ? OP_JUMP_BACKWARD : OP_JUMP_FORWARD;
    case OP_JUMP_NO_INTERRUPT: return backward ? OP_JUMP_BACKWARD_NO_INTERRUPT : OP_JUMP_FORWARD;
    case OP_POP_JUMP_IF_FALSE: return backward ? OP_POP_JUMP_BACKWARD_IF_FALSE : OP_POP_JUMP_FORWARD_IF_FALSE;
    case OP_POP_JUMP_IF_TRUE: return backward ? OP_POP_JUMP_BACKWARD_IF_TRUE : OP_POP_JUMP_FORWARD_IF_TRUE;
    case OP_POP_JUMP_IF_NONE: return backward ? OP_POP_JUMP_BACKWARD_IF_NONE : OP_POP_JUMP_FORWARD_IF_NONE;
    case OP_POP_JUMP_IF_NOT_NONE:
        return backward ? OP_POP_JUMP_BACKWARD_IF_NOT_NONE : OP_POP_JUMP_FORWARD_IF_NOT_NONE;
    default: return op;
    }
}

static void direct_jumps(Block *entry)
{
    for (Block *b = entry; b; b = b->next)
        b->visited = false;
    for (Block *b = entry; b; b = b->next) {
        b->visited = true;
        if (ends_with_jump(b))
            last_of(b)->op = directed_jump(last_of(b)->op, last_of(b)->target->visited);
    }
}

static void drop_block_markers(Block *entry)
{
    for (Block *b = entry; b; b = b->next)
        for (int i = 0; i < b->count; i++)
            if (op_is_setup(b->ins[i].op) || b->ins[i].op == OP_POP_BLOCK)
                b->ins[i] = (Ins){ OP_NOP, 0, NULL, b->ins[i].handler, b->ins[i].at };
}

void flow_finish(Compiler *c)
{
    Block *entry = flow_entry(c);
    drop_block_markers(entry);
    for (Block *b = entry; b; b = b->next)
        clean_block(b);
    drop_empty_blocks(entry);
    direct_jumps(entry);
}
