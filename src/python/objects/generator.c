/* Generators and coroutines: frames that stop and go on. As CPython's genobject.c. */
#include <string.h>

#include "python/gc.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/opcode.h"
#include "python/vm.h"
#include "python/warn.h"

static TypeId generator_type(const Code *code)
{
    return code->flags & CODE_COROUTINE ? TYPE_COROUTINE
         : code->flags & CODE_ASYNC_GENERATOR ? TYPE_ASYNC_GENERATOR : TYPE_GENERATOR;
}

Object *generator_new(Vm *vm, Frame *frame)
{
    Code *code = frame->code;
    size_t size = offsetof(Generator, frame) + frame_size(code);
    Generator *g = (Generator *)object_new_zeroed(vm, builtin_type(vm, generator_type(code)), size);
    if (!g)
        return NULL;
    Function *function = (Function *)frame->function;
    g->name = incref(function ? function->name : code->name);
    g->qualname = incref(function ? function->qualname : code->qualname);
    g->code = incref(&code->head);
    g->is_coroutine = (code->flags & CODE_COROUTINE) != 0;
    g->is_async = (code->flags & CODE_ASYNC_GENERATOR) != 0;
    memcpy(&g->frame, frame, sizeof(Frame) + (size_t)code->locals_count * sizeof(Object *));
    g->frame.top = g->frame.slots + code->locals_count;
    g->frame.owner = FRAME_IN_GENERATOR;
    g->frame.back = NULL;
    g->frame.entry = false;
    if (g->frame.object)
        g->frame.object->frame = &g->frame;
    vm->frames_top = (unsigned char *)frame;   /* it moved: nothing is released */
    gc_track(vm, &g->head);
    return &g->head;
}

/* ---- resuming ---- */

static const char *kind_name(Generator *g)
{
    return g->is_coroutine ? "coroutine" : g->is_async ? "async generator" : "generator";
}

static bool check_ready(Vm *vm, Generator *g, Object *argument)
{
    if (g->executing) {
        vm_raise(vm, TYPE_ValueError, "%s already executing", kind_name(g));
        return false;
    }
    if (g->finished) {
        if (g->is_coroutine)
            vm_raise(vm, TYPE_RuntimeError, "cannot reuse already awaited coroutine");
        return false;
    }
    if (!g->started && argument && argument != none(vm)) {
        vm_raise(vm, TYPE_TypeError, "can't send non-None value to a just-started %s", kind_name(g));
        return false;
    }
    return true;
}

static void chain_in(Vm *vm, Generator *g)
{
    g->executing = true;
    g->handled.previous = vm->handled;
    vm->handled = &g->handled;
    g->frame.back = vm->frame;
}

