/* The bytecode: a stack machine. Every instruction has an operand `a` and a constant `k`; cells on the evaluation stack
 * hold one scalar each (an address stands for a struct).
 *
 * Suffixes name what is in a cell or in memory: I8 ... U64 integers, F32 float, F64 double, F80 long double. In a cell an
 * integer is extended to 64 bits by its own sign.
 */
#ifndef REFARROWS_C_OPCODE_H
#define REFARROWS_C_OPCODE_H

#include <stdint.h>

/* Types in memory: name, C type, member of the cell. */
#define C_MEMORY_TYPES(X) \
    X(I8, int8_t, i) X(U8, uint8_t, i) X(I16, int16_t, i) X(U16, uint16_t, i) X(I32, int32_t, i) \
    X(U32, uint32_t, i) X(I64, int64_t, i) X(F32, float, f) X(F64, double, d) X(F80, long double, l)

/* Types of arithmetic. */
#define C_INTEGER_TYPES(X) \
    X(I32, int32_t, i) X(U32, uint32_t, i) X(I64, int64_t, i) X(U64, uint64_t, i)
#define C_FLOATING_TYPES(X) \
    X(F32, float, f) X(F64, double, d) X(F80, long double, l)
#define C_ARITHMETIC_TYPES(X) C_INTEGER_TYPES(X) C_FLOATING_TYPES(X)

/* Where a type's variants of an operation lie behind the first one. */
typedef enum CMemoryType {
#define X(name, type, field) MEMORY_##name,
    C_MEMORY_TYPES(X)
#undef X
    MEMORY_TYPE_COUNT
} CMemoryType;

typedef enum CArithmeticType {
#define X(name, type, field) ARITHMETIC_##name,
    C_ARITHMETIC_TYPES(X)
#undef X
    ARITHMETIC_TYPE_COUNT
} CArithmeticType;

