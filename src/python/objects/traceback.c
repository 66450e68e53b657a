/* Tracebacks, `raise`, and what stands after `except`. As CPython's traceback.c and the helpers in ceval.c. */
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/vm.h"

int traceback_add(Vm *vm, Frame *frame)
{
    Exception *exception = (Exception *)vm->raised;
    Object *raised = vm->raised;
    vm->raised = NULL;         /* making objects must not see it */
    FrameObject *object = frame_object(vm, frame);
    Traceback *traceback = object
        ? (Traceback *)object_new_zeroed(vm, builtin_type(vm, TYPE_TRACEBACK), sizeof *traceback) : NULL;
    if (!traceback) {
        decref(vm, raised);
        return -1;
    }
    traceback->frame = (FrameObject *)incref(&object->head);
    traceback->instruction = (int32_t)frame_instruction(frame);
    traceback->line = frame_line(frame);
    traceback->next = (Traceback *)exception->traceback;
    exception->traceback = &traceback->head;
    gc_track(vm, &traceback->head);
    object_replace(vm, &vm->raised, raised);
    return 0;
}

static void traceback_dealloc(Vm *vm, Object *self)
{
    Traceback *traceback = (Traceback *)self;
    gc_untrack(vm, self);
    xdecref(vm, OBJECT(traceback->next));
    xdecref(vm, OBJECT(traceback->frame));
    object_free(vm, self);
}

static int traceback_traverse(Vm *vm, Object *self, VisitFunction visit, void *context)
{
    VISIT(((Traceback *)self)->next);
    VISIT(((Traceback *)self)->frame);
    return 0;
}

static int traceback_clear(Vm *vm, Object *self)
{
    object_replace(vm, (Object **)&((Traceback *)self)->next, NULL);
    object_replace(vm, (Object **)&((Traceback *)self)->frame, NULL);
    return 0;
}

static Object *get_tb_next(Vm *vm, Object *self, void *closure)
{
    Traceback *next = ((Traceback *)self)->next;
    return next ? incref(&next->head) : new_none(vm);
}

static int set_tb_next(Vm *vm, Object *self, Object *value, void *closure)
{
    if (!value || (value != none(vm) && !is_exact(value, TRACEBACK)))
        return vm_raise_int(vm, TYPE_TypeError, "expected traceback object, got '%T'", value ? value : none(vm));
    for (Traceback *t = value == none(vm) ? NULL : (Traceback *)value; t; t = t->next)
        if (&t->head == self)
            return vm_raise_int(vm, TYPE_ValueError, "traceback loop detected");
    object_replace(vm, (Object **)&((Traceback *)self)->next, value == none(vm) ? NULL : incref(value));
    return 0;
}

static Object *get_last_instruction(Vm *vm, Object *self, void *closure)
{
    return int_from_i64(vm, 2 * (int64_t)((Traceback *)self)->instruction);
}

static const GetSetDef traceback_getset[] = {
    {"tb_next", get_tb_next, set_tb_next, NULL}, {"tb_lasti", get_last_instruction, NULL, NULL}, {0},
};

static const MemberDef traceback_members[] = {
    {"tb_frame", MEMBER_OBJECT, offsetof(Traceback, frame), true},
    {"tb_lineno", MEMBER_INT, offsetof(Traceback, line), true},
    {0},
};

const TypeSpec traceback_spec = {
    .name = "traceback", .size = sizeof(Traceback), .flags = TYPE_HAS_GC,
    .slots = {.dealloc = traceback_dealloc, .traverse = traceback_traverse, .clear = traceback_clear},
    .getset = traceback_getset, .members = traceback_members,
};

/* ---- raise ---- */

/* A class becomes an instance; takes over. */
static Object *as_instance(Vm *vm, Object *what)
{
    if (!is_type(vm, what) || !(((Type *)what)->flags & TYPE_EXCEPTION_SUBCLASS))
        return what;
    Object *exception = object_call_none(vm, what);
    if (exception && !is_exception(vm, exception)) {
        vm_raise(vm, TYPE_TypeError, "calling %R should have returned an instance of BaseException, not %R", what,
                 object_type(vm, exception));
        decref(vm, exception);
        exception = NULL;
    }
    decref(vm, what);
    return exception;
}

static int set_raise_cause(Vm *vm, Object *exception, Object *cause)
{
    Exception *e = (Exception *)exception;
    if (cause == none(vm)) {
        decref(vm, cause);
        cause = NULL;
    } else {
        cause = as_instance(vm, cause);
        if (!cause)
            return -1;
        if (!is_exception(vm, cause)) {
            decref(vm, cause);
            return vm_raise_int(vm, TYPE_TypeError, "exception causes must derive from BaseException");
        }
    }
    object_replace(vm, &e->cause, cause);
    e->suppress_context = true;
    return 0;
}

int exception_raise(Vm *vm, Object *what, Object *cause)
{
    Object *exception = as_instance(vm, what);
    if (!exception) {
        xdecref(vm, cause);
        return -1;
    }
    if (!is_exception(vm, exception)) {
        decref(vm, exception);
        xdecref(vm, cause);
        return vm_raise_int(vm, TYPE_TypeError, "exceptions must derive from BaseException");
    }
    if (cause && set_raise_cause(vm, exception, cause) < 0) {
        decref(vm, exception);
        return -1;
    }
    vm_raise_value(vm, exception);
    return -1;
}

/* ---- except ---- */

static bool is_exception_class(Vm *vm, Object *object)
{
    return is_type(vm, object) && (((Type *)object)->flags & TYPE_EXCEPTION_SUBCLASS);
}

int exception_matches(Vm *vm, Object *exception, Object *match)
{
    if (is_exception_class(vm, match))
        return object_is_instance(vm, exception, (Type *)match);
    if (!is_tuple(vm, match))
        return vm_raise_int(vm, TYPE_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    for (int64_t i = 0; i < tuple_length(match); i++)
        if (!is_exception_class(vm, tuple_item(match, i)))
            return vm_raise_int(vm, TYPE_TypeError,
                                "catching classes that do not inherit from BaseException is not allowed");
    for (int64_t i = 0; i < tuple_length(match); i++)
        if (object_is_instance(vm, exception, (Type *)tuple_item(match, i)))
            return 1;
    return 0;
}
