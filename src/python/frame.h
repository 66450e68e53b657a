/* Frames: activations of code objects.
 *
 * A frame lies on the frame stack (a segment of the arena), in a generator, or, once it has ended and something still
 * refers to it (a traceback), in its frame object. Calls from Python to Python push a frame and return to the evaluation
 * loop, so the C stack stays flat; `entry` marks the frame with which one run of the loop began.
 */
#ifndef REFARROWS_PYTHON_FRAME_H
#define REFARROWS_PYTHON_FRAME_H

#include "python/code.h"
#include "python/object.h"

typedef enum FrameOwner { FRAME_ON_STACK, FRAME_IN_GENERATOR, FRAME_IN_OBJECT } FrameOwner;

typedef struct Frame {
    struct Frame *back;        /* the caller; NULL at the bottom and while a generator is suspended */
    Object *function;          /* owned; NULL for module and class code run by exec */
    Code *code;                /* owned */
    Object *globals, *builtins;        /* Dicts; owned by the function, or by the frame when there is none */
    Object *locals;            /* namespace of module and class code; owned; NULL in functions */
    struct FrameObject *object;        /* owned; NULL until someone asks for it */
    const Instr *next;         /* the instruction to run next; set whenever the loop is left or may be looked at */
    Object **top;              /* one past the last temporary; set like `next` */
    uint64_t number;           /* serial of the activation */
    int32_t line;              /* set by LINE; 0 after a backward jump and at the start */
    uint8_t owner;             /* FrameOwner */
    bool entry;                /* leaving it leaves the loop that runs it */
    bool construct;            /* it runs an __init__ for a call of a class: FRAME_SPARE values lie on its caller's stack */
    Object *slots[];           /* locals, cells, free variables, then the temporaries */
} Frame;

typedef struct FrameObject {
    Object head;
    struct FrameObject *back;  /* owned; of the caller, once the frame has ended */
    Frame *frame;              /* wherever it lies now */
    Object *trace;             /* f_trace, for programs that set it; owned */
    int32_t line;              /* last line once ended */
    bool complete;
    _Alignas(8) char storage[]; /* the frame itself once it has ended while being referred to */
} FrameObject;

/* What sys.exc_info() tells: one for the call stack, one for each generator, chained while it runs. */
typedef struct HandledException {
    Object *value;             /* owned; NULL: nothing is handled */
    struct HandledException *previous;
} HandledException;

/* A call of a class keeps on the stack, above the class and the arguments, what CPython's C functions keep meanwhile: the
 * tuple of the arguments and the dict of the named ones (NULL: there are none), and the instance. */
enum { FRAME_SPARE = 3 };

static inline size_t frame_size(const Code *code)
{
    return sizeof(Frame) + (size_t)(code->locals_count + code->stack_size + FRAME_SPARE) * sizeof(Object *);
}
static inline Object **frame_stack_base(Frame *frame) { return frame->slots + frame->code->locals_count; }

void frame_stack_init(Vm *vm);
/* Pushes a frame for the code on the frame stack: slots unbound, `back` is vm->frame, vm->frame unchanged. Takes over
 * `function` (may be NULL) and `locals` (may be NULL); with no function it makes its own references to globals, builtins
 * and code. NULL with RecursionError or MemoryError (then nothing was taken over). */
Frame *frame_push(Vm *vm, Object *function, Code *code, Object *globals, Object *builtins, Object *locals);
/* Ends a frame: releases what it holds (or moves it into its frame object when that is still referred to) and pops it
 * if it lies on the stack. vm->frame is not changed. */
void frame_end(Vm *vm, Frame *frame);
/* Releases locals and temporaries only. */
void frame_clear(Vm *vm, Frame *frame);
FrameObject *frame_object(Vm *vm, Frame *frame);      /* borrowed; made on demand; NULL with MemoryError */
/* The instruction that a frame is at, and the line and source range belonging to it. */
uint32_t frame_instruction(const Frame *frame);
int frame_line(const Frame *frame);
int frame_traverse(Vm *vm, Frame *frame, VisitFunction visit, void *context);
/* locals() of the frame: a Dict, updated from its variables; new reference. */
Object *frame_locals(Vm *vm, Frame *frame);
/* Value of a local, cell or free variable as the program sees it: borrowed, NULL if not bound. */
Object *frame_variable(Vm *vm, Frame *frame, int index);
bool frame_contains_object(Vm *vm, const Frame *frame);

/* ---- eval.c ---- */
/* Runs a frame that was pushed until it returns: its value, NULL with an exception. */
Object *eval_frame(Vm *vm, Frame *frame);
/* Runs code in the given namespaces: exec, module and class bodies. */
Object *eval_code(Vm *vm, Code *code, Object *globals, Object *locals);

#endif
