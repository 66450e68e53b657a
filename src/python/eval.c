/* The evaluation loop. One instruction after the other of one frame after the other: a call from Python to Python, a
 * generator that a for loop resumes, an __init__ push a frame and go on here, so the C stack does not grow with the
 * program's. What an instruction means is said in opcode.h; this file says how.
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
    if (is_exact(left, INT) && is_exact(right, INT))
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
 * them and the new instance: FRAME_SPARE values. NULL with an exception: then the stack is as it was. */
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

    /* ---- the stack ---- */

TARGET(POP_TOP):
    value = POP();
    SYNC();
    DROP(value);
    NEXT();
TARGET(PUSH_NULL):
    PUSH(NULL);
    NEXT();
TARGET(COPY):
    value = PEEK(instr->arg);
    PUSH(xincref(value));
    NEXT();
TARGET(SWAP):
    value = PEEK(instr->arg);
    PEEK(instr->arg) = PEEK(1);
    PEEK(1) = value;
    NEXT();

    /* ---- names ---- */

TARGET(LOAD_CONST):
    PUSH(incref(CONST(instr->arg)));
    NEXT();
TARGET(LOAD_FAST):
    value = frame->slots[instr->arg];
    if (__builtin_expect(!value, 0)) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    PUSH(incref(value));
    NEXT();
TARGET(STORE_FAST): {
    Object *old = frame->slots[instr->arg];
    frame->slots[instr->arg] = POP();
    if (old) {
        SYNC();
        DROP(old);
    }
    NEXT();
}
TARGET(DELETE_FAST):
    value = frame->slots[instr->arg];
    if (!value) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    SYNC();
    frame->slots[instr->arg] = NULL;
    DROP(value);
    NEXT();
TARGET(LOAD_NAME):
    if (frame->locals == frame->globals)
        goto load_global;      /* in a module */
    SYNC();
    value = eval_load_name(vm, frame, NAME(instr->arg));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(STORE_NAME):
    if (frame->locals == frame->globals)
        goto store_global;
    CONSUME(eval_store_name(vm, frame, NAME(instr->arg), value));
TARGET(DELETE_NAME):
    SYNC();
    if (eval_store_name(vm, frame, NAME(instr->arg), NULL) < 0)
        goto error;
    NEXT();
TARGET(LOAD_GLOBAL):
    if (instr->arg & 1)
        PUSH(NULL);
