/* time: a clock that ticks with the program's steps, so that a run is the same each time it is shown. One step takes a
 * tenth of a microsecond; asking for the time takes a microsecond, so that no two answers are equal; sleeping moves the
 * clock on at once. What concerns calendars is in assets/python/time.py. */
#include <math.h>

#include "python/modules/module.h"
#include "python/vm.h"

enum { STEP_NS = 100, QUESTION_NS = 1000 };

static const int64_t epoch_ns = INT64_C(1700000000) * 1000000000;

static int64_t clock_now(Vm *vm)
{
    vm->clock_ahead += QUESTION_NS;
    return (int64_t)(vm->step + 1) * STEP_NS + vm->clock_ahead;
}

static Object *seconds(Vm *vm, int64_t ns) { return float_new(vm, (double)ns * 1e-9); }

static Object *time_time(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return seconds(vm, epoch_ns + clock_now(vm));
}

static Object *time_time_ns(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, epoch_ns + clock_now(vm));
}

static Object *time_counter(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return seconds(vm, clock_now(vm));
}

static Object *time_counter_ns(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    return int_from_i64(vm, clock_now(vm));
}

static Object *time_sleep(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    double duration = float_from_object(vm, args[0]);
    if (vm_failed(vm))
        return NULL;
    if (isnan(duration))
        return vm_raise(vm, TYPE_ValueError, "Invalid value NaN (not a number)");
    if (duration < 0)
        return vm_raise(vm, TYPE_ValueError, "sleep length must be non-negative");
    if (duration > 9e9)
        return vm_raise(vm, TYPE_OverflowError, "timestamp too large to convert to C _PyTime_t");
    vm->clock_ahead += (int64_t)(duration * 1e9);
    return new_none(vm);
}

static const MethodDef time_functions[] = {
    {"time", time_time, METHOD_NO_ARGS, "Return the current time in seconds since the Epoch."},
    {"time_ns", time_time_ns, METHOD_NO_ARGS, "Return the current time in nanoseconds since the Epoch."},
    {"perf_counter", time_counter, METHOD_NO_ARGS, "Performance counter for benchmarking."},
    {"perf_counter_ns", time_counter_ns, METHOD_NO_ARGS, "Performance counter for benchmarking as nanoseconds."},
    {"monotonic", time_counter, METHOD_NO_ARGS, "Monotonic clock, cannot go backward."},
    {"monotonic_ns", time_counter_ns, METHOD_NO_ARGS, "Monotonic clock, cannot go backward, as nanoseconds."},
    {"process_time", time_counter, METHOD_NO_ARGS, "Process time for profiling: sum of the kernel and user-space CPU time."},
    {"process_time_ns", time_counter_ns, METHOD_NO_ARGS, "Process time for profiling as nanoseconds."},
    {"thread_time", time_counter, METHOD_NO_ARGS, "Thread time for profiling."},
    {"thread_time_ns", time_counter_ns, METHOD_NO_ARGS, "Thread time for profiling as nanoseconds."},
    {"sleep", time_sleep, METHOD_ONE, "Delay execution for a given number of seconds."},
    {0},
};

const ModuleDef time_c_module = {"_time", NULL, time_functions, NULL};
