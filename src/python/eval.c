/* The evaluation loop. One instruction after the other of one frame after the other: a call from Python to Python, a
 * generator that a for loop resumes, an __init__ push a frame and go on here, so the C stack does not grow with the
 * program's. What an instruction means is said in opcode.h; this file and the parts of the loop in instructions/, one for
 * each kind of instruction, say how.
 *
 * State: `frame`, `ip` (the next instruction) and `top` (one past the last temporary) live in C variables. `frame->next`
 * is kept up to date with every instruction; `frame->top` only where somebody may look (SYNC).
 *
 * An instruction that fails goes to `error`. One that calls Python goes to `enter` with the new frame in `entered`.
 * A stop goes to `suspend`: the frame is complete, and eval_resume continues it later.
 */
#include "python/eval.h"

#include <string.h>

#include "python/eval_cache.h"
#include "python/eval_frame.h"
#include "python/eval_number.h"
#include "python/objects/descriptor.h"
#include "python/objects/list_internal.h"
#include "python/specialise.h"

#define PUSH(value) (*top++ = (value))
#define POP() (*--top)
#define PEEK(depth) (top[-(ptrdiff_t)(depth)])
#define SYNC() (frame->top = top)
#define NAME(index) (((Tuple *)frame->code->names)->items[index])
#define CONST(index) (((Tuple *)frame->code->consts)->items[index])
#define CACHE() (&frame->code->caches[instr->cache])

/* Dispatch: in slow mode every instruction goes through `slow` first. */
#define NEXT() \
    do { \
        instr = ip++; \
        frame->next = ip; \
        goto *labels[instr->fast]; \
    } while (0)
#define TARGET(op) op_##op
#define DROP(value) decref_number(vm, (value))

/* Replaces the two operands of a binary instruction by its result. */
#define BINARY_RESULT(value) \
    do { \
        Object *result_ = (value); \
        Object *right_ = POP(), *left_ = POP(); \
        SYNC();        /* a __del__ may be looked at, and what dies is on no stack */ \
        DROP(left_); \
        DROP(right_); \
        if (!result_) \
            goto error; \
        PUSH(result_); \
        NEXT(); \
    } while (0)

/* Pops `value`, does something with it that may fail, releases it. */
#define CONSUME(call) \
    do { \
        value = POP(); \
        SYNC(); \
        int result_ = (call); \
        DROP(value); \
        if (result_ < 0) \
            goto error; \
        NEXT(); \
    } while (0)

/* Does something that may fail with the values on top, then releases so many of them, the lowest first. */
#define CONSUME_MANY(count, call) \
    do { \
        SYNC(); \
        int result_ = (call); \
        top = release_many(vm, top, (count)); \
        if (result_ < 0) \
            goto error; \
        NEXT(); \
    } while (0)

/* The operators on ints that numbers_operate leaves, as they are too large. */
static Object *binary_int(Vm *vm, Object *left, Object *right, BinaryOp op)
{
    static const BinaryFunction operations[BINARY_COUNT] = {
        [BINARY_ADD] = int_add, [BINARY_SUBTRACT] = int_subtract, [BINARY_MULTIPLY] = int_multiply,
        [BINARY_FLOOR_DIVIDE] = int_floor_divide, [BINARY_REMAINDER] = int_remainder,
    };
    return operations[op] ? operations[op](vm, left, right) : object_binary(vm, left, right, op);
}

static Object *binary(Vm *vm, Object *left, Object *right, unsigned argument)
{
    BinaryOp op = (BinaryOp)(argument >= BINARY_IN_PLACE ? argument - BINARY_IN_PLACE : argument);
    Object *result;
    if (number_operate(vm, op, left, right, &result))
        return result;
    if (is_exact(left, INT) && is_exact(right, INT) && op != BINARY_MATRIX_MULTIPLY)
        return binary_int(vm, left, right, op);
    return argument >= BINARY_IN_PLACE ? object_in_place(vm, left, right, op) : object_binary(vm, left, right, op);
}

