/* Which modules there are, and how one comes into being. */
#include "python/modules/module.h"

#include <stdio.h>
#include <string.h>

#include "python/code.h"
#include "python/gc.h"
#include "python/modules/asset.h"
#include "python/objects/class.h"
#include "python/objects/function.h"
#include "python/vm.h"

#define MODULES(X) \
    X(sys_module) X(gc_module) X(math_module) X(collections_c_module) X(itertools_module) X(operator_module) \
    X(random_c_module) X(heapq_c_module) X(bisect_module) X(time_c_module) \
    X(types_c_module) X(hashlib_c_module) X(traceback_c_module) X(sre_module) \
    X(weakref_c_module)

#define X(def) extern const ModuleDef def;
MODULES(X)
#undef X

static const ModuleDef *const modules[] = {
#define X(def) &def,
    MODULES(X)
#undef X
};

enum { MODULE_COUNT = sizeof modules / sizeof *modules };

int module_add_value(Vm *vm, Object *dict, const char *name, Object *value)
{
    int result = value ? dict_set_str(vm, dict, name, value) : -1;
    xdecref(vm, value);
    return result;
}

int module_add_functions(Vm *vm, Object *dict, const MethodDef *functions, Object *module)
{
    for (const MethodDef *def = functions; def && def->name; def++)
        if (module_add_value(vm, dict, def->name, builtin_function_new(vm, def, module, NULL)) < 0)
            return -1;
    return 0;
}

static Object *module_make(Vm *vm, const ModuleDef *def)
{
    Object *name = str_interned(vm, def->name);
    Object *module = name ? module_new(vm, name) : NULL;
    xdecref(vm, name);
    if (!module)
        return NULL;
    Object *dict = module_dict(module);
    if ((def->doc && module_add_value(vm, dict, "__doc__", str_from_c(vm, def->doc)) < 0) ||
        module_add_functions(vm, dict, def->functions, module) < 0 || (def->init && def->init(vm, dict) < 0) ||
        dict_set_str(vm, vm->modules, def->name, module) < 0) {
        decref(vm, module);
        return NULL;
    }
    return module;
}

/* Where CPython on Debian has the module: so say its messages and reprs of modules that are not built in. */
static int set_file(Vm *vm, Object *dict, const Asset *asset)
{
    static const char *const built_in[] = {"cmath", "time", "errno", "unicodedata", "atexit"};
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        if (strcmp(asset->name, built_in[i]) == 0)
            return 0;
    char path[200];
    static const char folder[] = "/usr/lib/python3.11/";
    snprintf(path, sizeof path, "%s%s%s.py", folder, asset->name, asset->is_package ? "/__init__" : "");
    for (char *c = path + sizeof folder - 1; *c && strcmp(c, ".py") != 0; c++)
        if (*c == '.')
            *c = '/';
    return module_add_value(vm, dict, "__file__", str_from_c(vm, path));
}

/* The body runs in the module's namespace; sys.modules knows the module already, so that a circle of imports ends. */
static int run_asset(Vm *vm, Object *module, Object *name, const Asset *asset)
{
    Object *builtins = dict_get_str(vm, vm->modules, "builtins"), *dict = module_dict(module);
    if (dict_set(vm, dict, name_of(vm, builtins), builtins) < 0 ||
        (asset->is_package && module_add_value(vm, dict, "__path__", list_new(vm, 0)) < 0) ||
        set_file(vm, dict, asset) < 0 ||
        dict_set(vm, vm->modules, name, module) < 0)
        return -1;
    Object *filename = str_format(vm, "<library %s>", asset->name);
    Object *code = filename ? compile_library(vm, asset->text, asset->length, filename) : NULL;
    xdecref(vm, filename);
    Object *result = code ? eval_code(vm, (Code *)code, dict, dict) : NULL;
    xdecref(vm, code);
    xdecref(vm, result);
    return result ? 0 : -1;
}

