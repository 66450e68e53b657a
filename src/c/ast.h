/* The tree that the parser makes and the compiler reads. Expressions are typed as they are made: every conversion that C
 * implies stands in the tree as a cast, arrays and functions that decay as N_DECAY. */
#ifndef REFARROWS_C_AST_H
#define REFARROWS_C_AST_H

#include "c/type.h"

typedef enum CNodeKind {
    /* expressions */
    N_INTEGER,                 /* value */
    N_FLOATING,                /* floating */
    N_VARIABLE,                /* variable: object or function */
    N_MEMBER,                  /* left.member, at offset */
    N_DEREF,                   /* *left */
    N_ADDRESS,                 /* &left */
    N_DECAY,                   /* left, an array or function, as a pointer */
    N_CAST,                    /* (type)left; is_implicit */
    N_NEGATE, N_BIT_NOT, N_NOT,
    N_ADD, N_SUB, N_MUL, N_DIV, N_MOD, N_AND, N_OR, N_XOR, N_SHL, N_SHR,
    N_EQ, N_NE, N_LT, N_LE, N_GT, N_GE,
    N_POINTER_ADD,             /* left + right elements (right negated for minus) */
    N_POINTER_DIFF,            /* left - right in elements */
    N_AND_AND, N_OR_OR,
    N_CONDITIONAL,             /* left ? right : third; right NULL: left ?: third */
    N_COMMA,
    N_ASSIGN,                  /* left = right */
    N_ASSIGN_OP,               /* left op= right, computed in `common`; op is the binary node's kind */
    N_STEP,                    /* ++ and --: value is +1 or -1 (for pointers in elements), is_postfix */
    N_CALL,                    /* left is the function; list the arguments */
    N_LITERAL,                 /* compound literal: variable, initialised by items when local */
    N_STATEMENTS,              /* ({ ... }): body; its last expression statement is the value */
    N_VA_START, N_VA_ARG, N_VA_END, N_VA_COPY,
    N_SIZE,                    /* sizeof a VLA: `variable` holds the size; or left is evaluated for it */
    N_SETJMP, N_ALLOCA,

    /* statements */
    N_EXPRESSION,              /* left */
    N_DECLARATION,             /* variable, with its items; or a VLA to make */
    N_BLOCK,                   /* body; a scope of its own */
    N_GROUP,                   /* body; no scope: the declarators of one declaration */
    N_IF, N_WHILE, N_DO, N_FOR,            /* for: init, left (condition), third (step), body */
    N_SWITCH, N_CASE, N_DEFAULT,           /* case: value to value_end; body */
    N_BREAK, N_CONTINUE, N_RETURN, N_GOTO, N_LABEL,
    N_GOTO_COMPUTED, N_LABEL_ADDRESS,
    N_EMPTY
} CNodeKind;

/* One piece of an initialiser, flat: what is stored at which byte of the object. Later items win. */
typedef struct CInitItem {
    struct CInitItem *next;
    int64_t offset;
    CType *type;
    const CMember *bit_field;  /* or NULL */
    struct CNode *value;       /* NULL: string, `length` bytes of `text` */
    const char *text;
    size_t length;
} CInitItem;

typedef struct CVariable {
    struct CVariable *next;    /* of the list it is in: a function's locals, the program's globals */
    const char *name;
    CType *type;
    CPlace place;
    bool is_global;            /* static storage: also a local static and a string literal */
    bool is_static;            /* linkage or storage */
    bool is_function, is_defined, is_tentative, is_inline, is_library;
    bool is_guessed;           /* a function that was called before anything declared it */
    bool is_parameter, is_hidden;          /* hidden: made by the compiler, not shown */
    bool is_string;            /* a string literal */
    bool is_register;          /* its address must not be taken */
    bool has_initialiser;      /* and is zero where no item stores */
    bool is_used, is_addressed;
    bool begins_with_block;    /* its life begins anew where its block does; filled in by the compiler */
    const char *hint;          /* is_guessed: what may have been meant */
    int32_t align;             /* _Alignas, or 0 */
    int64_t flexible_size;     /* bytes that its initialiser gives a flexible array member, behind the type's own */
    CInitItem *items;
    struct CFunction *function;            /* of a function: its body; of a local: where it lives */

    /* filled in by the compiler */
    int64_t offset;            /* of a local: from the frame pointer, negative */
    uint64_t address;          /* of a global or function */
    uint32_t first_pc, end_pc; /* where it is in scope */
    int32_t index;             /* of a function: in the program; of a global too */
} CVariable;

typedef struct CNode {
    struct CNode *next;        /* in a list or body */
    uint8_t kind, op;          /* CNodeKind */
    bool is_implicit, is_postfix, is_parenthesized;
    bool keeps_bound;          /* N_POINTER_ADD of an array whose length is known: check the index */
    CType *type;
    CPlace place;              /* of what an error points at: of an operator's expression the operator */
    CSpan span;                /* all of it, with parentheses only where they belong to it */
    struct CNode *left, *right, *third;
    struct CNode *list, *body, *init;
    union {
        struct { int64_t value, value_end; };
        long double floating;
    };
    CVariable *variable;
    const CMember *member;
    int64_t offset;
    CType *common;
    const char *name;          /* of a label */
    struct CNode *target;      /* of a goto: the label; of case and default: the switch */
    struct CNode *cases;       /* of a switch: chained by `target_next` */
    struct CNode *target_next;
    int32_t label;             /* the compiler's, plus one; 0: none yet */
    const char *warning;       /* what is wrong with this expression when it is run: an unsequenced modification */
} CNode;

typedef struct CFunction {
    struct CFunction *next;
    CVariable *variable;
    CType *type;
    CVariable *locals;         /* parameters first, in order of declaration */
    CVariable **last_local;
    int parameter_count;
    CNode *body;
    CNode *labels;             /* chained by target_next */
    CNode *gotos;
    CVariable *result;         /* hidden pointer to where a returned struct goes, or NULL */
    CPlace end;                /* the closing brace */
    bool is_library, calls_setjmp;
} CFunction;

#endif
