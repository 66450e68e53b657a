/* Raising exceptions from C, and the guards that turn "too deep" into an answer. */
#include <pthread.h>
#include <stdarg.h>
#include <string.h>

#include "python/objects/class.h"
#include "python/objects/exception.h"
#include "python/str_from_format.h"
#include "python/vm.h"

Object *exception_handled(Vm *vm)
{
    for (HandledException *h = vm->handled; h; h = h->previous)
        if (h->value && h->value != none(vm))
            return h->value;
    return NULL;
}

/* The exception being handled becomes the context of a new one; a cycle in the chain is cut, as _PyErr_SetObject does. */
static void set_context(Vm *vm, Object *exception)
{
    Object *handled = exception_handled(vm);
    if (!handled || handled == exception)
        return;
    Exception *link = (Exception *)handled, *slow = link;
    bool move_slow = false;    /* a cycle that does not lead through the exception is found as Floyd does */
    while (link->context) {
        if (link->context == exception) {
            object_replace(vm, &link->context, NULL);
            break;
        }
        link = (Exception *)link->context;
        if (link == slow)
            break;
        if (move_slow)
            slow = (Exception *)slow->context;
        move_slow = !move_slow;
    }
    object_replace(vm, &((Exception *)exception)->context, incref(handled));
}

void *vm_raise_value(Vm *vm, Object *exception)
{
    set_context(vm, exception);
    object_replace(vm, &vm->raised, exception);
    return NULL;
}

void *vm_raise_object(Vm *vm, TypeId id, Object *argument)
{
    Object *exception = exception_new(vm, builtin_type(vm, id), &argument, argument ? 1 : 0);
    return exception ? vm_raise_value(vm, exception) : NULL;
}

static void raise_formatted(Vm *vm, TypeId id, const char *format, va_list values)
{
    Object *message = str_from_format_list(vm, format, values);
    if (!message)
        return;
    vm_raise_object(vm, id, message);
    decref(vm, message);
}

void *vm_raise(Vm *vm, TypeId id, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    raise_formatted(vm, id, format, values);
    va_end(values);
    return NULL;
}

int vm_raise_int(Vm *vm, TypeId id, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    raise_formatted(vm, id, format, values);
    va_end(values);
    return -1;
}

void *vm_raise_from(Vm *vm, Object *cause, TypeId id, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    raise_formatted(vm, id, format, values);
    va_end(values);
    if (!object_is_instance(vm, vm->raised, builtin_type(vm, id))) {
        decref(vm, cause);
        return NULL;
    }
    Exception *exception = (Exception *)vm->raised;
    object_replace(vm, &exception->cause, incref(cause));
    object_replace(vm, &exception->context, cause);
    exception->suppress_context = true;
    return NULL;
}

void *vm_raise_memory(Vm *vm)
{
    Object *exception = vm->memory_error;
    if (exception && exception->count == 1)
        return vm_raise_value(vm, incref(exception));
    return vm_raise_object(vm, TYPE_MemoryError, NULL);
}

bool vm_failed_with(Vm *vm, TypeId id)
{
    return vm->raised && type_is_subtype(vm, object_type(vm, vm->raised), builtin_type(vm, id));
}

void vm_clear_error(Vm *vm) { object_replace(vm, &vm->raised, NULL); }

/* ---- depth ---- */

/* Python frames and C recursion count against one limit, as in CPython 3.11. A little headroom lets the handler of a
 * RecursionError call something. */
enum { RECURSION_HEADROOM = 50 };

int vm_enter_recursion(Vm *vm, const char *where)
{
    uint32_t limit = vm->recursion_limit + (vm->recursion_headroom ? RECURSION_HEADROOM : 0);
    if (vm->depth + vm->c_depth < limit && !vm_c_stack_full(vm)) {
        vm->c_depth++;
        return 0;
    }
    vm->recursion_headroom = true;
    vm_raise(vm, TYPE_RecursionError, "maximum recursion depth exceeded%s", where);
    vm->recursion_headroom = false;
    return -1;
}

void vm_leave_recursion(Vm *vm) { vm->c_depth--; }

void vm_find_c_stack(Vm *vm)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    if (here >= vm->c_stack_low && here < vm->c_stack_high)
        return;                /* the same thread as before: asking the system takes long on the main thread */
    pthread_attr_t attributes;
    void *base = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        pthread_attr_getstack(&attributes, &base, &size);
        pthread_attr_destroy(&attributes);
    }
    if (size <= VM_C_STACK_RESERVE) {
        base = (void *)(here - 2 * VM_C_STACK_RESERVE);
        size = 2 * VM_C_STACK_RESERVE;
    }
    vm->c_stack_low = (uintptr_t)base + VM_C_STACK_RESERVE;
    vm->c_stack_high = (uintptr_t)base + size;
}

int vm_poll(Vm *vm)
{
    return atomic_load_explicit(&vm->host->cancel, memory_order_relaxed)
        ? vm_raise_int(vm, TYPE_KeyboardInterrupt, "the run was stopped") : 0;
}

void vm_write(Vm *vm, OutputStream stream, const char *text, size_t length)
{
    vm->host->write(vm->host->context, stream, vm->output_length[stream], text, length);
    vm->output_length[stream] += length;
}
