/* Modules that refarrows itself provides: tables of functions and constants, or Python source shipped as an asset. */
#ifndef REFARROWS_PYTHON_MODULES_MODULE_H
#define REFARROWS_PYTHON_MODULES_MODULE_H

#include "machine/machine.h"
#include "python/object.h"

typedef struct ModuleDef {
    const char *name;
    const char *doc;
    const MethodDef *functions;        /* may be NULL */
    int (*init)(Vm *vm, Object *dict); /* adds what is no function; may be NULL; -1 with an exception */
} ModuleDef;

/* Makes builtins, sys and __main__. */
int modules_start(Vm *vm);
/* The module of that name, from the tables or from the assets, made, run and entered into sys.modules: new reference;
 * NULL without an exception: there is none. Dotted names are names like any other: see import.c. */
Object *module_load(Vm *vm, Object *name);
/* An attribute of a module of the library, which is imported if need be: a new reference. */
Object *module_attribute(Vm *vm, const char *module, const char *attribute);
/* Is there a module of that name, loaded or not? */
bool module_exists(Object *name);
/* Calls the function with the name of every module that can be imported, in no order. */
void module_each_name(void (*each)(void *context, const char *name), void *context);
/* Adds functions to a namespace. */
int module_add_functions(Vm *vm, Object *dict, const MethodDef *functions, Object *module);
int module_add_value(Vm *vm, Object *dict, const char *name, Object *value /* taken over; NULL: -1 */);

/* Is it sys.stdout or sys.stderr as the interpreter made them? */
bool standard_stream(Vm *vm, Object *file, OutputStream *stream);

/* Writes to what sys.stderr is now: the interpreter's own, an object of the program with a method `write`, or None, which
 * takes nothing. NULL does nothing. Takes no part in an error that is set, and sets none. As PySys_FormatStderr. */
void stderr_write_text(Vm *vm, Object *text);

extern const MethodDef builtins_data[], builtins_objects[], builtins_text[], builtins_code[];
extern const ModuleDef sys_module, gc_module, math_module;

/* builtins/code.c: the text of a library module as a code object whose lines are no events; NULL with SyntaxError. */
Object *compile_library(Vm *vm, const char *text, size_t length, Object *filename);

#endif