static Object *load_asset(Vm *vm, Object *name, const Asset *asset)
{
    Object *module = module_new(vm, name);
    if (!module || run_asset(vm, module, name, asset) == 0)
        return module;
    Object *raised = vm->raised;
    vm->raised = NULL;
    if (dict_contains(vm, vm->modules, name) > 0)
        dict_delete(vm, vm->modules, name);
    vm->raised = raised;
    decref(vm, module);
    return NULL;
}

/* What a module makes while it is loaded neither counts towards the next collection nor starts one where CPython has it
 * from its start, or has a module of quite other contents. What is left are the modules in C, of about CPython's size. */
static bool is_counted(Object *name)
{
    for (int i = 0; i < MODULE_COUNT; i++)
        if (str_equals_c(name, modules[i]->name))
            return modules[i] != &sys_module && modules[i] != &weakref_c_module;
    return false;
}

static Object *find_and_load(Vm *vm, Object *name)
{
    for (int i = 0; i < MODULE_COUNT; i++)
        if (str_equals_c(name, modules[i]->name))
            return module_make(vm, modules[i]);
    for (const Asset *asset = python_assets; asset->name; asset++)
        if (str_equals_c(name, asset->name))
            return load_asset(vm, name, asset);
    return NULL;
}

Object *module_load(Vm *vm, Object *name)
{
    Gc *gc = &vm->gc;
    uint64_t first = vm->next_number, count = gc->count[0];
    bool enabled = gc->enabled, counted = is_counted(name);
    gc->enabled = enabled && counted;
    Object *module = find_and_load(vm, name);
    gc->enabled = enabled;
    if (!counted)
        gc->count[0] = count;
    if (module)
        gc_set_quiet_since(vm, first);
    return module;
}

Object *module_attribute(Vm *vm, const char *module_name, const char *attribute)
{
    Object *name = str_from_c(vm, module_name), *own = name ? str_from_c(vm, attribute) : NULL;
    Object *known = own ? dict_get(vm, vm->modules, name) : NULL;
    Object *module = known ? incref(known) : own && !vm_failed(vm) ? module_load(vm, name) : NULL;
    Object *value = module ? object_get_attribute(vm, module, own) : NULL;
    xdecref(vm, module);
    xdecref(vm, own);
    xdecref(vm, name);
    return value;
}

bool module_exists(Object *name)
{
    for (int i = 0; i < MODULE_COUNT; i++)
        if (str_equals_c(name, modules[i]->name))
            return true;
    for (const Asset *asset = python_assets; asset->name; asset++)
        if (str_equals_c(name, asset->name))
            return true;
    return false;
}

void module_each_name(void (*each)(void *context, const char *name), void *context)
{
    for (int i = 0; i < MODULE_COUNT; i++)
        each(context, modules[i]->name);
    for (const Asset *asset = python_assets; asset->name; asset++)
        each(context, asset->name);
}

/* ---- builtins ---- */

typedef struct NamedType { const char *name; TypeId id; } NamedType;

static const NamedType builtin_types[] = {
    {"object", TYPE_OBJECT}, {"type", TYPE_TYPE}, {"int", TYPE_INT}, {"bool", TYPE_BOOL}, {"float", TYPE_FLOAT},
    {"complex", TYPE_COMPLEX}, {"str", TYPE_STR}, {"bytes", TYPE_BYTES}, {"bytearray", TYPE_BYTEARRAY},
    {"memoryview", TYPE_MEMORYVIEW},
    {"list", TYPE_LIST}, {"tuple", TYPE_TUPLE}, {"dict", TYPE_DICT}, {"set", TYPE_SET}, {"frozenset", TYPE_FROZENSET},
    {"range", TYPE_RANGE}, {"slice", TYPE_SLICE}, {"enumerate", TYPE_ENUMERATE}, {"reversed", TYPE_REVERSED},
    {"zip", TYPE_ZIP}, {"map", TYPE_MAP}, {"filter", TYPE_FILTER}, {"property", TYPE_PROPERTY},
    {"classmethod", TYPE_CLASSMETHOD}, {"staticmethod", TYPE_STATICMETHOD}, {"super", TYPE_SUPER},
    {"EnvironmentError", TYPE_OSError}, {"IOError", TYPE_OSError},
};

