/* What is told of a collection while it runs: to gc.callbacks, and on stderr as gc.set_debug asks. */
#include <inttypes.h>
#include <stdio.h>

#include "python/gc.h"
#include "python/gc_ring.h"
#include "python/modules/module.h"
#include "python/objects/containers.h"
#include "python/objects/str.h"

/* {"generation": g, "collected": n, "uncollectable": 0}: nothing is, since no type here has a legacy tp_del. */
static Object *make_info(Vm *vm, int64_t collected)
{
    const struct { const char *name; int64_t value; } facts[] = {
        {"generation", vm->gc.run.generation}, {"collected", collected}, {"uncollectable", 0},
    };
    Object *info = dict_new(vm);
    for (int i = 0; info && i < 3; i++) {
        Object *value = int_from_i64(vm, facts[i].value);
        if (!value || dict_set_str(vm, info, facts[i].name, value) < 0)
            object_replace(vm, &info, NULL);
        xdecref(vm, value);
    }
    return info;
}

/* A callback may change the list: it is read anew each time, as invoke_gc_callback does. */
void gc_call_back(Vm *vm, const char *phase, int64_t collected)
{
    List *callbacks = (List *)vm->gc.callbacks;
    if (!callbacks || callbacks->length == 0)
        return;
    Object *arguments[] = {str_from_c(vm, phase), make_info(vm, collected)};
    for (int64_t i = 0; arguments[0] && arguments[1] && i < callbacks->length; i++) {
        Object *callback = incref(callbacks->items[i]);
        Object *result = object_call(vm, callback, arguments, 2, NULL);
        if (!result)
            vm_write_unraisable(vm, callback);
        xdecref(vm, result);
        decref(vm, callback);
    }
    xdecref(vm, arguments[0]);
    xdecref(vm, arguments[1]);
    if (vm_failed(vm))
        vm_write_unraisable(vm, NULL);
}

static void write_line(Vm *vm, const char *line)
{
    Object *text = str_from_c(vm, line);
    stderr_write_text(vm, text);
    xdecref(vm, text);
}

void gc_report_start(Vm *vm)
{
    char line[200];
    Gc *gc = &vm->gc;
    snprintf(line, sizeof line, "gc: collecting generation %d...\n"
             "gc: objects in each generation: %" PRId64 " %" PRId64 " %" PRId64 "\n"
             "gc: objects in permanent generation: %" PRId64 "\n", gc->run.generation, ring_size(&gc->generations[0]),
             ring_size(&gc->generations[1]), ring_size(&gc->generations[2]), ring_size(&gc->permanent));
    write_line(vm, line);
}

void gc_report_found(Vm *vm, const GcHead *unreachable)
{
    char line[200];
    for (GcHead *node = ring_next(unreachable); node != unreachable; node = ring_next(node)) {
        Object *object = gc_object(node);
        snprintf(line, sizeof line, "gc: collectable <%.100s 0x%" PRIx64 ">\n", object_type(vm, object)->c_name,
                 object_address(vm, object));
        write_line(vm, line);
    }
}

/* The clock stands still while a collection runs: it counts steps. */
void gc_report_end(Vm *vm)
{
    char line[100];
    snprintf(line, sizeof line, "gc: done, %" PRId64 " unreachable, 0 uncollectable, 0.0000s elapsed\n", vm->gc.run.found);
    write_line(vm, line);
}
