/* What the methods of an async generator give: awaitables, each one step of the generator. As CPython's genobject.c.
 *
 * An async generator leaves its frame for two reasons: at a `yield`, whose value goes to whoever awaits the step, and at an
 * `await`, whose value goes through to the loop that drives everything. ASYNC_GEN_WRAP marks the first kind by wrapping
 * the value, so a step knows when it is over. */
#include "python/gc.h"
#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/objects/function.h"
#include "python/vm.h"

typedef enum AwaitState { AWAIT_INIT, AWAIT_ITER, AWAIT_CLOSED } AwaitState;

/* asend (also __anext__) and athrow (also aclose): `value` is what to send, or the tuple of what to throw. */
typedef struct AsyncStep {
    Object head;
    Generator *generator;
    Object *value;             /* NULL: nothing to send, or aclose() */
    int32_t state;             /* AwaitState */
} AsyncStep;

typedef struct WrappedValue { Object head; Object *value; } WrappedValue;

static void step_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    decref(vm, &((AsyncStep *)self)->generator->head);
    xdecref(vm, ((AsyncStep *)self)->value);
    object_free(vm, self);
}

static int step_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((AsyncStep *)self)->generator);
    VISIT(((AsyncStep *)self)->value);
    return 0;
}

static Object *step_new(Vm *vm, TypeId id, Object *generator, Object *value)
{
    AsyncStep *step = (AsyncStep *)object_new_builtin(vm, id, sizeof(AsyncStep));
    if (!step)
        return NULL;
    step->generator = (Generator *)incref(generator);
    step->value = xincref(value);
    step->state = AWAIT_INIT;
    gc_track(vm, &step->head);
    return &step->head;
}

static Object *self_iter(Vm *vm, Object *self) { return incref(self); }

/* ---- values on their way out ---- */

Object *async_generator_wrap(Vm *vm, Object *value)
{
    WrappedValue *wrapped = (WrappedValue *)object_new_builtin(vm, TYPE_ASYNC_WRAPPED_VALUE, sizeof(WrappedValue));
    if (!wrapped)
        return NULL;
    wrapped->value = incref(value);
    gc_track(vm, &wrapped->head);
    return &wrapped->head;
}

static void wrapped_dealloc(Vm *vm, Object *self)
{
    gc_untrack(vm, self);
    decref(vm, ((WrappedValue *)self)->value);
    object_free(vm, self);
}

static int wrapped_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((WrappedValue *)self)->value);
    return 0;
}

static bool ends_generator(Vm *vm)
{
    return vm_failed_with(vm, TYPE_StopAsyncIteration) || vm_failed_with(vm, TYPE_GeneratorExit);
}

/* StopIteration(value), also when the value is itself an exception or a tuple, as _PyGen_SetStopIterationValue. */
static Object *stop_with(Vm *vm, Object *value)
{
    Object *stop = exception_new(vm, builtin_type(vm, TYPE_StopIteration), &value, 1);
    return stop ? vm_raise_value(vm, stop) : NULL;
}

/* A yielded value ends the step; an awaited one goes through. Takes `result` over. */
static Object *unwrap(Vm *vm, Generator *g, Object *result)
{
    if (!result) {
        if (!vm_failed(vm))
            vm_raise_object(vm, TYPE_StopAsyncIteration, NULL);
        g->closed |= ends_generator(vm);
        g->step_running = false;
        return NULL;
    }
    if (!is_exact(result, ASYNC_WRAPPED_VALUE))
        return result;
    g->step_running = false;
    stop_with(vm, ((WrappedValue *)result)->value);
    decref(vm, result);
    return NULL;
}

/* ---- asend, __anext__ ---- */

static Object *closed_error(Vm *vm, const char *what)
{
    return vm_raise(vm, TYPE_RuntimeError, "cannot reuse already awaited %s", what);
}

static const char asend_names[] = "__anext__()/asend()";
static const char athrow_names[] = "aclose()/athrow()";

static Object *asend_send(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    AsyncStep *step = (AsyncStep *)self;
    Generator *g = step->generator;
    Object *value = count ? args[0] : none(vm);
    if (step->state == AWAIT_CLOSED)
        return closed_error(vm, asend_names);
    if (step->state == AWAIT_INIT) {
        if (g->step_running)
            return vm_raise(vm, TYPE_RuntimeError, "anext(): asynchronous generator is already running");
        if (value == none(vm) && step->value)
            value = step->value;
        step->state = AWAIT_ITER;
    }
    g->step_running = true;
    Object *result = unwrap(vm, g, generator_send(vm, g, value));
    if (!result)
        step->state = AWAIT_CLOSED;
    return result;
}

static Object *asend_next(Vm *vm, Object *self) { return asend_send(vm, self, NULL, 0, NULL); }

static Object *asend_throw(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    AsyncStep *step = (AsyncStep *)self;
    if (step->state == AWAIT_CLOSED)
        return closed_error(vm, asend_names);
    Object *result = unwrap(vm, step->generator, generator_throw(vm, &step->generator->head, args, count, NULL));
    if (!result)
        step->state = AWAIT_CLOSED;
    return result;
}

static Object *step_close(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    ((AsyncStep *)self)->state = AWAIT_CLOSED;
    return new_none(vm);
}

/* ---- athrow, aclose ---- */

