/* The compiler: trees to bytecode.
 *
 *     compile.c               from a source to a program: all the stages in order, the layout of data
 *     compile_emit.c          instructions, labels, frames
 *     compile_expression.c    values, addresses, operators
 *     compile_call.c          calls and their arguments
 *     compile_statement.c     statements, functions
 *     compile_register.c      what a function leaves that ends without a value
 */
#ifndef REFARROWS_C_COMPILE_H
#define REFARROWS_C_COMPILE_H

#include "c/parse.h"
#include "c/program.h"

/* A vector of the things that a program has many of. */
typedef struct CVector {
    void *items;
    uint32_t count, capacity;
} CVector;

/* Room for one more of `size` bytes at the end; the vectors of a compiler are freed by c_compiler_finish. */
void *c_vector_add(CVector *vector, size_t size);

typedef struct CCompiler {
    CPool *pool;
    CDiagnoser *diagnoser;
    CProgram *program;
    CVector code, places, marks, sites, switches, floatings, texts, types, routines, globals;
    CFunction *function;       /* being compiled */
    CRoutine *routine;
    uint32_t first_pc;         /* of the function */
    int32_t frame;             /* bytes of locals so far */
    int32_t frame_align;       /* of the frame pointer */
    int32_t depth, deepest;    /* cells on the evaluation stack */
    CVector labels;            /* int32_t: where each label of the function is, -1 while unknown */
    CVector rooms;             /* CRoom: what the frame holds */
    int32_t break_label, continue_label;
    int32_t line;              /* the line of the last event, 0 where one is needed in any case */
    CPlace place;              /* of what is being compiled */
    CMark mark;                /* the same: the innermost expression that has a span, and what it gives */
    int32_t saved_stack;       /* where the innermost block with a VLA keeps the stack pointer, or 0 */
    int32_t loop_saved_stack, switch_saved_stack;  /* the same at the innermost loop, or switch or loop */
    const CNode *switch_body;  /* of the switch that was entered last */
    const CSlip *slips;        /* to be told when main begins */
    bool shows_register;       /* the function may end without a value, and then gives what the register holds */
} CCompiler;

/* A variable or temporary in a frame. */
typedef struct CRoom { int32_t offset; int64_t size; } CRoom;

/* ---- emitting ---- */
CInstr *c_emit(CCompiler *c, COpcode op, int32_t a, int64_t k);        /* valid until the next one */
CMark c_mark_enter(CCompiler *c, const CNode *node, bool is_address);  /* gives the mark to go back to */
void c_mark_statement(CCompiler *c, const CNode *node);
void c_emit_jump(CCompiler *c, COpcode op, int32_t label);
int32_t c_label_new(CCompiler *c);
int32_t c_label_of(CCompiler *c, CNode *node);     /* that of a label, case or default; made at its first use */
void c_label_here(CCompiler *c, int32_t label);
void c_stack(CCompiler *c, int change);            /* the instruction just emitted pops or pushes so many cells */
int32_t c_frame_room(CCompiler *c, int64_t size, int32_t align, int64_t gap);      /* offset from the frame pointer */
void c_place_local(CCompiler *c, CVariable *variable);
void c_emit_line(CCompiler *c, CPlace place);      /* the event of a line, unless it was the last one */
uint32_t c_here(const CCompiler *c);
CMemoryType c_memory_type(const CType *type);
CArithmeticType c_arithmetic_type(const CType *type);

/* ---- expressions ---- */
void c_compile_value(CCompiler *c, CNode *node);   /* one cell; none for void */
void c_compile_effect(CCompiler *c, CNode *node);
void c_compile_address(CCompiler *c, CNode *node);
void c_compile_warning(CCompiler *c, CNode *node); /* what is wrong with it, if something is, comes before it */
void c_compile_branch(CCompiler *c, CNode *condition, int32_t label, bool sense);
void c_compile_side(CCompiler *c, CNode *node, bool wants_value);      /* the value, or the effect alone */
void c_compile_truth(CCompiler *c, CNode *condition);          /* 0 or 1 from a condition that branches */
void c_compile_conditional(CCompiler *c, CNode *node, bool wants_value);
void c_compile_statements(CCompiler *c, CNode *node, bool wants_value);        /* ({ ... }) */
void c_compile_call(CCompiler *c, CNode *node, bool wants_value);
void c_compile_initialiser(CCompiler *c, CVariable *variable);
void c_compile_convert(CCompiler *c, const CType *from, const CType *to);
void c_compile_type_sizes(CCompiler *c, CType *type);          /* the lengths of VLAs, where they are declared */
void c_compile_size(CCompiler *c, CType *type);                /* the bytes of a type, which may be a VLA */
bool c_has_effects(const CNode *node);

/* Where an lvalue lies when that is known before the run. */
typedef enum CStaticPlace { PLACE_UNKNOWN, PLACE_LOCAL, PLACE_GLOBAL } CStaticPlace;
CStaticPlace c_static_place(const CNode *node, int64_t *offset);

/* ---- what is left in the register (compile_register.c) ---- */
void c_compile_compared(CCompiler *c, CNode *left, CNode *right);              /* two cells */
bool c_compile_tested(CCompiler *c, CNode *condition, bool sense);     /* one cell; is it to be nonzero for the jump? */
void c_compile_kept(CCompiler *c, CNode *node);                        /* the effect of an expression statement */
void c_keep_initialised(CCompiler *c, const CVariable *variable);

/* ---- statements ---- */
void c_compile_statement(CCompiler *c, CNode *node);
void c_compile_function(CCompiler *c, CRoutine *routine);

/* The routine of a function; made when it is first asked for. */
int32_t c_routine_of(CCompiler *c, CVariable *function);

#endif
