/* The end of a program: as finalize_modules in CPython's pylifecycle.c, whose order decides the order of the last deaths. */
#include "python/vm_life.h"

#include "python/gc.h"
#include "python/modules/module.h"
#include "python/modules/weakref.h"
#include "python/objects/containers.h"
#include "python/objects/function.h"
#include "python/objects/str.h"

/* First names with one underscore in front, then all others but __builtins__, are set to None in order. */
static void clear_module_dict(Vm *vm, Object *dict)
{
    for (int phase = 0; phase < 2; phase++) {
        int64_t position = 0;
        Object *key, *value;
        while (dict_next(dict, &position, &key, &value)) {
            if (value == none(vm) || !is_str(vm, key))
                continue;
            const Str *name = (const Str *)key;
            bool one_underscore = name->length > 0 && str_at(name, 0) == '_' && (name->length < 2 || str_at(name, 1) != '_');
            if (phase == 0 ? one_underscore : !str_equals_c(key, "__builtins__"))
                dict_set(vm, dict, key, none(vm));
            vm_clear_error(vm);
        }
    }
}

/* What the program registered with atexit, before anything is taken down. */
static void run_exit_functions(Vm *vm)
{
    Object *module = dict_get_str(vm, vm->modules, "atexit");
    Object *run = module ? dict_get_str(vm, module_dict(module), "_run_exitfuncs") : NULL;
    Object *result = run ? object_call_none(vm, run) : NULL;
    xdecref(vm, result);
    vm_clear_error(vm);
}

/* A collection that gc.callbacks are not told of, as _PyGC_CollectNoFail. */
static void collect_quietly(Vm *vm)
{
    Object *callbacks = vm->gc.callbacks;
    vm->gc.callbacks = NULL;
    gc_collect(vm, 2);
    vm->gc.callbacks = callbacks;
}

/* Finalizers that print from now on reach the interpreter's own streams. */
static void restore_streams(Vm *vm)
{
    static const char *const streams[][2] = {{"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    Object *sys = dict_get_str(vm, vm->modules, "sys");
    for (size_t i = 0; sys && i < sizeof streams / sizeof *streams; i++) {
        Object *own = dict_get_str(vm, module_dict(sys), streams[i][1]);
        if (own && dict_set_str(vm, module_dict(sys), streams[i][0], own) < 0)
            vm_clear_error(vm);
    }
}

/* Sets every name of sys.modules to None. Returns a list of weak references to all modules but sys and builtins, which are
 * needed to the last; NULL when there is no memory for it. */
static Object *let_modules_go(Vm *vm)
{
    Object *watched = list_new(vm, 0), *name, *module;
    int64_t position = 0;
    while (dict_next(vm->modules, &position, &name, &module)) {
        if (str_equals_c(name, "sys") || str_equals_c(name, "builtins"))
            continue;
        Object *reference = watched && is_exact(module, MODULE)
            ? weakref_make(vm, library_type(vm, LIBRARY_WEAKREF), module, NULL) : NULL;
        if (reference && list_append(vm, watched, reference) < 0)
            vm_clear_error(vm);
        xdecref(vm, reference);
        if (dict_set(vm, vm->modules, name, none(vm)) < 0)
            vm_clear_error(vm);
    }
    vm_clear_error(vm);
    return watched;
}

/* What the program has put among the built-in names. */
static void restore_builtins(Vm *vm)
{
    int64_t position = 0;
    Object *name, *value;
    while (dict_next(vm->builtins, &position, &name, &value))
        if (value->number >= vm->first_number && dict_delete(vm, vm->builtins, name) < 0)
            vm_clear_error(vm);
}

/* The names of the modules that are still there, the last one imported first. Takes the list over. */
static void clear_watched(Vm *vm, Object *watched)
{
    for (int64_t i = watched ? ((List *)watched)->length - 1 : -1; i >= 0; i--) {
        Object *module = weakref_target(vm, ((List *)watched)->items[i]);
        if (!module)
            continue;
        incref(module);
        clear_module_dict(vm, module_dict(module));
        decref(vm, module);
    }
    xdecref(vm, watched);
}

/* Once sys.modules is emptied CPython holds the modules weakly. Mostly the main module dies of that, and its names with
 * it; or they are held by functions of its own, then a collection finds the whole of it. Only the names of a module that
 * is still there after that are cleared one by one. */
void vm_finish_program(Vm *vm)
{
    run_exit_functions(vm);
    object_replace(vm, &vm->handled_base.value, NULL);
    Object *main = vm->main_module;
    if (!main)
        return;
    if (vm->gc.enabled)
        gc_collect(vm, 2);
    vm->gc.enabled = false;
    restore_streams(vm);
    vm->main_module = NULL;
    decref(vm, main);              /* sys.modules has it */
    Object *watched = let_modules_go(vm);
    restore_builtins(vm);
    collect_quietly(vm);
    clear_watched(vm, watched);
    collect_quietly(vm);
}