/* s = s + t with nobody else holding s: the local is emptied first so that the text can grow in place, as
 * unicode_concatenate in ceval.c. Takes over `left`. */
static Object *concatenate(Vm *vm, Frame *frame, const Instr *ip, Object *left, Object *right)
{
    if (left->count == 2 && ip->op == OP_STORE_FAST && frame->slots[ip->arg] == left) {
        frame->slots[ip->arg] = NULL;
        decref(vm, left);
    } else if (left->count == 2 && ip->op == OP_STORE_NAME && frame->locals && is_exact(frame->locals, DICT)) {
        Object *name = tuple_item(frame->code->names, ip->arg);
        if (dict_get(vm, frame->locals, name) == left && dict_delete(vm, frame->locals, name) < 0) {
            decref(vm, left);
            return NULL;
        }
    }
    return str_append(vm, &left, right) < 0 ? NULL : left;
}

static inline Object *compare(Vm *vm, Object *left, Object *right, CompareOp op)
{
    int answer = compare_quickly(left, right, op);
    return answer >= 0 ? new_bool(vm, answer) : object_compare(vm, left, right, op);
}

/* Its loss of a reference runs no code of the program: so it may happen while the stack is not in order. */
static inline bool dies_quietly(const Object *object)
{
    return object->count > 1 || is_exact(object, INT) || is_exact(object, FLOAT) || is_exact(object, STR);
}

/* Takes `count` values off the stack. */
static inline Object **drop_many(Vm *vm, Object **top, size_t count)
{
    while (count--)
        if (*--top)
            decref_number(vm, *top);
    return top;
}

/* The same, the lowest first: the order of CPython's CALL and its kin. frame->top is above them: what has not been
 * released yet may be looked at. */
static inline Object **release_many(Vm *vm, Object **top, size_t count)
{
    for (Object **place = top - count; place < top; place++) {
        Object *value = *place;
        *place = NULL;
        if (value)
            decref_number(vm, value);
    }
    return top - count;
}

/* Truth of a popped value; releases it. */
static inline int truth_of(Vm *vm, Object *value)
{
    int truth;
    if (value == bool_object(vm, true))
        truth = 1;
    else if (value == bool_object(vm, false) || value == none(vm))
        truth = 0;
    else
        truth = object_truth(vm, value);
    decref_number(vm, value);
    return truth;
}

static inline Object *subscript(Vm *vm, Object *container, Object *key)
{
    Object *item = item_quickly(container, key);
    if (!item && is_exact(container, DICT)) {
        item = dict_get(vm, container, key);
        if (!item && vm_failed(vm))
            return NULL;
    }
    return item ? incref(item) : object_get_item(vm, container, key);
}

static inline int store_subscript(Vm *vm, Object *container, Object *key, Object *value)
{
    return is_exact(container, DICT) ? dict_set(vm, container, key, value)
                                     : object_set_item(vm, container, key, value);
}

/* ---- calls ---- */

/* The frame of __init__ for a call of a plain class with all that lies from `base` to frame->top: NULL, the class, the
 * arguments. They stay there, and above them lie, until end_construction, what CPython's _PyObject_MakeTpCall makes of
 * them and the new instance: FRAME_SPARE values. Where there are names, the arguments and the instance are held once
 * more, by the array in which _PyStack_UnpackDict lays them. NULL with an exception: then the stack is as it was. */