load_global: {
    Object *name = NAME(instr->op == OP_LOAD_GLOBAL ? instr->arg >> 1 : instr->arg);
    value = cached_global(frame, name, CACHE());
    if (value) {
        PUSH(incref(value));
        NEXT();
    }
    SYNC();
    value = cache_load_global(vm, frame, name, CACHE());
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(STORE_GLOBAL):
store_global: {
    DictStrEntry *entry = cache_dict_entry(frame->globals, CACHE()->index, NAME(instr->arg));
    if (entry && gc_is_tracked(frame->globals)) {
        value = entry->value;
        entry->value = POP();
        SYNC();
        DROP(value);
        NEXT();
    }
    CONSUME(cache_store_name(vm, frame->globals, NAME(instr->arg), value, CACHE()));
}
TARGET(DELETE_GLOBAL):
    SYNC();
    if (dict_contains(vm, frame->globals, NAME(instr->arg)) <= 0) {
        eval_raise_name(vm, TYPE_NameError, "name '%U' is not defined", NAME(instr->arg));
        goto error;
    }
    if (dict_delete(vm, frame->globals, NAME(instr->arg)) < 0)
        goto error;
    NEXT();
TARGET(MAKE_CELL):
    value = cell_new(vm, frame->slots[instr->arg]);
    if (!value)
        goto error;
    object_replace(vm, &frame->slots[instr->arg], value);
    NEXT();
TARGET(COPY_FREE_VARS): {
    Object *closure = ((Function *)frame->function)->closure;
    Object **free = frame->slots + frame->code->locals_count - instr->arg;
    for (uint32_t i = 0; i < instr->arg; i++)
        free[i] = incref(tuple_item(closure, i));
    NEXT();
}
TARGET(LOAD_CLOSURE):
    PUSH(incref(frame->slots[instr->arg]));
    NEXT();
TARGET(LOAD_DEREF):
    value = ((Cell *)frame->slots[instr->arg])->value;
    if (!value) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    PUSH(incref(value));
    NEXT();
TARGET(STORE_DEREF):
    value = POP();
    SYNC();
    object_replace(vm, &((Cell *)frame->slots[instr->arg])->value, value);
    NEXT();
TARGET(DELETE_DEREF): {
    Cell *cell = (Cell *)frame->slots[instr->arg];
    if (!cell->value) {
        eval_raise_unbound(vm, frame->code, (int)instr->arg);
        goto error;
    }
    SYNC();
    object_replace(vm, &cell->value, NULL);
    NEXT();
}
TARGET(LOAD_CLASSDEREF):
    SYNC();
    value = eval_load_class_deref(vm, frame, (int)instr->arg);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();

    /* ---- operators ---- */

TARGET(UNARY_POSITIVE):
    SYNC();
    value = object_unary(vm, PEEK(1), UNARY_POSITIVE);
    goto replace_top;
TARGET(UNARY_NEGATIVE):
    SYNC();
    value = object_unary(vm, PEEK(1), UNARY_NEGATIVE);
    goto replace_top;
TARGET(UNARY_INVERT):
    SYNC();
    value = object_unary(vm, PEEK(1), UNARY_INVERT);
    goto replace_top;
TARGET(UNARY_NOT): {
    SYNC();
    int truth = object_truth(vm, PEEK(1));
    value = truth < 0 ? NULL : new_bool(vm, !truth);
    goto replace_top;
}
TARGET(BINARY_OP): {
    Object *left = PEEK(2), *right = PEEK(1);
    SYNC();
    if ((instr->arg == BINARY_ADD || instr->arg == BINARY_ADD + BINARY_IN_PLACE) && is_exact(left, STR) &&
        is_exact(right, STR)) {
        top -= 2;
        SYNC();
        value = concatenate(vm, frame, ip, left, right);
        DROP(right);
        if (!value)
            goto error;
        PUSH(value);
        NEXT();
    }
    BINARY_RESULT(binary(vm, left, right, instr->arg));
}
TARGET(BINARY_SUBSCR):
    SYNC();
    BINARY_RESULT(subscript(vm, PEEK(2), PEEK(1)));
TARGET(STORE_SUBSCR): {
    Object **place = item_place_quickly(PEEK(2), PEEK(1));
    if (place && dies_quietly(*place)) {
        Object *key = POP(), *container = POP(), *old = *place;
        *place = POP();
        SYNC();
        DROP(old);
        DROP(key);
        DROP(container);
        NEXT();
    }
}
    CONSUME_MANY(3, store_subscript(vm, PEEK(2), PEEK(1), PEEK(3)));
TARGET(DELETE_SUBSCR):
    CONSUME_MANY(2, object_set_item(vm, PEEK(2), PEEK(1), NULL));
TARGET(COMPARE_OP):
    SYNC();
    BINARY_RESULT(compare(vm, PEEK(2), PEEK(1), (CompareOp)instr->arg));
TARGET(IS_OP):
    BINARY_RESULT(new_bool(vm, (PEEK(2) == PEEK(1)) != (bool)instr->arg));
TARGET(CONTAINS_OP): {
    SYNC();
    int found = object_contains(vm, PEEK(1), PEEK(2));
    BINARY_RESULT(found < 0 ? NULL : new_bool(vm, found != (int)instr->arg));
}

    /* ---- attributes ---- */

TARGET(LOAD_ATTR):
    value = cached_attribute(vm, PEEK(1), NAME(instr->arg), CACHE());
    if (value) {
        Object *object = PEEK(1);
        PEEK(1) = incref(value);
        SYNC();
        DROP(object);
        NEXT();
    }
    SYNC();
    value = cache_load_attribute(vm, frame, PEEK(1), NAME(instr->arg), CACHE());
    goto replace_top;
TARGET(STORE_ATTR): {
    Object **place = cached_place(vm, PEEK(1), CACHE());
    if (place && (!*place || dies_quietly(*place))) {
        Object *object = POP(), *old = *place;
        *place = POP();
        SYNC();
        if (old)
            DROP(old);
        DROP(object);
        NEXT();
    }
}
    CONSUME_MANY(2, cache_store_attribute(vm, frame, PEEK(1), NAME(instr->arg), PEEK(2), CACHE()));
TARGET(DELETE_ATTR):
    CONSUME_MANY(1, object_set_attribute(vm, PEEK(1), NAME(instr->arg), NULL));
TARGET(LOAD_METHOD): {
    Object *object = PEEK(1);
    value = cached_method(vm, object, CACHE());
    if (value) {
        PEEK(1) = incref(value);
        PUSH(object);
        NEXT();
    }
    SYNC();
    Object *self;
    value = cache_load_method(vm, frame, object, NAME(instr->arg), &self, CACHE());
    if (!value)
        goto error;
    PEEK(1) = self ? value : NULL;
    PUSH(self ? self : value);
    if (!self)
        DROP(object);
    NEXT();
}

    /* ---- containers ---- */

TARGET(BUILD_TUPLE):
    SYNC();
    value = tuple_from(vm, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_LIST):
    SYNC();
    value = list_from(vm, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_SET):
    SYNC();
    value = eval_build_set(vm, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_STRING):
    SYNC();
    value = str_join_items(vm, vm->empty_str, top - instr->arg, instr->arg);
    goto replace_many;
TARGET(BUILD_MAP):
    SYNC();
    value = dict_from_items(vm, top - 2 * instr->arg, 2, top - 2 * instr->arg + 1, 2, instr->arg);
    top = drop_many(vm, top, 2 * (size_t)instr->arg);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(BUILD_CONST_KEY_MAP):
    SYNC();
    value = dict_from_items(vm, ((Tuple *)PEEK(1))->items, 1, top - 1 - instr->arg, 1, instr->arg);
    top = drop_many(vm, top, (size_t)instr->arg + 1);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(BUILD_SLICE):
    SYNC();
    value = slice_new(vm, PEEK(instr->arg), PEEK(instr->arg - 1), instr->arg == 3 ? PEEK(1) : NULL);
    goto replace_many;
TARGET(LIST_APPEND):
    value = POP();
    if (list_append_taken(vm, (List *)PEEK(instr->arg), value) < 0)
        goto error;
    NEXT();
TARGET(SET_ADD):
    CONSUME(set_add(vm, PEEK(instr->arg), value));
TARGET(MAP_ADD):
    CONSUME_MANY(2, dict_set(vm, PEEK(instr->arg + 2), PEEK(2), PEEK(1)));
TARGET(LIST_EXTEND):
    CONSUME(eval_list_extend(vm, PEEK(instr->arg), value));
TARGET(SET_UPDATE):
    CONSUME(set_update(vm, PEEK(instr->arg), value));
TARGET(DICT_UPDATE): {
    value = POP();
    SYNC();
    int result = dict_merge(vm, PEEK(instr->arg), value, 1);
    if (result < 0 && vm_failed_with(vm, TYPE_AttributeError))
        vm_raise(vm, TYPE_TypeError, "'%T' object is not a mapping", value);
    DROP(value);
    if (result < 0)
        goto error;
    NEXT();
}
TARGET(DICT_MERGE):
    CONSUME(eval_dict_merge(vm, PEEK(2 + instr->arg), PEEK(instr->arg), value));
TARGET(LIST_TO_TUPLE):
    SYNC();
    value = list_as_tuple(vm, PEEK(1));
    goto replace_top;
TARGET(FORMAT_VALUE): {
    Object *spec = instr->arg & FORMAT_HAS_SPEC ? PEEK(1) : NULL;
    SYNC();
    value = eval_format_value(vm, PEEK(spec ? 2 : 1), instr->arg, spec);
    top = drop_many(vm, top, spec ? 2 : 1);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(UNPACK_SEQUENCE): {
    value = POP();
    SYNC();
    if (is_exact(value, TUPLE) && tuple_length(value) == instr->arg) {
        for (uint32_t i = instr->arg; i-- > 0;)
            PUSH(incref(tuple_item(value, i)));
        DROP(value);
        NEXT();
    }
    int result = eval_unpack(vm, value, (int)instr->arg, -1, top);
    DROP(value);
    if (result < 0)
        goto error;
    top += instr->arg;
    NEXT();
}
TARGET(UNPACK_EX): {
    int before = (int)(instr->arg & 0xff), after = (int)(instr->arg >> 8);
    value = POP();
    SYNC();
    int result = eval_unpack(vm, value, before, after, top);
    DROP(value);
    if (result < 0)
        goto error;
    top += before + 1 + after;
    NEXT();
}

    /* ---- jumps ---- */

TARGET(JUMP_FORWARD):
    ip += instr->arg;
    NEXT();
TARGET(JUMP_BACKWARD):
    frame->line = 0;
    ip -= instr->arg;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    NEXT();
TARGET(JUMP_BACKWARD_NO_INTERRUPT):
    ip -= instr->arg;
    NEXT();
#define CONDITIONAL_JUMP(wanted, direction) \
    do { \
        value = POP(); \
        SYNC(); \
        int truth_ = truth_of(vm, value); \
        if (__builtin_expect(truth_ < 0, 0)) \
            goto error; \
        if (truth_ == (wanted)) \
            ip direction##= instr->arg; \
        NEXT(); \
    } while (0)
TARGET(POP_JUMP_FORWARD_IF_FALSE):
    CONDITIONAL_JUMP(0, +);
TARGET(POP_JUMP_FORWARD_IF_TRUE):
    CONDITIONAL_JUMP(1, +);
TARGET(POP_JUMP_BACKWARD_IF_FALSE):
    frame->line = 0;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    CONDITIONAL_JUMP(0, -);
TARGET(POP_JUMP_BACKWARD_IF_TRUE):
    frame->line = 0;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    CONDITIONAL_JUMP(1, -);
#define NONE_JUMP(wanted, direction) \
    do { \
        value = POP(); \
        bool is_none_ = value == none(vm); \
        SYNC(); \
        DROP(value); \
        if (is_none_ == (wanted)) \
            ip direction##= instr->arg; \
        NEXT(); \
    } while (0)
TARGET(POP_JUMP_FORWARD_IF_NOT_NONE):
    NONE_JUMP(false, +);
TARGET(POP_JUMP_FORWARD_IF_NONE):
    NONE_JUMP(true, +);
TARGET(POP_JUMP_BACKWARD_IF_NOT_NONE):
    frame->line = 0;
    NONE_JUMP(false, -);
TARGET(POP_JUMP_BACKWARD_IF_NONE):
    frame->line = 0;
    NONE_JUMP(true, -);
#define KEEPING_JUMP(wanted) \
    do { \
        SYNC(); \
        int truth_ = object_truth(vm, PEEK(1)); \
        if (truth_ < 0) \
            goto error; \
        if (truth_ == (wanted)) \
            ip += instr->arg; \
        else \
            top = drop_many(vm, top, 1); \
        NEXT(); \
    } while (0)
TARGET(JUMP_IF_FALSE_OR_POP):
    KEEPING_JUMP(0);
TARGET(JUMP_IF_TRUE_OR_POP):
    KEEPING_JUMP(1);

TARGET(FOR_ITER): {
    Object *iterator = PEEK(1);
    if (is_exact(iterator, RANGE_ITERATOR)) {
        RangeIterator *range = (RangeIterator *)iterator;
        if (range->left) {
            range->left--;
            value = number_int(vm, range->next);
            if (!value)
                goto error;
            range->next = (int64_t)((uint64_t)range->next + (uint64_t)range->step);
            PUSH(value);
            NEXT();
        }
    } else if (is_exact(iterator, LIST_ITERATOR) && ((ListIterator *)iterator)->list) {
        ListIterator *items = (ListIterator *)iterator;
        const List *list = (const List *)items->list;
        if (items->index < list->length) {
            PUSH(incref(list->items[items->index++]));
            NEXT();
        }
        SYNC();
        object_replace(vm, &items->list, NULL);
    } else if (is_exact(iterator, GENERATOR)) {
        SYNC();
        entered = generator_enter(vm, (Generator *)iterator, NULL);
        if (entered)
            goto enter;
        if (vm_failed(vm))
            goto error;
    } else {
        SYNC();
        value = object_type(vm, iterator)->slots.next(vm, iterator);
        if (value) {
            PUSH(value);
            NEXT();
        }
        if (vm_failed(vm)) {
            if (!vm_failed_with(vm, TYPE_StopIteration))
                goto error;
            if (reports(frame) && !vm_event(vm, STEP_EXCEPTION, PENDING_EXHAUSTED))
                goto suspended;
            goto exhausted;
        }
    }
    goto leave_loop;
}
exhausted:                     /* the StopIteration that ended a for loop was reported */
    labels = vm->slow ? slow_labels : fast_labels;
    vm_clear_error(vm);
leave_loop:
    top = drop_many(vm, top, 1);
    ip += instr->arg;
    NEXT();

    /* ---- functions and calls ---- */

TARGET(MAKE_FUNCTION): {
    uint32_t flags = instr->arg;
    size_t extra = (size_t)__builtin_popcount(flags & 15u) + 1;
    SYNC();
    value = eval_make_function(vm, frame, flags, top - extra);
    top = drop_many(vm, top, extra);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(KW_NAMES):
    keyword_names = CONST(instr->arg);
    NEXT();
TARGET(CALL): {
    /* Below the arguments lie a NULL and the callable, or a function and its first argument. */
    size_t count = instr->arg;
    Object **args = top - count, **base = args - 2;
    Object *names = keyword_names, *callable = base[0];
    keyword_names = NULL;
    if (!callable && is_exact(base[1], METHOD))
        eval_unbind_method(vm, base);
    if (base[0]) {
        callable = base[0];
        args--;
        count++;
    } else {
        callable = base[1];
    }
    SYNC();
    if (is_exact(callable, FUNCTION)) {
        entered = names ? NULL : frame_push_exact(vm, (Function *)callable, args, count);
        if (entered) {
            top = base;        /* the references are the new frame's */
            SYNC();
            goto enter;
        }
        entered = function_push(vm, (Function *)callable, args, count - eval_name_count(names), names);
        top = drop_many(vm, top, (size_t)(top - base));
        if (!entered)
            goto error;
        SYNC();
        goto enter;
    }
    Object *init = NULL;
    if (is_plain_method_call(vm, callable, args, count, names)) {
        value = ((const MethodDescriptor *)callable)->def->function(vm, args[0], args + 1, count - 1, NULL);
    } else if (is_plain_function_call(vm, callable, count, names)) {
        value = call_plain_function(vm, (const BuiltinFunction *)callable, args, count);
    } else if (!base[0] && (init = cached_init(vm, frame, callable, CACHE()))) {
        entered = push_construction(vm, frame, (Function *)init, base, names);
        if (entered)
            goto enter;
        value = NULL;
    } else {
        value = vm_failed(vm) ? NULL : object_call(vm, callable, args, count - eval_name_count(names), names);
    }
    top = release_many(vm, top, (size_t)(top - base));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(CALL_FUNCTION_EX): {
    size_t extra = instr->arg & 1 ? 3 : 2;
    SYNC();
    value = eval_call_ex(vm, PEEK(extra), PEEK(extra - 1), extra == 3 ? PEEK(1) : NULL);
    top = release_many(vm, top, extra + 1);        /* with the NULL, or what a PUSH_NULL stands for */
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(LOAD_BUILD_CLASS):
    SYNC();
    value = eval_build_class_function(vm, frame);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();

enter:
    vm->frame = entered;
    vm->depth++;
    frame = entered;
    ip = frame->next;
    top = frame->top;
    if (__builtin_expect(machine_host_cancelled(vm->host), 0))
        goto cancelled;
    NEXT();

TARGET(RETURN_VALUE):
    if (reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_RETURN, PENDING_RETURN))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
return_reported:
    value = POP();
    SYNC();
    if (frame_is_plain(frame)) {
        Frame *left = frame;
        frame = left->back;
        ip = frame->next;
        top = frame->top;
        vm->frame = frame;
        vm->depth--;
        frame_leave(vm, left);
        PUSH(value);
        NEXT();
    }
    if (!frame->back && frame->owner == FRAME_ON_STACK && vm->eval_depth == 1 && frame->entry)
        return value;          /* the program itself: its frame stays to be looked at */
    {
        Frame *back = frame->back;
        bool entry = frame->entry, construct = frame->construct, generator = frame->owner == FRAME_IN_GENERATOR;
        /* as CPython while it traces: only send() and a value make the end of a delegate a StopIteration */
        stopped = generator && (generator_of_frame(frame)->sent || value != none(vm));
        vm->frame = back;
        vm->depth--;
        vm->c_depth -= construct;
        if (generator)
            generator_leave(vm, generator_of_frame(frame), true);
        else
            frame_end(vm, frame);
        if (entry)
            return value;
        frame = back;
        ip = frame->next;
        instr = ip - 1;
        top = frame->top;
        if (construct) {
            bool is_none = value == none(vm);
            if (!is_none)
                vm_raise(vm, TYPE_TypeError, "__init__() should return None, not '%T'", value);
            DROP(value);
            end_construction(vm, frame, instr->arg, !is_none);
            top = frame->top;
            if (!is_none)
                goto error;
            NEXT();            /* the instance lies on top */
        }
        if (generator && instr->op == OP_FOR_ITER && value != none(vm)) {
            SYNC();
            generator_raise_stop(vm, value);
            DROP(value);
            if (reports(frame) && !vm_event(vm, STEP_EXCEPTION, PENDING_EXHAUSTED))
                goto suspended;
            goto exhausted;
        }
        if (generator && instr->op == OP_FOR_ITER) {
            DROP(value);
            top = drop_many(vm, top, 1);
            ip += instr->arg;
            NEXT();
        }
        PUSH(value);
        if (generator)
            goto delegate_ended;
        NEXT();
    }

    /* ---- iterators and generators ---- */

TARGET(GET_ITER):
    SYNC();
    value = object_iter(vm, PEEK(1));
    goto replace_top;
TARGET(GET_YIELD_FROM_ITER):
    SYNC();
    value = eval_yield_from_iter(vm, PEEK(1), (frame->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) != 0);
    goto replace_top;
TARGET(RETURN_GENERATOR): {
    SYNC();
    Frame *back = frame->back;
    bool entry = frame->entry, construct = frame->construct;
    value = generator_new(vm, frame);
    if (!value)
        goto error;
    vm->frame = back;
    vm->depth--;
    vm->c_depth -= construct;
    if (entry)
        return value;
    frame = back;
    ip = frame->next;
    instr = ip - 1;
    top = frame->top;
    if (construct) {
        vm_raise(vm, TYPE_TypeError, "__init__() should return None, not '%T'", value);
        DROP(value);
        end_construction(vm, frame, instr->arg, true);
        top = frame->top;
        goto error;
    }
    PUSH(value);
    NEXT();
}
TARGET(YIELD_VALUE):
    if (reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_RETURN, PENDING_YIELD))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
yield_reported: {
    value = POP();
    SYNC();
    Frame *back = frame->back;
    bool entry = frame->entry;
    frame->entry = false;
    vm->frame = back;
    vm->depth--;
    generator_leave(vm, generator_of_frame(frame), false);
    if (entry)
        return value;
    frame = back;
    ip = frame->next;
    instr = ip - 1;
    top = frame->top;
    PUSH(value);
    NEXT();
}
TARGET(SEND): {
    value = POP();
    Object *receiver = PEEK(1);
    SYNC();
    if (is_exact(receiver, GENERATOR) || is_exact(receiver, COROUTINE)) {
        entered = generator_enter(vm, (Generator *)receiver, value);
        if (entered) {
            DROP(value);
            goto enter;
        }
        if (vm_failed(vm)) {
            DROP(value);
            goto error;
        }
    }
    bool done = false;
    stopped = false;
    Object *result = eval_send(vm, receiver, value, &done, &stopped);
    DROP(value);
    if (!result)
        goto error;
    PUSH(result);
    if (done)
        goto delegate_ended;
    NEXT();
}
delegate_ended:                /* SEND: the value of the delegation, on top, takes the delegate's place */
    if (stopped && reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_EXCEPTION, PENDING_DELEGATED))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
delegated:
    value = POP();
    top = drop_many(vm, top, 1);
    ip += instr->arg;
    PUSH(value);
    NEXT();
TARGET(ASYNC_GEN_WRAP):
    SYNC();
    value = async_generator_wrap(vm, PEEK(1));
    goto replace_top;
TARGET(GET_AWAITABLE):
    SYNC();
    value = eval_awaitable(vm, PEEK(1), instr->arg);
    goto replace_top;
TARGET(GET_AITER):
    SYNC();
    value = eval_async_iter(vm, PEEK(1));
    goto replace_top;
TARGET(GET_ANEXT):
    SYNC();
    value = eval_async_next(vm, PEEK(1));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(END_ASYNC_FOR): {
    Object *exception = POP();
    SYNC();
    if (exception_matches(vm, exception, OBJECT(builtin_type(vm, TYPE_StopAsyncIteration))) == 1) {
        DROP(exception);
        top = drop_many(vm, top, 1);
        NEXT();
    }
    object_replace(vm, &vm->raised, exception);
    goto exception_reported;
}

    /* ---- exceptions and with ---- */

TARGET(RAISE_VARARGS): {
    Object *cause = instr->arg == 2 ? POP() : NULL;
    Object *what = instr->arg >= 1 ? POP() : NULL;
    SYNC();
    if (what) {
        exception_raise(vm, what, cause);
        goto error;
    }
    Object *handled = exception_handled(vm);
    if (!handled) {
        vm_raise(vm, TYPE_RuntimeError, "No active exception to reraise");
        goto error;
    }
    object_replace(vm, &vm->raised, incref(handled));
    goto exception_reported;
}
TARGET(LOAD_ASSERTION_ERROR):
    PUSH(incref(OBJECT(builtin_type(vm, TYPE_AssertionError))));
    NEXT();
TARGET(PUSH_EXC_INFO): {
    Object *exception = POP();
    Object *before = vm->handled->value;
    PUSH(before ? before : new_none(vm));
    PUSH(exception);
    vm->handled->value = incref(exception);
    NEXT();
}
TARGET(POP_EXCEPT): {
    Object *before = POP();
    Object *now = vm->handled->value;
    if (before == none(vm)) {
        DROP(before);
        before = NULL;
    }
    vm->handled->value = before;
    SYNC();
    xdecref(vm, now);
    NEXT();
}
TARGET(CHECK_EXC_MATCH): {
    Object *match = POP();
    SYNC();
    int matches = exception_matches(vm, PEEK(1), match);
    DROP(match);
    if (matches < 0)
        goto error;
    PUSH(new_bool(vm, matches));
    NEXT();
}
TARGET(CHECK_EG_MATCH): {
    Object *matched, *rest;
    SYNC();
    int result = exception_group_match(vm, PEEK(2), PEEK(1), &matched, &rest);
    top = drop_many(vm, top, 2);
    if (result < 0)
        goto error;
    PUSH(rest ? rest : new_none(vm));
    if (matched && matched != none(vm))
        object_replace(vm, &vm->handled->value, incref(matched));
    PUSH(matched ? matched : new_none(vm));
    NEXT();
}
TARGET(RERAISE): {
    Object *exception = POP();
    if (instr->arg && is_exact(PEEK(instr->arg), INT))   /* the frame stands again where the exception came from */
        frame->next = frame->code->instrs + int_compact_value(PEEK(instr->arg)) + 1;
    SYNC();
    object_replace(vm, &vm->raised, exception);
    goto exception_reported;
}
TARGET(PREP_RERAISE_STAR): {
    SYNC();
    BINARY_RESULT(exception_prepare_reraise_star(vm, PEEK(2), PEEK(1)));
}
TARGET(BEFORE_WITH):
TARGET(BEFORE_ASYNC_WITH):
    SYNC();
    value = eval_before_with(vm, &PEEK(1), instr->op == OP_BEFORE_ASYNC_WITH);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(WITH_EXCEPT_START):
    SYNC();
    value = eval_with_except_start(vm, PEEK(4), PEEK(1));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();

    /* ---- match ---- */

TARGET(GET_LEN): {
    SYNC();
    int64_t length = object_length(vm, PEEK(1));
    value = length < 0 ? NULL : int_from_i64(vm, length);
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
}
TARGET(MATCH_MAPPING):
    value = PEEK(1);
    PUSH(new_bool(vm, has_type_flag(vm, value, TYPE_MAPPING)));
    NEXT();
TARGET(MATCH_SEQUENCE):
    value = PEEK(1);
    PUSH(new_bool(vm, has_type_flag(vm, value, TYPE_SEQUENCE)));
    NEXT();
TARGET(MATCH_KEYS):
    SYNC();
    value = eval_match_keys(vm, PEEK(2), PEEK(1));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(MATCH_CLASS):
    SYNC();
    value = eval_match_class(vm, PEEK(3), PEEK(2), (int64_t)instr->arg, PEEK(1));
    top = drop_many(vm, top, 3);
    if (!value && vm_failed(vm))
        goto error;
    PUSH(value ? value : new_none(vm));
    NEXT();

    /* ---- modules ---- */

TARGET(IMPORT_NAME):
    SYNC();
    BINARY_RESULT(import_name(vm, frame, NAME(instr->arg), PEEK(1), PEEK(2)));
TARGET(IMPORT_FROM):
    SYNC();
    value = import_from(vm, PEEK(1), NAME(instr->arg));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(IMPORT_STAR):
    CONSUME_MANY(1, import_star(vm, frame->locals, PEEK(1)));
TARGET(SETUP_ANNOTATIONS):
    SYNC();
    if (eval_setup_annotations(vm, frame) < 0)
        goto error;
    NEXT();
TARGET(PRINT_EXPR):
    SYNC();
    if (eval_print_expression(vm, PEEK(1)) < 0)
        goto error;
    top = drop_many(vm, top, 1);
    NEXT();

    /* ---- specialised instructions (specialise.h) ---- */

#define LOCAL(index) (frame->slots[index])
/* So many instructions behind this one are done too. */
#define FOLD(count) (ip += (count), instr = ip - 1, frame->next = ip)

/* `first op second` without taking them to the stack. */
#define FOLD_OPERATOR(op, second) \
    do { \
        Object *left_ = LOCAL(instr->arg), *right_ = second(ip->arg); \
        if (left_ && right_ && number_operate(vm, op, left_, right_, &value)) { \
            FOLD(2); \
            if (!value) \
                goto error; \
            PUSH(value); \
            NEXT(); \
        } \
        goto op_LOAD_FAST; \
    } while (0)
#define NUMBERS_OPERATOR(op) \
    do { \
        Object *left_ = PEEK(2), *right_ = PEEK(1); \
        if (number_operate(vm, op, left_, right_, &value)) { \
            number_release(vm, left_); \
            number_release(vm, right_); \
            top -= 2; \
            if (!value) \
                goto error; \
            PUSH(value); \
            NEXT(); \
        } \
        goto op_BINARY_OP; \
    } while (0)
#define OPERATOR_TARGETS(name) \
    fast_LOCAL_LOCAL_##name: FOLD_OPERATOR(BINARY_##name, LOCAL); \
    fast_LOCAL_CONST_##name: FOLD_OPERATOR(BINARY_##name, CONST); \
    fast_NUMBERS_##name: NUMBERS_OPERATOR(BINARY_##name)
    OPERATOR_TARGETS(ADD);
    OPERATOR_TARGETS(SUBTRACT);
    OPERATOR_TARGETS(MULTIPLY);
    OPERATOR_TARGETS(REMAINDER);
    OPERATOR_TARGETS(FLOOR_DIVIDE);
    OPERATOR_TARGETS(TRUE_DIVIDE);

/* A comparison and the jump behind it; the comparison is the instruction at `compare`. */
#define FOLD_COMPARISON(compare, left, right, wanted, direction, release, otherwise) \
    do { \
        Object *left_ = (left), *right_ = (right); \
        int answer_ = left_ && right_ ? compare_quickly(left_, right_, (CompareOp)(compare)->arg) : -1; \
        if (answer_ < 0) \
            goto otherwise; \
        release(left_, right_); \
        ip = (compare) + 2; \
        if (answer_ == (wanted)) \
            ip direction##= ip[-1].arg; \
        NEXT(); \
    } while (0)
#define KEEP_BOTH(left, right)
#define DROP_BOTH(left, right) (top -= 2, DROP(left), DROP(right))
#define LOOP_BACK() \
    do { \
        if (__builtin_expect(machine_host_cancelled(vm->host), 0)) \
            goto cancelled; \
        frame->line = 0; \
    } while (0)
#define KEEP_AND_LOOP(left, right) LOOP_BACK()
#define DROP_AND_LOOP(left, right) \
    do { \
        DROP_BOTH(left, right); \
        LOOP_BACK(); \
    } while (0)
fast_LOCAL_LOCAL_COMPARE_IF:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), LOCAL(ip->arg), 0, +, KEEP_BOTH, op_LOAD_FAST);
fast_LOCAL_CONST_COMPARE_IF:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), CONST(ip->arg), 0, +, KEEP_BOTH, op_LOAD_FAST);
fast_LOCAL_LOCAL_COMPARE_WHILE:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), LOCAL(ip->arg), 1, -, KEEP_AND_LOOP, op_LOAD_FAST);
fast_LOCAL_CONST_COMPARE_WHILE:
    FOLD_COMPARISON(ip + 1, LOCAL(instr->arg), CONST(ip->arg), 1, -, KEEP_AND_LOOP, op_LOAD_FAST);
