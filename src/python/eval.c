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

#include "python/alloc_fast.h"
#include "python/objects/descriptor.h"
#include "python/objects/dict_internal.h"

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
        goto *labels[instr->op]; \
    } while (0)
#define TARGET(op) op_##op
#define DROP(value) decref_number(vm, (value))

/* Replaces the two operands of a binary instruction by its result. */
#define BINARY_RESULT(value) \
    do { \
        Object *result_ = (value); \
        Object *right_ = POP(), *left_ = POP(); \
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

/* Does something that may fail with the values on top, then releases so many of them. */
#define CONSUME_MANY(count, call) \
    do { \
        SYNC(); \
        int result_ = (call); \
        top = drop_many(vm, top, (count)); \
        if (result_ < 0) \
            goto error; \
        NEXT(); \
    } while (0)

static const BinaryFunction fast_int_operations[BINARY_COUNT] = {
    [BINARY_ADD] = int_add, [BINARY_SUBTRACT] = int_subtract, [BINARY_MULTIPLY] = int_multiply,
    [BINARY_FLOOR_DIVIDE] = int_floor_divide, [BINARY_REMAINDER] = int_remainder,
};

static inline Object *small_result(Vm *vm, int64_t value)
{
    if ((uint64_t)(value - SMALL_INT_MIN) < SMALL_INT_COUNT)
        return incref(&vm->small_ints[value - SMALL_INT_MIN].value.head);
    Int *result = mem_alloc_number(vm);
    if (__builtin_expect(!result, 0))
        return vm_raise_memory(vm);
    result->head = (Object){1, TYPE_REF(INT), vm->next_number++};
    result->size = value < 0 ? -1 : 1;
    result->limbs[0] = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    return &result->head;
}

static Object *binary_int(Vm *vm, Object *left, Object *right, unsigned op)
{
    if (int_is_compact(left) && int_is_compact(right)) {
        int64_t a = int_compact_value(left), b = int_compact_value(right), r;
        if (op == BINARY_ADD)
            return small_result(vm, a + b);
        if (op == BINARY_SUBTRACT)
            return small_result(vm, a - b);
        if (op == BINARY_MULTIPLY && !__builtin_mul_overflow(a, b, &r) && r != INT64_MIN)
            return small_result(vm, r);
        if (op == BINARY_REMAINDER && b > 0) {
            r = a % b;
            return small_result(vm, r < 0 ? r + b : r);
        }
        if (op == BINARY_FLOOR_DIVIDE && b > 0)
            return small_result(vm, a / b - (a % b < 0));
    }
    return fast_int_operations[op] ? fast_int_operations[op](vm, left, right)
                                   : object_binary(vm, left, right, (BinaryOp)op);
}

static inline Object *float_result(Vm *vm, double value)
{
    Float *result = mem_alloc_number(vm);
    if (__builtin_expect(!result, 0))
        return vm_raise_memory(vm);
    result->head = (Object){1, TYPE_REF(FLOAT), vm->next_number++};
    result->value = value;
    return &result->head;
}

static Object *binary_float(Vm *vm, Object *left, Object *right, unsigned op)
{
    double a = float_value(left), b = float_value(right);
    switch (op) {
    case BINARY_ADD: return float_result(vm, a + b);
    case BINARY_SUBTRACT: return float_result(vm, a - b);
    case BINARY_MULTIPLY: return float_result(vm, a * b);
    case BINARY_TRUE_DIVIDE:
        if (b != 0)
            return float_result(vm, a / b);
        break;
    default: break;
    }
    return object_binary(vm, left, right, (BinaryOp)op);
}

static inline Object *binary(Vm *vm, Object *left, Object *right, unsigned op)
{
    if (op >= BINARY_IN_PLACE) {
        op -= BINARY_IN_PLACE;
        if (left->type != right->type || (!is_exact(left, INT) && !is_exact(left, FLOAT)))
            return object_in_place(vm, left, right, (BinaryOp)op);
    }
    if (is_exact(left, INT) && is_exact(right, INT))
        return binary_int(vm, left, right, op);
    if (is_exact(left, FLOAT) && is_exact(right, FLOAT))
        return binary_float(vm, left, right, op);
    return object_binary(vm, left, right, (BinaryOp)op);
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
    if (is_exact(left, INT) && is_exact(right, INT)) {
        int order;
        if (int_is_compact(left) && int_is_compact(right)) {
            int64_t a = int_compact_value(left), b = int_compact_value(right);
            order = (a > b) - (a < b);
        } else {
            order = int_compare(left, right);
        }
        static const uint8_t answers[] = {  /* bit 0: less, 1: equal, 2: greater */
            [COMPARE_LT] = 1, [COMPARE_LE] = 3, [COMPARE_EQ] = 2, [COMPARE_NE] = 5, [COMPARE_GT] = 4, [COMPARE_GE] = 6,
        };
        return new_bool(vm, answers[op] >> (order + 1) & 1);
    }
    if (is_exact(left, STR) && is_exact(right, STR) && (op == COMPARE_EQ || op == COMPARE_NE))
        return new_bool(vm, (left == right || str_equal(left, right)) == (op == COMPARE_EQ));
    return object_compare(vm, left, right, op);
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

static Object *subscript(Vm *vm, Object *container, Object *key)
{
    if (is_exact(key, INT) && int_is_compact(key)) {
        int64_t i = int_compact_value(key);
        if (is_exact(container, LIST)) {
            const List *list = (const List *)container;
            i += i < 0 ? list->length : 0;
            if ((uint64_t)i < (uint64_t)list->length)
                return incref(list->items[i]);
        } else if (is_exact(container, TUPLE)) {
            const Tuple *tuple = (const Tuple *)container;
            i += i < 0 ? tuple->length : 0;
            if ((uint64_t)i < (uint64_t)tuple->length)
                return incref(tuple->items[i]);
        }
    }
    return object_get_item(vm, container, key);
}

static int store_subscript(Vm *vm, Object *container, Object *key, Object *value)
{
    if (is_exact(container, LIST) && is_exact(key, INT) && int_is_compact(key)) {
        List *list = (List *)container;
        int64_t i = int_compact_value(key);
        if ((uint64_t)i < (uint64_t)list->length) {
            object_replace(vm, &list->items[i], incref(value));
            return 0;
        }
    }
    if (is_exact(container, DICT))
        return dict_set(vm, container, key, value);
    return object_set_item(vm, container, key, value);
}

/* ---- inline caches for attributes ---- */

/* Value of an instance attribute by its cached place; borrowed, NULL: look it up. */
static inline Object *cached_attribute(Vm *vm, Object *object, const InlineCache *cache)
{
    Type *type = object_type(vm, object);
    if (!cache->version || type->version != cache->version)
        return NULL;
    InstanceValues *values = managed_dict(object)->values;
    return values && cache->index < values->capacity ? values->items[cache->index] : NULL;
}

static bool is_data_descriptor(Vm *vm, Object *object)
{
    return object_type(vm, object)->slots.descriptor_set != NULL;
}

/* Remembers where the attribute lies if it is a plain one of the instance. */
static void cache_attribute(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Type *type = object_type(vm, object);
    cache->version = 0;
    if (!(type->flags & TYPE_MANAGED_DICT) || !managed_dict(object)->values)
        return;
    Object *on_type = type_lookup(vm, type, name);
    int place = type->keys ? shared_keys_find(type->keys, name) : -1;
    if (place < 0 || (on_type && is_data_descriptor(vm, on_type)))
        return;
    cache->index = place;
    cache->version = type_version(vm, type);
}

static inline Object *load_attribute(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Object *value = cached_attribute(vm, object, cache);
    if (value)
        return incref(value);
    if (object_type(vm, object)->slots.get_attribute == object_generic_get)
        cache_attribute(vm, object, name, cache);
    return object_get_attribute(vm, object, name);
}

static inline int store_attribute(Vm *vm, Object *object, Object *name, Object *value, InlineCache *cache)
{
    if (cached_attribute(vm, object, cache)) {
        object_replace(vm, &managed_dict(object)->values->items[cache->index], incref(value));
        return 0;
    }
    int result = object_set_attribute(vm, object, name, value);
    if (result == 0 && object_type(vm, object)->slots.set_attribute == object_generic_set)
        cache_attribute(vm, object, name, cache);
    return result;
}

/* A method that can be called with the instance as its first argument; borrowed, NULL: look it up. The cache holds for
 * instances that keep their attributes as values, for a new name among these gives the type a new version. */
static inline Object *cached_method(Vm *vm, Object *object, const InlineCache *cache)
{
    Type *type = object_type(vm, object);
    if (!cache->version || type->version != cache->version)
        return NULL;
    return (type->flags & TYPE_MANAGED_DICT) && managed_dict(object)->dict ? NULL : cache->value;
}

static void cache_method(Vm *vm, Object *object, Object *name, InlineCache *cache)
{
    Type *type = object_type(vm, object);
    cache->version = 0;
    if (type->slots.get_attribute != object_generic_get || type->dict_offset || (type->flags & TYPE_DICT_AT_END))
        return;
    Object *method = type_lookup(vm, type, name);
    if (!method || !(object_type(vm, method)->flags & TYPE_METHOD_DESCRIPTOR_FLAG))
        return;
    if ((type->flags & TYPE_MANAGED_DICT) && (managed_dict(object)->dict || shared_keys_find(type->keys, name) >= 0))
        return;
    cache->value = method;
    cache->version = type_version(vm, type);
}

static inline Object *load_global(Vm *vm, Frame *frame, Object *name, InlineCache *cache)
{
    if (cache->version && dict_current_version(frame->globals) == cache->version) {
        if (!cache->extra)
            return incref(dict_cached_value(frame->globals, cache->index));
        if (dict_current_version(frame->builtins) == cache->extra)
            return incref(dict_cached_value(frame->builtins, cache->index));
    }
    Object *value = eval_load_global(vm, frame, name);
    cache->version = 0;
    if (!value || !is_exact(frame->globals, DICT) || !is_exact(frame->builtins, DICT))
        return value;
    int64_t index = dict_index_of(vm, frame->globals, name);
    uint32_t version = dict_keys_version(vm, frame->globals);
    if (index >= 0) {
        *cache = (InlineCache){.version = version, .index = index};
    } else if ((index = dict_index_of(vm, frame->builtins, name)) >= 0) {
        uint32_t extra = dict_keys_version(vm, frame->builtins);
        *cache = (InlineCache){.version = extra ? version : 0, .extra = extra, .index = index};
    }
    return value;
}

/* ---- calls ---- */

/* The frame for a call of a Python function, or for an __init__ written in Python when a plain class is called (then
 * `*instance` is the new object). NULL without an exception: some other callable. args[-1] may be overwritten. */
static inline Frame *push_python_call(Vm *vm, Object *callable, Object **args, size_t count, Object *names,
                                      Object **instance)
{
    if (is_exact(callable, FUNCTION))
        return function_push(vm, (Function *)callable, args, count, names);
    if (!is_type(vm, callable) || !(((Type *)callable)->flags & TYPE_HEAP))
        return NULL;
    Type *type = (Type *)callable;
    if (type->slots.new != builtin_type(vm, TYPE_OBJECT)->slots.new || object_type(vm, callable)->flags & TYPE_HEAP)
        return NULL;
    Object *init = type_lookup(vm, type, name_of(vm, init));
    if (!init || !is_exact(init, FUNCTION) || class_refuse_abstract(vm, type) < 0)
        return NULL;
    if (vm_enter_recursion(vm, " while calling a Python object") < 0)   /* left where `construct` is asked */
        return NULL;
    *instance = class_instance_new(vm, type);
    Frame *frame = NULL;
    if (*instance) {
        args[-1] = *instance;
        frame = function_push(vm, (Function *)init, args - 1, count + 1, names);
    }
    if (frame) {
        frame->construct = true;
    } else {
        object_replace(vm, instance, NULL);
        vm_leave_recursion(vm);
    }
    return frame;
}

/* A method written in C called through an instance of its own type, as list.append: no more to check than the count. */
static inline bool is_plain_method_call(Vm *vm, Object *callable, Object *const *args, size_t count, Object *names)
{
    if (!is_exact(callable, METHOD_DESCRIPTOR) || names || count == 0)
        return false;
    const MethodDescriptor *method = (const MethodDescriptor *)callable;
    if (object_type(vm, args[0]) != method->base.type || vm_c_stack_full(vm))
        return false;
    int kind = method->def->kind & METHOD_KIND_MASK;
    return kind == METHOD_FAST || (kind == METHOD_ONE && count == 2) || (kind == METHOD_NO_ARGS && count == 1);
}

/* Takes `count` values off the stack. */
static inline Object **drop_many(Vm *vm, Object **top, size_t count)
{
    while (count--)
        decref_number(vm, *--top);
    return top;
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

static Object *run_loop(Vm *vm, Frame *frame, Pending pending)
{
    static const void *const fast_labels[OPCODE_COUNT] = {
#define X(name, operand, pops, pushes, caches, sentence) [OP_##name] = &&op_##name,
        OPCODES(X)
#undef X
    };
    static const void *const slow_labels[OPCODE_COUNT] = {
#define X(name, operand, pops, pushes, caches, sentence) [OP_##name] = &&slow,
        OPCODES(X)
#undef X
    };
    const void *const *labels = vm->slow ? slow_labels : fast_labels;
    const Instr *ip = frame->next, *instr = ip - 1;
    Object **top = frame->top;
    Object *keyword_names = NULL;   /* borrowed, between KW_NAMES and CALL */
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
        if (!vm_event(vm, STEP_CALL, frame_line(frame), PENDING_THROW))
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
        if (!vm_event(vm, STEP_CALL, frame_line(frame), PENDING_NONE))
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
    SYNC();
    value = eval_load_name(vm, frame, NAME(instr->arg));
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(STORE_NAME):
    CONSUME(eval_store_name(vm, frame, NAME(instr->arg), value));
TARGET(DELETE_NAME):
    SYNC();
    if (eval_store_name(vm, frame, NAME(instr->arg), NULL) < 0)
        goto error;
    NEXT();
TARGET(LOAD_GLOBAL):
    if (instr->arg & 1)
        PUSH(NULL);
    SYNC();
    value = load_global(vm, frame, NAME(instr->arg >> 1), CACHE());
    if (!value)
        goto error;
    PUSH(value);
    NEXT();
TARGET(STORE_GLOBAL):
    CONSUME(dict_set(vm, frame->globals, NAME(instr->arg), value));
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
TARGET(STORE_SUBSCR):
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
    SYNC();
    value = load_attribute(vm, PEEK(1), NAME(instr->arg), CACHE());
    goto replace_top;
TARGET(STORE_ATTR):
    CONSUME_MANY(2, store_attribute(vm, PEEK(1), NAME(instr->arg), PEEK(2), CACHE()));
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
    cache_method(vm, object, NAME(instr->arg), CACHE());
    Object *self;
    value = eval_load_method(vm, object, NAME(instr->arg), &self);
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
    CONSUME(list_append(vm, PEEK(instr->arg), value));
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
            value = small_result(vm, range->next);
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
            if (reports(frame) && !vm_event(vm, STEP_EXCEPTION, frame_line(frame), PENDING_EXHAUSTED))
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
    size_t count = instr->arg;
    Object **args = top - count;
    Object *names = keyword_names;
    keyword_names = NULL;
    Object *callable = args[-1];
    bool method = args[-2] != NULL;
    if (method) {
        callable = args[-2];
        args--;
        count++;
    } else if (is_exact(callable, METHOD)) {
        /* the bound method's parts take the two places below the arguments */
        Method *bound = (Method *)callable;
        args[-2] = incref(bound->function);
        args[-1] = incref(bound->self);
        decref(vm, callable);
        callable = args[-2];
        args--;
        count++;
        method = true;
    }
    size_t named = names ? (size_t)tuple_length(names) : 0;
    SYNC();
    Object *instance = NULL;
    Object *below = args[-1];  /* push_python_call may put the instance there */
    entered = push_python_call(vm, callable, args, count - named, names, &instance);
    if (!entered && !vm_failed(vm)) {
        if (is_plain_method_call(vm, callable, args, count, names))
            value = ((const MethodDescriptor *)callable)->def->function(vm, args[0], args + 1, count - 1, NULL);
        else
            value = object_call(vm, callable, args, count - named, names);
        top = drop_many(vm, top, instr->arg + 1);
        Object *last = POP();
        SYNC();
        xdecref(vm, last);
        if (!value)
            goto error;
        PUSH(value);
        NEXT();
    }
    args[-1] = below;
    top = drop_many(vm, top, instr->arg + 1);
    xdecref(vm, *--top);
    if (!entered)
        goto error;
    if (instance)
        PUSH(instance);        /* stays below until __init__ returns */
    SYNC();
    goto enter;
}
TARGET(CALL_FUNCTION_EX): {
    size_t extra = instr->arg & 1 ? 3 : 2;
    SYNC();
    value = eval_call_ex(vm, PEEK(extra), PEEK(extra - 1), extra == 3 ? PEEK(1) : NULL);
    top = drop_many(vm, top, extra);
    xdecref(vm, *--top);       /* the NULL, or what a PUSH_NULL stands for */
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
        if (!vm_event(vm, STEP_RETURN, frame_line(frame), PENDING_RETURN))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
return_reported:
    value = POP();
    SYNC();
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
            if (!is_none)
                goto error;
            NEXT();            /* the instance lies on top */
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
        goto error;
    }
    PUSH(value);
    NEXT();
}
TARGET(YIELD_VALUE):
    if (reports(frame)) {
        SYNC();
        if (!vm_event(vm, STEP_RETURN, frame_line(frame), PENDING_YIELD))
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
        if (!vm_event(vm, STEP_EXCEPTION, frame_line(frame), PENDING_DELEGATED))
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
TARGET(BEFORE_ASYNC_WITH): {
    Object *exit = NULL;
    SYNC();
    value = eval_before_with(vm, PEEK(1), &exit, instr->op == OP_BEFORE_ASYNC_WITH);
    if (!value)
        goto error;
    Object *manager = PEEK(1);
    PEEK(1) = exit;
    PUSH(value);
    SYNC();
    DROP(manager);
    NEXT();
}
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
        if (!vm_event(vm, STEP_EXCEPTION, frame_line(frame), PENDING_EXCEPTION))
            goto suspended;
        labels = vm->slow ? slow_labels : fast_labels;
    }
exception_reported: {
    SYNC();
    const CodeHandler *handler = find_handler(frame->code, (uint32_t)(instr - frame->code->instrs));
    if (handler) {
        Object **base = frame_stack_base(frame) + handler->depth;
        while (top > base) {
            value = POP();
            SYNC();
            xdecref(vm, value);
        }
        if (handler->push_lasti)
            PUSH(int_from_i64(vm, frame->next - frame->code->instrs - 1));
        PUSH(vm->raised);
        vm->raised = NULL;
        ip = frame->code->instrs + handler->target;
        NEXT();
    }
    if (reports(frame)) {
        if (!vm_event(vm, STEP_RETURN, frame_line(frame), PENDING_UNWIND))
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
        if (construct)
            top = drop_many(vm, top, 1);
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