static Frame *push_construction(Vm *vm, Frame *caller, Function *init, Object **base, Object *names)
{
    Object *class = base[1], **args = base + 2, **top = caller->top;
    size_t count = (size_t)(top - args) - eval_name_count(names);
    if (vm_enter_recursion(vm, " while calling a Python object") < 0)
        return NULL;
    Frame *frame = NULL;
    if (eval_pack_call(vm, args, count, names, &top[0], &top[1]) == 0) {
        caller->top = top + 2;
        top[2] = class_instance_new(vm, (Type *)class);
        caller->top = top + FRAME_SPARE;
    }
    if (caller->top > top && top[2]) {
        free_list_pass_tuple(vm, eval_name_count(names));     /* that of the names, which slot_tp_init makes */
        args[-1] = top[2];
        frame = function_push(vm, init, args - 1, count + 1, names);
        args[-1] = class;
    }
    if (frame) {
        frame->construct = true;
        if (top[1])
            call_hold(args, (size_t)(top - args)), incref(top[2]);
        return frame;
    }
    if (caller->top > top)
        caller->top = drop_many(vm, caller->top, FRAME_SPARE);
    vm_leave_recursion(vm);
    return NULL;
}

/* After push_construction and the end of __init__: all that lies on the stack for the call is released in CPython's
 * order, and the instance is left alone, or nothing if __init__ `failed`. */
static void end_construction(Vm *vm, Frame *caller, size_t count, bool failed)
{
    Object **top = caller->top, **base = top - FRAME_SPARE - count - 2;
    if (top[-2])
        call_release(vm, base + 2, count), decref(vm, top[-1]);
    base[0] = top[-1];
    top[-1] = NULL;
    if (failed)
        object_replace(vm, &base[0], NULL);
    object_replace(vm, &top[-3], NULL);
    object_replace(vm, &top[-2], NULL);
    release_many(vm, top, count + 1 + FRAME_SPARE);
    caller->top = base + !failed;
}

/* A method written in C called through an instance of its own type, as list.append: no more to check than the count. Room
 * on the C stack was looked for when the loop was entered (and asking here would cost the loop a register). */
static inline bool is_plain_method_call(Vm *vm, Object *callable, Object *const *args, size_t count, Object *names)
{
    if (!is_exact(callable, METHOD_DESCRIPTOR) || names || count == 0)
        return false;
    const MethodDescriptor *method = (const MethodDescriptor *)callable;
    if (object_type(vm, args[0]) != method->base.type)
        return false;
    int kind = method->def->kind & METHOD_KIND_MASK;
    return kind == METHOD_FAST || (kind == METHOD_ONE && count == 2) || (kind == METHOD_NO_ARGS && count == 1);
}

/* The same for a function of a module, as len: here a call counts as one deeper (call.c). */
static inline bool is_plain_function_call(Vm *vm, Object *callable, size_t count, Object *names)
{
    if (!is_exact(callable, BUILTIN_FUNCTION) || names || vm->depth + vm->c_depth >= vm->recursion_limit)
        return false;
    int kind = ((const BuiltinFunction *)callable)->def->kind & METHOD_KIND_MASK;
    return kind == METHOD_FAST || (kind == METHOD_ONE && count == 1) || (kind == METHOD_NO_ARGS && count == 0);
}

static inline Object *call_plain_function(Vm *vm, const BuiltinFunction *callable, Object *const *args, size_t count)
{
    vm->c_depth++;
    Object *value = callable->def->function(vm, callable->self, args, count, NULL);
    vm->c_depth--;
    return value;
}

/* The handler for an exception raised by the instruction at that index; NULL: none. The last entry that covers it wins. */
static const CodeHandler *find_handler(const Code *code, uint32_t index)
{
    const CodeHandler *found = NULL;
    for (uint32_t i = 0; i < code->handler_count && code->handlers[i].start <= index; i++)
        if (index < code->handlers[i].end)
            found = &code->handlers[i];
    return found;
}

/* Where the exception on its way came from, for RERAISE: an int, or None when there is no memory for one. */
static Object *place_of_raise(Vm *vm, const Frame *frame)
{
    Object *raised = vm->raised;
    vm->raised = NULL;
    Object *place = int_from_i64(vm, frame->next - frame->code->instrs - 1);
    if (!place) {
        vm_clear_error(vm);
        place = new_none(vm);
    }
    vm->raised = raised;
    return place;
}

