/* Functions, bound methods, cells, built-in functions, generators, modules. */
#ifndef REFARROWS_PYTHON_OBJECTS_FUNCTION_H
#define REFARROWS_PYTHON_OBJECTS_FUNCTION_H

#include "python/frame.h"
#include "python/object.h"

typedef struct Function {      /* fields in the order and number of CPython's PyFunctionObject */
    Object head;
    Object *globals, *builtins, *name, *qualname, *code, *defaults, *kwdefaults, *closure;
    Object *doc, *dict, *weaklist, *module, *annotations;
    uint64_t parent;           /* serial of the activation that made it, 0 for module code (vectorcall in CPython) */
    uint32_t version;          /* for inline caches; 0: not assigned */
} Function;

typedef struct Method { Object head; Object *function, *self, *weaklist; void *vectorcall; } Method;
typedef struct Cell { Object head; Object *value; } Cell;
typedef struct BuiltinFunction {
    Object head;
    const MethodDef *def;
    Object *self, *module, *weaklist;
    void *vectorcall;
} BuiltinFunction;
typedef struct ModuleObject { Object head; Object *dict; void *def, *state; Object *weaklist, *name; } ModuleObject;
typedef struct Generator {
    Object head;
    Object *weaklist, *name, *qualname;
    HandledException handled;
    Object *code;              /* owned: outlives the frame */
    bool is_async, is_coroutine, started, executing, finished;
    bool sent;                 /* resumed last with a value other than None */
    bool closed, step_running; /* async generators: no more steps may start; one is under way */
    Frame frame;               /* with its slots behind it; what it owns is gone once finished */
} Generator;

Object *function_new(Vm *vm, Object *code, Object *globals);
/* Binds arguments to parameters and pushes the frame, as _PyEvalFramePushAndInit. Arguments are borrowed. NULL with
 * TypeError worded as CPython's. */
Frame *function_push(Vm *vm, Function *function, Object *const *args, size_t count, Object *names);
Object *method_new(Vm *vm, Object *function, Object *self);
Object *cell_new(Vm *vm, Object *value /* or NULL; own reference */);
Object *module_new(Vm *vm, Object *name);
static inline Object *module_dict(Object *module) { return ((ModuleObject *)module)->dict; }

/* Takes the frame out of the frame stack into a new generator (or coroutine, async generator, by code flags). */
Object *generator_new(Vm *vm, Frame *frame);
/* Resumes: the value yielded, NULL with StopIteration(value) or another exception. `argument` NULL: next(). */
Object *generator_send(Vm *vm, Generator *generator, Object *argument);
/* Prepares to resume inside the running loop: the frame to continue with, its stack already holding the sent value; NULL
 * with an exception ("generator already executing"), or without: it has ended. */
Frame *generator_enter(Vm *vm, Generator *generator, Object *argument);
void generator_leave(Vm *vm, Generator *generator, bool ended);   /* after a yield or an end */
static inline Generator *generator_of_frame(Frame *frame)
{
    return (Generator *)((char *)frame - offsetof(Generator, frame));
}
/* StopIteration(value), as a generator ends that returns the value; without argument for None. */
void generator_raise_stop(Vm *vm, Object *value);
Object *generator_close(Vm *vm, Generator *generator);
/* The throw() method: `args` are type or instance, value, traceback. */
Object *generator_throw(Vm *vm, Object *self, Object *const *args, size_t count, Object *names);

/* ---- async_generator.c ---- */
extern const MethodDef async_generator_methods[];
Object *async_generator_next(Vm *vm, Object *self);              /* __anext__: the awaitable of one step */
Object *async_generator_wrap(Vm *vm, Object *value);             /* marks a value that the generator yields */
/* The object that a yield from delegates to: borrowed or NULL. */
Object *generator_yield_from(Generator *generator);

#endif
