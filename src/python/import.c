/* import. As import_name and import_from in CPython's ceval.c, over the modules that there are. */
#include <stdio.h>
#include <string.h>

#include "python/eval.h"
#include "python/modules/module.h"

typedef struct NameCollector { char text[2000]; size_t length; } NameCollector;

static void collect(void *context, const char *name)
{
    NameCollector *c = context;
    if (name[0] == '_' || c->length + strlen(name) + 3 > sizeof c->text)
        return;
    c->length += (size_t)snprintf(c->text + c->length, sizeof c->text - c->length, "%s%s", c->length ? ", " : "", name);
}

/* `parent`: the module that has no such module below it, since it is no package; or NULL. */
static Object *no_module(Vm *vm, Object *name, Object *parent)
{
    Object *message = parent ? str_format(vm, "No module named %R; %R is not a package", name, parent)
                             : str_format(vm, "No module named %R", name);
    Object *exception = message ? exception_new(vm, builtin_type(vm, TYPE_ModuleNotFoundError), &message, 1) : NULL;
    xdecref(vm, message);
    if (!exception)
        return NULL;
    exception_set_field(vm, exception, IMPORT_ERROR_NAME, name);
    vm_raise_value(vm, exception);
    return NULL;
}

Object *import_advice(Vm *vm, Object *exception)
{
    Object *name = object_type(vm, exception) == builtin_type(vm, TYPE_ModuleNotFoundError)
        ? exception_field(exception, IMPORT_ERROR_NAME) : NULL;
    if (!name || !is_str(vm, name))
        return NULL;
    NameCollector names = {.length = 0};
    module_each_name(collect, &names);
    return str_format(vm, "refarrows has these modules: %s\n", names.text);
}

static Object *import_module(Vm *vm, Object *name);

static bool has_path(Vm *vm, Object *module)
{
    Object *path = object_look_attribute(vm, module, name_of(vm, path));
    xdecref(vm, path);
    return path != NULL;
}

/* "a.b" comes after a, and becomes its attribute b. */
static Object *import_child(Vm *vm, Object *name, int64_t dot)
{
    Object *parent_name = str_substring(vm, name, 0, dot);
    Object *own_name = parent_name ? str_substring(vm, name, dot + 1, str_length(name)) : NULL;
    Object *parent = own_name ? import_module(vm, parent_name) : NULL;
    Object *module = parent ? dict_get(vm, vm->modules, name) : NULL;
    module = module || vm_failed(vm) ? xincref(module) : module_load(vm, name);
    if (module && object_set_attribute(vm, parent, own_name, module) < 0)
        object_replace(vm, &module, NULL);
    else if (!module && !vm_failed(vm))
        no_module(vm, name, has_path(vm, parent) ? NULL : parent_name);
    xdecref(vm, parent);
    xdecref(vm, own_name);
    xdecref(vm, parent_name);
    return module;
}

static int64_t last_dot(const Object *name)
{
    int64_t i = str_length(name);
    while (--i >= 0 && str_at((const Str *)name, i) != '.') {
    }
    return i;
}

static Object *import_module(Vm *vm, Object *name)
{
    Object *module = dict_get(vm, vm->modules, name);
    if (module || vm_failed(vm))
        return xincref(module);
    int64_t dot = last_dot(name);
    if (dot >= 0)
        return import_child(vm, name, dot);
    module = module_load(vm, name);
    return module || vm_failed(vm) ? module : no_module(vm, name, NULL);
}

/* `from module import a, b` asks whether the module is a package, and of a package, whether it has the names, as
 * PyImport_ImportModuleLevelObject and importlib's _handle_fromlist: a module's __getattr__ sees the questions. Takes
 * over `module`; NULL with an exception. */
static Object *asked_for_names(Vm *vm, Object *module, Object *from_list)
{
    Object *path = object_look_attribute(vm, module, name_of(vm, path));
    for (int64_t i = 0; path && !vm_failed(vm) && is_exact(from_list, TUPLE) && i < tuple_length(from_list); i++)
        xdecref(vm, object_look_attribute(vm, module, tuple_item(from_list, i)));
    xdecref(vm, path);
    if (vm_failed(vm)) {
        decref(vm, module);
        return NULL;
    }
    return module;
}

