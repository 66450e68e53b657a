/* Entering and leaving the frame of a plain call, inline for the evaluation loop: what function_push and frame_end do
 * when there is nothing special about the call. */
#ifndef REFARROWS_PYTHON_EVAL_FRAME_H
#define REFARROWS_PYTHON_EVAL_FRAME_H

#include "python/alloc_fast.h"
#include "python/frame.h"
#include "python/objects/containers.h"
#include "python/objects/function.h"

static inline size_t eval_name_count(const Object *names) { return names ? (size_t)tuple_length(names) : 0; }

/* base[1] is a bound method, base[0] NULL: the method's function and its self take the two places. */
static inline void eval_unbind_method(Vm *vm, Object **base)
{
    Method *bound = (Method *)base[1];
    base[0] = incref(bound->function);
    base[1] = incref(bound->self);
    decref(vm, &bound->head);
}

/* A frame for a call with just the arguments that the function takes. Takes over the references to the function and to
 * the arguments. NULL: nothing was done, as the call is another one or there is no room for it. */
static inline Frame *frame_push_exact(Vm *vm, Function *function, Object *const *args, size_t count)
{
    Code *code = (Code *)function->code;
    Frame *frame = (Frame *)vm->frames_top;
    if (!code->takes_exact || count != (size_t)code->arg_count || vm->depth + vm->c_depth >= vm->recursion_limit
        || frame_size(code) > (size_t)(vm->frames_end - vm->frames_top))
        return NULL;
    vm->frames_top += frame_size(code);
    frame->back = vm->frame;
    frame->function = &function->head;
    frame->code = code;
    code->head.count++;
    frame->globals = function->globals;
    frame->builtins = function->builtins;
    frame->locals = NULL;
    frame->object = NULL;
    frame->next = code->instrs;
    frame->top = frame->slots + code->locals_count;
    frame->number = ++vm->next_frame_number;
    frame->line = 0;
    frame->owner = FRAME_ON_STACK;
    frame->entry = frame->construct = false;
    size_t locals = (size_t)code->locals_count, i = 0;
    for (; i < count; i++)
        frame->slots[i] = args[i];
    for (; i < locals; i++)
        frame->slots[i] = NULL;
    return frame;
}

/* A frame of a call from Python to Python whose end is nothing but the end. */
static inline bool frame_is_plain(const Frame *frame)
{
    return !frame->entry && !frame->construct && frame->owner == FRAME_ON_STACK && !frame->object && frame->function
        && !frame->locals;
}

/* Ends such a frame, once vm->frame is another: nobody sees it any more, so its places need not be emptied. */
static inline void frame_leave(Vm *vm, Frame *frame)
{
    for (Object **place = frame->slots, **end = frame->top; place < end; place++)
        if (*place)
            decref_number(vm, *place);
    decref(vm, frame->function);
    decref(vm, &frame->code->head);
    vm->frames_top = (unsigned char *)frame;
}

#endif
