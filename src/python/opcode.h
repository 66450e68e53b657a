/* The opcode table: every instruction of the mini Python, once.
 *
 * The set and the meaning are CPython 3.11's, with these differences: there is no CACHE and no EXTENDED_ARG (an Instr
 * has a full argument and an index of its inline cache), no PRECALL (CALL does its work), jumps count our instructions,
 * and LINE and LINE_CHECK mark where tracing reports a line (code.h). So a listing reads like `dis` of the program.
 *
 * One row feeds the enum, the disassembler, the check of the stack's depth and the words on the screen:
 *   X(NAME, operand, pops, pushes, cache_units, sentence)
 * pops and pushes count values of the evaluation stack on the way that does not jump; VARIES: see opcode_stack_effect.
 * cache_units is the number of 16-bit cache entries that follow the instruction in CPython's co_code (with
 * PRECALL's for CALL): it gives code sizes, and an instruction with a number there gets an inline cache, as those on
 * names of modules do (opcode_has_cache). The sentence is for the learner; "top" is the value pushed last.
 */
#ifndef REFARROWS_PYTHON_OPCODE_H
#define REFARROWS_PYTHON_OPCODE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum OperandKind {
    OPERAND_NONE,
    OPERAND_CONST,             /* index into Code.consts */
    OPERAND_NAME,              /* index into Code.names */
    OPERAND_NAME_NULL,         /* index into Code.names << 1; low bit: push a NULL first */
    OPERAND_LOCAL,             /* index into Code.local_names: a fast local */
    OPERAND_CELL,              /* index into Code.local_names: a cell (perhaps a local too) or free variable */
    OPERAND_FORWARD,           /* jump: target = following instruction + argument */
    OPERAND_BACKWARD,          /* jump: target = following instruction - argument */
    OPERAND_COMPARE,           /* CompareOp */
    OPERAND_BINARY,            /* BinaryOp, + BINARY_IN_PLACE for the augmented assignment */
    OPERAND_COUNT,             /* how many values */
    OPERAND_FLAGS,             /* bits, meaning by instruction (enums below) */
    OPERAND_INVERT,            /* 1: the answer is negated */
    OPERAND_DEPTH,             /* which value of the stack, 1 is the top */
    OPERAND_LINE               /* source line */
} OperandKind;

enum { VARIES = -1 };
enum { BINARY_IN_PLACE = 13 };                        /* as CPython: NB_INPLACE_ADD is 13 */
enum MakeFunctionFlag { FUNCTION_DEFAULTS = 1, FUNCTION_KW_DEFAULTS = 2, FUNCTION_ANNOTATIONS = 4,
                        FUNCTION_CLOSURE = 8 };
enum FormatValueFlag { FORMAT_NONE = 0, FORMAT_STR = 1, FORMAT_REPR = 2, FORMAT_ASCII = 3, FORMAT_CONVERSION_MASK = 3,
                       FORMAT_HAS_SPEC = 4 };
enum ResumeKind { RESUME_START = 0, RESUME_YIELD = 1, RESUME_YIELD_FROM = 2, RESUME_AWAIT = 3 };

