/* Inside the compiler: from a tree to code objects, as CPython 3.11's compile.c goes about it.
 *
 *   tree --fold.c--> which expressions are constants        (as ast_opt.c)
 *        --symtable.c, compile_scopes.c--> what each name is in each scope
 *        --compile_*.c--> blocks of instructions, one Unit for each code object
 *        --flowgraph.c, compile_peephole.c--> fewer and shorter blocks
 *        --assemble.c, compile_lines.c--> Code
 *
 * The order of evaluation, of constants and of names is CPython's to the letter, since counts, identities and the order
 * of deaths follow from it. `dis` is the oracle: tests/unit/compare_code.py compares whole libraries.
 *
 * A Compiler lives for one compile_module(). Its scratch memory is a Region; the objects that it makes are kept in one
 * list that owns a reference to each until the end; so an error may leave by longjmp from anywhere and nothing leaks.
 */
#ifndef REFARROWS_PYTHON_COMPILE_H
#define REFARROWS_PYTHON_COMPILE_H

#include "python/ast.h"

#include <setjmp.h>

#include "python/code.h"
#include "python/compile_map.h"
#include "python/opcode.h"
#include "python/region.h"
#include "python/syntax_error.h"
#include "python/vm.h"

/* ---- names ---- */

/* An identifier, once per compilation: equal texts have equal pointers. */
typedef struct Name {
    const char *text;
    size_t length;
    Object *object;            /* the interned str, kept; NULL until asked for */
} Name;

typedef struct NameTable { Name **slots; size_t count, size; } NameTable;

typedef struct NameList { Name **items; int count, capacity; } NameList;

/* ---- scopes ---- */

typedef enum ScopeKind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_ANNOTATION } ScopeKind;

typedef enum ComprehensionKind {
    NO_COMPREHENSION, LIST_COMPREHENSION, DICT_COMPREHENSION, SET_COMPREHENSION, GENERATOR_EXPRESSION
} ComprehensionKind;

/* What is said of a name in one scope (as symtable.h's DEF_ flags); the Place above it is the verdict. */
enum SymbolFlag {
    SYMBOL_GLOBAL = 1, SYMBOL_LOCAL = 2, SYMBOL_PARAM = 4, SYMBOL_NONLOCAL = 8, SYMBOL_USED = 16,
    SYMBOL_FREE_CLASS = 64, SYMBOL_IMPORT = 128, SYMBOL_ANNOTATED = 256, SYMBOL_ITERATION = 512,
    SYMBOL_BOUND = SYMBOL_LOCAL | SYMBOL_PARAM | SYMBOL_IMPORT,
    SYMBOL_PLACE_SHIFT = 12
};

typedef enum Place { PLACE_UNKNOWN, PLACE_LOCAL, PLACE_GLOBAL_EXPLICIT, PLACE_GLOBAL_IMPLICIT, PLACE_FREE, PLACE_CELL }
    Place;

typedef struct Directive { Name *name; Span span; struct Directive *next; } Directive;

typedef struct Scope {
    ScopeKind kind;
    ComprehensionKind comprehension;
    Name *name;
    struct Scope *parent, *first_child, *last_child, *next_sibling;
    PointerMap symbols;        /* Name* -> flags and Place */
    NameList parameters;
    Directive *directives;     /* where a global or nonlocal was declared, for messages */
    bool nested, generator, coroutine, var_args, var_keywords, has_free, child_has_free, needs_class_cell;
    bool in_iteration_target;  /* the names being bound are a comprehension's own */
    int in_iterable;           /* depth of comprehension iterables being visited */
} Scope;

/* ---- blocks of instructions ---- */

/* Instructions that exist only until the blocks are laid out. */
enum PseudoOpcode {
    PSEUDO_FIRST = 256,
    OP_SETUP_FINALLY = PSEUDO_FIRST, OP_SETUP_CLEANUP, OP_SETUP_WITH, OP_POP_BLOCK, OP_JUMP, OP_JUMP_NO_INTERRUPT,
    OP_POP_JUMP_IF_FALSE, OP_POP_JUMP_IF_TRUE, OP_POP_JUMP_IF_NONE, OP_POP_JUMP_IF_NOT_NONE
};

typedef Span Location;         /* line -1: artificial, no line of the program */

typedef struct Block Block;

typedef struct Ins {
    int op;                    /* Opcode or PseudoOpcode */
    int arg;
    Block *target;             /* of jumps and SETUP_* */
    Block *handler;            /* where an exception goes, NULL: out of the frame */
    Location at;
} Ins;

struct Block {
    Block *older;              /* the block made before this one */
    Block *next;               /* in the order of the code */
    Ins *ins;
    int count, capacity;
    int start_depth;           /* stack at the start; < 0: not reached */
    int offset;                /* of the first instruction in the finished code */
    int predecessors;
    struct HandlerStack *handlers;     /* while handlers are being assigned */
    bool exits, no_fallthrough, visited, keeps_lasti;
};

