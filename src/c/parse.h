/* The parser: tokens to trees. It resolves names, computes types and checks what C forbids.
 *
 *     parse.c                 tokens, scopes, external declarations, functions
 *     parse_type.c            declaration specifiers, struct, union, enum, declarators
 *     parse_initializer.c     initialisers, flattened to items
 *     parse_expression.c      expressions, by precedence
 *     parse_operator.c        what operators require of their operands and make of them
 *     parse_call.c            calls, va_arg and other built-in functions
 *     parse_slip.c            what is allowed, but never meant
 *     parse_statement.c       statements
 *     constant.c              constant expressions
 */
#ifndef REFARROWS_C_PARSE_H
#define REFARROWS_C_PARSE_H

#include "c/ast.h"
#include "c/lexer.h"

typedef enum CStorage {
    STORAGE_NONE, STORAGE_TYPEDEF, STORAGE_EXTERN, STORAGE_STATIC, STORAGE_AUTO, STORAGE_REGISTER
} CStorage;

/* What a name means. */
typedef struct CSymbol {
    struct CSymbol *next;
    const char *name;
    CVariable *variable;       /* one of these */
    CType *alias;              /* typedef */
    const CEnumerator *enumerator;
    CType *enum_type;
} CSymbol;

typedef struct CTag {
    struct CTag *next;
    const char *name;
    CType *type;
} CTag;

enum { SCOPE_BUCKETS = 16, FILE_SCOPE_BUCKETS = 1024 };

typedef struct CScope {
    struct CScope *outer;
    CSymbol **symbols;
    CTag **tags;
    uint32_t buckets;
} CScope;

/* What gcc only warns of: it is told when the program begins. */
typedef struct CSlip {
    struct CSlip *next;
    CPlace place;
    const char *text;
} CSlip;

typedef struct CParser {
    CPool *pool;
    CDiagnoser *diagnoser;
    CNames *names;
    CToken *token;             /* the next one */
    CToken *previous;          /* the one before: errors about what is missing stand behind it */
    CScope *scope, *file_scope;
    CFunction *function;       /* being parsed */
    CFunction *functions, **last_function;
    CVariable *globals, **last_global;
    CNode *enclosing_switch;
    int loop_depth, switch_depth, depth;
    int next_record, next_hidden;
    bool is_library;           /* the text is the prelude's */
    CSlip *slips, **last_slip;
    struct CPreprocessor *preprocessor;    /* of the program: knows the headers that were read */
    CVariable *(*missing_function)(struct CParser *parser, const CToken *name);    /* a library function used undeclared */
} CParser;

void c_parse_init(CParser *parser, CPool *pool, CDiagnoser *diagnoser, CNames *names);

/* Parses a whole translation unit; may be called again for more text in the same scope. */
void c_parse(CParser *parser, CToken *tokens);

