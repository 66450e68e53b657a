/* The tree: a Python 3.11 program as CPython's `ast` module shows it, kind for kind and field for field.
 *
 * One struct per family of Python.asdl (Module, Stmt, Expr, Pattern and the small ones), each with a kind and a union
 * whose members carry the asdl names. A member of the union belongs to the kind written beside it. Optional fields are
 * NULL when absent; sequences are arrays with a count, items NULL when the count is 0.
 *
 * Everything lies in the Region given to the parser and is never changed afterwards. The tree knows nothing of the
 * object layer: constants are text, doubles and bytes.
 *
 * Identifiers are NUL-terminated UTF-8, NFKC-normalised as CPython does, and interned per parse: two of one parse are
 * equal if and only if their pointers are. Names are not mangled (that is the compiler's).
 *
 * The context of a Name, Attribute, Subscript, Starred, List, Tuple is set as CPython sets it: STORE and DEL where
 * something is bound or deleted, LOAD elsewhere.
 */
#ifndef REFARROWS_PYTHON_AST_H
#define REFARROWS_PYTHON_AST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;
typedef const char *Identifier;

/* Where a node lies. Lines count from 1, columns are UTF-8 byte offsets from 0, the end is exclusive (as lineno,
 * col_offset, end_lineno, end_col_offset). */
typedef struct Span { int line, column, end_line, end_column; } Span;

typedef struct ExprList { Expr **items; int count; } ExprList;
typedef struct StmtList { Stmt **items; int count; } StmtList;
typedef struct PatternList { Pattern **items; int count; } PatternList;
typedef struct IdentifierList { Identifier *items; int count; } IdentifierList;

/* -------------------------------------------------------------------------------------------- constants ------------ */

typedef enum ConstantKind {
    CONSTANT_NONE, CONSTANT_TRUE, CONSTANT_FALSE, CONSTANT_ELLIPSIS,
    CONSTANT_INT,              /* text: digits only (no prefix, no underscores), to be read in `base` */
    CONSTANT_FLOAT,            /* number */
    CONSTANT_COMPLEX,          /* number is the imaginary part, the real part is 0 */
    CONSTANT_STR,              /* text, length: generalised UTF-8 (lone surrogates as three bytes), may hold NULs */
    CONSTANT_BYTES             /* text, length */
} ConstantKind;

typedef struct Constant {
    ConstantKind kind;
    int base;                  /* INT: 2, 8, 10 or 16 */
    double number;
    const char *text;          /* followed by a NUL that `length` does not count */
    size_t length;
    bool unicode_prefix;       /* STR: the first piece was written u"" (ast's kind == 'u') */
} Constant;

/* ------------------------------------------------------------------------------------------- expressions ----------- */

typedef enum ExprContext { CONTEXT_LOAD, CONTEXT_STORE, CONTEXT_DEL } ExprContext;

typedef enum BoolOperator { BOOL_AND, BOOL_OR } BoolOperator;

typedef enum BinaryOperator {
    TREE_BINARY_ADD, TREE_BINARY_SUB, TREE_BINARY_MULT, TREE_BINARY_MATMULT, TREE_BINARY_DIV, TREE_BINARY_MOD, TREE_BINARY_POW, TREE_BINARY_LSHIFT,
    TREE_BINARY_RSHIFT, TREE_BINARY_BITOR, TREE_BINARY_BITXOR, TREE_BINARY_BITAND, TREE_BINARY_FLOORDIV
} BinaryOperator;

typedef enum UnaryOperator { TREE_UNARY_INVERT, TREE_UNARY_NOT, TREE_UNARY_UADD, TREE_UNARY_USUB } UnaryOperator;

typedef enum CompareOperator {
    TREE_COMPARE_EQ, TREE_COMPARE_NOTEQ, TREE_COMPARE_LT, TREE_COMPARE_LTE, TREE_COMPARE_GT, TREE_COMPARE_GTE, TREE_COMPARE_IS, TREE_COMPARE_ISNOT, TREE_COMPARE_IN,
    TREE_COMPARE_NOTIN
} CompareOperator;

/* The number of FormattedValue.conversion is the character itself, as in CPython. */
typedef enum FormatConversion {
    CONVERSION_NONE = -1, CONVERSION_STR = 's', CONVERSION_REPR = 'r', CONVERSION_ASCII = 'a'
} FormatConversion;

/* for target in iter if ifs[0] if ifs[1] ... */
typedef struct Comprehension {
    Expr *target, *iter;
    ExprList ifs;
    bool is_async;
} Comprehension;

typedef struct ComprehensionList { Comprehension *items; int count; } ComprehensionList;

/* One argument `name=value`, or `**value` with name NULL. Used by calls and class definitions. */
typedef struct Keyword {
    Identifier name;
    Expr *value;
    Span span;
} Keyword;

typedef struct KeywordList { Keyword *items; int count; } KeywordList;

/* One parameter. */
typedef struct Arg {
    Identifier name;
    Expr *annotation;          /* NULL if none; a Starred is possible for *args: *Ts */
    Span span;
} Arg;