/* A StopIteration must not leave a generator as such: PEP 479. */
static void convert_stop_iteration(Vm *vm, const Generator *g)
{
    bool stop = vm_failed_with(vm, TYPE_StopIteration);
    if (!stop && !(g->is_async && vm_failed_with(vm, TYPE_StopAsyncIteration)))
        return;
    Object *cause = vm->raised;
    vm->raised = NULL;
    vm_raise_from(vm, cause, TYPE_RuntimeError, "%s raised %s",
                  g->is_coroutine ? "coroutine" : g->is_async ? "async generator" : "generator",
                  stop ? "StopIteration" : "StopAsyncIteration");
}

/* Is the code the program's own, so that its events are reported? */
static inline bool reports(const Frame *frame) { return !frame->code->is_library; }

/* What KW_NAMES remembered, where the loop is entered between it and its CALL: the code says it, so no suspension loses
 * it. The two instructions have one line, so nothing else stands between them. */
static Object *remembered_names(const Frame *frame)
{
    const Code *code = frame->code;
    const Instr *before = frame->next - 1;
    return before >= code->instrs && before->op == OP_KW_NAMES ? ((Tuple *)code->consts)->items[before->arg] : NULL;
}

static Object *run_loop(Vm *vm, Frame *frame, Pending pending)
{
    static const void *const fast_labels[FAST_COUNT] = {
#define X(name, operand, pops, pushes, caches, sentence) [OP_##name] = &&op_##name,
        OPCODES(X)
#undef X
#define X(name, operand, first, second, third, fourth) [FAST_##name] = &&fast_##name,
        SPECIALISED(X)
#undef X
    };
    static const void *const slow_labels[FAST_COUNT] = {[0 ... FAST_COUNT - 1] = &&slow};
    const void *const *labels = vm->slow ? slow_labels : fast_labels;
    const Instr *ip = frame->next, *instr = ip - 1;
    Object **top = frame->top;
    Object *keyword_names = remembered_names(frame);   /* borrowed, between KW_NAMES and CALL */
    Object *value;
    bool stopped = false;      /* the delegate of a SEND ended with a StopIteration */
    Frame *entered;

    switch (pending) {
    case PENDING_NONE: break;
    case PENDING_RETURN: goto return_reported;
    case PENDING_YIELD: goto yield_reported;
    case PENDING_EXCEPTION: goto exception_reported;
    case PENDING_UNWIND: goto unwind_reported;
    case PENDING_DELEGATED: goto delegated;
    case PENDING_EXHAUSTED: goto exhausted;
    case PENDING_THROW: goto error;
    }
    if (vm_failed(vm))
        goto thrown;
    NEXT();

thrown:                        /* a generator resumed by throw() */
    if (reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_CALL, PENDING_THROW))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
    goto error;

slow:
    SYNC();
    if (!vm_slow_instruction(vm, instr)) {
        frame->next = instr;
        goto suspended;
    }
    if (!vm->slow)
        labels = fast_labels;
    goto *fast_labels[instr->op];

TARGET(NOP):
    NEXT();

