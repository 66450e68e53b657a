/* Constant folding on the tree, as CPython's ast_opt.c: -1, 2 * 3, (1, 2), "a" "b"[0], x in [1, 2], "%s" % (x,).
 *
 * The tree itself is not changed. What an expression was folded to is noted beside it: ask fold_of for the expression
 * to compile, and fold_constant for its value when that is a constant.
 */
#ifndef REFARROWS_PYTHON_FOLD_H
#define REFARROWS_PYTHON_FOLD_H

#include "python/compile.h"

/* Folds everything in a module. Never raises SyntaxError; RecursionError when it is nested too deep. */
void fold_module(Compiler *c, Module *module);

/* The expression that stands for this one: itself if nothing was folded. */
Expr *fold_of(const Compiler *c, Expr *expr);

/* The object of a constant expression (kept), NULL if it is none. */
Object *fold_constant(Compiler *c, Expr *expr);

/* "%s, %r" % (a, b) as an f-string (compile_format.c); NULL if the format says more than that. */
Expr *fold_format(Compiler *c, const Expr *binary, const Object *format, const ExprList *arguments);

#endif