Frame *generator_enter(Vm *vm, Generator *g, Object *argument)
{
    if (!check_ready(vm, g, argument))
        return NULL;
    if (vm->depth + vm->c_depth >= vm->recursion_limit)
        return vm_raise(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
    /* the value of the yield expression; a first resume also finds one, which the code pops at once */
    *g->frame.top++ = incref(argument ? argument : none(vm));
    g->started = true;
    g->sent = argument && argument != none(vm);
    chain_in(vm, g);
    return &g->frame;
}

void generator_leave(Vm *vm, Generator *g, bool ended)
{
    vm->handled = g->handled.previous;
    g->handled.previous = NULL;
    g->executing = false;
    g->frame.back = NULL;
    if (!ended)
        return;
    g->finished = true;
    object_replace(vm, &g->handled.value, NULL);
    frame_end(vm, &g->frame);
}

/* Runs until the next yield (its value), the end (the value returned; `finished` is set then), or an exception. */
static Object *resume(Vm *vm, Generator *g)
{
    g->frame.entry = true;
    return eval_frame(vm, &g->frame);
}

void generator_raise_stop(Vm *vm, Object *value)
{
    Object *exception = exception_new(vm, builtin_type(vm, TYPE_StopIteration), &value, value == none(vm) ? 0 : 1);
    if (exception)
        vm_raise_value(vm, exception);
}

static void raise_stop(Vm *vm, Generator *g, Object *value)
{
    if (g->is_async)
        vm_raise_object(vm, TYPE_StopAsyncIteration, NULL);
    else
        generator_raise_stop(vm, value);
}

/* The same without an exception for an end with None: what `next` slots want. */
static Object *send_quietly(Vm *vm, Generator *g, Object *argument)
{
    if (!generator_enter(vm, g, argument))
        return NULL;
    Object *value = resume(vm, g);
    if (value && g->finished) {
        if (value != none(vm) || g->is_async)
            raise_stop(vm, g, value);
        decref(vm, value);
        return NULL;
    }
    return value;
}

Object *generator_send(Vm *vm, Generator *g, Object *argument)
{
    Object *value = send_quietly(vm, g, argument);
    if (!value && !vm_failed(vm))
        raise_stop(vm, g, none(vm));
    return value;
}

static Object *generator_next(Vm *vm, Object *self) { return send_quietly(vm, (Generator *)self, NULL); }

/* ---- yield from, throw, close ---- */

Object *generator_yield_from(Generator *g)
{
    if (g->finished || !g->started || g->executing)
        return NULL;
    const Instr *next = g->frame.next;
    /* suspended in `yield from`: the YIELD_VALUE stands behind a SEND, the delegate below the temporaries */
    if (next - g->frame.code->instrs < 2 || next[-2].op != OP_SEND)
        return NULL;
    return g->frame.top > frame_stack_base(&g->frame) ? g->frame.top[-1] : NULL;
}

/* Raises what is in vm->raised inside the generator. */
static Object *throw_raised(Vm *vm, Generator *g)
{
    if (g->executing)
        return vm_raise(vm, TYPE_ValueError, "%s already executing", kind_name(g));
    if (g->finished)
        return NULL;           /* it goes on to the caller as it is */
    g->started = true;         /* if it never ran, it ends where it stands: at the def */
    chain_in(vm, g);
    if (g->handled.value && g->handled.value != none(vm))
        vm_raise_value(vm, incref(vm->raised));   /* what the generator handles becomes the context */
    Object *value = resume(vm, g);
    if (value && g->finished) {
        raise_stop(vm, g, value);
        decref(vm, value);
        return NULL;
    }
    return value;
}

static int close_delegate(Vm *vm, Object *delegate)
{
    if (is_exact(delegate, GENERATOR) || is_exact(delegate, COROUTINE)) {
        Object *result = generator_close(vm, (Generator *)delegate);
        xdecref(vm, result);
        return result ? 0 : -1;
    }
    Object *close = object_look_attribute(vm, delegate, name_of(vm, plain_close));
    if (!close)
        return vm_failed(vm) ? -1 : 0;
    Object *result = object_call_none(vm, close);
    decref(vm, close);
    xdecref(vm, result);
    return result ? 0 : -1;
}

Object *generator_close(Vm *vm, Generator *g)
{
    if (g->finished)
        return new_none(vm);
    Object *delegate = generator_yield_from(g);
    bool failed = false;
    if (delegate) {
        incref(delegate);
        g->executing = true;
        failed = close_delegate(vm, delegate) < 0;
        g->executing = false;
        decref(vm, delegate);
    }
    if (!failed)
        vm_raise_object(vm, TYPE_GeneratorExit, NULL);
    Object *value = throw_raised(vm, g);
    if (value) {
        decref(vm, value);
        return vm_raise(vm, TYPE_RuntimeError, "%s ignored GeneratorExit", kind_name(g));
    }
    if (vm_failed_with(vm, TYPE_StopIteration) || vm_failed_with(vm, TYPE_GeneratorExit)) {
        vm_clear_error(vm);
        return new_none(vm);
    }
    return NULL;
}

/* The delegate ended with StopIteration (its value is what `yield from` gives) or failed: go on behind the delegation. */
static Object *after_delegate(Vm *vm, Generator *g)
{
    if (!vm_failed_with(vm, TYPE_StopIteration)) {
        decref(vm, *--g->frame.top);
        *g->frame.top = NULL;
        return throw_raised(vm, g);
    }
    Object *value = exception_field(vm->raised, STOP_ITERATION_VALUE);
    value = incref(value ? value : none(vm));
    vm_clear_error(vm);
    decref(vm, *--g->frame.top);
    /* the instructions are SEND, YIELD_VALUE, RESUME, JUMP_BACKWARD; SEND jumps behind them when the delegate ends */
    const Instr *send = g->frame.next - 2;
    g->frame.next = send + 1 + send->arg;
    *g->frame.top++ = value;
    chain_in(vm, g);
    Object *result = resume(vm, g);
    if (result && g->finished) {
        raise_stop(vm, g, result);
        decref(vm, result);
        return NULL;
    }
    return result;
}

static Object *throw_into_delegate(Vm *vm, Generator *g, Object *delegate, Object *const *args, size_t count)
{
    Object *method = object_look_attribute(vm, delegate, name_of(vm, plain_throw));
    if (!method)
        return NULL;
    g->executing = true;
    Object *value = object_call(vm, method, args, count, NULL);
    g->executing = false;
    decref(vm, method);
    return value ? value : after_delegate(vm, g);
}

static Object *make_thrown(Vm *vm, Object *type, Object *value)
{
    if (!value)
        return object_call_none(vm, type);
    if (object_is_instance(vm, value, (Type *)type))
        return incref(value);
    return is_tuple(vm, value) ? object_call(vm, type, ((Tuple *)value)->items, (size_t)tuple_length(value), NULL)
                               : object_call_one(vm, type, value);
}

static bool is_exception_class(Vm *vm, Object *object)
{
    return is_type(vm, object) && (((Type *)object)->flags & TYPE_EXCEPTION_SUBCLASS);
}

/* Sets what throw() was given, without the caller's context, as PyErr_Restore. False: the arguments are no good, which
 * is the caller's error and not the generator's. */
static bool raise_given(Vm *vm, Object *const *args, size_t count)
{
    Object *type = args[0], *value = count > 1 && args[1] != none(vm) ? args[1] : NULL;
    Object *traceback = count > 2 && args[2] != none(vm) ? args[2] : NULL;
    if (traceback && !is_exact(traceback, TRACEBACK))
        return vm_raise(vm, TYPE_TypeError, "throw() third argument must be a traceback object");
    bool is_class = is_exception_class(vm, type);
    if (!is_class && !is_exception(vm, type))
        return vm_raise(vm, TYPE_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                        type);
    if (!is_class && value)
        return vm_raise(vm, TYPE_TypeError, "instance exception may not have a separate value");
    Object *exception = is_class ? make_thrown(vm, type, value) : incref(type);
    if (exception && !is_exception(vm, exception)) {
        vm_raise(vm, TYPE_TypeError, "calling %R should have returned an instance of BaseException, not %R", type,
                 object_type(vm, exception));
        decref(vm, exception);
    } else if (exception) {
        object_replace(vm, &vm->raised, exception);
    }
    if (traceback && is_exception(vm, vm->raised))
        object_replace(vm, &((Exception *)vm->raised)->traceback, incref(traceback));
    return true;
}

Object *generator_throw(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Generator *g = (Generator *)self;
    if (!args_check(vm, "throw", count, 1, 3))
        return NULL;
    Object *delegate = generator_yield_from(g);
    if (delegate) {
        incref(delegate);
        Object *value = NULL;
        bool exit = args[0] == OBJECT(builtin_type(vm, TYPE_GeneratorExit)) ||
                    object_is_instance(vm, args[0], builtin_type(vm, TYPE_GeneratorExit));
        bool handled = true;
        if (exit) {
            g->executing = true;
            int closed = close_delegate(vm, delegate);
            g->executing = false;
            handled = closed < 0;
            if (handled)
                value = after_delegate(vm, g);
        } else {
            value = throw_into_delegate(vm, g, delegate, args, count);
            handled = value || vm_failed(vm) || g->finished;
        }
        decref(vm, delegate);
        if (handled)
            return value;
    }
    return raise_given(vm, args, count) ? throw_raised(vm, g) : NULL;
}

static Object *generator_method_send(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return generator_send(vm, (Generator *)self, args[0]);
}

static Object *generator_method_close(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return generator_close(vm, (Generator *)self);
}

/* ---- the types ---- */

static void generator_finalize(Vm *vm, Object *self)
{
    Generator *g = (Generator *)self;
    if (g->finished)
        return;
    Object *raised = vm->raised;
    vm->raised = NULL;
    if (g->is_coroutine && !g->started) {
        warn_never_awaited(vm, self, g->qualname);
        vm->raised = raised;
        return;
    }
    Object *result = generator_close(vm, g);
    if (!result)
        vm_write_unraisable(vm, self);
    xdecref(vm, result);
    vm->raised = raised;
}

static void generator_dealloc(Vm *vm, Object *self)
{
    Generator *g = (Generator *)self;
    if (!g->finished && !gc_is_finalized(self)) {
        self->count = 1;
        generator_finalize(vm, self);
        gc_set_finalized(self);
        if (--self->count > 0)
            return;
    }
    gc_untrack(vm, self);
    if (!g->finished)
        frame_end(vm, &g->frame);
    xdecref(vm, g->handled.value);
    xdecref(vm, g->name);
    xdecref(vm, g->qualname);
    xdecref(vm, g->code);
    object_free(vm, self);
}

static int generator_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    Generator *g = (Generator *)self;
    VISIT(g->code);
    VISIT(g->name);
    VISIT(g->qualname);
    VISIT(g->handled.value);
    /* while it runs, its frame is on the chain of running frames and visited there */
    return g->finished || g->executing ? 0 : frame_traverse(vm, &g->frame, visit, context);
}

