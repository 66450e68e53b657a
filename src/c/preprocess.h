/* The preprocessor: carries out directives and replaces macros, from files to one chain of tokens.
 *
 * preprocess.c has the files and directives, preprocess_macro.c the replacing (by Prosser's algorithm: every token
 * knows the macros it came out of), preprocess_condition.c the expressions of #if, preprocess_pragma.c #pragma.
 */
#ifndef REFARROWS_C_PREPROCESS_H
#define REFARROWS_C_PREPROCESS_H

#include "c/lexer.h"

typedef struct CMacro {
    struct CMacro *next;
    const char *name;
    bool is_function, is_variadic;
    const char **parameters;   /* the last one of a variadic macro: __VA_ARGS__, or its own name */
    int parameter_count;
    CToken *body;              /* ends in C_TOKEN_END */
} CMacro;

enum { C_MACRO_BUCKETS = 1024, C_MOST_PACKINGS = 64 };

typedef struct CPreprocessor {
    CPool *pool;
    CDiagnoser *diagnoser;
    CNames *names;
    CMacro *macros[C_MACRO_BUCKETS];
    struct CCondition *conditions;         /* #if under way, innermost first */
    const char **once;                     /* files with #pragma once */
    int once_count, include_depth;
    uint8_t packing, packings[C_MOST_PACKINGS];        /* #pragma pack: in force, and pushed */
    int packing_depth;
    int counter;                           /* __COUNTER__ */
    const CFile *renumbered;               /* the file with the last #line, which holds for what follows in it */
    int line_shift;                        /* what __LINE__ is there, less the line's own number */
    const char *line_file;                 /* what __FILE__ is there: with its quotes, or NULL */
    size_t copied;                         /* tokens made by macros so far: a bound for what explodes */
    const char *name_defined, *name_va_args, *name_va_opt, *name_line, *name_file, *name_counter;
} CPreprocessor;

void c_preprocess_init(CPreprocessor *pre, CPool *pool, CDiagnoser *diagnoser, CNames *names);

/* The tokens of a file, with everything carried out. */
CToken *c_preprocess(CPreprocessor *pre, const CFile *file);

/* ---- between the files ---- */

CMacro *c_macro_find(const CPreprocessor *pre, const CToken *name);
void c_macro_add(CPreprocessor *pre, CMacro *macro);
void c_macro_remove(CPreprocessor *pre, const char *name);
void c_macro_define_text(CPreprocessor *pre, const char *name, const char *body);

/* If a macro's use begins at `token`, returns the chain with the use replaced, else NULL. */
CToken *c_macro_expand(CPreprocessor *pre, CToken *token);

/* Replaces all macros in a chain that ends in C_TOKEN_END. */
CToken *c_macro_expand_all(CPreprocessor *pre, CToken *chain);

CToken *c_token_copy(CPreprocessor *pre, const CToken *token);

/* Includes of the file of this name find nothing from now on. */
void c_mark_once(CPreprocessor *pre, const char *name);

/* Carries out #pragma; `line` is what stands behind the word, ending in C_TOKEN_END. */
void c_pragma(CPreprocessor *pre, CToken *line, CPlace place);

/* If _Pragma("...") begins at `token`, carries it out and returns what comes behind it, else NULL. */
CToken *c_pragma_operator(CPreprocessor *pre, CToken *token);

/* The value of the expression behind #if; `line` is the directive's rest, ending in C_TOKEN_END. */
bool c_condition_is_true(CPreprocessor *pre, CToken *line, CPlace place);

#endif
