/* The choice of specialised instructions: the table's patterns against what the compiler made. */
#include "python/specialise.h"

enum { PATTERN_MAX = 4, NOTHING = UINT8_MAX, ANY = -1 };

typedef struct Pattern {
    uint8_t ops[PATTERN_MAX];
    uint8_t fast;
    int8_t operand;
} Pattern;

#define OP_NOTHING NOTHING
static const Pattern patterns[] = {
#define X(name, operand, first, second, third, fourth) \
    {{OP_##first, OP_##second, OP_##third, OP_##fourth}, FAST_##name, operand},
    SPECIALISED(X)
#undef X
};

_Static_assert((int)FAST_COUNT < NOTHING, "an opcode is one byte");

static bool operand_fits(const Pattern *pattern, const Instr *instr)
{
    if (pattern->operand == ANY || instr->op != OP_BINARY_OP)
        return true;
    uint32_t operator = instr->arg >= BINARY_IN_PLACE ? instr->arg - BINARY_IN_PLACE : instr->arg;
    return operator == (uint32_t)pattern->operand;
}

static bool fits(const Pattern *pattern, const Instr *instrs, uint32_t left)
{
    for (uint32_t i = 0; i < PATTERN_MAX && pattern->ops[i] != NOTHING; i++)
        if (i >= left || instrs[i].op != pattern->ops[i] || !operand_fits(pattern, &instrs[i]))
            return false;
    return true;
}

static uint8_t choose(const Instr *instrs, uint32_t left)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (patterns[i].ops[0] == instrs->op && fits(&patterns[i], instrs, left))
            return patterns[i].fast;
    return instrs->op;
}

void specialise(Code *code)
{
    for (uint32_t i = 0; i < code->instr_count; i++)
        code->instrs[i].fast = choose(&code->instrs[i], code->instr_count - i);
}
