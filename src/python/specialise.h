/* Specialised instructions: what the evaluation loop runs instead of an instruction, or of several in a row.
 *
 * Instr.op stays what the compiler made; Instr.fast names what the loop jumps to. It is chosen once, when a code object
 * is made, from the instructions alone: nothing of a run is in it, so any state is reached in the same way however one
 * gets there. A specialised instruction tries the case that is common for its pattern (two ints, two floats, an attribute
 * where the cache says) and does all of it; in any other case it has done nothing and leaves to the plain instruction
 * that stands there. Where instructions are counted, audited or shown one by one, the loop runs the plain ones.
 *
 * One row feeds the enum, the loop's labels and the choice; the first row that fits is taken, so longer ones stand first:
 *   X(NAME, operand, first, second, third, fourth)
 * operand: what the last of the pattern's instructions that has one must have, BinaryOp with or without
 * BINARY_IN_PLACE; ANY: whatever. NOTHING ends a short pattern.
 */
#ifndef REFARROWS_PYTHON_SPECIALISE_H
#define REFARROWS_PYTHON_SPECIALISE_H

#include "python/code.h"
#include "python/opcode.h"

/* For each operator on two numbers: with two locals, a local and a constant, and with what lies on the stack. */
#define SPECIALISED_OPERATORS(X, NAME) \
    X(LOCAL_LOCAL_##NAME, BINARY_##NAME, LOAD_FAST, LOAD_FAST, BINARY_OP, NOTHING) \
    X(LOCAL_CONST_##NAME, BINARY_##NAME, LOAD_FAST, LOAD_CONST, BINARY_OP, NOTHING) \
    X(NUMBERS_##NAME, BINARY_##NAME, BINARY_OP, NOTHING, NOTHING, NOTHING)

#define SPECIALISED(X) \
    X(LOCAL_LOCAL_COMPARE_IF, ANY, LOAD_FAST, LOAD_FAST, COMPARE_OP, POP_JUMP_FORWARD_IF_FALSE) \
    X(LOCAL_CONST_COMPARE_IF, ANY, LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP_FORWARD_IF_FALSE) \
    X(LOCAL_LOCAL_COMPARE_WHILE, ANY, LOAD_FAST, LOAD_FAST, COMPARE_OP, POP_JUMP_BACKWARD_IF_TRUE) \
    X(LOCAL_CONST_COMPARE_WHILE, ANY, LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP_BACKWARD_IF_TRUE) \
    SPECIALISED_OPERATORS(X, ADD) \
    SPECIALISED_OPERATORS(X, SUBTRACT) \
    SPECIALISED_OPERATORS(X, MULTIPLY) \
    SPECIALISED_OPERATORS(X, REMAINDER) \
    SPECIALISED_OPERATORS(X, FLOOR_DIVIDE) \
    SPECIALISED_OPERATORS(X, TRUE_DIVIDE) \
    X(LOCAL_LOCAL_SUBSCR, ANY, LOAD_FAST, LOAD_FAST, BINARY_SUBSCR, NOTHING) \
    X(LOCAL_CONST_SUBSCR, ANY, LOAD_FAST, LOAD_CONST, BINARY_SUBSCR, NOTHING) \
    X(LOCAL_ATTR, ANY, LOAD_FAST, LOAD_ATTR, NOTHING, NOTHING) \
    X(LOCAL_METHOD, ANY, LOAD_FAST, LOAD_METHOD, NOTHING, NOTHING) \
    X(LOCAL_LOCAL, ANY, LOAD_FAST, LOAD_FAST, NOTHING, NOTHING) \
    X(LOCAL_CONST, ANY, LOAD_FAST, LOAD_CONST, NOTHING, NOTHING) \
    X(CONST_LOCAL, ANY, LOAD_CONST, LOAD_FAST, NOTHING, NOTHING) \
    X(COMPARE_IF, ANY, COMPARE_OP, POP_JUMP_FORWARD_IF_FALSE, NOTHING, NOTHING) \
    X(COMPARE_UNLESS, ANY, COMPARE_OP, POP_JUMP_FORWARD_IF_TRUE, NOTHING, NOTHING) \
    X(COMPARE_WHILE, ANY, COMPARE_OP, POP_JUMP_BACKWARD_IF_TRUE, NOTHING, NOTHING) \
    X(FOR_ITER_LOCAL, ANY, FOR_ITER, STORE_FAST, NOTHING, NOTHING)

typedef enum SpecialisedOpcode {
    SPECIALISED_BEFORE = OPCODE_COUNT - 1,
#define X(name, operand, first, second, third, fourth) FAST_##name,
    SPECIALISED(X)
#undef X
    FAST_COUNT
} SpecialisedOpcode;

/* Chooses Instr.fast for all instructions of a code object. */
void specialise(Code *code);

#endif
