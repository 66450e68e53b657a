/* The symbol table: which names each scope binds, uses and declares, and what follows for where a name is looked up.
 *
 * As CPython's symtable.c: a first walk over the tree notes what is said of each name (symtable.c), a second one over
 * the scopes decides: local, global, free, cell (compile_scopes.c). Their SyntaxErrors are CPython's.
 */
#ifndef REFARROWS_PYTHON_SYMTABLE_H
#define REFARROWS_PYTHON_SYMTABLE_H

#include "python/compile.h"

/* Builds the scopes of a module into c->scopes and c->module_scope, decided. Leaves with a SyntaxError. */
void symtable_build(Compiler *c, Module *module);

/* Decides for all names of all scopes below and including `scope`. */
void scopes_decide(Compiler *c, Scope *scope);

/* The scope made for a module, function, class, lambda or comprehension. */
Scope *symtable_scope(const Compiler *c, const void *node);

#endif
