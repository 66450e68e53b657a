#include "c/mistake.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A sum or product of two longs needs 128 bits. */
static void put_wide(char out[48], __int128 value)
{
    char digits[48], *at = digits + sizeof digits - 1;
    bool negative = value < 0;
    unsigned __int128 rest = negative ? -(unsigned __int128)value : (unsigned __int128)value;
    *at = 0;
    do {
        *--at = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest);
    if (negative)
        *--at = '-';
    strcpy(out, at);
}

/* "'a + b' gives" or "The program computes". */
static void put_computes(const CVm *vm, char *out, size_t size)
{
    char quote[48];
    if (c_quote(vm, quote, sizeof quote))
        snprintf(out, size, "'%s' gives", quote);
    else
        snprintf(out, size, "The program computes");
}

void c_mistake_overflow(CVm *vm, const char *sign, int64_t left, int64_t right, int bits)
{
    char subject[64], sum[64], result[48];
    __int128 wide = *sign == '+' ? (__int128)left + right : *sign == '-' ? (__int128)left - right
                  : *sign == '*' ? (__int128)left * right : (__int128)((unsigned __int128)left << right);
    bool is_int = bits == 32, is_high = wide > 0;
    put_computes(vm, subject, sizeof subject);
    put_wide(result, wide);
    if (*sign == '-' && !left)
        snprintf(sum, sizeof sum, "-(%" PRId64 ")", right);
    else
        snprintf(sum, sizeof sum, right < 0 ? "%" PRId64 " %s (%" PRId64 ")" : "%" PRId64 " %s %" PRId64, left, sign, right);
    c_report(vm, "%s %s = %s, which does not fit into %s (%s %" PRId64 "): this is a signed overflow, which C leaves "
             "undefined (here it wraps around to %" PRId64 ").", subject, sum, result, is_int ? "an int" : "a long",
             is_high ? "at most" : "at least",
             is_int ? is_high ? INT32_MAX : INT32_MIN : is_high ? INT64_MAX : INT64_MIN,
             is_int ? (int64_t)(int32_t)wide : (int64_t)wide);
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

void c_mistake_shift(CVm *vm, int64_t value, int64_t count, int bits)
{
    if (count >= 0 && count < bits && value >= 0) {
        c_mistake_overflow(vm, "<<", value, count, bits);
        return;
    }
    if (count >= 0 && count < bits) {
        c_report(vm, "The program shifts the negative value %" PRId64 " to the left, which C leaves undefined (here its "
                 "bits move all the same).", value);
        return;
    }
    c_report(vm, "The program shifts a value of %d bits by %lld: the count must lie between 0 and %d.", bits,
             (long long)count, bits - 1);
}

static void tell_index(CVm *vm, int64_t index, int64_t length)
{
    char quote[48], subject[64] = "The";
    if (c_quote(vm, quote, sizeof quote))
        snprintf(subject, sizeof subject, "In '%s' the", quote);
    c_report(vm, "%s index %" PRId64 " is %s: the array has %" PRId64 " element%s, 0 to %" PRId64 ".", subject, index,
             index == length ? "one past the end" : "out of bounds", length, length == 1 ? "" : "s", length - 1);
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
