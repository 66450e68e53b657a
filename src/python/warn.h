/* Warnings that the interpreter itself gives. The module `warnings` decides what becomes of them. */
#ifndef REFARROWS_PYTHON_WARN_H
#define REFARROWS_PYTHON_WARN_H

#include "python/object.h"

/* At the line that runs now; takes the message over, NULL is an exception already set. -1 if the filters make an
 * exception of it. */
int warn_of(Vm *vm, TypeId category, Object *message);

/* The same at the program's own line that led into library code. */
int warn_in_program(Vm *vm, TypeId category, Object *message);
/* A method such as __int__ gave an instance of a strict subclass of `kind`; `method` is taken over. */
int warn_of_subclass(Vm *vm, Object *method, const char *kind, Object *value);

/* Of a coroutine that dies before it began; what goes wrong in that is written to stderr. */
void warn_never_awaited(Vm *vm, Object *coroutine, Object *qualname);

/* What a compilation at run time found: `found` is a list of (message, lineno, offset, end_lineno, end_offset). Has the
 * module been imported? Then -1 may mean a SyntaxError: the filters made an exception of one. */
Object *warn_list_new(Vm *vm);          /* NULL while nobody imported `warnings`, or with an exception */
int warn_of_source(Vm *vm, Object *found, Object *filename);

#endif