typedef struct ArgList { Arg *items; int count; } ArgList;

/* def f(posonly, /, args, *vararg, kwonly, **kwarg). Defaults belong to the last of posonly + args; kw_defaults has one
 * entry for each kwonly, NULL where there is none. Never NULL where the asdl has `arguments`. */
typedef struct Arguments {
    ArgList posonly, args, kwonly;
    Arg *vararg, *kwarg;       /* NULL if absent */
    ExprList defaults;
    ExprList kw_defaults;
} Arguments;

typedef enum ExprKind {
    EXPR_BOOL_OP, EXPR_NAMED, EXPR_BIN_OP, EXPR_UNARY_OP, EXPR_LAMBDA, EXPR_IF_EXP, EXPR_DICT, EXPR_SET, EXPR_LIST_COMP,
    EXPR_SET_COMP, EXPR_DICT_COMP, EXPR_GENERATOR, EXPR_AWAIT, EXPR_YIELD, EXPR_YIELD_FROM, EXPR_COMPARE, EXPR_CALL,
    EXPR_FORMATTED_VALUE, EXPR_JOINED_STR, EXPR_CONSTANT, EXPR_ATTRIBUTE, EXPR_SUBSCRIPT, EXPR_STARRED, EXPR_NAME,
    EXPR_LIST, EXPR_TUPLE, EXPR_SLICE, EXPR_KIND_COUNT
} ExprKind;

struct Expr {
    ExprKind kind;
    Span span;
    union {
        struct { BoolOperator op; ExprList values; } bool_op;               /* BOOL_OP: two values or more */
        struct { Expr *target, *value; } named;                             /* NAMED: target := value */
        struct { BinaryOperator op; Expr *left, *right; } bin_op;           /* BIN_OP */
        struct { UnaryOperator op; Expr *operand; } unary_op;               /* UNARY_OP */
        struct { Arguments *args; Expr *body; } lambda;                     /* LAMBDA */
        struct { Expr *test, *body, *orelse; } if_exp;                      /* IF_EXP: body if test else orelse */
        struct { ExprList keys, values; } dict;                             /* DICT: key NULL for **value */
        struct { ExprList elts; } set;                                      /* SET */
        struct { Expr *elt; ComprehensionList generators; } comp;           /* LIST_COMP, SET_COMP, GENERATOR */
        struct { Expr *key, *value; ComprehensionList generators; } dict_comp; /* DICT_COMP */
        struct { Expr *value; } await;                                      /* AWAIT */
        struct { Expr *value; } yield;                                      /* YIELD: value may be NULL; YIELD_FROM */
        struct { Expr *left; CompareOperator *ops; ExprList comparators; } compare; /* COMPARE: one op each */
        struct { Expr *func; ExprList args; KeywordList keywords; } call;   /* CALL: Starred possible in args */
        struct { Expr *value; int conversion; Expr *format_spec; } formatted; /* FORMATTED_VALUE: format_spec NULL or a
                                                                                JOINED_STR; see FormatConversion */
        struct { ExprList values; } joined;                                 /* JOINED_STR: CONSTANT, FORMATTED_VALUE */
        Constant constant;                                                  /* CONSTANT */
        struct { Expr *value; Identifier attr; ExprContext ctx; } attribute; /* ATTRIBUTE */
        struct { Expr *value, *slice; ExprContext ctx; } subscript;         /* SUBSCRIPT */
        struct { Expr *value; ExprContext ctx; } starred;                   /* STARRED */
        struct { Identifier id; ExprContext ctx; } name;                    /* NAME */
        struct { ExprList elts; ExprContext ctx; } sequence;                /* LIST, TUPLE */
        struct { Expr *lower, *upper, *step; } slice;                       /* SLICE: each may be NULL */
    };
};

/* -------------------------------------------------------------------------------------------- statements ----------- */

/* except type as name: body. type NULL for a bare except, name NULL without `as`. */
typedef struct ExceptHandler {
    Expr *type;
    Identifier name;
    StmtList body;
    Span span;
} ExceptHandler;

typedef struct ExceptHandlerList { ExceptHandler *items; int count; } ExceptHandlerList;

/* import name as asname; asname NULL without `as`. The name may be dotted, or "*" in an import from. */
typedef struct Alias {
    Identifier name, asname;
    Span span;
} Alias;

typedef struct AliasList { Alias *items; int count; } AliasList;

/* with context_expr as optional_vars */
typedef struct WithItem { Expr *context_expr, *optional_vars; } WithItem;

typedef struct WithItemList { WithItem *items; int count; } WithItemList;

/* case pattern if guard: body. guard may be NULL. */
typedef struct MatchCase {
    Pattern *pattern;
    Expr *guard;
    StmtList body;
} MatchCase;

typedef struct MatchCaseList { MatchCase *items; int count; } MatchCaseList;