static Object *generator_repr(Vm *vm, Object *self)
{
    Generator *g = (Generator *)self;
    return str_format(vm, "<%T object %U at 0x%llx>", self, g->qualname, (unsigned long long)object_address(vm, self));
}

static uint64_t generator_size_of(Vm *vm, Object *self)
{
    /* sizeof(PyGenObject) without its frame, then the frame's header and slots, as gen_sizeof */
    enum { NOMINAL_GENERATOR = 152 };
    const Code *code = (const Code *)((const Generator *)self)->code;
    return NOMINAL_GENERATOR + (uint64_t)(code->locals_count + code->stack_size) * sizeof(Object *);
}

static Object *get_frame(Vm *vm, Object *self, void *closure)
{
    Generator *g = (Generator *)self;
    if (g->finished)
        return new_none(vm);
    FrameObject *frame = frame_object(vm, &g->frame);
    return frame ? incref(&frame->head) : NULL;
}

static Object *get_running(Vm *vm, Object *self, void *closure) { return new_bool(vm, ((Generator *)self)->executing); }

static Object *get_suspended(Vm *vm, Object *self, void *closure)
{
    Generator *g = (Generator *)self;
    return new_bool(vm, g->started && !g->executing && !g->finished);
}

static Object *get_code(Vm *vm, Object *self, void *closure) { return incref(((Generator *)self)->code); }