/* The step is over with an exception; that the generator ended is what aclose() wanted. */
static Object *athrow_over(Vm *vm, AsyncStep *step)
{
    step->generator->step_running = false;
    step->state = AWAIT_CLOSED;
    if (!step->value && ends_generator(vm)) {
        vm_clear_error(vm);
        vm_raise_object(vm, TYPE_StopIteration, NULL);
    }
    return NULL;
}

static Object *athrow_result(Vm *vm, AsyncStep *step, Object *result)
{
    Generator *g = step->generator;
    if (step->value)
        return unwrap(vm, g, result);
    if (!result)
        return athrow_over(vm, step);
    if (!is_exact(result, ASYNC_WRAPPED_VALUE))
        return result;
    decref(vm, result);
    g->step_running = false;
    step->state = AWAIT_CLOSED;
    return vm_raise(vm, TYPE_RuntimeError, "async generator ignored GeneratorExit");
}

static Object *athrow_start(Vm *vm, AsyncStep *step, Object *value)
{
    Generator *g = step->generator;
    if (g->step_running || g->closed)
        step->state = AWAIT_CLOSED;
    if (g->step_running)
        return vm_raise(vm, TYPE_RuntimeError, "%s(): asynchronous generator is already running",
                        step->value ? "athrow" : "aclose");
    if (g->closed)
        return vm_raise_object(vm, TYPE_StopAsyncIteration, NULL);
    if (value != none(vm))
        return vm_raise(vm, TYPE_RuntimeError, "can't send non-None value to a just-started coroutine");
    step->state = AWAIT_ITER;
    g->step_running = true;
    Object *exit = &builtin_type(vm, TYPE_GeneratorExit)->head;
    const Tuple *given = (const Tuple *)step->value;
    g->closed |= !given;
    Object *result = generator_throw(vm, &g->head, given ? given->items : &exit, given ? (size_t)given->length : 1, NULL);
    result = athrow_result(vm, step, result);
    return !result && given ? athrow_over(vm, step) : result;
}

static Object *athrow_send(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    AsyncStep *step = (AsyncStep *)self;
    Object *value = count ? args[0] : none(vm);
    if (step->state == AWAIT_CLOSED)
        return closed_error(vm, athrow_names);
    if (step->generator->finished) {
        step->state = AWAIT_CLOSED;
        return vm_raise_object(vm, TYPE_StopIteration, NULL);
    }
    if (step->state == AWAIT_INIT)
        return athrow_start(vm, step, value);
    step->generator->step_running = true;
    return athrow_result(vm, step, generator_send(vm, step->generator, value));
}

static Object *athrow_next(Vm *vm, Object *self) { return athrow_send(vm, self, NULL, 0, NULL); }

static Object *athrow_throw(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    AsyncStep *step = (AsyncStep *)self;
    if (step->state == AWAIT_CLOSED)
        return closed_error(vm, athrow_names);
    return athrow_result(vm, step, generator_throw(vm, &step->generator->head, args, count, NULL));
}

/* ---- the generator's methods ---- */

Object *async_generator_next(Vm *vm, Object *self) { return step_new(vm, TYPE_ASYNC_GENERATOR_ASEND, self, NULL); }

static Object *method_asend(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return step_new(vm, TYPE_ASYNC_GENERATOR_ASEND, self, args[0]);
}

static Object *method_athrow(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Object *thrown = tuple_from(vm, args, (int64_t)count);
    Object *step = thrown ? step_new(vm, TYPE_ASYNC_GENERATOR_ATHROW, self, thrown) : NULL;
    xdecref(vm, thrown);
    return step;
}

static Object *method_aclose(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return step_new(vm, TYPE_ASYNC_GENERATOR_ATHROW, self, NULL);
}

const MethodDef async_generator_methods[] = {
    {"asend", method_asend, METHOD_ONE, "asend(v) -> send 'v' in generator."},
    {"athrow", method_athrow, METHOD_FAST, "athrow(typ[,val[,tb]]) -> raise exception in generator."},
    {"aclose", method_aclose, METHOD_NO_ARGS, "aclose() -> raise GeneratorExit inside generator."},
    {0},
};

/* ---- the types ---- */

static const MethodDef asend_methods[] = {
    {"send", asend_send, METHOD_ONE, NULL}, {"throw", asend_throw, METHOD_FAST, NULL},
    {"close", step_close, METHOD_NO_ARGS, NULL}, {0},
};

static const MethodDef athrow_methods[] = {
    {"send", athrow_send, METHOD_ONE, NULL}, {"throw", athrow_throw, METHOD_FAST, NULL},
    {"close", step_close, METHOD_NO_ARGS, NULL}, {0},
};

const TypeSpec async_generator_asend_spec = {
    .name = "async_generator_asend", .size = sizeof(AsyncStep), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {.dealloc = step_dealloc, .traverse = step_traverse, .iter = self_iter, .await = self_iter,
              .next = asend_next},
    .methods = asend_methods,
};

const TypeSpec async_generator_athrow_spec = {
    .name = "async_generator_athrow", .size = sizeof(AsyncStep), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {.dealloc = step_dealloc, .traverse = step_traverse, .iter = self_iter, .await = self_iter,
              .next = athrow_next},
    .methods = athrow_methods,
};

const TypeSpec async_wrapped_value_spec = {
    .name = "async_generator_wrapped_value", .size = sizeof(WrappedValue), .flags = TYPE_HAS_GC | TYPE_NO_INSTANTIATION,
    .slots = {.dealloc = wrapped_dealloc, .traverse = wrapped_traverse},
};
