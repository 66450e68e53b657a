/* What a value on the evaluation stack waits for: the instruction that will take it, found by reading the code ahead. */
#ifndef REFARROWS_PYTHON_STACK_USE_H
#define REFARROWS_PYTHON_STACK_USE_H

#include "python/code.h"

typedef struct StackUse {
    uint8_t op;                /* Opcode of the instruction that takes it, or goes on with it (FOR_ITER) */
    uint32_t operand;          /* of the instruction's operands, counted from the top: 0 is the one pushed last */
    uint32_t instruction;      /* its index */
} StackUse;

/* `above` values lie above the one asked about when the instruction at index `start` is about to run. Conditional jumps
 * are not taken, a loop is gone round once. False when nothing takes it on that way: it is dropped with its frame. */
bool stack_use_find(const Code *code, uint32_t start, uint32_t above, StackUse *use);

#endif