static Object *get_yield_from(Vm *vm, Object *self, void *closure)
{
    Object *delegate = generator_yield_from((Generator *)self);
    return delegate ? incref(delegate) : new_none(vm);
}

static Object *self_iter(Vm *vm, Object *self) { return incref(self); }

static Object **name_field(Object *self, const char *which)
{
    return strcmp(which, "__name__") == 0 ? &((Generator *)self)->name : &((Generator *)self)->qualname;
}

static Object *get_name(Vm *vm, Object *self, void *closure) { return incref(*name_field(self, closure)); }

static int set_name(Vm *vm, Object *self, Object *value, void *closure)
{
    if (!value || !is_str(vm, value))
        return vm_raise_int(vm, TYPE_TypeError, "%s must be set to a string object", (const char *)closure);
    object_replace(vm, name_field(self, closure), incref(value));
    return 0;
}

#define NAME_GETSET {"__name__", get_name, set_name, "__name__"}, {"__qualname__", get_name, set_name, "__qualname__"}
#define GENERATOR_GETSET(prefix, delegate) NAME_GETSET, \
    {prefix "_frame", get_frame, NULL, NULL}, {prefix "_running", get_running, NULL, NULL}, \
    {prefix "_suspended", get_suspended, NULL, NULL}, {prefix "_code", get_code, NULL, NULL}, \
    {delegate, get_yield_from, NULL, NULL}, {0},

