/* A compiled program: everything about it that never changes while it runs. It lies outside the arena. */
#ifndef REFARROWS_C_PROGRAM_H
#define REFARROWS_C_PROGRAM_H

#include "c/ast.h"
#include "c/lexer.h"
#include "c/opcode.h"

/* Where things seem to lie: as an x86-64 Linux process without address space randomisation. */
#define C_LOW_BASE UINT64_C(0x555555554000)
#define C_TEXT_BASE UINT64_C(0x555555555000)
#define C_STACK_TOP UINT64_C(0x7ffffffff000)
enum {
    C_PAGE = 4096,
    C_STACK_SIZE = 8 << 20,            /* ulimit -s of a usual system */
    C_TEXT_PER_INSTRUCTION = 4         /* bytes of text that an instruction seems to take */
};
#define C_STACK_LOW (C_STACK_TOP - C_STACK_SIZE)
#define C_LOW_SIZE (UINT64_C(1) << 30) /* text, data and heap together */

/* What is known of a byte of memory, in its shadow. Bit 1: may be touched; both bits: has a value. */
typedef enum CShadow {
    SHADOW_NONE,               /* nobody's */
    SHADOW_FREED,              /* of a block given back */
    SHADOW_UNSET,              /* somebody's, but nothing was stored yet */
    SHADOW_SET
} CShadow;

/* How a parameter gets from a cell into its place in the frame. */
typedef struct CParameterPlace {
    int32_t offset;
    uint8_t memory;            /* CMemoryType */
    bool is_record;            /* the cell holds its address */
    bool is_promoted;          /* a float of a function without prototype comes as a double */
    int64_t size;
} CParameterPlace;

typedef struct CRoutine {
    const char *name;
    CFunction *tree;           /* NULL: not defined in the program */
    CVariable *variable;
    CParameterPlace *parameters;
    int32_t parameter_count;
    uint32_t entry, end;       /* instructions */
    int32_t frame_size;        /* bytes of locals, a multiple of 16 */
    int32_t frame_align;       /* 16, or what a local asks for beyond it */
    int32_t cells;             /* evaluation stack at most */
    bool is_variadic, is_library;
    int16_t native;            /* index of a native function, or -1 */
    unsigned char *shadow;     /* what the locals' shadow is on entry: frame_size bytes */
    CVariable **variables;     /* those shown, in order of declaration */
    int32_t variable_count;
    uint64_t address;
} CRoutine;

/* What stands at a call: what each argument's type is. */
typedef struct CSite {
    CType **types;             /* as passed, promoted */
    int32_t count, fixed;      /* all arguments; those that have a parameter */
    bool is_variadic, wants_value;
    CType *result;
    const CNode **parts;       /* what an argument is the address of, where its size is known; NULL: of none */
} CSite;

typedef struct CSwitchCase { int64_t first, last; int32_t target; } CSwitchCase;
typedef struct CSwitchTable { CSwitchCase *cases; int32_t count, otherwise; } CSwitchTable;    /* sorted by first */

/* What an instruction works out. */
typedef struct CMark {
    CSpan span;
    const CType *yields;       /* type of what it leaves on the evaluation stack, if that is its own; or NULL */
    bool is_address;           /* it leaves the address of such a thing */
} CMark;

typedef struct CProgram {
    CPool pool;
    CNames names;
    const CFile *file;
    CInstr *code;
    CPlace *places;            /* of each instruction */
    CMark *marks;              /* the same */
    uint32_t code_count;
    CRoutine *routines;
    int32_t routine_count;
    int32_t main, start;       /* routines: the program's main; what calls it, or -1 */
    CSite *sites;
    CSwitchTable *switches;
    long double *floatings;
    const char **texts;        /* for TELL */
    CType **types;             /* for VA_ARG */
    CVariable **globals;       /* those with storage, by address */
    int32_t global_count;
    unsigned char *image;      /* bytes from C_LOW_BASE to image_end */
    uint64_t rodata_start, data_start, bss_start, image_end;   /* addresses; up to data_start it is read-only */
    uint64_t heap_start;
    uint64_t errno_address;
} CProgram;

/* Compiles a source. NULL with the error filled in when it is wrong. */
CProgram *c_program_compile(const Source *source, SourceError *error);
void c_program_destroy(CProgram *program);

#endif