typedef enum StmtKind {
    STMT_FUNCTION_DEF, STMT_ASYNC_FUNCTION_DEF, STMT_CLASS_DEF, STMT_RETURN, STMT_DELETE, STMT_ASSIGN, STMT_AUG_ASSIGN,
    STMT_ANN_ASSIGN, STMT_FOR, STMT_ASYNC_FOR, STMT_WHILE, STMT_IF, STMT_WITH, STMT_ASYNC_WITH, STMT_MATCH, STMT_RAISE,
    STMT_TRY, STMT_TRY_STAR, STMT_ASSERT, STMT_IMPORT, STMT_IMPORT_FROM, STMT_GLOBAL, STMT_NONLOCAL, STMT_EXPR,
    STMT_PASS, STMT_BREAK, STMT_CONTINUE, STMT_KIND_COUNT
} StmtKind;

struct Stmt {
    StmtKind kind;
    Span span;                 /* of a decorated def or class: from `def`, `async` or `class`, as CPython */
    union {
        struct {
            Identifier name;
            Arguments *args;
            StmtList body;
            ExprList decorators;
            Expr *returns;                                                  /* annotation after ->, or NULL */
        } function_def;                                                     /* FUNCTION_DEF, ASYNC_FUNCTION_DEF */
        struct {
            Identifier name;
            ExprList bases;
            KeywordList keywords;
            StmtList body;
            ExprList decorators;
        } class_def;                                                        /* CLASS_DEF */
        struct { Expr *value; } ret;                                        /* RETURN: value may be NULL */
        struct { ExprList targets; } del;                                   /* DELETE */
        struct { ExprList targets; Expr *value; } assign;                   /* ASSIGN: a = b = value */
        struct { Expr *target; BinaryOperator op; Expr *value; } aug_assign; /* AUG_ASSIGN */
        struct { Expr *target, *annotation, *value; bool simple; } ann_assign; /* ANN_ASSIGN: value may be NULL; simple:
                                                                              a bare name without parentheses */
        struct { Expr *target, *iter; StmtList body, orelse; } loop;        /* FOR, ASYNC_FOR */
        struct { Expr *test; StmtList body, orelse; } branch;               /* WHILE, IF (elif: an IF in orelse) */
        struct { WithItemList items; StmtList body; } with;                 /* WITH, ASYNC_WITH */
        struct { Expr *subject; MatchCaseList cases; } match;               /* MATCH */
        struct { Expr *exc, *cause; } raise;                                /* RAISE: both may be NULL */
        struct {
            StmtList body;
            ExceptHandlerList handlers;
            StmtList orelse, finalbody;
        } try_stmt;                                                         /* TRY, TRY_STAR */
        struct { Expr *test, *msg; } assert_stmt;                           /* ASSERT: msg may be NULL */
        struct { AliasList names; } import;                                 /* IMPORT */
        struct { Identifier module; AliasList names; int level; } import_from; /* IMPORT_FROM: module NULL in
                                                                              `from . import x`; level: leading dots */
        struct { IdentifierList names; } scope;                             /* GLOBAL, NONLOCAL */
        struct { Expr *value; } expr;                                       /* EXPR */
    };
};

/* ---------------------------------------------------------------------------------------------- patterns ----------- */

typedef enum PatternKind {
    PATTERN_VALUE, PATTERN_SINGLETON, PATTERN_SEQUENCE, PATTERN_MAPPING, PATTERN_CLASS, PATTERN_STAR, PATTERN_AS,
    PATTERN_OR, PATTERN_KIND_COUNT
} PatternKind;

struct Pattern {
    PatternKind kind;
    Span span;
    union {
        struct { Expr *value; } value;                                      /* VALUE */
        struct { ConstantKind value; } singleton;                           /* SINGLETON: NONE, TRUE or FALSE */
        struct { PatternList patterns; } sequence;                          /* SEQUENCE */
        struct { ExprList keys; PatternList patterns; Identifier rest; } mapping; /* MAPPING: rest NULL if absent */
        struct {
            Expr *cls;
            PatternList patterns;
            IdentifierList kwd_attrs;
            PatternList kwd_patterns;                                       /* one for each of kwd_attrs */
        } cls;                                                              /* CLASS */
        struct { Identifier name; } star;                                   /* STAR: NULL for *_ */
        struct { Pattern *pattern; Identifier name; } as;                   /* AS: pattern as name; both NULL for _ */
        struct { PatternList patterns; } alternatives;                      /* OR */
    };
};

/* ------------------------------------------------------------------------------------------------ module ----------- */

typedef enum ModuleKind { MODULE_EXEC, MODULE_EVAL, MODULE_SINGLE } ModuleKind;

typedef struct Module {
    ModuleKind kind;
    StmtList body;             /* EXEC, SINGLE */
    Expr *expression;          /* EVAL */
    int line_count;            /* lines of the source */
} Module;

/* The asdl's names, for messages and dumps: "BinOp", "FunctionDef", "MatchAs", "Add". */
const char *ast_expr_kind_name(ExprKind kind);
const char *ast_stmt_kind_name(StmtKind kind);
const char *ast_pattern_kind_name(PatternKind kind);
const char *ast_binary_operator_name(BinaryOperator op);
const char *ast_unary_operator_name(UnaryOperator op);
const char *ast_compare_operator_name(CompareOperator op);

#endif