/* ---- units ---- */

typedef enum UnitKind { UNIT_MODULE, UNIT_CLASS, UNIT_FUNCTION, UNIT_ASYNC_FUNCTION, UNIT_LAMBDA, UNIT_COMPREHENSION }
    UnitKind;

typedef enum FrameBlockKind {
    FRAME_WHILE, FRAME_FOR, FRAME_TRY_EXCEPT, FRAME_FINALLY_TRY, FRAME_FINALLY_END, FRAME_WITH, FRAME_ASYNC_WITH,
    FRAME_HANDLER_CLEANUP, FRAME_POP_VALUE, FRAME_EXCEPTION_HANDLER, FRAME_EXCEPTION_GROUP_HANDLER,
    FRAME_ASYNC_COMPREHENSION
} FrameBlockKind;

enum { FRAME_BLOCKS_MAX = 20,  /* CO_MAXBLOCKS: more gives "too many statically nested blocks" */
       STACK_USE_GUIDELINE = 30 };     /* displays and calls with more items build up piece by piece */

/* A construct that `return`, `break` and `continue` have to leave in order. */
typedef struct FrameBlock {
    FrameBlockKind kind;
    Block *block, *exit;
    Stmt *stmt;                /* WITH, ASYNC_WITH: the statement */
    const StmtList *finally;   /* FINALLY_TRY: the body to run */
    Name *name;                /* HANDLER_CLEANUP: bound by `as`, or NULL */
} FrameBlock;

/* One code object in the making. */
typedef struct Unit {
    struct Unit *outer;
    UnitKind kind;
    Scope *scope;
    Name *name, *class_name;   /* class_name mangles private names; NULL outside classes */
    Object *qualname;          /* kept */
    PointerMap constants;      /* Object* -> index */
    PointerMap names, locals, cells, frees;    /* Name* -> index; frees go on counting after cells */
    int arg_count, positional_only_count, keyword_only_count;
    int first_line;
    Location at;               /* given to the instructions being emitted */
    Block *newest, *current;
    FrameBlock frame_blocks[FRAME_BLOCKS_MAX];
    int frame_block_count;
} Unit;

typedef struct ConstantTable { Object **slots; size_t count, size; } ConstantTable;

typedef struct Compiler {
    Vm *vm;
    Region region;
    const CompileOptions *options;
    jmp_buf failed;            /* an exception is set in the vm */
    Object **kept;
    size_t kept_count, kept_capacity;
    NameTable names;
    ConstantTable constants;   /* equal constants of all code objects are one object */
    PointerMap folded;         /* Expr* -> Expr* that stands for it, see fold.h */
    PointerMap values;         /* Expr* of a constant -> its Object* */
    PointerMap interned_elsewhere;     /* str constants whose text was interned as another object before */
    PointerMap scopes;         /* node -> Scope* */
    Scope *module_scope, *scope;       /* scope: while the symbol table is being built */
    Name *private_class;       /* the same: the class whose body is being visited */
    Name *name_class, *name_super, *name_debug, *name_annotations;
    Unit *unit;
    int depth, depth_limit;    /* nesting of the tree, against RecursionError */
    int nesting;               /* of units */
    int last_future_line;
    bool future_annotations, interactive;
} Compiler;