/* One opcode for each of the types, in the order above. */
#define C_FOR_MEMORY(X, name) \
    X(name##_I8) X(name##_U8) X(name##_I16) X(name##_U16) X(name##_I32) X(name##_U32) X(name##_I64) X(name##_F32) \
    X(name##_F64) X(name##_F80)
#define C_FOR_INTEGER(X, name) X(name##_I32) X(name##_U32) X(name##_I64) X(name##_U64)
#define C_FOR_ARITHMETIC(X, name) C_FOR_INTEGER(X, name) X(name##_F32) X(name##_F64) X(name##_F80)

#define C_OPCODES(X) \
    X(LINE)            /* the event before line a */ \
    X(ENTER)           /* the event of a call */ \
    X(RETURN)          /* the event of a return, then back to the caller; a: there is a value */ \
    X(POLL)            /* in library code, where there are no events: look whether the run is cancelled */ \
    X(CONST)           /* -> k */ \
    X(CONST_F32) X(CONST_F64) X(CONST_F80)     /* F80: the a-th of the program's */ \
    X(LOCAL)           /* -> address of the local at a */ \
    X(POP) X(DUP) X(SWAP) \
    X(DUP_UNDER)       /* x y -> y x y */ \
    C_FOR_MEMORY(X, LOAD_LOCAL)    /* -> the local at a */ \
    C_FOR_MEMORY(X, STORE_LOCAL)   /* value -> value if aux */ \
    C_FOR_MEMORY(X, LOAD_GLOBAL)   /* -> what is at address k */ \
    C_FOR_MEMORY(X, STORE_GLOBAL) \
    C_FOR_MEMORY(X, LOAD)          /* address -> value */ \
    C_FOR_MEMORY(X, STORE)         /* address value -> value if aux */ \
    X(LOAD_BITS)       /* address -> value; a: bit offset, k: width, aux: unsigned */ \
    X(STORE_BITS)      /* address value -> value */ \
    X(COPY)            /* to from -> to; k bytes */ \
    X(ZERO)            /* the local at a becomes k zero bytes */ \
    X(BYTES)           /* the local at a becomes k bytes of the program's image (aux: index) */ \
    X(UNSET)           /* the local at a begins a new life: k bytes without value */ \
    X(GONE)            /* the local at a ends its life: its k bytes are nobody's */ \
    X(CHECK)           /* index -> index, which must lie in 0 to k (aux: k itself too) */ \
    X(CHECK_SIZE)      /* the same; the array's bytes are in the local at a, an element's are k, or at k */ \
    X(POINTER_ADD)     /* address index -> address + index * k */ \
    X(POINTER_DIFF)    /* address address -> elements of k bytes */ \
    X(MEMBER)          /* address -> address + k */ \
    C_FOR_ARITHMETIC(X, ADD) C_FOR_ARITHMETIC(X, SUB) C_FOR_ARITHMETIC(X, MUL) C_FOR_ARITHMETIC(X, DIV) \
    C_FOR_INTEGER(X, MOD) \
    C_FOR_ARITHMETIC(X, NEGATE) \
    C_FOR_INTEGER(X, SHL) C_FOR_INTEGER(X, SHR) \
    X(AND) X(OR) X(XOR) X(NOT) X(NOT_U32) \
    C_FOR_ARITHMETIC(X, EQ) C_FOR_ARITHMETIC(X, NE) C_FOR_ARITHMETIC(X, LT) C_FOR_ARITHMETIC(X, LE) \
    C_FOR_ARITHMETIC(X, GT) C_FOR_ARITHMETIC(X, GE) \
    X(IS_ZERO)         /* value -> value == 0 */ \
    X(TO_BOOL) X(TO_BOOL_F32) X(TO_BOOL_F64) X(TO_BOOL_F80) \
    X(TO_I8) X(TO_U8) X(TO_I16) X(TO_U16) X(TO_I32) X(TO_U32) \
    X(I64_TO_F32) X(I64_TO_F64) X(I64_TO_F80) X(U64_TO_F32) X(U64_TO_F64) X(U64_TO_F80) \
    X(F32_TO_F64) X(F32_TO_F80) X(F64_TO_F32) X(F64_TO_F80) X(F80_TO_F32) X(F80_TO_F64) \
    X(F32_TO_I32) X(F64_TO_I32) X(F80_TO_I32) X(F32_TO_I64) X(F64_TO_I64) X(F80_TO_I64) \
    X(F32_TO_U64) X(F64_TO_U64) X(F80_TO_U64) \
    X(LABEL)           /* -> a, an instruction */ \
    X(JUMP)            /* to a */ \
    X(JUMP_IF) X(JUMP_UNLESS)      /* value -> */ \
    X(JUMP_EQ_I32) X(JUMP_NE_I32) X(JUMP_LT_I32) X(JUMP_LE_I32) X(JUMP_GT_I32) X(JUMP_GE_I32)  /* x y -> */ \
    X(JUMP_TABLE)      /* address of a label -> */ \
    X(SWITCH)          /* value ->; a: index of the program's tables */ \
    X(STEP_LOCAL_I32)  /* the int at a grows by k; aux: 0 nothing, 1 the old value, 2 the new */ \
    X(CALL)            /* arguments, the first on top -> result; a: function, k: site */ \
    X(CALL_INDIRECT)   /* function's address, arguments -> result; k: site */ \
    X(CALL_NATIVE)     /* arguments -> result; a: native, k: site */ \
    X(KEEP)            /* value -> value, which is what the register holds now */ \
    X(NOTHING_RETURNED)            /* a value was wanted from a function that ended without */ \
    X(VLA)             /* bytes -> address of so many on the stack; a: the local that keeps it */ \
    X(SAVE_STACK) X(RESTORE_STACK) /* the stack pointer, in the local at a */ \
    X(VA_START)        /* address of the list -> */ \
    X(VA_ARG)          /* address of the list -> address of the argument; k: its bytes, a: index of its type */ \
    X(TELL)            /* k: index of a text about what is wrong with the expression to come; aux: in a declaration */ \
    X(SETJMP) X(LONGJMP)

typedef enum COpcode {
#define X(name) OP_##name,
    C_OPCODES(X)
#undef X
    OP_COUNT
} COpcode;

typedef struct CInstr {
    uint16_t op;               /* COpcode */
    uint16_t aux;
    int32_t a;
    int64_t k;
} CInstr;

const char *c_opcode_name(COpcode op);

#endif
