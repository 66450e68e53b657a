#include "python/stack_use.h"

#include "python/opcode.h"

enum {
    LOOKAHEAD = 20000,         /* instructions read before giving up: an endless loop has no end to find */
    LOOPS = 64                 /* loops remembered as gone round */
};

typedef struct Reader {
    const Code *code;
    uint32_t at;
    int above;
    uint32_t rounds[LOOPS];    /* FOR_ITERs passed */
    uint32_t round_count;
} Reader;

/* How many values the instruction takes. Those that vary push one, but for two that push nothing or take one. */
static int pops_of(unsigned op, uint32_t argument)
{
    const OpcodeInfo *info = opcode_info(op);
    if (info->pops != VARIES)
        return info->pops;
    int effect = opcode_stack_effect(op, argument, false);
    return op == OP_RAISE_VARARGS ? -effect : 1 - effect;
}

/* Does it go on with the value on top without taking it? */
static bool keeps_top(unsigned op) { return op == OP_FOR_ITER || op == OP_WITH_EXCEPT_START; }

static bool was_round(Reader *reader)
{
    for (uint32_t i = 0; i < reader->round_count; i++)
        if (reader->rounds[i] == reader->at)
            return true;
    if (reader->round_count < LOOPS)
        reader->rounds[reader->round_count++] = reader->at;
    return false;
}

static void swap(Reader *reader, uint32_t depth)
{
    if (reader->above == 0)
        reader->above = (int)depth - 1;
    else if (reader->above == (int)depth - 1)
        reader->above = 0;
}

/* Goes behind the instruction. False where the way ends. */
static bool pass(Reader *reader, unsigned op, uint32_t argument)
{
    bool leaves_loop = op == OP_FOR_ITER && was_round(reader);
    if (op == OP_SWAP)
        swap(reader, argument);
    reader->above += opcode_stack_effect(op, argument, leaves_loop);
    reader->at++;
    if (op == OP_JUMP_FORWARD || leaves_loop)
        reader->at += argument;
    else if (op == OP_JUMP_BACKWARD || op == OP_JUMP_BACKWARD_NO_INTERRUPT)
        reader->at -= argument;
    else
        return !opcode_ends_block(op);
    return true;
}

bool stack_use_find(const Code *code, uint32_t start, uint32_t above, StackUse *use)
{
    Reader reader = {.code = code, .at = start, .above = (int)above};
    for (int i = 0; i < LOOKAHEAD && reader.at < code->instr_count; i++) {
        const Instr *instr = &code->instrs[reader.at];
        unsigned op = instr->op;
        if (reader.above < pops_of(op, instr->arg) || (reader.above == 0 && keeps_top(op))) {
            *use = (StackUse){(uint8_t)op, (uint32_t)reader.above, reader.at};
            return true;
        }
        if (!pass(&reader, op, instr->arg))
            return false;
    }
    return false;
}