/* ---- compile.c: units, errors ---- */
_Noreturn void compile_leave(Compiler *c);                      /* an exception is set: out */
_Noreturn void compile_error(Compiler *c, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Raises the exception for a problem of lexer, parser or compiler. `filename` is a str. Returns NULL. */
void *compile_raise_problem(Vm *vm, const SyntaxProblem *problem, Object *filename);
void compile_enter(Compiler *c);                                /* one level deeper in the tree, or RecursionError */
static inline void compile_exit(Compiler *c) { c->depth--; }
void unit_open(Compiler *c, UnitKind kind, Name *name, const void *node, int line);
Object *unit_close(Compiler *c, bool add_none);                 /* the Code, kept; back to the outer unit */

/* ---- compile_names.c ---- */
Name *name_intern(Compiler *c, const char *text, size_t length);
Name *name_of_identifier(Compiler *c, Identifier identifier);
Object *name_object(Compiler *c, Name *name);
/* Makes the str of every name known so far: identifiers are interned before constants are, as CPython's parser does. */
void name_intern_all(Compiler *c);
Name *name_mangle(Compiler *c, Name *class_name, Name *name);   /* __x in class C: _C__x */
void name_list_add(Compiler *c, NameList *list, Name *name);
bool name_list_has(const NameList *list, const Name *name);
int name_compare(const void *a, const void *b);                 /* Name *const *, by text */

/* ---- compile_const.c ---- */
Object *keep(Compiler *c, Object *object);                      /* takes the reference over; NULL leaves */
Object *constant_object(Compiler *c, const Constant *constant); /* kept */
Object *constant_merge(Compiler *c, Object *object);            /* the one object with that type and value; kept */
bool constant_same(Vm *vm, const Object *a, const Object *b);   /* type and value, as _PyCode_ConstantKey */

/* ---- compile_emit.c: instructions ---- */
Block *block_new(Compiler *c);
void block_use(Compiler *c, Block *block);
Ins *block_add(Compiler *c, Block *block, int op, int arg, Location at);
void emit(Compiler *c, int op);
void emit_arg(Compiler *c, int op, int arg);
void emit_arg_no_line(Compiler *c, int op, int arg);
void emit_jump(Compiler *c, int op, Block *target);
void emit_jump_no_line(Compiler *c, int op, Block *target);
void emit_constant(Compiler *c, Object *object);
void emit_none(Compiler *c);
void emit_name(Compiler *c, int op, Name *name);                /* name of an attribute or import: mangled */
void emit_name_plain(Compiler *c, int op, Name *name);          /* the same, not mangled */
void emit_call(Compiler *c, int count);
void emit_compare(Compiler *c, CompareOperator op);
void emit_binary(Compiler *c, BinaryOperator op, bool in_place);
void emit_yield_from(Compiler *c, bool is_await);
void emit_await(Compiler *c, int kind);                         /* GET_AWAITABLE kind and the waiting */
void emit_yield(Compiler *c);
void emit_variable(Compiler *c, Name *name, ExprContext ctx);   /* load, store or delete by the name's place */
int unit_constant(Compiler *c, Object *object);                 /* index in co_consts */
void check_forbidden_name(Compiler *c, Name *name, ExprContext ctx);
Place scope_place(const Scope *scope, const Name *name);
static inline void set_location(Compiler *c, Span span) { c->unit->at = span; }
static inline void unset_location(Compiler *c) { c->unit->at = (Location){ -1, -1, -1, -1 }; }
bool op_is_jump(int op);
bool op_is_setup(int op);
bool op_ends_block(int op);

/* ---- compile_expr.c, compile_call.c, compile_display.c ---- */
void visit_expr(Compiler *c, Expr *expr);
void visit_exprs(Compiler *c, const ExprList *list);
void visit_annotation(Compiler *c, Expr *expr);
void visit_jump_if(Compiler *c, Expr *expr, Block *target, bool condition);
void visit_call(Compiler *c, Expr *expr);
void visit_call_arguments(Compiler *c, int pushed, const ExprList *args, const KeywordList *keywords);
void locate_attribute(Compiler *c, const Expr *attribute);      /* the location moves to the attribute's name */
void visit_star_items(Compiler *c, const ExprList *elts, int pushed, int build, int add, int extend, bool tuple);
void visit_dict(Compiler *c, Expr *expr);
void visit_joined_str(Compiler *c, Expr *expr);
void visit_formatted(Compiler *c, Expr *expr);
void visit_unpacking(Compiler *c, const ExprList *targets);
bool all_constant(Compiler *c, const ExprList *list, int start, int end);
Object *tuple_of_constants(Compiler *c, const ExprList *list, int start, int end);

/* ---- compile_function.c, compile_comprehension.c ---- */
void visit_function_def(Compiler *c, Stmt *stmt);
void visit_lambda(Compiler *c, Expr *expr);
void visit_class_def(Compiler *c, Stmt *stmt);
void visit_comprehension(Compiler *c, Expr *expr);
void make_closure(Compiler *c, Object *code, int flags);
void visit_body(Compiler *c, const StmtList *body);             /* of a module or class */
bool body_has_docstring(const StmtList *body);

/* ---- compile_stmt.c, compile_try.c, compile_match.c ---- */
void visit_stmt(Compiler *c, Stmt *stmt);
void visit_stmts(Compiler *c, const StmtList *list);
void visit_try(Compiler *c, Stmt *stmt);
void visit_with(Compiler *c, Stmt *stmt, int item);
void visit_match(Compiler *c, Stmt *stmt);
void frame_block_push(Compiler *c, FrameBlock frame_block);
void frame_block_pop(Compiler *c);
FrameBlock *unwind_frame_blocks(Compiler *c, bool keep_top, bool to_loop);     /* the loop, or NULL */
void unwind_frame_block(Compiler *c, const FrameBlock *frame_block, bool keep_top);

/* ---- compile_warn.c: SyntaxWarning on stderr, at the unit's location ---- */
void check_identity(Compiler *c, const Expr *compare);          /* "is" with a literal */
void check_callable(Compiler *c, Expr *function);               /* "text" (x): a comma is missing */
void check_subscript(Compiler *c, const Expr *subscript);       /* [1, 2] [3, 4]: the same */
void check_assertion(Compiler *c, Expr *test);                  /* assert (x, "message") */

/* ---- compile_unparse.c ---- */
Object *unparse_expr(Compiler *c, const Expr *expr);            /* kept: the text of an annotation */

#endif
