/* Code objects: what the compiler makes and the evaluation loop runs.
 *
 * One instruction is 8 bytes: operation, the specialised operation that runs for it, the index of an inline cache, and a full
 * 32-bit argument, so there is no EXTENDED_ARG and no CACHE entry; otherwise names, arguments and order are CPython
 * 3.11's (opcode.h has the table). Jumps are relative to the following instruction, counted in instructions.
 *
 * Two operations of our own mark where CPython's tracing reports a line:
 *   LINE n        the event fires: every way to this place comes from another line, or jumps backwards
 *   LINE_CHECK n  the event fires if the frame's line is another one, or a backward jump came here
 * Both set the frame's line to n; a backward jump sets it to 0. They carry no meaning otherwise and are no
 * "instruction" for a learner who steps by instruction. RESUME is where a call is reported.
 */
#ifndef REFARROWS_PYTHON_CODE_H
#define REFARROWS_PYTHON_CODE_H

#include "python/object.h"

typedef struct Instr {
    uint8_t op;
    uint8_t fast;              /* what the evaluation loop runs (specialise.h). Given by code_new; 0 from the compiler */
    uint16_t cache;            /* index into Code.caches; 0: none. Given by code_new to operations that want one */
    uint32_t arg;
} Instr;

/* Source range of an instruction: lines from 1, columns as UTF-8 byte offsets from 0; line 0: no source. */
typedef struct CodePosition { int32_t line, end_line, column, end_column; } CodePosition;

/* Exceptions raised in [start, end) go to target with the stack cut to depth (and lasti pushed if so), as CPython's
 * exception table. Sorted by start, innermost wins as there. */
typedef struct CodeHandler { uint32_t start, end, target; uint16_t depth; bool push_lasti; } CodeHandler;

enum CodeFlag {                /* values as CPython's co_flags */
    CODE_OPTIMIZED = 0x1, CODE_NEWLOCALS = 0x2, CODE_VARARGS = 0x4, CODE_VARKEYWORDS = 0x8, CODE_NESTED = 0x10,
    CODE_GENERATOR = 0x20, CODE_COROUTINE = 0x80, CODE_ITERABLE_COROUTINE = 0x100, CODE_ASYNC_GENERATOR = 0x200,
    CODE_FUTURE_ANNOTATIONS = 0x1000000
};

enum LocalKind { LOCAL_FAST = 0x20, LOCAL_CELL = 0x40, LOCAL_FREE = 0x80 };   /* co_localspluskinds */

typedef struct InlineCache {   /* meaning by operation, see eval_cache.h */
    uint32_t version, extra;
    int64_t index;
    Object *value;             /* borrowed: valid while the version agrees */
    uint8_t kind;              /* CacheKind */
    uint32_t patience;         /* look-ups of a global name so far */
} InlineCache;

typedef struct Code {
    Object head;
    int32_t arg_count, positional_only_count, keyword_only_count;
    int32_t stack_size, first_line, flags;
    int32_t locals_count;      /* names in localsplus: locals (some also cells), then other cells, then free */
    int32_t plain_locals_count, cell_count, free_count;
    Object *consts, *names;    /* tuples */
    Object *local_names;       /* tuple of str, locals_count long */
    unsigned char *local_kinds;        /* locals_count bytes of LocalKind bits */
    Object *filename, *name, *qualname;
    Instr *instrs;
    CodePosition *positions;   /* one per instruction */
    CodeHandler *handlers;
    InlineCache *caches;       /* [0] is never used */
    uint32_t instr_count, handler_count, cache_count;
    uint32_t first_traceable;  /* index of RESUME */
    uint32_t code_bytes;       /* what CPython's co_code would take, for sizes */
    bool is_library;           /* shipped library: run, not stepped into */
    bool is_class_body;
    bool takes_exact;          /* just so many positional arguments as arg_count, nothing else, make a call */
} Code;

/* Everything code_new copies into the arena (takes new references to the objects). */
typedef struct CodeSpec {
    int32_t arg_count, positional_only_count, keyword_only_count, stack_size, first_line, flags;
    Object *consts, *names, *local_names;
    const unsigned char *local_kinds;
    Object *filename, *name, *qualname;
    const Instr *instrs;
    const CodePosition *positions;
    const CodeHandler *handlers;
    uint32_t instr_count, handler_count, first_traceable, code_bytes;
    bool is_library, is_class_body;
} CodeSpec;

Object *code_new(Vm *vm, const CodeSpec *spec);       /* NULL with MemoryError */

/* The compiler (compile.c). Module: a parsed tree; the result is a new Code for it, NULL with an exception set
 * (SyntaxError with filename, lineno, offset, text as CPython's compiler raises them; RecursionError). */
struct Module;
typedef struct CompileOptions {
    Object *filename;          /* str */
    const char *text;          /* the source, for SyntaxError.text */
    size_t text_length;
    bool is_library;
    int32_t flags;             /* inherited CODE_FUTURE_* */
    Object *warnings;          /* a list that warnings are added to, see warn.h; NULL: they are written at once */
} CompileOptions;
Object *compile_module(Vm *vm, struct Module *module, const CompileOptions *options);

#endif
