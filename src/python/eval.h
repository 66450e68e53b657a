/* Inside the evaluation loop: what eval.c and its helper files share. */
#ifndef REFARROWS_PYTHON_EVAL_H
#define REFARROWS_PYTHON_EVAL_H

#include "python/frame.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/opcode.h"
#include "python/vm.h"

/* What the loop goes on with after a stop that it was suspended at. */
typedef enum Pending {
    PENDING_NONE,              /* the next instruction */
    PENDING_RETURN,            /* the return event was reported: return the top */
    PENDING_YIELD,             /* the same of a yield */
    PENDING_EXCEPTION,         /* the exception event was reported: look for a handler */
    PENDING_DELEGATED,         /* the StopIteration of a delegate was reported: its value takes the delegate's place */
    PENDING_EXHAUSTED,         /* the StopIteration that ended a for loop was reported: leave the loop */
    PENDING_THROW,             /* the call event of a generator resumed by throw() was reported: raise what is thrown */
    PENDING_UNWIND             /* the return event of a frame left by an exception was reported: leave it */
} Pending;

/* ---- python.c: stops ---- */

/* Reports an event of the program's own code. True: go on. False: the machine is to be suspended here; only answered when
 * the C stack is flat. Sets vm->slow. `pending` is what remains to be done after it. */
bool vm_stop(Vm *vm, StepEvent event, int line, Pending pending);
/* Before each instruction in slow mode: counts, audits, stops. False as above. */
bool vm_slow_instruction(Vm *vm, const Instr *instr);

/* A collection got on, and instructions are counted: stops there if that is asked for. Does not return when the machine
 * is to be left. */
void vm_collector_stop(Vm *vm);

/* One more event; looks at it closer only when someone waits for it. */
static inline bool vm_event(Vm *vm, StepEvent event, Pending pending)
{
    if (__builtin_expect(++vm->step < atomic_load_explicit(&vm->host->stop_at, memory_order_relaxed), 1) && !vm->slow)
        return true;
    return vm_stop(vm, event, frame_line(vm->frame), pending);
}

/* Goes on with vm->frame after a suspension: like eval_frame, for the bottom of the C stack. */
Object *eval_resume(Vm *vm);

/* ---- eval_names.c ---- */
Object *eval_load_name(Vm *vm, Frame *frame, Object *name);          /* new reference */
Object *eval_load_global(Vm *vm, Frame *frame, Object *name);
void eval_raise_unbound(Vm *vm, const Code *code, int index);        /* a local, cell or free variable without value */
void eval_raise_name(Vm *vm, TypeId type, const char *format, Object *name);
Object *eval_load_class_deref(Vm *vm, Frame *frame, int index);
int eval_store_name(Vm *vm, Frame *frame, Object *name, Object *value);   /* value NULL: delete */
int eval_setup_annotations(Vm *vm, Frame *frame);
Object *eval_build_class_function(Vm *vm, Frame *frame);

/* ---- eval_data.c ---- */
/* Puts the items on the stack, the first on top; takes nothing over. `after` < 0: no star. */
int eval_unpack(Vm *vm, Object *sequence, int before, int after, Object **top);
Object *eval_format_value(Vm *vm, Object *value, uint32_t flags, Object *spec);
Object *eval_make_function(Vm *vm, Frame *frame, uint32_t flags, Object **stack);   /* stack: the code and what precedes */
int eval_dict_merge(Vm *vm, Object *function, Object *dict, Object *mapping);
int eval_print_expression(Vm *vm, Object *value);    /* at the prompt: its repr, and _ is set; None: nothing */
int eval_list_extend(Vm *vm, Object *list, Object *iterable);
Object *eval_build_set(Vm *vm, Object **items, size_t count);

/* ---- eval_call.c ---- */
/* What a call of a class makes of its arguments, the last of which have the names: a tuple and a dict, new references or
 * NULL where there are none. -1 with an exception. As _PyObject_MakeTpCall. */
int eval_pack_call(Vm *vm, Object *const *args, size_t count, Object *names, Object **tuple, Object **dict);
/* f(*args, **keywords): the tuple made of what comes after the star takes its place. */
Object *eval_call_ex(Vm *vm, Object *callable, Object **args, Object *keywords);
Object *eval_load_method(Vm *vm, Object *object, Object *name, Object **self);   /* *self NULL: no method */
/* Enters a context manager: *exit is the bound __exit__, the result what __enter__ gave. */
Object *eval_before_with(Vm *vm, Object **manager, bool async);
Object *eval_with_except_start(Vm *vm, Object *exit, Object *exception);
Object *eval_yield_from_iter(Vm *vm, Object *iterable, bool in_coroutine);
Object *eval_awaitable(Vm *vm, Object *object, uint32_t where);
Object *eval_async_iter(Vm *vm, Object *object);
Object *eval_async_next(Vm *vm, Object *iterator);
/* One step of a delegate that is no generator of ours. At its end *done is set, *stopped if a StopIteration told it, and
 * the result is its value. */
Object *eval_send(Vm *vm, Object *receiver, Object *value, bool *done, bool *stopped);

/* ---- eval_match.c ---- */
Object *eval_match_keys(Vm *vm, Object *mapping, Object *keys);      /* tuple, or None */
Object *eval_match_class(Vm *vm, Object *subject, Object *type, int64_t positional, Object *names);   /* tuple or NULL */

/* ---- import.c ---- */
Object *import_name(Vm *vm, Frame *frame, Object *name, Object *from_list, Object *level);
Object *import_from(Vm *vm, Object *module, Object *name);
int import_star(Vm *vm, Object *locals, Object *module);
/* What a learner whose program died of this exception is told before the traceback: which modules there are, when it
 * is a ModuleNotFoundError. A str that ends with a newline; NULL: nothing to say (or no memory for it). */
Object *import_advice(Vm *vm, Object *exception);

#endif