TARGET(RESUME):
    if (instr->arg == RESUME_START)
        frame->line = 0;
    if (reports(frame) && frame->back) {
        SYNC();
        if (!vm_event(vm, STEP_CALL, PENDING_NONE))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
    NEXT();

TARGET(LINE_CHECK):
    if (frame->line == (int32_t)instr->arg)
        NEXT();
TARGET(LINE):
    frame->line = (int32_t)instr->arg;
    if (__builtin_expect(++vm->step < atomic_load_explicit(&vm->host->stop_at, memory_order_relaxed), 1) && !vm->slow)
        NEXT();
    SYNC();
    if (!vm_stop(vm, STEP_LINE, (int)instr->arg, PENDING_NONE))
        goto suspended;
    labels = vm->slow ? slow_labels : fast_labels;
    NEXT();

#include "python/instructions/stack.h"
#include "python/instructions/names.h"
#include "python/instructions/operators.h"
#include "python/instructions/attributes.h"
#include "python/instructions/containers.h"
#include "python/instructions/jumps.h"
#include "python/instructions/calls.h"
#include "python/instructions/generators.h"
#include "python/instructions/exceptions.h"
#include "python/instructions/match.h"
#include "python/instructions/modules.h"
#include "python/instructions/specialised.h"

    /* ---- what several instructions end with ---- */

replace_top: {
    Object *old = POP();
    if (value) {
        PUSH(value);
        DROP(old);
        NEXT();
    }
    DROP(old);
    goto error;
}
replace_many:
    top = drop_many(vm, top, instr->arg);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();

    /* ---- exceptions ---- */

error:
    SYNC();
    keyword_names = NULL;
    if (vm->aborting)
        goto unwind_reported;
    if (!vm->raised)
        vm_raise_memory(vm);   /* where memory ran out an exception may have got lost */
    traceback_add(vm, frame);
    if (reports(frame)) {
        if (!vm_event(vm, STEP_EXCEPTION, PENDING_EXCEPTION))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
exception_reported: {
    SYNC();
    const CodeHandler *handler = find_handler(frame->code, (uint32_t)(instr - frame->code->instrs));
    Object **base = frame_stack_base(frame) + (handler ? handler->depth : 0);
    while (top > base) {       /* a traceback may keep the frame, but not what it was computing with */
        value = POP();
        SYNC();
        xdecref(vm, value);
    }
    if (handler) {
        if (handler->push_lasti)
            PUSH(place_of_raise(vm, frame));
        PUSH(vm->raised);
        vm->raised = NULL;
        ip = frame->code->instrs + handler->target;
        NEXT();
    }
    if (reports(frame)) {
        if (!vm_event(vm, STEP_RETURN, PENDING_UNWIND))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
}
unwind_reported:
    if (!frame->back && frame->owner == FRAME_ON_STACK && vm->eval_depth == 1 && frame->entry)
        return NULL;           /* the program itself: its frame stays to be looked at */
    {
        Frame *back = frame->back;
        bool entry = frame->entry, construct = frame->construct;
        vm->frame = back;
        vm->depth--;
        vm->c_depth -= construct;
        if (frame->owner == FRAME_IN_GENERATOR) {
            Generator *g = generator_of_frame(frame);
            convert_stop_iteration(vm, g);
            generator_leave(vm, g, true);
        } else {
            frame_end(vm, frame);
        }
        if (entry)
            return NULL;
        frame = back;
        ip = frame->next;
        instr = ip - 1;
        top = frame->top;
        if (construct) {
            end_construction(vm, frame, instr->arg, true);
            top = frame->top;
        }
        goto error;
    }

cancelled:
    SYNC();
    vm_abort(vm);
    goto error;

suspended:
    return NULL;
}

Object *eval_frame(Vm *vm, Frame *frame)
{
    if (vm_c_stack_full(vm)) {
        vm_raise(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
        if (frame->owner == FRAME_IN_GENERATOR)
            generator_leave(vm, generator_of_frame(frame), true);
        else
            frame_end(vm, frame);
        return NULL;
    }
    frame->entry = true;
    vm->frame = frame;
    vm->depth++;
    vm->eval_depth++;
    Object *value = run_loop(vm, frame, PENDING_NONE);
    vm->eval_depth--;
    return value;
}

Object *eval_resume(Vm *vm)
{
    Pending pending = (Pending)vm->pending;
    vm->pending = PENDING_NONE;
    return run_loop(vm, vm->frame, pending);
}

Object *eval_code(Vm *vm, Code *code, Object *globals, Object *locals)
{
    Object *builtins = dict_get(vm, globals, name_of(vm, builtins));
    if (builtins && is_exact(builtins, MODULE))
        builtins = module_dict(builtins);
    Frame *frame = frame_push(vm, NULL, code, globals, builtins ? builtins : vm->builtins, incref(locals));
    if (frame)
        return eval_frame(vm, frame);
    decref(vm, locals);
    return NULL;
}