#define OPCODES(X) \
    X(NOP, NONE, 0, 0, 0, "Do nothing.") \
    X(RESUME, FLAGS, 0, 0, 0, "The function starts here, or goes on after a yield or await.") \
    X(LINE, LINE, 0, 0, 0, "A line of the program begins.") \
    X(LINE_CHECK, LINE, 0, 0, 0, "A line of the program begins, if we come from another one.") \
    /* the stack itself */ \
    X(POP_TOP, NONE, 1, 0, 0, "Throw the top away.") \
    X(PUSH_NULL, NONE, 0, 1, 0, "Push a mark: the callable that follows needs no self.") \
    X(COPY, DEPTH, 0, 1, 0, "Push the value at that depth once more.") \
    X(SWAP, DEPTH, 0, 0, 0, "Exchange the top with the value at that depth.") \
    /* names and constants */ \
    X(LOAD_CONST, CONST, 0, 1, 0, "Push a constant of the code.") \
    X(LOAD_FAST, LOCAL, 0, 1, 0, "Push the value of a local variable.") \
    X(STORE_FAST, LOCAL, 1, 0, 0, "Take the top and bind a local variable to it.") \
    X(DELETE_FAST, LOCAL, 0, 0, 0, "Unbind a local variable.") \
    X(LOAD_NAME, NAME, 0, 1, 0, "Find a name: local, then global, then built-in; push its value.") \
    X(STORE_NAME, NAME, 1, 0, 0, "Take the top and bind a name to it.") \
    X(DELETE_NAME, NAME, 0, 0, 0, "Unbind a name.") \
    X(LOAD_GLOBAL, NAME_NULL, 0, VARIES, 5, "Find a global name, or else a built-in one; push its value.") \
    X(STORE_GLOBAL, NAME, 1, 0, 0, "Take the top and bind a global name to it.") \
    X(DELETE_GLOBAL, NAME, 0, 0, 0, "Unbind a global name.") \
    X(MAKE_CELL, CELL, 0, 0, 0, "Make a cell: a box for a variable that an inner function shares.") \
    X(COPY_FREE_VARS, COUNT, 0, 0, 0, "Bring the cells of the function's closure into the frame.") \
    X(LOAD_CLOSURE, CELL, 0, 1, 0, "Push the cell itself, to be shared with an inner function.") \
    X(LOAD_DEREF, CELL, 0, 1, 0, "Push what the cell of a variable holds.") \
    X(STORE_DEREF, CELL, 1, 0, 0, "Take the top and put it into the cell of a variable.") \
    X(DELETE_DEREF, CELL, 0, 0, 0, "Empty the cell of a variable.") \
    X(LOAD_CLASSDEREF, CELL, 0, 1, 0, "Push a name of the class body or, if it has none, what the cell holds.") \
    /* operators */ \
    X(UNARY_POSITIVE, NONE, 1, 1, 0, "Replace the top by +top.") \
    X(UNARY_NEGATIVE, NONE, 1, 1, 0, "Replace the top by -top.") \
    X(UNARY_NOT, NONE, 1, 1, 0, "Replace the top by not top.") \
    X(UNARY_INVERT, NONE, 1, 1, 0, "Replace the top by ~top.") \
    X(BINARY_OP, BINARY, 2, 1, 1, "Take two values, push the result of the operator.") \
    X(BINARY_SUBSCR, NONE, 2, 1, 4, "Take a container and a key, push container[key].") \
    X(STORE_SUBSCR, NONE, 3, 0, 1, "Take a value, a container and a key: container[key] = value.") \
    X(DELETE_SUBSCR, NONE, 2, 0, 0, "Take a container and a key: del container[key].") \
    X(COMPARE_OP, COMPARE, 2, 1, 2, "Take two values, push how they compare.") \
    X(IS_OP, INVERT, 2, 1, 0, "Take two values, push whether they are one object.") \
    X(CONTAINS_OP, INVERT, 2, 1, 0, "Take a value and a container, push whether the value is in it.") \
    /* attributes */ \
    X(LOAD_ATTR, NAME, 1, 1, 4, "Replace the top by an attribute of it.") \
    X(STORE_ATTR, NAME, 2, 0, 4, "Take a value and an object: object.name = value.") \
    X(DELETE_ATTR, NAME, 1, 0, 0, "Take an object: del object.name.") \
    X(LOAD_METHOD, NAME, 1, 2, 10, "Find a method: push the function and its self, without a bound method.") \
    /* making containers */ \
    X(BUILD_TUPLE, COUNT, VARIES, 1, 0, "Take some values, push a new tuple of them.") \
    X(BUILD_LIST, COUNT, VARIES, 1, 0, "Take some values, push a new list of them.") \
    X(BUILD_SET, COUNT, VARIES, 1, 0, "Take some values, push a new set of them.") \
    X(BUILD_MAP, COUNT, VARIES, 1, 0, "Take keys and values in turn, push a new dict of them.") \
    X(BUILD_CONST_KEY_MAP, COUNT, VARIES, 1, 0, "Take values and a tuple of keys, push a new dict of them.") \
    X(BUILD_STRING, COUNT, VARIES, 1, 0, "Take some strings, push them joined.") \
    X(BUILD_SLICE, COUNT, VARIES, 1, 0, "Take the ends (and the step) of a slice, push the slice.") \
    X(LIST_APPEND, DEPTH, 1, 0, 0, "Take the top and append it to the list below.") \
    X(SET_ADD, DEPTH, 1, 0, 0, "Take the top and add it to the set below.") \
    X(MAP_ADD, DEPTH, 2, 0, 0, "Take a key and a value, put them into the dict below.") \
    X(LIST_EXTEND, DEPTH, 1, 0, 0, "Take the top and append all its items to the list below.") \
    X(SET_UPDATE, DEPTH, 1, 0, 0, "Take the top and add all its items to the set below.") \
    X(DICT_UPDATE, DEPTH, 1, 0, 0, "Take the top and put all its items into the dict below.") \
    X(DICT_MERGE, DEPTH, 1, 0, 0, "Take the top, add its items to the keyword arguments below; no key twice.") \
    X(LIST_TO_TUPLE, NONE, 1, 1, 0, "Replace the list on top by a tuple of its items.") \
    X(FORMAT_VALUE, FLAGS, VARIES, 1, 0, "Replace the top by its text, as an f-string shows it.") \
    /* taking apart */ \
    X(UNPACK_SEQUENCE, COUNT, 1, VARIES, 1, "Take a sequence, push its items, the first one on top.") \
    X(UNPACK_EX, FLAGS, 1, VARIES, 0, "Take a sequence, push its items, one place gets a list of the rest.") \
    /* jumps */ \
    X(JUMP_FORWARD, FORWARD, 0, 0, 0, "Go on further down.") \
    X(JUMP_BACKWARD, BACKWARD, 0, 0, 0, "Go back, to the next round of a loop.") \
    X(JUMP_BACKWARD_NO_INTERRUPT, BACKWARD, 0, 0, 0, "Go back, to wait for the next value.") \
    X(POP_JUMP_FORWARD_IF_FALSE, FORWARD, 1, 0, 0, "Take the top; if it counts as false, go on further down.") \
    X(POP_JUMP_FORWARD_IF_TRUE, FORWARD, 1, 0, 0, "Take the top; if it counts as true, go on further down.") \
    X(POP_JUMP_FORWARD_IF_NOT_NONE, FORWARD, 1, 0, 0, "Take the top; unless it is None, go on further down.") \
    X(POP_JUMP_FORWARD_IF_NONE, FORWARD, 1, 0, 0, "Take the top; if it is None, go on further down.") \
    X(POP_JUMP_BACKWARD_IF_FALSE, BACKWARD, 1, 0, 0, "Take the top; if it counts as false, go back.") \
    X(POP_JUMP_BACKWARD_IF_TRUE, BACKWARD, 1, 0, 0, "Take the top; if it counts as true, go back.") \
    X(POP_JUMP_BACKWARD_IF_NOT_NONE, BACKWARD, 1, 0, 0, "Take the top; unless it is None, go back.") \
    X(POP_JUMP_BACKWARD_IF_NONE, BACKWARD, 1, 0, 0, "Take the top; if it is None, go back.") \
    X(JUMP_IF_FALSE_OR_POP, FORWARD, 1, 0, 0, "If the top counts as false, keep it and go on down; else drop it.") \
    X(JUMP_IF_TRUE_OR_POP, FORWARD, 1, 0, 0, "If the top counts as true, keep it and go on down; else drop it.") \
    X(FOR_ITER, FORWARD, 0, 1, 0, "Push the iterator's next value; if there is none, drop it and leave the loop.") \
    /* functions and calls */ \
    X(MAKE_FUNCTION, FLAGS, VARIES, 1, 0, "Take a code object (and defaults, closure), push a new function.") \
    X(KW_NAMES, CONST, 0, 0, 0, "Remember the names of the keyword arguments for the call that follows.") \
    X(CALL, COUNT, VARIES, 1, 6, "Take a callable and its arguments, call it; its result will be on top.") \
    X(CALL_FUNCTION_EX, FLAGS, VARIES, 1, 0, "Take a callable, a tuple (and a dict) of arguments, call it.") \
    X(RETURN_VALUE, NONE, 1, 0, 0, "Take the top and return it to the caller.") \
    X(LOAD_BUILD_CLASS, NONE, 0, 1, 0, "Push the function that makes classes.") \
    /* iterators, generators, coroutines */ \
    X(GET_ITER, NONE, 1, 1, 0, "Replace the top by an iterator over it.") \
    X(GET_YIELD_FROM_ITER, NONE, 1, 1, 0, "Replace the top by an iterator over it, a generator stays itself.") \
    X(RETURN_GENERATOR, NONE, 0, 1, 0, "Return a new generator, which will run the rest of this function.") \
    X(YIELD_VALUE, NONE, 1, 1, 0, "Hand the top out and pause until the next value is asked for.") \
    X(SEND, FORWARD, 1, 1, 0, "Send the top to the iterator below; once it is exhausted, go on further down.") \
    X(ASYNC_GEN_WRAP, NONE, 1, 1, 0, "Mark the top as a value that an asynchronous generator yields.") \
    X(GET_AWAITABLE, FLAGS, 1, 1, 0, "Replace the top by the iterator to wait for.") \
    X(GET_AITER, NONE, 1, 1, 0, "Replace the top by an asynchronous iterator over it.") \
    X(GET_ANEXT, NONE, 0, 1, 0, "Push what waits for the asynchronous iterator's next value.") \
    X(END_ASYNC_FOR, NONE, 2, 0, 0, "End an asynchronous loop if its iterator is exhausted, else raise again.") \
    /* exceptions and with */ \
    X(RAISE_VARARGS, COUNT, VARIES, 0, 0, "Raise an exception (or the one being handled once more).") \
    X(LOAD_ASSERTION_ERROR, NONE, 0, 1, 0, "Push the class AssertionError.") \
    X(PUSH_EXC_INFO, NONE, 1, 2, 0, "The exception on top is being handled from now on; keep the one before it.") \
    X(POP_EXCEPT, NONE, 1, 0, 0, "The exception is dealt with; take back the one before it.") \
    X(CHECK_EXC_MATCH, NONE, 2, 2, 0, "Take a class, push whether the exception below is of that class.") \
    X(CHECK_EG_MATCH, NONE, 2, 2, 0, "Take a class, split the exception group below by it.") \
    X(RERAISE, FLAGS, 1, 0, 0, "Take the exception on top and raise it again.") \
    X(PREP_RERAISE_STAR, NONE, 2, 1, 0, "Join the exceptions that no except* handled.") \
    X(BEFORE_WITH, NONE, 1, 2, 0, "Enter a context manager: push its __exit__ for later and what __enter__ gives.") \
    X(BEFORE_ASYNC_WITH, NONE, 1, 2, 0, "Enter an asynchronous context manager, as with a plain one.") \
    X(WITH_EXCEPT_START, NONE, 0, 1, 0, "Call __exit__ with the exception, push what it answers.") \
    /* match */ \
    X(GET_LEN, NONE, 0, 1, 0, "Push the length of the top.") \
    X(MATCH_MAPPING, NONE, 0, 1, 0, "Push whether the top is a mapping, such as a dict.") \
    X(MATCH_SEQUENCE, NONE, 0, 1, 0, "Push whether the top is a sequence, such as a list or tuple.") \
    X(MATCH_KEYS, NONE, 0, 1, 0, "Push the values of the mapping for a tuple of keys, or None if one is missing.") \
    X(MATCH_CLASS, COUNT, 3, 1, 0, "Take an object, a class, names; push a tuple of attributes, or None.") \
    /* modules, class bodies, the interactive prompt */ \
    X(IMPORT_NAME, NAME, 2, 1, 0, "Import a module, push it.") \
    X(IMPORT_FROM, NAME, 0, 1, 0, "Push an attribute of the module on top.") \
    X(IMPORT_STAR, NONE, 1, 0, 0, "Take the module on top, bind all its public names here.") \
    X(SETUP_ANNOTATIONS, NONE, 0, 0, 0, "Make sure that there is a dict __annotations__.") \
    X(PRINT_EXPR, NONE, 1, 0, 0, "Take the top and print it, as the interactive prompt does.")

typedef enum Opcode {
#define X(name, operand, pops, pushes, caches, sentence) OP_##name,
    OPCODES(X)
#undef X
    OPCODE_COUNT
} Opcode;

typedef struct OpcodeInfo {
    const char *name;
    OperandKind operand;
    int8_t pops, pushes;       /* or VARIES */
    uint8_t cache_units;
    const char *sentence;
} OpcodeInfo;

/* The row of an opcode; `op` must be below OPCODE_COUNT. */
const OpcodeInfo *opcode_info(unsigned op);

/* Does the instruction get an inline cache? */
bool opcode_has_cache(unsigned op);

/* Change of the stack's depth, when the instruction jumps or when it goes on (as CPython's stack_effect). */
int opcode_stack_effect(unsigned op, uint32_t argument, bool jumps);

static inline bool opcode_is_jump(unsigned op)
{
    OperandKind kind = opcode_info(op)->operand;
    return kind == OPERAND_FORWARD || kind == OPERAND_BACKWARD;
}

/* True when control never goes on to the next instruction. */
bool opcode_ends_block(unsigned op);

#endif