fast_COMPARE_IF:
    FOLD_COMPARISON(instr, PEEK(2), PEEK(1), 0, +, DROP_BOTH, op_COMPARE_OP);
fast_COMPARE_UNLESS:
    FOLD_COMPARISON(instr, PEEK(2), PEEK(1), 1, +, DROP_BOTH, op_COMPARE_OP);
fast_COMPARE_WHILE:
    FOLD_COMPARISON(instr, PEEK(2), PEEK(1), 1, -, DROP_AND_LOOP, op_COMPARE_OP);

#define FOLD_SUBSCRIPT(second) \
    do { \
        Object *container_ = LOCAL(instr->arg), *key_ = second(ip->arg); \
        value = container_ && key_ ? item_quickly(container_, key_) : NULL; \
        if (!value) \
            goto op_LOAD_FAST; \
        PUSH(incref(value)); \
        ip += 2; \
        NEXT(); \
    } while (0)
fast_LOCAL_LOCAL_SUBSCR:
    FOLD_SUBSCRIPT(LOCAL);
fast_LOCAL_CONST_SUBSCR:
    FOLD_SUBSCRIPT(CONST);

fast_LOCAL_ATTR: {
    Object *object = LOCAL(instr->arg);
    value = object ? cached_attribute(vm, object, NAME(ip->arg), &frame->code->caches[ip->cache]) : NULL;
    if (!value)
        goto op_LOAD_FAST;
    PUSH(incref(value));
    ip++;
    NEXT();
}
fast_LOCAL_METHOD: {
    Object *object = LOCAL(instr->arg);
    value = object ? cached_method(vm, object, &frame->code->caches[ip->cache]) : NULL;
    if (!value)
        goto op_LOAD_FAST;
    PUSH(incref(value));
    PUSH(incref(object));
    ip++;
    NEXT();
}
fast_LOCAL_LOCAL: {
    Object *first = LOCAL(instr->arg), *second = LOCAL(ip->arg);
    if (!first || !second)
        goto op_LOAD_FAST;
    PUSH(incref(first));
    PUSH(incref(second));
    ip++;
    NEXT();
}
fast_LOCAL_CONST: {
    Object *first = LOCAL(instr->arg);
    if (!first)
        goto op_LOAD_FAST;
    PUSH(incref(first));
    PUSH(incref(CONST(ip->arg)));
    ip++;
    NEXT();
}
fast_CONST_LOCAL: {
    Object *second = LOCAL(ip->arg);
    PUSH(incref(CONST(instr->arg)));
    if (!second)
        NEXT();
    PUSH(incref(second));
    ip++;
    NEXT();
}
fast_FOR_ITER_LOCAL: {
    Object *iterator = PEEK(1);
    if (is_exact(iterator, RANGE_ITERATOR) && ((RangeIterator *)iterator)->left) {
        RangeIterator *range = (RangeIterator *)iterator;
        value = number_int(vm, range->next);
        range->left--;
        if (!value)
            goto error;
        range->next = (int64_t)((uint64_t)range->next + (uint64_t)range->step);
    } else if (is_exact(iterator, LIST_ITERATOR) && ((ListIterator *)iterator)->list) {
        ListIterator *items = (ListIterator *)iterator;
        const List *list = (const List *)items->list;
        if (items->index >= list->length)
            goto op_FOR_ITER;
        value = incref(list->items[items->index++]);
    } else {
        goto op_FOR_ITER;
    }
    Object *old = LOCAL(ip->arg);
    LOCAL(ip->arg) = value;
    FOLD(1);
    if (old) {
        SYNC();
        DROP(old);
    }
    NEXT();
}

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
            PUSH(int_from_i64(vm, frame->next - frame->code->instrs - 1));
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