/* Notes a slip. */
void c_slip(CParser *parser, CPlace place, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* ---- tokens ---- */
bool c_at(const CParser *p, CPunct punct);
bool c_at_keyword(const CParser *p, CKeyword keyword);
bool c_take(CParser *p, CPunct punct);
bool c_take_keyword(CParser *p, CKeyword keyword);
void c_expect(CParser *p, CPunct punct, const char *where);
CToken *c_next(CParser *p);
CPlace c_place_behind(const CParser *p);           /* the place just behind the previous token */
void c_enter(CParser *p);                          /* guards against nesting too deep for the C stack */
void c_leave(CParser *p);
void c_count_operator(CParser *p, int *count);     /* guards against chains too long, which are as deep as long */

/* ---- names ---- */
void c_scope_open(CParser *p);
void c_scope_close(CParser *p);
CSymbol *c_symbol_find(const CParser *p, const char *name);
CSymbol *c_symbol_find_here(const CParser *p, const char *name);
CSymbol *c_symbol_add(CParser *p, const char *name);
CTag *c_tag_find(const CParser *p, const char *name, bool here_only);
CTag *c_tag_add(CParser *p, const char *name, CType *type);
CVariable *c_variable_new(CParser *p, const char *name, CType *type, CPlace place);
CVariable *c_local_new(CParser *p, const char *name, CType *type, CPlace place);
CVariable *c_global_new(CParser *p, const char *name, CType *type, CPlace place);
CVariable *c_hidden_local(CParser *p, CType *type);
CVariable *c_string_literal(CParser *p, CType *type, const char *text, size_t length, CPlace place);
CVariable *c_declare_function(CParser *p, const char *name, CType *type, CPlace place, CStorage storage);

/* ---- types (parse_type.c) ---- */
typedef struct CSpecifiers {
    CType *type;
    CStorage storage;
    bool is_inline, is_implicit_int;
    int32_t align;
    CPlace place;
} CSpecifiers;

typedef struct CQualifiers { bool is_const, is_volatile; } CQualifiers;

bool c_starts_type(const CParser *p, const CToken *token);
bool c_take_qualifier(CParser *p, CQualifiers *qualifiers);        /* const, volatile, restrict, _Atomic: if one is there */
CSpecifiers c_parse_specifiers(CParser *p);
/* `name` is NULL for an abstract declarator's token. */
CType *c_parse_declarator(CParser *p, CType *base, CToken **name);
CType *c_parse_type_name(CParser *p);
CType *c_parse_old_parameters(CParser *p, CType *function);
int32_t c_skip_attributes(CParser *p);             /* returns the alignment asked for, or 0 */

/* Those of one declarator of a list: its attributes, which begin here, ask for it alone. */
CSpecifiers c_own_specifiers(CParser *p, const CSpecifiers *specifiers);
void c_parse_static_assert(CParser *p);

/* ---- initialisers ---- */
/* Behind the '='. Fills in `variable->items`, and the length of an array without one. */
void c_parse_initialiser(CParser *p, CVariable *variable);

/* ---- expressions ---- */
CNode *c_parse_expression(CParser *p);
CNode *c_parse_assignment(CParser *p);
CNode *c_parse_conditional(CParser *p);
CNode *c_parse_call(CParser *p, CNode *function, CPlace open);
CNode *c_parse_builtin(CParser *p);                /* NULL when the next token begins none */
CNode *c_parse_builtin_call(CParser *p, const char *name, CPlace place);
CNode *c_parse_compound(CParser *p);
CNode *c_parse_cast(CParser *p);
int64_t c_parse_constant(CParser *p, const char *what);

/* ---- making expressions (parse_operator.c) ---- */
CNode *c_node(CParser *p, CNodeKind kind, CPlace place);
/* The expression or statement just read, which began at `first`, unless it has a span already. Returns the node. */
CNode *c_spanned(const CParser *p, CNode *node, CPlace first);
CNode *c_integer(CParser *p, int64_t value, CType *type, CPlace place);
CNode *c_variable_node(CParser *p, CVariable *variable, CPlace place);
CNode *c_convert(CParser *p, CNode *node, CType *type);        /* an implicit cast, if one is needed */
CNode *c_decay(CParser *p, CNode *node);                       /* the value: arrays and functions become pointers */
CNode *c_convert_assigned(CParser *p, CNode *node, CType *type, const char *what, CPlace place);
CNode *c_condition(CParser *p, CNode *node);                   /* checks that it is a scalar */
CNode *c_unary(CParser *p, CPunct op, CNode *operand, CPlace place);
CNode *c_binary(CParser *p, CPunct op, CNode *left, CNode *right, CPlace place);
CNode *c_assign(CParser *p, CNode *left, CNode *right, CPlace place);
CNode *c_assign_op(CParser *p, CPunct op, CNode *left, CNode *right, CPlace place);
CNode *c_step(CParser *p, CNode *operand, int delta, bool is_postfix, CPlace place);
CNode *c_choose(CParser *p, CNode *condition, CNode *yes, CNode *no, CPlace place);
CNode *c_subscript(CParser *p, CNode *array, CNode *index, CPlace place);
CNode *c_member(CParser *p, CNode *record, const CToken *name, bool through_pointer, CPlace place);
bool c_is_null_constant(const CNode *node);
bool c_is_lvalue(const CNode *node);

/* ---- slips: what compilers only warn of; told when the expression runs (parse_slip.c) ---- */
void c_slip_converted(CParser *p, CNode *node, const CType *to);       /* an operand that is assigned or passed */
void c_slip_condition(CParser *p, CNode *condition);                   /* `if (x = 3)` */
void c_slip_empty(CParser *p, CNode *condition, const char *keyword);  /* `if (x);` */
void c_slip_character(CParser *p, CNode *constant, const CToken *token);       /* 'abc' */
void c_slip_dropped(CParser *p, CNode *value);                         /* returned from a function of type void */
void c_slip_undeclared(CParser *p, CNode *call, const char *function); /* a library function without its header */

/* ---- statements ---- */
CNode *c_parse_block(CParser *p);                  /* the opening brace is next; opens a scope */
void c_parse_body(CParser *p, CFunction *function);
/* A declaration inside a function: appends to the list. */
CNode *c_parse_local_declaration(CParser *p);
void c_check_sequence(CParser *p, CNode *expression);          /* parse_sequence.c */

/* ---- constants (constant.c) ---- */
bool c_constant_integer(const CNode *node, int64_t *value);
bool c_constant_floating(const CNode *node, long double *value);
/* An address plus a number, as initialisers of globals allow: `variable` is NULL for a plain number. */
bool c_constant_address(const CNode *node, CVariable **variable, int64_t *offset);
bool c_constant_overflows(const CNode *node);  /* signed arithmetic in it gives what does not fit */
int64_t c_truncate(int64_t value, const CType *type);          /* to the type's width, as a conversion does */

const char *c_show(CParser *p, const CType *type);             /* the type as text, with quotes */

#endif