static const GetSetDef generator_getset[] = {GENERATOR_GETSET("gi", "gi_yieldfrom")};
static const GetSetDef coroutine_getset[] = {GENERATOR_GETSET("cr", "cr_await")};
static Object *get_step_running(Vm *vm, Object *self, void *closure)
{
    return new_bool(vm, ((Generator *)self)->step_running);
}

static const GetSetDef async_generator_getset[] = {
    NAME_GETSET, {"ag_frame", get_frame, NULL, NULL}, {"ag_running", get_step_running, NULL, NULL},
    {"ag_code", get_code, NULL, NULL}, {"ag_await", get_yield_from, NULL, NULL}, {0},
};

static const MethodDef generator_methods[] = {
    {"send", generator_method_send, METHOD_ONE,
     "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration."},
    {"throw", generator_throw, METHOD_FAST, "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, "
     "return next yielded value or raise\nStopIteration."},
    {"close", generator_method_close, METHOD_NO_ARGS, "close() -> raise GeneratorExit inside generator."},
    {0},
};

const TypeSpec generator_spec = {
    .name = "generator", .size = sizeof(Generator), .weaklist_offset = offsetof(Generator, weaklist),
    .flags = TYPE_HAS_GC | TYPE_HAS_FINALIZER,
    .slots = {.dealloc = generator_dealloc, .traverse = generator_traverse, .finalize = generator_finalize,
              .repr = generator_repr, .iter = self_iter, .next = generator_next, .size_of = generator_size_of},
    .methods = generator_methods, .getset = generator_getset,
};

static Object *coroutine_await(Vm *vm, Object *self) { return incref(self); }

/* What await needs: CPython puts a wrapper between, which the program cannot tell from the coroutine by iterating it. */
const TypeSpec coroutine_spec = {
    .name = "coroutine", .size = sizeof(Generator), .weaklist_offset = offsetof(Generator, weaklist),
    .flags = TYPE_HAS_GC | TYPE_HAS_FINALIZER,
    .slots = {.dealloc = generator_dealloc, .traverse = generator_traverse, .finalize = generator_finalize,
              .repr = generator_repr, .await = coroutine_await, .size_of = generator_size_of},
    .methods = generator_methods, .getset = coroutine_getset,
};

const TypeSpec async_generator_spec = {
    .name = "async_generator", .size = sizeof(Generator), .weaklist_offset = offsetof(Generator, weaklist),
    .flags = TYPE_HAS_GC | TYPE_HAS_FINALIZER,
    .slots = {.dealloc = generator_dealloc, .traverse = generator_traverse, .finalize = generator_finalize,
              .repr = generator_repr, .async_iter = self_iter, .async_next = async_generator_next, .size_of = generator_size_of},
    .methods = async_generator_methods, .getset = async_generator_getset,
};
