/* The opcode table as data, and the effects on the stack that depend on an argument. */
#include "python/opcode.h"

static const OpcodeInfo opcode_table[OPCODE_COUNT] = {
#define X(name, operand, pops, pushes, caches, sentence) \
    [OP_##name] = { #name, OPERAND_##operand, pops, pushes, caches, sentence },
    OPCODES(X)
#undef X
};

_Static_assert(OPCODE_COUNT <= 256, "an opcode is one byte");

const OpcodeInfo *opcode_info(unsigned op)
{
    return &opcode_table[op];
}

bool opcode_has_cache(unsigned op)
{
    return opcode_table[op].cache_units > 0 || op == OP_LOAD_NAME || op == OP_STORE_NAME || op == OP_STORE_GLOBAL;
}

bool opcode_ends_block(unsigned op)
{
    switch ((Opcode)op) {
    case OP_RETURN_VALUE: case OP_RAISE_VARARGS: case OP_RERAISE: case OP_JUMP_FORWARD: case OP_JUMP_BACKWARD:
    case OP_JUMP_BACKWARD_NO_INTERRUPT:
        return true;
    default:
        return false;
    }
}

static int count_bits(uint32_t bits)
{
    return __builtin_popcount(bits);
}

/* The rows that say VARIES. */
static int varying_effect(Opcode op, int argument)
{
    switch (op) {
    case OP_LOAD_GLOBAL: return 1 + (argument & 1);
    case OP_BUILD_TUPLE: case OP_BUILD_LIST: case OP_BUILD_SET: case OP_BUILD_STRING: return 1 - argument;
    case OP_BUILD_MAP: return 1 - 2 * argument;
    case OP_BUILD_CONST_KEY_MAP: return -argument;
    case OP_BUILD_SLICE: return argument == 3 ? -2 : -1;
    case OP_FORMAT_VALUE: return argument & FORMAT_HAS_SPEC ? -1 : 0;
    case OP_UNPACK_SEQUENCE: return argument - 1;
    case OP_UNPACK_EX: return (argument & 0xff) + (argument >> 8);
    case OP_MAKE_FUNCTION: return -count_bits((uint32_t)argument & 15);
    case OP_CALL: return -argument - 1;
    case OP_CALL_FUNCTION_EX: return -2 - (argument & 1);
    case OP_RAISE_VARARGS: return -argument;
    default: return 0;
    }
}

int opcode_stack_effect(unsigned op, uint32_t argument, bool jumps)
{
    const OpcodeInfo *info = opcode_info(op);
    if (jumps && op == OP_FOR_ITER)
        return -1;
    if (jumps && (op == OP_JUMP_IF_FALSE_OR_POP || op == OP_JUMP_IF_TRUE_OR_POP))
        return 0;
    if (jumps && op == OP_SEND)
        return -1;
    return info->pops == VARIES || info->pushes == VARIES ? varying_effect((Opcode)op, (int)argument)
                                                          : info->pushes - info->pops;
}
