#include "c/mistake.h"

void c_mistake_overflow(CVm *vm, const char *type)
{
    c_report(vm, "The result does not fit into %s: this is a signed overflow, which C leaves undefined (here it wraps "
             "around).", type);
}

bool c_mistake_division(CVm *vm, bool by_zero)
{
    if (by_zero)
        c_fault(vm, 136, "The program divides an integer by zero. The processor refuses and the system stops the program "
                "(floating point exception, SIGFPE).");
    else
        c_fault(vm, 136, "The program divides the smallest integer by -1: the result does not fit. The processor refuses "
                "and the system stops the program (floating point exception, SIGFPE).");
    return false;
}

void c_mistake_shift(CVm *vm, int64_t count, int bits)
{
    c_report(vm, "The program shifts a value of %d bits by %lld: the count must lie between 0 and %d.", bits,
             (long long)count, bits - 1);
}

static void tell_index(CVm *vm, int64_t index, int64_t length)
{
    if (index == length)
        c_report(vm, "The index %lld is one past the end: the array has %lld element%s, 0 to %lld.", (long long)index,
                 (long long)length, length == 1 ? "" : "s", (long long)length - 1);
    else
        c_report(vm, "The index %lld is out of bounds: the array has %lld element%s, 0 to %lld.", (long long)index,
                 (long long)length, length == 1 ? "" : "s", (long long)length - 1);
}

void c_mistake_index(CVm *vm, int64_t index, int64_t length, bool may_be_end)
{
    if (index < 0 || index >= length + may_be_end)
        tell_index(vm, index, length);
}

void c_mistake_unset(CVm *vm, int32_t offset)
{
    char part[100];
    const CRoutine *routine = &vm->program->routines[vm->frames[vm->depth - 1].routine];
    if (routine->is_library)
        return;
    for (int32_t i = 0; i < routine->variable_count; i++) {
        const CVariable *v = routine->variables[i];
        if (offset >= v->offset && offset < v->offset + v->type->size) {
            c_describe_part(v->type, offset - v->offset, part, sizeof part);
            c_report(vm, "The program uses the value of '%s%s' before anything was stored there: it is whatever the memory "
                     "held.", v->name ? v->name : "", part);
            return;
        }
    }
}

void c_mistake_unfit(CVm *vm, double value, const char *type)
{
    c_report(vm, "The value %g does not fit into %s: what the conversion gives is not defined.", value, type);
}

void c_mistake_nothing_returned(CVm *vm)
{
    const CFrame *frame = &vm->frames[vm->depth - 1];
    if (frame->site >= 0 && vm->program->sites[frame->site].wants_value)
        c_report(vm, "%s() ended without 'return', but its caller uses the value: it is whatever was in the register.",
                 vm->program->routines[frame->routine].name);
}

void c_mistake_returned_address(CVm *vm, const CFrame *frame, uint64_t value)
{
    const CRoutine *routine = &vm->program->routines[frame->routine];
    if (value < vm->sp || value >= frame->fp || !c_type_is_pointer(routine->tree->type->base))
        return;
    CObject object = c_object_at(vm, value);
    c_report(vm, "%s() returns the address of its own variable%s%s%s, which is gone when it has returned: the pointer "
             "dangles.", routine->name, object.variable ? " '" : "", object.variable ? object.variable->name : "",
             object.variable ? "'" : "");
}