Object *import_name(Vm *vm, Frame *frame, Object *name, Object *from_list, Object *level)
{
    int overflow = 0;
    if (is_int(vm, level) && int_as_i64(vm, level, &overflow) > 0)
        return vm_raise(vm, TYPE_ImportError, "attempted relative import with no known parent package");
    Object *module = import_module(vm, name);
    if (module && from_list != none(vm) && object_truth(vm, from_list) > 0)
        return asked_for_names(vm, module, from_list);
    if (!module)
        return NULL;
    /* `import a.b` binds a */
    Utf8Buffer buffer;
    const char *text = str_utf8(vm, name, &buffer, NULL);
    const char *dot = text ? strchr(text, '.') : NULL;
    if (dot) {
        Object *first = str_from_utf8(vm, text, (size_t)(dot - text));
        object_replace(vm, &module, first ? import_module(vm, first) : NULL);
        xdecref(vm, first);
    }
    utf8_buffer_finish(&buffer);
    return module;
}

/* `from package import module`: NULL without an exception when there is no such module. One that is in sys.modules
 * already counts as well, whatever put it there. */
static Object *import_submodule(Vm *vm, Object *module, Object *name)
{
    Object *package = object_look_attribute(vm, module, name_of(vm, name));
    Object *full = package && is_str(vm, package) ? str_format(vm, "%U.%U", package, name) : NULL;
    xdecref(vm, package);
    Object *found = full ? xincref(dict_get(vm, vm->modules, full)) : NULL;
    if (full && !found && is_exact(module, MODULE) && dict_get(vm, module_dict(module), name_of(vm, path)) &&
        module_exists(full))
        found = import_module(vm, full);
    xdecref(vm, full);
    return found;
}

Object *import_from(Vm *vm, Object *module, Object *name)
{
    Object *value = object_look_attribute(vm, module, name);
    if (!value && !vm_failed(vm))
        value = import_submodule(vm, module, name);
    if (value || vm_failed(vm))
        return value;
    Object *module_name = object_look_attribute(vm, module, name_of(vm, name));
    if (!module_name && !vm_failed(vm))
        module_name = str_from_c(vm, "<unknown module name>");
    Object *file = module_name ? object_look_attribute(vm, module, name_of(vm, file)) : NULL;
    Object *message = !module_name || vm_failed(vm) ? NULL
        : file && is_str(vm, file) ? str_format(vm, "cannot import name %R from %R (%U)", name, module_name, file)
                                   : str_format(vm, "cannot import name %R from %R (unknown location)", name, module_name);
    xdecref(vm, file);
    Object *exception = message ? exception_new(vm, builtin_type(vm, TYPE_ImportError), &message, 1) : NULL;
    if (exception) {
        exception_set_field(vm, exception, IMPORT_ERROR_NAME, module_name);
        exception_set_field(vm, exception, IMPORT_ERROR_MSG, message);
        vm_raise_value(vm, exception);
    }
    xdecref(vm, message);
    xdecref(vm, module_name);
    return NULL;
}

int import_star(Vm *vm, Object *locals, Object *module)
{
    Object *all = object_look_attribute(vm, module, name_of(vm, all));
    if (vm_failed(vm))
        return -1;
    Object *names = all ? sequence_list(vm, all) : sequence_list(vm, module_dict(module));
    int result = names ? 0 : -1;
    for (int64_t i = 0; result == 0 && i < ((List *)names)->length; i++) {
        Object *name = ((List *)names)->items[i];
        if (!all && is_str(vm, name) && ((Str *)name)->length && str_at((Str *)name, 0) == '_')
            continue;
        Object *value = object_get_attribute(vm, module, name);
        result = value ? object_set_item(vm, locals, name, value) : -1;
        xdecref(vm, value);
    }
    xdecref(vm, names);
    xdecref(vm, all);
    return result;
}