static int add_types(Vm *vm, Object *dict)
{
    for (size_t i = 0; i < sizeof builtin_types / sizeof *builtin_types; i++)
        if (dict_set_str(vm, dict, builtin_types[i].name, OBJECT(builtin_type(vm, builtin_types[i].id))) < 0)
            return -1;
    for (int id = TYPE_BaseException; id < TYPE_COUNT; id++)
        if (dict_set_str(vm, dict, vm->types[id].c_name, OBJECT(&vm->types[id])) < 0)
            return -1;
    return 0;
}

/* The names in the order in which CPython's dict has them: vars(builtins) shows it, and of names that resemble a missing
 * one equally the first is suggested. */
static const char builtins_order[] =
    "__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval "
    "exec format getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min "
    "next anext oct ord pow print repr round setattr sorted sum vars None Ellipsis NotImplemented False True bool "
    "memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list map "
    "object range reversed set slice staticmethod str super tuple type zip __debug__ BaseException "
    "BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError AssertionError "
    "AttributeError BufferError EOFError ImportError LookupError MemoryError NameError OSError ReferenceError "
    "RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning "
    "FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning "
    "FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning "
    "UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError FileExistsError "
    "FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError "
    "TimeoutError IndentationError IndexError KeyError ModuleNotFoundError NotImplementedError RecursionError "
    "UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError ConnectionRefusedError "
    "ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup "
    "EnvironmentError IOError open quit exit copyright credits license help";

/* Gives every name its place; the values come after. */
static int reserve_names(Vm *vm, Object *dict)
{
    char name[40];
    for (const char *at = builtins_order; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        snprintf(name, sizeof name, "%.*s", (int)length, at);
        if (dict_set_str(vm, dict, name, none(vm)) < 0)
            return -1;
        at += length;
    }
    return 0;
}

static int builtins_init(Vm *vm, Object *dict)
{
    if (reserve_names(vm, dict) < 0)
        return -1;
    Object *module = dict_get_str(vm, vm->modules, "builtins");
    const MethodDef *const tables[] = {builtins_data, builtins_objects, builtins_text, builtins_code};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (module_add_functions(vm, dict, tables[i], module) < 0)
            return -1;
    if (dict_set_str(vm, dict, "None", none(vm)) < 0 || dict_set_str(vm, dict, "True", bool_object(vm, true)) < 0 ||
        dict_set_str(vm, dict, "False", bool_object(vm, false)) < 0 ||
        dict_set_str(vm, dict, "Ellipsis", &vm->ellipsis.head) < 0 ||
        dict_set_str(vm, dict, "NotImplemented", not_implemented(vm)) < 0 ||
        dict_set_str(vm, dict, "__debug__", bool_object(vm, true)) < 0)
        return -1;
    return add_types(vm, dict);
}

static int start_main(Vm *vm)
{
    vm->main_module = module_new(vm, name_of(vm, main));
    if (!vm->main_module || dict_set_str(vm, vm->modules, "__main__", vm->main_module) < 0)
        return -1;
    Object *dict = module_dict(vm->main_module), *builtins = dict_get_str(vm, vm->modules, "builtins");
    return module_add_value(vm, dict, "__annotations__", dict_new(vm)) < 0 ? -1
                                                                            : dict_set_str(vm, dict, "__builtins__", builtins);
}

int modules_start(Vm *vm)
{
    vm->modules = dict_new(vm);
    Object *name = str_interned(vm, "builtins");
    Object *builtins = vm->modules && name ? module_new(vm, name) : NULL;
    xdecref(vm, name);
    if (!builtins || dict_set_str(vm, vm->modules, "builtins", builtins) < 0)
        return -1;
    vm->builtins = incref(module_dict(builtins));
    int result = builtins_init(vm, vm->builtins);
    decref(vm, builtins);
    return result < 0 ? -1 : start_main(vm);
}
